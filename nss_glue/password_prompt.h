// NSS's password callback as a function that returns a password, an error, or "cancelled".
//
// NSS calls back on the thread of the service call, inside its gate entry and possibly with NSS's
// own locks held. While a drain is on no prompt starts (callbacks.h), and one that waits must
// return when its `cancelled` turns true.
//
// Thread rule: SetPasswordFunction before any service is used, or with the gate closed; the
// function itself must be callable on any thread. NSS asks again with retry = true after a wrong
// password; return an error to give up.

#ifndef NSS_GLUE_PASSWORD_PROMPT_H_
#define NSS_GLUE_PASSWORD_PROMPT_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"

namespace psm {

struct PasswordRequest {
  std::string token;  // its name, for the user
  bool retry;         // the last answer was wrong
};

// Null: every prompt is refused.
using PasswordFunction = std::function<absl::StatusOr<std::string>(const PasswordRequest&)>;

void SetPasswordFunction(PasswordFunction function);

}  // namespace psm

#endif  // NSS_GLUE_PASSWORD_PROMPT_H_
