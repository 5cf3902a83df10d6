// Every way in which a profile may be damaged, or its surroundings stand in the way, as the host
// sees it: a typed outcome that names the file, the original as it was, and the profile before it
// still in use. In both modes, and each case in a process of its own, which is killed after
// kDeadline: NSS answers some of these by trying for hours.
//
// Source of the rows: measured on NSS 3.87.1, docs/profile.md.

#include <dlfcn.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "tests/unit/child_process.h"
#include "tests/unit/live_profile.h"
#include "tests/unit/manager_testing.h"
#include "tests/unit/profile_files.h"

namespace psm {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr absl::Duration kDeadline = absl::Seconds(5);
constexpr int kPairs = 3;
constexpr uid_t kNobody = 65534;

// A sound profile with our record in it, made once by the process that starts the cases.
const std::string& SoundProfile() {
  static const std::string* const path = [] {
    static auto* const scratch = new ScratchDir;
    const std::string made = scratch->File("sound");
    MakeByCertutil(made, kPairs);
    const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
    SecurityManager::Config config;
    config.preferences = preferences.get();
    auto manager = SecurityManager::Create(std::move(config));
    EXPECT_TRUE(manager.ok() && (*manager)->OpenProfile(made).ok());
    return new std::string(made);
  }();
  return *path;
}

class DamagedProfileTest : public ManagerTest {
 protected:
  // In a child that knows a sound profile. False: this is the child.
  static bool RunsInChild() {
    return !IsChildOfTest() && psm::RunsInChild({"PSM_SOUND=" + SoundProfile()}, kDeadline);
  }

  // In the child: the profile "a" is open, and "target" is a sound one.
  void Begin(absl::string_view mode) {
    mode_ = std::string(mode);
    folder_ = FromEnvironment("PSM_CASE");
    target_ = folder_ + "/target";
    CopyProfile(FromEnvironment("PSM_SOUND"), target_);
    std::filesystem::create_directory(folder_ + "/a");
    Start(mode);
    Open(folder_ + "/a");
    ExpectWorks();
  }

  // The open profile is read and written.
  static void ExpectWorks() {
    EXPECT_TRUE(CertificateDatabase().List().ok());
    absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "works");
    ASSERT_TRUE(key.ok()) << key.status();
    EXPECT_TRUE(key->Sign(DigestAlgorithm::kSha256, "x").ok());
    EXPECT_TRUE(key->Delete().ok());
  }
  static void ExpectEverythingIsThere() {
    EXPECT_EQ(CertificateDatabase().List()->size(), kPairs);
    EXPECT_EQ(KeyService().List()->size(), kPairs);
  }

  void ExpectRefused(OpenOutcome outcome, absl::StatusCode code, const std::string& named) {
    absl::Status refused = manager_->SwitchProfile(target_).status();
    EXPECT_EQ(OpenOutcomeName(OpenOutcomeOf(refused)), OpenOutcomeName(outcome)) << refused;
    EXPECT_EQ(refused.code(), code) << refused;
    EXPECT_THAT(std::string(refused.message()), HasSubstr(named));
    EXPECT_EQ(manager_->snapshot().directory, folder_ + "/a");
    ExpectWorks();
  }

  // Root may read and write anything.
  void BecomeNobody() {
    if (geteuid() != 0) return;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder_)) {
      ASSERT_EQ(chown(file.path().c_str(), kNobody, kNobody), 0);
    }
    ASSERT_EQ(chown(folder_.c_str(), kNobody, kNobody), 0);
    ASSERT_EQ(setresuid(kNobody, kNobody, kNobody), 0);
  }

  std::string mode_;
  std::string folder_;
  std::string target_;
};

// ---- Damaged databases ----

uintmax_t RootPage(const std::string& file, const char* name) {
  return std::stoul(
      Sql(file, absl::StrCat("SELECT rootpage FROM sqlite_master WHERE name = '", name, "'")));
}

// All of the first page of a table or an index.
void SpoilPage(const std::string& file, const char* name) {
  const uintmax_t page = PageSize(file);
  Overwrite(file, (RootPage(file, name) - 1) * page, std::string(page, '\x5a'));
}

struct Damage {
  const char* name;
  void (*damage)(const std::string& file);
};

const Damage kDamages[] = {
    {"ZeroBytes", [](const std::string& file) { std::filesystem::resize_file(file, 0); }},
    {"Missing", [](const std::string& file) { std::filesystem::remove(file); }},
    {"ForeignSqliteFile",
     [](const std::string& file) {
       std::filesystem::remove(file);
       Sql(file, "CREATE TABLE moz_places(id, url)");
     }},
    {"Emptied",
     [](const std::string& file) {
       Sql(file,
           absl::EndsWith(file, "cert9.db") ? "DELETE FROM nssPublic" : "DELETE FROM nssPrivate");
     }},
    {"HeaderGarbage",
     [](const std::string& file) { Overwrite(file, 0, std::string(100, '\x5a')); }},
    {"Half",
     [](const std::string& file) {
       std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
     }},
    {"IndexPageGarbage", [](const std::string& file) { SpoilPage(file, "subject"); }},
    {"TablePageGarbage",
     [](const std::string& file) {
       const bool certificates = absl::EndsWith(file, "cert9.db");
       SpoilPage(file, certificates ? "nssPublic" : "nssPrivate");
     }},
};

class DamagedDatabaseTest
    : public DamagedProfileTest,
      public ::testing::WithParamInterface<std::tuple<Damage, const char*, const char*>> {
 protected:
  void BeginDamaged() {
    Begin(std::get<2>(GetParam()));
    file_ = absl::StrCat(target_, "/", std::get<1>(GetParam()));
    std::get<0>(GetParam()).damage(file_);
  }
  std::string file_;
};

INSTANTIATE_TEST_SUITE_P(All, DamagedDatabaseTest,
                         ::testing::Combine(::testing::ValuesIn(kDamages),
                                            ::testing::Values("cert9.db", "key4.db"),
                                            ::testing::Values("coordinated", "never")),
                         [](const auto& param) {
                           return absl::StrCat(std::get<0>(param.param).name, "_",
                                               std::string(std::get<1>(param.param), 4), "_",
                                               std::get<2>(param.param));
                         });

TEST_P(DamagedDatabaseTest, IsRefusedNamedAndNotTouched) {
  if (RunsInChild()) return;
  BeginDamaged();
  const auto before = Fingerprint(target_);
  ExpectRefused(OpenOutcome::kCorrupt, absl::StatusCode::kDataLoss, file_);
  EXPECT_EQ(Fingerprint(target_), before);
}

TEST_P(DamagedDatabaseTest, IsKeptBesideWhereTheProfileIsToStartAnew) {
  if (RunsInChild()) return;
  BeginDamaged();
  std::map<std::string, std::string> before;
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    if (std::filesystem::exists(target_ + name)) before[name] = ReadWholeFile(target_ + name);
  }
  Prefer(kDamagedProfilePref, "fresh");
  absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(target_);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(OpenOutcomeName(report->open.outcome), OpenOutcomeName(OpenOutcome::kRecovered));
  for (const auto& [name, bytes] : before) {
    std::string aside;
    for (const std::string& kept : report->open.kept) {
      if (absl::StartsWith(kept, target_ + name + ".replaced-20")) aside = kept;
    }
    EXPECT_EQ(ReadWholeFile(aside), bytes) << name;
  }
  EXPECT_THAT(report->open.notes, Contains(HasSubstr(file_)));
  ExpectWorks();
  EXPECT_EQ(Open(manager_->CloseProfile().ok() ? target_ : "").outcome, OpenOutcome::kOk);
}

// ---- What is opened all the same ----

struct Opened {
  const char* name;
  void (*prepare)(const std::string& folder);
  const char* note;  // in the report; "" for none
};

void DieWhileWriting(const std::string& file, const std::string& sql) {
  OtherProcess writer([&] {
    sqlite3* db = nullptr;
    if (sqlite3_open(file.c_str(), &db) != SQLITE_OK ||
        sqlite3_exec(db, ("BEGIN IMMEDIATE; " + sql).c_str(), nullptr, nullptr, nullptr) != 0 ||
        sqlite3_db_cacheflush(db) != SQLITE_OK) {
      _exit(1);
    }
  });
  writer.Kill();
  ASSERT_GT(std::filesystem::file_size(file + "-journal"), 0u);
}

void ListModules(const std::string& folder, absl::string_view more) {
  std::ofstream(folder + "/pkcs11.txt")
      << "library=\nname=NSS Internal PKCS #11 Module\nparameters=configdir='sql:x'\n"
         "NSS=Flags=internal,critical\n\n"
      << more;
}

constexpr char kModule[] = "library=/nowhere/libtoken.so\nname=Token\n\n";

const Opened kOpened[] = {
    {"FreeTailIsMissing",
     [](const std::string& folder) {
       Sql(folder + "/cert9.db",
           "CREATE TABLE filler(x); INSERT INTO filler VALUES (zeroblob(20000)); "
           "DROP TABLE filler");
       std::filesystem::resize_file(folder + "/cert9.db",
                                    std::filesystem::file_size(folder + "/cert9.db") - 100);
     },
     ""},
    {"StaleJournalOfGarbage",
     [](const std::string& folder) {
       std::ofstream(folder + "/key4.db-journal") << std::string(5000, '\x5a');
     },
     ""},
    {"CertificateWriteCutShort",
     [](const std::string& folder) {
       DieWhileWriting(folder + "/cert9.db", "DELETE FROM nssPublic");
     },
     "a write that was cut short was rolled back"},
    {"KeyWriteCutShort",
     [](const std::string& folder) {
       DieWhileWriting(folder + "/key4.db", "DELETE FROM nssPrivate; DELETE FROM metaData");
     },
     "a write that was cut short was rolled back"},
    {"WriteAheadLog",
     [](const std::string& folder) {
       Sql(folder + "/cert9.db", "PRAGMA journal_mode = wal");
       Sql(folder + "/key4.db", "PRAGMA journal_mode = wal");
     },
     ""},
    {"StaleWriteAheadLogOfGarbage",
     [](const std::string& folder) {
       std::ofstream(folder + "/cert9.db-wal") << std::string(5000, '\x5a');
     },
     ""},
    {"ListedModuleIsMissing", [](const std::string& folder) { ListModules(folder, kModule); },
     "/nowhere/libtoken.so"},
    {"OurRecordIsGarbage",
     [](const std::string& folder) { std::ofstream(folder + "/psm-profile.json") << "{]"; },
     "psm-profile.json"},
    {"OurJournalIsGarbage",
     [](const std::string& folder) { std::ofstream(folder + "/psm-intents") << "{]"; }, ""},
};

class OpenedAllTheSameTest : public DamagedProfileTest,
                             public ::testing::WithParamInterface<std::tuple<Opened, const char*>> {
};

INSTANTIATE_TEST_SUITE_P(All, OpenedAllTheSameTest,
                         ::testing::Combine(::testing::ValuesIn(kOpened),
                                            ::testing::Values("coordinated", "never")),
                         [](const auto& param) {
                           return absl::StrCat(std::get<0>(param.param).name, "_",
                                               std::get<1>(param.param));
                         });

TEST_P(OpenedAllTheSameTest, WithEverythingInIt) {
  if (RunsInChild()) return;
  const Opened& row = std::get<0>(GetParam());
  Begin(std::get<1>(GetParam()));
  row.prepare(target_);
  absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(target_);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(OpenOutcomeName(report->open.outcome), OpenOutcomeName(OpenOutcome::kOk));
  if (*row.note == '\0') {
    EXPECT_THAT(report->open.notes, IsEmpty());
  } else {
    EXPECT_THAT(report->open.notes, Contains(HasSubstr(row.note)));
  }
  ExpectEverythingIsThere();
  ExpectWorks();
}

// ---- pkcs11.txt ----

const Opened kModuleLists[] = {
    {"Missing", [](const std::string& folder) { std::filesystem::remove(folder + "/pkcs11.txt"); },
     "our record"},
    {"Empty",
     [](const std::string& folder) { std::filesystem::resize_file(folder + "/pkcs11.txt", 0); },
     "our record"},
    {"Garbage",
     [](const std::string& folder) {
       std::ofstream(folder + "/pkcs11.txt") << std::string(300, '\xa5');
     },
     "our record"},
    {"CutShort",
     [](const std::string& folder) { std::filesystem::resize_file(folder + "/pkcs11.txt", 20); },
     "our record"},
    {"Unreadable", [](const std::string& folder) { chmod((folder + "/pkcs11.txt").c_str(), 0); },
     "our record"},
    {"WithoutTheModule", [](const std::string& folder) { ListModules(folder, ""); },
     "no longer lists the PKCS#11 module /nowhere/libtoken.so"},
};

class ModuleListTest : public DamagedProfileTest,
                       public ::testing::WithParamInterface<std::tuple<Opened, const char*>> {};

INSTANTIATE_TEST_SUITE_P(All, ModuleListTest,
                         ::testing::Combine(::testing::ValuesIn(kModuleLists),
                                            ::testing::Values("coordinated", "never")),
                         [](const auto& param) {
                           return absl::StrCat(std::get<0>(param.param).name, "_",
                                               std::get<1>(param.param));
                         });

TEST_P(ModuleListTest, IsComparedWithOurRecord) {
  if (RunsInChild()) return;
  const Opened& row = std::get<0>(GetParam());
  Begin(std::get<1>(GetParam()));
  BecomeNobody();
  ListModules(target_, kModule);
  Close();
  EXPECT_THAT(Open(target_).notes, Contains(HasSubstr("/nowhere/libtoken.so")));
  Close();
  row.prepare(target_);
  const OpenReport report = Open(target_);
  EXPECT_THAT(report.notes, Contains(HasSubstr(row.note)));
  EXPECT_THAT(report.notes, Contains(HasSubstr("/nowhere/libtoken.so")));
  ExpectEverythingIsThere();
  ExpectWorks();
}

// ---- Access ----

class ModeTest : public DamagedProfileTest, public ::testing::WithParamInterface<const char*> {};

INSTANTIATE_TEST_SUITE_P(All, ModeTest, ::testing::Values("coordinated", "never"));

TEST_P(ModeTest, AMissingFolderIsNamed) {
  if (RunsInChild()) return;
  Begin(GetParam());
  std::filesystem::remove_all(target_);
  ExpectRefused(OpenOutcome::kFailed, absl::StatusCode::kNotFound, target_);
  EXPECT_FALSE(std::filesystem::exists(target_));
}

TEST_P(ModeTest, AFileThatCannotBeReadIsNamed) {
  if (RunsInChild()) return;
  Begin(GetParam());
  BecomeNobody();
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    const std::string file = target_ + name;
    ASSERT_EQ(chmod(file.c_str(), 0), 0);
    ExpectRefused(OpenOutcome::kFailed, absl::StatusCode::kPermissionDenied, file);
    ASSERT_EQ(chmod(file.c_str(), 0600), 0);
  }
  EXPECT_TRUE(manager_->SwitchProfile(target_).ok());
  ExpectEverythingIsThere();
}

TEST_P(ModeTest, WhatCannotBeWrittenIsOpenedReadOnly) {
  if (RunsInChild()) return;
  Begin(GetParam());
  BecomeNobody();
  struct Access {
    mode_t folder;
    mode_t files;
  };
  for (const Access access : {Access{0700, 0400}, Access{0500, 0600}, Access{0500, 0400}}) {
    SCOPED_TRACE(access.folder);
    for (const char* name : {"/cert9.db", "/key4.db"}) {
      ASSERT_EQ(chmod((target_ + name).c_str(), access.files), 0);
    }
    ASSERT_EQ(chmod(target_.c_str(), access.folder), 0);
    const auto before = Fingerprint(target_);
    absl::StatusOr<SwitchReport> report = manager_->SwitchProfile(target_);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(OpenOutcomeName(report->open.outcome), OpenOutcomeName(OpenOutcome::kReadOnly));
    EXPECT_THAT(std::string(report->open.why.message()), HasSubstr(target_));
    ExpectEverythingIsThere();
    EXPECT_EQ(Why(KeyService().GenerateEc(EllipticCurve::kP256, "x").status()),
              "SEC_ERROR_READ_ONLY");
    EXPECT_EQ(Fingerprint(target_), before);
    ASSERT_TRUE(manager_->SwitchProfile(folder_ + "/a").ok());
    ExpectWorks();
    ASSERT_EQ(chmod(target_.c_str(), 0700), 0);
  }
}

// ---- Other processes ----

void LockFile(const std::string& file, const char* begin) {
  sqlite3* db = nullptr;
  if (sqlite3_open(file.c_str(), &db) != SQLITE_OK ||
      sqlite3_exec(db, begin, nullptr, nullptr, nullptr) != SQLITE_OK) {
    _exit(1);
  }
}

TEST_P(ModeTest, AProfileThatAnotherProcessHasLockedIsInUseByItsPid) {
  if (RunsInChild()) return;
  Begin(GetParam());
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    for (const char* lock : {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"}) {
      OtherProcess other([&] { LockFile(target_ + name, lock); });
      ExpectRefused(OpenOutcome::kInUse, absl::StatusCode::kUnavailable,
                    absl::StrCat("process ", other.pid(), ":"));
      other.Kill();
    }
  }
  EXPECT_TRUE(manager_->SwitchProfile(target_).ok());
  ExpectEverythingIsThere();
}

TEST_P(ModeTest, AProfileThatAnotherProcessHasOpenIsInUseByItsPid) {
  if (RunsInChild()) return;
  Begin(GetParam());
  {
    OtherProcess other([this] {
      const int fd = open(target_.c_str(), O_RDONLY | O_DIRECTORY);
      if (flock(fd, LOCK_EX | LOCK_NB) != 0) _exit(1);
    });
    ExpectRefused(OpenOutcome::kInUse, absl::StatusCode::kFailedPrecondition,
                  absl::StrCat("process ", other.pid(), ":"));
  }
  EXPECT_TRUE(manager_->SwitchProfile(target_).ok());
}

TEST_P(ModeTest, AWriteDoesNotWaitForAnotherProcesssLockForEver) {
  if (RunsInChild()) return;
  Begin(GetParam());
  ASSERT_TRUE(preferences_->SetInt(kWriteDeadlinePref, 600).ok());
  ASSERT_TRUE(manager_->SwitchProfile(target_).ok());
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    for (const char* lock : {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"}) {
      OtherProcess other([&] { LockFile(target_ + name, lock); });
      stalls_.clear();
      absl::Status late = KeyService().GenerateEc(EllipticCurve::kP256, "late").status();
      EXPECT_EQ(late.code(), absl::StatusCode::kUnavailable) << late;
      EXPECT_THAT(std::string(late.message()), HasSubstr(target_ + name));
      EXPECT_THAT(stalls_, Contains(HasSubstr(absl::StrCat("process ", other.pid(), ","))));
      other.Kill();
      ExpectWorks();
    }
  }
  ExpectEverythingIsThere();
}

// ---- Files that go, while the profile is open ----

const Opened kLosses[] = {
    {"CertificatesUnlinked",
     [](const std::string& folder) { std::filesystem::remove(folder + "/cert9.db"); }, "/cert9.db"},
    {"KeysUnlinked",
     [](const std::string& folder) { std::filesystem::remove(folder + "/key4.db"); }, "/key4.db"},
    {"CertificatesReplaced",
     [](const std::string& folder) {
       std::filesystem::copy_file(folder + "/cert9.db", folder + "/other");
       std::filesystem::rename(folder + "/other", folder + "/cert9.db");
     },
     "/cert9.db"},
    {"KeysReplaced",
     [](const std::string& folder) {
       std::filesystem::copy_file(folder + "/key4.db", folder + "/other");
       std::filesystem::rename(folder + "/other", folder + "/key4.db");
     },
     "/key4.db"},
    {"FolderMoved",
     [](const std::string& folder) { std::filesystem::rename(folder, folder + "-moved"); },
     "/cert9.db"},
    {"FolderRemoved", [](const std::string& folder) { std::filesystem::remove_all(folder); },
     "/cert9.db"},
};

class LostWhileOpenTest : public DamagedProfileTest,
                          public ::testing::WithParamInterface<std::tuple<Opened, const char*>> {};

INSTANTIATE_TEST_SUITE_P(All, LostWhileOpenTest,
                         ::testing::Combine(::testing::ValuesIn(kLosses),
                                            ::testing::Values("coordinated", "never")),
                         [](const auto& param) {
                           return absl::StrCat(std::get<0>(param.param).name, "_",
                                               std::get<1>(param.param));
                         });

TEST_P(LostWhileOpenTest, WritesAreRefusedAndAnotherProfileCanBeOpened) {
  if (RunsInChild()) return;
  const Opened& row = std::get<0>(GetParam());
  Begin(std::get<1>(GetParam()));
  ASSERT_TRUE(manager_->SwitchProfile(target_).ok());
  row.prepare(target_);
  for (int i = 0; i < 2; ++i) {
    absl::Status refused = KeyService().GenerateEc(EllipticCurve::kP256, "x").status();
    EXPECT_FALSE(refused.ok());
    EXPECT_THAT(std::string(refused.message()), HasSubstr(target_ + row.note));
  }
  EXPECT_EQ(std::filesystem::exists(target_ + row.note), absl::StrContains(row.name, "Replaced"));
  ASSERT_TRUE(manager_->SwitchProfile(folder_ + "/a").ok());
  ExpectWorks();
}

// ---- A full disk ----

// What statvfs says of paths that begin so; "": nothing but the truth.
std::string g_full_disk;
uintmax_t g_available = 0;

// A file system of our own, of `kilobytes`: as root, or as root of a user namespace of our own.
// False where neither is allowed.
bool MountSmallDisk(const std::string& path, int kilobytes) {
  std::filesystem::create_directory(path);
  if (unshare(CLONE_NEWNS) != 0) {
    const std::string uid_map = absl::StrCat("0 ", geteuid(), " 1");
    const std::string gid_map = absl::StrCat("0 ", getegid(), " 1");
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << uid_map;
    std::ofstream("/proc/self/gid_map") << gid_map;
  }
  return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         mount("small", path.c_str(), "tmpfs", 0, absl::StrCat("size=", kilobytes, "k").c_str()) ==
             0;
}

class FullDiskTest : public DamagedProfileTest, public ::testing::WithParamInterface<const char*> {
 protected:
  // With a disk of 4 MiB. Where none can be mounted it is a folder, and only statvfs says that it
  // is full.
  void BeginWithDisk() {
    disk_ = FromEnvironment("PSM_CASE") + "/disk";
    mounted_ = MountSmallDisk(disk_, 4096);  // while there is one thread only
    Begin(GetParam());
  }

  // Leaves no more than `bytes`.
  void FillDisk(uintmax_t bytes) {
    if (!mounted_) {
      g_full_disk = disk_;
      g_available = bytes;
      return;
    }
    std::ofstream filler(disk_ + "/filler", std::ios::binary);
    while (std::filesystem::space(disk_).available > bytes && filler.good()) {
      filler << std::string(4096, 'x') << std::flush;
    }
  }
  void EmptyDisk() {
    g_full_disk.clear();
    std::filesystem::remove(disk_ + "/filler");
  }

  std::string disk_;
  bool mounted_ = false;
};

INSTANTIATE_TEST_SUITE_P(All, FullDiskTest, ::testing::Values("coordinated", "never"));

TEST_P(FullDiskTest, AFullDiskIsNamedAndNothingIsLost) {
  if (RunsInChild()) return;
  BeginWithDisk();
  const std::string profile = disk_ + "/profile";
  CopyProfile(target_, profile);
  ASSERT_TRUE(manager_->SwitchProfile(profile).ok());
  for (const uintmax_t left : {600 << 10, 64 << 10, 0}) {
    SCOPED_TRACE(left);
    FillDisk(left);
    absl::Status full = KeyService().GenerateEc(EllipticCurve::kP256, "x").status();
    EXPECT_EQ(full.code(), absl::StatusCode::kResourceExhausted) << full;
    EXPECT_THAT(std::string(full.message()), HasSubstr(profile));
    ExpectEverythingIsThere();
    EmptyDisk();
    ExpectWorks();
  }
  ExpectEverythingIsThere();
}

TEST_P(FullDiskTest, AFullDiskDoesNotStandInTheWayOfReading) {
  if (RunsInChild()) return;
  BeginWithDisk();
  target_ = disk_ + "/profile";
  CopyProfile(folder_ + "/target", target_);
  ASSERT_TRUE(manager_->SwitchProfile(target_).ok());
  ASSERT_TRUE(manager_->SwitchProfile(folder_ + "/a").ok());
  FillDisk(0);
  ASSERT_TRUE(manager_->SwitchProfile(target_).ok());
  ExpectEverythingIsThere();
}

TEST_P(FullDiskTest, ANewProfileOnAFullDiskIsRefusedAndLeavesNoFile) {
  if (RunsInChild()) return;
  BeginWithDisk();
  target_ = disk_ + "/new";
  std::filesystem::create_directory(target_);
  for (const uintmax_t left : {600 << 10, 96 << 10, 40 << 10, 0}) {
    SCOPED_TRACE(left);
    FillDisk(left);
    ExpectRefused(OpenOutcome::kFailed, absl::StatusCode::kResourceExhausted, target_);
    EXPECT_TRUE(std::filesystem::is_empty(target_));
    EmptyDisk();
  }
  EXPECT_TRUE(manager_->SwitchProfile(target_).ok());
  ExpectWorks();
}

}  // namespace
}  // namespace psm

// CheckRoom's.
extern "C" int statvfs(const char* path, struct statvfs* disk) noexcept {
  using Real = int (*)(const char*, struct statvfs*);
  static const auto real = reinterpret_cast<Real>(dlsym(RTLD_NEXT, "statvfs"));
  const int result = real(path, disk);
  if (!psm::g_full_disk.empty() && absl::StartsWith(path, psm::g_full_disk)) {
    disk->f_bavail = psm::g_available / disk->f_frsize;
  }
  return result;
}
