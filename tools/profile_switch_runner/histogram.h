// Durations in buckets of at most 1.6 % width, in fixed memory: a run measures its own growth, so
// its records must not grow. One thread at a time; Merge brings several together.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_HISTOGRAM_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_HISTOGRAM_H_

#include <stdint.h>

#include <algorithm>
#include <array>

#include "absl/time/time.h"

namespace psm::runner {

class Histogram {
 public:
  void Add(absl::Duration duration) {
    const int64_t ns = std::max<int64_t>(0, absl::ToInt64Nanoseconds(duration));
    ++buckets_[IndexOf(static_cast<uint64_t>(ns))];
    ++count_;
    max_ = std::max(max_, ns);
  }

  // The upper end of the bucket that holds the given share (0 to 1) of all durations; zero when
  // empty.
  absl::Duration Percentile(double share) const {
    const auto wanted = static_cast<uint64_t>(share * static_cast<double>(count_));
    uint64_t seen = 0;
    for (size_t i = 0; i < buckets_.size(); ++i) {
      seen += buckets_[i];
      if (seen > wanted) return absl::Nanoseconds(std::min<int64_t>(max_, UpperEndOf(i)));
    }
    return absl::Nanoseconds(max_);
  }

  absl::Duration max() const { return absl::Nanoseconds(max_); }
  uint64_t count() const { return count_; }

 private:
  static constexpr int kSubBits = 6;
  static constexpr uint64_t kSub = uint64_t{1} << kSubBits;

  static size_t IndexOf(uint64_t value) {
    if (value < kSub) return value;
    const int octave = 63 - __builtin_clzll(value) - kSubBits;
    return static_cast<size_t>((octave + 1) * kSub + ((value >> octave) - kSub));
  }

  static int64_t UpperEndOf(size_t index) {
    if (index < kSub) return static_cast<int64_t>(index);
    const size_t octave = index / kSub - 1;
    return static_cast<int64_t>(((index % kSub + kSub + 1) << octave) - 1);
  }

  std::array<uint64_t, 64 * kSub> buckets_ = {};
  uint64_t count_ = 0;
  int64_t max_ = 0;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_HISTOGRAM_H_
