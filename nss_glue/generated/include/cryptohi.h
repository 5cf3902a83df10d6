// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <cryptohi.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CRYPTOHI_H_
#define PSM_NSS_CRYPTOHI_H_

#include "nss_glue/shadow.h"

#include_next <cryptohi.h>
#include <blapit.h>
#include <seccomon.h>
#include <secoidt.h>
#include <secdert.h>
#include <keythi.h>
#include <certt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(DSAU_DecodeDerSig);
PSM_NSS_RENAMED(DSAU_DecodeDerSigToLen);
PSM_NSS_RENAMED(DSAU_EncodeDerSig);
PSM_NSS_RENAMED(DSAU_EncodeDerSigWithLen);
PSM_NSS_RENAMED(SEC_CreateSignatureAlgorithmParameters);
PSM_NSS_RENAMED(SEC_DerSignData);
PSM_NSS_RENAMED(SEC_DerSignDataWithAlgorithmID);
PSM_NSS_RENAMED(SEC_SignData);
PSM_NSS_RENAMED(SEC_SignDataWithAlgorithmID);
PSM_NSS_RENAMED(SGN_Begin);
PSM_NSS_RENAMED(SGN_DestroyContext);
PSM_NSS_RENAMED(SGN_Digest);
PSM_NSS_RENAMED(SGN_End);
PSM_NSS_RENAMED(SGN_NewContext);
PSM_NSS_RENAMED(SGN_NewContextWithAlgorithmID);
PSM_NSS_RENAMED(SGN_Update);
PSM_NSS_RENAMED(VFY_Begin);
PSM_NSS_RENAMED(VFY_CreateContext);
PSM_NSS_RENAMED(VFY_CreateContextDirect);
PSM_NSS_RENAMED(VFY_CreateContextWithAlgorithmID);
PSM_NSS_RENAMED(VFY_DestroyContext);
PSM_NSS_RENAMED(VFY_End);
PSM_NSS_RENAMED(VFY_EndWithSignature);
PSM_NSS_RENAMED(VFY_Update);
PSM_NSS_RENAMED(VFY_VerifyData);
PSM_NSS_RENAMED(VFY_VerifyDataDirect);
PSM_NSS_RENAMED(VFY_VerifyDataWithAlgorithmID);
PSM_NSS_RENAMED(VFY_VerifyDigest);
PSM_NSS_RENAMED(VFY_VerifyDigestDirect);
PSM_NSS_RENAMED(VFY_VerifyDigestWithAlgorithmID);
PSM_NSS_END_C

#define DSAU_DecodeDerSig psm_nss_DSAU_DecodeDerSig
#define DSAU_DecodeDerSigToLen psm_nss_DSAU_DecodeDerSigToLen
#define DSAU_EncodeDerSig psm_nss_DSAU_EncodeDerSig
#define DSAU_EncodeDerSigWithLen psm_nss_DSAU_EncodeDerSigWithLen
#define SEC_CreateSignatureAlgorithmParameters psm_nss_SEC_CreateSignatureAlgorithmParameters
#define SEC_DerSignData psm_nss_SEC_DerSignData
#define SEC_DerSignDataWithAlgorithmID psm_nss_SEC_DerSignDataWithAlgorithmID
#define SEC_SignData psm_nss_SEC_SignData
#define SEC_SignDataWithAlgorithmID psm_nss_SEC_SignDataWithAlgorithmID
#define SGN_Begin psm_nss_SGN_Begin
#define SGN_DestroyContext psm_nss_SGN_DestroyContext
#define SGN_Digest psm_nss_SGN_Digest
#define SGN_End psm_nss_SGN_End
#define SGN_NewContext psm_nss_SGN_NewContext
#define SGN_NewContextWithAlgorithmID psm_nss_SGN_NewContextWithAlgorithmID
#define SGN_Update psm_nss_SGN_Update
#define VFY_Begin psm_nss_VFY_Begin
#define VFY_CreateContext psm_nss_VFY_CreateContext
#define VFY_CreateContextDirect psm_nss_VFY_CreateContextDirect
#define VFY_CreateContextWithAlgorithmID psm_nss_VFY_CreateContextWithAlgorithmID
#define VFY_DestroyContext psm_nss_VFY_DestroyContext
#define VFY_End psm_nss_VFY_End
#define VFY_EndWithSignature psm_nss_VFY_EndWithSignature
#define VFY_Update psm_nss_VFY_Update
#define VFY_VerifyData psm_nss_VFY_VerifyData
#define VFY_VerifyDataDirect psm_nss_VFY_VerifyDataDirect
#define VFY_VerifyDataWithAlgorithmID psm_nss_VFY_VerifyDataWithAlgorithmID
#define VFY_VerifyDigest psm_nss_VFY_VerifyDigest
#define VFY_VerifyDigestDirect psm_nss_VFY_VerifyDigestDirect
#define VFY_VerifyDigestWithAlgorithmID psm_nss_VFY_VerifyDigestWithAlgorithmID

#else

extern "C" {
PSM_NSS_RAW(DSAU_DecodeDerSig);
PSM_NSS_RAW(DSAU_DecodeDerSigToLen);
PSM_NSS_RAW(DSAU_EncodeDerSig);
PSM_NSS_RAW(DSAU_EncodeDerSigWithLen);
PSM_NSS_RAW(SEC_CreateSignatureAlgorithmParameters);
PSM_NSS_RAW(SEC_DerSignData);
PSM_NSS_RAW(SEC_DerSignDataWithAlgorithmID);
PSM_NSS_RAW(SEC_SignData);
PSM_NSS_RAW(SEC_SignDataWithAlgorithmID);
PSM_NSS_RAW(SGN_Begin);
PSM_NSS_RAW(SGN_DestroyContext);
PSM_NSS_RAW(SGN_Digest);
PSM_NSS_RAW(SGN_End);
PSM_NSS_RAW(SGN_NewContext);
PSM_NSS_RAW(SGN_NewContextWithAlgorithmID);
PSM_NSS_RAW(SGN_Update);
PSM_NSS_RAW(VFY_Begin);
PSM_NSS_RAW(VFY_CreateContext);
PSM_NSS_RAW(VFY_CreateContextDirect);
PSM_NSS_RAW(VFY_CreateContextWithAlgorithmID);
PSM_NSS_RAW(VFY_DestroyContext);
PSM_NSS_RAW(VFY_End);
PSM_NSS_RAW(VFY_EndWithSignature);
PSM_NSS_RAW(VFY_Update);
PSM_NSS_RAW(VFY_VerifyData);
PSM_NSS_RAW(VFY_VerifyDataDirect);
PSM_NSS_RAW(VFY_VerifyDataWithAlgorithmID);
PSM_NSS_RAW(VFY_VerifyDigest);
PSM_NSS_RAW(VFY_VerifyDigestDirect);
PSM_NSS_RAW(VFY_VerifyDigestWithAlgorithmID);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::SEC_GetSignatureAlgorithmOidTag;

inline ::SECItem *DSAU_DecodeDerSig(const ::SECItem *item) {
  ::psm::nss_call::CallGate gate("DSAU_DecodeDerSig");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_DSAU_DecodeDerSig(item);
  gate.Leave();
  return answer;
}

inline ::SECItem *DSAU_DecodeDerSigToLen(const ::SECItem *item, unsigned int len) {
  ::psm::nss_call::CallGate gate("DSAU_DecodeDerSigToLen");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_DSAU_DecodeDerSigToLen(item, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus DSAU_EncodeDerSig(::SECItem *dest, ::SECItem *src) {
  ::psm::nss_call::CallGate gate("DSAU_EncodeDerSig");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_DSAU_EncodeDerSig(dest, src);
  gate.Leave();
  return answer;
}

inline ::SECStatus DSAU_EncodeDerSigWithLen(::SECItem *dest, ::SECItem *src, unsigned int len) {
  ::psm::nss_call::CallGate gate("DSAU_EncodeDerSigWithLen");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_DSAU_EncodeDerSigWithLen(dest, src, len);
  gate.Leave();
  return answer;
}

inline ::SECItem *SEC_CreateSignatureAlgorithmParameters(::PLArenaPool *arena, ::SECItem *result, ::SECOidTag signAlgTag, ::SECOidTag hashAlgTag, const ::SECItem *params, const ::SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("SEC_CreateSignatureAlgorithmParameters");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SEC_CreateSignatureAlgorithmParameters(arena, result, signAlgTag, hashAlgTag, params, key);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_DerSignData(::PLArenaPool *arena, ::SECItem *result, const unsigned char *buf, int len, ::SECKEYPrivateKey *pk, ::SECOidTag algid) {
  ::psm::nss_call::CallGate gate("SEC_DerSignData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_DerSignData(arena, result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_DerSignDataWithAlgorithmID(::PLArenaPool *arena, ::SECItem *result, const unsigned char *buf, int len, ::SECKEYPrivateKey *pk, ::SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_DerSignDataWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_DerSignDataWithAlgorithmID(arena, result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_SignData(::SECItem *result, const unsigned char *buf, int len, ::SECKEYPrivateKey *pk, ::SECOidTag algid) {
  ::psm::nss_call::CallGate gate("SEC_SignData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_SignData(result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_SignDataWithAlgorithmID(::SECItem *result, const unsigned char *buf, int len, ::SECKEYPrivateKey *pk, ::SECAlgorithmID *algid) {
  ::psm::nss_call::CallGate gate("SEC_SignDataWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_SignDataWithAlgorithmID(result, buf, len, pk, algid);
  gate.Leave();
  return answer;
}

inline ::SECStatus SGN_Begin(::SGNContext *cx) {
  ::psm::nss_call::CallGate gate("SGN_Begin");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SGN_Begin(cx);
  gate.Leave();
  return answer;
}

inline void SGN_DestroyContext(::SGNContext *cx, ::PRBool freeit) {
  ::psm::nss_call::ReleaseGate gate("SGN_DestroyContext");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kSignContext, cx);
  ::psm_raw_SGN_DestroyContext(cx, freeit);
  gate.Leave();
}

inline ::SECStatus SGN_Digest(::SECKEYPrivateKey *privKey, ::SECOidTag algtag, ::SECItem *result, ::SECItem *digest) {
  ::psm::nss_call::CallGate gate("SGN_Digest");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SGN_Digest(privKey, algtag, result, digest);
  gate.Leave();
  return answer;
}

inline ::SECStatus SGN_End(::SGNContext *cx, ::SECItem *result) {
  ::psm::nss_call::CallGate gate("SGN_End");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SGN_End(cx, result);
  gate.Leave();
  return answer;
}

inline ::SGNContext *SGN_NewContext(::SECOidTag alg, ::SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SGN_NewContext");
  if (!gate.ok()) return nullptr;
  ::SGNContext *answer = ::psm_raw_SGN_NewContext(alg, privKey);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSignContext, answer);
  gate.Leave();
  return answer;
}

inline ::SGNContext *SGN_NewContextWithAlgorithmID(::SECAlgorithmID *alg, ::SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SGN_NewContextWithAlgorithmID");
  if (!gate.ok()) return nullptr;
  ::SGNContext *answer = ::psm_raw_SGN_NewContextWithAlgorithmID(alg, privKey);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSignContext, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SGN_Update(::SGNContext *cx, const unsigned char *input, unsigned int inputLen) {
  ::psm::nss_call::CallGate gate("SGN_Update");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SGN_Update(cx, input, inputLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_Begin(::VFYContext *cx) {
  ::psm::nss_call::CallGate gate("VFY_Begin");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_Begin(cx);
  gate.Leave();
  return answer;
}

inline ::VFYContext *VFY_CreateContext(::SECKEYPublicKey *key, ::SECItem *sig, ::SECOidTag sigAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_CreateContext");
  if (!gate.ok()) return nullptr;
  ::VFYContext *answer = ::psm_raw_VFY_CreateContext(key, sig, sigAlg, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kVerifyContext, answer);
  gate.Leave();
  return answer;
}

inline ::VFYContext *VFY_CreateContextDirect(const ::SECKEYPublicKey *key, const ::SECItem *sig, ::SECOidTag pubkAlg, ::SECOidTag hashAlg, ::SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_CreateContextDirect");
  if (!gate.ok()) return nullptr;
  ::VFYContext *answer = ::psm_raw_VFY_CreateContextDirect(key, sig, pubkAlg, hashAlg, hash, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kVerifyContext, answer);
  gate.Leave();
  return answer;
}

inline ::VFYContext *VFY_CreateContextWithAlgorithmID(const ::SECKEYPublicKey *key, const ::SECItem *sig, const ::SECAlgorithmID *algid, ::SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_CreateContextWithAlgorithmID");
  if (!gate.ok()) return nullptr;
  ::VFYContext *answer = ::psm_raw_VFY_CreateContextWithAlgorithmID(key, sig, algid, hash, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kVerifyContext, answer);
  gate.Leave();
  return answer;
}

inline void VFY_DestroyContext(::VFYContext *cx, ::PRBool freeit) {
  ::psm::nss_call::ReleaseGate gate("VFY_DestroyContext");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kVerifyContext, cx);
  ::psm_raw_VFY_DestroyContext(cx, freeit);
  gate.Leave();
}

inline ::SECStatus VFY_End(::VFYContext *cx) {
  ::psm::nss_call::CallGate gate("VFY_End");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_End(cx);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_EndWithSignature(::VFYContext *cx, ::SECItem *sig) {
  ::psm::nss_call::CallGate gate("VFY_EndWithSignature");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_EndWithSignature(cx, sig);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_Update(::VFYContext *cx, const unsigned char *input, unsigned int inputLen) {
  ::psm::nss_call::CallGate gate("VFY_Update");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_Update(cx, input, inputLen);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_VerifyData(const unsigned char *buf, int len, const ::SECKEYPublicKey *key, const ::SECItem *sig, ::SECOidTag sigAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_VerifyData(buf, len, key, sig, sigAlg, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_VerifyDataDirect(const unsigned char *buf, int len, const ::SECKEYPublicKey *key, const ::SECItem *sig, ::SECOidTag pubkAlg, ::SECOidTag hashAlg, ::SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDataDirect");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_VerifyDataDirect(buf, len, key, sig, pubkAlg, hashAlg, hash, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_VerifyDataWithAlgorithmID(const unsigned char *buf, int len, const ::SECKEYPublicKey *key, const ::SECItem *sig, const ::SECAlgorithmID *algid, ::SECOidTag *hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDataWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_VerifyDataWithAlgorithmID(buf, len, key, sig, algid, hash, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_VerifyDigest(::SECItem *dig, ::SECKEYPublicKey *key, ::SECItem *sig, ::SECOidTag sigAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDigest");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_VerifyDigest(dig, key, sig, sigAlg, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_VerifyDigestDirect(const ::SECItem *dig, const ::SECKEYPublicKey *key, const ::SECItem *sig, ::SECOidTag pubkAlg, ::SECOidTag hashAlg, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDigestDirect");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_VerifyDigestDirect(dig, key, sig, pubkAlg, hashAlg, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus VFY_VerifyDigestWithAlgorithmID(const ::SECItem *dig, const ::SECKEYPublicKey *key, const ::SECItem *sig, const ::SECAlgorithmID *algid, ::SECOidTag hash, void *wincx) {
  ::psm::nss_call::CallGate gate("VFY_VerifyDigestWithAlgorithmID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_VFY_VerifyDigestWithAlgorithmID(dig, key, sig, algid, hash, wincx);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(DSAU_DecodeDerSig);
PSM_NSS_BAN(DSAU_DecodeDerSigToLen);
PSM_NSS_BAN(DSAU_EncodeDerSig);
PSM_NSS_BAN(DSAU_EncodeDerSigWithLen);
PSM_NSS_BAN(SEC_CreateSignatureAlgorithmParameters);
PSM_NSS_BAN(SEC_DerSignData);
PSM_NSS_BAN(SEC_DerSignDataWithAlgorithmID);
PSM_NSS_BAN(SEC_SignData);
PSM_NSS_BAN(SEC_SignDataWithAlgorithmID);
PSM_NSS_BAN(SGN_Begin);
PSM_NSS_BAN(SGN_DestroyContext);
PSM_NSS_BAN(SGN_Digest);
PSM_NSS_BAN(SGN_End);
PSM_NSS_BAN(SGN_NewContext);
PSM_NSS_BAN(SGN_NewContextWithAlgorithmID);
PSM_NSS_BAN(SGN_Update);
PSM_NSS_BAN(VFY_Begin);
PSM_NSS_BAN(VFY_CreateContext);
PSM_NSS_BAN(VFY_CreateContextDirect);
PSM_NSS_BAN(VFY_CreateContextWithAlgorithmID);
PSM_NSS_BAN(VFY_DestroyContext);
PSM_NSS_BAN(VFY_End);
PSM_NSS_BAN(VFY_EndWithSignature);
PSM_NSS_BAN(VFY_Update);
PSM_NSS_BAN(VFY_VerifyData);
PSM_NSS_BAN(VFY_VerifyDataDirect);
PSM_NSS_BAN(VFY_VerifyDataWithAlgorithmID);
PSM_NSS_BAN(VFY_VerifyDigest);
PSM_NSS_BAN(VFY_VerifyDigestDirect);
PSM_NSS_BAN(VFY_VerifyDigestWithAlgorithmID);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_CRYPTOHI_H_
