#include "psm/open_outcome.h"

#include <array>
#include <utility>

#include "absl/types/optional.h"

namespace psm {
namespace {

constexpr char kPayload[] = "psm/open-outcome";

constexpr std::array<std::pair<OpenOutcome, const char*>, 11> kNames = {{
    {OpenOutcome::kOk, "ok"},
    {OpenOutcome::kReadOnly, "read-only"},
    {OpenOutcome::kNoDatabase, "no-database"},
    {OpenOutcome::kCreated, "created"},
    {OpenOutcome::kMigrated, "migrated"},
    {OpenOutcome::kRecovered, "recovered"},
    {OpenOutcome::kInUse, "in-use"},
    {OpenOutcome::kCorrupt, "corrupt"},
    {OpenOutcome::kBusy, "busy"},
    {OpenOutcome::kRestartRequired, "restart-required"},
    {OpenOutcome::kFailed, "failed"},
}};

}  // namespace

absl::string_view OpenOutcomeName(OpenOutcome outcome) {
  for (const auto& [known, name] : kNames) {
    if (known == outcome) return name;
  }
  return "unknown";
}

OpenOutcome OpenOutcomeOf(const absl::Status& status) {
  if (status.ok()) return OpenOutcome::kOk;
  const absl::optional<absl::Cord> payload = status.GetPayload(kPayload);
  for (const auto& [outcome, name] : kNames) {
    if (payload.has_value() && *payload == name) return outcome;
  }
  return OpenOutcome::kFailed;
}

absl::Status WithOutcome(absl::Status status, OpenOutcome outcome) {
  if (!status.ok()) {
    const absl::string_view name = OpenOutcomeName(outcome);
    status.SetPayload(kPayload, absl::Cord(name));
  }
  return status;
}

}  // namespace psm
