// CONTROL: NSS without the gate. The calls of dead_calls_test, made bare: how many of them crash or
// hang when NSS is down. A call counts only if the same call with the same arguments returns while
// NSS is live. If nothing crashed here, dead_calls_test would show nothing.

#include <gtest/gtest.h>
#include <secerr.h>
#include <stdio.h>

#include <string>
#include <vector>

#include "tests/shim/dead_calls.h"
#include "tests/shim/samples.h"
#include "tests/shim/samples_owner.h"
#include "tests/unit/test_data.h"

namespace psm::shim_testing {
namespace {

class DeadCallsControl : public testing::Test {
 protected:
  // Compares what the calls come to in two states, and prints it.
  static void ExpectDeaths(const std::vector<End>& live, const std::vector<End>& dead,
                           const char* state) {
    int informative = 0;
    int crashes = 0;
    int hangs = 0;
    std::string names;
    for (size_t i = 0; i < live.size(); ++i) {
      if (live[i] != End::kReturned) continue;
      ++informative;
      if (dead[i] == End::kReturned) continue;
      ++(dead[i] == End::kHung ? hangs : crashes);
      names += std::string(" ") + RawCalls()[i].name;
    }
    printf(
        "CONTROL, bare NSS, %s: %d crashes, %d hangs of %d calls that return while it is live "
        "(of %zu):%s\n",
        state, crashes, hangs, informative, live.size(), names.c_str());
    EXPECT_GT(crashes + hangs, 0);
  }

  ScratchDir scratch_;
  const std::string profile_ = NewSampleProfile(scratch_.path());
};

TEST_F(DeadCallsControl, BareCallsCrashAfterABusyShutdown) {
  // Each on databases of its own: the calls write.
  const auto hold_on = [this](const char* name) {
    OpenBare(CopyOf(profile_, name));
    HoldSamples();
  };
  const std::vector<End> live = EndsAfter([&] { hold_on("live"); }, RawCalls());
  const std::vector<End> dead = EndsAfter(
      [&] {
        hold_on("busy");
        ASSERT_EQ(CloseBare(), SEC_ERROR_BUSY);
      },
      RawCalls());
  ExpectDeaths(live, dead, "after a shutdown that answered SEC_ERROR_BUSY");
}

TEST_F(DeadCallsControl, BareCallsCrashBeforeNssIsInitialised) {
  const std::vector<End> live = EndsAfter(
      [&] {
        OpenBare(profile_);
        HoldMemorySamples();
      },
      RawCalls());
  const std::vector<End> dead = EndsAfter(HoldMemorySamples, RawCalls());
  ExpectDeaths(live, dead, "never initialised");
}

}  // namespace
}  // namespace psm::shim_testing
