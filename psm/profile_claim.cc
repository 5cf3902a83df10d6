#include "psm/profile_claim.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"
#include "nss_glue/newer_profile.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/profile_backup.h"
#include "psm/migration.h"

namespace psm {
namespace {

constexpr char kBackupName[] = "%Y%m%dT%H%M%SZ";  // profile_backup.h

// Profiles that were looked into, for the life of the process.
RememberedCheck& Remembered() {
  static auto* const remembered = new RememberedCheck;
  return *remembered;
}

// Puts the newest sound backup into the place of the profile.
struct Restored {
  std::string backup;
  std::vector<std::string> replaced;
};
absl::StatusOr<Restored> RestoreNewest(const ProfileDir& dir, absl::Duration budget) {
  absl::StatusOr<std::vector<std::string>> backups = ListBackups(dir.path);
  if (!backups.ok()) return backups.status();
  absl::Status why = absl::NotFoundError("there is no backup");
  for (const std::string& backup : *backups) {
    absl::StatusOr<std::vector<std::string>> replaced = RestoreBackup(dir.path, backup, budget);
    if (replaced.ok()) return Restored{backup, *std::move(replaced)};
    why = replaced.status();
    if (!absl::IsDataLoss(why)) break;  // a damaged one has an older one behind it
  }
  return why;
}

absl::Status Emptied(const ProfileDir& dir, const ProfileRecord& record,
                     const ProfileFacts& facts) {
  const bool certificates = record.has_certificates && facts.public_objects == 0;
  const bool keys = record.has_keys && facts.private_objects == 0;
  if (!certificates && !keys) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(
      "profile database was emptied: it held objects when it was last open, and holds none: ",
      dir.path, certificates ? "/cert9.db" : "/key4.db"));
}

}  // namespace

absl::StatusOr<ProfileClaim> ProfileClaim::Lock(absl::string_view directory,
                                                const std::vector<const ProfileClaim*>& held) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(directory);
  if (!dir.ok()) return dir.status();
  ProfileClaim claim;
  claim.dir = *std::move(dir);
  for (const ProfileClaim* other : held) {
    if (other->dir.IsSameFolderAs(claim.dir)) claim.lock = other->lock;
  }
  if (claim.lock != nullptr) return claim;
  absl::StatusOr<ProfileLock> lock = ProfileLock::Take(claim.dir);
  if (!lock.ok()) {
    return WithOutcome(lock.status(), absl::IsFailedPrecondition(lock.status())
                                          ? OpenOutcome::kInUse
                                          : OpenOutcome::kFailed);
  }
  claim.lock = std::make_shared<ProfileLock>(*std::move(lock));
  return claim;
}

absl::Status ProfileClaim::Look(const Settings& settings) {
  notes.clear();
  absl::StatusOr<ProfileRecord> read = ProfileRecord::Read(dir.path);
  if (absl::IsDataLoss(read.status())) {
    notes.push_back(absl::StrCat(read.status().message(), "; it is made anew"));
    read = ProfileRecord();
  }
  if (absl::IsPermissionDenied(read.status())) {
    notes.push_back(std::string(read.status().message()));
    read = ProfileRecord();
  }
  if (!read.ok()) return read.status();
  record = *std::move(read);

  absl::Status sound = migration::Resume(dir.path, &record, &notes);
  if (sound.ok()) sound = dir.CheckFiles();
  if (!sound.ok()) return sound;
  facts = ProfileFacts();
  if (!dir.fresh && !dir.legacy) {
    absl::StatusOr<ProfileFacts> found = Remembered().Check(dir, settings.check_budget);
    if (absl::IsDeadlineExceeded(found.status())) {
      notes.push_back(absl::StrCat("not checked to the end: ", found.status().message()));
      found = CheckDatabases(dir, settings.check_budget, /*full=*/false);
    }
    if (!found.ok()) return found.status();
    facts = *std::move(found);
    if (facts.rolled_back) notes.push_back("a write that was cut short was rolled back");
  }
  sound = Emptied(dir, record, facts);
  if (!sound.ok()) return sound;
  CompareModules();
  sound = migration::LookBeside(&dir, facts, &notes);
  if (!sound.ok()) return sound;
  for (const std::string& module : dir.unloaded_modules) {
    notes.push_back(absl::StrCat("PKCS#11 module not loaded: ", module));
  }
  if (dir.wants_fips) notes.push_back("the profile asks for FIPS mode, which is not on");
  read_only = ForeignToThisNss(settings);
  return absl::OkStatus();
}

// pkcs11.txt against our record. What it says counts, unless it says nothing.
void ProfileClaim::CompareModules() {
  if (!dir.has_module_list) {
    if (!dir.fresh && (record.fips || !record.modules.empty())) {
      notes.push_back("pkcs11.txt is missing or damaged: its modules are taken from our record");
    }
    dir.unloaded_modules = record.modules;
    dir.wants_fips = record.fips;
    return;
  }
  for (const std::string& module : record.modules) {
    const auto& listed = dir.unloaded_modules;
    if (std::find(listed.begin(), listed.end(), module) == listed.end()) {
      notes.push_back(absl::StrCat("pkcs11.txt no longer lists the PKCS#11 module ", module));
    }
  }
  if (record.fips && !dir.wants_fips) notes.push_back("pkcs11.txt no longer asks for FIPS mode");
}

absl::Status ProfileClaim::ForeignToThisNss(const Settings& settings) {
  const std::vector<std::string> what = NewerProfile::Unreadable(facts);
  if (what.empty()) return absl::OkStatus();
  const std::string why = absl::StrCat("a newer NSS has written what NSS ", NssRuntime::Version(),
                                       " cannot read: ", absl::StrJoin(what, ", "), ": ", dir.path);
  if (settings.newer_profile == NewerProfilePolicy::kReadOnly) {
    return absl::FailedPreconditionError(why);
  }
  notes.push_back(why);
  return absl::OkStatus();
}

absl::Status ProfileClaim::Mend(const Settings& settings) {
  if (settings.damaged_profile == DamagedProfilePolicy::kFresh) {
    absl::StatusOr<std::vector<std::string>> aside = SetProfileAside(dir.path);
    if (!aside.ok()) return aside.status();
    kept = *std::move(aside);
  } else {
    absl::StatusOr<Restored> restored = RestoreNewest(dir, settings.check_budget);
    if (!restored.ok()) return restored.status();
    recovered_from = std::move(restored->backup);
    kept = std::move(restored->replaced);
  }
  Remembered().Forget(dir);
  outcome = OpenOutcome::kRecovered;
  return absl::OkStatus();
}

absl::Status ProfileClaim::Check(const Settings& settings) {
  absl::Status sound = CompleteRestore(dir.path);
  if (sound.ok()) sound = Look(settings);
  if (absl::IsDataLoss(sound)) {
    if (settings.damaged_profile == DamagedProfilePolicy::kRefuse) {
      return WithOutcome(sound, OpenOutcome::kCorrupt);
    }
    absl::Status mended = Mend(settings);
    if (!mended.ok()) {
      return WithOutcome(
          absl::DataLossError(absl::StrCat(sound.message(), "; and ", kDamagedProfilePref,
                                           " could not be followed: ", mended.ToString())),
          OpenOutcome::kCorrupt);
    }
    const std::string finding(sound.message());
    sound = Look(settings);
    notes.push_back(finding);
  }
  checked = sound.ok();
  return WithOutcome(sound,
                     absl::IsUnavailable(sound) ? OpenOutcome::kInUse : OpenOutcome::kFailed);
}

void ProfileClaim::BackUpIfDue(const Settings& settings) {
  const bool worth_it = facts.public_objects > 0 || facts.private_objects > 0;
  if (settings.backup_interval_hours == 0 || !worth_it || !dir.writable) return;
  const std::string due = absl::FormatTime(
      kBackupName, absl::Now() - absl::Hours(settings.backup_interval_hours), absl::UTCTimeZone());
  absl::StatusOr<std::vector<std::string>> backups = ListBackups(dir.path);
  if (backups.ok() && !backups->empty() && backups->front() > due) return;
  absl::Status made = MakeBackup(dir.path, settings.backups_kept, settings.check_budget).status();
  if (!made.ok()) notes.push_back(absl::StrCat("no backup was made: ", made.ToString()));
}

absl::StatusOr<OpenedProfile> ProfileClaim::OpenDatabases(NssRuntime* runtime) const {
  absl::Status ready;
  if ((dir.fresh || dir.legacy) && dir.writable && read_only.ok()) {
    ready = CheckRoom(dir.path, "make profile databases");
    if (ready.ok()) ready = migration::Prepare(dir);
  }
  if (!ready.ok()) return ready;
  absl::StatusOr<OpenedProfile> opened = runtime->Open(dir, read_only);
  if (opened.ok()) return opened;
  absl::Status room = CheckRoom(dir.path, "open profile");
  if (room.ok()) return opened;
  return WithMessage(room, absl::StrCat(room.message(), "; ", opened.status().ToString()));
}

ProfileRecord ProfileClaim::RecordOfNow() const {
  ProfileRecord now = record;
  now.has_certificates = facts.public_objects > 0;
  now.has_keys = facts.private_objects > 0;
  now.modules = dir.unloaded_modules;
  now.fips = dir.wants_fips;
  return now;
}

}  // namespace psm
