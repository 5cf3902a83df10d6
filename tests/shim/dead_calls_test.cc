// Every gated function, called while NSS is not live, through psm::nss::X and through psm_nss_X:
// it comes back, answers what the coverage table says, sets SEC_ERROR_NOT_INITIALIZED, and touches
// no argument. dead_calls_control_test shows what the same calls do to bare NSS.
//
//   state               arguments
//   never initialised   memory that nobody may touch
//   busy                objects that are still held: NSS_Shutdown answered SEC_ERROR_BUSY
//   clean shutdown      objects of before, released: the pointers dangle
//   forked child        the parent's objects; the parent's NSS is live
//
// A function of the classes OID and EARLY runs in the first three, with memory that it may touch:
// its tables work at any time. One that dies of its sample arguments in a live NSS is left out
// there.

#include "tests/shim/dead_calls.h"

#include <gtest/gtest.h>
#include <secerr.h>
#include <secport.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "tests/shim/samples.h"
#include "tests/shim/samples_owner.h"
#include "tests/unit/test_data.h"

namespace psm::shim_testing {
namespace {

constexpr unsigned kCallDeadlineS = 20;

// What one call came to; the child that makes it writes it into memory that it shares.
struct Outcome {
  enum { kNotCalled, kCalled, kReturned } progress;
  bool as_documented;
  int error;
};

struct Form {
  const char* name;
  const std::vector<DeadCall>& (*calls)();
};
constexpr Form kForms[] = {{"C++", CppCalls}, {"C", CCalls}};

struct State {
  const char* name;
  bool forked;
  bool untouchable;  // the arguments
  // Brings a fresh process into the state. `profile` is a filled one.
  void (*enter)(const std::string& profile);
};

bool Runs(const State& state, const DeadCall& call) {
  return RunsDead(call.call_class) && !state.forked;
}

// Of what RunInChild returns.
bool Hung(const std::string& end) { return absl::StartsWith(end, "no end"); }

std::unique_ptr<SecurityManager> OpenManager(const std::string& profile) {
  SecurityManager::Config config;
  static PreferenceService* const preferences = MakePreferenceService().release();
  config.preferences = preferences;
  absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
      SecurityManager::Create(std::move(config));
  Require(manager.ok() && (*manager)->OpenProfile(profile).ok(), "to open the profile");
  return *std::move(manager);
}

constexpr State kStates[] = {
    {"never initialised", false, true, [](const std::string& /*profile*/) {}},
    {"busy", false, false,
     [](const std::string& profile) {
       OpenBare(profile);
       HoldSamples();
       Require(CloseBare() == SEC_ERROR_BUSY, "NSS_Shutdown to be busy");
     }},
    {"clean shutdown", false, false,
     [](const std::string& profile) {
       std::unique_ptr<SecurityManager> manager = OpenManager(profile);
       HoldSamples();
       ReleaseSamples();
       absl::StatusOr<CloseReport> closed = manager->CloseProfile();
       Require(closed.ok() && closed->way == SwitchWay::kShutdown, "NSS_Shutdown");
     }},
    {"forked child", true, false,
     [](const std::string& profile) {
       OpenManager(profile).release();  // the process ends without it
       HoldSamples();
     }},
};

class DeadCallsTest : public testing::Test {
 protected:
  DeadCallsTest() {
    std::vector<NamedCall> oid;
    for (size_t i = 0; i < RawCalls().size(); ++i) {
      if (RunsDead(CCalls()[i].call_class)) oid.push_back(RawCalls()[i]);
    }
    LeaveOutWhatDies(oid, HoldSamples);
    LeaveOutWhatDies(oid, HoldMemorySamples);
  }

  void LeaveOutWhatDies(const std::vector<NamedCall>& calls, void (*hold)()) {
    const std::vector<End> ends = EndsAfter(
        [&] {
          OpenBare(profile_);
          hold();
        },
        calls);
    for (size_t i = 0; i < calls.size(); ++i) {
      if (ends[i] != End::kReturned) left_out_.insert(calls[i].name);
    }
  }

  void Call(const State& state, const std::vector<DeadCall>& calls, Outcome* outcomes,
            size_t first) {
    SampleObjects touchable = {};
    SampleObjects untouchable = {};
    if (state.untouchable) {
      HoldMemorySamples();
      touchable = g_samples;
      HoldUntouchableSamples();
      untouchable = g_samples;
    }
    for (size_t i = first; i < calls.size(); ++i) {
      const bool runs = Runs(state, calls[i]);
      outcomes[i].progress = Outcome::kCalled;
      if (!runs || left_out_.count(calls[i].name) == 0) {
        if (state.untouchable) g_samples = runs ? touchable : untouchable;
        alarm(kCallDeadlineS);
        PORT_SetError(0);
        outcomes[i].as_documented = calls[i].call();
        outcomes[i].error = PORT_GetError();
      }
      outcomes[i].progress = Outcome::kReturned;
    }
  }

  // Brings a child into the state, and a child of that if it is to be a forked one; makes the calls
  // from `first` on.
  std::string CallInChild(const State& state, const std::vector<DeadCall>& calls, Outcome* outcomes,
                          size_t first) {
    const std::string profile = CopyOf(profile_, "copy" + std::to_string(++copies_));
    return RunInChild([&] {
      state.enter(profile);
      if (!state.forked) {
        Call(state, calls, outcomes, first);
        return;
      }
      const std::string end = RunInChild([&] { Call(state, calls, outcomes, first); });
      if (!end.empty()) raise(Hung(end) ? SIGALRM : SIGABRT);
    });
  }

  // Makes all the calls of a form in a state; a child that dies is followed by another.
  void Sweep(const State& state, const Form& form) {
    SCOPED_TRACE(std::string(form.name) + ", " + state.name);
    const std::vector<DeadCall>& calls = form.calls();
    const size_t size = calls.size() * sizeof(Outcome);
    void* shared = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(shared, MAP_FAILED);
    auto* outcomes = static_cast<Outcome*>(shared);
    for (size_t first = 0; first < calls.size();) {
      const std::string end = CallInChild(state, calls, outcomes, first);
      while (first < calls.size() && outcomes[first].progress == Outcome::kReturned) ++first;
      if (first == calls.size()) {
        EXPECT_EQ(end, "");
        break;
      }
      ASSERT_EQ(outcomes[first].progress, Outcome::kCalled) << "could not enter the state: " << end;
      ++(Hung(end) ? hangs_ : crashes_);
      ADD_FAILURE() << calls[first].name << ": " << end;
      ++first;
    }
    for (size_t i = 0; i < calls.size(); ++i) {
      if (outcomes[i].progress == Outcome::kReturned) Check(state, calls[i], outcomes[i]);
    }
    munmap(shared, size);
  }

  static void Check(const State& state, const DeadCall& call, const Outcome& outcome) {
    if (Runs(state, call)) return;
    EXPECT_TRUE(outcome.as_documented) << call.name << " answers something else";
    EXPECT_EQ(outcome.error, SEC_ERROR_NOT_INITIALIZED) << call.name;
  }

  ScratchDir scratch_;
  const std::string profile_ = NewSampleProfile(scratch_.path());
  std::set<std::string> left_out_;
  int copies_ = 0;
  int crashes_ = 0;
  int hangs_ = 0;
};

TEST_F(DeadCallsTest, EveryGatedFunctionIsRefusedInEveryDeadState) {
  ASSERT_GT(CppCalls().size(), 900u);
  ASSERT_GE(CCalls().size(), CppCalls().size());
  for (const State& state : kStates) {
    for (const Form& form : kForms) Sweep(state, form);
  }
  printf("dead calls: %zu functions x %zu states, C and C++: %d crashes, %d hangs\n",
         CCalls().size(), std::size(kStates), crashes_, hangs_);
  for (const std::string& name : left_out_) printf("left out where it runs: %s\n", name.c_str());
  EXPECT_LE(left_out_.size(), 2u);
  EXPECT_EQ(crashes_ + hangs_, 0);
}

}  // namespace
}  // namespace psm::shim_testing
