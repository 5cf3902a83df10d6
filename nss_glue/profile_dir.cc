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

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "nss_glue/error.h"

namespace psm {
namespace {

constexpr std::array<const char*, 2> kDatabases = {"cert9.db", "key4.db"};

// pkcs11.txt: `key=value` lines, a blank line between modules. The first stanza is NSS's own
// module.
void ReadModuleList(ProfileDir* dir) {
  dir->unloaded_modules.clear();
  dir->wants_fips = dir->has_module_list = false;
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
    if (euidaccess(file.c_str(), R_OK) != 0) return FileError(errno, "profile database", file);
    writable = writable && euidaccess(file.c_str(), W_OK) == 0;
  }
  if (missing.size() == 1) {
    return absl::DataLossError(absl::StrCat("profile database is missing: ", missing[0]));
  }
  legacy = !missing.empty() && (access((path + "/cert8.db").c_str(), F_OK) == 0 ||
                                access((path + "/key3.db").c_str(), F_OK) == 0);
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
  struct Database {
    const char* name;
    bool* open;
    bool there = false;
    struct stat info = {};
  };
  Database databases[] = {{"/cert9.db", &open.cert9},
                          {"/key4.db", &open.key4},
                          {"/cert8.db", &open.legacy},
                          {"/key3.db", &open.legacy}};
  for (Database& database : databases) {
    database.there = stat((dir.path + database.name).c_str(), &database.info) == 0;
  }
  DIR* listing = opendir("/proc/self/fd");
  if (listing == nullptr) return open;
  while (const dirent* entry = readdir(listing)) {
    struct stat info;
    // By path: another thread may close or reuse the number, which is no use of its descriptor.
    if (fstatat(dirfd(listing), entry->d_name, &info, 0) != 0) continue;
    if (!S_ISREG(info.st_mode)) continue;
    for (const Database& database : databases) {
      *database.open |= database.there && info.st_dev == database.info.st_dev &&
                        info.st_ino == database.info.st_ino;
    }
  }
  closedir(listing);
  return open;
}

}  // namespace psm
