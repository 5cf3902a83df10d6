#include "psm/observer_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/cord.h"
#include "absl/strings/string_view.h"

namespace psm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kTopic[] = "topic";

class ObserverServiceTest : public testing::Test {
 protected:
  Subscription Record(const std::string& name) {
    return service_->AddObserver(
        kTopic, [this, name](absl::string_view, ProfileChange&) { called_.push_back(name); });
  }
  void Notify() { service_->Notify(kTopic, change_); }

  std::unique_ptr<ObserverService> service_ = MakeObserverService();
  ProfileChange change_{ProfileChange::Kind::kSwitch, "target"};
  std::vector<std::string> called_;
};

TEST_F(ObserverServiceTest, CallsInTheOrderOfRegistration) {
  Subscription a = Record("a");
  Subscription b = Record("b");
  Subscription c = Record("c");
  Notify();
  EXPECT_THAT(called_, ElementsAre("a", "b", "c"));
}

TEST_F(ObserverServiceTest, CallsOnlyForTheTopicAskedFor) {
  Subscription a = Record("a");
  service_->Notify("another topic", change_);
  EXPECT_THAT(called_, IsEmpty());
}

TEST_F(ObserverServiceTest, HandsOverTopicAndChange) {
  std::string seen;
  Subscription s =
      service_->AddObserver(kTopic, [&](absl::string_view topic, ProfileChange& change) {
        seen = std::string(topic) + " " + change.target_dir();
      });
  Notify();
  EXPECT_EQ(seen, "topic target");
}

TEST_F(ObserverServiceTest, AnEndedSubscriptionIsNotCalled) {
  { Subscription a = Record("a"); }
  Notify();
  EXPECT_THAT(called_, IsEmpty());
}

TEST_F(ObserverServiceTest, AMovedSubscriptionStaysInForce) {
  Subscription a = Record("a");
  Subscription b = std::move(a);
  Notify();
  EXPECT_THAT(called_, ElementsAre("a"));
}

TEST_F(ObserverServiceTest, AssigningASubscriptionEndsTheOneThatWasThere) {
  Subscription s = Record("a");
  s = Record("b");
  Notify();
  EXPECT_THAT(called_, ElementsAre("b"));
}

TEST_F(ObserverServiceTest, ASubscriptionMayOutliveTheService) {
  Subscription a = Record("a");
  service_.reset();
  a.Remove();
  EXPECT_FALSE(a.active());
}

TEST_F(ObserverServiceTest, AnObserverAddedDuringANotificationHearsOfTheNextOne) {
  Subscription late;
  Subscription s = service_->AddObserver(kTopic, [&](absl::string_view, ProfileChange&) {
    if (!late.active()) late = Record("late");
  });
  Notify();
  EXPECT_THAT(called_, IsEmpty());
  Notify();
  EXPECT_THAT(called_, ElementsAre("late"));
}

TEST_F(ObserverServiceTest, AnObserverRemovedBeforeItsTurnIsNotCalled) {
  Subscription victim;
  Subscription s =
      service_->AddObserver(kTopic, [&](absl::string_view, ProfileChange&) { victim.Remove(); });
  victim = Record("victim");
  Notify();
  EXPECT_THAT(called_, IsEmpty());
}

TEST_F(ObserverServiceTest, AnObserverMayRemoveItself) {
  Subscription s;
  s = service_->AddObserver(kTopic, [&](absl::string_view, ProfileChange&) {
    called_.push_back("once");
    s.Remove();
  });
  Notify();
  Notify();
  EXPECT_THAT(called_, ElementsAre("once"));
}

TEST_F(ObserverServiceTest, WhatACallbackCapturedLivesUntilASelfRemovalReturns) {
  auto captured = std::make_shared<int>(7);
  int seen = 0;
  Subscription s;
  s = service_->AddObserver(kTopic, [&s, &seen, captured](absl::string_view, ProfileChange&) {
    s.Remove();
    seen = *captured;
  });
  std::weak_ptr<int> watch = captured;
  captured.reset();
  Notify();
  EXPECT_EQ(seen, 7);
  EXPECT_TRUE(watch.expired());
}

TEST_F(ObserverServiceTest, WhatACallbackCapturedIsGoneAfterRemoval) {
  auto captured = std::make_shared<int>(7);
  std::weak_ptr<int> watch = captured;
  Subscription s = service_->AddObserver(kTopic, [captured](absl::string_view, ProfileChange&) {});
  captured.reset();
  s.Remove();
  EXPECT_TRUE(watch.expired());
}

TEST_F(ObserverServiceTest, WhatACallbackCapturedIsGoneAtOnceThoughANotificationIsUnderWay) {
  auto captured = std::make_shared<int>(7);
  std::weak_ptr<int> watch = captured;
  bool gone = false;
  Subscription victim;
  Subscription s = service_->AddObserver(kTopic, [&](absl::string_view, ProfileChange&) {
    victim.Remove();
    gone = watch.expired();
  });
  victim = service_->AddObserver(kTopic, [captured](absl::string_view, ProfileChange&) {});
  captured.reset();
  Notify();
  EXPECT_TRUE(gone);
}

TEST_F(ObserverServiceTest, NotificationsNest) {
  int depth = 0;
  Subscription s = service_->AddObserver(kTopic, [&](absl::string_view, ProfileChange&) {
    if (++depth < 3) Notify();
  });
  Notify();
  EXPECT_EQ(depth, 3);
}

TEST_F(ObserverServiceTest, RemovalWaitsForACallOnAnotherThread) {
  std::promise<void> entered;
  std::atomic<bool> finished{false};
  Subscription s = service_->AddObserver(kTopic, [&](absl::string_view, ProfileChange&) {
    entered.set_value();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    finished = true;
  });
  std::thread notifier([&] { Notify(); });
  entered.get_future().wait();
  s.Remove();
  EXPECT_TRUE(finished);
  notifier.join();
}

TEST_F(ObserverServiceTest, TwoObserversThatRemoveEachOtherDoNotDeadlock) {
  std::promise<void> in_a;
  std::promise<void> in_b;
  Subscription a;
  Subscription b;
  a = service_->AddObserver("a", [&](absl::string_view, ProfileChange&) {
    in_a.set_value();
    in_b.get_future().wait();
    b.Remove();
  });
  b = service_->AddObserver("b", [&](absl::string_view, ProfileChange&) {
    in_b.set_value();
    in_a.get_future().wait();
    a.Remove();
  });
  ProfileChange other(ProfileChange::Kind::kSwitch, "target");
  std::thread notifier([&] { service_->Notify("a", other); });
  service_->Notify("b", change_);
  notifier.join();
}

TEST_F(ObserverServiceTest, NoCallIsSeenAfterRemovalUnderLoad) {
  std::atomic<bool> stop{false};
  std::thread notifier([&] {
    while (!stop) Notify();
  });
  for (int i = 0; i < 2000; ++i) {
    auto alive = std::make_unique<int>(i);
    Subscription s = service_->AddObserver(
        kTopic, [p = alive.get()](absl::string_view, ProfileChange&) { ++*p; });
    s.Remove();
    alive.reset();  // a late call is a use after free, for the sanitizers to see
  }
  stop = true;
  notifier.join();
}

TEST(ProfileChangeTest, CanBeVetoedOnlyWhereGeckoAllowsIt) {
  const std::vector<std::pair<const char*, bool>> topics = {
      {kProfileApproveChange, true},  {kProfileChangeNetTeardown, false},
      {kProfileChangeTeardown, true}, {kProfileChangeTeardownVeto, false},
      {kProfileBeforeChange, false},  {kProfileDoChange, false},
      {kProfileAfterChange, false},   {kProfileChangeNetRestore, false},
      {kXpcomShutdown, false},
  };
  for (const auto& [topic, allowed] : topics) {
    ProfileChange change(ProfileChange::Kind::kSwitch, "target");
    change.EnterPhase(topic);
    EXPECT_EQ(change.Veto("busy").ok(), allowed) << topic;
    EXPECT_EQ(change.vetoed(), allowed) << topic;
  }
}

TEST(ProfileChangeTest, CannotBeVetoedAtShutdown) {
  ProfileChange change(ProfileChange::Kind::kShutdown, "");
  change.EnterPhase(kProfileChangeTeardown);
  EXPECT_EQ(change.Veto("busy").code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_FALSE(change.vetoed());
}

TEST(ProfileChangeTest, KeepsTheFirstReason) {
  ProfileChange change(ProfileChange::Kind::kSwitch, "target");
  change.EnterPhase(kProfileApproveChange);
  ASSERT_TRUE(change.Veto("first").ok());
  ASSERT_TRUE(change.Veto("second").ok());
  EXPECT_EQ(change.reason(), "first");
}

TEST(ProfileChangeTest, KeepsTheFirstFailureAndItsPayload) {
  ProfileChange change(ProfileChange::Kind::kSwitch, "target");
  change.EnterPhase(kProfileBeforeChange);
  absl::Status failure = absl::UnavailableError("first");
  failure.SetPayload("type", absl::Cord("payload"));
  change.Fail(failure);
  change.Fail(absl::InternalError("second"));
  EXPECT_EQ(change.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(change.status().message(), "profile-before-change: first");
  EXPECT_EQ(change.status().GetPayload("type"), absl::Cord("payload"));
}

TEST(ProfileChangeTest, IgnoresAFailureThatIsOk) {
  ProfileChange change(ProfileChange::Kind::kSwitch, "target");
  change.Fail(absl::OkStatus());
  EXPECT_TRUE(change.status().ok());
}

TEST(ProfileChangeTest, NamesItsKindAsGeckoDoes) {
  EXPECT_EQ(ProfileChange(ProfileChange::Kind::kSwitch, "").kind_name(), "switch");
  EXPECT_EQ(ProfileChange(ProfileChange::Kind::kStartup, "").kind_name(), "startup");
  EXPECT_EQ(ProfileChange(ProfileChange::Kind::kShutdown, "").kind_name(), "shutdown");
}

}  // namespace
}  // namespace psm
