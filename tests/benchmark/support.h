// What the benchmark programs share: their start, pinning, the mark of a disturbed round, medians,
// and the spin calibration.

#ifndef TESTS_BENCHMARK_SUPPORT_H_
#define TESTS_BENCHMARK_SUPPORT_H_

#include <benchmark/benchmark.h>
#include <pthread.h>
#include <sched.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "absl/time/time.h"
#include "shutdown/gate_control.h"

namespace psm::benchmarking {

inline int64_t NowNs() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

inline void Require(bool ok, const char* what) {
  if (ok) return;
  std::fprintf(stderr, "benchmark: %s failed\n", what);
  std::abort();
}

// Keeps thread i of a round with several threads on CPU i (modulo the CPUs there are), and counts
// how often it was preempted. Two threads that share a core measure no contention at all, so
// unpinned rounds would flatter every lock.
class MeasuredThread {
 public:
  explicit MeasuredThread(benchmark::State& state) : state_(state) {
    CPU_ZERO(&before_);
    if (state.threads() > 1 && sched_getaffinity(0, sizeof before_, &before_) == 0) {
      int skip = state.thread_index() % CPU_COUNT(&before_);
      int cpu = 0;
      while (!CPU_ISSET(cpu, &before_) || skip-- > 0) ++cpu;
      cpu_set_t one;
      CPU_ZERO(&one);
      CPU_SET(cpu, &one);
      sched_setaffinity(0, sizeof one, &one);
    }
    preempted_ = Preemptions();
  }
  ~MeasuredThread() {
    state_.counters["preempted"] = static_cast<double>(Preemptions() - preempted_);
    if (CPU_COUNT(&before_) != 0) sched_setaffinity(0, sizeof before_, &before_);
  }
  MeasuredThread(const MeasuredThread&) = delete;
  MeasuredThread& operator=(const MeasuredThread&) = delete;

 private:
  static int64_t Preemptions() {
    rusage usage;
    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_nivcsw;
  }

  benchmark::State& state_;
  cpu_set_t before_;
  int64_t preempted_;
};

// Times single events. A mean of events would be the mean of the scheduler's mood, so the median is
// what is reported.
class EventTimes {
 public:
  void Add(benchmark::State& state, int64_t ns) {
    state.SetIterationTime(static_cast<double>(ns) * 1e-9);
    ns_.push_back(ns);
  }
  void Report(benchmark::State& state) {
    if (ns_.empty()) return;
    std::sort(ns_.begin(), ns_.end());
    state.counters["median_ns"] = static_cast<double>(ns_[ns_.size() / 2]);
    state.counters["p90_ns"] = static_cast<double>(ns_[ns_.size() * 9 / 10]);
    state.counters["max_ns"] = static_cast<double>(ns_.back());
  }

 private:
  std::vector<int64_t> ns_;
};

// Runs in registers only: with two cores free, two threads take as long as one.
inline void Spin(benchmark::State& state) {
  MeasuredThread measured(state);
  uint64_t x = state.thread_index() + 1;
  for (auto _ : state) {
    for (int i = 0; i < 100; ++i) x = x * 6364136223846793005u + 1442695040888963407u;
    benchmark::DoNotOptimize(x);
  }
}

inline void RegisterSpin() {
  benchmark::RegisterBenchmark("calibration/spin", Spin)->Threads(1)->Threads(2);
}

// A thread with the smallest stack there is, so that ten thousand of them fit.
inline pthread_t StartSmallThread(void* (*body)(void*), void* argument) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 64 * 1024);
  pthread_t thread;
  Require(pthread_create(&thread, &attributes, body, argument) == 0, "pthread_create");
  pthread_attr_destroy(&attributes);
  return thread;
}

// First thing in main(); leaves the program where an option is unknown.
inline void TakeOptions(int* argc, char** argv) {
  benchmark::Initialize(argc, argv);
  if (benchmark::ReportUnrecognizedArguments(*argc, argv)) std::exit(2);
}

// The same for a program that owns the gate: `initialise` runs as the owner, then the gate opens.
inline void TakeOptionsAndOpen(
    int* argc, char** argv, void (*initialise)() = [] {}) {
  GateControl::Prepare();
  TakeOptions(argc, argv);
  Require(GateControl::AdvanceGeneration().ok(), "AdvanceGeneration");
  {
    const GateOwnerScope owner("benchmark");
    initialise();
  }
  Require(GateControl::Open().ok(), "Open");
}

// Its end: the gate drained, and then `shut_down` as the owner.
inline void DrainAndClose(void (*shut_down)()) {
  Require(GateControl::Drain(absl::Seconds(5)).result == DrainResult::kOk, "Drain");
  const GateOwnerScope owner("benchmark");
  shut_down();
}

}  // namespace psm::benchmarking

#endif  // TESTS_BENCHMARK_SUPPORT_H_
