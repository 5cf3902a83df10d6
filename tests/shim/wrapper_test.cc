// The forms of a wrapped function against each other, NSS live and not: psm::nss, psm_nss_ and
// psm::nss_status; variadic functions, experimental ones, and calls inside a life-cycle hold.

#include <gtest/gtest.h>
#include <secerr.h>
#include <sslerr.h>

#include <atomic>
#include <thread>
#include <vector>

#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "nss_glue/generated/status.h"
#include "nss_glue/lifecycle_mutex.h"
#include "nss_glue/nss_call.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/scoped.h"
#include "shutdown/gate_control.h"
#include "shutdown/prevention_lock.h"
#include "tests/unit/live_profile.h"

extern "C" {
decltype(psm_raw_PK11_GetTokenName) psm_nss_PK11_GetTokenName;
decltype(psm_raw_PK11_NeedLogin) psm_nss_PK11_NeedLogin;
decltype(psm_raw_PK11_GetSlotPWValues) psm_nss_PK11_GetSlotPWValues;
decltype(psm_raw_CERT_CreateName) psm_nss_CERT_CreateName;
decltype(psm_raw_CERT_CreateRDN) psm_nss_CERT_CreateRDN;
decltype(psm_raw_SSL_GetExperimentalAPI) psm_nss_SSL_GetExperimentalAPI;
}

namespace psm {
namespace {

class DeadWrapperTest : public testing::Test {
 protected:
  void SetUp() override { PORT_SetError(0); }
  void TearDown() override { EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED); }
};

class LiveWrapperTest : public testing::Test {
 protected:
  void CloseProfile() { profile_.Close(); }

 private:
  LiveProfile profile_;
};

int CountOf(const CERTName* name) {
  int count = 0;
  for (CERTRDN** rdn = name->rdns; rdn != nullptr && *rdn != nullptr; ++rdn) ++count;
  return count;
}

TEST_F(DeadWrapperTest, TheStatusFormsSayThatNssIsNotLive) {
  EXPECT_EQ(NssErrorCode(nss_status::PK11_GetInternalKeySlot().status()),
            SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(NssErrorCode(nss_status::PK11_Logout(nullptr)), SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(NssErrorCode(nss_status::PK11_NeedLogin(nullptr).status()), SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(NssErrorCode(nss_status::PK11_IsPresent(nullptr).status()), SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(NssErrorCode(nss_status::PK11_LogoutAll()), SEC_ERROR_NOT_INITIALIZED);
}

TEST_F(DeadWrapperTest, CGetsTheSafeAnswer) {
  EXPECT_EQ(psm_nss_PK11_GetTokenName(nullptr), nullptr);
  EXPECT_EQ(psm_nss_PK11_NeedLogin(nullptr), PR_TRUE);
  int ask = 7, timeout = 7;
  psm_nss_PK11_GetSlotPWValues(nullptr, &ask, &timeout);
  EXPECT_EQ(ask, -1);
  EXPECT_EQ(timeout, 0);
}

TEST_F(DeadWrapperTest, VariadicFunctionsAreRefused) {
  EXPECT_EQ(nss::CERT_CreateName(nullptr), nullptr);
  EXPECT_EQ(psm_nss_CERT_CreateName(nullptr, nullptr), nullptr);
}

TEST_F(DeadWrapperTest, ExperimentalFunctionsAreRefused) {
  EXPECT_EQ(nss::SSL_KeyUpdate(nullptr, PR_TRUE), SECFailure);
  PORT_SetError(0);
  // C code fetches it at any time, and gets the wrapper.
  auto* update = reinterpret_cast<SECStatus (*)(PRFileDesc*, PRBool)>(
      psm_nss_SSL_GetExperimentalAPI("SSL_KeyUpdate"));
  ASSERT_NE(update, nullptr);
  EXPECT_EQ(update(nullptr, PR_TRUE), SECFailure);
}

TEST(WrapperTest, TheHolderOfTheLifecycleMutexPassesAndLeavesNothingBehind) {
  PORT_SetError(0);
  {
    const nss_call::LifecycleHold hold;
    ASSERT_TRUE(hold.ok());
    SECKEYPublicKey key = {};
    key.keyType = ecKey;
    EXPECT_EQ(nss::SECKEY_GetPublicKeyType(&key), ecKey);  // needs no token
    EXPECT_EQ(PORT_GetError(), 0);
    const nss_call::LifecycleHold again;
    EXPECT_TRUE(again.ok());
    EXPECT_EQ(nss::SECKEY_GetPublicKeyType(&key), ecKey);
  }
  EXPECT_EQ(nss::SECKEY_GetPublicKeyType(nullptr), nullKey);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
}

TEST(WrapperTest, RefusedCallsAreCounted) {
  const int refused = nss_call::Refusals();
  EXPECT_EQ(nss::PK11_Logout(nullptr), SECFailure);
  EXPECT_EQ(psm_nss_PK11_GetTokenName(nullptr), nullptr);
  EXPECT_EQ(nss_call::Refusals(), refused + 2);
}

TEST(WrapperTest, TheHolderPassesAgainAfterACallbackOfTheHost) {
  SECKEYPublicKey key = {};
  key.keyType = ecKey;
  const nss_call::LifecycleHold hold;
  ASSERT_TRUE(hold.ok());
  {
    const nss_call::HostCallback callback;
    EXPECT_EQ(nss::SECKEY_GetPublicKeyType(&key), nullKey);
  }
  EXPECT_EQ(nss::SECKEY_GetPublicKeyType(&key), ecKey);
}

TEST(WrapperTest, AReleaseThatNeedsNssRunsForTheHolder) {
  SECMODModule module = {};  // without a list to free
  const int leaked = nss_call::LeakedReleases();
  {
    const nss_call::LifecycleHold hold;
    ASSERT_TRUE(hold.ok());
    nss::SECMOD_FreeModuleSpecList(&module, nullptr);
  }
  EXPECT_EQ(nss_call::LeakedReleases(), leaked);
  nss::SECMOD_FreeModuleSpecList(&module, nullptr);
  EXPECT_EQ(nss_call::LeakedReleases(), leaked + 1);
}

TEST(WrapperTest, LookUpsAndReleasesTakeTurnsWhileNssIsDown) {
  std::atomic<int> done{0};
  std::vector<std::thread> threads;
  {
    const nss_call::LifecycleHold hold;
    ASSERT_TRUE(hold.ok());
    threads.emplace_back([&] {
      EXPECT_NE(nss::SECOID_FindOIDByTag(SEC_OID_SHA256), nullptr);
      ++done;
    });
    threads.emplace_back([&] {
      nss::CERT_DestroyCertificate(nullptr);
      ++done;
    });
    absl::SleepFor(absl::Milliseconds(100));
    EXPECT_EQ(done, 0);
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(done, 2);
}

TEST(WrapperTest, TheLifecycleMutexIsNotWaitedForForEver) {
  absl::Notification held, tried;
  std::thread stuck([&] {
    const nss_call::LifecycleHold hold;
    EXPECT_TRUE(hold.ok());
    held.Notify();
    tried.WaitForNotification();
  });
  held.WaitForNotification();
  NssRuntime runtime;
  const int leaked = nss_call::LeakedReleases();
  std::thread release([] { nss::PK11_FreeSlot(nullptr); });
  EXPECT_EQ(runtime.OpenWithoutDatabase().code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_EQ(runtime.up(), NssRuntime::Up::kDown);
  release.join();
  EXPECT_EQ(nss_call::LeakedReleases(), leaked + 1);
  tried.Notify();
  stuck.join();
  EXPECT_TRUE(nss_call::LifecycleHold().ok());
}

TEST_F(LiveWrapperTest, AllFormsAnswerAsNssDoes) {
  absl::StatusOr<PK11SlotInfo*> found = nss_status::PK11_GetInternalKeySlot();
  ASSERT_TRUE(found.ok()) << found.status();
  UniqueSlot slot(*found);
  EXPECT_STREQ(nss::PK11_GetTokenName(slot.get()), psm_raw_PK11_GetTokenName(slot.get()));
  EXPECT_STREQ(psm_nss_PK11_GetTokenName(slot.get()), psm_raw_PK11_GetTokenName(slot.get()));
  EXPECT_EQ(nss::PK11_NeedLogin(slot.get()).value_or(PR_TRUE), psm_raw_PK11_NeedLogin(slot.get()));
  absl::StatusOr<PRBool> needs_login = nss_status::PK11_NeedLogin(slot.get());
  ASSERT_TRUE(needs_login.ok());
  EXPECT_EQ(*needs_login, psm_raw_PK11_NeedLogin(slot.get()));
  EXPECT_TRUE(nss_status::PK11_LogoutAll().ok());
}

TEST_F(LiveWrapperTest, AnExperimentalFunctionThatCFetchedStaysGated) {
  auto* update = reinterpret_cast<SECStatus (*)(PRFileDesc*, PRBool)>(
      psm_nss_SSL_GetExperimentalAPI("SSL_KeyUpdate"));
  ASSERT_NE(update, nullptr);
  EXPECT_NE(psm_raw_SSL_GetExperimentalAPI("SSL_KeyUpdate"), reinterpret_cast<void*>(update));
  EXPECT_EQ(update(nullptr, PR_TRUE), SECFailure);
  EXPECT_NE(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
  CloseProfile();
  EXPECT_EQ(update(nullptr, PR_TRUE), SECFailure);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
}

TEST_F(LiveWrapperTest, AnUnknownExperimentalFunctionIsNotHandedOut) {
  EXPECT_EQ(psm_nss_SSL_GetExperimentalAPI("SSL_MadeUpForThisTest"), nullptr);
  EXPECT_EQ(PORT_GetError(), SSL_ERROR_UNSUPPORTED_EXPERIMENTAL_API);
}

TEST_F(LiveWrapperTest, ANullThatMeansNotFoundIsAnError) {
  char name[] = "nobody";
  EXPECT_FALSE(nss_status::PK11_FindCertFromNickname(name, nullptr).ok());
}

TEST_F(LiveWrapperTest, VariadicFunctionsTakeAllTheirArguments) {
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  const auto rdn = [&arena] { return nss::CERT_CreateRDN(arena.get(), nullptr); };
  CERTRDN* last = nullptr;
  UniqueName in_cxx(nss::CERT_CreateName(rdn(), rdn(), rdn(), last));
  ASSERT_NE(in_cxx, nullptr);
  EXPECT_EQ(CountOf(in_cxx.get()), 3);
  UniqueName in_c(psm_nss_CERT_CreateName(rdn(), rdn(), last));
  ASSERT_NE(in_c, nullptr);
  EXPECT_EQ(CountOf(in_c.get()), 2);
  EXPECT_NE(psm_nss_CERT_CreateRDN(arena.get(), nullptr, nullptr), nullptr);
}

TEST_F(LiveWrapperTest, TooManyArgumentsForTheCFormAreRefused) {
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  CERTRDN* a = nss::CERT_CreateRDN(arena.get(), nullptr);
  CERTRDN* last = nullptr;
#define PSM_EIGHT a, a, a, a, a, a, a, a
  UniqueName most(psm_nss_CERT_CreateName(PSM_EIGHT, PSM_EIGHT, PSM_EIGHT, PSM_EIGHT, last));
  ASSERT_NE(most, nullptr);
  EXPECT_EQ(CountOf(most.get()), 32);
  EXPECT_EQ(psm_nss_CERT_CreateName(PSM_EIGHT, PSM_EIGHT, PSM_EIGHT, PSM_EIGHT, a, last), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_INVALID_ARGS);
#undef PSM_EIGHT
}

TEST_F(LiveWrapperTest, EachFormNestsInAPreventionLock) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
  ASSERT_TRUE(lock.ok());
  UniqueSlot slot(nss::PK11_GetInternalSlot());
  EXPECT_NE(slot, nullptr);
  absl::StatusOr<PK11SlotInfo*> key_slot = nss_status::PK11_GetInternalKeySlot();
  ASSERT_TRUE(key_slot.ok());
  nss::PK11_FreeSlot(*key_slot);
}

}  // namespace
}  // namespace psm
