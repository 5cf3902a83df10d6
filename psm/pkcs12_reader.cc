#include "psm/pkcs12_reader.h"

#include <string.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "psm/der.h"

namespace psm {
namespace {

constexpr char kOperation[] = "read a PKCS#12 file";
constexpr size_t kMaxBytes = size_t{16} << 20;
constexpr int kMaxDepth = 32;
constexpr int64_t kVersion = 3;
constexpr int64_t kMaxKeyBytes = 64;

// Contents of object identifiers.
constexpr absl::string_view kData = "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
constexpr absl::string_view kEncryptedData = "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x06";
constexpr absl::string_view kKeyBag = "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x01";
constexpr absl::string_view kShroudedKeyBag = "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x02";
constexpr absl::string_view kCertificateBag = "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x03";
constexpr absl::string_view kSafeContentsBag = "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x06";
constexpr absl::string_view kX509Certificate = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x16\x01";
constexpr absl::string_view kFriendlyName = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x14";
constexpr absl::string_view kLocalKeyId = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x15";
constexpr absl::string_view kPbes2 = "\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0D";
constexpr absl::string_view kPbkdf2 = "\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0C";

// Derivations of PKCS#12 itself (RFC 7292, appendix C): SHA-1 with 3DES and RC2.
constexpr absl::string_view kPkcs12Pbes[] = {
    "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x03",
    "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x04",
    "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x05",
    "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x06",
};

struct Mac {
  absl::string_view digest_oid;
  CK_MECHANISM_TYPE derive;
  CK_MECHANISM_TYPE sign;
};
constexpr Mac kMacs[] = {
    {"\x2B\x0E\x03\x02\x1A", CKM_PBA_SHA1_WITH_SHA1_HMAC, CKM_SHA_1_HMAC},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x04", CKM_NSS_PKCS12_PBE_SHA224_HMAC_KEY_GEN,
     CKM_SHA224_HMAC},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x01", CKM_NSS_PKCS12_PBE_SHA256_HMAC_KEY_GEN,
     CKM_SHA256_HMAC},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x02", CKM_NSS_PKCS12_PBE_SHA384_HMAC_KEY_GEN,
     CKM_SHA384_HMAC},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x03", CKM_NSS_PKCS12_PBE_SHA512_HMAC_KEY_GEN,
     CKM_SHA512_HMAC},
};

absl::Status Malformed(absl::string_view where) {
  return NssErrorFor(SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE, kOperation, where);
}

// Wiped at its end.
class SecretDer {
 public:
  explicit SecretDer(absl::string_view ber) : der_(BerToDer(ber, kMaxDepth)) {}
  SecretDer(const SecretDer&) = delete;
  SecretDer& operator=(const SecretDer&) = delete;
  ~SecretDer() {
    if (der_.has_value()) explicit_bzero(&(*der_)[0], der_->size());
  }
  bool ok() const { return der_.has_value(); }
  absl::string_view bytes() const { return *der_; }

 private:
  absl::optional<std::string> der_;
};

UniqueItem CopyOf(absl::string_view bytes) {
  UniqueItem item(
      nss::SECITEM_AllocItem(nullptr, nullptr, static_cast<unsigned int>(bytes.size())));
  if (item != nullptr && !bytes.empty()) memcpy(item->data, bytes.data(), bytes.size());
  return item;
}

// The same password as the two families of derivations take it.
struct Password {
  UniqueItem utf16;  // big-endian, ends in two NUL bytes, or is empty
  UniqueItem utf8;
};

absl::StatusOr<Password> EncodePassword(absl::string_view utf8) {
  if (utf8.find('\0') != utf8.npos) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kOperation, "the password has a NUL byte");
  }
  absl::StatusOr<SECItem> input = BorrowItem(utf8, kOperation);
  if (!input.ok()) return input.status();
  Password password = {nullptr, CopyOf(utf8)};
  // One unit of two bytes for each byte at most.
  password.utf16.reset(nss::SECITEM_AllocItem(nullptr, nullptr, input->len * 2 + 2));
  if (password.utf8 == nullptr || password.utf16 == nullptr) return NssError(kOperation);
  SECItem* utf16 = password.utf16.get();
  unsigned int length = 0;
  if (!utf8.empty() && !nss::PORT_UCS2_UTF8Conversion(PR_TRUE, input->data, input->len, utf16->data,
                                                      utf16->len, &length)) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, kOperation, "the password is not UTF-8");
  }
  utf16->data[length] = utf16->data[length + 1] = 0;
  utf16->len = length + 2;
  return password;
}

class Reader {
 public:
  explicit Reader(Password password) : password_(std::move(password)) {}

  absl::StatusOr<Pkcs12Contents> Read(absl::string_view bytes);

 private:
  absl::Status VerifyMac(absl::string_view safes, DerReader mac_data);
  absl::StatusOr<bool> MacIs(absl::string_view digest, const Mac& mac, absl::string_view salt,
                             int64_t iterations, absl::string_view safes);
  absl::Status ReadSafe(DerReader content_info);
  absl::Status ReadEncryptedSafe(DerReader encrypted_data);
  absl::Status ReadBags(absl::string_view safe_contents);
  absl::Status ReadBag(DerReader bag);
  absl::StatusOr<Pkcs12Attributes> ReadAttributes(DerReader bag);

  // What decrypts it, if its derivation is one of ours and within bounds.
  absl::StatusOr<SECItem*> CheckPbe(absl::string_view algorithm);
  // Refuses what is beyond the bounds. NSS derives `times` times.
  absl::Status Spend(int64_t iterations, int times, absl::string_view what, int error);
  absl::StatusOr<UniqueItem> Decrypt(absl::string_view algorithm, absl::string_view ciphertext);

  Password password_;
  int64_t spent_ = 0;
  Pkcs12Contents contents_;
};

absl::Status Reader::Spend(int64_t iterations, int times, absl::string_view what, int error) {
  spent_ += iterations * times;
  if (iterations > 0 && iterations <= kMaxIterations && spent_ <= kMaxTotalIterations) {
    return absl::OkStatus();
  }
  return NssErrorFor(error, kOperation, absl::StrCat(what, ", ", iterations, " iterations"));
}

absl::StatusOr<SECItem*> Reader::CheckPbe(absl::string_view algorithm) {
  constexpr int kError = SEC_ERROR_PKCS12_UNSUPPORTED_PBE_ALGORITHM;
  DerReader identifier(DerReader(algorithm).Take(kDerSequence));
  const absl::string_view oid = identifier.Take(kDerOid);
  DerReader parameters(identifier.Take(kDerSequence));
  if (!identifier.ok()) return Malformed("encryption");
  for (absl::string_view known : kPkcs12Pbes) {
    if (oid != known) continue;
    parameters.Take(kDerOctetString);  // salt
    const int64_t iterations = parameters.TakeNumber();
    if (!parameters.ok()) return Malformed("encryption");
    // The key, and then the initialisation vector.
    absl::Status within = Spend(iterations, 2, "encryption", kError);
    if (!within.ok()) return within;
    return password_.utf16.get();
  }
  DerReader derivation(parameters.Take(kDerSequence));
  if (oid != kPbes2 || derivation.Take(kDerOid) != kPbkdf2) {
    return NssErrorFor(kError, kOperation);
  }
  DerReader pbkdf2(derivation.Take(kDerSequence));
  pbkdf2.Take(kDerOctetString);  // salt
  const int64_t iterations = pbkdf2.TakeNumber();
  const int64_t key_bytes = pbkdf2.NextIs(kDerInteger) ? pbkdf2.TakeNumber() : 1;
  if (!pbkdf2.ok() || key_bytes < 1 || key_bytes > kMaxKeyBytes) return Malformed("encryption");
  absl::Status within = Spend(iterations, 1, "encryption", kError);
  if (!within.ok()) return within;
  return password_.utf8.get();
}

absl::StatusOr<UniqueItem> Reader::Decrypt(absl::string_view algorithm,
                                           absl::string_view ciphertext) {
  absl::StatusOr<SECItem*> password = CheckPbe(algorithm);
  if (!password.ok()) return password.status();
  absl::StatusOr<SECItem> algorithm_item = BorrowItem(algorithm, kOperation);
  if (!algorithm_item.ok()) return algorithm_item.status();
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  UniqueSlot slot(nss::PK11_GetInternalSlot());
  if (arena == nullptr || slot == nullptr) return NssError(kOperation);
  SECAlgorithmID identifier = {};
  if (nss::SEC_QuickDERDecodeItem(arena.get(), &identifier,
                                  SEC_ASN1_GET(SECOID_AlgorithmIDTemplate),
                                  &*algorithm_item) != SECSuccess) {
    return Malformed("encryption");
  }
  UniqueSymKey key(nss::PK11_PBEKeyGen(slot.get(), &identifier, *password, PR_FALSE, nullptr));
  SECItem* parameter = nullptr;
  const CK_MECHANISM_TYPE mechanism =
      key == nullptr ? CKM_INVALID_MECHANISM
                     : nss::PK11_GetPBECryptoMechanism(&identifier, &parameter, *password);
  UniqueItem parameter_owner(parameter);
  if (mechanism == CKM_INVALID_MECHANISM) {
    return NssErrorFor(SEC_ERROR_PKCS12_UNSUPPORTED_PBE_ALGORITHM, kOperation);
  }
  UniqueItem text(
      nss::SECITEM_AllocItem(nullptr, nullptr, static_cast<unsigned int>(ciphertext.size()) + 1));
  if (text == nullptr) return NssError(kOperation);
  unsigned int length = 0;
  if (nss::PK11_Decrypt(key.get(), nss::PK11_GetPadMechanism(mechanism), parameter, text->data,
                        &length, text->len,
                        reinterpret_cast<const unsigned char*>(ciphertext.data()),
                        static_cast<unsigned int>(ciphertext.size())) != SECSuccess) {
    return Malformed("encrypted safe");
  }
  text->len = length;
  return text;
}

absl::StatusOr<bool> Reader::MacIs(absl::string_view digest, const Mac& mac, absl::string_view salt,
                                   int64_t iterations, absl::string_view safes) {
  absl::Status within = Spend(iterations, 1, "MAC", SEC_ERROR_PKCS12_UNSUPPORTED_MAC_ALGORITHM);
  if (!within.ok()) return within;
  absl::StatusOr<SECItem> salt_item = BorrowItem(salt, kOperation);
  if (!salt_item.ok()) return salt_item.status();
  UniqueSlot slot(nss::PK11_GetInternalSlot());
  SECItem* parameters = nss::PK11_CreatePBEParams(&*salt_item, password_.utf16.get(),
                                                  static_cast<unsigned int>(iterations));
  if (slot == nullptr || parameters == nullptr) return NssError(kOperation, "MAC");
  UniqueSymKey key(nss::PK11_KeyGen(slot.get(), mac.derive, parameters, 0, nullptr));
  nss::PK11_DestroyPBEParams(parameters);
  if (key == nullptr) return NssError(kOperation, "MAC");
  SECItem none = {siBuffer, nullptr, 0};
  UniqueContext context(nss::PK11_CreateContextBySymKey(mac.sign, CKA_SIGN, key.get(), &none));
  unsigned char computed[HASH_LENGTH_MAX];
  unsigned int length = 0;
  if (context == nullptr || nss::PK11_DigestBegin(context.get()) != SECSuccess ||
      nss::PK11_DigestOp(context.get(), reinterpret_cast<const unsigned char*>(safes.data()),
                         static_cast<unsigned int>(safes.size())) != SECSuccess ||
      nss::PK11_DigestFinal(context.get(), computed, &length, sizeof(computed)) != SECSuccess) {
    return NssError(kOperation, "MAC");
  }
  return length == digest.size() && nss::NSS_SecureMemcmp(computed, digest.data(), length) == 0;
}

absl::Status Reader::VerifyMac(absl::string_view safes, DerReader mac_data) {
  DerReader digest_info(mac_data.Take(kDerSequence));
  const absl::string_view salt = mac_data.Take(kDerOctetString);
  const int64_t iterations = mac_data.AtEnd() ? 1 : mac_data.TakeNumber();
  DerReader algorithm(digest_info.Take(kDerSequence));
  const absl::string_view oid = algorithm.Take(kDerOid);
  const absl::string_view parameters = algorithm.AtEnd() ? "" : algorithm.Take(kDerNull);
  const absl::string_view digest = digest_info.Take(kDerOctetString);
  if (!parameters.empty() || !mac_data.ok() || !digest_info.ok() || !algorithm.ok())
    return Malformed("MAC");
  for (const Mac& mac : kMacs) {
    if (oid != mac.digest_oid) continue;
    absl::StatusOr<bool> right = MacIs(digest, mac, salt, iterations, safes);
    if (right.ok() && !*right && password_.utf8->len == 0) {
      password_.utf16->len = 0;  // the other form of an empty password
      right = MacIs(digest, mac, salt, iterations, safes);
    }
    if (!right.ok()) return right.status();
    return *right ? absl::OkStatus() : NssErrorFor(SEC_ERROR_PKCS12_INVALID_MAC, kOperation);
  }
  return NssErrorFor(SEC_ERROR_PKCS12_UNSUPPORTED_MAC_ALGORITHM, kOperation);
}

// A BMPString, without the NULs that some programs put at its end.
absl::StatusOr<std::string> ToUtf8(absl::string_view utf16) {
  while (utf16.size() >= 2 && utf16.substr(utf16.size() - 2) == absl::string_view("\0\0", 2)) {
    utf16.remove_suffix(2);
  }
  if (utf16.empty()) return std::string();
  absl::StatusOr<SECItem> input = BorrowItem(utf16, kOperation);
  if (!input.ok()) return input.status();
  std::string utf8(utf16.size() * 2, '\0');  // three bytes for each unit of two at most
  unsigned int length = 0;
  if (!nss::PORT_UCS2_UTF8Conversion(PR_FALSE, input->data, input->len,
                                     reinterpret_cast<unsigned char*>(&utf8[0]),
                                     static_cast<unsigned int>(utf8.size()), &length) ||
      utf8.find('\0') < length) {
    return Malformed("name");
  }
  utf8.resize(length);
  return utf8;
}

absl::StatusOr<Pkcs12Attributes> Reader::ReadAttributes(DerReader bag) {
  Pkcs12Attributes attributes;
  if (bag.AtEnd()) return attributes;
  DerReader set(bag.Take(kDerSet));
  while (!set.AtEnd()) {
    DerReader attribute(set.Take(kDerSequence));
    const absl::string_view oid = attribute.Take(kDerOid);
    DerReader values(attribute.Take(kDerSet));
    if (oid == kFriendlyName) {
      absl::StatusOr<std::string> name = ToUtf8(values.Take(kDerBmpString));
      if (!name.ok()) return name.status();
      attributes.friendly_name = *std::move(name);
    } else if (oid == kLocalKeyId) {
      attributes.local_key_id = std::string(values.Take(kDerOctetString));
    }
    if (!attribute.ok() || !values.ok()) return Malformed("attributes");
  }
  if (!bag.ok() || !set.ok()) return Malformed("attributes");
  return attributes;
}

absl::Status Reader::ReadBag(DerReader bag) {
  const absl::string_view type = bag.Take(kDerOid);
  DerReader value(bag.Take(kDerConstructedContext0));
  if (!bag.ok()) return Malformed("bag");
  if (type == kSafeContentsBag) return Malformed("safe within a safe");
  absl::StatusOr<Pkcs12Attributes> attributes = ReadAttributes(bag);
  if (!attributes.ok()) return attributes.status();
  if (type == kCertificateBag) {
    DerReader certificate_bag(value.Take(kDerSequence));
    const absl::string_view form = certificate_bag.Take(kDerOid);
    DerReader certificate(certificate_bag.Take(kDerConstructedContext0));
    if (!certificate_bag.ok()) return Malformed("certificate bag");
    if (form != kX509Certificate) return absl::OkStatus();
    const absl::string_view der = certificate.Take(kDerOctetString);
    if (!certificate.ok()) return Malformed("certificate bag");
    contents_.certificates.push_back({std::string(der), *std::move(attributes)});
  } else if (type == kKeyBag || type == kShroudedKeyBag) {
    const absl::string_view der = value.TakeElement();
    if (!value.ok()) return Malformed("key bag");
    UniqueItem password;
    if (type == kShroudedKeyBag) {
      DerReader encrypted(DerReader(der).Take(kDerSequence));
      absl::StatusOr<SECItem*> decrypts = CheckPbe(encrypted.TakeElement());
      if (!decrypts.ok()) return decrypts.status();
      password = CopyOf(ItemBytes(**decrypts));
      if (password == nullptr) return NssError(kOperation);
    }
    UniqueItem item = CopyOf(der);
    if (item == nullptr) return NssError(kOperation);
    contents_.keys.push_back({std::move(item), std::move(password), *std::move(attributes)});
  }
  return absl::OkStatus();
}

absl::Status Reader::ReadBags(absl::string_view safe_contents) {
  SecretDer der(safe_contents);
  if (!der.ok()) return Malformed("safe");
  DerReader outer(der.bytes());
  DerReader bags(outer.Take(kDerSequence));
  while (!bags.AtEnd()) {
    absl::Status status = ReadBag(DerReader(bags.Take(kDerSequence)));
    if (!status.ok()) return status;
  }
  return outer.ok() && bags.ok() ? absl::OkStatus() : Malformed("safe");
}

absl::Status Reader::ReadEncryptedSafe(DerReader encrypted_data) {
  encrypted_data.TakeNumber();  // version
  DerReader info(encrypted_data.Take(kDerSequence));
  if (info.Take(kDerOid) != kData) return Malformed("encrypted safe");
  const absl::string_view algorithm = info.TakeElement();
  std::string joined;  // of an octet string in parts, which does not look like one under its tag
  absl::string_view ciphertext;
  if (info.NextIs(kDerConstructedContext0)) {
    DerReader parts(info.Take(kDerConstructedContext0));
    while (!parts.AtEnd()) absl::StrAppend(&joined, parts.Take(kDerOctetString));
    if (!parts.ok()) return Malformed("encrypted safe");
    ciphertext = joined;
  } else {
    ciphertext = info.Take(kDerContext0);
  }
  if (!encrypted_data.ok() || !info.ok()) return Malformed("encrypted safe");
  absl::StatusOr<UniqueItem> text = Decrypt(algorithm, ciphertext);
  if (!text.ok()) return text.status();
  return ReadBags(ItemBytes(**text));
}

absl::Status Reader::ReadSafe(DerReader content_info) {
  const absl::string_view type = content_info.Take(kDerOid);
  DerReader content(content_info.Take(kDerConstructedContext0));
  if (!content_info.ok()) return Malformed("safe");
  if (type == kData) {
    const absl::string_view safe_contents = content.Take(kDerOctetString);
    return content.ok() ? ReadBags(safe_contents) : Malformed("safe");
  }
  if (type == kEncryptedData) return ReadEncryptedSafe(DerReader(content.Take(kDerSequence)));
  return NssErrorFor(SEC_ERROR_PKCS12_UNSUPPORTED_TRANSPORT_MODE, kOperation, "safe");
}

absl::StatusOr<Pkcs12Contents> Reader::Read(absl::string_view bytes) {
  if (bytes.size() > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, kOperation);
  SecretDer der(bytes);
  if (!der.ok()) return Malformed("file");
  DerReader pfx(DerReader(der.bytes()).Take(kDerSequence));
  const int64_t version = pfx.TakeNumber();
  DerReader auth_safe(pfx.Take(kDerSequence));
  const absl::string_view type = auth_safe.Take(kDerOid);
  if (!pfx.ok() || !auth_safe.ok()) return Malformed("file");
  if (version != kVersion) {
    return NssErrorFor(SEC_ERROR_PKCS12_UNSUPPORTED_VERSION, kOperation);
  }
  if (type != kData || pfx.AtEnd()) {
    return NssErrorFor(SEC_ERROR_PKCS12_UNSUPPORTED_TRANSPORT_MODE, kOperation,
                       "no MAC made with a password");
  }
  DerReader content(auth_safe.Take(kDerConstructedContext0));
  const absl::string_view encoded = content.Take(kDerOctetString);
  DerReader mac_data(pfx.Take(kDerSequence));
  if (!pfx.ok() || !content.ok()) return Malformed("file");
  absl::Status genuine = VerifyMac(encoded, mac_data);
  if (!genuine.ok()) return genuine;

  SecretDer safes_der(encoded);
  if (!safes_der.ok()) return Malformed("safes");
  DerReader outer(safes_der.bytes());
  DerReader safes(outer.Take(kDerSequence));
  while (!safes.AtEnd()) {
    absl::Status status = ReadSafe(DerReader(safes.Take(kDerSequence)));
    if (!status.ok()) return status;
  }
  if (!outer.ok() || !safes.ok()) return Malformed("safes");
  return std::move(contents_);
}

}  // namespace

absl::StatusOr<Pkcs12Contents> ReadPkcs12(absl::string_view bytes, absl::string_view password) {
  absl::StatusOr<Password> encoded = EncodePassword(password);
  if (!encoded.ok()) return encoded.status();
  return Reader(*std::move(encoded)).Read(bytes);
}

}  // namespace psm
