#include "tools/profile_switch_runner/workload.h"

#include <pthread.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <numeric>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/types/optional.h"
#include "psm/certificate_database.h"
#include "psm/digest.h"
#include "psm/hmac.h"
#include "psm/key_service.h"
#include "psm/random.h"
#include "psm/secret_decoder_ring.h"
#include "psm/symmetric_key.h"
#include "psm/token_password.h"
#include "shutdown/prevention_lock.h"
#include "tools/profile_switch_runner/random_sequence.h"

namespace psm::runner {
namespace {

constexpr char kMessage[] = "the message that the workers sign, digest and encrypt";
// SHA-256 of "abc", FIPS 180-4.
constexpr char kAbcDigest[] =
    "\xba\x78\x16\xbf\x8f\x01\xcf\xea\x41\x41\x40\xde\x5d\xae\x22\x23"
    "\xb0\x03\x61\xa3\x96\x17\x7a\x9c\xb4\x10\xff\x61\xf2\x00\x15\xad";
constexpr size_t kStash = 12;

// Says that something of another profile was seen; any other error is an unexpected one.
absl::Status WrongProfile(absl::string_view what) {
  absl::Status status = absl::DataLossError(what);
  status.SetPayload("runner/wrong-profile", absl::Cord("1"));
  return status;
}
bool IsWrongProfile(const absl::Status& status) {
  return status.GetPayload("runner/wrong-profile").has_value();
}

absl::Status Wrong(absl::string_view what) { return absl::InternalError(what); }

#define RETURN_IF_ERROR(expression)            \
  do {                                         \
    const absl::Status status_ = (expression); \
    if (!status_.ok()) return status_;         \
  } while (false)

// A handle kept from some generation.
struct Kept {
  const char* kind;
  uint64_t era;
  std::function<absl::Status()> use;  // owns the handle
};

struct Call {
  const Profile& profile;
  const Profile& other;  // another profile, or the same if there is only one
  size_t thread;
  RandomSequence& random;
  std::function<void(const char*, std::function<absl::Status()>)> keep;

  bool alone() const { return &profile == &other; }
  bool keeps() const { return random.OneIn(4); }
};

template <typename T, typename F>
std::function<absl::Status()> Keeping(T handle, F use) {
  return [shared = std::make_shared<T>(std::move(handle)), use] { return use(*shared); };
}

absl::Status CheckSubject(const Certificate& certificate, const std::string& subject) {
  if (certificate.Subject() == subject) return absl::OkStatus();
  return WrongProfile(absl::StrCat("certificate ", certificate.Subject(), " instead of ", subject));
}

absl::Status FindCertificate(Call& call) {
  const size_t which = call.random.Below(call.profile.nicknames.size());
  absl::StatusOr<Certificate> found =
      CertificateDatabase().FindByNickname(call.profile.nicknames[which]);
  if (!found.ok()) return found.status();
  RETURN_IF_ERROR(CheckSubject(*found, call.profile.subjects[which]));
  if (call.keeps()) {
    call.keep("certificate", Keeping(*std::move(found), [](const Certificate& kept) {
                return CertificateDatabase().GetTrust(kept).status();
              }));
  }
  return absl::OkStatus();
}

absl::Status MissForeignCertificate(Call& call) {
  if (call.alone()) return absl::OkStatus();
  absl::StatusOr<Certificate> found = CertificateDatabase().FindByNickname(call.other.nicknames[0]);
  if (absl::IsNotFound(found.status())) return absl::OkStatus();
  if (!found.ok()) return found.status();
  return WrongProfile(absl::StrCat(call.profile.id, " shows the certificate ", found->Subject()));
}

absl::Status ListCertificates(Call& call) {
  absl::StatusOr<std::vector<Certificate>> list = CertificateDatabase().List();
  if (!list.ok()) return list.status();
  size_t own = 0;
  const std::string prefix = absl::StrCat("CN=", call.profile.id, "-");
  const std::string foreign = absl::StrCat("CN=", call.other.id, "-");
  for (const Certificate& certificate : *list) {
    own += std::count(call.profile.subjects.begin(), call.profile.subjects.end(),
                      certificate.Subject());
    if (!call.alone() && absl::StartsWith(certificate.Subject(), foreign)) {
      return WrongProfile(absl::StrCat(call.profile.id, " lists ", certificate.Subject()));
    }
  }
  if (own < call.profile.subjects.size()) {
    return Wrong(absl::StrCat(call.profile.id, " lists ", own, " of its ",
                              call.profile.subjects.size(), " certificates, and ", list->size(),
                              " in all"));
  }
  return absl::OkStatus();
}

absl::Status GetTrust(Call& call) {
  const CertificateDatabase database;
  absl::StatusOr<Certificate> shared = database.FindByNickname(kSharedCaNickname);
  if (!shared.ok()) return shared.status();
  absl::StatusOr<Trust> trust = database.GetTrust(*shared);
  if (!trust.ok()) return trust.status();
  if (trust->ToString() != call.profile.shared_trust) {
    return WrongProfile(absl::StrCat(call.profile.id, " trusts the shared CA as ",
                                     trust->ToString(), " instead of ", call.profile.shared_trust));
  }
  return absl::OkStatus();
}

absl::Status VerifyCertificate(Call& call) {
  const CertificateDatabase database;
  absl::StatusOr<Certificate> shared = database.FindByNickname(kSharedCaNickname);
  if (!shared.ok()) return shared.status();
  const absl::Status verified = database.Verify(*shared, CertificateUsage::kSslCa, absl::Now());
  if (IsGateRefusal(verified)) return verified;
  if (verified.ok() != call.profile.shared_is_trusted) {
    return WrongProfile(
        absl::StrCat(call.profile.id, " verifies the shared CA: ", verified.ToString()));
  }
  return absl::OkStatus();
}

absl::Status ImportAndDelete(Call& call) {
  if (call.thread >= call.profile.temporary_certificates.size()) return absl::OkStatus();
  const CertificateDatabase database;
  const std::string nickname = absl::StrCat(call.profile.id, " temporary ", call.thread);
  absl::StatusOr<std::vector<Certificate>> added =
      database.Import(call.profile.temporary_certificates[call.thread], nickname, Trust());
  if (!added.ok()) return added.status();
  absl::StatusOr<Trust> trust = Trust::Parse("P,,");
  RETURN_IF_ERROR(database.SetTrust((*added)[0], *trust));
  absl::StatusOr<Trust> stored = database.GetTrust((*added)[0]);
  if (!stored.ok()) return stored.status();
  RETURN_IF_ERROR(database.Delete((*added)[0]));
  if ((stored->ssl & ~kUserCertificate) == trust->ssl) return absl::OkStatus();
  return Wrong(absl::StrCat("the trust is ", stored->ToString(), " after it was set to ",
                            trust->ToString()));
}

absl::Status SignWithStoredKey(Call& call) {
  absl::StatusOr<PrivateKey> key = KeyService().FindById(call.profile.key_id);
  if (!key.ok()) return key.status();
  if (key->label() != call.profile.key_label) {
    return WrongProfile(absl::StrCat(call.profile.id, " has a key labelled ", key->label()));
  }
  absl::StatusOr<std::string> signature = key->Sign(DigestAlgorithm::kSha256, kMessage);
  if (!signature.ok()) return signature.status();
  absl::StatusOr<PublicKey> public_key = PublicKey::Import(call.profile.spki);
  if (!public_key.ok()) return public_key.status();
  const absl::Status genuine = public_key->Verify(DigestAlgorithm::kSha256, kMessage, *signature);
  if (absl::IsInvalidArgument(genuine)) {
    return WrongProfile(absl::StrCat(call.profile.id, " signed with another key"));
  }
  RETURN_IF_ERROR(genuine);
  if (call.keeps()) {
    call.keep("stored private key", Keeping(*std::move(key), [](const PrivateKey& kept) {
                return kept.Sign(DigestAlgorithm::kSha256, kMessage).status();
              }));
  }
  if (call.keeps()) {
    call.keep("public key",
              Keeping(*std::move(public_key), [signature = *signature](const PublicKey& kept) {
                return kept.Verify(DigestAlgorithm::kSha256, kMessage, signature);
              }));
  }
  return absl::OkStatus();
}

absl::Status MissForeignKey(Call& call) {
  if (call.alone()) return absl::OkStatus();
  absl::StatusOr<PrivateKey> key = KeyService().FindById(call.other.key_id);
  if (absl::IsNotFound(key.status())) return absl::OkStatus();
  if (!key.ok()) return key.status();
  return WrongProfile(absl::StrCat(call.profile.id, " has the key ", key->label()));
}

absl::Status ListKeys(Call& call) {
  absl::StatusOr<std::vector<PrivateKey>> keys = KeyService().FindByLabel(call.profile.key_label);
  if (!keys.ok()) return keys.status();
  for (const PrivateKey& key : *keys) {
    if (key.id() != call.profile.key_id) return WrongProfile(absl::StrCat("key id ", key.id()));
  }
  return absl::OkStatus();
}

absl::Status SessionKeyPair(Call& call) {
  absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256);
  if (!key.ok()) return key.status();
  RETURN_IF_ERROR(key->Sign(DigestAlgorithm::kSha256, kMessage).status());
  if (call.keeps()) {
    call.keep("session private key", Keeping(*std::move(key), [](const PrivateKey& kept) {
                return kept.Sign(DigestAlgorithm::kSha256, kMessage).status();
              }));
  }
  return absl::OkStatus();
}

absl::Status StoredKeyPair(Call& call) {
  absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(
      EllipticCurve::kP256, absl::StrCat(call.profile.id, " temporary ", call.thread));
  if (!key.ok()) return key.status();
  const absl::Status used = key->Sign(DigestAlgorithm::kSha256, kMessage).status();
  RETURN_IF_ERROR(key->Delete());
  return used;
}

absl::Status DecryptSecret(Call& call) {
  absl::StatusOr<std::string> text = SecretDecoderRing().DecryptString(call.profile.sdr_blob);
  if (!text.ok()) return text.status();
  if (*text != call.profile.secret) {
    return WrongProfile(
        absl::StrCat(call.profile.id, " decrypts its own secret to something else"));
  }
  return absl::OkStatus();
}

// CBC with the wrong key can end in a valid padding: then the text is garbage.
absl::Status MissForeignSecret(Call& call) {
  if (call.alone()) return absl::OkStatus();
  absl::StatusOr<std::string> text = SecretDecoderRing().DecryptString(call.other.sdr_blob);
  if (text.ok() && *text == call.other.secret) {
    return WrongProfile(absl::StrCat(call.profile.id, " decrypts ", *text));
  }
  const bool failed_as_it_should =
      absl::IsInvalidArgument(text.status()) || absl::IsNotFound(text.status());
  return text.ok() || failed_as_it_should ? absl::OkStatus() : text.status();
}

absl::Status EncryptSecret(Call& /*call*/) {
  const SecretDecoderRing ring;
  absl::StatusOr<std::string> blob = ring.EncryptString(kMessage);
  if (!blob.ok()) return blob.status();
  absl::StatusOr<std::string> text = ring.DecryptString(*blob);
  if (!text.ok()) return text.status();
  return *text == kMessage ? absl::OkStatus() : Wrong("a new secret does not come back");
}

absl::Status Random(Call& /*call*/) {
  absl::StatusOr<std::string> first = RandomGenerator().Generate(32);
  if (!first.ok()) return first.status();
  absl::StatusOr<std::string> second = RandomGenerator().Generate(32);
  if (!second.ok()) return second.status();
  return first->size() == 32 && *first != *second ? absl::OkStatus() : Wrong("random bytes repeat");
}

absl::Status DigestAtOnce(Call& /*call*/) {
  absl::StatusOr<std::string> sum = ComputeDigest(DigestAlgorithm::kSha256, "abc");
  if (!sum.ok()) return sum.status();
  return *sum == absl::string_view(kAbcDigest, 32) ? absl::OkStatus() : Wrong("wrong digest");
}

absl::Status DigestInPieces(Call& call) {
  absl::StatusOr<Digest> digest = Digest::Create(DigestAlgorithm::kSha256);
  if (!digest.ok()) return digest.status();
  RETURN_IF_ERROR(digest->Update("ab"));
  if (call.keeps()) {
    call.keep("digest", Keeping(*std::move(digest), [](Digest& kept) { return kept.Update("c"); }));
    return absl::OkStatus();
  }
  RETURN_IF_ERROR(digest->Update("c"));
  absl::StatusOr<std::string> sum = digest->Finish();
  if (!sum.ok()) return sum.status();
  return *sum == absl::string_view(kAbcDigest, 32) ? absl::OkStatus() : Wrong("wrong digest");
}

absl::Status Mac(Call& call) {
  absl::StatusOr<HmacKey> key = HmacKey::Import(DigestAlgorithm::kSha256, call.profile.id);
  if (!key.ok()) return key.status();
  absl::StatusOr<std::string> mac = key->Sign(kMessage);
  if (!mac.ok()) return mac.status();
  RETURN_IF_ERROR(key->Verify(kMessage, *mac));
  if (call.random.OneIn(8)) {
    absl::StatusOr<Hmac> hmac = key->Begin();
    if (!hmac.ok()) return hmac.status();
    call.keep("HMAC", Keeping(*std::move(hmac), [](Hmac& kept) { return kept.Update("more"); }));
  }
  if (call.keeps()) {
    call.keep("HMAC key", Keeping(*std::move(key), [mac = *mac](const HmacKey& kept) {
                return kept.Verify(kMessage, mac);
              }));
  }
  return absl::OkStatus();
}

absl::Status SessionAes(Call& call) {
  absl::StatusOr<SymmetricKey> key = SymmetricKey::Generate(256);
  if (!key.ok()) return key.status();
  absl::StatusOr<std::string> sealed = key->EncryptGcm(kMessage);
  if (!sealed.ok()) return sealed.status();
  absl::StatusOr<std::string> opened = key->DecryptGcm(*sealed);
  if (!opened.ok()) return opened.status();
  if (*opened != kMessage) return Wrong("an AES text does not come back");
  if (call.keeps()) {
    call.keep("session AES key",
              Keeping(*std::move(key), [sealed = *sealed](const SymmetricKey& kept) {
                return kept.DecryptGcm(sealed).status();
              }));
  }
  return absl::OkStatus();
}

absl::Status StoredAes(Call& call) {
  absl::StatusOr<SymmetricKey> key = SymmetricKey::FindByLabel(call.profile.aes_label);
  if (!key.ok()) return key.status();
  absl::StatusOr<std::string> opened = key->DecryptGcm(call.profile.aes_sealed);
  if (absl::IsInvalidArgument(opened.status()) || (opened.ok() && *opened != call.profile.secret)) {
    return WrongProfile(absl::StrCat(call.profile.id, " has another AES key"));
  }
  if (!opened.ok()) return opened.status();
  if (call.keeps()) {
    call.keep("stored AES key", Keeping(*std::move(key), [](const SymmetricKey& kept) {
                return kept.EncryptGcm(kMessage).status();
              }));
  }
  return absl::OkStatus();
}

absl::Status PasswordState(Call& call) {
  absl::StatusOr<TokenPassword::State> state = TokenPassword().GetState();
  if (!state.ok()) return state.status();
  const bool empty = *state == TokenPassword::State::kEmptyPassword;
  if (empty != call.profile.password.empty()) {
    return WrongProfile(absl::StrCat(call.profile.id, empty ? " has no password" : " has one"));
  }
  return *state == TokenPassword::State::kLoggedOut ? absl::UnauthenticatedError("logged out")
                                                    : absl::OkStatus();
}

struct Operation {
  const char* name;
  int weight;        // out of the sum of all
  bool needs_token;  // it may fail while the key token is locked
  bool in_the_way;   // it writes, or lists what another process is about to delete
  bool also_alone;  // needs no profile of its own, so it is at times called without a lock round it
  absl::Status (*run)(Call& call);
};

// A write to the databases costs 10 to 30 ms of fsync: rare. The first secret that is encrypted in
// a profile may make its key.
constexpr Operation kOperations[] = {
    {"find certificate", 500, false, false, false, FindCertificate},
    {"miss foreign certificate", 200, false, false, false, MissForeignCertificate},
    {"list certificates", 60, false, true, false, ListCertificates},
    {"get trust", 250, true, false, false, GetTrust},
    {"verify certificate", 60, true, false, false, VerifyCertificate},
    {"import and delete", 1, true, true, false, ImportAndDelete},
    {"sign with stored key", 100, true, false, false, SignWithStoredKey},
    {"miss foreign key", 80, true, false, false, MissForeignKey},
    {"list keys", 40, true, false, false, ListKeys},
    {"session key pair", 40, false, false, true, SessionKeyPair},
    {"stored key pair", 1, true, true, false, StoredKeyPair},
    {"decrypt secret", 150, true, false, false, DecryptSecret},
    {"miss foreign secret", 40, true, false, false, MissForeignSecret},
    {"encrypt secret", 40, true, true, false, EncryptSecret},
    {"random", 900, false, false, true, Random},
    {"digest", 1500, false, false, true, DigestAtOnce},
    {"digest in pieces", 700, false, false, true, DigestInPieces},
    {"HMAC", 700, false, false, false, Mac},
    {"session AES", 700, false, false, true, SessionAes},
    {"stored AES", 80, true, false, false, StoredAes},
    {"password state", 200, true, false, false, PasswordState},
};
constexpr int kUseKept = std::size(kOperations);
constexpr int kUseKeptWeight = 1500;
constexpr const char* kUseKeptName = "use a kept handle";

int TotalWeight() {
  return std::accumulate(
      std::begin(kOperations), std::end(kOperations), kUseKeptWeight,
      [](int sum, const Operation& operation) { return sum + operation.weight; });
}

}  // namespace

class Workload::Worker {
 public:
  Worker(size_t index, uint64_t seed, const ProfileSet& profiles, World* world)
      : index_(index), random_(seed), profiles_(profiles), world_(*world) {}

  void Run();
  absl::Status CheckUsable(int profile);

  uint64_t done() const { return done_.load(std::memory_order_relaxed); }
  absl::Duration in_operation_for() const {
    const int64_t since = since_ns_.load(std::memory_order_relaxed);
    return since == 0 ? absl::ZeroDuration() : absl::Now() - absl::FromUnixNanos(since);
  }
  const char* operation() const { return operation_.load(std::memory_order_relaxed); }
  void AddTo(WorkloadTally* tally) const;

 private:
  enum Refusal { kClosed, kStale, kTokenLocked, kRefusals };

  void Step();
  void RunLocked(const Operation& operation, int which);
  void RunAlone(const Operation& operation, int which);
  void UseKept();
  void Keep(const char* kind, std::function<absl::Status()> use);
  Call MakeCall(int profile);
  void Judge(const char* name, const Profile* profile, const absl::Status& status);
  int ProfileUnder(const PreventionLock& lock);
  void NoteHold(const char* name);
  bool TokenMayBeLocked(uint64_t phase) const;
  void Refused(const absl::Status& status);

  const size_t index_;
  RandomSequence random_;
  const ProfileSet& profiles_;
  World& world_;

  std::array<Kept, kStash> kept_ = {};
  size_t next_kept_ = 0;
  std::atomic<uint64_t> done_{0};
  std::atomic<int64_t> since_ns_{0};
  std::atomic<const char*> operation_{"not started"};
  std::array<uint64_t, std::size(kOperations) + 1> counts_ = {};
  std::array<uint64_t, kRefusals> refusals_ = {};
  const char* slowest_ = "";
  absl::Duration slowest_hold_;
};

Call Workload::Worker::MakeCall(int profile) {
  const auto size = static_cast<int>(profiles_.size());
  const int other =
      size == 1
          ? profile
          : (profile + 1 + static_cast<int>(random_.Below(static_cast<uint64_t>(size - 1)))) % size;
  return Call{
      profiles_[profile], profiles_[other], index_, random_,
      [this](const char* kind, std::function<absl::Status()> use) { Keep(kind, std::move(use)); }};
}

void Workload::Worker::Keep(const char* kind, std::function<absl::Status()> use) {
  kept_[next_kept_++ % kStash] = Kept{kind, world_.era(), std::move(use)};
}

int Workload::Worker::ProfileUnder(const PreventionLock& lock) {
  const int profile = world_.ProfileOf(lock.generation());
  if (profile == World::kUnknown) {
    world_.findings().Add(Problem::kWrongProfile,
                          absl::StrCat("the gate is open for generation ", lock.generation(),
                                       ", and the manager names no profile"));
  }
  return profile;
}

bool Workload::Worker::TokenMayBeLocked(uint64_t phase) const {
  return phase % 2 == 1 || world_.token_phase.load() != phase;
}

void Workload::Worker::Refused(const absl::Status& status) {
  ++refusals_[absl::IsUnavailable(status) ? kClosed : kStale];
}

void Workload::Worker::Judge(const char* name, const Profile* profile, const absl::Status& status) {
  if (status.ok()) return;
  world_.findings().Add(
      IsWrongProfile(status) ? Problem::kWrongProfile : Problem::kUnexpectedError,
      absl::StrCat(name, profile != nullptr ? absl::StrCat(" in ", profile->id) : "", ": ",
                   status.ToString()));
}

void Workload::Worker::NoteHold(const char* name) {
  if (!GateIsClosing()) return;
  const absl::Duration held = absl::Now() - world_.drain_began();
  if (held > slowest_hold_) {
    slowest_hold_ = held;
    slowest_ = name;
  }
}

void Workload::Worker::RunLocked(const Operation& operation, int which) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(operation.name);
  if (!lock.ok()) {
    Refused(lock.status());
    world_.WaitUntilOpen(absl::Milliseconds(5));
    return;
  }
  const int profile = ProfileUnder(*lock);
  if (profile < 0) return;
  if (operation.in_the_way && !world_.GetInTheWay()) return;
  const absl::Cleanup out_of_the_way = [&] {
    if (operation.in_the_way) world_.GetOutOfTheWay();
  };
  const uint64_t phase = world_.token_phase.load();
  Call call = MakeCall(profile);
  const absl::Status status = operation.run(call);
  if (!status.ok() && operation.needs_token && !IsWrongProfile(status) && !IsGateRefusal(status) &&
      !call.profile.password.empty() && TokenMayBeLocked(phase)) {
    ++refusals_[kTokenLocked];
  } else {
    Judge(operation.name, &call.profile, status);
  }
  if (lock->generation() != 0) ++counts_[static_cast<size_t>(which)];
  NoteHold(operation.name);
}

// Each call inside may be refused; those that pass must be right.
void Workload::Worker::RunAlone(const Operation& operation, int which) {
  Call call = MakeCall(0);
  call.keep = [](const char*, std::function<absl::Status()>) {};  // of which era is not known
  const absl::Status status = operation.run(call);
  if (IsGateRefusal(status)) {
    Refused(status);
    if (absl::IsUnavailable(status)) world_.WaitUntilOpen(absl::Milliseconds(5));
    return;
  }
  Judge(operation.name, nullptr, status);
  ++counts_[static_cast<size_t>(which)];
}

void Workload::Worker::UseKept() {
  Kept& kept = kept_[random_.Below(kStash)];
  if (kept.use == nullptr) return;
  if (random_.OneIn(4)) {
    kept.use = nullptr;  // whatever the gate's state
    return;
  }
  // Under a lock the era cannot change; without one the handle may go stale at any moment, but
  // never comes back.
  absl::optional<PreventionLock> lock;
  if (!random_.OneIn(3)) {
    absl::StatusOr<PreventionLock> acquired = PreventionLock::Acquire(kUseKeptName);
    if (!acquired.ok()) {
      Refused(acquired.status());
      world_.WaitUntilOpen(absl::Milliseconds(5));
      return;
    }
    lock.emplace(*std::move(acquired));
  }
  const bool locked = lock.has_value();
  const bool stale = kept.era != world_.era();
  const uint64_t phase = world_.token_phase.load();
  const absl::Status status = kept.use();
  if (stale && status.ok()) {
    Judge(kept.kind, nullptr, WrongProfile("a handle of an earlier profile works"));
  } else if (IsGateRefusal(status) && (stale || !locked)) {
    Refused(status);
  } else if (!status.ok() && TokenMayBeLocked(phase)) {
    ++refusals_[kTokenLocked];
  } else {
    Judge(kept.kind, nullptr, status);
  }
  ++counts_[kUseKept];
  if (locked) NoteHold(kUseKeptName);
}

void Workload::Worker::Step() {
  static const int total = TotalWeight();
  auto left = static_cast<int>(random_.Below(static_cast<uint64_t>(total)));
  for (size_t i = 0; i < std::size(kOperations); ++i) {
    left -= kOperations[i].weight;
    if (left >= 0) continue;
    operation_.store(kOperations[i].name, std::memory_order_relaxed);
    if (kOperations[i].also_alone && random_.OneIn(2)) {
      RunAlone(kOperations[i], static_cast<int>(i));
    } else {
      RunLocked(kOperations[i], static_cast<int>(i));
    }
    return;
  }
  operation_.store(kUseKeptName, std::memory_order_relaxed);
  UseKept();
}

void Workload::Worker::Run() {
  while (!world_.stop.load(std::memory_order_acquire)) {
    since_ns_.store(absl::ToUnixNanos(absl::Now()), std::memory_order_relaxed);
    Step();
    done_.fetch_add(1, std::memory_order_relaxed);
  }
  since_ns_.store(0);
  operation_.store("ended");
  kept_ = {};
}

absl::Status Workload::Worker::CheckUsable(int profile) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("check the profile");
  if (!lock.ok()) return lock.status();
  if (ProfileUnder(*lock) != profile) return WrongProfile("the manager names another profile");
  Call call = MakeCall(profile);
  for (auto* run : {FindCertificate, MissForeignCertificate, DigestAtOnce}) {
    RETURN_IF_ERROR(run(call));
  }
  if (call.profile.password.empty()) {
    for (auto* run : {SignWithStoredKey, DecryptSecret}) RETURN_IF_ERROR(run(call));
  }
  return absl::OkStatus();
}

void Workload::Worker::AddTo(WorkloadTally* tally) const {
  for (size_t i = 0; i < std::size(kOperations); ++i) {
    tally->operations[kOperations[i].name] += counts_[i];
  }
  tally->operations[kUseKeptName] += counts_[kUseKept];
  tally->refusals["gate closed"] += refusals_[kClosed];
  tally->refusals["handle of an earlier profile"] += refusals_[kStale];
  tally->refusals["key token locked"] += refusals_[kTokenLocked];
  if (slowest_hold_ > tally->slowest_hold) {
    tally->slowest_hold = slowest_hold_;
    tally->slowest_holder = slowest_;
  }
}

Workload::Workload(const Options& options, const ProfileSet& profiles, World* world) {
  for (int i = 0; i < options.threads; ++i) {
    const auto index = static_cast<size_t>(i);
    workers_.push_back(
        std::make_unique<Worker>(index, options.seed * 1000003 + index, profiles, world));
  }
  checker_ = std::make_unique<Worker>(workers_.size(), options.seed, profiles, world);
}

Workload::~Workload() { Stop(); }

void Workload::Start() {
  for (size_t i = 0; i < workers_.size(); ++i) {
    threads_.emplace_back([worker = workers_[i].get(), i] {
      pthread_setname_np(pthread_self(), absl::StrCat("worker ", i).c_str());
      worker->Run();
    });
  }
}

void Workload::Stop() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

uint64_t Workload::operations() const {
  uint64_t sum = 0;
  for (const auto& worker : workers_) sum += worker->done();
  return sum;
}

void Workload::WaitForOperations(uint64_t count, absl::Duration timeout) const {
  const uint64_t wanted = operations() + count;
  const absl::Time end = absl::Now() + timeout;
  while (operations() < wanted && absl::Now() < end) absl::SleepFor(absl::Microseconds(50));
}

absl::Status Workload::CheckUsable(int profile) { return checker_->CheckUsable(profile); }

std::string Workload::DescribeThreads() const {
  std::string text;
  for (size_t i = 0; i < workers_.size(); ++i) {
    absl::StrAppend(&text, "  worker ", i, ": ", workers_[i]->operation(), " for ",
                    absl::FormatDuration(workers_[i]->in_operation_for()), "\n");
  }
  return text;
}

absl::Duration Workload::LongestOperation() const {
  absl::Duration longest;
  for (const auto& worker : workers_) longest = std::max(longest, worker->in_operation_for());
  return longest;
}

WorkloadTally Workload::tally() const {
  WorkloadTally tally;
  for (const auto& worker : workers_) worker->AddTo(&tally);
  return tally;
}

}  // namespace psm::runner
