// What a worker does to profiles, in two ways: through psm's services, and as a control through
// NSS's own functions, where a call is acknowledged as soon as NSS returns.
//
//   std::unique_ptr<Actions> actions = MakeServiceActions();
//   absl::Status opened = actions->Open("/tmp/p0", "coordinated");
//   absl::StatusOr<MadeKey> key = actions->GenerateEc("login key");
//
// The control lacks only what the services and the manager do to keep a profile whole: it calls
// the same NSS functions, and reads through the services.
//
// Thread rule: one thread. One Actions in the life of a process: each is NSS's owner.
// How it fails: as the service does (psm/*.h); the control names NSS's error.

#ifndef TESTS_CRASH_ACTIONS_H_
#define TESTS_CRASH_ACTIONS_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "psm/certificate_database.h"
#include "psm/secret_decoder_ring.h"
#include "psm/security_manager.h"
#include "psm/token_password.h"

namespace psm::crash {

struct MadeKey {
  std::string id;  // hexadecimal
  std::string spki;
};

class Actions {
 public:
  virtual ~Actions() = default;

  // The first profile, or a switch to the next. `mode` is the preference's value.
  virtual absl::Status Open(const std::string& directory, const std::string& mode) = 0;

  virtual absl::Status Import(const std::string& der, const std::string& nickname,
                              const Trust& trust) = 0;
  virtual absl::Status SetTrust(const std::string& der, const Trust& trust) = 0;
  virtual absl::Status DeleteCertificate(const std::string& der, PrivateKeyDisposal key) = 0;
  virtual absl::StatusOr<MadeKey> GenerateEc(const std::string& label) = 0;
  virtual absl::StatusOr<MadeKey> GenerateRsa(const std::string& label) = 0;
  virtual absl::Status DeleteKey(const std::string& id) = 0;
  virtual absl::Status StoreAesKey(const std::string& label) = 0;
  virtual absl::Status DeleteAesKey(const std::string& label) = 0;
  virtual absl::StatusOr<std::string> EncryptSecret(const std::string& text,
                                                    SecretDecoderRing::Mechanism mechanism) = 0;
  virtual absl::Status InitPassword(const std::string& password) = 0;
  virtual absl::Status ChangePassword(const std::string& from, const std::string& to) = 0;
  virtual absl::Status Login(const std::string& password) {
    return TokenPassword().Login(password);
  }
};

std::unique_ptr<Actions> MakeServiceActions();
std::unique_ptr<Actions> MakeBareActions();

// A manager without a host's services round it. `preferences` outlives it.
absl::StatusOr<std::unique_ptr<SecurityManager>> MakeManager(PreferenceService* preferences);

// Makes the databases as a program without psm would, with no password record, and leaves NSS
// down. Not beside an Actions.
absl::Status MakeBareProfile(const std::string& directory);

}  // namespace psm::crash

#endif  // TESTS_CRASH_ACTIONS_H_
