#include "nss_glue/tls_hooks.h"

#include <secerr.h>
#include <sslexp.h>

#include <algorithm>

#include "nss_glue/generated/raw.h"
#include "nss_glue/references.h"
#include "nss_glue/tls_layer.h"
#include "shutdown/gate.h"

namespace psm {

TlsHook* TlsHookSet::Add(TlsHook hook) {
  std::shared_ptr<Pool> pool;
  {
    MutexLock hold(&mu_);
    if (own_ == nullptr) own_ = std::make_shared<Pool>();
    pool = own_;
  }
  MutexLock hold(&pool->mu);
  const auto same =
      std::find_if(pool->hooks.begin(), pool->hooks.end(), [&hook](const TlsHook& other) {
        return other.function == hook.function && other.argument == hook.argument;
      });
  if (same != pool->hooks.end()) return &*same;
  pool->hooks.push_back(hook);
  return &pool->hooks.back();
}

void TlsHookSet::InheritFrom(TlsHookSet& source) {
  if (&source == this) return;
  std::vector<std::shared_ptr<Pool>> pools;
  {
    MutexLock hold(&source.mu_);
    pools = source.inherited_;
    if (source.own_ != nullptr) pools.push_back(source.own_);
  }
  MutexLock hold(&mu_);
  for (std::shared_ptr<Pool>& pool : pools) {
    if (pool != own_ && std::find(inherited_.begin(), inherited_.end(), pool) == inherited_.end()) {
      inherited_.push_back(std::move(pool));
    }
  }
}

namespace {

// One call of a hook. False: the application is not called.
template <typename Function>
class HookCall {
 public:
  HookCall(const char* label, void* hook)
      : entry_(label), hook_(*static_cast<const TlsHook*>(hook)) {
    live_ = entry_.ok() && !GateIsClosing();
    if (!live_) PR_SetError(SEC_ERROR_NOT_INITIALIZED, 0);
  }
  explicit operator bool() const { return live_; }
  Function function() const { return reinterpret_cast<Function>(hook_.function); }
  void* argument() const { return hook_.argument; }

 private:
  GateEntry entry_;
  const TlsHook hook_;
  bool live_;
};

SECStatus AuthCertificate(void* hook, PRFileDesc* fd, PRBool check_signature, PRBool is_server) {
  const HookCall<SSLAuthCertificate> call("SSL_AuthCertificateHook callback", hook);
  if (!call) return SECFailure;
  return call.function()(call.argument(), ApplicationTlsFd(fd), check_signature, is_server);
}

SECStatus BadCert(void* hook, PRFileDesc* fd) {
  const HookCall<SSLBadCertHandler> call("SSL_BadCertHook callback", hook);
  if (!call) return SECFailure;
  return call.function()(call.argument(), ApplicationTlsFd(fd));
}

SECStatus ClientAuthData(void* hook, PRFileDesc* fd, CERTDistNames* ca_names,
                         CERTCertificate** certificate, SECKEYPrivateKey** key) {
  const HookCall<SSLGetClientAuthData> call("SSL_GetClientAuthDataHook callback", hook);
  if (!call) return SECFailure;
  const SECStatus status =
      call.function()(call.argument(), ApplicationTlsFd(fd), ca_names, certificate, key);
  if (status != SECWouldBlock) {  // NSS owns what is there, also after SECFailure
    nss_call::Took(ReferenceKind::kCertificate, *certificate);
    nss_call::Took(ReferenceKind::kPrivateKey, *key);
  }
  return status;
}

PRInt32 SniSocketConfig(PRFileDesc* fd, const SECItem* names, PRUint32 count, void* hook) {
  const HookCall<SSLSNISocketConfig> call("SSL_SNISocketConfigHook callback", hook);
  if (!call) return SSL_SNI_SEND_ALERT;
  return call.function()(ApplicationTlsFd(fd), names, count, call.argument());
}

SECStatus CanFalseStart(PRFileDesc* fd, void* hook, PRBool* can_false_start) {
  const HookCall<SSLCanFalseStartCallback> call("SSL_SetCanFalseStartCallback callback", hook);
  if (!call) {
    *can_false_start = PR_FALSE;
    return SECFailure;
  }
  return call.function()(ApplicationTlsFd(fd), call.argument(), can_false_start);
}

SECStatus NextProto(void* hook, PRFileDesc* fd, const unsigned char* protocols, unsigned int length,
                    unsigned char* chosen, unsigned int* chosen_length, unsigned int max) {
  const HookCall<SSLNextProtoCallback> call("SSL_SetNextProtoCallback callback", hook);
  if (!call) return SECFailure;
  return call.function()(call.argument(), ApplicationTlsFd(fd), protocols, length, chosen,
                         chosen_length, max);
}

void Handshake(PRFileDesc* fd, void* hook) {
  const HookCall<SSLHandshakeCallback> call("SSL_HandshakeCallback callback", hook);
  if (call) call.function()(ApplicationTlsFd(fd), call.argument());
}

void AlertReceived(const PRFileDesc* fd, void* hook, const SSLAlert* alert) {
  const HookCall<SSLAlertCallback> call("SSL_AlertReceivedCallback callback", hook);
  if (call) {
    call.function()(ApplicationTlsFd(const_cast<PRFileDesc*>(fd)), call.argument(), alert);
  }
}

void AlertSent(const PRFileDesc* fd, void* hook, const SSLAlert* alert) {
  const HookCall<SSLAlertCallback> call("SSL_AlertSentCallback callback", hook);
  if (call) {
    call.function()(ApplicationTlsFd(const_cast<PRFileDesc*>(fd)), call.argument(), alert);
  }
}

PRBool WriteExtension(PRFileDesc* fd, SSLHandshakeType message, PRUint8* data, unsigned int* length,
                      unsigned int max, void* hook) {
  const HookCall<SSLExtensionWriter> call("SSL_InstallExtensionHooks writer", hook);
  if (!call) return PR_FALSE;
  return call.function()(ApplicationTlsFd(fd), message, data, length, max, call.argument());
}

SECStatus HandleExtension(PRFileDesc* fd, SSLHandshakeType message, const PRUint8* data,
                          unsigned int length, SSLAlertDescription* alert, void* hook) {
  constexpr SSLAlertDescription kInternalError = 80;  // RFC 8446, 6.2
  const HookCall<SSLExtensionHandler> call("SSL_InstallExtensionHooks handler", hook);
  if (!call) {
    *alert = kInternalError;
    return SECFailure;
  }
  return call.function()(ApplicationTlsFd(fd), message, data, length, alert, call.argument());
}

SSLHelloRetryRequestAction HelloRetryRequest(PRBool first_hello, const PRUint8* client_token,
                                             unsigned int client_length, PRUint8* retry_token,
                                             unsigned int* retry_length, unsigned int retry_max,
                                             void* hook) {
  const HookCall<SSLHelloRetryRequestCallback> call("SSL_HelloRetryRequestCallback callback", hook);
  if (!call) return ssl_hello_retry_fail;
  return call.function()(first_hello, client_token, client_length, retry_token, retry_length,
                         retry_max, call.argument());
}

SECStatus ResumptionToken(PRFileDesc* fd, const PRUint8* token, unsigned int length, void* hook) {
  const HookCall<SSLResumptionTokenCallback> call("SSL_SetResumptionTokenCallback callback", hook);
  if (!call) return SECFailure;
  return call.function()(ApplicationTlsFd(fd), token, length, call.argument());
}

void Secret(PRFileDesc* fd, PRUint16 epoch, SSLSecretDirection direction, PK11SymKey* secret,
            void* hook) {
  const HookCall<SSLSecretCallback> call("SSL_SecretCallback callback", hook);
  if (call) call.function()(ApplicationTlsFd(fd), epoch, direction, secret, call.argument());
}

SECStatus WriteRecord(PRFileDesc* fd, PRUint16 epoch, SSLContentType type, const PRUint8* data,
                      unsigned int length, void* hook) {
  const HookCall<SSLRecordWriteCallback> call("SSL_RecordLayerWriteCallback callback", hook);
  if (!call) return SECFailure;
  return call.function()(ApplicationTlsFd(fd), epoch, type, data, length, call.argument());
}

PRTime Now(void* hook) {
  const HookCall<SSLTimeFunc> call("SSL_SetTimeFunc function", hook);
  return call ? call.function()(call.argument()) : PR_Now();
}

// What NSS is given for the application's `function` and `argument`.
template <typename Function>
struct Trampoline {
  Trampoline(PRFileDesc* fd, Function trampoline, Function application, void* application_argument)
      : function(application == nullptr ? nullptr : trampoline),
        argument(application == nullptr
                     ? nullptr
                     : HooksOfTlsFd(fd).Add(
                           {reinterpret_cast<void (*)()>(application), application_argument})) {}
  const Function function;
  void* const argument;
};

template <typename... A>
SECStatus Experimental(const char* name, A... a) {
  auto* function = reinterpret_cast<SECStatus (*)(A...)>(psm_raw_SSL_GetExperimentalAPI(name));
  return function != nullptr ? function(a...) : SECFailure;
}

}  // namespace
}  // namespace psm

using namespace psm;  // NOLINT(google-build-using-namespace): C names, implemented here

extern "C" {

// In place of the functions of ssl.h.

PSM_EXPORT SECStatus psm_special_SSL_AuthCertificateHook(PRFileDesc* fd, SSLAuthCertificate f,
                                                         void* arg) {
  const Trampoline<SSLAuthCertificate> to(fd, AuthCertificate, f, arg);
  return psm_raw_SSL_AuthCertificateHook(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_BadCertHook(PRFileDesc* fd, SSLBadCertHandler f, void* arg) {
  const Trampoline<SSLBadCertHandler> to(fd, BadCert, f, arg);
  return psm_raw_SSL_BadCertHook(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_GetClientAuthDataHook(PRFileDesc* fd, SSLGetClientAuthData f,
                                                           void* arg) {
  const Trampoline<SSLGetClientAuthData> to(fd, ClientAuthData, f, arg);
  return psm_raw_SSL_GetClientAuthDataHook(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_SNISocketConfigHook(PRFileDesc* fd, SSLSNISocketConfig f,
                                                         void* arg) {
  const Trampoline<SSLSNISocketConfig> to(fd, SniSocketConfig, f, arg);
  return psm_raw_SSL_SNISocketConfigHook(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_SetCanFalseStartCallback(PRFileDesc* fd,
                                                              SSLCanFalseStartCallback f,
                                                              void* arg) {
  const Trampoline<SSLCanFalseStartCallback> to(fd, CanFalseStart, f, arg);
  return psm_raw_SSL_SetCanFalseStartCallback(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_SetNextProtoCallback(PRFileDesc* fd, SSLNextProtoCallback f,
                                                          void* arg) {
  const Trampoline<SSLNextProtoCallback> to(fd, NextProto, f, arg);
  return psm_raw_SSL_SetNextProtoCallback(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_HandshakeCallback(PRFileDesc* fd, SSLHandshakeCallback f,
                                                       void* arg) {
  const Trampoline<SSLHandshakeCallback> to(fd, Handshake, f, arg);
  return psm_raw_SSL_HandshakeCallback(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_AlertReceivedCallback(PRFileDesc* fd, SSLAlertCallback f,
                                                           void* arg) {
  const Trampoline<SSLAlertCallback> to(fd, AlertReceived, f, arg);
  return psm_raw_SSL_AlertReceivedCallback(fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_AlertSentCallback(PRFileDesc* fd, SSLAlertCallback f,
                                                       void* arg) {
  const Trampoline<SSLAlertCallback> to(fd, AlertSent, f, arg);
  return psm_raw_SSL_AlertSentCallback(fd, to.function, to.argument);
}

// In place of the macros of sslexp.h.

PSM_EXPORT SECStatus psm_special_SSL_InstallExtensionHooks(PRFileDesc* fd, PRUint16 extension,
                                                           SSLExtensionWriter writer,
                                                           void* writer_arg,
                                                           SSLExtensionHandler handler,
                                                           void* handler_arg) {
  const Trampoline<SSLExtensionWriter> write(fd, WriteExtension, writer, writer_arg);
  const Trampoline<SSLExtensionHandler> handle(fd, HandleExtension, handler, handler_arg);
  return Experimental("SSL_InstallExtensionHooks", fd, extension, write.function, write.argument,
                      handle.function, handle.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_HelloRetryRequestCallback(PRFileDesc* fd,
                                                               SSLHelloRetryRequestCallback f,
                                                               void* arg) {
  const Trampoline<SSLHelloRetryRequestCallback> to(fd, HelloRetryRequest, f, arg);
  return Experimental("SSL_HelloRetryRequestCallback", fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_SetResumptionTokenCallback(PRFileDesc* fd,
                                                                SSLResumptionTokenCallback f,
                                                                void* arg) {
  const Trampoline<SSLResumptionTokenCallback> to(fd, ResumptionToken, f, arg);
  return Experimental("SSL_SetResumptionTokenCallback", fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_SecretCallback(PRFileDesc* fd, SSLSecretCallback f,
                                                    void* arg) {
  const Trampoline<SSLSecretCallback> to(fd, Secret, f, arg);
  return Experimental("SSL_SecretCallback", fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_RecordLayerWriteCallback(PRFileDesc* fd,
                                                              SSLRecordWriteCallback f, void* arg) {
  const Trampoline<SSLRecordWriteCallback> to(fd, WriteRecord, f, arg);
  return Experimental("SSL_RecordLayerWriteCallback", fd, to.function, to.argument);
}

PSM_EXPORT SECStatus psm_special_SSL_SetTimeFunc(PRFileDesc* fd, SSLTimeFunc f, void* arg) {
  const Trampoline<SSLTimeFunc> to(fd, Now, f, arg);
  return Experimental("SSL_SetTimeFunc", fd, to.function, to.argument);
}

}  // extern "C"
