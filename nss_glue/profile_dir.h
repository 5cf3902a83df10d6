// A profile folder before and while NSS has it: checked first, then locked against a second
// process.
//
//   absl::StatusOr<ProfileDir> dir = ProfileDir::Locate("/home/a/.config/app/profile");
//   absl::StatusOr<ProfileLock> lock = ProfileLock::Take(*dir);
//   absl::Status sound = dir->CheckFiles();
//
// Neither opens a database, which NSS may have open: closing a descriptor of it would drop NSS's
// POSIX locks (SQLite, "How To Corrupt", section 2.2). What is in them: database_check.h. Both
// answer, naming the path,
//   NotFound          the folder is missing
//   InvalidArgument   the path is empty or has a NUL byte
//   FailedPrecondition  it is a file
//   PermissionDenied  it cannot be searched or read, a database file cannot be read, or there is
//                     none and none can be made
//   DataLoss          a database is no regular file, or one of the two is missing
// A folder without databases is a fresh profile (`fresh`), made on opening.
//
// The lock is flock(2) on the folder itself: nothing is written into the profile, it works in a
// read-only folder, and the kernel drops it when the process dies. FailedPrecondition names the
// holder's pid, from /proc/locks.
//
// Thread rule: any thread. No NSS is called.

#ifndef NSS_GLUE_PROFILE_DIR_H_
#define NSS_GLUE_PROFILE_DIR_H_

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace psm {

struct ProfileDir {
  std::string path;  // canonical and absolute
  dev_t device = 0;
  ino_t inode = 0;
  // What CheckFiles finds:
  bool fresh = false;                         // there is no database, of either kind
  bool legacy = false;                        // cert8.db or key3.db, which NSS would migrate
  bool writable = false;                      // folder and databases can be written
  std::vector<std::string> unloaded_modules;  // third-party modules that its pkcs11.txt lists
  bool wants_fips = false;                    // its pkcs11.txt asks for FIPS mode
  bool has_module_list = false;               // it has a pkcs11.txt with NSS's own module in it

  static absl::StatusOr<ProfileDir> Locate(absl::string_view path);
  [[nodiscard]] absl::Status CheckFiles();
  // Both.
  static absl::StatusOr<ProfileDir> Inspect(absl::string_view path);

  bool IsSameFolderAs(const ProfileDir& other) const {
    return device == other.device && inode == other.inode;
  }
};

class ProfileLock {
 public:
  static absl::StatusOr<ProfileLock> Take(const ProfileDir& dir);
  ProfileLock(ProfileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ProfileLock& operator=(ProfileLock&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~ProfileLock();

 private:
  explicit ProfileLock(int fd) : fd_(fd) {}

  int fd_;
};

// The value of a parameter in an NSS module spec, quoted: ' and \ must be escaped
// (lib/util/utilpars.h), nothing else.
std::string QuoteForModuleSpec(absl::string_view value);

// Which of `dir`'s databases this process has open: NSS's own descriptors, by device and inode.
struct OpenDatabases {
  bool cert9 = false;
  bool key4 = false;
  bool legacy = false;  // cert8.db or key3.db
};
OpenDatabases DatabasesOpenInProcess(const ProfileDir& dir);

}  // namespace psm

#endif  // NSS_GLUE_PROFILE_DIR_H_
