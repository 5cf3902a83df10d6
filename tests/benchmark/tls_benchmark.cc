// What the TLS layer (nss_glue/tls_layer.h) costs: single methods and a ping-pong of one byte, on
// the application's descriptor (`layer`) and on the descriptor of NSS's own layer below it (`nss`),
// of the same connection; and how long a drain takes that finds a thread blocked in TLS.
//
// The methods are those that return without a system call. The figure of a drain, from its start to
// its return, and of a ping-pong between two threads is the median_ns counter.

#include <prio.h>
#include <stdlib.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "absl/time/time.h"
#include "nss_glue/tls_layer.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "tests/benchmark/support.h"
#include "tests/shim/tls_pair.h"

namespace psm::benchmarking {
namespace {

using tls_testing::TlsPair;

constexpr int kDrains = 11;
constexpr int kRoundTrips = 1001;

PRFileDesc* Without(PRFileDesc* fd) { return fd->lower; }
PRFileDesc* With(PRFileDesc* fd) { return fd; }
using Choose = PRFileDesc* (*)(PRFileDesc*);

void Method(benchmark::State& state, Choose choose, void (*call)(PRFileDesc*)) {
  TlsPair pair;
  pair.Handshake();
  tls_testing::SetBlocking(pair.client(), false);
  PRFileDesc* const fd = choose(pair.client());
  for (auto _ : state) call(fd);
}

void Exchange(PRFileDesc* from, PRFileDesc* to) {
  char byte = 'x';
  Require(PR_Write(from, &byte, 1) == 1 && PR_Read(to, &byte, 1) == 1, "ping-pong");
}

void Prepare(TlsPair& pair) {
  pair.Handshake();
  for (PRFileDesc* fd : {pair.client(), pair.server()}) {
    PRSocketOptionData option;
    option.option = PR_SockOpt_NoDelay;
    option.value.no_delay = PR_TRUE;
    Require(PR_SetSocketOption(fd, &option) == PR_SUCCESS, "PR_SetSocketOption");
  }
  Exchange(pair.server(), pair.client());  // what the handshake left
}

// Both ends on one thread: no scheduler between.
void PingPong(benchmark::State& state, Choose choose) {
  TlsPair pair;
  Prepare(pair);
  PRFileDesc* const client = choose(pair.client());
  PRFileDesc* const server = choose(pair.server());
  for (auto _ : state) {
    Exchange(client, server);
    Exchange(server, client);
  }
}

// The other end on a thread of its own.
void PingPongThreads(benchmark::State& state, Choose choose) {
  TlsPair pair;
  Prepare(pair);
  PRFileDesc* const client = choose(pair.client());
  PRFileDesc* const server = choose(pair.server());
  std::thread echo([server] {
    for (char byte; PR_Read(server, &byte, 1) == 1;) PR_Write(server, &byte, 1);
  });
  EventTimes times;
  for (auto _ : state) {
    char byte = 'x';
    const int64_t start = NowNs();
    Require(PR_Write(client, &byte, 1) == 1 && PR_Read(client, &byte, 1) == 1, "ping-pong");
    times.Add(state, NowNs() - start);
  }
  times.Report(state);
  PR_Shutdown(client, PR_SHUTDOWN_SEND);
  echo.join();
}

// `block` blocks in the client's end until the drain cuts it.
void Drain(benchmark::State& state, void (*block)(PRFileDesc*)) {
  EventTimes times;
  for (auto _ : state) {
    TlsPair pair;
    pair.Handshake();
    std::thread blocked(block, pair.client());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const int64_t start = NowNs();
    const DrainReport report = DrainWithTls(absl::Seconds(10));
    times.Add(state, NowNs() - start);
    Require(report.result == DrainResult::kOk, "DrainWithTls");
    Require(GateControl::Open().ok(), "Open");
    blocked.join();
  }
  times.Report(state);
}

void BlockInRead(PRFileDesc* fd) {
  char byte;
  Require(PR_Read(fd, &byte, 1) == -1, "a blocked read ended");
}

void BlockInWrite(PRFileDesc* fd) {
  const std::string much(1 << 16, 'x');
  while (PR_Write(fd, much.data(), static_cast<PRInt32>(much.size())) > 0) {
  }
}

struct NamedMethod {
  const char* name;
  void (*call)(PRFileDesc*);
};

char g_buffer[1];

const NamedMethod kMethods[] = {
    {"PR_Seek", [](PRFileDesc* fd) { PR_Seek(fd, 0, PR_SEEK_SET); }},
    {"PR_Available", [](PRFileDesc* fd) { PR_Available(fd); }},
    {"PR_GetSocketOption",
     [](PRFileDesc* fd) {
       PRSocketOptionData option;
       option.option = PR_SockOpt_Nonblocking;
       PR_GetSocketOption(fd, &option);
     }},
    {"poll",
     [](PRFileDesc* fd) {
       PRInt16 out;
       fd->methods->poll(fd, PR_POLL_READ, &out);
     }},
    {"PR_Read_0", [](PRFileDesc* fd) { PR_Read(fd, g_buffer, 0); }},
    {"PR_Write_0", [](PRFileDesc* fd) { PR_Write(fd, g_buffer, 0); }},
};

void Register() {
  for (const auto& [way, choose] : {std::pair("layer", &With), std::pair("nss", &Without)}) {
    for (const NamedMethod& method : kMethods) {
      benchmark::RegisterBenchmark((std::string("method/") + method.name + "/" + way).c_str(),
                                   Method, choose, method.call);
    }
    benchmark::RegisterBenchmark((std::string("ping_pong/one_thread/") + way).c_str(), PingPong,
                                 choose);
    benchmark::RegisterBenchmark((std::string("ping_pong/two_threads/") + way).c_str(),
                                 PingPongThreads, choose)
        ->Iterations(kRoundTrips)
        ->UseManualTime();
  }
  for (const auto& [name, block] : {std::pair("tls_drain/blocked_read", &BlockInRead),
                                    std::pair("tls_drain/blocked_write", &BlockInWrite)}) {
    benchmark::RegisterBenchmark(name, Drain, block)->Iterations(kDrains)->UseManualTime();
  }
}

}  // namespace
}  // namespace psm::benchmarking

int main(int argc, char** argv) {
  using namespace psm::benchmarking;  // NOLINT(google-build-using-namespace)
  TakeOptions(&argc, argv);
  char folder[] = "/tmp/psm-benchmark-XXXXXX";
  Require(mkdtemp(folder) != nullptr, "mkdtemp");
  {
    const std::unique_ptr<psm::PreferenceService> preferences = psm::MakePreferenceService();
    psm::SecurityManager::Config config;
    config.preferences = preferences.get();
    const std::unique_ptr<psm::SecurityManager> manager =
        *psm::SecurityManager::Create(std::move(config));
    Require(manager->OpenProfile(folder).ok(), "OpenProfile");
    psm::tls_testing::MakeServerCertificate();
    RegisterSpin();
    Register();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
  }
  std::filesystem::remove_all(folder);
}
