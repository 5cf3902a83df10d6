// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <nssutil.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_NSSUTIL_H_
#define PSM_NSS_NSSUTIL_H_

#include "nss_glue/shadow.h"

#include_next <nssutil.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSSUTIL_GetVersion;
using ::NSS_InitializePRErrorTable;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_NSSUTIL_H_
