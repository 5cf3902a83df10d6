#include "nss_glue/profile_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::HasSubstr;

constexpr char kFile[] = "psm-profile.json";

TEST(ProfileRecordTest, AFolderWithoutOneHasAnEmptyRecord) {
  const ScratchDir folder;
  EXPECT_EQ(ProfileRecord::Read(folder.path()).value(), ProfileRecord());
}

TEST(ProfileRecordTest, ComesBackAsItWasWritten) {
  const ScratchDir folder;
  ProfileRecord record;
  record.has_certificates = true;
  record.modules = {"/opt/token \"x\".so", "b"};
  record.fips = true;
  ASSERT_TRUE(record.Write(folder.path()).ok());
  EXPECT_EQ(ProfileRecord::Read(folder.path()).value(), record);
}

TEST(ProfileRecordTest, DamageIsNamed) {
  const ScratchDir folder;
  ASSERT_TRUE(ProfileRecord().Write(folder.path()).ok());
  const std::string text = ReadWholeFile(folder.File(kFile));
  for (size_t size = text.size() - 2; size > 0; size /= 2) {
    folder.Write(kFile, text.substr(0, size));
    const absl::Status status = ProfileRecord::Read(folder.path()).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << size;
    EXPECT_THAT(status.message(), HasSubstr(kFile));
  }
  for (const char* other : {"{}", "[]", "{\"version\": 2}", "{\"version\": 1, \"fips\": 3}"}) {
    folder.Write(kFile, other);
    EXPECT_EQ(ProfileRecord::Read(folder.path()).status().code(), absl::StatusCode::kDataLoss)
        << other;
  }
}

TEST(ProfileRecordTest, AFailedWriteLeavesTheOldOne) {
  const ScratchDir folder;
  EXPECT_FALSE(ProfileRecord().Write(folder.File("missing")).ok());
}

}  // namespace
}  // namespace psm
