#include "psm/token_password.h"

#include <gtest/gtest.h>
#include <nss.h>

#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "nss_glue/database_check.h"
#include "psm/key_service.h"
#include "psm/secret_decoder_ring.h"
#include "tests/unit/child_process.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/manager_testing.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

using State = TokenPassword::State;

State StateNow() { return TokenPassword().GetState().value(); }

TEST(TokenPasswordTest, AFreshProfileHasTheEmptyOne) {
  LiveProfile profile;
  EXPECT_EQ(StateNow(), State::kEmptyPassword);
  EXPECT_TRUE(TokenPassword().Check("").ok());
  EXPECT_TRUE(TokenPassword().Login("").ok());
  EXPECT_TRUE(TokenPassword().Logout().ok());
  EXPECT_EQ(StateNow(), State::kEmptyPassword);
  EXPECT_EQ(Why(TokenPassword().Check("x")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(TokenPassword().Login("x")), "SEC_ERROR_BAD_PASSWORD");
}

TEST(TokenPasswordTest, GoesThroughItsStates) {
  LiveProfile profile;
  TokenPassword password;
  ASSERT_TRUE(password.Change("", "secret").ok());
  EXPECT_EQ(StateNow(), State::kLoggedIn);
  ASSERT_TRUE(password.Logout().ok());
  EXPECT_EQ(StateNow(), State::kLoggedOut);
  EXPECT_TRUE(password.Logout().ok());
  ASSERT_TRUE(password.Check("secret").ok());
  EXPECT_EQ(StateNow(), State::kLoggedOut);
  ASSERT_TRUE(password.Login("secret").ok());
  EXPECT_EQ(StateNow(), State::kLoggedIn);
  ASSERT_TRUE(password.Check("secret").ok());
  EXPECT_EQ(StateNow(), State::kLoggedIn);
  ASSERT_TRUE(password.Change("secret", "other").ok());
  EXPECT_EQ(StateNow(), State::kLoggedIn);
  ASSERT_TRUE(password.Logout().ok());
  ASSERT_TRUE(password.Change("other", "third").ok());
  EXPECT_EQ(StateNow(), State::kLoggedIn);
  ASSERT_TRUE(password.Change("third", "").ok());
  EXPECT_EQ(StateNow(), State::kEmptyPassword);
}

TEST(TokenPasswordTest, RefusesWrongOnes) {
  LiveProfile profile;
  TokenPassword password;
  ASSERT_TRUE(password.Change("", "secret").ok());
  ASSERT_TRUE(password.Logout().ok());
  for (const char* wrong : {"", "s", "Secret", "secret ", "secretsecret"}) {
    EXPECT_EQ(Why(password.Login(wrong)), "SEC_ERROR_BAD_PASSWORD") << wrong;
    EXPECT_EQ(Why(password.Check(wrong)), "SEC_ERROR_BAD_PASSWORD") << wrong;
    EXPECT_EQ(Why(password.Change(wrong, "new")), "SEC_ERROR_BAD_PASSWORD") << wrong;
    EXPECT_EQ(password.Login(wrong).code(), absl::StatusCode::kUnauthenticated) << wrong;
    EXPECT_EQ(StateNow(), State::kLoggedOut);
  }
  ASSERT_TRUE(password.Login("secret").ok());
  EXPECT_EQ(Why(password.Change("wrong", "new")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_TRUE(password.Check("secret").ok());
  EXPECT_EQ(Why(password.Login("wrong")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(StateNow(), State::kLoggedOut);
}

TEST(TokenPasswordTest, RefusesWhatNssWouldCutOff) {
  LiveProfile profile;
  TokenPassword password;
  const absl::string_view nul("se\0cret", 7);
  EXPECT_EQ(Why(password.Change("", nul)), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(password.Change(nul, "")), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(password.Login(nul)), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(password.Check(nul)), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(password.Init(nul)), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(password.Change("", std::string(501, 'x'))), "SEC_ERROR_INPUT_LEN");
  EXPECT_EQ(Why(password.Login(std::string(1 << 20, 'x'))), "SEC_ERROR_INPUT_LEN");
  EXPECT_EQ(StateNow(), State::kEmptyPassword);
}

TEST(TokenPasswordTest, TakesLongAndForeignOnes) {
  LiveProfile profile;
  TokenPassword password;
  const std::string foreign = "\xd0\xbf\xd0\xb0\xd1\x80\xd0\xbe\xd0\xbb\xd1\x8c \xf0\x9f\x94\x91";
  const std::string longest(500, 'x');
  ASSERT_TRUE(password.Change("", foreign).ok());
  ASSERT_TRUE(password.Change(foreign, longest).ok());
  ASSERT_TRUE(password.Logout().ok());
  EXPECT_EQ(Why(password.Login(longest.substr(1))), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_TRUE(password.Login(longest).ok());
}

TEST(TokenPasswordTest, IsKeptByItsProfile) {
  for (const char* mode : {"coordinated", "never"}) {
    LiveProfile profile(mode);
    TokenPassword password;
    ASSERT_TRUE(password.Change("", "secret").ok());
    profile.SwitchTo("second");
    EXPECT_EQ(StateNow(), State::kEmptyPassword) << mode;
    ASSERT_TRUE(password.Change("", "second's").ok());
    profile.SwitchTo("first");
    EXPECT_EQ(StateNow(), State::kLoggedOut) << mode;
    EXPECT_EQ(Why(password.Login("second's")), "SEC_ERROR_BAD_PASSWORD") << mode;
    EXPECT_TRUE(password.Login("secret").ok()) << mode;
    profile.SwitchTo("second");
    EXPECT_EQ(StateNow(), State::kLoggedOut) << mode;
    EXPECT_TRUE(password.Login("second's").ok()) << mode;
  }
}

TEST(TokenPasswordTest, KeysAndSecretsSurviveAChange) {
  LiveProfile profile;
  TokenPassword password;
  const std::string blob = SecretDecoderRing().EncryptString("text").value();
  ASSERT_TRUE(KeyService().GenerateEc(EllipticCurve::kP256, "label").ok());
  ASSERT_TRUE(password.Change("", "secret").ok());
  ASSERT_TRUE(password.Change("secret", "other").ok());
  profile.SwitchTo("second");
  profile.SwitchTo("first");
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(blob).status()), "SEC_ERROR_BAD_PASSWORD");
  ASSERT_TRUE(password.Login("other").ok());
  EXPECT_EQ(SecretDecoderRing().DecryptString(blob).value(), "text");
  EXPECT_TRUE(KeyService().FindByLabel("label")->front().Sign(DigestAlgorithm::kSha256, "x").ok());
}

TEST(TokenPasswordTest, IsNotInitialisedTwice) {
  LiveProfile profile;
  EXPECT_EQ(Why(TokenPassword().Init("secret")), "FAILED_PRECONDITION");
  EXPECT_EQ(StateNow(), State::kEmptyPassword);
  ASSERT_TRUE(TokenPassword().Change("", "secret").ok());
  EXPECT_EQ(Why(TokenPassword().Init("")), "FAILED_PRECONDITION");
  EXPECT_TRUE(TokenPassword().Check("secret").ok());
}

TEST(TokenPasswordTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  profile.Close();
  TokenPassword password;
  EXPECT_EQ(Why(password.GetState().status()), "gate");
  EXPECT_EQ(Why(password.Init("")), "gate");
  EXPECT_EQ(Why(password.Login("")), "gate");
  EXPECT_EQ(Why(password.Check("")), "gate");
  EXPECT_EQ(Why(password.Change("", "x")), "gate");
  EXPECT_EQ(Why(password.Logout()), "gate");
}

TEST(TokenPasswordTest, SeveralThreadsLogInAndOut) {
  LiveProfile profile;
  TokenPassword password;
  ASSERT_TRUE(password.Change("", "secret").ok());
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(TokenPassword().Login("secret").ok());
        EXPECT_EQ(Why(TokenPassword().Login("wrong")), "SEC_ERROR_BAD_PASSWORD");
        EXPECT_TRUE(t != 0 || TokenPassword().Logout().ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(password.Login("secret").ok());
}

TEST(TokenPasswordTest, AReadOnlyProfileKeepsIt) {
  LiveProfile profile;
  ASSERT_TRUE(TokenPassword().Change("", "secret").ok());
  profile.SwitchTo("second");
  profile.SwitchToReadOnly("first");
  EXPECT_EQ(Why(TokenPassword().Change("secret", "x")), "SEC_ERROR_READ_ONLY");
  EXPECT_TRUE(TokenPassword().Login("secret").ok());
}

TEST(TokenPasswordTest, InitialisesATokenThatNobodyDid) {
  const ScratchDir made_by_hand;
  ASSERT_EQ(NSS_InitReadWrite(("sql:" + made_by_hand.path()).c_str()), SECSuccess);
  ASSERT_EQ(NSS_Shutdown(), SECSuccess);
  LiveProfile profile;
  std::filesystem::copy(made_by_hand.path(), profile.Folder("raw"));
  profile.SwitchTo("raw");
  TokenPassword password;
  ASSERT_EQ(StateNow(), State::kNotInitialized);
  EXPECT_EQ(Why(password.Login("")), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(password.Check("")), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(password.Change("", "x")), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(password.Logout()), "FAILED_PRECONDITION");
  EXPECT_FALSE(SecretDecoderRing().EncryptString("x").ok());
  ASSERT_TRUE(password.Init("secret").ok());
  EXPECT_EQ(StateNow(), State::kLoggedIn);
  EXPECT_TRUE(SecretDecoderRing().EncryptString("x").ok());
}

// ---- The work factor ----

class PasswordIterationsTest : public ManagerTest {
 protected:
  // That of a password set now, as it is on the disk.
  int Stored() {
    const std::string path = scratch_.File("profile");
    std::filesystem::remove_all(path);
    std::filesystem::create_directory(path);
    Start();
    Open(path);
    EXPECT_TRUE(TokenPassword().Change("", "secret").ok());
    Close();
    absl::StatusOr<ProfileFacts> facts =
        CheckDatabases(Inspected(path), absl::Seconds(30), /*full=*/false);
    EXPECT_TRUE(facts.ok()) << facts.status();
    return facts.ok() ? facts->password_iterations : 0;
  }
};

TEST_F(PasswordIterationsTest, AreTenThousandOrAsIsPreferred) {
  EXPECT_EQ(Stored(), 10000);
  ASSERT_TRUE(preferences_->SetInt(kPasswordIterationsPref, 25000).ok());
  EXPECT_EQ(Stored(), 25000);
  ASSERT_TRUE(preferences_->SetInt(kPasswordIterationsPref, 10000).ok());
  EXPECT_EQ(Stored(), 10000);
}

TEST_F(PasswordIterationsTest, OutOfRangeAreRefused) {
  for (const int wrong : {-1, 0, 1, 9999, 10000001}) {
    ASSERT_TRUE(preferences_->SetInt(kPasswordIterationsPref, wrong).ok());
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    absl::Status refused = SecurityManager::Create(std::move(config)).status();
    EXPECT_EQ(refused.code(), absl::StatusCode::kInvalidArgument) << wrong;
    EXPECT_TRUE(absl::StrContains(refused.message(), kPasswordIterationsPref)) << refused;
  }
}

TEST_F(PasswordIterationsTest, OfTheEnvironmentGoBefore) {
  if (!FromEnvironment("PSM_CASE").empty()) {  // in the child
    EXPECT_EQ(Stored(), 15000);
    return;
  }
  const ChildEnd end = RunTestInChild("PasswordIterationsTest.OfTheEnvironmentGoBefore",
                                      {"PSM_CASE=15000", "NSS_MIN_MP_PBE_ITERATION_COUNT=15000",
                                       "NSS_MAX_MP_PBE_ITERATION_COUNT=15000"},
                                      absl::Minutes(1));
  EXPECT_EQ(end.status, 0) << end.output;
}

}  // namespace
}  // namespace psm
