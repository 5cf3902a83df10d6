// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <ssl.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SSL_H_
#define PSM_NSS_SSL_H_

#include "nss_glue/shadow.h"

#include_next <ssl.h>
#include <seccomon.h>
#include <cert.h>
#include <keythi.h>
#include <sslt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(DTLS_GetHandshakeTimeout);
PSM_NSS_RENAMED(DTLS_ImportFD);
PSM_NSS_RENAMED(NSS_CmpCertChainWCANames);
PSM_NSS_RENAMED(NSS_FindCertKEAType);
PSM_NSS_RENAMED(NSS_GetClientAuthData);
PSM_NSS_RENAMED(NSS_SetDomesticPolicy);
PSM_NSS_RENAMED(NSS_SetExportPolicy);
PSM_NSS_RENAMED(NSS_SetFrancePolicy);
PSM_NSS_RENAMED(SSL_AlertReceivedCallback);
PSM_NSS_RENAMED(SSL_AlertSentCallback);
PSM_NSS_RENAMED(SSL_AuthCertificate);
PSM_NSS_RENAMED(SSL_AuthCertificateComplete);
PSM_NSS_RENAMED(SSL_AuthCertificateHook);
PSM_NSS_RENAMED(SSL_BadCertHook);
PSM_NSS_RENAMED(SSL_CanBypass);
PSM_NSS_RENAMED(SSL_CertDBHandleSet);
PSM_NSS_RENAMED(SSL_CertIsUsable);
PSM_NSS_RENAMED(SSL_CipherPolicyGet);
PSM_NSS_RENAMED(SSL_CipherPolicySet);
PSM_NSS_RENAMED(SSL_CipherPrefGet);
PSM_NSS_RENAMED(SSL_CipherPrefGetDefault);
PSM_NSS_RENAMED(SSL_CipherPrefSet);
PSM_NSS_RENAMED(SSL_CipherPrefSetDefault);
PSM_NSS_RENAMED(SSL_ClearSessionCache);
PSM_NSS_RENAMED(SSL_ClientCertCallbackComplete);
PSM_NSS_RENAMED(SSL_ConfigMPServerSIDCache);
PSM_NSS_RENAMED(SSL_ConfigSecureServer);
PSM_NSS_RENAMED(SSL_ConfigSecureServerWithCertChain);
PSM_NSS_RENAMED(SSL_ConfigServerCert);
PSM_NSS_RENAMED(SSL_ConfigServerSessionIDCache);
PSM_NSS_RENAMED(SSL_ConfigServerSessionIDCacheWithOpt);
PSM_NSS_RENAMED(SSL_DHEGroupPrefSet);
PSM_NSS_RENAMED(SSL_DataPending);
PSM_NSS_RENAMED(SSL_EnableWeakDHEPrimeGroup);
PSM_NSS_RENAMED(SSL_ExportEarlyKeyingMaterial);
PSM_NSS_RENAMED(SSL_ExportKeyingMaterial);
PSM_NSS_RENAMED(SSL_FilterClientCertListBySocket);
PSM_NSS_RENAMED(SSL_ForceHandshake);
PSM_NSS_RENAMED(SSL_ForceHandshakeWithTimeout);
PSM_NSS_RENAMED(SSL_GetChannelInfo);
PSM_NSS_RENAMED(SSL_GetCipherSuiteInfo);
PSM_NSS_RENAMED(SSL_GetClientAuthDataHook);
PSM_NSS_RENAMED(SSL_GetExperimentalAPI);
PSM_NSS_RENAMED(SSL_GetImplementedCiphers);
PSM_NSS_RENAMED(SSL_GetMaxServerCacheLocks);
PSM_NSS_RENAMED(SSL_GetNegotiatedHostInfo);
PSM_NSS_RENAMED(SSL_GetNextProto);
PSM_NSS_RENAMED(SSL_GetPreliminaryChannelInfo);
PSM_NSS_RENAMED(SSL_GetSRTPCipher);
PSM_NSS_RENAMED(SSL_GetSessionID);
PSM_NSS_RENAMED(SSL_GetStatistics);
PSM_NSS_RENAMED(SSL_HandshakeCallback);
PSM_NSS_RENAMED(SSL_HandshakeNegotiatedExtension);
PSM_NSS_RENAMED(SSL_ImportFD);
PSM_NSS_RENAMED(SSL_InheritMPServerSIDCache);
PSM_NSS_RENAMED(SSL_InvalidateSession);
PSM_NSS_RENAMED(SSL_LocalCertificate);
PSM_NSS_RENAMED(SSL_NamedGroupConfig);
PSM_NSS_RENAMED(SSL_OptionGet);
PSM_NSS_RENAMED(SSL_OptionGetDefault);
PSM_NSS_RENAMED(SSL_OptionSet);
PSM_NSS_RENAMED(SSL_OptionSetDefault);
PSM_NSS_RENAMED(SSL_PeerCertificate);
PSM_NSS_RENAMED(SSL_PeerCertificateChain);
PSM_NSS_RENAMED(SSL_PeerSignedCertTimestamps);
PSM_NSS_RENAMED(SSL_PeerStapledOCSPResponses);
PSM_NSS_RENAMED(SSL_ReHandshake);
PSM_NSS_RENAMED(SSL_ReHandshakeWithTimeout);
PSM_NSS_RENAMED(SSL_RecommendedCanFalseStart);
PSM_NSS_RENAMED(SSL_ReconfigFD);
PSM_NSS_RENAMED(SSL_ResetHandshake);
PSM_NSS_RENAMED(SSL_RevealCert);
PSM_NSS_RENAMED(SSL_RevealPinArg);
PSM_NSS_RENAMED(SSL_RevealURL);
PSM_NSS_RENAMED(SSL_SNISocketConfigHook);
PSM_NSS_RENAMED(SSL_SecurityStatus);
PSM_NSS_RENAMED(SSL_SendAdditionalKeyShares);
PSM_NSS_RENAMED(SSL_SetCanFalseStartCallback);
PSM_NSS_RENAMED(SSL_SetDowngradeCheckVersion);
PSM_NSS_RENAMED(SSL_SetMaxServerCacheLocks);
PSM_NSS_RENAMED(SSL_SetNextProtoCallback);
PSM_NSS_RENAMED(SSL_SetNextProtoNego);
PSM_NSS_RENAMED(SSL_SetPKCS11PinArg);
PSM_NSS_RENAMED(SSL_SetSRTPCiphers);
PSM_NSS_RENAMED(SSL_SetSessionTicketKeyPair);
PSM_NSS_RENAMED(SSL_SetSignedCertTimestamps);
PSM_NSS_RENAMED(SSL_SetSockPeerID);
PSM_NSS_RENAMED(SSL_SetStapledOCSPResponses);
PSM_NSS_RENAMED(SSL_SetTrustAnchors);
PSM_NSS_RENAMED(SSL_SetURL);
PSM_NSS_RENAMED(SSL_ShutdownServerSessionIDCache);
PSM_NSS_RENAMED(SSL_SignaturePrefGet);
PSM_NSS_RENAMED(SSL_SignaturePrefSet);
PSM_NSS_RENAMED(SSL_SignatureSchemePrefGet);
PSM_NSS_RENAMED(SSL_SignatureSchemePrefSet);
PSM_NSS_RENAMED(SSL_VersionRangeGet);
PSM_NSS_RENAMED(SSL_VersionRangeGetDefault);
PSM_NSS_RENAMED(SSL_VersionRangeGetSupported);
PSM_NSS_RENAMED(SSL_VersionRangeSet);
PSM_NSS_RENAMED(SSL_VersionRangeSetDefault);
PSM_NSS_END_C

#define DTLS_GetHandshakeTimeout psm_nss_DTLS_GetHandshakeTimeout
#define DTLS_ImportFD psm_nss_DTLS_ImportFD
#define NSS_CmpCertChainWCANames psm_nss_NSS_CmpCertChainWCANames
#define NSS_FindCertKEAType psm_nss_NSS_FindCertKEAType
#define NSS_GetClientAuthData psm_nss_NSS_GetClientAuthData
#define NSS_SetDomesticPolicy psm_nss_NSS_SetDomesticPolicy
#define NSS_SetExportPolicy psm_nss_NSS_SetExportPolicy
#define NSS_SetFrancePolicy psm_nss_NSS_SetFrancePolicy
#define SSL_AlertReceivedCallback psm_nss_SSL_AlertReceivedCallback
#define SSL_AlertSentCallback psm_nss_SSL_AlertSentCallback
#define SSL_AuthCertificate psm_nss_SSL_AuthCertificate
#define SSL_AuthCertificateComplete psm_nss_SSL_AuthCertificateComplete
#define SSL_AuthCertificateHook psm_nss_SSL_AuthCertificateHook
#define SSL_BadCertHook psm_nss_SSL_BadCertHook
#define SSL_CanBypass psm_nss_SSL_CanBypass
#define SSL_CertDBHandleSet psm_nss_SSL_CertDBHandleSet
#define SSL_CertIsUsable psm_nss_SSL_CertIsUsable
#define SSL_CipherPolicyGet psm_nss_SSL_CipherPolicyGet
#define SSL_CipherPolicySet psm_nss_SSL_CipherPolicySet
#define SSL_CipherPrefGet psm_nss_SSL_CipherPrefGet
#define SSL_CipherPrefGetDefault psm_nss_SSL_CipherPrefGetDefault
#define SSL_CipherPrefSet psm_nss_SSL_CipherPrefSet
#define SSL_CipherPrefSetDefault psm_nss_SSL_CipherPrefSetDefault
#define SSL_ClearSessionCache psm_nss_SSL_ClearSessionCache
#define SSL_ClientCertCallbackComplete psm_nss_SSL_ClientCertCallbackComplete
#define SSL_ConfigMPServerSIDCache psm_nss_SSL_ConfigMPServerSIDCache
#define SSL_ConfigSecureServer psm_nss_SSL_ConfigSecureServer
#define SSL_ConfigSecureServerWithCertChain psm_nss_SSL_ConfigSecureServerWithCertChain
#define SSL_ConfigServerCert psm_nss_SSL_ConfigServerCert
#define SSL_ConfigServerSessionIDCache psm_nss_SSL_ConfigServerSessionIDCache
#define SSL_ConfigServerSessionIDCacheWithOpt psm_nss_SSL_ConfigServerSessionIDCacheWithOpt
#define SSL_DHEGroupPrefSet psm_nss_SSL_DHEGroupPrefSet
#define SSL_DataPending psm_nss_SSL_DataPending
#define SSL_EnableWeakDHEPrimeGroup psm_nss_SSL_EnableWeakDHEPrimeGroup
#define SSL_ExportEarlyKeyingMaterial psm_nss_SSL_ExportEarlyKeyingMaterial
#define SSL_ExportKeyingMaterial psm_nss_SSL_ExportKeyingMaterial
#define SSL_FilterClientCertListBySocket psm_nss_SSL_FilterClientCertListBySocket
#define SSL_ForceHandshake psm_nss_SSL_ForceHandshake
#define SSL_ForceHandshakeWithTimeout psm_nss_SSL_ForceHandshakeWithTimeout
#define SSL_GetChannelInfo psm_nss_SSL_GetChannelInfo
#define SSL_GetCipherSuiteInfo psm_nss_SSL_GetCipherSuiteInfo
#define SSL_GetClientAuthDataHook psm_nss_SSL_GetClientAuthDataHook
#define SSL_GetExperimentalAPI psm_nss_SSL_GetExperimentalAPI
#define SSL_GetImplementedCiphers psm_nss_SSL_GetImplementedCiphers
#define SSL_GetMaxServerCacheLocks psm_nss_SSL_GetMaxServerCacheLocks
#define SSL_GetNegotiatedHostInfo psm_nss_SSL_GetNegotiatedHostInfo
#define SSL_GetNextProto psm_nss_SSL_GetNextProto
#define SSL_GetPreliminaryChannelInfo psm_nss_SSL_GetPreliminaryChannelInfo
#define SSL_GetSRTPCipher psm_nss_SSL_GetSRTPCipher
#define SSL_GetSessionID psm_nss_SSL_GetSessionID
#define SSL_GetStatistics psm_nss_SSL_GetStatistics
#define SSL_HandshakeCallback psm_nss_SSL_HandshakeCallback
#define SSL_HandshakeNegotiatedExtension psm_nss_SSL_HandshakeNegotiatedExtension
#define SSL_ImportFD psm_nss_SSL_ImportFD
#define SSL_InheritMPServerSIDCache psm_nss_SSL_InheritMPServerSIDCache
#define SSL_InvalidateSession psm_nss_SSL_InvalidateSession
#define SSL_LocalCertificate psm_nss_SSL_LocalCertificate
#define SSL_NamedGroupConfig psm_nss_SSL_NamedGroupConfig
#define SSL_OptionGet psm_nss_SSL_OptionGet
#define SSL_OptionGetDefault psm_nss_SSL_OptionGetDefault
#define SSL_OptionSet psm_nss_SSL_OptionSet
#define SSL_OptionSetDefault psm_nss_SSL_OptionSetDefault
#define SSL_PeerCertificate psm_nss_SSL_PeerCertificate
#define SSL_PeerCertificateChain psm_nss_SSL_PeerCertificateChain
#define SSL_PeerSignedCertTimestamps psm_nss_SSL_PeerSignedCertTimestamps
#define SSL_PeerStapledOCSPResponses psm_nss_SSL_PeerStapledOCSPResponses
#define SSL_ReHandshake psm_nss_SSL_ReHandshake
#define SSL_ReHandshakeWithTimeout psm_nss_SSL_ReHandshakeWithTimeout
#define SSL_RecommendedCanFalseStart psm_nss_SSL_RecommendedCanFalseStart
#define SSL_ReconfigFD psm_nss_SSL_ReconfigFD
#define SSL_ResetHandshake psm_nss_SSL_ResetHandshake
#define SSL_RevealCert psm_nss_SSL_RevealCert
#define SSL_RevealPinArg psm_nss_SSL_RevealPinArg
#define SSL_RevealURL psm_nss_SSL_RevealURL
#define SSL_SNISocketConfigHook psm_nss_SSL_SNISocketConfigHook
#define SSL_SecurityStatus psm_nss_SSL_SecurityStatus
#define SSL_SendAdditionalKeyShares psm_nss_SSL_SendAdditionalKeyShares
#define SSL_SetCanFalseStartCallback psm_nss_SSL_SetCanFalseStartCallback
#define SSL_SetDowngradeCheckVersion psm_nss_SSL_SetDowngradeCheckVersion
#define SSL_SetMaxServerCacheLocks psm_nss_SSL_SetMaxServerCacheLocks
#define SSL_SetNextProtoCallback psm_nss_SSL_SetNextProtoCallback
#define SSL_SetNextProtoNego psm_nss_SSL_SetNextProtoNego
#define SSL_SetPKCS11PinArg psm_nss_SSL_SetPKCS11PinArg
#define SSL_SetSRTPCiphers psm_nss_SSL_SetSRTPCiphers
#define SSL_SetSessionTicketKeyPair psm_nss_SSL_SetSessionTicketKeyPair
#define SSL_SetSignedCertTimestamps psm_nss_SSL_SetSignedCertTimestamps
#define SSL_SetSockPeerID psm_nss_SSL_SetSockPeerID
#define SSL_SetStapledOCSPResponses psm_nss_SSL_SetStapledOCSPResponses
#define SSL_SetTrustAnchors psm_nss_SSL_SetTrustAnchors
#define SSL_SetURL psm_nss_SSL_SetURL
#define SSL_ShutdownServerSessionIDCache psm_nss_SSL_ShutdownServerSessionIDCache
#define SSL_SignaturePrefGet psm_nss_SSL_SignaturePrefGet
#define SSL_SignaturePrefSet psm_nss_SSL_SignaturePrefSet
#define SSL_SignatureSchemePrefGet psm_nss_SSL_SignatureSchemePrefGet
#define SSL_SignatureSchemePrefSet psm_nss_SSL_SignatureSchemePrefSet
#define SSL_VersionRangeGet psm_nss_SSL_VersionRangeGet
#define SSL_VersionRangeGetDefault psm_nss_SSL_VersionRangeGetDefault
#define SSL_VersionRangeGetSupported psm_nss_SSL_VersionRangeGetSupported
#define SSL_VersionRangeSet psm_nss_SSL_VersionRangeSet
#define SSL_VersionRangeSetDefault psm_nss_SSL_VersionRangeSetDefault

#else

extern "C" {
PSM_NSS_RAW(DTLS_GetHandshakeTimeout);
PSM_NSS_RAW(DTLS_ImportFD);
PSM_NSS_SPECIAL(DTLS_ImportFD);
PSM_NSS_RAW(NSS_CmpCertChainWCANames);
PSM_NSS_RAW(NSS_FindCertKEAType);
PSM_NSS_RAW(NSS_GetClientAuthData);
PSM_NSS_RAW(NSS_SetDomesticPolicy);
PSM_NSS_RAW(NSS_SetExportPolicy);
PSM_NSS_RAW(NSS_SetFrancePolicy);
PSM_NSS_RAW(SSL_AlertReceivedCallback);
PSM_NSS_SPECIAL(SSL_AlertReceivedCallback);
PSM_NSS_RAW(SSL_AlertSentCallback);
PSM_NSS_SPECIAL(SSL_AlertSentCallback);
PSM_NSS_RAW(SSL_AuthCertificate);
PSM_NSS_RAW(SSL_AuthCertificateComplete);
PSM_NSS_RAW(SSL_AuthCertificateHook);
PSM_NSS_SPECIAL(SSL_AuthCertificateHook);
PSM_NSS_RAW(SSL_BadCertHook);
PSM_NSS_SPECIAL(SSL_BadCertHook);
PSM_NSS_RAW(SSL_CanBypass);
PSM_NSS_RAW(SSL_CertDBHandleSet);
PSM_NSS_RAW(SSL_CertIsUsable);
PSM_NSS_RAW(SSL_CipherPolicyGet);
PSM_NSS_RAW(SSL_CipherPolicySet);
PSM_NSS_RAW(SSL_CipherPrefGet);
PSM_NSS_RAW(SSL_CipherPrefGetDefault);
PSM_NSS_RAW(SSL_CipherPrefSet);
PSM_NSS_RAW(SSL_CipherPrefSetDefault);
PSM_NSS_RAW(SSL_ClearSessionCache);
PSM_NSS_SPECIAL(SSL_ClearSessionCache);
PSM_NSS_RAW(SSL_ClientCertCallbackComplete);
PSM_NSS_SPECIAL(SSL_ClientCertCallbackComplete);
PSM_NSS_RAW(SSL_ConfigMPServerSIDCache);
PSM_NSS_SPECIAL(SSL_ConfigMPServerSIDCache);
PSM_NSS_RAW(SSL_ConfigSecureServer);
PSM_NSS_SPECIAL(SSL_ConfigSecureServer);
PSM_NSS_RAW(SSL_ConfigSecureServerWithCertChain);
PSM_NSS_SPECIAL(SSL_ConfigSecureServerWithCertChain);
PSM_NSS_RAW(SSL_ConfigServerCert);
PSM_NSS_SPECIAL(SSL_ConfigServerCert);
PSM_NSS_RAW(SSL_ConfigServerSessionIDCache);
PSM_NSS_SPECIAL(SSL_ConfigServerSessionIDCache);
PSM_NSS_RAW(SSL_ConfigServerSessionIDCacheWithOpt);
PSM_NSS_SPECIAL(SSL_ConfigServerSessionIDCacheWithOpt);
PSM_NSS_RAW(SSL_DHEGroupPrefSet);
PSM_NSS_RAW(SSL_DataPending);
PSM_NSS_RAW(SSL_EnableWeakDHEPrimeGroup);
PSM_NSS_RAW(SSL_ExportEarlyKeyingMaterial);
PSM_NSS_RAW(SSL_ExportKeyingMaterial);
PSM_NSS_RAW(SSL_FilterClientCertListBySocket);
PSM_NSS_RAW(SSL_ForceHandshake);
PSM_NSS_RAW(SSL_ForceHandshakeWithTimeout);
PSM_NSS_RAW(SSL_GetChannelInfo);
PSM_NSS_RAW(SSL_GetCipherSuiteInfo);
PSM_NSS_RAW(SSL_GetClientAuthDataHook);
PSM_NSS_SPECIAL(SSL_GetClientAuthDataHook);
PSM_NSS_RAW(SSL_GetExperimentalAPI);
PSM_NSS_RAW(SSL_GetImplementedCiphers);
PSM_NSS_RAW(SSL_GetMaxServerCacheLocks);
PSM_NSS_RAW(SSL_GetNegotiatedHostInfo);
PSM_NSS_RAW(SSL_GetNextProto);
PSM_NSS_RAW(SSL_GetPreliminaryChannelInfo);
PSM_NSS_RAW(SSL_GetSRTPCipher);
PSM_NSS_RAW(SSL_GetSessionID);
PSM_NSS_RAW(SSL_GetStatistics);
PSM_NSS_RAW(SSL_HandshakeCallback);
PSM_NSS_SPECIAL(SSL_HandshakeCallback);
PSM_NSS_RAW(SSL_HandshakeNegotiatedExtension);
PSM_NSS_RAW(SSL_ImportFD);
PSM_NSS_SPECIAL(SSL_ImportFD);
PSM_NSS_RAW(SSL_InheritMPServerSIDCache);
PSM_NSS_SPECIAL(SSL_InheritMPServerSIDCache);
PSM_NSS_RAW(SSL_InvalidateSession);
PSM_NSS_RAW(SSL_LocalCertificate);
PSM_NSS_RAW(SSL_NamedGroupConfig);
PSM_NSS_RAW(SSL_OptionGet);
PSM_NSS_RAW(SSL_OptionGetDefault);
PSM_NSS_RAW(SSL_OptionSet);
PSM_NSS_SPECIAL(SSL_OptionSet);
PSM_NSS_RAW(SSL_OptionSetDefault);
PSM_NSS_RAW(SSL_PeerCertificate);
PSM_NSS_RAW(SSL_PeerCertificateChain);
PSM_NSS_RAW(SSL_PeerSignedCertTimestamps);
PSM_NSS_RAW(SSL_PeerStapledOCSPResponses);
PSM_NSS_RAW(SSL_ReHandshake);
PSM_NSS_RAW(SSL_ReHandshakeWithTimeout);
PSM_NSS_RAW(SSL_RecommendedCanFalseStart);
PSM_NSS_RAW(SSL_ReconfigFD);
PSM_NSS_SPECIAL(SSL_ReconfigFD);
PSM_NSS_RAW(SSL_ResetHandshake);
PSM_NSS_RAW(SSL_RevealCert);
PSM_NSS_RAW(SSL_RevealPinArg);
PSM_NSS_RAW(SSL_RevealURL);
PSM_NSS_RAW(SSL_SNISocketConfigHook);
PSM_NSS_SPECIAL(SSL_SNISocketConfigHook);
PSM_NSS_RAW(SSL_SecurityStatus);
PSM_NSS_RAW(SSL_SendAdditionalKeyShares);
PSM_NSS_RAW(SSL_SetCanFalseStartCallback);
PSM_NSS_SPECIAL(SSL_SetCanFalseStartCallback);
PSM_NSS_RAW(SSL_SetDowngradeCheckVersion);
PSM_NSS_RAW(SSL_SetMaxServerCacheLocks);
PSM_NSS_RAW(SSL_SetNextProtoCallback);
PSM_NSS_SPECIAL(SSL_SetNextProtoCallback);
PSM_NSS_RAW(SSL_SetNextProtoNego);
PSM_NSS_RAW(SSL_SetPKCS11PinArg);
PSM_NSS_RAW(SSL_SetSRTPCiphers);
PSM_NSS_RAW(SSL_SetSessionTicketKeyPair);
PSM_NSS_RAW(SSL_SetSignedCertTimestamps);
PSM_NSS_RAW(SSL_SetSockPeerID);
PSM_NSS_RAW(SSL_SetStapledOCSPResponses);
PSM_NSS_RAW(SSL_SetTrustAnchors);
PSM_NSS_RAW(SSL_SetURL);
PSM_NSS_RAW(SSL_ShutdownServerSessionIDCache);
PSM_NSS_SPECIAL(SSL_ShutdownServerSessionIDCache);
PSM_NSS_RAW(SSL_SignaturePrefGet);
PSM_NSS_RAW(SSL_SignaturePrefSet);
PSM_NSS_RAW(SSL_SignatureSchemePrefGet);
PSM_NSS_RAW(SSL_SignatureSchemePrefSet);
PSM_NSS_RAW(SSL_VersionRangeGet);
PSM_NSS_RAW(SSL_VersionRangeGetDefault);
PSM_NSS_RAW(SSL_VersionRangeGetSupported);
PSM_NSS_RAW(SSL_VersionRangeSet);
PSM_NSS_RAW(SSL_VersionRangeSetDefault);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::NSSSSL_GetVersion;
using ::NSSSSL_VersionCheck;
using ::SSL_GetNumImplementedCiphers;
using ::SSL_SignatureMaxCount;

inline ::SECStatus DTLS_GetHandshakeTimeout(::PRFileDesc *socket, ::PRIntervalTime *timeout) {
  ::psm::nss_call::CallGate gate("DTLS_GetHandshakeTimeout");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_DTLS_GetHandshakeTimeout(socket, timeout);
  gate.Leave();
  return answer;
}

inline ::PRFileDesc *DTLS_ImportFD(::PRFileDesc *model, ::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("DTLS_ImportFD");
  if (!gate.ok()) return nullptr;
  ::PRFileDesc *answer = ::psm_special_DTLS_ImportFD(model, fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CmpCertChainWCANames(::CERTCertificate *cert, ::CERTDistNames *caNames) {
  ::psm::nss_call::CallGate gate("NSS_CmpCertChainWCANames");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CmpCertChainWCANames(cert, caNames);
  gate.Leave();
  return answer;
}

inline ::SSLKEAType NSS_FindCertKEAType(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_FindCertKEAType");
  if (!gate.ok()) return ssl_kea_null;
  ::SSLKEAType answer = ::psm_raw_NSS_FindCertKEAType(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_GetClientAuthData(void *arg, ::PRFileDesc *socket, struct ::CERTDistNamesStr *caNames, struct ::CERTCertificateStr **pRetCert, struct ::SECKEYPrivateKeyStr **pRetKey) {
  ::psm::nss_call::CallGate gate("NSS_GetClientAuthData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_GetClientAuthData(arg, socket, caNames, pRetCert, pRetKey);
  if (answer == SECSuccess && pRetCert != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, *pRetCert);
  if (answer == SECSuccess && pRetKey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *pRetKey);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_SetDomesticPolicy() {
  ::psm::nss_call::LookupGate gate("NSS_SetDomesticPolicy");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SetDomesticPolicy();
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_SetExportPolicy() {
  ::psm::nss_call::LookupGate gate("NSS_SetExportPolicy");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SetExportPolicy();
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_SetFrancePolicy() {
  ::psm::nss_call::LookupGate gate("NSS_SetFrancePolicy");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SetFrancePolicy();
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AlertReceivedCallback(::PRFileDesc *fd, ::SSLAlertCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_AlertReceivedCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_AlertReceivedCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AlertSentCallback(::PRFileDesc *fd, ::SSLAlertCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_AlertSentCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_AlertSentCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AuthCertificate(void *arg, ::PRFileDesc *fd, ::PRBool checkSig, ::PRBool isServer) {
  ::psm::nss_call::CallGate gate("SSL_AuthCertificate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_AuthCertificate(arg, fd, checkSig, isServer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AuthCertificateComplete(::PRFileDesc *fd, ::PRErrorCode error) {
  ::psm::nss_call::CallGate gate("SSL_AuthCertificateComplete");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_AuthCertificateComplete(fd, error);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AuthCertificateHook(::PRFileDesc *fd, ::SSLAuthCertificate f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_AuthCertificateHook");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_AuthCertificateHook(fd, f, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_BadCertHook(::PRFileDesc *fd, ::SSLBadCertHandler f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_BadCertHook");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_BadCertHook(fd, f, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CanBypass(::CERTCertificate *cert, ::SECKEYPrivateKey *privKey, ::PRUint32 protocolmask, ::PRUint16 *ciphers, int nciphers, ::PRBool *pcanbypass, void *pwArg) {
  ::psm::nss_call::CallGate gate("SSL_CanBypass");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CanBypass(cert, privKey, protocolmask, ciphers, nciphers, pcanbypass, pwArg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CertDBHandleSet(::PRFileDesc *fd, ::CERTCertDBHandle *dbHandle) {
  ::psm::nss_call::CallGate gate("SSL_CertDBHandleSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CertDBHandleSet(fd, dbHandle);
  gate.Leave();
  return answer;
}

inline ::PRBool SSL_CertIsUsable(::PRFileDesc *socket, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("SSL_CertIsUsable");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SSL_CertIsUsable(socket, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherPolicyGet(::PRInt32 cipher, ::PRInt32 *policy) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPolicyGet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CipherPolicyGet(cipher, policy);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherPolicySet(::PRInt32 cipher, ::PRInt32 policy) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPolicySet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CipherPolicySet(cipher, policy);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherPrefGet(::PRFileDesc *fd, ::PRInt32 cipher, ::PRBool *enabled) {
  ::psm::nss_call::CallGate gate("SSL_CipherPrefGet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CipherPrefGet(fd, cipher, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherPrefGetDefault(::PRInt32 cipher, ::PRBool *enabled) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPrefGetDefault");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CipherPrefGetDefault(cipher, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherPrefSet(::PRFileDesc *fd, ::PRInt32 cipher, ::PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_CipherPrefSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CipherPrefSet(fd, cipher, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherPrefSetDefault(::PRInt32 cipher, ::PRBool enabled) {
  ::psm::nss_call::LookupGate gate("SSL_CipherPrefSetDefault");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_CipherPrefSetDefault(cipher, enabled);
  gate.Leave();
  return answer;
}

inline void SSL_ClearSessionCache() {
  ::psm::nss_call::CallGate gate("SSL_ClearSessionCache");
  if (!gate.ok()) return;
  ::psm_special_SSL_ClearSessionCache();
  gate.Leave();
}

inline ::SECStatus SSL_ClientCertCallbackComplete(::PRFileDesc *fd, ::SECStatus outcome, ::SECKEYPrivateKey *clientPrivateKey, ::CERTCertificate *clientCertificate) {
  ::psm::nss_call::CallGate gate("SSL_ClientCertCallbackComplete");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ClientCertCallbackComplete(fd, outcome, clientPrivateKey, clientCertificate);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ConfigMPServerSIDCache(int maxCacheEntries, ::PRUint32 timeout, ::PRUint32 ssl3_timeout, const char *directory) {
  ::psm::nss_call::CallGate gate("SSL_ConfigMPServerSIDCache");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ConfigMPServerSIDCache(maxCacheEntries, timeout, ssl3_timeout, directory);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ConfigSecureServer(::PRFileDesc *fd, ::CERTCertificate *cert, ::SECKEYPrivateKey *key, ::SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_ConfigSecureServer");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ConfigSecureServer(fd, cert, key, kea);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ConfigSecureServerWithCertChain(::PRFileDesc *fd, ::CERTCertificate *cert, const ::CERTCertificateList *certChainOpt, ::SECKEYPrivateKey *key, ::SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_ConfigSecureServerWithCertChain");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ConfigSecureServerWithCertChain(fd, cert, certChainOpt, key, kea);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ConfigServerCert(::PRFileDesc *fd, ::CERTCertificate *cert, ::SECKEYPrivateKey *key, const ::SSLExtraServerCertData *data, unsigned int data_len) {
  ::psm::nss_call::CallGate gate("SSL_ConfigServerCert");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ConfigServerCert(fd, cert, key, data, data_len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ConfigServerSessionIDCache(int maxCacheEntries, ::PRUint32 timeout, ::PRUint32 ssl3_timeout, const char *directory) {
  ::psm::nss_call::CallGate gate("SSL_ConfigServerSessionIDCache");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ConfigServerSessionIDCache(maxCacheEntries, timeout, ssl3_timeout, directory);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ConfigServerSessionIDCacheWithOpt(::PRUint32 timeout, ::PRUint32 ssl3_timeout, const char *directory, int maxCacheEntries, int maxCertCacheEntries, int maxSrvNameCacheEntries, ::PRBool enableMPCache) {
  ::psm::nss_call::CallGate gate("SSL_ConfigServerSessionIDCacheWithOpt");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ConfigServerSessionIDCacheWithOpt(timeout, ssl3_timeout, directory, maxCacheEntries, maxCertCacheEntries, maxSrvNameCacheEntries, enableMPCache);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_DHEGroupPrefSet(::PRFileDesc *fd, const ::SSLDHEGroupType *groups, ::PRUint16 num_groups) {
  ::psm::nss_call::CallGate gate("SSL_DHEGroupPrefSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_DHEGroupPrefSet(fd, groups, num_groups);
  gate.Leave();
  return answer;
}

inline int SSL_DataPending(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_DataPending");
  if (!gate.ok()) return -1;
  int answer = ::psm_raw_SSL_DataPending(fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_EnableWeakDHEPrimeGroup(::PRFileDesc *fd, ::PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_EnableWeakDHEPrimeGroup");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_EnableWeakDHEPrimeGroup(fd, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ExportEarlyKeyingMaterial(::PRFileDesc *fd, const char *label, unsigned int labelLen, const unsigned char *context, unsigned int contextLen, unsigned char *out, unsigned int outLen) {
  ::psm::nss_call::CallGate gate("SSL_ExportEarlyKeyingMaterial");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ExportEarlyKeyingMaterial(fd, label, labelLen, context, contextLen, out, outLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ExportKeyingMaterial(::PRFileDesc *fd, const char *label, unsigned int labelLen, ::PRBool hasContext, const unsigned char *context, unsigned int contextLen, unsigned char *out, unsigned int outLen) {
  ::psm::nss_call::CallGate gate("SSL_ExportKeyingMaterial");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ExportKeyingMaterial(fd, label, labelLen, hasContext, context, contextLen, out, outLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_FilterClientCertListBySocket(::PRFileDesc *socket, ::CERTCertList *certlist) {
  ::psm::nss_call::CallGate gate("SSL_FilterClientCertListBySocket");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_FilterClientCertListBySocket(socket, certlist);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ForceHandshake(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_ForceHandshake");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ForceHandshake(fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ForceHandshakeWithTimeout(::PRFileDesc *fd, ::PRIntervalTime timeout) {
  ::psm::nss_call::CallGate gate("SSL_ForceHandshakeWithTimeout");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ForceHandshakeWithTimeout(fd, timeout);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetChannelInfo(::PRFileDesc *fd, ::SSLChannelInfo *info, ::PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetChannelInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_GetChannelInfo(fd, info, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetCipherSuiteInfo(::PRUint16 cipherSuite, ::SSLCipherSuiteInfo *info, ::PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetCipherSuiteInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_GetCipherSuiteInfo(cipherSuite, info, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetClientAuthDataHook(::PRFileDesc *fd, ::SSLGetClientAuthData f, void *a) {
  ::psm::nss_call::CallGate gate("SSL_GetClientAuthDataHook");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_GetClientAuthDataHook(fd, f, a);
  gate.Leave();
  return answer;
}

inline const ::PRUint16 *SSL_GetImplementedCiphers() {
  ::psm::nss_call::CallGate gate("SSL_GetImplementedCiphers");
  if (!gate.ok()) return nullptr;
  const ::PRUint16 *answer = ::psm_raw_SSL_GetImplementedCiphers();
  gate.Leave();
  return answer;
}

inline ::PRUint32 SSL_GetMaxServerCacheLocks() {
  ::psm::nss_call::CallGate gate("SSL_GetMaxServerCacheLocks");
  if (!gate.ok()) return 0;
  ::PRUint32 answer = ::psm_raw_SSL_GetMaxServerCacheLocks();
  gate.Leave();
  return answer;
}

inline ::SECItem *SSL_GetNegotiatedHostInfo(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_GetNegotiatedHostInfo");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SSL_GetNegotiatedHostInfo(fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetNextProto(::PRFileDesc *fd, ::SSLNextProtoState *state, unsigned char *buf, unsigned int *bufLen, unsigned int bufLenMax) {
  ::psm::nss_call::CallGate gate("SSL_GetNextProto");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_GetNextProto(fd, state, buf, bufLen, bufLenMax);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetPreliminaryChannelInfo(::PRFileDesc *fd, ::SSLPreliminaryChannelInfo *info, ::PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetPreliminaryChannelInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_GetPreliminaryChannelInfo(fd, info, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetSRTPCipher(::PRFileDesc *fd, ::PRUint16 *cipher) {
  ::psm::nss_call::CallGate gate("SSL_GetSRTPCipher");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_GetSRTPCipher(fd, cipher);
  gate.Leave();
  return answer;
}

inline ::SECItem *SSL_GetSessionID(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_GetSessionID");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SSL_GetSessionID(fd);
  gate.Leave();
  return answer;
}

inline ::SSL3Statistics *SSL_GetStatistics() {
  ::psm::nss_call::CallGate gate("SSL_GetStatistics");
  if (!gate.ok()) return nullptr;
  ::SSL3Statistics *answer = ::psm_raw_SSL_GetStatistics();
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HandshakeCallback(::PRFileDesc *fd, ::SSLHandshakeCallback cb, void *client_data) {
  ::psm::nss_call::CallGate gate("SSL_HandshakeCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_HandshakeCallback(fd, cb, client_data);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HandshakeNegotiatedExtension(::PRFileDesc *socket, ::SSLExtensionType extId, ::PRBool *yes) {
  ::psm::nss_call::CallGate gate("SSL_HandshakeNegotiatedExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_HandshakeNegotiatedExtension(socket, extId, yes);
  gate.Leave();
  return answer;
}

inline ::PRFileDesc *SSL_ImportFD(::PRFileDesc *model, ::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_ImportFD");
  if (!gate.ok()) return nullptr;
  ::PRFileDesc *answer = ::psm_special_SSL_ImportFD(model, fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_InheritMPServerSIDCache(const char *envString) {
  ::psm::nss_call::CallGate gate("SSL_InheritMPServerSIDCache");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_InheritMPServerSIDCache(envString);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_InvalidateSession(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_InvalidateSession");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_InvalidateSession(fd);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *SSL_LocalCertificate(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_LocalCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_SSL_LocalCertificate(fd);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_NamedGroupConfig(::PRFileDesc *fd, const ::SSLNamedGroup *groups, unsigned int num_groups) {
  ::psm::nss_call::CallGate gate("SSL_NamedGroupConfig");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_NamedGroupConfig(fd, groups, num_groups);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_OptionGet(::PRFileDesc *fd, ::PRInt32 option, ::PRIntn *val) {
  ::psm::nss_call::CallGate gate("SSL_OptionGet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_OptionGet(fd, option, val);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_OptionGetDefault(::PRInt32 option, ::PRIntn *val) {
  ::psm::nss_call::LookupGate gate("SSL_OptionGetDefault");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_OptionGetDefault(option, val);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_OptionSet(::PRFileDesc *fd, ::PRInt32 option, ::PRIntn val) {
  ::psm::nss_call::CallGate gate("SSL_OptionSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_OptionSet(fd, option, val);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_OptionSetDefault(::PRInt32 option, ::PRIntn val) {
  ::psm::nss_call::LookupGate gate("SSL_OptionSetDefault");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_OptionSetDefault(option, val);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *SSL_PeerCertificate(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_SSL_PeerCertificate(fd);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertList *SSL_PeerCertificateChain(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerCertificateChain");
  if (!gate.ok()) return nullptr;
  ::CERTCertList *answer = ::psm_raw_SSL_PeerCertificateChain(fd);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);
  gate.Leave();
  return answer;
}

inline const ::SECItem *SSL_PeerSignedCertTimestamps(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerSignedCertTimestamps");
  if (!gate.ok()) return nullptr;
  const ::SECItem *answer = ::psm_raw_SSL_PeerSignedCertTimestamps(fd);
  gate.Leave();
  return answer;
}

inline const ::SECItemArray *SSL_PeerStapledOCSPResponses(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_PeerStapledOCSPResponses");
  if (!gate.ok()) return nullptr;
  const ::SECItemArray *answer = ::psm_raw_SSL_PeerStapledOCSPResponses(fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ReHandshake(::PRFileDesc *fd, ::PRBool flushCache) {
  ::psm::nss_call::CallGate gate("SSL_ReHandshake");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ReHandshake(fd, flushCache);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ReHandshakeWithTimeout(::PRFileDesc *fd, ::PRBool flushCache, ::PRIntervalTime timeout) {
  ::psm::nss_call::CallGate gate("SSL_ReHandshakeWithTimeout");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ReHandshakeWithTimeout(fd, flushCache, timeout);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_RecommendedCanFalseStart(::PRFileDesc *fd, ::PRBool *canFalseStart) {
  ::psm::nss_call::CallGate gate("SSL_RecommendedCanFalseStart");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_RecommendedCanFalseStart(fd, canFalseStart);
  gate.Leave();
  return answer;
}

inline ::PRFileDesc *SSL_ReconfigFD(::PRFileDesc *model, ::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_ReconfigFD");
  if (!gate.ok()) return nullptr;
  ::PRFileDesc *answer = ::psm_special_SSL_ReconfigFD(model, fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ResetHandshake(::PRFileDesc *fd, ::PRBool asServer) {
  ::psm::nss_call::CallGate gate("SSL_ResetHandshake");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_ResetHandshake(fd, asServer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *SSL_RevealCert(::PRFileDesc *socket) {
  ::psm::nss_call::CallGate gate("SSL_RevealCert");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_SSL_RevealCert(socket);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline void *SSL_RevealPinArg(::PRFileDesc *socket) {
  ::psm::nss_call::CallGate gate("SSL_RevealPinArg");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_SSL_RevealPinArg(socket);
  gate.Leave();
  return answer;
}

inline char *SSL_RevealURL(::PRFileDesc *socket) {
  ::psm::nss_call::CallGate gate("SSL_RevealURL");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_SSL_RevealURL(socket);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SNISocketConfigHook(::PRFileDesc *fd, ::SSLSNISocketConfig f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SNISocketConfigHook");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_SNISocketConfigHook(fd, f, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SecurityStatus(::PRFileDesc *fd, int *on, char **cipher, int *keySize, int *secretKeySize, char **issuer, char **subject) {
  ::psm::nss_call::CallGate gate("SSL_SecurityStatus");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SecurityStatus(fd, on, cipher, keySize, secretKeySize, issuer, subject);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SendAdditionalKeyShares(::PRFileDesc *fd, unsigned int count) {
  ::psm::nss_call::CallGate gate("SSL_SendAdditionalKeyShares");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SendAdditionalKeyShares(fd, count);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetCanFalseStartCallback(::PRFileDesc *fd, ::SSLCanFalseStartCallback callback, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SetCanFalseStartCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_SetCanFalseStartCallback(fd, callback, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetDowngradeCheckVersion(::PRFileDesc *fd, ::PRUint16 version) {
  ::psm::nss_call::CallGate gate("SSL_SetDowngradeCheckVersion");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetDowngradeCheckVersion(fd, version);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetMaxServerCacheLocks(::PRUint32 maxLocks) {
  ::psm::nss_call::CallGate gate("SSL_SetMaxServerCacheLocks");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetMaxServerCacheLocks(maxLocks);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetNextProtoCallback(::PRFileDesc *fd, ::SSLNextProtoCallback callback, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SetNextProtoCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_SetNextProtoCallback(fd, callback, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetNextProtoNego(::PRFileDesc *fd, const unsigned char *data, unsigned int length) {
  ::psm::nss_call::CallGate gate("SSL_SetNextProtoNego");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetNextProtoNego(fd, data, length);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetPKCS11PinArg(::PRFileDesc *fd, void *a) {
  ::psm::nss_call::CallGate gate("SSL_SetPKCS11PinArg");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetPKCS11PinArg(fd, a);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetSRTPCiphers(::PRFileDesc *fd, const ::PRUint16 *ciphers, unsigned int numCiphers) {
  ::psm::nss_call::CallGate gate("SSL_SetSRTPCiphers");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetSRTPCiphers(fd, ciphers, numCiphers);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetSessionTicketKeyPair(::SECKEYPublicKey *pubKey, ::SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SSL_SetSessionTicketKeyPair");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetSessionTicketKeyPair(pubKey, privKey);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetSignedCertTimestamps(::PRFileDesc *fd, const ::SECItem *scts, ::SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_SetSignedCertTimestamps");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetSignedCertTimestamps(fd, scts, kea);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetSockPeerID(::PRFileDesc *fd, const char *peerID) {
  ::psm::nss_call::CallGate gate("SSL_SetSockPeerID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetSockPeerID(fd, peerID);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetStapledOCSPResponses(::PRFileDesc *fd, const ::SECItemArray *responses, ::SSLKEAType kea) {
  ::psm::nss_call::CallGate gate("SSL_SetStapledOCSPResponses");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetStapledOCSPResponses(fd, responses, kea);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetTrustAnchors(::PRFileDesc *fd, ::CERTCertList *list) {
  ::psm::nss_call::CallGate gate("SSL_SetTrustAnchors");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetTrustAnchors(fd, list);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetURL(::PRFileDesc *fd, const char *url) {
  ::psm::nss_call::CallGate gate("SSL_SetURL");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SetURL(fd, url);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ShutdownServerSessionIDCache() {
  ::psm::nss_call::CallGate gate("SSL_ShutdownServerSessionIDCache");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_ShutdownServerSessionIDCache();
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SignaturePrefGet(::PRFileDesc *fd, ::SSLSignatureAndHashAlg *algorithms, unsigned int *count, unsigned int maxCount) {
  ::psm::nss_call::CallGate gate("SSL_SignaturePrefGet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SignaturePrefGet(fd, algorithms, count, maxCount);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SignaturePrefSet(::PRFileDesc *fd, const ::SSLSignatureAndHashAlg *algorithms, unsigned int count) {
  ::psm::nss_call::CallGate gate("SSL_SignaturePrefSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SignaturePrefSet(fd, algorithms, count);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SignatureSchemePrefGet(::PRFileDesc *fd, ::SSLSignatureScheme *algorithms, unsigned int *count, unsigned int maxCount) {
  ::psm::nss_call::CallGate gate("SSL_SignatureSchemePrefGet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SignatureSchemePrefGet(fd, algorithms, count, maxCount);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SignatureSchemePrefSet(::PRFileDesc *fd, const ::SSLSignatureScheme *schemes, unsigned int count) {
  ::psm::nss_call::CallGate gate("SSL_SignatureSchemePrefSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_SignatureSchemePrefSet(fd, schemes, count);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_VersionRangeGet(::PRFileDesc *fd, ::SSLVersionRange *vrange) {
  ::psm::nss_call::CallGate gate("SSL_VersionRangeGet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_VersionRangeGet(fd, vrange);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_VersionRangeGetDefault(::SSLProtocolVariant protocolVariant, ::SSLVersionRange *vrange) {
  ::psm::nss_call::LookupGate gate("SSL_VersionRangeGetDefault");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_VersionRangeGetDefault(protocolVariant, vrange);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_VersionRangeGetSupported(::SSLProtocolVariant protocolVariant, ::SSLVersionRange *vrange) {
  ::psm::nss_call::LookupGate gate("SSL_VersionRangeGetSupported");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_VersionRangeGetSupported(protocolVariant, vrange);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_VersionRangeSet(::PRFileDesc *fd, const ::SSLVersionRange *vrange) {
  ::psm::nss_call::CallGate gate("SSL_VersionRangeSet");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_VersionRangeSet(fd, vrange);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_VersionRangeSetDefault(::SSLProtocolVariant protocolVariant, const ::SSLVersionRange *vrange) {
  ::psm::nss_call::LookupGate gate("SSL_VersionRangeSetDefault");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SSL_VersionRangeSetDefault(protocolVariant, vrange);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(DTLS_GetHandshakeTimeout);
PSM_NSS_BAN(DTLS_ImportFD);
PSM_NSS_BAN(NSS_CmpCertChainWCANames);
PSM_NSS_BAN(NSS_FindCertKEAType);
PSM_NSS_BAN(NSS_GetClientAuthData);
PSM_NSS_BAN(NSS_SetDomesticPolicy);
PSM_NSS_BAN(NSS_SetExportPolicy);
PSM_NSS_BAN(NSS_SetFrancePolicy);
PSM_NSS_BAN(SSL_AlertReceivedCallback);
PSM_NSS_BAN(SSL_AlertSentCallback);
PSM_NSS_BAN(SSL_AuthCertificate);
PSM_NSS_BAN(SSL_AuthCertificateComplete);
PSM_NSS_BAN(SSL_AuthCertificateHook);
PSM_NSS_BAN(SSL_BadCertHook);
PSM_NSS_BAN(SSL_CanBypass);
PSM_NSS_BAN(SSL_CertDBHandleSet);
PSM_NSS_BAN(SSL_CertIsUsable);
PSM_NSS_BAN(SSL_CipherPolicyGet);
PSM_NSS_BAN(SSL_CipherPolicySet);
PSM_NSS_BAN(SSL_CipherPrefGet);
PSM_NSS_BAN(SSL_CipherPrefGetDefault);
PSM_NSS_BAN(SSL_CipherPrefSet);
PSM_NSS_BAN(SSL_CipherPrefSetDefault);
PSM_NSS_BAN(SSL_ClearSessionCache);
PSM_NSS_BAN(SSL_ClientCertCallbackComplete);
PSM_NSS_BAN(SSL_ConfigMPServerSIDCache);
PSM_NSS_BAN(SSL_ConfigSecureServer);
PSM_NSS_BAN(SSL_ConfigSecureServerWithCertChain);
PSM_NSS_BAN(SSL_ConfigServerCert);
PSM_NSS_BAN(SSL_ConfigServerSessionIDCache);
PSM_NSS_BAN(SSL_ConfigServerSessionIDCacheWithOpt);
PSM_NSS_BAN(SSL_DHEGroupPrefSet);
PSM_NSS_BAN(SSL_DataPending);
PSM_NSS_BAN(SSL_EnableWeakDHEPrimeGroup);
PSM_NSS_BAN(SSL_ExportEarlyKeyingMaterial);
PSM_NSS_BAN(SSL_ExportKeyingMaterial);
PSM_NSS_BAN(SSL_FilterClientCertListBySocket);
PSM_NSS_BAN(SSL_ForceHandshake);
PSM_NSS_BAN(SSL_ForceHandshakeWithTimeout);
PSM_NSS_BAN(SSL_GetChannelInfo);
PSM_NSS_BAN(SSL_GetCipherSuiteInfo);
PSM_NSS_BAN(SSL_GetClientAuthDataHook);
PSM_NSS_BAN_FOR(SSL_GetExperimentalAPI, "call the function that it fetches by its own name");
PSM_NSS_BAN(SSL_GetImplementedCiphers);
PSM_NSS_BAN(SSL_GetMaxServerCacheLocks);
PSM_NSS_BAN(SSL_GetNegotiatedHostInfo);
PSM_NSS_BAN(SSL_GetNextProto);
PSM_NSS_BAN(SSL_GetPreliminaryChannelInfo);
PSM_NSS_BAN(SSL_GetSRTPCipher);
PSM_NSS_BAN(SSL_GetSessionID);
PSM_NSS_BAN(SSL_GetStatistics);
PSM_NSS_BAN(SSL_HandshakeCallback);
PSM_NSS_BAN(SSL_HandshakeNegotiatedExtension);
PSM_NSS_BAN(SSL_ImportFD);
PSM_NSS_BAN(SSL_InheritMPServerSIDCache);
PSM_NSS_BAN(SSL_InvalidateSession);
PSM_NSS_BAN(SSL_LocalCertificate);
PSM_NSS_BAN(SSL_NamedGroupConfig);
PSM_NSS_BAN(SSL_OptionGet);
PSM_NSS_BAN(SSL_OptionGetDefault);
PSM_NSS_BAN(SSL_OptionSet);
PSM_NSS_BAN(SSL_OptionSetDefault);
PSM_NSS_BAN(SSL_PeerCertificate);
PSM_NSS_BAN(SSL_PeerCertificateChain);
PSM_NSS_BAN(SSL_PeerSignedCertTimestamps);
PSM_NSS_BAN(SSL_PeerStapledOCSPResponses);
PSM_NSS_BAN(SSL_ReHandshake);
PSM_NSS_BAN(SSL_ReHandshakeWithTimeout);
PSM_NSS_BAN(SSL_RecommendedCanFalseStart);
PSM_NSS_BAN(SSL_ReconfigFD);
PSM_NSS_BAN(SSL_ResetHandshake);
PSM_NSS_BAN(SSL_RevealCert);
PSM_NSS_BAN(SSL_RevealPinArg);
PSM_NSS_BAN(SSL_RevealURL);
PSM_NSS_BAN(SSL_SNISocketConfigHook);
PSM_NSS_BAN(SSL_SecurityStatus);
PSM_NSS_BAN(SSL_SendAdditionalKeyShares);
PSM_NSS_BAN(SSL_SetCanFalseStartCallback);
PSM_NSS_BAN(SSL_SetDowngradeCheckVersion);
PSM_NSS_BAN(SSL_SetMaxServerCacheLocks);
PSM_NSS_BAN(SSL_SetNextProtoCallback);
PSM_NSS_BAN(SSL_SetNextProtoNego);
PSM_NSS_BAN(SSL_SetPKCS11PinArg);
PSM_NSS_BAN(SSL_SetSRTPCiphers);
PSM_NSS_BAN(SSL_SetSessionTicketKeyPair);
PSM_NSS_BAN(SSL_SetSignedCertTimestamps);
PSM_NSS_BAN(SSL_SetSockPeerID);
PSM_NSS_BAN(SSL_SetStapledOCSPResponses);
PSM_NSS_BAN(SSL_SetTrustAnchors);
PSM_NSS_BAN(SSL_SetURL);
PSM_NSS_BAN(SSL_ShutdownServerSessionIDCache);
PSM_NSS_BAN(SSL_SignaturePrefGet);
PSM_NSS_BAN(SSL_SignaturePrefSet);
PSM_NSS_BAN(SSL_SignatureSchemePrefGet);
PSM_NSS_BAN(SSL_SignatureSchemePrefSet);
PSM_NSS_BAN(SSL_VersionRangeGet);
PSM_NSS_BAN(SSL_VersionRangeGetDefault);
PSM_NSS_BAN(SSL_VersionRangeGetSupported);
PSM_NSS_BAN(SSL_VersionRangeSet);
PSM_NSS_BAN(SSL_VersionRangeSetDefault);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SSL_H_
