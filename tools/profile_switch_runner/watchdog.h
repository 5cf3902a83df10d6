// Watches a run from a thread of its own: prints the progress line, and ends the process when
// nothing moves for a minute.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_WATCHDOG_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_WATCHDOG_H_

#include <atomic>
#include <thread>

#include "tools/profile_switch_runner/driver.h"
#include "tools/profile_switch_runner/workload.h"
#include "tools/profile_switch_runner/world.h"

namespace psm::runner {

class Watchdog {
 public:
  // Twice the longest wait that the run sets anywhere, Driver::kDeadline.
  static constexpr absl::Duration kPatience = absl::Seconds(60);

  Watchdog(const Driver& driver, const Workload& workload, const World& world);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  void Watch();
  void ShowProgress(absl::Duration running) const;
  [[noreturn]] void ReportHang() const;

  const Driver& driver_;
  const Workload& workload_;
  const World& world_;
  std::atomic<bool> done_{false};
  std::thread thread_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_WATCHDOG_H_
