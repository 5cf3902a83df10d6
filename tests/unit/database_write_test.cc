// DatabaseWrite on real profiles: what it refuses, what it waits for, and what it finishes. The
// crash laboratory (tests/crash) shows that nothing acknowledged is lost.

#include "nss_glue/database_write.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/token_password.h"
#include "shutdown/clock.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::HasSubstr;

PreventionLock Live() { return PreventionLock::Acquire("test").value(); }

std::string Der(absl::string_view name) {
  PrivateKey key = KeyService().GenerateEc(EllipticCurve::kP256).value();
  CertificateRequest request;
  request.subject = std::string("CN=") + std::string(name);
  request.not_before = absl::Now() - absl::Hours(1);
  request.not_after = absl::Now() + absl::Hours(1);
  request.is_ca = true;
  return KeyService().MakeSelfSignedCertificate(key, request).value();
}

absl::StatusOr<std::vector<Certificate>> Import(const std::string& der, const char* trust) {
  return CertificateDatabase().Import(der, "", Trust::Parse(trust).value());
}

// Another process that holds an SQLite lock on a file until the pipe is closed.
class LockingProcess {
 public:
  explicit LockingProcess(const std::string& path) {
    int ready[2];
    EXPECT_EQ(pipe(ready), 0);
    EXPECT_EQ(pipe(until_), 0);
    pid_ = fork();
    if (pid_ == 0) {
      close(until_[1]);
      const int fd = open(path.c_str(), O_RDWR);
      struct flock lock = {};
      lock.l_type = F_WRLCK;
      lock.l_whence = SEEK_SET;
      lock.l_start = 0x40000001;  // RESERVED
      lock.l_len = 1;
      char byte = fcntl(fd, F_SETLK, &lock) == 0 ? 'y' : 'n';
      static_cast<void>(!write(ready[1], &byte, 1));
      static_cast<void>(!read(until_[0], &byte, 1));
      _exit(0);
    }
    close(until_[0]);
    char byte = 'n';
    EXPECT_EQ(read(ready[0], &byte, 1), 1);
    EXPECT_EQ(byte, 'y');
    close(ready[0]);
    close(ready[1]);
  }
  ~LockingProcess() { Release(); }
  void Release() {
    if (pid_ == 0) return;
    close(until_[1]);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }
  pid_t pid() const { return pid_; }

 private:
  int until_[2] = {-1, -1};
  pid_t pid_ = 0;
};

TEST(DatabaseWriteTest, AFileThatWasReplacedIsNotWrittenTo) {
  LiveProfile profile;
  const std::string file = profile.Folder("first") + "/cert9.db";
  std::filesystem::copy(file, file + ".copy");
  std::filesystem::rename(file + ".copy", file);
  const std::string der = Der("replaced");
  const absl::Status refused = Import(der, ",,").status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(file));
}

TEST(DatabaseWriteTest, AFileThatWasRemovedIsNotMadeAgain) {
  LiveProfile profile;
  const std::string file = profile.Folder("first") + "/key4.db";
  std::filesystem::rename(file, file + ".away");
  const absl::Status refused = KeyService().GenerateEc(EllipticCurve::kP256, "label").status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kNotFound) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(file));
  EXPECT_FALSE(std::filesystem::exists(file));
  std::filesystem::rename(file + ".away", file);
  EXPECT_TRUE(KeyService().GenerateEc(EllipticCurve::kP256, "label").ok());
}

TEST(DatabaseWriteTest, AnotherProcesssLockIsWaitedForAndNamed) {
  LiveProfile profile;
  profile.Prefer(kWriteDeadlinePref, 700);
  profile.SwitchTo("second");
  LockingProcess other(profile.Folder("second") + "/cert9.db");
  const std::string pid = absl::StrCat("process ", other.pid());
  const std::string der = Der("locked out");
  const absl::Status refused = Import(der, ",,").status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kUnavailable) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(pid));
  ASSERT_EQ(profile.stalls().size(), 1u);
  EXPECT_THAT(profile.stalls()[0], HasSubstr(pid));
  EXPECT_THAT(profile.stalls()[0], HasSubstr("cert9.db"));
  other.Release();
  EXPECT_TRUE(Import(der, ",,").ok());
}

TEST(DatabaseWriteTest, ADrainEndsTheWaitForALock) {
  LiveProfile profile;
  const std::string der = Der("drained");
  LockingProcess other(profile.Folder("first") + "/cert9.db");
  absl::Notification begun;
  absl::Status refused;
  std::thread writer([&] {
    begun.Notify();
    refused = Import(der, ",,").status();
  });
  begun.WaitForNotification();
  absl::SleepFor(absl::Milliseconds(600));
  profile.Close();  // within its drain deadline of 5 s, half of the write's
  writer.join();
  EXPECT_FALSE(refused.ok());
}

TEST(DatabaseWriteTest, OneWriteAtATime) {
  LiveProfile profile;
  std::atomic<int> inside{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&inside] {
      for (int n = 0; n < 50; ++n) {
        const PreventionLock lock = Live();
        absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, "test");
        ASSERT_TRUE(write.ok()) << write.status();
        EXPECT_EQ(++inside, 1);
        absl::SleepFor(absl::Microseconds(100));
        --inside;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(DatabaseWriteTest, AWriteThatDoesNotEndIsNamed) {
  LiveProfile profile;
  profile.Prefer(kWriteDeadlinePref, 600);
  profile.SwitchTo("second");
  const PreventionLock lock = Live();
  absl::StatusOr<DatabaseWrite> first = DatabaseWrite::Begin(lock, "the first one");
  ASSERT_TRUE(first.ok());
  std::thread([] {
    const PreventionLock other = Live();
    const absl::Status refused = DatabaseWrite::Begin(other, "the second one").status();
    EXPECT_EQ(refused.code(), absl::StatusCode::kUnavailable) << refused;
    EXPECT_THAT(refused.message(), HasSubstr("the first one"));
  }).join();
  ASSERT_EQ(profile.stalls().size(), 1u);
  EXPECT_THAT(profile.stalls()[0], HasSubstr("the first one"));
}

TEST(DatabaseWriteTest, AReadOnlyProfileIsNotWritten) {
  LiveProfile profile;
  profile.SwitchTo("second");
  profile.SwitchToReadOnly("first");
  const PreventionLock lock = Live();
  EXPECT_EQ(Why(DatabaseWrite::Begin(lock, "test").status()), "SEC_ERROR_READ_ONLY");
}

// What a crash cut off, as the next opening finds it.
class PendingTest : public testing::Test {
 protected:
  // Leaves an intent in the profile "first", and closes it.
  void Leave(LiveProfile* profile, const Intent& intent) {
    profile->Close();
    absl::StatusOr<IntentJournal> journal = IntentJournal::Open(profile->Folder("first"));
    ASSERT_TRUE(journal.ok());
    ASSERT_TRUE(journal->Begin(intent).ok());
  }
  static std::vector<PendingIntent> PendingOf(LiveProfile* profile) {
    return IntentJournal::Open(profile->Folder("first"))->pending();
  }
};

TEST_F(PendingTest, ATrustChangeIsFinished) {
  LiveProfile profile;
  const std::string der = Der("ca");
  ASSERT_TRUE(Import(der, "C,,").ok());
  Leave(&profile, {IntentKind::kTrust, {der}, {}, "", ",C,"});
  profile.Open("first");
  Certificate ca = CertificateDatabase().FindByDer(der).value();
  EXPECT_EQ(CertificateDatabase().GetTrust(ca)->ToString(), ",C,");
  EXPECT_EQ(profile.snapshot().notes.size(), 1u);
}

TEST_F(PendingTest, ATrustChangeOfADeletedCertificateIsOver) {
  LiveProfile profile;
  const std::string der = Der("ca");
  Leave(&profile, {IntentKind::kTrust, {der}, {}, "", ",C,"});
  profile.Open("first");
  EXPECT_EQ(Why(CertificateDatabase().FindByDer(der).status()), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_TRUE(PendingOf(&profile).empty());
}

TEST_F(PendingTest, AnImportIsFinishedWhole) {
  LiveProfile profile;
  const std::string first = Der("one");
  const std::string second = Der("two");
  ASSERT_TRUE(Import(first, ",,").ok());
  Leave(&profile, {IntentKind::kStore, {first, second}, {}, "named", "C,,"});
  profile.Open("first");
  for (const std::string& der : {first, second}) {
    Certificate found = CertificateDatabase().FindByDer(der).value();
    EXPECT_EQ(CertificateDatabase().GetTrust(found)->ToString(), "C,,");
  }
}

TEST_F(PendingTest, ADeletionIsFinishedWithItsKey) {
  LiveProfile profile;
  PrivateKey key = KeyService().GenerateEc(EllipticCurve::kP256, "label").value();
  const std::string id = key.id();
  const std::string der = Der("gone");
  ASSERT_TRUE(Import(der, "C,,").ok());
  Leave(&profile, {IntentKind::kRemove, {der}, {absl::HexStringToBytes(id)}, "", ""});
  profile.Open("first");
  EXPECT_EQ(Why(CertificateDatabase().FindByDer(der).status()), "SEC_ERROR_UNKNOWN_CERT");
  EXPECT_EQ(Why(KeyService().FindById(id).status()), "SEC_ERROR_NO_KEY");
}

TEST_F(PendingTest, WhatNeedsALoginWaitsForIt) {
  LiveProfile profile;
  const std::string der = Der("ca");
  ASSERT_TRUE(Import(der, "C,,").ok());
  ASSERT_TRUE(TokenPassword().Change("", "secret").ok());
  Leave(&profile, {IntentKind::kTrust, {der}, {}, "", ",C,"});
  profile.Open("first");
  EXPECT_EQ(PendingOf(&profile).size(), 1u);
  ASSERT_TRUE(TokenPassword().Login("secret").ok());
  EXPECT_TRUE(PendingOf(&profile).empty());
  Certificate ca = CertificateDatabase().FindByDer(der).value();
  EXPECT_EQ(CertificateDatabase().GetTrust(ca)->ToString(), ",C,");
}

// A change of trust from p,p,p that was cut off between NSS's two transactions: the signatures in
// key4.db are those of the new trust, what cert9.db says is the old one. The profile is closed.
std::string MakeHalf(LiveProfile* profile, const char* wanted, const char* password = "") {
  const std::string file = profile->Folder("first") + "/cert9.db";
  const std::string der = Der("half");
  EXPECT_TRUE(Import(der, "p,p,p").ok());
  profile->Close();
  std::filesystem::copy(file, file + ".old");
  profile->Open("first");
  EXPECT_TRUE(*password == '\0' || TokenPassword().Login(password).ok());
  Certificate certificate = CertificateDatabase().FindByDer(der).value();
  EXPECT_TRUE(CertificateDatabase().SetTrust(certificate, Trust::Parse(wanted).value()).ok());
  profile->Close();
  std::filesystem::rename(file + ".old", file);
  return der;
}

std::string TrustOf(const std::string& der) {
  Certificate certificate = CertificateDatabase().FindByDer(der).value();
  return CertificateDatabase().GetTrust(certificate)->ToString();
}

TEST_F(PendingTest, AHalfMadeTrustIsFinished) {
  for (const char* wanted : {",,", "C,,", "p,C,p"}) {
    LiveProfile profile;
    const std::string der = MakeHalf(&profile, wanted);
    Leave(&profile, {IntentKind::kTrust, {der}, {}, "", wanted});
    profile.Open("first");
    EXPECT_EQ(TrustOf(der), wanted);
    EXPECT_TRUE(TokenPassword().Change("", "secret").ok()) << wanted;
    EXPECT_EQ(TrustOf(der), wanted);
    EXPECT_EQ(profile.snapshot().notes.size(), 1u);
  }
}

TEST_F(PendingTest, AnotherProgramsHalfMadeTrustIsMendedByTheNextChange) {
  LiveProfile profile;
  const std::string der = MakeHalf(&profile, ",,");
  profile.Open("first");
  Certificate certificate = CertificateDatabase().FindByDer(der).value();
  ASSERT_TRUE(CertificateDatabase().SetTrust(certificate, Trust()).ok());
  EXPECT_TRUE(TokenPassword().Change("", "secret").ok());
  EXPECT_THAT(profile.snapshot().notes, testing::IsEmpty());
}

TEST_F(PendingTest, AnotherProgramsHalfMadeTrustDoesNotKeepThePassword) {
  LiveProfile profile;
  const std::string whole = Der("whole");
  ASSERT_TRUE(Import(whole, "C,,").ok());
  const std::string der = MakeHalf(&profile, "C,,");
  profile.Open("first");
  const absl::Status changed = TokenPassword().Change("", "secret");
  EXPECT_TRUE(changed.ok()) << changed;
  EXPECT_EQ(TrustOf(der), ",,");
  EXPECT_EQ(TrustOf(whole), "C,,");
  ASSERT_EQ(profile.snapshot().notes.size(), 1u);
  EXPECT_THAT(profile.snapshot().notes[0],
              HasSubstr("stored trust, a change of which was cut off"));
}

TEST_F(PendingTest, AWrongPasswordRemovesNoTrust) {
  LiveProfile profile;
  ASSERT_TRUE(TokenPassword().Change("", "secret").ok());
  const std::string whole = Der("whole");
  ASSERT_TRUE(Import(whole, "C,,").ok());
  MakeHalf(&profile, "C,,", "secret");
  profile.Open("first");
  ASSERT_TRUE(TokenPassword().Login("secret").ok());
  EXPECT_EQ(Why(TokenPassword().Change("wrong", "other")), "SEC_ERROR_BAD_PASSWORD");
  EXPECT_THAT(profile.snapshot().notes, testing::IsEmpty());
  ASSERT_TRUE(TokenPassword().Login("secret").ok());
  EXPECT_EQ(TrustOf(whole), "C,,");
}

TEST_F(PendingTest, ALogInDoesNotLookAtTheIntentOfAWriteThatGoesOn) {
  LiveProfile profile;
  profile.Prefer(kWriteDeadlinePref, 700);
  profile.SwitchTo("first");
  std::atomic<bool> done{false};
  std::atomic<int> settled{0};
  std::thread login([&] {
    const PreventionLock lock = Live();
    while (!done) {
      const absl::Status status = DatabaseWrite::SettlePending(lock);
      EXPECT_TRUE(status.ok()) << status;
      ++settled;
    }
  });
  const PreventionLock lock = Live();
  for (int i = 0; i < 50; ++i) {
    absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, "test");
    ASSERT_TRUE(write.ok()) << write.status();
    EXPECT_TRUE(write->Announce({IntentKind::kTrust, {"der"}, {}, "", ",,"}).ok());
    const int before = settled;
    const absl::Duration end = MonotonicNow() + absl::Seconds(60);
    while (settled == before && MonotonicNow() < end) absl::SleepFor(absl::Microseconds(50));
    EXPECT_GT(settled, before);
    EXPECT_TRUE(write->Commit().ok());
  }
  done = true;
  login.join();
}

TEST_F(PendingTest, AWriteThatFailedHalfWayIsFinishedAtTheNextLogIn) {
  LiveProfile profile;
  {
    const PreventionLock lock = Live();
    absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, "test");
    ASSERT_TRUE(write->Announce({IntentKind::kTrust, {"der"}, {}, "", ",,"}).ok());
  }
  EXPECT_EQ(PendingOf(&profile).size(), 1u);
  EXPECT_TRUE(DatabaseWrite::SettlePending(Live()).ok());
  EXPECT_TRUE(PendingOf(&profile).empty());
}

TEST_F(PendingTest, WhatCanNeverBeFinishedIsGivenUpAndTold) {
  LiveProfile profile;
  Leave(&profile, {IntentKind::kStore, {"no certificate"}, {}, "", ",,"});
  profile.Open("first");
  ASSERT_EQ(profile.snapshot().notes.size(), 1u);
  EXPECT_THAT(profile.snapshot().notes[0], HasSubstr("given up"));
  EXPECT_TRUE(PendingOf(&profile).empty());
  EXPECT_TRUE(Import(Der("after"), "C,,").ok());
}

}  // namespace
}  // namespace psm
