// What becomes of a damaged profile, by policy, and the backups that the manager makes. Every kind
// of damage is in damaged_profile_test.cc; here it is one.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "nss_glue/intent_journal.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "tests/unit/security_manager_testing.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class RecoveryTest : public SecurityManagerTest {
 protected:
  void SetUp() override { Start(); }

  // Opens the folder and stores a key; its id.
  std::string StoreKey(const std::string& folder) {
    absl::StatusOr<OpenReport> opened = manager_->OpenProfile(folder);
    EXPECT_TRUE(opened.ok()) << opened.status();
    absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "precious");
    EXPECT_TRUE(key.ok()) << key.status();
    return key.ok() ? key->id() : "";
  }

  // A closed profile with one key, one backup that has it, and a key4.db that was emptied since.
  std::string Damaged(std::string* key_id) {
    const std::string folder = Profile("damaged");
    *key_id = StoreKey(folder);
    EXPECT_TRUE(manager_->BackUp().ok());
    Close();
    std::filesystem::resize_file(folder + "/key4.db", 0);
    return folder;
  }

  static bool HasKey(const std::string& id) { return KeyService().FindById(id).ok(); }
};

TEST_F(RecoveryTest, RefusedByDefaultAndNothingIsTouched) {
  std::string id;
  const std::string folder = Damaged(&id);
  const std::string cert9 = ReadWholeFile(folder + "/cert9.db");
  const absl::Status refused = manager_->OpenProfile(folder).status();
  EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(folder + "/key4.db"));
  EXPECT_EQ(ReadWholeFile(folder + "/cert9.db"), cert9);
  EXPECT_EQ(std::filesystem::file_size(folder + "/key4.db"), 0u);
}

TEST_F(RecoveryTest, RestoredFromTheNewestBackup) {
  std::string id;
  const std::string folder = Damaged(&id);
  Prefer(kDamagedProfilePref, "restore");
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(folder);
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ(opened->outcome, OpenOutcome::kRecovered);
  EXPECT_EQ(opened->recovered_from, SecurityManager::Backups(folder)->front());
  EXPECT_THAT(opened->kept, Contains(HasSubstr("key4.db.")));
  for (const std::string& kept : opened->kept) EXPECT_TRUE(std::filesystem::exists(kept)) << kept;
  EXPECT_THAT(opened->notes, Contains(HasSubstr("key4.db")));
  EXPECT_TRUE(HasKey(id));
}

TEST_F(RecoveryTest, ADamagedBackupIsPassedOver) {
  std::string id;
  const std::string folder = Damaged(&id);
  const std::string older = SecurityManager::Backups(folder)->front();
  const std::string newer = folder + "/psm-backups/29991231T235959Z";
  std::filesystem::copy(folder + "/psm-backups/" + older, newer);
  std::filesystem::resize_file(newer + "/key4.db", 5000);
  Prefer(kDamagedProfilePref, "restore");
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(folder);
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ(opened->recovered_from, older);
  EXPECT_TRUE(HasKey(id));
}

TEST_F(RecoveryTest, WithoutABackupARestoreIsRefused) {
  std::string id;
  const std::string folder = Damaged(&id);
  std::filesystem::remove_all(folder + "/psm-backups");
  Prefer(kDamagedProfilePref, "restore");
  const absl::Status refused = manager_->OpenProfile(folder).status();
  EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("no backup"));
  EXPECT_TRUE(std::filesystem::exists(folder + "/cert9.db"));
}

TEST_F(RecoveryTest, AFreshStartKeepsTheDamagedFilesBeside) {
  std::string id;
  const std::string folder = Damaged(&id);
  const std::string cert9 = ReadWholeFile(folder + "/cert9.db");
  Prefer(kDamagedProfilePref, "fresh");
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(folder);
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ(opened->outcome, OpenOutcome::kRecovered);
  EXPECT_TRUE(opened->created);
  std::string kept_cert9;
  for (const std::string& kept : opened->kept) {
    if (kept.find("cert9.db") != kept.npos) kept_cert9 = kept;
  }
  EXPECT_EQ(ReadWholeFile(kept_cert9), cert9);
  EXPECT_FALSE(HasKey(id));
  EXPECT_TRUE(KeyService().GenerateEc(EllipticCurve::kP256, "new").ok());
}

TEST_F(RecoveryTest, AProfileThatWasEmptiedIsNotANewOne) {
  const std::string folder = Profile("emptied");
  StoreKey(folder);
  Close();
  ASSERT_TRUE(manager_->OpenProfile(folder).ok());  // notes that there is something
  Close();
  std::filesystem::remove(folder + "/cert9.db");
  std::filesystem::remove(folder + "/key4.db");
  const absl::Status refused = manager_->OpenProfile(folder).status();
  EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt) << refused;
  EXPECT_FALSE(std::filesystem::exists(folder + "/key4.db"));
}

TEST_F(RecoveryTest, AProfileWhoseLastObjectWasDeletedIsNotDamaged) {
  const std::string folder = Profile("empty");
  const std::string id = StoreKey(folder);
  Close();
  ASSERT_TRUE(manager_->OpenProfile(folder).ok());
  ASSERT_TRUE(KeyService().FindById(id)->Delete().ok());
  Close();
  EXPECT_TRUE(manager_->OpenProfile(folder).ok());
}

// As a crash leaves it at each moment of NSS's making of both databases.
TEST_F(RecoveryTest, AProfileWhoseMakingWasCutOffBeginsAnew) {
  const std::string whole = Profile("whole");
  StoreKey(whole);
  Close();
  const auto begin = [&](const std::string& name) {
    const std::string folder = Profile(name);
    EXPECT_TRUE(IntentJournal::Open(folder)->Begin({IntentKind::kCreate, {}, {}, "", ""}).ok());
    return folder;
  };
  const std::string nothing = begin("nothing");
  const std::string empty = begin("empty");
  std::ofstream(empty + "/cert9.db").flush();
  const std::string half = begin("half");
  std::filesystem::copy(whole + "/cert9.db", half + "/cert9.db");
  const std::string hot = begin("hot");
  std::filesystem::copy(whole + "/cert9.db", hot + "/cert9.db");
  std::filesystem::copy(whole + "/key4.db", hot + "/key4.db");
  std::filesystem::resize_file(hot + "/key4.db", 4096);
  std::ofstream(hot + "/key4.db-journal") << std::string(600, 'x');
  for (const std::string& folder : {nothing, empty, half, hot}) {
    for (int i = 0; i < 2; ++i) {
      absl::StatusOr<OpenReport> opened = manager_->OpenProfile(folder);
      ASSERT_TRUE(opened.ok()) << opened.status();
      EXPECT_EQ(opened->outcome, i == 0 ? OpenOutcome::kCreated : OpenOutcome::kOk) << folder;
      EXPECT_TRUE(KeyService().GenerateEc(EllipticCurve::kP256, "works").ok());
      Close();
    }
  }
}

TEST_F(RecoveryTest, BackedUpBySchedule) {
  const std::string folder = Profile("scheduled");
  StoreKey(folder);
  Close();
  EXPECT_THAT(*SecurityManager::Backups(folder), IsEmpty());  // it was new
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(manager_->OpenProfile(folder).ok());
    Close();
    EXPECT_THAT(*SecurityManager::Backups(folder), SizeIs(1)) << i;
  }
}

TEST_F(RecoveryTest, NotBackedUpWhereTheHostDoesNotWantIt) {
  const std::string folder = Profile("unscheduled");
  ASSERT_TRUE(preferences_->SetInt(kBackupIntervalPref, 0).ok());
  StoreKey(folder);
  Close();
  ASSERT_TRUE(manager_->OpenProfile(folder).ok());
  Close();
  EXPECT_THAT(*SecurityManager::Backups(folder), IsEmpty());
}

TEST_F(RecoveryTest, ABackupOfTheOpenProfileIsRestoredByOneCall) {
  const std::string folder = Profile("restored");
  const std::string id = StoreKey(folder);
  absl::StatusOr<std::string> backup = manager_->BackUp();
  ASSERT_TRUE(backup.ok()) << backup.status();
  ASSERT_TRUE(KeyService().FindById(id)->Delete().ok());
  EXPECT_EQ(manager_->Restore(folder, *backup).status().code(),
            absl::StatusCode::kFailedPrecondition);  // it is open
  Close();
  absl::StatusOr<std::vector<std::string>> replaced = manager_->Restore(folder, *backup);
  ASSERT_TRUE(replaced.ok()) << replaced.status();
  EXPECT_THAT(*replaced, testing::Not(IsEmpty()));
  ASSERT_TRUE(manager_->OpenProfile(folder).ok());
  EXPECT_TRUE(HasKey(id));
}

}  // namespace
}  // namespace psm
