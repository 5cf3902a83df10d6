// One end of an HTTP exchange over the gated TLS layer, for tests against other programs.
//
//   tls_peer client PROFILE PORT        fetches / from localhost, prints the answer
//   tls_peer server PROFILE NICKNAME    prints its port, answers one request
//
// Leaves with status 0 if the exchange worked, NSS_Shutdown succeeded and nothing was left open.

#include <cert.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <prerror.h>
#include <prio.h>
#include <prnetdb.h>
#include <ssl.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "shutdown/registry.h"

namespace psm {
namespace {

void Require(bool ok, const char* what) {
  if (ok) return;
  const char* error = PR_ErrorToName(PR_GetError());
  std::fprintf(stderr, "tls_peer: %s failed: %s\n", what, error != nullptr ? error : "no error");
  std::exit(1);
}

// Up to `end`, or to the end of the stream if `end` is empty.
std::string ReadUntil(PRFileDesc* fd, const std::string& end) {
  std::string text;
  char buffer[1024];
  while (end.empty() || text.find(end) == std::string::npos) {
    const PRInt32 n = PR_Read(fd, buffer, sizeof buffer);
    Require(n >= 0, "PR_Read");
    if (n == 0) break;
    text.append(buffer, n);
  }
  return text;
}

void Write(PRFileDesc* fd, const std::string& text) {
  const auto size = static_cast<PRInt32>(text.size());
  Require(PR_Write(fd, text.data(), size) == size, "PR_Write");
}

void Fetch(int port) {
  PRNetAddr address;
  PR_InitializeNetAddr(PR_IpAddrLoopback, static_cast<PRUint16>(port), &address);
  PRFileDesc* const fd = nss::SSL_ImportFD(nullptr, PR_NewTCPSocket());
  Require(fd != nullptr, "SSL_ImportFD");
  Require(nss::SSL_SetURL(fd, "localhost") == SECSuccess, "SSL_SetURL");
  Require(PR_Connect(fd, &address, PR_SecondsToInterval(60)) == PR_SUCCESS, "PR_Connect");
  Write(fd, "GET / HTTP/1.0\r\n\r\n");
  std::fputs(ReadUntil(fd, "").c_str(), stdout);
  Require(PR_Close(fd) == PR_SUCCESS, "PR_Close");
}

void Serve(const char* nickname) {
  CERTCertificate* const certificate = nss::PK11_FindCertFromNickname(nickname, nullptr);
  Require(certificate != nullptr, "PK11_FindCertFromNickname");
  SECKEYPrivateKey* const key = nss::PK11_FindKeyByAnyCert(certificate, nullptr);
  Require(key != nullptr, "PK11_FindKeyByAnyCert");
  PRNetAddr address;
  PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
  PRFileDesc* const listener = nss::SSL_ImportFD(nullptr, PR_NewTCPSocket());
  Require(listener != nullptr, "SSL_ImportFD");
  nss::SSL_OptionSet(listener, SSL_NO_CACHE, PR_TRUE);
  Require(nss::SSL_ConfigServerCert(listener, certificate, key, nullptr, 0) == SECSuccess,
          "SSL_ConfigServerCert");
  nss::SECKEY_DestroyPrivateKey(key);
  nss::CERT_DestroyCertificate(certificate);
  Require(PR_Bind(listener, &address) == PR_SUCCESS, "PR_Bind");
  Require(PR_Listen(listener, 1) == PR_SUCCESS, "PR_Listen");
  Require(PR_GetSockName(listener, &address) == PR_SUCCESS, "PR_GetSockName");
  std::printf("%d\n", PR_ntohs(address.inet.port));
  std::fflush(stdout);
  PRFileDesc* const fd = PR_Accept(listener, &address, PR_SecondsToInterval(60));
  Require(fd != nullptr, "PR_Accept");
  ReadUntil(fd, "\r\n\r\n");
  Write(fd, "HTTP/1.0 200 OK\r\n\r\nserved through the gate\n");
  Require(PR_Close(fd) == PR_SUCCESS, "PR_Close");
  Require(PR_Close(listener) == PR_SUCCESS, "PR_Close");
}

int Main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
  SecurityManager::Config config;
  config.preferences = preferences.get();
  const std::unique_ptr<SecurityManager> manager = *SecurityManager::Create(std::move(config));
  Require(manager->OpenProfile(argv[2]).ok(), "OpenProfile");
  if (std::string(argv[1]) == "server") {
    Serve(argv[3]);
  } else {
    Fetch(std::atoi(argv[3]));
  }
  Require(Registry::Count() == 0, "closing what was opened");
  absl::StatusOr<CloseReport> closed = manager->CloseProfile();
  Require(closed.ok() && closed->way == SwitchWay::kShutdown, "CloseProfile");
  return 0;
}

}  // namespace
}  // namespace psm

int main(int argc, char** argv) { return psm::Main(argc, argv); }
