// A sandbox that refuses membarrier or madvise, before the gate is prepared and after. Each test
// has a process of its own, since a filter cannot be taken off.

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"

namespace psm {
namespace {

// From here on, this thread and those it makes get `error` from system call `number`; with
// `argument`, only when the third argument is that.
void Refuse(int number, int error, int argument = -1) {
  const auto refuse = static_cast<uint32_t>(SECCOMP_RET_ERRNO | (error & SECCOMP_RET_DATA));
  const auto third = static_cast<uint32_t>(argument);
  const uint8_t any = argument < 0 ? 1 : 0;
  sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(number), 0, 4),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, third, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JA, static_cast<uint32_t>(any ? 0 : 1), 0, 0),
      BPF_STMT(BPF_RET | BPF_K, refuse),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{sizeof code / sizeof code[0], code};
  ASSERT_EQ(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
  ASSERT_EQ(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), 0);
}

// Readers against a drainer that takes plain memory down and up. True if nobody was inside while it
// was down.
bool StressPasses() {
  volatile bool up = true;
  std::atomic<bool> stop{false};
  std::atomic<int> bad{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!stop) {
        GateEntry outer("outer");
        if (!outer.ok()) continue;
        GateEntry inner("inner");
        if (!inner.ok() || !up) ++bad;
      }
    });
  }
  for (int i = 0; i < 2000; ++i) {
    if (GateControl::Drain(kHang).result != DrainResult::kOk) ++bad;
    up = false;
    up = true;
    if (!GateControl::Open().ok()) ++bad;
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  return bad == 0;
}

class MembarrierRefusedTest : public testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(With, MembarrierRefusedTest, testing::Values(EPERM, ENOSYS),
                         [](const testing::TestParamInfo<int>& info) {
                           return info.param == EPERM ? "Eperm" : "Enosys";
                         });

TEST_P(MembarrierRefusedTest, BeforePrepareMeansTheFallback) {
  EXPECT_IN_FRESH_PROCESS([] {
    Refuse(SYS_membarrier, GetParam());
    EXPECT_EQ(GateControl::Prepare().fence, GateFence::kSeqCst);
  });
}

TEST_P(MembarrierRefusedTest, BeforePrepareLeavesAGateThatWorks) {
  EXPECT_IN_FRESH_PROCESS([] {
    Refuse(SYS_membarrier, GetParam());
    OpenGate();
    EXPECT_TRUE(StressPasses());
  });
}

TEST_P(MembarrierRefusedTest, AfterPrepareIsReportedByTheDrain) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    Refuse(SYS_membarrier, GetParam());
    EXPECT_EQ(GateControl::Drain(kHang).result, DrainResult::kNoBarrier);
  });
}

TEST_P(MembarrierRefusedTest, AfterPrepareIsReportedWithItsErrno) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    Refuse(SYS_membarrier, GetParam());
    EXPECT_EQ(GateControl::Drain(kHang).error, GetParam());
  });
}

TEST_P(MembarrierRefusedTest, AfterPrepareLeavesTheGateOpen) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    Refuse(SYS_membarrier, GetParam());
    (void)GateControl::Drain(kHang);
    EXPECT_TRUE(GateEntry("test").ok());
  });
}

TEST_P(MembarrierRefusedTest, AfterPrepareLeavesNssUp) {  // I4
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    Refuse(SYS_membarrier, GetParam());
    (void)GateControl::Drain(kHang);
    EXPECT_FALSE(GateControl::AdvanceGeneration().ok());
  });
}

TEST_P(MembarrierRefusedTest, AfterAnUnfinishedDrainLeavesTheGateClosed) {
  EXPECT_IN_FRESH_PROCESS([] {
    OpenGate();
    Holder holder("holder");
    ASSERT_EQ(GateControl::Drain(kShort).result, DrainResult::kDeadline);
    Refuse(SYS_membarrier, GetParam());
    EXPECT_EQ(GateControl::Drain(kShort).result, DrainResult::kNoBarrier);
    EXPECT_EQ(GateEntry("test").refusal(), GateRefusal::kClosed);
    EXPECT_TRUE(GateControl::Resume().ok());
  });
}

TEST(MadviseRefusedTest, IsReportedByPrepare) {
  EXPECT_IN_FRESH_PROCESS([] {
    Refuse(SYS_madvise, EPERM, MADV_WIPEONFORK);
    EXPECT_FALSE(GateControl::Prepare().wipe_on_fork);
  });
}

TEST(MadviseRefusedTest, LeavesForkDetected) {
  EXPECT_IN_FRESH_PROCESS([] {
    Refuse(SYS_madvise, EPERM, MADV_WIPEONFORK);
    OpenGate();
    const pid_t child = fork();
    if (child == 0) _exit(GateEntry("child").refusal() == GateRefusal::kForked ? 0 : 1);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  });
}

}  // namespace
}  // namespace psm
