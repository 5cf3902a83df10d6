#include "psm/random.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "tests/unit/live_profile.h"

namespace psm {
namespace {

TEST(RandomGeneratorTest, GivesAsManyBytesAsAsked) {
  LiveProfile profile;
  for (size_t bytes : {0, 1, 16, 65535, 65536, 65537, 1000000}) {
    absl::StatusOr<std::string> random = RandomGenerator().Generate(bytes);
    ASSERT_TRUE(random.ok()) << random.status();
    EXPECT_EQ(random->size(), bytes);
  }
}

TEST(RandomGeneratorTest, FillsEveryPartOfALongRequest) {
  LiveProfile profile;
  absl::StatusOr<std::string> random = RandomGenerator().Generate(1000000);
  ASSERT_TRUE(random.ok());
  std::set<std::string> blocks;
  for (size_t at = 0; at + 16 <= random->size(); at += 16) blocks.insert(random->substr(at, 16));
  EXPECT_EQ(blocks.size(), random->size() / 16);
}

TEST(RandomGeneratorTest, RefusesMoreThanItsMaximum) {
  LiveProfile profile;
  EXPECT_EQ(Why(RandomGenerator().Generate(RandomGenerator::kMaxBytes + 1).status()),
            "SEC_ERROR_INPUT_LEN");
}

TEST(RandomGeneratorTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  profile.Close();
  EXPECT_EQ(Why(RandomGenerator().Generate(16).status()), "gate");
  profile.Open("first");
  EXPECT_TRUE(RandomGenerator().Generate(16).ok());
}

TEST(RandomGeneratorTest, NeverRepeatsOnSeveralThreads) {
  LiveProfile profile;
  std::vector<std::vector<std::string>> made(4);
  std::vector<std::thread> threads;
  for (std::vector<std::string>& mine : made) {
    threads.emplace_back([&mine] {
      for (int i = 0; i < 500; ++i) mine.push_back(RandomGenerator().Generate(16).value());
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> all;
  for (const std::vector<std::string>& mine : made) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), 2000u);
}

}  // namespace
}  // namespace psm
