#include "nss_glue/newer_profile.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/scoped.h"
#include "nss_glue/trust_module.h"
#include "nss_glue/trust_objects.h"

namespace psm {
namespace {

constexpr char kOperation[] = "read the trust that a newer NSS has stored";
constexpr char kReadsPkcs11Trust[] = "3.114";
constexpr char kReadsLongSalt[] = "3.118";
constexpr int kLongSaltBytes = 48;

// Of the open profile. Set and cleared while the gate is drained; read inside the gate.
std::atomic<bool> g_foreign_password{false};

bool HasForeignTrust(const ProfileFacts& facts) {
  return facts.pkcs11_trust_objects > 0 && !NssRuntime::IsAtLeast(kReadsPkcs11Trust);
}

bool HasForeignPassword(const ProfileFacts& facts) {
  return facts.password_salt_bytes == kLongSaltBytes && !NssRuntime::IsAtLeast(kReadsLongSalt);
}

bool OnlyDistrusts(const TrustObject& object) {
  return std::all_of(object.levels.begin(), object.levels.end(), [](CK_TRUST level) {
    return level == CKT_NSS_NOT_TRUSTED || level == CKT_NSS_TRUST_UNKNOWN;
  });
}

// The certificate of its issuer and serial number.
absl::StatusOr<UniqueCertificate> CertificateOf(const TrustObject& object) {
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  if (arena == nullptr) return NssError(kOperation);
  absl::StatusOr<SECItem> serial = BorrowItem(object.serial, kOperation);
  absl::StatusOr<SECItem> issuer = BorrowItem(object.issuer, kOperation);
  if (!serial.ok()) return serial.status();
  if (!issuer.ok()) return issuer.status();
  CERTIssuerAndSN name = {};
  name.derIssuer = *issuer;
  if (nss::SEC_QuickDERDecodeItem(arena.get(), &name.serialNumber,
                                  SEC_ASN1_GET(SEC_IntegerTemplate), &*serial) != SECSuccess) {
    return UniqueCertificate();  // of nothing that NSS would look up
  }
  return UniqueCertificate(nss::CERT_FindCertByIssuerAndSN(nss::CERT_GetDefaultCertDB(), &name));
}

absl::StatusOr<std::vector<TrustModule::Entry>> ReadEntries() {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(kOperation);
  if (!slot.ok()) return slot.status();
  absl::StatusOr<std::vector<TrustObject>> objects =
      ListTrustObjects(slot->get(), TrustForm::kPkcs11);
  if (!objects.ok()) return objects.status();
  std::vector<TrustModule::Entry> entries;
  for (const TrustObject& object : *objects) {
    TrustModule::Entry entry = {object.issuer, object.serial, "", object.levels};
    absl::StatusOr<UniqueCertificate> certificate = CertificateOf(object);
    if (!certificate.ok()) return certificate.status();
    if (*certificate != nullptr) {
      const absl::string_view der = ItemBytes((*certificate)->derCert);
      absl::StatusOr<std::string> digest = DigestOf(object.digest_algorithm, der);
      absl::StatusOr<std::string> sha1 = DigestOf(SEC_OID_SHA1, der);
      if (!digest.ok()) return digest.status();
      if (!sha1.ok()) return sha1.status();
      // NSS takes a digest that does not match for "nobody is to trust it".
      if (!object.digest.empty()) {
        entry.sha1 = object.digest == *digest ? *sha1 : std::string(sha1->size(), '\0');
      }
    }
    if (!entry.sha1.empty() || OnlyDistrusts(object)) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

std::vector<std::string> NewerProfile::Unreadable(const ProfileFacts& facts) {
  std::vector<std::string> what;
  if (HasForeignTrust(facts)) {
    what.push_back(
        absl::StrCat(facts.pkcs11_trust_objects, " trust objects (NSS ", kReadsPkcs11Trust, ")"));
  }
  if (HasForeignPassword(facts)) {
    what.push_back(absl::StrCat("a password (NSS ", kReadsLongSalt, ")"));
  }
  return what;
}

absl::Status NewerProfile::Attach(const ProfileFacts& facts) {
  Detach();
  g_foreign_password.store(HasForeignPassword(facts), std::memory_order_relaxed);
  if (!HasForeignTrust(facts)) return absl::OkStatus();
  absl::StatusOr<std::vector<TrustModule::Entry>> entries = ReadEntries();
  if (!entries.ok()) return entries.status();
  if (entries->empty()) return absl::OkStatus();
  return TrustModule::Show(*entries);
}

void NewerProfile::Detach() {
  g_foreign_password.store(false, std::memory_order_relaxed);
  TrustModule::Show({}).IgnoreError();  // showing nothing cannot fail
}

absl::Status NewerProfile::CheckLogIn(absl::string_view operation) {
  if (!g_foreign_password.load(std::memory_order_relaxed)) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat(operation, ": the password was set by a newer NSS (", kReadsLongSalt,
                   " or later): NSS ", NssRuntime::Version(), " can check none against it"));
}

}  // namespace psm
