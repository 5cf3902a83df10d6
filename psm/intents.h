// What an operation that was cut off left pending (nss_glue/intent_journal.h) is made true, or
// nothing of it is left. The manager hands SettleIntent to DatabaseWrite, which calls it when a
// profile was opened, after a log-in, and before the next write.
//
// Each function may be done again at any time, and prompts for nothing.
//
// Thread rule: inside the gate, in a DatabaseWrite.
// How it fails: Unauthenticated, it needs a log-in; otherwise as the operation itself.

#ifndef PSM_INTENTS_H_
#define PSM_INTENTS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "nss_glue/database_write.h"
#include "nss_glue/nss.h"
#include "shutdown/prevention_lock.h"

namespace psm {

absl::Status SettleIntent(const PreventionLock& lock, const Intent& intent);

namespace intents {

// certificate_database.cc
absl::Status Store(const PreventionLock& lock, PK11SlotInfo* slot, const Intent& intent);
absl::Status SetTrust(const PreventionLock& lock, PK11SlotInfo* slot, const Intent& intent);
absl::Status RemoveCertificate(PK11SlotInfo* slot, const std::string& der);

// secret_decoder_ring.cc
absl::Status NameSecretKey(PK11SlotInfo* slot, const std::string& id);

}  // namespace intents
}  // namespace psm

#endif  // PSM_INTENTS_H_
