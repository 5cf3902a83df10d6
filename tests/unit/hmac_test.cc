#include "psm/hmac.h"

#include <gtest/gtest.h>

#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

HmacKey ImportedKey(absl::string_view bytes = "key") {
  return HmacKey::Import(DigestAlgorithm::kSha256, bytes).value();
}

// RFC 4231, test case 2, and RFC 2202, test case 2.
TEST(HmacTest, GivesTheStandardsValues) {
  LiveProfile profile;
  const struct {
    DigestAlgorithm algorithm;
    const char* mac;
  } kCases[] = {
      {DigestAlgorithm::kSha1, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"},
      {DigestAlgorithm::kSha256,
       "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
      {DigestAlgorithm::kSha384,
       "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
       "8e2240ca5e69e2c78b3239ecfab21649"},
      {DigestAlgorithm::kSha512,
       "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
       "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"},
  };
  for (const auto& c : kCases) {
    HmacKey key = HmacKey::Import(c.algorithm, "Jefe").value();
    absl::StatusOr<std::string> mac = key.Sign("what do ya want for nothing?");
    ASSERT_TRUE(mac.ok()) << mac.status();
    EXPECT_EQ(absl::BytesToHexString(*mac), c.mac);
  }
}

// RFC 4231, test case 6: a key longer than a block.
TEST(HmacTest, TakesALongKey) {
  LiveProfile profile;
  HmacKey key = ImportedKey(std::string(131, '\xaa'));
  EXPECT_EQ(absl::BytesToHexString(
                key.Sign("Test Using Larger Than Block-Size Key - Hash Key First").value()),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(HmacTest, VerifiesItsOwnAndNothingElse) {
  LiveProfile profile;
  HmacKey key = HmacKey::Generate(DigestAlgorithm::kSha256).value();
  const std::string mac = key.Sign("message").value();
  EXPECT_TRUE(key.Verify("message", mac).ok());
  EXPECT_EQ(Why(key.Verify("massage", mac)), "SEC_ERROR_BAD_SIGNATURE");
  EXPECT_EQ(Why(key.Verify("message", "")), "SEC_ERROR_BAD_SIGNATURE");
  EXPECT_EQ(Why(ImportedKey().Verify("message", mac)), "SEC_ERROR_BAD_SIGNATURE");
  for (size_t bit = 0; bit < mac.size() * 8; ++bit) {
    std::string changed = mac;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
    EXPECT_FALSE(key.Verify("message", changed).ok());
  }
  for (size_t length = 0; length < mac.size(); ++length) {
    EXPECT_FALSE(key.Verify("message", mac.substr(0, length)).ok());
  }
}

TEST(HmacTest, GivesTheSamePieceByPiece) {
  LiveProfile profile;
  const std::string data(1000000, 'x');
  HmacKey key = ImportedKey();
  Hmac hmac = key.Begin().value();
  for (size_t at = 0; at < data.size(); at += 99999) {
    ASSERT_TRUE(hmac.Update(absl::string_view(data).substr(at, 99999)).ok());
  }
  EXPECT_EQ(hmac.Finish().value(), key.Sign(data).value());
  EXPECT_EQ(Why(hmac.Update("x")), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(hmac.Finish().status()), "FAILED_PRECONDITION");
}

TEST(HmacTest, OutlivesItsKey) {
  LiveProfile profile;
  const std::string expected = ImportedKey().Sign("message").value();
  Hmac hmac = ImportedKey().Begin().value();
  ASSERT_TRUE(hmac.Update("message").ok());
  EXPECT_EQ(hmac.Finish().value(), expected);
}

TEST(HmacTest, RefusesAnEmptyKey) {
  LiveProfile profile;
  EXPECT_EQ(Why(HmacKey::Import(DigestAlgorithm::kSha256, "").status()), "SEC_ERROR_INVALID_KEY");
}

TEST(HmacTest, TakesNulBytes) {
  LiveProfile profile;
  HmacKey key = ImportedKey(absl::string_view("k\0y", 3));
  EXPECT_NE(key.Sign("").value(), ImportedKey("k").Sign("").value());
  EXPECT_NE(key.Sign(absl::string_view("\0", 1)).value(), key.Sign("").value());
}

TEST(HmacTest, IsOverWhenMovedFrom) {
  LiveProfile profile;
  HmacKey key = ImportedKey();
  HmacKey other = std::move(key);
  EXPECT_TRUE(other.Sign("x").ok());
  EXPECT_EQ(Why(key.Sign("x").status()), "FAILED_PRECONDITION");
}

TEST(HmacTest, IsRefusedUnderAnotherProfile) {
  for (const char* mode : {"coordinated", "never"}) {
    LiveProfile profile(mode);
    HmacKey key = ImportedKey();
    Hmac hmac = key.Begin().value();
    profile.SwitchTo("second");
    EXPECT_EQ(Why(key.Sign("x").status()), "gate") << mode;
    EXPECT_EQ(Why(hmac.Update("x")), "gate") << mode;
    HmacKey other = ImportedKey();
    profile.SwitchTo("first");
    EXPECT_EQ(Why(key.Begin().status()), "gate") << mode;
    EXPECT_EQ(Why(hmac.Finish().status()), "gate") << mode;
    EXPECT_EQ(Why(other.Verify("x", "y")), "gate") << mode;
  }
}

TEST(HmacTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  HmacKey key = ImportedKey();
  profile.Close();
  EXPECT_EQ(Why(key.Sign("x").status()), "gate");
  EXPECT_EQ(Why(HmacKey::Import(DigestAlgorithm::kSha1, "x").status()), "gate");
  EXPECT_EQ(Why(HmacKey::Generate(DigestAlgorithm::kSha1).status()), "gate");
}

TEST(HmacTest, OneKeyServesSeveralThreads) {
  LiveProfile profile;
  HmacKey key = ImportedKey();
  const std::string expected = key.Sign("message").value();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&key, &expected] {
      for (int i = 0; i < 300; ++i) EXPECT_EQ(key.Sign("message").value(), expected);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace psm
