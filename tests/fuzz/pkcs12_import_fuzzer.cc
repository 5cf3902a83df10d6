// Feeds arbitrary bytes to Pkcs12::Import: as a file, and as the safes of a file whose MAC is
// right, or nothing would come past it. What is refused must have stored nothing; what is imported
// is deleted.

#include <stddef.h>
#include <stdint.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "psm/digest.h"
#include "psm/key_service.h"
#include "psm/pkcs12.h"
#include "tests/fuzz/live_profile_for_fuzzing.h"

using psm::Require;

namespace {

constexpr char kPassword[] = "secret";
constexpr size_t kBlockBytes = 64;

std::string Sha256(absl::string_view text) {
  return psm::ComputeDigest(psm::DigestAlgorithm::kSha256, text).value();
}

std::string Tlv(unsigned char tag, absl::string_view content) {
  std::string header(1, static_cast<char>(tag));
  header += '\x84';
  for (int shift = 24; shift >= 0; shift -= 8) {
    header += static_cast<char>(content.size() >> shift & 0xFF);
  }
  return absl::StrCat(header, content);
}

// RFC 7292, appendix B.2, with one iteration and no salt.
std::string MacKey() {
  std::string password;
  for (const char* letter = kPassword;; ++letter) {
    password += '\0';
    password += *letter;
    if (*letter == '\0') break;
  }
  std::string repeated;
  while (repeated.size() < kBlockBytes) repeated += password;
  repeated.resize(kBlockBytes);
  return Sha256(std::string(kBlockBytes, '\3') + repeated);
}

// RFC 2104.
std::string Hmac(std::string key, absl::string_view text) {
  key.resize(kBlockBytes);
  std::string inner;
  std::string outer;
  for (char byte : key) {
    inner += static_cast<char>(byte ^ 0x36);
    outer += static_cast<char>(byte ^ 0x5C);
  }
  return Sha256(outer + Sha256(absl::StrCat(inner, text)));
}

std::string FileWithSafes(absl::string_view safes) {
  static const std::string* const key = new std::string(MacKey());
  const std::string data("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01");
  const std::string sha256("\x30\x0B\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01");
  const std::string mac = Tlv(0x30, sha256 + Tlv(0x04, Hmac(*key, safes))) + Tlv(0x04, "");
  return Tlv(0x30, absl::StrCat(absl::string_view("\x02\x01\x03", 3),
                                Tlv(0x30, data + Tlv(0xA0, Tlv(0x04, safes))), Tlv(0x30, mac)));
}

void Import(absl::string_view file) {
  const psm::CertificateDatabase database;
  auto imported = psm::Pkcs12().Import(file, kPassword, psm::NicknameCollision::kRename);
  if (imported.ok()) {
    Require(!imported->empty());
    for (const psm::Pkcs12Entry& entry : *imported) {
      Require(entry.certificate_is_new);
      Require(entry.key_id.empty() || psm::KeyService().FindById(entry.key_id).ok());
      Require(database.Delete(entry.certificate, psm::PrivateKeyDisposal::kDelete).ok());
    }
  }
  const auto certificates = database.List();
  const auto keys = psm::KeyService().List();
  Require(certificates.ok() && certificates->empty());
  Require(keys.ok() && keys->empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const psm::LiveProfileForFuzzing profile;
  const absl::string_view input(reinterpret_cast<const char*>(data), size);
  Import(input);
  Import(FileWithSafes(input));
  return 0;
}
