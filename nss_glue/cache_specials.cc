// What an application leaves in NSS's caches, noted for the owner, who takes it out when the
// profile changes (crl_cache.h, memory_trust.h). Compiled into the LD_PRELOAD library once more.

#include <cert.h>
#include <certdb.h>
#include <prerror.h>
#include <secitem.h>

#include "absl/strings/string_view.h"
#include "nss_glue/crl_cache.h"
#include "nss_glue/generated/raw.h"
#include "nss_glue/memory_trust.h"
#include "shutdown/export.h"

namespace psm {
namespace {

bool IsStored(const CERTCertificate* certificate) {
  PRBool stored = PR_TRUE;
  return psm_raw_CERT_GetCertIsPerm(certificate, &stored) != SECSuccess || stored != PR_FALSE;
}

}  // namespace
}  // namespace psm

extern "C" {

PSM_EXPORT SECStatus psm_special_CERT_CacheCRL(CERTCertDBHandle* handle, SECItem* crl) {
  SECItem* const copy = psm::CrlCache::Given(crl);
  if (copy == nullptr) return psm_raw_CERT_CacheCRL(handle, crl);  // NSS says what is wrong
  const SECStatus cached = psm_raw_CERT_CacheCRL(handle, copy);
  if (cached != SECSuccess && psm::CrlCache::Taken(crl) != nullptr) {
    const PRErrorCode error = PR_GetError();
    psm_raw_SECITEM_FreeItem(copy, PR_TRUE);
    PR_SetError(error, 0);
  }
  return cached;
}

PSM_EXPORT SECStatus psm_special_CERT_UncacheCRL(CERTCertDBHandle* handle, SECItem* crl) {
  SECItem* const copy = psm::CrlCache::Taken(crl);
  if (copy == nullptr) return psm_raw_CERT_UncacheCRL(handle, crl);
  const SECStatus uncached = psm_raw_CERT_UncacheCRL(handle, copy);
  psm_raw_SECITEM_FreeItem(copy, PR_TRUE);
  return uncached;
}

PSM_EXPORT SECStatus psm_special_CERT_ChangeCertTrust(CERTCertDBHandle* handle,
                                                      CERTCertificate* certificate,
                                                      CERTCertTrust* trust) {
  const SECStatus changed = psm_raw_CERT_ChangeCertTrust(handle, certificate, trust);
  if (certificate != nullptr && !psm::IsStored(certificate)) {
    psm::MemoryTrust::Note(absl::string_view(
        reinterpret_cast<const char*>(certificate->derCert.data), certificate->derCert.len));
  }
  return changed;
}

}  // extern "C"
