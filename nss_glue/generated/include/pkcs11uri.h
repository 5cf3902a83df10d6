// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pkcs11uri.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PKCS11URI_H_
#define PSM_NSS_PKCS11URI_H_

#include "nss_glue/shadow.h"

#include_next <pkcs11uri.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::PK11URI_CreateURI;
using ::PK11URI_DestroyURI;
using ::PK11URI_FormatURI;
using ::PK11URI_GetPathAttribute;
using ::PK11URI_GetPathAttributeItem;
using ::PK11URI_GetQueryAttribute;
using ::PK11URI_GetQueryAttributeItem;
using ::PK11URI_ParseURI;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_PKCS11URI_H_
