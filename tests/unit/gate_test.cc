// The callers' side of the gate: who passes, who is refused, and from where it may be called. I1 to
// I10: shutdown/gate.h.

#include "shutdown/gate.h"

#include <errno.h>
#include <prthread.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"

namespace psm {
namespace {

using gate_internal::t_slot;

// ThreadSanitizer's own state is gone in the last of the four passes of pthread-key destructors. A
// thread gives its slot back in the third pass after its first entry, so there that has to be
// before any destructor.
#if defined(PSM_TEST_TSAN)
constexpr int kPasses = 2;
void EnterUnderTsan() { GateEntry entry("early"); }
#else
constexpr int kPasses = 4;
void EnterUnderTsan() {}
#endif

uint64_t Depth() { return t_slot == nullptr ? 0 : t_slot->state & gate_internal::kDepthMask; }

TEST(UnopenedGateTest, RefusesWithNotOpen) {
  EXPECT_IN_FRESH_PROCESS([] { EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kNotOpen); });
}

TEST(UnopenedGateTest, RefusesWithNotOpenAfterPrepare) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare();
    EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kNotOpen);
  });
}

TEST(UnopenedGateTest, IsNoForkedChild) {
  EXPECT_IN_FRESH_PROCESS([] { EXPECT_FALSE(InForkedChild()); });
}

TEST(UnopenedGateTest, RefusesWithClosedUntilItsFirstProfileIsOpen) {  // I9
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
    EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed);
  });
}

TEST(UnopenedGateTest, RefusesWithNoSlotWhenTheKernelHasNoMemory) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    rlimit before;
    ASSERT_EQ(getrlimit(RLIMIT_AS, &before), 0);
    const rlimit none{4096, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_AS, &none), 0);
    const GateRefusal refusal = GateEntry("test").refusal();
    setrlimit(RLIMIT_AS, &before);
    EXPECT_EQ(refusal, GateRefusal::kNoSlot);
    EXPECT_TRUE(GateEntry("again").ok());
  });
}

using GateTest = OpenGateTest;

TEST_F(GateTest, PassesWhileOpen) { EXPECT_TRUE(GateEntry("test").ok()); }

TEST_F(GateTest, HasNoRefusalForWhoPassed) {
  EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kNone);
}

TEST_F(GateTest, EntryNamesTheLiveGeneration) {
  EXPECT_EQ(GateEntry("test").generation(), GateControl::generation());
}

TEST_F(GateTest, NestedEntryNamesTheLiveGenerationDuringADrain) {
  std::optional<GateEntry> outer(std::in_place, "outer");
  BackgroundDrain drain;
  EXPECT_EQ(GateEntry("inner").generation(), GateControl::generation());
  outer.reset();
}

TEST_F(GateTest, PassesForTheLiveGeneration) {
  EXPECT_TRUE(GateEntry("test", GateControl::generation()).ok());
}

TEST_F(GateTest, RefusesAnEarlierGeneration) {
  const ProfileGeneration earlier = GateControl::generation();
  SwitchProfile();
  EXPECT_EQ(GateEntry("test", earlier).refusal(), GateRefusal::kStale);
}

TEST_F(GateTest, RefusesAnEarlierGenerationAlsoNested) {  // I7
  const ProfileGeneration earlier = GateControl::generation();
  SwitchProfile();
  GateEntry outer("outer");
  EXPECT_EQ(GateEntry("inner", earlier).refusal(), GateRefusal::kStale);
}

TEST_F(GateTest, RefusesAnotherGenerationNestedDuringADrain) {  // I7
  std::optional<GateEntry> outer(std::in_place, "outer");
  BackgroundDrain drain;
  EXPECT_EQ(GateEntry("inner", GateControl::generation() + 1).refusal(), GateRefusal::kStale);
  outer.reset();
}

TEST_F(GateTest, PassesNestedDuringADrain) {  // I7
  std::optional<GateEntry> outer(std::in_place, "outer");
  BackgroundDrain drain;
  EXPECT_TRUE(GateEntry("inner").ok());
  outer.reset();
}

TEST_F(GateTest, PassesNestedForTheLiveGenerationDuringADrain) {  // I7
  std::optional<GateEntry> outer(std::in_place, "outer");
  BackgroundDrain drain;
  EXPECT_TRUE(GateEntry("inner", GateControl::generation()).ok());
  outer.reset();
}

TEST_F(GateTest, PassesTenDeepDuringADrain) {  // I7
  std::vector<GateEntry> entries;
  entries.reserve(11);
  entries.emplace_back("outer");
  BackgroundDrain drain;
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(entries.emplace_back("inner").ok());
  while (!entries.empty()) entries.pop_back();
}

TEST_F(GateTest, PassesNestedWhenTheOutermostEntryLeftFirst) {  // I7
  std::optional<GateEntry> first(std::in_place, "first");
  std::optional<GateEntry> second(std::in_place, "second");
  first.reset();
  BackgroundDrain drain;
  EXPECT_TRUE(GateEntry("inner").ok());
  second.reset();
}

TEST_F(GateTest, IsLeftByTheLastOfEntriesInAnyOrder) {
  std::optional<GateEntry> first(std::in_place, "first");
  std::optional<GateEntry> second(std::in_place, "second");
  first.reset();
  second.reset();
  EXPECT_EQ(Depth(), 0u);
}

TEST_F(GateTest, RefusesAnOuterEntryDuringADrain) {
  std::optional<GateEntry> outer(std::in_place, "outer");
  BackgroundDrain drain;
  OnAnotherThread([] { EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed); });
  outer.reset();
}

TEST_F(GateTest, MovedEntryIsStillInside) {
  GateEntry entry("test");
  GateEntry moved(std::move(entry));
  EXPECT_TRUE(moved.ok());
}

TEST_F(GateTest, MovedFromEntryIsNotOk) {
  GateEntry entry("test");
  GateEntry moved(std::move(entry));
  EXPECT_FALSE(entry.ok());  // NOLINT(bugprone-use-after-move)
}

TEST_F(GateTest, MovedEntryLeavesOnce) {
  {
    GateEntry entry("test");
    GateEntry moved(std::move(entry));
  }
  EXPECT_EQ(Depth(), 0u);
}

TEST_F(GateTest, KeepsErrnoWhenEntered) {
  errno = E2BIG;
  GateEntry entry("test");
  EXPECT_EQ(errno, E2BIG);
}

TEST_F(GateTest, KeepsErrnoInAThreadsFirstEntry) {
  OnAnotherThread([] {
    errno = E2BIG;
    GateEntry entry("test");
    EXPECT_EQ(errno, E2BIG);
  });
}

TEST_F(GateTest, KeepsErrnoInALeaveThatWakesADrain) {
  std::optional<GateEntry> entry(std::in_place, "test");
  BackgroundDrain drain;
  errno = E2BIG;
  entry.reset();
  EXPECT_EQ(errno, E2BIG);
}

TEST_F(GateTest, IsNotClosingWhileOpen) { EXPECT_FALSE(GateIsClosing()); }

TEST_F(GateTest, IsClosingDuringADrain) {
  std::optional<GateEntry> entry(std::in_place, "test");
  BackgroundDrain drain;
  EXPECT_TRUE(GateIsClosing());
  entry.reset();
}

// I1
TEST_F(GateTest, SlotIsLeftAloneByDrainsOfOthers) {
  GateEntry entry("test");
  const gate_internal::Slot before = *t_slot;
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline); });
  EXPECT_TRUE(t_slot->state == before.state && t_slot->label == before.label);
  ASSERT_TRUE(GateControl::Resume().ok());
}

// I2
TEST_F(GateTest, SlotOfAnEndedThreadIsStillASlot) {
  gate_internal::Slot* slot = nullptr;
  OnAnotherThread([&slot] {
    GateEntry entry("test");
    slot = t_slot;
  });
  EXPECT_EQ(slot->state & gate_internal::kDepthMask, 0u);
}

using ClosedGate = ClosedGateTest;

TEST_F(ClosedGate, RefusesWithClosed) {
  EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed);
}

TEST_F(ClosedGate, RefusesTheLiveGenerationWithClosed) {
  EXPECT_EQ(GateEntry("test", GateControl::generation()).refusal(), GateRefusal::kClosed);
}

TEST_F(ClosedGate, RefusesAnotherGenerationWithStale) {
  EXPECT_EQ(GateEntry("test", GateControl::generation() + 1).refusal(), GateRefusal::kStale);
}

TEST_F(ClosedGate, KeepsErrnoWhenRefusing) {
  errno = E2BIG;
  GateEntry entry("test");
  EXPECT_EQ(errno, E2BIG);
}

TEST_F(ClosedGate, RefusedEntryIsNotInside) {
  GateEntry entry("test");
  EXPECT_EQ(Depth(), 0u);
}

TEST_F(ClosedGate, StaysClosedWhenThereIsANewGeneration) {  // I9
  ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
  EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed);
}

// A signal handler interrupts an entry that is published and not yet let through.
TEST_F(ClosedGate, EntryThatIsHalfMadeVouchesForNoOther) {
  OnAnotherThread([] {
    { GateEntry attach("attach"); }
    gate_internal::Publish(t_slot);
    EXPECT_EQ(GateEntry("in the handler").refusal(), GateRefusal::kClosed);
    gate_internal::BackOut(t_slot, ~uint64_t{0});
  });
}

// Signals.

std::atomic<int> g_signals;
std::atomic<int> g_passed;
bool g_only_refusals;

void EnterInHandler(int) {
  g_signals.fetch_add(1);
  GateEntry outer("handler");
  GateEntry inner("handler, nested");
  if (outer.ok() && inner.ok()) g_passed.fetch_add(1);
  if (outer.ok() != inner.ok()) ::abort();
  if (g_only_refusals && outer.ok()) ::abort();
}

class GateInSignalHandlerTest : public OpenGateTest {
 protected:
  void SetUp() override {
    OpenGateTest::SetUp();
    g_signals = 0;
    g_passed = 0;
    g_only_refusals = false;
    struct sigaction action = {};
    action.sa_handler = EnterInHandler;
    action.sa_flags = SA_RESTART;
    sigaction(SIGALRM, &action, &before_);
    sigaddset(&alarm_, SIGALRM);
    pthread_sigmask(SIG_BLOCK, &alarm_, nullptr);
  }
  void TearDown() override {
    pthread_sigmask(SIG_UNBLOCK, &alarm_, nullptr);
    sigaction(SIGALRM, &before_, nullptr);
  }

  // Runs `body` again and again on a thread that SIGALRM hits every 50 us, until `signals` have
  // come.
  void UnderStorm(int signals, const std::function<void()>& body) {
    const itimerval storm{{0, 50}, {0, 50}};
    const itimerval calm{};
    OnAnotherThread([&] {
      pthread_sigmask(SIG_UNBLOCK, &alarm_, nullptr);
      setitimer(ITIMER_REAL, &storm, nullptr);
      while (g_signals < signals) {
        for (int i = 0; i < 1000; ++i) body();
        const timespec soon{0, 1};
        nanosleep(&soon, nullptr);  // where ThreadSanitizer delivers signals
      }
      setitimer(ITIMER_REAL, &calm, nullptr);
      pthread_sigmask(SIG_BLOCK, &alarm_, nullptr);
      depth_after_ = Depth();
    });
  }

  sigset_t alarm_ = {};
  struct sigaction before_;
  uint64_t depth_after_ = 0;
};

TEST_F(GateInSignalHandlerTest, PassesOnAThreadThatNeverEntered) {
  UnderStorm(1, [] {});
  EXPECT_GE(g_passed, 1);
}

TEST_F(GateInSignalHandlerTest, PassesInAStorm) {
  UnderStorm(2000, [] { GateEntry entry("interrupted"); });
  EXPECT_EQ(g_passed, g_signals);
}

TEST_F(GateInSignalHandlerTest, LeavesTheInterruptedThreadBalanced) {
  UnderStorm(2000, [] { GateEntry entry("interrupted"); });
  EXPECT_EQ(depth_after_, 0u);
}

TEST_F(GateInSignalHandlerTest, IsRefusedInAStormWhileClosed) {
  CloseGate();
  g_only_refusals = true;
  UnderStorm(2000, [] { GateEntry entry("interrupted"); });
  EXPECT_EQ(g_passed, 0);
}

TEST_F(GateInSignalHandlerTest, ThreadsWhoseFirstEntryIsInterruptedLeaveNoSlotBehind) {
  { GateEntry attach("attach"); }
  const itimerval storm{{0, 50}, {0, 50}};
  const itimerval calm{};
  setitimer(ITIMER_REAL, &storm, nullptr);
  const size_t before = GateControl::SlotHighWater();
  for (int i = 0; i < 2000; ++i) {
    OnAnotherThread([this] {
      pthread_sigmask(SIG_UNBLOCK, &alarm_, nullptr);
      { GateEntry entry("first"); }
      pthread_sigmask(SIG_BLOCK, &alarm_, nullptr);
    });
  }
  setitimer(ITIMER_REAL, &calm, nullptr);
  EXPECT_LE(GateControl::SlotHighWater(), before + 2);
}

// The end of threads.

std::atomic<int> g_destructors;

class GateAtThreadEndTest : public OpenGateTest {
 protected:
  void SetUp() override {
    OpenGateTest::SetUp();
    g_destructors = 0;
  }
};

struct EntersWhenDestroyed {
  ~EntersWhenDestroyed() { g_destructors += GateEntry("thread_local destructor").ok(); }
};

TEST_F(GateAtThreadEndTest, PassesInThreadLocalDestructors) {
  OnAnotherThread([] {
    thread_local EntersWhenDestroyed object;
    (void)&object;
    GateEntry entry("test");
  });
  EXPECT_EQ(g_destructors, 1);
}

pthread_key_t g_key;
thread_local int t_passes;

void EnterInEveryPass(void* value) {
  g_destructors += GateEntry("pthread-key destructor").ok();
  if (++t_passes < kPasses) pthread_setspecific(g_key, value);
}

void EnterInTheLastPass(void* value) {
  if (++t_passes < kPasses) {
    pthread_setspecific(g_key, value);
  } else {
    g_destructors += GateEntry("pthread-key destructor").ok();
  }
}

void WithKeyDestructor(void (*destructor)(void*), int threads) {
  ASSERT_EQ(pthread_key_create(&g_key, destructor), 0);
  for (int i = 0; i < threads; ++i) {
    OnAnotherThread([] {
      EnterUnderTsan();
      pthread_setspecific(g_key, &g_key);
    });
  }
  pthread_key_delete(g_key);
}

TEST_F(GateAtThreadEndTest, PassesInEveryPassOfPthreadKeyDestructors) {
  WithKeyDestructor(EnterInEveryPass, 1);
  EXPECT_EQ(g_destructors, kPasses);
}

TEST_F(GateAtThreadEndTest, PassesInTheLastPassOfPthreadKeyDestructors) {
  WithKeyDestructor(EnterInTheLastPass, 1);
  EXPECT_EQ(g_destructors, 1);
}

TEST_F(GateAtThreadEndTest, IsDrainedAfterEntriesInKeyDestructors) {
  WithKeyDestructor(EnterInEveryPass, 100);
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
}

// A slot that is taken in the last pass is left behind; it is taken back before the slots outgrow
// their slab of 1024.
TEST_F(GateAtThreadEndTest, SlotsTakenInTheLastPassAreTakenBack) {
  WithKeyDestructor(EnterInTheLastPass, 2500);
  EXPECT_LE(GateControl::SlotHighWater(), 1024u);
}

void EnterInNsprDestructor(void*) { g_destructors += GateEntry("NSPR destructor").ok(); }

TEST_F(GateAtThreadEndTest, PassesInNsprThreadPrivateDestructors) {
  PRUintn index;
  ASSERT_EQ(PR_NewThreadPrivateIndex(&index, EnterInNsprDestructor), PR_SUCCESS);
  OnAnotherThread([index] {
    EnterUnderTsan();
    PR_SetThreadPrivate(index, &g_destructors);
  });
  EXPECT_EQ(g_destructors, 1);
}

TEST_F(GateAtThreadEndTest, PassesInNsprThreadPrivateDestructorsOfAThreadThatEntered) {
  PRUintn index;
  ASSERT_EQ(PR_NewThreadPrivateIndex(&index, EnterInNsprDestructor), PR_SUCCESS);
  OnAnotherThread([index] {
    GateEntry entry("test");
    PR_SetThreadPrivate(index, &g_destructors);
  });
  EXPECT_EQ(g_destructors, 1);
}

TEST_F(GateAtThreadEndTest, TenThousandThreadsNeedNoMoreSlotsThanAreAliveAtOnce) {
  constexpr int kAtOnce = 8;
  const size_t before = GateControl::SlotHighWater();
  for (int batch = 0; batch < 10000 / kAtOnce; ++batch) {
    std::vector<std::thread> threads;
    for (int i = 0; i < kAtOnce; ++i) threads.emplace_back([] { GateEntry entry("passing"); });
    for (std::thread& thread : threads) thread.join();
  }
  EXPECT_LE(GateControl::SlotHighWater(), before + kAtOnce);
}

TEST_F(GateAtThreadEndTest, PthreadExitInsideUnwindsAndLeaves) {
  OnAnotherThread([] {
    GateEntry entry("test");
    pthread_exit(nullptr);
  });
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
}

}  // namespace
}  // namespace psm
