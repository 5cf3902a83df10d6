// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <p12.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_P12_H_
#define PSM_NSS_P12_H_

#include "nss_glue/shadow.h"

#include_next <p12.h>
#include <secoid.h>
#include <keyhi.h>
#include <secpkcs7.h>
#include <p12t.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SEC_PKCS12AddCertAndKey);
PSM_NSS_RENAMED(SEC_PKCS12AddCertOrChainAndKey);
PSM_NSS_RENAMED(SEC_PKCS12AddPasswordIntegrity);
PSM_NSS_RENAMED(SEC_PKCS12CreateExportContext);
PSM_NSS_RENAMED(SEC_PKCS12CreatePasswordPrivSafe);
PSM_NSS_RENAMED(SEC_PKCS12CreateUnencryptedSafe);
PSM_NSS_RENAMED(SEC_PKCS12DecoderFinish);
PSM_NSS_RENAMED(SEC_PKCS12DecoderGetCerts);
PSM_NSS_RENAMED(SEC_PKCS12DecoderImportBags);
PSM_NSS_RENAMED(SEC_PKCS12DecoderIterateInit);
PSM_NSS_RENAMED(SEC_PKCS12DecoderIterateNext);
PSM_NSS_RENAMED(SEC_PKCS12DecoderRenameCertNicknames);
PSM_NSS_RENAMED(SEC_PKCS12DecoderSetTargetTokenCAs);
PSM_NSS_RENAMED(SEC_PKCS12DecoderStart);
PSM_NSS_RENAMED(SEC_PKCS12DecoderUpdate);
PSM_NSS_RENAMED(SEC_PKCS12DecoderValidateBags);
PSM_NSS_RENAMED(SEC_PKCS12DecoderVerify);
PSM_NSS_RENAMED(SEC_PKCS12DestroyExportContext);
PSM_NSS_RENAMED(SEC_PKCS12Encode);
PSM_NSS_END_C

#define SEC_PKCS12AddCertAndKey psm_nss_SEC_PKCS12AddCertAndKey
#define SEC_PKCS12AddCertOrChainAndKey psm_nss_SEC_PKCS12AddCertOrChainAndKey
#define SEC_PKCS12AddPasswordIntegrity psm_nss_SEC_PKCS12AddPasswordIntegrity
#define SEC_PKCS12CreateExportContext psm_nss_SEC_PKCS12CreateExportContext
#define SEC_PKCS12CreatePasswordPrivSafe psm_nss_SEC_PKCS12CreatePasswordPrivSafe
#define SEC_PKCS12CreateUnencryptedSafe psm_nss_SEC_PKCS12CreateUnencryptedSafe
#define SEC_PKCS12DecoderFinish psm_nss_SEC_PKCS12DecoderFinish
#define SEC_PKCS12DecoderGetCerts psm_nss_SEC_PKCS12DecoderGetCerts
#define SEC_PKCS12DecoderImportBags psm_nss_SEC_PKCS12DecoderImportBags
#define SEC_PKCS12DecoderIterateInit psm_nss_SEC_PKCS12DecoderIterateInit
#define SEC_PKCS12DecoderIterateNext psm_nss_SEC_PKCS12DecoderIterateNext
#define SEC_PKCS12DecoderRenameCertNicknames psm_nss_SEC_PKCS12DecoderRenameCertNicknames
#define SEC_PKCS12DecoderSetTargetTokenCAs psm_nss_SEC_PKCS12DecoderSetTargetTokenCAs
#define SEC_PKCS12DecoderStart psm_nss_SEC_PKCS12DecoderStart
#define SEC_PKCS12DecoderUpdate psm_nss_SEC_PKCS12DecoderUpdate
#define SEC_PKCS12DecoderValidateBags psm_nss_SEC_PKCS12DecoderValidateBags
#define SEC_PKCS12DecoderVerify psm_nss_SEC_PKCS12DecoderVerify
#define SEC_PKCS12DestroyExportContext psm_nss_SEC_PKCS12DestroyExportContext
#define SEC_PKCS12Encode psm_nss_SEC_PKCS12Encode

#else

extern "C" {
PSM_NSS_RAW(SEC_PKCS12AddCertAndKey);
PSM_NSS_RAW(SEC_PKCS12AddCertOrChainAndKey);
PSM_NSS_RAW(SEC_PKCS12AddPasswordIntegrity);
PSM_NSS_RAW(SEC_PKCS12CreateExportContext);
PSM_NSS_RAW(SEC_PKCS12CreatePasswordPrivSafe);
PSM_NSS_RAW(SEC_PKCS12CreateUnencryptedSafe);
PSM_NSS_RAW(SEC_PKCS12DecoderFinish);
PSM_NSS_RAW(SEC_PKCS12DecoderGetCerts);
PSM_NSS_RAW(SEC_PKCS12DecoderImportBags);
PSM_NSS_RAW(SEC_PKCS12DecoderIterateInit);
PSM_NSS_RAW(SEC_PKCS12DecoderIterateNext);
PSM_NSS_RAW(SEC_PKCS12DecoderRenameCertNicknames);
PSM_NSS_RAW(SEC_PKCS12DecoderSetTargetTokenCAs);
PSM_NSS_RAW(SEC_PKCS12DecoderStart);
PSM_NSS_RAW(SEC_PKCS12DecoderUpdate);
PSM_NSS_RAW(SEC_PKCS12DecoderValidateBags);
PSM_NSS_RAW(SEC_PKCS12DecoderVerify);
PSM_NSS_RAW(SEC_PKCS12DestroyExportContext);
PSM_NSS_RAW(SEC_PKCS12Encode);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::SECStatus SEC_PKCS12AddCertAndKey(::SEC_PKCS12ExportContext *p12ctxt, void *certSafe, void *certNestedDest, ::CERTCertificate *cert, ::CERTCertDBHandle *certDb, void *keySafe, void *keyNestedDest, ::PRBool shroudKey, ::SECItem *pwitem, ::SECOidTag algorithm) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12AddCertAndKey");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12AddCertAndKey(p12ctxt, certSafe, certNestedDest, cert, certDb, keySafe, keyNestedDest, shroudKey, pwitem, algorithm);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12AddCertOrChainAndKey(::SEC_PKCS12ExportContext *p12ctxt, void *certSafe, void *certNestedDest, ::CERTCertificate *cert, ::CERTCertDBHandle *certDb, void *keySafe, void *keyNestedDest, ::PRBool shroudKey, ::SECItem *pwitem, ::SECOidTag algorithm, ::PRBool includeCertChain) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12AddCertOrChainAndKey");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12AddCertOrChainAndKey(p12ctxt, certSafe, certNestedDest, cert, certDb, keySafe, keyNestedDest, shroudKey, pwitem, algorithm, includeCertChain);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12AddPasswordIntegrity(::SEC_PKCS12ExportContext *p12ctxt, ::SECItem *pwitem, ::SECOidTag integAlg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12AddPasswordIntegrity");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12AddPasswordIntegrity(p12ctxt, pwitem, integAlg);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS12ExportContext *SEC_PKCS12CreateExportContext(::SECKEYGetPasswordKey pwfn, void *pwfnarg, ::PK11SlotInfo *slot, void *wincx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12CreateExportContext");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS12ExportContext *answer = ::psm_raw_SEC_PKCS12CreateExportContext(pwfn, pwfnarg, slot, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs12Export, answer);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS12SafeInfo *SEC_PKCS12CreatePasswordPrivSafe(::SEC_PKCS12ExportContext *p12ctxt, ::SECItem *pwitem, ::SECOidTag privAlg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12CreatePasswordPrivSafe");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS12SafeInfo *answer = ::psm_raw_SEC_PKCS12CreatePasswordPrivSafe(p12ctxt, pwitem, privAlg);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS12SafeInfo *SEC_PKCS12CreateUnencryptedSafe(::SEC_PKCS12ExportContext *p12ctxt) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12CreateUnencryptedSafe");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS12SafeInfo *answer = ::psm_raw_SEC_PKCS12CreateUnencryptedSafe(p12ctxt);
  gate.Leave();
  return answer;
}

inline void SEC_PKCS12DecoderFinish(::SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::ReleaseGate gate("SEC_PKCS12DecoderFinish");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPkcs12Decoder, p12dcx);
  ::psm_raw_SEC_PKCS12DecoderFinish(p12dcx);
  gate.Leave();
}

inline ::CERTCertList *SEC_PKCS12DecoderGetCerts(::SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderGetCerts");
  if (!gate.ok()) return nullptr;
  ::CERTCertList *answer = ::psm_raw_SEC_PKCS12DecoderGetCerts(p12dcx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderImportBags(::SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderImportBags");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderImportBags(p12dcx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderIterateInit(::SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderIterateInit");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderIterateInit(p12dcx);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderIterateNext(::SEC_PKCS12DecoderContext *p12dcx, const ::SEC_PKCS12DecoderItem **ipp) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderIterateNext");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderIterateNext(p12dcx, ipp);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderRenameCertNicknames(::SEC_PKCS12DecoderContext *p12dcx, ::SEC_PKCS12NicknameRenameCallback nicknameCb, void *arg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderRenameCertNicknames");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderRenameCertNicknames(p12dcx, nicknameCb, arg);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderSetTargetTokenCAs(::SEC_PKCS12DecoderContext *p12dcx, ::SECPKCS12TargetTokenCAs tokenCAs) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderSetTargetTokenCAs");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderSetTargetTokenCAs(p12dcx, tokenCAs);
  gate.Leave();
  return answer;
}

inline ::SEC_PKCS12DecoderContext *SEC_PKCS12DecoderStart(::SECItem *pwitem, ::PK11SlotInfo *slot, void *wincx, ::digestOpenFn dOpen, ::digestCloseFn dClose, ::digestIOFn dRead, ::digestIOFn dWrite, void *dArg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderStart");
  if (!gate.ok()) return nullptr;
  ::SEC_PKCS12DecoderContext *answer = ::psm_raw_SEC_PKCS12DecoderStart(pwitem, slot, wincx, dOpen, dClose, dRead, dWrite, dArg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPkcs12Decoder, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderUpdate(::SEC_PKCS12DecoderContext *p12dcx, unsigned char *data, unsigned long len) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderUpdate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderUpdate(p12dcx, data, len);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderValidateBags(::SEC_PKCS12DecoderContext *p12dcx, ::SEC_PKCS12NicknameCollisionCallback nicknameCb) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderValidateBags");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderValidateBags(p12dcx, nicknameCb);
  gate.Leave();
  return answer;
}

inline ::SECStatus SEC_PKCS12DecoderVerify(::SEC_PKCS12DecoderContext *p12dcx) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12DecoderVerify");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12DecoderVerify(p12dcx);
  gate.Leave();
  return answer;
}

inline void SEC_PKCS12DestroyExportContext(::SEC_PKCS12ExportContext *p12exp) {
  ::psm::nss_call::ReleaseGate gate("SEC_PKCS12DestroyExportContext");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPkcs12Export, p12exp);
  ::psm_raw_SEC_PKCS12DestroyExportContext(p12exp);
  gate.Leave();
}

inline ::SECStatus SEC_PKCS12Encode(::SEC_PKCS12ExportContext *p12exp, ::SEC_PKCS12EncoderOutputCallback output, void *outputarg) {
  ::psm::nss_call::CallGate gate("SEC_PKCS12Encode");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SEC_PKCS12Encode(p12exp, output, outputarg);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SEC_PKCS12AddCertAndKey);
PSM_NSS_BAN(SEC_PKCS12AddCertOrChainAndKey);
PSM_NSS_BAN(SEC_PKCS12AddPasswordIntegrity);
PSM_NSS_BAN(SEC_PKCS12CreateExportContext);
PSM_NSS_BAN(SEC_PKCS12CreatePasswordPrivSafe);
PSM_NSS_BAN(SEC_PKCS12CreateUnencryptedSafe);
PSM_NSS_BAN(SEC_PKCS12DecoderFinish);
PSM_NSS_BAN(SEC_PKCS12DecoderGetCerts);
PSM_NSS_BAN(SEC_PKCS12DecoderImportBags);
PSM_NSS_BAN(SEC_PKCS12DecoderIterateInit);
PSM_NSS_BAN(SEC_PKCS12DecoderIterateNext);
PSM_NSS_BAN(SEC_PKCS12DecoderRenameCertNicknames);
PSM_NSS_BAN(SEC_PKCS12DecoderSetTargetTokenCAs);
PSM_NSS_BAN(SEC_PKCS12DecoderStart);
PSM_NSS_BAN(SEC_PKCS12DecoderUpdate);
PSM_NSS_BAN(SEC_PKCS12DecoderValidateBags);
PSM_NSS_BAN(SEC_PKCS12DecoderVerify);
PSM_NSS_BAN(SEC_PKCS12DestroyExportContext);
PSM_NSS_BAN(SEC_PKCS12Encode);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_P12_H_
