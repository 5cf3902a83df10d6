// Copies of a profile inside the profile, and the way back.
//
//   absl::StatusOr<std::string> name = MakeBackup(folder, /*keep=*/5, absl::Seconds(10));
//   ...
//   absl::StatusOr<std::vector<std::string>> replaced =
//       RestoreBackup(folder, *name, absl::Seconds(10));
//
// A backup is a folder psm-backups/20261121T190500Z (UTC) with cert9.db, key4.db, pkcs11.txt and
// this library's own psm-*.json and psm-intents, as far as they exist, and backup.json: how many
// objects there are, and each file's size and checksum. It appears whole or not at all, was checked
// as a profile is before NSS opens it, and is on the disk when MakeBackup returns. Nothing of it is
// needed to use it by hand: its files are a profile. It has the private keys as the profile has
// them, encrypted by the profile's password, in a folder of mode 0700.
//
// Made while NSS has the profile open, a backup holds the state between two of this process's
// writes: it takes a WriteTurn (database_write.h). Both files are held by read locks
// meanwhile, so that no process commits to one of them and not to the other's copy.
//
// Restoring replaces the files of the profile by the backup's. What was there stays beside, as
// cert9.db.replaced-20261122T080000Z, with its journal. A crash at any point leaves either all of
// the old files, or a folder psm-restoring which CompleteRestore turns into all of the new ones;
// call that before the profile is looked at. A backup made by an older NSS lacks columns: NSS
// does without them, and the newer ones add them.
//
// How it fails, naming the file:
//   FailedPrecondition  NSS has the profile open in this process: for a restore; for a backup, by
//                       another SQLite than ours. Locks in the profile were dropped otherwise
//                       (SQLite, "How To Corrupt", 2.2)
//   NotFound            no backup of that name; no profile in the folder
//   DataLoss            what was copied, or the backup, is damaged; the older backups are kept
//   Unavailable         another process holds a lock, or another backup is being made
//   DeadlineExceeded    the budget is over
//   ResourceExhausted   disk full; what was begun is removed
//   PermissionDenied    the profile cannot be written
//   InvalidArgument     a name that is none of a backup
//
// Thread rule: any thread, no NSS is called. The caller has the profile (ProfileLock), and opens
// it in NSS neither during a restore nor, where NSS has another SQLite, during a backup.

#ifndef NSS_GLUE_PROFILE_BACKUP_H_
#define NSS_GLUE_PROFILE_BACKUP_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "nss_glue/database_check.h"

namespace psm {

// OK, or why a backup of the profile cannot be made in this process now.
absl::Status MayBackUpNow(const std::string& profile);

// Makes a backup, returns its name, and deletes all but the newest `keep` (at least 1).
absl::StatusOr<std::string> MakeBackup(const std::string& profile, int keep, absl::Duration budget);

// The names, newest first. Whether they are sound is not looked at.
absl::StatusOr<std::vector<std::string>> ListBackups(const std::string& profile);

// Is it as it was made? By a full check, its counts, and the checksums of its files.
absl::StatusOr<ProfileFacts> VerifyBackup(const std::string& profile, const std::string& name,
                                          absl::Duration budget);

// Verifies the backup and puts copies of its files into the profile. The paths of what was
// replaced.
absl::StatusOr<std::vector<std::string>> RestoreBackup(const std::string& profile,
                                                       const std::string& name,
                                                       absl::Duration budget);

// Finishes a restore that was cut short, or removes what one had begun. Two system calls where
// there is none.
absl::Status CompleteRestore(const std::string& profile);

// Moves what a restore would replace out of the way, and puts nothing in its place: the profile
// is a fresh one then. The new paths.
absl::StatusOr<std::vector<std::string>> SetProfileAside(const std::string& profile);

}  // namespace psm

#endif  // NSS_GLUE_PROFILE_BACKUP_H_
