// The life cycle of psm/security_manager.h on real NSS databases: each state, each outcome, each
// way out of trouble.

#include "psm/security_manager.h"

#include <cert.h>
#include <cryptohi.h>
#include <dirent.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <keyhi.h>
#include <nss.h>
#include <pk11pub.h>
#include <secmod.h>
#include <secoid.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "absl/synchronization/notification.h"
#include "nss_glue/error.h"
#include "nss_glue/tracked_types.h"
#include "psm/profile_events.h"
#include "shutdown/clock.h"

namespace psm {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr uid_t kNobody = 65534;

std::string ScratchDir() {
  const char* base = getenv("TEST_TMPDIR");
  std::string path = std::string(base != nullptr ? base : "/tmp") + "/psm-XXXXXX";
  EXPECT_NE(mkdtemp(path.data()), nullptr);
  return path;
}

class SecurityManagerTest : public ::testing::Test {
 protected:
  SecurityManagerTest()
      : scratch_(ScratchDir()),
        observers_(MakeObserverService()),
        preferences_(MakePreferenceService()) {}

  ~SecurityManagerTest() override {
    manager_.reset();
    std::filesystem::remove_all(scratch_);
  }

  void Start(PasswordPrompter* prompter = nullptr) {
    SecurityManager::Config config;
    config.observers = observers_.get();
    config.preferences = preferences_.get();
    config.prompter = prompter;
    config.on_state = [this](ManagerState state) { states_.push_back(state); };
    absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
        SecurityManager::Create(std::move(config));
    ASSERT_TRUE(manager.ok()) << manager.status();
    manager_ = *std::move(manager);
  }

  void StartLive(absl::string_view mode = "coordinated") {
    Set(kShutdownModePref, mode);
    Start();
    absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("a"));
    ASSERT_TRUE(opened.ok()) << opened.status();
    states_.clear();
  }

  void Set(const char* name, absl::string_view value) {
    ASSERT_TRUE(preferences_->SetString(name, value).ok());
  }

  // A folder for a profile; made if it is not there.
  std::string Profile(const std::string& name) {
    const std::string path = scratch_ + "/" + name;
    std::filesystem::create_directories(path);
    return path;
  }

  // A folder that holds databases and is not open.
  std::string MadeProfile(const std::string& name) {
    const std::string path = Profile(name);
    EXPECT_TRUE(manager_->OpenProfile(path).ok());
    EXPECT_TRUE(manager_->CloseProfile().ok());
    return path;
  }

  bool ProfileWorks() {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    if (!lock.ok()) return false;
    unsigned char bytes[16];
    return nss::PK11_GenerateRandom(bytes, sizeof bytes) == SECSuccess && UniqueKeySlotIsThere();
  }

  static bool UniqueKeySlotIsThere() {
    PK11SlotInfo* slot = PK11_GetInternalKeySlot();
    if (slot == nullptr) return false;
    const bool present = PK11_IsPresent(slot);
    PK11_FreeSlot(slot);
    return present;
  }

  const std::string scratch_;
  const std::unique_ptr<ObserverService> observers_;
  const std::unique_ptr<PreferenceService> preferences_;
  std::vector<ManagerState> states_;
  std::unique_ptr<SecurityManager> manager_;
};

TEST_F(SecurityManagerTest, OpensAFreshProfileReadWrite) {
  Start();
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("a"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_TRUE(opened->created);
  EXPECT_EQ(opened->access, ProfileAccess::kReadWrite);
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, StatesOfAChangeComeInOrder) {
  StartLive();
  ASSERT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
  EXPECT_THAT(states_, ElementsAre(ManagerState::kDraining, ManagerState::kEvaporating,
                                   ManagerState::kSwitching, ManagerState::kDown,
                                   ManagerState::kStarting, ManagerState::kLive));
}

TEST_F(SecurityManagerTest, ASecondManagerIsRefused) {
  Start();
  SecurityManager::Config config;
  config.preferences = preferences_.get();
  EXPECT_EQ(SecurityManager::Create(config).status().code(), absl::StatusCode::kAlreadyExists);
}

TEST_F(SecurityManagerTest, ARacingOwnerIsToldAtOnce) {
  SecurityManager::Config config;
  config.preferences = preferences_.get();
  absl::Status racing;
  config.on_state = [&](ManagerState state) {
    if (state == ManagerState::kStarting) racing = manager_->CloseProfile().status();
  };
  manager_ = *SecurityManager::Create(std::move(config));
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  EXPECT_EQ(racing.code(), absl::StatusCode::kAborted);
}

TEST_F(SecurityManagerTest, NothingWorksBeforeAndAfterAProfile) {
  Start();
  EXPECT_FALSE(ProfileWorks());
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  ASSERT_TRUE(manager_->CloseProfile().ok());
  EXPECT_FALSE(ProfileWorks());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kDown);
}

TEST_F(SecurityManagerTest, CoordinatedShutsNssDown) {
  StartLive("coordinated");
  absl::StatusOr<CloseReport> closed = manager_->CloseProfile();
  ASSERT_TRUE(closed.ok());
  EXPECT_EQ(closed->way, SwitchWay::kShutdown);
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(SecurityManagerTest, NeverKeepsNssUpAndClosesTheDatabases) {
  StartLive("never");
  absl::StatusOr<CloseReport> closed = manager_->CloseProfile();
  ASSERT_TRUE(closed.ok());
  EXPECT_EQ(closed->way, SwitchWay::kSlot);
  EXPECT_TRUE(NSS_IsInitialized());
  EXPECT_FALSE(UniqueKeySlotIsThere());
}

TEST_F(SecurityManagerTest, TheModeIsReadAtEachChange) {
  StartLive("coordinated");
  for (int i = 0; i < 100; ++i) {
    const bool never = i % 3 != 0;
    Set(kShutdownModePref, never ? "never" : "coordinated");
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile(i % 2 ? "a" : "b"));
    ASSERT_TRUE(changed.ok()) << i << ": " << changed.status();
    ASSERT_EQ(changed->close.way, never ? SwitchWay::kSlot : SwitchWay::kShutdown) << i;
    ASSERT_TRUE(ProfileWorks()) << i;
  }
}

TEST_F(SecurityManagerTest, AnUnknownModeIsRefusedByNameAndTheProfileStays) {
  StartLive();
  Set(kShutdownModePref, "sometimes");
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(refused.message(), HasSubstr("security.nss.shutdown_mode"));
  EXPECT_THAT(refused.message(), HasSubstr("sometimes"));
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, TheSameProfileCanBeOpenedAgain) {
  for (const char* mode : {"coordinated", "never"}) {
    StartLive(mode);
    EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok()) << mode;
    EXPECT_TRUE(ProfileWorks()) << mode;
    manager_.reset();
  }
}

// Bad targets.

struct BadTarget {
  const char* name;
  std::function<std::string(const std::string& scratch, const std::string& good)> make;
  absl::StatusCode code;
};

std::string CopyOf(const std::string& good, const std::string& to) {
  std::filesystem::copy(good, to, std::filesystem::copy_options::recursive);
  return to;
}

const BadTarget kBadTargets[] = {
    {"Missing", [](auto& s, auto&) { return s + "/missing"; }, absl::StatusCode::kNotFound},
    {"Empty", [](auto&, auto&) { return std::string(); }, absl::StatusCode::kInvalidArgument},
    {"NulByte", [](auto& s, auto&) { return s + std::string("\0x", 2); },
     absl::StatusCode::kInvalidArgument},
    {"File",
     [](auto& s, auto&) {
       std::ofstream(s + "/file") << "x";
       return s + "/file";
     },
     absl::StatusCode::kFailedPrecondition},
    {"EmptyDatabase",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::filesystem::resize_file(p + "/cert9.db", 0);
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"TruncatedDatabase",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::filesystem::resize_file(p + "/key4.db", std::filesystem::file_size(p + "/key4.db") / 2);
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"NoSqliteFile",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::ofstream(p + "/cert9.db", std::ios::trunc) << std::string(4096, 'x');
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"OneDatabaseMissing",
     [](auto& s, auto& good) {
       const std::string p = CopyOf(good, s + "/bad");
       std::filesystem::remove(p + "/key4.db");
       return p;
     },
     absl::StatusCode::kDataLoss},
    {"DatabaseIsAFolder",
     [](auto& s, auto&) {
       std::filesystem::create_directories(s + "/bad/cert9.db");
       return s + "/bad";
     },
     absl::StatusCode::kDataLoss},
};

class BadTargetTest : public SecurityManagerTest,
                      public ::testing::WithParamInterface<std::tuple<BadTarget, const char*>> {};

TEST_P(BadTargetTest, IsNamedAndTheOldProfileStaysUsable) {
  const auto& [bad, mode] = GetParam();
  Start();
  const std::string good = MadeProfile("good");
  manager_.reset();
  StartLive(mode);
  const std::string target = bad.make(scratch_, good);
  absl::Status refused = DriveProfileChange(*observers_, target);
  if (!target.empty()) {
    EXPECT_EQ(refused.code(), absl::StatusCode::kAborted)
        << refused;  // vetoed before anything closed
    refused = manager_->SwitchProfile(target).status();
  } else {
    refused = manager_->SwitchProfile(target).status();
  }
  EXPECT_EQ(refused.code(), bad.code) << refused;
  if (!target.empty() && target.find('\0') == std::string::npos) {
    EXPECT_THAT(refused.message(), HasSubstr(target));
  }
  EXPECT_EQ(manager_->snapshot().directory, Profile("a"));
  EXPECT_TRUE(ProfileWorks());
}

INSTANTIATE_TEST_SUITE_P(All, BadTargetTest,
                         ::testing::Combine(::testing::ValuesIn(kBadTargets),
                                            ::testing::Values("coordinated", "never")),
                         [](const auto& param) {
                           return std::string(std::get<0>(param.param).name) + "_" +
                                  std::get<1>(param.param);
                         });

TEST_F(SecurityManagerTest, AnUnreadableFolderIsNamed) {
  StartLive();
  const std::string closed = Profile("closed");
  ASSERT_EQ(chmod(closed.c_str(), 0), 0);
  ASSERT_EQ(chmod(scratch_.c_str(), 0755), 0);
  const bool root = geteuid() == 0;
  if (root) {
    ASSERT_EQ(seteuid(kNobody), 0);
  }
  absl::Status refused = manager_->CheckTarget(closed);
  if (root) {
    ASSERT_EQ(seteuid(0), 0);
  }
  ASSERT_EQ(chmod(closed.c_str(), 0700), 0);
  EXPECT_EQ(refused.code(), absl::StatusCode::kPermissionDenied) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(closed));
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AReadOnlyProfileIsOpenedReadOnlyAndSaysWhy) {
  for (const char* mode : {"coordinated", "never"}) {
    StartLive(mode);
    const std::string path = Profile("frozen");
    ASSERT_TRUE(manager_->SwitchProfile(path).ok());
    ASSERT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
    ASSERT_EQ(chmod(scratch_.c_str(), 0755), 0);
    ASSERT_EQ(chmod(path.c_str(), 0555), 0);
    for (const char* file : {"/cert9.db", "/key4.db", "/pkcs11.txt"}) {
      chmod((path + file).c_str(), 0444);
    }
    const bool root = geteuid() == 0;
    if (root) {
      ASSERT_EQ(seteuid(kNobody), 0);
    }
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(path);
    if (root) {
      ASSERT_EQ(seteuid(0), 0);
    }
    ASSERT_TRUE(changed.ok()) << mode << changed.status();
    EXPECT_EQ(changed->open.access, ProfileAccess::kReadOnly) << mode;
    EXPECT_THAT(changed->open.why.message(), HasSubstr(path)) << mode;
    manager_.reset();
    ASSERT_EQ(chmod(path.c_str(), 0755), 0);
  }
}

class OddPathTest : public SecurityManagerTest,
                    public ::testing::WithParamInterface<const char*> {};

TEST_P(OddPathTest, IsOpenedInBothModesAndIsTheProfileAskedFor) {
  for (const char* mode : {"coordinated", "never"}) {
    StartLive(mode);
    const std::string odd = Profile(GetParam());
    absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(odd);
    ASSERT_TRUE(changed.ok()) << changed.status();
    EXPECT_TRUE(std::filesystem::exists(odd + "/cert9.db"));
    EXPECT_TRUE(std::filesystem::exists(odd + "/key4.db"));
    EXPECT_EQ(changed->open.directory, odd);
    EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
    EXPECT_TRUE(manager_->SwitchProfile(odd).ok());
    manager_.reset();
  }
}

INSTANTIATE_TEST_SUITE_P(All, OddPathTest,
                         ::testing::Values("with space", "it's", "back\\slash", "double\"quote",
                                           "a,b=c", "profil-\xC3\xA9\xE2\x82\xAC", "x>y]z",
                                           "tail\\", "'quoted'", "sql:odd"));

TEST_F(SecurityManagerTest, AProfileInUseByAnotherProcessIsRefusedWithItsPid) {
  StartLive();
  const std::string target = Profile("b");
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t other = fork();
  if (other == 0) {
    const int fd = open(target.c_str(), O_RDONLY | O_DIRECTORY);
    const bool locked = flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (write(ready[1], locked ? "y" : "n", 1) != 1) _exit(1);
    pause();
    _exit(0);
  }
  char answer = 0;
  ASSERT_EQ(read(ready[0], &answer, 1), 1);
  ASSERT_EQ(answer, 'y');
  absl::Status refused = manager_->SwitchProfile(target).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
  EXPECT_THAT(refused.message(), HasSubstr(std::to_string(other)));
  EXPECT_THAT(refused.message(), HasSubstr(target));
  EXPECT_TRUE(ProfileWorks());
  kill(other, SIGKILL);
  waitpid(other, nullptr, 0);
  EXPECT_TRUE(manager_->SwitchProfile(target).ok());
  close(ready[0]);
  close(ready[1]);
}

// Holders.

class Holder {
 public:
  explicit Holder(const char* label) {
    thread_ = std::thread([this, label] {
      absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(label);
      inside_.Notify();
      release_.WaitForNotification();
    });
    inside_.WaitForNotification();
  }
  ~Holder() { Release(); }
  void Release() {
    if (!release_.HasBeenNotified()) release_.Notify();
    if (thread_.joinable()) thread_.join();
  }

 private:
  absl::Notification inside_;
  absl::Notification release_;
  std::thread thread_;
};

TEST_F(SecurityManagerTest, ADeadlineKeepsTheProfileAndNamesTheHolder) {
  StartLive();
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  Holder holder("SlowCall");
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kDeadlineExceeded) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("SlowCall"));
  EXPECT_TRUE(ProfileWorks());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kLive);
  holder.Release();
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
}

TEST_F(SecurityManagerTest, ADeadlineWithProceedPinsUntilTheHolderIsGone) {
  StartLive();
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  Set(kDeadlinePolicyPref, "proceed");
  Holder holder("SlowCall");
  EXPECT_FALSE(manager_->CloseProfile().ok());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kPinned);
  EXPECT_THAT(manager_->snapshot().why.message(), HasSubstr("SlowCall"));
  EXPECT_FALSE(ProfileWorks());
  EXPECT_FALSE(manager_->OpenProfile(Profile("b")).ok());
  holder.Release();
  EXPECT_TRUE(manager_->OpenProfile(Profile("b")).ok());
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AHolderThatTriesAgainLeavesThePinnedStateAsItIs) {
  StartLive();
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  Set(kDeadlinePolicyPref, "proceed");
  absl::Notification inside;
  absl::Notification closed;
  std::thread holder([&] {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("SlowCall");
    inside.Notify();
    closed.WaitForNotification();
    EXPECT_EQ(manager_->CloseProfile().status().code(), absl::StatusCode::kFailedPrecondition);
  });
  inside.WaitForNotification();
  EXPECT_FALSE(manager_->CloseProfile().ok());
  closed.Notify();
  holder.join();
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kPinned);
  EXPECT_TRUE(manager_->OpenProfile(Profile("b")).ok());
}

TEST_F(SecurityManagerTest, AChangeFromInsideTheGateIsRefused) {
  StartLive();
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("myself");
    absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
    EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
    EXPECT_THAT(refused.message(), HasSubstr("myself"));
  }
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
}

// Events.

TEST_F(SecurityManagerTest, FollowsGeckosNotifications) {
  Start();
  ASSERT_TRUE(DriveStartup(*observers_, Profile("a")).ok());
  EXPECT_EQ(manager_->snapshot().directory, Profile("a"));
  ASSERT_TRUE(DriveProfileChange(*observers_, Profile("b")).ok());
  EXPECT_EQ(manager_->snapshot().directory, Profile("b"));
  ASSERT_TRUE(DriveShutdown(*observers_).ok());
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kDown);
}

TEST_F(SecurityManagerTest, AVetoLeavesEverythingAsItWas) {
  StartLive();
  Tracked<PK11SlotInfo> slot;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    slot = Tracked<PK11SlotInfo>(*lock, PK11_GetInternalKeySlot(), "test");
  }
  Subscription veto =
      observers_->AddObserver(kProfileChangeTeardown, [](absl::string_view, ProfileChange& change) {
        EXPECT_TRUE(change.Veto("a download is running").ok());
      });
  EXPECT_EQ(DriveProfileChange(*observers_, Profile("b")).code(), absl::StatusCode::kAborted);
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
  ASSERT_TRUE(lock.ok());
  EXPECT_TRUE(slot.Get(*lock).ok());
  EXPECT_THAT(states_, IsEmpty());
}

TEST_F(SecurityManagerTest, ATargetThatWasVetoedCanBeTriedAgain) {
  StartLive();
  {
    Subscription veto = observers_->AddObserver(
        kProfileApproveChange,
        [](absl::string_view, ProfileChange& change) { EXPECT_TRUE(change.Veto("not now").ok()); });
    EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  }
  absl::Status changed = DriveProfileChange(*observers_, Profile("b"));
  EXPECT_TRUE(changed.ok()) << changed;
}

TEST_F(SecurityManagerTest, AnotherObserversFailureAfterCloseOpensTheOldProfileAgain) {
  StartLive();
  Subscription fails =
      observers_->AddObserver(kProfileBeforeChange, [](absl::string_view, ProfileChange& change) {
        change.Fail(absl::InternalError("places.sqlite is busy"));
      });
  EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  EXPECT_EQ(manager_->snapshot().directory, Profile("a"));
  EXPECT_TRUE(ProfileWorks());
}

// A target that passes the check and fails in NSS.
TEST_F(SecurityManagerTest, AFailureOfNssItselfOpensTheOldProfileAgain) {
  for (const char* mode : {"coordinated", "never"}) {
    Start();
    const std::string bad = CopyOf(MadeProfile("good"), scratch_ + "/bad-" + mode);
    manager_.reset();
    StartLive(mode);
    {
      // A sound header, garbage behind it.
      std::fstream file(bad + "/key4.db", std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(100);
      file << std::string(std::filesystem::file_size(bad + "/key4.db") - 100, '\xA5');
    }
    absl::Status failed = manager_->SwitchProfile(bad).status();
    ASSERT_FALSE(failed.ok()) << mode;
    EXPECT_NE(NssErrorCode(failed), 0) << failed;
    EXPECT_THAT(failed.message(), HasSubstr(bad));
    EXPECT_EQ(manager_->snapshot().directory, Profile("a")) << mode;
    EXPECT_TRUE(ProfileWorks()) << mode;
    manager_.reset();
  }
}

// Leaked references of code that does not track them.

struct Leak {
  const char* name;
  std::function<std::function<void()>()> take;  // returns its release
};

PK11SymKey* NewSymKey() {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11SymKey* key = PK11_KeyGen(slot, CKM_AES_KEY_GEN, nullptr, 16, nullptr);
  PK11_FreeSlot(slot);
  return key;
}

const Leak kLeaks[] = {
    {"Slot",
     [] {
       PK11SlotInfo* slot = PK11_GetInternalSlot();
       return std::function<void()>([slot] { PK11_FreeSlot(slot); });
     }},
    {"KeySlot",
     [] {
       PK11SlotInfo* slot = PK11_GetInternalKeySlot();
       return std::function<void()>([slot] { PK11_FreeSlot(slot); });
     }},
    {"SymKey",
     [] {
       PK11SymKey* key = NewSymKey();
       return std::function<void()>([key] { PK11_FreeSymKey(key); });
     }},
    {"Context",
     [] {
       PK11Context* context = PK11_CreateDigestContext(SEC_OID_SHA256);
       return std::function<void()>([context] { PK11_DestroyContext(context, PR_TRUE); });
     }},
    {"PrivateKey",
     [] {
       PK11SlotInfo* slot = PK11_GetInternalSlot();
       SECOidData* curve = SECOID_FindOIDByTag(SEC_OID_ANSIX962_EC_PRIME256V1);
       std::vector<unsigned char> der = {SEC_ASN1_OBJECT_ID,
                                         static_cast<unsigned char>(curve->oid.len)};
       der.insert(der.end(), curve->oid.data, curve->oid.data + curve->oid.len);
       SECItem params = {siBuffer, der.data(), static_cast<unsigned int>(der.size())};
       SECKEYPublicKey* public_key = nullptr;
       SECKEYPrivateKey* key = PK11_GenerateKeyPair(slot, CKM_EC_KEY_PAIR_GEN, &params, &public_key,
                                                    PR_FALSE, PR_FALSE, nullptr);
       SECKEY_DestroyPublicKey(public_key);
       PK11_FreeSlot(slot);
       return std::function<void()>([key] { SECKEY_DestroyPrivateKey(key); });
     }},
};

class LeakTest : public SecurityManagerTest, public ::testing::WithParamInterface<Leak> {};

TEST_P(LeakTest, PinsTheCoordinatedModeAndIsLeftOnceReleased) {
  StartLive("coordinated");
  std::function<void()> release = GetParam().take();
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kUnavailable) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("SEC_ERROR_BUSY"));
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kPinned);
  EXPECT_FALSE(PreventionLock::Acquire().ok());

  absl::Status still = manager_->OpenProfile(Profile("b")).status();
  EXPECT_EQ(still.code(), absl::StatusCode::kUnavailable) << still;
  EXPECT_THAT(still.message(), HasSubstr("pinned"));

  release();
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("b"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_TRUE(ProfileWorks());
  EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
}

TEST_P(LeakTest, IsLeftByTheNextEventsOnceReleased) {
  StartLive("coordinated");
  std::function<void()> release = GetParam().take();
  EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  EXPECT_FALSE(DriveProfileChange(*observers_, Profile("b")).ok());
  release();
  absl::Status changed = DriveProfileChange(*observers_, Profile("b"));
  EXPECT_TRUE(changed.ok()) << changed;
  EXPECT_EQ(manager_->snapshot().directory, Profile("b"));
}

TEST_P(LeakTest, DoesNotStopTheNeverMode) {
  StartLive("never");
  std::function<void()> release = GetParam().take();
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
  EXPECT_TRUE(ProfileWorks());
  release();
  EXPECT_TRUE(manager_->SwitchProfile(Profile("a")).ok());
}

INSTANTIATE_TEST_SUITE_P(All, LeakTest, ::testing::ValuesIn(kLeaks),
                         [](const auto& param) { return param.param.name; });

// A self-signed certificate made by NSS, known to it for as long as somebody holds it.
CERTCertificate* NewCertificate(const char* subject) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11RSAGenParams rsa = {2048, 65537};
  SECKEYPublicKey* public_key = nullptr;
  SECKEYPrivateKey* key = PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &rsa, &public_key,
                                               PR_FALSE, PR_FALSE, nullptr);
  CERTName* name = CERT_AsciiToName(subject);
  CERTSubjectPublicKeyInfo* spki = SECKEY_CreateSubjectPublicKeyInfo(public_key);
  CERTCertificateRequest* request = CERT_CreateCertificateRequest(name, spki, nullptr);
  CERTValidity* validity = CERT_CreateValidity(PR_Now(), PR_Now() + PRTime{3600} * 1000000);
  CERTCertificate* made = CERT_CreateCertificate(7, name, validity, request);
  SECOID_SetAlgorithmID(made->arena, &made->signature, SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION,
                        nullptr);
  SECItem der = {siBuffer, nullptr, 0};
  SEC_ASN1EncodeItem(made->arena, &der, made, SEC_ASN1_GET(CERT_CertificateTemplate));
  SECItem signed_der = {siBuffer, nullptr, 0};
  SEC_DerSignData(made->arena, &signed_der, der.data, static_cast<int>(der.len), key,
                  SEC_OID_PKCS1_SHA256_WITH_RSA_ENCRYPTION);
  CERTCertificate* held =
      CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &signed_der, nullptr, PR_FALSE, PR_TRUE);
  CERT_DestroyCertificate(made);
  CERT_DestroyValidity(validity);
  CERT_DestroyCertificateRequest(request);
  SECKEY_DestroySubjectPublicKeyInfo(spki);
  CERT_DestroyName(name);
  SECKEY_DestroyPrivateKey(key);
  SECKEY_DestroyPublicKey(public_key);
  PK11_FreeSlot(slot);
  return held;
}

TEST_F(SecurityManagerTest, AHeldCertificateIsFoundBeforeShutdownAndTheChangeGoesByTheSlot) {
  StartLive("coordinated");
  CERTCertificate* held = NewCertificate("CN=held by somebody");
  ASSERT_NE(held, nullptr);
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->close.way, SwitchWay::kSlotBecausePinned);
  ASSERT_EQ(changed->close.pins.size(), 1u);
  EXPECT_THAT(changed->close.pins[0], HasSubstr("CN=held by somebody"));
  EXPECT_EQ(manager_->snapshot().fallbacks, 1);
  CERT_DestroyCertificate(held);
  changed = manager_->SwitchProfile(Profile("a"));
  ASSERT_TRUE(changed.ok());
  EXPECT_EQ(changed->close.way, SwitchWay::kShutdown);
}

TEST_F(SecurityManagerTest, AHeldCertificateWithRefuseAsksForARestartAndKeepsTheProfile) {
  StartLive("coordinated");
  Set(kPinnedPolicyPref, "refuse");
  CERTCertificate* held = NewCertificate("CN=held by somebody");
  absl::Status refused = manager_->SwitchProfile(Profile("b")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
  EXPECT_THAT(refused.message(), HasSubstr("restart"));
  EXPECT_THAT(refused.message(), HasSubstr("CN=held by somebody"));
  EXPECT_TRUE(ProfileWorks());
  CERT_DestroyCertificate(held);
  EXPECT_TRUE(manager_->SwitchProfile(Profile("b")).ok());
}

// NSS drops a stored certificate from its cache when its slot closes, so that nothing tells any
// more whether it was released: NSS_Shutdown would be fatal.
TEST_F(SecurityManagerTest, AStoredCertificateHeldOverAClosedSlotEndsShutdownForTheProcess) {
  ::testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        StartLive("coordinated");
        CERTCertificate* held = NewCertificate("CN=stored");
        PK11SlotInfo* slot = PK11_GetInternalKeySlot();
        if (PK11_ImportCert(slot, held, CK_INVALID_HANDLE, "stored", PR_FALSE) != SECSuccess) {
          _exit(2);
        }
        PK11_FreeSlot(slot);
        for (const char* target : {"b", "a", "b"}) {
          absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile(target));
          if (!changed.ok() || changed->close.way != SwitchWay::kSlotBecausePinned) _exit(3);
          if (changed->close.pins[0].find("CN=stored") == std::string::npos) _exit(4);
        }
        CERT_DestroyCertificate(held);
        absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("a"));
        if (!changed.ok() || changed->close.way != SwitchWay::kSlotBecausePinned) _exit(5);
        _exit(ProfileWorks() ? 0 : 6);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(SecurityManagerTest, ATrackedCertificateDoesNotPin) {
  StartLive("coordinated");
  Tracked<CERTCertificate> tracked;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    tracked = Tracked<CERTCertificate>(*lock, NewCertificate("CN=ours"), "test");
    EXPECT_EQ(SecurityManager::WhatPins().size(), 1u);
  }
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->close.way, SwitchWay::kShutdown);
  EXPECT_EQ(changed->close.evaporation.released, 1u);
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
  EXPECT_TRUE(IsGateRefusal(tracked.Get(*lock).status()));
}

// What other libraries print while the census captures stdout must still arrive there.
TEST_F(SecurityManagerTest, TheCensusDoesNotSwallowOtherThreadsOutput) {
  StartLive("coordinated");
  ::testing::internal::CaptureStdout();
  std::atomic<bool> stop{false};
  std::atomic<int> lines{0};
  std::thread printer([&] {
    while (!stop) {
      printf("line\n");
      ++lines;
    }
  });
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(manager_->SwitchProfile(Profile(i % 2 ? "a" : "b")).ok());
  }
  stop = true;
  printer.join();
  const std::string output = ::testing::internal::GetCapturedStdout();
  EXPECT_EQ(std::count(output.begin(), output.end(), '\n'), lines);
}

TEST_F(SecurityManagerTest, AForeignShutdownClosesTheGateFirst) {
  StartLive("coordinated");
  Tracked<PK11SymKey> key;
  {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire();
    key = Tracked<PK11SymKey>(*lock, NewSymKey(), "test");
  }
  EXPECT_EQ(NSS_Shutdown(), SECSuccess);
  EXPECT_EQ(manager_->snapshot().state, ManagerState::kFailed);
  EXPECT_THAT(manager_->snapshot().why.message(), HasSubstr("NSS_Shutdown"));
  EXPECT_FALSE(ProfileWorks());
  ASSERT_TRUE(manager_->OpenProfile(Profile("b")).ok());
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, AForeignShutdownThatDoesNotWaitIsSurvived) {
  StartLive("coordinated");
  ASSERT_TRUE(preferences_->SetInt(kDrainDeadlinePref, 50).ok());
  ASSERT_TRUE(manager_->SwitchProfile(Profile("b")).ok());  // the deadline is read at a change
  Holder holder("SlowCall");
  EXPECT_EQ(NSS_Shutdown(), SECSuccess);
  EXPECT_THAT(manager_->snapshot().why.message(), HasSubstr("SlowCall"));
  EXPECT_FALSE(manager_->OpenProfile(Profile("a")).ok());
  holder.Release();
  EXPECT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  EXPECT_TRUE(ProfileWorks());
}

TEST_F(SecurityManagerTest, NoDatabaseOnlyWhenAsked) {
  ASSERT_TRUE(preferences_->SetBool(kNoCertDbPref, true).ok());
  Start();
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(Profile("a"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_EQ(opened->access, ProfileAccess::kNoDatabase);
  EXPECT_THAT(opened->why.message(), HasSubstr("security.nocertdb"));
  EXPECT_FALSE(std::filesystem::exists(Profile("a") + "/cert9.db"));
  ASSERT_TRUE(preferences_->SetBool(kNoCertDbPref, false).ok());
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ(changed->open.access, ProfileAccess::kReadWrite);
}

TEST_F(SecurityManagerTest, ModulesAndFipsModeOfAProfileAreReportedAsNotInForce) {
  Start();
  const std::string path = MadeProfile("a");
  std::ofstream(path + "/pkcs11.txt")
      << "library=\nname=NSS Internal PKCS #11 Module\nparameters=configdir='sql:x'\n"
         "NSS=Flags=internal,critical,FIPS\n\n"
         "library=/usr/lib/softhsm/libsofthsm2.so\nname=SoftHSM\n\n";
  absl::StatusOr<OpenReport> opened = manager_->OpenProfile(path);
  ASSERT_TRUE(opened.ok());
  EXPECT_THAT(opened->notes, ElementsAre(HasSubstr("libsofthsm2.so"), HasSubstr("FIPS")));
}

TEST_F(SecurityManagerTest, AForkedChildFindsEverythingRefused) {
  StartLive();
  const pid_t child = fork();
  if (child == 0) {
    alarm(10);
    const bool refused = manager_->snapshot().state == ManagerState::kForked &&
                         IsGateRefusal(manager_->CloseProfile().status()) &&
                         IsGateRefusal(manager_->OpenProfile(Profile("b")).status()) &&
                         !PreventionLock::Acquire().ok();
    manager_.reset();
    _exit(refused ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  EXPECT_TRUE(ProfileWorks());
}

// Prompts.

class EndlessPrompter : public PasswordPrompter {
 public:
  absl::StatusOr<std::string> Ask(const PasswordPrompt& /*prompt*/,
                                  const PromptCancellation& cancellation) override {
    asked.Notify();
    while (!cancellation.WaitFor(absl::Seconds(1))) {
    }
    cancelled = true;
    return absl::CancelledError("cancelled");
  }
  absl::Notification asked;
  std::atomic<bool> cancelled{false};
};

TEST_F(SecurityManagerTest, AChangeCancelsAnOpenPrompt) {
  EndlessPrompter prompter;
  Start(&prompter);
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  std::thread user([&] {
    absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("LogIn");
    PK11SlotInfo* slot = PK11_GetInternalKeySlot();
    EXPECT_EQ(PK11_ChangePW(slot, "", "secret"), SECSuccess);
    EXPECT_EQ(PK11_Logout(slot), SECSuccess);
    EXPECT_EQ(PK11_Authenticate(slot, PR_TRUE, nullptr), SECFailure);
    PK11_FreeSlot(slot);
  });
  prompter.asked.WaitForNotification();
  absl::StatusOr<SwitchReport> changed = manager_->SwitchProfile(Profile("b"));
  user.join();
  EXPECT_TRUE(changed.ok()) << changed.status();
  EXPECT_TRUE(prompter.cancelled);
}

TEST_F(SecurityManagerTest, APromptHasADeadlineOfItsOwn) {
  ASSERT_TRUE(preferences_->SetInt(kPromptDeadlinePref, 30).ok());
  EndlessPrompter prompter;
  Start(&prompter);
  ASSERT_TRUE(manager_->OpenProfile(Profile("a")).ok());
  PK11SlotInfo* slot = PK11_GetInternalKeySlot();
  EXPECT_EQ(PK11_ChangePW(slot, "", "secret"), SECSuccess);
  EXPECT_EQ(PK11_Logout(slot), SECSuccess);
  EXPECT_EQ(PK11_Authenticate(slot, PR_TRUE, nullptr), SECFailure);
  PK11_FreeSlot(slot);
  EXPECT_TRUE(prompter.cancelled);
}

}  // namespace
}  // namespace psm
