// The shapes of a gated NSS call. nss.h holds one line for each function; the names, signatures and
// results are NSS's own.
//
//   class         when NSS is live        otherwise
//   Gated         calls                   `fail`, and PORT_GetError() == SEC_ERROR_NOT_INITIALIZED
//   GatedChecked  calls                   an empty Checked<T>; same error
//   Released      calls                   calls under the life-cycle mutex; leaks in a forked child
// A release must run also while NSS is down: the last release is what closes a database that a
// failed NSS_Shutdown left open. It never runs beside the owner's NSS_Initialize or NSS_Shutdown,
// which hold the mutex.
//
// Thread rule: any thread. Nested calls pass (I7 in shutdown/gate.h).

#ifndef NSS_GLUE_GATED_H_
#define NSS_GLUE_GATED_H_

#include <utility>

#include "absl/types/optional.h"
#include "nss_glue/nss_raw.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"

namespace psm {

// A result whose 0 or false is a dangerous answer (PK11_NeedLogin, PK11_IsReadOnly): it does not
// convert to bool or int, so "not live" cannot be read as "no".
template <typename T>
class [[nodiscard]] Checked {
 public:
  Checked() = default;  // NSS was not live
  explicit Checked(T value) : value_(value) {}
  bool live() const { return value_.has_value(); }
  // The answer, or `otherwise` when NSS was not live: the caller says which answer is the safe one.
  T value_or(T otherwise) const { return value_.value_or(otherwise); }

 private:
  absl::optional<T> value_;
};

namespace nss_internal {

// Held by the owner round NSS_Initialize, NSS_Shutdown and the opening and closing of slots.
Mutex& LifecycleMutex();
// False when the mutex could not be had within 10 s: the object is then leaked rather than the
// thread hung.
bool LockLifecycle() PSM_TRY_ACQUIRE(true, LifecycleMutex());
// Releases given up that way since the process started.
int LeakedReleases();

template <auto kFunction, auto kFail>
struct Gated;

template <typename R, typename... A, R (*kFunction)(A...), auto kFail>
struct Gated<kFunction, kFail> {
  const char* name;
  R operator()(A... a) const {
    GateEntry entry(name);
    if (__builtin_expect(!entry.ok(), 0)) {
      ::PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
      return static_cast<R>(kFail);
    }
    return kFunction(a...);
  }
};

template <auto kFunction>
struct GatedChecked;

template <typename R, typename... A, R (*kFunction)(A...)>
struct GatedChecked<kFunction> {
  const char* name;
  Checked<R> operator()(A... a) const {
    GateEntry entry(name);
    if (__builtin_expect(!entry.ok(), 0)) {
      ::PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
      return Checked<R>();
    }
    return Checked<R>(kFunction(a...));
  }
};

template <auto kFunction>
struct Released;

template <typename R, typename... A, R (*kFunction)(A...)>
struct Released<kFunction> {
  const char* name;
  void operator()(A... a) const PSM_NO_THREAD_SAFETY_ANALYSIS {
    GateEntry entry(name);
    if (__builtin_expect(entry.ok(), 1)) {
      static_cast<void>(kFunction(a...));
      return;
    }
    if (entry.refusal() == GateRefusal::kForked || !LockLifecycle()) return;
    static_cast<void>(kFunction(a...));
    LifecycleMutex().Unlock();
  }
};

}  // namespace nss_internal
}  // namespace psm

#define PSM_NSS_GATED(name, fail) \
  inline constexpr ::psm::nss_internal::Gated<&::name, fail> name { #name }
#define PSM_NSS_CHECKED(name) \
  inline constexpr ::psm::nss_internal::GatedChecked<&::name> name { #name }
#define PSM_NSS_RELEASE(name) \
  inline constexpr ::psm::nss_internal::Released<&::name> name { #name }
// Memory and tables of libnssutil3 that need no live NSS.
#define PSM_NSS_UTIL(name) inline constexpr auto* name = &::name

#endif  // NSS_GLUE_GATED_H_
