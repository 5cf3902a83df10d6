#include "shutdown/registry.h"

#include <execinfo.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shutdown/clock.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

constexpr size_t kShards = 16;
constexpr int kMaxFrames = 24;

struct alignas(128) Shard {
  Mutex mu;
  RegistryNode* newest PSM_GUARDED_BY(mu) = nullptr;
  size_t count PSM_GUARDED_BY(mu) = 0;
  // Stamp of `newest`, 0 when empty: lets evaporation find the shard to pop without taking every
  // lock.
  uint64_t newest_stamp = 0;
};

// Never destroyed: handles with static storage may outlive any destructor of ours.
Shard* Shards() {
  static Shard* const shards = new Shard[kShards];
  return shards;
}

alignas(128) uint64_t g_stamp;
alignas(128) bool g_capture_sites;

Shard& ShardOf(const RegistryNode& node) { return Shards()[node.shard - 1]; }

// Threads spread over the shards by their slot, which is theirs for life.
size_t ShardOfThisThread() {
  return reinterpret_cast<uintptr_t>(gate_internal::t_slot) / sizeof(gate_internal::Slot) % kShards;
}

int64_t CoarseNow() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

void PublishNewest(Shard& shard) PSM_REQUIRES(shard.mu) {
  __atomic_store_n(&shard.newest_stamp, shard.newest == nullptr ? 0 : shard.newest->stamp,
                   __ATOMIC_RELAXED);
}

void Unlink(Shard& shard, RegistryNode* node) PSM_REQUIRES(shard.mu) {
  if (node->older != nullptr) node->older->newer = node->newer;
  if (node->newer != nullptr) {
    node->newer->older = node->older;
  } else {
    shard.newest = node->older;
    PublishNewest(shard);
  }
  node->linked = false;
  --shard.count;
}

void Substitute(Shard& shard, RegistryNode* from, RegistryNode* to) PSM_REQUIRES(shard.mu) {
  *to = *from;
  if (to->older != nullptr) to->older->newer = to;
  if (to->newer != nullptr) {
    to->newer->older = to;
  } else {
    shard.newest = to;
  }
  from->linked = false;
  from->object = nullptr;
  from->site = nullptr;
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

// What is left of a node once it is unlinked: enough to release the object without touching the
// node again, which may die on another thread as soon as the lock is dropped.
struct Unlinked {
  void* object = nullptr;
  void (*release)(void*) = nullptr;
  const char* type = nullptr;
};

Unlinked Take(Shard& shard, RegistryNode* node) PSM_REQUIRES(shard.mu) {
  Unlinked taken{node->object, node->release, node->type};
  Unlink(shard, node);
  node->object = nullptr;
  std::free(node->site);
  node->site = nullptr;
  if (node->heap) delete node;
  return taken;
}

Unlinked TakeNewest() {
  for (;;) {
    Shard* newest = nullptr;
    uint64_t stamp = 0;
    for (size_t s = 0; s < kShards; ++s) {
      const uint64_t candidate = __atomic_load_n(&Shards()[s].newest_stamp, __ATOMIC_RELAXED);
      if (candidate > stamp) {
        stamp = candidate;
        newest = &Shards()[s];
      }
    }
    if (newest == nullptr) return {};
    MutexLock hold(&newest->mu);
    if (newest->newest != nullptr) return Take(*newest, newest->newest);
  }
}

}  // namespace

void Registry::Add(const PreventionLock& lock, RegistryNode* node) {
  const size_t index = ShardOfThisThread();
  Shard& shard = Shards()[index];
  node->generation = lock.generation();
  node->shard = static_cast<uint8_t>(index + 1);
  node->created_ns = CoarseNow();
  if (__builtin_expect(__atomic_load_n(&g_capture_sites, __ATOMIC_RELAXED), 0)) {
    node->site = CaptureSite();
  }
  MutexLock hold(&shard.mu);
  node->stamp = __atomic_add_fetch(&g_stamp, 1, __ATOMIC_RELAXED);
  node->linked = true;
  node->newer = nullptr;
  node->older = shard.newest;
  if (shard.newest != nullptr) shard.newest->newer = node;
  shard.newest = node;
  PublishNewest(shard);
  ++shard.count;
}

bool Registry::Remove(RegistryNode* node) {
  if (node->shard == 0) return false;
  Shard& shard = ShardOf(*node);
  MutexLock hold(&shard.mu);
  if (!node->linked) return false;
  Unlink(shard, node);
  std::free(node->site);
  node->site = nullptr;
  return true;
}

void Registry::Move(RegistryNode* from, RegistryNode* to) {
  if (from->shard == 0) return;
  Shard& shard = ShardOf(*from);
  MutexLock hold(&shard.mu);
  if (from->linked) {
    Substitute(shard, from, to);
  } else {
    *to = *from;
    from->object = nullptr;
  }
}

void Registry::Orphan(RegistryNode* node) {
  if (node->shard == 0) return;
  auto copy = std::make_unique<RegistryNode>();
  Shard& shard = ShardOf(*node);
  MutexLock hold(&shard.mu);
  if (!node->linked) return;  // evaporated meanwhile
  Substitute(shard, node, copy.get());
  copy->orphan = true;
  copy.release()->heap = true;
}

void Registry::Abandon(RegistryNode* node) {
  Shard& shard = ShardOf(*node);
  MutexLock hold(&shard.mu);
  if (node->linked) node->orphan = true;
}

EvaporationReport Registry::Evaporate() {
  EvaporationReport report;
  const absl::Duration start = MonotonicNow();
  absl::Duration before = start;
  for (Unlinked next = TakeNewest(); next.release != nullptr; next = TakeNewest()) {
    next.release(next.object);
    ++report.released;
    const absl::Duration now = MonotonicNow();
    if (now - before > report.slowest) {
      report.slowest = now - before;
      report.slowest_type = next.type;
    }
    before = now;
  }
  report.took = before - start;
  return report;
}

size_t Registry::ReleaseOrphans(const PreventionLock& /*lock*/) {
  size_t released = 0;
  for (size_t s = 0; s < kShards; ++s) {
    std::vector<Unlinked> orphans;
    {
      Shard& shard = Shards()[s];
      MutexLock hold(&shard.mu);
      for (RegistryNode* node = shard.newest; node != nullptr;) {
        RegistryNode* older = node->older;
        if (node->orphan) orphans.push_back(Take(shard, node));
        node = older;
      }
    }
    for (const Unlinked& orphan : orphans) orphan.release(orphan.object);
    released += orphans.size();
  }
  return released;
}

size_t Registry::LeakAll() {
  size_t leaked = 0;
  while (TakeNewest().release != nullptr) ++leaked;
  return leaked;
}

size_t Registry::Count() {
  size_t count = 0;
  for (size_t s = 0; s < kShards; ++s) {
    Shard& shard = Shards()[s];
    MutexLock hold(&shard.mu);
    count += shard.count;
  }
  return count;
}

std::vector<Pin> Registry::Pins() {
  std::vector<std::pair<uint64_t, Pin>> found;
  const int64_t now = CoarseNow();
  for (size_t s = 0; s < kShards; ++s) {
    Shard& shard = Shards()[s];
    MutexLock hold(&shard.mu);
    for (const RegistryNode* node = shard.newest; node != nullptr; node = node->older) {
      found.emplace_back(node->stamp, Pin{node->type, node->label, node->generation,
                                          absl::Nanoseconds(now - node->created_ns), node->orphan,
                                          Symbols(node->site)});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Pin> pins;
  pins.reserve(found.size());
  for (auto& entry : found) pins.push_back(std::move(entry.second));
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
