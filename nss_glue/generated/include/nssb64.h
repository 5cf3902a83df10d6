// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <nssb64.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_NSSB64_H_
#define PSM_NSS_NSSB64_H_

#include "nss_glue/shadow.h"

#include_next <nssb64.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSSBase64Decoder_Create;
using ::NSSBase64Decoder_Destroy;
using ::NSSBase64Decoder_Update;
using ::NSSBase64Encoder_Create;
using ::NSSBase64Encoder_Destroy;
using ::NSSBase64Encoder_Update;
using ::NSSBase64_DecodeBuffer;
using ::NSSBase64_EncodeItem;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_NSSB64_H_
