#include "nss_glue/error.h"

#include <errno.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pkcs11t.h>
#include <prerror.h>
#include <secerr.h>
#include <secport.h>

namespace psm {
namespace {

using ::testing::HasSubstr;

TEST(NssErrorTest, NamesOperationPathAndError) {
  PORT_SetError(SEC_ERROR_READ_ONLY);
  absl::Status status = NssError("import certificate", "/profile");
  EXPECT_EQ(status.code(), absl::StatusCode::kPermissionDenied);
  EXPECT_EQ(status.message(), "import certificate: /profile: SEC_ERROR_READ_ONLY (-8126)");
}

TEST(NssErrorTest, CarriesTheCodeAndItsName) {
  absl::Status status = NssErrorFor(SEC_ERROR_BUSY, "NSS_Shutdown");
  EXPECT_EQ(NssErrorCode(status), SEC_ERROR_BUSY);
  EXPECT_EQ(NssErrorNameOf(status), "SEC_ERROR_BUSY");
}

TEST(NssErrorTest, AStatusOfAnotherOriginHasNoCode) {
  EXPECT_EQ(NssErrorCode(absl::NotFoundError("x")), 0);
  EXPECT_EQ(NssErrorNameOf(absl::OkStatus()), "");
}

TEST(NssErrorTest, AnUnknownCodeKeepsItsNumber) { EXPECT_EQ(NssErrorName(-123), "NSS error -123"); }

TEST(NssErrorTest, AFailureWithoutAnErrorSaysSo) {
  absl::Status status = NssErrorFor(0, "op");
  EXPECT_FALSE(status.ok());
  EXPECT_THAT(status.message(), HasSubstr("no NSS error was set"));
}

TEST(NssErrorTest, EveryCodeInTheHeadersTableMapsAsStated) {
  const std::pair<int, absl::StatusCode> kTable[] = {
      {SEC_ERROR_NOT_INITIALIZED, absl::StatusCode::kFailedPrecondition},
      {SEC_ERROR_EXPIRED_CERTIFICATE, absl::StatusCode::kFailedPrecondition},
      {SEC_ERROR_UNTRUSTED_ISSUER, absl::StatusCode::kFailedPrecondition},
      {SEC_ERROR_REUSED_ISSUER_AND_SERIAL, absl::StatusCode::kAlreadyExists},
      {SEC_ERROR_BUSY, absl::StatusCode::kUnavailable},
      {SEC_ERROR_NO_TOKEN, absl::StatusCode::kUnavailable},
      {SEC_ERROR_BAD_PASSWORD, absl::StatusCode::kUnauthenticated},
      {SEC_ERROR_TOKEN_NOT_LOGGED_IN, absl::StatusCode::kUnauthenticated},
      {SEC_ERROR_READ_ONLY, absl::StatusCode::kPermissionDenied},
      {SEC_ERROR_BAD_DATABASE, absl::StatusCode::kDataLoss},
      {SEC_ERROR_NO_MEMORY, absl::StatusCode::kResourceExhausted},
      {SEC_ERROR_BAD_DER, absl::StatusCode::kInvalidArgument},
      {SEC_ERROR_UNKNOWN_CERT, absl::StatusCode::kNotFound},
      {SEC_ERROR_USER_CANCELLED, absl::StatusCode::kCancelled},
      {SEC_ERROR_LIBRARY_FAILURE, absl::StatusCode::kInternal},
  };
  for (const auto& [code, expected] : kTable) {
    EXPECT_EQ(NssErrorFor(code, "op").code(), expected) << NssErrorName(code);
  }
}

TEST(CkrNameTest, NamesWhatPkcs11Defines) {
  EXPECT_EQ(CkrName(CKR_OK), "CKR_OK");
  EXPECT_EQ(CkrName(CKR_PIN_INCORRECT), "CKR_PIN_INCORRECT");
  EXPECT_EQ(CkrName(0x1234), "CKR_0x1234");
}

TEST(FileErrorTest, NamesThePathAndErrno) {
  absl::Status status = FileError(ENOENT, "open", "/nowhere");
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(status.message(), HasSubstr("/nowhere"));
  EXPECT_THAT(status.message(), HasSubstr("No such file"));
}

}  // namespace
}  // namespace psm
