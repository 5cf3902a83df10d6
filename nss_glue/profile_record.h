// Our own record of a profile, <folder>/psm-profile.json: what NSS's files do not tell when they
// are damaged.
//
//   absl::StatusOr<ProfileRecord> record = ProfileRecord::Read(folder);
//   record->has_certificates = true;
//   absl::Status written = record->Write(folder);
//
// A database that the record says holds objects, and that holds none, was emptied: it is not a new
// one. The flags are lowered before anything is removed and raised when the profile is opened or
// closed, so that a crash can only make them too careful to complain.
//
// NSS rewrites pkcs11.txt by unlink and rename without a sync, and takes one that is missing or
// garbage for the defaults: third-party modules and the FIPS setting are gone without a word. The
// record keeps both.
//
// Thread rule: any thread, one at a time for a folder.
// How it fails: FileError with the path. A record that is no JSON of ours reads as DataLoss.

#ifndef NSS_GLUE_PROFILE_RECORD_H_
#define NSS_GLUE_PROFILE_RECORD_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace psm {

struct ProfileRecord {
  bool has_certificates = false;     // cert9.db was seen with objects
  bool has_keys = false;             // key4.db was
  std::vector<std::string> modules;  // third-party PKCS#11 modules, as pkcs11.txt named them
  bool fips = false;                 // pkcs11.txt asked for FIPS mode

  // A folder without one: an empty record.
  static absl::StatusOr<ProfileRecord> Read(const std::string& folder);
  // The old record is there, whole, until the new one is on the disk.
  [[nodiscard]] absl::Status Write(const std::string& folder) const;

  friend bool operator==(const ProfileRecord& a, const ProfileRecord& b) {
    return a.has_certificates == b.has_certificates && a.has_keys == b.has_keys &&
           a.modules == b.modules && a.fips == b.fips;
  }
  friend bool operator!=(const ProfileRecord& a, const ProfileRecord& b) { return !(a == b); }
};

}  // namespace psm

#endif  // NSS_GLUE_PROFILE_RECORD_H_
