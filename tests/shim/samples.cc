#include "tests/shim/samples.h"

#include <prio.h>
#include <secasn1.h>
#include <secder.h>
#include <secerr.h>
#include <secitem.h>
#include <secoid.h>
#include <secport.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

namespace psm::shim_testing {

SampleObjects g_samples;

namespace {

constexpr size_t kMemory = 64 * 1024;
constexpr SECOidTag kSignature = SEC_OID_ANSIX962_ECDSA_SHA256_SIGNATURE;
constexpr PRTime kHour = PRTime{3600} * PR_USEC_PER_SEC;
char g_password[] = "password";

// An EC key pair on P-256, in the profile's key slot.
SECKEYPrivateKey* NewKeyPair(PLArenaPool* arena, SECKEYPublicKey** public_key) {
  const SECOidData* curve = nss::SECOID_FindOIDByTag(SEC_OID_SECG_EC_SECP256R1);
  SECItem* parameters = nss::SECITEM_AllocItem(arena, nullptr, curve->oid.len + 2);
  parameters->data[0] = SEC_ASN1_OBJECT_ID;
  parameters->data[1] = static_cast<unsigned char>(curve->oid.len);
  memcpy(parameters->data + 2, curve->oid.data, curve->oid.len);
  PK11SlotInfo* slot = nss::PK11_GetInternalKeySlot();
  SECKEYPrivateKey* key = nss::PK11_GenerateKeyPair(slot, CKM_EC_KEY_PAIR_GEN, parameters,
                                                    public_key, PR_TRUE, PR_TRUE, nullptr);
  nss::PK11_FreeSlot(slot);
  Require(key != nullptr, "PK11_GenerateKeyPair");
  return key;
}

// `object` encoded and signed, in `arena`.
SECItem Sign(PLArenaPool* arena, const void* object, const SEC_ASN1Template* shape,
             SECKEYPrivateKey* key) {
  SECItem plain = {siBuffer, nullptr, 0};
  SECItem der = {siBuffer, nullptr, 0};
  Require(nss::SEC_ASN1EncodeItem(arena, &plain, object, shape) != nullptr, "SEC_ASN1EncodeItem");
  Require(nss::SEC_DerSignData(arena, &der, plain.data, static_cast<int>(plain.len), key,
                               kSignature) == SECSuccess,
          "SEC_DerSignData");
  return der;
}

SECItem NewCertificate(PLArenaPool* arena, CERTName* name, SECKEYPublicKey* public_key,
                       SECKEYPrivateKey* key) {
  CERTSubjectPublicKeyInfo* info = nss::SECKEY_CreateSubjectPublicKeyInfo(public_key);
  CERTCertificateRequest* request = nss::CERT_CreateCertificateRequest(name, info, nullptr);
  CERTValidity* validity = nss::CERT_CreateValidity(PR_Now() - kHour, PR_Now() + 1000 * kHour);
  CERTCertificate* unsigned_certificate = nss::CERT_CreateCertificate(1, name, validity, request);
  Require(unsigned_certificate != nullptr, "CERT_CreateCertificate");
  void* extensions = nss::CERT_StartCertExtensions(unsigned_certificate);
  CERTBasicConstraints authority = {PR_TRUE, CERT_UNLIMITED_PATH_CONSTRAINT};
  SECItem encoded = {siBuffer, nullptr, 0};
  nss::CERT_EncodeBasicConstraintValue(arena, &authority, &encoded);
  nss::CERT_AddExtension(extensions, SEC_OID_X509_BASIC_CONSTRAINTS, &encoded, PR_TRUE, PR_TRUE);
  Require(nss::CERT_FinishExtensions(extensions) == SECSuccess, "CERT_FinishExtensions");
  unsigned char version3 = 2;
  const SECItem version = {siUnsignedInteger, &version3, 1};
  nss::SECITEM_CopyItem(unsigned_certificate->arena, &unsigned_certificate->version, &version);
  nss::SECOID_SetAlgorithmID(unsigned_certificate->arena, &unsigned_certificate->signature,
                             kSignature, nullptr);
  SECItem der = Sign(arena, unsigned_certificate, SEC_ASN1_GET(CERT_CertificateTemplate), key);
  nss::CERT_DestroyCertificate(unsigned_certificate);
  nss::CERT_DestroyCertificateRequest(request);
  nss::CERT_DestroyValidity(validity);
  nss::SECKEY_DestroySubjectPublicKeyInfo(info);
  return der;
}

// An empty one.
SECItem NewCrl(PLArenaPool* arena, CERTName* name, SECKEYPrivateKey* key) {
  CERTCrl crl = {};
  crl.arena = arena;
  nss::CERT_CopyName(arena, &crl.name, name);
  nss::SECOID_SetAlgorithmID(arena, &crl.signatureAlg, kSignature, nullptr);
  nss::DER_EncodeTimeChoice(arena, &crl.lastUpdate, PR_Now() - kHour);
  nss::DER_EncodeTimeChoice(arena, &crl.nextUpdate, PR_Now() + 1000 * kHour);
  return Sign(arena, &crl, SEC_ASN1_GET(CERT_CrlTemplate), key);
}

PRFileDesc* NewTlsSocket() {
  PRFileDesc* socket = PR_NewTCPSocket();
  Require(socket != nullptr, "PR_NewTCPSocket");
  PRFileDesc* tls = nss::SSL_ImportFD(nullptr, socket);
  Require(tls != nullptr, "SSL_ImportFD");
  return tls;
}

}  // namespace

void Require(bool ok, const char* what) {
  if (ok) return;
  fprintf(stderr, "samples: %s failed: %d\n", what, nss::PORT_GetError());
  abort();
}

void FillSampleProfile() {
  PK11SlotInfo* slot = nss::PK11_GetInternalKeySlot();
  Require(slot != nullptr, "PK11_GetInternalKeySlot");
  if (nss::PK11_NeedUserInit(slot).value_or(PR_FALSE)) {
    Require(nss::PK11_InitPin(slot, nullptr, "") == SECSuccess, "PK11_InitPin");
  }
  PLArenaPool* arena = nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE);
  SECKEYPublicKey* public_key = nullptr;
  SECKEYPrivateKey* key = NewKeyPair(arena, &public_key);
  CERTName* name = nss::CERT_AsciiToName("CN=Sample Authority,O=Samples");
  SECItem der = NewCertificate(arena, name, public_key, key);
  CERTCertDBHandle* db = nss::CERT_GetDefaultCertDB();
  CERTCertificate* certificate = nss::CERT_NewTempCertificate(db, &der, nullptr, PR_FALSE, PR_TRUE);
  Require(certificate != nullptr, "CERT_NewTempCertificate");
  Require(nss::PK11_ImportCert(slot, certificate, CK_INVALID_HANDLE, kSampleNickname, PR_FALSE) ==
              SECSuccess,
          "PK11_ImportCert");
  CERTCertTrust trust = {CERTDB_VALID_CA | CERTDB_TRUSTED_CA, 0, 0};
  Require(nss::CERT_ChangeCertTrust(db, certificate, &trust) == SECSuccess, "CERT_ChangeCertTrust");
  SECItem crl_der = NewCrl(arena, name, key);
  CERTSignedCrl* crl =
      nss::PK11_ImportCRL(slot, &crl_der, nullptr, SEC_CRL_TYPE, nullptr,
                          CRL_IMPORT_DEFAULT_OPTIONS, nullptr, CRL_DECODE_DEFAULT_OPTIONS);
  Require(crl != nullptr, "PK11_ImportCRL");
  nss::SEC_DestroyCrl(crl);
  nss::CERT_DestroyCertificate(certificate);
  nss::CERT_DestroyName(name);
  nss::SECKEY_DestroyPublicKey(public_key);
  nss::SECKEY_DestroyPrivateKey(key);
  nss::PORT_FreeArena(arena, PR_FALSE);
  nss::PK11_FreeSlot(slot);
}

void HoldMemorySamples() {
  SampleObjects& s = g_samples;
  s.memory = calloc(1, kMemory);
  s.text = static_cast<char*>(calloc(1, kMemory));
  s.storage = calloc(1, kMemory);
  Require(s.memory != nullptr && s.text != nullptr && s.storage != nullptr, "calloc");
  strcpy(s.text, kSampleNickname);
  s.arena = nss::PORT_NewArena(DER_DEFAULT_CHUNKSIZE);
  s.item = nss::SECITEM_AllocItem(nullptr, nullptr, 16);
  memset(s.item->data, 0, s.item->len);
  s.algorithm = static_cast<SECAlgorithmID*>(calloc(1, sizeof *s.algorithm));
}

void HoldSamples() {
  SampleObjects& s = g_samples;
  HoldMemorySamples();
  s.slot = nss::PK11_GetInternalKeySlot();
  Require(s.slot != nullptr, "PK11_GetInternalKeySlot");
  s.slot_list = nss::PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, nullptr);
  Require(s.slot_list != nullptr, "PK11_GetAllTokens");
  s.slot_element = nss::PK11_GetFirstSafe(s.slot_list);
  s.module = nss::PK11_GetModule(s.slot);
  s.cert_db = nss::CERT_GetDefaultCertDB();

  s.certificate = nss::PK11_FindCertFromNickname(kSampleNickname, nullptr);
  Require(s.certificate != nullptr, "PK11_FindCertFromNickname");
  nss::SECITEM_FreeItem(s.item, PR_TRUE);
  s.item = nss::SECITEM_DupItem(&s.certificate->derCert);
  nss::SECOID_SetAlgorithmID(s.arena, s.algorithm, SEC_OID_SHA256, nullptr);
  s.certificate_list = nss::PK11_ListCertsInSlot(s.slot);
  s.certificate_chain = nss::CERT_CertChainFromCert(s.certificate, certUsageSSLServer, PR_TRUE);
  s.nicknames = nss::CERT_GetCertNicknames(s.cert_db, SEC_CERT_NICKNAMES_ALL, nullptr);
  s.name = nss::CERT_AsciiToName("CN=Sample,O=Samples");
  s.general_name = nss::CERT_GetCertificateNames(s.certificate, s.arena);
  s.issuer_and_serial = nss::CERT_GetCertIssuerAndSN(s.arena, s.certificate);
  s.signed_crl = nss::SEC_FindCrlByName(s.cert_db, &s.certificate->derSubject, SEC_CRL_TYPE);
  Require(s.signed_crl != nullptr, "SEC_FindCrlByName");
  s.crl = &s.signed_crl->crl;
  s.ocsp_request = nss::CERT_CreateOCSPRequest(s.certificate_list, PR_Now(), PR_FALSE, nullptr);

  s.private_key = nss::PK11_FindKeyByAnyCert(s.certificate, nullptr);
  Require(s.private_key != nullptr, "PK11_FindKeyByAnyCert");
  s.private_key_list = nss::PK11_ListPrivKeysInSlot(s.slot, nullptr, nullptr);
  s.public_key = nss::CERT_ExtractPublicKey(s.certificate);
  Require(s.public_key != nullptr, "CERT_ExtractPublicKey");
  s.public_key_list = nss::PK11_ListPublicKeysInSlot(s.slot, nullptr);
  s.public_key_info = nss::SECKEY_CreateSubjectPublicKeyInfo(s.public_key);
  s.request = nss::CERT_CreateCertificateRequest(s.name, s.public_key_info, nullptr);
  s.sym_key = nss::PK11_KeyGen(s.slot, CKM_AES_KEY_GEN, nullptr, 16, nullptr);
  Require(s.sym_key != nullptr, "PK11_KeyGen");
  s.context = nss::PK11_CreateDigestContext(SEC_OID_SHA256);
  Require(s.context != nullptr && nss::PK11_DigestBegin(s.context) == SECSuccess,
          "PK11_DigestBegin");
  s.generic_objects = nss::PK11_FindGenericObjects(s.slot, CKO_CERTIFICATE);
  s.hash = nss::HASH_Create(HASH_AlgSHA256);
  s.sign = nss::SGN_NewContext(kSignature, s.private_key);
  s.verify = nss::VFY_CreateContext(s.public_key, nullptr, kSignature, nullptr);

  s.cms = nss::NSS_CMSMessage_Create(nullptr);
  s.cms_content = nss::NSS_CMSMessage_GetContentInfo(s.cms);
  s.cms_signed_data = nss::NSS_CMSSignedData_Create(s.cms);
  s.cms_signer = nss::NSS_CMSSignerInfo_Create(s.cms, s.certificate, SEC_OID_SHA256);
  Require(nss::NSS_CMSSignedData_AddSignerInfo(s.cms_signed_data, s.cms_signer) == SECSuccess &&
              nss::NSS_CMSContentInfo_SetContent_SignedData(s.cms, s.cms_content,
                                                            s.cms_signed_data) == SECSuccess,
          "a CMS message");
  s.pkcs7 = nss::SEC_PKCS7CreateCertsOnly(s.certificate, PR_FALSE, s.cert_db);
  s.pkcs12_export = nss::SEC_PKCS12CreateExportContext(nullptr, nullptr, s.slot, nullptr);
  SECItem password = {siBuffer, reinterpret_cast<unsigned char*>(g_password), sizeof g_password};
  s.pkcs12_decoder = nss::SEC_PKCS12DecoderStart(&password, s.slot, nullptr, nullptr, nullptr,
                                                 nullptr, nullptr, nullptr);
  s.tls = NewTlsSocket();
}

void ReleaseSamples() {
  const SampleObjects& s = g_samples;
  PR_Close(s.tls);
  nss::SEC_PKCS12DecoderFinish(s.pkcs12_decoder);
  nss::SEC_PKCS12DestroyExportContext(s.pkcs12_export);
  nss::SEC_PKCS7DestroyContentInfo(s.pkcs7);
  nss::NSS_CMSMessage_Destroy(s.cms);
  nss::VFY_DestroyContext(s.verify, PR_TRUE);
  nss::SGN_DestroyContext(s.sign, PR_TRUE);
  nss::HASH_Destroy(s.hash);
  nss::PK11_DestroyGenericObjects(s.generic_objects);
  nss::PK11_DestroyContext(s.context, PR_TRUE);
  nss::PK11_FreeSymKey(s.sym_key);
  nss::CERT_DestroyCertificateRequest(s.request);
  nss::SECKEY_DestroySubjectPublicKeyInfo(s.public_key_info);
  nss::SECKEY_DestroyPublicKeyList(s.public_key_list);
  nss::SECKEY_DestroyPublicKey(s.public_key);
  nss::SECKEY_DestroyPrivateKeyList(s.private_key_list);
  nss::SECKEY_DestroyPrivateKey(s.private_key);
  nss::CERT_DestroyOCSPRequest(s.ocsp_request);
  nss::SEC_DestroyCrl(s.signed_crl);
  nss::CERT_DestroyName(s.name);
  nss::CERT_FreeNicknames(s.nicknames);
  nss::CERT_DestroyCertificateList(s.certificate_chain);
  nss::CERT_DestroyCertList(s.certificate_list);
  nss::CERT_DestroyCertificate(s.certificate);
  nss::PK11_FreeSlotListElement(s.slot_list, s.slot_element);
  nss::PK11_FreeSlotList(s.slot_list);
  nss::PK11_FreeSlot(s.slot);
}

void HoldUntouchableSamples() {
  void* page = mmap(nullptr, kMemory, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Require(page != MAP_FAILED, "mmap");
  g_samples = SampleObjects{};
  g_samples.memory = page;
  g_samples.storage = calloc(1, kMemory);
  Require(g_samples.storage != nullptr, "calloc");
}

}  // namespace psm::shim_testing
