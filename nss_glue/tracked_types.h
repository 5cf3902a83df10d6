// What Tracked<T> (shutdown/tracked.h) needs to know of each NSS type: its name in reports and its
// release.

#ifndef NSS_GLUE_TRACKED_TYPES_H_
#define NSS_GLUE_TRACKED_TYPES_H_

#include "nss_glue/nss.h"
#include "shutdown/tracked.h"

#define PSM_TRACKED_TYPE(type, release)                    \
  template <>                                              \
  struct TrackedTraits<type> {                             \
    static constexpr char kType[] = #type;                 \
    static void Release(type* object) { release(object); } \
  }

namespace psm {

PSM_TRACKED_TYPE(CERTCertificate, nss::CERT_DestroyCertificate);
PSM_TRACKED_TYPE(SECKEYPrivateKey, nss::SECKEY_DestroyPrivateKey);
PSM_TRACKED_TYPE(SECKEYPublicKey, nss::SECKEY_DestroyPublicKey);
PSM_TRACKED_TYPE(PK11SymKey, nss::PK11_FreeSymKey);
PSM_TRACKED_TYPE(PK11SlotInfo, nss::PK11_FreeSlot);
PSM_TRACKED_TYPE(PK11Context, nss::DestroyContext);

}  // namespace psm

#undef PSM_TRACKED_TYPE

#endif  // NSS_GLUE_TRACKED_TYPES_H_
