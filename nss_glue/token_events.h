// NSS's waits for a token, as polls that end when the gate closes. NSS's own waits have no bound,
// and would hold the gate for as long.
//
//   // A thread of the host's:
//   while (PK11SlotInfo* slot = nss::SECMOD_WaitForAnyTokenEvent(module, 0, latency)) { ... }
//   // To end it:
//   nss::SECMOD_CancelWait(module);
//
//   function                     asks the token       ends with
//   SECMOD_WaitForAnyTokenEvent  each `latency`, with the slot; null and SEC_ERROR_NO_EVENT (with
//                                CKF_DONT_BLOCK       CKF_DONT_BLOCK, or cancelled); null and the
//                                                     module's own error
//   PK11_WaitForTokenEvent       each `latency`       as NSS's
//   SECMOD_CancelWait            never                SECSuccess: the waits of the module have
//                                                     ended, or its next one ends at once
// `latency` 0 means NSS's own 5 s for PK11_WaitForTokenEvent, and anything under 10 ms means 10 ms.
//
// Each question is asked inside the gate and the sleep between two is outside it, so that a wait
// never holds up a drain; where the caller is inside by itself, the wait sees the drain within 20
// ms. A wait never lives on into the next profile.
//
// SECMOD_CancelWait of NSS is never called: where a module's C_WaitForSlotEvent is pending, it
// finalises and re-initialises the module, which drops its session objects and logins. None is ever
// pending here.
//
// SoftHSM 2.6 answers each such question with "no event"; of NSS itself only its endless wait would
// see more of it. NSS looks at the slots of every module itself, here too, where it was initialised
// with NSS_INIT_NOPK11FINALIZE.
//
// Thread rule: any thread, without the gate. NSS allows one SECMOD_WaitForAnyTokenEvent for each
// module at a time.
//
// How it fails: when NSS is not live, or a drain begins, SEC_ERROR_NOT_INITIALIZED and null,
// PK11TokenChanged (neither the answer to "insert it" nor a token that may still be used) or
// SECFailure.
//
// Sources: PKCS#11 v2.40, 5.5, C_WaitForSlotEvent and C_Finalize; NSS 3.87,
// lib/pk11wrap/pk11util.c.

#ifndef NSS_GLUE_TOKEN_EVENTS_H_
#define NSS_GLUE_TOKEN_EVENTS_H_

#include "nss_glue/generated/raw.h"
#include "shutdown/export.h"

extern "C" {
PSM_EXPORT decltype(::psm_raw_SECMOD_WaitForAnyTokenEvent) psm_special_SECMOD_WaitForAnyTokenEvent;
PSM_EXPORT decltype(::psm_raw_PK11_WaitForTokenEvent) psm_special_PK11_WaitForTokenEvent;
PSM_EXPORT decltype(::psm_raw_SECMOD_CancelWait) psm_special_SECMOD_CancelWait;
}

#endif  // NSS_GLUE_TOKEN_EVENTS_H_
