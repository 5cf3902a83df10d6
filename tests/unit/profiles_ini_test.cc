#include "psm/profiles_ini.h"

#include <errno.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = ProfilesIniIssue::Kind;

ProfilesIni Parse(absl::string_view profiles, absl::string_view installs = "") {
  return ParseProfilesIni(profiles, installs, "/app");
}

std::string Profile(int number, absl::string_view name, absl::string_view more = "") {
  return absl::StrCat("[Profile", number, "]\nName=", name, "\nIsRelative=1\nPath=", name, "\n",
                      more, "\n");
}

std::vector<std::string> Names(const ProfilesIni& ini) {
  std::vector<std::string> names;
  for (const ProfileInfo& profile : ini.profiles) names.push_back(profile.name);
  return names;
}

std::vector<Kind> Kinds(const ProfilesIni& ini) {
  std::vector<Kind> kinds;
  for (const ProfilesIniIssue& issue : ini.issues) kinds.push_back(issue.kind);
  return kinds;
}

TEST(ProfilesIniTest, ReadsTheFileFirefoxWrote) {
  const std::string path = TestDataPath("firefox/profiles.ini");
  const absl::StatusOr<ProfilesIni> ini = ReadProfilesIni(path);
  ASSERT_TRUE(ini.ok()) << ini.status();
  EXPECT_THAT(ini->issues, IsEmpty());
  EXPECT_THAT(Names(*ini), ElementsAre("plain", "password", "fresh"));
  EXPECT_TRUE(ini->start_with_last_profile);
  EXPECT_EQ(ini->version, 2);
  EXPECT_THAT(ini->installs, IsEmpty());
}

TEST(ProfilesIniTest, FindsTheFolderOfAProfileBesideTheFile) {
  const absl::StatusOr<ProfilesIni> ini = ReadProfilesIni(TestDataPath("firefox/profiles.ini"));
  ASSERT_TRUE(ini.ok()) << ini.status();
  EXPECT_TRUE(std::filesystem::exists(ini->profiles[0].absolute_dir + "/key4.db"));
}

TEST(ProfilesIniTest, ReadsTheFilesOfAFirstStart) {
  const absl::StatusOr<ProfilesIni> ini =
      ReadProfilesIni(TestDataPath("firefox/ini-first-start/profiles.ini"));
  ASSERT_TRUE(ini.ok()) << ini.status();
  EXPECT_THAT(ini->issues, IsEmpty());
  ASSERT_THAT(ini->installs, SizeIs(1));
  EXPECT_EQ(ini->installs[0].hash, "3B6073811A6ABF12");
  EXPECT_EQ(ini->installs[0].default_path, "efp0rtuh.default-esr");
  EXPECT_TRUE(ini->installs[0].locked);
}

TEST(ProfilesIniTest, AnInstallationsDefaultWinsOverDefaultEqualsOne) {
  const absl::StatusOr<ProfilesIni> ini =
      ReadProfilesIni(TestDataPath("firefox/ini-first-start/profiles.ini"));
  ASSERT_TRUE(ini.ok()) << ini.status();
  EXPECT_EQ(ini->DefaultProfile().value().name, "default-esr");
}

TEST(ProfilesIniTest, ARelativePathIsTakenFromTheFolder) {
  EXPECT_EQ(Parse(Profile(0, "a")).profiles[0].absolute_dir, "/app/a");
}

TEST(ProfilesIniTest, AnAbsolutePathIsTakenAsItIs) {
  const ProfilesIni ini = Parse("[Profile0]\nName=a\nIsRelative=0\nPath=/else/where\n");
  EXPECT_EQ(ini.profiles[0].absolute_dir, "/else/where");
}

TEST(ProfilesIniTest, ProfilesAreInTheOrderOfTheirNumbers) {
  EXPECT_THAT(Names(Parse(Profile(10, "c") + Profile(2, "b") + Profile(0, "a"))),
              ElementsAre("a", "b", "c"));
}

TEST(ProfilesIniTest, StartWithLastProfileIsOnUnlessItIsZero) {
  EXPECT_TRUE(Parse("").start_with_last_profile);
  EXPECT_FALSE(Parse("[General]\nStartWithLastProfile=0\n").start_with_last_profile);
}

TEST(ProfilesIniTest, TheOnlyProfileIsTheDefault) {
  EXPECT_EQ(Parse(Profile(0, "a")).DefaultProfile().value().name, "a");
}

TEST(ProfilesIniTest, TheMarkedProfileIsTheDefault) {
  EXPECT_EQ(Parse(Profile(0, "a") + Profile(1, "b", "Default=1")).DefaultProfile().value().name,
            "b");
}

TEST(ProfilesIniTest, OfSeveralMarkedProfilesTheLastIsTheDefault) {
  const ProfilesIni ini = Parse(Profile(0, "a", "Default=1") + Profile(1, "b", "Default=1"));
  EXPECT_THAT(Kinds(ini), ElementsAre(Kind::kSeveralDefaults));
  EXPECT_EQ(ini.DefaultProfile().value().name, "b");
}

TEST(ProfilesIniTest, SeveralProfilesAndNoMarkLeaveNoDefault) {
  EXPECT_EQ(Parse(Profile(0, "a") + Profile(1, "b")).DefaultProfile().status().code(),
            absl::StatusCode::kFailedPrecondition);
}

TEST(ProfilesIniTest, NoProfilesIsNotFound) {
  EXPECT_EQ(Parse("").DefaultProfile().status().code(), absl::StatusCode::kNotFound);
}

TEST(ProfilesIniTest, AnInstallationIsAskedForByItsHash) {
  const ProfilesIni ini = Parse(Profile(0, "a") + Profile(1, "b") + Profile(2, "c", "Default=1") +
                                "[InstallAA]\nDefault=a\n[InstallBB]\nDefault=b\n");
  EXPECT_EQ(ini.DefaultProfile("AA").value().name, "a");
  EXPECT_EQ(ini.DefaultProfile("BB").value().name, "b");
  EXPECT_EQ(ini.DefaultProfile("CC").value().name, "c");
}

TEST(ProfilesIniTest, InstallationsThatDisagreeChooseNothing) {
  const ProfilesIni ini = Parse(Profile(0, "a") + Profile(1, "b") + Profile(2, "c", "Default=1") +
                                "[InstallAA]\nDefault=a\n[InstallBB]\nDefault=b\n");
  EXPECT_EQ(ini.DefaultProfile().value().name, "c");
}

TEST(ProfilesIniTest, AnInstallationThatNamesNoProfileIsToldOfAndPassedOver) {
  const ProfilesIni ini = Parse(Profile(0, "a") + "[InstallAA]\nDefault=gone\n");
  EXPECT_THAT(Kinds(ini), ElementsAre(Kind::kUnknownDefault));
  EXPECT_EQ(ini.DefaultProfile().value().name, "a");
}

TEST(ProfilesIniTest, InstallsIniAddsWhatProfilesIniLacks) {
  const ProfilesIni ini = Parse(Profile(0, "a") + Profile(1, "b") + "[InstallAA]\nDefault=a\n",
                                "[AA]\nDefault=b\n[BB]\nDefault=b\nLocked=1\n");
  ASSERT_THAT(ini.installs, SizeIs(2));
  EXPECT_EQ(ini.installs[0].default_path, "a");
  EXPECT_EQ(ini.installs[1].hash, "BB");
  EXPECT_TRUE(ini.installs[1].locked);
}

TEST(ProfilesIniTest, AcceptsEveryLineEndCommentsAndAMark) {
  const ProfilesIni ini =
      Parse("\xEF\xBB\xBF# c\r\n;c\r\n\r\n[Profile0]\rName=a b \n  IsRelative=1\r\nPath=p=q\n");
  EXPECT_THAT(ini.issues, IsEmpty());
  ASSERT_THAT(ini.profiles, SizeIs(1));
  EXPECT_EQ(ini.profiles[0].name, "a b ");
  EXPECT_EQ(ini.profiles[0].path, "p=q");
}

TEST(ProfilesIniTest, SectionsOfOthersArePassedOver) {
  EXPECT_THAT(Parse("[BackgroundTasksProfiles]\nx=y\n").issues, IsEmpty());
}

struct Faulty {
  const char* text;
  Kind kind;
  int line;
  const char* message;
  size_t profiles_left;
};

TEST(ProfilesIniTest, TellsOfFaultsAndReadsTheRest) {
  const Faulty table[] = {
      {"\n[Profile1]\nIsRelative=1\nPath=p\n", Kind::kMissingKey, 2, "[Profile1] has no Name", 1},
      {"[Profile1]\nName=n\nPath=p\n", Kind::kMissingKey, 1, "has no IsRelative", 1},
      {"[Profile1]\nName=n\nIsRelative=1\n", Kind::kMissingKey, 1, "has no Path", 1},
      {"[Profile1]\nName=n\nIsRelative=1\nPath=\n", Kind::kBadPath, 1, "not relative: ''", 1},
      {"[Profile1]\nName=n\nIsRelative=1\nPath=/p\n", Kind::kBadPath, 1, "not relative: '/p'", 1},
      {"[Profile1]\nName=n\nIsRelative=0\nPath=p\n", Kind::kBadPath, 1, "not absolute: 'p'", 1},
      {"[Profile1]\nName=n\nIsRelative=1\nPath=../p\n", Kind::kLeavesFolder, 1, "../p", 2},
      {"[Profile1]\nName=n\nIsRelative=1\nPath=a/../../p\n", Kind::kLeavesFolder, 1, "leaves", 2},
      {"[Profile1]\nName=good\nIsRelative=1\nPath=p\n", Kind::kDuplicateName, 1, "good", 2},
      {"[Profile]\nName=n\n", Kind::kBadSection, 1, "has no number", 1},
      {"[Profile01]\nName=n\n", Kind::kBadSection, 1, "has no number", 1},
      {"[Profile1\nName=n\nIsRelative=1\nPath=p\n", Kind::kBadSection, 1, "malformed section", 1},
      {"[Profile1]x\nName=n\n", Kind::kBadSection, 1, "malformed section", 1},
      {"[]\nName=n\n", Kind::kBadSection, 1, "malformed section", 1},
      {"Name=n\n", Kind::kBadLine, 1, "before any section", 1},
      {"[x]\nName\n", Kind::kBadLine, 2, "not a key=value line", 1},
      {"[x]\n=n\n", Kind::kBadLine, 2, "not a key=value line", 1},
      {"[x]\na=1\na=2\n", Kind::kDuplicateKey, 3, "a again", 1},
      {"[x]\n[y]\n[x]\n", Kind::kDuplicateSection, 3, "[x] again", 1},
      {"[General]\nVersion=two\n", Kind::kBadLine, 1, "Version", 1},
      {"[InstallAA]\nLocked=1\n", Kind::kMissingKey, 1, "AA has no Default", 1},
  };
  const std::string good = "[Profile0]\nName=good\nIsRelative=1\nPath=good\n";
  for (const Faulty& row : table) {
    const ProfilesIni ini = Parse(row.text + good);
    ASSERT_THAT(ini.issues, SizeIs(1)) << row.text;
    EXPECT_EQ(ini.issues[0].kind, row.kind) << row.text;
    EXPECT_EQ(ini.issues[0].line, row.line) << row.text;
    EXPECT_THAT(ini.issues[0].message, HasSubstr(row.message)) << row.text;
    EXPECT_THAT(ini.profiles, SizeIs(row.profiles_left)) << row.text;
  }
}

TEST(ProfilesIniTest, AnIssueNamesItsFile) {
  EXPECT_EQ(Parse("", "x=y").issues[0].file, "installs.ini");
}

TEST(ProfilesIniTest, ANulByteEndsTheTextAndIsToldOf) {
  const ProfilesIni ini = Parse(Profile(0, "a") + std::string("\0", 1) + Profile(1, "b"));
  EXPECT_THAT(Kinds(ini), ElementsAre(Kind::kNulByte));
  EXPECT_THAT(Names(ini), ElementsAre("a"));
}

TEST(ProfilesIniTest, KeepsOnlyTheFirstIssuesButCountsThemAll) {
  std::string text = "[x]\n";
  for (int i = 0; i < 1000; ++i) text += "?\n";
  const ProfilesIni ini = Parse(text);
  EXPECT_THAT(ini.issues, SizeIs(ProfilesIni::kMaxIssuesKept));
  EXPECT_EQ(ini.issue_count, 1000u);
}

TEST(ProfilesIniTest, IsNotSlowedDownByManyProfilesAndInstallations) {
  std::string text;
  for (int i = 0; i < 50000; ++i) {
    text += Profile(i, absl::StrCat("p", i));
    text += absl::StrCat("[Install", i, "]\nDefault=p", i, "\n");
  }
  EXPECT_FALSE(Parse(text).DefaultProfile().ok());
}

TEST(ProfilesIniTest, AMissingFileIsNotFoundNamingPathAndErrno) {
  ScratchDir dir;
  const absl::Status status = ReadProfilesIni(dir.File("profiles.ini")).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr(dir.File("profiles.ini")));
  EXPECT_THAT(std::string(status.message()), HasSubstr(absl::StrCat("errno ", ENOENT)));
}

TEST(ProfilesIniTest, AnUnreadableInstallsIniIsAnErrorNamingIt) {
  ScratchDir dir;
  const std::string path = dir.Write("profiles.ini", Profile(0, "a"));
  std::filesystem::create_directory(dir.File("installs.ini"));
  const absl::Status status = ReadProfilesIni(path).status();
  EXPECT_THAT(std::string(status.message()), HasSubstr(dir.File("installs.ini")));
}

TEST(ProfilesIniTest, ARelativeNameOfTheFileGivesAbsoluteFolders) {
  ScratchDir dir;
  const std::string path = dir.Write("profiles.ini", Profile(0, "a"));
  const std::string relative = std::filesystem::relative(path).string();
  const absl::StatusOr<ProfilesIni> ini = ReadProfilesIni(relative);
  ASSERT_TRUE(ini.ok()) << ini.status();
  EXPECT_EQ(ini->profiles[0].absolute_dir[0], '/');
}

}  // namespace
}  // namespace psm
