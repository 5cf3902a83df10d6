// Profiles that a newer NSS made: Firefox's, and tests/data/newer_nss, whose maker (NSS 3.125.1)
// left its own answers beside it. On a newer NSS, these tests show that nothing is in the way.

#include "nss_glue/newer_profile.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "nss_glue/nss.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/scoped.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/secret_decoder_ring.h"
#include "psm/token_password.h"
#include "shutdown/prevention_lock.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

using nlohmann::json;

constexpr char kPassword[] = "Lab-Primary-1";

bool ReadsTrust() { return NssRuntime::IsAtLeast("3.114"); }
bool ReadsPasswords() { return NssRuntime::IsAtLeast("3.118"); }

json MadeByNewerNss() {
  return json::parse(ReadWholeFile(TestDataPath("newer_nss/EXPECTED.json")))["certificates"];
}
json Firefox() {
  return json::parse(ReadWholeFile(TestDataPath("firefox/EXPECTED.json")))["profiles"];
}

absl::Time VerificationTime() { return absl::FromUnixSeconds(1906545600); }  // 2030-06-01T12:00Z

// By certutil's letters.
const std::map<std::string, CertificateUsage>& Usages() {
  static const auto* const usages = new std::map<std::string, CertificateUsage>{
      {"V", CertificateUsage::kSslServer},      {"C", CertificateUsage::kSslClient},
      {"L", CertificateUsage::kSslCa},          {"S", CertificateUsage::kEmailSigner},
      {"R", CertificateUsage::kEmailRecipient}, {"A", CertificateUsage::kAnyCa},
  };
  return *usages;
}

Certificate Find(const std::string& nickname) {
  return CertificateDatabase().FindByNickname(nickname).value();
}

std::string Judge(const std::string& nickname,
                  CertificateUsage usage = CertificateUsage::kSslServer) {
  return Why(CertificateDatabase().Verify(Find(nickname), usage, VerificationTime()));
}

std::string TrustIn(const std::string& nickname) {
  return CertificateDatabase().GetTrust(Find(nickname)).value().ToString();
}

void ExpectAnswersOfTheNewerNss() {
  const json expected = MadeByNewerNss();
  EXPECT_EQ(expected.size(), 34u);
  for (const auto& [nickname, answers] : expected.items()) {
    EXPECT_EQ(TrustIn(nickname), answers["trust"].get<std::string>()) << nickname;
    for (const auto& [letter, usage] : Usages()) {
      EXPECT_EQ(Judge(nickname, usage), answers[letter].get<std::string>())
          << nickname << " for " << letter;
    }
  }
}

// Mode, and the policy for profiles of a newer NSS.
class NewerProfileTest : public testing::TestWithParam<std::pair<const char*, const char*>> {
 protected:
  NewerProfileTest() : profile_(GetParam().first) {
    profile_.Prefer(kNewerProfilePref, GetParam().second);
  }

  bool may_write() const { return ReadsTrust() || std::string(GetParam().second) == "write"; }

  // A folder with the profile that the newer NSS made.
  std::string CopyMade(const std::string& name) const {
    CopyProfile(TestDataPath("newer_nss"), profile_.Folder(name));
    return profile_.Folder(name);
  }

  LiveProfile profile_;
};

INSTANTIATE_TEST_SUITE_P(
    , NewerProfileTest,
    testing::Values(std::pair("coordinated", "read_only"), std::pair("coordinated", "write"),
                    std::pair("never", "read_only"), std::pair("never", "write")),
    [](const auto& info) { return std::string(info.param.first) + "_" + info.param.second; });

TEST_P(NewerProfileTest, TrustAndDistrustAreAnsweredAsByTheNewerNss) {
  CopyMade("made");
  profile_.SwitchTo("made");
  ExpectAnswersOfTheNewerNss();
}

TEST_P(NewerProfileTest, ItsTrustStaysInIt) {
  const std::string without = CopyMade("without");
  CopyMade("made");
  Sql(without + "/cert9.db", "DELETE FROM nssPublic WHERE hex(a0) = '0000000B'");
  for (int round = 0; round < 2; ++round) {
    profile_.SwitchTo("made");
    EXPECT_EQ(Judge("leaf"), "OK");
    EXPECT_EQ(Judge("distrusted leaf"), "SEC_ERROR_UNTRUSTED_CERT");
    EXPECT_EQ(TrustIn("root"), "CTu,Cu,Cu");
    profile_.SwitchTo("without");
    EXPECT_EQ(Judge("leaf"), "SEC_ERROR_UNTRUSTED_ISSUER");
    EXPECT_EQ(Judge("distrusted leaf"), "SEC_ERROR_UNTRUSTED_ISSUER");
    EXPECT_EQ(TrustIn("root"), "u,u,u");
    EXPECT_EQ(TrustIn("distrusted leaf"), "u,u,u");
  }
}

// A server's certificate is in no profile.
TEST_P(NewerProfileTest, DistrustsACertificateThatItHolds_AsOneThatItDoesNot) {
  const std::string folder = CopyMade("made");
  profile_.SwitchTo("made");
  const std::string der = Find("distrusted leaf").Der();
  profile_.SwitchTo("first");
  Sql(folder + "/cert9.db",
      "DELETE FROM nssPublic WHERE hex(a0) = '00000001' AND a3 = CAST('distrusted leaf' AS BLOB)");
  profile_.SwitchTo("made");
  EXPECT_FALSE(CertificateDatabase().FindByDer(der).ok());
  const PreventionLock lock = PreventionLock::Acquire("test").value();
  SECItem item = BorrowItem(der, "test").value();
  UniqueCertificate certificate(nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &item,
                                                             nullptr, PR_FALSE, PR_TRUE));
  ASSERT_NE(certificate, nullptr);
  EXPECT_EQ(nss::CERT_VerifyCertificate(
                nss::CERT_GetDefaultCertDB(), certificate.get(), PR_TRUE, certificateUsageSSLServer,
                absl::ToUnixMicros(VerificationTime()), nullptr, nullptr, nullptr),
            SECFailure);
  EXPECT_EQ(nss::PORT_GetError(), SEC_ERROR_UNTRUSTED_CERT);
}

// Of the same issuer and serial number, as its maker tells them apart: by the digest.
TEST_P(NewerProfileTest, TrustInAnotherCertificateIsNone) {
  const std::string folder = CopyMade("made");
  Sql(folder + "/cert9.db",
      "UPDATE nssPublic SET a635 = zeroblob(32) WHERE hex(a0) = '0000000B' AND hex(a82) = "
      "'020101'");
  EXPECT_EQ(Sql(folder + "/cert9.db", "SELECT count(*) FROM nssPublic WHERE a635 = zeroblob(32)"),
            "1");
  profile_.SwitchTo("made");
  EXPECT_NE(Judge("leaf"), "OK");
  EXPECT_EQ(Judge("leaf of server root"), "OK");
}

TEST_P(NewerProfileTest, EverySecretOfAFirefoxProfileDecrypts) {
  profile_.CopyFirefox("plain", "firefox");
  profile_.SwitchTo("firefox");
  const json expected = Firefox()["plain"];
  int secrets = 0;
  for (const json& blob : expected["sdr"]) {
    EXPECT_EQ(SecretDecoderRing().DecryptString(blob["blob"].get<std::string>()).value_or("?"),
              blob["text"].get<std::string>());
    ++secrets;
  }
  const json logins =
      json::parse(ReadWholeFile(profile_.Folder("firefox") + "/logins.json"))["logins"];
  for (size_t i = 0; i < logins.size(); ++i) {
    for (const auto& [cipher, text] :
         {std::pair("encryptedUsername", "username"), std::pair("encryptedPassword", "password")}) {
      EXPECT_EQ(
          SecretDecoderRing().DecryptString(logins[i][cipher].get<std::string>()).value_or(""),
          expected["logins"][i][text].get<std::string>());
      ++secrets;
    }
    EXPECT_TRUE(SecretDecoderRing()
                    .DecryptString(logins[i]["encryptedUnknownFields"].get<std::string>())
                    .ok());
    ++secrets;
  }
  EXPECT_EQ(secrets, 24);
  EXPECT_EQ(KeyService().List().value().size(), 2u);
  EXPECT_EQ(TrustIn("Lab Root CA - Lab"), "CT,C,C");
  EXPECT_EQ(Judge("Lab Root CA - Lab", CertificateUsage::kSslCa), "OK");
}

TEST_P(NewerProfileTest, APasswordThatItCannotCheckIsNotCalledWrong) {
  profile_.CopyFirefox("password", "firefox");
  profile_.SwitchTo("firefox");
  const json secret = Firefox()["password"]["sdr"][0];
  if (ReadsPasswords()) {
    EXPECT_EQ(Why(TokenPassword().Login("wrong")), "SEC_ERROR_BAD_PASSWORD");
    EXPECT_EQ(Why(TokenPassword().Login(kPassword)), "OK");
    EXPECT_EQ(SecretDecoderRing().DecryptString(secret["blob"].get<std::string>()).value_or("?"),
              secret["text"].get<std::string>());
    return;
  }
  EXPECT_EQ(TokenPassword().GetState().value(), TokenPassword::State::kLoggedOut);
  for (const char* password : {kPassword, "wrong"}) {
    for (const absl::Status& status :
         {TokenPassword().Login(password), TokenPassword().Check(password),
          TokenPassword().Change(password, "new"),
          SecretDecoderRing().DecryptString(secret["blob"].get<std::string>()).status(),
          KeyService().List().status()}) {
      EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
      EXPECT_NE(status.message().find("set by a newer NSS"), absl::string_view::npos) << status;
    }
  }
  // As its Firefox does before the log-in.
  EXPECT_EQ(TrustIn("Lab Root CA - Lab"), "CT,C,C");
  EXPECT_EQ(Judge("Lab Root CA - Lab", CertificateUsage::kSslCa), "OK");
  // Of the profile, not of the process.
  profile_.SwitchTo("first");
  EXPECT_EQ(Why(TokenPassword().Login("wrong")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(TokenPassword().Login("")), "OK");
}

TEST_P(NewerProfileTest, LookingChangesNothing) {
  const std::string folder = CopyMade("made");
  std::map<std::string, std::string> before;
  for (const char* name : {"cert9.db", "key4.db", "pkcs11.txt"}) {
    before[name] = ReadWholeFile(folder + "/" + name);
  }
  profile_.SwitchTo("made");
  ExpectAnswersOfTheNewerNss();
  profile_.SwitchTo("first");
  for (const auto& [name, bytes] : before) {
    EXPECT_EQ(ReadWholeFile(folder + "/" + name), bytes) << name;
  }
}

// With the signatures, which are in key4.db.
std::string TrustRecords(const std::string& folder) {
  return Sql(folder + "/cert9.db",
             "SELECT group_concat(id || hex(a62c) || hex(a62d) || hex(a62e) || hex(a62f) || "
             "hex(a635)) FROM nssPublic WHERE hex(a0) = '0000000B'") +
         Sql(folder + "/key4.db",
             "SELECT group_concat(id || hex(item1)) FROM metaData WHERE id LIKE "
             "'sig_cert_%_0000062%'"
             " OR id LIKE 'sig_cert_%_00000635'");
}

TEST_P(NewerProfileTest, KeepsEveryRecordOfTheNewerNssThatItCannotReadWhenItWrites) {
  const std::string folder = CopyMade("made");
  const std::string records = TrustRecords(folder);
  profile_.SwitchTo("made");
  const Certificate root = Find("root");
  if (ReadsTrust()) {  // so it may change them
    EXPECT_EQ(Why(CertificateDatabase().SetTrust(root, Trust::Parse("C,,").value())), "OK");
    EXPECT_EQ(TrustIn("root"), "Cu,u,u");
    EXPECT_NE(TrustRecords(folder), records);
    return;
  }
  const char* refused = may_write() ? "FAILED_PRECONDITION" : "SEC_ERROR_READ_ONLY";
  EXPECT_EQ(Why(CertificateDatabase().SetTrust(root, Trust::Parse("C,,").value())), refused);
  EXPECT_EQ(Why(CertificateDatabase().Delete(root)), refused);
  const absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "added");
  EXPECT_EQ(Why(key.status()), may_write() ? "OK" : "SEC_ERROR_READ_ONLY");
  ExpectAnswersOfTheNewerNss();
  profile_.SwitchTo("first");
  EXPECT_EQ(TrustRecords(folder), records);
}

class CountingPrompter : public PasswordPrompter {
 public:
  absl::StatusOr<std::string> Ask(const PasswordPrompt& /*prompt*/,
                                  const PromptCancellation& /*cancellation*/) override {
    ++asked;
    return std::string(kPassword);
  }
  std::atomic<int> asked{0};
};

TEST(NewerProfilePromptTest, NobodyIsAskedForAPasswordThatCannotBeChecked) {
  const ScratchDir scratch;
  CopyProfile(TestDataPath("firefox/password"), scratch.File("firefox"));
  const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
  CountingPrompter prompter;
  SecurityManager::Config config;
  config.preferences = preferences.get();
  config.prompter = &prompter;
  const std::unique_ptr<SecurityManager> manager =
      SecurityManager::Create(std::move(config)).value();
  ASSERT_TRUE(manager->OpenProfile(scratch.File("firefox")).ok());
  EXPECT_EQ(KeyService().List().ok(), ReadsPasswords());
  {
    // A call of NSS's that logs in by itself.
    const PreventionLock lock = PreventionLock::Acquire("test").value();
    UniqueSlot slot(nss::PK11_GetInternalKeySlot());
    EXPECT_EQ(nss::PK11_Authenticate(slot.get(), PR_TRUE, nullptr) == SECSuccess, ReadsPasswords());
  }
  EXPECT_EQ(prompter.asked, ReadsPasswords() ? 1 : 0);
}

// ---- controls: bare NSS, each in a process of its own ----

[[noreturn]] void BareNssOn(const std::string& folder) {
  if (NSS_InitReadWrite(("sql:" + folder).c_str()) != SECSuccess) _exit(1);
  const auto judge = [](const char* nickname) {
    CERTCertificate* certificate = PK11_FindCertFromNickname(nickname, nullptr);
    const SECStatus valid = CERT_VerifyCertificate(
        CERT_GetDefaultCertDB(), certificate, PR_TRUE, certificateUsageSSLServer,
        absl::ToUnixMicros(VerificationTime()), nullptr, nullptr, nullptr);
    return valid == SECSuccess ? std::string("valid") : NssErrorName(PORT_GetError());
  };
  // As a user would who sees that trust is lost.
  const std::string before = judge("leaf");
  CERTCertTrust trust = {};
  CERTCertificate* root = PK11_FindCertFromNickname("root", nullptr);
  if (CERT_DecodeTrustString(&trust, "CT,C,C") != SECSuccess ||
      CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), root, &trust) != SECSuccess) {
    _exit(2);
  }
  fprintf(stderr, "leaf %s; distrusted leaf %s\n", before.c_str(),
          judge("distrusted leaf").c_str());
  _exit(0);
}

[[noreturn]] void BareNssLogsInto(const std::string& folder) {
  if (NSS_InitReadWrite(("sql:" + folder).c_str()) != SECSuccess) _exit(1);
  const SECStatus right = PK11_CheckUserPassword(PK11_GetInternalKeySlot(), kPassword);
  fprintf(stderr, "%s\n", right == SECSuccess ? "right" : NssErrorName(PORT_GetError()).c_str());
  _exit(0);
}

class NewerProfileDeathTest : public testing::Test {
 protected:
  NewerProfileDeathTest() { testing::GTEST_FLAG(death_test_style) = "threadsafe"; }
  const ScratchDir scratch_;
};

TEST_F(NewerProfileDeathTest,
       ControlBareNssThatCannotReadItLosesTrustAndTakesTheDistrustedForValid) {
  CopyProfile(TestDataPath("newer_nss"), scratch_.File("made"));
  EXPECT_EXIT(BareNssOn(scratch_.File("made")), testing::ExitedWithCode(0),
              ReadsTrust() ? "leaf valid; distrusted leaf SEC_ERROR_UNTRUSTED_CERT"
                           : "leaf SEC_ERROR_UNTRUSTED_ISSUER; distrusted leaf valid");
}

TEST_F(NewerProfileDeathTest, ControlBareNssThatCannotCheckItCallsTheRightPasswordWrong) {
  CopyProfile(TestDataPath("firefox/password"), scratch_.File("firefox"));
  EXPECT_EXIT(BareNssLogsInto(scratch_.File("firefox")), testing::ExitedWithCode(0),
              ReadsPasswords() ? "right" : "SEC_ERROR_BAD_PASSWORD");
}

}  // namespace
}  // namespace psm
