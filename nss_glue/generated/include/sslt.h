// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <sslt.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SSLT_H_
#define PSM_NSS_SSLT_H_

#include "nss_glue/shadow.h"

#include_next <sslt.h>
#include <certt.h>
#include <keyhi.h>
#include <secitem.h>

#endif  // PSM_NSS_SSLT_H_
