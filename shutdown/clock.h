// The clock of every wait and every measured duration: CLOCK_MONOTONIC, which no change of the date
// moves.

#ifndef SHUTDOWN_CLOCK_H_
#define SHUTDOWN_CLOCK_H_

#include <time.h>

#include "absl/time/time.h"

namespace psm {

inline absl::Duration MonotonicNow() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return absl::DurationFromTimespec(now);
}

}  // namespace psm

#endif  // SHUTDOWN_CLOCK_H_
