// The seeded sequence of what the driver does: the same seed and options give the same script.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_SCRIPT_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_SCRIPT_H_

#include <stddef.h>
#include <stdint.h>

#include <vector>

#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/random_sequence.h"

namespace psm::runner {

struct Step {
  int target = 0;      // the profile to change to, at times the one that is open
  bool events = true;  // by DriveProfileChange; otherwise by SecurityManager::SwitchProfile
  bool flip = false;   // change the mode preference before it, in toggle mode
  bool flip_during_drain = false;  // and once more from another thread while it drains
  uint64_t dwell = 0;              // worker operations to wait for before it
  Chaos chaos = Chaos::kNone;
  uint64_t variant = 0;  // which form of the chaos
};

class Script {
 public:
  Script(const Options& options, size_t profiles)
      : toggle_(options.mode == RunMode::kToggle),
        chaos_(options.chaos.begin(), options.chaos.end()),
        profiles_(profiles),
        random_(options.seed) {}

  Step Next() {
    Step step;
    step.target = static_cast<int>(random_.Below(profiles_));
    step.events = !random_.OneIn(8);
    step.flip = random_.OneIn(3) && toggle_;
    step.flip_during_drain = random_.OneIn(8) && toggle_;
    step.dwell = random_.Below(64);
    step.variant = random_.Below(1 << 16);
    const uint64_t which = random_.Below(1 << 16);
    if (random_.OneIn(kChaosOneIn) && !chaos_.empty()) step.chaos = chaos_[which % chaos_.size()];
    return step;
  }

 private:
  static constexpr uint64_t kChaosOneIn = 6;

  const bool toggle_;
  const std::vector<Chaos> chaos_;
  const size_t profiles_;
  RandomSequence random_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_SCRIPT_H_
