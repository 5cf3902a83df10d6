// What the tests of psm/security_manager.h share: a manager on databases in a scratch folder, and
// what stands in its way.

#ifndef TESTS_UNIT_SECURITY_MANAGER_TESTING_H_
#define TESTS_UNIT_SECURITY_MANAGER_TESTING_H_

#include <gtest/gtest.h>
#include <pk11pub.h>

#include <filesystem>
#include <string>
#include <thread>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/notification.h"
#include "shutdown/prevention_lock.h"
#include "tests/unit/manager_testing.h"

namespace psm {

// There is no manager until a test starts one.
class SecurityManagerTest : public ManagerTest {
 protected:
  void StartLive(absl::string_view mode = "coordinated") {
    Start(mode);
    Open(Profile("a"));
    states_.clear();
  }

  // A folder for a profile; made if it is not there.
  std::string Profile(const std::string& name) {
    const std::string path = scratch_.File(name);
    std::filesystem::create_directories(path);
    return path;
  }

  // A folder that holds databases and is not open.
  std::string MadeProfile(const std::string& name) {
    const std::string path = Profile(name);
    Open(path);
    Close();
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
