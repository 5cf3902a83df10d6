// One step each of what CertificateDatabase::Import does, for Pkcs12, which stores keys with the
// certificates. Not public; implemented in certificate_database.cc.
//
// Thread rule: any thread, inside the gate; writes in a DatabaseWrite.

#ifndef PSM_CERTIFICATE_STORE_H_
#define PSM_CERTIFICATE_STORE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"

namespace psm {

// A certificate that is not stored yet, or the stored one.
absl::StatusOr<UniqueCertificate> DecodeCertificate(absl::string_view der);

bool IsStoredCertificate(PK11SlotInfo* slot, CERTCertificate* certificate);

// The nickname of the stored certificates with this subject, of which there is one; "" if none.
std::string StoredNickname(PK11SlotInfo* slot, CERTCertificate* certificate);

// Whether certificates of another subject have it.
bool IsOthersNickname(const std::string& nickname, CERTCertificate* certificate);

// In a DatabaseWrite. Whether it was added, without trust; not if it is stored already. "": a
// nickname is made.
absl::StatusOr<bool> AddCertificate(PK11SlotInfo* slot, CERTCertificate* certificate,
                                    absl::string_view nickname);

}  // namespace psm

#endif  // PSM_CERTIFICATE_STORE_H_
