// Which profiles psm/security_manager.h opens, on real NSS databases: odd paths, folders and files
// that are no good, what the profile itself asks for.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <tuple>

#include "nss_glue/error.h"
#include "psm/profile_events.h"
#include "psm/security_manager.h"
#include "tests/unit/security_manager_testing.h"

namespace psm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr uid_t kNobody = 65534;

struct BadTarget {
  const char* name;
  std::function<std::string(const std::string& scratch, const std::string& good)> make;
  absl::StatusCode code;
};

std::string CopyOf(const std::string& good, const std::string& to) {
  std::filesystem::copy(good, to, std::filesystem::copy_options::recursive);
  return to;
}

const BadTarget kBadTargets[] = {
    {"Missing", [](auto& s, auto&) { return s + "/missing"; }, absl::StatusCode::kNotFound},
    {"Empty", [](auto&, auto&) { return std::string(); }, absl::StatusCode::kInvalidArgument},
    {"NulByte", [](auto& s, auto&) { return s + std::string("\0x", 2); },
     absl::StatusCode::kInvalidArgument},
    {"File",
     [](auto& s, auto&) {
       std::ofstream(s + "/file") << "x";
       return s + "/file";
     },
     absl::StatusCode::kFailedPrecondition},
    {"EmptyDatabase",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::filesystem::resize_file(p + "/cert9.db", 0);
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"TruncatedDatabase",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::filesystem::resize_file(p + "/key4.db", std::filesystem::file_size(p + "/key4.db") / 2);
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"NoSqliteFile",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::ofstream(p + "/cert9.db", std::ios::trunc) << std::string(4096, 'x');
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"OneDatabaseMissing",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::filesystem::remove(p + "/key4.db");
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"DatabaseIsAFolder",
     [](auto& s, auto&) {
       std::filesystem::create_directories(s + "/bad/cert9.db");
       return s + "/bad";
     },
     absl::StatusCode::kDataLoss},
};

class BadTargetTest : public SecurityManagerTest,
                      public ::testing::WithParamInterface<std::tuple<BadTarget, const char*>> {};

TEST_P(BadTargetTest, IsNamedAndTheOldProfileStaysUsable) {
  const auto& [bad, mode] = GetParam();
  Start();
  const std::string good = MadeProfile("good");
  manager_.reset();
  StartLive(mode);
  const std::string target = bad.make(scratch_.path(), good);
  absl::Status refused = DriveProfileChange(*observers_, target);
  if (!target.empty()) {
    EXPECT_EQ(refused.code(), absl::StatusCode::kAborted)
        << refused;  // vetoed before anything closed
    refused = manager_->SwitchProfile(target).status();
  } else {
    refused = manager_->SwitchProfile(target).status();
  }
  EXPECT_EQ(refused.code(), bad.code) << refused;
  if (!target.empty() && target.find('\0') == std::string::npos) {
    EXPECT_THAT(refused.message(), HasSubstr(target));
  }
  EXPECT_EQ(manager_->snapshot().directory, Profile("a"));
  EXPECT_TRUE(ProfileWorks());
}

INSTANTIATE_TEST_SUITE_P(All, BadTargetTest,
                         ::testing::Combine(::testing::ValuesIn(kBadTargets),
                                            ::testing::Values("coordinated", "never")),
                         [](const auto& param) {
                           return std::string(std::get<0>(param.param).name) + "_" +
                                  std::get<1>(param.param);
                         });

TEST_F(SecurityManagerTest, AnUnreadableFolderIsNamed) {
  StartLive();
  const std::string closed = Profile("closed");
  ASSERT_EQ(chmod(closed.c_str(), 0), 0);
  ASSERT_EQ(chmod(scratch_.path().c_str(), 0755), 0);
  const bool root = geteuid() == 0;
  if (root) {
    ASSERT_EQ(seteuid(kNobody), 0);
  }
  absl::Status refused = manager_->CheckTarget(closed);
  if (root) {
    ASSERT_EQ(seteuid(0), 0);
  }
  ASSERT_EQ(chmod(closed.c_str(), 0700), 0);
  EXPECT_EQ(refused.code(), absl::StatusCode::kPermissionDenied) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(closed));
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AReadOnlyProfileIsOpenedReadOnlyAndSaysWhy) {
  for (const char* mode : {"coordinated", "never"}) {
    StartLive(mode);
    const std::string path = Profile("frozen");
    ASSERT_TRUE(manager_->SwitchProfile(path).ok());
    ASSERT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
    ASSERT_EQ(chmod(scratch_.path().c_str(), 0755), 0);
    ASSERT_EQ(chmod(path.c_str(), 0555), 0);
    for (const char* file : {"/cert9.db", "/key4.db", "/pkcs11.txt"}) {
      chmod((path + file).c_str(), 0444);
    }
    const bool root = geteuid() == 0;
    if (root) {
      ASSERT_EQ(seteuid(kNobody), 0);
    }
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(path);
    if (root) {
      ASSERT_EQ(seteuid(0), 0);
    }
    ASSERT_TRUE(changed.ok()) << mode << changed.status();
    EXPECT_EQ(changed->open.access, ProfileAccess::kReadOnly) << mode;
    EXPECT_THAT(changed->open.why.message(), HasSubstr(path)) << mode;
    manager_.reset();
    ASSERT_EQ(chmod(path.c_str(), 0755), 0);
  }
}

class OddPathTest : public SecurityManagerTest,
                    public ::testing::WithParamInterface<const char*> {};

TEST_P(OddPathTest, IsOpenedInBothModesAndIsTheProfileAskedFor) {
  for (const char* mode : {"coordinated", "never"}) {
    StartLive(mode);
    const std::string odd = Profile(GetParam());
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(odd);
    ASSERT_TRUE(changed.ok()) << changed.status();
    EXPECT_TRUE(std::filesystem::exists(odd + "/cert9.db"));
    EXPECT_TRUE(std::filesystem::exists(odd + "/key4.db"));
    EXPECT_EQ(changed->open.directory, odd);
    EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
    EXPECT_TRUE(manager_->SwitchProfile(odd).ok());
    manager_.reset();
  }
}

INSTANTIATE_TEST_SUITE_P(All, OddPathTest,
                         ::testing::Values("with space", "it's", "back\\slash", "double\"quote",
                                           "a,b=c", "profil-\xC3\xA9\xE2\x82\xAC", "x>y]z",
                                           "tail\\", "'quoted'", "sql:odd"));

TEST_F(SecurityManagerTest, AProfileInUseByAnotherProcessIsRefusedWithItsPid) {
  StartLive();
  const std::string target = Profile("b");
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t other = fork();
  if (other == 0) {
    const int fd = open(target.c_str(), O_RDONLY | O_DIRECTORY);
    const bool locked = flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (write(ready[1], locked ? "y" : "n", 1) != 1) _exit(1);
    pause();
    _exit(0);
  }
  char answer = 0;
  ASSERT_EQ(read(ready[0], &answer, 1), 1);
  ASSERT_EQ(answer, 'y');
  absl::Status refused = manager_->SwitchProfile(target).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(std::to_string(other)));
  EXPECT_THAT(refused.message(), HasSubstr(target));
  EXPECT_TRUE(ProfileWorks());
  kill(other, SIGKILL);
  waitpid(other, nullptr, 0);
  EXPECT_TRUE(manager_->SwitchProfile(target).ok());
  close(ready[0]);
  close(ready[1]);
}

// A target that is damaged after it was checked.
TEST_F(SecurityManagerTest, AFailureOfNssItselfOpensTheOldProfileAgain) {
  for (const char* mode : {"coordinated", "never"}) {
    Start();
    const std::string bad = CopyOf(MadeProfile("good"), scratch_.File(absl::StrCat("bad-", mode)));
    manager_.reset();
    StartLive(mode);
    at_state_ = [&bad](ManagerState state) {
      if (state != ManagerState::kSwitching) return;
      // A sound header, garbage behind it.
      std::fstream file(bad + "/key4.db", std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(100);
      file << std::string(std::filesystem::file_size(bad + "/key4.db") - 100, '\xA5');
    };
    absl::Status failed = manager_->SwitchProfile(bad).status();
    ASSERT_FALSE(failed.ok()) << mode;
    EXPECT_NE(NssErrorCode(failed), 0) << failed;
    EXPECT_THAT(failed.message(), HasSubstr(bad));
    EXPECT_EQ(manager_->snapshot().directory, Profile("a")) << mode;
    EXPECT_TRUE(ProfileWorks()) << mode;
    at_state_ = nullptr;
    manager_.reset();
  }
}

TEST_F(SecurityManagerTest, NoDatabaseOnlyWhenAsked) {
  ASSERT_TRUE(preferences_->SetBool(kNoCertDbPref, true).ok());
  Start();
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("a"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ(opened->access, ProfileAccess::kNoDatabase);
  EXPECT_THAT(opened->why.message(), HasSubstr("security.nocertdb"));
  EXPECT_FALSE(std::filesystem::exists(Profile("a") + "/cert9.db"));
  ASSERT_TRUE(preferences_->SetBool(kNoCertDbPref, false).ok());
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->open.access, ProfileAccess::kReadWrite);
}

TEST_F(SecurityManagerTest, ModulesAndFipsModeOfAProfileAreReportedAsNotInForce) {
  Start();
  const std::string path = MadeProfile("a");
  std::ofstream(path + "/pkcs11.txt")
      << "library=\nname=NSS Internal PKCS #11 Module\nparameters=configdir='sql:x'\n"
         "NSS=Flags=internal,critical,FIPS\n\n"
         "library=/usr/lib/softhsm/libsofthsm2.so\nname=SoftHSM\n\n";
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(path);
  ASSERT_TRUE(opened.ok());
  EXPECT_THAT(opened->notes, ElementsAre(HasSubstr("libsofthsm2.so"), HasSubstr("FIPS")));
}

}  // namespace
}  // namespace psm
