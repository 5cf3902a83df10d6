// The same script and the same kinds of calls on bare NSS: no gate, no drain, no tracked handles.
// Shows what the library is for. It runs in a child process, since it is expected to crash.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_RAW_CONTROL_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_RAW_CONTROL_H_

#include <stdint.h>

#include <string>

#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/profile_set.h"

namespace psm::runner {

struct RawControlResult {
  int signal = 0;       // that ended the child
  int exit_status = 0;  // if no signal did
  bool hung = false;    // it was stopped after 20 s without a switch
  uint64_t switches = 0;
  uint64_t failed_switches = 0;
  uint64_t operations = 0;
  uint64_t failed_operations = 0;
  uint64_t wrong_profile = 0;
  std::string first_error;

  bool held() const {
    return signal == 0 && exit_status == 0 && !hung && failed_switches == 0 &&
           failed_operations == 0 && wrong_profile == 0;
  }
};

// The caller has no other threads and has not used NSS.
RawControlResult RunRawControl(const Options& options, const ProfileSet& profiles);

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_RAW_CONTROL_H_
