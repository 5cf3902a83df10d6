#include "nss_glue/token_events.h"

#include <secerr.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "nss_glue/references.h"
#include "shutdown/clock.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

constexpr absl::Duration kShortestLatency = absl::Milliseconds(10);
constexpr absl::Duration kSlice = absl::Milliseconds(20);  // how soon a sleep sees a drain

class Wait;

struct Waits {
  Mutex mu;
  CondVar cancelled;
  std::vector<Wait*> running PSM_GUARDED_BY(mu);
  // Cancelled while no wait of theirs was running. Under a later generation the same address is
  // another module.
  std::vector<std::pair<const SECMODModule*, ProfileGeneration>> early PSM_GUARDED_BY(mu);
};

Waits& TheWaits() {
  static Waits* const waits = new Waits;  // a wait may outlast the destructors of statics
  return *waits;
}

// One running wait; `module` is null for one that nobody cancels.
class Wait {
 public:
  Wait(const SECMODModule* module, ProfileGeneration generation) : module_(module) {
    Waits& waits = TheWaits();
    MutexLock hold(&waits.mu);
    const auto early =
        std::find(waits.early.begin(), waits.early.end(), std::make_pair(module, generation));
    if (early != waits.early.end()) {
      cancelled_ = true;
      waits.early.erase(early);
    }
    waits.running.push_back(this);
  }
  ~Wait() {
    Waits& waits = TheWaits();
    MutexLock hold(&waits.mu);
    waits.running.erase(std::find(waits.running.begin(), waits.running.end(), this));
  }
  Wait(const Wait&) = delete;
  Wait& operator=(const Wait&) = delete;

  static void Cancel(const SECMODModule* module, ProfileGeneration generation) {
    Waits& waits = TheWaits();
    MutexLock hold(&waits.mu);
    bool found = false;
    for (Wait* wait : waits.running) {
      if (wait->module_ != module) continue;
      wait->cancelled_ = true;
      found = true;
    }
    waits.cancelled.NotifyAll();
    if (found) return;
    waits.early.erase(
        std::remove_if(waits.early.begin(), waits.early.end(),
                       [generation](const auto& e) { return e.second != generation; }),
        waits.early.end());
    const auto early = std::make_pair(module, generation);
    if (std::find(waits.early.begin(), waits.early.end(), early) == waits.early.end()) {
      waits.early.push_back(early);
    }
  }

  bool cancelled() const {
    MutexLock hold(&TheWaits().mu);
    return cancelled_;
  }

  // Returns when the time is over or the wait was cancelled. False: the gate has closed.
  bool Sleep(PRIntervalTime latency) const {
    const absl::Duration time =
        std::max(kShortestLatency, absl::Milliseconds(PR_IntervalToMilliseconds(latency)));
    const absl::Duration end = MonotonicNow() + time;
    Waits& waits = TheWaits();
    MutexLock hold(&waits.mu);
    while (!GateIsClosing()) {
      const absl::Duration left = end - MonotonicNow();
      if (cancelled_ || left <= absl::ZeroDuration()) return true;
      waits.cancelled.WaitFor(&waits.mu, std::min(left, kSlice));
    }
    return false;
  }

 private:
  const SECMODModule* const module_;
  bool cancelled_ = false;  // guarded by TheWaits().mu
};

// 0: refused.
ProfileGeneration LiveGeneration(const char* label) {
  const GateEntry gate(label);
  return gate.ok() ? gate.generation() : 0;
}

}  // namespace
}  // namespace psm

PK11SlotInfo* psm_special_SECMOD_WaitForAnyTokenEvent(SECMODModule* module, unsigned long flags,
                                                      PRIntervalTime latency) {
  constexpr char kLabel[] = "SECMOD_WaitForAnyTokenEvent";
  if (const psm::ProfileGeneration generation = psm::LiveGeneration(kLabel)) {
    const psm::Wait wait(module, generation);
    do {
      const psm::GateEntry gate(kLabel, generation);
      if (!gate.ok()) break;
      if (wait.cancelled()) {
        PORT_SetError(SEC_ERROR_NO_EVENT);
        return nullptr;
      }
      PK11SlotInfo* slot =
          psm_raw_SECMOD_WaitForAnyTokenEvent(module, flags | CKF_DONT_BLOCK, latency);
      if (slot != nullptr) psm::nss_call::Gave(psm::ReferenceKind::kSlot, slot);
      const bool nothing_yet = slot == nullptr && PORT_GetError() == SEC_ERROR_NO_EVENT;
      if (!nothing_yet || (flags & CKF_DONT_BLOCK) != 0) return slot;
    } while (wait.Sleep(latency));
  }
  PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
  return nullptr;
}

PK11TokenStatus psm_special_PK11_WaitForTokenEvent(PK11SlotInfo* slot, PK11TokenEvent event,
                                                   PRIntervalTime timeout, PRIntervalTime latency,
                                                   int series) {
  constexpr char kLabel[] = "PK11_WaitForTokenEvent";
  const PK11TokenStatus not_yet =
      event == PK11TokenRemovedOrChangedEvent ? PK11TokenPresent : PK11TokenRemoved;
  const PRIntervalTime start = PR_IntervalNow();
  if (latency == 0) latency = PR_SecondsToInterval(5);
  if (const psm::ProfileGeneration generation = psm::LiveGeneration(kLabel)) {
    const psm::Wait wait(nullptr, generation);
    do {
      const psm::GateEntry gate(kLabel, generation);
      if (!gate.ok()) break;
      if (series == 0) series = psm_raw_PK11_GetSlotSeries(slot);
      const PK11TokenStatus status =
          psm_raw_PK11_WaitForTokenEvent(slot, event, PR_INTERVAL_NO_WAIT, latency, series);
      if (status != not_yet || timeout == PR_INTERVAL_NO_WAIT) return status;
      const PRIntervalTime waited = PR_IntervalNow() - start;
      if (timeout != PR_INTERVAL_NO_TIMEOUT && waited > timeout) return status;
    } while (wait.Sleep(latency));
  }
  PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
  return PK11TokenChanged;
}

SECStatus psm_special_SECMOD_CancelWait(SECMODModule* module) {
  const psm::ProfileGeneration generation = psm::LiveGeneration("SECMOD_CancelWait");
  if (generation == 0) {
    PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
    return SECFailure;
  }
  psm::Wait::Cancel(module, generation);
  return SECSuccess;
}
