// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <smime.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SMIME_H_
#define PSM_NSS_SMIME_H_

#include "nss_glue/shadow.h"

#include_next <smime.h>
#include <cms.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs);
PSM_NSS_RENAMED(NSS_SMIMEUtil_FindBulkAlgForRecipients);
PSM_NSS_END_C

#define NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs psm_nss_NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs
#define NSS_SMIMEUtil_FindBulkAlgForRecipients psm_nss_NSS_SMIMEUtil_FindBulkAlgForRecipients

#else

extern "C" {
PSM_NSS_RAW(NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs);
PSM_NSS_RAW(NSS_SMIMEUtil_FindBulkAlgForRecipients);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::NSSSMIME_GetVersion;
using ::NSSSMIME_VersionCheck;

inline ::SECStatus NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs(::PLArenaPool *poolp, ::SECItem *dest, ::CERTCertificate *cert) {
  ::psm::nss_call::CallGate gate("NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs(poolp, dest, cert);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_SMIMEUtil_FindBulkAlgForRecipients(::CERTCertificate **rcerts, ::SECOidTag *bulkalgtag, int *keysize) {
  ::psm::nss_call::CallGate gate("NSS_SMIMEUtil_FindBulkAlgForRecipients");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_SMIMEUtil_FindBulkAlgForRecipients(rcerts, bulkalgtag, keysize);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(NSS_SMIMEUtil_CreateMSSMIMEEncKeyPrefs);
PSM_NSS_BAN(NSS_SMIMEUtil_FindBulkAlgForRecipients);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SMIME_H_
