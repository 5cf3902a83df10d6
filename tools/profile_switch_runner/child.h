// Child: another process of this program, or any command, with a pipe each way.
//
//   auto child = Child::Start(SelfCommand({"--role=examiner"}));
//   absl::Status sent = (*child)->SendLine("job");
//   absl::StatusOr<std::string> answer = (*child)->ReadLine(absl::Seconds(20));
//
// The child reads from descriptor kInput and writes to kOutput, since NSS prints on the standard
// ones. What it wrote before it died can still be read. It dies with the thread that started it.
//
// Thread rule: one thread at a time.
// How it fails: ReadLine: DeadlineExceeded; Unavailable at the end of what a dead child wrote.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_CHILD_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_CHILD_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace psm::runner {

class Child {
 public:
  static constexpr int kInput = 3;
  static constexpr int kOutput = 4;

  static absl::StatusOr<std::unique_ptr<Child>> Start(std::vector<std::string> command);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();  // kills it, if it lives

  absl::Status SendLine(absl::string_view line);
  absl::StatusOr<std::string> ReadLine(absl::Duration timeout);
  // Readable when ReadLine has something to do.
  int output() const { return from_child_; }

  pid_t pid() const { return pid_; }  // 0 once it was waited for
  void Kill();
  // Its end, as waitpid has it. Kills it after `timeout`: DeadlineExceeded.
  absl::StatusOr<int> Wait(absl::Duration timeout);

 private:
  Child(pid_t pid, int to_child, int from_child)
      : pid_(pid), to_child_(to_child), from_child_(from_child) {}

  pid_t pid_;
  int to_child_;
  int from_child_;
  std::string unread_;
};

// This program with other options.
std::vector<std::string> SelfCommand(std::vector<std::string> options);

// "exit status 1", "SIGSEGV"
std::string DescribeEnd(int status);

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_CHILD_H_
