#include "tests/shim/dead_calls.h"

#include <sslexp.h>

#include <type_traits>

#include "nss_glue/generated/raw.h"
#include "nss_glue/nss_call.h"
#include "tests/shim/samples.h"

namespace psm::shim_testing {
namespace {

// Not a value: the result is void; it is an empty Checked<T>, or false where NSS's own is void.
struct Nothing {};
struct Empty {};
constexpr Nothing kNothing;
constexpr Empty kEmpty;

bool IsEmpty(bool called) { return !called; }
template <typename T>
bool IsEmpty(const Checked<T>& answer) {
  return !answer.live();
}

// Makes the call; true if it answers `refused`.
template <typename Call, typename Refused>
bool Answers(Call call, Refused refused) {
  if constexpr (std::is_same_v<Refused, Nothing>) {
    static_assert(std::is_void_v<decltype(call())>);
    call();
    return true;
  } else if constexpr (std::is_same_v<Refused, Empty>) {
    return IsEmpty(call());
  } else {
    return call() == static_cast<decltype(call())>(refused);
  }
}

}  // namespace

// psm_nss_X; every function's type is that of what it wraps.
extern "C" {
#define PSM_DEAD_CALL(name, ...) decltype(::psm_raw_##name) psm_nss_##name;
#define PSM_DEAD_CALL_C_ONLY PSM_DEAD_CALL
#define PSM_DEAD_CALL_EXPERIMENTAL(name, ...) decltype(nss::name) psm_nss_##name;
#include "tests/shim/dead_calls.inc"
#undef PSM_DEAD_CALL
#undef PSM_DEAD_CALL_C_ONLY
#undef PSM_DEAD_CALL_EXPERIMENTAL
}

const std::vector<DeadCall>& CppCalls() {
  static const auto* const kCalls = new std::vector<DeadCall>{
// A lambda rather than the address: a variadic function's wrapper is a template.
#define PSM_DEAD_CALL(name, call_class, cpp, c)                                            \
  {#name, CallClass::call_class, [] {                                                      \
     return Answers(                                                                       \
         [] {                                                                              \
           return CallWithSamples([](auto... argument) { return nss::name(argument...); }, \
                                  &::psm_raw_##name);                                      \
         },                                                                                \
         cpp);                                                                             \
   }},
#define PSM_DEAD_CALL_C_ONLY(...)
#define PSM_DEAD_CALL_EXPERIMENTAL(name, call_class, cpp, c) \
  {#name, CallClass::call_class,                             \
   [] { return Answers([] { return CallWithSamples(&nss::name); }, cpp); }},
#include "tests/shim/dead_calls.inc"
#undef PSM_DEAD_CALL
#undef PSM_DEAD_CALL_C_ONLY
#undef PSM_DEAD_CALL_EXPERIMENTAL
  };
  return *kCalls;
}

const std::vector<DeadCall>& CCalls() {
  static const auto* const kCalls = new std::vector<DeadCall>{
#define PSM_DEAD_CALL_C_ONLY(name, call_class, c) \
  {#name, CallClass::call_class,                  \
   [] { return Answers([] { return CallWithSamples(&psm_nss_##name); }, c); }},
#define PSM_DEAD_CALL(name, call_class, cpp, c) PSM_DEAD_CALL_C_ONLY(name, call_class, c)
#define PSM_DEAD_CALL_EXPERIMENTAL PSM_DEAD_CALL
#include "tests/shim/dead_calls.inc"
#undef PSM_DEAD_CALL
#undef PSM_DEAD_CALL_C_ONLY
#undef PSM_DEAD_CALL_EXPERIMENTAL
  };
  return *kCalls;
}

}  // namespace psm::shim_testing
