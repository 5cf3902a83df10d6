#include "tests/crash/examination.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "nss_glue/trust_objects.h"
#include "psm/certificate_database.h"
#include "psm/digest.h"
#include "psm/key_service.h"
#include "psm/secret_decoder_ring.h"
#include "psm/symmetric_key.h"
#include "psm/token_password.h"

namespace psm::crash {
namespace {

// The key that every profile has one of, for each cipher (psm/secret_decoder_ring.h).
constexpr absl::string_view kSecretKeyId("\xf8\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1", 16);
constexpr char kMessage[] = "signed after the crash";

std::string Unescaped(const std::string& base64) {
  std::string bytes;
  absl::Base64Unescape(base64, &bytes);
  return bytes;
}

std::string Text(const absl::Status& status) { return std::string(status.message()); }

// What the profile itself says, without 'u', which follows from the keys.
std::string TrustText(Trust trust) {
  constexpr unsigned kMask = ~static_cast<unsigned>(kUserCertificate);
  return Trust{trust.ssl & kMask, trust.email & kMask, trust.object_signing & kMask}.ToString();
}

// An object of the token, as far as it can be read.
struct RawObject {
  std::string id;
  std::string label;
  std::string sha1;  // of a trust object
};

std::vector<RawObject> RawObjects(CK_OBJECT_CLASS object_class) {
  std::vector<RawObject> found;
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  if (slot == nullptr) return found;
  UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot.get(), object_class));
  for (PK11GenericObject* object = objects.get(); object != nullptr;
       object = nss::PK11_GetNextGenericObject(object)) {
    const auto read = [object](CK_ATTRIBUTE_TYPE attribute) {
      ScopedItem value;
      return nss::PK11_ReadRawAttribute(PK11_TypeGeneric, object, attribute, value.get()) ==
                     SECSuccess
                 ? std::string(value.bytes())
                 : std::string();
    };
    if (object_class == CKO_NSS_TRUST) {
      found.push_back({"", "", read(CKA_CERT_SHA1_HASH)});
    } else {
      found.push_back({read(CKA_ID), read(CKA_LABEL), ""});
    }
  }
  return found;
}

bool HasId(const std::vector<RawObject>& objects, const std::string& id) {
  return std::any_of(objects.begin(), objects.end(),
                     [&](const RawObject& object) { return object.id == id; });
}

class Examiner {
 public:
  Examiner(ProfileLedger* ledger, std::vector<Finding>* findings)
      : ledger_(*ledger), findings_(*findings) {}

  void Examine() {
    if (!LogIn()) return;
    ExamineKeys();
    ExamineCertificates();
    ExamineAesKeys();
    ExamineSecrets();
    ExamineRawObjects();
    ExamineWriting();
  }

 private:
  void Find(Verdict verdict, std::string what) { findings_.push_back({verdict, std::move(what)}); }

  // False if there is nothing more to be seen.
  bool LogIn() {
    const TokenPassword token;
    const absl::StatusOr<TokenPassword::State> state = token.GetState();
    if (!state.ok()) {
      Find(Verdict::kLost, absl::StrCat("the token's state: ", Text(state.status())));
      return false;
    }
    std::set<std::string>& possible = ledger_.passwords;
    const bool never = possible.count(kNeverInitialized) != 0;
    switch (*state) {
      case TokenPassword::State::kNotInitialized:
        // One that was being created has to come out usable; of another program's it is our
        // caller's to initialise it.
        if (!never || ledger_.creation == Creation::kBegun) {
          Find(never ? Verdict::kHalfMade : Verdict::kLost, "the profile has no password record");
        }
        possible = {kNeverInitialized};
        return false;
      case TokenPassword::State::kEmptyPassword:
        if (!never && possible.count("") == 0) {
          Find(Verdict::kLost, "the token needs no password any more");
        }
        possible = {""};
        return true;
      case TokenPassword::State::kLoggedOut:
      case TokenPassword::State::kLoggedIn:
        break;
    }
    for (const std::string& password : possible) {
      if (password.empty() || password == kNeverInitialized || !token.Login(password).ok()) {
        continue;
      }
      possible = {password};
      return true;
    }
    Find(Verdict::kLost, "no password that was set logs in");
    return false;
  }

  // The pair signs, and its public half is the one that was handed out.
  absl::Status UseKey(const PrivateKey& key, LedgerKey* entry) {
    absl::StatusOr<PublicKey> public_key = key.GetPublicKey();
    if (!public_key.ok()) return public_key.status();
    const absl::StatusOr<std::string> spki = public_key->ExportSpki();
    if (!spki.ok()) return spki.status();
    if (entry->spki.empty()) *entry = {key.id(), absl::Base64Escape(*spki)};
    if (Unescaped(entry->spki) != *spki) return absl::DataLossError("another public key");
    const absl::StatusOr<std::string> signature = key.Sign(DigestAlgorithm::kSha256, kMessage);
    if (!signature.ok()) return signature.status();
    const absl::StatusOr<PublicKey> stored = PublicKey::Import(*spki);
    if (!stored.ok()) return stored.status();
    return stored->Verify(DigestAlgorithm::kSha256, kMessage, *signature);
  }

  void ExamineKeys() {
    for (auto entry = ledger_.keys.begin(); entry != ledger_.keys.end();) {
      const std::string& label = entry->first;
      const absl::StatusOr<std::vector<PrivateKey>> found = KeyService().FindByLabel(label);
      if (found.ok() && found->size() == 1) {
        const absl::Status used = UseKey(found->front(), &entry->second);
        if (!used.ok()) {
          Find(entry->second.certain ? Verdict::kLost : Verdict::kHalfMade,
               absl::StrCat(label, ": ", Text(used)));
        }
        entry->second.certain = true;
        ++entry;
        continue;
      }
      if (entry->second.certain || !absl::IsNotFound(found.status())) {
        Find(Verdict::kLost,
             absl::StrCat(label, ": ", found.ok() ? "more than one" : Text(found.status())));
      }
      entry = ledger_.keys.erase(entry);
    }
  }

  void ExamineTrust(const std::string& name, const Certificate& certificate,
                    LedgerCertificate* entry) {
    const CertificateDatabase database{};
    const absl::StatusOr<Trust> trust = database.GetTrust(certificate);
    if (!trust.ok()) {
      Find(Verdict::kTrustLost, absl::StrCat(name, ": ", Text(trust.status())));
      return;
    }
    const std::string text = TrustText(*trust);
    if (entry->trusts.count(text) == 0) {
      Find(entry->certain ? Verdict::kTrustLost : Verdict::kHalfMade,
           absl::StrCat(name, ": trust is ", text, ", not ", absl::StrJoin(entry->trusts, " or ")));
    }
    entry->trusts = {text};
    const absl::Status valid = database.Verify(certificate, CertificateUsage::kSslCa, absl::Now());
    if (valid.ok() != ((trust->ssl & kTrustedCa) != 0)) {
      Find(Verdict::kTrustLost, absl::StrCat(name, ": with trust ", text, " it is ",
                                             valid.ok() ? "valid" : Text(valid)));
    }
  }

  void ExamineCertificates() {
    const CertificateDatabase database{};
    for (auto entry = ledger_.certificates.begin(); entry != ledger_.certificates.end();) {
      const std::string& name = entry->first;
      LedgerCertificate& certificate = entry->second;
      const absl::StatusOr<Certificate> found = database.FindByDer(Unescaped(certificate.der));
      if (certificate.goes_with_key && found.ok() != (ledger_.keys.count(certificate.key) != 0)) {
        Find(Verdict::kHalfMade, absl::StrCat(name, found.ok() ? " is there, its key pair not"
                                                               : " is gone, its key pair not"));
      }
      if (!found.ok()) {
        if (certificate.certain)
          Find(Verdict::kLost, absl::StrCat(name, ": ", Text(found.status())));
        entry = ledger_.certificates.erase(entry);
        continue;
      }
      if (found->Nickname() != name) {
        Find(certificate.certain ? Verdict::kLost : Verdict::kHalfMade,
             absl::StrCat(name, ": it is called '", found->Nickname(), "'"));
      }
      ExamineTrust(name, *found, &certificate);
      certificate.certain = true;
      certificate.goes_with_key = false;
      ++entry;
    }
    const absl::StatusOr<std::vector<Certificate>> all = database.List();
    if (!all.ok()) {
      Find(Verdict::kLost, absl::StrCat("list certificates: ", Text(all.status())));
      return;
    }
    for (const Certificate& certificate : *all) {
      const absl::StatusOr<std::string> digest =
          ComputeDigest(DigestAlgorithm::kSha1, certificate.Der());
      if (digest.ok()) certificate_sha1s_.insert(*digest);
      if (ledger_.certificates.count(certificate.Nickname()) == 0) {
        Find(Verdict::kLost,
             absl::StrCat("a certificate is there that was deleted: ", certificate.Subject()));
      }
    }
  }

  void ExamineAesKeys() {
    for (auto entry = ledger_.aes_keys.begin(); entry != ledger_.aes_keys.end();) {
      const std::string& label = entry->first;
      LedgerAesKey& stored = entry->second;
      const absl::StatusOr<SymmetricKey> key = SymmetricKey::FindByLabel(label);
      if (!key.ok()) {
        if (stored.certain) Find(Verdict::kLost, absl::StrCat(label, ": ", Text(key.status())));
        entry = ledger_.aes_keys.erase(entry);
        continue;
      }
      const bool was_in_flight = stored.sealed.empty();
      if (was_in_flight) {
        const absl::StatusOr<std::string> sealed = key->EncryptGcm(stored.text);
        if (sealed.ok()) stored.sealed = absl::Base64Escape(*sealed);
      }
      const absl::StatusOr<std::string> opened = key->DecryptGcm(Unescaped(stored.sealed));
      if (!opened.ok() || *opened != stored.text) {
        Find(was_in_flight ? Verdict::kHalfMade : Verdict::kLost,
             absl::StrCat(label, ": ", opened.ok() ? "another text" : Text(opened.status())));
      }
      stored.certain = true;
      ++entry;
    }
  }

  void ExamineSecrets() {
    for (const LedgerSecret& secret : ledger_.secrets) {
      const absl::StatusOr<std::string> text = SecretDecoderRing().DecryptString(secret.blob);
      if (!text.ok() || *text != secret.text) {
        Find(Verdict::kLost,
             absl::StrCat(secret.text, ": ", text.ok() ? "another text" : Text(text.status())));
      }
    }
  }

  void ExamineRawObjects() {
    const std::vector<RawObject> private_keys = RawObjects(CKO_PRIVATE_KEY);
    const std::vector<RawObject> public_keys = RawObjects(CKO_PUBLIC_KEY);
    std::set<std::string> known_ids;
    for (const auto& [label, key] : ledger_.keys) known_ids.insert(absl::HexStringToBytes(key.id));
    for (const RawObject& key : private_keys) {
      if (key.id.empty()) {
        Find(Verdict::kHalfMade,
             absl::StrCat("a private key without CKA_ID, label '", key.label, "'"));
      } else if (!HasId(public_keys, key.id)) {
        Find(Verdict::kHalfMade,
             absl::StrCat("a private key without its public key, label '", key.label, "'"));
      } else if (known_ids.count(key.id) == 0) {
        if (key.label.empty()) {
          Find(Verdict::kHalfMade, "a pair without a label");
        } else {
          Find(Verdict::kLost, absl::StrCat("a pair is there that was deleted: ", key.label));
        }
      }
    }
    for (const RawObject& key : public_keys) {
      if (!HasId(private_keys, key.id)) {
        Find(Verdict::kHalfMade, "a public key without its private key");
      }
    }
    for (const TrustForm form : {TrustForm::kNss, TrustForm::kPkcs11}) {
      const UniqueSlot slot(nss::PK11_GetInternalKeySlot());
      const absl::StatusOr<std::vector<TrustObject>> all = ListTrustObjects(slot.get(), form);
      if (!all.ok() || std::any_of(all->begin(), all->end(),
                                   [](const TrustObject& trust) { return trust.unreadable; })) {
        Find(Verdict::kHalfMade, "trust with the signatures of another");
      }
    }
    for (const RawObject& trust : RawObjects(CKO_NSS_TRUST)) {
      if (certificate_sha1s_.count(trust.sha1) == 0) {
        Find(Verdict::kHalfMade,
             trust.sha1.empty() ? "trust that cannot be read" : "trust without its certificate");
      }
    }
    for (const RawObject& key : RawObjects(CKO_SECRET_KEY)) {
      if (key.id == kSecretKeyId || ledger_.aes_keys.count(key.label) != 0) continue;
      if (key.label.empty()) {
        Find(Verdict::kHalfMade, "a secret key without label, and not the key of the secrets");
      } else {
        Find(Verdict::kLost, absl::StrCat("an AES key is there that was deleted: ", key.label));
      }
    }
  }

  void ExamineWriting() {
    absl::Status written = TryWriting();
    // Writes every key and all trust anew.
    const std::string& password = *ledger_.passwords.begin();
    if (written.ok()) written = TokenPassword().Change(password, password);
    if (!written.ok()) Find(Verdict::kCannotWrite, Text(written));
  }

  static absl::Status TryWriting() {
    const absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256);
    if (!key.ok()) return key.status();
    CertificateRequest request;
    request.subject = "CN=written after the crash";
    request.serial = static_cast<uint64_t>(absl::GetCurrentTimeNanos());
    request.not_before = absl::Now() - absl::Hours(48);
    request.not_after = absl::Now() + absl::Hours(48);
    const absl::StatusOr<std::string> der = KeyService().MakeSelfSignedCertificate(*key, request);
    if (!der.ok()) return der.status();
    const absl::StatusOr<Trust> trust = Trust::Parse("P,,");
    if (!trust.ok()) return trust.status();
    const CertificateDatabase database{};
    const absl::StatusOr<std::vector<Certificate>> added =
        database.Import(*der, "written after the crash", *trust);
    if (!added.ok()) return added.status();
    return database.Delete(added->front());
  }

  ProfileLedger& ledger_;
  std::vector<Finding>& findings_;
  std::set<std::string> certificate_sha1s_;
};

// Not while NSS has the file open: closing it here would drop NSS's locks.
void CheckIntegrity(const std::string& path, std::vector<Finding>* findings) {
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, sqlite3_close);
  std::string answer;
  const auto note = [](void* text, int columns, char** values, char**) {
    if (columns > 0 && values[0] != nullptr)
      absl::StrAppend(static_cast<std::string*>(text), values[0]);
    return 0;
  };
  if (opened != SQLITE_OK ||
      sqlite3_exec(database.get(), "PRAGMA integrity_check", note, &answer, nullptr) != SQLITE_OK) {
    answer = sqlite3_errmsg(database.get());
  }
  if (answer != "ok") {
    findings->push_back(
        {Verdict::kCorrupt,
         absl::StrCat(std::filesystem::path(path).filename().string(), ": ", answer)});
  }
}

}  // namespace

const char* VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kLost:
      return "lost";
    case Verdict::kHalfMade:
      return "half-made";
    case Verdict::kTrustLost:
      return "trust lost";
    case Verdict::kCorrupt:
      return "corrupt";
    case Verdict::kCannotOpen:
      return "cannot open";
    case Verdict::kCannotWrite:
      return "cannot write";
    case Verdict::kCrashed:
      return "crashed";
  }
  return "?";
}

std::vector<Finding> ExamineProfile(SecurityManager* manager, const std::string& directory,
                                    ProfileLedger* ledger) {
  std::vector<Finding> findings;
  const absl::StatusOr<OpenReport> opened = manager->OpenProfile(directory);
  if (!opened.ok()) return {{Verdict::kCannotOpen, Text(opened.status())}};
  if (opened->created && ledger->creation == Creation::kDone) {
    findings.push_back({Verdict::kLost, "the profile was made anew"});
  }
  if (opened->access != ProfileAccess::kReadWrite) {
    findings.push_back({Verdict::kCannotWrite, Text(opened->why)});
  }
  Examiner(ledger, &findings).Examine();
  ledger->creation = Creation::kDone;
  const absl::StatusOr<CloseReport> closed = manager->CloseProfile();
  if (!closed.ok()) {
    findings.push_back({Verdict::kCannotOpen, Text(closed.status())});
    return findings;
  }
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    if (file.path().extension() == ".db") CheckIntegrity(file.path().string(), &findings);
  }
  return findings;
}

}  // namespace psm::crash
