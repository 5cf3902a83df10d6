// Every gated function in each of its forms, ready to be called with samples. The list is made at
// build time from the coverage table of the shim; nobody keeps it by hand.
//
// Thread rule: as the function's.

#ifndef TESTS_SHIM_DEAD_CALLS_H_
#define TESTS_SHIM_DEAD_CALLS_H_

#include <vector>

#include "tests/shim/samples_owner.h"

namespace psm::shim_testing {

enum class CallClass { GATE, FIRST, OID, EARLY, WAIT };

// Runs in a dead NSS too.
inline bool RunsDead(CallClass c) { return c == CallClass::OID || c == CallClass::EARLY; }

struct DeadCall {
  const char* name;
  CallClass call_class;
  // Calls it; true if it answered what the coverage table says of a refused call.
  bool (*call)();
};

// psm::nss::X, and psm_nss_X, which has a few more.
const std::vector<DeadCall>& CppCalls();
const std::vector<DeadCall>& CCalls();

// NSS's own, for the control: those of CCalls in its order, without the experimental ones at the
// end, which have no symbol.
const std::vector<NamedCall>& RawCalls();

}  // namespace psm::shim_testing

#endif  // TESTS_SHIM_DEAD_CALLS_H_
