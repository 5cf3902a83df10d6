// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pkcs12.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PKCS12_H_
#define PSM_NSS_PKCS12_H_

#include "nss_glue/shadow.h"

#include_next <pkcs12.h>
#include <pkcs12t.h>
#include <p12.h>

#endif  // PSM_NSS_PKCS12_H_
