// The functions that the shim lets run while NSS is not live, called bare: those without a gate,
// and the classes OID and EARLY. Each is called in a forked child while NSS was never initialised,
// after a clean shutdown and after one that answered SEC_ERROR_BUSY: none may crash or hang. A call
// says something only if the same call with the same arguments returns while NSS is live; the
// others (an arena's mark that is none, memory freed twice) are counted and left out.

#include <gtest/gtest.h>
#include <secerr.h>
#include <stdio.h>

#include <functional>
#include <string>
#include <vector>

#include "nss_glue/generated/raw.h"
#include "tests/shim/samples.h"
#include "tests/shim/samples_owner.h"
#include "tests/unit/test_data.h"

namespace psm::shim_testing {
namespace {

const std::vector<NamedCall>& UngatedCalls() {
  static const auto* const kCalls = new std::vector<NamedCall>{
#define PSM_UNGATED(name) {#name, [] { (void)CallWithSamples(&::psm_raw_##name); }},
#include "tests/shim/ungated.inc"
#undef PSM_UNGATED
  };
  return *kCalls;
}

class UngatedTest : public testing::Test {
 protected:
  void ExpectNoDeaths(const char* state, const std::function<void()>& live,
                      const std::function<void()>& dead) {
    const std::vector<NamedCall>& calls = UngatedCalls();
    const std::vector<End> ends_live = EndsAfter(live, calls);
    const std::vector<End> ends_dead = EndsAfter(dead, calls);
    size_t informative = 0;
    int deaths = 0;
    for (size_t i = 0; i < calls.size(); ++i) {
      if (ends_live[i] != End::kReturned) continue;
      ++informative;
      if (ends_dead[i] == End::kReturned) continue;
      ++deaths;
      ADD_FAILURE() << calls[i].name << (ends_dead[i] == End::kHung ? " hangs, " : " crashes, ")
                    << state;
    }
    printf("ungated functions, %s: %zu, of which %zu can tell: %d crashes or hangs\n", state,
           calls.size(), informative, deaths);
    EXPECT_GT(informative, calls.size() * 3 / 4);
  }

  ScratchDir scratch_;
  const std::string profile_ = NewSampleProfile(scratch_.path());
};

TEST_F(UngatedTest, NeverInitialised) {
  ExpectNoDeaths(
      "NSS never initialised",
      [&] {
        OpenBare(profile_);
        HoldMemorySamples();
      },
      HoldMemorySamples);
}

TEST_F(UngatedTest, AfterABusyShutdown) {
  const auto hold = [this] {
    OpenBare(profile_);
    HoldSamples();
  };
  ExpectNoDeaths("after SEC_ERROR_BUSY", hold, [&] {
    hold();
    ASSERT_EQ(CloseBare(), SEC_ERROR_BUSY);
  });
}

TEST_F(UngatedTest, AfterACleanShutdown) {
  const auto hold = [this] {
    OpenBare(profile_);
    HoldMemorySamples();
  };
  ExpectNoDeaths("after a clean shutdown", hold, [&] {
    hold();
    ASSERT_EQ(CloseBare(), 0);
  });
}

}  // namespace
}  // namespace psm::shim_testing
