// The life-cycle mutex: held by the owner round NSS_Initialize, NSS_Shutdown and the opening and
// closing of slots, and by a release that runs while the gate is shut (nss_call.h). So a release
// never runs beside the owner's work.
//
//   nss_call::LifecycleHold hold;
//   NSS_Shutdown...
//
// Thread rule: any thread. The holder may hold it again; wrapped NSS calls of the holder pass
// without the gate. How it fails: LifecycleHold waits for as long as it takes; a release waits
// 10 s and then leaks its object.

#ifndef NSS_GLUE_LIFECYCLE_MUTEX_H_
#define NSS_GLUE_LIFECYCLE_MUTEX_H_

#include "shutdown/export.h"
#include "shutdown/mutex.h"

namespace psm::nss_call {

PSM_EXPORT Mutex& LifecycleMutex();

// Holds the mutex as the owner.
class PSM_EXPORT PSM_SCOPED_CAPABILITY LifecycleHold {
 public:
  LifecycleHold() PSM_ACQUIRE(LifecycleMutex());
  ~LifecycleHold() PSM_RELEASE();
  LifecycleHold(const LifecycleHold&) = delete;
  LifecycleHold& operator=(const LifecycleHold&) = delete;
};

}  // namespace psm::nss_call

#endif  // NSS_GLUE_LIFECYCLE_MUTEX_H_
