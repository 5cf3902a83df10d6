// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <key.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_KEY_H_
#define PSM_NSS_KEY_H_

#include "nss_glue/shadow.h"

#include_next <key.h>
#include <keyhi.h>

#endif  // PSM_NSS_KEY_H_
