// What the driver tells the workers. Which profile a generation stands for is published while the
// gate is still closed, so that whoever holds a PreventionLock can look it up.
//
// Eras: each evaporation begins a new era. An object made in an earlier era must be refused, one of
// this era must work; whoever holds a lock sees one era throughout, since objects evaporate only
// when nobody is inside.
//
// Thread rule: ProfileOf and what only reads, any thread; the rest, the driver.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_WORLD_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_WORLD_H_

#include <stdint.h>

#include <array>
#include <atomic>
#include <functional>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"
#include "tools/profile_switch_runner/findings.h"

namespace psm::runner {

class World {
 public:
  static constexpr int kUnknown = -1;
  static constexpr int kNobodys = -2;  // nothing that the run has planted is in the open profile

  // The index of the profile that `generation` stands for. The caller holds a lock of that
  // generation.
  int ProfileOf(ProfileGeneration generation) {
    const uint64_t entry = profiles_[generation % kRing].load(std::memory_order_acquire);
    if (entry >> kIndexBits == generation) return static_cast<int>(entry & kIndexMask);
    const int profile = ask_manager();
    if (profile >= 0) Publish(generation, profile);
    return profile;
  }
  // The index of the profile that the open folder is, or is a copy of; set before threads start.
  std::function<int()> ask_manager;

  uint64_t era() const { return era_.load(std::memory_order_acquire); }
  void BeginEra() { era_.fetch_add(1, std::memory_order_acq_rel); }

  // Drains begun so far, and when the latest one began.
  uint64_t drains() const { return drains_.load(std::memory_order_acquire); }
  absl::Time drain_began() const {
    return absl::FromUnixNanos(drain_began_ns_.load(std::memory_order_acquire));
  }
  void BeginDrain() {
    drain_began_ns_.store(absl::ToUnixNanos(absl::Now()), std::memory_order_release);
    drains_.fetch_add(1, std::memory_order_acq_rel);
  }

  // Workers that were refused wait here instead of spinning: at most `timeout`.
  void WaitUntilOpen(absl::Duration timeout) {
    MutexLock hold(&mu_);
    opened_.WaitFor(&mu_, timeout);
  }
  void SignalOpen() {
    MutexLock hold(&mu_);
    opened_.NotifyAll();
  }

  // The driver has the databases to itself from HoldWorkers, which waits until no worker is in an
  // operation that would be in the way, to ReleaseWorkers. One that is not let in is left out.
  bool HoldWorkers(absl::Duration timeout) {
    hold_workers_.store(true);
    const absl::Time end = absl::Now() + timeout;
    while (in_the_way_.load() > 0 && absl::Now() < end) absl::SleepFor(absl::Milliseconds(1));
    return in_the_way_.load() == 0;
  }
  void ReleaseWorkers() { hold_workers_.store(false); }
  bool GetInTheWay() {
    in_the_way_.fetch_add(1);
    if (!hold_workers_.load()) return true;
    GetOutOfTheWay();
    return false;
  }
  void GetOutOfTheWay() { in_the_way_.fetch_sub(1); }

  Findings& findings() { return findings_; }
  const Findings& findings() const { return findings_; }

  std::atomic<bool> stop{false};
  // Odd: the profile has a password and its key token may be locked. A call that saw it odd, or saw
  // it change, may fail for that reason.
  std::atomic<uint64_t> token_phase{0};
  // Password prompts stay open until they are cancelled, instead of being answered.
  std::atomic<bool> hold_prompts{false};
  std::atomic<uint64_t> prompts_answered{0};
  std::atomic<uint64_t> prompts_cancelled{0};
  std::atomic<int> prompts_open{0};

 private:
  void Publish(ProfileGeneration generation, int profile) {
    profiles_[generation % kRing].store(generation << kIndexBits | static_cast<uint64_t>(profile),
                                        std::memory_order_release);
  }

  static constexpr uint64_t kRing = 1 << 12;
  static constexpr int kIndexBits = 16;
  static constexpr uint64_t kIndexMask = (1 << kIndexBits) - 1;

  std::array<std::atomic<uint64_t>, kRing> profiles_ = {};
  std::atomic<uint64_t> era_{0};
  std::atomic<uint64_t> drains_{0};
  std::atomic<int64_t> drain_began_ns_{0};
  std::atomic<bool> hold_workers_{false};
  std::atomic<int> in_the_way_{0};
  Mutex mu_;
  CondVar opened_;
  Findings findings_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_WORLD_H_
