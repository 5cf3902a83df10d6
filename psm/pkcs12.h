// Pkcs12: certificates with their keys, from and to the files that browsers and mail programs
// exchange them in (.p12, .pfx; RFC 7292).
//
//   absl::StatusOr<std::vector<Pkcs12Entry>> imported = Pkcs12().Import(bytes, "password");
//   absl::StatusOr<std::string> bytes = Pkcs12().Export({&certificate}, "password");
//
// Import stores all that the file has or nothing. What is stored already stays as it is, with its
// nickname, its trust and its key. The rest gets the nickname that its subject has in the profile,
// or else the one in the file, or else one made from the subject; no trust; and each key goes in
// whole, as KeyService stores it. A key must have a certificate in the file, by the file's key id,
// and be that certificate's: it is tried out before anything is stored. What a failed Import
// could not remove again is removed later (intents.h).
//
// Export writes what NSS writes: AES-256 under PBES2 and a MAC with SHA-256, of 600,000 iterations
// each, so about 0.5 s for a certificate; the chain goes along as far as the profile has it.
//
// What kinds of files are read, within what bounds, and how passwords are taken: pkcs12_reader.h.
// The password is UTF-8 and may be empty. Both need a log-in, which NSS asks for through the
// password callback.
//
// Thread rule: any thread; an object has no state.
// How it fails
//   InvalidArgument                  SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE: cut, malformed, or
//                                    without a certificate; SEC_ERROR_PKCS12_INVALID_MAC: a wrong
//                                    password, or a changed file;
//                                    SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY: a key that has no
//                                    certificate, is not its certificate's, or is neither RSA nor
//                                    EC; SEC_ERROR_CERT_NICKNAME_COLLISION; SEC_ERROR_BAD_DER: a
//                                    certificate; SEC_ERROR_INVALID_ARGS: the password, or nothing
//                                    to export; SEC_ERROR_INPUT_LEN
//   Unimplemented                    SEC_ERROR_PKCS12_UNSUPPORTED_...; also no MAC, and too many
//                                    iterations
//   AlreadyExists                    another certificate has the issuer and serial number
//                                    (SEC_ERROR_REUSED_ISSUER_AND_SERIAL)
//   NotFound                         Export: a certificate is gone (SEC_ERROR_UNKNOWN_CERT) or has
//                                    no key here (SEC_ERROR_NO_KEY)
//   Unauthenticated                  the token is not logged in (SEC_ERROR_BAD_PASSWORD)
//   PermissionDenied                 Import: the profile is read-only (SEC_ERROR_READ_ONLY)
//   FailedPrecondition, Unavailable  refused by the gate; Import: a newer NSS has stored trust for
//                                    a certificate (certificate_database.h)

#ifndef PSM_PKCS12_H_
#define PSM_PKCS12_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "psm/certificate_database.h"
#include "shutdown/export.h"

namespace psm {

struct Pkcs12Entry {
  Certificate certificate;
  std::string key_id;  // as PrivateKey::id(); "" if the file has no key for it
  bool certificate_is_new;
  bool key_is_new;
};

// For a nickname in the file that certificates of another subject have already.
enum class NicknameCollision {
  kRefuse,
  kRename,  // "name #2"
};

class PSM_EXPORT Pkcs12 {
 public:
  absl::StatusOr<std::vector<Pkcs12Entry>> Import(
      absl::string_view bytes, absl::string_view password,
      NicknameCollision collision = NicknameCollision::kRefuse) const;

  absl::StatusOr<std::string> Export(const std::vector<const Certificate*>& certificates,
                                     absl::string_view password) const;
};

}  // namespace psm

#endif  // PSM_PKCS12_H_
