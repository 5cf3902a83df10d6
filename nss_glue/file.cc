#include "nss_glue/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"

namespace psm {
namespace {

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, std::max<size_t>(slash, 1));
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  // O_NONBLOCK: opening a FIFO must not hang.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return FileError(errno, "open", path);
  absl::Cleanup close_fd = [fd] { close(fd); };
  struct stat info;
  if (fstat(fd, &info) != 0) return FileError(errno, "stat", path);
  if (S_ISDIR(info.st_mode)) return FileError(EISDIR, "read", path);
  if (!S_ISREG(info.st_mode)) {
    return absl::FailedPreconditionError(absl::StrCat(path, " is not a regular file"));
  }
  std::string text;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = read(fd, buffer, sizeof(buffer));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return FileError(errno, "read", path);
    if (count == 0) return text;
    text.append(buffer, static_cast<size_t>(count));
  }
}

absl::Status WriteAndSync(int fd, absl::string_view text, absl::string_view path) {
  while (!text.empty()) {
    const ssize_t count = write(fd, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return FileError(errno, "write", path);
    text.remove_prefix(static_cast<size_t>(count));
  }
  if (fsync(fd) != 0) return FileError(errno, "fsync", path);
  return absl::OkStatus();
}

absl::Status ReplaceFile(const std::string& path, absl::string_view text) {
  struct stat info;
  if (lstat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISLNK(info.st_mode)) {
    return absl::FailedPreconditionError(absl::StrCat(path, " is not a regular file"));
  }
  std::string temporary = absl::StrCat(path, ".XXXXXX");
  const int fd = mkostemp(temporary.data(), O_CLOEXEC);  // mode 0600
  if (fd < 0) return FileError(errno, "create a file beside", path);
  absl::Status written = WriteAndSync(fd, text, path);
  if (close(fd) != 0 && written.ok()) written = FileError(errno, "close", path);
  if (written.ok() && rename(temporary.c_str(), path.c_str()) != 0) {
    written = FileError(errno, "rename to", path);
  }
  if (!written.ok()) {
    unlink(temporary.c_str());
    return written;
  }
  return SyncFolder(FolderOf(path));
}

absl::Status CheckRoom(const std::string& folder, absl::string_view operation) {
  constexpr uint64_t kRoomBytes = 1 << 20;
  struct statvfs disk;
  if (statvfs(folder.c_str(), &disk) != 0) return FileError(errno, operation, folder);
  if ((disk.f_flag & ST_RDONLY) != 0) return FileError(EROFS, operation, folder);
  const uint64_t room = uint64_t{disk.f_bavail} * disk.f_frsize;
  if (room >= kRoomBytes) return absl::OkStatus();
  return absl::ResourceExhaustedError(
      absl::StrCat(operation, ": the disk is full: ", room, " bytes are left: ", folder));
}

absl::Status SyncFolder(const std::string& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return FileError(errno, "open", folder);
  absl::Cleanup close_fd = [fd] { close(fd); };
  if (fsync(fd) != 0) return FileError(errno, "fsync", folder);
  return absl::OkStatus();
}

}  // namespace psm
