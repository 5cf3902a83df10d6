// Trust in certificates that are in no profile. CERT_ChangeCertTrust keeps it in memory, by the
// certificate, for as long as somebody holds that: a CA that a host trusted for one session would
// be trusted under the next profile, too. cache_specials.cc notes such certificates; the owner
// takes the trust away at each change of profile.
//
// Thread rule: the owner, while the gate is drained and the profile is still open.
// How it fails: it does not; a certificate that nobody holds any more has no trust.

#ifndef NSS_GLUE_MEMORY_TRUST_H_
#define NSS_GLUE_MEMORY_TRUST_H_

#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

class MemoryTrust {
 public:
  static void Purge();
  // For cache_specials.cc: trust was given to this certificate, which no token has.
  PSM_EXPORT static void Note(absl::string_view der);
};

}  // namespace psm

#endif  // NSS_GLUE_MEMORY_TRUST_H_
