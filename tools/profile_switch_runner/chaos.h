// What a hostile world does to a profile change. Each kind makes its trouble, checks that the
// library answers as documented, and leaves a usable profile behind.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_CHAOS_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_CHAOS_H_

#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/script.h"

namespace psm::runner {

class Driver;

absl::string_view ChaosName(Chaos chaos);

// "leak,veto", or "all". InvalidArgument names what is unknown.
absl::StatusOr<std::set<Chaos>> ParseChaos(absl::string_view list);

void RunChaos(Driver& driver, const Step& step);

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_CHAOS_H_
