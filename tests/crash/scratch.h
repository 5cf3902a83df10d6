// A new empty folder for profiles, removed with everything in it at the end.

#ifndef TESTS_CRASH_SCRATCH_H_
#define TESTS_CRASH_SCRATCH_H_

#include <stdio.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace psm::crash {

class ScratchFolder {
 public:
  // In the system's folder for temporary files, unless another is named.
  explicit ScratchFolder(
      const std::filesystem::path& parent = std::filesystem::temp_directory_path())
      : path_(std::filesystem::canonical(parent).string() + "/psm-crash.XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) {
      perror(path_.c_str());
      abort();
    }
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace psm::crash

#endif  // TESTS_CRASH_SCRATCH_H_
