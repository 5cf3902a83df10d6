// What the tests of shutdown/ share: the gate as a fixture, threads that hold it, drains on another
// thread.
//
// There is one gate in a process. A test that needs it as it was before the first profile, or
// leaves it behind spoilt, runs in a process of its own: EXPECT_IN_FRESH_PROCESS.

#ifndef TESTS_UNIT_GATE_TESTING_H_
#define TESTS_UNIT_GATE_TESTING_H_

#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/registry.h"

#if defined(__SANITIZE_THREAD__)
#define PSM_TEST_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define PSM_TEST_TSAN 1
#endif
#endif

// Runs `function` where nothing has touched the gate yet. Its EXPECTs count.
#define EXPECT_IN_FRESH_PROCESS(...)                      \
  do {                                                    \
    GTEST_FLAG_SET(death_test_style, "threadsafe");       \
    EXPECT_EXIT(                                          \
        {                                                 \
          (__VA_ARGS__)();                                \
          std::fflush(nullptr);                           \
          ::_exit(::testing::Test::HasFailure() ? 1 : 0); \
        },                                                \
        ::testing::ExitedWithCode(0), "");                \
  } while (false)

namespace psm {

// Far beyond what any wait here takes: a test that reaches it hangs.
inline constexpr absl::Duration kHang = absl::Seconds(60);
// Long enough that a holder is surely seen.
inline constexpr absl::Duration kShort = absl::Milliseconds(20);

// One event, set once.
class Event {
 public:
  void Set() {
    MutexLock hold(&mu_);
    set_ = true;
    changed_.NotifyAll();
  }
  void Wait() {
    MutexLock hold(&mu_);
    for (int i = 0; !set_; ++i) {
      if (i == 60) {
        std::fprintf(stderr, "an event that a test waits for never came\n");
        ::abort();
      }
      changed_.WaitFor(&mu_, kHang / 60);
    }
  }

 private:
  Mutex mu_;
  CondVar changed_;
  bool set_ PSM_GUARDED_BY(mu_) = false;
};

// Opens the gate, whatever state a test left it in; the first time under a first generation.
inline void OpenGate() {
  GateControl::Prepare();
  if (GateControl::generation() == 0) {
    ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
  }
  if (!GateControl::is_open() && !GateControl::Open().ok()) {
    ASSERT_TRUE(GateControl::Resume().ok());
  }
}

inline void CloseGate() { ASSERT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk); }

// What the owner does at the end of a profile.
inline EvaporationReport EvaporateAll() {
  GateOwnerScope owner("evaporate");
  return Registry::Evaporate();
}

inline void SwitchProfile() {
  CloseGate();
  EvaporateAll();
  ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
  ASSERT_TRUE(GateControl::Open().ok());
}

class OpenGateTest : public testing::Test {
 protected:
  void SetUp() override { OpenGate(); }
};

class ClosedGateTest : public testing::Test {
 protected:
  void SetUp() override {
    OpenGate();
    CloseGate();
  }
  void TearDown() override { OpenGate(); }
};

inline PreventionLock LockOrDie(const char* label = "test") {
  return PreventionLock::Acquire(label).value();
}

inline void OnAnotherThread(const std::function<void()>& body) { std::thread(body).join(); }

// A thread that is inside the gate until Leave().
class Holder {
 public:
  // `inside` runs between entry and leave, before the constructor returns.
  explicit Holder(
      const char* label, std::function<void()> inside = [] {})
      : thread_([this, label, inside = std::move(inside)] {
          GateEntry entry(label);
          inside();
          inside_.Set();
          leave_.Wait();
        }) {
    inside_.Wait();
  }
  ~Holder() { Leave(); }
  void Leave() {
    leave_.Set();
    if (thread_.joinable()) thread_.join();
  }

 private:
  Event inside_;
  Event leave_;
  std::thread thread_;
};

// A drain on a thread of its own; the gate is closing when the constructor returns.
class BackgroundDrain {
 public:
  explicit BackgroundDrain(absl::Duration deadline = kHang)
      : thread_([this, deadline] { report_ = GateControl::Drain(deadline); }) {
    while (!GateIsClosing()) std::this_thread::yield();
  }
  ~BackgroundDrain() {
    if (thread_.joinable()) thread_.join();
  }
  const DrainReport& Report() {
    if (thread_.joinable()) thread_.join();
    return report_;
  }

 private:
  DrainReport report_;
  std::thread thread_;
};

}  // namespace psm

#endif  // TESTS_UNIT_GATE_TESTING_H_
