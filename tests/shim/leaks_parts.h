/* What leaks.c and the givers share: parts to make objects from. Each returns a reference of
 * the caller's, and aborts if there is none. */

#ifndef TESTS_SHIM_LEAKS_PARTS_H_
#define TESTS_SHIM_LEAKS_PARTS_H_

#include <cert.h>
#include <keyhi.h>
#include <pk11pub.h>

void Must(int ok, const char* what);
void* Some(void* object, const char* function);

PK11SlotInfo* KeySlot(void);
CERTCertificate* Certificate(void);
SECKEYPrivateKey* PrivateKey(void); /* of that certificate: EC, in the profile */
SECKEYPublicKey* PublicKey(void);   /* the same, decoded */
SECKEYPrivateKey* RsaKey(SECKEYPublicKey** public_key); /* of the session, on the key slot */
PK11SymKey* AesKey(void);
PK11SymKey* Secret(void);

void* ObtainCmsMessage(void);
void* ObtainCrl(void);
void* ObtainPkcs7Content(void);

#endif /* TESTS_SHIM_LEAKS_PARTS_H_ */
