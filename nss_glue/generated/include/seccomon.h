// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <seccomon.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECCOMON_H_
#define PSM_NSS_SECCOMON_H_

#include "nss_glue/shadow.h"

#include_next <seccomon.h>
#include <secport.h>

#endif  // PSM_NSS_SECCOMON_H_
