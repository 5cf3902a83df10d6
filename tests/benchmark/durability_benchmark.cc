// What it costs that an acknowledged write survives a power cut, and that a profile is looked into
// before it is opened: each operation by our services and by NSS alone, on one open profile. Wall
// time: these wait for the disk, so the folder is beside the program and not in memory.

#include <benchmark/benchmark.h>
#include <certdb.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/time/clock.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"
#include "nss_glue/scoped.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/security_manager.h"
#include "tests/benchmark/support.h"

namespace psm {
namespace {

void Fail(benchmark::State& state, const absl::Status& status) {
  state.SkipWithError(status.ToString().c_str());
}

// Two profiles, the first one open.
class Profiles {
 public:
  Profiles() : preferences_(MakePreferenceService()) {
    std::string scratch =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "durability-XXXXXX";
    root_ = mkdtemp(&scratch[0]);
    preferences_->SetString(kShutdownModePref, "never").IgnoreError();
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    manager_ = *SecurityManager::Create(config);
    for (const char* name : {"other", "open"}) {
      std::filesystem::create_directory(Path(name));
      status_.Update(manager_->SwitchProfile(Path(name)).status());
      if (status_.ok()) status_.Update(CertificateDatabase().Import(Der(1), "", Trust()).status());
    }
    absl::SleepFor(absl::Milliseconds(100));
    status_.Update(manager_->CheckTarget(Path("other")));
  }
  ~Profiles() {
    manager_.reset();
    std::filesystem::remove_all(root_);
  }

  const absl::Status& status() const { return status_; }
  std::string Path(const std::string& name) const { return root_ + "/" + name; }
  SecurityManager& manager() { return *manager_; }

  // A new certificate authority.
  static std::string Der(uint64_t serial) {
    absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256);
    CertificateRequest request;
    request.subject = "CN=ca" + std::to_string(serial);
    request.serial = serial;
    request.not_before = absl::Now();
    request.not_after = absl::Now() + absl::Hours(24);
    request.is_ca = true;
    return *KeyService().MakeSelfSignedCertificate(*key, request);
  }

 private:
  std::string root_;
  std::unique_ptr<PreferenceService> preferences_;
  std::unique_ptr<SecurityManager> manager_;
  absl::Status status_;
};

Profiles& TheProfiles() {
  static Profiles profiles;
  return profiles;
}

uint64_t NextSerial() {
  static uint64_t serial = 1000;
  return ++serial;
}

absl::Status BareImport(const std::string& der, const std::string& nickname) {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot("bare import");
  if (!slot.ok()) return slot.status();
  absl::StatusOr<SECItem> item = BorrowItem(der, "bare import");
  UniqueCertificate certificate(nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &*item,
                                                             nullptr, PR_FALSE, PR_TRUE));
  if (certificate == nullptr ||
      nss::PK11_ImportCert(slot->get(), certificate.get(), CK_INVALID_HANDLE, nickname.c_str(),
                           PR_FALSE) != SECSuccess) {
    return NssError("bare import");
  }
  return absl::OkStatus();
}

// The end of an intent is made durable by the next write. Not by the one that is measured: a
// deletion has an intent, an import of one certificate has none.
absl::Status SettleIntents() {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("benchmark");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(*lock, "benchmark");
  return write.ok() ? write->AnnounceOne(DatabaseWrite::One::kAdds) : write.status();
}

void Import(benchmark::State& state, bool bare) {
  for (auto unused : state) {
    static_cast<void>(unused);
    state.PauseTiming();
    const uint64_t serial = NextSerial();
    const std::string der = Profiles::Der(serial);
    const std::string nickname = "ca" + std::to_string(serial);
    state.ResumeTiming();
    absl::Status status = bare ? BareImport(der, nickname)
                               : CertificateDatabase().Import(der, nickname, Trust()).status();
    state.PauseTiming();
    if (status.ok()) {
      status = CertificateDatabase().Delete(*CertificateDatabase().FindByDer(der));
    }
    if (status.ok()) status = SettleIntents();
    state.ResumeTiming();
    if (!status.ok()) return Fail(state, status);
  }
}

void ChangeTrust(benchmark::State& state, bool bare) {
  const Certificate ca = *CertificateDatabase().FindByNickname("ca1");
  absl::StatusOr<SECItem> item = BorrowItem(ca.Der(), "bare trust");
  UniqueCertificate certificate(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &*item));
  bool flip = false;
  for (auto unused : state) {
    static_cast<void>(unused);
    flip = !flip;
    absl::Status status;
    if (bare) {
      CERTCertTrust trust = {0, 0, 0};
      (flip ? trust.sslFlags : trust.emailFlags) = CERTDB_TRUSTED_CA | CERTDB_VALID_CA;
      if (nss::CERT_ChangeCertTrust(nss::CERT_GetDefaultCertDB(), certificate.get(), &trust) !=
          SECSuccess) {
        status = NssError("bare trust");
      }
    } else {
      status = CertificateDatabase().SetTrust(ca, *Trust::Parse(flip ? "C,," : ",C,"));
    }
    if (!status.ok()) return Fail(state, status);
  }
}

absl::Status BareKeyPair(const std::string& label) {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot("bare key pair");
  if (!slot.ok()) return slot.status();
  unsigned char p256[] = {0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};
  SECItem curve = {siBuffer, p256, sizeof p256};
  SECKEYPublicKey* public_key = nullptr;
  UniquePrivateKey key(nss::PK11_GenerateKeyPairWithFlags(
      slot->get(), CKM_EC_KEY_PAIR_GEN, &curve, &public_key,
      PK11_ATTR_TOKEN | PK11_ATTR_PRIVATE | PK11_ATTR_SENSITIVE, nullptr));
  UniquePublicKey owned(public_key);
  if (key == nullptr || nss::PK11_SetPrivateKeyNickname(key.get(), label.c_str()) != SECSuccess) {
    return NssError("bare key pair");
  }
  return absl::OkStatus();
}

void MakeKeyPair(benchmark::State& state, bool bare) {
  for (auto unused : state) {
    static_cast<void>(unused);
    const std::string label = "key" + std::to_string(NextSerial());
    absl::Status status =
        bare ? BareKeyPair(label) : KeyService().GenerateEc(EllipticCurve::kP256, label).status();
    state.PauseTiming();
    if (status.ok()) {
      absl::StatusOr<std::vector<PrivateKey>> found = KeyService().FindByLabel(label);
      status = found.ok() ? (*found)[0].Delete() : found.status();
    }
    state.ResumeTiming();
    if (!status.ok()) return Fail(state, status);
  }
}

// What each of NSS's transactions does four times and each service once more: the disk's own speed,
// beside which the ratios are to be read.
void TimeSyncOfFolder(benchmark::State& state) {
  const std::string folder = TheProfiles().Path("other");
  for (auto unused : state) {
    static_cast<void>(unused);
    state.PauseTiming();
    std::ofstream(folder + "/synced") << "x";
    std::filesystem::remove(folder + "/synced");
    state.ResumeTiming();
    absl::Status status = SyncFolder(folder);
    if (!status.ok()) return Fail(state, status);
  }
}

// A profile that has not changed since it was last looked into.
void Preflight(benchmark::State& state) {
  const std::string other = TheProfiles().Path("other");
  for (auto unused : state) {
    static_cast<void>(unused);
    absl::Status status = TheProfiles().manager().CheckTarget(other);
    if (!status.ok()) return Fail(state, status);
  }
}

#define PSM_WRITE_CASES(function, name)       \
  BENCHMARK_CAPTURE(function, bare, true)     \
      ->Name("durability/" name "/bare")      \
      ->UseRealTime()                         \
      ->Unit(benchmark::kMicrosecond);        \
  BENCHMARK_CAPTURE(function, durable, false) \
      ->Name("durability/" name "/durable")   \
      ->UseRealTime()                         \
      ->Unit(benchmark::kMicrosecond)

PSM_WRITE_CASES(Import, "certificate_import");
PSM_WRITE_CASES(ChangeTrust, "trust_change");
PSM_WRITE_CASES(MakeKeyPair, "key_pair");
BENCHMARK(TimeSyncOfFolder)
    ->Name("disk/sync_of_a_folder")
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(Preflight)->Name("preflight/unchanged")->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace psm

int main(int argc, char** argv) {
  psm::benchmarking::TakeOptions(&argc, argv);
  if (!psm::TheProfiles().status().ok()) {
    fprintf(stderr, "%s\n", psm::TheProfiles().status().ToString().c_str());
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
