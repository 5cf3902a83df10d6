// Who else uses NSS beside psm/security_manager.h: leaked and held references that pin NSS, and
// shutdowns of another library's. On real NSS databases.

#include <cert.h>
#include <cryptohi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <keyhi.h>
#include <nss.h>
#include <pk11pub.h>
#include <secasn1.h>
#include <secoid.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "nss_glue/error.h"
#include "nss_glue/tracked_types.h"
#include "psm/profile_events.h"
#include "psm/security_manager.h"
#include "tests/unit/security_manager_testing.h"

namespace psm {
namespace {

using ::testing::HasSubstr;

// Leaked references of code that does not track them.

struct Leak {
  const char* name;
  std::function<std::function<void()>()> take;  // returns its release
};

PK11SymKey* NewSymKey() {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11SymKey* key = PK11_KeyGen(slot, CKM_AES_KEY_GEN, nullptr, 16, nullptr);
  PK11_FreeSlot(slot);
  return key;
}

const Leak kLeaks[] = {
    {"Slot",
     [] {
       PK11SlotInfo* slot = PK11_GetInternalSlot();
       return std::function<void()>([slot] { PK11_FreeSlot(slot); });
     }},
    {"KeySlot",
     [] {
       PK11SlotInfo* slot = PK11_GetInternalKeySlot();
       return std::function<void()>([slot] { PK11_FreeSlot(slot); });
     }},
    {"SymKey",
     [] {
       PK11SymKey* key = NewSymKey();
       return std::function<void()>([key] { PK11_FreeSymKey(key); });
     }},
    {"Context",
     [] {
       PK11Context* context = PK11_CreateDigestContext(SEC_OID_SHA256);
       return std::function<void()>([context] { PK11_DestroyContext(context, PR_TRUE); });
     }},
    {"PrivateKey",
     [] {
       PK11SlotInfo* slot = PK11_GetInternalSlot();
       SECOidData* curve = SECOID_FindOIDByTag(SEC_OID_ANSIX962_EC_PRIME256V1);
       std::vector<unsigned char> der = {SEC_ASN1_OBJECT_ID,
                                         static_cast<unsigned char>(curve->oid.len)};
       der.insert(der.end(), curve->oid.data, curve->oid.data + curve->oid.len);
       SECItem params = {siBuffer, der.data(), static_cast<unsigned int>(der.size())};
       SECKEYPublicKey* public_key = nullptr;
       SECKEYPrivateKey* key = PK11_GenerateKeyPair(slot, CKM_EC_KEY_PAIR_GEN, &params, &public_key,
                                                    PR_FALSE, PR_FALSE, nullptr);
       SECKEY_DestroyPublicKey(public_key);
       PK11_FreeSlot(slot);
       return std::function<void()>([key] { SECKEY_DestroyPrivateKey(key); });
     }},
};

class LeakTest : public SecurityManagerTest, public ::testing::WithParamInterface<Leak> {};

TEST_P(LeakTest, PinsTheCoordinatedModeAndIsLeftOnceReleased) {
  StartLive("coordinated");
  std::function<void()> release = GetParam().take();
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kUnavailable) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("SEC_ERROR_BUSY"));
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kPinned);
  EXPECT_FALSE(PreventionLock::Acquire().ok());

  absl::Status still = manager_->OpenProfile(Profile("b")).status();
  EXPECT_EQ(still.code(), absl::StatusCode::kUnavailable) << still;
  EXPECT_THAT(still.message(), HasSubstr("pinned"));

  release();
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("b"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_TRUE(ProfileWorks());
  EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
}

TEST_P(LeakTest, IsLeftByTheNextEventsOnceReleased) {
  StartLive("coordinated");
  std::function<void()> release = GetParam().take();
  EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  release();
  absl::Status changed = DriveProfileChange(*observers_, Profile("b"));
  EXPECT_TRUE(changed.ok()) << changed;
  EXPECT_EQ(manager_->snapshot().directory, Profile("b"));
}

TEST_P(LeakTest, DoesNotStopTheNeverMode) {
  StartLive("never");
  std::function<void()> release = GetParam().take();
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
  EXPECT_TRUE(ProfileWorks());
  release();
  EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
}

INSTANTIATE_TEST_SUITE_P(All, LeakTest, ::testing::ValuesIn(kLeaks),
                         [](const auto& param) { return param.param.name; });

// A self-signed certificate made by NSS, known to it for as long as somebody holds it.
CERTCertificate* NewCertificate(const char* subject) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11RSAGenParams rsa = {2048, 65537};
  SECKEYPublicKey* public_key = nullptr;
  SECKEYPrivateKey* key = PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &rsa, &public_key,
                                               PR_FALSE, PR_FALSE, nullptr);
  CERTName* name = CERT_AsciiToName(subject);
  CERTSubjectPublicKeyInfo* spki = SECKEY_CreateSubjectPublicKeyInfo(public_key);
  CERTCertificateRequest* request = CERT_CreateCertificateRequest(name, spki, nullptr);
  CERTValidity* validity = CERT_CreateValidity(PR_Now(), PR_Now() + PRTime{3600} * 1000000);
  CERTCertificate* made = CERT_CreateCertificate(7, name, validity, request);
  SECOID_SetAlgorithmID(made->arena, &made->signature, SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION,
                        nullptr);
  SECItem der = {siBuffer, nullptr, 0};
  SEC_ASN1EncodeItem(made->arena, &der, made, SEC_ASN1_GET(CERT_CertificateTemplate));
  SECItem signed_der = {siBuffer, nullptr, 0};
  SEC_DerSignData(made->arena, &signed_der, der.data, static_cast<int>(der.len), key,
                  SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION);
  CERTCertificate* held =
      CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &signed_der, nullptr, PR_FALSE, PR_TRUE);
  CERT_DestroyCertificate(made);
  CERT_DestroyValidity(validity);
  CERT_DestroyCertificateRequest(request);
  SECKEY_DestroySubjectPublicKeyInfo(spki);
  CERT_DestroyName(name);
  SECKEY_DestroyPrivateKey(key);
  SECKEY_DestroyPublicKey(public_key);
  PK11_FreeSlot(slot);
  return held;
}

TEST_F(SecurityManagerTest, AHeldCertificateIsFoundBeforeShutdownAndTheChangeGoesByTheSlot) {
  StartLive("coordinated");
  CERTCertificate* held = NewCertificate("CN=held by somebody");
  ASSERT_NE(held, nullptr);
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->close.way, SwitchWay::kSlotBecausePinned);
  ASSERT_EQ(changed->close.pins.size(), 1u);
  EXPECT_THAT(changed->close.pins[0], HasSubstr("CN=held by somebody"));
  EXPECT_EQ(manager_->snapshot().fallbacks, 1);
  CERT_DestroyCertificate(held);
  changed = manager_->SwitchProfile(Profile("a"));
  ASSERT_TRUE(changed.ok());
  EXPECT_EQ(changed->close.way, SwitchWay::kShutdown);
}

TEST_F(SecurityManagerTest, AHeldCertificateWithRefuseAsksForARestartAndKeepsTheProfile) {
  StartLive("coordinated");
  Prefer(kPinnedPolicyPref, "refuse");
  CERTCertificate* held = NewCertificate("CN=held by somebody");
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("restart"));
  EXPECT_THAT(refused.message(), HasSubstr("CN=held by somebody"));
  EXPECT_TRUE(ProfileWorks());
  CERT_DestroyCertificate(held);
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
}

// NSS drops a stored certificate from its cache when its slot closes, so that nothing tells any
// more whether it was released: NSS_Shutdown would be fatal.
TEST_F(SecurityManagerTest, AStoredCertificateHeldOverAClosedSlotEndsShutdownForTheProcess) {
  ::testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        StartLive("coordinated");
        CERTCertificate* held = NewCertificate("CN=stored");
        PK11SlotInfo* slot = PK11_GetInternalKeySlot();
        if (PK11_ImportCert(slot, held, CK_INVALID_HANDLE, "stored", PR_FALSE) != SECSuccess) {
          _exit(2);
        }
        PK11_FreeSlot(slot);
        for (const char* target : {"b", "a", "b"}) {
          absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile(target));
          if (!changed.ok() || changed->close.way != SwitchWay::kSlotBecausePinned) _exit(3);
          if (changed->close.pins[0].find("CN=stored") == std::string::npos) _exit(4);
        }
        CERT_DestroyCertificate(held);
        absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("a"));
        if (!changed.ok() || changed->close.way != SwitchWay::kSlotBecausePinned) _exit(5);
        _exit(ProfileWorks() ? 0 : 6);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(SecurityManagerTest, ATrackedCertificateDoesNotPin) {
  StartLive("coordinated");
  Tracked<CERTCertificate> tracked;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    tracked = Tracked<CERTCertificate>(*lock, NewCertificate("CN=ours"), "test");
    EXPECT_EQ(SecurityManager::WhatPins().size(), 1u);
  }
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->close.way, SwitchWay::kShutdown);
  EXPECT_EQ(changed->close.evaporation.released, 1u);
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
  EXPECT_TRUE(IsGateRefusal(tracked.Get(*lock).status()));
}

// What other libraries print while the census captures stdout must still arrive there.
TEST_F(SecurityManagerTest, TheCensusDoesNotSwallowOtherThreadsOutput) {
  StartLive("coordinated");
  ::testing::internal::CaptureStdout();
  std::atomic<bool> stop{false};
  std::atomic<int> lines{0};
  std::thread printer([&] {
    while (!stop) {
      printf("line\n");
      ++lines;
    }
  });
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(manager_->SwitchProfile(Profile(i % 2 ? "a" : "b")).ok());
  }
  stop = true;
  printer.join();
  const std::string output = ::testing::internal::GetCapturedStdout();
  EXPECT_EQ(std::count(output.begin(), output.end(), '\n'), lines);
}

TEST_F(SecurityManagerTest, AForeignShutdownClosesTheGateFirst) {
  StartLive("coordinated");
  Tracked<PK11SymKey> key;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    key = Tracked<PK11SymKey>(*lock, NewSymKey(), "test");
  }
  EXPECT_EQ(NSS_Shutdown(), SECSuccess);
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kFailed);
  EXPECT_THAT(manager_->snapshot().why.message(), HasSubstr("NSS_Shutdown"));
  EXPECT_FALSE(ProfileWorks());
  ASSERT_TRUE(manager_->OpenProfile(Profile("b")).ok());
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AForeignShutdownThatDoesNotWaitIsSurvived) {
  StartLive("coordinated");
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  ASSERT_TRUE(manager_->SwitchProfile(Profile("b")).ok());  // the deadline is read at a change
  Holder holder("SlowCall");
  EXPECT_EQ(NSS_Shutdown(), SECSuccess);
  EXPECT_THAT(manager_->snapshot().why.message(), HasSubstr("SlowCall"));
  EXPECT_FALSE(manager_->OpenProfile(Profile("a")).ok());
  holder.Release();
  EXPECT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  EXPECT_TRUE(ProfileWorks());
}

}  // namespace
}  // namespace psm
