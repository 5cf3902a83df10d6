// Worker: performs operations of every kind on a few profiles, and writes down each one before it
// begins and when it is acknowledged (ledger.h).
//
//   Worker worker(MakeServiceActions(), log_fd, "/tmp/profiles", ledgers, seed);
//   worker.Live("toggle", 100000);         // random operations, until the process is killed
//   worker.ScriptedLife("coordinated");    // or: each kind at least once, in a fixed order
//
// A record is one write(2), and the next operation starts after it: what is in the log when the
// process dies was acknowledged, whatever became of the process.
//
// Thread rule: one thread. How it fails: an operation that returns an error is written down as
// `failed` with its text, and the worker goes on; a log that cannot be written ends the process.

#ifndef TESTS_CRASH_WORKER_H_
#define TESTS_CRASH_WORKER_H_

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tests/crash/actions.h"
#include "tests/crash/ledger.h"
#include "tools/profile_switch_runner/random_sequence.h"

namespace psm::crash {

class Worker {
 public:
  // Each profile is the folder `root`/NAME; those of `ledgers` are used.
  Worker(std::unique_ptr<Actions> actions, int log_fd, std::string root,
         std::map<std::string, ProfileLedger> ledgers, uint64_t seed);

  // `mode`: coordinated, never, or toggle: one of the two at random for each switch.
  void Live(const std::string& mode, int operations);
  void ScriptedLife(const std::string& mode);

 private:
  using Work = std::function<absl::Status(Json* record)>;

  ProfileLedger& ledger() { return ledgers_.at(open_); }
  // Writes `record` with its phase, and brings the ledger up to date.
  void Write(const char* phase, Json* record);
  // `record` has the kind and the fields of `begin`; `work` adds those of `ok`.
  bool Do(Json record, const Work& work);

  bool Open(const std::string& profile, const std::string& mode);
  void RandomOperation();

  void Import(const Trust& trust, const std::string& key_label);
  void SetTrust(const std::string& name, const Trust& trust);
  void DeleteCertificate(const std::string& name);
  void DeleteCertificateWithKey(const std::string& name);
  void Generate(const char* kind);
  void DeleteKey(const std::string& label);
  void StoreAesKey();
  void DeleteAesKey(const std::string& label);
  void EncryptSecret(SecretDecoderRing::Mechanism mechanism);
  void SetPassword(const std::string& password);

  std::string NewName(const char* what);
  absl::StatusOr<std::string> NewCertificate(const std::string& name, const std::string& key_label);

  const std::unique_ptr<Actions> actions_;
  const int log_fd_;
  const std::string root_;
  std::map<std::string, ProfileLedger> ledgers_;
  const uint64_t seed_;
  runner::RandomSequence random_;
  std::string open_;  // the open profile
  int names_ = 0;
};

}  // namespace psm::crash

#endif  // TESTS_CRASH_WORKER_H_
