// The driver: owns the security manager, its observer service and its preferences, and takes the
// process through the script.
//
// Thread rule: one thread, the one that made it.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_DRIVER_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_DRIVER_H_

#include <stdint.h>

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "psm/observer_service.h"
#include "psm/password_prompter.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "psm/settings.h"
#include "shutdown/mutex.h"
#include "tools/profile_switch_runner/growth.h"
#include "tools/profile_switch_runner/histogram.h"
#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/profile_set.h"
#include "tools/profile_switch_runner/script.h"
#include "tools/profile_switch_runner/workload.h"
#include "tools/profile_switch_runner/world.h"

namespace psm::runner {

// The times of one way of switching.
struct WayTimes {
  Histogram drain;
  Histogram close;  // from the end of the drain until the old profile is closed
  Histogram open;
  Histogram total;
};

struct DriverTally {
  int64_t switches = 0;                      // that succeeded
  std::array<WayTimes, 3> ways;              // shutdown; slot; slot because pinned
  std::map<std::string, uint64_t> refusals;  // changes refused, by reason
  std::map<std::string, uint64_t> chaos;     // by kind
  std::map<std::string, uint64_t> checked;   // what of another process's doing was looked at
  uint64_t recoveries = 0;                   // from the pinned state
};

class Driver {
 public:
  // Creates the manager: before other threads exist.
  static absl::StatusOr<std::unique_ptr<Driver>> Create(const Options& options, World* world);
  ~Driver();

  // The whole script, with the workers running. `stopped` ends it early.
  void Run(const ProfileSet& profiles, Workload* workload, const std::atomic<bool>& stopped);

  // One change of profile and what it must look like. The status is the library's; what else is
  // wrong becomes a finding.
  absl::Status Change(int target, bool by_events);
  // A change that has to succeed; if it does not, tries to bring a profile up again.
  void MustChange(int target, bool by_events);
  // The same for a copy of profile `of`, which the workers take for that one, by
  // SecurityManager::SwitchProfile; or, with World::kNobodys, for a folder that has nothing of
  // the run in it. A change back to a profile of the run has to follow.
  absl::StatusOr<OpenReport> ChangeToCopy(const std::string& dir, int of);
  // Leaves the pinned or failed state by opening `target`.
  bool Recover(int target);
  // The open profile is the one before, with its generation, and works.
  void CheckUnchanged(const ManagerSnapshot& before);
  // Logs in to the open profile, as a host does after the change.
  void Unlock();

  void Broken(absl::string_view what);
  void CountRefusal(absl::string_view reason) { ++tally_.refusals[std::string(reason)]; }
  void CountChecked(absl::string_view what, uint64_t count = 1) {
    tally_.checked[std::string(what)] += count;
  }
  void SetMode(ShutdownMode mode);
  void FlipMode();  // any thread
  ShutdownMode mode() const;
  void SetDeadline(absl::Duration deadline);
  // From the next opening on.
  void SetWriteDeadline(absl::Duration deadline);
  // What the library told of writes that wait, since the last call.
  std::vector<std::string> TakeStalls();
  void SetPolicy(absl::string_view preference, absl::string_view value);
  // Called in each state that a change enters, on the thread that makes the change.
  void set_hook(std::function<void(ManagerState)> hook) { hook_ = std::move(hook); }
  // After a change, leave the token of a profile with a password locked.
  void set_leave_locked(bool leave) { leave_locked_ = leave; }
  // A certificate that is held while its slot closes ends NSS_Shutdown for the process. So the
  // first is leaked when most of the script is done, and the end then goes by the slot.
  bool MayLeakCertificate() const { return tally_.switches >= options_.switches / 5 * 4; }
  void set_certificate_leaked() { certificate_leaked_ = true; }

  // What the driver does, for the watchdog and the progress line. Any thread.
  const char* activity() const { return activity_.load(std::memory_order_relaxed); }
  int64_t switches() const { return switches_.load(std::memory_order_relaxed); }
  int64_t steps() const { return steps_.load(std::memory_order_relaxed); }
  void set_activity(const char* what) { activity_.store(what, std::memory_order_relaxed); }

  SecurityManager& manager() { return *manager_; }
  ObserverService& observers() { return *observers_; }
  const ProfileSet& profiles() const { return *profiles_; }
  Workload& workload() { return *workload_; }
  World& world() { return world_; }
  const Options& options() const { return options_; }
  int current() const { return current_; }

  const DriverTally& tally() const { return tally_; }
  uint64_t mode_flips() const { return mode_flips_.load(); }
  GrowthResult growth() const { return growth_.result(); }

  static constexpr absl::Duration kDeadline = absl::Seconds(30);

 private:
  class Prompter;

  Driver(const Options& options, World* world);
  void OnState(ManagerState state);
  int ProfileIn(const std::string& dir);
  absl::Status ChangeTo(const std::string& dir, int profile, bool by_events, OpenReport* opened);
  void CheckOpen(const std::string& dir, ProfileGeneration before);
  void CheckReport(const SwitchReport& report, const std::string& dir);
  void RunStep(const Step& step);
  void End();

  const Options options_;
  World& world_;
  const ProfileSet* profiles_ = nullptr;
  Workload* workload_ = nullptr;
  std::unique_ptr<ObserverService> observers_;
  std::unique_ptr<PreferenceService> preferences_;
  std::unique_ptr<Prompter> prompter_;
  std::unique_ptr<SecurityManager> manager_;
  std::function<void(ManagerState)> hook_;
  bool leave_locked_ = false;
  bool certificate_leaked_ = false;
  int current_ = -1;

  Mutex mu_;
  std::string copy_ PSM_GUARDED_BY(mu_);  // the latest that was opened
  int copy_of_ PSM_GUARDED_BY(mu_) = World::kUnknown;
  std::vector<std::string> stalls_ PSM_GUARDED_BY(mu_);

  std::array<absl::Time, 9> entered_;  // when each state was last entered
  ShutdownMode mode_at_drain_ = ShutdownMode::kCoordinated;
  GrowthMeter growth_;
  DriverTally tally_;
  std::atomic<const char*> activity_{"starting"};
  std::atomic<uint64_t> mode_flips_{0};
  std::atomic<int64_t> switches_{0};
  std::atomic<int64_t> steps_{0};
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_DRIVER_H_
