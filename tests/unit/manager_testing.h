// A SecurityManager that a test starts and ends as processes do, on folders in a scratch folder.

#ifndef TESTS_UNIT_MANAGER_TESTING_H_
#define TESTS_UNIT_MANAGER_TESTING_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "psm/observer_service.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "tests/unit/test_data.h"

namespace psm {

class ManagerTest : public ::testing::Test {
 protected:
  // Ends the manager there is.
  void Start(absl::string_view mode = "coordinated") {
    manager_.reset();
    Prefer(kShutdownModePref, mode);
    SecurityManager::Config config;
    config.observers = observers_.get();
    config.preferences = preferences_.get();
    config.prompter = prompter_;
    config.on_state = [this](ManagerState state) {
      states_.push_back(state);
      if (at_state_) at_state_(state);
    };
    config.on_write_stall = [this](const std::string& what) { stalls_.push_back(what); };
    absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
        SecurityManager::Create(std::move(config));
    ASSERT_TRUE(manager.ok()) << manager.status();
    manager_ = *std::move(manager);
  }

  void Prefer(const char* preference, absl::string_view value) {
    ASSERT_TRUE(preferences_->SetString(preference, value).ok());
  }

  // Which must work.
  OpenReport Open(const std::string& folder) {
    absl::StatusOr<OpenReport> report = manager_->OpenProfile(folder);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *std::move(report) : OpenReport();
  }
  void Close() { EXPECT_TRUE(manager_->CloseProfile().ok()); }

  ScratchDir scratch_;
  const std::unique_ptr<ObserverService> observers_ = MakeObserverService();
  const std::unique_ptr<PreferenceService> preferences_ = MakePreferenceService();
  std::vector<std::string> stalls_;
  std::vector<ManagerState> states_;
  std::function<void(ManagerState)> at_state_;
  PasswordPrompter* prompter_ = nullptr;
  std::unique_ptr<SecurityManager> manager_;
};

}  // namespace psm

#endif  // TESTS_UNIT_MANAGER_TESTING_H_
