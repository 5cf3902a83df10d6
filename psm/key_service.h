// KeyService: RSA and EC key pairs of the profile: make, find, sign, verify, delete; and
// certificates signed with them.
//
//   absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "login key");
//   absl::StatusOr<std::string> signature = key->Sign(DigestAlgorithm::kSha256, message);
//   absl::StatusOr<PublicKey> public_key = key->GetPublicKey();
//   absl::Status genuine = public_key->Verify(DigestAlgorithm::kSha256, message, *signature);
//
// With a label a pair is stored in the profile, otherwise it is gone with its handle. Labels need
// not be unique; ids (a digest of the public key) are. Making, finding and listing stored keys
// needs a log-in, which NSS asks for through the password callback. A pair is stored whole or not
// at all (key_pair.h): its private key is there with its id and label from the first moment, or
// never.
//
// Signatures: RSA is PKCS#1 v1.5 (RFC 8017, 8.2), EC is ECDSA, DER-encoded (RFC 3279, 2.2.3).
//
// States: a key whose profile was closed or switched is refused by the gate for good,
// IsGateRefusal(status); find a stored one again by its id. A moved-from or deleted key is
// FailedPrecondition.
//
// Thread rule: KeyService has no state. Const calls of a PrivateKey may run on several threads at
// once; a PublicKey is used by one thread at a time.
// How it fails
//   InvalidArgument                  RSA bits not a multiple of 8 in 2048..8192; a label with a
//                                    NUL byte; an id that is not hexadecimal; SHA-1 for signing
//                                    (SEC_ERROR_INVALID_ALGORITHM); a signature that is not
//                                    genuine (SEC_ERROR_BAD_SIGNATURE); a public key that does not
//                                    decode, or is not RSA or EC
//   NotFound                         no such key (SEC_ERROR_NO_KEY)
//   Unauthenticated                  the token is not logged in (SEC_ERROR_BAD_PASSWORD)
//   PermissionDenied                 the profile is read-only (SEC_ERROR_READ_ONLY)
//   FailedPrecondition, Unavailable  refused by the gate

#ifndef PSM_KEY_SERVICE_H_
#define PSM_KEY_SERVICE_H_

#include <stdint.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "psm/digest.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

enum class KeyType { kRsa, kEc };
enum class EllipticCurve { kP256, kP384, kP521 };

class PSM_EXPORT PublicKey {
 public:
  // A DER SubjectPublicKeyInfo (RFC 5280, 4.1) with an RSA or EC key.
  static absl::StatusOr<PublicKey> Import(absl::string_view spki);
  PublicKey(PublicKey&& other) noexcept;
  PublicKey& operator=(PublicKey&& other) noexcept;
  ~PublicKey();

  [[nodiscard]] absl::Status Verify(DigestAlgorithm algorithm, absl::string_view data,
                                    absl::string_view signature) const;
  absl::StatusOr<std::string> ExportSpki() const;

  KeyType type() const;
  ProfileGeneration generation() const;  // 0 when moved from

 private:
  friend class KeyService;
  friend class PrivateKey;
  struct Impl;
  explicit PublicKey(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

class PSM_EXPORT PrivateKey {
 public:
  PrivateKey(PrivateKey&& other) noexcept;
  PrivateKey& operator=(PrivateKey&& other) noexcept;
  ~PrivateKey();

  absl::StatusOr<std::string> Sign(DigestAlgorithm algorithm, absl::string_view data) const;
  absl::StatusOr<PublicKey> GetPublicKey() const;

  // Ends the key. A stored pair is removed from the profile, whatever certificates it has; they
  // stay. After an error the private key is as before, or, if the error names the public key, gone.
  [[nodiscard]] absl::Status Delete();

  KeyType type() const;
  bool stored() const;
  const std::string& label() const;      // "" for a key of the session
  const std::string& id() const;         // lower-case hexadecimal
  ProfileGeneration generation() const;  // 0 when moved from or deleted

 private:
  friend class KeyService;
  struct Impl;
  explicit PrivateKey(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

// What a certificate to be made says. It is X.509 version 3, with key usage and basic constraints.
struct CertificateRequest {
  std::string subject;  // RFC 1485, such as "CN=example.com,O=Example"
  uint64_t serial = 1;
  absl::Time not_before;
  absl::Time not_after;
  bool is_ca = false;
  DigestAlgorithm digest = DigestAlgorithm::kSha256;
};

class PSM_EXPORT KeyService {
 public:
  // An empty label: for this session only.
  absl::StatusOr<PrivateKey> GenerateRsa(int bits, absl::string_view label = "") const;
  absl::StatusOr<PrivateKey> GenerateEc(EllipticCurve curve, absl::string_view label = "") const;

  absl::StatusOr<std::vector<PrivateKey>> List() const;  // all stored keys
  absl::StatusOr<std::vector<PrivateKey>> FindByLabel(absl::string_view label) const;  // 1 or more
  absl::StatusOr<PrivateKey> FindById(absl::string_view id) const;

  // The certificate's DER; nothing is stored. InvalidArgument if the subject does not parse or the
  // validity is empty.
  absl::StatusOr<std::string> MakeSelfSignedCertificate(const PrivateKey& key,
                                                        const CertificateRequest& request) const;
  absl::StatusOr<std::string> IssueCertificate(const PrivateKey& issuer_key,
                                               absl::string_view issuer,
                                               const PublicKey& subject_key,
                                               const CertificateRequest& request) const;

 private:
  friend class PrivateKey;
  friend class PublicKey;
  struct Internal;
};

}  // namespace psm

#endif  // PSM_KEY_SERVICE_H_
