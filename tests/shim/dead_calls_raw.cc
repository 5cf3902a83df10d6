#include "nss_glue/generated/raw.h"
#include "tests/shim/dead_calls.h"
#include "tests/shim/samples.h"

namespace psm::shim_testing {

const std::vector<NamedCall>& RawCalls() {
  static const auto* const kCalls = new std::vector<NamedCall>{
#define PSM_DEAD_CALL(name, ...) {#name, [] { (void)CallWithSamples(&::psm_raw_##name); }},
#define PSM_DEAD_CALL_C_ONLY PSM_DEAD_CALL
#define PSM_DEAD_CALL_EXPERIMENTAL(...)
#include "tests/shim/dead_calls.inc"
#undef PSM_DEAD_CALL
#undef PSM_DEAD_CALL_C_ONLY
#undef PSM_DEAD_CALL_EXPERIMENTAL
  };
  return *kCalls;
}

}  // namespace psm::shim_testing
