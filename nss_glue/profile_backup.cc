#include "nss_glue/profile_backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"
#include "nss_glue/sqlite_file.h"
#include "shutdown/clock.h"

namespace psm {
namespace {

constexpr char kBackups[] = "/psm-backups";
constexpr char kUnfinished[] = "/psm-backups/.unfinished";  // being made, or being deleted
constexpr char kManifest[] = "backup.json";
constexpr char kRestoring[] = "/psm-restoring";  // from here on it goes forward only
constexpr char kRestoringDraft[] = "/psm-restoring.unfinished";  // nothing has been replaced yet
constexpr char kPlan[] = "plan.json";                            // in it: what goes where

constexpr int kPagesBetweenLooks = 1000;
constexpr absl::Duration kWriterWait = absl::Seconds(10);

struct Table {
  const char* file;
  const char* name;
};
constexpr Table kTables[] = {{"cert9.db", "nssPublic"}, {"key4.db", "nssPrivate"}};
// What SQLite keeps beside a database.
constexpr const char* kSidecars[] = {"-journal", "-wal", "-shm"};

bool Contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsDatabase(const std::string& name) { return name == "cert9.db" || name == "key4.db"; }

bool IsOwnRecord(absl::string_view name) {
  return name == "psm-intents" || (absl::StartsWith(name, "psm-") &&
                                   absl::EndsWith(name, ".json") && !absl::StrContains(name, '/'));
}

// What a backup has, and what a restore replaces.
bool BelongsToProfile(const std::string& name) {
  return IsDatabase(name) || name == "pkcs11.txt" || IsOwnRecord(name);
}

std::string TimeStamp() {
  return absl::FormatTime("%Y%m%dT%H%M%SZ", absl::Now(), absl::UTCTimeZone());
}

// 20261121T190500Z, or 20261121T190500Z-2 for the second one of that second.
bool IsBackupName(const std::string& name) {
  constexpr absl::string_view kForm = "00000000T000000Z";
  if (name.size() < kForm.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9';
    if (i < kForm.size()) {
      if (kForm[i] == '0' ? !digit : name[i] != kForm[i]) return false;
    } else if (i == kForm.size() ? name[i] != '-' : !digit) {
      return false;
    }
  }
  return name.size() != kForm.size() + 1;
}

std::string BackupPath(const std::string& profile, const std::string& name) {
  return absl::StrCat(profile, kBackups, "/", name);
}

// ---- Files ----

bool Exists(const std::string& path) {
  struct stat info;
  return lstat(path.c_str(), &info) == 0;
}

// What root makes in somebody's profile is that person's.
absl::Status GiveToOwnerOfFolder(const std::string& path) {
  if (geteuid() != 0) return absl::OkStatus();
  struct stat folder;
  const std::string parent = path.substr(0, path.rfind('/'));
  if (stat(parent.c_str(), &folder) != 0) return FileError(errno, "stat", parent);
  if (lchown(path.c_str(), folder.st_uid, folder.st_gid) == 0) return absl::OkStatus();
  return FileError(errno, "change the owner of", path);
}

absl::Status MakeFolder(const std::string& path) {
  if (mkdir(path.c_str(), 0700) == 0) return GiveToOwnerOfFolder(path);
  return errno == EEXIST ? absl::OkStatus() : FileError(errno, "make folder", path);
}

absl::Status Rename(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) == 0) return absl::OkStatus();
  return FileError(errno, absl::StrCat("rename to ", to), from);
}

absl::StatusOr<std::vector<std::string>> NamesIn(const std::string& folder) {
  DIR* listing = opendir(folder.c_str());
  if (listing == nullptr) return FileError(errno, "list folder", folder);
  absl::Cleanup close_listing = [listing] { closedir(listing); };
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(listing)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
    errno = 0;
  }
  if (errno != 0) return FileError(errno, "list folder", folder);
  std::sort(names.begin(), names.end());
  return names;
}

// A folder of ours, which has files only.
absl::Status RemoveFolder(const std::string& folder) {
  absl::StatusOr<std::vector<std::string>> names = NamesIn(folder);
  if (absl::IsNotFound(names.status())) return absl::OkStatus();
  if (!names.ok()) return names.status();
  for (const std::string& name : *names) {
    const std::string path = absl::StrCat(folder, "/", name);
    if (unlink(path.c_str()) != 0) return FileError(errno, "remove", path);
  }
  return rmdir(folder.c_str()) == 0 ? absl::OkStatus() : FileError(errno, "remove", folder);
}

// A new file of mode 0600, on the disk.
absl::Status WriteNew(const std::string& path, absl::string_view bytes) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return FileError(errno, "create", path);
  absl::Cleanup close_fd = [fd] { close(fd); };
  absl::Status given = GiveToOwnerOfFolder(path);
  if (!given.ok()) return given;
  return WriteAndSync(fd, bytes, path);
}

uint32_t Checksum(const std::string& bytes) {
  return static_cast<uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

absl::Status NotOpenHere(const ProfileDir& dir, absl::string_view operation) {
  const OpenDatabases open = DatabasesOpenInProcess(dir);
  if (!open.cert9 && !open.key4) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat(operation, ": the profile is open in this process: ", dir.path));
}

// ---- Making a backup ----

// One database of the profile, under a read lock from the first look to the end of the copy.
struct Source {
  SqliteFile file;
  int64_t rows = 0;
};

absl::StatusOr<Source> OpenSource(const std::string& path, const char* table,
                                  absl::Duration deadline) {
  if (!Exists(path)) return FileError(ENOENT, "back up", path);
  absl::StatusOr<SqliteFile> file = SqliteFile::Open(path, SqliteFile::kReadWrite, deadline);
  if (!file.ok()) return file.status();
  absl::Status begun = file->Run("BEGIN");
  if (!begun.ok()) return begun;
  absl::StatusOr<int64_t> rows = file->Number(absl::StrCat("SELECT count(*) FROM ", table));
  if (!rows.ok()) return rows.status();
  return Source{*std::move(file), *rows};
}

absl::Status CopyPages(const Source& source, const std::string& to, absl::Duration deadline) {
  absl::Status status = WriteNew(to, "");
  if (!status.ok()) return status;
  absl::StatusOr<SqliteFile> copy = SqliteFile::Open(to, SqliteFile::kReadWrite, deadline);
  if (!copy.ok()) return copy.status();
  // Nobody sees it before it is synced, whole, below.
  status = copy->Run("PRAGMA synchronous = OFF");
  if (!status.ok()) return status;
  sqlite3_backup* backup = sqlite3_backup_init(copy->db(), "main", source.file.db(), "main");
  if (backup == nullptr) return copy->Error(sqlite3_extended_errcode(copy->db()), "back up");
  int code = SQLITE_OK;
  while ((code = sqlite3_backup_step(backup, kPagesBetweenLooks)) == SQLITE_OK) {
    if (MonotonicNow() < deadline) continue;
    status = absl::DeadlineExceededError(absl::StrCat("back up: ", source.file.path()));
    break;
  }
  const int finished = sqlite3_backup_finish(backup);
  if (!status.ok()) return status;
  if (code != SQLITE_DONE) {
    // Which of the two it was about, SQLite does not say; only the source can be locked or
    // damaged.
    return code == SQLITE_FULL || finished == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR
               ? copy->Error(code, "write the backup")
               : source.file.Error(code, "back up");
  }
  if (finished != SQLITE_OK) return copy->Error(finished, "write the backup");
  status = copy->Run("PRAGMA journal_mode = DELETE");  // the mode was copied, too
  if (!status.ok()) return status;
  copy = absl::CancelledError();  // closes it
  const int fd = open(to.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return FileError(errno, "open", to);
  absl::Cleanup close_fd = [fd] { close(fd); };
  return WriteAndSync(fd, "", to);
}

absl::StatusOr<nlohmann::json> ReadManifest(const std::string& backup) {
  const std::string path = absl::StrCat(backup, "/", kManifest);
  absl::StatusOr<std::string> text = ReadFile(path);
  if (absl::IsNotFound(text.status())) return DamagedFileError("it is missing", path);
  if (!text.ok()) return text.status();
  nlohmann::json manifest = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!manifest.is_object() || !manifest.contains("files") || !manifest["files"].is_object() ||
      !manifest.contains("objects") || !manifest["objects"].is_object()) {
    return DamagedFileError("it is no list of a backup's files", path);
  }
  for (const Table& table : kTables) {
    if (!manifest["files"].contains(table.file) || !manifest["objects"].contains(table.name) ||
        !manifest["objects"][table.name].is_number_integer()) {
      return DamagedFileError(absl::StrCat("it says nothing of ", table.file), path);
    }
  }
  return manifest;
}

absl::StatusOr<ProfileFacts> VerifyFolder(const std::string& folder, absl::Duration deadline) {
  absl::StatusOr<nlohmann::json> manifest = ReadManifest(folder);
  if (!manifest.ok()) return manifest.status();
  for (const auto& [name, stated] : (*manifest)["files"].items()) {
    const std::string path = absl::StrCat(folder, "/", name);
    if (!BelongsToProfile(name) || !stated.is_object() || !stated.contains("bytes") ||
        !stated.contains("crc32")) {
      return DamagedFileError("it names a file that belongs to no profile",
                              absl::StrCat(folder, "/", kManifest));
    }
    absl::StatusOr<std::string> bytes = ReadFile(path);
    if (absl::IsNotFound(bytes.status())) return DamagedFileError("it is missing", path);
    if (!bytes.ok()) return bytes.status();
    if (stated["bytes"] != bytes->size() || stated["crc32"] != Checksum(*bytes)) {
      return DamagedFileError("it is not as it was when the backup was made", path);
    }
  }
  ProfileDir dir;
  dir.path = folder;
  absl::StatusOr<ProfileFacts> facts =
      CheckDatabases(dir, deadline - MonotonicNow(), /*full=*/true);
  if (!facts.ok()) return facts;
  const nlohmann::json& objects = (*manifest)["objects"];
  if (objects["nssPublic"] != facts->public_objects ||
      objects["nssPrivate"] != facts->private_objects) {
    return DamagedFileError(
        absl::StrCat("there are ", facts->public_objects, " and ", facts->private_objects,
                     " objects, but ", objects.dump(), " were copied"),
        folder);
  }
  return facts;
}

absl::Status FillBackup(const ProfileDir& dir, const std::string& folder, absl::Duration deadline) {
  absl::Status status;
  nlohmann::json objects;
  std::vector<std::string> names;
  {
    const absl::StatusOr<WriteTurn> no_writer =
        WriteTurn::Take("back up a profile", std::min(deadline - MonotonicNow(), kWriterWait));
    if (!no_writer.ok()) return no_writer.status();
    std::vector<Source> sources;
    for (const Table& table : kTables) {
      absl::StatusOr<Source> source =
          OpenSource(absl::StrCat(dir.path, "/", table.file), table.name, deadline);
      if (!source.ok()) return source.status();
      sources.push_back(*std::move(source));
      objects[table.name] = sources.back().rows;
    }
    for (size_t i = 0; i < sources.size() && status.ok(); ++i) {
      status = CopyPages(sources[i], absl::StrCat(folder, "/", kTables[i].file), deadline);
      names.push_back(kTables[i].file);
    }
    if (!status.ok()) return status;
    absl::StatusOr<std::vector<std::string>> present = NamesIn(dir.path);
    if (!present.ok()) return present.status();
    for (const std::string& name : *present) {
      if (IsDatabase(name) || !BelongsToProfile(name)) continue;
      absl::StatusOr<std::string> bytes = ReadFile(absl::StrCat(dir.path, "/", name));
      if (!bytes.ok()) return bytes.status();
      status = WriteNew(absl::StrCat(folder, "/", name), *bytes);
      if (!status.ok()) return status;
      names.push_back(name);
    }
  }
  nlohmann::json files;
  for (const std::string& name : names) {
    absl::StatusOr<std::string> bytes = ReadFile(absl::StrCat(folder, "/", name));
    if (!bytes.ok()) return bytes.status();
    files[name] = {{"bytes", bytes->size()}, {"crc32", Checksum(*bytes)}};
  }
  const nlohmann::json manifest = {{"objects", objects}, {"files", files}};
  status = WriteNew(absl::StrCat(folder, "/", kManifest), manifest.dump(2) + "\n");
  if (status.ok()) status = VerifyFolder(folder, deadline).status();
  return status.ok() ? SyncFolder(folder) : status;
}

// Later than every other, also within a second and after the clock was set back: by their names
// the oldest are deleted.
absl::StatusOr<std::string> NewName(const std::string& profile) {
  absl::StatusOr<std::vector<std::string>> names = ListBackups(profile);
  if (!names.ok()) return names.status();
  const std::string now = TimeStamp();
  if (names->empty() || names->front().substr(0, now.size()) < now) return now;
  int64_t number = 1;
  if (names->front().size() > now.size() &&
      !absl::SimpleAtoi(names->front().substr(now.size() + 1), &number)) {
    return absl::InternalError(absl::StrCat("back up: no name after ", names->front()));
  }
  return absl::StrCat(names->front().substr(0, now.size()), "-", number + 1);
}

absl::Status DeleteAllBut(const std::string& profile, int keep) {
  absl::StatusOr<std::vector<std::string>> names = ListBackups(profile);
  if (!names.ok()) return names.status();
  for (size_t i = static_cast<size_t>(keep); i < names->size(); ++i) {
    // So that half a backup never has the name of a whole one.
    const std::string doomed = profile + kUnfinished;
    absl::Status status = Rename(BackupPath(profile, (*names)[i]), doomed);
    if (status.ok()) status = SyncFolder(profile + kBackups);
    if (status.ok()) status = RemoveFolder(doomed);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

// ---- Replacing the files of a profile ----

std::string ReplacedName(const std::string& name, const std::string& time) {
  return absl::StrCat(name, ".replaced-", time);
}

// What a restore replaces: the files of the profile, of which databases have sidecars.
absl::StatusOr<std::vector<std::string>> PresentFiles(const std::string& profile) {
  absl::StatusOr<std::vector<std::string>> names = NamesIn(profile);
  if (!names.ok()) return names;
  names->erase(std::remove_if(names->begin(), names->end(),
                              [](const std::string& name) { return !BelongsToProfile(name); }),
               names->end());
  return names;
}

// Gives what is there a second name, and takes journals away: SQLite would apply them to the new
// files. A database keeps its name until a new one takes it, so that nobody finds none and makes
// an empty one. May be repeated.
absl::Status KeepBeside(const std::string& profile, const std::string& name,
                        const std::string& time) {
  const std::string file = absl::StrCat(profile, "/", name);
  const std::string kept = absl::StrCat(profile, "/", ReplacedName(name, time));
  if (Exists(file) && !Exists(kept) && link(file.c_str(), kept.c_str()) != 0) {
    if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK && errno != ENOSYS) {
      return FileError(errno, "keep a file beside", file);
    }
    absl::Status moved = Rename(file, kept);  // a file system without links
    if (!moved.ok()) return moved;
  }
  if (!IsDatabase(name)) return absl::OkStatus();
  for (const char* sidecar : kSidecars) {
    if (!Exists(file + sidecar)) continue;
    absl::Status moved = Rename(file + sidecar, kept + sidecar);
    if (!moved.ok()) return moved;
  }
  return absl::OkStatus();
}

// What a restore is about to do: the time that names what it replaces, and the files it puts in.
struct Plan {
  std::string time;
  std::vector<std::string> files;
};

std::string PlanText(const Plan& plan) {
  return nlohmann::json({{"time", plan.time}, {"files", plan.files}}).dump(2) + "\n";
}

absl::StatusOr<Plan> ReadPlan(const std::string& path) {
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) return text.status();
  const nlohmann::json json = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  Plan plan;
  bool sound = json.is_object() && json.contains("time") && json["time"].is_string() &&
               json.contains("files") && json["files"].is_array();
  if (sound) {
    plan.time = json["time"].get<std::string>();
    sound = IsBackupName(plan.time);
    for (const nlohmann::json& file : json["files"]) {
      if (file.is_string()) plan.files.push_back(file.get<std::string>());
      sound = sound && file.is_string() && BelongsToProfile(plan.files.back());
    }
  }
  if (!sound) return DamagedFileError("it is no plan of a restore", path);
  return plan;
}

// From psm-restoring into the profile. May be cut short anywhere, and repeated.
absl::StatusOr<std::vector<std::string>> RollForward(const std::string& profile) {
  const std::string staged = profile + kRestoring;
  const std::string plan_path = absl::StrCat(staged, "/", kPlan);
  absl::Status status;
  std::vector<std::string> replaced;
  if (Exists(plan_path)) {  // it is the last to go
    absl::StatusOr<Plan> plan = ReadPlan(plan_path);
    if (!plan.ok()) return plan.status();
    absl::StatusOr<std::vector<std::string>> present = PresentFiles(profile);
    if (!present.ok()) return present;
    for (const std::string& name : plan->files) {
      if (!Exists(absl::StrCat(staged, "/", name))) continue;  // it is in place already
      status = KeepBeside(profile, name, plan->time);
      if (!status.ok()) return status;
    }
    // Our own records that the backup has none of speak of what is gone.
    for (const std::string& name : *present) {
      if (!IsOwnRecord(name) || Contains(plan->files, name)) continue;
      status = Rename(absl::StrCat(profile, "/", name),
                      absl::StrCat(profile, "/", ReplacedName(name, plan->time)));
      if (!status.ok()) return status;
    }
    status = SyncFolder(profile);
    for (size_t i = 0; i < plan->files.size() && status.ok(); ++i) {
      const std::string from = absl::StrCat(staged, "/", plan->files[i]);
      if (!Exists(from)) continue;
      status = Rename(from, absl::StrCat(profile, "/", plan->files[i]));
    }
    if (status.ok()) status = SyncFolder(profile);
    if (!status.ok()) return status;
    absl::StatusOr<std::vector<std::string>> all = NamesIn(profile);
    if (!all.ok()) return all;
    for (const std::string& name : *all) {
      if (!absl::StrContains(name, ".replaced-" + plan->time)) continue;
      replaced.push_back(absl::StrCat(profile, "/", name));
    }
  }
  status = RemoveFolder(staged);
  if (status.ok()) status = SyncFolder(profile);
  if (!status.ok()) return status;
  return replaced;
}

// A time of which nothing was replaced yet.
std::string UnusedTimeStamp(const std::string& profile) {
  for (;;) {
    const std::string time = TimeStamp();
    absl::StatusOr<std::vector<std::string>> names = NamesIn(profile);
    if (!names.ok() || std::none_of(names->begin(), names->end(), [&](const std::string& name) {
          return absl::StrContains(name, ".replaced-" + time);
        })) {
      return time;
    }
    absl::SleepFor(absl::Milliseconds(100));  // at most a second
  }
}

}  // namespace

absl::Status MayBackUpNow(const std::string& profile) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(profile);
  if (!dir.ok()) return dir.status();
  return SharesSqliteWithNss() ? absl::OkStatus() : NotOpenHere(*dir, "back up");
}

absl::StatusOr<std::string> MakeBackup(const std::string& profile, int keep,
                                       absl::Duration budget) {
  const absl::Duration deadline = MonotonicNow() + budget;
  if (keep < 1) return absl::InvalidArgumentError("back up: keep at least one");
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(profile);
  if (!dir.ok()) return dir.status();
  absl::Status status = MayBackUpNow(dir->path);
  if (status.ok()) status = MakeFolder(dir->path + kBackups);
  if (!status.ok()) return status;

  const std::string backups = dir->path + kBackups;
  const int fd = open(backups.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return FileError(errno, "back up", backups);
  absl::Cleanup unlock = [fd] { close(fd); };
  if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return FileError(errno, "lock", backups);
    return absl::UnavailableError(absl::StrCat("another backup is being made: ", backups));
  }

  const std::string unfinished = dir->path + kUnfinished;
  status = RemoveFolder(unfinished);
  if (status.ok()) status = MakeFolder(unfinished);
  if (status.ok()) status = FillBackup(*dir, unfinished, deadline);
  absl::StatusOr<std::string> name = NewName(dir->path);
  if (status.ok()) status = name.status();
  if (status.ok()) status = Rename(unfinished, BackupPath(dir->path, *name));
  if (!status.ok()) {
    RemoveFolder(unfinished).IgnoreError();  // the reason for the first failure is what counts
    return status;
  }
  status = SyncFolder(backups);
  if (status.ok()) status = SyncFolder(dir->path);
  if (status.ok()) status = DeleteAllBut(dir->path, keep);
  if (!status.ok()) return status;
  return name;
}

absl::StatusOr<std::vector<std::string>> ListBackups(const std::string& profile) {
  absl::StatusOr<std::vector<std::string>> names = NamesIn(profile + kBackups);
  if (absl::IsNotFound(names.status()) && Exists(profile)) return std::vector<std::string>();
  if (!names.ok()) return names;
  names->erase(std::remove_if(names->begin(), names->end(),
                              [](const std::string& name) { return !IsBackupName(name); }),
               names->end());
  // "...Z" before "...Z-2" before "...Z-10".
  std::sort(names->begin(), names->end(), [](const std::string& a, const std::string& b) {
    const int by_time = a.compare(0, 16, b, 0, 16);
    if (by_time != 0) return by_time > 0;
    return a.size() != b.size() ? a.size() > b.size() : a > b;
  });
  return names;
}

absl::StatusOr<ProfileFacts> VerifyBackup(const std::string& profile, const std::string& name,
                                          absl::Duration budget) {
  if (!IsBackupName(name)) {
    return absl::InvalidArgumentError(absl::StrCat("not the name of a backup: ", name));
  }
  const std::string folder = BackupPath(profile, name);
  if (!Exists(folder)) return FileError(ENOENT, "backup", folder);
  return VerifyFolder(folder, MonotonicNow() + budget);
}

absl::StatusOr<std::vector<std::string>> RestoreBackup(const std::string& profile,
                                                       const std::string& name,
                                                       absl::Duration budget) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(profile);
  if (!dir.ok()) return dir.status();
  absl::Status status = NotOpenHere(*dir, "restore");
  if (status.ok()) status = CompleteRestore(dir->path);
  if (status.ok()) status = VerifyBackup(dir->path, name, budget).status();
  if (!status.ok()) return status;
  const std::string backup = BackupPath(dir->path, name);
  absl::StatusOr<nlohmann::json> manifest = ReadManifest(backup);
  if (!manifest.ok()) return manifest.status();

  const std::string draft = dir->path + kRestoringDraft;
  absl::Cleanup remove_draft = [&draft] { RemoveFolder(draft).IgnoreError(); };
  status = MakeFolder(draft);
  Plan plan = {UnusedTimeStamp(dir->path), {}};
  for (const auto& [file, stated] : (*manifest)["files"].items()) {
    if (!status.ok()) return status;
    absl::StatusOr<std::string> bytes = ReadFile(absl::StrCat(backup, "/", file));
    if (!bytes.ok()) return bytes.status();
    if (stated["crc32"] != Checksum(*bytes)) {
      return DamagedFileError("it changed while it was restored", absl::StrCat(backup, "/", file));
    }
    status = WriteNew(absl::StrCat(draft, "/", file), *bytes);
    plan.files.push_back(file);
  }
  if (status.ok()) status = WriteNew(absl::StrCat(draft, "/", kPlan), PlanText(plan));
  if (status.ok()) status = SyncFolder(draft);
  if (status.ok()) status = Rename(draft, dir->path + kRestoring);
  if (status.ok()) status = SyncFolder(dir->path);
  if (!status.ok()) return status;
  return RollForward(dir->path);
}

absl::Status CompleteRestore(const std::string& profile) {
  if (Exists(profile + kRestoringDraft)) {
    absl::Status removed = RemoveFolder(profile + kRestoringDraft);
    if (!removed.ok()) return removed;
  }
  if (!Exists(profile + kRestoring)) return absl::OkStatus();
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(profile);
  if (!dir.ok()) return dir.status();
  absl::Status closed = NotOpenHere(*dir, "finish a restore");
  if (!closed.ok()) return closed;
  return RollForward(dir->path).status();
}

absl::StatusOr<std::vector<std::string>> SetProfileAside(const std::string& profile) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Locate(profile);
  if (!dir.ok()) return dir.status();
  absl::Status status = NotOpenHere(*dir, "set a profile aside");
  if (status.ok()) status = CompleteRestore(dir->path);
  if (!status.ok()) return status;
  absl::StatusOr<std::vector<std::string>> names = PresentFiles(dir->path);
  if (!names.ok()) return names;
  const std::string time = UnusedTimeStamp(dir->path);
  std::vector<std::string> kept;
  for (const std::string& name : *names) {
    const std::string path = absl::StrCat(dir->path, "/", name);
    kept.push_back(absl::StrCat(dir->path, "/", ReplacedName(name, time)));
    // The journals first: a new database must never find one.
    for (const char* suffix : {"-journal", "-wal", "-shm", ""}) {
      if (*suffix != '\0' && (!IsDatabase(name) || !Exists(path + suffix))) continue;
      status = Rename(path + suffix, kept.back() + suffix);
      if (!status.ok()) return status;
    }
  }
  status = SyncFolder(dir->path);
  if (!status.ok()) return status;
  return kept;
}

}  // namespace psm
