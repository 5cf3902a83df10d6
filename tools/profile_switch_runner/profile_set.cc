#include "tools/profile_switch_runner/profile_set.h"

#include <stdlib.h>
#include <string.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nlohmann/json.hpp"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/profiles_ini.h"
#include "psm/secret_decoder_ring.h"
#include "psm/symmetric_key.h"
#include "psm/token_password.h"
#include "tools/profile_switch_runner/certutil.h"

namespace psm::runner {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr char kManifest[] = "profile_switch_runner.json";
constexpr char kOriginals[] = "originals";
constexpr char kSharedCaFile[] = "profile_switch_runner_ca.b64";
constexpr absl::string_view kTrusts[] = {"CT,C,C", ",,", "C,,", "CT,,", "T,C,"};

std::string CanonicalPath(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::canonical(path, error);
  return error ? path : canonical.string();
}

absl::Status WriteFile(const std::string& path, absl::string_view text) {
  std::ofstream file(path, std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  return file ? absl::OkStatus() : absl::UnavailableError(absl::StrCat("cannot write ", path));
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string IdFrom(absl::string_view folder) {
  std::string id;
  for (const char c : folder) id += std::isalnum(static_cast<unsigned char>(c)) ? c : '.';
  return id;
}

// False if certutil is not installed, or refuses.
bool MakeWithCertutil(const Profile& profile) {
  const std::string database = absl::StrCat("sql:", profile.dir);
  const std::string noise = absl::StrCat(profile.dir, "/noise");
  if (!WriteFile(noise, "only for a key that nobody uses").ok()) return false;
  const bool made = RunCertutil({"-N", "-d", database, "--empty-password"}).ok() &&
                    RunCertutil({"-S",
                                 "-d",
                                 database,
                                 "-n",
                                 absl::StrCat(profile.id, " by certutil"),
                                 "-s",
                                 absl::StrCat("CN=", profile.id, "-certutil"),
                                 "-x",
                                 "-t",
                                 ",,",
                                 "-k",
                                 "ec",
                                 "-q",
                                 "secp256r1",
                                 "-m",
                                 "77",
                                 "-v",
                                 "120",
                                 "-z",
                                 noise})
                        .ok();
  fs::remove(noise);
  return made;
}

Json ToJson(const Profile& profile) {
  Json temporary = Json::array();
  for (const std::string& der : profile.temporary_certificates) {
    temporary.push_back(absl::Base64Escape(der));
  }
  return {{"id", profile.id},
          {"made_by", profile.made_by},
          {"password", profile.password},
          {"nicknames", profile.nicknames},
          {"subjects", profile.subjects},
          {"temporary_certificates", temporary},
          {"shared_trust", profile.shared_trust},
          {"shared_is_trusted", profile.shared_is_trusted},
          {"key_id", profile.key_id},
          {"key_label", profile.key_label},
          {"spki", absl::Base64Escape(profile.spki)},
          {"aes_label", profile.aes_label},
          {"aes_sealed", absl::Base64Escape(profile.aes_sealed)},
          {"secret", profile.secret},
          {"sdr_blob", profile.sdr_blob}};
}

std::string Unescaped(const Json& json, const char* key) {
  std::string bytes;
  absl::Base64Unescape(json.at(key).get<std::string>(), &bytes);
  return bytes;
}

absl::Status FromJson(const std::string& text, Profile* profile) {
  try {
    const Json json = Json::parse(text);
    profile->id = json.at("id");
    profile->made_by = json.at("made_by");
    profile->password = json.at("password");
    profile->nicknames = json.at("nicknames").get<std::vector<std::string>>();
    profile->subjects = json.at("subjects").get<std::vector<std::string>>();
    profile->temporary_certificates.clear();
    for (const Json& escaped : json.at("temporary_certificates")) {
      std::string der;
      absl::Base64Unescape(escaped.get<std::string>(), &der);
      profile->temporary_certificates.push_back(std::move(der));
    }
    profile->shared_trust = json.at("shared_trust");
    profile->shared_is_trusted = json.at("shared_is_trusted");
    profile->key_id = json.at("key_id");
    profile->key_label = json.at("key_label");
    profile->spki = Unescaped(json, "spki");
    profile->aes_label = json.at("aes_label");
    profile->aes_sealed = Unescaped(json, "aes_sealed");
    profile->secret = json.at("secret");
    profile->sdr_blob = json.at("sdr_blob");
  } catch (const Json::exception& error) {
    return absl::DataLossError(absl::StrCat(profile->dir, "/", kManifest, ": ", error.what()));
  }
  return absl::OkStatus();
}

#define RETURN_IF_ERROR(expression)            \
  do {                                         \
    const absl::Status status_ = (expression); \
    if (!status_.ok()) return status_;         \
  } while (false)

CertificateRequest RequestFor(absl::string_view common_name, uint64_t serial) {
  CertificateRequest request;
  request.subject = absl::StrCat("CN=", common_name);
  request.serial = serial;
  request.not_before = absl::Now() - absl::Hours(24);
  request.not_after = absl::Now() + absl::Hours(24 * 3650);
  return request;
}

// The certificate that every profile of the run has; made once, with a key that is thrown away.
absl::StatusOr<std::string> SharedCa(const std::string& root) {
  const std::string path = absl::StrCat(root, "/", kSharedCaFile);
  std::string der;
  absl::StatusOr<std::string> kept = ReadFile(path);
  if (kept.ok() && absl::Base64Unescape(*kept, &der)) return der;
  absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256);
  if (!key.ok()) return key.status();
  CertificateRequest request = RequestFor(kSharedCaNickname, 1);
  request.is_ca = true;
  absl::StatusOr<std::string> made = KeyService().MakeSelfSignedCertificate(*key, request);
  if (!made.ok()) return made;
  RETURN_IF_ERROR(WriteFile(path, absl::Base64Escape(*made)));
  return made;
}

absl::Status PlantCertificates(const std::string& shared_ca, const PrivateKey& key, size_t index,
                               int threads, Profile* profile) {
  const CertificateDatabase database;
  const KeyService keys;
  const std::string issuer = absl::StrCat("CN=", profile->id, "-0");
  CertificateRequest ca = RequestFor(absl::StrCat(profile->id, "-0"), 10);
  ca.is_ca = true;
  absl::StatusOr<std::string> ca_der = keys.MakeSelfSignedCertificate(key, ca);
  if (!ca_der.ok()) return ca_der.status();
  absl::StatusOr<PublicKey> public_key = key.GetPublicKey();
  if (!public_key.ok()) return public_key.status();
  absl::StatusOr<std::string> leaf_der = keys.IssueCertificate(
      key, issuer, *public_key, RequestFor(absl::StrCat(profile->id, "-1"), 11));
  if (!leaf_der.ok()) return leaf_der.status();

  const std::string ders[] = {*ca_der, *leaf_der};
  for (size_t i = 0; i < 2; ++i) {
    const std::string nickname = absl::StrCat(profile->id, " certificate ", i);
    absl::StatusOr<std::vector<Certificate>> added = database.Import(ders[i], nickname, Trust());
    if (!added.ok()) return added.status();
    profile->nicknames.push_back(nickname);
    profile->subjects.push_back((*added)[0].Subject());
  }
  for (int i = 0; i < threads; ++i) {
    absl::StatusOr<std::string> der = keys.IssueCertificate(
        key, issuer, *public_key,
        RequestFor(absl::StrCat(profile->id, "-tmp", i), 100 + static_cast<uint64_t>(i)));
    if (!der.ok()) return der.status();
    profile->temporary_certificates.push_back(*std::move(der));
  }

  absl::StatusOr<Trust> trust = Trust::Parse(kTrusts[index % std::size(kTrusts)]);
  if (!trust.ok()) return trust.status();
  absl::StatusOr<std::vector<Certificate>> shared =
      database.Import(shared_ca, kSharedCaNickname, *trust);
  if (!shared.ok()) return shared.status();
  profile->shared_trust = trust->ToString();
  profile->shared_is_trusted =
      database.Verify((*shared)[0], CertificateUsage::kSslCa, absl::Now()).ok();
  return absl::OkStatus();
}

absl::Status PlantOne(const std::string& root, size_t index, int threads, Profile* profile) {
  if (!profile->password.empty()) {
    RETURN_IF_ERROR(TokenPassword().Change("", profile->password));
  }
  absl::StatusOr<std::string> shared_ca = SharedCa(root);
  if (!shared_ca.ok()) return shared_ca.status();

  profile->key_label = absl::StrCat(profile->id, " key");
  absl::StatusOr<PrivateKey> key =
      KeyService().GenerateEc(EllipticCurve::kP256, profile->key_label);
  if (!key.ok()) return key.status();
  profile->key_id = key->id();
  absl::StatusOr<PublicKey> public_key = key->GetPublicKey();
  if (!public_key.ok()) return public_key.status();
  absl::StatusOr<std::string> spki = public_key->ExportSpki();
  if (!spki.ok()) return spki.status();
  profile->spki = *std::move(spki);
  RETURN_IF_ERROR(PlantCertificates(*shared_ca, *key, index, threads, profile));

  profile->secret = absl::StrCat("the secret of ", profile->id);
  profile->aes_label = absl::StrCat(profile->id, " aes");
  absl::StatusOr<SymmetricKey> aes = SymmetricKey::Generate(256, profile->aes_label);
  if (!aes.ok()) return aes.status();
  absl::StatusOr<std::string> sealed = aes->EncryptGcm(profile->secret);
  if (!sealed.ok()) return sealed.status();
  profile->aes_sealed = *std::move(sealed);
  const bool triple_des = index % 2 == 1;
  const SecretDecoderRing ring(triple_des ? SecretDecoderRing::Mechanism::kTripleDes
                                          : SecretDecoderRing::Mechanism::kAes);
  absl::StatusOr<std::string> blob = ring.EncryptString(profile->secret);
  if (!blob.ok()) return blob.status();
  profile->sdr_blob = *std::move(blob);
  return WriteFile(absl::StrCat(profile->dir, "/", kManifest), ToJson(*profile).dump(1));
}

absl::StatusOr<std::vector<std::string>> ExistingProfiles(const std::string& root) {
  std::vector<std::string> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(root, error)) {
    if (fs::exists(entry.path() / "cert9.db")) found.push_back(entry.path().string());
  }
  if (error) return absl::NotFoundError(absl::StrCat(root, ": ", error.message()));
  std::sort(found.begin(), found.end());
  return found;
}

// Firefox's layout: profiles.ini, and a folder with a salted name for each profile.
absl::StatusOr<std::vector<std::string>> MakeFolders(const std::string& root, int count) {
  std::string ini;
  for (int i = 0; i < count; ++i) {
    const std::string folder = absl::StrCat("psmrun", i, ".p", i);
    absl::StrAppend(&ini, "[Profile", i, "]\nName=p", i, "\nIsRelative=1\nPath=", folder,
                    i == 0 ? "\nDefault=1\n\n" : "\n\n");
    std::error_code error;
    fs::create_directory(fs::path(root) / folder, error);
    if (error)
      return absl::UnavailableError(absl::StrCat(root, "/", folder, ": ", error.message()));
    fs::permissions(fs::path(root) / folder, fs::perms::owner_all, error);
  }
  absl::StrAppend(&ini, "[General]\nStartWithLastProfile=1\nVersion=2\n");
  const std::string path = absl::StrCat(root, "/profiles.ini");
  RETURN_IF_ERROR(WriteFile(path, ini));
  absl::StatusOr<ProfilesIni> read = ReadProfilesIni(path);
  if (!read.ok()) return read.status();
  std::vector<std::string> folders;
  for (const ProfileInfo& profile : read->profiles) folders.push_back(profile.absolute_dir);
  if (static_cast<int>(folders.size()) != count) {
    return absl::InternalError(absl::StrCat(path, " lists ", folders.size(), " of ", count));
  }
  return folders;
}

absl::StatusOr<std::string> MakeTemporaryFolder() {
  const char* base = getenv("TMPDIR");
  std::string path = absl::StrCat(base != nullptr ? base : "/tmp", "/profile_switch_runner.XXXXXX");
  if (mkdtemp(path.data()) == nullptr) {
    return absl::UnavailableError(absl::StrCat("cannot make ", path, ": ", strerror(errno)));
  }
  return path;
}

}  // namespace

absl::Status CopyProfile(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::remove_all(to, error);
  if (!error) fs::create_directories(to, error);
  if (!error) fs::permissions(to, fs::perms::owner_all, error);
  for (const char* name :
       {"cert9.db", "key4.db", "pkcs11.txt", "psm-profile.json", "psm-intents"}) {
    if (!error && fs::exists(fs::path(from) / name)) {
      fs::copy_file(fs::path(from) / name, fs::path(to) / name, error);
    }
  }
  if (!error) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("cannot copy ", from, " to ", to, ": ", error.message()));
}

absl::StatusOr<ProfileSet> ProfileSet::Prepare(const Options& options) {
  ProfileSet set;
  absl::StatusOr<std::string> scratch = MakeTemporaryFolder();
  if (!scratch.ok()) return scratch.status();
  set.scratch_ = CanonicalPath(*scratch);
  set.root_ = options.profile_dir.empty() ? set.scratch_ : CanonicalPath(options.profile_dir);

  absl::StatusOr<std::vector<std::string>> folders = ExistingProfiles(set.root_);
  if (!folders.ok()) return folders.status();
  const bool given = !folders->empty();
  if (!given) folders = MakeFolders(set.root_, options.profiles);
  if (!folders.ok()) return folders.status();
  for (const std::string& folder : *folders) {
    const size_t index = set.profiles_.size();
    Profile profile;
    profile.dir = CanonicalPath(folder);
    profile.id =
        given ? IdFrom(fs::path(profile.dir).filename().string()) : absl::StrCat("p", index);
    profile.made_by = given ? "given" : "the library";
    if (!given && index % 3 == 1) profile.password = absl::StrCat("the password of ", profile.id);
    if (!given && index > 0 && index + 1 == folders->size() && profile.password.empty() &&
        MakeWithCertutil(profile)) {
      profile.made_by = "certutil";
    }
    set.profiles_.push_back(std::move(profile));
  }
  return set;
}

absl::Status ProfileSet::Plant(SecurityManager& manager, const Options& options) {
  for (size_t i = 0; i < profiles_.size(); ++i) {
    Profile& profile = profiles_[i];
    if (fs::exists(fs::path(profile.dir) / kManifest)) continue;
    absl::StatusOr<OpenReport> opened = manager.OpenProfile(profile.dir);
    if (!opened.ok()) return opened.status();
    if (opened->access != ProfileAccess::kReadWrite) {
      return absl::FailedPreconditionError(
          absl::StrCat(profile.dir, " cannot be written: ", opened->why.ToString()));
    }
    const absl::Status planted = PlantOne(root_, i, options.threads, &profile);
    const absl::Status closed = manager.CloseProfile().status();
    if (!planted.ok()) {
      return absl::Status(planted.code(), absl::StrCat(profile.dir, ": ", planted.message()));
    }
    if (!closed.ok()) return closed;
  }
  // Our record of a profile tells what was in it when it was last opened.
  for (const Profile& profile : profiles_) {
    RETURN_IF_ERROR(manager.OpenProfile(profile.dir).status());
    RETURN_IF_ERROR(manager.CloseProfile().status());
  }
  return absl::OkStatus();
}

absl::Status ProfileSet::Load() {
  for (Profile& profile : profiles_) {
    absl::StatusOr<std::string> text = ReadFile(absl::StrCat(profile.dir, "/", kManifest));
    if (!text.ok()) return text.status();
    RETURN_IF_ERROR(FromJson(*text, &profile));
    profile.original = absl::StrCat(scratch_, "/", kOriginals, "/", profile.id);
    RETURN_IF_ERROR(CopyProfile(profile.dir, profile.original));
  }
  return absl::OkStatus();
}

int ProfileSet::IndexOf(absl::string_view dir) const {
  for (size_t i = 0; i < profiles_.size(); ++i) {
    if (profiles_[i].dir == dir) return static_cast<int>(i);
  }
  return -1;
}

ProfileSet::~ProfileSet() {
  std::error_code ignored;
  if (!scratch_.empty()) fs::remove_all(scratch_, ignored);
}

}  // namespace psm::runner
