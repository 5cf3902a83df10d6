/* Functions that give symmetric keys, HPKE among them. */

#include <keyhi.h>
#include <pk11hpke.h>
#include <pk11pub.h>
#include <secitem.h>
#include <secoid.h>

#include "tests/shim/leaks_givers.h"

GIVER(PK11_ConvertSessionSymKeyToTokenSymKey) {
  PK11SymKey* key = AesKey();
  PK11SymKey* stored = Some(PK11_ConvertSessionSymKeyToTokenSymKey(key, NULL),
                            "PK11_ConvertSessionSymKeyToTokenSymKey");
  PK11_DeleteTokenSymKey(stored);
  PK11_FreeSymKey(stored);
  PK11_FreeSymKey(key);
}

GIVER_WITH_SYM_KEY(SymKey, PK11_CopySymKeyForSigning, key, CKM_SHA256_HMAC)

/* Base key, then these bytes. */
static CK_KEY_DERIVATION_STRING_DATA g_more;
static SECItem MoreBytes(void) {
  g_more.pData = (unsigned char*)g_sample;
  g_more.ulLen = 6;
  return Item(&g_more, sizeof g_more);
}

#define GIVER_BY_DERIVING(kind, function, ...)    \
  static void Give_##function(void) {             \
    PK11SymKey* key = AesKey();                   \
    SECItem more = MoreBytes();                   \
    Drop##kind(function(__VA_ARGS__), #function); \
    PK11_FreeSymKey(key);                         \
  }

GIVER_BY_DERIVING(SymKey, PK11_Derive, key, CKM_CONCATENATE_BASE_AND_DATA, &more, CKM_AES_ECB,
                  CKA_ENCRYPT, 16)

GIVER_BY_DERIVING(SymKey, PK11_DeriveWithFlags, key, CKM_CONCATENATE_BASE_AND_DATA, &more,
                  CKM_AES_ECB, CKA_ENCRYPT, 16, CKF_DECRYPT)

GIVER_BY_DERIVING(SymKey, PK11_DeriveWithFlagsPerm, key, CKM_CONCATENATE_BASE_AND_DATA, &more,
                  CKM_AES_ECB, CKA_ENCRYPT, 16, CKF_DECRYPT, PR_FALSE)

GIVER_BY_DERIVING(SymKey, PK11_DeriveWithTemplate, key, CKM_CONCATENATE_BASE_AND_DATA, &more,
                  CKM_AES_ECB, CKA_ENCRYPT, 16, NULL, 0, PR_FALSE)

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
  DROP(SymKey, PK11_FindFixedKey, slot, CKM_AES_ECB, &id, NULL);
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
  DROP(SymKey, PK11_GetWrapKey, slot, 0, CKM_INVALID_MECHANISM, PK11_GetSlotSeries(slot), NULL);
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
  DROP(SymKey, PK11_ImportDataKey, slot, CKM_HKDF_DATA, PK11_OriginUnwrap, CKA_DERIVE, &item, NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_ImportSymKey) { DROP(SymKey, Secret, ); }

GIVER(PK11_ImportSymKeyWithFlags) {
  PK11SlotInfo* slot = KeySlot();
  unsigned char bytes[16] = {1};
  SECItem item = Item(bytes, sizeof bytes);
  DROP(SymKey, PK11_ImportSymKeyWithFlags, slot, CKM_AES_ECB, PK11_OriginUnwrap, CKA_ENCRYPT, &item,
       CKF_DECRYPT, PR_FALSE, NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_KeyGen) { DROP(SymKey, AesKey, ); }

GIVER(PK11_KeyGenWithTemplate) {
  PK11SlotInfo* slot = KeySlot();
  CK_ULONG size = 16;
  CK_ATTRIBUTE attributes[] = {{CKA_VALUE_LEN, NULL, sizeof size}};
  attributes[0].pValue = &size;
  DROP(SymKey, PK11_KeyGenWithTemplate, slot, CKM_AES_ECB, CKM_AES_KEY_GEN, NULL, attributes, 1,
       NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_MoveSymKey) {
  PK11SlotInfo* other = PK11_GetInternalSlot();
  PK11SlotInfo* slot = KeySlot();
  PK11SymKey* key = AesKey();
  DROP(SymKey, PK11_MoveSymKey, slot, CKA_ENCRYPT, 0, PR_FALSE, key);
  DROP(SymKey, PK11_MoveSymKey, other, CKA_ENCRYPT, 0, PR_FALSE, key);
  PK11_FreeSymKey(key);
  PK11_FreeSlot(slot);
  PK11_FreeSlot(other);
}

GIVER(PK11_PBEKeyGen) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECItem password = Password();
  SECItem salt = Item(g_sample, 6);
  SECAlgorithmID* algorithm =
      Some(PK11_CreatePBEV2AlgorithmID(SEC_OID_PKCS5_PBKDF2, SEC_OID_HMAC_SHA256,
                                       SEC_OID_HMAC_SHA256, 16, 100, &salt),
           "PK11_CreatePBEV2AlgorithmID");
  DROP(SymKey, PK11_PBEKeyGen, slot, algorithm, &password, PR_FALSE, NULL);
  SECOID_DestroyAlgorithmID(algorithm, PR_TRUE);
  PK11_FreeSlot(slot);
}

GIVER(PK11_RawPBEKeyGen) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  SECItem password = Password();
  SECItem salt = Item(g_sample, 6);
  unsigned char iv[8];
  CK_PBE_PARAMS parameters = {iv, NULL, 0, NULL, 0, 100};
  SECItem mechanism = Item(&parameters, sizeof parameters);
  parameters.pPassword = password.data;
  parameters.ulPasswordLen = password.len;
  parameters.pSalt = salt.data;
  parameters.ulSaltLen = salt.len;
  DROP(SymKey, PK11_RawPBEKeyGen, slot, CKM_PBE_SHA1_DES3_EDE_CBC, &mechanism, &password, PR_FALSE,
       NULL);
  PK11_FreeSlot(slot);
}

GIVER(PK11_PubDerive) {
  SECKEYPublicKey* ours = NULL;
  SECKEYPublicKey* theirs = NULL;
  SECKEYPrivateKey* key = DhKey(&ours);
  SECKEYPrivateKey* their_key = DhKey(&theirs);
  DROP(SymKey, PK11_PubDerive, key, theirs, PR_FALSE, NULL, NULL, CKM_DH_PKCS_DERIVE, CKM_AES_ECB,
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
  DROP(SymKey, PK11_PubDeriveWithKDF, key, theirs, PR_FALSE, NULL, NULL, CKM_ECDH1_DERIVE,
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

#define GIVER_BY_RSA_UNWRAPPING(kind, function, ...) \
  static void Give_##function(void) {                \
    SECKEYPublicKey* public_key = NULL;              \
    SECKEYPrivateKey* key = RsaKey(&public_key);     \
    SECItem wrapped = WrapForRsa(public_key);        \
    Drop##kind(function(__VA_ARGS__), #function);    \
    SECKEY_DestroyPublicKey(public_key);             \
    SECKEY_DestroyPrivateKey(key);                   \
  }

GIVER_BY_RSA_UNWRAPPING(SymKey, PK11_PubUnwrapSymKey, key, &wrapped, CKM_AES_ECB, CKA_ENCRYPT, 16)

GIVER_BY_RSA_UNWRAPPING(SymKey, PK11_PubUnwrapSymKeyWithFlagsPerm, key, &wrapped, CKM_AES_ECB,
                        CKA_ENCRYPT, 16, CKF_DECRYPT, PR_FALSE)

GIVER_BY_RSA_UNWRAPPING(SymKey, PK11_PubUnwrapSymKeyWithMechanism, key, CKM_RSA_PKCS, NULL,
                        &wrapped, CKM_AES_ECB, CKA_ENCRYPT, 16)

GIVER_WITH_SYM_KEY(SymKey, PK11_ReferenceSymKey, key)

GIVER(PK11_SymKeyFromHandle) {
  PK11SlotInfo* slot = KeySlot();
  PK11SymKey* key = AesKey();
  DROP(SymKey, PK11_SymKeyFromHandle, slot, NULL, PK11_OriginDerive, CKM_AES_ECB,
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

GIVER_WITH_SLOT(SymKey, PK11_TokenKeyGenWithFlags, slot, CKM_AES_KEY_GEN, NULL, 16, NULL,
                CKF_ENCRYPT, PK11_ATTR_SESSION, NULL)

/* An AES key wrapped with another. */
static SECItem WrapWith(PK11SymKey* wrapping) {
  SECItem wrapped = Item(g_wrapped_bytes, sizeof g_wrapped_bytes);
  PK11SymKey* key = AesKey();
  Must(PK11_WrapSymKey(CKM_AES_KEY_WRAP_KWP, NULL, wrapping, key, &wrapped) == SECSuccess,
       "PK11_WrapSymKey");
  PK11_FreeSymKey(key);
  return wrapped;
}

#define GIVER_BY_UNWRAPPING(kind, function, ...)  \
  static void Give_##function(void) {             \
    PK11SymKey* wrapping = AesKey();              \
    SECItem wrapped = WrapWith(wrapping);         \
    Drop##kind(function(__VA_ARGS__), #function); \
    PK11_FreeSymKey(wrapping);                    \
  }

GIVER_BY_UNWRAPPING(SymKey, PK11_UnwrapSymKey, wrapping, CKM_AES_KEY_WRAP_KWP, NULL, &wrapped,
                    CKM_AES_ECB, CKA_ENCRYPT, 16)

GIVER_BY_UNWRAPPING(SymKey, PK11_UnwrapSymKeyWithFlags, wrapping, CKM_AES_KEY_WRAP_KWP, NULL,
                    &wrapped, CKM_AES_ECB, CKA_ENCRYPT, 16, CKF_DECRYPT)

GIVER_BY_UNWRAPPING(SymKey, PK11_UnwrapSymKeyWithFlagsPerm, wrapping, CKM_AES_KEY_WRAP_KWP, NULL,
                    &wrapped, CKM_AES_ECB, CKA_ENCRYPT, 16, CKF_DECRYPT, PR_FALSE)

static const struct Giver kRows[] = {
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
};
const struct GiverTable kSymKeyGivers = TABLE(kRows);
