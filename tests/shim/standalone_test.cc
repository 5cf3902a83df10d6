// NSS's life-cycle functions of a program that owns NSS itself drive the gate. Each test is a
// process of its own: the gate belongs to its first owner.

#include "nss_glue/standalone.h"

#include <gtest/gtest.h>
#include <nss.h>
#include <pk11pub.h>
#include <prerror.h>
#include <secerr.h>
#include <secmod.h>
#include <secoid.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

#include "nss_glue/lifecycle_mutex.h"
#include "nss_glue/nss_call.h"
#include "nss_glue/reference_report.h"
#include "nss_glue/scoped.h"
#include "nss_glue/tracked_types.h"
#include "shutdown/clock.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

constexpr PRUint32 kNoDatabase = NSS_INIT_NOCERTDB | NSS_INIT_NOMODDB | NSS_INIT_READONLY |
                                 NSS_INIT_FORCEOPEN | NSS_INIT_NOROOTINIT;

NSSInitContext* NewContext() { return nss::NSS_InitContext("", "", "", "", nullptr, kNoDatabase); }

bool Works() { return UniqueSlot(nss::PK11_GetInternalSlot()) != nullptr; }

UniqueSymKey NewKey() {
  const UniqueSlot slot(nss::PK11_GetInternalSlot());
  return UniqueSymKey(nss::PK11_KeyGen(slot.get(), CKM_AES_CBC, nullptr, 16, nullptr));
}

TEST(StandaloneTest, GoesUpAndDown) {
  EXPECT_IN_FRESH_PROCESS([] {
    const ScratchDir folder;
    EXPECT_FALSE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    ProfileGeneration generation = 0;
    for (int i = 0; i < 3; ++i) {
      ASSERT_EQ(nss::NSS_InitReadWrite(("sql:" + folder.path()).c_str()), SECSuccess);
      EXPECT_TRUE(Works());
      EXPECT_GT(GateControl::generation(), generation);
      generation = GateControl::generation();
      ASSERT_EQ(nss::NSS_Shutdown(), SECSuccess);
      EXPECT_FALSE(Works());
      EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    }
    EXPECT_EQ(nss_call::LeakedReleases(), 0);
  });
}

TEST(StandaloneTest, EveryWayUpOpensTheGate) {
  EXPECT_IN_FRESH_PROCESS([] {
    const ScratchDir scratch;
    const std::string folder = "sql:" + scratch.path();
    const std::vector<std::function<SECStatus()>> ways = {
        [&] { return nss::NSS_InitReadWrite(folder.c_str()); },
        [&] { return nss::NSS_Init(folder.c_str()); },
        [&] { return nss::NSS_Initialize(folder.c_str(), "", "", "", kNoDatabase); },
        [&] {
          return nss::NSS_InitWithMerge(folder.c_str(), "", "", "", folder.c_str(), "", "", "id",
                                        "name", NSS_INIT_NOMODDB);
        },
        [&] { return nss::NSS_NoDB_Init("."); },
    };
    for (const auto& way : ways) {
      EXPECT_EQ(way(), SECSuccess) << PORT_GetError();
      EXPECT_TRUE(Works());
      EXPECT_EQ(way(), SECSuccess);  // again, as NSS has it
      EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
      EXPECT_FALSE(Works());
    }
  });
}

TEST(StandaloneTest, AFailedInitialisationLeavesTheGateClosed) {
  EXPECT_IN_FRESH_PROCESS([] {
    EXPECT_EQ(nss::NSS_Init("sql:/nonexistent"), SECFailure);
    EXPECT_NE(PORT_GetError(), 0);
    EXPECT_FALSE(Works());
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

// As modutil does: a list of modules by way of the software token, with no databases.
SECMODModule* LoadList() {
  char spec[] =
      "name=\"list\" parameters=\"configdir='sql:/nonexistent' flags=readOnly\" "
      "NSS=\"flags=internal,moduleDB,moduleDBOnly\"";
  return nss::SECMOD_LoadModule(spec, nullptr, PR_FALSE);
}

TEST(StandaloneTest, AProgramMayLoadModulesBeforeItsFirstInitialisation) {
  EXPECT_IN_FRESH_PROCESS([] {
    EXPECT_EQ(LoadList(), nullptr);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    nss_call::AllowModulesFirst();
    SECMODModule* const list = LoadList();
    ASSERT_NE(list, nullptr);
    EXPECT_TRUE(list->loaded);
    EXPECT_FALSE(Works());  // nothing else
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_TRUE(Works());
    nss::SECMOD_DestroyModule(list);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
    EXPECT_EQ(LoadList(), nullptr);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    EXPECT_EQ(nss_call::LeakedReleases(), 0);
  });
}

TEST(StandaloneTest, NoModuleIsLoadedBeforeTheFirstProfileOfAManager) {
  EXPECT_IN_FRESH_PROCESS([] {
    nss_call::AllowModulesFirst();
    std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
    SecurityManager::Config config;
    config.preferences = preferences.get();
    const auto manager = SecurityManager::Create(std::move(config));
    ASSERT_TRUE(manager.ok()) << manager.status();
    EXPECT_EQ(LoadList(), nullptr);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
  });
}

TEST(StandaloneTest, UsersAreCounted) {
  EXPECT_IN_FRESH_PROCESS([] {
    NSSInitContext* first = NewContext();
    ASSERT_NE(first, nullptr);
    EXPECT_TRUE(Works());
    const ProfileGeneration generation = GateControl::generation();
    NSSInitContext* second = NewContext();
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(nss::NSS_ShutdownContext(first), SECSuccess);
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_ShutdownContext(first), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    EXPECT_EQ(nss::NSS_ShutdownContext(nullptr), SECSuccess);
    EXPECT_TRUE(Works());
    EXPECT_EQ(GateControl::generation(), generation);
    EXPECT_EQ(nss::NSS_ShutdownContext(second), SECSuccess);
    EXPECT_FALSE(Works());
    EXPECT_FALSE(nss::NSS_IsInitialized());
  });
}

TEST(StandaloneTest, ShutdownEndsEveryUser) {
  EXPECT_IN_FRESH_PROCESS([] {
    NSSInitContext* context = NewContext();
    EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);  // for a context alone NSS does nothing
    EXPECT_TRUE(Works());
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
    EXPECT_FALSE(Works());
    EXPECT_EQ(nss::NSS_ShutdownContext(context), SECFailure);
  });
}

TEST(StandaloneTest, ShutdownWaitsForTheCallsInside) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    std::atomic<bool> left{false};
    Holder holder("a long call");
    std::thread leaver([&] {
      while (!GateIsClosing()) std::this_thread::yield();
      left = true;
      holder.Leave();
    });
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
    EXPECT_TRUE(left);
    leaver.join();
  });
}

TEST(StandaloneTest, ShutdownGivesUpWhenACallStaysInside) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    {
      Holder holder("a call that stays");
      const absl::Duration start = MonotonicNow();
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_IO_TIMEOUT_ERROR);
      EXPECT_GE(MonotonicNow() - start, absl::Seconds(10));
      EXPECT_TRUE(Works());
    }
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, HowLongShutdownWaitsCanBeSet) {
  EXPECT_IN_FRESH_PROCESS([] {
    for (const absl::Duration no :
         {-absl::Nanoseconds(1), absl::Minutes(61), absl::InfiniteDuration()}) {
      EXPECT_FALSE(standalone::SetDrainDeadline(no));
    }
    ASSERT_TRUE(standalone::SetDrainDeadline(absl::Hours(1)));
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    ASSERT_TRUE(standalone::SetDrainDeadline(absl::Milliseconds(50)));
    {
      Holder holder("a call that stays");
      const absl::Duration start = MonotonicNow();
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_IO_TIMEOUT_ERROR);
      EXPECT_GE(MonotonicNow() - start, absl::Milliseconds(50));
      EXPECT_LT(MonotonicNow() - start, absl::Seconds(5));
      EXPECT_TRUE(Works());
      ASSERT_TRUE(standalone::SetDrainDeadline(absl::ZeroDuration()));
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      EXPECT_TRUE(Works());
    }
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

Tracked<PK11SymKey> NewTrackedKey() {
  return Tracked<PK11SymKey>(LockOrDie(), NewKey().release(), "standalone_test");
}

TEST(StandaloneTest, WhatIsTrackedIsReleasedBeforeNssGoes) {
  EXPECT_IN_FRESH_PROCESS([] {
    for (const bool gated : {true, false}) {
      ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
      const Tracked<PK11SymKey> key = NewTrackedKey();
      EXPECT_EQ(gated ? nss::NSS_Shutdown() : ::NSS_Shutdown(), SECSuccess) << PORT_GetError();
      EXPECT_EQ(References::Describe(), "");
    }
  });
}

TEST(StandaloneTest, WhatADrainThatWasGivenUpWasLeftIsReleased) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_TRUE(standalone::SetDrainDeadline(absl::Milliseconds(200)));
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    {
      Holder holder("a call that stays");
      std::thread dropper([key = NewTrackedKey()]() mutable {
        while (!GateIsClosing()) std::this_thread::yield();
        key = Tracked<PK11SymKey>();
      });
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      dropper.join();
    }
    EXPECT_EQ(References::Describe(), "");
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, WhileTheGateIsClosedNoUserIsAdded) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    CloseGate();
    EXPECT_EQ(NewContext(), nullptr);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    OpenGate();
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, AfterAnUngatedShutdownThatDidNotWaitTheNextStartDoes) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_TRUE(standalone::SetDrainDeadline(absl::Milliseconds(50)));
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    {
      Holder holder("a call that stays");
      EXPECT_EQ(::NSS_Shutdown(), SECSuccess);
      EXPECT_EQ(nss::NSS_NoDB_Init("."), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_IO_TIMEOUT_ERROR);
    }
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

// Runs `body` while a release hangs in NSS.
void WhileAReleaseIsStuck(const std::function<void()>& body) {
  Event stuck;
  Event over;
  std::thread release([&stuck, &over] {
    const nss_call::LifecycleHold hold;
    EXPECT_TRUE(hold.ok());
    stuck.Set();
    over.Wait();
  });
  stuck.Wait();
  body();
  over.Set();
  release.join();
}

TEST(StandaloneTest, AReleaseThatIsStuckIsNotWaitedForForEver) {
  EXPECT_IN_FRESH_PROCESS([] {
    WhileAReleaseIsStuck([] {
      EXPECT_EQ(nss::NSS_NoDB_Init("."), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_IO_TIMEOUT_ERROR);
      EXPECT_FALSE(Works());
    });
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    WhileAReleaseIsStuck([] {
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_IO_TIMEOUT_ERROR);
      EXPECT_TRUE(Works());
    });
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, ATurnIsNotWaitedForForEver) {
  EXPECT_IN_FRESH_PROCESS([] {
    static Event drained;
    static Event over;
    standalone::OnDrained([] {
      drained.Set();
      over.Wait();
    });
    ASSERT_TRUE(standalone::SetDrainDeadline(absl::Milliseconds(10)));
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    std::thread shutdown([] { EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess); });
    drained.Wait();
    EXPECT_EQ(NewContext(), nullptr);
    EXPECT_EQ(PORT_GetError(), PR_IO_TIMEOUT_ERROR);
    over.Set();
    shutdown.join();
  });
}

TEST(StandaloneTest, ShutdownFromInsideIsRefused) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    {
      const GateEntry inside("a callback");
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_DEADLOCK_ERROR);
      EXPECT_EQ(nss::SECMOD_RestartModules(PR_FALSE), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_DEADLOCK_ERROR);
      NSSInitContext* context = NewContext();  // beside
      EXPECT_NE(context, nullptr);
      EXPECT_EQ(nss::NSS_ShutdownContext(context), SECSuccess);
    }
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, InitialisationFromInsideDoesNotHoldUpAShutdown) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    Event inside;
    std::thread caller([&] {
      const GateEntry outer("a callback");
      inside.Set();
      while (!GateIsClosing()) std::this_thread::yield();
      EXPECT_EQ(NewContext(), nullptr);
      EXPECT_EQ(PORT_GetError(), PR_DEADLOCK_ERROR);
    });
    inside.Wait();
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
    caller.join();
  });
}

struct Seen {
  bool own_call = false;
  bool other_call = true;
  DrainResult drain = DrainResult::kOk;
  SECStatus shutdown = SECSuccess;
  int shutdown_error = 0;
};

SECStatus OnShutdown(void* context, void* /*nss*/) {
  auto* seen = static_cast<Seen*>(context);
  seen->own_call = Works();
  OnAnotherThread([seen] { seen->other_call = Works(); });
  seen->drain = GateControl::Drain(kHang).result;
  seen->shutdown = nss::NSS_Shutdown();
  seen->shutdown_error = PORT_GetError();
  return SECSuccess;
}

TEST(StandaloneTest, AShutdownCallbackIsInsideAndOthersAreNot) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    Seen seen;
    ASSERT_EQ(nss::NSS_RegisterShutdown(OnShutdown, &seen), SECSuccess);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
    EXPECT_TRUE(seen.own_call);
    EXPECT_FALSE(seen.other_call);
    EXPECT_EQ(seen.drain, DrainResult::kSelfInside);
    EXPECT_EQ(seen.shutdown, SECFailure);
    EXPECT_EQ(seen.shutdown_error, PR_DEADLOCK_ERROR);
  });
}

TEST(StandaloneTest, AfterBusyTheGateIsClosedAndAReleaseMakesTheNextStartWork) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    UniqueSymKey key = NewKey();
    EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_BUSY);
    EXPECT_FALSE(Works());
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECFailure);
    EXPECT_FALSE(Works());
    key.reset();
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

// A host's function that frees what hangs on a key, in a release that runs while NSS is down.
struct HungOn {
  PK11SymKey* other;
  const char* name = "not asked";
  int error = 0;
  bool freed = false;
};

void FreeHungOn(void* data) {
  auto* hung_on = static_cast<HungOn*>(data);
  hung_on->name = nss::PK11_GetTokenName(nss::PK11_GetInternalSlot());
  hung_on->error = PORT_GetError();
  nss::PK11_FreeSymKey(hung_on->other);
  hung_on->freed = true;
}

TEST(StandaloneTest, AfterBusyACallbackOfAReleaseMayReleaseAndNothingElse) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    UniqueSymKey key = NewKey();
    HungOn hung_on{NewKey().release()};
    nss::PK11_SetSymKeyUserData(key.get(), &hung_on, FreeHungOn);
    EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
    key.reset();
    EXPECT_TRUE(hung_on.freed);
    EXPECT_EQ(hung_on.name, nullptr);
    EXPECT_EQ(hung_on.error, SEC_ERROR_NOT_INITIALIZED);
    EXPECT_EQ(nss_call::LeakedReleases(), 0);
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, ModulesAreRestartedUnderAClosedGate) {
  EXPECT_IN_FRESH_PROCESS([] {
    EXPECT_EQ(nss::SECMOD_RestartModules(PR_TRUE), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(nss::SECMOD_RestartModules(PR_TRUE), SECSuccess);
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, TheOidTablesStayWhileNssIsUp) {
  EXPECT_IN_FRESH_PROCESS([] {
    EXPECT_EQ(nss::SECOID_Init(), SECSuccess);
    EXPECT_EQ(nss::SECOID_Shutdown(), SECSuccess);
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(nss::SECOID_Init(), SECSuccess);
    EXPECT_EQ(nss::SECOID_Shutdown(), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_BUSY);
    EXPECT_NE(nss::SECOID_FindOIDByTag(SEC_OID_SHA256), nullptr);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

// Bare, each takes the lock of tables that are not there, and crashes.
TEST(StandaloneTest, AnAddedOidIsNotFoundWhileNssIsDown) {
  EXPECT_IN_FRESH_PROCESS([] {
    constexpr auto kAddedTag = static_cast<SECOidTag>(500);  // no newer NSS has as many of its own
    static_assert(SEC_OID_TOTAL > 256 && SEC_OID_TOTAL <= kAddedTag);
    const auto expect_not_found = [] {
      PRUint32 policy;
      EXPECT_EQ(nss::NSS_GetAlgorithmPolicy(kAddedTag, &policy), SECFailure);
      EXPECT_EQ(PORT_GetError(), SEC_ERROR_UNRECOGNIZED_OID);
      EXPECT_EQ(nss::NSS_SetAlgorithmPolicy(kAddedTag, 0, 0), SECFailure);
      EXPECT_EQ(nss::SECOID_FindOIDByTag(kAddedTag), nullptr);
      EXPECT_EQ(nss::SECOID_FindOIDTagDescription(kAddedTag), nullptr);
      SECAlgorithmID id = {};
      EXPECT_EQ(nss::SECOID_SetAlgorithmID(nullptr, &id, kAddedTag, nullptr), SECFailure);
    };
    expect_not_found();
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    ASSERT_EQ(nss::NSS_Shutdown(), SECSuccess);
    expect_not_found();
  });
}

// Bare, NSS_GetAlgorithmPolicy takes a lock that NSS_Shutdown frees meanwhile, and crashes.
TEST(StandaloneTest, ThePolicyOfAnAddedOidIsAskedForWhileNssComesAndGoes) {
  EXPECT_IN_FRESH_PROCESS([] {
    std::atomic<int> added{SEC_OID_UNKNOWN};
    std::atomic<bool> stop{false};
    std::vector<std::thread> callers;
    for (int i = 0; i < 2; ++i) {
      callers.emplace_back([&added, &stop] {
        PRUint32 policy;
        while (!stop) nss::NSS_GetAlgorithmPolicy(static_cast<SECOidTag>(added.load()), &policy);
      });
    }
    for (int round = 0; round < 100; ++round) {
      EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
      unsigned char der[] = {0x2b, 6, 1, 4, 1, 0x81, 0x80, 7};
      const SECOidData data = {{siDEROID, der, sizeof der},
                               SEC_OID_UNKNOWN,
                               "an oid",
                               CKM_INVALID_MECHANISM,
                               INVALID_CERT_EXTENSION};
      added = nss::SECOID_AddEntry(&data);
      EXPECT_NE(added, SEC_OID_UNKNOWN);
      EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
    }
    stop = true;
    for (std::thread& caller : callers) caller.join();
  });
}

TEST(StandaloneTest, AForkedChildIsRefused) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    const pid_t child = fork();
    if (child == 0) {
      const bool refused = nss::NSS_NoDB_Init(".") == SECFailure &&
                           PORT_GetError() == SEC_ERROR_NOT_INITIALIZED &&
                           nss::NSS_Shutdown() == SECFailure && NewContext() == nullptr &&
                           nss::SECOID_Shutdown() == SECFailure && !Works();
      _exit(refused ? 0 : 1);
    }
    int status = 1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, AForkedChildReleasesNothing) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    static bool released = false;
    {
      UniqueSymKey key = NewKey();
      ASSERT_NE(key, nullptr);
      nss::PK11_SetSymKeyUserData(key.get(), &released, [](void*) { released = true; });
      const pid_t child = fork();
      if (child == 0) {
        key.reset();
        _exit(released ? 1 : 0);
      }
      int status = 1;
      ASSERT_EQ(waitpid(child, &status, 0), child);
      EXPECT_EQ(status, 0);
    }
    EXPECT_TRUE(released);
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, AChildOfAProcessThatNeverHadNssUpStartsItself) {
  EXPECT_IN_FRESH_PROCESS([] {
    GateControl::Prepare();
    const pid_t child = fork();
    if (child == 0) {
      _exit(nss::NSS_NoDB_Init(".") == SECSuccess && Works() && nss::NSS_Shutdown() == SECSuccess
                ? 0
                : 1);
    }
    int status = 1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  });
}

TEST(StandaloneTest, IsRefusedWhereASecurityManagerOwnsNss) {
  EXPECT_IN_FRESH_PROCESS([] {
    LiveProfile profile;
    for (int i = 0; i < 2; ++i) {
      EXPECT_EQ(nss::NSS_NoDB_Init("."), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_NO_ACCESS_RIGHTS_ERROR);
      EXPECT_EQ(NewContext(), nullptr);
      EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_NO_ACCESS_RIGHTS_ERROR);
      EXPECT_EQ(nss::NSS_ShutdownContext(nullptr), SECFailure);
      EXPECT_EQ(nss::SECMOD_RestartModules(PR_TRUE), SECFailure);
      EXPECT_TRUE(Works());
      profile.Close();
      EXPECT_EQ(nss::NSS_NoDB_Init("."), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_NO_ACCESS_RIGHTS_ERROR);
      profile.Open("second");
    }
  });
}

TEST(StandaloneTest, ASecurityManagerIsRefusedWhereTheProgramOwnsNss) {
  EXPECT_IN_FRESH_PROCESS([] {
    const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
    SecurityManager::Config config;
    config.preferences = preferences.get();
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(SecurityManager::Create(config).status().code(),
              absl::StatusCode::kFailedPrecondition);
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, KeptShutNothingIsInitialised) {
  EXPECT_IN_FRESH_PROCESS([] {
    standalone::KeepGateShutForTesting();
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    EXPECT_FALSE(nss::NSS_IsInitialized());
    EXPECT_FALSE(Works());
  });
}

TEST(StandaloneTest, AnUngatedShutdownClosesTheGateFirst) {
  EXPECT_IN_FRESH_PROCESS([] {
    ASSERT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_EQ(::NSS_Shutdown(), SECSuccess);
    EXPECT_FALSE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECFailure);
    EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);
    EXPECT_TRUE(Works());
    EXPECT_EQ(::NSS_Shutdown(), SECSuccess);
    EXPECT_EQ(nss::NSS_NoDB_Init("."), SECSuccess);  // of the users from before none is left
    EXPECT_TRUE(Works());
    EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess);
  });
}

TEST(StandaloneTest, ThreadsThatComeAndGoNeverMeetADeadNss) {
  EXPECT_IN_FRESH_PROCESS([] {
    std::atomic<bool> stop{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
      threads.emplace_back([] {
        for (int round = 0; round < 20; ++round) {
          NSSInitContext* context = NewContext();
          EXPECT_NE(context, nullptr) << PORT_GetError();
          EXPECT_TRUE(Works());
          EXPECT_EQ(nss::NSS_ShutdownContext(context), SECSuccess) << PORT_GetError();
        }
      });
    }
    std::thread caller([&stop] {
      unsigned char bytes[8];
      while (!stop) nss::PK11_GenerateRandom(bytes, sizeof bytes);
    });
    for (std::thread& thread : threads) thread.join();
    stop = true;
    caller.join();
    EXPECT_FALSE(GateControl::is_open());
    EXPECT_FALSE(nss::NSS_IsInitialized());
  });
}

}  // namespace
}  // namespace psm
