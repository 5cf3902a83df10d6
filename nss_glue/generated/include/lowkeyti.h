// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <lowkeyti.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_LOWKEYTI_H_
#define PSM_NSS_LOWKEYTI_H_

#include "nss_glue/shadow.h"

#include_next <lowkeyti.h>
#include <blapit.h>
#include <secitem.h>
#include <secoidt.h>

#endif  // PSM_NSS_LOWKEYTI_H_
