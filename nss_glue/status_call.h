// StatusForm: a wrapped NSS function that answers absl::Status or absl::StatusOr<T>; what
// generated/status.h is made of, and where the rules are.
//
// Thread rule: any thread. How it fails: the Status of NssError (error.h), with NSS's error.

#ifndef NSS_GLUE_STATUS_CALL_H_
#define NSS_GLUE_STATUS_CALL_H_

#include <type_traits>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nss_glue/error.h"
#include "nss_glue/nss_call.h"
#include "shutdown/gate.h"

namespace psm::nss_call {

template <auto kFunction>
struct StatusForm;

template <typename R, typename... A, R (*kFunction)(A...)>
struct StatusForm<kFunction> {
  const char* name;

  auto operator()(A... arguments) const {
    if constexpr (std::is_same_v<R, SECStatus>) {
      return kFunction(arguments...) == SECSuccess ? absl::OkStatus() : NssError(name);
    } else if constexpr (std::is_pointer_v<R>) {
      R answer = kFunction(arguments...);
      return answer != nullptr ? absl::StatusOr<R>(answer) : absl::StatusOr<R>(NssError(name));
    } else if constexpr (IsChecked<R>::value) {
      using T = typename IsChecked<R>::Value;
      R answer = kFunction(arguments...);
      return answer.live() ? absl::StatusOr<T>(answer.value_or(T()))
                           : absl::StatusOr<T>(NssError(name));
    } else {
      GateEntry gate(name);
      const bool refused = !gate.ok() && Refuse(gate.refusal());
      if constexpr (std::is_void_v<R>) {
        if (refused) return NssError(name);
        kFunction(arguments...);
        return absl::OkStatus();
      } else {
        return refused ? absl::StatusOr<R>(NssError(name))
                       : absl::StatusOr<R>(kFunction(arguments...));
      }
    }
  }

 private:
  template <typename T>
  struct IsChecked : std::false_type {};
  template <typename T>
  struct IsChecked<Checked<T>> : std::true_type {
    using Value = T;
  };
};

}  // namespace psm::nss_call

#endif  // NSS_GLUE_STATUS_CALL_H_
