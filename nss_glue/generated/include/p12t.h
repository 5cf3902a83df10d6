// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <p12t.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_P12T_H_
#define PSM_NSS_P12T_H_

#include "nss_glue/shadow.h"

#include_next <p12t.h>
#include <secoid.h>
#include <keythi.h>
#include <secpkcs7.h>
#include <secdig.h>
#include <pkcs12t.h>

#endif  // PSM_NSS_P12T_H_
