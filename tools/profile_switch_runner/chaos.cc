#include "tools/profile_switch_runner/chaos.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/profile_switch_runner/driver.h"

namespace psm::runner {
namespace {

struct Kind {
  Chaos chaos;
  absl::string_view name;
  void (*run)(Driver& driver, const Step& step);
};

constexpr Kind kKinds[] = {
    {Chaos::kLeak, "leak", nullptr},
};

}  // namespace

absl::string_view ChaosName(Chaos chaos) {
  for (const Kind& kind : kKinds) {
    if (kind.chaos == chaos) return kind.name;
  }
  return "none";
}

absl::StatusOr<std::set<Chaos>> ParseChaos(absl::string_view list) {
  std::set<Chaos> chosen;
  for (absl::string_view name : absl::StrSplit(list, ',', absl::SkipEmpty())) {
    bool known = name == "all";
    for (const Kind& kind : kKinds) {
      if (name != "all" && name != kind.name) continue;
      known = true;
      chosen.insert(kind.chaos);
    }
    if (!known)
      return absl::InvalidArgumentError(absl::StrCat("--chaos: no kind is called '", name, "'"));
  }
  return chosen;
}

void RunChaos(Driver& driver, const Step& step) {
  for (const Kind& kind : kKinds) {
    if (kind.chaos == step.chaos) kind.run(driver, step);
  }
}

}  // namespace psm::runner
