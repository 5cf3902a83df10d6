// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secdigt.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECDIGT_H_
#define PSM_NSS_SECDIGT_H_

#include "nss_glue/shadow.h"

#include_next <secdigt.h>
#include <secoidt.h>
#include <secitem.h>

#endif  // PSM_NSS_SECDIGT_H_
