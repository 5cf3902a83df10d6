// The callbacks of a TLS descriptor: NSS calls a trampoline of ours, and the trampoline calls the
// application's function, unless a drain is on.
//
//   nss::SSL_AuthCertificateHook(fd, Verify, &context);   // psm_special_SSL_AuthCertificateHook
//     -> NSS holds {trampoline, {Verify, &context}}
//
// A callback runs on the thread that does I/O, inside its entry of the gate and with NSS's locks of
// that connection held. So NSS calls made in it pass (I7 in shutdown/gate.h), a drain asked for in
// it is refused (I10), and a drain asked for elsewhere waits for it: long work returns
// SECWouldBlock and ends with SSL_AuthCertificateComplete or SSL_ClientCertCallbackComplete.
//
// While a drain is on the application is not called. The error is SEC_ERROR_NOT_INITIALIZED, and
//
//   registered with                  NSS is told           so that
//   SSL_AuthCertificateHook          SECFailure            the peer's certificate is not accepted
//   SSL_BadCertHook                  SECFailure            it stays refused
//   SSL_GetClientAuthDataHook        SECFailure            no client certificate is sent
//   SSL_SNISocketConfigHook          SSL_SNI_SEND_ALERT    the name is not served
//   SSL_SetCanFalseStartCallback     SECFailure, PR_FALSE  nothing is sent early; handshake fails
//   SSL_SetNextProtoCallback         SECFailure            the handshake fails
//   SSL_InstallExtensionHooks        PR_FALSE; SECFailure  the extension is not written; what came
//                                                          is refused with internal_error
//   SSL_HelloRetryRequestCallback    ssl_hello_retry_fail  the handshake fails
//   SSL_SetResumptionTokenCallback   SECFailure            the session is not kept
//   SSL_RecordLayerWriteCallback     SECFailure            the record is not written
//   SSL_SetTimeFunc                  PR_Now()              time is the system's, as without it
//   SSL_HandshakeCallback,           nothing               nobody is told of a connection that is
//   SSL_AlertReceivedCallback,                             about to end, or given a secret of it
//   SSL_AlertSentCallback,
//   SSL_SecretCallback
//
// A null function is passed through, and NSS does what it does without one. The descriptor that a
// callback gets is the one the application has, or the layer of ours below the application's own
// layers: SSL_ functions take it. Only in an SSL_AlertSentCallback for the close_notify of PR_Close
// they fail with PR_BAD_DESCRIPTOR_ERROR.
//
// Lifetime: NSS copies callbacks from a listening socket, from the model of SSL_ImportFD and from
// the model of SSL_ReconfigFD. What a callback was registered with therefore stays until the last
// descriptor goes that may hold it; the same function and argument registered again take no more
// memory, other ones take 16 bytes each.
//
// Thread rule: as NSS's, which takes no lock for most registrations: before the first I/O.
// How it fails: as NSS's functions.

#ifndef NSS_GLUE_TLS_HOOKS_H_
#define NSS_GLUE_TLS_HOOKS_H_

#include <deque>
#include <memory>
#include <vector>

#include "shutdown/mutex.h"

namespace psm {

// What the application registered. A trampoline gets it as its argument.
struct TlsHook {
  void (*function)();  // of its callback's type
  void* argument;
};

// The hooks that the callbacks of one descriptor may refer to. Any thread.
class TlsHookSet {
 public:
  TlsHookSet() = default;
  TlsHookSet(const TlsHookSet&) = delete;
  TlsHookSet& operator=(const TlsHookSet&) = delete;

  // Valid while this set, or one that inherited from it, lives.
  TlsHook* Add(TlsHook hook) PSM_EXCLUDES(mu_);

  // NSS copied the callbacks of `source`'s descriptor into this one's.
  void InheritFrom(TlsHookSet& source) PSM_EXCLUDES(mu_);

 private:
  struct Pool {
    Mutex mu;
    std::deque<TlsHook> hooks PSM_GUARDED_BY(mu);  // only grows: a copy may refer to any of them
  };

  Mutex mu_;
  std::shared_ptr<Pool> own_ PSM_GUARDED_BY(mu_);
  std::vector<std::shared_ptr<Pool>> inherited_ PSM_GUARDED_BY(mu_);
};

}  // namespace psm

#endif  // NSS_GLUE_TLS_HOOKS_H_
