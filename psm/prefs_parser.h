// ParsePrefs: reads Mozilla's preference syntax (prefs.js, user.js, default preference files).
//
//   file    = pref*
//   pref    = spec "(" string "," value ("," attr)* ")" ";"
//   spec    = "user_pref" | "pref" | "sticky_pref"
//   value   = string | "true" | "false" | ["+" | "-"] digits      (32 bits, signed)
//   attr    = "sticky" | "locked"
//   string  = in ' or ", may span lines; escapes \" \' \\ \n \r \xNN \uNNNN (pairs of surrogates)
//   comment = # or // to the end of the line, or /* ... */, not nested
//
// The files of a profile know only user_pref, without attributes: PrefsGrammar::kUser.
//
// Guarantees:
//   1. It does not fail: what is well formed is returned, in order, and the rest is in `errors`.
//   2. After an error it goes on behind the next ';' token, as libpref does (a ';' in a string or
//      comment does not count). A missing ';' therefore costs the entry behind it as well.
//   3. Time and memory are linear in the text, whatever it is; there is no recursion.
//   4. A NUL byte ends the text, as in libpref; here that is an error too, since a crash can leave
//      a file of zeros. No string in the result has a NUL byte: \x00 and \u0000 are errors.
//   5. Bytes above 0x7F pass through strings unchanged, and \xNN may make any of them: a value need
//      not be UTF-8. A UTF-8 byte order mark at the start is skipped.
//
// Lines count from 1 and end in \n, \r or \r\n. The grammar and guarantee 2 follow the comments of
// Mozilla's modules/libpref/parser.
//
// Thread rule: a pure function.
//
// Example:
//   for (const PrefEntry& e : ParsePrefs(text, PrefsGrammar::kUser).entries) Use(e.name, e.value);

#ifndef PSM_PREFS_PARSER_H_
#define PSM_PREFS_PARSER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

using PrefValue = std::variant<bool, int32_t, std::string>;

enum class PrefKind { kDefault, kUser };

struct PrefEntry {
  PrefKind kind = PrefKind::kDefault;
  std::string name;
  PrefValue value;
  bool sticky = false;
  bool locked = false;
  int line = 0;  // of the spec
};

struct PrefError {
  int line = 0;
  std::string message;
};

struct ParsedPrefs {
  // More errors than this are counted, not kept.
  static constexpr size_t kMaxErrorsKept = 100;

  std::vector<PrefEntry> entries;
  std::vector<PrefError> errors;
  size_t error_count = 0;
};

enum class PrefsGrammar { kDefault, kUser };

[[nodiscard]] PSM_EXPORT ParsedPrefs ParsePrefs(absl::string_view text,
                                                PrefsGrammar grammar = PrefsGrammar::kDefault);

}  // namespace psm

#endif  // PSM_PREFS_PARSER_H_
