#include "psm/profile_events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace psm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kAllTopics[] = {
    kProfileApproveChange,      kProfileChangeNetTeardown, kProfileChangeTeardown,
    kProfileChangeTeardownVeto, kProfileBeforeChange,      kProfileDoChange,
    kProfileAfterChange,        kProfileChangeNetRestore,  kXpcomShutdown,
};

class ProfileEventsTest : public testing::Test {
 protected:
  ProfileEventsTest() {
    for (const char* topic : kAllTopics) {
      subscriptions_.push_back(
          service_->AddObserver(topic, [this](absl::string_view name, ProfileChange& change) {
            sent_.push_back(std::string(name));
            kinds_.push_back(std::string(change.kind_name()));
          }));
    }
  }

  void On(absl::string_view topic, std::function<void(ProfileChange&)> act) {
    subscriptions_.push_back(service_->AddObserver(
        topic, [act](absl::string_view, ProfileChange& change) { act(change); }));
  }
  void VetoIn(absl::string_view topic) {
    On(topic, [](ProfileChange& change) { change.Veto("a prompt is up").IgnoreError(); });
  }
  void FailIn(absl::string_view topic) {
    On(topic, [](ProfileChange& change) { change.Fail(absl::UnavailableError("slot in use")); });
  }

  std::unique_ptr<ObserverService> service_ = MakeObserverService();
  std::vector<std::string> sent_;
  std::vector<std::string> kinds_;
  std::vector<Subscription> subscriptions_;
};

TEST_F(ProfileEventsTest, AChangeSendsEveryTopicInGeckosOrder) {
  ASSERT_TRUE(DriveProfileChange(*service_, "target").ok());
  EXPECT_THAT(sent_, ElementsAre(kProfileApproveChange, kProfileChangeNetTeardown,
                                 kProfileChangeTeardown, kProfileBeforeChange, kProfileDoChange,
                                 kProfileAfterChange, kProfileChangeNetRestore));
}

TEST_F(ProfileEventsTest, AChangeCarriesItsTarget) {
  std::string target;
  On(kProfileDoChange, [&](ProfileChange& change) { target = change.target_dir(); });
  ASSERT_TRUE(DriveProfileChange(*service_, "target").ok());
  EXPECT_EQ(target, "target");
}

TEST_F(ProfileEventsTest, AVetoAtApproveSendsNothingMore) {
  VetoIn(kProfileApproveChange);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_THAT(sent_, ElementsAre(kProfileApproveChange));
}

TEST_F(ProfileEventsTest, AVetoAtTeardownTellsEverybodyAndRestoresTheNetwork) {
  VetoIn(kProfileChangeTeardown);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_THAT(sent_,
              ElementsAre(kProfileApproveChange, kProfileChangeNetTeardown, kProfileChangeTeardown,
                          kProfileChangeTeardownVeto, kProfileChangeNetRestore));
}

TEST_F(ProfileEventsTest, AVetoIsReportedWithTopicAndReason) {
  VetoIn(kProfileChangeTeardown);
  const absl::Status changed = DriveProfileChange(*service_, "target");
  EXPECT_EQ(changed.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(changed.message(), "profile-change-teardown: vetoed: a prompt is up");
}

TEST_F(ProfileEventsTest, AVetoDoesNotHideTheTopicFromLaterObservers) {
  VetoIn(kProfileApproveChange);
  bool told = false;
  On(kProfileApproveChange, [&](ProfileChange&) { told = true; });
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_TRUE(told);
}

TEST_F(ProfileEventsTest, AFailureAtApproveSendsNothingMore) {
  FailIn(kProfileApproveChange);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_THAT(sent_, ElementsAre(kProfileApproveChange));
}

TEST_F(ProfileEventsTest, AFailureAtBeforeChangeKeepsTheOldProfile) {
  FailIn(kProfileBeforeChange);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_THAT(sent_, ElementsAre(kProfileApproveChange, kProfileChangeNetTeardown,
                                 kProfileChangeTeardown, kProfileBeforeChange,
                                 kProfileChangeTeardownVeto, kProfileChangeNetRestore));
}

TEST_F(ProfileEventsTest, AFailureAtDoChangeRestoresTheNetworkOnly) {
  FailIn(kProfileDoChange);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_THAT(sent_,
              ElementsAre(kProfileApproveChange, kProfileChangeNetTeardown, kProfileChangeTeardown,
                          kProfileBeforeChange, kProfileDoChange, kProfileChangeNetRestore));
}

TEST_F(ProfileEventsTest, AFailureAtAfterChangeStillRestoresTheNetwork) {
  FailIn(kProfileAfterChange);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  EXPECT_EQ(sent_.back(), kProfileChangeNetRestore);
}

TEST_F(ProfileEventsTest, AFailureIsReportedWithItsTopic) {
  FailIn(kProfileBeforeChange);
  const absl::Status changed = DriveProfileChange(*service_, "target");
  EXPECT_EQ(changed.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(changed.message(), "profile-before-change: slot in use");
}

TEST_F(ProfileEventsTest, AFailureDuringTheUndoDoesNotReplaceTheVeto) {
  VetoIn(kProfileChangeTeardown);
  FailIn(kProfileChangeNetRestore);
  EXPECT_EQ(DriveProfileChange(*service_, "target").code(), absl::StatusCode::kAborted);
}

TEST_F(ProfileEventsTest, AnEmptyTargetIsRefused) {
  EXPECT_EQ(DriveProfileChange(*service_, "").code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(DriveStartup(*service_, "").code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(sent_, IsEmpty());
}

TEST_F(ProfileEventsTest, AChangeFromInsideAnObserverIsRefused) {
  absl::Status inner;
  On(kProfileBeforeChange,
     [&](ProfileChange&) { inner = DriveProfileChange(*service_, "another"); });
  ASSERT_TRUE(DriveProfileChange(*service_, "target").ok());
  EXPECT_EQ(inner.code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(ProfileEventsTest, AShutdownFromInsideAChangeIsRefused) {
  absl::Status inner;
  On(kProfileDoChange, [&](ProfileChange&) { inner = DriveShutdown(*service_); });
  ASSERT_TRUE(DriveProfileChange(*service_, "target").ok());
  EXPECT_EQ(inner.code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(ProfileEventsTest, AnotherServiceMayBeDrivenFromInsideAChange) {
  std::unique_ptr<ObserverService> other = MakeObserverService();
  absl::Status inner = absl::UnknownError("not driven");
  On(kProfileDoChange, [&](ProfileChange&) { inner = DriveProfileChange(*other, "target"); });
  ASSERT_TRUE(DriveProfileChange(*service_, "target").ok());
  EXPECT_TRUE(inner.ok());
}

TEST_F(ProfileEventsTest, AChangeMayFollowOneThatFailed) {
  VetoIn(kProfileApproveChange);
  EXPECT_FALSE(DriveProfileChange(*service_, "target").ok());
  subscriptions_.pop_back();
  EXPECT_TRUE(DriveProfileChange(*service_, "target").ok());
}

TEST_F(ProfileEventsTest, StartupSendsDoChangeAndAfterChange) {
  ASSERT_TRUE(DriveStartup(*service_, "target").ok());
  EXPECT_THAT(sent_, ElementsAre(kProfileDoChange, kProfileAfterChange));
  EXPECT_THAT(kinds_, ElementsAre("startup", "startup"));
}

TEST_F(ProfileEventsTest, StartupStopsWhenDoChangeFails) {
  FailIn(kProfileDoChange);
  EXPECT_THAT(std::string(DriveStartup(*service_, "target").message()), HasSubstr("slot in use"));
  EXPECT_THAT(sent_, ElementsAre(kProfileDoChange));
}

TEST_F(ProfileEventsTest, ShutdownSendsTeardownBeforeChangeAndXpcomShutdown) {
  ASSERT_TRUE(DriveShutdown(*service_).ok());
  EXPECT_THAT(sent_, ElementsAre(kProfileChangeNetTeardown, kProfileChangeTeardown,
                                 kProfileBeforeChange, kXpcomShutdown));
  EXPECT_THAT(kinds_, ElementsAre("shutdown", "shutdown", "shutdown", "shutdown"));
}

TEST_F(ProfileEventsTest, ShutdownIsNotStoppedByAVeto) {
  VetoIn(kProfileChangeTeardown);
  EXPECT_TRUE(DriveShutdown(*service_).ok());
  EXPECT_EQ(sent_.back(), kXpcomShutdown);
}

TEST_F(ProfileEventsTest, ShutdownGoesOnAfterAFailureAndReportsIt) {
  FailIn(kProfileBeforeChange);
  EXPECT_EQ(DriveShutdown(*service_).message(), "profile-before-change: slot in use");
  EXPECT_EQ(sent_.back(), kXpcomShutdown);
}

}  // namespace
}  // namespace psm
