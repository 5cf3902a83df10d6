// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <utilpars.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_UTILPARS_H_
#define PSM_NSS_UTILPARS_H_

#include "nss_glue/shadow.h"
#include <seccomon.h>
#include <secmodt.h>
#include <utilparst.h>

PSM_NSS_BEGIN_C
#include_next <utilpars.h>
PSM_NSS_END_C

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSSUTIL_AddNSSFlagToModuleSpec;
using ::NSSUTIL_ArgDecodeNumber;
using ::NSSUTIL_ArgFetchValue;
using ::NSSUTIL_ArgGetLabel;
using ::NSSUTIL_ArgGetParamValue;
using ::NSSUTIL_ArgHasFlag;
using ::NSSUTIL_ArgIsBlank;
using ::NSSUTIL_ArgParseCipherFlags;
using ::NSSUTIL_ArgParseModuleSpec;
using ::NSSUTIL_ArgParseModuleSpecEx;
using ::NSSUTIL_ArgParseSlotFlags;
using ::NSSUTIL_ArgParseSlotInfo;
using ::NSSUTIL_ArgReadLong;
using ::NSSUTIL_ArgSkipParameter;
using ::NSSUTIL_ArgStrip;
using ::NSSUTIL_DoModuleDBFunction;
using ::NSSUTIL_DoubleEscape;
using ::NSSUTIL_DoubleEscapeSize;
using ::NSSUTIL_Escape;
using ::NSSUTIL_EscapeSize;
using ::NSSUTIL_MkModuleSpec;
using ::NSSUTIL_MkNSSString;
using ::NSSUTIL_MkSlotString;
using ::NSSUTIL_Quote;
using ::NSSUTIL_QuoteSize;
using ::_NSSUTIL_EvaluateConfigDir;
using ::_NSSUTIL_GetSecmodName;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_UTILPARS_H_
