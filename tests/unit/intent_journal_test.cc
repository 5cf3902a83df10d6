// The intent journal as a file: what is pending after any cut, flip, or old content.

#include "nss_glue/intent_journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::AnyOf;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kFile[] = "psm-intents";

Intent TrustOf(const std::string& der, const std::string& trust) {
  return {IntentKind::kTrust, {der}, {}, "", trust};
}

class IntentJournalTest : public testing::Test {
 protected:
  IntentJournal Open() {
    absl::StatusOr<IntentJournal> journal = IntentJournal::Open(scratch_.path());
    EXPECT_TRUE(journal.ok()) << journal.status();
    return *std::move(journal);
  }
  std::vector<Intent> PendingOnDisk() { return Intents(Open().pending()); }
  std::string Text() { return ReadWholeFile(scratch_.File(kFile)); }

  static std::vector<Intent> Intents(const std::vector<PendingIntent>& pending) {
    std::vector<Intent> intents;
    for (const PendingIntent& p : pending) intents.push_back(p.intent);
    return intents;
  }
  static uint64_t Begin(IntentJournal* journal, const Intent& intent) {
    absl::StatusOr<uint64_t> id = journal->Begin(intent);
    EXPECT_TRUE(id.ok()) << id.status();
    return id.value_or(0);
  }

  const ScratchDir scratch_;
};

TEST_F(IntentJournalTest, AnIntentIsPendingUntilItsEnd) {
  const Intent everything{IntentKind::kStore,
                          {"\x30\x01", "other"},
                          {std::string("\0\xff", 2)},
                          "n\xc3\xa4me \xff",
                          "CT,C,C"};
  {
    IntentJournal journal = Open();
    EXPECT_THAT(journal.pending(), IsEmpty());
    const uint64_t id = Begin(&journal, everything);
    EXPECT_THAT(PendingOnDisk(), ElementsAre(everything));
    ASSERT_TRUE(journal.End(id).ok());
    EXPECT_THAT(journal.pending(), IsEmpty());
  }
  EXPECT_THAT(PendingOnDisk(), IsEmpty());
}

TEST_F(IntentJournalTest, EveryKindComesBack) {
  IntentJournal journal = Open();
  std::vector<Intent> all;
  for (IntentKind kind :
       {IntentKind::kStore, IntentKind::kTrust, IntentKind::kRemove, IntentKind::kCreate,
        IntentKind::kMigrate, IntentKind::kKeyPair, IntentKind::kSecret}) {
    all.push_back({kind, {"c"}, {"k"}, "n", ",,"});
    Begin(&journal, all.back());
  }
  EXPECT_EQ(PendingOnDisk(), all);
}

TEST_F(IntentJournalTest, ALaterIntentDoesNotHideAnEarlierOneThatWaits) {
  IntentJournal journal = Open();
  Begin(&journal, TrustOf("a", "C,,"));
  const uint64_t b = Begin(&journal, TrustOf("b", "C,,"));
  ASSERT_TRUE(journal.End(b).ok());
  EXPECT_THAT(PendingOnDisk(), ElementsAre(TrustOf("a", "C,,")));
}

// A crash leaves any prefix of the lines: never an intent that was over before the last Begin.
TEST_F(IntentJournalTest, AfterAnyCutOnlyTheNewestMayBePending) {
  const Intent first = TrustOf("a", "C,,");
  const Intent second = TrustOf("b", ",C,");
  uint64_t second_begins;
  {
    IntentJournal journal = Open();
    ASSERT_TRUE(journal.End(Begin(&journal, first)).ok());
    second_begins = Text().find('\0');
    Begin(&journal, second);
  }
  const std::string text = Text();
  for (size_t cut = 0; cut <= text.find('\0'); ++cut) {
    std::string damaged = text;
    damaged.replace(cut, std::string::npos, text.size() - cut, '\0');
    const std::vector<Intent> pending = Intents(IntentJournal::Parse(damaged));
    if (cut >= second_begins) {
      EXPECT_THAT(pending, AnyOf(IsEmpty(), ElementsAre(second))) << cut;
    } else {
      EXPECT_THAT(pending, AnyOf(IsEmpty(), ElementsAre(first))) << cut;
    }
  }
}

TEST_F(IntentJournalTest, NoFlippedBitMakesAnotherIntent) {
  const Intent intent = TrustOf("certificate", "C,,");
  {
    IntentJournal journal = Open();
    Begin(&journal, intent);
  }
  const std::string text = Text().substr(0, 200);
  for (size_t bit = 0; bit < text.size() * 8; ++bit) {
    std::string damaged = text;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    EXPECT_THAT(Intents(IntentJournal::Parse(damaged)), AnyOf(IsEmpty(), ElementsAre(intent)))
        << bit;
  }
}

// It starts again when it is nearly full: at no size that a crash may leave is an old one pending.
TEST_F(IntentJournalTest, OldIntentsNeverComeBack) {
  IntentJournal journal = Open();
  const std::string large(3000, 'x');
  size_t most = 0;
  for (int i = 0; i < 200; ++i) {
    const Intent intent = TrustOf(large + std::to_string(i), "C,,");
    const uint64_t id = Begin(&journal, intent);
    ASSERT_THAT(PendingOnDisk(), ElementsAre(intent)) << i;
    ASSERT_TRUE(journal.End(id).ok());
    ASSERT_THAT(PendingOnDisk(), IsEmpty()) << i;
    most = std::max<size_t>(most, std::filesystem::file_size(scratch_.File(kFile)));
  }
  EXPECT_LE(most, size_t{64} * 1024);
}

TEST_F(IntentJournalTest, AnIntentMayBeLargerThanTheFile) {
  const Intent intent = TrustOf(std::string(200000, 'x'), "C,,");
  IntentJournal journal = Open();
  const uint64_t id = Begin(&journal, intent);
  EXPECT_THAT(PendingOnDisk(), ElementsAre(intent));
  ASSERT_TRUE(journal.End(id).ok());
  EXPECT_THAT(PendingOnDisk(), IsEmpty());
}

TEST_F(IntentJournalTest, IdsRiseOverReopening) {
  uint64_t first;
  {
    IntentJournal journal = Open();
    first = Begin(&journal, TrustOf("a", "C,,"));
  }
  IntentJournal journal = Open();
  EXPECT_GT(Begin(&journal, TrustOf("b", "C,,")), first);
  EXPECT_THAT(PendingOnDisk(), ElementsAre(TrustOf("a", "C,,"), TrustOf("b", "C,,")));
}

TEST_F(IntentJournalTest, AnOlderLineBehindANewerOneIsNoPartOfIt) {
  IntentJournal journal = Open();
  const Intent newer = TrustOf("b", ",C,");
  Begin(&journal, TrustOf("a", "C,,"));
  Begin(&journal, newer);
  const std::string text = Text();
  const size_t second = text.find('\n') + 1;
  const std::string exchanged =
      text.substr(second, text.find('\0') - second) + text.substr(0, second);
  EXPECT_THAT(Intents(IntentJournal::Parse(exchanged)), ElementsAre(newer));
}

TEST_F(IntentJournalTest, WhatIsNoJournalHasNothingPending) {
  for (const char* text : {"", "\n", "garbage\n", "00000000 {}\n", "12345678 \n", " "}) {
    EXPECT_THAT(IntentJournal::Parse(text), IsEmpty()) << text;
  }
}

TEST_F(IntentJournalTest, ASymbolicLinkIsNotFollowed) {
  const std::string elsewhere = scratch_.Write("elsewhere", "precious");
  std::filesystem::create_symlink(elsewhere, scratch_.File(kFile));
  EXPECT_FALSE(IntentJournal::Open(scratch_.path()).ok());
  EXPECT_EQ(ReadWholeFile(elsewhere), "precious");
}

}  // namespace
}  // namespace psm
