// How the opening of a profile ended, in one word for a host to act on. An OpenReport carries it,
// and so does the Status of a refusal.
//
//   absl::StatusOr<OpenReport> report = manager->OpenProfile(directory);
//   if (!report.ok() && OpenOutcomeOf(report.status()) == OpenOutcome::kCorrupt) OfferABackup();
//
//   outcome           the profile                                        more in
//   kOk               is open, read and write
//   kReadOnly         is open, but cannot be written                     OpenReport::why
//   kNoDatabase       was not opened: NSS runs without databases         OpenReport::why
//   kCreated          is new
//   kMigrated         was moved from NSS's old format (dbm). With a      OpenReport::notes
//                     password that ends with the first log-in: until
//                     then it is kOk, and a note says what it waits
//                     for; later ManagerSnapshot::notes does
//   kRecovered        was damaged and is whole again                     recovered_from, kept
//   kInUse            is open in another process, or locked by one       the message: its pid
//   kCorrupt          is damaged, or was emptied; nothing was touched    the message: which file
//   kBusy             the one before it could not be closed: somebody    the message: which
//                     holds NSS objects
//   kRestartRequired  cannot be opened by this process any more          the message: why
//   kFailed           anything else: a missing folder, a full disk
//
// Thread rule: any thread.

#ifndef PSM_OPEN_OUTCOME_H_
#define PSM_OPEN_OUTCOME_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

enum class OpenOutcome {
  kOk,
  kReadOnly,
  kNoDatabase,
  kCreated,
  kMigrated,
  kRecovered,
  kInUse,
  kCorrupt,
  kBusy,
  kRestartRequired,
  kFailed,
};

// Of a Status that OpenProfile, SwitchProfile or CheckTarget returned.
PSM_EXPORT OpenOutcome OpenOutcomeOf(const absl::Status& status);

PSM_EXPORT absl::string_view OpenOutcomeName(OpenOutcome outcome);

// `status` with the outcome in it.
absl::Status WithOutcome(absl::Status status, OpenOutcome outcome);

}  // namespace psm

#endif  // PSM_OPEN_OUTCOME_H_
