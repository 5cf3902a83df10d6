// Reads a PKCS#12 file (RFC 7292) without storing anything. Not public: Pkcs12 imports with it.
//
//   absl::StatusOr<Pkcs12Contents> contents = ReadPkcs12(bytes, password);
//
// It uses NSS's key derivation and ciphers, but not its decoder, SEC_PKCS12Decoder*. That one
// decrypts before it has verified the MAC, believes any iteration count, and follows nested
// SafeContents by recursion: a file of 1.6 MB ends the process.
//
// What is taken: integrity by password (HMAC with SHA-1 or SHA-2), safes and keys under PBES2 with
// PBKDF2 and AES or 3DES, under PKCS#12's 3DES and RC2, or unencrypted. BER as well as DER. CRL,
// secret and unknown bags are left out, as NSS leaves them out.
//
// Bounds: 16 MiB, 32 levels of encoding, kMaxIterations for one key derivation and
// kMaxTotalIterations for all; 1,000,000 take about 0.5 s. NSS itself has no bound.
//
// Passwords are UTF-8. PKCS#12's own derivation takes them in UTF-16, big-endian, with two NUL
// bytes at the end; PBES2 takes UTF-8. The empty password is either those two bytes or nothing;
// both are tried.
//
// Thread rule: any thread, inside the gate.
// How it fails
//   InvalidArgument  SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE: cut or malformed
//                    SEC_ERROR_PKCS12_INVALID_MAC: a wrong password, or a changed file
//                    SEC_ERROR_INPUT_LEN; SEC_ERROR_INVALID_ARGS: a password that is not UTF-8, or
//                    has a NUL byte
//   Unimplemented    SEC_ERROR_PKCS12_UNSUPPORTED_VERSION, _TRANSPORT_MODE (no MAC, or integrity by
//                    signature), _MAC_ALGORITHM, _PBE_ALGORITHM (also: too many iterations)

#ifndef PSM_PKCS12_READER_H_
#define PSM_PKCS12_READER_H_

#include <stdint.h>

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"

namespace psm {

constexpr int64_t kMaxIterations = 5'000'000;
constexpr int64_t kMaxTotalIterations = 30'000'000;

// Ties a key to its certificates, and names both; either may be "".
struct Pkcs12Attributes {
  std::string friendly_name;  // UTF-8
  std::string local_key_id;
};

struct Pkcs12Certificate {
  std::string der;
  Pkcs12Attributes attributes;
};

struct Pkcs12Key {
  UniqueItem der;       // EncryptedPrivateKeyInfo or PrivateKeyInfo (RFC 5958)
  UniqueItem password;  // what decrypts it; null for a PrivateKeyInfo
  Pkcs12Attributes attributes;
};

struct Pkcs12Contents {
  std::vector<Pkcs12Certificate> certificates;
  std::vector<Pkcs12Key> keys;
};

absl::StatusOr<Pkcs12Contents> ReadPkcs12(absl::string_view bytes, absl::string_view password);

}  // namespace psm

#endif  // PSM_PKCS12_READER_H_
