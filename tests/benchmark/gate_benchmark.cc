// What the gate costs a call, beside the other ways to do it. Cases are named BODY/GATE/threads:N;
// the body "empty" is enter and leave alone. The loop itself, which "empty/ungated" shows, is in
// every figure.

#include <nss.h>
#include <pk11pub.h>

#include <string>

#include "tests/benchmark/peers.h"
#include "tests/benchmark/support.h"

namespace psm::benchmarking {
namespace {

void Empty() { asm volatile("" ::: "memory"); }
void IsFips() { benchmark::DoNotOptimize(PK11_IsFIPS()); }
void KeySlot() {
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  benchmark::DoNotOptimize(slot);
  PK11_FreeSlot(slot);
}
void Random32() {
  unsigned char bytes[32];
  benchmark::DoNotOptimize(PK11_GenerateRandom(bytes, sizeof bytes));
}

template <typename Peer, void (*body)()>
void Call(benchmark::State& state) {
  [[maybe_unused]] typename Peer::ThreadSetup setup;
  MeasuredThread measured(state);
  for (auto _ : state) {
    auto scope = Peer::Enter();
    if (!Peer::IsInside(scope)) {
      state.SkipWithError("refused");
      break;
    }
    body();
  }
}

template <typename Peer>
void Register(const char* gate) {
  const auto add = [gate](const char* body, void (*function)(benchmark::State&)) {
    const std::string name = std::string(body) + "/" + gate;
    benchmark::RegisterBenchmark(name.c_str(), function)->Threads(1)->Threads(2);
    // Eight threads meet only in a round that is long enough for the scheduler to mix them.
    benchmark::RegisterBenchmark(name.c_str(), function)->Threads(8)->MinTime(0.05);
  };
  add("empty", Call<Peer, Empty>);
  add("is_fips", Call<Peer, IsFips>);
  add("key_slot", Call<Peer, KeySlot>);
  add("random32", Call<Peer, Random32>);
}

}  // namespace
}  // namespace psm::benchmarking

int main(int argc, char** argv) {
  using namespace psm::benchmarking;  // NOLINT(google-build-using-namespace)
  TakeOptionsAndOpen(&argc, argv,
                     [] { Require(NSS_NoDB_Init(nullptr) == SECSuccess, "NSS_NoDB_Init"); });
  RegisterSpin();
  Register<Peer<UngatedScope>>("ungated");
  Register<GateEntryPeer>("gate_entry");
  Register<PreventionLockPeer>("prevention_lock");
  Register<Peer<GeckoOldScope>>("gecko_old");
  Register<Peer<GeckoNewScope>>("gecko_new");
  Register<Peer<AbslReaderScope>>("absl_reader");
  Register<SharedMutexPeer>("shared_mutex");
  Register<Peer<SharedCounterScope>>("shared_counter");
  Register<UrcuMembPeer>("urcu_memb");
  Register<Peer<UrcuBpScope>>("urcu_bp");
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();

  DrainAndClose([] { Require(NSS_Shutdown() == SECSuccess, "NSS_Shutdown"); });
}
