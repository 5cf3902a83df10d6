// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <sslexp.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SSLEXP_H_
#define PSM_NSS_SSLEXP_H_

#include "nss_glue/shadow.h"

#include_next <sslexp.h>
#include <ssl.h>
#include <pk11hpke.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_END_C


#else

#undef SSL_AddExternalPsk
#undef SSL_AddExternalPsk0Rtt
#undef SSL_AeadDecrypt
#undef SSL_AeadEncrypt
#undef SSL_CallExtensionWriterOnEchInner
#undef SSL_CipherSuiteOrderGet
#undef SSL_CipherSuiteOrderSet
#undef SSL_CreateAntiReplayContext
#undef SSL_CreateMask
#undef SSL_CreateMaskingContext
#undef SSL_CreateVariantMaskingContext
#undef SSL_DelegateCredential
#undef SSL_DestroyAead
#undef SSL_DestroyMaskingContext
#undef SSL_DestroyResumptionTokenInfo
#undef SSL_EnableTls13BackendEch
#undef SSL_EnableTls13GreaseEch
#undef SSL_EncodeEchConfigId
#undef SSL_GetCurrentEpoch
#undef SSL_GetEchRetryConfigs
#undef SSL_GetExtensionSupport
#undef SSL_GetResumptionTokenInfo
#undef SSL_HelloRetryRequestCallback
#undef SSL_HkdfExpandLabel
#undef SSL_HkdfExpandLabelWithMech
#undef SSL_HkdfExtract
#undef SSL_HkdfVariantExpandLabel
#undef SSL_HkdfVariantExpandLabelWithMech
#undef SSL_InstallExtensionHooks
#undef SSL_KeyUpdate
#undef SSL_MakeAead
#undef SSL_MakeVariantAead
#undef SSL_RecordLayerData
#undef SSL_RecordLayerWriteCallback
#undef SSL_ReleaseAntiReplayContext
#undef SSL_RemoveEchConfigs
#undef SSL_RemoveExternalPsk
#undef SSL_SecretCallback
#undef SSL_SendCertificateRequest
#undef SSL_SendSessionTicket
#undef SSL_SetAntiReplayContext
#undef SSL_SetClientEchConfigs
#undef SSL_SetDtls13VersionWorkaround
#undef SSL_SetMaxEarlyDataSize
#undef SSL_SetResumptionToken
#undef SSL_SetResumptionTokenCallback
#undef SSL_SetServerEchConfigs
#undef SSL_SetTimeFunc
#undef SSL_SetTls13GreaseEchSize
extern "C" {
PSM_EXPORT SECStatus psm_special_SSL_HelloRetryRequestCallback(PRFileDesc *fd, SSLHelloRetryRequestCallback cb, void *arg);
PSM_EXPORT SECStatus psm_special_SSL_InstallExtensionHooks(PRFileDesc *fd, PRUint16 extension, SSLExtensionWriter writer, void *writerArg, SSLExtensionHandler handler, void *handlerArg);
PSM_EXPORT SECStatus psm_special_SSL_RecordLayerWriteCallback(PRFileDesc *fd, SSLRecordWriteCallback wCb, void *arg);
PSM_EXPORT SECStatus psm_special_SSL_SecretCallback(PRFileDesc *fd, SSLSecretCallback cb, void *arg);
PSM_EXPORT SECStatus psm_special_SSL_SetResumptionTokenCallback(PRFileDesc *fd, SSLResumptionTokenCallback cb, void *ctx);
PSM_EXPORT SECStatus psm_special_SSL_SetTimeFunc(PRFileDesc *fd, SSLTimeFunc f, void *arg);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::SECStatus SSL_AddExternalPsk(::PRFileDesc *fd, ::PK11SymKey *psk, const ::PRUint8 *identity, unsigned int identityLen, ::SSLHashType hash) {
  ::psm::nss_call::CallGate gate("SSL_AddExternalPsk");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PK11SymKey *, const ::PRUint8 *, unsigned int, ::SSLHashType)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AddExternalPsk"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, psk, identity, identityLen, hash);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AddExternalPsk0Rtt(::PRFileDesc *fd, ::PK11SymKey *psk, const ::PRUint8 *identity, unsigned int identityLen, ::SSLHashType hash, ::PRUint16 zeroRttSuite, ::PRUint32 maxEarlyData) {
  ::psm::nss_call::CallGate gate("SSL_AddExternalPsk0Rtt");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PK11SymKey *, const ::PRUint8 *, unsigned int, ::SSLHashType, ::PRUint16, ::PRUint32)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AddExternalPsk0Rtt"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, psk, identity, identityLen, hash, zeroRttSuite, maxEarlyData);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AeadDecrypt(const ::SSLAeadContext *ctx, ::PRUint64 counter, const ::PRUint8 *aad, unsigned int aadLen, const ::PRUint8 *in, unsigned int inLen, ::PRUint8 *output, unsigned int *outLen, unsigned int maxOut) {
  ::psm::nss_call::CallGate gate("SSL_AeadDecrypt");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const ::SSLAeadContext *, ::PRUint64, const ::PRUint8 *, unsigned int, const ::PRUint8 *, unsigned int, ::PRUint8 *, unsigned int *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AeadDecrypt"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(ctx, counter, aad, aadLen, in, inLen, output, outLen, maxOut);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_AeadEncrypt(const ::SSLAeadContext *ctx, ::PRUint64 counter, const ::PRUint8 *aad, unsigned int aadLen, const ::PRUint8 *in, unsigned int inLen, ::PRUint8 *out, unsigned int *outLen, unsigned int maxOut) {
  ::psm::nss_call::CallGate gate("SSL_AeadEncrypt");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const ::SSLAeadContext *, ::PRUint64, const ::PRUint8 *, unsigned int, const ::PRUint8 *, unsigned int, ::PRUint8 *, unsigned int *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_AeadEncrypt"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(ctx, counter, aad, aadLen, in, inLen, out, outLen, maxOut);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CallExtensionWriterOnEchInner(::PRFileDesc *fd, ::PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_CallExtensionWriterOnEchInner");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CallExtensionWriterOnEchInner"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherSuiteOrderGet(::PRFileDesc *fd, ::PRUint16 *cipherOrder, unsigned int *numCiphers) {
  ::psm::nss_call::CallGate gate("SSL_CipherSuiteOrderGet");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRUint16 *, unsigned int *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CipherSuiteOrderGet"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, cipherOrder, numCiphers);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CipherSuiteOrderSet(::PRFileDesc *fd, const ::PRUint16 *cipherOrder, ::PRUint16 numCiphers) {
  ::psm::nss_call::CallGate gate("SSL_CipherSuiteOrderSet");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, const ::PRUint16 *, ::PRUint16)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CipherSuiteOrderSet"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, cipherOrder, numCiphers);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CreateAntiReplayContext(::PRTime now, ::PRTime window, unsigned int k, unsigned int bits, ::SSLAntiReplayContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_CreateAntiReplayContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRTime, ::PRTime, unsigned int, unsigned int, ::SSLAntiReplayContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateAntiReplayContext"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(now, window, k, bits, ctx);
  if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsAntiReplay, *ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CreateMask(::SSLMaskingContext *ctx, const ::PRUint8 *sample, unsigned int sampleLen, ::PRUint8 *mask, unsigned int maskLen) {
  ::psm::nss_call::CallGate gate("SSL_CreateMask");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::SSLMaskingContext *, const ::PRUint8 *, unsigned int, ::PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateMask"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(ctx, sample, sampleLen, mask, maskLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CreateMaskingContext(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *secret, const char *label, unsigned int labelLen, ::SSLMaskingContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_CreateMaskingContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, const char *, unsigned int, ::SSLMaskingContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateMaskingContext"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, secret, label, labelLen, ctx);
  if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsMask, *ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_CreateVariantMaskingContext(::PRUint16 version, ::PRUint16 cipherSuite, ::SSLProtocolVariant variant, ::PK11SymKey *secret, const char *label, unsigned int labelLen, ::SSLMaskingContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_CreateVariantMaskingContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::SSLProtocolVariant, ::PK11SymKey *, const char *, unsigned int, ::SSLMaskingContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_CreateVariantMaskingContext"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, variant, secret, label, labelLen, ctx);
  if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsMask, *ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_DelegateCredential(const ::CERTCertificate *cert, const ::SECKEYPrivateKey *certPriv, const ::SECKEYPublicKey *dcPub, ::SSLSignatureScheme dcCertVerifyAlg, ::PRUint32 dcValidFor, ::PRTime now, ::SECItem *out) {
  ::psm::nss_call::CallGate gate("SSL_DelegateCredential");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const ::CERTCertificate *, const ::SECKEYPrivateKey *, const ::SECKEYPublicKey *, ::SSLSignatureScheme, ::PRUint32, ::PRTime, ::SECItem *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DelegateCredential"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(cert, certPriv, dcPub, dcCertVerifyAlg, dcValidFor, now, out);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_DestroyAead(::SSLAeadContext *ctx) {
  ::psm::nss_call::ReleaseGate gate("SSL_DestroyAead");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kTlsAead, ctx);
  auto* function = reinterpret_cast<SECStatus (*)(::SSLAeadContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DestroyAead"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_DestroyMaskingContext(::SSLMaskingContext *ctx) {
  ::psm::nss_call::ReleaseGate gate("SSL_DestroyMaskingContext");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kTlsMask, ctx);
  auto* function = reinterpret_cast<SECStatus (*)(::SSLMaskingContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DestroyMaskingContext"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_DestroyResumptionTokenInfo(::SSLResumptionTokenInfo *tokenInfo) {
  ::psm::nss_call::ReleaseGate gate("SSL_DestroyResumptionTokenInfo");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::SSLResumptionTokenInfo *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_DestroyResumptionTokenInfo"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(tokenInfo);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_EnableTls13BackendEch(::PRFileDesc *fd, ::PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_EnableTls13BackendEch");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_EnableTls13BackendEch"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_EnableTls13GreaseEch(::PRFileDesc *fd, ::PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_EnableTls13GreaseEch");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_EnableTls13GreaseEch"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_EncodeEchConfigId(::PRUint8 configId, const char *publicName, unsigned int maxNameLen, ::HpkeKemId kemId, const ::SECKEYPublicKey *pubKey, const ::HpkeSymmetricSuite *hpkeSuites, unsigned int hpkeSuiteCount, ::PRUint8 *out, unsigned int *outlen, unsigned int maxlen) {
  ::psm::nss_call::CallGate gate("SSL_EncodeEchConfigId");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint8, const char *, unsigned int, ::HpkeKemId, const ::SECKEYPublicKey *, const ::HpkeSymmetricSuite *, unsigned int, ::PRUint8 *, unsigned int *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_EncodeEchConfigId"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(configId, publicName, maxNameLen, kemId, pubKey, hpkeSuites, hpkeSuiteCount, out, outlen, maxlen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetCurrentEpoch(::PRFileDesc *fd, ::PRUint16 *readEpoch, ::PRUint16 *writeEpoch) {
  ::psm::nss_call::CallGate gate("SSL_GetCurrentEpoch");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRUint16 *, ::PRUint16 *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetCurrentEpoch"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, readEpoch, writeEpoch);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetEchRetryConfigs(::PRFileDesc *fd, ::SECItem *out) {
  ::psm::nss_call::CallGate gate("SSL_GetEchRetryConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::SECItem *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetEchRetryConfigs"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, out);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetExtensionSupport(::PRUint16 extension, ::SSLExtensionSupport *support) {
  ::psm::nss_call::CallGate gate("SSL_GetExtensionSupport");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::SSLExtensionSupport *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetExtensionSupport"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(extension, support);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_GetResumptionTokenInfo(const ::PRUint8 *tokenData, unsigned int tokenLen, ::SSLResumptionTokenInfo *token, ::PRUintn len) {
  ::psm::nss_call::CallGate gate("SSL_GetResumptionTokenInfo");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(const ::PRUint8 *, unsigned int, ::SSLResumptionTokenInfo *, ::PRUintn)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_GetResumptionTokenInfo"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(tokenData, tokenLen, token, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HelloRetryRequestCallback(::PRFileDesc *fd, ::SSLHelloRetryRequestCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_HelloRetryRequestCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_HelloRetryRequestCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HkdfExpandLabel(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *prk, const ::PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, ::PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfExpandLabel");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, const ::PRUint8 *, unsigned int, const char *, unsigned int, ::PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfExpandLabel"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, keyp);
  if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HkdfExpandLabelWithMech(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *prk, const ::PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, ::CK_MECHANISM_TYPE mech, unsigned int keySize, ::PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfExpandLabelWithMech");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, const ::PRUint8 *, unsigned int, const char *, unsigned int, ::CK_MECHANISM_TYPE, unsigned int, ::PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfExpandLabelWithMech"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, mech, keySize, keyp);
  if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HkdfExtract(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *salt, ::PK11SymKey *ikm, ::PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfExtract");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, ::PK11SymKey *, ::PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfExtract"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, salt, ikm, keyp);
  if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HkdfVariantExpandLabel(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *prk, const ::PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, ::SSLProtocolVariant variant, ::PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfVariantExpandLabel");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, const ::PRUint8 *, unsigned int, const char *, unsigned int, ::SSLProtocolVariant, ::PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfVariantExpandLabel"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, variant, keyp);
  if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_HkdfVariantExpandLabelWithMech(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *prk, const ::PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, ::CK_MECHANISM_TYPE mech, unsigned int keySize, ::SSLProtocolVariant variant, ::PK11SymKey **keyp) {
  ::psm::nss_call::CallGate gate("SSL_HkdfVariantExpandLabelWithMech");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, const ::PRUint8 *, unsigned int, const char *, unsigned int, ::CK_MECHANISM_TYPE, unsigned int, ::SSLProtocolVariant, ::PK11SymKey **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_HkdfVariantExpandLabelWithMech"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, prk, hsHash, hsHashLen, label, labelLen, mech, keySize, variant, keyp);
  if (answer == SECSuccess && keyp != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, *keyp);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_InstallExtensionHooks(::PRFileDesc *fd, ::PRUint16 extension, ::SSLExtensionWriter writer, void *writerArg, ::SSLExtensionHandler handler, void *handlerArg) {
  ::psm::nss_call::CallGate gate("SSL_InstallExtensionHooks");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_InstallExtensionHooks(fd, extension, writer, writerArg, handler, handlerArg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_KeyUpdate(::PRFileDesc *fd, ::PRBool requestUpdate) {
  ::psm::nss_call::CallGate gate("SSL_KeyUpdate");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_KeyUpdate"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, requestUpdate);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_MakeAead(::PRUint16 version, ::PRUint16 cipherSuite, ::PK11SymKey *secret, const char *labelPrefix, unsigned int labelPrefixLen, ::SSLAeadContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_MakeAead");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::PK11SymKey *, const char *, unsigned int, ::SSLAeadContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_MakeAead"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, secret, labelPrefix, labelPrefixLen, ctx);
  if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsAead, *ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_MakeVariantAead(::PRUint16 version, ::PRUint16 cipherSuite, ::SSLProtocolVariant variant, ::PK11SymKey *secret, const char *labelPrefix, unsigned int labelPrefixLen, ::SSLAeadContext **ctx) {
  ::psm::nss_call::CallGate gate("SSL_MakeVariantAead");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRUint16, ::PRUint16, ::SSLProtocolVariant, ::PK11SymKey *, const char *, unsigned int, ::SSLAeadContext **)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_MakeVariantAead"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(version, cipherSuite, variant, secret, labelPrefix, labelPrefixLen, ctx);
  if (answer == SECSuccess && ctx != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kTlsAead, *ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_RecordLayerData(::PRFileDesc *fd, ::PRUint16 epoch, ::SSLContentType contentType, const ::PRUint8 *data, unsigned int len) {
  ::psm::nss_call::CallGate gate("SSL_RecordLayerData");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRUint16, ::SSLContentType, const ::PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_RecordLayerData"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, epoch, contentType, data, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_RecordLayerWriteCallback(::PRFileDesc *fd, ::SSLRecordWriteCallback wCb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_RecordLayerWriteCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_RecordLayerWriteCallback(fd, wCb, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_ReleaseAntiReplayContext(::SSLAntiReplayContext *ctx) {
  ::psm::nss_call::ReleaseGate gate("SSL_ReleaseAntiReplayContext");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kTlsAntiReplay, ctx);
  auto* function = reinterpret_cast<SECStatus (*)(::SSLAntiReplayContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_ReleaseAntiReplayContext"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_RemoveEchConfigs(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_RemoveEchConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_RemoveEchConfigs"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_RemoveExternalPsk(::PRFileDesc *fd, const ::PRUint8 *identity, unsigned int identityLen) {
  ::psm::nss_call::CallGate gate("SSL_RemoveExternalPsk");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, const ::PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_RemoveExternalPsk"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, identity, identityLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SecretCallback(::PRFileDesc *fd, ::SSLSecretCallback cb, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SecretCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_SecretCallback(fd, cb, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SendCertificateRequest(::PRFileDesc *fd) {
  ::psm::nss_call::CallGate gate("SSL_SendCertificateRequest");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SendCertificateRequest"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SendSessionTicket(::PRFileDesc *fd, const ::PRUint8 *appToken, unsigned int appTokenLen) {
  ::psm::nss_call::CallGate gate("SSL_SendSessionTicket");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, const ::PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SendSessionTicket"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, appToken, appTokenLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetAntiReplayContext(::PRFileDesc *fd, ::SSLAntiReplayContext *ctx) {
  ::psm::nss_call::CallGate gate("SSL_SetAntiReplayContext");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::SSLAntiReplayContext *)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetAntiReplayContext"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetClientEchConfigs(::PRFileDesc *fd, const ::PRUint8 *echConfigs, unsigned int echConfigsLen) {
  ::psm::nss_call::CallGate gate("SSL_SetClientEchConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, const ::PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetClientEchConfigs"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, echConfigs, echConfigsLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetDtls13VersionWorkaround(::PRFileDesc *fd, ::PRBool enabled) {
  ::psm::nss_call::CallGate gate("SSL_SetDtls13VersionWorkaround");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRBool)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetDtls13VersionWorkaround"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, enabled);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetMaxEarlyDataSize(::PRFileDesc *fd, ::PRUint32 size) {
  ::psm::nss_call::CallGate gate("SSL_SetMaxEarlyDataSize");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRUint32)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetMaxEarlyDataSize"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, size);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetResumptionToken(::PRFileDesc *fd, const ::PRUint8 *token, const unsigned int len) {
  ::psm::nss_call::CallGate gate("SSL_SetResumptionToken");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, const ::PRUint8 *, const unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetResumptionToken"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, token, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetResumptionTokenCallback(::PRFileDesc *fd, ::SSLResumptionTokenCallback cb, void *ctx) {
  ::psm::nss_call::CallGate gate("SSL_SetResumptionTokenCallback");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_SetResumptionTokenCallback(fd, cb, ctx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetServerEchConfigs(::PRFileDesc *fd, const ::SECKEYPublicKey *pubKey, const ::SECKEYPrivateKey *privKey, const ::PRUint8 *record, unsigned int recordLen) {
  ::psm::nss_call::CallGate gate("SSL_SetServerEchConfigs");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, const ::SECKEYPublicKey *, const ::SECKEYPrivateKey *, const ::PRUint8 *, unsigned int)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetServerEchConfigs"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, pubKey, privKey, record, recordLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetTimeFunc(::PRFileDesc *fd, ::SSLTimeFunc f, void *arg) {
  ::psm::nss_call::CallGate gate("SSL_SetTimeFunc");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_SSL_SetTimeFunc(fd, f, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SSL_SetTls13GreaseEchSize(::PRFileDesc *fd, ::PRUint8 size) {
  ::psm::nss_call::CallGate gate("SSL_SetTls13GreaseEchSize");
  if (!gate.ok()) return SECFailure;
  auto* function = reinterpret_cast<SECStatus (*)(::PRFileDesc *, ::PRUint8)>(
      ::psm_raw_SSL_GetExperimentalAPI("SSL_SetTls13GreaseEchSize"));
  ::SECStatus answer = function == nullptr ? SECFailure : function(fd, size);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN_MACRO(SSL_AddExternalPsk, (PRFileDesc *fd, PK11SymKey *psk, const PRUint8 *identity, unsigned int identityLen, SSLHashType hash));
PSM_NSS_BAN_MACRO(SSL_AddExternalPsk0Rtt, (PRFileDesc *fd, PK11SymKey *psk, const PRUint8 *identity, unsigned int identityLen, SSLHashType hash, PRUint16 zeroRttSuite, PRUint32 maxEarlyData));
PSM_NSS_BAN_MACRO(SSL_AeadDecrypt, (const SSLAeadContext *ctx, PRUint64 counter, const PRUint8 *aad, unsigned int aadLen, const PRUint8 *in, unsigned int inLen, PRUint8 *output, unsigned int *outLen, unsigned int maxOut));
PSM_NSS_BAN_MACRO(SSL_AeadEncrypt, (const SSLAeadContext *ctx, PRUint64 counter, const PRUint8 *aad, unsigned int aadLen, const PRUint8 *in, unsigned int inLen, PRUint8 *out, unsigned int *outLen, unsigned int maxOut));
PSM_NSS_BAN_MACRO(SSL_CallExtensionWriterOnEchInner, (PRFileDesc *fd, PRBool enabled));
PSM_NSS_BAN_MACRO(SSL_CipherSuiteOrderGet, (PRFileDesc *fd, PRUint16 *cipherOrder, unsigned int *numCiphers));
PSM_NSS_BAN_MACRO(SSL_CipherSuiteOrderSet, (PRFileDesc *fd, const PRUint16 *cipherOrder, PRUint16 numCiphers));
PSM_NSS_BAN_MACRO(SSL_CreateAntiReplayContext, (PRTime now, PRTime window, unsigned int k, unsigned int bits, SSLAntiReplayContext **ctx));
PSM_NSS_BAN_MACRO(SSL_CreateMask, (SSLMaskingContext *ctx, const PRUint8 *sample, unsigned int sampleLen, PRUint8 *mask, unsigned int maskLen));
PSM_NSS_BAN_MACRO(SSL_CreateMaskingContext, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *secret, const char *label, unsigned int labelLen, SSLMaskingContext **ctx));
PSM_NSS_BAN_MACRO(SSL_CreateVariantMaskingContext, (PRUint16 version, PRUint16 cipherSuite, SSLProtocolVariant variant, PK11SymKey *secret, const char *label, unsigned int labelLen, SSLMaskingContext **ctx));
PSM_NSS_BAN_MACRO(SSL_DelegateCredential, (const CERTCertificate *cert, const SECKEYPrivateKey *certPriv, const SECKEYPublicKey *dcPub, SSLSignatureScheme dcCertVerifyAlg, PRUint32 dcValidFor, PRTime now, SECItem *out));
PSM_NSS_BAN_MACRO(SSL_DestroyAead, (SSLAeadContext *ctx));
PSM_NSS_BAN_MACRO(SSL_DestroyMaskingContext, (SSLMaskingContext *ctx));
PSM_NSS_BAN_MACRO(SSL_DestroyResumptionTokenInfo, (SSLResumptionTokenInfo *tokenInfo));
PSM_NSS_BAN_MACRO(SSL_EnableTls13BackendEch, (PRFileDesc *fd, PRBool enabled));
PSM_NSS_BAN_MACRO(SSL_EnableTls13GreaseEch, (PRFileDesc *fd, PRBool enabled));
PSM_NSS_BAN_MACRO(SSL_EncodeEchConfigId, (PRUint8 configId, const char *publicName, unsigned int maxNameLen, HpkeKemId kemId, const SECKEYPublicKey *pubKey, const HpkeSymmetricSuite *hpkeSuites, unsigned int hpkeSuiteCount, PRUint8 *out, unsigned int *outlen, unsigned int maxlen));
PSM_NSS_BAN_MACRO(SSL_GetCurrentEpoch, (PRFileDesc *fd, PRUint16 *readEpoch, PRUint16 *writeEpoch));
PSM_NSS_BAN_MACRO(SSL_GetEchRetryConfigs, (PRFileDesc *fd, SECItem *out));
PSM_NSS_BAN_MACRO(SSL_GetExtensionSupport, (PRUint16 extension, SSLExtensionSupport *support));
PSM_NSS_BAN_MACRO(SSL_GetResumptionTokenInfo, (const PRUint8 *tokenData, unsigned int tokenLen, SSLResumptionTokenInfo *token, PRUintn len));
PSM_NSS_BAN_MACRO(SSL_HelloRetryRequestCallback, (PRFileDesc *fd, SSLHelloRetryRequestCallback cb, void *arg));
PSM_NSS_BAN_MACRO(SSL_HkdfExpandLabel, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, PK11SymKey **keyp));
PSM_NSS_BAN_MACRO(SSL_HkdfExpandLabelWithMech, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, CK_MECHANISM_TYPE mech, unsigned int keySize, PK11SymKey **keyp));
PSM_NSS_BAN_MACRO(SSL_HkdfExtract, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *salt, PK11SymKey *ikm, PK11SymKey **keyp));
PSM_NSS_BAN_MACRO(SSL_HkdfVariantExpandLabel, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, SSLProtocolVariant variant, PK11SymKey **keyp));
PSM_NSS_BAN_MACRO(SSL_HkdfVariantExpandLabelWithMech, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *prk, const PRUint8 *hsHash, unsigned int hsHashLen, const char *label, unsigned int labelLen, CK_MECHANISM_TYPE mech, unsigned int keySize, SSLProtocolVariant variant, PK11SymKey **keyp));
PSM_NSS_BAN_MACRO(SSL_InstallExtensionHooks, (PRFileDesc *fd, PRUint16 extension, SSLExtensionWriter writer, void *writerArg, SSLExtensionHandler handler, void *handlerArg));
PSM_NSS_BAN_MACRO(SSL_KeyUpdate, (PRFileDesc *fd, PRBool requestUpdate));
PSM_NSS_BAN_MACRO(SSL_MakeAead, (PRUint16 version, PRUint16 cipherSuite, PK11SymKey *secret, const char *labelPrefix, unsigned int labelPrefixLen, SSLAeadContext **ctx));
PSM_NSS_BAN_MACRO(SSL_MakeVariantAead, (PRUint16 version, PRUint16 cipherSuite, SSLProtocolVariant variant, PK11SymKey *secret, const char *labelPrefix, unsigned int labelPrefixLen, SSLAeadContext **ctx));
PSM_NSS_BAN_MACRO(SSL_RecordLayerData, (PRFileDesc *fd, PRUint16 epoch, SSLContentType contentType, const PRUint8 *data, unsigned int len));
PSM_NSS_BAN_MACRO(SSL_RecordLayerWriteCallback, (PRFileDesc *fd, SSLRecordWriteCallback wCb, void *arg));
PSM_NSS_BAN_MACRO(SSL_ReleaseAntiReplayContext, (SSLAntiReplayContext *ctx));
PSM_NSS_BAN_MACRO(SSL_RemoveEchConfigs, (PRFileDesc *fd));
PSM_NSS_BAN_MACRO(SSL_RemoveExternalPsk, (PRFileDesc *fd, const PRUint8 *identity, unsigned int identityLen));
PSM_NSS_BAN_MACRO(SSL_SecretCallback, (PRFileDesc *fd, SSLSecretCallback cb, void *arg));
PSM_NSS_BAN_MACRO(SSL_SendCertificateRequest, (PRFileDesc *fd));
PSM_NSS_BAN_MACRO(SSL_SendSessionTicket, (PRFileDesc *fd, const PRUint8 *appToken, unsigned int appTokenLen));
PSM_NSS_BAN_MACRO(SSL_SetAntiReplayContext, (PRFileDesc *fd, SSLAntiReplayContext *ctx));
PSM_NSS_BAN_MACRO(SSL_SetClientEchConfigs, (PRFileDesc *fd, const PRUint8 *echConfigs, unsigned int echConfigsLen));
PSM_NSS_BAN_MACRO(SSL_SetDtls13VersionWorkaround, (PRFileDesc *fd, PRBool enabled));
PSM_NSS_BAN_MACRO(SSL_SetMaxEarlyDataSize, (PRFileDesc *fd, PRUint32 size));
PSM_NSS_BAN_MACRO(SSL_SetResumptionToken, (PRFileDesc *fd, const PRUint8 *token, const unsigned int len));
PSM_NSS_BAN_MACRO(SSL_SetResumptionTokenCallback, (PRFileDesc *fd, SSLResumptionTokenCallback cb, void *ctx));
PSM_NSS_BAN_MACRO(SSL_SetServerEchConfigs, (PRFileDesc *fd, const SECKEYPublicKey *pubKey, const SECKEYPrivateKey *privKey, const PRUint8 *record, unsigned int recordLen));
PSM_NSS_BAN_MACRO(SSL_SetTimeFunc, (PRFileDesc *fd, SSLTimeFunc f, void *arg));
PSM_NSS_BAN_MACRO(SSL_SetTls13GreaseEchSize, (PRFileDesc *fd, PRUint8 size));

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SSLEXP_H_
