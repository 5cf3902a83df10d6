// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <pk11priv.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PK11PRIV_H_
#define PSM_NSS_PK11PRIV_H_

#include "nss_glue/shadow.h"

#include_next <pk11priv.h>
#include <seccomon.h>
#include <secoidt.h>
#include <secdert.h>
#include <keythi.h>
#include <certt.h>
#include <secmodt.h>
#include <pkcs7t.h>
#include <pkcs11uri.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(_PK11_ContextGetAEADSimulation);
PSM_NSS_RENAMED(_PK11_ContextSetAEADSimulation);
PSM_NSS_END_C

#define _PK11_ContextGetAEADSimulation psm_nss__PK11_ContextGetAEADSimulation
#define _PK11_ContextSetAEADSimulation psm_nss__PK11_ContextSetAEADSimulation

#else

extern "C" {
PSM_NSS_RAW(_PK11_ContextGetAEADSimulation);
PSM_NSS_RAW(_PK11_ContextSetAEADSimulation);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::PRBool _PK11_ContextGetAEADSimulation(::PK11Context *context) {
  ::psm::nss_call::CallGate gate("_PK11_ContextGetAEADSimulation");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw__PK11_ContextGetAEADSimulation(context);
  gate.Leave();
  return answer;
}

inline ::SECStatus _PK11_ContextSetAEADSimulation(::PK11Context *context) {
  ::psm::nss_call::CallGate gate("_PK11_ContextSetAEADSimulation");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw__PK11_ContextSetAEADSimulation(context);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(_PK11_ContextGetAEADSimulation);
PSM_NSS_BAN(_PK11_ContextSetAEADSimulation);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_PK11PRIV_H_
