// A profile's cert9.db and key4.db, looked into by SQLite before NSS opens them: are they whole,
// and what is in them. NSS opens a damaged database as an empty one, and then may try for hours
// to write into it.
//
//   absl::StatusOr<ProfileFacts> facts = CheckDatabases(*dir, absl::Seconds(2), /*full=*/true);
//
// A full check reads every page (SQLite's quick_check), and compares every index with its table,
// in order and content, since NSS finds its objects by index. Without `full`, only what the facts
// need is read. Contents are not understood: a flipped bit inside a key or certificate is not
// found. 5,000 certificates with their keys take 19 ms
// (tests/benchmark/database_check_benchmark.cc).
//
// In a profile that is `writable`, a write that was cut short is rolled back, as SQLite does on
// any opening, and the write lock is taken for the length of the check. To look without changing
// anything, clear `writable`. Neither way leaves a file behind.
//
// How it fails: the list in sqlite_file.h, and
//   DataLoss            also: a file is missing, empty, or has no table of NSS's
//   FailedPrecondition  also: write-ahead logging, which needs write access even to read; or NSS
//                       has the profile open in this process by another SQLite than ours
// A fresh profile has no facts, and is sound.
//
// Thread rule: any thread. No NSS is called. The files are opened and closed by SQLite only,
// which keeps NSS's POSIX locks where both use the same library (SQLite, "How To Corrupt", 2.2).

#ifndef NSS_GLUE_DATABASE_CHECK_H_
#define NSS_GLUE_DATABASE_CHECK_H_

#include <sys/stat.h>
#include <sys/types.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "nss_glue/profile_dir.h"
#include "shutdown/mutex.h"

namespace psm {

struct ProfileFacts {
  int64_t public_objects = 0;   // rows of cert9.db: certificates, trust, CRLs, public keys
  int64_t private_objects = 0;  // rows of key4.db
  int64_t certificates = 0;
  int64_t crls = 0;
  int64_t keys = 0;           // private and secret ones
  bool has_metadata = false;  // key4.db has the table for passwords: made with the first one,
                              // or at the end of a migration
  int64_t pkcs11_trust_objects = 0;  // CKO_TRUST, which is by an NSS newer than 3.87.1
  int public_columns = 0;            // 120 if made by NSS 3.87.1, 193 by 3.125.1
  int password_salt_bytes = 0;       // 0: no password was ever set. 48: set by a newer NSS
  int password_iterations = 0;       // work factor. -1: a record of a form not known here
  bool empty_password = false;       // PBES2 of 1 iteration, which is how NSS writes that
  bool sha1_3des_password = false;   // the form of dbm profiles, which NSS keeps on migrating
  bool wal = false;                  // write-ahead logging
  bool rolled_back = false;          // this check rolled back a write that was cut short
};

absl::StatusOr<ProfileFacts> CheckDatabases(const ProfileDir& dir, absl::Duration budget,
                                            bool full);

// The path of the damaged or missing file that a DataLoss is about; "" if the status is another.
std::string DamagedFile(const absl::Status& status);

// True if the SQLite that NSS's softoken is bound to is this library's, so that both see each
// other's POSIX locks. False while softoken is not loaded. Firefox's NSS brings its own SQLite.
bool SharesSqliteWithNss();

// What tells that a file is the one seen before, and unwritten since.
struct FileState {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = 0;
  absl::Time modified;
  absl::Time changed;  // no system call sets it back

  static absl::StatusOr<FileState> Of(const std::string& path);
  bool operator==(const FileState& other) const;
  bool operator!=(const FileState& other) const { return !(*this == other); }
};

// Full checks, of profiles that changed since the last one only. Kept in memory: six stat calls
// for a profile that did not change.
//
// The kernel's clock of files stands still for up to 10 ms (4 ms at 250 Hz), so a file that was
// changed less than kSettled before it was looked at may change again without a trace, and is not
// remembered. Files beside the databases (a journal) make a profile not remembered either. A host
// that sets the clock of the machine back, or a file server whose clock is behind, defeats this.
//
// Thread rule: any thread; two checks at once do not wait for each other.
class RememberedCheck {
 public:
  static constexpr absl::Duration kSettled = absl::Milliseconds(20);

  // As CheckDatabases(dir, budget, true).
  absl::StatusOr<ProfileFacts> Check(const ProfileDir& dir, absl::Duration budget);

  // The facts of the last check, if nothing has changed since.
  absl::optional<ProfileFacts> Find(const ProfileDir& dir);

  void Forget(const ProfileDir& dir);

 private:
  struct Memory {
    FileState cert9;
    FileState key4;
    ProfileFacts facts;
  };
  using Folder = std::pair<dev_t, ino_t>;

  Mutex mu_;
  std::map<Folder, Memory> memory_ PSM_GUARDED_BY(mu_);
};

}  // namespace psm

#endif  // NSS_GLUE_DATABASE_CHECK_H_
