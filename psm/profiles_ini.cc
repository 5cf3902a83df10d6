#include "psm/profiles_ini.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"

namespace psm {
namespace {

using Kind = ProfilesIniIssue::Kind;

constexpr char kProfilesFile[] = "profiles.ini";
constexpr char kInstallsFile[] = "installs.ini";

struct Section {
  int line = 0;
  std::map<std::string, std::string, std::less<>> values;

  // Null if absent.
  const std::string* Find(absl::string_view key) const {
    const auto found = values.find(key);
    return found == values.end() ? nullptr : &found->second;
  }
  bool IsOne(absl::string_view key) const {
    const std::string* value = Find(key);
    return value != nullptr && *value == "1";
  }
};

using Sections = std::map<std::string, Section, std::less<>>;

class Issues {
 public:
  explicit Issues(ProfilesIni& ini) : ini_(ini) {}
  void Add(Kind kind, const char* file, int line, std::string message) {
    if (ini_.issues.size() < ProfilesIni::kMaxIssuesKept) {
      ini_.issues.push_back({kind, file, line, std::move(message)});
    }
    ++ini_.issue_count;
  }

 private:
  ProfilesIni& ini_;
};

// One pass over the lines of a file.
class IniReader {
 public:
  IniReader(const char* file, Issues& issues) : file_(file), issues_(issues) {}

  Sections Read(absl::string_view text) {
    absl::ConsumePrefix(&text, "\xEF\xBB\xBF");
    const size_t nul = text.find('\0');
    absl::string_view rest = text.substr(0, nul);
    while (!rest.empty()) {
      ++line_;
      const size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
      Line(rest.substr(0, end));
      rest.remove_prefix(end);
      if (!absl::ConsumePrefix(&rest, "\r\n") && !rest.empty()) rest.remove_prefix(1);
    }
    if (nul != absl::string_view::npos) {
      issues_.Add(Kind::kNulByte, file_, std::max(line_, 1), "NUL byte; what follows is not read");
    }
    return std::move(sections_);
  }

 private:
  void Line(absl::string_view line) {
    line = absl::StripLeadingAsciiWhitespace(line);
    if (line.empty() || line[0] == '#' || line[0] == ';') return;
    if (absl::ConsumePrefix(&line, "[")) {
      Header(absl::StripTrailingAsciiWhitespace(line));
      return;
    }
    if (in_bad_section_) return;
    const size_t equals = line.find('=');
    if (section_ == nullptr || equals == 0 || equals == absl::string_view::npos) {
      issues_.Add(Kind::kBadLine, file_, line_,
                  section_ == nullptr ? "before any section" : "not a key=value line");
      return;
    }
    std::string key(line.substr(0, equals));
    const bool is_new =
        section_->values.insert_or_assign(key, std::string(line.substr(equals + 1))).second;
    if (!is_new) issues_.Add(Kind::kDuplicateKey, file_, line_, absl::StrCat(key, " again"));
  }

  void Header(absl::string_view name) {
    in_bad_section_ = !absl::ConsumeSuffix(&name, "]") || name.empty() ||
                      name.find(']') != absl::string_view::npos;
    if (in_bad_section_) {
      section_ = nullptr;
      issues_.Add(Kind::kBadSection, file_, line_, "malformed section; what is in it is left out");
      return;
    }
    const auto [place, is_new] = sections_.try_emplace(std::string(name));
    section_ = &place->second;
    if (is_new) {
      section_->line = line_;
    } else {
      issues_.Add(Kind::kDuplicateSection, file_, line_, absl::StrCat("[", name, "] again"));
    }
  }

  const char* const file_;
  Issues& issues_;
  Sections sections_;
  Section* section_ = nullptr;
  bool in_bad_section_ = false;
  int line_ = 0;
};

// Lexical: what symbolic links make of it is not asked.
bool LeavesFolder(absl::string_view relative_path) {
  int depth = 0;
  for (absl::string_view part : absl::StrSplit(relative_path, '/', absl::SkipEmpty())) {
    if (part == ".") continue;
    depth += part == ".." ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}

// False if the profile has to be left out.
bool ReadProfile(const Section& section, absl::string_view folder, Issues& issues,
                 ProfileInfo* profile) {
  const auto add = [&](Kind kind, absl::string_view what) {
    issues.Add(kind, kProfilesFile, section.line, absl::StrCat("[", profile->section, "] ", what));
  };
  for (absl::string_view key : {"Name", "IsRelative", "Path"}) {
    if (section.Find(key) == nullptr) {
      add(Kind::kMissingKey, absl::StrCat("has no ", key));
      return false;
    }
  }
  profile->name = *section.Find("Name");
  profile->path = *section.Find("Path");
  profile->is_relative = section.IsOne("IsRelative");
  profile->is_default = section.IsOne("Default");
  if (profile->path.empty() || absl::StartsWith(profile->path, "/") == profile->is_relative) {
    add(Kind::kBadPath,
        absl::StrCat("has a path that is not ", profile->is_relative ? "relative" : "absolute",
                     ": '", profile->path, "'"));
    return false;
  }
  profile->absolute_dir =
      profile->is_relative ? absl::StrCat(folder, "/", profile->path) : profile->path;
  if (profile->is_relative && LeavesFolder(profile->path)) {
    add(Kind::kLeavesFolder, absl::StrCat("leaves the folder: ", profile->path));
  }
  return true;
}

void ReadProfiles(const Sections& sections, absl::string_view folder, Issues& issues,
                  ProfilesIni& ini) {
  std::map<uint32_t, std::string> by_number;
  for (const auto& [name, section] : sections) {
    absl::string_view number = name;
    uint32_t n = 0;
    if (!absl::ConsumePrefix(&number, "Profile")) continue;
    if (!absl::SimpleAtoi(number, &n) || absl::StrCat(n) != number) {
      issues.Add(Kind::kBadSection, kProfilesFile, section.line,
                 absl::StrCat("[", name, "] has no number"));
      continue;
    }
    by_number[n] = name;
  }
  std::set<std::string> names;
  bool has_default = false;
  for (const auto& [number, name] : by_number) {
    const Section& section = sections.find(name)->second;
    ProfileInfo profile;
    profile.section = name;
    if (!ReadProfile(section, folder, issues, &profile)) continue;
    if (!names.insert(profile.name).second) {
      issues.Add(Kind::kDuplicateName, kProfilesFile, section.line,
                 absl::StrCat("[", name, "] has the name of another: ", profile.name));
    }
    if (profile.is_default && has_default) {
      issues.Add(Kind::kSeveralDefaults, kProfilesFile, section.line,
                 absl::StrCat("[", name, "] is a default too"));
    }
    has_default |= profile.is_default;
    ini.profiles.push_back(std::move(profile));
  }
}

using ProfilesByPath = std::map<absl::string_view, const ProfileInfo*>;

ProfilesByPath IndexByPath(const std::vector<ProfileInfo>& profiles) {
  ProfilesByPath index;
  for (const ProfileInfo& profile : profiles) index.emplace(profile.path, &profile);
  return index;
}

void AddInstall(const char* file, absl::string_view hash, const Section& section,
                const ProfilesByPath& profiles, Issues& issues, ProfilesIni& ini) {
  const std::string* path = section.Find("Default");
  if (path == nullptr) {
    issues.Add(Kind::kMissingKey, file, section.line,
               absl::StrCat("installation ", hash, " has no Default"));
    return;
  }
  if (profiles.count(*path) == 0) {
    issues.Add(Kind::kUnknownDefault, file, section.line,
               absl::StrCat("installation ", hash, " starts with an unknown profile: ", *path));
  }
  ini.installs.push_back({std::string(hash), *path, section.IsOne("Locked")});
}

void ReadInstalls(const Sections& profiles_file, const Sections& installs_file, Issues& issues,
                  ProfilesIni& ini) {
  const ProfilesByPath by_path = IndexByPath(ini.profiles);
  std::set<absl::string_view> seen;
  for (const auto& [name, section] : profiles_file) {
    absl::string_view hash = name;
    if (!absl::ConsumePrefix(&hash, "Install") || hash.empty()) continue;
    seen.insert(hash);
    AddInstall(kProfilesFile, hash, section, by_path, issues, ini);
  }
  for (const auto& [hash, section] : installs_file) {
    if (seen.count(hash) == 0) AddInstall(kInstallsFile, hash, section, by_path, issues, ini);
  }
}

}  // namespace

absl::StatusOr<ProfileInfo> ProfilesIni::DefaultProfile(absl::string_view install_hash) const {
  if (profiles.empty()) return absl::NotFoundError("there are no profiles");
  const ProfilesByPath by_path = IndexByPath(profiles);
  std::set<const ProfileInfo*> chosen;
  for (const InstallInfo& install : installs) {
    if (!install_hash.empty() && install.hash != install_hash) continue;
    const auto found = by_path.find(install.default_path);
    if (found != by_path.end()) chosen.insert(found->second);
  }
  if (chosen.size() == 1) return **chosen.begin();
  const auto marked = std::find_if(profiles.rbegin(), profiles.rend(),
                                   [](const ProfileInfo& profile) { return profile.is_default; });
  if (marked != profiles.rend()) return *marked;
  if (profiles.size() == 1) return profiles[0];
  return absl::FailedPreconditionError(
      absl::StrCat("none of ", profiles.size(), " profiles is the default"));
}

ProfilesIni ParseProfilesIni(absl::string_view profiles_text, absl::string_view installs_text,
                             absl::string_view folder) {
  ProfilesIni ini;
  Issues issues(ini);
  const Sections profiles_file = IniReader(kProfilesFile, issues).Read(profiles_text);
  const Sections installs_file = IniReader(kInstallsFile, issues).Read(installs_text);
  const auto general = profiles_file.find("General");
  if (general != profiles_file.end()) {
    const std::string* start = general->second.Find("StartWithLastProfile");
    ini.start_with_last_profile = start == nullptr || *start != "0";
    const std::string* version = general->second.Find("Version");
    if (version != nullptr && !absl::SimpleAtoi(*version, &ini.version)) {
      ini.version = 1;
      issues.Add(Kind::kBadLine, kProfilesFile, general->second.line,
                 absl::StrCat("Version is not a number: ", *version));
    }
  }
  ReadProfiles(profiles_file, folder, issues, ini);
  ReadInstalls(profiles_file, installs_file, issues, ini);
  return ini;
}

absl::StatusOr<ProfilesIni> ReadProfilesIni(absl::string_view path) {
  absl::StatusOr<std::string> profiles_text = ReadFile(std::string(path));
  if (!profiles_text.ok()) return profiles_text.status();
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(std::string(path), error);
  if (error) return FileError(error.value(), "find the folder of", path);
  const std::string folder = absolute.parent_path().string();
  absl::StatusOr<std::string> installs_text = ReadFile(absl::StrCat(folder, "/", kInstallsFile));
  if (!installs_text.ok() && !absl::IsNotFound(installs_text.status())) {
    return installs_text.status();
  }
  return ParseProfilesIni(*profiles_text, installs_text.value_or(""), folder);
}

}  // namespace psm
