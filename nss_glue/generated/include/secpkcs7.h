// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secpkcs7.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECPKCS7_H_
#define PSM_NSS_SECPKCS7_H_

#include "nss_glue/shadow.h"

#include_next <secpkcs7.h>
#include <seccomon.h>
#include <secoidt.h>
#include <certt.h>
#include <keythi.h>
#include <pkcs7t.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SEC_PKCS7AddCertificate);
PSM_NSS_RENAMED(SEC_PKCS7AddRecipient);
PSM_NSS_RENAMED(SEC_PKCS7AddSigningTime);
PSM_NSS_RENAMED(SEC_PKCS7ContainsCertsOrCrls);
PSM_NSS_RENAMED(SEC_PKCS7ContentIsEncrypted);
PSM_NSS_RENAMED(SEC_PKCS7ContentIsSigned);
PSM_NSS_RENAMED(SEC_PKCS7ContentType);
PSM_NSS_RENAMED(SEC_PKCS7CopyContentInfo);
PSM_NSS_RENAMED(SEC_PKCS7CreateCertsOnly);
PSM_NSS_RENAMED(SEC_PKCS7CreateData);
PSM_NSS_RENAMED(SEC_PKCS7CreateEncryptedData);
PSM_NSS_RENAMED(SEC_PKCS7CreateEnvelopedData);
PSM_NSS_RENAMED(SEC_PKCS7CreateSignedData);
PSM_NSS_RENAMED(SEC_PKCS7DecodeItem);
PSM_NSS_RENAMED(SEC_PKCS7DecoderFinish);
PSM_NSS_RENAMED(SEC_PKCS7DecoderStart);
PSM_NSS_RENAMED(SEC_PKCS7DecoderUpdate);
PSM_NSS_RENAMED(SEC_PKCS7DecryptContents);
PSM_NSS_RENAMED(SEC_PKCS7DestroyContentInfo);
PSM_NSS_RENAMED(SEC_PKCS7Encode);
PSM_NSS_RENAMED(SEC_PKCS7EncodeItem);
PSM_NSS_RENAMED(SEC_PKCS7EncoderFinish);
PSM_NSS_RENAMED(SEC_PKCS7EncoderStart);
PSM_NSS_RENAMED(SEC_PKCS7EncoderUpdate);
PSM_NSS_RENAMED(SEC_PKCS7GetCertificateList);
PSM_NSS_RENAMED(SEC_PKCS7GetContent);
PSM_NSS_RENAMED(SEC_PKCS7GetEncryptionAlgorithm);
PSM_NSS_RENAMED(SEC_PKCS7GetSignerCommonName);
PSM_NSS_RENAMED(SEC_PKCS7GetSignerEmailAddress);
PSM_NSS_RENAMED(SEC_PKCS7GetSigningTime);
PSM_NSS_RENAMED(SEC_PKCS7IncludeCertChain);
PSM_NSS_RENAMED(SEC_PKCS7IsContentEmpty);
PSM_NSS_RENAMED(SEC_PKCS7SetContent);
PSM_NSS_RENAMED(SEC_PKCS7VerifyDetachedSignature);
PSM_NSS_RENAMED(SEC_PKCS7VerifyDetachedSignatureAtTime);
PSM_NSS_RENAMED(SEC_PKCS7VerifySignature);
PSM_NSS_END_C

#define SEC_PKCS7AddCertificate psm_nss_SEC_PKCS7AddCertificate
#define SEC_PKCS7AddRecipient psm_nss_SEC_PKCS7AddRecipient
#define SEC_PKCS7AddSigningTime psm_nss_SEC_PKCS7AddSigningTime
#define SEC_PKCS7ContainsCertsOrCrls psm_nss_SEC_PKCS7ContainsCertsOrCrls
#define SEC_PKCS7ContentIsEncrypted psm_nss_SEC_PKCS7ContentIsEncrypted
#define SEC_PKCS7ContentIsSigned psm_nss_SEC_PKCS7ContentIsSigned
#define SEC_PKCS7ContentType psm_nss_SEC_PKCS7ContentType
#define SEC_PKCS7CopyContentInfo psm_nss_SEC_PKCS7CopyContentInfo
#define SEC_PKCS7CreateCertsOnly psm_nss_SEC_PKCS7CreateCertsOnly
#define SEC_PKCS7CreateData psm_nss_SEC_PKCS7CreateData
#define SEC_PKCS7CreateEncryptedData psm_nss_SEC_PKCS7CreateEncryptedData
#define SEC_PKCS7CreateEnvelopedData psm_nss_SEC_PKCS7CreateEnvelopedData
#define SEC_PKCS7CreateSignedData psm_nss_SEC_PKCS7CreateSignedData
#define SEC_PKCS7DecodeItem psm_nss_SEC_PKCS7DecodeItem
#define SEC_PKCS7DecoderFinish psm_nss_SEC_PKCS7DecoderFinish
#define SEC_PKCS7DecoderStart psm_nss_SEC_PKCS7DecoderStart
#define SEC_PKCS7DecoderUpdate psm_nss_SEC_PKCS7DecoderUpdate
#define SEC_PKCS7DecryptContents psm_nss_SEC_PKCS7DecryptContents
#define SEC_PKCS7DestroyContentInfo psm_nss_SEC_PKCS7DestroyContentInfo
#define SEC_PKCS7Encode psm_nss_SEC_PKCS7Encode
#define SEC_PKCS7EncodeItem psm_nss_SEC_PKCS7EncodeItem
#define SEC_PKCS7EncoderFinish psm_nss_SEC_PKCS7EncoderFinish
#define SEC_PKCS7EncoderStart psm_nss_SEC_PKCS7EncoderStart
#define SEC_PKCS7EncoderUpdate psm_nss_SEC_PKCS7EncoderUpdate
#define SEC_PKCS7GetCertificateList psm_nss_SEC_PKCS7GetCertificateList
#define SEC_PKCS7GetContent psm_nss_SEC_PKCS7GetContent
#define SEC_PKCS7GetEncryptionAlgorithm psm_nss_SEC_PKCS7GetEncryptionAlgorithm
#define SEC_PKCS7GetSignerCommonName psm_nss_SEC_PKCS7GetSignerCommonName
#define SEC_PKCS7GetSignerEmailAddress psm_nss_SEC_PKCS7GetSignerEmailAddress
#define SEC_PKCS7GetSigningTime psm_nss_SEC_PKCS7GetSigningTime
#define SEC_PKCS7IncludeCertChain psm_nss_SEC_PKCS7IncludeCertChain
#define SEC_PKCS7IsContentEmpty psm_nss_SEC_PKCS7IsContentEmpty
#define SEC_PKCS7SetContent psm_nss_SEC_PKCS7SetContent
#define SEC_PKCS7VerifyDetachedSignature psm_nss_SEC_PKCS7VerifyDetachedSignature
#define SEC_PKCS7VerifyDetachedSignatureAtTime psm_nss_SEC_PKCS7VerifyDetachedSignatureAtTime
#define SEC_PKCS7VerifySignature psm_nss_SEC_PKCS7VerifySignature

#else

extern "C" {
PSM_NSS_RAW(SEC_PKCS7AddCertificate);
PSM_NSS_RAW(SEC_PKCS7AddRecipient);
PSM_NSS_RAW(SEC_PKCS7AddSigningTime);
PSM_NSS_RAW(SEC_PKCS7ContainsCertsOrCrls);
PSM_NSS_RAW(SEC_PKCS7ContentIsEncrypted);
PSM_NSS_RAW(SEC_PKCS7ContentIsSigned);
PSM_NSS_RAW(SEC_PKCS7ContentType);
PSM_NSS_RAW(SEC_PKCS7CopyContentInfo);
PSM_NSS_RAW(SEC_PKCS7CreateCertsOnly);
PSM_NSS_RAW(SEC_PKCS7CreateData);
PSM_NSS_RAW(SEC_PKCS7CreateEncryptedData);
PSM_NSS_RAW(SEC_PKCS7CreateEnvelopedData);
PSM_NSS_RAW(SEC_PKCS7CreateSignedData);
PSM_NSS_RAW(SEC_PKCS7DecodeItem);
PSM_NSS_RAW(SEC_PKCS7DecoderFinish);
PSM_NSS_RAW(SEC_PKCS7DecoderStart);
PSM_NSS_RAW(SEC_PKCS7DecoderUpdate);
PSM_NSS_RAW(SEC_PKCS7DecryptContents);
PSM_NSS_RAW(SEC_PKCS7DestroyContentInfo);
PSM_NSS_RAW(SEC_PKCS7Encode);
PSM_NSS_RAW(SEC_PKCS7EncodeItem);
PSM_NSS_RAW(SEC_PKCS7EncoderFinish);
PSM_NSS_RAW(SEC_PKCS7EncoderStart);
PSM_NSS_RAW(SEC_PKCS7EncoderUpdate);
PSM_NSS_RAW(SEC_PKCS7GetCertificateList);
PSM_NSS_RAW(SEC_PKCS7GetContent);
PSM_NSS_RAW(SEC_PKCS7GetEncryptionAlgorithm);
PSM_NSS_RAW(SEC_PKCS7GetSignerCommonName);
PSM_NSS_RAW(SEC_PKCS7GetSignerEmailAddress);
PSM_NSS_RAW(SEC_PKCS7GetSigningTime);
PSM_NSS_RAW(SEC_PKCS7IncludeCertChain);
PSM_NSS_RAW(SEC_PKCS7IsContentEmpty);
PSM_NSS_RAW(SEC_PKCS7SetContent);
PSM_NSS_RAW(SEC_PKCS7VerifyDetachedSignature);
PSM_NSS_RAW(SEC_PKCS7VerifyDetachedSignatureAtTime);
PSM_NSS_RAW(SEC_PKCS7VerifySignature);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::SEC_PKCS7DecoderAbort;
using ::SEC_PKCS7EncoderAbort;

inline ::SECStatus SEC_PKCS7AddCertificate(::SEC_PKCS7ContentInfo *cinfo, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7AddCertificate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7AddCertificate(cinfo, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7AddRecipient(::SEC_PKCS7ContentInfo *cinfo, ::CERTCertificate *cert, ::SECCertUsage certusage, ::CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7AddRecipient");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7AddRecipient(cinfo, cert, certusage, certdb);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7AddSigningTime(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7AddSigningTime");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7AddSigningTime(cinfo);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> SEC_PKCS7ContainsCertsOrCrls(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContainsCertsOrCrls");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SEC_PKCS7ContainsCertsOrCrls(cinfo);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::psm::Checked<::PRBool> SEC_PKCS7ContentIsEncrypted(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContentIsEncrypted");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SEC_PKCS7ContentIsEncrypted(cinfo);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::psm::Checked<::PRBool> SEC_PKCS7ContentIsSigned(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContentIsSigned");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SEC_PKCS7ContentIsSigned(cinfo);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::SECOidTag SEC_PKCS7ContentType(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7ContentType");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_SEC_PKCS7ContentType(cinfo);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7CopyContentInfo(::SEC_PKCS7ContentInfo *contentInfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CopyContentInfo");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CopyContentInfo(contentInfo);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7CreateCertsOnly(::CERTCertificate *cert, ::PRBool include_chain, ::CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateCertsOnly");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateCertsOnly(cert, include_chain, certdb);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7CreateData() {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateData");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateData();
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7CreateEncryptedData(::SECOidTag algorithm, int keysize, ::SECKEYGetPasswordKey pwfn, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateEncryptedData");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateEncryptedData(algorithm, keysize, pwfn, pwfn_arg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7CreateEnvelopedData(::CERTCertificate *cert, ::SECCertUsage certusage, ::CERTCertDBHandle *certdb, ::SECOidTag encalg, int keysize, ::SECKEYGetPasswordKey pwfn, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateEnvelopedData");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateEnvelopedData(cert, certusage, certdb, encalg, keysize, pwfn, pwfn_arg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7CreateSignedData(::CERTCertificate *cert, ::SECCertUsage certusage, ::CERTCertDBHandle *certdb, ::SECOidTag digestalg, ::SECItem *digest, ::SECKEYGetPasswordKey pwfn, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7CreateSignedData");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7CreateSignedData(cert, certusage, certdb, digestalg, digest, pwfn, pwfn_arg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7DecodeItem(::SECItem *p7item, ::SEC_PKCS7DecoderContentCallback cb, void *cb_arg, ::SECKEYGetPasswordKey pwfn, void *pwfn_arg, ::SEC_PKCS7GetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg, ::SEC_PKCS7DecryptionAllowedCallback decrypt_allowed_cb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecodeItem");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7DecodeItem(p7item, cb, cb_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg, decrypt_allowed_cb);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7ContentInfo *SEC_PKCS7DecoderFinish(::SEC_PKCS7DecoderContext *p7dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecoderFinish");
  if (!gate.ok()) return nullptr;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPkcs7Decoder, p7dcx);
  ::SEC_PKCS7ContentInfo *answer = ::psm_raw_SEC_PKCS7DecoderFinish(p7dcx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Content, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7DecoderContext *SEC_PKCS7DecoderStart(::SEC_PKCS7DecoderContentCallback callback, void *callback_arg, ::SECKEYGetPasswordKey pwfn, void *pwfn_arg, ::SEC_PKCS7GetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg, ::SEC_PKCS7DecryptionAllowedCallback decrypt_allowed_cb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecoderStart");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7DecoderContext *answer = ::psm_raw_SEC_PKCS7DecoderStart(callback, callback_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg, decrypt_allowed_cb);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Decoder, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7DecoderUpdate(::SEC_PKCS7DecoderContext *p7dcx, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecoderUpdate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7DecoderUpdate(p7dcx, buf, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7DecryptContents(::PLArenaPool *poolp, ::SEC_PKCS7ContentInfo *cinfo, ::SECItem *key, void *wincx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7DecryptContents");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7DecryptContents(poolp, cinfo, key, wincx);
  gate.Leave();
  return answer;
}

inline void SEC_PKCS7DestroyContentInfo(::SEC_PKCS7ContentInfo *contentInfo) {
  ::psm::nss_call::ReleaseGate gate("SEC_PKCS7DestroyContentInfo");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPkcs7Content, contentInfo);
  ::psm_raw_SEC_PKCS7DestroyContentInfo(contentInfo);
  gate.Leave();
}

inline ::SECStatus SEC_PKCS7Encode(::SEC_PKCS7ContentInfo *cinfo, ::SEC_PKCS7EncoderOutputCallback outputfn, void *outputarg, ::PK11SymKey *bulkkey, ::SECKEYGetPasswordKey pwfn, void *pwfnarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7Encode");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7Encode(cinfo, outputfn, outputarg, bulkkey, pwfn, pwfnarg);
  gate.Leave();
  return answer;
}

inline ::SECItem *SEC_PKCS7EncodeItem(::PLArenaPool *pool, ::SECItem *dest, ::SEC_PKCS7ContentInfo *cinfo, ::PK11SymKey *bulkkey, ::SECKEYGetPasswordKey pwfn, void *pwfnarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncodeItem");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SEC_PKCS7EncodeItem(pool, dest, cinfo, bulkkey, pwfn, pwfnarg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7EncoderFinish(::SEC_PKCS7EncoderContext *p7ecx, ::SECKEYGetPasswordKey pwfn, void *pwfnarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncoderFinish");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPkcs7Encoder, p7ecx);
  ::SECStatus answer = ::psm_raw_SEC_PKCS7EncoderFinish(p7ecx, pwfn, pwfnarg);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS7EncoderContext *SEC_PKCS7EncoderStart(::SEC_PKCS7ContentInfo *cinfo, ::SEC_PKCS7EncoderOutputCallback outputfn, void *outputarg, ::PK11SymKey *bulkkey) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncoderStart");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS7EncoderContext *answer = ::psm_raw_SEC_PKCS7EncoderStart(cinfo, outputfn, outputarg, bulkkey);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs7Encoder, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7EncoderUpdate(::SEC_PKCS7EncoderContext *p7ecx, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7EncoderUpdate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7EncoderUpdate(p7ecx, buf, len);
  gate.Leave();
  return answer;
}

inline ::SECItem **SEC_PKCS7GetCertificateList(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetCertificateList");
  if (!gate.ok()) return nullptr;
  ::SECItem **answer = ::psm_raw_SEC_PKCS7GetCertificateList(cinfo);
  gate.Leave();
  return answer;
}

inline ::SECItem *SEC_PKCS7GetContent(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetContent");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SEC_PKCS7GetContent(cinfo);
  gate.Leave();
  return answer;
}

inline ::SECAlgorithmID *SEC_PKCS7GetEncryptionAlgorithm(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetEncryptionAlgorithm");
  if (!gate.ok()) return nullptr;
  ::SECAlgorithmID *answer = ::psm_raw_SEC_PKCS7GetEncryptionAlgorithm(cinfo);
  gate.Leave();
  return answer;
}

inline char *SEC_PKCS7GetSignerCommonName(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetSignerCommonName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_SEC_PKCS7GetSignerCommonName(cinfo);
  gate.Leave();
  return answer;
}

inline char *SEC_PKCS7GetSignerEmailAddress(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetSignerEmailAddress");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_SEC_PKCS7GetSignerEmailAddress(cinfo);
  gate.Leave();
  return answer;
}

inline ::SECItem *SEC_PKCS7GetSigningTime(::SEC_PKCS7ContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7GetSigningTime");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SEC_PKCS7GetSigningTime(cinfo);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS7IncludeCertChain(::SEC_PKCS7ContentInfo *cinfo, ::CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7IncludeCertChain");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7IncludeCertChain(cinfo, certdb);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> SEC_PKCS7IsContentEmpty(::SEC_PKCS7ContentInfo *cinfo, unsigned int minLen) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7IsContentEmpty");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SEC_PKCS7IsContentEmpty(cinfo, minLen);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::SECStatus SEC_PKCS7SetContent(::SEC_PKCS7ContentInfo *cinfo, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7SetContent");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS7SetContent(cinfo, buf, len);
  gate.Leave();
  return answer;
}

inline ::PRBool SEC_PKCS7VerifyDetachedSignature(::SEC_PKCS7ContentInfo *cinfo, ::SECCertUsage certusage, const ::SECItem *detached_digest, ::HASH_HashType digest_type, ::PRBool keepcerts) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7VerifyDetachedSignature");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SEC_PKCS7VerifyDetachedSignature(cinfo, certusage, detached_digest, digest_type, keepcerts);
  gate.Leave();
  return answer;
}

inline ::PRBool SEC_PKCS7VerifyDetachedSignatureAtTime(::SEC_PKCS7ContentInfo *cinfo, ::SECCertUsage certusage, const ::SECItem *detached_digest, ::HASH_HashType digest_type, ::PRBool keepcerts, ::PRTime atTime) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7VerifyDetachedSignatureAtTime");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SEC_PKCS7VerifyDetachedSignatureAtTime(cinfo, certusage, detached_digest, digest_type, keepcerts, atTime);
  gate.Leave();
  return answer;
}

inline ::PRBool SEC_PKCS7VerifySignature(::SEC_PKCS7ContentInfo *cinfo, ::SECCertUsage certusage, ::PRBool keepcerts) {
  ::psm::nss_call::CallGate gate("SEC_PKCS7VerifySignature");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SEC_PKCS7VerifySignature(cinfo, certusage, keepcerts);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SEC_PKCS7AddCertificate);
PSM_NSS_BAN(SEC_PKCS7AddRecipient);
PSM_NSS_BAN(SEC_PKCS7AddSigningTime);
PSM_NSS_BAN(SEC_PKCS7ContainsCertsOrCrls);
PSM_NSS_BAN(SEC_PKCS7ContentIsEncrypted);
PSM_NSS_BAN(SEC_PKCS7ContentIsSigned);
PSM_NSS_BAN(SEC_PKCS7ContentType);
PSM_NSS_BAN(SEC_PKCS7CopyContentInfo);
PSM_NSS_BAN(SEC_PKCS7CreateCertsOnly);
PSM_NSS_BAN(SEC_PKCS7CreateData);
PSM_NSS_BAN(SEC_PKCS7CreateEncryptedData);
PSM_NSS_BAN(SEC_PKCS7CreateEnvelopedData);
PSM_NSS_BAN(SEC_PKCS7CreateSignedData);
PSM_NSS_BAN(SEC_PKCS7DecodeItem);
PSM_NSS_BAN(SEC_PKCS7DecoderFinish);
PSM_NSS_BAN(SEC_PKCS7DecoderStart);
PSM_NSS_BAN(SEC_PKCS7DecoderUpdate);
PSM_NSS_BAN(SEC_PKCS7DecryptContents);
PSM_NSS_BAN(SEC_PKCS7DestroyContentInfo);
PSM_NSS_BAN(SEC_PKCS7Encode);
PSM_NSS_BAN(SEC_PKCS7EncodeItem);
PSM_NSS_BAN(SEC_PKCS7EncoderFinish);
PSM_NSS_BAN(SEC_PKCS7EncoderStart);
PSM_NSS_BAN(SEC_PKCS7EncoderUpdate);
PSM_NSS_BAN(SEC_PKCS7GetCertificateList);
PSM_NSS_BAN(SEC_PKCS7GetContent);
PSM_NSS_BAN(SEC_PKCS7GetEncryptionAlgorithm);
PSM_NSS_BAN(SEC_PKCS7GetSignerCommonName);
PSM_NSS_BAN(SEC_PKCS7GetSignerEmailAddress);
PSM_NSS_BAN(SEC_PKCS7GetSigningTime);
PSM_NSS_BAN(SEC_PKCS7IncludeCertChain);
PSM_NSS_BAN(SEC_PKCS7IsContentEmpty);
PSM_NSS_BAN(SEC_PKCS7SetContent);
PSM_NSS_BAN(SEC_PKCS7VerifyDetachedSignature);
PSM_NSS_BAN(SEC_PKCS7VerifyDetachedSignatureAtTime);
PSM_NSS_BAN(SEC_PKCS7VerifySignature);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECPKCS7_H_
