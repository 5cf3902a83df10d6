// Tracked<T>: a handle that owns one NSS object and is emptied before NSS goes. ShutdownObject: the
// same for a class with several resources or an ordered release.
//
//   Tracked<PK11SymKey> key(lock, raw, "SessionKey");  // raw is null: an empty handle
//   absl::StatusOr<PK11SymKey*> raw = key.Get(lock);   // refused under a later profile
//
// States of a handle
//   empty       default-constructed, moved-from, Reset(), or made from null
//               Get: FailedPrecondition
//   full        owns the object of the live generation
//               Get: the object
//   evaporated  the owner released the object before NSS went
//               Get: FailedPrecondition, "belongs to an earlier profile" (IsGateRefusal)
// A handle can only be filled with a PreventionLock at hand, so none is ever born under a dead NSS
// (hole H1), and nothing has to be remembered in a destructor (the copied destructor protocol of
// Gecko is gone).
//
// Destruction never waits: inside a live gate it releases at once; during a drain the object is
// left to the owner, which releases it with the others; in a forked child it is leaked silently,
// since NSS belongs to the parent.
//
// Thread rule: as any C++ value, one thread at a time for a given handle; evaporation on the
// owner's thread is the exception and is safe against any use that follows these rules, since it
// happens only when nobody is inside the gate.

#ifndef SHUTDOWN_TRACKED_H_
#define SHUTDOWN_TRACKED_H_

#include <atomic>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "shutdown/export.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/registry.h"

namespace psm {

// Specialise for each T: `static constexpr char kType[]` and `static void Release(T*)`. Release
// runs inside the gate.
template <typename T>
struct TrackedTraits;

namespace tracked_internal {

PSM_EXPORT absl::Status EmptyHandle(const char* type, bool evaporated);
// Ends `node`'s life in the handle. True: the caller, inside the gate through `entry`, releases the
// object.
PSM_EXPORT bool Detach(RegistryNode* node, const GateEntry& entry);

}  // namespace tracked_internal

template <typename T>
class Tracked {
 public:
  Tracked() = default;

  // Takes ownership of `object`, which may be null. `label` has static storage and names the use.
  Tracked(const PreventionLock& lock, T* object, const char* label) {
    if (object == nullptr) return;
    node_.object = object;
    node_.release = [](void* o) { TrackedTraits<T>::Release(static_cast<T*>(o)); };
    node_.type = TrackedTraits<T>::kType;
    node_.label = label;
    Registry::Add(lock, &node_);
  }

  Tracked(Tracked&& other) noexcept { MoveFrom(other); }
  Tracked& operator=(Tracked&& other) noexcept {
    if (this != &other) {
      Reset();
      MoveFrom(other);
    }
    return *this;
  }
  Tracked(const Tracked&) = delete;
  Tracked& operator=(const Tracked&) = delete;
  ~Tracked() { Reset(); }

  // The object, for use while `lock` lives.
  absl::StatusOr<T*> Get(const PreventionLock& lock) const {
    if (__builtin_expect(
            node_.generation != lock.generation() || !node_.IsRegistered() || InForkedChild(), 0)) {
      return InForkedChild()
                 ? GateStatus(GateRefusal::kForked, TrackedTraits<T>::kType)
                 : tracked_internal::EmptyHandle(TrackedTraits<T>::kType, node_.generation != 0);
    }
    node_.Observe();
    return static_cast<T*>(node_.object);
  }

  // The generation the object was made under; 0 if the handle was never full.
  ProfileGeneration generation() const { return node_.generation; }

  // Releases now, or leaves it to the owner if the gate is closed.
  void Reset() {
    if (node_.cell != nullptr) {
      GateEntry entry(TrackedTraits<T>::kType, node_.generation);
      if (tracked_internal::Detach(&node_, entry)) {
        TrackedTraits<T>::Release(static_cast<T*>(node_.object));
      }
    }
    node_ = RegistryNode();
  }

 private:
  void MoveFrom(Tracked& other) {
    if (other.node_.cell == nullptr || InForkedChild()) return;
    Registry::Move(&other.node_, &node_);
    other.node_ = RegistryNode();
  }

  RegistryNode node_;
};

class ShutdownObject;

struct PSM_EXPORT ShutdownObjectDeleter {
  void operator()(ShutdownObject* object) const;
};

// Owns a ShutdownObject. Destroying it never waits: an object that is being released on another
// thread is deleted there.
template <typename T>
using ShutdownPtr = std::unique_ptr<T, ShutdownObjectDeleter>;

// Base of classes with several NSS resources. Made by MakeShutdownObject only: registered after the
// most derived constructor ran and unregistered before any destructor runs (hole H13: registering
// in the base constructor exposed an object without its vtable).
class PSM_EXPORT ShutdownObject {
 public:
  ShutdownObject(const ShutdownObject&) = delete;
  ShutdownObject& operator=(const ShutdownObject&) = delete;

  // FailedPrecondition if the object's resources are gone, or belong to an earlier profile than
  // `lock`'s.
  absl::Status CheckLive(const PreventionLock& lock) const;

 protected:
  ShutdownObject() = default;
  virtual ~ShutdownObject() = default;

 private:
  friend struct ShutdownObjectDeleter;
  template <typename T, typename... Args>
  friend ShutdownPtr<T> MakeShutdownObject(const PreventionLock& lock, const char* type,
                                           const char* label, Args&&... args);

  // Called once, inside the gate or on the owner's thread: release every NSS resource, in the right
  // order. It may destroy other tracked objects.
  virtual void ReleaseNssResources() = 0;

  static void Evaporate(void* object);
  void Register(const PreventionLock& lock, const char* type, const char* label);

  RegistryNode node_;
  std::atomic<uint8_t> fate_{0};
};

// `type` and `label` have static storage. Arguments go to T's constructor.
template <typename T, typename... Args>
ShutdownPtr<T> MakeShutdownObject(const PreventionLock& lock, const char* type, const char* label,
                                  Args&&... args) {
  ShutdownPtr<T> object(new T(std::forward<Args>(args)...));
  static_cast<ShutdownObject*>(object.get())->Register(lock, type, label);
  return object;
}

}  // namespace psm

#endif  // SHUTDOWN_TRACKED_H_
