// The commands of profile_doctor.

#ifndef TOOLS_PROFILE_DOCTOR_COMMANDS_H_
#define TOOLS_PROFILE_DOCTOR_COMMANDS_H_

#include <string>

#include "absl/time/time.h"
#include "tools/profile_doctor/findings.h"

namespace psm::doctor {

struct Options {
  std::string command;
  std::string profile;
  std::string backup;  // "": the newest
  int keep = 5;
  bool fresh = false;
  absl::Duration budget = absl::Minutes(1);
};

bool IsCommand(const std::string& name);

Findings Carry(const Options& options);

}  // namespace psm::doctor

#endif  // TOOLS_PROFILE_DOCTOR_COMMANDS_H_
