// Gated C code that keeps raw objects across a profile change, each kind, both modes: it may be
// refused, or be answered from the wrong profile (docs/adopting.md says which), and never
// crashes. Once it has released what it kept, the next profile opens.

#include "tests/shim/stale_objects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdio.h>

#include <filesystem>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <tuple>

#include "nss_glue/reference_report.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "shutdown/prevention_lock.h"
#include "tests/shim/leaks.h"
#include "tests/shim/samples.h"
#include "tests/shim/samples_owner.h"

void PrintTo(const Leak& leak, std::ostream* out) { *out << leak.type; }

namespace psm::shim_testing {
namespace {

using testing::IsEmpty;

std::set<std::string>* g_done;
void Note(const char* call) { g_done->insert(call); }

void UseAsBefore(const std::string& type, void* object) {
  for (int i = 0; i < kUseCount; ++i) {
    if (type == kUses[i].type) kUses[i].use(object, Note);
  }
}

class StaleObjectsTest : public SampleProfileTest {
 protected:
  // In "copy" the objects of "a" have the same handles; "other" has none of them.
  void SetUp() override {
    CopyOf(pristine_, "a");
    CopyOf(pristine_, "copy");
    std::filesystem::create_directory(Folder("other"));
  }
  void TearDown() override {
    for (const char* name : {"a", "copy", "other"}) std::filesystem::remove_all(Folder(name));
  }

  static std::string Folder(const char* name) { return scratch_->File(name); }

  // With a manager that has "a" open.
  static void WithManager(const std::string& mode,
                          const std::function<void(SecurityManager&)>& body) {
    const std::string end = RunInChild([&] {
      std::set<std::string> done;
      g_done = &done;
      const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
      ASSERT_TRUE(preferences->SetString(kShutdownModePref, mode).ok());
      SecurityManager::Config config;
      config.preferences = preferences.get();
      absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
          SecurityManager::Create(std::move(config));
      ASSERT_TRUE(manager.ok()) << manager.status();
      ASSERT_TRUE((*manager)->OpenProfile(Folder("a")).ok());
      ASSERT_THAT(References::Outstanding(), IsEmpty()) << References::Describe();
      body(**manager);
    });
    EXPECT_EQ(end, "");
  }
};

class StaleObjectTest
    : public StaleObjectsTest,
      public testing::WithParamInterface<std::tuple<Leak, const char*, const char*>> {};

TEST_P(StaleObjectTest, IsUsedAcrossAChangeAndReleased) {
  const auto& [leak, mode, next] = GetParam();
  WithManager(mode, [leak = leak, next = next](SecurityManager& manager) {
    void* const kept = leak.obtain();
    Require(kept != nullptr, leak.type);
    const absl::Status changed = manager.SwitchProfile(Folder(next)).status();
    UseAsBefore(leak.type, kept);
    leak.release(kept);
    printf("[ %s ] done: %s\n", changed.ok() ? "changed" : "pinned ",
           testing::PrintToString(*g_done).c_str());
    // NSS crashes on the release of a module while it is down, so that one is leaked.
    if (!changed.ok() && leak.type == std::string("SECMODModule")) return;
    EXPECT_THAT(References::Outstanding(), IsEmpty()) << References::Describe();
    const absl::Status after = changed.ok() ? manager.SwitchProfile(Folder("a")).status()
                                            : manager.OpenProfile(Folder(next)).status();
    EXPECT_TRUE(after.ok()) << after;
  });
}

INSTANTIATE_TEST_SUITE_P(Kinds, StaleObjectTest,
                         testing::Combine(testing::ValuesIn(kLeaks, kLeaks + kLeakCount),
                                          testing::Values("coordinated", "never"),
                                          testing::Values("copy", "other")),
                         [](const auto& info) {
                           return std::string(std::get<0>(info.param).type) + "_" +
                                  std::get<1>(info.param) + "_" + std::get<2>(info.param);
                         });

// What the shim cannot refuse: NSS reuses the slot object for the next profile.
TEST_F(StaleObjectsTest, ARawSlotMeansWhicheverProfileIsOpen) {
  WithManager("never", [](SecurityManager& manager) {
    void* slot = nullptr;
    for (int i = 0; i < kLeakCount; ++i) {
      if (kLeaks[i].type == std::string("PK11SlotInfo")) slot = kLeaks[i].obtain();
    }
    ASSERT_TRUE(manager.SwitchProfile(Folder("other")).ok());
    ASSERT_EQ(StoredKeys(), 0);
    EXPECT_EQ(StoreKeyThrough(slot), 1);
    EXPECT_EQ(StoredKeys(), 1);
    ASSERT_TRUE(manager.SwitchProfile(Folder("a")).ok());
    EXPECT_EQ(StoredKeys(), 0);
  });
}

}  // namespace
}  // namespace psm::shim_testing
