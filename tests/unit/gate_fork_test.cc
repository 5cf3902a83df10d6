// Forked children: NSS belongs to the parent, and no lock of ours may be touched. A child that
// hangs is ended by an alarm.
//
// A child of vfork() shares its parent's memory until it runs exec: the gate is as open there as in
// the parent.

#include <errno.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "gtest/gtest.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "shutdown/registry.h"
#include "shutdown/tracked.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/tracked_testing.h"

namespace psm {
namespace {

using absl::StatusCode;

constexpr unsigned kChildHangs = 30;

enum class How { kFork, kUnderscoreFork, kClone };

pid_t Fork(How how) {
  switch (how) {
    case How::kFork:
      return fork();
    case How::kUnderscoreFork:
      return _Fork();
    case How::kClone:
      return static_cast<pid_t>(syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr));
  }
  return -1;
}

std::string NameOf(const testing::TestParamInfo<How>& info) {
  switch (info.param) {
    case How::kFork:
      return "Fork";
    case How::kUnderscoreFork:
      return "UnderscoreFork";
    case How::kClone:
      return "Clone";
  }
  return "";
}

class ForkedChildTest : public testing::TestWithParam<How> {
 protected:
  void SetUp() override { OpenGate(); }
  void TearDown() override {
    OpenGate();
    Registry::ReleaseOrphans(LockOrDie());
  }

  // What `check` says in a child. The child allocates nothing, since another thread may have held
  // the heap's lock.
  static bool InChild(const std::function<bool()>& check) {
    const pid_t child = Fork(GetParam());
    if (child == 0) {
      alarm(kChildHangs);
      _exit(check() ? 0 : 1);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    EXPECT_FALSE(WIFSIGNALED(status)) << "the child ended by signal " << WTERMSIG(status);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  ReleaseLog log_;
};

INSTANTIATE_TEST_SUITE_P(Each, ForkedChildTest,
                         testing::Values(How::kFork, How::kUnderscoreFork, How::kClone), NameOf);

TEST_P(ForkedChildTest, KnowsWhatItIs) {
  EXPECT_TRUE(InChild([] { return InForkedChild(); }));
}

TEST_P(ForkedChildTest, SeesTheGateClosed) {
  EXPECT_TRUE(InChild([] { return !GateControl::is_open(); }));
}

TEST_P(ForkedChildTest, IsRefusedWithForked) {
  EXPECT_TRUE(InChild([] { return GateEntry("child").refusal() == GateRefusal::kForked; }));
}

TEST_P(ForkedChildTest, IsRefusedWithForkedOnAThreadThatNeverEntered) {
  OnAnotherThread([] {
    EXPECT_TRUE(InChild([] { return GateEntry("child").refusal() == GateRefusal::kForked; }));
  });
}

TEST_P(ForkedChildTest, IsRefusedWithForkedForTheGenerationOfItsParent) {
  const ProfileGeneration generation = GateControl::generation();
  EXPECT_TRUE(InChild(
      [generation] { return GateEntry("child", generation).refusal() == GateRefusal::kForked; }));
}

TEST_P(ForkedChildTest, IsRefusedWithForkedInsideAnInheritedEntry) {
  GateEntry outer("parent");
  EXPECT_TRUE(InChild([] { return GateEntry("child").refusal() == GateRefusal::kForked; }));
}

TEST_P(ForkedChildTest, LeavesAnInheritedEntryBalanced) {
  std::optional<GateEntry> entry(std::in_place, "parent");
  EXPECT_TRUE(InChild([&entry] {
    entry.reset();
    return (gate_internal::t_slot->state & gate_internal::kDepthMask) == 0;
  }));
}

TEST_P(ForkedChildTest, LeavesTheParentInside) {
  std::optional<GateEntry> entry(std::in_place, "parent");
  InChild([&entry] {
    entry.reset();
    return true;
  });
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline); });
}

TEST_P(ForkedChildTest, LeavesTheParentsGateOpen) {
  InChild([] { return true; });
  EXPECT_TRUE(GateEntry("parent").ok());
}

TEST_P(ForkedChildTest, MakesNoneOfItsParent) {
  InChild([] { return true; });
  EXPECT_FALSE(InForkedChild());
}

TEST_P(ForkedChildTest, DrainReportsForked) {
  EXPECT_TRUE(InChild([] { return GateControl::Drain(kHang).result == DrainResult::kForked; }));
}

TEST_P(ForkedChildTest, DrainReportsForkedWhenForkedDuringADrain) {
  Holder holder("holder");
  BackgroundDrain drain;
  EXPECT_TRUE(InChild([] { return GateControl::Drain(kHang).result == DrainResult::kForked; }));
  holder.Leave();
}

TEST_P(ForkedChildTest, IsOneAlsoWhenForkedWhileTheGateIsClosed) {
  CloseGate();
  EXPECT_TRUE(InChild([] { return InForkedChild(); }));
}

TEST_P(ForkedChildTest, IsOneAlsoOfAChild) {
  EXPECT_TRUE(InChild([] {
    const pid_t grandchild = Fork(GetParam());
    if (grandchild == 0) _exit(GateEntry("grandchild").refusal() == GateRefusal::kForked ? 0 : 1);
    int status = 0;
    waitpid(grandchild, &status, 0);
    return status == 0;
  }));
}

// The heap is usable after fork() itself, not after the two others.
class ControlInForkedChildTest : public ForkedChildTest {};

INSTANTIATE_TEST_SUITE_P(Fork, ControlInForkedChildTest, testing::Values(How::kFork));

TEST_P(ControlInForkedChildTest, CannotAdvanceTheGeneration) {
  EXPECT_TRUE(InChild(
      [] { return GateControl::AdvanceGeneration().code() == StatusCode::kFailedPrecondition; }));
}

TEST_P(ControlInForkedChildTest, CannotOpen) {
  EXPECT_TRUE(
      InChild([] { return GateControl::Open().code() == StatusCode::kFailedPrecondition; }));
}

TEST_P(ControlInForkedChildTest, CannotResume) {
  EXPECT_TRUE(
      InChild([] { return GateControl::Resume().code() == StatusCode::kFailedPrecondition; }));
}

TEST_P(ControlInForkedChildTest, IsToldSoAlsoWhenForkedDuringADrain) {
  Holder holder("holder");
  BackgroundDrain drain;
  EXPECT_TRUE(InChild([] {
    return GateControl::AdvanceGeneration().code() == StatusCode::kFailedPrecondition &&
           GateControl::Open().code() == StatusCode::kFailedPrecondition &&
           GateControl::Resume().code() == StatusCode::kFailedPrecondition;
  }));
  holder.Leave();
}

TEST_P(ControlInForkedChildTest, GetsNoLock) {
  EXPECT_TRUE(InChild(
      [] { return PreventionLock::Acquire().status().code() == StatusCode::kFailedPrecondition; }));
}

TEST_P(ControlInForkedChildTest, GetsNothingFromAHandleWithAnInheritedLock) {
  const PreventionLock lock = LockOrDie();
  const Tracked<Thing> handle = MakeThing(lock, &log_);
  EXPECT_TRUE(InChild([&] { return IsGateRefusal(handle.Get(lock).status()); }));
}

// Handles, while other threads hold every lock of the registry as often as they can.
class HandleInForkedChildTest : public ForkedChildTest {
 protected:
  void SetUp() override {
    ForkedChildTest::SetUp();
    for (int i = 0; i < 20; ++i) {
      busy_.emplace_back([this] {
        ReleaseLog log;
        while (!stop_) {
          const Tracked<Thing> thing = MakeThing(LockOrDie(), &log);
          Registry::Count();
          ready_ = true;
        }
      });
    }
    while (!ready_) std::this_thread::yield();
  }
  void TearDown() override {
    stop_ = true;
    for (std::thread& thread : busy_) thread.join();
    ForkedChildTest::TearDown();
  }

  static constexpr int kForks = 20;

  std::atomic<bool> stop_{false};
  std::atomic<bool> ready_{false};
  std::vector<std::thread> busy_;
};

#if defined(PSM_TEST_TSAN)  // the other two leave its own locks as they were
INSTANTIATE_TEST_SUITE_P(Each, HandleInForkedChildTest, testing::Values(How::kFork), NameOf);
#else
INSTANTIATE_TEST_SUITE_P(Each, HandleInForkedChildTest,
                         testing::Values(How::kFork, How::kUnderscoreFork, How::kClone), NameOf);
#endif

std::atomic<int> g_released;

struct Silent {};

class SilentService : public ShutdownObject {
 private:
  void ReleaseNssResources() override { ++g_released; }
};

}  // namespace

template <>
struct TrackedTraits<Silent> {
  static constexpr char kType[] = "Silent";
  static void Release(Silent*) { ++g_released; }
};

namespace {

TEST_P(HandleInForkedChildTest, TrackedDiesSilently) {
  for (int i = 0; i < kForks; ++i) {
    static Silent object;
    std::optional<Tracked<Silent>> handle(std::in_place, LockOrDie(), &object, "parent");
    EXPECT_TRUE(InChild([&handle] {
      g_released = 0;
      handle.reset();
      return g_released == 0;
    }));
  }
}

TEST_P(HandleInForkedChildTest, TrackedMovesAndIsAssignedSilently) {
  for (int i = 0; i < kForks; ++i) {
    static Silent object;
    Tracked<Silent> handle(LockOrDie(), &object, "parent");
    EXPECT_TRUE(InChild([&handle] {
      g_released = 0;
      Tracked<Silent> moved(std::move(handle));
      moved = Tracked<Silent>();
      return g_released == 0;
    }));
  }
}

TEST_P(HandleInForkedChildTest, ShutdownObjectDiesSilently) {
  for (int i = 0; i < kForks; ++i) {
    ShutdownPtr<SilentService> service =
        MakeShutdownObject<SilentService>(LockOrDie(), "SilentService", "parent");
    EXPECT_TRUE(InChild([&service] {
      g_released = 0;
      service.reset();
      return g_released == 0;
    }));
  }
}

TEST(ChildForkedBeforeTheFirstProfileTest, HasAGateOfItsOwn) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare();
    const pid_t child = fork();
    if (child == 0) {
      alarm(kChildHangs);
      OpenGate();
      _exit(GateEntry("child").ok() && !InForkedChild() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  });
}

#if !defined(PSM_TEST_TSAN)  // it makes a fork() of it
TEST(VforkedChildTest, SharesTheGateOfItsParent) {
  OpenGate();
  const pid_t child = vfork();
  if (child == 0) _exit(InForkedChild() ? 1 : 0);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}
#endif

}  // namespace
}  // namespace psm
