// Readers go in and out of the gate while a drainer takes "NSS" down and up as fast as it can.
//
//   gate_stress [--seconds=S] [--threads=N] [--mode=asym|seqcst] [--paced] [--until-failure]
//
// What it watches
//   down     a reader that is inside while NSS is down, or under another generation than its entry
//   says    (I3, I4, I5) nested   a nested entry that is refused (I7) missed   a drain that reaches
//   its deadline although every reader leaves within microseconds            (I6, I8) late     a
//   drain that a leave did not wake; in the asymmetric mode there is no such thing (I6)
// "NSS is up" and its generation are plain memory, so ThreadSanitizer sees any access that the gate
// does not order.
//
// --paced: a reader enters once for each time that the gate is opened. Otherwise its next try,
// which is refused, wakes the drain that its leave did not.
//
// Leaves with 0 when all is well, 1 after a violation, 2 when it does not know an option.
// --until-failure stops at the first violation; S then is how long to look for one.

#include <pthread.h>
#include <sched.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "shutdown/gate.h"
#include "shutdown/gate_control.h"

namespace {

using psm::DrainResult;
using psm::GateControl;
using psm::GateEntry;

constexpr absl::Duration kDeadline = absl::Seconds(8);  // a loaded machine stalls for 2

// What the gate guards.
struct Nss {
  bool up;
  psm::ProfileGeneration generation;
};
alignas(128) volatile Nss g_nss;

alignas(128) std::atomic<bool> g_stop;
std::atomic<long> g_down, g_nested, g_missed, g_late, g_drains, g_entries;
alignas(128) std::atomic<unsigned> g_opened;
bool g_until_failure;
bool g_paced;

void Violation(std::atomic<long>& kind) {
  ++kind;
  if (g_until_failure) g_stop = true;
}

// In mode 2 a leave may find the gate open that is being closed: polling is what its drain relies
// on (I8). In the asymmetric mode a reader may leave just as a poll runs out, when it and the
// drainer were kept off their CPUs that long; a leave that wakes nobody makes dozens of these in a
// second.
bool TooManyLate(absl::Duration time) {
  return GateControl::fence() == psm::GateFence::kMembarrier &&
         g_late > 10 + 2 * absl::ToDoubleSeconds(time);
}

void PinTo(long cpu) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu % sysconf(_SC_NPROCESSORS_ONLN), &set);
  pthread_setaffinity_np(pthread_self(), sizeof set, &set);
}

void Use(const GateEntry& entry) {
  if (!g_nss.up || g_nss.generation != entry.generation()) Violation(g_down);
}

// Stores that miss every cache keep the store of a leave that follows them waiting, while its load
// of the word does not wait: the widest window that a processor offers for taking the two in the
// wrong order.
class SlowStores {
 public:
  SlowStores() : lines_(kLines * 64) {}
  void Issue(int count) {
    for (int i = 0; i < count; ++i) {
      where_ = where_ * 6364136223846793005 + 1442695040888963407;
      const_cast<volatile char&>(lines_[(where_ >> 40) % kLines * 64]) = 1;
    }
  }

 private:
  static constexpr size_t kLines = size_t{1} << 20;
  std::vector<char> lines_;
  uint64_t where_ = 1;
};

void Spin(absl::Duration time) {
  const absl::Time end = absl::Now() + time;
  while (absl::Now() < end) {
  }
}

// Most bodies are tiny, so that the drain often falls between an entry's store and its load; a few
// make it wait.
void Read(int index) {
  PinTo(index + 1);
  SlowStores slow_stores;
  long entries = 0;
  unsigned opened = 0;
  for (unsigned n = 0; !g_stop.load(std::memory_order_relaxed); ++n) {
    if (g_paced) {
      const unsigned now = g_opened.load(std::memory_order_relaxed);
      if (now == opened) continue;
      opened = now;
    }
    GateEntry outer("outer");
    if (!outer.ok()) continue;
    ++entries;
    Use(outer);
    if (n % 2048 == 0) Spin(absl::Microseconds(5));
    if (n % 4 != 0) {
      if (g_paced) slow_stores.Issue(24);
      continue;
    }
    GateEntry inner("inner");
    if (!inner.ok()) {
      Violation(g_nested);
      continue;
    }
    GateEntry innermost("innermost", outer.generation());
    if (!innermost.ok()) {
      Violation(g_nested);
      continue;
    }
    Use(innermost);
  }
  g_entries += entries;
}

void TakeDownAndUp() {
  {
    psm::GateOwnerScope owner("down");
    g_nss.up = false;
  }
  if (!GateControl::AdvanceGeneration().ok()) std::abort();
  {
    psm::GateOwnerScope owner("up");
    g_nss.generation = GateControl::generation();
    g_nss.up = true;
  }
  if (!GateControl::Open().ok()) std::abort();
}

void DrainAgainAndAgain(absl::Duration time) {
  PinTo(0);
  const absl::Time start = absl::Now();
  while (!g_stop && absl::Now() < start + time) {
    if (g_paced) {
      const unsigned opened = ++g_opened;
      for (unsigned i = opened * 7 % 512; i != 0; --i) (void)g_stop.load();
    }
    const psm::DrainReport report = GateControl::Drain(kDeadline);
    ++g_drains;
    g_late += report.late_wakes;
    if (g_until_failure && TooManyLate(absl::Now() - start)) break;
    if (report.waited >= kDeadline) Violation(g_missed);  // also when it then found everybody gone
    if (report.result == DrainResult::kOk) {
      TakeDownAndUp();
    } else {
      std::fprintf(stderr, "%s\n", psm::ToStatus(report).ToString().c_str());
      if (!GateControl::Resume().ok()) std::abort();
    }
  }
  g_stop = true;
}

}  // namespace

int main(int argc, char** argv) {
  double seconds = 5;
  int threads = 2;
  bool seq_cst = false;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option.rfind("--seconds=", 0) == 0) {
      seconds = std::atof(option.c_str() + 10);
    } else if (option.rfind("--threads=", 0) == 0) {
      threads = std::atoi(option.c_str() + 10);
    } else if (option == "--mode=asym" || option == "--mode=seqcst") {
      seq_cst = option == "--mode=seqcst";
    } else if (option == "--paced") {
      g_paced = true;
    } else if (option == "--until-failure") {
      g_until_failure = true;
    } else {
      std::fprintf(stderr, "gate_stress: %s?\n", argv[i]);
      return 2;
    }
  }
  GateControl::Prepare({/*force_seq_cst=*/seq_cst});
  if (!seq_cst && GateControl::fence() != psm::GateFence::kMembarrier) {
    std::fprintf(stderr, "gate_stress: this kernel has no membarrier\n");
    return 2;
  }
  if (!GateControl::AdvanceGeneration().ok()) std::abort();
  g_nss.generation = 1;
  g_nss.up = true;
  if (!GateControl::Open().ok()) std::abort();

  std::vector<std::thread> readers;
  for (int i = 0; i < threads; ++i) readers.emplace_back(Read, i);
  const absl::Time start = absl::Now();
  DrainAgainAndAgain(absl::Seconds(seconds));
  const double took = absl::ToDoubleSeconds(absl::Now() - start);
  for (std::thread& reader : readers) reader.join();

  const bool bad =
      g_down != 0 || g_nested != 0 || g_missed != 0 || TooManyLate(absl::Seconds(took));
  std::printf("%s: %.2f s, %ld drains, %ld entries; down %ld, nested %ld, missed %ld, late %ld\n",
              bad ? "VIOLATION" : "ok", took, g_drains.load(), g_entries.load(), g_down.load(),
              g_nested.load(), g_missed.load(), g_late.load());
  return bad ? 1 : 0;
}
