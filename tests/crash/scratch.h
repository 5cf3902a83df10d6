// A new empty folder for profiles, removed with everything in it at the end; and the signals that
// end a long run early, so that it comes to that.

#ifndef TESTS_CRASH_SCRATCH_H_
#define TESTS_CRASH_SCRATCH_H_

#include <signal.h>
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

// Set by SIGINT and SIGTERM after EndEarlyOnSignals(). Children are not told: they die with the
// thread that started them.
inline volatile sig_atomic_t g_ended_early = 0;

inline void EndEarlyOnSignals() {
  struct sigaction end = {};
  end.sa_handler = [](int) { g_ended_early = 1; };
  sigaction(SIGINT, &end, nullptr);
  sigaction(SIGTERM, &end, nullptr);
  signal(SIGPIPE, SIG_IGN);  // a child may be dead when it is written to
}

}  // namespace psm::crash

#endif  // TESTS_CRASH_SCRATCH_H_
