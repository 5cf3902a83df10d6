// What NSS's CRL cache would carry from one profile into the next. The cache belongs to the
// process and goes by the issuer; a slot that is closed leaves it as it was. So a certificate
// that one profile's CRL revokes would be judged by the next profile's lack of one, and the other
// way round:
//
//   profile  has a CRL    without this
//   R2       no
//   R1       yes          what it revokes is accepted, since R2 had none
//   R2       no           what R1's CRL revokes is refused
//
//   when                     call
//   opened, NSS was up       Refresh: every issuer of a CRL in this or in an earlier profile is
//   read
//                            again (30 us, and 0.6 ms at 5,000 certificates)
//   closed, NSS stays up     Note: the issuers of CRLs that this profile has
//   either way               UncacheApplications
//   NSS went down            Forget
//
// CRLs that the application gave to CERT_CacheCRL are taken out (cache_specials.cc notes them): the
// application gives them again under the next profile if they are to count there.
//
// Thread rule: the owner, while the gate is drained.
// How it fails: NSS's error; the cache may be stale then, and the profile must not be used.
// Sources: NSS lib/certdb/crl.c.

#ifndef NSS_GLUE_CRL_CACHE_H_
#define NSS_GLUE_CRL_CACHE_H_

#include <set>
#include <string>

#include "absl/status/status.h"
#include "shutdown/export.h"

struct SECItemStr;

namespace psm {

class CrlCache {
 public:
  // For cache_specials.cc. NSS keeps what CERT_CacheCRL is given, and goes by its address; an
  // application that is refused CERT_UncacheCRL while the profile changes may free it all the
  // same. So NSS is given a copy, kept by the application's address. Take: null if there is none.
  PSM_EXPORT static void Keep(const SECItemStr* crl, SECItemStr* copy);
  PSM_EXPORT static SECItemStr* Take(const SECItemStr* crl);

  [[nodiscard]] absl::Status Note();
  [[nodiscard]] absl::Status Refresh();
  void Forget() { issuers_.clear(); }

  static void UncacheApplications();

 private:
  std::set<std::string> issuers_;  // DER
};

}  // namespace psm

#endif  // NSS_GLUE_CRL_CACHE_H_
