// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pkcs12t.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PKCS12T_H_
#define PSM_NSS_PKCS12T_H_

#include "nss_glue/shadow.h"

#include_next <pkcs12t.h>
#include <seccomon.h>
#include <secoid.h>
#include <cert.h>
#include <keythi.h>
#include <secpkcs7.h>
#include <secdig.h>

#endif  // PSM_NSS_PKCS12T_H_
