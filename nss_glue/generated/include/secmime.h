// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secmime.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECMIME_H_
#define PSM_NSS_SECMIME_H_

#include "nss_glue/shadow.h"

#include_next <secmime.h>
#include <secpkcs7.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SECMIME_DecryptionAllowed);
PSM_NSS_END_C

#define SECMIME_DecryptionAllowed psm_nss_SECMIME_DecryptionAllowed

#else

extern "C" {
PSM_NSS_RAW(SECMIME_DecryptionAllowed);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::PRBool SECMIME_DecryptionAllowed(::SECAlgorithmID *algid, ::PK11SymKey *key) {
  ::psm::nss_call::CallGate gate("SECMIME_DecryptionAllowed");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SECMIME_DecryptionAllowed(algid, key);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SECMIME_DecryptionAllowed);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECMIME_H_
