// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <cmst.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CMST_H_
#define PSM_NSS_CMST_H_

#include "nss_glue/shadow.h"
#include <keythi.h>
#include <seccomon.h>
#include <secoidt.h>
#include <certt.h>
#include <secmodt.h>

PSM_NSS_BEGIN_C
#include_next <cmst.h>
PSM_NSS_END_C

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSS_Get_NSSCMSGenericWrapperDataTemplate;
using ::NSS_Get_NSS_PointerToCMSGenericWrapperDataTemplate;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_CMST_H_
