#include "psm/intents.h"

#include "nss_glue/error.h"
#include "nss_glue/scoped.h"
#include "psm/key_pair.h"

namespace psm {
namespace {

constexpr char kOperation[] = "finish what was cut off";

bool IsLoggedIn(PK11SlotInfo* slot) {
  return !nss::PK11_NeedLogin(slot).value_or(PR_TRUE) ||
         nss::PK11_IsLoggedIn(slot, nullptr).value_or(PR_FALSE);
}

bool NeedsLogin(const Intent& intent) { return !intent.trust.empty() || !intent.key_ids.empty(); }

}  // namespace

absl::Status SettleIntent(const PreventionLock& lock, const Intent& intent) {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kOperation);
  if (!slot.ok()) return slot.status();
  if (NeedsLogin(intent) && !IsLoggedIn(slot->get())) {
    return NssErrorFor(SEC_ERROR_TOKEN_NOT_LOGGED_IN, kOperation);
  }
  absl::Status status;
  switch (intent.kind) {
    case IntentKind::kStore:
      return intents::Store(lock, slot->get(), intent);
    case IntentKind::kTrust:
      return intents::SetTrust(lock, slot->get(), intent);
    case IntentKind::kRemove:
      for (const std::string& der : intent.certificates) {
        status.Update(intents::RemoveCertificate(slot->get(), der));
      }
      for (const std::string& id : intent.key_ids) {
        status.Update(RemovePair(slot->get(), id));
      }
      return status;
    case IntentKind::kCreate:  // NSS has opened it, so it is complete
      return absl::OkStatus();
    case IntentKind::kMigrate:
      return absl::InternalError("a migration is finished by the owner");
    case IntentKind::kKeyPair:
      for (const std::string& id : intent.key_ids) {
        status.Update(CompletePair(slot->get(), id));
      }
      return status;
    case IntentKind::kSecret:
      for (const std::string& id : intent.key_ids) {
        status.Update(intents::NameSecretKey(slot->get(), id));
      }
      return status;
  }
  return status;
}

}  // namespace psm
