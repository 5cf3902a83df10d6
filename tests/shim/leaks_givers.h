/* What leaks_givers_*.c and leaks_takers.c share: the shapes of a giver, and more parts to make
 * objects from, as those of leaks_parts.h.
 *
 *   GIVER_WITH_CERTIFICATE(Slot, PK11_KeyForCertExists, certificate, NULL, NULL)
 *
 * takes a certificate, calls PK11_KeyForCertExists(certificate, NULL, NULL), aborts if that gave
 * no slot, and releases the slot and the certificate.
 */

#ifndef TESTS_SHIM_LEAKS_GIVERS_H_
#define TESTS_SHIM_LEAKS_GIVERS_H_

#include <cert.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <secitem.h>
#include <secmod.h>
#include <secoid.h>

#include "tests/shim/leaks.h"
#include "tests/shim/leaks_parts.h"

/* ---- Round each call: take what it gave, and give it back ---- */

/* Defines Drop`kind`, which aborts, naming `function`, if there is no `it`. */
#define DROPPER(kind, type, release)                              \
  static inline void Drop##kind(type* it, const char* function) { \
    Some(it, function);                                           \
    release;                                                      \
  }

DROPPER(Certificate, CERTCertificate, CERT_DestroyCertificate(it))
DROPPER(CertificateList, CERTCertList, CERT_DestroyCertList(it))
DROPPER(PrivateKey, SECKEYPrivateKey, SECKEY_DestroyPrivateKey(it))
DROPPER(PublicKey, SECKEYPublicKey, SECKEY_DestroyPublicKey(it))
DROPPER(SymKey, PK11SymKey, PK11_FreeSymKey(it))
DROPPER(Slot, PK11SlotInfo, PK11_FreeSlot(it))

/* Names the call in the message as well. */
#define DROP(kind, function, ...) Drop##kind(function(__VA_ARGS__), #function)

/* ---- The shapes ---- */

/* The name of a function may be a macro of the shadow headers, so # and ## must meet it here. */

#define GIVER(function) static void Give_##function(void)

#define GIVER_OF(kind, function, ...) \
  static void Give_##function(void) { Drop##kind(function(__VA_ARGS__), #function); }

#define GIVER_WITH_CERTIFICATE(kind, function, ...) \
  static void Give_##function(void) {               \
    CERTCertificate* certificate = Certificate();   \
    Drop##kind(function(__VA_ARGS__), #function);   \
    CERT_DestroyCertificate(certificate);           \
  }

#define GIVER_WITH_PRIVATE_KEY(kind, function, ...) \
  static void Give_##function(void) {               \
    SECKEYPrivateKey* key = PrivateKey();           \
    Drop##kind(function(__VA_ARGS__), #function);   \
    SECKEY_DestroyPrivateKey(key);                  \
  }

#define GIVER_WITH_SYM_KEY(kind, function, ...)   \
  static void Give_##function(void) {             \
    PK11SymKey* key = AesKey();                   \
    Drop##kind(function(__VA_ARGS__), #function); \
    PK11_FreeSymKey(key);                         \
  }

#define GIVER_WITH_SLOT(kind, function, ...)      \
  static void Give_##function(void) {             \
    PK11SlotInfo* slot = KeySlot();               \
    Drop##kind(function(__VA_ARGS__), #function); \
    PK11_FreeSlot(slot);                          \
  }

/* ---- Their table ---- */

#define ROW(function) \
  { #function, Give_##function }
#define TABLE(rows) \
  { rows, sizeof(rows) / sizeof(rows)[0] }

/* ---- Parts ---- */

extern char g_sample[]; /* "sample" */
extern char g_rsa[];    /* "rsa" */

static inline CERTCertDBHandle* Db(void) { return CERT_GetDefaultCertDB(); }

static inline SECItem Item(void* data, size_t size) {
  SECItem item = {siBuffer, NULL, 0};
  item.data = data;
  item.len = (unsigned int)size;
  return item;
}

SECItem Password(void); /* "password" */
SECAlgorithmID Algorithm(PLArenaPool* arena, SECOidTag tag);

SECKEYPrivateKey* DhKey(SECKEYPublicKey** public_key);
SECKEYPrivateKey* EcKey(SECKEYPublicKey** public_key);

/* An RSA certificate with an e-mail address and a subject key id: as DER in `arena`, and the one
 * that is in the profile from the first call on. */
SECItem* NewRsaDer(PLArenaPool* arena, SECKEYPrivateKey* key, SECKEYPublicKey* public_key);
CERTCertificate* RsaCertificate(void);

/* A CMS message for it. */
void* EnvelopedCms(void);

#endif /* TESTS_SHIM_LEAKS_GIVERS_H_ */
