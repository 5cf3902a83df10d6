// The waits for a token, on SoftHSM 2 with removable slots. It answers every C_WaitForSlotEvent
// with "no event". Where NSS looks at the slots itself (NSS_INIT_NOPK11FINALIZE) there are events:
// a token that is initialised in the one slot that is always free makes a new slot appear.

#include "nss_glue/token_events.h"

#include <gtest/gtest.h>
#include <nss.h>
#include <pk11pub.h>
#include <pkcs11.h>
#include <secerr.h>
#include <secmod.h>
#include <stdlib.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/reference_report.h"
#include "nss_glue/scoped.h"
#include "shutdown/clock.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

constexpr char kSoftHsm[] = "/usr/lib/softhsm/libsofthsm2.so";
constexpr PRUint32 kNoDatabase = NSS_INIT_NOCERTDB | NSS_INIT_NOMODDB | NSS_INIT_READONLY |
                                 NSS_INIT_FORCEOPEN | NSS_INIT_NOROOTINIT;

// NSS without databases, and SoftHSM with a token folder of its own.
class SoftHsm {
 public:
  explicit SoftHsm(PRUint32 flags = 0) : flags_(kNoDatabase | flags) {
    std::filesystem::create_directory(scratch_.File("tokens"));
    scratch_.Write("softhsm2.conf", absl::StrCat("directories.tokendir = ", scratch_.File("tokens"),
                                                 "\nslots.removable = true\n"));
    setenv("SOFTHSM2_CONF", scratch_.File("softhsm2.conf").c_str(), 1);
  }
  ~SoftHsm() { Stop(); }

  void Start() {
    ASSERT_EQ(nss::NSS_Initialize("", "", "", "", flags_), SECSuccess);
    up_ = true;
    module_ = nss::SECMOD_LoadUserModule(
        const_cast<char*>(absl::StrCat("name=SoftHSM library=", kSoftHsm).c_str()), nullptr,
        PR_FALSE);
    ASSERT_NE(module_, nullptr);
    ASSERT_TRUE(module_->loaded);
  }

  void Stop() {
    if (SECMODModule* module = std::exchange(module_, nullptr)) {
      EXPECT_EQ(nss::SECMOD_UnloadUserModule(module), SECSuccess);
      nss::SECMOD_DestroyModule(module);
    }
    if (std::exchange(up_, false)) {
      EXPECT_EQ(nss::NSS_Shutdown(), SECSuccess) << PORT_GetError();
    }
  }

  // Leaves NSS and the module as they are: under a generation that NSS_Initialize has not made,
  // NSS_Shutdown is refused.
  void Abandon() {
    module_ = nullptr;
    up_ = false;
  }

  SECMODModule* module() const { return module_; }
  const CK_FUNCTION_LIST& functions() const {
    return *static_cast<CK_FUNCTION_LIST*>(module_->functionList);
  }

  // Initialises the free slot, and returns its number.
  CK_SLOT_ID MakeToken() const {
    CK_ULONG count = 16;
    CK_SLOT_ID slots[16];
    EXPECT_EQ(functions().C_GetSlotList(CK_FALSE, slots, &count), CKR_OK);
    std::string pin = "12345678";
    std::string label(32, ' ');  // as PKCS#11 pads it
    EXPECT_EQ(
        functions().C_InitToken(slots[count - 1], reinterpret_cast<unsigned char*>(pin.data()),
                                pin.size(), reinterpret_cast<unsigned char*>(label.data())),
        CKR_OK);
    return slots[count - 1];
  }

 private:
  const PRUint32 flags_;
  const ScratchDir scratch_;
  bool up_ = false;
  SECMODModule* module_ = nullptr;
};

class TokenEventsTest : public testing::Test {
 protected:
  void SetUp() override { hsm_.Start(); }

  SoftHsm hsm_;
};

// Runs `wait` on a thread of its own, and is past its first question when made.
template <typename Result>
class Waiter {
 public:
  template <typename Wait>
  explicit Waiter(Wait wait)
      : thread_([this, wait] {
          result_ = wait();
          error_ = PORT_GetError();
          done_ = true;
        }) {
    absl::SleepFor(absl::Milliseconds(50));
  }
  ~Waiter() {
    if (thread_.joinable()) thread_.join();
  }
  bool done() const { return done_; }
  Result Join() {
    thread_.join();
    return result_;
  }
  int error() const { return error_; }

 private:
  Result result_{};
  int error_ = 0;
  std::atomic<bool> done_{false};
  std::thread thread_;
};

PRIntervalTime Milliseconds(int n) { return PR_MillisecondsToInterval(n); }

TEST_F(TokenEventsTest, DontBlockAnswersAtOnce) {
  EXPECT_EQ(nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), CKF_DONT_BLOCK, Milliseconds(20)),
            nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NO_EVENT);
}

TEST_F(TokenEventsTest, InternalModuleHasNoEvents) {
  EXPECT_EQ(nss::SECMOD_WaitForAnyTokenEvent(nss::SECMOD_GetInternalModule(), 0, Milliseconds(20)),
            nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NO_SLOT_SELECTED);
}

TEST_F(TokenEventsTest, SleepingWaitDoesNotHoldUpADrain) {
  // It asks once a minute, so the drain finds it asleep.
  Waiter<PK11SlotInfo*> waiter([this] {
    return nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), 0, PR_SecondsToInterval(60));
  });
  EXPECT_FALSE(waiter.done());
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  EXPECT_EQ(waiter.Join(), nullptr);
  EXPECT_EQ(waiter.error(), SEC_ERROR_NOT_INITIALIZED);
  ASSERT_TRUE(GateControl::Open().ok());
}

TEST_F(TokenEventsTest, WaitOfACallerThatIsInsideEndsTheDrain) {
  Event inside;
  Waiter<PK11SlotInfo*> waiter([this, &inside] {
    const GateEntry outer("the caller's own");
    inside.Set();
    return nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), 0, PR_SecondsToInterval(60));
  });
  inside.Wait();
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  EXPECT_EQ(waiter.Join(), nullptr);
  EXPECT_EQ(waiter.error(), SEC_ERROR_NOT_INITIALIZED);
  ASSERT_TRUE(GateControl::Open().ok());
}

TEST_F(TokenEventsTest, CancelEndsTheWaitAndKeepsTheModulesSessions) {
  CK_SESSION_HANDLE session;
  ASSERT_EQ(hsm_.functions().C_OpenSession(hsm_.MakeToken(), CKF_SERIAL_SESSION, nullptr, nullptr,
                                           &session),
            CKR_OK);
  Waiter<PK11SlotInfo*> waiter([this] {
    return nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), 0, PR_SecondsToInterval(60));
  });
  EXPECT_FALSE(waiter.done());
  const absl::Duration start = MonotonicNow();
  EXPECT_EQ(nss::SECMOD_CancelWait(hsm_.module()), SECSuccess);
  EXPECT_EQ(waiter.Join(), nullptr);
  EXPECT_EQ(waiter.error(), SEC_ERROR_NO_EVENT);
  EXPECT_LT(MonotonicNow() - start, absl::Seconds(30));

  CK_SESSION_INFO info;
  EXPECT_EQ(hsm_.functions().C_GetSessionInfo(session, &info),
            CKR_OK);  // NSS's cancel would finalise
  EXPECT_EQ(hsm_.functions().C_CloseSession(session), CKR_OK);
}

TEST_F(TokenEventsTest, CancelBeforeTheWaitEndsTheNextOne) {
  EXPECT_EQ(nss::SECMOD_CancelWait(hsm_.module()), SECSuccess);
  EXPECT_EQ(nss::SECMOD_CancelWait(hsm_.module()), SECSuccess);
  EXPECT_EQ(nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), 0, PR_SecondsToInterval(60)), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NO_EVENT);

  // And no other: not one that comes later, nor the one after a wait that was cancelled as it ran.
  for (int i = 0; i < 2; ++i) {
    Waiter<PK11SlotInfo*> later(
        [this] { return nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), 0, Milliseconds(20)); });
    EXPECT_FALSE(later.done());
    EXPECT_EQ(nss::SECMOD_CancelWait(hsm_.module()), SECSuccess);
    EXPECT_EQ(later.Join(), nullptr);
  }
}

TEST_F(TokenEventsTest, CancelOfAnotherModuleChangesNothing) {
  Waiter<PK11SlotInfo*> waiter(
      [this] { return nss::SECMOD_WaitForAnyTokenEvent(hsm_.module(), 0, Milliseconds(20)); });
  EXPECT_EQ(nss::SECMOD_CancelWait(nss::SECMOD_GetInternalModule()), SECSuccess);
  absl::SleepFor(absl::Milliseconds(50));
  EXPECT_FALSE(waiter.done());
  EXPECT_EQ(nss::SECMOD_CancelWait(hsm_.module()), SECSuccess);
  EXPECT_EQ(waiter.Join(), nullptr);
}

TEST_F(TokenEventsTest, WaitNeverLivesOnIntoTheNextProfile) {
  SECMODModule* const module = hsm_.module();
  Waiter<PK11SlotInfo*> waiter(
      [module] { return nss::SECMOD_WaitForAnyTokenEvent(module, 0, PR_SecondsToInterval(60)); });
  EXPECT_FALSE(waiter.done());
  hsm_.Stop();
  hsm_.Start();
  // Should it have slept through all that: its module's address means nothing now.
  EXPECT_EQ(nss::SECMOD_CancelWait(module), SECSuccess);
  EXPECT_EQ(waiter.Join(), nullptr);
  EXPECT_EQ(waiter.error(), SEC_ERROR_NOT_INITIALIZED);
}

// A token of that name, before NSS loads SoftHSM.
void MakeTokenThere() {
  ASSERT_EQ(std::system("softhsm2-util --init-token --free --label there --so-pin 12345678 "
                        "--pin 1234 >/dev/null"),
            0);
}

class SlotWaitTest : public TokenEventsTest {
 protected:
  void SetUp() override {
    MakeTokenThere();
    TokenEventsTest::SetUp();
    slot_.reset(nss::PK11_FindSlotByName("there"));
    ASSERT_NE(slot_, nullptr) << PORT_GetError();
  }

  UniqueSlot slot_;
};

TEST_F(SlotWaitTest, TokenThatIsThereEndsTheWaitForIt) {
  EXPECT_EQ(nss::PK11_WaitForTokenEvent(slot_.get(), PK11TokenPresentEvent, PR_INTERVAL_NO_TIMEOUT,
                                        Milliseconds(20), 0),
            PK11TokenPresent);
}

TEST_F(SlotWaitTest, TimeRunsOutAsInNss) {
  EXPECT_EQ(nss::PK11_WaitForTokenEvent(slot_.get(), PK11TokenRemovedOrChangedEvent,
                                        Milliseconds(50), Milliseconds(20), 0),
            PK11TokenPresent);
  EXPECT_EQ(nss::PK11_WaitForTokenEvent(slot_.get(), PK11TokenRemovedOrChangedEvent,
                                        PR_INTERVAL_NO_WAIT, Milliseconds(20), 0),
            PK11TokenPresent);
}

TEST_F(SlotWaitTest, TokenOfAnotherSeriesHasChanged) {
  EXPECT_EQ(nss::PK11_WaitForTokenEvent(slot_.get(), PK11TokenRemovedOrChangedEvent,
                                        PR_INTERVAL_NO_TIMEOUT, Milliseconds(20), 1000),
            PK11TokenChanged);
}

TEST_F(SlotWaitTest, PermanentSlotIsSaidToBeOne) {
  const UniqueSlot internal(nss::PK11_GetInternalSlot());
  EXPECT_EQ(nss::PK11_WaitForTokenEvent(internal.get(), PK11TokenRemovedOrChangedEvent,
                                        PR_INTERVAL_NO_TIMEOUT, Milliseconds(20), 0),
            PK11TokenNotRemovable);
}

TEST_F(SlotWaitTest, DrainEndsTheWaitForTheRemoval) {
  Waiter<PK11TokenStatus> waiter([this] {
    return nss::PK11_WaitForTokenEvent(slot_.get(), PK11TokenRemovedOrChangedEvent,
                                       PR_INTERVAL_NO_TIMEOUT, 0, 0);
  });
  EXPECT_FALSE(waiter.done());
  EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  EXPECT_EQ(waiter.Join(), PK11TokenChanged);
  EXPECT_EQ(waiter.error(), SEC_ERROR_NOT_INITIALIZED);
  ASSERT_TRUE(GateControl::Open().ok());
}

// The generation moves on while the wait sleeps, too soon for its look at the gate to see it; NSS
// stays up, so that the slot would still answer.
TEST(StaleSlotWaitTest, WaitForASlotNeverLivesOnIntoTheNextProfile) {
  EXPECT_IN_FRESH_PROCESS([] {
    SoftHsm hsm;
    MakeTokenThere();
    hsm.Start();
    const UniqueSlot slot(nss::PK11_FindSlotByName("there"));
    ASSERT_NE(slot, nullptr);
    Waiter<PK11TokenStatus> waiter([&slot] {
      return nss::PK11_WaitForTokenEvent(slot.get(), PK11TokenRemovedOrChangedEvent,
                                         PR_SecondsToInterval(2), Milliseconds(200), 0);
    });
    EXPECT_FALSE(waiter.done());
    SwitchProfile();
    EXPECT_EQ(waiter.Join(), PK11TokenChanged);
    EXPECT_EQ(waiter.error(), SEC_ERROR_NOT_INITIALIZED);
    hsm.Abandon();
  });
}

// The address may be another module's by then.
TEST(StaleCancelTest, CancelOfAnEarlierProfileEndsNoWait) {
  EXPECT_IN_FRESH_PROCESS([] {
    SoftHsm hsm;
    hsm.Start();
    EXPECT_EQ(nss::SECMOD_CancelWait(hsm.module()), SECSuccess);
    SwitchProfile();
    Waiter<PK11SlotInfo*> waiter([&hsm] {
      return nss::SECMOD_WaitForAnyTokenEvent(hsm.module(), 0, PR_SecondsToInterval(60));
    });
    EXPECT_FALSE(waiter.done());
    EXPECT_EQ(nss::SECMOD_CancelWait(hsm.module()), SECSuccess);
    EXPECT_EQ(waiter.Join(), nullptr);
    hsm.Abandon();
  });
}

TEST(TokenEventsDownTest, NothingIsAsked) {
  auto* module = reinterpret_cast<SECMODModule*>(16);  // would crash
  auto* slot = reinterpret_cast<PK11SlotInfo*>(16);
  EXPECT_EQ(nss::SECMOD_WaitForAnyTokenEvent(module, 0, 0), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(nss::PK11_WaitForTokenEvent(slot, PK11TokenPresentEvent, 0, 0, 0), PK11TokenChanged);
  EXPECT_EQ(nss::SECMOD_CancelWait(module), SECFailure);
}

TEST(SimulatedEventsTest, WaitEndsWithTheSlotThatAppeared) {
  EXPECT_IN_FRESH_PROCESS([] {  // NSS keeps the flag for the rest of the process
    SoftHsm hsm(NSS_INIT_NOPK11FINALIZE);
    hsm.Start();
    // The free slot, which has no session to be recognised by, is an event now and then.
    Waiter<CK_SLOT_ID> waiter([&hsm] {
      for (;;) {
        const UniqueSlot slot(nss::SECMOD_WaitForAnyTokenEvent(hsm.module(), 0, Milliseconds(20)));
        if (slot == nullptr) return CK_SLOT_ID{0};
        const CK_SLOT_ID id = nss::PK11_GetSlotID(slot.get()).value_or(0);
        if (id != 0) return id;
      }
    });
    EXPECT_FALSE(waiter.done());
    EXPECT_EQ(hsm.MakeToken(), 0u);
    EXPECT_EQ(waiter.Join(), 1u);
    for (const OutstandingReferences& held : References::Outstanding()) {
      EXPECT_NE(held.kind, ReferenceKind::kSlot) << held.count;
    }
  });
}

}  // namespace
}  // namespace psm
