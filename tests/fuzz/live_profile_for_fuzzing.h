// A fresh profile that is open for the life of the fuzzer.

#ifndef TESTS_FUZZ_LIVE_PROFILE_FOR_FUZZING_H_
#define TESTS_FUZZ_LIVE_PROFILE_FOR_FUZZING_H_

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "psm/preferences.h"
#include "psm/security_manager.h"

namespace psm {

inline void Require(bool promise) {
  if (!promise) abort();
}

class LiveProfileForFuzzing {
 public:
  LiveProfileForFuzzing() : preferences_(MakePreferenceService()) {
    Require(mkdtemp(folder_.data()) != nullptr);
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    manager_ = SecurityManager::Create(std::move(config)).value();
    Require(manager_->OpenProfile(folder_).ok());
  }
  ~LiveProfileForFuzzing() {
    manager_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

 private:
  std::string folder_ = (std::filesystem::temp_directory_path() / "psm-fuzz.XXXXXX").string();
  std::unique_ptr<PreferenceService> preferences_;
  std::unique_ptr<SecurityManager> manager_;
};

}  // namespace psm

#endif  // TESTS_FUZZ_LIVE_PROFILE_FOR_FUZZING_H_
