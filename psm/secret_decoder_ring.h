// SecretDecoderRing: text encrypted by a key of the open profile, in the format of Firefox's
// logins.json.
//
//   SecretDecoderRing ring;
//   absl::StatusOr<std::string> blob = ring.EncryptString("my password");
//   absl::StatusOr<std::string> text = ring.DecryptString(*blob);
//
// A blob is base64 of DER
//   SEQUENCE { OCTET STRING key id, SEQUENCE { OID, OCTET STRING iv }, OCTET STRING ciphertext }
// with AES-256-CBC (2.16.840.1.101.3.4.1.42) or three-key 3DES-CBC (1.2.840.113549.3.7), PKCS#7
// padding, and the key id f8 00 .. 00 01 for the key that every profile has one of. Both kinds
// decrypt; the mechanism is for what is encrypted, as Firefox's preference security.sdr.mechanism:
// 1 AES (its default), 0 3DES. A key that is missing is made on first use, with that id, so that
// Firefox reads what is written here and the other way round; one whose making was cut short, by a
// crash, is finished when the profile is opened again.
//
// It keeps secrets from whoever reads the file without the primary password. It does not notice
// changes: a blob that was tampered with, or made by another profile, decrypts to an error or, 1
// time in about 250, to garbage.
//
// Needs a log-in, which NSS asks for through the password callback.
//
// Thread rule: any thread; an object has no state but its mechanism.
// How it fails
//   InvalidArgument                  not base64, not such DER, a wrong length, or no key of the
//                                    profile decrypts it (SEC_ERROR_BAD_DATA); another algorithm
//                                    (SEC_ERROR_INVALID_ALGORITHM); a text over 1 GiB
//                                    (SEC_ERROR_INPUT_LEN)
//   NotFound                         no key for the blob's algorithm (SEC_ERROR_NO_KEY)
//   Unauthenticated                  the token is not logged in (SEC_ERROR_BAD_PASSWORD)
//   PermissionDenied                 the key is missing and the profile is read-only
//                                    (SEC_ERROR_READ_ONLY)
//   FailedPrecondition, Unavailable  refused by the gate

#ifndef PSM_SECRET_DECODER_RING_H_
#define PSM_SECRET_DECODER_RING_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

class PSM_EXPORT SecretDecoderRing {
 public:
  // The values of the preference.
  enum class Mechanism { kTripleDes = 0, kAes = 1 };

  explicit SecretDecoderRing(Mechanism mechanism = Mechanism::kAes) : mechanism_(mechanism) {}

  absl::StatusOr<std::string> EncryptString(absl::string_view text) const;
  absl::StatusOr<std::string> DecryptString(absl::string_view base64) const;

  // The same without base64.
  absl::StatusOr<std::string> Encrypt(absl::string_view text) const;
  absl::StatusOr<std::string> Decrypt(absl::string_view der) const;

  Mechanism mechanism() const { return mechanism_; }

 private:
  Mechanism mechanism_;
};

}  // namespace psm

#endif  // PSM_SECRET_DECODER_RING_H_
