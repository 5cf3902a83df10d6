#include "nss_glue/crl_cache.h"

#include <cert.h>
#include <certdb.h>
#include <secerr.h>

#include <map>

#include "nss_glue/error.h"
#include "nss_glue/generated/raw.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

// What CERT_CacheCRL was given, by the application's address, and the copy that NSS has.
struct AllGiven {
  Mutex mu;
  std::map<const SECItem*, SECItem*> copies PSM_GUARDED_BY(mu);
};

AllGiven& TheGiven() {
  static auto* const given = new AllGiven;
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
  std::map<const SECItem*, SECItem*> copies;
  {
    AllGiven& given = TheGiven();
    MutexLock hold(&given.mu);
    copies.swap(given.copies);
  }
  for (const auto& [unused, copy] : copies) {
    if (psm_raw_CERT_UncacheCRL(psm_raw_CERT_GetDefaultCertDB(), copy) == SECSuccess) {
      psm_raw_SECITEM_FreeItem(copy, PR_TRUE);  // else NSS has it still
    }
  }
}

void CrlCache::Keep(const SECItem* crl, SECItem* copy) {
  AllGiven& given = TheGiven();
  MutexLock hold(&given.mu);
  given.copies[crl] = copy;
}

SECItem* CrlCache::Take(const SECItem* crl) {
  AllGiven& given = TheGiven();
  MutexLock hold(&given.mu);
  const auto found = given.copies.find(crl);
  if (found == given.copies.end()) return nullptr;
  SECItem* const copy = found->second;
  given.copies.erase(found);
  return copy;
}

}  // namespace psm
