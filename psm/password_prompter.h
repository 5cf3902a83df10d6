// PasswordPrompter: how a host asks its user for a token's password. The host implements it;
// without one every prompt is refused, and services report SEC_ERROR_BAD_PASSWORD or
// TOKEN_NOT_LOGGED_IN.
//
// Contract: Ask runs on the thread of the service call, which is inside the gate. It returns the
// password, or any error to give up. While it waits it must return soon after `cancellation` says
// so (a profile change, or the prompt's deadline); an Ask that does not return holds up the change
// until its deadline, and the report then names the thread "in a prompt". It must not wait for the
// thread that drives the profile change (hole H9 of Gecko's machinery).
//
//   absl::StatusOr<std::string> Ask(const PasswordPrompt& prompt,
//                                   const PromptCancellation& cancellation) override {
//     dialog.Show(prompt.token);
//     while (!dialog.done()) {
//       if (cancellation.WaitFor(absl::Milliseconds(50))) return absl::CancelledError("");
//     }
//     return dialog.password();
//   }
//
// Thread rule: Ask is called on any thread, several at once.

#ifndef PSM_PASSWORD_PROMPTER_H_
#define PSM_PASSWORD_PROMPTER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shutdown/export.h"

namespace psm {

struct PasswordPrompt {
  std::string token;  // its name, for the user
  bool retry;         // the last password was wrong
};

class PSM_EXPORT PromptCancellation {
 public:
  // `deadline` is on the clock of MonotonicNow().
  explicit PromptCancellation(absl::Duration deadline) : deadline_(deadline) {}

  // True once a profile change waits for this prompt, or its deadline has passed.
  bool cancelled() const;

  // Waits at most `timeout`; true as soon as cancelled (seen within 10 ms).
  bool WaitFor(absl::Duration timeout) const;

 private:
  const absl::Duration deadline_;
};

class PSM_EXPORT PasswordPrompter {
 public:
  virtual ~PasswordPrompter() = default;
  virtual absl::StatusOr<std::string> Ask(const PasswordPrompt& prompt,
                                          const PromptCancellation& cancellation) = 0;
};

}  // namespace psm

#endif  // PSM_PASSWORD_PROMPTER_H_
