// A static archive that calls bare NSS, before and after objcopy --redefine-syms: the rewritten one
// goes through the gate, and the other one shows that there was something to gate.

#include <gtest/gtest.h>
#include <nss.h>
#include <pk11pub.h>
#include <secerr.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "nss_glue/scoped.h"
#include "tests/shim/redefine_legacy.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

TEST(RedefineTest, TheGatedArchiveWorksWhileNssIsUp) {
  LiveProfile profile;
  profile.Close();
  profile.Prefer(kNewerProfilePref, "write");
  profile.CopyFirefox("plain", "firefox");
  profile.Open("firefox");
  LegacyAnswer bare;
  legacy_ask_nss(&bare);
  LegacyAnswer gated;
  gated_ask_nss(&gated);
  EXPECT_EQ(gated.found_slot, 1);
  EXPECT_EQ(gated.random, SECSuccess);
  EXPECT_GE(gated.certificates, 0);
  EXPECT_EQ(memcmp(&bare, &gated, sizeof bare), 0);
}

TEST(RedefineTest, TheGatedArchiveIsRefusedWhenNssIsDown) {
  LegacyAnswer answer;
  {
    LiveProfile profile;
    profile.Close();
    gated_ask_nss(&answer);
  }
  EXPECT_EQ(answer.found_slot, 0);
  EXPECT_EQ(answer.error, SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(answer.random, SECFailure);
  EXPECT_EQ(answer.certificates, -1);
  EXPECT_EQ(answer.needs_login, PR_TRUE);  // the safe answer
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
// A sanitiser would be the one to die of it.
TEST(RedefineTest, TheArchiveAsItWasCrashesWhenNssIsDown) {
  LiveProfile profile;
  profile.Close();
  const pid_t child = fork();
  if (child == 0) {
    LegacyAnswer answer;
    legacy_ask_nss(&answer);
    _exit(0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV);
}
#endif

}  // namespace
}  // namespace psm
