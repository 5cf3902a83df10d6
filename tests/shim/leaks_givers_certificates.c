/* Functions that give certificates, lists of them, OCSP responses or CRLs. */

#include <base64.h>
#include <cert.h>
#include <certdb.h>
#include <ocsp.h>
#include <pk11pub.h>
#include <secport.h>
#include <string.h>

#include "tests/shim/leaks_givers.h"

static char g_email[] = "sample@example.com";

/* ---- Certificates ---- */

GIVER(CERT_ConvertAndDecodeCertificate) {
  CERTCertificate* certificate = Certificate();
  char* text = BTOA_DataToAscii(certificate->derCert.data, certificate->derCert.len);
  DROP(Certificate, CERT_ConvertAndDecodeCertificate, text);
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

GIVER_WITH_CERTIFICATE(Certificate, CERT_DecodeCertFromPackage, (char*)certificate->derCert.data,
                       (int)certificate->derCert.len)

GIVER_WITH_CERTIFICATE(Certificate, CERT_DupCertificate, certificate)

GIVER_WITH_CERTIFICATE(Certificate, CERT_FindCertByDERCert, Db(), &certificate->derCert)

GIVER(CERT_FindCertByIssuerAndSN) {
  PLArenaPool* arena = PORT_NewArena(1024);
  CERTCertificate* certificate = Certificate();
  CERTIssuerAndSN* id = CERT_GetCertIssuerAndSN(arena, certificate);
  DROP(Certificate, CERT_FindCertByIssuerAndSN, Db(), id);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(CERT_FindCertByIssuerAndSNCX) {
  PLArenaPool* arena = PORT_NewArena(1024);
  CERTCertificate* certificate = Certificate();
  CERTIssuerAndSN* id = CERT_GetCertIssuerAndSN(arena, certificate);
  DROP(Certificate, CERT_FindCertByIssuerAndSNCX, Db(), id, NULL);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER_WITH_CERTIFICATE(Certificate, CERT_FindCertByName, Db(), &certificate->derSubject)

GIVER_OF(Certificate, CERT_FindCertByNickname, Db(), g_sample)

GIVER(CERT_FindCertByNicknameOrEmailAddr) {
  DROP(Certificate, CERT_FindCertByNicknameOrEmailAddr, Db(), g_sample);
  CERT_DestroyCertificate(RsaCertificate());
  DROP(Certificate, CERT_FindCertByNicknameOrEmailAddr, Db(), g_email);
}

GIVER_OF(Certificate, CERT_FindCertByNicknameOrEmailAddrCX, Db(), g_sample, NULL)

GIVER(CERT_FindCertByNicknameOrEmailAddrForUsage) {
  CERT_DestroyCertificate(RsaCertificate());
  DROP(Certificate, CERT_FindCertByNicknameOrEmailAddrForUsage, Db(), g_rsa, certUsageSSLClient);
}

GIVER(CERT_FindCertByNicknameOrEmailAddrForUsageCX) {
  CERT_DestroyCertificate(RsaCertificate());
  DROP(Certificate, CERT_FindCertByNicknameOrEmailAddrForUsageCX, Db(), g_rsa, certUsageSSLClient,
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
  DROP(Certificate, CERT_FindCertBySubjectKeyID, Db(), &id);
  CERT_DestroyCertArray(imported, 1);
  CERT_DestroyCertificate(certificate);
}

/* A root is its own issuer. */
GIVER_WITH_CERTIFICATE(Certificate, CERT_FindCertIssuer, certificate, PR_Now(), certUsageSSLCA)

GIVER(CERT_FindUserCertByUsage) {
  CERT_DestroyCertificate(RsaCertificate());
  DROP(Certificate, CERT_FindUserCertByUsage, Db(), g_rsa, certUsageSSLClient, PR_FALSE, NULL);
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

GIVER_WITH_CERTIFICATE(Certificate, CERT_NewTempCertificate, Db(), &certificate->derCert, NULL,
                       PR_FALSE, PR_TRUE)

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
  DROP(Certificate, PK11_FindCertByIssuerAndSN, &slot, id, NULL);
  DropSlot(slot, "the slot of PK11_FindCertByIssuerAndSN");
  DROP(Certificate, PK11_FindCertByIssuerAndSN, NULL, id, NULL);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER_WITH_CERTIFICATE(Certificate, PK11_FindCertFromDERCert, certificate->slot, certificate, NULL)

GIVER_WITH_CERTIFICATE(Certificate, PK11_FindCertFromDERCertItem, certificate->slot,
                       &certificate->derCert, NULL)

GIVER_OF(Certificate, PK11_FindCertFromNickname, g_sample, NULL)
GIVER_OF(Certificate, PK11_FindCertFromURI, "pkcs11:object=sample", NULL)

GIVER_WITH_PRIVATE_KEY(Certificate, PK11_GetCertFromPrivateKey, key)

/* ---- Lists of certificates ---- */

GIVER(CERT_CreateSubjectCertList) {
  CERTCertificate* certificate = Certificate();
  CERTCertList* list = CERT_NewCertList();
  Must(CERT_CreateSubjectCertList(list, Db(), &certificate->derSubject, PR_Now(), PR_FALSE) == list,
       "CERT_CreateSubjectCertList with a list");
  CERT_DestroyCertList(list);
  DROP(CertificateList, CERT_CreateSubjectCertList, NULL, Db(), &certificate->derSubject, PR_Now(),
       PR_FALSE);
  CERT_DestroyCertificate(certificate);
}

GIVER(CERT_FindUserCertsByUsage) {
  CERT_DestroyCertificate(RsaCertificate());
  DROP(CertificateList, CERT_FindUserCertsByUsage, Db(), certUsageSSLClient, PR_TRUE, PR_FALSE,
       NULL);
}

GIVER_WITH_CERTIFICATE(CertificateList, CERT_GetCertChainFromCert, certificate, PR_Now(),
                       certUsageSSLCA)

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
  DROP(CertificateList, PK11_FindCertsFromEmailAddress, g_email, NULL);
}
GIVER_OF(CertificateList, PK11_FindCertsFromNickname, g_sample, NULL)
GIVER_OF(CertificateList, PK11_FindCertsFromURI, "pkcs11:object=sample", NULL)

GIVER_WITH_PRIVATE_KEY(CertificateList, PK11_GetCertsMatchingPrivateKey, key)

GIVER_OF(CertificateList, PK11_ListCerts, PK11CertListAll, NULL)

GIVER_WITH_SLOT(CertificateList, PK11_ListCertsInSlot, slot)

/* ---- CRLs ---- */

static CERTSignedCrl* Crl(void) { return Some(ObtainCrl(), "SEC_FindCrlByName"); }
DROPPER(Crl, CERTSignedCrl, SEC_DestroyCrl(it))

#define GIVER_WITH_CRL(kind, function, ...)       \
  static void Give_##function(void) {             \
    CERTSignedCrl* crl = Crl();                   \
    Drop##kind(function(__VA_ARGS__), #function); \
    SEC_DestroyCrl(crl);                          \
  }

GIVER_WITH_CRL(Crl, CERT_ImportCRL, Db(), crl->derCrl, NULL, SEC_CRL_TYPE, NULL)

GIVER(PK11_ImportCRL) {
  PK11SlotInfo* slot = KeySlot();
  CERTSignedCrl* crl = Crl();
  DROP(Crl, PK11_ImportCRL, slot, crl->derCrl, NULL, SEC_CRL_TYPE, NULL, CRL_IMPORT_DEFAULT_OPTIONS,
       NULL, CRL_DECODE_DEFAULT_OPTIONS);
  SEC_DestroyCrl(crl);
  PK11_FreeSlot(slot);
}

GIVER_WITH_CRL(Crl, SEC_NewCrl, Db(), NULL, crl->derCrl, SEC_CRL_TYPE)

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
  DROP(Crl, SEC_DupCrl, crl);
  SEC_DestroyCrl(crl);
}

GIVER(SEC_FindCrlByDERCert) {
  CERTCertificate* certificate = Certificate();
  CERTSignedCrl* crl = SEC_FindCrlByDERCert(Db(), &certificate->derCert, SEC_CRL_TYPE);
  if (crl != NULL) SEC_DestroyCrl(crl);
  CERT_DestroyCertificate(certificate);
  crl = Crl();
  DROP(Crl, SEC_FindCrlByDERCert, Db(), crl->derCrl, SEC_CRL_TYPE);
  SEC_DestroyCrl(crl);
}

GIVER(SEC_FindCrlByName) { SEC_DestroyCrl(Crl()); }

static const struct Giver kRows[] = {
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
    ROW(CERT_ImportCRL),
    ROW(PK11_ImportCRL),
    ROW(SEC_NewCrl),
    ROW(SEC_DupCrl),
    ROW(SEC_FindCrlByDERCert),
    ROW(SEC_FindCrlByName),
};
const struct GiverTable kCertificateGivers = TABLE(kRows);
