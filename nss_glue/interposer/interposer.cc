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
//   environment                does
//   PSM_NSS_GATE_REPORT=1      on stderr, at exit: "psm-nss-gate: N calls refused, N releases
//                              leaked"; at each NSS_Shutdown, if the program holds references:
//                              "psm-nss-gate: held at NSS_Shutdown: 1 x CERTCertificate, 2 x ..."
//   PSM_NSS_GATE_REPORT=sites  the same, and a line for each place that obtained one of them
//   PSM_NSS_GATE_DEADLINE=D    how long NSS_Shutdown waits for calls inside: 0 to 1h, as in 250ms;
//                              without it 10s. Anything else is reported on stderr and ignored
//   PSM_NSS_GATE_SHUT=1        for tests: NSS is not initialised, and every call is refused
//
// References are counted as in gated C code (nss_glue/references.h), for the calls that do not come
// from NSS itself. In a host of libpsm.so.1 the host's own wrappers count, and this library does
// not; so a plugin's references are not seen there.
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
#include <string.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "nss_glue/interposer/callers.h"
#include "nss_glue/nss_call.h"
#include "nss_glue/reference_report.h"
#include "nss_glue/standalone.h"
#include "shutdown/gate_control.h"

// Of calls.cc: what the thunks of psm_raw_X jump through, and for which functions.
extern "C" {
extern const char* const psm_raw_names[];
extern const int psm_raw_count;
extern void* psm_raw_table[];
}

namespace {

bool Is(const char* name, const char* wanted) {
  const char* value = secure_getenv(name);
  return value != nullptr && strcmp(value, wanted) == 0;
}
bool IsSet(const char* name) { return Is(name, "1"); }

bool ReportsSites() { return Is("PSM_NSS_GATE_REPORT", "sites"); }
bool Reports() { return IsSet("PSM_NSS_GATE_REPORT") || ReportsSites(); }

void SetDeadline() {
  const char* const value = secure_getenv("PSM_NSS_GATE_DEADLINE");
  if (value == nullptr) return;
  absl::Duration deadline;
  if (absl::ParseDuration(value, &deadline) && psm::standalone::SetDrainDeadline(deadline)) return;
  fprintf(stderr, "psm-nss-gate: PSM_NSS_GATE_DEADLINE: \"%s\" is no duration from 0 to 1h\n",
          value);
}

void ReportHeld() {
  const std::string held = psm::References::Describe();
  if (held.empty()) return;
  fprintf(stderr, "psm-nss-gate: held at NSS_Shutdown: %s\n", held.c_str());
  for (const psm::ReferenceSite& site : psm::References::Sites()) {
    for (const std::vector<std::string>& stack : site.obtained_at) {
      const auto frame = std::find_if(stack.begin(), stack.end(), [](const std::string& name) {
        return name.find("/libpsm-nss-gate.so(") == std::string::npos;
      });
      fprintf(stderr, "psm-nss-gate:   %s from %s\n", site.type,
              frame != stack.end() ? frame->c_str() : "an unknown place");
    }
  }
}

__attribute__((constructor)) void Start() {
  for (int i = 0; i < psm_raw_count; ++i) psm_raw_table[i] = dlsym(RTLD_NEXT, psm_raw_names[i]);
  psm::interposer::FindLibraries();
  psm::GateControl::Prepare();  // cheap while there is one thread
  SetDeadline();
  if (Reports()) psm::standalone::OnDrained(ReportHeld);
  if (ReportsSites()) psm::References::TraceSites(true);
  if (IsSet("PSM_NSS_GATE_SHUT")) {
    psm::standalone::KeepGateShutForTesting();
  } else {
    psm::nss_call::AllowModulesFirst();
  }
}

__attribute__((destructor)) void Report() {
  if (!Reports()) return;
  fprintf(stderr, "psm-nss-gate: %d calls refused, %d releases leaked\n", psm::nss_call::Refusals(),
          psm::nss_call::LeakedReleases());
}

}  // namespace
