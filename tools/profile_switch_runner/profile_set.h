// The profiles of a run: real folders, each planted with things that carry its own name, so that a
// worker can tell at once when it sees another profile's.
//
//   what                            in profile "p1"
//   certificates                    CN=p1-0 (a CA with the stored key), CN=p1-1 (issued by it)
//   one certificate shared by all   CN=runner shared CA, with a trust of the profile's own
//   key pair, AES key               labels "p1 key" and "p1 aes"
//   encrypted secrets               "the secret of p1", by the secret decoder ring and by the AES
//   key certificates not imported       CN=p1-tmp0 ...: the workers import and delete them
// Every third profile has a password. The last one is made by certutil, where that is installed.
//
// What was planted is written into the folder as profile_switch_runner.json, so that a folder that
// is given again is used as it is.

#ifndef TOOLS_PROFILE_SWITCH_RUNNER_PROFILE_SET_H_
#define TOOLS_PROFILE_SWITCH_RUNNER_PROFILE_SET_H_

#include <stddef.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "psm/security_manager.h"
#include "tools/profile_switch_runner/options.h"

namespace psm::runner {

inline constexpr char kSharedCaNickname[] = "runner shared CA";

struct Profile {
  std::string id;
  std::string dir;       // canonical
  std::string original;  // a copy as it was planted, in scratch(), that nobody opens
  std::string made_by;
  std::string password;  // empty: none
  std::vector<std::string> nicknames;
  std::vector<std::string> subjects;                // of the same certificates
  std::vector<std::string> temporary_certificates;  // DER
  std::string shared_trust;                         // of kSharedCaNickname, as Trust::ToString()
  bool shared_is_trusted = false;                   // it verifies as a TLS CA
  std::string key_id;
  std::string key_label;
  std::string spki;
  std::string aes_label;
  std::string aes_sealed;
  std::string secret;    // the plaintext of the two
  std::string sdr_blob;  // as SecretDecoderRing returns it
  std::string sdr_der;   // the same, undecorated
};

// The databases of a profile that this process does not have open (it would lose its locks), and
// what this library keeps beside them. What is in `to` is removed first.
absl::Status CopyProfile(const std::string& from, const std::string& to);

class ProfileSet {
 public:
  // Finds the profiles in options.profile_dir, or makes empty ones there or in a temporary folder,
  // with a profiles.ini that is read back through psm/profiles_ini.h.
  static absl::StatusOr<ProfileSet> Prepare(const Options& options);

  ProfileSet(ProfileSet&& other) noexcept
      : profiles_(std::move(other.profiles_)),
        root_(std::move(other.root_)),
        scratch_(std::exchange(other.scratch_, "")) {}
  ProfileSet& operator=(ProfileSet&&) = delete;
  ~ProfileSet();  // removes what is temporary

  // Plants what is missing, and opens each once. Nothing is open before and after.
  absl::Status Plant(SecurityManager& manager, const Options& options);

  // Reads what was planted, and makes the originals.
  absl::Status Load();

  const Profile& operator[](int index) const { return profiles_[static_cast<size_t>(index)]; }
  size_t size() const { return profiles_.size(); }
  int IndexOf(absl::string_view dir) const;  // -1: none of them

  // A folder for files of the run that goes with it.
  const std::string& scratch() const { return scratch_; }
  const std::string& root() const { return root_; }

 private:
  ProfileSet() = default;

  std::vector<Profile> profiles_;
  std::string root_;
  std::string scratch_;
};

}  // namespace psm::runner

#endif  // TOOLS_PROFILE_SWITCH_RUNNER_PROFILE_SET_H_
