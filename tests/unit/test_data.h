// Files for tests: those in tests/data, and folders to scribble in.

#ifndef TESTS_UNIT_TEST_DATA_H_
#define TESTS_UNIT_TEST_DATA_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "absl/strings/string_view.h"

namespace psm {

// The path of `name` in tests/data, which is looked for upwards from PSM_SOURCE_ROOT if that is
// set, otherwise from the test program and then from the working directory. A file that is not
// there fails the test.
inline std::string TestDataPath(absl::string_view name) {
  std::error_code ignored;
  const char* root = getenv("PSM_SOURCE_ROOT");
  for (std::filesystem::path start :
       {std::filesystem::path(root != nullptr ? root : ""),
        std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path(),
        std::filesystem::current_path(ignored)}) {
    for (; !start.empty(); start = start.parent_path()) {
      const std::filesystem::path found = start / "tests" / "data" / std::string(name);
      if (std::filesystem::exists(found, ignored)) return found.string();
      if (start == start.root_path()) break;
    }
  }
  ADD_FAILURE() << "no tests/data/" << name << " above the program or the working directory";
  return std::string(name);
}

// A new empty folder, removed with everything in it at the end.
class ScratchDir {
 public:
  ScratchDir() {
    std::string path = testing::TempDir() + "psm.XXXXXX";  // TempDir ends in a slash
    if (mkdtemp(path.data()) == nullptr) ADD_FAILURE() << "mkdtemp " << path;
    path_ = path;
  }
  ~ScratchDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchDir(const ScratchDir&) = delete;
  ScratchDir& operator=(const ScratchDir&) = delete;

  const std::string& path() const { return path_; }
  std::string File(absl::string_view name) const { return path_ + "/" + std::string(name); }

  // Writes a file and returns its path.
  std::string Write(absl::string_view name, absl::string_view text) const {
    std::ofstream(File(name), std::ios::binary) << text;
    return File(name);
  }

 private:
  std::string path_;
};

inline std::string ReadWholeFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace psm

#endif  // TESTS_UNIT_TEST_DATA_H_
