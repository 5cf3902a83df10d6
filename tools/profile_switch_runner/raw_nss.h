// References to NSS objects that the library does not know of, as code without Tracked<T> would
// hold them.
//
// Thread rule: Take under a PreventionLock; a reference may be released on any thread in any state
// of NSS.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_RAW_NSS_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_RAW_NSS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "shutdown/prevention_lock.h"

namespace psm::runner {

enum class RawKind {
  kKeySlot,
  kCryptoSlot,
  kSymmetricKey,
  kPrivateKey,
  kDigestContext,
  kCertificate
};
inline constexpr int kRawKinds = 6;

absl::string_view RawKindName(RawKind kind);

class RawReference {
 public:
  // `nickname` names the certificate to hold, or the one whose private key is held.
  static absl::StatusOr<RawReference> Take(const PreventionLock& lock, RawKind kind,
                                           const std::string& nickname);
  RawReference(RawReference&& other) noexcept;
  RawReference& operator=(RawReference&& other) noexcept;
  ~RawReference();

 private:
  struct Held;
  explicit RawReference(std::unique_ptr<Held> held);

  std::unique_ptr<Held> held_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_RAW_NSS_H_
