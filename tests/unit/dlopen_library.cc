// A shared library with the gate in it, for dlopen_test.cc: as a plug-in of a host would bring
// libpsm.so along.

#include "absl/time/time.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"

extern "C" {

PSM_EXPORT bool OpenTheGate() {
  psm::GateControl::Prepare();
  return psm::GateControl::AdvanceGeneration().ok() && psm::GateControl::Open().ok();
}

// Enters, calls `inside` there, and leaves.
PSM_EXPORT bool EnterTheGate(void (*inside)(void*), void* argument) {
  psm::GateEntry outer("outer");
  psm::GateEntry inner("inner");
  if (outer.ok() && inner.ok()) inside(argument);
  return outer.ok() && inner.ok();
}

PSM_EXPORT bool DrainTheGate(int milliseconds) {
  return psm::GateControl::Drain(absl::Milliseconds(milliseconds)).result == psm::DrainResult::kOk;
}
}
