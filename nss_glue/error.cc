#include "nss_glue/error.h"

#include <errno.h>
#include <nssutil.h>
#include <pkcs11t.h>
#include <prerror.h>
#include <secerr.h>
#include <string.h>

#include "absl/strings/cord.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace psm {
namespace {

constexpr char kCodePayload[] = "psm/nss-error";

absl::StatusCode CodeOf(int error) {
  switch (error) {
    case SEC_ERROR_NOT_INITIALIZED:
    case SEC_ERROR_CA_CERT_INVALID:
    case SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED:
    case SEC_ERROR_EXPIRED_CERTIFICATE:
    case SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE:
    case SEC_ERROR_INADEQUATE_CERT_TYPE:
    case SEC_ERROR_INADEQUATE_KEY_USAGE:
    case SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID:
    case SEC_ERROR_REVOKED_CERTIFICATE:
    case SEC_ERROR_UNKNOWN_ISSUER:
    case SEC_ERROR_UNTRUSTED_CERT:
    case SEC_ERROR_UNTRUSTED_ISSUER:
      return absl::StatusCode::kFailedPrecondition;
    case SEC_ERROR_BUSY:
    case SEC_ERROR_NO_TOKEN:
    case SEC_ERROR_NO_MODULE:
    case SEC_ERROR_PKCS11_DEVICE_ERROR:
    case SEC_ERROR_PKCS11_GENERAL_ERROR:
    case SEC_ERROR_NO_SLOT_SELECTED:
      return absl::StatusCode::kUnavailable;
    case SEC_ERROR_BAD_PASSWORD:
    case SEC_ERROR_RETRY_PASSWORD:
    case SEC_ERROR_INVALID_PASSWORD:
    case SEC_ERROR_TOKEN_NOT_LOGGED_IN:
      return absl::StatusCode::kUnauthenticated;
    case SEC_ERROR_READ_ONLY:
    case PR_NO_ACCESS_RIGHTS_ERROR:
    case PR_READ_ONLY_FILESYSTEM_ERROR:
      return absl::StatusCode::kPermissionDenied;
    case SEC_ERROR_BAD_DATABASE:
    case SEC_ERROR_LEGACY_DATABASE:
    case SEC_ERROR_INCOMPATIBLE_PKCS11:
      return absl::StatusCode::kDataLoss;
    case SEC_ERROR_NO_MEMORY:
    case PR_OUT_OF_MEMORY_ERROR:
    case PR_NO_DEVICE_SPACE_ERROR:
      return absl::StatusCode::kResourceExhausted;
    case SEC_ERROR_INVALID_ARGS:
    case SEC_ERROR_BAD_DER:
    case SEC_ERROR_BAD_DATA:
    case SEC_ERROR_BAD_KEY:
    case SEC_ERROR_INVALID_KEY:
    case SEC_ERROR_INVALID_ALGORITHM:
    case SEC_ERROR_BAD_SIGNATURE:
    case SEC_ERROR_INPUT_LEN:
    case SEC_ERROR_OUTPUT_LEN:
    case SEC_ERROR_CERT_NICKNAME_COLLISION:
    case SEC_ERROR_PKCS12_CORRUPT_PFX_STRUCTURE:
    case SEC_ERROR_PKCS12_INVALID_MAC:
    case SEC_ERROR_PKCS12_UNABLE_TO_IMPORT_KEY:
      return absl::StatusCode::kInvalidArgument;
    case SEC_ERROR_PKCS12_UNSUPPORTED_MAC_ALGORITHM:
    case SEC_ERROR_PKCS12_UNSUPPORTED_PBE_ALGORITHM:
    case SEC_ERROR_PKCS12_UNSUPPORTED_TRANSPORT_MODE:
    case SEC_ERROR_PKCS12_UNSUPPORTED_VERSION:
      return absl::StatusCode::kUnimplemented;
    case SEC_ERROR_UNKNOWN_CERT:
    case SEC_ERROR_NO_KEY:
    case SEC_ERROR_UNRECOGNIZED_OID:
    case PR_FILE_NOT_FOUND_ERROR:
      return absl::StatusCode::kNotFound;
    case SEC_ERROR_REUSED_ISSUER_AND_SERIAL:
      return absl::StatusCode::kAlreadyExists;
    case SEC_ERROR_USER_CANCELLED:
      return absl::StatusCode::kCancelled;
    default:
      return absl::StatusCode::kInternal;
  }
}

absl::string_view Separator(absl::string_view path) { return path.empty() ? "" : ": "; }

}  // namespace

absl::Status NssError(absl::string_view operation, absl::string_view path) {
  return NssErrorFor(PORT_GetError(), operation, path);
}

absl::Status NssErrorFor(int code, absl::string_view operation, absl::string_view path) {
  absl::Status status(CodeOf(code), absl::StrCat(operation, Separator(path), path, ": ",
                                                 NssErrorName(code), " (", code, ")"));
  status.SetPayload(kCodePayload, absl::Cord(absl::StrCat(code)));
  return status;
}

std::string NssErrorName(int code) {
  static const SECStatus tables = NSS_InitializePRErrorTable();
  if (code == 0) return "no NSS error was set";
  const char* name = tables == SECSuccess ? PR_ErrorToName(code) : nullptr;
  return name != nullptr ? name : absl::StrCat("NSS error ", code);
}

std::string CkrName(unsigned long rv) {
  switch (rv) {
#define PSM_CKR(name) \
  case name:          \
    return #name;
    PSM_CKR(CKR_OK)
    PSM_CKR(CKR_CANCEL)
    PSM_CKR(CKR_HOST_MEMORY)
    PSM_CKR(CKR_SLOT_ID_INVALID)
    PSM_CKR(CKR_GENERAL_ERROR)
    PSM_CKR(CKR_FUNCTION_FAILED)
    PSM_CKR(CKR_ARGUMENTS_BAD)
    PSM_CKR(CKR_NO_EVENT)
    PSM_CKR(CKR_NEED_TO_CREATE_THREADS)
    PSM_CKR(CKR_CANT_LOCK)
    PSM_CKR(CKR_ATTRIBUTE_READ_ONLY)
    PSM_CKR(CKR_ATTRIBUTE_SENSITIVE)
    PSM_CKR(CKR_ATTRIBUTE_TYPE_INVALID)
    PSM_CKR(CKR_ATTRIBUTE_VALUE_INVALID)
    PSM_CKR(CKR_ACTION_PROHIBITED)
    PSM_CKR(CKR_DATA_INVALID)
    PSM_CKR(CKR_DATA_LEN_RANGE)
    PSM_CKR(CKR_DEVICE_ERROR)
    PSM_CKR(CKR_DEVICE_MEMORY)
    PSM_CKR(CKR_DEVICE_REMOVED)
    PSM_CKR(CKR_ENCRYPTED_DATA_INVALID)
    PSM_CKR(CKR_ENCRYPTED_DATA_LEN_RANGE)
    PSM_CKR(CKR_FUNCTION_CANCELED)
    PSM_CKR(CKR_FUNCTION_NOT_PARALLEL)
    PSM_CKR(CKR_FUNCTION_NOT_SUPPORTED)
    PSM_CKR(CKR_KEY_HANDLE_INVALID)
    PSM_CKR(CKR_KEY_SIZE_RANGE)
    PSM_CKR(CKR_KEY_TYPE_INCONSISTENT)
    PSM_CKR(CKR_KEY_NOT_NEEDED)
    PSM_CKR(CKR_KEY_CHANGED)
    PSM_CKR(CKR_KEY_NEEDED)
    PSM_CKR(CKR_KEY_INDIGESTIBLE)
    PSM_CKR(CKR_KEY_FUNCTION_NOT_PERMITTED)
    PSM_CKR(CKR_KEY_NOT_WRAPPABLE)
    PSM_CKR(CKR_KEY_UNEXTRACTABLE)
    PSM_CKR(CKR_MECHANISM_INVALID)
    PSM_CKR(CKR_MECHANISM_PARAM_INVALID)
    PSM_CKR(CKR_OBJECT_HANDLE_INVALID)
    PSM_CKR(CKR_OPERATION_ACTIVE)
    PSM_CKR(CKR_OPERATION_NOT_INITIALIZED)
    PSM_CKR(CKR_PIN_INCORRECT)
    PSM_CKR(CKR_PIN_INVALID)
    PSM_CKR(CKR_PIN_LEN_RANGE)
    PSM_CKR(CKR_PIN_EXPIRED)
    PSM_CKR(CKR_PIN_LOCKED)
    PSM_CKR(CKR_SESSION_CLOSED)
    PSM_CKR(CKR_SESSION_COUNT)
    PSM_CKR(CKR_SESSION_HANDLE_INVALID)
    PSM_CKR(CKR_SESSION_PARALLEL_NOT_SUPPORTED)
    PSM_CKR(CKR_SESSION_READ_ONLY)
    PSM_CKR(CKR_SESSION_EXISTS)
    PSM_CKR(CKR_SESSION_READ_ONLY_EXISTS)
    PSM_CKR(CKR_SESSION_READ_WRITE_SO_EXISTS)
    PSM_CKR(CKR_SIGNATURE_INVALID)
    PSM_CKR(CKR_SIGNATURE_LEN_RANGE)
    PSM_CKR(CKR_TEMPLATE_INCOMPLETE)
    PSM_CKR(CKR_TEMPLATE_INCONSISTENT)
    PSM_CKR(CKR_TOKEN_NOT_PRESENT)
    PSM_CKR(CKR_TOKEN_NOT_RECOGNIZED)
    PSM_CKR(CKR_TOKEN_WRITE_PROTECTED)
    PSM_CKR(CKR_UNWRAPPING_KEY_HANDLE_INVALID)
    PSM_CKR(CKR_UNWRAPPING_KEY_SIZE_RANGE)
    PSM_CKR(CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT)
    PSM_CKR(CKR_USER_ALREADY_LOGGED_IN)
    PSM_CKR(CKR_USER_NOT_LOGGED_IN)
    PSM_CKR(CKR_USER_PIN_NOT_INITIALIZED)
    PSM_CKR(CKR_USER_TYPE_INVALID)
    PSM_CKR(CKR_USER_ANOTHER_ALREADY_LOGGED_IN)
    PSM_CKR(CKR_USER_TOO_MANY_TYPES)
    PSM_CKR(CKR_WRAPPED_KEY_INVALID)
    PSM_CKR(CKR_WRAPPED_KEY_LEN_RANGE)
    PSM_CKR(CKR_WRAPPING_KEY_HANDLE_INVALID)
    PSM_CKR(CKR_WRAPPING_KEY_SIZE_RANGE)
    PSM_CKR(CKR_WRAPPING_KEY_TYPE_INCONSISTENT)
    PSM_CKR(CKR_RANDOM_SEED_NOT_SUPPORTED)
    PSM_CKR(CKR_RANDOM_NO_RNG)
    PSM_CKR(CKR_DOMAIN_PARAMS_INVALID)
    PSM_CKR(CKR_CURVE_NOT_SUPPORTED)
    PSM_CKR(CKR_BUFFER_TOO_SMALL)
    PSM_CKR(CKR_SAVED_STATE_INVALID)
    PSM_CKR(CKR_INFORMATION_SENSITIVE)
    PSM_CKR(CKR_STATE_UNSAVEABLE)
    PSM_CKR(CKR_CRYPTOKI_NOT_INITIALIZED)
    PSM_CKR(CKR_CRYPTOKI_ALREADY_INITIALIZED)
    PSM_CKR(CKR_MUTEX_BAD)
    PSM_CKR(CKR_MUTEX_NOT_LOCKED)
    PSM_CKR(CKR_NEW_PIN_MODE)
    PSM_CKR(CKR_NEXT_OTP)
    PSM_CKR(CKR_EXCEEDED_MAX_ITERATIONS)
    PSM_CKR(CKR_FIPS_SELF_TEST_FAILED)
    PSM_CKR(CKR_LIBRARY_LOAD_FAILED)
    PSM_CKR(CKR_PIN_TOO_WEAK)
    PSM_CKR(CKR_PUBLIC_KEY_INVALID)
    PSM_CKR(CKR_FUNCTION_REJECTED)
    PSM_CKR(CKR_TOKEN_RESOURCE_EXCEEDED)
    PSM_CKR(CKR_OPERATION_CANCEL_FAILED)
    PSM_CKR(CKR_VENDOR_DEFINED)
#undef PSM_CKR
    default:
      return absl::StrFormat("CKR_0x%x", rv);
  }
}

int NssErrorCode(const absl::Status& status) {
  const auto payload = status.GetPayload(kCodePayload);
  int code = 0;
  if (payload.has_value() && !absl::SimpleAtoi(std::string(*payload), &code)) return 0;
  return code;
}

absl::Status WithMessage(const absl::Status& status, absl::string_view message) {
  absl::Status copy(status.code(), message);
  status.ForEachPayload([&copy](absl::string_view type, const absl::Cord& payload) {
    copy.SetPayload(type, payload);
  });
  return copy;
}

std::string NssErrorNameOf(const absl::Status& status) {
  const int code = NssErrorCode(status);
  return code == 0 ? "" : NssErrorName(code);
}

absl::Status FileError(int error, absl::string_view operation, absl::string_view path) {
  return absl::ErrnoToStatus(error, absl::StrCat(operation, ": ", path, " (errno ", error, ")"));
}

}  // namespace psm
