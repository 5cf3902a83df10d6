// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pk11pqg.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PK11PQG_H_
#define PSM_NSS_PK11PQG_H_

#include "nss_glue/shadow.h"

#include_next <pk11pqg.h>
#include <blapit.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(PK11_PQG_GetBaseFromParams);
PSM_NSS_RENAMED(PK11_PQG_GetCounterFromVerify);
PSM_NSS_RENAMED(PK11_PQG_GetHFromVerify);
PSM_NSS_RENAMED(PK11_PQG_GetPrimeFromParams);
PSM_NSS_RENAMED(PK11_PQG_GetSeedFromVerify);
PSM_NSS_RENAMED(PK11_PQG_GetSubPrimeFromParams);
PSM_NSS_RENAMED(PK11_PQG_NewParams);
PSM_NSS_RENAMED(PK11_PQG_NewVerify);
PSM_NSS_RENAMED(PK11_PQG_ParamGen);
PSM_NSS_RENAMED(PK11_PQG_ParamGenSeedLen);
PSM_NSS_RENAMED(PK11_PQG_ParamGenV2);
PSM_NSS_RENAMED(PK11_PQG_VerifyParams);
PSM_NSS_END_C

#define PK11_PQG_GetBaseFromParams psm_nss_PK11_PQG_GetBaseFromParams
#define PK11_PQG_GetCounterFromVerify psm_nss_PK11_PQG_GetCounterFromVerify
#define PK11_PQG_GetHFromVerify psm_nss_PK11_PQG_GetHFromVerify
#define PK11_PQG_GetPrimeFromParams psm_nss_PK11_PQG_GetPrimeFromParams
#define PK11_PQG_GetSeedFromVerify psm_nss_PK11_PQG_GetSeedFromVerify
#define PK11_PQG_GetSubPrimeFromParams psm_nss_PK11_PQG_GetSubPrimeFromParams
#define PK11_PQG_NewParams psm_nss_PK11_PQG_NewParams
#define PK11_PQG_NewVerify psm_nss_PK11_PQG_NewVerify
#define PK11_PQG_ParamGen psm_nss_PK11_PQG_ParamGen
#define PK11_PQG_ParamGenSeedLen psm_nss_PK11_PQG_ParamGenSeedLen
#define PK11_PQG_ParamGenV2 psm_nss_PK11_PQG_ParamGenV2
#define PK11_PQG_VerifyParams psm_nss_PK11_PQG_VerifyParams

#else

extern "C" {
PSM_NSS_RAW(PK11_PQG_GetBaseFromParams);
PSM_NSS_RAW(PK11_PQG_GetCounterFromVerify);
PSM_NSS_RAW(PK11_PQG_GetHFromVerify);
PSM_NSS_RAW(PK11_PQG_GetPrimeFromParams);
PSM_NSS_RAW(PK11_PQG_GetSeedFromVerify);
PSM_NSS_RAW(PK11_PQG_GetSubPrimeFromParams);
PSM_NSS_RAW(PK11_PQG_NewParams);
PSM_NSS_RAW(PK11_PQG_NewVerify);
PSM_NSS_RAW(PK11_PQG_ParamGen);
PSM_NSS_RAW(PK11_PQG_ParamGenSeedLen);
PSM_NSS_RAW(PK11_PQG_ParamGenV2);
PSM_NSS_RAW(PK11_PQG_VerifyParams);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::PK11_PQG_DestroyParams;
using ::PK11_PQG_DestroyVerify;

inline ::SECStatus PK11_PQG_GetBaseFromParams(const ::PQGParams *params, ::SECItem *base) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetBaseFromParams");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_GetBaseFromParams(params, base);
  gate.Leave();
  return answer;
}

inline unsigned int PK11_PQG_GetCounterFromVerify(const ::PQGVerify *verify) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetCounterFromVerify");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_PK11_PQG_GetCounterFromVerify(verify);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_GetHFromVerify(const ::PQGVerify *verify, ::SECItem *h) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetHFromVerify");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_GetHFromVerify(verify, h);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_GetPrimeFromParams(const ::PQGParams *params, ::SECItem *prime) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetPrimeFromParams");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_GetPrimeFromParams(params, prime);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_GetSeedFromVerify(const ::PQGVerify *verify, ::SECItem *seed) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetSeedFromVerify");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_GetSeedFromVerify(verify, seed);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_GetSubPrimeFromParams(const ::PQGParams *params, ::SECItem *subPrime) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetSubPrimeFromParams");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_GetSubPrimeFromParams(params, subPrime);
  gate.Leave();
  return answer;
}

inline ::PQGParams *PK11_PQG_NewParams(const ::SECItem *prime, const ::SECItem *subPrime, const ::SECItem *base) {
  ::psm::nss_call::CallGate gate("PK11_PQG_NewParams");
  if (!gate.ok()) return nullptr;
  ::PQGParams *answer = ::psm_raw_PK11_PQG_NewParams(prime, subPrime, base);
  gate.Leave();
  return answer;
}

inline ::PQGVerify *PK11_PQG_NewVerify(unsigned int counter, const ::SECItem *seed, const ::SECItem *h) {
  ::psm::nss_call::CallGate gate("PK11_PQG_NewVerify");
  if (!gate.ok()) return nullptr;
  ::PQGVerify *answer = ::psm_raw_PK11_PQG_NewVerify(counter, seed, h);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_ParamGen(unsigned int j, ::PQGParams **pParams, ::PQGVerify **pVfy) {
  ::psm::nss_call::CallGate gate("PK11_PQG_ParamGen");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_ParamGen(j, pParams, pVfy);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_ParamGenSeedLen(unsigned int j, unsigned int seedBytes, ::PQGParams **pParams, ::PQGVerify **pVfy) {
  ::psm::nss_call::CallGate gate("PK11_PQG_ParamGenSeedLen");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_ParamGenSeedLen(j, seedBytes, pParams, pVfy);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_ParamGenV2(unsigned int arg0, unsigned int arg1, unsigned int seedBytes, ::PQGParams **pParams, ::PQGVerify **pVfy) {
  ::psm::nss_call::CallGate gate("PK11_PQG_ParamGenV2");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_ParamGenV2(arg0, arg1, seedBytes, pParams, pVfy);
  gate.Leave();
  return answer;
}

inline ::SECStatus PK11_PQG_VerifyParams(const ::PQGParams *params, const ::PQGVerify *vfy, ::SECStatus *result) {
  ::psm::nss_call::CallGate gate("PK11_PQG_VerifyParams");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_PK11_PQG_VerifyParams(params, vfy, result);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(PK11_PQG_GetBaseFromParams);
PSM_NSS_BAN(PK11_PQG_GetCounterFromVerify);
PSM_NSS_BAN(PK11_PQG_GetHFromVerify);
PSM_NSS_BAN(PK11_PQG_GetPrimeFromParams);
PSM_NSS_BAN(PK11_PQG_GetSeedFromVerify);
PSM_NSS_BAN(PK11_PQG_GetSubPrimeFromParams);
PSM_NSS_BAN(PK11_PQG_NewParams);
PSM_NSS_BAN(PK11_PQG_NewVerify);
PSM_NSS_BAN(PK11_PQG_ParamGen);
PSM_NSS_BAN(PK11_PQG_ParamGenSeedLen);
PSM_NSS_BAN(PK11_PQG_ParamGenV2);
PSM_NSS_BAN(PK11_PQG_VerifyParams);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_PK11PQG_H_
