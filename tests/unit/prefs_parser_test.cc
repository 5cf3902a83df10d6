#include "psm/prefs_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> Names(const ParsedPrefs& parsed) {
  std::vector<std::string> names;
  for (const PrefEntry& entry : parsed.entries) names.push_back(entry.name);
  return names;
}

// The value of the one preference in `literal`'s place.
PrefValue ValueOf(absl::string_view literal) {
  const ParsedPrefs parsed = ParsePrefs(absl::StrCat("pref('a', ", literal, ");"));
  EXPECT_THAT(parsed.errors, IsEmpty()) << literal;
  return parsed.entries.empty() ? PrefValue() : parsed.entries[0].value;
}

std::string StringOf(absl::string_view literal) { return std::get<std::string>(ValueOf(literal)); }

TEST(PrefsParserTest, ReadsTheThreeTypes) {
  EXPECT_EQ(ValueOf("true"), PrefValue(true));
  EXPECT_EQ(ValueOf("false"), PrefValue(false));
  EXPECT_EQ(ValueOf("42"), PrefValue(42));
  EXPECT_EQ(ValueOf("'text'"), PrefValue(std::string("text")));
}

TEST(PrefsParserTest, ReadsTheThreeSpecs) {
  const ParsedPrefs parsed = ParsePrefs("pref('a', 1); sticky_pref('b', 2); user_pref('c', 3);");
  ASSERT_THAT(parsed.entries, SizeIs(3));
  EXPECT_EQ(parsed.entries[0].kind, PrefKind::kDefault);
  EXPECT_FALSE(parsed.entries[0].sticky);
  EXPECT_EQ(parsed.entries[1].kind, PrefKind::kDefault);
  EXPECT_TRUE(parsed.entries[1].sticky);
  EXPECT_EQ(parsed.entries[2].kind, PrefKind::kUser);
}

TEST(PrefsParserTest, ReadsAttributesInAnyOrder) {
  const ParsedPrefs parsed = ParsePrefs("pref('a', 1, locked, sticky); pref('b', 2, sticky);");
  ASSERT_THAT(parsed.entries, SizeIs(2));
  EXPECT_TRUE(parsed.entries[0].locked);
  EXPECT_TRUE(parsed.entries[0].sticky);
  EXPECT_FALSE(parsed.entries[1].locked);
}

TEST(PrefsParserTest, ReadsTheWholeRangeOfInts) {
  EXPECT_EQ(ValueOf("2147483647"), PrefValue(std::numeric_limits<int32_t>::max()));
  EXPECT_EQ(ValueOf("+2147483647"), PrefValue(std::numeric_limits<int32_t>::max()));
  EXPECT_EQ(ValueOf("-2147483648"), PrefValue(std::numeric_limits<int32_t>::min()));
  EXPECT_EQ(ValueOf("- 1"), PrefValue(-1));
  EXPECT_EQ(ValueOf("000000000000000007"), PrefValue(7));
}

TEST(PrefsParserTest, ReadsEscapes) {
  EXPECT_EQ(StringOf(R"("\"\'\\\n\r")"), "\"'\\\n\r");
  EXPECT_EQ(StringOf(R"('\x41\xe9')"), "A\xe9");
  EXPECT_EQ(StringOf(R"('\u0041\u00E9\u20ac')"), "A\xC3\xA9\xE2\x82\xAC");
  EXPECT_EQ(StringOf(R"('\uD83D\uDD11')"), "\xF0\x9F\x94\x91");
}

TEST(PrefsParserTest, KeepsTheOtherQuoteAndRawBytes) {
  EXPECT_EQ(StringOf(R"("it's")"), "it's");
  EXPECT_EQ(StringOf("'\xff\x01\t'"), "\xff\x01\t");
}

TEST(PrefsParserTest, KeepsLineEndsInStringsAsTheyAre) {
  EXPECT_EQ(StringOf("'a\r\nb\rc\nd'"), "a\r\nb\rc\nd");
}

TEST(PrefsParserTest, SkipsTheThreeKindsOfComment) {
  const ParsedPrefs parsed = ParsePrefs(
      "# pref('x', 1);\n// pref('y', 1);\n/* pref('z', 1);\n /* */ pref /**/ ( // (\n'a',#\n1);");
  EXPECT_THAT(parsed.errors, IsEmpty());
  EXPECT_THAT(Names(parsed), ElementsAre("a"));
}

TEST(PrefsParserTest, DoesNotSeeCommentsInStrings) {
  EXPECT_EQ(StringOf("'http://a/*b*/#c'"), "http://a/*b*/#c");
}

TEST(PrefsParserTest, NeedsNoBlanks) {
  EXPECT_THAT(Names(ParsePrefs("pref('a',1);pref('b',-2,locked);")), ElementsAre("a", "b"));
}

TEST(PrefsParserTest, CountsEveryKindOfLineEndOnce) {
  const ParsedPrefs parsed =
      ParsePrefs("pref('a',1);\npref('b',1);\r\npref('c',1);\rpref('d',1);\n\rpref('e',1);");
  std::vector<int> lines;
  for (const PrefEntry& entry : parsed.entries) lines.push_back(entry.line);
  EXPECT_THAT(lines, ElementsAre(1, 2, 3, 4, 6));
}

TEST(PrefsParserTest, CountsLinesInStringsAndComments) {
  const ParsedPrefs parsed = ParsePrefs("/*\n*/ pref('a', 'x\r\ny'); pref('b', 1);");
  ASSERT_THAT(parsed.entries, SizeIs(2));
  EXPECT_EQ(parsed.entries[0].line, 2);
  EXPECT_EQ(parsed.entries[1].line, 3);
}

TEST(PrefsParserTest, SkipsAByteOrderMark) {
  const ParsedPrefs parsed = ParsePrefs("\xEF\xBB\xBFpref('a', 1);");
  EXPECT_THAT(parsed.errors, IsEmpty());
  EXPECT_THAT(Names(parsed), ElementsAre("a"));
}

TEST(PrefsParserTest, ReadsAnEmptyText) {
  const ParsedPrefs parsed = ParsePrefs("");
  EXPECT_THAT(parsed.entries, IsEmpty());
  EXPECT_THAT(parsed.errors, IsEmpty());
}

struct Malformed {
  const char* text;
  int line;
  const char* message;
};

TEST(PrefsParserTest, TellsWhatIsWrongAndWhere) {
  const Malformed table[] = {
      {"foo('a', 1);", 1, "expected 'pref', 'sticky_pref' or 'user_pref', got 'foo'"},
      {"\n;", 2, "got ';'"},
      {"pref 'a', 1);", 1, "expected '(', got a string"},
      {"pref(a, 1);", 1, "expected the name of a preference, got 'a'"},
      {"pref('a' 1);", 1, "expected ',', got a number"},
      {"pref('a', );", 1, "expected a value, got ')'"},
      {"pref('a', null);", 1, "expected a value, got 'null'"},
      {"pref('a', -true);", 1, "expected a number, got 'true'"},
      {"pref('a', +'1');", 1, "expected a number, got a string"},
      {"pref('a', 2147483648);", 1, "32 bits"},
      {"pref('a', -2147483649);", 1, "32 bits"},
      {"pref('a', 18446744073709551617);", 1, "32 bits"},  // 1, modulo 2^64
      {"pref('a', 1.5);", 1, "unexpected character"},
      {"pref('a', 0x10);", 1, "unexpected character in a number"},
      {"pref('a', 1, sticky locked);", 1, "expected ',' or ')', got 'locked'"},
      {"pref('a', 1, loked);", 1, "expected 'sticky' or 'locked', got 'loked'"},
      {"pref('a', 1", 1, "got the end of the file"},
      {"pref('a', 1)", 1, "expected ';', got the end of the file"},
      {"pref('a', 1)\npref('b', 1);", 2, "expected ';', got 'pref'"},
      {"pref('a', 'x);\n", 1, "never closed"},
      {"\n\n/* x\n", 4, "/* of line 3 is never closed"},
      {"pref('a', '\n\\q\n');", 2, "unknown escape sequence"},
      {"pref('a', '\\x4');", 1, "\\x needs two hex digits"},
      {"pref('a', '\\x00');", 1, "\\x00 is not allowed"},
      {"pref('a', '\\u123');", 1, "\\u needs four hex digits"},
      {"pref('a', '\\u0000');", 1, "\\u0000 is not allowed"},
      {"pref('a', '\\uD83D');", 1, "high surrogate without a low one"},
      {"pref('a', '\\uD83D\\u0041');", 1, "high surrogate without a low one"},
      {"pref('a', '\\uD83D\\uD83D');", 1, "high surrogate without a low one"},
      {"pref('a', '\\uDD11');", 1, "low surrogate without a high one"},
      {"pref('a', / 1);", 1, "unexpected character"},
      {"\xff", 1, "unexpected character"},
  };
  for (const Malformed& row : table) {
    const ParsedPrefs parsed = ParsePrefs(row.text);
    ASSERT_THAT(parsed.errors, SizeIs(1)) << row.text;
    EXPECT_EQ(parsed.errors[0].line, row.line) << row.text;
    EXPECT_THAT(parsed.errors[0].message, HasSubstr(row.message)) << row.text;
    EXPECT_THAT(parsed.entries, IsEmpty()) << row.text;
  }
}

TEST(PrefsParserTest, GoesOnBehindTheNextSemicolon) {
  const ParsedPrefs parsed = ParsePrefs("pref('a', 1);\npref('b', ?);\npref('c', 3);");
  EXPECT_THAT(Names(parsed), ElementsAre("a", "c"));
  ASSERT_THAT(parsed.errors, SizeIs(1));
  EXPECT_EQ(parsed.errors[0].line, 2);
}

TEST(PrefsParserTest, DoesNotResumeAtASemicolonInAString) {
  EXPECT_THAT(Names(ParsePrefs("pref(?'a; pref(1);'); pref('b', 1);")), ElementsAre("b"));
}

TEST(PrefsParserTest, LosesTheEntryBehindAMissingSemicolon) {
  EXPECT_THAT(Names(ParsePrefs("pref('a', 1)\npref('b', 2);\npref('c', 3);")), ElementsAre("c"));
}

TEST(PrefsParserTest, ABadEscapeDoesNotMoveTheEndOfItsString) {
  EXPECT_THAT(Names(ParsePrefs("pref('a', '\\q;'); pref('b', 1);")), ElementsAre("b"));
}

TEST(PrefsParserTest, AUserFileKnowsOnlyUserPref) {
  const ParsedPrefs parsed =
      ParsePrefs("user_pref('a', 1); pref('b', 2); sticky_pref('c', 3); user_pref('d', 4, locked);",
                 PrefsGrammar::kUser);
  EXPECT_THAT(Names(parsed), ElementsAre("a"));
  EXPECT_EQ(parsed.error_count, 3u);
}

TEST(PrefsParserTest, ANulByteEndsTheTextAndIsReported) {
  const ParsedPrefs parsed = ParsePrefs(absl::string_view("pref('a', 1);\n\0pref('b', 2);", 28));
  EXPECT_THAT(Names(parsed), ElementsAre("a"));
  ASSERT_THAT(parsed.errors, SizeIs(1));
  EXPECT_EQ(parsed.errors[0].line, 2);
  EXPECT_THAT(parsed.errors[0].message, HasSubstr("NUL"));
}

TEST(PrefsParserTest, KeepsOnlyTheFirstErrorsButCountsThemAll) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "?;\n";
  const ParsedPrefs parsed = ParsePrefs(text);
  EXPECT_THAT(parsed.errors, SizeIs(ParsedPrefs::kMaxErrorsKept));
  EXPECT_EQ(parsed.error_count, 1000u);
}

TEST(PrefsParserTest, ReadsEveryEntryFirefoxWrote) {
  const std::string text = ReadWholeFile(TestDataPath("firefox/plain/prefs.js"));
  const ParsedPrefs parsed = ParsePrefs(text, PrefsGrammar::kUser);
  EXPECT_THAT(parsed.errors, IsEmpty());
  EXPECT_THAT(parsed.entries, SizeIs(185));
}

// Texts that made other parsers slow. At a cost that grows with the square of the length this would
// not end within the test's time limit.
TEST(PrefsParserTest, IsLinearInWhateverItIsGiven) {
  const size_t size = 2 << 20;
  for (absl::string_view piece :
       {"?", ";", "(", "'", "/*", "*/", "\\", "a", "9", "pref(", "'\\u", "pref('a',1);", "\"'"}) {
    std::string text;
    while (text.size() < size) text.append(piece.data(), piece.size());
    const ParsedPrefs parsed = ParsePrefs(text);
    EXPECT_LE(parsed.errors.size(), ParsedPrefs::kMaxErrorsKept) << piece;
  }
}

}  // namespace
}  // namespace psm
