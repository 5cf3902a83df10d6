#include "psm/certificate_database.h"

#include <gtest/gtest.h>
#include <nss.h>
#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "psm/digest.h"
#include "psm/key_service.h"
#include "psm/token_password.h"
#include "tests/unit/child_process.h"
#include "tests/unit/live_profile.h"

namespace psm {
namespace {

const CertificateDatabase kDatabase;

// Signs certificates; it need not be stored in any profile.
class Issuer {
 public:
  explicit Issuer(absl::string_view subject = "CN=Test CA")
      : subject_(subject), key_(KeyService().GenerateEc(EllipticCurve::kP256).value()) {}

  std::string Ca(uint64_t serial = 1) const {
    return KeyService().MakeSelfSignedCertificate(key_, Request(subject_, serial, true)).value();
  }
  std::string Leaf(absl::string_view subject, uint64_t serial) const {
    return KeyService()
        .IssueCertificate(key_, subject_, key_.GetPublicKey().value(),
                          Request(subject, serial, false))
        .value();
  }

 private:
  static CertificateRequest Request(absl::string_view subject, uint64_t serial, bool is_ca) {
    CertificateRequest request;
    request.subject = std::string(subject);
    request.serial = serial;
    request.not_before = absl::Now() - absl::Hours(1);
    request.not_after = absl::Now() + absl::Hours(1);
    request.is_ca = is_ca;
    return request;
  }

  const std::string subject_;
  const PrivateKey key_;
};

Trust TrustOf(absl::string_view text) { return Trust::Parse(text).value(); }

std::string Pem(absl::string_view der) {
  return absl::StrCat("-----BEGIN CERTIFICATE-----\n", absl::Base64Escape(der),
                      "\n-----END CERTIFICATE-----\n");
}

Certificate Add(absl::string_view bytes, absl::string_view nickname,
                absl::string_view trust = ",,") {
  absl::StatusOr<std::vector<Certificate>> added =
      kDatabase.Import(bytes, nickname, TrustOf(trust));
  EXPECT_TRUE(added.ok()) << added.status();
  return std::move(added.value().front());
}

std::string WhyNotImported(absl::string_view bytes, absl::string_view nickname = "name",
                           absl::string_view trust = ",,") {
  return Why(kDatabase.Import(bytes, nickname, TrustOf(trust)).status());
}

std::vector<std::string> Nicknames() {
  std::vector<std::string> names;
  absl::StatusOr<std::vector<Certificate>> list = kDatabase.List();
  EXPECT_TRUE(list.ok()) << list.status();
  for (const Certificate& certificate : *list) names.push_back(certificate.Nickname());
  std::sort(names.begin(), names.end());
  return names;
}

TEST(TrustTest, IsReadAndWrittenAsCertutilDoes) {
  for (absl::string_view text :
       {",,", "C,,", "CT,C,C", "P,P,P", "p,p,p", "c,,", "T,,", "u,u,u", "CTPu,,", ",,c"}) {
    EXPECT_EQ(TrustOf(text).ToString(), text);
  }
  EXPECT_EQ(TrustOf("TCc,,").ToString(), "CT,,");
  EXPECT_EQ(TrustOf("pP,,").ToString(), "P,,");
  EXPECT_EQ(TrustOf("C,,"), (Trust{kTrustedCa | kValidCa, 0, 0}));
}

TEST(TrustTest, RefusesWhatIsNone) {
  for (absl::string_view text : {"", ",", ",,,", "C", "x,,", " C,,", "w,,", "C,C,C\n"}) {
    EXPECT_EQ(Why(Trust::Parse(text).status()), "SEC_ERROR_INVALID_ARGS") << text;
  }
  EXPECT_FALSE(Trust::Parse(absl::string_view("C\0,,", 4)).ok());
}

// NSS's own list is empty then. It also keeps the token, so that NSS_Shutdown may fail afterwards:
// hence the mode, and a process of its own, whose leaks are not counted.
TEST(CertificateDatabaseTest, ListsAllThatStaysWhileAnotherProgramAddsAndDeletes) {
  const std::string options = FromEnvironment("ASAN_OPTIONS") + ":detect_leaks=0";
  if (RunsInChild({"ASAN_OPTIONS=" + options}, absl::Minutes(2))) return;
  constexpr int kStay = 3;
  constexpr int kRounds = 40;
  LiveProfile profile("never");
  for (int i = 0; i < kStay; ++i) {
    Add(Issuer(absl::StrCat("CN=stays ", i)).Ca(1), absl::StrCat("stays ", i));
  }
  const std::string goes = profile.Folder("first") + "/goes.der";
  std::ofstream(goes) << Issuer("CN=goes").Ca(1);
  std::atomic<bool> done{false};
  std::thread other([&] {
    const std::string database = absl::StrCat(" -n goes -d 'sql:", profile.Folder("first"), "'");
    for (int i = 0; i < kRounds; ++i) {
      EXPECT_EQ(system(absl::StrCat("certutil -A -t ,, -i '", goes, "'", database).c_str()), 0);
      EXPECT_EQ(system(absl::StrCat("certutil -D", database).c_str()), 0);
    }
    done = true;
  });
  while (!done) EXPECT_GE(Nicknames().size(), kStay);
  other.join();
}

TEST(CertificateDatabaseTest, ImportsDer) {
  LiveProfile profile;
  const std::string der = Issuer("CN=Test CA,O=Example").Ca(7);
  Certificate certificate = Add(der, "my ca", "CT,C,C");
  EXPECT_EQ(certificate.Der(), der);
  EXPECT_EQ(certificate.Subject(), "CN=Test CA,O=Example");
  EXPECT_EQ(certificate.Issuer(), "CN=Test CA,O=Example");
  EXPECT_EQ(certificate.Nickname(), "my ca");
  EXPECT_EQ(certificate.Sha256Fingerprint(),
            absl::BytesToHexString(ComputeDigest(DigestAlgorithm::kSha256, der).value()));
  EXPECT_TRUE(certificate.IsPermanent().value());
  EXPECT_TRUE(certificate.CheckLive().ok());
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "CT,C,C");
}

TEST(CertificateDatabaseTest, ImportsPemAmongAnythingElse) {
  LiveProfile profile;
  const Issuer issuer;
  const std::string text = absl::StrCat(
      "junk\n-----BEGIN RUBBISH-----\nAAAA\n-----END RUBBISH-----\n", Pem(issuer.Ca()),
      "more junk -----BEGIN \n", "-----BEGIN X509 CERTIFICATE-----\r\n",
      absl::Base64Escape(issuer.Leaf("CN=one", 2)), "\r\n-----END X509 CERTIFICATE-----",
      Pem(issuer.Leaf("CN=two", 3)), std::string("\0\xff", 2));
  absl::StatusOr<std::vector<Certificate>> added = kDatabase.Import(text, "the ca", TrustOf(",,"));
  ASSERT_TRUE(added.ok()) << added.status();
  ASSERT_EQ(added->size(), 3u);
  EXPECT_EQ((*added)[0].Nickname(), "the ca");
  EXPECT_EQ((*added)[1].Subject(), "CN=one");
  EXPECT_EQ((*added)[2].Subject(), "CN=two");
  EXPECT_EQ(Nicknames().size(), 3u);
  EXPECT_NE((*added)[1].Nickname(), "");
  EXPECT_NE((*added)[1].Nickname(), (*added)[2].Nickname());
}

TEST(CertificateDatabaseTest, ImportingTwiceChangesTrustOnly) {
  LiveProfile profile;
  const std::string der = Issuer().Ca();
  Certificate first = Add(der, "first", "C,,");
  Certificate second = Add(Pem(der), "second", "p,p,p");
  EXPECT_EQ(second.Nickname(), "first");
  EXPECT_EQ(kDatabase.GetTrust(first)->ToString(), "p,p,p");
  EXPECT_EQ(Nicknames(), std::vector<std::string>{"first"});
}

TEST(CertificateDatabaseTest, MakesANicknameWhenNoneIsGiven) {
  LiveProfile profile;
  const Issuer issuer;
  EXPECT_NE(Add(issuer.Ca(), "").Nickname(), "");
  EXPECT_NE(Add(issuer.Leaf("CN=leaf", 2), "").Nickname(), "");
  EXPECT_NE(Add(Issuer("CN=Test CA").Ca(9), "").Nickname(), "");
}

TEST(CertificateDatabaseTest, RefusesASubjectANicknameThatAnotherHas) {
  LiveProfile profile;
  const Issuer issuer;
  Add(issuer.Ca(), "taken");
  EXPECT_EQ(WhyNotImported(issuer.Leaf("CN=leaf", 2), "taken"),
            "SEC_ERROR_CERT_NICKNAME_COLLISION");
  EXPECT_EQ(Nicknames().size(), 1u);
}

TEST(CertificateDatabaseTest, RefusesASecondCertificateOfOneIssuerAndSerial) {
  LiveProfile profile;
  const Issuer issuer;
  Add(issuer.Leaf("CN=one", 5), "one");
  EXPECT_EQ(WhyNotImported(issuer.Leaf("CN=two", 5), "two"), "SEC_ERROR_REUSED_ISSUER_AND_SERIAL");
  EXPECT_EQ(Nicknames(), std::vector<std::string>{"one"});
}

TEST(CertificateDatabaseTest, StoresAllOrNone) {
  LiveProfile profile;
  const Issuer issuer;
  Add(issuer.Leaf("CN=there", 2), "taken");
  const std::string good = Pem(issuer.Ca());
  EXPECT_EQ(WhyNotImported(absl::StrCat(good, Pem("\x30\x01x")), "ca", "C,,"), "SEC_ERROR_BAD_DER");
  EXPECT_EQ(WhyNotImported(absl::StrCat(good, "-----BEGIN CERTIFICATE-----\nAAAA"), "ca"),
            "SEC_ERROR_BAD_DER");
  EXPECT_EQ(WhyNotImported(absl::StrCat(good, Pem(issuer.Leaf("CN=other", 2))), "ca", "C,,"),
            "SEC_ERROR_REUSED_ISSUER_AND_SERIAL");
  EXPECT_EQ(WhyNotImported(absl::StrCat(Pem(issuer.Leaf("CN=x", 8)), good), "taken", "C,,"),
            "SEC_ERROR_CERT_NICKNAME_COLLISION");
  EXPECT_EQ(Nicknames(), std::vector<std::string>{"taken"});
}

TEST(CertificateDatabaseTest, RefusesEveryCutCertificate) {
  LiveProfile profile;
  const std::string der = Issuer().Ca();
  for (size_t length = 0; length < der.size(); ++length) {
    EXPECT_EQ(WhyNotImported(der.substr(0, length)), "SEC_ERROR_BAD_DER") << length;
    EXPECT_NE(WhyNotImported(Pem(der.substr(0, length))), "OK") << length;
  }
  EXPECT_EQ(WhyNotImported(der + "x"), "SEC_ERROR_BAD_DER");
  EXPECT_EQ(WhyNotImported(Pem(der + "x")), "SEC_ERROR_BAD_DER");
  EXPECT_TRUE(Nicknames().empty());
}

TEST(CertificateDatabaseTest, RefusesEveryCutPem) {
  LiveProfile profile;
  const std::string pem = Pem(Issuer().Ca());
  for (size_t length = 0; length + 1 < pem.size(); ++length) {
    EXPECT_EQ(WhyNotImported(pem.substr(0, length)), "SEC_ERROR_BAD_DER") << length;
  }
  EXPECT_EQ(WhyNotImported(""), "SEC_ERROR_BAD_DER");
  EXPECT_EQ(WhyNotImported(std::string(1 << 20, '-')), "SEC_ERROR_BAD_DER");
  EXPECT_EQ(WhyNotImported(std::string(1 << 20, '0')), "SEC_ERROR_BAD_DER");
  EXPECT_TRUE(Nicknames().empty());
}

TEST(CertificateDatabaseTest, SurvivesFlippedBits) {
  LiveProfile profile;
  const std::string der = Issuer().Ca();
  for (size_t bit = 0; bit < der.size() * 8; bit += 5) {
    std::string changed = der;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
    absl::StatusOr<std::vector<Certificate>> added = kDatabase.Import(changed, "", Trust());
    if (!added.ok()) continue;
    // It decodes, but nobody signed it.
    EXPECT_FALSE(kDatabase.Verify(added->front(), CertificateUsage::kSslCa, absl::Now()).ok());
    EXPECT_EQ(Why(kDatabase.Delete(added->front())), "OK");
  }
  EXPECT_TRUE(Nicknames().empty());
}

TEST(CertificateDatabaseTest, FindsByNicknameAndByDer) {
  LiveProfile profile;
  const Issuer issuer;
  const std::string der = issuer.Ca();
  Add(der, "my ca");
  EXPECT_EQ(kDatabase.FindByNickname("my ca")->Der(), der);
  EXPECT_EQ(kDatabase.FindByDer(der)->Nickname(), "my ca");
  for (absl::string_view name : {"", "my", "my ca ", "MY CA", "pkcs11:object=my%20ca", "x:my ca"}) {
    EXPECT_EQ(Why(kDatabase.FindByNickname(name).status()), "SEC_ERROR_UNKNOWN_CERT") << name;
  }
  EXPECT_EQ(Why(kDatabase.FindByNickname(absl::string_view("my ca\0x", 7)).status()),
            "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(Why(kDatabase.FindByDer(issuer.Leaf("CN=leaf", 2)).status()), "SEC_ERROR_UNKNOWN_CERT");
  for (size_t length = 0; length < der.size(); length += 7) {
    EXPECT_EQ(Why(kDatabase.FindByDer(der.substr(0, length)).status()), "SEC_ERROR_UNKNOWN_CERT");
  }
}

TEST(CertificateDatabaseTest, TakesOddNicknames) {
  LiveProfile profile;
  uint64_t serial = 1;
  const Issuer issuer;
  for (const std::string& name :
       {std::string("with: a colon"), std::string("NSS Certificate DB:x"), std::string("pkcs11:x"),
        std::string("\xc3\xbc\xf0\x9f\x94\x91"), std::string(1000, 'n'), std::string("a@b.example"),
        std::string("quote'\"\\,=")}) {
    const std::string der = issuer.Leaf(absl::StrCat("CN=leaf", serial), serial);
    ++serial;
    EXPECT_EQ(Add(der, name).Nickname(), name);
    absl::StatusOr<Certificate> found = kDatabase.FindByNickname(name);
    ASSERT_TRUE(found.ok()) << found.status();
    EXPECT_EQ(found->Der(), der);
    EXPECT_EQ(found->Nickname(), name);
  }
  EXPECT_EQ(WhyNotImported(issuer.Ca(), absl::string_view("a\0b", 3)), "SEC_ERROR_INVALID_ARGS");
}

TEST(CertificateDatabaseTest, TrustIsKeptByTheProfile) {
  LiveProfile profile;
  const std::string der = Issuer().Ca();
  Add(der, "ca");
  for (absl::string_view trust :
       {"CT,C,C", "C,,", "T,,", "p,p,p", "P,P,P", "TP,,", ",C,", ",,C", ",,", "CP,,", "pC,,"}) {
    ASSERT_EQ(Why(kDatabase.SetTrust(kDatabase.FindByDer(der).value(), TrustOf(trust))), "OK")
        << trust;
    EXPECT_EQ(kDatabase.GetTrust(kDatabase.FindByDer(der).value())->ToString(), trust);
    profile.SwitchTo("second");
    profile.SwitchTo("first");
    EXPECT_EQ(kDatabase.GetTrust(kDatabase.FindByDer(der).value())->ToString(), trust);
  }
}

TEST(CertificateDatabaseTest, RefusesTrustThatNssCannotHold) {
  LiveProfile profile;
  Certificate certificate = Add(Issuer().Ca(), "ca", "C,,");
  for (absl::string_view trust : {",T,", ",,T", "Pc,,", ",CP,"}) {
    EXPECT_EQ(Why(kDatabase.SetTrust(certificate, TrustOf(trust))), "SEC_ERROR_INVALID_ARGS")
        << trust;
  }
  EXPECT_EQ(WhyNotImported(Issuer("CN=other").Ca(), "other", ",T,"), "SEC_ERROR_INVALID_ARGS");
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "C,,");
  EXPECT_EQ(Nicknames().size(), 1u);
}

TEST(CertificateDatabaseTest, TrustNeedsALogin) {
  LiveProfile profile;
  const Issuer issuer;
  Certificate certificate = Add(issuer.Ca(), "ca", "C,,");
  ASSERT_TRUE(TokenPassword().Change("", "secret").ok());
  ASSERT_TRUE(TokenPassword().Logout().ok());
  EXPECT_EQ(Why(kDatabase.SetTrust(certificate, TrustOf("p,p,p"))), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "C,,");
  const std::string leaf = issuer.Leaf("CN=leaf", 2);
  EXPECT_EQ(WhyNotImported(leaf, "leaf", "P,,"), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_EQ(WhyNotImported(leaf, "leaf"), "OK");
  ASSERT_TRUE(TokenPassword().Login("secret").ok());
  EXPECT_EQ(Why(kDatabase.SetTrust(certificate, TrustOf("p,p,p"))), "OK");
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "p,p,p");
}

TEST(CertificateDatabaseTest, VerifiesByTrust) {
  LiveProfile profile;
  const Issuer issuer;
  Certificate leaf = Add(issuer.Leaf("CN=leaf", 2), "leaf");
  const auto verify = [&leaf](absl::Duration later) {
    return Why(kDatabase.Verify(leaf, CertificateUsage::kSslServer, absl::Now() + later));
  };
  EXPECT_EQ(verify(absl::ZeroDuration()), "SEC_ERROR_UNKNOWN_ISSUER");
  Certificate ca = Add(issuer.Ca(), "ca");
  EXPECT_EQ(verify(absl::ZeroDuration()), "SEC_ERROR_UNTRUSTED_ISSUER");
  ASSERT_EQ(Why(kDatabase.SetTrust(ca, TrustOf("C,,"))), "OK");
  EXPECT_EQ(verify(absl::ZeroDuration()), "OK");
  EXPECT_EQ(verify(absl::Hours(2)), "SEC_ERROR_EXPIRED_CERTIFICATE");
  EXPECT_EQ(verify(-absl::Hours(26)), "SEC_ERROR_EXPIRED_CERTIFICATE");
  EXPECT_NE(Why(kDatabase.Verify(leaf, CertificateUsage::kSslCa, absl::Now())), "OK");
  EXPECT_NE(Why(kDatabase.Verify(leaf, CertificateUsage::kEmailSigner, absl::Now())), "OK");
  EXPECT_EQ(Why(kDatabase.Verify(ca, CertificateUsage::kSslCa, absl::Now())), "OK");
  ASSERT_EQ(Why(kDatabase.SetTrust(leaf, TrustOf("p,p,p"))), "OK");
  EXPECT_EQ(verify(absl::ZeroDuration()), "SEC_ERROR_UNTRUSTED_CERT");
}

TEST(CertificateDatabaseTest, DeletesTheCertificateAndItsTrust) {
  LiveProfile profile;
  const std::string der = Issuer().Ca();
  Certificate certificate = Add(der, "ca", "CT,C,C");
  ASSERT_EQ(Why(kDatabase.Delete(certificate)), "OK");
  EXPECT_FALSE(certificate.IsPermanent().value());
  EXPECT_TRUE(Nicknames().empty());
  EXPECT_EQ(Why(kDatabase.FindByDer(der).status()), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_EQ(Why(kDatabase.Delete(certificate)), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_EQ(Why(kDatabase.SetTrust(certificate, TrustOf("C,,"))), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_EQ(kDatabase.GetTrust(Add(der, "again"))->ToString(), ",,");
}

class UserCertificateTest : public testing::Test {
 protected:
  std::string SelfSigned(uint64_t serial) const {
    CertificateRequest request;
    request.subject = "CN=user";
    request.serial = serial;
    request.not_before = absl::Now() - absl::Hours(1);
    request.not_after = absl::Now() + absl::Hours(1);
    return KeyService().MakeSelfSignedCertificate(key_, request).value();
  }

  LiveProfile profile_;
  const PrivateKey key_ = KeyService().GenerateEc(EllipticCurve::kP256, "key").value();
};

TEST_F(UserCertificateTest, ShowsThatItsKeyIsHere) {
  Certificate certificate = Add(SelfSigned(1), "user", "C,,");
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "Cu,u,u");
  ASSERT_EQ(Why(kDatabase.SetTrust(certificate, TrustOf("P,,"))), "OK");
  EXPECT_EQ(kDatabase.GetTrust(certificate)->ToString(), "Pu,u,u");
}

TEST_F(UserCertificateTest, IsDeletedWithoutItsKey) {
  ASSERT_EQ(Why(kDatabase.Delete(Add(SelfSigned(1), "user"))), "OK");
  EXPECT_EQ(KeyService().List()->size(), 1u);
}

TEST_F(UserCertificateTest, IsDeletedWithItsKey) {
  ASSERT_EQ(Why(kDatabase.Delete(Add(SelfSigned(1), "user"), PrivateKeyDisposal::kDelete)), "OK");
  EXPECT_TRUE(KeyService().List()->empty());
}

TEST_F(UserCertificateTest, LeavesAKeyThatAnotherCertificateUses) {
  Certificate first = Add(SelfSigned(1), "user");
  Certificate second = Add(SelfSigned(2), "user");
  ASSERT_EQ(Why(kDatabase.Delete(first, PrivateKeyDisposal::kDelete)), "OK");
  EXPECT_EQ(KeyService().List()->size(), 1u);
  ASSERT_EQ(Why(kDatabase.Delete(second, PrivateKeyDisposal::kDelete)), "OK");
  EXPECT_TRUE(KeyService().List()->empty());
}

TEST(CertificateDatabaseTest, ReadsAFirefoxProfile) {
  LiveProfile profile;
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  const nlohmann::json expected = nlohmann::json::parse(
      ReadWholeFile(TestDataPath("firefox/EXPECTED.json")))["profiles"]["plain"]["certs"];
  EXPECT_FALSE(expected.empty());
  std::vector<std::string> names;
  for (const nlohmann::json& certificate : expected) {
    names.push_back(certificate["nickname"].get<std::string>());
    EXPECT_TRUE(kDatabase.FindByNickname(names.back()).ok()) << names.back();
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(Nicknames(), names);
}

// Before 3.114 NSS may not change it; since then it may.
TEST(CertificateDatabaseTest, LeavesTrustAloneThatANewerNssStored) {
  LiveProfile profile;
  profile.Prefer(kNewerProfilePref, "write");
  profile.CopyFirefox("plain", "firefox");
  profile.SwitchTo("firefox");
  Certificate ca = kDatabase.FindByNickname("Lab Root CA - Lab").value();
  Certificate user = kDatabase.FindByNickname("Lab User").value();
  EXPECT_EQ(kDatabase.GetTrust(ca)->ToString(), "CT,C,C");
  const bool known = nss::NSS_VersionCheck("3.114");
  const char* expected = known ? "OK" : "FAILED_PRECONDITION";
  EXPECT_EQ(Why(kDatabase.SetTrust(ca, TrustOf("C,,"))), expected);
  EXPECT_EQ(WhyNotImported(ca.Der(), "", "P,,"), expected);
  EXPECT_EQ(kDatabase.GetTrust(ca)->ToString(), known ? "P,," : "CT,C,C");
  EXPECT_EQ(Why(kDatabase.Delete(ca)), expected);
  EXPECT_EQ(Why(kDatabase.SetTrust(user, TrustOf("P,,"))), "OK");
  EXPECT_EQ(Why(kDatabase.Delete(user)), "OK");
}

TEST(CertificateDatabaseTest, CertificatesAreRefusedUnderAnotherProfile) {
  for (const char* mode : {"coordinated", "never"}) {
    LiveProfile profile(mode);
    const std::string der = Issuer().Ca();
    Certificate first = Add(der, "ca", "C,,");
    profile.SwitchTo("second");
    EXPECT_EQ(Why(kDatabase.FindByDer(der).status()), "SEC_ERROR_UNKNOWN_CERT") << mode;
    EXPECT_TRUE(kDatabase.List()->empty()) << mode;
    Certificate second = Add(der, "the same", "p,p,p");
    EXPECT_EQ(Why(first.CheckLive()), "gate") << mode;
    EXPECT_EQ(Why(kDatabase.GetTrust(first).status()), "gate") << mode;
    EXPECT_EQ(Why(kDatabase.SetTrust(first, TrustOf("P,,"))), "gate") << mode;
    EXPECT_EQ(Why(kDatabase.SetTrust(first, TrustOf(",T,"))), "gate") << mode;
    EXPECT_EQ(Why(first.IsPermanent().status()), "gate") << mode;
    EXPECT_EQ(Why(kDatabase.Delete(first)), "gate") << mode;
    EXPECT_EQ(Why(kDatabase.Verify(first, CertificateUsage::kSslCa, absl::Now())), "gate") << mode;
    EXPECT_EQ(first.Der(), der);
    EXPECT_EQ(first.Nickname(), "ca");
    EXPECT_EQ(kDatabase.GetTrust(second)->ToString(), "p,p,p") << mode;
    profile.SwitchTo("first");
    EXPECT_EQ(Why(first.CheckLive()), "gate") << mode;
    EXPECT_EQ(Why(second.CheckLive()), "gate") << mode;
    EXPECT_EQ(kDatabase.GetTrust(kDatabase.FindByNickname("ca").value())->ToString(), "C,,")
        << mode;
  }
}

TEST(CertificateDatabaseTest, IsRefusedWhileNoProfileIsOpen) {
  LiveProfile profile;
  const std::string der = Issuer().Ca();
  Certificate certificate = Add(der, "ca");
  profile.Close();
  EXPECT_EQ(Why(certificate.CheckLive()), "gate");
  EXPECT_EQ(Why(kDatabase.List().status()), "gate");
  EXPECT_EQ(Why(kDatabase.FindByDer(der).status()), "gate");
  EXPECT_EQ(Why(kDatabase.FindByNickname("ca").status()), "gate");
  EXPECT_EQ(WhyNotImported(der), "gate");
  EXPECT_EQ(Why(kDatabase.Delete(certificate)), "gate");
}

TEST(CertificateDatabaseTest, IsOverWhenMovedFrom) {
  LiveProfile profile;
  Certificate certificate = Add(Issuer().Ca(), "ca");
  Certificate other = std::move(certificate);
  EXPECT_TRUE(other.CheckLive().ok());
  EXPECT_EQ(Why(certificate.CheckLive()), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(kDatabase.GetTrust(certificate).status()), "FAILED_PRECONDITION");
  EXPECT_EQ(Why(kDatabase.Delete(certificate)), "FAILED_PRECONDITION");
}

TEST(CertificateDatabaseTest, ServesSeveralThreads) {
  LiveProfile profile;
  const Issuer issuer;
  std::vector<std::string> ders;
  for (uint64_t i = 0; i < 4; ++i) ders.push_back(issuer.Leaf(absl::StrCat("CN=leaf", i), i + 2));
  Certificate shared = Add(issuer.Ca(), "ca", "C,,");
  std::vector<std::thread> threads;
  for (const std::string& der : ders) {
    threads.emplace_back([&der, &shared] {
      for (int i = 0; i < 5; ++i) {
        Certificate mine = Add(der, "", "P,,");
        EXPECT_EQ(Why(kDatabase.SetTrust(mine, TrustOf(",,"))), "OK");
        EXPECT_TRUE(kDatabase.Verify(mine, CertificateUsage::kSslServer, absl::Now()).ok());
        EXPECT_EQ(kDatabase.GetTrust(shared)->ToString(), "C,,");
        EXPECT_EQ(kDatabase.List().status(), absl::OkStatus());
        EXPECT_EQ(Why(kDatabase.Delete(mine)), "OK");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(Nicknames(), std::vector<std::string>{"ca"});
}

TEST(CertificateDatabaseTest, AReadOnlyProfileIsNotChanged) {
  LiveProfile profile;
  const Issuer issuer;
  const std::string other = issuer.Leaf("CN=other", 2);
  Add(issuer.Ca(), "ca", "C,,");
  profile.SwitchTo("second");
  profile.SwitchToReadOnly("first");
  EXPECT_EQ(WhyNotImported(other, "other"), "SEC_ERROR_READ_ONLY");
  EXPECT_EQ(WhyNotImported(other, "other", "P,,"), "SEC_ERROR_READ_ONLY");
  Certificate ca = kDatabase.FindByNickname("ca").value();
  EXPECT_EQ(Why(kDatabase.SetTrust(ca, TrustOf("p,p,p"))), "SEC_ERROR_READ_ONLY");
  EXPECT_EQ(Why(kDatabase.Delete(ca)), "SEC_ERROR_READ_ONLY");
  EXPECT_EQ(kDatabase.GetTrust(ca)->ToString(), "C,,");
  EXPECT_EQ(Why(kDatabase.Verify(ca, CertificateUsage::kSslCa, absl::Now())), "OK");
}

}  // namespace
}  // namespace psm
