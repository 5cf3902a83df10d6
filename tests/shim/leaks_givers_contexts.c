/* Functions that give contexts: of digests, of keys, to sign and to verify. */

#include <cryptohi.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <sechash.h>
#include <secoid.h>
#include <secport.h>

#include "tests/shim/leaks_givers.h"

static const SECOidTag kEcdsa = SEC_OID_ANSIX962_ECDSA_SHA256_SIGNATURE;

DROPPER(Context, PK11Context, PK11_DestroyContext(it, PR_TRUE))
DROPPER(HashContext, HASHContext, HASH_Destroy(it))
DROPPER(SignContext, SGNContext, SGN_DestroyContext(it, PR_TRUE))
DROPPER(VerifyContext, VFYContext, VFY_DestroyContext(it, PR_TRUE))

#define GIVER_WITH_PUBLIC_KEY(kind, function, ...) \
  static void Give_##function(void) {              \
    SECKEYPublicKey* key = PublicKey();            \
    Drop##kind(function(__VA_ARGS__), #function);  \
    SECKEY_DestroyPublicKey(key);                  \
  }

GIVER(PK11_CloneContext) {
  PK11Context* context = PK11_CreateDigestContext(SEC_OID_SHA256);
  PK11_DigestBegin(context);
  DROP(Context, PK11_CloneContext, context);
  PK11_DestroyContext(context, PR_TRUE);
}

GIVER(PK11_CreateContextByPrivKey) {
  SECKEYPublicKey* public_key = NULL;
  SECKEYPrivateKey* key = RsaKey(&public_key);
  SECItem none = Item(NULL, 0);
  DROP(Context, PK11_CreateContextByPrivKey, CKM_SHA256_RSA_PKCS, CKA_SIGN, key, &none);
  SECKEY_DestroyPublicKey(public_key);
  SECKEY_DestroyPrivateKey(key);
}

GIVER(PK11_CreateContextByPubKey) {
  SECKEYPublicKey* public_key = NULL;
  SECItem none = Item(NULL, 0);
  SECKEY_DestroyPrivateKey(RsaKey(&public_key));
  DROP(Context, PK11_CreateContextByPubKey, CKM_SHA256_RSA_PKCS, CKA_VERIFY, public_key, &none,
       NULL);
  SECKEY_DestroyPublicKey(public_key);
}

GIVER(PK11_CreateContextBySymKey) {
  PK11SymKey* key = AesKey();
  SECItem none = Item(NULL, 0);
  DROP(Context, PK11_CreateContextBySymKey, CKM_AES_ECB, CKA_ENCRYPT, key, &none);
  PK11_FreeSymKey(key);
}

GIVER_OF(Context, PK11_CreateDigestContext, SEC_OID_SHA256)

GIVER_OF(HashContext, HASH_Create, HASH_AlgSHA256)

GIVER(HASH_Clone) {
  HASHContext* context = HASH_Create(HASH_AlgSHA256);
  HASH_Begin(context);
  DROP(HashContext, HASH_Clone, context);
  HASH_Destroy(context);
}

GIVER_WITH_PRIVATE_KEY(SignContext, SGN_NewContext, kEcdsa, key)

GIVER(SGN_NewContextWithAlgorithmID) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = Algorithm(arena, kEcdsa);
  SECKEYPrivateKey* key = PrivateKey();
  DROP(SignContext, SGN_NewContextWithAlgorithmID, &algorithm, key);
  SECKEY_DestroyPrivateKey(key);
  PORT_FreeArena(arena, PR_FALSE);
}

GIVER_WITH_PUBLIC_KEY(VerifyContext, VFY_CreateContext, key, NULL, kEcdsa, NULL)

GIVER_WITH_PUBLIC_KEY(VerifyContext, VFY_CreateContextDirect, key, NULL,
                      SEC_OID_ANSIX962_EC_PUBLIC_KEY, SEC_OID_SHA256, NULL, NULL)

GIVER(VFY_CreateContextWithAlgorithmID) {
  PLArenaPool* arena = PORT_NewArena(1024);
  SECAlgorithmID algorithm = Algorithm(arena, kEcdsa);
  SECKEYPublicKey* key = PublicKey();
  DROP(VerifyContext, VFY_CreateContextWithAlgorithmID, key, NULL, &algorithm, NULL, NULL);
  SECKEY_DestroyPublicKey(key);
  PORT_FreeArena(arena, PR_FALSE);
}

static const struct Giver kRows[] = {
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
};
const struct GiverTable kContextGivers = TABLE(kRows);
