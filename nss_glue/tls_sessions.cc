#include "nss_glue/tls_sessions.h"

#include <prerror.h>
#include <secerr.h>
#include <secport.h>

#include <atomic>
#include <optional>
#include <string>
#include <tuple>

#include "nss_glue/generated/raw.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

// Of one server's cache.
struct Configuration {
  bool shared = false;
  PRUint32 timeout = 0;
  std::optional<std::string> folder;
  int sessions = 0;
  int certificates = -1;
  int names = -1;

  auto Key() const { return std::tie(shared, timeout, folder, sessions, certificates, names); }
  SECStatus Apply() const {
    return psm_raw_SSL_ConfigServerSessionIDCacheWithOpt(
        0, timeout, folder.has_value() ? folder->c_str() : nullptr, sessions, certificates, names,
        shared ? PR_TRUE : PR_FALSE);
  }
};

// The least that libssl takes.
Configuration Smallest() {
  Configuration smallest;
  smallest.sessions = 1;
  smallest.names = 0;
  return smallest;
}

// libssl's state, as far as our calls made it.
struct Caches {
  int users = 0;           // descriptors
  bool locks = false;      // its locks are made, "early"
  bool open = false;       // it has a server's cache
  bool wanted = false;     // the server configured that one and has not shut it down
  bool inherited = false;  // that one is another process's
  // It looks into its cache at every handshake of a server, from the first configuration to the end
  // of the process. So: looks_up && users > 0 implies open.
  bool looks_up = false;
  bool multi_process = false;  // it had a shared or an inherited one, so it inherits no more
  Configuration last = Smallest();
};

std::atomic<ProfileGeneration> g_resuming{0};  // 0: no server has resumed yet

Mutex g_mu;
Caches g_caches PSM_GUARDED_BY(g_mu);

void MakeLocks() PSM_REQUIRES(g_mu) {
  if (g_caches.locks) return;
  const PRErrorCode error = PORT_GetError();
  // Makes them first, and then refuses the negative size.
  psm_raw_SSL_ConfigServerSessionIDCacheWithOpt(0, 0, nullptr, -1, -1, -1, PR_FALSE);
  PORT_SetError(error);
  g_caches.locks = true;
}

// Frees the keys of sessions too. Does nothing to libssl that has nothing.
void Close() PSM_REQUIRES(g_mu) {
  psm_raw_SSL_ShutdownServerSessionIDCache();
  g_caches.locks = g_caches.open = g_caches.wanted = g_caches.inherited = false;
}

// False: the error is set.
bool OpenAgain() PSM_REQUIRES(g_mu) {
  if (g_caches.looks_up && !g_caches.open) {
    g_caches.open = g_caches.last.Apply() == SECSuccess || Smallest().Apply() == SECSuccess;
    return g_caches.open;
  }
  return true;
}

SECStatus Fail(PRErrorCode error) {
  PORT_SetError(error);
  return SECFailure;
}

// One that was opened again makes room. False: it is wanted, or in use.
bool MakeRoom() PSM_REQUIRES(g_mu) {
  if (!g_caches.open) return true;
  if (g_caches.wanted || g_caches.users > 0) return false;
  Close();
  return true;
}

SECStatus Configure(const Configuration& wish) {
  MutexLock hold(&g_mu);
  const bool already =
      g_caches.open && !g_caches.inherited &&
      (g_caches.wanted ? g_caches.last.shared == wish.shared : g_caches.last.Key() == wish.Key());
  if (already) {  // libssl would do nothing either
    g_caches.wanted = true;
    return SECSuccess;
  }
  if (!MakeRoom()) return Fail(SEC_ERROR_BUSY);
  MakeLocks();
  g_caches.multi_process |= wish.shared;
  if (wish.Apply() == SECSuccess) {
    g_caches.open = g_caches.wanted = g_caches.looks_up = true;
    g_caches.last = wish;
    return SECSuccess;
  }
  // A shared one may be open although libssl could not tell other processes of it.
  const PRErrorCode error = PORT_GetError();
  if (wish.shared) {
    g_caches.open = g_caches.looks_up = true;
    if (g_caches.users == 0) Close();
  }
  return Fail(error);
}

SECStatus Inherit(const char* from) {
  MutexLock hold(&g_mu);
  if (g_caches.wanted && (g_caches.inherited || g_caches.last.shared)) {
    return psm_raw_SSL_InheritMPServerSIDCache(from);  // which only notes that it is inherited
  }
  if (g_caches.multi_process) return Fail(PR_INVALID_STATE_ERROR);
  if (!MakeRoom()) return Fail(SEC_ERROR_BUSY);
  MakeLocks();
  g_caches.looks_up = true;
  g_caches.last = Smallest();
  if (psm_raw_SSL_InheritMPServerSIDCache(from) == SECSuccess) {
    g_caches.open = g_caches.wanted = g_caches.inherited = g_caches.multi_process = true;
    return SECSuccess;
  }
  const PRErrorCode error = PORT_GetError();
  return g_caches.users == 0 || OpenAgain() ? Fail(error) : SECFailure;
}

SECStatus ShutDownServerCache() {
  MutexLock hold(&g_mu);
  if (g_caches.users > 0) return Fail(SEC_ERROR_BUSY);
  Close();
  MakeLocks();  // code that goes round the gate may still use the client's cache
  return SECSuccess;
}

void ClearClientCache() {
  MutexLock hold(&g_mu);
  MakeLocks();
  psm_raw_SSL_ClearSessionCache();
}

std::optional<std::string> Folder(const char* folder) {
  if (folder == nullptr) return std::nullopt;
  return folder;
}

}  // namespace

bool tls_sessions::AddUser() {
  MutexLock hold(&g_mu);
  MakeLocks();
  if (!OpenAgain()) return false;
  ++g_caches.users;
  return true;
}

void tls_sessions::RemoveUser() {
  MutexLock hold(&g_mu);
  --g_caches.users;
}

void tls_sessions::Purge() {
  ClearClientCache();
  MutexLock hold(&g_mu);
  Close();
  MakeLocks();
}

bool tls_sessions::MayServersResume(ProfileGeneration generation) {
  ProfileGeneration resuming = 0;
  return g_resuming.compare_exchange_strong(resuming, generation) || resuming == generation;
}

void tls_sessions::FreeServerState() {
  g_resuming.store(0, std::memory_order_relaxed);
  MutexLock hold(&g_mu);
  Close();  // and no new locks: NSS_Shutdown would fail over them if other code made its own
}

}  // namespace psm

extern "C" {

PSM_EXPORT SECStatus psm_special_SSL_ConfigServerSessionIDCache(int sessions,
                                                                PRUint32 /*ssl2_timeout*/,
                                                                PRUint32 timeout,
                                                                const char* folder) {
  return psm::Configure({false, timeout, psm::Folder(folder), sessions, -1, -1});
}

PSM_EXPORT SECStatus psm_special_SSL_ConfigMPServerSIDCache(int sessions, PRUint32 /*ssl2_timeout*/,
                                                            PRUint32 timeout, const char* folder) {
  return psm::Configure({true, timeout, psm::Folder(folder), sessions, -1, -1});
}

PSM_EXPORT SECStatus psm_special_SSL_ConfigServerSessionIDCacheWithOpt(
    PRUint32 /*ssl2_timeout*/, PRUint32 timeout, const char* folder, int sessions, int certificates,
    int names, PRBool shared) {
  return psm::Configure(
      {shared != PR_FALSE, timeout, psm::Folder(folder), sessions, certificates, names});
}

PSM_EXPORT SECStatus psm_special_SSL_InheritMPServerSIDCache(const char* from) {
  return psm::Inherit(from);
}

PSM_EXPORT SECStatus psm_special_SSL_ShutdownServerSessionIDCache() {
  return psm::ShutDownServerCache();
}

PSM_EXPORT void psm_special_SSL_ClearSessionCache() { psm::ClearClientCache(); }

}  // extern "C"
