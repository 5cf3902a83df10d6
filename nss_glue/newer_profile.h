// What a newer NSS has written into a profile that the NSS in use cannot read, and what is done
// about it while the profile is open.
//
//   written by   what                                      here
//   NSS 3.114    trust as PKCS#11 3.2 stores it            shown to NSS in the form that it knows
//                (CKO_TRUST)                               (nss_glue/trust_module.h): trusted and
//                                                          distrusted as by the newer NSS
//   NSS 3.118    passwords hashed with SHA-384, known      no log-in is tried, and no password
//                by their salt of 48 bytes                 asked for: NSS would call the right one
//                                                          wrong
//
// The trust is that of the moment when the profile was opened; the certificates concerned cannot be
// changed here (psm/certificate_database.h). It counts as it does in a newer NSS that is not logged
// in, which does not check its signatures either. Trust in a certificate that is not in the profile
// is left out, for want of the SHA-1 digest by which an older NSS knows it; distrust is not.
//
//   DatabaseWrite::Attach(...); NewerProfile::Attach(facts);  ...  NewerProfile::Detach();
//
// Where the NSS in use reads it all by itself, nothing of this runs.
//
// Thread rule: Attach and Detach by the owner, while the gate is drained; CheckLogIn inside the
// gate.
// How it fails: Attach, with NSS's error. The profile must not be used then: what is distrusted in
// it would be trusted.
// Sources: Bugzilla 1965328 (trust), 1990242 (passwords).

#ifndef NSS_GLUE_NEWER_PROFILE_H_
#define NSS_GLUE_NEWER_PROFILE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "nss_glue/database_check.h"

namespace psm {

class NewerProfile {
 public:
  // What the NSS in use cannot read, for people. Empty: it reads everything.
  static std::vector<std::string> Unreadable(const ProfileFacts& facts);

  // NSS has the profile open.
  static absl::Status Attach(const ProfileFacts& facts);
  // NSS has closed it.
  static void Detach();

  // FailedPrecondition: no password can be right for this NSS.
  static absl::Status CheckLogIn(absl::string_view operation);
};

}  // namespace psm

#endif  // NSS_GLUE_NEWER_PROFILE_H_
