// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pkcs1sig.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PKCS1SIG_H_
#define PSM_NSS_PKCS1SIG_H_

#include "nss_glue/shadow.h"
#include <hasht.h>
#include <seccomon.h>
#include <secoidt.h>

PSM_NSS_BEGIN_C
#include_next <pkcs1sig.h>
PSM_NSS_END_C

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(_SGN_VerifyPKCS1DigestInfo);
PSM_NSS_END_C

#define _SGN_VerifyPKCS1DigestInfo psm_nss__SGN_VerifyPKCS1DigestInfo

#else

extern "C" {
PSM_NSS_RAW(_SGN_VerifyPKCS1DigestInfo);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::SECStatus _SGN_VerifyPKCS1DigestInfo(::SECOidTag digestAlg, const ::SECItem *digest, const ::SECItem *dataRecoveredFromSignature, ::PRBool unsafeAllowMissingParameters) {
  ::psm::nss_call::LookupGate gate("_SGN_VerifyPKCS1DigestInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw__SGN_VerifyPKCS1DigestInfo(digestAlg, digest, dataRecoveredFromSignature, unsafeAllowMissingParameters);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(_SGN_VerifyPKCS1DigestInfo);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_PKCS1SIG_H_
