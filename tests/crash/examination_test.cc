// The examination of the crash laboratory finds each kind of damage, and nothing in a sound
// profile.

#include "tests/crash/examination.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "absl/strings/escaping.h"
#include "absl/time/clock.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "psm/key_service.h"
#include "psm/preferences.h"
#include "psm/symmetric_key.h"
#include "tests/crash/actions.h"
#include "tests/crash/scratch.h"

namespace psm::crash {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// A profile with one certificate, one pair, one AES key and one secret, and its ledger.
class ExaminationTest : public testing::Test {
 protected:
  ExaminationTest() : preferences_(MakePreferenceService()) {
    absl::StatusOr<std::unique_ptr<SecurityManager>> manager = MakeManager(preferences_.get());
    EXPECT_TRUE(manager.ok()) << manager.status();
    manager_ = *std::move(manager);
    EXPECT_TRUE(manager_->OpenProfile(folder_.path()).ok());
    ledger_.creation = Creation::kDone;
    ledger_.passwords = {""};
    Certify();
    absl::StatusOr<SymmetricKey> aes = SymmetricKey::Generate(256, "aes");
    EXPECT_TRUE(aes.ok()) << aes.status();
    ledger_.aes_keys["aes"] = {"text", absl::Base64Escape(*aes->EncryptGcm("text"))};
    ledger_.secrets = {{"text", *SecretDecoderRing().EncryptString("text")}};
  }

  void Certify() {
    absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "key");
    ASSERT_TRUE(key.ok()) << key.status();
    ledger_.keys["key"] = {key->id(), absl::Base64Escape(*key->GetPublicKey()->ExportSpki())};
    CertificateRequest request;
    request.subject = "CN=examined";
    request.not_before = absl::Now() - absl::Hours(48);
    request.not_after = absl::Now() + absl::Hours(48);
    request.is_ca = true;
    der_ = *KeyService().MakeSelfSignedCertificate(*key, request);
    const Trust trust = *Trust::Parse("C,,");
    ASSERT_TRUE(CertificateDatabase().Import(der_, "certificate", trust).ok());
    ledger_.certificates["certificate"] = {absl::Base64Escape(der_), {"C,,"}, "key"};
  }

  Certificate Stored() { return *CertificateDatabase().FindByDer(der_); }

  // Removes one half of the pair.
  static void DeleteHalf(CK_OBJECT_CLASS object_class) {
    UniqueSlot slot(nss::PK11_GetInternalKeySlot());
    UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot.get(), object_class));
    ASSERT_NE(objects, nullptr);
    const CK_OBJECT_HANDLE handle =
        nss::PK11_GetObjectHandle(PK11_TypeGeneric, objects.get(), nullptr);
    ASSERT_EQ(nss::PK11_DestroyTokenObject(slot.get(), handle), SECSuccess);
  }

  std::vector<Verdict> Verdicts() {
    EXPECT_TRUE(manager_->CloseProfile().ok());
    std::vector<Verdict> verdicts;
    for (const Finding& finding : ExamineProfile(manager_.get(), folder_.path(), &ledger_)) {
      verdicts.push_back(finding.verdict);
    }
    return verdicts;
  }

  const ScratchFolder folder_;
  const std::unique_ptr<PreferenceService> preferences_;
  std::unique_ptr<SecurityManager> manager_;
  ProfileLedger ledger_;
  std::string der_;
};

TEST_F(ExaminationTest, FindsNothingInASoundProfile) {
  EXPECT_THAT(Verdicts(), IsEmpty());
  EXPECT_THAT(Verdicts(), IsEmpty()) << "it left something behind";
}

TEST_F(ExaminationTest, FindsAMissingCertificate) {
  ASSERT_TRUE(CertificateDatabase().Delete(Stored()).ok());
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kLost));
}

TEST_F(ExaminationTest, FindsADeletedCertificateThatIsBack) {
  ledger_.certificates.clear();
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kLost));
}

TEST_F(ExaminationTest, FindsTrustThatWasNeverGiven) {
  ASSERT_TRUE(CertificateDatabase().SetTrust(Stored(), Trust()).ok());
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kTrustLost));
}

TEST_F(ExaminationTest, FindsTrustWithTheSignaturesOfAnother) {
  const std::string file = folder_.path() + "/cert9.db";
  ASSERT_TRUE(manager_->CloseProfile().ok());
  std::filesystem::copy(file, file + ".old");
  ASSERT_TRUE(manager_->OpenProfile(folder_.path()).ok());
  ASSERT_TRUE(CertificateDatabase().SetTrust(Stored(), *Trust::Parse(",,")).ok());
  ASSERT_TRUE(manager_->CloseProfile().ok());
  std::filesystem::rename(file + ".old", file);
  ASSERT_TRUE(manager_->OpenProfile(folder_.path()).ok());
  ledger_.certificates["certificate"].trusts = {",,"};
  EXPECT_THAT(Verdicts(), Contains(Verdict::kHalfMade));
}

TEST_F(ExaminationTest, TakesEitherTrustOfAChangeInFlight) {
  ASSERT_TRUE(CertificateDatabase().SetTrust(Stored(), *Trust::Parse("p,p,p")).ok());
  ledger_.certificates["certificate"].trusts.insert("p,p,p");
  EXPECT_THAT(Verdicts(), IsEmpty());
  EXPECT_THAT(ledger_.certificates["certificate"].trusts, ElementsAre("p,p,p"));
}

TEST_F(ExaminationTest, FindsAnImportInFlightThatLacksItsTrust) {
  ASSERT_TRUE(CertificateDatabase().SetTrust(Stored(), Trust()).ok());
  ledger_.certificates["certificate"].certain = false;
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kHalfMade));
}

TEST_F(ExaminationTest, TakesAnImportInFlightThatDidNotHappen) {
  ASSERT_TRUE(CertificateDatabase().Delete(Stored()).ok());
  ledger_.certificates["certificate"].certain = false;
  EXPECT_THAT(Verdicts(), IsEmpty());
  EXPECT_THAT(ledger_.certificates, IsEmpty());
}

TEST_F(ExaminationTest, FindsAPairThatWentWithoutItsCertificate) {
  ASSERT_TRUE(KeyService().FindById(ledger_.keys["key"].id)->Delete().ok());
  ledger_.keys["key"].certain = false;
  ledger_.certificates["certificate"].certain = false;
  ledger_.certificates["certificate"].goes_with_key = true;
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kHalfMade));
}

TEST_F(ExaminationTest, FindsAPrivateKeyWithoutItsPublicKey) {
  DeleteHalf(CKO_PUBLIC_KEY);
  EXPECT_THAT(Verdicts(), Contains(Verdict::kHalfMade));
}

TEST_F(ExaminationTest, FindsAPublicKeyWithoutItsPrivateKey) {
  DeleteHalf(CKO_PRIVATE_KEY);
  EXPECT_THAT(Verdicts(), Contains(Verdict::kHalfMade));
}

TEST_F(ExaminationTest, FindsAPairWithoutALabel) {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  PK11RSAGenParams parameters = {2048, 65537};
  SECKEYPublicKey* public_half = nullptr;
  UniquePrivateKey key(nss::PK11_GenerateKeyPairWithFlags(
      slot.get(), CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, &public_half,
      PK11_ATTR_TOKEN | PK11_ATTR_PRIVATE | PK11_ATTR_SENSITIVE, nullptr));
  UniquePublicKey public_key(public_half);
  ASSERT_NE(key, nullptr);
  key.reset();
  public_key.reset();
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kHalfMade));
}

TEST_F(ExaminationTest, FindsMissingKeys) {
  ASSERT_TRUE(SymmetricKey::FindByLabel("aes")->Delete().ok());
  ledger_.keys["another"] = ledger_.keys["key"];
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kLost, Verdict::kLost));
}

TEST_F(ExaminationTest, FindsASecretThatDoesNotDecrypt) {
  ledger_.secrets[0].text = "another";
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kLost));
}

TEST_F(ExaminationTest, FindsAPasswordThatNobodySet) {
  ASSERT_TRUE(TokenPassword().Change("", "unknown").ok());
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kLost));
}

TEST_F(ExaminationTest, FindsAnEmptiedProfile) {
  ASSERT_TRUE(manager_->CloseProfile().ok());
  for (const char* name : {"cert9.db", "key4.db"}) {
    std::filesystem::remove(folder_.path() + "/" + name);
  }
  EXPECT_THAT(Verdicts(), Contains(Verdict::kLost));
}

TEST_F(ExaminationTest, FindsADatabaseThatIsNoDatabase) {
  ASSERT_TRUE(manager_->CloseProfile().ok());
  std::ofstream(folder_.path() + "/cert9.db", std::ios::trunc) << std::string(4096, 'x');
  EXPECT_THAT(Verdicts(), ElementsAre(Verdict::kCannotOpen));
}

}  // namespace
}  // namespace psm::crash
