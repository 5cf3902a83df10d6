#include "psm/certificate_database.h"

#include <array>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/types/optional.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "nss_glue/tracked_types.h"
#include "nss_glue/trust_objects.h"
#include "psm/certificate_store.h"
#include "psm/digest.h"
#include "psm/intents.h"
#include "psm/key_pair.h"
#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"

namespace psm {
namespace {

constexpr char kImportOperation[] = "import a certificate";
constexpr char kFindOperation[] = "find a certificate";
constexpr char kListOperation[] = "list certificates";
constexpr char kTrustOperation[] = "change trust";
constexpr char kDeleteOperation[] = "delete a certificate";
constexpr char kVerifyOperation[] = "verify a certificate";
constexpr absl::string_view kPemTypes[] = {"CERTIFICATE", "X509 CERTIFICATE"};

absl::Status MovedFrom() { return absl::FailedPreconditionError("the certificate was moved away"); }

absl::Status BadDer(absl::string_view why) {
  return NssErrorFor(SEC_ERROR_BAD_DER, kImportOperation, why);
}

// NSS has many errors for what is no certificate, and some that say "library failure".
absl::Status DecodingError() {
  switch (nss::PORT_GetError()) {
    case SEC_ERROR_REUSED_ISSUER_AND_SERIAL:
    case SEC_ERROR_NO_MEMORY:
    case SEC_ERROR_NOT_INITIALIZED:
      return NssError(kImportOperation);
    default:
      return BadDer("not a certificate");
  }
}

absl::Status CheckNickname(absl::string_view nickname, absl::string_view operation) {
  if (nickname.find('\0') == nickname.npos) return absl::OkStatus();
  return NssErrorFor(SEC_ERROR_INVALID_ARGS, operation, "the nickname has a NUL byte");
}

absl::Status CheckWritable(PK11SlotInfo* slot, absl::string_view operation) {
  if (!nss::PK11_IsReadOnly(slot).value_or(PR_TRUE)) return absl::OkStatus();
  return NssErrorFor(SEC_ERROR_READ_ONLY, operation);
}

// One SEQUENCE that fills its input to the last byte. NSS checks the rest.
bool IsOneDerSequence(absl::string_view der) {
  auto byte = [der](size_t i) { return static_cast<unsigned char>(der[i]); };
  if (der.size() < 2 || byte(0) != 0x30) return false;
  if (byte(1) < 0x80) return der.size() - 2 == byte(1);
  const size_t length_bytes = byte(1) & 0x7F;
  if (length_bytes == 0 || length_bytes > 4 || der.size() < 2 + length_bytes) return false;
  size_t length = 0;
  for (size_t i = 0; i < length_bytes; ++i) length = length << 8 | byte(2 + i);
  return der.size() - 2 - length_bytes == length;
}

// RFC 7468, with anything between the blocks.
absl::StatusOr<std::vector<std::string>> DecodePem(absl::string_view text) {
  std::vector<std::string> ders;
  for (;;) {
    constexpr absl::string_view kBegin = "-----BEGIN ";
    const size_t begin = text.find(kBegin);
    if (begin == text.npos) break;
    text.remove_prefix(begin + kBegin.size());
    absl::string_view type;
    for (absl::string_view candidate : kPemTypes) {
      if (absl::StartsWith(text, absl::StrCat(candidate, "-----"))) type = candidate;
    }
    if (type.empty()) continue;
    text.remove_prefix(type.size() + 5);
    const std::string end_line = absl::StrCat("-----END ", type, "-----");
    const size_t end = text.find(end_line);
    if (end == text.npos) return BadDer("no END line");
    std::string der;
    if (!absl::Base64Unescape(text.substr(0, end), &der)) return BadDer("base64");
    ders.push_back(std::move(der));
    text.remove_prefix(end + end_line.size());
  }
  if (ders.empty()) return BadDer("no certificate");
  return ders;
}

absl::StatusOr<std::vector<std::string>> SplitInput(absl::string_view bytes) {
  if (!bytes.empty() && bytes[0] == 0x30 && IsOneDerSequence(bytes)) {
    return std::vector<std::string>{std::string(bytes)};
  }
  absl::StatusOr<std::vector<std::string>> ders = DecodePem(bytes);
  if (!ders.ok()) return ders;
  for (const std::string& der : *ders) {
    if (!IsOneDerSequence(der)) return BadDer("length");
  }
  return ders;
}

std::string NameText(CERTName* name) {
  UniqueNssString text(nss::CERT_NameToAscii(name));
  return text == nullptr ? "" : text.get();
}

// Trust flags, NSS's and ours.
struct FlagLetter {
  char letter;
  unsigned ours;
  unsigned nss;
  unsigned implied;  // ours
};
constexpr FlagLetter kFlagLetters[] = {
    {'c', kValidCa, CERTDB_VALID_CA, 0},
    {'p', kTerminalRecord, CERTDB_TERMINAL_RECORD, 0},
    {'C', kTrustedCa, CERTDB_TRUSTED_CA, kValidCa},
    {'T', kTrustedClientCa, CERTDB_TRUSTED_CLIENT_CA, kValidCa},
    {'P', kTrustedPeer, CERTDB_TRUSTED, kTerminalRecord},
    {'u', kUserCertificate, CERTDB_USER, 0},
};

unsigned FromNss(unsigned flags) {
  unsigned ours = 0;
  for (const FlagLetter& f : kFlagLetters) ours |= (flags & f.nss) != 0 ? f.ours : 0;
  return ours;
}

unsigned ToNss(unsigned flags) {
  unsigned theirs = 0;
  for (const FlagLetter& f : kFlagLetters) theirs |= (flags & f.ours) != 0 ? f.nss : 0;
  return theirs;
}

Trust FromNss(const CERTCertTrust& trust) {
  return {FromNss(trust.sslFlags), FromNss(trust.emailFlags), FromNss(trust.objectSigningFlags)};
}

Trust WithoutUser(Trust trust) {
  constexpr unsigned kMask = ~static_cast<unsigned>(kUserCertificate);
  return {trust.ssl & kMask, trust.email & kMask, trust.object_signing & kMask};
}

// What the database holds for one purpose: one level, so the strongest flag wins.
CK_TRUST StoredLevel(unsigned flags, unsigned ca_flag) {
  if ((flags & ca_flag) != 0) return CKT_NSS_TRUSTED_DELEGATOR;
  if ((flags & kTrustedPeer) != 0) return CKT_NSS_TRUSTED;
  if ((flags & kTerminalRecord) != 0) return CKT_NSS_NOT_TRUSTED;
  if ((flags & kValidCa) != 0) return CKT_NSS_VALID_DELEGATOR;
  return CKT_NSS_MUST_VERIFY_TRUST;
}

unsigned FlagsOfLevel(CK_TRUST level, unsigned ca_flag) {
  switch (level) {
    case CKT_NSS_TRUSTED_DELEGATOR:
      return ca_flag | kValidCa;
    case CKT_NSS_TRUSTED:
      return kTrustedPeer | kTerminalRecord;
    case CKT_NSS_NOT_TRUSTED:
      return kTerminalRecord;
    case CKT_NSS_VALID_DELEGATOR:
      return kValidCa;
    default:
      return 0;
  }
}

// The levels of TLS servers, TLS clients, e-mail and code signing.
using StoredTrust = std::array<CK_TRUST, 4>;

StoredTrust Store(const Trust& trust) {
  return {StoredLevel(trust.ssl, kTrustedCa), StoredLevel(trust.ssl, kTrustedClientCa),
          StoredLevel(trust.email, kTrustedCa), StoredLevel(trust.object_signing, kTrustedCa)};
}

Trust Load(const StoredTrust& stored) {
  return {FlagsOfLevel(stored[0], kTrustedCa) | FlagsOfLevel(stored[1], kTrustedClientCa),
          FlagsOfLevel(stored[2], kTrustedCa), FlagsOfLevel(stored[3], kTrustedCa)};
}

absl::Status CheckStorable(const Trust& trust) {
  const Trust kept = Load(Store(trust));
  if (kept == WithoutUser(trust)) return absl::OkStatus();
  return NssErrorFor(SEC_ERROR_INVALID_ARGS, kTrustOperation,
                     absl::StrCat(trust.ToString(), " would be kept as ", kept.ToString()));
}

// A newer NSS that opens the profile again goes on using its own trust object, whatever this one
// writes beside it, and even after the certificate was deleted and added again.
absl::Status CheckTrustIsOurs(PK11SlotInfo* slot, CERTCertificate* certificate,
                              absl::string_view operation) {
  absl::StatusOr<absl::optional<TrustObject>> object =
      FindTrustObject(slot, TrustForm::kPkcs11, ItemBytes(certificate->derCert));
  if (!object.ok()) return object.status();
  if (!object->has_value() || !(*object)->foreign) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(
      operation, ": a newer NSS has stored this certificate's trust in a form that NSS ",
      nss::NSS_GetVersion(), " does not know"));
}

SECCertificateUsage NssUsage(CertificateUsage usage) {
  switch (usage) {
    case CertificateUsage::kSslServer:
      return certificateUsageSSLServer;
    case CertificateUsage::kSslClient:
      return certificateUsageSSLClient;
    case CertificateUsage::kSslCa:
      return certificateUsageSSLCA;
    case CertificateUsage::kEmailSigner:
      return certificateUsageEmailSigner;
    case CertificateUsage::kEmailRecipient:
      return certificateUsageEmailRecipient;
    case CertificateUsage::kAnyCa:
      return certificateUsageAnyCA;
  }
  return certificateUsageSSLServer;
}

// PK11_FindCertInSlot would answer from what the certificate remembers.
bool IsInSlot(PK11SlotInfo* slot, CERTCertificate* certificate) {
  return nss::PK11_FindEncodedCertInSlot(slot, &certificate->derCert, nullptr) != CK_INVALID_HANDLE;
}

// NSS puts the token's name before a nickname that has a colon.
std::string WithoutToken(PK11SlotInfo* slot, std::string nickname) {
  const char* token = nss::PK11_GetTokenName(slot);
  const std::string prefix = absl::StrCat(token == nullptr ? "" : token, ":");
  if (absl::StartsWith(nickname, prefix)) nickname.erase(0, prefix.size());
  return nickname;
}

// Held to read a certificate's nickname, and round the calls that make NSS fill in the shared
// structures anew. Inside a DatabaseWrite, not round one.
Mutex& NicknameMutex() {
  static Mutex* const mutex = new Mutex;
  return *mutex;
}

}  // namespace

absl::StatusOr<Trust> Trust::Parse(absl::string_view text) {
  constexpr char kOperation[] = "parse trust";
  const std::vector<absl::string_view> parts = absl::StrSplit(text, ',');
  if (parts.size() != 3) return NssErrorFor(SEC_ERROR_INVALID_ARGS, kOperation, text);
  unsigned flags[3] = {0, 0, 0};
  for (size_t i = 0; i < parts.size(); ++i) {
    for (char letter : parts[i]) {
      const FlagLetter* found = nullptr;
      for (const FlagLetter& f : kFlagLetters) {
        if (f.letter == letter) found = &f;
      }
      if (found == nullptr) return NssErrorFor(SEC_ERROR_INVALID_ARGS, kOperation, text);
      flags[i] |= found->ours | found->implied;
    }
  }
  return Trust{flags[0], flags[1], flags[2]};
}

std::string Trust::ToString() const {
  auto part = [](unsigned flags) {
    unsigned implied = 0;
    for (const FlagLetter& f : kFlagLetters) implied |= (flags & f.ours) != 0 ? f.implied : 0;
    std::string letters;
    for (const FlagLetter& f : kFlagLetters) {
      if ((flags & f.ours & ~implied) != 0) letters.push_back(f.letter);
    }
    return letters;
  };
  return absl::StrCat(part(ssl), ",", part(email), ",", part(object_signing));
}

struct Certificate::Impl {
  Tracked<CERTCertificate> certificate;
  std::string der;
  std::string subject;
  std::string issuer;
  std::string nickname;
  std::string fingerprint;
};

Certificate::Certificate(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Certificate::Certificate(Certificate&& other) noexcept = default;
Certificate& Certificate::operator=(Certificate&& other) noexcept = default;
Certificate::~Certificate() = default;

const std::string& Certificate::Der() const { return impl_->der; }
const std::string& Certificate::Subject() const { return impl_->subject; }
const std::string& Certificate::Issuer() const { return impl_->issuer; }
const std::string& Certificate::Nickname() const { return impl_->nickname; }
const std::string& Certificate::Sha256Fingerprint() const { return impl_->fingerprint; }

ProfileGeneration Certificate::generation() const {
  return impl_ == nullptr ? 0 : impl_->certificate.generation();
}

absl::Status Certificate::CheckLive() const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::Certificate::CheckLive");
  if (!lock.ok()) return lock.status();
  return impl_->certificate.Get(*lock).status();
}

absl::StatusOr<bool> Certificate::IsPermanent() const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::Certificate::IsPermanent");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<CERTCertificate*> certificate = impl_->certificate.Get(*lock);
  if (!certificate.ok()) return certificate.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kFindOperation);
  if (!slot.ok()) return slot.status();
  return IsInSlot(slot->get(), *certificate);
}

struct CertificateDatabase::Internal {
  static absl::StatusOr<Certificate> Wrap(const PreventionLock& lock, PK11SlotInfo* slot,
                                          UniqueCertificate certificate) {
    const std::string der(ItemBytes(certificate->derCert));
    absl::StatusOr<std::string> fingerprint = ComputeDigest(DigestAlgorithm::kSha256, der);
    if (!fingerprint.ok()) return fingerprint.status();
    std::string nickname;
    {
      MutexLock hold(&NicknameMutex());
      if (certificate->nickname != nullptr) nickname = certificate->nickname;
    }
    nickname = WithoutToken(slot, std::move(nickname));
    auto impl = std::make_unique<Certificate::Impl>();
    impl->der = der;
    impl->subject = NameText(&certificate->subject);
    impl->issuer = NameText(&certificate->issuer);
    impl->nickname = std::move(nickname);
    impl->fingerprint = absl::BytesToHexString(*fingerprint);
    impl->certificate = Tracked<CERTCertificate>(lock, certificate.release(), "psm::Certificate");
    return Certificate(std::move(impl));
  }

  // The certificate of `handle`, and the slot it has to be in.
  struct Target {
    PreventionLock lock;
    CERTCertificate* certificate;
    UniqueSlot slot;
  };
  static absl::StatusOr<Target> Resolve(const Certificate& handle, const char* label,
                                        absl::string_view operation, bool log_in) {
    if (handle.impl_ == nullptr) return MovedFrom();
    absl::StatusOr<PreventionLock> lock = PreventionLock::AcquireFor(handle.generation(), label);
    if (!lock.ok()) return lock.status();
    absl::StatusOr<CERTCertificate*> certificate = handle.impl_->certificate.Get(*lock);
    if (!certificate.ok()) return certificate.status();
    absl::StatusOr<UniqueSlot> slot =
        log_in ? OpenKeySlotLoggedIn(operation) : OpenKeySlot(operation);
    if (!slot.ok()) return slot.status();
    return Target{*std::move(lock), *certificate, *std::move(slot)};
  }

  // In a DatabaseWrite that announced it, as is Remove.
  static absl::Status SetTrust(PK11SlotInfo* slot, CERTCertificate* certificate,
                               const Trust& trust) {
    absl::Status ours = CheckTrustIsOurs(slot, certificate, kTrustOperation);
    if (!ours.ok()) return ours;
    CERTCertTrust before = {0, 0, 0};
    // Fails, without an error, for a certificate that has no trust.
    static_cast<void>(nss::CERT_GetCertTrust(certificate, &before));
    CERTCertTrust wanted = {
        ToNss(trust.ssl) | (before.sslFlags & CERTDB_USER),
        ToNss(trust.email) | (before.emailFlags & CERTDB_USER),
        ToNss(trust.object_signing) | (before.objectSigningFlags & CERTDB_USER)};
    absl::Status status = Write(slot, certificate, &wanted, trust);
    if (status.ok()) return status;
    // NSS changes what is in effect before it writes, and does nothing at all when asked for what
    // is stored. A flag without a meaning makes it put the old trust into effect again.
    before.sslFlags |= CERTDB_SEND_WARN;
    static_cast<void>(
        nss::CERT_ChangeCertTrust(nss::CERT_GetDefaultCertDB(), certificate, &before));
    return status;
  }

  // What the profile holds, in either form; the newer one counts. Empty: it holds none.
  static absl::StatusOr<absl::optional<TrustObject>> ReadTrust(PK11SlotInfo* slot,
                                                               CERTCertificate* certificate) {
    absl::StatusOr<absl::optional<TrustObject>> object =
        FindTrustObject(slot, TrustForm::kPkcs11, ItemBytes(certificate->derCert));
    if (!object.ok() || object->has_value()) return object;
    return FindTrustObject(slot, TrustForm::kNss, ItemBytes(certificate->derCert));
  }

  // Nothing of a change that was cut off, or failed, is left: what is stored is one trust.
  static bool HasWholeTrust(PK11SlotInfo* slot, CERTCertificate* certificate) {
    absl::StatusOr<absl::optional<TrustObject>> stored = ReadTrust(slot, certificate);
    return stored.ok() && !(stored->has_value() && (*stored)->unreadable);
  }

  static absl::Status Write(PK11SlotInfo* slot, CERTCertificate* certificate, CERTCertTrust* wanted,
                            const Trust& trust) {
    if (nss::CERT_ChangeCertTrust(nss::CERT_GetDefaultCertDB(), certificate, wanted) !=
        SECSuccess) {
      return NssError(kTrustOperation);
    }
    absl::StatusOr<absl::optional<TrustObject>> stored = ReadTrust(slot, certificate);
    if (stored.ok() && stored->has_value() && (*stored)->unreadable) {
      // A half was there, which NSS took for no trust: asked for just that, it did nothing.
      absl::Status removed =
          RemoveTrustObjects(slot, WhichTrust::kUnreadable, certificate).status();
      if (!removed.ok()) return removed;
      if (nss::CERT_ChangeCertTrust(nss::CERT_GetDefaultCertDB(), certificate, wanted) !=
          SECSuccess) {
        return NssError(kTrustOperation);
      }
      stored = ReadTrust(slot, certificate);
    }
    if (!stored.ok()) return stored.status();
    // No trust needs no object.
    const Trust kept = stored->has_value() ? Load((*stored)->levels) : Trust();
    if (WithoutUser(kept) == WithoutUser(trust)) return absl::OkStatus();
    return absl::DataLossError(absl::StrCat(kTrustOperation, ": asked for ", trust.ToString(),
                                            ", stored ", kept.ToString()));
  }

  // With its trust.
  static absl::Status Remove(PK11SlotInfo* slot, CERTCertificate* certificate) {
    if (nss::SEC_DeletePermCertificate(certificate) != SECSuccess) {
      return NssError(kDeleteOperation);
    }
    if (IsInSlot(slot, certificate)) {
      return absl::DataLossError(absl::StrCat(kDeleteOperation, ": it is still there"));
    }
    return absl::OkStatus();
  }

  // The id of the certificate's private key, if no other certificate of the profile uses that.
  static absl::StatusOr<UniqueItem> KeyOfItsOwn(PK11SlotInfo* slot, CERTCertificate* certificate) {
    UniquePrivateKey key(nss::PK11_FindPrivateKeyFromCert(slot, certificate, nullptr));
    if (key == nullptr) return UniqueItem();
    UniqueCertificateList users(nss::PK11_GetCertsMatchingPrivateKey(key.get()));
    if (users == nullptr) return NssError(kDeleteOperation, "key");
    for (CERTCertListNode* node = CERT_LIST_HEAD(users); !CERT_LIST_END(node, users);
         node = CERT_LIST_NEXT(node)) {
      if (ItemBytes(node->cert->derCert) != ItemBytes(certificate->derCert)) return UniqueItem();
    }
    UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(key.get()));
    if (id == nullptr) return NssError(kDeleteOperation, "key");
    return id;
  }

  // All, or none of those that were not there. `undone`: it failed, and left nothing half-made.
  static absl::Status StoreAll(PK11SlotInfo* slot,
                               const std::vector<UniqueCertificate>& certificates,
                               absl::string_view nickname, const Trust& trust, bool* undone) {
    const bool has_trust = WithoutUser(trust) != Trust();
    std::vector<CERTCertificate*> added;
    absl::Status status;
    for (const UniqueCertificate& certificate : certificates) {
      absl::StatusOr<bool> is_new = AddCertificate(
          slot, certificate.get(), certificate == certificates.front() ? nickname : "");
      status = is_new.status();
      if (is_new.ok() && *is_new) added.push_back(certificate.get());
      if (is_new.ok() && (has_trust || !*is_new)) {
        status = SetTrust(slot, certificate.get(), trust);
      }
      if (!status.ok()) break;
    }
    *undone = !status.ok();
    if (status.ok()) return status;
    for (CERTCertificate* certificate : added) *undone &= Remove(slot, certificate).ok();
    for (const UniqueCertificate& certificate : certificates) {
      *undone &= HasWholeTrust(slot, certificate.get());
    }
    return status;
  }
};

absl::StatusOr<UniqueCertificate> DecodeCertificate(absl::string_view der) {
  if (!IsOneDerSequence(der)) return BadDer("length");
  absl::StatusOr<SECItem> item = BorrowItem(der, kImportOperation);
  if (!item.ok()) return item.status();
  MutexLock hold(&NicknameMutex());
  UniqueCertificate certificate(nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &*item,
                                                             nullptr, PR_FALSE, PR_TRUE));
  if (certificate == nullptr) return DecodingError();
  return certificate;
}

bool IsStoredCertificate(PK11SlotInfo* slot, CERTCertificate* certificate) {
  return IsInSlot(slot, certificate);
}

std::string StoredNickname(PK11SlotInfo* slot, CERTCertificate* certificate) {
  MutexLock hold(&NicknameMutex());
  UniqueCertificateList same_subject(nss::CERT_CreateSubjectCertList(
      nullptr, nss::CERT_GetDefaultCertDB(), &certificate->derSubject, 0, PR_FALSE));
  if (same_subject == nullptr) return "";
  for (CERTCertListNode* node = CERT_LIST_HEAD(same_subject); !CERT_LIST_END(node, same_subject);
       node = CERT_LIST_NEXT(node)) {
    if (node->cert->nickname == nullptr || !IsInSlot(slot, node->cert)) continue;
    return WithoutToken(slot, node->cert->nickname);
  }
  return "";
}

bool IsOthersNickname(const std::string& nickname, CERTCertificate* certificate) {
  return nss::SEC_CertNicknameConflict(nickname.c_str(), &certificate->derSubject,
                                       nss::CERT_GetDefaultCertDB())
      .value_or(PR_TRUE);
}

absl::StatusOr<bool> AddCertificate(PK11SlotInfo* slot, CERTCertificate* certificate,
                                    absl::string_view nickname) {
  if (IsInSlot(slot, certificate)) return false;
  absl::Status ours = CheckTrustIsOurs(slot, certificate, kImportOperation);
  if (!ours.ok()) return ours;
  UniqueNssString made;
  std::string name(nickname);
  if (name.empty()) {
    made.reset(nss::CERT_MakeCANickname(certificate));
    if (made != nullptr) name = made.get();
  }
  if (!name.empty() && IsOthersNickname(name, certificate)) {
    return NssErrorFor(SEC_ERROR_CERT_NICKNAME_COLLISION, kImportOperation, name);
  }
  MutexLock hold(&NicknameMutex());
  if (nss::PK11_ImportCert(slot, certificate, CK_INVALID_HANDLE,
                           name.empty() ? nullptr : name.c_str(), PR_FALSE) != SECSuccess) {
    return NssError(kImportOperation, name);
  }
  return true;
}

absl::Status intents::Store(const PreventionLock& /*live*/, PK11SlotInfo* slot,
                            const Intent& intent) {
  absl::StatusOr<Trust> trust = Trust::Parse(intent.trust);
  if (!trust.ok()) return trust.status();
  std::vector<UniqueCertificate> certificates;
  for (const std::string& der : intent.certificates) {
    absl::StatusOr<UniqueCertificate> certificate = DecodeCertificate(der);
    if (!certificate.ok()) return certificate.status();
    absl::Status orphans =
        RemoveTrustObjects(slot, WhichTrust::kUnreadable, certificate->get()).status();
    if (!orphans.ok()) return orphans;
    certificates.push_back(*std::move(certificate));
  }
  bool undone = false;
  return CertificateDatabase::Internal::StoreAll(slot, certificates, intent.nickname, *trust,
                                                 &undone);
}

absl::Status intents::SetTrust(const PreventionLock& /*live*/, PK11SlotInfo* slot,
                               const Intent& intent) {
  absl::StatusOr<Trust> trust = Trust::Parse(intent.trust);
  if (!trust.ok()) return trust.status();
  absl::Status status;
  for (const std::string& der : intent.certificates) {
    absl::StatusOr<UniqueCertificate> certificate = DecodeCertificate(der);
    if (!certificate.ok()) return certificate.status();
    if (!IsInSlot(slot, certificate->get())) continue;
    status.Update(CertificateDatabase::Internal::SetTrust(slot, certificate->get(), *trust));
  }
  return status;
}

absl::Status intents::RemoveCertificate(PK11SlotInfo* slot, const std::string& der) {
  absl::StatusOr<UniqueCertificate> certificate = DecodeCertificate(der);
  if (!certificate.ok()) return certificate.status();
  if (IsInSlot(slot, certificate->get())) {
    absl::Status removed = CertificateDatabase::Internal::Remove(slot, certificate->get());
    if (!removed.ok()) return removed;
  }
  return RemoveTrustObjects(slot, WhichTrust::kAll, certificate->get()).status();
}

absl::StatusOr<std::vector<Certificate>> CertificateDatabase::Import(absl::string_view bytes,
                                                                     absl::string_view nickname,
                                                                     const Trust& trust) const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::CertificateDatabase::Import");
  if (!lock.ok()) return lock.status();
  absl::Status valid = CheckNickname(nickname, kImportOperation);
  if (valid.ok()) valid = CheckStorable(trust);
  if (!valid.ok()) return valid;
  absl::StatusOr<std::vector<std::string>> ders = SplitInput(bytes);
  if (!ders.ok()) return ders.status();
  const bool has_trust = WithoutUser(trust) != Trust();
  absl::StatusOr<UniqueSlot> slot =
      has_trust ? OpenKeySlotLoggedIn(kImportOperation) : OpenKeySlot(kImportOperation);
  if (!slot.ok()) return slot.status();
  absl::Status writable = CheckWritable(slot->get(), kImportOperation);
  if (!writable.ok()) return writable;

  std::vector<UniqueCertificate> certificates;
  for (const std::string& der : *ders) {
    absl::StatusOr<UniqueCertificate> certificate = DecodeCertificate(der);
    if (!certificate.ok()) return certificate.status();
    certificates.push_back(*std::move(certificate));
  }

  {
    absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(*lock, kImportOperation);
    if (!write.ok()) return write.status();
    const bool one_transaction =
        certificates.size() == 1 && !has_trust && !IsInSlot(slot->get(), certificates[0].get());
    absl::Status announced =
        one_transaction
            ? write->AnnounceOne(DatabaseWrite::One::kAdds)
            : write->Announce(
                  {IntentKind::kStore, *ders, {}, std::string(nickname), trust.ToString()});
    if (!announced.ok()) return announced;
    bool undone = false;
    absl::Status stored = Internal::StoreAll(slot->get(), certificates, nickname, trust, &undone);
    if (!stored.ok()) stored = write->Explain(stored);
    if (stored.ok() || undone) stored.Update(write->Commit());  // else it is finished later
    if (!stored.ok()) return stored;
  }
  std::vector<Certificate> handles;
  for (UniqueCertificate& certificate : certificates) {
    absl::StatusOr<Certificate> handle = Internal::Wrap(*lock, slot->get(), std::move(certificate));
    if (!handle.ok()) return handle.status();
    handles.push_back(*std::move(handle));
  }
  return handles;
}

absl::StatusOr<std::vector<Certificate>> CertificateDatabase::List() const {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::CertificateDatabase::List");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kListOperation);
  if (!slot.ok()) return slot.status();
  // One by one. Where a certificate goes while NSS lists them, as another process may make it at
  // any time, NSS's own list has none, and is no error (create_objects_from_handles in
  // lib/dev/devtoken.c).
  nss::PORT_SetError(0);
  UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot->get(), CKO_CERTIFICATE));
  if (objects == nullptr && nss::PORT_GetError() != 0) return NssError(kListOperation);
  std::vector<Certificate> handles;
  for (PK11GenericObject* object = objects.get(); object != nullptr;
       object = nss::PK11_GetNextGenericObject(object)) {
    ScopedItem der;
    if (nss::PK11_ReadRawAttribute(PK11_TypeGeneric, object, CKA_VALUE, der.get()) != SECSuccess) {
      if (nss::PORT_GetError() == SEC_ERROR_BAD_DATA) continue;  // it is gone
      return NssError(kListOperation);
    }
    UniqueCertificate certificate;
    {
      MutexLock hold(&NicknameMutex());
      certificate.reset(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), der.get()));
    }
    if (certificate == nullptr) continue;  // it is gone
    absl::StatusOr<Certificate> handle = Internal::Wrap(*lock, slot->get(), std::move(certificate));
    if (!handle.ok()) return handle.status();
    handles.push_back(*std::move(handle));
  }
  return handles;
}

absl::StatusOr<Certificate> CertificateDatabase::FindByNickname(absl::string_view nickname) const {
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::Acquire("psm::CertificateDatabase::FindByNickname");
  if (!lock.ok()) return lock.status();
  absl::Status valid = CheckNickname(nickname, kFindOperation);
  if (!valid.ok()) return valid;
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kFindOperation);
  if (!slot.ok()) return slot.status();
  if (nickname.empty()) return NssErrorFor(SEC_ERROR_UNKNOWN_CERT, kFindOperation);
  // With the token's name, so that a nickname is never taken for another token's, nor for a
  // pkcs11: URI.
  const char* token = nss::PK11_GetTokenName(slot->get());
  const std::string full = absl::StrCat(token == nullptr ? "" : token, ":", nickname);
  UniqueCertificate certificate;
  {
    MutexLock hold(&NicknameMutex());
    certificate.reset(nss::PK11_FindCertFromNickname(full.c_str(), nullptr));
  }
  if (certificate == nullptr || !IsInSlot(slot->get(), certificate.get())) {
    return NssErrorFor(SEC_ERROR_UNKNOWN_CERT, kFindOperation, nickname);
  }
  return Internal::Wrap(*lock, slot->get(), std::move(certificate));
}

absl::StatusOr<Certificate> CertificateDatabase::FindByDer(absl::string_view der) const {
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::Acquire("psm::CertificateDatabase::FindByDer");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<SECItem> item = BorrowItem(der, kFindOperation);
  if (!item.ok()) return item.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kFindOperation);
  if (!slot.ok()) return slot.status();
  UniqueCertificate certificate;
  if (IsOneDerSequence(der)) {
    MutexLock hold(&NicknameMutex());
    certificate.reset(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &*item));
  }
  if (certificate == nullptr || !IsInSlot(slot->get(), certificate.get())) {
    return NssErrorFor(SEC_ERROR_UNKNOWN_CERT, kFindOperation);
  }
  return Internal::Wrap(*lock, slot->get(), std::move(certificate));
}

absl::StatusOr<Trust> CertificateDatabase::GetTrust(const Certificate& certificate) const {
  absl::StatusOr<Internal::Target> target =
      Internal::Resolve(certificate, "psm::CertificateDatabase::GetTrust", "get trust", false);
  if (!target.ok()) return target.status();
  // The bits in the shared structure may be those of before the last change, when another thread
  // looked the certificate up meanwhile. So what is stored counts; the bits say what no object
  // does: whether its private key is here, and what another token trusts it for.
  CERTCertTrust bits = {0, 0, 0};
  // Fails, without an error, for a certificate that has no trust.
  static_cast<void>(nss::CERT_GetCertTrust(target->certificate, &bits));
  const Trust in_effect = FromNss(bits);
  absl::StatusOr<absl::optional<TrustObject>> stored =
      Internal::ReadTrust(target->slot.get(), target->certificate);
  if (!stored.ok()) return stored.status();
  if (!stored->has_value()) return in_effect;
  const Trust kept = Load((*stored)->levels);
  return Trust{kept.ssl | (in_effect.ssl & kUserCertificate),
               kept.email | (in_effect.email & kUserCertificate),
               kept.object_signing | (in_effect.object_signing & kUserCertificate)};
}

absl::Status CertificateDatabase::SetTrust(const Certificate& certificate,
                                           const Trust& trust) const {
  absl::Status storable = CheckStorable(trust);
  absl::StatusOr<Internal::Target> target = Internal::Resolve(
      certificate, "psm::CertificateDatabase::SetTrust", kTrustOperation, storable.ok());
  if (!target.ok()) return target.status();
  if (!storable.ok()) return storable;
  absl::Status writable = CheckWritable(target->slot.get(), kTrustOperation);
  if (!writable.ok()) return writable;
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(target->lock, kTrustOperation);
  if (!write.ok()) return write.status();
  if (!IsInSlot(target->slot.get(), target->certificate)) {
    return NssErrorFor(SEC_ERROR_UNKNOWN_CERT, kTrustOperation, certificate.Subject());
  }
  absl::Status announced = write->Announce(
      {IntentKind::kTrust, {certificate.Der()}, {}, "", WithoutUser(trust).ToString()});
  if (!announced.ok()) return announced;
  absl::Status status = Internal::SetTrust(target->slot.get(), target->certificate, trust);
  const bool whole =
      status.ok() || Internal::HasWholeTrust(target->slot.get(), target->certificate);
  if (!status.ok()) status = write->Explain(status);
  if (whole) status.Update(write->Commit());  // else it is finished later
  return status;
}

absl::Status CertificateDatabase::Delete(const Certificate& certificate,
                                         PrivateKeyDisposal key) const {
  const bool with_key = key == PrivateKeyDisposal::kDelete;
  absl::StatusOr<Internal::Target> target = Internal::Resolve(
      certificate, "psm::CertificateDatabase::Delete", kDeleteOperation, with_key);
  if (!target.ok()) return target.status();
  absl::Status writable = CheckWritable(target->slot.get(), kDeleteOperation);
  if (!writable.ok()) return writable;
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(target->lock, kDeleteOperation);
  if (!write.ok()) return write.status();
  if (!IsInSlot(target->slot.get(), target->certificate)) {
    return NssErrorFor(SEC_ERROR_UNKNOWN_CERT, kDeleteOperation);
  }
  absl::Status status = CheckTrustIsOurs(target->slot.get(), target->certificate, kDeleteOperation);
  if (!status.ok()) return status;
  Intent intent{IntentKind::kRemove, {certificate.Der()}, {}, "", ""};
  if (with_key) {
    absl::StatusOr<UniqueItem> id = Internal::KeyOfItsOwn(target->slot.get(), target->certificate);
    if (!id.ok()) return id.status();
    if (*id != nullptr) intent.key_ids.emplace_back(ItemBytes(**id));
  }
  status = write->Announce(intent);
  if (!status.ok()) return status;
  status = Internal::Remove(target->slot.get(), target->certificate);
  for (const std::string& id : intent.key_ids) {
    if (status.ok()) status = RemovePair(target->slot.get(), id);
  }
  // What could not be removed stays to be removed.
  if (!status.ok()) return write->Explain(status);
  return write->Commit();
}

absl::Status CertificateDatabase::Verify(const Certificate& certificate, CertificateUsage usage,
                                         absl::Time at) const {
  absl::StatusOr<Internal::Target> target =
      Internal::Resolve(certificate, "psm::CertificateDatabase::Verify", kVerifyOperation, false);
  if (!target.ok()) return target.status();
  if (nss::CERT_VerifyCertificate(nss::CERT_GetDefaultCertDB(), target->certificate, PR_TRUE,
                                  NssUsage(usage), absl::ToUnixMicros(at), nullptr, nullptr,
                                  nullptr) != SECSuccess) {
    return NssError(kVerifyOperation, certificate.Subject());
  }
  return absl::OkStatus();
}

}  // namespace psm
