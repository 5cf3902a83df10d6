// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <portreg.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PORTREG_H_
#define PSM_NSS_PORTREG_H_

#include "nss_glue/shadow.h"
#include <seccomon.h>

#include_next <portreg.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::PORT_RegExpCaseSearch;
using ::PORT_RegExpSearch;
using ::PORT_RegExpValid;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_PORTREG_H_
