// Two ends of a TLS connection over loopback, in one process, for tests and benchmarks: a server
// certificate in the open profile, descriptors from the wrapped SSL_ImportFD, handshakes.
//
//   MakeServerCertificate();                 // once for each profile
//   TlsPair pair;                            // blocking sockets, before the handshake
//   pair.Handshake();
//   PR_Write(pair.client(), "x", 1);
//
// The client judges the certificate by NSS's default, and no session is kept for resumption. What
// fails here that a test is not about ends the program and is named, with NSPR's error.
//
// Thread rule: one thread makes and ends a pair; its ends are used as any descriptor.

#ifndef TESTS_SHIM_TLS_PAIR_H_
#define TESTS_SHIM_TLS_PAIR_H_

#include <prio.h>
#include <ssl.h>

#include <utility>

#include "absl/strings/string_view.h"

namespace psm::tls_testing {

void Require(bool ok, const char* what);

// A key and a self-signed certificate for "localhost", which the profile trusts.
inline constexpr char kServerNickname[] = "tls-server";
void MakeServerCertificate();

// Loopback sockets, connected.
std::pair<PRFileDesc*, PRFileDesc*> NewSocketPair();

// TLS on `tcp`, as a client of "localhost", or as a server with the profile's certificate. Null if
// NSS refused it.
PRFileDesc* ImportClient(PRFileDesc* tcp);
PRFileDesc* ImportServer(PRFileDesc* tcp);
void ConfigureServer(PRFileDesc* fd);

class TlsPair {
 public:
  TlsPair();
  ~TlsPair();  // closes what is left
  TlsPair(const TlsPair&) = delete;
  TlsPair& operator=(const TlsPair&) = delete;

  PRFileDesc* client() const { return client_; }
  PRFileDesc* server() const { return server_; }

  // HandshakeBetween them.
  bool TryHandshake();
  void Handshake();

  // For one that closes its end itself.
  PRFileDesc* TakeClient() { return std::exchange(client_, nullptr); }
  PRFileDesc* TakeServer() { return std::exchange(server_, nullptr); }

 private:
  PRFileDesc* client_;
  PRFileDesc* server_;
};

// On the calling thread, until both ends are through or neither gets further. False unless both
// are through; the error is that of the first that failed. The ends are blocking afterwards.
bool HandshakeBetween(PRFileDesc* client, PRFileDesc* server);

void SetBlocking(PRFileDesc* fd, bool blocking);

// `text` from one end to the other. False if it did not come through.
bool Sends(PRFileDesc* from, PRFileDesc* to, absl::string_view text = "hello");

// True if the operation failed, by `failed`, with SEC_ERROR_NOT_INITIALIZED.
bool IsRefused(bool failed);

// NSPR's error of this thread by name, for messages.
const char* NsprError();

}  // namespace psm::tls_testing

#endif  // TESTS_SHIM_TLS_PAIR_H_
