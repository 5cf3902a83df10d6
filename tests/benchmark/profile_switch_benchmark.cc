// A whole profile switch, by each way, on the same two profiles: bare NSS_Shutdown +
// NSS_Initialize, the coordinated mode, the never mode. The argument is the number of certificates
// in each profile.
//
// Run one case a process (--benchmark_filter): the manager keeps softoken mapped from its first
// open on, which would speed up the bare cases after it. tests/benchmark/run_benchmarks.py does so.

#include <benchmark/benchmark.h>
#include <nss.h>
#include <secmod.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "absl/time/clock.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/security_manager.h"
#include "tests/benchmark/support.h"

namespace psm {
namespace {

constexpr int64_t kSizes[] = {0, 100};  // certificates in each profile

void Fail(benchmark::State& state, const absl::Status& status) {
  state.SkipWithError(status.ToString().c_str());
}

// Two profiles, made before the first case and kept for the process.
class Profiles {
 public:
  Profiles() : preferences_(MakePreferenceService()) {
    char scratch[] = "/tmp/psm-benchmark-XXXXXX";
    root_ = mkdtemp(scratch);
  }
  ~Profiles() { std::filesystem::remove_all(root_); }

  std::string Path(int which, int64_t certificates) {
    return root_ + "/" + std::to_string(certificates) + (which % 2 == 0 ? "a" : "b");
  }

  std::unique_ptr<SecurityManager> Manager(const char* mode) {
    preferences_->SetString(kShutdownModePref, mode).IgnoreError();
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    return *SecurityManager::Create(config);
  }

 private:
  std::string root_;
  std::unique_ptr<PreferenceService> preferences_;
};

Profiles& TheProfiles() {
  static Profiles profiles;
  return profiles;
}

absl::Status Plant(const std::string& path, int64_t certificates) {
  const KeyService keys;
  absl::StatusOr<PrivateKey> key = keys.GenerateEc(EllipticCurve::kP256);
  if (!key.ok()) return key.status();
  for (int64_t i = 0; i < certificates; ++i) {
    CertificateRequest request;
    request.subject = "CN=" + path.substr(path.size() - 1) + std::to_string(i);
    request.serial = static_cast<uint64_t>(i + 1);
    request.not_before = absl::Now();
    request.not_after = absl::Now() + absl::Hours(24);
    absl::StatusOr<std::string> der = keys.MakeSelfSignedCertificate(*key, request);
    if (!der.ok()) return der.status();
    absl::Status imported = CertificateDatabase().Import(*der, request.subject, Trust()).status();
    if (!imported.ok()) return imported;
  }
  return absl::OkStatus();
}

// Makes the profiles in a child, so that this process has seen nothing of NSS before.
bool Prepare() {
  TheProfiles();
  const pid_t child = fork();
  if (child == 0) {
    std::unique_ptr<SecurityManager> manager = TheProfiles().Manager("coordinated");
    absl::Status status;
    for (const int64_t certificates : kSizes) {
      for (int which = 0; which < 2 && status.ok(); ++which) {
        const std::string path = TheProfiles().Path(which, certificates);
        std::filesystem::create_directories(path);
        status = manager->OpenProfile(path).status();
        if (status.ok()) status = Plant(path, certificates);
        if (status.ok()) status = manager->CloseProfile().status();
      }
    }
    if (!status.ok()) fprintf(stderr, "%s\n", status.ToString().c_str());
    _exit(status.ok() ? 0 : 1);
  }
  int result = 0;
  return waitpid(child, &result, 0) == child && result == 0;
}

// `flags` as given to NSS_Initialize: 0 is what NSS_InitReadWrite does.
void BareSwitch(benchmark::State& state, PRUint32 flags) {
  setenv("NSS_SDB_USE_CACHE", "no", 0);
  int which = 0;
  auto open = [&] {
    const std::string path = "sql:" + TheProfiles().Path(which++, state.range(0));
    return NSS_Initialize(path.c_str(), "", "", SECMOD_DB, flags) == SECSuccess;
  };
  if (!open()) state.SkipWithError("NSS_Initialize failed");
  for (auto unused : state) {
    static_cast<void>(unused);
    if (NSS_Shutdown() != SECSuccess || !open()) {
      state.SkipWithError("bare switch failed");
      break;
    }
  }
  NSS_Shutdown();
}

void ManagedSwitch(benchmark::State& state, const char* mode) {
  std::unique_ptr<SecurityManager> manager = TheProfiles().Manager(mode);
  int which = 0;
  absl::Status status = manager->OpenProfile(TheProfiles().Path(which++, state.range(0))).status();
  if (!status.ok()) return Fail(state, status);
  for (auto unused : state) {
    static_cast<void>(unused);
    status = manager->SwitchProfile(TheProfiles().Path(which++, state.range(0))).status();
    if (!status.ok()) return Fail(state, status);
  }
}

#define PSM_SWITCH_CASE(function, name, argument) \
  BENCHMARK_CAPTURE(function, name, argument)     \
      ->Arg(kSizes[0])                            \
      ->Arg(kSizes[1])                            \
      ->Unit(benchmark::kMicrosecond)

PSM_SWITCH_CASE(BareSwitch, InitReadWrite, 0);
PSM_SWITCH_CASE(BareSwitch, GeckosFlags, NSS_INIT_NOROOTINIT | NSS_INIT_OPTIMIZESPACE);
PSM_SWITCH_CASE(ManagedSwitch, coordinated, "coordinated");
PSM_SWITCH_CASE(ManagedSwitch, never, "never");

}  // namespace
}  // namespace psm

int main(int argc, char** argv) {
  psm::benchmarking::TakeOptions(&argc, argv);
  if (!psm::Prepare()) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
