// The other processes of a run, this program again:
//
//   profile_switch_runner --role=NAME ARGUMENT...
//
//   role      arguments            what it does
//   host      DIR                  opens DIR as another host would; says "open", and has it open
//                                  until it is sent a line; or says the outcome, and the message
//   locker    FILE                 takes the write lock of a database; says "locked"; holds it
//   examiner  DIR                  SQLite's integrity_check of both databases; says "ok", or what
//                                  is wrong
//   writer    DIR PASSWORD SEED    works until it is killed; says what it does (acknowledged.h)
//
//   auto child = Child::Start(RoleCommand("host", {dir}));
//   absl::StatusOr<std::string> said = (*child)->ReadLine(kPatience);
//
// It says lines on Child::kOutput. Exit status 1 and a line on the standard error: it could not do
// that.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_ROLES_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_ROLES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace psm::runner {

std::vector<std::string> RoleCommand(absl::string_view role, std::vector<std::string> arguments);

// The exit status; nothing if this is the main process.
absl::optional<int> RunRole(const std::vector<std::string>& arguments);

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_ROLES_H_
