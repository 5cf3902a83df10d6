// The owner's side of the gate: its states, its refusals, and what a drain reports. I1 to I10:
// shutdown/gate.h.

#include "shutdown/gate_control.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "shutdown/prevention_lock.h"
#include "tests/unit/gate_testing.h"

namespace psm {
namespace {

using absl::StatusCode;

pid_t Tid() { return static_cast<pid_t>(syscall(SYS_gettid)); }

// Before the first profile.

TEST(GateControlPrepareTest, UsesMembarrier) {
  EXPECT_IN_FRESH_PROCESS([] { EXPECT_EQ(GateControl::Prepare().fence, GateFence::kMembarrier); });
}

TEST(GateControlPrepareTest, WipesTheWordOnFork) {
  EXPECT_IN_FRESH_PROCESS([] { EXPECT_TRUE(GateControl::Prepare().wipe_on_fork); });
}

TEST(GateControlPrepareTest, UsesTheFallbackWhenToldTo) {
  EXPECT_IN_FRESH_PROCESS(
      [] { EXPECT_EQ(GateControl::Prepare({/*force_seq_cst=*/true}).fence, GateFence::kSeqCst); });
}

TEST(GateControlPrepareTest, KeepsTheOptionsOfTheFirstCall) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare({/*force_seq_cst=*/true});
    EXPECT_EQ(GateControl::Prepare({/*force_seq_cst=*/false}).fence, GateFence::kSeqCst);
  });
}

TEST(GateControlFallbackTest, EntersDrainsAndReopens) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare({/*force_seq_cst=*/true});
    OpenGate();
    EXPECT_TRUE(GateEntry("test", 1).ok());
    EXPECT_EQ(GateControl::fence(), GateFence::kSeqCst);
    SwitchProfile();
    EXPECT_EQ(GateEntry("test").generation(), 2u);
  });
}

TEST(GateControlFallbackTest, PassesNestedDuringADrain) {  // I7
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare({/*force_seq_cst=*/true});
    OpenGate();
    std::optional<GateEntry> outer(std::in_place, "outer");
    BackgroundDrain drain;
    EXPECT_TRUE(GateEntry("inner").ok());
    outer.reset();
    EXPECT_EQ(drain.Report().result, DrainResult::kOk);
  });
}

TEST(GateControlFallbackTest, DrainsWithoutAnyWake) {  // I8
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare({/*force_seq_cst=*/true});
    OpenGate();
    std::optional<GateEntry> entry(std::in_place, "test");
    BackgroundDrain drain;
    // What a leave does whose load of the word was ahead of its store: it sees the gate open and
    // wakes nobody.
    gate_internal::Slot* slot = gate_internal::t_slot;
    __atomic_store_n(&slot->state, slot->state - gate_internal::kInsideOne - 1, __ATOMIC_RELEASE);
    EXPECT_EQ(drain.Report().result, DrainResult::kOk);
    slot->state += gate_internal::kInsideOne + 1;
    entry.reset();
  });
}

TEST(GateControlUnopenedTest, HasNoGeneration) {
  EXPECT_IN_FRESH_PROCESS([] { EXPECT_EQ(GateControl::generation(), 0u); });
}

TEST(GateControlUnopenedTest, IsNotOpen) {
  EXPECT_IN_FRESH_PROCESS([] { EXPECT_FALSE(GateControl::is_open()); });
}

TEST(GateControlUnopenedTest, DrainReportsNotOpen) {
  EXPECT_IN_FRESH_PROCESS(
      [] { EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kNotOpen); });
}

TEST(GateControlUnopenedTest, CannotOpenWithoutAGeneration) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare();
    EXPECT_EQ(GateControl::Open().code(), StatusCode::kFailedPrecondition);
  });
}

TEST(GateControlUnopenedTest, CannotResumeWithoutAGeneration) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare();
    EXPECT_EQ(GateControl::Resume().code(), StatusCode::kFailedPrecondition);
  });
}

TEST(GateControlUnopenedTest, AdvancesToTheFirstGeneration) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
    EXPECT_EQ(GateControl::generation(), 1u);
  });
}

TEST(GateControlUnopenedTest, OwnerEntersUnderTheFirstGeneration) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
    GateOwnerScope owner("open");
    EXPECT_TRUE(GateEntry("test", 1).ok());
  });
}

// Open.

using OpenGateControlTest = OpenGateTest;

TEST_F(OpenGateControlTest, IsOpen) { EXPECT_TRUE(GateControl::is_open()); }

TEST_F(OpenGateControlTest, CannotAdvanceTheGeneration) {  // I3
  EXPECT_EQ(GateControl::AdvanceGeneration().code(), StatusCode::kFailedPrecondition);
}

TEST_F(OpenGateControlTest, RefusedAdvanceLeavesTheGeneration) {  // I3
  const ProfileGeneration before = GateControl::generation();
  (void)GateControl::AdvanceGeneration();
  EXPECT_EQ(GateControl::generation(), before);
}

TEST_F(OpenGateControlTest, CannotOpenTwice) {
  EXPECT_EQ(GateControl::Open().code(), StatusCode::kFailedPrecondition);
}

TEST_F(OpenGateControlTest, DrainWithNobodyInsideIsOk) {
  EXPECT_EQ(GateControl::Drain(absl::ZeroDuration()).result, DrainResult::kOk);
}

TEST_F(OpenGateControlTest, DrainWaitsForItsHolder) {
  Holder holder("holder");
  BackgroundDrain drain;
  holder.Leave();
  EXPECT_EQ(drain.Report().result, DrainResult::kOk);
}

TEST_F(OpenGateControlTest, DrainWaitsForEachHolder) {
  Holder first("first");
  Holder second("second");
  BackgroundDrain drain;
  first.Leave();
  second.Leave();
  EXPECT_EQ(drain.Report().result, DrainResult::kOk);
}

TEST_F(OpenGateControlTest, DrainWaitsForNestedEntries) {
  std::optional<GateEntry> outer(std::in_place, "outer");
  std::optional<GateEntry> inner(std::in_place, "inner");
  BackgroundDrain drain(kShort);
  inner.reset();
  EXPECT_EQ(drain.Report().result, DrainResult::kDeadline);
  outer.reset();
}

TEST_F(OpenGateControlTest, DrainThatEndsOkNamesNoHolder) {
  Holder holder("holder");
  BackgroundDrain drain;
  holder.Leave();
  EXPECT_TRUE(drain.Report().holders.empty());
}

TEST_F(OpenGateControlTest, DrainIsWokenAndNeedNotPoll) {  // I6
  int late_wakes = 0;
  for (int i = 0; i < 200; ++i) {
    Holder holder("holder");
    BackgroundDrain drain;
    holder.Leave();
    late_wakes += drain.Report().late_wakes;
    OpenGate();
  }
  // A holder may leave just as a poll runs out.
  EXPECT_LE(late_wakes, 4);
}

TEST_F(OpenGateControlTest, DrainByAThreadInsideReportsSelfInside) {  // I10
  GateEntry entry("test");
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kSelfInside);
}

TEST_F(OpenGateControlTest, DrainByAThreadInsideNamesItsEntry) {  // I10
  GateEntry entry("its entry");
  const DrainReport report = GateControl::Drain(kHang);
  ASSERT_EQ(report.holders.size(), 1u);
  EXPECT_EQ(report.holders[0].label, "its entry");
}

TEST_F(OpenGateControlTest, DrainByAThreadInsideLeavesTheGateOpen) {  // I10
  GateEntry entry("test");
  (void)GateControl::Drain(kHang);
  OnAnotherThread([] { EXPECT_TRUE(GateEntry("another").ok()); });
}

TEST_F(OpenGateControlTest, SecondDrainIsToldBusy) {
  Holder holder("holder");
  BackgroundDrain drain;
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kBusy);
  holder.Leave();
}

TEST_F(OpenGateControlTest, SecondDrainLeavesTheFirstAlone) {
  Holder holder("holder");
  BackgroundDrain drain;
  (void)GateControl::Drain(kHang);
  holder.Leave();
  EXPECT_EQ(drain.Report().result, DrainResult::kOk);
}

TEST_F(OpenGateControlTest, EveryOtherControlIsAbortedDuringADrain) {
  Holder holder("holder");
  BackgroundDrain drain;
  EXPECT_EQ(GateControl::Resume().code(), StatusCode::kAborted);
  EXPECT_EQ(GateControl::Open().code(), StatusCode::kAborted);
  EXPECT_EQ(GateControl::AdvanceGeneration().code(), StatusCode::kAborted);
  holder.Leave();
}

TEST_F(OpenGateControlTest, OverlappingTrafficCannotHoldUpADrain) {
  std::atomic<bool> stop{false};
  std::vector<std::thread> traffic;
  for (int i = 0; i < 4; ++i) {
    traffic.emplace_back([&stop] {
      while (!stop) GateEntry entry("traffic");
    });
  }
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  stop = true;
  for (std::thread& thread : traffic) thread.join();
}

// What a drain that ran out of time says.
class DrainReportTest : public OpenGateTest {
 protected:
  void TearDown() override { OpenGate(); }

  // What a drain says of `holder`, a thread that is inside.
  static GateHolder Only(Holder& holder) {
    const DrainReport report = GateControl::Drain(kShort);
    holder.Leave();
    return report.holders.size() == 1 ? report.holders[0] : GateHolder{};
  }
};

TEST_F(DrainReportTest, SaysDeadline) {
  Holder holder("holder");
  EXPECT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline);
}

TEST_F(DrainReportTest, SaysDeadlineAtOnceWithoutTime) {
  Holder holder("holder");
  EXPECT_EQ(GateControl::Drain(absl::ZeroDuration()).result, DrainResult::kDeadline);
}

TEST_F(DrainReportTest, SaysHowLongItWaited) {
  Holder holder("holder");
  EXPECT_GE(GateControl::Drain(kShort).waited, kShort);
}

TEST_F(DrainReportTest, NamesTheThreadId) {
  pid_t tid = 0;
  Holder holder("holder", [&tid] { tid = Tid(); });
  EXPECT_EQ(Only(holder).tid, tid);
}

TEST_F(DrainReportTest, NamesTheThread) {
  Holder holder("holder", [] { pthread_setname_np(pthread_self(), "cert worker"); });
  EXPECT_EQ(Only(holder).thread_name, "cert worker");
}

TEST_F(DrainReportTest, NamesTheLabel) {
  Holder holder("ImportCertificate");
  EXPECT_EQ(Only(holder).label, "ImportCertificate");
}

TEST_F(DrainReportTest, NamesTheInnermostLabel) {
  GateEntry outer("outer");
  GateEntry inner("inner");
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).holders.at(0).label, "inner"); });
}

TEST_F(DrainReportTest, NamesTheOuterLabelAgainAfterAnInnerLeave) {
  Holder holder("outer", [] { GateEntry inner("inner"); });
  EXPECT_EQ(Only(holder).label, "outer");
}

TEST_F(DrainReportTest, NamesTheOuterLabelAgainAfterAnInnerRefusal) {
  Holder holder("outer", [] { GateEntry inner("inner", GateControl::generation() + 1); });
  EXPECT_EQ(Only(holder).label, "outer");
}

TEST_F(DrainReportTest, CountsTheDepth) {
  GateEntry first("first");
  GateEntry second("second");
  GateEntry third("third");
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).holders.at(0).depth, 3); });
}

TEST_F(DrainReportTest, SaysHowLongAtLeast) {
  Holder holder("holder");
  EXPECT_GE(Only(holder).held_at_least, kShort);
}

TEST_F(DrainReportTest, SaysWhoWaitsForAUser) {
  const PreventionLock lock = LockOrDie();
  const auto prompt = PromptScope::Begin(lock);
  OnAnotherThread([] { EXPECT_TRUE(GateControl::Drain(kShort).holders.at(0).in_prompt); });
}

TEST_F(DrainReportTest, SaysWhoNoLongerWaitsForAUser) {
  Holder holder("holder", [] {
    const PreventionLock lock = LockOrDie();
    const auto prompt = PromptScope::Begin(lock);
  });
  EXPECT_FALSE(Only(holder).in_prompt);
}

TEST_F(DrainReportTest, SaysThatALivingThreadHasNotEnded) {
  Holder holder("holder");
  EXPECT_FALSE(Only(holder).thread_exited);
}

TEST_F(DrainReportTest, NamesEveryHolder) {
  Holder first("first");
  Holder second("second");
  EXPECT_EQ(GateControl::Drain(kShort).holders.size(), 2u);
}

TEST_F(DrainReportTest, NamesNoThreadThatLeft) {
  Holder gone("gone");
  Holder stays("stays");
  BackgroundDrain drain(absl::Seconds(1));
  gone.Leave();
  const DrainReport& report = drain.Report();
  ASSERT_EQ(report.holders.size(), 1u);
  EXPECT_EQ(report.holders[0].label, "stays");
}

TEST(DrainOfAnEndedThreadTest, SaysThatTheThreadEnded) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    GateEntry* leaked = nullptr;
    OnAnotherThread([&leaked] { leaked = new GateEntry("leaked"); });
    const DrainReport report = GateControl::Drain(kShort);
    ASSERT_EQ(report.holders.size(), 1u);
    EXPECT_TRUE(report.holders[0].thread_exited);
    EXPECT_EQ(report.holders[0].label, "leaked");
  });
}

TEST(DrainOfAnEndedThreadTest, NeverTakesTheSlotOfOneForAnotherThread) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    gate_internal::Slot* slot = nullptr;
    GateEntry* leaked = nullptr;
    OnAnotherThread([&] {
      leaked = new GateEntry("leaked");
      slot = gate_internal::t_slot;
    });
    OnAnotherThread([slot] {
      GateEntry entry("test");
      EXPECT_NE(gate_internal::t_slot, slot);
    });
  });
}

// After a drain that ran out of time.
class UndrainedGateTest : public OpenGateTest {
 protected:
  void SetUp() override {
    OpenGateTest::SetUp();
    holder_.emplace("holder");
    ASSERT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline);
  }
  void TearDown() override {
    holder_.reset();
    OpenGate();
  }

  std::optional<Holder> holder_;
};

TEST_F(UndrainedGateTest, StaysClosed) {
  EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed);
}

TEST_F(UndrainedGateTest, CannotAdvanceTheGeneration) {  // I3
  EXPECT_EQ(GateControl::AdvanceGeneration().code(), StatusCode::kFailedPrecondition);
}

TEST_F(UndrainedGateTest, CannotOpen) {
  EXPECT_EQ(GateControl::Open().code(), StatusCode::kFailedPrecondition);
}

TEST_F(UndrainedGateTest, ResumeOpensIt) {
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_TRUE(GateEntry("test").ok());
}

TEST_F(UndrainedGateTest, ResumeKeepsTheGeneration) {
  const ProfileGeneration before = GateControl::generation();
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_EQ(GateControl::generation(), before);
}

TEST_F(UndrainedGateTest, AnotherDrainReportsTheHolderAgain) {
  EXPECT_EQ(GateControl::Drain(kShort).holders.size(), 1u);
}

TEST_F(UndrainedGateTest, AnotherDrainIsOkOnceTheHolderLeft) {
  holder_->Leave();
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
}

TEST_F(UndrainedGateTest, AnotherDrainIsWokenByTheHolder) {
  std::thread drain([] { EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk); });
  holder_->Leave();
  drain.join();
}

TEST_F(UndrainedGateTest, OwnerScopeAborts) {  // I4
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(GateOwnerScope("shut down"), "shut down.*not drained");
}

// Drained.

using DrainedGateTest = ClosedGateTest;

TEST_F(DrainedGateTest, IsNotOpen) { EXPECT_FALSE(GateControl::is_open()); }

TEST_F(DrainedGateTest, AnotherDrainIsOkAtOnce) {
  EXPECT_EQ(GateControl::Drain(absl::ZeroDuration()).result, DrainResult::kOk);
}

TEST_F(DrainedGateTest, AdvancesByOneGeneration) {  // I3
  const ProfileGeneration before = GateControl::generation();
  ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
  EXPECT_EQ(GateControl::generation(), before + 1);
}

TEST_F(DrainedGateTest, StaysClosedUntilItIsOpened) {  // I9
  { GateOwnerScope owner("close"); }
  ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
  { GateOwnerScope owner("open"); }
  OnAnotherThread([] { EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed); });
}

TEST_F(DrainedGateTest, OpensUnderTheSameGeneration) {
  const ProfileGeneration before = GateControl::generation();
  ASSERT_TRUE(GateControl::Open().ok());
  EXPECT_EQ(GateEntry("test").generation(), before);
}

TEST_F(DrainedGateTest, ResumeOpensUnderTheSameGeneration) {
  const ProfileGeneration before = GateControl::generation();
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_EQ(GateEntry("test").generation(), before);
}

TEST_F(DrainedGateTest, OwnerEntersInItsScope) {  // I7
  GateOwnerScope owner("close");
  EXPECT_TRUE(GateEntry("test").ok());
}

TEST_F(DrainedGateTest, OwnerEntersForTheClosedGenerationInItsScope) {  // I7
  GateOwnerScope owner("close");
  EXPECT_TRUE(GateEntry("test", GateControl::generation()).ok());
}

TEST_F(DrainedGateTest, OwnerIsRefusedForAnotherGenerationInItsScope) {  // I7
  GateOwnerScope owner("close");
  EXPECT_EQ(GateEntry("test", GateControl::generation() + 1).refusal(), GateRefusal::kStale);
}

TEST_F(DrainedGateTest, OwnerIsRefusedAfterItsScope) {
  { GateOwnerScope owner("close"); }
  EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed);
}

TEST_F(DrainedGateTest, OthersAreRefusedDuringAnOwnerScope) {
  GateOwnerScope owner("close");
  OnAnotherThread([] { EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed); });
}

TEST_F(DrainedGateTest, OwnerScopesNest) {
  GateOwnerScope outer("close");
  { GateOwnerScope inner("close more"); }
  EXPECT_TRUE(GateEntry("test").ok());
}

TEST_F(DrainedGateTest, DrainInAnOwnerScopeReportsSelfInside) {  // I10
  GateOwnerScope owner("close");
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kSelfInside);
}

using GateOwnerScopeDeathTest = OpenGateTest;

TEST_F(GateOwnerScopeDeathTest, AbortsWhileTheGateIsOpen) {  // I4
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(GateOwnerScope("shut down"), "shut down.*not drained");
}

TEST(UnopenedGateOwnerScopeDeathTest, AbortsBeforeAnyGeneration) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(GateOwnerScope("shut down"), "shut down.*not drained");
}

// Reports as Status.

DrainReport Report(DrainResult result) {
  DrainReport report;
  report.result = result;
  report.holders = {{7, "worker", "FirstCall", absl::Seconds(2), 1, true, false},
                    {8, "main", "SecondCall", absl::Seconds(3), 4, false, true}};
  return report;
}

TEST(DrainStatusTest, OkIsOk) { EXPECT_TRUE(ToStatus(Report(DrainResult::kOk)).ok()); }

TEST(DrainStatusTest, DeadlineIsDeadlineExceeded) {
  EXPECT_EQ(ToStatus(Report(DrainResult::kDeadline)).code(), StatusCode::kDeadlineExceeded);
}

TEST(DrainStatusTest, SelfInsideIsFailedPrecondition) {
  EXPECT_EQ(ToStatus(Report(DrainResult::kSelfInside)).code(), StatusCode::kFailedPrecondition);
}

TEST(DrainStatusTest, BusyIsAborted) {
  EXPECT_EQ(ToStatus(Report(DrainResult::kBusy)).code(), StatusCode::kAborted);
}

TEST(DrainStatusTest, NotOpenIsFailedPrecondition) {
  EXPECT_EQ(ToStatus(Report(DrainResult::kNotOpen)).code(), StatusCode::kFailedPrecondition);
}

TEST(DrainStatusTest, ForkedIsFailedPrecondition) {
  EXPECT_EQ(ToStatus(Report(DrainResult::kForked)).code(), StatusCode::kFailedPrecondition);
}

TEST(DrainStatusTest, NoBarrierIsUnavailable) {
  EXPECT_EQ(ToStatus(Report(DrainResult::kNoBarrier)).code(), StatusCode::kUnavailable);
}

TEST(DrainStatusTest, DeadlineNamesEveryHolder) {
  const std::string message(ToStatus(Report(DrainResult::kDeadline)).message());
  EXPECT_TRUE(absl::StrContains(message, "FirstCall") && absl::StrContains(message, "SecondCall"))
      << message;
}

TEST(DrainStatusTest, SelfInsideNamesTheEntry) {
  const std::string message(ToStatus(Report(DrainResult::kSelfInside)).message());
  EXPECT_TRUE(absl::StrContains(message, "FirstCall")) << message;
}

TEST(DrainStatusTest, NamesAPrompt) {
  const std::string message(ToStatus(Report(DrainResult::kDeadline)).message());
  EXPECT_TRUE(absl::StrContains(message, "in a prompt")) << message;
}

TEST(DrainStatusTest, NamesAnEndedThread) {
  const std::string message(ToStatus(Report(DrainResult::kDeadline)).message());
  EXPECT_TRUE(absl::StrContains(message, "thread ended")) << message;
}

TEST(DrainStatusTest, EachResultHasAName) {
  EXPECT_EQ(DrainResultName(DrainResult::kOk), "ok");
  EXPECT_EQ(DrainResultName(DrainResult::kDeadline), "deadline");
  EXPECT_EQ(DrainResultName(DrainResult::kSelfInside), "self-inside");
  EXPECT_EQ(DrainResultName(DrainResult::kBusy), "busy");
  EXPECT_EQ(DrainResultName(DrainResult::kNotOpen), "not-open");
  EXPECT_EQ(DrainResultName(DrainResult::kForked), "forked");
  EXPECT_EQ(DrainResultName(DrainResult::kNoBarrier), "no-barrier");
}

}  // namespace
}  // namespace psm
