// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pk11func.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PK11FUNC_H_
#define PSM_NSS_PK11FUNC_H_

#include "nss_glue/shadow.h"

#include_next <pk11func.h>
#include <pk11pub.h>
#include <pk11priv.h>

#endif  // PSM_NSS_PK11FUNC_H_
