// RandomGenerator: bytes from NSS's random number generator (a Hash_DRBG, NIST SP 800-90A).
//
//   absl::StatusOr<std::string> nonce = RandomGenerator().Generate(16);
//
// Guarantees: never fewer bytes than asked for, and never bytes that a forked child could repeat,
// since the gate refuses a child.
//
// Thread rule: any thread; an object has no state.
// How it fails
//   FailedPrecondition, Unavailable   refused by the gate: no profile is open, or it is closing
//   InvalidArgument                   more than kMaxBytes (SEC_ERROR_INPUT_LEN)
//   NSS's own error by name           the generator failed; nothing is returned

#ifndef PSM_RANDOM_H_
#define PSM_RANDOM_H_

#include <stddef.h>

#include <string>

#include "absl/status/statusor.h"
#include "shutdown/export.h"

namespace psm {

class PSM_EXPORT RandomGenerator {
 public:
  static constexpr size_t kMaxBytes = size_t{1} << 30;

  absl::StatusOr<std::string> Generate(size_t bytes) const;
};

}  // namespace psm

#endif  // PSM_RANDOM_H_
