// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <cmmf.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CMMF_H_
#define PSM_NSS_CMMF_H_

#include "nss_glue/shadow.h"

#include_next <cmmf.h>
#include <seccomon.h>
#include <cmmft.h>
#include <crmf.h>

#endif  // PSM_NSS_CMMF_H_
