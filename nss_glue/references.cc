#include "nss_glue/references.h"

#include <errno.h>
#include <execinfo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

#include "absl/strings/str_cat.h"
#include "nss_glue/reference_report.h"
#include "shutdown/gate_control.h"
#include "shutdown/mutex.h"

namespace psm {
namespace references_internal {

uint32_t g_tracing;

namespace {

static_assert(kReferenceKinds <= gate_internal::kSlotCounts);

int64_t g_shared[kReferenceKinds];  // of threads without a slot

// ---- Sites ----

constexpr int kMaxFrames = 24;
constexpr size_t kMaxSites = 8;
constexpr size_t kShards = 64;

struct Stack {
  std::array<void*, kMaxFrames> frames{};
  int depth = 0;
  bool operator==(const Stack& other) const {
    return depth == other.depth &&
           std::equal(frames.begin(), frames.begin() + depth, other.frames.begin());
  }
};

struct Traced {
  uint32_t session = 0;  // an older one's is forgotten
  ReferenceKind kind;
  int64_t count = 0;
  ProfileGeneration generation = 0;
  std::vector<Stack> stacks;
};

struct alignas(64) Shard {
  Mutex mu;
  std::unordered_map<const void*, Traced> objects PSM_GUARDED_BY(mu);
};

Mutex& SwitchMutex() {
  static auto* const mutex = new Mutex;
  return *mutex;
}
uint32_t g_sessions PSM_GUARDED_BY(SwitchMutex());

// Never destroyed: static destructors release things.
std::array<Shard, kShards>& Shards() {
  static auto* const shards = new std::array<Shard, kShards>;
  return *shards;
}

Shard& ShardOf(const void* object) {
  return Shards()[reinterpret_cast<uintptr_t>(object) / 64 % kShards];
}

// Out of line, so that the first two frames are always this one and CountSlow.
__attribute__((noinline)) Stack HereWithoutUs() {
  void* frames[kMaxFrames + 2];
  const int depth = backtrace(frames, kMaxFrames + 2);
  Stack stack;
  stack.depth = std::max(0, depth - 2);
  std::copy_n(frames + 2, stack.depth, stack.frames.begin());
  return stack;
}

void TraceGave(uint32_t session, ReferenceKind kind, const void* object, const Stack& stack) {
  Shard& shard = ShardOf(object);
  MutexLock hold(&shard.mu);
  Traced& traced = shard.objects[object];
  // Another kind: its memory was reused behind our back.
  if (traced.session != session || traced.kind != kind) {
    traced = Traced{session, kind, 0, GateControl::generation(), {}};
  }
  ++traced.count;
  std::vector<Stack>& stacks = traced.stacks;
  if (stacks.size() < kMaxSites && std::find(stacks.begin(), stacks.end(), stack) == stacks.end()) {
    stacks.push_back(stack);
  }
}

void TraceTook(const void* object) {
  Shard& shard = ShardOf(object);
  MutexLock hold(&shard.mu);
  const auto found = shard.objects.find(object);
  if (found == shard.objects.end()) return;  // obtained before tracing was switched on
  if (--found->second.count == 0) shard.objects.erase(found);
}

std::vector<std::string> Symbols(const Stack& stack) {
  std::vector<std::string> names;
  char** const symbols = backtrace_symbols(stack.frames.data(), stack.depth);
  for (int i = 0; symbols != nullptr && i < stack.depth; ++i) names.emplace_back(symbols[i]);
  std::free(symbols);
  return names;
}

}  // namespace

__attribute__((noinline)) void CountSlow(ReferenceKind kind, const void* object, int by) noexcept {
  const int saved_errno = errno;
  if (gate_internal::t_slot != nullptr) {
    AddInSlot(gate_internal::t_slot, kind, by);
  } else {
    __atomic_fetch_add(&g_shared[static_cast<int>(kind)], by, __ATOMIC_RELAXED);
  }
  // In a child, a thread that does not exist may hold a shard.
  const uint32_t session = __atomic_load_n(&g_tracing, __ATOMIC_RELAXED);
  if (session != 0 && !InForkedChild()) {
    if (by > 0) {
      TraceGave(session, kind, object, HereWithoutUs());
    } else {
      TraceTook(object);
    }
  }
  errno = saved_errno;
}

}  // namespace references_internal

using namespace references_internal;  // NOLINT(google-build-using-namespace): the other half of the
                                      // same component

namespace {

struct KindFacts {
  const char* type;
  ReferencePins pins;
};

// As references.toml says.
constexpr KindFacts kFacts[] = {
    {"CERTCertificate", ReferencePins::kForever},
    {"CERTCertList", ReferencePins::kWhenUsed},
    {"SECKEYPrivateKey", ReferencePins::kBusy},
    {"SECKEYPrivateKeyList", ReferencePins::kWhenUsed},
    {"SECKEYPublicKey", ReferencePins::kWhenUsed},
    {"SECKEYPublicKeyList", ReferencePins::kWhenUsed},
    {"PK11SymKey", ReferencePins::kBusy},
    {"PK11SlotInfo", ReferencePins::kBusy},
    {"PK11SlotList", ReferencePins::kBusy},
    {"PK11SlotListElement", ReferencePins::kBusy},
    {"PK11Context", ReferencePins::kBusy},
    {"SECMODModule", ReferencePins::kForever},
    {"PK11GenericObject", ReferencePins::kBusy},
    {"CERTSignedCrl", ReferencePins::kBusy},
    {"HASHContext", ReferencePins::kBusy},
    {"SGNContext", ReferencePins::kWhenUsed},
    {"VFYContext", ReferencePins::kWhenUsed},
    {"HpkeContext", ReferencePins::kBusy},
    {"NSSCMSMessage", ReferencePins::kWhenUsed},
    {"NSSCMSDecoderContext", ReferencePins::kWhenUsed},
    {"NSSCMSEncoderContext", ReferencePins::kWhenUsed},
    {"NSSCMSDigestContext", ReferencePins::kBusy},
    {"SEC_PKCS7ContentInfo", ReferencePins::kWhenUsed},
    {"SEC_PKCS7DecoderContext", ReferencePins::kWhenUsed},
    {"SEC_PKCS7EncoderContext", ReferencePins::kWhenUsed},
    {"SEC_PKCS12ExportContext", ReferencePins::kBusy},
    {"SEC_PKCS12DecoderContext", ReferencePins::kBusy},
    {"CERTOCSPResponse", ReferencePins::kWhenUsed},
    {"SSLAeadContext", ReferencePins::kBusy},
    {"SSLMaskingContext", ReferencePins::kBusy},
    {"SSLAntiReplayContext", ReferencePins::kBusy},
};
static_assert(sizeof kFacts / sizeof kFacts[0] == kReferenceKinds, "one line for each kind");

const KindFacts& FactsOf(ReferenceKind kind) { return kFacts[static_cast<int>(kind)]; }

}  // namespace

const char* References::TypeName(ReferenceKind kind) { return FactsOf(kind).type; }
ReferencePins References::Pins(ReferenceKind kind) { return FactsOf(kind).pins; }

std::vector<OutstandingReferences> References::Outstanding() {
  std::vector<OutstandingReferences> outstanding;
  if (InForkedChild()) return outstanding;
  for (int k = 0; k < kReferenceKinds; ++k) {
    const auto kind = static_cast<ReferenceKind>(k);
    const int64_t count =
        gate_internal::SumOverSlots(k) + __atomic_load_n(&g_shared[k], __ATOMIC_RELAXED);
    if (count != 0) outstanding.push_back({kind, TypeName(kind), Pins(kind), count});
  }
  return outstanding;
}

bool References::PinNss() {
  const std::vector<OutstandingReferences> outstanding = Outstanding();
  return std::any_of(outstanding.begin(), outstanding.end(), [](const OutstandingReferences& o) {
    return o.count > 0 && o.pins >= ReferencePins::kBusy;
  });
}

std::string References::Describe() {
  std::string text;
  for (const OutstandingReferences& o : Outstanding()) {
    if (o.count > 0) absl::StrAppend(&text, text.empty() ? "" : ", ", o.count, " x ", o.type);
  }
  return text;
}

void References::TraceSites(bool on) {
  if (InForkedChild()) return;
  MutexLock hold(&SwitchMutex());
  const bool was_on = __atomic_load_n(&g_tracing, __ATOMIC_RELAXED) != 0;
  if (on == was_on) return;
  __atomic_store_n(&g_tracing, on ? ++g_sessions : 0, __ATOMIC_RELAXED);
  // What a thread still enters for the session that ended is left out of the next one.
  for (Shard& shard : Shards()) {
    MutexLock hold_shard(&shard.mu);
    shard.objects.clear();
  }
}

std::vector<ReferenceSite> References::Sites() {
  std::vector<ReferenceSite> sites;
  if (InForkedChild()) return sites;
  const uint32_t session = __atomic_load_n(&g_tracing, __ATOMIC_RELAXED);
  for (Shard& shard : Shards()) {
    MutexLock hold(&shard.mu);
    for (const auto& [object, traced] : shard.objects) {
      if (traced.session != session) continue;
      ReferenceSite site{traced.kind,  TypeName(traced.kind), object,
                         traced.count, traced.generation,     {}};
      for (const Stack& stack : traced.stacks) site.obtained_at.push_back(Symbols(stack));
      sites.push_back(std::move(site));
    }
  }
  std::sort(sites.begin(), sites.end(), [](const ReferenceSite& a, const ReferenceSite& b) {
    return a.generation < b.generation;
  });
  return sites;
}

}  // namespace psm
