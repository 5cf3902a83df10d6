// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secasn1.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECASN1_H_
#define PSM_NSS_SECASN1_H_

#include "nss_glue/shadow.h"

#include_next <secasn1.h>
#include <seccomon.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSS_Get_SEC_AnyTemplate;
using ::NSS_Get_SEC_BMPStringTemplate;
using ::NSS_Get_SEC_BitStringTemplate;
using ::NSS_Get_SEC_BooleanTemplate;
using ::NSS_Get_SEC_EnumeratedTemplate;
using ::NSS_Get_SEC_GeneralizedTimeTemplate;
using ::NSS_Get_SEC_IA5StringTemplate;
using ::NSS_Get_SEC_IntegerTemplate;
using ::NSS_Get_SEC_NullTemplate;
using ::NSS_Get_SEC_ObjectIDTemplate;
using ::NSS_Get_SEC_OctetStringTemplate;
using ::NSS_Get_SEC_PointerToAnyTemplate;
using ::NSS_Get_SEC_PointerToEnumeratedTemplate;
using ::NSS_Get_SEC_PointerToGeneralizedTimeTemplate;
using ::NSS_Get_SEC_PointerToOctetStringTemplate;
using ::NSS_Get_SEC_PrintableStringTemplate;
using ::NSS_Get_SEC_SequenceOfAnyTemplate;
using ::NSS_Get_SEC_SequenceOfObjectIDTemplate;
using ::NSS_Get_SEC_SetOfAnyTemplate;
using ::NSS_Get_SEC_SkipTemplate;
using ::NSS_Get_SEC_T61StringTemplate;
using ::NSS_Get_SEC_UTCTimeTemplate;
using ::NSS_Get_SEC_UTF8StringTemplate;
using ::NSS_Get_SEC_UniversalStringTemplate;
using ::SEC_ASN1Decode;
using ::SEC_ASN1DecodeInteger;
using ::SEC_ASN1DecodeItem;
using ::SEC_ASN1DecoderAbort;
using ::SEC_ASN1DecoderClearFilterProc;
using ::SEC_ASN1DecoderClearNotifyProc;
using ::SEC_ASN1DecoderFinish;
using ::SEC_ASN1DecoderSetFilterProc;
using ::SEC_ASN1DecoderSetMaximumElementSize;
using ::SEC_ASN1DecoderSetNotifyProc;
using ::SEC_ASN1DecoderStart;
using ::SEC_ASN1DecoderUpdate;
using ::SEC_ASN1Encode;
using ::SEC_ASN1EncodeInteger;
using ::SEC_ASN1EncodeItem;
using ::SEC_ASN1EncodeUnsignedInteger;
using ::SEC_ASN1EncoderAbort;
using ::SEC_ASN1EncoderClearNotifyProc;
using ::SEC_ASN1EncoderClearStreaming;
using ::SEC_ASN1EncoderClearTakeFromBuf;
using ::SEC_ASN1EncoderFinish;
using ::SEC_ASN1EncoderSetNotifyProc;
using ::SEC_ASN1EncoderSetStreaming;
using ::SEC_ASN1EncoderSetTakeFromBuf;
using ::SEC_ASN1EncoderStart;
using ::SEC_ASN1EncoderUpdate;
using ::SEC_ASN1LengthLength;
using ::SEC_QuickDERDecodeItem;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_SECASN1_H_
