// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secmodt.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECMODT_H_
#define PSM_NSS_SECMODT_H_

#include "nss_glue/shadow.h"

#include_next <secmodt.h>
#include <secoid.h>
#include <secasn1.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSS_Get_SECKEY_EncryptedPrivateKeyInfoTemplate;
using ::NSS_Get_SECKEY_PointerToEncryptedPrivateKeyInfoTemplate;
using ::NSS_Get_SECKEY_PointerToPrivateKeyInfoTemplate;
using ::NSS_Get_SECKEY_PrivateKeyInfoTemplate;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_SECMODT_H_
