#include "tools/profile_switch_runner/report.h"

#include <string.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "nlohmann/json.hpp"
#include "tools/profile_switch_runner/chaos.h"

namespace psm::runner {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kWays[] = {"by shutdown", "by slot", "by slot, pinned"};

const char* ModeName(RunMode mode) {
  switch (mode) {
    case RunMode::kCoordinated:
      return "coordinated";
    case RunMode::kNever:
      return "never";
    case RunMode::kToggle:
      return "toggle";
  }
  return "?";
}

std::string ChaosNames(const Options& options) {
  return absl::StrJoin(options.chaos, ",", [](std::string* out, Chaos chaos) {
    out->append(std::string(ChaosName(chaos)));
  });
}

double Ms(absl::Duration duration) { return absl::ToDoubleMilliseconds(duration); }

uint64_t Sum(const std::map<std::string, uint64_t>& counts) {
  uint64_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

std::map<std::string, uint64_t> AllRefusals(const RunReport& report) {
  std::map<std::string, uint64_t> all = report.workload.refusals;
  for (const auto& [reason, count] : report.driver.refusals) {
    all[absl::StrCat("change: ", reason)] += count;
  }
  return all;
}

void PrintTimes(const char* name, const Histogram& times, FILE* out) {
  absl::FPrintF(out, "    %-8s p50 %8.2f ms   p99 %8.2f ms   max %8.2f ms\n", name,
                Ms(times.Percentile(0.5)), Ms(times.Percentile(0.99)), Ms(times.max()));
}

Json TimesJson(const Histogram& times) {
  return {{"p50_ms", Ms(times.Percentile(0.5))},
          {"p99_ms", Ms(times.Percentile(0.99))},
          {"max_ms", Ms(times.max())}};
}

void PrintCounts(const char* heading, const std::map<std::string, uint64_t>& counts, FILE* out) {
  absl::FPrintF(out, "%s: %d\n", heading, Sum(counts));
  for (const auto& [name, count] : counts) {
    if (count > 0) absl::FPrintF(out, "    %-36s %10d\n", name, count);
  }
}

Guarantee NoneOf(const RunReport& report, Problem problem, const char* name) {
  const uint64_t count = report.findings.count(problem);
  return {name, count == 0 ? Verdict::kHeld : Verdict::kFailed,
          count == 0 ? "" : absl::StrCat(count, " times")};
}

Guarantee Bounded(const GrowthResult& growth, const char* name, double value, double limit,
                  const std::string& measured) {
  if (!growth.judged)
    return {name, Verdict::kNotJudged, absl::StrCat(measured, "; ", growth.why_not)};
  return {name, value < limit ? Verdict::kHeld : Verdict::kFailed, measured};
}

const char* VerdictName(Verdict verdict) {
  return verdict == Verdict::kHeld ? "PASS" : verdict == Verdict::kFailed ? "FAIL" : "----";
}

}  // namespace

std::vector<Guarantee> Judge(const RunReport& report) {
  const GrowthResult& growth = report.growth;
  std::vector<Guarantee> all = {
      {"no crash, no hang", Verdict::kHeld, ""},  // or nobody would be here to say so
      NoneOf(report, Problem::kWrongProfile, "no wrong-profile observation"),
      NoneOf(report, Problem::kUnexpectedError, "no unexpected error"),
      NoneOf(report, Problem::kBrokenPromise, "every change ended as documented"),
      NoneOf(report, Problem::kLeak, "nothing left at the end; NSS shut down"),
      Bounded(growth, "heap growth below 1 kB for each switch", growth.heap_bytes_per_switch,
              GrowthMeter::kBytesAllowed,
              absl::StrFormat("%.0f bytes for each switch", growth.heap_bytes_per_switch)),
      Bounded(growth, "resident growth below 1 kB for each switch",
              growth.resident_bytes_per_switch, GrowthMeter::kBytesAllowed,
              absl::StrFormat("%.0f bytes for each switch", growth.resident_bytes_per_switch)),
      Bounded(growth, "no descriptor gained", growth.descriptors_gained, 1,
              absl::StrCat(growth.descriptors_gained, " over ", growth.switches, " switches")),
  };
  const bool enough = report.driver.switches >= report.options.switches || report.stopped_early ||
                      report.took >= report.options.duration;
  all.push_back({"the script was run to its end", enough ? Verdict::kHeld : Verdict::kFailed,
                 report.stopped_early ? "stopped early, on request" : ""});
  return all;
}

bool AllHeld(const std::vector<Guarantee>& guarantees) {
  return std::none_of(guarantees.begin(), guarantees.end(), [](const Guarantee& guarantee) {
    return guarantee.verdict == Verdict::kFailed;
  });
}

void PrintSummary(const RunReport& report, FILE* out) {
  const Options& options = report.options;
  const double seconds = absl::ToDoubleSeconds(report.took);
  absl::FPrintF(out, "mode %s, %d profiles, %d threads, seed %d%s%s\n", ModeName(options.mode),
                report.profiles.size(), options.threads, options.seed,
                options.chaos.empty() ? "" : ", chaos ", ChaosNames(options));
  for (size_t i = 0; i < report.profiles.size(); ++i) {
    const Profile& profile = report.profiles[static_cast<int>(i)];
    absl::FPrintF(out, "    %s: made by %s%s\n", profile.id, profile.made_by,
                  profile.password.empty() ? "" : ", with a password");
  }
  absl::FPrintF(out, "switches: %d in %.1f s, %.0f for each second; the mode flipped %d times\n",
                report.driver.switches, seconds,
                static_cast<double>(report.driver.switches) / std::max(seconds, 1e-3),
                report.mode_flips);
  for (size_t way = 0; way < report.driver.ways.size(); ++way) {
    const WayTimes& times = report.driver.ways[way];
    if (times.total.count() == 0) continue;
    absl::FPrintF(out, "  %s: %d\n", kWays[way], times.total.count());
    PrintTimes("drain", times.drain, out);
    PrintTimes("close", times.close, out);
    PrintTimes("open", times.open, out);
    PrintTimes("total", times.total, out);
  }
  absl::FPrintF(out, "slowest holder: %s, %.2f ms after a drain began\n",
                report.workload.slowest_holder.empty() ? "none" : report.workload.slowest_holder,
                Ms(report.workload.slowest_hold));
  PrintCounts("operations", report.workload.operations, out);
  PrintCounts("refusals", AllRefusals(report), out);
  if (!report.driver.chaos.empty()) {
    PrintCounts("chaos", report.driver.chaos, out);
    if (!report.driver.checked.empty()) PrintCounts("checked", report.driver.checked, out);
    absl::FPrintF(out, "recoveries from the pinned state: %d\n", report.driver.recoveries);
  }
  const std::vector<std::string> details = report.findings.details();
  if (!details.empty()) {
    absl::FPrintF(out, "problems: %d, of which the first are these %d:\n", report.findings.total(),
                  details.size());
    for (const std::string& detail : details) absl::FPrintF(out, "    %s\n", detail);
  }
  const std::vector<Guarantee> guarantees = Judge(report);
  for (const Guarantee& guarantee : guarantees) {
    absl::FPrintF(out, "%s  %s%s%s\n", VerdictName(guarantee.verdict), guarantee.name,
                  guarantee.detail.empty() ? "" : ": ", guarantee.detail);
  }
  absl::FPrintF(out, "%s\n", AllHeld(guarantees) ? "PASS" : "FAIL");
}

std::string ToJson(const RunReport& report) {
  const Options& options = report.options;
  Json ways = Json::object();
  for (size_t way = 0; way < report.driver.ways.size(); ++way) {
    const WayTimes& times = report.driver.ways[way];
    if (times.total.count() == 0) continue;
    ways[kWays[way]] = {{"switches", times.total.count()},
                        {"drain", TimesJson(times.drain)},
                        {"close", TimesJson(times.close)},
                        {"open", TimesJson(times.open)},
                        {"total", TimesJson(times.total)}};
  }
  Json profiles = Json::array();
  for (size_t i = 0; i < report.profiles.size(); ++i) {
    const Profile& profile = report.profiles[static_cast<int>(i)];
    profiles.push_back({{"id", profile.id},
                        {"made_by", profile.made_by},
                        {"has_password", !profile.password.empty()}});
  }
  const std::vector<Guarantee> judged = Judge(report);
  Json guarantees = Json::array();
  for (const Guarantee& guarantee : judged) {
    guarantees.push_back({{"name", guarantee.name},
                          {"verdict", guarantee.verdict == Verdict::kHeld     ? "held"
                                      : guarantee.verdict == Verdict::kFailed ? "failed"
                                                                              : "not judged"},
                          {"detail", guarantee.detail}});
  }
  Json problems = Json::object();
  for (size_t i = 0; i < kProblems; ++i) {
    const auto problem = static_cast<Problem>(i);
    problems[std::string(ProblemName(problem))] = report.findings.count(problem);
  }
  const GrowthResult& growth = report.growth;
  const double seconds = absl::ToDoubleSeconds(report.took);
  const Json json = {
      {"mode", ModeName(options.mode)},
      {"control", ""},
      {"threads", options.threads},
      {"seed", options.seed},
      {"chaos", ChaosNames(options)},
      {"profiles", profiles},
      {"switches", report.driver.switches},
      {"seconds", seconds},
      {"switches_per_second",
       static_cast<double>(report.driver.switches) / std::max(seconds, 1e-3)},
      {"mode_flips", report.mode_flips},
      {"ways", ways},
      {"slowest_holder",
       {{"operation", report.workload.slowest_holder}, {"ms", Ms(report.workload.slowest_hold)}}},
      {"operations", report.workload.operations},
      {"refusals", AllRefusals(report)},
      {"chaos_events", report.driver.chaos},
      {"checked", report.driver.checked},
      {"recoveries", report.driver.recoveries},
      {"growth",
       {{"measured_switches", growth.switches},
        {"samples", growth.samples},
        {"heap_bytes_per_switch", growth.heap_bytes_per_switch},
        {"resident_bytes_per_switch", growth.resident_bytes_per_switch},
        {"descriptors_gained", growth.descriptors_gained},
        {"judged", growth.judged},
        {"why_not", growth.why_not}}},
      {"problems", problems},
      {"problem_details", report.findings.details()},
      {"guarantees", guarantees},
      {"stopped_early", report.stopped_early},
      {"held", AllHeld(judged)},
  };
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

void PrintRawControl(const Options& options, const RawControlResult& result, FILE* out) {
  absl::FPrintF(out, "control: bare NSS, mode %s, %d threads, seed %d\n", ModeName(options.mode),
                options.threads, options.seed);
  if (result.signal != 0) {
    absl::FPrintF(out, "bare NSS: crashed with SIG%s after %d switches\n",
                  sigabbrev_np(result.signal), result.switches);
  } else if (result.hung) {
    absl::FPrintF(out, "bare NSS: hung after %d switches\n", result.switches);
  } else if (result.exit_status != 0) {
    absl::FPrintF(out, "bare NSS: ended with status %d after %d switches\n", result.exit_status,
                  result.switches);
  } else {
    absl::FPrintF(out, "bare NSS: %d switches without a crash\n", result.switches);
  }
  absl::FPrintF(out, "    failed switches               %10d\n", result.failed_switches);
  absl::FPrintF(out, "    failed operations             %10d of %d\n", result.failed_operations,
                result.operations);
  absl::FPrintF(out, "    wrong-profile observations    %10d\n", result.wrong_profile);
  if (!result.first_error.empty()) absl::FPrintF(out, "    first error: %s\n", result.first_error);
  absl::FPrintF(out, "%s  bare NSS holds the same guarantees\n", result.held() ? "PASS" : "FAIL");
}

std::string ToJson(const Options& options, const RawControlResult& result) {
  const Json json = {
      {"mode", ModeName(options.mode)},
      {"control", "raw"},
      {"threads", options.threads},
      {"seed", options.seed},
      {"switches", result.switches},
      {"signal", result.signal == 0 ? "" : absl::StrCat("SIG", sigabbrev_np(result.signal))},
      {"exit_status", result.exit_status},
      {"hung", result.hung},
      {"failed_switches", result.failed_switches},
      {"operations", result.operations},
      {"failed_operations", result.failed_operations},
      {"wrong_profile", result.wrong_profile},
      {"first_error", result.first_error},
      {"held", result.held()},
  };
  return json.dump(2);
}

absl::Status WriteJson(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::trunc);
  file << text << "\n";
  file.close();
  return file ? absl::OkStatus() : absl::UnavailableError(absl::StrCat("cannot write ", path));
}

}  // namespace psm::runner
