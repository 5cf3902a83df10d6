// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <cms.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CMS_H_
#define PSM_NSS_CMS_H_

#include "nss_glue/shadow.h"
#include <cmst.h>

#include_next <cms.h>
#include <seccomon.h>
#include <secoidt.h>
#include <certt.h>
#include <keythi.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(NSS_CMSContentInfo_GetBulkKey);
PSM_NSS_RENAMED(NSS_CMSContentInfo_GetBulkKeySize);
PSM_NSS_RENAMED(NSS_CMSContentInfo_GetContent);
PSM_NSS_RENAMED(NSS_CMSContentInfo_GetContentEncAlgTag);
PSM_NSS_RENAMED(NSS_CMSContentInfo_GetContentTypeTag);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetBulkKey);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContent);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContentEncAlg);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContent_Data);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContent_DigestedData);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContent_EncryptedData);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContent_EnvelopedData);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetContent_SignedData);
PSM_NSS_RENAMED(NSS_CMSContentInfo_SetDontStream);
PSM_NSS_RENAMED(NSS_CMSDEREncode);
PSM_NSS_RENAMED(NSS_CMSDecoder_Cancel);
PSM_NSS_RENAMED(NSS_CMSDecoder_Finish);
PSM_NSS_RENAMED(NSS_CMSDecoder_Start);
PSM_NSS_RENAMED(NSS_CMSDecoder_Update);
PSM_NSS_RENAMED(NSS_CMSDigestContext_Cancel);
PSM_NSS_RENAMED(NSS_CMSDigestContext_FinishMultiple);
PSM_NSS_RENAMED(NSS_CMSDigestContext_FinishSingle);
PSM_NSS_RENAMED(NSS_CMSDigestContext_StartMultiple);
PSM_NSS_RENAMED(NSS_CMSDigestContext_StartSingle);
PSM_NSS_RENAMED(NSS_CMSDigestContext_Update);
PSM_NSS_RENAMED(NSS_CMSDigestedData_Create);
PSM_NSS_RENAMED(NSS_CMSDigestedData_Destroy);
PSM_NSS_RENAMED(NSS_CMSDigestedData_GetContentInfo);
PSM_NSS_RENAMED(NSS_CMSEncoder_Cancel);
PSM_NSS_RENAMED(NSS_CMSEncoder_Finish);
PSM_NSS_RENAMED(NSS_CMSEncoder_Start);
PSM_NSS_RENAMED(NSS_CMSEncoder_Update);
PSM_NSS_RENAMED(NSS_CMSEncryptedData_Create);
PSM_NSS_RENAMED(NSS_CMSEncryptedData_Destroy);
PSM_NSS_RENAMED(NSS_CMSEncryptedData_GetContentInfo);
PSM_NSS_RENAMED(NSS_CMSEnvelopedData_AddRecipient);
PSM_NSS_RENAMED(NSS_CMSEnvelopedData_Create);
PSM_NSS_RENAMED(NSS_CMSEnvelopedData_Destroy);
PSM_NSS_RENAMED(NSS_CMSEnvelopedData_GetContentInfo);
PSM_NSS_RENAMED(NSS_CMSMessage_ContentLevel);
PSM_NSS_RENAMED(NSS_CMSMessage_ContentLevelCount);
PSM_NSS_RENAMED(NSS_CMSMessage_Copy);
PSM_NSS_RENAMED(NSS_CMSMessage_Create);
PSM_NSS_RENAMED(NSS_CMSMessage_CreateFromDER);
PSM_NSS_RENAMED(NSS_CMSMessage_Destroy);
PSM_NSS_RENAMED(NSS_CMSMessage_GetContent);
PSM_NSS_RENAMED(NSS_CMSMessage_GetContentInfo);
PSM_NSS_RENAMED(NSS_CMSMessage_IsEncrypted);
PSM_NSS_RENAMED(NSS_CMSMessage_IsSigned);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_Create);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_CreateFromDER);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_CreateNew);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_CreateWithSubjKeyID);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_Destroy);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_Encode);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_GetCertAndKey);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_UnwrapBulkKey);
PSM_NSS_RENAMED(NSS_CMSRecipientInfo_WrapBulkKey);
PSM_NSS_RENAMED(NSS_CMSSignedData_AddCertChain);
PSM_NSS_RENAMED(NSS_CMSSignedData_AddCertList);
PSM_NSS_RENAMED(NSS_CMSSignedData_AddCertificate);
PSM_NSS_RENAMED(NSS_CMSSignedData_AddDigest);
PSM_NSS_RENAMED(NSS_CMSSignedData_AddSignerInfo);
PSM_NSS_RENAMED(NSS_CMSSignedData_Create);
PSM_NSS_RENAMED(NSS_CMSSignedData_CreateCertsOnly);
PSM_NSS_RENAMED(NSS_CMSSignedData_Destroy);
PSM_NSS_RENAMED(NSS_CMSSignedData_GetContentInfo);
PSM_NSS_RENAMED(NSS_CMSSignedData_GetDigestAlgs);
PSM_NSS_RENAMED(NSS_CMSSignedData_GetSignerInfo);
PSM_NSS_RENAMED(NSS_CMSSignedData_HasDigests);
PSM_NSS_RENAMED(NSS_CMSSignedData_ImportCerts);
PSM_NSS_RENAMED(NSS_CMSSignedData_SetDigestValue);
PSM_NSS_RENAMED(NSS_CMSSignedData_SetDigests);
PSM_NSS_RENAMED(NSS_CMSSignedData_SignerInfoCount);
PSM_NSS_RENAMED(NSS_CMSSignedData_VerifyCertsOnly);
PSM_NSS_RENAMED(NSS_CMSSignedData_VerifySignerInfo);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_AddSMIMECaps);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_AddSigningTime);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_Create);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_CreateWithSubjKeyID);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_Destroy);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetCertList);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetSignerCommonName);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetSignerEmailAddress);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetSigningCertificate);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetSigningTime);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetVerificationStatus);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_GetVersion);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_IncludeCerts);
PSM_NSS_RENAMED(NSS_CMSSignerInfo_Verify);
PSM_NSS_RENAMED(NSS_CMSType_RegisterContentType);
PSM_NSS_RENAMED(NSS_CMSUtil_VerificationStatusToString);
PSM_NSS_RENAMED(NSS_SMIMESignerInfo_SaveSMIMEProfile);
PSM_NSS_END_C

#define NSS_CMSContentInfo_GetBulkKey psm_nss_NSS_CMSContentInfo_GetBulkKey
#define NSS_CMSContentInfo_GetBulkKeySize psm_nss_NSS_CMSContentInfo_GetBulkKeySize
#define NSS_CMSContentInfo_GetContent psm_nss_NSS_CMSContentInfo_GetContent
#define NSS_CMSContentInfo_GetContentEncAlgTag psm_nss_NSS_CMSContentInfo_GetContentEncAlgTag
#define NSS_CMSContentInfo_GetContentTypeTag psm_nss_NSS_CMSContentInfo_GetContentTypeTag
#define NSS_CMSContentInfo_SetBulkKey psm_nss_NSS_CMSContentInfo_SetBulkKey
#define NSS_CMSContentInfo_SetContent psm_nss_NSS_CMSContentInfo_SetContent
#define NSS_CMSContentInfo_SetContentEncAlg psm_nss_NSS_CMSContentInfo_SetContentEncAlg
#define NSS_CMSContentInfo_SetContent_Data psm_nss_NSS_CMSContentInfo_SetContent_Data
#define NSS_CMSContentInfo_SetContent_DigestedData psm_nss_NSS_CMSContentInfo_SetContent_DigestedData
#define NSS_CMSContentInfo_SetContent_EncryptedData psm_nss_NSS_CMSContentInfo_SetContent_EncryptedData
#define NSS_CMSContentInfo_SetContent_EnvelopedData psm_nss_NSS_CMSContentInfo_SetContent_EnvelopedData
#define NSS_CMSContentInfo_SetContent_SignedData psm_nss_NSS_CMSContentInfo_SetContent_SignedData
#define NSS_CMSContentInfo_SetDontStream psm_nss_NSS_CMSContentInfo_SetDontStream
#define NSS_CMSDEREncode psm_nss_NSS_CMSDEREncode
#define NSS_CMSDecoder_Cancel psm_nss_NSS_CMSDecoder_Cancel
#define NSS_CMSDecoder_Finish psm_nss_NSS_CMSDecoder_Finish
#define NSS_CMSDecoder_Start psm_nss_NSS_CMSDecoder_Start
#define NSS_CMSDecoder_Update psm_nss_NSS_CMSDecoder_Update
#define NSS_CMSDigestContext_Cancel psm_nss_NSS_CMSDigestContext_Cancel
#define NSS_CMSDigestContext_FinishMultiple psm_nss_NSS_CMSDigestContext_FinishMultiple
#define NSS_CMSDigestContext_FinishSingle psm_nss_NSS_CMSDigestContext_FinishSingle
#define NSS_CMSDigestContext_StartMultiple psm_nss_NSS_CMSDigestContext_StartMultiple
#define NSS_CMSDigestContext_StartSingle psm_nss_NSS_CMSDigestContext_StartSingle
#define NSS_CMSDigestContext_Update psm_nss_NSS_CMSDigestContext_Update
#define NSS_CMSDigestedData_Create psm_nss_NSS_CMSDigestedData_Create
#define NSS_CMSDigestedData_Destroy psm_nss_NSS_CMSDigestedData_Destroy
#define NSS_CMSDigestedData_GetContentInfo psm_nss_NSS_CMSDigestedData_GetContentInfo
#define NSS_CMSEncoder_Cancel psm_nss_NSS_CMSEncoder_Cancel
#define NSS_CMSEncoder_Finish psm_nss_NSS_CMSEncoder_Finish
#define NSS_CMSEncoder_Start psm_nss_NSS_CMSEncoder_Start
#define NSS_CMSEncoder_Update psm_nss_NSS_CMSEncoder_Update
#define NSS_CMSEncryptedData_Create psm_nss_NSS_CMSEncryptedData_Create
#define NSS_CMSEncryptedData_Destroy psm_nss_NSS_CMSEncryptedData_Destroy
#define NSS_CMSEncryptedData_GetContentInfo psm_nss_NSS_CMSEncryptedData_GetContentInfo
#define NSS_CMSEnvelopedData_AddRecipient psm_nss_NSS_CMSEnvelopedData_AddRecipient
#define NSS_CMSEnvelopedData_Create psm_nss_NSS_CMSEnvelopedData_Create
#define NSS_CMSEnvelopedData_Destroy psm_nss_NSS_CMSEnvelopedData_Destroy
#define NSS_CMSEnvelopedData_GetContentInfo psm_nss_NSS_CMSEnvelopedData_GetContentInfo
#define NSS_CMSMessage_ContentLevel psm_nss_NSS_CMSMessage_ContentLevel
#define NSS_CMSMessage_ContentLevelCount psm_nss_NSS_CMSMessage_ContentLevelCount
#define NSS_CMSMessage_Copy psm_nss_NSS_CMSMessage_Copy
#define NSS_CMSMessage_Create psm_nss_NSS_CMSMessage_Create
#define NSS_CMSMessage_CreateFromDER psm_nss_NSS_CMSMessage_CreateFromDER
#define NSS_CMSMessage_Destroy psm_nss_NSS_CMSMessage_Destroy
#define NSS_CMSMessage_GetContent psm_nss_NSS_CMSMessage_GetContent
#define NSS_CMSMessage_GetContentInfo psm_nss_NSS_CMSMessage_GetContentInfo
#define NSS_CMSMessage_IsEncrypted psm_nss_NSS_CMSMessage_IsEncrypted
#define NSS_CMSMessage_IsSigned psm_nss_NSS_CMSMessage_IsSigned
#define NSS_CMSRecipientInfo_Create psm_nss_NSS_CMSRecipientInfo_Create
#define NSS_CMSRecipientInfo_CreateFromDER psm_nss_NSS_CMSRecipientInfo_CreateFromDER
#define NSS_CMSRecipientInfo_CreateNew psm_nss_NSS_CMSRecipientInfo_CreateNew
#define NSS_CMSRecipientInfo_CreateWithSubjKeyID psm_nss_NSS_CMSRecipientInfo_CreateWithSubjKeyID
#define NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert psm_nss_NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert
#define NSS_CMSRecipientInfo_Destroy psm_nss_NSS_CMSRecipientInfo_Destroy
#define NSS_CMSRecipientInfo_Encode psm_nss_NSS_CMSRecipientInfo_Encode
#define NSS_CMSRecipientInfo_GetCertAndKey psm_nss_NSS_CMSRecipientInfo_GetCertAndKey
#define NSS_CMSRecipientInfo_UnwrapBulkKey psm_nss_NSS_CMSRecipientInfo_UnwrapBulkKey
#define NSS_CMSRecipientInfo_WrapBulkKey psm_nss_NSS_CMSRecipientInfo_WrapBulkKey
#define NSS_CMSSignedData_AddCertChain psm_nss_NSS_CMSSignedData_AddCertChain
#define NSS_CMSSignedData_AddCertList psm_nss_NSS_CMSSignedData_AddCertList
#define NSS_CMSSignedData_AddCertificate psm_nss_NSS_CMSSignedData_AddCertificate
#define NSS_CMSSignedData_AddDigest psm_nss_NSS_CMSSignedData_AddDigest
#define NSS_CMSSignedData_AddSignerInfo psm_nss_NSS_CMSSignedData_AddSignerInfo
#define NSS_CMSSignedData_Create psm_nss_NSS_CMSSignedData_Create
#define NSS_CMSSignedData_CreateCertsOnly psm_nss_NSS_CMSSignedData_CreateCertsOnly
#define NSS_CMSSignedData_Destroy psm_nss_NSS_CMSSignedData_Destroy
#define NSS_CMSSignedData_GetContentInfo psm_nss_NSS_CMSSignedData_GetContentInfo
#define NSS_CMSSignedData_GetDigestAlgs psm_nss_NSS_CMSSignedData_GetDigestAlgs
#define NSS_CMSSignedData_GetSignerInfo psm_nss_NSS_CMSSignedData_GetSignerInfo
#define NSS_CMSSignedData_HasDigests psm_nss_NSS_CMSSignedData_HasDigests
#define NSS_CMSSignedData_ImportCerts psm_nss_NSS_CMSSignedData_ImportCerts
#define NSS_CMSSignedData_SetDigestValue psm_nss_NSS_CMSSignedData_SetDigestValue
#define NSS_CMSSignedData_SetDigests psm_nss_NSS_CMSSignedData_SetDigests
#define NSS_CMSSignedData_SignerInfoCount psm_nss_NSS_CMSSignedData_SignerInfoCount
#define NSS_CMSSignedData_VerifyCertsOnly psm_nss_NSS_CMSSignedData_VerifyCertsOnly
#define NSS_CMSSignedData_VerifySignerInfo psm_nss_NSS_CMSSignedData_VerifySignerInfo
#define NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs psm_nss_NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs
#define NSS_CMSSignerInfo_AddSMIMECaps psm_nss_NSS_CMSSignerInfo_AddSMIMECaps
#define NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs psm_nss_NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs
#define NSS_CMSSignerInfo_AddSigningTime psm_nss_NSS_CMSSignerInfo_AddSigningTime
#define NSS_CMSSignerInfo_Create psm_nss_NSS_CMSSignerInfo_Create
#define NSS_CMSSignerInfo_CreateWithSubjKeyID psm_nss_NSS_CMSSignerInfo_CreateWithSubjKeyID
#define NSS_CMSSignerInfo_Destroy psm_nss_NSS_CMSSignerInfo_Destroy
#define NSS_CMSSignerInfo_GetCertList psm_nss_NSS_CMSSignerInfo_GetCertList
#define NSS_CMSSignerInfo_GetSignerCommonName psm_nss_NSS_CMSSignerInfo_GetSignerCommonName
#define NSS_CMSSignerInfo_GetSignerEmailAddress psm_nss_NSS_CMSSignerInfo_GetSignerEmailAddress
#define NSS_CMSSignerInfo_GetSigningCertificate psm_nss_NSS_CMSSignerInfo_GetSigningCertificate
#define NSS_CMSSignerInfo_GetSigningTime psm_nss_NSS_CMSSignerInfo_GetSigningTime
#define NSS_CMSSignerInfo_GetVerificationStatus psm_nss_NSS_CMSSignerInfo_GetVerificationStatus
#define NSS_CMSSignerInfo_GetVersion psm_nss_NSS_CMSSignerInfo_GetVersion
#define NSS_CMSSignerInfo_IncludeCerts psm_nss_NSS_CMSSignerInfo_IncludeCerts
#define NSS_CMSSignerInfo_Verify psm_nss_NSS_CMSSignerInfo_Verify
#define NSS_CMSType_RegisterContentType psm_nss_NSS_CMSType_RegisterContentType
#define NSS_CMSUtil_VerificationStatusToString psm_nss_NSS_CMSUtil_VerificationStatusToString
#define NSS_SMIMESignerInfo_SaveSMIMEProfile psm_nss_NSS_SMIMESignerInfo_SaveSMIMEProfile

#else

extern "C" {
PSM_NSS_RAW(NSS_CMSContentInfo_GetBulkKey);
PSM_NSS_RAW(NSS_CMSContentInfo_GetBulkKeySize);
PSM_NSS_RAW(NSS_CMSContentInfo_GetContent);
PSM_NSS_RAW(NSS_CMSContentInfo_GetContentEncAlgTag);
PSM_NSS_RAW(NSS_CMSContentInfo_GetContentTypeTag);
PSM_NSS_RAW(NSS_CMSContentInfo_SetBulkKey);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContent);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContentEncAlg);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContent_Data);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContent_DigestedData);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContent_EncryptedData);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContent_EnvelopedData);
PSM_NSS_RAW(NSS_CMSContentInfo_SetContent_SignedData);
PSM_NSS_RAW(NSS_CMSContentInfo_SetDontStream);
PSM_NSS_RAW(NSS_CMSDEREncode);
PSM_NSS_RAW(NSS_CMSDecoder_Cancel);
PSM_NSS_RAW(NSS_CMSDecoder_Finish);
PSM_NSS_RAW(NSS_CMSDecoder_Start);
PSM_NSS_SPECIAL(NSS_CMSDecoder_Start);
PSM_NSS_RAW(NSS_CMSDecoder_Update);
PSM_NSS_RAW(NSS_CMSDigestContext_Cancel);
PSM_NSS_RAW(NSS_CMSDigestContext_FinishMultiple);
PSM_NSS_RAW(NSS_CMSDigestContext_FinishSingle);
PSM_NSS_RAW(NSS_CMSDigestContext_StartMultiple);
PSM_NSS_RAW(NSS_CMSDigestContext_StartSingle);
PSM_NSS_RAW(NSS_CMSDigestContext_Update);
PSM_NSS_RAW(NSS_CMSDigestedData_Create);
PSM_NSS_RAW(NSS_CMSDigestedData_Destroy);
PSM_NSS_RAW(NSS_CMSDigestedData_GetContentInfo);
PSM_NSS_RAW(NSS_CMSEncoder_Cancel);
PSM_NSS_RAW(NSS_CMSEncoder_Finish);
PSM_NSS_RAW(NSS_CMSEncoder_Start);
PSM_NSS_SPECIAL(NSS_CMSEncoder_Start);
PSM_NSS_RAW(NSS_CMSEncoder_Update);
PSM_NSS_RAW(NSS_CMSEncryptedData_Create);
PSM_NSS_RAW(NSS_CMSEncryptedData_Destroy);
PSM_NSS_RAW(NSS_CMSEncryptedData_GetContentInfo);
PSM_NSS_RAW(NSS_CMSEnvelopedData_AddRecipient);
PSM_NSS_RAW(NSS_CMSEnvelopedData_Create);
PSM_NSS_RAW(NSS_CMSEnvelopedData_Destroy);
PSM_NSS_RAW(NSS_CMSEnvelopedData_GetContentInfo);
PSM_NSS_RAW(NSS_CMSMessage_ContentLevel);
PSM_NSS_RAW(NSS_CMSMessage_ContentLevelCount);
PSM_NSS_RAW(NSS_CMSMessage_Copy);
PSM_NSS_RAW(NSS_CMSMessage_Create);
PSM_NSS_RAW(NSS_CMSMessage_CreateFromDER);
PSM_NSS_SPECIAL(NSS_CMSMessage_CreateFromDER);
PSM_NSS_RAW(NSS_CMSMessage_Destroy);
PSM_NSS_RAW(NSS_CMSMessage_GetContent);
PSM_NSS_RAW(NSS_CMSMessage_GetContentInfo);
PSM_NSS_RAW(NSS_CMSMessage_IsEncrypted);
PSM_NSS_RAW(NSS_CMSMessage_IsSigned);
PSM_NSS_RAW(NSS_CMSRecipientInfo_Create);
PSM_NSS_RAW(NSS_CMSRecipientInfo_CreateFromDER);
PSM_NSS_RAW(NSS_CMSRecipientInfo_CreateNew);
PSM_NSS_RAW(NSS_CMSRecipientInfo_CreateWithSubjKeyID);
PSM_NSS_RAW(NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert);
PSM_NSS_RAW(NSS_CMSRecipientInfo_Destroy);
PSM_NSS_RAW(NSS_CMSRecipientInfo_Encode);
PSM_NSS_RAW(NSS_CMSRecipientInfo_GetCertAndKey);
PSM_NSS_RAW(NSS_CMSRecipientInfo_UnwrapBulkKey);
PSM_NSS_RAW(NSS_CMSRecipientInfo_WrapBulkKey);
PSM_NSS_RAW(NSS_CMSSignedData_AddCertChain);
PSM_NSS_RAW(NSS_CMSSignedData_AddCertList);
PSM_NSS_RAW(NSS_CMSSignedData_AddCertificate);
PSM_NSS_RAW(NSS_CMSSignedData_AddDigest);
PSM_NSS_RAW(NSS_CMSSignedData_AddSignerInfo);
PSM_NSS_RAW(NSS_CMSSignedData_Create);
PSM_NSS_RAW(NSS_CMSSignedData_CreateCertsOnly);
PSM_NSS_RAW(NSS_CMSSignedData_Destroy);
PSM_NSS_RAW(NSS_CMSSignedData_GetContentInfo);
PSM_NSS_RAW(NSS_CMSSignedData_GetDigestAlgs);
PSM_NSS_RAW(NSS_CMSSignedData_GetSignerInfo);
PSM_NSS_RAW(NSS_CMSSignedData_HasDigests);
PSM_NSS_RAW(NSS_CMSSignedData_ImportCerts);
PSM_NSS_RAW(NSS_CMSSignedData_SetDigestValue);
PSM_NSS_RAW(NSS_CMSSignedData_SetDigests);
PSM_NSS_RAW(NSS_CMSSignedData_SignerInfoCount);
PSM_NSS_RAW(NSS_CMSSignedData_VerifyCertsOnly);
PSM_NSS_RAW(NSS_CMSSignedData_VerifySignerInfo);
PSM_NSS_RAW(NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs);
PSM_NSS_RAW(NSS_CMSSignerInfo_AddSMIMECaps);
PSM_NSS_RAW(NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs);
PSM_NSS_RAW(NSS_CMSSignerInfo_AddSigningTime);
PSM_NSS_RAW(NSS_CMSSignerInfo_Create);
PSM_NSS_RAW(NSS_CMSSignerInfo_CreateWithSubjKeyID);
PSM_NSS_RAW(NSS_CMSSignerInfo_Destroy);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetCertList);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetSignerCommonName);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetSignerEmailAddress);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetSigningCertificate);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetSigningTime);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetVerificationStatus);
PSM_NSS_RAW(NSS_CMSSignerInfo_GetVersion);
PSM_NSS_RAW(NSS_CMSSignerInfo_IncludeCerts);
PSM_NSS_RAW(NSS_CMSSignerInfo_Verify);
PSM_NSS_RAW(NSS_CMSType_RegisterContentType);
PSM_NSS_RAW(NSS_CMSUtil_VerificationStatusToString);
PSM_NSS_RAW(NSS_SMIMESignerInfo_SaveSMIMEProfile);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::PK11SymKey *NSS_CMSContentInfo_GetBulkKey(::NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetBulkKey");
  if (!gate.ok()) return nullptr;
  ::PK11SymKey *answer = ::psm_raw_NSS_CMSContentInfo_GetBulkKey(cinfo);
  ::psm::nss_call::Gave(::psm::ReferenceKind::kSymKey, answer);
  gate.Leave();
  return answer;
}

inline int NSS_CMSContentInfo_GetBulkKeySize(::NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetBulkKeySize");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_NSS_CMSContentInfo_GetBulkKeySize(cinfo);
  gate.Leave();
  return answer;
}

inline void *NSS_CMSContentInfo_GetContent(::NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetContent");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_NSS_CMSContentInfo_GetContent(cinfo);
  gate.Leave();
  return answer;
}

inline ::SECOidTag NSS_CMSContentInfo_GetContentEncAlgTag(::NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetContentEncAlgTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_NSS_CMSContentInfo_GetContentEncAlgTag(cinfo);
  gate.Leave();
  return answer;
}

inline ::SECOidTag NSS_CMSContentInfo_GetContentTypeTag(::NSSCMSContentInfo *cinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_GetContentTypeTag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_NSS_CMSContentInfo_GetContentTypeTag(cinfo);
  gate.Leave();
  return answer;
}

inline void NSS_CMSContentInfo_SetBulkKey(::NSSCMSContentInfo *cinfo, ::PK11SymKey *bulkkey) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetBulkKey");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSContentInfo_SetBulkKey(cinfo, bulkkey);
  gate.Leave();
}

inline ::SECStatus NSS_CMSContentInfo_SetContent(::NSSCMSMessage *cmsg, ::NSSCMSContentInfo *cinfo, ::SECOidTag type, void *ptr) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent(cmsg, cinfo, type, ptr);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetContentEncAlg(::PLArenaPool *poolp, ::NSSCMSContentInfo *cinfo, ::SECOidTag bulkalgtag, ::SECItem *parameters, int keysize) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContentEncAlg");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContentEncAlg(poolp, cinfo, bulkalgtag, parameters, keysize);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetContent_Data(::NSSCMSMessage *cmsg, ::NSSCMSContentInfo *cinfo, ::SECItem *data, ::PRBool detached) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_Data");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_Data(cmsg, cinfo, data, detached);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetContent_DigestedData(::NSSCMSMessage *cmsg, ::NSSCMSContentInfo *cinfo, ::NSSCMSDigestedData *digd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_DigestedData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_DigestedData(cmsg, cinfo, digd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetContent_EncryptedData(::NSSCMSMessage *cmsg, ::NSSCMSContentInfo *cinfo, ::NSSCMSEncryptedData *encd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_EncryptedData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_EncryptedData(cmsg, cinfo, encd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetContent_EnvelopedData(::NSSCMSMessage *cmsg, ::NSSCMSContentInfo *cinfo, ::NSSCMSEnvelopedData *envd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_EnvelopedData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_EnvelopedData(cmsg, cinfo, envd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetContent_SignedData(::NSSCMSMessage *cmsg, ::NSSCMSContentInfo *cinfo, ::NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetContent_SignedData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetContent_SignedData(cmsg, cinfo, sigd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSContentInfo_SetDontStream(::NSSCMSContentInfo *cinfo, ::PRBool dontStream) {
  ::psm::nss_call::CallGate gate("NSS_CMSContentInfo_SetDontStream");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSContentInfo_SetDontStream(cinfo, dontStream);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSDEREncode(::NSSCMSMessage *cmsg, ::SECItem *input, ::SECItem *derOut, ::PLArenaPool *arena) {
  ::psm::nss_call::CallGate gate("NSS_CMSDEREncode");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSDEREncode(cmsg, input, derOut, arena);
  gate.Leave();
  return answer;
}

inline void NSS_CMSDecoder_Cancel(::NSSCMSDecoderContext *p7dcx) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSDecoder_Cancel");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsDecoder, p7dcx);
  ::psm_raw_NSS_CMSDecoder_Cancel(p7dcx);
  gate.Leave();
}

inline ::NSSCMSMessage *NSS_CMSDecoder_Finish(::NSSCMSDecoderContext *p7dcx) {
  ::psm::nss_call::CallGate gate("NSS_CMSDecoder_Finish");
  if (!gate.ok()) return nullptr;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsDecoder, p7dcx);
  ::NSSCMSMessage *answer = ::psm_raw_NSS_CMSDecoder_Finish(p7dcx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);
  gate.Leave();
  return answer;
}

inline ::NSSCMSDecoderContext *NSS_CMSDecoder_Start(::PLArenaPool *poolp, ::NSSCMSContentCallback cb, void *cb_arg, ::PK11PasswordFunc pwfn, void *pwfn_arg, ::NSSCMSGetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSDecoder_Start");
  if (!gate.ok()) return nullptr;
  ::NSSCMSDecoderContext *answer = ::psm_special_NSS_CMSDecoder_Start(poolp, cb, cb_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsDecoder, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSDecoder_Update(::NSSCMSDecoderContext *p7dcx, const char *buf, unsigned long len) {
  ::psm::nss_call::CallGate gate("NSS_CMSDecoder_Update");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSDecoder_Update(p7dcx, buf, len);
  gate.Leave();
  return answer;
}

inline void NSS_CMSDigestContext_Cancel(::NSSCMSDigestContext *cmsdigcx) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSDigestContext_Cancel");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsDigestContext, cmsdigcx);
  ::psm_raw_NSS_CMSDigestContext_Cancel(cmsdigcx);
  gate.Leave();
}

inline ::SECStatus NSS_CMSDigestContext_FinishMultiple(::NSSCMSDigestContext *cmsdigcx, ::PLArenaPool *poolp, ::SECItem ***digestsp) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_FinishMultiple");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsDigestContext, cmsdigcx);
  ::SECStatus answer = ::psm_raw_NSS_CMSDigestContext_FinishMultiple(cmsdigcx, poolp, digestsp);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSDigestContext_FinishSingle(::NSSCMSDigestContext *cmsdigcx, ::PLArenaPool *poolp, ::SECItem *digest) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_FinishSingle");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsDigestContext, cmsdigcx);
  ::SECStatus answer = ::psm_raw_NSS_CMSDigestContext_FinishSingle(cmsdigcx, poolp, digest);
  gate.Leave();
  return answer;
}

inline ::NSSCMSDigestContext *NSS_CMSDigestContext_StartMultiple(::SECAlgorithmID **digestalgs) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_StartMultiple");
  if (!gate.ok()) return nullptr;
  ::NSSCMSDigestContext *answer = ::psm_raw_NSS_CMSDigestContext_StartMultiple(digestalgs);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsDigestContext, answer);
  gate.Leave();
  return answer;
}

inline ::NSSCMSDigestContext *NSS_CMSDigestContext_StartSingle(::SECAlgorithmID *digestalg) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_StartSingle");
  if (!gate.ok()) return nullptr;
  ::NSSCMSDigestContext *answer = ::psm_raw_NSS_CMSDigestContext_StartSingle(digestalg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsDigestContext, answer);
  gate.Leave();
  return answer;
}

[[nodiscard]] inline bool NSS_CMSDigestContext_Update(::NSSCMSDigestContext *cmsdigcx, const unsigned char *data, int len) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestContext_Update");
  if (!gate.ok()) return false;
  ::psm_raw_NSS_CMSDigestContext_Update(cmsdigcx, data, len);
  gate.Leave();
  return true;
}

inline ::NSSCMSDigestedData *NSS_CMSDigestedData_Create(::NSSCMSMessage *cmsg, ::SECAlgorithmID *digestalg) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestedData_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSDigestedData *answer = ::psm_raw_NSS_CMSDigestedData_Create(cmsg, digestalg);
  gate.Leave();
  return answer;
}

inline void NSS_CMSDigestedData_Destroy(::NSSCMSDigestedData *digd) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSDigestedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSDigestedData_Destroy(digd);
  gate.Leave();
}

inline ::NSSCMSContentInfo *NSS_CMSDigestedData_GetContentInfo(::NSSCMSDigestedData *digd) {
  ::psm::nss_call::CallGate gate("NSS_CMSDigestedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  ::NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSDigestedData_GetContentInfo(digd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSEncoder_Cancel(::NSSCMSEncoderContext *p7ecx) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSEncoder_Cancel");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsEncoder, p7ecx);
  ::SECStatus answer = ::psm_raw_NSS_CMSEncoder_Cancel(p7ecx);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSEncoder_Finish(::NSSCMSEncoderContext *p7ecx) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncoder_Finish");
  if (!gate.ok()) return SECFailure;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsEncoder, p7ecx);
  ::SECStatus answer = ::psm_raw_NSS_CMSEncoder_Finish(p7ecx);
  gate.Leave();
  return answer;
}

inline ::NSSCMSEncoderContext *NSS_CMSEncoder_Start(::NSSCMSMessage *cmsg, ::NSSCMSContentCallback outputfn, void *outputarg, ::SECItem *dest, ::PLArenaPool *destpoolp, ::PK11PasswordFunc pwfn, void *pwfn_arg, ::NSSCMSGetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg, ::SECAlgorithmID **detached_digestalgs, ::SECItem **detached_digests) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncoder_Start");
  if (!gate.ok()) return nullptr;
  ::NSSCMSEncoderContext *answer = ::psm_special_NSS_CMSEncoder_Start(cmsg, outputfn, outputarg, dest, destpoolp, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg, detached_digestalgs, detached_digests);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsEncoder, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSEncoder_Update(::NSSCMSEncoderContext *p7ecx, const char *data, unsigned long len) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncoder_Update");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSEncoder_Update(p7ecx, data, len);
  gate.Leave();
  return answer;
}

inline ::NSSCMSEncryptedData *NSS_CMSEncryptedData_Create(::NSSCMSMessage *cmsg, ::SECOidTag algorithm, int keysize) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncryptedData_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSEncryptedData *answer = ::psm_raw_NSS_CMSEncryptedData_Create(cmsg, algorithm, keysize);
  gate.Leave();
  return answer;
}

inline void NSS_CMSEncryptedData_Destroy(::NSSCMSEncryptedData *encd) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSEncryptedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSEncryptedData_Destroy(encd);
  gate.Leave();
}

inline ::NSSCMSContentInfo *NSS_CMSEncryptedData_GetContentInfo(::NSSCMSEncryptedData *encd) {
  ::psm::nss_call::CallGate gate("NSS_CMSEncryptedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  ::NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSEncryptedData_GetContentInfo(encd);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSEnvelopedData_AddRecipient(::NSSCMSEnvelopedData *edp, ::NSSCMSRecipientInfo *rip) {
  ::psm::nss_call::CallGate gate("NSS_CMSEnvelopedData_AddRecipient");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSEnvelopedData_AddRecipient(edp, rip);
  gate.Leave();
  return answer;
}

inline ::NSSCMSEnvelopedData *NSS_CMSEnvelopedData_Create(::NSSCMSMessage *cmsg, ::SECOidTag algorithm, int keysize) {
  ::psm::nss_call::CallGate gate("NSS_CMSEnvelopedData_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSEnvelopedData *answer = ::psm_raw_NSS_CMSEnvelopedData_Create(cmsg, algorithm, keysize);
  gate.Leave();
  return answer;
}

inline void NSS_CMSEnvelopedData_Destroy(::NSSCMSEnvelopedData *edp) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSEnvelopedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSEnvelopedData_Destroy(edp);
  gate.Leave();
}

inline ::NSSCMSContentInfo *NSS_CMSEnvelopedData_GetContentInfo(::NSSCMSEnvelopedData *envd) {
  ::psm::nss_call::CallGate gate("NSS_CMSEnvelopedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  ::NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSEnvelopedData_GetContentInfo(envd);
  gate.Leave();
  return answer;
}

inline ::NSSCMSContentInfo *NSS_CMSMessage_ContentLevel(::NSSCMSMessage *cmsg, int n) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_ContentLevel");
  if (!gate.ok()) return nullptr;
  ::NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSMessage_ContentLevel(cmsg, n);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<int> NSS_CMSMessage_ContentLevelCount(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_ContentLevelCount");
  if (!gate.ok()) return ::psm::Checked<int>();
  int answer = ::psm_raw_NSS_CMSMessage_ContentLevelCount(cmsg);
  gate.Leave();
  return ::psm::Checked<int>(answer);
}

inline ::NSSCMSMessage *NSS_CMSMessage_Copy(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_Copy");
  if (!gate.ok()) return nullptr;
  ::NSSCMSMessage *answer = ::psm_raw_NSS_CMSMessage_Copy(cmsg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);
  gate.Leave();
  return answer;
}

inline ::NSSCMSMessage *NSS_CMSMessage_Create(::PLArenaPool *poolp) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSMessage *answer = ::psm_raw_NSS_CMSMessage_Create(poolp);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);
  gate.Leave();
  return answer;
}

inline ::NSSCMSMessage *NSS_CMSMessage_CreateFromDER(::SECItem *DERmessage, ::NSSCMSContentCallback cb, void *cb_arg, ::PK11PasswordFunc pwfn, void *pwfn_arg, ::NSSCMSGetDecryptKeyCallback decrypt_key_cb, void *decrypt_key_cb_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_CreateFromDER");
  if (!gate.ok()) return nullptr;
  ::NSSCMSMessage *answer = ::psm_special_NSS_CMSMessage_CreateFromDER(DERmessage, cb, cb_arg, pwfn, pwfn_arg, decrypt_key_cb, decrypt_key_cb_arg);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCmsMessage, answer);
  gate.Leave();
  return answer;
}

inline void NSS_CMSMessage_Destroy(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSMessage_Destroy");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCmsMessage, cmsg);
  ::psm_raw_NSS_CMSMessage_Destroy(cmsg);
  gate.Leave();
}

inline ::SECItem *NSS_CMSMessage_GetContent(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_GetContent");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_NSS_CMSMessage_GetContent(cmsg);
  gate.Leave();
  return answer;
}

inline ::NSSCMSContentInfo *NSS_CMSMessage_GetContentInfo(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_GetContentInfo");
  if (!gate.ok()) return nullptr;
  ::NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSMessage_GetContentInfo(cmsg);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> NSS_CMSMessage_IsEncrypted(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_IsEncrypted");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_NSS_CMSMessage_IsEncrypted(cmsg);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::psm::Checked<::PRBool> NSS_CMSMessage_IsSigned(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSMessage_IsSigned");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_NSS_CMSMessage_IsSigned(cmsg);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::NSSCMSRecipientInfo *NSS_CMSRecipientInfo_Create(::NSSCMSMessage *cmsg, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_Create(cmsg, cert);
  gate.Leave();
  return answer;
}

inline ::NSSCMSRecipientInfo *NSS_CMSRecipientInfo_CreateFromDER(::SECItem *input, void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateFromDER");
  if (!gate.ok()) return nullptr;
  ::NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateFromDER(input, pwfn_arg);
  gate.Leave();
  return answer;
}

inline ::NSSCMSRecipientInfo *NSS_CMSRecipientInfo_CreateNew(void *pwfn_arg) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateNew");
  if (!gate.ok()) return nullptr;
  ::NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateNew(pwfn_arg);
  gate.Leave();
  return answer;
}

inline ::NSSCMSRecipientInfo *NSS_CMSRecipientInfo_CreateWithSubjKeyID(::NSSCMSMessage *cmsg, ::SECItem *subjKeyID, ::SECKEYPublicKey *pubKey) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateWithSubjKeyID");
  if (!gate.ok()) return nullptr;
  ::NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateWithSubjKeyID(cmsg, subjKeyID, pubKey);
  gate.Leave();
  return answer;
}

inline ::NSSCMSRecipientInfo *NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert(::NSSCMSMessage *cmsg, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert");
  if (!gate.ok()) return nullptr;
  ::NSSCMSRecipientInfo *answer = ::psm_raw_NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert(cmsg, cert);
  gate.Leave();
  return answer;
}

inline void NSS_CMSRecipientInfo_Destroy(::NSSCMSRecipientInfo *ri) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSRecipientInfo_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSRecipientInfo_Destroy(ri);
  gate.Leave();
}

inline ::SECStatus NSS_CMSRecipientInfo_Encode(::PLArenaPool *poolp, const ::NSSCMSRecipientInfo *src, ::SECItem *returned) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_Encode");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSRecipientInfo_Encode(poolp, src, returned);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSRecipientInfo_GetCertAndKey(::NSSCMSRecipientInfo *ri, ::CERTCertificate **retcert, ::SECKEYPrivateKey **retkey) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_GetCertAndKey");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSRecipientInfo_GetCertAndKey(ri, retcert, retkey);
  if (answer == SECSuccess && retcert != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, *retcert);
  if (answer == SECSuccess && retkey != nullptr) ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPrivateKey, *retkey);
  gate.Leave();
  return answer;
}

inline ::PK11SymKey *NSS_CMSRecipientInfo_UnwrapBulkKey(::NSSCMSRecipientInfo *ri, int subIndex, ::CERTCertificate *cert, ::SECKEYPrivateKey *privkey, ::SECOidTag bulkalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_UnwrapBulkKey");
  if (!gate.ok()) return nullptr;
  ::PK11SymKey *answer = ::psm_raw_NSS_CMSRecipientInfo_UnwrapBulkKey(ri, subIndex, cert, privkey, bulkalgtag);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSymKey, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSRecipientInfo_WrapBulkKey(::NSSCMSRecipientInfo *ri, ::PK11SymKey *bulkkey, ::SECOidTag bulkalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSRecipientInfo_WrapBulkKey");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSRecipientInfo_WrapBulkKey(ri, bulkkey, bulkalgtag);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_AddCertChain(::NSSCMSSignedData *sigd, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddCertChain");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddCertChain(sigd, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_AddCertList(::NSSCMSSignedData *sigd, ::CERTCertificateList *certlist) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddCertList");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddCertList(sigd, certlist);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_AddCertificate(::NSSCMSSignedData *sigd, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddCertificate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddCertificate(sigd, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_AddDigest(::PLArenaPool *poolp, ::NSSCMSSignedData *sigd, ::SECOidTag digestalgtag, ::SECItem *digest) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddDigest");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddDigest(poolp, sigd, digestalgtag, digest);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_AddSignerInfo(::NSSCMSSignedData *sigd, ::NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_AddSignerInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_AddSignerInfo(sigd, signerinfo);
  gate.Leave();
  return answer;
}

inline ::NSSCMSSignedData *NSS_CMSSignedData_Create(::NSSCMSMessage *cmsg) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSSignedData *answer = ::psm_raw_NSS_CMSSignedData_Create(cmsg);
  gate.Leave();
  return answer;
}

inline ::NSSCMSSignedData *NSS_CMSSignedData_CreateCertsOnly(::NSSCMSMessage *cmsg, ::CERTCertificate *cert, ::PRBool include_chain) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_CreateCertsOnly");
  if (!gate.ok()) return nullptr;
  ::NSSCMSSignedData *answer = ::psm_raw_NSS_CMSSignedData_CreateCertsOnly(cmsg, cert, include_chain);
  gate.Leave();
  return answer;
}

inline void NSS_CMSSignedData_Destroy(::NSSCMSSignedData *sigd) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSSignedData_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSSignedData_Destroy(sigd);
  gate.Leave();
}

inline ::NSSCMSContentInfo *NSS_CMSSignedData_GetContentInfo(::NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_GetContentInfo");
  if (!gate.ok()) return nullptr;
  ::NSSCMSContentInfo *answer = ::psm_raw_NSS_CMSSignedData_GetContentInfo(sigd);
  gate.Leave();
  return answer;
}

inline ::SECAlgorithmID **NSS_CMSSignedData_GetDigestAlgs(::NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_GetDigestAlgs");
  if (!gate.ok()) return nullptr;
  ::SECAlgorithmID **answer = ::psm_raw_NSS_CMSSignedData_GetDigestAlgs(sigd);
  gate.Leave();
  return answer;
}

inline ::NSSCMSSignerInfo *NSS_CMSSignedData_GetSignerInfo(::NSSCMSSignedData *sigd, int i) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_GetSignerInfo");
  if (!gate.ok()) return nullptr;
  ::NSSCMSSignerInfo *answer = ::psm_raw_NSS_CMSSignedData_GetSignerInfo(sigd, i);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> NSS_CMSSignedData_HasDigests(::NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_HasDigests");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_NSS_CMSSignedData_HasDigests(sigd);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::SECStatus NSS_CMSSignedData_ImportCerts(::NSSCMSSignedData *sigd, ::CERTCertDBHandle *certdb, ::SECCertUsage certusage, ::PRBool keepcerts) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_ImportCerts");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_ImportCerts(sigd, certdb, certusage, keepcerts);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_SetDigestValue(::NSSCMSSignedData *sigd, ::SECOidTag digestalgtag, ::SECItem *digestdata) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_SetDigestValue");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_SetDigestValue(sigd, digestalgtag, digestdata);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_SetDigests(::NSSCMSSignedData *sigd, ::SECAlgorithmID **digestalgs, ::SECItem **digests) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_SetDigests");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_SetDigests(sigd, digestalgs, digests);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<int> NSS_CMSSignedData_SignerInfoCount(::NSSCMSSignedData *sigd) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_SignerInfoCount");
  if (!gate.ok()) return ::psm::Checked<int>();
  int answer = ::psm_raw_NSS_CMSSignedData_SignerInfoCount(sigd);
  gate.Leave();
  return ::psm::Checked<int>(answer);
}

inline ::SECStatus NSS_CMSSignedData_VerifyCertsOnly(::NSSCMSSignedData *sigd, ::CERTCertDBHandle *certdb, ::SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_VerifyCertsOnly");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_VerifyCertsOnly(sigd, certdb, usage);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignedData_VerifySignerInfo(::NSSCMSSignedData *sigd, int i, ::CERTCertDBHandle *certdb, ::SECCertUsage certusage) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignedData_VerifySignerInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignedData_VerifySignerInfo(sigd, i, certdb, certusage);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs(::NSSCMSSignerInfo *signerinfo, ::CERTCertificate *cert, ::CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs(signerinfo, cert, certdb);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_AddSMIMECaps(::NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddSMIMECaps");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddSMIMECaps(signerinfo);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs(::NSSCMSSignerInfo *signerinfo, ::CERTCertificate *cert, ::CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs(signerinfo, cert, certdb);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_AddSigningTime(::NSSCMSSignerInfo *signerinfo, ::PRTime t) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_AddSigningTime");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_AddSigningTime(signerinfo, t);
  gate.Leave();
  return answer;
}

inline ::NSSCMSSignerInfo *NSS_CMSSignerInfo_Create(::NSSCMSMessage *cmsg, ::CERTCertificate *cert, ::SECOidTag digestalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_Create");
  if (!gate.ok()) return nullptr;
  ::NSSCMSSignerInfo *answer = ::psm_raw_NSS_CMSSignerInfo_Create(cmsg, cert, digestalgtag);
  gate.Leave();
  return answer;
}

inline ::NSSCMSSignerInfo *NSS_CMSSignerInfo_CreateWithSubjKeyID(::NSSCMSMessage *cmsg, ::SECItem *subjKeyID, ::SECKEYPublicKey *pubKey, ::SECKEYPrivateKey *signingKey, ::SECOidTag digestalgtag) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_CreateWithSubjKeyID");
  if (!gate.ok()) return nullptr;
  ::NSSCMSSignerInfo *answer = ::psm_raw_NSS_CMSSignerInfo_CreateWithSubjKeyID(cmsg, subjKeyID, pubKey, signingKey, digestalgtag);
  gate.Leave();
  return answer;
}

inline void NSS_CMSSignerInfo_Destroy(::NSSCMSSignerInfo *si) {
  ::psm::nss_call::ReleaseGate gate("NSS_CMSSignerInfo_Destroy");
  if (!gate.ok()) return;
  ::psm_raw_NSS_CMSSignerInfo_Destroy(si);
  gate.Leave();
}

inline ::CERTCertificateList *NSS_CMSSignerInfo_GetCertList(::NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetCertList");
  if (!gate.ok()) return nullptr;
  ::CERTCertificateList *answer = ::psm_raw_NSS_CMSSignerInfo_GetCertList(signerinfo);
  gate.Leave();
  return answer;
}

inline char *NSS_CMSSignerInfo_GetSignerCommonName(::NSSCMSSignerInfo *sinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSignerCommonName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_NSS_CMSSignerInfo_GetSignerCommonName(sinfo);
  gate.Leave();
  return answer;
}

inline char *NSS_CMSSignerInfo_GetSignerEmailAddress(::NSSCMSSignerInfo *sinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSignerEmailAddress");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_NSS_CMSSignerInfo_GetSignerEmailAddress(sinfo);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *NSS_CMSSignerInfo_GetSigningCertificate(::NSSCMSSignerInfo *signerinfo, ::CERTCertDBHandle *certdb) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSigningCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_NSS_CMSSignerInfo_GetSigningCertificate(signerinfo, certdb);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_GetSigningTime(::NSSCMSSignerInfo *sinfo, ::PRTime *stime) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetSigningTime");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_GetSigningTime(sinfo, stime);
  gate.Leave();
  return answer;
}

inline ::NSSCMSVerificationStatus NSS_CMSSignerInfo_GetVerificationStatus(::NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetVerificationStatus");
  if (!gate.ok()) return NSSCMSVS_Unverified;
  ::NSSCMSVerificationStatus answer = ::psm_raw_NSS_CMSSignerInfo_GetVerificationStatus(signerinfo);
  gate.Leave();
  return answer;
}

inline int NSS_CMSSignerInfo_GetVersion(::NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_GetVersion");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_NSS_CMSSignerInfo_GetVersion(signerinfo);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_IncludeCerts(::NSSCMSSignerInfo *signerinfo, ::NSSCMSCertChainMode cm, ::SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_IncludeCerts");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_IncludeCerts(signerinfo, cm, usage);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSSignerInfo_Verify(::NSSCMSSignerInfo *signerinfo, ::SECItem *digest, ::SECItem *contentType) {
  ::psm::nss_call::CallGate gate("NSS_CMSSignerInfo_Verify");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSSignerInfo_Verify(signerinfo, digest, contentType);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_CMSType_RegisterContentType(::SECOidTag type, ::SEC_ASN1Template *asn1Template, ::size_t size, ::NSSCMSGenericWrapperDataDestroy destroy, ::NSSCMSGenericWrapperDataCallback decode_before, ::NSSCMSGenericWrapperDataCallback decode_after, ::NSSCMSGenericWrapperDataCallback decode_end, ::NSSCMSGenericWrapperDataCallback encode_start, ::NSSCMSGenericWrapperDataCallback encode_before, ::NSSCMSGenericWrapperDataCallback encode_after, ::PRBool isData) {
  ::psm::nss_call::CallGate gate("NSS_CMSType_RegisterContentType");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_CMSType_RegisterContentType(type, asn1Template, size, destroy, decode_before, decode_after, decode_end, encode_start, encode_before, encode_after, isData);
  gate.Leave();
  return answer;
}

inline const char *NSS_CMSUtil_VerificationStatusToString(::NSSCMSVerificationStatus vs) {
  ::psm::nss_call::CallGate gate("NSS_CMSUtil_VerificationStatusToString");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_NSS_CMSUtil_VerificationStatusToString(vs);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_SMIMESignerInfo_SaveSMIMEProfile(::NSSCMSSignerInfo *signerinfo) {
  ::psm::nss_call::CallGate gate("NSS_SMIMESignerInfo_SaveSMIMEProfile");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SMIMESignerInfo_SaveSMIMEProfile(signerinfo);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(NSS_CMSContentInfo_GetBulkKey);
PSM_NSS_BAN(NSS_CMSContentInfo_GetBulkKeySize);
PSM_NSS_BAN(NSS_CMSContentInfo_GetContent);
PSM_NSS_BAN(NSS_CMSContentInfo_GetContentEncAlgTag);
PSM_NSS_BAN(NSS_CMSContentInfo_GetContentTypeTag);
PSM_NSS_BAN(NSS_CMSContentInfo_SetBulkKey);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContent);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContentEncAlg);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContent_Data);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContent_DigestedData);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContent_EncryptedData);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContent_EnvelopedData);
PSM_NSS_BAN(NSS_CMSContentInfo_SetContent_SignedData);
PSM_NSS_BAN(NSS_CMSContentInfo_SetDontStream);
PSM_NSS_BAN(NSS_CMSDEREncode);
PSM_NSS_BAN(NSS_CMSDecoder_Cancel);
PSM_NSS_BAN(NSS_CMSDecoder_Finish);
PSM_NSS_BAN(NSS_CMSDecoder_Start);
PSM_NSS_BAN(NSS_CMSDecoder_Update);
PSM_NSS_BAN(NSS_CMSDigestContext_Cancel);
PSM_NSS_BAN(NSS_CMSDigestContext_FinishMultiple);
PSM_NSS_BAN(NSS_CMSDigestContext_FinishSingle);
PSM_NSS_BAN(NSS_CMSDigestContext_StartMultiple);
PSM_NSS_BAN(NSS_CMSDigestContext_StartSingle);
PSM_NSS_BAN(NSS_CMSDigestContext_Update);
PSM_NSS_BAN(NSS_CMSDigestedData_Create);
PSM_NSS_BAN(NSS_CMSDigestedData_Destroy);
PSM_NSS_BAN(NSS_CMSDigestedData_GetContentInfo);
PSM_NSS_BAN(NSS_CMSEncoder_Cancel);
PSM_NSS_BAN(NSS_CMSEncoder_Finish);
PSM_NSS_BAN(NSS_CMSEncoder_Start);
PSM_NSS_BAN(NSS_CMSEncoder_Update);
PSM_NSS_BAN(NSS_CMSEncryptedData_Create);
PSM_NSS_BAN(NSS_CMSEncryptedData_Destroy);
PSM_NSS_BAN(NSS_CMSEncryptedData_GetContentInfo);
PSM_NSS_BAN(NSS_CMSEnvelopedData_AddRecipient);
PSM_NSS_BAN(NSS_CMSEnvelopedData_Create);
PSM_NSS_BAN(NSS_CMSEnvelopedData_Destroy);
PSM_NSS_BAN(NSS_CMSEnvelopedData_GetContentInfo);
PSM_NSS_BAN(NSS_CMSMessage_ContentLevel);
PSM_NSS_BAN(NSS_CMSMessage_ContentLevelCount);
PSM_NSS_BAN(NSS_CMSMessage_Copy);
PSM_NSS_BAN(NSS_CMSMessage_Create);
PSM_NSS_BAN(NSS_CMSMessage_CreateFromDER);
PSM_NSS_BAN(NSS_CMSMessage_Destroy);
PSM_NSS_BAN(NSS_CMSMessage_GetContent);
PSM_NSS_BAN(NSS_CMSMessage_GetContentInfo);
PSM_NSS_BAN(NSS_CMSMessage_IsEncrypted);
PSM_NSS_BAN(NSS_CMSMessage_IsSigned);
PSM_NSS_BAN(NSS_CMSRecipientInfo_Create);
PSM_NSS_BAN(NSS_CMSRecipientInfo_CreateFromDER);
PSM_NSS_BAN(NSS_CMSRecipientInfo_CreateNew);
PSM_NSS_BAN(NSS_CMSRecipientInfo_CreateWithSubjKeyID);
PSM_NSS_BAN(NSS_CMSRecipientInfo_CreateWithSubjKeyIDFromCert);
PSM_NSS_BAN(NSS_CMSRecipientInfo_Destroy);
PSM_NSS_BAN(NSS_CMSRecipientInfo_Encode);
PSM_NSS_BAN(NSS_CMSRecipientInfo_GetCertAndKey);
PSM_NSS_BAN(NSS_CMSRecipientInfo_UnwrapBulkKey);
PSM_NSS_BAN(NSS_CMSRecipientInfo_WrapBulkKey);
PSM_NSS_BAN(NSS_CMSSignedData_AddCertChain);
PSM_NSS_BAN(NSS_CMSSignedData_AddCertList);
PSM_NSS_BAN(NSS_CMSSignedData_AddCertificate);
PSM_NSS_BAN(NSS_CMSSignedData_AddDigest);
PSM_NSS_BAN(NSS_CMSSignedData_AddSignerInfo);
PSM_NSS_BAN(NSS_CMSSignedData_Create);
PSM_NSS_BAN(NSS_CMSSignedData_CreateCertsOnly);
PSM_NSS_BAN(NSS_CMSSignedData_Destroy);
PSM_NSS_BAN(NSS_CMSSignedData_GetContentInfo);
PSM_NSS_BAN(NSS_CMSSignedData_GetDigestAlgs);
PSM_NSS_BAN(NSS_CMSSignedData_GetSignerInfo);
PSM_NSS_BAN(NSS_CMSSignedData_HasDigests);
PSM_NSS_BAN(NSS_CMSSignedData_ImportCerts);
PSM_NSS_BAN(NSS_CMSSignedData_SetDigestValue);
PSM_NSS_BAN(NSS_CMSSignedData_SetDigests);
PSM_NSS_BAN(NSS_CMSSignedData_SignerInfoCount);
PSM_NSS_BAN(NSS_CMSSignedData_VerifyCertsOnly);
PSM_NSS_BAN(NSS_CMSSignedData_VerifySignerInfo);
PSM_NSS_BAN(NSS_CMSSignerInfo_AddMSSMIMEEncKeyPrefs);
PSM_NSS_BAN(NSS_CMSSignerInfo_AddSMIMECaps);
PSM_NSS_BAN(NSS_CMSSignerInfo_AddSMIMEEncKeyPrefs);
PSM_NSS_BAN(NSS_CMSSignerInfo_AddSigningTime);
PSM_NSS_BAN(NSS_CMSSignerInfo_Create);
PSM_NSS_BAN(NSS_CMSSignerInfo_CreateWithSubjKeyID);
PSM_NSS_BAN(NSS_CMSSignerInfo_Destroy);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetCertList);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetSignerCommonName);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetSignerEmailAddress);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetSigningCertificate);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetSigningTime);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetVerificationStatus);
PSM_NSS_BAN(NSS_CMSSignerInfo_GetVersion);
PSM_NSS_BAN(NSS_CMSSignerInfo_IncludeCerts);
PSM_NSS_BAN(NSS_CMSSignerInfo_Verify);
PSM_NSS_BAN(NSS_CMSType_RegisterContentType);
PSM_NSS_BAN(NSS_CMSUtil_VerificationStatusToString);
PSM_NSS_BAN(NSS_SMIMESignerInfo_SaveSMIMEProfile);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_CMS_H_
