// Trust as a database stores it. NSS has two forms: its own (CKO_NSS_TRUST), and since 3.114
// PKCS#11 3.2's (CKO_TRUST), which it writes from then on, and prefers where both are there. An
// older NSS finds the new form when asked for it by number, but knows neither its levels, which it
// shows as they lie in the database, nor that they count.
//
//   absl::StatusOr<std::vector<TrustObject>> all = ListTrustObjects(slot, TrustForm::kPkcs11);
//
// The signatures that softoken keeps of such objects in key4.db are not checked for the new form
// where this NSS does not know it. A newer one checks them while it is logged in.
//
// Thread rule: inside the gate.
// How it fails: NSS's error.
// Sources: PKCS#11 3.2, "Trust objects"; NSS lib/softoken/sftkdb.c, lib/dev/ckhelper.c.

#ifndef NSS_GLUE_TRUST_OBJECTS_H_
#define NSS_GLUE_TRUST_OBJECTS_H_

#include <pk11pub.h>

#include <array>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace psm {

enum class TrustForm { kNss, kPkcs11 };

struct TrustObject {
  std::string issuer;  // DER
  std::string serial;  // DER
  SECOidTag digest_algorithm = SEC_OID_UNKNOWN;
  std::string digest;  // of the certificate; "": of any with this issuer and serial number
  // For TLS servers, TLS clients, e-mail and code signing: NSS's own CKT_NSS_... in either form.
  std::array<CK_TRUST, 4> levels = {};
  bool foreign = false;     // in a form that this NSS does not know
  bool unreadable = false;  // see RemoveTrustObjects; the levels are none
};

absl::StatusOr<std::vector<TrustObject>> ListTrustObjects(PK11SlotInfo* slot, TrustForm form);

// The one for the certificate `der`, without issuer and serial number.
absl::StatusOr<absl::optional<TrustObject>> FindTrustObject(PK11SlotInfo* slot, TrustForm form,
                                                            absl::string_view der);

// Removes objects that this NSS knows: those of `certificate` (null: of any).
//   kAll         also such as NSS does not find any more: it removes a trust object in two
//                transactions, its signatures first
//   kUnreadable  whose signatures in key4.db are missing, or are not those of their levels: a
//   change
//                of trust that was cut off between its two transactions. NSS takes them for no
//                trust, does nothing where it is asked for just that, and changes the profile's
//                password no more (SEC_ERROR_BAD_PASSWORD). The slot is logged in.
// How many were removed.
enum class WhichTrust { kAll, kUnreadable };
absl::StatusOr<int> RemoveTrustObjects(PK11SlotInfo* slot, WhichTrust which,
                                       const CERTCertificate* certificate);

absl::StatusOr<std::string> DigestOf(SECOidTag algorithm, absl::string_view bytes);

}  // namespace psm

#endif  // NSS_GLUE_TRUST_OBJECTS_H_
