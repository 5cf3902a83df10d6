// NSS taken up and down with no SecurityManager, as a program might that also has the shim: the
// gate is moved by its control, NSS by its bare calls.
//
//   std::string profile = NewSampleProfile(scratch);   // in a child of its own
//   EXPECT_EQ(RunInChild([&] {
//     OpenBare(profile);
//     ...
//     EXPECT_EQ(CloseBare(), SEC_ERROR_BUSY);
//   }), "");
//
// Thread rule: one thread. How it fails: what does not work aborts and is named.

#ifndef TESTS_SHIM_SAMPLES_OWNER_H_
#define TESTS_SHIM_SAMPLES_OWNER_H_

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/unit/test_data.h"

namespace psm::shim_testing {

// Fills a new folder below `scratch` with the databases of a sample profile.
std::string NewSampleProfile(const std::string& scratch);

// Another, below the same folder.
std::string CopyOf(const std::string& profile, const std::string& name);

// One sample profile for a whole suite, whose tests open copies of it.
class SampleProfileTest : public testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();

  static ScratchDir* scratch_;
  static std::string pristine_;
};

// Initialises NSS on the folder, read-write; false if NSS refuses. The gate stays as it is.
bool InitialiseBare(const std::string& folder);

// InitialiseBare, which must work, and the gate opened.
void OpenBare(const std::string& folder);

// The gate drained and what is tracked released, then NSS_Shutdown; 0 or NSS's error.
int CloseBare();

// How many database files this process has open.
int OpenDatabases();

// Runs `body` in a forked child with a deadline: "" if it came to its end, and no GoogleTest
// expectation failed in it; otherwise what happened.
std::string RunInChild(const std::function<void()>& body, unsigned deadline_s = 60);

struct NamedCall {
  const char* name;
  void (*call)();
};

enum class End { kReturned, kCrashed, kHung };

// What each call comes to in a process that `set_up` has prepared: a forked child for each of them.
// A child of fork may use this NSS as its parent could.
std::vector<End> EndsAfter(const std::function<void()>& set_up,
                           const std::vector<NamedCall>& calls);

}  // namespace psm::shim_testing

#endif  // TESTS_SHIM_SAMPLES_OWNER_H_
