// The life-cycle mutex: held by the owner round NSS_Initialize, NSS_Shutdown and the opening and
// closing of slots, and by a release that runs while the gate is shut (nss_call.h). So a release
// never runs beside the owner's work.
//
//   const nss_call::LifecycleHold hold;
//   if (!hold.ok()) return absl::DeadlineExceededError(...);
//   NSS_Shutdown...
//
// Thread rule: any thread. The holder may hold it again; wrapped NSS calls of the holder pass
// without the gate.
// How it fails: ok() is false where another thread held it for 10 s (NSS is stuck there, in a
// module's C_Finalize for instance). A release that cannot have it leaks its object.

#ifndef NSS_GLUE_LIFECYCLE_MUTEX_H_
#define NSS_GLUE_LIFECYCLE_MUTEX_H_

#include "shutdown/export.h"

namespace psm::nss_call {

class PSM_EXPORT LifecycleHold {
 public:
  LifecycleHold();
  ~LifecycleHold();
  LifecycleHold(const LifecycleHold&) = delete;
  LifecycleHold& operator=(const LifecycleHold&) = delete;

  bool ok() const { return ok_; }

 private:
  const bool ok_;
};

}  // namespace psm::nss_call

#endif  // NSS_GLUE_LIFECYCLE_MUTEX_H_
