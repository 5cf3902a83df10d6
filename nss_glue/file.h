// Whole files, for preferences, profiles.ini, our own records and backups. Not for databases that
// NSS may have open: closing one drops NSS's locks.
//
// Thread rule: any thread. How it fails: a Status that names the operation, the path and the errno;
// FailedPrecondition for what is no regular file.

#ifndef NSS_GLUE_FILE_H_
#define NSS_GLUE_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace psm {

absl::StatusOr<std::string> ReadFile(const std::string& path);

// The old file is there, whole, until the new one is on the disk. Mode 0600. If only the last step
// failed, syncing the folder, the new file is in place but may not outlive a power cut.
absl::Status ReplaceFile(const std::string& path, absl::string_view text);

// All of `text` to a descriptor, and on the disk. `path` is for the error.
absl::Status WriteAndSync(int fd, absl::string_view text, absl::string_view path);

// ResourceExhausted where less than 1 MiB is left, which is more than any change of NSS's takes.
absl::Status CheckRoom(const std::string& folder, absl::string_view operation);

// What was made, renamed or removed in it is so after a power cut, too.
absl::Status SyncFolder(const std::string& folder);

}  // namespace psm

#endif  // NSS_GLUE_FILE_H_
