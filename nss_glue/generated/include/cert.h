// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <cert.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CERT_H_
#define PSM_NSS_CERT_H_

#include "nss_glue/shadow.h"

#include_next <cert.h>
#include <seccomon.h>
#include <secdert.h>
#include <secoidt.h>
#include <keythi.h>
#include <certt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(CERT_AddCertToListHead);
PSM_NSS_RENAMED(CERT_AddCertToListHeadWithData);
PSM_NSS_RENAMED(CERT_AddCertToListSorted);
PSM_NSS_RENAMED(CERT_AddCertToListTail);
PSM_NSS_RENAMED(CERT_AddCertToListTailWithData);
PSM_NSS_RENAMED(CERT_AddExtension);
PSM_NSS_RENAMED(CERT_AddExtensionByOID);
PSM_NSS_RENAMED(CERT_AddOKDomainName);
PSM_NSS_RENAMED(CERT_AddRDN);
PSM_NSS_RENAMED(CERT_AllocCERTRevocationFlags);
PSM_NSS_RENAMED(CERT_AsciiToName);
PSM_NSS_RENAMED(CERT_CRLCacheRefreshIssuer);
PSM_NSS_RENAMED(CERT_CacheCRL);
PSM_NSS_RENAMED(CERT_CertChainFromCert);
PSM_NSS_RENAMED(CERT_CertListFromCert);
PSM_NSS_RENAMED(CERT_CertTimesValid);
PSM_NSS_RENAMED(CERT_ChangeCertTrust);
PSM_NSS_RENAMED(CERT_CheckCertUsage);
PSM_NSS_RENAMED(CERT_CheckCertValidTimes);
PSM_NSS_RENAMED(CERT_CheckNameSpace);
PSM_NSS_RENAMED(CERT_CompareAVA);
PSM_NSS_RENAMED(CERT_CompareCerts);
PSM_NSS_RENAMED(CERT_CompareName);
PSM_NSS_RENAMED(CERT_CompleteCRLDecodeEntries);
PSM_NSS_RENAMED(CERT_ConvertAndDecodeCertificate);
PSM_NSS_RENAMED(CERT_CopyName);
PSM_NSS_RENAMED(CERT_CopyRDN);
PSM_NSS_RENAMED(CERT_CreateAVA);
PSM_NSS_RENAMED(CERT_CreateCertificate);
PSM_NSS_RENAMED(CERT_CreateCertificateRequest);
PSM_NSS_RENAMED(CERT_CreateName);
PSM_NSS_RENAMED(CERT_CreateRDN);
PSM_NSS_RENAMED(CERT_CreateSubjectCertList);
PSM_NSS_RENAMED(CERT_CreateValidity);
PSM_NSS_RENAMED(CERT_DecodeAVAValue);
PSM_NSS_RENAMED(CERT_DecodeAltNameExtension);
PSM_NSS_RENAMED(CERT_DecodeAuthInfoAccessExtension);
PSM_NSS_RENAMED(CERT_DecodeAuthKeyID);
PSM_NSS_RENAMED(CERT_DecodeBasicConstraintValue);
PSM_NSS_RENAMED(CERT_DecodeCRLDistributionPoints);
PSM_NSS_RENAMED(CERT_DecodeCertFromPackage);
PSM_NSS_RENAMED(CERT_DecodeCertPackage);
PSM_NSS_RENAMED(CERT_DecodeCertificatePoliciesExtension);
PSM_NSS_RENAMED(CERT_DecodeDERCrl);
PSM_NSS_RENAMED(CERT_DecodeDERCrlWithFlags);
PSM_NSS_RENAMED(CERT_DecodeGeneralName);
PSM_NSS_RENAMED(CERT_DecodeNameConstraintsExtension);
PSM_NSS_RENAMED(CERT_DecodeOidSequence);
PSM_NSS_RENAMED(CERT_DecodePrivKeyUsagePeriodExtension);
PSM_NSS_RENAMED(CERT_DecodeTrustString);
PSM_NSS_RENAMED(CERT_DecodeUserNotice);
PSM_NSS_RENAMED(CERT_DerNameToAscii);
PSM_NSS_RENAMED(CERT_DestroyCertArray);
PSM_NSS_RENAMED(CERT_DestroyCertList);
PSM_NSS_RENAMED(CERT_DestroyCertificate);
PSM_NSS_RENAMED(CERT_DistNamesFromCertList);
PSM_NSS_RENAMED(CERT_DupCertList);
PSM_NSS_RENAMED(CERT_DupCertificate);
PSM_NSS_RENAMED(CERT_DupDistNames);
PSM_NSS_RENAMED(CERT_EncodeAltNameExtension);
PSM_NSS_RENAMED(CERT_EncodeAndAddBitStrExtension);
PSM_NSS_RENAMED(CERT_EncodeAuthKeyID);
PSM_NSS_RENAMED(CERT_EncodeBasicConstraintValue);
PSM_NSS_RENAMED(CERT_EncodeCRLDistributionPoints);
PSM_NSS_RENAMED(CERT_EncodeCertPoliciesExtension);
PSM_NSS_RENAMED(CERT_EncodeGeneralName);
PSM_NSS_RENAMED(CERT_EncodeInfoAccessExtension);
PSM_NSS_RENAMED(CERT_EncodeInhibitAnyExtension);
PSM_NSS_RENAMED(CERT_EncodeNoticeReference);
PSM_NSS_RENAMED(CERT_EncodePolicyConstraintsExtension);
PSM_NSS_RENAMED(CERT_EncodePolicyMappingExtension);
PSM_NSS_RENAMED(CERT_EncodeSubjectKeyID);
PSM_NSS_RENAMED(CERT_EncodeUserNotice);
PSM_NSS_RENAMED(CERT_ExtractPublicKey);
PSM_NSS_RENAMED(CERT_FilterCertListByCANames);
PSM_NSS_RENAMED(CERT_FilterCertListByCertList);
PSM_NSS_RENAMED(CERT_FilterCertListByNickname);
PSM_NSS_RENAMED(CERT_FilterCertListByUsage);
PSM_NSS_RENAMED(CERT_FilterCertListForUserCerts);
PSM_NSS_RENAMED(CERT_FindCRLEntryReasonExten);
PSM_NSS_RENAMED(CERT_FindCRLNumberExten);
PSM_NSS_RENAMED(CERT_FindCertByDERCert);
PSM_NSS_RENAMED(CERT_FindCertByIssuerAndSN);
PSM_NSS_RENAMED(CERT_FindCertByIssuerAndSNCX);
PSM_NSS_RENAMED(CERT_FindCertByName);
PSM_NSS_RENAMED(CERT_FindCertByNickname);
PSM_NSS_RENAMED(CERT_FindCertByNicknameOrEmailAddr);
PSM_NSS_RENAMED(CERT_FindCertByNicknameOrEmailAddrCX);
PSM_NSS_RENAMED(CERT_FindCertByNicknameOrEmailAddrForUsage);
PSM_NSS_RENAMED(CERT_FindCertByNicknameOrEmailAddrForUsageCX);
PSM_NSS_RENAMED(CERT_FindCertBySubjectKeyID);
PSM_NSS_RENAMED(CERT_FindCertExtension);
PSM_NSS_RENAMED(CERT_FindCertIssuer);
PSM_NSS_RENAMED(CERT_FindKeyUsageExtension);
PSM_NSS_RENAMED(CERT_FindNameConstraintsExten);
PSM_NSS_RENAMED(CERT_FindSMimeProfile);
PSM_NSS_RENAMED(CERT_FindSubjectKeyIDExtension);
PSM_NSS_RENAMED(CERT_FindUserCertByUsage);
PSM_NSS_RENAMED(CERT_FindUserCertsByUsage);
PSM_NSS_RENAMED(CERT_FinishCertificateRequestAttributes);
PSM_NSS_RENAMED(CERT_FinishExtensions);
PSM_NSS_RENAMED(CERT_FormatName);
PSM_NSS_RENAMED(CERT_GetAVATag);
PSM_NSS_RENAMED(CERT_GetCertChainFromCert);
PSM_NSS_RENAMED(CERT_GetCertEmailAddress);
PSM_NSS_RENAMED(CERT_GetCertIsPerm);
PSM_NSS_RENAMED(CERT_GetCertIsTemp);
PSM_NSS_RENAMED(CERT_GetCertIssuerAndSN);
PSM_NSS_RENAMED(CERT_GetCertKeyType);
PSM_NSS_RENAMED(CERT_GetCertNicknames);
PSM_NSS_RENAMED(CERT_GetCertTimes);
PSM_NSS_RENAMED(CERT_GetCertTrust);
PSM_NSS_RENAMED(CERT_GetCertUid);
PSM_NSS_RENAMED(CERT_GetCertificateDer);
PSM_NSS_RENAMED(CERT_GetCertificateNames);
PSM_NSS_RENAMED(CERT_GetCertificateRequestExtensions);
PSM_NSS_RENAMED(CERT_GetClassicOCSPDisabledPolicy);
PSM_NSS_RENAMED(CERT_GetClassicOCSPEnabledHardFailurePolicy);
PSM_NSS_RENAMED(CERT_GetClassicOCSPEnabledSoftFailurePolicy);
PSM_NSS_RENAMED(CERT_GetCommonName);
PSM_NSS_RENAMED(CERT_GetConstrainedCertificateNames);
PSM_NSS_RENAMED(CERT_GetCountryName);
PSM_NSS_RENAMED(CERT_GetDBContentVersion);
PSM_NSS_RENAMED(CERT_GetDefaultCertDB);
PSM_NSS_RENAMED(CERT_GetDomainComponentName);
PSM_NSS_RENAMED(CERT_GetFirstEmailAddress);
PSM_NSS_RENAMED(CERT_GetGeneralNameTypeFromString);
PSM_NSS_RENAMED(CERT_GetImposedNameConstraints);
PSM_NSS_RENAMED(CERT_GetLocalityName);
PSM_NSS_RENAMED(CERT_GetNextEmailAddress);
PSM_NSS_RENAMED(CERT_GetNextGeneralName);
PSM_NSS_RENAMED(CERT_GetNextNameConstraint);
PSM_NSS_RENAMED(CERT_GetOidString);
PSM_NSS_RENAMED(CERT_GetOrgName);
PSM_NSS_RENAMED(CERT_GetOrgUnitName);
PSM_NSS_RENAMED(CERT_GetPKIXVerifyNistRevocationPolicy);
PSM_NSS_RENAMED(CERT_GetPrevGeneralName);
PSM_NSS_RENAMED(CERT_GetPrevNameConstraint);
PSM_NSS_RENAMED(CERT_GetSSLCACerts);
PSM_NSS_RENAMED(CERT_GetSlopTime);
PSM_NSS_RENAMED(CERT_GetStateName);
PSM_NSS_RENAMED(CERT_GetSubjectNameDigest);
PSM_NSS_RENAMED(CERT_GetSubjectPublicKeyDigest);
PSM_NSS_RENAMED(CERT_GetUsePKIXForValidation);
PSM_NSS_RENAMED(CERT_GetValidDNSPatternsFromCert);
PSM_NSS_RENAMED(CERT_Hexify);
PSM_NSS_RENAMED(CERT_ImportCAChain);
PSM_NSS_RENAMED(CERT_ImportCAChainTrusted);
PSM_NSS_RENAMED(CERT_ImportCRL);
PSM_NSS_RENAMED(CERT_ImportCerts);
PSM_NSS_RENAMED(CERT_IsCACert);
PSM_NSS_RENAMED(CERT_IsCADERCert);
PSM_NSS_RENAMED(CERT_IsInList);
PSM_NSS_RENAMED(CERT_IsRootDERCert);
PSM_NSS_RENAMED(CERT_IsUserCert);
PSM_NSS_RENAMED(CERT_KeyFromDERCrl);
PSM_NSS_RENAMED(CERT_MakeCANickname);
PSM_NSS_RENAMED(CERT_MergeExtensions);
PSM_NSS_RENAMED(CERT_NameToAscii);
PSM_NSS_RENAMED(CERT_NameToAsciiInvertible);
PSM_NSS_RENAMED(CERT_NewCertList);
PSM_NSS_RENAMED(CERT_NewTempCertificate);
PSM_NSS_RENAMED(CERT_NicknameStringsFromCertList);
PSM_NSS_RENAMED(CERT_OpenCertDBFilename);
PSM_NSS_RENAMED(CERT_PKIXVerifyCert);
PSM_NSS_RENAMED(CERT_RFC1485_EscapeAndQuote);
PSM_NSS_RENAMED(CERT_RemoveCertListNode);
PSM_NSS_RENAMED(CERT_SaveSMimeProfile);
PSM_NSS_RENAMED(CERT_SetSlopTime);
PSM_NSS_RENAMED(CERT_SetUsePKIXForValidation);
PSM_NSS_RENAMED(CERT_StartCRLEntryExtensions);
PSM_NSS_RENAMED(CERT_StartCRLExtensions);
PSM_NSS_RENAMED(CERT_StartCertExtensions);
PSM_NSS_RENAMED(CERT_StartCertificateRequestAttributes);
PSM_NSS_RENAMED(CERT_UncacheCRL);
PSM_NSS_RENAMED(CERT_VerifyCACertForUsage);
PSM_NSS_RENAMED(CERT_VerifyCert);
PSM_NSS_RENAMED(CERT_VerifyCertName);
PSM_NSS_RENAMED(CERT_VerifyCertNow);
PSM_NSS_RENAMED(CERT_VerifyCertificate);
PSM_NSS_RENAMED(CERT_VerifyCertificateNow);
PSM_NSS_RENAMED(CERT_VerifySignedData);
PSM_NSS_RENAMED(CERT_VerifySignedDataWithPublicKey);
PSM_NSS_RENAMED(CERT_VerifySignedDataWithPublicKeyInfo);
PSM_NSS_END_C

#define CERT_AddCertToListHead psm_nss_CERT_AddCertToListHead
#define CERT_AddCertToListHeadWithData psm_nss_CERT_AddCertToListHeadWithData
#define CERT_AddCertToListSorted psm_nss_CERT_AddCertToListSorted
#define CERT_AddCertToListTail psm_nss_CERT_AddCertToListTail
#define CERT_AddCertToListTailWithData psm_nss_CERT_AddCertToListTailWithData
#define CERT_AddExtension psm_nss_CERT_AddExtension
#define CERT_AddExtensionByOID psm_nss_CERT_AddExtensionByOID
#define CERT_AddOKDomainName psm_nss_CERT_AddOKDomainName
#define CERT_AddRDN psm_nss_CERT_AddRDN
#define CERT_AllocCERTRevocationFlags psm_nss_CERT_AllocCERTRevocationFlags
#define CERT_AsciiToName psm_nss_CERT_AsciiToName
#define CERT_CRLCacheRefreshIssuer psm_nss_CERT_CRLCacheRefreshIssuer
#define CERT_CacheCRL psm_nss_CERT_CacheCRL
#define CERT_CertChainFromCert psm_nss_CERT_CertChainFromCert
#define CERT_CertListFromCert psm_nss_CERT_CertListFromCert
#define CERT_CertTimesValid psm_nss_CERT_CertTimesValid
#define CERT_ChangeCertTrust psm_nss_CERT_ChangeCertTrust
#define CERT_CheckCertUsage psm_nss_CERT_CheckCertUsage
#define CERT_CheckCertValidTimes psm_nss_CERT_CheckCertValidTimes
#define CERT_CheckNameSpace psm_nss_CERT_CheckNameSpace
#define CERT_CompareAVA psm_nss_CERT_CompareAVA
#define CERT_CompareCerts psm_nss_CERT_CompareCerts
#define CERT_CompareName psm_nss_CERT_CompareName
#define CERT_CompleteCRLDecodeEntries psm_nss_CERT_CompleteCRLDecodeEntries
#define CERT_ConvertAndDecodeCertificate psm_nss_CERT_ConvertAndDecodeCertificate
#define CERT_CopyName psm_nss_CERT_CopyName
#define CERT_CopyRDN psm_nss_CERT_CopyRDN
#define CERT_CreateAVA psm_nss_CERT_CreateAVA
#define CERT_CreateCertificate psm_nss_CERT_CreateCertificate
#define CERT_CreateCertificateRequest psm_nss_CERT_CreateCertificateRequest
#define CERT_CreateName psm_nss_CERT_CreateName
#define CERT_CreateRDN psm_nss_CERT_CreateRDN
#define CERT_CreateSubjectCertList psm_nss_CERT_CreateSubjectCertList
#define CERT_CreateValidity psm_nss_CERT_CreateValidity
#define CERT_DecodeAVAValue psm_nss_CERT_DecodeAVAValue
#define CERT_DecodeAltNameExtension psm_nss_CERT_DecodeAltNameExtension
#define CERT_DecodeAuthInfoAccessExtension psm_nss_CERT_DecodeAuthInfoAccessExtension
#define CERT_DecodeAuthKeyID psm_nss_CERT_DecodeAuthKeyID
#define CERT_DecodeBasicConstraintValue psm_nss_CERT_DecodeBasicConstraintValue
#define CERT_DecodeCRLDistributionPoints psm_nss_CERT_DecodeCRLDistributionPoints
#define CERT_DecodeCertFromPackage psm_nss_CERT_DecodeCertFromPackage
#define CERT_DecodeCertPackage psm_nss_CERT_DecodeCertPackage
#define CERT_DecodeCertificatePoliciesExtension psm_nss_CERT_DecodeCertificatePoliciesExtension
#define CERT_DecodeDERCrl psm_nss_CERT_DecodeDERCrl
#define CERT_DecodeDERCrlWithFlags psm_nss_CERT_DecodeDERCrlWithFlags
#define CERT_DecodeGeneralName psm_nss_CERT_DecodeGeneralName
#define CERT_DecodeNameConstraintsExtension psm_nss_CERT_DecodeNameConstraintsExtension
#define CERT_DecodeOidSequence psm_nss_CERT_DecodeOidSequence
#define CERT_DecodePrivKeyUsagePeriodExtension psm_nss_CERT_DecodePrivKeyUsagePeriodExtension
#define CERT_DecodeTrustString psm_nss_CERT_DecodeTrustString
#define CERT_DecodeUserNotice psm_nss_CERT_DecodeUserNotice
#define CERT_DerNameToAscii psm_nss_CERT_DerNameToAscii
#define CERT_DestroyCertArray psm_nss_CERT_DestroyCertArray
#define CERT_DestroyCertList psm_nss_CERT_DestroyCertList
#define CERT_DestroyCertificate psm_nss_CERT_DestroyCertificate
#define CERT_DistNamesFromCertList psm_nss_CERT_DistNamesFromCertList
#define CERT_DupCertList psm_nss_CERT_DupCertList
#define CERT_DupCertificate psm_nss_CERT_DupCertificate
#define CERT_DupDistNames psm_nss_CERT_DupDistNames
#define CERT_EncodeAltNameExtension psm_nss_CERT_EncodeAltNameExtension
#define CERT_EncodeAndAddBitStrExtension psm_nss_CERT_EncodeAndAddBitStrExtension
#define CERT_EncodeAuthKeyID psm_nss_CERT_EncodeAuthKeyID
#define CERT_EncodeBasicConstraintValue psm_nss_CERT_EncodeBasicConstraintValue
#define CERT_EncodeCRLDistributionPoints psm_nss_CERT_EncodeCRLDistributionPoints
#define CERT_EncodeCertPoliciesExtension psm_nss_CERT_EncodeCertPoliciesExtension
#define CERT_EncodeGeneralName psm_nss_CERT_EncodeGeneralName
#define CERT_EncodeInfoAccessExtension psm_nss_CERT_EncodeInfoAccessExtension
#define CERT_EncodeInhibitAnyExtension psm_nss_CERT_EncodeInhibitAnyExtension
#define CERT_EncodeNoticeReference psm_nss_CERT_EncodeNoticeReference
#define CERT_EncodePolicyConstraintsExtension psm_nss_CERT_EncodePolicyConstraintsExtension
#define CERT_EncodePolicyMappingExtension psm_nss_CERT_EncodePolicyMappingExtension
#define CERT_EncodeSubjectKeyID psm_nss_CERT_EncodeSubjectKeyID
#define CERT_EncodeUserNotice psm_nss_CERT_EncodeUserNotice
#define CERT_ExtractPublicKey psm_nss_CERT_ExtractPublicKey
#define CERT_FilterCertListByCANames psm_nss_CERT_FilterCertListByCANames
#define CERT_FilterCertListByCertList psm_nss_CERT_FilterCertListByCertList
#define CERT_FilterCertListByNickname psm_nss_CERT_FilterCertListByNickname
#define CERT_FilterCertListByUsage psm_nss_CERT_FilterCertListByUsage
#define CERT_FilterCertListForUserCerts psm_nss_CERT_FilterCertListForUserCerts
#define CERT_FindCRLEntryReasonExten psm_nss_CERT_FindCRLEntryReasonExten
#define CERT_FindCRLNumberExten psm_nss_CERT_FindCRLNumberExten
#define CERT_FindCertByDERCert psm_nss_CERT_FindCertByDERCert
#define CERT_FindCertByIssuerAndSN psm_nss_CERT_FindCertByIssuerAndSN
#define CERT_FindCertByIssuerAndSNCX psm_nss_CERT_FindCertByIssuerAndSNCX
#define CERT_FindCertByName psm_nss_CERT_FindCertByName
#define CERT_FindCertByNickname psm_nss_CERT_FindCertByNickname
#define CERT_FindCertByNicknameOrEmailAddr psm_nss_CERT_FindCertByNicknameOrEmailAddr
#define CERT_FindCertByNicknameOrEmailAddrCX psm_nss_CERT_FindCertByNicknameOrEmailAddrCX
#define CERT_FindCertByNicknameOrEmailAddrForUsage psm_nss_CERT_FindCertByNicknameOrEmailAddrForUsage
#define CERT_FindCertByNicknameOrEmailAddrForUsageCX psm_nss_CERT_FindCertByNicknameOrEmailAddrForUsageCX
#define CERT_FindCertBySubjectKeyID psm_nss_CERT_FindCertBySubjectKeyID
#define CERT_FindCertExtension psm_nss_CERT_FindCertExtension
#define CERT_FindCertIssuer psm_nss_CERT_FindCertIssuer
#define CERT_FindKeyUsageExtension psm_nss_CERT_FindKeyUsageExtension
#define CERT_FindNameConstraintsExten psm_nss_CERT_FindNameConstraintsExten
#define CERT_FindSMimeProfile psm_nss_CERT_FindSMimeProfile
#define CERT_FindSubjectKeyIDExtension psm_nss_CERT_FindSubjectKeyIDExtension
#define CERT_FindUserCertByUsage psm_nss_CERT_FindUserCertByUsage
#define CERT_FindUserCertsByUsage psm_nss_CERT_FindUserCertsByUsage
#define CERT_FinishCertificateRequestAttributes psm_nss_CERT_FinishCertificateRequestAttributes
#define CERT_FinishExtensions psm_nss_CERT_FinishExtensions
#define CERT_FormatName psm_nss_CERT_FormatName
#define CERT_GetAVATag psm_nss_CERT_GetAVATag
#define CERT_GetCertChainFromCert psm_nss_CERT_GetCertChainFromCert
#define CERT_GetCertEmailAddress psm_nss_CERT_GetCertEmailAddress
#define CERT_GetCertIsPerm psm_nss_CERT_GetCertIsPerm
#define CERT_GetCertIsTemp psm_nss_CERT_GetCertIsTemp
#define CERT_GetCertIssuerAndSN psm_nss_CERT_GetCertIssuerAndSN
#define CERT_GetCertKeyType psm_nss_CERT_GetCertKeyType
#define CERT_GetCertNicknames psm_nss_CERT_GetCertNicknames
#define CERT_GetCertTimes psm_nss_CERT_GetCertTimes
#define CERT_GetCertTrust psm_nss_CERT_GetCertTrust
#define CERT_GetCertUid psm_nss_CERT_GetCertUid
#define CERT_GetCertificateDer psm_nss_CERT_GetCertificateDer
#define CERT_GetCertificateNames psm_nss_CERT_GetCertificateNames
#define CERT_GetCertificateRequestExtensions psm_nss_CERT_GetCertificateRequestExtensions
#define CERT_GetClassicOCSPDisabledPolicy psm_nss_CERT_GetClassicOCSPDisabledPolicy
#define CERT_GetClassicOCSPEnabledHardFailurePolicy psm_nss_CERT_GetClassicOCSPEnabledHardFailurePolicy
#define CERT_GetClassicOCSPEnabledSoftFailurePolicy psm_nss_CERT_GetClassicOCSPEnabledSoftFailurePolicy
#define CERT_GetCommonName psm_nss_CERT_GetCommonName
#define CERT_GetConstrainedCertificateNames psm_nss_CERT_GetConstrainedCertificateNames
#define CERT_GetCountryName psm_nss_CERT_GetCountryName
#define CERT_GetDBContentVersion psm_nss_CERT_GetDBContentVersion
#define CERT_GetDefaultCertDB psm_nss_CERT_GetDefaultCertDB
#define CERT_GetDomainComponentName psm_nss_CERT_GetDomainComponentName
#define CERT_GetFirstEmailAddress psm_nss_CERT_GetFirstEmailAddress
#define CERT_GetGeneralNameTypeFromString psm_nss_CERT_GetGeneralNameTypeFromString
#define CERT_GetImposedNameConstraints psm_nss_CERT_GetImposedNameConstraints
#define CERT_GetLocalityName psm_nss_CERT_GetLocalityName
#define CERT_GetNextEmailAddress psm_nss_CERT_GetNextEmailAddress
#define CERT_GetNextGeneralName psm_nss_CERT_GetNextGeneralName
#define CERT_GetNextNameConstraint psm_nss_CERT_GetNextNameConstraint
#define CERT_GetOidString psm_nss_CERT_GetOidString
#define CERT_GetOrgName psm_nss_CERT_GetOrgName
#define CERT_GetOrgUnitName psm_nss_CERT_GetOrgUnitName
#define CERT_GetPKIXVerifyNistRevocationPolicy psm_nss_CERT_GetPKIXVerifyNistRevocationPolicy
#define CERT_GetPrevGeneralName psm_nss_CERT_GetPrevGeneralName
#define CERT_GetPrevNameConstraint psm_nss_CERT_GetPrevNameConstraint
#define CERT_GetSSLCACerts psm_nss_CERT_GetSSLCACerts
#define CERT_GetSlopTime psm_nss_CERT_GetSlopTime
#define CERT_GetStateName psm_nss_CERT_GetStateName
#define CERT_GetSubjectNameDigest psm_nss_CERT_GetSubjectNameDigest
#define CERT_GetSubjectPublicKeyDigest psm_nss_CERT_GetSubjectPublicKeyDigest
#define CERT_GetUsePKIXForValidation psm_nss_CERT_GetUsePKIXForValidation
#define CERT_GetValidDNSPatternsFromCert psm_nss_CERT_GetValidDNSPatternsFromCert
#define CERT_Hexify psm_nss_CERT_Hexify
#define CERT_ImportCAChain psm_nss_CERT_ImportCAChain
#define CERT_ImportCAChainTrusted psm_nss_CERT_ImportCAChainTrusted
#define CERT_ImportCRL psm_nss_CERT_ImportCRL
#define CERT_ImportCerts psm_nss_CERT_ImportCerts
#define CERT_IsCACert psm_nss_CERT_IsCACert
#define CERT_IsCADERCert psm_nss_CERT_IsCADERCert
#define CERT_IsInList psm_nss_CERT_IsInList
#define CERT_IsRootDERCert psm_nss_CERT_IsRootDERCert
#define CERT_IsUserCert psm_nss_CERT_IsUserCert
#define CERT_KeyFromDERCrl psm_nss_CERT_KeyFromDERCrl
#define CERT_MakeCANickname psm_nss_CERT_MakeCANickname
#define CERT_MergeExtensions psm_nss_CERT_MergeExtensions
#define CERT_NameToAscii psm_nss_CERT_NameToAscii
#define CERT_NameToAsciiInvertible psm_nss_CERT_NameToAsciiInvertible
#define CERT_NewCertList psm_nss_CERT_NewCertList
#define CERT_NewTempCertificate psm_nss_CERT_NewTempCertificate
#define CERT_NicknameStringsFromCertList psm_nss_CERT_NicknameStringsFromCertList
#define CERT_OpenCertDBFilename psm_nss_CERT_OpenCertDBFilename
#define CERT_PKIXVerifyCert psm_nss_CERT_PKIXVerifyCert
#define CERT_RFC1485_EscapeAndQuote psm_nss_CERT_RFC1485_EscapeAndQuote
#define CERT_RemoveCertListNode psm_nss_CERT_RemoveCertListNode
#define CERT_SaveSMimeProfile psm_nss_CERT_SaveSMimeProfile
#define CERT_SetSlopTime psm_nss_CERT_SetSlopTime
#define CERT_SetUsePKIXForValidation psm_nss_CERT_SetUsePKIXForValidation
#define CERT_StartCRLEntryExtensions psm_nss_CERT_StartCRLEntryExtensions
#define CERT_StartCRLExtensions psm_nss_CERT_StartCRLExtensions
#define CERT_StartCertExtensions psm_nss_CERT_StartCertExtensions
#define CERT_StartCertificateRequestAttributes psm_nss_CERT_StartCertificateRequestAttributes
#define CERT_UncacheCRL psm_nss_CERT_UncacheCRL
#define CERT_VerifyCACertForUsage psm_nss_CERT_VerifyCACertForUsage
#define CERT_VerifyCert psm_nss_CERT_VerifyCert
#define CERT_VerifyCertName psm_nss_CERT_VerifyCertName
#define CERT_VerifyCertNow psm_nss_CERT_VerifyCertNow
#define CERT_VerifyCertificate psm_nss_CERT_VerifyCertificate
#define CERT_VerifyCertificateNow psm_nss_CERT_VerifyCertificateNow
#define CERT_VerifySignedData psm_nss_CERT_VerifySignedData
#define CERT_VerifySignedDataWithPublicKey psm_nss_CERT_VerifySignedDataWithPublicKey
#define CERT_VerifySignedDataWithPublicKeyInfo psm_nss_CERT_VerifySignedDataWithPublicKeyInfo

#else

extern "C" {
PSM_NSS_RAW(CERT_AddCertToListHead);
PSM_NSS_RAW(CERT_AddCertToListHeadWithData);
PSM_NSS_RAW(CERT_AddCertToListSorted);
PSM_NSS_RAW(CERT_AddCertToListTail);
PSM_NSS_RAW(CERT_AddCertToListTailWithData);
PSM_NSS_RAW(CERT_AddExtension);
PSM_NSS_RAW(CERT_AddExtensionByOID);
PSM_NSS_RAW(CERT_AddOKDomainName);
PSM_NSS_RAW(CERT_AddRDN);
PSM_NSS_RAW(CERT_AllocCERTRevocationFlags);
PSM_NSS_RAW(CERT_AsciiToName);
PSM_NSS_RAW(CERT_CRLCacheRefreshIssuer);
PSM_NSS_RAW(CERT_CacheCRL);
PSM_NSS_SPECIAL(CERT_CacheCRL);
PSM_NSS_RAW(CERT_CertChainFromCert);
PSM_NSS_RAW(CERT_CertListFromCert);
PSM_NSS_RAW(CERT_CertTimesValid);
PSM_NSS_RAW(CERT_ChangeCertTrust);
PSM_NSS_SPECIAL(CERT_ChangeCertTrust);
PSM_NSS_RAW(CERT_CheckCertUsage);
PSM_NSS_RAW(CERT_CheckCertValidTimes);
PSM_NSS_RAW(CERT_CheckNameSpace);
PSM_NSS_RAW(CERT_CompareAVA);
PSM_NSS_RAW(CERT_CompareCerts);
PSM_NSS_RAW(CERT_CompareName);
PSM_NSS_RAW(CERT_CompleteCRLDecodeEntries);
PSM_NSS_RAW(CERT_ConvertAndDecodeCertificate);
PSM_NSS_RAW(CERT_CopyName);
PSM_NSS_RAW(CERT_CopyRDN);
PSM_NSS_RAW(CERT_CreateAVA);
PSM_NSS_RAW(CERT_CreateCertificate);
PSM_NSS_RAW(CERT_CreateCertificateRequest);
PSM_NSS_RAW(CERT_CreateName);
PSM_NSS_RAW(CERT_CreateRDN);
PSM_NSS_RAW(CERT_CreateSubjectCertList);
PSM_NSS_SPECIAL(CERT_CreateSubjectCertList);
PSM_NSS_RAW(CERT_CreateValidity);
PSM_NSS_RAW(CERT_DecodeAVAValue);
PSM_NSS_RAW(CERT_DecodeAltNameExtension);
PSM_NSS_RAW(CERT_DecodeAuthInfoAccessExtension);
PSM_NSS_RAW(CERT_DecodeAuthKeyID);
PSM_NSS_RAW(CERT_DecodeBasicConstraintValue);
PSM_NSS_RAW(CERT_DecodeCRLDistributionPoints);
PSM_NSS_RAW(CERT_DecodeCertFromPackage);
PSM_NSS_RAW(CERT_DecodeCertPackage);
PSM_NSS_RAW(CERT_DecodeCertificatePoliciesExtension);
PSM_NSS_RAW(CERT_DecodeDERCrl);
PSM_NSS_RAW(CERT_DecodeDERCrlWithFlags);
PSM_NSS_RAW(CERT_DecodeGeneralName);
PSM_NSS_RAW(CERT_DecodeNameConstraintsExtension);
PSM_NSS_RAW(CERT_DecodeOidSequence);
PSM_NSS_RAW(CERT_DecodePrivKeyUsagePeriodExtension);
PSM_NSS_RAW(CERT_DecodeTrustString);
PSM_NSS_RAW(CERT_DecodeUserNotice);
PSM_NSS_RAW(CERT_DerNameToAscii);
PSM_NSS_RAW(CERT_DestroyCertArray);
PSM_NSS_SPECIAL(CERT_DestroyCertArray);
PSM_NSS_RAW(CERT_DestroyCertList);
PSM_NSS_RAW(CERT_DestroyCertificate);
PSM_NSS_RAW(CERT_DistNamesFromCertList);
PSM_NSS_RAW(CERT_DupCertList);
PSM_NSS_RAW(CERT_DupCertificate);
PSM_NSS_RAW(CERT_DupDistNames);
PSM_NSS_RAW(CERT_EncodeAltNameExtension);
PSM_NSS_RAW(CERT_EncodeAndAddBitStrExtension);
PSM_NSS_RAW(CERT_EncodeAuthKeyID);
PSM_NSS_RAW(CERT_EncodeBasicConstraintValue);
PSM_NSS_RAW(CERT_EncodeCRLDistributionPoints);
PSM_NSS_RAW(CERT_EncodeCertPoliciesExtension);
PSM_NSS_RAW(CERT_EncodeGeneralName);
PSM_NSS_RAW(CERT_EncodeInfoAccessExtension);
PSM_NSS_RAW(CERT_EncodeInhibitAnyExtension);
PSM_NSS_RAW(CERT_EncodeNoticeReference);
PSM_NSS_RAW(CERT_EncodePolicyConstraintsExtension);
PSM_NSS_RAW(CERT_EncodePolicyMappingExtension);
PSM_NSS_RAW(CERT_EncodeSubjectKeyID);
PSM_NSS_RAW(CERT_EncodeUserNotice);
PSM_NSS_RAW(CERT_ExtractPublicKey);
PSM_NSS_RAW(CERT_FilterCertListByCANames);
PSM_NSS_RAW(CERT_FilterCertListByCertList);
PSM_NSS_RAW(CERT_FilterCertListByNickname);
PSM_NSS_RAW(CERT_FilterCertListByUsage);
PSM_NSS_RAW(CERT_FilterCertListForUserCerts);
PSM_NSS_RAW(CERT_FindCRLEntryReasonExten);
PSM_NSS_RAW(CERT_FindCRLNumberExten);
PSM_NSS_RAW(CERT_FindCertByDERCert);
PSM_NSS_RAW(CERT_FindCertByIssuerAndSN);
PSM_NSS_RAW(CERT_FindCertByIssuerAndSNCX);
PSM_NSS_RAW(CERT_FindCertByName);
PSM_NSS_RAW(CERT_FindCertByNickname);
PSM_NSS_RAW(CERT_FindCertByNicknameOrEmailAddr);
PSM_NSS_RAW(CERT_FindCertByNicknameOrEmailAddrCX);
PSM_NSS_RAW(CERT_FindCertByNicknameOrEmailAddrForUsage);
PSM_NSS_RAW(CERT_FindCertByNicknameOrEmailAddrForUsageCX);
PSM_NSS_RAW(CERT_FindCertBySubjectKeyID);
PSM_NSS_RAW(CERT_FindCertExtension);
PSM_NSS_RAW(CERT_FindCertIssuer);
PSM_NSS_RAW(CERT_FindKeyUsageExtension);
PSM_NSS_RAW(CERT_FindNameConstraintsExten);
PSM_NSS_RAW(CERT_FindSMimeProfile);
PSM_NSS_RAW(CERT_FindSubjectKeyIDExtension);
PSM_NSS_RAW(CERT_FindUserCertByUsage);
PSM_NSS_RAW(CERT_FindUserCertsByUsage);
PSM_NSS_RAW(CERT_FinishCertificateRequestAttributes);
PSM_NSS_RAW(CERT_FinishExtensions);
PSM_NSS_RAW(CERT_FormatName);
PSM_NSS_RAW(CERT_GetAVATag);
PSM_NSS_RAW(CERT_GetCertChainFromCert);
PSM_NSS_RAW(CERT_GetCertEmailAddress);
PSM_NSS_RAW(CERT_GetCertIsPerm);
PSM_NSS_RAW(CERT_GetCertIsTemp);
PSM_NSS_RAW(CERT_GetCertIssuerAndSN);
PSM_NSS_RAW(CERT_GetCertKeyType);
PSM_NSS_RAW(CERT_GetCertNicknames);
PSM_NSS_RAW(CERT_GetCertTimes);
PSM_NSS_RAW(CERT_GetCertTrust);
PSM_NSS_RAW(CERT_GetCertUid);
PSM_NSS_RAW(CERT_GetCertificateDer);
PSM_NSS_RAW(CERT_GetCertificateNames);
PSM_NSS_RAW(CERT_GetCertificateRequestExtensions);
PSM_NSS_RAW(CERT_GetClassicOCSPDisabledPolicy);
PSM_NSS_RAW(CERT_GetClassicOCSPEnabledHardFailurePolicy);
PSM_NSS_RAW(CERT_GetClassicOCSPEnabledSoftFailurePolicy);
PSM_NSS_RAW(CERT_GetCommonName);
PSM_NSS_RAW(CERT_GetConstrainedCertificateNames);
PSM_NSS_RAW(CERT_GetCountryName);
PSM_NSS_RAW(CERT_GetDBContentVersion);
PSM_NSS_RAW(CERT_GetDefaultCertDB);
PSM_NSS_RAW(CERT_GetDomainComponentName);
PSM_NSS_RAW(CERT_GetFirstEmailAddress);
PSM_NSS_RAW(CERT_GetGeneralNameTypeFromString);
PSM_NSS_RAW(CERT_GetImposedNameConstraints);
PSM_NSS_RAW(CERT_GetLocalityName);
PSM_NSS_RAW(CERT_GetNextEmailAddress);
PSM_NSS_RAW(CERT_GetNextGeneralName);
PSM_NSS_RAW(CERT_GetNextNameConstraint);
PSM_NSS_RAW(CERT_GetOidString);
PSM_NSS_RAW(CERT_GetOrgName);
PSM_NSS_RAW(CERT_GetOrgUnitName);
PSM_NSS_RAW(CERT_GetPKIXVerifyNistRevocationPolicy);
PSM_NSS_RAW(CERT_GetPrevGeneralName);
PSM_NSS_RAW(CERT_GetPrevNameConstraint);
PSM_NSS_RAW(CERT_GetSSLCACerts);
PSM_NSS_RAW(CERT_GetSlopTime);
PSM_NSS_RAW(CERT_GetStateName);
PSM_NSS_RAW(CERT_GetSubjectNameDigest);
PSM_NSS_RAW(CERT_GetSubjectPublicKeyDigest);
PSM_NSS_RAW(CERT_GetUsePKIXForValidation);
PSM_NSS_RAW(CERT_GetValidDNSPatternsFromCert);
PSM_NSS_RAW(CERT_Hexify);
PSM_NSS_RAW(CERT_ImportCAChain);
PSM_NSS_RAW(CERT_ImportCAChainTrusted);
PSM_NSS_RAW(CERT_ImportCRL);
PSM_NSS_RAW(CERT_ImportCerts);
PSM_NSS_SPECIAL(CERT_ImportCerts);
PSM_NSS_RAW(CERT_IsCACert);
PSM_NSS_RAW(CERT_IsCADERCert);
PSM_NSS_RAW(CERT_IsInList);
PSM_NSS_RAW(CERT_IsRootDERCert);
PSM_NSS_RAW(CERT_IsUserCert);
PSM_NSS_RAW(CERT_KeyFromDERCrl);
PSM_NSS_RAW(CERT_MakeCANickname);
PSM_NSS_RAW(CERT_MergeExtensions);
PSM_NSS_RAW(CERT_NameToAscii);
PSM_NSS_RAW(CERT_NameToAsciiInvertible);
PSM_NSS_RAW(CERT_NewCertList);
PSM_NSS_RAW(CERT_NewTempCertificate);
PSM_NSS_RAW(CERT_NicknameStringsFromCertList);
PSM_NSS_RAW(CERT_OpenCertDBFilename);
PSM_NSS_RAW(CERT_PKIXVerifyCert);
PSM_NSS_SPECIAL(CERT_PKIXVerifyCert);
PSM_NSS_RAW(CERT_RFC1485_EscapeAndQuote);
PSM_NSS_RAW(CERT_RemoveCertListNode);
PSM_NSS_RAW(CERT_SaveSMimeProfile);
PSM_NSS_RAW(CERT_SetSlopTime);
PSM_NSS_RAW(CERT_SetUsePKIXForValidation);
PSM_NSS_RAW(CERT_StartCRLEntryExtensions);
PSM_NSS_RAW(CERT_StartCRLExtensions);
PSM_NSS_RAW(CERT_StartCertExtensions);
PSM_NSS_RAW(CERT_StartCertificateRequestAttributes);
PSM_NSS_RAW(CERT_UncacheCRL);
PSM_NSS_SPECIAL(CERT_UncacheCRL);
PSM_NSS_RAW(CERT_VerifyCACertForUsage);
PSM_NSS_SPECIAL(CERT_VerifyCACertForUsage);
PSM_NSS_RAW(CERT_VerifyCert);
PSM_NSS_SPECIAL(CERT_VerifyCert);
PSM_NSS_RAW(CERT_VerifyCertName);
PSM_NSS_RAW(CERT_VerifyCertNow);
PSM_NSS_RAW(CERT_VerifyCertificate);
PSM_NSS_SPECIAL(CERT_VerifyCertificate);
PSM_NSS_RAW(CERT_VerifyCertificateNow);
PSM_NSS_RAW(CERT_VerifySignedData);
PSM_NSS_RAW(CERT_VerifySignedDataWithPublicKey);
PSM_NSS_RAW(CERT_VerifySignedDataWithPublicKeyInfo);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::CERT_DestroyCERTRevocationFlags;
using ::CERT_DestroyCertificateList;
using ::CERT_DestroyCertificatePoliciesExtension;
using ::CERT_DestroyCertificateRequest;
using ::CERT_DestroyName;
using ::CERT_DestroyOidSequence;
using ::CERT_DestroyUserNotice;
using ::CERT_DestroyValidity;
using ::CERT_FreeDistNames;
using ::CERT_FreeNicknames;

inline ::SECStatus CERT_AddCertToListHead(::CERTCertList *certs, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListHead");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddCertToListHead(certs, cert);
  if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddCertToListHeadWithData(::CERTCertList *certs, ::CERTCertificate *cert, void *appData) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListHeadWithData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddCertToListHeadWithData(certs, cert, appData);
  if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddCertToListSorted(::CERTCertList *certs, ::CERTCertificate *cert, ::CERTSortCallback f, void *arg) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListSorted");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddCertToListSorted(certs, cert, f, arg);
  if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddCertToListTail(::CERTCertList *certs, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListTail");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddCertToListTail(certs, cert);
  if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddCertToListTailWithData(::CERTCertList *certs, ::CERTCertificate *cert, void *appData) {
  ::psm::nss_call::CallGate gate("CERT_AddCertToListTailWithData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddCertToListTailWithData(certs, cert, appData);
  if (answer == SECSuccess) ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddExtension(void *exthandle, int idtag, ::SECItem *value, ::PRBool critical, ::PRBool copyData) {
  ::psm::nss_call::CallGate gate("CERT_AddExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddExtension(exthandle, idtag, value, critical, copyData);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddExtensionByOID(void *exthandle, ::SECItem *oid, ::SECItem *value, ::PRBool critical, ::PRBool copyData) {
  ::psm::nss_call::CallGate gate("CERT_AddExtensionByOID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddExtensionByOID(exthandle, oid, value, critical, copyData);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddOKDomainName(::CERTCertificate *cert, const char *hostname) {
  ::psm::nss_call::CallGate gate("CERT_AddOKDomainName");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddOKDomainName(cert, hostname);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_AddRDN(::CERTName *name, ::CERTRDN *rdn) {
  ::psm::nss_call::CallGate gate("CERT_AddRDN");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_AddRDN(name, rdn);
  gate.Leave();
  return answer;
}

inline ::CERTRevocationFlags *CERT_AllocCERTRevocationFlags(::PRUint32 number_leaf_methods, ::PRUint32 number_leaf_pref_methods, ::PRUint32 number_chain_methods, ::PRUint32 number_chain_pref_methods) {
  ::psm::nss_call::CallGate gate("CERT_AllocCERTRevocationFlags");
  if (!gate.ok()) return nullptr;
  ::CERTRevocationFlags *answer = ::psm_raw_CERT_AllocCERTRevocationFlags(number_leaf_methods, number_leaf_pref_methods, number_chain_methods, number_chain_pref_methods);
  gate.Leave();
  return answer;
}

inline ::CERTName *CERT_AsciiToName(const char *string) {
  ::psm::nss_call::LookupGate gate("CERT_AsciiToName");
  if (!gate.ok()) return nullptr;
  ::CERTName *answer = ::psm_raw_CERT_AsciiToName(string);
  gate.Leave();
  return answer;
}

inline void CERT_CRLCacheRefreshIssuer(::CERTCertDBHandle *dbhandle, ::SECItem *crlKey) {
  ::psm::nss_call::CallGate gate("CERT_CRLCacheRefreshIssuer");
  if (!gate.ok()) return;
  ::psm_raw_CERT_CRLCacheRefreshIssuer(dbhandle, crlKey);
  gate.Leave();
}

inline ::SECStatus CERT_CacheCRL(::CERTCertDBHandle *dbhandle, ::SECItem *newcrl) {
  ::psm::nss_call::CallGate gate("CERT_CacheCRL");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_CacheCRL(dbhandle, newcrl);
  gate.Leave();
  return answer;
}

inline ::CERTCertificateList *CERT_CertChainFromCert(::CERTCertificate *cert, ::SECCertUsage usage, ::PRBool includeRoot) {
  ::psm::nss_call::CallGate gate("CERT_CertChainFromCert");
  if (!gate.ok()) return nullptr;
  ::CERTCertificateList *answer = ::psm_raw_CERT_CertChainFromCert(cert, usage, includeRoot);
  gate.Leave();
  return answer;
}

inline ::CERTCertificateList *CERT_CertListFromCert(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_CertListFromCert");
  if (!gate.ok()) return nullptr;
  ::CERTCertificateList *answer = ::psm_raw_CERT_CertListFromCert(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_CertTimesValid(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_CertTimesValid");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CertTimesValid(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_ChangeCertTrust(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::CERTCertTrust *trust) {
  ::psm::nss_call::CallGate gate("CERT_ChangeCertTrust");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_ChangeCertTrust(handle, cert, trust);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_CheckCertUsage(::CERTCertificate *cert, unsigned char usage) {
  ::psm::nss_call::CallGate gate("CERT_CheckCertUsage");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CheckCertUsage(cert, usage);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::SECCertTimeValidity> CERT_CheckCertValidTimes(const ::CERTCertificate *cert, ::PRTime t, ::PRBool allowOverride) {
  ::psm::nss_call::CallGate gate("CERT_CheckCertValidTimes");
  if (!gate.ok()) return ::psm::Checked<::SECCertTimeValidity>();
  ::SECCertTimeValidity answer = ::psm_raw_CERT_CheckCertValidTimes(cert, t, allowOverride);
  gate.Leave();
  return ::psm::Checked<::SECCertTimeValidity>(answer);
}

inline ::SECStatus CERT_CheckNameSpace(::PLArenaPool *arena, const ::CERTNameConstraints *constraints, const ::CERTGeneralName *currentName) {
  ::psm::nss_call::CallGate gate("CERT_CheckNameSpace");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CheckNameSpace(arena, constraints, currentName);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::SECComparison> CERT_CompareAVA(const ::CERTAVA *a, const ::CERTAVA *b) {
  ::psm::nss_call::CallGate gate("CERT_CompareAVA");
  if (!gate.ok()) return ::psm::Checked<::SECComparison>();
  ::SECComparison answer = ::psm_raw_CERT_CompareAVA(a, b);
  gate.Leave();
  return ::psm::Checked<::SECComparison>(answer);
}

inline ::PRBool CERT_CompareCerts(const ::CERTCertificate *c1, const ::CERTCertificate *c2) {
  ::psm::nss_call::CallGate gate("CERT_CompareCerts");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_CERT_CompareCerts(c1, c2);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::SECComparison> CERT_CompareName(const ::CERTName *a, const ::CERTName *b) {
  ::psm::nss_call::CallGate gate("CERT_CompareName");
  if (!gate.ok()) return ::psm::Checked<::SECComparison>();
  ::SECComparison answer = ::psm_raw_CERT_CompareName(a, b);
  gate.Leave();
  return ::psm::Checked<::SECComparison>(answer);
}

inline ::SECStatus CERT_CompleteCRLDecodeEntries(::CERTSignedCrl *crl) {
  ::psm::nss_call::CallGate gate("CERT_CompleteCRLDecodeEntries");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CompleteCRLDecodeEntries(crl);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_ConvertAndDecodeCertificate(char *certstr) {
  ::psm::nss_call::CallGate gate("CERT_ConvertAndDecodeCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_ConvertAndDecodeCertificate(certstr);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_CopyName(::PLArenaPool *arena, ::CERTName *dest, const ::CERTName *src) {
  ::psm::nss_call::CallGate gate("CERT_CopyName");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CopyName(arena, dest, src);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_CopyRDN(::PLArenaPool *arena, ::CERTRDN *dest, ::CERTRDN *src) {
  ::psm::nss_call::CallGate gate("CERT_CopyRDN");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_CopyRDN(arena, dest, src);
  gate.Leave();
  return answer;
}

inline ::CERTAVA *CERT_CreateAVA(::PLArenaPool *arena, ::SECOidTag kind, int valueType, char *value) {
  ::psm::nss_call::CallGate gate("CERT_CreateAVA");
  if (!gate.ok()) return nullptr;
  ::CERTAVA *answer = ::psm_raw_CERT_CreateAVA(arena, kind, valueType, value);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_CreateCertificate(unsigned long serialNumber, ::CERTName *issuer, ::CERTValidity *validity, ::CERTCertificateRequest *req) {
  ::psm::nss_call::CallGate gate("CERT_CreateCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_CreateCertificate(serialNumber, issuer, validity, req);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificateRequest *CERT_CreateCertificateRequest(::CERTName *name, ::CERTSubjectPublicKeyInfo *spki, ::SECItem **attributes) {
  ::psm::nss_call::CallGate gate("CERT_CreateCertificateRequest");
  if (!gate.ok()) return nullptr;
  ::CERTCertificateRequest *answer = ::psm_raw_CERT_CreateCertificateRequest(name, spki, attributes);
  gate.Leave();
  return answer;
}

template <typename... More>
inline ::CERTName *CERT_CreateName(::CERTRDN *rdn, More... more) {
  ::psm::nss_call::CallGate gate("CERT_CreateName");
  if (!gate.ok()) return nullptr;
  ::CERTName *answer = ::psm_raw_CERT_CreateName(rdn, more...);
  gate.Leave();
  return answer;
}

template <typename... More>
inline ::CERTRDN *CERT_CreateRDN(::PLArenaPool *arena, ::CERTAVA *avas, More... more) {
  ::psm::nss_call::CallGate gate("CERT_CreateRDN");
  if (!gate.ok()) return nullptr;
  ::CERTRDN *answer = ::psm_raw_CERT_CreateRDN(arena, avas, more...);
  gate.Leave();
  return answer;
}

inline ::CERTCertList *CERT_CreateSubjectCertList(::CERTCertList *certList, ::CERTCertDBHandle *handle, const ::SECItem *name, ::PRTime sorttime, ::PRBool validOnly) {
  ::psm::nss_call::CallGate gate("CERT_CreateSubjectCertList");
  if (!gate.ok()) return nullptr;
  ::CERTCertList *answer = ::psm_special_CERT_CreateSubjectCertList(certList, handle, name, sorttime, validOnly);
  gate.Leave();
  return answer;
}

inline ::CERTValidity *CERT_CreateValidity(::PRTime notBefore, ::PRTime notAfter) {
  ::psm::nss_call::CallGate gate("CERT_CreateValidity");
  if (!gate.ok()) return nullptr;
  ::CERTValidity *answer = ::psm_raw_CERT_CreateValidity(notBefore, notAfter);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_DecodeAVAValue(const ::SECItem *derAVAValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAVAValue");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_DecodeAVAValue(derAVAValue);
  gate.Leave();
  return answer;
}

inline ::CERTGeneralName *CERT_DecodeAltNameExtension(::PLArenaPool *reqArena, ::SECItem *EncodedAltName) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAltNameExtension");
  if (!gate.ok()) return nullptr;
  ::CERTGeneralName *answer = ::psm_raw_CERT_DecodeAltNameExtension(reqArena, EncodedAltName);
  gate.Leave();
  return answer;
}

inline ::CERTAuthInfoAccess **CERT_DecodeAuthInfoAccessExtension(::PLArenaPool *reqArena, const ::SECItem *encodedExtension) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAuthInfoAccessExtension");
  if (!gate.ok()) return nullptr;
  ::CERTAuthInfoAccess **answer = ::psm_raw_CERT_DecodeAuthInfoAccessExtension(reqArena, encodedExtension);
  gate.Leave();
  return answer;
}

inline ::CERTAuthKeyID *CERT_DecodeAuthKeyID(::PLArenaPool *arena, const ::SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeAuthKeyID");
  if (!gate.ok()) return nullptr;
  ::CERTAuthKeyID *answer = ::psm_raw_CERT_DecodeAuthKeyID(arena, encodedValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_DecodeBasicConstraintValue(::CERTBasicConstraints *value, const ::SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeBasicConstraintValue");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_DecodeBasicConstraintValue(value, encodedValue);
  gate.Leave();
  return answer;
}

inline ::CERTCrlDistributionPoints *CERT_DecodeCRLDistributionPoints(::PLArenaPool *arena, ::SECItem *der) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCRLDistributionPoints");
  if (!gate.ok()) return nullptr;
  ::CERTCrlDistributionPoints *answer = ::psm_raw_CERT_DecodeCRLDistributionPoints(arena, der);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_DecodeCertFromPackage(char *certbuf, int certlen) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCertFromPackage");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_DecodeCertFromPackage(certbuf, certlen);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_DecodeCertPackage(char *certbuf, int certlen, ::CERTImportCertificateFunc f, void *arg) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCertPackage");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_DecodeCertPackage(certbuf, certlen, f, arg);
  gate.Leave();
  return answer;
}

inline ::CERTCertificatePolicies *CERT_DecodeCertificatePoliciesExtension(const ::SECItem *extnValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodeCertificatePoliciesExtension");
  if (!gate.ok()) return nullptr;
  ::CERTCertificatePolicies *answer = ::psm_raw_CERT_DecodeCertificatePoliciesExtension(extnValue);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *CERT_DecodeDERCrl(::PLArenaPool *arena, ::SECItem *derSignedCrl, int type) {
  ::psm::nss_call::CallGate gate("CERT_DecodeDERCrl");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_raw_CERT_DecodeDERCrl(arena, derSignedCrl, type);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *CERT_DecodeDERCrlWithFlags(::PLArenaPool *narena, ::SECItem *derSignedCrl, int type, ::PRInt32 options) {
  ::psm::nss_call::CallGate gate("CERT_DecodeDERCrlWithFlags");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_raw_CERT_DecodeDERCrlWithFlags(narena, derSignedCrl, type, options);
  gate.Leave();
  return answer;
}

inline ::CERTGeneralName *CERT_DecodeGeneralName(::PLArenaPool *reqArena, ::SECItem *encodedName, ::CERTGeneralName *genName) {
  ::psm::nss_call::CallGate gate("CERT_DecodeGeneralName");
  if (!gate.ok()) return nullptr;
  ::CERTGeneralName *answer = ::psm_raw_CERT_DecodeGeneralName(reqArena, encodedName, genName);
  gate.Leave();
  return answer;
}

inline ::CERTNameConstraints *CERT_DecodeNameConstraintsExtension(::PLArenaPool *arena, const ::SECItem *encodedConstraints) {
  ::psm::nss_call::CallGate gate("CERT_DecodeNameConstraintsExtension");
  if (!gate.ok()) return nullptr;
  ::CERTNameConstraints *answer = ::psm_raw_CERT_DecodeNameConstraintsExtension(arena, encodedConstraints);
  gate.Leave();
  return answer;
}

inline ::CERTOidSequence *CERT_DecodeOidSequence(const ::SECItem *seqItem) {
  ::psm::nss_call::CallGate gate("CERT_DecodeOidSequence");
  if (!gate.ok()) return nullptr;
  ::CERTOidSequence *answer = ::psm_raw_CERT_DecodeOidSequence(seqItem);
  gate.Leave();
  return answer;
}

inline ::CERTPrivKeyUsagePeriod *CERT_DecodePrivKeyUsagePeriodExtension(::PLArenaPool *arena, ::SECItem *extnValue) {
  ::psm::nss_call::CallGate gate("CERT_DecodePrivKeyUsagePeriodExtension");
  if (!gate.ok()) return nullptr;
  ::CERTPrivKeyUsagePeriod *answer = ::psm_raw_CERT_DecodePrivKeyUsagePeriodExtension(arena, extnValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_DecodeTrustString(::CERTCertTrust *trust, const char *trusts) {
  ::psm::nss_call::CallGate gate("CERT_DecodeTrustString");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_DecodeTrustString(trust, trusts);
  gate.Leave();
  return answer;
}

inline ::CERTUserNotice *CERT_DecodeUserNotice(::SECItem *noticeItem) {
  ::psm::nss_call::CallGate gate("CERT_DecodeUserNotice");
  if (!gate.ok()) return nullptr;
  ::CERTUserNotice *answer = ::psm_raw_CERT_DecodeUserNotice(noticeItem);
  gate.Leave();
  return answer;
}

inline char *CERT_DerNameToAscii(::SECItem *dername) {
  ::psm::nss_call::CallGate gate("CERT_DerNameToAscii");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_DerNameToAscii(dername);
  gate.Leave();
  return answer;
}

inline void CERT_DestroyCertArray(::CERTCertificate **certs, unsigned int ncerts) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyCertArray");
  if (!gate.ok()) return;
  ::psm_special_CERT_DestroyCertArray(certs, ncerts);
  gate.Leave();
}

inline void CERT_DestroyCertList(::CERTCertList *certs) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyCertList");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCertificateList, certs);
  ::psm_raw_CERT_DestroyCertList(certs);
  gate.Leave();
}

inline void CERT_DestroyCertificate(::CERTCertificate *cert) {
  ::psm::nss_call::ReleaseGate gate("CERT_DestroyCertificate");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kCertificate, cert);
  ::psm_raw_CERT_DestroyCertificate(cert);
  gate.Leave();
}

inline ::CERTDistNames *CERT_DistNamesFromCertList(::CERTCertList *list) {
  ::psm::nss_call::CallGate gate("CERT_DistNamesFromCertList");
  if (!gate.ok()) return nullptr;
  ::CERTDistNames *answer = ::psm_raw_CERT_DistNamesFromCertList(list);
  gate.Leave();
  return answer;
}

inline ::CERTCertificateList *CERT_DupCertList(const ::CERTCertificateList *oldList) {
  ::psm::nss_call::CallGate gate("CERT_DupCertList");
  if (!gate.ok()) return nullptr;
  ::CERTCertificateList *answer = ::psm_raw_CERT_DupCertList(oldList);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_DupCertificate(::CERTCertificate *c) {
  ::psm::nss_call::CallGate gate("CERT_DupCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_DupCertificate(c);
  ::psm::nss_call::Gave(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTDistNames *CERT_DupDistNames(::CERTDistNames *orig) {
  ::psm::nss_call::CallGate gate("CERT_DupDistNames");
  if (!gate.ok()) return nullptr;
  ::CERTDistNames *answer = ::psm_raw_CERT_DupDistNames(orig);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeAltNameExtension(::PLArenaPool *arena, ::CERTGeneralName *value, ::SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeAltNameExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeAltNameExtension(arena, value, encodedValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeAndAddBitStrExtension(void *exthandle, int idtag, ::SECItem *value, ::PRBool critical) {
  ::psm::nss_call::CallGate gate("CERT_EncodeAndAddBitStrExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeAndAddBitStrExtension(exthandle, idtag, value, critical);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeAuthKeyID(::PLArenaPool *arena, ::CERTAuthKeyID *value, ::SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeAuthKeyID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeAuthKeyID(arena, value, encodedValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeBasicConstraintValue(::PLArenaPool *arena, ::CERTBasicConstraints *value, ::SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeBasicConstraintValue");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeBasicConstraintValue(arena, value, encodedValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeCRLDistributionPoints(::PLArenaPool *arena, ::CERTCrlDistributionPoints *value, ::SECItem *derValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeCRLDistributionPoints");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeCRLDistributionPoints(arena, value, derValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeCertPoliciesExtension(::PLArenaPool *arena, ::CERTPolicyInfo **info, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeCertPoliciesExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeCertPoliciesExtension(arena, info, dest);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_EncodeGeneralName(::CERTGeneralName *genName, ::SECItem *dest, ::PLArenaPool *arena) {
  ::psm::nss_call::CallGate gate("CERT_EncodeGeneralName");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_EncodeGeneralName(genName, dest, arena);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeInfoAccessExtension(::PLArenaPool *arena, ::CERTAuthInfoAccess **info, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeInfoAccessExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeInfoAccessExtension(arena, info, dest);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeInhibitAnyExtension(::PLArenaPool *arena, ::CERTCertificateInhibitAny *inhibitAny, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeInhibitAnyExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeInhibitAnyExtension(arena, inhibitAny, dest);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeNoticeReference(::PLArenaPool *arena, ::CERTNoticeReference *reference, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeNoticeReference");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeNoticeReference(arena, reference, dest);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodePolicyConstraintsExtension(::PLArenaPool *arena, ::CERTCertificatePolicyConstraints *constr, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodePolicyConstraintsExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodePolicyConstraintsExtension(arena, constr, dest);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodePolicyMappingExtension(::PLArenaPool *arena, ::CERTCertificatePolicyMappings *maps, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodePolicyMappingExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodePolicyMappingExtension(arena, maps, dest);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeSubjectKeyID(::PLArenaPool *arena, const ::SECItem *srcString, ::SECItem *encodedValue) {
  ::psm::nss_call::CallGate gate("CERT_EncodeSubjectKeyID");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeSubjectKeyID(arena, srcString, encodedValue);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_EncodeUserNotice(::PLArenaPool *arena, ::CERTUserNotice *notice, ::SECItem *dest) {
  ::psm::nss_call::CallGate gate("CERT_EncodeUserNotice");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_EncodeUserNotice(arena, notice, dest);
  gate.Leave();
  return answer;
}

inline ::SECKEYPublicKey *CERT_ExtractPublicKey(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_ExtractPublicKey");
  if (!gate.ok()) return nullptr;
  ::SECKEYPublicKey *answer = ::psm_raw_CERT_ExtractPublicKey(cert);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kPublicKey, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FilterCertListByCANames(::CERTCertList *certList, int nCANames, char **caNames, ::SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByCANames");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FilterCertListByCANames(certList, nCANames, caNames, usage);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FilterCertListByCertList(::CERTCertList *certList, const ::CERTCertList *filterList) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByCertList");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FilterCertListByCertList(certList, filterList);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FilterCertListByNickname(::CERTCertList *certList, char *nickname, void *pwarg) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByNickname");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FilterCertListByNickname(certList, nickname, pwarg);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FilterCertListByUsage(::CERTCertList *certList, ::SECCertUsage usage, ::PRBool ca) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListByUsage");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FilterCertListByUsage(certList, usage, ca);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FilterCertListForUserCerts(::CERTCertList *certList) {
  ::psm::nss_call::CallGate gate("CERT_FilterCertListForUserCerts");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FilterCertListForUserCerts(certList);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FindCRLEntryReasonExten(::CERTCrlEntry *crlEntry, ::CERTCRLEntryReasonCode *value) {
  ::psm::nss_call::CallGate gate("CERT_FindCRLEntryReasonExten");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FindCRLEntryReasonExten(crlEntry, value);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FindCRLNumberExten(::PLArenaPool *arena, ::CERTCrl *crl, ::SECItem *value) {
  ::psm::nss_call::CallGate gate("CERT_FindCRLNumberExten");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FindCRLNumberExten(arena, crl, value);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByDERCert(::CERTCertDBHandle *handle, ::SECItem *derCert) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByDERCert");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByDERCert(handle, derCert);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByIssuerAndSN(::CERTCertDBHandle *handle, ::CERTIssuerAndSN *issuerAndSN) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByIssuerAndSN");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByIssuerAndSN(handle, issuerAndSN);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByIssuerAndSNCX(::CERTCertDBHandle *handle, ::CERTIssuerAndSN *issuerAndSN, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByIssuerAndSNCX");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByIssuerAndSNCX(handle, issuerAndSN, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByName(::CERTCertDBHandle *handle, ::SECItem *name) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByName");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByName(handle, name);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByNickname(::CERTCertDBHandle *handle, const char *nickname) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNickname");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByNickname(handle, nickname);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByNicknameOrEmailAddr(::CERTCertDBHandle *handle, const char *name) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddr");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddr(handle, name);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByNicknameOrEmailAddrCX(::CERTCertDBHandle *handle, const char *name, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddrCX");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddrCX(handle, name, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByNicknameOrEmailAddrForUsage(::CERTCertDBHandle *handle, const char *name, ::SECCertUsage lookingForUsage) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddrForUsage");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddrForUsage(handle, name, lookingForUsage);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertByNicknameOrEmailAddrForUsageCX(::CERTCertDBHandle *handle, const char *name, ::SECCertUsage lookingForUsage, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_FindCertByNicknameOrEmailAddrForUsageCX");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertByNicknameOrEmailAddrForUsageCX(handle, name, lookingForUsage, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertBySubjectKeyID(::CERTCertDBHandle *handle, ::SECItem *subjKeyID) {
  ::psm::nss_call::CallGate gate("CERT_FindCertBySubjectKeyID");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertBySubjectKeyID(handle, subjKeyID);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FindCertExtension(const ::CERTCertificate *cert, int tag, ::SECItem *value) {
  ::psm::nss_call::CallGate gate("CERT_FindCertExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FindCertExtension(cert, tag, value);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindCertIssuer(::CERTCertificate *cert, ::PRTime validTime, ::SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("CERT_FindCertIssuer");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindCertIssuer(cert, validTime, usage);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FindKeyUsageExtension(::CERTCertificate *cert, ::SECItem *value) {
  ::psm::nss_call::CallGate gate("CERT_FindKeyUsageExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FindKeyUsageExtension(cert, value);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FindNameConstraintsExten(::PLArenaPool *arena, ::CERTCertificate *cert, ::CERTNameConstraints **constraints) {
  ::psm::nss_call::CallGate gate("CERT_FindNameConstraintsExten");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FindNameConstraintsExten(arena, cert, constraints);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_FindSMimeProfile(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_FindSMimeProfile");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_FindSMimeProfile(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FindSubjectKeyIDExtension(::CERTCertificate *cert, ::SECItem *retItem) {
  ::psm::nss_call::CallGate gate("CERT_FindSubjectKeyIDExtension");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FindSubjectKeyIDExtension(cert, retItem);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_FindUserCertByUsage(::CERTCertDBHandle *handle, const char *nickname, ::SECCertUsage usage, ::PRBool validOnly, void *proto_win) {
  ::psm::nss_call::CallGate gate("CERT_FindUserCertByUsage");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_FindUserCertByUsage(handle, nickname, usage, validOnly, proto_win);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertList *CERT_FindUserCertsByUsage(::CERTCertDBHandle *handle, ::SECCertUsage usage, ::PRBool oneCertPerName, ::PRBool validOnly, void *proto_win) {
  ::psm::nss_call::CallGate gate("CERT_FindUserCertsByUsage");
  if (!gate.ok()) return nullptr;
  ::CERTCertList *answer = ::psm_raw_CERT_FindUserCertsByUsage(handle, usage, oneCertPerName, validOnly, proto_win);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FinishCertificateRequestAttributes(::CERTCertificateRequest *req) {
  ::psm::nss_call::CallGate gate("CERT_FinishCertificateRequestAttributes");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FinishCertificateRequestAttributes(req);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_FinishExtensions(void *exthandle) {
  ::psm::nss_call::CallGate gate("CERT_FinishExtensions");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_FinishExtensions(exthandle);
  gate.Leave();
  return answer;
}

inline char *CERT_FormatName(::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_FormatName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_FormatName(name);
  gate.Leave();
  return answer;
}

inline ::SECOidTag CERT_GetAVATag(::CERTAVA *ava) {
  ::psm::nss_call::CallGate gate("CERT_GetAVATag");
  if (!gate.ok()) return SEC_OID_UNKNOWN;
  ::SECOidTag answer = ::psm_raw_CERT_GetAVATag(ava);
  gate.Leave();
  return answer;
}

inline ::CERTCertList *CERT_GetCertChainFromCert(::CERTCertificate *cert, ::PRTime time, ::SECCertUsage usage) {
  ::psm::nss_call::CallGate gate("CERT_GetCertChainFromCert");
  if (!gate.ok()) return nullptr;
  ::CERTCertList *answer = ::psm_raw_CERT_GetCertChainFromCert(cert, time, usage);
  ::psm::nss_call::Gave(::psm::ReferenceKind::kCertificateList, answer);
  gate.Leave();
  return answer;
}

inline char *CERT_GetCertEmailAddress(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCertEmailAddress");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCertEmailAddress(name);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetCertIsPerm(const ::CERTCertificate *cert, ::PRBool *isperm) {
  ::psm::nss_call::CallGate gate("CERT_GetCertIsPerm");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetCertIsPerm(cert, isperm);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetCertIsTemp(const ::CERTCertificate *cert, ::PRBool *istemp) {
  ::psm::nss_call::CallGate gate("CERT_GetCertIsTemp");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetCertIsTemp(cert, istemp);
  gate.Leave();
  return answer;
}

inline ::CERTIssuerAndSN *CERT_GetCertIssuerAndSN(::PLArenaPool *arg0, ::CERTCertificate *arg1) {
  ::psm::nss_call::CallGate gate("CERT_GetCertIssuerAndSN");
  if (!gate.ok()) return nullptr;
  ::CERTIssuerAndSN *answer = ::psm_raw_CERT_GetCertIssuerAndSN(arg0, arg1);
  gate.Leave();
  return answer;
}

inline ::KeyType CERT_GetCertKeyType(const ::CERTSubjectPublicKeyInfo *spki) {
  ::psm::nss_call::CallGate gate("CERT_GetCertKeyType");
  if (!gate.ok()) return nullKey;
  ::KeyType answer = ::psm_raw_CERT_GetCertKeyType(spki);
  gate.Leave();
  return answer;
}

inline ::CERTCertNicknames *CERT_GetCertNicknames(::CERTCertDBHandle *handle, int what, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_GetCertNicknames");
  if (!gate.ok()) return nullptr;
  ::CERTCertNicknames *answer = ::psm_raw_CERT_GetCertNicknames(handle, what, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetCertTimes(const ::CERTCertificate *c, ::PRTime *notBefore, ::PRTime *notAfter) {
  ::psm::nss_call::CallGate gate("CERT_GetCertTimes");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetCertTimes(c, notBefore, notAfter);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetCertTrust(const ::CERTCertificate *cert, ::CERTCertTrust *trust) {
  ::psm::nss_call::CallGate gate("CERT_GetCertTrust");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetCertTrust(cert, trust);
  gate.Leave();
  return answer;
}

inline char *CERT_GetCertUid(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCertUid");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCertUid(name);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetCertificateDer(const ::CERTCertificate *c, ::SECItem *der) {
  ::psm::nss_call::CallGate gate("CERT_GetCertificateDer");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetCertificateDer(c, der);
  gate.Leave();
  return answer;
}

inline ::CERTGeneralName *CERT_GetCertificateNames(::CERTCertificate *cert, ::PLArenaPool *arena) {
  ::psm::nss_call::CallGate gate("CERT_GetCertificateNames");
  if (!gate.ok()) return nullptr;
  ::CERTGeneralName *answer = ::psm_raw_CERT_GetCertificateNames(cert, arena);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetCertificateRequestExtensions(::CERTCertificateRequest *req, ::CERTCertExtension ***exts) {
  ::psm::nss_call::CallGate gate("CERT_GetCertificateRequestExtensions");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetCertificateRequestExtensions(req, exts);
  gate.Leave();
  return answer;
}

inline const ::CERTRevocationFlags *CERT_GetClassicOCSPDisabledPolicy() {
  ::psm::nss_call::CallGate gate("CERT_GetClassicOCSPDisabledPolicy");
  if (!gate.ok()) return nullptr;
  const ::CERTRevocationFlags *answer = ::psm_raw_CERT_GetClassicOCSPDisabledPolicy();
  gate.Leave();
  return answer;
}

inline const ::CERTRevocationFlags *CERT_GetClassicOCSPEnabledHardFailurePolicy() {
  ::psm::nss_call::CallGate gate("CERT_GetClassicOCSPEnabledHardFailurePolicy");
  if (!gate.ok()) return nullptr;
  const ::CERTRevocationFlags *answer = ::psm_raw_CERT_GetClassicOCSPEnabledHardFailurePolicy();
  gate.Leave();
  return answer;
}

inline const ::CERTRevocationFlags *CERT_GetClassicOCSPEnabledSoftFailurePolicy() {
  ::psm::nss_call::CallGate gate("CERT_GetClassicOCSPEnabledSoftFailurePolicy");
  if (!gate.ok()) return nullptr;
  const ::CERTRevocationFlags *answer = ::psm_raw_CERT_GetClassicOCSPEnabledSoftFailurePolicy();
  gate.Leave();
  return answer;
}

inline char *CERT_GetCommonName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCommonName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCommonName(name);
  gate.Leave();
  return answer;
}

inline ::CERTGeneralName *CERT_GetConstrainedCertificateNames(const ::CERTCertificate *cert, ::PLArenaPool *arena, ::PRBool includeSubjectCommonName) {
  ::psm::nss_call::CallGate gate("CERT_GetConstrainedCertificateNames");
  if (!gate.ok()) return nullptr;
  ::CERTGeneralName *answer = ::psm_raw_CERT_GetConstrainedCertificateNames(cert, arena, includeSubjectCommonName);
  gate.Leave();
  return answer;
}

inline char *CERT_GetCountryName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetCountryName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetCountryName(name);
  gate.Leave();
  return answer;
}

inline int CERT_GetDBContentVersion(::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_GetDBContentVersion");
  if (!gate.ok()) return 0;
  int answer = ::psm_raw_CERT_GetDBContentVersion(handle);
  gate.Leave();
  return answer;
}

inline ::CERTCertDBHandle *CERT_GetDefaultCertDB() {
  ::psm::nss_call::CallGate gate("CERT_GetDefaultCertDB");
  if (!gate.ok()) return nullptr;
  ::CERTCertDBHandle *answer = ::psm_raw_CERT_GetDefaultCertDB();
  gate.Leave();
  return answer;
}

inline char *CERT_GetDomainComponentName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetDomainComponentName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetDomainComponentName(name);
  gate.Leave();
  return answer;
}

inline const char *CERT_GetFirstEmailAddress(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_GetFirstEmailAddress");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_CERT_GetFirstEmailAddress(cert);
  gate.Leave();
  return answer;
}

inline ::CERTGeneralNameType CERT_GetGeneralNameTypeFromString(const char *string) {
  ::psm::nss_call::CallGate gate("CERT_GetGeneralNameTypeFromString");
  if (!gate.ok()) return static_cast<CERTGeneralNameType>(0);
  ::CERTGeneralNameType answer = ::psm_raw_CERT_GetGeneralNameTypeFromString(string);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_GetImposedNameConstraints(const ::SECItem *derSubject, ::SECItem *extensions) {
  ::psm::nss_call::CallGate gate("CERT_GetImposedNameConstraints");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_GetImposedNameConstraints(derSubject, extensions);
  gate.Leave();
  return answer;
}

inline char *CERT_GetLocalityName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetLocalityName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetLocalityName(name);
  gate.Leave();
  return answer;
}

inline const char *CERT_GetNextEmailAddress(::CERTCertificate *cert, const char *prev) {
  ::psm::nss_call::CallGate gate("CERT_GetNextEmailAddress");
  if (!gate.ok()) return nullptr;
  const char *answer = ::psm_raw_CERT_GetNextEmailAddress(cert, prev);
  gate.Leave();
  return answer;
}

inline ::CERTGeneralName *CERT_GetNextGeneralName(::CERTGeneralName *current) {
  ::psm::nss_call::CallGate gate("CERT_GetNextGeneralName");
  if (!gate.ok()) return nullptr;
  ::CERTGeneralName *answer = ::psm_raw_CERT_GetNextGeneralName(current);
  gate.Leave();
  return answer;
}

inline ::CERTNameConstraint *CERT_GetNextNameConstraint(::CERTNameConstraint *current) {
  ::psm::nss_call::CallGate gate("CERT_GetNextNameConstraint");
  if (!gate.ok()) return nullptr;
  ::CERTNameConstraint *answer = ::psm_raw_CERT_GetNextNameConstraint(current);
  gate.Leave();
  return answer;
}

inline char *CERT_GetOidString(const ::SECItem *oid) {
  ::psm::nss_call::CallGate gate("CERT_GetOidString");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOidString(oid);
  gate.Leave();
  return answer;
}

inline char *CERT_GetOrgName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetOrgName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOrgName(name);
  gate.Leave();
  return answer;
}

inline char *CERT_GetOrgUnitName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetOrgUnitName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetOrgUnitName(name);
  gate.Leave();
  return answer;
}

inline const ::CERTRevocationFlags *CERT_GetPKIXVerifyNistRevocationPolicy() {
  ::psm::nss_call::CallGate gate("CERT_GetPKIXVerifyNistRevocationPolicy");
  if (!gate.ok()) return nullptr;
  const ::CERTRevocationFlags *answer = ::psm_raw_CERT_GetPKIXVerifyNistRevocationPolicy();
  gate.Leave();
  return answer;
}

inline ::CERTGeneralName *CERT_GetPrevGeneralName(::CERTGeneralName *current) {
  ::psm::nss_call::CallGate gate("CERT_GetPrevGeneralName");
  if (!gate.ok()) return nullptr;
  ::CERTGeneralName *answer = ::psm_raw_CERT_GetPrevGeneralName(current);
  gate.Leave();
  return answer;
}

inline ::CERTNameConstraint *CERT_GetPrevNameConstraint(::CERTNameConstraint *current) {
  ::psm::nss_call::CallGate gate("CERT_GetPrevNameConstraint");
  if (!gate.ok()) return nullptr;
  ::CERTNameConstraint *answer = ::psm_raw_CERT_GetPrevNameConstraint(current);
  gate.Leave();
  return answer;
}

inline ::CERTDistNames *CERT_GetSSLCACerts(::CERTCertDBHandle *handle) {
  ::psm::nss_call::CallGate gate("CERT_GetSSLCACerts");
  if (!gate.ok()) return nullptr;
  ::CERTDistNames *answer = ::psm_raw_CERT_GetSSLCACerts(handle);
  gate.Leave();
  return answer;
}

inline ::PRInt32 CERT_GetSlopTime() {
  ::psm::nss_call::CallGate gate("CERT_GetSlopTime");
  if (!gate.ok()) return 0;
  ::PRInt32 answer = ::psm_raw_CERT_GetSlopTime();
  gate.Leave();
  return answer;
}

inline char *CERT_GetStateName(const ::CERTName *name) {
  ::psm::nss_call::CallGate gate("CERT_GetStateName");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_GetStateName(name);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_GetSubjectNameDigest(::PLArenaPool *arena, const ::CERTCertificate *cert, ::SECOidTag digestAlg, ::SECItem *fill) {
  ::psm::nss_call::CallGate gate("CERT_GetSubjectNameDigest");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_GetSubjectNameDigest(arena, cert, digestAlg, fill);
  gate.Leave();
  return answer;
}

inline ::SECItem *CERT_GetSubjectPublicKeyDigest(::PLArenaPool *arena, const ::CERTCertificate *cert, ::SECOidTag digestAlg, ::SECItem *fill) {
  ::psm::nss_call::CallGate gate("CERT_GetSubjectPublicKeyDigest");
  if (!gate.ok()) return nullptr;
  ::SECItem *answer = ::psm_raw_CERT_GetSubjectPublicKeyDigest(arena, cert, digestAlg, fill);
  gate.Leave();
  return answer;
}

inline ::PRBool CERT_GetUsePKIXForValidation() {
  ::psm::nss_call::CallGate gate("CERT_GetUsePKIXForValidation");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_CERT_GetUsePKIXForValidation();
  gate.Leave();
  return answer;
}

inline ::CERTCertNicknames *CERT_GetValidDNSPatternsFromCert(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_GetValidDNSPatternsFromCert");
  if (!gate.ok()) return nullptr;
  ::CERTCertNicknames *answer = ::psm_raw_CERT_GetValidDNSPatternsFromCert(cert);
  gate.Leave();
  return answer;
}

inline char *CERT_Hexify(::SECItem *i, int do_colon) {
  ::psm::nss_call::CallGate gate("CERT_Hexify");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_Hexify(i, do_colon);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_ImportCAChain(::SECItem *certs, int numcerts, ::SECCertUsage certUsage) {
  ::psm::nss_call::CallGate gate("CERT_ImportCAChain");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_ImportCAChain(certs, numcerts, certUsage);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_ImportCAChainTrusted(::SECItem *certs, int numcerts, ::SECCertUsage certUsage) {
  ::psm::nss_call::CallGate gate("CERT_ImportCAChainTrusted");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_ImportCAChainTrusted(certs, numcerts, certUsage);
  gate.Leave();
  return answer;
}

inline ::CERTSignedCrl *CERT_ImportCRL(::CERTCertDBHandle *handle, ::SECItem *derCRL, char *url, int type, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_ImportCRL");
  if (!gate.ok()) return nullptr;
  ::CERTSignedCrl *answer = ::psm_raw_CERT_ImportCRL(handle, derCRL, url, type, wincx);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCrl, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_ImportCerts(::CERTCertDBHandle *certdb, ::SECCertUsage usage, unsigned int ncerts, ::SECItem **derCerts, ::CERTCertificate ***retCerts, ::PRBool keepCerts, ::PRBool caOnly, char *nickname) {
  ::psm::nss_call::CallGate gate("CERT_ImportCerts");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_ImportCerts(certdb, usage, ncerts, derCerts, retCerts, keepCerts, caOnly, nickname);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> CERT_IsCACert(::CERTCertificate *cert, unsigned int *rettype) {
  ::psm::nss_call::CallGate gate("CERT_IsCACert");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_CERT_IsCACert(cert, rettype);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::psm::Checked<::PRBool> CERT_IsCADERCert(::SECItem *derCert, unsigned int *rettype) {
  ::psm::nss_call::CallGate gate("CERT_IsCADERCert");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_CERT_IsCADERCert(derCert, rettype);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::PRBool CERT_IsInList(const ::CERTCertificate *cert, const ::CERTCertList *certList) {
  ::psm::nss_call::CallGate gate("CERT_IsInList");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_CERT_IsInList(cert, certList);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> CERT_IsRootDERCert(::SECItem *derCert) {
  ::psm::nss_call::CallGate gate("CERT_IsRootDERCert");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_CERT_IsRootDERCert(derCert);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::psm::Checked<::PRBool> CERT_IsUserCert(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_IsUserCert");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_CERT_IsUserCert(cert);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::SECStatus CERT_KeyFromDERCrl(::PLArenaPool *arena, ::SECItem *derCrl, ::SECItem *key) {
  ::psm::nss_call::CallGate gate("CERT_KeyFromDERCrl");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_KeyFromDERCrl(arena, derCrl, key);
  gate.Leave();
  return answer;
}

inline char *CERT_MakeCANickname(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_MakeCANickname");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_MakeCANickname(cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_MergeExtensions(void *exthandle, ::CERTCertExtension **exts) {
  ::psm::nss_call::CallGate gate("CERT_MergeExtensions");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_MergeExtensions(exthandle, exts);
  gate.Leave();
  return answer;
}

inline char *CERT_NameToAscii(::CERTName *name) {
  ::psm::nss_call::LookupGate gate("CERT_NameToAscii");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_NameToAscii(name);
  gate.Leave();
  return answer;
}

inline char *CERT_NameToAsciiInvertible(::CERTName *name, ::CertStrictnessLevel strict) {
  ::psm::nss_call::LookupGate gate("CERT_NameToAsciiInvertible");
  if (!gate.ok()) return nullptr;
  char *answer = ::psm_raw_CERT_NameToAsciiInvertible(name, strict);
  gate.Leave();
  return answer;
}

inline ::CERTCertList *CERT_NewCertList() {
  ::psm::nss_call::CallGate gate("CERT_NewCertList");
  if (!gate.ok()) return nullptr;
  ::CERTCertList *answer = ::psm_raw_CERT_NewCertList();
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificateList, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertificate *CERT_NewTempCertificate(::CERTCertDBHandle *handle, ::SECItem *derCert, char *nickname, ::PRBool isperm, ::PRBool copyDER) {
  ::psm::nss_call::CallGate gate("CERT_NewTempCertificate");
  if (!gate.ok()) return nullptr;
  ::CERTCertificate *answer = ::psm_raw_CERT_NewTempCertificate(handle, derCert, nickname, isperm, copyDER);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kCertificate, answer);
  gate.Leave();
  return answer;
}

inline ::CERTCertNicknames *CERT_NicknameStringsFromCertList(::CERTCertList *certList, char *expiredString, char *notYetGoodString) {
  ::psm::nss_call::CallGate gate("CERT_NicknameStringsFromCertList");
  if (!gate.ok()) return nullptr;
  ::CERTCertNicknames *answer = ::psm_raw_CERT_NicknameStringsFromCertList(certList, expiredString, notYetGoodString);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_OpenCertDBFilename(::CERTCertDBHandle *handle, char *certdbname, ::PRBool readOnly) {
  ::psm::nss_call::CallGate gate("CERT_OpenCertDBFilename");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_OpenCertDBFilename(handle, certdbname, readOnly);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_PKIXVerifyCert(::CERTCertificate *cert, ::SECCertificateUsage usages, ::CERTValInParam *paramsIn, ::CERTValOutParam *paramsOut, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_PKIXVerifyCert");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_PKIXVerifyCert(cert, usages, paramsIn, paramsOut, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_RFC1485_EscapeAndQuote(char *dst, int dstlen, char *src, int srclen) {
  ::psm::nss_call::CallGate gate("CERT_RFC1485_EscapeAndQuote");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_RFC1485_EscapeAndQuote(dst, dstlen, src, srclen);
  gate.Leave();
  return answer;
}

inline void CERT_RemoveCertListNode(::CERTCertListNode *node) {
  ::psm::nss_call::ReleaseGate gate("CERT_RemoveCertListNode");
  if (!gate.ok()) return;
  ::psm_raw_CERT_RemoveCertListNode(node);
  gate.Leave();
}

inline ::SECStatus CERT_SaveSMimeProfile(::CERTCertificate *cert, ::SECItem *emailProfile, ::SECItem *profileTime) {
  ::psm::nss_call::CallGate gate("CERT_SaveSMimeProfile");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_SaveSMimeProfile(cert, emailProfile, profileTime);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_SetSlopTime(::PRInt32 slop) {
  ::psm::nss_call::CallGate gate("CERT_SetSlopTime");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_SetSlopTime(slop);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_SetUsePKIXForValidation(::PRBool enable) {
  ::psm::nss_call::CallGate gate("CERT_SetUsePKIXForValidation");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_SetUsePKIXForValidation(enable);
  gate.Leave();
  return answer;
}

inline void *CERT_StartCRLEntryExtensions(::CERTCrl *crl, ::CERTCrlEntry *entry) {
  ::psm::nss_call::CallGate gate("CERT_StartCRLEntryExtensions");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCRLEntryExtensions(crl, entry);
  gate.Leave();
  return answer;
}

inline void *CERT_StartCRLExtensions(::CERTCrl *crl) {
  ::psm::nss_call::CallGate gate("CERT_StartCRLExtensions");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCRLExtensions(crl);
  gate.Leave();
  return answer;
}

inline void *CERT_StartCertExtensions(::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("CERT_StartCertExtensions");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCertExtensions(cert);
  gate.Leave();
  return answer;
}

inline void *CERT_StartCertificateRequestAttributes(::CERTCertificateRequest *req) {
  ::psm::nss_call::CallGate gate("CERT_StartCertificateRequestAttributes");
  if (!gate.ok()) return nullptr;
  void *answer = ::psm_raw_CERT_StartCertificateRequestAttributes(req);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_UncacheCRL(::CERTCertDBHandle *dbhandle, ::SECItem *oldcrl) {
  ::psm::nss_call::CallGate gate("CERT_UncacheCRL");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_UncacheCRL(dbhandle, oldcrl);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyCACertForUsage(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRBool checkSig, ::SECCertUsage certUsage, ::PRTime t, void *wincx, ::CERTVerifyLog *log) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCACertForUsage");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_VerifyCACertForUsage(handle, cert, checkSig, certUsage, t, wincx, log);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyCert(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRBool checkSig, ::SECCertUsage certUsage, ::PRTime t, void *wincx, ::CERTVerifyLog *log) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCert");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_VerifyCert(handle, cert, checkSig, certUsage, t, wincx, log);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyCertName(const ::CERTCertificate *cert, const char *hostname) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertName");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifyCertName(cert, hostname);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyCertNow(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRBool checkSig, ::SECCertUsage certUsage, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertNow");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifyCertNow(handle, cert, checkSig, certUsage, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyCertificate(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRBool checkSig, ::SECCertificateUsage requiredUsages, ::PRTime t, void *wincx, ::CERTVerifyLog *log, ::SECCertificateUsage *returnedUsages) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertificate");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_special_CERT_VerifyCertificate(handle, cert, checkSig, requiredUsages, t, wincx, log, returnedUsages);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifyCertificateNow(::CERTCertDBHandle *handle, ::CERTCertificate *cert, ::PRBool checkSig, ::SECCertificateUsage requiredUsages, void *wincx, ::SECCertificateUsage *returnedUsages) {
  ::psm::nss_call::CallGate gate("CERT_VerifyCertificateNow");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifyCertificateNow(handle, cert, checkSig, requiredUsages, wincx, returnedUsages);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifySignedData(::CERTSignedData *sd, ::CERTCertificate *cert, ::PRTime t, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifySignedData");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifySignedData(sd, cert, t, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifySignedDataWithPublicKey(const ::CERTSignedData *sd, ::SECKEYPublicKey *pubKey, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifySignedDataWithPublicKey");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifySignedDataWithPublicKey(sd, pubKey, wincx);
  gate.Leave();
  return answer;
}

inline ::SECStatus CERT_VerifySignedDataWithPublicKeyInfo(::CERTSignedData *sd, ::CERTSubjectPublicKeyInfo *pubKeyInfo, void *wincx) {
  ::psm::nss_call::CallGate gate("CERT_VerifySignedDataWithPublicKeyInfo");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_CERT_VerifySignedDataWithPublicKeyInfo(sd, pubKeyInfo, wincx);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(CERT_AddCertToListHead);
PSM_NSS_BAN(CERT_AddCertToListHeadWithData);
PSM_NSS_BAN(CERT_AddCertToListSorted);
PSM_NSS_BAN(CERT_AddCertToListTail);
PSM_NSS_BAN(CERT_AddCertToListTailWithData);
PSM_NSS_BAN(CERT_AddExtension);
PSM_NSS_BAN(CERT_AddExtensionByOID);
PSM_NSS_BAN(CERT_AddOKDomainName);
PSM_NSS_BAN(CERT_AddRDN);
PSM_NSS_BAN(CERT_AllocCERTRevocationFlags);
PSM_NSS_BAN(CERT_AsciiToName);
PSM_NSS_BAN(CERT_CRLCacheRefreshIssuer);
PSM_NSS_BAN(CERT_CacheCRL);
PSM_NSS_BAN(CERT_CertChainFromCert);
PSM_NSS_BAN(CERT_CertListFromCert);
PSM_NSS_BAN(CERT_CertTimesValid);
PSM_NSS_BAN(CERT_ChangeCertTrust);
PSM_NSS_BAN(CERT_CheckCertUsage);
PSM_NSS_BAN(CERT_CheckCertValidTimes);
PSM_NSS_BAN(CERT_CheckNameSpace);
PSM_NSS_BAN(CERT_CompareAVA);
PSM_NSS_BAN(CERT_CompareCerts);
PSM_NSS_BAN(CERT_CompareName);
PSM_NSS_BAN(CERT_CompleteCRLDecodeEntries);
PSM_NSS_BAN(CERT_ConvertAndDecodeCertificate);
PSM_NSS_BAN(CERT_CopyName);
PSM_NSS_BAN(CERT_CopyRDN);
PSM_NSS_BAN(CERT_CreateAVA);
PSM_NSS_BAN(CERT_CreateCertificate);
PSM_NSS_BAN(CERT_CreateCertificateRequest);
PSM_NSS_BAN(CERT_CreateName);
PSM_NSS_BAN(CERT_CreateRDN);
PSM_NSS_BAN(CERT_CreateSubjectCertList);
PSM_NSS_BAN(CERT_CreateValidity);
PSM_NSS_BAN(CERT_DecodeAVAValue);
PSM_NSS_BAN(CERT_DecodeAltNameExtension);
PSM_NSS_BAN(CERT_DecodeAuthInfoAccessExtension);
PSM_NSS_BAN(CERT_DecodeAuthKeyID);
PSM_NSS_BAN(CERT_DecodeBasicConstraintValue);
PSM_NSS_BAN(CERT_DecodeCRLDistributionPoints);
PSM_NSS_BAN(CERT_DecodeCertFromPackage);
PSM_NSS_BAN(CERT_DecodeCertPackage);
PSM_NSS_BAN(CERT_DecodeCertificatePoliciesExtension);
PSM_NSS_BAN(CERT_DecodeDERCrl);
PSM_NSS_BAN(CERT_DecodeDERCrlWithFlags);
PSM_NSS_BAN(CERT_DecodeGeneralName);
PSM_NSS_BAN(CERT_DecodeNameConstraintsExtension);
PSM_NSS_BAN(CERT_DecodeOidSequence);
PSM_NSS_BAN(CERT_DecodePrivKeyUsagePeriodExtension);
PSM_NSS_BAN(CERT_DecodeTrustString);
PSM_NSS_BAN(CERT_DecodeUserNotice);
PSM_NSS_BAN(CERT_DerNameToAscii);
PSM_NSS_BAN(CERT_DestroyCertArray);
PSM_NSS_BAN(CERT_DestroyCertList);
PSM_NSS_BAN(CERT_DestroyCertificate);
PSM_NSS_BAN(CERT_DistNamesFromCertList);
PSM_NSS_BAN(CERT_DupCertList);
PSM_NSS_BAN(CERT_DupCertificate);
PSM_NSS_BAN(CERT_DupDistNames);
PSM_NSS_BAN(CERT_EncodeAltNameExtension);
PSM_NSS_BAN(CERT_EncodeAndAddBitStrExtension);
PSM_NSS_BAN(CERT_EncodeAuthKeyID);
PSM_NSS_BAN(CERT_EncodeBasicConstraintValue);
PSM_NSS_BAN(CERT_EncodeCRLDistributionPoints);
PSM_NSS_BAN(CERT_EncodeCertPoliciesExtension);
PSM_NSS_BAN(CERT_EncodeGeneralName);
PSM_NSS_BAN(CERT_EncodeInfoAccessExtension);
PSM_NSS_BAN(CERT_EncodeInhibitAnyExtension);
PSM_NSS_BAN(CERT_EncodeNoticeReference);
PSM_NSS_BAN(CERT_EncodePolicyConstraintsExtension);
PSM_NSS_BAN(CERT_EncodePolicyMappingExtension);
PSM_NSS_BAN(CERT_EncodeSubjectKeyID);
PSM_NSS_BAN(CERT_EncodeUserNotice);
PSM_NSS_BAN(CERT_ExtractPublicKey);
PSM_NSS_BAN(CERT_FilterCertListByCANames);
PSM_NSS_BAN(CERT_FilterCertListByCertList);
PSM_NSS_BAN(CERT_FilterCertListByNickname);
PSM_NSS_BAN(CERT_FilterCertListByUsage);
PSM_NSS_BAN(CERT_FilterCertListForUserCerts);
PSM_NSS_BAN(CERT_FindCRLEntryReasonExten);
PSM_NSS_BAN(CERT_FindCRLNumberExten);
PSM_NSS_BAN(CERT_FindCertByDERCert);
PSM_NSS_BAN(CERT_FindCertByIssuerAndSN);
PSM_NSS_BAN(CERT_FindCertByIssuerAndSNCX);
PSM_NSS_BAN(CERT_FindCertByName);
PSM_NSS_BAN(CERT_FindCertByNickname);
PSM_NSS_BAN(CERT_FindCertByNicknameOrEmailAddr);
PSM_NSS_BAN(CERT_FindCertByNicknameOrEmailAddrCX);
PSM_NSS_BAN(CERT_FindCertByNicknameOrEmailAddrForUsage);
PSM_NSS_BAN(CERT_FindCertByNicknameOrEmailAddrForUsageCX);
PSM_NSS_BAN(CERT_FindCertBySubjectKeyID);
PSM_NSS_BAN(CERT_FindCertExtension);
PSM_NSS_BAN(CERT_FindCertIssuer);
PSM_NSS_BAN(CERT_FindKeyUsageExtension);
PSM_NSS_BAN(CERT_FindNameConstraintsExten);
PSM_NSS_BAN(CERT_FindSMimeProfile);
PSM_NSS_BAN(CERT_FindSubjectKeyIDExtension);
PSM_NSS_BAN(CERT_FindUserCertByUsage);
PSM_NSS_BAN(CERT_FindUserCertsByUsage);
PSM_NSS_BAN(CERT_FinishCertificateRequestAttributes);
PSM_NSS_BAN(CERT_FinishExtensions);
PSM_NSS_BAN(CERT_FormatName);
PSM_NSS_BAN(CERT_GetAVATag);
PSM_NSS_BAN(CERT_GetCertChainFromCert);
PSM_NSS_BAN(CERT_GetCertEmailAddress);
PSM_NSS_BAN(CERT_GetCertIsPerm);
PSM_NSS_BAN(CERT_GetCertIsTemp);
PSM_NSS_BAN(CERT_GetCertIssuerAndSN);
PSM_NSS_BAN(CERT_GetCertKeyType);
PSM_NSS_BAN(CERT_GetCertNicknames);
PSM_NSS_BAN(CERT_GetCertTimes);
PSM_NSS_BAN(CERT_GetCertTrust);
PSM_NSS_BAN(CERT_GetCertUid);
PSM_NSS_BAN(CERT_GetCertificateDer);
PSM_NSS_BAN(CERT_GetCertificateNames);
PSM_NSS_BAN(CERT_GetCertificateRequestExtensions);
PSM_NSS_BAN(CERT_GetClassicOCSPDisabledPolicy);
PSM_NSS_BAN(CERT_GetClassicOCSPEnabledHardFailurePolicy);
PSM_NSS_BAN(CERT_GetClassicOCSPEnabledSoftFailurePolicy);
PSM_NSS_BAN(CERT_GetCommonName);
PSM_NSS_BAN(CERT_GetConstrainedCertificateNames);
PSM_NSS_BAN(CERT_GetCountryName);
PSM_NSS_BAN(CERT_GetDBContentVersion);
PSM_NSS_BAN(CERT_GetDefaultCertDB);
PSM_NSS_BAN(CERT_GetDomainComponentName);
PSM_NSS_BAN(CERT_GetFirstEmailAddress);
PSM_NSS_BAN(CERT_GetGeneralNameTypeFromString);
PSM_NSS_BAN(CERT_GetImposedNameConstraints);
PSM_NSS_BAN(CERT_GetLocalityName);
PSM_NSS_BAN(CERT_GetNextEmailAddress);
PSM_NSS_BAN(CERT_GetNextGeneralName);
PSM_NSS_BAN(CERT_GetNextNameConstraint);
PSM_NSS_BAN(CERT_GetOidString);
PSM_NSS_BAN(CERT_GetOrgName);
PSM_NSS_BAN(CERT_GetOrgUnitName);
PSM_NSS_BAN(CERT_GetPKIXVerifyNistRevocationPolicy);
PSM_NSS_BAN(CERT_GetPrevGeneralName);
PSM_NSS_BAN(CERT_GetPrevNameConstraint);
PSM_NSS_BAN(CERT_GetSSLCACerts);
PSM_NSS_BAN(CERT_GetSlopTime);
PSM_NSS_BAN(CERT_GetStateName);
PSM_NSS_BAN(CERT_GetSubjectNameDigest);
PSM_NSS_BAN(CERT_GetSubjectPublicKeyDigest);
PSM_NSS_BAN(CERT_GetUsePKIXForValidation);
PSM_NSS_BAN(CERT_GetValidDNSPatternsFromCert);
PSM_NSS_BAN(CERT_Hexify);
PSM_NSS_BAN(CERT_ImportCAChain);
PSM_NSS_BAN(CERT_ImportCAChainTrusted);
PSM_NSS_BAN(CERT_ImportCRL);
PSM_NSS_BAN(CERT_ImportCerts);
PSM_NSS_BAN(CERT_IsCACert);
PSM_NSS_BAN(CERT_IsCADERCert);
PSM_NSS_BAN(CERT_IsInList);
PSM_NSS_BAN(CERT_IsRootDERCert);
PSM_NSS_BAN(CERT_IsUserCert);
PSM_NSS_BAN(CERT_KeyFromDERCrl);
PSM_NSS_BAN(CERT_MakeCANickname);
PSM_NSS_BAN(CERT_MergeExtensions);
PSM_NSS_BAN(CERT_NameToAscii);
PSM_NSS_BAN(CERT_NameToAsciiInvertible);
PSM_NSS_BAN(CERT_NewCertList);
PSM_NSS_BAN(CERT_NewTempCertificate);
PSM_NSS_BAN(CERT_NicknameStringsFromCertList);
PSM_NSS_BAN(CERT_OpenCertDBFilename);
PSM_NSS_BAN(CERT_PKIXVerifyCert);
PSM_NSS_BAN(CERT_RFC1485_EscapeAndQuote);
PSM_NSS_BAN(CERT_RemoveCertListNode);
PSM_NSS_BAN(CERT_SaveSMimeProfile);
PSM_NSS_BAN(CERT_SetSlopTime);
PSM_NSS_BAN(CERT_SetUsePKIXForValidation);
PSM_NSS_BAN(CERT_StartCRLEntryExtensions);
PSM_NSS_BAN(CERT_StartCRLExtensions);
PSM_NSS_BAN(CERT_StartCertExtensions);
PSM_NSS_BAN(CERT_StartCertificateRequestAttributes);
PSM_NSS_BAN(CERT_UncacheCRL);
PSM_NSS_BAN(CERT_VerifyCACertForUsage);
PSM_NSS_BAN(CERT_VerifyCert);
PSM_NSS_BAN(CERT_VerifyCertName);
PSM_NSS_BAN(CERT_VerifyCertNow);
PSM_NSS_BAN(CERT_VerifyCertificate);
PSM_NSS_BAN(CERT_VerifyCertificateNow);
PSM_NSS_BAN(CERT_VerifySignedData);
PSM_NSS_BAN(CERT_VerifySignedDataWithPublicKey);
PSM_NSS_BAN(CERT_VerifySignedDataWithPublicKeyInfo);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_CERT_H_
