#include "tools/profile_switch_runner/certutil.h"

#include <sys/wait.h>

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "tools/profile_switch_runner/child.h"

namespace psm::runner {
namespace {

constexpr absl::Duration kDeadline = absl::Seconds(20);
constexpr int kNoSuchCommand = 127;

// What it prints is for us.
std::vector<std::string> Command(std::vector<std::string> arguments) {
  std::vector<std::string> command = {
      "/bin/sh", "-c", absl::StrCat("exec certutil \"$@\" </dev/null >&", Child::kOutput, " 2>&1"),
      "certutil"};
  for (std::string& argument : arguments) command.push_back(std::move(argument));
  return command;
}

}  // namespace

absl::Status RunCertutil(std::vector<std::string> arguments) {
  absl::StatusOr<std::unique_ptr<Child>> child = Child::Start(Command(std::move(arguments)));
  if (!child.ok()) return child.status();
  std::string said;
  absl::StatusOr<std::string> line;
  while ((line = (*child)->ReadLine(kDeadline)).ok()) absl::StrAppend(&said, " ", *line);
  if (absl::IsDeadlineExceeded(line.status())) (*child)->Kill();
  absl::StatusOr<int> end = (*child)->Wait(kDeadline);
  if (!absl::IsUnavailable(line.status())) return line.status();
  if (!end.ok()) return end.status();
  if (*end == 0) return absl::OkStatus();
  const std::string text = absl::StrCat("certutil: ", DescribeEnd(*end), ":", said);
  if (WIFEXITED(*end) && WEXITSTATUS(*end) == kNoSuchCommand) return absl::NotFoundError(text);
  return absl::InternalError(text);
}

}  // namespace psm::runner
