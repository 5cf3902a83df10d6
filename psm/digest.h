// Digests: SHA-1, SHA-256, SHA-384 and SHA-512 (FIPS 180-4), at once or piece by piece.
//
//   absl::StatusOr<std::string> sum = ComputeDigest(DigestAlgorithm::kSha256, bytes);
//
//   absl::StatusOr<Digest> digest = Digest::Create(DigestAlgorithm::kSha256);
//   absl::Status status = digest->Update(first);
//   absl::StatusOr<std::string> sum = digest->Finish();
//
// Results are raw bytes. SHA-1 is for fingerprints and old formats only: it does not resist
// collisions.
//
// States of a Digest
//   open       after Create             Update, Finish
//   finished   after Finish, an error, or a move from it: every call is FailedPrecondition
//   stale      its profile was closed or switched: refused by the gate, IsGateRefusal(status)
//
// Thread rule: a Digest is used by one thread at a time; different ones are independent.
// ComputeDigest: any thread.
// How it fails: refused by the gate (Unavailable while closing), or NSS's own error by name.

#ifndef PSM_DIGEST_H_
#define PSM_DIGEST_H_

#include <stddef.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

enum class DigestAlgorithm { kSha1, kSha256, kSha384, kSha512 };

PSM_EXPORT size_t DigestLength(DigestAlgorithm algorithm);  // in bytes

PSM_EXPORT absl::StatusOr<std::string> ComputeDigest(DigestAlgorithm algorithm,
                                                     absl::string_view data);

class PSM_EXPORT Digest {
 public:
  static absl::StatusOr<Digest> Create(DigestAlgorithm algorithm);
  Digest(Digest&& other) noexcept;
  Digest& operator=(Digest&& other) noexcept;
  ~Digest();

  [[nodiscard]] absl::Status Update(absl::string_view data);
  absl::StatusOr<std::string> Finish();

  ProfileGeneration generation() const;  // of the profile it was made under; 0 when finished

 private:
  struct Impl;
  explicit Digest(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;  // null: finished
};

}  // namespace psm

#endif  // PSM_DIGEST_H_
