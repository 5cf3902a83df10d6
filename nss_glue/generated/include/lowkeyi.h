// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <lowkeyi.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_LOWKEYI_H_
#define PSM_NSS_LOWKEYI_H_

#include "nss_glue/shadow.h"

#include_next <lowkeyi.h>
#include <seccomon.h>
#include <secoidt.h>
#include <lowkeyti.h>

#endif  // PSM_NSS_LOWKEYI_H_
