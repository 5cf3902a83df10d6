// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <jar.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_JAR_H_
#define PSM_NSS_JAR_H_

#include "nss_glue/shadow.h"

#include_next <jar.h>
#include <cert.h>

#endif  // PSM_NSS_JAR_H_
