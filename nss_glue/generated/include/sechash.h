// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <sechash.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECHASH_H_
#define PSM_NSS_SECHASH_H_

#include "nss_glue/shadow.h"

#include_next <sechash.h>
#include <seccomon.h>
#include <secoidt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(HASH_Begin);
PSM_NSS_RENAMED(HASH_Clone);
PSM_NSS_RENAMED(HASH_Create);
PSM_NSS_RENAMED(HASH_Destroy);
PSM_NSS_RENAMED(HASH_End);
PSM_NSS_RENAMED(HASH_GetHashObject);
PSM_NSS_RENAMED(HASH_GetHashObjectByOidTag);
PSM_NSS_RENAMED(HASH_GetType);
PSM_NSS_RENAMED(HASH_HashBuf);
PSM_NSS_RENAMED(HASH_ResultLenContext);
PSM_NSS_RENAMED(HASH_Update);
PSM_NSS_END_C

#define HASH_Begin psm_nss_HASH_Begin
#define HASH_Clone psm_nss_HASH_Clone
#define HASH_Create psm_nss_HASH_Create
#define HASH_Destroy psm_nss_HASH_Destroy
#define HASH_End psm_nss_HASH_End
#define HASH_GetHashObject psm_nss_HASH_GetHashObject
#define HASH_GetHashObjectByOidTag psm_nss_HASH_GetHashObjectByOidTag
#define HASH_GetType psm_nss_HASH_GetType
#define HASH_HashBuf psm_nss_HASH_HashBuf
#define HASH_ResultLenContext psm_nss_HASH_ResultLenContext
#define HASH_Update psm_nss_HASH_Update

#else

extern "C" {
PSM_NSS_RAW(HASH_Begin);
PSM_NSS_RAW(HASH_Clone);
PSM_NSS_RAW(HASH_Create);
PSM_NSS_RAW(HASH_Destroy);
PSM_NSS_RAW(HASH_End);
PSM_NSS_RAW(HASH_GetHashObject);
PSM_NSS_SPECIAL(HASH_GetHashObject);
PSM_NSS_RAW(HASH_GetHashObjectByOidTag);
PSM_NSS_SPECIAL(HASH_GetHashObjectByOidTag);
PSM_NSS_RAW(HASH_GetType);
PSM_NSS_RAW(HASH_HashBuf);
PSM_NSS_RAW(HASH_ResultLenContext);
PSM_NSS_RAW(HASH_Update);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::HASH_GetHMACOidTagByHashOidTag;
using ::HASH_GetHashOidTagByHashType;
using ::HASH_GetHashTypeByOidTag;
using ::HASH_ResultLen;
using ::HASH_ResultLenByOidTag;

[[nodiscard]] inline bool HASH_Begin(::HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_Begin");
  if (!gate.ok()) return false;
  ::psm_raw_HASH_Begin(context);
  gate.Leave();
  return true;
}

inline ::HASHContext *HASH_Clone(::HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_Clone");
  if (!gate.ok()) return nullptr;
  ::HASHContext *answer = ::psm_raw_HASH_Clone(context);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kHashContext, answer);
  gate.Leave();
  return answer;
}

inline ::HASHContext *HASH_Create(::HASH_HashType type) {
  ::psm::nss_call::CallGate gate("HASH_Create");
  if (!gate.ok()) return nullptr;
  ::HASHContext *answer = ::psm_raw_HASH_Create(type);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kHashContext, answer);
  gate.Leave();
  return answer;
}

inline void HASH_Destroy(::HASHContext *context) {
  ::psm::nss_call::ReleaseGate gate("HASH_Destroy");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kHashContext, context);
  ::psm_raw_HASH_Destroy(context);
  gate.Leave();
}

[[nodiscard]] inline bool HASH_End(::HASHContext *context, unsigned char *result, unsigned int *result_len, unsigned int max_result_len) {
  ::psm::nss_call::CallGate gate("HASH_End");
  if (!gate.ok()) return false;
  ::psm_raw_HASH_End(context, result, result_len, max_result_len);
  gate.Leave();
  return true;
}

inline const ::SECHashObject *HASH_GetHashObject(::HASH_HashType type) {
  ::psm::nss_call::CallGate gate("HASH_GetHashObject");
  if (!gate.ok()) return nullptr;
  const ::SECHashObject *answer = ::psm_special_HASH_GetHashObject(type);
  gate.Leave();
  return answer;
}

inline const ::SECHashObject *HASH_GetHashObjectByOidTag(::SECOidTag hashOid) {
  ::psm::nss_call::CallGate gate("HASH_GetHashObjectByOidTag");
  if (!gate.ok()) return nullptr;
  const ::SECHashObject *answer = ::psm_special_HASH_GetHashObjectByOidTag(hashOid);
  gate.Leave();
  return answer;
}

inline ::HASH_HashType HASH_GetType(::HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_GetType");
  if (!gate.ok()) return HASH_AlgNULL;
  ::HASH_HashType answer = ::psm_raw_HASH_GetType(context);
  gate.Leave();
  return answer;
}

inline ::SECStatus HASH_HashBuf(::HASH_HashType type, unsigned char *dest, const unsigned char *src, ::PRUint32 src_len) {
  ::psm::nss_call::CallGate gate("HASH_HashBuf");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_HASH_HashBuf(type, dest, src, src_len);
  gate.Leave();
  return answer;
}

inline unsigned int HASH_ResultLenContext(::HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_ResultLenContext");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_HASH_ResultLenContext(context);
  gate.Leave();
  return answer;
}

[[nodiscard]] inline bool HASH_Update(::HASHContext *context, const unsigned char *src, unsigned int len) {
  ::psm::nss_call::CallGate gate("HASH_Update");
  if (!gate.ok()) return false;
  ::psm_raw_HASH_Update(context, src, len);
  gate.Leave();
  return true;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(HASH_Begin);
PSM_NSS_BAN(HASH_Clone);
PSM_NSS_BAN(HASH_Create);
PSM_NSS_BAN(HASH_Destroy);
PSM_NSS_BAN(HASH_End);
PSM_NSS_BAN(HASH_GetHashObject);
PSM_NSS_BAN(HASH_GetHashObjectByOidTag);
PSM_NSS_BAN(HASH_GetType);
PSM_NSS_BAN(HASH_HashBuf);
PSM_NSS_BAN(HASH_ResultLenContext);
PSM_NSS_BAN(HASH_Update);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECHASH_H_
