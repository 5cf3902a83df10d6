// Profiles of NSS's old format (dbm), migrated in place: psm/migration.h, on what NSS itself makes
// of them.

#include "psm/migration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nss.h>
#include <pk11sdr.h>
#include <secitem.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <random>

#include "absl/strings/match.h"
#include "absl/time/clock.h"
#include "nss_glue/legacy_database.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/secret_decoder_ring.h"
#include "psm/token_password.h"
#include "tests/unit/child_process.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/manager_testing.h"
#include "tests/unit/profile_files.h"

namespace psm {

int g_steps_left = 0;

// Kills the process before it takes one step more on the disk.
void Step() {
  if (g_steps_left > 0 && --g_steps_left == 0) raise(SIGKILL);
}

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr absl::Duration kPlenty = absl::Seconds(30);
constexpr char kPassword[] = "Lab-Primary-1";
constexpr int kPairs = 3;

// Made once for each password: certutil is slow.
const std::string& Template(const std::string& password) {
  static auto* const scratch = new ScratchDir;
  static auto* const made = new std::map<std::string, std::string>;
  std::string& path = (*made)[password];
  if (path.empty()) {
    path = scratch->File("dbm" + std::to_string(made->size()));
    MakeByCertutil(path, kPairs, password, "dbm");
  }
  return path;
}

// Firefox's NSS is built without. run_tests.py says where an NSS is that is not the system's.
bool NssReadsDbm() {
  const std::string folder = FromEnvironment("PSM_NSS");
  return folder.empty() || std::filesystem::exists(folder + "/libnssdbm3.so");
}

class MigrationTest : public ManagerTest {
 protected:
  ~MigrationTest() override { manager_.reset(); }
  void SetUp() override {
    if (!NssReadsDbm()) GTEST_SKIP() << "NssWithoutDbmTest says what such an NSS does";
  }

  // A dbm profile that nobody has opened yet.
  std::string Dbm(const std::string& password = "") {
    const std::string path = scratch_.File("profile" + std::to_string(++made_));
    CopyProfile(Template(password), path);
    return path;
  }

  static std::map<std::string, std::string> LegacyContent(const std::string& folder,
                                                          const std::string& suffix = "") {
    std::map<std::string, std::string> content;
    for (const char* name : {"cert8.db", "key3.db", "secmod.db"}) {
      content[name] = ReadWholeFile(folder + "/" + name + suffix);
    }
    return content;
  }
  static bool IsNew(const std::string& folder) {
    return std::filesystem::exists(folder + "/cert9.db") &&
           std::filesystem::exists(folder + "/key4.db");
  }
  static ProfileFacts Facts(const std::string& folder) {
    absl::StatusOr<ProfileFacts> facts = CheckDatabases(Inspected(folder), kPlenty, true);
    EXPECT_TRUE(facts.ok()) << facts.status();
    return facts.ok() ? *facts : ProfileFacts();
  }
  // Everything of the template is in the open profile, once, and can be used.
  static void ExpectAllThere() {
    absl::StatusOr<std::vector<Certificate>> certificates = CertificateDatabase().List();
    ASSERT_TRUE(certificates.ok()) << certificates.status();
    EXPECT_EQ(certificates->size(), kPairs);
    for (const Certificate& certificate : *certificates) {
      EXPECT_TRUE(absl::StartsWith(certificate.Nickname(), "ca"));
    }
    absl::StatusOr<std::vector<PrivateKey>> keys = KeyService().List();
    ASSERT_TRUE(keys.ok()) << keys.status();
    EXPECT_EQ(keys->size(), kPairs);
    for (const PrivateKey& key : *keys) {
      EXPECT_TRUE(key.Sign(DigestAlgorithm::kSha256, "x").ok());
    }
  }

  int made_ = 0;
};

class NssWithoutDbmTest : public MigrationTest {
 protected:
  void SetUp() override {}
};

TEST_F(NssWithoutDbmTest, RefusesAProfileThatItCannotReadAndLeavesItAsItIs) {
  const std::string path = Dbm();
  const auto before = LegacyContent(path);
  Start();
  for (int i = 0; i < 2; ++i) {
    const absl::Status opened = manager_->OpenProfile(path).status();
    EXPECT_EQ(opened.ok(), NssReadsDbm()) << opened;
    if (opened.ok()) return;
    EXPECT_EQ(opened.code(), absl::StatusCode::kFailedPrecondition) << opened;
    EXPECT_THAT(opened.message(), HasSubstr("built without dbm"));
    EXPECT_EQ(LegacyContent(path), before);
  }
}

class MigrationModesTest : public MigrationTest, public ::testing::WithParamInterface<const char*> {
 protected:
  // Another profile was open before: in `never` mode the target comes in by the slot.
  void StartWithAnother() {
    Start(GetParam());
    const std::string other = scratch_.File("other");
    std::filesystem::create_directory(other);
    Open(other);
  }
  OpenReport SwitchTo(const std::string& folder) {
    absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(folder);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? report->open : OpenReport();
  }
};

INSTANTIATE_TEST_SUITE_P(All, MigrationModesTest, ::testing::Values("coordinated", "never"));

TEST_P(MigrationModesTest, AProfileWithoutAPasswordIsMigratedWhenItIsOpened) {
  const std::string path = Dbm();
  const auto before = LegacyContent(path);
  StartWithAnother();
  const OpenReport report = SwitchTo(path);
  EXPECT_EQ(report.outcome, OpenOutcome::kMigrated);
  EXPECT_THAT(report.notes, Contains(HasSubstr("3 certificates, 0 CRLs, 3 keys")));
  EXPECT_THAT(report.notes, Contains(HasSubstr(path + "/key3.db.migrated")));
  ExpectAllThere();
  EXPECT_EQ(LegacyContent(path, ".migrated"), before);
  EXPECT_FALSE(std::filesystem::exists(path + "/key3.db"));
  Close();
  const OpenReport again = Open(path);
  EXPECT_EQ(again.outcome, OpenOutcome::kOk);
  EXPECT_THAT(again.notes, Contains(HasSubstr(path + "/key3.db.migrated")));
  ExpectAllThere();
}

TEST_P(MigrationModesTest, AProfileWithAPasswordIsMigratedAtTheFirstLogIn) {
  const std::string path = Dbm(kPassword);
  const auto before = LegacyContent(path);
  StartWithAnother();
  const OpenReport report = SwitchTo(path);
  EXPECT_EQ(report.outcome, OpenOutcome::kOk);
  EXPECT_THAT(report.notes, Contains(HasSubstr("waits for a log-in")));
  EXPECT_EQ(CertificateDatabase().List()->size(), kPairs);
  EXPECT_EQ(Why(TokenPassword().Login("wrong")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_THAT(manager_->snapshot().notes, IsEmpty());
  EXPECT_EQ(LegacyContent(path), before);
  ASSERT_TRUE(TokenPassword().Login(kPassword).ok());
  EXPECT_THAT(manager_->snapshot().notes, ElementsAre(HasSubstr("3 certificates, 0 CRLs, 3 keys")));
  ExpectAllThere();
  EXPECT_EQ(LegacyContent(path, ".migrated"), before);
  Close();
  EXPECT_EQ(Open(path).outcome, OpenOutcome::kOk);
  EXPECT_EQ(Why(TokenPassword().Login("wrong")), "SEC_ERROR_BAD_PASSWORD");
  ASSERT_TRUE(TokenPassword().Login(kPassword).ok());
  ExpectAllThere();
}

TEST_P(MigrationModesTest, ThePasswordsWorkFactorIsRaisedOnce) {
  const std::string path = Dbm(kPassword);
  StartWithAnother();
  SwitchTo(path);
  ASSERT_TRUE(TokenPassword().Login(kPassword).ok());
  Close();
  const ProfileFacts facts = Facts(path);
  EXPECT_FALSE(facts.sha1_3des_password);
  EXPECT_GE(facts.password_iterations, 10000);
  const std::string bytes = ReadWholeFile(path + "/key4.db");
  Open(path);
  ASSERT_TRUE(TokenPassword().Login(kPassword).ok());
  ExpectAllThere();
  Close();
  EXPECT_EQ(ReadWholeFile(path + "/key4.db"), bytes);
}

TEST_P(MigrationModesTest, AMigrationThatWaitsIsResumedAtTheNextStart) {
  const std::string path = Dbm(kPassword);
  for (int start = 0; start < 3; ++start) {
    StartWithAnother();
    EXPECT_THAT(SwitchTo(path).notes, Contains(HasSubstr("waits for a log-in")));
    EXPECT_FALSE(TokenPassword().Login("wrong").ok());
  }
  EXPECT_TRUE(TokenPassword().Login(kPassword).ok());
  ExpectAllThere();
}

// A profile of somebody else's: another program has migrated with NSS's password record as it was.
TEST_P(MigrationModesTest, AWeakPasswordThatAnotherProgramLeftIsRaised) {
  const std::string path = Dbm(kPassword);
  std::ofstream(path + "/password") << kPassword << "\n";
  RunShell(
      absl::StrCat("certutil -M -n ca1 -t CT,C,C -d 'sql:", path, "' -f '", path, "/password'"));
  ASSERT_TRUE(Facts(path).sha1_3des_password);
  StartWithAnother();
  EXPECT_THAT(SwitchTo(path).notes, Contains(HasSubstr(path + "/key3.db")));
  ASSERT_TRUE(TokenPassword().Login(kPassword).ok());
  ExpectAllThere();
  Close();
  EXPECT_FALSE(Facts(path).sha1_3des_password);
}

TEST_F(MigrationTest, NothingIsWrittenWhileItWaits) {
  const std::string path = Dbm(kPassword);
  Start();
  Open(path);
  EXPECT_EQ(KeyService().GenerateEc(EllipticCurve::kP256, "x").status().code(),
            absl::StatusCode::kUnauthenticated);
  const std::vector<Certificate> certificates = CertificateDatabase().List().value();
  ASSERT_FALSE(certificates.empty());
  EXPECT_EQ(CertificateDatabase().Delete(certificates[0]).code(),
            absl::StatusCode::kUnauthenticated);
  EXPECT_EQ(TokenPassword().Check(kPassword).code(), absl::StatusCode::kOk);
  // Checking a password is a log-in, which NSS migrates with.
  EXPECT_THAT(manager_->snapshot().notes, Contains(HasSubstr("was migrated")));
  EXPECT_TRUE(TokenPassword().Login(kPassword).ok());
  ExpectAllThere();
}

// NSS asks for the password by itself.
TEST_F(MigrationTest, ALogInByThePromptOfNssFinishesItBeforeTheFirstWrite) {
  class Knows : public PasswordPrompter {
   public:
    absl::StatusOr<std::string> Ask(const PasswordPrompt&, const PromptCancellation&) override {
      return std::string(kPassword);
    }
  } prompter;
  prompter_ = &prompter;
  const std::string path = Dbm(kPassword);
  Start();
  Open(path);
  EXPECT_TRUE(KeyService().GenerateEc(EllipticCurve::kP256, "x").ok());
  EXPECT_THAT(manager_->snapshot().notes, Contains(HasSubstr("3 certificates, 0 CRLs, 3 keys")));
  EXPECT_EQ(KeyService().List()->size(), kPairs + 1);
  Close();
  EXPECT_EQ(Open(path).outcome, OpenOutcome::kOk);
  manager_.reset();
}

void EncryptASecret(const std::string& folder) {
  ASSERT_EQ(NSS_Initialize(("dbm:" + folder).c_str(), "", "", "secmod.db", 0), SECSuccess);
  SECItem any = {siBuffer, nullptr, 0};
  unsigned char text[] = "secret text";
  SECItem in = {siBuffer, text, sizeof text - 1};
  SECItem out = {siBuffer, nullptr, 0};
  ASSERT_EQ(PK11SDR_Encrypt(&any, &in, &out, nullptr), SECSuccess);
  std::ofstream(folder + "/blob", std::ios::binary)
      .write(reinterpret_cast<const char*>(out.data), out.len);
  SECITEM_FreeItem(&out, PR_FALSE);
  EXPECT_EQ(NSS_Shutdown(), SECSuccess);
}

TEST_F(MigrationTest, SecretsAndCrlsArriveToo) {
  const std::string source = FromEnvironment("PSM_SOURCE_FOLDER");
  if (!source.empty()) return EncryptASecret(source);  // the child of this test
  const std::string path = Dbm();
  const ChildEnd made = RunTestInChild("MigrationTest.SecretsAndCrlsArriveToo",
                                       {"PSM_SOURCE_FOLDER=" + path}, absl::Minutes(1));
  ASSERT_EQ(made.status, 0) << made.output;
  std::ofstream(path + "/script") << "update=20260101000000Z\naddcert 5 20260101000000Z\n";
  RunShell(absl::StrCat("crlutil -G -d 'dbm:", path, "' -n ca1 -c '", path,
                        "/script' -Z SHA256 >/dev/null"));
  Start();
  EXPECT_THAT(Open(path).notes, Contains(HasSubstr("3 certificates, 1 CRLs, 4 keys")));
  ExpectAllThere();
  EXPECT_EQ(SecretDecoderRing().Decrypt(ReadWholeFile(path + "/blob")).value(), "secret text");
  EXPECT_EQ(Facts(path).crls, 1);
}

TEST_F(MigrationTest, TheOldFilesAreKeptRenamedOrDeletedAsIsPreferred) {
  for (const std::string policy : {"keep", "rename", "delete"}) {
    for (const std::string password : {"", kPassword}) {
      SCOPED_TRACE(policy + " " + password);
      const std::string path = Dbm(password);
      const auto before = LegacyContent(path);
      Prefer(kLegacyFilesPref, policy);
      Start();
      Open(path);
      EXPECT_TRUE(TokenPassword().Login(password).ok());
      ExpectAllThere();
      Close();
      if (policy != "delete") {
        EXPECT_EQ(LegacyContent(path, policy == "keep" ? "" : ".migrated"), before);
      }
      int old = 0;
      for (const char* name : {"/cert8.db", "/key3.db", "/secmod.db"}) {
        old += std::filesystem::exists(path + name) ? 1 : 0;
        old += std::filesystem::exists(path + name + ".migrated") ? 1 : 0;
      }
      EXPECT_EQ(old, policy == "delete" ? 0 : 3);
      const auto named = Contains(HasSubstr("key3.db"));
      if (policy == "delete") {
        EXPECT_THAT(Open(path).notes, ::testing::Not(named));
      } else {
        EXPECT_THAT(Open(path).notes, named);
      }
    }
  }
}

// The old copy would bring back everything that was deleted since.
TEST_F(MigrationTest, AMigratedProfileThatLostItsFilesIsNotMigratedAgain) {
  Prefer(kLegacyFilesPref, "keep");
  const std::string path = Dbm();
  Start();
  Open(path);
  Close();
  Open(path);
  Close();
  std::filesystem::remove(path + "/cert9.db");
  std::filesystem::remove(path + "/key4.db");
  absl::Status refused = manager_->OpenProfile(path).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kDataLoss) << refused;
  EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt);
  EXPECT_FALSE(IsNew(path));
}

// A key that NSS cannot decrypt is one that it does not migrate, without a word.
void SpoilOneKey(const std::string& path) {
  std::string bytes = ReadWholeFile(path + "/key3.db");
  std::string value;
  ASSERT_TRUE(ReadHashFile(path + "/key3.db", [&value](absl::string_view, absl::string_view v) {
                if (v.size() > 100) value = std::string(v);
              }).ok());
  const size_t at = bytes.find(value);
  ASSERT_NE(at, std::string::npos);
  Overwrite(path + "/key3.db", at + value.size() - 40, std::string(40, '\x5a'));
}

TEST_F(MigrationTest, AnObjectThatDidNotArriveIsDataLossAndTheOldFilesStay) {
  const std::string path = Dbm();
  SpoilOneKey(path);
  const auto before = LegacyContent(path);
  Start();
  Open(scratch_.path());
  for (int attempt = 0; attempt < 2; ++attempt) {
    absl::Status lost = manager_->SwitchProfile(path).status();
    EXPECT_EQ(lost.code(), absl::StatusCode::kDataLoss) << lost;
    EXPECT_EQ(OpenOutcomeOf(lost), OpenOutcome::kCorrupt);
    EXPECT_THAT(lost.message(), HasSubstr("2 of 3 keys"));
    EXPECT_THAT(lost.message(), HasSubstr(path));
    EXPECT_EQ(LegacyContent(path), before);
    EXPECT_EQ(manager_->snapshot().directory, scratch_.path());
    EXPECT_TRUE(CertificateDatabase().List().ok());
  }
}

TEST_F(MigrationTest, AnObjectThatDidNotArriveIsToldByTheLogIn) {
  const std::string path = Dbm(kPassword);
  SpoilOneKey(path);
  const auto before = LegacyContent(path);
  Start();
  Open(path);
  absl::Status lost = TokenPassword().Login(kPassword);
  EXPECT_EQ(lost.code(), absl::StatusCode::kDataLoss) << lost;
  EXPECT_THAT(lost.message(), HasSubstr("2 of 3 keys"));
  EXPECT_EQ(KeyService().GenerateEc(EllipticCurve::kP256, "x").status().code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(LegacyContent(path), before);
  // Nothing was written since, so the next start may begin anew.
  Start();
  EXPECT_THAT(Open(path).notes, Contains(HasSubstr("begun again")));
}

TEST_F(MigrationTest, AProfileThatCannotBeWrittenIsReadAsItIs) {
  constexpr uid_t kNobody = 65534;
  const std::string path = Dbm();
  ASSERT_EQ(chmod(scratch_.path().c_str(), 0755), 0);
  for (const auto& file : std::filesystem::directory_iterator(path)) {
    ASSERT_EQ(chmod(file.path().c_str(), 0444), 0);
  }
  ASSERT_EQ(chmod(path.c_str(), 0555), 0);
  for (const char* mode : {"coordinated", "never"}) {
    Start(mode);
    Open(scratch_.path());
    const auto before = Fingerprint(path);
    const bool root = geteuid() == 0;
    if (root) {
      ASSERT_EQ(seteuid(kNobody), 0);
    }
    absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(path);
    if (root) {
      ASSERT_EQ(seteuid(0), 0);
    }
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->open.outcome, OpenOutcome::kReadOnly);
    EXPECT_THAT(report->open.notes, Contains(HasSubstr("dbm")));
    ExpectAllThere();
    EXPECT_EQ(Why(KeyService().GenerateEc(EllipticCurve::kP256, "x").status()),
              "SEC_ERROR_READ_ONLY");
    EXPECT_EQ(Fingerprint(path), before);
  }
  manager_.reset();
  ASSERT_EQ(chmod(path.c_str(), 0755), 0);
}

// ---- What other programs leave ----

TEST_F(MigrationTest, AMigrationThatAnotherProgramBeganWithoutThePasswordIsFinished) {
  const std::string path = Dbm(kPassword);
  RunShell(absl::StrCat("! certutil -D -n nobody -d 'sql:", path, "' 2>/dev/null </dev/null"));
  ASSERT_TRUE(IsNew(path));
  ASSERT_FALSE(Facts(path).has_metadata);
  Start();
  EXPECT_THAT(Open(path).notes, Contains(HasSubstr("waits for a log-in")));
  ASSERT_TRUE(TokenPassword().Login(kPassword).ok());
  EXPECT_THAT(manager_->snapshot().notes, Contains(HasSubstr("was migrated")));
  ExpectAllThere();
}

TEST_F(MigrationTest, AHalfThatAnotherProgramLeftIsNotDoubled) {
  const std::string path = Dbm();
  const std::string migrated = Dbm();
  RunShell(absl::StrCat("certutil -M -n ca1 -t CT,C,C -d 'sql:", migrated, "'"));
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    std::filesystem::copy_file(migrated + name, path + name);
  }
  Sql(path + "/key4.db", "DELETE FROM nssPrivate; DROP TABLE metaData");
  const auto before = Fingerprint(path);
  Start();
  absl::Status refused = manager_->OpenProfile(path).status();
  EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(path + "/cert9.db"));
  EXPECT_EQ(Fingerprint(path), before);
  Prefer(kDamagedProfilePref, "fresh");
  const OpenReport report = Open(path);
  EXPECT_FALSE(report.kept.empty());
  ExpectAllThere();
}

TEST_F(MigrationTest, AProfileMigratedLongAgoIsNotTouchedAndItsOldCopyIsNamed) {
  const std::string path = Dbm();
  RunShell(absl::StrCat("certutil -M -n ca1 -t CT,C,C -d 'sql:", path, "'"));
  const auto before = LegacyContent(path);
  Prefer(kLegacyFilesPref, "delete");
  Start();
  const OpenReport report = Open(path);
  EXPECT_EQ(report.outcome, OpenOutcome::kOk);
  EXPECT_THAT(report.notes, Contains(HasSubstr(path + "/key3.db")));
  EXPECT_EQ(LegacyContent(path), before);
}

TEST_F(MigrationTest, ADamagedNewDatabaseIsNotReplacedByTheOldOne) {
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    const std::string path = Dbm();
    RunShell(absl::StrCat("certutil -M -n ca1 -t CT,C,C -d 'sql:", path, "'"));
    std::filesystem::resize_file(path + name, 0);
    Start();
    absl::Status refused = manager_->OpenProfile(path).status();
    EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt) << refused;
    EXPECT_THAT(refused.message(), HasSubstr(path + name));
    std::filesystem::remove(path + name);
    EXPECT_EQ(OpenOutcomeOf(manager_->OpenProfile(path).status()), OpenOutcome::kCorrupt);
  }
}

TEST_F(MigrationTest, ModulesOfSecmodAreReportedAndRemembered) {
  const std::string path = Dbm();
  RunShell(absl::StrCat("modutil -force -dbdir 'dbm:", path,
                        "' -add Token -libfile /usr/lib/softhsm/libsofthsm2.so >/dev/null 2>&1"));
  const auto named = Contains(HasSubstr("/usr/lib/softhsm/libsofthsm2.so"));
  Start();
  EXPECT_THAT(Open(path).notes, named);
  Close();
  EXPECT_THAT(Open(path).notes, named);
}

// ---- Reading dbm files ----

TEST_F(MigrationTest, TheOldFilesAreCounted) {
  absl::StatusOr<LegacyFacts> facts = ReadLegacyDatabases(Template(kPassword));
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->certificates, kPairs);
  EXPECT_EQ(facts->crls, 0);
  EXPECT_EQ(facts->keys, kPairs);
  EXPECT_FALSE(ReadLegacyDatabases(scratch_.path())->any());
}

// Entries longer than a page, and more of them than the first pages hold.
TEST_F(MigrationTest, LongEntriesAndManyAreCounted) {
  if (FromEnvironment("PSM_LONG").empty()) {
    // libnssdbm3 itself leaks what it reads of certificates over 2 KiB.
    const ChildEnd end =
        RunTestInChild("MigrationTest.LongEntriesAndManyAreCounted",
                       {"PSM_LONG=1", "ASAN_OPTIONS=detect_leaks=0"}, absl::Minutes(2));
    EXPECT_EQ(end.status, 0) << end.output;
    return;
  }
  const std::string path = Dbm();
  std::ofstream(path + "/pw") << "\n";
  std::ofstream(path + "/noise") << std::string(200, 'x');
  std::string names;
  for (int i = 0; i < 1500; ++i) absl::StrAppend(&names, i == 0 ? "" : ",", "dns:host", i, ".test");
  for (int i = 0; i < 12; ++i) {
    RunShell(
        absl::StrCat("certutil -S -d 'dbm:", path, "' -f '", path, "/pw' -n long", i, " -s CN=long",
                     i, " -m ", 100 + i, " -x -t ,, -k ec -q nistp256 --extSAN ",
                     i % 3 == 0 ? names : "dns:a.test", " -z '", path, "/noise' >/dev/null 2>&1"));
  }
  ASSERT_TRUE(std::filesystem::is_directory(path + "/cert8.dir"));  // for the long ones
  absl::StatusOr<LegacyFacts> facts = ReadLegacyDatabases(path);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->certificates, kPairs + 12);
  EXPECT_EQ(facts->keys, kPairs + 12);
  const std::string part = scratch_.File("part");
  std::filesystem::copy(path, part, std::filesystem::copy_options::recursive);
  Prefer(kLegacyFilesPref, "delete");
  Start();
  EXPECT_EQ(Open(path).outcome, OpenOutcome::kMigrated);
  EXPECT_EQ(CertificateDatabase().List()->size(), kPairs + 12);
  EXPECT_TRUE(LegacyFiles(path).empty());
  // NSS leaves out what it does not find there, without a word.
  std::filesystem::remove_all(part + "/cert8.dir");
  absl::Status lost = manager_->SwitchProfile(part).status();
  EXPECT_EQ(lost.code(), absl::StatusCode::kDataLoss) << lost;
  EXPECT_THAT(std::string(lost.message()), HasSubstr("11 of 15 certificates"));
}

TEST_F(MigrationTest, ADamagedOldFileIsNamedAndKept) {
  for (const char* name : {"/cert8.db", "/key3.db"}) {
    for (const uintmax_t keep : {0, 100, 5000}) {
      const std::string path = Dbm();
      std::filesystem::resize_file(path + name, keep);
      const auto before = LegacyContent(path);
      Start();
      absl::Status refused = manager_->OpenProfile(path).status();
      EXPECT_EQ(OpenOutcomeOf(refused), OpenOutcome::kCorrupt) << refused;
      EXPECT_THAT(refused.message(), HasSubstr(path + name));
      EXPECT_EQ(LegacyContent(path), before);
      EXPECT_FALSE(IsNew(path));
    }
  }
}

// Whatever is in the file, reading it ends, inside its bounds.
TEST_F(MigrationTest, GarbageInAnOldFileIsReadWithoutHarm) {
  const std::string path = Dbm();
  std::mt19937 random(1);
  for (const char* name : {"/cert8.db", "/key3.db", "/secmod.db"}) {
    const std::string bytes = ReadWholeFile(path + name);
    for (int i = 0; i < 500; ++i) {
      std::string spoiled = bytes;
      for (int flips = 0; flips < 1 + i % 8; ++flips) {
        // Where the numbers are: the header, and the beginning of each page.
        const size_t page = random() % (bytes.size() / 4096);
        spoiled[std::min(page * 4096 + random() % 64, bytes.size() - 1)] =
            static_cast<char>(random());
      }
      std::ofstream(path + name, std::ios::binary) << spoiled;
      ReadHashFile(path + name, [](absl::string_view, absl::string_view) {}).IgnoreError();
      ReadLegacyDatabases(path).status().IgnoreError();
    }
    std::ofstream(path + name, std::ios::binary) << bytes;
  }
  EXPECT_TRUE(ReadLegacyDatabases(path).ok());
}

// ---- Killed at any point ----

class MigrationKilledTest
    : public MigrationTest,
      public ::testing::WithParamInterface<std::tuple<const char*, const char*>> {
 protected:
  // One life of a process, which opens the profile and logs in: this test itself, in a child.
  // `steps` 0: it is not killed but at the deadline.
  static ChildEnd Live(const std::string& folder, absl::Duration deadline, int steps = 0) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    return RunTestInChild(absl::StrCat(test->test_suite_name(), ".", test->name()),
                          {"PSM_LIFE_FOLDER=" + folder, absl::StrCat("PSM_LIFE_STEPS=", steps)},
                          deadline);
  }
  // True in that child, which has lived then.
  bool Lived() {
    const std::string folder = FromEnvironment("PSM_LIFE_FOLDER");
    if (folder.empty()) return false;
    Start(std::get<1>(GetParam()));
    g_steps_left = atoi(FromEnvironment("PSM_LIFE_STEPS").c_str());
    absl::StatusOr<OpenReport> report = manager_->OpenProfile(folder);
    EXPECT_TRUE(report.ok()) << report.status();
    absl::Status in = TokenPassword().Login(Password());
    EXPECT_TRUE(in.ok()) << in;
    return true;
  }
  static std::string Password() { return std::get<0>(GetParam()); }

  void ExpectMigratedByTheNextLife(const std::string& path) {
    const ChildEnd last = Live(path, absl::Minutes(1));
    ASSERT_EQ(last.status, 0) << last.output;
    const ProfileFacts facts = Facts(path);
    EXPECT_EQ(facts.certificates, kPairs);
    EXPECT_EQ(facts.keys, kPairs);
    EXPECT_FALSE(facts.sha1_3des_password);
    EXPECT_EQ(LegacyContent(path, ".migrated"), LegacyContent(Template(Password())));
  }
};

const auto kNameOfLife = [](const auto& param) {
  return absl::StrCat(*std::get<0>(param.param) == '\0' ? "Plain" : "Password", "_",
                      std::get<1>(param.param));
};

INSTANTIATE_TEST_SUITE_P(All, MigrationKilledTest,
                         ::testing::Combine(::testing::Values("", kPassword),
                                            ::testing::Values("coordinated", "never")),
                         kNameOfLife);

// Every sync, truncation, rename and removal of a file is a step.
TEST_P(MigrationKilledTest, IsResumedAfterEachStepAtWhichTheProcessMayDie) {
  if (Lived()) return;
  int step = 1;
  for (;; ++step) {
    SCOPED_TRACE(absl::StrCat("step ", step));
    const std::string path = Dbm(Password());
    const ChildEnd one = Live(path, absl::Minutes(1), step);
    if (one.status == 0) break;
    ASSERT_EQ(one.status, 128 + SIGKILL) << one.output;
    ExpectMigratedByTheNextLife(path);
    if (HasFailure()) return;
  }
  EXPECT_GT(step, 20);  // or the steps were not seen
}

class NewProfileKilledTest : public MigrationKilledTest {};

INSTANTIATE_TEST_SUITE_P(All, NewProfileKilledTest,
                         ::testing::Combine(::testing::Values(""),
                                            ::testing::Values("coordinated", "never")),
                         kNameOfLife);

TEST_P(NewProfileKilledTest, ANewProfileThatWasHalfMadeIsMadeAgain) {
  if (Lived()) return;
  int step = 1;
  for (;; ++step) {
    SCOPED_TRACE(absl::StrCat("step ", step));
    const std::string path = scratch_.File(absl::StrCat("new", step));
    std::filesystem::create_directory(path);
    const ChildEnd one = Live(path, absl::Minutes(1), step);
    if (one.status == 0) break;
    ASSERT_EQ(one.status, 128 + SIGKILL) << one.output;
    const ChildEnd next = Live(path, absl::Minutes(1));
    ASSERT_EQ(next.status, 0) << next.output;
    EXPECT_TRUE(Facts(path).empty_password);
  }
  EXPECT_GT(step, 10);
}

TEST_P(MigrationKilledTest, IsResumedAfterSeveralDeathsAtAnyTime) {
  if (Lived()) return;
  constexpr int kLives = 10;
  const absl::Duration start = MonotonicNow();
  const ChildEnd whole = Live(Dbm(Password()), absl::Minutes(1));
  ASSERT_EQ(whole.status, 0) << whole.output;
  const absl::Duration life = MonotonicNow() - start;
  std::mt19937 random(7);
  const std::string path = Dbm(Password());
  for (int i = 0; i < kLives; ++i) {
    const ChildEnd one = Live(path, life * (static_cast<double>(random() % 1000) / 900));
    ASSERT_TRUE(one.killed || one.status == 0) << one.output;
  }
  ExpectMigratedByTheNextLife(path);
  Start();
  Open(path);
  EXPECT_TRUE(TokenPassword().Login(Password()).ok());
  ExpectAllThere();
}

}  // namespace
}  // namespace psm

// Those that SQLite, NSS and the library call, too.
#define PSM_STEP(result, name, parameters, ...)                              \
  extern "C" __attribute__((visibility("default"))) result name parameters { \
    psm::Step();                                                             \
    return static_cast<result>(syscall(SYS_##name, __VA_ARGS__));            \
  }
PSM_STEP(int, fsync, (int fd), fd)
PSM_STEP(int, fdatasync, (int fd), fd)
PSM_STEP(int, ftruncate, (int fd, off_t size) noexcept, fd, size)
PSM_STEP(int, unlink, (const char* path) noexcept, path)
PSM_STEP(int, renameat2,
         (int from_fd, const char* from, int to_fd, const char* to, unsigned flags) noexcept,
         from_fd, from, to_fd, to, flags)
