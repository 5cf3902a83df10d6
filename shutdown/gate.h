// The gate: proof that NSS is live before a call and stays live until the call is done. This is the
// callers' side; the owner's side (open, drain, close) is gate_control.h. There is one gate in a
// process, as there is one NSS.
//
//   GateEntry entry("ListCertificates");
//   if (!entry.ok()) return GateStatus(entry.refusal(), "ListCertificates");
//   ... NSS cannot go down, and the profile cannot change, until `entry` is destroyed ...
//
// State
//   gate word  generation << 2 | mode, alone on a page that the kernel wipes in a forked child
//              (MADV_WIPEONFORK). 0 = never opened, or a forked child. Modes: 0 closed, 1 open
//              (asymmetric), 2 open (seq_cst fallback).
//   slot       one for each thread, 384 bytes, never unmapped: state = seq << 30 | inside << 15 |
//              depth, label, tid, prompt count. depth counts the entries that were published,
//              inside those that were then let through.
//
// Enter: depth + 1, compiler fence, load the word, label, inside + 1. Leave: depth - 1, inside - 1
// and seq + 1 in one store, compiler fence, load the word. No locked instruction and no shared-line
// write: the drain pays for both sides with membarrier(2).
//
// Invariants (tests and tests/model/gate.pml cite these numbers)
//   I1   Only its owner thread writes a slot's state and label.
//   I2   Slots are never unmapped; a slot's memory is always a slot.
//   I3   The generation changes only after a drain that returned kOk.
//   I4   NSS goes down, or a profile's slot is closed, only after kOk. Every other outcome leaves
//        NSS up.
//   I5   After the drain's heavy fence, an entry that the scan missed reads "closed" and backs out:
//        its publishing store was either before the fence, and is visible to the scan, or its load
//        of the word is after it.
//   I6   The wake in leave is a release read-modify-write that follows the store of the state.
//   I7   A nested entry of the same generation passes while its outer entry runs, also during a
//        drain; one of another generation never does. An outer entry counts once it was let
//        through, not when it was published: a signal handler may interrupt an entry that is about
//        to be refused.
//   I8   In mode 2 leave has no store-load barrier, so its drain polls with a time-out.
//   I9   The gate stays closed until the next initialise has finished, not merely until evaporation
//        ended.
//   I10  A thread that is itself inside and asks for a drain is told so at once; it never
//        deadlocks.
//
// Thread rule: any thread, also from thread_local, pthread-key and NSPR destructors. From a signal
// handler: yes, since the first entry of a thread (its attach) takes no lock and calls only mmap
// and pthread_setspecific (which allocates only if the process had made 32 pthread keys before
// GateControl::Prepare). An entry belongs to the thread that made it. A thread must not end by a
// raw exit system call while inside: its slot would be a holder for ever.
//
// How it fails: ok() is false and refusal() says why. Nothing waits, nothing is allocated from the
// heap, errno is kept.
//
// This header includes no standard library header but <stdint.h>: every wrapped NSS call includes
// it, and <atomic> alone costs each translation unit more compile time than all the wrappers.
//
// Sources: membarrier(2), madvise(2); measurements in docs/design.md.

#ifndef SHUTDOWN_GATE_H_
#define SHUTDOWN_GATE_H_

#include <stdint.h>

#include "shutdown/export.h"

// The tests build this library once more for each guard, with that guard removed, to show that they
// notice. A shipped build has no mutant; see tests/stress/BUILD.gn.
#ifndef PSM_GATE_MUTANT
#define PSM_GATE_MUTANT PSM_GATE_MUTANT_NONE
#endif
#define PSM_GATE_MUTANT_NONE 0
#define PSM_GATE_MUTANT_NO_HEAVY_FENCE 1
#define PSM_GATE_MUTANT_NO_WAKE_CHECK 2
#define PSM_GATE_MUTANT_PLAIN_STORE_WAKE 3
#define PSM_GATE_MUTANT_NESTED_REFUSED 4
#define PSM_GATE_MUTANT_FALLBACK_WITHOUT_POLLING 5

namespace psm {

// Counts the profiles that NSS was opened for; it is the gate's epoch. 0 is no generation.
using ProfileGeneration = uint64_t;

enum class GateRefusal : uint8_t {
  kNone,     // inside
  kNotOpen,  // no profile was ever opened
  kClosed,   // a drain is on, or NSS is down
  kStale,    // the object belongs to an earlier profile
  kForked,   // a forked child: NSS belongs to the parent
  kNoSlot,   // the kernel had no memory for this thread's slot
};

struct RegistryCell;

namespace gate_internal {

inline constexpr uint64_t kModeMask = 3;
inline constexpr uint64_t kClosed = 0;
inline constexpr uint64_t kAsymmetric = 1;
inline constexpr uint64_t kSeqCst = 2;
// Packed so that what leave adds fits an immediate operand: on some CPUs an add to memory from a
// register misses the fast store forwarding (2.9 against 1.3 ns for enter and leave).
inline constexpr uint64_t kDepthMask = 0x7FFF;
inline constexpr uint64_t kInsideOne = 0x8000;
inline constexpr uint64_t kInsideMask = 0x3FFF8000;
inline constexpr uint64_t kSeqOne = 0x40000000;

inline constexpr int kSlotCounts = 32;

struct alignas(128) Slot {
  uint64_t state;      // seq << 30 | inside << 15 | depth. Written by the owner thread only (I1).
  const char* label;   // what the innermost entry is; static storage
  int32_t tid;         // the owner; 0 when the slot is free
  uint32_t prompts;    // open user prompts, written by the owner thread only
  uint32_t next_free;  // free list, as index + 1
  uint32_t exited;     // its thread ended while inside

  // The registry's, for the owner thread, and after it for the next one.
  uint64_t registry_clock;   // the newest stamp that the thread knows of
  RegistryCell* cells;       // free ones at hand
  RegistryCell* more_cells;  // a full batch, or null
  uint32_t cell_count;       // of `cells`

  // Counters of the layer above, written by the owner thread only. A later owner goes on where the
  // one before it stopped: only the sum over all slots means something.
  int64_t counts[kSlotCounts];
};

struct alignas(4096) Page {
  uint64_t word;
};

// Initial-exec: no __tls_get_addr, and only 8 bytes of the static TLS block, so that dlopen works.
extern PSM_EXPORT __thread Slot* t_slot __attribute__((tls_model("initial-exec")));
extern PSM_EXPORT Page g_page;

// Two plain words, so that it travels in registers; with a union g++ keeps it in memory.
struct Entered {
  Slot* slot;        // null: refused
  uintptr_t detail;  // the outer entry's label when inside, the GateRefusal when refused
};

inline Entered Inside(Slot* slot, const char* outer_label) {
  return {slot, reinterpret_cast<uintptr_t>(outer_label)};
}
inline Entered Refused(GateRefusal refusal) { return {nullptr, static_cast<uintptr_t>(refusal)}; }

// `generation` 0 means the current one.
PSM_EXPORT Entered EnterSlow(const char* label, ProfileGeneration generation) noexcept;
PSM_EXPORT void LeaveSlow() noexcept;

// The sum of counts[counter] of all slots.
PSM_EXPORT int64_t SumOverSlots(int counter) noexcept;

inline void CompilerFence() { __atomic_signal_fence(__ATOMIC_SEQ_CST); }

// Publishes an entry; the caller then looks at the word, and either confirms or backs out. A signal
// handler may come between any two of these steps: it leaves depth and inside as it found them.
inline uint64_t Publish(Slot* slot) {
  const uint64_t state = __atomic_load_n(&slot->state, __ATOMIC_RELAXED) + 1;
  __atomic_store_n(&slot->state, state, __ATOMIC_RELAXED);
  CompilerFence();
  return state;
}

// Returns the outer entry's label.
inline const char* Confirm(Slot* slot, uint64_t state, const char* label) {
  const char* outer = __atomic_load_n(&slot->label, __ATOMIC_RELAXED);
  __atomic_store_n(&slot->label, label, __ATOMIC_RELAXED);
  __atomic_store_n(&slot->state, state + kInsideOne, __ATOMIC_RELAXED);
  return outer;
}

inline void Lower(Slot* slot, uint64_t by) {
  __atomic_store_n(&slot->state, __atomic_load_n(&slot->state, __ATOMIC_RELAXED) + kSeqOne - by,
                   __ATOMIC_RELEASE);
  CompilerFence();
}

inline void Leave(Slot* slot, const char* outer_label) {
  __atomic_store_n(&slot->label, outer_label, __ATOMIC_RELAXED);
  Lower(slot, kInsideOne + 1);
#if PSM_GATE_MUTANT != PSM_GATE_MUTANT_NO_WAKE_CHECK
  const uint64_t word = __atomic_load_n(&g_page.word, __ATOMIC_RELAXED);
  if (__builtin_expect((word & kModeMask) == kClosed, 0)) LeaveSlow();
#endif
}

// Ends an entry that was published and not confirmed. A drain that may have counted it gets its
// wake, unless the word is still `seen`: then the caller goes on to the slow path, which publishes
// once more.
inline void BackOut(Slot* slot, uint64_t seen) {
  Lower(slot, 1);
#if PSM_GATE_MUTANT != PSM_GATE_MUTANT_NO_WAKE_CHECK
  if (__atomic_load_n(&g_page.word, __ATOMIC_RELAXED) != seen) LeaveSlow();
#else
  (void)seen;
#endif
}

// In mode 2 and during a drain the fast path's compare fails and the slow path decides.
inline Entered Enter(const char* label) {
  Slot* slot = t_slot;
  if (__builtin_expect(slot != nullptr, 1)) {
    const uint64_t state = Publish(slot);
    const uint64_t word = __atomic_load_n(&g_page.word, __ATOMIC_ACQUIRE);
    if (__builtin_expect((word & kAsymmetric) != 0, 1)) {  // one bit: no other mode has it
      return Inside(slot, Confirm(slot, state, label));
    }
    BackOut(slot, word);
  }
  return EnterSlow(label, 0);
}

inline Entered Enter(const char* label, ProfileGeneration generation) {
  Slot* slot = t_slot;
  if (__builtin_expect(slot != nullptr, 1)) {
    const uint64_t open_word = generation << 2 | kAsymmetric;
    const uint64_t state = Publish(slot);
    const uint64_t word = __atomic_load_n(&g_page.word, __ATOMIC_ACQUIRE);
    if (__builtin_expect(word == open_word, 1)) {
      return Inside(slot, Confirm(slot, state, label));
    }
    BackOut(slot, word);
  }
  return EnterSlow(label, generation);
}

}  // namespace gate_internal

// g++ 12 takes an empty std::optional of an entry for one whose destructor might run.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

// One entry of the calling thread. Entries nest. `label` must have static storage; it names the
// holder in drain reports.
class GateEntry {
 public:
  explicit GateEntry(const char* label) : in_(gate_internal::Enter(label)) {}

  // Enters only if `generation` is still the live one.
  GateEntry(const char* label, ProfileGeneration generation)
      : in_(gate_internal::Enter(label, generation)) {}

  GateEntry(GateEntry&& other) noexcept : in_(other.in_) {
    other.in_ = gate_internal::Refused(GateRefusal::kNone);
  }
  GateEntry(const GateEntry&) = delete;
  GateEntry& operator=(const GateEntry&) = delete;
  GateEntry& operator=(GateEntry&&) = delete;

  // Inlined also where an exception would unwind: one call with `this` there would keep the entry
  // in memory on every path.
  __attribute__((always_inline)) ~GateEntry() {
    if (ok()) gate_internal::Leave(in_.slot, reinterpret_cast<const char*>(in_.detail));
  }

  bool ok() const { return in_.slot != nullptr; }
  GateRefusal refusal() const {
    return ok() ? GateRefusal::kNone : static_cast<GateRefusal>(in_.detail);
  }

  // The generation that this entry proves live. Only when ok().
  ProfileGeneration generation() const {
    // Cannot change while the entry lives (I3).
    return __atomic_load_n(&gate_internal::g_page.word, __ATOMIC_RELAXED) >> 2;
  }

 private:
  gate_internal::Entered in_;
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

// True in a child of fork(), _Fork() or a raw clone() without CLONE_VM, once a profile was ever
// opened. Sticky.
PSM_EXPORT bool InForkedChild();

// True while a drain waits for holders. Long waits inside an entry (a prompt, a poll) end when this
// turns true.
PSM_EXPORT bool GateIsClosing();

}  // namespace psm

#endif  // SHUTDOWN_GATE_H_
