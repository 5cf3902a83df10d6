#include "nss_glue/crl_cache.h"

#include <cert.h>
#include <certdb.h>
#include <secerr.h>

#include <algorithm>
#include <vector>

#include "nss_glue/error.h"
#include "nss_glue/generated/raw.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

// What CERT_CacheCRL was given. NSS knows such a CRL by this very address.
struct Given {
  Mutex mu;
  std::vector<SECItem*> crls PSM_GUARDED_BY(mu);
};

Given& TheGiven() {
  static auto* const given = new Given;
  return *given;
}

}  // namespace

absl::Status CrlCache::Note() {
  CERTCrlHeadNode* head = nullptr;
  if (psm_raw_SEC_LookupCrls(psm_raw_CERT_GetDefaultCertDB(), &head, SEC_CRL_TYPE) != SECSuccess) {
    return NssError("look for CRLs");
  }
  for (const CERTCrlNode* node = head->first; node != nullptr; node = node->next) {
    const SECItem& name = node->crl->crl.derName;
    issuers_.emplace(reinterpret_cast<const char*>(name.data), name.len);
  }
  PORT_FreeArena(head->arena, PR_FALSE);
  return absl::OkStatus();
}

absl::Status CrlCache::Refresh() {
  absl::Status noted = Note();
  if (!noted.ok()) return noted;
  for (const std::string& name : issuers_) {
    SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(const_cast<char*>(name.data())),
                    static_cast<unsigned int>(name.size())};
    psm_raw_CERT_CRLCacheRefreshIssuer(psm_raw_CERT_GetDefaultCertDB(), &item);
  }
  return absl::OkStatus();
}

void CrlCache::UncacheApplications() {
  std::vector<SECItem*> crls;
  {
    Given& given = TheGiven();
    MutexLock hold(&given.mu);
    crls.swap(given.crls);
  }
  // Fails for one that is not there any more.
  for (SECItem* crl : crls) psm_raw_CERT_UncacheCRL(psm_raw_CERT_GetDefaultCertDB(), crl);
}

void CrlCache::NoteGiven(SECItem* crl) {
  Given& given = TheGiven();
  MutexLock hold(&given.mu);
  given.crls.push_back(crl);
}

void CrlCache::ForgetGiven(const SECItem* crl) {
  Given& given = TheGiven();
  MutexLock hold(&given.mu);
  given.crls.erase(std::remove(given.crls.begin(), given.crls.end(), crl), given.crls.end());
}

}  // namespace psm
