#include "tools/profile_switch_runner/driver.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "psm/profile_events.h"
#include "psm/token_password.h"
#include "shutdown/gate_control.h"
#include "shutdown/registry.h"
#include "tools/profile_switch_runner/chaos.h"

namespace psm::runner {
namespace {

constexpr absl::Duration kDwell = absl::Milliseconds(20);
constexpr size_t kStallsKept = 100;

// Another process would be refused; so is a second descriptor of this one.
bool IsLocked(const std::string& dir) {
  const int fd = open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool locked = flock(fd, LOCK_EX | LOCK_NB) != 0;
  close(fd);
  return locked;
}

}  // namespace

// Answers with the password of the profile that the asking thread is in; or, when prompts are held,
// never.
class Driver::Prompter : public PasswordPrompter {
 public:
  Prompter(World* world, Driver* driver) : world_(*world), driver_(*driver) {}

  absl::StatusOr<std::string> Ask(const PasswordPrompt& prompt,
                                  const PromptCancellation& cancellation) override {
    if (prompt.retry) return absl::UnauthenticatedError("the password was refused");
    if (world_.hold_prompts.load()) {
      world_.prompts_open.fetch_add(1);
      while (!cancellation.WaitFor(absl::Milliseconds(20)) && world_.hold_prompts.load()) {
      }
      world_.prompts_open.fetch_sub(1);
      world_.prompts_cancelled.fetch_add(1);
      return absl::CancelledError("the prompt was left open");
    }
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("answer a password prompt");
    if (!lock.ok()) return lock.status();
    const int profile = world_.ProfileOf(lock->generation());
    if (profile == World::kUnknown) return absl::InternalError("the manager names no profile");
    world_.prompts_answered.fetch_add(1);
    return driver_.profiles()[profile].password;
  }

 private:
  World& world_;
  Driver& driver_;
};

Driver::Driver(const Options& options, World* world)
    : options_(options),
      world_(*world),
      observers_(MakeObserverService()),
      preferences_(MakePreferenceService()),
      prompter_(std::make_unique<Prompter>(world, this)),
      growth_(options.switches < INT64_MAX ? options.switches : 10000) {}

Driver::~Driver() = default;

absl::StatusOr<std::unique_ptr<Driver>> Driver::Create(const Options& options, World* world) {
  std::unique_ptr<Driver> driver(new Driver(options, world));
  driver->SetMode(options.mode == RunMode::kNever ? ShutdownMode::kNever
                                                  : ShutdownMode::kCoordinated);
  driver->SetDeadline(kDeadline);
  SecurityManager::Config config;
  config.observers = driver->observers_.get();
  config.preferences = driver->preferences_.get();
  config.prompter = driver->prompter_.get();
  config.on_state = [self = driver.get()](ManagerState state) { self->OnState(state); };
  config.on_write_stall = [self = driver.get()](const std::string& what) {
    MutexLock hold(&self->mu_);
    if (self->stalls_.size() < kStallsKept) self->stalls_.push_back(what);
  };
  absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
      SecurityManager::Create(std::move(config));
  if (!manager.ok()) return manager.status();
  driver->manager_ = *std::move(manager);
  return driver;
}

void Driver::Broken(absl::string_view what) {
  world_.findings().Add(Problem::kBrokenPromise, what);
}

void Driver::SetMode(ShutdownMode mode) {
  const absl::Status set = preferences_->SetString(kShutdownModePref, ShutdownModeName(mode));
  if (!set.ok()) Broken(set.ToString());
}

ShutdownMode Driver::mode() const {
  absl::StatusOr<Settings> settings = ReadSettings(*preferences_);
  return settings.ok() ? settings->mode : ShutdownMode::kCoordinated;
}

void Driver::FlipMode() {
  SetMode(mode() == ShutdownMode::kNever ? ShutdownMode::kCoordinated : ShutdownMode::kNever);
  mode_flips_.fetch_add(1);
}

void Driver::SetDeadline(absl::Duration deadline) {
  const absl::Status set = preferences_->SetInt(
      kDrainDeadlinePref, static_cast<int32_t>(absl::ToInt64Milliseconds(deadline)));
  if (!set.ok()) Broken(set.ToString());
}

void Driver::SetWriteDeadline(absl::Duration deadline) {
  const absl::Status set = preferences_->SetInt(
      kWriteDeadlinePref, static_cast<int32_t>(absl::ToInt64Milliseconds(deadline)));
  if (!set.ok()) Broken(set.ToString());
}

std::vector<std::string> Driver::TakeStalls() {
  MutexLock hold(&mu_);
  return std::exchange(stalls_, {});
}

void Driver::SetPolicy(absl::string_view preference, absl::string_view value) {
  const absl::Status set = preferences_->SetString(preference, value);
  if (!set.ok()) Broken(set.ToString());
}

void Driver::OnState(ManagerState state) {
  entered_[static_cast<size_t>(state)] = absl::Now();
  if (profiles_ == nullptr) return;
  switch (state) {
    case ManagerState::kDraining:
      mode_at_drain_ = mode();
      world_.BeginDrain();
      break;
    case ManagerState::kEvaporating:
      world_.BeginEra();
      break;
    case ManagerState::kDown:
      if (growth_.IsDue(tally_.switches)) growth_.Sample(tally_.switches);
      break;
    case ManagerState::kStarting:
      // Until Unlock, which every change ends with.
      if (world_.token_phase.load() % 2 == 0) world_.token_phase.fetch_add(1);
      break;
    default:
      break;
  }
  if (hook_) hook_(state);
}

int Driver::ProfileIn(const std::string& dir) {
  MutexLock hold(&mu_);
  return dir == copy_ ? copy_of_ : profiles_->IndexOf(dir);
}

void Driver::CheckOpen(const std::string& dir, ProfileGeneration before) {
  const ManagerSnapshot now = manager_->snapshot();
  if (now.state != ManagerState::kLive || now.directory != dir) {
    Broken(absl::StrCat("asked for ", dir, ", and the manager is ", ManagerStateName(now.state),
                        " with ", now.directory));
  }
  if (now.generation <= before) {
    Broken(absl::StrCat("the generation is ", now.generation, " after ", before));
  }
  if (now.access != ProfileAccess::kReadWrite) Broken(absl::StrCat(dir, " is not writable"));
  if (!IsLocked(dir)) Broken(absl::StrCat(dir, " is open, and not locked"));
}

void Driver::CheckReport(const SwitchReport& report, const std::string& dir) {
  if (report.open.directory != dir) {
    Broken(absl::StrCat("the report names ", report.open.directory));
  }
  const bool shut_down = report.close.way == SwitchWay::kShutdown;
  const bool pinned = report.close.way == SwitchWay::kSlotBecausePinned;
  if (report.close.way == SwitchWay::kNothingOpen ||
      (report.close.mode == ShutdownMode::kNever && (shut_down || pinned)) ||
      pinned != !report.close.pins.empty()) {
    Broken(absl::StrCat("a switch in the mode ", ShutdownModeName(report.close.mode),
                        " went the way ", static_cast<int>(report.close.way), " with ",
                        report.close.pins.size(), " pins"));
  }
}

absl::Status Driver::Change(int target, bool by_events) {
  return ChangeTo((*profiles_)[target].dir, target, by_events, nullptr);
}

absl::StatusOr<OpenReport> Driver::ChangeToCopy(const std::string& dir, int of) {
  {
    MutexLock hold(&mu_);
    copy_ = dir;
    copy_of_ = of;
  }
  OpenReport report;
  const absl::Status changed = ChangeTo(dir, of, /*by_events=*/false, &report);
  if (!changed.ok()) return changed;
  return report;
}

absl::Status Driver::ChangeTo(const std::string& dir, int profile, bool by_events,
                              OpenReport* opened) {
  const ManagerSnapshot before = manager_->snapshot();
  const absl::Time start = absl::Now();
  absl::Status changed;
  if (by_events) {
    changed = DriveProfileChange(*observers_, dir);
  } else {
    absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(dir);
    changed = report.status();
    if (report.ok()) CheckReport(*report, dir);
    if (report.ok() && opened != nullptr) *opened = report->open;
  }
  const absl::Time end = absl::Now();
  if (changed.ok()) {
    current_ = profile;
    ++tally_.switches;
    switches_.store(tally_.switches, std::memory_order_relaxed);
    CheckOpen(dir, before.generation);
    const bool fell_back = manager_->snapshot().fallbacks > before.fallbacks;
    WayTimes& times = tally_.ways[fell_back ? 2 : mode_at_drain_ == ShutdownMode::kNever ? 1 : 0];
    const auto at = [this](ManagerState state) { return entered_[static_cast<size_t>(state)]; };
    times.drain.Add(at(ManagerState::kEvaporating) - at(ManagerState::kDraining));
    times.close.Add(at(ManagerState::kDown) - at(ManagerState::kEvaporating));
    times.open.Add(at(ManagerState::kLive) - at(ManagerState::kStarting));
    times.total.Add(end - start);
    if (!leave_locked_) Unlock();
  }
  world_.SignalOpen();
  return changed;
}

void Driver::Unlock() {
  const std::string password = current_ < 0 ? "" : (*profiles_)[current_].password;
  const absl::Status in = password.empty() ? absl::OkStatus() : TokenPassword().Login(password);
  if (!in.ok()) {
    world_.findings().Add(
        Problem::kUnexpectedError,
        absl::StrCat("log in to ", (*profiles_)[current_].id, ": ", in.ToString()));
    return;
  }
  if (world_.token_phase.load() % 2 == 1) world_.token_phase.fetch_add(1);
}

void Driver::MustChange(int target, bool by_events) {
  const absl::Status changed = Change(target, by_events);
  if (changed.ok()) return;
  Broken(absl::StrCat(activity(), ": a change to ", (*profiles_)[target].id,
                      " failed: ", changed.ToString()));
  if (manager_->snapshot().state != ManagerState::kLive) Recover(target);
}

bool Driver::Recover(int target) {
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile((*profiles_)[target].dir);
  if (!opened.ok()) {
    Broken(absl::StrCat(activity(), ": could not be recovered from: ", opened.status().ToString()));
    return false;
  }
  current_ = target;
  ++tally_.recoveries;
  CheckOpen((*profiles_)[target].dir, opened->generation - 1);
  Unlock();
  world_.SignalOpen();
  return true;
}

void Driver::CheckUnchanged(const ManagerSnapshot& before) {
  const ManagerSnapshot now = manager_->snapshot();
  if (now.state != ManagerState::kLive || now.directory != before.directory ||
      now.generation != before.generation) {
    Broken(absl::StrCat(activity(), ": the profile was to stay, and the manager is ",
                        ManagerStateName(now.state), " with ", now.directory, " and generation ",
                        now.generation, " after ", before.generation));
    return;
  }
  const absl::Status usable = workload_->CheckUsable(current_);
  if (!usable.ok())
    Broken(absl::StrCat(activity(), ": the profile that stayed: ", usable.ToString()));
}

void Driver::RunStep(const Step& step) {
  if (step.flip) FlipMode();
  if (step.chaos != Chaos::kNone) {
    ++tally_.chaos[std::string(ChaosName(step.chaos))];
    RunChaos(*this, step);
    return;
  }
  set_activity("switching");
  std::thread flipper;
  if (step.flip_during_drain) {
    set_hook([this, &flipper](ManagerState state) {
      if (state == ManagerState::kDraining) flipper = std::thread([this] { FlipMode(); });
    });
  }
  MustChange(step.target, step.events);
  set_hook(nullptr);
  if (flipper.joinable()) flipper.join();
}

void Driver::Run(const ProfileSet& profiles, Workload* workload, const std::atomic<bool>& stopped) {
  profiles_ = &profiles;
  workload_ = workload;
  world_.ask_manager = [this] { return ProfileIn(manager_->snapshot().directory); };
  set_activity("starting the first profile");
  absl::Status up = DriveStartup(*observers_, profiles[0].dir);
  if (!up.ok()) {
    Broken(absl::StrCat("startup: ", up.ToString()));
    return;
  }
  current_ = 0;
  Unlock();
  workload->Start();
  Script script(options_, profiles.size());
  const absl::Time end = absl::Now() + options_.duration;
  while (tally_.switches < options_.switches && absl::Now() < end && !stopped.load()) {
    const Step step = script.Next();
    set_activity("letting the workers work");
    workload->WaitForOperations(step.dwell, kDwell);
    RunStep(step);
    steps_.fetch_add(1, std::memory_order_relaxed);
    if (manager_->snapshot().state != ManagerState::kLive) {
      Broken(
          absl::StrCat("no profile is open, the run ends: ", manager_->snapshot().why.ToString()));
      break;
    }
  }
  End();
}

// The workers still run while the last profile goes. Then NSS itself has to go down: it does so
// only if no reference to any of its objects is left, of this library or of NSS's own.
void Driver::End() {
  set_activity("shutting down");
  const absl::Status down = DriveShutdown(*observers_);
  if (!down.ok()) Broken(absl::StrCat("xpcom-shutdown: ", down.ToString()));
  world_.stop.store(true);
  world_.SignalOpen();
  workload_->Stop();

  set_activity("looking for what is left");
  SetMode(ShutdownMode::kCoordinated);
  const std::vector<Pin> pins = SecurityManager::WhatPins();
  if (!pins.empty()) world_.findings().Add(Problem::kLeak, DescribePins(pins));
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile((*profiles_)[0].dir);
  absl::StatusOr<CloseReport> closed =
      opened.ok() ? manager_->CloseProfile() : absl::StatusOr<CloseReport>(opened.status());
  if (!closed.ok()) {
    world_.findings().Add(Problem::kLeak,
                          absl::StrCat("NSS_Shutdown at the end: ", closed.status().ToString()));
  } else if (!certificate_leaked_ &&
             (closed->way != SwitchWay::kShutdown || !closed->pins.empty())) {
    world_.findings().Add(Problem::kLeak,
                          absl::StrCat("certificates are held at the end: ",
                                       closed->pins.empty() ? "" : closed->pins[0]));
  }
  if (IsLocked((*profiles_)[0].dir)) {
    world_.findings().Add(Problem::kLeak,
                          absl::StrCat((*profiles_)[0].dir, " is closed, and still locked"));
  }
}

}  // namespace psm::runner
