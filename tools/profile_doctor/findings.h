// What a command found and did, and how it is told: as text for people, or as one JSON object.

#ifndef TOOLS_PROFILE_DOCTOR_FINDINGS_H_
#define TOOLS_PROFILE_DOCTOR_FINDINGS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/optional.h"
#include "nss_glue/database_check.h"

namespace psm::doctor {

// The exit status.
enum class Verdict { kSound = 0, kProblem = 1, kCannot = 2 };

struct Problem {
  std::string kind;  // "damaged", "missing", "unfinished write", "unfinished restore"
  std::string file;  // "" if it is about the whole profile
  std::string what;
};

struct Findings {
  std::string command;
  std::string profile;
  absl::Status cannot;  // why the command could not be carried out
  std::vector<Problem> problems;
  std::vector<std::string> notes;  // worth knowing; nothing is wrong
  std::vector<std::string> done;   // what was changed
  absl::optional<ProfileFacts> facts;
  absl::optional<std::vector<std::string>> backups;  // newest first
  std::string backup;                                // that was made, verified or restored
  std::vector<std::string> replaced;                 // where what was replaced is kept

  Verdict verdict() const;
  std::string ToText() const;
  std::string ToJson() const;
};

}  // namespace psm::doctor

#endif  // TOOLS_PROFILE_DOCTOR_FINDINGS_H_
