// Profiles that are really open: a SecurityManager on databases in a scratch folder.

#ifndef TESTS_UNIT_LIVE_PROFILE_H_
#define TESTS_UNIT_LIVE_PROFILE_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"
#include "tests/unit/test_data.h"

namespace psm {

// Opens the profile "first". When it goes it closes what is open and expects that nothing was left
// behind: in `coordinated` mode NSS_Shutdown itself has to have succeeded.
class LiveProfile {
 public:
  explicit LiveProfile(absl::string_view mode = "coordinated");
  ~LiveProfile();

  // A folder of the scratch folder; made if it is new.
  std::string Folder(absl::string_view name) const;
  // Makes `name` a copy of tests/data/firefox/`kind`.
  void CopyFirefox(absl::string_view kind, absl::string_view name) const;

  // From the next opening on.
  void Prefer(const char* preference, absl::string_view value);
  void Prefer(const char* preference, int value);

  // The stalls of writes that were told so far.
  std::vector<std::string> stalls() PSM_EXCLUDES(mu_);
  ManagerSnapshot snapshot() const { return manager_->snapshot(); }

  void Open(absl::string_view name);
  void Close();
  void SwitchTo(absl::string_view name);
  // To a profile that was open before, of which nothing can be written.
  void SwitchToReadOnly(absl::string_view name);

 private:
  Mutex mu_;
  std::vector<std::string> stalls_ PSM_GUARDED_BY(mu_);
  ScratchDir scratch_;
  const bool coordinated_;
  std::unique_ptr<PreferenceService> preferences_;
  std::unique_ptr<SecurityManager> manager_;
};

// The name of NSS's error, "gate" for a refusal, or the absl code of anything else.
std::string Why(const absl::Status& status);

}  // namespace psm

#endif  // TESTS_UNIT_LIVE_PROFILE_H_
