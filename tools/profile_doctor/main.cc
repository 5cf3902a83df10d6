// profile_doctor: looks at a profile, backs it up and repairs it. --help says how.

#include <stdio.h>

#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/reflection.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/profile_doctor/commands.h"

ABSL_FLAG(std::string, backup, "", "");
ABSL_FLAG(int32_t, keep, 5, "");
ABSL_FLAG(bool, fresh, false, "");
ABSL_FLAG(bool, json, false, "");
ABSL_FLAG(absl::Duration, budget, absl::Minutes(1), "");

namespace psm::doctor {
namespace {

constexpr char kHelp[] =
    R"(profile_doctor COMMAND PROFILE [OPTION...]: looks at a profile folder (cert9.db, key4.db), backs it up, repairs it.

  check           are the databases whole, and what is in them. Changes nothing
  report          the same, and all there is to know about the folder and its backups. Changes nothing
  backup          makes a backup in PROFILE/psm-backups, and deletes the oldest
  list-backups    their names, newest first
  verify-backup   is a backup as it was made
  restore         puts a backup in the place of the profile's files, which are kept beside, named with the time
  repair          finishes or rolls back what was cut short; if the profile is damaged, restores its newest sound backup

  --backup=NAME   which backup (default: the newest; repair: the newest that is sound)
  --keep=N        how many backups there are to be after one was made (default 5)
  --fresh         repair: put nothing in the place of a damaged profile; NSS makes a new one at the next opening
  --json          one JSON object instead of text
  --budget=TIME   for each check and copy, such as 10s (default 1m)

The profile must not be in use for backup, restore and repair.
Exit status: 0 sound (or made so), 1 a problem was found (and is still there), 2 usage, or it cannot be done.
)";

constexpr absl::string_view kFlags[] = {"backup", "keep", "fresh", "json", "budget"};

absl::Status Usage(absl::string_view what) { return absl::InvalidArgumentError(what); }

// Abseil's own parser leaves with 1 on a bad flag, which here means a problem of the profile.
absl::StatusOr<Options> Parse(const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  for (const std::string& given : arguments) {
    absl::string_view argument = given;
    if (!absl::ConsumePrefix(&argument, "--")) {
      words.push_back(given);
      continue;
    }
    const size_t equals = argument.find('=');
    const absl::string_view name = argument.substr(0, equals);
    bool known = false;
    for (const absl::string_view flag : kFlags) known |= flag == name;
    if (!known) return Usage(absl::StrCat("unknown option: ", given));
    absl::CommandLineFlag* const flag = absl::FindCommandLineFlag(name);
    if (equals == absl::string_view::npos && !flag->IsOfType<bool>()) {
      return Usage(absl::StrCat(given, " needs a value: ", given, "=..."));
    }
    const std::string value(equals == absl::string_view::npos ? "true"
                                                              : argument.substr(equals + 1));
    std::string error;
    if (!flag->ParseFrom(value, &error)) return Usage(absl::StrCat(given, ": ", error));
  }
  if (words.size() != 2) return Usage("a command and a profile folder are needed");
  if (!IsCommand(words[0])) return Usage(absl::StrCat("no such command: ", words[0]));
  Options options = {words[0],
                     words[1],
                     absl::GetFlag(FLAGS_backup),
                     absl::GetFlag(FLAGS_keep),
                     absl::GetFlag(FLAGS_fresh),
                     absl::GetFlag(FLAGS_budget)};
  if (options.keep < 1) return Usage("--keep: at least 1");
  if (options.fresh && options.command != "repair") return Usage("--fresh is for repair");
  if (options.budget <= absl::ZeroDuration()) return Usage("--budget: more than nothing");
  return options;
}

int Main(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--help" || argument == "-h") {
      fputs(kHelp, stdout);
      return 0;
    }
  }
  const absl::StatusOr<Options> options = Parse(arguments);
  if (!options.ok()) {
    fprintf(stderr, "profile_doctor: %s\nprofile_doctor --help says more\n",
            std::string(options.status().message()).c_str());
    return static_cast<int>(Verdict::kCannot);
  }
  const Findings findings = Carry(*options);
  fputs((absl::GetFlag(FLAGS_json) ? findings.ToJson() : findings.ToText()).c_str(), stdout);
  return static_cast<int>(findings.verdict());
}

}  // namespace
}  // namespace psm::doctor

int main(int argc, char** argv) {
  return psm::doctor::Main(std::vector<std::string>(argv + 1, argv + argc));
}
