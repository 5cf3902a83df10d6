#include "psm/key_pair.h"

#include <iterator>
#include <utility>

#include "nss_glue/database_write.h"
#include "nss_glue/error.h"

namespace psm {
namespace {

constexpr char kDeleteOperation[] = "delete a key pair";
constexpr int kWrappingKeyBytes = 32;
constexpr size_t kMaxWrappedBytes = 16384;  // an RSA key of 8192 bits takes 4.7 KiB
constexpr CK_MECHANISM_TYPE kWrapMechanism = CKM_AES_CBC_PAD;

SessionPair Generate(PK11SlotInfo* slot, CK_MECHANISM_TYPE mechanism, void* parameters) {
  SECKEYPublicKey* public_key = nullptr;
  UniquePrivateKey private_key(nss::PK11_GenerateKeyPairWithFlags(
      slot, mechanism, parameters, &public_key,
      PK11_ATTR_SESSION | PK11_ATTR_PRIVATE | PK11_ATTR_SENSITIVE, nullptr));
  return {std::move(private_key), UniquePublicKey(public_key)};
}

// The RSA key, as a key of the session in another slot. It never leaves softoken in the clear.
UniquePrivateKey Carry(const SessionPair& pair, PK11SlotInfo* from, PK11SlotInfo* to) {
  UniqueSymKey wrapping_key(
      nss::PK11_KeyGen(from, kWrapMechanism, nullptr, kWrappingKeyBytes, nullptr));
  UniqueItem wrapped(nss::SECITEM_AllocItem(nullptr, nullptr, kMaxWrappedBytes));
  if (wrapping_key == nullptr || wrapped == nullptr) return nullptr;
  unsigned char iv[16] = {};  // the key encrypts once
  SECItem parameter = {siBuffer, iv, sizeof(iv)};
  if (nss::PK11_WrapPrivKey(from, wrapping_key.get(), pair.private_key.get(), kWrapMechanism,
                            &parameter, wrapped.get(), nullptr) != SECSuccess) {
    return nullptr;
  }
  CK_ATTRIBUTE_TYPE usage[] = {CKA_SIGN, CKA_SIGN_RECOVER, CKA_DECRYPT, CKA_UNWRAP};
  return UniquePrivateKey(
      nss::PK11_UnwrapPrivKey(to, wrapping_key.get(), kWrapMechanism, &parameter, wrapped.get(),
                              nullptr, &pair.public_key->u.rsa.modulus, PR_FALSE, PR_TRUE, CKK_RSA,
                              usage, static_cast<int>(std::size(usage)), nullptr));
}

// Calls `visit` with each stored public key of this id until one fails.
template <typename Visit>
absl::Status EachPublicKey(PK11SlotInfo* slot, const std::string& id, Visit visit) {
  nss::PORT_SetError(0);
  UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot, CKO_PUBLIC_KEY));
  // No key at all also gives none, with no error.
  if (objects == nullptr && nss::PORT_GetError() != 0) return NssError("list public keys");
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

bool IsStored(SECKEYPrivateKey* key) {
  ScopedItem token;
  return nss::PK11_ReadRawAttribute(PK11_TypePrivKey, key, CKA_TOKEN, token.get()) == SECSuccess &&
         !token.bytes().empty() && token.bytes()[0] == CK_TRUE;
}

absl::Status DestroyObject(PK11SlotInfo* slot, CK_OBJECT_HANDLE handle, const char* what) {
  if (nss::PK11_DestroyTokenObject(slot, handle) == SECSuccess) return absl::OkStatus();
  return NssError(kDeleteOperation, what);
}

}  // namespace

absl::StatusOr<SessionPair> GenerateSessionPair(PK11SlotInfo* slot, CK_MECHANISM_TYPE mechanism,
                                                void* parameters, absl::string_view operation) {
  // NSS holds the session of the slot while it generates a key of the session: every look-up in the
  // profile would wait for RSA, a second and more. Softoken's own slot is not looked into.
  UniqueSlot from(mechanism == CKM_RSA_PKCS_KEY_PAIR_GEN ? nss::PK11_GetInternalSlot()
                                                         : nss::PK11_ReferenceSlot(slot));
  if (from == nullptr) return NssError(operation);
  SessionPair pair = Generate(from.get(), mechanism, parameters);
  if (pair.private_key == nullptr || pair.public_key == nullptr) return NssError(operation);
  if (from.get() == slot) return pair;
  pair.private_key = Carry(pair, from.get(), slot);
  if (pair.private_key == nullptr) return NssError(operation, "carry the key over");
  return pair;
}

absl::StatusOr<UniquePrivateKey> StoreHalves(const SessionPair& pair, const std::string& label,
                                             absl::string_view operation) {
  UniqueSlot slot(nss::PK11_GetSlotFromPrivateKey(pair.private_key.get()));
  if (slot == nullptr) return NssError(operation);
  if (nss::PK11_SetPrivateKeyNickname(pair.private_key.get(), label.c_str()) != SECSuccess) {
    return NssError(operation, "label");
  }
  if (nss::PK11_ImportPublicKey(slot.get(), pair.public_key.get(), PR_TRUE) == CK_INVALID_HANDLE) {
    return NssError(operation, "public key");
  }
  UniquePrivateKey stored(
      nss::PK11_ConvertSessionPrivKeyToTokenPrivKey(pair.private_key.get(), nullptr));
  if (stored == nullptr) return NssError(operation, "private key");
  return stored;
}

absl::StatusOr<UniquePrivateKey> StorePair(const PreventionLock& lock, const SessionPair& pair,
                                           const std::string& label, absl::string_view operation) {
  UniqueSlot slot(nss::PK11_GetSlotFromPrivateKey(pair.private_key.get()));
  UniqueItem item(nss::PK11_GetLowLevelKeyIDForPrivateKey(pair.private_key.get()));
  if (slot == nullptr || item == nullptr || item->len == 0) return NssError(operation, "id");
  const std::string id(ItemBytes(*item));
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, operation);
  if (!write.ok()) return write.status();
  absl::Status status = write->Announce({IntentKind::kKeyPair, {}, {id}, "", ""});
  if (!status.ok()) return status;
  absl::StatusOr<UniquePrivateKey> stored = StoreHalves(pair, label, operation);
  if (!stored.ok()) {
    status = write->Explain(stored.status());
    if (RemovePair(slot.get(), id).ok()) status.Update(write->Commit());
    return status;
  }
  status = write->Commit();
  if (!status.ok()) return status;
  return stored;
}

absl::StatusOr<UniquePrivateKey> FindStoredKey(PK11SlotInfo* slot, const std::string& id) {
  constexpr char kOperation[] = "look for a stored key";
  absl::StatusOr<SECItem> item = BorrowItem(id, kOperation);
  if (!item.ok()) return item.status();
  UniquePrivateKey key(nss::PK11_FindKeyByKeyID(slot, &*item, nullptr));
  if (key != nullptr && IsStored(key.get())) return key;
  // Nothing, which may be a failure, or a key of the session: look at all that are stored.
  nss::PORT_SetError(0);
  UniquePrivateKeyList stored(nss::PK11_ListPrivKeysInSlot(slot, nullptr, nullptr));
  if (stored == nullptr) {
    if (nss::PORT_GetError() != 0) return NssError(kOperation);
    return UniquePrivateKey();
  }
  for (SECKEYPrivateKeyListNode* node = PRIVKEY_LIST_HEAD(stored); !PRIVKEY_LIST_END(node, stored);
       node = PRIVKEY_LIST_NEXT(node)) {
    UniqueItem its_id(nss::PK11_GetLowLevelKeyIDForPrivateKey(node->key));
    if (its_id != nullptr && ItemBytes(*its_id) == id) {
      UniquePrivateKey copy(nss::SECKEY_CopyPrivateKey(node->key));
      if (copy == nullptr) return NssError(kOperation);
      return copy;
    }
  }
  return UniquePrivateKey();
}

absl::Status DeletePair(const PreventionLock& lock, SECKEYPrivateKey* key) {
  UniqueSlot slot(nss::PK11_GetSlotFromPrivateKey(key));
  UniqueItem item(nss::PK11_GetLowLevelKeyIDForPrivateKey(key));
  if (slot == nullptr || item == nullptr) return NssError(kDeleteOperation, "id");
  const std::string id(ItemBytes(*item));
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, kDeleteOperation);
  if (!write.ok()) return write.status();
  absl::StatusOr<UniquePrivateKey> there = FindStoredKey(slot.get(), id);
  if (!there.ok()) return there.status();
  if (*there == nullptr) {
    return NssErrorFor(SEC_ERROR_NO_KEY, kDeleteOperation, "it was deleted already");
  }
  absl::Status status = write->Announce({IntentKind::kRemove, {}, {id}, "", ""});
  if (!status.ok()) return status;
  status = RemovePair(slot.get(), id);
  if (!status.ok()) return write->Explain(status);  // the rest is removed later
  return write->Commit();
}

absl::Status RemovePair(PK11SlotInfo* slot, const std::string& id) {
  absl::StatusOr<UniquePrivateKey> key = FindStoredKey(slot, id);
  if (!key.ok()) return key.status();
  if (*key != nullptr) {
    absl::Status gone = DestroyObject(
        slot, nss::PK11_GetObjectHandle(PK11_TypePrivKey, key->get(), nullptr), "private key");
    if (!gone.ok()) return gone;
  }
  return EachPublicKey(slot, id, [slot](CK_OBJECT_HANDLE handle) {
    return DestroyObject(slot, handle, "public key");
  });
}

absl::Status CompletePair(PK11SlotInfo* slot, const std::string& id) {
  absl::StatusOr<UniquePrivateKey> key = FindStoredKey(slot, id);
  if (!key.ok()) return key.status();
  if (*key == nullptr) return RemovePair(slot, id);
  bool complete = false;
  absl::Status looked = EachPublicKey(slot, id, [&complete](CK_OBJECT_HANDLE /*unused*/) {
    complete = true;
    return absl::OkStatus();
  });
  if (!looked.ok() || complete) return looked;
  UniquePublicKey public_key(nss::SECKEY_ConvertToPublicKey(key->get()));
  if (public_key == nullptr) return NssError("complete a key pair", "public key");
  if (nss::PK11_ImportPublicKey(slot, public_key.get(), PR_TRUE) == CK_INVALID_HANDLE) {
    return NssError("complete a key pair", "public key");
  }
  return absl::OkStatus();
}

}  // namespace psm
