// What an application leaves in NSS's caches, noted for the owner, who takes it out when the
// profile changes (crl_cache.h, memory_trust.h). Compiled into the LD_PRELOAD library once more.

#include <cert.h>
#include <certdb.h>
#include <prerror.h>
#include <secerr.h>
#include <secitem.h>

#include "absl/strings/string_view.h"
#include "nss_glue/crl_cache.h"
#include "nss_glue/generated/raw.h"
#include "nss_glue/memory_trust.h"
#include "shutdown/export.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

bool IsStored(const CERTCertificate* certificate) {
  PRBool stored = PR_TRUE;
  return psm_raw_CERT_GetCertIsPerm(certificate, &stored) != SECSuccess || stored != PR_FALSE;
}

// Held from a look at what is kept until it is kept or NSS has let go of it.
Mutex& CrlMutex() {
  static auto* const mutex = new Mutex;
  return *mutex;
}

void Free(SECItem* copy) {
  const PRErrorCode error = PR_GetError();
  psm_raw_SECITEM_FreeItem(copy, PR_TRUE);
  PR_SetError(error, 0);
}

SECStatus Uncache(CERTCertDBHandle* handle, const SECItem* crl, SECItem* copy) {
  const SECStatus uncached = psm_raw_CERT_UncacheCRL(handle, copy);
  if (uncached == SECSuccess) {  // also where NSS had not got it any more
    Free(copy);
  } else {
    CrlCache::Keep(crl, copy);
  }
  return uncached;
}

}  // namespace
}  // namespace psm

extern "C" {

PSM_EXPORT SECStatus psm_special_CERT_CacheCRL(CERTCertDBHandle* handle, SECItem* crl) {
  if (crl == nullptr) return psm_raw_CERT_CacheCRL(handle, crl);  // NSS says what is wrong
  psm::MutexLock hold(&psm::CrlMutex());
  SECItem* copy = psm::CrlCache::Take(crl);
  if (copy != nullptr && psm_raw_SECITEM_ItemsAreEqual(copy, crl) == PR_FALSE) {
    psm::Uncache(handle, crl, copy);  // which the application has forgotten
    copy = nullptr;
  }
  if (copy == nullptr) copy = psm_raw_SECITEM_DupItem(crl);
  if (copy == nullptr) return SECFailure;
  const SECStatus cached = psm_raw_CERT_CacheCRL(handle, copy);
  if (cached == SECSuccess || PR_GetError() == SEC_ERROR_CRL_ALREADY_EXISTS) {
    psm::CrlCache::Keep(crl, copy);
  } else {
    psm::Free(copy);
  }
  return cached;
}

PSM_EXPORT SECStatus psm_special_CERT_UncacheCRL(CERTCertDBHandle* handle, SECItem* crl) {
  psm::MutexLock hold(&psm::CrlMutex());
  SECItem* const copy = psm::CrlCache::Take(crl);
  if (copy == nullptr) return psm_raw_CERT_UncacheCRL(handle, crl);
  return psm::Uncache(handle, crl, copy);
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
