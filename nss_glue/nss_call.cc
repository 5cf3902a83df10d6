#include "nss_glue/nss_call.h"

#include <secerr.h>
#include <secoid.h>
#include <secport.h>
#include <time.h>

#include <atomic>

#include "nss_glue/lifecycle_mutex.h"
#include "shutdown/gate_control.h"
#include "shutdown/mutex.h"

namespace psm::nss_call {
namespace {

constexpr int kAttempts = 1000;
constexpr timespec kPause = {0, 10 * 1000 * 1000};  // 10 ms

std::atomic<int> g_leaked{0};
std::atomic<int> g_refused{0};
std::atomic<bool> g_modules_first{false};
std::atomic<bool> g_has_manager{false};
thread_local int t_holds = 0;  // how often this thread holds the life-cycle mutex
thread_local int t_floor = 0;  // of those, how many are not NSS's: a callback of the host's runs

constexpr Entered kRefused = {nullptr, 0};
// Of entries that pass without the gate, for the one thread that holds the mutex. Not thread_local:
// its alignment would keep the library from being opened by dlopen.
gate_internal::Slot g_holder_slot;

GateRefusal Why(const Entered& refused) { return static_cast<GateRefusal>(refused.detail); }

// The slow path, after the fast one has published an entry if the thread has a slot.
Entered EnterAgain(const char* label) {
  gate_internal::Slot* slot = gate_internal::t_slot;
  if (slot != nullptr) {
    gate_internal::BackOut(slot, __atomic_load_n(&gate_internal::g_page.word, __ATOMIC_RELAXED));
  }
  return gate_internal::EnterSlow(label, 0);
}

bool PassesAsHolder(GateRefusal why) { return t_holds > t_floor && why != GateRefusal::kForked; }

Mutex& LifecycleMutex() {
  static Mutex* const mutex = new Mutex;  // outlives every destructor that releases something
  return *mutex;
}

// False: not to be had within 10 s.
bool TakeHold() PSM_NO_THREAD_SAFETY_ANALYSIS {
  for (int i = 0; t_holds == 0 && !LifecycleMutex().TryLock(); ++i) {
    if (i == kAttempts) return false;
    nanosleep(&kPause, nullptr);
  }
  ++t_holds;
  return true;
}

void DropHold() PSM_NO_THREAD_SAFETY_ANALYSIS {
  if (--t_holds == 0) LifecycleMutex().Unlock();
}

// While NSS is down its OID tables may not be there, and a look-up of an OID that was added takes
// their lock without asking. Where NSS itself makes the call, inside a hold, they are its business.
bool OidTablesExist() { return t_holds > 1 || psm_raw_SECOID_Init() == SECSuccess; }

void SetRefused() {
  g_refused.fetch_add(1, std::memory_order_relaxed);
  ::PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
}

}  // namespace

LifecycleHold::LifecycleHold() : ok_(TakeHold()) {}

LifecycleHold::~LifecycleHold() {
  if (ok_) DropHold();
}

bool Refuse(GateRefusal why) noexcept {
  if (PassesAsHolder(why)) return false;
  SetRefused();
  return true;
}

Entered EnterCall(const char* label) noexcept {
  const Entered in = EnterAgain(label);
  if (in.slot != nullptr) return in;
  return Refuse(Why(in)) ? kRefused : Entered{&g_holder_slot, 0};
}

Entered EnterLiveRelease(const char* label) noexcept {
  const Entered in = EnterAgain(label);
  if (in.slot != nullptr) return in;
  if (PassesAsHolder(Why(in))) return {&g_holder_slot, 0};
  g_leaked.fetch_add(1);
  return kRefused;
}

Entered EnterRelease(const char* label) noexcept {
  const Entered in = EnterAgain(label);
  if (in.slot != nullptr) return in;
  if (Why(in) == GateRefusal::kForked) return kRefused;
  if (TakeHold()) return {&g_holder_slot, kUnderMutex};
  g_leaked.fetch_add(1);
  return kRefused;
}

Entered EnterLookup(const char* label) noexcept {
  const Entered in = EnterAgain(label);
  if (in.slot != nullptr) return in;
  if (Why(in) != GateRefusal::kForked && TakeHold()) {
    if (OidTablesExist()) return {&g_holder_slot, kUnderMutex};
    DropHold();
  }
  SetRefused();
  return kRefused;
}

Entered EnterFirst(const char* label) noexcept {
  const Entered in = EnterAgain(label);
  if (in.slot != nullptr) return in;
  if (PassesAsHolder(Why(in))) return {&g_holder_slot, 0};
  if (Why(in) != GateRefusal::kForked && g_modules_first.load() && TakeHold()) {
    // Whoever initialises NSS takes a generation first and then the mutex.
    if (GateControl::generation() == 0 && !HasManager()) return {&g_holder_slot, kUnderMutex};
    DropHold();
  }
  SetRefused();
  return kRefused;
}

void AllowModulesFirst() { g_modules_first.store(true); }

void NoteManager() { g_has_manager.store(true); }

bool HasManager() { return g_has_manager.load(std::memory_order_relaxed); }

void LeaveMutex() noexcept { DropHold(); }

int LeakedReleases() { return g_leaked.load(); }

int Refusals() { return g_refused.load(); }

HostCallback::HostCallback() : outer_(t_floor) { t_floor = t_holds; }

HostCallback::~HostCallback() { t_floor = outer_; }

}  // namespace psm::nss_call
