#include "psm/secret_decoder_ring.h"

#include <gtest/gtest.h>
#include <nss.h>
#include <pk11pub.h>
#include <pk11sdr.h>

#include <nlohmann/json.hpp>
#include <set>
#include <thread>
#include <vector>

#include "absl/strings/escaping.h"
#include "nss_glue/scoped.h"
#include "psm/token_password.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

using Mechanism = SecretDecoderRing::Mechanism;

constexpr Mechanism kBoth[] = {Mechanism::kAes, Mechanism::kTripleDes};

nlohmann::json Expected() {
  return nlohmann::json::parse(ReadWholeFile(TestDataPath("firefox/EXPECTED.json")))["profiles"];
}

std::string NssEncrypt(absl::string_view text) {
  SECItem input = BorrowItem(text, "test").value();
  SECItem key_id = {siBuffer, nullptr, 0};
  ScopedItem blob;
  EXPECT_EQ(nss::PK11SDR_Encrypt(&key_id, &input, blob.get(), nullptr), SECSuccess);
  return std::string(blob.bytes());
}

std::string NssDecrypt(absl::string_view blob) {
  SECItem input = BorrowItem(blob, "test").value();
  ScopedItem text;
  EXPECT_EQ(nss::PK11SDR_Decrypt(&input, text.get(), nullptr), SECSuccess);
  return std::string(text.bytes());
}

size_t CountKeys() {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  size_t count = 0;
  for (PK11SymKey* next = nss::PK11_ListFixedKeysInSlot(slot.get(), nullptr, nullptr);
       next != nullptr; ++count) {
    UniqueSymKey key(next);
    next = nss::PK11_GetNextSymKey(next);
  }
  return count;
}

TEST(SecretDecoderRingTest, DecryptsWhatItEncrypted) {
  LiveProfile profile;
  for (Mechanism mechanism : kBoth) {
    const SecretDecoderRing ring(mechanism);
    for (size_t length : {0, 1, 7, 8, 9, 15, 16, 17, 1000, 1 << 20}) {
      const std::string text(length, 't');
      EXPECT_EQ(ring.DecryptString(ring.EncryptString(text).value()).value(), text) << length;
    }
    const std::string odd("a\0b\xff", 4);
    EXPECT_EQ(ring.DecryptString(ring.EncryptString(odd).value()).value(), odd);
  }
}

TEST(SecretDecoderRingTest, WritesBlobsAsFirefoxDoes) {
  LiveProfile profile;
  const std::string aes = SecretDecoderRing().Encrypt("hello").value();
  const std::string des = SecretDecoderRing(Mechanism::kTripleDes).Encrypt("hello").value();
  EXPECT_EQ(absl::BytesToHexString(aes.substr(0, 35)),
            "30430410f8000000000000000000000000000001301d060960864801650304012a0410");
  EXPECT_EQ(absl::BytesToHexString(aes.substr(51, 2)), "0410");
  EXPECT_EQ(absl::BytesToHexString(des.substr(0, 34)),
            "30320410f8000000000000000000000000000001301406082a864886f70d03070408");
  EXPECT_EQ(absl::BytesToHexString(des.substr(42, 2)), "0408");
}

TEST(SecretDecoderRingTest, DecryptsEveryBlobOfAFirefoxProfile) {
  LiveProfile profile;
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  const nlohmann::json blobs = Expected()["plain"]["sdr"];
  EXPECT_EQ(blobs.size(), 15u);
  for (const nlohmann::json& blob : blobs) {
    absl::StatusOr<std::string> text =
        SecretDecoderRing().DecryptString(blob["blob"].get<std::string>());
    ASSERT_TRUE(text.ok()) << text.status();
    EXPECT_EQ(*text, blob["text"].get<std::string>());
  }
}

TEST(SecretDecoderRingTest, DecryptsAFirefoxProfilesLogins) {
  LiveProfile profile;
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  const nlohmann::json stored =
      nlohmann::json::parse(ReadWholeFile(profile.Folder("firefox") + "/logins.json"))["logins"];
  const nlohmann::json expected = Expected()["plain"]["logins"];
  ASSERT_EQ(stored.size(), expected.size());
  for (size_t i = 0; i < stored.size(); ++i) {
    for (const auto& [cipher, text] :
         {std::pair("encryptedUsername", "username"), std::pair("encryptedPassword", "password")}) {
      EXPECT_EQ(SecretDecoderRing().DecryptString(stored[i][cipher].get<std::string>()).value(),
                expected[i][text].get<std::string>());
    }
    const std::string unknown = stored[i]["encryptedUnknownFields"].get<std::string>();
    EXPECT_TRUE(SecretDecoderRing().DecryptString(unknown).ok());
  }
}

TEST(SecretDecoderRingTest, UsesTheKeyThatFirefoxMade) {
  LiveProfile profile;
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  const size_t before = CountKeys();
  ASSERT_TRUE(SecretDecoderRing().EncryptString("x").ok());
  EXPECT_EQ(CountKeys(), before);
}

TEST(SecretDecoderRingTest, TellsANewerNssPasswordFromAMissingKey) {
  LiveProfile profile;
  profile.CopyFirefox("password", "firefox");
  profile.SwitchTo("firefox");
  const std::string blob = Expected()["password"]["sdr"][0]["blob"].get<std::string>();
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(blob).status()),
            nss::NSS_VersionCheck("3.118") ? "SEC_ERROR_BAD_PASSWORD" : "FAILED_PRECONDITION");
}

// Since 3.118 NSS takes such a password.
TEST(SecretDecoderRingTest, DecryptsAFirefoxProfileWithAPasswordWhereNssTakesIt) {
  LiveProfile profile;
  profile.CopyFirefox("password", "firefox");
  profile.SwitchTo("firefox");
  const bool taken = nss::NSS_VersionCheck("3.118");
  EXPECT_EQ(Why(TokenPassword().Login("Lab-Primary-1")), taken ? "OK" : "FAILED_PRECONDITION");
  const nlohmann::json blobs = Expected()["password"]["sdr"];
  EXPECT_EQ(blobs.size(), 15u);
  for (const nlohmann::json& blob : blobs) {
    absl::StatusOr<std::string> text =
        SecretDecoderRing().DecryptString(blob["blob"].get<std::string>());
    EXPECT_EQ(Why(text.status()), taken ? "OK" : "FAILED_PRECONDITION");
    if (taken) {
      EXPECT_EQ(text.value_or(""), blob["text"].get<std::string>());
    }
  }
}

TEST(SecretDecoderRingTest, DecryptsWhatNssEncrypted) {
  LiveProfile profile;
  for (size_t length : {0, 1, 7, 8, 9, 1000}) {
    const std::string text(length, 't');
    EXPECT_EQ(SecretDecoderRing().Decrypt(NssEncrypt(text)).value(), text);
  }
}

TEST(SecretDecoderRingTest, NssDecryptsItsTripleDes) {
  LiveProfile profile;
  const SecretDecoderRing ring(Mechanism::kTripleDes);
  for (size_t length : {1, 7, 8, 9, 1000}) {
    const std::string text(length, 't');
    EXPECT_EQ(NssDecrypt(ring.Encrypt(text).value()), text);
  }
}

TEST(SecretDecoderRingTest, SharesItsTripleDesKeyWithNss) {
  LiveProfile profile;
  NssEncrypt("x");
  ASSERT_TRUE(SecretDecoderRing(Mechanism::kTripleDes).Encrypt("x").ok());
  EXPECT_EQ(CountKeys(), 1u);
}

// Softoken overwrites a stored key when a new one is made with its id.
TEST(SecretDecoderRingTest, AKeyOfOneKindNeverReplacesTheOther) {
  for (Mechanism first : kBoth) {
    LiveProfile profile;
    const Mechanism second = first == Mechanism::kAes ? Mechanism::kTripleDes : Mechanism::kAes;
    const std::string blob = SecretDecoderRing(first).Encrypt("precious").value();
    const std::string other = SecretDecoderRing(second).Encrypt("x").value();
    EXPECT_EQ(CountKeys(), 2u);
    profile.SwitchTo("second");
    profile.SwitchTo("first");
    EXPECT_EQ(SecretDecoderRing().Decrypt(blob).value(), "precious");
    EXPECT_EQ(SecretDecoderRing().Decrypt(other).value(), "x");
    EXPECT_EQ(NssDecrypt(first == Mechanism::kTripleDes ? blob : other),
              first == Mechanism::kTripleDes ? "precious" : "x");
  }
}

TEST(SecretDecoderRingTest, AddsATripleDesKeyBesideFirefoxsAes) {
  LiveProfile profile;
  profile.Prefer(kNewerProfilePref, "write");
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  ASSERT_TRUE(SecretDecoderRing(Mechanism::kTripleDes).Encrypt("x").ok());
  EXPECT_EQ(CountKeys(), 2u);
  const nlohmann::json blobs = Expected()["plain"]["sdr"];
  for (const nlohmann::json& blob : blobs) {
    EXPECT_EQ(SecretDecoderRing().DecryptString(blob["blob"].get<std::string>()).value(),
              blob["text"].get<std::string>());
  }
}

TEST(SecretDecoderRingTest, MakesOneKeyForSeveralThreads) {
  LiveProfile profile;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      const std::string text(100, static_cast<char>('a' + t));
      for (int i = 0; i < 25; ++i) {
        for (Mechanism mechanism : kBoth) {
          const SecretDecoderRing ring(mechanism);
          EXPECT_EQ(ring.DecryptString(ring.EncryptString(text).value()).value(), text);
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(CountKeys(), 2u);
}

TEST(SecretDecoderRingTest, RefusesEveryCutBlob) {
  LiveProfile profile;
  for (Mechanism mechanism : kBoth) {
    const std::string blob = SecretDecoderRing(mechanism).Encrypt("some text").value();
    for (size_t length = 0; length < blob.size(); ++length) {
      EXPECT_EQ(Why(SecretDecoderRing().Decrypt(blob.substr(0, length)).status()),
                "SEC_ERROR_BAD_DATA")
          << length;
    }
    EXPECT_EQ(Why(SecretDecoderRing().Decrypt(blob + "x").status()), "SEC_ERROR_BAD_DATA");
  }
}

TEST(SecretDecoderRingTest, SurvivesEveryFlippedBit) {
  LiveProfile profile;
  const std::set<std::string> allowed = {"SEC_ERROR_BAD_DATA", "SEC_ERROR_INVALID_ALGORITHM"};
  for (Mechanism mechanism : kBoth) {
    const std::string blob = SecretDecoderRing(mechanism).Encrypt("some text").value();
    for (size_t bit = 0; bit < blob.size() * 8; ++bit) {
      std::string changed = blob;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
      absl::StatusOr<std::string> text = SecretDecoderRing().Decrypt(changed);
      EXPECT_TRUE(text.ok() || allowed.count(Why(text.status())) == 1) << text.status();
    }
  }
}

TEST(SecretDecoderRingTest, RefusesWhatIsNotBase64) {
  LiveProfile profile;
  for (absl::string_view text : {"%", "MEME=EPg", "\xff\xff\xff\xff", "A"}) {
    EXPECT_EQ(Why(SecretDecoderRing().DecryptString(text).status()), "SEC_ERROR_BAD_DATA");
  }
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString("").status()), "SEC_ERROR_BAD_DATA");
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(std::string(1 << 20, 'A')).status()),
            "SEC_ERROR_BAD_DATA");
}

TEST(SecretDecoderRingTest, NeedsAKeyOfItsProfile) {
  LiveProfile profile;
  const std::string blob = SecretDecoderRing().EncryptString("a text of the first").value();
  profile.SwitchTo("second");
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(blob).status()), "SEC_ERROR_NO_KEY");
  ASSERT_TRUE(SecretDecoderRing(Mechanism::kTripleDes).EncryptString("x").ok());
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(blob).status()), "SEC_ERROR_NO_KEY");
  ASSERT_TRUE(SecretDecoderRing().EncryptString("x").ok());
  absl::StatusOr<std::string> text = SecretDecoderRing().DecryptString(blob);
  EXPECT_FALSE(text.ok() && *text == "a text of the first");
  profile.SwitchTo("first");
  EXPECT_EQ(SecretDecoderRing().DecryptString(blob).value(), "a text of the first");
}

TEST(SecretDecoderRingTest, NeedsALogin) {
  LiveProfile profile;
  const std::string blob = SecretDecoderRing().EncryptString("text").value();
  ASSERT_TRUE(TokenPassword().Change("", "secret").ok());
  ASSERT_TRUE(TokenPassword().Logout().ok());
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(blob).status()), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(SecretDecoderRing().EncryptString("x").status()), "SEC_ERROR_BAD_PASSWORD");
  ASSERT_TRUE(TokenPassword().Login("secret").ok());
  EXPECT_EQ(SecretDecoderRing().DecryptString(blob).value(), "text");
}

TEST(SecretDecoderRingTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  const std::string blob = SecretDecoderRing().EncryptString("text").value();
  profile.Close();
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString(blob).status()), "gate");
  EXPECT_EQ(Why(SecretDecoderRing().DecryptString("%").status()), "gate");
  EXPECT_EQ(Why(SecretDecoderRing().EncryptString("x").status()), "gate");
  profile.Open("first");
  EXPECT_EQ(SecretDecoderRing().DecryptString(blob).value(), "text");
}

TEST(SecretDecoderRingTest, AReadOnlyProfileUsesTheKeysItHas) {
  LiveProfile profile;
  const std::string blob = SecretDecoderRing().EncryptString("text").value();
  profile.SwitchTo("second");
  profile.SwitchToReadOnly("first");
  EXPECT_EQ(SecretDecoderRing().DecryptString(blob).value(), "text");
  EXPECT_TRUE(SecretDecoderRing().EncryptString("x").ok());
  EXPECT_EQ(Why(SecretDecoderRing(Mechanism::kTripleDes).EncryptString("x").status()),
            "SEC_ERROR_READ_ONLY");
}

}  // namespace
}  // namespace psm
