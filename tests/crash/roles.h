// The processes of the crash laboratory, all of them this program again, and the two that its
// programs talk to.
//
//   int main(int argc, char** argv) {
//     absl::ParseCommandLine(argc, argv);
//     if (absl::optional<int> status = RunRole()) return *status;
//     ...
//
//   --role=     what the process does
//   worker      operations on the profiles of --state in --root (worker.h), until it is killed;
//               or its scripted life, with --life
//   examiner    ExamineProfile for each line it is sent, through one SecurityManager
//   opener      opens and closes the profiles of --state
//   planter     MakeBareProfile(--root)
//
// Thread rule: Examiner is used by one thread at a time.

#ifndef TESTS_CRASH_ROLES_H_
#define TESTS_CRASH_ROLES_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "tests/crash/examination.h"
#include "tests/crash/ledger.h"
#include "tools/profile_switch_runner/child.h"

namespace psm::crash {

using runner::Child;
using runner::DescribeEnd;
using runner::SelfCommand;

// Nothing if this is the main process.
absl::optional<int> RunRole();

// What a role is told on its command line.
struct RoleOptions {
  std::string role;
  std::string root;
  std::string state;  // a file with the ledgers, by profile
  std::string log;    // a file for the records; "": Child::kOutput
  std::string mode = "coordinated";
  std::string control;  // bare: the worker goes round the services
  uint64_t seed = 1;
  bool life = false;
};
std::vector<std::string> RoleCommand(const RoleOptions& options);

// Whether --control is something that a worker understands.
bool IsControlKnown();

absl::Status WriteState(const std::string& path,
                        const std::map<std::string, ProfileLedger>& ledgers);

// Makes the databases of `directory` as a program without psm would.
absl::Status PlantBareProfile(const std::string& directory);

// A process that examines profiles, started again after it has crashed or hung: that is a
// finding.
class Examiner {
 public:
  struct Result {
    std::vector<Finding> findings;
    ProfileLedger ledger;
  };
  Result Examine(const std::string& directory, const std::string& mode,
                 const ProfileLedger& ledger);

 private:
  absl::StatusOr<Json> Ask(const Json& question);

  std::unique_ptr<Child> child_;
};

}  // namespace psm::crash

#endif  // TESTS_CRASH_ROLES_H_
