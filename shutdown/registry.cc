#include "shutdown/registry.h"

#include <execinfo.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

constexpr uint64_t kOrphan = 1;
constexpr uint64_t kLive = 2;
constexpr uint64_t kStampOne = 4;
constexpr uint32_t kBatch = 16;        // cells that go from one thread to another at a time
constexpr uint32_t kSlabCells = 1024;  // 64 KiB
constexpr int kMaxFrames = 24;

// Free cells, chained by their `object`.
struct Batch {
  RegistryCell* cells;
  uint32_t count;
};

struct Store {
  Mutex mu;
  std::vector<RegistryCell*> slabs PSM_GUARDED_BY(mu);  // each of kSlabCells; never freed
  uint32_t unused PSM_GUARDED_BY(mu) = 0;               // cells of the last slab never handed out
  std::vector<Batch> batches PSM_GUARDED_BY(mu);

  Mutex sites_mu;  // held to free, or to read, what a cell's `site` points to
};

// Never destroyed: handles with static storage may outlive any destructor of ours.
Store& TheStore() {
  static Store* const store = new Store;
  return *store;
}

alignas(128) bool g_capture_sites;

// Acquire and release, so that a report that saw one field of the next object also sees that the
// stamp has changed.
template <typename T>
T Load(const T& field) {
  return __atomic_load_n(&field, __ATOMIC_ACQUIRE);
}
template <typename T>
void Set(T& field, T value) {
  __atomic_store_n(&field, value, __ATOMIC_RELEASE);
}

Batch TakeBatch() {
  Store& store = TheStore();
  MutexLock hold(&store.mu);
  if (!store.batches.empty()) {
    const Batch batch = store.batches.back();
    store.batches.pop_back();
    return batch;
  }
  if (store.unused == 0) {
    store.slabs.push_back(new RegistryCell[kSlabCells]());
    store.unused = kSlabCells;
  }
  RegistryCell* const cells = store.slabs.back() + (kSlabCells - store.unused);
  store.unused -= kBatch;
  for (uint32_t i = 0; i + 1 < kBatch; ++i) Set<void*>(cells[i].object, &cells[i + 1]);
  return {cells, kBatch};
}

void GiveBatch(Batch batch) {
  Store& store = TheStore();
  MutexLock hold(&store.mu);
  store.batches.push_back(batch);
}

RegistryCell* TakeCell() {
  gate_internal::Slot* const slot = gate_internal::t_slot;
  if (__builtin_expect(slot->cell_count == 0, 0)) {
    const Batch batch = slot->more_cells != nullptr ? Batch{slot->more_cells, kBatch} : TakeBatch();
    slot->more_cells = nullptr;
    slot->cells = batch.cells;
    slot->cell_count = batch.count;
  }
  RegistryCell* const cell = slot->cells;
  slot->cells = static_cast<RegistryCell*>(Load(cell->object));
  --slot->cell_count;
  return cell;
}

void PutCell(RegistryCell* cell) {
  gate_internal::Slot* const slot = gate_internal::t_slot;
  if (__builtin_expect(slot == nullptr, 0)) {  // an owner that never entered the gate
    GiveBatch({cell, 1});
    return;
  }
  if (__builtin_expect(slot->cell_count == kBatch, 0)) {
    if (slot->more_cells != nullptr) GiveBatch({slot->more_cells, kBatch});
    slot->more_cells = slot->cells;
    slot->cells = nullptr;
    slot->cell_count = 0;
  }
  Set<void*>(cell->object, slot->cells);
  slot->cells = cell;
  ++slot->cell_count;
}

int64_t NanosNow(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

void** CaptureSite() {
  void* frames[kMaxFrames + 1];
  const int n = backtrace(frames, kMaxFrames);
  auto** site = static_cast<void**>(std::calloc(n + 1, sizeof(void*)));
  if (site != nullptr) std::copy_n(frames, n, site);
  return site;
}

std::vector<std::string> Symbols(void** site) {
  std::vector<std::string> names;
  if (site == nullptr) return names;
  int n = 0;
  while (site[n] != nullptr) ++n;
  char** symbols = backtrace_symbols(site, n);
  for (int i = 0; symbols != nullptr && i < n; ++i) names.emplace_back(symbols[i]);
  std::free(symbols);
  return names;
}

// What a release needs, copied out of the cell, which may be another object's as soon as it is
// free.
struct Taken {
  void* object = nullptr;
  void (*release)(void*) = nullptr;
  const char* type = nullptr;
};

uint64_t Freed(uint64_t stamp) { return stamp & ~(kLive | kOrphan); }

// Empties `cell` if it still is what `seen`, its stamp and orphan bit, says.
bool Empty(RegistryCell* cell, uint64_t seen) {
  const auto empty = [cell, &seen] {
    return __atomic_compare_exchange_n(&cell->stamp, &seen, Freed(seen), false, __ATOMIC_ACQ_REL,
                                       __ATOMIC_ACQUIRE);
  };
  void** const site = Load(cell->site);
  if (__builtin_expect(site == nullptr, 1)) return empty();
  MutexLock hold(&TheStore().sites_mu);
  if (!empty()) return false;
  std::free(site);
  return true;
}

// False if the cell is no longer that object's.
bool Take(RegistryCell* cell, uint64_t stamp, Taken* taken) {
  for (uint64_t seen = Load(cell->stamp); (seen & ~kOrphan) == stamp; seen = Load(cell->stamp)) {
    *taken = {Load(cell->object), Load(cell->release), Load(cell->type)};
    if (Empty(cell, seen)) {
      PutCell(cell);
      return true;
    }
  }
  return false;
}

struct Live {
  int64_t created_ns;
  uint64_t stamp;
  RegistryCell* cell;
};

template <typename Visit>
void ForEachLiveCell(const Visit& visit) {
  Store& store = TheStore();
  MutexLock hold(&store.mu);
  for (RegistryCell* slab : store.slabs) {
    for (RegistryCell* cell = slab; cell != slab + kSlabCells; ++cell) {
      const uint64_t stamp = Load(cell->stamp);
      if ((stamp & kLive) != 0) visit(cell, stamp);
    }
  }
}

// Oldest first.
std::vector<Live> LiveCells() {
  std::vector<Live> live;
  ForEachLiveCell([&](RegistryCell* cell, uint64_t stamp) {
    live.push_back({Load(cell->created_ns), stamp & ~kOrphan, cell});
  });
  std::sort(live.begin(), live.end(), [](const Live& a, const Live& b) {
    return std::tie(a.created_ns, a.stamp) < std::tie(b.created_ns, b.stamp);
  });
  return live;
}

// Empties all cells, newest first, those that are filled meanwhile included. The gate is drained,
// so only this thread, from within a release, fills any.
class Sweep {
 public:
  bool TakeNewest(Taken* taken) {
    for (;;) {
      const gate_internal::Slot* const slot = gate_internal::t_slot;
      const uint64_t now = slot != nullptr ? slot->registry_clock : 0;
      if (now != seen_) live_ = LiveCells();
      seen_ = now;
      if (live_.empty()) return false;
      const Live newest = live_.back();
      live_.pop_back();
      if (Take(newest.cell, newest.stamp, taken)) return true;
    }
  }

 private:
  std::vector<Live> live_;        // oldest first
  uint64_t seen_ = ~uint64_t{0};  // no thread's clock
};

}  // namespace

void Registry::Add(const PreventionLock& lock, RegistryNode* node) {
  RegistryCell* const cell = TakeCell();
  node->cell = cell;
  node->generation = lock.generation();
  Set(cell->object, node->object);
  Set(cell->release, node->release);
  Set(cell->type, node->type);
  Set(cell->label, node->label);
  Set(cell->generation, node->generation);
  Set(cell->created_ns, NanosNow(CLOCK_MONOTONIC_COARSE));
  const bool capture = __atomic_load_n(&g_capture_sites, __ATOMIC_RELAXED);
  Set(cell->site, __builtin_expect(capture, 0) ? CaptureSite() : nullptr);
  uint64_t& clock = gate_internal::t_slot->registry_clock;
  clock = Freed(std::max(clock, Load(cell->stamp))) + kStampOne + kLive;
  node->stamp = clock;
  Set(cell->stamp, node->stamp);
}

bool Registry::Remove(RegistryNode* node) {
  if (!node->IsRegistered()) return false;
  RegistryCell* const cell = node->cell;
  if (__builtin_expect(Load(cell->site) != nullptr, 0)) {
    Empty(cell, Load(cell->stamp));
  } else {
    Set(cell->stamp, Freed(node->stamp));  // a plain store: inside the gate nobody else empties it
  }
  PutCell(cell);
  return true;
}

void Registry::Move(RegistryNode* from, RegistryNode* to) {
  if (from->cell == nullptr) return;
  *to = *from;
  if (!from->IsRegistered()) to->object = nullptr;
  from->object = nullptr;
  from->stamp = 0;
}

void Registry::Orphan(RegistryNode* node) {
  if (node->cell == nullptr) return;
  uint64_t stamp = node->stamp;  // fails if the object was evaporated meanwhile
  __atomic_compare_exchange_n(&node->cell->stamp, &stamp, stamp | kOrphan, false, __ATOMIC_ACQ_REL,
                              __ATOMIC_ACQUIRE);
}

EvaporationReport Registry::Evaporate() {
  EvaporationReport report;
  Sweep sweep;
  Taken next;
  const char* slowest_type = "";
  int64_t slowest = 0;
  const int64_t start = NanosNow(CLOCK_MONOTONIC);
  int64_t before = start;
  while (sweep.TakeNewest(&next)) {
    next.release(next.object);
    ++report.released;
    const int64_t now = NanosNow(CLOCK_MONOTONIC);
    if (now - before > slowest) {
      slowest = now - before;
      slowest_type = next.type;
    }
    before = now;
  }
  report.took = absl::Nanoseconds(before - start);
  report.slowest = absl::Nanoseconds(slowest);
  report.slowest_type = slowest_type;
  return report;
}

size_t Registry::ReleaseOrphans(const PreventionLock& /*lock*/) {
  const std::vector<Live> live = LiveCells();
  size_t released = 0;
  for (auto entry = live.rbegin(); entry != live.rend(); ++entry) {
    Taken taken;
    if (Load(entry->cell->stamp) != (entry->stamp | kOrphan)) continue;
    if (!Take(entry->cell, entry->stamp, &taken)) continue;
    taken.release(taken.object);
    ++released;
  }
  return released;
}

size_t Registry::LeakAll() {
  size_t leaked = 0;
  Sweep sweep;
  for (Taken taken; sweep.TakeNewest(&taken);) ++leaked;
  return leaked;
}

size_t Registry::Count() {
  size_t count = 0;
  ForEachLiveCell([&count](RegistryCell*, uint64_t) { ++count; });
  return count;
}

std::vector<Pin> Registry::Pins() {
  const std::vector<Live> live = LiveCells();
  std::vector<Pin> pins;
  const int64_t now = NanosNow(CLOCK_MONOTONIC_COARSE);
  for (auto entry = live.rbegin(); entry != live.rend(); ++entry) {
    RegistryCell* const cell = entry->cell;
    MutexLock hold(&TheStore().sites_mu);
    uint64_t stamp = Load(cell->stamp);
    if ((stamp & ~kOrphan) != entry->stamp) continue;
    const char* const type = Load(cell->type);
    const char* const label = Load(cell->label);
    const ProfileGeneration generation = Load(cell->generation);
    const absl::Duration age = absl::Nanoseconds(now - Load(cell->created_ns));
    void** const site = Load(cell->site);
    // A read-modify-write of nothing: the cell was still that object's after all these loads, and
    // its site stays while the lock is held.
    const bool same = __atomic_compare_exchange_n(&cell->stamp, &stamp, stamp, false,
                                                  __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
    if (same) pins.push_back({type, label, generation, age, (stamp & kOrphan) != 0, Symbols(site)});
  }
  return pins;
}

void Registry::CaptureCreationSites(bool on) {
  __atomic_store_n(&g_capture_sites, on, __ATOMIC_RELAXED);
}

std::string DescribePins(const std::vector<Pin>& pins) {
  struct Group {
    size_t count = 0;
    absl::Duration oldest;
  };
  std::map<std::pair<std::string, std::string>, Group> groups;
  for (const Pin& pin : pins) {
    Group& group = groups[{pin.type, pin.label}];
    ++group.count;
    group.oldest = std::max(group.oldest, pin.age);
  }
  return absl::StrJoin(groups, ", ", [](std::string* out, const auto& group) {
    absl::StrAppend(out, group.second.count, " x ", group.first.first, " (", group.first.second,
                    ", oldest ", absl::FormatDuration(group.second.oldest), ")");
  });
}

}  // namespace psm
