#include "psm/der.h"

#include <gtest/gtest.h>

#include "absl/strings/escaping.h"

namespace psm {
namespace {

std::string Hex(absl::string_view bytes) { return absl::BytesToHexString(bytes); }
std::string Bytes(absl::string_view hex) { return absl::HexStringToBytes(hex); }

std::string DerOf(absl::string_view hex, int max_depth = 8) {
  absl::optional<std::string> der = BerToDer(Bytes(hex), max_depth);
  return der.has_value() ? Hex(*der) : "malformed";
}

TEST(DerTest, LeavesDerAsItIs) {
  for (const char* der : {"0500", "020101", "3000", "30060201010401ff", "a003020105"}) {
    EXPECT_EQ(DerOf(der), der);
  }
  const std::string long_text = "04820100" + Hex(std::string(256, 'x'));
  EXPECT_EQ(DerOf(long_text), long_text);
}

TEST(DerTest, MakesLengthsDefiniteAndShort) {
  EXPECT_EQ(DerOf("30800201010000"), "3003020101");
  EXPECT_EQ(DerOf("3080308004010100000401020000"),
            "300830030401010401"
            "02");
  EXPECT_EQ(DerOf("308400000003020101"), "3003020101");
}

TEST(DerTest, JoinsOctetStringsInParts) {
  EXPECT_EQ(DerOf("24800401610402626300"
                  "00"),
            "0403616263");
  EXPECT_EQ(DerOf("2480248004016100000401620000"), "04026162");
  EXPECT_EQ(DerOf("2403040161"), "040161");
  EXPECT_EQ(DerOf("24800201610000"), "malformed");
}

TEST(DerTest, LeavesOutWhatFollows) { EXPECT_EQ(DerOf("0201010a0b"), "020101"); }

TEST(DerTest, RefusesWhatWasCut) {
  const std::string ber = Bytes("3080a080248004016104026263000000000201050000");
  ASSERT_TRUE(BerToDer(ber, 8).has_value());
  for (size_t length = 0; length < ber.size(); ++length) {
    EXPECT_FALSE(BerToDer(ber.substr(0, length), 8).has_value()) << length;
  }
}

TEST(DerTest, RefusesLengthsBeyondTheEnd) {
  for (const char* ber : {"0402ff", "30030402ff", "0484ffffffff00", "0488ffffffffffffffff",
                          "0480ff0000", "30ff", "1f0100"}) {
    EXPECT_EQ(DerOf(ber), "malformed") << ber;
  }
}

TEST(DerTest, RefusesWhatIsTooDeep) {
  EXPECT_EQ(DerOf("300430023000", 3), "300430023000");
  EXPECT_EQ(DerOf("300430023000", 2), "malformed");
  std::string deep;
  for (int i = 0; i < 1000000; ++i) deep += "\x30\x80";
  EXPECT_FALSE(BerToDer(deep, 32).has_value());
}

TEST(DerTest, ReaderTakesElementsInTurn) {
  const std::string der = Bytes("0201070403616263a0020500");
  DerReader reader(der);
  EXPECT_EQ(reader.TakeNumber(), 7);
  EXPECT_TRUE(reader.NextIs(kDerOctetString));
  EXPECT_EQ(reader.Take(kDerOctetString), "abc");
  EXPECT_EQ(Hex(reader.TakeElement()), "a0020500");
  EXPECT_TRUE(reader.AtEnd());
  EXPECT_TRUE(reader.ok());
  reader.TakeElement();
  EXPECT_FALSE(reader.ok());
}

TEST(DerTest, ReaderStopsAtAnotherTag) {
  const std::string der = Bytes("020107040161");
  DerReader reader(der);
  EXPECT_EQ(reader.Take(kDerOctetString), "");
  EXPECT_FALSE(reader.ok());
  EXPECT_TRUE(reader.AtEnd());
}

TEST(DerTest, ReaderTakesNoNegativeOrHugeNumber) {
  for (const char* hex : {"0200", "0201ff", "020480000000", "02050100000000", "040101"}) {
    const std::string der = Bytes(hex);
    DerReader reader(der);
    EXPECT_EQ(reader.TakeNumber(), -1) << hex;
    EXPECT_FALSE(reader.ok()) << hex;
  }
  const std::string largest = Bytes("02047fffffff");
  EXPECT_EQ(DerReader(largest).TakeNumber(), 2147483647);
}

}  // namespace
}  // namespace psm
