#include "tests/shim/samples_owner.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/generated/raw.h"
#include "shutdown/gate_control.h"
#include "shutdown/registry.h"
#include "tests/shim/samples.h"

namespace psm::shim_testing {

namespace {

constexpr unsigned kCallDeadlineS = 5;
constexpr unsigned kSweepDeadlineS = 600;

End EndOf(const NamedCall& call) {
  fflush(nullptr);
  const pid_t child = fork();
  Require(child >= 0, "fork");
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDOUT_FILENO);  // a few of them print
    dup2(nowhere, STDERR_FILENO);
    alarm(kCallDeadlineS);
    call.call();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) return End::kHung;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? End::kReturned : End::kCrashed;
}

// Of this process, from its making on: a child inherits GoogleTest's own count.
class FailureCount : public testing::EmptyTestEventListener {
 public:
  int count() const { return count_; }

 private:
  void OnTestPartResult(const testing::TestPartResult& result) override {
    if (result.failed()) ++count_;
  }
  int count_ = 0;
};

}  // namespace

std::string NewSampleProfile(const std::string& scratch) {
  const std::string folder = absl::StrCat(scratch, "/sample_profile");
  std::filesystem::create_directory(folder);
  EXPECT_EQ(RunInChild([&] {
              OpenBare(folder);
              FillSampleProfile();
              EXPECT_EQ(CloseBare(), 0);
            }),
            "");
  return folder;
}

ScratchDir* SampleProfileTest::scratch_;
std::string SampleProfileTest::pristine_;

void SampleProfileTest::SetUpTestSuite() {
  scratch_ = new ScratchDir;
  pristine_ = NewSampleProfile(scratch_->path());
}

void SampleProfileTest::TearDownTestSuite() {
  delete scratch_;
  scratch_ = nullptr;
}

std::string CopyOf(const std::string& profile, const std::string& name) {
  const std::string copy = std::filesystem::path(profile).replace_filename(name);
  std::filesystem::copy(profile, copy);
  return copy;
}

bool InitialiseBare(const std::string& folder) {
  return psm_raw_NSS_Initialize(absl::StrCat("sql:", folder).c_str(), "", "", SECMOD_DB,
                                NSS_INIT_NOMODDB | NSS_INIT_NOROOTINIT) == SECSuccess;
}

void OpenBare(const std::string& folder) {
  GateControl::Prepare();
  Require(GateControl::AdvanceGeneration().ok(), "AdvanceGeneration");
  Require(InitialiseBare(folder), "NSS_Initialize");
  Require(GateControl::Open().ok(), "Open");
}

int CloseBare() {
  Require(GateControl::Drain(absl::Seconds(5)).result == DrainResult::kOk, "Drain");
  const GateOwnerScope owner("CloseBare");
  Registry::Evaporate();
  return psm_raw_NSS_Shutdown() == SECSuccess ? 0 : PORT_GetError();
}

int OpenDatabases() {
  int open = 0;
  std::error_code ignored;
  for (const auto& descriptor : std::filesystem::directory_iterator("/proc/self/fd")) {
    const std::string file = std::filesystem::read_symlink(descriptor, ignored).string();
    if (absl::EndsWith(file, "/cert9.db") || absl::EndsWith(file, "/key4.db")) ++open;
  }
  return open;
}

std::string RunInChild(const std::function<void()>& body, unsigned deadline_s) {
  fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) return "fork failed";
  if (child == 0) {
    alarm(deadline_s);
    auto* const failures = new FailureCount;
    testing::UnitTest::GetInstance()->listeners().Append(failures);
    body();
    fflush(nullptr);
    _exit(failures->count() == 0 ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) {
    return WTERMSIG(status) == SIGALRM ? absl::StrCat("no end after ", deadline_s, " s")
                                       : absl::StrCat("died of ", strsignal(WTERMSIG(status)));
  }
  return WEXITSTATUS(status) == 0 ? "" : absl::StrCat("left with ", WEXITSTATUS(status));
}

std::vector<End> EndsAfter(const std::function<void()>& set_up,
                           const std::vector<NamedCall>& calls) {
  std::vector<End> ends(calls.size(), End::kCrashed);
  const auto size = static_cast<ssize_t>(ends.size() * sizeof(End));
  int pipe_ends[2];
  Require(pipe(pipe_ends) == 0, "pipe");
  const std::string end = RunInChild(
      [&] {
        set_up();
        for (size_t i = 0; i < calls.size(); ++i) ends[i] = EndOf(calls[i]);
        Require(write(pipe_ends[1], ends.data(), size) == size, "write");
      },
      kSweepDeadlineS);
  EXPECT_EQ(end, "");
  close(pipe_ends[1]);
  if (end.empty()) Require(read(pipe_ends[0], ends.data(), size) == size, "read");
  close(pipe_ends[0]);
  return ends;
}

}  // namespace psm::shim_testing
