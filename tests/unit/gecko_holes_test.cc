// The eighteen known holes of Gecko's NSS shutdown machinery (2002 to 2017): for each, the old
// fault is tried here.
//
// H6, H7, H9, H11, H15 to H18 also concern the security manager; what is shown is the mechanism
// below it that answers.

#include <stdlib.h>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/registry.h"
#include "shutdown/tracked.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/tracked_testing.h"

namespace psm {
namespace {

using testing::ElementsAre;

class GeckoHole : public OpenGateTest {
 protected:
  void TearDown() override {
    OpenGate();
    Registry::ReleaseOrphans(LockOrDie());
    ASSERT_EQ(Registry::Count(), 0u);
  }

  ReleaseLog log_;
};

// Then: an object made after shutdown said that it was not shut down, and called a dead NSS.
TEST_F(GeckoHole, H01ObjectMadeAfterShutdownIsBornDead) {
  CloseGate();
  const absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
  const Tracked<Thing> object = lock.ok() ? MakeThing(*lock, &log_) : Tracked<Thing>();
  OpenGate();
  EXPECT_FALSE(object.Get(LockOrDie()).ok());
}

// Then: the lock's constructor returned nothing, so that it was taken and never checked.
TEST_F(GeckoHole, H02LockCannotBeHeldWithoutHavingBeenGranted) {
  static_assert(!std::is_default_constructible_v<PreventionLock>);
  CloseGate();
  EXPECT_FALSE(PreventionLock::Acquire().ok());
}

// Then: some code called NSS under no lock at all.
TEST_F(GeckoHole, H03ObjectCannotBeReachedWithoutALock) {
  using Get = absl::StatusOr<Thing*> (Tracked<Thing>::*)(const PreventionLock&) const;
  static_assert(std::is_same_v<decltype(&Tracked<Thing>::Get), Get>);
  static_assert(!std::is_constructible_v<Tracked<Thing>, Thing*, const char*>);
}

// Then: who had no object had to make and register one, only to ask whether NSS was up.
TEST_F(GeckoHole, H04CallerWithoutAnObjectCanAsk) {
  EXPECT_TRUE(PreventionLock::Acquire().ok());
  EXPECT_EQ(Registry::Count(), 0u);
}

// Then: an object that died while shutdown waited was not unregistered, and the sweep touched freed
// memory.
TEST_F(GeckoHole, H05ObjectThatDiesDuringTheWaitIsUnregistered) {
  auto object = std::make_unique<Tracked<Thing>>(MakeThing(LockOrDie(), &log_, 5));
  Holder holder("holder");
  BackgroundDrain drain;
  object.reset();
  holder.Leave();
  ASSERT_EQ(drain.Report().result, DrainResult::kOk);
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(5));
}

// Then: waiting threads ran on between the sweep and NSS_Shutdown, and made new references.
TEST_F(GeckoHole, H06NobodyRunsBetweenEvaporationAndShutdown) {
  std::atomic<bool> stop{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      while (!stop) {
        const absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
        if (lock.ok()) MakeThing(*lock, &log_);
      }
    });
  }
  CloseGate();
  EvaporateAll();
  const size_t released = log_.size();
  absl::SleepFor(kShort);
  EXPECT_TRUE(Registry::Count() == 0 && log_.size() == released);
  stop = true;
  for (std::thread& thread : threads) thread.join();
}

// Then: the sweep's failure was ignored, and NSS_Shutdown was called with references alive.
TEST_F(GeckoHole, H07ShutdownAfterAFailedDrainAborts) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(
      {
        Holder holder("holder");
        (void)GateControl::Drain(kShort);
        GateOwnerScope owner("NSS_Shutdown");
      },
      "NSS_Shutdown.*not drained");
}

// Then: shutdown waited with the component's mutex held, which a holder wanted.
TEST_F(GeckoHole, H08HolderThatWantsTheOwnersMutexEndsTheDrainAtItsDeadline) {
  Mutex component;
  Event inside;
  component.Lock();
  std::thread holder([&] {
    const PreventionLock lock = LockOrDie("RememberCert");
    inside.Set();
    MutexLock hold(&component);
  });
  inside.Wait();
  const DrainReport report = GateControl::Drain(kShort);
  component.Unlock();
  holder.join();
  EXPECT_EQ(report.holders.at(0).label, "RememberCert");
}

// Then: a holder waited for the main thread, which slept in the condition variable of shutdown.
TEST_F(GeckoHole, H09HolderThatWaitsForTheMainThreadSeesTheDrainAndGivesUp) {
  Event inside;
  std::thread holder([&inside] {
    const PreventionLock lock = LockOrDie();
    inside.Set();
    while (!GateIsClosing()) std::this_thread::yield();  // its wait on the main thread
  });
  inside.Wait();
  const DrainResult result = GateControl::Drain(kHang).result;
  holder.join();
  EXPECT_EQ(result, DrainResult::kOk);
}

// Then: the main thread held a lock, ran a nested event loop, and shut down in it: the count never
// came to nought.
TEST_F(GeckoHole, H10ThreadInsideThatShutsDownIsTold) {
  const PreventionLock lock = LockOrDie();
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kSelfInside);
}

// Then: shutdown waited for an OCSP request, or a password prompt, to run into its own time-out.
TEST_F(GeckoHole, H11LongWaitUnderALockIsNamedAndCanBeEnded) {
  Holder fetch("OcspFetch");
  const DrainReport report = GateControl::Drain(kShort);
  ASSERT_EQ(report.holders.at(0).label, "OcspFetch");
  fetch.Leave();  // the owner cancels it
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
}

// Then: new holders were let in while shutdown waited, so traffic that overlapped kept it waiting
// for ever.
TEST_F(GeckoHole, H12OverlappingTrafficCannotStarveShutdown) {
  std::atomic<bool> stop{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&stop] {
      while (!stop) (void)PreventionLock::Acquire().ok();
    });
  }
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  stop = true;
  for (std::thread& thread : threads) thread.join();
}

class LateVtable : public ShutdownObject {
 public:
  LateVtable() { registered_in_constructor = Registry::Count() != 0; }
  bool registered_in_constructor;

 private:
  void ReleaseNssResources() override {}
};

// Then: the base constructor registered the object, so the sweep could call it before its vtable
// was there.
TEST_F(GeckoHole, H13ObjectIsNotRegisteredBeforeItIsWhole) {
  const auto object = MakeShutdownObject<LateVtable>(LockOrDie(), "LateVtable", "test");
  EXPECT_FALSE(object->registered_in_constructor);
}

// Then: a streaming hash failed half-way, because its nested lock saw the flag that its outer lock
// was safe from.
TEST_F(GeckoHole, H14OperationThatBeganIsNotRefusedHalfWay) {
  std::optional<PreventionLock> outer(LockOrDie());
  const Tracked<Thing> hash = MakeThing(*outer, &log_);
  BackgroundDrain drain;
  {
    const absl::StatusOr<PreventionLock> update = PreventionLock::AcquireFor(hash.generation());
    EXPECT_TRUE(update.ok() && hash.Get(*update).ok());
  }
  outer.reset();
}

// Then: shutdown waited without limit for a key generation.
TEST_F(GeckoHole, H15LongHoldCannotDelayShutdownBeyondItsDeadline) {
  Holder holder("GenerateKeyPair");
  const DrainReport report = GateControl::Drain(kShort);
  EXPECT_EQ(report.result, DrainResult::kDeadline);
  EXPECT_EQ(report.holders.at(0).label, "GenerateKeyPair");
}

// Then: a handshake callback that came after shutdown aborted the process.
TEST_F(GeckoHole, H16LateCallbackGetsAStatus) {
  const Tracked<Thing> socket = MakeThing(LockOrDie(), &log_);
  const ProfileGeneration then = socket.generation();
  SwitchProfile();
  EXPECT_EQ(PreventionLock::AcquireFor(then, "HandshakeCallback").status().code(),
            absl::StatusCode::kFailedPrecondition);
}

// Then: the flag was one-way, so NSS never came back and no profile could be switched.
TEST_F(GeckoHole, H17NssComesBackAThousandTimes) {
  const ProfileGeneration first = GateControl::generation();
  for (int i = 0; i < 1000; ++i) {
    const Tracked<Thing> object = MakeThing(LockOrDie(), &log_);
    SwitchProfile();
  }
  EXPECT_EQ(GateControl::generation(), first + 1000);
  EXPECT_EQ(log_.size(), 1000u);
}

struct Quiet {};
int g_quiet_released = 0;

}  // namespace

template <>
struct TrackedTraits<Quiet> {
  static constexpr char kType[] = "Quiet";
  static void Release(Quiet*) { ++g_quiet_released; }
};

namespace {

Quiet g_quiet;
// Destroyed by exit(), as other modules' objects are: in no order that anybody chose.
std::optional<Tracked<Quiet>> g_outlives_main;

// Then: global objects met a dead singleton, or a dead NSS, in their exit handlers.
TEST_F(GeckoHole, H18HandleMayOutliveEverythingElse) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        g_outlives_main.emplace(LockOrDie(), &g_quiet, "static");
        CloseGate();
        EvaporateAll();
        ::exit(g_quiet_released == 1 ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace psm
