#include "psm/key_service.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "nss_glue/tracked_types.h"
#include "psm/digest_oid.h"
#include "psm/key_pair.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"

namespace psm {
namespace {

constexpr char kMakeOperation[] = "make a key pair";
constexpr char kFindOperation[] = "find a key";
constexpr char kSignOperation[] = "sign";
constexpr char kVerifyOperation[] = "verify a signature";
constexpr char kImportOperation[] = "import a public key";
constexpr char kCertificateOperation[] = "make a certificate";
constexpr unsigned long kPublicExponent = 65537;
constexpr int kMinRsaBits = 2048;
constexpr int kMaxRsaBits = 8192;
constexpr unsigned char kVersion3 = 2;

// DER object identifiers (SEC 2, appendix A).
constexpr unsigned char kP256[] = {0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};
constexpr unsigned char kP384[] = {0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22};
constexpr unsigned char kP521[] = {0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x23};

template <size_t kSize>
SECItem ConstantItem(const unsigned char (&bytes)[kSize]) {
  return {siBuffer, const_cast<unsigned char*>(bytes), kSize};
}

SECItem OidOf(EllipticCurve curve) {
  switch (curve) {
    case EllipticCurve::kP256:
      return ConstantItem(kP256);
    case EllipticCurve::kP384:
      return ConstantItem(kP384);
    case EllipticCurve::kP521:
      return ConstantItem(kP521);
  }
  return {siBuffer, nullptr, 0};
}

absl::Status MovedFrom() {
  return absl::FailedPreconditionError("the key was deleted or moved away");
}

absl::Status CheckLabel(absl::string_view label, absl::string_view operation) {
  if (label.find('\0') == label.npos) return absl::OkStatus();
  return NssErrorFor(SEC_ERROR_INVALID_ARGS, operation, "the label has a NUL byte");
}

absl::StatusOr<SECOidTag> SigningOid(SECKEYPrivateKey* key, DigestAlgorithm algorithm) {
  if (algorithm == DigestAlgorithm::kSha1) {
    return NssErrorFor(SEC_ERROR_INVALID_ALGORITHM, kSignOperation, "SHA-1");
  }
  const SECOidTag tag = nss::SEC_GetSignatureAlgorithmOidTag(nss::SECKEY_GetPrivateKeyType(key),
                                                             DigestOid(algorithm));
  if (tag == SEC_OID_UNKNOWN) return NssError(kSignOperation);
  return tag;
}

absl::StatusOr<KeyType> TypeOf(::KeyType type, absl::string_view operation) {
  switch (type) {
    case rsaKey:
      return KeyType::kRsa;
    case ecKey:
      return KeyType::kEc;
    default:
      return NssErrorFor(SEC_ERROR_INVALID_KEY, operation, "neither RSA nor EC");
  }
}

}  // namespace

struct PublicKey::Impl {
  Tracked<SECKEYPublicKey> key;
  KeyType type;
};

struct PrivateKey::Impl {
  Tracked<SECKEYPrivateKey> key;
  KeyType type;
  bool stored;
  std::string label;
  std::string id;
};

struct KeyService::Internal {
  static absl::StatusOr<PublicKey> Wrap(const PreventionLock& lock, UniquePublicKey key) {
    absl::StatusOr<KeyType> type =
        TypeOf(nss::SECKEY_GetPublicKeyType(key.get()), kImportOperation);
    if (!type.ok()) return type.status();
    return PublicKey(std::make_unique<PublicKey::Impl>(
        PublicKey::Impl{{lock, key.release(), "psm::PublicKey"}, *type}));
  }

  // Takes the key only when it succeeds.
  static absl::StatusOr<PrivateKey> Wrap(const PreventionLock& lock, UniquePrivateKey* key,
                                         bool stored) {
    absl::StatusOr<KeyType> type =
        TypeOf(nss::SECKEY_GetPrivateKeyType(key->get()), kFindOperation);
    if (!type.ok()) return type.status();
    UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(key->get()));
    if (id == nullptr) return NssError(kFindOperation, "id");
    UniqueNssString label(stored ? nss::PK11_GetPrivateKeyNickname(key->get()) : nullptr);
    return PrivateKey(std::make_unique<PrivateKey::Impl>(
        PrivateKey::Impl{{lock, key->release(), "psm::PrivateKey"},
                         *type,
                         stored,
                         label == nullptr ? "" : label.get(),
                         absl::BytesToHexString(ItemBytes(*id))}));
  }

  static absl::StatusOr<PrivateKey> Generate(const PreventionLock& lock,
                                             CK_MECHANISM_TYPE mechanism, void* parameters,
                                             absl::string_view label);

  static absl::StatusOr<std::vector<PrivateKey>> List(const PreventionLock& lock,
                                                      std::string* label);

  static absl::StatusOr<std::string> Issue(SECKEYPrivateKey* issuer_key, absl::string_view issuer,
                                           SECKEYPublicKey* subject_key,
                                           const CertificateRequest& request);
};

PublicKey::PublicKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PublicKey::PublicKey(PublicKey&& other) noexcept = default;
PublicKey& PublicKey::operator=(PublicKey&& other) noexcept = default;
PublicKey::~PublicKey() = default;

KeyType PublicKey::type() const { return impl_ == nullptr ? KeyType::kRsa : impl_->type; }
ProfileGeneration PublicKey::generation() const {
  return impl_ == nullptr ? 0 : impl_->key.generation();
}

absl::StatusOr<PublicKey> PublicKey::Import(absl::string_view spki) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::PublicKey::Import");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECItem> item = BorrowItem(spki, kImportOperation);
  if (!item.ok()) return item.status();
  if (spki.empty()) return NssErrorFor(SEC_ERROR_BAD_DER, kImportOperation);
  UniqueSubjectPublicKeyInfo info(nss::SECKEY_DecodeDERSubjectPublicKeyInfo(&*item));
  if (info == nullptr) return NssError(kImportOperation);
  UniquePublicKey key(nss::SECKEY_ExtractPublicKey(info.get()));
  if (key == nullptr) return NssError(kImportOperation);
  // NSS decodes what is not DER as well; one key has one encoding here.
  UniqueItem encoded(nss::SECKEY_EncodeDERSubjectPublicKeyInfo(key.get()));
  if (encoded == nullptr || ItemBytes(*encoded) != spki) {
    return NssErrorFor(SEC_ERROR_BAD_DER, kImportOperation);
  }
  return KeyService::Internal::Wrap(*lock, std::move(key));
}

absl::StatusOr<std::string> PublicKey::ExportSpki() const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::PublicKey::ExportSpki");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECKEYPublicKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  UniqueItem spki(nss::SECKEY_EncodeDERSubjectPublicKeyInfo(*key));
  if (spki == nullptr) return NssError("export a public key");
  return std::string(ItemBytes(*spki));
}

absl::Status PublicKey::Verify(DigestAlgorithm algorithm, absl::string_view data,
                               absl::string_view signature) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::PublicKey::Verify");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECKEYPublicKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  absl::StatusOr<SECItem> text = BorrowItem(data, kVerifyOperation);
  if (!text.ok()) return text.status();
  absl::StatusOr<SECItem> sig = BorrowItem(signature, kVerifyOperation);
  if (!sig.ok()) return sig.status();
  if (signature.empty()) return NssErrorFor(SEC_ERROR_BAD_SIGNATURE, kVerifyOperation);
  const SECOidTag key_oid =
      impl_->type == KeyType::kRsa ? SEC_OID_PKCS1_RSA_ENCRYPTION : SEC_OID_ANSIX962_EC_PUBLIC_KEY;
  if (nss::VFY_VerifyDataDirect(text->data, static_cast<int>(text->len), *key, &*sig, key_oid,
                                DigestOid(algorithm), nullptr, nullptr) != SECSuccess) {
    return NssError(kVerifyOperation);
  }
  return absl::OkStatus();
}

PrivateKey::PrivateKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PrivateKey::PrivateKey(PrivateKey&& other) noexcept = default;
PrivateKey& PrivateKey::operator=(PrivateKey&& other) noexcept = default;
PrivateKey::~PrivateKey() = default;

KeyType PrivateKey::type() const { return impl_ == nullptr ? KeyType::kRsa : impl_->type; }
bool PrivateKey::stored() const { return impl_ != nullptr && impl_->stored; }
const std::string& PrivateKey::label() const {
  static const std::string* const none = new std::string;
  return impl_ == nullptr ? *none : impl_->label;
}
const std::string& PrivateKey::id() const {
  static const std::string* const none = new std::string;
  return impl_ == nullptr ? *none : impl_->id;
}
ProfileGeneration PrivateKey::generation() const {
  return impl_ == nullptr ? 0 : impl_->key.generation();
}

absl::StatusOr<std::string> PrivateKey::Sign(DigestAlgorithm algorithm,
                                             absl::string_view data) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::PrivateKey::Sign");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECKEYPrivateKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  absl::StatusOr<SECItem> text = BorrowItem(data, kSignOperation);
  if (!text.ok()) return text.status();
  absl::StatusOr<SECOidTag> oid = SigningOid(*key, algorithm);
  if (!oid.ok()) return oid.status();
  ScopedItem signature;
  if (nss::SEC_SignData(signature.get(), text->data, static_cast<int>(text->len), *key, *oid) !=
      SECSuccess) {
    return NssError(kSignOperation);
  }
  return std::string(signature.bytes());
}

absl::StatusOr<PublicKey> PrivateKey::GetPublicKey() const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::PrivateKey::GetPublicKey");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECKEYPrivateKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  UniquePublicKey public_key(nss::SECKEY_ConvertToPublicKey(*key));
  if (public_key == nullptr) return NssError("get a public key");
  return KeyService::Internal::Wrap(*lock, std::move(public_key));
}

absl::Status PrivateKey::Delete() {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::PrivateKey::Delete");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECKEYPrivateKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  if (impl_->stored) {
    absl::Status status = DeletePair(*lock, *key);
    if (!status.ok()) return status;
  }
  impl_.reset();
  return absl::OkStatus();
}

absl::StatusOr<PrivateKey> KeyService::Internal::Generate(const PreventionLock& lock,
                                                          CK_MECHANISM_TYPE mechanism,
                                                          void* parameters,
                                                          absl::string_view label) {
  absl::Status label_status = CheckLabel(label, kMakeOperation);
  if (!label_status.ok()) return label_status;
  if (label.empty()) {
    UniqueSlot slot(nss::PK11_GetInternalSlot());
    if (slot == nullptr) return NssError(kMakeOperation);
    absl::StatusOr<SessionPair> pair =
        GenerateSessionPair(slot.get(), mechanism, parameters, kMakeOperation);
    if (!pair.ok()) return pair.status();
    return Wrap(lock, &pair->private_key, /*stored=*/false);
  }
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kMakeOperation);
  if (!slot.ok()) return slot.status();
  if (nss::PK11_IsReadOnly(slot->get()).value_or(PR_TRUE)) {
    return NssErrorFor(SEC_ERROR_READ_ONLY, kMakeOperation);
  }
  absl::StatusOr<SessionPair> pair =
      GenerateSessionPair(slot->get(), mechanism, parameters, kMakeOperation);
  if (!pair.ok()) return pair.status();
  absl::StatusOr<UniquePrivateKey> key = StorePair(lock, *pair, std::string(label), kMakeOperation);
  if (!key.ok()) return key.status();
  return Wrap(lock, &*key, /*stored=*/true);
}

absl::StatusOr<PrivateKey> KeyService::GenerateRsa(int bits, absl::string_view label) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::KeyService::GenerateRsa");
  if (!lock.ok()) return lock.status();
  if (bits < kMinRsaBits || bits > kMaxRsaBits || bits % 8 != 0) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kMakeOperation,
                       absl::StrCat("RSA, ", bits, " bits"));
  }
  PK11RSAGenParams parameters = {bits, kPublicExponent};
  return Internal::Generate(*lock, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, label);
}

absl::StatusOr<PrivateKey> KeyService::GenerateEc(EllipticCurve curve,
                                                  absl::string_view label) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::KeyService::GenerateEc");
  if (!lock.ok()) return lock.status();
  SECItem parameters = OidOf(curve);
  return Internal::Generate(*lock, CKM_EC_KEY_PAIR_GEN, &parameters, label);
}

absl::StatusOr<std::vector<PrivateKey>> KeyService::Internal::List(const PreventionLock& lock,
                                                                   std::string* label) {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kFindOperation);
  if (!slot.ok()) return slot.status();
  nss::PORT_SetError(0);
  UniquePrivateKeyList list(nss::PK11_ListPrivKeysInSlot(
      slot->get(), label == nullptr ? nullptr : &(*label)[0], nullptr));
  std::vector<PrivateKey> keys;
  if (list == nullptr) {
    // No key at all also gives no list, with no error.
    if (nss::PORT_GetError() != 0) return NssError(kFindOperation);
    return keys;
  }
  for (SECKEYPrivateKeyListNode* node = PRIVKEY_LIST_HEAD(list); !PRIVKEY_LIST_END(node, list);
       node = PRIVKEY_LIST_NEXT(node)) {
    UniquePrivateKey key(std::exchange(node->key, nullptr));
    if (key == nullptr) continue;  // it went, or the log-in did, while NSS listed
    absl::StatusOr<PrivateKey> wrapped = Wrap(lock, &key, /*stored=*/true);
    if (wrapped.ok()) keys.push_back(*std::move(wrapped));  // others' types of keys are not ours
  }
  return keys;
}

absl::StatusOr<std::vector<PrivateKey>> KeyService::List() const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::KeyService::List");
  if (!lock.ok()) return lock.status();
  return Internal::List(*lock, nullptr);
}

absl::StatusOr<std::vector<PrivateKey>> KeyService::FindByLabel(absl::string_view label) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::KeyService::FindByLabel");
  if (!lock.ok()) return lock.status();
  absl::Status label_status = CheckLabel(label, kFindOperation);
  if (!label_status.ok()) return label_status;
  std::string name(label);
  absl::StatusOr<std::vector<PrivateKey>> keys = Internal::List(*lock, &name);
  if (keys.ok() && keys->empty()) return NssErrorFor(SEC_ERROR_NO_KEY, kFindOperation, label);
  return keys;
}

absl::StatusOr<PrivateKey> KeyService::FindById(absl::string_view id) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::KeyService::FindById");
  if (!lock.ok()) return lock.status();
  if (id.empty() || id.size() % 2 != 0 ||
      id.find_first_not_of("0123456789abcdefABCDEF") != id.npos) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kFindOperation, id);
  }
  absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn(kFindOperation);
  if (!slot.ok()) return slot.status();
  absl::StatusOr<UniquePrivateKey> key = FindStoredKey(slot->get(), absl::HexStringToBytes(id));
  if (!key.ok()) return key.status();
  if (*key == nullptr) return NssErrorFor(SEC_ERROR_NO_KEY, kFindOperation, id);
  return Internal::Wrap(*lock, &*key, /*stored=*/true);
}

absl::StatusOr<std::string> KeyService::Internal::Issue(SECKEYPrivateKey* issuer_key,
                                                        absl::string_view issuer,
                                                        SECKEYPublicKey* subject_key,
                                                        const CertificateRequest& request) {
  auto name_of = [](absl::string_view text) -> absl::StatusOr<UniqueName> {
    if (text.empty() || text.find('\0') != text.npos) {
      return NssErrorFor(SEC_ERROR_INVALID_ARGS, kCertificateOperation, "name");
    }
    UniqueName name(nss::CERT_AsciiToName(std::string(text).c_str()));
    if (name == nullptr) {
      return NssErrorFor(SEC_ERROR_INVALID_ARGS, kCertificateOperation, text);
    }
    return name;
  };
  absl::StatusOr<UniqueName> issuer_name = name_of(issuer);
  if (!issuer_name.ok()) return issuer_name.status();
  absl::StatusOr<UniqueName> subject_name = name_of(request.subject);
  if (!subject_name.ok()) return subject_name.status();
  absl::StatusOr<SECOidTag> oid = SigningOid(issuer_key, request.digest);
  if (!oid.ok()) return oid.status();
  if (request.not_before >= request.not_after) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kCertificateOperation, "empty validity");
  }

  UniqueSubjectPublicKeyInfo info(nss::SECKEY_CreateSubjectPublicKeyInfo(subject_key));
  if (info == nullptr) return NssError(kCertificateOperation);
  UniqueCertificateRequest unsigned_request(
      nss::CERT_CreateCertificateRequest(subject_name->get(), info.get(), nullptr));
  if (unsigned_request == nullptr) return NssError(kCertificateOperation);
  UniqueValidity validity(nss::CERT_CreateValidity(absl::ToUnixMicros(request.not_before),
                                                   absl::ToUnixMicros(request.not_after)));
  if (validity == nullptr) return NssError(kCertificateOperation, "validity");
  UniqueCertificate certificate(nss::CERT_CreateCertificate(
      request.serial, issuer_name->get(), validity.get(), unsigned_request.get()));
  if (certificate == nullptr) return NssError(kCertificateOperation);

  PLArenaPool* const arena = certificate->arena;
  void* const extensions = nss::CERT_StartCertExtensions(certificate.get());
  if (extensions == nullptr) return NssError(kCertificateOperation, "extensions");
  CERTBasicConstraints constraints = {request.is_ca ? PR_TRUE : PR_FALSE,
                                      CERT_UNLIMITED_PATH_CONSTRAINT};
  SECItem encoded = {siBuffer, nullptr, 0};
  unsigned char usage =
      request.is_ca ? KU_KEY_CERT_SIGN | KU_CRL_SIGN : KU_DIGITAL_SIGNATURE | KU_KEY_ENCIPHERMENT;
  SECItem usage_item = {siBuffer, &usage, 1};
  SECStatus added = nss::CERT_EncodeBasicConstraintValue(arena, &constraints, &encoded);
  if (added == SECSuccess) {
    added = nss::CERT_AddExtension(extensions, SEC_OID_X509_BASIC_CONSTRAINTS, &encoded, PR_TRUE,
                                   PR_TRUE);
  }
  if (added == SECSuccess) {
    added = nss::CERT_EncodeAndAddBitStrExtension(extensions, SEC_OID_X509_KEY_USAGE, &usage_item,
                                                  PR_TRUE);
  }
  const int add_error = nss::PORT_GetError();
  const SECStatus finished = nss::CERT_FinishExtensions(extensions);  // frees them, so always
  if (added != SECSuccess) return NssErrorFor(add_error, kCertificateOperation, "extensions");
  if (finished != SECSuccess) return NssError(kCertificateOperation, "extensions");

  unsigned char version = kVersion3;
  const SECItem version_item = {siUnsignedInteger, &version, 1};
  if (nss::SECITEM_CopyItem(arena, &certificate->version, &version_item) != SECSuccess ||
      nss::SECOID_SetAlgorithmID(arena, &certificate->signature, *oid, nullptr) != SECSuccess) {
    return NssError(kCertificateOperation);
  }
  SECItem to_be_signed = {siBuffer, nullptr, 0};
  if (nss::SEC_ASN1EncodeItem(arena, &to_be_signed, certificate.get(),
                              SEC_ASN1_GET(CERT_CertificateTemplate)) == nullptr) {
    return NssError(kCertificateOperation);
  }
  SECItem der = {siBuffer, nullptr, 0};
  if (nss::SEC_DerSignData(arena, &der, to_be_signed.data, static_cast<int>(to_be_signed.len),
                           issuer_key, *oid) != SECSuccess) {
    return NssError(kCertificateOperation, "sign");
  }
  return std::string(ItemBytes(der));
}

absl::StatusOr<std::string> KeyService::IssueCertificate(const PrivateKey& issuer_key,
                                                         absl::string_view issuer,
                                                         const PublicKey& subject_key,
                                                         const CertificateRequest& request) const {
  if (issuer_key.impl_ == nullptr || subject_key.impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(issuer_key.generation(), "psm::KeyService::IssueCertificate");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECKEYPrivateKey*> signer = issuer_key.impl_->key.Get(*lock);
  if (!signer.ok()) return signer.status();
  absl::StatusOr<SECKEYPublicKey*> subject = subject_key.impl_->key.Get(*lock);
  if (!subject.ok()) return subject.status();
  return Internal::Issue(*signer, issuer, *subject, request);
}

absl::StatusOr<std::string> KeyService::MakeSelfSignedCertificate(
    const PrivateKey& key, const CertificateRequest& request) const {
  if (key.impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(key.generation(), "psm::KeyService::MakeSelfSignedCertificate");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PublicKey> public_key = key.GetPublicKey();
  if (!public_key.ok()) return public_key.status();
  return IssueCertificate(key, request.subject, *public_key, request);
}

}  // namespace psm
