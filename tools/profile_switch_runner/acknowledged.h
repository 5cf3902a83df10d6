// What a process that works on a profile says it has done, line by line, and whether that is in
// the profile.
//
//   the writer                                  the runner, after the writer was killed
//   KeepWriting(seed, say);                     for (line) status = acknowledged.Note(line);
//                                               ... the profile is open ...
//                                               status = acknowledged.Check();
//
// A line is one JSON object: {"ready":...} once the profile is open; and after each operation,
// with what is needed to find its object again by use,
//   {"certificate": nickname, "der", "trust"}   {"key": label, "id", "spki"}
//   {"trust": nickname, "now"}                  {"aes": label, "sealed", "text"}
//   {"secret": text, "blob"}
// Before a change of trust comes {"trusting": nickname, "next"}: if it is not acknowledged,
// either trust will do, but no third.
//
// How it fails: Note: InvalidArgument for a line that is none of these. Check: DataLoss names
// what is lost.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_ACKNOWLEDGED_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_ACKNOWLEDGED_H_

#include <stddef.h>
#include <stdint.h>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace psm::runner {

// Until the process is killed; or the first error. `say` takes a line.
absl::Status KeepWriting(uint64_t seed, const std::function<void(const std::string&)>& say);

class Acknowledged {
 public:
  [[nodiscard]] absl::Status Note(const std::string& line);
  size_t size() const { return size_; }  // operations

  // All of it, and that each stored key pair is whole. The profile is open and unlocked.
  [[nodiscard]] absl::Status Check() const;

 private:
  struct StoredCertificate {
    std::string der;
    std::set<std::string> trusts;  // each would be right
  };
  struct StoredKey {
    std::string id;
    std::string spki;
  };
  struct StoredAes {
    std::string sealed;
    std::string text;
  };

  size_t size_ = 0;
  std::map<std::string, StoredCertificate> certificates_;
  std::map<std::string, StoredKey> keys_;
  std::map<std::string, StoredAes> aes_;
  std::map<std::string, std::string> secrets_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_ACKNOWLEDGED_H_
