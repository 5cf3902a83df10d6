// profile_switch_runner: switches between real profiles while worker threads use every service, and
// checks what they see.
// --help says how.

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/reflection.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "tools/profile_switch_runner/chaos.h"
#include "tools/profile_switch_runner/driver.h"
#include "tools/profile_switch_runner/options.h"
#include "tools/profile_switch_runner/profile_set.h"
#include "tools/profile_switch_runner/raw_control.h"
#include "tools/profile_switch_runner/report.h"
#include "tools/profile_switch_runner/roles.h"
#include "tools/profile_switch_runner/watchdog.h"
#include "tools/profile_switch_runner/workload.h"
#include "tools/profile_switch_runner/world.h"

ABSL_FLAG(std::string, mode, "coordinated", "");
ABSL_FLAG(int32_t, profiles, 3, "");
ABSL_FLAG(int64_t, switches, 0, "");
ABSL_FLAG(double, duration, 0, "");
ABSL_FLAG(int32_t, threads, 4, "");
ABSL_FLAG(uint64_t, seed, 1, "");
ABSL_FLAG(std::string, chaos, "", "");
ABSL_FLAG(std::string, control, "", "");
ABSL_FLAG(std::string, json, "", "");
ABSL_FLAG(std::string, profile_dir, "", "");

namespace psm::runner {
namespace {

constexpr char kHelp[] =
    R"(profile_switch_runner: switches between profiles while threads use every service, and checks all they see.

  --mode=MODE         coordinated (NSS_Shutdown at each switch; default), never (NSS stays up), toggle (both, at random)
  --switches=N        how many (default 300, or no limit with --duration)
  --duration=S        seconds at most
  --profiles=N        how many to make (default 3, at most 100); every third has a password
  --profile-dir=DIR   use the profiles in DIR (each subfolder with a cert9.db), or make and keep them there. Test objects
                      are added to them: give copies
  --threads=N         workers (default 4, at most 256)
  --seed=N            of the script (default 1)
  --chaos=LIST        trouble, with commas between, or all:
                        leak       a raw reference that the library does not know of is held over a switch
                        block      a call stays inside beyond the drain's deadline
                        veto       an observer refuses the change
                        prompt     a password prompt is left open
                        destroy    other threads destroy objects during the drain
                        flip       the mode changes during the drain
                        self       a thread that is itself inside asks for a change
                        badtarget  the next profile is missing, a file, unreadable, or goes away
                        fork       a forked child calls the library
                        secondprocess
                                   another process has the next profile open, writes into the open one (certutil does), or
                                   has locked one of its databases
                        corrupt    a database of the next profile is damaged; refused, restored or begun anew, by policy
                        kill       a process that works on the next profile is killed; what it had acknowledged is looked for
  --control=raw       the same script on bare NSS without the gate, in a child process: expected to crash
  --json=FILE         also write the figures there

Exit status: 0 all guarantees held, 1 one failed, 2 usage. A hang ends with SIGABRT after a minute without progress.
SIGINT and SIGTERM end the run early, with its summary.
)";

constexpr int kHeld = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

constexpr absl::string_view kFlags[] = {"mode", "profiles", "switches", "duration", "threads",
                                        "seed", "chaos",    "control",  "json",     "profile_dir"};

std::atomic<bool> g_stopped{false};

void StopRun(int /*signal*/) { g_stopped.store(true); }

absl::Status Usage(absl::string_view what) { return absl::InvalidArgumentError(what); }

// Abseil's own parser leaves with 1 on a bad flag, which here means a failed guarantee.
absl::Status ParseFlags(const std::vector<std::string>& arguments) {
  for (size_t i = 0; i < arguments.size(); ++i) {
    absl::string_view argument = arguments[i];
    if (!absl::ConsumePrefix(&argument, "--")) {
      return Usage(absl::StrCat("not an option: ", arguments[i]));
    }
    const size_t equals = argument.find('=');
    const std::string name = absl::StrReplaceAll(argument.substr(0, equals), {{"-", "_"}});
    bool known = false;
    for (absl::string_view flag : kFlags) known |= flag == name;
    if (!known) return Usage(absl::StrCat("unknown option: ", arguments[i]));
    std::string value;
    if (equals != absl::string_view::npos) {
      value = std::string(argument.substr(equals + 1));
    } else if (++i < arguments.size()) {
      value = arguments[i];
    } else {
      return Usage(absl::StrCat(arguments[i - 1], " needs a value"));
    }
    std::string error;
    if (!absl::FindCommandLineFlag(name)->ParseFrom(value, &error)) {
      return Usage(absl::StrCat("--", argument.substr(0, equals), ": '", value, "' ", error));
    }
  }
  return absl::OkStatus();
}

template <typename T>
absl::Status CheckRange(absl::string_view flag, T value, T low, T high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return Usage(absl::StrCat(flag, ": ", value, " is not from ", low, " to ", high));
}

absl::StatusOr<Options> ReadOptions() {
  Options options;
  const std::string mode = absl::GetFlag(FLAGS_mode);
  if (mode == "coordinated") {
    options.mode = RunMode::kCoordinated;
  } else if (mode == "never") {
    options.mode = RunMode::kNever;
  } else if (mode == "toggle") {
    options.mode = RunMode::kToggle;
  } else {
    return Usage(absl::StrCat("--mode: '", mode, "' is not coordinated, never or toggle"));
  }
  const std::string control = absl::GetFlag(FLAGS_control);
  if (!control.empty() && control != "raw") {
    return Usage(absl::StrCat("--control: '", control, "' is not raw"));
  }
  options.raw_control = control == "raw";
  absl::StatusOr<std::set<Chaos>> chaos = ParseChaos(absl::GetFlag(FLAGS_chaos));
  if (!chaos.ok()) return chaos.status();
  options.chaos = *chaos;
  options.profiles = absl::GetFlag(FLAGS_profiles);
  options.threads = absl::GetFlag(FLAGS_threads);
  options.seed = absl::GetFlag(FLAGS_seed);
  options.json_file = absl::GetFlag(FLAGS_json);
  options.profile_dir = absl::GetFlag(FLAGS_profile_dir);
  const int64_t switches = absl::GetFlag(FLAGS_switches);
  const double seconds = absl::GetFlag(FLAGS_duration);
  for (const absl::Status& status :
       {CheckRange("--profiles", options.profiles, 1, 100),
        CheckRange("--threads", options.threads, 1, 256),
        CheckRange<int64_t>("--switches", switches, 0, int64_t{1} << 40),
        CheckRange("--duration", seconds, 0.0, 1e7)}) {
    if (!status.ok()) return status;
  }
  if (seconds > 0) options.duration = absl::Seconds(seconds);
  options.switches = switches > 0 ? switches : seconds > 0 ? INT64_MAX : options.switches;
  return options;
}

int Finish(const std::string& json_file, const std::string& json, bool held) {
  if (!json_file.empty()) {
    const absl::Status written = WriteJson(json_file, json);
    if (!written.ok()) {
      absl::FPrintF(stderr, "profile_switch_runner: %s\n", written.ToString());
      return kFailed;
    }
  }
  return held ? kHeld : kFailed;
}

absl::Status PlantInChild(const Options& options, ProfileSet* profiles) {
  const pid_t child = fork();
  if (child == 0) {
    World world;
    absl::StatusOr<std::unique_ptr<Driver>> driver = Driver::Create(options, &world);
    const absl::Status planted =
        driver.ok() ? profiles->Plant((*driver)->manager(), options) : driver.status();
    if (!planted.ok()) absl::FPrintF(stderr, "profile_switch_runner: %s\n", planted.ToString());
    driver->reset();
    _exit(planted.ok() ? 0 : 1);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    return absl::InternalError("the profiles could not be made");
  }
  return absl::OkStatus();
}

// The child that plants has used NSS; the one that is the control starts afresh.
int RunControl(const Options& options, ProfileSet* profiles) {
  absl::Status ready = PlantInChild(options, profiles);
  if (ready.ok()) ready = profiles->Load();
  if (!ready.ok()) {
    absl::FPrintF(stderr, "profile_switch_runner: %s\n", ready.ToString());
    return kFailed;
  }
  const RawControlResult result = RunRawControl(options, *profiles);
  PrintRawControl(options, result, stdout);
  return Finish(options.json_file, ToJson(options, result), result.held());
}

int RunScript(const Options& options, ProfileSet* profiles) {
  auto world = std::make_unique<World>();
  absl::StatusOr<std::unique_ptr<Driver>> driver = Driver::Create(options, world.get());
  absl::Status ready = driver.status();
  if (ready.ok()) ready = profiles->Plant((*driver)->manager(), options);
  if (ready.ok()) ready = profiles->Load();
  if (!ready.ok()) {
    absl::FPrintF(stderr, "profile_switch_runner: %s\n", ready.ToString());
    return kFailed;
  }
  Workload workload(options, *profiles, world.get());
  const absl::Time start = absl::Now();
  {
    const Watchdog watchdog(**driver, workload, *world);
    (*driver)->Run(*profiles, &workload, g_stopped);
    world->stop.store(true);
    workload.Stop();
  }
  const RunReport report = {options,
                            *profiles,
                            (*driver)->tally(),
                            (*driver)->mode_flips(),
                            workload.tally(),
                            (*driver)->growth(),
                            world->findings(),
                            g_stopped.load(),
                            absl::Now() - start};
  PrintSummary(report, stdout);
  return Finish(options.json_file, ToJson(report), AllHeld(Judge(report)));
}

int Main(const std::vector<std::string>& arguments) {
  // Every use of a stored key costs a password hash of 2.5 ms with NSS's 10,000 rounds: that would
  // be half of the run.
  setenv("NSS_MAX_MP_PBE_ITERATION_COUNT", "100", /*overwrite=*/0);
  if (const absl::optional<int> status = RunRole(arguments)) return *status;
  for (const std::string& argument : arguments) {
    if (argument == "--help" || argument == "-h") {
      fputs(kHelp, stdout);
      return kHeld;
    }
  }
  absl::Status parsed = ParseFlags(arguments);
  absl::StatusOr<Options> options = parsed.ok() ? ReadOptions() : absl::StatusOr<Options>(parsed);
  absl::StatusOr<ProfileSet> profiles =
      options.ok() ? ProfileSet::Prepare(*options) : absl::StatusOr<ProfileSet>(options.status());
  if (!profiles.ok()) {
    absl::FPrintF(stderr, "profile_switch_runner: %s\nprofile_switch_runner --help says more\n",
                  profiles.status().message());
    return kUsage;
  }
  struct sigaction stop = {};
  stop.sa_handler = StopRun;
  sigaction(SIGINT, &stop, nullptr);
  sigaction(SIGTERM, &stop, nullptr);
  signal(SIGPIPE, SIG_IGN);  // a child may be dead when it is written to
  return options->raw_control ? RunControl(*options, &*profiles) : RunScript(*options, &*profiles);
}

}  // namespace
}  // namespace psm::runner

int main(int argc, char** argv) {
  return psm::runner::Main(std::vector<std::string>(argv + 1, argv + argc));
}
