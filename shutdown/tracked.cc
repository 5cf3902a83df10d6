#include "shutdown/tracked.h"

#include "absl/strings/str_cat.h"

namespace psm {
namespace tracked_internal {

absl::Status EmptyHandle(const char* type, bool evaporated) {
  if (evaporated) return GateStatus(GateRefusal::kStale, type);
  return absl::FailedPreconditionError(absl::StrCat(type, ": the handle is empty"));
}

bool Detach(RegistryNode* node, const GateEntry& entry) {
  if (entry.ok()) return Registry::Remove(node);
  if (entry.refusal() != GateRefusal::kForked) Registry::Orphan(node);
  return false;
}

}  // namespace tracked_internal

namespace {

// ShutdownObject::fate_. Two parties may end an object: its pointer and the owner's evaporation.
// The second one deletes.
constexpr uint8_t kReleased = 1;
constexpr uint8_t kAbandoned = 2;

}  // namespace

absl::Status ShutdownObject::CheckLive(const PreventionLock& lock) const {
  if (InForkedChild()) return GateStatus(GateRefusal::kForked, node_.type);
  if (node_.generation != lock.generation() || !node_.IsRegistered()) {
    return GateStatus(GateRefusal::kStale, node_.type);
  }
  node_.Observe();
  return absl::OkStatus();
}

void ShutdownObject::Register(const PreventionLock& lock, const char* type, const char* label) {
  node_.object = this;
  node_.release = &ShutdownObject::Evaporate;
  node_.type = type;
  node_.label = label;
  Registry::Add(lock, &node_);
}

void ShutdownObject::Evaporate(void* object) {
  auto* self = static_cast<ShutdownObject*>(object);
  self->ReleaseNssResources();
  if ((self->fate_.fetch_or(kReleased, std::memory_order_acq_rel) & kAbandoned) != 0) delete self;
}

void ShutdownObjectDeleter::operator()(ShutdownObject* object) const {
  if (object->node_.cell == nullptr) {  // the constructor ran, registration did not
    delete object;
    return;
  }
  GateEntry entry(object->node_.type, object->node_.generation);
  if (entry.refusal() == GateRefusal::kForked) return;  // NSS belongs to the parent: leak
  if (entry.ok() && Registry::Remove(&object->node_)) {
    object->ReleaseNssResources();
    delete object;
    return;
  }
  Registry::Orphan(&object->node_);
  if ((object->fate_.fetch_or(kAbandoned, std::memory_order_acq_rel) & kReleased) != 0) {
    delete object;
  }
}

}  // namespace psm
