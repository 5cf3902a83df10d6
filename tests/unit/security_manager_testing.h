// What the tests of psm/security_manager.h share: a manager on databases in a scratch folder, and
// what stands in its way.

#ifndef TESTS_UNIT_SECURITY_MANAGER_TESTING_H_
#define TESTS_UNIT_SECURITY_MANAGER_TESTING_H_

#include <gtest/gtest.h>
#include <pk11pub.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/notification.h"
#include "psm/observer_service.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "shutdown/prevention_lock.h"

namespace psm {

// There is no manager until a test starts one.
class SecurityManagerTest : public ::testing::Test {
 protected:
  SecurityManagerTest()
      : scratch_(NewScratchFolder()),
        observers_(MakeObserverService()),
        preferences_(MakePreferenceService()) {}

  ~SecurityManagerTest() override {
    manager_.reset();
    std::filesystem::remove_all(scratch_);
  }

  void Start(PasswordPrompter* prompter = nullptr) {
    SecurityManager::Config config;
    config.observers = observers_.get();
    config.preferences = preferences_.get();
    config.prompter = prompter;
    config.on_state = [this](ManagerState state) {
      states_.push_back(state);
      if (at_state_) at_state_(state);
    };
    absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
        SecurityManager::Create(std::move(config));
    ASSERT_TRUE(manager.ok()) << manager.status();
    manager_ = *std::move(manager);
  }

  void StartLive(absl::string_view mode = "coordinated") {
    Set(kShutdownModePref, mode);
    Start();
    absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("a"));
    ASSERT_TRUE(opened.ok()) << opened.status();
    states_.clear();
  }

  void Set(const char* name, absl::string_view value) {
    ASSERT_TRUE(preferences_->SetString(name, value).ok());
  }

  // A folder for a profile; made if it is not there.
  std::string Profile(const std::string& name) {
    const std::string path = scratch_ + "/" + name;
    std::filesystem::create_directories(path);
    return path;
  }

  // A folder that holds databases and is not open.
  std::string MadeProfile(const std::string& name) {
    const std::string path = Profile(name);
    EXPECT_TRUE(manager_->OpenProfile(path).ok());
    EXPECT_TRUE(manager_->CloseProfile().ok());
    return path;
  }

  bool ProfileWorks() {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    if (!lock.ok()) return false;
    unsigned char bytes[16];
    return nss::PK11_GenerateRandom(bytes, sizeof bytes) == SECSuccess && UniqueKeySlotIsThere();
  }

  static bool UniqueKeySlotIsThere() {
    PK11SlotInfo* slot = PK11_GetInternalKeySlot();
    if (slot == nullptr) return false;
    const bool present = PK11_IsPresent(slot);
    PK11_FreeSlot(slot);
    return present;
  }

  static std::string NewScratchFolder() {
    const char* base = getenv("TEST_TMPDIR");
    std::string path = std::string(base != nullptr ? base : "/tmp") + "/psm-XXXXXX";
    EXPECT_NE(mkdtemp(path.data()), nullptr);
    return path;
  }

  const std::string scratch_;
  const std::unique_ptr<ObserverService> observers_;
  const std::unique_ptr<PreferenceService> preferences_;
  std::vector<ManagerState> states_;
  std::function<void(ManagerState)> at_state_;
  std::unique_ptr<SecurityManager> manager_;
};

// A call of somebody's that stays inside the gate until it is released.
class Holder {
 public:
  explicit Holder(const char* label) {
    thread_ = std::thread([this, label] {
      absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(label);
      inside_.Notify();
      release_.WaitForNotification();
    });
    inside_.WaitForNotification();
  }
  ~Holder() { Release(); }
  void Release() {
    if (!release_.HasBeenNotified()) release_.Notify();
    if (thread_.joinable()) thread_.join();
  }

 private:
  absl::Notification inside_;
  absl::Notification release_;
  std::thread thread_;
};

}  // namespace psm

#endif  // TESTS_UNIT_SECURITY_MANAGER_TESTING_H_
