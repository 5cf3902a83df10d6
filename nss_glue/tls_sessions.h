// libssl's session caches behind the gate: the client's, and the one that a server configures. Both
// are kept by the process, not by NSS, and libssl crashes when they are configured and shut down in
// an order it did not think of. The wrapped functions keep the order.
//
//   nss::SSL_ConfigServerSessionIDCache(0, 0, 0, nullptr);   // psm_special_...
//   ...                                                      // serve, change profiles, serve
//   nss::SSL_ShutdownServerSessionIDCache();                 // with no TLS descriptor left
//
// What bare NSS 3.87 does wrong, and what is done here:
//
//   order of calls                          bare NSS                here
//   client's cache used, Config, Shutdown,  calls PZ_Lock(NULL)     libssl's locks are made once,
//   client's cache used                                             as Config would, before all
//                                                                   else
//   client's cache used, Config,            NSS_Shutdown fails,     the same
//   NSS_Shutdown                            and two locks leak
//   Config, Shutdown, serve TLS 1.2         divides by zero         the next descriptor has the
//                                                                   cache configured again, as it
//                                                                   was
//   Shutdown beside a TLS descriptor        uses freed memory       SEC_ERROR_BUSY
//   Config, then ConfigMP or Inherit        crashes, or leaks       SEC_ERROR_BUSY
//   ConfigMP, ConfigMP, Shutdown            its poller crashes      the second does nothing, as a
//                                                                   second Config
//   Inherit after a Shutdown                succeeds, and           PR_INVALID_STATE_ERROR
//                                           inherits nothing
//
// Config is each of SSL_ConfigServerSessionIDCache(WithOpt), ConfigMP is SSL_ConfigMPServerSIDCache
// or the other with enableMPCache, Inherit is SSL_InheritMPServerSIDCache. What is refused fails
// with SECFailure and changes nothing.
//
// Not guarded, since a server may make its descriptors first and configure its cache then: one that
// never configures a cache and serves TLS 1.2 without SSL_NO_CACHE divides by zero, as in bare NSS.
//
// At a profile change the owner empties both caches (Purge); what a server configured is configured
// again, empty, when the next TLS descriptor is made. A Config in between may give other
// parameters; one that follows and gives other parameters finds descriptors in use: SEC_ERROR_BUSY.
// A cache that was inherited from another process is not inherited again: a small one of this
// process takes its place. Tickets are not in a cache: tls_layer.h says who may resume by them.
//
// Thread rule: any thread. A mutex of its own, held round libssl's calls; taken inside the gate or,
// by the owner, while it is closed.
//
// Sources: NSS 3.87, lib/ssl/sslnonce.c (lockOnce against LocksInitializedEarly), sslsnce.c
// (globalCache, ssl_sid_lookup, isMultiProcess).

#ifndef NSS_GLUE_TLS_SESSIONS_H_
#define NSS_GLUE_TLS_SESSIONS_H_

#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm::tls_sessions {

// For tls_layer.cc: a descriptor is about to be made, and its NSS half is gone. False, and the
// error is set: a cache could not be configured again, so there must be no descriptor.
bool AddUser();
void RemoveUser();

// For the owner, with the gate drained and all descriptors released. Empties both caches.
PSM_EXPORT void Purge();

// The same for the server's, right before NSS_Shutdown, which its keys would make fail. From then
// on the servers of whatever profile is next may resume.
PSM_EXPORT void FreeServerState();

// Whether servers of this profile may resume sessions: the first that asks after FreeServerState.
bool MayServersResume(ProfileGeneration generation);

}  // namespace psm::tls_sessions

#endif  // NSS_GLUE_TLS_SESSIONS_H_
