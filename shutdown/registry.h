// The registry of live NSS objects: what must be released before NSS goes, and what pins it.
// Callers use tracked.h.
//
// Guarantees
//   1. Add + Remove take one shard's lock each, allocate nothing and hash nothing. A shard belongs
//      to the threads that registered there, so two threads do not meet.
//   2. Evaporate releases newest first over all shards: what was made from something is gone before
//      it. It holds no lock while it releases, so a release may destroy or even create other
//      tracked objects, and other threads may destroy theirs meanwhile (hole H5: unregistration
//      never depends on a closing flag).
//   3. Every node is released exactly once: whoever unlinks it releases it.
//
// Thread rule: any thread. Evaporate: the owner, with the gate drained, in a GateOwnerScope. Not in
// a forked child (a shard's lock may be held there by a thread that does not exist): callers check
// InForkedChild() first.

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

// Intrusive: lives in the handle. All fields belong to the registry while linked.
struct RegistryNode {
  RegistryNode* older = nullptr;
  RegistryNode* newer = nullptr;
  void* object = nullptr;
  void (*release)(void* object) = nullptr;
  const char* type = nullptr;   // static storage
  const char* label = nullptr;  // static storage
  ProfileGeneration generation = 0;
  uint64_t stamp = 0;      // order of registration over all shards
  int64_t created_ns = 0;  // CLOCK_MONOTONIC_COARSE
  void** site = nullptr;   // captured stack, when asked for
  uint8_t shard = 0;       // index + 1; 0 = never registered
  bool linked = false;
  bool orphan = false;  // its handle died while the gate was closed
  bool heap = false;    // a copy that the list owns
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
  // Links `node`, whose object, release, type and label are set.
  static void Add(const PreventionLock& lock, RegistryNode* node);

  // Unlinks. True: the caller now owns the object. False: it was released by evaporation, or never
  // added.
  static bool Remove(RegistryNode* node);

  // `to` takes the place of `from`, linked or not. `to` is not registered.
  static void Move(RegistryNode* from, RegistryNode* to);

  // The handle is going while the gate refuses it: a heap copy takes its place until the owner
  // releases it.
  static void Orphan(RegistryNode* node);

  // The same for a node whose memory lives on until its release.
  static void Abandon(RegistryNode* node);

  // Releases everything, newest first. The caller is the owner and the gate is drained.
  static EvaporationReport Evaporate();

  // Releases what was orphaned by a drain that was given up. Under a lock, after
  // GateControl::Resume().
  static size_t ReleaseOrphans(const PreventionLock& lock);

  // Unlinks everything and releases nothing: NSS went without us, so its objects must not be
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
