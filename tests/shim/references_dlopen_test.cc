// The counts in a library that is loaded late, by a program whose threads already run: the
// thread-local pointer to a slot is of the initial-exec kind, which takes its 8 bytes from what the
// loader kept in reserve.

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <stdint.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <string>
#include <thread>

namespace {

std::string NextToThisProgram(const std::string& name) {
  char path[PATH_MAX] = {};
  if (readlink("/proc/self/exe", path, sizeof path - 1) < 0) return name;
  const std::string program(path);
  return program.substr(0, program.rfind('/') + 1) + name;
}

using Obtain = void (*)(const void*);

TEST(ReferencesDlopenTest, ThreadsBeforeAndAfterTheLoadCount) {
  std::atomic<Obtain> obtain{nullptr};
  std::atomic<bool> loaded{false};
  std::thread before([&] {
    while (!loaded) std::this_thread::yield();
    if (obtain != nullptr) obtain.load()(&obtain);
  });
  void* const library =
      dlopen(NextToThisProgram("libreferences_library.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  const std::string error = library != nullptr ? "" : dlerror();
  if (library != nullptr) {
    auto* const open = reinterpret_cast<bool (*)()>(dlsym(library, "OpenInLibrary"));
    EXPECT_TRUE(open());
    obtain = reinterpret_cast<Obtain>(dlsym(library, "ObtainInLibrary"));
  }
  loaded = true;
  before.join();
  ASSERT_EQ(error, "");
  ASSERT_NE(obtain, nullptr);
  obtain.load()(&obtain);
  std::thread([&obtain] { obtain.load()(&obtain); }).join();
  auto* const outstanding = reinterpret_cast<int64_t (*)()>(dlsym(library, "OutstandingInLibrary"));
  ASSERT_NE(outstanding, nullptr);
  EXPECT_EQ(outstanding(), 3);
}

}  // namespace
