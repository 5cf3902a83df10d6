/* Functions that give CMS, PKCS #7 or PKCS #12 messages, their coders, or what is in them. */

#include <cms.h>
#include <cmsreclist.h>
#include <p12.h>
#include <p12plcy.h>
#include <pk11pub.h>
#include <pkcs12.h>
#include <secerr.h>
#include <secoid.h>
#include <secpkcs7.h>
#include <secport.h>
#include <string.h>

#include "tests/shim/leaks_givers.h"

/* ---- CMS ---- */

DROPPER(CmsMessage, NSSCMSMessage, NSS_CMSMessage_Destroy(it))

GIVER(NSS_CMSContentInfo_GetBulkKey) {
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  PK11SymKey* key = AesKey();
  NSS_CMSContentInfo_SetContentEncAlg(message->poolp, NSS_CMSMessage_GetContentInfo(message),
                                      SEC_OID_AES_128_CBC, NULL, 128);
  NSS_CMSContentInfo_SetBulkKey(NSS_CMSMessage_GetContentInfo(message), key);
  DROP(SymKey, NSS_CMSContentInfo_GetBulkKey, NSS_CMSMessage_GetContentInfo(message));
  PK11_FreeSymKey(key);
  NSS_CMSMessage_Destroy(message);
}

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

void* EnvelopedCms(void) {
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
  DROP(CmsMessage, NSS_CMSMessage_Create, NULL);
  NSS_CMSMessage_Destroy(Some(NSS_CMSMessage_Create(arena), "NSS_CMSMessage_Create in an arena"));
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER(NSS_CMSMessage_Copy) {
  NSSCMSMessage* message = NSS_CMSMessage_Create(NULL);
  DROP(CmsMessage, NSS_CMSMessage_Copy, message);
  NSS_CMSMessage_Destroy(message);
}

GIVER(NSS_CMSMessage_CreateFromDER) {
  PLArenaPool* arena = PORT_NewArena(2048);
  NSSCMSMessage* message = EnvelopedCms();
  SECItem der = EncodeCms(arena, message);
  DROP(CmsMessage, NSS_CMSMessage_CreateFromDER, &der, NULL, NULL, NULL, NULL, NULL, NULL);
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
  DROP(CmsMessage, NSS_CMSDecoder_Finish, decoder);
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
  DROP(SymKey, NSS_CMSRecipientInfo_UnwrapBulkKey, recipient, 0, certificate, key,
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

DROPPER(Content, SEC_PKCS7ContentInfo, SEC_PKCS7DestroyContentInfo(it))

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
  DROP(Content, SEC_PKCS7CopyContentInfo, content);
  SEC_PKCS7DestroyContentInfo(content);
}

GIVER_WITH_CERTIFICATE(Content, SEC_PKCS7CreateCertsOnly, certificate, PR_FALSE, Db())

GIVER_OF(Content, SEC_PKCS7CreateData, )

GIVER_OF(Content, SEC_PKCS7CreateEncryptedData,
         SEC_OID_PKCS12_V2_PBE_WITH_SHA1_AND_3KEY_TRIPLE_DES_CBC, 0, NULL, NULL)

GIVER(SEC_PKCS7CreateEnvelopedData) { SEC_PKCS7DestroyContentInfo(EnvelopedPkcs7()); }

GIVER_WITH_CERTIFICATE(Content, SEC_PKCS7CreateSignedData, certificate, certUsageSSLServer, Db(),
                       SEC_OID_SHA256, NULL, NULL, NULL)

GIVER(SEC_PKCS7DecodeItem) {
  struct Bytes bytes = {"", 0};
  SECItem der;
  EncodePkcs7(&bytes);
  der = Item(bytes.data, bytes.size);
  DROP(Content, SEC_PKCS7DecodeItem, &der, NULL, NULL, NULL, NULL, NULL, NULL, AllowAll);
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
  DROP(Content, SEC_PKCS7DecoderFinish, decoder);
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
  DROP(Certificate, PK11_FindCertAndKeyByRecipientList, &slot,
       content->content.envelopedData->recipientInfos, &found, &key, NULL);
  DropPrivateKey(key, "the key of PK11_FindCertAndKeyByRecipientList");
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
  SECItem password = Password();
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
  DROP(CertificateList, SEC_PKCS12DecoderGetCerts, decoder);
  SEC_PKCS12DecoderFinish(decoder);
  CERT_DestroyCertificate(certificate);
}

static const struct Giver kRows[] = {
    ROW(NSS_CMSContentInfo_GetBulkKey),
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
};
const struct GiverTable kMessageGivers = TABLE(kRows);
