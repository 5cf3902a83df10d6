// TLS descriptors behind the gate. PR_Read on a TLS descriptor enters NSS without an NSS name, so
// SSL_ImportFD, DTLS_ImportFD and accepting push an NSPR layer of ours on top of NSS's. The
// application's pointer stays what it was, and SSL_ functions find NSS's layer below ours.
//
//   fd = nss::SSL_ImportFD(nullptr, tcp);    // psm_special_SSL_ImportFD
//   PR_Read(fd, buffer, sizeof buffer);      // enters the gate as "PR_Read on TLS"
//
//   the profile is   methods                   PR_Poll      PR_Close
//   live             NSS's                     NSS's        close_notify, then closes
//   draining         NSS's for a thread that   PR_POLL_ERR  succeeds at once; the owner closes it
//                    is inside; else refused                with the others
//   gone             refused                   PR_POLL_ERR  closes the bare socket
//   the parent's     refused                   PR_POLL_ERR  closes the child's copy, and sends
//   (forked child)                                          nothing
//
// Refused is -1 or null with SEC_ERROR_NOT_INITIALIZED; nothing is sent or received. A descriptor
// belongs to the profile it was made under, and stays refused under the next one; SSL_ functions
// then find no TLS in it (PR_BAD_DESCRIPTOR_ERROR).
//
// What a drain does (DrainWithTls). Most calls are over within its first 2 ms. When it still waits
// and one of those it waits for is in TLS, the socket of every TLS connection is shut down, which
// ends what blocks in it; that call, and all later ones, fail as above, so that a cut connection
// never reads as an orderly end. If the drain is then given up after all, they stay cut. When
// nobody is inside, NSS's half of each descriptor is closed with the other tracked objects, newest
// first, so none that shook hands is alive at NSS_Shutdown; threads in PR_Poll are woken. The
// application's half, its PRFileDesc, lives until its own PR_Close.
//
// Non-blocking sockets are recommended: PR_Poll waits outside the gate, so a drain cuts nothing
// short. A blocking call holds the gate until the socket is shut down. A bottom layer that is not a
// socket of NSPR's cannot be shut down: its methods must not block.
//
// The session caches of libssl: tls_sessions.h.
//
// libssl keeps the keys of its session tickets for as long as NSS is up. Where the profile changes
// and NSS stays, a server would take up a session that the earlier profile's server had begun, with
// whatever that had found out about the client. So only the servers of one profile resume sessions
// while NSS is up: the first that has any. Those of later ones have SSL_NO_CACHE on and
// SSL_ENABLE_SESSION_TICKETS off, whatever is asked for, from SSL_ConfigServerCert on; every
// connection is then a full handshake.
//
// A client's sessions in libssl's own cache are cleared at each change. A token that the
// application took from SSL_SetResumptionTokenCallback is its own to forget.
//
// Each descriptor is an object of shutdown/registry.h, so that reports of what pins NSS name it.
//
// Thread rule: as NSPR's, any thread, but no use of a descriptor beside or after its PR_Close.
// PR_Close itself may run beside a drain.
//
// Sources: prio.h (layers exchange contents, so that the top's address stays); Bugzilla 807250
// (NSS finds its own layer anew at each call, so it may be moved).

#ifndef NSS_GLUE_TLS_LAYER_H_
#define NSS_GLUE_TLS_LAYER_H_

#include <stddef.h>

#include "absl/time/time.h"
#include "shutdown/export.h"
#include "shutdown/gate_control.h"

struct PRFileDesc;

namespace psm {

class TlsHookSet;

// GateControl::Drain, which moreover ends what blocks in a TLS descriptor. For the owner.
PSM_EXPORT DrainReport DrainWithTls(absl::Duration deadline);

// Registry::LeakAll, after which no NSS function reaches the NSS half of a descriptor either. For
// the owner, with the gate drained.
PSM_EXPORT size_t LeakAllWithTls();

// For tls_hooks.cc: what the callbacks of `fd` refer to. A descriptor without our layer, made by
// code that goes round the gate, shares one set that lives for ever.
TlsHookSet& HooksOfTlsFd(PRFileDesc* fd);

// For tls_hooks.cc: the descriptor as the application knows it, for `fd` as NSS passes it to a
// callback.
PRFileDesc* ApplicationTlsFd(PRFileDesc* fd);

}  // namespace psm

#endif  // NSS_GLUE_TLS_LAYER_H_
