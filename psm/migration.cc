#include "psm/migration.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"
#include "nss_glue/intent_journal.h"
#include "nss_glue/legacy_database.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/scoped.h"

namespace psm::migration {
namespace {

constexpr char kOperation[] = "migrate the profile from dbm";
constexpr char kSuffix[] = ".migrated";
constexpr absl::Duration kBudget = absl::Seconds(5);

std::atomic<bool> g_password_is_weak{false};

bool Exists(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0;
}

// kMigrate or kCreate, whichever has not ended.
absl::StatusOr<absl::optional<IntentKind>> Pending(const std::string& folder) {
  absl::StatusOr<std::string> journal = ReadFile(folder + "/psm-intents");
  absl::optional<IntentKind> kind;
  // Who cannot read it cannot write the profile either.
  if (absl::IsNotFound(journal.status()) || absl::IsPermissionDenied(journal.status())) {
    return kind;
  }
  if (!journal.ok()) return journal.status();
  for (const PendingIntent& pending : IntentJournal::Parse(*journal)) {
    const IntentKind found = pending.intent.kind;
    if (found == IntentKind::kMigrate || found == IntentKind::kCreate) kind = found;
  }
  return kind;
}

absl::Status RemoveNewDatabases(const std::string& folder) {
  // The journals first: they must not meet the next files of these names.
  for (const char* name : {"/key4.db-journal", "/cert9.db-journal", "/key4.db", "/cert9.db"}) {
    const std::string path = folder + name;
    if (unlink(path.c_str()) != 0 && errno != ENOENT) return FileError(errno, "remove", path);
  }
  return SyncFolder(folder);
}

absl::Status Lost(const std::string& folder, const std::string& difference) {
  return absl::DataLossError(absl::StrCat(kOperation, ": NSS has migrated ", difference, ": ",
                                          folder, "; the old files are as they were"));
}

// Every private key that can sign does so.
absl::Status UseKeys(PK11SlotInfo* slot) {
  nss::PORT_SetError(0);
  UniquePrivateKeyList keys(nss::PK11_ListPrivKeysInSlot(slot, nullptr, nullptr));
  if (keys == nullptr) {
    return nss::PORT_GetError() == 0 ? absl::OkStatus() : NssError(kOperation, "list the keys");
  }
  for (SECKEYPrivateKeyListNode* node = PRIVKEY_LIST_HEAD(keys); !PRIVKEY_LIST_END(node, keys);
       node = PRIVKEY_LIST_NEXT(node)) {
    const KeyType type = nss::SECKEY_GetPrivateKeyType(node->key);
    if (type != rsaKey && type != dsaKey && type != ecKey) continue;
    const std::string digest(20, '\x5a');
    absl::StatusOr<SECItem> hash = BorrowItem(digest, kOperation);
    const int length = nss::PK11_SignatureLen(node->key);
    if (!hash.ok() || length <= 0) return NssError(kOperation, "a key cannot be used");
    std::string signature(static_cast<size_t>(length), '\0');
    absl::StatusOr<SECItem> out = BorrowItem(signature, kOperation);
    if (nss::PK11_Sign(node->key, &*out, &*hash) != SECSuccess) {
      return NssError(kOperation, "a key cannot be used");
    }
  }
  return absl::OkStatus();
}

// One file after the other; a process that dies in between comes back here.
absl::Status PutAway(const std::vector<std::string>& files, LegacyFilesPolicy policy) {
  for (const std::string& file : files) {
    if (policy == LegacyFilesPolicy::kDelete) {
      std::error_code error;
      std::filesystem::remove_all(file, error);
      if (error) return FileError(error.value(), "delete", file);
    } else if (renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, (file + kSuffix).c_str(),
                         RENAME_NOREPLACE) != 0) {
      return FileError(errno, "rename", file);
    }
  }
  return absl::OkStatus();
}

std::string WhereTheyAre(const std::vector<std::string>& files) {
  return absl::StrCat("an old copy of the profile, which protects its keys hardly, is in ",
                      absl::StrJoin(files, ", "));
}

}  // namespace

absl::Status Resume(const std::string& folder, ProfileRecord* record,
                    std::vector<std::string>* notes) {
  absl::StatusOr<absl::optional<IntentKind>> pending = Pending(folder);
  if (!pending.ok()) return pending.status();
  if (!pending->has_value() || (!Exists(folder + "/cert9.db") && !Exists(folder + "/key4.db"))) {
    return absl::OkStatus();
  }
  absl::StatusOr<LegacyFacts> before = ReadLegacyDatabases(folder);
  if (!before.ok()) return before.status();
  const bool migrates = **pending == IntentKind::kMigrate;
  if (migrates && !before->any()) return absl::OkStatus();  // put away already: it was complete
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(folder);
  absl::StatusOr<ProfileFacts> after =
      dir.ok() ? CheckDatabases(*dir, kBudget, /*full=*/false) : dir.status();
  if (!after.ok() && !absl::IsDataLoss(after.status())) return after.status();
  if (!migrates) {
    const bool complete = after.ok() && (after->has_metadata || after->public_objects > 0);
    return complete ? absl::OkStatus() : RemoveNewDatabases(folder);
  }
  if (after.ok() && after->has_metadata && before->Difference(*after).empty()) {
    return absl::OkStatus();
  }
  if (after.ok() && after->has_metadata && !before->IsMoreThan(*after)) {
    return Lost(folder, before->Difference(*after));
  }
  notes->push_back("a migration from dbm that was not finished is begun again");
  if (record->has_certificates || record->has_keys) {
    record->has_certificates = record->has_keys = false;
    absl::Status lowered = record->Write(folder);
    if (!lowered.ok()) return lowered;
  }
  return RemoveNewDatabases(folder);
}

absl::Status Prepare(const ProfileDir& dir) {
  absl::StatusOr<IntentJournal> journal = IntentJournal::Open(dir.path);
  if (!journal.ok()) return journal.status();
  Intent intent;
  intent.kind = dir.legacy ? IntentKind::kMigrate : IntentKind::kCreate;
  for (const PendingIntent& pending : journal->pending()) {
    if (pending.intent.kind == intent.kind) return absl::OkStatus();
  }
  return journal->Begin(intent).status();
}

absl::Status RemoveHalfMade(const ProfileDir& dir) {
  if (!dir.fresh) return absl::OkStatus();
  absl::Status removed = RemoveNewDatabases(dir.path);
  // No intent is left of a profile that is not there.
  const std::string journal = dir.path + "/psm-intents";
  if (removed.ok() && unlink(journal.c_str()) != 0 && errno != ENOENT) {
    return FileError(errno, "remove", journal);
  }
  return removed;
}

absl::StatusOr<std::string> Finish(const PreventionLock& /*lock*/, const std::string& folder,
                                   LegacyFilesPolicy policy) {
  absl::StatusOr<LegacyFacts> before = ReadLegacyDatabases(folder);
  if (!before.ok()) return before.status();
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(folder);
  if (!dir.ok()) return dir.status();
  absl::StatusOr<ProfileFacts> after = CheckDatabases(*dir, kBudget, /*full=*/false);
  if (!after.ok()) return after.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kOperation);
  if (!slot.ok()) return slot.status();
  const bool logged_in = !nss::PK11_NeedLogin(slot->get()).value_or(PR_TRUE) ||
                         nss::PK11_IsLoggedIn(slot->get(), nullptr).value_or(PR_FALSE);
  if (!after->has_metadata || !logged_in) {
    return NssErrorFor(SEC_ERROR_TOKEN_NOT_LOGGED_IN,
                       absl::StrCat(kOperation, ": it waits for a log-in"), folder);
  }
  const std::string difference = before->Difference(*after);
  if (!difference.empty() && after->public_objects == 0 && after->private_objects == 0) {
    return absl::FailedPreconditionError(absl::StrCat(
        kOperation, ": NSS ", NssRuntime::Version(),
        " has moved nothing; it may have been built without dbm (libnssdbm3): ", folder,
        "; the old files are as they were"));
  }
  if (!difference.empty()) return Lost(folder, difference);
  std::string note = absl::StrCat("the profile was migrated from dbm: ", before->ToString());
  std::vector<std::string> files = LegacyFiles(folder);
  if (policy == LegacyFilesPolicy::kKeep || files.empty()) return note;
  absl::Status ready = UseKeys(slot->get());
  if (ready.ok()) ready = SyncFolder(folder);
  if (ready.ok()) ready = PutAway(files, policy);
  if (!ready.ok()) {
    return absl::StrCat(note, "; ", WhereTheyAre(LegacyFiles(folder)), ": ", ready.ToString());
  }
  if (policy == LegacyFilesPolicy::kDelete) {
    return absl::StrCat(note, "; these were deleted: ", absl::StrJoin(files, ", "));
  }
  for (std::string& file : files) file += kSuffix;
  return absl::StrCat(note, "; ", WhereTheyAre(files));
}

absl::Status LookBeside(ProfileDir* dir, const ProfileFacts& facts,
                        std::vector<std::string>* notes) {
  std::vector<std::string> old = LegacyFiles(dir->path);
  const std::vector<std::string> renamed = LegacyFiles(dir->path, kSuffix);
  old.insert(old.end(), renamed.begin(), renamed.end());
  if (old.empty()) return absl::OkStatus();
  const bool unfinished = !dir->fresh && !facts.has_metadata &&
                          (Exists(dir->path + "/cert8.db") || Exists(dir->path + "/key3.db"));
  if (!dir->legacy && unfinished) {
    if (facts.public_objects > 0 || facts.private_objects > 0) {
      return absl::DataLossError(absl::StrCat(
          kOperation, ": another program began it and left a half, which NSS would double: ",
          dir->path, "/cert9.db"));
    }
    dir->legacy = true;
  }
  if (!dir->legacy) {
    notes->push_back(WhereTheyAre(old));
    return absl::OkStatus();
  }
  absl::StatusOr<LegacyFacts> before = ReadLegacyDatabases(dir->path);
  if (!before.ok()) return before.status();
  notes->push_back(absl::StrCat("in the old format, dbm: ", before->ToString()));
  if (!before->modules_read.ok()) {
    notes->push_back(absl::StrCat("its modules are lost: ", before->modules_read.ToString()));
  }
  if (!dir->has_module_list && dir->unloaded_modules.empty()) {
    dir->unloaded_modules = before->modules;
    dir->wants_fips = before->fips;
  }
  return absl::OkStatus();
}

void SetPasswordIsWeak(bool weak) { g_password_is_weak.store(weak, std::memory_order_release); }
bool PasswordIsWeak() { return g_password_is_weak.load(std::memory_order_acquire); }

}  // namespace psm::migration
