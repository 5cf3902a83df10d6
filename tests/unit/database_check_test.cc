#include "nss_glue/database_check.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "absl/time/clock.h"
#include "shutdown/clock.h"
#include "tests/unit/child_process.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

using ::testing::HasSubstr;

constexpr absl::Duration kPlenty = absl::Seconds(30);

// A profile of NSS's own making, copied for each test.
class DatabaseCheckTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    template_ = new ScratchDir;
    MakeByCertutil(template_->File("profile"), 3);
  }
  static void TearDownTestSuite() {
    delete template_;
    template_ = nullptr;
  }

  void SetUp() override {
    CopyProfile(template_->File("profile"), path_);
    dir_ = Inspected(path_);
  }

  absl::Status Check(const ProfileDir& dir) {
    return CheckDatabases(dir, kPlenty, /*full=*/true).status();
  }
  // The file is found to be damaged, in both ways of looking, and is left as it was.
  void ExpectDamaged(const std::string& file) {
    for (const ProfileDir& dir : {Untouched(dir_), dir_}) {
      const auto before = Fingerprint(path_);
      const absl::Duration start = MonotonicNow();
      absl::Status status = Check(dir);
      EXPECT_LT(MonotonicNow() - start, absl::Seconds(5));
      EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
      EXPECT_EQ(DamagedFile(status), file);
      EXPECT_THAT(status.message(), HasSubstr(file));
      EXPECT_EQ(Fingerprint(path_), before);
    }
  }

  static ScratchDir* template_;
  ScratchDir scratch_;
  const std::string path_ = scratch_.File("profile");
  const std::string cert9_ = path_ + "/cert9.db";
  const std::string key4_ = path_ + "/key4.db";
  ProfileDir dir_;
};

ScratchDir* DatabaseCheckTest::template_ = nullptr;

// ---- Sound profiles, and what is in them ----

TEST_F(DatabaseCheckTest, AProfileOfNssIsSoundAndCounted) {
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir_, kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(absl::StrCat(facts->public_objects),
            Sql(cert9_, "SELECT count(*) FROM nssPublic WHERE +id > 0"));
  EXPECT_EQ(facts->private_objects, 3);
  EXPECT_EQ(absl::StrCat(facts->pkcs11_trust_objects),
            Sql(cert9_, "SELECT count(*) FROM nssPublic WHERE hex(a0) = '0000000B'"));
  EXPECT_EQ(absl::StrCat(facts->public_columns),
            Sql(cert9_, "SELECT count(*) FROM pragma_table_info('nssPublic')"));
  EXPECT_EQ(facts->password_salt_bytes, 20);
  EXPECT_EQ(facts->password_iterations, 1);
  EXPECT_TRUE(facts->empty_password);
  EXPECT_FALSE(facts->sha1_3des_password);
  EXPECT_FALSE(facts->wal);
  EXPECT_FALSE(facts->rolled_back);
}

TEST_F(DatabaseCheckTest, APasswordsWorkFactorIsRead) {
  MakeByCertutil(scratch_.File("locked"), 0, "Lab-Primary-1");
  absl::StatusOr<ProfileFacts> facts =
      CheckDatabases(Inspected(scratch_.File("locked")), kPlenty, /*full=*/false);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(absl::StrCat(facts->password_salt_bytes),  // 20, or 48 by an NSS newer than 3.87.1
            Sql(scratch_.File("locked") + "/key4.db",
                "SELECT length(item1) FROM metaData WHERE id = 'password'"));
  EXPECT_EQ(facts->password_iterations, 10000);
  EXPECT_FALSE(facts->empty_password);
}

TEST_F(DatabaseCheckTest, AProfileOfANewerNssIsTold) {
  CopyProfile(TestDataPath("firefox/password"), scratch_.File("firefox"));
  absl::StatusOr<ProfileFacts> facts =
      CheckDatabases(Inspected(scratch_.File("firefox")), kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->public_objects, 6);
  EXPECT_EQ(facts->pkcs11_trust_objects, 1);
  EXPECT_EQ(facts->public_columns, 193);
  EXPECT_EQ(facts->password_salt_bytes, 48);
  EXPECT_EQ(facts->password_iterations, 10000);
  EXPECT_FALSE(facts->empty_password);
}

TEST_F(DatabaseCheckTest, FirefoxWithoutAPasswordLooksLikeNssWithoutOne) {
  for (const char* kind : {"plain", "fresh"}) {
    CopyProfile(TestDataPath(absl::StrCat("firefox/", kind)), scratch_.File(kind));
    absl::StatusOr<ProfileFacts> facts =
        CheckDatabases(Inspected(scratch_.File(kind)), kPlenty, /*full=*/true);
    ASSERT_TRUE(facts.ok()) << facts.status();
    EXPECT_EQ(facts->password_salt_bytes, 20);
    EXPECT_TRUE(facts->empty_password);
  }
}

TEST_F(DatabaseCheckTest, TheFormOfAMigratedPasswordIsTold) {
  // { { pbeWithSha1AndTripleDES-CBC, { 8 bytes of salt, 1 } }, 16 bytes }, as dbm key3.db had it.
  Sql(key4_,
      "UPDATE metaData SET item2 = x'302f301b060a2a864886f70d010c0103300d0408000102030405060702"
      "01010410"
      "000102030405060708090a0b0c0d0e0f' WHERE id = 'password'");
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir_, kPlenty, /*full=*/false);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->password_iterations, 1);
  EXPECT_TRUE(facts->sha1_3des_password);
  EXPECT_FALSE(facts->empty_password);
}

TEST_F(DatabaseCheckTest, ACutPasswordRecordIsNotReadBeyondItsEnd) {
  for (int length = 0; length < 40; ++length) {
    Sql(key4_, absl::StrCat("UPDATE metaData SET item2 = substr(item2, 1, ", length,
                            ") WHERE id = 'password'"));
    absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir_, kPlenty, /*full=*/false);
    ASSERT_TRUE(facts.ok()) << facts.status();
    EXPECT_EQ(facts->password_iterations, -1);
  }
}

TEST_F(DatabaseCheckTest, AProfileWithoutAPasswordRecordIsSound) {
  Sql(key4_, "DROP TABLE metaData");
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir_, kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->password_salt_bytes, 0);
  EXPECT_EQ(facts->password_iterations, 0);
}

TEST_F(DatabaseCheckTest, AFreshProfileIsSound) {
  std::filesystem::create_directory(scratch_.File("fresh"));
  EXPECT_TRUE(Check(Inspected(scratch_.File("fresh"))).ok());
}

TEST_F(DatabaseCheckTest, LookingChangesNothing) {
  for (const char* kind : {"plain", "password", "fresh"}) {
    CopyProfile(TestDataPath(absl::StrCat("firefox/", kind)), scratch_.File(kind));
    const ProfileDir dir = Inspected(scratch_.File(kind));
    const auto before = Fingerprint(dir.path);
    EXPECT_TRUE(Check(dir).ok());
    EXPECT_TRUE(Check(Untouched(dir)).ok());
    EXPECT_EQ(Fingerprint(dir.path), before);
  }
}

// ---- The corruption table: each row that is about a file ----

TEST_F(DatabaseCheckTest, AMissingFileIsNamed) {
  for (const std::string& file : {cert9_, key4_}) {
    const std::string bytes = ReadWholeFile(file);
    std::filesystem::remove(file);
    ExpectDamaged(file);
    std::ofstream(file, std::ios::binary) << bytes;
  }
}

TEST_F(DatabaseCheckTest, AnEmptyFileIsDamaged) {
  for (const std::string& file : {cert9_, key4_}) {
    const std::string bytes = ReadWholeFile(file);
    std::filesystem::resize_file(file, 0);
    ExpectDamaged(file);
    std::ofstream(file, std::ios::binary) << bytes;
  }
}

TEST_F(DatabaseCheckTest, AForeignDatabaseIsDamaged) {
  for (const std::string& file : {cert9_, key4_}) {
    const std::string bytes = ReadWholeFile(file);
    std::filesystem::remove(file);
    Sql(file, "CREATE TABLE moz_places(id, url)");
    ExpectDamaged(file);
    std::ofstream(file, std::ios::binary) << bytes;
  }
  std::filesystem::copy_file(key4_, cert9_, std::filesystem::copy_options::overwrite_existing);
  ExpectDamaged(cert9_);
}

TEST_F(DatabaseCheckTest, AViewIsNotATableOfNss) {
  std::filesystem::remove(cert9_);
  Sql(cert9_, "CREATE TABLE t(id, a0); CREATE VIEW nssPublic AS SELECT * FROM t");
  ExpectDamaged(cert9_);
}

TEST_F(DatabaseCheckTest, AGarbageHeaderIsDamaged) {
  Overwrite(cert9_, 0, std::string(100, '\x5a'));
  ExpectDamaged(cert9_);
}

TEST_F(DatabaseCheckTest, AHalfFileIsDamaged) {
  for (const std::string& file : {key4_, cert9_}) {
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    ExpectDamaged(file);
  }
}

TEST_F(DatabaseCheckTest, EveryTruncationIsDamaged) {
  for (uintmax_t size = std::filesystem::file_size(cert9_) / 2; size > 0; size /= 2) {
    SCOPED_TRACE(size);
    std::filesystem::resize_file(cert9_, size);
    const absl::Status status = CheckDatabases(Inspected(path_), kPlenty, true).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
    EXPECT_EQ(DamagedFile(status), cert9_);
    EXPECT_EQ(std::filesystem::file_size(cert9_), size);
  }
}

// Every page: those of tables, those of indexes, the first with its header kept.
TEST_F(DatabaseCheckTest, AnyPageOfGarbageIsDamaged) {
  const uintmax_t page_size = PageSize(cert9_);
  for (const std::string& file : {cert9_, key4_}) {
    const std::string bytes = ReadWholeFile(file);
    ASSERT_GE(bytes.size(), 6 * page_size);
    for (uintmax_t page = 0; page < bytes.size() / page_size; ++page) {
      for (const char garbage : {'\0', '\x5a', '\xff'}) {
        SCOPED_TRACE(absl::StrCat(file, " page ", page));
        const uintmax_t header = page == 0 ? 100 : 0;
        Overwrite(file, page * page_size + header, std::string(page_size - header, garbage));
        ExpectDamaged(file);
        Overwrite(file, 0, bytes);
      }
    }
  }
}

// A page that is well formed, of another index: quick_check alone calls that sound.
TEST_F(DatabaseCheckTest, AnIndexThatBelongsToAnotherIsDamaged) {
  const uintmax_t page_size = PageSize(cert9_);
  const uintmax_t subject =
      std::stoul(Sql(cert9_, "SELECT rootpage FROM sqlite_master WHERE name = 'subject'"));
  const uintmax_t label =
      std::stoul(Sql(cert9_, "SELECT rootpage FROM sqlite_master WHERE name = 'label'"));
  const std::string bytes = ReadWholeFile(cert9_);
  Overwrite(cert9_, (subject - 1) * page_size, bytes.substr((label - 1) * page_size, page_size));
  EXPECT_EQ(Sql(cert9_, "PRAGMA quick_check"), "ok");
  ExpectDamaged(cert9_);
}

TEST_F(DatabaseCheckTest, AnIndexWithoutItsRowsIsDamaged) {
  const uintmax_t page_size = PageSize(cert9_);
  std::string empty(page_size, '\0');
  empty[0] = '\x0a';  // a leaf, of no entries, whose content starts at the page's end
  empty[5] = static_cast<char>(page_size >> 8);
  const uintmax_t id = std::stoul(
      Sql(key4_, "SELECT rootpage FROM sqlite_master WHERE name LIKE 'sqlite_auto%nssPrivate%'"));
  Overwrite(key4_, (id - 1) * page_size, empty);
  EXPECT_EQ(Sql(key4_, "PRAGMA quick_check"), "ok");
  ExpectDamaged(key4_);
}

// The pointers to two entries, exchanged: all entries are there, but a search goes astray.
TEST_F(DatabaseCheckTest, AnIndexOutOfOrderIsDamaged) {
  const uintmax_t page_size = PageSize(cert9_);
  const uintmax_t at =
      (std::stoul(Sql(cert9_, "SELECT rootpage FROM sqlite_master WHERE name = 'ckaid'")) - 1) *
      page_size;
  const std::string bytes = ReadWholeFile(cert9_);
  ASSERT_EQ(bytes[at], '\x0a');  // a leaf
  const uintmax_t count = static_cast<unsigned char>(bytes[at + 4]);
  ASSERT_GE(count, 2u);
  const uintmax_t last = at + 8 + 2 * (count - 1);
  Overwrite(cert9_, last, bytes.substr(last - 2, 2));
  Overwrite(cert9_, last - 2, bytes.substr(last, 2));
  EXPECT_EQ(Sql(cert9_, "PRAGMA quick_check"), "ok");
  ExpectDamaged(cert9_);
}

TEST_F(DatabaseCheckTest, AFlippedBitInAnIndexIsDamaged) {
  std::string bytes = ReadWholeFile(cert9_);
  // The label "ca1" is in the table and in its index; change the index's.
  const uintmax_t page_size = PageSize(cert9_);
  const uintmax_t at =
      (std::stoul(Sql(cert9_, "SELECT rootpage FROM sqlite_master WHERE name = 'label'")) - 1) *
      page_size;
  const size_t found = bytes.find("ca1", at);
  ASSERT_LT(found, at + page_size);
  Overwrite(cert9_, found, "cb1");
  ExpectDamaged(cert9_);
}

TEST_F(DatabaseCheckTest, AnIndexOfAKindThatNssDoesNotMakeIsComparedToo) {
  Sql(cert9_, "CREATE INDEX pair ON nssPublic(a0, a3)");
  EXPECT_TRUE(Check(dir_).ok());
  const uintmax_t page_size = PageSize(cert9_);
  const uintmax_t at =
      (std::stoul(Sql(cert9_, "SELECT rootpage FROM sqlite_master WHERE name = 'pair'")) - 1) *
      page_size;
  const size_t found = ReadWholeFile(cert9_).find("ca1", at);
  ASSERT_LT(found, at + page_size);
  Overwrite(cert9_, found, "cb1");
  ExpectDamaged(cert9_);
}

// Bytes missing at the end that held nothing: SQLite can do without them, and so can NSS.
TEST_F(DatabaseCheckTest, AFreeTailThatIsCutOffIsNoDamage) {
  Sql(cert9_,
      "CREATE TABLE filler(x); INSERT INTO filler VALUES (zeroblob(20000)); "
      "DROP TABLE filler");
  std::filesystem::resize_file(cert9_, std::filesystem::file_size(cert9_) - 100);
  EXPECT_TRUE(Check(dir_).ok()) << Check(dir_);
}

// ---- Journals ----

// Another process dies in the middle of a write; what it wrote is in the file.
void DieWhileWriting(const std::string& file, const std::string& sql) {
  OtherProcess writer([&] {
    sqlite3* db = nullptr;
    if (sqlite3_open(file.c_str(), &db) != SQLITE_OK) _exit(1);
    if (sqlite3_exec(db, ("BEGIN IMMEDIATE; " + sql).c_str(), nullptr, nullptr, nullptr) != 0) {
      _exit(1);
    }
    if (sqlite3_db_cacheflush(db) != SQLITE_OK) _exit(1);
  });
  writer.Kill();
  ASSERT_GT(std::filesystem::file_size(file + "-journal"), 0u);
}

TEST_F(DatabaseCheckTest, AWriteThatWasCutShortIsRolledBack) {
  const std::string before = ReadWholeFile(key4_);
  DieWhileWriting(key4_, "DELETE FROM nssPrivate; DELETE FROM metaData");
  ASSERT_NE(ReadWholeFile(key4_), before);
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir_, kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_TRUE(facts->rolled_back);
  EXPECT_EQ(facts->private_objects, 3);
  EXPECT_EQ(ReadWholeFile(key4_), before);
  EXPECT_FALSE(std::filesystem::exists(key4_ + "-journal"));
}

TEST_F(DatabaseCheckTest, AWriteThatWasCutShortIsOnlyReportedWhereNothingMayBeWritten) {
  DieWhileWriting(cert9_, "DELETE FROM nssPublic");
  const auto before = Fingerprint(path_);
  absl::Status status = Check(Untouched(dir_));
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
  EXPECT_THAT(status.message(), HasSubstr(cert9_));
  EXPECT_EQ(Fingerprint(path_), before);
}

TEST_F(DatabaseCheckTest, AGarbageJournalIsRemoved) {
  std::ofstream(cert9_ + "-journal") << std::string(5000, '\x5a');
  EXPECT_EQ(Check(Untouched(dir_)).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_TRUE(Check(dir_).ok());
  EXPECT_FALSE(std::filesystem::exists(cert9_ + "-journal"));
}

TEST_F(DatabaseCheckTest, AWriteAheadLogIsReadOnlyWhereItMayBeWritten) {
  Sql(cert9_, "PRAGMA journal_mode = wal");
  Sql(key4_, "PRAGMA journal_mode = wal");
  auto before = Fingerprint(path_);
  absl::Status status = Check(Untouched(dir_));
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
  EXPECT_EQ(Fingerprint(path_), before);
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir_, kPlenty, /*full=*/true);
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_TRUE(facts->wal);
  before.erase(path_);
  auto after = Fingerprint(path_);
  after.erase(path_);
  EXPECT_EQ(after, before);
}

TEST_F(DatabaseCheckTest, AStaleWriteAheadLogIsIgnoredAndRemoved) {
  std::ofstream(cert9_ + "-wal") << std::string(5000, '\x5a');
  EXPECT_EQ(Check(Untouched(dir_)).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_TRUE(Check(dir_).ok());
  EXPECT_FALSE(std::filesystem::exists(cert9_ + "-wal"));
  EXPECT_FALSE(std::filesystem::exists(cert9_ + "-shm"));
}

// ---- Locks, and time ----

void LockFile(const std::string& file, const char* begin) {
  sqlite3* db = nullptr;
  if (sqlite3_open(file.c_str(), &db) != SQLITE_OK ||
      sqlite3_exec(db, begin, nullptr, nullptr, nullptr) != SQLITE_OK) {
    _exit(1);
  }
}

TEST_F(DatabaseCheckTest, AnotherProcesssLockIsNamedByItsPidAfterABoundedWait) {
  for (const char* lock : {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"}) {
    OtherProcess other([&] { LockFile(key4_, lock); });
    const absl::Duration start = MonotonicNow();
    absl::Status status = Check(dir_);
    EXPECT_LT(MonotonicNow() - start, absl::Seconds(3));
    EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
    EXPECT_THAT(status.message(), HasSubstr(absl::StrCat("process ", other.pid(), ":")));
    EXPECT_THAT(status.message(), HasSubstr(key4_));
  }
}

TEST_F(DatabaseCheckTest, AReaderIsKeptOutByAnExclusiveLockOnly) {
  {
    OtherProcess other([&] { LockFile(key4_, "BEGIN IMMEDIATE"); });
    EXPECT_TRUE(Check(Untouched(dir_)).ok());
  }
  OtherProcess other([&] { LockFile(key4_, "BEGIN EXCLUSIVE"); });
  EXPECT_EQ(Check(Untouched(dir_)).code(), absl::StatusCode::kUnavailable);
}

TEST_F(DatabaseCheckTest, ABudgetEndsTheCheck) {
  EXPECT_EQ(CheckDatabases(dir_, absl::ZeroDuration(), /*full=*/true).status().code(),
            absl::StatusCode::kDeadlineExceeded);
  Sql(cert9_,
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
      "INSERT INTO nssPublic(id, a0) SELECT 1000000 + i, x'00000001' FROM n");
  const absl::Duration start = MonotonicNow();
  absl::Status status = CheckDatabases(dir_, absl::Milliseconds(20), /*full=*/true).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDeadlineExceeded) << status;
  EXPECT_LT(MonotonicNow() - start, absl::Seconds(2));
}

// ---- In a process that has NSS ----

// Another SQLite's descriptors: this one cannot know of their locks.
TEST_F(DatabaseCheckTest, AProfileOpenByAnotherSqliteIsNotTouched) {
  if (RunsInChild({}, kPlenty)) return;  // which has loaded no softoken yet
  const int fd = open(cert9_.c_str(), O_RDONLY);
  ASSERT_GE(fd, 0);
  EXPECT_EQ(Check(dir_).code(), absl::StatusCode::kFailedPrecondition);
  close(fd);
  EXPECT_TRUE(Check(dir_).ok());
}

TEST_F(DatabaseCheckTest, NssOfTheSystemUsesTheSameSqliteAndItsProfileCanBeChecked) {
  if (RunsInChild({}, kPlenty)) return;
  EXPECT_FALSE(SharesSqliteWithNss());  // no softoken yet
  LiveProfile live;
  EXPECT_TRUE(SharesSqliteWithNss());
  const ProfileDir dir = Inspected(live.Folder("first"));
  EXPECT_TRUE(Check(dir).ok()) << Check(dir);
}

TEST_F(DatabaseCheckTest, ASoftokenOfAnotherSqliteIsTold) {
  // Sanitizers refuse RTLD_DEEPBIND. Without it the loader binds this one to the system's, too.
  const bool deep = dlsym(RTLD_DEFAULT, "__asan_init") == nullptr &&
                    dlsym(RTLD_DEFAULT, "__tsan_init") == nullptr;
  {
    LiveProfile live;
    ASSERT_TRUE(SharesSqliteWithNss());
  }
  const std::string library =
      std::filesystem::read_symlink("/proc/self/exe").parent_path().string() +
      "/softoken_of_another_sqlite/libsoftokn3.so";
  void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL | (deep ? RTLD_DEEPBIND : 0));
  ASSERT_NE(handle, nullptr) << dlerror();
  EXPECT_EQ(SharesSqliteWithNss(), !deep);
  dlclose(handle);
  EXPECT_TRUE(SharesSqliteWithNss());
}

// ---- What is remembered ----

class RememberedCheckTest : public DatabaseCheckTest {
 protected:
  // Checks the profile when its files have settled.
  void Remember() {
    absl::SleepFor(2 * RememberedCheck::kSettled);
    ASSERT_TRUE(checks_.Check(dir_, kPlenty).ok());
    ASSERT_TRUE(checks_.Find(dir_).has_value());
  }
  RememberedCheck checks_;
};

TEST_F(RememberedCheckTest, AnUnchangedProfileIsNotReadAgain) {
  Remember();
  EXPECT_EQ(checks_.Find(dir_)->private_objects, 3);
  // The budget is not even looked at.
  EXPECT_TRUE(checks_.Check(dir_, absl::ZeroDuration()).ok());
  checks_.Forget(dir_);
  EXPECT_FALSE(checks_.Check(dir_, absl::ZeroDuration()).ok());
}

TEST_F(RememberedCheckTest, AFileWrittenJustNowIsNotRemembered) {
  Overwrite(cert9_, 0, "S");
  ASSERT_TRUE(checks_.Check(dir_, kPlenty).ok());
  EXPECT_FALSE(checks_.Find(dir_).has_value());
}

TEST_F(RememberedCheckTest, AnAlteredFileIsCheckedAgainThoughItsSizeAndTimeArePutBack) {
  for (const std::string& file : {cert9_, key4_}) {
    Remember();
    struct stat before;
    ASSERT_EQ(stat(file.c_str(), &before), 0);
    Overwrite(file, 5000, "xxxxxxxxxxxxxxxx");
    const timespec times[] = {before.st_atim, before.st_mtim};
    ASSERT_EQ(utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
    EXPECT_FALSE(checks_.Find(dir_).has_value());
    std::filesystem::copy_file(template_->File("profile") + file.substr(path_.size()), file,
                               std::filesystem::copy_options::overwrite_existing);
  }
}

TEST_F(RememberedCheckTest, ASwappedFileIsCheckedAgain) {
  const std::string twin = scratch_.File("twin");
  std::filesystem::copy_file(cert9_, twin);
  Remember();
  struct stat before;
  ASSERT_EQ(stat(cert9_.c_str(), &before), 0);
  const timespec times[] = {before.st_atim, before.st_mtim};
  ASSERT_EQ(utimensat(AT_FDCWD, twin.c_str(), times, 0), 0);
  ASSERT_EQ(rename(twin.c_str(), cert9_.c_str()), 0);
  EXPECT_FALSE(checks_.Find(dir_).has_value());
}

TEST_F(RememberedCheckTest, AFolderInItsPlaceIsCheckedAgain) {
  Remember();
  const std::string other = scratch_.File("other");
  CopyProfile(path_, other);
  std::filesystem::rename(path_, scratch_.File("gone"));
  std::filesystem::rename(other, path_);
  EXPECT_FALSE(checks_.Find(Inspected(path_)).has_value());
}

TEST_F(RememberedCheckTest, AJournalBesideTheFilesMeansACheck) {
  for (const char* name :
       {"/cert9.db-journal", "/key4.db-journal", "/cert9.db-wal", "/key4.db-wal"}) {
    Remember();
    std::ofstream(path_ + name) << "x";
    EXPECT_FALSE(checks_.Find(dir_).has_value()) << name;
    std::filesystem::remove(path_ + name);
  }
}

TEST_F(RememberedCheckTest, ADamagedProfileIsForgotten) {
  Remember();
  Overwrite(cert9_, PageSize(cert9_), std::string(4096, '\x5a'));
  EXPECT_FALSE(checks_.Check(dir_, kPlenty).ok());
  EXPECT_FALSE(checks_.Find(dir_).has_value());
}

}  // namespace
}  // namespace psm
