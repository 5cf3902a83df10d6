#include "tools/profile_switch_runner/growth.h"

#include <dirent.h>
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>

#include "absl/strings/str_cat.h"

namespace psm::runner {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PSM_RUNNER_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define PSM_RUNNER_SANITIZED 1
#endif
#ifdef PSM_RUNNER_SANITIZED
constexpr bool kSanitized = true;  // its allocator keeps freed memory
#else
constexpr bool kSanitized = false;
#endif

constexpr int kFirstSamples = 8;

double HeapBytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

double ResidentBytes() {
  FILE* file = fopen("/proc/self/statm", "re");
  long pages = 0;
  if (file == nullptr) return 0;
  if (fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
  fclose(file);
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

int OpenDescriptors() {
  DIR* dir = opendir("/proc/self/fd");
  if (dir == nullptr) return 0;
  int count = -1;  // its own
  while (const dirent* entry = readdir(dir)) count += entry->d_name[0] != '.';
  closedir(dir);
  return count;
}

}  // namespace

void GrowthMeter::Line::Add(double at, double value) {
  ++n;
  x += at;
  y += value;
  xx += at * at;
  xy += at * value;
}

double GrowthMeter::Line::slope() const {
  const double spread = n * xx - x * x;
  return spread > 0 ? (n * xy - x * y) / spread : 0;
}

GrowthMeter::GrowthMeter(int64_t planned)
    : warm_up_(std::max<int64_t>(200, planned / 10)),
      every_(std::clamp<int64_t>(planned / 500, 5, 200)),
      next_(warm_up_) {}

void GrowthMeter::Sample(int64_t switches) {
  next_ = switches + every_;
  if (first_ < 0) first_ = switches;
  last_ = switches;
  const auto at = static_cast<double>(switches - first_);
  heap_.Add(at, HeapBytes());
  resident_.Add(at, ResidentBytes());
  const int descriptors = OpenDescriptors();
  if (samples_ == 0) {
    first_descriptors_ = descriptors;
    std::fill(std::begin(recent_descriptors_), std::end(recent_descriptors_), descriptors);
  }
  if (samples_ < kFirstSamples) first_descriptors_ = std::min(first_descriptors_, descriptors);
  recent_descriptors_[samples_ % std::size(recent_descriptors_)] = descriptors;
  ++samples_;
}

GrowthResult GrowthMeter::result() const {
  GrowthResult result;
  result.samples = samples_;
  result.switches = first_ < 0 ? 0 : last_ - first_;
  result.heap_bytes_per_switch = heap_.slope();
  result.resident_bytes_per_switch = resident_.slope();
  result.descriptors_gained =
      *std::min_element(std::begin(recent_descriptors_), std::end(recent_descriptors_)) -
      first_descriptors_;
  result.judged = !kSanitized && result.switches >= kNeeded;
  if (kSanitized) {
    result.why_not = "not judged: a sanitiser keeps freed memory";
  } else if (!result.judged) {
    result.why_not =
        absl::StrCat("not judged: ", result.switches, " measured switches, needs ", kNeeded);
  }
  return result;
}

}  // namespace psm::runner
