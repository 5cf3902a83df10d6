/* Each function that hands out a reference, called for real and released again: a count that is
 * not back at zero afterwards is a wrong rule in references.toml. */

#include <base64.h>
#include <cert.h>
#include <certdb.h>
#include <cms.h>
#include <cmsreclist.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <nssb64.h>
#include <ocsp.h>
#include <p12.h>
#include <p12plcy.h>
#include <pk11hpke.h>
#include <pk11pub.h>
#include <pkcs12.h>
#include <secasn1.h>
#include <secder.h>
#include <secerr.h>
#include <sechash.h>
#include <secitem.h>
#include <secmod.h>
#include <secoid.h>
#include <secpkcs5.h>
#include <secpkcs7.h>
#include <secport.h>
#include <ssl.h>
#include <sslexp.h>
#include <sslproto.h>
#include <stdlib.h>
#include <string.h>

#include "tests/shim/leaks.h"
#include "tests/shim/leaks_parts.h"

static const SECOidTag kEcdsa = SEC_OID_ANSIX962_ECDSA_SHA256_SIGNATURE;
static const SECOidTag kRsa = SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION;
static const PRTime kHour = (PRTime)3600 * PR_USEC_PER_SEC;
static char g_sample[] = "sample";
static char g_rsa[] = "rsa";
static char g_email[] = "sample@example.com";

static CERTCertDBHandle* Db(void) { return CERT_GetDefaultCertDB(); }

static SECItem Item(void* data, size_t size) {
  SECItem item = {siBuffer, NULL, 0};
  item.data = data;
  item.len = (unsigned int)size;
  return item;
}

/* ---- An RSA certificate of the profile, with an e-mail address and a subject key id ---- */

static SECItem* NewRsaDer(PLArenaPool* arena, SECKEYPrivateKey* key, SECKEYPublicKey* public_key) {
  CERTName* name = CERT_AsciiToName("E=sample@example.com,CN=Rsa Sample");
  CERTSubjectPublicKeyInfo* info = SECKEY_CreateSubjectPublicKeyInfo(public_key);
  CERTCertificateRequest* request = CERT_CreateCertificateRequest(name, info, NULL);
  CERTValidity* validity = CERT_CreateValidity(PR_Now() - kHour, PR_Now() + 1000 * kHour);
  CERTCertificate* made =
      Some(CERT_CreateCertificate(7, name, validity, request), "CERT_CreateCertificate");
  unsigned char id_bytes[] = {4, 4, 1, 2, 3, 4};
  SECItem id = Item(id_bytes, sizeof id_bytes);
  unsigned char version_byte = 2;
  SECItem version = Item(&version_byte, 1);
  SECItem* der = SECITEM_AllocItem(arena, NULL, 0);
  SECItem plain = {siBuffer, NULL, 0};
  void* extensions = CERT_StartCertExtensions(made);
  CERT_AddExtension(extensions, SEC_OID_X509_SUBJECT_KEY_ID, &id, PR_FALSE, PR_TRUE);
  CERT_FinishExtensions(extensions);
  SECITEM_CopyItem(made->arena, &made->version, &version);
  SECOID_SetAlgorithmID(made->arena, &made->signature, kRsa, NULL);
  Must(SEC_ASN1EncodeItem(arena, &plain, made, SEC_ASN1_GET(CERT_CertificateTemplate)) != NULL &&
           SEC_DerSignData(arena, der, plain.data, (int)plain.len, key, kRsa) == SECSuccess,
       "SEC_DerSignData");
  CERT_DestroyCertificate(made);
  CERT_DestroyValidity(validity);
  CERT_DestroyCertificateRequest(request);
  SECKEY_DestroySubjectPublicKeyInfo(info);
  CERT_DestroyName(name);
  return der;
}

static void MakeRsaCertificate(void) {
  PLArenaPool* arena = PORT_NewArena(2048);
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams parameters = {2048, 65537};
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = Some(PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
                                                    &public_key, PR_TRUE, PR_FALSE, NULL),
                               "PK11_GenerateKeyPair");
  SECItem* der = NewRsaDer(arena, key, public_key);
  CERTCertificate* certificate =
      Some(CERT_NewTempCertificate(Db(), der, NULL, PR_FALSE, PR_TRUE), "CERT_NewTempCertificate");
  CERTCertTrust trust = {CERTDB_TRUSTED | CERTDB_TERMINAL_RECORD,
                         CERTDB_TRUSTED | CERTDB_TERMINAL_RECORD, 0};
  Must(PK11_ImportCert(slot, certificate, CK_INVALID_HANDLE, g_rsa, PR_FALSE) == SECSuccess,
       "PK11_ImportCert");
  Must(CERT_ChangeCertTrust(Db(), certificate, &trust) == SECSuccess, "CERT_ChangeCertTrust");
  CERT_DestroyCertificate(certificate);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
  PORT_FreeArena(arena, PR_FALSE);
}

static CERTCertificate* RsaCertificate(void) {
  CERTCertificate* certificate = PK11_FindCertFromNickname(g_rsa, NULL);
  if (certificate != NULL) return certificate;
  MakeRsaCertificate();
  return Some(PK11_FindCertFromNickname(g_rsa, NULL), "PK11_FindCertFromNickname");
}

/* ---- Round each call: take what it gave, and give it back ---- */

#define GIVER(function) static void Give_##function(void)

static void DropCertificate(CERTCertificate* it, const char* function) {
  Some(it, function);
  CERT_DestroyCertificate(it);
}
static void DropList(CERTCertList* it, const char* function) {
  Some(it, function);
  CERT_DestroyCertList(it);
}
static void DropKey(SECKEYPrivateKey* it, const char* function) {
  Some(it, function);
  SECKEY_DestroyPrivateKey(it);
}
static void DropPublicKey(SECKEYPublicKey* it, const char* function) {
  Some(it, function);
  SECKEY_DestroyPublicKey(it);
}
static void DropSymKey(PK11SymKey* it, const char* function) {
  Some(it, function);
  PK11_FreeSymKey(it);
}
static void DropSlot(PK11SlotInfo* it, const char* function) {
  Some(it, function);
  PK11_FreeSlot(it);
}

/* Names the call in the message as well. */
#define CERTIFICATE_FROM(function, ...) DropCertificate(function(__VA_ARGS__), #function)
#define LIST_FROM(function, ...) DropList(function(__VA_ARGS__), #function)
#define KEY_FROM(function, ...) DropKey(function(__VA_ARGS__), #function)
#define PUBLIC_KEY_FROM(function, ...) DropPublicKey(function(__VA_ARGS__), #function)
#define SYM_KEY_FROM(function, ...) DropSymKey(function(__VA_ARGS__), #function)
#define SLOT_FROM(function, ...) DropSlot(function(__VA_ARGS__), #function)

/* ---- Certificates ---- */

GIVER(CERT_ConvertAndDecodeCertificate) {
  CERTCertificate* certificate = Certificate();
  char* text = BTOA_DataToAscii(certificate->derCert.data, certificate->derCert.len);
  CERTIFICATE_FROM(CERT_ConvertAndDecodeCertificate, text);
  PORT_Free(text);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_CreateCertificate) {
  PLArenaPool* arena = PORT_NewArena(2048);
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  NewRsaDer(arena, key, public_key);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(CERT_DecodeCertFromPackage) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(CERT_DecodeCertFromPackage, (char*)certificate->derCert.data,
                   (int)certificate->derCert.len);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_DupCertificate) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(CERT_DupCertificate, certificate);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_FindCertByDERCert) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(CERT_FindCertByDERCert, Db(), &certificate->derCert);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_FindCertByIssuerAndSN) {
  PLArenaPool* arena = PORT_NewArena(1024);
  CERTCertificate* certificate = Certificate();
  CERTIssuerAndSN* id = CERT_GetCertIssuerAndSN(arena, certificate);
  CERTIFICATE_FROM(CERT_FindCertByIssuerAndSN, Db(), id);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(CERT_FindCertByIssuerAndSNCX) {
  PLArenaPool* arena = PORT_NewArena(1024);
  CERTCertificate* certificate = Certificate();
  CERTIssuerAndSN* id = CERT_GetCertIssuerAndSN(arena, certificate);
  CERTIFICATE_FROM(CERT_FindCertByIssuerAndSNCX, Db(), id, NULL);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(CERT_FindCertByName) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(CERT_FindCertByName, Db(), &certificate->derSubject);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_FindCertByNickname) { CERTIFICATE_FROM(CERT_FindCertByNickname, Db(), g_sample); }

GIVER(CERT_FindCertByNicknameOrEmailAddr) {
  CERTIFICATE_FROM(CERT_FindCertByNicknameOrEmailAddr, Db(), g_sample);
  CERT_DestroyCertificate(RsaCertificate());
  CERTIFICATE_FROM(CERT_FindCertByNicknameOrEmailAddr, Db(), g_email);
}

GIVER(CERT_FindCertByNicknameOrEmailAddrCX) {
  CERTIFICATE_FROM(CERT_FindCertByNicknameOrEmailAddrCX, Db(), g_sample, NULL);
}

GIVER(CERT_FindCertByNicknameOrEmailAddrForUsage) {
  CERT_DestroyCertificate(RsaCertificate());
  CERTIFICATE_FROM(CERT_FindCertByNicknameOrEmailAddrForUsage, Db(), g_rsa, certUsageSSLClient);
}

GIVER(CERT_FindCertByNicknameOrEmailAddrForUsageCX) {
  CERT_DestroyCertificate(RsaCertificate());
  CERTIFICATE_FROM(CERT_FindCertByNicknameOrEmailAddrForUsageCX, Db(), g_rsa, certUsageSSLClient,
                   NULL);
}

/* NSS knows the id of certificates that came in by CERT_ImportCerts. */
GIVER(CERT_FindCertBySubjectKeyID) {
  unsigned char id_bytes[] = {1, 2, 3, 4};
  SECItem id = Item(id_bytes, sizeof id_bytes);
  CERTCertificate* certificate = RsaCertificate();
  SECItem* ders[] = {&certificate->derCert};
  CERTCertificate** imported = NULL;
  Must(CERT_ImportCerts(Db(), certUsageSSLClient, 1, ders, &imported, PR_FALSE, PR_FALSE, NULL) ==
           SECSuccess,
       "CERT_ImportCerts");
  CERTIFICATE_FROM(CERT_FindCertBySubjectKeyID, Db(), &id);
  CERT_DestroyCertArray(imported, 1);
  CERT_DestroyCertificate(certificate);
}

/* A root is its own issuer. */
GIVER(CERT_FindCertIssuer) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(CERT_FindCertIssuer, certificate, PR_Now(), certUsageSSLCA);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_FindUserCertByUsage) {
  CERT_DestroyCertificate(RsaCertificate());
  CERTIFICATE_FROM(CERT_FindUserCertByUsage, Db(), g_rsa, certUsageSSLClient, PR_FALSE, NULL);
}

GIVER(CERT_ImportCerts) {
  CERTCertificate* certificate = Certificate();
  CERTCertificate** imported = NULL;
  unsigned char no_bytes[] = {0x30, 0};
  SECItem none = Item(no_bytes, sizeof no_bytes);
  SECItem* ders[] = {&certificate->derCert, &none, &certificate->derCert};
  Must(CERT_ImportCerts(Db(), certUsageSSLCA, 3, ders, &imported, PR_FALSE, PR_FALSE, NULL) ==
               SECSuccess &&
           imported[0] != NULL && imported[1] != NULL && imported[2] == NULL,
       "CERT_ImportCerts");
  CERT_DestroyCertArray(imported, 2);
  ders[0] = &none;
  Must(CERT_ImportCerts(Db(), certUsageSSLCA, 1, ders, &imported, PR_FALSE, PR_FALSE, NULL) !=
           SECSuccess,
       "CERT_ImportCerts of nothing");
  CERT_DestroyCertArray(imported, 0);
  ders[0] = &certificate->derCert;
  Must(
      CERT_ImportCerts(Db(), certUsageSSLCA, 1, ders, NULL, PR_FALSE, PR_FALSE, NULL) == SECSuccess,
      "CERT_ImportCerts without a result");
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_NewTempCertificate) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(CERT_NewTempCertificate, Db(), &certificate->derCert, NULL, PR_FALSE, PR_TRUE);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_DecodeOCSPResponse) {
  unsigned char bytes[] = {0x30, 0x03, 0x0a, 0x01, 0x03};
  const SECItem der = Item(bytes, sizeof bytes);
  CERT_DestroyOCSPResponse(Some(CERT_DecodeOCSPResponse(&der), "CERT_DecodeOCSPResponse"));
}

GIVER(CERT_VerifyOCSPResponseSignature) {
  PLArenaPool* arena = PORT_NewArena(2048);
  CERTCertificate* certificate = Certificate();
  const PRTime now = PR_Now();
  CERTOCSPCertID* id = CERT_CreateOCSPCertID(certificate, now);
  CERTOCSPSingleResponse* responses[] = {NULL, NULL};
  CERTCertificate* signer = NULL;
  CERTOCSPResponse* response;
  int i;
  responses[0] = CERT_CreateOCSPSingleResponseGood(arena, id, now, NULL);
  response = CERT_DecodeOCSPResponse(CERT_CreateEncodedOCSPSuccessResponse(
      arena, certificate, ocspResponderID_byName, now, responses, NULL));
  for (i = 0; i < 2; ++i) { /* the second answer is a remembered one */
    Must(CERT_VerifyOCSPResponseSignature(response, Db(), NULL, &signer, certificate) == SECSuccess,
         "CERT_VerifyOCSPResponseSignature");
    CERT_DestroyCertificate(signer);
  }
  Must(CERT_VerifyOCSPResponseSignature(response, Db(), NULL, NULL, certificate) == SECSuccess,
       "CERT_VerifyOCSPResponseSignature without a result");
  CERT_DestroyOCSPResponse(response);
  CERT_DestroyOCSPCertID(id);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

/* The sample authority, for something that it may not do. */
static void DropLog(CERTVerifyLog* log, const char* function) {
  CERTVerifyLogNode* node;
  Must(log->count > 0, function);
  for (node = log->head; node != NULL; node = node->next) CERT_DestroyCertificate(node->cert);
  PORT_FreeArena(log->arena, PR_FALSE);
}
static CERTVerifyLog NewLog(void) {
  CERTVerifyLog log = {NULL, 0, NULL, NULL};
  log.arena = PORT_NewArena(1024);
  return log;
}
static const PRTime kLongAgo = 1000000;

GIVER(CERT_VerifyCACertForUsage) {
  CERTCertificate* certificate = RsaCertificate();
  CERTVerifyLog log = NewLog();
  CERT_VerifyCACertForUsage(Db(), certificate, PR_TRUE, certUsageSSLClient, kLongAgo, NULL, &log);
  DropLog(&log, "CERT_VerifyCACertForUsage");
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_VerifyCert) {
  CERTCertificate* certificate = Certificate();
  CERTVerifyLog log = NewLog();
  CERT_VerifyCert(Db(), certificate, PR_TRUE, certUsageEmailSigner, kLongAgo, NULL, &log);
  CERT_VerifyCert(Db(), certificate, PR_TRUE, certUsageSSLServer, kLongAgo, NULL, &log);
  DropLog(&log, "CERT_VerifyCert");
  CERT_VerifyCert(Db(), certificate, PR_TRUE, certUsageSSLServer, kLongAgo, NULL, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_VerifyCertificate) {
  CERTCertificate* certificate = Certificate();
  CERTVerifyLog log = NewLog();
  CERT_VerifyCertificate(Db(), certificate, PR_TRUE, certificateUsageSSLServer, kLongAgo, NULL,
                         &log, NULL);
  DropLog(&log, "CERT_VerifyCertificate");
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_PKIXVerifyCert) {
  CERTCertificate* certificate = Certificate();
  CERTValInParam in[3];
  CERTValOutParam out[4];
  CERTVerifyLog log = NewLog();
  memset(in, 0, sizeof in);
  memset(out, 0, sizeof out);
  out[0].type = cert_po_trustAnchor;
  out[1].type = cert_po_certList;
  out[2].type = cert_po_errorLog;
  out[2].value.pointer.log = &log;
  out[3].type = cert_po_end;
  in[0].type = cert_pi_revocationFlags;
  in[0].value.pointer.revocation = CERT_GetClassicOCSPDisabledPolicy();
  in[1].type = cert_pi_end;
  Must(CERT_PKIXVerifyCert(certificate, certificateUsageSSLServer, in, out, NULL) == SECSuccess,
       "CERT_PKIXVerifyCert");
  Must(out[1].value.pointer.chain != NULL, "the chain of CERT_PKIXVerifyCert");
  if (out[0].value.pointer.cert != NULL) CERT_DestroyCertificate(out[0].value.pointer.cert);
  CERT_DestroyCertList(out[1].value.pointer.chain);
  out[0].value.pointer.cert = NULL;
  out[1].value.pointer.chain = NULL;
  in[1].type = cert_pi_date;
  in[1].value.scalar.time = kLongAgo;
  in[2].type = cert_pi_end;
  Must(CERT_PKIXVerifyCert(certificate, certificateUsageSSLServer, in, out, NULL) != SECSuccess,
       "CERT_PKIXVerifyCert long ago");
  DropLog(&log, "CERT_PKIXVerifyCert");
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindCertByIssuerAndSN) {
  PLArenaPool* arena = PORT_NewArena(1024);
  CERTCertificate* certificate = Certificate();
  CERTIssuerAndSN* id = CERT_GetCertIssuerAndSN(arena, certificate);
  PK11SlotInfo* slot = NULL;
  CERTIFICATE_FROM(PK11_FindCertByIssuerAndSN, &slot, id, NULL);
  DropSlot(slot, "the slot of PK11_FindCertByIssuerAndSN");
  CERTIFICATE_FROM(PK11_FindCertByIssuerAndSN, NULL, id, NULL);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(PK11_FindCertFromDERCert) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(PK11_FindCertFromDERCert, certificate->slot, certificate, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindCertFromDERCertItem) {
  CERTCertificate* certificate = Certificate();
  CERTIFICATE_FROM(PK11_FindCertFromDERCertItem, certificate->slot, &certificate->derCert, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindCertFromNickname) { CERTIFICATE_FROM(PK11_FindCertFromNickname, g_sample, NULL); }
GIVER(PK11_FindCertFromURI) {
  CERTIFICATE_FROM(PK11_FindCertFromURI, "pkcs11:object=sample", NULL);
}

GIVER(PK11_GetCertFromPrivateKey) {
  SECKEYPrivateKey* key = PrivateKey();
  CERTIFICATE_FROM(PK11_GetCertFromPrivateKey, key);
  SECKEY_DestroyPrivateKey(key);
}

/* ---- Lists of certificates ---- */

GIVER(CERT_CreateSubjectCertList) {
  CERTCertificate* certificate = Certificate();
  CERTCertList* list = CERT_NewCertList();
  Must(CERT_CreateSubjectCertList(list, Db(), &certificate->derSubject, PR_Now(), PR_FALSE) == list,
       "CERT_CreateSubjectCertList with a list");
  CERT_DestroyCertList(list);
  LIST_FROM(CERT_CreateSubjectCertList, NULL, Db(), &certificate->derSubject, PR_Now(), PR_FALSE);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_FindUserCertsByUsage) {
  CERT_DestroyCertificate(RsaCertificate());
  LIST_FROM(CERT_FindUserCertsByUsage, Db(), certUsageSSLClient, PR_TRUE, PR_FALSE, NULL);
}

GIVER(CERT_GetCertChainFromCert) {
  CERTCertificate* certificate = Certificate();
  LIST_FROM(CERT_GetCertChainFromCert, certificate, PR_Now(), certUsageSSLCA);
  CERT_DestroyCertificate(certificate);
}

static PRBool AlwaysBefore(CERTCertificate* a, CERTCertificate* b, void* context) {
  (void)a;
  (void)b;
  (void)context;
  return PR_TRUE;
}

/* Fills it in every way. */
GIVER(CERT_NewCertList) {
  CERTCertList* list = Some(CERT_NewCertList(), "CERT_NewCertList");
  Must(CERT_AddCertToListHead(list, Certificate()) == SECSuccess, "CERT_AddCertToListHead");
  Must(CERT_AddCertToListHeadWithData(list, Certificate(), NULL) == SECSuccess,
       "CERT_AddCertToListHeadWithData");
  Must(CERT_AddCertToListTail(list, Certificate()) == SECSuccess, "CERT_AddCertToListTail");
  Must(CERT_AddCertToListTailWithData(list, Certificate(), NULL) == SECSuccess,
       "CERT_AddCertToListTailWithData");
  Must(CERT_AddCertToListSorted(list, RsaCertificate(), AlwaysBefore, NULL) == SECSuccess &&
           CERT_AddCertToListSorted(list, RsaCertificate(), AlwaysBefore, NULL) == SECSuccess,
       "CERT_AddCertToListSorted");
  CERT_RemoveCertListNode(CERT_LIST_HEAD(list));
  CERT_FilterCertListForUserCerts(list);
  CERT_DestroyCertList(list);
}

GIVER(PK11_FindCertsFromEmailAddress) {
  CERT_DestroyCertificate(RsaCertificate());
  LIST_FROM(PK11_FindCertsFromEmailAddress, g_email, NULL);
}
GIVER(PK11_FindCertsFromNickname) { LIST_FROM(PK11_FindCertsFromNickname, g_sample, NULL); }
GIVER(PK11_FindCertsFromURI) { LIST_FROM(PK11_FindCertsFromURI, "pkcs11:object=sample", NULL); }

GIVER(PK11_GetCertsMatchingPrivateKey) {
  SECKEYPrivateKey* key = PrivateKey();
  LIST_FROM(PK11_GetCertsMatchingPrivateKey, key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_ListCerts) { LIST_FROM(PK11_ListCerts, PK11CertListAll, NULL); }

GIVER(PK11_ListCertsInSlot) {
  PK11SlotInfo* slot = KeySlot();
  LIST_FROM(PK11_ListCertsInSlot, slot);
  PK11_FreeSlot(slot);
}

/* ---- Private keys ---- */

GIVER(PK11_ConvertSessionPrivKeyToTokenPrivKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  KEY_FROM(PK11_ConvertSessionPrivKeyToTokenPrivKey, key, NULL);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_CopyTokenPrivKeyToSessionPrivKey) {
  SECKEYPrivateKey* key = PrivateKey();
  KEY_FROM(PK11_CopyTokenPrivKeyToSessionPrivKey, NULL, key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_FindKeyByAnyCert) {
  CERTCertificate* certificate = Certificate();
  KEY_FROM(PK11_FindKeyByAnyCert, certificate, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindKeyByDERCert) {
  CERTCertificate* certificate = Certificate();
  KEY_FROM(PK11_FindKeyByDERCert, certificate->slot, certificate, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindKeyByKeyID) {
  CERTCertificate* certificate = Certificate();
  SECItem* id = PK11_GetLowLevelKeyIDForCert(NULL, certificate, NULL);
  KEY_FROM(PK11_FindKeyByKeyID, certificate->slot, id, NULL);
  SECITEM_FreeItem(id, PR_TRUE);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindPrivateKeyFromCert) {
  CERTCertificate* certificate = Certificate();
  KEY_FROM(PK11_FindPrivateKeyFromCert, certificate->slot, certificate, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_GenerateKeyPair) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams bad = {1, 1};
  DropPublicKey(public_key, "the public key of PK11_GenerateKeyPair");
  SECKEY_DestroyPrivateKey(key);
  Must(PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &bad, &public_key, PR_FALSE, PR_FALSE,
                            NULL) == NULL,
       "PK11_GenerateKeyPair of a bad key");
  PK11_FreeSlot(slot);
}

GIVER(PK11_GenerateKeyPairWithFlags) {
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams parameters = {1024, 65537};
  SECKEYPublicKey* public_key = NULL;
  KEY_FROM(PK11_GenerateKeyPairWithFlags, slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, &public_key,
           PK11_ATTR_SESSION | PK11_ATTR_INSENSITIVE | PK11_ATTR_PUBLIC, NULL);
  DropPublicKey(public_key, "the public key of PK11_GenerateKeyPairWithFlags");
  PK11_FreeSlot(slot);
}

GIVER(PK11_GenerateKeyPairWithOpFlags) {
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams parameters = {1024, 65537};
  SECKEYPublicKey* public_key = NULL;
  KEY_FROM(PK11_GenerateKeyPairWithOpFlags, slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
           &public_key, PK11_ATTR_SESSION | PK11_ATTR_INSENSITIVE | PK11_ATTR_PUBLIC, CKF_SIGN,
           CKF_SIGN, NULL);
  DropPublicKey(public_key, "the public key of PK11_GenerateKeyPairWithOpFlags");
  PK11_FreeSlot(slot);
}

GIVER(PK11_ImportDERPrivateKeyInfoAndReturnKey) {
  PK11SlotInfo* slot = KeySlot();
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem* der = Some(PK11_ExportDERPrivateKeyInfo(key, NULL), "PK11_ExportDERPrivateKeyInfo");
  SECKEYPrivateKey* imported = NULL;
  Must(PK11_ImportDERPrivateKeyInfoAndReturnKey(slot, der, NULL, NULL, PR_FALSE, PR_FALSE, KU_ALL,
                                                &imported, NULL) == SECSuccess,
       "PK11_ImportDERPrivateKeyInfoAndReturnKey");
  SECKEY_DestroyPrivateKey(imported);
  Must(PK11_ImportDERPrivateKeyInfoAndReturnKey(slot, der, NULL, NULL, PR_FALSE, PR_FALSE, KU_ALL,
                                                NULL, NULL) == SECSuccess,
       "PK11_ImportDERPrivateKeyInfoAndReturnKey without a result");
  SECITEM_ZfreeItem(der, PR_TRUE);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
}

GIVER(PK11_ImportPrivateKeyInfoAndReturnKey) {
  PK11SlotInfo* slot = KeySlot();
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECKEYPrivateKeyInfo* info = Some(PK11_ExportPrivKeyInfo(key, NULL), "PK11_ExportPrivKeyInfo");
  SECKEYPrivateKey* imported = NULL;
  Must(PK11_ImportPrivateKeyInfoAndReturnKey(slot, info, NULL, NULL, PR_FALSE, PR_FALSE, KU_ALL,
                                             &imported, NULL) == SECSuccess,
       "PK11_ImportPrivateKeyInfoAndReturnKey");
  SECKEY_DestroyPrivateKey(imported);
  SECKEY_DestroyPrivateKeyInfo(info, PR_TRUE);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
}

static unsigned char g_password_bytes[] = "password";

GIVER(PK11_ImportEncryptedPrivateKeyInfoAndReturnKey) {
  PK11SlotInfo* slot = KeySlot();
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem password = Item(g_password_bytes, sizeof g_password_bytes - 1);
  SECItem id = Item(g_sample, 6);
  SECKEYEncryptedPrivateKeyInfo* info =
      Some(PK11_ExportEncryptedPrivKeyInfo(slot, SEC_OID_AES_256_CBC, &password, key, 100, NULL),
           "PK11_ExportEncryptedPrivKeyInfo");
  SECKEYPrivateKey* imported = NULL;
  Must(PK11_ImportEncryptedPrivateKeyInfoAndReturnKey(slot, info, &password, NULL, &id, PR_FALSE,
                                                      PR_FALSE, rsaKey, 0, &imported,
                                                      NULL) == SECSuccess,
       "PK11_ImportEncryptedPrivateKeyInfoAndReturnKey");
  SECKEY_DestroyPrivateKey(imported);
  SECKEY_DestroyEncryptedPrivateKeyInfo(info, PR_TRUE);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
}

GIVER(PK11_LoadPrivKey) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  KEY_FROM(PK11_LoadPrivKey, slot, key, public_key, PR_FALSE, PR_FALSE);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
}

GIVER(PK11_UnwrapPrivKey) {
  PK11SlotInfo* slot = KeySlot();
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  PK11SymKey* wrapping = AesKey();
  unsigned char iv_bytes[16] = {0};
  SECItem iv = Item(iv_bytes, sizeof iv_bytes);
  unsigned char wrapped_bytes[2048];
  SECItem wrapped = Item(wrapped_bytes, sizeof wrapped_bytes);
  SECItem label = Item(g_sample, 6);
  SECItem* modulus = &public_key->u.rsa.modulus;
  CK_ATTRIBUTE_TYPE usage[] = {CKA_SIGN};
  Must(PK11_WrapPrivKey(slot, wrapping, key, CKM_AES_CBC_PAD, &iv, &wrapped, NULL) == SECSuccess,
       "PK11_WrapPrivKey");
  KEY_FROM(PK11_UnwrapPrivKey, slot, wrapping, CKM_AES_CBC_PAD, &iv, &wrapped, &label, modulus,
           PR_FALSE, PR_FALSE, CKK_RSA, usage, 1, NULL);
  PK11_FreeSymKey(wrapping);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
}

GIVER(SECKEY_CopyPrivateKey) {
  SECKEYPrivateKey* key = PrivateKey();
  KEY_FROM(SECKEY_CopyPrivateKey, key);
  SECKEY_DestroyPrivateKey(key);
}

/* RFC 3526, group 14. */
static unsigned char g_prime[] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC9, 0x0F, 0xDA, 0xA2, 0x21, 0x68, 0xC2, 0x34,
    0xC4, 0xC6, 0x62, 0x8B, 0x80, 0xDC, 0x1C, 0xD1, 0x29, 0x02, 0x4E, 0x08, 0x8A, 0x67, 0xCC, 0x74,
    0x02, 0x0B, 0xBE, 0xA6, 0x3B, 0x13, 0x9B, 0x22, 0x51, 0x4A, 0x08, 0x79, 0x8E, 0x34, 0x04, 0xDD,
    0xEF, 0x95, 0x19, 0xB3, 0xCD, 0x3A, 0x43, 0x1B, 0x30, 0x2B, 0x0A, 0x6D, 0xF2, 0x5F, 0x14, 0x37,
    0x4F, 0xE1, 0x35, 0x6D, 0x6D, 0x51, 0xC2, 0x45, 0xE4, 0x85, 0xB5, 0x76, 0x62, 0x5E, 0x7E, 0xC6,
    0xF4, 0x4C, 0x42, 0xE9, 0xA6, 0x37, 0xED, 0x6B, 0x0B, 0xFF, 0x5C, 0xB6, 0xF4, 0x06, 0xB7, 0xED,
    0xEE, 0x38, 0x6B, 0xFB, 0x5A, 0x89, 0x9F, 0xA5, 0xAE, 0x9F, 0x24, 0x11, 0x7C, 0x4B, 0x1F, 0xE6,
    0x49, 0x28, 0x66, 0x51, 0xEC, 0xE4, 0x5B, 0x3D, 0xC2, 0x00, 0x7C, 0xB8, 0xA1, 0x63, 0xBF, 0x05,
    0x98, 0xDA, 0x48, 0x36, 0x1C, 0x55, 0xD3, 0x9A, 0x69, 0x16, 0x3F, 0xA8, 0xFD, 0x24, 0xCF, 0x5F,
    0x83, 0x65, 0x5D, 0x23, 0xDC, 0xA3, 0xAD, 0x96, 0x1C, 0x62, 0xF3, 0x56, 0x20, 0x85, 0x52, 0xBB,
    0x9E, 0xD5, 0x29, 0x07, 0x70, 0x96, 0x96, 0x6D, 0x67, 0x0C, 0x35, 0x4E, 0x4A, 0xBC, 0x98, 0x04,
    0xF1, 0x74, 0x6C, 0x08, 0xCA, 0x18, 0x21, 0x7C, 0x32, 0x90, 0x5E, 0x46, 0x2E, 0x36, 0xCE, 0x3B,
    0xE3, 0x9E, 0x77, 0x2C, 0x18, 0x0E, 0x86, 0x03, 0x9B, 0x27, 0x83, 0xA2, 0xEC, 0x07, 0xA2, 0x8F,
    0xB5, 0xC5, 0x5D, 0xF0, 0x6F, 0x4C, 0x52, 0xC9, 0xDE, 0x2B, 0xCB, 0xF6, 0x95, 0x58, 0x17, 0x18,
    0x39, 0x95, 0x49, 0x7C, 0xEA, 0x95, 0x6A, 0xE5, 0x15, 0xD2, 0x26, 0x18, 0x98, 0xFA, 0x05, 0x10,
    0x15, 0x72, 0x8E, 0x5A, 0x8A, 0xAC, 0xAA, 0x68, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
static unsigned char g_two[] = {2};

static SECKEYPrivateKey* DhKey(SECKEYPublicKey** public_key) {
  SECKEYDHParams parameters = {NULL, {siBuffer, NULL, 0}, {siBuffer, NULL, 0}};
  parameters.prime = Item(g_prime, sizeof g_prime);
  parameters.base = Item(g_two, sizeof g_two);
  return Some(SECKEY_CreateDHPrivateKey(&parameters, public_key, NULL),
              "SECKEY_CreateDHPrivateKey");
}

GIVER(SECKEY_CreateDHPrivateKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEY_DestroyPrivateKey(DhKey(&public_key));
  DropPublicKey(public_key, "the public key of SECKEY_CreateDHPrivateKey");
}

/* secp256r1 */
static unsigned char g_curve[] = {0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};

static SECKEYPrivateKey* EcKey(SECKEYPublicKey** public_key) {
  SECItem curve = Item(g_curve, sizeof g_curve);
  return Some(SECKEY_CreateECPrivateKey(&curve, public_key, NULL), "SECKEY_CreateECPrivateKey");
}

GIVER(SECKEY_CreateECPrivateKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEY_DestroyPrivateKey(EcKey(&public_key));
  DropPublicKey(public_key, "the public key of SECKEY_CreateECPrivateKey");
}

GIVER(SECKEY_CreateRSAPrivateKey) {
  SECKEYPublicKey* public_key = NULL;
  KEY_FROM(SECKEY_CreateRSAPrivateKey, 1024, &public_key, NULL);
  DropPublicKey(public_key, "the public key of SECKEY_CreateRSAPrivateKey");
}

GIVER(PK11_ListPrivKeysInSlot) {
  PK11SlotInfo* slot = KeySlot();
  SECKEY_DestroyPrivateKeyList(
      Some(PK11_ListPrivKeysInSlot(slot, NULL, NULL), "PK11_ListPrivKeysInSlot"));
  PK11_FreeSlot(slot);
}

GIVER(PK11_ListPrivateKeysInSlot) {
  PK11SlotInfo* slot = KeySlot();
  SECKEY_DestroyPrivateKeyList(
      Some(PK11_ListPrivateKeysInSlot(slot), "PK11_ListPrivateKeysInSlot"));
  PK11_FreeSlot(slot);
}

GIVER(SECKEY_NewPrivateKeyList) {
  SECKEYPrivateKeyList* list = Some(SECKEY_NewPrivateKeyList(), "SECKEY_NewPrivateKeyList");
  Must(SECKEY_AddPrivateKeyToListTail(list, PrivateKey()) == SECSuccess &&
           SECKEY_AddPrivateKeyToListTail(list, PrivateKey()) == SECSuccess,
       "SECKEY_AddPrivateKeyToListTail");
  SECKEY_RemovePrivateKeyListNode(PRIVKEY_LIST_HEAD(list));
  SECKEY_DestroyPrivateKeyList(list);
}

/* ---- Public keys ---- */

GIVER(CERT_ExtractPublicKey) {
  CERTCertificate* certificate = Certificate();
  PUBLIC_KEY_FROM(CERT_ExtractPublicKey, certificate);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_MakeKEAPubKey) {
  unsigned char bytes[128] = {1};
  PUBLIC_KEY_FROM(PK11_MakeKEAPubKey, bytes, sizeof bytes);
}

GIVER(SECKEY_ConvertToPublicKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  PUBLIC_KEY_FROM(SECKEY_ConvertToPublicKey, key);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(SECKEY_CopyPublicKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEY_DestroyPrivateKey(RsaKey(&public_key));
  PUBLIC_KEY_FROM(SECKEY_CopyPublicKey, public_key);
  SECKEY_DestroyPublicKey(public_key);
}

GIVER(SECKEY_ExtractPublicKey) {
  CERTCertificate* certificate = Certificate();
  PUBLIC_KEY_FROM(SECKEY_ExtractPublicKey, &certificate->subjectPublicKeyInfo);
  CERT_DestroyCertificate(certificate);
}

GIVER(SECKEY_ImportDERPublicKey) {
  unsigned char bytes[] = {0x30, 0x06, 0x02, 0x01, 0x0f, 0x02, 0x01, 0x03};
  const SECItem der = Item(bytes, sizeof bytes);
  PUBLIC_KEY_FROM(SECKEY_ImportDERPublicKey, &der, CKK_RSA);
}

GIVER(PK11_ListPublicKeysInSlot) {
  PK11SlotInfo* slot = KeySlot();
  SECKEY_DestroyPublicKeyList(
      Some(PK11_ListPublicKeysInSlot(slot, NULL), "PK11_ListPublicKeysInSlot"));
  PK11_FreeSlot(slot);
}

/* ---- Symmetric keys ---- */

GIVER(NSS_CMSContentInfo_GetBulkKey) {
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  PK11SymKey* key = AesKey();
  NSS_CMSContentInfo_SetContentEncAlg(message->poolp, NSS_CMSMessage_GetContentInfo(message),
                                      SEC_OID_AES_128_CBC, NULL, 128);
  NSS_CMSContentInfo_SetBulkKey(NSS_CMSMessage_GetContentInfo(message), key);
  SYM_KEY_FROM(NSS_CMSContentInfo_GetBulkKey, NSS_CMSMessage_GetContentInfo(message));
  PK11_FreeSymKey(key);
  NSS_CMSMessage_Destroy(message);
}

GIVER(PK11_ConvertSessionSymKeyToTokenSymKey) {
  PK11SymKey* key = AesKey();
  PK11SymKey* stored = Some(PK11_ConvertSessionSymKeyToTokenSymKey(key, NULL),
                            "PK11_ConvertSessionSymKeyToTokenSymKey");
  PK11_DeleteTokenSymKey(stored);
  PK11_FreeSymKey(stored);
  PK11_FreeSymKey(key);
}

GIVER(PK11_CopySymKeyForSigning) {
  PK11SymKey* key = AesKey();
  SYM_KEY_FROM(PK11_CopySymKeyForSigning, key, CKM_SHA256_HMAC);
  PK11_FreeSymKey(key);
}

/* Base key, then these bytes. */
static CK_KEY_DERIVATION_STRING_DATA g_more;
static SECItem MoreBytes(void) {
  g_more.pData = (unsigned char*)g_sample;
  g_more.ulLen = 6;
  return Item(&g_more, sizeof g_more);
}

GIVER(PK11_Derive) {
  PK11SymKey* key = AesKey();
  SECItem more = MoreBytes();
  SYM_KEY_FROM(PK11_Derive, key, CKM_CONCATENATE_BASE_AND_DATA, &more, CKM_AES_ECB, CKA_ENCRYPT,
               16);
  PK11_FreeSymKey(key);
}

GIVER(PK11_DeriveWithFlags) {
  PK11SymKey* key = AesKey();
  SECItem more = MoreBytes();
  SYM_KEY_FROM(PK11_DeriveWithFlags, key, CKM_CONCATENATE_BASE_AND_DATA, &more, CKM_AES_ECB,
               CKA_ENCRYPT, 16, CKF_DECRYPT);
  PK11_FreeSymKey(key);
}

GIVER(PK11_DeriveWithFlagsPerm) {
  PK11SymKey* key = AesKey();
  SECItem more = MoreBytes();
  SYM_KEY_FROM(PK11_DeriveWithFlagsPerm, key, CKM_CONCATENATE_BASE_AND_DATA, &more, CKM_AES_ECB,
               CKA_ENCRYPT, 16, CKF_DECRYPT, PR_FALSE);
  PK11_FreeSymKey(key);
}

GIVER(PK11_DeriveWithTemplate) {
  PK11SymKey* key = AesKey();
  SECItem more = MoreBytes();
  SYM_KEY_FROM(PK11_DeriveWithTemplate, key, CKM_CONCATENATE_BASE_AND_DATA, &more, CKM_AES_ECB,
               CKA_ENCRYPT, 16, NULL, 0, PR_FALSE);
  PK11_FreeSymKey(key);
}

/* Two of them on the token, so that the list is a chain. */
static void MakeFixedKeys(PK11SlotInfo* slot) {
  int i;
  for (i = 0; i < 2; ++i) {
    SECItem id = Item(g_sample, 5 + i);
    PK11SymKey* key = Some(PK11_TokenKeyGen(slot, CKM_AES_KEY_GEN, NULL, 16, &id, PR_TRUE, NULL),
                           "PK11_TokenKeyGen");
    PK11_FreeSymKey(key);
  }
}
static void DropFixedKeys(PK11SlotInfo* slot, const char* function) {
  PK11SymKey* key = PK11_ListFixedKeysInSlot(slot, NULL, NULL);
  int count = 0;
  while (key != NULL) {
    PK11SymKey* next = PK11_GetNextSymKey(key);
    PK11_DeleteTokenSymKey(key);
    PK11_FreeSymKey(key);
    key = next;
    ++count;
  }
  Must(count >= 2, function);
}

GIVER(PK11_FindFixedKey) {
  PK11SlotInfo* slot = KeySlot();
  SECItem id = Item(g_sample, 6);
  MakeFixedKeys(slot);
  SYM_KEY_FROM(PK11_FindFixedKey, slot, CKM_AES_ECB, &id, NULL);
  DropFixedKeys(slot, "the keys for PK11_FindFixedKey");
  PK11_FreeSlot(slot);
}

GIVER(PK11_ListFixedKeysInSlot) {
  PK11SlotInfo* slot = KeySlot();
  MakeFixedKeys(slot);
  DropFixedKeys(slot, "PK11_ListFixedKeysInSlot");
  PK11_FreeSlot(slot);
}

GIVER(PK11_TokenKeyGen) {
  PK11SlotInfo* slot = KeySlot();
  MakeFixedKeys(slot);
  DropFixedKeys(slot, "PK11_TokenKeyGen");
  PK11_FreeSlot(slot);
}

GIVER(PK11_GetWrapKey) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11SymKey* key =
      Some(PK11_KeyGen(slot, CKM_AES_ECB, NULL, 16, NULL), "PK11_KeyGen of a wrapping key");
  PK11_SetWrapKey(slot, 0, key);
  SYM_KEY_FROM(PK11_GetWrapKey, slot, 0, CKM_INVALID_MECHANISM, PK11_GetSlotSeries(slot), NULL);
  PK11_FreeSymKey(key);
  PK11_FreeSlot(slot);
}

static HpkeContext* Hpke(void) {
  return Some(
      PK11_HPKE_NewContext(HpkeDhKemX25519Sha256, HpkeKdfHkdfSha256, HpkeAeadAes128Gcm, NULL, NULL),
      "PK11_HPKE_NewContext");
}

static SECKEYPrivateKey* X25519Key(SECKEYPublicKey** public_key) {
  static unsigned char bytes[] = {0x06, 0x09, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xda, 0x47, 0x0f, 0x01};
  SECItem curve = Item(bytes, sizeof bytes);
  return Some(SECKEY_CreateECPrivateKey(&curve, public_key, NULL), "an X25519 key");
}

/* One that can seal and export. */
static HpkeContext* HpkeSender(void) {
  HpkeContext* context = Hpke();
  unsigned char info_bytes[] = {1};
  SECItem info = Item(info_bytes, sizeof info_bytes);
  SECKEYPublicKey* public_key = NULL;
  SECKEYPublicKey* mine = NULL;
  SECKEYPrivateKey* key = X25519Key(&public_key);
  SECKEYPrivateKey* my_key = X25519Key(&mine);
  Must(PK11_HPKE_SetupS(context, mine, my_key, public_key, &info) == SECSuccess,
       "PK11_HPKE_SetupS");
  SECKEY_DestroyPrivateKey(my_key);
  SECKEY_DestroyPublicKey(mine);
  SECKEY_DestroyPrivateKey(key);
  SECKEY_DestroyPublicKey(public_key);
  return context;
}

GIVER(PK11_HPKE_NewContext) { PK11_HPKE_DestroyContext(Hpke(), PR_TRUE); }

GIVER(PK11_HPKE_ExportSecret) {
  HpkeContext* context = HpkeSender();
  unsigned char info_bytes[] = {1};
  SECItem info = Item(info_bytes, sizeof info_bytes);
  PK11SymKey* secret = NULL;
  Must(PK11_HPKE_ExportSecret(context, &info, 32, &secret) == SECSuccess, "PK11_HPKE_ExportSecret");
  PK11_FreeSymKey(secret);
  PK11_HPKE_DestroyContext(context, PR_TRUE);
}

GIVER(PK11_HPKE_Deserialize) {
  HpkeContext* context = Hpke();
  unsigned char bytes[32] = {9};
  SECKEYPublicKey* public_key = NULL;
  Must(PK11_HPKE_Deserialize(context, bytes, sizeof bytes, &public_key) == SECSuccess,
       "PK11_HPKE_Deserialize");
  SECKEY_DestroyPublicKey(public_key);
  PK11_HPKE_DestroyContext(context, PR_TRUE);
}

/* Only a receiver can be exported. */
GIVER(PK11_HPKE_ImportContext) {
  HpkeContext* sender = Hpke();
  HpkeContext* receiver = Hpke();
  unsigned char info_bytes[] = {1};
  SECItem info = Item(info_bytes, sizeof info_bytes);
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = X25519Key(&public_key);
  SECItem* serialized = NULL;
  Must(PK11_HPKE_SetupS(sender, NULL, NULL, public_key, &info) == SECSuccess &&
           PK11_HPKE_SetupR(receiver, public_key, key, PK11_HPKE_GetEncapPubKey(sender), &info) ==
               SECSuccess &&
           PK11_HPKE_ExportContext(receiver, NULL, &serialized) == SECSuccess,
       "PK11_HPKE_ExportContext");
  PK11_HPKE_DestroyContext(
      Some(PK11_HPKE_ImportContext(serialized, NULL), "PK11_HPKE_ImportContext"), PR_TRUE);
  SECITEM_ZfreeItem(serialized, PR_TRUE);
  PK11_HPKE_DestroyContext(sender, PR_TRUE);
  PK11_HPKE_DestroyContext(receiver, PR_TRUE);
  SECKEY_DestroyPrivateKey(key);
  SECKEY_DestroyPublicKey(public_key);
}

GIVER(PK11_ImportDataKey) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECItem item = Item(g_sample, 6);
  SYM_KEY_FROM(PK11_ImportDataKey, slot, CKM_HKDF_DATA, PK11_OriginUnwrap, CKA_DERIVE, &item, NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_ImportSymKey) { SYM_KEY_FROM(Secret, ); }

GIVER(PK11_ImportSymKeyWithFlags) {
  PK11SlotInfo* slot = KeySlot();
  unsigned char bytes[16] = {1};
  SECItem item = Item(bytes, sizeof bytes);
  SYM_KEY_FROM(PK11_ImportSymKeyWithFlags, slot, CKM_AES_ECB, PK11_OriginUnwrap, CKA_ENCRYPT, &item,
               CKF_DECRYPT, PR_FALSE, NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_KeyGen) { SYM_KEY_FROM(AesKey, ); }

GIVER(PK11_KeyGenWithTemplate) {
  PK11SlotInfo* slot = KeySlot();
  CK_ULONG size = 16;
  CK_ATTRIBUTE attributes[] = {{CKA_VALUE_LEN, NULL, sizeof size}};
  attributes[0].pValue = &size;
  SYM_KEY_FROM(PK11_KeyGenWithTemplate, slot, CKM_AES_ECB, CKM_AES_KEY_GEN, NULL, attributes, 1,
               NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_MoveSymKey) {
  PK11SlotInfo* other = PK11_GetInternalSlot();
  PK11SlotInfo* slot = KeySlot();
  PK11SymKey* key = AesKey();
  SYM_KEY_FROM(PK11_MoveSymKey, slot, CKA_ENCRYPT, 0, PR_FALSE, key);
  SYM_KEY_FROM(PK11_MoveSymKey, other, CKA_ENCRYPT, 0, PR_FALSE, key);
  PK11_FreeSymKey(key);
  PK11_FreeSlot(slot);
  PK11_FreeSlot(other);
}

GIVER(PK11_PBEKeyGen) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECItem password = Item(g_password_bytes, sizeof g_password_bytes - 1);
  SECItem salt = Item(g_sample, 6);
  SECAlgorithmID* algorithm =
      Some(PK11_CreatePBEV2AlgorithmID(SEC_OID_PKCS5_PBKDF2, SEC_OID_HMAC_SHA256,
                                       SEC_OID_HMAC_SHA256, 16, 100, &salt),
           "PK11_CreatePBEV2AlgorithmID");
  SYM_KEY_FROM(PK11_PBEKeyGen, slot, algorithm, &password, PR_FALSE, NULL);
  SECOID_DestroyAlgorithmID(algorithm, PR_TRUE);
  PK11_FreeSlot(slot);
}

GIVER(PK11_RawPBEKeyGen) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECItem password = Item(g_password_bytes, sizeof g_password_bytes - 1);
  SECItem salt = Item(g_sample, 6);
  unsigned char iv[8];
  CK_PBE_PARAMS parameters = {iv, NULL, 0, NULL, 0, 100};
  SECItem mechanism = Item(&parameters, sizeof parameters);
  parameters.pPassword = password.data;
  parameters.ulPasswordLen = password.len;
  parameters.pSalt = salt.data;
  parameters.ulSaltLen = salt.len;
  SYM_KEY_FROM(PK11_RawPBEKeyGen, slot, CKM_PBE_SHA1_DES3_EDE_CBC, &mechanism, &password, PR_FALSE,
               NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_PubDerive) {
  SECKEYPublicKey* ours = NULL;
  SECKEYPublicKey* theirs = NULL;
  SECKEYPrivateKey* key = DhKey(&ours);
  SECKEYPrivateKey* their_key = DhKey(&theirs);
  SYM_KEY_FROM(PK11_PubDerive, key, theirs, PR_FALSE, NULL, NULL, CKM_DH_PKCS_DERIVE, CKM_AES_ECB,
               CKA_ENCRYPT, 16, NULL);
  SECKEY_DestroyPrivateKey(key);
  SECKEY_DestroyPrivateKey(their_key);
  SECKEY_DestroyPublicKey(ours);
  SECKEY_DestroyPublicKey(theirs);
}

GIVER(PK11_PubDeriveWithKDF) {
  SECKEYPublicKey* ours = NULL;
  SECKEYPublicKey* theirs = NULL;
  SECKEYPrivateKey* key = EcKey(&ours);
  SECKEYPrivateKey* their_key = EcKey(&theirs);
  SYM_KEY_FROM(PK11_PubDeriveWithKDF, key, theirs, PR_FALSE, NULL, NULL, CKM_ECDH1_DERIVE,
               CKM_AES_ECB, CKA_ENCRYPT, 16, CKD_NULL, NULL, NULL);
  SECKEY_DestroyPrivateKey(key);
  SECKEY_DestroyPrivateKey(their_key);
  SECKEY_DestroyPublicKey(ours);
  SECKEY_DestroyPublicKey(theirs);
}

/* An AES key wrapped for an RSA key. */
static unsigned char g_wrapped_bytes[512];
static SECItem WrapForRsa(SECKEYPublicKey* public_key) {
  SECItem wrapped = Item(g_wrapped_bytes, sizeof g_wrapped_bytes);
  PK11SymKey* key = AesKey();
  Must(PK11_PubWrapSymKey(CKM_RSA_PKCS, public_key, key, &wrapped) == SECSuccess,
       "PK11_PubWrapSymKey");
  PK11_FreeSymKey(key);
  return wrapped;
}

GIVER(PK11_PubUnwrapSymKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem wrapped = WrapForRsa(public_key);
  SYM_KEY_FROM(PK11_PubUnwrapSymKey, key, &wrapped, CKM_AES_ECB, CKA_ENCRYPT, 16);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_PubUnwrapSymKeyWithFlagsPerm) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem wrapped = WrapForRsa(public_key);
  SYM_KEY_FROM(PK11_PubUnwrapSymKeyWithFlagsPerm, key, &wrapped, CKM_AES_ECB, CKA_ENCRYPT, 16,
               CKF_DECRYPT, PR_FALSE);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_PubUnwrapSymKeyWithMechanism) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem wrapped = WrapForRsa(public_key);
  SYM_KEY_FROM(PK11_PubUnwrapSymKeyWithMechanism, key, CKM_RSA_PKCS, NULL, &wrapped, CKM_AES_ECB,
               CKA_ENCRYPT, 16);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_ReferenceSymKey) {
  PK11SymKey* key = AesKey();
  SYM_KEY_FROM(PK11_ReferenceSymKey, key);
  PK11_FreeSymKey(key);
}

GIVER(PK11_SymKeyFromHandle) {
  PK11SlotInfo* slot = KeySlot();
  PK11SymKey* key = AesKey();
  SYM_KEY_FROM(PK11_SymKeyFromHandle, slot, NULL, PK11_OriginDerive, CKM_AES_ECB,
               PK11_GetSymKeyHandle(key), PR_FALSE, NULL);
  PK11_FreeSymKey(key);
  PK11_FreeSlot(slot);
}

/* On one slot nothing has to move; from two, one has. */
GIVER(PK11_SymKeysToSameSlot) {
  PK11SlotInfo* other = PK11_GetInternalSlot();
  PK11SymKey* a = AesKey();
  PK11SymKey* b = AesKey();
  PK11SymKey* c = PK11_MoveSymKey(other, CKA_ENCRYPT, 0, PR_FALSE, b);
  PK11SymKey* new_a = NULL;
  PK11SymKey* new_b = NULL;
  Must(PK11_SymKeysToSameSlot(CKM_AES_ECB, CKA_ENCRYPT, CKA_ENCRYPT, a, b, &new_a, &new_b) ==
               SECSuccess &&
           new_a == NULL && new_b == NULL,
       "PK11_SymKeysToSameSlot on one slot");
  Must(PK11_SymKeysToSameSlot(CKM_AES_ECB, CKA_ENCRYPT, CKA_ENCRYPT, a, c, &new_a, &new_b) ==
               SECSuccess &&
           (new_a != NULL || new_b != NULL),
       "PK11_SymKeysToSameSlot");
  if (new_a != NULL) PK11_FreeSymKey(new_a);
  if (new_b != NULL) PK11_FreeSymKey(new_b);
  PK11_FreeSymKey(a);
  PK11_FreeSymKey(b);
  PK11_FreeSymKey(c);
  PK11_FreeSlot(other);
}

GIVER(PK11_TokenKeyGenWithFlags) {
  PK11SlotInfo* slot = KeySlot();
  SYM_KEY_FROM(PK11_TokenKeyGenWithFlags, slot, CKM_AES_KEY_GEN, NULL, 16, NULL, CKF_ENCRYPT,
               PK11_ATTR_SESSION, NULL);
  PK11_FreeSlot(slot);
}

/* An AES key wrapped with another. */
static SECItem WrapWith(PK11SymKey* wrapping) {
  SECItem wrapped = Item(g_wrapped_bytes, sizeof g_wrapped_bytes);
  PK11SymKey* key = AesKey();
  Must(PK11_WrapSymKey(CKM_AES_KEY_WRAP_KWP, NULL, wrapping, key, &wrapped) == SECSuccess,
       "PK11_WrapSymKey");
  PK11_FreeSymKey(key);
  return wrapped;
}

GIVER(PK11_UnwrapSymKey) {
  PK11SymKey* wrapping = AesKey();
  SECItem wrapped = WrapWith(wrapping);
  SYM_KEY_FROM(PK11_UnwrapSymKey, wrapping, CKM_AES_KEY_WRAP_KWP, NULL, &wrapped, CKM_AES_ECB,
               CKA_ENCRYPT, 16);
  PK11_FreeSymKey(wrapping);
}

GIVER(PK11_UnwrapSymKeyWithFlags) {
  PK11SymKey* wrapping = AesKey();
  SECItem wrapped = WrapWith(wrapping);
  SYM_KEY_FROM(PK11_UnwrapSymKeyWithFlags, wrapping, CKM_AES_KEY_WRAP_KWP, NULL, &wrapped,
               CKM_AES_ECB, CKA_ENCRYPT, 16, CKF_DECRYPT);
  PK11_FreeSymKey(wrapping);
}

GIVER(PK11_UnwrapSymKeyWithFlagsPerm) {
  PK11SymKey* wrapping = AesKey();
  SECItem wrapped = WrapWith(wrapping);
  SYM_KEY_FROM(PK11_UnwrapSymKeyWithFlagsPerm, wrapping, CKM_AES_KEY_WRAP_KWP, NULL, &wrapped,
               CKM_AES_ECB, CKA_ENCRYPT, 16, CKF_DECRYPT, PR_FALSE);
  PK11_FreeSymKey(wrapping);
}

/* ---- Slots and modules ---- */

GIVER(PK11_FindObjectForCert) {
  CERTCertificate* certificate = Certificate();
  PK11SlotInfo* slot = NULL;
  Must(PK11_FindObjectForCert(certificate, NULL, &slot) != CK_INVALID_HANDLE,
       "PK11_FindObjectForCert");
  DropSlot(slot, "the slot of PK11_FindObjectForCert");
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindSlotByName) {
  SLOT_FROM(PK11_FindSlotByName, "NSS Generic Crypto Services");
  SLOT_FROM(PK11_FindSlotByName, "");
}

GIVER(PK11_GetBestSlot) { SLOT_FROM(PK11_GetBestSlot, CKM_AES_ECB, NULL); }

GIVER(PK11_GetBestSlotMultiple) {
  CK_MECHANISM_TYPE types[] = {CKM_AES_ECB, CKM_SHA256};
  SLOT_FROM(PK11_GetBestSlotMultiple, types, 2, NULL);
}

GIVER(PK11_GetBestSlotMultipleWithAttributes) {
  CK_MECHANISM_TYPE types[] = {CKM_AES_ECB};
  CK_FLAGS flags[] = {CKF_ENCRYPT};
  unsigned int sizes[] = {16};
  SLOT_FROM(PK11_GetBestSlotMultipleWithAttributes, types, flags, sizes, 1, NULL);
}

GIVER(PK11_GetBestSlotWithAttributes) {
  SLOT_FROM(PK11_GetBestSlotWithAttributes, CKM_AES_ECB, CKF_ENCRYPT, 16, NULL);
}

GIVER(PK11_GetInternalKeySlot) { SLOT_FROM(PK11_GetInternalKeySlot, ); }
GIVER(PK11_GetInternalSlot) { SLOT_FROM(PK11_GetInternalSlot, ); }

GIVER(PK11_GetObjectHandle) {
  CERTCertificate* certificate = Certificate();
  SECKEYPrivateKey* key = PrivateKey();
  PK11SlotInfo* slot = NULL;
  Must(PK11_GetObjectHandle(PK11_TypeCert, certificate, &slot) != CK_INVALID_HANDLE,
       "PK11_GetObjectHandle");
  DropSlot(slot, "the slot of PK11_GetObjectHandle");
  Must(PK11_GetObjectHandle(PK11_TypeCert, certificate, NULL) != CK_INVALID_HANDLE,
       "PK11_GetObjectHandle without a slot");
  Must(PK11_GetObjectHandle(PK11_TypePrivKey, key, &slot) != CK_INVALID_HANDLE && slot != NULL,
       "PK11_GetObjectHandle of a key"); /* borrowed */
  SECKEY_DestroyPrivateKey(key);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_GetSlotFromKey) {
  PK11SymKey* key = AesKey();
  SLOT_FROM(PK11_GetSlotFromKey, key);
  PK11_FreeSymKey(key);
}

GIVER(PK11_GetSlotFromPrivateKey) {
  SECKEYPrivateKey* key = PrivateKey();
  SLOT_FROM(PK11_GetSlotFromPrivateKey, key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_ImportCertForKey) {
  CERTCertificate* certificate = Certificate();
  SLOT_FROM(PK11_ImportCertForKey, certificate, g_sample, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_ImportDERCertForKey) {
  CERTCertificate* certificate = Certificate();
  SLOT_FROM(PK11_ImportDERCertForKey, &certificate->derCert, g_sample, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_KeyForCertExists) {
  CERTCertificate* certificate = Certificate();
  SLOT_FROM(PK11_KeyForCertExists, certificate, NULL, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_KeyForDERCertExists) {
  CERTCertificate* certificate = Certificate();
  SLOT_FROM(PK11_KeyForDERCertExists, &certificate->derCert, NULL, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_ReferenceSlot) {
  PK11SlotInfo* slot = KeySlot();
  SLOT_FROM(PK11_ReferenceSlot, slot);
  PK11_FreeSlot(slot);
}

GIVER(SECMOD_FindSlot) {
  SLOT_FROM(SECMOD_FindSlot, SECMOD_GetInternalModule(), "NSS Generic Crypto Services");
}

GIVER(SECMOD_LookupSlot) {
  PK11SlotInfo* slot = KeySlot();
  SLOT_FROM(SECMOD_LookupSlot, PK11_GetModuleID(slot), PK11_GetSlotID(slot));
  PK11_FreeSlot(slot);
}

static char g_no_database[] = "configdir='' tokenDescription='leaks' flags=noCertDB,noKeyDB";

GIVER(SECMOD_OpenUserDB) {
  PK11SlotInfo* slot = Some(SECMOD_OpenUserDB(g_no_database), "SECMOD_OpenUserDB");
  SECMOD_CloseUserDB(slot);
  PK11_FreeSlot(slot);
}

GIVER(SECMOD_OpenNewSlot) {
  PK11SlotInfo* slot =
      Some(SECMOD_OpenNewSlot(SECMOD_GetInternalModule(), g_no_database), "SECMOD_OpenNewSlot");
  SECMOD_CloseUserDB(slot);
  PK11_FreeSlot(slot);
}

GIVER(PK11_FindSlotsByNames) {
  PK11_FreeSlotList(
      Some(PK11_FindSlotsByNames(NULL, NULL, NULL, PR_TRUE), "PK11_FindSlotsByNames"));
}

GIVER(PK11_GetAllSlotsForCert) {
  CERTCertificate* certificate = Certificate();
  PK11_FreeSlotList(Some(PK11_GetAllSlotsForCert(certificate, NULL), "PK11_GetAllSlotsForCert"));
  CERT_DestroyCertificate(certificate);
}

static PK11SlotList* AllTokens(void) {
  return Some(PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, NULL),
              "PK11_GetAllTokens");
}

GIVER(PK11_GetAllTokens) { PK11_FreeSlotList(AllTokens()); }

GIVER(PK11_GetFirstSafe) {
  PK11SlotList* list = AllTokens();
  Must(PK11_FreeSlotListElement(list, Some(PK11_GetFirstSafe(list), "PK11_GetFirstSafe")) ==
           SECSuccess,
       "PK11_FreeSlotListElement");
  PK11_FreeSlotList(list);
}

GIVER(PK11_GetNextSafe) {
  PK11SlotList* list = AllTokens();
  PK11SlotListElement* element = PK11_GetFirstSafe(list);
  int count = 0;
  while (element != NULL) {
    element = PK11_GetNextSafe(list, element, PR_FALSE);
    ++count;
  }
  Must(count >= 2, "PK11_GetNextSafe");
  PK11_FreeSlotList(list);
}

GIVER(SECMOD_CreateModule) {
  SECMOD_DestroyModule(
      Some(SECMOD_CreateModule("nothing.so", "leaks", NULL, NULL), "SECMOD_CreateModule"));
}

GIVER(SECMOD_CreateModuleEx) {
  SECMOD_DestroyModule(Some(SECMOD_CreateModuleEx("nothing.so", "leaks", NULL, NULL, NULL),
                            "SECMOD_CreateModuleEx"));
}

GIVER(SECMOD_FindModule) {
  SECMOD_DestroyModule(
      Some(SECMOD_FindModule("NSS Internal PKCS #11 Module"), "SECMOD_FindModule"));
}

/* The roots' module is part of NSS. */
static char g_roots[] = "library=libnssckbi.so name=leaks-roots";

GIVER(SECMOD_LoadModule) {
  SECMODModule* module = Some(SECMOD_LoadModule(g_roots, NULL, PR_FALSE), "SECMOD_LoadModule");
  int type = 0;
  SECMOD_DeleteModuleEx(NULL, module, &type, PR_FALSE);
  SECMOD_DestroyModule(module);
}

GIVER(SECMOD_LoadUserModule) {
  SECMODModule* module =
      Some(SECMOD_LoadUserModule(g_roots, NULL, PR_FALSE), "SECMOD_LoadUserModule");
  Must(!module->loaded || SECMOD_UnloadUserModule(module) == SECSuccess, "SECMOD_UnloadUserModule");
  SECMOD_DestroyModule(module);
}

GIVER(SECMOD_ReferenceModule) {
  SECMOD_DestroyModule(
      Some(SECMOD_ReferenceModule(SECMOD_GetInternalModule()), "SECMOD_ReferenceModule"));
}

/* ---- PKCS #11 objects, contexts ---- */

static CK_OBJECT_CLASS g_data_class = CKO_DATA;
static PK11GenericObject* DataObject(PK11SlotInfo* slot) {
  CK_ATTRIBUTE attributes[] = {{CKA_CLASS, NULL, 0}, {CKA_VALUE, NULL, 0}};
  attributes[0].pValue = &g_data_class;
  attributes[0].ulValueLen = sizeof g_data_class;
  attributes[1].pValue = g_sample;
  attributes[1].ulValueLen = 6;
  return Some(PK11_CreateGenericObject(slot, attributes, 2, PR_FALSE), "PK11_CreateGenericObject");
}

GIVER(PK11_CreateGenericObject) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11GenericObject* a = DataObject(slot);
  PK11GenericObject* b = DataObject(slot);
  PK11_DestroyGenericObject(DataObject(slot));
  PK11_LinkGenericObject(a, b);
  PK11_LinkGenericObject(b, DataObject(slot));
  PK11_DestroyGenericObjects(b); /* from the middle */
  PK11_FreeSlot(slot);
}

GIVER(PK11_CreateManagedGenericObject) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  CK_ATTRIBUTE attributes[] = {{CKA_CLASS, NULL, 0}, {CKA_VALUE, NULL, 0}};
  attributes[0].pValue = &g_data_class;
  attributes[0].ulValueLen = sizeof g_data_class;
  attributes[1].pValue = g_sample;
  attributes[1].ulValueLen = 6;
  PK11_DestroyGenericObject(Some(PK11_CreateManagedGenericObject(slot, attributes, 2, PR_FALSE),
                                 "PK11_CreateManagedGenericObject"));
  PK11_FreeSlot(slot);
}

GIVER(PK11_FindGenericObjects) {
  PK11SlotInfo* slot = KeySlot();
  PK11GenericObject* objects;
  PK11GenericObject* second;
  CERT_DestroyCertificate(RsaCertificate());
  objects = Some(PK11_FindGenericObjects(slot, CKO_CERTIFICATE), "PK11_FindGenericObjects");
  second = Some(PK11_GetNextGenericObject(objects), "PK11_GetNextGenericObject");
  PK11_UnlinkGenericObject(objects);
  PK11_DestroyGenericObject(objects);
  PK11_DestroyGenericObjects(second);
  PK11_FreeSlot(slot);
}

static void DropContext(PK11Context* it, const char* function) {
  Some(it, function);
  PK11_DestroyContext(it, PR_TRUE);
}
#define CONTEXT_FROM(function, ...) DropContext(function(__VA_ARGS__), #function)

GIVER(PK11_CloneContext) {
  PK11Context* context = PK11_CreateDigestContext(SEC_OID_SHA256);
  PK11_DigestBegin(context);
  CONTEXT_FROM(PK11_CloneContext, context);
  PK11_DestroyContext(context, PR_TRUE);
}

GIVER(PK11_CreateContextByPrivKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem none = Item(NULL, 0);
  CONTEXT_FROM(PK11_CreateContextByPrivKey, CKM_SHA256_RSA_PKCS, CKA_SIGN, key, &none);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_CreateContextByPubKey) {
  SECKEYPublicKey* public_key = NULL;
  SECItem none = Item(NULL, 0);
  SECKEY_DestroyPrivateKey(RsaKey(&public_key));
  CONTEXT_FROM(PK11_CreateContextByPubKey, CKM_SHA256_RSA_PKCS, CKA_VERIFY, public_key, &none,
               NULL);
  SECKEY_DestroyPublicKey(public_key);
}

GIVER(PK11_CreateContextBySymKey) {
  PK11SymKey* key = AesKey();
  SECItem none = Item(NULL, 0);
  CONTEXT_FROM(PK11_CreateContextBySymKey, CKM_AES_ECB, CKA_ENCRYPT, key, &none);
  PK11_FreeSymKey(key);
}

GIVER(PK11_CreateDigestContext) { CONTEXT_FROM(PK11_CreateDigestContext, SEC_OID_SHA256); }

GIVER(HASH_Create) { HASH_Destroy(Some(HASH_Create(HASH_AlgSHA256), "HASH_Create")); }

GIVER(HASH_Clone) {
  HASHContext* context = HASH_Create(HASH_AlgSHA256);
  HASH_Begin(context);
  HASH_Destroy(Some(HASH_Clone(context), "HASH_Clone"));
  HASH_Destroy(context);
}

GIVER(SGN_NewContext) {
  SECKEYPrivateKey* key = PrivateKey();
  SGN_DestroyContext(Some(SGN_NewContext(kEcdsa, key), "SGN_NewContext"), PR_TRUE);
  SECKEY_DestroyPrivateKey(key);
}

static SECAlgorithmID Algorithm(PLArenaPool* arena, SECOidTag tag) {
  SECAlgorithmID algorithm = {{siBuffer, NULL, 0}, {siBuffer, NULL, 0}};
  SECOID_SetAlgorithmID(arena, &algorithm, tag, NULL);
  return algorithm;
}

GIVER(SGN_NewContextWithAlgorithmID) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = Algorithm(arena, kEcdsa);
  SECKEYPrivateKey* key = PrivateKey();
  SGN_DestroyContext(
      Some(SGN_NewContextWithAlgorithmID(&algorithm, key), "SGN_NewContextWithAlgorithmID"),
      PR_TRUE);
  SECKEY_DestroyPrivateKey(key);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(VFY_CreateContext) {
  SECKEYPublicKey* key = PublicKey();
  VFY_DestroyContext(Some(VFY_CreateContext(key, NULL, kEcdsa, NULL), "VFY_CreateContext"),
                     PR_TRUE);
  SECKEY_DestroyPublicKey(key);
}

GIVER(VFY_CreateContextDirect) {
  SECKEYPublicKey* key = PublicKey();
  VFY_DestroyContext(Some(VFY_CreateContextDirect(key, NULL, SEC_OID_ANSIX962_EC_PUBLIC_KEY,
                                                  SEC_OID_SHA256, NULL, NULL),
                          "VFY_CreateContextDirect"),
                     PR_TRUE);
  SECKEY_DestroyPublicKey(key);
}

GIVER(VFY_CreateContextWithAlgorithmID) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = Algorithm(arena, kEcdsa);
  SECKEYPublicKey* key = PublicKey();
  VFY_DestroyContext(Some(VFY_CreateContextWithAlgorithmID(key, NULL, &algorithm, NULL, NULL),
                          "VFY_CreateContextWithAlgorithmID"),
                     PR_TRUE);
  SECKEY_DestroyPublicKey(key);
  PORT_FreeArena(arena, PR_FALSE);
}

/* ---- CRLs ---- */

static CERTSignedCrl* Crl(void) { return Some(ObtainCrl(), "SEC_FindCrlByName"); }

GIVER(CERT_ImportCRL) {
  CERTSignedCrl* crl = Crl();
  SEC_DestroyCrl(
      Some(CERT_ImportCRL(Db(), crl->derCrl, NULL, SEC_CRL_TYPE, NULL), "CERT_ImportCRL"));
  SEC_DestroyCrl(crl);
}

GIVER(PK11_ImportCRL) {
  PK11SlotInfo* slot = KeySlot();
  CERTSignedCrl* crl = Crl();
  SEC_DestroyCrl(Some(PK11_ImportCRL(slot, crl->derCrl, NULL, SEC_CRL_TYPE, NULL,
                                     CRL_IMPORT_DEFAULT_OPTIONS, NULL, CRL_DECODE_DEFAULT_OPTIONS),
                      "PK11_ImportCRL"));
  SEC_DestroyCrl(crl);
  PK11_FreeSlot(slot);
}

GIVER(SEC_NewCrl) {
  CERTSignedCrl* crl = Crl();
  SEC_DestroyCrl(Some(SEC_NewCrl(Db(), NULL, crl->derCrl, SEC_CRL_TYPE), "SEC_NewCrl"));
  SEC_DestroyCrl(crl);
}

/* Decoded ones come and go uncounted. */
GIVER(SEC_DupCrl) {
  CERTSignedCrl* crl = Crl();
  CERTSignedCrl* decoded =
      Some(CERT_DecodeDERCrl(NULL, crl->derCrl, SEC_CRL_TYPE), "CERT_DecodeDERCrl");
  PLArenaPool* arena = PORT_NewArena(1024);
  Some(CERT_DecodeDERCrl(arena, crl->derCrl, SEC_CRL_TYPE), "CERT_DecodeDERCrl in an arena");
  PORT_FreeArena(arena, PR_FALSE);
  SEC_DestroyCrl(Some(SEC_DupCrl(decoded), "SEC_DupCrl of a decoded one"));
  SEC_DestroyCrl(decoded);
  SEC_DestroyCrl(Some(SEC_DupCrl(crl), "SEC_DupCrl"));
  SEC_DestroyCrl(crl);
}

GIVER(SEC_FindCrlByDERCert) {
  CERTCertificate* certificate = Certificate();
  CERTSignedCrl* crl = SEC_FindCrlByDERCert(Db(), &certificate->derCert, SEC_CRL_TYPE);
  if (crl != NULL) SEC_DestroyCrl(crl);
  CERT_DestroyCertificate(certificate);
  crl = Crl();
  SEC_DestroyCrl(
      Some(SEC_FindCrlByDERCert(Db(), crl->derCrl, SEC_CRL_TYPE), "SEC_FindCrlByDERCert"));
  SEC_DestroyCrl(crl);
}

GIVER(SEC_FindCrlByName) { SEC_DestroyCrl(Crl()); }

/* ---- CMS ---- */

/* `message` as DER, in `arena`. */
static SECItem EncodeCms(PLArenaPool* arena, NSSCMSMessage* message) {
  SECItem der = {siBuffer, NULL, 0};
  NSSCMSEncoderContext* encoder = Some(
      NSS_CMSEncoder_Start(message, NULL, NULL, &der, arena, NULL, NULL, NULL, NULL, NULL, NULL),
      "NSS_CMSEncoder_Start");
  Must(NSS_CMSEncoder_Update(encoder, g_sample, 6) == SECSuccess &&
           NSS_CMSEncoder_Finish(encoder) == SECSuccess,
       "NSS_CMSEncoder_Finish");
  return der;
}

/* For the RSA certificate. */
static NSSCMSMessage* EnvelopedCms(void) {
  CERTCertificate* certificate = RsaCertificate();
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  NSSCMSEnvelopedData* data = NSS_CMSEnvelopedData_Create(message, SEC_OID_AES_128_CBC, 128);
  Must(NSS_CMSContentInfo_SetContent_EnvelopedData(message, NSS_CMSMessage_GetContentInfo(message),
                                                   data) == SECSuccess &&
           NSS_CMSContentInfo_SetContent_Data(message, NSS_CMSEnvelopedData_GetContentInfo(data),
                                              NULL, PR_FALSE) == SECSuccess &&
           NSS_CMSEnvelopedData_AddRecipient(
               data, NSS_CMSRecipientInfo_Create(message, certificate)) == SECSuccess,
       "an enveloped CMS message");
  CERT_DestroyCertificate(certificate);
  return message;
}

GIVER(NSS_CMSEncoder_Start) {
  PLArenaPool* arena = PORT_NewArena(2048);
  NSSCMSMessage* message = EnvelopedCms();
  EncodeCms(arena, message);
  NSS_CMSMessage_Destroy(message);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSMessage_Create) {
  PLArenaPool* arena = PORT_NewArena(1024);
  NSS_CMSMessage_Destroy(Some(NSS_CMSMessage_Create(NULL), "NSS_CMSMessage_Create"));
  NSS_CMSMessage_Destroy(Some(NSS_CMSMessage_Create(arena), "NSS_CMSMessage_Create in an arena"));
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSMessage_Copy) {
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  NSS_CMSMessage_Destroy(Some(NSS_CMSMessage_Copy(message), "NSS_CMSMessage_Copy"));
  NSS_CMSMessage_Destroy(message);
}

GIVER(NSS_CMSMessage_CreateFromDER) {
  PLArenaPool* arena = PORT_NewArena(2048);
  NSSCMSMessage* message = EnvelopedCms();
  SECItem der = EncodeCms(arena, message);
  NSS_CMSMessage_Destroy(
      Some(NSS_CMSMessage_CreateFromDER(&der, NULL, NULL, NULL, NULL, NULL, NULL),
           "NSS_CMSMessage_CreateFromDER"));
  NSS_CMSMessage_Destroy(message);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSDecoder_Start) {
  NSS_CMSDecoder_Cancel(
      Some(NSS_CMSDecoder_Start(NULL, NULL, NULL, NULL, NULL, NULL, NULL), "NSS_CMSDecoder_Start"));
}

GIVER(NSS_CMSDecoder_Finish) {
  PLArenaPool* arena = PORT_NewArena(2048);
  NSSCMSMessage* message = EnvelopedCms();
  SECItem der = EncodeCms(arena, message);
  NSSCMSDecoderContext* decoder = NSS_CMSDecoder_Start(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  NSS_CMSDecoder_Update(decoder, (char*)der.data, der.len);
  NSS_CMSMessage_Destroy(Some(NSS_CMSDecoder_Finish(decoder), "NSS_CMSDecoder_Finish"));
  decoder = NSS_CMSDecoder_Start(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  Must(NSS_CMSDecoder_Update(decoder, "nonsense", 8) != SECSuccess &&
           NSS_CMSDecoder_Finish(decoder) == NULL,
       "NSS_CMSDecoder_Finish of nonsense");
  NSS_CMSMessage_Destroy(message);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSDigestContext_StartSingle) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = Algorithm(arena, SEC_OID_SHA256);
  SECItem digest = {siBuffer, NULL, 0};
  NSSCMSDigestContext* context =
      Some(NSS_CMSDigestContext_StartSingle(&algorithm), "NSS_CMSDigestContext_StartSingle");
  NSS_CMSDigestContext_Update(context, (unsigned char*)g_sample, 6);
  Must(NSS_CMSDigestContext_FinishSingle(context, arena, &digest) == SECSuccess,
       "NSS_CMSDigestContext_FinishSingle");
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSDigestContext_StartMultiple) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = Algorithm(arena, SEC_OID_SHA256);
  SECAlgorithmID* algorithms[] = {NULL, NULL};
  SECItem** digests = NULL;
  NSSCMSDigestContext* context;
  algorithms[0] = &algorithm;
  context =
      Some(NSS_CMSDigestContext_StartMultiple(algorithms), "NSS_CMSDigestContext_StartMultiple");
  NSS_CMSDigestContext_Update(context, (unsigned char*)g_sample, 6);
  Must(NSS_CMSDigestContext_FinishMultiple(context, arena, &digests) == SECSuccess,
       "NSS_CMSDigestContext_FinishMultiple");
  NSS_CMSDigestContext_Cancel(NSS_CMSDigestContext_StartMultiple(algorithms));
  PORT_FreeArena(arena, PR_FALSE);
}

/* A recipient by itself: those of a decoded message do not know their message, and
 * NSS_CMSRecipientInfo_GetCertAndKey crashes on them. */
static NSSCMSRecipientInfo* Recipient(PLArenaPool* arena) {
  CERTCertificate* certificate = RsaCertificate();
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  NSSCMSRecipientInfo* recipient =
      Some(NSS_CMSRecipientInfo_Create(message, certificate), "NSS_CMSRecipientInfo_Create");
  PK11SymKey* key = AesKey();
  SECItem der = {siBuffer, NULL, 0};
  Must(NSS_CMSRecipientInfo_WrapBulkKey(recipient, key, SEC_OID_AES_128_CBC) == SECSuccess &&
           NSS_CMSRecipientInfo_Encode(arena, recipient, &der) == SECSuccess,
       "NSS_CMSRecipientInfo_Encode");
  PK11_FreeSymKey(key);
  NSS_CMSRecipientInfo_Destroy(recipient);
  NSS_CMSMessage_Destroy(message);
  CERT_DestroyCertificate(certificate);
  return Some(NSS_CMSRecipientInfo_CreateFromDER(&der, NULL), "NSS_CMSRecipientInfo_CreateFromDER");
}

GIVER(NSS_CMSRecipientInfo_GetCertAndKey) {
  PLArenaPool* arena = PORT_NewArena(2048);
  NSSCMSRecipientInfo* recipient = Recipient(arena);
  CERTCertificate* certificate = NULL;
  SECKEYPrivateKey* key = NULL;
  Must(NSS_CMSRecipientInfo_GetCertAndKey(recipient, &certificate, &key) == SECSuccess,
       "NSS_CMSRecipientInfo_GetCertAndKey");
  CERT_DestroyCertificate(certificate);
  SECKEY_DestroyPrivateKey(key);
  Must(NSS_CMSRecipientInfo_GetCertAndKey(recipient, NULL, &key) == SECSuccess,
       "NSS_CMSRecipientInfo_GetCertAndKey of the key");
  SECKEY_DestroyPrivateKey(key);
  NSS_CMSRecipientInfo_Destroy(recipient);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSRecipientInfo_UnwrapBulkKey) {
  PLArenaPool* arena = PORT_NewArena(2048);
  NSSCMSRecipientInfo* recipient = Recipient(arena);
  CERTCertificate* certificate = RsaCertificate();
  SECKEYPrivateKey* key = Some(PK11_FindKeyByAnyCert(certificate, NULL), "the RSA key");
  SYM_KEY_FROM(NSS_CMSRecipientInfo_UnwrapBulkKey, recipient, 0, certificate, key,
               SEC_OID_AES_128_CBC);
  SECKEY_DestroyPrivateKey(key);
  CERT_DestroyCertificate(certificate);
  NSS_CMSRecipientInfo_Destroy(recipient);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(PK11_FindCertAndKeyByRecipientListNew) {
  PLArenaPool* arena = PORT_NewArena(1024);
  CERTCertificate* certificate = RsaCertificate();
  NSSCMSRecipient recipient;
  NSSCMSRecipient* recipients[] = {NULL, NULL};
  memset(&recipient, 0, sizeof recipient);
  recipient.kind = RLIssuerSN;
  recipient.id.issuerAndSN = CERT_GetCertIssuerAndSN(arena, certificate);
  recipients[0] = &recipient;
  Must(PK11_FindCertAndKeyByRecipientListNew(recipients, NULL) == 0,
       "PK11_FindCertAndKeyByRecipientListNew");
  CERT_DestroyCertificate(recipient.cert);
  SECKEY_DestroyPrivateKey(recipient.privkey);
  PK11_FreeSlot(recipient.slot);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

/* ---- PKCS #7 ---- */

static void DropContent(SEC_PKCS7ContentInfo* it, const char* function) {
  Some(it, function);
  SEC_PKCS7DestroyContentInfo(it);
}
#define CONTENT_FROM(function, ...) DropContent(function(__VA_ARGS__), #function)

struct Bytes {
  char data[8192];
  unsigned long size;
};
static void Append(void* to, const char* data, unsigned long size) {
  struct Bytes* bytes = to;
  Must(bytes->size + size <= sizeof bytes->data, "room");
  memcpy(bytes->data + bytes->size, data, size);
  bytes->size += size;
}

static SEC_PKCS7ContentInfo* EnvelopedPkcs7(void) {
  CERTCertificate* certificate = RsaCertificate();
  SEC_PKCS7ContentInfo* content =
      Some(SEC_PKCS7CreateEnvelopedData(certificate, certUsageEmailRecipient, Db(),
                                        SEC_OID_AES_128_CBC, 128, NULL, NULL),
           "SEC_PKCS7CreateEnvelopedData");
  CERT_DestroyCertificate(certificate);
  return content;
}

static void EncodePkcs7(struct Bytes* bytes) {
  SEC_PKCS7ContentInfo* content = EnvelopedPkcs7();
  SEC_PKCS7EncoderContext* encoder =
      Some(SEC_PKCS7EncoderStart(content, Append, bytes, NULL), "SEC_PKCS7EncoderStart");
  Must(SEC_PKCS7EncoderUpdate(encoder, g_sample, 6) == SECSuccess &&
           SEC_PKCS7EncoderFinish(encoder, NULL, NULL) == SECSuccess,
       "SEC_PKCS7EncoderFinish");
  SEC_PKCS7DestroyContentInfo(content);
}

static PRBool AllowAll(SECAlgorithmID* algorithm, PK11SymKey* key) {
  (void)algorithm;
  (void)key;
  return PR_TRUE;
}

GIVER(SEC_PKCS7EncoderStart) {
  struct Bytes bytes = {"", 0};
  EncodePkcs7(&bytes);
}

GIVER(SEC_PKCS7CopyContentInfo) {
  struct Bytes bytes = {"", 0};
  SEC_PKCS7ContentInfo* content;
  SECItem der;
  EncodePkcs7(&bytes);
  der = Item(bytes.data, bytes.size);
  content = SEC_PKCS7DecodeItem(&der, NULL, NULL, NULL, NULL, NULL, NULL, AllowAll);
  CONTENT_FROM(SEC_PKCS7CopyContentInfo, content);
  SEC_PKCS7DestroyContentInfo(content);
}

GIVER(SEC_PKCS7CreateCertsOnly) {
  CERTCertificate* certificate = Certificate();
  CONTENT_FROM(SEC_PKCS7CreateCertsOnly, certificate, PR_FALSE, Db());
  CERT_DestroyCertificate(certificate);
}

GIVER(SEC_PKCS7CreateData) { CONTENT_FROM(SEC_PKCS7CreateData, ); }

GIVER(SEC_PKCS7CreateEncryptedData) {
  CONTENT_FROM(SEC_PKCS7CreateEncryptedData,
               SEC_OID_PKCS12_V2_PBE_WITH_SHA1_AND_3KEY_TRIPLE_DES_CBC, 0, NULL, NULL);
}

GIVER(SEC_PKCS7CreateEnvelopedData) { SEC_PKCS7DestroyContentInfo(EnvelopedPkcs7()); }

GIVER(SEC_PKCS7CreateSignedData) {
  CERTCertificate* certificate = Certificate();
  CONTENT_FROM(SEC_PKCS7CreateSignedData, certificate, certUsageSSLServer, Db(), SEC_OID_SHA256,
               NULL, NULL, NULL);
  CERT_DestroyCertificate(certificate);
}

GIVER(SEC_PKCS7DecodeItem) {
  struct Bytes bytes = {"", 0};
  SECItem der;
  EncodePkcs7(&bytes);
  der = Item(bytes.data, bytes.size);
  CONTENT_FROM(SEC_PKCS7DecodeItem, &der, NULL, NULL, NULL, NULL, NULL, NULL, AllowAll);
  der = Item(g_sample, 6);
  Must(SEC_PKCS7DecodeItem(&der, NULL, NULL, NULL, NULL, NULL, NULL, AllowAll) == NULL,
       "SEC_PKCS7DecodeItem of nonsense");
}

static SEC_PKCS7DecoderContext* Pkcs7Decoder(void) {
  return Some(SEC_PKCS7DecoderStart(NULL, NULL, NULL, NULL, NULL, NULL, AllowAll),
              "SEC_PKCS7DecoderStart");
}

/* Finish is the release also after an Abort. */
GIVER(SEC_PKCS7DecoderStart) {
  SEC_PKCS7DecoderContext* decoder = Pkcs7Decoder();
  SEC_PKCS7ContentInfo* content;
  SEC_PKCS7DecoderAbort(decoder, SEC_ERROR_BAD_DER);
  content = SEC_PKCS7DecoderFinish(decoder);
  if (content != NULL) SEC_PKCS7DestroyContentInfo(content);
}

GIVER(SEC_PKCS7DecoderFinish) {
  struct Bytes bytes = {"", 0};
  SEC_PKCS7DecoderContext* decoder = Pkcs7Decoder();
  EncodePkcs7(&bytes);
  SEC_PKCS7DecoderUpdate(decoder, bytes.data, bytes.size);
  CONTENT_FROM(SEC_PKCS7DecoderFinish, decoder);
  decoder = Pkcs7Decoder();
  Must(SEC_PKCS7DecoderUpdate(decoder, "nonsense", 8) != SECSuccess &&
           SEC_PKCS7DecoderFinish(decoder) == NULL,
       "SEC_PKCS7DecoderFinish of nonsense");
}

GIVER(PK11_FindCertAndKeyByRecipientList) {
  struct Bytes bytes = {"", 0};
  SEC_PKCS7ContentInfo* content;
  SEC_PKCS7RecipientInfo* found = NULL;
  SECKEYPrivateKey* key = NULL;
  PK11SlotInfo* slot = NULL;
  SECItem der;
  EncodePkcs7(&bytes);
  der = Item(bytes.data, bytes.size);
  content = SEC_PKCS7DecodeItem(&der, NULL, NULL, NULL, NULL, NULL, NULL, AllowAll);
  CERTIFICATE_FROM(PK11_FindCertAndKeyByRecipientList, &slot,
                   content->content.envelopedData->recipientInfos, &found, &key, NULL);
  DropKey(key, "the key of PK11_FindCertAndKeyByRecipientList");
  DropSlot(slot, "the slot of PK11_FindCertAndKeyByRecipientList");
  SEC_PKCS7DestroyContentInfo(content);
}

/* ---- PKCS #12 ---- */

/* "password" in UCS-2, big end first, with its zero. */
static unsigned char g_unicode[] = {0,   'p', 0,   'a', 0,   's', 0,   's', 0,
                                    'w', 0,   'o', 0,   'r', 0,   'd', 0,   0};

static SEC_PKCS12ExportContext* Pkcs12Export(void) {
  return Some(SEC_PKCS12CreateExportContext(NULL, NULL, NULL, NULL),
              "SEC_PKCS12CreateExportContext");
}
static SEC_PKCS12DecoderContext* Pkcs12Decoder(SECItem* password) {
  PK11SlotInfo* slot = KeySlot();
  SEC_PKCS12DecoderContext* decoder =
      Some(SEC_PKCS12DecoderStart(password, slot, NULL, NULL, NULL, NULL, NULL, NULL),
           "SEC_PKCS12DecoderStart");
  PK11_FreeSlot(slot);
  return decoder;
}

GIVER(SEC_PKCS12CreateExportContext) { SEC_PKCS12DestroyExportContext(Pkcs12Export()); }

GIVER(SEC_PKCS12DecoderStart) {
  SECItem password = Item(g_unicode, sizeof g_unicode);
  SEC_PKCS12DecoderFinish(Pkcs12Decoder(&password));
}

/* NSS leaves this to its host: ASCII to UCS-2, big end first. */
static PRBool ToUnicode(PRBool to_unicode, unsigned char* in, unsigned int size, unsigned char* out,
                        unsigned int room, unsigned int* written, PRBool swap) {
  unsigned int i;
  (void)swap;
  Must(to_unicode && 2 * size <= room, "ToUnicode");
  for (i = 0; i < size; ++i) {
    out[2 * i] = 0;
    out[2 * i + 1] = in[i];
  }
  *written = 2 * size;
  return PR_TRUE;
}

GIVER(SEC_PKCS12DecoderGetCerts) {
  CERTCertificate* certificate = RsaCertificate();
  SECItem password = Item(g_password_bytes, sizeof g_password_bytes - 1);
  SECItem unicode = Item(g_unicode, sizeof g_unicode);
  SEC_PKCS12ExportContext* context = Pkcs12Export();
  SEC_PKCS12DecoderContext* decoder;
  struct Bytes bytes = {"", 0};
  void* key_safe;
  void* safe;
  PORT_SetUCS2_ASCIIConversionFunction(ToUnicode);
  SEC_PKCS12EnableCipher(PKCS12_AES_CBC_128, 1);
  Must(SEC_PKCS12AddPasswordIntegrity(context, &password, SEC_OID_SHA256) == SECSuccess,
       "SEC_PKCS12AddPasswordIntegrity");
  key_safe = Some(SEC_PKCS12CreateUnencryptedSafe(context), "SEC_PKCS12CreateUnencryptedSafe");
  safe = Some(SEC_PKCS12CreatePasswordPrivSafe(context, &password, SEC_OID_AES_128_CBC),
              "SEC_PKCS12CreatePasswordPrivSafe");
  Must(SEC_PKCS12AddCertAndKey(context, safe, NULL, certificate, Db(), key_safe, NULL, PR_TRUE,
                               &password, SEC_OID_AES_128_CBC) == SECSuccess,
       "SEC_PKCS12AddCertAndKey");
  Must(SEC_PKCS12Encode(context, Append, &bytes) == SECSuccess, "SEC_PKCS12Encode");
  SEC_PKCS12DestroyExportContext(context);
  decoder = Pkcs12Decoder(&unicode);
  Must(SEC_PKCS12DecoderUpdate(decoder, (unsigned char*)bytes.data, bytes.size) == SECSuccess &&
           SEC_PKCS12DecoderVerify(decoder) == SECSuccess,
       "SEC_PKCS12DecoderVerify");
  LIST_FROM(SEC_PKCS12DecoderGetCerts, decoder);
  SEC_PKCS12DecoderFinish(decoder);
  CERT_DestroyCertificate(certificate);
}

/* ---- Experimental functions of libssl3 ---- */

enum { kVersion = SSL_LIBRARY_VERSION_TLS_1_3, kSuite = TLS_AES_128_GCM_SHA256 };
static const PRUint8 kLabel[] = "sn";

GIVER(SSL_MakeAead) {
  PK11SymKey* secret = Secret();
  SSLAeadContext* context = NULL;
  Must(SSL_MakeAead(kVersion, kSuite, secret, "", 0, &context) == SECSuccess, "SSL_MakeAead");
  Must(SSL_DestroyAead(context) == SECSuccess, "SSL_DestroyAead");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_MakeVariantAead) {
  PK11SymKey* secret = Secret();
  SSLAeadContext* context = NULL;
  Must(SSL_MakeVariantAead(kVersion, kSuite, ssl_variant_datagram, secret, "", 0, &context) ==
           SECSuccess,
       "SSL_MakeVariantAead");
  Must(SSL_DestroyAead(context) == SECSuccess, "SSL_DestroyAead");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_CreateMaskingContext) {
  PK11SymKey* secret = Secret();
  SSLMaskingContext* context = NULL;
  Must(SSL_CreateMaskingContext(kVersion, kSuite, secret, "sn", 2, &context) == SECSuccess,
       "SSL_CreateMaskingContext");
  Must(SSL_DestroyMaskingContext(context) == SECSuccess, "SSL_DestroyMaskingContext");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_CreateVariantMaskingContext) {
  PK11SymKey* secret = Secret();
  SSLMaskingContext* context = NULL;
  Must(SSL_CreateVariantMaskingContext(kVersion, kSuite, ssl_variant_datagram, secret, "sn", 2,
                                       &context) == SECSuccess,
       "SSL_CreateVariantMaskingContext");
  Must(SSL_DestroyMaskingContext(context) == SECSuccess, "SSL_DestroyMaskingContext");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_CreateAntiReplayContext) {
  SSLAntiReplayContext* context = NULL;
  Must(SSL_CreateAntiReplayContext(PR_Now(), PR_USEC_PER_SEC, 7, 14, &context) == SECSuccess,
       "SSL_CreateAntiReplayContext");
  Must(SSL_ReleaseAntiReplayContext(context) == SECSuccess, "SSL_ReleaseAntiReplayContext");
}

static PK11SymKey* HkdfExtract(PK11SymKey* secret) {
  PK11SymKey* key = NULL;
  Must(SSL_HkdfExtract(kVersion, kSuite, secret, secret, &key) == SECSuccess, "SSL_HkdfExtract");
  return key;
}

GIVER(SSL_HkdfExtract) {
  PK11SymKey* secret = Secret();
  PK11_FreeSymKey(HkdfExtract(secret));
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfExpandLabel) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfExpandLabel(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2, &key) ==
           SECSuccess,
       "SSL_HkdfExpandLabel");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfVariantExpandLabel) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfVariantExpandLabel(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2,
                                  ssl_variant_stream, &key) == SECSuccess,
       "SSL_HkdfVariantExpandLabel");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfExpandLabelWithMech) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfExpandLabelWithMech(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2,
                                   CKM_AES_ECB, 16, &key) == SECSuccess,
       "SSL_HkdfExpandLabelWithMech");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfVariantExpandLabelWithMech) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfVariantExpandLabelWithMech(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2,
                                          CKM_AES_ECB, 16, ssl_variant_stream, &key) == SECSuccess,
       "SSL_HkdfVariantExpandLabelWithMech");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

/* ---- Releases that none of these uses ---- */

GIVER(PK11_DeleteTokenPrivateKey) {
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams parameters = {1024, 65537};
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = Some(PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
                                                    &public_key, PR_TRUE, PR_FALSE, NULL),
                               "PK11_GenerateKeyPair");
  Must(PK11_DeleteTokenPrivateKey(key, PR_TRUE) == SECSuccess, "PK11_DeleteTokenPrivateKey");
  Must(PK11_DeleteTokenPublicKey(public_key) == SECSuccess, "PK11_DeleteTokenPublicKey");
  /* Of a certificate, and so kept: the object goes all the same. */
  Must(PK11_DeleteTokenPrivateKey(PrivateKey(), PR_FALSE) == SECWouldBlock,
       "PK11_DeleteTokenPrivateKey of a certificate");
  PK11_FreeSlot(slot);
}

GIVER(PK11_DeleteTokenPublicKey) {
  SECKEYPublicKey* key = PublicKey();
  Must(PK11_DeleteTokenPublicKey(key) != SECSuccess, "PK11_DeleteTokenPublicKey of a decoded key");
  SECKEY_DestroyPublicKey(key);
}

GIVER(NSS_CMSEncoder_Cancel) {
  NSSCMSMessage* message = EnvelopedCms();
  NSS_CMSEncoder_Cancel(Some(
      NSS_CMSEncoder_Start(message, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
      "NSS_CMSEncoder_Start"));
  NSS_CMSMessage_Destroy(message);
}

#define ROW(function) \
  { #function, Give_##function }
const struct Giver kGivers[] = {
    ROW(CERT_ConvertAndDecodeCertificate),
    ROW(CERT_CreateCertificate),
    ROW(CERT_DecodeCertFromPackage),
    ROW(CERT_DupCertificate),
    ROW(CERT_FindCertByDERCert),
    ROW(CERT_FindCertByIssuerAndSN),
    ROW(CERT_FindCertByIssuerAndSNCX),
    ROW(CERT_FindCertByName),
    ROW(CERT_FindCertByNickname),
    ROW(CERT_FindCertByNicknameOrEmailAddr),
    ROW(CERT_FindCertByNicknameOrEmailAddrCX),
    ROW(CERT_FindCertByNicknameOrEmailAddrForUsage),
    ROW(CERT_FindCertByNicknameOrEmailAddrForUsageCX),
    ROW(CERT_FindCertBySubjectKeyID),
    ROW(CERT_FindCertIssuer),
    ROW(CERT_FindUserCertByUsage),
    ROW(CERT_ImportCerts),
    ROW(CERT_NewTempCertificate),
    ROW(CERT_DecodeOCSPResponse),
    ROW(CERT_VerifyOCSPResponseSignature),
    ROW(CERT_VerifyCACertForUsage),
    ROW(CERT_VerifyCert),
    ROW(CERT_VerifyCertificate),
    ROW(CERT_PKIXVerifyCert),
    ROW(PK11_FindCertByIssuerAndSN),
    ROW(PK11_FindCertFromDERCert),
    ROW(PK11_FindCertFromDERCertItem),
    ROW(PK11_FindCertFromNickname),
    ROW(PK11_FindCertFromURI),
    ROW(PK11_GetCertFromPrivateKey),
    ROW(CERT_CreateSubjectCertList),
    ROW(CERT_FindUserCertsByUsage),
    ROW(CERT_GetCertChainFromCert),
    ROW(CERT_NewCertList),
    ROW(PK11_FindCertsFromEmailAddress),
    ROW(PK11_FindCertsFromNickname),
    ROW(PK11_FindCertsFromURI),
    ROW(PK11_GetCertsMatchingPrivateKey),
    ROW(PK11_ListCerts),
    ROW(PK11_ListCertsInSlot),
    ROW(PK11_ConvertSessionPrivKeyToTokenPrivKey),
    ROW(PK11_CopyTokenPrivKeyToSessionPrivKey),
    ROW(PK11_FindKeyByAnyCert),
    ROW(PK11_FindKeyByDERCert),
    ROW(PK11_FindKeyByKeyID),
    ROW(PK11_FindPrivateKeyFromCert),
    ROW(PK11_GenerateKeyPair),
    ROW(PK11_GenerateKeyPairWithFlags),
    ROW(PK11_GenerateKeyPairWithOpFlags),
    ROW(PK11_ImportDERPrivateKeyInfoAndReturnKey),
    ROW(PK11_ImportPrivateKeyInfoAndReturnKey),
    ROW(PK11_ImportEncryptedPrivateKeyInfoAndReturnKey),
    ROW(PK11_LoadPrivKey),
    ROW(PK11_UnwrapPrivKey),
    ROW(SECKEY_CopyPrivateKey),
    ROW(SECKEY_CreateDHPrivateKey),
    ROW(SECKEY_CreateECPrivateKey),
    ROW(SECKEY_CreateRSAPrivateKey),
    ROW(PK11_ListPrivKeysInSlot),
    ROW(PK11_ListPrivateKeysInSlot),
    ROW(SECKEY_NewPrivateKeyList),
    ROW(CERT_ExtractPublicKey),
    ROW(PK11_MakeKEAPubKey),
    ROW(SECKEY_ConvertToPublicKey),
    ROW(SECKEY_CopyPublicKey),
    ROW(SECKEY_ExtractPublicKey),
    ROW(SECKEY_ImportDERPublicKey),
    ROW(PK11_ListPublicKeysInSlot),
    ROW(NSS_CMSContentInfo_GetBulkKey),
    ROW(PK11_ConvertSessionSymKeyToTokenSymKey),
    ROW(PK11_CopySymKeyForSigning),
    ROW(PK11_Derive),
    ROW(PK11_DeriveWithFlags),
    ROW(PK11_DeriveWithFlagsPerm),
    ROW(PK11_DeriveWithTemplate),
    ROW(PK11_FindFixedKey),
    ROW(PK11_ListFixedKeysInSlot),
    ROW(PK11_TokenKeyGen),
    ROW(PK11_GetWrapKey),
    ROW(PK11_HPKE_NewContext),
    ROW(PK11_HPKE_ExportSecret),
    ROW(PK11_HPKE_Deserialize),
    ROW(PK11_HPKE_ImportContext),
    ROW(PK11_ImportDataKey),
    ROW(PK11_ImportSymKey),
    ROW(PK11_ImportSymKeyWithFlags),
    ROW(PK11_KeyGen),
    ROW(PK11_KeyGenWithTemplate),
    ROW(PK11_MoveSymKey),
    ROW(PK11_PBEKeyGen),
    ROW(PK11_RawPBEKeyGen),
    ROW(PK11_PubDerive),
    ROW(PK11_PubDeriveWithKDF),
    ROW(PK11_PubUnwrapSymKey),
    ROW(PK11_PubUnwrapSymKeyWithFlagsPerm),
    ROW(PK11_PubUnwrapSymKeyWithMechanism),
    ROW(PK11_ReferenceSymKey),
    ROW(PK11_SymKeyFromHandle),
    ROW(PK11_SymKeysToSameSlot),
    ROW(PK11_TokenKeyGenWithFlags),
    ROW(PK11_UnwrapSymKey),
    ROW(PK11_UnwrapSymKeyWithFlags),
    ROW(PK11_UnwrapSymKeyWithFlagsPerm),
    ROW(PK11_FindObjectForCert),
    ROW(PK11_FindSlotByName),
    ROW(PK11_GetBestSlot),
    ROW(PK11_GetBestSlotMultiple),
    ROW(PK11_GetBestSlotMultipleWithAttributes),
    ROW(PK11_GetBestSlotWithAttributes),
    ROW(PK11_GetInternalKeySlot),
    ROW(PK11_GetInternalSlot),
    ROW(PK11_GetObjectHandle),
    ROW(PK11_GetSlotFromKey),
    ROW(PK11_GetSlotFromPrivateKey),
    ROW(PK11_ImportCertForKey),
    ROW(PK11_ImportDERCertForKey),
    ROW(PK11_KeyForCertExists),
    ROW(PK11_KeyForDERCertExists),
    ROW(PK11_ReferenceSlot),
    ROW(SECMOD_FindSlot),
    ROW(SECMOD_LookupSlot),
    ROW(SECMOD_OpenUserDB),
    ROW(SECMOD_OpenNewSlot),
    ROW(PK11_FindSlotsByNames),
    ROW(PK11_GetAllSlotsForCert),
    ROW(PK11_GetAllTokens),
    ROW(PK11_GetFirstSafe),
    ROW(PK11_GetNextSafe),
    ROW(SECMOD_CreateModule),
    ROW(SECMOD_CreateModuleEx),
    ROW(SECMOD_FindModule),
    ROW(SECMOD_LoadModule),
    ROW(SECMOD_LoadUserModule),
    ROW(SECMOD_ReferenceModule),
    ROW(PK11_CreateGenericObject),
    ROW(PK11_CreateManagedGenericObject),
    ROW(PK11_FindGenericObjects),
    ROW(PK11_CloneContext),
    ROW(PK11_CreateContextByPrivKey),
    ROW(PK11_CreateContextByPubKey),
    ROW(PK11_CreateContextBySymKey),
    ROW(PK11_CreateDigestContext),
    ROW(HASH_Create),
    ROW(HASH_Clone),
    ROW(SGN_NewContext),
    ROW(SGN_NewContextWithAlgorithmID),
    ROW(VFY_CreateContext),
    ROW(VFY_CreateContextDirect),
    ROW(VFY_CreateContextWithAlgorithmID),
    ROW(CERT_ImportCRL),
    ROW(PK11_ImportCRL),
    ROW(SEC_NewCrl),
    ROW(SEC_DupCrl),
    ROW(SEC_FindCrlByDERCert),
    ROW(SEC_FindCrlByName),
    ROW(NSS_CMSEncoder_Start),
    ROW(NSS_CMSMessage_Create),
    ROW(NSS_CMSMessage_Copy),
    ROW(NSS_CMSMessage_CreateFromDER),
    ROW(NSS_CMSDecoder_Start),
    ROW(NSS_CMSDecoder_Finish),
    ROW(NSS_CMSDigestContext_StartSingle),
    ROW(NSS_CMSDigestContext_StartMultiple),
    ROW(NSS_CMSRecipientInfo_GetCertAndKey),
    ROW(NSS_CMSRecipientInfo_UnwrapBulkKey),
    ROW(PK11_FindCertAndKeyByRecipientListNew),
    ROW(SEC_PKCS7EncoderStart),
    ROW(SEC_PKCS7CopyContentInfo),
    ROW(SEC_PKCS7CreateCertsOnly),
    ROW(SEC_PKCS7CreateData),
    ROW(SEC_PKCS7CreateEncryptedData),
    ROW(SEC_PKCS7CreateEnvelopedData),
    ROW(SEC_PKCS7CreateSignedData),
    ROW(SEC_PKCS7DecodeItem),
    ROW(SEC_PKCS7DecoderStart),
    ROW(SEC_PKCS7DecoderFinish),
    ROW(PK11_FindCertAndKeyByRecipientList),
    ROW(SEC_PKCS12CreateExportContext),
    ROW(SEC_PKCS12DecoderStart),
    ROW(SEC_PKCS12DecoderGetCerts),
    ROW(SSL_MakeAead),
    ROW(SSL_MakeVariantAead),
    ROW(SSL_CreateMaskingContext),
    ROW(SSL_CreateVariantMaskingContext),
    ROW(SSL_CreateAntiReplayContext),
    ROW(SSL_HkdfExtract),
    ROW(SSL_HkdfExpandLabel),
    ROW(SSL_HkdfVariantExpandLabel),
    ROW(SSL_HkdfExpandLabelWithMech),
    ROW(SSL_HkdfVariantExpandLabelWithMech),
};
const int kGiverCount = sizeof kGivers / sizeof kGivers[0];

const struct Giver kTakers[] = {
    ROW(PK11_DeleteTokenPrivateKey),
    ROW(PK11_DeleteTokenPublicKey),
    ROW(NSS_CMSEncoder_Cancel),
};
const int kTakerCount = sizeof kTakers / sizeof kTakers[0];
