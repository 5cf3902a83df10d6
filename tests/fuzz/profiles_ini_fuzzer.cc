// Feeds arbitrary bytes to ParseProfilesIni, cut at the first 0xFF into the two files, and checks
// what its header promises of any input.

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <algorithm>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "psm/profiles_ini.h"

namespace {

void Require(bool promise) {
  if (!promise) abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  const size_t cut = std::min(text.find('\xFF'), text.size());
  const psm::ProfilesIni ini =
      psm::ParseProfilesIni(text.substr(0, cut), text.substr(std::min(cut + 1, size)), "/app");

  for (const psm::ProfileInfo& profile : ini.profiles) {
    Require(!profile.path.empty());
    Require(absl::StartsWith(profile.absolute_dir, "/"));
    Require(profile.is_relative == absl::StartsWith(profile.absolute_dir, "/app/") ||
            !profile.is_relative);
  }
  for (const psm::ProfilesIniIssue& issue : ini.issues) {
    Require(issue.line >= 1 && !issue.message.empty());
  }
  Require(ini.issues.size() <= ini.issue_count);
  const absl::StatusOr<psm::ProfileInfo> chosen = ini.DefaultProfile();
  Require(chosen.ok() || ini.profiles.size() != 1);
  return 0;
}
