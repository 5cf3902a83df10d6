// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <keyhi.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_KEYHI_H_
#define PSM_NSS_KEYHI_H_

#include "nss_glue/shadow.h"

#include_next <keyhi.h>
#include <seccomon.h>
#include <secoidt.h>
#include <secdert.h>
#include <keythi.h>
#include <certt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SECKEY_AddPrivateKeyToListTail);
PSM_NSS_RENAMED(SECKEY_BigIntegerBitLength);
PSM_NSS_RENAMED(SECKEY_CacheStaticFlags);
PSM_NSS_RENAMED(SECKEY_ConvertToPublicKey);
PSM_NSS_RENAMED(SECKEY_CopyEncryptedPrivateKeyInfo);
PSM_NSS_RENAMED(SECKEY_CopyPrivateKey);
PSM_NSS_RENAMED(SECKEY_CopyPrivateKeyInfo);
PSM_NSS_RENAMED(SECKEY_CopyPublicKey);
PSM_NSS_RENAMED(SECKEY_CopySubjectPublicKeyInfo);
PSM_NSS_RENAMED(SECKEY_CreateDHPrivateKey);
PSM_NSS_RENAMED(SECKEY_CreateECPrivateKey);
PSM_NSS_RENAMED(SECKEY_CreateRSAPrivateKey);
PSM_NSS_RENAMED(SECKEY_CreateSubjectPublicKeyInfo);
PSM_NSS_RENAMED(SECKEY_DecodeDERSubjectPublicKeyInfo);
PSM_NSS_RENAMED(SECKEY_DestroyPrivateKey);
PSM_NSS_RENAMED(SECKEY_DestroyPrivateKeyList);
PSM_NSS_RENAMED(SECKEY_DestroyPublicKey);
PSM_NSS_RENAMED(SECKEY_DestroyPublicKeyList);
PSM_NSS_RENAMED(SECKEY_ECParamsToBasePointOrderLen);
PSM_NSS_RENAMED(SECKEY_ECParamsToKeySize);
PSM_NSS_RENAMED(SECKEY_EncodeDERSubjectPublicKeyInfo);
PSM_NSS_RENAMED(SECKEY_ExtractPublicKey);
PSM_NSS_RENAMED(SECKEY_GetPrivateKeyType);
PSM_NSS_RENAMED(SECKEY_GetPublicKeyType);
PSM_NSS_RENAMED(SECKEY_ImportDERPublicKey);
PSM_NSS_RENAMED(SECKEY_NewPrivateKeyList);
PSM_NSS_RENAMED(SECKEY_PublicKeyStrength);
PSM_NSS_RENAMED(SECKEY_PublicKeyStrengthInBits);
PSM_NSS_RENAMED(SECKEY_RemovePrivateKeyListNode);
PSM_NSS_RENAMED(SECKEY_SignatureLen);
PSM_NSS_RENAMED(SECKEY_UpdateCertPQG);
PSM_NSS_END_C

#define SECKEY_AddPrivateKeyToListTail psm_nss_SECKEY_AddPrivateKeyToListTail
#define SECKEY_BigIntegerBitLength psm_nss_SECKEY_BigIntegerBitLength
#define SECKEY_CacheStaticFlags psm_nss_SECKEY_CacheStaticFlags
#define SECKEY_ConvertToPublicKey psm_nss_SECKEY_ConvertToPublicKey
#define SECKEY_CopyEncryptedPrivateKeyInfo psm_nss_SECKEY_CopyEncryptedPrivateKeyInfo
#define SECKEY_CopyPrivateKey psm_nss_SECKEY_CopyPrivateKey
#define SECKEY_CopyPrivateKeyInfo psm_nss_SECKEY_CopyPrivateKeyInfo
#define SECKEY_CopyPublicKey psm_nss_SECKEY_CopyPublicKey
#define SECKEY_CopySubjectPublicKeyInfo psm_nss_SECKEY_CopySubjectPublicKeyInfo
#define SECKEY_CreateDHPrivateKey psm_nss_SECKEY_CreateDHPrivateKey
#define SECKEY_CreateECPrivateKey psm_nss_SECKEY_CreateECPrivateKey
#define SECKEY_CreateRSAPrivateKey psm_nss_SECKEY_CreateRSAPrivateKey
#define SECKEY_CreateSubjectPublicKeyInfo psm_nss_SECKEY_CreateSubjectPublicKeyInfo
#define SECKEY_DecodeDERSubjectPublicKeyInfo psm_nss_SECKEY_DecodeDERSubjectPublicKeyInfo
#define SECKEY_DestroyPrivateKey psm_nss_SECKEY_DestroyPrivateKey
#define SECKEY_DestroyPrivateKeyList psm_nss_SECKEY_DestroyPrivateKeyList
#define SECKEY_DestroyPublicKey psm_nss_SECKEY_DestroyPublicKey
#define SECKEY_DestroyPublicKeyList psm_nss_SECKEY_DestroyPublicKeyList
#define SECKEY_ECParamsToBasePointOrderLen psm_nss_SECKEY_ECParamsToBasePointOrderLen
#define SECKEY_ECParamsToKeySize psm_nss_SECKEY_ECParamsToKeySize
#define SECKEY_EncodeDERSubjectPublicKeyInfo psm_nss_SECKEY_EncodeDERSubjectPublicKeyInfo
#define SECKEY_ExtractPublicKey psm_nss_SECKEY_ExtractPublicKey
#define SECKEY_GetPrivateKeyType psm_nss_SECKEY_GetPrivateKeyType
#define SECKEY_GetPublicKeyType psm_nss_SECKEY_GetPublicKeyType
#define SECKEY_ImportDERPublicKey psm_nss_SECKEY_ImportDERPublicKey
#define SECKEY_NewPrivateKeyList psm_nss_SECKEY_NewPrivateKeyList
#define SECKEY_PublicKeyStrength psm_nss_SECKEY_PublicKeyStrength
#define SECKEY_PublicKeyStrengthInBits psm_nss_SECKEY_PublicKeyStrengthInBits
#define SECKEY_RemovePrivateKeyListNode psm_nss_SECKEY_RemovePrivateKeyListNode
#define SECKEY_SignatureLen psm_nss_SECKEY_SignatureLen
#define SECKEY_UpdateCertPQG psm_nss_SECKEY_UpdateCertPQG

#else

extern "C" {
PSM_NSS_RAW(SECKEY_AddPrivateKeyToListTail);
PSM_NSS_RAW(SECKEY_BigIntegerBitLength);
PSM_NSS_RAW(SECKEY_CacheStaticFlags);
PSM_NSS_RAW(SECKEY_ConvertToPublicKey);
PSM_NSS_RAW(SECKEY_CopyEncryptedPrivateKeyInfo);
PSM_NSS_RAW(SECKEY_CopyPrivateKey);
PSM_NSS_RAW(SECKEY_CopyPrivateKeyInfo);
PSM_NSS_RAW(SECKEY_CopyPublicKey);
PSM_NSS_RAW(SECKEY_CopySubjectPublicKeyInfo);
PSM_NSS_RAW(SECKEY_CreateDHPrivateKey);
PSM_NSS_RAW(SECKEY_CreateECPrivateKey);
PSM_NSS_RAW(SECKEY_CreateRSAPrivateKey);
PSM_NSS_RAW(SECKEY_CreateSubjectPublicKeyInfo);
PSM_NSS_RAW(SECKEY_DecodeDERSubjectPublicKeyInfo);
PSM_NSS_RAW(SECKEY_DestroyPrivateKey);
PSM_NSS_RAW(SECKEY_DestroyPrivateKeyList);
PSM_NSS_RAW(SECKEY_DestroyPublicKey);
PSM_NSS_RAW(SECKEY_DestroyPublicKeyList);
PSM_NSS_RAW(SECKEY_ECParamsToBasePointOrderLen);
PSM_NSS_RAW(SECKEY_ECParamsToKeySize);
PSM_NSS_RAW(SECKEY_EncodeDERSubjectPublicKeyInfo);
PSM_NSS_RAW(SECKEY_ExtractPublicKey);
PSM_NSS_RAW(SECKEY_GetPrivateKeyType);
PSM_NSS_RAW(SECKEY_GetPublicKeyType);
PSM_NSS_RAW(SECKEY_ImportDERPublicKey);
PSM_NSS_RAW(SECKEY_NewPrivateKeyList);
PSM_NSS_RAW(SECKEY_PublicKeyStrength);
PSM_NSS_RAW(SECKEY_PublicKeyStrengthInBits);
PSM_NSS_RAW(SECKEY_RemovePrivateKeyListNode);
PSM_NSS_RAW(SECKEY_SignatureLen);
PSM_NSS_RAW(SECKEY_UpdateCertPQG);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::SECKEY_DestroyEncryptedPrivateKeyInfo;
using ::SECKEY_DestroyPrivateKeyInfo;
using ::SECKEY_DestroySubjectPublicKeyInfo;

inline ::SECStatus SECKEY_AddPrivateKeyToListTail(::SECKEYPrivateKeyList *list, ::SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("SECKEY_AddPrivateKeyToListTail");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECKEY_AddPrivateKeyToListTail(list, key);
  if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKey, key);
  gate.Leave();
  return answer;
}

inline unsigned int SECKEY_BigIntegerBitLength(const ::SECItem *number) {
  ::psm::nss_call::CallGate gate("SECKEY_BigIntegerBitLength");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_BigIntegerBitLength(number);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECKEY_CacheStaticFlags(::SECKEYPrivateKey *key) {
  ::psm::nss_call::CallGate gate("SECKEY_CacheStaticFlags");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECKEY_CacheStaticFlags(key);
  gate.Leave();
  return answer;
}

inline ::SECKEYPublicKey *SECKEY_ConvertToPublicKey(::SECKEYPrivateKey *privateKey) {
  ::psm::nss_call::CallGate gate("SECKEY_ConvertToPublicKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPublicKey *answer = ::psm_raw_SECKEY_ConvertToPublicKey(privateKey);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECKEY_CopyEncryptedPrivateKeyInfo(::PLArenaPool *poolp, ::SECKEYEncryptedPrivateKeyInfo *to, const ::SECKEYEncryptedPrivateKeyInfo *from) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyEncryptedPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECKEY_CopyEncryptedPrivateKeyInfo(poolp, to, from);
  gate.Leave();
  return answer;
}

inline ::SECKEYPrivateKey *SECKEY_CopyPrivateKey(const ::SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyPrivateKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CopyPrivateKey(privKey);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECKEY_CopyPrivateKeyInfo(::PLArenaPool *poolp, ::SECKEYPrivateKeyInfo *to, const ::SECKEYPrivateKeyInfo *from) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyPrivateKeyInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECKEY_CopyPrivateKeyInfo(poolp, to, from);
  gate.Leave();
  return answer;
}

inline ::SECKEYPublicKey *SECKEY_CopyPublicKey(const ::SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("SECKEY_CopyPublicKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPublicKey *answer = ::psm_raw_SECKEY_CopyPublicKey(pubKey);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECKEY_CopySubjectPublicKeyInfo(::PLArenaPool *arena, ::CERTSubjectPublicKeyInfo *dst, ::CERTSubjectPublicKeyInfo *src) {
  ::psm::nss_call::CallGate gate("SECKEY_CopySubjectPublicKeyInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECKEY_CopySubjectPublicKeyInfo(arena, dst, src);
  gate.Leave();
  return answer;
}

inline ::SECKEYPrivateKey *SECKEY_CreateDHPrivateKey(::SECKEYDHParams *param, ::SECKEYPublicKey **pubk, void *cx) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateDHPrivateKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CreateDHPrivateKey(param, pubk, cx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);
  if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);
  gate.Leave();
  return answer;
}

inline ::SECKEYPrivateKey *SECKEY_CreateECPrivateKey(::SECKEYECParams *param, ::SECKEYPublicKey **pubk, void *cx) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateECPrivateKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CreateECPrivateKey(param, pubk, cx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);
  if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);
  gate.Leave();
  return answer;
}

inline ::SECKEYPrivateKey *SECKEY_CreateRSAPrivateKey(int keySizeInBits, ::SECKEYPublicKey **pubk, void *cx) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateRSAPrivateKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPrivateKey *answer = ::psm_raw_SECKEY_CreateRSAPrivateKey(keySizeInBits, pubk, cx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, answer);
  if (answer != nullptr && pubk != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, *pubk);
  gate.Leave();
  return answer;
}

inline ::CERTSubjectPublicKeyInfo *SECKEY_CreateSubjectPublicKeyInfo(const ::SECKEYPublicKey *k) {
  ::psm::nss_call::CallGate gate("SECKEY_CreateSubjectPublicKeyInfo");
  if (!gate.ok()) return nullptr;
  ::CERTSubjectPublicKeyInfo *answer = ::psm_raw_SECKEY_CreateSubjectPublicKeyInfo(k);
  gate.Leave();
  return answer;
}

inline ::CERTSubjectPublicKeyInfo *SECKEY_DecodeDERSubjectPublicKeyInfo(const ::SECItem *spkider) {
  ::psm::nss_call::CallGate gate("SECKEY_DecodeDERSubjectPublicKeyInfo");
  if (!gate.ok()) return nullptr;
  ::CERTSubjectPublicKeyInfo *answer = ::psm_raw_SECKEY_DecodeDERSubjectPublicKeyInfo(spkider);
  gate.Leave();
  return answer;
}

inline void SECKEY_DestroyPrivateKey(::SECKEYPrivateKey *key) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPrivateKey");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKey, key);
  ::psm_raw_SECKEY_DestroyPrivateKey(key);
  gate.Leave();
}

inline void SECKEY_DestroyPrivateKeyList(::SECKEYPrivateKeyList *keys) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPrivateKeyList");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPrivateKeyList, keys);
  ::psm_raw_SECKEY_DestroyPrivateKeyList(keys);
  gate.Leave();
}

inline void SECKEY_DestroyPublicKey(::SECKEYPublicKey *key) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPublicKey");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPublicKey, key);
  ::psm_raw_SECKEY_DestroyPublicKey(key);
  gate.Leave();
}

inline void SECKEY_DestroyPublicKeyList(::SECKEYPublicKeyList *keys) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_DestroyPublicKeyList");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kPublicKeyList, keys);
  ::psm_raw_SECKEY_DestroyPublicKeyList(keys);
  gate.Leave();
}

inline int SECKEY_ECParamsToBasePointOrderLen(const ::SECItem *params) {
  ::psm::nss_call::CallGate gate("SECKEY_ECParamsToBasePointOrderLen");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_SECKEY_ECParamsToBasePointOrderLen(params);
  gate.Leave();
  return answer;
}

inline int SECKEY_ECParamsToKeySize(const ::SECItem *params) {
  ::psm::nss_call::CallGate gate("SECKEY_ECParamsToKeySize");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_SECKEY_ECParamsToKeySize(params);
  gate.Leave();
  return answer;
}

inline ::SECItem *SECKEY_EncodeDERSubjectPublicKeyInfo(const ::SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_EncodeDERSubjectPublicKeyInfo");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_SECKEY_EncodeDERSubjectPublicKeyInfo(pubk);
  gate.Leave();
  return answer;
}

inline ::SECKEYPublicKey *SECKEY_ExtractPublicKey(const ::CERTSubjectPublicKeyInfo *arg0) {
  ::psm::nss_call::CallGate gate("SECKEY_ExtractPublicKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPublicKey *answer = ::psm_raw_SECKEY_ExtractPublicKey(arg0);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);
  gate.Leave();
  return answer;
}

inline ::KeyType SECKEY_GetPrivateKeyType(const ::SECKEYPrivateKey *privKey) {
  ::psm::nss_call::CallGate gate("SECKEY_GetPrivateKeyType");
  if (!gate.ok()) return nullKey;
  ::KeyType answer = ::psm_raw_SECKEY_GetPrivateKeyType(privKey);
  gate.Leave();
  return answer;
}

inline ::KeyType SECKEY_GetPublicKeyType(const ::SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("SECKEY_GetPublicKeyType");
  if (!gate.ok()) return nullKey;
  ::KeyType answer = ::psm_raw_SECKEY_GetPublicKeyType(pubKey);
  gate.Leave();
  return answer;
}

inline ::SECKEYPublicKey *SECKEY_ImportDERPublicKey(const ::SECItem *derKey, ::CK_KEY_TYPE type) {
  ::psm::nss_call::CallGate gate("SECKEY_ImportDERPublicKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPublicKey *answer = ::psm_raw_SECKEY_ImportDERPublicKey(derKey, type);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);
  gate.Leave();
  return answer;
}

inline ::SECKEYPrivateKeyList *SECKEY_NewPrivateKeyList() {
  ::psm::nss_call::CallGate gate("SECKEY_NewPrivateKeyList");
  if (!gate.ok()) return nullptr;
  ::SECKEYPrivateKeyList *answer = ::psm_raw_SECKEY_NewPrivateKeyList();
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKeyList, answer);
  gate.Leave();
  return answer;
}

inline unsigned int SECKEY_PublicKeyStrength(const ::SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_PublicKeyStrength");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_PublicKeyStrength(pubk);
  gate.Leave();
  return answer;
}

inline unsigned int SECKEY_PublicKeyStrengthInBits(const ::SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_PublicKeyStrengthInBits");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_PublicKeyStrengthInBits(pubk);
  gate.Leave();
  return answer;
}

inline void SECKEY_RemovePrivateKeyListNode(::SECKEYPrivateKeyListNode *node) {
  ::psm::nss_call::ReleaseGate gate("SECKEY_RemovePrivateKeyListNode");
  if (!gate.ok()) return;
  ::psm_raw_SECKEY_RemovePrivateKeyListNode(node);
  gate.Leave();
}

inline unsigned int SECKEY_SignatureLen(const ::SECKEYPublicKey *pubk) {
  ::psm::nss_call::CallGate gate("SECKEY_SignatureLen");
  if (!gate.ok()) return 0;
  unsigned int answer = ::psm_raw_SECKEY_SignatureLen(pubk);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECKEY_UpdateCertPQG(::CERTCertificate *subjectCert) {
  ::psm::nss_call::CallGate gate("SECKEY_UpdateCertPQG");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECKEY_UpdateCertPQG(subjectCert);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SECKEY_AddPrivateKeyToListTail);
PSM_NSS_BAN(SECKEY_BigIntegerBitLength);
PSM_NSS_BAN(SECKEY_CacheStaticFlags);
PSM_NSS_BAN(SECKEY_ConvertToPublicKey);
PSM_NSS_BAN(SECKEY_CopyEncryptedPrivateKeyInfo);
PSM_NSS_BAN(SECKEY_CopyPrivateKey);
PSM_NSS_BAN(SECKEY_CopyPrivateKeyInfo);
PSM_NSS_BAN(SECKEY_CopyPublicKey);
PSM_NSS_BAN(SECKEY_CopySubjectPublicKeyInfo);
PSM_NSS_BAN(SECKEY_CreateDHPrivateKey);
PSM_NSS_BAN(SECKEY_CreateECPrivateKey);
PSM_NSS_BAN(SECKEY_CreateRSAPrivateKey);
PSM_NSS_BAN(SECKEY_CreateSubjectPublicKeyInfo);
PSM_NSS_BAN(SECKEY_DecodeDERSubjectPublicKeyInfo);
PSM_NSS_BAN(SECKEY_DestroyPrivateKey);
PSM_NSS_BAN(SECKEY_DestroyPrivateKeyList);
PSM_NSS_BAN(SECKEY_DestroyPublicKey);
PSM_NSS_BAN(SECKEY_DestroyPublicKeyList);
PSM_NSS_BAN(SECKEY_ECParamsToBasePointOrderLen);
PSM_NSS_BAN(SECKEY_ECParamsToKeySize);
PSM_NSS_BAN(SECKEY_EncodeDERSubjectPublicKeyInfo);
PSM_NSS_BAN(SECKEY_ExtractPublicKey);
PSM_NSS_BAN(SECKEY_GetPrivateKeyType);
PSM_NSS_BAN(SECKEY_GetPublicKeyType);
PSM_NSS_BAN(SECKEY_ImportDERPublicKey);
PSM_NSS_BAN(SECKEY_NewPrivateKeyList);
PSM_NSS_BAN(SECKEY_PublicKeyStrength);
PSM_NSS_BAN(SECKEY_PublicKeyStrengthInBits);
PSM_NSS_BAN(SECKEY_RemovePrivateKeyListNode);
PSM_NSS_BAN(SECKEY_SignatureLen);
PSM_NSS_BAN(SECKEY_UpdateCertPQG);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_KEYHI_H_
