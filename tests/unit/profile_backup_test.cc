#include "nss_glue/profile_backup.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "absl/strings/match.h"
#include "nss_glue/database_write.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "tests/unit/child_process.h"
#include "tests/unit/crash_at_each_step.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr absl::Duration kPlenty = absl::Seconds(30);

class ProfileBackupTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    template_ = new ScratchDir;
    MakeByCertutil(template_->File("profile"), 2);
  }
  static void TearDownTestSuite() {
    delete template_;
    template_ = nullptr;
  }
  void SetUp() override { CopyProfile(template_->File("profile"), path_); }

  std::string Backup(int keep = 10) {
    absl::StatusOr<std::string> name = MakeBackup(path_, keep, kPlenty);
    EXPECT_TRUE(name.ok()) << name.status();
    return name.ok() ? *name : "";
  }
  std::vector<std::string> Backups() {
    absl::StatusOr<std::vector<std::string>> names = ListBackups(path_);
    EXPECT_TRUE(names.ok()) << names.status();
    return names.ok() ? *names : std::vector<std::string>();
  }
  std::string InBackup(const std::string& name, const std::string& file) {
    return path_ + "/psm-backups/" + name + "/" + file;
  }
  absl::StatusCode Verified(const std::string& name) {
    return VerifyBackup(path_, name, kPlenty).status().code();
  }
  // The files of the profile itself, without what is kept beside them.
  std::map<std::string, std::string> Content() {
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(path_)) {
      const std::string name = file.path().filename();
      if (file.is_regular_file() && !absl::StrContains(name, ".replaced-")) {
        files[name] = ReadWholeFile(file.path());
      }
    }
    return files;
  }
  void Change() {
    Sql(path_ + "/cert9.db", "DELETE FROM nssPublic");
    Sql(path_ + "/key4.db", "DELETE FROM nssPrivate");
    std::ofstream(path_ + "/pkcs11.txt") << "library=\nname=Another\n";
  }

  static ScratchDir* template_;
  ScratchDir scratch_;
  const std::string path_ = scratch_.File("profile");
};

ScratchDir* ProfileBackupTest::template_ = nullptr;

// ---- Making ----

TEST_F(ProfileBackupTest, AProfileOpenByAnotherSqliteIsNotBackedUp) {
  if (RunsInChild({}, kPlenty)) return;  // which has loaded no softoken yet
  const int fd = open((path_ + "/key4.db").c_str(), O_RDONLY);
  ASSERT_GE(fd, 0);
  EXPECT_EQ(MayBackUpNow(path_).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(MakeBackup(path_, 1, kPlenty).status().code(), absl::StatusCode::kFailedPrecondition);
  close(fd);
  EXPECT_TRUE(MayBackUpNow(path_).ok());
}

TEST_F(ProfileBackupTest, ABackupIsTheProfile) {
  std::ofstream(path_ + "/psm-modules.json") << "{}";
  std::ofstream(path_ + "/logins.json") << "{}";
  const std::string name = Backup();
  EXPECT_THAT(name, ::testing::MatchesRegex("[0-9]{8}T[0-9]{6}Z"));
  EXPECT_EQ(ReadWholeFile(InBackup(name, "pkcs11.txt")), ReadWholeFile(path_ + "/pkcs11.txt"));
  EXPECT_EQ(ReadWholeFile(InBackup(name, "psm-modules.json")), "{}");
  EXPECT_FALSE(std::filesystem::exists(InBackup(name, "logins.json")));
  absl::StatusOr<ProfileFacts> facts = VerifyBackup(path_, name, kPlenty);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->private_objects, 2);
  EXPECT_EQ(Sql(InBackup(name, "cert9.db"), "SELECT sum(length(a11)) FROM nssPublic"),
            Sql(path_ + "/cert9.db", "SELECT sum(length(a11)) FROM nssPublic"));
  for (const auto& file : std::filesystem::recursive_directory_iterator(path_ + "/psm-backups")) {
    EXPECT_EQ(file.status().permissions() & std::filesystem::perms(0077),
              std::filesystem::perms::none)
        << file.path();
  }
}

TEST_F(ProfileBackupTest, TheProfileItselfIsNotChanged) {
  const auto before = Content();
  Backup();
  EXPECT_EQ(Content(), before);
}

TEST_F(ProfileBackupTest, TheNewestComesFirstAndTheOldestGoes) {
  std::vector<std::string> made;
  for (int i = 0; i < 4; ++i) made.push_back(Backup(3));  // several in one second
  EXPECT_THAT(Backups(), ElementsAre(made[3], made[2], made[1]));
  std::filesystem::create_directory(path_ + "/psm-backups/20200101T000000Z");
  std::filesystem::create_directory(path_ + "/psm-backups/20200101T000000Z-10");
  std::filesystem::create_directory(path_ + "/psm-backups/20200101T000000Z-2");
  std::filesystem::create_directory(path_ + "/psm-backups/something else");
  EXPECT_THAT(Backups(), ElementsAre(made[3], made[2], made[1], "20200101T000000Z-10",
                                     "20200101T000000Z-2", "20200101T000000Z"));
  const std::string last = Backup(1);
  EXPECT_THAT(Backups(), ElementsAre(last));
}

TEST_F(ProfileBackupTest, ANewBackupIsTheNewestThoughTheClockWasSetBack) {
  Backup();
  std::filesystem::rename(path_ + "/psm-backups/" + Backups()[0],
                          path_ + "/psm-backups/20990101T000000Z");
  const std::string name = Backup(1);
  EXPECT_EQ(name, "20990101T000000Z-2");
  EXPECT_THAT(Backups(), ElementsAre(name));
}

TEST_F(ProfileBackupTest, AProfileWithoutBackupsHasNone) {
  EXPECT_THAT(Backups(), IsEmpty());
  EXPECT_EQ(ListBackups(scratch_.File("none")).status().code(), absl::StatusCode::kNotFound);
}

TEST_F(ProfileBackupTest, AWriteAheadLogIsPartOfTheBackup) {
  OtherProcess writer([&] {
    sqlite3* db = nullptr;
    sqlite3_open((path_ + "/key4.db").c_str(), &db);
    sqlite3_exec(db, "PRAGMA journal_mode = wal; DELETE FROM nssPrivate", nullptr, nullptr,
                 nullptr);
  });
  ASSERT_GT(std::filesystem::file_size(path_ + "/key4.db-wal"), 0u);
  const std::string name = Backup();
  EXPECT_EQ(Verified(name), absl::StatusCode::kOk);
  EXPECT_EQ(Sql(InBackup(name, "key4.db"), "SELECT count(*) FROM nssPrivate"), "0");
  EXPECT_EQ(Sql(InBackup(name, "key4.db"), "PRAGMA journal_mode"), "delete");
}

TEST_F(ProfileBackupTest, ADamagedProfileDoesNotReplaceItsGoodBackup) {
  const std::string good = Backup(1);
  Overwrite(path_ + "/cert9.db", 4 * PageSize(path_ + "/cert9.db"), std::string(4096, '\x5a'));
  EXPECT_EQ(MakeBackup(path_, 1, kPlenty).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(Backups(), ElementsAre(good));
  EXPECT_EQ(Verified(good), absl::StatusCode::kOk);
  EXPECT_FALSE(std::filesystem::exists(path_ + "/psm-backups/.unfinished"));
}

TEST_F(ProfileBackupTest, ALockedProfileIsNamedAfterABoundedWait) {
  OtherProcess other([&] {
    sqlite3* db = nullptr;
    sqlite3_open((path_ + "/key4.db").c_str(), &db);
    sqlite3_exec(db, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
  });
  absl::Status status = MakeBackup(path_, 1, kPlenty).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
  EXPECT_THAT(status.message(), HasSubstr(absl::StrCat("process ", other.pid())));
  EXPECT_THAT(Backups(), IsEmpty());
}

TEST_F(ProfileBackupTest, TwoBackupsAreNotMadeAtOnce) {
  std::filesystem::create_directory(path_ + "/psm-backups");
  const int fd = open((path_ + "/psm-backups").c_str(), O_RDONLY | O_DIRECTORY);
  ASSERT_EQ(flock(fd, LOCK_EX), 0);
  EXPECT_EQ(MakeBackup(path_, 1, kPlenty).status().code(), absl::StatusCode::kUnavailable);
  close(fd);
  EXPECT_TRUE(MakeBackup(path_, 1, kPlenty).ok());
}

TEST_F(ProfileBackupTest, ABudgetEndsIt) {
  EXPECT_EQ(MakeBackup(path_, 1, absl::ZeroDuration()).status().code(),
            absl::StatusCode::kDeadlineExceeded);
  EXPECT_THAT(Backups(), IsEmpty());
}

TEST_F(ProfileBackupTest, ABackupWaitsForTheWriteThatGoesOn) {
  {
    const absl::StatusOr<WriteTurn> writer = WriteTurn::Take("a write", kPlenty);
    ASSERT_TRUE(writer.ok()) << writer.status();
    absl::Status status = MakeBackup(path_, 1, absl::Milliseconds(100)).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
    EXPECT_THAT(status.message(), HasSubstr("\"a write\""));
  }
  Backup();
}

TEST_F(ProfileBackupTest, ACrashAtAnyStepLeavesNoHalfBackup) {
  Backup();
  Backup();
  const std::string before = scratch_.File("before");
  std::filesystem::copy(path_, before, std::filesystem::copy_options::recursive);
  const int steps = CrashAtEachStep(
      [&] {
        std::filesystem::remove_all(path_);
        std::filesystem::copy(before, path_, std::filesystem::copy_options::recursive);
      },
      [&] {
        if (!MakeBackup(path_, 2, kPlenty).ok()) _exit(1);
      },
      [&](int step) {
        SCOPED_TRACE(step);
        EXPECT_THAT(Backups(), SizeIs(::testing::Ge(2u)));
        for (const std::string& name : Backups()) EXPECT_EQ(Verified(name), absl::StatusCode::kOk);
        Backup(2);
        EXPECT_THAT(Backups(), SizeIs(2));
        EXPECT_FALSE(std::filesystem::exists(path_ + "/psm-backups/.unfinished"));
      });
  EXPECT_GT(steps, 20);
}

// ---- Verifying ----

TEST_F(ProfileBackupTest, AnyFlippedByteIsFound) {
  const std::string name = Backup();
  for (const char* file : {"cert9.db", "key4.db", "pkcs11.txt"}) {
    const std::string bytes = ReadWholeFile(InBackup(name, file));
    for (size_t at = 0; at < bytes.size(); at += bytes.size() / 20 + 1) {
      Overwrite(InBackup(name, file), at, std::string(1, static_cast<char>(bytes[at] ^ 1)));
      absl::Status status = VerifyBackup(path_, name, kPlenty).status();
      EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << file << " " << at;
      EXPECT_EQ(DamagedFile(status), InBackup(name, file));
      Overwrite(InBackup(name, file), at, bytes.substr(at, 1));
    }
  }
  EXPECT_EQ(Verified(name), absl::StatusCode::kOk);
}

TEST_F(ProfileBackupTest, AMissingOrForeignFileIsFound) {
  for (const char* file : {"cert9.db", "key4.db", "pkcs11.txt", "backup.json"}) {
    const std::string name = Backup();
    std::filesystem::remove(InBackup(name, file));
    EXPECT_EQ(Verified(name), absl::StatusCode::kDataLoss) << file;
  }
  for (const char* manifest : {"", "[]", "{}", "{\"files\":{},\"objects\":{}}"}) {
    const std::string name = Backup();
    std::ofstream(InBackup(name, "backup.json")) << manifest;
    EXPECT_EQ(Verified(name), absl::StatusCode::kDataLoss) << manifest;
  }
}

TEST_F(ProfileBackupTest, AManifestCannotNameAFileElsewhere) {
  const std::string name = Backup();
  // Each is there, and as the manifest says.
  std::filesystem::create_directory(InBackup(name, "psm-"));
  std::ofstream(path_ + "/psm-backups/x.json") << "";
  std::ofstream(InBackup(name, "logins.json")) << "";
  for (const char* outside : {"../x.json", "psm-/../../x.json", "logins.json"}) {
    nlohmann::json manifest = nlohmann::json::parse(ReadWholeFile(InBackup(name, "backup.json")));
    manifest["files"][outside] = {{"bytes", 0}, {"crc32", 0}};
    std::ofstream(InBackup(name, "backup.json")) << manifest;
    EXPECT_EQ(Verified(name), absl::StatusCode::kDataLoss) << outside;
    manifest["files"].erase(outside);
    std::ofstream(InBackup(name, "backup.json")) << manifest;
  }
  EXPECT_EQ(Verified(name), absl::StatusCode::kOk);
}

TEST_F(ProfileBackupTest, OnlyABackupsNameIsTaken) {
  EXPECT_EQ(Verified("../.."), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Verified(""), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Verified("20261121T190500Z-"), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Verified("20261121T190500Z/x"), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Verified("20261121T190500Z"), absl::StatusCode::kNotFound);
}

// ---- Restoring ----

TEST_F(ProfileBackupTest, ARestoreBringsBackEveryFileAndKeepsTheReplacedOnes) {
  std::ofstream(path_ + "/psm-modules.json") << "old";
  const std::string name = Backup();
  auto backed_up = Content();
  for (const char* database : {"cert9.db", "key4.db"}) {
    backed_up[database] = ReadWholeFile(InBackup(name, database));
  }
  Change();
  std::ofstream(path_ + "/psm-modules.json") << "new";
  std::ofstream(path_ + "/psm-intents.json") << "of what is gone";
  const auto changed = Content();
  absl::StatusOr<std::vector<std::string>> replaced = RestoreBackup(path_, name, kPlenty);
  ASSERT_TRUE(replaced.ok()) << replaced.status();
  EXPECT_EQ(Content(), backed_up);
  std::map<std::string, std::string> kept;
  for (const std::string& path : *replaced) {
    const std::string file = std::filesystem::path(path).filename();
    kept[file.substr(0, file.find(".replaced-"))] = ReadWholeFile(path);
  }
  EXPECT_EQ(kept, changed);
  EXPECT_TRUE(CheckDatabases(Inspected(path_), kPlenty, /*full=*/true).ok());
}

// SQLite would apply the old journal to the new file.
TEST_F(ProfileBackupTest, AJournalIsKeptWithTheFileItBelongsTo) {
  const std::string name = Backup();
  std::ofstream(path_ + "/key4.db-journal") << "x";
  std::ofstream(path_ + "/cert9.db-wal") << "y";
  absl::StatusOr<std::vector<std::string>> replaced = RestoreBackup(path_, name, kPlenty);
  ASSERT_TRUE(replaced.ok()) << replaced.status();
  EXPECT_FALSE(std::filesystem::exists(path_ + "/key4.db-journal"));
  EXPECT_FALSE(std::filesystem::exists(path_ + "/cert9.db-wal"));
  EXPECT_THAT(*replaced, ::testing::Contains(HasSubstr("/key4.db.replaced-")));
  EXPECT_THAT(*replaced, ::testing::Contains(::testing::EndsWith("-journal")));
  EXPECT_THAT(*replaced, ::testing::Contains(::testing::EndsWith("-wal")));
}

TEST_F(ProfileBackupTest, AProfileThatLostItsFilesIsRestored) {
  const std::string name = Backup();
  std::filesystem::remove(path_ + "/cert9.db");
  std::filesystem::resize_file(path_ + "/key4.db", 0);
  ASSERT_TRUE(RestoreBackup(path_, name, kPlenty).ok());
  EXPECT_TRUE(CheckDatabases(Inspected(path_), kPlenty, /*full=*/true).ok());
}

TEST_F(ProfileBackupTest, ADamagedBackupIsNotRestored) {
  const std::string name = Backup();
  Overwrite(InBackup(name, "key4.db"), 5000, "x");
  const auto before = Content();
  EXPECT_EQ(RestoreBackup(path_, name, kPlenty).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Content(), before);
}

TEST_F(ProfileBackupTest, TwoRestoresKeepBothOfWhatTheyReplaced) {
  const std::string name = Backup();
  absl::StatusOr<std::vector<std::string>> first = RestoreBackup(path_, name, kPlenty);
  absl::StatusOr<std::vector<std::string>> second = RestoreBackup(path_, name, kPlenty);
  ASSERT_TRUE(first.ok() && second.ok()) << first.status() << second.status();
  EXPECT_THAT(*first, SizeIs(3));
  EXPECT_THAT(*second, SizeIs(3));
  for (const std::string& path : *first) EXPECT_TRUE(std::filesystem::exists(path)) << path;
}

TEST_F(ProfileBackupTest, ACrashAtAnyStepLeavesAllOfTheOldFilesOrAllOfTheNew) {
  std::ofstream(path_ + "/psm-modules.json") << "old";
  const std::string name = Backup();
  auto restored = Content();
  for (const char* database : {"cert9.db", "key4.db"}) {
    restored[database] = ReadWholeFile(InBackup(name, database));
  }
  std::filesystem::remove(path_ + "/psm-modules.json");  // one that only the backup has
  Change();
  std::ofstream(path_ + "/psm-intents.json") << "of what is gone";  // one that it has not
  const auto changed = Content();
  const std::string before = scratch_.File("before");
  std::filesystem::copy(path_, before, std::filesystem::copy_options::recursive);
  int old_ones = 0;
  int new_ones = 0;
  const int steps = CrashAtEachStep(
      [&] {
        std::filesystem::remove_all(path_);
        std::filesystem::copy(before, path_, std::filesystem::copy_options::recursive);
      },
      [&] {
        if (!RestoreBackup(path_, name, kPlenty).ok()) _exit(1);
      },
      [&](int step) {
        SCOPED_TRACE(step);
        // And a crash of the completion itself, somewhere.
        RunUntilStep(step % 7 + 1, [&] {
          if (!CompleteRestore(path_).ok()) _exit(1);
        });
        EXPECT_TRUE(CompleteRestore(path_).ok()) << CompleteRestore(path_);
        EXPECT_FALSE(std::filesystem::exists(path_ + "/psm-restoring"));
        EXPECT_FALSE(std::filesystem::exists(path_ + "/psm-restoring.unfinished"));
        if (Content() == changed) {
          ++old_ones;
          return;
        }
        ++new_ones;
        EXPECT_EQ(Content(), restored);
        std::map<std::string, std::string> kept;
        for (const auto& file : std::filesystem::directory_iterator(path_)) {
          const std::string file_name = file.path().filename();
          const size_t at = file_name.find(".replaced-");
          if (at != std::string::npos) kept[file_name.substr(0, at)] = ReadWholeFile(file.path());
        }
        EXPECT_EQ(kept, changed);
      });
  EXPECT_GT(steps, 20);
  EXPECT_GT(old_ones, 5);
  EXPECT_GT(new_ones, 5);
}

TEST_F(ProfileBackupTest, SettingAsideLeavesAFreshProfile) {
  const auto before = Content();
  std::ofstream(path_ + "/key4.db-journal") << "x";
  absl::StatusOr<std::vector<std::string>> kept = SetProfileAside(path_);
  ASSERT_TRUE(kept.ok()) << kept.status();
  EXPECT_TRUE(Inspected(path_).fresh);
  EXPECT_THAT(*kept, SizeIs(before.size()));
  for (const std::string& path : *kept) {
    const std::string file = std::filesystem::path(path).filename();
    EXPECT_EQ(ReadWholeFile(path), before.at(file.substr(0, file.find(".replaced-"))));
  }
  EXPECT_FALSE(std::filesystem::exists(path_ + "/key4.db-journal"));
}

// ---- With NSS ----

TEST_F(ProfileBackupTest, AnOpenProfileIsBackedUpWhileItIsWritten) {
  LiveProfile live;
  const std::string path = live.Folder("first");
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    const KeyService keys;
    while (!stop) EXPECT_TRUE(keys.GenerateEc(EllipticCurve::kP256).ok());
  });
  for (int i = 0; i < 10; ++i) {
    absl::StatusOr<std::string> name = MakeBackup(path, 3, kPlenty);
    ASSERT_TRUE(name.ok()) << name.status();
    absl::StatusOr<ProfileFacts> facts = VerifyBackup(path, *name, kPlenty);
    EXPECT_TRUE(facts.ok()) << facts.status();
  }
  stop = true;
  writer.join();
  EXPECT_TRUE(CheckDatabases(Inspected(path), kPlenty, /*full=*/true).ok());
}

TEST_F(ProfileBackupTest, AnOpenProfileIsNotRestored) {
  LiveProfile live;
  const std::string path = live.Folder("first");
  absl::StatusOr<std::string> name = MakeBackup(path, 3, kPlenty);
  ASSERT_TRUE(name.ok()) << name.status();
  EXPECT_EQ(RestoreBackup(path, *name, kPlenty).status().code(),
            absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(SetProfileAside(path).status().code(), absl::StatusCode::kFailedPrecondition);
  std::filesystem::create_directory(path + "/psm-restoring");
  EXPECT_EQ(CompleteRestore(path).code(), absl::StatusCode::kFailedPrecondition);
  std::filesystem::remove(path + "/psm-restoring");
}

// As an NSS of some years ago made it: without the columns that came since.
TEST_F(ProfileBackupTest, ABackupOfAnOlderNssOpensAndIsWrittenAfterItsRestore) {
  const std::string count = "SELECT count(*) FROM pragma_table_info('nssPublic')";
  const int columns = std::stoi(Sql(path_ + "/cert9.db", count));
  for (const char* column : {"a40000211", "a40000212", "ace536360", "ad5a0db00", "a163", "a10c"}) {
    Sql(path_ + "/cert9.db", absl::StrCat("ALTER TABLE nssPublic DROP COLUMN ", column));
    Sql(path_ + "/key4.db", absl::StrCat("ALTER TABLE nssPrivate DROP COLUMN ", column));
  }
  const std::string name = Backup();
  LiveProfile live;
  const std::string path = live.Folder("older");
  std::filesystem::copy(template_->File("profile"), path);
  std::filesystem::copy(path_ + "/psm-backups", path + "/psm-backups",
                        std::filesystem::copy_options::recursive);
  ASSERT_TRUE(RestoreBackup(path, name, kPlenty).ok());
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(Inspected(path), kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->public_columns, columns - 6);
  live.SwitchTo("older");
  absl::StatusOr<std::vector<Certificate>> certificates = CertificateDatabase().List();
  ASSERT_TRUE(certificates.ok()) << certificates.status();
  EXPECT_THAT(*certificates, SizeIs(2));
  EXPECT_TRUE(KeyService().GenerateEc(EllipticCurve::kP256).ok());
}

}  // namespace
}  // namespace psm
