// NSS calls back: nested calls pass, also during a drain; a drain asked for in a callback is
// refused; what waits for a user or for the network gives up.

#include "nss_glue/callbacks.h"

#include <cert.h>
#include <cms.h>
#include <gtest/gtest.h>
#include <keyhi.h>
#include <ocsp.h>
#include <pk11pub.h>
#include <secerr.h>

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "nss_glue/scoped.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

// What the callbacks of a test do, and how often they ran.
std::function<const char*()> g_answer;
std::atomic<int> g_calls{0};

char* Answer(PK11SlotInfo* /*slot*/, PRBool /*retry*/, void* /*context*/) {
  ++g_calls;
  const char* password = g_answer();
  return password == nullptr ? nullptr : PORT_Strdup(password);
}

char* Responder(CERTCertificate* /*certificate*/) {
  ++g_calls;
  return PORT_Strdup(g_answer());
}

class CallbacksTest : public testing::Test {
 protected:
  CallbacksTest() {
    g_calls = 0;
    g_answer = [] { return nullptr; };
  }
  ~CallbacksTest() override {
    if (!GateControl::is_open()) {
      EXPECT_TRUE(GateControl::Resume().ok());
    }
    nss::PK11_SetPasswordFunc(nullptr);
    nss::CERT_RegisterAlternateOCSPAIAInfoCallBack(nullptr, nullptr);
    nss::SEC_RegisterDefaultHttpClient(nullptr);
  }

  LiveProfile profile_;
};

// The profile's token has the password "secret" and nobody is logged in.
class PasswordCallbackTest : public CallbacksTest {
 protected:
  PasswordCallbackTest() : slot_(nss::PK11_GetInternalKeySlot()) {
    EXPECT_EQ(nss::PK11_ChangePW(slot_.get(), "", "secret"), SECSuccess);
    EXPECT_EQ(nss::PK11_Logout(slot_.get()), SECSuccess);
    nss::PK11_SetPasswordFunc(Answer);
  }

  SECStatus Authenticate() { return nss::PK11_Authenticate(slot_.get(), PR_TRUE, nullptr); }

  UniqueSlot slot_;
};

TEST_F(PasswordCallbackTest, MayCallNss) {
  g_answer = [this] {
    EXPECT_NE(nss::PK11_GetTokenName(slot_.get()), nullptr);
    return "secret";
  };
  EXPECT_EQ(Authenticate(), SECSuccess);
  EXPECT_EQ(g_calls, 1);
}

TEST_F(PasswordCallbackTest, NoneIsNone) {
  nss::PK11_SetPasswordFunc(nullptr);
  EXPECT_EQ(Authenticate(), SECFailure);
  EXPECT_EQ(g_calls, 0);
}

TEST_F(PasswordCallbackTest, CannotAskForADrain) {
  DrainResult asked = DrainResult::kOk;
  g_answer = [&asked] {
    asked = GateControl::Drain(kHang).result;
    return "secret";
  };
  EXPECT_EQ(Authenticate(), SECSuccess);
  EXPECT_EQ(asked, DrainResult::kSelfInside);
  EXPECT_TRUE(GateControl::is_open());
}

TEST_F(PasswordCallbackTest, CallsNssDuringADrainAndThenItsAnswerIsDropped) {
  std::optional<BackgroundDrain> drain;
  g_answer = [this, &drain] {
    drain.emplace();
    EXPECT_NE(nss::PK11_GetTokenName(slot_.get()), nullptr);
    OnAnotherThread([this] {
      EXPECT_EQ(nss::PK11_GetTokenName(slot_.get()), nullptr);
      EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    });
    return "secret";
  };
  EXPECT_EQ(Authenticate(), SECFailure);
  EXPECT_EQ(drain->Report().result, DrainResult::kOk);
  ASSERT_TRUE(GateControl::Open().ok());
  EXPECT_FALSE(nss::PK11_IsLoggedIn(slot_.get(), nullptr).value_or(PR_TRUE));
}

TEST_F(PasswordCallbackTest, IsNotCalledOnceADrainIsOn) {
  std::optional<BackgroundDrain> drain;
  {
    const GateEntry outer("the caller's own");
    drain.emplace();
    EXPECT_EQ(Authenticate(), SECFailure);
  }
  EXPECT_EQ(g_calls, 0);
  EXPECT_EQ(drain->Report().result, DrainResult::kOk);
}

TEST_F(PasswordCallbackTest, IsReportedAsAPrompt) {
  g_answer = [] {
    DrainReport report;
    OnAnotherThread([&report] { report = GateControl::Drain(kShort); });
    EXPECT_EQ(report.result, DrainResult::kDeadline);
    EXPECT_EQ(report.holders.size(), 1u);
    EXPECT_TRUE(report.holders[0].in_prompt);
    EXPECT_EQ(report.holders[0].label, "password callback");
    return nullptr;
  };
  EXPECT_EQ(Authenticate(), SECFailure);
  ASSERT_EQ(g_calls, 1);
}

// The prompt is shown by the thread that then drains: it can never answer.
TEST_F(PasswordCallbackTest, PromptThatWaitsForTheDrainingThreadEndsTheDrain) {
  Event asked;
  g_answer = [&asked] {
    asked.Set();
    while (!GateIsClosing()) std::this_thread::yield();
    return nullptr;
  };
  std::thread worker([this] { EXPECT_EQ(Authenticate(), SECFailure); });
  asked.Wait();
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  worker.join();
}

TEST_F(PasswordCallbackTest, OfACmsDecoderIsTheProcesssToo) {
  nss::PK11_SetPasswordFunc(nullptr);
  NSSCMSDecoderContext* decoder =
      nss::NSS_CMSDecoder_Start(nullptr, nullptr, nullptr, Answer, nullptr, nullptr, nullptr);
  ASSERT_NE(decoder, nullptr);
  nss::NSS_CMSDecoder_Cancel(decoder);
  g_answer = [] { return "secret"; };
  std::optional<BackgroundDrain> drain;
  {
    const GateEntry outer("the caller's own");
    drain.emplace();
    EXPECT_EQ(Authenticate(), SECFailure);
    EXPECT_EQ(g_calls, 0);
  }
  drain.reset();
  ASSERT_TRUE(GateControl::Open().ok());
  EXPECT_EQ(Authenticate(), SECSuccess);
  EXPECT_EQ(g_calls, 1);
}

TEST_F(CallbacksTest, TraverseCallbackMayCallNssAndCannotDrain) {
  struct Seen {
    int certificates = 0;
    DrainResult drain = DrainResult::kOk;
  } seen;
  profile_.Close();
  profile_.Prefer(kNewerProfilePref, "write");
  profile_.CopyFirefox("plain", "firefox");
  profile_.Open("firefox");
  EXPECT_EQ(nss::PK11_TraverseSlotCerts(
                [](CERTCertificate* certificate, SECItem*, void* context) {
                  auto* seen = static_cast<Seen*>(context);
                  ++seen->certificates;
                  seen->drain = GateControl::Drain(kHang).result;
                  CERTCertTrust trust;
                  nss::CERT_GetCertTrust(certificate, &trust);
                  EXPECT_NE(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
                  return SECSuccess;
                },
                &seen, nullptr),
            SECSuccess);
  EXPECT_GT(seen.certificates, 0);
  EXPECT_EQ(seen.drain, DrainResult::kSelfInside);
}

// ---- OCSP ----

// A client that records what is asked of it and never answers well.
std::vector<std::string> g_requests;
PRIntervalTime g_timeout;

SECStatus CreateSession(const char* host, PRUint16 /*port*/, SEC_HTTP_SERVER_SESSION* session) {
  g_requests.push_back(std::string("session ") + host);
  *session = &g_requests;
  return SECSuccess;
}
SECStatus KeepAlive(SEC_HTTP_SERVER_SESSION /*session*/, PRPollDesc** /*poll*/) {
  return SECSuccess;
}
SECStatus FreeSession(SEC_HTTP_SERVER_SESSION session) {
  EXPECT_EQ(session, &g_requests);
  g_requests.push_back("free session");
  return SECSuccess;
}
SECStatus CreateRequest(SEC_HTTP_SERVER_SESSION session, const char* /*protocol*/,
                        const char* /*path*/, const char* /*method*/, PRIntervalTime timeout,
                        SEC_HTTP_REQUEST_SESSION* request) {
  EXPECT_EQ(session, &g_requests);
  g_requests.push_back("request");
  g_timeout = timeout;
  *request = &g_timeout;
  return SECSuccess;
}
SECStatus SetPostData(SEC_HTTP_REQUEST_SESSION /*request*/, const char* /*data*/,
                      PRUint32 /*length*/, const char* /*type*/) {
  return SECSuccess;
}
SECStatus AddHeader(SEC_HTTP_REQUEST_SESSION /*request*/, const char* /*name*/,
                    const char* /*value*/) {
  return SECSuccess;
}
SECStatus SendAndReceive(SEC_HTTP_REQUEST_SESSION request, PRPollDesc** /*poll*/,
                         PRUint16* /*code*/, const char** /*type*/, const char** /*headers*/,
                         const char** /*data*/, PRUint32* /*length*/) {
  EXPECT_EQ(request, &g_timeout);
  g_requests.push_back("send");
  return SECFailure;
}
SECStatus Cancel(SEC_HTTP_REQUEST_SESSION /*request*/) { return SECSuccess; }
SECStatus FreeRequest(SEC_HTTP_REQUEST_SESSION request) {
  EXPECT_EQ(request, &g_timeout);
  g_requests.push_back("free request");
  return SECSuccess;
}

SEC_HttpClientFcn Client() {
  SEC_HttpClientFcn client = {};
  client.version = 1;
  client.fcnTable.ftable1 = {CreateSession, KeepAlive,      FreeSession, CreateRequest, SetPostData,
                             AddHeader,     SendAndReceive, Cancel,      FreeRequest};
  return client;
}

const SEC_HttpClientFcn kClient = Client();
const SEC_HttpClientFcn kOtherClient = Client();

class OcspTest : public CallbacksTest {
 protected:
  OcspTest() {
    g_requests.clear();
    g_answer = [] { return "http://responder.test/"; };
    EXPECT_EQ(nss::CERT_RegisterAlternateOCSPAIAInfoCallBack(Responder, nullptr), SECSuccess);
    EXPECT_EQ(nss::SEC_RegisterDefaultHttpClient(&kClient), SECSuccess);

    // A certificate of its own, that names no responder.
    UniqueSlot slot(nss::PK11_GetInternalKeySlot());
    SECKEYPublicKey* public_key = nullptr;
    PK11RSAGenParams parameters = {2048, 65537};
    UniquePrivateKey private_key(nss::PK11_GenerateKeyPairWithFlags(
        slot.get(), CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, &public_key,
        PK11_ATTR_SESSION | PK11_ATTR_INSENSITIVE | PK11_ATTR_PUBLIC, nullptr));
    const UniquePublicKey owned(public_key);
    UniqueName name(nss::CERT_AsciiToName("CN=ocsp.test"));
    UniqueValidity validity(nss::CERT_CreateValidity(PR_Now(), PR_Now() + 1000000ll * 3600));
    CERTSubjectPublicKeyInfo* info = nss::SECKEY_CreateSubjectPublicKeyInfo(public_key);
    UniqueCertificateRequest request(nss::CERT_CreateCertificateRequest(name.get(), info, nullptr));
    nss::SECKEY_DestroySubjectPublicKeyInfo(info);
    UniqueCertificate unsigned_one(
        nss::CERT_CreateCertificate(1, name.get(), validity.get(), request.get()));
    PLArenaPool* arena = unsigned_one->arena;
    nss::SECOID_SetAlgorithmID(arena, &unsigned_one->signature,
                               SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION, nullptr);
    SECItem der = {siBuffer, nullptr, 0};
    SEC_ASN1EncodeItem(arena, &der, unsigned_one.get(), SEC_ASN1_GET(CERT_CertificateTemplate));
    SECItem signed_der = {siBuffer, nullptr, 0};
    EXPECT_EQ(nss::SEC_DerSignData(arena, &signed_der, der.data, static_cast<int>(der.len),
                                   private_key.get(), SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION),
              SECSuccess);
    certificate_.reset(nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &signed_der,
                                                    nullptr, PR_FALSE, PR_TRUE));
    EXPECT_NE(certificate_, nullptr);
  }

  SECStatus Check() {
    return nss::CERT_CheckOCSPStatus(nss::CERT_GetDefaultCertDB(), certificate_.get(), PR_Now(),
                                     nullptr);
  }

  UniqueCertificate certificate_;
};

TEST_F(OcspTest, TheHostsCallbacksAreAsked) {
  EXPECT_EQ(Check(), SECFailure);
  EXPECT_GE(g_calls, 1);
  ASSERT_GE(g_requests.size(), 5u);
  EXPECT_EQ(std::vector<std::string>(g_requests.begin(), g_requests.begin() + 5),
            (std::vector<std::string>{"session responder.test", "request", "send", "free request",
                                      "free session"}));
}

TEST_F(OcspTest, NoResponderDuringADrainIsAFailureAndNotAPass) {
  std::optional<BackgroundDrain> drain;
  {
    const GateEntry outer("the caller's own");
    drain.emplace();
    PORT_SetError(0);
    EXPECT_EQ(Check(), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
  }
  EXPECT_EQ(g_calls, 0);
  EXPECT_TRUE(g_requests.empty());
}

TEST_F(OcspTest, NoRequestStartsDuringADrain) {
  std::optional<BackgroundDrain> drain;
  g_answer = [&drain] {
    if (!drain) drain.emplace();
    return "http://responder.test/";
  };
  EXPECT_EQ(Check(), SECFailure);
  EXPECT_TRUE(g_requests.empty());
  EXPECT_EQ(drain->Report().result, DrainResult::kOk);
}

TEST_F(OcspTest, ResponderCallbacksChain) {
  CERT_StringFromCertFcn old = nullptr;
  ASSERT_EQ(nss::CERT_RegisterAlternateOCSPAIAInfoCallBack(
                [](CERTCertificate*) -> char* { return nullptr; }, &old),
            SECSuccess);
  EXPECT_EQ(old, Responder);
  ASSERT_EQ(nss::CERT_RegisterAlternateOCSPAIAInfoCallBack(old, nullptr), SECSuccess);
  EXPECT_EQ(Check(), SECFailure);
  EXPECT_GE(g_calls, 1);
}

const SEC_HttpClientFcnV1& Registered() {
  return nss::SEC_GetRegisteredHttpClient()->fcnTable.ftable1;
}

TEST_F(OcspTest, RequestWithoutATimeLimitGetsOne) {
  SEC_HTTP_SERVER_SESSION session = nullptr;
  SEC_HTTP_REQUEST_SESSION request = nullptr;
  ASSERT_EQ(Registered().createSessionFcn("a", 80, &session), SECSuccess);
  ASSERT_EQ(Registered().createFcn(session, "http", "/", "GET", PR_INTERVAL_NO_TIMEOUT, &request),
            SECSuccess);
  EXPECT_EQ(g_timeout, PR_SecondsToInterval(60));
  ASSERT_EQ(Registered().createFcn(session, "http", "/", "GET", 7, &request), SECSuccess);
  EXPECT_EQ(g_timeout, 7u);
}

TEST_F(OcspTest, WhatWasBegunIsFreedAlsoDuringADrain) {
  SEC_HTTP_SERVER_SESSION session = nullptr;
  SEC_HTTP_REQUEST_SESSION request = nullptr;
  const SEC_HttpClientFcnV1& client = Registered();
  ASSERT_EQ(client.createSessionFcn("a", 80, &session), SECSuccess);
  ASSERT_EQ(client.createFcn(session, "http", "/", "GET", 7, &request), SECSuccess);
  ASSERT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  g_requests.clear();
  PRUint32 length = 7;
  EXPECT_EQ(
      client.trySendAndReceiveFcn(request, nullptr, nullptr, nullptr, nullptr, nullptr, &length),
      SECFailure);
  EXPECT_EQ(length, 0u);
  EXPECT_EQ(client.freeFcn(request), SECSuccess);
  EXPECT_EQ(client.freeSessionFcn(session), SECSuccess);
  EXPECT_EQ(g_requests, (std::vector<std::string>{"free request", "free session"}));
}

// The table that the host registered is not handed out: what is called through it is gated.
TEST_F(OcspTest, TheRegisteredClientIsHandedOutGated) {
  const SEC_HttpClientFcn* const client = nss::SEC_GetRegisteredHttpClient();
  ASSERT_NE(client, nullptr);
  EXPECT_NE(client, &kClient);
  ASSERT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  g_requests.clear();
  SEC_HTTP_SERVER_SESSION session = nullptr;
  EXPECT_EQ(client->fcnTable.ftable1.createSessionFcn("a", 80, &session), SECFailure);
  EXPECT_EQ(g_requests, std::vector<std::string>{});
  EXPECT_EQ(nss::SEC_GetRegisteredHttpClient(), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
}

TEST_F(OcspTest, TheClientOfBeforeCanBeBroughtBack) {
  const SEC_HttpClientFcn* before = nss::SEC_GetRegisteredHttpClient();
  ASSERT_EQ(nss::SEC_RegisterDefaultHttpClient(&kOtherClient), SECSuccess);
  EXPECT_NE(nss::SEC_GetRegisteredHttpClient(), before);
  ASSERT_EQ(nss::SEC_RegisterDefaultHttpClient(before), SECSuccess);
  EXPECT_EQ(nss::SEC_GetRegisteredHttpClient(), before);
  EXPECT_EQ(Check(), SECFailure);
  EXPECT_FALSE(g_requests.empty());
}

TEST(HttpClientTest, EightDifferentClientsAreAllThereIsRoomFor) {
  EXPECT_IN_FRESH_PROCESS([] {
    LiveProfile profile;
    static const std::vector<SEC_HttpClientFcn> clients(9, Client());
    for (int i = 0; i < 8; ++i) {
      EXPECT_EQ(nss::SEC_RegisterDefaultHttpClient(&clients[i]), SECSuccess);
    }
    EXPECT_EQ(nss::SEC_RegisterDefaultHttpClient(&clients[8]), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NO_MEMORY);
    EXPECT_EQ(nss::SEC_RegisterDefaultHttpClient(&clients[0]), SECSuccess);
  });
}

// ---- Data of symmetric keys ----

std::vector<int> g_freed;

void FreeNumber(void* number) { g_freed.push_back(*static_cast<int*>(number)); }

class UserDataTest : public CallbacksTest {
 protected:
  UserDataTest() : slot_(nss::PK11_GetInternalSlot()) {
    g_freed.clear();
    key_.reset(nss::PK11_KeyGen(slot_.get(), CKM_AES_CBC, nullptr, 16, nullptr));
    EXPECT_NE(key_, nullptr);
  }

  UniqueSlot slot_;
  UniqueSymKey key_;
  int one_ = 1;
  int two_ = 2;
};

TEST_F(UserDataTest, IsWhatWasSet) {
  EXPECT_EQ(nss::PK11_GetSymKeyUserData(key_.get()), nullptr);
  nss::PK11_SetSymKeyUserData(key_.get(), &one_, FreeNumber);
  EXPECT_EQ(nss::PK11_GetSymKeyUserData(key_.get()), &one_);
  nss::PK11_SetSymKeyUserData(key_.get(), &two_, nullptr);
  EXPECT_EQ(nss::PK11_GetSymKeyUserData(key_.get()), &two_);
  EXPECT_EQ(g_freed, std::vector<int>{1});
}

TEST_F(UserDataTest, IsFreedOnceWithTheLastReference) {
  nss::PK11_SetSymKeyUserData(key_.get(), &one_, FreeNumber);
  PK11SymKey* other = nss::PK11_ReferenceSymKey(key_.get());
  key_.reset();
  EXPECT_TRUE(g_freed.empty());
  nss::PK11_FreeSymKey(other);
  EXPECT_EQ(g_freed, std::vector<int>{1});
}

TEST_F(UserDataTest, IsFreedWithReplacement) {
  nss::PK11_SetSymKeyUserData(key_.get(), &one_, FreeNumber);
  nss::PK11_SetSymKeyUserData(key_.get(), &two_, FreeNumber);
  EXPECT_EQ(g_freed, std::vector<int>{1});
  key_.reset();
  EXPECT_EQ(g_freed, (std::vector<int>{1, 2}));
}

}  // namespace
}  // namespace psm
