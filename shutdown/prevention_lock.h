// PreventionLock: a token that proves NSS is live, and keeps the profile from changing, for as long
// as it exists.
//
//   absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("ImportCertificate");
//   if (!lock.ok()) return lock.status();
//   return database.Import(*lock, der);
//
// It is obtained, not constructed, so there is no way to hold one and forget to check. A function
// that touches NSS takes a `const PreventionLock&`, or takes its own; locks nest at no risk (I7 in
// gate.h).
//
// Thread rule: a lock belongs to the thread that acquired it and is released there. It may be
// moved, not shared.
//
// How it fails: Acquire never waits, and allocates nothing when it succeeds. It returns
//   Unavailable         a drain is on, or NSS is down: try again later
//   FailedPrecondition  no profile was ever opened; a forked child; a generation no longer live
//   ResourceExhausted   no memory for this thread's slot
//
// Answers hole H2 of Gecko's machinery: a lock whose constructor returned nothing was taken and
// never checked.

#ifndef SHUTDOWN_PREVENTION_LOCK_H_
#define SHUTDOWN_PREVENTION_LOCK_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

// The refusal as a Status that names the operation. `refusal` is not kNone.
PSM_EXPORT __attribute__((cold)) absl::Status GateStatus(GateRefusal refusal, const char* label);

// True for a Status made by GateStatus, i.e. "refused by the gate" in contrast to "failed in NSS".
PSM_EXPORT bool IsGateRefusal(const absl::Status& status);

class [[nodiscard]] PreventionLock {
 public:
  // `label` has static storage and names the holder in drain reports; by default it is the calling
  // function.
  static absl::StatusOr<PreventionLock> Acquire(const char* label = __builtin_FUNCTION()) {
    GateEntry entry(label);
    if (!entry.ok()) return GateStatus(entry.refusal(), label);
    return PreventionLock(std::move(entry));
  }

  // Only if `generation` is still the live one.
  static absl::StatusOr<PreventionLock> AcquireFor(ProfileGeneration generation,
                                                   const char* label = __builtin_FUNCTION()) {
    GateEntry entry(label, generation);
    if (!entry.ok()) return GateStatus(entry.refusal(), label);
    return PreventionLock(std::move(entry));
  }

  PreventionLock(PreventionLock&&) noexcept = default;
  PreventionLock& operator=(PreventionLock&&) = delete;
  PreventionLock(const PreventionLock&) = delete;
  PreventionLock& operator=(const PreventionLock&) = delete;

  // The generation that this lock keeps live.
  ProfileGeneration generation() const { return entry_.generation(); }

 private:
  explicit PreventionLock(GateEntry entry) : entry_(std::move(entry)) {}

  GateEntry entry_;
};

// Marks the holder as waiting for a user, so that a drain report says so and the owner cancels the
// prompt. A prompt is not started once a drain is on: Begin then returns Cancelled. Whoever waits
// must also watch GateIsClosing().
class [[nodiscard]] PromptScope {
 public:
  PSM_EXPORT static absl::StatusOr<PromptScope> Begin(const PreventionLock& lock);
  PromptScope(PromptScope&& other) noexcept : slot_(std::exchange(other.slot_, nullptr)) {}
  PromptScope& operator=(PromptScope&&) = delete;
  PSM_EXPORT ~PromptScope();

 private:
  explicit PromptScope(gate_internal::Slot* slot) : slot_(slot) {}

  gate_internal::Slot* slot_;
};

}  // namespace psm

#endif  // SHUTDOWN_PREVENTION_LOCK_H_
