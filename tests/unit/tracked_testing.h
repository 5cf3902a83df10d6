// Objects for the tests of registry.h and tracked.h: each notes its release in a log.

#ifndef TESTS_UNIT_TRACKED_TESTING_H_
#define TESTS_UNIT_TRACKED_TESTING_H_

#include <atomic>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"

namespace psm {

class ReleaseLog {
 public:
  void Note(int id) {
    MutexLock hold(&mu_);
    ids_.push_back(id);
  }
  std::vector<int> ids() {
    MutexLock hold(&mu_);
    return ids_;
  }
  size_t size() { return ids().size(); }

 private:
  Mutex mu_;
  std::vector<int> ids_ PSM_GUARDED_BY(mu_);
};

// Stands for an NSS object: it is on the heap until its release.
struct Thing {
  int id = 0;
  ReleaseLog* log = nullptr;
  std::function<void()> when_released = [] {};
};

template <>
struct TrackedTraits<Thing> {
  static constexpr char kType[] = "Thing";
  static void Release(Thing* thing) {
    thing->log->Note(thing->id);
    thing->when_released();
    delete thing;
  }
};

inline Tracked<Thing> MakeThing(
    const PreventionLock& lock, ReleaseLog* log, int id = 0,
    std::function<void()> when_released = [] {}) {
  return Tracked<Thing>(lock, new Thing{id, log, std::move(when_released)}, "test");
}

}  // namespace psm

#endif  // TESTS_UNIT_TRACKED_TESTING_H_
