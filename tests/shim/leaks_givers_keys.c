/* Functions that give private or public keys. */

#include <keyhi.h>
#include <pk11pub.h>
#include <secitem.h>

#include "tests/shim/leaks_givers.h"

/* The session's, of RSA. */
#define GIVER_WITH_RSA_KEYS(kind, function, ...)  \
  static void Give_##function(void) {             \
    SECKEYPublicKey* public_key = NULL;           \
    SECKEYPrivateKey* key = RsaKey(&public_key);  \
    Drop##kind(function(__VA_ARGS__), #function); \
    SECKEY_DestroyPublicKey(public_key);          \
    SECKEY_DestroyPrivateKey(key);                \
  }

/* The same with a slot as well, and a body. */
#define GIVER_IN_SLOT_WITH_RSA_KEYS(function)                                    \
  static void In_##function(PK11SlotInfo*, SECKEYPublicKey*, SECKEYPrivateKey*); \
  static void Give_##function(void) {                                            \
    PK11SlotInfo* slot = KeySlot();                                              \
    SECKEYPublicKey* public_key = NULL;                                          \
    SECKEYPrivateKey* key = RsaKey(&public_key);                                 \
    In_##function(slot, public_key, key);                                        \
    SECKEY_DestroyPublicKey(public_key);                                         \
    SECKEY_DestroyPrivateKey(key);                                               \
    PK11_FreeSlot(slot);                                                         \
  }                                                                              \
  static void In_##function(PK11SlotInfo* slot,                                  \
                            SECKEYPublicKey* public_key __attribute__((unused)), \
                            SECKEYPrivateKey* key)

/* ---- Private keys ---- */

DROPPER(PrivateKeyList, SECKEYPrivateKeyList, SECKEY_DestroyPrivateKeyList(it))

GIVER_WITH_RSA_KEYS(PrivateKey, PK11_ConvertSessionPrivKeyToTokenPrivKey, key, NULL)

GIVER_WITH_PRIVATE_KEY(PrivateKey, PK11_CopyTokenPrivKeyToSessionPrivKey, NULL, key)

GIVER_WITH_CERTIFICATE(PrivateKey, PK11_FindKeyByAnyCert, certificate, NULL)

GIVER_WITH_CERTIFICATE(PrivateKey, PK11_FindKeyByDERCert, certificate->slot, certificate, NULL)

GIVER(PK11_FindKeyByKeyID) {
  CERTCertificate* certificate = Certificate();
  SECItem* id = PK11_GetLowLevelKeyIDForCert(NULL, certificate, NULL);
  DROP(PrivateKey, PK11_FindKeyByKeyID, certificate->slot, id, NULL);
  SECITEM_FreeItem(id, PR_TRUE);
  CERT_DestroyCertificate(certificate);
}

GIVER_WITH_CERTIFICATE(PrivateKey, PK11_FindPrivateKeyFromCert, certificate->slot, certificate,
                       NULL)

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
  DROP(PrivateKey, PK11_GenerateKeyPairWithFlags, slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
       &public_key, PK11_ATTR_SESSION | PK11_ATTR_INSENSITIVE | PK11_ATTR_PUBLIC, NULL);
  DropPublicKey(public_key, "the public key of PK11_GenerateKeyPairWithFlags");
  PK11_FreeSlot(slot);
}

GIVER(PK11_GenerateKeyPairWithOpFlags) {
  PK11SlotInfo* slot = KeySlot();
  PK11RSAGenParams parameters = {1024, 65537};
  SECKEYPublicKey* public_key = NULL;
  DROP(PrivateKey, PK11_GenerateKeyPairWithOpFlags, slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
       &public_key, PK11_ATTR_SESSION | PK11_ATTR_INSENSITIVE | PK11_ATTR_PUBLIC, CKF_SIGN,
       CKF_SIGN, NULL);
  DropPublicKey(public_key, "the public key of PK11_GenerateKeyPairWithOpFlags");
  PK11_FreeSlot(slot);
}

GIVER_IN_SLOT_WITH_RSA_KEYS(PK11_ImportDERPrivateKeyInfoAndReturnKey) {
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
}

GIVER_IN_SLOT_WITH_RSA_KEYS(PK11_ImportPrivateKeyInfoAndReturnKey) {
  SECKEYPrivateKeyInfo* info = Some(PK11_ExportPrivKeyInfo(key, NULL), "PK11_ExportPrivKeyInfo");
  SECKEYPrivateKey* imported = NULL;
  Must(PK11_ImportPrivateKeyInfoAndReturnKey(slot, info, NULL, NULL, PR_FALSE, PR_FALSE, KU_ALL,
                                             &imported, NULL) == SECSuccess,
       "PK11_ImportPrivateKeyInfoAndReturnKey");
  SECKEY_DestroyPrivateKey(imported);
  SECKEY_DestroyPrivateKeyInfo(info, PR_TRUE);
}

GIVER_IN_SLOT_WITH_RSA_KEYS(PK11_ImportEncryptedPrivateKeyInfoAndReturnKey) {
  SECItem password = Password();
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
}

GIVER(PK11_LoadPrivKey) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  DROP(PrivateKey, PK11_LoadPrivKey, slot, key, public_key, PR_FALSE, PR_FALSE);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
  PK11_FreeSlot(slot);
}

GIVER_IN_SLOT_WITH_RSA_KEYS(PK11_UnwrapPrivKey) {
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
  DROP(PrivateKey, PK11_UnwrapPrivKey, slot, wrapping, CKM_AES_CBC_PAD, &iv, &wrapped, &label,
       modulus, PR_FALSE, PR_FALSE, CKK_RSA, usage, 1, NULL);
  PK11_FreeSymKey(wrapping);
}

GIVER_WITH_PRIVATE_KEY(PrivateKey, SECKEY_CopyPrivateKey, key)

GIVER(SECKEY_CreateDHPrivateKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEY_DestroyPrivateKey(DhKey(&public_key));
  DropPublicKey(public_key, "the public key of SECKEY_CreateDHPrivateKey");
}

GIVER(SECKEY_CreateECPrivateKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEY_DestroyPrivateKey(EcKey(&public_key));
  DropPublicKey(public_key, "the public key of SECKEY_CreateECPrivateKey");
}

GIVER(SECKEY_CreateRSAPrivateKey) {
  SECKEYPublicKey* public_key = NULL;
  DROP(PrivateKey, SECKEY_CreateRSAPrivateKey, 1024, &public_key, NULL);
  DropPublicKey(public_key, "the public key of SECKEY_CreateRSAPrivateKey");
}

GIVER_WITH_SLOT(PrivateKeyList, PK11_ListPrivKeysInSlot, slot, NULL, NULL)

GIVER_WITH_SLOT(PrivateKeyList, PK11_ListPrivateKeysInSlot, slot)

GIVER(SECKEY_NewPrivateKeyList) {
  SECKEYPrivateKeyList* list = Some(SECKEY_NewPrivateKeyList(), "SECKEY_NewPrivateKeyList");
  Must(SECKEY_AddPrivateKeyToListTail(list, PrivateKey()) == SECSuccess &&
           SECKEY_AddPrivateKeyToListTail(list, PrivateKey()) == SECSuccess,
       "SECKEY_AddPrivateKeyToListTail");
  SECKEY_RemovePrivateKeyListNode(PRIVKEY_LIST_HEAD(list));
  SECKEY_DestroyPrivateKeyList(list);
}

/* ---- Public keys ---- */

DROPPER(PublicKeyList, SECKEYPublicKeyList, SECKEY_DestroyPublicKeyList(it))

GIVER_WITH_CERTIFICATE(PublicKey, CERT_ExtractPublicKey, certificate)

GIVER(PK11_MakeKEAPubKey) {
  unsigned char bytes[128] = {1};
  DROP(PublicKey, PK11_MakeKEAPubKey, bytes, sizeof bytes);
}

GIVER_WITH_RSA_KEYS(PublicKey, SECKEY_ConvertToPublicKey, key)

GIVER(SECKEY_CopyPublicKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEY_DestroyPrivateKey(RsaKey(&public_key));
  DROP(PublicKey, SECKEY_CopyPublicKey, public_key);
  SECKEY_DestroyPublicKey(public_key);
}

GIVER_WITH_CERTIFICATE(PublicKey, SECKEY_ExtractPublicKey, &certificate->subjectPublicKeyInfo)

GIVER(SECKEY_ImportDERPublicKey) {
  unsigned char bytes[] = {0x30, 0x06, 0x02, 0x01, 0x0f, 0x02, 0x01, 0x03};
  const SECItem der = Item(bytes, sizeof bytes);
  DROP(PublicKey, SECKEY_ImportDERPublicKey, &der, CKK_RSA);
}

GIVER_WITH_SLOT(PublicKeyList, PK11_ListPublicKeysInSlot, slot, NULL)

static const struct Giver kRows[] = {
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
};
const struct GiverTable kKeyGivers = TABLE(kRows);
