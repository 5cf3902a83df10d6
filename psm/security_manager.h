// SecurityManager: the one owner of NSS in a process. It takes NSS up and down as profiles change,
// so that no call meets a dead NSS, no object of one profile is used under the next, and nothing
// waits without a deadline.
//
//   int main() {
//     std::unique_ptr<ObserverService> observers = MakeObserverService();
//     std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
//     // Before other threads exist:
//     auto manager = SecurityManager::Create({observers.get(), preferences.get()});
//     absl::Status up = DriveStartup(*observers, "/home/a/.config/app/first");
//     ...
//     absl::Status changed = DriveProfileChange(*observers, "/home/a/.config/app/second");
//     absl::Status down = DriveShutdown(*observers);
//   }
//
//   state         entered by             left for
//   kDown         Create, CloseProfile   kStarting
//   kStarting     OpenProfile            kLive; kFailed, kPinned
//   kLive         a profile is open      kDraining
//   kDraining     CloseProfile           kEvaporating; kLive (deadline policy `keep`, the caller is
//                                        inside, no fence); kPinned (deadline policy `proceed`)
//   kEvaporating  nobody is inside       kSwitching
//   kSwitching    objects are released   kDown; kPinned (SEC_ERROR_BUSY); kLive (policy `refuse`)
//   kPinned       a change that could    kStarting: OpenProfile tries again
//                 not finish
//   kFailed       OpenProfile failed,    kStarting
//                 or another library
//                 shut NSS down
//   kForked       a forked child         never
//
// In kDown `never` mode keeps NSS itself up, with the gate closed. In kPinned the gate is closed
// and the old databases stay open, because of a reference that is not ours, or of holders that
// remained.
//
// What the observed topics do: profile-approve-change checks the target (path, access, database
// headers, lock) and vetoes with the reason; profile-before-change closes the profile;
// profile-do-change opens the target, and the old profile again if that fails;
// profile-change-teardown-veto opens the old profile again if it was closed; xpcom-shutdown closes.
// A host without an observer service calls OpenProfile, CloseProfile and SwitchProfile itself.
//
// Thread rule: Create, destruction and the owner's calls (OpenProfile, CloseProfile, SwitchProfile,
// CheckTarget, BackUp, Restore) on any thread, one at a time; a racing caller gets Aborted at once.
// snapshot() and WhatPins() on any thread at any time.
//
// How it fails: each call says; every Status names the folder and NSS's error. A failed change
// leaves the old profile open (its objects gone if it got as far as evaporation), unless the state
// is kPinned or kFailed.
//
// Sources: wiki.mozilla.org "NSS Startup and Shutdown in Gecko"; Bugzilla 101329, 1215267, 1230312;
// measured facts and the argument for the order of steps in docs/design.md.

#ifndef PSM_SECURITY_MANAGER_H_
#define PSM_SECURITY_MANAGER_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "psm/observer_service.h"
#include "psm/open_outcome.h"
#include "psm/password_prompter.h"
#include "psm/preferences.h"
#include "psm/settings.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "shutdown/registry.h"

namespace psm {

enum class ManagerState {
  kDown,
  kStarting,
  kLive,
  kDraining,
  kEvaporating,
  kSwitching,
  kPinned,
  kFailed,
  kForked,
};

enum class ProfileAccess { kReadWrite, kReadOnly, kNoDatabase };

// How the old profile was left.
enum class SwitchWay {
  kNothingOpen,
  kShutdown,           // NSS_Shutdown
  kSlot,               // the key slot was closed, NSS stays up: `never` mode
  kSlotBecausePinned,  // as kSlot, in `coordinated` mode, because of what is in `pins`
};

struct CloseReport {
  ShutdownMode mode = ShutdownMode::kCoordinated;
  SwitchWay way = SwitchWay::kNothingOpen;
  DrainReport drain{DrainResult::kOk, absl::ZeroDuration(), {}};
  EvaporationReport evaporation;
  // What code that does not track it holds: certificates with their reference count, and what the
  // wrapped NSS functions handed out, by kind (with security.nss.capture_creation_sites, and
  // where).
  std::vector<std::string> pins;
  absl::Duration took;
};

struct OpenReport {
  std::string directory;
  ProfileAccess access = ProfileAccess::kReadWrite;
  OpenOutcome outcome = OpenOutcome::kOk;
  absl::Status why;                // why not read-write; OK otherwise
  bool created = false;            // a fresh profile
  std::string recovered_from;      // the backup that took the place of a damaged profile
  std::vector<std::string> kept;   // the damaged files, where they are now
  std::vector<std::string> notes;  // what was found, and what of the profile is not in force:
                                   // third-party modules, FIPS mode
  ProfileGeneration generation = 0;
  absl::Duration took;
};

struct SwitchReport {
  CloseReport close;
  OpenReport open;
  absl::Duration took;
};

struct ManagerSnapshot {
  ManagerState state = ManagerState::kDown;
  absl::Status why;       // of kFailed and kPinned
  std::string directory;  // the open profile
  ProfileAccess access = ProfileAccess::kReadWrite;
  ProfileGeneration generation = 0;
  // Of this generation: operations that a crash had cut off, and that were finished or given up; a
  // migration from dbm that a log-in finished; a password whose work factor was raised.
  std::vector<std::string> notes;
  size_t tracked_objects = 0;
  int opens = 0;
  int closes = 0;
  int refused_closes = 0;  // drains that failed
  int fallbacks = 0;       // coordinated changes that went by the slot
};

class PSM_EXPORT SecurityManager {
 public:
  struct Config {
    // Both outlive the manager. Null observers: the host makes the owner's calls itself.
    ObserverService* observers = nullptr;
    PreferenceService* preferences = nullptr;
    PasswordPrompter* prompter = nullptr;
    // Told of each state entered, on the thread that entered it, with no lock held.
    std::function<void(ManagerState)> on_state;
    // Told, on the thread of the write, when one has waited for half a second: what waits, for the
    // lock of which process on which database, or for which other write.
    std::function<void(const std::string&)> on_write_stall;
  };

  // AlreadyExists: a process has one. FailedPrecondition: the program has NSS up by itself
  // (nss_glue/standalone.h). InvalidArgument: a preference is out of range. Registers with the
  // kernel what the gate needs, so call it before other threads exist (GateControl::Prepare
  // says what it costs later).
  static absl::StatusOr<std::unique_ptr<SecurityManager>> Create(Config config);

  // Closes the profile as the mode says; in `never` mode NSS itself stays up.
  ~SecurityManager();
  SecurityManager(const SecurityManager&) = delete;
  SecurityManager& operator=(const SecurityManager&) = delete;

  // kDown, kFailed or kPinned -> kLive.
  //   FailedPrecondition  a profile is open; the folder is in use by another process (pid named)
  //   NotFound, PermissionDenied, DataLoss, ...
  //                       the folder or a database in it, before NSS is called
  //   Unavailable         still pinned
  // An OK result may still be read-only, or without databases: see OpenReport::access and why.
  absl::StatusOr<OpenReport> OpenProfile(absl::string_view directory);

  // kLive -> kDown. With nothing open: OK, kNothingOpen.
  //   DeadlineExceeded    who is still inside, by thread and label
  //   FailedPrecondition  the caller itself is inside the gate; or a restart is required, with the
  //                       policy `refuse`
  //   Unavailable         no fence, or SEC_ERROR_BUSY: kPinned
  absl::StatusOr<CloseReport> CloseProfile();

  // The target is checked and locked first, so that a bad one costs nothing; then close, then open.
  // If opening fails the old profile is opened again, and the Status says whether that worked.
  absl::StatusOr<SwitchReport> SwitchProfile(absl::string_view directory);

  // What SwitchProfile would refuse before it touches the open profile.
  absl::Status CheckTarget(absl::string_view directory) const;

  // Copies the open profile into a new folder of its psm-backups, while it is in use; the name.
  // Deletes all but security.nss.backups_kept. Backups are also made by schedule, before an
  // opening (settings.h).
  //   FailedPrecondition  no profile is open; NSS has another SQLite than this library, so that it
  //                       can only be done by the schedule
  //   Unavailable, ResourceExhausted, DataLoss   as nss_glue/profile_backup.h
  absl::StatusOr<std::string> BackUp();

  // Puts a backup into the place of a profile that is not open. The files that were there, where
  // they are now.
  absl::StatusOr<std::vector<std::string>> Restore(absl::string_view directory,
                                                   absl::string_view backup);
  // Newest first.
  static absl::StatusOr<std::vector<std::string>> Backups(absl::string_view directory);

  ManagerSnapshot snapshot() const;

  // Every live tracked object, newest first: what a change would have to release.
  static std::vector<Pin> WhatPins() { return Registry::Pins(); }

 private:
  class Impl;
  explicit SecurityManager(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

PSM_EXPORT absl::string_view ManagerStateName(ManagerState state);

}  // namespace psm

#endif  // PSM_SECURITY_MANAGER_H_
