#include "psm/security_manager.h"

#include <atomic>
#include <cstdio>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/types/optional.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/newer_profile.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/password_prompt.h"
#include "nss_glue/profile_backup.h"
#include "nss_glue/reference_report.h"
#include "nss_glue/tls_layer.h"
#include "nss_glue/tls_sessions.h"
#include "psm/intents.h"
#include "psm/migration.h"
#include "psm/profile_claim.h"
#include "shutdown/clock.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

ProfileAccess AccessOf(OpenRung rung) {
  switch (rung) {
    case OpenRung::kReadWrite:
      return ProfileAccess::kReadWrite;
    case OpenRung::kReadOnly:
      return ProfileAccess::kReadOnly;
    case OpenRung::kNoDatabase:
      return ProfileAccess::kNoDatabase;
  }
  return ProfileAccess::kNoDatabase;
}

absl::Status Append(const absl::Status& status, absl::string_view text) {
  return WithMessage(status, absl::StrCat(status.message(), text));
}

absl::Status ForkedStatus(const char* operation) {
  return GateStatus(GateRefusal::kForked, operation);
}

// NSS belongs to the process, and outlives a manager that leaves it up.
NssRuntime& Runtime() {
  static NssRuntime* const runtime = new NssRuntime;
  return *runtime;
}

std::atomic<bool> g_exists{false};

}  // namespace

class SecurityManager::Impl {
 public:
  Impl(Config config, Settings settings) : config_(std::move(config)), settings_(settings) {}
  ~Impl();

  void Start();

  absl::StatusOr<OpenReport> OpenProfile(absl::string_view directory);
  absl::StatusOr<CloseReport> CloseProfile();
  absl::StatusOr<SwitchReport> SwitchProfile(absl::string_view directory);
  absl::Status CheckTarget(absl::string_view directory) PSM_EXCLUDES(mu_);
  absl::StatusOr<std::string> BackUp();
  absl::StatusOr<std::vector<std::string>> Restore(absl::string_view directory,
                                                   absl::string_view backup);
  ManagerSnapshot snapshot() PSM_EXCLUDES(mu_);

 private:
  // One owner's call at a time. A racing caller is told, not queued.
  class Turn {
   public:
    explicit Turn(Impl* impl) : impl_(impl), mine_(!impl->busy_.exchange(true)) {}
    ~Turn() {
      if (mine_) impl_->busy_.store(false);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    absl::Status status(const char* operation) const {
      if (InForkedChild()) return ForkedStatus(operation);
      if (mine_) return absl::OkStatus();
      return absl::AbortedError(absl::StrCat(operation, ": another profile change is under way"));
    }
    bool mine() const { return mine_; }

   private:
    Impl* const impl_;
    const bool mine_;
  };

  absl::StatusOr<ProfileClaim> Claim(absl::string_view directory);
  absl::StatusOr<CloseReport> Close();
  absl::StatusOr<CloseReport> CloseWith(const Settings& settings);
  absl::Status Leave(const Settings& settings, CloseReport* report);
  absl::Status GiveUpDrain(const Settings& settings, const DrainReport& drain, ManagerState before);
  absl::StatusOr<OpenReport> Open(ProfileClaim claim);
  absl::Status OpenInNss(const Settings& settings, ProfileClaim* claim, OpenReport* report);
  absl::Status Attach(const Settings& settings, const OpenedProfile& opened, ProfileClaim* claim)
      PSM_EXCLUDES(mu_);
  static OpenOutcome OutcomeOf(const OpenReport& report, const ProfileClaim& claim);
  absl::Status ReopenPrevious();
  void OnForeignShutdown();
  void SetState(ManagerState state, absl::Status why = absl::OkStatus()) PSM_EXCLUDES(mu_);
  ManagerState state() PSM_EXCLUDES(mu_);
  absl::StatusOr<Settings> Refresh() PSM_EXCLUDES(mu_);

  void Observe(const char* topic, std::function<void(ProfileChange&)> callback);

  const Config config_;
  std::vector<Subscription> subscriptions_;
  std::atomic<bool> busy_{false};

  // Owned by the turn.
  absl::optional<ProfileClaim> current_;  // open, or held by a pinned NSS
  absl::optional<ProfileClaim> target_;   // claimed by profile-approve-change
  std::string previous_;  // closed by profile-before-change, until the change is over

  Mutex mu_;
  Settings settings_ PSM_GUARDED_BY(mu_);
  // How the last attempt to finish a migration of the open profile went; none without one.
  absl::optional<absl::StatusOr<std::string>> migration_ PSM_GUARDED_BY(mu_);
  ManagerSnapshot snapshot_ PSM_GUARDED_BY(mu_);
};

SecurityManager::Impl::~Impl() {
  subscriptions_.clear();
  if (InForkedChild()) return;
  const Turn turn(this);
  if (turn.mine() && state() == ManagerState::kLive) {
    // A preference that is out of range by now must not leave the profile open.
    absl::StatusOr<Settings> settings = Refresh();
    if (!settings.ok()) {
      MutexLock hold(&mu_);
      settings = settings_;
    }
    absl::Status closed = CloseWith(*settings).status();
    if (!closed.ok()) {
      // Nobody is left to tell. The gate is closed for good if this was a deadline: no call can
      // meet a dead manager.
      std::fprintf(stderr, "psm: the manager ends with its profile open: %s\n",
                   closed.ToString().c_str());
    }
  }
  Runtime().SetForeignShutdownHandler(nullptr);
  SetPasswordFunction(nullptr);
  g_exists.store(false);
}

void SecurityManager::Impl::Start() {
  Runtime().SetForeignShutdownHandler([this] { OnForeignShutdown(); });
  SetPasswordFunction([this](const PasswordRequest& request) -> absl::StatusOr<std::string> {
    if (config_.prompter == nullptr) return absl::UnavailableError("the host has no prompter");
    absl::Duration deadline;
    {
      MutexLock hold(&mu_);
      deadline = settings_.prompt_deadline;
    }
    const PromptCancellation cancellation(MonotonicNow() + deadline);
    return config_.prompter->Ask({request.token, request.retry}, cancellation);
  });
  if (config_.observers == nullptr) return;
  Observe(kProfileApproveChange, [this](ProfileChange& change) {
    const Turn turn(this);
    absl::Status ready = turn.status("profile-approve-change");
    if (ready.ok()) {
      absl::StatusOr<ProfileClaim> claimed = Claim(change.target_dir());
      target_.reset();  // of a change that another observer vetoed, which nobody is told of
      if (claimed.ok()) {
        target_ = *std::move(claimed);
        return;
      }
      ready = claimed.status();
    }
    change.Fail(change.Veto(ready.ToString()));
  });
  Observe(kProfileChangeTeardownVeto, [this](ProfileChange& change) {
    const Turn turn(this);
    if (!turn.mine()) return;
    target_.reset();
    if (!previous_.empty()) change.Fail(ReopenPrevious());
  });
  Observe(kProfileBeforeChange, [this](ProfileChange& change) {
    const Turn turn(this);
    absl::Status ready = turn.status("profile-before-change");
    change.Fail(ready.ok() ? Close().status() : ready);
  });
  Observe(kProfileDoChange, [this](ProfileChange& change) {
    const Turn turn(this);
    absl::Status ready = turn.status("profile-do-change");
    if (!ready.ok()) {
      change.Fail(ready);
      return;
    }
    absl::StatusOr<ProfileClaim> claimed =
        target_.has_value() ? std::move(*target_) : Claim(change.target_dir());
    target_.reset();
    absl::Status opened = claimed.ok() ? Open(*std::move(claimed)).status() : claimed.status();
    if (!opened.ok() && !previous_.empty())
      opened =
          Append(opened, absl::StrCat("; the previous profile: ", ReopenPrevious().ToString()));
    change.Fail(opened);
    previous_.clear();
  });
  Observe(kXpcomShutdown, [this](ProfileChange& change) {
    const Turn turn(this);
    absl::Status ready = turn.status("xpcom-shutdown");
    change.Fail(ready.ok() ? Close().status() : ready);
    if (turn.mine()) previous_.clear();
  });
}

void SecurityManager::Impl::Observe(const char* topic,
                                    std::function<void(ProfileChange&)> callback) {
  subscriptions_.push_back(config_.observers->AddObserver(
      topic, [callback = std::move(callback)](absl::string_view, ProfileChange& change) {
        callback(change);
      }));
}

void SecurityManager::Impl::SetState(ManagerState state, absl::Status why) {
  {
    MutexLock hold(&mu_);
    snapshot_.state = state;
    snapshot_.why = std::move(why);
  }
  if (config_.on_state) config_.on_state(state);
}

ManagerState SecurityManager::Impl::state() {
  MutexLock hold(&mu_);
  return snapshot_.state;
}

absl::StatusOr<Settings> SecurityManager::Impl::Refresh() {
  absl::StatusOr<Settings> settings = ReadSettings(*config_.preferences);
  if (settings.ok()) {
    Registry::CaptureCreationSites(settings->capture_creation_sites);
    References::TraceSites(settings->capture_creation_sites);
    MutexLock hold(&mu_);
    settings_ = *settings;
  }
  return settings;
}

absl::StatusOr<ProfileClaim> SecurityManager::Impl::Claim(absl::string_view directory) {
  std::vector<const ProfileClaim*> ours;
  for (const absl::optional<ProfileClaim>* held : {&current_, &target_}) {
    if (held->has_value()) ours.push_back(&**held);
  }
  absl::StatusOr<ProfileClaim> claim = ProfileClaim::Lock(directory, ours);
  if (!claim.ok()) return claim;
  // The open one's files are not to be touched; they are looked into once it was closed.
  if (current_.has_value() && current_->dir.IsSameFolderAs(claim->dir)) return claim;
  absl::StatusOr<Settings> settings = Refresh();
  if (!settings.ok()) return settings.status();
  absl::Status sound = claim->Check(*settings);
  if (!sound.ok()) return sound;
  return claim;
}

absl::StatusOr<CloseReport> SecurityManager::Impl::Close() {
  absl::StatusOr<Settings> settings = Refresh();
  if (!settings.ok()) return settings.status();
  return CloseWith(*settings);
}

absl::StatusOr<CloseReport> SecurityManager::Impl::CloseWith(const Settings& settings) {
  const absl::Duration start = MonotonicNow();
  CloseReport report;
  report.mode = settings.mode;
  const ManagerState before = state();
  if (before == ManagerState::kDown || before == ManagerState::kFailed) return report;
  // Nothing is left to close; the next Open finds out whether the reference is still held.
  if (before == ManagerState::kPinned && Runtime().up() == NssRuntime::Up::kPinned) return report;

  SetState(ManagerState::kDraining);
  report.drain = DrainWithTls(settings.drain_deadline);
  if (report.drain.result != DrainResult::kOk) return GiveUpDrain(settings, report.drain, before);
  SetState(ManagerState::kEvaporating);
  absl::Status left;
  {
    const GateOwnerScope owner("psm: close profile");
    report.evaporation = Registry::Evaporate();
    SetState(ManagerState::kSwitching);
    left = Leave(settings, &report);
  }
  if (!left.ok()) {
    if (Runtime().up() == NssRuntime::Up::kPinned) {
      SetState(ManagerState::kPinned, left);
      return left;
    }
    absl::Status resumed = GateControl::Resume();
    SetState(ManagerState::kLive);
    return resumed.ok() ? left : resumed;
  }
  if (current_.has_value()) previous_ = current_->dir.path;
  current_.reset();
  {
    MutexLock hold(&mu_);
    snapshot_.directory.clear();
    ++snapshot_.closes;
    if (report.way == SwitchWay::kSlotBecausePinned) ++snapshot_.fallbacks;
  }
  SetState(ManagerState::kDown);
  report.took = MonotonicNow() - start;
  return report;
}

// The gate is drained and everything of ours is released.
absl::Status SecurityManager::Impl::Leave(const Settings& settings, CloseReport* report) {
  NssRuntime& runtime = Runtime();
  runtime.PurgeCaches();
  if (settings.mode == ShutdownMode::kCoordinated) {
    // With a reference out NSS_Shutdown fails; if it is a certificate, NSS cannot be initialised
    // again in this process, ever.
    report->pins = runtime.Pins();
    if (report->pins.empty()) {
      report->way = SwitchWay::kShutdown;
      return runtime.Shutdown();
    }
    if (settings.pinned_policy == PinnedPolicy::kRefuse) {
      return WithOutcome(absl::FailedPreconditionError(
                             absl::StrCat("close profile: a restart is required, these are held: ",
                                          absl::StrJoin(report->pins, ", "))),
                         OpenOutcome::kRestartRequired);
    }
    report->way = SwitchWay::kSlotBecausePinned;
  } else {
    report->way = SwitchWay::kSlot;
  }
  return runtime.up() == NssRuntime::Up::kProfile ? runtime.CloseProfile() : absl::OkStatus();
}

absl::Status SecurityManager::Impl::GiveUpDrain(const Settings& settings, const DrainReport& drain,
                                                ManagerState before) {
  absl::Status why = ToStatus(drain);
  {
    MutexLock hold(&mu_);
    ++snapshot_.refused_closes;
  }
  if (drain.result == DrainResult::kDeadline &&
      settings.deadline_policy == DeadlinePolicy::kProceed) {
    SetState(ManagerState::kPinned, why);
    return why;
  }
  if (drain.result == DrainResult::kDeadline) {
    absl::Status resumed = GateControl::Resume();
    if (!resumed.ok()) return resumed;
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm: give up a drain");
    if (lock.ok()) Registry::ReleaseOrphans(*lock);
    SetState(ManagerState::kLive);
    return why;
  }
  // The gate is as it was: open, or closed since an earlier change that went on without its
  // holders.
  SetState(before, before == ManagerState::kPinned ? why : absl::OkStatus());
  return why;
}

// NSS has the profile open, and nobody is let in yet: writes from now on are durable, and what was
// cut off is finished before anybody looks.
absl::Status SecurityManager::Impl::Attach(const Settings& settings, const OpenedProfile& opened,
                                           ProfileClaim* claim) {
  const bool writable = opened.rung == OpenRung::kReadWrite;
  if (writable && claim->dir.legacy) {
    absl::StatusOr<ProfileFacts> facts =
        CheckDatabases(opened.dir, settings.check_budget, /*full=*/false);
    if (!facts.ok()) return facts.status();
    claim->facts = *facts;
  }
  const bool begun = claim->dir.legacy && !claim->facts.has_metadata;
  migration::SetPasswordIsWeak(writable && (claim->facts.sha1_3des_password || begun));
  const ProfileRecord record = claim->RecordOfNow();
  if (writable && record != claim->record) {
    absl::Status written = record.Write(claim->dir.path);
    if (!written.ok()) return written;
  }
  DatabaseWrite::Options options;
  options.deadline = settings.write_deadline;
  options.on_stall = config_.on_write_stall;
  options.on_settled = [this](const std::string& note) {
    MutexLock hold(&mu_);
    snapshot_.notes.push_back(note);
  };
  options.settle = [this, folder = claim->dir.path, policy = settings.legacy_files](
                       const PreventionLock& lock, const Intent& intent) {
    if (intent.kind != IntentKind::kMigrate) return SettleIntent(lock, intent);
    absl::StatusOr<std::string> finished = migration::Finish(lock, folder, policy);
    MutexLock hold(&mu_);
    if (finished.ok()) snapshot_.notes.push_back(*finished);
    migration_ = finished;
    return finished.status();
  };
  {
    MutexLock hold(&mu_);
    snapshot_.notes.clear();
    migration_.reset();
  }
  absl::Status attached = DatabaseWrite::Attach(claim->dir, record, writable, std::move(options));
  if (attached.ok()) attached = NewerProfile::Attach(claim->facts);
  if (!attached.ok()) return attached;
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm: finish what was cut off");
  if (!lock.ok()) return lock.status();
  absl::Status settled = DatabaseWrite::SettlePending(*lock);
  MutexLock hold(&mu_);
  if (migration_.has_value() && migration_->ok() && claim->outcome == OpenOutcome::kOk) {
    claim->outcome = OpenOutcome::kMigrated;
  }
  if (migration_.has_value()) {
    claim->notes.push_back(migration_->ok() ? **migration_
                                            : std::string(migration_->status().message()));
  }
  return absl::IsDataLoss(settled) ? WithOutcome(settled, OpenOutcome::kCorrupt) : settled;
}

absl::StatusOr<std::string> SecurityManager::Impl::BackUp() {
  const Turn turn(this);
  absl::Status ready = turn.status("back up the profile");
  if (!ready.ok()) return ready;
  if (!current_.has_value() || state() != ManagerState::kLive) {
    return absl::FailedPreconditionError("back up the profile: none is open");
  }
  absl::StatusOr<Settings> settings = Refresh();
  if (!settings.ok()) return settings.status();
  absl::Status may = MayBackUpNow(current_->dir.path);
  if (!may.ok()) return may;
  return MakeBackup(current_->dir.path, settings->backups_kept, settings->check_budget);
}

absl::StatusOr<std::vector<std::string>> SecurityManager::Impl::Restore(absl::string_view directory,
                                                                        absl::string_view backup) {
  const Turn turn(this);
  absl::Status ready = turn.status("restore a profile");
  if (!ready.ok()) return ready;
  absl::StatusOr<Settings> settings = Refresh();
  if (!settings.ok()) return settings.status();
  absl::StatusOr<ProfileClaim> claim = ProfileClaim::Lock(directory, {});  // not while it is open
  if (!claim.ok()) return claim.status();
  return RestoreBackup(claim->dir.path, std::string(backup), settings->check_budget);
}

OpenOutcome SecurityManager::Impl::OutcomeOf(const OpenReport& report, const ProfileClaim& claim) {
  if (report.access == ProfileAccess::kNoDatabase) return OpenOutcome::kNoDatabase;
  if (claim.outcome != OpenOutcome::kOk) return claim.outcome;
  if (report.access == ProfileAccess::kReadOnly) return OpenOutcome::kReadOnly;
  return report.created ? OpenOutcome::kCreated : OpenOutcome::kOk;
}

// The gate is drained. What was opened is closed again where it cannot be attached.
absl::Status SecurityManager::Impl::OpenInNss(const Settings& settings, ProfileClaim* claim,
                                              OpenReport* report) {
  const GateOwnerScope owner("psm: open profile");
  const bool wanted = !settings.no_certificate_database;
  absl::StatusOr<OpenedProfile> opened =
      absl::FailedPreconditionError(absl::StrCat(kNoCertDbPref, " is set: ", claim->dir.path));
  if (wanted) opened = claim->OpenDatabases(&Runtime());
  if (!opened.ok()) {
    if (wanted && !settings.allow_no_database) return opened.status();
    report->access = ProfileAccess::kNoDatabase;
    report->why = opened.status();
    return Runtime().OpenWithoutDatabase();
  }
  report->access = AccessOf(opened->rung);
  report->why = opened->why;
  report->created = opened->created;
  absl::Status failed = Attach(settings, *opened, claim);
  if (failed.ok()) return failed;
  absl::Status closed = Runtime().CloseProfile();
  return closed.ok() ? failed : Append(failed, absl::StrCat("; ", closed.ToString()));
}

absl::StatusOr<OpenReport> SecurityManager::Impl::Open(ProfileClaim claim) {
  const absl::Duration start = MonotonicNow();
  absl::StatusOr<Settings> settings = Refresh();
  if (!settings.ok()) return settings.status();
  if (state() == ManagerState::kLive) {
    return absl::FailedPreconditionError(
        absl::StrCat("open profile: one is open already: ", current_->dir.path));
  }
  if (state() == ManagerState::kPinned && Runtime().up() != NssRuntime::Up::kPinned) {
    absl::StatusOr<CloseReport> closed = Close();  // holders remained; perhaps they are gone
    if (!closed.ok()) return closed.status();
  }

  // Drained already, but for one case: another library's NSS_Shutdown did not wait for every call.
  // What those calls hold went with NSS.
  const DrainReport drain = DrainWithTls(settings->drain_deadline);
  if (drain.result != DrainResult::kOk && drain.result != DrainResult::kNotOpen) {
    return ToStatus(drain);
  }
  if (Runtime().up() == NssRuntime::Up::kDown) LeakAllWithTls();

  if (!claim.checked) {
    absl::Status sound = claim.Check(*settings);
    if (!sound.ok()) return sound;
  }
  claim.BackUpIfDue(*settings);
  SetState(ManagerState::kStarting);
  absl::Status advanced = GateControl::AdvanceGeneration();
  if (!advanced.ok()) {
    SetState(ManagerState::kFailed, advanced);
    return advanced;
  }
  OpenReport report;
  absl::Status failed = OpenInNss(*settings, &claim, &report);
  if (!failed.ok()) {
    const NssRuntime::Up up = Runtime().up();
    const bool pinned = up == NssRuntime::Up::kPinned;
    const bool closed = up == NssRuntime::Up::kNoProfile || up == NssRuntime::Up::kDown;
    absl::Status removed = closed && !settings->no_certificate_database
                               ? migration::RemoveHalfMade(claim.dir)
                               : absl::OkStatus();
    if (!removed.ok()) failed = Append(failed, absl::StrCat("; ", removed.ToString()));
    if (pinned) {
      failed = WithOutcome(
          absl::UnavailableError(absl::StrCat("open profile: still pinned: ", failed.message())),
          OpenOutcome::kBusy);
    }
    SetState(pinned ? ManagerState::kPinned : ManagerState::kFailed, failed);
    return failed;
  }
  report.directory = claim.dir.path;
  report.outcome = OutcomeOf(report, claim);
  report.recovered_from = claim.recovered_from;
  report.kept = claim.kept;
  report.notes = std::move(claim.notes);
  report.generation = GateControl::generation();
  current_ = std::move(claim);
  {
    MutexLock hold(&mu_);
    snapshot_.state = ManagerState::kLive;  // whoever gets in finds it so
    snapshot_.directory = report.directory;
    snapshot_.access = report.access;
    ++snapshot_.opens;
  }
  absl::Status open = GateControl::Open();
  if (!open.ok()) return open;
  SetState(ManagerState::kLive);
  report.took = MonotonicNow() - start;
  return report;
}

absl::Status SecurityManager::Impl::ReopenPrevious() {
  const std::string directory = std::exchange(previous_, "");
  absl::StatusOr<ProfileClaim> claimed = Claim(directory);
  if (!claimed.ok()) return claimed.status();
  return Open(*std::move(claimed)).status();
}

// On the thread of whoever called NSS_Shutdown, before NSS goes. It cannot be refused, so wait for
// the calls inside as long as a change would, release what is ours, and leave the gate closed.
void SecurityManager::Impl::OnForeignShutdown() {
  const Turn turn(this);
  if (!turn.mine())
    return;  // the owner is in a change: the gate is closed, and its next NSS call fails
  absl::Duration deadline;
  {
    MutexLock hold(&mu_);
    deadline = settings_.drain_deadline;
  }
  SetState(ManagerState::kDraining);
  const DrainReport drain = DrainWithTls(deadline);
  if (drain.result == DrainResult::kOk) {
    const GateOwnerScope owner("psm: NSS_Shutdown by another library");
    Registry::Evaporate();
    tls_sessions::FreeServerState();
  }
  current_.reset();
  {
    MutexLock hold(&mu_);
    snapshot_.directory.clear();
  }
  SetState(
      ManagerState::kFailed,
      absl::AbortedError(absl::StrCat(
          "another library called NSS_Shutdown; ",
          drain.result == DrainResult::kOk ? "no call was inside" : ToStatus(drain).message())));
}

absl::StatusOr<OpenReport> SecurityManager::Impl::OpenProfile(absl::string_view directory) {
  const Turn turn(this);
  absl::Status ready = turn.status("open profile");
  if (!ready.ok()) return ready;
  absl::StatusOr<ProfileClaim> claimed = Claim(directory);
  if (!claimed.ok()) return claimed.status();
  return Open(*std::move(claimed));
}

absl::StatusOr<CloseReport> SecurityManager::Impl::CloseProfile() {
  const Turn turn(this);
  absl::Status ready = turn.status("close profile");
  if (!ready.ok()) return ready;
  absl::StatusOr<CloseReport> closed = Close();
  previous_.clear();
  return closed;
}

absl::StatusOr<SwitchReport> SecurityManager::Impl::SwitchProfile(absl::string_view directory) {
  const absl::Duration start = MonotonicNow();
  const Turn turn(this);
  absl::Status ready = turn.status("switch profile");
  if (!ready.ok()) return ready;
  absl::StatusOr<ProfileClaim> claimed = Claim(directory);
  if (!claimed.ok()) return claimed.status();
  absl::StatusOr<CloseReport> closed = Close();
  if (!closed.ok()) return closed.status();
  absl::StatusOr<OpenReport> opened = Open(*std::move(claimed));
  if (!opened.ok()) {
    if (previous_.empty()) return opened.status();
    return Append(opened.status(),
                  absl::StrCat("; the previous profile: ", ReopenPrevious().ToString()));
  }
  previous_.clear();
  return SwitchReport{*std::move(closed), *std::move(opened), MonotonicNow() - start};
}

absl::Status SecurityManager::Impl::CheckTarget(absl::string_view directory) {
  const Turn turn(this);
  absl::Status ready = turn.status("check profile");
  if (!ready.ok()) return ready;
  return Claim(directory).status();
}

ManagerSnapshot SecurityManager::Impl::snapshot() {
  if (InForkedChild()) {
    ManagerSnapshot forked;
    forked.state = ManagerState::kForked;
    forked.why = ForkedStatus("snapshot");
    return forked;
  }
  MutexLock hold(&mu_);
  ManagerSnapshot copy = snapshot_;
  copy.generation = GateControl::generation();
  copy.tracked_objects = Registry::Count();
  return copy;
}

SecurityManager::SecurityManager(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

SecurityManager::~SecurityManager() {
  // A child's copy of the manager owns nothing: its mutexes may be held by threads that do not
  // exist here.
  if (InForkedChild()) static_cast<void>(impl_.release());
}

absl::StatusOr<std::unique_ptr<SecurityManager>> SecurityManager::Create(Config config) {
  if (InForkedChild()) return ForkedStatus("create the security manager");
  if (config.preferences == nullptr) {
    return absl::InvalidArgumentError("create the security manager: no preference service");
  }
  absl::StatusOr<Settings> settings = ReadSettings(*config.preferences);
  if (!settings.ok()) return settings.status();
  if (GateControl::is_open() && !g_exists.load()) {
    return absl::FailedPreconditionError(
        "create the security manager: this program has NSS up itself, by NSS_Init or its kin");
  }
  if (g_exists.exchange(true)) {
    return absl::AlreadyExistsError("create the security manager: this process has one");
  }
  GateOptions gate;
  gate.force_seq_cst = settings->force_seq_cst;
  GateControl::Prepare(gate);
  NssRuntime::PrepareProcess(settings->password_iterations);
  auto impl = std::make_unique<Impl>(std::move(config), *settings);
  impl->Start();
  return std::unique_ptr<SecurityManager>(new SecurityManager(std::move(impl)));
}

absl::StatusOr<OpenReport> SecurityManager::OpenProfile(absl::string_view directory) {
  return impl_->OpenProfile(directory);
}
absl::StatusOr<CloseReport> SecurityManager::CloseProfile() { return impl_->CloseProfile(); }
absl::StatusOr<SwitchReport> SecurityManager::SwitchProfile(absl::string_view directory) {
  return impl_->SwitchProfile(directory);
}
absl::Status SecurityManager::CheckTarget(absl::string_view directory) const {
  return impl_->CheckTarget(directory);
}
absl::StatusOr<std::string> SecurityManager::BackUp() { return impl_->BackUp(); }
absl::StatusOr<std::vector<std::string>> SecurityManager::Restore(absl::string_view directory,
                                                                  absl::string_view backup) {
  return impl_->Restore(directory, backup);
}
absl::StatusOr<std::vector<std::string>> SecurityManager::Backups(absl::string_view directory) {
  return ListBackups(std::string(directory));
}
ManagerSnapshot SecurityManager::snapshot() const { return impl_->snapshot(); }

absl::string_view ManagerStateName(ManagerState state) {
  switch (state) {
    case ManagerState::kDown:
      return "down";
    case ManagerState::kStarting:
      return "starting";
    case ManagerState::kLive:
      return "live";
    case ManagerState::kDraining:
      return "draining";
    case ManagerState::kEvaporating:
      return "evaporating";
    case ManagerState::kSwitching:
      return "switching";
    case ManagerState::kPinned:
      return "pinned";
    case ManagerState::kFailed:
      return "failed";
    case ManagerState::kForked:
      return "forked";
  }
  return "unknown";
}

}  // namespace psm
