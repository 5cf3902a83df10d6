// NSS's own life-cycle functions for a program without a SecurityManager, whose main() owns NSS:
// the same names and results, and they drive the gate. With -DPSM_NSS_STANDALONE the wrapped
// headers let such a program call them; the LD_PRELOAD library always does.
//
//   // A program as it is, compiled against the wrapped headers with -DPSM_NSS_STANDALONE:
//   if (NSS_Init(folder) != SECSuccess) return 1;
//   ...
//   if (NSS_Shutdown() != SECSuccess) return 1;
//
//   NSS is  gate    left by
//   down    closed  NSS_Init, NSS_InitReadWrite, NSS_InitWithMerge, NSS_Initialize, NSS_NoDB_Init,
//                   NSS_InitContext: the next generation, and the gate opens when NSS is up. One
//                   that fails leaves it closed
//   up      open    NSS_Shutdown, or NSS_ShutdownContext of the last user: a drain, which has 10 s
//                   (SetDrainDeadline), the release of every tracked object, then NSS goes. Where
//                   NSS answers SEC_ERROR_BUSY it is neither up nor down, and the gate is closed;
//                   the next initialisation finds out whether the reference was released
// Users are counted as NSS counts them: all of NSS_Init and its kin are one, each context is one,
// and NSS_Shutdown ends them all. Further users come and go with the gate open.
//
//   other functions           when
//   SECMOD_RestartModules     after a drain, as shutdown; the gate opens again
//   PK11_ConfigurePKCS11      at any time; it counts from the next initialisation on
//   SECOID_Init               at any time
//   SECOID_Shutdown           while NSS is down. While it is up: SEC_ERROR_BUSY
//   UTIL_SetForkState         at any time
// NSS's own calls to these come back here where they are interposed, and pass.
//
// Thread rule: any thread. They take turns, and wait for each other. From inside the gate (a
// callback) an initialisation gives up its wait when a drain begins.
//
// How it fails: NULL or SECFailure, and the error is NSS's own or
//   SEC_ERROR_NOT_INITIALIZED         there is nothing to shut down; the context is unknown; a
//                                     forked child of a process that had NSS up
//   PR_NO_ACCESS_RIGHTS_ERROR         a SecurityManager owns NSS in this process, or did
//   PR_DEADLOCK_ERROR                 a shutdown from inside the gate, or anything from inside a
//                                     shutdown callback
//   PR_IO_TIMEOUT_ERROR               calls are still inside at the drain's deadline: NSS stays up
//                                     and the gate is open again. Or another of these calls has not
//                                     ended 20 s after that deadline, or a release is stuck in NSS
//                                     for 10 s: nothing was done, and the gate is as it was (a
//                                     shutdown has released the tracked objects)
//   PR_OPERATION_NOT_SUPPORTED_ERROR  the kernel refused the fence (DrainResult::kNoBarrier); NSS
//                                     stays up
// A certificate that was leaked makes NSS_Shutdown fail and NSS unusable for the rest of the
// process, as without the shim: only SecurityManager looks first.
//
// Where other code of the process calls NSS_Shutdown itself, ungated, the gate closes and drains
// before NSS goes, as far as the deadline allows.
//
// Sources: NSS 3.87, lib/nss/nssinit.c; the gate's owner side is shutdown/gate_control.h.

#ifndef NSS_GLUE_STANDALONE_H_
#define NSS_GLUE_STANDALONE_H_

#include "absl/time/time.h"
#include "nss_glue/generated/raw.h"
#include "shutdown/export.h"

namespace psm::standalone {

// How long a shutdown waits for the calls inside, from now on; also at any time while NSS is up.
// False, and nothing has changed: it is negative, or more than an hour.
[[nodiscard]] PSM_EXPORT bool SetDrainDeadline(absl::Duration deadline);

// To be called at each shutdown once nobody is inside and what is tracked is released, so that
// References (reference_report.h) says exactly what NSS_Shutdown will find held. Once, before the
// first initialisation; the callee may call no NSS function.
PSM_EXPORT void OnDrained(void (*callback)());

// From now on NSS is not initialised, and so the gate stays shut: SEC_ERROR_NOT_INITIALIZED. To see
// what a program does when every call is refused.
PSM_EXPORT void KeepGateShutForTesting();

}  // namespace psm::standalone

extern "C" {
PSM_EXPORT decltype(::psm_raw_NSS_Init) psm_special_NSS_Init;
PSM_EXPORT decltype(::psm_raw_NSS_InitContext) psm_special_NSS_InitContext;
PSM_EXPORT decltype(::psm_raw_NSS_InitReadWrite) psm_special_NSS_InitReadWrite;
PSM_EXPORT decltype(::psm_raw_NSS_InitWithMerge) psm_special_NSS_InitWithMerge;
PSM_EXPORT decltype(::psm_raw_NSS_Initialize) psm_special_NSS_Initialize;
PSM_EXPORT decltype(::psm_raw_NSS_NoDB_Init) psm_special_NSS_NoDB_Init;
PSM_EXPORT decltype(::psm_raw_NSS_Shutdown) psm_special_NSS_Shutdown;
PSM_EXPORT decltype(::psm_raw_NSS_ShutdownContext) psm_special_NSS_ShutdownContext;
PSM_EXPORT decltype(::psm_raw_PK11_ConfigurePKCS11) psm_special_PK11_ConfigurePKCS11;
PSM_EXPORT decltype(::psm_raw_SECMOD_RestartModules) psm_special_SECMOD_RestartModules;
PSM_EXPORT decltype(::psm_raw_SECOID_Init) psm_special_SECOID_Init;
PSM_EXPORT decltype(::psm_raw_SECOID_Shutdown) psm_special_SECOID_Shutdown;
PSM_EXPORT decltype(::psm_raw_UTIL_SetForkState) psm_special_UTIL_SetForkState;
}

#endif  // NSS_GLUE_STANDALONE_H_
