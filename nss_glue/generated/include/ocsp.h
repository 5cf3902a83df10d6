// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <ocsp.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_OCSP_H_
#define PSM_NSS_OCSP_H_

#include "nss_glue/shadow.h"

#include_next <ocsp.h>
#include <seccomon.h>
#include <secoidt.h>
#include <keythi.h>
#include <certt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(CERT_AddOCSPAcceptableResponses);
PSM_NSS_RENAMED(CERT_CacheOCSPResponseFromSideChannel);
PSM_NSS_RENAMED(CERT_CheckOCSPStatus);
PSM_NSS_RENAMED(CERT_ClearOCSPCache);
PSM_NSS_RENAMED(CERT_CreateEncodedOCSPErrorResponse);
PSM_NSS_RENAMED(CERT_CreateEncodedOCSPSuccessResponse);
PSM_NSS_RENAMED(CERT_CreateOCSPCertID);
PSM_NSS_RENAMED(CERT_CreateOCSPRequest);
PSM_NSS_RENAMED(CERT_CreateOCSPSingleResponseGood);
PSM_NSS_RENAMED(CERT_CreateOCSPSingleResponseRevoked);
PSM_NSS_RENAMED(CERT_CreateOCSPSingleResponseUnknown);
PSM_NSS_RENAMED(CERT_DecodeOCSPRequest);
PSM_NSS_RENAMED(CERT_DecodeOCSPResponse);
PSM_NSS_RENAMED(CERT_DestroyOCSPRequest);
PSM_NSS_RENAMED(CERT_DestroyOCSPResponse);
PSM_NSS_RENAMED(CERT_DisableOCSPChecking);
PSM_NSS_RENAMED(CERT_DisableOCSPDefaultResponder);
PSM_NSS_RENAMED(CERT_EnableOCSPChecking);
PSM_NSS_RENAMED(CERT_EnableOCSPDefaultResponder);
PSM_NSS_RENAMED(CERT_EncodeOCSPRequest);
PSM_NSS_RENAMED(CERT_ForcePostMethodForOCSP);
PSM_NSS_RENAMED(CERT_GetEncodedOCSPResponse);
PSM_NSS_RENAMED(CERT_GetOCSPAuthorityInfoAccessLocation);
PSM_NSS_RENAMED(CERT_GetOCSPResponseStatus);
PSM_NSS_RENAMED(CERT_GetOCSPStatusForCertID);
PSM_NSS_RENAMED(CERT_OCSPCacheSettings);
PSM_NSS_RENAMED(CERT_PostOCSPRequest);
PSM_NSS_RENAMED(CERT_RegisterAlternateOCSPAIAInfoCallBack);
PSM_NSS_RENAMED(CERT_SetOCSPDefaultResponder);
PSM_NSS_RENAMED(CERT_SetOCSPFailureMode);
PSM_NSS_RENAMED(CERT_SetOCSPTimeout);
PSM_NSS_RENAMED(CERT_VerifyOCSPResponseSignature);
PSM_NSS_RENAMED(SEC_GetRegisteredHttpClient);
PSM_NSS_RENAMED(SEC_RegisterDefaultHttpClient);
PSM_NSS_END_C

#define CERT_AddOCSPAcceptableResponses psm_nss_CERT_AddOCSPAcceptableResponses
#define CERT_CacheOCSPResponseFromSideChannel psm_nss_CERT_CacheOCSPResponseFromSideChannel
#define CERT_CheckOCSPStatus psm_nss_CERT_CheckOCSPStatus
#define CERT_ClearOCSPCache psm_nss_CERT_ClearOCSPCache
#define CERT_CreateEncodedOCSPErrorResponse psm_nss_CERT_CreateEncodedOCSPErrorResponse
#define CERT_CreateEncodedOCSPSuccessResponse psm_nss_CERT_CreateEncodedOCSPSuccessResponse
#define CERT_CreateOCSPCertID psm_nss_CERT_CreateOCSPCertID
#define CERT_CreateOCSPRequest psm_nss_CERT_CreateOCSPRequest
#define CERT_CreateOCSPSingleResponseGood psm_nss_CERT_CreateOCSPSingleResponseGood
#define CERT_CreateOCSPSingleResponseRevoked psm_nss_CERT_CreateOCSPSingleResponseRevoked
#define CERT_CreateOCSPSingleResponseUnknown psm_nss_CERT_CreateOCSPSingleResponseUnknown
#define CERT_DecodeOCSPRequest psm_nss_CERT_DecodeOCSPRequest
#define CERT_DecodeOCSPResponse psm_nss_CERT_DecodeOCSPResponse
#define CERT_DestroyOCSPRequest psm_nss_CERT_DestroyOCSPRequest
#define CERT_DestroyOCSPResponse psm_nss_CERT_DestroyOCSPResponse
#define CERT_DisableOCSPChecking psm_nss_CERT_DisableOCSPChecking
#define CERT_DisableOCSPDefaultResponder psm_nss_CERT_DisableOCSPDefaultResponder
#define CERT_EnableOCSPChecking psm_nss_CERT_EnableOCSPChecking
#define CERT_EnableOCSPDefaultResponder psm_nss_CERT_EnableOCSPDefaultResponder
#define CERT_EncodeOCSPRequest psm_nss_CERT_EncodeOCSPRequest
#define CERT_ForcePostMethodForOCSP psm_nss_CERT_ForcePostMethodForOCSP
#define CERT_GetEncodedOCSPResponse psm_nss_CERT_GetEncodedOCSPResponse
#define CERT_GetOCSPAuthorityInfoAccessLocation psm_nss_CERT_GetOCSPAuthorityInfoAccessLocation
#define CERT_GetOCSPResponseStatus psm_nss_CERT_GetOCSPResponseStatus
#define CERT_GetOCSPStatusForCertID psm_nss_CERT_GetOCSPStatusForCertID
#define CERT_OCSPCacheSettings psm_nss_CERT_OCSPCacheSettings
#define CERT_PostOCSPRequest psm_nss_CERT_PostOCSPRequest
#define CERT_RegisterAlternateOCSPAIAInfoCallBack psm_nss_CERT_RegisterAlternateOCSPAIAInfoCallBack
#define CERT_SetOCSPDefaultResponder psm_nss_CERT_SetOCSPDefaultResponder
#define CERT_SetOCSPFailureMode psm_nss_CERT_SetOCSPFailureMode
#define CERT_SetOCSPTimeout psm_nss_CERT_SetOCSPTimeout
#define CERT_VerifyOCSPResponseSignature psm_nss_CERT_VerifyOCSPResponseSignature
#define SEC_GetRegisteredHttpClient psm_nss_SEC_GetRegisteredHttpClient
#define SEC_RegisterDefaultHttpClient psm_nss_SEC_RegisterDefaultHttpClient

#else

extern "C" {
PSM_NSS_RAW(CERT_AddOCSPAcceptableResponses);
PSM_NSS_RAW(CERT_CacheOCSPResponseFromSideChannel);
PSM_NSS_RAW(CERT_CheckOCSPStatus);
PSM_NSS_RAW(CERT_ClearOCSPCache);
PSM_NSS_RAW(CERT_CreateEncodedOCSPErrorResponse);
PSM_NSS_RAW(CERT_CreateEncodedOCSPSuccessResponse);
PSM_NSS_RAW(CERT_CreateOCSPCertID);
PSM_NSS_RAW(CERT_CreateOCSPRequest);
PSM_NSS_RAW(CERT_CreateOCSPSingleResponseGood);
PSM_NSS_RAW(CERT_CreateOCSPSingleResponseRevoked);
PSM_NSS_RAW(CERT_CreateOCSPSingleResponseUnknown);
PSM_NSS_RAW(CERT_DecodeOCSPRequest);
PSM_NSS_RAW(CERT_DecodeOCSPResponse);
PSM_NSS_RAW(CERT_DestroyOCSPRequest);
PSM_NSS_RAW(CERT_DestroyOCSPResponse);
PSM_NSS_RAW(CERT_DisableOCSPChecking);
PSM_NSS_RAW(CERT_DisableOCSPDefaultResponder);
PSM_NSS_RAW(CERT_EnableOCSPChecking);
PSM_NSS_RAW(CERT_EnableOCSPDefaultResponder);
PSM_NSS_RAW(CERT_EncodeOCSPRequest);
PSM_NSS_RAW(CERT_ForcePostMethodForOCSP);
PSM_NSS_RAW(CERT_GetEncodedOCSPResponse);
PSM_NSS_RAW(CERT_GetOCSPAuthorityInfoAccessLocation);
PSM_NSS_RAW(CERT_GetOCSPResponseStatus);
PSM_NSS_RAW(CERT_GetOCSPStatusForCertID);
PSM_NSS_RAW(CERT_OCSPCacheSettings);
PSM_NSS_RAW(CERT_PostOCSPRequest);
PSM_NSS_RAW(CERT_RegisterAlternateOCSPAIAInfoCallBack);
PSM_NSS_SPECIAL(CERT_RegisterAlternateOCSPAIAInfoCallBack);
PSM_NSS_RAW(CERT_SetOCSPDefaultResponder);
PSM_NSS_RAW(CERT_SetOCSPFailureMode);
PSM_NSS_RAW(CERT_SetOCSPTimeout);
PSM_NSS_RAW(CERT_VerifyOCSPResponseSignature);
PSM_NSS_RAW(SEC_GetRegisteredHttpClient);
PSM_NSS_RAW(SEC_RegisterDefaultHttpClient);
PSM_NSS_SPECIAL(SEC_RegisterDefaultHttpClient);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::CERT_DestroyOCSPCertID;

template <typename... More>
inline ::SECStatus CERT_AddOCSPAcceptableResponses(::CERTOCSPRequest *request, ::SECOidTag responseType0, More... more) {
  ::psm::nss_call::CallGate gate("CERT_AddOCSPAcceptableResponses");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddOCSPAcceptableResponses(request, responseType0, more...);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_CacheOCSPResponseFromSideChannel(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRTime time, const ::SECItem *encodedResponse, void *pwArg) {
  ::psm::nss_call::CallGate gate("CERT_CacheOCSPResponseFromSideChannel");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CacheOCSPResponseFromSideChannel(handle, cert, time, encodedResponse, pwArg);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_CheckOCSPStatus(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRTime time, void *pwArg) {
  ::psm::nss_call::CallGate gate("CERT_CheckOCSPStatus");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CheckOCSPStatus(handle, cert, time, pwArg);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_ClearOCSPCache() {
  ::psm::nss_call::CallGate gate("CERT_ClearOCSPCache");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_ClearOCSPCache();
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_CreateEncodedOCSPErrorResponse(::PLArenaPool *arena, int error) {
  ::psm::nss_call::CallGate gate("CERT_CreateEncodedOCSPErrorResponse");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_CreateEncodedOCSPErrorResponse(arena, error);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_CreateEncodedOCSPSuccessResponse(::PLArenaPool *arena, ::CERTCertificate *responderCert, ::CERTOCSPResponderIDType responderIDType, ::PRTime producedAt, ::CERTOCSPSingleResponse **responses, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_CreateEncodedOCSPSuccessResponse");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_CreateEncodedOCSPSuccessResponse(arena, responderCert, responderIDType, producedAt, responses, wincx);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPCertID *CERT_CreateOCSPCertID(::CERTCertificate *cert, ::PRTime time) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPCertID");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPCertID *answer = ::psm_raw_CERT_CreateOCSPCertID(cert, time);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPRequest *CERT_CreateOCSPRequest(::CERTCertList *certList, ::PRTime time, ::PRBool addServiceLocator, ::CERTCertificate *signerCert) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPRequest");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPRequest *answer = ::psm_raw_CERT_CreateOCSPRequest(certList, time, addServiceLocator, signerCert);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPSingleResponse *CERT_CreateOCSPSingleResponseGood(::PLArenaPool *arena, ::CERTOCSPCertID *id, ::PRTime thisUpdate, const ::PRTime *nextUpdate) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPSingleResponseGood");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPSingleResponse *answer = ::psm_raw_CERT_CreateOCSPSingleResponseGood(arena, id, thisUpdate, nextUpdate);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPSingleResponse *CERT_CreateOCSPSingleResponseRevoked(::PLArenaPool *arena, ::CERTOCSPCertID *id, ::PRTime thisUpdate, const ::PRTime *nextUpdate, ::PRTime revocationTime, const ::CERTCRLEntryReasonCode *revocationReason) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPSingleResponseRevoked");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPSingleResponse *answer = ::psm_raw_CERT_CreateOCSPSingleResponseRevoked(arena, id, thisUpdate, nextUpdate, revocationTime, revocationReason);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPSingleResponse *CERT_CreateOCSPSingleResponseUnknown(::PLArenaPool *arena, ::CERTOCSPCertID *id, ::PRTime thisUpdate, const ::PRTime *nextUpdate) {
  ::psm::nss_call::CallGate gate("CERT_CreateOCSPSingleResponseUnknown");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPSingleResponse *answer = ::psm_raw_CERT_CreateOCSPSingleResponseUnknown(arena, id, thisUpdate, nextUpdate);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPRequest *CERT_DecodeOCSPRequest(const ::SECItem *src) {
  ::psm::nss_call::CallGate gate("CERT_DecodeOCSPRequest");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPRequest *answer = ::psm_raw_CERT_DecodeOCSPRequest(src);
  gate.Leave();
  return answer;
}

inline ::CERTOCSPResponse *CERT_DecodeOCSPResponse(const ::SECItem *src) {
  ::psm::nss_call::CallGate gate("CERT_DecodeOCSPResponse");
  if (!gate.ok()) return nullptr;
  ::CERTOCSPResponse *answer = ::psm_raw_CERT_DecodeOCSPResponse(src);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kOcspResponse, answer);
  gate.Leave();
  return answer;
}

inline void CERT_DestroyOCSPRequest(::CERTOCSPRequest *request) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyOCSPRequest");
  if (!gate.ok()) return;
  ::psm_raw_CERT_DestroyOCSPRequest(request);
  gate.Leave();
}

inline void CERT_DestroyOCSPResponse(::CERTOCSPResponse *response) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyOCSPResponse");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kOcspResponse, response);
  ::psm_raw_CERT_DestroyOCSPResponse(response);
  gate.Leave();
}

inline ::SECStatus CERT_DisableOCSPChecking(::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_DisableOCSPChecking");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_DisableOCSPChecking(handle);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_DisableOCSPDefaultResponder(::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_DisableOCSPDefaultResponder");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_DisableOCSPDefaultResponder(handle);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EnableOCSPChecking(::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_EnableOCSPChecking");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EnableOCSPChecking(handle);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EnableOCSPDefaultResponder(::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_EnableOCSPDefaultResponder");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EnableOCSPDefaultResponder(handle);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_EncodeOCSPRequest(::PLArenaPool *arena, ::CERTOCSPRequest *request, void *pwArg) {
  ::psm::nss_call::CallGate gate("CERT_EncodeOCSPRequest");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_EncodeOCSPRequest(arena, request, pwArg);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_ForcePostMethodForOCSP(::PRBool forcePost) {
  ::psm::nss_call::CallGate gate("CERT_ForcePostMethodForOCSP");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_ForcePostMethodForOCSP(forcePost);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_GetEncodedOCSPResponse(::PLArenaPool *arena, ::CERTCertList *certList, const char *location, ::PRTime time, ::PRBool addServiceLocator, ::CERTCertificate *signerCert, void *pwArg, ::CERTOCSPRequest **pRequest) {
  ::psm::nss_call::CallGate gate("CERT_GetEncodedOCSPResponse");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_GetEncodedOCSPResponse(arena, certList, location, time, addServiceLocator, signerCert, pwArg, pRequest);
  gate.Leave();
  return answer;
}

inline char *CERT_GetOCSPAuthorityInfoAccessLocation(const ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_GetOCSPAuthorityInfoAccessLocation");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOCSPAuthorityInfoAccessLocation(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetOCSPResponseStatus(::CERTOCSPResponse *response) {
  ::psm::nss_call::CallGate gate("CERT_GetOCSPResponseStatus");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetOCSPResponseStatus(response);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetOCSPStatusForCertID(::CERTCertDBHandle *handle, ::CERTOCSPResponse *response, ::CERTOCSPCertID *certID, ::CERTCertificate *signerCert, ::PRTime time) {
  ::psm::nss_call::CallGate gate("CERT_GetOCSPStatusForCertID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetOCSPStatusForCertID(handle, response, certID, signerCert, time);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_OCSPCacheSettings(::PRInt32 maxCacheEntries, ::PRUint32 minimumSecondsToNextFetchAttempt, ::PRUint32 maximumSecondsToNextFetchAttempt) {
  ::psm::nss_call::CallGate gate("CERT_OCSPCacheSettings");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_OCSPCacheSettings(maxCacheEntries, minimumSecondsToNextFetchAttempt, maximumSecondsToNextFetchAttempt);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_PostOCSPRequest(::PLArenaPool *arena, const char *location, const ::SECItem *encodedRequest) {
  ::psm::nss_call::CallGate gate("CERT_PostOCSPRequest");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_PostOCSPRequest(arena, location, encodedRequest);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_RegisterAlternateOCSPAIAInfoCallBack(::CERT_StringFromCertFcn newCallback, ::CERT_StringFromCertFcn *oldCallback) {
  ::psm::nss_call::CallGate gate("CERT_RegisterAlternateOCSPAIAInfoCallBack");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_RegisterAlternateOCSPAIAInfoCallBack(newCallback, oldCallback);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_SetOCSPDefaultResponder(::CERTCertDBHandle *handle, const char *url, const char *name) {
  ::psm::nss_call::CallGate gate("CERT_SetOCSPDefaultResponder");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_SetOCSPDefaultResponder(handle, url, name);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_SetOCSPFailureMode(::SEC_OcspFailureMode ocspFailureMode) {
  ::psm::nss_call::CallGate gate("CERT_SetOCSPFailureMode");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_SetOCSPFailureMode(ocspFailureMode);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_SetOCSPTimeout(::PRUint32 seconds) {
  ::psm::nss_call::CallGate gate("CERT_SetOCSPTimeout");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_SetOCSPTimeout(seconds);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyOCSPResponseSignature(::CERTOCSPResponse *response, ::CERTCertDBHandle *handle, void *pwArg, ::CERTCertificate **pSignerCert, ::CERTCertificate *issuerCert) {
  ::psm::nss_call::CallGate gate("CERT_VerifyOCSPResponseSignature");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifyOCSPResponseSignature(response, handle, pwArg, pSignerCert, issuerCert);
  if (answer == SECSuccess && pSignerCert != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, *pSignerCert);
  gate.Leave();
  return answer;
}

inline const ::SEC_HttpClientFcn *SEC_GetRegisteredHttpClient() {
  ::psm::nss_call::CallGate gate("SEC_GetRegisteredHttpClient");
  if (!gate.ok()) return nullptr;
  const ::SEC_HttpClientFcn *answer = ::psm_raw_SEC_GetRegisteredHttpClient();
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_RegisterDefaultHttpClient(const ::SEC_HttpClientFcn *fcnTable) {
  ::psm::nss_call::CallGate gate("SEC_RegisterDefaultHttpClient");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SEC_RegisterDefaultHttpClient(fcnTable);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(CERT_AddOCSPAcceptableResponses);
PSM_NSS_BAN(CERT_CacheOCSPResponseFromSideChannel);
PSM_NSS_BAN(CERT_CheckOCSPStatus);
PSM_NSS_BAN(CERT_ClearOCSPCache);
PSM_NSS_BAN(CERT_CreateEncodedOCSPErrorResponse);
PSM_NSS_BAN(CERT_CreateEncodedOCSPSuccessResponse);
PSM_NSS_BAN(CERT_CreateOCSPCertID);
PSM_NSS_BAN(CERT_CreateOCSPRequest);
PSM_NSS_BAN(CERT_CreateOCSPSingleResponseGood);
PSM_NSS_BAN(CERT_CreateOCSPSingleResponseRevoked);
PSM_NSS_BAN(CERT_CreateOCSPSingleResponseUnknown);
PSM_NSS_BAN(CERT_DecodeOCSPRequest);
PSM_NSS_BAN(CERT_DecodeOCSPResponse);
PSM_NSS_BAN(CERT_DestroyOCSPRequest);
PSM_NSS_BAN(CERT_DestroyOCSPResponse);
PSM_NSS_BAN(CERT_DisableOCSPChecking);
PSM_NSS_BAN(CERT_DisableOCSPDefaultResponder);
PSM_NSS_BAN(CERT_EnableOCSPChecking);
PSM_NSS_BAN(CERT_EnableOCSPDefaultResponder);
PSM_NSS_BAN(CERT_EncodeOCSPRequest);
PSM_NSS_BAN(CERT_ForcePostMethodForOCSP);
PSM_NSS_BAN(CERT_GetEncodedOCSPResponse);
PSM_NSS_BAN(CERT_GetOCSPAuthorityInfoAccessLocation);
PSM_NSS_BAN(CERT_GetOCSPResponseStatus);
PSM_NSS_BAN(CERT_GetOCSPStatusForCertID);
PSM_NSS_BAN(CERT_OCSPCacheSettings);
PSM_NSS_BAN(CERT_PostOCSPRequest);
PSM_NSS_BAN(CERT_RegisterAlternateOCSPAIAInfoCallBack);
PSM_NSS_BAN(CERT_SetOCSPDefaultResponder);
PSM_NSS_BAN(CERT_SetOCSPFailureMode);
PSM_NSS_BAN(CERT_SetOCSPTimeout);
PSM_NSS_BAN(CERT_VerifyOCSPResponseSignature);
PSM_NSS_BAN(SEC_GetRegisteredHttpClient);
PSM_NSS_BAN(SEC_RegisterDefaultHttpClient);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_OCSP_H_
