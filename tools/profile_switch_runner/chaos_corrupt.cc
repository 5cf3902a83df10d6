#include <stdint.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/file.h"
#include "nss_glue/profile_backup.h"
#include "nss_glue/sqlite_file.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/settings.h"
#include "shutdown/clock.h"
#include "tools/profile_switch_runner/chaos_kinds.h"
#include "tools/profile_switch_runner/driver.h"

namespace psm::runner {
namespace {

namespace fs = std::filesystem;

constexpr absl::Duration kInTime = absl::Seconds(5);
constexpr char kGarbage = '\x5a';

#define RETURN_IF_ERROR(expression)            \
  do {                                         \
    const absl::Status status_ = (expression); \
    if (!status_.ok()) return status_;         \
  } while (false)

absl::Status From(const std::error_code& error) {
  return error ? absl::UnavailableError(error.message()) : absl::OkStatus();
}

absl::Status Resize(const std::string& file, uintmax_t size) {
  std::error_code error;
  fs::resize_file(file, size, error);
  return From(error);
}

absl::Status Overwrite(const std::string& file, int64_t at, const std::string& bytes) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(at);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  return stream ? absl::OkStatus() : absl::UnavailableError(absl::StrCat("cannot write ", file));
}

// The first page of a table or an index: where it is in the file, and how long.
struct Page {
  int64_t at = 0;
  int64_t size = 0;
};
absl::StatusOr<Page> FirstPage(const std::string& path, absl::string_view name) {
  absl::StatusOr<SqliteFile> file =
      SqliteFile::Open(path, SqliteFile::kRead, MonotonicNow() + kPatience);
  if (!file.ok()) return file.status();
  absl::StatusOr<int64_t> size = file->Number("PRAGMA page_size");
  if (!size.ok()) return size.status();
  absl::StatusOr<int64_t> page =
      file->Number(absl::StrCat("SELECT rootpage FROM sqlite_master WHERE name = '", name, "'"));
  if (!page.ok()) return page.status();
  if (*page == 0) return absl::NotFoundError(absl::StrCat(path, " has no ", name));
  return Page{(*page - 1) * *size, *size};
}

absl::Status SpoilPage(const std::string& file, absl::string_view name) {
  absl::StatusOr<Page> page = FirstPage(file, name);
  if (!page.ok()) return page.status();
  return Overwrite(file, page->at, std::string(static_cast<size_t>(page->size), kGarbage));
}

// Both are sound in themselves, and NSS finds nothing by them.
absl::Status SwapIndexes(const std::string& file) {
  absl::StatusOr<Page> first = FirstPage(file, "label");
  absl::StatusOr<Page> second = FirstPage(file, "ckaid");
  absl::StatusOr<std::string> bytes = ReadFile(file);
  for (const absl::Status& status : {first.status(), second.status(), bytes.status()}) {
    if (!status.ok()) return status;
  }
  const auto page_at = [&bytes](const Page& page) {
    return bytes->substr(static_cast<size_t>(page.at), static_cast<size_t>(page.size));
  };
  RETURN_IF_ERROR(Overwrite(file, first->at, page_at(*second)));
  return Overwrite(file, second->at, page_at(*first));
}

absl::Status Empty(const std::string& path, const char* table) {
  absl::StatusOr<SqliteFile> file =
      SqliteFile::Open(path, SqliteFile::kReadWrite, MonotonicNow() + kPatience);
  return file.ok() ? file->Run(absl::StrCat("DELETE FROM ", table)) : file.status();
}

struct Damage {
  const char* name;
  absl::Status (*damage)(const std::string& file, const char* table);
};
const Damage kDamages[] = {
    {"cut in half",
     [](const std::string& file, const char*) {
       std::error_code error;
       const uintmax_t size = fs::file_size(file, error);
       return error ? From(error) : Resize(file, size / 2);
     }},
    {"without a byte", [](const std::string& file, const char*) { return Resize(file, 0); }},
    {"with a spoiled table",
     [](const std::string& file, const char* table) { return SpoilPage(file, table); }},
    {"with a spoiled index",
     [](const std::string& file, const char*) { return SpoilPage(file, "label"); }},
    {"with two indexes swapped",
     [](const std::string& file, const char*) { return SwapIndexes(file); }},
    {"with garbage for a header",
     [](const std::string& file, const char*) {
       return Overwrite(file, 0, std::string(100, kGarbage));
     }},
    {"missing",
     [](const std::string& file, const char*) {
       std::error_code error;
       fs::remove(file, error);
       return From(error);
     }},
    {"emptied", Empty},
};

// Every file of the folder with its bytes and when it was last written.
std::map<std::string, std::string> Files(const std::string& dir) {
  std::map<std::string, std::string> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(dir, error)) {
    if (!entry.is_regular_file()) continue;
    const absl::StatusOr<std::string> bytes = ReadFile(entry.path());
    files[entry.path()] = absl::StrCat(entry.last_write_time(error).time_since_epoch().count(), " ",
                                       bytes.ok() ? *bytes : bytes.status().ToString());
  }
  return files;
}

void IsRefused(Driver& driver, const std::string& dir, const std::string& file,
               const std::string& what) {
  const std::map<std::string, std::string> before = Files(dir);
  Refuses(driver, dir, {absl::StatusCode::kDataLoss, OpenOutcome::kCorrupt, {file}, kInTime});
  if (Files(dir) != before) {
    driver.Broken(absl::StrCat("corrupt: ", what, ": it was refused, and changed"));
  }
}

absl::Status NewProfileWorks() {
  absl::StatusOr<std::vector<Certificate>> all = CertificateDatabase().List();
  if (!all.ok()) return all.status();
  if (!all->empty()) return absl::InternalError("a new profile has certificates");
  absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, "new");
  if (!key.ok()) return key.status();
  RETURN_IF_ERROR(key->Sign(DigestAlgorithm::kSha256, "x").status());
  return key->Delete();
}

// The bytes of the databases that were there are in files that the report names.
absl::Status WasKept(const std::map<std::string, std::string>& damaged, const OpenReport& report) {
  for (const auto& [path, bytes] : damaged) {
    bool kept = false;
    for (const std::string& beside : report.kept) {
      if (!absl::StartsWith(beside, path)) continue;
      const absl::StatusOr<std::string> now = ReadFile(beside);
      kept = kept || (now.ok() && *now == bytes);
    }
    if (!kept) return absl::DataLossError(absl::StrCat(path, " was not kept"));
  }
  return absl::OkStatus();
}

// By the policy: from the backup, or as a new profile. What was damaged is kept.
void IsMended(Driver& driver, const std::string& dir, int of, const std::string& what) {
  const bool fresh = of == World::kNobodys;
  std::map<std::string, std::string> damaged;
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    absl::StatusOr<std::string> bytes = ReadFile(dir + name);
    if (bytes.ok()) damaged[dir + name] = *std::move(bytes);
  }
  driver.SetPolicy(kDamagedProfilePref, fresh ? "fresh" : "restore");
  const absl::Time start = absl::Now();
  const absl::StatusOr<OpenReport> opened = driver.ChangeToCopy(dir, of);
  const absl::Duration took = absl::Now() - start;
  driver.SetPolicy(kDamagedProfilePref, "refuse");
  absl::Status mended = opened.status();
  if (opened.ok()) {
    if (opened->outcome != OpenOutcome::kRecovered || opened->recovered_from.empty() != fresh) {
      mended = absl::InternalError(absl::StrCat("the outcome is ", OpenOutcomeName(opened->outcome),
                                                ", from '", opened->recovered_from, "'"));
    }
    mended.Update(WasKept(damaged, *opened));
    mended.Update(fresh ? NewProfileWorks() : driver.workload().CheckUsable(of));
  }
  if (took > kInTime) mended.Update(absl::InternalError(absl::FormatDuration(took)));
  if (!mended.ok()) {
    driver.Broken(absl::StrCat("corrupt: ", what,
                               fresh ? ", to begin anew: " : ", to restore: ", mended.ToString()));
  }
}

}  // namespace

void Corrupt(Driver& driver, const Step& step) {
  const ProfileCopy copy(driver, step.target);
  uint64_t variant = step.variant;
  const auto choose = [&variant](uint64_t of) {
    const uint64_t chosen = variant % of;
    variant /= of;
    return chosen;
  };
  const Damage& damage = kDamages[choose(std::size(kDamages))];
  const bool certificates = choose(2) == 0;
  const uint64_t policy = choose(4);
  const std::string file = absl::StrCat(copy.dir(), certificates ? "/cert9.db" : "/key4.db");
  const std::string what = absl::StrCat(file, " ", damage.name);
  absl::Status ready =
      policy == 1 ? MakeBackup(copy.dir(), 1, kPatience).status() : absl::OkStatus();
  ready.Update(damage.damage(file, certificates ? "nssPublic" : "nssPrivate"));
  if (!ready.ok()) {
    driver.Broken(absl::StrCat("corrupt: ", what, ": ", ready.ToString()));
  } else if (policy == 0) {
    IsMended(driver, copy.dir(), World::kNobodys, what);
  } else if (policy == 1) {
    IsMended(driver, copy.dir(), step.target, what);
  } else {
    IsRefused(driver, copy.dir(), file, what);
  }
  driver.CountChecked(absl::StrCat("a database ", damage.name));
  driver.MustChange(step.target, step.events);
}

}  // namespace psm::runner
