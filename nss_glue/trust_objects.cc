#include "nss_glue/trust_objects.h"

#include <secerr.h>
#include <sechash.h>
#include <secoid.h>

#include <map>

#include "absl/strings/match.h"
#include "nss_glue/error.h"
#include "nss_glue/scoped.h"

namespace psm {
namespace {

constexpr char kOperation[] = "read trust";
constexpr size_t kDatabaseUlong = 4;  // big-endian; as softoken shows what it does not know

struct Form {
  CK_OBJECT_CLASS object_class;
  CK_ATTRIBUTE_TYPE digest_attribute;
  CK_ATTRIBUTE_TYPE level_attributes[4];
};
constexpr Form kNssForm = {CKO_NSS_TRUST,
                           CKA_CERT_SHA1_HASH,
                           {CKA_TRUST_SERVER_AUTH, CKA_TRUST_CLIENT_AUTH,
                            CKA_TRUST_EMAIL_PROTECTION, CKA_TRUST_CODE_SIGNING}};
constexpr Form kPkcs11Form = {0x0B, 0x635, {0x62C, 0x62D, 0x62F, 0x62E}};
constexpr CK_ATTRIBUTE_TYPE kDigestMechanism = 0x8C;  // of kPkcs11Form

const Form& FormOf(TrustForm form) { return form == TrustForm::kNss ? kNssForm : kPkcs11Form; }

// False if the object does not have it.
bool ReadBytes(PK11GenericObject* object, CK_ATTRIBUTE_TYPE type, std::string* bytes) {
  ScopedItem value;
  if (nss::PK11_ReadRawAttribute(PK11_TypeGeneric, object, type, value.get()) != SECSuccess) {
    return false;
  }
  *bytes = std::string(value.bytes());
  return true;
}

struct Attributes {
  std::map<CK_ATTRIBUTE_TYPE, std::string> bytes;
  bool bad_signature = false;  // of one that is not there therefore
};

// Those that can be read. All in one call where that goes: each call is a transaction in each
// database.
absl::StatusOr<Attributes> ReadAttributes(PK11GenericObject* object,
                                          const std::vector<CK_ATTRIBUTE_TYPE>& types) {
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  if (arena == nullptr) return NssError(kOperation);
  std::vector<CK_ATTRIBUTE> all;
  for (const CK_ATTRIBUTE_TYPE type : types) all.push_back({type, nullptr, 0});
  Attributes found;
  if (nss::PK11_ReadRawAttributes(arena.get(), PK11_TypeGeneric, object, all.data(),
                                  static_cast<unsigned>(all.size())) == SECSuccess) {
    for (const CK_ATTRIBUTE& attribute : all) {
      found.bytes[attribute.type].assign(static_cast<const char*>(attribute.pValue),
                                         attribute.ulValueLen);
    }
    return found;
  }
  for (const CK_ATTRIBUTE_TYPE type : types) {
    std::string bytes;
    if (ReadBytes(object, type, &bytes)) {
      found.bytes[type] = std::move(bytes);
    } else if (nss::PORT_GetError() == SEC_ERROR_BAD_SIGNATURE) {
      found.bad_signature = true;
    }
  }
  return found;
}

absl::optional<CK_ULONG> Ulong(const Attributes& attributes, CK_ATTRIBUTE_TYPE type,
                               bool* foreign) {
  const auto found = attributes.bytes.find(type);
  if (found == attributes.bytes.end()) return absl::nullopt;
  const std::string& bytes = found->second;
  CK_ULONG value = 0;
  if (bytes.size() == sizeof value) {
    bytes.copy(reinterpret_cast<char*>(&value), sizeof value);
    return value;
  }
  if (bytes.size() != kDatabaseUlong) return absl::nullopt;
  *foreign = true;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

// PKCS#11 3.2's CKT_ values as NSS's own.
CK_TRUST FromPkcs11(CK_ULONG level) {
  switch (level) {
    case 1:
      return CKT_NSS_TRUSTED;
    case 2:
      return CKT_NSS_TRUSTED_DELEGATOR;
    case 3:
      return CKT_NSS_NOT_TRUSTED;
    case 4:
      return CKT_NSS_MUST_VERIFY_TRUST;
    default:
      return CKT_NSS_TRUST_UNKNOWN;
  }
}

SECOidTag DigestAlgorithmOf(CK_ULONG mechanism) {
  switch (mechanism) {
    case CKM_SHA_1:
      return SEC_OID_SHA1;
    case CKM_SHA224:
      return SEC_OID_SHA224;
    case CKM_SHA256:
      return SEC_OID_SHA256;
    case CKM_SHA384:
      return SEC_OID_SHA384;
    case CKM_SHA512:
      return SEC_OID_SHA512;
    default:
      return SEC_OID_SHA256;  // a digest of another length is found to be none of the certificate's
  }
}

// Null: there are none, which NSS tells from a failure by its error alone.
absl::StatusOr<UniqueGenericObjects> FindObjects(PK11SlotInfo* slot, TrustForm form) {
  nss::PORT_SetError(0);
  UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot, FormOf(form).object_class));
  if (objects == nullptr && nss::PORT_GetError() != 0) return NssError(kOperation);
  return objects;
}

// All but issuer and serial number.
absl::StatusOr<TrustObject> Read(PK11GenericObject* object, TrustForm form) {
  const Form& ours = FormOf(form);
  std::vector<CK_ATTRIBUTE_TYPE> types(std::begin(ours.level_attributes),
                                       std::end(ours.level_attributes));
  types.push_back(ours.digest_attribute);
  if (form == TrustForm::kPkcs11) types.push_back(kDigestMechanism);
  absl::StatusOr<Attributes> attributes = ReadAttributes(object, types);
  if (!attributes.ok()) return attributes.status();
  TrustObject found;
  found.digest = attributes->bytes[ours.digest_attribute];
  found.unreadable = attributes->bad_signature;
  found.digest_algorithm = SEC_OID_SHA1;
  if (form == TrustForm::kPkcs11) {
    found.digest_algorithm = DigestAlgorithmOf(
        Ulong(*attributes, kDigestMechanism, &found.foreign).value_or(CKM_SHA256));
  }
  for (size_t i = 0; i < found.levels.size(); ++i) {
    const absl::optional<CK_ULONG> level =
        Ulong(*attributes, ours.level_attributes[i], &found.foreign);
    if (form == TrustForm::kPkcs11) {
      found.levels[i] = FromPkcs11(level.value_or(0));
    } else {
      found.levels[i] = level.value_or(CKT_NSS_TRUST_UNKNOWN);
    }
  }
  return found;
}

// Issuer and serial number are not signed.
bool IsOf(PK11GenericObject* object, const CERTCertificate* certificate) {
  std::string issuer;
  std::string serial;
  if (!ReadBytes(object, CKA_ISSUER, &issuer) || !ReadBytes(object, CKA_SERIAL_NUMBER, &serial) ||
      issuer != ItemBytes(certificate->derIssuer)) {
    return false;
  }
  // A DER INTEGER there, without its header in the certificate.
  const absl::string_view number = ItemBytes(certificate->serialNumber);
  return absl::EndsWith(serial, number) && serial.size() <= number.size() + 4;
}

}  // namespace

absl::StatusOr<int> RemoveTrustObjects(PK11SlotInfo* slot, WhichTrust which,
                                       const CERTCertificate* certificate) {
  int removed = 0;
  for (const TrustForm form : {TrustForm::kNss, TrustForm::kPkcs11}) {
    absl::StatusOr<UniqueGenericObjects> objects = FindObjects(slot, form);
    if (!objects.ok()) return objects.status();
    for (PK11GenericObject* object = objects->get(); object != nullptr;
         object = nss::PK11_GetNextGenericObject(object)) {
      if (certificate != nullptr && !IsOf(object, certificate)) continue;
      absl::StatusOr<TrustObject> found = Read(object, form);
      if (!found.ok()) return found.status();
      if (found->foreign || (which == WhichTrust::kUnreadable && !found->unreadable)) continue;
      const CK_OBJECT_HANDLE handle = nss::PK11_GetObjectHandle(PK11_TypeGeneric, object, nullptr);
      if (nss::PK11_DestroyTokenObject(slot, handle) != SECSuccess) {
        return NssError("remove trust");
      }
      ++removed;
    }
  }
  return removed;
}

absl::StatusOr<std::string> DigestOf(SECOidTag algorithm, absl::string_view bytes) {
  unsigned char digest[HASH_LENGTH_MAX];
  const unsigned length = nss::HASH_ResultLenByOidTag(algorithm);
  if (length == 0) return NssErrorFor(SEC_ERROR_INVALID_ALGORITHM, kOperation);
  if (nss::PK11_HashBuf(algorithm, digest, reinterpret_cast<const unsigned char*>(bytes.data()),
                        static_cast<PRInt32>(bytes.size())) != SECSuccess) {
    return NssError(kOperation);
  }
  return std::string(reinterpret_cast<const char*>(digest), length);
}

absl::StatusOr<std::vector<TrustObject>> ListTrustObjects(PK11SlotInfo* slot, TrustForm form) {
  std::vector<TrustObject> all;
  absl::StatusOr<UniqueGenericObjects> objects = FindObjects(slot, form);
  if (!objects.ok()) return objects.status();
  for (PK11GenericObject* object = objects->get(); object != nullptr;
       object = nss::PK11_GetNextGenericObject(object)) {
    absl::StatusOr<TrustObject> found = Read(object, form);
    if (!found.ok()) return found.status();
    ReadBytes(object, CKA_ISSUER, &found->issuer);
    ReadBytes(object, CKA_SERIAL_NUMBER, &found->serial);
    all.push_back(*std::move(found));
  }
  return all;
}

absl::StatusOr<absl::optional<TrustObject>> FindTrustObject(PK11SlotInfo* slot, TrustForm form,
                                                            absl::string_view der) {
  absl::StatusOr<UniqueGenericObjects> objects = FindObjects(slot, form);
  if (!objects.ok()) return objects.status();
  std::map<SECOidTag, std::string> digests;
  for (PK11GenericObject* object = objects->get(); object != nullptr;
       object = nss::PK11_GetNextGenericObject(object)) {
    absl::StatusOr<TrustObject> found = Read(object, form);
    if (!found.ok()) return found.status();
    std::string& expected = digests[found->digest_algorithm];
    if (expected.empty()) {
      absl::StatusOr<std::string> computed = DigestOf(found->digest_algorithm, der);
      if (!computed.ok()) return computed.status();
      expected = *std::move(computed);
    }
    if (found->digest == expected) return absl::make_optional(*std::move(found));
  }
  return absl::optional<TrustObject>();
}

}  // namespace psm
