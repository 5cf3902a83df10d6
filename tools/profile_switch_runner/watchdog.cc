#include "tools/profile_switch_runner/watchdog.h"

#include <stdlib.h>
#include <unistd.h>

#include "absl/strings/str_format.h"
#include "absl/time/clock.h"

namespace psm::runner {

Watchdog::Watchdog(const Driver& driver, const Workload& workload, const World& world)
    : driver_(driver), workload_(workload), world_(world), thread_([this] { Watch(); }) {}

Watchdog::~Watchdog() {
  done_.store(true);
  thread_.join();
}

void Watchdog::ShowProgress(absl::Duration running) const {
  const int64_t switches = driver_.switches();
  absl::FPrintF(stderr, "\r\x1b[K%d switches, %.0f/s, %d operations, %d problems  %s", switches,
                static_cast<double>(switches) / absl::ToDoubleSeconds(running),
                workload_.operations(), world_.findings().total(), driver_.activity());
  fflush(stderr);
}

void Watchdog::ReportHang() const {
  absl::FPrintF(stderr, "\nhang: nothing moved for %s, after %d switches\n  driver: %s\n%s",
                absl::FormatDuration(kPatience), driver_.switches(), driver_.activity(),
                workload_.DescribeThreads());
  abort();
}

void Watchdog::Watch() {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const absl::Time start = absl::Now();
  absl::Time moved = start;
  int64_t seen = -1;
  const char* activity = nullptr;
  while (!done_.load()) {
    absl::SleepFor(absl::Milliseconds(100));
    const absl::Time now = absl::Now();
    if (driver_.steps() != seen || driver_.activity() != activity) {
      seen = driver_.steps();
      activity = driver_.activity();
      moved = now;
    }
    if (now - moved > kPatience || workload_.LongestOperation() > kPatience) ReportHang();
    if (terminal) ShowProgress(now - start);
  }
  if (terminal) absl::FPrintF(stderr, "\r\x1b[K");
}

}  // namespace psm::runner
