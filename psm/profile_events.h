// The three sequences of profile notifications: change, startup, shutdown.
//
// Who drives them: the host, or its profile chooser, on the thread that owns the profile. All
// notifications run on the calling thread; each call returns when the last one has returned.
// Every observer of a topic is told, even after one of them vetoed or failed.
//
//   DriveProfileChange                      | when it stops        | what is sent then
//   ----------------------------------------+----------------------+--------------------------------
//   1 profile-approve-change                | vetoed, failed       | nothing: nothing was begun
//   2 profile-change-net-teardown           | failed               | teardown-veto, net-restore
//   3 profile-change-teardown               | vetoed, failed       | teardown-veto, net-restore
//   4 profile-before-change                 | failed               | teardown-veto, net-restore
//   5 profile-do-change                     | failed               | net-restore
//   6 profile-after-change                  | (goes on)            |
//   7 profile-change-net-restore            | (ends)               |
//
// A stop in 1 to 4 means: the old profile stays. profile-change-teardown-veto then goes to
// everybody, those included who saw nothing but the first topics, and means "go back to normal
// with the profile you had". After a stop in 4 that includes opening again what before-change
// closed. A stop in 5 means: the old profile is gone and the new one is not there; observers of
// profile-after-change never hear of it, the network is restored, and the host picks a profile and
// drives a new change.
//
// Failures: InvalidArgument for an empty target; FailedPrecondition while another sequence of the
// same service is under way, on this thread (from inside an observer) or any other, and nothing is
// sent; Aborted with topic and reason after a veto; otherwise the first status given to
// ProfileChange::Fail, its topic in front.
//
// Example:
//   absl::Status changed = DriveProfileChange(*observers, profile.absolute_dir);
//   if (absl::IsAborted(changed)) Tell(changed.message());  // vetoed, the old profile is in use

#ifndef PSM_PROFILE_EVENTS_H_
#define PSM_PROFILE_EVENTS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "psm/observer_service.h"
#include "shutdown/export.h"

namespace psm {

[[nodiscard]] PSM_EXPORT absl::Status DriveProfileChange(ObserverService& service,
                                                         absl::string_view target_dir);

// profile-do-change, profile-after-change. No net-restore: nothing was torn down. A failure in
// do-change ends it.
[[nodiscard]] PSM_EXPORT absl::Status DriveStartup(ObserverService& service,
                                                   absl::string_view target_dir);

// profile-change-net-teardown, profile-change-teardown, profile-before-change, xpcom-shutdown. It
// cannot be vetoed, and a failure does not stop it; the first one is returned at the end.
[[nodiscard]] PSM_EXPORT absl::Status DriveShutdown(ObserverService& service);

}  // namespace psm

#endif  // PSM_PROFILE_EVENTS_H_
