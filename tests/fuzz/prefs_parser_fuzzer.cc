// Feeds arbitrary bytes to ParsePrefs and checks what its header promises of any input.

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <algorithm>
#include <string>
#include <variant>

#include "absl/strings/string_view.h"
#include "psm/prefs_parser.h"

namespace {

void Require(bool promise) {
  if (!promise) abort();
}

bool HasNul(const std::string& text) { return text.find('\0') != std::string::npos; }

void Check(absl::string_view text, psm::PrefsGrammar grammar) {
  const psm::ParsedPrefs parsed = psm::ParsePrefs(text, grammar);
  const int lines = 1 + static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
                      return c == '\n' || c == '\r';
                    }));
  int last_line = 1;
  for (const psm::PrefEntry& entry : parsed.entries) {
    Require(entry.line >= last_line && entry.line <= lines);
    last_line = entry.line;
    Require(!HasNul(entry.name));
    const auto* value = std::get_if<std::string>(&entry.value);
    Require(value == nullptr || !HasNul(*value));
    if (grammar == psm::PrefsGrammar::kUser) {
      Require(entry.kind == psm::PrefKind::kUser && !entry.sticky && !entry.locked);
    }
  }
  constexpr size_t kMaxKept = psm::ParsedPrefs::kMaxErrorsKept;
  Require(parsed.errors.size() == std::min(parsed.error_count, kMaxKept));
  for (const psm::PrefError& error : parsed.errors) {
    Require(error.line >= 1 && error.line <= lines && !error.message.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  Check(text, psm::PrefsGrammar::kDefault);
  Check(text, psm::PrefsGrammar::kUser);
  return 0;
}
