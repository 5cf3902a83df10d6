/* What the givers share. */

#include "tests/shim/leaks_givers.h"

#include <cert.h>
#include <certdb.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <secasn1.h>
#include <secitem.h>
#include <secmod.h>
#include <secoid.h>
#include <secport.h>

char g_sample[] = "sample";
char g_rsa[] = "rsa";

SECItem Password(void) {
  static unsigned char bytes[] = "password";
  return Item(bytes, sizeof bytes - 1);
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

SECKEYPrivateKey* DhKey(SECKEYPublicKey** public_key) {
  SECKEYDHParams parameters = {NULL, {siBuffer, NULL, 0}, {siBuffer, NULL, 0}};
  parameters.prime = Item(g_prime, sizeof g_prime);
  parameters.base = Item(g_two, sizeof g_two);
  return Some(SECKEY_CreateDHPrivateKey(&parameters, public_key, NULL),
              "SECKEY_CreateDHPrivateKey");
}

/* secp256r1 */
static unsigned char g_curve[] = {0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};

SECKEYPrivateKey* EcKey(SECKEYPublicKey** public_key) {
  SECItem curve = Item(g_curve, sizeof g_curve);
  return Some(SECKEY_CreateECPrivateKey(&curve, public_key, NULL), "SECKEY_CreateECPrivateKey");
}

SECAlgorithmID Algorithm(PLArenaPool* arena, SECOidTag tag) {
  SECAlgorithmID algorithm = {{siBuffer, NULL, 0}, {siBuffer, NULL, 0}};
  SECOID_SetAlgorithmID(arena, &algorithm, tag, NULL);
  return algorithm;
}

/* ---- An RSA certificate of the profile, with an e-mail address and a subject key id ---- */

static const SECOidTag kRsa = SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION;
static const PRTime kHour = (PRTime)3600 * PR_USEC_PER_SEC;

SECItem* NewRsaDer(PLArenaPool* arena, SECKEYPrivateKey* key, SECKEYPublicKey* public_key) {
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

CERTCertificate* RsaCertificate(void) {
  CERTCertificate* certificate = PK11_FindCertFromNickname(g_rsa, NULL);
  if (certificate != NULL) return certificate;
  MakeRsaCertificate();
  return Some(PK11_FindCertFromNickname(g_rsa, NULL), "PK11_FindCertFromNickname");
}
