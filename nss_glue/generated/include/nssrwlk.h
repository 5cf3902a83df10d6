// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <nssrwlk.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_NSSRWLK_H_
#define PSM_NSS_NSSRWLK_H_

#include "nss_glue/shadow.h"

#include_next <nssrwlk.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSSRWLock_Destroy;
using ::NSSRWLock_HaveWriteLock;
using ::NSSRWLock_LockRead;
using ::NSSRWLock_LockWrite;
using ::NSSRWLock_New;
using ::NSSRWLock_UnlockRead;
using ::NSSRWLock_UnlockWrite;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_NSSRWLK_H_
