#include "nss_glue/standalone.h"

#include <prerror.h>
#include <secerr.h>
#include <time.h>

#include <atomic>
#include <set>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "nss_glue/lifecycle_mutex.h"
#include "nss_glue/tls_layer.h"
#include "nss_glue/tls_sessions.h"
#include "shutdown/clock.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/registry.h"

namespace psm {
namespace {

constexpr absl::Duration kLongestDrain = absl::Hours(1);
constexpr absl::Duration kAfterDrain = absl::Seconds(20);  // for the mutex and NSS's work
constexpr timespec kPause = {0, 1000 * 1000};              // 1 ms

// What the program has of NSS. All but the flags is used in a Turn only.
struct Program {
  Mutex turn;
  bool initialized = false;  // NSS_Init and its kin
  std::set<const NSSInitContext*> contexts;
  ProfileGeneration generation = 0;  // the last one that was made here

  std::atomic<bool> gone{false};  // by an ungated NSS_Shutdown, since the last turn
  std::atomic<bool> keep_shut{false};
  std::atomic<void (*)()> on_drained{nullptr};
  std::atomic<int64_t> drain_ns{absl::ToInt64Nanoseconds(absl::Seconds(10))};

  absl::Duration drain_deadline() const { return absl::Nanoseconds(drain_ns.load()); }

  bool up() const { return initialized || !contexts.empty(); }
};

Program& TheProgram() {
  static Program* const program = new Program;
  return *program;
}

thread_local bool t_in_turn = false;

bool Inside() {
  const gate_internal::Slot* slot = gate_internal::t_slot;
  return slot != nullptr &&
         (__atomic_load_n(&slot->state, __ATOMIC_RELAXED) & gate_internal::kInsideMask) != 0;
}

// One life-cycle call at a time.
class Turn {
 public:
  Turn() : error_(Take()) {
    if (error_ != 0) PORT_SetError(error_);
  }
  ~Turn() PSM_NO_THREAD_SAFETY_ANALYSIS {
    if (!mine_) return;
    t_in_turn = false;
    TheProgram().turn.Unlock();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  bool refused() const { return error_ != 0; }  // the error is set
  // The call is the SecurityManager's own, and came here by way of the LD_PRELOAD library: it goes
  // on to NSS.
  bool of_manager() const { return manager_; }

 private:
  PRErrorCode Take() PSM_NO_THREAD_SAFETY_ANALYSIS {
    // In a forked child the mutex may be held for ever.
    if (InForkedChild()) return SEC_ERROR_NOT_INITIALIZED;
    if (t_in_turn) return PR_DEADLOCK_ERROR;
    Program& program = TheProgram();
    const absl::Duration start = MonotonicNow();
    while (!program.turn.TryLock()) {
      // The turn may be a drain's, which waits for this thread.
      if (Inside() && GateIsClosing()) return PR_DEADLOCK_ERROR;
      if (MonotonicNow() - start > program.drain_deadline() + kAfterDrain) {
        return PR_IO_TIMEOUT_ERROR;
      }
      nanosleep(&kPause, nullptr);
    }
    mine_ = true;
    t_in_turn = true;
    if (program.gone.exchange(false)) {
      program.initialized = false;
      program.contexts.clear();
    }
    if (GateControl::generation() == program.generation) return 0;
    manager_ = GateControl::InOwnerScope();
    return manager_ ? 0 : PR_NO_ACCESS_RIGHTS_ERROR;
  }

  bool mine_ = false;
  bool manager_ = false;
  const PRErrorCode error_;
};

bool Drain() {
  const DrainReport report = DrainWithTls(TheProgram().drain_deadline());
  switch (report.result) {
    case DrainResult::kOk:
    case DrainResult::kNotOpen:
      return true;
    case DrainResult::kDeadline:
      PORT_SetError(PR_IO_TIMEOUT_ERROR);
      return false;
    case DrainResult::kForked:
      PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
      return false;
    case DrainResult::kSelfInside:
    case DrainResult::kBusy:
      PORT_SetError(PR_DEADLOCK_ERROR);
      return false;
    case DrainResult::kNoBarrier:
      PORT_SetError(PR_OPERATION_NOT_SUPPORTED_ERROR);
      return false;
  }
  return false;
}

// As Drain; where it fails the gate is open again.
bool DrainOrResume(const char* label) {
  if (Drain()) return true;
  if (GateControl::is_open() || Inside()) return false;
  const PRErrorCode error = PORT_GetError();
  if (GateControl::Resume().ok()) {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(label);
    if (lock.ok()) Registry::ReleaseOrphans(*lock);
  }
  PORT_SetError(error);
  return false;
}

// NSS runs this in NSS_Shutdown while everything still works.
SECStatus OnShutdown(void* /*unused*/, void* /*unused*/) {
  if (t_in_turn) return SECSuccess;
  if (Drain()) {
    const GateOwnerScope owner("NSS_Shutdown by ungated code");
    Registry::Evaporate();
    tls_sessions::FreeServerState();
  }
  TheProgram().gone.store(true);
  return SECSuccess;
}

bool Succeeded(SECStatus status) { return status == SECSuccess; }
bool Succeeded(const NSSInitContext* context) { return context != nullptr; }
void Count(SECStatus /*status*/) { TheProgram().initialized = true; }
void Count(const NSSInitContext* context) { TheProgram().contexts.insert(context); }

template <typename Init, typename Result>
Result BringUp(const char* label, Result failure, Init init) {
  const Turn turn;
  if (turn.refused()) return failure;
  if (turn.of_manager()) return init();
  Program& program = TheProgram();
  if (program.up()) {
    const GateEntry gate(label);
    if (!gate.ok()) {
      PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
      return failure;
    }
    const Result result = init();
    if (Succeeded(result)) Count(result);
    return result;
  }

  if (program.keep_shut.load()) {
    PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
    return failure;
  }
  // It is drained, unless an ungated NSS_Shutdown did not wait for every call.
  if (!Drain()) return failure;
  if (!GateControl::AdvanceGeneration().ok()) {
    PORT_SetError(PR_DEADLOCK_ERROR);
    return failure;
  }
  program.generation = GateControl::generation();
  Result result = failure;
  {
    const GateOwnerScope owner(label);
    const nss_call::LifecycleHold hold;
    if (!hold.ok()) {
      PORT_SetError(PR_IO_TIMEOUT_ERROR);
      return failure;
    }
    result = init();
    if (!Succeeded(result)) return result;
    psm_raw_NSS_RegisterShutdown(OnShutdown, nullptr);
  }
  Count(result);
  static_cast<void>(GateControl::Open());
  return result;
}

SECStatus Stuck() {
  PORT_SetError(PR_IO_TIMEOUT_ERROR);
  return SECFailure;
}

// In a turn, with NSS up.
template <typename Shutdown>
SECStatus TakeDown(const char* label, Shutdown shutdown) {
  if (!DrainOrResume(label)) return SECFailure;
  Program& program = TheProgram();
  {
    const GateOwnerScope owner(label);
    Registry::Evaporate();
    if (void (*const callback)() = program.on_drained.load()) callback();
    const nss_call::LifecycleHold hold;
    if (hold.ok()) {
      program.initialized = false;
      program.contexts.clear();
      tls_sessions::FreeServerState();
      return shutdown();
    }
  }
  static_cast<void>(GateControl::Open());
  return Stuck();
}

SECStatus NothingToDo() {
  PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
  return SECFailure;
}

}  // namespace

bool standalone::SetDrainDeadline(absl::Duration deadline) {
  if (deadline < absl::ZeroDuration() || deadline > kLongestDrain) return false;
  TheProgram().drain_ns.store(absl::ToInt64Nanoseconds(deadline));
  return true;
}

void standalone::OnDrained(void (*callback)()) { TheProgram().on_drained.store(callback); }

void standalone::KeepGateShutForTesting() { TheProgram().keep_shut.store(true); }

}  // namespace psm

SECStatus psm_special_NSS_Init(const char* folder) {
  return psm::BringUp("NSS_Init", SECFailure, [=] { return psm_raw_NSS_Init(folder); });
}

SECStatus psm_special_NSS_InitReadWrite(const char* folder) {
  return psm::BringUp("NSS_InitReadWrite", SECFailure,
                      [=] { return psm_raw_NSS_InitReadWrite(folder); });
}

SECStatus psm_special_NSS_NoDB_Init(const char* folder) {
  return psm::BringUp("NSS_NoDB_Init", SECFailure, [=] { return psm_raw_NSS_NoDB_Init(folder); });
}

SECStatus psm_special_NSS_Initialize(const char* folder, const char* certificate_prefix,
                                     const char* key_prefix, const char* module_database,
                                     PRUint32 flags) {
  return psm::BringUp("NSS_Initialize", SECFailure, [=] {
    return psm_raw_NSS_Initialize(folder, certificate_prefix, key_prefix, module_database, flags);
  });
}

SECStatus psm_special_NSS_InitWithMerge(const char* folder, const char* certificate_prefix,
                                        const char* key_prefix, const char* module_database,
                                        const char* update_folder,
                                        const char* update_certificate_prefix,
                                        const char* update_key_prefix, const char* update_id,
                                        const char* update_name, PRUint32 flags) {
  return psm::BringUp("NSS_InitWithMerge", SECFailure, [=] {
    return psm_raw_NSS_InitWithMerge(folder, certificate_prefix, key_prefix, module_database,
                                     update_folder, update_certificate_prefix, update_key_prefix,
                                     update_id, update_name, flags);
  });
}

NSSInitContext* psm_special_NSS_InitContext(const char* folder, const char* certificate_prefix,
                                            const char* key_prefix, const char* module_database,
                                            NSSInitParameters* parameters, PRUint32 flags) {
  return psm::BringUp("NSS_InitContext", static_cast<NSSInitContext*>(nullptr), [=] {
    return psm_raw_NSS_InitContext(folder, certificate_prefix, key_prefix, module_database,
                                   parameters, flags);
  });
}

SECStatus psm_special_NSS_Shutdown() {
  const psm::Turn turn;
  if (turn.refused()) return SECFailure;
  if (turn.of_manager()) return psm_raw_NSS_Shutdown();
  if (!psm::TheProgram().initialized) return psm::NothingToDo();
  return psm::TakeDown("NSS_Shutdown", psm_raw_NSS_Shutdown);
}

SECStatus psm_special_NSS_ShutdownContext(NSSInitContext* context) {
  const psm::Turn turn;
  if (turn.refused()) return SECFailure;
  if (turn.of_manager()) return psm_raw_NSS_ShutdownContext(context);
  psm::Program& program = psm::TheProgram();
  // Null stands for NSS_Init and its kin.
  const bool known = context == nullptr ? program.initialized : program.contexts.count(context) > 0;
  if (!known) return psm::NothingToDo();
  if (program.contexts.size() + (program.initialized ? 1 : 0) == 1) {
    return psm::TakeDown("NSS_ShutdownContext",
                         [=] { return psm_raw_NSS_ShutdownContext(context); });
  }
  const psm::GateEntry gate("NSS_ShutdownContext");
  if (!gate.ok()) return psm::NothingToDo();
  if (context == nullptr) {
    program.initialized = false;
  } else {
    program.contexts.erase(context);
  }
  return psm_raw_NSS_ShutdownContext(context);
}

SECStatus psm_special_SECMOD_RestartModules(PRBool force) {
  // NSS_InitContext calls it, and so may the SecurityManager.
  if (psm::t_in_turn || psm::GateControl::InOwnerScope()) {
    return psm_raw_SECMOD_RestartModules(force);
  }
  const psm::Turn turn;
  if (turn.refused()) return SECFailure;
  if (!psm::TheProgram().up()) return psm::NothingToDo();
  if (!psm::DrainOrResume("SECMOD_RestartModules")) return SECFailure;
  SECStatus status;
  {
    const psm::GateOwnerScope owner("SECMOD_RestartModules");
    const psm::nss_call::LifecycleHold hold;
    status = hold.ok() ? psm_raw_SECMOD_RestartModules(force) : psm::Stuck();
  }
  static_cast<void>(psm::GateControl::Open());
  return status;
}

void psm_special_PK11_ConfigurePKCS11(const char* manufacturer, const char* library,
                                      const char* token, const char* private_token,
                                      const char* slot, const char* private_slot,
                                      const char* fips_slot, const char* fips_private_slot,
                                      int minimum_password, int password_required) {
  const psm::Turn turn;
  if (turn.refused()) return;
  psm_raw_PK11_ConfigurePKCS11(manufacturer, library, token, private_token, slot, private_slot,
                               fips_slot, fips_private_slot, minimum_password, password_required);
}

SECStatus psm_special_SECOID_Init() {
  const psm::GateEntry gate("SECOID_Init");
  if (gate.ok()) return psm_raw_SECOID_Init();  // it does nothing then
  if (gate.refusal() == psm::GateRefusal::kForked) return psm::NothingToDo();
  const psm::nss_call::LifecycleHold hold;
  if (!hold.ok()) return psm::Stuck();
  return psm_raw_SECOID_Init();
}

SECStatus psm_special_SECOID_Shutdown() {
  if (psm::Inside()) return psm_raw_SECOID_Shutdown();  // the software token's, as it is unloaded
  if (psm::InForkedChild()) return psm::NothingToDo();
  const psm::nss_call::LifecycleHold hold;
  if (!hold.ok()) return psm::Stuck();
  if (!psm_raw_NSS_IsInitialized()) return psm_raw_SECOID_Shutdown();
  PORT_SetError(SEC_ERROR_BUSY);
  return SECFailure;
}

void psm_special_UTIL_SetForkState(PRBool forked) { psm_raw_UTIL_SetForkState(forked); }
