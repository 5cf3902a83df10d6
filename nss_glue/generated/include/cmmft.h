// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <cmmft.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CMMFT_H_
#define PSM_NSS_CMMFT_H_

#include "nss_glue/shadow.h"

#include_next <cmmft.h>
#include <secasn1.h>

#endif  // PSM_NSS_CMMFT_H_
