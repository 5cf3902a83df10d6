// What went wrong in a run: each kind is counted, the first 20 of each are kept in words. Any
// thread.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_FINDINGS_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_FINDINGS_H_

#include <stddef.h>
#include <stdint.h>

#include <array>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "shutdown/mutex.h"

namespace psm::runner {

enum class Problem {
  kWrongProfile,     // something of another profile was seen, or a stale handle worked
  kUnexpectedError,  // a call failed that should have worked, or worked that should have failed
  kBrokenPromise,    // a profile change did not end as documented
  kLeak,             // a reference, an object or a lock was left at the end
};
inline constexpr size_t kProblems = 4;

inline absl::string_view ProblemName(Problem problem) {
  constexpr absl::string_view kNames[kProblems] = {"wrong profile", "unexpected error",
                                                   "broken promise", "leak"};
  return kNames[static_cast<size_t>(problem)];
}

class Findings {
 public:
  static constexpr size_t kKept = 20;

  void Add(Problem problem, absl::string_view detail) {
    MutexLock hold(&mu_);
    ++counts_[static_cast<size_t>(problem)];
    if (counts_[static_cast<size_t>(problem)] <= kKept) {
      details_.push_back(absl::StrCat(ProblemName(problem), ": ", detail));
    }
  }

  uint64_t count(Problem problem) const {
    MutexLock hold(&mu_);
    return counts_[static_cast<size_t>(problem)];
  }

  uint64_t total() const {
    MutexLock hold(&mu_);
    uint64_t sum = 0;
    for (uint64_t count : counts_) sum += count;
    return sum;
  }

  std::vector<std::string> details() const {
    MutexLock hold(&mu_);
    return details_;
  }

 private:
  mutable Mutex mu_;
  std::array<uint64_t, kProblems> counts_ PSM_GUARDED_BY(mu_) = {};
  std::vector<std::string> details_ PSM_GUARDED_BY(mu_);
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_FINDINGS_H_
