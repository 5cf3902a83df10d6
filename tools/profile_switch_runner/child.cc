#include "tools/profile_switch_runner/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "shutdown/clock.h"

namespace psm::runner {

absl::StatusOr<std::unique_ptr<Child>> Child::Start(std::vector<std::string> command) {
  int to_child[2];
  int from_child[2];
  if (pipe2(to_child, O_CLOEXEC) != 0) return FileError(errno, "pipe", command[0]);
  if (pipe2(from_child, O_CLOEXEC) != 0) {
    const int error = errno;
    close(to_child[0]);
    close(to_child[1]);
    return FileError(error, "pipe", command[0]);
  }
  std::vector<char*> argv;
  for (std::string& argument : command) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    // Out of the way first, so that neither end is overwritten; the copies are not closed by
    // exec.
    const int input = fcntl(to_child[0], F_DUPFD_CLOEXEC, 10);
    const int output = fcntl(from_child[1], F_DUPFD_CLOEXEC, 10);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);  // Ctrl-C is for the parent
    if (getppid() != parent || dup2(input, kInput) < 0 || dup2(output, kOutput) < 0) _exit(127);
    execvp(argv[0], argv.data());
    _exit(127);
  }
  const int error = errno;
  close(to_child[0]);
  close(from_child[1]);
  if (pid < 0) {
    close(to_child[1]);
    close(from_child[0]);
    return FileError(error, "fork", command[0]);
  }
  return std::unique_ptr<Child>(new Child(pid, to_child[1], from_child[0]));
}

Child::~Child() {
  close(to_child_);
  close(from_child_);
  if (pid_ == 0) return;
  Kill();
  waitpid(pid_, nullptr, 0);
}

absl::Status Child::SendLine(absl::string_view line) {
  std::string text = absl::StrCat(line, "\n");
  for (absl::string_view rest = text; !rest.empty();) {
    const ssize_t count = write(to_child_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return FileError(errno, "write to a child", "pipe");
    rest.remove_prefix(static_cast<size_t>(count));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> Child::ReadLine(absl::Duration timeout) {
  const absl::Duration deadline = MonotonicNow() + timeout;
  for (;;) {
    const size_t end = unread_.find('\n');
    if (end != std::string::npos) {
      std::string line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return line;
    }
    const absl::Duration left = std::max(deadline - MonotonicNow(), absl::ZeroDuration());
    struct pollfd ready = {from_child_, POLLIN, 0};
    const timespec wait = absl::ToTimespec(left);
    const int polled = ppoll(&ready, 1, &wait, nullptr);
    if (polled < 0 && errno == EINTR) continue;
    if (polled < 0) return FileError(errno, "poll a child", "pipe");
    if (polled == 0) return absl::DeadlineExceededError("no answer from the child");
    char buffer[1 << 16];
    const ssize_t count = read(from_child_, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return FileError(errno, "read from a child", "pipe");
    // A line that was cut off by the child's death was not written.
    if (count == 0) return absl::UnavailableError("the child has ended");
    unread_.append(buffer, static_cast<size_t>(count));
  }
}

void Child::Kill() {
  if (pid_ != 0) kill(pid_, SIGKILL);
}

absl::StatusOr<int> Child::Wait(absl::Duration timeout) {
  const absl::Duration deadline = MonotonicNow() + timeout;
  int status = 0;
  pid_t ended = 0;
  while ((ended = waitpid(pid_, &status, WNOHANG)) == 0) {
    if (MonotonicNow() > deadline) {
      Kill();
      waitpid(pid_, &status, 0);
      pid_ = 0;
      return absl::DeadlineExceededError("the child did not end");
    }
    absl::SleepFor(absl::Microseconds(200));
  }
  if (ended < 0) return FileError(errno, "wait for a child", "process");
  pid_ = 0;
  return status;
}

std::vector<std::string> SelfCommand(std::vector<std::string> options) {
  options.insert(options.begin(), std::filesystem::read_symlink("/proc/self/exe").string());
  return options;
}

std::string DescribeEnd(int status) {
  if (WIFSIGNALED(status)) return absl::StrCat("SIG", sigabbrev_np(WTERMSIG(status)));
  return absl::StrCat("exit status ", WEXITSTATUS(status));
}

}  // namespace psm::runner
