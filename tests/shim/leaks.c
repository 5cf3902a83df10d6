/* Gated C code as an application has it. */

#include "tests/shim/leaks.h"

#include <cert.h>
#include <certdb.h>
#include <cms.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <ocsp.h>
#include <p12.h>
#include <pk11hpke.h>
#include <pk11pub.h>
#include <secerr.h>
#include <sechash.h>
#include <secmod.h>
#include <secoid.h>
#include <secpkcs7.h>
#include <secport.h>
#include <ssl.h>
#include <sslexp.h>
#include <sslproto.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/shim/leaks_parts.h"

/* ---- What the others are made from ---- */

void Must(int ok, const char* what) {
  if (ok) return;
  fprintf(stderr, "leaks: %s failed: %d\n", what, PORT_GetError());
  abort();
}

void* Some(void* object, const char* function) {
  Must(object != NULL, function);
  return object;
}

PK11SlotInfo* KeySlot(void) { return Some(PK11_GetInternalKeySlot(), "PK11_GetInternalKeySlot"); }

CERTCertificate* Certificate(void) {
  return Some(PK11_FindCertFromNickname("sample", NULL), "PK11_FindCertFromNickname");
}

SECKEYPrivateKey* PrivateKey(void) {
  CERTCertificate* certificate = Certificate();
  SECKEYPrivateKey* key = Some(PK11_FindKeyByAnyCert(certificate, NULL), "PK11_FindKeyByAnyCert");
  CERT_DestroyCertificate(certificate);
  return key;
}

SECKEYPublicKey* PublicKey(void) {
  CERTCertificate* certificate = Certificate();
  SECKEYPublicKey* key = Some(CERT_ExtractPublicKey(certificate), "CERT_ExtractPublicKey");
  CERT_DestroyCertificate(certificate);
  return key;
}

SECKEYPrivateKey* RsaKey(SECKEYPublicKey** public_key) {
  PK11RSAGenParams parameters = {1024, 65537};
  PK11SlotInfo* slot = KeySlot();
  SECKEYPrivateKey* key = Some(PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
                                                    public_key, PR_FALSE, PR_FALSE, NULL),
                               "PK11_GenerateKeyPair");
  PK11_FreeSlot(slot);
  return key;
}

PK11SymKey* AesKey(void) {
  PK11SlotInfo* slot = KeySlot();
  PK11SymKey* key = Some(PK11_KeyGen(slot, CKM_AES_KEY_GEN, NULL, 16, NULL), "PK11_KeyGen");
  PK11_FreeSlot(slot);
  return key;
}

/* For the functions of TLS 1.3. */
PK11SymKey* Secret(void) {
  unsigned char bytes[32] = {1};
  SECItem item = {siBuffer, bytes, sizeof bytes};
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11SymKey* key =
      Some(PK11_ImportSymKey(slot, CKM_HKDF_DERIVE, PK11_OriginUnwrap, CKA_DERIVE, &item, NULL),
           "PK11_ImportSymKey");
  PK11_FreeSlot(slot);
  return key;
}

/* ---- One of each ---- */

/* A call site has a name where its function is exported. */
#pragma GCC visibility push(default)

void* ObtainCertificate(void) { return PK11_FindCertFromNickname("sample", NULL); }
static void ReleaseCertificate(void* it) { CERT_DestroyCertificate(it); }

void* ObtainCertificateList(void) {
  PK11SlotInfo* slot = KeySlot();
  CERTCertList* list = PK11_ListCertsInSlot(slot);
  PK11_FreeSlot(slot);
  return list;
}
static void* FreshCertificateList(void) { return CERT_NewCertList(); }
static void ReleaseCertificateList(void* it) { CERT_DestroyCertList(it); }

void* ObtainPrivateKey(void) {
  CERTCertificate* certificate = Certificate();
  SECKEYPrivateKey* key = PK11_FindKeyByAnyCert(certificate, NULL);
  CERT_DestroyCertificate(certificate);
  return key;
}
static void ReleasePrivateKey(void* it) { SECKEY_DestroyPrivateKey(it); }

void* ObtainPrivateKeyList(void) {
  PK11SlotInfo* slot = KeySlot();
  SECKEYPrivateKeyList* list = PK11_ListPrivKeysInSlot(slot, NULL, NULL);
  PK11_FreeSlot(slot);
  return list;
}
static void* FreshPrivateKeyList(void) { return SECKEY_NewPrivateKeyList(); }
static void ReleasePrivateKeyList(void* it) { SECKEY_DestroyPrivateKeyList(it); }

void* ObtainPublicKey(void) {
  SECKEYPublicKey* public_key = NULL;
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams parameters = {1024, 65537};
  SECKEY_DestroyPrivateKey(PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
                                                &public_key, PR_FALSE, PR_FALSE, NULL));
  PK11_FreeSlot(slot);
  return public_key;
}
static void* FreshPublicKey(void) { return PublicKey(); }
static void ReleasePublicKey(void* it) { SECKEY_DestroyPublicKey(it); }

void* ObtainPublicKeyList(void) {
  PK11SlotInfo* slot = KeySlot();
  SECKEYPublicKeyList* list = PK11_ListPublicKeysInSlot(slot, NULL);
  PK11_FreeSlot(slot);
  return list;
}
static void ReleasePublicKeyList(void* it) { SECKEY_DestroyPublicKeyList(it); }

void* ObtainSymKey(void) {
  PK11SlotInfo* slot = KeySlot();
  PK11SymKey* key = PK11_KeyGen(slot, CKM_AES_KEY_GEN, NULL, 16, NULL);
  PK11_FreeSlot(slot);
  return key;
}
static void ReleaseSymKey(void* it) { PK11_FreeSymKey(it); }

void* ObtainSlot(void) { return PK11_GetInternalKeySlot(); }
static void ReleaseSlot(void* it) { PK11_FreeSlot(it); }

void* ObtainSlotList(void) {
  return PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, NULL);
}
static void ReleaseSlotList(void* it) { PK11_FreeSlotList(it); }

/* An element needs its list for as long as it is held. */
static PK11SlotList* g_list_of_element;
void* ObtainSlotListElement(void) {
  g_list_of_element = PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, NULL);
  return PK11_GetFirstSafe(g_list_of_element);
}
static void ReleaseSlotListElement(void* it) {
  PK11_FreeSlotListElement(g_list_of_element, it);
  PK11_FreeSlotList(g_list_of_element);
}

void* ObtainContext(void) {
  PK11Context* context = PK11_CreateDigestContext(SEC_OID_SHA256);
  Must(PK11_DigestBegin(context) == SECSuccess, "PK11_DigestBegin");
  return context;
}
static void ReleaseContext(void* it) { PK11_DestroyContext(it, PR_TRUE); }

void* ObtainModule(void) { return SECMOD_FindModule("NSS Internal PKCS #11 Module"); }
static void ReleaseModule(void* it) { SECMOD_DestroyModule(it); }

void* ObtainGenericObject(void) {
  PK11SlotInfo* slot = KeySlot();
  PK11GenericObject* objects = PK11_FindGenericObjects(slot, CKO_CERTIFICATE);
  PK11_FreeSlot(slot);
  return objects;
}
static void ReleaseGenericObject(void* it) { PK11_DestroyGenericObjects(it); }

void* ObtainCrl(void) {
  CERTCertificate* certificate = Certificate();
  CERTSignedCrl* crl =
      SEC_FindCrlByName(CERT_GetDefaultCertDB(), &certificate->derSubject, SEC_CRL_TYPE);
  CERT_DestroyCertificate(certificate);
  return crl;
}
static void ReleaseCrl(void* it) { SEC_DestroyCrl(it); }

void* ObtainHashContext(void) {
  HASHContext* context = HASH_Create(HASH_AlgSHA256);
  HASH_Begin(context);
  return context;
}
static void ReleaseHashContext(void* it) { HASH_Destroy(it); }

static const SECOidTag kSignature = SEC_OID_ANSIX962_ECDSA_SHA256_SIGNATURE;

void* ObtainSignContext(void) {
  SECKEYPrivateKey* key = PrivateKey();
  SGNContext* context = SGN_NewContext(kSignature, key);
  Must(SGN_Begin(context) == SECSuccess, "SGN_Begin");
  SECKEY_DestroyPrivateKey(key);
  return context;
}
static void* FreshSignContext(void) {
  SECKEYPrivateKey* key = PrivateKey();
  SGNContext* context = SGN_NewContext(kSignature, key);
  SECKEY_DestroyPrivateKey(key);
  return context;
}
static void ReleaseSignContext(void* it) { SGN_DestroyContext(it, PR_TRUE); }

void* ObtainVerifyContext(void) {
  SECKEYPublicKey* key = PublicKey();
  VFYContext* context = VFY_CreateContext(key, NULL, kSignature, NULL);
  Must(VFY_Begin(context) == SECSuccess, "VFY_Begin");
  SECKEY_DestroyPublicKey(key);
  return context;
}
static void* FreshVerifyContext(void) {
  SECKEYPublicKey* key = PublicKey();
  VFYContext* context = VFY_CreateContext(key, NULL, kSignature, NULL);
  SECKEY_DestroyPublicKey(key);
  return context;
}
static void ReleaseVerifyContext(void* it) { VFY_DestroyContext(it, PR_TRUE); }

void* ObtainHpkeContext(void) {
  return PK11_HPKE_NewContext(HpkeDhKemX25519Sha256, HpkeKdfHkdfSha256, HpkeAeadAes128Gcm, NULL,
                              NULL);
}
static void ReleaseHpkeContext(void* it) { PK11_HPKE_DestroyContext(it, PR_TRUE); }

/* Signed by the sample certificate, without the signature yet. */
void* ObtainCmsMessage(void) {
  CERTCertificate* certificate = Certificate();
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  NSSCMSSignedData* data = NSS_CMSSignedData_Create(message);
  NSSCMSSignerInfo* signer = NSS_CMSSignerInfo_Create(message, certificate, SEC_OID_SHA256);
  Must(NSS_CMSSignedData_AddSignerInfo(data, signer) == SECSuccess &&
           NSS_CMSContentInfo_SetContent_Data(message, NSS_CMSSignedData_GetContentInfo(data), NULL,
                                              PR_TRUE) == SECSuccess &&
           NSS_CMSContentInfo_SetContent_SignedData(message, NSS_CMSMessage_GetContentInfo(message),
                                                    data) == SECSuccess,
       "a signed CMS message");
  CERT_DestroyCertificate(certificate);
  return message;
}
static void* FreshCmsMessage(void) { return NSS_CMSMessage_Create(NULL); }
static void ReleaseCmsMessage(void* it) { NSS_CMSMessage_Destroy(it); }

/* In the middle of a signed message: it has begun the digest. */
void* ObtainCmsDecoder(void) {
  static const unsigned char kBegin[] = {
      0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, /* signedData */
      0xa0, 0x80, 0x30, 0x80, 0x02, 0x01, 0x01,                                     /* version 1 */
      0x31, 0x0d, 0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04,
      0x02, 0x01,                                                                   /* sha256 */
      0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01, /* data */
      0xa0, 0x80, 0x24, 0x80, 0x04, 0x01, 'x'};
  NSSCMSDecoderContext* decoder = NSS_CMSDecoder_Start(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  Must(NSS_CMSDecoder_Update(decoder, (const char*)kBegin, sizeof kBegin) == SECSuccess,
       "NSS_CMSDecoder_Update");
  return decoder;
}
static void* FreshCmsDecoder(void) {
  return NSS_CMSDecoder_Start(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
}
static void ReleaseCmsDecoder(void* it) { NSS_CMSDecoder_Cancel(it); }

/* An encoder needs its message for as long as it is held. */
static NSSCMSMessage* g_message_of_encoder;
void* ObtainCmsEncoder(void) {
  g_message_of_encoder = ObtainCmsMessage();
  return NSS_CMSEncoder_Start(g_message_of_encoder, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                              NULL, NULL);
}
static void ReleaseCmsEncoder(void* it) {
  NSS_CMSEncoder_Cancel(it);
  NSS_CMSMessage_Destroy(g_message_of_encoder);
}

void* ObtainCmsDigestContext(void) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = {{siBuffer, NULL, 0}, {siBuffer, NULL, 0}};
  NSSCMSDigestContext* context;
  SECOID_SetAlgorithmID(arena, &algorithm, SEC_OID_SHA256, NULL);
  context = NSS_CMSDigestContext_StartSingle(&algorithm);
  PORT_FreeArena(arena, PR_FALSE);
  return context;
}
static void ReleaseCmsDigestContext(void* it) { NSS_CMSDigestContext_Cancel(it); }

void* ObtainPkcs7Content(void) {
  CERTCertificate* certificate = Certificate();
  SEC_PKCS7ContentInfo* content =
      SEC_PKCS7CreateCertsOnly(certificate, PR_FALSE, CERT_GetDefaultCertDB());
  CERT_DestroyCertificate(certificate);
  return content;
}
static void* FreshPkcs7Content(void) { return SEC_PKCS7CreateData(); }
static void ReleasePkcs7Content(void* it) { SEC_PKCS7DestroyContentInfo(it); }

/* One that stops in the middle of a signed message leaves its digests behind in NSS, also after
 * SEC_PKCS7DecoderFinish; so a fresh one is all there is. */
void* ObtainPkcs7Decoder(void) {
  return SEC_PKCS7DecoderStart(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
}
static void ReleasePkcs7Decoder(void* it) {
  SEC_PKCS7ContentInfo* content = SEC_PKCS7DecoderFinish(it);
  if (content != NULL) SEC_PKCS7DestroyContentInfo(content);
}

static void Discard(void* context, const char* data, unsigned long size) {
  (void)context;
  (void)data;
  (void)size;
}

static SEC_PKCS7ContentInfo* g_content_of_encoder;
void* ObtainPkcs7Encoder(void) {
  g_content_of_encoder = ObtainPkcs7Content();
  return SEC_PKCS7EncoderStart(g_content_of_encoder, Discard, NULL, NULL);
}
static void* FreshPkcs7Encoder(void) {
  g_content_of_encoder = SEC_PKCS7CreateData();
  return SEC_PKCS7EncoderStart(g_content_of_encoder, Discard, NULL, NULL);
}
static void ReleasePkcs7Encoder(void* it) {
  SEC_PKCS7EncoderFinish(it, NULL, NULL);
  SEC_PKCS7DestroyContentInfo(g_content_of_encoder);
}

void* ObtainPkcs12Export(void) {
  PK11SlotInfo* slot = KeySlot();
  SEC_PKCS12ExportContext* context = SEC_PKCS12CreateExportContext(NULL, NULL, slot, NULL);
  PK11_FreeSlot(slot);
  return context;
}
static void ReleasePkcs12Export(void* it) { SEC_PKCS12DestroyExportContext(it); }

void* ObtainPkcs12Decoder(void) {
  static unsigned char password_bytes[] = {0, 'p', 0, 'w', 0, 0};
  static SECItem password = {siBuffer, password_bytes, sizeof password_bytes};
  PK11SlotInfo* slot = KeySlot();
  SEC_PKCS12DecoderContext* decoder =
      SEC_PKCS12DecoderStart(&password, slot, NULL, NULL, NULL, NULL, NULL, NULL);
  PK11_FreeSlot(slot);
  return decoder;
}
static void ReleasePkcs12Decoder(void* it) { SEC_PKCS12DecoderFinish(it); }

/* "Try later": it has no signature. */
static void* FreshOcspResponse(void) {
  static unsigned char bytes[] = {0x30, 0x03, 0x0a, 0x01, 0x03};
  const SECItem der = {siBuffer, bytes, sizeof bytes};
  return CERT_DecodeOCSPResponse(&der);
}
void* ObtainOcspResponse(void) {
  PLArenaPool* arena = PORT_NewArena(2048);
  CERTCertificate* certificate = Certificate();
  const PRTime now = PR_Now();
  CERTOCSPCertID* id = Some(CERT_CreateOCSPCertID(certificate, now), "CERT_CreateOCSPCertID");
  CERTOCSPSingleResponse* responses[] = {NULL, NULL};
  CERTOCSPResponse* response;
  SECItem* der;
  responses[0] = CERT_CreateOCSPSingleResponseGood(arena, id, now, NULL);
  der = Some(CERT_CreateEncodedOCSPSuccessResponse(arena, certificate, ocspResponderID_byName, now,
                                                   responses, NULL),
             "CERT_CreateEncodedOCSPSuccessResponse");
  response = Some(CERT_DecodeOCSPResponse(der), "CERT_DecodeOCSPResponse");
  Must(CERT_VerifyOCSPResponseSignature(response, CERT_GetDefaultCertDB(), NULL, NULL,
                                        certificate) == SECSuccess,
       "CERT_VerifyOCSPResponseSignature");
  CERT_DestroyOCSPCertID(id);
  CERT_DestroyCertificate(certificate);
  PORT_FreeArena(arena, PR_FALSE);
  return response;
}
static void ReleaseOcspResponse(void* it) { CERT_DestroyOCSPResponse(it); }

void* ObtainTlsAead(void) {
  PK11SymKey* secret = Secret();
  SSLAeadContext* context = NULL;
  SSL_MakeAead(SSL_LIBRARY_VERSION_TLS_1_3, TLS_AES_128_GCM_SHA256, secret, "", 0, &context);
  PK11_FreeSymKey(secret);
  return context;
}
static void ReleaseTlsAead(void* it) { (void)SSL_DestroyAead(it); }

void* ObtainTlsMask(void) {
  PK11SymKey* secret = Secret();
  SSLMaskingContext* context = NULL;
  SSL_CreateMaskingContext(SSL_LIBRARY_VERSION_TLS_1_3, TLS_AES_128_GCM_SHA256, secret, "sn", 2,
                           &context);
  PK11_FreeSymKey(secret);
  return context;
}
static void ReleaseTlsMask(void* it) { (void)SSL_DestroyMaskingContext(it); }

void* ObtainTlsAntiReplay(void) {
  SSLAntiReplayContext* context = NULL;
  SSL_CreateAntiReplayContext(PR_Now(), PR_USEC_PER_SEC, 7, 14, &context);
  return context;
}
static void ReleaseTlsAntiReplay(void* it) { (void)SSL_ReleaseAntiReplayContext(it); }

#define LEAK(type, name) \
  { type, "Obtain" #name, Obtain##name, Release##name, NULL }
#define LEAK_OR_FRESH(type, name) \
  { type, "Obtain" #name, Obtain##name, Release##name, Fresh##name }
const struct Leak kLeaks[] = {
    LEAK("CERTCertificate", Certificate),
    LEAK_OR_FRESH("CERTCertList", CertificateList),
    LEAK("SECKEYPrivateKey", PrivateKey),
    LEAK_OR_FRESH("SECKEYPrivateKeyList", PrivateKeyList),
    LEAK_OR_FRESH("SECKEYPublicKey", PublicKey),
    LEAK("SECKEYPublicKeyList", PublicKeyList),
    LEAK("PK11SymKey", SymKey),
    LEAK("PK11SlotInfo", Slot),
    LEAK("PK11SlotList", SlotList),
    LEAK("PK11SlotListElement", SlotListElement),
    LEAK("PK11Context", Context),
    LEAK("SECMODModule", Module),
    LEAK("PK11GenericObject", GenericObject),
    LEAK("CERTSignedCrl", Crl),
    LEAK("HASHContext", HashContext),
    LEAK_OR_FRESH("SGNContext", SignContext),
    LEAK_OR_FRESH("VFYContext", VerifyContext),
    LEAK("HpkeContext", HpkeContext),
    LEAK_OR_FRESH("NSSCMSMessage", CmsMessage),
    LEAK_OR_FRESH("NSSCMSDecoderContext", CmsDecoder),
    LEAK("NSSCMSEncoderContext", CmsEncoder),
    LEAK("NSSCMSDigestContext", CmsDigestContext),
    LEAK_OR_FRESH("SEC_PKCS7ContentInfo", Pkcs7Content),
    {"SEC_PKCS7DecoderContext", "ObtainPkcs7Decoder", ObtainPkcs7Decoder, ReleasePkcs7Decoder,
     ObtainPkcs7Decoder},
    LEAK_OR_FRESH("SEC_PKCS7EncoderContext", Pkcs7Encoder),
    LEAK("SEC_PKCS12ExportContext", Pkcs12Export),
    LEAK("SEC_PKCS12DecoderContext", Pkcs12Decoder),
    LEAK_OR_FRESH("CERTOCSPResponse", OcspResponse),
    LEAK("SSLAeadContext", TlsAead),
    LEAK("SSLMaskingContext", TlsMask),
    LEAK("SSLAntiReplayContext", TlsAntiReplay),
};
const int kLeakCount = sizeof kLeaks / sizeof kLeaks[0];
