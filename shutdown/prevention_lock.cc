#include "shutdown/prevention_lock.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace psm {
namespace {

constexpr char kGatePayload[] = "psm/gate";

absl::Status Tagged(absl::Status status, absl::string_view refusal) {
  status.SetPayload(kGatePayload, absl::Cord(refusal));
  return status;
}

}  // namespace

absl::Status GateStatus(GateRefusal refusal, const char* label) {
  switch (refusal) {
    case GateRefusal::kNone:
      break;
    case GateRefusal::kNotOpen:
      return Tagged(absl::FailedPreconditionError(
                        absl::StrCat(label, ": NSS is not up: no profile was opened yet")),
                    "not-open");
    case GateRefusal::kClosed:
      return Tagged(absl::UnavailableError(
                        absl::StrCat(label, ": NSS is going down, or the profile is changing")),
                    "closed");
    case GateRefusal::kStale:
      return Tagged(absl::FailedPreconditionError(
                        absl::StrCat(label, ": the object belongs to an earlier profile")),
                    "stale");
    case GateRefusal::kForked:
      return Tagged(absl::FailedPreconditionError(
                        absl::StrCat(label, ": forked child: NSS belongs to the parent process")),
                    "forked");
    case GateRefusal::kNoSlot:
      return Tagged(absl::ResourceExhaustedError(
                        absl::StrCat(label, ": no memory for this thread's place at the gate")),
                    "no-slot");
  }
  return absl::InternalError(absl::StrCat(label, ": not refused"));
}

bool IsGateRefusal(const absl::Status& status) {
  return status.GetPayload(kGatePayload).has_value();
}

absl::StatusOr<PromptScope> PromptScope::Begin(const PreventionLock& /*lock*/) {
  if (GateIsClosing()) return absl::CancelledError("prompt: NSS is going down");
  gate_internal::Slot* slot = gate_internal::t_slot;
  __atomic_store_n(&slot->prompts, slot->prompts + 1, __ATOMIC_RELAXED);
  return PromptScope(slot);
}

PromptScope::~PromptScope() {
  if (slot_ != nullptr) __atomic_store_n(&slot_->prompts, slot_->prompts - 1, __ATOMIC_RELAXED);
}

}  // namespace psm
