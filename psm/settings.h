// The preferences that steer the security manager. They are read at each profile event, so a change
// in a running process takes effect at the next one; nothing has to be restarted.
//
//   preference (security.nss. ...)  default      values
//   shutdown_mode                   coordinated  coordinated: NSS_Shutdown and NSS_Initialize at
//                                                each change; never: NSS stays up, the profile's
//                                                databases are exchanged
//   drain_deadline_ms               5000         1 to 600000: how long a change waits for calls
//   deadline_policy                 keep         when that time runs out, keep: the old profile;
//                                                proceed: the gate stays closed and NSS up, so that
//                                                the host can go on, or exit, without this profile
//   pinned_policy                   rehome       when somebody holds an NSS object in coordinated
//                                                mode, rehome: change this once as `never` does;
//                                                refuse: fail and say that a restart is needed
//   prompt_deadline_ms              300000       1 to 3600000: how long a password prompt may last
//   gate_fence                      auto         auto, or seq_cst for a sandbox that fakes
//                                                membarrier; read once, when the manager is made
//   capture_creation_sites          false        record where each tracked object was made, and
//                                                where each NSS reference was obtained
//   allow_no_database               false        go on without databases when a profile cannot be
//                                                opened
//   damaged_profile                 refuse       when a database is damaged or was emptied,
//                                                refuse: touch nothing; restore: keep it beside and
//                                                take the newest sound backup; fresh: keep it
//                                                beside and start anew
//   legacy_files                    rename       the old files of a profile that was migrated from
//                                                dbm, keep; rename: to *.migrated; delete: once
//                                                everything was found to have arrived and the keys
//                                                to work (psm/migration.h)
//   newer_profile                   read_only    when a newer NSS has written what this one cannot
//                                                read, read_only, or write
//   password_iterations             10000        10000 to 10000000: rounds of PBKDF2-SHA256 between
//                                                password and key, for passwords that are set from
//                                                now on; read once, when the manager is made. What
//                                                the environment says
//                                                (NSS_MIN_MP_PBE_ITERATION_COUNT and _MAX_) goes
//                                                before
//   write_deadline_ms               10000        1 to 600000: how long a write waits for another
//                                                one, or for another process's lock
//   check_budget_ms                 5000         1 to 600000: how long the databases are checked
//                                                before a profile is opened
//   backup_interval_hours           24           0 to 8760: a profile whose newest backup is older
//                                                is backed up before it is opened; 0: never
//   backups_kept                    3            1 to 1000
//   security.nocertdb               false        open without databases always (Gecko's preference)
//
// Why 10000 rounds, which is what NSS and Firefox use, and not the 600000 that are recommended for
// passwords today: NSS derives a key for each stored secret, not for each log-in. Measured, for
// 10000 / 100000 / 600000 rounds: a log-in 2.7 / 27 / 168 ms; the first use of each key afterwards
// 6 / 54 / 340 ms; a change of trust 45 / 400 / 2400 ms; and a change of the password, which is one
// call that nothing can stop, 12 / 120 / 720 ms for each key. A host whose profiles hold few keys
// does well to set 100000.
//
// Thread rule: any thread. How it fails: InvalidArgument that names the preference and its value.

#ifndef PSM_SETTINGS_H_
#define PSM_SETTINGS_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "psm/preferences.h"
#include "shutdown/export.h"

namespace psm {

inline constexpr char kShutdownModePref[] = "security.nss.shutdown_mode";
inline constexpr char kDrainDeadlinePref[] = "security.nss.drain_deadline_ms";
inline constexpr char kDeadlinePolicyPref[] = "security.nss.deadline_policy";
inline constexpr char kPinnedPolicyPref[] = "security.nss.pinned_policy";
inline constexpr char kPromptDeadlinePref[] = "security.nss.prompt_deadline_ms";
inline constexpr char kGateFencePref[] = "security.nss.gate_fence";
inline constexpr char kCreationSitesPref[] = "security.nss.capture_creation_sites";
inline constexpr char kAllowNoDatabasePref[] = "security.nss.allow_no_database";
inline constexpr char kDamagedProfilePref[] = "security.nss.damaged_profile";
inline constexpr char kLegacyFilesPref[] = "security.nss.legacy_files";
inline constexpr char kNewerProfilePref[] = "security.nss.newer_profile";
inline constexpr char kPasswordIterationsPref[] = "security.nss.password_iterations";
inline constexpr char kWriteDeadlinePref[] = "security.nss.write_deadline_ms";
inline constexpr char kCheckBudgetPref[] = "security.nss.check_budget_ms";
inline constexpr char kBackupIntervalPref[] = "security.nss.backup_interval_hours";
inline constexpr char kBackupsKeptPref[] = "security.nss.backups_kept";
inline constexpr char kNoCertDbPref[] = "security.nocertdb";

enum class ShutdownMode { kCoordinated, kNever };
enum class DeadlinePolicy { kKeep, kProceed };
enum class PinnedPolicy { kRehome, kRefuse };
enum class DamagedProfilePolicy { kRefuse, kRestore, kFresh };
enum class LegacyFilesPolicy { kKeep, kRename, kDelete };
enum class NewerProfilePolicy { kReadOnly, kWrite };

struct Settings {
  ShutdownMode mode = ShutdownMode::kCoordinated;
  absl::Duration drain_deadline = absl::Seconds(5);
  DeadlinePolicy deadline_policy = DeadlinePolicy::kKeep;
  PinnedPolicy pinned_policy = PinnedPolicy::kRehome;
  absl::Duration prompt_deadline = absl::Minutes(5);
  bool force_seq_cst = false;
  bool capture_creation_sites = false;
  bool allow_no_database = false;
  DamagedProfilePolicy damaged_profile = DamagedProfilePolicy::kRefuse;
  LegacyFilesPolicy legacy_files = LegacyFilesPolicy::kRename;
  NewerProfilePolicy newer_profile = NewerProfilePolicy::kReadOnly;
  int password_iterations = 10000;
  absl::Duration write_deadline = absl::Seconds(10);
  absl::Duration check_budget = absl::Seconds(5);
  int backup_interval_hours = 24;
  int backups_kept = 3;
  bool no_certificate_database = false;
};

PSM_EXPORT absl::StatusOr<Settings> ReadSettings(const PreferenceService& preferences);

PSM_EXPORT absl::string_view ShutdownModeName(ShutdownMode mode);

}  // namespace psm

#endif  // PSM_SETTINGS_H_
