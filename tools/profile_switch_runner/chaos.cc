#include "tools/profile_switch_runner/chaos.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "psm/digest.h"
#include "psm/hmac.h"
#include "psm/profile_events.h"
#include "psm/random.h"
#include "psm/secret_decoder_ring.h"
#include "psm/symmetric_key.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"
#include "tools/profile_switch_runner/chaos_kinds.h"
#include "tools/profile_switch_runner/driver.h"
#include "tools/profile_switch_runner/raw_nss.h"

namespace psm::runner {
namespace {

namespace fs = std::filesystem;

constexpr absl::Duration kShortDeadline = absl::Milliseconds(40);
constexpr char kBlockLabel[] = "chaos: a call that blocks";

bool WaitFor(const std::atomic<bool>& flag) {
  const absl::Time end = absl::Now() + kPatience;
  while (!flag.load() && absl::Now() < end) absl::SleepFor(absl::Microseconds(100));
  return flag.load();
}

// After a change that left NSS pinned: nobody may enter.
void CheckPinned(Driver& driver, const absl::Status& changed, absl::string_view what) {
  const ManagerState state = driver.manager().snapshot().state;
  if (changed.ok() || state != ManagerState::kPinned) {
    driver.Broken(absl::StrCat(what, ": pinned was expected; the manager is ",
                               ManagerStateName(state), ", the change said ", Told(changed)));
  }
  if (state == ManagerState::kPinned && PreventionLock::Acquire("chaos: enter").ok()) {
    driver.Broken(absl::StrCat(what, ": the gate is open while NSS is pinned"));
  }
}

// A reference that the library does not know of, held over a change.
void Leak(Driver& driver, const Step& step) {
  auto kind = static_cast<RawKind>(step.variant % kRawKinds);
  if (kind == RawKind::kCertificate && !driver.MayLeakCertificate()) kind = RawKind::kKeySlot;
  if (kind == RawKind::kCertificate) driver.set_certificate_leaked();
  const std::string what = absl::StrCat("leak of a ", RawKindName(kind));
  const bool coordinated = driver.mode() == ShutdownMode::kCoordinated;
  absl::optional<RawReference> held;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("chaos: leak");
    absl::StatusOr<RawReference> taken =
        lock.ok()
            ? RawReference::Take(*lock, kind, driver.profiles()[driver.current()].nicknames[0])
            : absl::StatusOr<RawReference>(lock.status());
    if (!taken.ok()) {
      driver.Broken(absl::StrCat(what, ": ", taken.status().ToString()));
      return;
    }
    held.emplace(*std::move(taken));
  }
  const int fallbacks = driver.manager().snapshot().fallbacks;
  const absl::Status changed = driver.Change(step.target, step.events);
  const bool fell_back = driver.manager().snapshot().fallbacks > fallbacks;
  if (!changed.ok() && coordinated && kind != RawKind::kCertificate) {
    CheckPinned(driver, changed, what);
    driver.CountRefusal("pinned by a raw reference");
    if (driver.manager().snapshot().state != ManagerState::kPinned) return;
    if (step.variant / kRawKinds % 2 == 0) {
      const absl::Status opened =
          driver.manager().OpenProfile(driver.profiles()[step.target].dir).status();
      if (!absl::IsUnavailable(opened)) {
        driver.Broken(absl::StrCat(what, ": opening while pinned said ", Told(opened)));
      }
    }
    held.reset();
    driver.Recover(step.target);
    return;
  }
  if (!changed.ok() || fell_back != coordinated) {
    driver.Broken(absl::StrCat(what, ": the change said ", Told(changed),
                               fell_back ? ", by the slot" : ", not by the slot"));
  }
  // Over a second change NSS itself no longer lists a certificate that is held; the library does.
  if (step.variant / kRawKinds % 2 == 0) driver.MustChange(driver.current(), true);
  held.reset();
  if (driver.manager().snapshot().state == ManagerState::kLive) {
    driver.MustChange(step.target, step.events);
  } else {
    driver.Recover(step.target);
  }
}

// A call that stays inside beyond the deadline. Policy keep: the old profile stays. Policy proceed:
// pinned until it ends.
void Block(Driver& driver, const Step& step) {
  const bool proceed = step.variant % 4 == 0;
  std::atomic<bool> inside{false};
  std::atomic<bool> leave{false};
  std::thread holder([&] {
    pthread_setname_np(pthread_self(), "chaos blocker");
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(kBlockLabel);
    inside.store(true);
    if (lock.ok()) WaitFor(leave);
  });
  WaitFor(inside);
  const ManagerSnapshot before = driver.manager().snapshot();
  driver.SetDeadline(kShortDeadline);
  if (proceed) driver.SetPolicy(kDeadlinePolicyPref, "proceed");
  const absl::Status changed = driver.Change(step.target, step.events);
  driver.SetDeadline(Driver::kDeadline);
  driver.SetPolicy(kDeadlinePolicyPref, "keep");
  if (!absl::IsDeadlineExceeded(changed) || !absl::StrContains(changed.message(), kBlockLabel) ||
      !absl::StrContains(changed.message(), "chaos blocker")) {
    driver.Broken(
        absl::StrCat("block: the holder was to be named; the change said ", Told(changed)));
  }
  driver.CountRefusal("deadline");
  if (proceed) {
    CheckPinned(driver, changed, "block");
    leave.store(true);
    holder.join();
    driver.Recover(step.target);
    return;
  }
  driver.CheckUnchanged(before);
  leave.store(true);
  holder.join();
  driver.MustChange(step.target, step.events);
}

void Veto(Driver& driver, const Step& step) {
  const char* topic = step.variant % 2 == 0 ? kProfileApproveChange : kProfileChangeTeardown;
  const ManagerSnapshot before = driver.manager().snapshot();
  {
    const Subscription refusing =
        driver.observers().AddObserver(topic, [&driver](absl::string_view, ProfileChange& change) {
          const absl::Status noted = change.Veto("chaos says no");
          if (!noted.ok()) driver.Broken(absl::StrCat("veto: ", noted.ToString()));
        });
    const absl::Status changed = driver.Change(step.target, /*by_events=*/true);
    if (!absl::IsAborted(changed) || !absl::StrContains(changed.message(), "chaos says no")) {
      driver.Broken(absl::StrCat("veto: the change said ", Told(changed)));
    }
  }
  driver.CountRefusal("veto");
  driver.CheckUnchanged(before);
  driver.MustChange(step.target, step.events);
}

// A password prompt that nobody answers, on a worker's thread.
void Prompt(Driver& driver, const Step& step) {
  int locked = -1;
  for (size_t i = 0; i < driver.profiles().size() && locked < 0; ++i) {
    if (!driver.profiles()[static_cast<int>(i)].password.empty()) locked = static_cast<int>(i);
  }
  if (locked < 0) return driver.MustChange(step.target, step.events);
  driver.world().hold_prompts.store(true);
  driver.set_leave_locked(true);
  driver.MustChange(locked, step.events);
  driver.set_leave_locked(false);
  absl::Status asked;
  const ProfileGeneration generation = driver.manager().snapshot().generation;
  std::thread asker([&] {
    // A thread that starts late would find the next profile, unlocked.
    absl::StatusOr<PreventionLock> lock =
        PreventionLock::AcquireFor(generation, "chaos: a call that prompts");
    asked = lock.status();
    if (!lock.ok()) return;
    asked = SecretDecoderRing().DecryptString(driver.profiles()[locked].sdr_blob).status();
  });
  const absl::Time end = absl::Now() + kPatience;
  while (driver.world().prompts_open.load() == 0 && absl::Now() < end) {
    absl::SleepFor(absl::Microseconds(100));
  }
  const bool opened = driver.world().prompts_open.load() > 0;
  const absl::Time start = absl::Now();
  driver.MustChange(step.target, step.events);
  const absl::Duration took = absl::Now() - start;
  driver.world().hold_prompts.store(false);
  asker.join();
  if (!opened) driver.Broken("prompt: no prompt came up");
  if (asked.ok()) driver.Broken("prompt: the call behind a cancelled prompt succeeded");
  if (took > Driver::kDeadline / 2) {
    driver.Broken(absl::StrCat("prompt: the change waited ", absl::FormatDuration(took)));
  }
}

// Several resources with an order of release, one of them another tracked object.
class Bundle : public ShutdownObject {
 public:
  Bundle(std::atomic<int>* released, RawReference raw, ShutdownPtr<Bundle> inner)
      : released_(released), raw_(std::move(raw)), inner_(std::move(inner)) {}

 private:
  void ReleaseNssResources() override {
    released_->fetch_add(1);
    inner_.reset();
    raw_.reset();
  }

  std::atomic<int>* const released_;
  absl::optional<RawReference> raw_;
  ShutdownPtr<Bundle> inner_;
};

struct Pile {
  std::vector<Digest> digests;
  std::vector<SymmetricKey> keys;
  std::vector<HmacKey> macs;
  std::vector<ShutdownPtr<Bundle>> bundles;
  int bundles_made = 0;

  absl::Status Fill(std::atomic<int>* released) {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("chaos: fill a pile");
    if (!lock.ok()) return lock.status();
    for (int i = 0; i < 40; ++i) {
      absl::StatusOr<Digest> digest = Digest::Create(DigestAlgorithm::kSha256);
      absl::StatusOr<SymmetricKey> key = SymmetricKey::Generate(128);
      absl::StatusOr<HmacKey> mac = HmacKey::Import(DigestAlgorithm::kSha256, "key");
      absl::StatusOr<RawReference> outer = RawReference::Take(*lock, RawKind::kSymmetricKey, "");
      absl::StatusOr<RawReference> inner = RawReference::Take(*lock, RawKind::kDigestContext, "");
      for (const absl::Status& status :
           {digest.status(), key.status(), mac.status(), outer.status(), inner.status()}) {
        if (!status.ok()) return status;
      }
      digests.push_back(*std::move(digest));
      keys.push_back(*std::move(key));
      macs.push_back(*std::move(mac));
      auto bundle = MakeShutdownObject<Bundle>(*lock, "chaos::Bundle", "inner", released,
                                               *std::move(inner), ShutdownPtr<Bundle>());
      bundles.push_back(MakeShutdownObject<Bundle>(*lock, "chaos::Bundle", "outer", released,
                                                   *std::move(outer), std::move(bundle)));
      bundles_made += 2;
    }
    return absl::OkStatus();
  }

  void DropHalf() {
    digests.erase(digests.begin(), digests.begin() + static_cast<long>(digests.size() / 2));
    keys.erase(keys.begin(), keys.begin() + static_cast<long>(keys.size() / 2));
    macs.erase(macs.begin(), macs.begin() + static_cast<long>(macs.size() / 2));
    bundles.erase(bundles.begin(), bundles.begin() + static_cast<long>(bundles.size() / 2));
  }
};

// Two threads destroy tracked objects while the drain and the evaporation are on.
void Destroy(Driver& driver, const Step& step) {
  std::atomic<int> released{0};
  std::atomic<int> made{0};
  std::atomic<int> ready{0};
  std::atomic<bool> draining{false};
  std::atomic<bool> evaporating{false};
  const auto destroy = [&] {
    Pile pile;
    const absl::Status filled = pile.Fill(&released);
    if (!filled.ok()) driver.Broken(absl::StrCat("destroy: ", filled.ToString()));
    made.fetch_add(pile.bundles_made);
    ready.fetch_add(1);
    WaitFor(draining);
    pile.DropHalf();
    WaitFor(evaporating);
  };
  std::thread first(destroy);
  std::thread second(destroy);
  const absl::Time end = absl::Now() + kPatience;
  while (ready.load() < 2 && absl::Now() < end) absl::SleepFor(absl::Microseconds(100));
  driver.set_hook([&](ManagerState state) {
    if (state == ManagerState::kDraining) draining.store(true);
    if (state == ManagerState::kEvaporating) evaporating.store(true);
  });
  driver.MustChange(step.target, step.events);
  driver.set_hook(nullptr);
  draining.store(true);
  evaporating.store(true);
  first.join();
  second.join();
  if (released.load() != made.load()) {
    driver.Broken(absl::StrCat("destroy: ", made.load(), " objects were released ", released.load(),
                               " times"));
  }
}

// The mode changes in the middle of a change, and so for the next one.
void Flip(Driver& driver, const Step& step) {
  const ShutdownMode configured = driver.mode();
  constexpr ManagerState kStates[] = {ManagerState::kDraining, ManagerState::kEvaporating,
                                      ManagerState::kSwitching, ManagerState::kStarting};
  const ManagerState at = kStates[step.variant % 4];
  std::thread flipper;
  driver.set_hook([&](ManagerState state) {
    if (state == at && !flipper.joinable()) flipper = std::thread([&driver] { driver.FlipMode(); });
  });
  driver.MustChange(step.target, step.events);
  driver.set_hook(nullptr);
  if (flipper.joinable()) flipper.join();
  driver.MustChange(driver.current(), true);
  driver.SetMode(configured);
}

// A thread that is itself inside asks for a change.
void Self(Driver& driver, const Step& step) {
  const ManagerSnapshot before = driver.manager().snapshot();
  absl::Status changed;
  const auto ask = [&] {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("chaos: asks from inside");
    if (lock.ok()) changed = driver.Change(step.target, step.events);
  };
  if (step.variant % 2 == 0) {
    ask();
  } else {
    std::thread(ask).join();
  }
  if (!absl::IsFailedPrecondition(changed)) {
    driver.Broken(absl::StrCat("self: the change said ", Told(changed)));
  }
  driver.CountRefusal("asked from inside");
  driver.CheckUnchanged(before);
  driver.MustChange(step.target, step.events);
}

// It is there when the change is approved, and gone when it is to be opened: the old profile comes
// back.
void GoesAway(Driver& driver, const std::string& from, const std::string& target) {
  const absl::Status copied = CopyProfile(from, target);
  if (!copied.ok()) return driver.Broken(copied.ToString());
  const ManagerSnapshot before = driver.manager().snapshot();
  absl::Status changed;
  {
    const Subscription removing = driver.observers().AddObserver(
        kProfileBeforeChange, [&target](absl::string_view, ProfileChange&) {
          std::error_code ignored;
          fs::remove_all(target, ignored);
        });
    changed = DriveProfileChange(driver.observers(), target);
  }
  const ManagerSnapshot after = driver.manager().snapshot();
  if (changed.ok() || after.state != ManagerState::kLive || after.directory != before.directory) {
    driver.Broken(absl::StrCat("bad target: it went away; the change said ", Told(changed),
                               ", the manager is ", ManagerStateName(after.state), " with ",
                               after.directory));
  }
  driver.CountRefusal("target went away");
  if (after.state == ManagerState::kLive) driver.Unlock();
}

void BadTarget(Driver& driver, const Step& step) {
  const std::string target =
      absl::StrCat(driver.profiles().scratch(), "/bad \"target' \\ \xc3\xa4");
  std::error_code ignored;
  fs::remove_all(target, ignored);
  switch (step.variant % 4) {
    case 0:
      Refuses(driver, target, {absl::StatusCode::kNotFound, OpenOutcome::kFailed, {target}});
      break;
    case 1:
      close(open(target.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
      Refuses(driver, target,
              {absl::StatusCode::kFailedPrecondition, OpenOutcome::kFailed, {target}});
      break;
    case 2:
      fs::create_directory(target, ignored);
      fs::permissions(target, fs::perms::none, ignored);
      // Nothing is unreadable to root.
      if (geteuid() != 0) {
        Refuses(driver, target,
                {absl::StatusCode::kPermissionDenied, OpenOutcome::kFailed, {target}});
      }
      break;
    default:
      GoesAway(driver, driver.profiles()[step.target].original, target);
  }
  fs::permissions(target, fs::perms::owner_all, ignored);
  fs::remove_all(target, ignored);
  driver.MustChange(step.target, step.events);
}

// 0: every call was refused, by the gate and for the right reason.
int CallsInChild() {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("chaos: in a forked child");
  if (lock.ok() || !IsGateRefusal(lock.status())) return 1;
  const absl::Status digest = ComputeDigest(DigestAlgorithm::kSha256, "abc").status();
  if (!IsGateRefusal(digest)) return 2;
  const absl::Status random = RandomGenerator().Generate(16).status();
  if (!IsGateRefusal(random)) return 3;
  return InForkedChild() ? 0 : 4;
}

void Fork(Driver& driver, const Step& step) {
  const pid_t child = fork();
  if (child == 0) _exit(CallsInChild());
  const absl::Time end = absl::Now() + kPatience;
  int status = 0;
  pid_t ended = 0;
  while (child > 0 && (ended = waitpid(child, &status, WNOHANG)) == 0 && absl::Now() < end) {
    absl::SleepFor(absl::Microseconds(200));
  }
  if (child > 0 && ended == 0) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  if (child < 0 || ended != child || status != 0) {
    driver.Broken(absl::StrCat("fork: the child ended with wait status ", status,
                               ended == 0 ? ", it hung" : ""));
  }
  driver.CountRefusal("in a forked child");
  driver.MustChange(step.target, step.events);
}

struct Kind {
  Chaos chaos;
  absl::string_view name;
  const char* activity;
  void (*run)(Driver& driver, const Step& step);
};

constexpr Kind kKinds[] = {
    {Chaos::kLeak, "leak", "chaos: leak", Leak},
    {Chaos::kBlock, "block", "chaos: block", Block},
    {Chaos::kVeto, "veto", "chaos: veto", Veto},
    {Chaos::kPrompt, "prompt", "chaos: prompt", Prompt},
    {Chaos::kDestroy, "destroy", "chaos: destroy", Destroy},
    {Chaos::kFlip, "flip", "chaos: flip", Flip},
    {Chaos::kSelf, "self", "chaos: self", Self},
    {Chaos::kBadTarget, "badtarget", "chaos: badtarget", BadTarget},
    {Chaos::kFork, "fork", "chaos: fork", Fork},
    {Chaos::kSecondProcess, "secondprocess", "chaos: secondprocess", SecondProcess},
    {Chaos::kCorrupt, "corrupt", "chaos: corrupt", Corrupt},
    {Chaos::kKill, "kill", "chaos: kill", Kill},
};

}  // namespace

std::string Told(const absl::Status& status) { return status.ok() ? "OK" : status.ToString(); }

absl::Status HoldWorkers(Driver& driver) {
  if (driver.world().HoldWorkers(kPatience)) return absl::OkStatus();
  return absl::DeadlineExceededError("what the workers do does not end");
}

void Refuses(Driver& driver, const std::string& target, const Refusal& expected) {
  const ManagerSnapshot before = driver.manager().snapshot();
  const auto names_all = [&expected](absl::string_view message) {
    for (const std::string& name : expected.named) {
      if (!absl::StrContains(message, name)) return false;
    }
    return true;
  };
  absl::Time start = absl::Now();
  const absl::Status by_events = DriveProfileChange(driver.observers(), target);
  absl::Duration took = absl::Now() - start;
  if (!absl::IsAborted(by_events) || !names_all(by_events.message())) {
    driver.Broken(absl::StrCat(driver.activity(), ": a veto was expected for ", target,
                               "; the change said ", Told(by_events)));
  }
  start = absl::Now();
  const absl::Status direct = driver.manager().SwitchProfile(target).status();
  took = std::max(took, absl::Now() - start);
  if (direct.code() != expected.code || OpenOutcomeOf(direct) != expected.outcome ||
      !names_all(direct.message())) {
    driver.Broken(absl::StrCat(driver.activity(), ": ", absl::StatusCodeToString(expected.code),
                               ", ", OpenOutcomeName(expected.outcome), " was expected for ",
                               target, "; the change said ", Told(direct), ", ",
                               OpenOutcomeName(OpenOutcomeOf(direct))));
  }
  if (took > expected.within) {
    driver.Broken(absl::StrCat(driver.activity(), ": the refusal of ", target, " took ",
                               absl::FormatDuration(took)));
  }
  driver.CountRefusal(absl::StrCat("target: ", OpenOutcomeName(expected.outcome)));
  driver.CheckUnchanged(before);
}

ProfileCopy::ProfileCopy(Driver& driver, int of)
    : dir_(absl::StrCat(driver.profiles().scratch(), "/copy of ", driver.profiles()[of].id)) {
  const absl::Status copied = CopyProfile(driver.profiles()[of].original, dir_);
  if (!copied.ok()) driver.Broken(copied.ToString());
}

ProfileCopy::~ProfileCopy() {
  std::error_code ignored;
  fs::remove_all(dir_, ignored);
}

absl::string_view ChaosName(Chaos chaos) {
  for (const Kind& kind : kKinds) {
    if (kind.chaos == chaos) return kind.name;
  }
  return "none";
}

absl::StatusOr<std::set<Chaos>> ParseChaos(absl::string_view list) {
  std::set<Chaos> chosen;
  for (absl::string_view name : absl::StrSplit(list, ',', absl::SkipEmpty())) {
    bool known = name == "all";
    for (const Kind& kind : kKinds) {
      if (name != "all" && name != kind.name) continue;
      known = true;
      chosen.insert(kind.chaos);
    }
    if (!known) {
      return absl::InvalidArgumentError(absl::StrCat("--chaos: no kind is called '", name, "'"));
    }
  }
  return chosen;
}

void RunChaos(Driver& driver, const Step& step) {
  for (const Kind& kind : kKinds) {
    if (kind.chaos != step.chaos) continue;
    driver.set_activity(kind.activity);
    kind.run(driver, step);
  }
}

}  // namespace psm::runner
