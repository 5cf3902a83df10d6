// A profile of NSS's old format (dbm: cert8.db, key3.db) that is moved to the new one, in place.
// NSS does it when it opens such a folder: at once without a password, otherwise at the first
// log-in. It does so in two transactions, of which it forgets the first if the second does not
// follow, and it does not look whether all of it arrived.
//
//   Resume     before NSS sees the folder: what a migration that was cut off had made is removed
//   Prepare    the same: from here on the migration is pending (a "migrate" intent in the journal)
//   Finish     NSS has the profile open: is everything there, and can the keys be used? Then the
//              old files are kept, renamed or deleted (security.nss.legacy_files)
//
// A new profile is made in the same way: until NSS has opened it with its empty password, it is
// not there (a "create" intent), and RemoveHalfMade or the next Resume removes what is.
//
// Until Finish has succeeded nothing else is written (DatabaseWrite::Begin answers
// Unauthenticated, or what Finish found), so that Resume may remove what is there, at any point
// where a process was killed. The dbm files are not written at all. NSS_InitWithMerge is never
// used: without a password it succeeds and moves nothing.
//
// Why the old files do not stay as they are: key3.db protects the keys by one round of SHA-1,
// whatever the work factor of the new password; and NSS migrates it again, with all that was
// deleted or distrusted since, if key4.db should ever be missing. Why they are not deleted by
// default: nothing that cannot be made again is deleted unasked. A note of each OpenReport names
// them while they are there.
//
// Thread rule: Resume, Prepare: the owner's, with the profile's lock. Finish: inside the gate, in
// a DatabaseWrite.
// How it fails
//   DataLoss            a dbm file is damaged; or objects did not arrive (the old files stay)
//   FailedPrecondition  Finish: nothing arrived; NSS may be built without dbm, as Firefox's is
//   Unauthenticated     Finish: it waits for a log-in
//   anything else       FileError with the path; as CheckDatabases does

#ifndef PSM_MIGRATION_H_
#define PSM_MIGRATION_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nss_glue/database_check.h"
#include "nss_glue/profile_dir.h"
#include "nss_glue/profile_record.h"
#include "psm/settings.h"
#include "shutdown/prevention_lock.h"

namespace psm::migration {

// `record` no longer says that there are objects in what was removed.
[[nodiscard]] absl::Status Resume(const std::string& folder, ProfileRecord* record,
                                  std::vector<std::string>* notes);
[[nodiscard]] absl::Status Prepare(const ProfileDir& dir);

// NSS could not open a new profile, and has closed what it made.
[[nodiscard]] absl::Status RemoveHalfMade(const ProfileDir& dir);

// What was moved, and where the old files are: for a note.
absl::StatusOr<std::string> Finish(const PreventionLock& lock, const std::string& folder,
                                   LegacyFilesPolicy policy);

// What a sound profile has beside it from before, and whether NSS would migrate it (dir->legacy):
// another program began to, and got no password.
[[nodiscard]] absl::Status LookBeside(ProfileDir* dir, const ProfileFacts& facts,
                                      std::vector<std::string>* notes);

// The password record has the form of dbm, which is tried out as fast as SHA-1 is: the next log-in
// writes it anew. Set by the owner while the gate is drained, cleared by TokenPassword.
void SetPasswordIsWeak(bool weak);
bool PasswordIsWeak();

}  // namespace psm::migration

#endif  // PSM_MIGRATION_H_
