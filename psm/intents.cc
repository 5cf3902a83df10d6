#include "psm/intents.h"

#include "nss_glue/error.h"
#include "nss_glue/scoped.h"

namespace psm {
namespace {

constexpr char kOperation[] = "finish what was cut off";

bool IsLoggedIn(PK11SlotInfo* slot) {
  return !nss::PK11_NeedLogin(slot).value_or(PR_TRUE) ||
         nss::PK11_IsLoggedIn(slot, nullptr).value_or(PR_FALSE);
}

bool NeedsLogin(const Intent& intent) { return !intent.trust.empty() || !intent.key_ids.empty(); }

// Calls `visit` with each stored public key of this id until it returns false.
template <typename Visit>
absl::Status EachPublicKey(PK11SlotInfo* slot, const std::string& id, Visit visit) {
  UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot, CKO_PUBLIC_KEY));
  for (PK11GenericObject* object = objects.get(); object != nullptr;
       object = nss::PK11_GetNextGenericObject(object)) {
    ScopedItem object_id;
    if (nss::PK11_ReadRawAttribute(PK11_TypeGeneric, object, CKA_ID, object_id.get()) !=
            SECSuccess ||
        object_id.bytes() != id) {
      continue;
    }
    absl::Status status = visit(nss::PK11_GetObjectHandle(PK11_TypeGeneric, object, nullptr));
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

UniquePrivateKey FindPrivateKey(PK11SlotInfo* slot, const std::string& id) {
  absl::StatusOr<SECItem> item = BorrowItem(id, kOperation);
  return UniquePrivateKey(item.ok() ? nss::PK11_FindKeyByKeyID(slot, &*item, nullptr) : nullptr);
}

absl::Status DestroyObject(PK11SlotInfo* slot, CK_OBJECT_HANDLE handle, const char* what) {
  if (nss::PK11_DestroyTokenObject(slot, handle) == SECSuccess) return absl::OkStatus();
  return NssError("delete a key pair", what);
}

}  // namespace

absl::Status intents::RemoveKeyPair(PK11SlotInfo* slot, const std::string& id) {
  UniquePrivateKey key = FindPrivateKey(slot, id);
  if (key != nullptr) {
    absl::Status gone = DestroyObject(
        slot, nss::PK11_GetObjectHandle(PK11_TypePrivKey, key.get(), nullptr), "private key");
    if (!gone.ok()) return gone;
  }
  return EachPublicKey(slot, id, [slot](CK_OBJECT_HANDLE handle) {
    return DestroyObject(slot, handle, "public key");
  });
}

absl::Status intents::CompleteKeyPair(PK11SlotInfo* slot, const std::string& id) {
  UniquePrivateKey key = FindPrivateKey(slot, id);
  if (key == nullptr) return RemoveKeyPair(slot, id);
  bool complete = false;
  absl::Status looked = EachPublicKey(slot, id, [&complete](CK_OBJECT_HANDLE /*unused*/) {
    complete = true;
    return absl::OkStatus();
  });
  if (!looked.ok() || complete) return looked;
  UniquePublicKey public_key(nss::SECKEY_ConvertToPublicKey(key.get()));
  if (public_key == nullptr) return NssError(kOperation, "public key");
  if (nss::PK11_ImportPublicKey(slot, public_key.get(), PR_TRUE) == CK_INVALID_HANDLE) {
    return NssError(kOperation, "public key");
  }
  return absl::OkStatus();
}

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
        status.Update(intents::RemoveKeyPair(slot->get(), id));
      }
      return status;
    case IntentKind::kKeyPair:
      for (const std::string& id : intent.key_ids) {
        status.Update(intents::CompleteKeyPair(slot->get(), id));
      }
      return status;
  }
  return status;
}

}  // namespace psm
