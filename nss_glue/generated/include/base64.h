// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <base64.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_BASE64_H_
#define PSM_NSS_BASE64_H_

#include "nss_glue/shadow.h"

#include_next <base64.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::ATOB_AsciiToData;
using ::ATOB_ConvertAsciiToItem;
using ::BTOA_ConvertItemToAscii;
using ::BTOA_DataToAscii;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_BASE64_H_
