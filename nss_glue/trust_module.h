// A PKCS#11 module of ours, in this library, whose read-only token holds trust: what a newer NSS
// has stored in the open profile, in the form that this NSS knows (nss_glue/newer_profile.h). NSS
// asks every token for trust, so that its own rules decide, in every call, and in TLS.
//
//   absl::Status shown = TrustModule::Show({{issuer, serial, sha1, levels}});
//
// What it says goes before what other tokens say (trustOrder 1). NSS has the module from the first
// Show of something until NSS is shut down; between profiles its token is empty.
//
// Thread rule: Show by the owner, while the gate is drained; NSS calls the module on any thread.
// How it fails: NSS's error in loading it.
// Sources: PKCS#11 2.40; NSPR "prlink.h" on static libraries; NSS lib/pki/certificate.c,
// nssTrust_Create.

#ifndef NSS_GLUE_TRUST_MODULE_H_
#define NSS_GLUE_TRUST_MODULE_H_

#include <pkcs11t.h>

#include <array>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace psm {

class TrustModule {
 public:
  struct Entry {
    std::string issuer;              // DER
    std::string serial;              // DER
    std::string sha1;                // of the certificate; "": any, where `levels` only distrust
    std::array<CK_TRUST, 4> levels;  // CKT_NSS_...: TLS servers, TLS clients, e-mail, code signing
  };

  // In place of what it showed before.
  static absl::Status Show(const std::vector<Entry>& entries);
};

}  // namespace psm

#endif  // NSS_GLUE_TRUST_MODULE_H_
