/* The functions that release, or take over, which no giver calls. */

#include <cms.h>
#include <keyhi.h>
#include <pk11pub.h>

#include "tests/shim/leaks_givers.h"

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

const struct Giver kTakers[] = {
    ROW(PK11_DeleteTokenPrivateKey),
    ROW(PK11_DeleteTokenPublicKey),
    ROW(NSS_CMSEncoder_Cancel),
};
const int kTakerCount = sizeof kTakers / sizeof kTakers[0];
