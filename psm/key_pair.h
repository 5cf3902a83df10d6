// Key pairs that are stored whole or not at all. Not public: KeyService and Pkcs12 store with it.
//
//   absl::StatusOr<SessionPair> pair = GenerateSessionPair(slot, mechanism, parameters, operation);
//   absl::StatusOr<UniquePrivateKey> key = StorePair(lock, *pair, "label", operation);
//
// PK11_GenerateKeyPair on a token stores a private key without an id, then a public key, then gives
// both their id: 7 or 8 commits with the label, and a process that dies between them leaves a key
// that nothing finds. Here the pair first exists for the session, with its id, so that the id can
// be written down before anything is stored. Then the public half is stored, and last the private
// one with its id, its label and all else in one commit: the moment from which there is a pair. A
// cut before it leaves at most a public key that serves nobody, to be removed by its id.
//
// What is stored has the attributes of what PK11_GenerateKeyPair stores, but CKA_ALWAYS_SENSITIVE
// (false for a private key) and CKA_NEVER_EXTRACTABLE (absent from a public key).
//
// Thread rule: any thread, inside the gate.

#ifndef PSM_KEY_PAIR_H_
#define PSM_KEY_PAIR_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "shutdown/prevention_lock.h"

namespace psm {

struct SessionPair {
  UniquePrivateKey private_key;
  UniquePublicKey public_key;
};

// A pair for this session in `slot`. RSA takes its time, which no other thread waits for.
absl::StatusOr<SessionPair> GenerateSessionPair(PK11SlotInfo* slot, CK_MECHANISM_TYPE mechanism,
                                                void* parameters, absl::string_view operation);

// Stores a pair whose private half is in the slot that is to have it, durably. After an error
// nothing is stored, or what could not be removed again is removed later.
absl::StatusOr<UniquePrivateKey> StorePair(const PreventionLock& lock, const SessionPair& pair,
                                           const std::string& label, absl::string_view operation);

// The same in a DatabaseWrite of the caller's, which has announced it. After an error as much as
// was stored is there.
absl::StatusOr<UniquePrivateKey> StoreHalves(const SessionPair& pair, const std::string& label,
                                             absl::string_view operation);

// The stored private key of this id, or null. NSS itself may find a key of the session that has it.
absl::StatusOr<UniquePrivateKey> FindStoredKey(PK11SlotInfo* slot, const std::string& id);

// Removes both halves of a stored pair, durably. NotFound if it is gone already.
absl::Status DeletePair(const PreventionLock& lock, SECKEYPrivateKey* key);

// In a DatabaseWrite, and again as often as wanted: both halves are gone after it; both are there,
// or none if there is no private one.
absl::Status RemovePair(PK11SlotInfo* slot, const std::string& id);
absl::Status CompletePair(PK11SlotInfo* slot, const std::string& id);

}  // namespace psm

#endif  // PSM_KEY_PAIR_H_
