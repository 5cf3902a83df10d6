// The check of a profile before NSS opens it: full, facts only, remembered; and what SQLite's own
// two checks take on the same files. The argument is the number of certificates, each with its
// private key and the key's signature.
//
// The profiles are one that certutil made, with its rows copied by SQLite: NSS would take a
// minute for the largest.

#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/database_check.h"
#include "tests/benchmark/support.h"

namespace psm {
namespace {

using benchmarking::Require;

constexpr absl::Duration kBudget = absl::Seconds(60);

// Calls `row` with the first column of each row.
void Run(
    const std::string& path, const std::string& sql,
    std::function<void(const char*)> row = [](const char*) {}) {
  sqlite3* db = nullptr;
  Require(sqlite3_open(path.c_str(), &db) == SQLITE_OK, path.c_str());
  Require(sqlite3_exec(
              db, sql.c_str(),
              [](void* call, int, char** values, char**) {
                (*static_cast<std::function<void(const char*)>*>(call))(values[0]);
                return 0;
              },
              &row, nullptr) == SQLITE_OK,
          sql.c_str());
  sqlite3_close(db);
}

// `count` copies of the first row of an object class. What is indexed differs in its last bytes.
void CopyRow(const std::string& path, const std::string& table, const std::string& object_class,
             int64_t count) {
  std::string values;
  Run(path, absl::StrCat("SELECT name FROM pragma_table_info('", table, "')"),
      [&values](const char* name) {
        const std::string column = name;
        if (column == "id") {
          values = "0x1000000 + i";
        } else if (column == "a3" || column == "a81" || column == "a82" || column == "a101" ||
                   column == "a102") {
          absl::StrAppend(&values, ", CASE WHEN length(", column, ") > 6 THEN CAST(substr(", column,
                          ", 1, length(", column, ") - 6) || printf('%06x', i * 7919 % 1000003) ",
                          "AS BLOB) WHEN ", column, " IS NULL THEN NULL ELSE CAST(printf('%06x', ",
                          "i * 7919 % 1000003) AS BLOB) END");
        } else {
          absl::StrAppend(&values, ", ", column);
        }
      });
  Run(path, absl::StrCat("PRAGMA synchronous = OFF; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL ",
                         "SELECT i + 1 FROM n WHERE i < ", count, ") INSERT INTO ", table,
                         " SELECT ", values, " FROM n, (SELECT * FROM ", table, " WHERE a0 = x'",
                         object_class, "' LIMIT 1)"));
}

class Profiles {
 public:
  Profiles() {
    char scratch[] = "/tmp/psm-benchmark-XXXXXX";
    root_ = mkdtemp(scratch);
    std::ofstream(root_ + "/noise") << std::string(100, 'x');
    Require(system(absl::StrCat("cd ", root_,
                                " && mkdir 0 && certutil -N -d sql:0 --empty-password && certutil "
                                "-S -d sql:0 -n a -s 'CN=first,O=Some Organisation,C=DE' -x -t ,, "
                                "-k ec -q nistp256 -z noise >log 2>&1")
                       .c_str()) == 0,
            "certutil");
    for (const int64_t count : {1000, 5000}) {
      const std::string path = absl::StrCat(root_, "/", count);
      std::filesystem::copy(root_ + "/0", path);
      CopyRow(path + "/cert9.db", "nssPublic", "00000001", count);
      CopyRow(path + "/key4.db", "nssPrivate", "00000003", count);
      Run(path + "/key4.db",
          "INSERT INTO metaData SELECT printf('sig_key_%08x_00000011', n.id), item1, item2 "
          "FROM nssPrivate AS n, (SELECT item1, item2 FROM metaData WHERE id LIKE 'sig_key%' "
          "LIMIT 1) WHERE n.id >= 0x1000000");
    }
    absl::SleepFor(2 * RememberedCheck::kSettled);
  }
  ~Profiles() { std::filesystem::remove_all(root_); }

  ProfileDir Dir(int64_t certificates) const {
    return *ProfileDir::Inspect(absl::StrCat(root_, "/", certificates));
  }

 private:
  std::string root_;
};

const Profiles& TheProfiles() {
  static const Profiles profiles;
  return profiles;
}

void Check(benchmark::State& state, bool full) {
  const ProfileDir dir = TheProfiles().Dir(state.range(0));
  for (auto unused : state) {
    static_cast<void>(unused);
    absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir, kBudget, full);
    if (!facts.ok()) return state.SkipWithError(facts.status().ToString().c_str());
    if (facts->private_objects < state.range(0)) return state.SkipWithError("objects are missing");
  }
}

void Remembered(benchmark::State& state) {
  const ProfileDir dir = TheProfiles().Dir(state.range(0));
  RememberedCheck checks;
  Require(checks.Check(dir, kBudget).ok(), "check");
  for (auto unused : state) {
    static_cast<void>(unused);
    if (!checks.Find(dir).has_value()) return state.SkipWithError("it is not remembered");
  }
}

void OfSqlite(benchmark::State& state, const char* pragma) {
  const ProfileDir dir = TheProfiles().Dir(state.range(0));
  for (auto unused : state) {
    static_cast<void>(unused);
    for (const char* file : {"/cert9.db", "/key4.db"}) Run(dir.path + file, pragma);
  }
}

#define PSM_CHECK_CASE(function, name, argument) \
  BENCHMARK_CAPTURE(function, name, argument)    \
      ->Arg(0)                                   \
      ->Arg(1000)                                \
      ->Arg(5000)                                \
      ->Unit(benchmark::kMicrosecond)            \
      ->UseRealTime()

PSM_CHECK_CASE(Check, full, true);
PSM_CHECK_CASE(Check, facts, false);
BENCHMARK(Remembered)->Arg(5000)->Unit(benchmark::kMicrosecond)->UseRealTime();
PSM_CHECK_CASE(OfSqlite, quick_check, "PRAGMA quick_check(1)");
PSM_CHECK_CASE(OfSqlite, integrity_check, "PRAGMA integrity_check(1)");

}  // namespace
}  // namespace psm

BENCHMARK_MAIN();
