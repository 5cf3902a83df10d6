// PreferenceService: named, typed settings, with Mozilla's rules and Mozilla's files.
//
// A preference is a bool, a 32-bit int or a string. It may have a default value and a user value.
// The effective value is the user value if there is one and the preference is not locked, otherwise
// the default. Rules taken from Mozilla's modules/libpref:
//   - While there is a default, values of another type are refused.
//   - Setting a user value equal to the default removes the user value, unless it is sticky.
//   - The default of a locked preference stays as it is. A user value loaded for one is kept and
//     saved, and has no effect.
//
// A host that has a preference service of its own implements the virtual calls on top of it.
//
// Observers: the callback runs after a change of the effective value of any preference whose name
// starts with `prefix` ("security." is a branch, "" is everything), in the order of registration,
// on the thread that made the change, with no lock held. Threads that change one preference at the
// same time may notify in either order: read the value, do not guess it. See Subscription in
// psm/observer_service.h for what its end waits for.
//
// Thread rule: any call, any thread. A load is one step for readers; observers hear of it after.
//
// Failures: NotFound, no such preference; InvalidArgument, a value of another type (the message
// names the preference and both types), an empty name, or a NUL byte; FailedPrecondition, locked.
// Files: as each call says; the message names the path, and the errno where there is one.
//
// Example:
//   std::unique_ptr<PreferenceService> prefs = MakePreferenceService();
//   absl::Status loaded = prefs->LoadUser(profile_dir);
//   if (!loaded.ok() && !absl::IsDataLoss(loaded)) return loaded;
//   absl::StatusOr<bool> no_db = prefs->GetBool("security.nocertdb", false);

#ifndef PSM_PREFERENCES_H_
#define PSM_PREFERENCES_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "psm/observer_service.h"
#include "psm/prefs_parser.h"
#include "shutdown/export.h"

namespace psm {

class PSM_EXPORT PreferenceService {
 public:
  using Callback = std::function<void(absl::string_view name)>;

  virtual ~PreferenceService() = default;

  // The effective value.
  [[nodiscard]] absl::StatusOr<bool> GetBool(absl::string_view name) const;
  [[nodiscard]] absl::StatusOr<int32_t> GetInt(absl::string_view name) const;
  [[nodiscard]] absl::StatusOr<std::string> GetString(absl::string_view name) const;

  // The same, with a value for NotFound. A preference of another type is still an error.
  [[nodiscard]] absl::StatusOr<bool> GetBool(absl::string_view name, bool if_absent) const;
  [[nodiscard]] absl::StatusOr<int32_t> GetInt(absl::string_view name, int32_t if_absent) const;
  [[nodiscard]] absl::StatusOr<std::string> GetString(absl::string_view name,
                                                      absl::string_view if_absent) const;

  // The user value.
  [[nodiscard]] absl::Status SetBool(absl::string_view name, bool value);
  [[nodiscard]] absl::Status SetInt(absl::string_view name, int32_t value);
  [[nodiscard]] absl::Status SetString(absl::string_view name, absl::string_view value);

  [[nodiscard]] absl::Status SetDefaultBool(absl::string_view name, bool value);
  [[nodiscard]] absl::Status SetDefaultInt(absl::string_view name, int32_t value);
  [[nodiscard]] absl::Status SetDefaultString(absl::string_view name, absl::string_view value);

  // What the typed calls above are made of.
  [[nodiscard]] virtual absl::StatusOr<PrefValue> Get(absl::string_view name) const = 0;
  [[nodiscard]] virtual absl::Status SetUser(absl::string_view name, PrefValue value) = 0;
  [[nodiscard]] virtual absl::Status SetDefault(absl::string_view name, PrefValue value) = 0;

  virtual void ClearUser(absl::string_view name) = 0;
  [[nodiscard]] virtual bool HasUserValue(absl::string_view name) const = 0;

  [[nodiscard]] virtual Subscription Observe(absl::string_view prefix, Callback callback) = 0;

  // Adds the entries of a file of defaults. A file that cannot be read changes nothing. DataLoss:
  // entries were malformed or of the wrong type; the message lists them, the others are in force.
  [[nodiscard]] virtual absl::Status LoadDefaults(absl::string_view path) = 0;

  // Replaces all user values by those of a profile: <dir>/prefs.js, then <dir>/user.js over it.
  // Either file may be absent; the folder may not. Fails as LoadDefaults does.
  [[nodiscard]] virtual absl::Status LoadUser(absl::string_view profile_dir) = 0;

  // Writes the user values worth keeping (sticky, or not equal to the default), sorted by name, in
  // the syntax of prefs.js, mode 0600. The old file is there, whole, until the new one is on the
  // disk; a symbolic link is replaced. Saves wait for each other. FailedPrecondition: `path` is
  // something other than a file. If only the last step failed, syncing the folder, the new file is
  // in place but may not outlive a power cut.
  [[nodiscard]] virtual absl::Status SavePrefsFile(absl::string_view path) = 0;
};

PSM_EXPORT std::unique_ptr<PreferenceService> MakePreferenceService();

}  // namespace psm

#endif  // PSM_PREFERENCES_H_
