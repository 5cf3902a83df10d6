// The gate in a library that is loaded late, by a program whose threads already run: its
// thread-local slot pointer is of the initial-exec kind, which takes its 8 bytes from what the
// loader kept in reserve.

#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace {

constexpr int kHangMs = 60000;
constexpr int kShortMs = 20;

std::string NextToThisProgram(const std::string& name) {
  char path[PATH_MAX] = {};
  if (readlink("/proc/self/exe", path, sizeof path - 1) < 0) return name;
  const std::string program(path);
  return program.substr(0, program.rfind('/') + 1) + name;
}

// Loaded once, with four threads running.
class DlopenTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    for (int i = 0; i < 4; ++i) {
      threads_->emplace_back([] {
        while (!go_) std::this_thread::yield();
        entered_ += enter_([](void*) {}, nullptr);
      });
    }
    void* library = dlopen(NextToThisProgram("libdlopen_gate.so").c_str(), RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << dlerror();
    open_ = reinterpret_cast<bool (*)()>(dlsym(library, "OpenTheGate"));
    enter_ = reinterpret_cast<bool (*)(void (*)(void*), void*)>(dlsym(library, "EnterTheGate"));
    drain_ = reinterpret_cast<bool (*)(int)>(dlsym(library, "DrainTheGate"));
    ASSERT_TRUE(open_ != nullptr && enter_ != nullptr && drain_ != nullptr);
    ASSERT_TRUE(open_());
  }

  static inline std::vector<std::thread>* const threads_ = new std::vector<std::thread>;
  static inline std::atomic<bool> go_{false};
  static inline std::atomic<int> entered_{0};
  static inline bool (*open_)() = nullptr;
  static inline bool (*enter_)(void (*)(void*), void*) = nullptr;
  static inline bool (*drain_)(int) = nullptr;
};

TEST_F(DlopenTest, ThreadThatLoadedItEnters) {
  EXPECT_TRUE(enter_([](void*) {}, nullptr));
}

TEST_F(DlopenTest, ThreadsThatRanBeforeEnter) {
  go_ = true;
  for (std::thread& thread : *threads_) thread.join();
  threads_->clear();
  EXPECT_EQ(entered_, 4);
}

TEST_F(DlopenTest, ThreadMadeAfterwardsEnters) {
  bool entered = false;
  std::thread([&entered] { entered = enter_([](void*) {}, nullptr); }).join();
  EXPECT_TRUE(entered);
}

TEST_F(DlopenTest, ZDrainSeesAnotherThreadInside) {
  std::atomic<bool> inside{false};
  std::atomic<bool> leave{false};
  struct Wait {
    std::atomic<bool>* inside;
    std::atomic<bool>* leave;
  } wait{&inside, &leave};
  std::thread holder([&wait] {
    enter_(
        [](void* argument) {
          auto* w = static_cast<Wait*>(argument);
          *w->inside = true;
          while (!*w->leave) std::this_thread::yield();
        },
        &wait);
  });
  while (!inside) std::this_thread::yield();
  const bool too_early = drain_(kShortMs);
  leave = true;
  holder.join();
  EXPECT_FALSE(too_early);
  EXPECT_TRUE(drain_(kHangMs));
}

}  // namespace
