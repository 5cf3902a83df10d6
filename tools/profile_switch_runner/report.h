// What a run came to: for a person (PrintSummary) and for a program (ToJson), with the same
// figures.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_REPORT_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_REPORT_H_

#include <stdio.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "tools/profile_switch_runner/driver.h"
#include "tools/profile_switch_runner/findings.h"
#include "tools/profile_switch_runner/growth.h"
#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/profile_set.h"
#include "tools/profile_switch_runner/raw_control.h"
#include "tools/profile_switch_runner/workload.h"

namespace psm::runner {

enum class Verdict { kHeld, kFailed, kNotJudged };

struct Guarantee {
  std::string name;
  Verdict verdict;
  std::string detail;
};

struct RunReport {
  const Options& options;
  const ProfileSet& profiles;
  const DriverTally& driver;
  uint64_t mode_flips;
  WorkloadTally workload;
  GrowthResult growth;
  const Findings& findings;
  bool stopped_early;
  absl::Duration took;
};

std::vector<Guarantee> Judge(const RunReport& report);
bool AllHeld(const std::vector<Guarantee>& guarantees);

void PrintSummary(const RunReport& report, FILE* out);
std::string ToJson(const RunReport& report);

void PrintRawControl(const Options& options, const RawControlResult& result, FILE* out);
std::string ToJson(const Options& options, const RawControlResult& result);

absl::Status WriteJson(const std::string& path, const std::string& text);

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_REPORT_H_
