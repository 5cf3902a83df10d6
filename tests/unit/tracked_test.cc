// Tracked<T>: the states of a handle, and who releases its object when.

#include "shutdown/tracked.h"

#include <atomic>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/tracked_testing.h"

namespace psm {
namespace {

using absl::StatusCode;
using testing::ElementsAre;
using testing::IsEmpty;

static_assert(!std::is_copy_constructible_v<Tracked<Thing>>);
static_assert(!std::is_copy_assignable_v<Tracked<Thing>>);
static_assert(std::is_nothrow_move_constructible_v<Tracked<Thing>>);
static_assert(std::is_nothrow_move_assignable_v<Tracked<Thing>>);

class TrackedTest : public OpenGateTest {
 protected:
  void TearDown() override {
    OpenGate();
    Registry::ReleaseOrphans(LockOrDie());
    ASSERT_EQ(Registry::Count(), 0u);
  }

  Tracked<Thing> Make(int id = 0) { return MakeThing(LockOrDie(), &log_, id); }

  static StatusCode CodeOf(const Tracked<Thing>& handle) {
    return handle.Get(LockOrDie()).status().code();
  }

  ReleaseLog log_;
};

// Empty.

TEST_F(TrackedTest, DefaultConstructedHandleIsEmpty) {
  EXPECT_EQ(CodeOf(Tracked<Thing>()), StatusCode::kFailedPrecondition);
}

TEST_F(TrackedTest, HandleOfNullIsEmpty) {
  const PreventionLock lock = LockOrDie();
  EXPECT_EQ(CodeOf(Tracked<Thing>(lock, nullptr, "test")), StatusCode::kFailedPrecondition);
}

TEST_F(TrackedTest, HandleOfNullIsNotRegistered) {
  const PreventionLock lock = LockOrDie();
  const Tracked<Thing> handle(lock, nullptr, "test");
  EXPECT_EQ(Registry::Count(), 0u);
}

TEST_F(TrackedTest, EmptyHandleIsNoGateRefusal) {
  EXPECT_FALSE(IsGateRefusal(Tracked<Thing>().Get(LockOrDie()).status()));
}

TEST_F(TrackedTest, EmptyHandleHasNoGeneration) { EXPECT_EQ(Tracked<Thing>().generation(), 0u); }

TEST_F(TrackedTest, EmptyHandleMayBeReset) {
  Tracked<Thing> handle;
  handle.Reset();
  EXPECT_EQ(handle.generation(), 0u);
}

TEST_F(TrackedTest, EmptyHandleMayBeMoved) {
  Tracked<Thing> empty;
  const Tracked<Thing> moved = std::move(empty);
  EXPECT_EQ(CodeOf(moved), StatusCode::kFailedPrecondition);
}

TEST_F(TrackedTest, EmptyHandleMayDieWhileTheGateIsClosed) {
  CloseGate();
  { Tracked<Thing> handle; }
  EXPECT_EQ(Registry::Count(), 0u);
}

// Full.

TEST_F(TrackedTest, GivesItsObject) {
  auto* thing = new Thing{1, &log_};
  const PreventionLock lock = LockOrDie();
  const Tracked<Thing> handle(lock, thing, "test");
  EXPECT_EQ(*handle.Get(lock), thing);
}

TEST_F(TrackedTest, GivesItsObjectDuringADrainToWhoIsInside) {
  const Tracked<Thing> handle = Make();
  std::optional<PreventionLock> lock(LockOrDie());
  BackgroundDrain drain;
  EXPECT_TRUE(handle.Get(LockOrDie()).ok());
  lock.reset();
}

TEST_F(TrackedTest, NamesTheGenerationItWasMadeUnder) {
  EXPECT_EQ(Make().generation(), GateControl::generation());
}

TEST_F(TrackedTest, ReleasesWhenDestroyed) {
  { const Tracked<Thing> handle = Make(1); }
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

TEST_F(TrackedTest, ReleasesWhenReset) {
  Tracked<Thing> handle = Make(1);
  handle.Reset();
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

TEST_F(TrackedTest, ReleasesOnce) {
  {
    Tracked<Thing> handle = Make(1);
    handle.Reset();
    handle.Reset();
  }
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

TEST_F(TrackedTest, ReleasesInsideTheGate) {
  bool inside = false;
  {
    const Tracked<Thing> handle = MakeThing(LockOrDie(), &log_, 1, [&inside] {
      inside = GateControl::Drain(kHang).result == DrainResult::kSelfInside;
    });
  }
  EXPECT_TRUE(inside);
}

TEST_F(TrackedTest, IsEmptyAfterReset) {
  Tracked<Thing> handle = Make();
  handle.Reset();
  EXPECT_EQ(CodeOf(handle), StatusCode::kFailedPrecondition);
}

TEST_F(TrackedTest, IsNotRegisteredAfterReset) {
  Tracked<Thing> handle = Make();
  handle.Reset();
  EXPECT_EQ(Registry::Count(), 0u);
}

TEST_F(TrackedTest, ReleasesAtOnceDuringADrainWhenItsThreadIsInside) {
  std::optional<Tracked<Thing>> handle(Make(1));
  std::optional<PreventionLock> lock(LockOrDie());
  BackgroundDrain drain;
  handle.reset();
  EXPECT_THAT(log_.ids(), ElementsAre(1));
  lock.reset();
}

// Moved.

TEST_F(TrackedTest, MovedHandleGivesTheObject) {
  Tracked<Thing> handle = Make(1);
  const Tracked<Thing> moved = std::move(handle);
  const PreventionLock lock = LockOrDie();
  EXPECT_EQ((*moved.Get(lock))->id, 1);
}

TEST_F(TrackedTest, MovedFromHandleIsEmpty) {
  Tracked<Thing> handle = Make();
  const Tracked<Thing> moved = std::move(handle);
  EXPECT_EQ(CodeOf(handle), StatusCode::kFailedPrecondition);  // NOLINT(bugprone-use-after-move)
}

TEST_F(TrackedTest, MovedHandleReleasesOnce) {
  {
    Tracked<Thing> handle = Make(1);
    const Tracked<Thing> moved = std::move(handle);
  }
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

TEST_F(TrackedTest, AssignmentReleasesTheFormerObject) {
  Tracked<Thing> handle = Make(1);
  handle = Make(2);
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

TEST_F(TrackedTest, AssignmentGivesTheNewObject) {
  Tracked<Thing> handle = Make(1);
  handle = Make(2);
  const PreventionLock lock = LockOrDie();
  EXPECT_EQ((*handle.Get(lock))->id, 2);
}

TEST_F(TrackedTest, AssignmentToItselfKeepsTheObject) {
  Tracked<Thing> handle = Make(1);
  Tracked<Thing>& same = handle;
  handle = std::move(same);
  EXPECT_TRUE(handle.Get(LockOrDie()).ok());
}

TEST_F(TrackedTest, MayBeMovedWhileTheGateIsClosed) {
  Tracked<Thing> handle = Make(1);
  CloseGate();
  Tracked<Thing> moved = std::move(handle);
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_TRUE(moved.Get(LockOrDie()).ok());
}

TEST_F(TrackedTest, SortsInAVector) {
  std::vector<Tracked<Thing>> handles;
  for (int i = 0; i < 100; ++i) handles.push_back(Make(i));
  handles.erase(handles.begin(), handles.begin() + 50);
  EXPECT_EQ(Registry::Count(), 50u);
}

TEST_F(TrackedTest, MayDieOnAnotherThread) {
  Tracked<Thing> handle = Make(1);
  OnAnotherThread([&handle] { handle.Reset(); });
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

// Left to the owner.

TEST_F(TrackedTest, ReleasesNothingWhileTheGateIsClosed) {
  std::optional<Tracked<Thing>> handle(Make(1));
  CloseGate();
  handle.reset();
  EXPECT_THAT(log_.ids(), IsEmpty());
  EvaporateAll();
}

TEST_F(TrackedTest, IsReleasedByTheOwnerWhenItDiedWhileTheGateWasClosed) {
  std::optional<Tracked<Thing>> handle(Make(1));
  CloseGate();
  handle.reset();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

TEST_F(TrackedTest, IsReleasedByTheOwnerWhenAssignedWhileTheGateWasClosed) {
  Tracked<Thing> handle = Make(1);
  CloseGate();
  handle = Tracked<Thing>();
  EvaporateAll();
  EXPECT_THAT(log_.ids(), ElementsAre(1));
}

// Evaporated.

class EvaporatedTrackedTest : public TrackedTest {
 protected:
  void SetUp() override {
    TrackedTest::SetUp();
    handle_ = Make(1);
    earlier_ = GateControl::generation();
    SwitchProfile();
  }

  void TearDown() override {
    handle_.Reset();
    TrackedTest::TearDown();
  }

  Tracked<Thing> handle_;
  ProfileGeneration earlier_ = 0;
};

TEST_F(EvaporatedTrackedTest, WasReleased) { EXPECT_THAT(log_.ids(), ElementsAre(1)); }

TEST_F(EvaporatedTrackedTest, GivesFailedPrecondition) {
  EXPECT_EQ(CodeOf(handle_), StatusCode::kFailedPrecondition);
}

TEST_F(EvaporatedTrackedTest, GivesAGateRefusal) {
  EXPECT_TRUE(IsGateRefusal(handle_.Get(LockOrDie()).status()));
}

TEST_F(EvaporatedTrackedTest, GivesAGateRefusalAlsoBeforeTheNextGeneration) {
  Tracked<Thing> handle = Make(2);
  CloseGate();
  EvaporateAll();
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_TRUE(IsGateRefusal(handle.Get(LockOrDie()).status()));
}

TEST_F(EvaporatedTrackedTest, NamesItsGeneration) { EXPECT_EQ(handle_.generation(), earlier_); }

TEST_F(EvaporatedTrackedTest, ReleasesNothingMore) {
  handle_.Reset();
  EXPECT_EQ(log_.size(), 1u);
}

TEST_F(EvaporatedTrackedTest, StaysEvaporatedWhenMoved) {
  const Tracked<Thing> moved = std::move(handle_);
  EXPECT_TRUE(IsGateRefusal(moved.Get(LockOrDie()).status()));
}

TEST_F(EvaporatedTrackedTest, MayBeFilledAgain) {
  handle_ = Make(2);
  EXPECT_TRUE(handle_.Get(LockOrDie()).ok());
}

// A use and its lock against the owner: the object lives until the lock is gone.
TEST_F(TrackedTest, ObjectOutlivesEveryLockItIsUsedUnder) {
  std::atomic<bool> in_use{false};
  std::atomic<bool> released_in_use{false};
  Tracked<Thing> handle =
      MakeThing(LockOrDie(), &log_, 1, [&] { released_in_use = in_use.load(); });
  std::thread user([&] {
    for (;;) {
      const absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
      if (!lock.ok() || !handle.Get(*lock).ok()) return;
      in_use = true;
      std::this_thread::yield();
      in_use = false;
    }
  });
  while (!in_use) std::this_thread::yield();
  SwitchProfile();
  user.join();
  EXPECT_FALSE(released_in_use);
}

}  // namespace
}  // namespace psm
