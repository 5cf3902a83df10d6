// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// The wrappers out of line, for C and for code that is already compiled: psm_nss_X. With
// PSM_INTERPOSER they are X itself, for LD_PRELOAD; what NSS calls in itself comes here too then,
// and is not counted.

#include <secerr.h>
#include <sslerr.h>
#include <stdarg.h>
#include <string.h>

#include "nss_glue/generated/raw.h"
#include "nss_glue/nss_call.h"
#include "nss_glue/references.h"
#include "shutdown/gate.h"
#ifdef PSM_INTERPOSER
#include "nss_glue/interposer/callers.h"  // nogncheck: there only
#endif

// NSS's own prototypes put an enum before the "..."; it travels as an int.
#pragma GCC diagnostic ignored "-Wvarargs"

#ifdef PSM_INTERPOSER
#define PSM_CALL(result, name) extern "C" PSM_EXPORT result name
#define PSM_IS_PROGRAMS ::psm::interposer::IsOfProgram(__builtin_return_address(0))
#define PSM_COUNT(...) if (PSM_IS_PROGRAMS) { __VA_ARGS__ }
#define PSM_COUNTED(name) PSM_IS_PROGRAMS ? ::psm_special_##name : ::psm_raw_##name
#else
#define PSM_CALL(result, name) extern "C" PSM_EXPORT result psm_nss_##name
#define PSM_COUNT(...) __VA_ARGS__
#define PSM_COUNTED(name) ::psm_special_##name
#endif
#define PSM_EXPERIMENTAL(result, name) extern "C" PSM_EXPORT result psm_nss_##name

PSM_CALL(SECStatus, CERT_AddCertToListHead)(CERTCertList *certs, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListHead");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddCertToListHead(certs, cert);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddCertToListHeadWithData)(CERTCertList *certs, CERTCertificate *cert, void *appData) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListHeadWithData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddCertToListHeadWithData(certs, cert, appData);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddCertToListSorted)(CERTCertList *certs, CERTCertificate *cert, CERTSortCallback f, void *arg) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListSorted");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddCertToListSorted(certs, cert, f, arg);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddCertToListTail)(CERTCertList *certs, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListTail");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddCertToListTail(certs, cert);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddCertToListTailWithData)(CERTCertList *certs, CERTCertificate *cert, void *appData) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListTailWithData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddCertToListTailWithData(certs, cert, appData);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddExtension)(void *exthandle, int idtag, SECItem *value, PRBool critical, PRBool copyData) {
  ::psm::nss_call::CallGate gate("CERT_AddExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddExtension(exthandle, idtag, value, critical, copyData);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddExtensionByOID)(void *exthandle, SECItem *oid, SECItem *value, PRBool critical, PRBool copyData) {
  ::psm::nss_call::CallGate gate("CERT_AddExtensionByOID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddExtensionByOID(exthandle, oid, value, critical, copyData);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddOCSPAcceptableResponses)(CERTOCSPRequest *request, SECOidTag responseType0, ...) {
  int more[16];
  for (int &item : more) item = SEC_OID_PKIX_OCSP_BASIC_RESPONSE;
  va_list rest;
  va_start(rest, responseType0);
  int item = responseType0;
  for (int i = 0; i < 16 && item != SEC_OID_PKIX_OCSP_BASIC_RESPONSE; ++i) item = more[i] = va_arg(rest, int);
  va_end(rest);
  ::psm::nss_call::CallGate gate("CERT_AddOCSPAcceptableResponses");
  if (!gate.ok()) return SECFailure;
  if (item != SEC_OID_PKIX_OCSP_BASIC_RESPONSE) {
    PORT_SetError(SEC_ERROR_INVALID_ARGS);
    gate.Leave();
    return SECFailure;
  }
  SECStatus answer = ::psm_raw_CERT_AddOCSPAcceptableResponses(request, responseType0, more[0], more[1], more[2], more[3], more[4], more[5], more[6], more[7], more[8], more[9], more[10], more[11], more[12], more[13], more[14], more[15]);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddOKDomainName)(CERTCertificate *cert, const char *hostname) {
  ::psm::nss_call::CallGate gate("CERT_AddOKDomainName");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddOKDomainName(cert, hostname);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_AddRDN)(CERTName *name, CERTRDN *rdn) {
  ::psm::nss_call::CallGate gate("CERT_AddRDN");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_AddRDN(name, rdn);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTRevocationFlags *, CERT_AllocCERTRevocationFlags)(PRUint32 number_leaf_methods, PRUint32 number_leaf_pref_methods, PRUint32 number_chain_methods, PRUint32 number_chain_pref_methods) {
  ::psm::nss_call::CallGate gate("CERT_AllocCERTRevocationFlags");
  if (!gate.ok()) return nullptr;
  CERTRevocationFlags *answer = ::psm_raw_CERT_AllocCERTRevocationFlags(number_leaf_methods, number_leaf_pref_methods, number_chain_methods, number_chain_pref_methods);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTName *, CERT_AsciiToName)(const char *string) {
  ::psm::nss_call::LookupGate gate("CERT_AsciiToName");
  if (!gate.ok()) return nullptr;
  CERTName *answer = ::psm_raw_CERT_AsciiToName(string);
  gate.Leave();
  return answer;
}

PSM_CALL(void, CERT_CRLCacheRefreshIssuer)(CERTCertDBHandle *dbhandle, SECItem *crlKey) {
  ::psm::nss_call::CallGate gate("CERT_CRLCacheRefreshIssuer");
  if (!gate.ok()) return;
  ::psm_raw_CERT_CRLCacheRefreshIssuer(dbhandle, crlKey);
  gate.Leave();
}

PSM_CALL(SECStatus, CERT_CacheCRL)(CERTCertDBHandle *dbhandle, SECItem *newcrl) {
  ::psm::nss_call::CallGate gate("CERT_CacheCRL");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_CERT_CacheCRL(dbhandle, newcrl);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CacheOCSPResponseFromSideChannel)(CERTCertDBHandle *handle, CERTCertificate *cert, PRTime time, const SECItem *encodedResponse, void *pwArg) {
  ::psm::nss_call::CallGate gate("CERT_CacheOCSPResponseFromSideChannel");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CacheOCSPResponseFromSideChannel(handle, cert, time, encodedResponse, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificateList *, CERT_CertChainFromCert)(CERTCertificate *cert, SECCertUsage usage, PRBool includeRoot) {
  ::psm::nss_call::CallGate gate("CERT_CertChainFromCert");
  if (!gate.ok()) return nullptr;
  CERTCertificateList *answer = ::psm_raw_CERT_CertChainFromCert(cert, usage, includeRoot);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificateList *, CERT_CertListFromCert)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_CertListFromCert");
  if (!gate.ok()) return nullptr;
  CERTCertificateList *answer = ::psm_raw_CERT_CertListFromCert(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CertTimesValid)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_CertTimesValid");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CertTimesValid(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_ChangeCertTrust)(CERTCertDBHandle *handle, CERTCertificate *cert, CERTCertTrust *trust) {
  ::psm::nss_call::CallGate gate("CERT_ChangeCertTrust");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_CERT_ChangeCertTrust(handle, cert, trust);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CheckCertUsage)(CERTCertificate *cert, unsigned char usage) {
  ::psm::nss_call::CallGate gate("CERT_CheckCertUsage");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CheckCertUsage(cert, usage);
  gate.Leave();
  return answer;
}

PSM_CALL(SECCertTimeValidity, CERT_CheckCertValidTimes)(const CERTCertificate *cert, PRTime t, PRBool allowOverride) {
  ::psm::nss_call::CallGate gate("CERT_CheckCertValidTimes");
  if (!gate.ok()) return secCertTimeUndetermined;
  SECCertTimeValidity answer = ::psm_raw_CERT_CheckCertValidTimes(cert, t, allowOverride);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CheckNameSpace)(PLArenaPool *arena, const CERTNameConstraints *constraints, const CERTGeneralName *currentName) {
  ::psm::nss_call::CallGate gate("CERT_CheckNameSpace");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CheckNameSpace(arena, constraints, currentName);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CheckOCSPStatus)(CERTCertDBHandle *handle, CERTCertificate *cert, PRTime time, void *pwArg) {
  ::psm::nss_call::CallGate gate("CERT_CheckOCSPStatus");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CheckOCSPStatus(handle, cert, time, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_ClearOCSPCache)() {
  ::psm::nss_call::CallGate gate("CERT_ClearOCSPCache");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_ClearOCSPCache();
  gate.Leave();
  return answer;
}

PSM_CALL(SECComparison, CERT_CompareAVA)(const CERTAVA *a, const CERTAVA *b) {
  ::psm::nss_call::CallGate gate("CERT_CompareAVA");
  if (!gate.ok()) return SECLessThan;
  SECComparison answer = ::psm_raw_CERT_CompareAVA(a, b);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_CompareCerts)(const CERTCertificate *c1, const CERTCertificate *c2) {
  ::psm::nss_call::CallGate gate("CERT_CompareCerts");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_CERT_CompareCerts(c1, c2);
  gate.Leave();
  return answer;
}

PSM_CALL(SECComparison, CERT_CompareName)(const CERTName *a, const CERTName *b) {
  ::psm::nss_call::CallGate gate("CERT_CompareName");
  if (!gate.ok()) return SECLessThan;
  SECComparison answer = ::psm_raw_CERT_CompareName(a, b);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CompleteCRLDecodeEntries)(CERTSignedCrl *crl) {
  ::psm::nss_call::CallGate gate("CERT_CompleteCRLDecodeEntries");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CompleteCRLDecodeEntries(crl);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_ConvertAndDecodeCertificate)(char *certstr) {
  ::psm::nss_call::CallGate gate("CERT_ConvertAndDecodeCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_ConvertAndDecodeCertificate(certstr);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CopyName)(PLArenaPool *arena, CERTName *dest, const CERTName *src) {
  ::psm::nss_call::CallGate gate("CERT_CopyName");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CopyName(arena, dest, src);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_CopyRDN)(PLArenaPool *arena, CERTRDN *dest, CERTRDN *src) {
  ::psm::nss_call::CallGate gate("CERT_CopyRDN");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_CopyRDN(arena, dest, src);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTAVA *, CERT_CreateAVA)(PLArenaPool *arena, SECOidTag kind, int valueType, char *value) {
  ::psm::nss_call::CallGate gate("CERT_CreateAVA");
  if (!gate.ok()) return nullptr;
  CERTAVA *answer = ::psm_raw_CERT_CreateAVA(arena, kind, valueType, value);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_CreateCertificate)(unsigned long serialNumber, CERTName *issuer, CERTValidity *validity, CERTCertificateRequest *req) {
  ::psm::nss_call::CallGate gate("CERT_CreateCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_CreateCertificate(serialNumber, issuer, validity, req);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificateRequest *, CERT_CreateCertificateRequest)(CERTName *name, CERTSubjectPublicKeyInfo *spki, SECItem **attributes) {
  ::psm::nss_call::CallGate gate("CERT_CreateCertificateRequest");
  if (!gate.ok()) return nullptr;
  CERTCertificateRequest *answer = ::psm_raw_CERT_CreateCertificateRequest(name, spki, attributes);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_CreateEncodedOCSPErrorResponse)(PLArenaPool *arena, int error) {
  ::psm::nss_call::CallGate gate("CERT_CreateEncodedOCSPErrorResponse");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_CreateEncodedOCSPErrorResponse(arena, error);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_CreateEncodedOCSPSuccessResponse)(PLArenaPool *arena, CERTCertificate *responderCert, CERTOCSPResponderIDType responderIDType, PRTime producedAt, CERTOCSPSingleResponse **responses, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_CreateEncodedOCSPSuccessResponse");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_CreateEncodedOCSPSuccessResponse(arena, responderCert, responderIDType, producedAt, responses, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTName *, CERT_CreateName)(CERTRDN *rdn, ...) {
  CERTRDN *more[32];
  for (CERTRDN *&item : more) item = nullptr;
  va_list rest;
  va_start(rest, rdn);
  CERTRDN *item = rdn;
  for (int i = 0; i < 32 && item != nullptr; ++i) item = more[i] = va_arg(rest, CERTRDN *);
  va_end(rest);
  ::psm::nss_call::CallGate gate("CERT_CreateName");
  if (!gate.ok()) return nullptr;
  if (item != nullptr) {
    PORT_SetError(SEC_ERROR_INVALID_ARGS);
    gate.Leave();
    return nullptr;
  }
  CERTName *answer = ::psm_raw_CERT_CreateName(rdn, more[0], more[1], more[2], more[3], more[4], more[5], more[6], more[7], more[8], more[9], more[10], more[11], more[12], more[13], more[14], more[15], more[16], more[17], more[18], more[19], more[20], more[21], more[22], more[23], more[24], more[25], more[26], more[27], more[28], more[29], more[30], more[31]);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPCertID *, CERT_CreateOCSPCertID)(CERTCertificate *cert, PRTime time) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPCertID");
  if (!gate.ok()) return nullptr;
  CERTOCSPCertID *answer = ::psm_raw_CERT_CreateOCSPCertID(cert, time);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPRequest *, CERT_CreateOCSPRequest)(CERTCertList *certList, PRTime time, PRBool addServiceLocator, CERTCertificate *signerCert) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPRequest");
  if (!gate.ok()) return nullptr;
  CERTOCSPRequest *answer = ::psm_raw_CERT_CreateOCSPRequest(certList, time, addServiceLocator, signerCert);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPSingleResponse *, CERT_CreateOCSPSingleResponseGood)(PLArenaPool *arena, CERTOCSPCertID *id, PRTime thisUpdate, const PRTime *nextUpdate) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPSingleResponseGood");
  if (!gate.ok()) return nullptr;
  CERTOCSPSingleResponse *answer = ::psm_raw_CERT_CreateOCSPSingleResponseGood(arena, id, thisUpdate, nextUpdate);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPSingleResponse *, CERT_CreateOCSPSingleResponseRevoked)(PLArenaPool *arena, CERTOCSPCertID *id, PRTime thisUpdate, const PRTime *nextUpdate, PRTime revocationTime, const CERTCRLEntryReasonCode *revocationReason) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPSingleResponseRevoked");
  if (!gate.ok()) return nullptr;
  CERTOCSPSingleResponse *answer = ::psm_raw_CERT_CreateOCSPSingleResponseRevoked(arena, id, thisUpdate, nextUpdate, revocationTime, revocationReason);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPSingleResponse *, CERT_CreateOCSPSingleResponseUnknown)(PLArenaPool *arena, CERTOCSPCertID *id, PRTime thisUpdate, const PRTime *nextUpdate) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPSingleResponseUnknown");
  if (!gate.ok()) return nullptr;
  CERTOCSPSingleResponse *answer = ::psm_raw_CERT_CreateOCSPSingleResponseUnknown(arena, id, thisUpdate, nextUpdate);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTRDN *, CERT_CreateRDN)(PLArenaPool *arena, CERTAVA *avas, ...) {
  CERTAVA *more[32];
  for (CERTAVA *&item : more) item = nullptr;
  va_list rest;
  va_start(rest, avas);
  CERTAVA *item = avas;
  for (int i = 0; i < 32 && item != nullptr; ++i) item = more[i] = va_arg(rest, CERTAVA *);
  va_end(rest);
  ::psm::nss_call::CallGate gate("CERT_CreateRDN");
  if (!gate.ok()) return nullptr;
  if (item != nullptr) {
    PORT_SetError(SEC_ERROR_INVALID_ARGS);
    gate.Leave();
    return nullptr;
  }
  CERTRDN *answer = ::psm_raw_CERT_CreateRDN(arena, avas, more[0], more[1], more[2], more[3], more[4], more[5], more[6], more[7], more[8], more[9], more[10], more[11], more[12], more[13], more[14], more[15], more[16], more[17], more[18], more[19], more[20], more[21], more[22], more[23], more[24], more[25], more[26], more[27], more[28], more[29], more[30], more[31]);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, CERT_CreateSubjectCertList)(CERTCertList *certList, CERTCertDBHandle *handle, const SECItem *name, PRTime sorttime, PRBool validOnly) {
  ::psm::nss_call::CallGate gate("CERT_CreateSubjectCertList");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = (PSM_COUNTED(CERT_CreateSubjectCertList))(certList, handle, name, sorttime, validOnly);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTValidity *, CERT_CreateValidity)(PRTime notBefore, PRTime notAfter) {
  ::psm::nss_call::CallGate gate("CERT_CreateValidity");
  if (!gate.ok()) return nullptr;
  CERTValidity *answer = ::psm_raw_CERT_CreateValidity(notBefore, notAfter);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_DecodeAVAValue)(const SECItem *derAVAValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAVAValue");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_DecodeAVAValue(derAVAValue);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralName *, CERT_DecodeAltNameExtension)(PLArenaPool *reqArena, SECItem *EncodedAltName) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAltNameExtension");
  if (!gate.ok()) return nullptr;
  CERTGeneralName *answer = ::psm_raw_CERT_DecodeAltNameExtension(reqArena, EncodedAltName);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTAuthInfoAccess **, CERT_DecodeAuthInfoAccessExtension)(PLArenaPool *reqArena, const SECItem *encodedExtension) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAuthInfoAccessExtension");
  if (!gate.ok()) return nullptr;
  CERTAuthInfoAccess **answer = ::psm_raw_CERT_DecodeAuthInfoAccessExtension(reqArena, encodedExtension);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTAuthKeyID *, CERT_DecodeAuthKeyID)(PLArenaPool *arena, const SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAuthKeyID");
  if (!gate.ok()) return nullptr;
  CERTAuthKeyID *answer = ::psm_raw_CERT_DecodeAuthKeyID(arena, encodedValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_DecodeBasicConstraintValue)(CERTBasicConstraints *value, const SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeBasicConstraintValue");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_DecodeBasicConstraintValue(value, encodedValue);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCrlDistributionPoints *, CERT_DecodeCRLDistributionPoints)(PLArenaPool *arena, SECItem *der) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCRLDistributionPoints");
  if (!gate.ok()) return nullptr;
  CERTCrlDistributionPoints *answer = ::psm_raw_CERT_DecodeCRLDistributionPoints(arena, der);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_DecodeCertFromPackage)(char *certbuf, int certlen) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCertFromPackage");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_DecodeCertFromPackage(certbuf, certlen);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_DecodeCertPackage)(char *certbuf, int certlen, CERTImportCertificateFunc f, void *arg) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCertPackage");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_DecodeCertPackage(certbuf, certlen, f, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificatePolicies *, CERT_DecodeCertificatePoliciesExtension)(const SECItem *extnValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCertificatePoliciesExtension");
  if (!gate.ok()) return nullptr;
  CERTCertificatePolicies *answer = ::psm_raw_CERT_DecodeCertificatePoliciesExtension(extnValue);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, CERT_DecodeDERCrl)(PLArenaPool *arena, SECItem *derSignedCrl, int type) {
  ::psm::nss_call::CallGate gate("CERT_DecodeDERCrl");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = ::psm_raw_CERT_DecodeDERCrl(arena, derSignedCrl, type);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, CERT_DecodeDERCrlWithFlags)(PLArenaPool *narena, SECItem *derSignedCrl, int type, PRInt32 options) {
  ::psm::nss_call::CallGate gate("CERT_DecodeDERCrlWithFlags");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = ::psm_raw_CERT_DecodeDERCrlWithFlags(narena, derSignedCrl, type, options);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralName *, CERT_DecodeGeneralName)(PLArenaPool *reqArena, SECItem *encodedName, CERTGeneralName *genName) {
  ::psm::nss_call::CallGate gate("CERT_DecodeGeneralName");
  if (!gate.ok()) return nullptr;
  CERTGeneralName *answer = ::psm_raw_CERT_DecodeGeneralName(reqArena, encodedName, genName);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTNameConstraints *, CERT_DecodeNameConstraintsExtension)(PLArenaPool *arena, const SECItem *encodedConstraints) {
  ::psm::nss_call::CallGate gate("CERT_DecodeNameConstraintsExtension");
  if (!gate.ok()) return nullptr;
  CERTNameConstraints *answer = ::psm_raw_CERT_DecodeNameConstraintsExtension(arena, encodedConstraints);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPRequest *, CERT_DecodeOCSPRequest)(const SECItem *src) {
  ::psm::nss_call::CallGate gate("CERT_DecodeOCSPRequest");
  if (!gate.ok()) return nullptr;
  CERTOCSPRequest *answer = ::psm_raw_CERT_DecodeOCSPRequest(src);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOCSPResponse *, CERT_DecodeOCSPResponse)(const SECItem *src) {
  ::psm::nss_call::CallGate gate("CERT_DecodeOCSPResponse");
  if (!gate.ok()) return nullptr;
  CERTOCSPResponse *answer = ::psm_raw_CERT_DecodeOCSPResponse(src);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kOcspResponse, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTOidSequence *, CERT_DecodeOidSequence)(const SECItem *seqItem) {
  ::psm::nss_call::CallGate gate("CERT_DecodeOidSequence");
  if (!gate.ok()) return nullptr;
  CERTOidSequence *answer = ::psm_raw_CERT_DecodeOidSequence(seqItem);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTPrivKeyUsagePeriod *, CERT_DecodePrivKeyUsagePeriodExtension)(PLArenaPool *arena, SECItem *extnValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodePrivKeyUsagePeriodExtension");
  if (!gate.ok()) return nullptr;
  CERTPrivKeyUsagePeriod *answer = ::psm_raw_CERT_DecodePrivKeyUsagePeriodExtension(arena, extnValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_DecodeTrustString)(CERTCertTrust *trust, const char *trusts) {
  ::psm::nss_call::CallGate gate("CERT_DecodeTrustString");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_DecodeTrustString(trust, trusts);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTUserNotice *, CERT_DecodeUserNotice)(SECItem *noticeItem) {
  ::psm::nss_call::CallGate gate("CERT_DecodeUserNotice");
  if (!gate.ok()) return nullptr;
  CERTUserNotice *answer = ::psm_raw_CERT_DecodeUserNotice(noticeItem);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_DerNameToAscii)(SECItem *dername) {
  ::psm::nss_call::CallGate gate("CERT_DerNameToAscii");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_DerNameToAscii(dername);
  gate.Leave();
  return answer;
}

PSM_CALL(void, CERT_DestroyCertArray)(CERTCertificate **certs, unsigned int ncerts) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyCertArray");
  if (!gate.ok()) return;
  (PSM_COUNTED(CERT_DestroyCertArray))(certs, ncerts);
  gate.Leave();
}

PSM_CALL(void, CERT_DestroyCertList)(CERTCertList *certs) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyCertList");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCertificateList, certs);)
  ::psm_raw_CERT_DestroyCertList(certs);
  gate.Leave();
}

PSM_CALL(void, CERT_DestroyCertificate)(CERTCertificate *cert) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyCertificate");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);)
  ::psm_raw_CERT_DestroyCertificate(cert);
  gate.Leave();
}

PSM_CALL(void, CERT_DestroyOCSPRequest)(CERTOCSPRequest *request) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyOCSPRequest");
  if (!gate.ok()) return;
  ::psm_raw_CERT_DestroyOCSPRequest(request);
  gate.Leave();
}

PSM_CALL(void, CERT_DestroyOCSPResponse)(CERTOCSPResponse *response) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyOCSPResponse");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kOcspResponse, response);)
  ::psm_raw_CERT_DestroyOCSPResponse(response);
  gate.Leave();
}

PSM_CALL(SECStatus, CERT_DisableOCSPChecking)(CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_DisableOCSPChecking");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_DisableOCSPChecking(handle);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_DisableOCSPDefaultResponder)(CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_DisableOCSPDefaultResponder");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_DisableOCSPDefaultResponder(handle);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTDistNames *, CERT_DistNamesFromCertList)(CERTCertList *list) {
  ::psm::nss_call::CallGate gate("CERT_DistNamesFromCertList");
  if (!gate.ok()) return nullptr;
  CERTDistNames *answer = ::psm_raw_CERT_DistNamesFromCertList(list);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificateList *, CERT_DupCertList)(const CERTCertificateList *oldList) {
  ::psm::nss_call::CallGate gate("CERT_DupCertList");
  if (!gate.ok()) return nullptr;
  CERTCertificateList *answer = ::psm_raw_CERT_DupCertList(oldList);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_DupCertificate)(CERTCertificate *c) {
  ::psm::nss_call::CallGate gate("CERT_DupCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_DupCertificate(c);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTDistNames *, CERT_DupDistNames)(CERTDistNames *orig) {
  ::psm::nss_call::CallGate gate("CERT_DupDistNames");
  if (!gate.ok()) return nullptr;
  CERTDistNames *answer = ::psm_raw_CERT_DupDistNames(orig);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EnableOCSPChecking)(CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_EnableOCSPChecking");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EnableOCSPChecking(handle);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EnableOCSPDefaultResponder)(CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_EnableOCSPDefaultResponder");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EnableOCSPDefaultResponder(handle);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeAltNameExtension)(PLArenaPool *arena, CERTGeneralName *value, SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeAltNameExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeAltNameExtension(arena, value, encodedValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeAndAddBitStrExtension)(void *exthandle, int idtag, SECItem *value, PRBool critical) {
  ::psm::nss_call::CallGate gate("CERT_EncodeAndAddBitStrExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeAndAddBitStrExtension(exthandle, idtag, value, critical);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeAuthKeyID)(PLArenaPool *arena, CERTAuthKeyID *value, SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeAuthKeyID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeAuthKeyID(arena, value, encodedValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeBasicConstraintValue)(PLArenaPool *arena, CERTBasicConstraints *value, SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeBasicConstraintValue");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeBasicConstraintValue(arena, value, encodedValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeCRLDistributionPoints)(PLArenaPool *arena, CERTCrlDistributionPoints *value, SECItem *derValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeCRLDistributionPoints");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeCRLDistributionPoints(arena, value, derValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeCertPoliciesExtension)(PLArenaPool *arena, CERTPolicyInfo **info, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeCertPoliciesExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeCertPoliciesExtension(arena, info, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_EncodeGeneralName)(CERTGeneralName *genName, SECItem *dest, PLArenaPool *arena) {
  ::psm::nss_call::CallGate gate("CERT_EncodeGeneralName");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_EncodeGeneralName(genName, dest, arena);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeInfoAccessExtension)(PLArenaPool *arena, CERTAuthInfoAccess **info, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeInfoAccessExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeInfoAccessExtension(arena, info, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeInhibitAnyExtension)(PLArenaPool *arena, CERTCertificateInhibitAny *inhibitAny, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeInhibitAnyExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeInhibitAnyExtension(arena, inhibitAny, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeNoticeReference)(PLArenaPool *arena, CERTNoticeReference *reference, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeNoticeReference");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeNoticeReference(arena, reference, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_EncodeOCSPRequest)(PLArenaPool *arena, CERTOCSPRequest *request, void *pwArg) {
  ::psm::nss_call::CallGate gate("CERT_EncodeOCSPRequest");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_EncodeOCSPRequest(arena, request, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodePolicyConstraintsExtension)(PLArenaPool *arena, CERTCertificatePolicyConstraints *constr, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodePolicyConstraintsExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodePolicyConstraintsExtension(arena, constr, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodePolicyMappingExtension)(PLArenaPool *arena, CERTCertificatePolicyMappings *maps, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodePolicyMappingExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodePolicyMappingExtension(arena, maps, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeSubjectKeyID)(PLArenaPool *arena, const SECItem *srcString, SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeSubjectKeyID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeSubjectKeyID(arena, srcString, encodedValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_EncodeUserNotice)(PLArenaPool *arena, CERTUserNotice *notice, SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeUserNotice");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_EncodeUserNotice(arena, notice, dest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKey *, CERT_ExtractPublicKey)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_ExtractPublicKey");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKey *answer = ::psm_raw_CERT_ExtractPublicKey(cert);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FilterCertListByCANames)(CERTCertList *certList, int nCANames, char **caNames, SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByCANames");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FilterCertListByCANames(certList, nCANames, caNames, usage);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FilterCertListByCertList)(CERTCertList *certList, const CERTCertList *filterList) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByCertList");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FilterCertListByCertList(certList, filterList);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FilterCertListByNickname)(CERTCertList *certList, char *nickname, void *pwarg) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByNickname");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FilterCertListByNickname(certList, nickname, pwarg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FilterCertListByUsage)(CERTCertList *certList, SECCertUsage usage, PRBool ca) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByUsage");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FilterCertListByUsage(certList, usage, ca);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FilterCertListForUserCerts)(CERTCertList *certList) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListForUserCerts");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FilterCertListForUserCerts(certList);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FindCRLEntryReasonExten)(CERTCrlEntry *crlEntry, CERTCRLEntryReasonCode *value) {
  ::psm::nss_call::CallGate gate("CERT_FindCRLEntryReasonExten");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FindCRLEntryReasonExten(crlEntry, value);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FindCRLNumberExten)(PLArenaPool *arena, CERTCrl *crl, SECItem *value) {
  ::psm::nss_call::CallGate gate("CERT_FindCRLNumberExten");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FindCRLNumberExten(arena, crl, value);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByDERCert)(CERTCertDBHandle *handle, SECItem *derCert) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByDERCert");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByDERCert(handle, derCert);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByIssuerAndSN)(CERTCertDBHandle *handle, CERTIssuerAndSN *issuerAndSN) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByIssuerAndSN");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByIssuerAndSN(handle, issuerAndSN);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByIssuerAndSNCX)(CERTCertDBHandle *handle, CERTIssuerAndSN *issuerAndSN, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByIssuerAndSNCX");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByIssuerAndSNCX(handle, issuerAndSN, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByName)(CERTCertDBHandle *handle, SECItem *name) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByName");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByName(handle, name);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByNickname)(CERTCertDBHandle *handle, const char *nickname) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNickname");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByNickname(handle, nickname);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByNicknameOrEmailAddr)(CERTCertDBHandle *handle, const char *name) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddr");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddr(handle, name);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByNicknameOrEmailAddrCX)(CERTCertDBHandle *handle, const char *name, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddrCX");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddrCX(handle, name, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByNicknameOrEmailAddrForUsage)(CERTCertDBHandle *handle, const char *name, SECCertUsage lookingForUsage) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddrForUsage");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddrForUsage(handle, name, lookingForUsage);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertByNicknameOrEmailAddrForUsageCX)(CERTCertDBHandle *handle, const char *name, SECCertUsage lookingForUsage, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddrForUsageCX");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddrForUsageCX(handle, name, lookingForUsage, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertBySubjectKeyID)(CERTCertDBHandle *handle, SECItem *subjKeyID) {
  ::psm::nss_call::CallGate gate("CERT_FindCertBySubjectKeyID");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertBySubjectKeyID(handle, subjKeyID);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FindCertExtension)(const CERTCertificate *cert, int tag, SECItem *value) {
  ::psm::nss_call::CallGate gate("CERT_FindCertExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FindCertExtension(cert, tag, value);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindCertIssuer)(CERTCertificate *cert, PRTime validTime, SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("CERT_FindCertIssuer");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindCertIssuer(cert, validTime, usage);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FindKeyUsageExtension)(CERTCertificate *cert, SECItem *value) {
  ::psm::nss_call::CallGate gate("CERT_FindKeyUsageExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FindKeyUsageExtension(cert, value);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FindNameConstraintsExten)(PLArenaPool *arena, CERTCertificate *cert, CERTNameConstraints **constraints) {
  ::psm::nss_call::CallGate gate("CERT_FindNameConstraintsExten");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FindNameConstraintsExten(arena, cert, constraints);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_FindSMimeProfile)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_FindSMimeProfile");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_FindSMimeProfile(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FindSubjectKeyIDExtension)(CERTCertificate *cert, SECItem *retItem) {
  ::psm::nss_call::CallGate gate("CERT_FindSubjectKeyIDExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FindSubjectKeyIDExtension(cert, retItem);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_FindUserCertByUsage)(CERTCertDBHandle *handle, const char *nickname, SECCertUsage usage, PRBool validOnly, void *proto_win) {
  ::psm::nss_call::CallGate gate("CERT_FindUserCertByUsage");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_FindUserCertByUsage(handle, nickname, usage, validOnly, proto_win);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, CERT_FindUserCertsByUsage)(CERTCertDBHandle *handle, SECCertUsage usage, PRBool oneCertPerName, PRBool validOnly, void *proto_win) {
  ::psm::nss_call::CallGate gate("CERT_FindUserCertsByUsage");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_CERT_FindUserCertsByUsage(handle, usage, oneCertPerName, validOnly, proto_win);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FinishCertificateRequestAttributes)(CERTCertificateRequest *req) {
  ::psm::nss_call::CallGate gate("CERT_FinishCertificateRequestAttributes");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FinishCertificateRequestAttributes(req);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_FinishExtensions)(void *exthandle) {
  ::psm::nss_call::CallGate gate("CERT_FinishExtensions");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_FinishExtensions(exthandle);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_ForcePostMethodForOCSP)(PRBool forcePost) {
  ::psm::nss_call::CallGate gate("CERT_ForcePostMethodForOCSP");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_ForcePostMethodForOCSP(forcePost);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_FormatName)(CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_FormatName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_FormatName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, CERT_GetAVATag)(CERTAVA *ava) {
  ::psm::nss_call::CallGate gate("CERT_GetAVATag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_CERT_GetAVATag(ava);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, CERT_GetCertChainFromCert)(CERTCertificate *cert, PRTime time, SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("CERT_GetCertChainFromCert");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_CERT_GetCertChainFromCert(cert, time, usage);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetCertEmailAddress)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCertEmailAddress");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCertEmailAddress(name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetCertIsPerm)(const CERTCertificate *cert, PRBool *isperm) {
  ::psm::nss_call::CallGate gate("CERT_GetCertIsPerm");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetCertIsPerm(cert, isperm);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetCertIsTemp)(const CERTCertificate *cert, PRBool *istemp) {
  ::psm::nss_call::CallGate gate("CERT_GetCertIsTemp");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetCertIsTemp(cert, istemp);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTIssuerAndSN *, CERT_GetCertIssuerAndSN)(PLArenaPool *arg0, CERTCertificate *arg1) {
  ::psm::nss_call::CallGate gate("CERT_GetCertIssuerAndSN");
  if (!gate.ok()) return nullptr;
  CERTIssuerAndSN *answer = ::psm_raw_CERT_GetCertIssuerAndSN(arg0, arg1);
  gate.Leave();
  return answer;
}

PSM_CALL(KeyType, CERT_GetCertKeyType)(const CERTSubjectPublicKeyInfo *spki) {
  ::psm::nss_call::CallGate gate("CERT_GetCertKeyType");
  if (!gate.ok()) return nullKey;
  KeyType answer = ::psm_raw_CERT_GetCertKeyType(spki);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertNicknames *, CERT_GetCertNicknames)(CERTCertDBHandle *handle, int what, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_GetCertNicknames");
  if (!gate.ok()) return nullptr;
  CERTCertNicknames *answer = ::psm_raw_CERT_GetCertNicknames(handle, what, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetCertTimes)(const CERTCertificate *c, PRTime *notBefore, PRTime *notAfter) {
  ::psm::nss_call::CallGate gate("CERT_GetCertTimes");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetCertTimes(c, notBefore, notAfter);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetCertTrust)(const CERTCertificate *cert, CERTCertTrust *trust) {
  ::psm::nss_call::CallGate gate("CERT_GetCertTrust");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetCertTrust(cert, trust);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetCertUid)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCertUid");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCertUid(name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetCertificateDer)(const CERTCertificate *c, SECItem *der) {
  ::psm::nss_call::CallGate gate("CERT_GetCertificateDer");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetCertificateDer(c, der);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralName *, CERT_GetCertificateNames)(CERTCertificate *cert, PLArenaPool *arena) {
  ::psm::nss_call::CallGate gate("CERT_GetCertificateNames");
  if (!gate.ok()) return nullptr;
  CERTGeneralName *answer = ::psm_raw_CERT_GetCertificateNames(cert, arena);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetCertificateRequestExtensions)(CERTCertificateRequest *req, CERTCertExtension ***exts) {
  ::psm::nss_call::CallGate gate("CERT_GetCertificateRequestExtensions");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetCertificateRequestExtensions(req, exts);
  gate.Leave();
  return answer;
}

PSM_CALL(const CERTRevocationFlags *, CERT_GetClassicOCSPDisabledPolicy)() {
  ::psm::nss_call::CallGate gate("CERT_GetClassicOCSPDisabledPolicy");
  if (!gate.ok()) return nullptr;
  const CERTRevocationFlags *answer = ::psm_raw_CERT_GetClassicOCSPDisabledPolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(const CERTRevocationFlags *, CERT_GetClassicOCSPEnabledHardFailurePolicy)() {
  ::psm::nss_call::CallGate gate("CERT_GetClassicOCSPEnabledHardFailurePolicy");
  if (!gate.ok()) return nullptr;
  const CERTRevocationFlags *answer = ::psm_raw_CERT_GetClassicOCSPEnabledHardFailurePolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(const CERTRevocationFlags *, CERT_GetClassicOCSPEnabledSoftFailurePolicy)() {
  ::psm::nss_call::CallGate gate("CERT_GetClassicOCSPEnabledSoftFailurePolicy");
  if (!gate.ok()) return nullptr;
  const CERTRevocationFlags *answer = ::psm_raw_CERT_GetClassicOCSPEnabledSoftFailurePolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetCommonName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCommonName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCommonName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralName *, CERT_GetConstrainedCertificateNames)(const CERTCertificate *cert, PLArenaPool *arena, PRBool includeSubjectCommonName) {
  ::psm::nss_call::CallGate gate("CERT_GetConstrainedCertificateNames");
  if (!gate.ok()) return nullptr;
  CERTGeneralName *answer = ::psm_raw_CERT_GetConstrainedCertificateNames(cert, arena, includeSubjectCommonName);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetCountryName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCountryName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCountryName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(int, CERT_GetDBContentVersion)(CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_GetDBContentVersion");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_CERT_GetDBContentVersion(handle);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertDBHandle *, CERT_GetDefaultCertDB)() {
  ::psm::nss_call::CallGate gate("CERT_GetDefaultCertDB");
  if (!gate.ok()) return nullptr;
  CERTCertDBHandle *answer = ::psm_raw_CERT_GetDefaultCertDB();
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetDomainComponentName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetDomainComponentName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetDomainComponentName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_GetEncodedOCSPResponse)(PLArenaPool *arena, CERTCertList *certList, const char *location, PRTime time, PRBool addServiceLocator, CERTCertificate *signerCert, void *pwArg, CERTOCSPRequest **pRequest) {
  ::psm::nss_call::CallGate gate("CERT_GetEncodedOCSPResponse");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_GetEncodedOCSPResponse(arena, certList, location, time, addServiceLocator, signerCert, pwArg, pRequest);
  gate.Leave();
  return answer;
}

PSM_CALL(const char *, CERT_GetFirstEmailAddress)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_GetFirstEmailAddress");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_CERT_GetFirstEmailAddress(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralNameType, CERT_GetGeneralNameTypeFromString)(const char *string) {
  ::psm::nss_call::CallGate gate("CERT_GetGeneralNameTypeFromString");
  if (!gate.ok()) return static_cast<CERTGeneralNameType>(0);
  CERTGeneralNameType answer = ::psm_raw_CERT_GetGeneralNameTypeFromString(string);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetImposedNameConstraints)(const SECItem *derSubject, SECItem *extensions) {
  ::psm::nss_call::CallGate gate("CERT_GetImposedNameConstraints");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetImposedNameConstraints(derSubject, extensions);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetLocalityName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetLocalityName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetLocalityName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(const char *, CERT_GetNextEmailAddress)(CERTCertificate *cert, const char *prev) {
  ::psm::nss_call::CallGate gate("CERT_GetNextEmailAddress");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_CERT_GetNextEmailAddress(cert, prev);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralName *, CERT_GetNextGeneralName)(CERTGeneralName *current) {
  ::psm::nss_call::CallGate gate("CERT_GetNextGeneralName");
  if (!gate.ok()) return nullptr;
  CERTGeneralName *answer = ::psm_raw_CERT_GetNextGeneralName(current);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTNameConstraint *, CERT_GetNextNameConstraint)(CERTNameConstraint *current) {
  ::psm::nss_call::CallGate gate("CERT_GetNextNameConstraint");
  if (!gate.ok()) return nullptr;
  CERTNameConstraint *answer = ::psm_raw_CERT_GetNextNameConstraint(current);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetOCSPAuthorityInfoAccessLocation)(const CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_GetOCSPAuthorityInfoAccessLocation");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOCSPAuthorityInfoAccessLocation(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetOCSPResponseStatus)(CERTOCSPResponse *response) {
  ::psm::nss_call::CallGate gate("CERT_GetOCSPResponseStatus");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetOCSPResponseStatus(response);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_GetOCSPStatusForCertID)(CERTCertDBHandle *handle, CERTOCSPResponse *response, CERTOCSPCertID *certID, CERTCertificate *signerCert, PRTime time) {
  ::psm::nss_call::CallGate gate("CERT_GetOCSPStatusForCertID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_GetOCSPStatusForCertID(handle, response, certID, signerCert, time);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetOidString)(const SECItem *oid) {
  ::psm::nss_call::CallGate gate("CERT_GetOidString");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOidString(oid);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetOrgName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetOrgName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOrgName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetOrgUnitName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetOrgUnitName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOrgUnitName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(const CERTRevocationFlags *, CERT_GetPKIXVerifyNistRevocationPolicy)() {
  ::psm::nss_call::CallGate gate("CERT_GetPKIXVerifyNistRevocationPolicy");
  if (!gate.ok()) return nullptr;
  const CERTRevocationFlags *answer = ::psm_raw_CERT_GetPKIXVerifyNistRevocationPolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(CERTGeneralName *, CERT_GetPrevGeneralName)(CERTGeneralName *current) {
  ::psm::nss_call::CallGate gate("CERT_GetPrevGeneralName");
  if (!gate.ok()) return nullptr;
  CERTGeneralName *answer = ::psm_raw_CERT_GetPrevGeneralName(current);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTNameConstraint *, CERT_GetPrevNameConstraint)(CERTNameConstraint *current) {
  ::psm::nss_call::CallGate gate("CERT_GetPrevNameConstraint");
  if (!gate.ok()) return nullptr;
  CERTNameConstraint *answer = ::psm_raw_CERT_GetPrevNameConstraint(current);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTDistNames *, CERT_GetSSLCACerts)(CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_GetSSLCACerts");
  if (!gate.ok()) return nullptr;
  CERTDistNames *answer = ::psm_raw_CERT_GetSSLCACerts(handle);
  gate.Leave();
  return answer;
}

PSM_CALL(PRInt32, CERT_GetSlopTime)() {
  ::psm::nss_call::CallGate gate("CERT_GetSlopTime");
  if (!gate.ok()) return 0;
  PRInt32 answer = ::psm_raw_CERT_GetSlopTime();
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_GetStateName)(const CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetStateName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetStateName(name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_GetSubjectNameDigest)(PLArenaPool *arena, const CERTCertificate *cert, SECOidTag digestAlg, SECItem *fill) {
  ::psm::nss_call::CallGate gate("CERT_GetSubjectNameDigest");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_GetSubjectNameDigest(arena, cert, digestAlg, fill);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_GetSubjectPublicKeyDigest)(PLArenaPool *arena, const CERTCertificate *cert, SECOidTag digestAlg, SECItem *fill) {
  ::psm::nss_call::CallGate gate("CERT_GetSubjectPublicKeyDigest");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_GetSubjectPublicKeyDigest(arena, cert, digestAlg, fill);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_GetUsePKIXForValidation)() {
  ::psm::nss_call::CallGate gate("CERT_GetUsePKIXForValidation");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_CERT_GetUsePKIXForValidation();
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertNicknames *, CERT_GetValidDNSPatternsFromCert)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_GetValidDNSPatternsFromCert");
  if (!gate.ok()) return nullptr;
  CERTCertNicknames *answer = ::psm_raw_CERT_GetValidDNSPatternsFromCert(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_Hexify)(SECItem *i, int do_colon) {
  ::psm::nss_call::CallGate gate("CERT_Hexify");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_Hexify(i, do_colon);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_ImportCAChain)(SECItem *certs, int numcerts, SECCertUsage certUsage) {
  ::psm::nss_call::CallGate gate("CERT_ImportCAChain");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_ImportCAChain(certs, numcerts, certUsage);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_ImportCAChainTrusted)(SECItem *certs, int numcerts, SECCertUsage certUsage) {
  ::psm::nss_call::CallGate gate("CERT_ImportCAChainTrusted");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_ImportCAChainTrusted(certs, numcerts, certUsage);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, CERT_ImportCRL)(CERTCertDBHandle *handle, SECItem *derCRL, char *url, int type, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_ImportCRL");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = ::psm_raw_CERT_ImportCRL(handle, derCRL, url, type, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCrl, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_ImportCerts)(CERTCertDBHandle *certdb, SECCertUsage usage, unsigned int ncerts, SECItem **derCerts, CERTCertificate ***retCerts, PRBool keepCerts, PRBool caOnly, char *nickname) {
  ::psm::nss_call::CallGate gate("CERT_ImportCerts");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(CERT_ImportCerts))(certdb, usage, ncerts, derCerts, retCerts, keepCerts, caOnly, nickname);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_IsCACert)(CERTCertificate *cert, unsigned int *rettype) {
  ::psm::nss_call::CallGate gate("CERT_IsCACert");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_CERT_IsCACert(cert, rettype);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_IsCADERCert)(SECItem *derCert, unsigned int *rettype) {
  ::psm::nss_call::CallGate gate("CERT_IsCADERCert");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_CERT_IsCADERCert(derCert, rettype);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_IsInList)(const CERTCertificate *cert, const CERTCertList *certList) {
  ::psm::nss_call::CallGate gate("CERT_IsInList");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_CERT_IsInList(cert, certList);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_IsRootDERCert)(SECItem *derCert) {
  ::psm::nss_call::CallGate gate("CERT_IsRootDERCert");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_CERT_IsRootDERCert(derCert);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, CERT_IsUserCert)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_IsUserCert");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_CERT_IsUserCert(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_KeyFromDERCrl)(PLArenaPool *arena, SECItem *derCrl, SECItem *key) {
  ::psm::nss_call::CallGate gate("CERT_KeyFromDERCrl");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_KeyFromDERCrl(arena, derCrl, key);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_MakeCANickname)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_MakeCANickname");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_MakeCANickname(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_MergeExtensions)(void *exthandle, CERTCertExtension **exts) {
  ::psm::nss_call::CallGate gate("CERT_MergeExtensions");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_MergeExtensions(exthandle, exts);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_NameToAscii)(CERTName *name) {
  ::psm::nss_call::LookupGate gate("CERT_NameToAscii");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_NameToAscii(name);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, CERT_NameToAsciiInvertible)(CERTName *name, CertStrictnessLevel strict) {
  ::psm::nss_call::LookupGate gate("CERT_NameToAsciiInvertible");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_NameToAsciiInvertible(name, strict);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, CERT_NewCertList)() {
  ::psm::nss_call::CallGate gate("CERT_NewCertList");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_CERT_NewCertList();
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, CERT_NewTempCertificate)(CERTCertDBHandle *handle, SECItem *derCert, char *nickname, PRBool isperm, PRBool copyDER) {
  ::psm::nss_call::CallGate gate("CERT_NewTempCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_CERT_NewTempCertificate(handle, derCert, nickname, isperm, copyDER);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertNicknames *, CERT_NicknameStringsFromCertList)(CERTCertList *certList, char *expiredString, char *notYetGoodString) {
  ::psm::nss_call::CallGate gate("CERT_NicknameStringsFromCertList");
  if (!gate.ok()) return nullptr;
  CERTCertNicknames *answer = ::psm_raw_CERT_NicknameStringsFromCertList(certList, expiredString, notYetGoodString);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_OCSPCacheSettings)(PRInt32 maxCacheEntries, PRUint32 minimumSecondsToNextFetchAttempt, PRUint32 maximumSecondsToNextFetchAttempt) {
  ::psm::nss_call::CallGate gate("CERT_OCSPCacheSettings");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_OCSPCacheSettings(maxCacheEntries, minimumSecondsToNextFetchAttempt, maximumSecondsToNextFetchAttempt);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_OpenCertDBFilename)(CERTCertDBHandle *handle, char *certdbname, PRBool readOnly) {
  ::psm::nss_call::CallGate gate("CERT_OpenCertDBFilename");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_OpenCertDBFilename(handle, certdbname, readOnly);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_PKIXVerifyCert)(CERTCertificate *cert, SECCertificateUsage usages, CERTValInParam *paramsIn, CERTValOutParam *paramsOut, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_PKIXVerifyCert");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(CERT_PKIXVerifyCert))(cert, usages, paramsIn, paramsOut, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, CERT_PostOCSPRequest)(PLArenaPool *arena, const char *location, const SECItem *encodedRequest) {
  ::psm::nss_call::CallGate gate("CERT_PostOCSPRequest");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_CERT_PostOCSPRequest(arena, location, encodedRequest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_RFC1485_EscapeAndQuote)(char *dst, int dstlen, char *src, int srclen) {
  ::psm::nss_call::CallGate gate("CERT_RFC1485_EscapeAndQuote");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_RFC1485_EscapeAndQuote(dst, dstlen, src, srclen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_RegisterAlternateOCSPAIAInfoCallBack)(CERT_StringFromCertFcn newCallback, CERT_StringFromCertFcn *oldCallback) {
  ::psm::nss_call::CallGate gate("CERT_RegisterAlternateOCSPAIAInfoCallBack");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_CERT_RegisterAlternateOCSPAIAInfoCallBack(newCallback, oldCallback);
  gate.Leave();
  return answer;
}

PSM_CALL(void, CERT_RemoveCertListNode)(CERTCertListNode *node) {
  ::psm::nss_call::ReleaseGate gate("CERT_RemoveCertListNode");
  if (!gate.ok()) return;
  ::psm_raw_CERT_RemoveCertListNode(node);
  gate.Leave();
}

PSM_CALL(SECStatus, CERT_SaveSMimeProfile)(CERTCertificate *cert, SECItem *emailProfile, SECItem *profileTime) {
  ::psm::nss_call::CallGate gate("CERT_SaveSMimeProfile");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_SaveSMimeProfile(cert, emailProfile, profileTime);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_SetOCSPDefaultResponder)(CERTCertDBHandle *handle, const char *url, const char *name) {
  ::psm::nss_call::CallGate gate("CERT_SetOCSPDefaultResponder");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_SetOCSPDefaultResponder(handle, url, name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_SetOCSPFailureMode)(SEC_OcspFailureMode ocspFailureMode) {
  ::psm::nss_call::CallGate gate("CERT_SetOCSPFailureMode");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_SetOCSPFailureMode(ocspFailureMode);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_SetOCSPTimeout)(PRUint32 seconds) {
  ::psm::nss_call::CallGate gate("CERT_SetOCSPTimeout");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_SetOCSPTimeout(seconds);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_SetSlopTime)(PRInt32 slop) {
  ::psm::nss_call::CallGate gate("CERT_SetSlopTime");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_SetSlopTime(slop);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_SetUsePKIXForValidation)(PRBool enable) {
  ::psm::nss_call::CallGate gate("CERT_SetUsePKIXForValidation");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_SetUsePKIXForValidation(enable);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, CERT_StartCRLEntryExtensions)(CERTCrl *crl, CERTCrlEntry *entry) {
  ::psm::nss_call::CallGate gate("CERT_StartCRLEntryExtensions");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCRLEntryExtensions(crl, entry);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, CERT_StartCRLExtensions)(CERTCrl *crl) {
  ::psm::nss_call::CallGate gate("CERT_StartCRLExtensions");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCRLExtensions(crl);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, CERT_StartCertExtensions)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_StartCertExtensions");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCertExtensions(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, CERT_StartCertificateRequestAttributes)(CERTCertificateRequest *req) {
  ::psm::nss_call::CallGate gate("CERT_StartCertificateRequestAttributes");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCertificateRequestAttributes(req);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_UncacheCRL)(CERTCertDBHandle *dbhandle, SECItem *oldcrl) {
  ::psm::nss_call::CallGate gate("CERT_UncacheCRL");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_CERT_UncacheCRL(dbhandle, oldcrl);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyCACertForUsage)(CERTCertDBHandle *handle, CERTCertificate *cert, PRBool checkSig, SECCertUsage certUsage, PRTime t, void *wincx, CERTVerifyLog *log) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCACertForUsage");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(CERT_VerifyCACertForUsage))(handle, cert, checkSig, certUsage, t, wincx, log);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyCert)(CERTCertDBHandle *handle, CERTCertificate *cert, PRBool checkSig, SECCertUsage certUsage, PRTime t, void *wincx, CERTVerifyLog *log) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCert");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(CERT_VerifyCert))(handle, cert, checkSig, certUsage, t, wincx, log);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyCertName)(const CERTCertificate *cert, const char *hostname) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertName");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifyCertName(cert, hostname);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyCertNow)(CERTCertDBHandle *handle, CERTCertificate *cert, PRBool checkSig, SECCertUsage certUsage, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertNow");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifyCertNow(handle, cert, checkSig, certUsage, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyCertificate)(CERTCertDBHandle *handle, CERTCertificate *cert, PRBool checkSig, SECCertificateUsage requiredUsages, PRTime t, void *wincx, CERTVerifyLog *log, SECCertificateUsage *returnedUsages) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertificate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(CERT_VerifyCertificate))(handle, cert, checkSig, requiredUsages, t, wincx, log, returnedUsages);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyCertificateNow)(CERTCertDBHandle *handle, CERTCertificate *cert, PRBool checkSig, SECCertificateUsage requiredUsages, void *wincx, SECCertificateUsage *returnedUsages) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertificateNow");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifyCertificateNow(handle, cert, checkSig, requiredUsages, wincx, returnedUsages);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifyOCSPResponseSignature)(CERTOCSPResponse *response, CERTCertDBHandle *handle, void *pwArg, CERTCertificate **pSignerCert, CERTCertificate *issuerCert) {
  ::psm::nss_call::CallGate gate("CERT_VerifyOCSPResponseSignature");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifyOCSPResponseSignature(response, handle, pwArg, pSignerCert, issuerCert);
  PSM_COUNT(if (answer == SECSuccess && pSignerCert != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, *pSignerCert);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifySignedData)(CERTSignedData *sd, CERTCertificate *cert, PRTime t, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifySignedData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifySignedData(sd, cert, t, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifySignedDataWithPublicKey)(const CERTSignedData *sd, SECKEYPublicKey *pubKey, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifySignedDataWithPublicKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifySignedDataWithPublicKey(sd, pubKey, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, CERT_VerifySignedDataWithPublicKeyInfo)(CERTSignedData *sd, CERTSubjectPublicKeyInfo *pubKeyInfo, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifySignedDataWithPublicKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_CERT_VerifySignedDataWithPublicKeyInfo(sd, pubKeyInfo, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, DSAU_DecodeDerSig)(const SECItem *item) {
  ::psm::nss_call::CallGate gate("DSAU_DecodeDerSig");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_DSAU_DecodeDerSig(item);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, DSAU_DecodeDerSigToLen)(const SECItem *item, unsigned int len) {
  ::psm::nss_call::CallGate gate("DSAU_DecodeDerSigToLen");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_DSAU_DecodeDerSigToLen(item, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, DSAU_EncodeDerSig)(SECItem *dest, SECItem *src) {
  ::psm::nss_call::CallGate gate("DSAU_EncodeDerSig");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_DSAU_EncodeDerSig(dest, src);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, DSAU_EncodeDerSigWithLen)(SECItem *dest, SECItem *src, unsigned int len) {
  ::psm::nss_call::CallGate gate("DSAU_EncodeDerSigWithLen");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_DSAU_EncodeDerSigWithLen(dest, src, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, DTLS_GetHandshakeTimeout)(PRFileDesc *socket, PRIntervalTime *timeout) {
  ::psm::nss_call::CallGate gate("DTLS_GetHandshakeTimeout");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_DTLS_GetHandshakeTimeout(socket, timeout);
  gate.Leave();
  return answer;
}

PSM_CALL(PRFileDesc *, DTLS_ImportFD)(PRFileDesc *model, PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("DTLS_ImportFD");
  if (!gate.ok()) return nullptr;
  PRFileDesc *answer = ::psm_special_DTLS_ImportFD(model, fd);
  gate.Leave();
  return answer;
}

PSM_CALL(void, HASH_Begin)(HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_Begin");
  if (!gate.ok()) return;
  ::psm_raw_HASH_Begin(context);
  gate.Leave();
}

PSM_CALL(HASHContext *, HASH_Clone)(HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_Clone");
  if (!gate.ok()) return nullptr;
  HASHContext *answer = ::psm_raw_HASH_Clone(context);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kHashContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(HASHContext *, HASH_Create)(HASH_HashType type) {
  ::psm::nss_call::CallGate gate("HASH_Create");
  if (!gate.ok()) return nullptr;
  HASHContext *answer = ::psm_raw_HASH_Create(type);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kHashContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, HASH_Destroy)(HASHContext *context) {
  ::psm::nss_call::ReleaseGate gate("HASH_Destroy");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kHashContext, context);)
  ::psm_raw_HASH_Destroy(context);
  gate.Leave();
}

PSM_CALL(void, HASH_End)(HASHContext *context, unsigned char *result, unsigned int *result_len, unsigned int max_result_len) {
  ::psm::nss_call::CallGate gate("HASH_End");
  if (!gate.ok()) { if (result_len != nullptr) *result_len = 0; return; }
  ::psm_raw_HASH_End(context, result, result_len, max_result_len);
  gate.Leave();
}

PSM_CALL(const SECHashObject *, HASH_GetHashObject)(HASH_HashType type) {
  ::psm::nss_call::CallGate gate("HASH_GetHashObject");
  if (!gate.ok()) return nullptr;
  const SECHashObject *answer = ::psm_special_HASH_GetHashObject(type);
  gate.Leave();
  return answer;
}

PSM_CALL(const SECHashObject *, HASH_GetHashObjectByOidTag)(SECOidTag hashOid) {
  ::psm::nss_call::CallGate gate("HASH_GetHashObjectByOidTag");
  if (!gate.ok()) return nullptr;
  const SECHashObject *answer = ::psm_special_HASH_GetHashObjectByOidTag(hashOid);
  gate.Leave();
  return answer;
}

PSM_CALL(HASH_HashType, HASH_GetType)(HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_GetType");
  if (!gate.ok()) return HASH_AlgNULL;
  HASH_HashType answer = ::psm_raw_HASH_GetType(context);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, HASH_HashBuf)(HASH_HashType type, unsigned char *dest, const unsigned char *src, PRUint32 src_len) {
  ::psm::nss_call::CallGate gate("HASH_HashBuf");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_HASH_HashBuf(type, dest, src, src_len);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, HASH_ResultLenContext)(HASHContext *context) {
  ::psm::nss_call::CallGate gate("HASH_ResultLenContext");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_HASH_ResultLenContext(context);
  gate.Leave();
  return answer;
}

PSM_CALL(void, HASH_Update)(HASHContext *context, const unsigned char *src, unsigned int len) {
  ::psm::nss_call::CallGate gate("HASH_Update");
  if (!gate.ok()) return;
  ::psm_raw_HASH_Update(context, src, len);
  gate.Leave();
}

PSM_CALL(PK11SymKey *, NSS_CMSContentInfo_GetBulkKey)(NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetBulkKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_NSS_CMSContentInfo_GetBulkKey(cinfo);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(int, NSS_CMSContentInfo_GetBulkKeySize)(NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetBulkKeySize");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_NSS_CMSContentInfo_GetBulkKeySize(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, NSS_CMSContentInfo_GetContent)(NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetContent");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_NSS_CMSContentInfo_GetContent(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, NSS_CMSContentInfo_GetContentEncAlgTag)(NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetContentEncAlgTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_NSS_CMSContentInfo_GetContentEncAlgTag(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, NSS_CMSContentInfo_GetContentTypeTag)(NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetContentTypeTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_NSS_CMSContentInfo_GetContentTypeTag(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSContentInfo_SetBulkKey)(NSSCMSContentInfo *cinfo, PK11SymKey *bulkkey) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetBulkKey");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSContentInfo_SetBulkKey(cinfo, bulkkey);
  gate.Leave();
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContent)(NSSCMSMessage *cmsg, NSSCMSContentInfo *cinfo, SECOidTag type, void *ptr) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent(cmsg, cinfo, type, ptr);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContentEncAlg)(PLArenaPool *poolp, NSSCMSContentInfo *cinfo, SECOidTag bulkalgtag, SECItem *parameters, int keysize) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContentEncAlg");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContentEncAlg(poolp, cinfo, bulkalgtag, parameters, keysize);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContent_Data)(NSSCMSMessage *cmsg, NSSCMSContentInfo *cinfo, SECItem *data, PRBool detached) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_Data");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_Data(cmsg, cinfo, data, detached);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContent_DigestedData)(NSSCMSMessage *cmsg, NSSCMSContentInfo *cinfo, NSSCMSDigestedData *digd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_DigestedData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_DigestedData(cmsg, cinfo, digd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContent_EncryptedData)(NSSCMSMessage *cmsg, NSSCMSContentInfo *cinfo, NSSCMSEncryptedData *encd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_EncryptedData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_EncryptedData(cmsg, cinfo, encd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContent_EnvelopedData)(NSSCMSMessage *cmsg, NSSCMSContentInfo *cinfo, NSSCMSEnvelopedData *envd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_EnvelopedData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_EnvelopedData(cmsg, cinfo, envd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetContent_SignedData)(NSSCMSMessage *cmsg, NSSCMSContentInfo *cinfo, NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_SignedData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_SignedData(cmsg, cinfo, sigd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSContentInfo_SetDontStream)(NSSCMSContentInfo *cinfo, PRBool dontStream) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetDontStream");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetDontStream(cinfo, dontStream);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSDEREncode)(NSSCMSMessage *cmsg, SECItem *input, SECItem *derOut, PLArenaPool *arena) {
  ::psm::nss_call::CallGate gate("NSS_CMSDEREncode");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSDEREncode(cmsg, input, derOut, arena);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSDecoder_Cancel)(NSSCMSDecoderContext *p7dcx) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSDecoder_Cancel");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsDecoder, p7dcx);)
  ::psm_raw_NSS_CMSDecoder_Cancel(p7dcx);
  gate.Leave();
}

PSM_CALL(NSSCMSMessage *, NSS_CMSDecoder_Finish)(NSSCMSDecoderContext *p7dcx) {
  ::psm::nss_call::CallGate gate("NSS_CMSDecoder_Finish");
  if (!gate.ok()) return nullptr;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsDecoder, p7dcx);)
  NSSCMSMessage *answer = ::psm_raw_NSS_CMSDecoder_Finish(p7dcx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSDecoderContext *, NSS_CMSDecoder_Start)(PLArenaPool *poolp, NSSCMSContentCallback cb, void *cb_arg, PK11PasswordFunc pwfn, void *pwfn_arg, NSSCMSGetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSDecoder_Start");
  if (!gate.ok()) return nullptr;
  NSSCMSDecoderContext *answer = ::psm_special_NSS_CMSDecoder_Start(poolp, cb, cb_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsDecoder, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSDecoder_Update)(NSSCMSDecoderContext *p7dcx, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("NSS_CMSDecoder_Update");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSDecoder_Update(p7dcx, buf, len);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSDigestContext_Cancel)(NSSCMSDigestContext *cmsdigcx) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSDigestContext_Cancel");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsDigestContext, cmsdigcx);)
  ::psm_raw_NSS_CMSDigestContext_Cancel(cmsdigcx);
  gate.Leave();
}

PSM_CALL(SECStatus, NSS_CMSDigestContext_FinishMultiple)(NSSCMSDigestContext *cmsdigcx, PLArenaPool *poolp, SECItem ***digestsp) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_FinishMultiple");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsDigestContext, cmsdigcx);)
  SECStatus answer = ::psm_raw_NSS_CMSDigestContext_FinishMultiple(cmsdigcx, poolp, digestsp);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSDigestContext_FinishSingle)(NSSCMSDigestContext *cmsdigcx, PLArenaPool *poolp, SECItem *digest) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_FinishSingle");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsDigestContext, cmsdigcx);)
  SECStatus answer = ::psm_raw_NSS_CMSDigestContext_FinishSingle(cmsdigcx, poolp, digest);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSDigestContext *, NSS_CMSDigestContext_StartMultiple)(SECAlgorithmID **digestalgs) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_StartMultiple");
  if (!gate.ok()) return nullptr;
  NSSCMSDigestContext *answer = ::psm_raw_NSS_CMSDigestContext_StartMultiple(digestalgs);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsDigestContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSDigestContext *, NSS_CMSDigestContext_StartSingle)(SECAlgorithmID *digestalg) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_StartSingle");
  if (!gate.ok()) return nullptr;
  NSSCMSDigestContext *answer = ::psm_raw_NSS_CMSDigestContext_StartSingle(digestalg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsDigestContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSDigestContext_Update)(NSSCMSDigestContext *cmsdigcx, const unsigned char *data, int len) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_Update");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSDigestContext_Update(cmsdigcx, data, len);
  gate.Leave();
}

PSM_CALL(NSSCMSDigestedData *, NSS_CMSDigestedData_Create)(NSSCMSMessage *cmsg, SECAlgorithmID *digestalg) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestedData_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSDigestedData *answer = ::psm_raw_NSS_CMSDigestedData_Create(cmsg, digestalg);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSDigestedData_Destroy)(NSSCMSDigestedData *digd) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSDigestedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSDigestedData_Destroy(digd);
  gate.Leave();
}

PSM_CALL(NSSCMSContentInfo *, NSS_CMSDigestedData_GetContentInfo)(NSSCMSDigestedData *digd) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSDigestedData_GetContentInfo(digd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSEncoder_Cancel)(NSSCMSEncoderContext *p7ecx) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSEncoder_Cancel");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsEncoder, p7ecx);)
  SECStatus answer = ::psm_raw_NSS_CMSEncoder_Cancel(p7ecx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSEncoder_Finish)(NSSCMSEncoderContext *p7ecx) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncoder_Finish");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsEncoder, p7ecx);)
  SECStatus answer = ::psm_raw_NSS_CMSEncoder_Finish(p7ecx);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSEncoderContext *, NSS_CMSEncoder_Start)(NSSCMSMessage *cmsg, NSSCMSContentCallback outputfn, void *outputarg, SECItem *dest, PLArenaPool *destpoolp, PK11PasswordFunc pwfn, void *pwfn_arg, NSSCMSGetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg, SECAlgorithmID **detached_digestalgs, SECItem **detached_digests) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncoder_Start");
  if (!gate.ok()) return nullptr;
  NSSCMSEncoderContext *answer = ::psm_special_NSS_CMSEncoder_Start(cmsg, outputfn, outputarg, dest, destpoolp, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg, detached_digestalgs, detached_digests);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsEncoder, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSEncoder_Update)(NSSCMSEncoderContext *p7ecx, const char *data, unsigned long len) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncoder_Update");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSEncoder_Update(p7ecx, data, len);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSEncryptedData *, NSS_CMSEncryptedData_Create)(NSSCMSMessage *cmsg, SECOidTag algorithm, int keysize) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncryptedData_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSEncryptedData *answer = ::psm_raw_NSS_CMSEncryptedData_Create(cmsg, algorithm, keysize);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSEncryptedData_Destroy)(NSSCMSEncryptedData *encd) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSEncryptedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSEncryptedData_Destroy(encd);
  gate.Leave();
}

PSM_CALL(NSSCMSContentInfo *, NSS_CMSEncryptedData_GetContentInfo)(NSSCMSEncryptedData *encd) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncryptedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSEncryptedData_GetContentInfo(encd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSEnvelopedData_AddRecipient)(NSSCMSEnvelopedData *edp, NSSCMSRecipientInfo *rip) {
  ::psm::nss_call::CallGate gate("NSS_CMSEnvelopedData_AddRecipient");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSEnvelopedData_AddRecipient(edp, rip);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSEnvelopedData *, NSS_CMSEnvelopedData_Create)(NSSCMSMessage *cmsg, SECOidTag algorithm, int keysize) {
  ::psm::nss_call::CallGate gate("NSS_CMSEnvelopedData_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSEnvelopedData *answer = ::psm_raw_NSS_CMSEnvelopedData_Create(cmsg, algorithm, keysize);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSEnvelopedData_Destroy)(NSSCMSEnvelopedData *edp) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSEnvelopedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSEnvelopedData_Destroy(edp);
  gate.Leave();
}

PSM_CALL(NSSCMSContentInfo *, NSS_CMSEnvelopedData_GetContentInfo)(NSSCMSEnvelopedData *envd) {
  ::psm::nss_call::CallGate gate("NSS_CMSEnvelopedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSEnvelopedData_GetContentInfo(envd);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSContentInfo *, NSS_CMSMessage_ContentLevel)(NSSCMSMessage *cmsg, int n) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_ContentLevel");
  if (!gate.ok()) return nullptr;
  NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSMessage_ContentLevel(cmsg, n);
  gate.Leave();
  return answer;
}

PSM_CALL(int, NSS_CMSMessage_ContentLevelCount)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_ContentLevelCount");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_NSS_CMSMessage_ContentLevelCount(cmsg);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSMessage *, NSS_CMSMessage_Copy)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_Copy");
  if (!gate.ok()) return nullptr;
  NSSCMSMessage *answer = ::psm_raw_NSS_CMSMessage_Copy(cmsg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSMessage *, NSS_CMSMessage_Create)(PLArenaPool *poolp) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSMessage *answer = ::psm_raw_NSS_CMSMessage_Create(poolp);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSMessage *, NSS_CMSMessage_CreateFromDER)(SECItem *DERmessage, NSSCMSContentCallback cb, void *cb_arg, PK11PasswordFunc pwfn, void *pwfn_arg, NSSCMSGetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_CreateFromDER");
  if (!gate.ok()) return nullptr;
  NSSCMSMessage *answer = ::psm_special_NSS_CMSMessage_CreateFromDER(DERmessage, cb, cb_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSMessage_Destroy)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSMessage_Destroy");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kCmsMessage, cmsg);)
  ::psm_raw_NSS_CMSMessage_Destroy(cmsg);
  gate.Leave();
}

PSM_CALL(SECItem *, NSS_CMSMessage_GetContent)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_GetContent");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_NSS_CMSMessage_GetContent(cmsg);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSContentInfo *, NSS_CMSMessage_GetContentInfo)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_GetContentInfo");
  if (!gate.ok()) return nullptr;
  NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSMessage_GetContentInfo(cmsg);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, NSS_CMSMessage_IsEncrypted)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_IsEncrypted");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_NSS_CMSMessage_IsEncrypted(cmsg);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, NSS_CMSMessage_IsSigned)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_IsSigned");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_NSS_CMSMessage_IsSigned(cmsg);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSRecipientInfo *, NSS_CMSRecipientInfo_Create)(NSSCMSMessage *cmsg, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_Create(cmsg, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSRecipientInfo *, NSS_CMSRecipientInfo_CreateFromDER)(SECItem *input, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateFromDER");
  if (!gate.ok()) return nullptr;
  NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateFromDER(input, pwfn_arg);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSRecipientInfo *, NSS_CMSRecipientInfo_CreateNew)(void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateNew");
  if (!gate.ok()) return nullptr;
  NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateNew(pwfn_arg);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSRecipientInfo *, NSS_CMSRecipientInfo_CreateWithSubjKeyID)(NSSCMSMessage *cmsg, SECItem *subjKeyID, SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateWithSubjKeyID");
  if (!gate.ok()) return nullptr;
  NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateWithSubjKeyID(cmsg, subjKeyID, pubKey);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSRecipientInfo *, NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert)(NSSCMSMessage *cmsg, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert");
  if (!gate.ok()) return nullptr;
  NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert(cmsg, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSRecipientInfo_Destroy)(NSSCMSRecipientInfo *ri) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSRecipientInfo_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSRecipientInfo_Destroy(ri);
  gate.Leave();
}

PSM_CALL(SECStatus, NSS_CMSRecipientInfo_Encode)(PLArenaPool *poolp, const NSSCMSRecipientInfo *src, SECItem *returned) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_Encode");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSRecipientInfo_Encode(poolp, src, returned);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSRecipientInfo_GetCertAndKey)(NSSCMSRecipientInfo *ri, CERTCertificate **retcert, SECKEYPrivateKey **retkey) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_GetCertAndKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSRecipientInfo_GetCertAndKey(ri, retcert, retkey);
  PSM_COUNT(if (answer == SECSuccess && retcert != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, *retcert);)
  PSM_COUNT(if (answer == SECSuccess && retkey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *retkey);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, NSS_CMSRecipientInfo_UnwrapBulkKey)(NSSCMSRecipientInfo *ri, int subIndex, CERTCertificate *cert, SECKEYPrivateKey *privkey, SECOidTag bulkalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_UnwrapBulkKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_NSS_CMSRecipientInfo_UnwrapBulkKey(ri, subIndex, cert, privkey, bulkalgtag);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSRecipientInfo_WrapBulkKey)(NSSCMSRecipientInfo *ri, PK11SymKey *bulkkey, SECOidTag bulkalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_WrapBulkKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSRecipientInfo_WrapBulkKey(ri, bulkkey, bulkalgtag);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_AddCertChain)(NSSCMSSignedData *sigd, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddCertChain");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddCertChain(sigd, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_AddCertList)(NSSCMSSignedData *sigd, CERTCertificateList *certlist) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddCertList");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddCertList(sigd, certlist);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_AddCertificate)(NSSCMSSignedData *sigd, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddCertificate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddCertificate(sigd, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_AddDigest)(PLArenaPool *poolp, NSSCMSSignedData *sigd, SECOidTag digestalgtag, SECItem *digest) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddDigest");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddDigest(poolp, sigd, digestalgtag, digest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_AddSignerInfo)(NSSCMSSignedData *sigd, NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddSignerInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddSignerInfo(sigd, signerinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSSignedData *, NSS_CMSSignedData_Create)(NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSSignedData *answer = ::psm_raw_NSS_CMSSignedData_Create(cmsg);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSSignedData *, NSS_CMSSignedData_CreateCertsOnly)(NSSCMSMessage *cmsg, CERTCertificate *cert, PRBool include_chain) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_CreateCertsOnly");
  if (!gate.ok()) return nullptr;
  NSSCMSSignedData *answer = ::psm_raw_NSS_CMSSignedData_CreateCertsOnly(cmsg, cert, include_chain);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSSignedData_Destroy)(NSSCMSSignedData *sigd) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSSignedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSSignedData_Destroy(sigd);
  gate.Leave();
}

PSM_CALL(NSSCMSContentInfo *, NSS_CMSSignedData_GetContentInfo)(NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSSignedData_GetContentInfo(sigd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECAlgorithmID **, NSS_CMSSignedData_GetDigestAlgs)(NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_GetDigestAlgs");
  if (!gate.ok()) return nullptr;
  SECAlgorithmID **answer = ::psm_raw_NSS_CMSSignedData_GetDigestAlgs(sigd);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSSignerInfo *, NSS_CMSSignedData_GetSignerInfo)(NSSCMSSignedData *sigd, int i) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_GetSignerInfo");
  if (!gate.ok()) return nullptr;
  NSSCMSSignerInfo *answer = ::psm_raw_NSS_CMSSignedData_GetSignerInfo(sigd, i);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, NSS_CMSSignedData_HasDigests)(NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_HasDigests");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_NSS_CMSSignedData_HasDigests(sigd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_ImportCerts)(NSSCMSSignedData *sigd, CERTCertDBHandle *certdb, SECCertUsage certusage, PRBool keepcerts) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_ImportCerts");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_ImportCerts(sigd, certdb, certusage, keepcerts);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_SetDigestValue)(NSSCMSSignedData *sigd, SECOidTag digestalgtag, SECItem *digestdata) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_SetDigestValue");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_SetDigestValue(sigd, digestalgtag, digestdata);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_SetDigests)(NSSCMSSignedData *sigd, SECAlgorithmID **digestalgs, SECItem **digests) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_SetDigests");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_SetDigests(sigd, digestalgs, digests);
  gate.Leave();
  return answer;
}

PSM_CALL(int, NSS_CMSSignedData_SignerInfoCount)(NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_SignerInfoCount");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_NSS_CMSSignedData_SignerInfoCount(sigd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_VerifyCertsOnly)(NSSCMSSignedData *sigd, CERTCertDBHandle *certdb, SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_VerifyCertsOnly");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_VerifyCertsOnly(sigd, certdb, usage);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignedData_VerifySignerInfo)(NSSCMSSignedData *sigd, int i, CERTCertDBHandle *certdb, SECCertUsage certusage) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_VerifySignerInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignedData_VerifySignerInfo(sigd, i, certdb, certusage);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs)(NSSCMSSignerInfo *signerinfo, CERTCertificate *cert, CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs(signerinfo, cert, certdb);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_AddSMIMECaps)(NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddSMIMECaps");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddSMIMECaps(signerinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs)(NSSCMSSignerInfo *signerinfo, CERTCertificate *cert, CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs(signerinfo, cert, certdb);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_AddSigningTime)(NSSCMSSignerInfo *signerinfo, PRTime t) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddSigningTime");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddSigningTime(signerinfo, t);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSSignerInfo *, NSS_CMSSignerInfo_Create)(NSSCMSMessage *cmsg, CERTCertificate *cert, SECOidTag digestalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_Create");
  if (!gate.ok()) return nullptr;
  NSSCMSSignerInfo *answer = ::psm_raw_NSS_CMSSignerInfo_Create(cmsg, cert, digestalgtag);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSSignerInfo *, NSS_CMSSignerInfo_CreateWithSubjKeyID)(NSSCMSMessage *cmsg, SECItem *subjKeyID, SECKEYPublicKey *pubKey, SECKEYPrivateKey *signingKey, SECOidTag digestalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_CreateWithSubjKeyID");
  if (!gate.ok()) return nullptr;
  NSSCMSSignerInfo *answer = ::psm_raw_NSS_CMSSignerInfo_CreateWithSubjKeyID(cmsg, subjKeyID, pubKey, signingKey, digestalgtag);
  gate.Leave();
  return answer;
}

PSM_CALL(void, NSS_CMSSignerInfo_Destroy)(NSSCMSSignerInfo *si) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSSignerInfo_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSSignerInfo_Destroy(si);
  gate.Leave();
}

PSM_CALL(CERTCertificateList *, NSS_CMSSignerInfo_GetCertList)(NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetCertList");
  if (!gate.ok()) return nullptr;
  CERTCertificateList *answer = ::psm_raw_NSS_CMSSignerInfo_GetCertList(signerinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, NSS_CMSSignerInfo_GetSignerCommonName)(NSSCMSSignerInfo *sinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSignerCommonName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_NSS_CMSSignerInfo_GetSignerCommonName(sinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, NSS_CMSSignerInfo_GetSignerEmailAddress)(NSSCMSSignerInfo *sinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSignerEmailAddress");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_NSS_CMSSignerInfo_GetSignerEmailAddress(sinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, NSS_CMSSignerInfo_GetSigningCertificate)(NSSCMSSignerInfo *signerinfo, CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSigningCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_NSS_CMSSignerInfo_GetSigningCertificate(signerinfo, certdb);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_GetSigningTime)(NSSCMSSignerInfo *sinfo, PRTime *stime) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSigningTime");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_GetSigningTime(sinfo, stime);
  gate.Leave();
  return answer;
}

PSM_CALL(NSSCMSVerificationStatus, NSS_CMSSignerInfo_GetVerificationStatus)(NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetVerificationStatus");
  if (!gate.ok()) return NSSCMSVS_Unverified;
  NSSCMSVerificationStatus answer = ::psm_raw_NSS_CMSSignerInfo_GetVerificationStatus(signerinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(int, NSS_CMSSignerInfo_GetVersion)(NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetVersion");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_NSS_CMSSignerInfo_GetVersion(signerinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_IncludeCerts)(NSSCMSSignerInfo *signerinfo, NSSCMSCertChainMode cm, SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_IncludeCerts");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_IncludeCerts(signerinfo, cm, usage);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSSignerInfo_Verify)(NSSCMSSignerInfo *signerinfo, SECItem *digest, SECItem *contentType) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_Verify");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_Verify(signerinfo, digest, contentType);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CMSType_RegisterContentType)(SECOidTag type, SEC_ASN1Template *asn1Template, size_t size, NSSCMSGenericWrapperDataDestroy destroy, NSSCMSGenericWrapperDataCallback decode_before, NSSCMSGenericWrapperDataCallback decode_after, NSSCMSGenericWrapperDataCallback decode_end, NSSCMSGenericWrapperDataCallback encode_start, NSSCMSGenericWrapperDataCallback encode_before, NSSCMSGenericWrapperDataCallback encode_after, PRBool isData) {
  ::psm::nss_call::CallGate gate("NSS_CMSType_RegisterContentType");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CMSType_RegisterContentType(type, asn1Template, size, destroy, decode_before, decode_after, decode_end, encode_start, encode_before, encode_after, isData);
  gate.Leave();
  return answer;
}

PSM_CALL(const char *, NSS_CMSUtil_VerificationStatusToString)(NSSCMSVerificationStatus vs) {
  ::psm::nss_call::CallGate gate("NSS_CMSUtil_VerificationStatusToString");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_NSS_CMSUtil_VerificationStatusToString(vs);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_CmpCertChainWCANames)(CERTCertificate *cert, CERTDistNames *caNames) {
  ::psm::nss_call::CallGate gate("NSS_CmpCertChainWCANames");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_CmpCertChainWCANames(cert, caNames);
  gate.Leave();
  return answer;
}

PSM_CALL(SSLKEAType, NSS_FindCertKEAType)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_FindCertKEAType");
  if (!gate.ok()) return ssl_kea_null;
  SSLKEAType answer = ::psm_raw_NSS_FindCertKEAType(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_GetAlgorithmPolicy)(SECOidTag tag, PRUint32 *pValue) {
  ::psm::nss_call::LookupGate gate("NSS_GetAlgorithmPolicy");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_GetAlgorithmPolicy(tag, pValue);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_GetClientAuthData)(void *arg, PRFileDesc *socket, struct CERTDistNamesStr *caNames, struct CERTCertificateStr **pRetCert, struct SECKEYPrivateKeyStr **pRetKey) {
  ::psm::nss_call::CallGate gate("NSS_GetClientAuthData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_GetClientAuthData(arg, socket, caNames, pRetCert, pRetKey);
  PSM_COUNT(if (answer == SECSuccess && pRetCert != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, *pRetCert);)
  PSM_COUNT(if (answer == SECSuccess && pRetKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *pRetKey);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_Init)(const char *configdir) {
  return ::psm_special_NSS_Init(configdir);
}

PSM_CALL(NSSInitContext *, NSS_InitContext)(const char *configdir, const char *certPrefix, const char *keyPrefix, const char *secmodName, NSSInitParameters *initParams, PRUint32 flags) {
  return ::psm_special_NSS_InitContext(configdir, certPrefix, keyPrefix, secmodName, initParams, flags);
}

PSM_CALL(SECStatus, NSS_InitReadWrite)(const char *configdir) {
  return ::psm_special_NSS_InitReadWrite(configdir);
}

PSM_CALL(SECStatus, NSS_InitWithMerge)(const char *configdir, const char *certPrefix, const char *keyPrefix, const char *secmodName, const char *updatedir, const char *updCertPrefix, const char *updKeyPrefix, const char *updateID, const char *updateName, PRUint32 flags) {
  return ::psm_special_NSS_InitWithMerge(configdir, certPrefix, keyPrefix, secmodName, updatedir, updCertPrefix, updKeyPrefix, updateID, updateName, flags);
}

PSM_CALL(SECStatus, NSS_Initialize)(const char *configdir, const char *certPrefix, const char *keyPrefix, const char *secmodName, PRUint32 flags) {
  return ::psm_special_NSS_Initialize(configdir, certPrefix, keyPrefix, secmodName, flags);
}

PSM_CALL(SECStatus, NSS_NoDB_Init)(const char *configdir) {
  return ::psm_special_NSS_NoDB_Init(configdir);
}

PSM_CALL(SECStatus, NSS_RegisterShutdown)(NSS_ShutdownFunc sFunc, void *appData) {
  ::psm::nss_call::CallGate gate("NSS_RegisterShutdown");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_RegisterShutdown(sFunc, appData);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SMIMESignerInfo_SaveSMIMEProfile)(NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_SMIMESignerInfo_SaveSMIMEProfile");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SMIMESignerInfo_SaveSMIMEProfile(signerinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs)(PLArenaPool *poolp, SECItem *dest, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs(poolp, dest, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SMIMEUtil_FindBulkAlgForRecipients)(CERTCertificate **rcerts, SECOidTag *bulkalgtag, int *keysize) {
  ::psm::nss_call::CallGate gate("NSS_SMIMEUtil_FindBulkAlgForRecipients");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SMIMEUtil_FindBulkAlgForRecipients(rcerts, bulkalgtag, keysize);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SetAlgorithmPolicy)(SECOidTag tag, PRUint32 setBits, PRUint32 clearBits) {
  ::psm::nss_call::LookupGate gate("NSS_SetAlgorithmPolicy");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SetAlgorithmPolicy(tag, setBits, clearBits);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SetDomesticPolicy)() {
  ::psm::nss_call::LookupGate gate("NSS_SetDomesticPolicy");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SetDomesticPolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SetExportPolicy)() {
  ::psm::nss_call::LookupGate gate("NSS_SetExportPolicy");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SetExportPolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_SetFrancePolicy)() {
  ::psm::nss_call::LookupGate gate("NSS_SetFrancePolicy");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_SetFrancePolicy();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, NSS_Shutdown)() {
  return ::psm_special_NSS_Shutdown();
}

PSM_CALL(SECStatus, NSS_ShutdownContext)(NSSInitContext *arg0) {
  return ::psm_special_NSS_ShutdownContext(arg0);
}

PSM_CALL(SECStatus, NSS_UnregisterShutdown)(NSS_ShutdownFunc sFunc, void *appData) {
  ::psm::nss_call::CallGate gate("NSS_UnregisterShutdown");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_NSS_UnregisterShutdown(sFunc, appData);
  gate.Leave();
  return answer;
}

PSM_CALL(PBEBitGenContext *, PBE_CreateContext)(SECOidTag hashAlgorithm, PBEBitGenID bitGenPurpose, SECItem *pwitem, SECItem *salt, unsigned int bitsNeeded, unsigned int iterations) {
  ::psm::nss_call::CallGate gate("PBE_CreateContext");
  if (!gate.ok()) return nullptr;
  PBEBitGenContext *answer = ::psm_raw_PBE_CreateContext(hashAlgorithm, bitGenPurpose, pwitem, salt, bitsNeeded, iterations);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PBE_GenerateBits)(PBEBitGenContext *context) {
  ::psm::nss_call::CallGate gate("PBE_GenerateBits");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PBE_GenerateBits(context);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11SDR_Decrypt)(SECItem *data, SECItem *result, void *cx) {
  ::psm::nss_call::CallGate gate("PK11SDR_Decrypt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11SDR_Decrypt(data, result, cx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11SDR_Encrypt)(SECItem *keyid, SECItem *data, SECItem *result, void *cx) {
  ::psm::nss_call::CallGate gate("PK11SDR_Encrypt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11SDR_Encrypt(keyid, data, result, cx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_AEADOp)(PK11Context *context, CK_GENERATOR_FUNCTION ivGen, int fixedbits, unsigned char *iv, int ivlen, const unsigned char *aad, int aadlen, unsigned char *out, int *outlen, int maxout, unsigned char *tag, int taglen, const unsigned char *in, int inlen) {
  ::psm::nss_call::CallGate gate("PK11_AEADOp");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_AEADOp(context, ivGen, fixedbits, iv, ivlen, aad, aadlen, out, outlen, maxout, tag, taglen, in, inlen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_AEADRawOp)(PK11Context *context, void *params, int paramslen, const unsigned char *aad, int aadlen, unsigned char *out, int *outlen, int maxout, const unsigned char *in, int inlen) {
  ::psm::nss_call::CallGate gate("PK11_AEADRawOp");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_AEADRawOp(context, params, paramslen, aad, aadlen, out, outlen, maxout, in, inlen);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_MECHANISM_TYPE, PK11_AlgtagToMechanism)(SECOidTag algTag) {
  ::psm::nss_call::CallGate gate("PK11_AlgtagToMechanism");
  if (!gate.ok()) return CKM_INVALID_MECHANISM;
  CK_MECHANISM_TYPE answer = ::psm_raw_PK11_AlgtagToMechanism(algTag);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_Authenticate)(PK11SlotInfo *slot, PRBool loadCerts, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_Authenticate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Authenticate(slot, loadCerts, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_BlockData)(SECItem *data, unsigned long size) {
  ::psm::nss_call::CallGate gate("PK11_BlockData");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_BlockData(data, size);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ChangePW)(PK11SlotInfo *slot, const char *oldpw, const char *newpw) {
  ::psm::nss_call::CallGate gate("PK11_ChangePW");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ChangePW(slot, oldpw, newpw);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_CheckSSOPassword)(PK11SlotInfo *slot, char *ssopw) {
  ::psm::nss_call::CallGate gate("PK11_CheckSSOPassword");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_CheckSSOPassword(slot, ssopw);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_CheckUserPassword)(PK11SlotInfo *slot, const char *pw) {
  ::psm::nss_call::CallGate gate("PK11_CheckUserPassword");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_CheckUserPassword(slot, pw);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_CipherOp)(PK11Context *context, unsigned char *out, int *outlen, int maxout, const unsigned char *in, int inlen) {
  ::psm::nss_call::CallGate gate("PK11_CipherOp");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_CipherOp(context, out, outlen, maxout, in, inlen);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11Context *, PK11_CloneContext)(PK11Context *old) {
  ::psm::nss_call::CallGate gate("PK11_CloneContext");
  if (!gate.ok()) return nullptr;
  PK11Context *answer = ::psm_raw_PK11_CloneContext(old);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_ConfigurePKCS11)(const char *man, const char *libdesc, const char *tokdesc, const char *ptokdesc, const char *slotdesc, const char *pslotdesc, const char *fslotdesc, const char *fpslotdesc, int minPwd, int pwRequired) {
  ::psm_special_PK11_ConfigurePKCS11(man, libdesc, tokdesc, ptokdesc, slotdesc, pslotdesc, fslotdesc, fpslotdesc, minPwd, pwRequired);
}

PSM_CALL(PRBool, PK11_ContextGetFIPSStatus)(PK11Context *context) {
  ::psm::nss_call::CallGate gate("PK11_ContextGetFIPSStatus");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_ContextGetFIPSStatus(context);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_ConvertSessionPrivKeyToTokenPrivKey)(SECKEYPrivateKey *privk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ConvertSessionPrivKeyToTokenPrivKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_ConvertSessionPrivKeyToTokenPrivKey(privk, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_ConvertSessionSymKeyToTokenSymKey)(PK11SymKey *symk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ConvertSessionSymKeyToTokenSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_ConvertSessionSymKeyToTokenSymKey(symk, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_CopySymKeyForSigning)(PK11SymKey *originalKey, CK_MECHANISM_TYPE mech) {
  ::psm::nss_call::CallGate gate("PK11_CopySymKeyForSigning");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_CopySymKeyForSigning(originalKey, mech);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_CopyTokenPrivKeyToSessionPrivKey)(PK11SlotInfo *destSlot, SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("PK11_CopyTokenPrivKeyToSessionPrivKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_CopyTokenPrivKeyToSessionPrivKey(destSlot, privKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11Context *, PK11_CreateContextByPrivKey)(CK_MECHANISM_TYPE type, CK_ATTRIBUTE_TYPE operation, SECKEYPrivateKey *privKey, const SECItem *param) {
  ::psm::nss_call::CallGate gate("PK11_CreateContextByPrivKey");
  if (!gate.ok()) return nullptr;
  PK11Context *answer = ::psm_raw_PK11_CreateContextByPrivKey(type, operation, privKey, param);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11Context *, PK11_CreateContextByPubKey)(CK_MECHANISM_TYPE type, CK_ATTRIBUTE_TYPE operation, SECKEYPublicKey *pubKey, const SECItem *param, void *pwArg) {
  ::psm::nss_call::CallGate gate("PK11_CreateContextByPubKey");
  if (!gate.ok()) return nullptr;
  PK11Context *answer = ::psm_raw_PK11_CreateContextByPubKey(type, operation, pubKey, param, pwArg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11Context *, PK11_CreateContextBySymKey)(CK_MECHANISM_TYPE type, CK_ATTRIBUTE_TYPE operation, PK11SymKey *symKey, const SECItem *param) {
  ::psm::nss_call::CallGate gate("PK11_CreateContextBySymKey");
  if (!gate.ok()) return nullptr;
  PK11Context *answer = ::psm_raw_PK11_CreateContextBySymKey(type, operation, symKey, param);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11Context *, PK11_CreateDigestContext)(SECOidTag hashAlg) {
  ::psm::nss_call::CallGate gate("PK11_CreateDigestContext");
  if (!gate.ok()) return nullptr;
  PK11Context *answer = ::psm_raw_PK11_CreateDigestContext(hashAlg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11GenericObject *, PK11_CreateGenericObject)(PK11SlotInfo *slot, const CK_ATTRIBUTE *pTemplate, int count, PRBool token) {
  ::psm::nss_call::CallGate gate("PK11_CreateGenericObject");
  if (!gate.ok()) return nullptr;
  PK11GenericObject *answer = ::psm_raw_PK11_CreateGenericObject(slot, pTemplate, count, token);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kGenericObject, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11GenericObject *, PK11_CreateManagedGenericObject)(PK11SlotInfo *slot, const CK_ATTRIBUTE *pTemplate, int count, PRBool token) {
  ::psm::nss_call::CallGate gate("PK11_CreateManagedGenericObject");
  if (!gate.ok()) return nullptr;
  PK11GenericObject *answer = ::psm_raw_PK11_CreateManagedGenericObject(slot, pTemplate, count, token);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kGenericObject, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11MergeLog *, PK11_CreateMergeLog)() {
  ::psm::nss_call::CallGate gate("PK11_CreateMergeLog");
  if (!gate.ok()) return nullptr;
  PK11MergeLog *answer = ::psm_raw_PK11_CreateMergeLog();
  gate.Leave();
  return answer;
}

PSM_CALL(SECAlgorithmID *, PK11_CreatePBEAlgorithmID)(SECOidTag algorithm, int iteration, SECItem *salt) {
  ::psm::nss_call::CallGate gate("PK11_CreatePBEAlgorithmID");
  if (!gate.ok()) return nullptr;
  SECAlgorithmID *answer = ::psm_raw_PK11_CreatePBEAlgorithmID(algorithm, iteration, salt);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_CreatePBEParams)(SECItem *salt, SECItem *pwd, unsigned int iterations) {
  ::psm::nss_call::CallGate gate("PK11_CreatePBEParams");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_CreatePBEParams(salt, pwd, iterations);
  gate.Leave();
  return answer;
}

PSM_CALL(SECAlgorithmID *, PK11_CreatePBEV2AlgorithmID)(SECOidTag pbeAlgTag, SECOidTag cipherAlgTag, SECOidTag prfAlgTag, int keyLength, int iteration, SECItem *salt) {
  ::psm::nss_call::CallGate gate("PK11_CreatePBEV2AlgorithmID");
  if (!gate.ok()) return nullptr;
  SECAlgorithmID *answer = ::psm_raw_PK11_CreatePBEV2AlgorithmID(pbeAlgTag, cipherAlgTag, prfAlgTag, keyLength, iteration, salt);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_DEREncodePublicKey)(const SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("PK11_DEREncodePublicKey");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_DEREncodePublicKey(pubk);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_Decrypt)(PK11SymKey *symkey, CK_MECHANISM_TYPE mechanism, SECItem *param, unsigned char *out, unsigned int *outLen, unsigned int maxLen, const unsigned char *enc, unsigned int encLen) {
  ::psm::nss_call::CallGate gate("PK11_Decrypt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Decrypt(symkey, mechanism, param, out, outLen, maxLen, enc, encLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DeleteTokenCertAndKey)(CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_DeleteTokenCertAndKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DeleteTokenCertAndKey(cert, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DeleteTokenPrivateKey)(SECKEYPrivateKey *privKey, PRBool force) {
  ::psm::nss_call::CallGate gate("PK11_DeleteTokenPrivateKey");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKey, privKey);)
  SECStatus answer = ::psm_raw_PK11_DeleteTokenPrivateKey(privKey, force);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DeleteTokenPublicKey)(SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("PK11_DeleteTokenPublicKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DeleteTokenPublicKey(pubKey);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kPublicKey, pubKey);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DeleteTokenSymKey)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_DeleteTokenSymKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DeleteTokenSymKey(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_Derive)(PK11SymKey *baseKey, CK_MECHANISM_TYPE mechanism, SECItem *param, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize) {
  ::psm::nss_call::CallGate gate("PK11_Derive");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_Derive(baseKey, mechanism, param, target, operation, keySize);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_DeriveWithFlags)(PK11SymKey *baseKey, CK_MECHANISM_TYPE derive, SECItem *param, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_FLAGS flags) {
  ::psm::nss_call::CallGate gate("PK11_DeriveWithFlags");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_DeriveWithFlags(baseKey, derive, param, target, operation, keySize, flags);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_DeriveWithFlagsPerm)(PK11SymKey *baseKey, CK_MECHANISM_TYPE derive, SECItem *param, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_FLAGS flags, PRBool isPerm) {
  ::psm::nss_call::CallGate gate("PK11_DeriveWithFlagsPerm");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_DeriveWithFlagsPerm(baseKey, derive, param, target, operation, keySize, flags, isPerm);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_DeriveWithTemplate)(PK11SymKey *baseKey, CK_MECHANISM_TYPE derive, SECItem *param, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_ATTRIBUTE *userAttr, unsigned int numAttrs, PRBool isPerm) {
  ::psm::nss_call::CallGate gate("PK11_DeriveWithTemplate");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_DeriveWithTemplate(baseKey, derive, param, target, operation, keySize, userAttr, numAttrs, isPerm);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_DestroyContext)(PK11Context *context, PRBool freeit) {
  ::psm::nss_call::ReleaseGate gate("PK11_DestroyContext");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kContext, context);)
  ::psm_raw_PK11_DestroyContext(context, freeit);
  gate.Leave();
}

PSM_CALL(SECStatus, PK11_DestroyGenericObject)(PK11GenericObject *object) {
  ::psm::nss_call::ReleaseGate gate("PK11_DestroyGenericObject");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kGenericObject, object);)
  SECStatus answer = ::psm_raw_PK11_DestroyGenericObject(object);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DestroyGenericObjects)(PK11GenericObject *object) {
  ::psm::nss_call::ReleaseGate gate("PK11_DestroyGenericObjects");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(PK11_DestroyGenericObjects))(object);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DestroyObject)(PK11SlotInfo *slot, CK_OBJECT_HANDLE object) {
  ::psm::nss_call::CallGate gate("PK11_DestroyObject");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DestroyObject(slot, object);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DestroyTokenObject)(PK11SlotInfo *slot, CK_OBJECT_HANDLE object) {
  ::psm::nss_call::CallGate gate("PK11_DestroyTokenObject");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DestroyTokenObject(slot, object);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DigestBegin)(PK11Context *cx) {
  ::psm::nss_call::CallGate gate("PK11_DigestBegin");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DigestBegin(cx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DigestFinal)(PK11Context *context, unsigned char *data, unsigned int *outLen, unsigned int length) {
  ::psm::nss_call::CallGate gate("PK11_DigestFinal");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DigestFinal(context, data, outLen, length);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DigestKey)(PK11Context *context, PK11SymKey *key) {
  ::psm::nss_call::CallGate gate("PK11_DigestKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DigestKey(context, key);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_DigestOp)(PK11Context *context, const unsigned char *in, unsigned int len) {
  ::psm::nss_call::CallGate gate("PK11_DigestOp");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_DigestOp(context, in, len);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_DoesMechanism)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type) {
  ::psm::nss_call::CallGate gate("PK11_DoesMechanism");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_DoesMechanism(slot, type);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_Encrypt)(PK11SymKey *symKey, CK_MECHANISM_TYPE mechanism, SECItem *param, unsigned char *out, unsigned int *outLen, unsigned int maxLen, const unsigned char *data, unsigned int dataLen) {
  ::psm::nss_call::CallGate gate("PK11_Encrypt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Encrypt(symKey, mechanism, param, out, outLen, maxLen, data, dataLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_ExportDERPrivateKeyInfo)(SECKEYPrivateKey *pk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ExportDERPrivateKeyInfo");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_ExportDERPrivateKeyInfo(pk, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYEncryptedPrivateKeyInfo *, PK11_ExportEncryptedPrivKeyInfo)(PK11SlotInfo *slot, SECOidTag algTag, SECItem *pwitem, SECKEYPrivateKey *pk, int iteration, void *pwArg) {
  ::psm::nss_call::CallGate gate("PK11_ExportEncryptedPrivKeyInfo");
  if (!gate.ok()) return nullptr;
  SECKEYEncryptedPrivateKeyInfo *answer = ::psm_raw_PK11_ExportEncryptedPrivKeyInfo(slot, algTag, pwitem, pk, iteration, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYEncryptedPrivateKeyInfo *, PK11_ExportEncryptedPrivKeyInfoV2)(PK11SlotInfo *slot, SECOidTag pbeTag, SECOidTag encTag, SECOidTag prfTag, SECItem *pwitem, SECKEYPrivateKey *pk, int iteration, void *pwArg) {
  ::psm::nss_call::CallGate gate("PK11_ExportEncryptedPrivKeyInfoV2");
  if (!gate.ok()) return nullptr;
  SECKEYEncryptedPrivateKeyInfo *answer = ::psm_raw_PK11_ExportEncryptedPrivKeyInfoV2(slot, pbeTag, encTag, prfTag, pwitem, pk, iteration, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYEncryptedPrivateKeyInfo *, PK11_ExportEncryptedPrivateKeyInfo)(PK11SlotInfo *slot, SECOidTag algTag, SECItem *pwitem, CERTCertificate *cert, int iteration, void *pwArg) {
  ::psm::nss_call::CallGate gate("PK11_ExportEncryptedPrivateKeyInfo");
  if (!gate.ok()) return nullptr;
  SECKEYEncryptedPrivateKeyInfo *answer = ::psm_raw_PK11_ExportEncryptedPrivateKeyInfo(slot, algTag, pwitem, cert, iteration, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYEncryptedPrivateKeyInfo *, PK11_ExportEncryptedPrivateKeyInfoV2)(PK11SlotInfo *slot, SECOidTag pbeTag, SECOidTag encTag, SECOidTag prfTag, SECItem *pwitem, CERTCertificate *cert, int iteration, void *pwArg) {
  ::psm::nss_call::CallGate gate("PK11_ExportEncryptedPrivateKeyInfoV2");
  if (!gate.ok()) return nullptr;
  SECKEYEncryptedPrivateKeyInfo *answer = ::psm_raw_PK11_ExportEncryptedPrivateKeyInfoV2(slot, pbeTag, encTag, prfTag, pwitem, cert, iteration, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKeyInfo *, PK11_ExportPrivKeyInfo)(SECKEYPrivateKey *pk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ExportPrivKeyInfo");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKeyInfo *answer = ::psm_raw_PK11_ExportPrivKeyInfo(pk, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKeyInfo *, PK11_ExportPrivateKeyInfo)(CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ExportPrivateKeyInfo");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKeyInfo *answer = ::psm_raw_PK11_ExportPrivateKeyInfo(cert, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ExtractKeyValue)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_ExtractKeyValue");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ExtractKeyValue(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_Finalize)(PK11Context *context) {
  ::psm::nss_call::CallGate gate("PK11_Finalize");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Finalize(context);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindBestKEAMatch)(CERTCertificate *serverCert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindBestKEAMatch");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindBestKEAMatch(serverCert, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindCertAndKeyByRecipientList)(PK11SlotInfo **slot, SEC_PKCS7RecipientInfo **array, SEC_PKCS7RecipientInfo **rip, SECKEYPrivateKey **privKey, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertAndKeyByRecipientList");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindCertAndKeyByRecipientList(slot, array, rip, privKey, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  PSM_COUNT(if (answer != nullptr && slot != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, *slot);)
  PSM_COUNT(if (answer != nullptr && privKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *privKey);)
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_FindCertAndKeyByRecipientListNew)(NSSCMSRecipient **recipientlist, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertAndKeyByRecipientListNew");
  if (!gate.ok()) return -1;
  int answer = (PSM_COUNTED(PK11_FindCertAndKeyByRecipientListNew))(recipientlist, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindCertByIssuerAndSN)(PK11SlotInfo **slot, CERTIssuerAndSN *sn, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertByIssuerAndSN");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindCertByIssuerAndSN(slot, sn, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  PSM_COUNT(if (answer != nullptr && slot != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, *slot);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindCertFromDERCert)(PK11SlotInfo *slot, CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertFromDERCert");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindCertFromDERCert(slot, cert, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindCertFromDERCertItem)(PK11SlotInfo *slot, const SECItem *derCert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertFromDERCertItem");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindCertFromDERCertItem(slot, derCert, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindCertFromNickname)(const char *nickname, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertFromNickname");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindCertFromNickname(nickname, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_FindCertFromURI)(const char *uri, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertFromURI");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_FindCertFromURI(uri, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_OBJECT_HANDLE, PK11_FindCertInSlot)(PK11SlotInfo *slot, CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertInSlot");
  if (!gate.ok()) return CK_INVALID_HANDLE;
  CK_OBJECT_HANDLE answer = ::psm_raw_PK11_FindCertInSlot(slot, cert, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, PK11_FindCertsFromEmailAddress)(const char *email, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertsFromEmailAddress");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_PK11_FindCertsFromEmailAddress(email, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, PK11_FindCertsFromNickname)(const char *nickname, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertsFromNickname");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_PK11_FindCertsFromNickname(nickname, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, PK11_FindCertsFromURI)(const char *uri, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindCertsFromURI");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_PK11_FindCertsFromURI(uri, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_OBJECT_HANDLE, PK11_FindEncodedCertInSlot)(PK11SlotInfo *slot, SECItem *derCert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindEncodedCertInSlot");
  if (!gate.ok()) return CK_INVALID_HANDLE;
  CK_OBJECT_HANDLE answer = ::psm_raw_PK11_FindEncodedCertInSlot(slot, derCert, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_FindFixedKey)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, SECItem *keyID, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindFixedKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_FindFixedKey(slot, type, keyID, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11GenericObject *, PK11_FindGenericObjects)(PK11SlotInfo *slot, CK_OBJECT_CLASS objClass) {
  ::psm::nss_call::CallGate gate("PK11_FindGenericObjects");
  if (!gate.ok()) return nullptr;
  PK11GenericObject *answer = (PSM_COUNTED(PK11_FindGenericObjects))(slot, objClass);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_FindKeyByAnyCert)(CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindKeyByAnyCert");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_FindKeyByAnyCert(cert, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_FindKeyByDERCert)(PK11SlotInfo *slot, CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindKeyByDERCert");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_FindKeyByDERCert(slot, cert, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_FindKeyByKeyID)(PK11SlotInfo *slot, SECItem *keyID, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindKeyByKeyID");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_FindKeyByKeyID(slot, keyID, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_OBJECT_HANDLE, PK11_FindObjectForCert)(CERTCertificate *cert, void *wincx, PK11SlotInfo **pSlot) {
  ::psm::nss_call::CallGate gate("PK11_FindObjectForCert");
  if (!gate.ok()) return CK_INVALID_HANDLE;
  CK_OBJECT_HANDLE answer = ::psm_raw_PK11_FindObjectForCert(cert, wincx, pSlot);
  PSM_COUNT(if (answer != CK_INVALID_HANDLE && pSlot != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, *pSlot);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_FindPrivateKeyFromCert)(PK11SlotInfo *slot, CERTCertificate *cert, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_FindPrivateKeyFromCert");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_FindPrivateKeyFromCert(slot, cert, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_FindRawCertsWithSubject)(PK11SlotInfo *slot, SECItem *derSubject, CERTCertificateList **results) {
  ::psm::nss_call::CallGate gate("PK11_FindRawCertsWithSubject");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_FindRawCertsWithSubject(slot, derSubject, results);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_FindSlotByName)(const char *name) {
  ::psm::nss_call::CallGate gate("PK11_FindSlotByName");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_FindSlotByName(name);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotList *, PK11_FindSlotsByNames)(const char *dllName, const char *slotName, const char *tokenName, PRBool presentOnly) {
  ::psm::nss_call::CallGate gate("PK11_FindSlotsByNames");
  if (!gate.ok()) return nullptr;
  PK11SlotList *answer = ::psm_raw_PK11_FindSlotsByNames(dllName, slotName, tokenName, presentOnly);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlotList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_FortezzaHasKEA)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("PK11_FortezzaHasKEA");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_FortezzaHasKEA(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_FreeSlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::ReleaseGate gate("PK11_FreeSlot");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kSlot, slot);)
  ::psm_raw_PK11_FreeSlot(slot);
  gate.Leave();
}

PSM_CALL(void, PK11_FreeSlotList)(PK11SlotList *list) {
  ::psm::nss_call::ReleaseGate gate("PK11_FreeSlotList");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kSlotList, list);)
  ::psm_raw_PK11_FreeSlotList(list);
  gate.Leave();
}

PSM_CALL(SECStatus, PK11_FreeSlotListElement)(PK11SlotList *list, PK11SlotListElement *le) {
  ::psm::nss_call::ReleaseGate gate("PK11_FreeSlotListElement");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_FreeSlotListElement(list, le);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kSlotListElement, le);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_FreeSymKey)(PK11SymKey *key) {
  ::psm::nss_call::ReleaseGate gate("PK11_FreeSymKey");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kSymKey, key);)
  ::psm_raw_PK11_FreeSymKey(key);
  gate.Leave();
}

PSM_CALL(SECStatus, PK11_GenerateFortezzaIV)(PK11SymKey *symKey, unsigned char *iv, int len) {
  ::psm::nss_call::CallGate gate("PK11_GenerateFortezzaIV");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_GenerateFortezzaIV(symKey, iv, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_GenerateKeyPair)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, void *param, SECKEYPublicKey **pubk, PRBool isPerm, PRBool isSensitive, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GenerateKeyPair");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_GenerateKeyPair(slot, type, param, pubk, isPerm, isSensitive, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  PSM_COUNT(if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_GenerateKeyPairWithFlags)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, void *param, SECKEYPublicKey **pubk, PK11AttrFlags attrFlags, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GenerateKeyPairWithFlags");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_GenerateKeyPairWithFlags(slot, type, param, pubk, attrFlags, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  PSM_COUNT(if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_GenerateKeyPairWithOpFlags)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, void *param, SECKEYPublicKey **pubk, PK11AttrFlags attrFlags, CK_FLAGS opFlags, CK_FLAGS opFlagsMask, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GenerateKeyPairWithOpFlags");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_GenerateKeyPairWithOpFlags(slot, type, param, pubk, attrFlags, opFlags, opFlagsMask, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  PSM_COUNT(if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_GenerateNewParam)(CK_MECHANISM_TYPE arg0, PK11SymKey *arg1) {
  ::psm::nss_call::CallGate gate("PK11_GenerateNewParam");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_GenerateNewParam(arg0, arg1);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_GenerateRandom)(unsigned char *data, int len) {
  ::psm::nss_call::CallGate gate("PK11_GenerateRandom");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_GenerateRandom(data, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_GenerateRandomOnSlot)(PK11SlotInfo *arg0, unsigned char *data, int len) {
  ::psm::nss_call::CallGate gate("PK11_GenerateRandomOnSlot");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_GenerateRandomOnSlot(arg0, data, len);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotList *, PK11_GetAllSlotsForCert)(CERTCertificate *cert, void *arg) {
  ::psm::nss_call::CallGate gate("PK11_GetAllSlotsForCert");
  if (!gate.ok()) return nullptr;
  PK11SlotList *answer = ::psm_raw_PK11_GetAllSlotsForCert(cert, arg);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlotList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotList *, PK11_GetAllTokens)(CK_MECHANISM_TYPE type, PRBool needRW, PRBool loadCerts, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GetAllTokens");
  if (!gate.ok()) return nullptr;
  PK11SlotList *answer = ::psm_raw_PK11_GetAllTokens(type, needRW, loadCerts, wincx);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlotList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_GetBestKeyLength)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type) {
  ::psm::nss_call::CallGate gate("PK11_GetBestKeyLength");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_PK11_GetBestKeyLength(slot, type);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetBestSlot)(CK_MECHANISM_TYPE type, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GetBestSlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetBestSlot(type, wincx);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetBestSlotMultiple)(CK_MECHANISM_TYPE *type, unsigned int count, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GetBestSlotMultiple");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetBestSlotMultiple(type, count, wincx);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetBestSlotMultipleWithAttributes)(CK_MECHANISM_TYPE *type, CK_FLAGS *mechFlag, unsigned int *keySize, unsigned int count, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GetBestSlotMultipleWithAttributes");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetBestSlotMultipleWithAttributes(type, mechFlag, keySize, count, wincx);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetBestSlotWithAttributes)(CK_MECHANISM_TYPE type, CK_FLAGS mechFlag, unsigned int keySize, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GetBestSlotWithAttributes");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetBestSlotWithAttributes(type, mechFlag, keySize, wincx);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_MECHANISM_TYPE, PK11_GetBestWrapMechanism)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetBestWrapMechanism");
  if (!gate.ok()) return CKM_INVALID_MECHANISM;
  CK_MECHANISM_TYPE answer = ::psm_raw_PK11_GetBestWrapMechanism(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_GetBlockSize)(CK_MECHANISM_TYPE type, SECItem *params) {
  ::psm::nss_call::CallGate gate("PK11_GetBlockSize");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_PK11_GetBlockSize(type, params);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, PK11_GetCertFromPrivateKey)(SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("PK11_GetCertFromPrivateKey");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_PK11_GetCertFromPrivateKey(privKey);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, PK11_GetCertsMatchingPrivateKey)(SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("PK11_GetCertsMatchingPrivateKey");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_PK11_GetCertsMatchingPrivateKey(privKey);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_GetCurrentWrapIndex)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetCurrentWrapIndex");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_PK11_GetCurrentWrapIndex(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(const PK11DefaultArrayEntry *, PK11_GetDefaultArray)(int *size) {
  ::psm::nss_call::CallGate gate("PK11_GetDefaultArray");
  if (!gate.ok()) return nullptr;
  const PK11DefaultArrayEntry *answer = ::psm_raw_PK11_GetDefaultArray(size);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned long, PK11_GetDefaultFlags)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetDefaultFlags");
  if (!gate.ok()) return 0;
  unsigned long answer = ::psm_raw_PK11_GetDefaultFlags(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11DisableReasons, PK11_GetDisabledReason)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetDisabledReason");
  if (!gate.ok()) return PK11_DIS_COULD_NOT_INIT_TOKEN;
  PK11DisableReasons answer = ::psm_raw_PK11_GetDisabledReason(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotListElement *, PK11_GetFirstSafe)(PK11SlotList *list) {
  ::psm::nss_call::CallGate gate("PK11_GetFirstSafe");
  if (!gate.ok()) return nullptr;
  PK11SlotListElement *answer = ::psm_raw_PK11_GetFirstSafe(list);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlotListElement, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_GetIVLength)(CK_MECHANISM_TYPE type) {
  ::psm::nss_call::CallGate gate("PK11_GetIVLength");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_PK11_GetIVLength(type);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetInternalKeySlot)() {
  ::psm::nss_call::CallGate gate("PK11_GetInternalKeySlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetInternalKeySlot();
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetInternalSlot)() {
  ::psm::nss_call::CallGate gate("PK11_GetInternalSlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetInternalSlot();
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_GetKeyData)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetKeyData");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_GetKeyData(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_MECHANISM_TYPE, PK11_GetKeyGen)(CK_MECHANISM_TYPE type) {
  ::psm::nss_call::CallGate gate("PK11_GetKeyGen");
  if (!gate.ok()) return CKM_INVALID_MECHANISM;
  CK_MECHANISM_TYPE answer = ::psm_raw_PK11_GetKeyGen(type);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, PK11_GetKeyLength)(PK11SymKey *key) {
  ::psm::nss_call::CallGate gate("PK11_GetKeyLength");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_PK11_GetKeyLength(key);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, PK11_GetKeyStrength)(PK11SymKey *key, SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("PK11_GetKeyStrength");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_PK11_GetKeyStrength(key, algid);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_KEY_TYPE, PK11_GetKeyType)(CK_MECHANISM_TYPE type, unsigned long len) {
  ::psm::nss_call::CallGate gate("PK11_GetKeyType");
  if (!gate.ok()) return CKK_INVALID_KEY_TYPE;
  CK_KEY_TYPE answer = ::psm_raw_PK11_GetKeyType(type, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_GetLowLevelKeyIDForCert)(PK11SlotInfo *slot, CERTCertificate *cert, void *pwarg) {
  ::psm::nss_call::CallGate gate("PK11_GetLowLevelKeyIDForCert");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_GetLowLevelKeyIDForCert(slot, cert, pwarg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_GetLowLevelKeyIDForPrivateKey)(SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("PK11_GetLowLevelKeyIDForPrivateKey");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_GetLowLevelKeyIDForPrivateKey(key);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_MECHANISM_TYPE, PK11_GetMechanism)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetMechanism");
  if (!gate.ok()) return CKM_INVALID_MECHANISM;
  CK_MECHANISM_TYPE answer = ::psm_raw_PK11_GetMechanism(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_GetMinimumPwdLength)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetMinimumPwdLength");
  if (!gate.ok()) return 0x7fffffff;
  int answer = ::psm_raw_PK11_GetMinimumPwdLength(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_GetModInfo)(SECMODModule *mod, CK_INFO *info) {
  ::psm::nss_call::CallGate gate("PK11_GetModInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_GetModInfo(mod, info);
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, PK11_GetModule)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_PK11_GetModule(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModuleID, PK11_GetModuleID)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetModuleID");
  if (!gate.ok()) return static_cast<SECMODModuleID>(-1);
  SECMODModuleID answer = ::psm_raw_PK11_GetModuleID(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetModuleURI)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("PK11_GetModuleURI");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetModuleURI(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11GenericObject *, PK11_GetNextGenericObject)(PK11GenericObject *object) {
  ::psm::nss_call::CallGate gate("PK11_GetNextGenericObject");
  if (!gate.ok()) return nullptr;
  PK11GenericObject *answer = ::psm_raw_PK11_GetNextGenericObject(object);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotListElement *, PK11_GetNextSafe)(PK11SlotList *list, PK11SlotListElement *le, PRBool restart) {
  ::psm::nss_call::CallGate gate("PK11_GetNextSafe");
  if (!gate.ok()) return nullptr;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kSlotListElement, le);)
  PK11SlotListElement *answer = ::psm_raw_PK11_GetNextSafe(list, le, restart);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlotListElement, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_GetNextSymKey)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetNextSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_GetNextSymKey(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_OBJECT_HANDLE, PK11_GetObjectHandle)(PK11ObjectType objType, void *objSpec, PK11SlotInfo **slotp) {
  ::psm::nss_call::CallGate gate("PK11_GetObjectHandle");
  if (!gate.ok()) return CK_INVALID_HANDLE;
  CK_OBJECT_HANDLE answer = (PSM_COUNTED(PK11_GetObjectHandle))(objType, objSpec, slotp);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_MECHANISM_TYPE, PK11_GetPBECryptoMechanism)(SECAlgorithmID *algid, SECItem **param, SECItem *pwd) {
  ::psm::nss_call::CallGate gate("PK11_GetPBECryptoMechanism");
  if (!gate.ok()) return CKM_INVALID_MECHANISM;
  CK_MECHANISM_TYPE answer = ::psm_raw_PK11_GetPBECryptoMechanism(algid, param, pwd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_GetPBEIV)(SECAlgorithmID *algid, SECItem *pwitem) {
  ::psm::nss_call::CallGate gate("PK11_GetPBEIV");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_GetPBEIV(algid, pwitem);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPQGParams *, PK11_GetPQGParamsFromPrivateKey)(SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("PK11_GetPQGParamsFromPrivateKey");
  if (!gate.ok()) return nullptr;
  SECKEYPQGParams *answer = ::psm_raw_PK11_GetPQGParamsFromPrivateKey(privKey);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11GenericObject *, PK11_GetPrevGenericObject)(PK11GenericObject *object) {
  ::psm::nss_call::CallGate gate("PK11_GetPrevGenericObject");
  if (!gate.ok()) return nullptr;
  PK11GenericObject *answer = ::psm_raw_PK11_GetPrevGenericObject(object);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetPrivateKeyNickname)(SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("PK11_GetPrivateKeyNickname");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetPrivateKeyNickname(privKey);
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_GetPrivateModulusLen)(SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("PK11_GetPrivateModulusLen");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_PK11_GetPrivateModulusLen(key);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetPublicKeyNickname)(SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("PK11_GetPublicKeyNickname");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetPublicKeyNickname(pubKey);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetSlotFromKey)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotFromKey");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetSlotFromKey(symKey);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_GetSlotFromPrivateKey)(SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotFromPrivateKey");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_GetSlotFromPrivateKey(key);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_SLOT_ID, PK11_GetSlotID)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotID");
  if (!gate.ok()) return static_cast<CK_SLOT_ID>(-1);
  CK_SLOT_ID answer = ::psm_raw_PK11_GetSlotID(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_GetSlotInfo)(PK11SlotInfo *slot, CK_SLOT_INFO *info) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_GetSlotInfo(slot, info);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetSlotName)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetSlotName(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_GetSlotPWValues)(PK11SlotInfo *slot, int *askpw, int *timeout) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotPWValues");
  if (!gate.ok()) { *askpw = -1; *timeout = 0; return; }
  ::psm_raw_PK11_GetSlotPWValues(slot, askpw, timeout);
  gate.Leave();
}

PSM_CALL(int, PK11_GetSlotSeries)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetSlotSeries");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_PK11_GetSlotSeries(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_OBJECT_HANDLE, PK11_GetSymKeyHandle)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetSymKeyHandle");
  if (!gate.ok()) return CK_INVALID_HANDLE;
  CK_OBJECT_HANDLE answer = ::psm_raw_PK11_GetSymKeyHandle(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetSymKeyNickname)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetSymKeyNickname");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetSymKeyNickname(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_KEY_TYPE, PK11_GetSymKeyType)(PK11SymKey *key) {
  ::psm::nss_call::CallGate gate("PK11_GetSymKeyType");
  if (!gate.ok()) return CKK_INVALID_KEY_TYPE;
  CK_KEY_TYPE answer = ::psm_raw_PK11_GetSymKeyType(key);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, PK11_GetSymKeyUserData)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetSymKeyUserData");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_special_PK11_GetSymKeyUserData(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_GetTokenInfo)(PK11SlotInfo *slot, CK_TOKEN_INFO *info) {
  ::psm::nss_call::CallGate gate("PK11_GetTokenInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_GetTokenInfo(slot, info);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetTokenName)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetTokenName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetTokenName(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, PK11_GetTokenURI)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_GetTokenURI");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_PK11_GetTokenURI(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(void *, PK11_GetWindow)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_GetWindow");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_PK11_GetWindow(symKey);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_GetWrapKey)(PK11SlotInfo *slot, int wrap, CK_MECHANISM_TYPE type, int series, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_GetWrapKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_GetWrapKey(slot, wrap, type, series, wincx);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_Deserialize)(const HpkeContext *cx, const PRUint8 *enc, unsigned int encLen, SECKEYPublicKey **outPubKey) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_Deserialize");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_Deserialize(cx, enc, encLen, outPubKey);
  PSM_COUNT(if (answer == SECSuccess && outPubKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *outPubKey);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_HPKE_DestroyContext)(HpkeContext *cx, PRBool freeit) {
  ::psm::nss_call::ReleaseGate gate("PK11_HPKE_DestroyContext");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kHpkeContext, cx);)
  ::psm_raw_PK11_HPKE_DestroyContext(cx, freeit);
  gate.Leave();
}

PSM_CALL(SECStatus, PK11_HPKE_ExportContext)(const HpkeContext *cx, PK11SymKey *wrapKey, SECItem **serialized) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_ExportContext");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_ExportContext(cx, wrapKey, serialized);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_ExportSecret)(const HpkeContext *cx, const SECItem *info, unsigned int arg2, PK11SymKey **outKey) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_ExportSecret");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_ExportSecret(cx, info, arg2, outKey);
  PSM_COUNT(if (answer == SECSuccess && outKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *outKey);)
  gate.Leave();
  return answer;
}

PSM_CALL(const SECItem *, PK11_HPKE_GetEncapPubKey)(const HpkeContext *cx) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_GetEncapPubKey");
  if (!gate.ok()) return nullptr;
  const SECItem *answer = ::psm_raw_PK11_HPKE_GetEncapPubKey(cx);
  gate.Leave();
  return answer;
}

PSM_CALL(HpkeContext *, PK11_HPKE_ImportContext)(const SECItem *serialized, PK11SymKey *wrapKey) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_ImportContext");
  if (!gate.ok()) return nullptr;
  HpkeContext *answer = ::psm_raw_PK11_HPKE_ImportContext(serialized, wrapKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kHpkeContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(HpkeContext *, PK11_HPKE_NewContext)(HpkeKemId kemId, HpkeKdfId kdfId, HpkeAeadId aeadId, PK11SymKey *psk, const SECItem *pskId) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_NewContext");
  if (!gate.ok()) return nullptr;
  HpkeContext *answer = ::psm_raw_PK11_HPKE_NewContext(kemId, kdfId, aeadId, psk, pskId);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kHpkeContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_Open)(HpkeContext *cx, const SECItem *aad, const SECItem *ct, SECItem **outPt) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_Open");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_Open(cx, aad, ct, outPt);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_Seal)(HpkeContext *cx, const SECItem *aad, const SECItem *pt, SECItem **outCt) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_Seal");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_Seal(cx, aad, pt, outCt);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_Serialize)(const SECKEYPublicKey *pk, PRUint8 *buf, unsigned int *len, unsigned int maxLen) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_Serialize");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_Serialize(pk, buf, len, maxLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_SetupR)(HpkeContext *cx, const SECKEYPublicKey *pkR, SECKEYPrivateKey *skR, const SECItem *enc, const SECItem *info) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_SetupR");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_SetupR(cx, pkR, skR, enc, info);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HPKE_SetupS)(HpkeContext *cx, const SECKEYPublicKey *pkE, SECKEYPrivateKey *skE, SECKEYPublicKey *pkR, const SECItem *info) {
  ::psm::nss_call::CallGate gate("PK11_HPKE_SetupS");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HPKE_SetupS(cx, pkE, skE, pkR, info);
  gate.Leave();
  return answer;
}

PSM_CALL(CK_BBOOL, PK11_HasAttributeSet)(PK11SlotInfo *slot, CK_OBJECT_HANDLE id, CK_ATTRIBUTE_TYPE type, PRBool haslock) {
  ::psm::nss_call::CallGate gate("PK11_HasAttributeSet");
  if (!gate.ok()) return CK_TRUE;
  CK_BBOOL answer = ::psm_raw_PK11_HasAttributeSet(slot, id, type, haslock);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_HasRootCerts)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_HasRootCerts");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_HasRootCerts(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_HashBuf)(SECOidTag hashAlg, unsigned char *out, const unsigned char *in, PRInt32 len) {
  ::psm::nss_call::CallGate gate("PK11_HashBuf");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_HashBuf(hashAlg, out, in, len);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned char *, PK11_IVFromParam)(CK_MECHANISM_TYPE type, SECItem *param, int *len) {
  ::psm::nss_call::CallGate gate("PK11_IVFromParam");
  if (!gate.ok()) return nullptr;
  unsigned char *answer = ::psm_raw_PK11_IVFromParam(type, param, len);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, PK11_ImportCRL)(PK11SlotInfo *slot, SECItem *derCRL, char *url, int type, void *wincx, PRInt32 importOptions, PLArenaPool *arena, PRInt32 decodeOptions) {
  ::psm::nss_call::CallGate gate("PK11_ImportCRL");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = ::psm_raw_PK11_ImportCRL(slot, derCRL, url, type, wincx, importOptions, arena, decodeOptions);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCrl, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportCert)(PK11SlotInfo *slot, CERTCertificate *cert, CK_OBJECT_HANDLE key, const char *nickname, PRBool includeTrust) {
  ::psm::nss_call::CallGate gate("PK11_ImportCert");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportCert(slot, cert, key, nickname, includeTrust);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_ImportCertForKey)(CERTCertificate *cert, const char *nickname, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportCertForKey");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_ImportCertForKey(cert, nickname, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportCertForKeyToSlot)(PK11SlotInfo *slot, CERTCertificate *cert, char *nickname, PRBool addUsage, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportCertForKeyToSlot");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportCertForKeyToSlot(slot, cert, nickname, addUsage, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportDERCert)(PK11SlotInfo *slot, SECItem *derCert, CK_OBJECT_HANDLE key, char *nickname, PRBool includeTrust) {
  ::psm::nss_call::CallGate gate("PK11_ImportDERCert");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportDERCert(slot, derCert, key, nickname, includeTrust);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_ImportDERCertForKey)(SECItem *derCert, char *nickname, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportDERCertForKey");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_ImportDERCertForKey(derCert, nickname, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportDERPrivateKeyInfo)(PK11SlotInfo *slot, SECItem *derPKI, SECItem *nickname, SECItem *publicValue, PRBool isPerm, PRBool isPrivate, unsigned int usage, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportDERPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportDERPrivateKeyInfo(slot, derPKI, nickname, publicValue, isPerm, isPrivate, usage, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportDERPrivateKeyInfoAndReturnKey)(PK11SlotInfo *slot, SECItem *derPKI, SECItem *nickname, SECItem *publicValue, PRBool isPerm, PRBool isPrivate, unsigned int usage, SECKEYPrivateKey **privk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportDERPrivateKeyInfoAndReturnKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportDERPrivateKeyInfoAndReturnKey(slot, derPKI, nickname, publicValue, isPerm, isPrivate, usage, privk, wincx);
  PSM_COUNT(if (answer == SECSuccess && privk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *privk);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_ImportDataKey)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, PK11Origin origin, CK_ATTRIBUTE_TYPE operation, SECItem *key, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportDataKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_ImportDataKey(slot, type, origin, operation, key, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportEncryptedPrivateKeyInfo)(PK11SlotInfo *slot, SECKEYEncryptedPrivateKeyInfo *epki, SECItem *pwitem, SECItem *nickname, SECItem *publicValue, PRBool isPerm, PRBool isPrivate, KeyType type, unsigned int usage, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportEncryptedPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportEncryptedPrivateKeyInfo(slot, epki, pwitem, nickname, publicValue, isPerm, isPrivate, type, usage, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportEncryptedPrivateKeyInfoAndReturnKey)(PK11SlotInfo *slot, SECKEYEncryptedPrivateKeyInfo *epki, SECItem *pwitem, SECItem *nickname, SECItem *publicValue, PRBool isPerm, PRBool isPrivate, KeyType type, unsigned int usage, SECKEYPrivateKey **privk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportEncryptedPrivateKeyInfoAndReturnKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportEncryptedPrivateKeyInfoAndReturnKey(slot, epki, pwitem, nickname, publicValue, isPerm, isPrivate, type, usage, privk, wincx);
  PSM_COUNT(if (answer == SECSuccess && privk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *privk);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportPrivateKeyInfo)(PK11SlotInfo *slot, SECKEYPrivateKeyInfo *pki, SECItem *nickname, SECItem *publicValue, PRBool isPerm, PRBool isPrivate, unsigned int usage, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportPrivateKeyInfo(slot, pki, nickname, publicValue, isPerm, isPrivate, usage, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ImportPrivateKeyInfoAndReturnKey)(PK11SlotInfo *slot, SECKEYPrivateKeyInfo *pki, SECItem *nickname, SECItem *publicValue, PRBool isPerm, PRBool isPrivate, unsigned int usage, SECKEYPrivateKey **privk, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportPrivateKeyInfoAndReturnKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ImportPrivateKeyInfoAndReturnKey(slot, pki, nickname, publicValue, isPerm, isPrivate, usage, privk, wincx);
  PSM_COUNT(if (answer == SECSuccess && privk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *privk);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_OBJECT_HANDLE, PK11_ImportPublicKey)(PK11SlotInfo *slot, SECKEYPublicKey *pubKey, PRBool isToken) {
  ::psm::nss_call::CallGate gate("PK11_ImportPublicKey");
  if (!gate.ok()) return CK_INVALID_HANDLE;
  CK_OBJECT_HANDLE answer = ::psm_raw_PK11_ImportPublicKey(slot, pubKey, isToken);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_ImportSymKey)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, PK11Origin origin, CK_ATTRIBUTE_TYPE operation, SECItem *key, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_ImportSymKey(slot, type, origin, operation, key, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_ImportSymKeyWithFlags)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, PK11Origin origin, CK_ATTRIBUTE_TYPE operation, SECItem *key, CK_FLAGS flags, PRBool isPerm, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ImportSymKeyWithFlags");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_ImportSymKeyWithFlags(slot, type, origin, operation, key, flags, isPerm, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_InitPin)(PK11SlotInfo *slot, const char *ssopw, const char *pk11_userpwd) {
  ::psm::nss_call::CallGate gate("PK11_InitPin");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_InitPin(slot, ssopw, pk11_userpwd);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsDisabled)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsDisabled");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_IsDisabled(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsFIPS)() {
  ::psm::nss_call::CallGate gate("PK11_IsFIPS");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_IsFIPS();
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsFriendly)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsFriendly");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_IsFriendly(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsHW)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsHW");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_IsHW(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsInternal)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsInternal");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_IsInternal(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsInternalKeySlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsInternalKeySlot");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_IsInternalKeySlot(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsLoggedIn)(PK11SlotInfo *slot, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_IsLoggedIn");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_IsLoggedIn(slot, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsPresent)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsPresent");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_IsPresent(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsReadOnly)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsReadOnly");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_IsReadOnly(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_IsRemovable)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_IsRemovable");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_IsRemovable(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_KeyForCertExists)(CERTCertificate *cert, CK_OBJECT_HANDLE *keyPtr, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_KeyForCertExists");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_KeyForCertExists(cert, keyPtr, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_KeyForDERCertExists)(SECItem *derCert, CK_OBJECT_HANDLE *keyPtr, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_KeyForDERCertExists");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_KeyForDERCertExists(derCert, keyPtr, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_KeyGen)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, SECItem *param, int keySize, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_KeyGen");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_KeyGen(slot, type, param, keySize, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_KeyGenWithTemplate)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, CK_MECHANISM_TYPE keyGenType, SECItem *param, CK_ATTRIBUTE *attrs, unsigned int attrsCount, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_KeyGenWithTemplate");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_KeyGenWithTemplate(slot, type, keyGenType, param, attrs, attrsCount, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_LinkGenericObject)(PK11GenericObject *list, PK11GenericObject *object) {
  ::psm::nss_call::CallGate gate("PK11_LinkGenericObject");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_LinkGenericObject(list, object);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, PK11_ListCerts)(PK11CertListType type, void *pwarg) {
  ::psm::nss_call::CallGate gate("PK11_ListCerts");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_PK11_ListCerts(type, pwarg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, PK11_ListCertsInSlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_ListCertsInSlot");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_PK11_ListCertsInSlot(slot);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_ListFixedKeysInSlot)(PK11SlotInfo *slot, char *nickname, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ListFixedKeysInSlot");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = (PSM_COUNTED(PK11_ListFixedKeysInSlot))(slot, nickname, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKeyList *, PK11_ListPrivKeysInSlot)(PK11SlotInfo *slot, char *nickname, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_ListPrivKeysInSlot");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKeyList *answer = ::psm_raw_PK11_ListPrivKeysInSlot(slot, nickname, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKeyList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKeyList *, PK11_ListPrivateKeysInSlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_ListPrivateKeysInSlot");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKeyList *answer = ::psm_raw_PK11_ListPrivateKeysInSlot(slot);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKeyList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKeyList *, PK11_ListPublicKeysInSlot)(PK11SlotInfo *slot, char *nickname) {
  ::psm::nss_call::CallGate gate("PK11_ListPublicKeysInSlot");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKeyList *answer = ::psm_raw_PK11_ListPublicKeysInSlot(slot, nickname);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKeyList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_LoadPrivKey)(PK11SlotInfo *slot, SECKEYPrivateKey *privKey, SECKEYPublicKey *pubKey, PRBool token, PRBool sensitive) {
  ::psm::nss_call::CallGate gate("PK11_LoadPrivKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_LoadPrivKey(slot, privKey, pubKey, token, sensitive);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_Logout)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_Logout");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Logout(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_LogoutAll)() {
  ::psm::nss_call::CallGate gate("PK11_LogoutAll");
  if (!gate.ok()) return;
  ::psm_raw_PK11_LogoutAll();
  gate.Leave();
}

PSM_CALL(SECItem *, PK11_MakeIDFromPubKey)(SECItem *pubKeyData) {
  ::psm::nss_call::CallGate gate("PK11_MakeIDFromPubKey");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_MakeIDFromPubKey(pubKeyData);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKey *, PK11_MakeKEAPubKey)(unsigned char *data, int length) {
  ::psm::nss_call::CallGate gate("PK11_MakeKEAPubKey");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKey *answer = ::psm_raw_PK11_MakeKEAPubKey(data, length);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CK_RV, PK11_MapPBEMechanismToCryptoMechanism)(CK_MECHANISM_PTR pPBEMechanism, CK_MECHANISM_PTR pCryptoMechanism, SECItem *pbe_pwd, PRBool bad3DES) {
  ::psm::nss_call::CallGate gate("PK11_MapPBEMechanismToCryptoMechanism");
  if (!gate.ok()) return CKR_CRYPTOKI_NOT_INITIALIZED;
  CK_RV answer = ::psm_raw_PK11_MapPBEMechanismToCryptoMechanism(pPBEMechanism, pCryptoMechanism, pbe_pwd, bad3DES);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, PK11_MechanismToAlgtag)(CK_MECHANISM_TYPE type) {
  ::psm::nss_call::CallGate gate("PK11_MechanismToAlgtag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_PK11_MechanismToAlgtag(type);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_MergeTokens)(PK11SlotInfo *targetSlot, PK11SlotInfo *sourceSlot, PK11MergeLog *log, void *targetPwArg, void *sourcePwArg) {
  ::psm::nss_call::CallGate gate("PK11_MergeTokens");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_MergeTokens(targetSlot, sourceSlot, log, targetPwArg, sourcePwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_MoveSymKey)(PK11SlotInfo *slot, CK_ATTRIBUTE_TYPE operation, CK_FLAGS flags, PRBool perm, PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_MoveSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_MoveSymKey(slot, operation, flags, perm, symKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_NeedLogin)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_NeedLogin");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_NeedLogin(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_NeedPWInit)() {
  ::psm::nss_call::CallGate gate("PK11_NeedPWInit");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_NeedPWInit();
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_NeedUserInit)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_NeedUserInit");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_NeedUserInit(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_ObjectGetFIPSStatus)(PK11ObjectType objType, void *objSpec) {
  ::psm::nss_call::CallGate gate("PK11_ObjectGetFIPSStatus");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_ObjectGetFIPSStatus(objType, objSpec);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_PBEKeyGen)(PK11SlotInfo *slot, SECAlgorithmID *algid, SECItem *pwitem, PRBool faulty3DES, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_PBEKeyGen");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_PBEKeyGen(slot, algid, pwitem, faulty3DES, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_GetBaseFromParams)(const PQGParams *params, SECItem *base) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetBaseFromParams");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_GetBaseFromParams(params, base);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, PK11_PQG_GetCounterFromVerify)(const PQGVerify *verify) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetCounterFromVerify");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_PK11_PQG_GetCounterFromVerify(verify);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_GetHFromVerify)(const PQGVerify *verify, SECItem *h) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetHFromVerify");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_GetHFromVerify(verify, h);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_GetPrimeFromParams)(const PQGParams *params, SECItem *prime) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetPrimeFromParams");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_GetPrimeFromParams(params, prime);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_GetSeedFromVerify)(const PQGVerify *verify, SECItem *seed) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetSeedFromVerify");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_GetSeedFromVerify(verify, seed);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_GetSubPrimeFromParams)(const PQGParams *params, SECItem *subPrime) {
  ::psm::nss_call::CallGate gate("PK11_PQG_GetSubPrimeFromParams");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_GetSubPrimeFromParams(params, subPrime);
  gate.Leave();
  return answer;
}

PSM_CALL(PQGParams *, PK11_PQG_NewParams)(const SECItem *prime, const SECItem *subPrime, const SECItem *base) {
  ::psm::nss_call::CallGate gate("PK11_PQG_NewParams");
  if (!gate.ok()) return nullptr;
  PQGParams *answer = ::psm_raw_PK11_PQG_NewParams(prime, subPrime, base);
  gate.Leave();
  return answer;
}

PSM_CALL(PQGVerify *, PK11_PQG_NewVerify)(unsigned int counter, const SECItem *seed, const SECItem *h) {
  ::psm::nss_call::CallGate gate("PK11_PQG_NewVerify");
  if (!gate.ok()) return nullptr;
  PQGVerify *answer = ::psm_raw_PK11_PQG_NewVerify(counter, seed, h);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_ParamGen)(unsigned int j, PQGParams **pParams, PQGVerify **pVfy) {
  ::psm::nss_call::CallGate gate("PK11_PQG_ParamGen");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_ParamGen(j, pParams, pVfy);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_ParamGenSeedLen)(unsigned int j, unsigned int seedBytes, PQGParams **pParams, PQGVerify **pVfy) {
  ::psm::nss_call::CallGate gate("PK11_PQG_ParamGenSeedLen");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_ParamGenSeedLen(j, seedBytes, pParams, pVfy);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_ParamGenV2)(unsigned int arg0, unsigned int arg1, unsigned int seedBytes, PQGParams **pParams, PQGVerify **pVfy) {
  ::psm::nss_call::CallGate gate("PK11_PQG_ParamGenV2");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_ParamGenV2(arg0, arg1, seedBytes, pParams, pVfy);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PQG_VerifyParams)(const PQGParams *params, const PQGVerify *vfy, SECStatus *result) {
  ::psm::nss_call::CallGate gate("PK11_PQG_VerifyParams");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PQG_VerifyParams(params, vfy, result);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_ParamFromAlgid)(SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("PK11_ParamFromAlgid");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_ParamFromAlgid(algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, PK11_ParamFromIV)(CK_MECHANISM_TYPE type, SECItem *iv) {
  ::psm::nss_call::CallGate gate("PK11_ParamFromIV");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_PK11_ParamFromIV(type, iv);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ParamToAlgid)(SECOidTag algtag, SECItem *param, PLArenaPool *arena, SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("PK11_ParamToAlgid");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ParamToAlgid(algtag, param, arena, algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PrivDecrypt)(SECKEYPrivateKey *key, CK_MECHANISM_TYPE mechanism, SECItem *param, unsigned char *out, unsigned int *outLen, unsigned int maxLen, const unsigned char *enc, unsigned int encLen) {
  ::psm::nss_call::CallGate gate("PK11_PrivDecrypt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PrivDecrypt(key, mechanism, param, out, outLen, maxLen, enc, encLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PrivDecryptPKCS1)(SECKEYPrivateKey *key, unsigned char *data, unsigned int *outLen, unsigned int maxLen, const unsigned char *enc, unsigned int encLen) {
  ::psm::nss_call::CallGate gate("PK11_PrivDecryptPKCS1");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PrivDecryptPKCS1(key, data, outLen, maxLen, enc, encLen);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_ProtectedAuthenticationPath)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_ProtectedAuthenticationPath");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_PK11_ProtectedAuthenticationPath(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PubDecryptRaw)(SECKEYPrivateKey *key, unsigned char *data, unsigned int *outLen, unsigned int maxLen, const unsigned char *enc, unsigned int encLen) {
  ::psm::nss_call::CallGate gate("PK11_PubDecryptRaw");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PubDecryptRaw(key, data, outLen, maxLen, enc, encLen);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_PubDerive)(SECKEYPrivateKey *privKey, SECKEYPublicKey *pubKey, PRBool isSender, SECItem *randomA, SECItem *randomB, CK_MECHANISM_TYPE derive, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_PubDerive");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_PubDerive(privKey, pubKey, isSender, randomA, randomB, derive, target, operation, keySize, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_PubDeriveWithKDF)(SECKEYPrivateKey *privKey, SECKEYPublicKey *pubKey, PRBool isSender, SECItem *randomA, SECItem *randomB, CK_MECHANISM_TYPE derive, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_ULONG kdf, SECItem *sharedData, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_PubDeriveWithKDF");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_PubDeriveWithKDF(privKey, pubKey, isSender, randomA, randomB, derive, target, operation, keySize, kdf, sharedData, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PubEncrypt)(SECKEYPublicKey *key, CK_MECHANISM_TYPE mechanism, SECItem *param, unsigned char *out, unsigned int *outLen, unsigned int maxLen, const unsigned char *data, unsigned int dataLen, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_PubEncrypt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PubEncrypt(key, mechanism, param, out, outLen, maxLen, data, dataLen, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PubEncryptPKCS1)(SECKEYPublicKey *key, unsigned char *enc, const unsigned char *data, unsigned int dataLen, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_PubEncryptPKCS1");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PubEncryptPKCS1(key, enc, data, dataLen, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PubEncryptRaw)(SECKEYPublicKey *key, unsigned char *enc, const unsigned char *data, unsigned int dataLen, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_PubEncryptRaw");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PubEncryptRaw(key, enc, data, dataLen, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_PubUnwrapSymKey)(SECKEYPrivateKey *key, SECItem *wrapppedKey, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize) {
  ::psm::nss_call::CallGate gate("PK11_PubUnwrapSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_PubUnwrapSymKey(key, wrapppedKey, target, operation, keySize);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_PubUnwrapSymKeyWithFlagsPerm)(SECKEYPrivateKey *wrappingKey, SECItem *wrappedKey, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_FLAGS flags, PRBool isPerm) {
  ::psm::nss_call::CallGate gate("PK11_PubUnwrapSymKeyWithFlagsPerm");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_PubUnwrapSymKeyWithFlagsPerm(wrappingKey, wrappedKey, target, operation, keySize, flags, isPerm);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_PubUnwrapSymKeyWithMechanism)(SECKEYPrivateKey *key, CK_MECHANISM_TYPE mechType, SECItem *param, SECItem *wrapppedKey, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize) {
  ::psm::nss_call::CallGate gate("PK11_PubUnwrapSymKeyWithMechanism");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_PubUnwrapSymKeyWithMechanism(key, mechType, param, wrapppedKey, target, operation, keySize);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PubWrapSymKey)(CK_MECHANISM_TYPE type, SECKEYPublicKey *pubKey, PK11SymKey *symKey, SECItem *wrappedKey) {
  ::psm::nss_call::CallGate gate("PK11_PubWrapSymKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PubWrapSymKey(type, pubKey, symKey, wrappedKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_PubWrapSymKeyWithMechanism)(SECKEYPublicKey *pubKey, CK_MECHANISM_TYPE mechType, SECItem *param, PK11SymKey *symKey, SECItem *wrappedKey) {
  ::psm::nss_call::CallGate gate("PK11_PubWrapSymKeyWithMechanism");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_PubWrapSymKeyWithMechanism(pubKey, mechType, param, symKey, wrappedKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_RandomUpdate)(void *data, size_t bytes) {
  ::psm::nss_call::CallGate gate("PK11_RandomUpdate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_RandomUpdate(data, bytes);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_RawPBEKeyGen)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, SECItem *params, SECItem *pwitem, PRBool faulty3DES, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_RawPBEKeyGen");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_RawPBEKeyGen(slot, type, params, pwitem, faulty3DES, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ReadRawAttribute)(PK11ObjectType type, void *object, CK_ATTRIBUTE_TYPE attr, SECItem *item) {
  ::psm::nss_call::CallGate gate("PK11_ReadRawAttribute");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ReadRawAttribute(type, object, attr, item);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ReadRawAttributes)(PLArenaPool *arena, PK11ObjectType type, void *object, CK_ATTRIBUTE *pTemplate, unsigned int count) {
  ::psm::nss_call::CallGate gate("PK11_ReadRawAttributes");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ReadRawAttributes(arena, type, object, pTemplate, count);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, PK11_ReferenceSlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_ReferenceSlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_PK11_ReferenceSlot(slot);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_ReferenceSymKey)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_ReferenceSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_ReferenceSymKey(symKey);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_ResetToken)(PK11SlotInfo *slot, char *sso_pwd) {
  ::psm::nss_call::CallGate gate("PK11_ResetToken");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_ResetToken(slot, sso_pwd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_RestoreContext)(PK11Context *cx, unsigned char *save, int len) {
  ::psm::nss_call::CallGate gate("PK11_RestoreContext");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_RestoreContext(cx, save, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_SaveContext)(PK11Context *cx, unsigned char *save, int *len, int saveLength) {
  ::psm::nss_call::CallGate gate("PK11_SaveContext");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SaveContext(cx, save, len, saveLength);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned char *, PK11_SaveContextAlloc)(PK11Context *cx, unsigned char *preAllocBuf, unsigned int pabLen, unsigned int *stateLen) {
  ::psm::nss_call::CallGate gate("PK11_SaveContextAlloc");
  if (!gate.ok()) return nullptr;
  unsigned char *answer = ::psm_raw_PK11_SaveContextAlloc(cx, preAllocBuf, pabLen, stateLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_SeedRandom)(PK11SlotInfo *arg0, unsigned char *data, int len) {
  ::psm::nss_call::CallGate gate("PK11_SeedRandom");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SeedRandom(arg0, data, len);
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_SetFortezzaHack)(PK11SymKey *symKey) {
  ::psm::nss_call::CallGate gate("PK11_SetFortezzaHack");
  if (!gate.ok()) return;
  ::psm_raw_PK11_SetFortezzaHack(symKey);
  gate.Leave();
}

PSM_CALL(void, PK11_SetPasswordFunc)(PK11PasswordFunc func) {
  ::psm_special_PK11_SetPasswordFunc(func);
}

PSM_CALL(SECStatus, PK11_SetPrivateKeyNickname)(SECKEYPrivateKey *privKey, const char *nickname) {
  ::psm::nss_call::CallGate gate("PK11_SetPrivateKeyNickname");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SetPrivateKeyNickname(privKey, nickname);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_SetPublicKeyNickname)(SECKEYPublicKey *pubKey, const char *nickname) {
  ::psm::nss_call::CallGate gate("PK11_SetPublicKeyNickname");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SetPublicKeyNickname(pubKey, nickname);
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_SetSlotPWValues)(PK11SlotInfo *slot, int askpw, int timeout) {
  ::psm::nss_call::CallGate gate("PK11_SetSlotPWValues");
  if (!gate.ok()) return;
  ::psm_raw_PK11_SetSlotPWValues(slot, askpw, timeout);
  gate.Leave();
}

PSM_CALL(SECStatus, PK11_SetSymKeyNickname)(PK11SymKey *symKey, const char *nickname) {
  ::psm::nss_call::CallGate gate("PK11_SetSymKeyNickname");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SetSymKeyNickname(symKey, nickname);
  gate.Leave();
  return answer;
}

PSM_CALL(void, PK11_SetSymKeyUserData)(PK11SymKey *symKey, void *data, PK11FreeDataFunc freefunc) {
  ::psm::nss_call::CallGate gate("PK11_SetSymKeyUserData");
  if (!gate.ok()) return;
  ::psm_special_PK11_SetSymKeyUserData(symKey, data, freefunc);
  gate.Leave();
}

PSM_CALL(void, PK11_SetWrapKey)(PK11SlotInfo *slot, int wrap, PK11SymKey *wrapKey) {
  ::psm::nss_call::CallGate gate("PK11_SetWrapKey");
  if (!gate.ok()) return;
  ::psm_raw_PK11_SetWrapKey(slot, wrap, wrapKey);
  gate.Leave();
}

PSM_CALL(SECStatus, PK11_Sign)(SECKEYPrivateKey *key, SECItem *sig, const SECItem *hash) {
  ::psm::nss_call::CallGate gate("PK11_Sign");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Sign(key, sig, hash);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_SignWithMechanism)(SECKEYPrivateKey *key, CK_MECHANISM_TYPE mechanism, const SECItem *param, SECItem *sig, const SECItem *hash) {
  ::psm::nss_call::CallGate gate("PK11_SignWithMechanism");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SignWithMechanism(key, mechanism, param, sig, hash);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_SignWithSymKey)(PK11SymKey *symKey, CK_MECHANISM_TYPE mechanism, SECItem *param, SECItem *sig, const SECItem *data) {
  ::psm::nss_call::CallGate gate("PK11_SignWithSymKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SignWithSymKey(symKey, mechanism, param, sig, data);
  gate.Leave();
  return answer;
}

PSM_CALL(int, PK11_SignatureLen)(SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("PK11_SignatureLen");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_PK11_SignatureLen(key);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_SlotGetLastFIPSStatus)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_SlotGetLastFIPSStatus");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_SlotGetLastFIPSStatus(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_SymKeyFromHandle)(PK11SlotInfo *slot, PK11SymKey *parent, PK11Origin origin, CK_MECHANISM_TYPE type, CK_OBJECT_HANDLE keyID, PRBool owner, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_SymKeyFromHandle");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_SymKeyFromHandle(slot, parent, origin, type, keyID, owner, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_SymKeysToSameSlot)(CK_MECHANISM_TYPE mech, CK_ATTRIBUTE_TYPE preferedOperation, CK_ATTRIBUTE_TYPE movingOperation, PK11SymKey *preferedKey, PK11SymKey *movingKey, PK11SymKey **newPreferedKey, PK11SymKey **newMovingKey) {
  ::psm::nss_call::CallGate gate("PK11_SymKeysToSameSlot");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_SymKeysToSameSlot(mech, preferedOperation, movingOperation, preferedKey, movingKey, newPreferedKey, newMovingKey);
  PSM_COUNT(if (answer == SECSuccess && newPreferedKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *newPreferedKey);)
  PSM_COUNT(if (answer == SECSuccess && newMovingKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *newMovingKey);)
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_TokenExists)(CK_MECHANISM_TYPE arg0) {
  ::psm::nss_call::CallGate gate("PK11_TokenExists");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_TokenExists(arg0);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_TokenKeyGen)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, SECItem *param, int keySize, SECItem *keyid, PRBool isToken, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_TokenKeyGen");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_TokenKeyGen(slot, type, param, keySize, keyid, isToken, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_TokenKeyGenWithFlags)(PK11SlotInfo *slot, CK_MECHANISM_TYPE type, SECItem *param, int keySize, SECItem *keyid, CK_FLAGS opFlags, PK11AttrFlags attrFlags, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_TokenKeyGenWithFlags");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_TokenKeyGenWithFlags(slot, type, param, keySize, keyid, opFlags, attrFlags, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_TokenRefresh)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_TokenRefresh");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_TokenRefresh(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_TraverseCertsForNicknameInSlot)(SECItem *nickname, PK11SlotInfo *slot, SECStatus (*callback)(CERTCertificate *, void *), void *arg) {
  ::psm::nss_call::CallGate gate("PK11_TraverseCertsForNicknameInSlot");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_TraverseCertsForNicknameInSlot(nickname, slot, callback, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_TraverseCertsForSubjectInSlot)(CERTCertificate *cert, PK11SlotInfo *slot, SECStatus (*callback)(CERTCertificate *, void *), void *arg) {
  ::psm::nss_call::CallGate gate("PK11_TraverseCertsForSubjectInSlot");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_TraverseCertsForSubjectInSlot(cert, slot, callback, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_TraverseSlotCerts)(SECStatus (*callback)(CERTCertificate *, SECItem *, void *), void *arg, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_TraverseSlotCerts");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_TraverseSlotCerts(callback, arg, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_UnlinkGenericObject)(PK11GenericObject *object) {
  ::psm::nss_call::CallGate gate("PK11_UnlinkGenericObject");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_UnlinkGenericObject(object);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, PK11_UnwrapPrivKey)(PK11SlotInfo *slot, PK11SymKey *wrappingKey, CK_MECHANISM_TYPE wrapType, SECItem *param, SECItem *wrappedKey, SECItem *label, SECItem *publicValue, PRBool token, PRBool sensitive, CK_KEY_TYPE keyType, CK_ATTRIBUTE_TYPE *usage, int usageCount, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_UnwrapPrivKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_PK11_UnwrapPrivKey(slot, wrappingKey, wrapType, param, wrappedKey, label, publicValue, token, sensitive, keyType, usage, usageCount, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_UnwrapSymKey)(PK11SymKey *key, CK_MECHANISM_TYPE wraptype, SECItem *param, SECItem *wrapppedKey, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize) {
  ::psm::nss_call::CallGate gate("PK11_UnwrapSymKey");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_UnwrapSymKey(key, wraptype, param, wrapppedKey, target, operation, keySize);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_UnwrapSymKeyWithFlags)(PK11SymKey *wrappingKey, CK_MECHANISM_TYPE wrapType, SECItem *param, SECItem *wrappedKey, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_FLAGS flags) {
  ::psm::nss_call::CallGate gate("PK11_UnwrapSymKeyWithFlags");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_UnwrapSymKeyWithFlags(wrappingKey, wrapType, param, wrappedKey, target, operation, keySize, flags);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SymKey *, PK11_UnwrapSymKeyWithFlagsPerm)(PK11SymKey *wrappingKey, CK_MECHANISM_TYPE wrapType, SECItem *param, SECItem *wrappedKey, CK_MECHANISM_TYPE target, CK_ATTRIBUTE_TYPE operation, int keySize, CK_FLAGS flags, PRBool isPerm) {
  ::psm::nss_call::CallGate gate("PK11_UnwrapSymKeyWithFlagsPerm");
  if (!gate.ok()) return nullptr;
  PK11SymKey *answer = ::psm_raw_PK11_UnwrapSymKeyWithFlagsPerm(wrappingKey, wrapType, param, wrappedKey, target, operation, keySize, flags, isPerm);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_UpdateSlotAttribute)(PK11SlotInfo *slot, const PK11DefaultArrayEntry *entry, PRBool add) {
  ::psm::nss_call::CallGate gate("PK11_UpdateSlotAttribute");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_UpdateSlotAttribute(slot, entry, add);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_UserDisableSlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_UserDisableSlot");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_UserDisableSlot(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_UserEnableSlot)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("PK11_UserEnableSlot");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_UserEnableSlot(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_Verify)(SECKEYPublicKey *key, const SECItem *sig, const SECItem *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_Verify");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_Verify(key, sig, hash, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, PK11_VerifyKeyOK)(PK11SymKey *key) {
  ::psm::nss_call::CallGate gate("PK11_VerifyKeyOK");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_PK11_VerifyKeyOK(key);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_VerifyRecover)(SECKEYPublicKey *key, const SECItem *sig, SECItem *dsig, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_VerifyRecover");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_VerifyRecover(key, sig, dsig, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_VerifyWithMechanism)(SECKEYPublicKey *key, CK_MECHANISM_TYPE mechanism, const SECItem *param, const SECItem *sig, const SECItem *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_VerifyWithMechanism");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_VerifyWithMechanism(key, mechanism, param, sig, hash, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11TokenStatus, PK11_WaitForTokenEvent)(PK11SlotInfo *slot, PK11TokenEvent event, PRIntervalTime timeout, PRIntervalTime pollInterval, int series) {
  return ::psm_special_PK11_WaitForTokenEvent(slot, event, timeout, pollInterval, series);
}

PSM_CALL(SECStatus, PK11_WrapPrivKey)(PK11SlotInfo *slot, PK11SymKey *wrappingKey, SECKEYPrivateKey *privKey, CK_MECHANISM_TYPE wrapType, SECItem *param, SECItem *wrappedKey, void *wincx) {
  ::psm::nss_call::CallGate gate("PK11_WrapPrivKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_WrapPrivKey(slot, wrappingKey, privKey, wrapType, param, wrappedKey, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_WrapSymKey)(CK_MECHANISM_TYPE type, SECItem *params, PK11SymKey *wrappingKey, PK11SymKey *symKey, SECItem *wrappedKey) {
  ::psm::nss_call::CallGate gate("PK11_WrapSymKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_WrapSymKey(type, params, wrappingKey, symKey, wrappedKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, PK11_WriteRawAttribute)(PK11ObjectType type, void *object, CK_ATTRIBUTE_TYPE attr, SECItem *item) {
  ::psm::nss_call::CallGate gate("PK11_WriteRawAttribute");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_PK11_WriteRawAttribute(type, object, attr, item);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECKEY_AddPrivateKeyToListTail)(SECKEYPrivateKeyList *list, SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("SECKEY_AddPrivateKeyToListTail");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECKEY_AddPrivateKeyToListTail(list, key);
  PSM_COUNT(if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKey, key);)
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, SECKEY_BigIntegerBitLength)(const SECItem *number) {
  ::psm::nss_call::CallGate gate("SECKEY_BigIntegerBitLength");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_BigIntegerBitLength(number);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECKEY_CacheStaticFlags)(SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("SECKEY_CacheStaticFlags");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECKEY_CacheStaticFlags(key);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKey *, SECKEY_ConvertToPublicKey)(SECKEYPrivateKey *privateKey) {
  ::psm::nss_call::CallGate gate("SECKEY_ConvertToPublicKey");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKey *answer = ::psm_raw_SECKEY_ConvertToPublicKey(privateKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECKEY_CopyEncryptedPrivateKeyInfo)(PLArenaPool *poolp, SECKEYEncryptedPrivateKeyInfo *to, const SECKEYEncryptedPrivateKeyInfo *from) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyEncryptedPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECKEY_CopyEncryptedPrivateKeyInfo(poolp, to, from);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, SECKEY_CopyPrivateKey)(const SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyPrivateKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CopyPrivateKey(privKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECKEY_CopyPrivateKeyInfo)(PLArenaPool *poolp, SECKEYPrivateKeyInfo *to, const SECKEYPrivateKeyInfo *from) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECKEY_CopyPrivateKeyInfo(poolp, to, from);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKey *, SECKEY_CopyPublicKey)(const SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyPublicKey");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKey *answer = ::psm_raw_SECKEY_CopyPublicKey(pubKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECKEY_CopySubjectPublicKeyInfo)(PLArenaPool *arena, CERTSubjectPublicKeyInfo *dst, CERTSubjectPublicKeyInfo *src) {
  ::psm::nss_call::CallGate gate("SECKEY_CopySubjectPublicKeyInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECKEY_CopySubjectPublicKeyInfo(arena, dst, src);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, SECKEY_CreateDHPrivateKey)(SECKEYDHParams *param, SECKEYPublicKey **pubk, void *cx) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateDHPrivateKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CreateDHPrivateKey(param, pubk, cx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  PSM_COUNT(if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, SECKEY_CreateECPrivateKey)(SECKEYECParams *param, SECKEYPublicKey **pubk, void *cx) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateECPrivateKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CreateECPrivateKey(param, pubk, cx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  PSM_COUNT(if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKey *, SECKEY_CreateRSAPrivateKey)(int keySizeInBits, SECKEYPublicKey **pubk, void *cx) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateRSAPrivateKey");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CreateRSAPrivateKey(keySizeInBits, pubk, cx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);)
  PSM_COUNT(if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSubjectPublicKeyInfo *, SECKEY_CreateSubjectPublicKeyInfo)(const SECKEYPublicKey *k) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateSubjectPublicKeyInfo");
  if (!gate.ok()) return nullptr;
  CERTSubjectPublicKeyInfo *answer = ::psm_raw_SECKEY_CreateSubjectPublicKeyInfo(k);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSubjectPublicKeyInfo *, SECKEY_DecodeDERSubjectPublicKeyInfo)(const SECItem *spkider) {
  ::psm::nss_call::CallGate gate("SECKEY_DecodeDERSubjectPublicKeyInfo");
  if (!gate.ok()) return nullptr;
  CERTSubjectPublicKeyInfo *answer = ::psm_raw_SECKEY_DecodeDERSubjectPublicKeyInfo(spkider);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SECKEY_DestroyPrivateKey)(SECKEYPrivateKey *key) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPrivateKey");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKey, key);)
  ::psm_raw_SECKEY_DestroyPrivateKey(key);
  gate.Leave();
}

PSM_CALL(void, SECKEY_DestroyPrivateKeyList)(SECKEYPrivateKeyList *keys) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPrivateKeyList");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKeyList, keys);)
  ::psm_raw_SECKEY_DestroyPrivateKeyList(keys);
  gate.Leave();
}

PSM_CALL(void, SECKEY_DestroyPublicKey)(SECKEYPublicKey *key) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPublicKey");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPublicKey, key);)
  ::psm_raw_SECKEY_DestroyPublicKey(key);
  gate.Leave();
}

PSM_CALL(void, SECKEY_DestroyPublicKeyList)(SECKEYPublicKeyList *keys) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPublicKeyList");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPublicKeyList, keys);)
  ::psm_raw_SECKEY_DestroyPublicKeyList(keys);
  gate.Leave();
}

PSM_CALL(int, SECKEY_ECParamsToBasePointOrderLen)(const SECItem *params) {
  ::psm::nss_call::CallGate gate("SECKEY_ECParamsToBasePointOrderLen");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_SECKEY_ECParamsToBasePointOrderLen(params);
  gate.Leave();
  return answer;
}

PSM_CALL(int, SECKEY_ECParamsToKeySize)(const SECItem *params) {
  ::psm::nss_call::CallGate gate("SECKEY_ECParamsToKeySize");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_SECKEY_ECParamsToKeySize(params);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SECKEY_EncodeDERSubjectPublicKeyInfo)(const SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_EncodeDERSubjectPublicKeyInfo");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SECKEY_EncodeDERSubjectPublicKeyInfo(pubk);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKey *, SECKEY_ExtractPublicKey)(const CERTSubjectPublicKeyInfo *arg0) {
  ::psm::nss_call::CallGate gate("SECKEY_ExtractPublicKey");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKey *answer = ::psm_raw_SECKEY_ExtractPublicKey(arg0);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(KeyType, SECKEY_GetPrivateKeyType)(const SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SECKEY_GetPrivateKeyType");
  if (!gate.ok()) return nullKey;
  KeyType answer = ::psm_raw_SECKEY_GetPrivateKeyType(privKey);
  gate.Leave();
  return answer;
}

PSM_CALL(KeyType, SECKEY_GetPublicKeyType)(const SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("SECKEY_GetPublicKeyType");
  if (!gate.ok()) return nullKey;
  KeyType answer = ::psm_raw_SECKEY_GetPublicKeyType(pubKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPublicKey *, SECKEY_ImportDERPublicKey)(const SECItem *derKey, CK_KEY_TYPE type) {
  ::psm::nss_call::CallGate gate("SECKEY_ImportDERPublicKey");
  if (!gate.ok()) return nullptr;
  SECKEYPublicKey *answer = ::psm_raw_SECKEY_ImportDERPublicKey(derKey, type);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECKEYPrivateKeyList *, SECKEY_NewPrivateKeyList)() {
  ::psm::nss_call::CallGate gate("SECKEY_NewPrivateKeyList");
  if (!gate.ok()) return nullptr;
  SECKEYPrivateKeyList *answer = ::psm_raw_SECKEY_NewPrivateKeyList();
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKeyList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, SECKEY_PublicKeyStrength)(const SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_PublicKeyStrength");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_PublicKeyStrength(pubk);
  gate.Leave();
  return answer;
}

PSM_CALL(unsigned int, SECKEY_PublicKeyStrengthInBits)(const SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_PublicKeyStrengthInBits");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_PublicKeyStrengthInBits(pubk);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SECKEY_RemovePrivateKeyListNode)(SECKEYPrivateKeyListNode *node) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_RemovePrivateKeyListNode");
  if (!gate.ok()) return;
  ::psm_raw_SECKEY_RemovePrivateKeyListNode(node);
  gate.Leave();
}

PSM_CALL(unsigned int, SECKEY_SignatureLen)(const SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_SignatureLen");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_SignatureLen(pubk);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECKEY_UpdateCertPQG)(CERTCertificate *subjectCert) {
  ::psm::nss_call::CallGate gate("SECKEY_UpdateCertPQG");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECKEY_UpdateCertPQG(subjectCert);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMIME_DecryptionAllowed)(SECAlgorithmID *algid, PK11SymKey *key) {
  ::psm::nss_call::CallGate gate("SECMIME_DecryptionAllowed");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SECMIME_DecryptionAllowed(algid, key);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_AddNewModule)(const char *moduleName, const char *dllPath, unsigned long defaultMechanismFlags, unsigned long cipherEnableFlags) {
  ::psm::nss_call::CallGate gate("SECMOD_AddNewModule");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_AddNewModule(moduleName, dllPath, defaultMechanismFlags, cipherEnableFlags);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_AddNewModuleEx)(const char *moduleName, const char *dllPath, unsigned long defaultMechanismFlags, unsigned long cipherEnableFlags, char *modparms, char *nssparms) {
  ::psm::nss_call::CallGate gate("SECMOD_AddNewModuleEx");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_AddNewModuleEx(moduleName, dllPath, defaultMechanismFlags, cipherEnableFlags, modparms, nssparms);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMOD_CanDeleteInternalModule)() {
  ::psm::nss_call::CallGate gate("SECMOD_CanDeleteInternalModule");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SECMOD_CanDeleteInternalModule();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_CancelWait)(SECMODModule *mod) {
  return ::psm_special_SECMOD_CancelWait(mod);
}

PSM_CALL(SECStatus, SECMOD_CloseUserDB)(PK11SlotInfo *slot) {
  ::psm::nss_call::CallGate gate("SECMOD_CloseUserDB");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_CloseUserDB(slot);
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, SECMOD_CreateModule)(const char *lib, const char *name, const char *param, const char *nss) {
  ::psm::nss_call::CallGate gate("SECMOD_CreateModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_CreateModule(lib, name, param, nss);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, SECMOD_CreateModuleEx)(const char *lib, const char *name, const char *param, const char *nss, const char *config) {
  ::psm::nss_call::CallGate gate("SECMOD_CreateModuleEx");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_CreateModuleEx(lib, name, param, nss, config);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_DeleteInternalModule)(const char *name) {
  ::psm::nss_call::CallGate gate("SECMOD_DeleteInternalModule");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_DeleteInternalModule(name);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_DeleteModule)(const char *name, int *type) {
  ::psm::nss_call::CallGate gate("SECMOD_DeleteModule");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_DeleteModule(name, type);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_DeleteModuleEx)(const char *name, SECMODModule *mod, int *type, PRBool permdb) {
  ::psm::nss_call::CallGate gate("SECMOD_DeleteModuleEx");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_DeleteModuleEx(name, mod, type, permdb);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SECMOD_DestroyModule)(SECMODModule *module) {
  ::psm::nss_call::LiveReleaseGate gate("SECMOD_DestroyModule");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kModule, module);)
  ::psm_raw_SECMOD_DestroyModule(module);
  gate.Leave();
}

PSM_CALL(SECMODModule *, SECMOD_FindModule)(const char *name) {
  ::psm::nss_call::CallGate gate("SECMOD_FindModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_FindModule(name);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, SECMOD_FindSlot)(SECMODModule *module, const char *name) {
  ::psm::nss_call::CallGate gate("SECMOD_FindSlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_SECMOD_FindSlot(module, name);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_FreeModuleSpecList)(SECMODModule *module, char **moduleSpecList) {
  ::psm::nss_call::LiveReleaseGate gate("SECMOD_FreeModuleSpecList");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_FreeModuleSpecList(module, moduleSpecList);
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModuleList *, SECMOD_GetDBModuleList)() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDBModuleList");
  if (!gate.ok()) return nullptr;
  SECMODModuleList *answer = ::psm_raw_SECMOD_GetDBModuleList();
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModuleList *, SECMOD_GetDeadModuleList)() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDeadModuleList");
  if (!gate.ok()) return nullptr;
  SECMODModuleList *answer = ::psm_raw_SECMOD_GetDeadModuleList();
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMOD_GetDefaultModDBFlag)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_GetDefaultModDBFlag");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SECMOD_GetDefaultModDBFlag(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModuleList *, SECMOD_GetDefaultModuleList)() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDefaultModuleList");
  if (!gate.ok()) return nullptr;
  SECMODModuleList *answer = ::psm_raw_SECMOD_GetDefaultModuleList();
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODListLock *, SECMOD_GetDefaultModuleListLock)() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDefaultModuleListLock");
  if (!gate.ok()) return nullptr;
  SECMODListLock *answer = ::psm_raw_SECMOD_GetDefaultModuleListLock();
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, SECMOD_GetInternalModule)() {
  ::psm::nss_call::CallGate gate("SECMOD_GetInternalModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_GetInternalModule();
  gate.Leave();
  return answer;
}

PSM_CALL(char **, SECMOD_GetModuleSpecList)(SECMODModule *module) {
  ::psm::nss_call::FirstGate gate("SECMOD_GetModuleSpecList");
  if (!gate.ok()) return nullptr;
  char **answer = ::psm_raw_SECMOD_GetModuleSpecList(module);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SECMOD_GetReadLock)(SECMODListLock *arg0) {
  ::psm::nss_call::CallGate gate("SECMOD_GetReadLock");
  if (!gate.ok()) return;
  ::psm_raw_SECMOD_GetReadLock(arg0);
  gate.Leave();
}

PSM_CALL(PRBool, SECMOD_GetSkipFirstFlag)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_GetSkipFirstFlag");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SECMOD_GetSkipFirstFlag(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMOD_HasRemovableSlots)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_HasRemovableSlots");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SECMOD_HasRemovableSlots(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMOD_HasRootCerts)() {
  ::psm::nss_call::CallGate gate("SECMOD_HasRootCerts");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SECMOD_HasRootCerts();
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMOD_IsModulePresent)(unsigned long pubCipherEnableFlags) {
  ::psm::nss_call::CallGate gate("SECMOD_IsModulePresent");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SECMOD_IsModulePresent(pubCipherEnableFlags);
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, SECMOD_LoadModule)(char *moduleSpec, SECMODModule *parent, PRBool recurse) {
  ::psm::nss_call::FirstGate gate("SECMOD_LoadModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_LoadModule(moduleSpec, parent, recurse);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, SECMOD_LoadUserModule)(char *moduleSpec, SECMODModule *parent, PRBool recurse) {
  ::psm::nss_call::CallGate gate("SECMOD_LoadUserModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_LoadUserModule(moduleSpec, parent, recurse);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SECMOD_LockedModuleHasRemovableSlots)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_LockedModuleHasRemovableSlots");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SECMOD_LockedModuleHasRemovableSlots(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, SECMOD_LookupSlot)(SECMODModuleID module, unsigned long slotID) {
  ::psm::nss_call::CallGate gate("SECMOD_LookupSlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_SECMOD_LookupSlot(module, slotID);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, SECMOD_OpenNewSlot)(SECMODModule *mod, const char *moduleSpec) {
  ::psm::nss_call::CallGate gate("SECMOD_OpenNewSlot");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_SECMOD_OpenNewSlot(mod, moduleSpec);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, SECMOD_OpenUserDB)(const char *moduleSpec) {
  ::psm::nss_call::CallGate gate("SECMOD_OpenUserDB");
  if (!gate.ok()) return nullptr;
  PK11SlotInfo *answer = ::psm_raw_SECMOD_OpenUserDB(moduleSpec);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECMODModule *, SECMOD_ReferenceModule)(SECMODModule *module) {
  ::psm::nss_call::CallGate gate("SECMOD_ReferenceModule");
  if (!gate.ok()) return nullptr;
  SECMODModule *answer = ::psm_raw_SECMOD_ReferenceModule(module);
  PSM_COUNT(::psm::nss_call::Gave(::psm::ReferenceKind::kModule, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, SECMOD_ReleaseReadLock)(SECMODListLock *arg0) {
  ::psm::nss_call::CallGate gate("SECMOD_ReleaseReadLock");
  if (!gate.ok()) return;
  ::psm_raw_SECMOD_ReleaseReadLock(arg0);
  gate.Leave();
}

PSM_CALL(SECStatus, SECMOD_RestartModules)(PRBool force) {
  return ::psm_special_SECMOD_RestartModules(force);
}

PSM_CALL(SECStatus, SECMOD_UnloadUserModule)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_UnloadUserModule");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_UnloadUserModule(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_UpdateModule)(SECMODModule *module) {
  ::psm::nss_call::FirstGate gate("SECMOD_UpdateModule");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_UpdateModule(module);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECMOD_UpdateSlotList)(SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_UpdateSlotList");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECMOD_UpdateSlotList(mod);
  gate.Leave();
  return answer;
}

PSM_CALL(PK11SlotInfo *, SECMOD_WaitForAnyTokenEvent)(SECMODModule *mod, unsigned long flags, PRIntervalTime latency) {
  return ::psm_special_SECMOD_WaitForAnyTokenEvent(mod, flags, latency);
}

PSM_CALL(SECOidTag, SECOID_AddEntry)(const SECOidData *src) {
  ::psm::nss_call::LookupGate gate("SECOID_AddEntry");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SECOID_AddEntry(src);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SECOID_AddEntry_Util)(const SECOidData *src) {
  ::psm::nss_call::LookupGate gate("SECOID_AddEntry_Util");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SECOID_AddEntry_Util(src);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidData *, SECOID_FindOID)(const SECItem *oid) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOID");
  if (!gate.ok()) return nullptr;
  SECOidData *answer = ::psm_raw_SECOID_FindOID(oid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidData *, SECOID_FindOIDByMechanism)(unsigned long mechanism) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDByMechanism");
  if (!gate.ok()) return nullptr;
  SECOidData *answer = ::psm_raw_SECOID_FindOIDByMechanism(mechanism);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidData *, SECOID_FindOIDByTag)(SECOidTag tagnum) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDByTag");
  if (!gate.ok()) return nullptr;
  SECOidData *answer = ::psm_raw_SECOID_FindOIDByTag(tagnum);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidData *, SECOID_FindOIDByTag_Util)(SECOidTag tagnum) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDByTag_Util");
  if (!gate.ok()) return nullptr;
  SECOidData *answer = ::psm_raw_SECOID_FindOIDByTag_Util(tagnum);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SECOID_FindOIDTag)(const SECItem *oid) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SECOID_FindOIDTag(oid);
  gate.Leave();
  return answer;
}

PSM_CALL(const char *, SECOID_FindOIDTagDescription)(SECOidTag tagnum) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDTagDescription");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_SECOID_FindOIDTagDescription(tagnum);
  gate.Leave();
  return answer;
}

PSM_CALL(const char *, SECOID_FindOIDTagDescription_Util)(SECOidTag tagnum) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDTagDescription_Util");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_SECOID_FindOIDTagDescription_Util(tagnum);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SECOID_FindOIDTag_Util)(const SECItem *oid) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOIDTag_Util");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SECOID_FindOIDTag_Util(oid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidData *, SECOID_FindOID_Util)(const SECItem *oid) {
  ::psm::nss_call::LookupGate gate("SECOID_FindOID_Util");
  if (!gate.ok()) return nullptr;
  SECOidData *answer = ::psm_raw_SECOID_FindOID_Util(oid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SECOID_GetAlgorithmTag)(const SECAlgorithmID *aid) {
  ::psm::nss_call::LookupGate gate("SECOID_GetAlgorithmTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SECOID_GetAlgorithmTag(aid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SECOID_GetAlgorithmTag_Util)(const SECAlgorithmID *aid) {
  ::psm::nss_call::LookupGate gate("SECOID_GetAlgorithmTag_Util");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SECOID_GetAlgorithmTag_Util(aid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECOID_Init)() {
  return ::psm_special_SECOID_Init();
}

PSM_CALL(PRBool, SECOID_KnownCertExtenOID)(SECItem *extenOid) {
  ::psm::nss_call::LookupGate gate("SECOID_KnownCertExtenOID");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SECOID_KnownCertExtenOID(extenOid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECOID_SetAlgorithmID)(PLArenaPool *arena, SECAlgorithmID *aid, SECOidTag tag, SECItem *params) {
  ::psm::nss_call::LookupGate gate("SECOID_SetAlgorithmID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECOID_SetAlgorithmID(arena, aid, tag, params);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECOID_SetAlgorithmID_Util)(PLArenaPool *arena, SECAlgorithmID *aid, SECOidTag tag, SECItem *params) {
  ::psm::nss_call::LookupGate gate("SECOID_SetAlgorithmID_Util");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SECOID_SetAlgorithmID_Util(arena, aid, tag, params);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SECOID_Shutdown)() {
  return ::psm_special_SECOID_Shutdown();
}

PSM_CALL(PRBool, SEC_CertNicknameConflict)(const char *nickname, const SECItem *derSubject, CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("SEC_CertNicknameConflict");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SEC_CertNicknameConflict(nickname, derSubject, handle);
  gate.Leave();
  return answer;
}

PSM_CALL(SECCertTimeValidity, SEC_CheckCrlTimes)(CERTCrl *crl, PRTime t) {
  ::psm::nss_call::CallGate gate("SEC_CheckCrlTimes");
  if (!gate.ok()) return secCertTimeUndetermined;
  SECCertTimeValidity answer = ::psm_raw_SEC_CheckCrlTimes(crl, t);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SEC_CreateSignatureAlgorithmParameters)(PLArenaPool *arena, SECItem *result, SECOidTag signAlgTag, SECOidTag hashAlgTag, const SECItem *params, const SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("SEC_CreateSignatureAlgorithmParameters");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SEC_CreateSignatureAlgorithmParameters(arena, result, signAlgTag, hashAlgTag, params, key);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_DeletePermCRL)(CERTSignedCrl *crl) {
  ::psm::nss_call::CallGate gate("SEC_DeletePermCRL");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_DeletePermCRL(crl);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_DeletePermCertificate)(CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("SEC_DeletePermCertificate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_DeletePermCertificate(cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_DerSignData)(PLArenaPool *arena, SECItem *result, const unsigned char *buf, int len, SECKEYPrivateKey *pk, SECOidTag algid) {
  ::psm::nss_call::CallGate gate("SEC_DerSignData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_DerSignData(arena, result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_DerSignDataWithAlgorithmID)(PLArenaPool *arena, SECItem *result, const unsigned char *buf, int len, SECKEYPrivateKey *pk, SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_DerSignDataWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_DerSignDataWithAlgorithmID(arena, result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_DestroyCrl)(CERTSignedCrl *crl) {
  ::psm::nss_call::ReleaseGate gate("SEC_DestroyCrl");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(SEC_DestroyCrl))(crl);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, SEC_DupCrl)(CERTSignedCrl *acrl) {
  ::psm::nss_call::CallGate gate("SEC_DupCrl");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = (PSM_COUNTED(SEC_DupCrl))(acrl);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, SEC_FindCrlByDERCert)(CERTCertDBHandle *handle, SECItem *derCrl, int type) {
  ::psm::nss_call::CallGate gate("SEC_FindCrlByDERCert");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = (PSM_COUNTED(SEC_FindCrlByDERCert))(handle, derCrl, type);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, SEC_FindCrlByName)(CERTCertDBHandle *handle, SECItem *crlKey, int type) {
  ::psm::nss_call::CallGate gate("SEC_FindCrlByName");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = (PSM_COUNTED(SEC_FindCrlByName))(handle, crlKey, type);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_GetCrlTimes)(CERTCrl *crl, PRTime *notBefore, PRTime *notAfter) {
  ::psm::nss_call::CallGate gate("SEC_GetCrlTimes");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_GetCrlTimes(crl, notBefore, notAfter);
  gate.Leave();
  return answer;
}

PSM_CALL(const SEC_HttpClientFcn *, SEC_GetRegisteredHttpClient)() {
  ::psm::nss_call::CallGate gate("SEC_GetRegisteredHttpClient");
  if (!gate.ok()) return nullptr;
  const SEC_HttpClientFcn *answer = ::psm_raw_SEC_GetRegisteredHttpClient();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_LookupCrls)(CERTCertDBHandle *handle, CERTCrlHeadNode **nodes, int type) {
  ::psm::nss_call::CallGate gate("SEC_LookupCrls");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_LookupCrls(handle, nodes, type);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTSignedCrl *, SEC_NewCrl)(CERTCertDBHandle *handle, char *url, SECItem *derCrl, int type) {
  ::psm::nss_call::CallGate gate("SEC_NewCrl");
  if (!gate.ok()) return nullptr;
  CERTSignedCrl *answer = ::psm_raw_SEC_NewCrl(handle, url, derCrl, type);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCrl, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12AddCertAndKey)(SEC_PKCS12ExportContext *p12ctxt, void *certSafe, void *certNestedDest, CERTCertificate *cert, CERTCertDBHandle *certDb, void *keySafe, void *keyNestedDest, PRBool shroudKey, SECItem *pwitem, SECOidTag algorithm) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12AddCertAndKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12AddCertAndKey(p12ctxt, certSafe, certNestedDest, cert, certDb, keySafe, keyNestedDest, shroudKey, pwitem, algorithm);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12AddCertOrChainAndKey)(SEC_PKCS12ExportContext *p12ctxt, void *certSafe, void *certNestedDest, CERTCertificate *cert, CERTCertDBHandle *certDb, void *keySafe, void *keyNestedDest, PRBool shroudKey, SECItem *pwitem, SECOidTag algorithm, PRBool includeCertChain) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12AddCertOrChainAndKey");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12AddCertOrChainAndKey(p12ctxt, certSafe, certNestedDest, cert, certDb, keySafe, keyNestedDest, shroudKey, pwitem, algorithm, includeCertChain);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12AddPasswordIntegrity)(SEC_PKCS12ExportContext *p12ctxt, SECItem *pwitem, SECOidTag integAlg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12AddPasswordIntegrity");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12AddPasswordIntegrity(p12ctxt, pwitem, integAlg);
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS12ExportContext *, SEC_PKCS12CreateExportContext)(SECKEYGetPasswordKey pwfn, void *pwfnarg, PK11SlotInfo *slot, void *wincx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12CreateExportContext");
  if (!gate.ok()) return nullptr;
  SEC_PKCS12ExportContext *answer = ::psm_raw_SEC_PKCS12CreateExportContext(pwfn, pwfnarg, slot, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs12Export, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS12SafeInfo *, SEC_PKCS12CreatePasswordPrivSafe)(SEC_PKCS12ExportContext *p12ctxt, SECItem *pwitem, SECOidTag privAlg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12CreatePasswordPrivSafe");
  if (!gate.ok()) return nullptr;
  SEC_PKCS12SafeInfo *answer = ::psm_raw_SEC_PKCS12CreatePasswordPrivSafe(p12ctxt, pwitem, privAlg);
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS12SafeInfo *, SEC_PKCS12CreateUnencryptedSafe)(SEC_PKCS12ExportContext *p12ctxt) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12CreateUnencryptedSafe");
  if (!gate.ok()) return nullptr;
  SEC_PKCS12SafeInfo *answer = ::psm_raw_SEC_PKCS12CreateUnencryptedSafe(p12ctxt);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SEC_PKCS12DecoderFinish)(SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::ReleaseGate gate("SEC_PKCS12DecoderFinish");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPkcs12Decoder, p12dcx);)
  ::psm_raw_SEC_PKCS12DecoderFinish(p12dcx);
  gate.Leave();
}

PSM_CALL(CERTCertList *, SEC_PKCS12DecoderGetCerts)(SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderGetCerts");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_SEC_PKCS12DecoderGetCerts(p12dcx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderImportBags)(SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderImportBags");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderImportBags(p12dcx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderIterateInit)(SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderIterateInit");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderIterateInit(p12dcx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderIterateNext)(SEC_PKCS12DecoderContext *p12dcx, const SEC_PKCS12DecoderItem **ipp) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderIterateNext");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderIterateNext(p12dcx, ipp);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderRenameCertNicknames)(SEC_PKCS12DecoderContext *p12dcx, SEC_PKCS12NicknameRenameCallback nicknameCb, void *arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderRenameCertNicknames");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderRenameCertNicknames(p12dcx, nicknameCb, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderSetTargetTokenCAs)(SEC_PKCS12DecoderContext *p12dcx, SECPKCS12TargetTokenCAs tokenCAs) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderSetTargetTokenCAs");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderSetTargetTokenCAs(p12dcx, tokenCAs);
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS12DecoderContext *, SEC_PKCS12DecoderStart)(SECItem *pwitem, PK11SlotInfo *slot, void *wincx, digestOpenFn dOpen, digestCloseFn dClose, digestIOFn dRead, digestIOFn dWrite, void *dArg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderStart");
  if (!gate.ok()) return nullptr;
  SEC_PKCS12DecoderContext *answer = ::psm_raw_SEC_PKCS12DecoderStart(pwitem, slot, wincx, dOpen, dClose, dRead, dWrite, dArg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs12Decoder, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderUpdate)(SEC_PKCS12DecoderContext *p12dcx, unsigned char *data, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderUpdate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderUpdate(p12dcx, data, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderValidateBags)(SEC_PKCS12DecoderContext *p12dcx, SEC_PKCS12NicknameCollisionCallback nicknameCb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderValidateBags");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderValidateBags(p12dcx, nicknameCb);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12DecoderVerify)(SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderVerify");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12DecoderVerify(p12dcx);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS12DecryptionAllowed)(SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecryptionAllowed");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SEC_PKCS12DecryptionAllowed(algid);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SEC_PKCS12DestroyExportContext)(SEC_PKCS12ExportContext *p12exp) {
  ::psm::nss_call::ReleaseGate gate("SEC_PKCS12DestroyExportContext");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPkcs12Export, p12exp);)
  ::psm_raw_SEC_PKCS12DestroyExportContext(p12exp);
  gate.Leave();
}

PSM_CALL(SECStatus, SEC_PKCS12EnableCipher)(long which, int on) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12EnableCipher");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12EnableCipher(which, on);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS12Encode)(SEC_PKCS12ExportContext *p12exp, SEC_PKCS12EncoderOutputCallback output, void *outputarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12Encode");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS12Encode(p12exp, output, outputarg);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS12IsEncryptionAllowed)() {
  ::psm::nss_call::CallGate gate("SEC_PKCS12IsEncryptionAllowed");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SEC_PKCS12IsEncryptionAllowed();
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SEC_PKCS5GetCryptoAlgorithm)(SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetCryptoAlgorithm");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SEC_PKCS5GetCryptoAlgorithm(algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SEC_PKCS5GetIV)(SECAlgorithmID *algid, SECItem *pwitem, PRBool faulty3DES) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetIV");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SEC_PKCS5GetIV(algid, pwitem, faulty3DES);
  gate.Leave();
  return answer;
}

PSM_CALL(int, SEC_PKCS5GetKeyLength)(SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetKeyLength");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_SEC_PKCS5GetKeyLength(algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SEC_PKCS5GetPBEAlgorithm)(SECOidTag algTag, int keyLen) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5GetPBEAlgorithm");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SEC_PKCS5GetPBEAlgorithm(algTag, keyLen);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS5IsAlgorithmPBEAlg)(SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_PKCS5IsAlgorithmPBEAlg");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SEC_PKCS5IsAlgorithmPBEAlg(algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7AddCertificate)(SEC_PKCS7ContentInfo *cinfo, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7AddCertificate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7AddCertificate(cinfo, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7AddRecipient)(SEC_PKCS7ContentInfo *cinfo, CERTCertificate *cert, SECCertUsage certusage, CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7AddRecipient");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7AddRecipient(cinfo, cert, certusage, certdb);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7AddSigningTime)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7AddSigningTime");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7AddSigningTime(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7ContainsCertsOrCrls)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContainsCertsOrCrls");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SEC_PKCS7ContainsCertsOrCrls(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7ContentIsEncrypted)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContentIsEncrypted");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SEC_PKCS7ContentIsEncrypted(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7ContentIsSigned)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContentIsSigned");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SEC_PKCS7ContentIsSigned(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECOidTag, SEC_PKCS7ContentType)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContentType");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  SECOidTag answer = ::psm_raw_SEC_PKCS7ContentType(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7CopyContentInfo)(SEC_PKCS7ContentInfo *contentInfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CopyContentInfo");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CopyContentInfo(contentInfo);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7CreateCertsOnly)(CERTCertificate *cert, PRBool include_chain, CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateCertsOnly");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateCertsOnly(cert, include_chain, certdb);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7CreateData)() {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateData");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateData();
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7CreateEncryptedData)(SECOidTag algorithm, int keysize, SECKEYGetPasswordKey pwfn, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateEncryptedData");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateEncryptedData(algorithm, keysize, pwfn, pwfn_arg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7CreateEnvelopedData)(CERTCertificate *cert, SECCertUsage certusage, CERTCertDBHandle *certdb, SECOidTag encalg, int keysize, SECKEYGetPasswordKey pwfn, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateEnvelopedData");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateEnvelopedData(cert, certusage, certdb, encalg, keysize, pwfn, pwfn_arg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7CreateSignedData)(CERTCertificate *cert, SECCertUsage certusage, CERTCertDBHandle *certdb, SECOidTag digestalg, SECItem *digest, SECKEYGetPasswordKey pwfn, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateSignedData");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateSignedData(cert, certusage, certdb, digestalg, digest, pwfn, pwfn_arg);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7DecodeItem)(SECItem *p7item, SEC_PKCS7DecoderContentCallback cb, void *cb_arg, SECKEYGetPasswordKey pwfn, void *pwfn_arg, SEC_PKCS7GetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg, SEC_PKCS7DecryptionAllowedCallback decrypt_allowed_cb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecodeItem");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7DecodeItem(p7item, cb, cb_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg, decrypt_allowed_cb);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7ContentInfo *, SEC_PKCS7DecoderFinish)(SEC_PKCS7DecoderContext *p7dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecoderFinish");
  if (!gate.ok()) return nullptr;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPkcs7Decoder, p7dcx);)
  SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7DecoderFinish(p7dcx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7DecoderContext *, SEC_PKCS7DecoderStart)(SEC_PKCS7DecoderContentCallback callback, void *callback_arg, SECKEYGetPasswordKey pwfn, void *pwfn_arg, SEC_PKCS7GetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg, SEC_PKCS7DecryptionAllowedCallback decrypt_allowed_cb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecoderStart");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7DecoderContext *answer = ::psm_raw_SEC_PKCS7DecoderStart(callback, callback_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg, decrypt_allowed_cb);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Decoder, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7DecoderUpdate)(SEC_PKCS7DecoderContext *p7dcx, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecoderUpdate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7DecoderUpdate(p7dcx, buf, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7DecryptContents)(PLArenaPool *poolp, SEC_PKCS7ContentInfo *cinfo, SECItem *key, void *wincx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecryptContents");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7DecryptContents(poolp, cinfo, key, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SEC_PKCS7DestroyContentInfo)(SEC_PKCS7ContentInfo *contentInfo) {
  ::psm::nss_call::ReleaseGate gate("SEC_PKCS7DestroyContentInfo");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPkcs7Content, contentInfo);)
  ::psm_raw_SEC_PKCS7DestroyContentInfo(contentInfo);
  gate.Leave();
}

PSM_CALL(SECStatus, SEC_PKCS7Encode)(SEC_PKCS7ContentInfo *cinfo, SEC_PKCS7EncoderOutputCallback outputfn, void *outputarg, PK11SymKey *bulkkey, SECKEYGetPasswordKey pwfn, void *pwfnarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7Encode");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7Encode(cinfo, outputfn, outputarg, bulkkey, pwfn, pwfnarg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SEC_PKCS7EncodeItem)(PLArenaPool *pool, SECItem *dest, SEC_PKCS7ContentInfo *cinfo, PK11SymKey *bulkkey, SECKEYGetPasswordKey pwfn, void *pwfnarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncodeItem");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SEC_PKCS7EncodeItem(pool, dest, cinfo, bulkkey, pwfn, pwfnarg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7EncoderFinish)(SEC_PKCS7EncoderContext *p7ecx, SECKEYGetPasswordKey pwfn, void *pwfnarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncoderFinish");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kPkcs7Encoder, p7ecx);)
  SECStatus answer = ::psm_raw_SEC_PKCS7EncoderFinish(p7ecx, pwfn, pwfnarg);
  gate.Leave();
  return answer;
}

PSM_CALL(SEC_PKCS7EncoderContext *, SEC_PKCS7EncoderStart)(SEC_PKCS7ContentInfo *cinfo, SEC_PKCS7EncoderOutputCallback outputfn, void *outputarg, PK11SymKey *bulkkey) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncoderStart");
  if (!gate.ok()) return nullptr;
  SEC_PKCS7EncoderContext *answer = ::psm_raw_SEC_PKCS7EncoderStart(cinfo, outputfn, outputarg, bulkkey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Encoder, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7EncoderUpdate)(SEC_PKCS7EncoderContext *p7ecx, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncoderUpdate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7EncoderUpdate(p7ecx, buf, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem **, SEC_PKCS7GetCertificateList)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetCertificateList");
  if (!gate.ok()) return nullptr;
  SECItem **answer = ::psm_raw_SEC_PKCS7GetCertificateList(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SEC_PKCS7GetContent)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetContent");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SEC_PKCS7GetContent(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECAlgorithmID *, SEC_PKCS7GetEncryptionAlgorithm)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetEncryptionAlgorithm");
  if (!gate.ok()) return nullptr;
  SECAlgorithmID *answer = ::psm_raw_SEC_PKCS7GetEncryptionAlgorithm(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, SEC_PKCS7GetSignerCommonName)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetSignerCommonName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_SEC_PKCS7GetSignerCommonName(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, SEC_PKCS7GetSignerEmailAddress)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetSignerEmailAddress");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_SEC_PKCS7GetSignerEmailAddress(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SEC_PKCS7GetSigningTime)(SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetSigningTime");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SEC_PKCS7GetSigningTime(cinfo);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7IncludeCertChain)(SEC_PKCS7ContentInfo *cinfo, CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7IncludeCertChain");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7IncludeCertChain(cinfo, certdb);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7IsContentEmpty)(SEC_PKCS7ContentInfo *cinfo, unsigned int minLen) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7IsContentEmpty");
  if (!gate.ok()) return PR_TRUE;
  PRBool answer = ::psm_raw_SEC_PKCS7IsContentEmpty(cinfo, minLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_PKCS7SetContent)(SEC_PKCS7ContentInfo *cinfo, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7SetContent");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_PKCS7SetContent(cinfo, buf, len);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7VerifyDetachedSignature)(SEC_PKCS7ContentInfo *cinfo, SECCertUsage certusage, const SECItem *detached_digest, HASH_HashType digest_type, PRBool keepcerts) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7VerifyDetachedSignature");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SEC_PKCS7VerifyDetachedSignature(cinfo, certusage, detached_digest, digest_type, keepcerts);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7VerifyDetachedSignatureAtTime)(SEC_PKCS7ContentInfo *cinfo, SECCertUsage certusage, const SECItem *detached_digest, HASH_HashType digest_type, PRBool keepcerts, PRTime atTime) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7VerifyDetachedSignatureAtTime");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SEC_PKCS7VerifyDetachedSignatureAtTime(cinfo, certusage, detached_digest, digest_type, keepcerts, atTime);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SEC_PKCS7VerifySignature)(SEC_PKCS7ContentInfo *cinfo, SECCertUsage certusage, PRBool keepcerts) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7VerifySignature");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SEC_PKCS7VerifySignature(cinfo, certusage, keepcerts);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_RegisterDefaultHttpClient)(const SEC_HttpClientFcn *fcnTable) {
  ::psm::nss_call::CallGate gate("SEC_RegisterDefaultHttpClient");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SEC_RegisterDefaultHttpClient(fcnTable);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_SignData)(SECItem *result, const unsigned char *buf, int len, SECKEYPrivateKey *pk, SECOidTag algid) {
  ::psm::nss_call::CallGate gate("SEC_SignData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_SignData(result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SEC_SignDataWithAlgorithmID)(SECItem *result, const unsigned char *buf, int len, SECKEYPrivateKey *pk, SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_SignDataWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SEC_SignDataWithAlgorithmID(result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SGN_Begin)(SGNContext *cx) {
  ::psm::nss_call::CallGate gate("SGN_Begin");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SGN_Begin(cx);
  gate.Leave();
  return answer;
}

PSM_CALL(SGNDigestInfo *, SGN_CreateDigestInfo)(SECOidTag algorithm, const unsigned char *sig, unsigned int sigLen) {
  ::psm::nss_call::LookupGate gate("SGN_CreateDigestInfo");
  if (!gate.ok()) return nullptr;
  SGNDigestInfo *answer = ::psm_raw_SGN_CreateDigestInfo(algorithm, sig, sigLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SGNDigestInfo *, SGN_CreateDigestInfo_Util)(SECOidTag algorithm, const unsigned char *sig, unsigned int sigLen) {
  ::psm::nss_call::LookupGate gate("SGN_CreateDigestInfo_Util");
  if (!gate.ok()) return nullptr;
  SGNDigestInfo *answer = ::psm_raw_SGN_CreateDigestInfo_Util(algorithm, sig, sigLen);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SGN_DestroyContext)(SGNContext *cx, PRBool freeit) {
  ::psm::nss_call::ReleaseGate gate("SGN_DestroyContext");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kSignContext, cx);)
  ::psm_raw_SGN_DestroyContext(cx, freeit);
  gate.Leave();
}

PSM_CALL(SECStatus, SGN_Digest)(SECKEYPrivateKey *privKey, SECOidTag algtag, SECItem *result, SECItem *digest) {
  ::psm::nss_call::CallGate gate("SGN_Digest");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SGN_Digest(privKey, algtag, result, digest);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SGN_End)(SGNContext *cx, SECItem *result) {
  ::psm::nss_call::CallGate gate("SGN_End");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SGN_End(cx, result);
  gate.Leave();
  return answer;
}

PSM_CALL(SGNContext *, SGN_NewContext)(SECOidTag alg, SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SGN_NewContext");
  if (!gate.ok()) return nullptr;
  SGNContext *answer = ::psm_raw_SGN_NewContext(alg, privKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSignContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SGNContext *, SGN_NewContextWithAlgorithmID)(SECAlgorithmID *alg, SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SGN_NewContextWithAlgorithmID");
  if (!gate.ok()) return nullptr;
  SGNContext *answer = ::psm_raw_SGN_NewContextWithAlgorithmID(alg, privKey);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kSignContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SGN_Update)(SGNContext *cx, const unsigned char *input, unsigned int inputLen) {
  ::psm::nss_call::CallGate gate("SGN_Update");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SGN_Update(cx, input, inputLen);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_AddExternalPsk)(PRFileDesc *fd, PK11SymKey *psk, const PRUint8 *identity, unsigned int identityLen, SSLHashType hash) {
  ::psm::nss_call::CallGate gate("SSL_AddExternalPsk");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PK11SymKey *, const PRUint8 *, unsigned int, SSLHashType)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AddExternalPsk"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, psk, identity, identityLen, hash);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_AddExternalPsk0Rtt)(PRFileDesc *fd, PK11SymKey *psk, const PRUint8 *identity, unsigned int identityLen, SSLHashType hash, PRUint16 zeroRttSuite, PRUint32 maxEarlyData) {
  ::psm::nss_call::CallGate gate("SSL_AddExternalPsk0Rtt");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PK11SymKey *, const PRUint8 *, unsigned int, SSLHashType, PRUint16, PRUint32)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AddExternalPsk0Rtt"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, psk, identity, identityLen, hash, zeroRttSuite, maxEarlyData);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_AeadDecrypt)(const SSLAeadContext *ctx, PRUint64 counter, const PRUint8 *aad, unsigned int aadLen, const PRUint8 *in, unsigned int inLen, PRUint8 *output, unsigned int *outLen, unsigned int maxOut) {
  ::psm::nss_call::CallGate gate("SSL_AeadDecrypt");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const SSLAeadContext *, PRUint64, const PRUint8 *, unsigned int, const PRUint8 *, unsigned int, PRUint8 *, unsigned int *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AeadDecrypt"));
  SECStatus answer = function == nullptr ? SECFailure : function(ctx, counter, aad, aadLen, in, inLen, output, outLen, maxOut);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_AeadEncrypt)(const SSLAeadContext *ctx, PRUint64 counter, const PRUint8 *aad, unsigned int aadLen, const PRUint8 *in, unsigned int inLen, PRUint8 *out, unsigned int *outLen, unsigned int maxOut) {
  ::psm::nss_call::CallGate gate("SSL_AeadEncrypt");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const SSLAeadContext *, PRUint64, const PRUint8 *, unsigned int, const PRUint8 *, unsigned int, PRUint8 *, unsigned int *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AeadEncrypt"));
  SECStatus answer = function == nullptr ? SECFailure : function(ctx, counter, aad, aadLen, in, inLen, out, outLen, maxOut);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_AlertReceivedCallback)(PRFileDesc *fd, SSLAlertCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_AlertReceivedCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_AlertReceivedCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_AlertSentCallback)(PRFileDesc *fd, SSLAlertCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_AlertSentCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_AlertSentCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_AuthCertificate)(void *arg, PRFileDesc *fd, PRBool checkSig, PRBool isServer) {
  ::psm::nss_call::CallGate gate("SSL_AuthCertificate");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_AuthCertificate(arg, fd, checkSig, isServer);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_AuthCertificateComplete)(PRFileDesc *fd, PRErrorCode error) {
  ::psm::nss_call::CallGate gate("SSL_AuthCertificateComplete");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_AuthCertificateComplete(fd, error);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_AuthCertificateHook)(PRFileDesc *fd, SSLAuthCertificate f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_AuthCertificateHook");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_AuthCertificateHook(fd, f, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_BadCertHook)(PRFileDesc *fd, SSLBadCertHandler f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_BadCertHook");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_BadCertHook(fd, f, arg);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CallExtensionWriterOnEchInner)(PRFileDesc *fd, PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_CallExtensionWriterOnEchInner");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CallExtensionWriterOnEchInner"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CanBypass)(CERTCertificate *cert, SECKEYPrivateKey *privKey, PRUint32 protocolmask, PRUint16 *ciphers, int nciphers, PRBool *pcanbypass, void *pwArg) {
  ::psm::nss_call::CallGate gate("SSL_CanBypass");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CanBypass(cert, privKey, protocolmask, ciphers, nciphers, pcanbypass, pwArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CertDBHandleSet)(PRFileDesc *fd, CERTCertDBHandle *dbHandle) {
  ::psm::nss_call::CallGate gate("SSL_CertDBHandleSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CertDBHandleSet(fd, dbHandle);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, SSL_CertIsUsable)(PRFileDesc *socket, CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("SSL_CertIsUsable");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw_SSL_CertIsUsable(socket, cert);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CipherPolicyGet)(PRInt32 cipher, PRInt32 *policy) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPolicyGet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CipherPolicyGet(cipher, policy);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CipherPolicySet)(PRInt32 cipher, PRInt32 policy) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPolicySet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CipherPolicySet(cipher, policy);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CipherPrefGet)(PRFileDesc *fd, PRInt32 cipher, PRBool *enabled) {
  ::psm::nss_call::CallGate gate("SSL_CipherPrefGet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CipherPrefGet(fd, cipher, enabled);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CipherPrefGetDefault)(PRInt32 cipher, PRBool *enabled) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPrefGetDefault");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CipherPrefGetDefault(cipher, enabled);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CipherPrefSet)(PRFileDesc *fd, PRInt32 cipher, PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_CipherPrefSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CipherPrefSet(fd, cipher, enabled);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_CipherPrefSetDefault)(PRInt32 cipher, PRBool enabled) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPrefSetDefault");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_CipherPrefSetDefault(cipher, enabled);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CipherSuiteOrderGet)(PRFileDesc *fd, PRUint16 *cipherOrder, unsigned int *numCiphers) {
  ::psm::nss_call::CallGate gate("SSL_CipherSuiteOrderGet");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRUint16 *, unsigned int *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CipherSuiteOrderGet"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, cipherOrder, numCiphers);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CipherSuiteOrderSet)(PRFileDesc *fd, const PRUint16 *cipherOrder, PRUint16 numCiphers) {
  ::psm::nss_call::CallGate gate("SSL_CipherSuiteOrderSet");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, const PRUint16 *, PRUint16)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CipherSuiteOrderSet"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, cipherOrder, numCiphers);
  gate.Leave();
  return answer;
}

PSM_CALL(void, SSL_ClearSessionCache)() {
  ::psm::nss_call::CallGate gate("SSL_ClearSessionCache");
  if (!gate.ok()) return;
  ::psm_special_SSL_ClearSessionCache();
  gate.Leave();
}

PSM_CALL(SECStatus, SSL_ClientCertCallbackComplete)(PRFileDesc *fd, SECStatus outcome, SECKEYPrivateKey *clientPrivateKey, CERTCertificate *clientCertificate) {
  ::psm::nss_call::CallGate gate("SSL_ClientCertCallbackComplete");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = (PSM_COUNTED(SSL_ClientCertCallbackComplete))(fd, outcome, clientPrivateKey, clientCertificate);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ConfigMPServerSIDCache)(int maxCacheEntries, PRUint32 timeout, PRUint32 ssl3_timeout, const char *directory) {
  ::psm::nss_call::CallGate gate("SSL_ConfigMPServerSIDCache");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ConfigMPServerSIDCache(maxCacheEntries, timeout, ssl3_timeout, directory);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ConfigSecureServer)(PRFileDesc *fd, CERTCertificate *cert, SECKEYPrivateKey *key, SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_ConfigSecureServer");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ConfigSecureServer(fd, cert, key, kea);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ConfigSecureServerWithCertChain)(PRFileDesc *fd, CERTCertificate *cert, const CERTCertificateList *certChainOpt, SECKEYPrivateKey *key, SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_ConfigSecureServerWithCertChain");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ConfigSecureServerWithCertChain(fd, cert, certChainOpt, key, kea);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ConfigServerCert)(PRFileDesc *fd, CERTCertificate *cert, SECKEYPrivateKey *key, const SSLExtraServerCertData *data, unsigned int data_len) {
  ::psm::nss_call::CallGate gate("SSL_ConfigServerCert");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ConfigServerCert(fd, cert, key, data, data_len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ConfigServerSessionIDCache)(int maxCacheEntries, PRUint32 timeout, PRUint32 ssl3_timeout, const char *directory) {
  ::psm::nss_call::CallGate gate("SSL_ConfigServerSessionIDCache");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ConfigServerSessionIDCache(maxCacheEntries, timeout, ssl3_timeout, directory);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ConfigServerSessionIDCacheWithOpt)(PRUint32 timeout, PRUint32 ssl3_timeout, const char *directory, int maxCacheEntries, int maxCertCacheEntries, int maxSrvNameCacheEntries, PRBool enableMPCache) {
  ::psm::nss_call::CallGate gate("SSL_ConfigServerSessionIDCacheWithOpt");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ConfigServerSessionIDCacheWithOpt(timeout, ssl3_timeout, directory, maxCacheEntries, maxCertCacheEntries, maxSrvNameCacheEntries, enableMPCache);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CreateAntiReplayContext)(PRTime now, PRTime window, unsigned int k, unsigned int bits, SSLAntiReplayContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_CreateAntiReplayContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRTime, PRTime, unsigned int, unsigned int, SSLAntiReplayContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateAntiReplayContext"));
  SECStatus answer = function == nullptr ? SECFailure : function(now, window, k, bits, ctx);
  PSM_COUNT(if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsAntiReplay, *ctx);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CreateMask)(SSLMaskingContext *ctx, const PRUint8 *sample, unsigned int sampleLen, PRUint8 *mask, unsigned int maskLen) {
  ::psm::nss_call::CallGate gate("SSL_CreateMask");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(SSLMaskingContext *, const PRUint8 *, unsigned int, PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateMask"));
  SECStatus answer = function == nullptr ? SECFailure : function(ctx, sample, sampleLen, mask, maskLen);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CreateMaskingContext)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *secret, const char *label, unsigned int labelLen, SSLMaskingContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_CreateMaskingContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, const char *, unsigned int, SSLMaskingContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateMaskingContext"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, secret, label, labelLen, ctx);
  PSM_COUNT(if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsMask, *ctx);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_CreateVariantMaskingContext)(PRUint16 version, PRUint16 cipherSuite, SSLProtocolVariant variant, PK11SymKey *secret, const char *label, unsigned int labelLen, SSLMaskingContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_CreateVariantMaskingContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, SSLProtocolVariant, PK11SymKey *, const char *, unsigned int, SSLMaskingContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateVariantMaskingContext"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, variant, secret, label, labelLen, ctx);
  PSM_COUNT(if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsMask, *ctx);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_DHEGroupPrefSet)(PRFileDesc *fd, const SSLDHEGroupType *groups, PRUint16 num_groups) {
  ::psm::nss_call::CallGate gate("SSL_DHEGroupPrefSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_DHEGroupPrefSet(fd, groups, num_groups);
  gate.Leave();
  return answer;
}

PSM_CALL(int, SSL_DataPending)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_DataPending");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_SSL_DataPending(fd);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_DelegateCredential)(const CERTCertificate *cert, const SECKEYPrivateKey *certPriv, const SECKEYPublicKey *dcPub, SSLSignatureScheme dcCertVerifyAlg, PRUint32 dcValidFor, PRTime now, SECItem *out) {
  ::psm::nss_call::CallGate gate("SSL_DelegateCredential");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const CERTCertificate *, const SECKEYPrivateKey *, const SECKEYPublicKey *, SSLSignatureScheme, PRUint32, PRTime, SECItem *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DelegateCredential"));
  SECStatus answer = function == nullptr ? SECFailure : function(cert, certPriv, dcPub, dcCertVerifyAlg, dcValidFor, now, out);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_DestroyAead)(SSLAeadContext *ctx) {
  ::psm::nss_call::ReleaseGate gate("SSL_DestroyAead");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kTlsAead, ctx);)
  auto* function = reinterpret_cast<SECStatus (*)(SSLAeadContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DestroyAead"));
  SECStatus answer = function == nullptr ? SECFailure : function(ctx);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_DestroyMaskingContext)(SSLMaskingContext *ctx) {
  ::psm::nss_call::ReleaseGate gate("SSL_DestroyMaskingContext");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kTlsMask, ctx);)
  auto* function = reinterpret_cast<SECStatus (*)(SSLMaskingContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DestroyMaskingContext"));
  SECStatus answer = function == nullptr ? SECFailure : function(ctx);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_DestroyResumptionTokenInfo)(SSLResumptionTokenInfo *tokenInfo) {
  ::psm::nss_call::ReleaseGate gate("SSL_DestroyResumptionTokenInfo");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(SSLResumptionTokenInfo *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DestroyResumptionTokenInfo"));
  SECStatus answer = function == nullptr ? SECFailure : function(tokenInfo);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_EnableTls13BackendEch)(PRFileDesc *fd, PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_EnableTls13BackendEch");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_EnableTls13BackendEch"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_EnableTls13GreaseEch)(PRFileDesc *fd, PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_EnableTls13GreaseEch");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_EnableTls13GreaseEch"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_EnableWeakDHEPrimeGroup)(PRFileDesc *fd, PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_EnableWeakDHEPrimeGroup");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_EnableWeakDHEPrimeGroup(fd, enabled);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_EncodeEchConfigId)(PRUint8 configId, const char *publicName, unsigned int maxNameLen, HpkeKemId kemId, const SECKEYPublicKey *pubKey, const HpkeSymmetricSuite *hpkeSuites, unsigned int hpkeSuiteCount, PRUint8 *out, unsigned int *outlen, unsigned int maxlen) {
  ::psm::nss_call::CallGate gate("SSL_EncodeEchConfigId");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint8, const char *, unsigned int, HpkeKemId, const SECKEYPublicKey *, const HpkeSymmetricSuite *, unsigned int, PRUint8 *, unsigned int *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_EncodeEchConfigId"));
  SECStatus answer = function == nullptr ? SECFailure : function(configId, publicName, maxNameLen, kemId, pubKey, hpkeSuites, hpkeSuiteCount, out, outlen, maxlen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ExportEarlyKeyingMaterial)(PRFileDesc *fd, const char *label, unsigned int labelLen, const unsigned char *context, unsigned int contextLen, unsigned char *out, unsigned int outLen) {
  ::psm::nss_call::CallGate gate("SSL_ExportEarlyKeyingMaterial");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ExportEarlyKeyingMaterial(fd, label, labelLen, context, contextLen, out, outLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ExportKeyingMaterial)(PRFileDesc *fd, const char *label, unsigned int labelLen, PRBool hasContext, const unsigned char *context, unsigned int contextLen, unsigned char *out, unsigned int outLen) {
  ::psm::nss_call::CallGate gate("SSL_ExportKeyingMaterial");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ExportKeyingMaterial(fd, label, labelLen, hasContext, context, contextLen, out, outLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_FilterClientCertListBySocket)(PRFileDesc *socket, CERTCertList *certlist) {
  ::psm::nss_call::CallGate gate("SSL_FilterClientCertListBySocket");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_FilterClientCertListBySocket(socket, certlist);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ForceHandshake)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_ForceHandshake");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ForceHandshake(fd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ForceHandshakeWithTimeout)(PRFileDesc *fd, PRIntervalTime timeout) {
  ::psm::nss_call::CallGate gate("SSL_ForceHandshakeWithTimeout");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ForceHandshakeWithTimeout(fd, timeout);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_GetChannelInfo)(PRFileDesc *fd, SSLChannelInfo *info, PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetChannelInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_GetChannelInfo(fd, info, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_GetCipherSuiteInfo)(PRUint16 cipherSuite, SSLCipherSuiteInfo *info, PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetCipherSuiteInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_GetCipherSuiteInfo(cipherSuite, info, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_GetClientAuthDataHook)(PRFileDesc *fd, SSLGetClientAuthData f, void *a) {
  ::psm::nss_call::CallGate gate("SSL_GetClientAuthDataHook");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_GetClientAuthDataHook(fd, f, a);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_GetCurrentEpoch)(PRFileDesc *fd, PRUint16 *readEpoch, PRUint16 *writeEpoch) {
  ::psm::nss_call::CallGate gate("SSL_GetCurrentEpoch");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRUint16 *, PRUint16 *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetCurrentEpoch"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, readEpoch, writeEpoch);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_GetEchRetryConfigs)(PRFileDesc *fd, SECItem *out) {
  ::psm::nss_call::CallGate gate("SSL_GetEchRetryConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, SECItem *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetEchRetryConfigs"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, out);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_GetExtensionSupport)(PRUint16 extension, SSLExtensionSupport *support) {
  ::psm::nss_call::CallGate gate("SSL_GetExtensionSupport");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, SSLExtensionSupport *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetExtensionSupport"));
  SECStatus answer = function == nullptr ? SECFailure : function(extension, support);
  gate.Leave();
  return answer;
}

PSM_CALL(const PRUint16 *, SSL_GetImplementedCiphers)() {
  ::psm::nss_call::CallGate gate("SSL_GetImplementedCiphers");
  if (!gate.ok()) return nullptr;
  const PRUint16 *answer = ::psm_raw_SSL_GetImplementedCiphers();
  gate.Leave();
  return answer;
}

PSM_CALL(PRUint32, SSL_GetMaxServerCacheLocks)() {
  ::psm::nss_call::CallGate gate("SSL_GetMaxServerCacheLocks");
  if (!gate.ok()) return 0;
  PRUint32 answer = ::psm_raw_SSL_GetMaxServerCacheLocks();
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SSL_GetNegotiatedHostInfo)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_GetNegotiatedHostInfo");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SSL_GetNegotiatedHostInfo(fd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_GetNextProto)(PRFileDesc *fd, SSLNextProtoState *state, unsigned char *buf, unsigned int *bufLen, unsigned int bufLenMax) {
  ::psm::nss_call::CallGate gate("SSL_GetNextProto");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_GetNextProto(fd, state, buf, bufLen, bufLenMax);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_GetPreliminaryChannelInfo)(PRFileDesc *fd, SSLPreliminaryChannelInfo *info, PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetPreliminaryChannelInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_GetPreliminaryChannelInfo(fd, info, len);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_GetResumptionTokenInfo)(const PRUint8 *tokenData, unsigned int tokenLen, SSLResumptionTokenInfo *token, PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetResumptionTokenInfo");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const PRUint8 *, unsigned int, SSLResumptionTokenInfo *, PRUintn)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetResumptionTokenInfo"));
  SECStatus answer = function == nullptr ? SECFailure : function(tokenData, tokenLen, token, len);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_GetSRTPCipher)(PRFileDesc *fd, PRUint16 *cipher) {
  ::psm::nss_call::CallGate gate("SSL_GetSRTPCipher");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_GetSRTPCipher(fd, cipher);
  gate.Leave();
  return answer;
}

PSM_CALL(SECItem *, SSL_GetSessionID)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_GetSessionID");
  if (!gate.ok()) return nullptr;
  SECItem *answer = ::psm_raw_SSL_GetSessionID(fd);
  gate.Leave();
  return answer;
}

PSM_CALL(SSL3Statistics *, SSL_GetStatistics)() {
  ::psm::nss_call::CallGate gate("SSL_GetStatistics");
  if (!gate.ok()) return nullptr;
  SSL3Statistics *answer = ::psm_raw_SSL_GetStatistics();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_HandshakeCallback)(PRFileDesc *fd, SSLHandshakeCallback cb, void *client_data) {
  ::psm::nss_call::CallGate gate("SSL_HandshakeCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_HandshakeCallback(fd, cb, client_data);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_HandshakeNegotiatedExtension)(PRFileDesc *socket, SSLExtensionType extId, PRBool *yes) {
  ::psm::nss_call::CallGate gate("SSL_HandshakeNegotiatedExtension");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_HandshakeNegotiatedExtension(socket, extId, yes);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_HelloRetryRequestCallback)(PRFileDesc *fd, SSLHelloRetryRequestCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_HelloRetryRequestCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_HelloRetryRequestCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_HkdfExpandLabel)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfExpandLabel");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, const PRUint8 *, unsigned int, const char *, unsigned int, PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfExpandLabel"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, keyp);
  PSM_COUNT(if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_HkdfExpandLabelWithMech)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, CK_MECHANISM_TYPE mech, unsigned int keySize, PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfExpandLabelWithMech");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, const PRUint8 *, unsigned int, const char *, unsigned int, CK_MECHANISM_TYPE, unsigned int, PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfExpandLabelWithMech"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, mech, keySize, keyp);
  PSM_COUNT(if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_HkdfExtract)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *salt, PK11SymKey *ikm, PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfExtract");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, PK11SymKey *, PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfExtract"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, salt, ikm, keyp);
  PSM_COUNT(if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_HkdfVariantExpandLabel)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, SSLProtocolVariant variant, PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfVariantExpandLabel");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, const PRUint8 *, unsigned int, const char *, unsigned int, SSLProtocolVariant, PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfVariantExpandLabel"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, variant, keyp);
  PSM_COUNT(if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_HkdfVariantExpandLabelWithMech)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, CK_MECHANISM_TYPE mech, unsigned int keySize, SSLProtocolVariant variant, PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfVariantExpandLabelWithMech");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, const PRUint8 *, unsigned int, const char *, unsigned int, CK_MECHANISM_TYPE, unsigned int, SSLProtocolVariant, PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfVariantExpandLabelWithMech"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, mech, keySize, variant, keyp);
  PSM_COUNT(if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);)
  gate.Leave();
  return answer;
}

PSM_CALL(PRFileDesc *, SSL_ImportFD)(PRFileDesc *model, PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_ImportFD");
  if (!gate.ok()) return nullptr;
  PRFileDesc *answer = ::psm_special_SSL_ImportFD(model, fd);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_InheritMPServerSIDCache)(const char *envString) {
  ::psm::nss_call::CallGate gate("SSL_InheritMPServerSIDCache");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_InheritMPServerSIDCache(envString);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_InstallExtensionHooks)(PRFileDesc *fd, PRUint16 extension, SSLExtensionWriter writer, void *writerArg, SSLExtensionHandler handler, void *handlerArg) {
  ::psm::nss_call::CallGate gate("SSL_InstallExtensionHooks");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_InstallExtensionHooks(fd, extension, writer, writerArg, handler, handlerArg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_InvalidateSession)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_InvalidateSession");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_InvalidateSession(fd);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_KeyUpdate)(PRFileDesc *fd, PRBool requestUpdate) {
  ::psm::nss_call::CallGate gate("SSL_KeyUpdate");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_KeyUpdate"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, requestUpdate);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, SSL_LocalCertificate)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_LocalCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_SSL_LocalCertificate(fd);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_MakeAead)(PRUint16 version, PRUint16 cipherSuite, PK11SymKey *secret, const char *labelPrefix, unsigned int labelPrefixLen, SSLAeadContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_MakeAead");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, PK11SymKey *, const char *, unsigned int, SSLAeadContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_MakeAead"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, secret, labelPrefix, labelPrefixLen, ctx);
  PSM_COUNT(if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsAead, *ctx);)
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_MakeVariantAead)(PRUint16 version, PRUint16 cipherSuite, SSLProtocolVariant variant, PK11SymKey *secret, const char *labelPrefix, unsigned int labelPrefixLen, SSLAeadContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_MakeVariantAead");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRUint16, PRUint16, SSLProtocolVariant, PK11SymKey *, const char *, unsigned int, SSLAeadContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_MakeVariantAead"));
  SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, variant, secret, labelPrefix, labelPrefixLen, ctx);
  PSM_COUNT(if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsAead, *ctx);)
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_NamedGroupConfig)(PRFileDesc *fd, const SSLNamedGroup *groups, unsigned int num_groups) {
  ::psm::nss_call::CallGate gate("SSL_NamedGroupConfig");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_NamedGroupConfig(fd, groups, num_groups);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_OptionGet)(PRFileDesc *fd, PRInt32 option, PRIntn *val) {
  ::psm::nss_call::CallGate gate("SSL_OptionGet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_OptionGet(fd, option, val);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_OptionGetDefault)(PRInt32 option, PRIntn *val) {
  ::psm::nss_call::LookupGate gate("SSL_OptionGetDefault");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_OptionGetDefault(option, val);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_OptionSet)(PRFileDesc *fd, PRInt32 option, PRIntn val) {
  ::psm::nss_call::CallGate gate("SSL_OptionSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_OptionSet(fd, option, val);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_OptionSetDefault)(PRInt32 option, PRIntn val) {
  ::psm::nss_call::LookupGate gate("SSL_OptionSetDefault");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_OptionSetDefault(option, val);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, SSL_PeerCertificate)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerCertificate");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_SSL_PeerCertificate(fd);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertList *, SSL_PeerCertificateChain)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerCertificateChain");
  if (!gate.ok()) return nullptr;
  CERTCertList *answer = ::psm_raw_SSL_PeerCertificateChain(fd);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(const SECItem *, SSL_PeerSignedCertTimestamps)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerSignedCertTimestamps");
  if (!gate.ok()) return nullptr;
  const SECItem *answer = ::psm_raw_SSL_PeerSignedCertTimestamps(fd);
  gate.Leave();
  return answer;
}

PSM_CALL(const SECItemArray *, SSL_PeerStapledOCSPResponses)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerStapledOCSPResponses");
  if (!gate.ok()) return nullptr;
  const SECItemArray *answer = ::psm_raw_SSL_PeerStapledOCSPResponses(fd);
  gate.Leave();
  return answer;
}

PSM_CALL(PEHeader *, SSL_PreencryptedFileToStream)(PRFileDesc *fd, PEHeader *arg1, int *headerSize) {
  ::psm::nss_call::CallGate gate("SSL_PreencryptedFileToStream");
  if (!gate.ok()) return nullptr;
  PEHeader *answer = ::psm_raw_SSL_PreencryptedFileToStream(fd, arg1, headerSize);
  gate.Leave();
  return answer;
}

PSM_CALL(PEHeader *, SSL_PreencryptedStreamToFile)(PRFileDesc *fd, PEHeader *arg1, int *headerSize) {
  ::psm::nss_call::CallGate gate("SSL_PreencryptedStreamToFile");
  if (!gate.ok()) return nullptr;
  PEHeader *answer = ::psm_raw_SSL_PreencryptedStreamToFile(fd, arg1, headerSize);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ReHandshake)(PRFileDesc *fd, PRBool flushCache) {
  ::psm::nss_call::CallGate gate("SSL_ReHandshake");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ReHandshake(fd, flushCache);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ReHandshakeWithTimeout)(PRFileDesc *fd, PRBool flushCache, PRIntervalTime timeout) {
  ::psm::nss_call::CallGate gate("SSL_ReHandshakeWithTimeout");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ReHandshakeWithTimeout(fd, flushCache, timeout);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_RecommendedCanFalseStart)(PRFileDesc *fd, PRBool *canFalseStart) {
  ::psm::nss_call::CallGate gate("SSL_RecommendedCanFalseStart");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_RecommendedCanFalseStart(fd, canFalseStart);
  gate.Leave();
  return answer;
}

PSM_CALL(PRFileDesc *, SSL_ReconfigFD)(PRFileDesc *model, PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_ReconfigFD");
  if (!gate.ok()) return nullptr;
  PRFileDesc *answer = ::psm_special_SSL_ReconfigFD(model, fd);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_RecordLayerData)(PRFileDesc *fd, PRUint16 epoch, SSLContentType contentType, const PRUint8 *data, unsigned int len) {
  ::psm::nss_call::CallGate gate("SSL_RecordLayerData");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRUint16, SSLContentType, const PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_RecordLayerData"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, epoch, contentType, data, len);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_RecordLayerWriteCallback)(PRFileDesc *fd, SSLRecordWriteCallback wCb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_RecordLayerWriteCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_RecordLayerWriteCallback(fd, wCb, arg);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_ReleaseAntiReplayContext)(SSLAntiReplayContext *ctx) {
  ::psm::nss_call::ReleaseGate gate("SSL_ReleaseAntiReplayContext");
  if (!gate.ok()) return SECFailure;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kTlsAntiReplay, ctx);)
  auto* function = reinterpret_cast<SECStatus (*)(SSLAntiReplayContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_ReleaseAntiReplayContext"));
  SECStatus answer = function == nullptr ? SECFailure : function(ctx);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_RemoveEchConfigs)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_RemoveEchConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_RemoveEchConfigs"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_RemoveExternalPsk)(PRFileDesc *fd, const PRUint8 *identity, unsigned int identityLen) {
  ::psm::nss_call::CallGate gate("SSL_RemoveExternalPsk");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, const PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_RemoveExternalPsk"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, identity, identityLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ResetHandshake)(PRFileDesc *fd, PRBool asServer) {
  ::psm::nss_call::CallGate gate("SSL_ResetHandshake");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_ResetHandshake(fd, asServer);
  gate.Leave();
  return answer;
}

PSM_CALL(CERTCertificate *, SSL_RevealCert)(PRFileDesc *socket) {
  ::psm::nss_call::CallGate gate("SSL_RevealCert");
  if (!gate.ok()) return nullptr;
  CERTCertificate *answer = ::psm_raw_SSL_RevealCert(socket);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void *, SSL_RevealPinArg)(PRFileDesc *socket) {
  ::psm::nss_call::CallGate gate("SSL_RevealPinArg");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_SSL_RevealPinArg(socket);
  gate.Leave();
  return answer;
}

PSM_CALL(char *, SSL_RevealURL)(PRFileDesc *socket) {
  ::psm::nss_call::CallGate gate("SSL_RevealURL");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_SSL_RevealURL(socket);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SNISocketConfigHook)(PRFileDesc *fd, SSLSNISocketConfig f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SNISocketConfigHook");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_SNISocketConfigHook(fd, f, arg);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SecretCallback)(PRFileDesc *fd, SSLSecretCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SecretCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_SecretCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SecurityStatus)(PRFileDesc *fd, int *on, char **cipher, int *keySize, int *secretKeySize, char **issuer, char **subject) {
  ::psm::nss_call::CallGate gate("SSL_SecurityStatus");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SecurityStatus(fd, on, cipher, keySize, secretKeySize, issuer, subject);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SendAdditionalKeyShares)(PRFileDesc *fd, unsigned int count) {
  ::psm::nss_call::CallGate gate("SSL_SendAdditionalKeyShares");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SendAdditionalKeyShares(fd, count);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SendCertificateRequest)(PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_SendCertificateRequest");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SendCertificateRequest"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SendSessionTicket)(PRFileDesc *fd, const PRUint8 *appToken, unsigned int appTokenLen) {
  ::psm::nss_call::CallGate gate("SSL_SendSessionTicket");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, const PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SendSessionTicket"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, appToken, appTokenLen);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetAntiReplayContext)(PRFileDesc *fd, SSLAntiReplayContext *ctx) {
  ::psm::nss_call::CallGate gate("SSL_SetAntiReplayContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, SSLAntiReplayContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetAntiReplayContext"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, ctx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetCanFalseStartCallback)(PRFileDesc *fd, SSLCanFalseStartCallback callback, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SetCanFalseStartCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_SetCanFalseStartCallback(fd, callback, arg);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetClientEchConfigs)(PRFileDesc *fd, const PRUint8 *echConfigs, unsigned int echConfigsLen) {
  ::psm::nss_call::CallGate gate("SSL_SetClientEchConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, const PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetClientEchConfigs"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, echConfigs, echConfigsLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetDowngradeCheckVersion)(PRFileDesc *fd, PRUint16 version) {
  ::psm::nss_call::CallGate gate("SSL_SetDowngradeCheckVersion");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetDowngradeCheckVersion(fd, version);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetDtls13VersionWorkaround)(PRFileDesc *fd, PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_SetDtls13VersionWorkaround");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetDtls13VersionWorkaround"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetMaxEarlyDataSize)(PRFileDesc *fd, PRUint32 size) {
  ::psm::nss_call::CallGate gate("SSL_SetMaxEarlyDataSize");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRUint32)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetMaxEarlyDataSize"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, size);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetMaxServerCacheLocks)(PRUint32 maxLocks) {
  ::psm::nss_call::CallGate gate("SSL_SetMaxServerCacheLocks");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetMaxServerCacheLocks(maxLocks);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetNextProtoCallback)(PRFileDesc *fd, SSLNextProtoCallback callback, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SetNextProtoCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_SetNextProtoCallback(fd, callback, arg);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetNextProtoNego)(PRFileDesc *fd, const unsigned char *data, unsigned int length) {
  ::psm::nss_call::CallGate gate("SSL_SetNextProtoNego");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetNextProtoNego(fd, data, length);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetPKCS11PinArg)(PRFileDesc *fd, void *a) {
  ::psm::nss_call::CallGate gate("SSL_SetPKCS11PinArg");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetPKCS11PinArg(fd, a);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetResumptionToken)(PRFileDesc *fd, const PRUint8 *token, const unsigned int len) {
  ::psm::nss_call::CallGate gate("SSL_SetResumptionToken");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, const PRUint8 *, const unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetResumptionToken"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, token, len);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetResumptionTokenCallback)(PRFileDesc *fd, SSLResumptionTokenCallback cb, void *ctx) {
  ::psm::nss_call::CallGate gate("SSL_SetResumptionTokenCallback");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_SetResumptionTokenCallback(fd, cb, ctx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetSRTPCiphers)(PRFileDesc *fd, const PRUint16 *ciphers, unsigned int numCiphers) {
  ::psm::nss_call::CallGate gate("SSL_SetSRTPCiphers");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetSRTPCiphers(fd, ciphers, numCiphers);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetServerEchConfigs)(PRFileDesc *fd, const SECKEYPublicKey *pubKey, const SECKEYPrivateKey *privKey, const PRUint8 *record, unsigned int recordLen) {
  ::psm::nss_call::CallGate gate("SSL_SetServerEchConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, const SECKEYPublicKey *, const SECKEYPrivateKey *, const PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetServerEchConfigs"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, pubKey, privKey, record, recordLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetSessionTicketKeyPair)(SECKEYPublicKey *pubKey, SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SSL_SetSessionTicketKeyPair");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetSessionTicketKeyPair(pubKey, privKey);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetSignedCertTimestamps)(PRFileDesc *fd, const SECItem *scts, SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_SetSignedCertTimestamps");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetSignedCertTimestamps(fd, scts, kea);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetSockPeerID)(PRFileDesc *fd, const char *peerID) {
  ::psm::nss_call::CallGate gate("SSL_SetSockPeerID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetSockPeerID(fd, peerID);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetStapledOCSPResponses)(PRFileDesc *fd, const SECItemArray *responses, SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_SetStapledOCSPResponses");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetStapledOCSPResponses(fd, responses, kea);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetTimeFunc)(PRFileDesc *fd, SSLTimeFunc f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SetTimeFunc");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_SetTimeFunc(fd, f, arg);
  gate.Leave();
  return answer;
}

PSM_EXPERIMENTAL(SECStatus, SSL_SetTls13GreaseEchSize)(PRFileDesc *fd, PRUint8 size) {
  ::psm::nss_call::CallGate gate("SSL_SetTls13GreaseEchSize");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(PRFileDesc *, PRUint8)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetTls13GreaseEchSize"));
  SECStatus answer = function == nullptr ? SECFailure : function(fd, size);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetTrustAnchors)(PRFileDesc *fd, CERTCertList *list) {
  ::psm::nss_call::CallGate gate("SSL_SetTrustAnchors");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetTrustAnchors(fd, list);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SetURL)(PRFileDesc *fd, const char *url) {
  ::psm::nss_call::CallGate gate("SSL_SetURL");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SetURL(fd, url);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_ShutdownServerSessionIDCache)() {
  ::psm::nss_call::CallGate gate("SSL_ShutdownServerSessionIDCache");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_special_SSL_ShutdownServerSessionIDCache();
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SignaturePrefGet)(PRFileDesc *fd, SSLSignatureAndHashAlg *algorithms, unsigned int *count, unsigned int maxCount) {
  ::psm::nss_call::CallGate gate("SSL_SignaturePrefGet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SignaturePrefGet(fd, algorithms, count, maxCount);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SignaturePrefSet)(PRFileDesc *fd, const SSLSignatureAndHashAlg *algorithms, unsigned int count) {
  ::psm::nss_call::CallGate gate("SSL_SignaturePrefSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SignaturePrefSet(fd, algorithms, count);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SignatureSchemePrefGet)(PRFileDesc *fd, SSLSignatureScheme *algorithms, unsigned int *count, unsigned int maxCount) {
  ::psm::nss_call::CallGate gate("SSL_SignatureSchemePrefGet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SignatureSchemePrefGet(fd, algorithms, count, maxCount);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_SignatureSchemePrefSet)(PRFileDesc *fd, const SSLSignatureScheme *schemes, unsigned int count) {
  ::psm::nss_call::CallGate gate("SSL_SignatureSchemePrefSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_SignatureSchemePrefSet(fd, schemes, count);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_VersionRangeGet)(PRFileDesc *fd, SSLVersionRange *vrange) {
  ::psm::nss_call::CallGate gate("SSL_VersionRangeGet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_VersionRangeGet(fd, vrange);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_VersionRangeGetDefault)(SSLProtocolVariant protocolVariant, SSLVersionRange *vrange) {
  ::psm::nss_call::LookupGate gate("SSL_VersionRangeGetDefault");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_VersionRangeGetDefault(protocolVariant, vrange);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_VersionRangeGetSupported)(SSLProtocolVariant protocolVariant, SSLVersionRange *vrange) {
  ::psm::nss_call::LookupGate gate("SSL_VersionRangeGetSupported");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_VersionRangeGetSupported(protocolVariant, vrange);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_VersionRangeSet)(PRFileDesc *fd, const SSLVersionRange *vrange) {
  ::psm::nss_call::CallGate gate("SSL_VersionRangeSet");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_VersionRangeSet(fd, vrange);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, SSL_VersionRangeSetDefault)(SSLProtocolVariant protocolVariant, const SSLVersionRange *vrange) {
  ::psm::nss_call::LookupGate gate("SSL_VersionRangeSetDefault");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_SSL_VersionRangeSetDefault(protocolVariant, vrange);
  gate.Leave();
  return answer;
}

PSM_CALL(void, UTIL_SetForkState)(PRBool forked) {
  ::psm_special_UTIL_SetForkState(forked);
}

PSM_CALL(SECStatus, VFY_Begin)(VFYContext *cx) {
  ::psm::nss_call::CallGate gate("VFY_Begin");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_Begin(cx);
  gate.Leave();
  return answer;
}

PSM_CALL(VFYContext *, VFY_CreateContext)(SECKEYPublicKey *key, SECItem *sig, SECOidTag sigAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_CreateContext");
  if (!gate.ok()) return nullptr;
  VFYContext *answer = ::psm_raw_VFY_CreateContext(key, sig, sigAlg, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kVerifyContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(VFYContext *, VFY_CreateContextDirect)(const SECKEYPublicKey *key, const SECItem *sig, SECOidTag pubkAlg, SECOidTag hashAlg, SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_CreateContextDirect");
  if (!gate.ok()) return nullptr;
  VFYContext *answer = ::psm_raw_VFY_CreateContextDirect(key, sig, pubkAlg, hashAlg, hash, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kVerifyContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(VFYContext *, VFY_CreateContextWithAlgorithmID)(const SECKEYPublicKey *key, const SECItem *sig, const SECAlgorithmID *algid, SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_CreateContextWithAlgorithmID");
  if (!gate.ok()) return nullptr;
  VFYContext *answer = ::psm_raw_VFY_CreateContextWithAlgorithmID(key, sig, algid, hash, wincx);
  PSM_COUNT(::psm::nss_call::GaveNew(::psm::ReferenceKind::kVerifyContext, answer);)
  gate.Leave();
  return answer;
}

PSM_CALL(void, VFY_DestroyContext)(VFYContext *cx, PRBool freeit) {
  ::psm::nss_call::ReleaseGate gate("VFY_DestroyContext");
  if (!gate.ok()) return;
  PSM_COUNT(::psm::nss_call::Took(::psm::ReferenceKind::kVerifyContext, cx);)
  ::psm_raw_VFY_DestroyContext(cx, freeit);
  gate.Leave();
}

PSM_CALL(SECStatus, VFY_End)(VFYContext *cx) {
  ::psm::nss_call::CallGate gate("VFY_End");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_End(cx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_EndWithSignature)(VFYContext *cx, SECItem *sig) {
  ::psm::nss_call::CallGate gate("VFY_EndWithSignature");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_EndWithSignature(cx, sig);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_Update)(VFYContext *cx, const unsigned char *input, unsigned int inputLen) {
  ::psm::nss_call::CallGate gate("VFY_Update");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_Update(cx, input, inputLen);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_VerifyData)(const unsigned char *buf, int len, const SECKEYPublicKey *key, const SECItem *sig, SECOidTag sigAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyData");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_VerifyData(buf, len, key, sig, sigAlg, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_VerifyDataDirect)(const unsigned char *buf, int len, const SECKEYPublicKey *key, const SECItem *sig, SECOidTag pubkAlg, SECOidTag hashAlg, SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDataDirect");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_VerifyDataDirect(buf, len, key, sig, pubkAlg, hashAlg, hash, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_VerifyDataWithAlgorithmID)(const unsigned char *buf, int len, const SECKEYPublicKey *key, const SECItem *sig, const SECAlgorithmID *algid, SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDataWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_VerifyDataWithAlgorithmID(buf, len, key, sig, algid, hash, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_VerifyDigest)(SECItem *dig, SECKEYPublicKey *key, SECItem *sig, SECOidTag sigAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDigest");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_VerifyDigest(dig, key, sig, sigAlg, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_VerifyDigestDirect)(const SECItem *dig, const SECKEYPublicKey *key, const SECItem *sig, SECOidTag pubkAlg, SECOidTag hashAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDigestDirect");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_VerifyDigestDirect(dig, key, sig, pubkAlg, hashAlg, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, VFY_VerifyDigestWithAlgorithmID)(const SECItem *dig, const SECKEYPublicKey *key, const SECItem *sig, const SECAlgorithmID *algid, SECOidTag hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDigestWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw_VFY_VerifyDigestWithAlgorithmID(dig, key, sig, algid, hash, wincx);
  gate.Leave();
  return answer;
}

PSM_CALL(PRBool, _PK11_ContextGetAEADSimulation)(PK11Context *context) {
  ::psm::nss_call::CallGate gate("_PK11_ContextGetAEADSimulation");
  if (!gate.ok()) return PR_FALSE;
  PRBool answer = ::psm_raw__PK11_ContextGetAEADSimulation(context);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, _PK11_ContextSetAEADSimulation)(PK11Context *context) {
  ::psm::nss_call::CallGate gate("_PK11_ContextSetAEADSimulation");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw__PK11_ContextSetAEADSimulation(context);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, _SGN_VerifyPKCS1DigestInfo)(SECOidTag digestAlg, const SECItem *digest, const SECItem *dataRecoveredFromSignature, PRBool unsafeAllowMissingParameters) {
  ::psm::nss_call::LookupGate gate("_SGN_VerifyPKCS1DigestInfo");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw__SGN_VerifyPKCS1DigestInfo(digestAlg, digest, dataRecoveredFromSignature, unsafeAllowMissingParameters);
  gate.Leave();
  return answer;
}

PSM_CALL(SECStatus, __PK11_SetCertificateNickname)(CERTCertificate *cert, const char *nickname) {
  ::psm::nss_call::CallGate gate("__PK11_SetCertificateNickname");
  if (!gate.ok()) return SECFailure;
  SECStatus answer = ::psm_raw___PK11_SetCertificateNickname(cert, nickname);
  gate.Leave();
  return answer;
}

PSM_CALL(void, nss_DumpCertificateCacheInfo)() {
  ::psm::nss_call::CallGate gate("nss_DumpCertificateCacheInfo");
  if (!gate.ok()) return;
  ::psm_raw_nss_DumpCertificateCacheInfo();
  gate.Leave();
}

// Needs no gate: it hands out the wrappers above. What this does not know would come back ungated.
PSM_CALL(void *, SSL_GetExperimentalAPI)(const char *name) {
#define PSM_KNOWN(known) \
  if (strcmp(name, #known) == 0) return reinterpret_cast<void *>(psm_nss_##known)
  PSM_KNOWN(SSL_AddExternalPsk);
  PSM_KNOWN(SSL_AddExternalPsk0Rtt);
  PSM_KNOWN(SSL_AeadDecrypt);
  PSM_KNOWN(SSL_AeadEncrypt);
  PSM_KNOWN(SSL_CallExtensionWriterOnEchInner);
  PSM_KNOWN(SSL_CipherSuiteOrderGet);
  PSM_KNOWN(SSL_CipherSuiteOrderSet);
  PSM_KNOWN(SSL_CreateAntiReplayContext);
  PSM_KNOWN(SSL_CreateMask);
  PSM_KNOWN(SSL_CreateMaskingContext);
  PSM_KNOWN(SSL_CreateVariantMaskingContext);
  PSM_KNOWN(SSL_DelegateCredential);
  PSM_KNOWN(SSL_DestroyAead);
  PSM_KNOWN(SSL_DestroyMaskingContext);
  PSM_KNOWN(SSL_DestroyResumptionTokenInfo);
  PSM_KNOWN(SSL_EnableTls13BackendEch);
  PSM_KNOWN(SSL_EnableTls13GreaseEch);
  PSM_KNOWN(SSL_EncodeEchConfigId);
  PSM_KNOWN(SSL_GetCurrentEpoch);
  PSM_KNOWN(SSL_GetEchRetryConfigs);
  PSM_KNOWN(SSL_GetExtensionSupport);
  PSM_KNOWN(SSL_GetResumptionTokenInfo);
  PSM_KNOWN(SSL_HelloRetryRequestCallback);
  PSM_KNOWN(SSL_HkdfExpandLabel);
  PSM_KNOWN(SSL_HkdfExpandLabelWithMech);
  PSM_KNOWN(SSL_HkdfExtract);
  PSM_KNOWN(SSL_HkdfVariantExpandLabel);
  PSM_KNOWN(SSL_HkdfVariantExpandLabelWithMech);
  PSM_KNOWN(SSL_InstallExtensionHooks);
  PSM_KNOWN(SSL_KeyUpdate);
  PSM_KNOWN(SSL_MakeAead);
  PSM_KNOWN(SSL_MakeVariantAead);
  PSM_KNOWN(SSL_RecordLayerData);
  PSM_KNOWN(SSL_RecordLayerWriteCallback);
  PSM_KNOWN(SSL_ReleaseAntiReplayContext);
  PSM_KNOWN(SSL_RemoveEchConfigs);
  PSM_KNOWN(SSL_RemoveExternalPsk);
  PSM_KNOWN(SSL_SecretCallback);
  PSM_KNOWN(SSL_SendCertificateRequest);
  PSM_KNOWN(SSL_SendSessionTicket);
  PSM_KNOWN(SSL_SetAntiReplayContext);
  PSM_KNOWN(SSL_SetClientEchConfigs);
  PSM_KNOWN(SSL_SetDtls13VersionWorkaround);
  PSM_KNOWN(SSL_SetMaxEarlyDataSize);
  PSM_KNOWN(SSL_SetResumptionToken);
  PSM_KNOWN(SSL_SetResumptionTokenCallback);
  PSM_KNOWN(SSL_SetServerEchConfigs);
  PSM_KNOWN(SSL_SetTimeFunc);
  PSM_KNOWN(SSL_SetTls13GreaseEchSize);
#undef PSM_KNOWN
  PORT_SetError(SSL_ERROR_UNSUPPORTED_EXPERIMENTAL_API);
  return nullptr;
}

#ifdef PSM_INTERPOSER
// What the thunks jump through, filled by the interposer before any of them runs.
extern "C" {
extern const char *const psm_raw_names[];
extern const int psm_raw_count;
extern void *psm_raw_table[];
}
const char *const psm_raw_names[] = {
    "ATOB_AsciiToData",
    "ATOB_AsciiToData_Util",
    "ATOB_ConvertAsciiToItem",
    "ATOB_ConvertAsciiToItem_Util",
    "BTOA_ConvertItemToAscii",
    "BTOA_ConvertItemToAscii_Util",
    "BTOA_DataToAscii",
    "BTOA_DataToAscii_Util",
    "CERT_AddCertToListHead",
    "CERT_AddCertToListHeadWithData",
    "CERT_AddCertToListSorted",
    "CERT_AddCertToListTail",
    "CERT_AddCertToListTailWithData",
    "CERT_AddExtension",
    "CERT_AddExtensionByOID",
    "CERT_AddOCSPAcceptableResponses",
    "CERT_AddOKDomainName",
    "CERT_AddRDN",
    "CERT_AllocCERTRevocationFlags",
    "CERT_AsciiToName",
    "CERT_CRLCacheRefreshIssuer",
    "CERT_CacheCRL",
    "CERT_CacheOCSPResponseFromSideChannel",
    "CERT_CertChainFromCert",
    "CERT_CertListFromCert",
    "CERT_CertTimesValid",
    "CERT_ChangeCertTrust",
    "CERT_CheckCertUsage",
    "CERT_CheckCertValidTimes",
    "CERT_CheckNameSpace",
    "CERT_CheckOCSPStatus",
    "CERT_ClearOCSPCache",
    "CERT_CompareAVA",
    "CERT_CompareCerts",
    "CERT_CompareName",
    "CERT_CompleteCRLDecodeEntries",
    "CERT_ConvertAndDecodeCertificate",
    "CERT_CopyName",
    "CERT_CopyRDN",
    "CERT_CreateAVA",
    "CERT_CreateCertificate",
    "CERT_CreateCertificateRequest",
    "CERT_CreateEncodedOCSPErrorResponse",
    "CERT_CreateEncodedOCSPSuccessResponse",
    "CERT_CreateName",
    "CERT_CreateOCSPCertID",
    "CERT_CreateOCSPRequest",
    "CERT_CreateOCSPSingleResponseGood",
    "CERT_CreateOCSPSingleResponseRevoked",
    "CERT_CreateOCSPSingleResponseUnknown",
    "CERT_CreateRDN",
    "CERT_CreateSubjectCertList",
    "CERT_CreateValidity",
    "CERT_DecodeAVAValue",
    "CERT_DecodeAltNameExtension",
    "CERT_DecodeAuthInfoAccessExtension",
    "CERT_DecodeAuthKeyID",
    "CERT_DecodeBasicConstraintValue",
    "CERT_DecodeCRLDistributionPoints",
    "CERT_DecodeCertFromPackage",
    "CERT_DecodeCertPackage",
    "CERT_DecodeCertificatePoliciesExtension",
    "CERT_DecodeDERCrl",
    "CERT_DecodeDERCrlWithFlags",
    "CERT_DecodeGeneralName",
    "CERT_DecodeNameConstraintsExtension",
    "CERT_DecodeOCSPRequest",
    "CERT_DecodeOCSPResponse",
    "CERT_DecodeOidSequence",
    "CERT_DecodePrivKeyUsagePeriodExtension",
    "CERT_DecodeTrustString",
    "CERT_DecodeUserNotice",
    "CERT_DerNameToAscii",
    "CERT_DestroyCERTRevocationFlags",
    "CERT_DestroyCertArray",
    "CERT_DestroyCertList",
    "CERT_DestroyCertificate",
    "CERT_DestroyCertificateList",
    "CERT_DestroyCertificatePoliciesExtension",
    "CERT_DestroyCertificateRequest",
    "CERT_DestroyName",
    "CERT_DestroyOCSPCertID",
    "CERT_DestroyOCSPRequest",
    "CERT_DestroyOCSPResponse",
    "CERT_DestroyOidSequence",
    "CERT_DestroyUserNotice",
    "CERT_DestroyValidity",
    "CERT_DisableOCSPChecking",
    "CERT_DisableOCSPDefaultResponder",
    "CERT_DistNamesFromCertList",
    "CERT_DupCertList",
    "CERT_DupCertificate",
    "CERT_DupDistNames",
    "CERT_EnableOCSPChecking",
    "CERT_EnableOCSPDefaultResponder",
    "CERT_EncodeAltNameExtension",
    "CERT_EncodeAndAddBitStrExtension",
    "CERT_EncodeAuthKeyID",
    "CERT_EncodeBasicConstraintValue",
    "CERT_EncodeCRLDistributionPoints",
    "CERT_EncodeCertPoliciesExtension",
    "CERT_EncodeGeneralName",
    "CERT_EncodeInfoAccessExtension",
    "CERT_EncodeInhibitAnyExtension",
    "CERT_EncodeNoticeReference",
    "CERT_EncodeOCSPRequest",
    "CERT_EncodePolicyConstraintsExtension",
    "CERT_EncodePolicyMappingExtension",
    "CERT_EncodeSubjectKeyID",
    "CERT_EncodeUserNotice",
    "CERT_ExtractPublicKey",
    "CERT_FilterCertListByCANames",
    "CERT_FilterCertListByCertList",
    "CERT_FilterCertListByNickname",
    "CERT_FilterCertListByUsage",
    "CERT_FilterCertListForUserCerts",
    "CERT_FindCRLEntryReasonExten",
    "CERT_FindCRLNumberExten",
    "CERT_FindCertByDERCert",
    "CERT_FindCertByIssuerAndSN",
    "CERT_FindCertByIssuerAndSNCX",
    "CERT_FindCertByName",
    "CERT_FindCertByNickname",
    "CERT_FindCertByNicknameOrEmailAddr",
    "CERT_FindCertByNicknameOrEmailAddrCX",
    "CERT_FindCertByNicknameOrEmailAddrForUsage",
    "CERT_FindCertByNicknameOrEmailAddrForUsageCX",
    "CERT_FindCertBySubjectKeyID",
    "CERT_FindCertExtension",
    "CERT_FindCertIssuer",
    "CERT_FindKeyUsageExtension",
    "CERT_FindNameConstraintsExten",
    "CERT_FindSMimeProfile",
    "CERT_FindSubjectKeyIDExtension",
    "CERT_FindUserCertByUsage",
    "CERT_FindUserCertsByUsage",
    "CERT_FinishCertificateRequestAttributes",
    "CERT_FinishExtensions",
    "CERT_ForcePostMethodForOCSP",
    "CERT_FormatName",
    "CERT_FreeDistNames",
    "CERT_FreeNicknames",
    "CERT_GenTime2FormattedAscii",
    "CERT_GenTime2FormattedAscii_Util",
    "CERT_GetAVATag",
    "CERT_GetCertChainFromCert",
    "CERT_GetCertEmailAddress",
    "CERT_GetCertIsPerm",
    "CERT_GetCertIsTemp",
    "CERT_GetCertIssuerAndSN",
    "CERT_GetCertKeyType",
    "CERT_GetCertNicknames",
    "CERT_GetCertTimes",
    "CERT_GetCertTrust",
    "CERT_GetCertUid",
    "CERT_GetCertificateDer",
    "CERT_GetCertificateNames",
    "CERT_GetCertificateRequestExtensions",
    "CERT_GetClassicOCSPDisabledPolicy",
    "CERT_GetClassicOCSPEnabledHardFailurePolicy",
    "CERT_GetClassicOCSPEnabledSoftFailurePolicy",
    "CERT_GetCommonName",
    "CERT_GetConstrainedCertificateNames",
    "CERT_GetCountryName",
    "CERT_GetDBContentVersion",
    "CERT_GetDefaultCertDB",
    "CERT_GetDomainComponentName",
    "CERT_GetEncodedOCSPResponse",
    "CERT_GetFirstEmailAddress",
    "CERT_GetGeneralNameTypeFromString",
    "CERT_GetImposedNameConstraints",
    "CERT_GetLocalityName",
    "CERT_GetNextEmailAddress",
    "CERT_GetNextGeneralName",
    "CERT_GetNextNameConstraint",
    "CERT_GetOCSPAuthorityInfoAccessLocation",
    "CERT_GetOCSPResponseStatus",
    "CERT_GetOCSPStatusForCertID",
    "CERT_GetOidString",
    "CERT_GetOrgName",
    "CERT_GetOrgUnitName",
    "CERT_GetPKIXVerifyNistRevocationPolicy",
    "CERT_GetPrevGeneralName",
    "CERT_GetPrevNameConstraint",
    "CERT_GetSSLCACerts",
    "CERT_GetSlopTime",
    "CERT_GetStateName",
    "CERT_GetSubjectNameDigest",
    "CERT_GetSubjectPublicKeyDigest",
    "CERT_GetUsePKIXForValidation",
    "CERT_GetValidDNSPatternsFromCert",
    "CERT_Hexify",
    "CERT_ImportCAChain",
    "CERT_ImportCAChainTrusted",
    "CERT_ImportCRL",
    "CERT_ImportCerts",
    "CERT_IsCACert",
    "CERT_IsCADERCert",
    "CERT_IsInList",
    "CERT_IsRootDERCert",
    "CERT_IsUserCert",
    "CERT_KeyFromDERCrl",
    "CERT_MakeCANickname",
    "CERT_MergeExtensions",
    "CERT_NameToAscii",
    "CERT_NameToAsciiInvertible",
    "CERT_NewCertList",
    "CERT_NewTempCertificate",
    "CERT_NicknameStringsFromCertList",
    "CERT_OCSPCacheSettings",
    "CERT_OpenCertDBFilename",
    "CERT_PKIXVerifyCert",
    "CERT_PostOCSPRequest",
    "CERT_RFC1485_EscapeAndQuote",
    "CERT_RegisterAlternateOCSPAIAInfoCallBack",
    "CERT_RemoveCertListNode",
    "CERT_SaveSMimeProfile",
    "CERT_SetOCSPDefaultResponder",
    "CERT_SetOCSPFailureMode",
    "CERT_SetOCSPTimeout",
    "CERT_SetSlopTime",
    "CERT_SetUsePKIXForValidation",
    "CERT_StartCRLEntryExtensions",
    "CERT_StartCRLExtensions",
    "CERT_StartCertExtensions",
    "CERT_StartCertificateRequestAttributes",
    "CERT_UncacheCRL",
    "CERT_VerifyCACertForUsage",
    "CERT_VerifyCert",
    "CERT_VerifyCertName",
    "CERT_VerifyCertNow",
    "CERT_VerifyCertificate",
    "CERT_VerifyCertificateNow",
    "CERT_VerifyOCSPResponseSignature",
    "CERT_VerifySignedData",
    "CERT_VerifySignedDataWithPublicKey",
    "CERT_VerifySignedDataWithPublicKeyInfo",
    "DER_AsciiToTime",
    "DER_AsciiToTime_Util",
    "DER_DecodeTimeChoice",
    "DER_DecodeTimeChoice_Util",
    "DER_Encode",
    "DER_EncodeTimeChoice",
    "DER_EncodeTimeChoice_Util",
    "DER_Encode_Util",
    "DER_GeneralizedDayToAscii",
    "DER_GeneralizedDayToAscii_Util",
    "DER_GeneralizedTimeToTime",
    "DER_GeneralizedTimeToTime_Util",
    "DER_GetInteger",
    "DER_GetInteger_Util",
    "DER_GetUInteger",
    "DER_LengthLength",
    "DER_Lengths",
    "DER_Lengths_Util",
    "DER_SetUInteger",
    "DER_StoreHeader",
    "DER_TimeChoiceDayToAscii",
    "DER_TimeChoiceDayToAscii_Util",
    "DER_TimeToGeneralizedTime",
    "DER_TimeToGeneralizedTimeArena",
    "DER_TimeToGeneralizedTimeArena_Util",
    "DER_TimeToGeneralizedTime_Util",
    "DER_TimeToUTCTime",
    "DER_TimeToUTCTime_Util",
    "DER_UTCDayToAscii",
    "DER_UTCDayToAscii_Util",
    "DER_UTCTimeToAscii",
    "DER_UTCTimeToAscii_Util",
    "DER_UTCTimeToTime",
    "DER_UTCTimeToTime_Util",
    "DSAU_DecodeDerSig",
    "DSAU_DecodeDerSigToLen",
    "DSAU_EncodeDerSig",
    "DSAU_EncodeDerSigWithLen",
    "DTLS_GetHandshakeTimeout",
    "DTLS_ImportFD",
    "HASH_Begin",
    "HASH_Clone",
    "HASH_Create",
    "HASH_Destroy",
    "HASH_End",
    "HASH_GetHMACOidTagByHashOidTag",
    "HASH_GetHashObject",
    "HASH_GetHashObjectByOidTag",
    "HASH_GetHashOidTagByHashType",
    "HASH_GetHashTypeByOidTag",
    "HASH_GetType",
    "HASH_HashBuf",
    "HASH_ResultLen",
    "HASH_ResultLenByOidTag",
    "HASH_ResultLenContext",
    "HASH_Update",
    "NSSBase64Decoder_Create",
    "NSSBase64Decoder_Create_Util",
    "NSSBase64Decoder_Destroy",
    "NSSBase64Decoder_Destroy_Util",
    "NSSBase64Decoder_Update",
    "NSSBase64Decoder_Update_Util",
    "NSSBase64Encoder_Create",
    "NSSBase64Encoder_Create_Util",
    "NSSBase64Encoder_Destroy",
    "NSSBase64Encoder_Destroy_Util",
    "NSSBase64Encoder_Update",
    "NSSBase64Encoder_Update_Util",
    "NSSBase64_DecodeBuffer",
    "NSSBase64_DecodeBuffer_Util",
    "NSSBase64_EncodeItem",
    "NSSBase64_EncodeItem_Util",
    "NSSRWLock_Destroy",
    "NSSRWLock_Destroy_Util",
    "NSSRWLock_HaveWriteLock",
    "NSSRWLock_HaveWriteLock_Util",
    "NSSRWLock_LockRead",
    "NSSRWLock_LockRead_Util",
    "NSSRWLock_LockWrite",
    "NSSRWLock_LockWrite_Util",
    "NSSRWLock_New",
    "NSSRWLock_New_Util",
    "NSSRWLock_UnlockRead",
    "NSSRWLock_UnlockRead_Util",
    "NSSRWLock_UnlockWrite",
    "NSSRWLock_UnlockWrite_Util",
    "NSSSMIME_GetVersion",
    "NSSSMIME_VersionCheck",
    "NSSSSL_GetVersion",
    "NSSSSL_VersionCheck",
    "NSSUTIL_AddNSSFlagToModuleSpec",
    "NSSUTIL_ArgDecodeNumber",
    "NSSUTIL_ArgFetchValue",
    "NSSUTIL_ArgGetLabel",
    "NSSUTIL_ArgGetParamValue",
    "NSSUTIL_ArgHasFlag",
    "NSSUTIL_ArgIsBlank",
    "NSSUTIL_ArgParseCipherFlags",
    "NSSUTIL_ArgParseModuleSpec",
    "NSSUTIL_ArgParseModuleSpecEx",
    "NSSUTIL_ArgParseSlotFlags",
    "NSSUTIL_ArgParseSlotInfo",
    "NSSUTIL_ArgReadLong",
    "NSSUTIL_ArgSkipParameter",
    "NSSUTIL_ArgStrip",
    "NSSUTIL_DoModuleDBFunction",
    "NSSUTIL_DoubleEscape",
    "NSSUTIL_DoubleEscapeSize",
    "NSSUTIL_Escape",
    "NSSUTIL_EscapeSize",
    "NSSUTIL_GetVersion",
    "NSSUTIL_MkModuleSpec",
    "NSSUTIL_MkNSSString",
    "NSSUTIL_MkSlotString",
    "NSSUTIL_Quote",
    "NSSUTIL_QuoteSize",
    "NSS_CMSContentInfo_GetBulkKey",
    "NSS_CMSContentInfo_GetBulkKeySize",
    "NSS_CMSContentInfo_GetContent",
    "NSS_CMSContentInfo_GetContentEncAlgTag",
    "NSS_CMSContentInfo_GetContentTypeTag",
    "NSS_CMSContentInfo_SetBulkKey",
    "NSS_CMSContentInfo_SetContent",
    "NSS_CMSContentInfo_SetContentEncAlg",
    "NSS_CMSContentInfo_SetContent_Data",
    "NSS_CMSContentInfo_SetContent_DigestedData",
    "NSS_CMSContentInfo_SetContent_EncryptedData",
    "NSS_CMSContentInfo_SetContent_EnvelopedData",
    "NSS_CMSContentInfo_SetContent_SignedData",
    "NSS_CMSContentInfo_SetDontStream",
    "NSS_CMSDEREncode",
    "NSS_CMSDecoder_Cancel",
    "NSS_CMSDecoder_Finish",
    "NSS_CMSDecoder_Start",
    "NSS_CMSDecoder_Update",
    "NSS_CMSDigestContext_Cancel",
    "NSS_CMSDigestContext_FinishMultiple",
    "NSS_CMSDigestContext_FinishSingle",
    "NSS_CMSDigestContext_StartMultiple",
    "NSS_CMSDigestContext_StartSingle",
    "NSS_CMSDigestContext_Update",
    "NSS_CMSDigestedData_Create",
    "NSS_CMSDigestedData_Destroy",
    "NSS_CMSDigestedData_GetContentInfo",
    "NSS_CMSEncoder_Cancel",
    "NSS_CMSEncoder_Finish",
    "NSS_CMSEncoder_Start",
    "NSS_CMSEncoder_Update",
    "NSS_CMSEncryptedData_Create",
    "NSS_CMSEncryptedData_Destroy",
    "NSS_CMSEncryptedData_GetContentInfo",
    "NSS_CMSEnvelopedData_AddRecipient",
    "NSS_CMSEnvelopedData_Create",
    "NSS_CMSEnvelopedData_Destroy",
    "NSS_CMSEnvelopedData_GetContentInfo",
    "NSS_CMSMessage_ContentLevel",
    "NSS_CMSMessage_ContentLevelCount",
    "NSS_CMSMessage_Copy",
    "NSS_CMSMessage_Create",
    "NSS_CMSMessage_CreateFromDER",
    "NSS_CMSMessage_Destroy",
    "NSS_CMSMessage_GetContent",
    "NSS_CMSMessage_GetContentInfo",
    "NSS_CMSMessage_IsEncrypted",
    "NSS_CMSMessage_IsSigned",
    "NSS_CMSRecipientInfo_Create",
    "NSS_CMSRecipientInfo_CreateFromDER",
    "NSS_CMSRecipientInfo_CreateNew",
    "NSS_CMSRecipientInfo_CreateWithSubjKeyID",
    "NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert",
    "NSS_CMSRecipientInfo_Destroy",
    "NSS_CMSRecipientInfo_Encode",
    "NSS_CMSRecipientInfo_GetCertAndKey",
    "NSS_CMSRecipientInfo_UnwrapBulkKey",
    "NSS_CMSRecipientInfo_WrapBulkKey",
    "NSS_CMSSignedData_AddCertChain",
    "NSS_CMSSignedData_AddCertList",
    "NSS_CMSSignedData_AddCertificate",
    "NSS_CMSSignedData_AddDigest",
    "NSS_CMSSignedData_AddSignerInfo",
    "NSS_CMSSignedData_Create",
    "NSS_CMSSignedData_CreateCertsOnly",
    "NSS_CMSSignedData_Destroy",
    "NSS_CMSSignedData_GetContentInfo",
    "NSS_CMSSignedData_GetDigestAlgs",
    "NSS_CMSSignedData_GetSignerInfo",
    "NSS_CMSSignedData_HasDigests",
    "NSS_CMSSignedData_ImportCerts",
    "NSS_CMSSignedData_SetDigestValue",
    "NSS_CMSSignedData_SetDigests",
    "NSS_CMSSignedData_SignerInfoCount",
    "NSS_CMSSignedData_VerifyCertsOnly",
    "NSS_CMSSignedData_VerifySignerInfo",
    "NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs",
    "NSS_CMSSignerInfo_AddSMIMECaps",
    "NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs",
    "NSS_CMSSignerInfo_AddSigningTime",
    "NSS_CMSSignerInfo_Create",
    "NSS_CMSSignerInfo_CreateWithSubjKeyID",
    "NSS_CMSSignerInfo_Destroy",
    "NSS_CMSSignerInfo_GetCertList",
    "NSS_CMSSignerInfo_GetSignerCommonName",
    "NSS_CMSSignerInfo_GetSignerEmailAddress",
    "NSS_CMSSignerInfo_GetSigningCertificate",
    "NSS_CMSSignerInfo_GetSigningTime",
    "NSS_CMSSignerInfo_GetVerificationStatus",
    "NSS_CMSSignerInfo_GetVersion",
    "NSS_CMSSignerInfo_IncludeCerts",
    "NSS_CMSSignerInfo_Verify",
    "NSS_CMSType_RegisterContentType",
    "NSS_CMSUtil_VerificationStatusToString",
    "NSS_CmpCertChainWCANames",
    "NSS_FindCertKEAType",
    "NSS_GetAlgorithmPolicy",
    "NSS_GetClientAuthData",
    "NSS_GetVersion",
    "NSS_Get_CERT_CertificateRequestTemplate",
    "NSS_Get_CERT_CertificateTemplate",
    "NSS_Get_CERT_CrlTemplate",
    "NSS_Get_CERT_IssuerAndSNTemplate",
    "NSS_Get_CERT_NameTemplate",
    "NSS_Get_CERT_SequenceOfCertExtensionTemplate",
    "NSS_Get_CERT_SetOfSignedCrlTemplate",
    "NSS_Get_CERT_SignedCrlTemplate",
    "NSS_Get_CERT_SignedDataTemplate",
    "NSS_Get_CERT_SubjectPublicKeyInfoTemplate",
    "NSS_Get_CERT_TimeChoiceTemplate",
    "NSS_Get_NSSCMSGenericWrapperDataTemplate",
    "NSS_Get_NSS_PointerToCMSGenericWrapperDataTemplate",
    "NSS_Get_SECKEY_DSAPublicKeyTemplate",
    "NSS_Get_SECKEY_EncryptedPrivateKeyInfoTemplate",
    "NSS_Get_SECKEY_PointerToEncryptedPrivateKeyInfoTemplate",
    "NSS_Get_SECKEY_PointerToPrivateKeyInfoTemplate",
    "NSS_Get_SECKEY_PrivateKeyInfoTemplate",
    "NSS_Get_SECKEY_RSAPSSParamsTemplate",
    "NSS_Get_SECKEY_RSAPublicKeyTemplate",
    "NSS_Get_SECOID_AlgorithmIDTemplate",
    "NSS_Get_SECOID_AlgorithmIDTemplate_Util",
    "NSS_Get_SEC_AnyTemplate",
    "NSS_Get_SEC_AnyTemplate_Util",
    "NSS_Get_SEC_BMPStringTemplate",
    "NSS_Get_SEC_BMPStringTemplate_Util",
    "NSS_Get_SEC_BitStringTemplate",
    "NSS_Get_SEC_BitStringTemplate_Util",
    "NSS_Get_SEC_BooleanTemplate",
    "NSS_Get_SEC_BooleanTemplate_Util",
    "NSS_Get_SEC_EnumeratedTemplate",
    "NSS_Get_SEC_GeneralizedTimeTemplate",
    "NSS_Get_SEC_GeneralizedTimeTemplate_Util",
    "NSS_Get_SEC_IA5StringTemplate",
    "NSS_Get_SEC_IA5StringTemplate_Util",
    "NSS_Get_SEC_IntegerTemplate",
    "NSS_Get_SEC_IntegerTemplate_Util",
    "NSS_Get_SEC_NullTemplate",
    "NSS_Get_SEC_NullTemplate_Util",
    "NSS_Get_SEC_ObjectIDTemplate",
    "NSS_Get_SEC_ObjectIDTemplate_Util",
    "NSS_Get_SEC_OctetStringTemplate",
    "NSS_Get_SEC_OctetStringTemplate_Util",
    "NSS_Get_SEC_PointerToAnyTemplate",
    "NSS_Get_SEC_PointerToAnyTemplate_Util",
    "NSS_Get_SEC_PointerToEnumeratedTemplate",
    "NSS_Get_SEC_PointerToGeneralizedTimeTemplate",
    "NSS_Get_SEC_PointerToOctetStringTemplate",
    "NSS_Get_SEC_PointerToOctetStringTemplate_Util",
    "NSS_Get_SEC_PrintableStringTemplate",
    "NSS_Get_SEC_SequenceOfAnyTemplate",
    "NSS_Get_SEC_SequenceOfObjectIDTemplate",
    "NSS_Get_SEC_SetOfAnyTemplate",
    "NSS_Get_SEC_SetOfAnyTemplate_Util",
    "NSS_Get_SEC_SignedCertificateTemplate",
    "NSS_Get_SEC_SkipTemplate",
    "NSS_Get_SEC_T61StringTemplate",
    "NSS_Get_SEC_UTCTimeTemplate",
    "NSS_Get_SEC_UTF8StringTemplate",
    "NSS_Get_SEC_UTF8StringTemplate_Util",
    "NSS_Get_SEC_UniversalStringTemplate",
    "NSS_Get_sgn_DigestInfoTemplate",
    "NSS_Get_sgn_DigestInfoTemplate_Util",
    "NSS_Init",
    "NSS_InitContext",
    "NSS_InitReadWrite",
    "NSS_InitWithMerge",
    "NSS_Initialize",
    "NSS_InitializePRErrorTable",
    "NSS_IsInitialized",
    "NSS_IsPolicyLocked",
    "NSS_LockPolicy",
    "NSS_NoDB_Init",
    "NSS_OptionGet",
    "NSS_OptionSet",
    "NSS_PutEnv",
    "NSS_PutEnv_Util",
    "NSS_RegisterShutdown",
    "NSS_SMIMESignerInfo_SaveSMIMEProfile",
    "NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs",
    "NSS_SMIMEUtil_FindBulkAlgForRecipients",
    "NSS_SecureMemcmp",
    "NSS_SecureMemcmpZero",
    "NSS_SetAlgorithmPolicy",
    "NSS_SetDomesticPolicy",
    "NSS_SetExportPolicy",
    "NSS_SetFrancePolicy",
    "NSS_Shutdown",
    "NSS_ShutdownContext",
    "NSS_UnregisterShutdown",
    "NSS_VersionCheck",
    "PBE_CreateContext",
    "PBE_DestroyContext",
    "PBE_GenerateBits",
    "PK11SDR_Decrypt",
    "PK11SDR_Encrypt",
    "PK11URI_CreateURI",
    "PK11URI_DestroyURI",
    "PK11URI_FormatURI",
    "PK11URI_GetPathAttribute",
    "PK11URI_GetPathAttributeItem",
    "PK11URI_GetQueryAttribute",
    "PK11URI_GetQueryAttributeItem",
    "PK11URI_ParseURI",
    "PK11_AEADOp",
    "PK11_AEADRawOp",
    "PK11_AlgtagToMechanism",
    "PK11_Authenticate",
    "PK11_BlockData",
    "PK11_ChangePW",
    "PK11_CheckSSOPassword",
    "PK11_CheckUserPassword",
    "PK11_CipherOp",
    "PK11_CloneContext",
    "PK11_ConfigurePKCS11",
    "PK11_ContextGetFIPSStatus",
    "PK11_ConvertSessionPrivKeyToTokenPrivKey",
    "PK11_ConvertSessionSymKeyToTokenSymKey",
    "PK11_CopySymKeyForSigning",
    "PK11_CopyTokenPrivKeyToSessionPrivKey",
    "PK11_CreateContextByPrivKey",
    "PK11_CreateContextByPubKey",
    "PK11_CreateContextBySymKey",
    "PK11_CreateDigestContext",
    "PK11_CreateGenericObject",
    "PK11_CreateManagedGenericObject",
    "PK11_CreateMergeLog",
    "PK11_CreatePBEAlgorithmID",
    "PK11_CreatePBEParams",
    "PK11_CreatePBEV2AlgorithmID",
    "PK11_DEREncodePublicKey",
    "PK11_Decrypt",
    "PK11_DeleteTokenCertAndKey",
    "PK11_DeleteTokenPrivateKey",
    "PK11_DeleteTokenPublicKey",
    "PK11_DeleteTokenSymKey",
    "PK11_Derive",
    "PK11_DeriveWithFlags",
    "PK11_DeriveWithFlagsPerm",
    "PK11_DeriveWithTemplate",
    "PK11_DestroyContext",
    "PK11_DestroyGenericObject",
    "PK11_DestroyGenericObjects",
    "PK11_DestroyMergeLog",
    "PK11_DestroyObject",
    "PK11_DestroyPBEParams",
    "PK11_DestroyTokenObject",
    "PK11_DigestBegin",
    "PK11_DigestFinal",
    "PK11_DigestKey",
    "PK11_DigestOp",
    "PK11_DoesMechanism",
    "PK11_Encrypt",
    "PK11_ExportDERPrivateKeyInfo",
    "PK11_ExportEncryptedPrivKeyInfo",
    "PK11_ExportEncryptedPrivKeyInfoV2",
    "PK11_ExportEncryptedPrivateKeyInfo",
    "PK11_ExportEncryptedPrivateKeyInfoV2",
    "PK11_ExportPrivKeyInfo",
    "PK11_ExportPrivateKeyInfo",
    "PK11_ExtractKeyValue",
    "PK11_Finalize",
    "PK11_FindBestKEAMatch",
    "PK11_FindCertAndKeyByRecipientList",
    "PK11_FindCertAndKeyByRecipientListNew",
    "PK11_FindCertByIssuerAndSN",
    "PK11_FindCertFromDERCert",
    "PK11_FindCertFromDERCertItem",
    "PK11_FindCertFromNickname",
    "PK11_FindCertFromURI",
    "PK11_FindCertInSlot",
    "PK11_FindCertsFromEmailAddress",
    "PK11_FindCertsFromNickname",
    "PK11_FindCertsFromURI",
    "PK11_FindEncodedCertInSlot",
    "PK11_FindFixedKey",
    "PK11_FindGenericObjects",
    "PK11_FindKeyByAnyCert",
    "PK11_FindKeyByDERCert",
    "PK11_FindKeyByKeyID",
    "PK11_FindObjectForCert",
    "PK11_FindPrivateKeyFromCert",
    "PK11_FindRawCertsWithSubject",
    "PK11_FindSlotByName",
    "PK11_FindSlotsByNames",
    "PK11_FortezzaHasKEA",
    "PK11_FortezzaMapSig",
    "PK11_FreeSlot",
    "PK11_FreeSlotList",
    "PK11_FreeSlotListElement",
    "PK11_FreeSymKey",
    "PK11_GenerateFortezzaIV",
    "PK11_GenerateKeyPair",
    "PK11_GenerateKeyPairWithFlags",
    "PK11_GenerateKeyPairWithOpFlags",
    "PK11_GenerateNewParam",
    "PK11_GenerateRandom",
    "PK11_GenerateRandomOnSlot",
    "PK11_GetAllSlotsForCert",
    "PK11_GetAllTokens",
    "PK11_GetBestKeyLength",
    "PK11_GetBestSlot",
    "PK11_GetBestSlotMultiple",
    "PK11_GetBestSlotMultipleWithAttributes",
    "PK11_GetBestSlotWithAttributes",
    "PK11_GetBestWrapMechanism",
    "PK11_GetBlockSize",
    "PK11_GetCertFromPrivateKey",
    "PK11_GetCertsMatchingPrivateKey",
    "PK11_GetCurrentWrapIndex",
    "PK11_GetDefaultArray",
    "PK11_GetDefaultFlags",
    "PK11_GetDisabledReason",
    "PK11_GetFirstSafe",
    "PK11_GetIVLength",
    "PK11_GetInternalKeySlot",
    "PK11_GetInternalSlot",
    "PK11_GetKeyData",
    "PK11_GetKeyGen",
    "PK11_GetKeyLength",
    "PK11_GetKeyStrength",
    "PK11_GetKeyType",
    "PK11_GetLowLevelKeyIDForCert",
    "PK11_GetLowLevelKeyIDForPrivateKey",
    "PK11_GetMechanism",
    "PK11_GetMinimumPwdLength",
    "PK11_GetModInfo",
    "PK11_GetModule",
    "PK11_GetModuleID",
    "PK11_GetModuleURI",
    "PK11_GetNextGenericObject",
    "PK11_GetNextSafe",
    "PK11_GetNextSymKey",
    "PK11_GetObjectHandle",
    "PK11_GetPBECryptoMechanism",
    "PK11_GetPBEIV",
    "PK11_GetPQGParamsFromPrivateKey",
    "PK11_GetPadMechanism",
    "PK11_GetPrevGenericObject",
    "PK11_GetPrivateKeyNickname",
    "PK11_GetPrivateModulusLen",
    "PK11_GetPublicKeyNickname",
    "PK11_GetSlotFromKey",
    "PK11_GetSlotFromPrivateKey",
    "PK11_GetSlotID",
    "PK11_GetSlotInfo",
    "PK11_GetSlotName",
    "PK11_GetSlotPWValues",
    "PK11_GetSlotSeries",
    "PK11_GetSymKeyHandle",
    "PK11_GetSymKeyNickname",
    "PK11_GetSymKeyType",
    "PK11_GetSymKeyUserData",
    "PK11_GetTokenInfo",
    "PK11_GetTokenName",
    "PK11_GetTokenURI",
    "PK11_GetWindow",
    "PK11_GetWrapKey",
    "PK11_HPKE_Deserialize",
    "PK11_HPKE_DestroyContext",
    "PK11_HPKE_ExportContext",
    "PK11_HPKE_ExportSecret",
    "PK11_HPKE_GetEncapPubKey",
    "PK11_HPKE_ImportContext",
    "PK11_HPKE_NewContext",
    "PK11_HPKE_Open",
    "PK11_HPKE_Seal",
    "PK11_HPKE_Serialize",
    "PK11_HPKE_SetupR",
    "PK11_HPKE_SetupS",
    "PK11_HPKE_ValidateParameters",
    "PK11_HasAttributeSet",
    "PK11_HasRootCerts",
    "PK11_HashBuf",
    "PK11_IVFromParam",
    "PK11_ImportCRL",
    "PK11_ImportCert",
    "PK11_ImportCertForKey",
    "PK11_ImportCertForKeyToSlot",
    "PK11_ImportDERCert",
    "PK11_ImportDERCertForKey",
    "PK11_ImportDERPrivateKeyInfo",
    "PK11_ImportDERPrivateKeyInfoAndReturnKey",
    "PK11_ImportDataKey",
    "PK11_ImportEncryptedPrivateKeyInfo",
    "PK11_ImportEncryptedPrivateKeyInfoAndReturnKey",
    "PK11_ImportPrivateKeyInfo",
    "PK11_ImportPrivateKeyInfoAndReturnKey",
    "PK11_ImportPublicKey",
    "PK11_ImportSymKey",
    "PK11_ImportSymKeyWithFlags",
    "PK11_InitPin",
    "PK11_IsDisabled",
    "PK11_IsFIPS",
    "PK11_IsFriendly",
    "PK11_IsHW",
    "PK11_IsInternal",
    "PK11_IsInternalKeySlot",
    "PK11_IsLoggedIn",
    "PK11_IsPresent",
    "PK11_IsReadOnly",
    "PK11_IsRemovable",
    "PK11_KeyForCertExists",
    "PK11_KeyForDERCertExists",
    "PK11_KeyGen",
    "PK11_KeyGenWithTemplate",
    "PK11_LinkGenericObject",
    "PK11_ListCerts",
    "PK11_ListCertsInSlot",
    "PK11_ListFixedKeysInSlot",
    "PK11_ListPrivKeysInSlot",
    "PK11_ListPrivateKeysInSlot",
    "PK11_ListPublicKeysInSlot",
    "PK11_LoadPrivKey",
    "PK11_Logout",
    "PK11_LogoutAll",
    "PK11_MakeIDFromPubKey",
    "PK11_MakeKEAPubKey",
    "PK11_MapPBEMechanismToCryptoMechanism",
    "PK11_MapSignKeyType",
    "PK11_MechanismToAlgtag",
    "PK11_MergeTokens",
    "PK11_MoveSymKey",
    "PK11_NeedLogin",
    "PK11_NeedPWInit",
    "PK11_NeedUserInit",
    "PK11_ObjectGetFIPSStatus",
    "PK11_PBEKeyGen",
    "PK11_PQG_DestroyParams",
    "PK11_PQG_DestroyVerify",
    "PK11_PQG_GetBaseFromParams",
    "PK11_PQG_GetCounterFromVerify",
    "PK11_PQG_GetHFromVerify",
    "PK11_PQG_GetPrimeFromParams",
    "PK11_PQG_GetSeedFromVerify",
    "PK11_PQG_GetSubPrimeFromParams",
    "PK11_PQG_NewParams",
    "PK11_PQG_NewVerify",
    "PK11_PQG_ParamGen",
    "PK11_PQG_ParamGenSeedLen",
    "PK11_PQG_ParamGenV2",
    "PK11_PQG_VerifyParams",
    "PK11_ParamFromAlgid",
    "PK11_ParamFromIV",
    "PK11_ParamToAlgid",
    "PK11_PrivDecrypt",
    "PK11_PrivDecryptPKCS1",
    "PK11_ProtectedAuthenticationPath",
    "PK11_PubDecryptRaw",
    "PK11_PubDerive",
    "PK11_PubDeriveWithKDF",
    "PK11_PubEncrypt",
    "PK11_PubEncryptPKCS1",
    "PK11_PubEncryptRaw",
    "PK11_PubUnwrapSymKey",
    "PK11_PubUnwrapSymKeyWithFlagsPerm",
    "PK11_PubUnwrapSymKeyWithMechanism",
    "PK11_PubWrapSymKey",
    "PK11_PubWrapSymKeyWithMechanism",
    "PK11_RandomUpdate",
    "PK11_RawPBEKeyGen",
    "PK11_ReadRawAttribute",
    "PK11_ReadRawAttributes",
    "PK11_ReferenceSlot",
    "PK11_ReferenceSymKey",
    "PK11_ResetToken",
    "PK11_RestoreContext",
    "PK11_SaveContext",
    "PK11_SaveContextAlloc",
    "PK11_SeedRandom",
    "PK11_SetFortezzaHack",
    "PK11_SetPasswordFunc",
    "PK11_SetPrivateKeyNickname",
    "PK11_SetPublicKeyNickname",
    "PK11_SetSlotPWValues",
    "PK11_SetSymKeyNickname",
    "PK11_SetSymKeyUserData",
    "PK11_SetWrapKey",
    "PK11_Sign",
    "PK11_SignWithMechanism",
    "PK11_SignWithSymKey",
    "PK11_SignatureLen",
    "PK11_SlotGetLastFIPSStatus",
    "PK11_SymKeyFromHandle",
    "PK11_SymKeysToSameSlot",
    "PK11_TokenExists",
    "PK11_TokenKeyGen",
    "PK11_TokenKeyGenWithFlags",
    "PK11_TokenRefresh",
    "PK11_TraverseCertsForNicknameInSlot",
    "PK11_TraverseCertsForSubjectInSlot",
    "PK11_TraverseSlotCerts",
    "PK11_UnlinkGenericObject",
    "PK11_UnwrapPrivKey",
    "PK11_UnwrapSymKey",
    "PK11_UnwrapSymKeyWithFlags",
    "PK11_UnwrapSymKeyWithFlagsPerm",
    "PK11_UpdateSlotAttribute",
    "PK11_UserDisableSlot",
    "PK11_UserEnableSlot",
    "PK11_Verify",
    "PK11_VerifyKeyOK",
    "PK11_VerifyRecover",
    "PK11_VerifyWithMechanism",
    "PK11_WaitForTokenEvent",
    "PK11_WrapPrivKey",
    "PK11_WrapSymKey",
    "PK11_WriteRawAttribute",
    "PORT_Alloc",
    "PORT_Alloc_Util",
    "PORT_ArenaAlloc",
    "PORT_ArenaAlloc_Util",
    "PORT_ArenaGrow",
    "PORT_ArenaGrow_Util",
    "PORT_ArenaMark",
    "PORT_ArenaMark_Util",
    "PORT_ArenaRelease",
    "PORT_ArenaRelease_Util",
    "PORT_ArenaStrdup",
    "PORT_ArenaStrdup_Util",
    "PORT_ArenaUnmark",
    "PORT_ArenaUnmark_Util",
    "PORT_ArenaZAlloc",
    "PORT_ArenaZAlloc_Util",
    "PORT_DestroyCheapArena",
    "PORT_Free",
    "PORT_FreeArena",
    "PORT_FreeArena_Util",
    "PORT_Free_Util",
    "PORT_GetError",
    "PORT_GetError_Util",
    "PORT_ISO88591_UTF8Conversion",
    "PORT_InitCheapArena",
    "PORT_LoadLibraryFromOrigin",
    "PORT_NewArena",
    "PORT_NewArena_Util",
    "PORT_Realloc",
    "PORT_Realloc_Util",
    "PORT_RegExpCaseSearch",
    "PORT_RegExpSearch",
    "PORT_RegExpValid",
    "PORT_SetError",
    "PORT_SetError_Util",
    "PORT_SetUCS2_ASCIIConversionFunction",
    "PORT_SetUCS2_ASCIIConversionFunction_Util",
    "PORT_SetUCS2_UTF8ConversionFunction",
    "PORT_SetUCS2_UTF8ConversionFunction_Util",
    "PORT_SetUCS4_UTF8ConversionFunction",
    "PORT_SetUCS4_UTF8ConversionFunction_Util",
    "PORT_Strdup",
    "PORT_Strdup_Util",
    "PORT_UCS2_ASCIIConversion",
    "PORT_UCS2_ASCIIConversion_Util",
    "PORT_UCS2_UTF8Conversion",
    "PORT_UCS2_UTF8Conversion_Util",
    "PORT_UCS4_UTF8Conversion",
    "PORT_ZAlloc",
    "PORT_ZAllocAlignedOffset_Util",
    "PORT_ZAllocAligned_Util",
    "PORT_ZAlloc_Util",
    "PORT_ZFree",
    "PORT_ZFree_Util",
    "SECITEM_AllocArray",
    "SECITEM_AllocItem",
    "SECITEM_AllocItem_Util",
    "SECITEM_ArenaDupItem",
    "SECITEM_ArenaDupItem_Util",
    "SECITEM_CompareItem",
    "SECITEM_CompareItem_Util",
    "SECITEM_CopyItem",
    "SECITEM_CopyItem_Util",
    "SECITEM_DupArray",
    "SECITEM_DupItem",
    "SECITEM_DupItem_Util",
    "SECITEM_FreeArray",
    "SECITEM_FreeItem",
    "SECITEM_FreeItem_Util",
    "SECITEM_Hash",
    "SECITEM_HashCompare",
    "SECITEM_ItemsAreEqual",
    "SECITEM_ItemsAreEqual_Util",
    "SECITEM_MakeItem",
    "SECITEM_ReallocItem",
    "SECITEM_ReallocItemV2",
    "SECITEM_ZfreeArray",
    "SECITEM_ZfreeItem",
    "SECITEM_ZfreeItem_Util",
    "SECKEY_AddPrivateKeyToListTail",
    "SECKEY_BigIntegerBitLength",
    "SECKEY_CacheStaticFlags",
    "SECKEY_ConvertToPublicKey",
    "SECKEY_CopyEncryptedPrivateKeyInfo",
    "SECKEY_CopyPrivateKey",
    "SECKEY_CopyPrivateKeyInfo",
    "SECKEY_CopyPublicKey",
    "SECKEY_CopySubjectPublicKeyInfo",
    "SECKEY_CreateDHPrivateKey",
    "SECKEY_CreateECPrivateKey",
    "SECKEY_CreateRSAPrivateKey",
    "SECKEY_CreateSubjectPublicKeyInfo",
    "SECKEY_DecodeDERSubjectPublicKeyInfo",
    "SECKEY_DestroyEncryptedPrivateKeyInfo",
    "SECKEY_DestroyPrivateKey",
    "SECKEY_DestroyPrivateKeyInfo",
    "SECKEY_DestroyPrivateKeyList",
    "SECKEY_DestroyPublicKey",
    "SECKEY_DestroyPublicKeyList",
    "SECKEY_DestroySubjectPublicKeyInfo",
    "SECKEY_ECParamsToBasePointOrderLen",
    "SECKEY_ECParamsToKeySize",
    "SECKEY_EncodeDERSubjectPublicKeyInfo",
    "SECKEY_ExtractPublicKey",
    "SECKEY_GetPrivateKeyType",
    "SECKEY_GetPublicKeyType",
    "SECKEY_ImportDERPublicKey",
    "SECKEY_NewPrivateKeyList",
    "SECKEY_PublicKeyStrength",
    "SECKEY_PublicKeyStrengthInBits",
    "SECKEY_RemovePrivateKeyListNode",
    "SECKEY_SignatureLen",
    "SECKEY_UpdateCertPQG",
    "SECMIME_DecryptionAllowed",
    "SECMOD_AddNewModule",
    "SECMOD_AddNewModuleEx",
    "SECMOD_CanDeleteInternalModule",
    "SECMOD_CancelWait",
    "SECMOD_CloseUserDB",
    "SECMOD_CreateModule",
    "SECMOD_CreateModuleEx",
    "SECMOD_DeleteInternalModule",
    "SECMOD_DeleteModule",
    "SECMOD_DeleteModuleEx",
    "SECMOD_DestroyModule",
    "SECMOD_FindModule",
    "SECMOD_FindSlot",
    "SECMOD_FreeModuleSpecList",
    "SECMOD_GetDBModuleList",
    "SECMOD_GetDeadModuleList",
    "SECMOD_GetDefaultModDBFlag",
    "SECMOD_GetDefaultModuleList",
    "SECMOD_GetDefaultModuleListLock",
    "SECMOD_GetInternalModule",
    "SECMOD_GetModuleSpecList",
    "SECMOD_GetReadLock",
    "SECMOD_GetSkipFirstFlag",
    "SECMOD_GetSystemFIPSEnabled",
    "SECMOD_HasRemovableSlots",
    "SECMOD_HasRootCerts",
    "SECMOD_InternaltoPubMechFlags",
    "SECMOD_IsModulePresent",
    "SECMOD_LoadModule",
    "SECMOD_LoadUserModule",
    "SECMOD_LockedModuleHasRemovableSlots",
    "SECMOD_LookupSlot",
    "SECMOD_OpenNewSlot",
    "SECMOD_OpenUserDB",
    "SECMOD_PubCipherFlagstoInternal",
    "SECMOD_PubMechFlagstoInternal",
    "SECMOD_ReferenceModule",
    "SECMOD_ReleaseReadLock",
    "SECMOD_RestartModules",
    "SECMOD_UnloadUserModule",
    "SECMOD_UpdateModule",
    "SECMOD_UpdateSlotList",
    "SECMOD_WaitForAnyTokenEvent",
    "SECOID_AddEntry",
    "SECOID_AddEntry_Util",
    "SECOID_CompareAlgorithmID",
    "SECOID_CompareAlgorithmID_Util",
    "SECOID_CopyAlgorithmID",
    "SECOID_CopyAlgorithmID_Util",
    "SECOID_DestroyAlgorithmID",
    "SECOID_DestroyAlgorithmID_Util",
    "SECOID_FindOID",
    "SECOID_FindOIDByMechanism",
    "SECOID_FindOIDByTag",
    "SECOID_FindOIDByTag_Util",
    "SECOID_FindOIDTag",
    "SECOID_FindOIDTagDescription",
    "SECOID_FindOIDTagDescription_Util",
    "SECOID_FindOIDTag_Util",
    "SECOID_FindOID_Util",
    "SECOID_GetAlgorithmTag",
    "SECOID_GetAlgorithmTag_Util",
    "SECOID_Init",
    "SECOID_KnownCertExtenOID",
    "SECOID_SetAlgorithmID",
    "SECOID_SetAlgorithmID_Util",
    "SECOID_Shutdown",
    "SEC_ASN1Decode",
    "SEC_ASN1DecodeInteger",
    "SEC_ASN1DecodeInteger_Util",
    "SEC_ASN1DecodeItem",
    "SEC_ASN1DecodeItem_Util",
    "SEC_ASN1Decode_Util",
    "SEC_ASN1DecoderAbort",
    "SEC_ASN1DecoderAbort_Util",
    "SEC_ASN1DecoderClearFilterProc",
    "SEC_ASN1DecoderClearFilterProc_Util",
    "SEC_ASN1DecoderClearNotifyProc",
    "SEC_ASN1DecoderClearNotifyProc_Util",
    "SEC_ASN1DecoderFinish",
    "SEC_ASN1DecoderFinish_Util",
    "SEC_ASN1DecoderSetFilterProc",
    "SEC_ASN1DecoderSetFilterProc_Util",
    "SEC_ASN1DecoderSetMaximumElementSize",
    "SEC_ASN1DecoderSetNotifyProc",
    "SEC_ASN1DecoderSetNotifyProc_Util",
    "SEC_ASN1DecoderStart",
    "SEC_ASN1DecoderStart_Util",
    "SEC_ASN1DecoderUpdate",
    "SEC_ASN1DecoderUpdate_Util",
    "SEC_ASN1Encode",
    "SEC_ASN1EncodeInteger",
    "SEC_ASN1EncodeInteger_Util",
    "SEC_ASN1EncodeItem",
    "SEC_ASN1EncodeItem_Util",
    "SEC_ASN1EncodeUnsignedInteger",
    "SEC_ASN1EncodeUnsignedInteger_Util",
    "SEC_ASN1Encode_Util",
    "SEC_ASN1EncoderAbort",
    "SEC_ASN1EncoderAbort_Util",
    "SEC_ASN1EncoderClearNotifyProc",
    "SEC_ASN1EncoderClearNotifyProc_Util",
    "SEC_ASN1EncoderClearStreaming",
    "SEC_ASN1EncoderClearStreaming_Util",
    "SEC_ASN1EncoderClearTakeFromBuf",
    "SEC_ASN1EncoderClearTakeFromBuf_Util",
    "SEC_ASN1EncoderFinish",
    "SEC_ASN1EncoderFinish_Util",
    "SEC_ASN1EncoderSetNotifyProc",
    "SEC_ASN1EncoderSetNotifyProc_Util",
    "SEC_ASN1EncoderSetStreaming",
    "SEC_ASN1EncoderSetStreaming_Util",
    "SEC_ASN1EncoderSetTakeFromBuf",
    "SEC_ASN1EncoderSetTakeFromBuf_Util",
    "SEC_ASN1EncoderStart",
    "SEC_ASN1EncoderStart_Util",
    "SEC_ASN1EncoderUpdate",
    "SEC_ASN1EncoderUpdate_Util",
    "SEC_ASN1LengthLength",
    "SEC_ASN1LengthLength_Util",
    "SEC_CertNicknameConflict",
    "SEC_CheckCrlTimes",
    "SEC_CreateSignatureAlgorithmParameters",
    "SEC_DeletePermCRL",
    "SEC_DeletePermCertificate",
    "SEC_DerSignData",
    "SEC_DerSignDataWithAlgorithmID",
    "SEC_DestroyCrl",
    "SEC_DupCrl",
    "SEC_FindCrlByDERCert",
    "SEC_FindCrlByName",
    "SEC_GetCrlTimes",
    "SEC_GetRegisteredHttpClient",
    "SEC_GetSignatureAlgorithmOidTag",
    "SEC_LookupCrls",
    "SEC_NewCrl",
    "SEC_PKCS12AddCertAndKey",
    "SEC_PKCS12AddCertOrChainAndKey",
    "SEC_PKCS12AddPasswordIntegrity",
    "SEC_PKCS12CreateExportContext",
    "SEC_PKCS12CreatePasswordPrivSafe",
    "SEC_PKCS12CreateUnencryptedSafe",
    "SEC_PKCS12DecoderFinish",
    "SEC_PKCS12DecoderGetCerts",
    "SEC_PKCS12DecoderImportBags",
    "SEC_PKCS12DecoderIterateInit",
    "SEC_PKCS12DecoderIterateNext",
    "SEC_PKCS12DecoderRenameCertNicknames",
    "SEC_PKCS12DecoderSetTargetTokenCAs",
    "SEC_PKCS12DecoderStart",
    "SEC_PKCS12DecoderUpdate",
    "SEC_PKCS12DecoderValidateBags",
    "SEC_PKCS12DecoderVerify",
    "SEC_PKCS12DecryptionAllowed",
    "SEC_PKCS12DestroyExportContext",
    "SEC_PKCS12EnableCipher",
    "SEC_PKCS12Encode",
    "SEC_PKCS12IsEncryptionAllowed",
    "SEC_PKCS12SetPreferredCipher",
    "SEC_PKCS5GetCryptoAlgorithm",
    "SEC_PKCS5GetIV",
    "SEC_PKCS5GetKeyLength",
    "SEC_PKCS5GetPBEAlgorithm",
    "SEC_PKCS5IsAlgorithmPBEAlg",
    "SEC_PKCS5IsAlgorithmPBEAlgTag",
    "SEC_PKCS7AddCertificate",
    "SEC_PKCS7AddRecipient",
    "SEC_PKCS7AddSigningTime",
    "SEC_PKCS7ContainsCertsOrCrls",
    "SEC_PKCS7ContentIsEncrypted",
    "SEC_PKCS7ContentIsSigned",
    "SEC_PKCS7ContentType",
    "SEC_PKCS7CopyContentInfo",
    "SEC_PKCS7CreateCertsOnly",
    "SEC_PKCS7CreateData",
    "SEC_PKCS7CreateEncryptedData",
    "SEC_PKCS7CreateEnvelopedData",
    "SEC_PKCS7CreateSignedData",
    "SEC_PKCS7DecodeItem",
    "SEC_PKCS7DecoderAbort",
    "SEC_PKCS7DecoderFinish",
    "SEC_PKCS7DecoderStart",
    "SEC_PKCS7DecoderUpdate",
    "SEC_PKCS7DecryptContents",
    "SEC_PKCS7DestroyContentInfo",
    "SEC_PKCS7Encode",
    "SEC_PKCS7EncodeItem",
    "SEC_PKCS7EncoderAbort",
    "SEC_PKCS7EncoderFinish",
    "SEC_PKCS7EncoderStart",
    "SEC_PKCS7EncoderUpdate",
    "SEC_PKCS7GetCertificateList",
    "SEC_PKCS7GetContent",
    "SEC_PKCS7GetEncryptionAlgorithm",
    "SEC_PKCS7GetSignerCommonName",
    "SEC_PKCS7GetSignerEmailAddress",
    "SEC_PKCS7GetSigningTime",
    "SEC_PKCS7IncludeCertChain",
    "SEC_PKCS7IsContentEmpty",
    "SEC_PKCS7SetContent",
    "SEC_PKCS7VerifyDetachedSignature",
    "SEC_PKCS7VerifyDetachedSignatureAtTime",
    "SEC_PKCS7VerifySignature",
    "SEC_QuickDERDecodeItem",
    "SEC_QuickDERDecodeItem_Util",
    "SEC_RegisterDefaultHttpClient",
    "SEC_SignData",
    "SEC_SignDataWithAlgorithmID",
    "SEC_StringToOID",
    "SGN_Begin",
    "SGN_CompareDigestInfo",
    "SGN_CompareDigestInfo_Util",
    "SGN_CopyDigestInfo",
    "SGN_CopyDigestInfo_Util",
    "SGN_CreateDigestInfo",
    "SGN_CreateDigestInfo_Util",
    "SGN_DecodeDigestInfo",
    "SGN_DestroyContext",
    "SGN_DestroyDigestInfo",
    "SGN_DestroyDigestInfo_Util",
    "SGN_Digest",
    "SGN_End",
    "SGN_NewContext",
    "SGN_NewContextWithAlgorithmID",
    "SGN_Update",
    "SSL_AlertReceivedCallback",
    "SSL_AlertSentCallback",
    "SSL_AuthCertificate",
    "SSL_AuthCertificateComplete",
    "SSL_AuthCertificateHook",
    "SSL_BadCertHook",
    "SSL_CanBypass",
    "SSL_CertDBHandleSet",
    "SSL_CertIsUsable",
    "SSL_CipherPolicyGet",
    "SSL_CipherPolicySet",
    "SSL_CipherPrefGet",
    "SSL_CipherPrefGetDefault",
    "SSL_CipherPrefSet",
    "SSL_CipherPrefSetDefault",
    "SSL_ClearSessionCache",
    "SSL_ClientCertCallbackComplete",
    "SSL_ConfigMPServerSIDCache",
    "SSL_ConfigSecureServer",
    "SSL_ConfigSecureServerWithCertChain",
    "SSL_ConfigServerCert",
    "SSL_ConfigServerSessionIDCache",
    "SSL_ConfigServerSessionIDCacheWithOpt",
    "SSL_DHEGroupPrefSet",
    "SSL_DataPending",
    "SSL_EnableWeakDHEPrimeGroup",
    "SSL_ExportEarlyKeyingMaterial",
    "SSL_ExportKeyingMaterial",
    "SSL_FilterClientCertListBySocket",
    "SSL_ForceHandshake",
    "SSL_ForceHandshakeWithTimeout",
    "SSL_GetChannelInfo",
    "SSL_GetCipherSuiteInfo",
    "SSL_GetClientAuthDataHook",
    "SSL_GetExperimentalAPI",
    "SSL_GetImplementedCiphers",
    "SSL_GetMaxServerCacheLocks",
    "SSL_GetNegotiatedHostInfo",
    "SSL_GetNextProto",
    "SSL_GetNumImplementedCiphers",
    "SSL_GetPreliminaryChannelInfo",
    "SSL_GetSRTPCipher",
    "SSL_GetSessionID",
    "SSL_GetStatistics",
    "SSL_HandshakeCallback",
    "SSL_HandshakeNegotiatedExtension",
    "SSL_ImportFD",
    "SSL_InheritMPServerSIDCache",
    "SSL_InvalidateSession",
    "SSL_LocalCertificate",
    "SSL_NamedGroupConfig",
    "SSL_OptionGet",
    "SSL_OptionGetDefault",
    "SSL_OptionSet",
    "SSL_OptionSetDefault",
    "SSL_PeerCertificate",
    "SSL_PeerCertificateChain",
    "SSL_PeerSignedCertTimestamps",
    "SSL_PeerStapledOCSPResponses",
    "SSL_PreencryptedFileToStream",
    "SSL_PreencryptedStreamToFile",
    "SSL_ReHandshake",
    "SSL_ReHandshakeWithTimeout",
    "SSL_RecommendedCanFalseStart",
    "SSL_ReconfigFD",
    "SSL_ResetHandshake",
    "SSL_RevealCert",
    "SSL_RevealPinArg",
    "SSL_RevealURL",
    "SSL_SNISocketConfigHook",
    "SSL_SecurityStatus",
    "SSL_SendAdditionalKeyShares",
    "SSL_SetCanFalseStartCallback",
    "SSL_SetDowngradeCheckVersion",
    "SSL_SetMaxServerCacheLocks",
    "SSL_SetNextProtoCallback",
    "SSL_SetNextProtoNego",
    "SSL_SetPKCS11PinArg",
    "SSL_SetSRTPCiphers",
    "SSL_SetSessionTicketKeyPair",
    "SSL_SetSignedCertTimestamps",
    "SSL_SetSockPeerID",
    "SSL_SetStapledOCSPResponses",
    "SSL_SetTrustAnchors",
    "SSL_SetURL",
    "SSL_ShutdownServerSessionIDCache",
    "SSL_SignatureMaxCount",
    "SSL_SignaturePrefGet",
    "SSL_SignaturePrefSet",
    "SSL_SignatureSchemePrefGet",
    "SSL_SignatureSchemePrefSet",
    "SSL_VersionRangeGet",
    "SSL_VersionRangeGetDefault",
    "SSL_VersionRangeGetSupported",
    "SSL_VersionRangeSet",
    "SSL_VersionRangeSetDefault",
    "UTIL_SetForkState",
    "VFY_Begin",
    "VFY_CreateContext",
    "VFY_CreateContextDirect",
    "VFY_CreateContextWithAlgorithmID",
    "VFY_DestroyContext",
    "VFY_End",
    "VFY_EndWithSignature",
    "VFY_Update",
    "VFY_VerifyData",
    "VFY_VerifyDataDirect",
    "VFY_VerifyDataWithAlgorithmID",
    "VFY_VerifyDigest",
    "VFY_VerifyDigestDirect",
    "VFY_VerifyDigestWithAlgorithmID",
    "_NSSUTIL_EvaluateConfigDir",
    "_NSSUTIL_GetSecmodName",
    "_PK11_ContextGetAEADSimulation",
    "_PK11_ContextSetAEADSimulation",
    "_SGN_VerifyPKCS1DigestInfo",
    "__PK11_SetCertificateNickname",
    "nss_DumpCertificateCacheInfo",
};
const int psm_raw_count = 1318;
__attribute__((visibility("hidden"))) void *psm_raw_table[1318];
#endif  // PSM_INTERPOSER
