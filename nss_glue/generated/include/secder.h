// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secder.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECDER_H_
#define PSM_NSS_SECDER_H_

#include "nss_glue/shadow.h"

#include_next <secder.h>
#include <seccomon.h>
#include <secdert.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::CERT_GenTime2FormattedAscii;
using ::DER_AsciiToTime;
using ::DER_DecodeTimeChoice;
using ::DER_Encode;
using ::DER_EncodeTimeChoice;
using ::DER_GeneralizedDayToAscii;
using ::DER_GeneralizedTimeToTime;
using ::DER_GetInteger;
using ::DER_GetUInteger;
using ::DER_LengthLength;
using ::DER_Lengths;
using ::DER_SetUInteger;
using ::DER_StoreHeader;
using ::DER_TimeChoiceDayToAscii;
using ::DER_TimeToGeneralizedTime;
using ::DER_TimeToGeneralizedTimeArena;
using ::DER_TimeToUTCTime;
using ::DER_UTCDayToAscii;
using ::DER_UTCTimeToAscii;
using ::DER_UTCTimeToTime;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_SECDER_H_
