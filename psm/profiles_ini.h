// ProfilesIni: which profiles an application has and which one it starts with, from Mozilla's
// profiles.ini and installs.ini.
//
//   [General]             StartWithLastProfile=1, Version=2
//   [Profile0] ...        Name=, IsRelative=1|0, Path=, Default=1
//   [Install<hash>] ...   Default=<Path of a profile>, Locked=1    (in installs.ini: [<hash>])
//
// Reading is forgiving, as Mozilla's is: a profile without Name, IsRelative or a usable Path is
// left out, any other fault is passed over, and each is told of in `issues`. A relative path is
// taken from the folder of the file. It may lead out of it ("../x"): the file belongs to the user,
// who may name any folder by an absolute path anyway; such a profile is listed, with an issue.
//
// Lines end in \n, \r or \r\n; # and ; begin comment lines; a value is kept as it stands, blanks
// included. A key or section that occurs twice: the later value wins, with an issue.
//
// Thread rule: pure functions, but for the files read; the result is plain data.
//
// Failures: ReadProfilesIni: what open and read say, with path and errno (NotFound, no such file;
// an installs.ini that is absent is not a failure). DefaultProfile: see there.
//
// Example:
//   absl::StatusOr<ProfilesIni> ini = ReadProfilesIni(app_dir + "/profiles.ini");
//   if (!ini.ok()) return ini.status();
//   absl::StatusOr<ProfileInfo> profile = ini->DefaultProfile();
//   if (absl::IsFailedPrecondition(profile.status())) profile = Ask(ini->profiles);

#ifndef PSM_PROFILES_INI_H_
#define PSM_PROFILES_INI_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

struct ProfileInfo {
  std::string section;  // "Profile0"
  std::string name;
  std::string path;          // as written
  std::string absolute_dir;  // not normalised, need not exist
  bool is_relative = false;
  bool is_default = false;  // Default=1
};

// An installation of the application and the profile it starts with.
struct InstallInfo {
  std::string hash;
  std::string default_path;  // equals some ProfileInfo::path
  bool locked = false;       // the profile is this installation's own choice
};

struct ProfilesIniIssue {
  enum class Kind {
    kBadSection,  // "[" without "]", or a Profile section without a number
    kBadLine,     // neither key=value nor a section nor a comment
    kNulByte,     // what follows is not read
    kDuplicateSection,
    kDuplicateKey,
    kMissingKey,  // the profile is left out
    kBadPath,     // empty, or its form contradicts IsRelative; the profile is left out
    kLeavesFolder,
    kDuplicateName,
    kSeveralDefaults,  // the last one is the default
    kUnknownDefault,   // an installation's Default names no profile
  };
  Kind kind;
  std::string file;  // "profiles.ini" or "installs.ini"
  int line;          // from 1
  std::string message;
};

struct PSM_EXPORT ProfilesIni {
  // More issues than this are counted, not kept.
  static constexpr size_t kMaxIssuesKept = 100;

  std::vector<ProfileInfo> profiles;  // by number
  std::vector<InstallInfo> installs;  // profiles.ini wins over installs.ini
  bool start_with_last_profile = true;
  int version = 1;
  std::vector<ProfilesIniIssue> issues;
  size_t issue_count = 0;

  // The profile to start with: that of installation `install_hash`, or, without a hash, the one
  // that all installations agree on; otherwise the one with Default=1; otherwise the only one.
  // NotFound: there are no profiles. FailedPrecondition: several, and nothing chooses among them.
  [[nodiscard]] absl::StatusOr<ProfileInfo> DefaultProfile(
      absl::string_view install_hash = "") const;
};

// Reads `path` and, beside it, installs.ini.
[[nodiscard]] PSM_EXPORT absl::StatusOr<ProfilesIni> ReadProfilesIni(absl::string_view path);

// The same for texts at hand. `folder` is what relative paths are taken from.
[[nodiscard]] PSM_EXPORT ProfilesIni ParseProfilesIni(absl::string_view profiles_text,
                                                      absl::string_view installs_text,
                                                      absl::string_view folder);

}  // namespace psm

#endif  // PSM_PROFILES_INI_H_
