#include "psm/random.h"

#include <algorithm>

#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "shutdown/prevention_lock.h"

namespace psm {
namespace {

// A DRBG gives at most this much for one request (SP 800-90A, table 2).
constexpr size_t kRequestBytes = 65536;

}  // namespace

absl::StatusOr<std::string> RandomGenerator::Generate(size_t bytes) const {
  constexpr char kOperation[] = "generate random bytes";
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::RandomGenerator::Generate");
  if (!lock.ok()) return lock.status();
  if (bytes > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, kOperation);
  std::string random(bytes, '\0');
  for (size_t done = 0; done < bytes;) {
    const size_t part = std::min(bytes - done, kRequestBytes);
    if (nss::PK11_GenerateRandom(reinterpret_cast<unsigned char*>(&random[done]),
                                 static_cast<int>(part)) != SECSuccess) {
      return NssError(kOperation);
    }
    done += part;
  }
  return random;
}

}  // namespace psm
