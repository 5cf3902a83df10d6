// CertificateDatabase: the certificates of the open profile and the trust put in them.
//
//   CertificateDatabase database;
//   absl::StatusOr<Trust> trust = Trust::Parse("CT,C,C");
//   absl::StatusOr<std::vector<Certificate>> added = database.Import(pem, "Example Root", *trust);
//   absl::Status valid = database.Verify((*added)[0], CertificateUsage::kSslCa, absl::Now());
//
// A Certificate is a handle: it holds NSS's certificate for as long as its profile is open, and
// copies of what is written in it, which are plain data and stay readable. Every call that needs
// NSS (trust, verification, deletion) is refused by the gate for good once the profile was closed
// or switched, IsGateRefusal(status); CheckLive() asks for just that.
//
// Trust is what the profile says, beside the built-in roots. SetTrust and Import read the stored
// trust back and answer DataLoss if it is not what was asked for; a change that failed also leaves
// what is in effect as it was. 'u' means that the profile has the private key: it is reported, not
// set, and as old as the certificate's first use in this session. What a newer NSS has stored
// counts as well, in GetTrust and Verify, where the NSS in use does not read it by itself
// (docs/security.md).
//
// Thread rule: any thread; changes are made one at a time. A Certificate's const calls may run on
// several threads at once.
// How it fails
//   InvalidArgument                  Import: no certificate, a cut or malformed one, bytes after
//                                    it, or wrong base64 or END line in PEM: nothing is stored
//                                    (SEC_ERROR_BAD_DER); a nickname with a NUL byte, or another
//                                    subject's (SEC_ERROR_CERT_NICKNAME_COLLISION); trust that NSS
//                                    cannot hold
//   NotFound                         not in this profile (SEC_ERROR_UNKNOWN_CERT)
//   Unauthenticated                  trust and keys need a log-in (SEC_ERROR_BAD_PASSWORD)
//   PermissionDenied                 the profile is read-only (SEC_ERROR_READ_ONLY)
//   NSS's own error by name          Verify: why not, such as SEC_ERROR_UNKNOWN_ISSUER; Import:
//                                    another certificate has this issuer and serial number
//                                    (SEC_ERROR_REUSED_ISSUER_AND_SERIAL)
//   FailedPrecondition               SetTrust, Import, Delete: a newer NSS has stored trust for
//                                    this certificate, and would go on using that
//   FailedPrecondition, Unavailable  refused by the gate

#ifndef PSM_CERTIFICATE_DATABASE_H_
#define PSM_CERTIFICATE_DATABASE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

// Trust for TLS, e-mail and code signing, as certutil writes it: "CT,C,C". Each part is a set of
// TrustFlag.
enum TrustFlag : unsigned {
  kTerminalRecord = 1u << 0,   // p: decides by itself; alone: distrusted
  kTrustedPeer = 1u << 1,      // P: trusted itself
  kValidCa = 1u << 2,          // c: may issue
  kTrustedCa = 1u << 3,        // C: trusted to issue
  kTrustedClientCa = 1u << 4,  // T: trusted to issue for TLS clients
  kUserCertificate = 1u << 5,  // u: its private key is here; never set
};

struct PSM_EXPORT Trust {
  unsigned ssl = 0;
  unsigned email = 0;
  unsigned object_signing = 0;

  // P brings p along, C and T bring c. InvalidArgument unless there are three parts of these
  // letters.
  static absl::StatusOr<Trust> Parse(absl::string_view text);
  std::string ToString() const;

  friend bool operator==(const Trust& a, const Trust& b) {
    return a.ssl == b.ssl && a.email == b.email && a.object_signing == b.object_signing;
  }
  friend bool operator!=(const Trust& a, const Trust& b) { return !(a == b); }
};

enum class CertificateUsage {
  kSslServer,
  kSslClient,
  kSslCa,
  kEmailSigner,
  kEmailRecipient,
  kAnyCa
};

class PSM_EXPORT Certificate {
 public:
  Certificate(Certificate&& other) noexcept;
  Certificate& operator=(Certificate&& other) noexcept;
  ~Certificate();

  // Copies made with the handle. Not to be called on a moved-from one.
  const std::string& Der() const;
  const std::string& Subject() const;            // RFC 1485
  const std::string& Issuer() const;             // RFC 1485
  const std::string& Nickname() const;           // "" if it has none
  const std::string& Sha256Fingerprint() const;  // lower-case hexadecimal

  [[nodiscard]] absl::Status CheckLive() const;
  absl::StatusOr<bool> IsPermanent() const;  // false once it was deleted
  ProfileGeneration generation() const;      // 0 when moved from

 private:
  friend class CertificateDatabase;
  struct Impl;
  explicit Certificate(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

enum class PrivateKeyDisposal { kKeep, kDelete };

class PSM_EXPORT CertificateDatabase {
 public:
  // `bytes` is one certificate in DER, or PEM text with one or more among anything else. All are
  // stored or none, each with `trust`. One that is stored already keeps its nickname. `nickname` is
  // the first one's; the others', or "", are made from the subject.
  absl::StatusOr<std::vector<Certificate>> Import(absl::string_view bytes,
                                                  absl::string_view nickname,
                                                  const Trust& trust) const;

  absl::StatusOr<std::vector<Certificate>> List() const;
  // The best of those that have it: valid now, then newest. With an '@' it may also be an e-mail
  // address.
  absl::StatusOr<Certificate> FindByNickname(absl::string_view nickname) const;
  absl::StatusOr<Certificate> FindByDer(absl::string_view der) const;

  absl::StatusOr<Trust> GetTrust(const Certificate& certificate) const;
  [[nodiscard]] absl::Status SetTrust(const Certificate& certificate, const Trust& trust) const;

  // Its trust goes too. kDelete: and its key pair, unless another certificate of the profile uses
  // it.
  [[nodiscard]] absl::Status Delete(const Certificate& certificate,
                                    PrivateKeyDisposal key = PrivateKeyDisposal::kKeep) const;

  // Signatures, chain, trust, dates and usage; no host name, and no revocation but the profile's
  // CRLs. NSS takes a certificate from a day before its first date on, for clocks that are slow.
  [[nodiscard]] absl::Status Verify(const Certificate& certificate, CertificateUsage usage,
                                    absl::Time at) const;

  struct Internal;
};

}  // namespace psm

#endif  // PSM_CERTIFICATE_DATABASE_H_
