#include "nss_glue/gated.h"

#include <time.h>

#include <atomic>

namespace psm::nss_internal {
namespace {

constexpr int kAttempts = 1000;
constexpr timespec kPause = {0, 10 * 1000 * 1000};  // 10 ms

std::atomic<int> g_leaked{0};

}  // namespace

Mutex& LifecycleMutex() {
  static Mutex* const mutex = new Mutex;  // outlives every destructor that releases something
  return *mutex;
}

bool LockLifecycle() {
  for (int i = 0; i < kAttempts; ++i) {
    if (LifecycleMutex().TryLock()) return true;
    nanosleep(&kPause, nullptr);
  }
  g_leaked.fetch_add(1);
  return false;
}

int LeakedReleases() { return g_leaked.load(); }

}  // namespace psm::nss_internal
