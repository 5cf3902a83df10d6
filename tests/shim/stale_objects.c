#include "tests/shim/stale_objects.h"

#include <cert.h>
#include <certdb.h>
#include <cms.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <ocsp.h>
#include <p12.h>
#include <pk11hpke.h>
#include <pk11pub.h>
#include <sechash.h>
#include <secitem.h>
#include <secmod.h>
#include <secpkcs7.h>
#include <secport.h>
#include <ssl.h>
#include <sslexp.h>

typedef void (*Did)(const char* call);

#define USE(name) static void Use##name(void* it, Did did)
/* Says so if the call was done. */
#define DO(call, done)   \
  do {                   \
    if (done) did(call); \
  } while (0)

static unsigned char g_bytes[512];

static SECItem Bytes(unsigned int size) {
  SECItem item = {siBuffer, g_bytes, 0};
  item.len = size;
  return item;
}

USE(Certificate) {
  CERTCertificate* certificate = it;
  CERTCertTrust trust;
  CERTCertificate* again = CERT_DupCertificate(certificate);
  SECKEYPrivateKey* key;
  DO("CERT_DupCertificate", again != NULL);
  if (again != NULL) CERT_DestroyCertificate(again);
  DO("CERT_GetCertTrust", CERT_GetCertTrust(certificate, &trust) == SECSuccess);
  DO("CERT_VerifyCertNow", CERT_VerifyCertNow(CERT_GetDefaultCertDB(), certificate, PR_TRUE,
                                              certUsageSSLCA, NULL) == SECSuccess);
  key = PK11_FindKeyByAnyCert(certificate, NULL);
  DO("PK11_FindKeyByAnyCert", key != NULL);
  if (key != NULL) SECKEY_DestroyPrivateKey(key);
  trust.sslFlags = CERTDB_TERMINAL_RECORD;
  trust.emailFlags = CERTDB_TERMINAL_RECORD;
  trust.objectSigningFlags = 0;
  DO("CERT_ChangeCertTrust",
     CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), certificate, &trust) == SECSuccess);
  DO("SEC_DeletePermCertificate", SEC_DeletePermCertificate(certificate) == SECSuccess);
}

USE(CertificateList) {
  CERTCertList* list = it;
  CERTCertListNode* node;
  for (node = CERT_LIST_HEAD(list); !CERT_LIST_END(node, list); node = CERT_LIST_NEXT(node)) {
    DO("CERT_VerifyCertNow", CERT_VerifyCertNow(CERT_GetDefaultCertDB(), node->cert, PR_TRUE,
                                                certUsageSSLCA, NULL) == SECSuccess);
  }
  DO("CERT_FilterCertListByUsage",
     CERT_FilterCertListByUsage(list, certUsageSSLServer, PR_FALSE) == SECSuccess);
}

static void UseKey(SECKEYPrivateKey* key, Did did) {
  SECItem hash = Bytes(32);
  SECItem signature = {siBuffer, NULL, 0};
  PK11SlotInfo* slot = PK11_GetSlotFromPrivateKey(key);
  CERTCertificate* certificate;
  SECKEYPrivateKey* copy;
  DO("PK11_GetSlotFromPrivateKey", slot != NULL);
  if (slot != NULL) PK11_FreeSlot(slot);
  DO("SEC_SignData", SEC_SignData(&signature, hash.data, (int)hash.len, key,
                                  SEC_OID_ANSIX962_ECDSA_SHA256_SIGNATURE) == SECSuccess);
  SECITEM_FreeItem(&signature, PR_FALSE);
  certificate = PK11_GetCertFromPrivateKey(key);
  DO("PK11_GetCertFromPrivateKey", certificate != NULL);
  if (certificate != NULL) CERT_DestroyCertificate(certificate);
  copy = SECKEY_CopyPrivateKey(key);
  DO("SECKEY_CopyPrivateKey", copy != NULL);
  if (copy != NULL) SECKEY_DestroyPrivateKey(copy);
  DO("PK11_SetPrivateKeyNickname", PK11_SetPrivateKeyNickname(key, "stale") == SECSuccess);
}
USE(PrivateKey) { UseKey(it, did); }

USE(PrivateKeyList) {
  SECKEYPrivateKeyList* list = it;
  SECKEYPrivateKeyListNode* node;
  for (node = PRIVKEY_LIST_HEAD(list); !PRIVKEY_LIST_END(node, list);
       node = PRIVKEY_LIST_NEXT(node)) {
    UseKey(node->key, did);
  }
}

static void UsePublic(SECKEYPublicKey* key, Did did) {
  SECItem hash = Bytes(32);
  SECItem signature = Bytes(64);
  CERTSubjectPublicKeyInfo* info = SECKEY_CreateSubjectPublicKeyInfo(key);
  SECKEYPublicKey* copy = SECKEY_CopyPublicKey(key);
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  DO("SECKEY_CreateSubjectPublicKeyInfo", info != NULL);
  if (info != NULL) SECKEY_DestroySubjectPublicKeyInfo(info);
  DO("SECKEY_CopyPublicKey", copy != NULL);
  if (copy != NULL) SECKEY_DestroyPublicKey(copy);
  DO("PK11_Verify", PK11_Verify(key, &signature, &hash, NULL) == SECSuccess);
  if (slot != NULL) {
    DO("PK11_ImportPublicKey", PK11_ImportPublicKey(slot, key, PR_FALSE) != CK_INVALID_HANDLE);
    PK11_FreeSlot(slot);
  }
}
USE(PublicKey) { UsePublic(it, did); }

USE(PublicKeyList) {
  SECKEYPublicKeyList* list = it;
  SECKEYPublicKeyListNode* node;
  for (node = PUBKEY_LIST_HEAD(list); !PUBKEY_LIST_END(node, list); node = PUBKEY_LIST_NEXT(node)) {
    UsePublic(node->key, did);
  }
}

USE(SymKey) {
  PK11SymKey* key = it;
  unsigned char out[64];
  unsigned int size = 0;
  PK11SymKey* stored;
  DO("PK11_Encrypt",
     PK11_Encrypt(key, CKM_AES_ECB, NULL, out, &size, sizeof out, g_bytes, 32) == SECSuccess);
  DO("PK11_ExtractKeyValue", PK11_ExtractKeyValue(key) == SECSuccess);
  stored = PK11_ConvertSessionSymKeyToTokenSymKey(key, NULL);
  DO("PK11_ConvertSessionSymKeyToTokenSymKey", stored != NULL);
  if (stored != NULL) PK11_FreeSymKey(stored);
  DO("PK11_SetSymKeyNickname", PK11_SetSymKeyNickname(key, "stale") == SECSuccess);
}

int StoreKeyThrough(void* slot) {
  PK11SymKey* key =
      PK11_TokenKeyGenWithFlags(slot, CKM_AES_KEY_GEN, NULL, 16, NULL, 0, PK11_ATTR_TOKEN, NULL);
  if (key == NULL) return 0;
  PK11_FreeSymKey(key);
  return 1;
}

int StoredKeys(void) {
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  PK11SymKey* key = PK11_ListFixedKeysInSlot(slot, NULL, NULL);
  int count = 0;
  while (key != NULL) {
    PK11SymKey* next = PK11_GetNextSymKey(key);
    PK11_FreeSymKey(key);
    key = next;
    ++count;
  }
  PK11_FreeSlot(slot);
  return count;
}

static void UseTheSlot(PK11SlotInfo* slot, Did did) {
  CERTCertList* list = PK11_ListCertsInSlot(slot);
  DO("PK11_IsPresent", PK11_IsPresent(slot));
  DO("PK11_GetTokenName", PK11_GetTokenName(slot) != NULL);
  DO("PK11_Authenticate", PK11_Authenticate(slot, PR_TRUE, NULL) == SECSuccess);
  DO("PK11_ListCertsInSlot", list != NULL && !CERT_LIST_EMPTY(list));
  if (list != NULL) CERT_DestroyCertList(list);
  DO("PK11_TokenKeyGenWithFlags", StoreKeyThrough(slot));
}
USE(Slot) { UseTheSlot(it, did); }

USE(SlotList) {
  PK11SlotListElement* element = PK11_GetFirstSafe(it);
  while (element != NULL) {
    UseTheSlot(element->slot, did);
    element = PK11_GetNextSafe(it, element, PR_FALSE);
  }
}

USE(SlotListElement) {
  PK11SlotListElement* element = it;
  UseTheSlot(element->slot, did);
}

USE(Context) {
  PK11Context* context = it;
  unsigned char out[64];
  unsigned int size = 0;
  PK11Context* clone;
  DO("PK11_DigestOp", PK11_DigestOp(context, g_bytes, 16) == SECSuccess);
  clone = PK11_CloneContext(context);
  DO("PK11_CloneContext", clone != NULL);
  if (clone != NULL) PK11_DestroyContext(clone, PR_TRUE);
  DO("PK11_DigestFinal", PK11_DigestFinal(context, out, &size, sizeof out) == SECSuccess);
}

USE(Module) {
  SECMODModule* module = it;
  DO("SECMOD_HasRemovableSlots", SECMOD_HasRemovableSlots(module));
  DO("SECMOD_UpdateSlotList", SECMOD_UpdateSlotList(module) == SECSuccess);
  if (SECMOD_ReferenceModule(module) != NULL) {
    did("SECMOD_ReferenceModule");
    SECMOD_DestroyModule(module);
  }
}

USE(GenericObject) {
  PK11GenericObject* object;
  for (object = it; object != NULL; object = PK11_GetNextGenericObject(object)) {
    SECItem value = {siBuffer, NULL, 0};
    SECItem label = Bytes(5);
    DO("PK11_ReadRawAttribute",
       PK11_ReadRawAttribute(PK11_TypeGeneric, object, CKA_VALUE, &value) == SECSuccess);
    SECITEM_FreeItem(&value, PR_FALSE);
    DO("PK11_WriteRawAttribute",
       PK11_WriteRawAttribute(PK11_TypeGeneric, object, CKA_LABEL, &label) == SECSuccess);
  }
}

USE(Crl) {
  CERTSignedCrl* crl = it;
  CERTSignedCrl* again = SEC_DupCrl(crl);
  DO("SEC_DupCrl", again != NULL);
  if (again != NULL) SEC_DestroyCrl(again);
  DO("CERT_CacheCRL", CERT_CacheCRL(CERT_GetDefaultCertDB(), crl->derCrl) == SECSuccess);
  DO("SEC_DeletePermCRL", SEC_DeletePermCRL(crl) == SECSuccess);
}

USE(HashContext) {
  HASHContext* context = it;
  unsigned char out[64];
  unsigned int size = 0;
  HASHContext* clone;
  HASH_Update(context, g_bytes, 16);
  clone = HASH_Clone(context);
  DO("HASH_Clone", clone != NULL);
  if (clone != NULL) HASH_Destroy(clone);
  HASH_End(context, out, &size, sizeof out);
  DO("HASH_End", size == 32);
}

USE(SignContext) {
  SGNContext* context = it;
  /* Its key was released by leaks.c: only the digest may still be used. */
  DO("SGN_Update", SGN_Update(context, g_bytes, 16) == SECSuccess);
}

USE(VerifyContext) {
  VFYContext* context = it;
  SECItem signature = Bytes(64);
  DO("VFY_Update", VFY_Update(context, g_bytes, 16) == SECSuccess);
  DO("VFY_EndWithSignature", VFY_EndWithSignature(context, &signature) == SECSuccess);
}

USE(HpkeContext) {
  SECKEYPublicKey* key = NULL;
  DO("PK11_HPKE_Deserialize", PK11_HPKE_Deserialize(it, g_bytes, 32, &key) == SECSuccess);
  if (key != NULL) SECKEY_DestroyPublicKey(key);
}

USE(CmsMessage) {
  NSSCMSMessage* message = it;
  PLArenaPool* arena = PORT_NewArena(1024);
  SECItem der = {siBuffer, NULL, 0};
  SECItem content = Bytes(8);
  DO("NSS_CMSMessage_IsSigned", NSS_CMSMessage_IsSigned(message));
  DO("NSS_CMSDEREncode", NSS_CMSDEREncode(message, &content, &der, arena) == SECSuccess);
  PORT_FreeArena(arena, PR_FALSE);
}

USE(CmsDecoder) {
  DO("NSS_CMSDecoder_Update", NSS_CMSDecoder_Update(it, "\x04\x01x", 3) == SECSuccess);
}

USE(CmsEncoder) { DO("NSS_CMSEncoder_Update", NSS_CMSEncoder_Update(it, "x", 1) == SECSuccess); }

USE(CmsDigestContext) {
  (void)did;
  NSS_CMSDigestContext_Update(it, g_bytes, 16);
}

USE(Pkcs7Content) {
  DO("SEC_PKCS7ContainsCertsOrCrls", SEC_PKCS7ContainsCertsOrCrls(it));
  DO("SEC_PKCS7VerifySignature", SEC_PKCS7VerifySignature(it, certUsageEmailSigner, PR_FALSE));
}

USE(Pkcs7Decoder) {
  DO("SEC_PKCS7DecoderUpdate", SEC_PKCS7DecoderUpdate(it, "\x30\x80", 2) == SECSuccess);
}

USE(Pkcs7Encoder) {
  DO("SEC_PKCS7EncoderUpdate", SEC_PKCS7EncoderUpdate(it, "x", 1) == SECSuccess);
}

USE(Pkcs12Export) {
  SECItem password = Bytes(8);
  DO("SEC_PKCS12AddPasswordIntegrity",
     SEC_PKCS12AddPasswordIntegrity(it, &password, SEC_OID_SHA256) == SECSuccess);
  DO("SEC_PKCS12CreateUnencryptedSafe", SEC_PKCS12CreateUnencryptedSafe(it) != NULL);
}

USE(Pkcs12Decoder) {
  unsigned char begin[] = {0x30, 0x80};
  DO("SEC_PKCS12DecoderUpdate", SEC_PKCS12DecoderUpdate(it, begin, sizeof begin) == SECSuccess);
}

USE(OcspResponse) {
  CERTCertificate* signer = NULL;
  DO("CERT_GetOCSPResponseStatus", CERT_GetOCSPResponseStatus(it) == SECSuccess);
  DO("CERT_VerifyOCSPResponseSignature",
     CERT_VerifyOCSPResponseSignature(it, CERT_GetDefaultCertDB(), NULL, &signer, NULL) ==
         SECSuccess);
  if (signer != NULL) CERT_DestroyCertificate(signer);
}

USE(TlsAead) {
  unsigned char out[64];
  unsigned int size = 0;
  DO("SSL_AeadEncrypt",
     SSL_AeadEncrypt(it, 0, NULL, 0, g_bytes, 16, out, &size, sizeof out) == SECSuccess);
}

USE(TlsMask) {
  unsigned char mask[2];
  DO("SSL_CreateMask", SSL_CreateMask(it, g_bytes, 16, mask, sizeof mask) == SECSuccess);
}

/* Only a socket uses one. */
USE(TlsAntiReplay) {
  (void)it;
  (void)did;
}

const struct Use kUses[] = {
    {"CERTCertificate", UseCertificate},
    {"CERTCertList", UseCertificateList},
    {"SECKEYPrivateKey", UsePrivateKey},
    {"SECKEYPrivateKeyList", UsePrivateKeyList},
    {"SECKEYPublicKey", UsePublicKey},
    {"SECKEYPublicKeyList", UsePublicKeyList},
    {"PK11SymKey", UseSymKey},
    {"PK11SlotInfo", UseSlot},
    {"PK11SlotList", UseSlotList},
    {"PK11SlotListElement", UseSlotListElement},
    {"PK11Context", UseContext},
    {"SECMODModule", UseModule},
    {"PK11GenericObject", UseGenericObject},
    {"CERTSignedCrl", UseCrl},
    {"HASHContext", UseHashContext},
    {"SGNContext", UseSignContext},
    {"VFYContext", UseVerifyContext},
    {"HpkeContext", UseHpkeContext},
    {"NSSCMSMessage", UseCmsMessage},
    {"NSSCMSDecoderContext", UseCmsDecoder},
    {"NSSCMSEncoderContext", UseCmsEncoder},
    {"NSSCMSDigestContext", UseCmsDigestContext},
    {"SEC_PKCS7ContentInfo", UsePkcs7Content},
    {"SEC_PKCS7DecoderContext", UsePkcs7Decoder},
    {"SEC_PKCS7EncoderContext", UsePkcs7Encoder},
    {"SEC_PKCS12ExportContext", UsePkcs12Export},
    {"SEC_PKCS12DecoderContext", UsePkcs12Decoder},
    {"CERTOCSPResponse", UseOcspResponse},
    {"SSLAeadContext", UseTlsAead},
    {"SSLMaskingContext", UseTlsMask},
    {"SSLAntiReplayContext", UseTlsAntiReplay},
};
const int kUseCount = sizeof kUses / sizeof kUses[0];
