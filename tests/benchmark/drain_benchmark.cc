// How long the owner waits at the gate: a drain with idle threads, with busy ones, and from the
// last leave to the return.
//
// Every figure is the median_ns counter; the Time column is a mean. A drain scans as many slots as
// there ever were threads at once (the slots counter), so the cases run in the order of their size
// and mean little in another one.

#include <unistd.h>

#include <atomic>
#include <vector>

#include "absl/time/time.h"
#include "shutdown/gate.h"
#include "shutdown/gate_control.h"
#include "tests/benchmark/support.h"

namespace psm::benchmarking {
namespace {

constexpr int kDrains = 201;
constexpr int kLeaves = 31;

// Threads that entered the gate once and then sleep.
class IdleThreads {
 public:
  explicit IdleThreads(int count) {
    Require(pipe(pipe_) == 0, "pipe");
    for (int i = 0; i < count; ++i) threads_.push_back(StartSmallThread(Run, this));
    while (ready_ != count) usleep(1000);
  }
  ~IdleThreads() {
    close(pipe_[1]);  // ends every read
    for (pthread_t thread : threads_) pthread_join(thread, nullptr);
    close(pipe_[0]);
  }
  IdleThreads(const IdleThreads&) = delete;
  IdleThreads& operator=(const IdleThreads&) = delete;

 private:
  static void* Run(void* argument) {
    auto* self = static_cast<IdleThreads*>(argument);
    { Require(GateEntry("idle").ok(), "GateEntry"); }
    ++self->ready_;
    char byte;
    while (read(self->pipe_[0], &byte, 1) > 0) {
    }
    return nullptr;
  }

  int pipe_[2];
  std::atomic<int> ready_{0};
  std::vector<pthread_t> threads_;
};

// Threads that make calls of about 2 us, and look again after 50 us when they are refused.
class BusyThreads {
 public:
  explicit BusyThreads(int count) {
    for (int i = 0; i < count; ++i) threads_.push_back(StartSmallThread(Run, this));
    while (ready_ != count) usleep(1000);
  }
  ~BusyThreads() {
    stop_ = true;
    for (pthread_t thread : threads_) pthread_join(thread, nullptr);
  }
  BusyThreads(const BusyThreads&) = delete;
  BusyThreads& operator=(const BusyThreads&) = delete;

 private:
  static void* Run(void* argument) {
    auto* self = static_cast<BusyThreads*>(argument);
    ++self->ready_;
    while (!self->stop_.load(std::memory_order_relaxed)) {
      GateEntry entry("busy");
      if (!entry.ok()) {
        usleep(50);
        continue;
      }
      const int64_t until = NowNs() + 2000;
      while (NowNs() < until) {
      }
    }
    return nullptr;
  }

  std::atomic<int> ready_{0};
  std::atomic<bool> stop_{false};
  std::vector<pthread_t> threads_;
};

// Waits `pause_us` before each drain.
void DrainAndOpen(benchmark::State& state, int pause_us) {
  EventTimes times;
  for (auto _ : state) {
    if (pause_us != 0) usleep(pause_us);
    const int64_t start = NowNs();
    const DrainResult result = GateControl::Drain(absl::Seconds(10)).result;
    times.Add(state, NowNs() - start);
    Require(result == DrainResult::kOk, "Drain");
    Require(GateControl::Open().ok(), "Open");
  }
  times.Report(state);
  state.counters["slots"] = static_cast<double>(GateControl::SlotHighWater());
}

void Idle(benchmark::State& state) {
  IdleThreads threads(static_cast<int>(state.range(0)));
  DrainAndOpen(state, 0);
}

void Busy(benchmark::State& state) {
  BusyThreads threads(static_cast<int>(state.range(0)));
  DrainAndOpen(state, 1000);  // so that those the last drain refused are back
}

// One holder leaves 3 ms after the drain began; the time from its leave to the drain's return.
void LeaveToReturn(benchmark::State& state) {
  struct Holder {
    std::atomic<bool> inside{false};
    std::atomic<int64_t> left{0};
  };
  EventTimes times;
  for (auto _ : state) {
    Holder holder;
    const pthread_t thread = StartSmallThread(
        [](void* argument) -> void* {
          auto* self = static_cast<Holder*>(argument);
          GateEntry entry("holder");
          Require(entry.ok(), "GateEntry");
          self->inside = true;
          while (!GateIsClosing()) usleep(100);
          usleep(3000);
          self->left = NowNs();
          return nullptr;
        },
        &holder);
    while (!holder.inside) usleep(100);
    const DrainResult result = GateControl::Drain(absl::Seconds(10)).result;
    times.Add(state, NowNs() - holder.left);
    Require(result == DrainResult::kOk, "Drain");
    pthread_join(thread, nullptr);
    Require(GateControl::Open().ok(), "Open");
  }
  times.Report(state);
}

void AddCase(const char* name, void (*function)(benchmark::State&), int threads) {
  benchmark::RegisterBenchmark(name, function)->Arg(threads)->Iterations(kDrains)->UseManualTime();
}

}  // namespace
}  // namespace psm::benchmarking

int main(int argc, char** argv) {
  using namespace psm::benchmarking;  // NOLINT(google-build-using-namespace)
  TakeOptionsAndOpen(&argc, argv);
  RegisterSpin();
  AddCase("drain/idle", Idle, 1);
  AddCase("drain/busy", Busy, 1);
  benchmark::RegisterBenchmark("drain/leave_to_return", LeaveToReturn)
      ->Iterations(kLeaves)
      ->UseManualTime();
  AddCase("drain/busy", Busy, 8);
  for (int threads : {10, 100, 1000, 10000}) AddCase("drain/idle", Idle, threads);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
