#include "nss_glue/profile_dir.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/test_data.h"

namespace psm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ProfileDirTest : public ::testing::Test {
 protected:
  // A copy of a profile that Firefox made.
  std::string Profile() {
    const std::string path = scratch_.path() + "/plain";
    std::filesystem::copy(TestDataPath("firefox/plain"), path,
                          std::filesystem::copy_options::recursive);
    return path;
  }
  ScratchDir scratch_;
};

TEST_F(ProfileDirTest, ARealProfileIsSound) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(Profile());
  ASSERT_TRUE(dir.ok()) << dir.status();
  EXPECT_FALSE(dir->fresh);
  EXPECT_TRUE(dir->writable);
}

TEST_F(ProfileDirTest, AnEmptyFolderIsFresh) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(scratch_.path());
  ASSERT_TRUE(dir.ok());
  EXPECT_TRUE(dir->fresh);
}

TEST_F(ProfileDirTest, ThePathIsCanonical) {
  const std::string path = Profile();
  std::filesystem::create_symlink(path, scratch_.path() + "/link");
  absl::StatusOr<ProfileDir> direct = ProfileDir::Inspect(path);
  absl::StatusOr<ProfileDir> linked = ProfileDir::Inspect(scratch_.path() + "/link/../link/");
  ASSERT_TRUE(direct.ok() && linked.ok());
  EXPECT_EQ(direct->path, linked->path);
  EXPECT_TRUE(direct->IsSameFolderAs(*linked));
}

// NSS may have it open.
TEST_F(ProfileDirTest, NoDatabaseIsOpened) {
  const std::string path = Profile();
  std::filesystem::resize_file(path + "/cert9.db", 10);
  EXPECT_TRUE(ProfileDir::Inspect(path).ok());
}

TEST_F(ProfileDirTest, ListsThirdPartyModulesAndFips) {
  const std::string path = Profile();
  std::ofstream(path + "/pkcs11.txt") << "library=\nname=Internal\nNSS=Flags=internal,FIPS\n\n"
                                         "library=/opt/token.so\nname=Token\n";
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(path);
  ASSERT_TRUE(dir.ok());
  EXPECT_THAT(dir->unloaded_modules, ElementsAre("/opt/token.so"));
  EXPECT_TRUE(dir->wants_fips);
}

TEST_F(ProfileDirTest, ASecondLookForgetsTheModuleListThatIsGone) {
  const std::string path = Profile();
  std::ofstream(path + "/pkcs11.txt") << "library=\nname=Internal\nNSS=Flags=internal,FIPS\n\n"
                                         "library=/opt/token.so\nname=Token\n";
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(path);
  ASSERT_TRUE(dir.ok() && dir->has_module_list);
  std::filesystem::remove(path + "/pkcs11.txt");
  ASSERT_TRUE(dir->CheckFiles().ok());
  EXPECT_FALSE(dir->has_module_list);
  EXPECT_FALSE(dir->wants_fips);
  EXPECT_THAT(dir->unloaded_modules, ElementsAre());
}

TEST_F(ProfileDirTest, FirefoxsOwnModuleListHasNeither) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(Profile());
  ASSERT_TRUE(dir.ok());
  EXPECT_THAT(dir->unloaded_modules, ElementsAre());
  EXPECT_FALSE(dir->wants_fips);
}

TEST_F(ProfileDirTest, ALockIsExclusiveAndGoesWithItsOwner) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(scratch_.path());
  ASSERT_TRUE(dir.ok());
  {
    absl::StatusOr<ProfileLock> first = ProfileLock::Take(*dir);
    ASSERT_TRUE(first.ok()) << first.status();
    absl::Status second = ProfileLock::Take(*dir).status();
    EXPECT_EQ(second.code(), absl::StatusCode::kFailedPrecondition);
    EXPECT_THAT(second.message(), HasSubstr(std::to_string(getpid())));
  }
  EXPECT_TRUE(ProfileLock::Take(*dir).ok());
}

TEST_F(ProfileDirTest, TheLockWritesNothing) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(scratch_.path());
  absl::StatusOr<ProfileLock> lock = ProfileLock::Take(*dir);
  ASSERT_TRUE(lock.ok());
  EXPECT_TRUE(std::filesystem::is_empty(scratch_.path()));
}

TEST_F(ProfileDirTest, SeesWhichDatabasesThisProcessHasOpen) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(Profile());
  ASSERT_TRUE(dir.ok());
  EXPECT_FALSE(DatabasesOpenInProcess(*dir).key4);
  const int fd = open((dir->path + "/key4.db").c_str(), O_RDONLY);
  EXPECT_TRUE(DatabasesOpenInProcess(*dir).key4);
  EXPECT_FALSE(DatabasesOpenInProcess(*dir).cert9);
  close(fd);
}

TEST(QuoteForModuleSpecTest, EscapesQuotesAndBackslashes) {
  EXPECT_EQ(QuoteForModuleSpec("plain path"), "'plain path'");
  EXPECT_EQ(QuoteForModuleSpec("it's"), "'it\\'s'");
  EXPECT_EQ(QuoteForModuleSpec("a\\b"), "'a\\\\b'");
}

}  // namespace
}  // namespace psm
