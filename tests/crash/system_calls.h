// What a process did to the files below a folder, from strace's record of its system calls.
//
//   Recording recording("/tmp/profiles", "/tmp/log");     // takes stock of the folder as it is
//   ... strace -f -xx -s 4194304 -e trace=`kTracedCalls` -o FILE PROGRAM ...
//   absl::Status read = recording.Read("FILE");
//   for (const DiskOperation& operation : recording.operations()) disk.Apply(operation);
//
// Files have numbers, which they keep when they are renamed or unlinked; paths are relative to
// the folder, directories are named by them ("" is the folder itself). What is written to the log
// shows as kRecord, at its place among the operations.
//
// Descriptors are followed as the kernel does: dup, append, positions. A call that could change a
// file in the folder and is not understood is an error, never passed over: another kind of write,
// a writable shared mapping, an exchange of names, a directory that is renamed.
//
// Thread rule: one thread. The traced process has one descriptor table: threads, no fork.
// How it fails: Unimplemented for such a call; DataLoss for what is not strace's; both quote it.

#ifndef TESTS_CRASH_SYSTEM_CALLS_H_
#define TESTS_CRASH_SYSTEM_CALLS_H_

#include <stdint.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace psm::crash {

inline constexpr char kTracedCalls[] =
    "open,openat,openat2,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,"
    "pwritev2,truncate,ftruncate,fallocate,fsync,fdatasync,sync_file_range,syncfs,sync,unlink,"
    "unlinkat,rmdir,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,"
    "sendfile,copy_file_range,splice,mmap,ioctl";

struct DiskOperation {
  enum class Kind {
    kCreate,         // path, file
    kMakeDirectory,  // path
    kWrite,          // file, offset, data
    kTruncate,       // file, offset: its new size
    kSync,           // file
    kSyncDirectory,  // path
    kRemove,         // path
    kRename,         // path, to
    kLink,           // path, to
    kRecord,         // data
  };
  Kind kind;
  std::string path = "";
  std::string to = "";
  int file = -1;
  uint64_t offset = 0;
  std::string data = "";
};

class Recording {
 public:
  Recording(std::string folder, std::string log);

  absl::Status Read(const std::string& trace_file);

  const std::vector<DiskOperation>& operations() const { return operations_; }
  // The folder as it was before: files by path, and directories.
  const std::map<std::string, int>& initial_files() const { return initial_files_; }
  const std::set<std::string>& initial_directories() const { return initial_directories_; }

 private:
  struct Call;
  struct OpenFile {
    int file = -1;  // -1: a directory, or the log
    bool is_log = false;
    std::string directory;
    bool append = false;
    uint64_t position = 0;
  };

  absl::Status ReadLine(absl::string_view line);
  absl::Status Apply(const Call& call);
  absl::Status ApplyOpen(const Call& call);
  absl::Status ApplyDescriptor(const Call& call, OpenFile* open);
  absl::Status ApplyWrite(const Call& call, OpenFile* open);
  absl::Status ApplyRename(const Call& call);
  absl::Status ApplyRemove(const Call& call);
  // The path that a call names, relative to the folder; nothing if it is elsewhere.
  absl::optional<std::string> PathAt(const Call& call, size_t directory, size_t path) const;
  absl::optional<std::string> Inside(const std::string& path) const;

  const std::string folder_;
  const std::string log_;
  std::map<std::string, int> initial_files_;
  std::set<std::string> initial_directories_;

  std::map<std::string, int> files_;  // by path, now
  std::set<std::string> directories_;
  std::map<int, uint64_t> sizes_;
  std::map<int, std::shared_ptr<OpenFile>> descriptors_;
  std::map<std::string, std::string> unfinished_;  // by thread
  std::vector<DiskOperation> operations_;
};

}  // namespace psm::crash

#endif  // TESTS_CRASH_SYSTEM_CALLS_H_
