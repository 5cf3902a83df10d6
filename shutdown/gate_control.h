// The owner's side of the gate (gate.h): prepare, open, drain. Used by the one component that owns
// NSS, and by nobody else.
//
//   GateControl::Prepare({});            // first thing in main(), before threads exist
//   GateControl::AdvanceGeneration();    // still closed
//   { GateOwnerScope owner("open"); ... NSS_Initialize ... }
//   GateControl::Open();
//   ...
//   DrainReport report = GateControl::Drain(absl::Seconds(5));
//   if (report.result != DrainResult::kOk) { GateControl::Resume(); return ToStatus(report); }
//   { GateOwnerScope owner("close"); ... release objects, NSS_Shutdown ... }
//
//   word       transitions                                               who may enter
//   0          AdvanceGeneration -> closed(1)                            nobody
//   closed(g)  Open -> open(g)                                           the owner, in a
//              AdvanceGeneration, when drained -> closed(g+1)            GateOwnerScope
//   open(g)    Drain ok -> closed(g), drained                            everybody
//              Drain deadline -> closed(g), not drained: Drain again,    nested entries only
//              or Resume -> open(g)
//   any, in a forked child: 0 for ever
//
// Thread rule: any thread, one at a time; a second caller gets kBusy or Aborted. Not from a signal
// handler.

#ifndef SHUTDOWN_GATE_CONTROL_H_
#define SHUTDOWN_GATE_CONTROL_H_

#include <sys/types.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

enum class GateFence {
  kMembarrier,  // asymmetric: membarrier(2) PRIVATE_EXPEDITED
  kSeqCst,  // every outer entry pays an exchange: membarrier is missing, was refused, or the host
            // asked for this
};

struct GateOptions {
  // A sandbox that answers 0 to membarrier without doing it cannot be detected: hosts in one force
  // the fallback.
  bool force_seq_cst = false;
};

struct GateSetup {
  GateFence fence;
  bool wipe_on_fork;  // false: madvise was refused, so only fork() is detected (by an atfork
                      // handler), not _Fork or clone
};

enum class DrainResult {
  kOk,          // nobody is inside, nobody can enter
  kDeadline,    // holders remain; the gate stays closed until Resume() or another Drain()
  kSelfInside,  // the caller itself is inside (I10); the gate is as it was
  kBusy,        // another thread is draining; the gate is as it was
  kNotOpen,     // never opened
  kForked,      // a forked child
  kNoBarrier,   // no heavy fence could be had, so who is inside cannot be known; the gate is as it
                // was: open, or closed after a drain that ran out of time
};

// A thread that was inside when the deadline passed.
struct GateHolder {
  pid_t tid;
  std::string thread_name;
  std::string label;             // of its innermost entry
  absl::Duration held_at_least;  // since the drain began; its entry may be older
  int depth;
  bool in_prompt;      // it waits for a user
  bool thread_exited;  // it ended while inside: nothing will ever let it go
};

struct DrainReport {
  DrainResult result;
  absl::Duration waited;
  std::vector<GateHolder> holders;  // with kDeadline, and the caller alone with kSelfInside
  int late_wakes = 0;  // polls that ran out although the holder had left: 0 in the asymmetric mode
                       // (I6), any in mode 2
  int error = 0;       // errno of the refused fence, with kNoBarrier
};

class PSM_EXPORT GateControl {
 public:
  // Registers membarrier and the fork-wiped page; idempotent, the first call's options hold.
  // Registration costs 2-17 us in a single-threaded process and 10-19 ms once a second thread
  // exists, so call it first thing in main().
  static GateSetup Prepare(const GateOptions& options = {});

  // Moves to the next generation, still closed. FailedPrecondition unless never opened or drained
  // (I3), or if forked.
  static absl::Status AdvanceGeneration();

  // Lets everybody in. FailedPrecondition unless drained or freshly advanced, or if forked.
  static absl::Status Open();

  // Opens again under the same generation, after a drain that was not used. FailedPrecondition if
  // never opened or forked.
  static absl::Status Resume();

  // Stops new entries and waits until nobody is inside, at most `deadline`.
  static DrainReport Drain(absl::Duration deadline);

  static ProfileGeneration generation();
  static bool is_open();
  static GateFence fence();

  // True for the owner's calls: the gate is drained, and this thread is in a GateOwnerScope.
  static bool InOwnerScope();

  // Threads that have, or had, a slot at the same time; what a drain scans.
  static size_t SlotHighWater();
};

// Lets the owner's own NSS calls through while the gate is closed, as nested entries of the closed
// generation (I7). CHECK-fails unless the gate is closed and drained (or freshly advanced) on
// construction.
class PSM_EXPORT GateOwnerScope {
 public:
  explicit GateOwnerScope(const char* label);
  ~GateOwnerScope();
  GateOwnerScope(const GateOwnerScope&) = delete;
  GateOwnerScope& operator=(const GateOwnerScope&) = delete;

 private:
  gate_internal::Slot* slot_;
  const char* outer_label_;
};

// OK for kOk; otherwise DeadlineExceeded, FailedPrecondition, Unavailable or Aborted, naming every
// holder.
PSM_EXPORT absl::Status ToStatus(const DrainReport& report);
PSM_EXPORT absl::string_view DrainResultName(DrainResult result);

}  // namespace psm

#endif  // SHUTDOWN_GATE_CONTROL_H_
