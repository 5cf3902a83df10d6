// Memory and descriptors over a run, in fixed memory. Samples are taken while the gate is closed
// and every handle is released, so that what workers hold at the moment is no noise.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_GROWTH_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_GROWTH_H_

#include <stdint.h>

#include <string>

namespace psm::runner {

struct GrowthResult {
  int64_t switches = 0;  // measured, after the warm-up
  int64_t samples = 0;
  double heap_bytes_per_switch = 0;      // of malloc, by a straight line through the samples
  double resident_bytes_per_switch = 0;  // of the process
  int descriptors_gained = 0;  // the fewest of the last samples less the fewest of the first
  bool judged = false;
  std::string why_not;
};

class GrowthMeter {
 public:
  static constexpr int64_t kNeeded =
      2000;  // measured switches; below that, noise is larger than what is looked for
  static constexpr double kBytesAllowed = 1024;

  // `planned` switches in all; the first tenth, and at least 200, are warm-up.
  explicit GrowthMeter(int64_t planned);

  bool IsDue(int64_t switches) const { return switches >= next_; }
  void Sample(int64_t switches);
  GrowthResult result() const;

 private:
  // Sums for a least-squares line.
  struct Line {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    void Add(double at, double value);
    double slope() const;
  };

  const int64_t warm_up_;
  const int64_t every_;
  int64_t next_;
  int64_t first_ = -1;
  int64_t last_ = 0;
  int64_t samples_ = 0;
  Line heap_, resident_;
  int first_descriptors_ = 0;
  int recent_descriptors_[8] = {};
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_GROWTH_H_
