#include "tests/shim/tls_pair.h"

#include <cert.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <prerror.h>
#include <prnetdb.h>
#include <secerr.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "nss_glue/database_write.h"
#include "nss_glue/profile_dir.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"

namespace psm::tls_testing {

void Require(bool ok, const char* what) {
  if (ok) return;
  std::fprintf(stderr, "%s failed: %s\n", what, NsprError());
  std::abort();
}

const char* NsprError() {
  const char* name = PR_ErrorToName(PR_GetError());
  return name != nullptr ? name : "no error";
}

namespace {

// Where NSS is up without a SecurityManager, its part: the services write into what is attached.
void AttachOpenProfile() {
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const std::filesystem::path file = std::filesystem::read_symlink(entry, gone);
    if (file.filename() != "key4.db") continue;
    absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(file.parent_path().string());
    Require(dir.ok(), "ProfileDir::Inspect");
    Require(DatabaseWrite::Attach(*dir, {}, /*writable=*/true, {}).ok(), "DatabaseWrite::Attach");
    return;
  }
}

}  // namespace

void MakeServerCertificate() {
  const KeyService keys;
  absl::StatusOr<PrivateKey> key = keys.GenerateEc(EllipticCurve::kP256, kServerNickname);
  if (absl::IsFailedPrecondition(key.status())) {
    AttachOpenProfile();
    key = keys.GenerateEc(EllipticCurve::kP256, kServerNickname);
  }
  Require(key.ok(), "GenerateEc");
  CertificateRequest request;
  request.subject = "CN=localhost";
  request.not_before = absl::Now() - absl::Hours(1);
  request.not_after = absl::Now() + absl::Hours(24);
  absl::StatusOr<std::string> der = keys.MakeSelfSignedCertificate(*key, request);
  Require(der.ok(), "MakeSelfSignedCertificate");
  Require(CertificateDatabase().Import(*der, kServerNickname, *Trust::Parse("P,,")).ok(), "Import");
}

std::pair<PRFileDesc*, PRFileDesc*> NewSocketPair() {
  // Not PR_NewTCPSocketPair: its sockets are local ones, and NSS wants an Internet address.
  PRFileDesc* const listener = PR_NewTCPSocket();
  PRNetAddr address;
  PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
  Require(PR_Bind(listener, &address) == PR_SUCCESS, "PR_Bind");
  Require(PR_Listen(listener, 1) == PR_SUCCESS, "PR_Listen");
  Require(PR_GetSockName(listener, &address) == PR_SUCCESS, "PR_GetSockName");
  PRFileDesc* const client = PR_NewTCPSocket();
  Require(PR_Connect(client, &address, PR_INTERVAL_NO_TIMEOUT) == PR_SUCCESS, "PR_Connect");
  PRFileDesc* const server = PR_Accept(listener, &address, PR_INTERVAL_NO_TIMEOUT);
  Require(server != nullptr, "PR_Accept");
  PR_Close(listener);
  return {client, server};
}

PRFileDesc* ImportClient(PRFileDesc* tcp) {
  PRFileDesc* const fd = nss::SSL_ImportFD(nullptr, tcp);
  if (fd == nullptr) return nullptr;
  nss::SSL_OptionSet(fd, SSL_NO_CACHE, PR_TRUE);
  nss::SSL_SetURL(fd, "localhost");
  nss::SSL_ResetHandshake(fd, PR_FALSE);
  return fd;
}

PRFileDesc* ImportServer(PRFileDesc* tcp) {
  PRFileDesc* const fd = nss::SSL_ImportFD(nullptr, tcp);
  if (fd == nullptr) return nullptr;
  ConfigureServer(fd);
  nss::SSL_ResetHandshake(fd, PR_TRUE);
  return fd;
}

void ConfigureServer(PRFileDesc* fd) {
  nss::SSL_OptionSet(fd, SSL_NO_CACHE, PR_TRUE);
  CERTCertificate* const certificate = nss::PK11_FindCertFromNickname(kServerNickname, nullptr);
  Require(certificate != nullptr, "PK11_FindCertFromNickname");
  SECKEYPrivateKey* const key = nss::PK11_FindKeyByAnyCert(certificate, nullptr);
  Require(key != nullptr, "PK11_FindKeyByAnyCert");
  Require(nss::SSL_ConfigServerCert(fd, certificate, key, nullptr, 0) == SECSuccess,
          "SSL_ConfigServerCert");
  nss::SECKEY_DestroyPrivateKey(key);
  nss::CERT_DestroyCertificate(certificate);
}

TlsPair::TlsPair() {
  const auto [client, server] = NewSocketPair();
  client_ = ImportClient(client);
  server_ = ImportServer(server);
  Require(client_ != nullptr && server_ != nullptr, "SSL_ImportFD");
}

TlsPair::~TlsPair() {
  if (client_ != nullptr) PR_Close(client_);
  if (server_ != nullptr) PR_Close(server_);
}

bool TlsPair::TryHandshake() { return HandshakeBetween(client_, server_); }

void TlsPair::Handshake() { Require(TryHandshake(), "SSL_ForceHandshake"); }

bool HandshakeBetween(PRFileDesc* client, PRFileDesc* server) {
  constexpr int kRounds = 200;  // a handshake takes four; datagrams may be sent again
  SetBlocking(client, false);
  SetBlocking(server, false);
  PRFileDesc* const ends[] = {client, server};
  bool done[] = {false, false};
  bool failed[] = {false, false};
  PRErrorCode error = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (int i : {0, 1}) {
      if (done[i] || failed[i]) continue;
      done[i] = nss::SSL_ForceHandshake(ends[i]) == SECSuccess;
      if (done[i] || PR_GetError() == PR_WOULD_BLOCK_ERROR) continue;
      failed[i] = true;
      if (error == 0) error = PR_GetError();
    }
    if ((done[0] || failed[0]) && (done[1] || failed[1])) break;
    PRPollDesc polls[] = {{client, PR_POLL_READ, 0}, {server, PR_POLL_READ, 0}};
    PR_Poll(polls, 2, PR_MillisecondsToInterval(5));
  }
  SetBlocking(client, true);
  SetBlocking(server, true);
  PR_SetError(error, 0);
  return done[0] && done[1];
}

void SetBlocking(PRFileDesc* fd, bool blocking) {
  PRSocketOptionData option;
  option.option = PR_SockOpt_Nonblocking;
  option.value.non_blocking = blocking ? PR_FALSE : PR_TRUE;
  Require(PR_SetSocketOption(fd, &option) == PR_SUCCESS, "PR_SetSocketOption");
}

bool Sends(PRFileDesc* from, PRFileDesc* to, absl::string_view text) {
  const auto size = static_cast<PRInt32>(text.size());
  if (PR_Write(from, text.data(), size) != size) return false;
  std::string got(text.size(), '\0');
  PRInt32 have = 0;
  while (have < size) {
    const PRInt32 n = PR_Read(to, got.data() + have, size - have);
    if (n <= 0) return false;
    have += n;
  }
  return got == text;
}

bool IsRefused(bool failed) { return failed && PR_GetError() == SEC_ERROR_NOT_INITIALIZED; }

}  // namespace psm::tls_testing
