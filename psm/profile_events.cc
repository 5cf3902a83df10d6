#include "psm/profile_events.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

Mutex turn_mu;
std::set<const ObserverService*>& Driven() PSM_REQUIRES(turn_mu) {
  static auto* driven = new std::set<const ObserverService*>;
  return *driven;
}

// The right to drive `service`. A change begun from inside an observer would interleave with the
// one it is part of, and tell the others of teardown twice.
class Turn {
 public:
  explicit Turn(const ObserverService& service) : service_(&service) {
    MutexLock lock(&turn_mu);
    taken_ = Driven().insert(service_).second;
  }
  ~Turn() {
    if (!taken_) return;
    MutexLock lock(&turn_mu);
    Driven().erase(service_);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  absl::Status status() const {
    return taken_ ? absl::OkStatus()
                  : absl::FailedPreconditionError("a profile change or shutdown is under way");
  }

 private:
  const ObserverService* const service_;
  bool taken_ = false;
};

// Ok if the change may go on.
absl::Status Send(ObserverService& service, absl::string_view topic, ProfileChange& change) {
  change.EnterPhase(topic);
  service.Notify(topic, change);
  if (change.status().ok() && change.vetoed()) {
    return absl::AbortedError(absl::StrCat(topic, ": vetoed: ", change.reason()));
  }
  return change.status();
}

absl::Status CheckTarget(absl::string_view target_dir) {
  return target_dir.empty() ? absl::InvalidArgumentError("the target profile has an empty path")
                            : absl::OkStatus();
}

}  // namespace

absl::Status DriveProfileChange(ObserverService& service, absl::string_view target_dir) {
  if (absl::Status target = CheckTarget(target_dir); !target.ok()) return target;
  const Turn turn(service);
  if (!turn.status().ok()) return turn.status();
  ProfileChange change(ProfileChange::Kind::kSwitch, target_dir);

  if (absl::Status sent = Send(service, kProfileApproveChange, change); !sent.ok()) return sent;
  for (absl::string_view topic :
       {kProfileChangeNetTeardown, kProfileChangeTeardown, kProfileBeforeChange}) {
    if (absl::Status sent = Send(service, topic, change); !sent.ok()) {
      Send(service, kProfileChangeTeardownVeto, change).IgnoreError();
      Send(service, kProfileChangeNetRestore, change).IgnoreError();
      return sent;
    }
  }
  if (Send(service, kProfileDoChange, change).ok()) {
    Send(service, kProfileAfterChange, change).IgnoreError();
  }
  // The first failure is in the change, whichever topic it came in.
  return Send(service, kProfileChangeNetRestore, change);
}

absl::Status DriveStartup(ObserverService& service, absl::string_view target_dir) {
  if (absl::Status target = CheckTarget(target_dir); !target.ok()) return target;
  const Turn turn(service);
  if (!turn.status().ok()) return turn.status();
  ProfileChange change(ProfileChange::Kind::kStartup, target_dir);

  if (absl::Status sent = Send(service, kProfileDoChange, change); !sent.ok()) return sent;
  return Send(service, kProfileAfterChange, change);
}

absl::Status DriveShutdown(ObserverService& service) {
  const Turn turn(service);
  if (!turn.status().ok()) return turn.status();
  ProfileChange change(ProfileChange::Kind::kShutdown, "");

  for (absl::string_view topic :
       {kProfileChangeNetTeardown, kProfileChangeTeardown, kProfileBeforeChange, kXpcomShutdown}) {
    Send(service, topic, change).IgnoreError();
  }
  return change.status();
}

}  // namespace psm
