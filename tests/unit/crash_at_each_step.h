// Runs a function in a child that is killed just before its nth system call that changes a file
// or a folder, for each n in turn: where a crash can leave things.
//
//   CrashAtEachStep([&] { Prepare(); }, [&] { Work(); }, [&](int step) { Inspect(); });
//
// `prepare` runs in this process before each child, `inspect` after it, also after the last one,
// which was not killed. A kill is no power cut: what was written before it stays.

#ifndef TESTS_UNIT_CRASH_AT_EACH_STEP_H_
#define TESTS_UNIT_CRASH_AT_EACH_STEP_H_

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace psm {

inline bool ChangesFiles(const user_regs_struct& registers) {
  switch (registers.orig_rax) {
    case SYS_open:
      return (registers.rsi & O_CREAT) != 0;
    case SYS_openat:
      return (registers.rdx & O_CREAT) != 0;
    case SYS_write:
    case SYS_pwrite64:
    case SYS_ftruncate:
    case SYS_fsync:
    case SYS_fdatasync:
    case SYS_rename:
    case SYS_renameat:
    case SYS_renameat2:
    case SYS_link:
    case SYS_linkat:
    case SYS_unlink:
    case SYS_unlinkat:
    case SYS_mkdir:
    case SYS_mkdirat:
    case SYS_rmdir:
      return true;
    default:
      return false;
  }
}

// True if the child ended of itself, with status 0, before its nth such call.
inline bool RunUntilStep(int n, const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  bool entering = true;
  int steps = 0;
  while (ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) == 0 &&
         waitpid(child, &status, 0) == child) {
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "at the end: " << status;
      return true;
    }
    if (!WIFSTOPPED(status) || WSTOPSIG(status) != (SIGTRAP | 0x80)) continue;
    user_regs_struct registers;
    if (entering && ptrace(PTRACE_GETREGS, child, nullptr, &registers) == 0 &&
        ChangesFiles(registers) && ++steps == n) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return false;
    }
    entering = !entering;
  }
  ADD_FAILURE() << "the child cannot be traced";
  return true;
}

// How many steps there were.
inline int CrashAtEachStep(const std::function<void()>& prepare, const std::function<void()>& work,
                           const std::function<void(int)>& inspect) {
  for (int step = 1;; ++step) {
    prepare();
    const bool finished = RunUntilStep(step, work);
    inspect(step);
    if (finished || ::testing::Test::HasFatalFailure()) return step - 1;
  }
}

}  // namespace psm

#endif  // TESTS_UNIT_CRASH_AT_EACH_STEP_H_
