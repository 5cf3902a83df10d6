// The intent journal of a profile: what an operation of several NSS transactions is about to do,
// on the disk before NSS's first transaction. A process that dies in between leaves the intent
// pending, and the next one to open the profile finishes it (psm/intents.h). NSS itself never
// repairs such a half: a kill between the two transactions of a trust change destroys the trust
// that was stored, one during a key generation leaves a key that nothing finds.
//
//   absl::StatusOr<IntentJournal> journal = IntentJournal::Open(folder);
//   absl::StatusOr<uint64_t> id = journal->Begin(intent);   // durable
//   ... NSS's transactions ...
//   absl::Status ended = journal->End(*id);
//
// What is pending says what is to be true in the end, so it may be done again: the end of the
// newest intent need not be durable, and Begin makes the ends of all before it so. But nothing else
// may be written to the databases in between, or a power cut would do the old intent over the new
// state; for that there is Settle(). An undo (an import that was cut off is removed) must have
// ended durably before the import is acknowledged.
//
// The file is <folder>/psm-intents, 64 KiB of zeros that lines are written into, so that a Begin
// costs one fdatasync and no change of the file's size. It starts again when it is nearly full and
// nothing is pending. Each line is
//   <CRC-32 of the rest, 8 hexadecimal digits> <JSON> \n
// and the first line that is none ends it: a torn one was never acknowledged.
//
// Thread rule: one thread at a time (the holder of a DatabaseWrite).
// How it fails: FileError of each step, with the path. After a Begin that failed nothing may be
// assumed durable, and NSS must not be called.

#ifndef NSS_GLUE_INTENT_JOURNAL_H_
#define NSS_GLUE_INTENT_JOURNAL_H_

#include <stdint.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace psm {

enum class IntentKind {
  kStore,    // `certificates` are to be there, with `trust`, the first one as `nickname`
  kTrust,    // those of `certificates` that are there are to have `trust`
  kRemove,   // `certificates`, and the key pairs `key_ids`, are to be gone
  kCreate,   // a new profile: it is to be complete, or not there
  kMigrate,  // everything in the databases of the old format (dbm) is to be in the new ones
  kKeyPair,  // of each of `key_ids`, both halves are to be there, or none
  kSecret,   // the secret keys `key_ids` are to have the id of the keys of secrets
};

// "store", "trust", "remove", "create", "migrate", "key-pair", "secret".
const char* IntentKindName(IntentKind kind);

struct Intent {
  IntentKind kind = IntentKind::kStore;
  std::vector<std::string> certificates;  // DER
  std::vector<std::string> key_ids;       // CKA_ID
  std::string nickname;
  std::string trust;  // as Trust::ToString()

  friend bool operator==(const Intent& a, const Intent& b) {
    return a.kind == b.kind && a.certificates == b.certificates && a.key_ids == b.key_ids &&
           a.nickname == b.nickname && a.trust == b.trust;
  }
};

struct PendingIntent {
  uint64_t id;
  Intent intent;
};

class IntentJournal {
 public:
  // Makes the file if there is none.
  static absl::StatusOr<IntentJournal> Open(const std::string& folder);
  IntentJournal(IntentJournal&& other) noexcept { *this = std::move(other); }
  IntentJournal& operator=(IntentJournal&& other) noexcept;
  ~IntentJournal();

  absl::StatusOr<uint64_t> Begin(const Intent& intent);
  [[nodiscard]] absl::Status End(uint64_t id);
  // Makes every End so far durable.
  [[nodiscard]] absl::Status Settle();

  // Oldest first.
  const std::vector<PendingIntent>& pending() const { return pending_; }

  // What is pending in the text of a journal: for its reader, and for tests and fuzzing.
  static std::vector<PendingIntent> Parse(absl::string_view text);

 private:
  IntentJournal(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  absl::Status Append(absl::string_view line);
  absl::Status StartAgain();

  std::string path_;
  int fd_ = -1;
  uint64_t next_id_ = 1;
  uint64_t end_ = 0;  // where the next line goes
  bool settled_ = true;
  std::vector<PendingIntent> pending_;
};

}  // namespace psm

#endif  // NSS_GLUE_INTENT_JOURNAL_H_
