#include "tests/crash/ledger.h"

namespace psm::crash {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LedgerCertificate, der, trusts, key, certain, goes_with_key)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LedgerKey, id, spki, certain)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LedgerAesKey, text, sealed, certain)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LedgerSecret, text, blob)

void to_json(Json& json, const ProfileLedger& ledger) {
  json = {{"creation", ledger.creation},         {"passwords", ledger.passwords},
          {"certificates", ledger.certificates}, {"keys", ledger.keys},
          {"aes_keys", ledger.aes_keys},         {"secrets", ledger.secrets}};
}

void from_json(const Json& json, ProfileLedger& ledger) {
  json.at("creation").get_to(ledger.creation);
  json.at("passwords").get_to(ledger.passwords);
  json.at("certificates").get_to(ledger.certificates);
  json.at("keys").get_to(ledger.keys);
  json.at("aes_keys").get_to(ledger.aes_keys);
  json.at("secrets").get_to(ledger.secrets);
}

void ProfileLedger::Apply(const Json& record) {
  const std::string kind = record.at("kind");
  const std::string phase = record.at("phase");
  if (phase == "begin") Begin(kind, record);
  if (phase == "ok") Acknowledge(kind, record);
}

void ProfileLedger::Begin(const std::string& kind, const Json& record) {
  if (kind == "create") {
    creation = Creation::kBegun;
    passwords.insert("");
  } else if (kind == "import") {
    certificates[record.at("name")] = {record.at("der"),
                                       {record.at("trust").get<std::string>()},
                                       record.at("key"),
                                       /*certain=*/false};
  } else if (kind == "trust") {
    certificates.at(record.at("name")).trusts.insert(record.at("trust").get<std::string>());
  } else if (kind == "delete") {
    certificates.at(record.at("name")).certain = false;
  } else if (kind == "delete2") {
    LedgerCertificate& certificate = certificates.at(record.at("name"));
    certificate.certain = false;
    certificate.goes_with_key = true;
    keys.at(certificate.key).certain = false;
  } else if (kind == "ec" || kind == "rsa") {
    keys[record.at("label")] = {"", "", /*certain=*/false};
  } else if (kind == "deletekey") {
    keys.at(record.at("label")).certain = false;
  } else if (kind == "aes") {
    aes_keys[record.at("label")] = {record.at("text"), "", /*certain=*/false};
  } else if (kind == "deleteaes") {
    aes_keys.at(record.at("label")).certain = false;
  } else if (kind == "init" || kind == "password") {
    passwords.insert(record.at("password").get<std::string>());
  }
}

void ProfileLedger::Acknowledge(const std::string& kind, const Json& record) {
  if (kind == "create") {
    creation = Creation::kDone;
    passwords = {""};
  } else if (kind == "import") {
    certificates.at(record.at("name")).certain = true;
  } else if (kind == "trust") {
    certificates.at(record.at("name")).trusts = {record.at("trust").get<std::string>()};
  } else if (kind == "delete") {
    certificates.erase(record.at("name").get<std::string>());
  } else if (kind == "delete2") {
    keys.erase(certificates.at(record.at("name")).key);
    certificates.erase(record.at("name").get<std::string>());
  } else if (kind == "ec" || kind == "rsa") {
    keys[record.at("label")] = {record.at("id"), record.at("spki")};
  } else if (kind == "deletekey") {
    keys.erase(record.at("label").get<std::string>());
  } else if (kind == "aes") {
    aes_keys[record.at("label")] = {record.at("text"), record.at("sealed")};
  } else if (kind == "deleteaes") {
    aes_keys.erase(record.at("label").get<std::string>());
  } else if (kind == "secret") {
    secrets.push_back({record.at("text"), record.at("blob")});
  } else if (kind == "init" || kind == "password") {
    passwords = {record.at("password").get<std::string>()};
  }
}

}  // namespace psm::crash
