// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <keyt.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_KEYT_H_
#define PSM_NSS_KEYT_H_

#include "nss_glue/shadow.h"

#include_next <keyt.h>
#include <keythi.h>

#endif  // PSM_NSS_KEYT_H_
