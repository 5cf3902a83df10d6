#include "tests/crash/roles.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <fstream>
#include <utility>

#include "absl/flags/flag.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "nss_glue/error.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "psm/settings.h"
#include "tests/crash/actions.h"
#include "tests/crash/worker.h"

ABSL_FLAG(std::string, role, "", "of the laboratory's own: worker, examiner, opener, planter");
ABSL_FLAG(std::string, root, "", "of the laboratory's own: where the profiles are");
ABSL_FLAG(std::string, state, "", "of the laboratory's own: the file with the ledgers");
ABSL_FLAG(std::string, log, "", "of the laboratory's own: the file for the records");
ABSL_FLAG(bool, life, false, "of the laboratory's own: the scripted life");
ABSL_FLAG(std::string, mode, "coordinated", "coordinated, never or toggle");
ABSL_FLAG(uint64_t, seed, 1, "of all that is random");
ABSL_FLAG(std::string, control, "",
          "bare: the same operations on bare NSS, acknowledged when it returns");

namespace psm::crash {
namespace {

// More than any worker gets round to before it is killed.
constexpr int kOperations = 100000;
constexpr absl::Duration kPatience = absl::Seconds(30);

int Report(const absl::Status& status) {
  if (status.ok()) return 0;
  absl::FPrintF(stderr, "%s: %s\n", absl::GetFlag(FLAGS_role), status.ToString());
  return 1;
}

absl::StatusOr<std::map<std::string, ProfileLedger>> ReadState() {
  std::ifstream file(absl::GetFlag(FLAGS_state));
  try {
    return Json::parse(file).get<std::map<std::string, ProfileLedger>>();
  } catch (const Json::exception& error) {
    return absl::DataLossError(absl::StrCat(absl::GetFlag(FLAGS_state), ": ", error.what()));
  }
}

int RunWorker() {
  absl::StatusOr<std::map<std::string, ProfileLedger>> ledgers = ReadState();
  if (!ledgers.ok()) return Report(ledgers.status());
  const std::string path = absl::GetFlag(FLAGS_log);
  int log = Child::kOutput;
  if (!path.empty()) {
    log = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log < 0) return Report(FileError(errno, "open the log", path));
  }
  Worker worker(absl::GetFlag(FLAGS_control) == "bare" ? MakeBareActions() : MakeServiceActions(),
                log, absl::GetFlag(FLAGS_root), *std::move(ledgers), absl::GetFlag(FLAGS_seed));
  if (absl::GetFlag(FLAGS_life)) {
    worker.ScriptedLife(absl::GetFlag(FLAGS_mode));
  } else {
    worker.Live(absl::GetFlag(FLAGS_mode), kOperations);
  }
  return 0;
}

int RunOpener() {
  absl::StatusOr<std::map<std::string, ProfileLedger>> ledgers = ReadState();
  if (!ledgers.ok()) return Report(ledgers.status());
  const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
  const absl::StatusOr<std::unique_ptr<SecurityManager>> manager = MakeManager(&*preferences);
  if (!manager.ok()) return Report(manager.status());
  // Whatever is wrong with them, it is the examination's to say.
  for (const auto& [name, unused] : *ledgers) {
    (*manager)->OpenProfile(absl::StrCat(absl::GetFlag(FLAGS_root), "/", name)).IgnoreError();
    (*manager)->CloseProfile().IgnoreError();
  }
  return 0;
}

int RunExaminer() {
  const std::unique_ptr<PreferenceService> preferences = MakePreferenceService();
  const absl::StatusOr<std::unique_ptr<SecurityManager>> manager = MakeManager(&*preferences);
  if (!manager.ok()) return Report(manager.status());
  std::ifstream questions(absl::StrCat("/dev/fd/", Child::kInput));
  for (std::string line; std::getline(questions, line);) {
    const Json question = Json::parse(line);
    const absl::Status set =
        preferences->SetString(kShutdownModePref, question.at("mode").get<std::string>());
    if (!set.ok()) return Report(set);
    ProfileLedger ledger = question.at("ledger");
    Json found = Json::array();
    for (const Finding& finding :
         ExamineProfile(manager->get(), question.at("directory"), &ledger)) {
      found.push_back({{"verdict", finding.verdict}, {"what", finding.what}});
    }
    const std::string answer =
        Json({{"findings", found}, {"ledger", ledger}})
            .dump(-1, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace) +
        "\n";
    if (write(Child::kOutput, answer.data(), answer.size()) !=
        static_cast<ssize_t>(answer.size())) {
      return Report(FileError(errno, "answer", "pipe"));
    }
  }
  return 0;
}

}  // namespace

absl::optional<int> RunRole() {
  const std::string role = absl::GetFlag(FLAGS_role);
  if (role.empty()) return absl::nullopt;
  // A stored key is unlocked with NSS's password hash at each use: 2.5 ms with its 10,000 rounds.
  setenv("NSS_MAX_MP_PBE_ITERATION_COUNT", "100", /*overwrite=*/0);
  if (role == "worker") return RunWorker();
  if (role == "opener") return RunOpener();
  if (role == "examiner") return RunExaminer();
  if (role == "planter") return Report(MakeBareProfile(absl::GetFlag(FLAGS_root)));
  return Report(absl::InvalidArgumentError("no such role"));
}

bool IsControlKnown() {
  const std::string control = absl::GetFlag(FLAGS_control);
  return control.empty() || control == "bare";
}

std::vector<std::string> RoleCommand(const RoleOptions& options) {
  std::vector<std::string> arguments = {
      absl::StrCat("--role=", options.role),   absl::StrCat("--root=", options.root),
      absl::StrCat("--state=", options.state), absl::StrCat("--log=", options.log),
      absl::StrCat("--mode=", options.mode),   absl::StrCat("--control=", options.control),
      absl::StrCat("--seed=", options.seed)};
  if (options.life) arguments.push_back("--life=true");
  return SelfCommand(std::move(arguments));
}

absl::Status WriteState(const std::string& path,
                        const std::map<std::string, ProfileLedger>& ledgers) {
  std::ofstream file(path, std::ios::trunc);
  file << Json(ledgers);
  file.close();
  return file ? absl::OkStatus() : absl::UnavailableError(absl::StrCat("cannot write ", path));
}

absl::Status PlantBareProfile(const std::string& directory) {
  RoleOptions options;
  options.role = "planter";
  options.root = directory;
  absl::StatusOr<std::unique_ptr<Child>> child = Child::Start(RoleCommand(options));
  if (!child.ok()) return child.status();
  const absl::StatusOr<int> status = (*child)->Wait(kPatience);
  if (!status.ok()) return status.status();
  if (*status == 0) return absl::OkStatus();
  return absl::InternalError(absl::StrCat("a profile could not be made: ", DescribeEnd(*status)));
}

absl::StatusOr<Json> Examiner::Ask(const Json& question) {
  if (child_ == nullptr) {
    RoleOptions options;
    options.role = "examiner";
    absl::StatusOr<std::unique_ptr<Child>> child = Child::Start(RoleCommand(options));
    if (!child.ok()) return child.status();
    child_ = *std::move(child);
  }
  absl::Status sent = child_->SendLine(question.dump());
  absl::StatusOr<std::string> answer =
      sent.ok() ? child_->ReadLine(kPatience) : absl::StatusOr<std::string>(sent);
  if (answer.ok()) return Json::parse(*answer);
  child_->Kill();
  const absl::StatusOr<int> status = child_->Wait(kPatience);
  child_.reset();
  return absl::InternalError(absl::StrCat("the examining process: ", answer.status().message(),
                                          ", ", status.ok() ? DescribeEnd(*status) : ""));
}

Examiner::Result Examiner::Examine(const std::string& directory, const std::string& mode,
                                   const ProfileLedger& ledger) {
  const absl::StatusOr<Json> answer =
      Ask({{"directory", directory}, {"mode", mode}, {"ledger", ledger}});
  if (!answer.ok()) {
    return {{{Verdict::kCrashed, std::string(answer.status().message())}}, ledger};
  }
  Result result;
  result.ledger = answer->at("ledger");
  for (const Json& finding : answer->at("findings")) {
    result.findings.push_back({finding.at("verdict"), finding.at("what")});
    // It may have the profile open still.
    if (result.findings.back().verdict == Verdict::kCannotOpen) child_.reset();
  }
  return result;
}

}  // namespace psm::crash
