// The registry of live NSS objects: what must be released before NSS goes, and what pins it.
// Callers use tracked.h.
//
// An object's entry is a cell, which is a cell for ever. Each thread keeps a few free ones in its
// slot of the gate, and the rest is shared in batches.
//
// Guarantees
//   1. Add and Remove take no lock, hash nothing and write no line that another thread writes;
//      only a new record of live objects allocates. That is sound because both run inside the
//      gate, while Evaporate runs when nobody is inside.
//   2. Evaporate releases newest first over all threads, to within a tick of the coarse clock
//      (4 ms or less), and what was made from something always before it. For that each thread's
//      slot has a Lamport clock: Add stamps with the next time, and reaching an object through its
//      handle (RegistryNode::Observe) moves the clock past the object's stamp. Parents are reached
//      so before children are made from them, on whichever thread; and the coarse clock never goes
//      back, so the pair (time, stamp) has every parent before its children.
//   3. Evaporate holds no lock while it releases, so a release may destroy or even create other
//      tracked objects, and other threads may destroy theirs meanwhile (hole H5: unregistration
//      never depends on a closing flag).
//   4. Every object is released exactly once: by whoever empties its cell.
//
// Thread rule: any thread. Add and Remove: inside the gate. Evaporate and LeakAll: the owner, with
// the gate drained; Evaporate in a GateOwnerScope. Not in a forked child (a lock may be held there
// by a thread that does not exist): callers check InForkedChild() first.

#ifndef SHUTDOWN_REGISTRY_H_
#define SHUTDOWN_REGISTRY_H_

#include <stddef.h>
#include <stdint.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"
#include "shutdown/prevention_lock.h"

namespace psm {

// One live object. All fields are read and written atomically: a report looks at every cell.
struct alignas(64) RegistryCell {
  // Lamport time << 2 | live << 1 | orphan. Grows with each object that the cell is used for, so it
  // tells them apart; kept when the cell is free.
  uint64_t stamp;
  void* object;  // the next free cell when free
  void (*release)(void* object);
  const char* type;
  const char* label;
  ProfileGeneration generation;
  int64_t created_ns;  // CLOCK_MONOTONIC_COARSE
  void** site;         // captured stack, when asked for
};

// Lives in the handle. The first four fields are set before Add.
struct RegistryNode {
  void* object = nullptr;
  void (*release)(void* object) = nullptr;
  const char* type = nullptr;   // static storage
  const char* label = nullptr;  // static storage
  ProfileGeneration generation = 0;
  RegistryCell* cell = nullptr;  // null = never registered
  uint64_t stamp = 0;            // the cell's, for as long as it is this node's

  // True until the object is unregistered or evaporated.
  bool IsRegistered() const {
    return cell != nullptr && (__atomic_load_n(&cell->stamp, __ATOMIC_ACQUIRE) & ~1ull) == stamp;
  }

  // What this thread registers from now on counts as newer. Inside the gate.
  void Observe() const {
    gate_internal::Slot* const slot = gate_internal::t_slot;
    if (slot->registry_clock < stamp) slot->registry_clock = stamp;
  }
};

// One live object, as the "what pins NSS" report names it.
struct Pin {
  std::string type;
  std::string label;
  ProfileGeneration generation;
  absl::Duration age;
  bool orphan;                          // its handle is gone; it waits for evaporation
  std::vector<std::string> created_at;  // innermost frame first; empty unless capture was on
};

struct EvaporationReport {
  size_t released = 0;
  absl::Duration took;
  absl::Duration slowest;  // one release
  std::string slowest_type;
};

class PSM_EXPORT Registry {
 public:
  // Registers `node`, whose object, release, type and label are set.
  static void Add(const PreventionLock& lock, RegistryNode* node);

  // Unregisters. True: the caller now owns the object. False: it was released by evaporation, or
  // never added.
  static bool Remove(RegistryNode* node);

  // `to` takes the place of `from`, registered or not. `to` is not registered.
  static void Move(RegistryNode* from, RegistryNode* to);

  // The handle is going while the gate refuses it: its object stays until the owner releases it.
  static void Orphan(RegistryNode* node);

  // The same for a node whose memory lives on until its release.
  static void Abandon(RegistryNode* node) { Orphan(node); }

  // Releases everything, newest first. The caller is the owner and the gate is drained.
  static EvaporationReport Evaporate();

  // Releases what was orphaned by a drain that was given up. Under a lock, after
  // GateControl::Resume().
  static size_t ReleaseOrphans(const PreventionLock& lock);

  // Unregisters everything and releases nothing: NSS went without us, so its objects must not be
  // touched again.
  static size_t LeakAll();

  static size_t Count();
  static std::vector<Pin> Pins();  // newest first

  // Off by default; on, each Add records its stack (about 2 us and one allocation).
  static void CaptureCreationSites(bool on);
};

// "3 x CERTCertificate (ImportCertificate, 2.1s), 1 x ..." for logs and Status messages.
PSM_EXPORT std::string DescribePins(const std::vector<Pin>& pins);

}  // namespace psm

#endif  // SHUTDOWN_REGISTRY_H_
