#include "shutdown/gate.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shutdown/clock.h"
#include "shutdown/gate_control.h"

namespace psm {
namespace gate_internal {

__thread Slot* t_slot __attribute__((tls_model("initial-exec"))) = nullptr;
// Zero-initialised and page-aligned, hence in anonymous .bss memory, which MADV_WIPEONFORK asks
// for.
Page g_page;

namespace {

constexpr uint32_t kSlabSlots = 1024;
constexpr uint32_t kSlabs = 1024;  // a million threads at the same time
[[maybe_unused]] constexpr absl::Duration kPoll = absl::Milliseconds(10);

// The gate's memory beside the word. Plain integers, reached with atomic operations: see gate.h for
// why not <atomic>.
Slot* g_slabs[kSlabs];
uint32_t g_high_water;    // slots below it exist
uint64_t g_free_head;     // tag << 32 | index + 1
uint32_t g_wake;          // futex: bumped by a leave while a drain waits
uint32_t g_draining;      // a drain waits for wakes
uint32_t g_control_busy;  // one owner call at a time
uint32_t
    g_drained;  // nobody is inside and nobody can enter: after a drain, or before the first open
uint32_t g_ever_opened;  // survives a fork, unlike the word
bool g_seq_cst;
pthread_key_t g_exit_key;
__thread uint8_t t_exit_passes;

uint64_t Word() { return __atomic_load_n(&g_page.word, __ATOMIC_ACQUIRE); }
uint64_t DepthOf(const Slot* slot) {
  return __atomic_load_n(&slot->state, __ATOMIC_ACQUIRE) & kDepthMask;
}

Slot* SlotAt(uint32_t index) {
  return __atomic_load_n(&g_slabs[index / kSlabSlots], __ATOMIC_ACQUIRE) + index % kSlabSlots;
}

uint32_t IndexOf(const Slot* slot) {
  for (uint32_t s = 0; s < kSlabs; ++s) {
    const Slot* slab = __atomic_load_n(&g_slabs[s], __ATOMIC_ACQUIRE);
    if (slab != nullptr && slot >= slab && slot < slab + kSlabSlots) {
      return s * kSlabSlots + static_cast<uint32_t>(slot - slab);
    }
  }
  std::abort();  // not a slot: memory corruption
}

void PushFree(Slot* slot) {
  const uint64_t index = IndexOf(slot) + 1;
  uint64_t head = __atomic_load_n(&g_free_head, __ATOMIC_ACQUIRE);
  uint64_t next;
  do {
    __atomic_store_n(&slot->next_free, static_cast<uint32_t>(head), __ATOMIC_RELAXED);
    next = ((head >> 32) + 1) << 32 | index;  // the tag defeats ABA
  } while (!__atomic_compare_exchange_n(&g_free_head, &head, next, true, __ATOMIC_ACQ_REL,
                                        __ATOMIC_ACQUIRE));
}

Slot* PopFree() {
  uint64_t head = __atomic_load_n(&g_free_head, __ATOMIC_ACQUIRE);
  for (;;) {
    const auto index = static_cast<uint32_t>(head);
    if (index == 0) return nullptr;
    Slot* slot =
        SlotAt(index - 1);  // type-stable (I2): reading a slot that was taken meanwhile is harmless
    const uint64_t next =
        ((head >> 32) + 1) << 32 | __atomic_load_n(&slot->next_free, __ATOMIC_RELAXED);
    if (__atomic_compare_exchange_n(&g_free_head, &head, next, true, __ATOMIC_ACQ_REL,
                                    __ATOMIC_ACQUIRE)) {
      return slot;
    }
  }
}

// A destructor that enters the gate in the very last pass of pthread-key destructors leaves its
// slot behind; take those back before the list grows by a slab. A slot that is still inside stays:
// its call may have been cut off anywhere.
void SweepDeadThreads() {
  const pid_t pid = getpid();
  const uint32_t high = __atomic_load_n(&g_high_water, __ATOMIC_ACQUIRE);
  for (uint32_t i = 0; i < high; ++i) {
    Slot* slot = SlotAt(i);
    int32_t tid = __atomic_load_n(&slot->tid, __ATOMIC_ACQUIRE);
    if (tid == 0 || DepthOf(slot) != 0) continue;
    if (syscall(SYS_tgkill, pid, tid, 0) != 0 && errno == ESRCH &&
        __atomic_compare_exchange_n(&slot->tid, &tid, 0, false, __ATOMIC_ACQ_REL,
                                    __ATOMIC_ACQUIRE)) {
      PushFree(slot);
    }
  }
}

// Bump-allocates at the high-water mark. The slab is there before the mark covers it, so a scan
// sees only real slots.
Slot* NewSlot() {
  uint32_t index = __atomic_load_n(&g_high_water, __ATOMIC_ACQUIRE);
  for (;;) {
    if (index == kSlabs * kSlabSlots) return nullptr;
    Slot** slab = &g_slabs[index / kSlabSlots];
    if (__atomic_load_n(slab, __ATOMIC_ACQUIRE) == nullptr) {
      void* memory = mmap(nullptr, kSlabSlots * sizeof(Slot), PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (memory == MAP_FAILED) return nullptr;
      Slot* expected = nullptr;
      if (!__atomic_compare_exchange_n(slab, &expected, static_cast<Slot*>(memory), false,
                                       __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
        munmap(memory, kSlabSlots * sizeof(Slot));  // another thread was first; nobody saw ours
      }
    }
    if (__atomic_compare_exchange_n(&g_high_water, &index, index + 1, true, __ATOMIC_SEQ_CST,
                                    __ATOMIC_ACQUIRE)) {
      return SlotAt(index);
    }
  }
}

Slot* Attach() {
  Slot* slot = PopFree();
  const uint32_t high = __atomic_load_n(&g_high_water, __ATOMIC_ACQUIRE);
  if (slot == nullptr && high != 0 && high % kSlabSlots == 0) {
    SweepDeadThreads();
    slot = PopFree();
  }
  if (slot == nullptr) slot = NewSlot();
  if (slot == nullptr) return nullptr;
  __atomic_store_n(&slot->label, nullptr, __ATOMIC_RELAXED);
  __atomic_store_n(&slot->prompts, 0, __ATOMIC_RELAXED);
  __atomic_store_n(&slot->exited, 0, __ATOMIC_RELAXED);
  __atomic_store_n(&slot->tid, static_cast<int32_t>(syscall(SYS_gettid)), __ATOMIC_RELEASE);
  Slot* other = nullptr;
  if (!__atomic_compare_exchange_n(&t_slot, &other, slot, false, __ATOMIC_RELAXED,
                                   __ATOMIC_RELAXED)) {  // a signal handler attached meanwhile
    __atomic_store_n(&slot->tid, 0, __ATOMIC_RELEASE);
    PushFree(slot);
    return other;
  }
  pthread_setspecific(g_exit_key, slot);
  return slot;
}

// Other destructors may still enter the gate, so hold on to the slot until the third of the four
// passes; detaching in the last one would run after ThreadSanitizer's own state is gone.
void OnThreadExit(void* value) {
  auto* slot = static_cast<Slot*>(value);
  if (++t_exit_passes < PTHREAD_DESTRUCTOR_ITERATIONS - 1) {
    pthread_setspecific(g_exit_key, slot);
    return;
  }
  t_slot = nullptr;
  if (DepthOf(slot) != 0) {
    __atomic_store_n(&slot->exited, 1, __ATOMIC_RELEASE);  // stays a holder, and is reported as one
    return;
  }
  __atomic_store_n(&slot->tid, 0, __ATOMIC_RELEASE);
  PushFree(slot);
}

// The second line of fork detection, after MADV_WIPEONFORK. Nothing but this store happens in a
// child.
void OnForkInChild() { __atomic_store_n(&g_page.word, 0, __ATOMIC_RELEASE); }

long Membarrier(int command) { return syscall(SYS_membarrier, command, 0, 0); }

// 0, or errno when the kernel refuses both. GLOBAL costs 8-16 ms, but needs no registration.
int HeavyFence() {
#if PSM_GATE_MUTANT == PSM_GATE_MUTANT_NO_HEAVY_FENCE
  return 0;
#endif
  if (Membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED) == 0) return 0;
  if (Membarrier(MEMBARRIER_CMD_GLOBAL) == 0) return 0;
  return errno;
}

bool FutexWait(uint32_t value, absl::Duration timeout) {
  const timespec ts = absl::ToTimespec(timeout);
  return syscall(SYS_futex, &g_wake, FUTEX_WAIT_PRIVATE, value, &ts, nullptr, 0) == 0 ||
         errno != ETIMEDOUT;
}

std::string ThreadName(pid_t tid) {
  char path[64];
  std::snprintf(path, sizeof path, "/proc/self/task/%d/comm", tid);
  char name[32];
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return "";
  const ssize_t n = read(fd, name, sizeof name);
  close(fd);
  if (n <= 0) return "";
  return std::string(name, name[n - 1] == '\n' ? n - 1 : n);
}

GateHolder Describe(const Slot* slot, absl::Duration held) {
  GateHolder holder;
  holder.tid = __atomic_load_n(&slot->tid, __ATOMIC_ACQUIRE);
  holder.thread_name = ThreadName(holder.tid);
  const char* label = __atomic_load_n(&slot->label, __ATOMIC_RELAXED);
  holder.label = label == nullptr ? "" : label;
  holder.held_at_least = held;
  holder.depth = static_cast<int>(DepthOf(slot));
  holder.in_prompt = __atomic_load_n(&slot->prompts, __ATOMIC_RELAXED) != 0;
  holder.thread_exited = __atomic_load_n(&slot->exited, __ATOMIC_ACQUIRE) != 0;
  return holder;
}

// One owner call at a time; never waits.
class ControlTurn {
 public:
  ControlTurn() : mine_(__atomic_exchange_n(&g_control_busy, 1, __ATOMIC_ACQUIRE) == 0) {}
  ~ControlTurn() {
    if (mine_) __atomic_store_n(&g_control_busy, 0, __ATOMIC_RELEASE);
  }
  ControlTurn(const ControlTurn&) = delete;
  ControlTurn& operator=(const ControlTurn&) = delete;
  bool mine() const { return mine_; }

 private:
  const bool mine_;
};

uint64_t OpenMode() { return g_seq_cst ? kSeqCst : kAsymmetric; }

}  // namespace

Entered EnterSlow(const char* label, ProfileGeneration generation) noexcept {
  const int saved_errno = errno;
  if (Word() == 0) {
    return Refused(InForkedChild() ? GateRefusal::kForked : GateRefusal::kNotOpen);
  }
  Slot* slot = t_slot;
  if (slot == nullptr) slot = Attach();
  if (slot == nullptr) {
    errno = saved_errno;
    return Refused(GateRefusal::kNoSlot);
  }
  const uint64_t state = Publish(slot);
  GateRefusal refusal;
  for (uint64_t word = Word();;) {
    if (word == 0) {
      refusal = GateRefusal::kForked;
      break;
    }
    if (generation != 0 && word >> 2 != generation) {
      refusal = GateRefusal::kStale;
      break;
    }
#if PSM_GATE_MUTANT != PSM_GATE_MUTANT_NESTED_REFUSED
    if ((state & kInsideMask) != 0) {  // I7
      errno = saved_errno;
      return Inside(slot, Confirm(slot, state, label));
    }
#endif
    const uint64_t mode = word & kModeMask;
    if (mode == kClosed) {
      refusal = GateRefusal::kClosed;
      break;
    }
    if (mode == kSeqCst) {
      __atomic_exchange_n(&slot->state, state, __ATOMIC_SEQ_CST);
      const uint64_t again = __atomic_load_n(&g_page.word, __ATOMIC_SEQ_CST);
      if (again != word) {
        word = again;
        continue;
      }
    }
    errno = saved_errno;
    return Inside(slot, Confirm(slot, state, label));
  }
  BackOut(slot, ~uint64_t{0});  // no word equals this: a drain that counted us gets its wake
  errno = saved_errno;
  return Refused(refusal);
}

void LeaveSlow() noexcept {
  const uint64_t word = Word();
  if (word == 0 || (word & kModeMask) != kClosed) return;
  // Set before the word was closed, so whoever reads "closed" reads this too.
  if (__atomic_load_n(&g_draining, __ATOMIC_RELAXED) == 0) return;
  const int saved_errno = errno;
#if PSM_GATE_MUTANT == PSM_GATE_MUTANT_PLAIN_STORE_WAKE
  g_wake = g_wake + 1;
#else
  __atomic_fetch_add(&g_wake, 1, __ATOMIC_RELEASE);  // I6
#endif
  syscall(SYS_futex, &g_wake, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
  errno = saved_errno;
}

int64_t SumOverSlots(int counter) noexcept {
  int64_t sum = 0;
  const uint32_t high = __atomic_load_n(&g_high_water, __ATOMIC_ACQUIRE);
  for (uint32_t i = 0; i < high; ++i) {
    sum += __atomic_load_n(&SlotAt(i)->counts[counter], __ATOMIC_RELAXED);
  }
  return sum;
}

}  // namespace gate_internal

using namespace gate_internal;  // NOLINT(google-build-using-namespace): the other half of the same
                                // component

bool InForkedChild() {
  return Word() == 0 && __atomic_load_n(&g_ever_opened, __ATOMIC_ACQUIRE) != 0;
}

bool GateIsClosing() { return (Word() & kModeMask) == kClosed; }

GateSetup GateControl::Prepare(const GateOptions& options) {
  static const GateSetup setup = [&options] {
    GateSetup s;
    const bool registered = Membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) == 0;
    g_seq_cst = options.force_seq_cst || !registered;
    s.fence = g_seq_cst ? GateFence::kSeqCst : GateFence::kMembarrier;
    s.wipe_on_fork = madvise(&g_page, sizeof g_page, MADV_WIPEONFORK) == 0;
    pthread_atfork(nullptr, nullptr, OnForkInChild);
    if (pthread_key_create(&g_exit_key, OnThreadExit) != 0)
      std::abort();  // PTHREAD_KEYS_MAX: no thread could detach
    __atomic_store_n(&g_drained, 1, __ATOMIC_RELEASE);
    return s;
  }();
  return setup;
}

absl::Status GateControl::AdvanceGeneration() {
  Prepare();
  // Before the turn: in the child, a thread that does not exist may have it for ever.
  if (InForkedChild()) return absl::FailedPreconditionError("gate: forked child");
  const ControlTurn turn;
  if (!turn.mine()) return absl::AbortedError("gate: another thread controls it");
  if (__atomic_load_n(&g_drained, __ATOMIC_ACQUIRE) == 0) {
    return absl::FailedPreconditionError("gate: the generation changes only after a drain (I3)");
  }
  __atomic_store_n(&g_ever_opened, 1, __ATOMIC_RELEASE);
  __atomic_store_n(&g_page.word, ((Word() >> 2) + 1) << 2 | kClosed, __ATOMIC_RELEASE);
  return absl::OkStatus();
}

absl::Status GateControl::Open() {
  if (Word() == 0) return absl::FailedPreconditionError("gate: never opened, or a forked child");
  const ControlTurn turn;
  if (!turn.mine()) return absl::AbortedError("gate: another thread controls it");
  if (__atomic_load_n(&g_drained, __ATOMIC_ACQUIRE) == 0) {
    return absl::FailedPreconditionError("gate: not drained; Resume() gives up a drain");
  }
  __atomic_store_n(&g_drained, 0, __ATOMIC_RELEASE);
  __atomic_store_n(&g_page.word, (Word() & ~kModeMask) | OpenMode(), __ATOMIC_RELEASE);
  return absl::OkStatus();
}

absl::Status GateControl::Resume() {
  if (Word() == 0) return absl::FailedPreconditionError("gate: never opened, or a forked child");
  const ControlTurn turn;
  if (!turn.mine()) return absl::AbortedError("gate: another thread controls it");
  __atomic_store_n(&g_drained, 0, __ATOMIC_RELEASE);
  __atomic_store_n(&g_page.word, (Word() & ~kModeMask) | OpenMode(), __ATOMIC_RELEASE);
  return absl::OkStatus();
}

DrainReport GateControl::Drain(absl::Duration deadline) {
  const absl::Duration start = MonotonicNow();
  DrainReport report;
  auto done = [&](DrainResult result) -> DrainReport& {
    report.result = result;
    report.waited = MonotonicNow() - start;
    return report;
  };
  if (InForkedChild()) return done(DrainResult::kForked);
  if (Word() == 0) return done(DrainResult::kNotOpen);
  const ControlTurn turn;
  if (!turn.mine()) return done(DrainResult::kBusy);
  if (t_slot != nullptr && DepthOf(t_slot) != 0) {
    report.holders.push_back(Describe(t_slot, absl::ZeroDuration()));
    return done(DrainResult::kSelfInside);
  }
  if (__atomic_load_n(&g_drained, __ATOMIC_ACQUIRE) != 0) return done(DrainResult::kOk);

  const uint64_t open_word = Word();
  __atomic_store_n(&g_draining, 1, __ATOMIC_RELAXED);
  __atomic_exchange_n(&g_page.word, (open_word & ~kModeMask) | kClosed, __ATOMIC_SEQ_CST);
  if (!g_seq_cst) {
    report.error = HeavyFence();
    if (report.error != 0) {
      __atomic_store_n(&g_page.word, open_word, __ATOMIC_RELEASE);
      __atomic_store_n(&g_draining, 0, __ATOMIC_RELEASE);
      return done(DrainResult::kNoBarrier);
    }
  }

  std::vector<const Slot*> inside;
  const uint32_t high = __atomic_load_n(&g_high_water, __ATOMIC_SEQ_CST);
  for (uint32_t i = 0; i < high; ++i) {
    const Slot* slot = SlotAt(i);
    if ((__atomic_load_n(&slot->state, __ATOMIC_SEQ_CST) & kDepthMask) != 0) {
      inside.push_back(slot);
    }
  }

  // A thread that was seen outside once cannot come in again, so each slot leaves this list for
  // good.
  bool poll_ran_out = false;
  while (!inside.empty()) {
    const uint32_t wake = __atomic_load_n(&g_wake, __ATOMIC_ACQUIRE);
    const size_t before = inside.size();
    inside.erase(std::remove_if(inside.begin(), inside.end(),
                                [](const Slot* slot) { return DepthOf(slot) == 0; }),
                 inside.end());
    if (poll_ran_out && inside.size() != before) ++report.late_wakes;
    const absl::Duration left = start + deadline - MonotonicNow();
    if (inside.empty() || left <= absl::ZeroDuration()) break;
#if PSM_GATE_MUTANT == PSM_GATE_MUTANT_FALLBACK_WITHOUT_POLLING
    const absl::Duration step = left;
#else
    const absl::Duration step = std::min(left, kPoll);
#endif
    poll_ran_out = !FutexWait(wake, step);
  }
  __atomic_store_n(&g_draining, 0, __ATOMIC_RELAXED);
  if (inside.empty()) {
    __atomic_store_n(&g_drained, 1, __ATOMIC_RELEASE);
    return done(DrainResult::kOk);
  }
  for (const Slot* slot : inside) report.holders.push_back(Describe(slot, MonotonicNow() - start));
  return done(DrainResult::kDeadline);
}

ProfileGeneration GateControl::generation() { return Word() >> 2; }
bool GateControl::is_open() { return (Word() & kModeMask) != kClosed; }
GateFence GateControl::fence() { return g_seq_cst ? GateFence::kSeqCst : GateFence::kMembarrier; }
bool GateControl::InOwnerScope() {
  return __atomic_load_n(&g_drained, __ATOMIC_ACQUIRE) != 0 && t_slot != nullptr &&
         (__atomic_load_n(&t_slot->state, __ATOMIC_RELAXED) & kInsideMask) != 0;
}
size_t GateControl::SlotHighWater() { return __atomic_load_n(&g_high_water, __ATOMIC_ACQUIRE); }

GateOwnerScope::GateOwnerScope(const char* label) : slot_(t_slot), outer_label_(nullptr) {
  const uint64_t word = Word();
  if (word == 0 || (word & kModeMask) != kClosed ||
      __atomic_load_n(&g_drained, __ATOMIC_ACQUIRE) == 0) {
    std::fprintf(stderr, "psm: GateOwnerScope(%s) while the gate is not drained\n", label);
    std::abort();
  }
  if (slot_ == nullptr) slot_ = Attach();
  if (slot_ == nullptr) {
    std::fprintf(stderr, "psm: GateOwnerScope(%s): no memory for a slot\n", label);
    std::abort();
  }
  outer_label_ = Confirm(slot_, Publish(slot_), label);
}

GateOwnerScope::~GateOwnerScope() { Leave(slot_, outer_label_); }

absl::string_view DrainResultName(DrainResult result) {
  switch (result) {
    case DrainResult::kOk:
      return "ok";
    case DrainResult::kDeadline:
      return "deadline";
    case DrainResult::kSelfInside:
      return "self-inside";
    case DrainResult::kBusy:
      return "busy";
    case DrainResult::kNotOpen:
      return "not-open";
    case DrainResult::kForked:
      return "forked";
    case DrainResult::kNoBarrier:
      return "no-barrier";
  }
  return "unknown";
}

absl::Status ToStatus(const DrainReport& report) {
  auto holders = [&report] {
    return absl::StrJoin(report.holders, "; ", [](std::string* out, const GateHolder& h) {
      absl::StrAppend(out, "thread ", h.tid, " (", h.thread_name, ") in ", h.label, ", depth ",
                      h.depth, ", for at least ", absl::FormatDuration(h.held_at_least),
                      h.in_prompt ? ", in a prompt" : "", h.thread_exited ? ", thread ended" : "");
    });
  };
  switch (report.result) {
    case DrainResult::kOk:
      return absl::OkStatus();
    case DrainResult::kDeadline:
      return absl::DeadlineExceededError(absl::StrCat("drain: still inside: ", holders()));
    case DrainResult::kSelfInside:
      return absl::FailedPreconditionError(
          absl::StrCat("drain: the caller itself is inside: ", holders()));
    case DrainResult::kBusy:
      return absl::AbortedError("drain: another thread is draining");
    case DrainResult::kNotOpen:
      return absl::FailedPreconditionError("drain: the gate was never opened");
    case DrainResult::kForked:
      return absl::FailedPreconditionError("drain: forked child");
    case DrainResult::kNoBarrier:
      return absl::UnavailableError(absl::StrCat(
          "drain: membarrier was refused (errno ", report.error,
          "), so who is inside cannot be known; set security.nss.gate_fence to seq_cst at start"));
  }
  return absl::InternalError("drain: unknown result");
}

}  // namespace psm
