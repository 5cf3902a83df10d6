// The life cycle of psm/security_manager.h on real NSS databases: each state, each outcome, what it
// waits for and what it follows.

#include "psm/security_manager.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nss.h>
#include <pk11pub.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>

#include "absl/synchronization/notification.h"
#include "nss_glue/error.h"
#include "nss_glue/tracked_types.h"
#include "psm/profile_events.h"
#include "tests/unit/security_manager_testing.h"

namespace psm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(SecurityManagerTest, OpensAFreshProfileReadWrite) {
  Start();
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("a"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_TRUE(opened->created);
  EXPECT_EQ(opened->access, ProfileAccess::kReadWrite);
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, StatesOfAChangeComeInOrder) {
  StartLive();
  ASSERT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
  EXPECT_THAT(states_, ElementsAre(ManagerState::kDraining, ManagerState::kEvaporating,
                                   ManagerState::kSwitching, ManagerState::kDown,
                                   ManagerState::kStarting, ManagerState::kLive));
}

TEST_F(SecurityManagerTest, ASecondManagerIsRefused) {
  Start();
  SecurityManager::Config config;
  config.preferences = preferences_.get();
  EXPECT_EQ(SecurityManager::Create(config).status().code(), absl::StatusCode::kAlreadyExists);
}

TEST_F(SecurityManagerTest, ARacingOwnerIsToldAtOnce) {
  SecurityManager::Config config;
  config.preferences = preferences_.get();
  absl::Status racing;
  config.on_state = [&](ManagerState state) {
    if (state == ManagerState::kStarting) racing = manager_->CloseProfile().status();
  };
  manager_ = *SecurityManager::Create(std::move(config));
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  EXPECT_EQ(racing.code(), absl::StatusCode::kAborted);
}

TEST_F(SecurityManagerTest, NothingWorksBeforeAndAfterAProfile) {
  Start();
  EXPECT_FALSE(ProfileWorks());
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  ASSERT_TRUE(manager_->CloseProfile().ok());
  EXPECT_FALSE(ProfileWorks());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kDown);
}

TEST_F(SecurityManagerTest, CoordinatedShutsNssDown) {
  StartLive("coordinated");
  absl::StatusOr<CloseReport> closed = manager_->CloseProfile();
  ASSERT_TRUE(closed.ok());
  EXPECT_EQ(closed->way, SwitchWay::kShutdown);
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(SecurityManagerTest, NeverKeepsNssUpAndClosesTheDatabases) {
  StartLive("never");
  absl::StatusOr<CloseReport> closed = manager_->CloseProfile();
  ASSERT_TRUE(closed.ok());
  EXPECT_EQ(closed->way, SwitchWay::kSlot);
  EXPECT_TRUE(NSS_IsInitialized());
  EXPECT_FALSE(UniqueKeySlotIsThere());
}

TEST_F(SecurityManagerTest, TheModeIsReadAtEachChange) {
  StartLive("coordinated");
  for (int i = 0; i < 100; ++i) {
    const bool never = i % 3 != 0;
    Prefer(kShutdownModePref, never ? "never" : "coordinated");
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile(i % 2 ? "a" : "b"));
    ASSERT_TRUE(changed.ok()) << i << ": " << changed.status();
    ASSERT_EQ(changed->close.way, never ? SwitchWay::kSlot : SwitchWay::kShutdown) << i;
    ASSERT_TRUE(ProfileWorks()) << i;
  }
}

TEST_F(SecurityManagerTest, AnUnknownModeIsRefusedByNameAndTheProfileStays) {
  StartLive();
  Prefer(kShutdownModePref, "sometimes");
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(refused.message(), HasSubstr("security.nss.shutdown_mode"));
  EXPECT_THAT(refused.message(), HasSubstr("sometimes"));
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, TheSameProfileCanBeOpenedAgain) {
  for (const char* mode : {"coordinated", "never"}) {
    StartLive(mode);
    EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok()) << mode;
    EXPECT_TRUE(ProfileWorks()) << mode;
    manager_.reset();
  }
}

// Holders.

TEST_F(SecurityManagerTest, ADeadlineKeepsTheProfileAndNamesTheHolder) {
  StartLive();
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  Holder holder("SlowCall");
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kDeadlineExceeded) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("SlowCall"));
  EXPECT_TRUE(ProfileWorks());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kLive);
  holder.Release();
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
}

TEST_F(SecurityManagerTest, ADeadlineWithProceedPinsUntilTheHolderIsGone) {
  StartLive();
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  Prefer(kDeadlinePolicyPref, "proceed");
  Holder holder("SlowCall");
  EXPECT_FALSE(manager_->CloseProfile().ok());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kPinned);
  EXPECT_THAT(manager_->snapshot().why.message(), HasSubstr("SlowCall"));
  EXPECT_FALSE(ProfileWorks());
  EXPECT_FALSE(manager_->OpenProfile(Profile("b")).ok());
  holder.Release();
  EXPECT_TRUE(manager_->OpenProfile(Profile("b")).ok());
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AHolderThatTriesAgainLeavesThePinnedStateAsItIs) {
  StartLive();
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  Prefer(kDeadlinePolicyPref, "proceed");
  absl::Notification inside;
  absl::Notification closed;
  std::thread holder([&] {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("SlowCall");
    inside.Notify();
    closed.WaitForNotification();
    EXPECT_EQ(manager_->CloseProfile().status().code(), absl::StatusCode::kFailedPrecondition);
  });
  inside.WaitForNotification();
  EXPECT_FALSE(manager_->CloseProfile().ok());
  closed.Notify();
  holder.join();
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kPinned);
  EXPECT_TRUE(manager_->OpenProfile(Profile("b")).ok());
}

TEST_F(SecurityManagerTest, AChangeFromInsideTheGateIsRefused) {
  StartLive();
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("myself");
    absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
    EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
    EXPECT_THAT(refused.message(), HasSubstr("myself"));
  }
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
}

// Events.

TEST_F(SecurityManagerTest, FollowsGeckosNotifications) {
  Start();
  ASSERT_TRUE(DriveStartup(*observers_, Profile("a")).ok());
  EXPECT_EQ(manager_->snapshot().directory, Profile("a"));
  ASSERT_TRUE(DriveProfileChange(*observers_, Profile("b")).ok());
  EXPECT_EQ(manager_->snapshot().directory, Profile("b"));
  ASSERT_TRUE(DriveShutdown(*observers_).ok());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kDown);
}

TEST_F(SecurityManagerTest, AVetoLeavesEverythingAsItWas) {
  StartLive();
  Tracked<PK11SlotInfo> slot;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    slot = Tracked<PK11SlotInfo>(*lock, PK11_GetInternalKeySlot(), "test");
  }
  Subscription veto =
      observers_->AddObserver(kProfileChangeTeardown, [](absl::string_view, ProfileChange& change) {
        EXPECT_TRUE(change.Veto("a download is running").ok());
      });
  EXPECT_EQ(DriveProfileChange(*observers_, Profile("b")).code(), absl::StatusCode::kAborted);
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
  ASSERT_TRUE(lock.ok());
  EXPECT_TRUE(slot.Get(*lock).ok());
  EXPECT_THAT(states_, IsEmpty());
}

TEST_F(SecurityManagerTest, ATargetThatWasVetoedCanBeTriedAgain) {
  StartLive();
  {
    Subscription veto = observers_->AddObserver(
        kProfileApproveChange,
        [](absl::string_view, ProfileChange& change) { EXPECT_TRUE(change.Veto("not now").ok()); });
    EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  }
  absl::Status changed = DriveProfileChange(*observers_, Profile("b"));
  EXPECT_TRUE(changed.ok()) << changed;
}

TEST_F(SecurityManagerTest, AnotherObserversFailureAfterCloseOpensTheOldProfileAgain) {
  StartLive();
  Subscription fails =
      observers_->AddObserver(kProfileBeforeChange, [](absl::string_view, ProfileChange& change) {
        change.Fail(absl::InternalError("places.sqlite is busy"));
      });
  EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  EXPECT_EQ(manager_->snapshot().directory, Profile("a"));
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AForkedChildFindsEverythingRefused) {
  StartLive();
  const pid_t child = fork();
  if (child == 0) {
    alarm(10);
    const bool refused = manager_->snapshot().state == ManagerState::kForked &&
                         IsGateRefusal(manager_->CloseProfile().status()) &&
                         IsGateRefusal(manager_->OpenProfile(Profile("b")).status()) &&
                         !PreventionLock::Acquire().ok();
    manager_.reset();
    _exit(refused ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  EXPECT_TRUE(ProfileWorks());
}

// Prompts.

class EndlessPrompter : public PasswordPrompter {
 public:
  absl::StatusOr<std::string> Ask(const PasswordPrompt& /*prompt*/,
                                  const PromptCancellation& cancellation) override {
    asked.Notify();
    while (!cancellation.WaitFor(absl::Seconds(1))) {
    }
    cancelled = true;
    return absl::CancelledError("cancelled");
  }
  absl::Notification asked;
  std::atomic<bool> cancelled{false};
};

TEST_F(SecurityManagerTest, AChangeCancelsAnOpenPrompt) {
  EndlessPrompter prompter;
  prompter_ = &prompter;
  Start();
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  std::thread user([&] {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("LogIn");
    PK11SlotInfo* slot = PK11_GetInternalKeySlot();
    EXPECT_EQ(PK11_ChangePW(slot, "", "secret"), SECSuccess);
    EXPECT_EQ(PK11_Logout(slot), SECSuccess);
    EXPECT_EQ(PK11_Authenticate(slot, PR_TRUE, nullptr), SECFailure);
    PK11_FreeSlot(slot);
  });
  prompter.asked.WaitForNotification();
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  user.join();
  EXPECT_TRUE(changed.ok()) << changed.status();
  EXPECT_TRUE(prompter.cancelled);
}

TEST_F(SecurityManagerTest, APromptHasADeadlineOfItsOwn) {
  ASSERT_TRUE(preferences_->SetInt(kPromptDeadlinePref, 30).ok());
  EndlessPrompter prompter;
  prompter_ = &prompter;
  Start();
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  EXPECT_EQ(PK11_ChangePW(slot, "", "secret"), SECSuccess);
  EXPECT_EQ(PK11_Logout(slot), SECSuccess);
  EXPECT_EQ(PK11_Authenticate(slot, PR_TRUE, nullptr), SECFailure);
  PK11_FreeSlot(slot);
  EXPECT_TRUE(prompter.cancelled);
}

}  // namespace
}  // namespace psm
