// SymmetricKey: an AES key inside the profile's NSS, for this session or stored in the profile.
//
//   absl::StatusOr<SymmetricKey> key = SymmetricKey::Generate(256);
//   absl::StatusOr<std::string> sealed = key->EncryptGcm("attack at dawn", "header");
//   absl::StatusOr<std::string> opened = key->DecryptGcm(*sealed, "header");
//
// What the ciphertexts look like (the IV or nonce is random and made anew by each call)
//   GCM   nonce (12 bytes) | ciphertext | tag (16 bytes)   SP 800-38D; at most 2^32 under one key
//   CBC   IV (16 bytes) | ciphertext, PKCS#7 padding       SP 800-38A; not authenticated: whoever
//                                                          can change it can change the text, so
//                                                          use it for old formats only
//
// With a label the key is stored in the profile, label and all in one commit, and FindByLabel()
// finds it in any later session of that profile. That needs a log-in, which NSS asks for through
// the password callback. Labels need not be unique: the first key found counts. Keys of a session
// live in memory only and are wiped when released.
//
// States: a key whose profile was closed or switched is refused by the gate for good,
// IsGateRefusal(status); get a stored one again by its label. A moved-from or deleted key is
// FailedPrecondition.
//
// Thread rule: const calls may run on several threads at once.
// How it fails
//   InvalidArgument                  bits not 128, 192 or 256; bytes not 16, 24 or 32; a label
//                                    with a NUL byte; a text over 1 GiB (SEC_ERROR_INPUT_LEN); a
//                                    ciphertext that was cut, changed, made by another key or
//                                    under other additional data (SEC_ERROR_BAD_DATA)
//   NotFound                         no AES key has the label (SEC_ERROR_NO_KEY)
//   Unauthenticated                  the token is not logged in (SEC_ERROR_BAD_PASSWORD)
//   PermissionDenied                 the profile is read-only (SEC_ERROR_READ_ONLY)
//   FailedPrecondition, Unavailable  refused by the gate

#ifndef PSM_SYMMETRIC_KEY_H_
#define PSM_SYMMETRIC_KEY_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

class PSM_EXPORT SymmetricKey {
 public:
  // An empty label: for this session only.
  static absl::StatusOr<SymmetricKey> Generate(int bits, absl::string_view label = "");
  static absl::StatusOr<SymmetricKey> Import(absl::string_view bytes, absl::string_view label = "");
  static absl::StatusOr<SymmetricKey> FindByLabel(absl::string_view label);

  SymmetricKey(SymmetricKey&& other) noexcept;
  SymmetricKey& operator=(SymmetricKey&& other) noexcept;
  ~SymmetricKey();

  absl::StatusOr<std::string> EncryptGcm(absl::string_view text,
                                         absl::string_view additional_data = "") const;
  absl::StatusOr<std::string> DecryptGcm(absl::string_view sealed,
                                         absl::string_view additional_data = "") const;
  absl::StatusOr<std::string> EncryptCbc(absl::string_view text) const;
  absl::StatusOr<std::string> DecryptCbc(absl::string_view sealed) const;

  // Ends the key; a stored one is removed from the profile. After an error the key is as before.
  [[nodiscard]] absl::Status Delete();

  int bits() const;
  const std::string& label() const;      // "" for a key of the session
  ProfileGeneration generation() const;  // 0 when moved from or deleted

 private:
  struct Impl;
  explicit SymmetricKey(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace psm

#endif  // PSM_SYMMETRIC_KEY_H_
