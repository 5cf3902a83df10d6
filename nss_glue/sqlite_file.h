// One SQLite database file, read by the system's SQLite: what database_check.cc and
// profile_backup.cc share.
//
//   absl::StatusOr<SqliteFile> file = SqliteFile::Open(path, SqliteFile::kRead, deadline);
//   absl::StatusOr<int64_t> rows = file->Number("SELECT count(*) FROM nssPublic");
//
// No call waits for another process's lock past the deadline, nor longer than kLockWait; no
// statement runs past the deadline, but for one walk through the pages of a quick_check, which
// this SQLite cannot interrupt (0.15 s for 100 MB in memory).
//
// How it fails: a Status that names the operation, the file and SQLite's error:
//   DataLoss            the file is damaged or no database
//   Unavailable         another process holds a lock; its pid is named
//   DeadlineExceeded    the deadline passed
//   FailedPrecondition  a write that was cut short has to be rolled back first, and the file was
//                       opened with kRead
//   ResourceExhausted   disk full, or no memory
//   PermissionDenied    it cannot be opened, or not be written
//   Internal            anything else
// DamagedFile(status) is the path in a DataLoss.
//
// Thread rule: one thread at a time. While NSS has the file open in this process: only where
// SharesSqliteWithNss() (database_check.h).

#ifndef NSS_GLUE_SQLITE_FILE_H_
#define NSS_GLUE_SQLITE_FILE_H_

#include <sqlite3.h>

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace psm {

class SqliteFile {
 public:
  enum Access { kRead, kReadWrite };
  static constexpr absl::Duration kLockWait = absl::Seconds(1);

  // `deadline` by MonotonicNow().
  static absl::StatusOr<SqliteFile> Open(const std::string& path, Access access,
                                         absl::Duration deadline);

  absl::Status Run(const std::string& sql) const;
  // The first column of the first row; 0 where there is no row.
  absl::StatusOr<int64_t> Number(const std::string& sql) const;
  // `row` is called for each row, and ends the query by returning false.
  absl::Status Each(const std::string& sql, const std::function<bool(sqlite3_stmt*)>& row) const;

  // What a call on db() that returned `code` means.
  absl::Status Error(int code, absl::string_view operation) const;
  absl::Status Damage(absl::string_view finding) const;

  sqlite3* db() const { return db_.get(); }
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };

  std::string path_;
  std::unique_ptr<const absl::Duration> deadline_;  // read by the progress handler
  std::unique_ptr<sqlite3, Close> db_;
};

absl::Status DamagedFileError(absl::string_view finding, const std::string& path);

// The process that holds a POSIX lock on `path`, from /proc/locks: "process 42"; "" if none does.
std::string LockHolder(const std::string& path);

}  // namespace psm

#endif  // NSS_GLUE_SQLITE_FILE_H_
