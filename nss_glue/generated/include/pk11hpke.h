// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pk11hpke.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PK11HPKE_H_
#define PSM_NSS_PK11HPKE_H_

#include "nss_glue/shadow.h"
#include <secoidt.h>
#include <seccomon.h>
#include <keythi.h>
#include <secmodt.h>
#include <pk11pub.h>

#include_next <pk11hpke.h>
#include <blapit.h>

#endif  // PSM_NSS_PK11HPKE_H_
