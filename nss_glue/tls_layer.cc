#include "nss_glue/tls_layer.h"

#include <fcntl.h>
#include <private/pprio.h>
#include <secerr.h>
#include <sslexp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

#include "absl/strings/match.h"
#include "nss_glue/generated/raw.h"
#include "nss_glue/tls_hooks.h"
#include "nss_glue/tls_sessions.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"
#include "shutdown/registry.h"

namespace psm {
namespace {

// How long a drain waits before it looks again whether it waits for TLS.
constexpr absl::Duration kFirstStep = absl::Milliseconds(2);
constexpr absl::Duration kLongestStep = absl::Milliseconds(20);

// TlsConnection::fate. Two parties end a connection, the application's PR_Close and the owner's
// release; the second one frees it.
constexpr uint8_t kReleased = 1;
constexpr uint8_t kClosed = 2;

// What our layer knows of one descriptor; its `secret`.
//
//   live                      NSS's half released
//   ours     -> this          ours -> this          the application's pointer, or what it pushed on
//   NSS's                     dead                  `tls`, an address that no push or pop changes
//   bottom                    bottom                `bottom`, the same
// The list of layers keeps its shape, because PR_Poll walks it outside the gate.
struct TlsConnection {
  ProfileGeneration generation;  // it was made under
  uint32_t wakes;                // wakes there had been then
  PRFileDesc* tls;
  PRFileDesc* bottom;  // NSPR's own layer; null if there is none
  RegistryNode node;
  std::atomic<uint8_t> fate{0};
  PRFileDesc* closing = nullptr;             // the application's pointer, once it closed it
  std::atomic<bool> must_not_resume{false};  // a server's; its copies' too

  // NSS's layer and one that stands for what is below it, while NSS closes.
  PRFileDesc moved;
  PRFileDesc below;

  TlsHookSet hooks;

  // The connections that a drain wakes.
  TlsConnection* previous = nullptr;
  TlsConnection* next = nullptr;
};

// Held to make, wake and end a connection, never while one works. A connection's bottom is not
// closed before it left the list.
Mutex g_mu;
TlsConnection* g_connections PSM_GUARDED_BY(g_mu) = nullptr;
std::atomic<uint32_t> g_wakes{0};

TlsConnection* ConnectionOf(const PRFileDesc* fd) {
  return reinterpret_cast<TlsConnection*>(fd->secret);
}

PRDescIdentity LayerIdentity() {
  static const PRDescIdentity identity = PR_GetUniqueIdentity("psm TLS gate");
  return identity;
}

PRDescIdentity DeadIdentity() {
  static const PRDescIdentity identity = PR_GetUniqueIdentity("psm TLS gone");
  return identity;
}

// The one that SSL_ functions would reach from `fd`. Null: none.
TlsConnection* FindConnection(PRFileDesc* fd) {
  PRFileDesc* const layer = fd != nullptr ? PR_GetIdentitiesLayer(fd, LayerIdentity()) : nullptr;
  return layer != nullptr ? ConnectionOf(layer) : nullptr;
}

// ---- The methods of our layer ----

template <typename R>
__attribute__((cold, noinline)) R NotLive() {
  PR_SetError(SEC_ERROR_NOT_INITIALIZED, 0);
  return static_cast<R>(-1);
}

// kReads: 0 is the end of the stream.
template <typename Member, Member kMember, const char* kLabel, bool kReads>
struct GatedMethod;

template <typename R, typename... A, R (*PRIOMethods::*kMember)(PRFileDesc*, A...),
          const char* kLabel, bool kReads>
struct GatedMethod<R (*PRIOMethods::*)(PRFileDesc*, A...), kMember, kLabel, kReads> {
  static R Call(PRFileDesc* fd, A... a) {
    const TlsConnection* const connection = ConnectionOf(fd);
    const uint32_t wakes = connection->wakes;
    GateEntry entry(kLabel, connection->generation);
    if (__builtin_expect(!entry.ok(), 0)) return NotLive<R>();
    const R result = (fd->lower->methods->*kMember)(fd->lower, a...);
    if (__builtin_expect(kReads ? result <= 0 : result < 0, 0) && wakes != g_wakes) {
      return NotLive<R>();
    }
    return result;
  }
};

template <auto kMember, const char* kLabel, bool kReads = false>
constexpr auto kGated = &GatedMethod<decltype(kMember), kMember, kLabel, kReads>::Call;

PRInt16 PollGated(PRFileDesc* fd, PRInt16 in_flags, PRInt16* out_flags) {
  GateEntry entry("PR_Poll on TLS", ConnectionOf(fd)->generation);
  if (__builtin_expect(entry.ok(), 1)) {
    return fd->lower->methods->poll(fd->lower, in_flags, out_flags);
  }
  *out_flags = PR_POLL_ERR;
  return static_cast<PRInt16>(in_flags | PR_POLL_ERR);
}

PRFileDesc* AcceptGated(PRFileDesc* fd, PRNetAddr* address, PRIntervalTime timeout);
PRInt32 AcceptReadGated(PRFileDesc* fd, PRFileDesc** accepted, PRNetAddr** address, void* buffer,
                        PRInt32 amount, PRIntervalTime timeout);
PRStatus CloseGated(PRFileDesc* fd);

constexpr char kRead[] = "PR_Read on TLS";
constexpr char kWrite[] = "PR_Write on TLS";
constexpr char kAvailable[] = "PR_Available on TLS";
constexpr char kSync[] = "PR_Sync on TLS";
constexpr char kSeek[] = "PR_Seek on TLS";
constexpr char kFileInfo[] = "PR_GetOpenFileInfo on TLS";
constexpr char kWritev[] = "PR_Writev on TLS";
constexpr char kConnect[] = "PR_Connect on TLS";
constexpr char kAccept[] = "PR_Accept on TLS";
constexpr char kAcceptRead[] = "PR_AcceptRead on TLS";
constexpr char kBind[] = "PR_Bind on TLS";
constexpr char kListen[] = "PR_Listen on TLS";
constexpr char kShutdown[] = "PR_Shutdown on TLS";
constexpr char kRecv[] = "PR_Recv on TLS";
constexpr char kSend[] = "PR_Send on TLS";
constexpr char kRecvFrom[] = "PR_RecvFrom on TLS";
constexpr char kSendTo[] = "PR_SendTo on TLS";
constexpr char kTransmitFile[] = "PR_TransmitFile on TLS";
constexpr char kGetSockName[] = "PR_GetSockName on TLS";
constexpr char kGetPeerName[] = "PR_GetPeerName on TLS";
constexpr char kGetSocketOption[] = "PR_GetSocketOption on TLS";
constexpr char kSetSocketOption[] = "PR_SetSocketOption on TLS";
constexpr char kSendFile[] = "PR_SendFile on TLS";
constexpr char kConnectContinue[] = "PR_ConnectContinue on TLS";
constexpr char kClose[] = "PR_Close on TLS";

constexpr PRIOMethods kGatedMethods = {
    PR_DESC_LAYERED,
    CloseGated,
    kGated<&PRIOMethods::read, kRead, true>,
    kGated<&PRIOMethods::write, kWrite>,
    kGated<&PRIOMethods::available, kAvailable>,
    kGated<&PRIOMethods::available64, kAvailable>,
    kGated<&PRIOMethods::fsync, kSync>,
    kGated<&PRIOMethods::seek, kSeek>,
    kGated<&PRIOMethods::seek64, kSeek>,
    kGated<&PRIOMethods::fileInfo, kFileInfo>,
    kGated<&PRIOMethods::fileInfo64, kFileInfo>,
    kGated<&PRIOMethods::writev, kWritev>,
    kGated<&PRIOMethods::connect, kConnect>,
    AcceptGated,
    kGated<&PRIOMethods::bind, kBind>,
    kGated<&PRIOMethods::listen, kListen>,
    kGated<&PRIOMethods::shutdown, kShutdown>,
    kGated<&PRIOMethods::recv, kRecv, true>,
    kGated<&PRIOMethods::send, kSend>,
    kGated<&PRIOMethods::recvfrom, kRecvFrom, true>,
    kGated<&PRIOMethods::sendto, kSendTo>,
    PollGated,
    AcceptReadGated,
    kGated<&PRIOMethods::transmitfile, kTransmitFile>,
    kGated<&PRIOMethods::getsockname, kGetSockName>,
    kGated<&PRIOMethods::getpeername, kGetPeerName>,
    nullptr,
    nullptr,
    kGated<&PRIOMethods::getsocketoption, kGetSocketOption>,
    kGated<&PRIOMethods::setsocketoption, kSetSocketOption>,
    kGated<&PRIOMethods::sendfile, kSendFile>,
    kGated<&PRIOMethods::connectcontinue, kConnectContinue>,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

// ---- Where NSS's layer was: everything is refused but close ----

template <typename Member>
struct RefusedMethod;
template <typename R, typename... A>
struct RefusedMethod<R (*PRIOMethods::*)(PRFileDesc*, A...)> {
  static R Call(PRFileDesc*, A...) { return NotLive<R>(); }
};
template <auto kMember>
constexpr auto kRefused = &RefusedMethod<decltype(kMember)>::Call;

PRFileDesc* AcceptRefused(PRFileDesc*, PRNetAddr*, PRIntervalTime) {
  PR_SetError(SEC_ERROR_NOT_INITIALIZED, 0);
  return nullptr;
}

PRInt16 PollRefused(PRFileDesc*, PRInt16 in_flags, PRInt16* out_flags) {
  *out_flags = PR_POLL_ERR;
  return static_cast<PRInt16>(in_flags | PR_POLL_ERR);
}

// `fd` is the top of its stack: takes the top layer off and closes what is below, as NSPR's own
// layers do.
PRStatus CloseBelow(PRFileDesc* fd) {
  PRFileDesc* const popped = PR_PopIOLayer(fd, PR_TOP_IO_LAYER);
  popped->dtor(popped);
  return fd->methods->close(fd);
}

constexpr PRIOMethods RefuseAllBut(PRCloseFN close) {
  return {
      PR_DESC_LAYERED,
      close,
      kRefused<&PRIOMethods::read>,
      kRefused<&PRIOMethods::write>,
      kRefused<&PRIOMethods::available>,
      kRefused<&PRIOMethods::available64>,
      kRefused<&PRIOMethods::fsync>,
      kRefused<&PRIOMethods::seek>,
      kRefused<&PRIOMethods::seek64>,
      kRefused<&PRIOMethods::fileInfo>,
      kRefused<&PRIOMethods::fileInfo64>,
      kRefused<&PRIOMethods::writev>,
      kRefused<&PRIOMethods::connect>,
      AcceptRefused,
      kRefused<&PRIOMethods::bind>,
      kRefused<&PRIOMethods::listen>,
      kRefused<&PRIOMethods::shutdown>,
      kRefused<&PRIOMethods::recv>,
      kRefused<&PRIOMethods::send>,
      kRefused<&PRIOMethods::recvfrom>,
      kRefused<&PRIOMethods::sendto>,
      PollRefused,
      kRefused<&PRIOMethods::acceptread>,
      kRefused<&PRIOMethods::transmitfile>,
      kRefused<&PRIOMethods::getsockname>,
      kRefused<&PRIOMethods::getpeername>,
      nullptr,
      nullptr,
      kRefused<&PRIOMethods::getsocketoption>,
      kRefused<&PRIOMethods::setsocketoption>,
      kRefused<&PRIOMethods::sendfile>,
      kRefused<&PRIOMethods::connectcontinue>,
      nullptr,
      nullptr,
      nullptr,
      nullptr,
  };
}

constexpr PRIOMethods kDeadMethods = RefuseAllBut(CloseBelow);

// ---- Below NSS's layer while it closes ----

PRStatus CloseNothing(PRFileDesc*) { return PR_SUCCESS; }

// Its memory is the connection's.
void FreeNothing(PRFileDesc*) {}

template <typename Member, Member kMember>
struct ForwardedMethod;
template <typename R, typename... A, R (*PRIOMethods::*kMember)(PRFileDesc*, A...)>
struct ForwardedMethod<R (*PRIOMethods::*)(PRFileDesc*, A...), kMember> {
  static R Call(PRFileDesc* fd, A... a) {
    PRFileDesc* const lower = ConnectionOf(fd)->tls->lower;
    return (lower->methods->*kMember)(lower, a...);
  }
};
template <auto kMember>
constexpr auto kForwarded = &ForwardedMethod<decltype(kMember), kMember>::Call;

// What NSS calls to send a close_notify.
constexpr PRIOMethods ForwardSending() {
  PRIOMethods methods = RefuseAllBut(CloseNothing);
  methods.write = kForwarded<&PRIOMethods::write>;
  methods.send = kForwarded<&PRIOMethods::send>;
  methods.getsocketoption = kForwarded<&PRIOMethods::getsocketoption>;
  methods.setsocketoption = kForwarded<&PRIOMethods::setsocketoption>;
  return methods;
}

constexpr PRIOMethods kQuietMethods = RefuseAllBut(CloseNothing);
constexpr PRIOMethods kSendingMethods = ForwardSending();

// ---- The life of a connection ----

// recv(2) on a datagram socket that was shut down goes on answering EAGAIN, for which NSPR polls,
// which returns at once, for ever. So first the end of a broken pair takes the descriptor's number.
void ShutDownDatagrams(int fd) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0) return;
  close(ends[1]);
  const int old = fcntl(fd, F_DUPFD_CLOEXEC, 0);
  if (old >= 0) {
    dup3(ends[0], fd, (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0 ? O_CLOEXEC : 0);
    shutdown(old, SHUT_RDWR);
    close(old);
  }
  close(ends[0]);
}

void ShutDown(const TlsConnection* connection) {
  PRFileDesc* const bottom = connection->bottom;
  if (bottom == nullptr) return;
  if (PR_GetDescType(bottom) == PR_DESC_SOCKET_UDP) {
    ShutDownDatagrams(PR_FileDesc2NativeHandle(bottom));
  } else {
    bottom->methods->shutdown(bottom, PR_SHUTDOWN_BOTH);
  }
}

void Link(TlsConnection* connection) {
  MutexLock hold(&g_mu);
  connection->wakes = g_wakes;
  connection->next = g_connections;
  if (g_connections != nullptr) g_connections->previous = connection;
  g_connections = connection;
  if (GateIsClosing()) {  // made by a thread that a drain waits for; its wake may be past
    ShutDown(connection);
    --connection->wakes;
  }
}

void UnlinkLocked(const TlsConnection* connection) PSM_REQUIRES(g_mu) {
  (connection->previous != nullptr ? connection->previous->next : g_connections) = connection->next;
  if (connection->next != nullptr) connection->next->previous = connection->previous;
}

void Unlink(TlsConnection* connection) {
  MutexLock hold(&g_mu);
  UnlinkLocked(connection);
}

void WakeAll() {
  MutexLock hold(&g_mu);
  ++g_wakes;
  for (TlsConnection* c = g_connections; c != nullptr; c = c->next) ShutDown(c);
}

// Only a label of ours or of an SSL_ function is innermost while a thread blocks in TLS.
bool IsInTls(const GateHolder& holder) {
  return absl::EndsWith(holder.label, " on TLS") || absl::StartsWith(holder.label, "SSL_");
}

// Puts a dead layer in the place of NSS's. Others may walk the stack meanwhile.
void TakeNssLayerOut(TlsConnection* connection) {
  PRFileDesc* const tls = connection->tls;
  connection->moved = *tls;
  tls->secret = nullptr;
  __atomic_store_n(&tls->identity, DeadIdentity(), __ATOMIC_RELAXED);
  __atomic_store_n(&tls->methods, &kDeadMethods, __ATOMIC_RELAXED);
}

// Closes NSS's half, taken out, which NSS does at the top of a stack only: so of one of its own.
void CloseNssHalf(TlsConnection* connection, const PRIOMethods& below) {
  connection->below = {&below,      reinterpret_cast<PRFilePrivate*>(connection),
                       nullptr,     &connection->moved,
                       FreeNothing, LayerIdentity()};
  connection->moved.lower = &connection->below;
  connection->moved.higher = nullptr;
  connection->moved.dtor = FreeNothing;
  connection->moved.methods->close(&connection->moved);
  tls_sessions::RemoveUser();
}

// The owner's half of the end; the application's is in CloseGated.
void EndRelease(TlsConnection* connection) {
  const uint8_t fate = connection->fate.fetch_or(kReleased, std::memory_order_acq_rel);
  if ((fate & kClosed) == 0) return;
  PRFileDesc* const fd = connection->closing;
  delete connection;
  CloseBelow(fd);
}

// With the other tracked objects, or for a connection that was closed in a drain.
void Release(void* object) {
  auto* const connection = static_cast<TlsConnection*>(object);
  Unlink(connection);
  ShutDown(connection);  // for threads in PR_Poll
  TakeNssLayerOut(connection);
  // The application is not called any more.
  psm_raw_SSL_AlertSentCallback(&connection->moved, nullptr, nullptr);
  auto* const set_record_writer =
      reinterpret_cast<SECStatus (*)(PRFileDesc*, SSLRecordWriteCallback, void*)>(
          psm_raw_SSL_GetExperimentalAPI("SSL_RecordLayerWriteCallback"));
  if (set_record_writer != nullptr) set_record_writer(&connection->moved, nullptr, nullptr);
  CloseNssHalf(connection, kQuietMethods);
  EndRelease(connection);
}

PRStatus CloseGated(PRFileDesc* fd) {
  if (fd->higher != nullptr) {  // as NSS's own layer
    PR_SetError(PR_BAD_DESCRIPTOR_ERROR, 0);
    return PR_FAILURE;
  }
  TlsConnection* const connection = ConnectionOf(fd);
  connection->closing = fd;
  {
    const GateEntry entry(kClose, connection->generation);
    if (entry.refusal() == GateRefusal::kForked) {
      TakeNssLayerOut(connection);  // and leave it: it belongs to the parent
      return CloseBelow(fd);
    }
    if (!entry.ok()) {
      Registry::Orphan(&connection->node);
      const uint8_t fate = connection->fate.fetch_or(kClosed, std::memory_order_acq_rel);
      if ((fate & kReleased) == 0) return PR_SUCCESS;  // the owner closes it
    } else if (Registry::Remove(&connection->node)) {
      TakeNssLayerOut(connection);
      CloseNssHalf(connection, kSendingMethods);  // may block: a drain can still wake it
      Unlink(connection);
    }
  }
  delete connection;
  return CloseBelow(fd);
}

// Ours for a descriptor that is about to have an NSS half. Null: the error is set.
PRFileDesc* NewLayer() {
  if (!tls_sessions::AddUser()) return nullptr;
  PRFileDesc* const layer = PR_CreateIOLayerStub(LayerIdentity(), &kGatedMethods);
  if (layer == nullptr) tls_sessions::RemoveUser();
  return layer;
}

// `fd` has NSS's layer on top; `layer` is put above it.
TlsConnection* Push(const PreventionLock& lock, PRFileDesc* fd, PRFileDesc* layer,
                    const char* label) {
  auto* const connection = new TlsConnection;
  layer->secret = reinterpret_cast<PRFilePrivate*>(connection);
  PR_PushIOLayer(fd, PR_TOP_IO_LAYER, layer);
  connection->tls = PR_GetIdentitiesLayer(fd, LayerIdentity())->lower;
  connection->bottom = PR_GetIdentitiesLayer(connection->tls, PR_NSPR_IO_LAYER);
  connection->generation = lock.generation();
  connection->node.object = connection;
  connection->node.release = Release;
  connection->node.type = "TLS descriptor";
  connection->node.label = label;
  Registry::Add(lock, &connection->node);
  Link(connection);
  return connection;
}

// ---- Servers that must not resume ----

void ForbidResumption(TlsConnection* connection, PRFileDesc* fd) {
  connection->must_not_resume.store(true, std::memory_order_relaxed);
  psm_raw_SSL_OptionSet(fd, SSL_NO_CACHE, PR_TRUE);
  psm_raw_SSL_OptionSet(fd, SSL_ENABLE_SESSION_TICKETS, PR_FALSE);
}

// NSS copied `source`'s options and certificates into `fd`.
void InheritResumption(PRFileDesc* fd, const TlsConnection* source) {
  TlsConnection* const connection = FindConnection(fd);
  if (connection == nullptr || source == nullptr) return;
  if (source->must_not_resume.load(std::memory_order_relaxed)) ForbidResumption(connection, fd);
}

// `fd` was given a server's certificate.
void JudgeServer(PRFileDesc* fd) {
  TlsConnection* const connection = FindConnection(fd);
  if (connection == nullptr) return;
  if (!tls_sessions::MayServersResume(connection->generation)) ForbidResumption(connection, fd);
}

PRFileDesc* AcceptGated(PRFileDesc* fd, PRNetAddr* address, PRIntervalTime timeout) {
  TlsConnection* const listener = ConnectionOf(fd);
  const uint32_t wakes = listener->wakes;
  absl::StatusOr<PreventionLock> lock = PreventionLock::AcquireFor(listener->generation, kAccept);
  if (!lock.ok()) return AcceptRefused(fd, address, timeout);
  PRFileDesc* const accepted = fd->lower->methods->accept(fd->lower, address, timeout);
  if (accepted == nullptr) {
    return wakes != g_wakes ? AcceptRefused(fd, address, timeout) : nullptr;
  }
  PRFileDesc* const layer = NewLayer();
  if (layer == nullptr) {
    const PRErrorCode error = PR_GetError();
    PR_Close(accepted);
    PR_SetError(error, 0);
    return nullptr;
  }
  Push(*lock, accepted, layer, kAccept)->hooks.InheritFrom(listener->hooks);
  InheritResumption(accepted, listener);
  return accepted;
}

PRInt32 AcceptReadGated(PRFileDesc* fd, PRFileDesc** accepted, PRNetAddr** address, void* buffer,
                        PRInt32 amount, PRIntervalTime timeout) {
  GateEntry entry(kAcceptRead, ConnectionOf(fd)->generation);
  if (!entry.ok()) return NotLive<PRInt32>();
  return PR_EmulateAcceptRead(fd, accepted, address, buffer, amount, timeout);
}

PRFileDesc* Import(decltype(::psm_raw_SSL_ImportFD)* import, PRFileDesc* model, PRFileDesc* fd,
                   const char* label) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(label);
  if (!lock.ok()) {
    PR_SetError(SEC_ERROR_NOT_INITIALIZED, 0);
    return nullptr;
  }
  // First, so that nothing fails once NSS's layer is on.
  PRFileDesc* const layer = NewLayer();
  if (layer == nullptr) return nullptr;
  if (import(model, fd) == nullptr) {
    layer->dtor(layer);
    tls_sessions::RemoveUser();
    return nullptr;
  }
  TlsConnection* const connection = Push(*lock, fd, layer, label);
  TlsConnection* const source = FindConnection(model);
  if (source != nullptr) connection->hooks.InheritFrom(source->hooks);
  InheritResumption(fd, source);
  return fd;
}

}  // namespace

DrainReport DrainWithTls(absl::Duration deadline) {
  const bool was_open = GateControl::is_open();
  absl::Duration step = std::min(deadline / 2, kFirstStep);
  absl::Duration waited;
  int late_wakes = 0;
  bool woken = false;
  DrainReport report;
  for (;;) {
    const absl::Duration left = deadline - waited;
    report = GateControl::Drain(woken ? left : std::min(left, step));
    waited += report.waited;
    late_wakes += report.late_wakes;
    if (report.result != DrainResult::kDeadline || waited >= deadline) break;
    if (!woken && std::any_of(report.holders.begin(), report.holders.end(), IsInTls)) {
      WakeAll();
      woken = true;
    }
    step = std::min(step * 2, kLongestStep);
  }
  // As after a single drain that got no fence.
  if (report.result == DrainResult::kNoBarrier && was_open) GateControl::Resume().IgnoreError();
  report.waited = waited;
  report.late_wakes = late_wakes;
  for (GateHolder& holder : report.holders) holder.held_at_least = waited;
  return report;
}

size_t LeakAllWithTls() {
  const size_t leaked = Registry::LeakAll();
  for (;;) {
    TlsConnection* connection;
    {
      MutexLock hold(&g_mu);
      connection = g_connections;
      if (connection == nullptr) return leaked;
      UnlinkLocked(connection);
    }
    ShutDown(connection);
    TakeNssLayerOut(connection);
    tls_sessions::RemoveUser();
    EndRelease(connection);
  }
}

TlsHookSet& HooksOfTlsFd(PRFileDesc* fd) {
  TlsConnection* const connection = FindConnection(fd);
  if (connection != nullptr) return connection->hooks;
  static TlsHookSet* const immortal = new TlsHookSet;
  return *immortal;
}

PRFileDesc* ApplicationTlsFd(PRFileDesc* fd) {
  if (fd->higher != nullptr && fd->higher->identity == LayerIdentity()) return fd->higher;
  if (fd->lower != nullptr && fd->lower->methods == &kSendingMethods) {
    return ConnectionOf(fd->lower)->closing;
  }
  return fd;
}

}  // namespace psm

extern "C" {

PSM_EXPORT PRFileDesc* psm_special_SSL_ImportFD(PRFileDesc* model, PRFileDesc* fd) {
  return psm::Import(psm_raw_SSL_ImportFD, model, fd, "SSL_ImportFD");
}

PSM_EXPORT PRFileDesc* psm_special_DTLS_ImportFD(PRFileDesc* model, PRFileDesc* fd) {
  return psm::Import(psm_raw_DTLS_ImportFD, model, fd, "DTLS_ImportFD");
}

PSM_EXPORT PRFileDesc* psm_special_SSL_ReconfigFD(PRFileDesc* model, PRFileDesc* fd) {
  PRFileDesc* const changed = psm_raw_SSL_ReconfigFD(model, fd);
  psm::TlsConnection* const source = psm::FindConnection(model);
  // NSS may have copied some callbacks before it failed.
  if (source != nullptr) psm::HooksOfTlsFd(fd).InheritFrom(source->hooks);
  psm::InheritResumption(fd, source);
  return changed;
}

PSM_EXPORT SECStatus psm_special_SSL_ConfigServerCert(PRFileDesc* fd, CERTCertificate* certificate,
                                                      SECKEYPrivateKey* key,
                                                      const SSLExtraServerCertData* extra,
                                                      unsigned int extra_size) {
  const SECStatus done = psm_raw_SSL_ConfigServerCert(fd, certificate, key, extra, extra_size);
  psm::JudgeServer(fd);
  return done;
}

PSM_EXPORT SECStatus psm_special_SSL_ConfigSecureServer(PRFileDesc* fd,
                                                        CERTCertificate* certificate,
                                                        SECKEYPrivateKey* key, SSLKEAType kea) {
  const SECStatus done = psm_raw_SSL_ConfigSecureServer(fd, certificate, key, kea);
  psm::JudgeServer(fd);
  return done;
}

PSM_EXPORT SECStatus psm_special_SSL_ConfigSecureServerWithCertChain(
    PRFileDesc* fd, CERTCertificate* certificate, const CERTCertificateList* chain,
    SECKEYPrivateKey* key, SSLKEAType kea) {
  const SECStatus done =
      psm_raw_SSL_ConfigSecureServerWithCertChain(fd, certificate, chain, key, kea);
  psm::JudgeServer(fd);
  return done;
}

PSM_EXPORT SECStatus psm_special_SSL_OptionSet(PRFileDesc* fd, PRInt32 option, PRIntn on) {
  const SECStatus done = psm_raw_SSL_OptionSet(fd, option, on);
  psm::InheritResumption(fd, psm::FindConnection(fd));
  return done;
}

}  // extern "C"
