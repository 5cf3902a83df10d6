// HMAC (RFC 2104) with SHA-1, SHA-256, SHA-384 or SHA-512.
//
//   absl::StatusOr<HmacKey> key = HmacKey::Import(DigestAlgorithm::kSha256, secret);
//   absl::StatusOr<std::string> mac = key->Sign(message);
//   absl::Status genuine = key->Verify(message, *mac);      // compares in constant time
//
//   absl::StatusOr<Hmac> hmac = key->Begin();                // piece by piece
//   absl::Status status = hmac->Update(first);
//   absl::StatusOr<std::string> mac = hmac->Finish();
//
// A key lives in memory only; NSS wipes it when it is released. An Hmac keeps what it needs: its
// key may go first.
//
// States: a key or Hmac whose profile was closed or switched is refused by the gate for good,
// IsGateRefusal(status). A finished or moved-from one is FailedPrecondition.
//
// Thread rule: const calls of an HmacKey may run on several threads at once; an Hmac is used by
// one thread at a time.
// How it fails
//   InvalidArgument                  an empty key (SEC_ERROR_INVALID_KEY); a MAC that is not
//                                    genuine (SEC_ERROR_BAD_SIGNATURE)
//   FailedPrecondition, Unavailable  refused by the gate
//   NSS's own error by name          such as in FIPS mode, which refuses to import raw keys

#ifndef PSM_HMAC_H_
#define PSM_HMAC_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "psm/digest.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

class PSM_EXPORT Hmac {
 public:
  Hmac(Hmac&& other) noexcept;
  Hmac& operator=(Hmac&& other) noexcept;
  ~Hmac();

  [[nodiscard]] absl::Status Update(absl::string_view data);
  absl::StatusOr<std::string> Finish();

  ProfileGeneration generation() const;  // 0 when finished

 private:
  friend class HmacKey;
  struct Impl;
  explicit Hmac(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;  // null: finished
};

class PSM_EXPORT HmacKey {
 public:
  static absl::StatusOr<HmacKey> Import(DigestAlgorithm algorithm, absl::string_view key);
  // As long as the digest.
  static absl::StatusOr<HmacKey> Generate(DigestAlgorithm algorithm);
  HmacKey(HmacKey&& other) noexcept;
  HmacKey& operator=(HmacKey&& other) noexcept;
  ~HmacKey();

  absl::StatusOr<std::string> Sign(absl::string_view data) const;
  [[nodiscard]] absl::Status Verify(absl::string_view data, absl::string_view mac) const;
  absl::StatusOr<Hmac> Begin() const;

  ProfileGeneration generation() const;  // 0 when moved from

 private:
  struct Impl;
  explicit HmacKey(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace psm

#endif  // PSM_HMAC_H_
