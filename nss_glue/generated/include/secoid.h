// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secoid.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECOID_H_
#define PSM_NSS_SECOID_H_

#include "nss_glue/shadow.h"

#include_next <secoid.h>
#include <seccomon.h>
#include <secoidt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(NSS_GetAlgorithmPolicy);
PSM_NSS_RENAMED(NSS_SetAlgorithmPolicy);
PSM_NSS_RENAMED(SECOID_AddEntry);
PSM_NSS_RENAMED(SECOID_FindOID);
PSM_NSS_RENAMED(SECOID_FindOIDByMechanism);
PSM_NSS_RENAMED(SECOID_FindOIDByTag);
PSM_NSS_RENAMED(SECOID_FindOIDTag);
PSM_NSS_RENAMED(SECOID_FindOIDTagDescription);
PSM_NSS_RENAMED(SECOID_GetAlgorithmTag);
PSM_NSS_RENAMED(SECOID_KnownCertExtenOID);
PSM_NSS_RENAMED(SECOID_SetAlgorithmID);
#ifdef PSM_NSS_STANDALONE
PSM_NSS_RENAMED(SECOID_Init);
PSM_NSS_RENAMED(SECOID_Shutdown);
PSM_NSS_RENAMED(UTIL_SetForkState);
#else
PSM_NSS_BAN_LIFE(SECOID_Init);
PSM_NSS_BAN_LIFE(SECOID_Shutdown);
PSM_NSS_BAN_LIFE(UTIL_SetForkState);
#endif
PSM_NSS_END_C

#define NSS_GetAlgorithmPolicy psm_nss_NSS_GetAlgorithmPolicy
#define NSS_SetAlgorithmPolicy psm_nss_NSS_SetAlgorithmPolicy
#define SECOID_AddEntry psm_nss_SECOID_AddEntry
#define SECOID_FindOID psm_nss_SECOID_FindOID
#define SECOID_FindOIDByMechanism psm_nss_SECOID_FindOIDByMechanism
#define SECOID_FindOIDByTag psm_nss_SECOID_FindOIDByTag
#define SECOID_FindOIDTag psm_nss_SECOID_FindOIDTag
#define SECOID_FindOIDTagDescription psm_nss_SECOID_FindOIDTagDescription
#define SECOID_GetAlgorithmTag psm_nss_SECOID_GetAlgorithmTag
#define SECOID_KnownCertExtenOID psm_nss_SECOID_KnownCertExtenOID
#define SECOID_SetAlgorithmID psm_nss_SECOID_SetAlgorithmID
#ifdef PSM_NSS_STANDALONE
#define SECOID_Init psm_nss_SECOID_Init
#define SECOID_Shutdown psm_nss_SECOID_Shutdown
#define UTIL_SetForkState psm_nss_UTIL_SetForkState
#endif

#else

extern "C" {
PSM_NSS_RAW(NSS_GetAlgorithmPolicy);
PSM_NSS_RAW(NSS_SetAlgorithmPolicy);
PSM_NSS_RAW(SECOID_AddEntry);
PSM_NSS_RAW(SECOID_FindOID);
PSM_NSS_RAW(SECOID_FindOIDByMechanism);
PSM_NSS_RAW(SECOID_FindOIDByTag);
PSM_NSS_RAW(SECOID_FindOIDTag);
PSM_NSS_RAW(SECOID_FindOIDTagDescription);
PSM_NSS_RAW(SECOID_GetAlgorithmTag);
PSM_NSS_RAW(SECOID_Init);
PSM_NSS_SPECIAL(SECOID_Init);
PSM_NSS_RAW(SECOID_KnownCertExtenOID);
PSM_NSS_RAW(SECOID_SetAlgorithmID);
PSM_NSS_RAW(SECOID_Shutdown);
PSM_NSS_SPECIAL(SECOID_Shutdown);
PSM_NSS_RAW(UTIL_SetForkState);
PSM_NSS_SPECIAL(UTIL_SetForkState);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::NSS_Get_SECOID_AlgorithmIDTemplate;
using ::NSS_IsPolicyLocked;
using ::NSS_LockPolicy;
using ::SECOID_CompareAlgorithmID;
using ::SECOID_CopyAlgorithmID;
using ::SECOID_DestroyAlgorithmID;
using ::SEC_StringToOID;

inline ::SECStatus NSS_GetAlgorithmPolicy(::SECOidTag tag, ::PRUint32 *pValue) {
  ::psm::nss_call::LookupGate gate("NSS_GetAlgorithmPolicy");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_GetAlgorithmPolicy(tag, pValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_SetAlgorithmPolicy(::SECOidTag tag, ::PRUint32 setBits, ::PRUint32 clearBits) {
  ::psm::nss_call::LookupGate gate("NSS_SetAlgorithmPolicy");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SetAlgorithmPolicy(tag, setBits, clearBits);
  gate.Leave();
  return answer;
}

inline ::SECOidTag SECOID_AddEntry(const ::SECOidData *src) {
  ::psm::nss_call::LookupGate gate("SECOID_AddEntry");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_SECOID_AddEntry(src);
  gate.Leave();
  return answer;
}

inline ::SECOidData *SECOID_FindOID(const ::SECItem *oid) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOID");
  if (!gate.ok()) return nullptr;
  ::SECOidData *answer = ::psm_raw_SECOID_FindOID(oid);
  gate.Leave();
  return answer;
}

inline ::SECOidData *SECOID_FindOIDByMechanism(unsigned long mechanism) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDByMechanism");
  if (!gate.ok()) return nullptr;
  ::SECOidData *answer = ::psm_raw_SECOID_FindOIDByMechanism(mechanism);
  gate.Leave();
  return answer;
}

inline ::SECOidData *SECOID_FindOIDByTag(::SECOidTag tagnum) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDByTag");
  if (!gate.ok()) return nullptr;
  ::SECOidData *answer = ::psm_raw_SECOID_FindOIDByTag(tagnum);
  gate.Leave();
  return answer;
}

inline ::SECOidTag SECOID_FindOIDTag(const ::SECItem *oid) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_SECOID_FindOIDTag(oid);
  gate.Leave();
  return answer;
}

inline const char *SECOID_FindOIDTagDescription(::SECOidTag tagnum) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDTagDescription");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_SECOID_FindOIDTagDescription(tagnum);
  gate.Leave();
  return answer;
}

inline ::SECOidTag SECOID_GetAlgorithmTag(const ::SECAlgorithmID *aid) {
  ::psm::nss_call::LookupGate gate("SECOID_GetAlgorithmTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_SECOID_GetAlgorithmTag(aid);
  gate.Leave();
  return answer;
}

inline ::PRBool SECOID_KnownCertExtenOID(::SECItem *extenOid) {
  ::psm::nss_call::LookupGate gate("SECOID_KnownCertExtenOID");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SECOID_KnownCertExtenOID(extenOid);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECOID_SetAlgorithmID(::PLArenaPool *arena, ::SECAlgorithmID *aid, ::SECOidTag tag, ::SECItem *params) {
  ::psm::nss_call::LookupGate gate("SECOID_SetAlgorithmID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECOID_SetAlgorithmID(arena, aid, tag, params);
  gate.Leave();
  return answer;
}

#ifdef PSM_NSS_STANDALONE

inline ::SECStatus SECOID_Init() {
  return ::psm_special_SECOID_Init();
}

inline ::SECStatus SECOID_Shutdown() {
  return ::psm_special_SECOID_Shutdown();
}

inline void UTIL_SetForkState(::PRBool forked) {
  ::psm_special_UTIL_SetForkState(forked);
}

#endif  // PSM_NSS_STANDALONE

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(NSS_GetAlgorithmPolicy);
PSM_NSS_BAN(NSS_SetAlgorithmPolicy);
PSM_NSS_BAN(SECOID_AddEntry);
PSM_NSS_BAN(SECOID_FindOID);
PSM_NSS_BAN(SECOID_FindOIDByMechanism);
PSM_NSS_BAN(SECOID_FindOIDByTag);
PSM_NSS_BAN(SECOID_FindOIDTag);
PSM_NSS_BAN(SECOID_FindOIDTagDescription);
PSM_NSS_BAN(SECOID_GetAlgorithmTag);
PSM_NSS_BAN_LIFE(SECOID_Init);
PSM_NSS_BAN(SECOID_KnownCertExtenOID);
PSM_NSS_BAN(SECOID_SetAlgorithmID);
PSM_NSS_BAN_LIFE(SECOID_Shutdown);
PSM_NSS_BAN_LIFE(UTIL_SetForkState);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECOID_H_
