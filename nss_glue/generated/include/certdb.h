// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <certdb.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CERTDB_H_
#define PSM_NSS_CERTDB_H_

#include "nss_glue/shadow.h"
#include <cert.h>

#include_next <certdb.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SEC_CertNicknameConflict);
PSM_NSS_RENAMED(SEC_CheckCrlTimes);
PSM_NSS_RENAMED(SEC_DeletePermCRL);
PSM_NSS_RENAMED(SEC_DeletePermCertificate);
PSM_NSS_RENAMED(SEC_DestroyCrl);
PSM_NSS_RENAMED(SEC_DupCrl);
PSM_NSS_RENAMED(SEC_FindCrlByDERCert);
PSM_NSS_RENAMED(SEC_FindCrlByName);
PSM_NSS_RENAMED(SEC_GetCrlTimes);
PSM_NSS_RENAMED(SEC_LookupCrls);
PSM_NSS_RENAMED(SEC_NewCrl);
PSM_NSS_END_C

#define SEC_CertNicknameConflict psm_nss_SEC_CertNicknameConflict
#define SEC_CheckCrlTimes psm_nss_SEC_CheckCrlTimes
#define SEC_DeletePermCRL psm_nss_SEC_DeletePermCRL
#define SEC_DeletePermCertificate psm_nss_SEC_DeletePermCertificate
#define SEC_DestroyCrl psm_nss_SEC_DestroyCrl
#define SEC_DupCrl psm_nss_SEC_DupCrl
#define SEC_FindCrlByDERCert psm_nss_SEC_FindCrlByDERCert
#define SEC_FindCrlByName psm_nss_SEC_FindCrlByName
#define SEC_GetCrlTimes psm_nss_SEC_GetCrlTimes
#define SEC_LookupCrls psm_nss_SEC_LookupCrls
#define SEC_NewCrl psm_nss_SEC_NewCrl

#else

extern "C" {
PSM_NSS_RAW(SEC_CertNicknameConflict);
PSM_NSS_RAW(SEC_CheckCrlTimes);
PSM_NSS_RAW(SEC_DeletePermCRL);
PSM_NSS_RAW(SEC_DeletePermCertificate);
PSM_NSS_RAW(SEC_DestroyCrl);
PSM_NSS_SPECIAL(SEC_DestroyCrl);
PSM_NSS_RAW(SEC_DupCrl);
PSM_NSS_SPECIAL(SEC_DupCrl);
PSM_NSS_RAW(SEC_FindCrlByDERCert);
PSM_NSS_SPECIAL(SEC_FindCrlByDERCert);
PSM_NSS_RAW(SEC_FindCrlByName);
PSM_NSS_SPECIAL(SEC_FindCrlByName);
PSM_NSS_RAW(SEC_GetCrlTimes);
PSM_NSS_RAW(SEC_LookupCrls);
PSM_NSS_RAW(SEC_NewCrl);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::psm::Checked<::PRBool> SEC_CertNicknameConflict(const char *nickname, const ::SECItem *derSubject, ::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("SEC_CertNicknameConflict");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SEC_CertNicknameConflict(nickname, derSubject, handle);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::psm::Checked<::SECCertTimeValidity> SEC_CheckCrlTimes(::CERTCrl *crl, ::PRTime t) {
  ::psm::nss_call::CallGate gate("SEC_CheckCrlTimes");
  if (!gate.ok()) return ::psm::Checked<::SECCertTimeValidity>();
  ::SECCertTimeValidity answer = ::psm_raw_SEC_CheckCrlTimes(crl, t);
  gate.Leave();
  return ::psm::Checked<::SECCertTimeValidity>(answer);
}

inline ::SECStatus SEC_DeletePermCRL(::CERTSignedCrl *crl) {
  ::psm::nss_call::CallGate gate("SEC_DeletePermCRL");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_DeletePermCRL(crl);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_DeletePermCertificate(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("SEC_DeletePermCertificate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_DeletePermCertificate(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_DestroyCrl(::CERTSignedCrl *crl) {
  ::psm::nss_call::ReleaseGate gate("SEC_DestroyCrl");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SEC_DestroyCrl(crl);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *SEC_DupCrl(::CERTSignedCrl *acrl) {
  ::psm::nss_call::CallGate gate("SEC_DupCrl");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_special_SEC_DupCrl(acrl);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *SEC_FindCrlByDERCert(::CERTCertDBHandle *handle, ::SECItem *derCrl, int type) {
  ::psm::nss_call::CallGate gate("SEC_FindCrlByDERCert");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_special_SEC_FindCrlByDERCert(handle, derCrl, type);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *SEC_FindCrlByName(::CERTCertDBHandle *handle, ::SECItem *crlKey, int type) {
  ::psm::nss_call::CallGate gate("SEC_FindCrlByName");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_special_SEC_FindCrlByName(handle, crlKey, type);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_GetCrlTimes(::CERTCrl *crl, ::PRTime *notBefore, ::PRTime *notAfter) {
  ::psm::nss_call::CallGate gate("SEC_GetCrlTimes");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_GetCrlTimes(crl, notBefore, notAfter);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_LookupCrls(::CERTCertDBHandle *handle, ::CERTCrlHeadNode **nodes, int type) {
  ::psm::nss_call::CallGate gate("SEC_LookupCrls");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_LookupCrls(handle, nodes, type);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *SEC_NewCrl(::CERTCertDBHandle *handle, char *url, ::SECItem *derCrl, int type) {
  ::psm::nss_call::CallGate gate("SEC_NewCrl");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_raw_SEC_NewCrl(handle, url, derCrl, type);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCrl, answer);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SEC_CertNicknameConflict);
PSM_NSS_BAN(SEC_CheckCrlTimes);
PSM_NSS_BAN(SEC_DeletePermCRL);
PSM_NSS_BAN(SEC_DeletePermCertificate);
PSM_NSS_BAN(SEC_DestroyCrl);
PSM_NSS_BAN(SEC_DupCrl);
PSM_NSS_BAN(SEC_FindCrlByDERCert);
PSM_NSS_BAN(SEC_FindCrlByName);
PSM_NSS_BAN(SEC_GetCrlTimes);
PSM_NSS_BAN(SEC_LookupCrls);
PSM_NSS_BAN(SEC_NewCrl);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_CERTDB_H_
