// What NSS keeps for the whole process does not go from one profile into the next: CRLs, OCSP
// answers, TLS sessions, trust, temporary certificates, held objects. Each with a control in a
// process of its own, where the same change made by bare NSS leaks. NSS_Shutdown clears most of it,
// so the controls exchange the databases of the key slot, as `never` mode does.
//
// Source: docs/design.md, "The life cycle", step 4.

#include <gtest/gtest.h>
#include <ocsp.h>
#include <prnetdb.h>
#include <ssl.h>
#include <sslexp.h>
#include <sslproto.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "nss_glue/nss.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/scoped.h"
#include "psm/certificate_database.h"
#include "psm/hmac.h"
#include "psm/key_service.h"
#include "psm/symmetric_key.h"
#include "shutdown/prevention_lock.h"
#include "tests/shim/tls_pair.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

using namespace tls_testing;  // NOLINT(google-build-using-namespace)

constexpr char kRevoked[] = "SEC_ERROR_REVOKED_CERTIFICATE";

// One folder with the profiles of a test, made before NSS is up: by NSS's own tools.
class Profiles {
 public:
  // "ca" (trusted) and "leaf" of it, in each of `names`. Those in `revoking` have a CRL of the CA's
  // that revokes the leaf.
  void MakeChain(const std::vector<std::string>& names, const std::vector<std::string>& revoking) {
    const std::string& first = names.front();
    const std::string options = Options(first);
    std::filesystem::create_directory(Folder(first));
    scratch_.Write("password", "\n");
    scratch_.Write("noise", std::string(200, 'x'));
    RunShell("certutil -N" + options + Quiet());
    RunShell(absl::StrCat("printf 'y\n\ny\n' | certutil -S", options,
                          "-n ca -s CN=ca -m 1 -x -t C,, -2 --keyUsage certSigning,crlSigning",
                          Ec(), Quiet()));
    RunShell(
        absl::StrCat("certutil -S", options, "-n leaf -s CN=leaf -m 2 -c ca -t ,,", Ec(), Quiet()));
    for (const std::string& name : names) {
      if (name != first) CopyProfile(Folder(first), Folder(name));
    }
    for (const std::string& name : revoking) MakeCrl(name, "addcert 2 20200101000000Z\n");
  }

  // Of "ca".
  void MakeCrl(const std::string& name, const std::string& revoked) {
    scratch_.Write("crl", "update=20200101000000Z\n" + revoked);
    RunShell(absl::StrCat("crlutil -G", Options(name), "-n ca -c '", scratch_.File("crl"), "'",
                          Quiet()));
  }

  std::string Folder(const std::string& name) const { return scratch_.File(name); }

 private:
  std::string Options(const std::string& name) const {
    return absl::StrCat(" -d 'sql:", Folder(name), "' -f '", scratch_.File("password"), "' ");
  }
  std::string Ec() const {
    return absl::StrCat(" -k ec -q nistp256 -z '", scratch_.File("noise"), "'");
  }
  static std::string Quiet() { return " >/dev/null 2>&1"; }

  const ScratchDir scratch_;
};

// A manager, and the profiles by name. NSS is initialised anew, whatever an earlier test left up.
class Host {
 public:
  explicit Host(const char* mode, Profiles* profiles) : profiles_(profiles) {
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    manager_ = SecurityManager::Create(std::move(config)).value();
    Open("before");
    EXPECT_EQ(manager_->CloseProfile()->way, SwitchWay::kShutdown);
    EXPECT_TRUE(preferences_->SetString(kShutdownModePref, mode).ok());
  }
  void Open(const std::string& name) {
    std::filesystem::create_directory(profiles_->Folder(name));
    absl::Status opened = manager_->OpenProfile(profiles_->Folder(name)).status();
    ASSERT_TRUE(opened.ok()) << opened;
  }
  void SwitchTo(const std::string& name) {
    std::filesystem::create_directory(profiles_->Folder(name));
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(profiles_->Folder(name));
    ASSERT_TRUE(changed.ok()) << changed.status();
  }
  // The same by bare NSS, behind the manager's back. There is no way on from it but _exit.
  void SwitchBareTo(const std::string& name) {
    const std::string spec = absl::StrCat("configDir='sql:", profiles_->Folder(name),
                                          "' tokenDescription='NSS Certificate DB'");
    PK11SlotInfo* slot = PK11_GetInternalKeySlot();
    if (SECMOD_CloseUserDB(slot) != SECSuccess) _exit(10);
    PK11_FreeSlot(slot);
    slot = SECMOD_OpenUserDB(spec.c_str());
    if (slot == nullptr || PK11_IsInternalKeySlot(slot) == PR_FALSE) _exit(11);
    PK11_FreeSlot(slot);
  }

 private:
  Profiles* const profiles_;
  const std::unique_ptr<PreferenceService> preferences_ = MakePreferenceService();
  std::unique_ptr<SecurityManager> manager_;
};

// By NSS, of whatever profile is in the key slot.
std::string JudgeLeaf(const char* nickname = "leaf") {
  UniqueCertificate leaf(nss::PK11_FindCertFromNickname(nickname, nullptr));
  if (leaf == nullptr) return "not found";
  const SECStatus valid =
      nss::CERT_VerifyCertificate(nss::CERT_GetDefaultCertDB(), leaf.get(), PR_TRUE,
                                  certificateUsageSSLServer, PR_Now(), nullptr, nullptr, nullptr);
  return valid == SECSuccess ? "OK" : NssErrorName(nss::PORT_GetError());
}

class SwitchHygieneTest : public testing::TestWithParam<const char*> {
 protected:
  Profiles profiles_;
};
INSTANTIATE_TEST_SUITE_P(, SwitchHygieneTest, testing::Values("coordinated", "never"),
                         [](const auto& info) { return std::string(info.param); });

class SwitchHygieneDeathTest : public testing::Test {
 protected:
  SwitchHygieneDeathTest() { testing::GTEST_FLAG(death_test_style) = "threadsafe"; }
};

// Ends the process with what it found on the standard error stream.
[[noreturn]] void Tell(const std::string& found) {
  fprintf(stderr, "%s\n", found.c_str());
  fflush(stderr);
  _exit(0);
}

// ---- CRLs ----

TEST_P(SwitchHygieneTest, ARevokedCertificateStaysRevokedOnReturn) {
  profiles_.MakeChain({"r1", "r2"}, {"r1"});
  Host host(GetParam(), &profiles_);
  host.Open("r1");
  EXPECT_EQ(JudgeLeaf(), kRevoked);
  for (int round = 0; round < 3; ++round) {
    host.SwitchTo("r2");
    EXPECT_EQ(JudgeLeaf(), "OK");
    host.SwitchTo("r1");
    EXPECT_EQ(JudgeLeaf(), kRevoked);
  }
}

// The CRL cache remembers that there is none, too.
TEST_P(SwitchHygieneTest, ARevokedCertificateIsRevokedOnFirstSight) {
  profiles_.MakeChain({"r1", "r2"}, {"r1"});
  Host host(GetParam(), &profiles_);
  host.Open("r2");
  EXPECT_EQ(JudgeLeaf(), "OK");
  host.SwitchTo("r1");
  EXPECT_EQ(JudgeLeaf(), kRevoked);
  host.SwitchTo("r2");
  EXPECT_EQ(JudgeLeaf(), "OK");
}

// The DER of the open profile's CRL of "ca".
std::string CrlOfCa() {
  UniqueCertificate ca(nss::PK11_FindCertFromNickname("ca", nullptr));
  CERTSignedCrl* const crl =
      nss::SEC_FindCrlByName(nss::CERT_GetDefaultCertDB(), &ca->derSubject, SEC_CRL_TYPE);
  std::string der = crl == nullptr ? "" : std::string(ItemBytes(*crl->derCrl));
  nss::SEC_DestroyCrl(crl);
  return der;
}

TEST_P(SwitchHygieneTest, ACrlThatTheApplicationCachedStaysInItsProfile) {
  profiles_.MakeChain({"r1", "r2", "r3"}, {"r3"});
  Host host(GetParam(), &profiles_);
  host.Open("r3");
  std::string der = CrlOfCa();
  ASSERT_FALSE(der.empty());
  SECItem crl = {siBuffer, reinterpret_cast<unsigned char*>(der.data()),
                 static_cast<unsigned>(der.size())};
  host.SwitchTo("r1");
  EXPECT_EQ(JudgeLeaf(), "OK");
  ASSERT_EQ(nss::CERT_CacheCRL(nss::CERT_GetDefaultCertDB(), &crl), SECSuccess);
  EXPECT_EQ(JudgeLeaf(), kRevoked);
  host.SwitchTo("r2");
  EXPECT_EQ(JudgeLeaf(), "OK");
  host.SwitchTo("r1");
  EXPECT_EQ(JudgeLeaf(), "OK");
  ASSERT_EQ(nss::CERT_CacheCRL(nss::CERT_GetDefaultCertDB(), &crl), SECSuccess);
  EXPECT_EQ(JudgeLeaf(), kRevoked);
  EXPECT_EQ(nss::CERT_UncacheCRL(nss::CERT_GetDefaultCertDB(), &crl), SECSuccess);
  EXPECT_EQ(JudgeLeaf(), "OK");
}

SECStatus Cache(SECItem* crl) { return nss::CERT_CacheCRL(nss::CERT_GetDefaultCertDB(), crl); }
SECStatus Uncache(SECItem* crl) { return nss::CERT_UncacheCRL(nss::CERT_GetDefaultCertDB(), crl); }

TEST_P(SwitchHygieneTest, ACachedCrlCountsThoughTheApplicationFreedItsOwn) {
  profiles_.MakeChain({"r1", "r2", "r3"}, {"r3"});
  Host host(GetParam(), &profiles_);
  host.Open("r3");
  std::string der = CrlOfCa();
  ASSERT_FALSE(der.empty());
  host.SwitchTo("r1");
  const SECItem whole = {siBuffer, reinterpret_cast<unsigned char*>(der.data()),
                         static_cast<unsigned>(der.size())};
  SECItem* const crl = nss::SECITEM_DupItem(&whole);
  ASSERT_EQ(Cache(crl), SECSuccess);
  std::fill_n(crl->data, crl->len, 0xA5);
  nss::SECITEM_FreeItem(crl, PR_FALSE);  // the address stays, to name it by
  EXPECT_EQ(JudgeLeaf(), kRevoked);
  EXPECT_EQ(Uncache(crl), SECSuccess);
  EXPECT_EQ(JudgeLeaf(), "OK");
  // Not uncached at all, by the application.
  ASSERT_EQ(nss::SECITEM_CopyItem(nullptr, crl, &whole), SECSuccess);
  ASSERT_EQ(Cache(crl), SECSuccess);
  nss::SECITEM_FreeItem(crl, PR_TRUE);
  host.SwitchTo("r2");
  EXPECT_EQ(JudgeLeaf(), "OK");
}

TEST_P(SwitchHygieneTest, ACrlIsCachedOnce) {
  profiles_.MakeChain({"r1", "r3"}, {"r3"});
  Host host(GetParam(), &profiles_);
  host.Open("r3");
  std::string der = CrlOfCa();
  ASSERT_FALSE(der.empty());
  SECItem crl = {siBuffer, reinterpret_cast<unsigned char*>(der.data()),
                 static_cast<unsigned>(der.size())};
  host.SwitchTo("r1");
  ASSERT_EQ(Cache(&crl), SECSuccess);
  EXPECT_EQ(Cache(&crl), SECFailure);
  EXPECT_EQ(nss::PORT_GetError(), SEC_ERROR_CRL_ALREADY_EXISTS);
  EXPECT_EQ(JudgeLeaf(), kRevoked);
  EXPECT_EQ(Uncache(&crl), SECSuccess);
  EXPECT_EQ(JudgeLeaf(), "OK");
}

// At the address of one that the application forgot.
TEST_P(SwitchHygieneTest, ACrlTakesThePlaceOfAnother) {
  profiles_.MakeChain({"r1", "r2", "r3"}, {"r3"});
  profiles_.MakeCrl("r2", "");
  Host host(GetParam(), &profiles_);
  host.Open("r3");
  std::string revoking = CrlOfCa();
  host.SwitchTo("r2");
  std::string nobodys = CrlOfCa();
  ASSERT_FALSE(revoking.empty());
  ASSERT_FALSE(nobodys.empty());
  host.SwitchTo("r1");
  SECItem crl = {siBuffer, nullptr, 0};
  for (std::string* der : {&nobodys, &revoking, &nobodys}) {
    crl.data = reinterpret_cast<unsigned char*>(der->data());
    crl.len = static_cast<unsigned>(der->size());
    ASSERT_EQ(Cache(&crl), SECSuccess);
    EXPECT_EQ(JudgeLeaf(), der == &revoking ? kRevoked : "OK");
  }
  EXPECT_EQ(Uncache(&crl), SECSuccess);
}

TEST_F(SwitchHygieneDeathTest, ControlBareNssAcceptsARevokedCertificateAndRevokesAnotherProfiles) {
  const auto control = [] {
    Profiles profiles;
    profiles.MakeChain({"r1", "r2"}, {"r1"});
    Host host("never", &profiles);
    host.Open("r1");
    std::string found = "r1 " + JudgeLeaf();
    host.SwitchBareTo("r2");
    found += ", r2 " + JudgeLeaf();
    host.SwitchBareTo("r1");
    Tell(found + ", r1 " + JudgeLeaf());
  };
  EXPECT_EXIT(control(), testing::ExitedWithCode(0), ", r2 SEC_ERROR_REVOKED_CERTIFICATE|, r1 OK");
}

TEST_F(SwitchHygieneDeathTest, ControlBareNssTakesAnApplicationsCrlAlong) {
  const auto control = [] {
    Profiles profiles;
    profiles.MakeChain({"r1", "r2", "r3"}, {"r3"});
    Host host("never", &profiles);
    host.Open("r3");
    static std::string der;
    der = CrlOfCa();
    static SECItem crl;
    crl = {siBuffer, reinterpret_cast<unsigned char*>(der.data()),
           static_cast<unsigned>(der.size())};
    host.SwitchTo("r1");
    CERT_CacheCRL(CERT_GetDefaultCertDB(), &crl);
    host.SwitchBareTo("r2");
    Tell("r2 " + JudgeLeaf());
  };
  EXPECT_EXIT(control(), testing::ExitedWithCode(0), "r2 SEC_ERROR_REVOKED_CERTIFICATE");
}

// ---- OCSP ----

// An answer of "ca" that the leaf is revoked, by the key of the open profile.
std::string RevokedAnswer(CERTCertificate* ca, CERTOCSPCertID* id) {
  UniqueArena arena(nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  const PRTime now = PR_Now();
  const PRTime later = now + PRTime{3600} * PR_USEC_PER_SEC;
  CERTOCSPSingleResponse* const single =
      nss::CERT_CreateOCSPSingleResponseRevoked(arena.get(), id, now, &later, now, nullptr);
  CERTOCSPSingleResponse* singles[] = {single, nullptr};
  const SECItem* const encoded = nss::CERT_CreateEncodedOCSPSuccessResponse(
      arena.get(), ca, ocspResponderID_byName, now, singles, nullptr);
  EXPECT_NE(encoded, nullptr) << NssErrorName(nss::PORT_GetError());
  return encoded == nullptr ? "" : std::string(ItemBytes(*encoded));
}

// Puts a revocation of the leaf into NSS's OCSP cache, as a stapled answer does.
void CacheRevokedAnswer() {
  UniqueCertificate leaf(nss::PK11_FindCertFromNickname("leaf", nullptr));
  UniqueCertificate ca(nss::PK11_FindCertFromNickname("ca", nullptr));
  CERTOCSPCertID* const id = nss::CERT_CreateOCSPCertID(leaf.get(), PR_Now());
  ASSERT_NE(id, nullptr);
  const std::string der = RevokedAnswer(ca.get(), id);
  const SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(const_cast<char*>(der.data())),
                        static_cast<unsigned>(der.size())};
  static_cast<void>(nss::CERT_CacheOCSPResponseFromSideChannel(
      nss::CERT_GetDefaultCertDB(), leaf.get(), PR_Now(), &item, nullptr));
  nss::CERT_DestroyOCSPCertID(id);
}

// By the cache alone: the certificate names no responder.
std::string OcspOfLeaf() {
  UniqueCertificate leaf(nss::PK11_FindCertFromNickname("leaf", nullptr));
  if (nss::CERT_CheckOCSPStatus(nss::CERT_GetDefaultCertDB(), leaf.get(), PR_Now(), nullptr) ==
      SECSuccess) {
    return "OK";
  }
  return NssErrorName(nss::PORT_GetError());
}

TEST_P(SwitchHygieneTest, AnOcspAnswerStaysInItsProfile) {
  profiles_.MakeChain({"a", "b"}, {});
  Host host(GetParam(), &profiles_);
  host.Open("a");
  const std::string unknown = OcspOfLeaf();
  EXPECT_NE(unknown, kRevoked);
  CacheRevokedAnswer();
  EXPECT_EQ(OcspOfLeaf(), kRevoked);
  host.SwitchTo("b");
  EXPECT_EQ(OcspOfLeaf(), unknown);
}

TEST_F(SwitchHygieneDeathTest, ControlBareNssTakesAnOcspAnswerAlong) {
  const auto control = [] {
    Profiles profiles;
    profiles.MakeChain({"a", "b"}, {});
    Host host("never", &profiles);
    host.Open("a");
    CacheRevokedAnswer();
    host.SwitchBareTo("b");
    Tell("b " + OcspOfLeaf());
  };
  EXPECT_EXIT(control(), testing::ExitedWithCode(0), "b SEC_ERROR_REVOKED_CERTIFICATE");
}

// ---- Trust, temporary certificates, copies ----

TEST_P(SwitchHygieneTest, TrustStaysInItsProfile) {
  profiles_.MakeChain({"a", "b"}, {});
  Host host(GetParam(), &profiles_);
  host.Open("b");
  const CertificateDatabase database;
  ASSERT_TRUE(
      database.SetTrust(database.FindByNickname("ca").value(), Trust::Parse(",,").value()).ok());
  for (int round = 0; round < 2; ++round) {
    host.SwitchTo("a");
    EXPECT_EQ(JudgeLeaf(), "OK");
    host.SwitchTo("b");
    EXPECT_EQ(JudgeLeaf(), "SEC_ERROR_UNTRUSTED_ISSUER");
  }
}

TEST_P(SwitchHygieneTest, ACertificateOfAnEarlierProfileIsNotFound) {
  profiles_.MakeChain({"a"}, {});
  Host host(GetParam(), &profiles_);
  host.Open("a");
  const Certificate leaf = CertificateDatabase().FindByNickname("leaf").value();
  SECItem der = BorrowItem(leaf.Der(), "test").value();
  host.SwitchTo("empty");
  EXPECT_EQ(UniqueCertificate(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &der)),
            nullptr);
  EXPECT_EQ(Why(CertificateDatabase().FindByDer(leaf.Der()).status()), "SEC_ERROR_UNKNOWN_CERT");
  // One that is not stored, in NSS's memory only.
  UniqueCertificate temporary(
      nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &der, nullptr, PR_FALSE, PR_TRUE));
  ASSERT_NE(temporary, nullptr);
  temporary.reset();
  host.SwitchTo("other");
  EXPECT_EQ(UniqueCertificate(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &der)),
            nullptr);
}

// Held by the application over the change: it is named, or NSS forgets where it came from.
TEST_P(SwitchHygieneTest, AHeldCertificateIsInNoServicesAnswer) {
  profiles_.MakeChain({"a", "b"}, {});
  Host host(GetParam(), &profiles_);
  host.Open("b");
  const CertificateDatabase database;
  ASSERT_TRUE(database.Delete(database.FindByNickname("ca").value()).ok());
  host.SwitchTo("a");
  const std::string der = database.FindByNickname("ca")->Der();
  CERTCertificate* held = nss::PK11_FindCertFromNickname("ca", nullptr);
  ASSERT_NE(held, nullptr);
  EXPECT_EQ(JudgeLeaf(), "OK");
  host.SwitchTo("b");
  EXPECT_EQ(Why(database.FindByDer(der).status()), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_EQ(Why(database.FindByNickname("ca").status()), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_NE(JudgeLeaf(), "OK");
  nss::CERT_DestroyCertificate(held);
}

// The DER of the open profile's "ca" and "leaf".
std::pair<std::string, std::string> ChainDer() {
  const CertificateDatabase database;
  return {database.FindByNickname("ca")->Der(), database.FindByNickname("leaf")->Der()};
}

CERTCertificate* NewTemporary(const std::string& der) {
  SECItem item = BorrowItem(der, "test").value();
  return nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &item, nullptr, PR_FALSE,
                                      PR_TRUE);
}

// Trust in a certificate that is only in memory, as a host sets it for one session.
void TrustInMemory(CERTCertificate* ca) {
  CERTCertTrust trust = {CERTDB_VALID_CA | CERTDB_TRUSTED_CA, 0, 0};
  Require(nss::CERT_ChangeCertTrust(nss::CERT_GetDefaultCertDB(), ca, &trust) == SECSuccess,
          "CERT_ChangeCertTrust");
}

std::string JudgeTemporary(const std::string& der) {
  UniqueCertificate leaf(NewTemporary(der));
  const SECStatus valid =
      nss::CERT_VerifyCertificate(nss::CERT_GetDefaultCertDB(), leaf.get(), PR_TRUE,
                                  certificateUsageSSLServer, PR_Now(), nullptr, nullptr, nullptr);
  return valid == SECSuccess ? "OK" : NssErrorName(nss::PORT_GetError());
}

TEST_P(SwitchHygieneTest, TrustInACertificateThatTheApplicationHoldsStaysInItsProfile) {
  profiles_.MakeChain({"chain"}, {});
  Host host(GetParam(), &profiles_);
  host.Open("chain");
  const auto [ca, leaf] = ChainDer();
  host.SwitchTo("a");
  CERTCertificate* const held = NewTemporary(ca);
  EXPECT_EQ(JudgeTemporary(leaf), "SEC_ERROR_UNTRUSTED_ISSUER");
  TrustInMemory(held);
  EXPECT_EQ(JudgeTemporary(leaf), "OK");
  host.SwitchTo("b");
  EXPECT_NE(JudgeTemporary(leaf), "OK");
  nss::CERT_DestroyCertificate(held);
}

TEST_F(SwitchHygieneDeathTest, ControlBareNssTakesTrustInAHeldCertificateAlong) {
  const auto control = [] {
    Profiles profiles;
    profiles.MakeChain({"chain", "b"}, {});
    Host host("never", &profiles);
    host.Open("chain");
    const auto [ca, leaf] = ChainDer();
    host.SwitchTo("a");
    TrustInMemory(NewTemporary(ca));
    std::filesystem::remove_all(profiles.Folder("b"));
    std::filesystem::create_directory(profiles.Folder("b"));
    host.SwitchBareTo("b");
    Tell("b " + JudgeTemporary(leaf));
  };
  EXPECT_EXIT(control(), testing::ExitedWithCode(0), "b OK");
}

TEST_P(SwitchHygieneTest, ACopyIsAnotherProfile) {
  profiles_.MakeChain({"a"}, {});
  Host host(GetParam(), &profiles_);
  host.Open("a");
  const CertificateDatabase database;
  const KeyService keys;
  const Certificate certificate = database.FindByNickname("leaf").value();
  const PrivateKey stored = std::move(keys.List()->front());
  const PrivateKey session = keys.GenerateEc(EllipticCurve::kP256).value();
  const PublicKey public_key = stored.GetPublicKey().value();
  const SymmetricKey symmetric = SymmetricKey::Generate(256).value();
  const HmacKey hmac_key = HmacKey::Generate(DigestAlgorithm::kSha256).value();
  Hmac hmac = hmac_key.Begin().value();
  Digest digest = Digest::Create(DigestAlgorithm::kSha256).value();
  host.SwitchTo("elsewhere");
  CopyProfile(profiles_.Folder("a"), profiles_.Folder("copy"));
  host.SwitchTo("copy");

  EXPECT_EQ(Why(certificate.CheckLive()), "gate");
  EXPECT_EQ(Why(database.GetTrust(certificate).status()), "gate");
  EXPECT_EQ(Why(database.Verify(certificate, CertificateUsage::kSslServer, absl::Now())), "gate");
  EXPECT_EQ(Why(database.SetTrust(certificate, Trust())), "gate");
  EXPECT_EQ(Why(database.Delete(certificate)), "gate");
  EXPECT_EQ(Why(stored.Sign(DigestAlgorithm::kSha256, "x").status()), "gate");
  EXPECT_EQ(Why(session.Sign(DigestAlgorithm::kSha256, "x").status()), "gate");
  EXPECT_EQ(Why(stored.GetPublicKey().status()), "gate");
  EXPECT_EQ(Why(public_key.ExportSpki().status()), "gate");
  EXPECT_EQ(Why(symmetric.EncryptGcm("x").status()), "gate");
  EXPECT_EQ(Why(hmac_key.Sign("x").status()), "gate");
  EXPECT_EQ(Why(hmac.Update("x")), "gate");
  EXPECT_EQ(Why(digest.Update("x")), "gate");
  // What is asked for anew is the copy's.
  EXPECT_TRUE(keys.List()->front().Sign(DigestAlgorithm::kSha256, "x").ok());
  EXPECT_EQ(database.FindByNickname("leaf")->Der(), certificate.Der());
}

TEST_F(SwitchHygieneDeathTest, ControlBareNssSignsWithTheCopysKeyByAStaleCertificate) {
  const auto control = [] {
    Profiles profiles;
    profiles.MakeChain({"a", "copy"}, {});
    Host host("never", &profiles);
    host.Open("a");
    CERTCertificate* stale = PK11_FindCertFromNickname("leaf", nullptr);
    SECKEYPrivateKey* key = PK11_FindKeyByAnyCert(stale, nullptr);
    host.SwitchBareTo("copy");
    unsigned char digest[32] = {};
    SECItem hash = {siBuffer, digest, sizeof digest};
    std::string found;
    for (SECKEYPrivateKey* signer : {PK11_FindKeyByAnyCert(stale, nullptr), key}) {
      SECItem signature = {siBuffer, nullptr, 0};
      const bool ok =
          signer != nullptr && SGN_Digest(signer, SEC_OID_SHA256, &signature, &hash) == SECSuccess;
      found += ok ? "signs " : "fails ";
    }
    Tell(found);
  };
  EXPECT_EXIT(control(), testing::ExitedWithCode(0), "signs signs");
}

// ---- TLS ----

enum class Client { kNss, kKeepsTokens };
enum class Server { kTickets, kCache };

struct Kind {
  const char* name;
  PRUint16 version;
  Client client;
  Server server;
};
constexpr Kind kKinds[] = {
    {"TLS 1.2, tickets", SSL_LIBRARY_VERSION_TLS_1_2, Client::kNss, Server::kTickets},
    {"TLS 1.2, tickets, tokens", SSL_LIBRARY_VERSION_TLS_1_2, Client::kKeepsTokens,
     Server::kTickets},
    {"TLS 1.2, cache", SSL_LIBRARY_VERSION_TLS_1_2, Client::kNss, Server::kCache},
    {"TLS 1.3, tickets", SSL_LIBRARY_VERSION_TLS_1_3, Client::kNss, Server::kTickets},
    {"TLS 1.3, tickets, tokens", SSL_LIBRARY_VERSION_TLS_1_3, Client::kKeepsTokens,
     Server::kTickets},
};

// What a client other than NSS keeps of its last session.
std::string& TheToken() {
  static auto* const token = new std::string;
  return *token;
}

SECStatus KeepToken(PRFileDesc* /*fd*/, const PRUint8* token, unsigned int length,
                    void* /*context*/) {
  TheToken().assign(reinterpret_cast<const char*>(token), length);
  return SECSuccess;
}

SECStatus CountAndAccept(void* count, PRFileDesc* /*fd*/, PRBool /*check*/, PRBool /*server*/) {
  ++*static_cast<int*>(count);
  return SECSuccess;
}

// Connected sockets, always to the same port, by which libssl knows a server again.
std::pair<PRFileDesc*, PRFileDesc*> NewSockets() {
  static PRNetAddr address;
  static PRFileDesc* const listener = [] {
    PRFileDesc* const fd = PR_NewTCPSocket();
    PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
    Require(PR_Bind(fd, &address) == PR_SUCCESS, "PR_Bind");
    Require(PR_Listen(fd, 5) == PR_SUCCESS, "PR_Listen");
    Require(PR_GetSockName(fd, &address) == PR_SUCCESS, "PR_GetSockName");
    return fd;
  }();
  PRFileDesc* const client = PR_NewTCPSocket();
  const PRIntervalTime timeout = PR_SecondsToInterval(10);
  Require(PR_Connect(client, &address, timeout) == PR_SUCCESS, "PR_Connect");
  PRFileDesc* const server = PR_Accept(listener, nullptr, timeout);
  Require(server != nullptr, "PR_Accept");
  return {client, server};
}

// Before libssl's client cache is used since NSS came up: otherwise libssl leaks two locks.
void ConfigureServerCache() {
  Require(nss::SSL_ConfigServerSessionIDCache(0, 0, 0, nullptr) == SECSuccess,
          "SSL_ConfigServerSessionIDCache");
}

// "resumed", "full" or "failed": what a connection to the open profile's server was.
std::string Connect(const Kind& kind) {
  ConfigureServerCache();
  const auto [client_socket, server_socket] = NewSockets();
  PRFileDesc* const client = ImportClient(client_socket);
  PRFileDesc* const server = ImportServer(server_socket);
  const SSLVersionRange range = {kind.version, kind.version};
  for (PRFileDesc* fd : {client, server}) {
    Require(nss::SSL_VersionRangeSet(fd, &range) == SECSuccess, "SSL_VersionRangeSet");
    nss::SSL_OptionSet(fd, SSL_ENABLE_SESSION_TICKETS, kind.server == Server::kTickets);
  }
  nss::SSL_OptionSet(client, SSL_NO_CACHE, PR_FALSE);
  if (kind.server == Server::kCache) nss::SSL_OptionSet(server, SSL_NO_CACHE, PR_FALSE);
  int judged = 0;
  nss::SSL_AuthCertificateHook(client, CountAndAccept, &judged);
  if (kind.client == Client::kKeepsTokens) {
    Require(nss::SSL_SetResumptionTokenCallback(client, KeepToken, nullptr) == SECSuccess,
            "SSL_SetResumptionTokenCallback");
    if (!TheToken().empty()) {
      Require(
          nss::SSL_SetResumptionToken(client, reinterpret_cast<const PRUint8*>(TheToken().data()),
                                      static_cast<unsigned>(TheToken().size())) == SECSuccess,
          "SSL_SetResumptionToken");
    }
  }
  std::string outcome = "failed";
  SSLChannelInfo info;
  if (HandshakeBetween(client, server) && Sends(server, client) && Sends(client, server) &&
      nss::SSL_GetChannelInfo(client, &info, sizeof info) == SECSuccess) {
    EXPECT_EQ(info.resumed != PR_FALSE, judged == 0);
    outcome = info.resumed ? "resumed" : "full";
  }
  PR_Close(client);
  PR_Close(server);
  return outcome;
}

TEST_P(SwitchHygieneTest, NoTlsSessionGoesIntoTheNextProfile) {
  Host host(GetParam(), &profiles_);
  host.Open("b");
  ConfigureServerCache();
  MakeServerCertificate();
  host.SwitchTo("a");
  MakeServerCertificate();
  for (const Kind& kind : kKinds) {
    SCOPED_TRACE(kind.name);
    TheToken().clear();
    for (const char* name : {"b", "a", "b", "a"}) {
      host.SwitchTo(name);
      EXPECT_EQ(Connect(kind), "full") << name;
    }
  }
}

// Or the test above would prove nothing.
TEST_P(SwitchHygieneTest, TlsSessionsResumeWithinAProfile) {
  Host host(GetParam(), &profiles_);
  host.Open("a");
  ConfigureServerCache();
  MakeServerCertificate();
  for (const Kind& kind : kKinds) {
    SCOPED_TRACE(kind.name);
    nss::SSL_ClearSessionCache();
    TheToken().clear();
    EXPECT_EQ(Connect(kind), "full");
    EXPECT_EQ(Connect(kind), "resumed");
  }
}

PRFileDesc* AcceptOnce(PRFileDesc* listener) {
  PRNetAddr address;
  PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
  Require(PR_Bind(listener, &address) == PR_SUCCESS, "PR_Bind");
  Require(PR_Listen(listener, 1) == PR_SUCCESS, "PR_Listen");
  Require(PR_GetSockName(listener, &address) == PR_SUCCESS, "PR_GetSockName");
  PRFileDesc* const client = PR_NewTCPSocket();
  const PRIntervalTime timeout = PR_SecondsToInterval(10);
  Require(PR_Connect(client, &address, timeout) == PR_SUCCESS, "PR_Connect");
  PRFileDesc* const accepted = PR_Accept(listener, nullptr, timeout);
  Require(accepted != nullptr, "PR_Accept");
  PR_Close(client);
  return accepted;
}

// Whatever a server of a later profile asks for, and its copies.
TEST_P(SwitchHygieneTest, OnlyTheFirstProfilesServersResumeWhileNssIsUp) {
  const bool stays_up = std::string(GetParam()) == "never";
  Host host(GetParam(), &profiles_);
  host.Open("a");
  for (const bool first : {true, false}) {
    if (!first) host.SwitchTo("b");
    MakeServerCertificate();
    const TlsPair pair;
    PRFileDesc* const copy = nss::SSL_ImportFD(pair.server(), PR_NewTCPSocket());
    PRFileDesc* const changed = nss::SSL_ImportFD(nullptr, PR_NewTCPSocket());
    ASSERT_EQ(nss::SSL_ReconfigFD(pair.server(), changed), changed);
    PRFileDesc* const accepted = AcceptOnce(copy);
    for (PRFileDesc* fd : {pair.server(), copy, changed, accepted}) {
      PRIntn no_cache = 0;
      PRIntn tickets = 0;
      nss::SSL_OptionSet(fd, SSL_NO_CACHE, PR_FALSE);
      nss::SSL_OptionSet(fd, SSL_ENABLE_SESSION_TICKETS, PR_TRUE);
      nss::SSL_OptionGet(fd, SSL_NO_CACHE, &no_cache);
      nss::SSL_OptionGet(fd, SSL_ENABLE_SESSION_TICKETS, &tickets);
      EXPECT_EQ(no_cache != 0, stays_up && !first);
      EXPECT_EQ(tickets == 0, stays_up && !first);
    }
    for (PRFileDesc* fd : {copy, changed, accepted}) PR_Close(fd);
  }
}

[[noreturn]] void ConnectOverABareSwitch(const Kind& kind) {
  Profiles profiles;
  Host host("never", &profiles);
  host.Open("b");
  MakeServerCertificate();
  host.SwitchTo("a");
  MakeServerCertificate();
  const std::string first = Connect(kind);
  host.SwitchBareTo("b");
  Tell(absl::StrCat(first, " ", Connect(kind)));
}

TEST_F(SwitchHygieneDeathTest, ControlBareNssResumesTlsSessionsInTheNextProfile) {
  for (const Kind& kind : kKinds) {
    EXPECT_EXIT(ConnectOverABareSwitch(kind), testing::ExitedWithCode(0), "full resumed")
        << kind.name;
  }
}

}  // namespace
}  // namespace psm
