// A profile that was looked into and locked against other processes, before NSS sees it: what
// SecurityManager decides about a folder while the old profile is still open.
//
//   absl::StatusOr<ProfileClaim> claim = ProfileClaim::Lock(directory, {&open});
//   absl::Status sound = claim->Check(settings);
//
// Damage, and a profile that was emptied behind our back, end here; the policy
// security.nss.damaged_profile decides how:
//   refuse   DataLoss, kCorrupt; nothing is touched
//   restore  the damaged files are kept beside, named with the time, and the newest sound backup
//            (nss_glue/profile_backup.h) takes their place; without one, as refuse
//   fresh    the damaged files are kept beside, and the profile starts anew
//
// What only a newer NSS reads (nss_glue/newer_profile.h) makes the profile read-only, unless
// security.nss.newer_profile says otherwise: this NSS would damage it.
//
// Thread rule: the owner's.
// How it fails: as ProfileDir, ProfileLock and CheckDatabases do; the OpenOutcome is in the Status.

#ifndef PSM_PROFILE_CLAIM_H_
#define PSM_PROFILE_CLAIM_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "nss_glue/database_check.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/profile_dir.h"
#include "nss_glue/profile_record.h"
#include "psm/open_outcome.h"
#include "psm/settings.h"

namespace psm {

struct ProfileClaim {
  ProfileDir dir;
  std::shared_ptr<ProfileLock> lock;  // shared by the claims of one folder
  ProfileRecord record;
  ProfileFacts facts;
  absl::Status read_only;  // why it must not be written; OK otherwise
  bool checked = false;
  OpenOutcome outcome = OpenOutcome::kOk;
  std::string recovered_from;      // the backup
  std::vector<std::string> kept;   // the damaged files, where they are now
  std::vector<std::string> notes;  // what a user may want to know

  // The folder and its lock; the files are not looked into. `held`: claims that may be of the same
  // folder.
  static absl::StatusOr<ProfileClaim> Lock(absl::string_view directory,
                                           const std::vector<const ProfileClaim*>& held);

  // Looks into the files, and mends as the policy says. NSS must not have the profile open.
  [[nodiscard]] absl::Status Check(const Settings& settings);

  // A backup, where the newest is older than the policy allows: after Check, when the profile is
  // whole and nobody has it open. A failure is a note.
  void BackUpIfDue(const Settings& settings);

  // Within NSS, after Check. A profile of the old format is migrated by it.
  absl::StatusOr<OpenedProfile> OpenDatabases(NssRuntime* runtime) const;

  // What the files say now, to be kept beside them.
  ProfileRecord RecordOfNow() const;

 private:
  absl::Status Look(const Settings& settings);
  absl::Status Mend(const Settings& settings);
  void CompareModules();
  absl::Status ForeignToThisNss(const Settings& settings);
};

}  // namespace psm

#endif  // PSM_PROFILE_CLAIM_H_
