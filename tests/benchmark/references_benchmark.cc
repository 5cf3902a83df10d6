// What counting a reference costs a wrapped call. Cases are named reference/BODY/FORM/threads:N;
// each iteration is two calls, one that obtains and one that releases, so half a difference is the
// cost of a call.
//
//   empty  nothing between gate entry and leave
//   slot   PK11_ReferenceSlot and PK11_FreeSlot, on a slot that all threads share
//   own    the same on a key of each thread's own: PK11_ReferenceSymKey, PK11_FreeSymKey
//
//   gated    in the gate
//   counted  and counted, as the wrappers are
//   traced   and traced by call site

#include <pk11pub.h>

#include <string>

#include "nss_glue/generated/raw.h"
#include "nss_glue/reference_report.h"
#include "nss_glue/references.h"
#include "shutdown/gate.h"
#include "tests/benchmark/support.h"

namespace psm::benchmarking {
namespace {

struct EmptyBody {
  static constexpr ReferenceKind kKind = ReferenceKind::kSlot;
  void Obtain() { asm volatile("" ::: "memory"); }
  void Release() { asm volatile("" ::: "memory"); }
  const void* object() const { return this; }
};

struct SlotBody {
  static constexpr ReferenceKind kKind = ReferenceKind::kSlot;
  SlotBody() : slot(psm_raw_PK11_GetInternalSlot()) { Require(slot != nullptr, "slot"); }
  ~SlotBody() { psm_raw_PK11_FreeSlot(slot); }
  void Obtain() { benchmark::DoNotOptimize(psm_raw_PK11_ReferenceSlot(slot)); }
  void Release() { psm_raw_PK11_FreeSlot(slot); }
  const void* object() const { return slot; }
  PK11SlotInfo* const slot;
};

struct OwnBody {
  static constexpr ReferenceKind kKind = ReferenceKind::kSymKey;
  OwnBody() {
    PK11SlotInfo* slot = psm_raw_PK11_GetInternalSlot();
    key = psm_raw_PK11_KeyGen(slot, CKM_AES_KEY_GEN, nullptr, 16, nullptr);
    psm_raw_PK11_FreeSlot(slot);
    Require(key != nullptr, "key");
  }
  ~OwnBody() { psm_raw_PK11_FreeSymKey(key); }
  void Obtain() { benchmark::DoNotOptimize(psm_raw_PK11_ReferenceSymKey(key)); }
  void Release() { psm_raw_PK11_FreeSymKey(key); }
  const void* object() const { return key; }
  PK11SymKey* key;
};

template <typename Body, bool kCounted>
void Pair(benchmark::State& state) {
  const GateEntry around("references_benchmark");  // the objects' own calls
  Body body;
  MeasuredThread measured(state);
  for (auto _ : state) {
    const void* object = body.object();
    benchmark::DoNotOptimize(object);
    {
      const GateEntry gate("obtain");
      if (!gate.ok()) state.SkipWithError("refused");
      body.Obtain();
      if (kCounted) nss_call::Gave(Body::kKind, object);
    }
    {
      const GateEntry gate("release");
      if (!gate.ok()) state.SkipWithError("refused");
      if (kCounted) nss_call::Took(Body::kKind, object);
      body.Release();
    }
  }
}

template <typename Body>
void Traced(benchmark::State& state) {
  References::TraceSites(true);
  Pair<Body, true>(state);
  References::TraceSites(false);
}

template <typename Body>
void Register(const std::string& body) {
  const auto add = [&body](const char* form, void (*function)(benchmark::State&)) {
    benchmark::RegisterBenchmark(("reference/" + body + "/" + form).c_str(), function)
        ->Threads(1)
        ->Threads(2);
  };
  add("gated", Pair<Body, false>);
  add("counted", Pair<Body, true>);
}

}  // namespace
}  // namespace psm::benchmarking

int main(int argc, char** argv) {
  using namespace psm::benchmarking;  // NOLINT(google-build-using-namespace)
  TakeOptionsAndOpen(
      &argc, argv, [] { Require(psm_raw_NSS_NoDB_Init(nullptr) == SECSuccess, "NSS_NoDB_Init"); });
  RegisterSpin();
  Register<EmptyBody>("empty");
  Register<SlotBody>("slot");
  Register<OwnBody>("own");
  benchmark::RegisterBenchmark("reference/slot/traced", Traced<SlotBody>)->Threads(1);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();

  DrainAndClose([] { Require(psm_raw_NSS_Shutdown() == SECSuccess, "NSS_Shutdown"); });
}
