#include "psm/secret_decoder_ring.h"

#include <stddef.h>
#include <string.h>

#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "psm/intents.h"
#include "shutdown/prevention_lock.h"

namespace psm {
namespace {

constexpr char kEncryptOperation[] = "encrypt a secret";
constexpr char kDecryptOperation[] = "decrypt a secret";
constexpr unsigned char kDefaultKeyId[] = {0xF8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01};
// Of a key that was stored and has not got the default id yet.
constexpr unsigned char kNewAesKeyId[] = {'p', 's', 'm', '-', 's', 'd', 'r', '-', 'a', 'e', 's'};
constexpr unsigned char kNewTripleDesKeyId[] = {'p', 's', 'm', '-', 's', 'd',
                                                'r', '-', '3', 'd', 'e', 's'};
constexpr unsigned char kAesOid[] = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A};
constexpr unsigned char kTripleDesOid[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x03, 0x07};

template <size_t kSize>
SECItem ConstantItem(const unsigned char (&bytes)[kSize]) {
  return {siBuffer, const_cast<unsigned char*>(bytes), kSize};
}

struct Cipher {
  SECItem oid;
  SECItem new_key_id;
  CK_KEY_TYPE key_type;
  unsigned int key_bytes;
  unsigned int block_bytes;
  CK_MECHANISM_TYPE generate;
  int generate_bytes;  // 0: the mechanism knows
  CK_MECHANISM_TYPE crypt;
};

const Cipher& CipherOf(SecretDecoderRing::Mechanism mechanism) {
  static const Cipher kAes = {
      ConstantItem(kAesOid), ConstantItem(kNewAesKeyId), CKK_AES, 32, 16, CKM_AES_CBC, 32,
      CKM_AES_CBC_PAD};
  static const Cipher kTripleDes = {ConstantItem(kTripleDesOid),
                                    ConstantItem(kNewTripleDesKeyId),
                                    CKK_DES3,
                                    24,
                                    8,
                                    CKM_DES3_CBC,
                                    0,
                                    CKM_DES3_CBC_PAD};
  return mechanism == SecretDecoderRing::Mechanism::kAes ? kAes : kTripleDes;
}

struct Algorithm {
  SECItem oid;
  SECItem iv;
};

struct Blob {
  SECItem key_id;
  Algorithm algorithm;
  SECItem ciphertext;
};

constexpr SEC_ASN1Template kAlgorithmTemplate[] = {
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(Algorithm)},
    {SEC_ASN1_OBJECT_ID, offsetof(Algorithm, oid), nullptr, 0},
    {SEC_ASN1_OCTET_STRING, offsetof(Algorithm, iv), nullptr, 0},
    {0, 0, nullptr, 0},
};
constexpr SEC_ASN1Template kBlobTemplate[] = {
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(Blob)},
    {SEC_ASN1_OCTET_STRING, offsetof(Blob, key_id), nullptr, 0},
    {SEC_ASN1_INLINE, offsetof(Blob, algorithm), kAlgorithmTemplate, 0},
    {SEC_ASN1_OCTET_STRING, offsetof(Blob, ciphertext), nullptr, 0},
    {0, 0, nullptr, 0},
};

struct Key {
  UniqueSymKey key;
  bool has_id;  // that was asked for
};

// The token's keys of the cipher's type and length. PK11_FindFixedKey is no help: it goes by the id
// alone, which the AES and the 3DES key share.
absl::StatusOr<std::vector<Key>> ListKeys(PK11SlotInfo* slot, const Cipher& cipher,
                                          absl::string_view id, const char* operation) {
  std::vector<Key> keys;
  nss::PORT_SetError(0);
  PK11SymKey* next = nss::PK11_ListFixedKeysInSlot(slot, nullptr, nullptr);
  // No key at all also gives no list, with no error.
  if (next == nullptr && nss::PORT_GetError() != 0) return NssError(operation, "list keys");
  while (next != nullptr) {
    UniqueSymKey key(next);
    next = nss::PK11_GetNextSymKey(next);
    if (nss::PK11_GetSymKeyType(key.get()).value_or(CKK_INVALID_KEY_TYPE) != cipher.key_type ||
        nss::PK11_GetKeyLength(key.get()) != cipher.key_bytes) {
      continue;
    }
    ScopedItem key_id;
    const bool has_id = nss::PK11_ReadRawAttribute(PK11_TypeSymKey, key.get(), CKA_ID,
                                                   key_id.get()) == SECSuccess &&
                        key_id.bytes() == id;
    keys.push_back({std::move(key), has_id});
  }
  return keys;
}

// The key with the id, or null.
absl::StatusOr<UniqueSymKey> FindKey(PK11SlotInfo* slot, const Cipher& cipher, const SECItem& id) {
  absl::StatusOr<std::vector<Key>> keys = ListKeys(slot, cipher, ItemBytes(id), kEncryptOperation);
  if (!keys.ok()) return keys.status();
  for (Key& key : *keys) {
    if (key.has_id) return std::move(key.key);
  }
  return UniqueSymKey();
}

absl::StatusOr<UniqueSymKey> FindOrMakeKey(const PreventionLock& lock, PK11SlotInfo* slot,
                                           const Cipher& cipher) {
  SECItem id = ConstantItem(kDefaultKeyId);
  SECItem new_id = cipher.new_key_id;
  absl::StatusOr<UniqueSymKey> key = FindKey(slot, cipher, id);
  if (!key.ok() || *key != nullptr) return key;
  if (nss::PK11_IsReadOnly(slot).value_or(PR_TRUE)) {
    return NssErrorFor(SEC_ERROR_READ_ONLY, kEncryptOperation, "make the key");
  }
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, kEncryptOperation);
  if (!write.ok()) return write.status();
  key = FindKey(slot, cipher, id);
  if (!key.ok() || *key != nullptr) return key;  // another thread made it meanwhile
  // Before 3.115 softoken takes a new key that has the id of a stored one for the same key,
  // whatever its type, and overwrites that: all its secrets would be lost. So beside a key of the
  // other type the id comes afterwards.
  const Cipher& other = CipherOf(&cipher == &CipherOf(SecretDecoderRing::Mechanism::kAes)
                                     ? SecretDecoderRing::Mechanism::kTripleDes
                                     : SecretDecoderRing::Mechanism::kAes);
  const absl::StatusOr<UniqueSymKey> others = FindKey(slot, other, id);
  if (!others.ok()) return others.status();
  const bool alone = *others == nullptr;
  absl::Status status =
      alone ? write->AnnounceOne(DatabaseWrite::One::kAdds)
            : write->Announce({IntentKind::kSecret, {}, {std::string(ItemBytes(new_id))}, "", ""});
  if (!status.ok()) return status;
  key->reset(nss::PK11_TokenKeyGenWithFlags(slot, cipher.generate, nullptr, cipher.generate_bytes,
                                            alone ? &id : &new_id, CKF_SIGN | CKF_ENCRYPT,
                                            PK11_ATTR_TOKEN | PK11_ATTR_PRIVATE, nullptr));
  if (*key == nullptr) return write->Explain(NssError(kEncryptOperation, "make the key"));
  if (!alone &&
      nss::PK11_WriteRawAttribute(PK11_TypeSymKey, key->get(), CKA_ID, &id) != SECSuccess) {
    return write->Explain(NssError(kEncryptOperation, "name the key"));  // it is named later
  }
  status = write->Commit();
  if (!status.ok()) return status;
  return key;
}

absl::Status BadBlob(absl::string_view why) {
  return NssErrorFor(SEC_ERROR_BAD_DATA, kDecryptOperation, why);
}

// The text, wiped when it goes, or null if the padding is wrong: most likely another key's.
UniqueItem TryDecrypt(PK11SymKey* key, const Cipher& cipher, SECItem* iv,
                      const SECItem& ciphertext) {
  UniqueItem text(nss::SECITEM_AllocItem(nullptr, nullptr, ciphertext.len));
  if (text == nullptr) return nullptr;
  unsigned int length = 0;
  if (nss::PK11_Decrypt(key, cipher.crypt, iv, text->data, &length, text->len, ciphertext.data,
                        ciphertext.len) != SECSuccess ||
      length >= ciphertext.len) {
    return nullptr;
  }
  memset(text->data + length, 0, text->len - length);
  text->len = length;
  return text;
}

}  // namespace

absl::Status intents::NameSecretKey(PK11SlotInfo* slot, const std::string& id) {
  SECItem default_id = ConstantItem(kDefaultKeyId);
  absl::StatusOr<SECItem> its_id = BorrowItem(id, kEncryptOperation);
  if (!its_id.ok()) return its_id.status();
  for (SecretDecoderRing::Mechanism mechanism :
       {SecretDecoderRing::Mechanism::kAes, SecretDecoderRing::Mechanism::kTripleDes}) {
    absl::StatusOr<UniqueSymKey> key = FindKey(slot, CipherOf(mechanism), *its_id);
    if (!key.ok()) return key.status();
    if (*key != nullptr && nss::PK11_WriteRawAttribute(PK11_TypeSymKey, key->get(), CKA_ID,
                                                       &default_id) != SECSuccess) {
      return NssError(kEncryptOperation, "name the key");
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> SecretDecoderRing::Encrypt(absl::string_view text) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::SecretDecoderRing::Encrypt");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECItem> input = BorrowItem(text, kEncryptOperation);
  if (!input.ok()) return input.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kEncryptOperation);
  if (!slot.ok()) return slot.status();
  const Cipher& cipher = CipherOf(mechanism_);
  absl::StatusOr<UniqueSymKey> key = FindOrMakeKey(*lock, slot->get(), cipher);
  if (!key.ok()) return key.status();

  UniqueItem iv(nss::SECITEM_AllocItem(nullptr, nullptr, cipher.block_bytes));
  UniqueItem ciphertext(nss::SECITEM_AllocItem(nullptr, nullptr, input->len + cipher.block_bytes));
  if (iv == nullptr || ciphertext == nullptr ||
      nss::PK11_GenerateRandom(iv->data, static_cast<int>(iv->len)) != SECSuccess ||
      nss::PK11_Encrypt(key->get(), cipher.crypt, iv.get(), ciphertext->data, &ciphertext->len,
                        ciphertext->len, input->data, input->len) != SECSuccess) {
    return NssError(kEncryptOperation);
  }
  Blob blob = {ConstantItem(kDefaultKeyId), {cipher.oid, *iv}, *ciphertext};
  ScopedItem der;
  if (nss::SEC_ASN1EncodeItem(nullptr, der.get(), &blob, kBlobTemplate) == nullptr) {
    return NssError(kEncryptOperation);
  }
  return std::string(der.bytes());
}

absl::StatusOr<std::string> SecretDecoderRing::Decrypt(absl::string_view der) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::SecretDecoderRing::Decrypt");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECItem> input = BorrowItem(der, kDecryptOperation);
  if (!input.ok()) return input.status();
  if (der.empty()) return BadBlob("empty");
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  if (arena == nullptr) return NssError(kDecryptOperation);
  Blob blob = {};
  if (nss::SEC_QuickDERDecodeItem(arena.get(), &blob, kBlobTemplate, &*input) != SECSuccess) {
    return BadBlob("not the DER of a blob");
  }
  const Cipher* cipher = nullptr;
  for (Mechanism mechanism : {Mechanism::kAes, Mechanism::kTripleDes}) {
    const Cipher& candidate = CipherOf(mechanism);
    if (ItemBytes(candidate.oid) == ItemBytes(blob.algorithm.oid)) cipher = &candidate;
  }
  if (cipher == nullptr) return NssErrorFor(SEC_ERROR_INVALID_ALGORITHM, kDecryptOperation);
  if (blob.algorithm.iv.len != cipher->block_bytes) return BadBlob("initialisation vector");
  if (blob.ciphertext.len == 0 || blob.ciphertext.len % cipher->block_bytes != 0) {
    return BadBlob("length");
  }

  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kDecryptOperation);
  if (!slot.ok()) return slot.status();
  const absl::StatusOr<std::vector<Key>> keys =
      ListKeys(slot->get(), *cipher, ItemBytes(blob.key_id), kDecryptOperation);
  if (!keys.ok()) return keys.status();
  if (keys->empty()) return NssErrorFor(SEC_ERROR_NO_KEY, kDecryptOperation);
  // A wrong key passes the padding check by chance. So a key with the right id goes first, then the
  // longest padding.
  UniqueItem best;
  bool best_has_id = false;
  for (const Key& key : *keys) {
    UniqueItem text = TryDecrypt(key.key.get(), *cipher, &blob.algorithm.iv, blob.ciphertext);
    if (text == nullptr) continue;
    const bool better = best == nullptr || (key.has_id && !best_has_id) ||
                        (key.has_id == best_has_id && text->len < best->len);
    if (!better) continue;
    best = std::move(text);
    best_has_id = key.has_id;
  }
  if (best == nullptr) return BadBlob("no key of this profile decrypts it");
  return std::string(ItemBytes(*best));
}

absl::StatusOr<std::string> SecretDecoderRing::EncryptString(absl::string_view text) const {
  absl::StatusOr<std::string> der = Encrypt(text);
  if (!der.ok()) return der.status();
  return absl::Base64Escape(*der);
}

absl::StatusOr<std::string> SecretDecoderRing::DecryptString(absl::string_view base64) const {
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::Acquire("psm::SecretDecoderRing::DecryptString");
  if (!lock.ok()) return lock.status();
  std::string der;
  if (!absl::Base64Unescape(base64, &der)) return BadBlob("not base64");
  return Decrypt(der);
}

}  // namespace psm
