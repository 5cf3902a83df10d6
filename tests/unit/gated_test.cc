// What a wrapped call answers when NSS is not live (nss_glue/nss_call.h). One process, no profile
// was ever opened.

#include <gtest/gtest.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <secasn1.h>
#include <secerr.h>

#include <type_traits>

#include "nss_glue/nss_call.h"
#include "nss_glue/scoped.h"

namespace psm {
namespace {

TEST(GatedTest, AnswersTheFailureValueAndNotInitialized) {
  PORT_SetError(0);
  EXPECT_EQ(nss::PK11_GetInternalKeySlot(), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
  unsigned char byte;
  EXPECT_EQ(nss::PK11_GenerateRandom(&byte, 1), SECFailure);
  EXPECT_EQ(nss::PK11_AlgtagToMechanism(SEC_OID_SHA256), CKM_INVALID_MECHANISM);
}

TEST(GatedTest, ADangerousAnswerIsNotGiven) {
  Checked<PRBool> answer = nss::PK11_NeedLogin(nullptr);
  EXPECT_FALSE(answer.live());
  EXPECT_TRUE(answer.value_or(PR_TRUE));
}

TEST(GatedTest, ADangerousAnswerDoesNotConvert) {
  static_assert(!std::is_convertible_v<Checked<PRBool>, bool>);
  static_assert(!std::is_convertible_v<Checked<PRBool>, int>);
}

TEST(GatedTest, AReleaseRunsWhileNssIsDown) {
  SECKEYPublicKey* key = nullptr;
  {
    UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
    ASSERT_NE(arena, nullptr);
    key = static_cast<SECKEYPublicKey*>(PORT_ArenaZAlloc(arena.get(), sizeof *key));
    key->arena = arena.release();
  }
  nss::SECKEY_DestroyPublicKey(key);  // LeakSanitizer would see the arena
  EXPECT_EQ(nss_call::LeakedReleases(), 0);
}

}  // namespace
}  // namespace psm
