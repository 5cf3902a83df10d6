// The callbacks of nss_glue/tls_hooks.h: each is called with what it was registered with, lives as
// long as a copy of it, and is answered for during a drain.

#include "nss_glue/tls_hooks.h"

#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pk11pub.h>
#include <prerror.h>
#include <prnetdb.h>
#include <secerr.h>
#include <ssl.h>
#include <sslerr.h>
#include <sslexp.h>
#include <sslproto.h>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/types/optional.h"
#include "nss_glue/tls_layer.h"
#include "tests/shim/tls_pair.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

// What libssl was last given, before it is. Bare libssl's symbol, as psm_raw_ functions find it.
namespace {
SSLCanFalseStartCallback g_can_false_start;
void* g_can_false_start_argument;
}  // namespace
extern "C" __attribute__((visibility("default"))) SECStatus SpyOnCanFalseStart(
    PRFileDesc* fd, SSLCanFalseStartCallback function,
    void* argument) __asm__("SSL_SetCanFalseStartCallback");
SECStatus SpyOnCanFalseStart(PRFileDesc* fd, SSLCanFalseStartCallback function, void* argument) {
  g_can_false_start = function;
  g_can_false_start_argument = argument;
  return reinterpret_cast<decltype(&SpyOnCanFalseStart)>(
      dlsym(RTLD_NEXT, "SSL_SetCanFalseStartCallback"))(fd, function, argument);
}

namespace psm {
namespace {

using namespace tls_testing;  // NOLINT(google-build-using-namespace)
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr PRUint16 kExtension = 0xFFA0;  // private use
constexpr PRUint16 kTls12 = SSL_LIBRARY_VERSION_TLS_1_2;

// What every callback here is registered with: it notes who called.
class Calls {
 public:
  void Note(const char* hook, const PRFileDesc* fd) {
    MutexLock hold(&mu_);
    names_.insert(hook);
    fds_.insert(fd);
  }
  std::set<std::string> names() {
    MutexLock hold(&mu_);
    return names_;
  }
  std::set<const PRFileDesc*> fds() {
    MutexLock hold(&mu_);
    return fds_;
  }
  void Forget() {
    MutexLock hold(&mu_);
    names_.clear();
  }
  // Runs in the certificate hook.
  std::function<SECStatus(PRFileDesc*)> verify = [](PRFileDesc*) { return SECSuccess; };

 private:
  Mutex mu_;
  std::set<std::string> names_ PSM_GUARDED_BY(mu_);
  std::set<const PRFileDesc*> fds_ PSM_GUARDED_BY(mu_);
};

Calls* From(void* arg) { return static_cast<Calls*>(arg); }

SECStatus OnAuth(void* arg, PRFileDesc* fd, PRBool, PRBool) {
  From(arg)->Note("auth", fd);
  return From(arg)->verify(fd);
}
SECStatus OnBadCert(void* arg, PRFileDesc* fd) {
  From(arg)->Note("bad cert", fd);
  return SECSuccess;
}
SECStatus OnClientAuth(void* arg, PRFileDesc* fd, CERTDistNames*, CERTCertificate** certificate,
                       SECKEYPrivateKey** key) {
  From(arg)->Note("client auth", fd);
  *certificate = nss::PK11_FindCertFromNickname(kServerNickname, nullptr);
  *key = nss::PK11_FindKeyByAnyCert(*certificate, nullptr);
  return SECSuccess;
}
PRInt32 OnSni(PRFileDesc* fd, const SECItem*, PRUint32, void* arg) {
  From(arg)->Note("sni", fd);
  return 0;
}
SECStatus OnCanFalseStart(PRFileDesc* fd, void* arg, PRBool* can) {
  From(arg)->Note("false start", fd);
  *can = PR_TRUE;
  return SECSuccess;
}
SECStatus OnNextProto(void* arg, PRFileDesc* fd, const unsigned char* protocols, unsigned int,
                      unsigned char* chosen, unsigned int* length, unsigned int) {
  From(arg)->Note("next proto", fd);
  *length = protocols[0];
  std::copy_n(protocols + 1, protocols[0], chosen);
  return SECSuccess;
}
void OnHandshake(PRFileDesc* fd, void* arg) { From(arg)->Note("handshake", fd); }
void OnAlertReceived(const PRFileDesc* fd, void* arg, const SSLAlert*) {
  From(arg)->Note("alert received", fd);
}
void OnAlertSent(const PRFileDesc* fd, void* arg, const SSLAlert*) {
  From(arg)->Note("alert sent", fd);
}
PRBool OnWriteExtension(PRFileDesc* fd, SSLHandshakeType message, PRUint8* data,
                        unsigned int* length, unsigned int, void* arg) {
  if (message != ssl_hs_client_hello) return PR_FALSE;
  From(arg)->Note("extension writer", fd);
  data[0] = 'x';
  *length = 1;
  return PR_TRUE;
}
SECStatus OnHandleExtension(PRFileDesc* fd, SSLHandshakeType, const PRUint8*, unsigned int,
                            SSLAlertDescription*, void* arg) {
  From(arg)->Note("extension handler", fd);
  return SECSuccess;
}
SSLHelloRetryRequestAction OnHelloRetry(PRBool, const PRUint8*, unsigned int, PRUint8*,
                                        unsigned int*, unsigned int, void* arg) {
  From(arg)->Note("hello retry", nullptr);
  return ssl_hello_retry_accept;
}
SECStatus OnToken(PRFileDesc* fd, const PRUint8*, unsigned int, void* arg) {
  From(arg)->Note("resumption token", fd);
  return SECSuccess;
}
void OnSecret(PRFileDesc* fd, PRUint16, SSLSecretDirection, PK11SymKey*, void* arg) {
  From(arg)->Note("secret", fd);
}
SECStatus OnWriteRecord(PRFileDesc* fd, PRUint16, SSLContentType, const PRUint8*, unsigned int,
                        void* arg) {
  From(arg)->Note("record write", fd);
  return SECSuccess;
}
PRTime OnTime(void* arg) {
  From(arg)->Note("time", nullptr);
  return PR_Now();
}

const SSLExtensionWriter kNoWriter = [](PRFileDesc*, SSLHandshakeType, PRUint8*, unsigned int*,
                                        unsigned int, void*) -> PRBool { return PR_FALSE; };
const SSLExtensionHandler kNoHandler = [](PRFileDesc*, SSLHandshakeType, const PRUint8*,
                                          unsigned int, SSLAlertDescription*,
                                          void*) { return SECSuccess; };

// One callback, registered on a pair that is otherwise ready to shake hands.
struct Hook {
  std::string name;
  std::function<SECStatus(const TlsPair&, Calls*)> install;
  bool handshake_works;
  bool handshake_works_in_a_drain;
  // It is called for the first message already, so a drain has to be on before.
  bool at_start = false;
};

SECStatus Version(PRFileDesc* fd, PRUint16 version) {
  const SSLVersionRange range = {version, version};
  return nss::SSL_VersionRangeSet(fd, &range);
}

SECStatus OfferProtocol(PRFileDesc* fd) {
  const unsigned char protocols[] = {2, 'h', '2'};
  return nss::SSL_SetNextProtoNego(fd, protocols, sizeof protocols);
}

const std::vector<Hook>& Hooks() {
  static const auto* const hooks = new std::vector<Hook>{
      {"auth",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_AuthCertificateHook(pair.client(), OnAuth, calls);
       },
       true, false},
      {"bad cert",
       [](const TlsPair& pair, Calls* calls) {
         nss::SSL_SetURL(pair.client(), "other.example");  // not the certificate's name
         return nss::SSL_BadCertHook(pair.client(), OnBadCert, calls);
       },
       true, false},
      {"client auth",
       [](const TlsPair& pair, Calls* calls) {
         nss::SSL_OptionSet(pair.server(), SSL_REQUEST_CERTIFICATE, PR_TRUE);
         nss::SSL_OptionSet(pair.server(), SSL_REQUIRE_CERTIFICATE, SSL_REQUIRE_NEVER);
         const SSLAuthCertificate any = [](void*, PRFileDesc*, PRBool, PRBool) {
           return SECSuccess;
         };
         nss::SSL_AuthCertificateHook(pair.server(), any, nullptr);
         return nss::SSL_GetClientAuthDataHook(pair.client(), OnClientAuth, calls);
       },
       true, true},
      {"sni",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_SNISocketConfigHook(pair.server(), OnSni, calls);
       },
       true, false},
      {"false start",
       [](const TlsPair& pair, Calls* calls) {
         Version(pair.client(), kTls12);
         nss::SSL_OptionSet(pair.client(), SSL_ENABLE_FALSE_START, PR_TRUE);
         return nss::SSL_SetCanFalseStartCallback(pair.client(), OnCanFalseStart, calls);
       },
       true, false},
      {"next proto",
       [](const TlsPair& pair, Calls* calls) {
         OfferProtocol(pair.client());
         OfferProtocol(pair.server());
         return nss::SSL_SetNextProtoCallback(pair.server(), OnNextProto, calls);
       },
       true, false},
      {"handshake",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_HandshakeCallback(pair.client(), OnHandshake, calls);
       },
       true, true},
      {"alert received",
       [](const TlsPair& pair, Calls* calls) {
         Version(pair.client(), kTls12);
         Version(pair.server(), SSL_LIBRARY_VERSION_TLS_1_3);  // refused by an alert
         return nss::SSL_AlertReceivedCallback(pair.client(), OnAlertReceived, calls);
       },
       false, false},
      {"alert sent",
       [](const TlsPair& pair, Calls* calls) {
         Version(pair.client(), kTls12);
         Version(pair.server(), SSL_LIBRARY_VERSION_TLS_1_3);
         return nss::SSL_AlertSentCallback(pair.server(), OnAlertSent, calls);
       },
       false, false},
      {"extension writer",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_InstallExtensionHooks(pair.client(), kExtension, OnWriteExtension, calls,
                                               kNoHandler, nullptr);
       },
       true, true,
       /*at_start=*/true},
      {"extension handler",
       [](const TlsPair& pair, Calls* calls) {
         const SSLExtensionWriter write = [](PRFileDesc*, SSLHandshakeType message, PRUint8* data,
                                             unsigned int* length, unsigned int, void*) -> PRBool {
           data[0] = 'x';
           *length = 1;
           return message == ssl_hs_client_hello;
         };
         nss::SSL_InstallExtensionHooks(pair.client(), kExtension, write, nullptr, kNoHandler,
                                        nullptr);
         return nss::SSL_InstallExtensionHooks(pair.server(), kExtension, kNoWriter, nullptr,
                                               OnHandleExtension, calls);
       },
       true, false},
      {"hello retry",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_HelloRetryRequestCallback(pair.server(), OnHelloRetry, calls);
       },
       true, false},
      {"resumption token",
       [](const TlsPair& pair, Calls* calls) {
         nss::SSL_OptionSet(pair.client(), SSL_NO_CACHE, PR_FALSE);
         nss::SSL_OptionSet(pair.client(), SSL_ENABLE_SESSION_TICKETS, PR_TRUE);
         nss::SSL_OptionSet(pair.server(), SSL_ENABLE_SESSION_TICKETS, PR_TRUE);
         return nss::SSL_SetResumptionTokenCallback(pair.client(), OnToken, calls);
       },
       true, true},
      {"secret",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_SecretCallback(pair.client(), OnSecret, calls);
       },
       true, true},
      {"time",
       [](const TlsPair& pair, Calls* calls) {
         return nss::SSL_SetTimeFunc(pair.server(), OnTime, calls);
       },
       true, true},
  };
  return *hooks;
}

class TlsHooksTest : public testing::Test {
 protected:
  TlsHooksTest() { MakeServerCertificate(); }

  LiveProfile profile_;
};

TEST_F(TlsHooksTest, EachIsCalledWithTheApplicationsDescriptor) {
  for (const Hook& hook : Hooks()) {
    SCOPED_TRACE(hook.name);
    Calls calls;
    TlsPair pair;
    ASSERT_EQ(hook.install(pair, &calls), SECSuccess) << NsprError();
    const bool works = pair.TryHandshake();
    EXPECT_EQ(works, hook.handshake_works) << NsprError();
    if (works) {
      EXPECT_TRUE(Sends(pair.server(), pair.client()));
    }
    EXPECT_THAT(calls.names(), UnorderedElementsAre(hook.name));
    for (const PRFileDesc* fd : calls.fds()) {
      EXPECT_TRUE(fd == nullptr || fd == pair.client() || fd == pair.server());
    }
  }
}

TEST_F(TlsHooksTest, EachIsAnsweredForDuringADrain) {
  for (const Hook& hook : Hooks()) {
    SCOPED_TRACE(hook.name);
    Calls calls;
    TlsPair pair;
    ASSERT_EQ(hook.install(pair, &calls), SECSuccess) << NsprError();
    if (!hook.at_start) {
      SetBlocking(pair.client(), false);
      nss::SSL_ForceHandshake(pair.client());
    }
    const std::set<std::string> before = calls.names();
    absl::optional<GateEntry> inside(absl::in_place, "test");
    BackgroundDrain drain;
    const bool works = pair.TryHandshake();
    EXPECT_EQ(works, hook.handshake_works_in_a_drain) << NsprError();
    if (works) {
      EXPECT_TRUE(Sends(pair.server(), pair.client()));
    }
    if (hook.name == "auth") {
      EXPECT_TRUE(IsRefused(true)) << NsprError();
    }
    EXPECT_EQ(calls.names(), before);
    inside.reset();
    ASSERT_EQ(drain.Report().result, DrainResult::kOk);
    OpenGate();
  }
}

// libssl asks with PR_FALSE there already, and another release need not.
TEST_F(TlsHooksTest, NothingIsSentEarlyDuringADrain) {
  Calls calls;
  TlsPair pair;
  ASSERT_EQ(nss::SSL_SetCanFalseStartCallback(pair.client(), OnCanFalseStart, &calls), SECSuccess);
  ASSERT_NE(g_can_false_start, nullptr);
  PRBool can = PR_FALSE;
  EXPECT_EQ(g_can_false_start(pair.client(), g_can_false_start_argument, &can), SECSuccess);
  EXPECT_EQ(can, PR_TRUE);
  absl::optional<GateEntry> inside(absl::in_place, "test");
  BackgroundDrain drain;
  EXPECT_TRUE(
      IsRefused(g_can_false_start(pair.client(), g_can_false_start_argument, &can) == SECFailure));
  EXPECT_EQ(can, PR_FALSE);
  EXPECT_THAT(calls.names(), UnorderedElementsAre("false start"));
  inside.reset();
  ASSERT_EQ(drain.Report().result, DrainResult::kOk);
  OpenGate();
}

// With it NSS reads nothing by itself, so it comes after the handshake.
TEST_F(TlsHooksTest, NoRecordIsWrittenDuringADrain) {
  Calls calls;
  TlsPair pair;
  pair.Handshake();
  ASSERT_EQ(nss::SSL_RecordLayerWriteCallback(pair.client(), OnWriteRecord, &calls), SECSuccess);
  EXPECT_EQ(PR_Write(pair.client(), "x", 1), 1);
  EXPECT_THAT(calls.names(), UnorderedElementsAre("record write"));
  EXPECT_THAT(calls.fds(), UnorderedElementsAre(pair.client()));
  calls.Forget();
  absl::optional<GateEntry> inside(absl::in_place, "test");
  BackgroundDrain drain;
  EXPECT_TRUE(IsRefused(PR_Write(pair.client(), "x", 1) == -1)) << NsprError();
  EXPECT_THAT(calls.names(), IsEmpty());
  inside.reset();
  ASSERT_EQ(drain.Report().result, DrainResult::kOk);
  OpenGate();
}

TEST_F(TlsHooksTest, ARefusedClientCertificateIsNotSent) {
  Calls calls;
  for (const bool draining : {false, true}) {
    TlsPair pair;
    ASSERT_EQ(Hooks()[2].install(pair, &calls), SECSuccess);
    absl::optional<GateEntry> inside(absl::in_place, "test");
    absl::optional<BackgroundDrain> drain;
    if (draining) drain.emplace();
    ASSERT_TRUE(pair.TryHandshake()) << NsprError();
    CERTCertificate* const sent = nss::SSL_PeerCertificate(pair.server());
    EXPECT_EQ(sent != nullptr, !draining);
    nss::CERT_DestroyCertificate(sent);
    inside.reset();
  }
  OpenGate();
}

TEST_F(TlsHooksTest, NssCallsPassInAHookDuringADrain) {
  Calls calls;
  absl::optional<BackgroundDrain> drain;
  calls.verify = [&](PRFileDesc* fd) {
    drain.emplace();
    CERTCertificate* const certificate = nss::SSL_PeerCertificate(fd);
    EXPECT_NE(certificate, nullptr) << NsprError();
    nss::CERT_DestroyCertificate(certificate);
    return SECSuccess;
  };
  TlsPair pair;
  nss::SSL_AuthCertificateHook(pair.client(), OnAuth, &calls);
  {
    GateEntry inside("test");
    EXPECT_TRUE(pair.TryHandshake()) << NsprError();
  }
  EXPECT_THAT(calls.names(), Contains("auth"));
  EXPECT_EQ(drain->Report().result, DrainResult::kOk);
  OpenGate();
}

TEST_F(TlsHooksTest, ADrainAskedForInAHookIsRefused) {
  Calls calls;
  calls.verify = [](PRFileDesc*) {
    EXPECT_EQ(DrainWithTls(kHang).result, DrainResult::kSelfInside);
    return SECSuccess;
  };
  TlsPair pair;
  nss::SSL_AuthCertificateHook(pair.client(), OnAuth, &calls);
  EXPECT_TRUE(pair.TryHandshake()) << NsprError();
  EXPECT_THAT(calls.names(), Contains("auth"));
}

TEST_F(TlsHooksTest, TheLastRegistrationCounts) {
  Calls first, second;
  TlsPair pair;
  nss::SSL_HandshakeCallback(pair.client(), OnHandshake, &first);
  nss::SSL_HandshakeCallback(pair.client(), OnHandshake, &second);
  nss::SSL_HandshakeCallback(pair.server(), OnHandshake, &first);
  nss::SSL_HandshakeCallback(pair.server(), nullptr, nullptr);
  pair.Handshake();
  EXPECT_THAT(first.names(), IsEmpty());
  EXPECT_THAT(second.names(), Contains("handshake"));
}

TEST_F(TlsHooksTest, AnAcceptedDescriptorKeepsWhatTheListenerHad) {
  Calls calls;
  PRFileDesc* const listener = PR_NewTCPSocket();
  PRNetAddr address;
  PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
  Require(PR_Bind(listener, &address) == PR_SUCCESS, "PR_Bind");
  ASSERT_NE(nss::SSL_ImportFD(nullptr, listener), nullptr);
  ConfigureServer(listener);
  nss::SSL_SNISocketConfigHook(listener, OnSni, &calls);
  nss::SSL_HandshakeCallback(listener, OnHandshake, &calls);
  Require(PR_Listen(listener, 1) == PR_SUCCESS, "PR_Listen");
  Require(PR_GetSockName(listener, &address) == PR_SUCCESS, "PR_GetSockName");
  PRFileDesc* const client = ImportClient(PR_NewTCPSocket());
  Require(PR_Connect(client, &address, PR_INTERVAL_NO_TIMEOUT) == PR_SUCCESS, "PR_Connect");
  PRFileDesc* const accepted = PR_Accept(listener, &address, PR_INTERVAL_NO_TIMEOUT);
  ASSERT_NE(accepted, nullptr);
  EXPECT_EQ(PR_Close(listener), PR_SUCCESS);
  EXPECT_TRUE(HandshakeBetween(client, accepted)) << NsprError();
  EXPECT_THAT(calls.names(), UnorderedElementsAre("sni", "handshake"));
  EXPECT_THAT(calls.fds(), UnorderedElementsAre(accepted));
  PR_Close(accepted);
  PR_Close(client);
}

TEST_F(TlsHooksTest, AModelsHooksOutliveIt) {
  Calls calls;
  PRFileDesc* const model = nss::SSL_ImportFD(nullptr, PR_NewTCPSocket());
  nss::SSL_AuthCertificateHook(model, OnAuth, &calls);
  nss::SSL_HandshakeCallback(model, OnHandshake, &calls);
  const auto [client, server] = NewSocketPair();
  ASSERT_NE(nss::SSL_ImportFD(model, client), nullptr);
  ASSERT_NE(ImportServer(server), nullptr);
  PR_Close(model);
  nss::SSL_OptionSet(client, SSL_NO_CACHE, PR_TRUE);
  nss::SSL_ResetHandshake(client, PR_FALSE);
  EXPECT_TRUE(HandshakeBetween(client, server)) << NsprError();
  EXPECT_THAT(calls.names(), UnorderedElementsAre("auth", "handshake"));
  PR_Close(client);
  PR_Close(server);
}

TEST_F(TlsHooksTest, WhatReconfiguringCopiesOutlivesTheModel) {
  Calls calls;
  PRFileDesc* model = nss::SSL_ImportFD(nullptr, PR_NewTCPSocket());
  ConfigureServer(model);
  nss::SSL_HandshakeCallback(model, OnHandshake, &calls);
  nss::SSL_InstallExtensionHooks(model, kExtension, kNoWriter, nullptr, OnHandleExtension, &calls);
  TlsPair pair;
  const SSLSNISocketConfig reconfigure = [](PRFileDesc* fd, const SECItem*, PRUint32,
                                            void* arg) -> PRInt32 {
    PRFileDesc* const model = *static_cast<PRFileDesc**>(arg);
    return nss::SSL_ReconfigFD(model, fd) == fd ? 0 : SSL_SNI_SEND_ALERT;
  };
  nss::SSL_SNISocketConfigHook(pair.server(), reconfigure, &model);
  SetBlocking(pair.client(), false);
  SetBlocking(pair.server(), false);
  nss::SSL_ForceHandshake(pair.client());
  nss::SSL_ForceHandshake(pair.server());
  PR_Close(model);
  EXPECT_TRUE(pair.TryHandshake()) << NsprError();
  EXPECT_THAT(calls.names(), Contains("handshake"));
  EXPECT_THAT(calls.fds(), UnorderedElementsAre(pair.server()));
}

TEST_F(TlsHooksTest, AHostIsToldOfTheCloseNotifyOfItsOwnCloseOnly) {
  Calls closed, evaporated;
  TlsPair pair, other;
  nss::SSL_AlertSentCallback(pair.client(), OnAlertSent, &closed);
  nss::SSL_AlertSentCallback(other.client(), OnAlertSent, &evaporated);
  pair.Handshake();
  other.Handshake();
  const PRFileDesc* const fd = pair.client();
  EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
  EXPECT_THAT(closed.fds(), UnorderedElementsAre(fd));
  profile_.SwitchTo("second");
  EXPECT_THAT(evaporated.names(), IsEmpty());
}

TEST(TlsHookSetTest, TheSameHookIsKeptOnce) {
  TlsHookSet hooks;
  int a, b;
  const auto function = [] {};
  TlsHook* const first = hooks.Add({function, &a});
  EXPECT_EQ(hooks.Add({function, &a}), first);
  EXPECT_NE(hooks.Add({function, &b}), first);
}

TEST(TlsHookSetTest, InheritedHooksOutliveTheirSource) {
  auto source = std::make_unique<TlsHookSet>();
  auto middle = std::make_unique<TlsHookSet>();
  TlsHookSet last;
  int a;
  TlsHook* const hook = source->Add({[] {}, &a});
  middle->InheritFrom(*source);
  source.reset();
  last.InheritFrom(*middle);
  middle.reset();
  EXPECT_EQ(hook->argument, &a);
}

}  // namespace
}  // namespace psm
