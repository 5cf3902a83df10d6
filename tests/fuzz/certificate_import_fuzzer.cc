// Feeds arbitrary bytes to CertificateDatabase::Import; what is imported is looked at and deleted.

#include <stddef.h>
#include <stdint.h>

#include "absl/strings/string_view.h"
#include "psm/certificate_database.h"
#include "tests/fuzz/live_profile_for_fuzzing.h"

using psm::Require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const psm::LiveProfileForFuzzing profile;
  const psm::CertificateDatabase database;
  auto imported = database.Import(absl::string_view(reinterpret_cast<const char*>(data), size), "",
                                  psm::Trust());
  if (!imported.ok()) return 0;
  Require(!imported->empty());
  for (const psm::Certificate& certificate : *imported) {
    Require(certificate.Sha256Fingerprint().size() == 64);
    Require(database.GetTrust(certificate).ok());
    Require(database.FindByDer(certificate.Der()).ok() || imported->size() > 1);
    database.Verify(certificate, psm::CertificateUsage::kSslServer, absl::Now()).IgnoreError();
  }
  for (const psm::Certificate& certificate : *imported) {
    database.Delete(certificate).IgnoreError();  // one that was in the input twice is gone already
  }
  const auto left = database.List();
  Require(left.ok() && left->empty());
  return 0;
}
