// power_cut_replay: cuts the power at every point of a profile's life, and checks each time that
// nothing that was acknowledged until then is lost.
//
//   power_cut_replay --points=all --models=all
//   power_cut_replay --control=bare        the same life on bare NSS, to compare with
//
// The system calls of a worker that lives through its script (worker.h) are recorded with strace,
// and played back on a model of the disk (disk_model.h). After each of them, and for each model
// of what a power cut loses, the profiles are written out as the disk would hold them, opened
// through SecurityManager and examined (examination.h) by a process for each processor. Equal
// folders with equal ledgers are examined once. That the model is right is shown at the end of
// the recording: with nothing lost it has to equal the real folder.
//
// SIGINT and SIGTERM end it early. The last line has the counts, bad ones by model. Exit status:
// 0 none was bad, 1 otherwise, 2 usage, 77 strace may not trace here.

#include <stdint.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tests/crash/disk_model.h"
#include "tests/crash/ledger.h"
#include "tests/crash/roles.h"
#include "tests/crash/scratch.h"
#include "tests/crash/system_calls.h"
#include "tools/profile_switch_runner/random_sequence.h"

ABSL_FLAG(std::string, points, "all", "after how many of the system calls: a number, or all");
ABSL_FLAG(std::string, models, "all",
          "data, directory, subset, torn512, torn2048, kept, with commas between, or all");
ABSL_DECLARE_FLAG(std::string, mode);
ABSL_DECLARE_FLAG(uint64_t, seed);
ABSL_DECLARE_FLAG(std::string, control);

namespace psm::crash {
namespace {

constexpr int kUsage = 2;
constexpr int kSkipped = 77;
constexpr absl::Duration kPatience = absl::Minutes(5);
constexpr size_t kWaitingCases = 16;
constexpr char kSharedMemory[] = "/dev/shm";

using Ledgers = std::map<std::string, ProfileLedger>;

// A profile as a power cut left it, and what was found in it.
struct Case {
  DiskImage image;
  ProfileLedger ledger;
  std::vector<Finding> findings;
};

// Examines cases in a few processes.
class ExaminationPool {
 public:
  ExaminationPool() {
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < processors; ++i) {
      threads_.emplace_back([this, i] { Work(absl::StrCat(scratch_.path(), "/", i)); });
    }
  }
  ~ExaminationPool() { Finish(); }

  // Waits while many are waiting.
  void Add(std::shared_ptr<Case> added) {
    std::unique_lock<std::mutex> lock(mu_);
    changed_.wait(lock, [this] { return waiting_.size() < kWaitingCases; });
    waiting_.push_back(std::move(added));
    changed_.notify_all();
  }

  void Finish() {
    {
      const std::lock_guard<std::mutex> lock(mu_);
      finishing_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  void Work(const std::string& folder) {
    Examiner examiner;
    for (;;) {
      std::shared_ptr<Case> next;
      {
        std::unique_lock<std::mutex> lock(mu_);
        changed_.wait(lock, [this] { return finishing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        next = std::move(waiting_.front());
        waiting_.pop_front();
      }
      changed_.notify_all();
      std::filesystem::create_directory(folder);
      WriteImage(next->image, folder);
      next->image = DiskImage();
      next->findings = examiner.Examine(folder, "coordinated", next->ledger).findings;
      std::filesystem::remove_all(folder);
    }
  }

  // Nothing here has to survive, so in memory if there is such a folder.
  const ScratchFolder scratch_{std::filesystem::exists(kSharedMemory)
                                   ? std::filesystem::path(kSharedMemory)
                                   : std::filesystem::temp_directory_path()};
  std::mutex mu_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Case>> waiting_;
  bool finishing_ = false;
  std::vector<std::thread> threads_;
};

// A crash point under one model: the profile that the last operation belongs to. The others are
// as they were when they were judged.
struct PowerCut {
  LossModel model;
  size_t point;
  std::string profile;
  std::shared_ptr<Case> examined;

  bool bad() const { return !examined->findings.empty(); }
};

absl::StatusOr<int> RunCommand(std::vector<std::string> command) {
  absl::StatusOr<std::unique_ptr<Child>> child = Child::Start(std::move(command));
  if (!child.ok()) return child.status();
  return (*child)->Wait(kPatience);
}

bool CanTrace() {
  const absl::StatusOr<int> status = RunCommand({"strace", "-f", "-o", "/dev/null", "true"});
  return status.ok() && *status == 0;
}

class Replay {
 public:
  absl::Status Record();
  void Cut(const std::vector<LossModel>& models, size_t points);
  int PrintSummary(const std::vector<LossModel>& models) const;

 private:
  std::string profiles() const { return scratch_.path() + "/profiles"; }
  std::string ProfileOf(const DiskOperation& operation);
  void CutAt(size_t point, const std::string& profile, const std::vector<LossModel>& models);
  std::shared_ptr<Case> CaseOf(DiskImage image, const ProfileLedger& ledger);
  void ShowProgress(size_t point) const;

  const ScratchFolder scratch_;
  Ledgers ledgers_;
  std::unique_ptr<Recording> recording_;
  std::map<int, std::string> profile_of_file_;
  std::unique_ptr<DiskModel> disk_;
  runner::RandomSequence random_{absl::GetFlag(FLAGS_seed)};
  ExaminationPool pool_;
  std::unordered_map<size_t, std::shared_ptr<Case>> cases_;  // by the hash of all that is in them
  std::vector<PowerCut> cuts_;
  int acknowledged_ = 0;
  int failed_ = 0;  // operations that returned an error
};

// Two profiles from nothing, and one that another program made.
absl::Status Replay::Record() {
  std::filesystem::create_directory(profiles());
  for (const char* name : {"p1", "p2", "p3"}) {
    std::filesystem::create_directory(profiles() + "/" + name);
    ledgers_[name] = ProfileLedger();
  }
  const absl::Status planted = PlantBareProfile(profiles() + "/p3");
  if (!planted.ok()) return planted;
  ledgers_["p3"].creation = Creation::kDone;

  RoleOptions options;
  options.role = "worker";
  options.life = true;
  options.root = profiles();
  options.state = scratch_.path() + "/state.json";
  options.log = scratch_.path() + "/acknowledged";
  options.mode = absl::GetFlag(FLAGS_mode);
  options.control = absl::GetFlag(FLAGS_control);
  options.seed = absl::GetFlag(FLAGS_seed);
  const absl::Status written = WriteState(options.state, ledgers_);
  if (!written.ok()) return written;
  recording_ = std::make_unique<Recording>(profiles(), options.log);
  for (const auto& [path, file] : recording_->initial_files()) {
    profile_of_file_[file] = path.substr(0, path.find('/'));
  }
  disk_ = std::make_unique<DiskModel>(profiles(), *recording_);

  const std::string trace = scratch_.path() + "/trace";
  std::vector<std::string> command = {
      "strace", "-f", "-y", "-xx", "-s", "4194304", "-e", absl::StrCat("trace=", kTracedCalls),
      "-o",     trace};
  for (std::string& argument : RoleCommand(options)) command.push_back(std::move(argument));
  const absl::StatusOr<int> status = RunCommand(std::move(command));
  if (!status.ok()) return status.status();
  if (*status != 0) {
    return absl::InternalError(absl::StrCat("the recorded worker: ", DescribeEnd(*status)));
  }
  const absl::Status read = recording_->Read(trace);
  if (!read.ok()) return read;
  DiskModel end = *disk_;
  for (const DiskOperation& operation : recording_->operations()) end.Apply(operation);
  if (end.Crash("", LossModel::kKept, &random_) != ReadImage(profiles())) {
    return absl::InternalError("the recorded system calls do not give the folder that is there");
  }
  const auto is_record = [](const DiskOperation& operation) {
    return operation.kind == DiskOperation::Kind::kRecord;
  };
  const std::vector<DiskOperation>& all = recording_->operations();
  if (std::none_of(all.begin(), all.end(), is_record)) {
    return absl::InternalError("the recorded system calls show none of the worker's records");
  }
  return absl::OkStatus();
}

std::shared_ptr<Case> Replay::CaseOf(DiskImage image, const ProfileLedger& ledger) {
  std::string all = Json(ledger).dump();
  for (const auto& [path, content] : image.files) {
    absl::StrAppend(&all, path, "\n", content.size(), "\n", content);
  }
  absl::StrAppend(&all, absl::StrJoin(image.directories, "\n"));
  std::shared_ptr<Case>& known = cases_[std::hash<std::string>()(all)];
  if (known == nullptr) {
    known = std::make_shared<Case>(Case{std::move(image), ledger, {}});
    pool_.Add(known);
  }
  return known;
}

// The profile whose folder the operation changes or whose record it is.
std::string Replay::ProfileOf(const DiskOperation& operation) {
  if (operation.kind == DiskOperation::Kind::kRecord) {
    return Json::parse(operation.data).at("profile");
  }
  if (operation.file < 0) return operation.path.substr(0, operation.path.find('/'));
  std::string& profile = profile_of_file_[operation.file];
  if (profile.empty()) profile = operation.path.substr(0, operation.path.find('/'));
  return profile;
}

void Replay::CutAt(size_t point, const std::string& profile, const std::vector<LossModel>& models) {
  const ProfileLedger& ledger = ledgers_.at(profile);
  for (const LossModel model : models) {
    cuts_.push_back(
        {model, point, profile, CaseOf(disk_->Crash(profile, model, &random_), ledger)});
  }
}

void Replay::Cut(const std::vector<LossModel>& models, size_t points) {
  const std::vector<DiskOperation>& operations = recording_->operations();
  points = std::min(points, operations.size());
  for (size_t i = 0; i < operations.size() && !g_ended_early; ++i) {
    const DiskOperation& operation = operations[i];
    disk_->Apply(operation);
    if (operation.kind == DiskOperation::Kind::kRecord) {
      const Json record = Json::parse(operation.data);
      ledgers_.at(record.at("profile")).Apply(record);
      acknowledged_ += record.at("phase") == "ok";
      if (record.at("phase") == "failed") {
        ++failed_;
        absl::PrintF("the worker: %s", operation.data);
      }
    }
    // Spread evenly over the life, the last one included.
    const std::string profile = ProfileOf(operation);
    if ((i + 1) * points / operations.size() == i * points / operations.size()) continue;
    if (ledgers_.at(profile).creation == Creation::kNone) continue;  // not begun
    CutAt(i, profile, models);
    ShowProgress(i);
  }
  pool_.Finish();
}

void Replay::ShowProgress(size_t point) const {
  if (!isatty(STDERR_FILENO)) return;
  absl::FPrintF(stderr, "\r\x1b[K%d of %d system calls, %d cases", point + 1,
                recording_->operations().size(), cases_.size());
}

// What a finding has in common with others of its kind.
std::string KindOf(const Finding& finding) {
  std::string kind = VerdictName(finding.verdict);
  for (const char c : finding.what) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) kind += c;
  }
  return kind;
}

int Replay::PrintSummary(const std::vector<LossModel>& models) const {
  if (isatty(STDERR_FILENO)) absl::FPrintF(stderr, "\r\x1b[K");
  struct Shown {
    std::string example;
    int count = 0;
  };
  std::map<std::string, Shown> shown;
  std::map<LossModel, int> bad;
  std::map<LossModel, std::map<Verdict, int>> verdicts;
  std::set<size_t> points;
  int all_bad = 0;
  for (const PowerCut& cut : cuts_) {
    points.insert(cut.point);
    if (!cut.bad()) continue;
    ++bad[cut.model];
    ++all_bad;
    std::set<Verdict> found;
    for (const Finding& finding : cut.examined->findings) {
      found.insert(finding.verdict);
      Shown& kind = shown[KindOf(finding)];
      if (kind.count++ == 0) {
        kind.example =
            absl::StrCat(VerdictName(finding.verdict), ": ", finding.what, " (", cut.profile,
                         ", first at point ", cut.point, ", ", LossModelName(cut.model), ")");
      }
    }
    for (const Verdict verdict : found) ++verdicts[cut.model][verdict];
  }
  for (const auto& [kind, findings] : shown) {
    absl::PrintF("%6d x %s\n", findings.count, findings.example);
  }
  absl::PrintF("%-10s %5s", "model", "bad");
  for (const Verdict verdict : kVerdicts) absl::PrintF(" %12s", VerdictName(verdict));
  absl::PrintF("\n");
  std::vector<std::string> counts;
  for (const LossModel model : models) {
    absl::PrintF("%-10s %5d", LossModelName(model), bad[model]);
    for (const Verdict verdict : kVerdicts) absl::PrintF(" %12d", verdicts[model][verdict]);
    absl::PrintF("\n");
    counts.push_back(absl::StrCat(LossModelName(model), " ", bad[model]));
  }
  const bool held = all_bad == 0 && failed_ == 0;
  absl::PrintF(
      "%d points x %d models, %d operations acknowledged, %d failed, %d folders examined; bad: %s: "
      "%s\n",
      points.size(), models.size(), acknowledged_, failed_, cases_.size(),
      absl::StrJoin(counts, ", "), held ? "PASS" : "FAIL");
  return held ? 0 : 1;
}

absl::optional<std::vector<LossModel>> ReadModels() {
  const std::string flag = absl::GetFlag(FLAGS_models);
  if (flag == "all") return std::vector<LossModel>(std::begin(kLossModels), std::end(kLossModels));
  std::vector<LossModel> models;
  for (const absl::string_view name : absl::StrSplit(flag, ',')) {
    const auto* const found =
        std::find_if(std::begin(kLossModels), std::end(kLossModels),
                     [name](LossModel model) { return LossModelName(model) == name; });
    if (found == std::end(kLossModels)) return absl::nullopt;
    models.push_back(*found);
  }
  return models;
}

int Main() {
  EndEarlyOnSignals();
  const absl::optional<std::vector<LossModel>> models = ReadModels();
  size_t points = SIZE_MAX;
  const std::string flag = absl::GetFlag(FLAGS_points);
  if (!models.has_value() || !IsControlKnown() ||
      (flag != "all" && (!absl::SimpleAtoi(flag, &points) || points == 0))) {
    absl::FPrintF(stderr,
                  "power_cut_replay: a wrong --points, --models or --control; see --help\n");
    return kUsage;
  }
  if (!CanTrace()) {
    absl::PrintF("SKIPPED: strace is missing, or ptrace is refused here\n");
    return kSkipped;
  }
  Replay replay;
  const absl::Status recorded = replay.Record();
  if (!recorded.ok()) {
    absl::FPrintF(stderr, "power_cut_replay: %s\n", recorded.ToString());
    return 1;
  }
  replay.Cut(*models, points);
  return replay.PrintSummary(*models);
}

}  // namespace
}  // namespace psm::crash

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("cuts the power at every point of a profile's life");
  absl::ParseCommandLine(argc, argv);
  if (const absl::optional<int> status = psm::crash::RunRole()) return *status;
  return psm::crash::Main();
}
