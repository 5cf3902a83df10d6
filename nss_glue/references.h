// References to NSS objects that gated code holds, counted where a wrapper hands one out or takes
// one back: what pins NSS, also in code that never heard of Tracked<T>. Which function does what
// is in tools/gen_shim/references.toml; the report is reference_report.h.
//
//   PK11SlotInfo* slot = psm_raw_PK11_GetInternalKeySlot();  // in the wrapper, inside the gate
//   psm::nss_call::Gave(psm::ReferenceKind::kSlot, slot);
//
// Each thread counts in its slot of the gate, with plain stores: no locked instruction, and no line
// that another thread writes. A thread may release what another obtained, so the count in one slot
// can be negative and only the sum means something. Slots are never unmapped; a later thread goes
// on where the one before it stopped.
//
// Guarantees
//   1. With the gate drained the sum is exact: a wrapper counts before it leaves the gate.
//   2. A count is never lost: of a thread without a slot it goes to a shared one (a release while
//      the gate never opened, or without memory for a slot).
//
// Thread rule: any thread, also from thread_local, pthread-key and NSPR destructors. From a signal
// handler: yes, if it releases what it obtains, and tracing is off. In a forked child the counts
// mean nothing; nothing locks.
//
// How it fails: it does not.
//
// This header includes no standard library header but <stdint.h>: every wrapped NSS call does.

#ifndef NSS_GLUE_REFERENCES_H_
#define NSS_GLUE_REFERENCES_H_

#include <stdint.h>

#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

// Those of references.toml, in its order.
enum class ReferenceKind : uint8_t {
  kCertificate,
  kCertificateList,
  kPrivateKey,
  kPrivateKeyList,
  kPublicKey,
  kPublicKeyList,
  kSymKey,
  kSlot,
  kSlotList,
  kSlotListElement,
  kContext,
  kModule,
  kGenericObject,
  kCrl,
  kHashContext,
  kSignContext,
  kVerifyContext,
  kHpkeContext,
  kCmsMessage,
  kCmsDecoder,
  kCmsEncoder,
  kCmsDigestContext,
  kPkcs7Content,
  kPkcs7Decoder,
  kPkcs7Encoder,
  kPkcs12Export,
  kPkcs12Decoder,
  kOcspResponse,
  kTlsAead,
  kTlsMask,
  kTlsAntiReplay,
};
inline constexpr int kReferenceKinds = static_cast<int>(ReferenceKind::kTlsAntiReplay) + 1;

namespace references_internal {

extern PSM_EXPORT uint32_t g_tracing;  // the session of tracing; 0 = off

// Of a thread without a slot, and all of them while sites are traced.
PSM_EXPORT void CountSlow(ReferenceKind kind, const void* object, int by) noexcept;

inline void AddInSlot(gate_internal::Slot* slot, ReferenceKind kind, int by) {
  int64_t* count = &slot->counts[static_cast<int>(kind)];
  __atomic_store_n(count, __atomic_load_n(count, __ATOMIC_RELAXED) + by, __ATOMIC_RELAXED);
}

inline void Count(ReferenceKind kind, const void* object, int by) {
  if (object == nullptr) return;
  gate_internal::Slot* slot = gate_internal::t_slot;
  if (__builtin_expect(slot == nullptr || __atomic_load_n(&g_tracing, __ATOMIC_RELAXED) != 0, 0)) {
    CountSlow(kind, object, by);
    return;
  }
  AddInSlot(slot, kind, by);
}

}  // namespace references_internal

namespace nss_call {

// The caller of the wrapper now holds one more reference to `object`, or one less. Null: nothing.
// Took comes before the release, so that the object is not yet somebody else's.
inline void Gave(ReferenceKind kind, const void* object) {
  references_internal::Count(kind, object, 1);
}
inline void Took(ReferenceKind kind, const void* object) {
  references_internal::Count(kind, object, -1);
}
// An object that was made or found: such a call is never cheap, so its site is kept small.
inline void GaveNew(ReferenceKind kind, const void* object) {
  if (object != nullptr) references_internal::CountSlow(kind, object, 1);
}

}  // namespace nss_call
}  // namespace psm

#endif  // NSS_GLUE_REFERENCES_H_
