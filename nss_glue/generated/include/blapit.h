// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <blapit.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_BLAPIT_H_
#define PSM_NSS_BLAPIT_H_

#include "nss_glue/shadow.h"

#include_next <blapit.h>
#include <seccomon.h>

#endif  // PSM_NSS_BLAPIT_H_
