#include "nss_glue/profile_dir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <memory>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "nss_glue/error.h"

namespace psm {
namespace {

constexpr std::array<const char*, 2> kDatabases = {"cert9.db", "key4.db"};
constexpr char kSqliteMagic[] =
    "SQLite format 3";  // the terminating NUL is part of the 16-byte magic
constexpr off_t kSqliteHeaderBytes = 100;

struct FileDescriptor {
  int fd;
  explicit FileDescriptor(int value) : fd(value) {}
  ~FileDescriptor() {
    if (fd >= 0) close(fd);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
};

// The page size that an SQLite header states; 0 if it is not a power of two from 512 to 65536 (file
// format, 1.3.2).
uint32_t PageSize(const unsigned char* header) {
  const uint32_t stated = header[16] << 8 | header[17];
  const uint32_t size = stated == 1 ? 65536 : stated;
  return size >= 512 && (size & (size - 1)) == 0 ? size : 0;
}

absl::Status CheckDatabase(const std::string& path, off_t size) {
  FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd < 0) return FileError(errno, "open profile database", path);
  unsigned char header[kSqliteHeaderBytes];
  const ssize_t got = pread(file.fd, header, sizeof header, 0);
  if (got < 0) return FileError(errno, "read profile database", path);
  if (got == 0) return absl::DataLossError(absl::StrCat("profile database is empty: ", path));
  if (got < kSqliteHeaderBytes || memcmp(header, kSqliteMagic, sizeof kSqliteMagic) != 0) {
    return absl::DataLossError(absl::StrCat("profile database is no SQLite file: ", path));
  }
  const uint32_t page = PageSize(header);
  if (page == 0)
    return absl::DataLossError(absl::StrCat("profile database has a bad header: ", path));
  const uint64_t pages =
      uint64_t{header[28]} << 24 | header[29] << 16 | header[30] << 8 | header[31];
  // Only meaningful when the change counters agree (file format, 1.3.7).
  if (memcmp(header + 24, header + 92, 4) == 0 && static_cast<uint64_t>(size) < pages * page) {
    return absl::DataLossError(absl::StrCat("profile database is truncated to ", size, " of ",
                                            pages * page, " bytes: ", path));
  }
  return absl::OkStatus();
}

// pkcs11.txt: `key=value` lines, a blank line between modules. The first stanza is NSS's own
// module.
void ReadModuleList(ProfileDir* dir) {
  std::ifstream file(dir->path + "/pkcs11.txt");
  std::string library;
  for (std::string line; std::getline(file, line);) {
    if (absl::StartsWith(line, "library=")) {
      library = line.substr(strlen("library="));
      if (!library.empty()) dir->unloaded_modules.push_back(library);
    }
    if (absl::StartsWith(line, "NSS=")) dir->has_module_list = true;
    if (absl::StartsWith(line, "NSS=") && absl::StrContains(line, "FIPS")) dir->wants_fips = true;
  }
}

// "12: FLOCK  ADVISORY  WRITE 4242 fd:01:131 0 EOF"
std::string FlockHolder(const struct stat& folder) {
  std::ifstream locks("/proc/locks");
  char id[64];
  snprintf(id, sizeof id, "%02x:%02x:%llu", major(folder.st_dev), minor(folder.st_dev),
           static_cast<unsigned long long>(folder.st_ino));
  for (std::string line; std::getline(locks, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (fields.size() >= 6 && fields[1] == "FLOCK" && fields[5] == id) return fields[4];
  }
  return "unknown";
}

}  // namespace

absl::StatusOr<ProfileDir> ProfileDir::Locate(absl::string_view path) {
  const std::string given(path);
  if (given.empty() || given.find('\0') != std::string::npos) {
    return absl::InvalidArgumentError("profile folder: the path is empty or has a NUL byte");
  }
  std::unique_ptr<char, decltype(&free)> canonical(realpath(given.c_str(), nullptr), &free);
  if (canonical == nullptr) return FileError(errno, "profile folder", given);
  ProfileDir dir;
  dir.path = canonical.get();
  struct stat folder;
  if (stat(dir.path.c_str(), &folder) != 0) return FileError(errno, "profile folder", dir.path);
  if (!S_ISDIR(folder.st_mode)) return FileError(ENOTDIR, "profile folder", dir.path);
  if (euidaccess(dir.path.c_str(), R_OK | X_OK) != 0) {
    return FileError(errno, "profile folder", dir.path);
  }
  dir.device = folder.st_dev;
  dir.inode = folder.st_ino;
  return dir;
}

absl::Status ProfileDir::CheckFiles() {
  writable = euidaccess(path.c_str(), W_OK) == 0;
  unloaded_modules.clear();
  std::vector<std::string> missing;
  for (const char* name : kDatabases) {
    const std::string file = absl::StrCat(path, "/", name);
    struct stat info;
    if (stat(file.c_str(), &info) != 0) {
      if (errno != ENOENT) return FileError(errno, "profile database", file);
      missing.push_back(file);
      continue;
    }
    if (!S_ISREG(info.st_mode)) {
      return absl::DataLossError(absl::StrCat("profile database is no regular file: ", file));
    }
    absl::Status sound = CheckDatabase(file, info.st_size);
    if (!sound.ok()) return sound;
    writable = writable && euidaccess(file.c_str(), W_OK) == 0;
  }
  if (missing.size() == 1) {
    return absl::DataLossError(absl::StrCat("profile database is missing: ", missing[0]));
  }
  legacy = !missing.empty() && access((path + "/cert8.db").c_str(), F_OK) == 0 &&
           access((path + "/key3.db").c_str(), F_OK) == 0;
  fresh = !missing.empty() && !legacy;
  if (fresh && !writable) {
    return FileError(EACCES, "profile folder is empty and cannot be written", path);
  }
  ReadModuleList(this);
  return absl::OkStatus();
}

absl::StatusOr<ProfileDir> ProfileDir::Inspect(absl::string_view path) {
  absl::StatusOr<ProfileDir> dir = Locate(path);
  if (!dir.ok()) return dir;
  absl::Status sound = dir->CheckFiles();
  if (!sound.ok()) return sound;
  return dir;
}

absl::StatusOr<ProfileLock> ProfileLock::Take(const ProfileDir& dir) {
  const int fd = open(dir.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return FileError(errno, "lock profile folder", dir.path);
  ProfileLock lock(fd);
  if (flock(fd, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return FileError(errno, "lock profile folder", dir.path);
  struct stat folder;
  if (fstat(fd, &folder) != 0) return FileError(errno, "lock profile folder", dir.path);
  return absl::FailedPreconditionError(
      absl::StrCat("profile is in use by process ", FlockHolder(folder), ": ", dir.path));
}

ProfileLock::~ProfileLock() {
  if (fd_ < 0) return;
  flock(fd_, LOCK_UN);  // also for a forked child that inherited the descriptor
  close(fd_);
}

std::string QuoteForModuleSpec(absl::string_view value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

OpenDatabases DatabasesOpenInProcess(const ProfileDir& dir) {
  OpenDatabases open;
  struct stat cert9;
  struct stat key4;
  const bool has_cert9 = stat((dir.path + "/cert9.db").c_str(), &cert9) == 0;
  const bool has_key4 = stat((dir.path + "/key4.db").c_str(), &key4) == 0;
  DIR* listing = opendir("/proc/self/fd");
  if (listing == nullptr) return open;
  while (const dirent* entry = readdir(listing)) {
    struct stat info;
    // By path: another thread may close or reuse the number, which is no use of its descriptor.
    if (fstatat(dirfd(listing), entry->d_name, &info, 0) != 0) continue;
    if (!S_ISREG(info.st_mode)) continue;
    open.cert9 |= has_cert9 && info.st_dev == cert9.st_dev && info.st_ino == cert9.st_ino;
    open.key4 |= has_key4 && info.st_dev == key4.st_dev && info.st_ino == key4.st_ino;
  }
  closedir(listing);
  return open;
}

}  // namespace psm
