// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secitem.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECITEM_H_
#define PSM_NSS_SECITEM_H_

#include "nss_glue/shadow.h"

#include_next <secitem.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::SECITEM_AllocArray;
using ::SECITEM_AllocItem;
using ::SECITEM_ArenaDupItem;
using ::SECITEM_CompareItem;
using ::SECITEM_CopyItem;
using ::SECITEM_DupArray;
using ::SECITEM_DupItem;
using ::SECITEM_FreeArray;
using ::SECITEM_FreeItem;
using ::SECITEM_Hash;
using ::SECITEM_HashCompare;
using ::SECITEM_ItemsAreEqual;
using ::SECITEM_MakeItem;
using ::SECITEM_ReallocItem;
using ::SECITEM_ReallocItemV2;
using ::SECITEM_ZfreeArray;
using ::SECITEM_ZfreeItem;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_SECITEM_H_
