#include "psm/preferences.h"

#include <errno.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <future>
#include <limits>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PreferencesTest : public testing::Test {
 protected:
  std::string Message(const absl::Status& status) { return std::string(status.message()); }

  Subscription Record(absl::string_view prefix) {
    return prefs_->Observe(
        prefix, [this](absl::string_view name) { changed_.push_back(std::string(name)); });
  }

  ScratchDir dir_;
  std::unique_ptr<PreferenceService> prefs_ = MakePreferenceService();
  std::vector<std::string> changed_;
};

TEST_F(PreferencesTest, ReturnsWhatWasSet) {
  ASSERT_TRUE(prefs_->SetBool("b", true).ok());
  ASSERT_TRUE(prefs_->SetInt("i", -7).ok());
  ASSERT_TRUE(prefs_->SetString("s", "text").ok());
  EXPECT_EQ(prefs_->GetBool("b").value(), true);
  EXPECT_EQ(prefs_->GetInt("i").value(), -7);
  EXPECT_EQ(prefs_->GetString("s").value(), "text");
}

TEST_F(PreferencesTest, AnAbsentPreferenceIsNotFound) {
  EXPECT_EQ(prefs_->GetBool("a.b").status(), absl::NotFoundError("no preference a.b"));
}

TEST_F(PreferencesTest, AValueOfAnotherTypeIsAnErrorNamingBoth) {
  ASSERT_TRUE(prefs_->SetInt("a.b", 1).ok());
  EXPECT_EQ(prefs_->GetBool("a.b").status(),
            absl::InvalidArgumentError("preference a.b is of type int, not bool"));
}

TEST_F(PreferencesTest, AFallbackStandsInForAnAbsentPreference) {
  EXPECT_EQ(prefs_->GetBool("a", true).value(), true);
  EXPECT_EQ(prefs_->GetInt("a", 3).value(), 3);
  EXPECT_EQ(prefs_->GetString("a", "x").value(), "x");
}

TEST_F(PreferencesTest, AFallbackDoesNotHideAWrongType) {
  ASSERT_TRUE(prefs_->SetString("a", "true").ok());
  EXPECT_EQ(prefs_->GetBool("a", true).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(PreferencesTest, AUserValueCoversTheDefault) {
  ASSERT_TRUE(prefs_->SetDefaultInt("a", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("a", 2).ok());
  EXPECT_EQ(prefs_->GetInt("a").value(), 2);
}

TEST_F(PreferencesTest, ClearingTheUserValueBringsTheDefaultBack) {
  ASSERT_TRUE(prefs_->SetDefaultInt("a", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("a", 2).ok());
  prefs_->ClearUser("a");
  EXPECT_EQ(prefs_->GetInt("a").value(), 1);
  EXPECT_FALSE(prefs_->HasUserValue("a"));
}

TEST_F(PreferencesTest, ClearingWhatWasTheOnlyValueRemovesThePreference) {
  ASSERT_TRUE(prefs_->SetInt("a", 2).ok());
  prefs_->ClearUser("a");
  EXPECT_TRUE(absl::IsNotFound(prefs_->GetInt("a").status()));
}

TEST_F(PreferencesTest, SettingTheDefaultRemovesTheUserValue) {
  ASSERT_TRUE(prefs_->SetDefaultInt("a", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("a", 2).ok());
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  EXPECT_FALSE(prefs_->HasUserValue("a"));
}

TEST_F(PreferencesTest, AStickyUserValueStaysThoughEqualToTheDefault) {
  ASSERT_TRUE(prefs_->LoadDefaults(dir_.Write("d.js", "sticky_pref('a', 1);")).ok());
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  EXPECT_TRUE(prefs_->HasUserValue("a"));
}

TEST_F(PreferencesTest, AUserValueMustHaveTheTypeOfTheDefault) {
  ASSERT_TRUE(prefs_->SetDefaultInt("a", 1).ok());
  EXPECT_EQ(prefs_->SetBool("a", true),
            absl::InvalidArgumentError("preference a is of type int, not bool"));
}

TEST_F(PreferencesTest, ADefaultMustHaveTheTypeOfTheUserValue) {
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  EXPECT_EQ(prefs_->SetDefaultBool("a", true).code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(PreferencesTest, WhatCouldNotBeSavedIsRefused) {
  EXPECT_EQ(prefs_->SetInt("", 1).code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(prefs_->SetInt(absl::string_view("a\0b", 3), 1).code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(prefs_->SetString("a", absl::string_view("\0", 1)).code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(PreferencesTest, ALockedPreferenceRefusesAUserValue) {
  ASSERT_TRUE(prefs_->LoadDefaults(dir_.Write("d.js", "pref('a', 1, locked);")).ok());
  EXPECT_EQ(prefs_->SetInt("a", 2), absl::FailedPreconditionError("preference a is locked"));
}

TEST_F(PreferencesTest, ALockedPreferenceKeepsALoadedUserValueButDoesNotUseIt) {
  ASSERT_TRUE(prefs_->LoadDefaults(dir_.Write("d.js", "pref('a', 1, locked);")).ok());
  dir_.Write("prefs.js", "user_pref('a', 2);");
  ASSERT_TRUE(prefs_->LoadUser(dir_.path()).ok());
  EXPECT_TRUE(prefs_->HasUserValue("a"));
  EXPECT_EQ(prefs_->GetInt("a").value(), 1);
}

// Observers.

TEST_F(PreferencesTest, AnObserverOfABranchHearsOfAllBelowIt) {
  Subscription s = Record("security.");
  ASSERT_TRUE(prefs_->SetInt("security.tls.version.min", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("securityx", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("network.security.", 1).ok());
  ASSERT_TRUE(prefs_->SetBool("security.nocertdb", true).ok());
  EXPECT_THAT(changed_, ElementsAre("security.tls.version.min", "security.nocertdb"));
}

TEST_F(PreferencesTest, AnObserverSeesTheNewValue) {
  int32_t seen = 0;
  Subscription s =
      prefs_->Observe("a", [&](absl::string_view name) { seen = prefs_->GetInt(name).value(); });
  ASSERT_TRUE(prefs_->SetInt("a", 5).ok());
  EXPECT_EQ(seen, 5);
}

TEST_F(PreferencesTest, AnObserverRunsOnTheThreadThatSet) {
  std::thread::id seen;
  Subscription s =
      prefs_->Observe("a", [&](absl::string_view) { seen = std::this_thread::get_id(); });
  std::thread setter([&] { ASSERT_TRUE(prefs_->SetInt("a", 5).ok()); });
  const std::thread::id expected = setter.get_id();
  setter.join();
  EXPECT_EQ(seen, expected);
}

TEST_F(PreferencesTest, AnObserverHearsOnlyOfChangesOfTheEffectiveValue) {
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  Subscription s = Record("");
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  ASSERT_TRUE(prefs_->SetDefaultInt("a", 2).ok());
  prefs_->ClearUser("never set");
  EXPECT_THAT(changed_, IsEmpty());
  prefs_->ClearUser("a");
  EXPECT_THAT(changed_, ElementsAre("a"));
}

TEST_F(PreferencesTest, AnObserverMaySetPreferences) {
  Subscription s = prefs_->Observe("a", [&](absl::string_view name) {
    const int32_t value = prefs_->GetInt(name).value();
    if (value == 3) return;
    ASSERT_TRUE(prefs_->SetInt(name, value + 1).ok());
  });
  ASSERT_TRUE(prefs_->SetInt("a", 0).ok());
  EXPECT_EQ(prefs_->GetInt("a").value(), 3);
}

TEST_F(PreferencesTest, AnObserverMayEndItsSubscription) {
  Subscription s;
  s = prefs_->Observe("", [&](absl::string_view name) {
    changed_.push_back(std::string(name));
    s.Remove();
  });
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("b", 1).ok());
  EXPECT_THAT(changed_, ElementsAre("a"));
}

TEST_F(PreferencesTest, ObserversHearOfALoadOnceForEachChange) {
  dir_.Write("prefs.js", "user_pref('gone', 1); user_pref('same', 1); user_pref('other', 1);");
  ASSERT_TRUE(prefs_->LoadUser(dir_.path()).ok());
  dir_.Write("prefs.js", "user_pref('new', 1); user_pref('same', 1); user_pref('other', 2);");
  Subscription s = Record("");
  ASSERT_TRUE(prefs_->LoadUser(dir_.path()).ok());
  EXPECT_THAT(changed_, ElementsAre("gone", "new", "other"));
}

// Threads.

TEST_F(PreferencesTest, TheEndOfASubscriptionWaitsForACallOnAnotherThread) {
  std::promise<void> entered;
  std::atomic<bool> finished{false};
  Subscription s = prefs_->Observe("a", [&](absl::string_view) {
    entered.set_value();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    finished = true;
  });
  std::thread setter([&] { ASSERT_TRUE(prefs_->SetInt("a", 1).ok()); });
  entered.get_future().wait();
  s.Remove();
  EXPECT_TRUE(finished);
  setter.join();
}

TEST_F(PreferencesTest, ThreadsMaySetGetObserveLoadAndSaveTogether) {
  dir_.Write("user.js", "user_pref('a.loaded', 1);");
  std::atomic<int> heard{0};
  Subscription s = prefs_->Observe("a.", [&](absl::string_view) { ++heard; });
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 1; i <= 200; ++i) {
        Subscription own = prefs_->Observe("a.", [](absl::string_view) {});
        ASSERT_TRUE(prefs_->SetInt(absl::StrCat("a.", t), i).ok());
        ASSERT_TRUE(prefs_->GetInt("a.0", 0).ok());
      }
    });
  }
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(prefs_->LoadUser(dir_.path()).ok());
    ASSERT_TRUE(prefs_->SavePrefsFile(dir_.File("prefs.js")).ok());
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_GE(heard, 600);
}

// Files.

TEST_F(PreferencesTest, UserJsWinsOverPrefsJs) {
  dir_.Write("prefs.js", "user_pref('a', 1); user_pref('b', 1);");
  dir_.Write("user.js", "user_pref('b', 2);");
  ASSERT_TRUE(prefs_->LoadUser(dir_.path()).ok());
  EXPECT_EQ(prefs_->GetInt("a").value(), 1);
  EXPECT_EQ(prefs_->GetInt("b").value(), 2);
}

TEST_F(PreferencesTest, LoadingAProfileForgetsTheUserValuesOfTheLastOne) {
  ASSERT_TRUE(prefs_->SetDefaultInt("kept", 1).ok());
  ASSERT_TRUE(prefs_->SetInt("gone", 1).ok());
  ASSERT_TRUE(prefs_->LoadUser(dir_.path()).ok());
  EXPECT_TRUE(prefs_->GetInt("kept").ok());
  EXPECT_TRUE(absl::IsNotFound(prefs_->GetInt("gone").status()));
}

TEST_F(PreferencesTest, AFreshProfileHasNoFiles) {
  EXPECT_TRUE(prefs_->LoadUser(dir_.path()).ok());
}

TEST_F(PreferencesTest, AMissingProfileFolderIsAnErrorAndChangesNothing) {
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  const absl::Status loaded = prefs_->LoadUser(dir_.File("absent"));
  EXPECT_EQ(loaded.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(Message(loaded), HasSubstr(dir_.File("absent")));
  EXPECT_TRUE(prefs_->GetInt("a").ok());
}

TEST_F(PreferencesTest, AnUnreadableFileIsAnErrorNamingPathAndErrnoAndChangesNothing) {
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  std::filesystem::create_directory(dir_.File("prefs.js"));
  const absl::Status loaded = prefs_->LoadUser(dir_.path());
  EXPECT_THAT(Message(loaded), HasSubstr(dir_.File("prefs.js")));
  EXPECT_THAT(Message(loaded), HasSubstr(absl::StrCat("errno ", EISDIR)));
  EXPECT_TRUE(prefs_->GetInt("a").ok());
}

TEST_F(PreferencesTest, AFifoInPlaceOfAFileDoesNotHang) {
  ASSERT_EQ(mkfifo(dir_.File("prefs.js").c_str(), 0600), 0);
  EXPECT_EQ(prefs_->LoadUser(dir_.path()).code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(PreferencesTest, AMissingFileOfDefaultsIsNotFound) {
  EXPECT_TRUE(absl::IsNotFound(prefs_->LoadDefaults(dir_.File("absent.js"))));
}

TEST_F(PreferencesTest, AMalformedEntryIsReportedAndTheRestIsInForce) {
  const std::string path = dir_.Write("prefs.js", "user_pref('a', 1);\nuser_pref('b', ?);\n");
  const absl::Status loaded = prefs_->LoadUser(dir_.path());
  EXPECT_EQ(loaded.code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(Message(loaded), HasSubstr(path + ":2: unexpected character"));
  EXPECT_TRUE(prefs_->GetInt("a").ok());
}

TEST_F(PreferencesTest, AnEntryOfTheWrongTypeIsReportedAndTheRestIsInForce) {
  ASSERT_TRUE(prefs_->SetDefaultBool("a", true).ok());
  const std::string path = dir_.Write("prefs.js", "\nuser_pref('a', 1);\nuser_pref('b', 1);\n");
  const absl::Status loaded = prefs_->LoadUser(dir_.path());
  EXPECT_THAT(Message(loaded), HasSubstr(path + ":2: preference a is of type bool, not int"));
  EXPECT_TRUE(prefs_->GetInt("b").ok());
}

TEST_F(PreferencesTest, ReadsTheProfileFirefoxWrote) {
  ASSERT_TRUE(prefs_->LoadUser(TestDataPath("firefox/plain")).ok());
  EXPECT_EQ(prefs_->GetString("network.proxy.http").value(), "127.0.0.1");
  EXPECT_EQ(prefs_->GetInt("telemetry.fog.test.localhost_port").value(), -1);
}

TEST_F(PreferencesTest, WhatIsSavedIsReadAgain) {
  const std::string text = "\"'\\\n\r\t\x01\xff\xC3\xA9 // /* ; #";
  ASSERT_TRUE(prefs_->SetString("a.\"'\\\n", text).ok());
  ASSERT_TRUE(prefs_->SetInt("b", std::numeric_limits<int32_t>::min()).ok());
  ASSERT_TRUE(prefs_->SetBool("c", false).ok());
  ASSERT_TRUE(prefs_->SavePrefsFile(dir_.File("prefs.js")).ok());
  std::unique_ptr<PreferenceService> again = MakePreferenceService();
  ASSERT_TRUE(again->LoadUser(dir_.path()).ok());
  EXPECT_EQ(again->GetString("a.\"'\\\n").value(), text);
  EXPECT_EQ(again->GetInt("b").value(), std::numeric_limits<int32_t>::min());
  EXPECT_EQ(again->GetBool("c").value(), false);
}

TEST_F(PreferencesTest, SavesUserValuesOnlySortedByName) {
  ASSERT_TRUE(prefs_->SetDefaultInt("default", 1).ok());
  ASSERT_TRUE(prefs_->SetString("b", "x").ok());
  ASSERT_TRUE(prefs_->SetInt("a", 1).ok());
  const std::string path = dir_.File("prefs.js");
  ASSERT_TRUE(prefs_->SavePrefsFile(path).ok());
  EXPECT_THAT(ReadWholeFile(path),
              testing::EndsWith("\n\nuser_pref(\"a\", 1);\nuser_pref(\"b\", \"x\");\n"));
}

TEST_F(PreferencesTest, ASavedEntryIsOneLine) {
  ASSERT_TRUE(prefs_->SetString("a", "x\ny\rz").ok());
  const std::string path = dir_.File("prefs.js");
  ASSERT_TRUE(prefs_->SavePrefsFile(path).ok());
  EXPECT_THAT(ReadWholeFile(path), testing::EndsWith("user_pref(\"a\", \"x\\ny\\rz\");\n"));
}

TEST_F(PreferencesTest, SavesEveryEntryFirefoxWroteAsFirefoxDid) {
  ASSERT_TRUE(prefs_->LoadUser(TestDataPath("firefox/plain")).ok());
  const std::string path = dir_.File("prefs.js");
  ASSERT_TRUE(prefs_->SavePrefsFile(path).ok());
  const auto entries = [](const std::string& text) { return text.substr(text.find("user_pref(")); };
  EXPECT_EQ(entries(ReadWholeFile(path)),
            entries(ReadWholeFile(TestDataPath("firefox/plain/prefs.js"))));
}

TEST_F(PreferencesTest, ASavedFileIsForItsOwnerOnly) {
  const std::string path = dir_.Write("prefs.js", "");
  ASSERT_TRUE(prefs_->SavePrefsFile(path).ok());
  struct stat info;
  ASSERT_EQ(stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
}

TEST_F(PreferencesTest, SavingIntoAMissingFolderIsAnErrorNamingPathAndErrno) {
  const std::string path = dir_.File("absent/prefs.js");
  const absl::Status saved = prefs_->SavePrefsFile(path);
  EXPECT_EQ(saved.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(Message(saved), HasSubstr(path));
  EXPECT_THAT(Message(saved), HasSubstr(absl::StrCat("errno ", ENOENT)));
}

TEST_F(PreferencesTest, SavingOverSomethingThatIsNoFileIsRefused) {
  std::filesystem::create_directory(dir_.File("prefs.js"));
  EXPECT_EQ(prefs_->SavePrefsFile(dir_.File("prefs.js")).code(),
            absl::StatusCode::kFailedPrecondition);
}

// Stands in for a full disk: no file may grow beyond a limit.
class GrowthLimit {
 public:
  explicit GrowthLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &old_);
    handler_ = signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~GrowthLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    signal(SIGXFSZ, handler_);
  }

 private:
  rlimit old_;
  sighandler_t handler_;
};

TEST_F(PreferencesTest, ASaveThatRunsOutOfRoomIsAnErrorAndLeavesTheOldFileAlone) {
  const std::string path = dir_.Write("prefs.js", "user_pref('old', 1);");
  ASSERT_TRUE(prefs_->SetString("a", std::string(100000, 'x')).ok());
  absl::Status saved;
  {
    GrowthLimit limit(4096);
    saved = prefs_->SavePrefsFile(path);
  }
  EXPECT_THAT(Message(saved), HasSubstr(path));
  EXPECT_THAT(Message(saved), HasSubstr(absl::StrCat("errno ", EFBIG)));
  EXPECT_EQ(ReadWholeFile(path), "user_pref('old', 1);");
}

TEST_F(PreferencesTest, ASaveThatRunsOutOfRoomLeavesNothingBehind) {
  ASSERT_TRUE(prefs_->SetString("a", std::string(100000, 'x')).ok());
  {
    GrowthLimit limit(4096);
    ASSERT_FALSE(prefs_->SavePrefsFile(dir_.File("prefs.js")).ok());
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir_.path()));
}

}  // namespace
}  // namespace psm
