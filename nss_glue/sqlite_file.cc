#include "nss_glue/sqlite_file.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "nss_glue/database_check.h"
#include "nss_glue/error.h"
#include "shutdown/clock.h"

namespace psm {
namespace {

constexpr char kDamagedFilePayload[] = "psm/damaged-file";
constexpr int kStepsBetweenLooks = 1000;

int PastDeadline(void* deadline) {
  return MonotonicNow() >= *static_cast<const absl::Duration*>(deadline) ? 1 : 0;
}

absl::StatusCode CodeOf(int code) {
  switch (code) {
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTINIT:
      return absl::StatusCode::kFailedPrecondition;
    case SQLITE_IOERR_SHORT_READ:
      return absl::StatusCode::kDataLoss;
    case SQLITE_IOERR_NOMEM:
      return absl::StatusCode::kResourceExhausted;
  }
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // the SQL is ours: what does not fit it is the schema
      return absl::StatusCode::kDataLoss;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return absl::StatusCode::kUnavailable;
    case SQLITE_INTERRUPT:
      return absl::StatusCode::kDeadlineExceeded;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return absl::StatusCode::kResourceExhausted;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return absl::StatusCode::kPermissionDenied;
    default:
      return absl::StatusCode::kInternal;
  }
}

}  // namespace

absl::StatusOr<SqliteFile> SqliteFile::Open(const std::string& path, Access access,
                                            absl::Duration deadline) {
  SqliteFile file;
  file.path_ = path;
  file.deadline_ = std::make_unique<const absl::Duration>(deadline);
  sqlite3* db = nullptr;
  const int flags = access == kRead ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  const int code = sqlite3_open_v2(
      path.c_str(), &db, flags | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX, /*zVfs=*/nullptr);
  file.db_.reset(db);  // also after a failure
  if (db == nullptr) return absl::ResourceExhaustedError(absl::StrCat("open database: ", path));
  sqlite3_extended_result_codes(db, 1);
  if (code != SQLITE_OK) return file.Error(sqlite3_extended_errcode(db), "open database");
  const absl::Duration wait =
      std::clamp(deadline - MonotonicNow(), absl::ZeroDuration(), kLockWait);
  sqlite3_busy_timeout(db, static_cast<int>(absl::ToInt64Milliseconds(wait)));
  sqlite3_progress_handler(db, kStepsBetweenLooks, PastDeadline,
                           const_cast<absl::Duration*>(file.deadline_.get()));
  // A schema is data of the file: none of its own functions, views or triggers run.
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return file;
}

absl::Status SqliteFile::Run(const std::string& sql) const {
  return Each(sql, [](sqlite3_stmt*) { return true; });
}

absl::StatusOr<int64_t> SqliteFile::Number(const std::string& sql) const {
  int64_t number = 0;
  absl::Status status = Each(sql, [&number](sqlite3_stmt* row) {
    number = sqlite3_column_int64(row, 0);
    return false;
  });
  if (!status.ok()) return status;
  return number;
}

absl::Status SqliteFile::Each(const std::string& sql,
                              const std::function<bool(sqlite3_stmt*)>& row) const {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(db_.get(), sql.c_str(), -1, &statement, nullptr);
  if (code == SQLITE_OK) {
    while ((code = sqlite3_step(statement)) == SQLITE_ROW && row(statement)) continue;
    if (code == SQLITE_ROW || code == SQLITE_DONE) code = SQLITE_OK;
  }
  absl::Status status = Error(code, sql);
  sqlite3_finalize(statement);
  return status;
}

absl::Status SqliteFile::Error(int code, absl::string_view operation) const {
  if (code == SQLITE_OK) return absl::OkStatus();
  const std::string what = absl::StrCat(sqlite3_errmsg(db_.get()), " (SQLite ", code, ")");
  switch (CodeOf(code)) {
    case absl::StatusCode::kDataLoss:
      return Damage(what);
    case absl::StatusCode::kUnavailable: {
      const std::string holder = LockHolder(path_);
      return absl::UnavailableError(absl::StrCat("profile database is locked by ",
                                                 holder.empty() ? "a process" : holder, ": ", path_,
                                                 ": ", operation, ": ", what));
    }
    case absl::StatusCode::kDeadlineExceeded:
      return absl::DeadlineExceededError(
          absl::StrCat("profile database: out of time: ", path_, ": ", operation));
    case absl::StatusCode::kFailedPrecondition:
      return absl::FailedPreconditionError(
          absl::StrCat("profile database: a write that was cut short has to be rolled back, which "
                       "needs write access: ",
                       path_, ": ", what));
    default:
      return absl::Status(CodeOf(code),
                          absl::StrCat("profile database: ", operation, ": ", path_, ": ", what));
  }
}

absl::Status SqliteFile::Damage(absl::string_view finding) const {
  return DamagedFileError(finding, path_);
}

absl::Status DamagedFileError(absl::string_view finding, const std::string& path) {
  absl::Status status =
      absl::DataLossError(absl::StrCat("profile database is damaged: ", path, ": ", finding));
  status.SetPayload(kDamagedFilePayload, absl::Cord(path));
  return status;
}

std::string DamagedFile(const absl::Status& status) {
  const auto payload = status.GetPayload(kDamagedFilePayload);
  return payload.has_value() ? std::string(*payload) : "";
}

// "12: POSIX  ADVISORY  WRITE 4242 fd:01:131 1073741825 1073741825"
std::string LockHolder(const std::string& path) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0) return "";
  char id[64];
  snprintf(id, sizeof id, "%02x:%02x:%llu", major(info.st_dev), minor(info.st_dev),
           static_cast<unsigned long long>(info.st_ino));
  std::string holder;
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (fields.size() < 6 || fields[1] != "POSIX" || fields[5] != id) continue;
    if (!holder.empty() && fields[3] != "WRITE") continue;  // a writer is who stands in the way
    holder = absl::StrCat("process ", fields[4],
                          fields[4] == absl::StrCat(getpid()) ? " (this one)" : "");
  }
  return holder;
}

}  // namespace psm
