#include "tests/crash/worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <iterator>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "psm/key_service.h"
#include "psm/symmetric_key.h"

namespace psm::crash {
namespace {

using Mechanism = SecretDecoderRing::Mechanism;

constexpr absl::string_view kTrusts[] = {"CT,C,C", "C,,", "p,p,p", "P,,",
                                         "T,C,",   ",C,", "CT,,",  ",,"};
constexpr absl::string_view kPasswords[] = {"", "first", "second", "third"};
// So that examining a profile stays quick.
constexpr size_t kManyCertificates = 8;
constexpr size_t kManyKeys = 5;
constexpr size_t kManyAesKeys = 4;
constexpr size_t kManySecrets = 8;

Trust ParseTrust(absl::string_view text) {
  absl::StatusOr<Trust> trust = Trust::Parse(text);
  if (!trust.ok()) abort();
  return *trust;
}

std::string Unescaped(const std::string& base64) {
  std::string bytes;
  if (!absl::Base64Unescape(base64, &bytes)) abort();
  return bytes;
}

// The name of one that is certainly there and passes `wanted`, at random; "" if there is none.
template <typename Map, typename Wanted>
std::string Pick(const Map& map, runner::RandomSequence* random, const Wanted& wanted) {
  std::vector<std::string> names;
  for (const auto& [name, entry] : map) {
    if (entry.certain && wanted(name, entry)) names.push_back(name);
  }
  return names.empty() ? "" : names[random->Below(names.size())];
}

template <typename Map>
std::string Pick(const Map& map, runner::RandomSequence* random) {
  return Pick(map, random, [](const auto&, const auto&) { return true; });
}

bool IsCertified(const ProfileLedger& ledger, const std::string& label) {
  for (const auto& [name, certificate] : ledger.certificates) {
    if (certificate.key == label) return true;
  }
  return false;
}

}  // namespace

Worker::Worker(std::unique_ptr<Actions> actions, int log_fd, std::string root,
               std::map<std::string, ProfileLedger> ledgers, uint64_t seed)
    : actions_(std::move(actions)),
      log_fd_(log_fd),
      root_(std::move(root)),
      ledgers_(std::move(ledgers)),
      seed_(seed),
      random_(seed) {}

void Worker::Write(const char* phase, Json* record) {
  (*record)["phase"] = phase;
  const std::string line = record->dump() + "\n";
  if (write(log_fd_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
    perror("write the log");
    _exit(1);
  }
  ledgers_.at(record->at("profile")).Apply(*record);
}

bool Worker::Do(Json record, const Work& work) {
  if (!record.contains("profile")) record["profile"] = open_;
  Write("begin", &record);
  const absl::Status status = work(&record);
  if (status.ok()) {
    Write("ok", &record);
  } else {
    record["status"] = std::string(status.message());
    Write("failed", &record);
  }
  return status.ok();
}

bool Worker::Open(const std::string& profile, const std::string& mode) {
  const bool made = ledgers_.at(profile).creation == Creation::kDone;
  const std::string used = mode != "toggle" ? mode : random_.OneIn(2) ? "never" : "coordinated";
  if (!Do({{"kind", made ? "switch" : "create"}, {"profile", profile}},
          [&](Json*) { return actions_->Open(absl::StrCat(root_, "/", profile), used); })) {
    return false;
  }
  open_ = profile;
  const std::string password = *ledger().passwords.begin();
  if (password.empty() || password == kNeverInitialized) return true;
  const absl::Status in = actions_->Login(password);
  if (in.ok()) return true;
  Json record = {{"profile", profile}, {"kind", "switch"}, {"status", std::string(in.message())}};
  Write("failed", &record);
  return false;
}

// The names tell which worker made an object, and are new in each.
std::string Worker::NewName(const char* what) {
  return absl::StrCat(what, " ", seed_, ".", ++names_);
}

absl::StatusOr<std::string> Worker::NewCertificate(const std::string& name,
                                                   const std::string& key_label) {
  CertificateRequest request;
  request.subject = absl::StrCat("CN=", name);
  request.serial = seed_ % 1000000 * 1000 + static_cast<uint64_t>(names_) + 1;
  request.not_before = absl::Now() - absl::Hours(48);
  request.not_after = absl::Now() + absl::Hours(24 * 365);
  request.is_ca = true;
  absl::StatusOr<PrivateKey> key = key_label.empty()
                                       ? KeyService().GenerateEc(EllipticCurve::kP256)
                                       : KeyService().FindById(ledger().keys.at(key_label).id);
  if (!key.ok()) return key.status();
  return KeyService().MakeSelfSignedCertificate(*key, request);
}

void Worker::Import(const Trust& trust, const std::string& key_label) {
  const std::string name = NewName("certificate");
  const absl::StatusOr<std::string> der = NewCertificate(name, key_label);
  if (!der.ok()) {
    Do({{"kind", "prepare"}}, [&](Json*) { return der.status(); });
    return;
  }
  Do({{"kind", "import"},
      {"name", name},
      {"der", absl::Base64Escape(*der)},
      {"trust", trust.ToString()},
      {"key", key_label}},
     [&](Json*) { return actions_->Import(*der, name, trust); });
}

void Worker::SetTrust(const std::string& name, const Trust& trust) {
  const std::string der = Unescaped(ledger().certificates.at(name).der);
  Do({{"kind", "trust"}, {"name", name}, {"trust", trust.ToString()}},
     [&](Json*) { return actions_->SetTrust(der, trust); });
}

void Worker::DeleteCertificate(const std::string& name) {
  const std::string der = Unescaped(ledger().certificates.at(name).der);
  Do({{"kind", "delete"}, {"name", name}},
     [&](Json*) { return actions_->DeleteCertificate(der, PrivateKeyDisposal::kKeep); });
}

void Worker::DeleteCertificateWithKey(const std::string& name) {
  const std::string der = Unescaped(ledger().certificates.at(name).der);
  Do({{"kind", "delete2"}, {"name", name}},
     [&](Json*) { return actions_->DeleteCertificate(der, PrivateKeyDisposal::kDelete); });
}

void Worker::Generate(const char* kind) {
  const std::string label = NewName("key");
  Do({{"kind", kind}, {"label", label}}, [&](Json* record) {
    absl::StatusOr<MadeKey> key = kind == absl::string_view("rsa") ? actions_->GenerateRsa(label)
                                                                   : actions_->GenerateEc(label);
    if (!key.ok()) return key.status();
    (*record)["id"] = key->id;
    (*record)["spki"] = absl::Base64Escape(key->spki);
    return absl::OkStatus();
  });
}

void Worker::DeleteKey(const std::string& label) {
  const std::string id = ledger().keys.at(label).id;
  Do({{"kind", "deletekey"}, {"label", label}}, [&](Json*) { return actions_->DeleteKey(id); });
}

void Worker::StoreAesKey() {
  const std::string label = NewName("aes");
  const std::string text = absl::StrCat("sealed by ", label);
  Do({{"kind", "aes"}, {"label", label}, {"text", text}}, [&](Json* record) {
    const absl::Status stored = actions_->StoreAesKey(label);
    if (!stored.ok()) return stored;
    absl::StatusOr<SymmetricKey> key = SymmetricKey::FindByLabel(label);
    if (!key.ok()) return key.status();
    const absl::StatusOr<std::string> sealed = key->EncryptGcm(text);
    if (sealed.ok()) (*record)["sealed"] = absl::Base64Escape(*sealed);
    return sealed.status();
  });
}

void Worker::DeleteAesKey(const std::string& label) {
  Do({{"kind", "deleteaes"}, {"label", label}},
     [&](Json*) { return actions_->DeleteAesKey(label); });
}

void Worker::EncryptSecret(Mechanism mechanism) {
  const std::string text = NewName("secret");
  Do({{"kind", "secret"}, {"text", text}, {"mechanism", static_cast<int>(mechanism)}},
     [&](Json* record) {
       absl::StatusOr<std::string> blob = actions_->EncryptSecret(text, mechanism);
       if (blob.ok()) (*record)["blob"] = *blob;
       return blob.status();
     });
}

void Worker::SetPassword(const std::string& password) {
  const std::string from = *ledger().passwords.begin();
  const bool first = from == kNeverInitialized;
  Do({{"kind", first ? "init" : "password"}, {"password", password}}, [&](Json*) {
    return first ? actions_->InitPassword(password) : actions_->ChangePassword(from, password);
  });
}

void Worker::RandomOperation() {
  ProfileLedger& now = ledger();
  if (now.passwords.size() != 1) return;  // a change failed: nobody knows
  if (now.passwords.count(kNeverInitialized) != 0) {
    return SetPassword(std::string(kPasswords[random_.Below(std::size(kPasswords))]));
  }
  // The key of the secrets is made but once in a profile.
  if (now.secrets.empty() && random_.OneIn(3)) return EncryptSecret(Mechanism::kAes);
  const Trust trust = ParseTrust(kTrusts[random_.Below(std::size(kTrusts))]);
  const uint64_t dice = random_.Below(100);
  if (dice < 16) {
    const std::string name = Pick(now.certificates, &random_);
    const bool many = now.certificates.size() >= kManyCertificates;
    return many && !name.empty() ? DeleteCertificate(name) : Import(trust, "");
  }
  if (dice < 40) {
    const std::string name = Pick(now.certificates, &random_, [&](const auto&, const auto& entry) {
      return entry.trusts != std::set<std::string>{trust.ToString()};
    });
    return name.empty() ? Import(trust, "") : SetTrust(name, trust);
  }
  if (dice < 46) {
    const std::string name = Pick(now.certificates, &random_,
                                  [](const auto&, const auto& entry) { return entry.key.empty(); });
    if (!name.empty()) return DeleteCertificate(name);
  }
  if (dice < 58) {  // a pair, its certificate, and both away
    const std::string name = Pick(now.certificates, &random_, [](const auto&, const auto& entry) {
      return !entry.key.empty();
    });
    if (!name.empty() && random_.OneIn(2)) return DeleteCertificateWithKey(name);
    const std::string label = Pick(now.keys, &random_, [&](const auto& candidate, const auto&) {
      return !IsCertified(now, candidate);
    });
    return label.empty() ? Generate("ec") : Import(trust, label);
  }
  if (dice < 76) {
    if (now.keys.size() < kManyKeys) return Generate(dice < 73 ? "ec" : "rsa");
    const std::string label = Pick(now.keys, &random_, [&](const auto& candidate, const auto&) {
      return !IsCertified(now, candidate);
    });
    if (!label.empty()) return DeleteKey(label);
  }
  if (dice < 84) {
    const std::string label = Pick(now.aes_keys, &random_);
    const bool many = now.aes_keys.size() >= kManyAesKeys;
    return many && !label.empty() ? DeleteAesKey(label) : StoreAesKey();
  }
  if (dice < 92 && now.secrets.size() < kManySecrets) {
    return EncryptSecret(random_.OneIn(2) ? Mechanism::kAes : Mechanism::kTripleDes);
  }
  const std::string password(kPasswords[random_.Below(std::size(kPasswords))]);
  if (now.passwords.count(password) == 0) SetPassword(password);
}

void Worker::Live(const std::string& mode, int operations) {
  std::vector<std::string> names;
  for (const auto& [name, unused] : ledgers_) names.push_back(name);
  for (int i = 0; i < operations; ++i) {
    if (open_.empty() || random_.OneIn(8)) {
      const std::string next = names[random_.Below(names.size())];
      if (next != open_ && !Open(next, mode)) return;
    }
    RandomOperation();
  }
}

void Worker::ScriptedLife(const std::string& mode) {
  std::vector<std::string> names;
  for (const auto& [name, unused] : ledgers_) names.push_back(name);
  const Trust none = ParseTrust(",,");
  const Trust full = ParseTrust("CT,C,C");
  const Trust distrust = ParseTrust("p,p,p");
  const auto any_certificate = [this] { return ledger().certificates.begin()->first; };
  const auto user_certificate = [this] {
    return Pick(ledger().certificates, &random_,
                [](const auto&, const auto& entry) { return !entry.key.empty(); });
  };
  for (const std::string& name : names) {
    if (!Open(name, mode)) return;
    if (ledger().passwords.count(kNeverInitialized) != 0) SetPassword("first");
    Import(none, "");
    Import(full, "");
    SetTrust(any_certificate(), full);
    SetTrust(any_certificate(), distrust);
    Generate("ec");
    Import(full, ledger().keys.begin()->first);
    EncryptSecret(Mechanism::kAes);
    EncryptSecret(Mechanism::kTripleDes);
    StoreAesKey();
    SetPassword("second");
    SetTrust(user_certificate(), distrust);
    Generate("rsa");
    StoreAesKey();
    DeleteAesKey(ledger().aes_keys.begin()->first);
    DeleteCertificate(any_certificate());
    SetPassword("third");
    DeleteCertificateWithKey(user_certificate());
    DeleteKey(ledger().keys.begin()->first);
    SetTrust(any_certificate(), none);
    Generate("ec");
    SetPassword("");
    Import(distrust, "");
  }
  // Back in a profile that was left.
  if (!Open(names[0], mode)) return;
  SetTrust(any_certificate(), full);
  Generate("ec");
  DeleteCertificate(any_certificate());
}

}  // namespace psm::crash
