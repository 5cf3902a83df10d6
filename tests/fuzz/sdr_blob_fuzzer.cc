// Feeds arbitrary bytes to SecretDecoderRing::Decrypt and DecryptString, in a profile with a key of
// each kind.

#include <stddef.h>
#include <stdint.h>

#include "absl/strings/string_view.h"
#include "psm/secret_decoder_ring.h"
#include "tests/fuzz/live_profile_for_fuzzing.h"

using psm::Require;
using psm::SecretDecoderRing;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const psm::LiveProfileForFuzzing profile;
  static const bool has_keys =
      SecretDecoderRing(SecretDecoderRing::Mechanism::kAes).Encrypt("x").ok() &&
      SecretDecoderRing(SecretDecoderRing::Mechanism::kTripleDes).Encrypt("x").ok();
  Require(has_keys);
  const absl::string_view input(reinterpret_cast<const char*>(data), size);
  for (const auto& text :
       {SecretDecoderRing().Decrypt(input), SecretDecoderRing().DecryptString(input)}) {
    Require(text.ok() ? text->size() < size
                      : text.status().code() == absl::StatusCode::kInvalidArgument);
  }
  return 0;
}
