// TokenPassword: the primary password of the open profile's key token.
//
//   State             set by                                        what works
//   kNotInitialized   a new database that nobody initialised        Init
//   kEmptyPassword    Init(""), Change(x, "")                       everything; no log-in needed
//   kLoggedOut        opening a profile with a password, Logout     Login, Check, Change; no
//                                                                   private key is seen
//   kLoggedIn         Login, Init(x), Change(_, x)                  everything
//
//   TokenPassword password;
//   absl::StatusOr<TokenPassword::State> state = password.GetState();
//   if (*state == TokenPassword::State::kLoggedOut) status = password.Login("secret");
//
// Logging in and out is for the whole process. NSS can only check a password by logging out and in
// again: while Login and Check run, other threads may see the token logged out, and after a wrong
// password it is.
//
// Passwords are UTF-8 without NUL bytes, at most 500 bytes. The empty one means that none is
// needed.
//
// Thread rule: any thread; calls that change the state run one at a time.
// How it fails
//   Unauthenticated                  wrong password (SEC_ERROR_BAD_PASSWORD), or one that the
//                                    token's rules refuse, such as a short one in FIPS mode
//                                    (SEC_ERROR_INVALID_PASSWORD)
//   InvalidArgument                  a NUL byte, or too long
//   FailedPrecondition               Init of a token that has a password; anything else before
//                                    Init; Login, Check and Change where a newer NSS has set the
//                                    password in a way that the NSS in use cannot check (3.118 and
//                                    later, for anything older): right and wrong ones look alike
//   PermissionDenied                 Init or Change in a read-only profile (SEC_ERROR_READ_ONLY)
//   FailedPrecondition, Unavailable  refused by the gate
//   DataLoss                         Login, Check: the password is right, and the profile, which
//                                    NSS has migrated from dbm with it, did not arrive as a whole
// The first log-in after a migration also writes password and keys anew, with today's work factor
// (security.nss.password_iterations): 12 ms for each key with 10000 rounds.

#ifndef PSM_TOKEN_PASSWORD_H_
#define PSM_TOKEN_PASSWORD_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

class PSM_EXPORT TokenPassword {
 public:
  enum class State { kNotInitialized, kEmptyPassword, kLoggedOut, kLoggedIn };

  absl::StatusOr<State> GetState() const;
  [[nodiscard]] absl::Status Init(absl::string_view password) const;

  // Leaves the token logged in.
  [[nodiscard]] absl::Status Login(absl::string_view password) const;
  // As Login, but a token that was logged out is logged out again.
  [[nodiscard]] absl::Status Check(absl::string_view password) const;
  // Logs in first if need be, and leaves the token logged in. It is not changed if the old password
  // is wrong.
  [[nodiscard]] absl::Status Change(absl::string_view old_password,
                                    absl::string_view new_password) const;
  // OK also when there is nothing to log out of.
  [[nodiscard]] absl::Status Logout() const;
};

}  // namespace psm

#endif  // PSM_TOKEN_PASSWORD_H_
