// What the generated wrappers (nss_glue/generated/) share: the cold path of a refused call, the
// gate of a release, and Checked<T>. Included by every wrapped NSS header, so it takes in nothing
// but the gate; the mutex itself is in lifecycle_mutex.h.
//
//   inline SECStatus PK11_Logout(PK11SlotInfo* slot) {
//     ::psm::nss_call::CallGate gate("PK11_Logout");
//     if (!gate.ok()) return SECFailure;
//     SECStatus answer = ::psm_raw_PK11_Logout(slot);
//     gate.Leave();
//     return answer;
//   }
//
// What a wrapped call does where the gate refuses the entry:
//
//   call                answer
//   ordinary            its failure value, and SEC_ERROR_NOT_INITIALIZED
//   Checked<T>          an empty Checked<T>, the same error
//   release             runs under the life-cycle mutex: the last release is what closes a database
//                       that a failed NSS_Shutdown left open. Leaks in a forked child, and where
//                       the mutex could not be had within 10 s
//   release, live only  leaks and counts: NSS's own code crashes there when it is down
//   OID look-up, early  as a release, but what it cannot do is an ordinary refusal; makes NSS's OID
//                       tables if there are none
//   first modules       runs under the mutex before NSS was ever initialised, if the LD_PRELOAD
//                       library allows it and no SecurityManager is there; else as an ordinary one
//   any of these,       runs: NSS's own calls come back through the wrappers when they are
//   this thread holds   interposed, and a release calls releases
//   the mutex
//
// Thread rule: any thread. Nested calls pass (I7 in shutdown/gate.h).

#ifndef NSS_GLUE_NSS_CALL_H_
#define NSS_GLUE_NSS_CALL_H_

#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

// A result whose 0 or false is a dangerous answer (PK11_NeedLogin, PK11_IsReadOnly): it does not
// convert to bool or int, so "not live" cannot be read as "no".
template <typename T>
class [[nodiscard]] Checked {
 public:
  Checked() = default;  // NSS was not live
  explicit Checked(T value) : live_(true), value_(value) {}
  bool live() const { return live_; }
  // The answer, or `otherwise` when NSS was not live: the caller says which answer is the safe one.
  T value_or(T otherwise) const { return live_ ? value_ : otherwise; }

 private:
  bool live_ = false;
  T value_ = T();
};

namespace nss_call {

using Entered = gate_internal::Entered;

// The rest of an entry whose fast path failed. A null slot: the call must not run. A thread that
// holds the life-cycle mutex gets a slot that counts for nothing.
__attribute__((cold)) PSM_EXPORT Entered EnterCall(const char* label) noexcept;
__attribute__((cold)) PSM_EXPORT Entered EnterRelease(const char* label) noexcept;
__attribute__((cold)) PSM_EXPORT Entered EnterLiveRelease(const char* label) noexcept;
__attribute__((cold)) PSM_EXPORT Entered EnterLookup(const char* label) noexcept;
__attribute__((cold)) PSM_EXPORT Entered EnterFirst(const char* label) noexcept;
__attribute__((cold)) PSM_EXPORT void LeaveMutex() noexcept;

// Stands for the outer label of an entry under the mutex.
inline constexpr uintptr_t kUnderMutex = 1;

// A GateEntry that costs its call site half the code: what is not the fast path is one call, and
// nothing is done where an exception goes through (raw_macros.h).
template <Entered (*kEnter)(const char*), bool kMayTakeMutex = false>
class Gate {
 public:
  explicit Gate(const char* label) {
    __asm__("" : "+r"(label));  // loaded once, for both paths
    gate_internal::Slot* slot = gate_internal::t_slot;
    // One register for all accesses: the CPU forwards a store to a load for free only where base
    // and offset are the same.
    __asm__("" : "+b"(slot));
    if (__builtin_expect(slot != nullptr, 1)) {
      const uint64_t state = gate_internal::Publish(slot);
      const uint64_t word = __atomic_load_n(&gate_internal::g_page.word, __ATOMIC_ACQUIRE);
      if (__builtin_expect((word & gate_internal::kAsymmetric) != 0, 1)) {
        slot_ = slot;
        outer_label_ = reinterpret_cast<uintptr_t>(gate_internal::Confirm(slot, state, label));
        return;
      }
    }
    const Entered in = kEnter(label);
    slot_ = in.slot;
    outer_label_ = in.detail;
  }
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  // False: the call must not run.
  bool ok() const { return __builtin_expect(slot_ != nullptr, 1); }

  // After the call, on every path; a refused call has nothing to leave.
  void Leave() {
    if (kMayTakeMutex && __builtin_expect(outer_label_ == kUnderMutex, 0)) {
      LeaveMutex();
    } else {
      gate_internal::Leave(slot_, reinterpret_cast<const char*>(outer_label_));
    }
  }

 private:
  gate_internal::Slot* slot_;
  uintptr_t outer_label_;
};

using CallGate = Gate<EnterCall>;                // sets the error where it refuses
using ReleaseGate = Gate<EnterRelease, true>;    // takes the mutex where the gate refuses
using LiveReleaseGate = Gate<EnterLiveRelease>;  // counts a leak where it refuses
using LookupGate = Gate<EnterLookup, true>;      // takes the mutex; sets the error where it refuses
using FirstGate = Gate<EnterFirst, true>;        // takes it where that is allowed

// For a call that has a GateEntry of its own. True: it must not run; the error is set. False: this
// thread holds the life-cycle mutex.
PSM_EXPORT bool Refuse(GateRefusal why) noexcept;

// From now on a program may load modules before it ever initialised NSS, unless it has a manager.
PSM_EXPORT void AllowModulesFirst();

// Whether there is, or was, a SecurityManager in this process; it says so.
PSM_EXPORT void NoteManager();
PSM_EXPORT bool HasManager();

// Releases given up since the process started.
PSM_EXPORT int LeakedReleases();

// Calls refused since the process started.
PSM_EXPORT int Refusals();

// Round a callback of the host's that NSS makes in a release: where that release runs under the
// mutex, the callback's own calls are refused all the same, and only its releases go on.
class PSM_EXPORT HostCallback {
 public:
  HostCallback();
  ~HostCallback();
  HostCallback(const HostCallback&) = delete;
  HostCallback& operator=(const HostCallback&) = delete;

 private:
  const int outer_;
};

}  // namespace nss_call
}  // namespace psm

#endif  // NSS_GLUE_NSS_CALL_H_
