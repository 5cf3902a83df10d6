#include "nss_glue/database_check.h"

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <tuple>
#include <vector>

#include "absl/cleanup/cleanup.h"
#include "absl/hash/hash.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "nss_glue/sqlite_file.h"
#include "shutdown/clock.h"

namespace psm {
namespace {

bool Exists(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0;
}

// Whether a write to `file` was cut short and has to be rolled back: SQLite's own rule, but for a
// reader who keeps the file locked. Nobody locks a journal, so it may be opened and closed here.
bool HasHotJournal(const std::string& file) {
  std::ifstream journal(file + "-journal", std::ios::binary);
  const int first = journal.get();
  return journal.good() && first != 0 && LockHolder(file).empty();
}

// SQLite wrote it (file format, 3.0); it removes what only looks like one.
bool HasRealJournal(const std::string& file) {
  constexpr absl::string_view kMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
  std::ifstream journal(file + "-journal", std::ios::binary);
  char magic[8] = {};
  journal.read(magic, sizeof magic);
  return absl::string_view(magic, sizeof magic) == kMagic;
}

std::string QuoteName(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

std::string QuoteText(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

std::string TextColumn(sqlite3_stmt* row, int column) {
  const unsigned char* text = sqlite3_column_text(row, column);
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

absl::string_view BlobColumn(sqlite3_stmt* row, int column) {
  const void* data = sqlite3_column_blob(row, column);
  return absl::string_view(static_cast<const char*>(data), sqlite3_column_bytes(row, column));
}

// A pragma that answers with what is wrong, or "ok".
absl::Status OneFinding(const SqliteFile& file, const std::string& pragma) {
  std::string finding;
  absl::Status status = file.Each(pragma, [&finding](sqlite3_stmt* row) {
    finding = TextColumn(row, 0);
    return false;
  });
  if (!status.ok() || finding == "ok") return status;
  return file.Damage(finding);
}

// ---- An index against its table ----

struct Index {
  std::string name;
  std::string column;
};

// The indexes of a table, or none at all where one of them is of a kind that NSS does not make
// (several columns, an expression, a condition, a collation).
absl::StatusOr<std::vector<Index>> PlainIndexes(const SqliteFile& file, const std::string& table) {
  std::vector<Index> indexes;
  bool plain = true;
  absl::Status status = file.Each(
      absl::StrCat("SELECT l.name, group_concat(x.name), count(*), max(l.partial), "
                   "max(x.\"desc\"), min(x.coll = 'BINARY'), count(x.name) "
                   "FROM pragma_index_list(",
                   QuoteText(table),
                   ") AS l, pragma_index_xinfo(l.name) AS x WHERE x.key = 1 GROUP BY l.name"),
      [&](sqlite3_stmt* row) {
        plain = plain && sqlite3_column_int(row, 2) == 1 && sqlite3_column_int(row, 3) == 0 &&
                sqlite3_column_int(row, 4) == 0 && sqlite3_column_int(row, 5) == 1 &&
                sqlite3_column_int(row, 6) == 1;
        indexes.push_back({TextColumn(row, 0), TextColumn(row, 1)});
        return true;
      });
  if (!status.ok()) return status;
  if (!plain) indexes.clear();
  return indexes;
}

// A value of an index, by SQLite's order: NULL, numbers, text, blobs; then the row's id.
struct Entry {
  int rank = 0;
  int64_t number = 0;
  absl::string_view bytes;
  int64_t row = 0;

  Entry(sqlite3_value* value, int64_t of_row) : row(of_row) {
    const int type = sqlite3_value_type(value);
    rank = type == SQLITE_NULL ? 0 : type == SQLITE_INTEGER ? 1 : type == SQLITE_TEXT ? 2 : 3;
    if (type == SQLITE_INTEGER) {
      number = sqlite3_value_int64(value);
    } else if (type != SQLITE_NULL) {
      const void* data = sqlite3_value_blob(value);
      bytes = absl::string_view(static_cast<const char*>(data), sqlite3_value_bytes(value));
    }
  }

  using Key = std::tuple<int, int64_t, absl::string_view, int64_t>;
  Key key() const { return {rank, number, bytes, row}; }
};

// The entries of one scan: a sum for each column, which does not depend on their order, and
// whether the first column's came in order. Called by SQLite for each row with the row's id and
// the columns: a step out of SQLite for each row would cost more than the rest.
struct Scan {
  std::vector<uint64_t> sums;
  bool ordered = true;
  absl::optional<Entry> last;
  std::string last_bytes;

  static void Step(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* scan = static_cast<Scan*>(sqlite3_user_data(context));
    scan->sums.resize(count - 1);
    const int64_t row = sqlite3_value_int64(values[0]);
    for (int i = 1; i < count; ++i) {
      const Entry entry(values[i], row);
      scan->sums[i - 1] += absl::Hash<Entry::Key>()(entry.key());
      if (count == 2) scan->LookAtOrder(entry);
    }
  }
  void LookAtOrder(const Entry& entry) {
    if (last.has_value() && !(last->key() < entry.key())) ordered = false;
    last_bytes.assign(entry.bytes.data(), entry.bytes.size());
    last = entry;
    last->bytes = last_bytes;
  }
  static void Finish(sqlite3_context* context) { sqlite3_result_null(context); }
};

// "SELECT scan(rowid, column, ...) FROM " + `from`.
absl::Status RunScan(const SqliteFile& file, const std::vector<std::string>& columns,
                     const std::string& from, Scan* scan) {
  scan->sums.resize(columns.size());
  const int code = sqlite3_create_function_v2(file.db(), "scan", -1, SQLITE_UTF8, scan, nullptr,
                                              Scan::Step, Scan::Finish, nullptr);
  if (code != SQLITE_OK) return file.Error(code, "compare an index with its table");
  std::string list;
  for (const std::string& column : columns) absl::StrAppend(&list, ", ", QuoteName(column));
  return file.Run(absl::StrCat("SELECT scan(rowid", list, ") FROM ", from));
}

// quick_check walks an index's pages but does not ask whether they are about this table.
// integrity_check looks up each row in each index. This takes half of that: the table and each
// index are read once from end to end, must have the same entries, and an index's in order.
absl::Status CompareIndexes(const SqliteFile& file, const std::string& table) {
  absl::StatusOr<std::vector<Index>> indexes = PlainIndexes(file, table);
  if (!indexes.ok()) return indexes.status();
  if (indexes->empty()) {
    return OneFinding(file, absl::StrCat("PRAGMA integrity_check(", QuoteName(table), ")"));
  }
  std::vector<std::string> columns;
  for (const Index& index : *indexes) columns.push_back(index.column);
  Scan rows;
  absl::Status status = RunScan(file, columns, QuoteName(table) + " NOT INDEXED", &rows);
  for (size_t i = 0; i < indexes->size() && status.ok(); ++i) {
    const Index& index = (*indexes)[i];
    Scan entries;
    status =
        RunScan(file, {index.column},
                absl::StrCat(QuoteName(table), " INDEXED BY ", QuoteName(index.name)), &entries);
    if (status.ok() && !entries.ordered) {
      return file.Damage(absl::StrCat("index ", index.name, " of ", table, " is out of order"));
    }
    if (status.ok() && entries.sums[0] != rows.sums[i]) {
      return file.Damage(absl::StrCat("index ", index.name, " disagrees with table ", table));
    }
  }
  return status;
}

absl::Status CheckFully(const SqliteFile& file) {
  absl::Status status = OneFinding(file, "PRAGMA quick_check(1)");
  std::vector<std::string> tables;
  if (status.ok()) {
    status = file.Each(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
        "'sqlite_%'",
        [&tables](sqlite3_stmt* row) {
          tables.push_back(TextColumn(row, 0));
          return true;
        });
  }
  for (size_t i = 0; i < tables.size() && status.ok(); ++i) {
    status = CompareIndexes(file, tables[i]);
  }
  return status;
}

// ---- The password record ----

// Takes one DER element off the front of `input`. False if there is none of this tag.
bool TakeDer(absl::string_view* input, unsigned char tag, absl::string_view* content) {
  if (input->size() < 2 || static_cast<unsigned char>((*input)[0]) != tag) return false;
  size_t length = static_cast<unsigned char>((*input)[1]);
  size_t header = 2;
  if (length >= 0x80) {
    const size_t bytes = length & 0x7f;
    if (bytes == 0 || bytes > 4 || input->size() < 2 + bytes) return false;
    length = 0;
    for (size_t i = 0; i < bytes; ++i) {
      length = length << 8 | static_cast<unsigned char>((*input)[2 + i]);
    }
    header += bytes;
  }
  if (input->size() - header < length) return false;
  *content = input->substr(header, length);
  input->remove_prefix(header + length);
  return true;
}

// The encrypted text by which NSS tells the right password, as PKCS #5 and PKCS #12 encode one:
//   { { PBES2, { { PBKDF2, { salt, iterations, ... } }, cipher } }, text }
//   { { SHA-1 with 3DES, { salt, iterations } }, text }
void ReadPasswordRecord(absl::string_view record, ProfileFacts* facts) {
  constexpr unsigned char kSequence = 0x30;
  constexpr unsigned char kOid = 0x06;
  constexpr unsigned char kOctets = 0x04;
  constexpr unsigned char kInteger = 0x02;
  facts->password_iterations = -1;
  absl::string_view parts;
  absl::string_view algorithm;
  absl::string_view oid;
  absl::string_view parameters;
  if (!TakeDer(&record, kSequence, &parts) || !TakeDer(&parts, kSequence, &algorithm) ||
      !TakeDer(&algorithm, kOid, &oid) || !TakeDer(&algorithm, kSequence, &parameters)) {
    return;
  }
  absl::string_view kdf;
  absl::string_view nested = parameters;
  const bool pbes2 = TakeDer(&nested, kSequence, &kdf);
  if (pbes2 && (!TakeDer(&kdf, kOid, &oid) || !TakeDer(&kdf, kSequence, &parameters))) return;
  absl::string_view salt;
  absl::string_view iterations;
  if (!TakeDer(&parameters, kOctets, &salt) || !TakeDer(&parameters, kInteger, &iterations) ||
      iterations.empty() || iterations.size() > 4) {
    return;
  }
  int64_t count = 0;
  for (const char c : iterations) count = count << 8 | static_cast<unsigned char>(c);
  facts->password_iterations = static_cast<int>(std::min<int64_t>(count, INT32_MAX));
  facts->sha1_3des_password = !pbes2;
  facts->empty_password = pbes2 && count == 1;
}

// ---- Facts ----

absl::StatusOr<bool> HasTable(const SqliteFile& file, const std::string& table) {
  absl::StatusOr<int64_t> count = file.Number(absl::StrCat(
      "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ", QuoteText(table)));
  if (!count.ok()) return count.status();
  return *count == 1;
}

absl::Status ReadPublicFacts(const SqliteFile& file, ProfileFacts* facts) {
  // CKO_CERTIFICATE, CKO_NSS_CRL, CKO_TRUST.
  absl::Status counted = file.Each(
      "SELECT count(*), total(a0 = x'00000001'), total(a0 = x'ce534351'), "
      "total(a0 = x'0000000b') FROM nssPublic",
      [facts](sqlite3_stmt* row) {
        facts->public_objects = sqlite3_column_int64(row, 0);
        facts->certificates = sqlite3_column_int64(row, 1);
        facts->crls = sqlite3_column_int64(row, 2);
        facts->pkcs11_trust_objects = sqlite3_column_int64(row, 3);
        return false;
      });
  if (!counted.ok()) return counted;
  absl::StatusOr<int64_t> columns =
      file.Number("SELECT count(*) FROM pragma_table_info('nssPublic')");
  if (!columns.ok()) return columns.status();
  facts->public_columns = static_cast<int>(*columns);
  return absl::OkStatus();
}

absl::Status ReadPrivateFacts(const SqliteFile& file, ProfileFacts* facts) {
  // CKO_PRIVATE_KEY, CKO_SECRET_KEY.
  absl::Status counted =
      file.Each("SELECT count(*), total(a0 IN (x'00000003', x'00000004')) FROM nssPrivate",
                [facts](sqlite3_stmt* row) {
                  facts->private_objects = sqlite3_column_int64(row, 0);
                  facts->keys = sqlite3_column_int64(row, 1);
                  return false;
                });
  if (!counted.ok()) return counted;
  absl::StatusOr<bool> has_metadata = HasTable(file, "metaData");
  if (!has_metadata.ok() || !*has_metadata) return has_metadata.status();
  facts->has_metadata = true;
  return file.Each("SELECT item1, item2 FROM metaData WHERE id = 'password'",
                   [facts](sqlite3_stmt* row) {
                     facts->password_salt_bytes = sqlite3_column_bytes(row, 0);
                     ReadPasswordRecord(BlobColumn(row, 1), facts);
                     return false;
                   });
}

// Bytes 18 and 19 of the file (file format, 1.3.3), read through SQLite's own descriptor, before
// SQLite would look for the log and make one.
bool HeaderSaysWal(const SqliteFile& file) {
  sqlite3_file* handle = nullptr;
  if (sqlite3_file_control(file.db(), "main", SQLITE_FCNTL_FILE_POINTER, &handle) != SQLITE_OK) {
    return false;
  }
  unsigned char versions[2] = {};
  return handle->pMethods->xRead(handle, versions, sizeof versions, 18) == SQLITE_OK &&
         versions[1] == 2;
}

absl::Status NeedsWriteAccess(absl::string_view what, const std::string& path) {
  return absl::FailedPreconditionError(
      absl::StrCat("profile database has ", what, ", which takes write access: ", path));
}

absl::Status CheckOne(const std::string& path, bool writable, absl::Duration deadline, bool full,
                      const char* table, absl::Status (*read)(const SqliteFile&, ProfileFacts*),
                      ProfileFacts* facts) {
  if (MonotonicNow() >= deadline) {
    return absl::DeadlineExceededError(absl::StrCat("check profile database: out of time: ", path));
  }
  struct stat info;
  if (stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return DamagedFileError("it is missing", path);
    return FileError(errno, "profile database", path);
  }
  if (info.st_size == 0) return DamagedFileError("it is empty", path);
  const bool cut_short = HasHotJournal(path);
  const bool undone = cut_short && HasRealJournal(path);
  if (!writable && cut_short) return NeedsWriteAccess("a write that was cut short", path);
  if (!writable && Exists(path + "-wal")) return NeedsWriteAccess("a write-ahead log", path);
  absl::StatusOr<SqliteFile> file =
      SqliteFile::Open(path, writable ? SqliteFile::kReadWrite : SqliteFile::kRead, deadline);
  if (!file.ok()) return file.status();
  const bool wal = HeaderSaysWal(*file);
  if (wal && !writable) return NeedsWriteAccess("a write-ahead log", path);
  // As NSS opens it, with the write lock: what would make NSS wait shows here, and nobody writes
  // between the parts of the check.
  absl::Status status = file->Run(writable ? "BEGIN IMMEDIATE" : "BEGIN");
  // The default is less than a file of some thousand certificates, which is read several times.
  if (status.ok()) status = file->Run("PRAGMA cache_size = -16384");
  absl::Cleanup end = [&file] {
    if (sqlite3_get_autocommit(file->db()) == 0) file->Run("ROLLBACK").IgnoreError();
  };
  absl::StatusOr<bool> has_table = status.ok() ? HasTable(*file, table) : status;
  if (!has_table.ok()) return has_table.status();
  if (!*has_table) return file->Damage(absl::StrCat("it has no table ", table));
  if (full) status = CheckFully(*file);
  if (status.ok()) status = read(*file, facts);
  facts->wal |= wal;
  facts->rolled_back |= undone && !Exists(path + "-journal");
  return status;
}

// ---- Which SQLite ----

struct Softokens {
  bool loaded = false;
  bool share = true;  // all of them
};

// A name that every softoken imports, since it opens its databases by it.
constexpr absl::string_view kSqliteOpen = "sqlite3_open_v2";

template <typename Relocation>
const void* BoundAddress(const dl_phdr_info* info, const Relocation* table, size_t bytes,
                         const ElfW(Sym) * symbols, const char* names) {
  for (size_t i = 0; i < bytes / sizeof(Relocation); ++i) {
    const size_t symbol = sizeof(ElfW(Addr)) == 8 ? table[i].r_info >> 32 : table[i].r_info >> 8;
    if (symbol == 0 || names + symbols[symbol].st_name != kSqliteOpen) continue;
    return *reinterpret_cast<void* const*>(info->dlpi_addr + table[i].r_offset);
  }
  return nullptr;
}

const void* LibraryOf(const void* address) {
  Dl_info info;
  return address != nullptr && dladdr(address, &info) != 0 ? info.dli_fbase : nullptr;
}

// What softoken's own table of imports holds: which library the loader bound it to depends on the
// order of loading. NSS loads softoken with its imports bound at once (lib/freebl/genload.c).
int LookAtBinding(dl_phdr_info* info, size_t, void* result) {
  if (!absl::StrContains(info->dlpi_name, "libsoftokn3.")) return 0;
  const ElfW(Dyn)* dynamic = nullptr;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    if (info->dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
    dynamic = reinterpret_cast<const ElfW(Dyn)*>(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
  }
  std::map<ElfW(Sxword), ElfW(Addr)> entries;
  for (; dynamic != nullptr && dynamic->d_tag != DT_NULL; ++dynamic) {
    entries[dynamic->d_tag] = dynamic->d_un.d_ptr;  // glibc relocated the addresses
  }
  const auto* symbols = reinterpret_cast<const ElfW(Sym)*>(entries[DT_SYMTAB]);
  const auto* names = reinterpret_cast<const char*>(entries[DT_STRTAB]);
  if (symbols == nullptr || names == nullptr) return 0;  // as no library is
  const void* bound = nullptr;
  for (const auto& [table, size] : {std::make_pair(entries[DT_JMPREL], entries[DT_PLTRELSZ]),
                                    std::make_pair(entries[DT_RELA], entries[DT_RELASZ])}) {
    if (table == 0 || bound != nullptr) continue;
    bound = BoundAddress(info, reinterpret_cast<const ElfW(Rela)*>(table), size, symbols, names);
  }
  auto* softokens = static_cast<Softokens*>(result);
  softokens->loaded = true;
  softokens->share = softokens->share && LibraryOf(bound) != nullptr &&
                     LibraryOf(bound) == LibraryOf(reinterpret_cast<const void*>(&sqlite3_open_v2));
  return 0;
}

// ---- Remembering ----

// What SQLite would have to read beside the databases.
bool HasLooseEnds(const ProfileDir& dir) {
  for (const char* name :
       {"/cert9.db-journal", "/cert9.db-wal", "/key4.db-journal", "/key4.db-wal"}) {
    if (Exists(dir.path + name)) return true;
  }
  return false;
}

bool IsSettled(const FileState& state, absl::Time now) {
  return state.changed + RememberedCheck::kSettled <= now;
}

}  // namespace

absl::StatusOr<ProfileFacts> CheckDatabases(const ProfileDir& dir, absl::Duration budget,
                                            bool full) {
  if (dir.fresh) return ProfileFacts();
  const absl::Duration deadline = MonotonicNow() + budget;
  const OpenDatabases open = DatabasesOpenInProcess(dir);
  if ((open.cert9 || open.key4) && !SharesSqliteWithNss()) {
    return absl::FailedPreconditionError(
        absl::StrCat("check profile: it is open in this process by another SQLite, whose locks a "
                     "look into the files would drop: ",
                     dir.path));
  }
  ProfileFacts facts;
  absl::Status status = CheckOne(dir.path + "/cert9.db", dir.writable, deadline, full, "nssPublic",
                                 ReadPublicFacts, &facts);
  if (status.ok()) {
    status = CheckOne(dir.path + "/key4.db", dir.writable, deadline, full, "nssPrivate",
                      ReadPrivateFacts, &facts);
  }
  if (!status.ok()) return status;
  return facts;
}

bool SharesSqliteWithNss() {
  Softokens softokens;
  dl_iterate_phdr(LookAtBinding, &softokens);
  return softokens.loaded && softokens.share;
}

absl::StatusOr<FileState> FileState::Of(const std::string& path) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0) return FileError(errno, "profile database", path);
  FileState state;
  state.device = info.st_dev;
  state.inode = info.st_ino;
  state.size = info.st_size;
  state.modified = absl::TimeFromTimespec(info.st_mtim);
  state.changed = absl::TimeFromTimespec(info.st_ctim);
  return state;
}

bool FileState::operator==(const FileState& other) const {
  return device == other.device && inode == other.inode && size == other.size &&
         modified == other.modified && changed == other.changed;
}

absl::StatusOr<ProfileFacts> RememberedCheck::Check(const ProfileDir& dir, absl::Duration budget) {
  const absl::optional<ProfileFacts> known = Find(dir);
  if (known.has_value()) return *known;
  const absl::Time start = absl::Now();
  const absl::StatusOr<FileState> cert9 = FileState::Of(dir.path + "/cert9.db");
  const absl::StatusOr<FileState> key4 = FileState::Of(dir.path + "/key4.db");
  absl::StatusOr<ProfileFacts> facts = CheckDatabases(dir, budget, /*full=*/true);
  Forget(dir);
  if (!facts.ok() || !cert9.ok() || !key4.ok()) return facts;
  if (!IsSettled(*cert9, start) || !IsSettled(*key4, start)) return facts;
  ProfileFacts remembered = *facts;
  remembered.rolled_back = false;
  {
    MutexLock hold(&mu_);
    memory_[{dir.device, dir.inode}] = {*cert9, *key4, remembered};
  }
  if (!Find(dir).has_value()) Forget(dir);  // it was written meanwhile
  return facts;
}

absl::optional<ProfileFacts> RememberedCheck::Find(const ProfileDir& dir) {
  Memory memory;
  {
    MutexLock hold(&mu_);
    const auto found = memory_.find({dir.device, dir.inode});
    if (found == memory_.end()) return absl::nullopt;
    memory = found->second;
  }
  const absl::StatusOr<FileState> cert9 = FileState::Of(dir.path + "/cert9.db");
  const absl::StatusOr<FileState> key4 = FileState::Of(dir.path + "/key4.db");
  if (!cert9.ok() || !key4.ok() || *cert9 != memory.cert9 || *key4 != memory.key4) {
    return absl::nullopt;
  }
  if (HasLooseEnds(dir)) return absl::nullopt;
  return memory.facts;
}

void RememberedCheck::Forget(const ProfileDir& dir) {
  MutexLock hold(&mu_);
  memory_.erase({dir.device, dir.inode});
}

}  // namespace psm
