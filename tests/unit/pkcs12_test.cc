#include "psm/pkcs12.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <string.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "psm/key_service.h"
#include "psm/token_password.h"
#include "shutdown/prevention_lock.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

constexpr char kUnicodePassword[] = "pässwörd €😀";
constexpr CertificateDatabase kDatabase;
constexpr Pkcs12 kPkcs12;

std::string File(absl::string_view name) {
  std::string bytes = ReadWholeFile(TestDataPath(absl::StrCat("pkcs12/", name, ".p12")));
  EXPECT_FALSE(bytes.empty()) << name;
  return bytes;
}

std::string WhyNotImported(absl::string_view bytes, absl::string_view password = "secret") {
  return Why(kPkcs12.Import(bytes, password).status());
}

void ExpectNothingStored() {
  EXPECT_TRUE(kDatabase.List()->empty());
  EXPECT_TRUE(KeyService().List()->empty());
  PreventionLock lock = PreventionLock::Acquire("test").value();
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  EXPECT_EQ(UniqueGenericObjects(nss::PK11_FindGenericObjects(slot.get(), CKO_PUBLIC_KEY)),
            nullptr);
}

// The stored key makes signatures that the certificate's public key verifies.
void ExpectIsKeyOf(const std::string& key_id, const Certificate& certificate) {
  absl::StatusOr<PrivateKey> key = KeyService().FindById(key_id);
  ASSERT_TRUE(key.ok()) << key.status();
  EXPECT_EQ(key->label(), certificate.Nickname());
  const std::string signature = key->Sign(DigestAlgorithm::kSha256, "message").value();
  PreventionLock lock = PreventionLock::Acquire("test").value();
  SECItem der = BorrowItem(certificate.Der(), "test").value();
  UniqueCertificate decoded(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &der));
  UniqueItem spki(nss::SECKEY_EncodeDERSubjectPublicKeyInfo(
      UniquePublicKey(nss::CERT_ExtractPublicKey(decoded.get())).get()));
  PublicKey public_key = PublicKey::Import(ItemBytes(*spki)).value();
  EXPECT_TRUE(public_key.Verify(DigestAlgorithm::kSha256, "message", signature).ok());
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "u,u,u");
}

struct Sample {
  const char* file;
  const char* password;
  const char* nickname;
  size_t certificates;
};

TEST(Pkcs12Test, ImportsWhatOpensslAndNssWrite) {
  const Sample samples[] = {
      {"openssl_rsa", "secret", "rsa", 2},
      {"openssl_ec", "secret", "ec", 1},
      {"openssl_3des", "secret", "ec", 1},
      {"openssl_rc2", "secret", "ec", 1},
      {"openssl_plain", "secret", "ec", 1},
      {"openssl_sha512", "secret", "p384.example", 1},
      {"openssl_unicode", kUnicodePassword, "Schlüssel €", 1},
      {"openssl_empty", "", "ec", 1},
      {"nss_rsa", "secret", "nss rsa", 1},
      {"nss_ec_3des", "secret", "nss ec", 1},
      {"nss_empty", "", "nss ec", 1},
      {"empty", "", "ec.example", 1},
  };
  for (const Sample& sample : samples) {
    SCOPED_TRACE(sample.file);
    LiveProfile profile;
    absl::StatusOr<std::vector<Pkcs12Entry>> imported =
        kPkcs12.Import(File(sample.file), sample.password);
    ASSERT_TRUE(imported.ok()) << imported.status();
    ASSERT_EQ(imported->size(), sample.certificates);
    const Pkcs12Entry& entry = imported->front();
    EXPECT_EQ(entry.certificate.Nickname(), sample.nickname);
    EXPECT_TRUE(entry.certificate_is_new);
    EXPECT_TRUE(entry.key_is_new);
    EXPECT_EQ(KeyService().List()->size(), 1u);
    profile.SwitchTo("second");
    ExpectNothingStored();
    profile.SwitchTo("first");
    Certificate certificate = kDatabase.FindByNickname(sample.nickname).value();
    ExpectIsKeyOf(entry.key_id, certificate);
  }
}

TEST(Pkcs12Test, ImportsCertificatesWithoutKeys) {
  LiveProfile profile;
  std::vector<Pkcs12Entry> imported = kPkcs12.Import(File("openssl_ca"), "secret").value();
  ASSERT_EQ(imported.size(), 1u);
  EXPECT_EQ(imported[0].certificate.Subject(), "CN=PKCS12 CA");
  EXPECT_EQ(imported[0].key_id, "");
  EXPECT_FALSE(imported[0].key_is_new);
  EXPECT_EQ(kDatabase.GetTrust(imported[0].certificate)->ToString(), ",,");
  EXPECT_TRUE(KeyService().List()->empty());
}

TEST(Pkcs12Test, AWrongPasswordStoresNothing) {
  LiveProfile profile;
  for (const char* file : {"openssl_ec", "openssl_rc2", "openssl_empty", "openssl_plain"}) {
    EXPECT_EQ(WhyNotImported(File(file), "wrong"), "SEC_ERROR_PKCS12_INVALID_MAC") << file;
  }
  EXPECT_EQ(WhyNotImported(File("openssl_ec"), ""), "SEC_ERROR_PKCS12_INVALID_MAC");
  EXPECT_EQ(WhyNotImported(File("openssl_ec"), "\xFF"), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(WhyNotImported(File("openssl_ec"), absl::string_view("secret\0", 7)),
            "SEC_ERROR_INVALID_ARGS");
  ExpectNothingStored();
}

TEST(Pkcs12Test, ACutFileStoresNothing) {
  LiveProfile profile;
  for (const char* file : {"openssl_ec", "nss_ec_3des"}) {
    const std::string bytes = File(file);
    for (size_t length = 0; length < bytes.size(); ++length) {
      EXPECT_EQ(WhyNotImported(bytes.substr(0, length)), "SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE")
          << file << " " << length;
    }
  }
  ExpectNothingStored();
}

TEST(Pkcs12Test, AChangedFileStoresNothing) {
  LiveProfile profile;
  const std::string original = File("openssl_ec");
  for (size_t bit = 0; bit < original.size() * 8; bit += 5) {
    std::string bytes = original;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    const absl::Status status = kPkcs12.Import(bytes, "secret").status();
    EXPECT_TRUE(absl::IsInvalidArgument(status) || absl::IsUnimplemented(status))
        << bit << " " << status;
  }
  ExpectNothingStored();
}

TEST(Pkcs12Test, RefusesAFileWithNothingInIt) {
  LiveProfile profile;
  EXPECT_EQ(WhyNotImported(""), "SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE");
  EXPECT_EQ(WhyNotImported(std::string(1000, '\0')), "SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE");
  EXPECT_EQ(WhyNotImported(std::string((16 << 20) + 1, '0')), "SEC_ERROR_INPUT_LEN");
  EXPECT_EQ(WhyNotImported(File("no_bags")), "SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE");
}

TEST(Pkcs12Test, RefusesAFileWithoutAMac) {
  LiveProfile profile;
  EXPECT_EQ(WhyNotImported(File("openssl_no_mac")), "SEC_ERROR_PKCS12_UNSUPPORTED_TRANSPORT_MODE");
  ExpectNothingStored();
}

TEST(Pkcs12Test, RefusesTenMillionIterationsAtOnce) {
  LiveProfile profile;
  const absl::Time begin = absl::Now();
  EXPECT_EQ(WhyNotImported(File("openssl_iterations")),
            "SEC_ERROR_PKCS12_UNSUPPORTED_PBE_ALGORITHM");
  EXPECT_EQ(WhyNotImported(File("openssl_mac_iterations")),
            "SEC_ERROR_PKCS12_UNSUPPORTED_MAC_ALGORITHM");
  EXPECT_LT(absl::Now() - begin, absl::Seconds(2));
  ExpectNothingStored();
}

TEST(Pkcs12Test, RefusesAKeyThatIsNotItsCertificates) {
  LiveProfile profile;
  for (const char* file : {"other_key", "other_rsa_key", "other_point"}) {
    EXPECT_EQ(WhyNotImported(File(file)), "SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY") << file;
  }
  ExpectNothingStored();
}

// NSS's own decoder follows them by recursion, as deep as the file goes.
TEST(Pkcs12Test, RefusesSafesWithinSafes) {
  LiveProfile profile;
  EXPECT_EQ(WhyNotImported(File("nested")), "SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE");
  ExpectNothingStored();
}

TEST(Pkcs12Test, LeavesWhatIsStoredAsItIs) {
  LiveProfile profile;
  const std::string bytes = File("openssl_rsa");
  std::vector<Pkcs12Entry> first = kPkcs12.Import(bytes, "secret").value();
  ASSERT_TRUE(kDatabase.SetTrust(first[1].certificate, Trust::Parse("CT,,").value()).ok());
  std::vector<Pkcs12Entry> second = kPkcs12.Import(bytes, "secret").value();
  ASSERT_EQ(second.size(), 2u);
  for (const Pkcs12Entry& entry : second) {
    EXPECT_FALSE(entry.certificate_is_new);
    EXPECT_FALSE(entry.key_is_new);
  }
  EXPECT_EQ(second[0].key_id, first[0].key_id);
  EXPECT_EQ(kDatabase.GetTrust(second[1].certificate)->ToString(), "CT,,");
  EXPECT_EQ(kDatabase.List()->size(), 2u);
  EXPECT_EQ(KeyService().List()->size(), 1u);
}

// The key has the label "key of <nickname>".
Certificate AddWithKey(absl::string_view nickname, uint64_t serial) {
  PrivateKey key =
      KeyService().GenerateEc(EllipticCurve::kP256, absl::StrCat("key of ", nickname)).value();
  CertificateRequest request;
  request.subject = "CN=same.example";
  request.serial = serial;
  request.not_before = absl::Now();
  request.not_after = absl::Now() + absl::Hours(1);
  const std::string der = KeyService().MakeSelfSignedCertificate(key, request).value();
  return std::move(kDatabase.Import(der, nickname, Trust()).value().front());
}

TEST(Pkcs12Test, BringsBackTheCertificateOfAKeyThatIsStored) {
  LiveProfile profile;
  Certificate certificate = AddWithKey("mine", 1);
  const std::string file = kPkcs12.Export({&certificate}, "x").value();
  ASSERT_TRUE(kDatabase.Delete(certificate, PrivateKeyDisposal::kKeep).ok());
  std::vector<Pkcs12Entry> imported = kPkcs12.Import(file, "x").value();
  EXPECT_TRUE(imported[0].certificate_is_new);
  EXPECT_FALSE(imported[0].key_is_new);
  EXPECT_EQ(KeyService().FindById(imported[0].key_id)->label(), "key of mine");
  EXPECT_EQ(KeyService().List()->size(), 1u);
}

TEST(Pkcs12Test, RefusesOrChangesANicknameThatIsTaken) {
  LiveProfile profile;
  ASSERT_TRUE(kPkcs12.Import(File("openssl_ec"), "secret").ok());
  const std::string other = File("openssl_same_name");
  EXPECT_EQ(WhyNotImported(other), "SEC_ERROR_CERT_NICKNAME_COLLISION");
  EXPECT_EQ(kDatabase.List()->size(), 1u);
  EXPECT_EQ(KeyService().List()->size(), 1u);
  std::vector<Pkcs12Entry> renamed =
      kPkcs12.Import(other, "secret", NicknameCollision::kRename).value();
  EXPECT_EQ(renamed[0].certificate.Nickname(), "ec #2");
  ExpectIsKeyOf(renamed[0].key_id, renamed[0].certificate);
}

TEST(Pkcs12Test, RefusesOrChangesANicknameThatTheFileHasTwice) {
  LiveProfile profile;
  const std::string file = File("same_names");
  EXPECT_EQ(WhyNotImported(file), "SEC_ERROR_CERT_NICKNAME_COLLISION");
  ExpectNothingStored();
  std::vector<Pkcs12Entry> renamed =
      kPkcs12.Import(file, "secret", NicknameCollision::kRename).value();
  EXPECT_EQ(renamed[0].certificate.Nickname(), "same");
  EXPECT_EQ(renamed[1].certificate.Nickname(), "same #2");
}

TEST(Pkcs12Test, GivesACertificateTheNicknameOfItsSubject) {
  LiveProfile profile;
  std::string file;
  {
    Certificate certificate = AddWithKey("theirs", 1);
    file = kPkcs12.Export({&certificate}, "x").value();
  }
  profile.SwitchTo("second");
  AddWithKey("mine", 2);
  std::vector<Pkcs12Entry> imported = kPkcs12.Import(file, "x").value();
  EXPECT_EQ(imported[0].certificate.Nickname(), "mine");
  ExpectIsKeyOf(imported[0].key_id, imported[0].certificate);
}

// The second certificate of the file is one that cannot be stored: a newer NSS has trust for it.
TEST(Pkcs12Test, RemovesWhatItStoredWhenTheRestFails) {
  LiveProfile profile;
  profile.Prefer(kNewerProfilePref, "write");
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  Certificate ca = kDatabase.FindByNickname("Lab Root CA - Lab").value();
  {
    PreventionLock lock = PreventionLock::Acquire("test").value();
    SECItem der = BorrowItem(ca.Der(), "test").value();
    UniqueCertificate stored(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &der));
    ASSERT_EQ(nss::SEC_DeletePermCertificate(stored.get()), SECSuccess);
  }
  const size_t certificates = kDatabase.List()->size();
  const size_t keys = KeyService().List()->size();
  absl::StatusOr<std::vector<Pkcs12Entry>> imported =
      kPkcs12.Import(File("openssl_newer_trust"), "secret");
  if (imported.ok()) {  // this NSS is as new
    EXPECT_EQ(kDatabase.List()->size(), certificates + 2);
    return;
  }
  EXPECT_EQ(Why(imported.status()), "FAILED_PRECONDITION") << imported.status();
  EXPECT_EQ(kDatabase.List()->size(), certificates);
  EXPECT_EQ(KeyService().List()->size(), keys);
  EXPECT_EQ(Why(kDatabase.FindByNickname("ec").status()), "SEC_ERROR_UNKNOWN_CERT");
}

TEST(Pkcs12Test, NeedsALogin) {
  LiveProfile profile;
  std::vector<Pkcs12Entry> imported = kPkcs12.Import(File("openssl_ec"), "secret").value();
  TokenPassword password;
  ASSERT_TRUE(password.Change("", "token").ok());
  ASSERT_TRUE(password.Logout().ok());
  EXPECT_EQ(WhyNotImported(File("openssl_rsa")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(Why(kPkcs12.Export({&imported[0].certificate}, "x").status()),
            "SEC_ERROR_BAD_PASSWORD");
  ASSERT_TRUE(password.Login("token").ok());
  EXPECT_EQ(WhyNotImported(File("openssl_rsa")), "OK");
}

TEST(Pkcs12Test, AReadOnlyProfileIsNotImportedInto) {
  LiveProfile profile;
  ASSERT_TRUE(kPkcs12.Import(File("openssl_ec"), "secret").ok());
  profile.SwitchTo("second");
  profile.SwitchToReadOnly("first");
  EXPECT_EQ(WhyNotImported(File("openssl_rsa")), "SEC_ERROR_READ_ONLY");
  Certificate certificate = kDatabase.FindByNickname("ec").value();
  EXPECT_TRUE(kPkcs12.Export({&certificate}, "x").ok());
}

TEST(Pkcs12Test, IsRefusedWhileNoProfileIsOpenAndUnderAnother) {
  LiveProfile profile;
  std::vector<Pkcs12Entry> imported = kPkcs12.Import(File("openssl_ec"), "secret").value();
  profile.SwitchTo("second");
  EXPECT_EQ(Why(kPkcs12.Export({&imported[0].certificate}, "x").status()), "gate");
  profile.Close();
  EXPECT_EQ(WhyNotImported(File("openssl_ec")), "gate");
  EXPECT_EQ(Why(kPkcs12.Export({&imported[0].certificate}, "x").status()), "gate");
}

TEST(Pkcs12Test, ImportsWhatItExported) {
  LiveProfile profile;
  std::vector<std::string> files;
  std::vector<std::string> ids;
  {
    std::vector<Pkcs12Entry> rsa = kPkcs12.Import(File("openssl_rsa"), "secret").value();
    std::vector<Pkcs12Entry> ec = kPkcs12.Import(File("openssl_sha512"), "secret").value();
    ids = {rsa[0].key_id, ec[0].key_id};
    for (const char* password : {"", kUnicodePassword}) {
      absl::StatusOr<std::string> file =
          kPkcs12.Export({&rsa[0].certificate, &ec[0].certificate}, password);
      ASSERT_TRUE(file.ok()) << file.status();
      files.push_back(*std::move(file));
    }
  }
  size_t next = 0;
  for (const char* password : {"", kUnicodePassword}) {
    SCOPED_TRACE(password);
    profile.SwitchTo(absl::StrCat("profile ", next));
    absl::StatusOr<std::vector<Pkcs12Entry>> imported = kPkcs12.Import(files[next++], password);
    ASSERT_TRUE(imported.ok()) << imported.status();
    EXPECT_EQ(imported->size(), 3u);  // and the CA
    for (const std::string& id : ids) {
      for (const Pkcs12Entry& entry : *imported) {
        if (entry.key_id == id) ExpectIsKeyOf(id, entry.certificate);
      }
    }
    EXPECT_EQ(KeyService().List()->size(), 2u);
  }
}

TEST(Pkcs12Test, ExportsNothingWithoutAKey) {
  LiveProfile profile;
  std::vector<Pkcs12Entry> ca = kPkcs12.Import(File("openssl_ca"), "secret").value();
  EXPECT_EQ(Why(kPkcs12.Export({&ca[0].certificate}, "x").status()), "SEC_ERROR_NO_KEY");
  EXPECT_EQ(Why(kPkcs12.Export({}, "x").status()), "SEC_ERROR_INVALID_ARGS");
  ASSERT_TRUE(kDatabase.Delete(ca[0].certificate).ok());
  EXPECT_EQ(Why(kPkcs12.Export({&ca[0].certificate}, "x").status()), "SEC_ERROR_UNKNOWN_CERT");
}

TEST(Pkcs12Test, NssReadsWhatItExported) {
  LiveProfile profile;
  ScratchDir scratch;
  for (const char* password : {"", kUnicodePassword}) {
    std::vector<Pkcs12Entry> imported = kPkcs12.Import(File("openssl_rsa"), "secret").value();
    const std::string file =
        scratch.Write("exported.p12", kPkcs12.Export({&imported[0].certificate}, password).value());
    const std::string folder = scratch.File(absl::StrCat("other", strlen(password)));
    std::filesystem::create_directory(folder);
    EXPECT_EQ(system(absl::StrCat("export LC_ALL=C.UTF-8; timeout 60 certutil -N -d 'sql:", folder,
                                  "' --empty-password && timeout 60 pk12util -i '", file,
                                  "' -d 'sql:", folder, "' -K '' -W '", password,
                                  "' >/dev/null && timeout 60 certutil -K -d 'sql:", folder,
                                  "' | grep -q rsa")
                         .c_str()),
              0)
        << password;
  }
}

}  // namespace
}  // namespace psm
