// References to NSS objects that gated code holds, counted where a wrapper hands one out or takes
// one back: what pins NSS, also in code that never heard of Tracked<T>. Which function does what
// is in tools/gen_shim/references.toml; the report is reference_report.h.
//
//   PK11SlotInfo* slot = psm_raw_PK11_GetInternalKeySlot();  // in the wrapper, inside the gate
//   psm::nss_call::Gave(psm::ReferenceKind::kSlot, slot);
//
// Each thread counts in a block of its own, with plain stores: no locked instruction, and no line
// that another thread writes. A thread may release what another obtained, so one block's count
// can be negative and only the sum means something. Blocks are never unmapped; a later thread
// goes on where the one before it stopped.
//
// Guarantees
//   1. With the gate drained the sum is exact: a wrapper counts before it leaves the gate.
//   2. A count is never lost: without memory for a block it goes to a shared one.
//
// Thread rule: any thread, also from thread_local, pthread-key and NSPR destructors; a thread
// that counts in the very last pass of its destructors leaves a block behind, which stays in the
// sum. From a signal handler: yes, if it releases what it obtains, and tracing is off. In a
// forked child the counts mean nothing; nothing locks.
//
// How it fails: it does not.
//
// This header includes no standard library header but <stdint.h>: every wrapped NSS call does.

#ifndef NSS_GLUE_REFERENCES_H_
#define NSS_GLUE_REFERENCES_H_

#include <stdint.h>

#include "shutdown/export.h"

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

struct alignas(128) Block {
  int64_t counts[kReferenceKinds];  // written by the owner thread only
  uint32_t next_free;               // free list, as index + 1
};

// Initial-exec: no __tls_get_addr, and only 8 bytes of the static TLS block, so that dlopen
// works.
extern PSM_EXPORT __thread Block* t_block __attribute__((tls_model("initial-exec")));
extern PSM_EXPORT uint32_t g_tracing;  // the session of tracing; 0 = off

// A thread's first, and all of them while sites are traced.
PSM_EXPORT void CountSlow(ReferenceKind kind, const void* object, int by) noexcept;

inline void Count(ReferenceKind kind, const void* object, int by) {
  if (object == nullptr) return;
  Block* block = t_block;
  if (__builtin_expect(block == nullptr || __atomic_load_n(&g_tracing, __ATOMIC_RELAXED) != 0, 0)) {
    CountSlow(kind, object, by);
    return;
  }
  int64_t* count = &block->counts[static_cast<int>(kind)];
  __atomic_store_n(count, __atomic_load_n(count, __ATOMIC_RELAXED) + by, __ATOMIC_RELAXED);
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
