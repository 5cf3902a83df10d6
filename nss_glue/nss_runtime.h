// NssRuntime: NSS itself, taken up and down and moved between profiles. Knows NSS's rules; knows
// nothing of preferences, events or policies (psm/security_manager.h does).
//
//   Up          meaning                                  left by
//   kDown       NSS is not initialised                   Open, OpenWithoutDatabase
//   kNoProfile  NSS is up, no profile is open            Open, Shutdown
//   kProfile    the profile is the internal key slot     CloseProfile, Shutdown
//   kPinned     NSS_Shutdown answered SEC_ERROR_BUSY:    Open, OpenWithoutDatabase; they fail with
//               NSS is neither up nor down, and the      Unavailable until the reference is
//               databases stay open                      released
//
// How a profile is opened (docs/design.md, "Re-homed key slot"): a no-database NSS_InitContext,
// then NSS_Initialize on the first profile, which softoken adds as a user slot and NSS takes for
// the internal key slot; from then on the profile is moved by SECMOD_CloseUserDB and
// SECMOD_OpenUserDB, or everything is shut down. Two implementation rules of NSS carry this (the
// lowest free user slot id; the slot object is reused): they are checked after each open, and an
// Open that finds them broken shuts NSS down and starts it again. NSS_INIT_PK11RELOAD, COOPERATE
// and FORCEOPEN are never passed for a profile: they show the old profile as the new one, or an
// empty one as good.
//
// Thread rule: the owner only, one thread at a time, inside a GateOwnerScope (the gate is drained).
// How it fails: a Status that names the folder and NSS's error; DeadlineExceeded, and nothing was
// done, where a release is stuck in NSS (lifecycle_mutex.h). After a failed Open, Up is kDown or
// kNoProfile, or kPinned as before.

#ifndef NSS_GLUE_NSS_RUNTIME_H_
#define NSS_GLUE_NSS_RUNTIME_H_

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nss_glue/crl_cache.h"
#include "nss_glue/profile_dir.h"
#include "shutdown/mutex.h"

struct NSSInitContextStr;

namespace psm {

enum class OpenRung { kReadWrite, kReadOnly, kNoDatabase };

struct OpenedProfile {
  ProfileDir dir;
  OpenRung rung = OpenRung::kReadWrite;
  absl::Status why;      // why not read-write; OK otherwise
  bool created = false;  // the databases were made now, with an empty password so that certificates
                         // can be imported
  bool restarted = false;  // the slot could not be re-homed, so NSS was shut down and started again
};

class NssRuntime {
 public:
  enum class Up { kDown, kNoProfile, kProfile, kPinned };

  NssRuntime() = default;
  NssRuntime(const NssRuntime&) = delete;
  NssRuntime& operator=(const NssRuntime&) = delete;

  // `handler` runs when somebody else in the process calls NSS_Shutdown, on that thread, while NSS
  // still works. Null: none. Returns when no earlier handler is running. Any thread.
  void SetForeignShutdownHandler(std::function<void()> handler);

  // Of the NSS that runs, "3.87.1", up or down.
  static std::string Version();
  static bool IsAtLeast(const char* version);

  // Once for the process, before threads: environment knobs and token names. `password_iterations`
  // is the work factor of passwords that are set, where the environment does not say another.
  static void PrepareProcess(int password_iterations);

  // kDown, kNoProfile or kPinned -> kProfile. Tries read-write, unless there is a reason against
  // it, then read-only.
  absl::StatusOr<OpenedProfile> Open(const ProfileDir& dir,
                                     const absl::Status& must_not_write = absl::OkStatus());

  // kDown or kPinned -> kNoProfile.
  absl::Status OpenWithoutDatabase();

  // kProfile -> kNoProfile: the never-shutdown mode's half of a switch.
  absl::Status CloseProfile();

  // What stands against NSS_Shutdown: certificates that somebody holds, each with its references,
  // and what gated code obtained and did not release, by kind. NSS drops a certificate that was
  // held while its profile's slot was closed from its cache, so that only the count of gated
  // references tells when it was released. Where that count did not explain all who held it, it
  // stands against NSS_Shutdown for the rest of the process.
  std::vector<std::string> Pins();

  // Any -> kDown, or kPinned with SEC_ERROR_BUSY. Pins() must be empty: otherwise NSS
  // could not be initialised again in this process.
  absl::Status Shutdown();

  // Clears what NSS keeps for the whole process beside the databases: TLS sessions, OCSP
  // answers, CRLs that the application had cached, trust in certificates of no profile. The
  // databases' CRLs are read again by the next Open (crl_cache.h); servers do not resume an earlier
  // profile's sessions (tls_layer.h). Before CloseProfile or Shutdown.
  void PurgeCaches();

  Up up() const { return up_.load(std::memory_order_acquire); }

 private:
  absl::Status StartContext();
  absl::StatusOr<OpenedProfile> OpenFirst(const ProfileDir& dir,
                                          const absl::Status& must_not_write);
  absl::StatusOr<OpenedProfile> OpenNext(const ProfileDir& dir, const absl::Status& must_not_write);
  absl::Status FinishOpen(const ProfileDir& dir, OpenedProfile* opened);
  absl::Status CloseSlot();
  absl::Status ShutdownLocked();
  friend struct NssShutdownHook;

  Mutex handler_mu_;  // held while the handler runs
  std::function<void()> on_foreign_shutdown_ PSM_GUARDED_BY(handler_mu_);
  std::atomic<Up> up_{Up::kDown};
  std::atomic<bool> shutting_down_{false};
  NSSInitContextStr* context_ = nullptr;
  bool initialized_ = false;  // NSS_Initialize ran since the last shutdown
  // Held when a slot was closed, and invisible since: by gated code alone, or by others too.
  std::vector<std::string> unseen_gated_pins_;
  std::vector<std::string> unseen_pins_;
  CrlCache crl_cache_;
};

}  // namespace psm

#endif  // NSS_GLUE_NSS_RUNTIME_H_
