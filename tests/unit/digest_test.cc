#include "psm/digest.h"

#include <gtest/gtest.h>

#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

constexpr DigestAlgorithm kAll[] = {DigestAlgorithm::kSha1, DigestAlgorithm::kSha256,
                                    DigestAlgorithm::kSha384, DigestAlgorithm::kSha512};

std::string HexOf(DigestAlgorithm algorithm, absl::string_view data) {
  absl::StatusOr<std::string> sum = ComputeDigest(algorithm, data);
  return sum.ok() ? absl::BytesToHexString(*sum) : sum.status().ToString();
}

// FIPS 180-4's examples.
TEST(DigestTest, GivesTheStandardsValues) {
  LiveProfile profile;
  EXPECT_EQ(HexOf(DigestAlgorithm::kSha1, "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(HexOf(DigestAlgorithm::kSha256, "abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(HexOf(DigestAlgorithm::kSha384, "abc"),
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
            "8086072ba1e7cc2358baeca134c825a7");
  EXPECT_EQ(HexOf(DigestAlgorithm::kSha512, "abc"),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
  EXPECT_EQ(HexOf(DigestAlgorithm::kSha256, ""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(DigestTest, DigestsAMillionBytes) {
  LiveProfile profile;
  EXPECT_EQ(HexOf(DigestAlgorithm::kSha1, std::string(1000000, 'a')),
            "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST(DigestTest, CountsNulBytes) {
  LiveProfile profile;
  EXPECT_NE(HexOf(DigestAlgorithm::kSha256, absl::string_view("a\0b", 3)),
            HexOf(DigestAlgorithm::kSha256, "a"));
}

TEST(DigestTest, GivesTheSamePieceByPiece) {
  LiveProfile profile;
  const std::string data(1000, 'x');
  for (DigestAlgorithm algorithm : kAll) {
    absl::StatusOr<Digest> digest = Digest::Create(algorithm);
    ASSERT_TRUE(digest.ok()) << digest.status();
    for (size_t at = 0; at < data.size(); at += 7) {
      ASSERT_TRUE(digest->Update(absl::string_view(data).substr(at, 7)).ok());
    }
    ASSERT_TRUE(digest->Update("").ok());
    absl::StatusOr<std::string> sum = digest->Finish();
    ASSERT_TRUE(sum.ok()) << sum.status();
    EXPECT_EQ(sum->size(), DigestLength(algorithm));
    EXPECT_EQ(*sum, ComputeDigest(algorithm, data).value());
  }
}

TEST(DigestTest, IsOverAfterFinish) {
  LiveProfile profile;
  absl::StatusOr<Digest> digest = Digest::Create(DigestAlgorithm::kSha256);
  ASSERT_TRUE(digest->Finish().ok());
  EXPECT_EQ(Why(digest->Update("x")), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(digest->Finish().status()), "FAILED_PRECONDITION");
  EXPECT_EQ(digest->generation(), 0u);
}

TEST(DigestTest, MovesWithItsState) {
  LiveProfile profile;
  Digest first = Digest::Create(DigestAlgorithm::kSha256).value();
  ASSERT_TRUE(first.Update("ab").ok());
  Digest second = std::move(first);
  ASSERT_TRUE(second.Update("c").ok());
  EXPECT_EQ(second.Finish().value(), ComputeDigest(DigestAlgorithm::kSha256, "abc").value());
}

TEST(DigestTest, IsRefusedUnderAnotherProfile) {
  for (const char* mode : {"coordinated", "never"}) {
    LiveProfile profile(mode);
    Digest digest = Digest::Create(DigestAlgorithm::kSha256).value();
    profile.SwitchTo("second");
    EXPECT_EQ(Why(digest.Update("x")), "gate") << mode;
    EXPECT_EQ(Why(digest.Finish().status()), "gate") << mode;
    Digest other = Digest::Create(DigestAlgorithm::kSha256).value();
    profile.SwitchTo("first");
    EXPECT_EQ(Why(digest.Update("x")), "gate") << mode;
    EXPECT_EQ(Why(other.Update("x")), "gate") << mode;
  }
}

TEST(DigestTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  Digest digest = Digest::Create(DigestAlgorithm::kSha256).value();
  profile.Close();
  EXPECT_EQ(Why(digest.Update("x")), "gate");
  EXPECT_EQ(Why(Digest::Create(DigestAlgorithm::kSha256).status()), "gate");
  EXPECT_EQ(Why(ComputeDigest(DigestAlgorithm::kSha256, "x").status()), "gate");
}

TEST(DigestTest, WorksOnSeveralThreads) {
  LiveProfile profile;
  const std::string expected = ComputeDigest(DigestAlgorithm::kSha512, "thread").value();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&expected] {
      for (int i = 0; i < 300; ++i) {
        EXPECT_EQ(ComputeDigest(DigestAlgorithm::kSha512, "thread").value(), expected);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace psm
