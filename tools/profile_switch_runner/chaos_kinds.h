// The kinds of chaos that have a file of their own, and what they share with those in chaos.cc.
//
// Thread rule: the driver's thread.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_CHAOS_KINDS_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_CHAOS_KINDS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "psm/open_outcome.h"
#include "tools/profile_switch_runner/script.h"

namespace psm::runner {

class Driver;

// Another process has the target open, writes into the open profile, or has locked one of its
// databases.
void SecondProcess(Driver& driver, const Step& step);

// The target is damaged; refused, restored or begun anew, as the policy says.
void Corrupt(Driver& driver, const Step& step);

// A process that works on a profile is killed; what it had acknowledged is looked for.
void Kill(Driver& driver, const Step& step);

// How long anything that must happen may take, on a machine that is busy with other things.
inline constexpr absl::Duration kPatience = absl::Seconds(20);

std::string Told(const absl::Status& status);

// World::HoldWorkers. DeadlineExceeded after kPatience; to be released all the same.
[[nodiscard]] absl::Status HoldWorkers(Driver& driver);

// How a target is refused: before the open profile is touched.
struct Refusal {
  absl::StatusCode code;
  OpenOutcome outcome;
  std::vector<std::string> named;  // all in the message
  absl::Duration within = absl::Seconds(5);
};
// By the events and by a call. The profile stays, and is usable.
void Refuses(Driver& driver, const std::string& target, const Refusal& expected);

// A profile as it was planted, in a folder that is removed at the end: not while it is open.
class ProfileCopy {
 public:
  ProfileCopy(Driver& driver, int of);
  ~ProfileCopy();
  ProfileCopy(const ProfileCopy&) = delete;
  ProfileCopy& operator=(const ProfileCopy&) = delete;

  const std::string& dir() const { return dir_; }

 private:
  const std::string dir_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_CHAOS_KINDS_H_
