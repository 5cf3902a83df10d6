// What it costs to keep a list of the live objects, beside a hash set under a mutex (the way of
// Gecko).
//
//   churn/WAY/PATTERN/threads:N   one registration and one unregistration, with 1,000 other objects
//   registered.
//                                 scoped: the object goes at once. window: it goes after 64 others
//                                 of its thread came.
//   evaporate/WAY/COUNT           releasing everything; per_object_ns is the median by the object
// Our way has a gate entry, a time stamp, a type and a label for each object, and keeps their
// order; the sets have none.

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/time/time.h"
#include "shutdown/gate_control.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/registry.h"
#include "shutdown/tracked.h"
#include "tests/benchmark/support.h"

namespace psm {
namespace benchmarking {
namespace {

constexpr int kOthers = 1000;
constexpr size_t kWindow = 64;

// Stands for an NSS object; releasing it touches it, as any release would.
struct Object {
  uint64_t released = 0;
};

void Release(Object* object) { ++object->released; }

}  // namespace
}  // namespace benchmarking

template <>
struct TrackedTraits<benchmarking::Object> {
  static constexpr char kType[] = "Object";
  static void Release(benchmarking::Object* object) { benchmarking::Release(object); }
};

namespace benchmarking {
namespace {

struct TrackedWay {
  using Handle = Tracked<Object>;
  static void Register(const PreventionLock& lock, Object* object, std::optional<Handle>& handle) {
    handle.emplace(lock, object, "registry_benchmark");
  }
};

template <typename Set>
struct SetWay {
  class Handle {
   public:
    explicit Handle(Object* object) : object_(object) {
      const std::lock_guard<std::mutex> hold(mu);
      live.insert(object);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
      {
        const std::lock_guard<std::mutex> hold(mu);
        live.erase(object_);
      }
      Release(object_);
    }

   private:
    Object* const object_;
  };
  static void Register(const PreventionLock&, Object* object, std::optional<Handle>& handle) {
    handle.emplace(object);
  }

  alignas(128) static inline std::mutex mu;
  static inline Set live;
};

using UnorderedWay = SetWay<std::unordered_set<void*>>;
using FlatWay = SetWay<absl::flat_hash_set<void*>>;

PreventionLock Lock() {
  auto lock = PreventionLock::Acquire("registry_benchmark");
  Require(lock.ok(), "PreventionLock::Acquire");
  return *std::move(lock);
}

// Registered for as long as the churn cases run.
template <typename Way>
struct Others {
  Others() {
    const PreventionLock lock = Lock();
    for (int i = 0; i < kOthers; ++i) Way::Register(lock, &objects[i], handles[i]);
  }
  Object objects[kOthers];
  std::optional<typename Way::Handle> handles[kOthers];
};

template <typename Way>
void Scoped(benchmark::State& state) {
  static const Others<Way>* const others = new Others<Way>;
  benchmark::DoNotOptimize(others);
  const PreventionLock lock = Lock();
  MeasuredThread measured(state);
  Object object;
  for (auto _ : state) {
    std::optional<typename Way::Handle> handle;
    Way::Register(lock, &object, handle);
  }
}

template <typename Way>
void Window(benchmark::State& state) {
  static const Others<Way>* const others = new Others<Way>;
  benchmark::DoNotOptimize(others);
  const PreventionLock lock = Lock();
  MeasuredThread measured(state);
  auto objects = std::make_unique<Object[]>(kWindow);
  std::vector<std::optional<typename Way::Handle>> handles(kWindow);
  size_t i = 0;
  for (auto _ : state) {
    handles[i].reset();
    Way::Register(lock, &objects[i], handles[i]);
    i = (i + 1) % kWindow;
  }
}

template <typename Way>
void RegisterChurn(const char* way) {
  const std::string name = std::string("churn/") + way;
  benchmark::RegisterBenchmark((name + "/scoped").c_str(), Scoped<Way>)->Threads(1)->Threads(2);
  benchmark::RegisterBenchmark((name + "/window").c_str(), Window<Way>)->Threads(1)->Threads(2);
}

void ReportPerObject(benchmark::State& state, EventTimes& times) {
  times.Report(state);
  state.counters["per_object_ns"] =
      state.counters["median_ns"].value / static_cast<double>(state.range(0));
}

void EvaporateTracked(benchmark::State& state) {
  const auto count = static_cast<size_t>(state.range(0));
  std::vector<Object> objects(count);
  EventTimes times;
  for (auto _ : state) {
    std::vector<Tracked<Object>> handles;
    handles.reserve(count);
    {
      const PreventionLock lock = Lock();
      for (Object& object : objects) handles.emplace_back(lock, &object, "registry_benchmark");
    }
    Require(GateControl::Drain(absl::Seconds(10)).result == DrainResult::kOk, "Drain");
    {
      const GateOwnerScope owner("registry_benchmark");
      const int64_t start = NowNs();
      const size_t released = Registry::Evaporate().released;
      times.Add(state, NowNs() - start);
      Require(released == count, "Evaporate");
    }
    Require(GateControl::Open().ok(), "Open");
  }
  ReportPerObject(state, times);
}

template <typename Set>
void ClearSet(benchmark::State& state) {
  const auto count = static_cast<size_t>(state.range(0));
  std::vector<Object> objects(count);
  EventTimes times;
  for (auto _ : state) {
    Set live;
    for (Object& object : objects) live.insert(&object);
    const int64_t start = NowNs();
    for (void* object : live) Release(static_cast<Object*>(object));
    live.clear();
    times.Add(state, NowNs() - start);
  }
  ReportPerObject(state, times);
}

void RegisterEvaporation(const char* way, void (*function)(benchmark::State&)) {
  for (int64_t count = 1; count <= 1000000; count *= 10) {
    benchmark::RegisterBenchmark((std::string("evaporate/") + way).c_str(), function)
        ->Arg(count)
        ->Iterations(std::clamp<int64_t>(100000 / count, 1, 201))
        ->UseManualTime();
  }
}

}  // namespace
}  // namespace benchmarking
}  // namespace psm

int main(int argc, char** argv) {
  using namespace psm::benchmarking;  // NOLINT(google-build-using-namespace)
  TakeOptionsAndOpen(&argc, argv);
  RegisterSpin();
  // First, while nothing else is registered.
  RegisterEvaporation("tracked", EvaporateTracked);
  RegisterEvaporation("unordered_set", ClearSet<std::unordered_set<void*>>);
  RegisterEvaporation("flat_hash_set", ClearSet<absl::flat_hash_set<void*>>);
  RegisterChurn<TrackedWay>("tracked");
  RegisterChurn<UnorderedWay>("unordered_set");
  RegisterChurn<FlatWay>("flat_hash_set");
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
