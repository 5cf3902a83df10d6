#include "psm/profile_claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "nss_glue/error.h"
#include "nss_glue/nss_runtime.h"

namespace psm {
namespace {

// NSS reads trust objects of PKCS#11 3.2 since 3.113, and passwords with a salt of 48 bytes since
// 3.118 (lib/softoken/sftkpwd.c).
constexpr char kReadsPkcs11Trust[] = "3.113";
constexpr char kReadsLongSalt[] = "3.118";
constexpr int kLongSaltBytes = 48;

// Profiles that were looked into, for the life of the process.
RememberedCheck& Remembered() {
  static auto* const remembered = new RememberedCheck;
  return *remembered;
}

absl::Status SyncFolder(const std::string& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return FileError(errno, "open", folder);
  absl::Cleanup close_fd = [fd] { close(fd); };
  if (fsync(fd) != 0) return FileError(errno, "fsync", folder);
  return absl::OkStatus();
}

// Moves both databases, and what SQLite and we keep beside them, out of the way.
absl::StatusOr<std::vector<std::string>> KeepBeside(const std::string& folder) {
  const std::string time = absl::FormatTime("%Y%m%dT%H%M%SZ", absl::Now(), absl::UTCTimeZone());
  std::vector<std::string> kept;
  for (const char* name :
       {"cert9.db", "cert9.db-journal", "cert9.db-wal", "cert9.db-shm", "key4.db",
        "key4.db-journal", "key4.db-wal", "key4.db-shm", "psm-intents", "psm-profile.json"}) {
    const std::string path = absl::StrCat(folder, "/", name);
    const std::string aside = absl::StrCat(path, ".damaged-", time);
    if (renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, aside.c_str(), RENAME_NOREPLACE) == 0) {
      kept.push_back(aside);
    } else if (errno != ENOENT) {
      return FileError(errno, "keep the damaged file beside", path);
    }
  }
  absl::Status synced = SyncFolder(folder);
  if (!synced.ok()) return synced;
  return kept;
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
  if (!read.ok()) return read.status();
  record = *std::move(read);

  absl::Status sound = dir.CheckFiles();
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
  std::vector<std::string> what;
  if (facts.pkcs11_trust_objects > 0 && !NssRuntime::IsAtLeast(kReadsPkcs11Trust)) {
    what.push_back(
        absl::StrCat(facts.pkcs11_trust_objects, " trust objects (NSS ", kReadsPkcs11Trust, ")"));
  }
  if (facts.password_salt_bytes == kLongSaltBytes && !NssRuntime::IsAtLeast(kReadsLongSalt)) {
    what.push_back(absl::StrCat("a password (NSS ", kReadsLongSalt, ")"));
  }
  if (what.empty()) return absl::OkStatus();
  const std::string why = absl::StrCat("a newer NSS has written what NSS ", NssRuntime::Version(),
                                       " cannot read: ", absl::StrJoin(what, ", "), ": ", dir.path);
  if (settings.newer_profile == NewerProfilePolicy::kReadOnly) {
    return absl::FailedPreconditionError(why);
  }
  notes.push_back(why);
  return absl::OkStatus();
}

absl::Status ProfileClaim::Check(const Settings& settings) {
  absl::Status sound = Look(settings);
  if (absl::IsDataLoss(sound)) {
    if (settings.damaged_profile == DamagedProfilePolicy::kRefuse) {
      return WithOutcome(sound, OpenOutcome::kCorrupt);
    }
    const std::string finding(sound.message());
    absl::StatusOr<std::vector<std::string>> aside = KeepBeside(dir.path);
    if (!aside.ok()) return WithOutcome(aside.status(), OpenOutcome::kCorrupt);
    Remembered().Forget(dir);
    sound = Look(settings);
    if (sound.ok()) {
      outcome = OpenOutcome::kRecovered;
      kept = *std::move(aside);
      notes.push_back(finding);
    }
  }
  checked = sound.ok();
  return WithOutcome(sound,
                     absl::IsUnavailable(sound) ? OpenOutcome::kInUse : OpenOutcome::kFailed);
}

}  // namespace psm
