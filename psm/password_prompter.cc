#include "psm/password_prompter.h"

#include <algorithm>

#include "absl/time/clock.h"
#include "shutdown/clock.h"
#include "shutdown/gate.h"

namespace psm {

bool PromptCancellation::cancelled() const {
  return GateIsClosing() || MonotonicNow() >= deadline_;
}

bool PromptCancellation::WaitFor(absl::Duration timeout) const {
  const absl::Duration until = MonotonicNow() + timeout;
  while (!cancelled()) {
    const absl::Duration left = until - MonotonicNow();
    if (left <= absl::ZeroDuration()) return false;
    absl::SleepFor(std::min(left, absl::Milliseconds(10)));
  }
  return true;
}

}  // namespace psm
