// The other ways to keep NSS alive during a call, each as a scope: construction enters, destruction
// leaves.
//
// Gecko's lock is re-modelled here from its documented behaviour, as nothing to link against
// exists:
//   GeckoOldScope  one lock, one condition variable, a count of holders; wakes the waiter when the
//   count is 0 GeckoNewScope  the same under a process-wide list lock on the way in and on the way
//   out, waking on every way out
// They have no label, no generation and no answer to a fork, which the gate has: the comparison
// favours them.

#ifndef TESTS_BENCHMARK_PEERS_H_
#define TESTS_BENCHMARK_PEERS_H_

// liburcu inlines read_lock and read_unlock only into sources that define this.
#define _LGPL_SOURCE
#include <prcvar.h>
#include <prinrval.h>
#include <prlock.h>
#include <prthread.h>
#include <urcu/urcu-bp.h>
#include <urcu/urcu-memb.h>

#include <atomic>
#include <cstdint>
#include <shared_mutex>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "shutdown/gate.h"
#include "shutdown/prevention_lock.h"

namespace psm::benchmarking {

// Each peer says what its scope is, how to make one, and what a thread must do first.
struct NoThreadSetup {};

template <typename ScopeType>
struct Peer {
  using Scope = ScopeType;
  using ThreadSetup = NoThreadSetup;
  static Scope Enter() { return Scope(); }
  static bool IsInside(const Scope&) { return true; }
};

struct GateEntryPeer : Peer<GateEntry> {
  static GateEntry Enter() { return GateEntry("gate_benchmark"); }
  static bool IsInside(const GateEntry& entry) { return entry.ok(); }
};

struct PreventionLockPeer : Peer<absl::StatusOr<PreventionLock>> {
  static Scope Enter() { return PreventionLock::Acquire("gate_benchmark"); }
  static bool IsInside(const Scope& lock) { return lock.ok(); }
};

struct UngatedScope {
  UngatedScope() {}
  ~UngatedScope() {}
};

// What Gecko's two generations have in common: counted holders, and one thread that may shut them
// out.
class GeckoActivity {
 public:
  void Enter() {
    PR_Lock(lock_);
    while (restricted_ != nullptr && restricted_ != PR_GetCurrentThread()) {
      PR_WaitCondVar(changed_, PR_INTERVAL_NO_TIMEOUT);
    }
    ++holders_;
    PR_Unlock(lock_);
  }
  void Leave(bool always_wake) {
    PR_Lock(lock_);
    --holders_;
    if (always_wake || holders_ == 0) PR_NotifyAllCondVar(changed_);
    PR_Unlock(lock_);
  }

 private:
  PRLock* const lock_ = PR_NewLock();
  PRCondVar* const changed_ = PR_NewCondVar(lock_);
  PRThread* restricted_ = nullptr;
  int holders_ = 0;
};

// On the heap, as both were in Gecko: reached through a pointer that may be null.
inline GeckoActivity* const g_gecko_activity = new GeckoActivity;
inline PRLock* const g_gecko_list_lock = PR_NewLock();

class GeckoOldScope {
 public:
  GeckoOldScope() { g_gecko_activity->Enter(); }
  ~GeckoOldScope() { g_gecko_activity->Leave(/*always_wake=*/false); }
};

class GeckoNewScope {
 public:
  GeckoNewScope() {
    PR_Lock(g_gecko_list_lock);
    if (g_gecko_activity != nullptr) {
      g_gecko_activity->Enter();
      entered_ = true;
    }
    PR_Unlock(g_gecko_list_lock);
  }
  ~GeckoNewScope() {
    if (!entered_) return;
    PR_Lock(g_gecko_list_lock);
    if (g_gecko_activity != nullptr) g_gecko_activity->Leave(/*always_wake=*/true);
    PR_Unlock(g_gecko_list_lock);
  }

 private:
  bool entered_ = false;
};

inline absl::Mutex g_absl_mutex;

// What absl::ReaderMutexLock does; clang's analysis does not follow that one out of a function.
struct AbslReaderScope {
  AbslReaderScope() ABSL_NO_THREAD_SAFETY_ANALYSIS { g_absl_mutex.ReaderLock(); }
  ~AbslReaderScope() ABSL_NO_THREAD_SAFETY_ANALYSIS { g_absl_mutex.ReaderUnlock(); }
};

inline std::shared_mutex g_shared_mutex;

struct SharedMutexPeer : Peer<std::shared_lock<std::shared_mutex>> {
  static Scope Enter() { return Scope(g_shared_mutex); }
};

// The least that can tell a waiter how many are inside.
class SharedCounterScope {
 public:
  SharedCounterScope() { g_holders_.fetch_add(1, std::memory_order_acquire); }
  ~SharedCounterScope() { g_holders_.fetch_sub(1, std::memory_order_release); }

 private:
  alignas(128) static inline std::atomic<int64_t> g_holders_{0};
};

struct UrcuMembScope {
  UrcuMembScope() { urcu_memb_read_lock(); }
  ~UrcuMembScope() { urcu_memb_read_unlock(); }
};

struct UrcuMembPeer : Peer<UrcuMembScope> {
  struct ThreadSetup {
    ThreadSetup() { urcu_memb_register_thread(); }
    ~ThreadSetup() { urcu_memb_unregister_thread(); }
  };
};

struct UrcuBpScope {
  UrcuBpScope() { urcu_bp_read_lock(); }
  ~UrcuBpScope() { urcu_bp_read_unlock(); }
};

}  // namespace psm::benchmarking

#endif  // TESTS_BENCHMARK_PEERS_H_
