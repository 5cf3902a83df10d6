// What the command line asks for. main.cc reads it; everybody else is handed an Options.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_OPTIONS_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_OPTIONS_H_

#include <stdint.h>

#include <set>
#include <string>

#include "absl/time/time.h"

namespace psm::runner {

enum class RunMode { kCoordinated, kNever, kToggle };

enum class Chaos {
  kNone,
  kLeak,
  kBlock,
  kVeto,
  kPrompt,
  kDestroy,
  kFlip,
  kSelf,
  kBadTarget,
  kFork,
  kSecondProcess,
  kCorrupt,
  kKill,
};

struct Options {
  RunMode mode = RunMode::kCoordinated;
  int profiles = 3;
  int64_t switches = 300;
  absl::Duration duration = absl::InfiniteDuration();
  int threads = 4;
  uint64_t seed = 1;
  std::set<Chaos> chaos;
  bool raw_control = false;
  std::string json_file;
  std::string profile_dir;  // empty: a temporary one
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_OPTIONS_H_
