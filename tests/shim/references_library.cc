// A shared library that counts references, for references_dlopen_test.cc: as a plug-in of a host
// would bring libpsm.so along.

#include "nss_glue/reference_report.h"
#include "nss_glue/references.h"
#include "shutdown/gate_control.h"

extern "C" {

PSM_EXPORT bool OpenInLibrary() {
  return psm::GateControl::AdvanceGeneration().ok() && psm::GateControl::Open().ok();
}

PSM_EXPORT void ObtainInLibrary(const void* object) {
  const psm::GateEntry entry("ObtainInLibrary");
  if (entry.ok()) psm::nss_call::Gave(psm::ReferenceKind::kSlot, object);
}

PSM_EXPORT int64_t OutstandingInLibrary() {
  int64_t sum = 0;
  for (const psm::OutstandingReferences& o : psm::References::Outstanding()) sum += o.count;
  return sum;
}
}
