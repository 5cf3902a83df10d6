// kill_campaign: kills a process that works on profiles, again and again, and checks after each
// kill that nothing it had acknowledged is lost and nothing is left by half.
//
//   kill_campaign --kills=2000 --seed=1 --mode=toggle
//
// A worker (worker.h) does operations of every kind and writes down each before it begins and
// when it is acknowledged. It is killed inside one of them: either after a random part of the
// time that such an operation has taken so far, or at a random one of the changes of its
// profile's folder that such an operation makes. Then another process opens the profiles and
// examines them (examination.h); before that, every fourth time, one that opens them is killed
// too. The next worker goes on with the same profiles. A profile in which something was found is
// given up for a new one, so that nothing counts twice; others now and then, so that they stay
// small and first uses are met.
//
// SIGINT and SIGTERM end it early. The last line has the counts. Exit status 0: nothing was lost,
// half-made, corrupt or refused.

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "nss_glue/error.h"
#include "shutdown/clock.h"
#include "tests/crash/ledger.h"
#include "tests/crash/roles.h"
#include "tests/crash/scratch.h"
#include "tools/profile_switch_runner/random_sequence.h"

ABSL_FLAG(int, kills, 200, "how many");
ABSL_FLAG(int, profiles, 3, "between which the worker switches");
ABSL_DECLARE_FLAG(std::string, mode);
ABSL_DECLARE_FLAG(uint64_t, seed);
ABSL_DECLARE_FLAG(std::string, control);

namespace psm::crash {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(60);
constexpr uint64_t kMostOperations = 10;  // of one worker
constexpr uint64_t kProfileLives = 25;    // kills, on average
constexpr int kShownFindings = 40;

// Running means of what one kind of operation takes.
struct Cost {
  absl::Duration time = absl::Milliseconds(8);
  double changes = 12;

  void Add(absl::Duration took, int seen) {
    time = time * 0.8 + took * 0.2;
    changes = changes * 0.8 + seen * 0.2;
  }
};

// Tells of each change of the folders it watches.
class FolderWatch {
 public:
  FolderWatch() : fd_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (fd_ < 0) {
      perror("inotify_init1");
      abort();
    }
  }
  ~FolderWatch() { close(fd_); }
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  void Add(const std::string& folder) {
    if (inotify_add_watch(fd_, folder.c_str(), IN_CREATE | IN_DELETE | IN_MODIFY | IN_MOVED_TO) <
        0) {
      perror(folder.c_str());
      abort();
    }
  }
  int fd() const { return fd_; }

  // How many changes there were since the last call.
  int Count() {
    alignas(struct inotify_event) char buffer[1 << 14];
    int changes = 0;
    for (;;) {
      const ssize_t count = read(fd_, buffer, sizeof buffer);
      if (count <= 0) return changes;
      for (const char* at = buffer; at < buffer + count;) {
        ++changes;
        at += sizeof(struct inotify_event) + reinterpret_cast<const struct inotify_event*>(at)->len;
      }
    }
  }

 private:
  const int fd_;
};

// When the worker is killed: in its n-th operation, after a part of the time, or of the changes,
// that such an operation takes.
struct KillPlan {
  uint64_t operations = 1;  // that begin until then
  bool by_time = true;
  double part = 0;

  bool armed = false;     // that operation has begun
  bool too_late = false;  // and is over
  absl::Duration begun;   // the operation in flight, on the clock of MonotonicNow()
  int changes = 0;        // it has made
  absl::Duration kill_at = absl::InfiniteDuration();
  int kill_after_changes = INT_MAX;

  bool due() const { return too_late || MonotonicNow() >= kill_at || changes > kill_after_changes; }
};

class Campaign {
 public:
  Campaign() : random_(absl::GetFlag(FLAGS_seed)) {}

  absl::Status Run();
  void PrintSummary() const;
  bool held() const { return problems() == 0; }

 private:
  absl::Status NewProfile();
  absl::Status KillOneWorker();
  absl::Status KillOneRecovery();
  absl::Status ReadRecords(Child* worker, absl::Duration timeout, KillPlan* plan);
  void Note(const Json& record);
  void Examine();
  void Tell(const std::string& problem);
  int problems() const;
  void ShowProgress() const;

  RoleOptions Role(const char* role) const {
    RoleOptions options;
    options.role = role;
    options.root = scratch_.path();
    options.state = state_;
    options.mode = absl::GetFlag(FLAGS_mode);
    options.control = absl::GetFlag(FLAGS_control);
    options.seed = absl::GetFlag(FLAGS_seed) * 100000 + static_cast<uint64_t>(kills_);
    return options;
  }
  std::string Folder(const std::string& name) const { return scratch_.path() + "/" + name; }

  const ScratchFolder scratch_;
  const std::string state_ = scratch_.path() + "/state.json";
  runner::RandomSequence random_;
  FolderWatch watch_;
  Examiner examiner_;
  std::map<std::string, ProfileLedger> ledgers_;
  std::set<std::string> touched_;  // by the worker
  Json last_;                      // its last record
  std::map<std::string, Cost> costs_;

  int kills_ = 0;
  int inside_ = 0;  // killed inside an operation
  int recoveries_ = 0;
  int profiles_ = 0;
  int failed_ = 0;  // operations that returned an error, and processes that ended by themselves
  std::map<std::string, int> acknowledged_;
  std::map<std::string, int> begun_;
  std::map<std::string, int> killed_in_;
  std::map<Verdict, int> found_;
  int told_ = 0;
};

void Campaign::Tell(const std::string& problem) {
  if (++told_ > kShownFindings) return;
  absl::PrintF("%skill %d: %s\n", isatty(STDOUT_FILENO) ? "\r\x1b[K" : "", kills_, problem);
}

// Every third was made by another program, and has no password record.
absl::Status Campaign::NewProfile() {
  const std::string name = absl::StrCat("p", ++profiles_);
  ProfileLedger ledger;
  std::filesystem::create_directory(Folder(name));
  if (profiles_ % 3 == 0) {
    const absl::Status planted = PlantBareProfile(Folder(name));
    if (!planted.ok()) return planted;
    ledger.creation = Creation::kDone;
  }
  watch_.Add(Folder(name));
  ledgers_[name] = ledger;
  return absl::OkStatus();
}

void Campaign::Note(const Json& record) {
  const std::string profile = record.at("profile");
  const std::string kind = record.at("kind");
  const std::string phase = record.at("phase");
  touched_.insert(profile);
  ledgers_.at(profile).Apply(record);
  if (phase == "begin") ++begun_[kind];
  if (phase == "ok") ++acknowledged_[kind];
  if (phase == "failed") {
    ++failed_;
    Tell(absl::StrCat(profile, ": ", kind, " failed: ", record.value("status", "")));
  }
}

absl::Status Campaign::KillOneWorker() {
  const absl::Status written = WriteState(state_, ledgers_);
  if (!written.ok()) return written;
  absl::StatusOr<std::unique_ptr<Child>> started = Child::Start(RoleCommand(Role("worker")));
  if (!started.ok()) return started.status();
  Child& worker = **started;

  KillPlan plan;
  plan.operations = 1 + random_.Below(kMostOperations);
  plan.by_time = random_.OneIn(2);
  plan.part = static_cast<double>(random_.Below(1000)) / 1000;
  last_ = Json();
  watch_.Count();
  absl::Duration alive = MonotonicNow();
  while (!plan.due()) {
    struct pollfd ready[] = {{worker.output(), POLLIN, 0}, {watch_.fd(), POLLIN, 0}};
    const absl::Duration wait = std::min(plan.kill_at - MonotonicNow(), absl::Seconds(1));
    const timespec timeout = absl::ToTimespec(std::max(wait, absl::ZeroDuration()));
    const int events = ppoll(ready, 2, &timeout, nullptr);
    if (events < 0 && errno != EINTR) return FileError(errno, "poll", "worker");
    if (events > 0) alive = MonotonicNow();
    if (MonotonicNow() - alive > kPatience) {
      ++failed_;
      Tell("the worker hangs");
      break;
    }
    plan.changes += watch_.Count();
    const absl::Status read = ReadRecords(&worker, absl::ZeroDuration(), &plan);
    if (!absl::IsDeadlineExceeded(read)) break;  // it ended by itself
  }
  worker.Kill();
  // What it wrote until then counts.
  const absl::Status rest = ReadRecords(&worker, kPatience, nullptr);
  if (!absl::IsUnavailable(rest)) return rest;
  const absl::StatusOr<int> status = worker.Wait(kPatience);
  if (!status.ok()) return status.status();
  if (!WIFSIGNALED(*status) || WTERMSIG(*status) != SIGKILL) {
    ++failed_;
    Tell(absl::StrCat("the worker ended by itself: ", DescribeEnd(*status)));
  }
  if (last_.is_object() && last_.at("phase") == "begin") {
    ++inside_;
    ++killed_in_[last_.at("kind")];
  }
  ++kills_;
  return absl::OkStatus();
}

// Until there is nothing more to read: why.
absl::Status Campaign::ReadRecords(Child* worker, absl::Duration timeout, KillPlan* plan) {
  for (;;) {
    const absl::StatusOr<std::string> line = worker->ReadLine(timeout);
    if (!line.ok()) return line.status();
    last_ = Json::parse(*line);
    Note(last_);
    if (plan == nullptr) continue;
    Cost& cost = costs_[last_.at("kind")];
    if (last_.at("phase") != "begin") {
      cost.Add(MonotonicNow() - plan->begun, plan->changes);
      plan->too_late = plan->armed;
      continue;
    }
    plan->begun = MonotonicNow();
    plan->changes = 0;
    if (plan->armed || --plan->operations > 0) continue;
    plan->armed = true;
    if (plan->by_time) {
      plan->kill_at = plan->begun + cost.time * plan->part;
    } else {
      plan->kill_after_changes = static_cast<int>(cost.changes * plan->part);
    }
  }
}

// What repairs a profile may be killed as well.
absl::Status Campaign::KillOneRecovery() {
  std::map<std::string, ProfileLedger> touched;
  for (const std::string& name : touched_) touched[name] = ledgers_.at(name);
  const absl::Status written = WriteState(state_, touched);
  if (!written.ok()) return written;
  absl::StatusOr<std::unique_ptr<Child>> opener = Child::Start(RoleCommand(Role("opener")));
  if (!opener.ok()) return opener.status();
  absl::SleepFor(absl::Microseconds(static_cast<int64_t>(random_.Below(40000))));
  (*opener)->Kill();
  const absl::StatusOr<int> status = (*opener)->Wait(kPatience);
  if (!status.ok()) return status.status();
  if (WIFSIGNALED(*status) && WTERMSIG(*status) == SIGKILL) {
    ++recoveries_;
  } else if (*status != 0) {  // 0: it was done already
    ++failed_;
    Tell(absl::StrCat("what opens the profiles ended by itself: ", DescribeEnd(*status)));
  }
  return absl::OkStatus();
}

void Campaign::Examine() {
  const std::string mode = absl::GetFlag(FLAGS_mode);
  for (const std::string& name : touched_) {
    const std::string used = mode != "toggle" ? mode : random_.OneIn(2) ? "never" : "coordinated";
    Examiner::Result result = examiner_.Examine(Folder(name), used, ledgers_.at(name));
    for (const Finding& finding : result.findings) {
      ++found_[finding.verdict];
      Tell(absl::StrCat(name, ": ", VerdictName(finding.verdict), ": ", finding.what));
    }
    ledgers_[name] = std::move(result.ledger);
    if (!result.findings.empty() || random_.OneIn(kProfileLives)) {
      ledgers_.erase(name);
      std::filesystem::remove_all(Folder(name));
    }
  }
  touched_.clear();
}

absl::Status Campaign::Run() {
  while (kills_ < absl::GetFlag(FLAGS_kills) && !g_ended_early) {
    while (ledgers_.size() < static_cast<size_t>(absl::GetFlag(FLAGS_profiles))) {
      const absl::Status made = NewProfile();
      if (!made.ok()) return made;
    }
    absl::Status done = KillOneWorker();
    if (done.ok() && random_.OneIn(4)) done = KillOneRecovery();
    if (!done.ok()) return done;
    Examine();
    ShowProgress();
  }
  return absl::OkStatus();
}

int Campaign::problems() const {
  int sum = failed_;
  for (const auto& [verdict, count] : found_) sum += count;
  return sum;
}

void Campaign::ShowProgress() const {
  if (!isatty(STDERR_FILENO)) return;
  absl::FPrintF(stderr, "\r\x1b[K%d of %d kills, %d problems", kills_, absl::GetFlag(FLAGS_kills),
                problems());
}

void Campaign::PrintSummary() const {
  if (isatty(STDERR_FILENO)) absl::FPrintF(stderr, "\r\x1b[K");
  int acknowledged = 0;
  absl::PrintF("%-10s %12s %10s %12s\n", "operation", "acknowledged", "killed in", "takes, ms");
  for (const auto& [kind, count] : begun_) {
    const auto find = [&kind = kind](const std::map<std::string, int>& counts) {
      const auto found = counts.find(kind);
      return found == counts.end() ? 0 : found->second;
    };
    absl::PrintF("%-10s %12d %10d %12.1f\n", kind, find(acknowledged_), find(killed_in_),
                 costs_.count(kind) ? absl::ToDoubleMilliseconds(costs_.at(kind).time) : 0);
    acknowledged += find(acknowledged_);
  }
  absl::PrintF("%d profiles were used; %d recoveries were killed as well\n", profiles_,
               recoveries_);
  std::vector<std::string> counts;
  for (const Verdict verdict : kVerdicts) {
    const auto found = found_.find(verdict);
    counts.push_back(
        absl::StrCat(VerdictName(verdict), " ", found == found_.end() ? 0 : found->second));
  }
  absl::PrintF("%d kills, %d inside an operation, %d operations acknowledged: %s, failed %d: %s\n",
               kills_, inside_, acknowledged, absl::StrJoin(counts, ", "), failed_,
               held() ? "PASS" : "FAIL");
}

int Main() {
  EndEarlyOnSignals();
  const std::string mode = absl::GetFlag(FLAGS_mode);
  if ((mode != "coordinated" && mode != "never" && mode != "toggle") || !IsControlKnown() ||
      absl::GetFlag(FLAGS_kills) < 1 || absl::GetFlag(FLAGS_profiles) < 1) {
    absl::FPrintF(stderr,
                  "kill_campaign: a wrong --mode, --control, --kills or --profiles; see --help\n");
    return 2;
  }
  Campaign campaign;
  const absl::Status run = campaign.Run();
  campaign.PrintSummary();
  if (run.ok()) return campaign.held() ? 0 : 1;
  absl::FPrintF(stderr, "kill_campaign: %s\n", run.ToString());
  return 1;
}

}  // namespace
}  // namespace psm::crash

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage(
      "kills a process that works on profiles, and checks what it had acknowledged");
  absl::ParseCommandLine(argc, argv);
  if (const absl::optional<int> status = psm::crash::RunRole()) return *status;
  return psm::crash::Main();
}
