// Feeds lines to IntentJournal::Parse, with the CRC that each needs to be looked at, or as they are
// where the first byte is '!'; and cuts them off where the last two bytes say, as a power cut does.

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "nss_glue/intent_journal.h"

namespace {

void Require(bool promise) {
  if (!promise) abort();
}

std::string WithCrcs(absl::string_view text) {
  std::string lines;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    const auto crc = static_cast<uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(line.data()), line.size()));
    absl::StrAppend(&lines, absl::Hex(crc, absl::kZeroPad8), " ", line, "\n");
  }
  return lines;
}

bool AreSame(const std::vector<psm::PendingIntent>& a, const std::vector<psm::PendingIntent>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.id == y.id && x.intent == y.intent;
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const size_t cut = data[size - 2] * 256U + data[size - 1];
  absl::string_view text(reinterpret_cast<const char*>(data), size - 2);
  const bool as_it_is = absl::ConsumePrefix(&text, "!");
  std::string journal = as_it_is ? std::string(text) : WithCrcs(text);
  journal.append(100, '\0');  // its file is longer than its lines

  const std::vector<psm::PendingIntent> pending = psm::IntentJournal::Parse(journal);
  uint64_t last = 0;
  for (const psm::PendingIntent& one : pending) {
    Require(one.id > last);
    last = one.id;
    Require(psm::IntentKindName(one.intent.kind) != nullptr);
  }

  // A torn line counts as none.
  const absl::string_view torn = absl::string_view(journal).substr(0, cut);
  const size_t whole = torn.rfind('\n');
  const absl::string_view lines =
      whole == torn.npos ? absl::string_view() : torn.substr(0, whole + 1);
  Require(AreSame(psm::IntentJournal::Parse(torn), psm::IntentJournal::Parse(lines)));
  return 0;
}
