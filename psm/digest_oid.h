// NSS's names of the digests.

#ifndef PSM_DIGEST_OID_H_
#define PSM_DIGEST_OID_H_

#include "nss_glue/nss.h"
#include "psm/digest.h"

namespace psm {

inline SECOidTag DigestOid(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::kSha1:
      return SEC_OID_SHA1;
    case DigestAlgorithm::kSha256:
      return SEC_OID_SHA256;
    case DigestAlgorithm::kSha384:
      return SEC_OID_SHA384;
    case DigestAlgorithm::kSha512:
      return SEC_OID_SHA512;
  }
  return SEC_OID_UNKNOWN;
}

}  // namespace psm

#endif  // PSM_DIGEST_OID_H_
