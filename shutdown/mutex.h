// Mutex, MutexLock and CondVar: std::mutex with Clang's thread-safety annotations.
//
// Why not absl::Mutex: Debian builds Abseil without NDEBUG, so its mutex aborts the host on a
// lock-order inversion, costs four times std::mutex, and is invisible to ThreadSanitizer.
// Annotations are checked by clang (-Werror=thread-safety) and are nothing under g++.
//
// Thread rule: as std::mutex. A Mutex must not be used in a forked child of a threaded process:
// another thread may have held it at the fork. Callers check InForkedChild() first.

#ifndef SHUTDOWN_MUTEX_H_
#define SHUTDOWN_MUTEX_H_

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "absl/time/time.h"

#if defined(__clang__)
#define PSM_THREAD_ANNOTATION(x) __attribute__((x))
#else
#define PSM_THREAD_ANNOTATION(x)
#endif
#define PSM_CAPABILITY(x) PSM_THREAD_ANNOTATION(capability(x))
#define PSM_SCOPED_CAPABILITY PSM_THREAD_ANNOTATION(scoped_lockable)
#define PSM_GUARDED_BY(x) PSM_THREAD_ANNOTATION(guarded_by(x))
#define PSM_PT_GUARDED_BY(x) PSM_THREAD_ANNOTATION(pt_guarded_by(x))
#define PSM_REQUIRES(...) PSM_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
#define PSM_ACQUIRE(...) PSM_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define PSM_RELEASE(...) PSM_THREAD_ANNOTATION(release_capability(__VA_ARGS__))
#define PSM_TRY_ACQUIRE(...) PSM_THREAD_ANNOTATION(try_acquire_capability(__VA_ARGS__))
#define PSM_EXCLUDES(...) PSM_THREAD_ANNOTATION(locks_excluded(__VA_ARGS__))
#define PSM_NO_THREAD_SAFETY_ANALYSIS PSM_THREAD_ANNOTATION(no_thread_safety_analysis)

namespace psm {

class PSM_CAPABILITY("mutex") Mutex {
 public:
  constexpr Mutex() = default;
  Mutex(const Mutex&) = delete;
  Mutex& operator=(const Mutex&) = delete;

  void Lock() PSM_ACQUIRE() { mu_.lock(); }
  void Unlock() PSM_RELEASE() { mu_.unlock(); }
  bool TryLock() PSM_TRY_ACQUIRE(true) { return mu_.try_lock(); }

 private:
  friend class CondVar;
  std::mutex mu_;
};

class PSM_SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex* mu) PSM_ACQUIRE(mu) : mu_(mu) { mu_->Lock(); }
  ~MutexLock() PSM_RELEASE() { mu_->Unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex* const mu_;
};

// There is no wait without a deadline. WaitFor returns false when the time ran out; as ever, check
// the condition.
class CondVar {
 public:
  CondVar() = default;
  CondVar(const CondVar&) = delete;
  CondVar& operator=(const CondVar&) = delete;

  bool WaitFor(Mutex* mu, absl::Duration timeout) PSM_REQUIRES(mu) {
    std::unique_lock<std::mutex> lock(mu->mu_, std::adopt_lock);
    bool woken =
        cv_.wait_for(lock, absl::ToChronoNanoseconds(timeout)) == std::cv_status::no_timeout;
    lock.release();
    return woken;
  }
  void NotifyOne() { cv_.notify_one(); }
  void NotifyAll() { cv_.notify_all(); }

 private:
  std::condition_variable cv_;
};

}  // namespace psm

#endif  // SHUTDOWN_MUTEX_H_
