#include <stdint.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tools/profile_switch_runner/acknowledged.h"
#include "tools/profile_switch_runner/chaos_kinds.h"
#include "tools/profile_switch_runner/child.h"
#include "tools/profile_switch_runner/driver.h"
#include "tools/profile_switch_runner/roles.h"

namespace psm::runner {
namespace {

constexpr uint64_t kStartMs = 250;  // what a start takes, about
constexpr uint64_t kWorkMs = 300;

// Lets a writer work on `dir` for a while, and kills it. What it said before it died.
absl::StatusOr<Acknowledged> WorkAndBeKilled(const std::string& dir, const std::string& password,
                                             uint64_t variant) {
  absl::StatusOr<std::unique_ptr<Child>> writer =
      Child::Start(RoleCommand("writer", {dir, password, absl::StrCat(variant)}));
  if (!writer.ok()) return writer.status();
  Acknowledged acknowledged;
  absl::StatusOr<std::string> line;
  const bool while_it_starts = variant % 4 == 0;
  if (!while_it_starts) {
    line = (*writer)->ReadLine(kPatience);
    if (!line.ok()) return line.status();
    const absl::Status noted = acknowledged.Note(*line);
    if (!noted.ok()) return noted;
  }
  absl::SleepFor(
      absl::Microseconds(variant * 7919 % (1000 * (while_it_starts ? kStartMs : kWorkMs))));
  (*writer)->Kill();
  const absl::StatusOr<int> end = (*writer)->Wait(kPatience);
  if (!end.ok()) return end.status();
  if (DescribeEnd(*end) != "SIGKILL") {
    return absl::InternalError(absl::StrCat("the writer ended by itself: ", DescribeEnd(*end)));
  }
  while ((line = (*writer)->ReadLine(kPatience)).ok()) {
    const absl::Status noted = acknowledged.Note(*line);
    if (!noted.ok()) return noted;
  }
  if (!absl::IsUnavailable(line.status())) return line.status();
  return acknowledged;
}

}  // namespace

void Kill(Driver& driver, const Step& step) {
  const Profile& profile = driver.profiles()[step.target];
  const ProfileCopy copy(driver, step.target);
  const absl::StatusOr<Acknowledged> acknowledged =
      WorkAndBeKilled(copy.dir(), profile.password, step.variant);
  if (!acknowledged.ok()) driver.Broken(absl::StrCat("kill: ", acknowledged.status().ToString()));
  const absl::StatusOr<OpenReport> opened = driver.ChangeToCopy(copy.dir(), step.target);
  if (!opened.ok() || opened->outcome != OpenOutcome::kOk) {
    driver.Broken(absl::StrCat("kill: the profile of a killed process: ", Told(opened.status()),
                               opened.ok() ? OpenOutcomeName(opened->outcome) : ""));
  }
  if (opened.ok()) {
    absl::Status whole = HoldWorkers(driver);  // their key pairs come and go in halves
    whole.Update(driver.workload().CheckUsable(step.target));
    if (whole.ok() && acknowledged.ok()) whole = acknowledged->Check();
    driver.world().ReleaseWorkers();
    if (!whole.ok()) driver.Broken(absl::StrCat("kill: ", whole.ToString()));
    if (acknowledged.ok()) {
      driver.CountChecked("acknowledged by a killed process", acknowledged->size());
    }
  }
  driver.MustChange(step.target, step.events);
}

}  // namespace psm::runner
