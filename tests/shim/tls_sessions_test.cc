// libssl's session caches behind nss_glue/tls_sessions.h: orders of calls that crash or fail in
// bare NSS, and what a server's cache is after a profile change. Each test in a process of its own,
// since libssl never forgets that it had a cache.

#include "nss_glue/tls_sessions.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <prerror.h>
#include <prnetdb.h>
#include <secerr.h>
#include <sslproto.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "nss_glue/generated/raw.h"
#include "nss_glue/scoped.h"
#include "nss_glue/standalone.h"
#include "tests/shim/samples_owner.h"
#include "tests/shim/tls_pair.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

#ifdef PSM_TEST_TSAN
// NSPR interrupts libssl's polling thread by way of that thread's condition variable, which it
// reads and frees without the order that ThreadSanitizer asks for.
extern "C" __attribute__((visibility("default"))) const char* __tsan_default_suppressions() {
  return "race:PR_Interrupt\n";
}
#endif

namespace psm {
namespace {

using namespace tls_testing;  // NOLINT(google-build-using-namespace)
using shim_testing::RunInChild;

// Bare libssl and NSS, out of line: inlined into std::function they would be nobody's to the audit.
#define PSM_OUT_OF_LINE __attribute__((noinline))
PSM_OUT_OF_LINE void RawClear() { psm_raw_SSL_ClearSessionCache(); }
PSM_OUT_OF_LINE void RawConfigure() { psm_raw_SSL_ConfigServerSessionIDCache(100, 0, 0, nullptr); }
PSM_OUT_OF_LINE void RawConfigureShared() {
  psm_raw_SSL_ConfigMPServerSIDCache(100, 0, 0, nullptr);
}
PSM_OUT_OF_LINE void RawShutDown() { psm_raw_SSL_ShutdownServerSessionIDCache(); }
PSM_OUT_OF_LINE SECStatus RawNssShutdown() { return psm_raw_NSS_Shutdown(); }
PSM_OUT_OF_LINE SECStatus RawNssUp() { return psm_raw_NSS_NoDB_Init(nullptr); }

SECStatus Configure(int sessions = 100) {
  return nss::SSL_ConfigServerSessionIDCache(sessions, 0, 0, nullptr);
}
SECStatus ConfigureShared() { return nss::SSL_ConfigMPServerSIDCache(100, 0, 0, nullptr); }
SECStatus ShutDown() { return nss::SSL_ShutdownServerSessionIDCache(); }

// The error of a call that failed; 0 if it did not.
PRErrorCode ErrorOf(SECStatus status) { return status == SECSuccess ? 0 : PR_GetError(); }

// A server of TLS 1.2 at one port, and clients of it, all of which keep sessions.
class CachingServer {
 public:
  CachingServer() : listener_(PR_NewTCPSocket()) {
    PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address_);
    Require(PR_Bind(listener_, &address_) == PR_SUCCESS, "PR_Bind");
    Require(PR_Listen(listener_, 1) == PR_SUCCESS, "PR_Listen");
    Require(PR_GetSockName(listener_, &address_) == PR_SUCCESS, "PR_GetSockName");
  }
  ~CachingServer() { PR_Close(listener_); }

  struct Pair {
    PRFileDesc* client;
    PRFileDesc* server;
  };
  Pair Connect() {
    PRFileDesc* const tcp = PR_NewTCPSocket();
    Require(PR_Connect(tcp, &address_, PR_INTERVAL_NO_TIMEOUT) == PR_SUCCESS, "PR_Connect");
    const Pair pair = {ImportClient(tcp),
                       ImportServer(PR_Accept(listener_, nullptr, PR_INTERVAL_NO_TIMEOUT))};
    for (PRFileDesc* fd : {pair.client, pair.server}) {
      const SSLVersionRange tls_1_2 = {SSL_LIBRARY_VERSION_TLS_1_2, SSL_LIBRARY_VERSION_TLS_1_2};
      Require(nss::SSL_VersionRangeSet(fd, &tls_1_2) == SECSuccess, "SSL_VersionRangeSet");
      Require(nss::SSL_OptionSet(fd, SSL_NO_CACHE, PR_FALSE) == SECSuccess, "SSL_OptionSet");
    }
    return pair;
  }

  // Whether the client's session was found in the cache.
  static bool Resumes(const Pair& pair) {
    Require(HandshakeBetween(pair.client, pair.server), "SSL_ForceHandshake");
    Require(Sends(pair.server, pair.client), "Sends");
    SSLChannelInfo info;
    Require(nss::SSL_GetChannelInfo(pair.server, &info, sizeof info) == SECSuccess,
            "SSL_GetChannelInfo");
    PR_Close(pair.client);
    PR_Close(pair.server);
    return info.resumed != PR_FALSE;
  }

  // That of the next one.
  bool Resumes() { return Resumes(Connect()); }

 private:
  PRFileDesc* const listener_;
  PRNetAddr address_;
};

int Entries(const char* folder, const char* prefix = "") {
  int count = 0;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string what = std::filesystem::read_symlink(entry.path(), unreadable).string();
    if (what.rfind(prefix, 0) == 0) ++count;
  }
  return count;
}
int Pipes() { return Entries("/proc/self/fd", "pipe:"); }
int Threads() { return Entries("/proc/self/task"); }

TEST(TlsSessionsControlTest, BareNssCrashes) {
  const auto up = [] { Require(RawNssUp() == SECSuccess, "NSS_NoDB_Init"); };
  EXPECT_NE(RunInChild([&] {
              up();
              RawClear();
              RawConfigure();
              RawShutDown();
              RawClear();
            }),
            "");
  EXPECT_NE(RunInChild([&] {
              up();
              RawConfigure();
              RawConfigureShared();
            }),
            "");
  EXPECT_EQ(RunInChild([&] {
              up();
              RawClear();
              RawConfigure();
              EXPECT_EQ(RawNssShutdown(), SECFailure);
            }),
            "");
}

class TlsSessionsTest : public testing::TestWithParam<const char*> {
 protected:
  // With a profile open in the mode, and closed afterwards.
  template <typename Body>
  static void Run(Body body) {
    EXPECT_EQ(RunInChild([&] {
                LiveProfile profile(GetParam());
                MakeServerCertificate();
                body(&profile);
              }),
              "");
  }
};

INSTANTIATE_TEST_SUITE_P(Modes, TlsSessionsTest, testing::Values("coordinated", "never"),
                         [](const auto& info) { return std::string(info.param); });

TEST_P(TlsSessionsTest, TheClientsCacheOutlivesTheServers) {
  Run([](LiveProfile* profile) {
    for (const char* next : {"second", "third"}) {
      nss::SSL_ClearSessionCache();
      EXPECT_EQ(Configure(), SECSuccess);
      EXPECT_EQ(ShutDown(), SECSuccess);
      nss::SSL_ClearSessionCache();
      EXPECT_EQ(Configure(), SECSuccess);
      profile->SwitchTo(next);
    }
    nss::SSL_ClearSessionCache();
  });
}

// libssl makes the locks of its own accord there.
TEST_P(TlsSessionsTest, CodeThatGoesRoundTheGateMayUseTheClientsCache) {
  Run([](LiveProfile* profile) {
    for (const char* next : {"second", "third"}) {
      RawClear();
      EXPECT_EQ(Configure(), SECSuccess);
      EXPECT_EQ(ShutDown(), SECSuccess);
      RawClear();
      profile->SwitchTo(next);
    }
    RawClear();
  });
}

TEST_P(TlsSessionsTest, AServerServesOnAfterItShutItsCacheDown) {
  Run([](LiveProfile* /*unused*/) {
    CachingServer server;
    EXPECT_EQ(Configure(), SECSuccess);
    EXPECT_FALSE(server.Resumes());
    EXPECT_TRUE(server.Resumes());
    EXPECT_EQ(ShutDown(), SECSuccess);
    EXPECT_FALSE(server.Resumes());
    EXPECT_TRUE(server.Resumes());
  });
}

TEST_P(TlsSessionsTest, AChangeEmptiesTheServersCacheAndKeepsItConfigured) {
  Run([](LiveProfile* profile) {
    CachingServer server;
    EXPECT_EQ(Configure(), SECSuccess);
    // While NSS stays up, only the first profile's servers resume (tls_layer.h).
    const bool stays_up = GetParam() == std::string("never");
    bool resumes = true;
    for (const char* next : {"second", "third"}) {
      EXPECT_FALSE(server.Resumes());
      EXPECT_EQ(server.Resumes(), resumes);
      profile->SwitchTo(next);
      MakeServerCertificate();
      resumes = !stays_up;
    }
    EXPECT_EQ(Configure(200), SECSuccess);
    EXPECT_FALSE(server.Resumes());
    EXPECT_EQ(server.Resumes(), resumes);
  });
}

TEST_P(TlsSessionsTest, ACacheInUseIsNotShutDown) {
  Run([](LiveProfile* profile) {
    CachingServer server;
    EXPECT_EQ(Configure(), SECSuccess);
    EXPECT_FALSE(server.Resumes());
    {
      TlsPair pair;
      EXPECT_EQ(ErrorOf(ShutDown()), SEC_ERROR_BUSY);
      pair.Handshake();
      EXPECT_TRUE(server.Resumes());
      profile->SwitchTo("second");  // which closes NSS's half of the pair
      EXPECT_EQ(ShutDown(), SECSuccess);
    }
    MakeServerCertificate();
    TlsPair pair;  // the cache was configured again for it
    EXPECT_EQ(ErrorOf(Configure(200)), SEC_ERROR_BUSY);
    EXPECT_EQ(Configure(), SECSuccess);
  });
}

TEST_P(TlsSessionsTest, AnAcceptedDescriptorUsesTheCacheToo) {
  Run([](LiveProfile* /*unused*/) {
    EXPECT_EQ(Configure(), SECSuccess);
    PRNetAddr address;
    PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
    PRFileDesc* const listener = ImportServer(PR_NewTCPSocket());
    Require(PR_Bind(listener, &address) == PR_SUCCESS, "PR_Bind");
    Require(PR_Listen(listener, 1) == PR_SUCCESS, "PR_Listen");
    Require(PR_GetSockName(listener, &address) == PR_SUCCESS, "PR_GetSockName");
    PRFileDesc* const client = PR_NewTCPSocket();
    Require(PR_Connect(client, &address, PR_INTERVAL_NO_TIMEOUT) == PR_SUCCESS, "PR_Connect");
    PRFileDesc* const accepted = PR_Accept(listener, nullptr, PR_INTERVAL_NO_TIMEOUT);
    PR_Close(listener);
    EXPECT_EQ(ErrorOf(ShutDown()), SEC_ERROR_BUSY);
    PR_Close(accepted);
    EXPECT_EQ(ShutDown(), SECSuccess);
    PR_Close(client);
  });
}

TEST_P(TlsSessionsTest, ASharedCacheDoesNotComeOnTopOfAPrivateOne) {
  Run([](LiveProfile* /*unused*/) {
    EXPECT_EQ(Configure(), SECSuccess);
    EXPECT_EQ(ErrorOf(ConfigureShared()), SEC_ERROR_BUSY);
    EXPECT_EQ(ErrorOf(nss::SSL_InheritMPServerSIDCache(nullptr)), SEC_ERROR_BUSY);
    EXPECT_EQ(ShutDown(), SECSuccess);
    EXPECT_EQ(ConfigureShared(), SECSuccess);
    EXPECT_EQ(ErrorOf(Configure()), SEC_ERROR_BUSY);
  });
}

TEST_P(TlsSessionsTest, ASharedCacheHasOneThreadAndGoesWithTheProfile) {
  Run([](LiveProfile* profile) {
    const int pipes = Pipes();
    EXPECT_EQ(ConfigureShared(), SECSuccess);
    const int threads = Threads();
    EXPECT_GT(Pipes(), pipes);
    EXPECT_EQ(ConfigureShared(), SECSuccess);
    EXPECT_EQ(Threads(), threads);
    profile->SwitchTo("second");
#ifndef PSM_TEST_TSAN  // whose symbolizer opens two of its own
    EXPECT_EQ(Pipes(), pipes);
#endif
    EXPECT_EQ(Threads(), threads - 1);
    CachingServer server;
    MakeServerCertificate();
    EXPECT_FALSE(server.Resumes());
    EXPECT_TRUE(server.Resumes());
    EXPECT_GT(Pipes(), pipes);
  });
}

TEST_P(TlsSessionsTest, WhatWasShutDownIsNotInherited) {
  Run([](LiveProfile* profile) {
    EXPECT_EQ(ConfigureShared(), SECSuccess);
    EXPECT_EQ(nss::SSL_InheritMPServerSIDCache(nullptr), SECSuccess);  // the one it has
    EXPECT_EQ(ShutDown(), SECSuccess);
    EXPECT_EQ(ErrorOf(nss::SSL_InheritMPServerSIDCache(nullptr)), PR_INVALID_STATE_ERROR);
    EXPECT_EQ(ConfigureShared(), SECSuccess);
    profile->SwitchTo("second");
    EXPECT_EQ(ErrorOf(nss::SSL_InheritMPServerSIDCache(nullptr)), PR_INVALID_STATE_ERROR);
  });
}

// It leaves libssl looking into a cache that it does not have.
TEST_P(TlsSessionsTest, AServerServesAfterAnInheritanceThatFailed) {
  Run([](LiveProfile* /*unused*/) {
    CachingServer server;
    const CachingServer::Pair before = server.Connect();
    EXPECT_EQ(ErrorOf(nss::SSL_InheritMPServerSIDCache("no such")), SEC_ERROR_LIBRARY_FAILURE);
    EXPECT_FALSE(CachingServer::Resumes(before));
    EXPECT_TRUE(server.Resumes());
  });
}

// The keys of the sessions would make NSS_Shutdown fail.
TEST(TlsSessionsStandaloneTest, ASessionInTheCacheDoesNotPinNss) {
  const ScratchDir scratch;
  EXPECT_EQ(RunInChild([&] {
              for (int i = 0; i < 2; ++i) {
                const std::string folder = scratch.File(std::to_string(i));
                std::filesystem::create_directory(folder);
                EXPECT_EQ(psm_special_NSS_InitReadWrite(folder.c_str()), SECSuccess);
                UniqueSlot slot(nss::PK11_GetInternalKeySlot());
                EXPECT_EQ(nss::PK11_InitPin(slot.get(), nullptr, ""), SECSuccess);
                slot.reset();
                MakeServerCertificate();
                CachingServer server;
                EXPECT_EQ(Configure(), SECSuccess);
                EXPECT_FALSE(server.Resumes());
                EXPECT_TRUE(server.Resumes());
                nss::SSL_ClearSessionCache();
                EXPECT_EQ(psm_special_NSS_Shutdown(), SECSuccess) << NsprError();
              }
            }),
            "");
}

#if !defined(PSM_TEST_TSAN) && !defined(__SANITIZE_ADDRESS__)
TEST_P(TlsSessionsTest, NoOrderOfCallsLeaks) {
  Run([](LiveProfile* /*unused*/) {
    const auto round = [] {
      nss::SSL_ClearSessionCache();
      EXPECT_EQ(Configure(), SECSuccess);
      nss::SSL_ClearSessionCache();
      EXPECT_EQ(Configure(), SECSuccess);
      EXPECT_EQ(ShutDown(), SECSuccess);
      EXPECT_EQ(ShutDown(), SECSuccess);
    };
    round();
    const size_t before = mallinfo2().uordblks;
    for (int i = 0; i < 100; ++i) round();
    EXPECT_LT(mallinfo2().uordblks, before + 1000);
  });
}
#endif

}  // namespace
}  // namespace psm
