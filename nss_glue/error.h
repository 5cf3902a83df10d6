// NSS's and PKCS#11's errors as absl::Status, with their names. Shows no NSS type, so that any
// layer may include it.
//
//   return NssError("import certificate", path);
//     -> PERMISSION_DENIED: import certificate: /home/a/profile: SEC_ERROR_READ_ONLY (-8126)
//
// The NSS code and its name travel as payloads too (NssErrorCode, NssErrorNameOf).
//
//   NSS error                                                       absl code
//   SEC_ERROR_NOT_INITIALIZED; a certificate's failed verification  FailedPrecondition
//   SEC_ERROR_BUSY, PKCS#11 device and token trouble                Unavailable
//   SEC_ERROR_BAD_PASSWORD, TOKEN_NOT_LOGGED_IN                     Unauthenticated
//   SEC_ERROR_READ_ONLY, PR_NO_ACCESS_RIGHTS_ERROR                  PermissionDenied
//   SEC_ERROR_BAD_DATABASE, LEGACY_DATABASE, OLD_KEY                DataLoss
//   SEC_ERROR_NO_MEMORY                                             ResourceExhausted
//   SEC_ERROR_INVALID_ARGS, BAD_DER, BAD_DATA, INVALID_KEY, ...     InvalidArgument
//   SEC_ERROR_PKCS12_UNSUPPORTED_...                                Unimplemented
//   SEC_ERROR_UNKNOWN_CERT, NO_KEY, UNRECOGNIZED_OID, ...           NotFound
//   SEC_ERROR_REUSED_ISSUER_AND_SERIAL                              AlreadyExists
//   SEC_ERROR_USER_CANCELLED                                        Cancelled
//   anything else                                                   Internal
//
// Thread rule: any thread, in any state of NSS. NssError reads the calling thread's error, so call
// it at once.

#ifndef NSS_GLUE_ERROR_H_
#define NSS_GLUE_ERROR_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"

namespace psm {

// The calling thread's last NSS error. `path` names the file or folder concerned, if any.
PSM_EXPORT absl::Status NssError(absl::string_view operation, absl::string_view path = "");
PSM_EXPORT absl::Status NssErrorFor(int code, absl::string_view operation,
                                    absl::string_view path = "");

// "SEC_ERROR_BUSY"; "NSS error -123" for a code that NSS does not know.
PSM_EXPORT std::string NssErrorName(int code);

// "CKR_PIN_INCORRECT"; "CKR_0x1234" for a value that PKCS#11 3.0 does not define.
PSM_EXPORT std::string CkrName(unsigned long rv);

// The NSS error that `status` was made from; 0 and "" if none.
PSM_EXPORT int NssErrorCode(const absl::Status& status);
PSM_EXPORT std::string NssErrorNameOf(const absl::Status& status);

// `status` with another message; its code and what it carries beside its text stay.
PSM_EXPORT absl::Status WithMessage(const absl::Status& status, absl::string_view message);

// InvalidArgument, NotFound, PermissionDenied, ... for a file operation that failed with `error`
// (an errno value).
PSM_EXPORT absl::Status FileError(int error, absl::string_view operation, absl::string_view path);

}  // namespace psm

#endif  // NSS_GLUE_ERROR_H_
