// The registry: what it holds, how it is evaporated, and that each object is released exactly once.

#include "shutdown/registry.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "shutdown/gate_control.h"
#include "shutdown/tracked.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/tracked_testing.h"

namespace psm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class RegistryTest : public OpenGateTest {
 protected:
  void SetUp() override {
    OpenGateTest::SetUp();
    ASSERT_EQ(Registry::Count(), 0u);
  }
  void TearDown() override {
    OpenGate();
    ASSERT_EQ(Registry::Count(), 0u);
  }

  Tracked<Thing> Make(
      int id = 0, std::function<void()> when_released = [] {}) {
    return MakeThing(LockOrDie(), &log_, id, std::move(when_released));
  }

  EvaporationReport CloseAndEvaporate() {
    CloseGate();
    return EvaporateAll();
  }

  ReleaseLog log_;
};

// A node by hand, as a handle has one.
struct Node : RegistryNode {
  explicit Node(int* released) {
    object = released;
    release = [](void* count) { ++*static_cast<int*>(count); };
    type = "Node";
    label = "by hand";
  }
};

TEST_F(RegistryTest, CountsWhatWasAdded) {
  const Tracked<Thing> first = Make();
  const Tracked<Thing> second = Make();
  EXPECT_EQ(Registry::Count(), 2u);
}

TEST_F(RegistryTest, CountsTheObjectsOfEveryThread) {
  const Tracked<Thing> here = Make();
  Tracked<Thing> elsewhere;
  OnAnotherThread([&] { elsewhere = Make(); });
  EXPECT_EQ(Registry::Count(), 2u);
}

TEST_F(RegistryTest, RemoveGivesTheObjectBack) {
  int released = 0;
  Node node(&released);
  Registry::Add(LockOrDie(), &node);
  EXPECT_TRUE(Registry::Remove(&node));
}

TEST_F(RegistryTest, RemoveGivesTheObjectBackOnce) {
  int released = 0;
  Node node(&released);
  Registry::Add(LockOrDie(), &node);
  Registry::Remove(&node);
  EXPECT_FALSE(Registry::Remove(&node));
}

TEST_F(RegistryTest, RemoveReleasesNothingItself) {
  int released = 0;
  Node node(&released);
  Registry::Add(LockOrDie(), &node);
  Registry::Remove(&node);
  EXPECT_EQ(released, 0);
}

TEST_F(RegistryTest, RemoveOfWhatWasNeverAddedIsRefused) {
  int released = 0;
  Node node(&released);
  EXPECT_FALSE(Registry::Remove(&node));
}

TEST_F(RegistryTest, RemoveOfWhatWasEvaporatedIsRefused) {
  int released = 0;
  Node node(&released);
  Registry::Add(LockOrDie(), &node);
  CloseAndEvaporate();
  EXPECT_FALSE(Registry::Remove(&node));
}

TEST_F(RegistryTest, RemovesFromTheMiddle) {
  int released = 0;
  Node oldest(&released), middle(&released), newest(&released);
  for (Node* node : {&oldest, &middle, &newest}) Registry::Add(LockOrDie(), node);
  EXPECT_TRUE(Registry::Remove(&middle));
  EXPECT_TRUE(Registry::Remove(&newest));
  EXPECT_TRUE(Registry::Remove(&oldest));
}

TEST_F(RegistryTest, MovedNodeIsRemovedAtItsNewPlace) {
  int released = 0;
  Node from(&released), to(nullptr);
  Registry::Add(LockOrDie(), &from);
  Registry::Move(&from, &to);
  EXPECT_FALSE(Registry::Remove(&from));
  EXPECT_TRUE(Registry::Remove(&to));
}

TEST_F(RegistryTest, MovedNodeIsReleasedOnce) {
  int released = 0;
  Node from(&released), to(nullptr);
  Registry::Add(LockOrDie(), &from);
  Registry::Move(&from, &to);
  CloseAndEvaporate();
  EXPECT_EQ(released, 1);
}

TEST_F(RegistryTest, EvaporatedNodeStaysEvaporatedWhenMoved) {
  int released = 0;
  Node from(&released), to(nullptr);
  Registry::Add(LockOrDie(), &from);
  CloseAndEvaporate();
  Registry::Move(&from, &to);
  EXPECT_EQ(to.object, nullptr);
}

TEST_F(RegistryTest, OrphanIsReleasedThoughItsNodeIsGone) {
  int released = 0;
  {
    Node node(&released);
    Registry::Add(LockOrDie(), &node);
    Registry::Orphan(&node);
  }
  CloseAndEvaporate();
  EXPECT_EQ(released, 1);
}

TEST_F(RegistryTest, OrphanOfWhatWasEvaporatedIsNothing) {
  int released = 0;
  Node node(&released);
  Registry::Add(LockOrDie(), &node);
  CloseAndEvaporate();
  Registry::Orphan(&node);
  EXPECT_EQ(Registry::Count(), 0u);
}

TEST_F(RegistryTest, AbandonedNodeIsAnOrphan) {
  int released = 0;
  Node node(&released);
  Registry::Add(LockOrDie(), &node);
  Registry::Abandon(&node);
  EXPECT_TRUE(Registry::Pins().at(0).orphan);
  Registry::Remove(&node);
}

// Evaporation.

TEST_F(RegistryTest, EvaporatesEverything) {
  const Tracked<Thing> first = Make(1);
  const Tracked<Thing> second = Make(2);
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), UnorderedElementsAre(1, 2));
}

TEST_F(RegistryTest, EvaporatesNewestFirst) {
  const Tracked<Thing> first = Make(1);
  const Tracked<Thing> second = Make(2);
  const Tracked<Thing> third = Make(3);
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(3, 2, 1));
}

// Each object is made from the one before it, on a thread whose own count of registrations is
// lower; nothing but Get tells that thread of its parent. All within a few ticks of the coarse
// clock, so that the clock alone does not give the order.
TEST_F(RegistryTest, EvaporatesChildrenBeforeParentsOverAllThreads) {
  constexpr int kObjects = 100;
  std::vector<Tracked<Thing>> objects(kObjects);
  objects[0] = Make(0);
  std::vector<std::unique_ptr<Holder>> alive;  // so that each thread has a slot of its own
  for (int i = 1; i < kObjects; ++i) {
    alive.push_back(std::make_unique<Holder>("maker", [&objects, i, this] {
      EXPECT_TRUE(objects[i - 1].Get(LockOrDie()).ok());
      objects[i] = Make(i);
    }));
  }
  alive.clear();
  CloseAndEvaporate();
  const std::vector<int> ids = log_.ids();
  EXPECT_TRUE(std::is_sorted(ids.rbegin(), ids.rend()));
}

// Threads that know nothing of each other: a later tick of the clock is enough.
TEST_F(RegistryTest, EvaporatesNewestFirstOverAllThreads) {
  constexpr int kObjects = 5;
  std::vector<Tracked<Thing>> objects(kObjects);
  for (int i = 0; i < 50; ++i) {
    int released = 0;
    Node busy(&released);
    Registry::Add(LockOrDie(), &busy);  // this thread's count is far ahead of the others'
    Registry::Remove(&busy);
  }
  objects[0] = Make(0);
  for (int i = 1; i < kObjects; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
    OnAnotherThread([&objects, i, this] { objects[i] = Make(i); });
  }
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(4, 3, 2, 1, 0));
}

// What a release registers is newer than all that its own thread knew.
TEST_F(RegistryTest, EvaporatesWhatAReleaseRegisters) {
  Tracked<Thing> made;
  const Tracked<Thing> first = Make(1, [&] { made = Make(2); });
  EXPECT_EQ(CloseAndEvaporate().released, 2u);
  EXPECT_THAT(log_.ids(), ElementsAre(1, 2));
}

TEST_F(RegistryTest, EvaporatesAMovedObjectInTheOrderItWasMade) {
  Tracked<Thing> first = Make(1);
  const Tracked<Thing> second = Make(2);
  const Tracked<Thing> moved = std::move(first);
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(2, 1));
}

TEST_F(RegistryTest, EvaporatesNothingTwice) {
  const Tracked<Thing> object = Make();
  CloseAndEvaporate();
  EvaporateAll();
  EXPECT_EQ(log_.size(), 1u);
}

TEST_F(RegistryTest, ReportsHowManyItReleased) {
  const Tracked<Thing> first = Make();
  const Tracked<Thing> second = Make();
  EXPECT_EQ(CloseAndEvaporate().released, 2u);
}

TEST_F(RegistryTest, ReportsTheSlowestRelease) {
  const Tracked<Thing> slow =
      Make(1, [] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); });
  const EvaporationReport report = CloseAndEvaporate();
  EXPECT_EQ(report.slowest_type, "Thing");
  EXPECT_GE(report.slowest, kShort);
  EXPECT_GE(report.took, report.slowest);
}

TEST_F(RegistryTest, ReportsNothingWhenThereIsNothing) {
  EXPECT_EQ(CloseAndEvaporate().released, 0u);
}

TEST_F(RegistryTest, ReleaseMayDestroyAnOlderObject) {
  Tracked<Thing> older = Make(1);
  const Tracked<Thing> newer = Make(2, [&older] { older.Reset(); });
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(2, 1));
}

TEST_F(RegistryTest, ReleaseMayDestroyTheHandleOfANewerObject) {
  std::optional<Tracked<Thing>> newer;
  const Tracked<Thing> older = Make(1, [&newer] { newer.reset(); });
  newer = Make(2);
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(2, 1));
}

TEST_F(RegistryTest, ReleaseMayDestroyManyOtherObjects) {
  std::vector<Tracked<Thing>> others;
  for (int i = 1; i <= 100; ++i) others.push_back(Make(i));
  const Tracked<Thing> owner = Make(0, [&others] { others.clear(); });
  CloseAndEvaporate();
  EXPECT_EQ(log_.size(), 101u);
}

TEST_F(RegistryTest, ReleaseMayCreateAnObject) {
  Tracked<Thing> late;
  const Tracked<Thing> object = Make(1, [&] { late = Make(2); });
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(1, 2));
}

TEST_F(RegistryTest, ReleaseMayAskForPins) {  // no lock is held across a release
  const Tracked<Thing> object = Make(1, [] { EXPECT_THAT(Registry::Pins(), IsEmpty()); });
  CloseAndEvaporate();
}

TEST_F(RegistryTest, OtherThreadsMayDestroyTheirObjectsMeanwhile) {
  Tracked<Thing> theirs = Make(1);
  const Tracked<Thing> ours = Make(2, [&] { OnAnotherThread([&theirs] { theirs.Reset(); }); });
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(2, 1));
}

TEST_F(RegistryTest, OtherThreadsMayDestroyTheVeryObjectThatIsReleased) {
  Tracked<Thing> object;
  object = Make(1, [&] { OnAnotherThread([&object] { object.Reset(); }); });
  CloseAndEvaporate();
  EXPECT_EQ(log_.size(), 1u);
}

// Orphans of a drain that was given up.

TEST_F(RegistryTest, HandleThatDiesDuringADrainLeavesAnOrphan) {
  std::optional<Tracked<Thing>> object(Make(1));
  Holder holder("holder");
  BackgroundDrain drain;
  object.reset();
  EXPECT_TRUE(Registry::Pins().at(0).orphan);
  holder.Leave();
  (void)drain.Report();
  EvaporateAll();
}

class OrphanTest : public RegistryTest {
 protected:
  // One live object; one whose handle died while a drain was on that was then given up.
  void SetUp() override {
    RegistryTest::SetUp();
    live_ = Make(1);
    std::optional<Tracked<Thing>> dying(Make(2));
    CloseGate();
    dying.reset();
    ASSERT_TRUE(GateControl::Resume().ok());
  }
  void TearDown() override {
    OpenGate();
    live_.Reset();
    Registry::ReleaseOrphans(LockOrDie());
    RegistryTest::TearDown();
  }

  Tracked<Thing> live_;
};

TEST_F(OrphanTest, IsNotReleasedByItself) { EXPECT_THAT(log_.ids(), IsEmpty()); }

TEST_F(OrphanTest, AloneIsReleasedByReleaseOrphans) {
  Registry::ReleaseOrphans(LockOrDie());
  EXPECT_THAT(log_.ids(), ElementsAre(2));
}

TEST_F(OrphanTest, IsCountedByReleaseOrphans) {
  EXPECT_EQ(Registry::ReleaseOrphans(LockOrDie()), 1u);
}

TEST_F(OrphanTest, IsReleasedOnce) {
  Registry::ReleaseOrphans(LockOrDie());
  Registry::ReleaseOrphans(LockOrDie());
  EXPECT_THAT(log_.ids(), ElementsAre(2));
}

TEST_F(OrphanTest, IsReleasedByTheNextEvaporationOtherwise) {
  CloseAndEvaporate();
  EXPECT_THAT(log_.ids(), ElementsAre(2, 1));
}

// What pins NSS.

TEST_F(RegistryTest, PinsNameNewestFirst) {
  const PreventionLock lock = LockOrDie();
  const Tracked<Thing> first(lock, new Thing{1, &log_}, "first");
  const Tracked<Thing> second(lock, new Thing{2, &log_}, "second");
  const std::vector<Pin> pins = Registry::Pins();
  ASSERT_EQ(pins.size(), 2u);
  EXPECT_EQ(pins[0].label, "second");
  EXPECT_EQ(pins[1].label, "first");
}

TEST_F(RegistryTest, PinNamesTypeLabelAndGeneration) {
  const Tracked<Thing> object = Make();
  const Pin pin = Registry::Pins().at(0);
  EXPECT_EQ(pin.type, "Thing");
  EXPECT_EQ(pin.label, "test");
  EXPECT_EQ(pin.generation, GateControl::generation());
}

TEST_F(RegistryTest, PinNamesItsAge) {
  const Tracked<Thing> object = Make();
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  EXPECT_GE(Registry::Pins().at(0).age, absl::Milliseconds(10));
}

TEST_F(RegistryTest, PinOfALiveHandleIsNoOrphan) {
  const Tracked<Thing> object = Make();
  EXPECT_FALSE(Registry::Pins().at(0).orphan);
}

TEST_F(RegistryTest, PinHasNoCreationSiteByDefault) {
  const Tracked<Thing> object = Make();
  EXPECT_THAT(Registry::Pins().at(0).created_at, IsEmpty());
}

TEST_F(RegistryTest, PinNamesItsCreationSiteWhenAsked) {
  Registry::CaptureCreationSites(true);
  const Tracked<Thing> object = Make();
  Registry::CaptureCreationSites(false);
  EXPECT_FALSE(Registry::Pins().at(0).created_at.empty());
}

TEST_F(RegistryTest, CreationSiteMovesWithTheHandle) {
  Registry::CaptureCreationSites(true);
  Tracked<Thing> object = Make();
  Registry::CaptureCreationSites(false);
  const Tracked<Thing> moved = std::move(object);
  EXPECT_FALSE(Registry::Pins().at(0).created_at.empty());
}

TEST(DescribePinsTest, GroupsByTypeAndLabel) {
  const Pin young{"CERTCertificate", "Import", 1, absl::Seconds(1), false, {}};
  const Pin old{"CERTCertificate", "Import", 1, absl::Seconds(2), false, {}};
  EXPECT_EQ(DescribePins({young, old}), "2 x CERTCertificate (Import, oldest 2s)");
}

TEST(DescribePinsTest, NamesEachGroup) {
  const Pin cert{"CERTCertificate", "Import", 1, absl::Seconds(1), false, {}};
  const Pin key{"PK11SymKey", "Session", 1, absl::Seconds(2), false, {}};
  const std::string text = DescribePins({cert, key});
  EXPECT_TRUE(absl::StrContains(text, "CERTCertificate") && absl::StrContains(text, "PK11SymKey"))
      << text;
}

TEST(DescribePinsTest, IsEmptyForNone) { EXPECT_EQ(DescribePins({}), ""); }

// Threads that make, move and destroy handles while the owner drains, evaporates, gives up and
// switches.
TEST_F(RegistryTest, EachObjectIsReleasedExactlyOnceInARace) {
  constexpr int kThreads = 8;
  constexpr int kRounds = 3000;
  std::vector<std::atomic<int>> releases(kThreads * kRounds);
  std::atomic<int> made{0};
  std::atomic<int> running{kThreads};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      std::vector<Tracked<Thing>> kept(7);
      for (int i = 0; i < kRounds; ++i) {
        auto* count = &releases[t * kRounds + i];
        absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
        if (!lock.ok()) {
          *count = 1;  // nothing was made
          kept[i % 5].Reset();
          std::this_thread::yield();
          continue;
        }
        Tracked<Thing> thing = MakeThing(*lock, &log_, i, [count] { ++*count; });
        ++made;
        kept[i % kept.size()] = std::move(thing);
        std::swap(kept[i % 3], kept[(i + 1) % kept.size()]);
      }
      kept.clear();
      --running;
    });
  }
  while (running != 0) {
    if (GateControl::Drain(absl::Milliseconds(1)).result == DrainResult::kOk && made % 4 != 0) {
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
  EXPECT_TRUE(
      std::all_of(releases.begin(), releases.end(), [](auto& count) { return count == 1; }));
}

}  // namespace
}  // namespace psm
