// NSS, gated: psm::nss::PK11_Foo has PK11_Foo's signature and result, and proves NSS live before
// and during the call. What a call answers when NSS is not live is in gated.h; the second column
// below is the value.
//
// Only nss_glue/ may call the names in the global namespace; tools/check_includes.py enforces it.

#ifndef NSS_GLUE_NSS_H_
#define NSS_GLUE_NSS_H_

#include "nss_glue/gated.h"

namespace psm::nss {

// Slots and tokens.
PSM_NSS_GATED(PK11_GetInternalKeySlot, nullptr);
PSM_NSS_GATED(PK11_GetInternalSlot, nullptr);
PSM_NSS_GATED(PK11_GetTokenName, nullptr);
PSM_NSS_CHECKED(PK11_IsReadOnly);
PSM_NSS_CHECKED(PK11_IsLoggedIn);
PSM_NSS_CHECKED(PK11_NeedLogin);
PSM_NSS_CHECKED(PK11_NeedUserInit);
PSM_NSS_RELEASE(PK11_FreeSlot);

// Password of a token.
PSM_NSS_GATED(PK11_InitPin, SECFailure);
PSM_NSS_GATED(PK11_CheckUserPassword, SECFailure);
PSM_NSS_GATED(PK11_ChangePW, SECFailure);
PSM_NSS_GATED(PK11_Logout, SECFailure);
PSM_NSS_GATED(PK11_Authenticate, SECFailure);

// Certificates.
PSM_NSS_GATED(CERT_GetDefaultCertDB, nullptr);
PSM_NSS_GATED(CERT_NewTempCertificate, nullptr);
PSM_NSS_GATED(CERT_DupCertificate, nullptr);
PSM_NSS_GATED(CERT_FindCertByDERCert, nullptr);
PSM_NSS_GATED(CERT_GetCertTrust, SECFailure);
PSM_NSS_GATED(CERT_ChangeCertTrust, SECFailure);
PSM_NSS_GATED(CERT_VerifyCertificate, SECFailure);
PSM_NSS_GATED(CERT_MakeCANickname, nullptr);
PSM_NSS_GATED(SEC_CertNicknameConflict, PR_TRUE);
PSM_NSS_GATED(CERT_NameToAscii, nullptr);
PSM_NSS_GATED(CERT_AsciiToName, nullptr);
PSM_NSS_GATED(CERT_CreateValidity, nullptr);
PSM_NSS_GATED(CERT_CreateCertificate, nullptr);
PSM_NSS_GATED(CERT_CreateCertificateRequest, nullptr);
PSM_NSS_GATED(CERT_StartCertExtensions, nullptr);
PSM_NSS_GATED(CERT_EncodeAndAddBitStrExtension, SECFailure);
PSM_NSS_GATED(CERT_EncodeBasicConstraintValue, SECFailure);
PSM_NSS_GATED(CERT_AddExtension, SECFailure);
PSM_NSS_GATED(CERT_FinishExtensions, SECFailure);
PSM_NSS_GATED(PK11_ImportCert, SECFailure);
PSM_NSS_GATED(PK11_ListCertsInSlot, nullptr);
PSM_NSS_GATED(PK11_FindCertFromNickname, nullptr);
PSM_NSS_GATED(PK11_FindEncodedCertInSlot, CK_INVALID_HANDLE);
PSM_NSS_GATED(PK11_GetCertFromPrivateKey, nullptr);
PSM_NSS_GATED(PK11_FindKeyByAnyCert, nullptr);
PSM_NSS_GATED(SEC_DeletePermCertificate, SECFailure);
PSM_NSS_GATED(SEC_DerSignData, SECFailure);
PSM_NSS_GATED(SEC_GetSignatureAlgorithmOidTag, SEC_OID_UNKNOWN);
PSM_NSS_GATED(SECOID_SetAlgorithmID, SECFailure);
PSM_NSS_RELEASE(CERT_DestroyCertificate);
PSM_NSS_RELEASE(CERT_DestroyCertList);
PSM_NSS_RELEASE(CERT_DestroyCertificateRequest);
PSM_NSS_RELEASE(CERT_DestroyValidity);
PSM_NSS_RELEASE(CERT_DestroyName);

// Asymmetric keys.
PSM_NSS_GATED(PK11_GenerateKeyPairWithFlags, nullptr);
PSM_NSS_GATED(PK11_ListPrivKeysInSlot, nullptr);
PSM_NSS_GATED(PK11_FindKeyByKeyID, nullptr);
PSM_NSS_GATED(PK11_GetLowLevelKeyIDForPrivateKey, nullptr);
PSM_NSS_GATED(PK11_SetPrivateKeyNickname, SECFailure);
PSM_NSS_GATED(PK11_GetPrivateKeyNickname, nullptr);
PSM_NSS_GATED(PK11_GetSlotFromPrivateKey, nullptr);
PSM_NSS_GATED(SEC_SignData, SECFailure);
PSM_NSS_GATED(VFY_VerifyDataDirect, SECFailure);
PSM_NSS_GATED(SECKEY_ConvertToPublicKey, nullptr);
PSM_NSS_GATED(SECKEY_EncodeDERSubjectPublicKeyInfo, nullptr);
PSM_NSS_GATED(SECKEY_CreateSubjectPublicKeyInfo, nullptr);
PSM_NSS_GATED(SECKEY_DecodeDERSubjectPublicKeyInfo, nullptr);
PSM_NSS_GATED(SECKEY_ExtractPublicKey, nullptr);
PSM_NSS_GATED(SECKEY_GetPrivateKeyType, nullKey);
PSM_NSS_GATED(SECKEY_GetPublicKeyType, nullKey);
PSM_NSS_RELEASE(SECKEY_DestroyPrivateKey);
PSM_NSS_RELEASE(SECKEY_DestroyPublicKey);
PSM_NSS_RELEASE(SECKEY_DestroyPrivateKeyList);
PSM_NSS_RELEASE(SECKEY_DestroyPublicKeyList);
PSM_NSS_RELEASE(SECKEY_DestroySubjectPublicKeyInfo);

// Symmetric keys, encryption, digests.
PSM_NSS_GATED(PK11_KeyGen, nullptr);
PSM_NSS_GATED(PK11_TokenKeyGenWithFlags, nullptr);
PSM_NSS_GATED(PK11_ImportSymKey, nullptr);
PSM_NSS_GATED(PK11_ImportSymKeyWithFlags, nullptr);
PSM_NSS_GATED(PK11_ListFixedKeysInSlot, nullptr);
PSM_NSS_GATED(PK11_GetNextSymKey, nullptr);
PSM_NSS_GATED(PK11_GetKeyLength, 0);
PSM_NSS_CHECKED(PK11_GetSymKeyType);
PSM_NSS_GATED(PK11_SetSymKeyNickname, SECFailure);
PSM_NSS_GATED(PK11_GetSymKeyHandle, CK_INVALID_HANDLE);
PSM_NSS_GATED(PK11_GetSlotFromKey, nullptr);
PSM_NSS_GATED(PK11_DeleteTokenSymKey, SECFailure);
PSM_NSS_GATED(PK11_Encrypt, SECFailure);
PSM_NSS_GATED(PK11_Decrypt, SECFailure);
PSM_NSS_GATED(PK11SDR_Encrypt, SECFailure);
PSM_NSS_GATED(PK11SDR_Decrypt, SECFailure);
PSM_NSS_GATED(PK11_CreateContextBySymKey, nullptr);
PSM_NSS_GATED(PK11_CreateDigestContext, nullptr);
PSM_NSS_GATED(PK11_DigestBegin, SECFailure);
PSM_NSS_GATED(PK11_DigestOp, SECFailure);
PSM_NSS_GATED(PK11_DigestFinal, SECFailure);
PSM_NSS_GATED(PK11_GenerateRandom, SECFailure);
PSM_NSS_RELEASE(PK11_FreeSymKey);

// PKCS#11 objects as they are stored.
PSM_NSS_GATED(PK11_FindGenericObjects, nullptr);
PSM_NSS_GATED(PK11_GetNextGenericObject, nullptr);
PSM_NSS_GATED(PK11_ReadRawAttribute, SECFailure);
PSM_NSS_GATED(PK11_WriteRawAttribute, SECFailure);
PSM_NSS_GATED(PK11_GetObjectHandle, CK_INVALID_HANDLE);
PSM_NSS_GATED(PK11_DestroyTokenObject, SECFailure);
PSM_NSS_RELEASE(PK11_DestroyGenericObjects);

// PK11_DestroyContext takes a flag as well; the handle always goes.
inline void DestroyContext(PK11Context* context) {
  constexpr nss_internal::Released<&::PK11_DestroyContext> destroy{"PK11_DestroyContext"};
  destroy(context, PR_TRUE);
}

// Memory, items, encodings, OIDs: libnssutil3, usable at any time.
PSM_NSS_UTIL(SECITEM_ZfreeItem);
PSM_NSS_UTIL(SECITEM_AllocItem);
PSM_NSS_UTIL(SECITEM_CopyItem);
PSM_NSS_UTIL(SEC_ASN1EncodeItem);
PSM_NSS_UTIL(SEC_QuickDERDecodeItem);
PSM_NSS_UTIL(PORT_NewArena);
PSM_NSS_UTIL(PORT_FreeArena);
PSM_NSS_UTIL(PORT_Free);
PSM_NSS_UTIL(PORT_GetError);
PSM_NSS_UTIL(PORT_SetError);
PSM_NSS_UTIL(NSS_GetVersion);
// OID tables are rebuilt lazily after a shutdown, without a lock: gated.
PSM_NSS_GATED(PK11_AlgtagToMechanism, CKM_INVALID_MECHANISM);

}  // namespace psm::nss

#endif  // NSS_GLUE_NSS_H_
