#include "nss_glue/intent_journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"

namespace psm {
namespace {

using nlohmann::json;

constexpr char kFileName[] = "/psm-intents";
constexpr char kOperation[] = "write the intent journal";
constexpr off_t kFileBytes = 64 * 1024;
constexpr uint64_t kNearlyFull = 48 * 1024;
constexpr size_t kCrcDigits = 8;

struct KindName {
  IntentKind kind;
  const char* name;
};
constexpr std::array<KindName, 7> kKinds = {{{IntentKind::kStore, "store"},
                                             {IntentKind::kTrust, "trust"},
                                             {IntentKind::kRemove, "remove"},
                                             {IntentKind::kCreate, "create"},
                                             {IntentKind::kMigrate, "migrate"},
                                             {IntentKind::kKeyPair, "key-pair"},
                                             {IntentKind::kSecret, "secret"}}};

std::string Crc(absl::string_view text) {
  const auto crc = static_cast<uint32_t>(
      crc32_z(0, reinterpret_cast<const unsigned char*>(text.data()), text.size()));
  return absl::StrCat(absl::Hex(crc, absl::kZeroPad8));
}

std::string LineOf(const json& object) {
  const std::string text = object.dump();
  return absl::StrCat(Crc(text), " ", text, "\n");
}

std::vector<std::string> Encode(const std::vector<std::string>& bytes) {
  std::vector<std::string> encoded;
  for (const std::string& b : bytes) encoded.push_back(absl::Base64Escape(b));
  return encoded;
}

bool Decode(const json& object, const char* key, std::vector<std::string>* bytes) {
  if (!object.contains(key)) return true;
  if (!object[key].is_array()) return false;
  for (const json& item : object[key]) {
    std::string decoded;
    if (!item.is_string() || !absl::Base64Unescape(item.get_ref<const std::string&>(), &decoded)) {
      return false;
    }
    bytes->push_back(std::move(decoded));
  }
  return true;
}

bool Decode(const json& object, const char* key, std::string* text) {
  if (!object.contains(key)) return true;
  std::vector<std::string> one;
  if (!Decode(json{{key, json::array({object[key]})}}, key, &one)) return false;
  *text = std::move(one[0]);
  return true;
}

json Write(uint64_t id, const Intent& intent) {
  json object = {{"begin", id}, {"kind", IntentKindName(intent.kind)}};
  if (!intent.certificates.empty()) object["certificates"] = Encode(intent.certificates);
  if (!intent.key_ids.empty()) object["key_ids"] = Encode(intent.key_ids);
  // Base64 too: a nickname need not be UTF-8.
  if (!intent.nickname.empty()) object["nickname"] = absl::Base64Escape(intent.nickname);
  if (!intent.trust.empty()) object["trust"] = absl::Base64Escape(intent.trust);
  return object;
}

// False: no intent.
bool Read(const json& object, Intent* intent) {
  if (!object.contains("kind") || !object["kind"].is_string()) return false;
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&object](const KindName& k) {
    return object["kind"].get_ref<const std::string&>() == k.name;
  });
  if (kind == kKinds.end()) return false;
  intent->kind = kind->kind;
  return Decode(object, "certificates", &intent->certificates) &&
         Decode(object, "key_ids", &intent->key_ids) &&
         Decode(object, "nickname", &intent->nickname) && Decode(object, "trust", &intent->trust);
}

void Erase(std::vector<PendingIntent>* pending, uint64_t id) {
  pending->erase(std::remove_if(pending->begin(), pending->end(),
                                [id](const PendingIntent& p) { return p.id == id; }),
                 pending->end());
}

struct Parsed {
  std::vector<PendingIntent> pending;
  uint64_t last_id = 0;
  size_t bytes = 0;  // of the lines
};

Parsed ParseLines(absl::string_view text) {
  Parsed parsed;
  for (;;) {
    const absl::string_view rest = text.substr(parsed.bytes);
    const size_t end = rest.find('\n');
    if (end == rest.npos || end <= kCrcDigits) break;
    const absl::string_view body = rest.substr(kCrcDigits + 1, end - kCrcDigits - 1);
    if (rest[kCrcDigits] != ' ' || rest.substr(0, kCrcDigits) != Crc(body)) break;
    const json object = json::parse(body.begin(), body.end(), nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) break;
    const bool begins = object.contains("begin");
    const char* const key = begins ? "begin" : "end";
    if (!object.contains(key) || !object[key].is_number_unsigned()) break;
    const auto id = object[key].get<uint64_t>();
    // Ids rise: what a shorter journal left behind of an older one is no part of it.
    if (begins ? id <= parsed.last_id : id > parsed.last_id) break;
    if (begins) {
      PendingIntent pending{id, {}};
      if (!Read(object, &pending.intent)) break;
      parsed.pending.push_back(std::move(pending));
      parsed.last_id = id;
    } else {
      Erase(&parsed.pending, id);
    }
    parsed.bytes += end + 1;
  }
  return parsed;
}

}  // namespace

const char* IntentKindName(IntentKind kind) {
  return std::find_if(kKinds.begin(), kKinds.end(),
                      [kind](const KindName& k) { return k.kind == kind; })
      ->name;
}

std::vector<PendingIntent> IntentJournal::Parse(absl::string_view text) {
  return ParseLines(text).pending;
}

absl::StatusOr<IntentJournal> IntentJournal::Open(const std::string& folder) {
  const std::string path = folder + kFileName;
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  if (fd < 0) return FileError(errno, "open the intent journal", path);
  IntentJournal journal(path, fd);
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) return text.status();
  if (text->empty()) {
    absl::Status made = journal.StartAgain();
    if (!made.ok()) {
      unlink(path.c_str());  // it holds nothing
      return made;
    }
    absl::Status synced = SyncFolder(folder);
    if (!synced.ok()) return synced;
    return journal;
  }
  Parsed parsed = ParseLines(*text);
  journal.pending_ = std::move(parsed.pending);
  journal.next_id_ = parsed.last_id + 1;
  journal.end_ = parsed.bytes;
  journal.settled_ = false;
  return journal;
}

IntentJournal& IntentJournal::operator=(IntentJournal&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(next_id_, other.next_id_);
  std::swap(end_, other.end_);
  std::swap(settled_, other.settled_);
  std::swap(pending_, other.pending_);
  return *this;
}

IntentJournal::~IntentJournal() {
  if (fd_ >= 0) close(fd_);
}

// Empty, and durably so, before it has its size back: whatever a crash leaves of this has nothing
// pending.
absl::Status IntentJournal::StartAgain() {
  if (ftruncate(fd_, 0) != 0 || fsync(fd_) != 0) return FileError(errno, kOperation, path_);
  if (const int error = posix_fallocate(fd_, 0, kFileBytes); error != 0) {
    return FileError(error, kOperation, path_);
  }
  end_ = 0;
  settled_ = false;  // the file's size
  return absl::OkStatus();
}

absl::Status IntentJournal::Append(absl::string_view line) {
  for (uint64_t done = 0; done < line.size();) {
    const ssize_t count =
        pwrite(fd_, &line[done], line.size() - done, static_cast<off_t>(end_ + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return FileError(count < 0 ? errno : EIO, kOperation, path_);
    done += static_cast<uint64_t>(count);
  }
  end_ += line.size();
  settled_ = false;
  return absl::OkStatus();
}

absl::Status IntentJournal::Settle() {
  if (settled_) return absl::OkStatus();
  if (fdatasync(fd_) != 0) return FileError(errno, kOperation, path_);
  settled_ = true;
  return absl::OkStatus();
}

absl::StatusOr<uint64_t> IntentJournal::Begin(const Intent& intent) {
  absl::Status written;
  if (pending_.empty() && end_ > kNearlyFull) written = StartAgain();
  const uint64_t start = end_;
  const uint64_t id = next_id_;
  if (written.ok()) written = Append(LineOf(Write(id, intent)));
  if (written.ok()) written = Settle();
  if (!written.ok()) {
    end_ = start;  // the next line goes over what is there of this one
    return written;
  }
  ++next_id_;
  pending_.push_back({id, intent});
  return id;
}

absl::Status IntentJournal::End(uint64_t id) {
  absl::Status written = Append(LineOf(json{{"end", id}}));
  if (written.ok()) Erase(&pending_, id);
  return written;
}

}  // namespace psm
