// The worker threads: each loops over every service of the library, checks that what it sees
// belongs to the profile that its lock stands for, and keeps handles of earlier generations on
// purpose, to see them refused.
//
//   Workload workload(options, profiles, &world);
//   workload.Start();
//   workload.WaitForOperations(20, absl::Milliseconds(5));
//   workload.Stop();
//   WorkloadTally tally = workload.tally();
//
// Thread rule: the driver's thread, except for DescribeThreads.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_WORKLOAD_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_WORKLOAD_H_

#include <stdint.h>

#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/profile_set.h"
#include "tools/profile_switch_runner/world.h"

namespace psm::runner {

struct WorkloadTally {
  std::map<std::string, uint64_t>
      operations;  // by kind: those that ended as they should, refusals included
  std::map<std::string, uint64_t> refusals;  // by reason
  std::string slowest_holder;                // the operation that kept a drain waiting longest
  absl::Duration slowest_hold;
};

class Workload {
 public:
  Workload(const Options& options, const ProfileSet& profiles, World* world);
  ~Workload();

  void Start();
  void Stop();

  uint64_t operations() const;
  void WaitForOperations(uint64_t count, absl::Duration timeout) const;

  // One pass over the services under the calling thread's own lock, as a worker makes it: the
  // profile is usable.
  absl::Status CheckUsable(int profile);

  // What each thread does now and for how long; for the watchdog.
  std::string DescribeThreads() const;
  // Of the thread that has been in its operation for longest.
  absl::Duration LongestOperation() const;

  WorkloadTally tally() const;  // after Stop

 private:
  class Worker;

  std::vector<std::unique_ptr<Worker>> workers_;
  std::unique_ptr<Worker> checker_;
  std::vector<std::thread> threads_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_WORKLOAD_H_
