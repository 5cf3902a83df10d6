#include "nss_glue/legacy_database.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "nss_glue/file.h"
#include "nss_glue/sqlite_file.h"

namespace psm {
namespace {

constexpr std::array<const char*, 4> kFiles = {"/cert8.db", "/cert8.dir", "/key3.db", "/secmod.db"};

// ---- The file format ----

constexpr uint32_t kMagic = 0x061561;
constexpr uint32_t kLittleEndian = 1234;
constexpr int kSpares = 32;
constexpr uint32_t kMostBuckets = 1 << 20;
constexpr size_t kHeaderBytes = 17 * 4 + kSpares * 4 + kSpares * 2;
// What stands in the place of a value's offset and is less than kRealKey.
constexpr uint16_t kOverflowPage = 0;
constexpr uint16_t kFullKey = 2;
constexpr uint16_t kFullKeyAndData = 3;
constexpr uint16_t kRealKey = 4;

class HashFile {
 public:
  HashFile(const std::string& path, const std::string& bytes) : path_(path), bytes_(bytes) {}

  absl::Status Read(const std::function<void(absl::string_view, absl::string_view)>& visit) {
    if (!ReadHeader()) return DamagedFileError("it has no header of a dbm database", path_);
    for (uint32_t bucket = 0; bucket <= max_bucket_; ++bucket) {
      absl::Status status = ReadChain(BucketPage(bucket), visit);
      if (!status.ok()) return status;
    }
    if (found_ == keys_) return absl::OkStatus();
    return DamagedFileError(
        absl::StrCat("it has ", found_, " entries, and its header says ", keys_), path_);
  }

 private:
  // Every number of the header is big-endian.
  uint32_t Word(size_t index) const {
    uint32_t word = 0;
    for (size_t i = 0; i < 4; ++i) {
      word = word << 8 | static_cast<unsigned char>(bytes_[4 * index + i]);
    }
    return word;
  }

  bool ReadHeader() {
    if (bytes_.size() < kHeaderBytes || Word(0) != kMagic) return false;
    swapped_ = Word(2) != kLittleEndian;
    page_bytes_ = Word(3);
    max_bucket_ = Word(10);
    keys_ = Word(14);
    header_pages_ = Word(15);
    for (size_t i = 0; i < kSpares; ++i) spares_[i] = Word(17 + i);
    const bool sound_size =
        page_bytes_ >= 64 && page_bytes_ <= 65536 && (page_bytes_ & (page_bytes_ - 1)) == 0;
    pages_ = sound_size ? bytes_.size() / page_bytes_ : 0;
    return sound_size && max_bucket_ <= kMostBuckets && header_pages_ <= pages_;
  }

  // Overflow pages lie between the buckets, behind each power of two.
  uint64_t BucketPage(uint64_t bucket) const {
    if (bucket == 0) return header_pages_;
    int log = 0;  // the least power of two that is not less than bucket + 1
    while ((uint64_t{1} << log) < bucket + 1) ++log;
    return bucket + header_pages_ + spares_[std::min(log, kSpares) - 1];
  }
  uint64_t OverflowPage(uint16_t address) const {
    const int split = address >> 11;
    return BucketPage((uint64_t{1} << split) - 1) + (address & 0x7ff);
  }

  struct Page {
    absl::string_view bytes;
    bool swapped;
    uint16_t operator[](size_t index) const {
      const auto a = static_cast<unsigned char>(bytes[2 * index]);
      const auto b = static_cast<unsigned char>(bytes[2 * index + 1]);
      return static_cast<uint16_t>(swapped ? a << 8 | b : b << 8 | a);
    }
    uint16_t entries() const { return (*this)[0]; }
    uint16_t free() const { return (*this)[entries() + 1u]; }
    uint16_t next() const { return (*this)[entries() - 1u]; }  // behind a part of a big entry
  };

  // A page is visited once: a chain that comes back to one is damaged.
  absl::Status Take(uint64_t number, Page* page) {
    if (number >= pages_) {
      // A bucket that was never written.
      static const std::string* const kEmpty = new std::string(65536, '\0');
      *page = {absl::string_view(*kEmpty).substr(0, page_bytes_), false};
      return absl::OkStatus();
    }
    visited_.resize(pages_);
    if (visited_[number]) return DamagedFileError("its pages form a ring", path_);
    visited_[number] = true;
    *page = {absl::string_view(bytes_).substr(number * page_bytes_, page_bytes_), swapped_};
    if (2u * (page->entries() + 3u) <= page_bytes_ && page->entries() % 2 == 0) {
      return absl::OkStatus();
    }
    return DamagedFileError(absl::StrCat("page ", number, " is no page of a dbm database"), path_);
  }

  absl::Status BadEntry() const { return DamagedFileError("an entry has no place", path_); }

  absl::Status ReadChain(uint64_t number,
                         const std::function<void(absl::string_view, absl::string_view)>& visit) {
    for (;;) {
      Page page;
      absl::Status status = Take(number, &page);
      if (!status.ok()) return status;
      size_t end = page_bytes_;
      absl::optional<uint16_t> next;
      for (size_t i = 1; i < page.entries() && !next.has_value(); i += 2) {
        if (page[i + 1] == kOverflowPage) {
          next = page[i];
          break;
        }
        if (page[i + 1] < kRealKey) {
          if (i != 1) return BadEntry();
          status = ReadBigEntry(&page, visit);
          if (!status.ok()) return status;
          if (page.entries() > 2) next = page.next();
          if (!next.has_value()) return absl::OkStatus();
          break;
        }
        if (page[i] > end || page[i + 1] > page[i]) return BadEntry();
        ++found_;
        visit(page.bytes.substr(page[i], end - page[i]),
              page.bytes.substr(page[i + 1], page[i] - page[i + 1]));
        end = page[i + 1];
      }
      if (!next.has_value()) return absl::OkStatus();
      number = OverflowPage(*next);
      if (number >= pages_) return BadEntry();
    }
  }

  // A key and a value that take several pages. `page` is the last of them afterwards.
  absl::Status ReadBigEntry(
      Page* page, const std::function<void(absl::string_view, absl::string_view)>& visit) {
    std::string key;
    std::string value;
    bool in_key = true;
    for (;;) {
      const uint16_t kind = (*page)[2];
      const size_t start = (*page)[1];
      if (page->entries() < 2 || start > page_bytes_ || kind >= kRealKey) return BadEntry();
      absl::StrAppend(in_key ? &key : &value, page->bytes.substr(start));
      if (kind == kFullKeyAndData && !in_key) break;
      if (page->entries() < 4) return BadEntry();
      if (kind == kFullKeyAndData) {  // the value, or its beginning, is on the key's page
        const size_t data = (*page)[page->entries()];
        if (data > start) return BadEntry();
        absl::StrAppend(&value, page->bytes.substr(data, start - data));
        if (page->free() != 0) break;  // all of it
      }
      if (kind >= kFullKey) in_key = false;
      const uint64_t next = OverflowPage(page->next());
      if (next >= pages_) return BadEntry();
      absl::Status status = Take(next, page);
      if (!status.ok()) return status;
    }
    ++found_;
    visit(key, value);
    return absl::OkStatus();
  }

  const std::string& path_;
  const std::string& bytes_;
  bool swapped_ = false;
  uint64_t page_bytes_ = 0;
  uint64_t pages_ = 0;
  uint32_t max_bucket_ = 0;
  uint32_t keys_ = 0;
  uint32_t header_pages_ = 0;
  std::array<uint32_t, kSpares> spares_ = {};
  std::vector<bool> visited_;
  uint32_t found_ = 0;
};

// ---- What NSS keeps in it ----

enum CertificateEntry : char { kCertificate = 1, kRevocation = 4 };

bool IsKey(absl::string_view key, absl::string_view value) {
  return value.size() > 1 && key != "global-salt" && key != "password-check";
}

// Two bytes of length, and the text. False if it is not there.
bool TakeText(absl::string_view* input, absl::string_view* text) {
  if (input->size() < 2) return false;
  const size_t length =
      static_cast<unsigned char>((*input)[0]) << 8 | static_cast<unsigned char>((*input)[1]);
  if (input->size() - 2 < length) return false;
  *text = input->substr(2, length);
  input->remove_prefix(2 + length);
  return true;
}

void ReadModule(absl::string_view record, LegacyFacts* facts) {
  constexpr size_t kNameStart = 2;
  constexpr size_t kInternal = 6;
  constexpr size_t kFips = 7;
  if (record.size() <= kFips) return;
  if (record[kInternal] != 0) {
    facts->fips |= record[kFips] != 0;
    return;
  }
  const size_t start = static_cast<unsigned char>(record[kNameStart]) << 8 |
                       static_cast<unsigned char>(record[kNameStart + 1]);
  if (start > record.size()) return;
  record.remove_prefix(start);
  absl::string_view name;
  absl::string_view library;
  if (!TakeText(&record, &name) || !TakeText(&record, &library)) return;
  facts->modules.emplace_back(library.empty() ? name : library);
}

bool Exists(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0;
}

void Compare(const absl::optional<int64_t>& before, int64_t after, const char* what,
             std::vector<std::string>* differences) {
  if (!before.has_value() || *before == after) return;
  differences->push_back(absl::StrCat(after, " of ", *before, " ", what));
}

}  // namespace

absl::Status ReadHashFile(
    const std::string& path,
    const std::function<void(absl::string_view key, absl::string_view value)>& visit) {
  absl::StatusOr<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  return HashFile(path, *bytes).Read(visit);
}

absl::StatusOr<LegacyFacts> ReadLegacyDatabases(const std::string& folder) {
  LegacyFacts facts;
  const std::string cert8 = folder + "/cert8.db";
  const std::string key3 = folder + "/key3.db";
  const std::string secmod = folder + "/secmod.db";
  absl::Status status;
  if (Exists(cert8)) {
    facts.certificates = facts.crls = 0;
    status = ReadHashFile(cert8, [&facts](absl::string_view key, absl::string_view) {
      if (key.empty()) return;
      if (key[0] == kCertificate) ++*facts.certificates;
      if (key[0] == kRevocation) ++*facts.crls;
    });
  }
  if (status.ok() && Exists(key3)) {
    facts.keys = 0;
    status = ReadHashFile(key3, [&facts](absl::string_view key, absl::string_view value) {
      if (IsKey(key, value)) ++*facts.keys;
    });
  }
  if (!status.ok()) return status;
  if (Exists(secmod)) {
    facts.modules_read = ReadHashFile(secmod, [&facts](absl::string_view, absl::string_view value) {
      ReadModule(value, &facts);
    });
  }
  std::sort(facts.modules.begin(), facts.modules.end());
  return facts;
}

std::vector<std::string> LegacyFiles(const std::string& folder, const std::string& suffix) {
  std::vector<std::string> files;
  for (const char* name : kFiles) {
    const std::string file = absl::StrCat(folder, name, suffix);
    if (Exists(file)) files.push_back(file);
  }
  return files;
}

std::string LegacyFacts::Difference(const ProfileFacts& migrated) const {
  std::vector<std::string> differences;
  Compare(certificates, migrated.certificates, "certificates", &differences);
  Compare(crls, migrated.crls, "CRLs", &differences);
  Compare(keys, migrated.keys, "keys", &differences);
  return absl::StrJoin(differences, ", ");
}

bool LegacyFacts::IsMoreThan(const ProfileFacts& migrated) const {
  return !Difference(migrated).empty() &&
         certificates.value_or(INT64_MAX) >= migrated.certificates &&
         crls.value_or(INT64_MAX) >= migrated.crls && keys.value_or(INT64_MAX) >= migrated.keys;
}

std::string LegacyFacts::ToString() const {
  return absl::StrCat(certificates.value_or(0), " certificates, ", crls.value_or(0), " CRLs, ",
                      keys.value_or(0), " keys");
}

}  // namespace psm
