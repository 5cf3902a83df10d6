// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pk11sdr.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PK11SDR_H_
#define PSM_NSS_PK11SDR_H_

#include "nss_glue/shadow.h"

#include_next <pk11sdr.h>
#include <seccomon.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(PK11SDR_Decrypt);
PSM_NSS_RENAMED(PK11SDR_Encrypt);
PSM_NSS_END_C

#define PK11SDR_Decrypt psm_nss_PK11SDR_Decrypt
#define PK11SDR_Encrypt psm_nss_PK11SDR_Encrypt

#else

extern "C" {
PSM_NSS_RAW(PK11SDR_Decrypt);
PSM_NSS_RAW(PK11SDR_Encrypt);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::SECStatus PK11SDR_Decrypt(::SECItem *data, ::SECItem *result, void *cx) {
  ::psm::nss_call::CallGate gate("PK11SDR_Decrypt");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11SDR_Decrypt(data, result, cx);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11SDR_Encrypt(::SECItem *keyid, ::SECItem *data, ::SECItem *result, void *cx) {
  ::psm::nss_call::CallGate gate("PK11SDR_Encrypt");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11SDR_Encrypt(keyid, data, result, cx);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(PK11SDR_Decrypt);
PSM_NSS_BAN(PK11SDR_Encrypt);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_PK11SDR_H_
