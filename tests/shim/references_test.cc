// The counts of nss_glue/references.h and their report, without NSS: any address stands for an
// object.

#include "nss_glue/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "nss_glue/reference_report.h"
#include "tests/unit/gate_testing.h"

// Called by name through the stack: not inlined, and exported by the test program.
extern "C" __attribute__((noinline, visibility("default"))) void ObtainHere(const void* object) {
  psm::nss_call::Gave(psm::ReferenceKind::kSlot, object);
  asm volatile("");
}
extern "C" __attribute__((noinline, visibility("default"))) void ObtainThere(const void* object) {
  psm::nss_call::Gave(psm::ReferenceKind::kSlot, object);
  asm volatile("");
}

namespace psm {
namespace {

using nss_call::Gave;
using nss_call::Took;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr ReferenceKind kSlot = ReferenceKind::kSlot;
constexpr ReferenceKind kKey = ReferenceKind::kPrivateKey;

char g_objects[1024];

int64_t CountOf(ReferenceKind kind) {
  for (const OutstandingReferences& o : References::Outstanding()) {
    if (o.kind == kind) return o.count;
  }
  return 0;
}

// As a wrapped call leaves a thread: with a slot of the gate, in which it counts.
void EnterOnce() { EXPECT_TRUE(GateEntry("references_test").ok()); }

// Nothing is outstanding before and after.
class ReferencesTest : public testing::Test {
 protected:
  void SetUp() override {
    OpenGate();
    EnterOnce();
    ASSERT_EQ(References::Describe(), "");
  }
  void TearDown() override {
    References::TraceSites(false);
    EXPECT_THAT(References::Outstanding(), IsEmpty());
  }
};

TEST_F(ReferencesTest, AreCountedByKind) {
  Gave(kSlot, &g_objects[0]);
  Gave(kSlot, &g_objects[0]);
  Gave(kKey, &g_objects[1]);
  EXPECT_EQ(References::Describe(), "1 x SECKEYPrivateKey, 2 x PK11SlotInfo");
  Took(kSlot, &g_objects[0]);
  EXPECT_EQ(CountOf(kSlot), 1);
  Took(kSlot, &g_objects[0]);
  Took(kKey, &g_objects[1]);
}

TEST_F(ReferencesTest, NullIsNothing) {
  Gave(kSlot, nullptr);
  EXPECT_THAT(References::Outstanding(), IsEmpty());
}

TEST_F(ReferencesTest, EveryKindHasACountOfItsOwn) {
  for (int k = 0; k < kReferenceKinds; ++k) Gave(static_cast<ReferenceKind>(k), g_objects);
  EXPECT_THAT(References::Outstanding(), SizeIs(kReferenceKinds));
  for (int k = 0; k < kReferenceKinds; ++k) Took(static_cast<ReferenceKind>(k), g_objects);
}

TEST_F(ReferencesTest, AKindThatPinsWhenUsedIsNotSureToPin) {
  Gave(ReferenceKind::kPublicKey, g_objects);
  EXPECT_FALSE(References::PinNss());
  Gave(kSlot, g_objects);
  EXPECT_TRUE(References::PinNss());
  Took(kSlot, g_objects);
  Took(ReferenceKind::kPublicKey, g_objects);
}

// A hole in the host's shim.
TEST_F(ReferencesTest, AReleaseTooManyShowsAsANegativeCount) {
  Took(kSlot, g_objects);
  EXPECT_EQ(CountOf(kSlot), -1);
  EXPECT_FALSE(References::PinNss());
  EXPECT_EQ(References::Describe(), "");
  Gave(kSlot, g_objects);
}

// Threads.

TEST_F(ReferencesTest, AThreadMayReleaseWhatAnotherObtained) {
  Gave(kSlot, g_objects);
  OnAnotherThread([] {
    EnterOnce();
    Took(kSlot, g_objects);
  });
  EXPECT_EQ(CountOf(kSlot), 0);
}

TEST_F(ReferencesTest, CountsOutliveTheirThread) {
  OnAnotherThread([] {
    EnterOnce();
    Gave(kSlot, g_objects);
  });
  EXPECT_EQ(CountOf(kSlot), 1);
  Took(kSlot, g_objects);
}

TEST_F(ReferencesTest, ALaterThreadGoesOnInTheSlotOfAnEarlierOne) {
  const gate_internal::Slot* first = nullptr;
  const gate_internal::Slot* second = nullptr;
  OnAnotherThread([&first] {
    EnterOnce();
    Gave(kSlot, g_objects);
    first = gate_internal::t_slot;
  });
  OnAnotherThread([&second] {
    EnterOnce();
    Took(kSlot, g_objects);
    second = gate_internal::t_slot;
  });
  EXPECT_EQ(first, second);
  EXPECT_NE(first, gate_internal::t_slot);
  EXPECT_EQ(first->counts[static_cast<int>(kSlot)], 0);
}

TEST_F(ReferencesTest, AThreadWithoutASlotCountsInTheSharedPlace) {
  OnAnotherThread([] {
    Gave(kSlot, g_objects);
    EXPECT_EQ(gate_internal::t_slot, nullptr);
  });
  EXPECT_EQ(CountOf(kSlot), 1);
  EXPECT_EQ(gate_internal::SumOverSlots(static_cast<int>(kSlot)), 0);
  Took(kSlot, g_objects);
}

TEST_F(ReferencesTest, ThreadsThatComeAndGoLoseNothing) {
  constexpr int kRounds = 50;
  constexpr int kThreads = 8;
  constexpr int kPairs = 1000;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
      // Every second one releases what the others obtain.
      threads.emplace_back([releases = i % 2 == 1] {
        EnterOnce();
        for (int n = 0; n < kPairs; ++n) {
          (releases ? Took : Gave)(kSlot, &g_objects[n]);
          (releases ? Gave : Took)(kKey, &g_objects[n]);
        }
      });
    }
    References::Outstanding();  // beside them
    for (std::thread& thread : threads) thread.join();
    ASSERT_THAT(References::Outstanding(), IsEmpty());
  }
}

struct ReleasesAtExit {
  ~ReleasesAtExit() { Took(kSlot, g_objects); }
  bool armed = false;
};
thread_local ReleasesAtExit t_releases_at_exit;

TEST_F(ReferencesTest, AThreadLocalDestructorCounts) {
  OnAnotherThread([] {
    t_releases_at_exit.armed = true;
    EnterOnce();
    Gave(kSlot, g_objects);
  });
  EXPECT_EQ(CountOf(kSlot), 0);
}

pthread_key_t g_late_key;
void ReleaseInThePass(void* passes_left) {
  const auto left = reinterpret_cast<uintptr_t>(passes_left);
  if (left > 1) {
    pthread_setspecific(g_late_key, reinterpret_cast<void*>(left - 1));
  } else {
    Took(kSlot, g_objects);
  }
}

TEST_F(ReferencesTest, AKeyDestructorCountsInEachPass) {
  ASSERT_EQ(pthread_key_create(&g_late_key, ReleaseInThePass), 0);
  for (uintptr_t pass = 1; pass <= PTHREAD_DESTRUCTOR_ITERATIONS; ++pass) {
#ifdef PSM_TEST_TSAN
    if (pass > PTHREAD_DESTRUCTOR_ITERATIONS / 2) break;  // its own state goes in the last one
#endif
    OnAnotherThread([pass] {
      EnterOnce();
      Gave(kSlot, g_objects);
      pthread_setspecific(g_late_key, reinterpret_cast<void*>(pass));
    });
    EXPECT_EQ(CountOf(kSlot), 0) << "pass " << pass;
  }
  pthread_key_delete(g_late_key);
}

// A handler that releases what it obtains may come anywhere.
TEST_F(ReferencesTest, ASignalHandlerMayCount) {
  struct sigaction action = {};
  action.sa_handler = [](int) {
    Gave(kSlot, g_objects);
    Took(kSlot, g_objects);
  };
  action.sa_flags = SA_RESTART;
  struct sigaction before;
  ASSERT_EQ(sigaction(SIGUSR1, &action, &before), 0);
  std::atomic<bool> done{false};
  std::thread counting([&done] {
    EnterOnce();
    while (!done) {
      Gave(kSlot, &g_objects[1]);
      Took(kSlot, &g_objects[1]);
    }
  });
  for (int i = 0; i < 20000; ++i) pthread_kill(counting.native_handle(), SIGUSR1);
  done = true;
  counting.join();
  EXPECT_EQ(CountOf(kSlot), 0);
  sigaction(SIGUSR1, &before, nullptr);
}

// Sites.

testing::Matcher<ReferenceSite> ObtainedIn(const std::string& function) {
  return Field(&ReferenceSite::obtained_at, Contains(Contains(HasSubstr(function))));
}

TEST_F(ReferencesTest, AreNotTracedUnlessAskedFor) {
  ObtainHere(g_objects);
  EXPECT_THAT(References::Sites(), IsEmpty());
  Took(kSlot, g_objects);
}

TEST_F(ReferencesTest, ASiteNamesObjectKindAndCallSite) {
  References::TraceSites(true);
  ObtainHere(g_objects);
  const std::vector<ReferenceSite> sites = References::Sites();
  ASSERT_THAT(sites, SizeIs(1));
  EXPECT_EQ(sites[0].kind, kSlot);
  EXPECT_STREQ(sites[0].type, "PK11SlotInfo");
  EXPECT_EQ(sites[0].object, g_objects);
  EXPECT_EQ(sites[0].count, 1);
  ASSERT_THAT(sites[0].obtained_at, SizeIs(1));
  // Innermost first; what a debug build did not inline may be before it.
  EXPECT_THAT(std::vector<std::string>(sites[0].obtained_at[0].begin(),
                                       sites[0].obtained_at[0].begin() + 3),
              Contains(HasSubstr("ObtainHere")));
  Took(kSlot, g_objects);
  EXPECT_THAT(References::Sites(), IsEmpty());
}

TEST_F(ReferencesTest, EachPlaceThatObtainedAnObjectIsNamedOnce) {
  References::TraceSites(true);
  for (int i = 0; i < 100; ++i) {
    ObtainHere(g_objects);
    ObtainThere(g_objects);
  }
  for (int i = 0; i < 199; ++i) Took(kSlot, g_objects);
  EXPECT_THAT(References::Sites(),
              ElementsAre(AllOf(Field(&ReferenceSite::count, 1), ObtainedIn("ObtainHere"),
                                ObtainedIn("ObtainThere"))));
  EXPECT_THAT(References::Sites()[0].obtained_at, SizeIs(2));
  Took(kSlot, g_objects);
}

// A stack of its own for each depth.
__attribute__((noinline)) void ObtainAtDepth(int depth) {
  if (depth > 0) {
    ObtainAtDepth(depth - 1);
  } else {
    ObtainHere(g_objects);
  }
  asm volatile("");
}

TEST_F(ReferencesTest, NoMoreThanEightPlacesAreKeptOfAnObject) {
  References::TraceSites(true);
  for (int depth = 0; depth < 10; ++depth) ObtainAtDepth(depth);
  EXPECT_THAT(References::Sites(),
              ElementsAre(AllOf(Field(&ReferenceSite::count, 10),
                                Field(&ReferenceSite::obtained_at, SizeIs(8)))));
  for (int i = 0; i < 10; ++i) Took(kSlot, g_objects);
}

TEST_F(ReferencesTest, APlaceIsForgottenWhenItsObjectIsFree) {
  References::TraceSites(true);
  ObtainHere(g_objects);
  Took(kSlot, g_objects);
  ObtainThere(g_objects);  // at the same address
  EXPECT_THAT(References::Sites(), ElementsAre(testing::Not(ObtainedIn("ObtainHere"))));
  Took(kSlot, g_objects);
}

TEST_F(ReferencesTest, TracingSwitchedOnLateKnowsTheLaterOnes) {
  Gave(kSlot, &g_objects[0]);
  References::TraceSites(true);
  ObtainHere(&g_objects[1]);
  Took(kSlot, &g_objects[0]);
  EXPECT_THAT(References::Sites(), ElementsAre(Field(&ReferenceSite::object, &g_objects[1])));
  References::TraceSites(true);  // is no change
  EXPECT_THAT(References::Sites(), SizeIs(1));
  Took(kSlot, &g_objects[1]);
}

TEST_F(ReferencesTest, TracingSwitchedOffForgets) {
  References::TraceSites(true);
  ObtainHere(g_objects);
  References::TraceSites(false);
  Took(kSlot, g_objects);
  References::TraceSites(true);
  EXPECT_THAT(References::Sites(), IsEmpty());
}

TEST_F(ReferencesTest, AnotherKindAtTheSameAddressIsAnotherObject) {
  References::TraceSites(true);
  ObtainHere(g_objects);
  Gave(kKey, g_objects);  // the slot was released by a call that is not gated
  EXPECT_THAT(References::Sites(), ElementsAre(AllOf(Field(&ReferenceSite::kind, kKey),
                                                     Field(&ReferenceSite::count, 1))));
  Took(kKey, g_objects);
  Took(kSlot, g_objects);
}

TEST_F(ReferencesTest, SwitchingBesideRunningThreadsIsHarmless) {
  std::atomic<bool> done{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&done, i] {
      EnterOnce();
      while (!done) {
        ObtainHere(&g_objects[i]);
        Took(kSlot, &g_objects[i]);
      }
    });
  }
  for (int i = 0; i < 200; ++i) {
    References::TraceSites(i % 2 == 0);
    References::Sites();
  }
  done = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(CountOf(kSlot), 0);
}

TEST_F(ReferencesTest, ASiteTellsTheGeneration) {
  References::TraceSites(true);
  ObtainHere(&g_objects[0]);
  SwitchProfile();
  ObtainHere(&g_objects[1]);
  const std::vector<ReferenceSite> sites = References::Sites();
  ASSERT_THAT(sites, SizeIs(2));
  EXPECT_EQ(sites[0].object, &g_objects[0]);
  EXPECT_EQ(sites[0].generation + 1, sites[1].generation);
  Took(kSlot, &g_objects[0]);
  Took(kSlot, &g_objects[1]);
}

// Forked children, while another thread is likely to hold a lock of the table.

TEST_F(ReferencesTest, AForkedChildCountsForNobodyAndNeverWaits) {
  References::TraceSites(true);
  Gave(kSlot, &g_objects[1]);
  std::atomic<bool> done{false};
  std::thread tracing([&done] {
    EnterOnce();
    while (!done) {
      for (int i = 64; i < 1024; i += 64) ObtainHere(&g_objects[i]);
      for (int i = 64; i < 1024; i += 64) Took(kSlot, &g_objects[i]);
    }
  });
  for (int i = 0; i < 20; ++i) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      alarm(60);
      for (int n = 0; n < 1024; n += 64) Gave(kSlot, &g_objects[n]);
      for (int n = 0; n < 1024; n += 64) Took(kSlot, &g_objects[n]);
      References::TraceSites(false);
      const bool empty = References::Outstanding().empty() && References::Sites().empty() &&
                         !References::PinNss() && References::Describe().empty();
      _exit(empty ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
  }
  done = true;
  tracing.join();
  EXPECT_EQ(CountOf(kSlot), 1);
  Took(kSlot, &g_objects[1]);
}

}  // namespace
}  // namespace psm
