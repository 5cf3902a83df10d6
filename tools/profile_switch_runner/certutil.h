// NSS's certutil: another program, which knows nothing of this library, at work on a profile.
//
//   absl::Status added =
//       RunCertutil({"-A", "-d", "sql:/tmp/p", "-n", "name", "-t", "C,,", "-i", "/tmp/der"});
//
// Thread rule: any thread. How it fails: NotFound where it is not installed; DeadlineExceeded
// after 20 s of silence, and it is killed; Internal with what it said.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_CERTUTIL_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_CERTUTIL_H_

#include <string>
#include <vector>

#include "absl/status/status.h"

namespace psm::runner {

absl::Status RunCertutil(std::vector<std::string> arguments);

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_CERTUTIL_H_
