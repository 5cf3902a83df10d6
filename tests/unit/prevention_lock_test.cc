// PreventionLock: obtained or refused with a Status that says why. PromptScope: marks who waits for
// a user.

#include "shutdown/prevention_lock.h"

#include <sys/resource.h>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"

namespace psm {
namespace {

using absl::StatusCode;

static_assert(!std::is_default_constructible_v<PreventionLock>);
static_assert(!std::is_copy_constructible_v<PreventionLock>);
static_assert(!std::is_constructible_v<PreventionLock, const char*>);
static_assert(std::is_nothrow_move_constructible_v<PreventionLock>);

using PreventionLockTest = OpenGateTest;

TEST(UnopenedPreventionLockTest, IsFailedPreconditionBeforeTheFirstProfile) {
  EXPECT_IN_FRESH_PROCESS([] {
    EXPECT_EQ(PreventionLock::Acquire().status().code(), StatusCode::kFailedPrecondition);
  });
}

TEST(UnopenedPreventionLockTest, IsResourceExhaustedWithoutMemoryForASlot) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    rlimit before;
    ASSERT_EQ(getrlimit(RLIMIT_AS, &before), 0);
    const rlimit none{4096, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_AS, &none), 0);
    const GateRefusal refusal = GateEntry("test").refusal();
    setrlimit(RLIMIT_AS, &before);
    EXPECT_EQ(GateStatus(refusal, "test").code(), StatusCode::kResourceExhausted);
  });
}

TEST_F(PreventionLockTest, IsAcquiredWhileOpen) { EXPECT_TRUE(PreventionLock::Acquire().ok()); }

TEST_F(PreventionLockTest, IsAcquiredForTheLiveGeneration) {
  EXPECT_TRUE(PreventionLock::AcquireFor(GateControl::generation()).ok());
}

TEST_F(PreventionLockTest, NamesTheGenerationItKeepsLive) {
  EXPECT_EQ(LockOrDie().generation(), GateControl::generation());
}

TEST_F(PreventionLockTest, Nests) {
  const PreventionLock outer = LockOrDie();
  EXPECT_TRUE(PreventionLock::Acquire().ok());
}

TEST_F(PreventionLockTest, NestsDuringADrain) {  // I7
  std::optional<PreventionLock> outer(LockOrDie());
  BackgroundDrain drain;
  EXPECT_TRUE(PreventionLock::Acquire().ok());
  outer.reset();
}

TEST_F(PreventionLockTest, IsUnavailableOnceADrainIsOn) {
  Holder holder("holder");
  BackgroundDrain drain;
  EXPECT_EQ(PreventionLock::Acquire().status().code(), StatusCode::kUnavailable);
  holder.Leave();
}

TEST_F(PreventionLockTest, IsUnavailableWhileNssIsDown) {
  CloseGate();
  EXPECT_EQ(PreventionLock::Acquire().status().code(), StatusCode::kUnavailable);
}

TEST_F(PreventionLockTest, IsFailedPreconditionForAnEarlierGeneration) {
  const ProfileGeneration earlier = GateControl::generation();
  SwitchProfile();
  EXPECT_EQ(PreventionLock::AcquireFor(earlier).status().code(), StatusCode::kFailedPrecondition);
}

TEST_F(PreventionLockTest, HoldsUpADrain) {
  const PreventionLock lock = LockOrDie();
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline); });
  ASSERT_TRUE(GateControl::Resume().ok());
}

TEST_F(PreventionLockTest, HoldsUpADrainAfterItMoved) {
  PreventionLock lock = LockOrDie();
  const PreventionLock moved = std::move(lock);
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline); });
  ASSERT_TRUE(GateControl::Resume().ok());
}

TEST_F(PreventionLockTest, HoldsUpNoDrainOnceReleased) {
  { const PreventionLock lock = LockOrDie(); }
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
}

TEST_F(PreventionLockTest, IsNamedForTheFunctionThatAcquiredIt) {
  auto import_certificate = [] { return PreventionLock::Acquire().value(); };
  const PreventionLock lock = import_certificate();
  OnAnotherThread([] { EXPECT_EQ(GateControl::Drain(kShort).holders.at(0).label, "operator()"); });
  ASSERT_TRUE(GateControl::Resume().ok());
}

TEST_F(PreventionLockTest, RefusalNamesTheOperation) {
  CloseGate();
  const absl::Status status = PreventionLock::Acquire("ImportCertificate").status();
  EXPECT_TRUE(absl::StrContains(status.message(), "ImportCertificate")) << status;
}

TEST_F(PreventionLockTest, RefusalIsAGateRefusal) {
  CloseGate();
  EXPECT_TRUE(IsGateRefusal(PreventionLock::Acquire().status()));
}

class GateStatusTest : public testing::TestWithParam<std::pair<GateRefusal, StatusCode>> {};

TEST_P(GateStatusTest, HasTheCodeOfItsRefusal) {
  EXPECT_EQ(GateStatus(GetParam().first, "test").code(), GetParam().second);
}

TEST_P(GateStatusTest, IsAGateRefusal) {
  EXPECT_TRUE(IsGateRefusal(GateStatus(GetParam().first, "test")));
}

INSTANTIATE_TEST_SUITE_P(
    EveryRefusal, GateStatusTest,
    testing::Values(std::make_pair(GateRefusal::kNotOpen, StatusCode::kFailedPrecondition),
                    std::make_pair(GateRefusal::kClosed, StatusCode::kUnavailable),
                    std::make_pair(GateRefusal::kStale, StatusCode::kFailedPrecondition),
                    std::make_pair(GateRefusal::kForked, StatusCode::kFailedPrecondition),
                    std::make_pair(GateRefusal::kNoSlot, StatusCode::kResourceExhausted)));

TEST(GateRefusalTest, FailureOfNssIsNone) {
  EXPECT_FALSE(IsGateRefusal(absl::UnavailableError("SEC_ERROR_IO")));
}

TEST(GateRefusalTest, OkIsNone) { EXPECT_FALSE(IsGateRefusal(absl::OkStatus())); }

using PromptScopeTest = OpenGateTest;

TEST_F(PromptScopeTest, BeginsWhileOpen) {
  const PreventionLock lock = LockOrDie();
  EXPECT_TRUE(PromptScope::Begin(lock).ok());
}

TEST_F(PromptScopeTest, IsCancelledOnceADrainIsOn) {
  std::optional<PreventionLock> lock(LockOrDie());
  BackgroundDrain drain;
  EXPECT_EQ(PromptScope::Begin(*lock).status().code(), StatusCode::kCancelled);
  lock.reset();
}

TEST_F(PromptScopeTest, MarksItsHolderUntilTheLastOneEnds) {
  const PreventionLock lock = LockOrDie();
  const auto outer = PromptScope::Begin(lock);
  { const auto inner = PromptScope::Begin(lock); }
  OnAnotherThread([] { EXPECT_TRUE(GateControl::Drain(kShort).holders.at(0).in_prompt); });
  ASSERT_TRUE(GateControl::Resume().ok());
}

TEST_F(PromptScopeTest, EndsOnceWhenMoved) {
  const PreventionLock lock = LockOrDie();
  {
    PromptScope prompt = PromptScope::Begin(lock).value();
    const PromptScope moved = std::move(prompt);
  }
  EXPECT_EQ(gate_internal::t_slot->prompts, 0u);
}

}  // namespace
}  // namespace psm
