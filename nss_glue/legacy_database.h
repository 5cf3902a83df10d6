// A profile's databases in NSS's old format, dbm: cert8.db with the folder cert8.dir for what is
// too long for it, key3.db and secmod.db. NSS migrates them when it makes cert9.db and key4.db
// beside them, and tells nobody how much of them arrived.
//
//   absl::StatusOr<LegacyFacts> before = ReadLegacyDatabases(folder);
//   ... NSS migrates ...
//   std::string lost = before->Difference(*after);   // facts of CheckDatabases
//
// The files are read as Berkeley DB 1.85 hash tables, without NSS: NSS cannot count keys before a
// log-in, and does not count what it cannot read. Every page of the table is walked; what does not
// fit the format, or the number of entries in the header, is DataLoss.
//
// Thread rule: any thread. No NSS is called; nothing is written; dbm files have no locks to drop.
// How it fails: FileError with the path; DataLoss (DamagedFile) for a damaged file.
// Source: the NSS tree, lib/dbm/include/hash.h and page.h, lib/softoken/legacydb/pcertt.h, keydb.c
// and pk11db.c.

#ifndef NSS_GLUE_LEGACY_DATABASE_H_
#define NSS_GLUE_LEGACY_DATABASE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "nss_glue/database_check.h"

namespace psm {

struct LegacyFacts {
  // Of cert8.db; none without the file.
  absl::optional<int64_t> certificates;
  absl::optional<int64_t> crls;
  // Of key3.db; none without the file. Private and secret ones.
  absl::optional<int64_t> keys;
  // Of secmod.db, which NSS does not migrate in the way that this library opens a profile.
  std::vector<std::string> modules;  // third-party libraries
  bool fips = false;
  absl::Status modules_read;  // a damaged secmod.db does not stand in the way of keys

  bool any() const { return certificates.has_value() || keys.has_value(); }
  // How the migrated databases differ, such as "2 of 3 keys"; "" if they do not.
  std::string Difference(const ProfileFacts& migrated) const;
  // Some are lacking there, and of no kind there are more.
  bool IsMoreThan(const ProfileFacts& migrated) const;
  // "2 certificates, 0 CRLs, 1 keys".
  std::string ToString() const;
};

// A folder without such files: no facts.
absl::StatusOr<LegacyFacts> ReadLegacyDatabases(const std::string& folder);

// Those of them that are there, with `suffix` behind their names.
std::vector<std::string> LegacyFiles(const std::string& folder, const std::string& suffix = "");

// Calls `visit` with each key and value of a Berkeley DB 1.85 hash file.
absl::Status ReadHashFile(
    const std::string& path,
    const std::function<void(absl::string_view key, absl::string_view value)>& visit);

}  // namespace psm

#endif  // NSS_GLUE_LEGACY_DATABASE_H_
