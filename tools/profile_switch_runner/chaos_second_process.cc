#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nss_glue/file.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/settings.h"
#include "tools/profile_switch_runner/certutil.h"
#include "tools/profile_switch_runner/chaos_kinds.h"
#include "tools/profile_switch_runner/child.h"
#include "tools/profile_switch_runner/driver.h"
#include "tools/profile_switch_runner/roles.h"

namespace psm::runner {
namespace {

constexpr absl::Duration kRefusedWithin = absl::Seconds(1);
constexpr absl::Duration kShortWriteDeadline = absl::Milliseconds(1200);
constexpr absl::Duration kLockHeld = absl::Milliseconds(1500);
// The lock goes at the latest then: a write that does not give up in time hangs no longer.
constexpr absl::Duration kLockHeldAtMost = absl::Seconds(10);
constexpr int kTheirs = 3;
constexpr int kOursAtMost = 8;

#define RETURN_IF_ERROR(expression)            \
  do {                                         \
    const absl::Status status_ = (expression); \
    if (!status_.ok()) return status_;         \
  } while (false)

// A role that has said `expected`.
absl::StatusOr<std::unique_ptr<Child>> StartRole(const char* role, const std::string& argument,
                                                 const std::string& expected) {
  absl::StatusOr<std::unique_ptr<Child>> child = Child::Start(RoleCommand(role, {argument}));
  if (!child.ok()) return child.status();
  const absl::StatusOr<std::string> said = (*child)->ReadLine(kPatience);
  if (!said.ok()) return said.status();
  if (*said == expected) return child;
  return absl::InternalError(absl::StrCat(role, " says: ", *said));
}

// Another host is refused what this process has open, and told by whom.
absl::Status CheckOthersAreRefused(const std::string& dir) {
  absl::StatusOr<std::unique_ptr<Child>> other = Child::Start(RoleCommand("host", {dir}));
  if (!other.ok()) return other.status();
  const absl::StatusOr<std::string> said = (*other)->ReadLine(kPatience);
  if (!said.ok()) return said.status();
  if (absl::StartsWith(*said, OpenOutcomeName(OpenOutcome::kInUse)) &&
      absl::StrContains(*said, absl::StrCat(getpid()))) {
    return absl::OkStatus();
  }
  return absl::InternalError(absl::StrCat("another host of our open profile says: ", *said));
}

void HasTheTargetOpen(Driver& driver, const Step& step) {
  absl::Status others = CheckOthersAreRefused(driver.profiles()[driver.current()].dir);
  if (!others.ok()) driver.Broken(absl::StrCat("secondprocess: ", others.ToString()));
  const ProfileCopy copy(driver, step.target);
  absl::StatusOr<std::unique_ptr<Child>> holder = StartRole("host", copy.dir(), "open");
  if (!holder.ok()) {
    driver.Broken(absl::StrCat("secondprocess: ", holder.status().ToString()));
  } else {
    Refuses(driver, copy.dir(),
            {absl::StatusCode::kFailedPrecondition,
             OpenOutcome::kInUse,
             {copy.dir(), absl::StrCat((*holder)->pid())},
             kRefusedWithin});
    absl::Status ended;
    if (step.variant / 3 % 2 == 0) {
      (*holder)->Kill();
    } else {
      ended = (*holder)->SendLine("close it");
    }
    ended.Update((*holder)->Wait(kPatience).status());
    if (!ended.ok()) driver.Broken(absl::StrCat("secondprocess: ", ended.ToString()));
  }
  const absl::Status opened = driver.ChangeToCopy(copy.dir(), step.target).status();
  if (!opened.ok()) {
    driver.Broken(absl::StrCat("secondprocess: nobody has it open any more: ", opened.ToString()));
  }
  driver.CountChecked("open in another process");
  driver.MustChange(step.target, step.events);
}

struct NamedCertificate {
  std::string nickname;
  std::string der;
};

absl::StatusOr<NamedCertificate> MakeCertificate(const std::string& name, uint64_t serial) {
  absl::StatusOr<PrivateKey> key = KeyService().GenerateEc(EllipticCurve::kP256);
  if (!key.ok()) return key.status();
  CertificateRequest request;
  request.subject = absl::StrCat("CN=chaos ", name);
  request.serial = serial;
  request.not_before = absl::Now() - absl::Hours(24);
  request.not_after = absl::Now() + absl::Hours(240);
  request.is_ca = true;
  absl::StatusOr<std::string> der = KeyService().MakeSelfSignedCertificate(*key, request);
  if (!der.ok()) return der.status();
  return NamedCertificate{absl::StrCat("chaos ", name), *std::move(der)};
}

// The open profile, written into by certutil and by the services.
class TwoWriters {
 public:
  explicit TwoWriters(Driver& driver)
      : driver_(driver),
        profile_(driver.profiles()[driver.current()]),
        password_file_(absl::StrCat(driver.profiles().scratch(), "/password")) {}

  absl::Status Prepare() {
    RETURN_IF_ERROR(ReplaceFile(password_file_, absl::StrCat(profile_.password, "\n")));
    for (int i = 0; i < kTheirs; ++i) {
      absl::StatusOr<NamedCertificate> made = MakeCertificate(absl::StrCat("theirs ", i), 1);
      if (!made.ok()) return made.status();
      RETURN_IF_ERROR(ReplaceFile(FileOf(i), made->der));
      theirs_.push_back(*std::move(made));
    }
    return absl::OkStatus();
  }

  // Ours as long as theirs go on.
  absl::Status Add() {
    return Both(
        [this] {
          for (int i = 0; i < kTheirs; ++i) {
            RETURN_IF_ERROR(Certutil({"-A", "-n", theirs_[static_cast<size_t>(i)].nickname, "-t",
                                      kTheirTrust, "-i", FileOf(i)}));
          }
          return absl::OkStatus();
        },
        [this](const std::atomic<bool>& they_ended) {
          for (int i = 0; i < kOursAtMost && (i < 2 || !they_ended.load()); ++i) {
            RETURN_IF_ERROR(i % 2 == 0 ? AddCertificate(i) : AddKey(i));
          }
          return absl::OkStatus();
        });
  }

  // Each what the other has added.
  absl::Status Remove() {
    return Both(
        [this] {
          for (const NamedCertificate& certificate : ours_) {
            RETURN_IF_ERROR(Certutil({"-D", "-n", certificate.nickname}));
          }
          return absl::OkStatus();
        },
        [this](const std::atomic<bool>&) {
          for (const NamedCertificate& certificate : theirs_) {
            absl::StatusOr<Certificate> found = CertificateDatabase().FindByDer(certificate.der);
            if (!found.ok()) return found.status();
            RETURN_IF_ERROR(CertificateDatabase().Delete(*found));
          }
          for (const std::string& id : keys_) {
            absl::StatusOr<PrivateKey> key = KeyService().FindById(id);
            if (!key.ok()) return key.status();
            RETURN_IF_ERROR(key->Delete());
          }
          return absl::OkStatus();
        });
  }

  absl::Status CheckIsThere() const {
    RETURN_IF_ERROR(CheckTrust(theirs_, kTheirTrust));
    RETURN_IF_ERROR(CheckTrust(ours_, kOurTrust));
    for (const std::string& id : keys_) {
      absl::StatusOr<PrivateKey> key = KeyService().FindById(id);
      if (!key.ok()) return key.status();
      RETURN_IF_ERROR(key->Sign(DigestAlgorithm::kSha256, id).status());
    }
    return absl::OkStatus();
  }

  absl::Status CheckIsGone() const {
    for (const auto* certificates : {&theirs_, &ours_}) {
      for (const NamedCertificate& certificate : *certificates) {
        const absl::Status found = CertificateDatabase().FindByDer(certificate.der).status();
        if (!absl::IsNotFound(found)) {
          return absl::InternalError(
              absl::StrCat(certificate.nickname, " was deleted: ", Told(found)));
        }
      }
    }
    for (const std::string& id : keys_) {
      const absl::Status found = KeyService().FindById(id).status();
      if (!absl::IsNotFound(found)) {
        return absl::InternalError(absl::StrCat("key ", id, " was deleted: ", Told(found)));
      }
    }
    return absl::OkStatus();
  }

  // By a process of its own, since closing a database here would drop our locks.
  absl::Status CheckIsSound() const { return StartRole("examiner", profile_.dir, "ok").status(); }

  size_t size() const { return theirs_.size() + ours_.size() + keys_.size(); }

 private:
  static constexpr char kTheirTrust[] = "C,,";
  static constexpr char kOurTrust[] = "CT,C,C";

  template <typename Theirs, typename Ours>
  absl::Status Both(const Theirs& theirs, const Ours& ours) {
    std::atomic<bool> they_ended{false};
    absl::Status by_them;
    std::thread other([&] {
      by_them = theirs();
      they_ended.store(true);
    });
    absl::Status by_us = ours(they_ended);
    other.join();
    by_us.Update(by_them);
    return by_us;
  }

  std::string FileOf(int i) const {
    return absl::StrCat(driver_.profiles().scratch(), "/theirs ", i);
  }

  absl::Status Certutil(std::vector<std::string> arguments) const {
    for (const std::string& more : {std::string("-d"), absl::StrCat("sql:", profile_.dir),
                                    std::string("-f"), password_file_}) {
      arguments.push_back(more);
    }
    return RunCertutil(std::move(arguments));
  }

  absl::Status AddCertificate(int i) {
    absl::StatusOr<NamedCertificate> made = MakeCertificate(absl::StrCat("ours ", i), 2);
    if (!made.ok()) return made.status();
    absl::StatusOr<Trust> trust = Trust::Parse(kOurTrust);
    if (!trust.ok()) return trust.status();
    RETURN_IF_ERROR(CertificateDatabase().Import(made->der, made->nickname, *trust).status());
    ours_.push_back(*std::move(made));
    return absl::OkStatus();
  }

  absl::Status AddKey(int i) {
    absl::StatusOr<PrivateKey> key =
        KeyService().GenerateEc(EllipticCurve::kP256, absl::StrCat("chaos key ", i));
    if (!key.ok()) return key.status();
    keys_.push_back(key->id());
    return absl::OkStatus();
  }

  static absl::Status CheckTrust(const std::vector<NamedCertificate>& certificates,
                                 const char* expected) {
    for (const NamedCertificate& certificate : certificates) {
      absl::StatusOr<Certificate> found = CertificateDatabase().FindByDer(certificate.der);
      if (!found.ok()) {
        return absl::Status(found.status().code(),
                            absl::StrCat(certificate.nickname, ": ", found.status().message()));
      }
      absl::StatusOr<Trust> trust = CertificateDatabase().GetTrust(*found);
      if (!trust.ok()) return trust.status();
      if (trust->ToString() != expected) {
        return absl::DataLossError(
            absl::StrCat(certificate.nickname, " has the trust ", trust->ToString()));
      }
    }
    return absl::OkStatus();
  }

  Driver& driver_;
  const Profile& profile_;
  const std::string password_file_;
  std::vector<NamedCertificate> theirs_;
  std::vector<NamedCertificate> ours_;
  std::vector<std::string> keys_;  // ids
};

void WritesToo(Driver& driver, const Step& step) {
  TwoWriters writers(driver);
  const auto expect = [&driver](const char* when, const absl::Status& status) {
    if (!status.ok()) {
      driver.Broken(absl::StrCat("secondprocess: two writers: ", when, ": ", status.ToString()));
    }
  };
  // A change of profile in between, so that nothing is answered from memory.
  expect("prepare", writers.Prepare());
  expect("add", writers.Add());
  expect("sound", writers.CheckIsSound());
  driver.MustChange(driver.current(), step.events);
  expect("is there", writers.CheckIsThere());
  // NSS loses a reference to the token where a certificate goes while somebody looks at it, and
  // could not be shut down any more.
  expect("hold", HoldWorkers(driver));
  expect("remove", writers.Remove());
  driver.world().ReleaseWorkers();
  expect("sound", writers.CheckIsSound());
  driver.MustChange(driver.current(), step.events);
  expect("is gone", writers.CheckIsGone());
  driver.CountChecked("written by two processes", writers.size());
  driver.MustChange(step.target, step.events);
}

// A write while `locker` has the lock of `file`. It ends well when the lock goes, or with the
// locker's name at the deadline.
absl::Status WriteBeside(Driver& driver, Child& locker, const std::string& file, bool released) {
  absl::StatusOr<NamedCertificate> made = MakeCertificate("waits", 3);
  absl::StatusOr<Trust> trust = Trust::Parse("C,,");
  if (!made.ok()) return made.status();
  if (!trust.ok()) return trust.status();
  // Who only reads does not wait.
  RETURN_IF_ERROR(driver.workload().CheckUsable(driver.current()));
  driver.TakeStalls();
  std::atomic<bool> written{false};
  const absl::Time start = absl::Now();
  std::thread releases([&] {
    const absl::Time end = start + (released ? kLockHeld : kLockHeldAtMost);
    while (absl::Now() < end && (released || !written.load())) {
      absl::SleepFor(absl::Milliseconds(2));
    }
    locker.Kill();
  });
  const absl::Status wrote =
      CertificateDatabase().Import(made->der, made->nickname, *trust).status();
  const absl::Duration took = absl::Now() - start;
  written.store(true);
  releases.join();
  const std::string holder = absl::StrCat("process ", locker.pid());
  RETURN_IF_ERROR(locker.Wait(kPatience).status());

  const std::string ended =
      absl::StrCat("the write ended after ", absl::FormatDuration(took), " with ", Told(wrote));
  const bool in_time = released ? took >= kLockHeld : took < kLockHeldAtMost;
  const bool as_it_should = released ? wrote.ok()
                                     : absl::IsUnavailable(wrote) &&
                                           absl::StrContains(wrote.message(), holder) &&
                                           absl::StrContains(wrote.message(), file);
  if (!as_it_should || !in_time) return absl::InternalError(ended);
  const std::vector<std::string> stalls = driver.TakeStalls();
  if (stalls.size() != 1 || !absl::StrContains(stalls[0], holder) ||
      !absl::StrContains(stalls[0], file)) {
    return absl::InternalError(absl::StrCat(ended, "; ", stalls.size(), " stalls were told",
                                            stalls.empty() ? "" : ", of " + stalls[0]));
  }

  absl::StatusOr<Certificate> found = CertificateDatabase().FindByDer(made->der);
  if (found.ok() != released) return absl::InternalError(ended + "; it is there, or it is not");
  if (!released) {
    absl::StatusOr<std::vector<Certificate>> now =
        CertificateDatabase().Import(made->der, made->nickname, *trust);
    if (!now.ok()) return now.status();
    found = std::move((*now)[0]);
  }
  return CertificateDatabase().Delete(*found);
}

void HasLocked(Driver& driver, const Step& step) {
  const bool released = step.variant / 3 % 2 == 0;
  const std::string file = absl::StrCat(driver.profiles()[driver.current()].dir,
                                        step.variant / 6 % 2 == 0 ? "/cert9.db" : "/key4.db");
  // A worker's write would wait first, and keep ours waiting for it.
  absl::Status status = HoldWorkers(driver);
  if (!released) driver.SetWriteDeadline(kShortWriteDeadline);
  driver.MustChange(driver.current(), step.events);
  absl::StatusOr<std::unique_ptr<Child>> locker = StartRole("locker", file, "locked");
  status.Update(locker.status());
  if (status.ok()) status = WriteBeside(driver, **locker, file, released);
  if (!status.ok()) {
    driver.Broken(absl::StrCat("secondprocess: it has locked ", file, ": ", status.ToString()));
  }
  if (locker.ok()) locker->reset();
  driver.SetWriteDeadline(Settings().write_deadline);
  driver.CountChecked(released ? "waited for another process's lock"
                               : "gave up on another process's lock");
  driver.MustChange(step.target, step.events);
  driver.world().ReleaseWorkers();
}

}  // namespace

void SecondProcess(Driver& driver, const Step& step) {
  switch (step.variant % 3) {
    case 0:
      return HasTheTargetOpen(driver, step);
    case 1:
      return WritesToo(driver, step);
    default:
      return HasLocked(driver, step);
  }
}

}  // namespace psm::runner
