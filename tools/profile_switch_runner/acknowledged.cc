#include "tools/profile_switch_runner/acknowledged.h"

#include <iterator>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/clock.h"
#include "nlohmann/json.hpp"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/secret_decoder_ring.h"
#include "psm/symmetric_key.h"
#include "tools/profile_switch_runner/random_sequence.h"

namespace psm::runner {
namespace {

using Json = nlohmann::json;

// None that NSS would also say where trust is lost.
constexpr absl::string_view kTrusts[] = {"C,,", "CT,C,C", "P,,", "p,p,p", "T,C,"};
constexpr char kMessage[] = "signed by a key that was acknowledged";

#define RETURN_IF_ERROR(expression)            \
  do {                                         \
    const absl::Status status_ = (expression); \
    if (!status_.ok()) return status_;         \
  } while (false)

absl::Status Lost(absl::string_view what, const std::string& name, const absl::Status& why) {
  return absl::DataLossError(
      absl::StrCat("acknowledged, and lost: ", what, " '", name, "': ", why.ToString()));
}

class Writer {
 public:
  Writer(uint64_t seed, const std::function<void(const std::string&)>& say)
      : random_(seed), say_(say) {}

  absl::Status Step() {
    switch (random_.Below(certificates_.empty() ? 4 : 8)) {
      case 0:
        return Import();
      case 1:
        return MakeKey();
      case 2:
        return MakeAes();
      case 3:
        return Encrypt();
      default:
        return ChangeTrust();
    }
  }

 private:
  void Say(const Json& record) { say_(record.dump()); }
  std::string NewName(const char* what) { return absl::StrCat("killed ", what, " ", ++names_); }
  Trust AnyTrust() {
    absl::StatusOr<Trust> trust = Trust::Parse(kTrusts[random_.Below(std::size(kTrusts))]);
    return trust.ok() ? *trust : Trust();
  }

  absl::Status Import() {
    const std::string name = NewName("certificate");
    absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256);
    if (!key.ok()) return key.status();
    CertificateRequest request;
    request.subject = absl::StrCat("CN=", name);
    request.serial = static_cast<uint64_t>(names_);
    request.not_before = absl::Now() - absl::Hours(24);
    request.not_after = absl::Now() + absl::Hours(240);
    request.is_ca = true;
    absl::StatusOr<std::string> der = KeyService().MakeSelfSignedCertificate(*key, request);
    if (!der.ok()) return der.status();
    const Trust trust = AnyTrust();
    absl::StatusOr<std::vector<Certificate>> added =
        CertificateDatabase().Import(*der, name, trust);
    if (!added.ok()) return added.status();
    Say({{"certificate", name}, {"der", absl::Base64Escape(*der)}, {"trust", trust.ToString()}});
    certificates_.emplace_back(name, *std::move(der));
    return absl::OkStatus();
  }

  absl::Status ChangeTrust() {
    const auto& [name, der] = certificates_[random_.Below(certificates_.size())];
    absl::StatusOr<Certificate> certificate = CertificateDatabase().FindByDer(der);
    if (!certificate.ok()) return certificate.status();
    const Trust next = AnyTrust();
    Say({{"trusting", name}, {"next", next.ToString()}});
    RETURN_IF_ERROR(CertificateDatabase().SetTrust(*certificate, next));
    Say({{"trust", name}, {"now", next.ToString()}});
    return absl::OkStatus();
  }

  absl::Status MakeKey() {
    const std::string label = NewName("key");
    absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256, label);
    if (!key.ok()) return key.status();
    absl::StatusOr<PublicKey> public_key = key->GetPublicKey();
    if (!public_key.ok()) return public_key.status();
    absl::StatusOr<std::string> spki = public_key->ExportSpki();
    if (!spki.ok()) return spki.status();
    Say({{"key", label}, {"id", key->id()}, {"spki", absl::Base64Escape(*spki)}});
    return absl::OkStatus();
  }

  absl::Status MakeAes() {
    const std::string label = NewName("aes");
    absl::StatusOr<SymmetricKey> key = SymmetricKey::Generate(256, label);
    if (!key.ok()) return key.status();
    const std::string text = absl::StrCat("sealed by ", label);
    absl::StatusOr<std::string> sealed = key->EncryptGcm(text);
    if (!sealed.ok()) return sealed.status();
    Say({{"aes", label}, {"sealed", absl::Base64Escape(*sealed)}, {"text", text}});
    return absl::OkStatus();
  }

  absl::Status Encrypt() {
    const std::string text = NewName("secret");
    const SecretDecoderRing ring(random_.OneIn(2) ? SecretDecoderRing::Mechanism::kTripleDes
                                                  : SecretDecoderRing::Mechanism::kAes);
    absl::StatusOr<std::string> blob = ring.EncryptString(text);
    if (!blob.ok()) return blob.status();
    Say({{"secret", text}, {"blob", *blob}});
    return absl::OkStatus();
  }

  RandomSequence random_;
  const std::function<void(const std::string&)>& say_;
  int names_ = 0;
  std::vector<std::pair<std::string, std::string>> certificates_;  // nickname, DER
};

std::string Unescaped(const Json& json, const char* key) {
  std::string bytes;
  absl::Base64Unescape(json.at(key).get<std::string>(), &bytes);
  return bytes;
}

// It is there, with the trust that was put in it.
absl::Status CheckCertificate(const std::string& der, const std::set<std::string>& trusts) {
  absl::StatusOr<Certificate> found = CertificateDatabase().FindByDer(der);
  if (!found.ok()) return found.status();
  absl::StatusOr<Trust> trust = CertificateDatabase().GetTrust(*found);
  if (!trust.ok()) return trust.status();
  if (trusts.count(trust->ToString()) == 1) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat("its trust is ", trust->ToString()));
}

// Its halves are there, and belong together.
absl::Status CheckPair(const PrivateKey& key) {
  absl::StatusOr<PublicKey> public_key = key.GetPublicKey();
  if (!public_key.ok()) return public_key.status();
  absl::StatusOr<std::string> signature = key.Sign(DigestAlgorithm::kSha256, kMessage);
  if (!signature.ok()) return signature.status();
  return public_key->Verify(DigestAlgorithm::kSha256, kMessage, *signature);
}

absl::Status CheckKey(const std::string& id, const std::string& spki) {
  absl::StatusOr<PrivateKey> key = KeyService().FindById(id);
  if (!key.ok()) return key.status();
  absl::StatusOr<std::string> signature = key->Sign(DigestAlgorithm::kSha256, kMessage);
  if (!signature.ok()) return signature.status();
  absl::StatusOr<PublicKey> public_key = PublicKey::Import(spki);
  if (!public_key.ok()) return public_key.status();
  return public_key->Verify(DigestAlgorithm::kSha256, kMessage, *signature);
}

absl::Status CheckAes(const std::string& label, const std::string& sealed,
                      const std::string& text) {
  absl::StatusOr<SymmetricKey> key = SymmetricKey::FindByLabel(label);
  if (!key.ok()) return key.status();
  absl::StatusOr<std::string> opened = key->DecryptGcm(sealed);
  if (!opened.ok()) return opened.status();
  return *opened == text ? absl::OkStatus() : absl::DataLossError("it decrypts to something else");
}

}  // namespace

absl::Status KeepWriting(uint64_t seed, const std::function<void(const std::string&)>& say) {
  say(Json({{"ready", true}}).dump());
  Writer writer(seed, say);
  for (;;) RETURN_IF_ERROR(writer.Step());
}

absl::Status Acknowledged::Note(const std::string& line) {
  try {
    const Json record = Json::parse(line);
    if (record.contains("ready")) return absl::OkStatus();
    if (record.contains("trusting")) {
      certificates_.at(record.at("trusting")).trusts.insert(record.at("next").get<std::string>());
      return absl::OkStatus();
    }
    if (record.contains("certificate")) {
      certificates_[record.at("certificate")] = {Unescaped(record, "der"), {record.at("trust")}};
    } else if (record.contains("trust")) {
      certificates_.at(record.at("trust")).trusts = {record.at("now").get<std::string>()};
    } else if (record.contains("key")) {
      keys_[record.at("key")] = {record.at("id"), Unescaped(record, "spki")};
    } else if (record.contains("aes")) {
      aes_[record.at("aes")] = {Unescaped(record, "sealed"), record.at("text")};
    } else {
      secrets_[record.at("secret")] = record.at("blob");
    }
    ++size_;
  } catch (const std::exception& error) {
    return absl::InvalidArgumentError(absl::StrCat("'", line, "': ", error.what()));
  }
  return absl::OkStatus();
}

absl::Status Acknowledged::Check() const {
  for (const auto& [name, certificate] : certificates_) {
    const absl::Status status = CheckCertificate(certificate.der, certificate.trusts);
    if (!status.ok()) return Lost("certificate", name, status);
  }
  for (const auto& [label, key] : keys_) {
    const absl::Status status = CheckKey(key.id, key.spki);
    if (!status.ok()) return Lost("key", label, status);
  }
  for (const auto& [label, aes] : aes_) {
    const absl::Status status = CheckAes(label, aes.sealed, aes.text);
    if (!status.ok()) return Lost("AES key", label, status);
  }
  for (const auto& [text, blob] : secrets_) {
    absl::StatusOr<std::string> opened = SecretDecoderRing().DecryptString(blob);
    if (!opened.ok()) return Lost("secret", text, opened.status());
    if (*opened != text) return Lost("secret", text, absl::DataLossError("it is another one"));
  }
  absl::StatusOr<std::vector<PrivateKey>> all = KeyService().List();
  if (!all.ok()) return all.status();
  for (const PrivateKey& key : *all) {
    const absl::Status status = CheckPair(key);
    if (!status.ok()) {
      return absl::DataLossError(
          absl::StrCat("half of a key pair: '", key.label(), "': ", status.ToString()));
    }
  }
  return absl::OkStatus();
}

}  // namespace psm::runner
