// A test of this program, run by another process of it: to be killed, or not to hang this one.

#ifndef TESTS_UNIT_CHILD_PROCESS_H_
#define TESTS_UNIT_CHILD_PROCESS_H_

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "shutdown/clock.h"
#include "tests/unit/test_data.h"

namespace psm {

struct ChildEnd {
  bool killed = false;  // at the deadline
  int status = 0;       // what it exited with; 128 + the signal that it died of
  std::string output;
};

// `filter` as in --gtest_filter. `environment` is "NAME=value".
inline ChildEnd RunTestInChild(const std::string& filter,
                               const std::vector<std::string>& environment,
                               absl::Duration deadline) {
  const ScratchDir scratch;
  const std::string output = scratch.File("output");
  const std::string filter_flag = "--gtest_filter=" + filter;
  const pid_t child = fork();
  if (child == 0) {
    const int fd = open(output.c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(fd, 1);
    dup2(fd, 2);
    for (const std::string& variable : environment) putenv(strdup(variable.c_str()));
    unsetenv("GTEST_OUTPUT");
    unsetenv("GTEST_TOTAL_SHARDS");
    execl("/proc/self/exe", "child", filter_flag.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  ChildEnd end;
  int status = 0;
  const absl::Duration limit = MonotonicNow() + deadline;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (MonotonicNow() < limit) {
      absl::SleepFor(absl::Milliseconds(1));
      continue;
    }
    end.killed = true;
    kill(child, SIGKILL);
    EXPECT_EQ(waitpid(child, &status, 0), child);
    break;
  }
  end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  end.output = ReadWholeFile(output);
  return end;
}

inline std::string FromEnvironment(const char* name) {
  const char* value = getenv(name);
  return value == nullptr ? "" : value;
}

// Whether this process is that of RunsInChild, below.
inline bool IsChildOfTest() { return !FromEnvironment("PSM_CASE").empty(); }

// Runs the test that calls it, from its start, in a process of its own, which has a scratch
// folder in PSM_CASE; expects that it passes there, in time. False: this is that process.
inline bool RunsInChild(std::vector<std::string> environment, absl::Duration deadline) {
  if (IsChildOfTest()) return false;
  const ScratchDir scratch;
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  environment.push_back("PSM_CASE=" + scratch.path());
  const ChildEnd end = RunTestInChild(std::string(test->test_suite_name()) + "." + test->name(),
                                      environment, deadline);
  EXPECT_FALSE(end.killed) << "it did not end in time:\n" << end.output;
  EXPECT_EQ(end.status, 0) << end.output;
  return true;
}

}  // namespace psm

#endif  // TESTS_UNIT_CHILD_PROCESS_H_
