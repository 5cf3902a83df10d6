#include <utility>
#include <vector>

#include "psm/key_service.h"
#include "psm/preferences.h"
#include "psm/settings.h"
#include "psm/symmetric_key.h"
#include "tests/crash/actions.h"

namespace psm::crash {
namespace {

constexpr int kRsaBits = 2048;
constexpr int kAesBits = 256;

absl::StatusOr<MadeKey> Describe(const absl::StatusOr<PrivateKey>& key) {
  if (!key.ok()) return key.status();
  absl::StatusOr<PublicKey> public_key = key->GetPublicKey();
  if (!public_key.ok()) return public_key.status();
  absl::StatusOr<std::string> spki = public_key->ExportSpki();
  if (!spki.ok()) return spki.status();
  return MadeKey{key->id(), *std::move(spki)};
}

class ServiceActions : public Actions {
 public:
  ServiceActions() : preferences_(MakePreferenceService()), manager_(MakeManager(&*preferences_)) {}

  absl::Status Open(const std::string& directory, const std::string& mode) override {
    if (!manager_.ok()) return manager_.status();
    absl::Status set = preferences_->SetString(kShutdownModePref, mode);
    if (!set.ok()) return set;
    if ((*manager_)->snapshot().state != ManagerState::kLive) {
      return Writable((*manager_)->OpenProfile(directory));
    }
    absl::StatusOr<SwitchReport> switched = (*manager_)->SwitchProfile(directory);
    return switched.ok() ? Writable(switched->open) : switched.status();
  }

  absl::Status Import(const std::string& der, const std::string& nickname,
                      const Trust& trust) override {
    return database_.Import(der, nickname, trust).status();
  }

  absl::Status SetTrust(const std::string& der, const Trust& trust) override {
    absl::StatusOr<Certificate> certificate = database_.FindByDer(der);
    return certificate.ok() ? database_.SetTrust(*certificate, trust) : certificate.status();
  }

  absl::Status DeleteCertificate(const std::string& der, PrivateKeyDisposal key) override {
    absl::StatusOr<Certificate> certificate = database_.FindByDer(der);
    return certificate.ok() ? database_.Delete(*certificate, key) : certificate.status();
  }

  absl::StatusOr<MadeKey> GenerateEc(const std::string& label) override {
    return Describe(KeyService().GenerateEc(EllipticCurve::kP256, label));
  }

  absl::StatusOr<MadeKey> GenerateRsa(const std::string& label) override {
    return Describe(KeyService().GenerateRsa(kRsaBits, label));
  }

  absl::Status DeleteKey(const std::string& id) override {
    absl::StatusOr<PrivateKey> key = KeyService().FindById(id);
    return key.ok() ? key->Delete() : key.status();
  }

  absl::Status StoreAesKey(const std::string& label) override {
    return SymmetricKey::Generate(kAesBits, label).status();
  }

  absl::Status DeleteAesKey(const std::string& label) override {
    absl::StatusOr<SymmetricKey> key = SymmetricKey::FindByLabel(label);
    return key.ok() ? key->Delete() : key.status();
  }

  absl::StatusOr<std::string> EncryptSecret(const std::string& text,
                                            SecretDecoderRing::Mechanism mechanism) override {
    return SecretDecoderRing(mechanism).EncryptString(text);
  }

  absl::Status InitPassword(const std::string& password) override {
    return TokenPassword().Init(password);
  }

  absl::Status ChangePassword(const std::string& from, const std::string& to) override {
    return TokenPassword().Change(from, to);
  }

 private:
  static absl::Status Writable(const absl::StatusOr<OpenReport>& opened) {
    if (!opened.ok()) return opened.status();
    return opened->why;
  }

  CertificateDatabase database_;
  std::unique_ptr<PreferenceService> preferences_;
  absl::StatusOr<std::unique_ptr<SecurityManager>> manager_;
};

}  // namespace

std::unique_ptr<Actions> MakeServiceActions() { return std::make_unique<ServiceActions>(); }

absl::StatusOr<std::unique_ptr<SecurityManager>> MakeManager(PreferenceService* preferences) {
  // A backup moves whole folders, which the disk model does not know. profile_backup_test stops one
  // at each of its system calls.
  absl::Status no_backups = preferences->SetInt(kBackupIntervalPref, 0);
  if (!no_backups.ok()) return no_backups;
  SecurityManager::Config config;
  config.preferences = preferences;
  return SecurityManager::Create(std::move(config));
}

}  // namespace psm::crash
