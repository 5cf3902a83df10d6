// What the shim costs an NSS call. Cases are named BODY/FORM/threads:N.
//
//   raw       NSS's own function, through the PLT
//   wrapper   psm::nss::X, inline
//   function  psm_nss_X, out of line, for C
//
// The bodies are accessors, the shortest calls there are; the same under a PreventionLock
// (nested_X); and `slot`, which takes a reference that all threads share and gives it back. There
// are several accessors because a loop of seven cycles gains or loses one with the place the
// linker gave it.

#include <benchmark/benchmark.h>
#include <keyhi.h>
#include <pk11pub.h>

#include <string>

#include "nss_glue/generated/raw.h"
#include "shutdown/prevention_lock.h"
#include "tests/benchmark/support.h"

// Name and argument.
#define PSM_ACCESSORS(ACCESSOR)               \
  ACCESSOR(PK11_GetTokenName, g_slot)         \
  ACCESSOR(PK11_GetSlotName, g_slot)          \
  ACCESSOR(PK11_GetModule, g_slot)            \
  ACCESSOR(PK11_IsInternal, g_slot)           \
  ACCESSOR(PK11_GetMechanism, g_sym_key)      \
  ACCESSOR(SECKEY_GetPublicKeyType, g_public) \
  ACCESSOR(SECKEY_GetPrivateKeyType, g_private)

extern "C" {
#define PSM_DECLARE(name, argument) decltype(::psm_raw_##name) psm_nss_##name;
PSM_ACCESSORS(PSM_DECLARE)
PSM_DECLARE(PK11_GetInternalSlot, )
PSM_DECLARE(PK11_FreeSlot, )
#undef PSM_DECLARE
}

namespace psm::benchmarking {
namespace {

PK11SlotInfo* g_slot;
PK11SymKey* g_sym_key;
SECKEYPublicKey* g_public;
SECKEYPrivateKey* g_private;

template <typename Body>
void Loop(benchmark::State& state, Body body) {
  MeasuredThread measured(state);
  for (auto _ : state) body();
}

template <typename Body>
void Add(const char* body, const char* form, Body run) {
  const std::string name = std::string(body) + "/" + form;
  benchmark::RegisterBenchmark(name.c_str(), [run](benchmark::State& state) { Loop(state, run); })
      ->Threads(1)
      ->Threads(2);
}

template <typename Body>
void AddNested(const char* body, const char* form, Body run) {
  const std::string name = std::string("nested_") + body + "/" + form;
  benchmark::RegisterBenchmark(name.c_str(), [run](benchmark::State& state) {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    Require(lock.ok(), "PreventionLock");
    Loop(state, run);
  })->Threads(1);
}

template <typename Body>
void AddAccessor(const char* body, const char* form, Body run) {
  Add(body, form, run);
  AddNested(body, form, run);
}

void AddAll() {
#define PSM_CALL(call, argument) [] { benchmark::DoNotOptimize(call(argument)); }
#define PSM_ADD(name, argument)                                 \
  AddAccessor(#name, "raw", PSM_CALL(::name, argument));        \
  AddAccessor(#name, "wrapper", PSM_CALL(nss::name, argument)); \
  AddAccessor(#name, "function", PSM_CALL(psm_nss_##name, argument));
  PSM_ACCESSORS(PSM_ADD)
#undef PSM_ADD
#undef PSM_CALL

#define PSM_SLOT(get, free)         \
  [] {                              \
    PK11SlotInfo* slot = get();     \
    benchmark::DoNotOptimize(slot); \
    free(slot);                     \
  }
  Add("slot", "raw", PSM_SLOT(PK11_GetInternalSlot, PK11_FreeSlot));
  Add("slot", "wrapper", PSM_SLOT(nss::PK11_GetInternalSlot, nss::PK11_FreeSlot));
  Add("slot", "function", PSM_SLOT(psm_nss_PK11_GetInternalSlot, psm_nss_PK11_FreeSlot));
#undef PSM_SLOT
}

void MakeObjects() {
  g_slot = nss::PK11_GetInternalSlot();
  PK11RSAGenParams parameters = {1024, 65537};
  g_private = nss::PK11_GenerateKeyPair(g_slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, &g_public,
                                        PR_FALSE, PR_FALSE, nullptr);
  Require(g_private != nullptr, "PK11_GenerateKeyPair");
  g_sym_key = nss::PK11_KeyGen(g_slot, CKM_AES_KEY_GEN, nullptr, 16, nullptr);
  Require(g_sym_key != nullptr, "PK11_KeyGen");
}

void ReleaseObjects() {
  nss::PK11_FreeSymKey(g_sym_key);
  nss::SECKEY_DestroyPrivateKey(g_private);
  nss::SECKEY_DestroyPublicKey(g_public);
  nss::PK11_FreeSlot(g_slot);
}

}  // namespace
}  // namespace psm::benchmarking

int main(int argc, char** argv) {
  using namespace psm::benchmarking;  // NOLINT(google-build-using-namespace)
  TakeOptionsAndOpen(
      &argc, argv, [] { Require(psm_raw_NSS_NoDB_Init(nullptr) == SECSuccess, "NSS_NoDB_Init"); });
  MakeObjects();

  RegisterSpin();
  AddAll();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();

  ReleaseObjects();
  DrainAndClose([] { Require(psm_raw_NSS_Shutdown() == SECSuccess, "NSS_Shutdown"); });
}
