#include "psm/pkcs12.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "psm/certificate_store.h"
#include "psm/intents.h"
#include "psm/key_pair.h"
#include "psm/pkcs12_reader.h"
#include "shutdown/prevention_lock.h"

namespace psm {
namespace {

constexpr char kImportOperation[] = "import a PKCS#12 file";
constexpr char kExportOperation[] = "export a PKCS#12 file";
constexpr int kMaxRenames = 1000;
constexpr unsigned int kDigestBytes = 32;
constexpr unsigned int kMaxSignatureBytes = 256;

// What Import would store, each once.
struct PlannedKey {
  SessionPair pair;
  std::string id;  // CKA_ID
  std::string label;
  bool is_stored;
};
struct PlannedCertificate {
  UniqueCertificate certificate;
  std::string der;
  std::string nickname;
  std::string key_id;  // "" if the file has no key for it
  bool is_stored;
};
struct Plan {
  UniqueSlot slot;
  std::vector<PlannedKey> keys;
  std::vector<PlannedCertificate> certificates;
};

absl::Status KeyError(absl::string_view why) {
  return NssErrorFor(SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY, kImportOperation, why);
}

// What NSS makes the id of a key from: the modulus or the point. Null for other types.
SECItem* PublicValue(SECKEYPublicKey* key) {
  switch (nss::SECKEY_GetPublicKeyType(key)) {
    case rsaKey:
      return &key->u.rsa.modulus;
    case ecKey:
      return &key->u.ec.publicValue;
    default:
      return nullptr;
  }
}

absl::string_view WithoutLeadingZeros(absl::string_view number) {
  while (!number.empty() && number[0] == '\0') number.remove_prefix(1);
  return number;
}

// Softoken takes the public half's word for an EC key, so that a key of anybody could be stored as
// the certificate's; and an unencrypted one has a public half of its own, from which NSS makes the
// id.
bool IsPair(const SessionPair& pair) {
  UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(pair.private_key.get()));
  UniqueItem expected_id(nss::PK11_MakeIDFromPubKey(PublicValue(pair.public_key.get())));
  if (id == nullptr || expected_id == nullptr || ItemBytes(*id) != ItemBytes(*expected_id)) {
    return false;
  }
  if (nss::SECKEY_GetPublicKeyType(pair.public_key.get()) == rsaKey) {
    ScopedItem modulus;  // softoken has checked the rest of the key against it
    return nss::PK11_ReadRawAttribute(PK11_TypePrivKey, pair.private_key.get(), CKA_MODULUS,
                                      modulus.get()) == SECSuccess &&
           WithoutLeadingZeros(modulus.bytes()) ==
               WithoutLeadingZeros(ItemBytes(pair.public_key->u.rsa.modulus));
  }
  unsigned char digest_bytes[kDigestBytes];
  unsigned char signature_bytes[kMaxSignatureBytes];
  SECItem digest = {siBuffer, digest_bytes, kDigestBytes};
  SECItem signature = {siBuffer, signature_bytes, kMaxSignatureBytes};
  return nss::PK11_GenerateRandom(digest_bytes, kDigestBytes) == SECSuccess &&
         nss::PK11_Sign(pair.private_key.get(), &signature, &digest) == SECSuccess &&
         nss::PK11_Verify(pair.public_key.get(), &signature, &digest, nullptr) == SECSuccess;
}

// The key of the file as a key of the session, under the certificate's public key.
absl::StatusOr<SessionPair> OpenKey(PK11SlotInfo* slot, const Pkcs12Key& key,
                                    CERTCertificate* certificate) {
  SessionPair pair = {nullptr, UniquePublicKey(nss::CERT_ExtractPublicKey(certificate))};
  SECItem* public_value = pair.public_key == nullptr ? nullptr : PublicValue(pair.public_key.get());
  if (public_value == nullptr) return KeyError("neither RSA nor EC");
  SECKEYPrivateKey* opened = nullptr;
  if (key.password == nullptr) {
    static_cast<void>(nss::PK11_ImportDERPrivateKeyInfoAndReturnKey(
        slot, key.der.get(), nullptr, public_value, PR_FALSE, PR_TRUE, KU_ALL, &opened, nullptr));
  } else {
    UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
    if (arena == nullptr) return NssError(kImportOperation);
    SECKEYEncryptedPrivateKeyInfo info = {};
    if (nss::SEC_QuickDERDecodeItem(arena.get(), &info,
                                    SEC_ASN1_GET(SECKEY_EncryptedPrivateKeyInfoTemplate),
                                    key.der.get()) != SECSuccess) {
      return KeyError("malformed");
    }
    static_cast<void>(nss::PK11_ImportEncryptedPrivateKeyInfoAndReturnKey(
        slot, &info, key.password.get(), nullptr, public_value, PR_FALSE, PR_TRUE,
        nss::SECKEY_GetPublicKeyType(pair.public_key.get()), KU_ALL, &opened, nullptr));
  }
  pair.private_key.reset(opened);
  if (opened == nullptr) return KeyError("malformed");
  if (!IsPair(pair)) return KeyError("not the certificate's");
  return pair;
}

absl::Status PlanCertificate(const Pkcs12Certificate& certificate, Plan* plan) {
  for (PlannedCertificate& planned : plan->certificates) {
    if (planned.der != certificate.der) continue;
    if (planned.nickname.empty()) planned.nickname = certificate.attributes.friendly_name;
    return absl::OkStatus();
  }
  absl::StatusOr<UniqueCertificate> decoded = DecodeCertificate(certificate.der);
  if (!decoded.ok()) return decoded.status();
  plan->certificates.push_back(
      {*std::move(decoded), certificate.der, certificate.attributes.friendly_name, "", false});
  return absl::OkStatus();
}

absl::Status PlanKey(const Pkcs12Contents& contents, const Pkcs12Key& key, Plan* plan) {
  const std::string& local_id = key.attributes.local_key_id;
  SessionPair pair;
  std::string id;
  for (const Pkcs12Certificate& certificate : contents.certificates) {
    if (local_id.empty() || certificate.attributes.local_key_id != local_id) continue;
    auto planned = std::find_if(
        plan->certificates.begin(), plan->certificates.end(),
        [&certificate](const PlannedCertificate& c) { return c.der == certificate.der; });
    if (pair.private_key == nullptr) {
      absl::StatusOr<SessionPair> opened =
          OpenKey(plan->slot.get(), key, planned->certificate.get());
      if (!opened.ok()) return opened.status();
      pair = *std::move(opened);
      UniqueItem id_item(nss::PK11_MakeIDFromPubKey(PublicValue(pair.public_key.get())));
      if (id_item == nullptr) return NssError(kImportOperation, "key id");
      id = std::string(ItemBytes(*id_item));
    } else {
      UniquePublicKey other(nss::CERT_ExtractPublicKey(planned->certificate.get()));
      const SECItem* value = other == nullptr ? nullptr : PublicValue(other.get());
      if (value == nullptr || ItemBytes(*value) != ItemBytes(*PublicValue(pair.public_key.get()))) {
        return KeyError("two certificates claim it");
      }
    }
    planned->key_id = id;
    if (planned->nickname.empty()) planned->nickname = key.attributes.friendly_name;
  }
  if (pair.private_key == nullptr) return KeyError("no certificate");
  for (const PlannedKey& planned : plan->keys) {
    if (planned.id == id) return absl::OkStatus();
  }
  plan->keys.push_back({std::move(pair), id, "", false});
  return absl::OkStatus();
}

// Import's first step: what the file has, decrypted and tried out. Nothing is stored.
absl::StatusOr<Plan> MakePlan(absl::string_view bytes, absl::string_view password) {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kImportOperation);
  if (!slot.ok()) return slot.status();
  if (nss::PK11_IsReadOnly(slot->get()).value_or(PR_TRUE)) {
    return NssErrorFor(SEC_ERROR_READ_ONLY, kImportOperation);
  }
  absl::StatusOr<Pkcs12Contents> contents = ReadPkcs12(bytes, password);
  if (!contents.ok()) return contents.status();
  if (contents->certificates.empty() && contents->keys.empty()) {
    return NssErrorFor(SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE, kImportOperation, "no certificate");
  }
  Plan plan;
  plan.slot = *std::move(slot);
  for (const Pkcs12Certificate& certificate : contents->certificates) {
    absl::Status status = PlanCertificate(certificate, &plan);
    if (!status.ok()) return status;
  }
  for (const Pkcs12Key& key : contents->keys) {
    absl::Status status = PlanKey(*contents, key, &plan);
    if (!status.ok()) return status;
  }
  return plan;
}

// `subjects`: those of the nicknames that the file brings.
absl::Status ChooseNickname(PK11SlotInfo* slot, NicknameCollision collision,
                            std::map<std::string, std::string>* subjects,
                            PlannedCertificate* certificate) {
  CERTCertificate* const nss_certificate = certificate->certificate.get();
  const std::string subject(ItemBytes(nss_certificate->derSubject));
  std::string stored = StoredNickname(slot, nss_certificate);
  if (!stored.empty()) {
    certificate->nickname = std::move(stored);
    return absl::OkStatus();
  }
  if (certificate->nickname.empty()) {
    UniqueNssString made(nss::CERT_MakeCANickname(nss_certificate));
    if (made != nullptr) certificate->nickname = made.get();
  }
  const std::string wanted = certificate->nickname;
  if (wanted.empty()) return absl::OkStatus();
  for (int i = 2; i < kMaxRenames; ++i) {
    const auto taken = subjects->find(certificate->nickname);
    const bool is_others = taken != subjects->end()
                               ? taken->second != subject
                               : IsOthersNickname(certificate->nickname, nss_certificate);
    if (!is_others) {
      (*subjects)[certificate->nickname] = subject;
      return absl::OkStatus();
    }
    if (collision == NicknameCollision::kRefuse) break;
    certificate->nickname = absl::StrCat(wanted, " #", i);
  }
  return NssErrorFor(SEC_ERROR_CERT_NICKNAME_COLLISION, kImportOperation, wanted);
}

// PK11_FindKeyByKeyID would find the keys of the session that the plan holds.
absl::StatusOr<std::set<std::string>> StoredKeyIds(PK11SlotInfo* slot) {
  std::set<std::string> ids;
  nss::PORT_SetError(0);
  UniquePrivateKeyList list(nss::PK11_ListPrivKeysInSlot(slot, nullptr, nullptr));
  if (list == nullptr) {
    // As KeyService lists them. A stored key that was taken for a new one could be removed.
    if (nss::PORT_GetError() != 0) return NssError(kImportOperation, "list keys");
    return ids;
  }
  for (SECKEYPrivateKeyListNode* node = PRIVKEY_LIST_HEAD(list); !PRIVKEY_LIST_END(node, list);
       node = PRIVKEY_LIST_NEXT(node)) {
    if (node->key == nullptr) continue;
    UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(node->key));
    if (id != nullptr) ids.insert(std::string(ItemBytes(*id)));
  }
  return ids;
}

// The second step: what of it the profile has already, and the names of the rest.
absl::Status CompareWithProfile(NicknameCollision collision, Plan* plan) {
  const absl::StatusOr<std::set<std::string>> stored_ids = StoredKeyIds(plan->slot.get());
  if (!stored_ids.ok()) return stored_ids.status();
  for (PlannedKey& key : plan->keys) key.is_stored = stored_ids->count(key.id) != 0;
  std::map<std::string, std::string> subjects;
  for (PlannedCertificate& certificate : plan->certificates) {
    certificate.is_stored = IsStoredCertificate(plan->slot.get(), certificate.certificate.get());
    if (!certificate.is_stored) {
      absl::Status named = ChooseNickname(plan->slot.get(), collision, &subjects, &certificate);
      if (!named.ok()) return named;
    }
    for (PlannedKey& key : plan->keys) {
      if (key.id == certificate.key_id && key.label.empty()) key.label = certificate.nickname;
    }
  }
  return absl::OkStatus();
}

// What it is to be undone by, until it is stored whole.
Intent Undo(const Plan& plan) {
  Intent intent{IntentKind::kRemove, {}, {}, "", ""};
  for (const PlannedKey& key : plan.keys) {
    if (!key.is_stored) intent.key_ids.push_back(key.id);
  }
  for (const PlannedCertificate& certificate : plan.certificates) {
    if (!certificate.is_stored) intent.certificates.push_back(certificate.der);
  }
  return intent;
}

// The third step: stores what is not stored yet, or as much of it as goes.
absl::Status StorePlan(const Plan& plan) {
  for (const PlannedKey& key : plan.keys) {
    if (key.is_stored) continue;
    absl::Status stored = StoreHalves(key.pair, key.label, kImportOperation).status();
    if (!stored.ok()) return stored;
  }
  for (const PlannedCertificate& certificate : plan.certificates) {
    if (certificate.is_stored) continue;
    absl::Status added =
        AddCertificate(plan.slot.get(), certificate.certificate.get(), certificate.nickname)
            .status();
    if (!added.ok()) return added;
  }
  return absl::OkStatus();
}

absl::Status Remove(PK11SlotInfo* slot, const Intent& intent) {
  absl::Status status;
  for (const std::string& der : intent.certificates) {
    status.Update(intents::RemoveCertificate(slot, der));
  }
  for (const std::string& id : intent.key_ids) status.Update(RemovePair(slot, id));
  return status;
}

struct ExportContextDeleter {
  void operator()(SEC_PKCS12ExportContext* context) const {
    nss::SEC_PKCS12DestroyExportContext(context);
  }
};
using UniqueExportContext = std::unique_ptr<SEC_PKCS12ExportContext, ExportContextDeleter>;

PRBool ConvertPassword(PRBool to_utf16, unsigned char* in, unsigned int in_bytes,
                       unsigned char* out, unsigned int out_bytes, unsigned int* length,
                       PRBool /*swap*/) {
  return to_utf16 ? nss::PORT_UCS2_UTF8Conversion(PR_TRUE, in, in_bytes, out, out_bytes, length)
                  : PR_FALSE;
}

void AppendBytes(void* bytes, const char* more, unsigned long length) {
  static_cast<std::string*>(bytes)->append(more, length);
}

absl::Status AddToExport(SEC_PKCS12ExportContext* context, absl::string_view der,
                         SECItem* password) {
  absl::StatusOr<SECItem> item = BorrowItem(der, kExportOperation);
  if (!item.ok()) return item.status();
  UniqueCertificate certificate(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &*item));
  if (certificate == nullptr) return NssErrorFor(SEC_ERROR_UNKNOWN_CERT, kExportOperation);
  if (UniquePrivateKey(nss::PK11_FindKeyByAnyCert(certificate.get(), nullptr)) == nullptr) {
    return NssErrorFor(SEC_ERROR_NO_KEY, kExportOperation);
  }
  SEC_PKCS12SafeInfo* const key_safe = nss::SEC_PKCS12CreateUnencryptedSafe(context);
  SEC_PKCS12SafeInfo* const certificate_safe =
      nss::SEC_PKCS12CreatePasswordPrivSafe(context, password, SEC_OID_AES_256_CBC);
  if (key_safe == nullptr || certificate_safe == nullptr ||
      nss::SEC_PKCS12AddCertOrChainAndKey(context, certificate_safe, nullptr, certificate.get(),
                                          nss::CERT_GetDefaultCertDB(), key_safe, nullptr, PR_TRUE,
                                          password, SEC_OID_AES_256_CBC, PR_TRUE) != SECSuccess) {
    return NssError(kExportOperation);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Pkcs12Entry>> Pkcs12::Import(absl::string_view bytes,
                                                        absl::string_view password,
                                                        NicknameCollision collision) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::Pkcs12::Import");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<Plan> plan = MakePlan(bytes, password);
  if (!plan.ok()) return plan.status();
  {
    absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(*lock, kImportOperation);
    if (!write.ok()) return write.status();
    absl::Status status = CompareWithProfile(collision, &*plan);
    if (!status.ok()) return status;
    const Intent undo = Undo(*plan);
    status = write->Announce(undo);
    if (!status.ok()) return status;
    status = StorePlan(*plan);
    if (!status.ok()) {
      status = write->Explain(status);
      // What cannot be removed now is removed later.
      if (Remove(plan->slot.get(), undo).ok()) status.Update(write->Commit());
      return status;
    }
    status = write->CommitUndoable();
    if (!status.ok()) return status;
  }
  std::vector<Pkcs12Entry> entries;
  for (const PlannedCertificate& planned : plan->certificates) {
    absl::StatusOr<Certificate> certificate = CertificateDatabase().FindByDer(planned.der);
    if (!certificate.ok()) return certificate.status();
    const bool key_is_new = std::any_of(
        plan->keys.begin(), plan->keys.end(),
        [&planned](const PlannedKey& key) { return key.id == planned.key_id && !key.is_stored; });
    entries.push_back({*std::move(certificate), absl::BytesToHexString(planned.key_id),
                       !planned.is_stored, key_is_new});
  }
  return entries;
}

absl::StatusOr<std::string> Pkcs12::Export(const std::vector<const Certificate*>& certificates,
                                           absl::string_view password) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::Pkcs12::Export");
  if (!lock.ok()) return lock.status();
  if (certificates.empty() || password.find('\0') != password.npos) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kExportOperation);
  }
  for (const Certificate* certificate : certificates) {
    absl::Status live = certificate->CheckLive();
    if (!live.ok()) return live;
  }
  absl::StatusOr<SECItem> password_item = BorrowItem(password, kExportOperation);
  if (!password_item.ok()) return password_item.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kExportOperation);
  if (!slot.ok()) return slot.status();

  // NSS has no conversion of its own for the MAC's password, and one place for the program's.
  static std::once_flag once;
  std::call_once(once, [] { nss::PORT_SetUCS2_ASCIIConversionFunction(ConvertPassword); });
  UniqueExportContext context(
      nss::SEC_PKCS12CreateExportContext(nullptr, nullptr, slot->get(), nullptr));
  if (context == nullptr || nss::SEC_PKCS12AddPasswordIntegrity(context.get(), &*password_item,
                                                                SEC_OID_SHA256) != SECSuccess) {
    return NssError(kExportOperation);
  }
  for (const Certificate* certificate : certificates) {
    absl::Status added = AddToExport(context.get(), certificate->Der(), &*password_item);
    if (!added.ok()) return added;
  }
  std::string bytes;
  if (nss::SEC_PKCS12Encode(context.get(), AppendBytes, &bytes) != SECSuccess) {
    return NssError(kExportOperation);
  }
  return bytes;
}

}  // namespace psm
