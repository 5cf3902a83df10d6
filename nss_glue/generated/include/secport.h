// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secport.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECPORT_H_
#define PSM_NSS_SECPORT_H_

#include "nss_glue/shadow.h"

#include_next <secport.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSS_PutEnv;
using ::NSS_SecureMemcmp;
using ::NSS_SecureMemcmpZero;
using ::PORT_Alloc;
using ::PORT_ArenaAlloc;
using ::PORT_ArenaGrow;
using ::PORT_ArenaMark;
using ::PORT_ArenaRelease;
using ::PORT_ArenaStrdup;
using ::PORT_ArenaUnmark;
using ::PORT_ArenaZAlloc;
using ::PORT_DestroyCheapArena;
using ::PORT_Free;
using ::PORT_FreeArena;
using ::PORT_GetError;
using ::PORT_ISO88591_UTF8Conversion;
using ::PORT_InitCheapArena;
using ::PORT_LoadLibraryFromOrigin;
using ::PORT_NewArena;
using ::PORT_Realloc;
using ::PORT_SetError;
using ::PORT_SetUCS2_ASCIIConversionFunction;
using ::PORT_SetUCS2_UTF8ConversionFunction;
using ::PORT_SetUCS4_UTF8ConversionFunction;
using ::PORT_Strdup;
using ::PORT_UCS2_ASCIIConversion;
using ::PORT_UCS2_UTF8Conversion;
using ::PORT_UCS4_UTF8Conversion;
using ::PORT_ZAlloc;
using ::PORT_ZFree;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_SECPORT_H_
