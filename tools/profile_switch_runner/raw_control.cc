#include "tools/profile_switch_runner/raw_control.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <new>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "tools/profile_switch_runner/random_sequence.h"
#include "tools/profile_switch_runner/script.h"

namespace psm::runner {
namespace {

constexpr absl::Duration kNoProgress = absl::Seconds(20);
constexpr int kFailuresInARow = 50;

// Shared with the parent, which reads it when the child is gone.
struct Board {
  std::atomic<uint64_t> switches{0};
  std::atomic<uint64_t> failed_switches{0};
  std::atomic<uint64_t> operations{0};
  std::atomic<uint64_t> failed_operations{0};
  std::atomic<uint64_t> wrong_profile{0};
  std::atomic<bool> has_error{false};
  char error[160] = {};

  void Fail(std::atomic<uint64_t>* counter, const char* operation) {
    counter->fetch_add(1);
    if (has_error.exchange(true)) return;
    const std::string text = absl::StrCat(operation, ": ", NssErrorName(PORT_GetError()));
    strncpy(error, text.c_str(), sizeof(error) - 1);
  }
};

class BareNss {
 public:
  BareNss(const Options& options, const ProfileSet& profiles, Board* board)
      : options_(options), profiles_(profiles), board_(board) {}

  void Run();

 private:
  bool Start(int target);
  bool SwitchByShutdown(int target);
  bool SwitchBySlot(int target);
  void Work(uint64_t seed);
  void LookAtCertificate(const Profile& profile);
  void ListCertificates(const Profile& profile);
  void Digest();
  void SignWithKept(int profile, SECKEYPrivateKey** kept, int* kept_of);
  static char* Password(PK11SlotInfo* slot, PRBool retry, void* context);

  const Options& options_;
  const ProfileSet& profiles_;
  Board* const board_;
  static std::atomic<const Profile*> current_;
  std::atomic<int> index_{0};
  std::atomic<uint64_t> phase_{0};  // odd while a switch is on
  std::atomic<bool> stop_{false};
};

std::atomic<const Profile*> BareNss::current_{nullptr};

char* BareNss::Password(PK11SlotInfo* /*slot*/, PRBool retry, void* /*context*/) {
  const Profile* profile = current_.load();
  return retry || profile == nullptr ? nullptr : PORT_Strdup(profile->password.c_str());
}

bool BareNss::Start(int target) {
  const std::string dir = absl::StrCat("sql:", profiles_[target].dir);
  return NSS_Initialize(dir.c_str(), "", "", SECMOD_DB, NSS_INIT_NOMODDB | NSS_INIT_NOROOTINIT) ==
         SECSuccess;
}

bool BareNss::SwitchByShutdown(int target) {
  if (NSS_Shutdown() != SECSuccess) {
    board_->Fail(&board_->failed_switches, "NSS_Shutdown");
    // As a host would: go on with the next profile all the same.
    if (!Start(target)) return false;
    return false;
  }
  if (Start(target)) return true;
  board_->Fail(&board_->failed_switches, "NSS_Initialize");
  return false;
}

bool BareNss::SwitchBySlot(int target) {
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  if (slot != nullptr) {
    SECMOD_CloseUserDB(slot);
    PK11_FreeSlot(slot);
  }
  const std::string spec = absl::StrCat("configDir='sql:", profiles_[target].dir,
                                        "' tokenDescription='NSS Certificate DB'");
  slot = SECMOD_OpenUserDB(spec.c_str());
  if (slot == nullptr) {
    board_->Fail(&board_->failed_switches, "SECMOD_OpenUserDB");
    return false;
  }
  const bool key_slot = PK11_IsInternalKeySlot(slot);
  PK11_FreeSlot(slot);
  if (!key_slot) board_->Fail(&board_->failed_switches, "the profile is not the key slot");
  return key_slot;
}

void BareNss::LookAtCertificate(const Profile& profile) {
  CERTCertificate* found = PK11_FindCertFromNickname(profile.nicknames[0].c_str(), nullptr);
  if (found == nullptr) {
    board_->Fail(&board_->failed_operations, "find certificate");
    return;
  }
  if (found->subjectName == nullptr || profile.subjects[0] != found->subjectName) {
    board_->wrong_profile.fetch_add(1);
  }
  CERT_DestroyCertificate(found);
}

void BareNss::ListCertificates(const Profile& profile) {
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  CERTCertList* list = slot == nullptr ? nullptr : PK11_ListCertsInSlot(slot);
  if (slot != nullptr) PK11_FreeSlot(slot);
  if (list == nullptr) {
    board_->Fail(&board_->failed_operations, "list certificates");
    return;
  }
  bool found = false;
  for (CERTCertListNode* node = CERT_LIST_HEAD(list); !CERT_LIST_END(node, list);
       node = CERT_LIST_NEXT(node)) {
    const char* subject = node->cert->subjectName;
    found |= subject != nullptr && profile.subjects[0] == subject;
  }
  if (!found) board_->Fail(&board_->failed_operations, "its own certificate in the list");
  CERT_DestroyCertList(list);
}

void BareNss::Digest() {
  unsigned char sum[32];
  unsigned char data[64] = {};
  if (PK11_HashBuf(SEC_OID_SHA256, sum, data, sizeof(data)) != SECSuccess) {
    board_->Fail(&board_->failed_operations, "digest");
  }
}

// Keeps a private key over several calls, as a connection would, and so over a switch.
void BareNss::SignWithKept(int profile, SECKEYPrivateKey** kept, int* kept_of) {
  if (*kept == nullptr) {
    CERTCertificate* found =
        PK11_FindCertFromNickname(profiles_[profile].nicknames[0].c_str(), nullptr);
    if (found != nullptr) {
      *kept = PK11_FindKeyByAnyCert(found, nullptr);
      *kept_of = profile;
      CERT_DestroyCertificate(found);
    }
    if (*kept == nullptr) board_->Fail(&board_->failed_operations, "find private key");
    return;
  }
  unsigned char sum[32] = {};
  unsigned char signature[256];
  SECItem hash = {siBuffer, sum, sizeof(sum)};
  SECItem result = {siBuffer, signature, sizeof(signature)};
  const bool signed_it = PK11_Sign(*kept, &result, &hash) == SECSuccess;
  if (!signed_it) board_->Fail(&board_->failed_operations, "sign");
  if (signed_it && *kept_of != profile) board_->wrong_profile.fetch_add(1);
}

void BareNss::Work(uint64_t seed) {
  RandomSequence random(seed);
  SECKEYPrivateKey* kept = nullptr;
  int kept_of = 0;
  while (!stop_.load()) {
    const int index = index_.load();
    const Profile& profile = profiles_[index];
    switch (random.Below(8)) {
      case 0:
      case 1:
      case 2:
        LookAtCertificate(profile);
        break;
      case 3:
        ListCertificates(profile);
        break;
      case 4:
      case 5:
        SignWithKept(index, &kept, &kept_of);
        break;
      default:
        Digest();
    }
    board_->operations.fetch_add(1);
    if (kept != nullptr && random.OneIn(8)) {
      SECKEY_DestroyPrivateKey(kept);
      kept = nullptr;
    }
  }
  if (kept != nullptr) SECKEY_DestroyPrivateKey(kept);
}

void BareNss::Run() {
  PK11_SetPasswordFunc(Password);
  current_.store(&profiles_[0]);
  char none[] = "";
  const bool by_slot = options_.mode != RunMode::kCoordinated;
  if (by_slot && NSS_InitContext(none, none, none, none, nullptr,
                                 NSS_INIT_NOCERTDB | NSS_INIT_NOMODDB | NSS_INIT_READONLY |
                                     NSS_INIT_FORCEOPEN | NSS_INIT_NOROOTINIT) == nullptr) {
    board_->Fail(&board_->failed_switches, "NSS_InitContext");
    return;
  }
  if (!Start(0)) {
    board_->Fail(&board_->failed_switches, "NSS_Initialize");
    return;
  }
  std::vector<std::thread> workers;
  for (int i = 0; i < options_.threads; ++i) {
    workers.emplace_back([this, i] { Work(options_.seed + 1 + static_cast<uint64_t>(i)); });
  }

  Script script(options_, profiles_.size());
  const absl::Time end = absl::Now() + options_.duration;
  int failures = 0;
  bool slot_mode = by_slot;
  while (static_cast<int64_t>(board_->switches.load()) < options_.switches && absl::Now() < end &&
         failures < kFailuresInARow) {
    const Step step = script.Next();
    const uint64_t done = board_->operations.load();
    const absl::Time dwell = absl::Now() + absl::Milliseconds(5);
    while (board_->operations.load() < done + step.dwell && absl::Now() < dwell) {
      absl::SleepFor(absl::Microseconds(100));
    }
    phase_.fetch_add(1);
    current_.store(&profiles_[step.target]);
    if (options_.mode == RunMode::kToggle && step.flip) slot_mode = !slot_mode;
    const bool ok = slot_mode ? SwitchBySlot(step.target) : SwitchByShutdown(step.target);
    index_.store(step.target);
    phase_.fetch_add(1);
    failures = ok ? 0 : failures + 1;
    board_->switches.fetch_add(1);
  }
  stop_.store(true);
  for (std::thread& worker : workers) worker.join();
}

}  // namespace

RawControlResult RunRawControl(const Options& options, const ProfileSet& profiles) {
  void* memory =
      mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  RawControlResult result;
  if (memory == MAP_FAILED) {
    result.exit_status = 1;
    result.first_error = "mmap failed";
    return result;
  }
  auto* board = new (memory) Board;
  const pid_t child = fork();
  if (child == 0) {
    BareNss(options, profiles, board).Run();
    _exit(0);
  }
  uint64_t seen = 0;
  absl::Time moved = absl::Now();
  int status = 0;
  while (child > 0 && waitpid(child, &status, WNOHANG) == 0) {
    absl::SleepFor(absl::Milliseconds(10));
    const uint64_t switches = board->switches.load();
    if (switches != seen) {
      seen = switches;
      moved = absl::Now();
    } else if (absl::Now() - moved > kNoProgress) {
      result.hung = true;
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      break;
    }
  }
  if (child < 0) {
    result.exit_status = 1;
  } else if (WIFSIGNALED(status) && !result.hung) {
    result.signal = WTERMSIG(status);
  } else if (WIFEXITED(status)) {
    result.exit_status = WEXITSTATUS(status);
  }
  result.switches = board->switches.load();
  result.failed_switches = board->failed_switches.load();
  result.operations = board->operations.load();
  result.failed_operations = board->failed_operations.load();
  result.wrong_profile = board->wrong_profile.load();
  result.first_error = board->error;
  munmap(memory, sizeof(Board));
  return result;
}

}  // namespace psm::runner
