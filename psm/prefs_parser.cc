#include "psm/prefs_parser.h"

#include <limits>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace psm {
namespace {

constexpr int64_t kIntMax = std::numeric_limits<int32_t>::max();
constexpr int64_t kIntMin = std::numeric_limits<int32_t>::min();

enum class TokenType { kEnd, kPunctuation, kWord, kString, kInt, kError };

struct Token {
  TokenType type = TokenType::kEnd;
  int line = 1;
  char punctuation = 0;
  absl::string_view word;
  std::string text;  // a string's value, or what is wrong
  int64_t number = 0;

  bool Is(char c) const { return type == TokenType::kPunctuation && punctuation == c; }
  bool Is(absl::string_view w) const { return type == TokenType::kWord && word == w; }
};

bool IsWordChar(char c) { return absl::ascii_isalpha(c) || c == '_'; }

void AppendUtf8(uint32_t code_point, std::string* out) {
  if (code_point < 0x80) {
    out->push_back(static_cast<char>(code_point));
    return;
  }
  const int tail = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  constexpr uint8_t kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out->push_back(static_cast<char>(kLead[tail] | code_point >> (6 * tail)));
  for (int i = tail - 1; i >= 0; --i) {
    out->push_back(static_cast<char>(0x80 | (code_point >> (6 * i) & 0x3F)));
  }
}

class Lexer {
 public:
  explicit Lexer(absl::string_view text) : text_(text) {}

  Token Next() {
    Token token;
    std::string problem = SkipBlank();
    token.line = line_;
    if (!problem.empty()) return Error(std::move(token), std::move(problem));
    if (AtEnd()) return token;
    const char c = text_[pos_];
    if (c == '"' || c == '\'') return String(std::move(token));
    if (absl::ascii_isdigit(c)) return Int(std::move(token));
    if (IsWordChar(c)) {
      const size_t start = pos_;
      while (!AtEnd() && IsWordChar(text_[pos_])) ++pos_;
      token.type = TokenType::kWord;
      token.word = text_.substr(start, pos_ - start);
      return token;
    }
    ++pos_;
    if (absl::string_view("(),;+-").find(c) == absl::string_view::npos) {
      return Error(std::move(token), "unexpected character");
    }
    token.type = TokenType::kPunctuation;
    token.punctuation = c;
    return token;
  }

 private:
  bool AtEnd() const { return pos_ >= text_.size(); }
  char Peek(size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }

  // \r\n is one line end, counted at its \n.
  void Advance() {
    if (Peek() == '\n' || (Peek() == '\r' && Peek(1) != '\n')) ++line_;
    ++pos_;
  }

  static Token Error(Token token, std::string message) {
    token.type = TokenType::kError;
    token.text = std::move(message);
    return token;
  }

  // Returns what is wrong, or nothing.
  std::string SkipBlank() {
    while (!AtEnd()) {
      const char c = Peek();
      if (c == '#' || (c == '/' && Peek(1) == '/')) {
        while (!AtEnd() && Peek() != '\n' && Peek() != '\r') ++pos_;
      } else if (c == '/' && Peek(1) == '*') {
        const int start_line = line_;
        pos_ += 2;
        while (!AtEnd() && !(Peek() == '*' && Peek(1) == '/')) Advance();
        if (AtEnd()) return absl::StrCat("/* of line ", start_line, " is never closed");
        pos_ += 2;
      } else if (absl::ascii_isspace(c)) {
        Advance();
      } else {
        break;
      }
    }
    return "";
  }

  Token Int(Token token) {
    token.type = TokenType::kInt;
    while (absl::ascii_isdigit(Peek())) {
      // Held just out of range once it is there.
      if (token.number <= -kIntMin) token.number = token.number * 10 + (Peek() - '0');
      ++pos_;
    }
    if (IsWordChar(Peek())) return Error(std::move(token), "unexpected character in a number");
    return token;
  }

  // A bad escape spoils the string, not where it ends.
  Token String(Token token) {
    const char quote = Peek();
    ++pos_;
    std::string problem;
    int problem_line = 0;
    while (!AtEnd() && Peek() != quote) {
      if (Peek() != '\\') {
        token.text.push_back(Peek());
        Advance();
        continue;
      }
      const int line = line_;
      const char* wrong = Escape(&token.text);
      if (wrong != nullptr && problem.empty()) {
        problem = wrong;
        problem_line = line;
      }
    }
    if (AtEnd()) return Error(std::move(token), "the string is never closed");
    ++pos_;
    if (!problem.empty()) {
      token.line = problem_line;
      return Error(std::move(token), std::move(problem));
    }
    token.type = TokenType::kString;
    return token;
  }

  // Takes one escape sequence. Returns what is wrong, or null.
  const char* Escape(std::string* out) {
    ++pos_;
    const char c = Peek();
    switch (c) {
      case '"':
      case '\'':
      case '\\':
        out->push_back(c);
        break;
      case 'n':
        out->push_back('\n');
        break;
      case 'r':
        out->push_back('\r');
        break;
      case 'x':
        ++pos_;
        return HexByte(out);
      case 'u':
        ++pos_;
        return Utf16(out);
      default:
        return "unknown escape sequence";  // what follows the backslash is ordinary text
    }
    ++pos_;
    return nullptr;
  }

  // Takes `count` hex digits; -1 if there are fewer.
  int32_t Hex(int count) {
    int32_t value = 0;
    for (int i = 0; i < count; ++i) {
      const char c = absl::ascii_tolower(Peek());
      if (!absl::ascii_isxdigit(c)) return -1;
      value = value * 16 + (absl::ascii_isdigit(c) ? c - '0' : c - 'a' + 10);
      ++pos_;
    }
    return value;
  }

  const char* HexByte(std::string* out) {
    const int32_t value = Hex(2);
    if (value < 0) return "\\x needs two hex digits";
    if (value == 0) return "\\x00 is not allowed";
    out->push_back(static_cast<char>(value));
    return nullptr;
  }

  const char* Utf16(std::string* out) {
    const int32_t high = Hex(4);
    if (high < 0) return "\\u needs four hex digits";
    if (high == 0) return "\\u0000 is not allowed";
    if (high >= 0xDC00 && high <= 0xDFFF) return "low surrogate without a high one";
    if (high < 0xD800 || high > 0xDFFF) {
      AppendUtf8(static_cast<uint32_t>(high), out);
      return nullptr;
    }
    if (Peek() != '\\' || Peek(1) != 'u') return "high surrogate without a low one";
    pos_ += 2;
    const int32_t low = Hex(4);
    if (low < 0xDC00 || low > 0xDFFF) return "high surrogate without a low one";
    AppendUtf8(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), out);
    return nullptr;
  }

  const absl::string_view text_;
  size_t pos_ = 0;
  int line_ = 1;
};

class Parser {
 public:
  // `text` has no NUL byte; `cut` says that there was one behind it.
  Parser(absl::string_view text, bool cut, PrefsGrammar grammar)
      : lexer_(text), cut_(cut), grammar_(grammar) {}

  ParsedPrefs Parse() {
    for (Next(); token_.type != TokenType::kEnd; Next()) {
      PrefEntry entry;
      const std::string expected = Entry(&entry);
      if (expected.empty()) {
        result_.entries.push_back(std::move(entry));
        continue;
      }
      Report(token_.type == TokenType::kError
                 ? token_.text
                 : absl::StrCat("expected ", expected, ", got ", Describe()));
      while (!token_.Is(';') && token_.type != TokenType::kEnd) Next();
      if (token_.type == TokenType::kEnd) break;
    }
    if (cut_) Report("a NUL byte ends the text; what follows is not read");
    return std::move(result_);
  }

 private:
  void Next() { token_ = lexer_.Next(); }

  void Report(std::string message) {
    if (result_.errors.size() < ParsedPrefs::kMaxErrorsKept) {
      result_.errors.push_back({token_.line, std::move(message)});
    }
    ++result_.error_count;
  }

  std::string Describe() const {
    switch (token_.type) {
      case TokenType::kEnd:
        return "the end of the file";
      case TokenType::kPunctuation:
        return absl::StrCat("'", absl::string_view(&token_.punctuation, 1), "'");
      case TokenType::kWord:
        return absl::StrCat("'", token_.word.substr(0, 40), "'");
      case TokenType::kString:
        return "a string";
      case TokenType::kInt:
        return "a number";
      case TokenType::kError:
        return token_.text;
    }
    return "";
  }

  // From the spec to the ';', which is left as the current token. Returns what was expected at the
  // current token, or nothing.
  std::string Entry(PrefEntry* entry) {
    const bool user_file = grammar_ == PrefsGrammar::kUser;
    entry->line = token_.line;
    if (token_.Is("user_pref")) {
      entry->kind = PrefKind::kUser;
    } else if (!user_file && token_.Is("sticky_pref")) {
      entry->sticky = true;
    } else if (user_file || !token_.Is("pref")) {
      return user_file ? "'user_pref'" : "'pref', 'sticky_pref' or 'user_pref'";
    }
    if (Next(); !token_.Is('(')) return "'('";
    if (Next(); token_.type != TokenType::kString) return "the name of a preference";
    entry->name = std::move(token_.text);
    if (Next(); !token_.Is(',')) return "','";
    Next();
    if (std::string expected = Value(&entry->value); !expected.empty()) return expected;
    for (Next(); !user_file && token_.Is(','); Next()) {
      Next();
      if (token_.Is("sticky")) {
        entry->sticky = true;
      } else if (token_.Is("locked")) {
        entry->locked = true;
      } else {
        return "'sticky' or 'locked'";
      }
    }
    if (!token_.Is(')')) return user_file ? "')'" : "',' or ')'";
    if (Next(); !token_.Is(';')) return "';'";
    return "";
  }

  std::string Value(PrefValue* value) {
    if (token_.Is("true") || token_.Is("false")) {
      *value = token_.Is("true");
      return "";
    }
    if (token_.type == TokenType::kString) {
      *value = std::move(token_.text);
      return "";
    }
    const bool negative = token_.Is('-');
    const bool has_sign = negative || token_.Is('+');
    if (has_sign) Next();
    if (token_.type != TokenType::kInt) return has_sign ? "a number" : "a value";
    const int64_t number = negative ? -token_.number : token_.number;
    if (number > kIntMax || number < kIntMin) return "a number of 32 bits";
    *value = static_cast<int32_t>(number);
    return "";
  }

  Lexer lexer_;
  const bool cut_;
  const PrefsGrammar grammar_;
  Token token_;
  ParsedPrefs result_;
};

}  // namespace

ParsedPrefs ParsePrefs(absl::string_view text, PrefsGrammar grammar) {
  const size_t nul = text.find('\0');
  absl::string_view readable = text.substr(0, nul);
  if (absl::StartsWith(readable, "\xEF\xBB\xBF")) readable.remove_prefix(3);
  return Parser(readable, nul != absl::string_view::npos, grammar).Parse();
}

}  // namespace psm
