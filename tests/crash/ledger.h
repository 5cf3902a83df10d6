// What a profile has to hold after a crash, worked out from what its worker wrote down before it.
//
//   ProfileLedger ledger;
//   for (const Json& record : records) ledger.Apply(record);
//   // killed here
//   ExamineProfile(manager, directory, &ledger);
//
// A record is one line of JSON: {"profile": "p0", "kind": "import", "phase": "begin", ...}. A
// worker writes `begin` before it starts an operation, and `ok`, with what the operation gave it,
// when the call has returned OK: that is the acknowledgement. After `failed`, as after `begin`
// alone, the operation may have happened or not, but not by half. Bytes are base64.
//
//   kind        fields                   in `ok` also   in flight, the profile may
//   create      -                        -              be there, with the empty password, or not
//   switch      -                        -              be as it is
//   import      name der trust key       -              have it with that trust, or not at all
//   trust       name trust               -              have the old trust or the new one
//   delete      name                     -              have it with its trust, or neither
//   delete2     name, with its key pair  -              have it all, or nothing of it
//   ec, rsa     label                    id spki        have a whole pair of that label, or none
//   deletekey   label                    -              have the pair or nothing of it
//   aes         label text               sealed         have a key of that label, or none
//   deleteaes   label                    -              have it or not
//   secret      text mechanism           blob           have the key of the secrets or not
//   init        password                 -              have that password or none
//   password    password                 -              have the old password or the new one
//
// Thread rule: as a plain struct. How it fails: Json::exception for what is no such record.

#ifndef TESTS_CRASH_LEDGER_H_
#define TESTS_CRASH_LEDGER_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "nlohmann/json.hpp"

namespace psm::crash {

using Json = nlohmann::json;

// In ProfileLedger::passwords: the databases have no password record yet.
inline constexpr char kNeverInitialized[] = "(never initialised)";

struct LedgerCertificate {
  std::string der;
  std::set<std::string> trusts;  // one of these, as Trust::ToString writes it
  std::string key;               // the label of the pair that it certifies, or ""
  bool certain = true;           // otherwise it may be gone, with its trust
  bool goes_with_key = false;    // it and its pair are there both or neither
};

struct LedgerKey {
  std::string id;    // "" while in flight
  std::string spki;  // the same
  bool certain = true;
};

struct LedgerAesKey {
  std::string text;
  std::string sealed;  // "" while in flight
  bool certain = true;
};

struct LedgerSecret {
  std::string text;
  std::string blob;
};

enum class Creation { kNone, kBegun, kDone };

struct ProfileLedger {
  Creation creation = Creation::kNone;
  std::set<std::string> passwords = {kNeverInitialized};  // one of these
  std::map<std::string, LedgerCertificate> certificates;  // by nickname
  std::map<std::string, LedgerKey> keys;                  // by label
  std::map<std::string, LedgerAesKey> aes_keys;           // by label
  std::vector<LedgerSecret> secrets;

  void Apply(const Json& record);

 private:
  void Begin(const std::string& kind, const Json& record);
  void Acknowledge(const std::string& kind, const Json& record);
};

void to_json(Json& json, const ProfileLedger& ledger);
void from_json(const Json& json, ProfileLedger& ledger);

}  // namespace psm::crash

#endif  // TESTS_CRASH_LEDGER_H_
