// The certificates that somebody still holds, ours or not, as NSS's own cache dump names them.
//
// Why: NSS_Shutdown with a certificate out fails and NSS can never be initialised again in the
// process. NSS offers no call that lists them except nss_DumpCertificateCacheInfo, which prints to
// stdout. This captures what the calling thread prints while it runs; what other threads print
// meanwhile goes where it always went. LeakSanitizer does not see a leaked certificate, since NSS's
// tables still reach it.
//
// Thread rule: the owner only, inside a GateOwnerScope with NSS up.
// How it fails: an empty list if the C library refuses a stream; then NSS_Shutdown's own answer
// decides.

#ifndef NSS_GLUE_CERTIFICATE_CENSUS_H_
#define NSS_GLUE_CERTIFICATE_CENSUS_H_

#include <string>
#include <vector>

namespace psm {

struct HeldCertificate {
  int references;
  std::string subject;
};

std::vector<HeldCertificate> HeldCertificates();

}  // namespace psm

#endif  // NSS_GLUE_CERTIFICATE_CENSUS_H_
