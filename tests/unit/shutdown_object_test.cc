// ShutdownObject: several resources, one ordered release, called exactly once.

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "shutdown/gate_control.h"
#include "shutdown/tracked.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/tracked_testing.h"

namespace psm {
namespace {

using absl::StatusCode;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr int kReleased = 1;
constexpr int kDestroyed = 2;

// Notes its release and its destruction.
class Service : public ShutdownObject {
 public:
  explicit Service(
      ReleaseLog* log, std::function<void()> when_released = [] {},
      std::function<void()> when_constructed = [] {})
      : log_(log), when_released_(std::move(when_released)) {
    when_constructed();
  }
  ~Service() override { log_->Note(kDestroyed); }

 private:
  void ReleaseNssResources() override {
    log_->Note(kReleased);
    when_released_();
  }

  ReleaseLog* const log_;
  const std::function<void()> when_released_;
};

class ShutdownObjectTest : public OpenGateTest {
 protected:
  void TearDown() override {
    OpenGate();
    Registry::ReleaseOrphans(LockOrDie());
    ASSERT_EQ(Registry::Count(), 0u);
  }

  ShutdownPtr<Service> Make(std::function<void()> when_released = [] {}) {
    return MakeShutdownObject<Service>(LockOrDie(), "Service", "test", &log_,
                                       std::move(when_released));
  }

  ReleaseLog log_;
};

TEST_F(ShutdownObjectTest, IsRegistered) {
  const ShutdownPtr<Service> service = Make();
  const Pin pin = Registry::Pins().at(0);
  EXPECT_EQ(pin.type, "Service");
  EXPECT_EQ(pin.label, "test");
}

TEST_F(ShutdownObjectTest, IsNotRegisteredWhileItsConstructorRuns) {
  const auto service = MakeShutdownObject<Service>(
      LockOrDie(), "Service", "test", &log_, [] {}, [] { EXPECT_EQ(Registry::Count(), 0u); });
}

TEST_F(ShutdownObjectTest, IsLive) {
  const ShutdownPtr<Service> service = Make();
  EXPECT_TRUE(service->CheckLive(LockOrDie()).ok());
}

TEST_F(ShutdownObjectTest, IsReleasedBeforeItIsDestroyed) {
  { const ShutdownPtr<Service> service = Make(); }
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, IsUnregisteredBeforeItsReleaseWhenDestroyed) {
  {
    const ShutdownPtr<Service> service = Make([] { EXPECT_EQ(Registry::Count(), 0u); });
  }
}

TEST_F(ShutdownObjectTest, IsReleasedInsideTheGate) {
  bool inside = false;
  {
    const ShutdownPtr<Service> service =
        Make([&inside] { inside = GateControl::Drain(kHang).result == DrainResult::kSelfInside; });
  }
  EXPECT_TRUE(inside);
}

TEST_F(ShutdownObjectTest, IsReleasedAtOnceDuringADrainWhenItsThreadIsInside) {
  ShutdownPtr<Service> service = Make();
  std::optional<PreventionLock> lock(LockOrDie());
  BackgroundDrain drain;
  service.reset();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
  lock.reset();
}

// Evaporated.

TEST_F(ShutdownObjectTest, IsReleasedAndNotDestroyedByEvaporation) {
  const ShutdownPtr<Service> service = Make();
  SwitchProfile();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased));
}

TEST_F(ShutdownObjectTest, IsNotLiveAfterEvaporation) {
  const ShutdownPtr<Service> service = Make();
  SwitchProfile();
  const absl::Status status = service->CheckLive(LockOrDie());
  EXPECT_EQ(status.code(), StatusCode::kFailedPrecondition);
  EXPECT_TRUE(IsGateRefusal(status));
}

TEST_F(ShutdownObjectTest, IsNotLiveAfterEvaporationAlsoInTheSameGeneration) {
  const ShutdownPtr<Service> service = Make();
  CloseGate();
  EvaporateAll();
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_FALSE(service->CheckLive(LockOrDie()).ok());
}

TEST_F(ShutdownObjectTest, IsReleasedOnceWhenDestroyedAfterEvaporation) {
  {
    const ShutdownPtr<Service> service = Make();
    SwitchProfile();
  }
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, MayBeDestroyedWhileTheGateIsClosedAfterEvaporation) {
  ShutdownPtr<Service> service = Make();
  CloseGate();
  EvaporateAll();
  service.reset();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

// Left to the owner.

TEST_F(ShutdownObjectTest, IsLeftToTheOwnerWhileTheGateIsClosed) {
  ShutdownPtr<Service> service = Make();
  CloseGate();
  service.reset();
  EXPECT_THAT(log_.ids(), IsEmpty());
  EvaporateAll();
}

TEST_F(ShutdownObjectTest, IsReleasedAndDestroyedByTheOwnerItWasLeftTo) {
  ShutdownPtr<Service> service = Make();
  CloseGate();
  service.reset();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, IsAnOrphanThatReleaseOrphansDestroys) {
  ShutdownPtr<Service> service = Make();
  CloseGate();
  service.reset();
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_EQ(Registry::ReleaseOrphans(LockOrDie()), 1u);
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, IsDestroyedAfterItsReleaseWhenItsPointerDiesMeanwhile) {
  ShutdownPtr<Service> service;
  service = Make([&service] { OnAnotherThread([&service] { service.reset(); }); });
  CloseGate();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, ReleaseMayDestroyItsOwnPointer) {
  ShutdownPtr<Service> service;
  service = Make([&service] { service.reset(); });
  CloseGate();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

// Others.

TEST_F(ShutdownObjectTest, ReleaseMayDestroyAnOlderObject) {
  ShutdownPtr<Service> older = Make();
  const ShutdownPtr<Service> newer = Make([&older] { older.reset(); });
  CloseGate();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, ReleaseMayDestroyANewerObjectThatIsReleased) {
  ShutdownPtr<Service> newer;
  const ShutdownPtr<Service> older = Make([&newer] { newer.reset(); });
  newer = Make();
  CloseGate();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kReleased, kDestroyed));
}

TEST_F(ShutdownObjectTest, ReleaseMayDestroyTrackedHandles) {
  ReleaseLog things;
  Tracked<Thing> thing = MakeThing(LockOrDie(), &things, 7);
  const ShutdownPtr<Service> service = Make([&thing] { thing.Reset(); });
  CloseGate();
  EvaporateAll();
  EXPECT_THAT(things.ids(), ElementsAre(7));
}

TEST_F(ShutdownObjectTest, ReleaseMayCreateAnObject) {
  ShutdownPtr<Service> late;
  const ShutdownPtr<Service> service = Make([&] { late = Make(); });
  CloseGate();
  EXPECT_EQ(EvaporateAll().released, 2u);
}

TEST_F(ShutdownObjectTest, PointerMovesToItsBase) {
  { const ShutdownPtr<ShutdownObject> base = Make(); }
  EXPECT_THAT(log_.ids(), ElementsAre(kReleased, kDestroyed));
}

// Threads that make and destroy objects while the owner evaporates or gives up.
TEST_F(ShutdownObjectTest, EachIsReleasedAndDestroyedExactlyOnceInARace) {
  constexpr int kThreads = 4;
  constexpr int kRounds = 20000;
  std::atomic<int> made{0};
  std::atomic<int> running{kThreads};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      std::vector<ShutdownPtr<Service>> kept(5);
      for (int i = 0; i < kRounds; ++i) {
        const absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
        if (lock.ok()) {
          kept[i % 5] = MakeShutdownObject<Service>(*lock, "Service", "race", &log_);
          ++made;
        } else {
          kept[i % 3].reset();
          std::this_thread::yield();
        }
      }
      kept.clear();
      --running;
    });
  }
  for (int i = 0; running != 0; ++i) {
    if (GateControl::Drain(absl::Milliseconds(1)).result == DrainResult::kOk && i % 2 == 0) {
      EvaporateAll();
      ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
      ASSERT_TRUE(GateControl::Open().ok());
    } else {
      ASSERT_TRUE(GateControl::Resume().ok());
      Registry::ReleaseOrphans(LockOrDie());
    }
  }
  for (std::thread& thread : threads) thread.join();
  Registry::ReleaseOrphans(LockOrDie());
  const std::vector<int> ids = log_.ids();
  EXPECT_EQ(std::count(ids.begin(), ids.end(), kReleased), made);
  EXPECT_EQ(std::count(ids.begin(), ids.end(), kDestroyed), made);
}

}  // namespace
}  // namespace psm
