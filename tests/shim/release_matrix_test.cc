// Every kind of object that NSS hands out, released while NSS is live, after a shutdown that
// answered SEC_ERROR_BUSY, and after one that nothing but the object stood against; and kept by
// code that does not track it while a SecurityManager changes the profile.

#include <gtest/gtest.h>
#include <prio.h>
#include <secerr.h>
#include <secport.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <utility>

#include "absl/strings/str_join.h"
#include "nss_glue/generated/raw.h"
#include "nss_glue/nss_call.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "psm/settings.h"
#include "tests/shim/samples.h"
#include "tests/shim/samples_owner.h"

namespace psm::shim_testing {
namespace {

using Release = std::function<void()>;

// What a held object does to NSS_Shutdown, as measured with NSS 3.87.
enum class Holds {
  kNothing,           // it succeeds
  kDatabases,         // SEC_ERROR_BUSY; the databases are open until the release
  kForGood,           // the same, and NSS cannot be initialised again in the process
  kForGoodAsContent,  // the same, through certificates in it that its count does not tell
  kModule,            // the same, and the release itself may not run: the databases stay open
};

struct Kind {
  const char* name;
  Holds holds;
  Release (*take)();
};

CERTCertificate* Certificate() {
  CERTCertificate* certificate = nss::PK11_FindCertFromNickname(kSampleNickname, nullptr);
  Require(certificate != nullptr, "PK11_FindCertFromNickname");
  return certificate;
}

// An object that NSS gave, and its release.
template <typename T, typename R>
Release Held(T* object, R (*release)(T*)) {
  Require(object != nullptr, "to take an object");
  return [object, release] { static_cast<void>(release(object)); };
}

// Takes with `slot`, and gives the slot back.
template <typename Take>
auto FromKeySlot(Take take) {
  PK11SlotInfo* slot = nss::PK11_GetInternalKeySlot();
  Require(slot != nullptr, "PK11_GetInternalKeySlot");
  auto object = take(slot);
  nss::PK11_FreeSlot(slot);
  return object;
}

template <typename Take>
auto FromCertificate(Take take) {
  CERTCertificate* certificate = Certificate();
  auto object = take(certificate);
  nss::CERT_DestroyCertificate(certificate);
  return object;
}

SECKEYPublicKey* SessionPublicKey() {
  return FromKeySlot([](PK11SlotInfo* slot) {
    PK11RSAGenParams parameters = {1024, 65537};
    SECKEYPublicKey* public_key = nullptr;
    nss::SECKEY_DestroyPrivateKey(nss::PK11_GenerateKeyPair(
        slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, &public_key, PR_FALSE, PR_FALSE, nullptr));
    return public_key;
  });
}

PK11Context* RunningDigest() {
  PK11Context* context = nss::PK11_CreateDigestContext(SEC_OID_SHA256);
  Require(context != nullptr && nss::PK11_DigestBegin(context) == SECSuccess, "PK11_DigestBegin");
  return context;
}

NSSCMSMessage* SignedMessage() {
  return FromCertificate([](CERTCertificate* certificate) {
    NSSCMSMessage* message = nss::NSS_CMSMessage_Create(nullptr);
    NSSCMSSignedData* data = nss::NSS_CMSSignedData_Create(message);
    NSSCMSSignerInfo* signer = nss::NSS_CMSSignerInfo_Create(message, certificate, SEC_OID_SHA256);
    Require(nss::NSS_CMSSignedData_AddSignerInfo(data, signer) == SECSuccess &&
                nss::NSS_CMSContentInfo_SetContent_SignedData(
                    message, nss::NSS_CMSMessage_GetContentInfo(message), data) == SECSuccess,
            "a CMS message");
    return message;
  });
}

CERTSignedCrl* Crl() {
  return FromCertificate([](CERTCertificate* certificate) {
    return nss::SEC_FindCrlByName(nss::CERT_GetDefaultCertDB(), &certificate->derSubject,
                                  SEC_CRL_TYPE);
  });
}

Release KeyLists() {
  return FromKeySlot([](PK11SlotInfo* slot) -> Release {
    SECKEYPrivateKeyList* keys = nss::PK11_ListPrivKeysInSlot(slot, nullptr, nullptr);
    SECKEYPublicKeyList* public_keys = nss::PK11_ListPublicKeysInSlot(slot, nullptr);
    Require(keys != nullptr && public_keys != nullptr, "the key lists");
    return [keys, public_keys] {
      nss::SECKEY_DestroyPrivateKeyList(keys);
      nss::SECKEY_DestroyPublicKeyList(public_keys);
    };
  });
}

// A server's, so that it holds a certificate and its key.
PRFileDesc* TlsServer() {
  PRFileDesc* tls = nss::SSL_ImportFD(nullptr, PR_NewTCPSocket());
  CERTCertificate* certificate = Certificate();
  SECKEYPrivateKey* key = nss::PK11_FindKeyByAnyCert(certificate, nullptr);
  Require(nss::SSL_ConfigServerCert(tls, certificate, key, nullptr, 0) == SECSuccess,
          "SSL_ConfigServerCert");
  nss::SECKEY_DestroyPrivateKey(key);
  nss::CERT_DestroyCertificate(certificate);
  return tls;
}

constexpr Kind kKinds[] = {
    {"Certificate", Holds::kForGood,
     [] { return Held(Certificate(), nss::CERT_DestroyCertificate); }},
    {"CertificateList", Holds::kForGoodAsContent,
     [] {
       return Held(FromKeySlot([](auto* slot) { return nss::PK11_ListCertsInSlot(slot); }),
                   nss::CERT_DestroyCertList);
     }},
    {"PrivateKey", Holds::kDatabases,
     [] {
       return Held(FromCertificate([](auto* certificate) {
                     return nss::PK11_FindKeyByAnyCert(certificate, nullptr);
                   }),
                   nss::SECKEY_DestroyPrivateKey);
     }},
    {"PublicKey", Holds::kDatabases,
     [] { return Held(SessionPublicKey(), nss::SECKEY_DestroyPublicKey); }},
    {"SymKey", Holds::kDatabases,
     [] {
       return Held(FromKeySlot([](auto* slot) {
                     return nss::PK11_KeyGen(slot, CKM_AES_KEY_GEN, nullptr, 16, nullptr);
                   }),
                   nss::PK11_FreeSymKey);
     }},
    {"Context", Holds::kDatabases,
     []() -> Release {
       PK11Context* context = RunningDigest();
       return [context] { nss::PK11_DestroyContext(context, PR_TRUE); };
     }},
    {"Slot", Holds::kDatabases,
     [] { return Held(nss::PK11_GetInternalKeySlot(), nss::PK11_FreeSlot); }},
    {"SlotList", Holds::kDatabases,
     [] {
       return Held(nss::PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, nullptr),
                   nss::PK11_FreeSlotList);
     }},
    {"Module", Holds::kModule,
     [] {
       return Held(nss::SECMOD_FindModule("NSS Internal PKCS #11 Module"),
                   nss::SECMOD_DestroyModule);
     }},
    {"GenericObjects", Holds::kDatabases,
     [] {
       return Held(FromKeySlot([](auto* slot) {
                     return nss::PK11_FindGenericObjects(slot, CKO_CERTIFICATE);
                   }),
                   nss::PK11_DestroyGenericObjects);
     }},
    {"Crl", Holds::kDatabases, [] { return Held(Crl(), nss::SEC_DestroyCrl); }},
    {"Nicknames", Holds::kNothing,
     [] {
       return Held(nss::CERT_GetCertNicknames(nss::CERT_GetDefaultCertDB(), SEC_CERT_NICKNAMES_ALL,
                                              nullptr),
                   nss::CERT_FreeNicknames);
     }},
    {"CmsMessage", Holds::kForGoodAsContent,
     [] { return Held(SignedMessage(), nss::NSS_CMSMessage_Destroy); }},
    {"Pkcs7", Holds::kForGoodAsContent,
     [] {
       return Held(FromCertificate([](auto* certificate) {
                     return nss::SEC_PKCS7CreateCertsOnly(certificate, PR_FALSE,
                                                          nss::CERT_GetDefaultCertDB());
                   }),
                   nss::SEC_PKCS7DestroyContentInfo);
     }},
    {"Pkcs12Context", Holds::kDatabases,
     [] {
       return Held(FromKeySlot([](auto* slot) {
                     return nss::SEC_PKCS12CreateExportContext(nullptr, nullptr, slot, nullptr);
                   }),
                   nss::SEC_PKCS12DestroyExportContext);
     }},
    {"KeyLists", Holds::kDatabases, KeyLists},
    // Tracked: the owner closes NSS's half of it.
    {"TlsDescriptor", Holds::kNothing, [] { return Held(TlsServer(), PR_Close); }},
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

// NSS can be taken up again, and works.
void ExpectNextInitialise(const std::string& folder) {
  ASSERT_TRUE(InitialiseBare(folder)) << PORT_GetError();
  EXPECT_EQ(OpenDatabases(), 2);
  unsigned char byte;
  EXPECT_EQ(psm_raw_PK11_GenerateRandom(&byte, 1), SECSuccess);
  EXPECT_EQ(psm_raw_NSS_Shutdown(), SECSuccess) << PORT_GetError();
  EXPECT_EQ(OpenDatabases(), 0);
}

class ReleaseMatrixTest : public SampleProfileTest, public testing::WithParamInterface<Kind> {
 protected:
  void SetUp() override { profile_ = CopyOf(pristine_, "open"); }
  void TearDown() override { std::filesystem::remove_all(profile_); }

  // Runs `body` in a process of its own, to its end.
  static void ExpectInChild(const std::function<void()>& body) {
    const std::string end = RunInChild(body);
    EXPECT_EQ(end, "");
  }

  std::string profile_;
};

TEST_P(ReleaseMatrixTest, WhileNssIsLive) {
  ExpectInChild([&] {
    OpenBare(profile_);
    GetParam().take()();
    EXPECT_EQ(CloseBare(), 0);
    EXPECT_EQ(OpenDatabases(), 0);
    ExpectNextInitialise(profile_);
  });
}

// After a release in a dead NSS.
void ExpectReleased(Holds holds, const std::string& profile) {
  const bool leaked = holds == Holds::kModule;
  EXPECT_EQ(nss_call::LeakedReleases(), leaked ? 1 : 0);
  EXPECT_EQ(OpenDatabases(), leaked ? 2 : 0);
  if (holds == Holds::kNothing || holds == Holds::kDatabases) ExpectNextInitialise(profile);
}

// Not inlined, so that the audit sees by name that a test goes round the gate.
__attribute__((noinline)) PK11SlotInfo* ForeignSlot() { return psm_raw_PK11_GetInternalKeySlot(); }

// A slot of somebody else's makes NSS_Shutdown fail for every kind.
TEST_P(ReleaseMatrixTest, AfterABusyShutdown) {
  ExpectInChild([&] {
    OpenBare(profile_);
    Release release = GetParam().take();
    PK11SlotInfo* foreign = ForeignSlot();
    EXPECT_EQ(CloseBare(), SEC_ERROR_BUSY);
    EXPECT_EQ(OpenDatabases(), 2);
    release();
    nss::PK11_FreeSlot(foreign);
    ExpectReleased(GetParam().holds, profile_);
  });
}

// Clean for the kinds that hold nothing.
TEST_P(ReleaseMatrixTest, AfterAShutdownThatOnlyTheObjectCouldHinder) {
  ExpectInChild([&] {
    OpenBare(profile_);
    Release release = GetParam().take();
    const bool clean = GetParam().holds == Holds::kNothing;
    EXPECT_EQ(CloseBare(), clean ? 0 : SEC_ERROR_BUSY);
    EXPECT_EQ(OpenDatabases(), clean ? 0 : 2);
    release();
    ExpectReleased(GetParam().holds, profile_);
  });
}

INSTANTIATE_TEST_SUITE_P(Kinds, ReleaseMatrixTest, testing::ValuesIn(kKinds),
                         [](const auto& info) { return std::string(info.param.name); });

// Code that never heard of Tracked<T> keeps an object while a SecurityManager changes the profile.
class KeptAcrossAChangeTest : public ReleaseMatrixTest {
 protected:
  void TearDown() override {
    std::filesystem::remove_all(next_);
    ReleaseMatrixTest::TearDown();
  }

  // For the child: a manager with the first profile open.
  void Start(absl::string_view mode) {
    preferences_ = MakePreferenceService();
    ASSERT_TRUE(preferences_->SetString(kShutdownModePref, mode).ok());
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    manager_ = SecurityManager::Create(std::move(config)).value();
    Open(profile_);
  }

  void Open(const std::string& folder) {
    const absl::Status opened = manager_->OpenProfile(folder).status();
    EXPECT_TRUE(opened.ok()) << opened;
  }

  // To `folder`, NSS being left by `way`.
  void Switch(const std::string& folder, SwitchWay way) {
    absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(folder);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(static_cast<int>(report->close.way), static_cast<int>(way))
        << absl::StrJoin(report->close.pins, "; ");
  }

  // To `folder` while the object is held, and its release: by the slot if the manager knows of the
  // object, otherwise NSS is pinned until the release.
  void SwitchAndRelease(const std::string& folder, const Release& release) {
    absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(folder);
    release();
    if (report.ok()) {
      EXPECT_EQ(static_cast<int>(report->close.way),
                static_cast<int>(SwitchWay::kSlotBecausePinned));
    } else {
      EXPECT_EQ(report.status().code(), absl::StatusCode::kUnavailable) << report.status();
      Open(folder);
    }
  }

  std::string next_ = CopyOf(pristine_, "next");
  std::unique_ptr<PreferenceService> preferences_;
  std::unique_ptr<SecurityManager> manager_;
};

TEST_P(KeptAcrossAChangeTest, Coordinated) {
  ExpectInChild([&] {
    Start("coordinated");
    Release release = GetParam().take();
    switch (GetParam().holds) {
      case Holds::kNothing:
        Switch(next_, SwitchWay::kShutdown);
        release();
        break;
      case Holds::kDatabases:
        SwitchAndRelease(next_, release);
        break;
      case Holds::kForGood:
      case Holds::kModule:
        // NSS_Shutdown may not be called; NSS stays up, and so the release can run.
      case Holds::kForGoodAsContent:
        Switch(next_, SwitchWay::kSlotBecausePinned);
        release();
        break;
    }
    EXPECT_EQ(nss_call::LeakedReleases(), 0);
    // What nothing can tell to be released counts as held for good.
    Switch(profile_, GetParam().holds == Holds::kForGoodAsContent ? SwitchWay::kSlotBecausePinned
                                                                  : SwitchWay::kShutdown);
    manager_.reset();
    EXPECT_EQ(OpenDatabases(), 0);
  });
}

TEST_P(KeptAcrossAChangeTest, Never) {
  ExpectInChild([&] {
    Start("never");
    Release release = GetParam().take();
    Switch(next_, SwitchWay::kSlot);
    release();
    EXPECT_EQ(nss_call::LeakedReleases(), 0);
    Switch(profile_, SwitchWay::kSlot);
    manager_.reset();
    EXPECT_EQ(OpenDatabases(), 0);
  });
}

INSTANTIATE_TEST_SUITE_P(Kinds, KeptAcrossAChangeTest, testing::ValuesIn(kKinds),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace psm::shim_testing
