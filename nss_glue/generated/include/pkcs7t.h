// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pkcs7t.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PKCS7T_H_
#define PSM_NSS_PKCS7T_H_

#include "nss_glue/shadow.h"

#include_next <pkcs7t.h>
#include <seccomon.h>
#include <secoidt.h>
#include <certt.h>
#include <secmodt.h>

#endif  // PSM_NSS_PKCS7T_H_
