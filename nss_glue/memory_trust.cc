#include "nss_glue/memory_trust.h"

#include <cert.h>
#include <certdb.h>

#include <set>
#include <string>

#include "nss_glue/generated/raw.h"
#include "nss_glue/scoped.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

struct Noted {
  Mutex mu;
  std::set<std::string> certificates PSM_GUARDED_BY(mu);  // DER
};

Noted& TheNoted() {
  static auto* const noted = new Noted;
  return *noted;
}

bool IsStored(const CERTCertificate* certificate) {
  PRBool stored = PR_TRUE;
  return psm_raw_CERT_GetCertIsPerm(certificate, &stored) != SECSuccess || stored != PR_FALSE;
}

}  // namespace

void MemoryTrust::Purge() {
  std::set<std::string> certificates;
  {
    Noted& noted = TheNoted();
    MutexLock hold(&noted.mu);
    certificates.swap(noted.certificates);
  }
  for (const std::string& der : certificates) {
    SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(const_cast<char*>(der.data())),
                    static_cast<unsigned>(der.size())};
    UniqueCertificate certificate(
        nss::CERT_FindCertByDERCert(psm_raw_CERT_GetDefaultCertDB(), &item));
    if (certificate == nullptr || IsStored(certificate.get())) continue;
    // A flag without a meaning: NSS compares with what tokens say, which is nothing, and would
    // take none for no change. It writes memory only.
    CERTCertTrust none = {CERTDB_SEND_WARN, 0, 0};
    psm_raw_CERT_ChangeCertTrust(psm_raw_CERT_GetDefaultCertDB(), certificate.get(), &none);
  }
}

void MemoryTrust::Note(absl::string_view der) {
  Noted& noted = TheNoted();
  MutexLock hold(&noted.mu);
  noted.certificates.emplace(der);
}

}  // namespace psm
