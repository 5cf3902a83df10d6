#include "psm/key_service.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "psm/certificate_database.h"
#include "psm/token_password.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

constexpr DigestAlgorithm kSha256 = DigestAlgorithm::kSha256;

PrivateKey EcKey(absl::string_view label = "") {
  return KeyService().GenerateEc(EllipticCurve::kP256, label).value();
}

CertificateRequest Request(absl::string_view subject = "CN=example") {
  CertificateRequest request;
  request.subject = std::string(subject);
  request.not_before = absl::Now() - absl::Hours(1);
  request.not_after = absl::Now() + absl::Hours(1);
  return request;
}

std::string Flip(std::string text, size_t bit) {
  text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
  return text;
}

void ExpectSigns(const PrivateKey& key) {
  PublicKey public_key = key.GetPublicKey().value();
  EXPECT_EQ(public_key.type(), key.type());
  for (DigestAlgorithm algorithm : {kSha256, DigestAlgorithm::kSha384, DigestAlgorithm::kSha512}) {
    for (const std::string& data : {std::string("message"), std::string(),
                                    std::string(1 << 20, 'x'), std::string("a\0b", 3)}) {
      absl::StatusOr<std::string> signature = key.Sign(algorithm, data);
      ASSERT_TRUE(signature.ok()) << signature.status();
      EXPECT_TRUE(public_key.Verify(algorithm, data, *signature).ok());
      EXPECT_EQ(Why(public_key.Verify(algorithm, data + "x", *signature)),
                "SEC_ERROR_BAD_SIGNATURE");
    }
  }
}

TEST(KeyServiceTest, RsaKeysSign) {
  LiveProfile profile;
  PrivateKey session = KeyService().GenerateRsa(2048).value();
  EXPECT_EQ(session.type(), KeyType::kRsa);
  EXPECT_FALSE(session.stored());
  ExpectSigns(session);
  PrivateKey stored = KeyService().GenerateRsa(2048, "label").value();
  EXPECT_TRUE(stored.stored());
  EXPECT_EQ(stored.label(), "label");
  EXPECT_EQ(stored.id().size(), 40u);
  ExpectSigns(stored);
}

TEST(KeyServiceTest, EcKeysOfEachCurveSign) {
  LiveProfile profile;
  for (EllipticCurve curve : {EllipticCurve::kP256, EllipticCurve::kP384, EllipticCurve::kP521}) {
    PrivateKey session = KeyService().GenerateEc(curve).value();
    EXPECT_EQ(session.type(), KeyType::kEc);
    ExpectSigns(session);
    ExpectSigns(KeyService().GenerateEc(curve, "label").value());
  }
}

TEST(KeyServiceTest, RefusesOtherSizesOfRsa) {
  LiveProfile profile;
  for (int bits : {-1, 0, 512, 1024, 2047, 2049, 8200, 1 << 30}) {
    EXPECT_EQ(Why(KeyService().GenerateRsa(bits).status()), "SEC_ERROR_INVALID_ARGS") << bits;
  }
}

TEST(KeyServiceTest, RefusesToSignWithSha1) {
  LiveProfile profile;
  EXPECT_EQ(Why(EcKey().Sign(DigestAlgorithm::kSha1, "x").status()), "SEC_ERROR_INVALID_ALGORITHM");
}

TEST(KeyServiceTest, RefusesSignaturesThatWereChanged) {
  LiveProfile profile;
  for (const PrivateKey& key : {EcKey(), KeyService().GenerateRsa(2048).value()}) {
    PublicKey public_key = key.GetPublicKey().value();
    const std::string signature = key.Sign(kSha256, "x").value();
    for (size_t bit = 0; bit < signature.size() * 8; bit += 3) {
      EXPECT_FALSE(public_key.Verify(kSha256, "x", Flip(signature, bit)).ok()) << bit;
    }
    for (size_t length = 0; length < signature.size(); ++length) {
      EXPECT_FALSE(public_key.Verify(kSha256, "x", signature.substr(0, length)).ok()) << length;
    }
    EXPECT_FALSE(public_key.Verify(DigestAlgorithm::kSha512, "x", signature).ok());
    EXPECT_FALSE(EcKey().GetPublicKey()->Verify(kSha256, "x", signature).ok());
  }
}

TEST(KeyServiceTest, PublicKeysTravelAsSpki) {
  LiveProfile profile;
  for (const PrivateKey& key : {EcKey(), KeyService().GenerateRsa(2048).value()}) {
    const std::string spki = key.GetPublicKey()->ExportSpki().value();
    PublicKey imported = PublicKey::Import(spki).value();
    EXPECT_EQ(imported.type(), key.type());
    EXPECT_EQ(imported.ExportSpki().value(), spki);
    EXPECT_TRUE(imported.Verify(kSha256, "x", key.Sign(kSha256, "x").value()).ok());
  }
}

TEST(KeyServiceTest, RefusesSpkiThatWasCutOrChanged) {
  LiveProfile profile;
  PrivateKey key = EcKey();
  const std::string signature = key.Sign(kSha256, "x").value();
  const std::string spki = key.GetPublicKey()->ExportSpki().value();
  for (size_t length = 0; length < spki.size(); ++length) {
    EXPECT_FALSE(PublicKey::Import(spki.substr(0, length)).ok()) << length;
  }
  EXPECT_FALSE(PublicKey::Import(spki + "x").ok());
  for (size_t bit = 0; bit < spki.size() * 8; ++bit) {
    absl::StatusOr<PublicKey> changed = PublicKey::Import(Flip(spki, bit));
    // What still decodes is another key, or none.
    EXPECT_FALSE(changed.ok() && changed->Verify(kSha256, "x", signature).ok()) << bit;
  }
}

TEST(KeyServiceTest, FindsStoredKeysAgain) {
  LiveProfile profile;
  EXPECT_TRUE(KeyService().List()->empty());
  const std::string id = EcKey("one").id();
  EcKey("two");
  EcKey("two");
  EcKey();
  profile.SwitchTo("second");
  EXPECT_TRUE(KeyService().List()->empty());
  EXPECT_EQ(Why(KeyService().FindById(id).status()), "SEC_ERROR_NO_KEY");
  EXPECT_EQ(Why(KeyService().FindByLabel("one").status()), "SEC_ERROR_NO_KEY");
  profile.SwitchTo("first");
  EXPECT_EQ(KeyService().List()->size(), 3u);
  EXPECT_EQ(KeyService().FindByLabel("two")->size(), 2u);
  PrivateKey key = KeyService().FindById(id).value();
  EXPECT_EQ(key.label(), "one");
  EXPECT_EQ(key.id(), id);
  EXPECT_TRUE(key.stored());
  ExpectSigns(key);
  ExpectSigns(KeyService().FindByLabel("one")->front());
}

TEST(KeyServiceTest, RefusesIdsThatAreNone) {
  LiveProfile profile;
  for (absl::string_view id : {"", "a", "xy", "ab cd", "0x12"}) {
    EXPECT_EQ(Why(KeyService().FindById(id).status()), "SEC_ERROR_INVALID_ARGS") << id;
  }
  EXPECT_EQ(Why(KeyService().FindById("abcd").status()), "SEC_ERROR_NO_KEY");
  EXPECT_EQ(Why(KeyService().FindByLabel("none").status()), "SEC_ERROR_NO_KEY");
}

TEST(KeyServiceTest, RefusesLabelsWithNulBytes) {
  LiveProfile profile;
  const absl::string_view label("a\0b", 3);
  EXPECT_EQ(Why(KeyService().GenerateEc(EllipticCurve::kP256, label).status()),
            "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(KeyService().FindByLabel(label).status()), "SEC_ERROR_INVALID_ARGS");
  EXPECT_TRUE(KeyService().List()->empty());
}

TEST(KeyServiceTest, DeletesBothHalvesOfAPair) {
  LiveProfile profile;
  PrivateKey key = EcKey("label");
  PrivateKey kept = EcKey("kept");
  ASSERT_TRUE(key.Delete().ok());
  EXPECT_EQ(Why(key.Sign(kSha256, "x").status()), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(key.Delete()), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(KeyService().FindByLabel("label").status()), "SEC_ERROR_NO_KEY");
  EXPECT_EQ(KeyService().List()->size(), 1u);
  ExpectSigns(kept);
  PrivateKey session = EcKey();
  EXPECT_TRUE(session.Delete().ok());
}

TEST(KeyServiceTest, SaysSoWhenAKeyWasDeletedThroughAnotherHandle) {
  LiveProfile profile;
  PrivateKey key = EcKey("label");
  ASSERT_TRUE(KeyService().FindById(key.id())->Delete().ok());
  EXPECT_FALSE(key.Sign(kSha256, "x").ok());
  EXPECT_FALSE(key.Delete().ok());
}

TEST(KeyServiceTest, StoredKeysNeedALogin) {
  LiveProfile profile;
  TokenPassword password;
  const std::string id = EcKey("label").id();
  ASSERT_TRUE(password.Change("", "secret").ok());
  ASSERT_TRUE(password.Logout().ok());
  EXPECT_EQ(Why(KeyService().List().status()), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(KeyService().FindById(id).status()), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(KeyService().FindByLabel("label").status()), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(KeyService().GenerateEc(EllipticCurve::kP256, "x").status()),
            "SEC_ERROR_BAD_PASSWORD");
  ExpectSigns(EcKey());
  ASSERT_TRUE(password.Login("secret").ok());
  ExpectSigns(KeyService().FindById(id).value());
  EXPECT_EQ(KeyService().List()->size(), 1u);
}

TEST(KeyServiceTest, MakesCertificatesThatVerify) {
  LiveProfile profile;
  KeyService keys;
  CertificateDatabase database;
  PrivateKey ca_key = EcKey();
  PrivateKey leaf_key = keys.GenerateRsa(2048).value();
  CertificateRequest ca = Request("CN=Test CA,O=Example");
  ca.is_ca = true;
  CertificateRequest leaf = Request("CN=leaf.example");
  leaf.serial = 18446744073709551615u;
  leaf.digest = DigestAlgorithm::kSha384;
  const std::string ca_der = keys.MakeSelfSignedCertificate(ca_key, ca).value();
  const std::string leaf_der =
      keys.IssueCertificate(ca_key, ca.subject, leaf_key.GetPublicKey().value(), leaf).value();
  ASSERT_TRUE(database.Import(ca_der, "ca", Trust::Parse("CT,C,C").value()).ok());
  Certificate certificate = std::move(database.Import(leaf_der, "leaf", Trust()).value().front());
  EXPECT_EQ(certificate.Subject(), "CN=leaf.example");
  EXPECT_EQ(certificate.Issuer(), "CN=Test CA,O=Example");
  EXPECT_TRUE(database.Verify(certificate, CertificateUsage::kSslServer, absl::Now()).ok());
}

TEST(KeyServiceTest, RefusesCertificatesThatMakeNoSense) {
  LiveProfile profile;
  PrivateKey key = EcKey();
  for (absl::string_view subject : {absl::string_view(""), absl::string_view("no equals sign"),
                                    absl::string_view("CN=a\0b", 6)}) {
    EXPECT_EQ(Why(KeyService().MakeSelfSignedCertificate(key, Request(subject)).status()),
              "SEC_ERROR_INVALID_ARGS")
        << subject;
  }
  CertificateRequest backwards = Request();
  std::swap(backwards.not_before, backwards.not_after);
  EXPECT_EQ(Why(KeyService().MakeSelfSignedCertificate(key, backwards).status()),
            "SEC_ERROR_INVALID_ARGS");
  CertificateRequest sha1 = Request();
  sha1.digest = DigestAlgorithm::kSha1;
  EXPECT_EQ(Why(KeyService().MakeSelfSignedCertificate(key, sha1).status()),
            "SEC_ERROR_INVALID_ALGORITHM");
  CertificateRequest endless = Request();
  endless.not_after = absl::InfiniteFuture();
  EXPECT_FALSE(KeyService().MakeSelfSignedCertificate(key, endless).ok());
}

TEST(KeyServiceTest, KeysAreRefusedUnderAnotherProfile) {
  for (const char* mode : {"coordinated", "never"}) {
    LiveProfile profile(mode);
    std::vector<PrivateKey> keys;
    keys.push_back(EcKey());
    keys.push_back(EcKey("label"));
    PublicKey public_key = keys[0].GetPublicKey().value();
    const std::string signature = keys[0].Sign(kSha256, "x").value();
    profile.SwitchTo("second");
    PrivateKey other = EcKey();
    for (PrivateKey& key : keys) {
      EXPECT_EQ(Why(key.Sign(kSha256, "x").status()), "gate") << mode;
      EXPECT_EQ(Why(key.GetPublicKey().status()), "gate") << mode;
      EXPECT_EQ(Why(key.Delete()), "gate") << mode;
      EXPECT_EQ(Why(KeyService().MakeSelfSignedCertificate(key, Request()).status()), "gate");
    }
    EXPECT_EQ(Why(public_key.Verify(kSha256, "x", signature)), "gate") << mode;
    EXPECT_EQ(Why(public_key.ExportSpki().status()), "gate") << mode;
    EXPECT_EQ(Why(KeyService().IssueCertificate(other, "CN=x", public_key, Request()).status()),
              "gate")
        << mode;
    profile.SwitchTo("first");
    EXPECT_EQ(Why(keys[1].Sign(kSha256, "x").status()), "gate") << mode;
    EXPECT_EQ(Why(other.Sign(kSha256, "x").status()), "gate") << mode;
    EXPECT_EQ(KeyService().List()->size(), 1u) << mode;
  }
}

TEST(KeyServiceTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  PrivateKey key = EcKey();
  profile.Close();
  EXPECT_EQ(Why(key.Sign(kSha256, "x").status()), "gate");
  EXPECT_EQ(Why(KeyService().GenerateEc(EllipticCurve::kP256).status()), "gate");
  EXPECT_EQ(Why(KeyService().GenerateRsa(2048).status()), "gate");
  EXPECT_EQ(Why(KeyService().List().status()), "gate");
  EXPECT_EQ(Why(KeyService().FindById("ab").status()), "gate");
  EXPECT_EQ(Why(KeyService().FindByLabel("x").status()), "gate");
  EXPECT_EQ(Why(PublicKey::Import("x").status()), "gate");
}

TEST(KeyServiceTest, OneKeyServesSeveralThreads) {
  LiveProfile profile;
  PrivateKey key = EcKey("label");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&key] {
      PublicKey public_key = key.GetPublicKey().value();
      for (int i = 0; i < 50; ++i) {
        EXPECT_TRUE(public_key.Verify(kSha256, "x", key.Sign(kSha256, "x").value()).ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(KeyServiceTest, SeveralThreadsMakeAndDeleteKeys) {
  LiveProfile profile;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      for (int i = 0; i < 10; ++i) {
        absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "label");
        ASSERT_TRUE(key.ok()) << key.status();
        EXPECT_TRUE(KeyService().List().ok());
        EXPECT_TRUE(key->Delete().ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(KeyService().List()->empty());
}

TEST(KeyServiceTest, AReadOnlyProfileKeepsItsKeys) {
  LiveProfile profile;
  const std::string id = EcKey("label").id();
  profile.SwitchTo("second");
  profile.SwitchToReadOnly("first");
  EXPECT_EQ(Why(KeyService().GenerateEc(EllipticCurve::kP256, "other").status()),
            "SEC_ERROR_READ_ONLY");
  PrivateKey key = KeyService().FindById(id).value();
  EXPECT_EQ(Why(key.Delete()), "SEC_ERROR_READ_ONLY");
  ExpectSigns(key);
  ExpectSigns(EcKey());
}

}  // namespace
}  // namespace psm
