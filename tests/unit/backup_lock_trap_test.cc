// Closing any descriptor of a file drops all POSIX locks that the process has on it. So a backup
// that opens, reads and closes cert9.db and key4.db in a process whose NSS has them open takes
// NSS's locks away, and another process that writes corrupts both databases (SQLite, "How To
// Corrupt An SQLite Database File", section 2.2).
//
// Two processes make keys in one profile by bare NSS, while one of them backs it up all the time.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <keyhi.h>
#include <nss.h>
#include <pk11pub.h>
#include <secoid.h>
#include <sys/mman.h>

#include <atomic>
#include <new>
#include <thread>
#include <vector>

#include "absl/time/clock.h"
#include "nss_glue/database_check.h"
#include "nss_glue/profile_backup.h"
#include "shutdown/clock.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

constexpr absl::Duration kRun = absl::Seconds(4);
constexpr absl::Duration kControlAtMost = absl::Seconds(60);
constexpr absl::Duration kPlenty = absl::Seconds(30);

// Seen by all processes.
struct Shared {
  std::atomic<bool> stop{false};
  std::atomic<int> made{0};
  std::atomic<int> refused{0};
  std::atomic<int> backups{0};
  std::atomic<int> bad_backups{0};
};

void MakeKeys(const std::string& path, Shared* shared) {
  if (NSS_Initialize(("sql:" + path).c_str(), "", "", SECMOD_DB, 0) != SECSuccess) _exit(1);
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  const SECOidData* curve = SECOID_FindOIDByTag(SEC_OID_SECG_EC_SECP256R1);
  std::vector<unsigned char> parameters = {SEC_ASN1_OBJECT_ID,
                                           static_cast<unsigned char>(curve->oid.len)};
  parameters.insert(parameters.end(), curve->oid.data, curve->oid.data + curve->oid.len);
  SECItem item = {siBuffer, parameters.data(), static_cast<unsigned>(parameters.size())};
  while (!shared->stop) {
    SECKEYPublicKey* public_key = nullptr;
    SECKEYPrivateKey* key = PK11_GenerateKeyPair(slot, CKM_EC_KEY_PAIR_GEN, &item, &public_key,
                                                 PR_TRUE, PR_TRUE, nullptr);
    ++(key != nullptr ? shared->made : shared->refused);
    if (key != nullptr) SECKEY_DestroyPrivateKey(key);
    if (public_key != nullptr) SECKEY_DestroyPublicKey(public_key);
  }
  PK11_FreeSlot(slot);
}

void BackUp(const std::string& path, Shared* shared) {
  absl::StatusOr<std::string> name = MakeBackup(path, 2, kPlenty);
  ++(name.ok() ? shared->backups : shared->bad_backups);
  if (!name.ok()) fprintf(stderr, "%s\n", name.status().ToString().c_str());
}

void BackUpNaively(const std::string& path, Shared* shared) {
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    const int fd = open((path + name).c_str(), O_RDONLY | O_CLOEXEC);
    char buffer[1 << 16];
    while (read(fd, buffer, sizeof buffer) > 0) continue;
    close(fd);
  }
  ++shared->backups;
}

class BackupLockTrapTest : public ::testing::Test {
 protected:
  void SetUp() override {
    MakeByCertutil(path_, 0);
    void* memory =
        mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(memory, MAP_FAILED);
    shared_ = new (memory) Shared;
  }
  void TearDown() override { munmap(shared_, sizeof(Shared)); }

  // Returns once `done`, or after `at_most`; the processes are stopped, if need be by force.
  void Run(void (*back_up)(const std::string&, Shared*), absl::Duration at_most,
           const std::function<bool()>& done) {
    const pid_t writer = fork();
    if (writer == 0) {
      MakeKeys(path_, shared_);
      _exit(0);
    }
    const pid_t both = fork();
    if (both == 0) {
      std::thread keys([this] { MakeKeys(path_, shared_); });
      // Not before NSS has the profile open.
      while (!shared_->stop && (shared_->made == 0 || !DatabasesOpenInProcess(Dir()).key4)) {
        absl::SleepFor(absl::Milliseconds(1));
      }
      while (!shared_->stop) back_up(path_, shared_);
      keys.join();
      _exit(0);
    }
    const absl::Duration end = MonotonicNow() + at_most;
    while (MonotonicNow() < end && !done()) absl::SleepFor(absl::Milliseconds(100));
    shared_->stop = true;
    const absl::Duration patience = MonotonicNow() + absl::Seconds(20);
    for (const pid_t child : {writer, both}) {
      int status = 0;
      while (waitpid(child, &status, WNOHANG) == 0) {
        if (MonotonicNow() > patience || done()) kill(child, SIGKILL);
        absl::SleepFor(absl::Milliseconds(10));
      }
      clean_ = clean_ && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    printf("%d keys made, %d refused, %d backups, %d failed\n", shared_->made.load(),
           shared_->refused.load(), shared_->backups.load(), shared_->bad_backups.load());
  }

  ProfileDir Dir() const {
    ProfileDir dir;
    dir.path = path_;
    return dir;
  }

  ScratchDir scratch_;
  const std::string path_ = scratch_.File("profile");
  Shared* shared_ = nullptr;
  bool clean_ = true;
};

TEST_F(BackupLockTrapTest, BackupsWhileTwoProcessesWriteCorruptNothing) {
  Run(BackUp, kRun, [] { return false; });
  EXPECT_TRUE(clean_);
  EXPECT_GT(shared_->made, 5);
  EXPECT_GT(shared_->backups, 5);
  EXPECT_EQ(shared_->refused, 0);
  EXPECT_EQ(shared_->bad_backups, 0);
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(Inspected(path_), kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->private_objects, shared_->made);
}

// Why the test above says something: the same without SQLite's backup.
TEST_F(BackupLockTrapTest, NaiveControlCorrupts) {
  const ProfileDir dir = Untouched(Inspected(path_));
  int findings = 0;
  Run(BackUpNaively, kControlAtMost, [&] {
    findings += absl::IsDataLoss(CheckDatabases(dir, kPlenty, /*full=*/true).status()) ? 1 : 0;
    return findings > 3;  // the first may be a look at a file in the middle of a write
  });
  absl::Status left = CheckDatabases(Inspected(path_), kPlenty, /*full=*/true).status();
  EXPECT_TRUE(absl::IsDataLoss(left)) << left;
  printf("left: %s\n", left.ToString().c_str());
}

}  // namespace
}  // namespace psm
