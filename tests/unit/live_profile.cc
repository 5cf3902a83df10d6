#include "tests/unit/live_profile.h"

#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "shutdown/prevention_lock.h"

namespace psm {

LiveProfile::LiveProfile(absl::string_view mode)
    : coordinated_(mode == "coordinated"), preferences_(MakePreferenceService()) {
  EXPECT_TRUE(preferences_->SetString(kShutdownModePref, mode).ok());
  SecurityManager::Config config;
  config.preferences = preferences_.get();
  config.on_write_stall = [this](const std::string& stall) {
    MutexLock hold(&mu_);
    stalls_.push_back(stall);
  };
  absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
      SecurityManager::Create(std::move(config));
  if (!manager.ok()) {
    ADD_FAILURE() << manager.status();
    return;
  }
  manager_ = *std::move(manager);
  Open("first");
}

LiveProfile::~LiveProfile() { Close(); }

std::string LiveProfile::Folder(absl::string_view name) const {
  std::string folder = scratch_.File(name);
  std::filesystem::create_directory(folder);
  return folder;
}

void LiveProfile::CopyFirefox(absl::string_view kind, absl::string_view name) const {
  std::filesystem::copy(TestDataPath(absl::StrCat("firefox/", kind)), scratch_.File(name));
  for (const auto& file : std::filesystem::directory_iterator(scratch_.File(name))) {
    std::filesystem::permissions(file, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);
  }
}

void LiveProfile::Prefer(const char* preference, absl::string_view value) {
  EXPECT_TRUE(preferences_->SetString(preference, value).ok());
}

void LiveProfile::Prefer(const char* preference, int value) {
  EXPECT_TRUE(preferences_->SetInt(preference, value).ok());
}

std::vector<std::string> LiveProfile::stalls() {
  MutexLock hold(&mu_);
  return stalls_;
}

void LiveProfile::Open(absl::string_view name) {
  absl::StatusOr<OpenReport> report = manager_->OpenProfile(Folder(name));
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(report->why.ok()) << report->why;
}

void LiveProfile::Close() {
  absl::StatusOr<CloseReport> report = manager_->CloseProfile();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(report->pins.empty());
  if (report->way != SwitchWay::kNothingOpen) {
    EXPECT_EQ(report->way, coordinated_ ? SwitchWay::kShutdown : SwitchWay::kSlot);
  }
}

void LiveProfile::SwitchTo(absl::string_view name) {
  absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(Folder(name));
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(report->close.pins.empty());
  EXPECT_EQ(report->close.way, coordinated_ ? SwitchWay::kShutdown : SwitchWay::kSlot);
}

void LiveProfile::SwitchToReadOnly(absl::string_view name) {
  constexpr uid_t kNobody = 65534;
  const std::string folder = Folder(name);
  ASSERT_EQ(chmod(scratch_.path().c_str(), 0755), 0);
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    ASSERT_EQ(chmod(file.path().c_str(), 0444), 0);
  }
  ASSERT_EQ(chmod(folder.c_str(), 0555), 0);
  const bool root = geteuid() == 0;
  if (root) {
    ASSERT_EQ(seteuid(kNobody), 0);  // root may write anything
  }
  absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(folder);
  if (root) {
    ASSERT_EQ(seteuid(0), 0);
  }
  ASSERT_EQ(chmod(folder.c_str(), 0755), 0);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->open.access, ProfileAccess::kReadOnly);
}

std::string Why(const absl::Status& status) {
  if (IsGateRefusal(status)) return "gate";
  const std::string name = NssErrorNameOf(status);
  return name.empty() ? absl::StatusCodeToString(status.code()) : name;
}

}  // namespace psm
