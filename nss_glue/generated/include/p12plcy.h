// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <p12plcy.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_P12PLCY_H_
#define PSM_NSS_P12PLCY_H_

#include "nss_glue/shadow.h"

#include_next <p12plcy.h>
#include <secoid.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SEC_PKCS12DecryptionAllowed);
PSM_NSS_RENAMED(SEC_PKCS12EnableCipher);
PSM_NSS_RENAMED(SEC_PKCS12IsEncryptionAllowed);
PSM_NSS_END_C

#define SEC_PKCS12DecryptionAllowed psm_nss_SEC_PKCS12DecryptionAllowed
#define SEC_PKCS12EnableCipher psm_nss_SEC_PKCS12EnableCipher
#define SEC_PKCS12IsEncryptionAllowed psm_nss_SEC_PKCS12IsEncryptionAllowed

#else

extern "C" {
PSM_NSS_RAW(SEC_PKCS12DecryptionAllowed);
PSM_NSS_RAW(SEC_PKCS12EnableCipher);
PSM_NSS_RAW(SEC_PKCS12IsEncryptionAllowed);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::SEC_PKCS12SetPreferredCipher;

inline ::PRBool SEC_PKCS12DecryptionAllowed(::SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecryptionAllowed");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SEC_PKCS12DecryptionAllowed(algid);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12EnableCipher(long which, int on) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12EnableCipher");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12EnableCipher(which, on);
  gate.Leave();
  return answer;
}

inline ::PRBool SEC_PKCS12IsEncryptionAllowed() {
  ::psm::nss_call::CallGate gate("SEC_PKCS12IsEncryptionAllowed");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SEC_PKCS12IsEncryptionAllowed();
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SEC_PKCS12DecryptionAllowed);
PSM_NSS_BAN(SEC_PKCS12EnableCipher);
PSM_NSS_BAN(SEC_PKCS12IsEncryptionAllowed);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_P12PLCY_H_
