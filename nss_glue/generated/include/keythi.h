// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <keythi.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_KEYTHI_H_
#define PSM_NSS_KEYTHI_H_

#include "nss_glue/shadow.h"

#include_next <keythi.h>
#include <secmodt.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSS_Get_SECKEY_DSAPublicKeyTemplate;
using ::NSS_Get_SECKEY_RSAPSSParamsTemplate;
using ::NSS_Get_SECKEY_RSAPublicKeyTemplate;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_KEYTHI_H_
