// libpsm-nss-gate.so: the gate under a program that cannot be recompiled.
//
//   LD_PRELOAD=out/release/libpsm-nss-gate.so certutil -L -d sql:profile
//
// It defines every NSS function that the shim gates, and so takes the calls of the program, of
// its other libraries, and of the NSS libraries among themselves. Each passes the gate and goes on
// to NSS's own. NSS_Init and its kin open and close the gate (nss_glue/standalone.h). Before the
// first of them a program may load modules and read or write their list, as `modutil -rawlist`
// does: SECMOD_LoadModule, SECMOD_GetModuleSpecList and SECMOD_UpdateModule then take turns. Where
// the program is a host of libpsm.so.1, the gate is the host's: this library brings none, but links
// libpsm.so.1.
//
//   environment            does
//   PSM_NSS_GATE_REPORT=1  at exit, on stderr: "psm-nss-gate: N calls refused, N releases leaked"
//   PSM_NSS_GATE_SHUT=1    for tests: NSS is not initialised, and every call is refused
//
// What it does not see: a program linked to NSS statically, functions fetched with dlsym from a
// handle of an NSS library, PKCS#11 modules called directly, and functions of an NSS newer than the
// one it was generated from (tools/shim_coverage --libs=DIR names them; the audit finds their use).
//
// Thread rule and failures: those of the shim, nss_glue/nss_call.h and nss_glue/standalone.h. A
// child of fork() is refused every call once the parent had NSS up.

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "nss_glue/nss_call.h"
#include "nss_glue/standalone.h"
#include "shutdown/gate_control.h"

// Of calls.cc: what the thunks of psm_raw_X jump through, and for which functions.
extern "C" {
extern const char* const psm_raw_names[];
extern const int psm_raw_count;
extern void* psm_raw_table[];
}

namespace {

bool IsSet(const char* name) {
  const char* value = secure_getenv(name);
  return value != nullptr && value[0] == '1' && value[1] == '\0';
}

__attribute__((constructor)) void Start() {
  for (int i = 0; i < psm_raw_count; ++i) psm_raw_table[i] = dlsym(RTLD_NEXT, psm_raw_names[i]);
  psm::GateControl::Prepare();  // cheap while there is one thread
  if (IsSet("PSM_NSS_GATE_SHUT")) {
    psm::standalone::KeepGateShutForTesting();
  } else {
    psm::nss_call::AllowModulesFirst(true);
  }
}

__attribute__((destructor)) void Report() {
  if (!IsSet("PSM_NSS_GATE_REPORT")) return;
  fprintf(stderr, "psm-nss-gate: %d calls refused, %d releases leaked\n", psm::nss_call::Refusals(),
          psm::nss_call::LeakedReleases());
}

}  // namespace
