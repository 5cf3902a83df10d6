#include "tools/profile_doctor/commands.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/profile_backup.h"
#include "nss_glue/profile_dir.h"
#include "nss_glue/sqlite_file.h"

namespace psm::doctor {
namespace {

bool Exists(const std::string& path) {
  struct stat info;
  return lstat(path.c_str(), &info) == 0;
}

// The profile's folder; which need not be sound. An error is why nothing can be done with it.
absl::StatusOr<ProfileDir> Find(const Options& options) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(options.profile);
  if (!dir.ok()) return dir;
  absl::Status sound = dir->CheckFiles();
  if (!sound.ok() && !absl::IsDataLoss(sound)) return sound;
  return dir;
}

std::vector<std::string> BackupsOf(const ProfileDir& dir, Findings* findings) {
  absl::StatusOr<std::vector<std::string>> names = ListBackups(dir.path);
  if (!names.ok()) {
    findings->cannot.Update(names.status());
    return {};
  }
  return *names;
}

// Sorts the outcome of a look into the databases into what is wrong and what could not be done.
void Note(const ProfileDir& dir, const absl::StatusOr<ProfileFacts>& facts, Findings* findings) {
  const absl::Status& status = facts.status();
  if (facts.ok()) {
    if (!dir.fresh) findings->facts = *facts;
  } else if (absl::IsDataLoss(status)) {
    findings->problems.push_back({"damaged", DamagedFile(status), std::string(status.message())});
  } else if (absl::IsFailedPrecondition(status)) {
    findings->problems.push_back({"unfinished write", "", std::string(status.message())});
  } else {
    findings->cannot = status;
  }
}

// What is wrong with the profile, without a change.
void Look(const Options& options, const ProfileDir& dir, Findings* findings) {
  if (Exists(dir.path + "/psm-restoring")) {
    findings->problems.push_back({"unfinished restore", dir.path + "/psm-restoring",
                                  "a restore was cut short; repair finishes it"});
  }
  ProfileDir untouched = dir;
  untouched.writable = false;
  Note(dir, CheckDatabases(untouched, options.budget, /*full=*/true), findings);
  absl::Status inspected = ProfileDir::Inspect(dir.path).status();
  if (findings->problems.empty() && absl::IsDataLoss(inspected)) {
    findings->problems.push_back({"damaged", "", std::string(inspected.message())});
  }
  if (dir.fresh && !BackupsOf(dir, findings).empty()) {
    findings->problems.push_back({"missing", "", "there are backups, but no databases"});
  }
}

void DescribeFacts(const ProfileDir& dir, Findings* findings) {
  if (dir.fresh) findings->notes.push_back("the folder has no databases: a fresh profile");
  if (!findings->facts.has_value()) return;
  const ProfileFacts& facts = *findings->facts;
  if (facts.password_salt_bytes == 48) {
    findings->notes.push_back(
        "the password was set by an NSS newer than 3.87.1, which takes it for wrong");
  }
  if (facts.pkcs11_trust_objects > 0) {
    findings->notes.push_back(absl::StrCat(
        facts.pkcs11_trust_objects, " trust records are by a newer NSS; 3.87.1 does not see them"));
  }
  if (facts.sha1_3des_password) {
    findings->notes.push_back(
        "the password is protected as in dbm profiles; changing it to the same one improves that");
  }
  if (facts.wal) findings->notes.push_back("the databases use write-ahead logging");
}

void DescribeFolder(const ProfileDir& dir, Findings* findings) {
  for (const std::string& module : dir.unloaded_modules) {
    findings->notes.push_back(absl::StrCat("PKCS #11 module: ", module));
  }
  if (dir.wants_fips) findings->notes.push_back("it asks for FIPS mode");
  for (const char* name : {"cert8.db", "key3.db", "secmod.db"}) {
    if (Exists(absl::StrCat(dir.path, "/", name))) {
      findings->notes.push_back(absl::StrCat("a file of the old dbm format: ", name));
    }
  }
  struct stat info;
  if (stat((dir.path + "/key4.db").c_str(), &info) == 0 && (info.st_mode & 077) != 0) {
    findings->notes.push_back("other users may read or write key4.db");
  }
  std::error_code ignored;
  for (const auto& file : std::filesystem::directory_iterator(dir.path, ignored)) {
    if (absl::StrContains(file.path().filename().string(), ".replaced-")) {
      findings->notes.push_back(absl::StrCat("kept from a restore: ", file.path().string()));
    }
  }
  for (const char* name : {"/cert9.db", "/key4.db", "/.parentlock"}) {
    const std::string holder = LockHolder(dir.path + name);
    if (!holder.empty()) findings->notes.push_back(absl::StrCat(holder, " has locked ", name + 1));
  }
}

void Check(const Options& options, const ProfileDir& dir, Findings* findings) {
  Look(options, dir, findings);
  DescribeFacts(dir, findings);
}

void Report(const Options& options, const ProfileDir& dir, Findings* findings) {
  Check(options, dir, findings);
  DescribeFolder(dir, findings);
  findings->backups = BackupsOf(dir, findings);
  if (findings->backups->empty()) return;
  absl::Status newest = VerifyBackup(dir.path, findings->backups->front(), options.budget).status();
  if (newest.ok()) return;
  findings->problems.push_back(
      {"damaged", DamagedFile(newest), absl::StrCat("the newest backup: ", newest.message())});
}

void Back(const Options& options, const ProfileDir& dir, Findings* findings) {
  absl::StatusOr<std::string> name = MakeBackup(dir.path, options.keep, options.budget);
  if (absl::IsDataLoss(name.status())) {
    findings->problems.push_back(
        {"damaged", "", absl::StrCat("no backup was made: ", name.status().message())});
  } else if (!name.ok()) {
    findings->cannot = name.status();
  } else {
    findings->backup = *name;
    findings->done.push_back(absl::StrCat("made the backup ", *name));
  }
}

void List(const Options& /*options*/, const ProfileDir& dir, Findings* findings) {
  findings->backups = BackupsOf(dir, findings);
}

// The backup that was asked for, or the newest.
std::string Chosen(const Options& options, const ProfileDir& dir, Findings* findings) {
  if (!options.backup.empty()) return options.backup;
  const std::vector<std::string> names = BackupsOf(dir, findings);
  if (!names.empty()) return names.front();
  findings->cannot.Update(absl::NotFoundError(absl::StrCat("there is no backup in ", dir.path)));
  return "";
}

void Verify(const Options& options, const ProfileDir& dir, Findings* findings) {
  findings->backup = Chosen(options, dir, findings);
  if (!findings->cannot.ok()) return;
  Note(dir, VerifyBackup(dir.path, findings->backup, options.budget), findings);
}

bool RestoreFrom(const Options& options, const ProfileDir& dir, const std::string& name,
                 Findings* findings) {
  absl::StatusOr<std::vector<std::string>> replaced = RestoreBackup(dir.path, name, options.budget);
  if (absl::IsDataLoss(replaced.status())) {
    findings->problems.push_back(
        {"damaged", DamagedFile(replaced.status()), std::string(replaced.status().message())});
    return false;
  }
  if (!replaced.ok()) {
    findings->cannot = replaced.status();
    return false;
  }
  findings->backup = name;
  findings->replaced = *replaced;
  findings->done.push_back(absl::StrCat("restored the backup ", name));
  absl::StatusOr<ProfileDir> restored = ProfileDir::Inspect(dir.path);
  if (restored.ok()) {
    Note(*restored, CheckDatabases(*restored, options.budget, /*full=*/true), findings);
  } else {
    findings->cannot = restored.status();
  }
  return true;
}

void Restore(const Options& options, const ProfileDir& dir, Findings* findings) {
  const std::string name = Chosen(options, dir, findings);
  if (findings->cannot.ok()) RestoreFrom(options, dir, name, findings);
}

void SetAside(const ProfileDir& dir, Findings* findings) {
  absl::StatusOr<std::vector<std::string>> kept = SetProfileAside(dir.path);
  if (!kept.ok()) {
    findings->cannot = kept.status();
    return;
  }
  findings->problems.clear();
  findings->replaced = *kept;
  findings->done.push_back("set the profile's files aside; the next opening makes new ones");
}

void Repair(const Options& options, const ProfileDir& found, Findings* findings) {
  ProfileDir dir = found;
  if (Exists(dir.path + "/psm-restoring")) {
    findings->cannot = CompleteRestore(dir.path);
    if (!findings->cannot.ok()) return;
    findings->done.push_back("finished a restore that was cut short");
    absl::StatusOr<ProfileDir> again = Find(options);
    if (!again.ok()) {
      findings->cannot = again.status();
      return;
    }
    dir = *again;
  }
  // This rolls a write back that was cut short.
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir, options.budget, /*full=*/true);
  if (facts.ok() && facts->rolled_back) {
    findings->done.push_back("rolled a write back that was cut short");
  }
  Look(options, dir, findings);
  if (!findings->cannot.ok() || findings->problems.empty()) return;
  const bool lost =
      std::any_of(findings->problems.begin(), findings->problems.end(), [](const Problem& problem) {
        return problem.kind == "damaged" || problem.kind == "missing";
      });
  if (!lost) return;
  if (options.fresh) return SetAside(dir, findings);

  for (const std::string& name : BackupsOf(dir, findings)) {
    if (!options.backup.empty() && name != options.backup) continue;
    absl::Status sound = VerifyBackup(dir.path, name, options.budget).status();
    if (!sound.ok()) {
      findings->notes.push_back(absl::StrCat("the backup ", name, " is no use: ", sound.message()));
      continue;
    }
    findings->problems.clear();
    if (RestoreFrom(options, dir, name, findings) || !findings->cannot.ok()) return;
  }
  findings->notes.push_back(
      "there is no sound backup; --fresh sets the files aside and lets NSS make new ones");
}

struct Command {
  void (*carry)(const Options&, const ProfileDir&, Findings*);
  bool writes;
};

const std::map<std::string, Command>& Commands() {
  static const auto* const commands = new std::map<std::string, Command>{
      {"check", {Check, false}},          {"report", {Report, false}},
      {"backup", {Back, true}},           {"list-backups", {List, false}},
      {"verify-backup", {Verify, false}}, {"restore", {Restore, true}},
      {"repair", {Repair, true}}};
  return *commands;
}

}  // namespace

bool IsCommand(const std::string& name) { return Commands().count(name) != 0; }

Findings Carry(const Options& options) {
  const Command& command = Commands().at(options.command);
  Findings findings;
  findings.command = options.command;
  findings.profile = options.profile;
  absl::StatusOr<ProfileDir> dir = Find(options);
  if (!dir.ok()) {
    findings.cannot = dir.status();
    return findings;
  }
  findings.profile = dir->path;
  absl::StatusOr<ProfileLock> lock = absl::CancelledError("not needed");
  if (command.writes) {
    lock = ProfileLock::Take(*dir);
    findings.cannot = lock.status();
    const std::string firefox = LockHolder(dir->path + "/.parentlock");
    if (!firefox.empty()) {
      findings.cannot.Update(absl::FailedPreconditionError(
          absl::StrCat("profile is in use by ", firefox, ", which has locked .parentlock")));
    }
    if (!findings.cannot.ok()) return findings;
  }
  command.carry(options, *dir, &findings);
  return findings;
}

}  // namespace psm::doctor
