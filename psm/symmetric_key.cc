#include "psm/symmetric_key.h"

#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "nss_glue/tracked_types.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"

namespace psm {
namespace {

constexpr char kMakeOperation[] = "make an AES key";
constexpr char kEncryptOperation[] = "encrypt";
constexpr char kDecryptOperation[] = "decrypt";
constexpr char kDeleteOperation[] = "delete a key";
constexpr size_t kBlockBytes = 16;
constexpr size_t kNonceBytes = 12;
constexpr size_t kTagBytes = 16;
constexpr size_t kMaxBytes = size_t{1} << 30;

unsigned char* Bytes(std::string* s) { return reinterpret_cast<unsigned char*>(&(*s)[0]); }
const unsigned char* Bytes(absl::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}
absl::Status MovedFrom() {
  return absl::FailedPreconditionError("the key was deleted or moved away");
}

bool IsAesLength(size_t bytes) { return bytes == 16 || bytes == 24 || bytes == 32; }

absl::Status CheckLabel(absl::string_view label) {
  if (label.find('\0') == label.npos) return absl::OkStatus();
  return NssErrorFor(SEC_ERROR_INVALID_ARGS, kMakeOperation, "the label has a NUL byte");
}

// `make` makes a key of the session in the slot it is given: softoken's own, or the profile's for a
// key that is to be stored. That one gets its label first and is stored then, in one commit: it is
// never in the profile without its label.
absl::StatusOr<UniqueSymKey> MakeKey(const PreventionLock& lock, const std::string& label,
                                     absl::FunctionRef<PK11SymKey*(PK11SlotInfo*)> make) {
  absl::StatusOr<UniqueSlot> slot =
      label.empty() ? UniqueSlot(nss::PK11_GetInternalSlot()) : OpenKeySlotLoggedIn(kMakeOperation);
  if (!slot.ok()) return slot.status();
  if (*slot == nullptr) return NssError(kMakeOperation);
  if (!label.empty() && nss::PK11_IsReadOnly(slot->get()).value_or(PR_TRUE)) {
    return NssErrorFor(SEC_ERROR_READ_ONLY, kMakeOperation);
  }
  UniqueSymKey key(make(slot->get()));
  if (key == nullptr) return NssError(kMakeOperation);
  if (label.empty()) return key;
  if (nss::PK11_SetSymKeyNickname(key.get(), label.c_str()) != SECSuccess) {
    return NssError(kMakeOperation, "label");
  }
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, kMakeOperation);
  if (!write.ok()) return write.status();
  absl::Status status = write->AnnounceOne(DatabaseWrite::One::kAdds);
  if (!status.ok()) return status;
  UniqueSymKey stored(nss::PK11_ConvertSessionSymKeyToTokenSymKey(key.get(), nullptr));
  if (stored == nullptr) return write->Explain(NssError(kMakeOperation));
  status = write->Commit();
  if (!status.ok()) return status;
  return stored;
}

absl::StatusOr<std::string> FreshRandom(size_t bytes) {
  std::string random(bytes, '\0');
  if (nss::PK11_GenerateRandom(Bytes(&random), static_cast<int>(bytes)) != SECSuccess) {
    return NssError(kEncryptOperation, "initialisation vector");
  }
  return random;
}

CK_GCM_PARAMS_V3 GcmParameters(absl::string_view nonce, absl::string_view additional_data) {
  return {
      const_cast<unsigned char*>(Bytes(nonce)),           nonce.size(),           nonce.size() * 8,
      const_cast<unsigned char*>(Bytes(additional_data)), additional_data.size(), kTagBytes * 8};
}

template <typename T>
SECItem ParameterItem(T* parameters) {
  return {siBuffer, reinterpret_cast<unsigned char*>(parameters), sizeof(T)};
}

// Appends to `sealed`, which holds the IV.
absl::StatusOr<std::string> Seal(PK11SymKey* key, CK_MECHANISM_TYPE mechanism, SECItem parameter,
                                 absl::string_view text, std::string sealed) {
  const size_t iv_bytes = sealed.size();
  sealed.resize(iv_bytes + text.size() + kBlockBytes);
  unsigned int length = 0;
  if (nss::PK11_Encrypt(key, mechanism, &parameter, Bytes(&sealed) + iv_bytes, &length,
                        static_cast<unsigned int>(sealed.size() - iv_bytes), Bytes(text),
                        static_cast<unsigned int>(text.size())) != SECSuccess) {
    return NssError(kEncryptOperation);
  }
  sealed.resize(iv_bytes + length);
  return sealed;
}

absl::StatusOr<std::string> Open(PK11SymKey* key, CK_MECHANISM_TYPE mechanism, SECItem parameter,
                                 absl::string_view ciphertext) {
  std::string text(ciphertext.size(), '\0');
  unsigned int length = 0;
  if (nss::PK11_Decrypt(key, mechanism, &parameter, Bytes(&text), &length,
                        static_cast<unsigned int>(text.size()), Bytes(ciphertext),
                        static_cast<unsigned int>(ciphertext.size())) != SECSuccess) {
    return NssError(kDecryptOperation);
  }
  text.resize(length);
  return text;
}

}  // namespace

struct SymmetricKey::Impl {
  Tracked<PK11SymKey> key;
  int bits;
  std::string label;
};

SymmetricKey::SymmetricKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SymmetricKey::SymmetricKey(SymmetricKey&& other) noexcept = default;
SymmetricKey& SymmetricKey::operator=(SymmetricKey&& other) noexcept = default;
SymmetricKey::~SymmetricKey() = default;

int SymmetricKey::bits() const { return impl_ == nullptr ? 0 : impl_->bits; }

const std::string& SymmetricKey::label() const {
  static const std::string* const none = new std::string;
  return impl_ == nullptr ? *none : impl_->label;
}

ProfileGeneration SymmetricKey::generation() const {
  return impl_ == nullptr ? 0 : impl_->key.generation();
}

absl::StatusOr<SymmetricKey> SymmetricKey::Generate(int bits, absl::string_view label) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::SymmetricKey::Generate");
  if (!lock.ok()) return lock.status();
  if (bits < 0 || bits % 8 != 0 || !IsAesLength(static_cast<size_t>(bits / 8))) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kMakeOperation, absl::StrCat(bits, " bits"));
  }
  absl::Status label_status = CheckLabel(label);
  if (!label_status.ok()) return label_status;
  const std::string name(label);
  const PK11AttrFlags flags =
      PK11_ATTR_SENSITIVE | PK11_ATTR_SESSION | (name.empty() ? 0 : PK11_ATTR_PRIVATE);
  absl::StatusOr<UniqueSymKey> key = MakeKey(*lock, name, [&](PK11SlotInfo* slot) {
    return nss::PK11_TokenKeyGenWithFlags(slot, CKM_AES_CBC, nullptr, bits / 8, nullptr,
                                          CKF_ENCRYPT | CKF_DECRYPT, flags, nullptr);
  });
  if (!key.ok()) return key.status();
  return SymmetricKey(
      std::make_unique<Impl>(Impl{{*lock, key->release(), "psm::SymmetricKey"}, bits, name}));
}

absl::StatusOr<SymmetricKey> SymmetricKey::Import(absl::string_view bytes,
                                                  absl::string_view label) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::SymmetricKey::Import");
  if (!lock.ok()) return lock.status();
  if (!IsAesLength(bytes.size())) return NssErrorFor(SEC_ERROR_INVALID_KEY, kMakeOperation);
  absl::Status label_status = CheckLabel(label);
  if (!label_status.ok()) return label_status;
  absl::StatusOr<SECItem> item = BorrowItem(bytes, kMakeOperation);
  if (!item.ok()) return item.status();
  const std::string name(label);
  absl::StatusOr<UniqueSymKey> key = MakeKey(*lock, name, [&](PK11SlotInfo* slot) {
    return nss::PK11_ImportSymKeyWithFlags(slot, CKM_AES_CBC, PK11_OriginUnwrap, CKA_ENCRYPT,
                                           &*item, CKF_ENCRYPT | CKF_DECRYPT, PR_FALSE, nullptr);
  });
  if (!key.ok()) return key.status();
  const int bits = static_cast<int>(bytes.size()) * 8;
  return SymmetricKey(
      std::make_unique<Impl>(Impl{{*lock, key->release(), "psm::SymmetricKey"}, bits, name}));
}

absl::StatusOr<SymmetricKey> SymmetricKey::FindByLabel(absl::string_view label) {
  constexpr char kOperation[] = "find a key";
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::SymmetricKey::FindByLabel");
  if (!lock.ok()) return lock.status();
  if (label.empty()) return NssErrorFor(SEC_ERROR_NO_KEY, kOperation);
  absl::Status label_status = CheckLabel(label);
  if (!label_status.ok()) return label_status;
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kOperation);
  if (!slot.ok()) return slot.status();
  std::string name(label);
  UniqueSymKey found;
  for (PK11SymKey* next = nss::PK11_ListFixedKeysInSlot(slot->get(), &name[0], nullptr);
       next != nullptr;) {
    UniqueSymKey key(next);
    next = nss::PK11_GetNextSymKey(next);
    if (found == nullptr &&
        nss::PK11_GetSymKeyType(key.get()).value_or(CKK_INVALID_KEY_TYPE) == CKK_AES) {
      found = std::move(key);
    }
  }
  if (found == nullptr) return NssErrorFor(SEC_ERROR_NO_KEY, kOperation, label);
  const int bits = static_cast<int>(nss::PK11_GetKeyLength(found.get())) * 8;
  return SymmetricKey(std::make_unique<Impl>(
      Impl{{*lock, found.release(), "psm::SymmetricKey"}, bits, std::move(name)}));
}

absl::StatusOr<std::string> SymmetricKey::EncryptGcm(absl::string_view text,
                                                     absl::string_view additional_data) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::SymmetricKey::EncryptGcm");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11SymKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  for (absl::string_view input : {text, additional_data}) {
    if (input.size() > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, kEncryptOperation);
  }
  absl::StatusOr<std::string> nonce = FreshRandom(kNonceBytes);
  if (!nonce.ok()) return nonce.status();
  const std::string nonce_copy = *nonce;
  CK_GCM_PARAMS_V3 parameters = GcmParameters(nonce_copy, additional_data);
  return Seal(*key, CKM_AES_GCM, ParameterItem(&parameters), text, *std::move(nonce));
}

absl::StatusOr<std::string> SymmetricKey::DecryptGcm(absl::string_view sealed,
                                                     absl::string_view additional_data) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::SymmetricKey::DecryptGcm");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11SymKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  for (absl::string_view input : {sealed, additional_data}) {
    if (input.size() > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, kDecryptOperation);
  }
  if (sealed.size() < kNonceBytes + kTagBytes) {
    return NssErrorFor(SEC_ERROR_BAD_DATA, kDecryptOperation);
  }
  CK_GCM_PARAMS_V3 parameters = GcmParameters(sealed.substr(0, kNonceBytes), additional_data);
  return Open(*key, CKM_AES_GCM, ParameterItem(&parameters), sealed.substr(kNonceBytes));
}

absl::StatusOr<std::string> SymmetricKey::EncryptCbc(absl::string_view text) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::SymmetricKey::EncryptCbc");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11SymKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  if (text.size() > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, kEncryptOperation);
  absl::StatusOr<std::string> iv = FreshRandom(kBlockBytes);
  if (!iv.ok()) return iv.status();
  std::string iv_copy = *iv;
  const SECItem parameter = {siBuffer, Bytes(&iv_copy), kBlockBytes};
  return Seal(*key, CKM_AES_CBC_PAD, parameter, text, *std::move(iv));
}

absl::StatusOr<std::string> SymmetricKey::DecryptCbc(absl::string_view sealed) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::SymmetricKey::DecryptCbc");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11SymKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  if (sealed.size() > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, kDecryptOperation);
  if (sealed.size() < 2 * kBlockBytes || sealed.size() % kBlockBytes != 0) {
    return NssErrorFor(SEC_ERROR_BAD_DATA, kDecryptOperation);
  }
  std::string iv(sealed.substr(0, kBlockBytes));
  const SECItem parameter = {siBuffer, Bytes(&iv), kBlockBytes};
  return Open(*key, CKM_AES_CBC_PAD, parameter, sealed.substr(kBlockBytes));
}

absl::Status SymmetricKey::Delete() {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::SymmetricKey::Delete");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11SymKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  if (!impl_->label.empty()) {
    // PK11_DeleteTokenSymKey would not say whether the token did it.
    const CK_OBJECT_HANDLE handle = nss::PK11_GetSymKeyHandle(*key);
    UniqueSlot slot(nss::PK11_GetSlotFromKey(*key));
    absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(*lock, kDeleteOperation);
    if (!write.ok()) return write.status();
    absl::Status status = write->AnnounceOne(DatabaseWrite::One::kRemoves);
    if (!status.ok()) return status;
    if (nss::PK11_DestroyTokenObject(slot.get(), handle) != SECSuccess) {
      return write->Explain(NssError(kDeleteOperation, impl_->label));
    }
    status = write->Commit();
    if (!status.ok()) return status;
  }
  impl_.reset();
  return absl::OkStatus();
}

}  // namespace psm
