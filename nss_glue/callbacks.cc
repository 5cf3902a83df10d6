#include "nss_glue/callbacks.h"

#include <ocsp.h>
#include <secerr.h>

#include <array>
#include <atomic>
#include <memory>
#include <unordered_set>
#include <utility>

#include "absl/status/statusor.h"
#include "nss_glue/nss_call.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"

namespace psm {
namespace {

// For callbacks that must fail rather than run while the gate is closed.
bool GivesUp(const GateEntry& gate) {
  if (gate.ok() && !GateIsClosing()) return false;
  PORT_SetError(SEC_ERROR_NOT_INITIALIZED);
  return true;
}

// ---- The password callback of the process ----

std::atomic<PK11PasswordFunc> g_password{nullptr};

char* AskPassword(PK11SlotInfo* slot, PRBool retry, void* context) {
  const PK11PasswordFunc ask = g_password.load(std::memory_order_acquire);
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("password callback");
  if (!lock.ok()) return nullptr;
  absl::StatusOr<PromptScope> prompt = PromptScope::Begin(*lock);
  if (!prompt.ok()) return nullptr;
  char* password = ask(slot, retry, context);
  if (password == nullptr || !GateIsClosing()) return password;
  PORT_Memset(password, 0, PORT_Strlen(password));
  PORT_Free(password);
  return nullptr;
}

// What NSS is to be given in place of `ask`.
PK11PasswordFunc Trampoline(PK11PasswordFunc ask) {
  if (ask == nullptr) return nullptr;
  // libsmime3 registers what it was given once more.
  if (ask != AskPassword) g_password.store(ask, std::memory_order_release);
  return AskPassword;
}

// ---- The OCSP responder of a certificate that names none ----

std::atomic<CERT_StringFromCertFcn> g_responder{nullptr};

char* FindResponder(CERTCertificate* certificate) {
  const GateEntry gate("OCSP responder callback");
  // SEC_ERROR_CERT_BAD_ACCESS_LOCATION, which is set here, would mean "needs no check".
  if (GivesUp(gate)) return nullptr;
  return g_responder.load(std::memory_order_acquire)(certificate);
}

Mutex& ResponderMutex() {
  static Mutex* const mutex = new Mutex;
  return *mutex;
}

// ---- The HTTP client ----

// NSS keeps a pointer to one table, whose functions are told nothing of it. So each client that
// was ever registered has functions of its own.
constexpr int kClients = 8;
constexpr unsigned kLongestRequestSeconds = 60;

std::array<std::atomic<const SEC_HttpClientFcnV1*>, kClients> g_clients{};

template <int kClient>
struct GatedHttp {
  static const SEC_HttpClientFcnV1& Host() {
    return *g_clients[kClient].load(std::memory_order_acquire);
  }

  static SECStatus CreateSession(const char* host, PRUint16 port,
                                 SEC_HTTP_SERVER_SESSION* session) {
    const GateEntry gate("HTTP client: create session");
    return GivesUp(gate) ? SECFailure : Host().createSessionFcn(host, port, session);
  }

  static SECStatus KeepAlive(SEC_HTTP_SERVER_SESSION session, PRPollDesc** poll) {
    const GateEntry gate("HTTP client: keep alive");
    return GivesUp(gate) ? SECFailure : Host().keepAliveSessionFcn(session, poll);
  }

  static SECStatus FreeSession(SEC_HTTP_SERVER_SESSION session) {
    return Host().freeSessionFcn(session);
  }

  static SECStatus CreateRequest(SEC_HTTP_SERVER_SESSION session, const char* protocol,
                                 const char* path, const char* method, PRIntervalTime timeout,
                                 SEC_HTTP_REQUEST_SESSION* request) {
    const GateEntry gate("HTTP client: create request");
    if (GivesUp(gate)) return SECFailure;
    if (timeout == PR_INTERVAL_NO_TIMEOUT) timeout = PR_SecondsToInterval(kLongestRequestSeconds);
    return Host().createFcn(session, protocol, path, method, timeout, request);
  }

  static SECStatus SetPostData(SEC_HTTP_REQUEST_SESSION request, const char* data, PRUint32 length,
                               const char* content_type) {
    const GateEntry gate("HTTP client: set post data");
    return GivesUp(gate) ? SECFailure : Host().setPostDataFcn(request, data, length, content_type);
  }

  static SECStatus AddHeader(SEC_HTTP_REQUEST_SESSION request, const char* name,
                             const char* value) {
    const GateEntry gate("HTTP client: add header");
    return GivesUp(gate) ? SECFailure : Host().addHeaderFcn(request, name, value);
  }

  static SECStatus TrySendAndReceive(SEC_HTTP_REQUEST_SESSION request, PRPollDesc** poll,
                                     PRUint16* code, const char** content_type,
                                     const char** headers, const char** data, PRUint32* length) {
    const GateEntry gate("HTTP client: send and receive");
    if (GivesUp(gate)) {
      if (length != nullptr) *length = 0;
      return SECFailure;
    }
    return Host().trySendAndReceiveFcn(request, poll, code, content_type, headers, data, length);
  }

  static SECStatus Cancel(SEC_HTTP_REQUEST_SESSION request) { return Host().cancelFcn(request); }
  static SECStatus FreeRequest(SEC_HTTP_REQUEST_SESSION request) { return Host().freeFcn(request); }

  static SEC_HttpClientFcn Table() {
    SEC_HttpClientFcn table = {};
    table.version = 1;
    table.fcnTable.ftable1 = {CreateSession,     KeepAlive,   FreeSession,
                              CreateRequest,     SetPostData, AddHeader,
                              TrySendAndReceive, Cancel,      FreeRequest};
    return table;
  }
};

template <int... kIndices>
const SEC_HttpClientFcn* GatedHttpTables(std::integer_sequence<int, kIndices...>) {
  static const SEC_HttpClientFcn tables[] = {GatedHttp<kIndices>::Table()...};
  return tables;
}

// The gated table of `host`; null when there have been too many. What is one of ours stays so.
const SEC_HttpClientFcn* Gated(const SEC_HttpClientFcn* host) {
  const SEC_HttpClientFcn* tables = GatedHttpTables(std::make_integer_sequence<int, kClients>());
  for (int i = 0; i < kClients; ++i) {
    if (host == &tables[i]) return host;
    const SEC_HttpClientFcnV1* known = nullptr;
    if (g_clients[i].compare_exchange_strong(known, &host->fcnTable.ftable1) ||
        known == &host->fcnTable.ftable1) {
      return &tables[i];
    }
  }
  return nullptr;
}

// ---- The data that a host hangs on a symmetric key ----

struct UserData {
  void* data;
  PK11FreeDataFunc free_data;
};

// Tells ours from what ungated code has set.
struct UserDataSet {
  Mutex mu;
  std::unordered_set<const void*> ours PSM_GUARDED_BY(mu);
};

UserDataSet& TheUserData() {
  static UserDataSet* const set = new UserDataSet;  // keys are released by destructors of statics
  return *set;
}

void FreeUserData(void* wrapped) {
  const std::unique_ptr<UserData> user(static_cast<UserData*>(wrapped));
  {
    UserDataSet& set = TheUserData();
    MutexLock hold(&set.mu);
    set.ours.erase(wrapped);
  }
  const nss_call::HostCallback host;
  user->free_data(user->data);
}

}  // namespace
}  // namespace psm

void psm_special_PK11_SetPasswordFunc(PK11PasswordFunc ask) {
  psm_raw_PK11_SetPasswordFunc(psm::Trampoline(ask));
}

NSSCMSDecoderContext* psm_special_NSS_CMSDecoder_Start(
    PLArenaPool* pool, NSSCMSContentCallback content, void* content_context, PK11PasswordFunc ask,
    void* ask_context, NSSCMSGetDecryptKeyCallback key, void* key_context) {
  return psm_raw_NSS_CMSDecoder_Start(pool, content, content_context, psm::Trampoline(ask),
                                      ask_context, key, key_context);
}

NSSCMSEncoderContext* psm_special_NSS_CMSEncoder_Start(
    NSSCMSMessage* message, NSSCMSContentCallback output, void* output_context,
    SECItem* destination, PLArenaPool* pool, PK11PasswordFunc ask, void* ask_context,
    NSSCMSGetDecryptKeyCallback key, void* key_context, SECAlgorithmID** detached_algorithms,
    SECItem** detached_digests) {
  return psm_raw_NSS_CMSEncoder_Start(message, output, output_context, destination, pool,
                                      psm::Trampoline(ask), ask_context, key, key_context,
                                      detached_algorithms, detached_digests);
}

NSSCMSMessage* psm_special_NSS_CMSMessage_CreateFromDER(SECItem* der, NSSCMSContentCallback content,
                                                        void* content_context, PK11PasswordFunc ask,
                                                        void* ask_context,
                                                        NSSCMSGetDecryptKeyCallback key,
                                                        void* key_context) {
  return psm_raw_NSS_CMSMessage_CreateFromDER(der, content, content_context, psm::Trampoline(ask),
                                              ask_context, key, key_context);
}

SECStatus psm_special_CERT_RegisterAlternateOCSPAIAInfoCallBack(CERT_StringFromCertFcn find,
                                                                CERT_StringFromCertFcn* old_find) {
  psm::MutexLock hold(&psm::ResponderMutex());
  const CERT_StringFromCertFcn ours = psm::g_responder.load();
  if (find != nullptr) psm::g_responder.store(find);  // before NSS can call
  CERT_StringFromCertFcn old = nullptr;
  if (psm_raw_CERT_RegisterAlternateOCSPAIAInfoCallBack(
          find == nullptr ? nullptr : psm::FindResponder, &old) != SECSuccess) {
    psm::g_responder.store(ours);
    return SECFailure;
  }
  if (old_find != nullptr) *old_find = old == psm::FindResponder ? ours : old;
  return SECSuccess;
}

SECStatus psm_special_SEC_RegisterDefaultHttpClient(const SEC_HttpClientFcn* host) {
  // NSS ignores what is not of version 1.
  if (host == nullptr || host->version != 1) return psm_raw_SEC_RegisterDefaultHttpClient(host);
  const SEC_HttpClientFcn* gated = psm::Gated(host);
  if (gated != nullptr) return psm_raw_SEC_RegisterDefaultHttpClient(gated);
  PORT_SetError(SEC_ERROR_NO_MEMORY);
  return SECFailure;
}

void psm_special_PK11_SetSymKeyUserData(PK11SymKey* key, void* data, PK11FreeDataFunc free_data) {
  if (data == nullptr || free_data == nullptr) {  // NSS then never calls back
    psm_raw_PK11_SetSymKeyUserData(key, data, free_data);
    return;
  }
  auto* user = new psm::UserData{data, free_data};
  {
    psm::UserDataSet& set = psm::TheUserData();
    psm::MutexLock hold(&set.mu);
    set.ours.insert(user);
  }
  psm_raw_PK11_SetSymKeyUserData(key, user, psm::FreeUserData);
}

void* psm_special_PK11_GetSymKeyUserData(PK11SymKey* key) {
  void* data = psm_raw_PK11_GetSymKeyUserData(key);
  if (data == nullptr) return nullptr;
  psm::UserDataSet& set = psm::TheUserData();
  psm::MutexLock hold(&set.mu);
  return set.ours.count(data) == 0 ? data : static_cast<psm::UserData*>(data)->data;
}
