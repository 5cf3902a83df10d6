// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secpkcs5.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECPKCS5_H_
#define PSM_NSS_SECPKCS5_H_

#include "nss_glue/shadow.h"

#include_next <secpkcs5.h>
#include <seccomon.h>
#include <secmodt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(PBE_CreateContext);
PSM_NSS_RENAMED(PBE_GenerateBits);
PSM_NSS_RENAMED(SEC_PKCS5GetCryptoAlgorithm);
PSM_NSS_RENAMED(SEC_PKCS5GetIV);
PSM_NSS_RENAMED(SEC_PKCS5GetKeyLength);
PSM_NSS_RENAMED(SEC_PKCS5GetPBEAlgorithm);
PSM_NSS_RENAMED(SEC_PKCS5IsAlgorithmPBEAlg);
PSM_NSS_END_C

#define PBE_CreateContext psm_nss_PBE_CreateContext
#define PBE_GenerateBits psm_nss_PBE_GenerateBits
#define SEC_PKCS5GetCryptoAlgorithm psm_nss_SEC_PKCS5GetCryptoAlgorithm
#define SEC_PKCS5GetIV psm_nss_SEC_PKCS5GetIV
#define SEC_PKCS5GetKeyLength psm_nss_SEC_PKCS5GetKeyLength
#define SEC_PKCS5GetPBEAlgorithm psm_nss_SEC_PKCS5GetPBEAlgorithm
#define SEC_PKCS5IsAlgorithmPBEAlg psm_nss_SEC_PKCS5IsAlgorithmPBEAlg

#else

extern "C" {
PSM_NSS_RAW(PBE_CreateContext);
PSM_NSS_RAW(PBE_GenerateBits);
PSM_NSS_RAW(SEC_PKCS5GetCryptoAlgorithm);
PSM_NSS_RAW(SEC_PKCS5GetIV);
PSM_NSS_RAW(SEC_PKCS5GetKeyLength);
PSM_NSS_RAW(SEC_PKCS5GetPBEAlgorithm);
PSM_NSS_RAW(SEC_PKCS5IsAlgorithmPBEAlg);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::PBE_DestroyContext;
using ::SEC_PKCS5IsAlgorithmPBEAlgTag;

inline ::PBEBitGenContext *PBE_CreateContext(::SECOidTag hashAlgorithm, ::PBEBitGenID bitGenPurpose, ::SECItem *pwitem, ::SECItem *salt, unsigned int bitsNeeded, unsigned int iterations) {
  ::psm::nss_call::CallGate gate("PBE_CreateContext");
  if (!gate.ok()) return nullptr;
  ::PBEBitGenContext *answer = ::psm_raw_PBE_CreateContext(hashAlgorithm, bitGenPurpose, pwitem, salt, bitsNeeded, iterations);
  gate.Leave();
  return answer;
}

inline ::SECItem *PBE_GenerateBits(::PBEBitGenContext *context) {
  ::psm::nss_call::CallGate gate("PBE_GenerateBits");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_PBE_GenerateBits(context);
  gate.Leave();
  return answer;
}

inline ::SECOidTag SEC_PKCS5GetCryptoAlgorithm(::SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetCryptoAlgorithm");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_SEC_PKCS5GetCryptoAlgorithm(algid);
  gate.Leave();
  return answer;
}

inline ::SECItem *SEC_PKCS5GetIV(::SECAlgorithmID *algid, ::SECItem *pwitem, ::PRBool faulty3DES) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetIV");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SEC_PKCS5GetIV(algid, pwitem, faulty3DES);
  gate.Leave();
  return answer;
}

inline int SEC_PKCS5GetKeyLength(::SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetKeyLength");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_SEC_PKCS5GetKeyLength(algid);
  gate.Leave();
  return answer;
}

inline ::SECOidTag SEC_PKCS5GetPBEAlgorithm(::SECOidTag algTag, int keyLen) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetPBEAlgorithm");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_SEC_PKCS5GetPBEAlgorithm(algTag, keyLen);
  gate.Leave();
  return answer;
}

inline ::PRBool SEC_PKCS5IsAlgorithmPBEAlg(::SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5IsAlgorithmPBEAlg");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SEC_PKCS5IsAlgorithmPBEAlg(algid);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(PBE_CreateContext);
PSM_NSS_BAN(PBE_GenerateBits);
PSM_NSS_BAN(SEC_PKCS5GetCryptoAlgorithm);
PSM_NSS_BAN(SEC_PKCS5GetIV);
PSM_NSS_BAN(SEC_PKCS5GetKeyLength);
PSM_NSS_BAN(SEC_PKCS5GetPBEAlgorithm);
PSM_NSS_BAN(SEC_PKCS5IsAlgorithmPBEAlg);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECPKCS5_H_
