/* Experimental functions of libssl3 that give something. */

#include <pk11pub.h>
#include <ssl.h>
#include <sslexp.h>
#include <sslproto.h>

#include "tests/shim/leaks_givers.h"

enum { kVersion = SSL_LIBRARY_VERSION_TLS_1_3, kSuite = TLS_AES_128_GCM_SHA256 };
static const PRUint8 kLabel[] = "sn";

GIVER(SSL_MakeAead) {
  PK11SymKey* secret = Secret();
  SSLAeadContext* context = NULL;
  Must(SSL_MakeAead(kVersion, kSuite, secret, "", 0, &context) == SECSuccess, "SSL_MakeAead");
  Must(SSL_DestroyAead(context) == SECSuccess, "SSL_DestroyAead");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_MakeVariantAead) {
  PK11SymKey* secret = Secret();
  SSLAeadContext* context = NULL;
  Must(SSL_MakeVariantAead(kVersion, kSuite, ssl_variant_datagram, secret, "", 0, &context) ==
           SECSuccess,
       "SSL_MakeVariantAead");
  Must(SSL_DestroyAead(context) == SECSuccess, "SSL_DestroyAead");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_CreateMaskingContext) {
  PK11SymKey* secret = Secret();
  SSLMaskingContext* context = NULL;
  Must(SSL_CreateMaskingContext(kVersion, kSuite, secret, "sn", 2, &context) == SECSuccess,
       "SSL_CreateMaskingContext");
  Must(SSL_DestroyMaskingContext(context) == SECSuccess, "SSL_DestroyMaskingContext");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_CreateVariantMaskingContext) {
  PK11SymKey* secret = Secret();
  SSLMaskingContext* context = NULL;
  Must(SSL_CreateVariantMaskingContext(kVersion, kSuite, ssl_variant_datagram, secret, "sn", 2,
                                       &context) == SECSuccess,
       "SSL_CreateVariantMaskingContext");
  Must(SSL_DestroyMaskingContext(context) == SECSuccess, "SSL_DestroyMaskingContext");
  PK11_FreeSymKey(secret);
}

GIVER(SSL_CreateAntiReplayContext) {
  SSLAntiReplayContext* context = NULL;
  Must(SSL_CreateAntiReplayContext(PR_Now(), PR_USEC_PER_SEC, 7, 14, &context) == SECSuccess,
       "SSL_CreateAntiReplayContext");
  Must(SSL_ReleaseAntiReplayContext(context) == SECSuccess, "SSL_ReleaseAntiReplayContext");
}

static PK11SymKey* HkdfExtract(PK11SymKey* secret) {
  PK11SymKey* key = NULL;
  Must(SSL_HkdfExtract(kVersion, kSuite, secret, secret, &key) == SECSuccess, "SSL_HkdfExtract");
  return key;
}

GIVER(SSL_HkdfExtract) {
  PK11SymKey* secret = Secret();
  PK11_FreeSymKey(HkdfExtract(secret));
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfExpandLabel) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfExpandLabel(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2, &key) ==
           SECSuccess,
       "SSL_HkdfExpandLabel");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfVariantExpandLabel) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfVariantExpandLabel(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2,
                                  ssl_variant_stream, &key) == SECSuccess,
       "SSL_HkdfVariantExpandLabel");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfExpandLabelWithMech) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfExpandLabelWithMech(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2,
                                   CKM_AES_ECB, 16, &key) == SECSuccess,
       "SSL_HkdfExpandLabelWithMech");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

GIVER(SSL_HkdfVariantExpandLabelWithMech) {
  PK11SymKey* secret = Secret();
  PK11SymKey* key = NULL;
  Must(SSL_HkdfVariantExpandLabelWithMech(kVersion, kSuite, secret, NULL, 0, (const char*)kLabel, 2,
                                          CKM_AES_ECB, 16, ssl_variant_stream, &key) == SECSuccess,
       "SSL_HkdfVariantExpandLabelWithMech");
  PK11_FreeSymKey(key);
  PK11_FreeSymKey(secret);
}

static const struct Giver kRows[] = {
    ROW(SSL_MakeAead),
    ROW(SSL_MakeVariantAead),
    ROW(SSL_CreateMaskingContext),
    ROW(SSL_CreateVariantMaskingContext),
    ROW(SSL_CreateAntiReplayContext),
    ROW(SSL_HkdfExtract),
    ROW(SSL_HkdfExpandLabel),
    ROW(SSL_HkdfVariantExpandLabel),
    ROW(SSL_HkdfExpandLabelWithMech),
    ROW(SSL_HkdfVariantExpandLabelWithMech),
};
const struct GiverTable kTlsGivers = TABLE(kRows);
