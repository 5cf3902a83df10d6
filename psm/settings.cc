#include "psm/settings.h"

#include <initializer_list>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace psm {
namespace {

// Reads preferences one after the other and keeps the first failure.
class Reader {
 public:
  explicit Reader(const PreferenceService& preferences) : preferences_(preferences) {}

  void Bool(const char* name, bool* value) { Take(preferences_.GetBool(name, *value), value); }

  void Milliseconds(const char* name, int32_t most, absl::Duration* value) {
    int32_t ms = static_cast<int32_t>(absl::ToInt64Milliseconds(*value));
    Take(preferences_.GetInt(name, ms), &ms);
    if (ms < 1 || ms > most) {
      Fail(absl::InvalidArgumentError(
          absl::StrCat(name, ": ", ms, " is not within 1 to ", most, " milliseconds")));
      return;
    }
    *value = absl::Milliseconds(ms);
  }

  void Number(const char* name, int least, int most, int* value) {
    int32_t number = *value;
    Take(preferences_.GetInt(name, number), &number);
    if (number < least || number > most) {
      Fail(absl::InvalidArgumentError(
          absl::StrCat(name, ": ", number, " is not within ", least, " to ", most)));
      return;
    }
    *value = number;
  }

  // The first choice is the default.
  template <typename T>
  void Choice(const char* name, std::initializer_list<std::pair<const char*, T>> choices,
              T* value) {
    std::string text;
    Take(preferences_.GetString(name, choices.begin()->first), &text);
    std::string known;
    for (const auto& choice : choices) {
      if (text == choice.first) {
        *value = choice.second;
        return;
      }
      absl::StrAppend(&known, known.empty() ? "" : ", ", choice.first);
    }
    Fail(absl::InvalidArgumentError(
        absl::StrCat(name, ": unknown value \"", text, "\"; known are ", known)));
  }

  const absl::Status& status() const { return status_; }

 private:
  template <typename T>
  void Take(absl::StatusOr<T> read, T* value) {
    if (read.ok()) {
      *value = *std::move(read);
    } else {
      Fail(read.status());
    }
  }
  void Fail(const absl::Status& status) { status_.Update(status); }

  const PreferenceService& preferences_;
  absl::Status status_;
};

}  // namespace

absl::StatusOr<Settings> ReadSettings(const PreferenceService& preferences) {
  Settings settings;
  Reader reader(preferences);
  reader.Choice<ShutdownMode>(
      kShutdownModePref,
      {{"coordinated", ShutdownMode::kCoordinated}, {"never", ShutdownMode::kNever}},
      &settings.mode);
  reader.Milliseconds(kDrainDeadlinePref, 600000, &settings.drain_deadline);
  reader.Choice<DeadlinePolicy>(
      kDeadlinePolicyPref, {{"keep", DeadlinePolicy::kKeep}, {"proceed", DeadlinePolicy::kProceed}},
      &settings.deadline_policy);
  reader.Choice<PinnedPolicy>(
      kPinnedPolicyPref, {{"rehome", PinnedPolicy::kRehome}, {"refuse", PinnedPolicy::kRefuse}},
      &settings.pinned_policy);
  reader.Milliseconds(kPromptDeadlinePref, 3600000, &settings.prompt_deadline);
  reader.Choice<bool>(kGateFencePref, {{"auto", false}, {"seq_cst", true}},
                      &settings.force_seq_cst);
  reader.Bool(kCreationSitesPref, &settings.capture_creation_sites);
  reader.Bool(kAllowNoDatabasePref, &settings.allow_no_database);
  reader.Choice<DamagedProfilePolicy>(kDamagedProfilePref,
                                      {{"refuse", DamagedProfilePolicy::kRefuse},
                                       {"restore", DamagedProfilePolicy::kRestore},
                                       {"fresh", DamagedProfilePolicy::kFresh}},
                                      &settings.damaged_profile);
  reader.Choice<LegacyFilesPolicy>(kLegacyFilesPref,
                                   {{"rename", LegacyFilesPolicy::kRename},
                                    {"keep", LegacyFilesPolicy::kKeep},
                                    {"delete", LegacyFilesPolicy::kDelete}},
                                   &settings.legacy_files);
  reader.Choice<NewerProfilePolicy>(
      kNewerProfilePref,
      {{"read_only", NewerProfilePolicy::kReadOnly}, {"write", NewerProfilePolicy::kWrite}},
      &settings.newer_profile);
  reader.Number(kPasswordIterationsPref, 10000, 10000000, &settings.password_iterations);
  reader.Milliseconds(kWriteDeadlinePref, 600000, &settings.write_deadline);
  reader.Milliseconds(kCheckBudgetPref, 600000, &settings.check_budget);
  reader.Number(kBackupIntervalPref, 0, 8760, &settings.backup_interval_hours);
  reader.Number(kBackupsKeptPref, 1, 1000, &settings.backups_kept);
  reader.Bool(kNoCertDbPref, &settings.no_certificate_database);
  if (!reader.status().ok()) return reader.status();
  return settings;
}

absl::string_view ShutdownModeName(ShutdownMode mode) {
  return mode == ShutdownMode::kCoordinated ? "coordinated" : "never";
}

}  // namespace psm
