// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <crmf.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CRMF_H_
#define PSM_NSS_CRMF_H_

#include "nss_glue/shadow.h"

#include_next <crmf.h>
#include <seccomon.h>
#include <cert.h>
#include <secoid.h>
#include <secpkcs7.h>

#endif  // PSM_NSS_CRMF_H_
