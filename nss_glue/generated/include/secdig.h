// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secdig.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECDIG_H_
#define PSM_NSS_SECDIG_H_

#include "nss_glue/shadow.h"

#include_next <secdig.h>
#include <secdigt.h>
#include <seccomon.h>
#include <secdert.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SGN_CreateDigestInfo);
PSM_NSS_END_C

#define SGN_CreateDigestInfo psm_nss_SGN_CreateDigestInfo

#else

extern "C" {
PSM_NSS_RAW(SGN_CreateDigestInfo);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::NSS_Get_sgn_DigestInfoTemplate;
using ::SGN_CompareDigestInfo;
using ::SGN_CopyDigestInfo;
using ::SGN_DecodeDigestInfo;
using ::SGN_DestroyDigestInfo;

inline ::SGNDigestInfo *SGN_CreateDigestInfo(::SECOidTag algorithm, const unsigned char *sig, unsigned int sigLen) {
  ::psm::nss_call::LookupGate gate("SGN_CreateDigestInfo");
  if (!gate.ok()) return nullptr;
  ::SGNDigestInfo *answer = ::psm_raw_SGN_CreateDigestInfo(algorithm, sig, sigLen);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SGN_CreateDigestInfo);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECDIG_H_
