// A seeded sequence of small numbers, the same on every machine and standard library.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_RANDOM_SEQUENCE_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_RANDOM_SEQUENCE_H_

#include <stdint.h>

#include <random>

namespace psm::runner {

class RandomSequence {
 public:
  explicit RandomSequence(uint64_t seed) : engine_(seed) {}

  // 0 to limit - 1. The bias of the remainder does not matter for a script.
  uint64_t Below(uint64_t limit) { return engine_() % limit; }
  bool OneIn(uint64_t n) { return Below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_RANDOM_SEQUENCE_H_
