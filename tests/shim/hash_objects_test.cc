// The tables of HASH_GetHashObject go through the gate, whenever they were fetched.

#include "nss_glue/hash_objects.h"

#include <gtest/gtest.h>
#include <pk11pub.h>
#include <secerr.h>
#include <sechash.h>

#include <string>

#include "nss_glue/lifecycle_mutex.h"
#include "shutdown/gate_control.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

constexpr HASH_HashType kTypes[] = {HASH_AlgMD5,    HASH_AlgSHA1,   HASH_AlgSHA224,
                                    HASH_AlgSHA256, HASH_AlgSHA384, HASH_AlgSHA512};
constexpr unsigned char kText[] = "text";

std::string Digest(const SECHashObject* hash) {
  void* context = hash->create();
  if (context == nullptr) return "no context";
  hash->begin(context);
  hash->update(context, kText, 2);
  void* copy = hash->clone(context);
  hash->update(copy, kText + 2, 2);
  unsigned char digest[HASH_LENGTH_MAX];
  unsigned int length = 99;
  hash->end(copy, digest, &length, sizeof digest);
  hash->destroy(copy, PR_TRUE);
  hash->destroy(context, PR_TRUE);
  return std::string(reinterpret_cast<char*>(digest), length);
}

TEST(HashObjectsTest, EachTypeDigestsAsNssDoes) {
  LiveProfile profile;
  for (const HASH_HashType type : kTypes) {
    const SECHashObject* hash = nss::HASH_GetHashObject(type);
    ASSERT_NE(hash, nullptr);
    EXPECT_EQ(hash->type, type);
    EXPECT_EQ(hash->length, nss::HASH_ResultLen(type));
    unsigned char expected[HASH_LENGTH_MAX];
    ASSERT_EQ(nss::HASH_HashBuf(type, expected, kText, 4), SECSuccess);
    EXPECT_EQ(Digest(hash), std::string(reinterpret_cast<char*>(expected), hash->length));
    EXPECT_EQ(nss::HASH_GetHashObjectByOidTag(nss::HASH_GetHashOidTagByHashType(type)), hash);
  }
}

TEST(HashObjectsTest, UnknownTypesHaveNone) {
  LiveProfile profile;
  EXPECT_EQ(nss::HASH_GetHashObject(HASH_AlgTOTAL), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_INVALID_ALGORITHM);
  EXPECT_EQ(nss::HASH_GetHashObjectByOidTag(SEC_OID_PKCS1_RSA_ENCRYPTION), nullptr);
  ASSERT_NE(nss::HASH_GetHashObject(HASH_AlgNULL), nullptr);
  EXPECT_EQ(nss::HASH_GetHashObject(HASH_AlgNULL)->create(), nullptr);
}

TEST(HashObjectsTest, ATableThatWasFetchedBeforeIsRefusedWhenTheGateCloses) {
  LiveProfile profile;
  const SECHashObject* hash = nss::HASH_GetHashObject(HASH_AlgSHA256);
  void* context = hash->create();
  ASSERT_NE(context, nullptr);
  hash->begin(context);
  ASSERT_EQ(GateControl::Drain(kHang).result, DrainResult::kOk);
  PORT_SetError(0);
  EXPECT_EQ(hash->create(), nullptr);
  EXPECT_EQ(PORT_GetError(), SEC_ERROR_NOT_INITIALIZED);
  EXPECT_EQ(hash->clone(context), nullptr);
  hash->update(context, kText, 4);
  unsigned char digest[HASH_LENGTH_MAX] = {};
  unsigned int length = 99;
  hash->end(context, digest, &length, sizeof digest);
  EXPECT_EQ(length, 0u);
  {
    const nss_call::LifecycleHold hold;  // NSS itself, interposed
    ASSERT_TRUE(hold.ok());
    EXPECT_NE(Digest(hash), "no context");
  }
  hash->destroy(context, PR_TRUE);  // releases: LeakSanitizer would see the context
  ASSERT_TRUE(GateControl::Open().ok());
}

TEST(HashObjectsTest, ATableThatWasFetchedBeforeMakesNoContextWhenNssIsDown) {
  LiveProfile profile;
  const SECHashObject* hash = nss::HASH_GetHashObject(HASH_AlgSHA256);
  profile.Close();
  EXPECT_EQ(Digest(hash), "no context");
}

}  // namespace
}  // namespace psm
