#include "psm/preferences.h"

#include <errno.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

constexpr absl::string_view kPrefsFile = "prefs.js";
constexpr absl::string_view kUserFile = "user.js";
constexpr size_t kMaxLossesListed = 10;

absl::string_view TypeName(const PrefValue& value) {
  constexpr absl::string_view kNames[] = {"bool", "int", "string"};
  return kNames[value.index()];
}

absl::Status WrongType(absl::string_view name, const PrefValue& held, const PrefValue& other) {
  return absl::InvalidArgumentError(
      absl::StrCat("preference ", name, " is of type ", TypeName(held), ", not ", TypeName(other)));
}

template <typename T>
absl::StatusOr<T> As(absl::string_view name, absl::StatusOr<PrefValue> value) {
  if (!value.ok()) return value.status();
  if (T* typed = std::get_if<T>(&*value)) return std::move(*typed);
  return WrongType(name, *value, T());
}

template <typename T>
absl::StatusOr<T> IfAbsent(absl::StatusOr<T> value, T if_absent) {
  if (absl::IsNotFound(value.status())) return if_absent;
  return value;
}

bool HasNul(absl::string_view text) { return text.find('\0') != absl::string_view::npos; }

// Neither could be written to a file and read again.
absl::Status CheckWritable(absl::string_view name, const PrefValue& value) {
  if (name.empty()) return absl::InvalidArgumentError("a preference needs a name");
  if (HasNul(name)) return absl::InvalidArgumentError("the name of a preference has a NUL byte");
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && HasNul(*text)) {
    return absl::InvalidArgumentError(absl::StrCat("preference ", name, ": NUL byte in the value"));
  }
  return absl::OkStatus();
}

std::string Quoted(absl::string_view text) {
  return absl::StrCat(
      "\"",
      absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}, {"\r", "\\r"}}),
      "\"");
}

std::string Literal(const PrefValue& value) {
  if (const auto* b = std::get_if<bool>(&value)) return *b ? "true" : "false";
  if (const auto* i = std::get_if<int32_t>(&value)) return absl::StrCat(*i);
  return Quoted(std::get<std::string>(value));
}

// Entries of a file that are not in force, to be listed in a Status.
class Losses {
 public:
  void Add(absl::string_view path, const ParsedPrefs& parsed) {
    for (const PrefError& error : parsed.errors) Add(path, error.line, error.message);
    count_ += parsed.error_count - parsed.errors.size();
  }
  void Add(absl::string_view path, int line, absl::string_view message) {
    if (listed_.size() < kMaxLossesListed) {
      listed_.push_back(absl::StrCat(path, ":", line, ": ", message));
    }
    ++count_;
  }
  absl::Status status() const {
    if (count_ == 0) return absl::OkStatus();
    return absl::DataLossError(absl::StrCat(
        count_, count_ == 1 ? " entry" : " entries", " left out, the rest is in force: ",
        absl::StrJoin(listed_, "; "), count_ > listed_.size() ? "; and more" : ""));
  }

 private:
  size_t count_ = 0;
  std::vector<std::string> listed_;
};

struct Preference {
  std::optional<PrefValue> default_value;
  std::optional<PrefValue> user_value;
  bool sticky = false;
  bool locked = false;

  const std::optional<PrefValue>& Effective() const {
    return user_value.has_value() && !locked ? user_value : default_value;
  }
  bool WorthSaving() const {
    return user_value.has_value() && (sticky || user_value != default_value);
  }

  absl::Status SetUser(absl::string_view name, PrefValue value) {
    if (default_value.has_value() && default_value->index() != value.index()) {
      return WrongType(name, *default_value, value);
    }
    user_value = std::move(value);
    return absl::OkStatus();
  }

  absl::Status SetDefault(absl::string_view name, PrefValue value) {
    if (locked) {
      return absl::FailedPreconditionError(absl::StrCat("preference ", name, " is locked"));
    }
    for (const auto& held : {default_value, user_value}) {
      if (held.has_value() && held->index() != value.index()) return WrongType(name, *held, value);
    }
    default_value = std::move(value);
    return absl::OkStatus();
  }
};

using Preferences = std::map<std::string, Preference, std::less<>>;

absl::Status Apply(PrefEntry entry, Preferences& preferences) {
  if (absl::Status valid = CheckWritable(entry.name, entry.value); !valid.ok()) return valid;
  Preference& preference = preferences[entry.name];
  if (entry.kind == PrefKind::kUser) {
    absl::Status set = preference.SetUser(entry.name, std::move(entry.value));
    if (!set.ok()) return set;
  } else {
    absl::Status set = preference.SetDefault(entry.name, std::move(entry.value));
    if (!set.ok()) return set;
    preference.locked = entry.locked;
  }
  preference.sticky |= entry.sticky;
  return absl::OkStatus();
}

void Apply(absl::string_view path, ParsedPrefs parsed, Preferences& preferences, Losses& losses) {
  losses.Add(path, parsed);
  for (PrefEntry& entry : parsed.entries) {
    const int line = entry.line;
    absl::Status applied = Apply(std::move(entry), preferences);
    if (!applied.ok()) losses.Add(path, line, applied.message());
  }
}

// Names whose effective value is not the same in both. Both maps are sorted.
std::vector<std::string> Changes(const Preferences& before, const Preferences& after) {
  const std::optional<PrefValue> absent;
  std::vector<std::string> changed;
  auto b = before.begin();
  auto a = after.begin();
  while (b != before.end() || a != after.end()) {
    const bool in_before = a == after.end() || (b != before.end() && b->first <= a->first);
    const bool in_after = b == before.end() || (a != after.end() && a->first <= b->first);
    const std::string& name = in_before ? b->first : a->first;
    const auto& old_value = in_before ? b->second.Effective() : absent;
    const auto& new_value = in_after ? a->second.Effective() : absent;
    if (old_value != new_value) changed.push_back(name);
    if (in_before) ++b;
    if (in_after) ++a;
  }
  return changed;
}

class Observer : public Registration {
 public:
  Observer(absl::string_view prefix, PreferenceService::Callback callback)
      : prefix_(prefix), callback_(std::move(callback)) {}

  void Call(absl::string_view name) {
    if (absl::StartsWith(name, prefix_)) Run([&] { callback_(name); });
  }

 private:
  void DropCallback() override { callback_ = nullptr; }

  const std::string prefix_;
  PreferenceService::Callback callback_;
};

class PreferenceServiceImpl : public PreferenceService {
 public:
  absl::StatusOr<PrefValue> Get(absl::string_view name) const override {
    MutexLock lock(&mu_);
    const auto found = preferences_.find(name);
    if (found == preferences_.end() || !found->second.Effective().has_value()) {
      return absl::NotFoundError(absl::StrCat("no preference ", name));
    }
    return *found->second.Effective();
  }

  absl::Status SetUser(absl::string_view name, PrefValue value) override {
    return Change(name, value, [&](Preference& preference) {
      if (preference.locked) {
        return absl::FailedPreconditionError(absl::StrCat("preference ", name, " is locked"));
      }
      absl::Status set = preference.SetUser(name, value);
      if (set.ok() && !preference.WorthSaving()) preference.user_value.reset();
      return set;
    });
  }

  absl::Status SetDefault(absl::string_view name, PrefValue value) override {
    return Change(name, value,
                  [&](Preference& preference) { return preference.SetDefault(name, value); });
  }

  void ClearUser(absl::string_view name) override {
    {
      MutexLock lock(&mu_);
      const auto found = preferences_.find(name);
      if (found == preferences_.end()) return;
      const std::optional<PrefValue> before = found->second.Effective();
      found->second.user_value.reset();
      if (found->second.Effective() == before) return;
    }
    Notify({std::string(name)});
  }

  bool HasUserValue(absl::string_view name) const override {
    MutexLock lock(&mu_);
    const auto found = preferences_.find(name);
    return found != preferences_.end() && found->second.user_value.has_value();
  }

  Subscription Observe(absl::string_view prefix, Callback callback) override {
    return observers_.Add(std::make_shared<Observer>(prefix, std::move(callback)));
  }

  absl::Status LoadDefaults(absl::string_view path) override {
    absl::StatusOr<std::string> text = ReadFile(std::string(path));
    if (!text.ok()) return text.status();
    ParsedPrefs parsed = ParsePrefs(*text, PrefsGrammar::kDefault);
    Losses losses;
    Transform(
        [&](Preferences& preferences) { Apply(path, std::move(parsed), preferences, losses); });
    return losses.status();
  }

  absl::Status LoadUser(absl::string_view profile_dir) override {
    struct stat info;
    if (stat(std::string(profile_dir).c_str(), &info) != 0) {
      return FileError(errno, "stat", profile_dir);
    }
    std::vector<std::pair<std::string, ParsedPrefs>> files;
    for (absl::string_view file : {kPrefsFile, kUserFile}) {
      std::string path = absl::StrCat(profile_dir, "/", file);
      absl::StatusOr<std::string> text = ReadFile(path);
      if (absl::IsNotFound(text.status())) continue;
      if (!text.ok()) return text.status();
      files.emplace_back(std::move(path), ParsePrefs(*text, PrefsGrammar::kUser));
    }
    Losses losses;
    Transform([&](Preferences& preferences) {
      for (auto& [name, preference] : preferences) preference.user_value.reset();
      for (auto& [path, parsed] : files) Apply(path, std::move(parsed), preferences, losses);
    });
    return losses.status();
  }

  absl::Status SavePrefsFile(absl::string_view path) override {
    // Held over the write: a later save must not be replaced by an earlier one.
    MutexLock lock(&save_mu_);
    return ReplaceFile(std::string(path), UserValuesAsText());
  }

 private:
  template <typename Edit>
  absl::Status Change(absl::string_view name, const PrefValue& value, Edit edit) {
    if (absl::Status valid = CheckWritable(name, value); !valid.ok()) return valid;
    {
      MutexLock lock(&mu_);
      Preference& preference = preferences_[std::string(name)];
      const std::optional<PrefValue> before = preference.Effective();
      if (absl::Status edited = edit(preference); !edited.ok()) return edited;
      if (preference.Effective() == before) return absl::OkStatus();
    }
    Notify({std::string(name)});
    return absl::OkStatus();
  }

  template <typename Edit>
  void Transform(Edit edit) {
    std::vector<std::string> changed;
    {
      MutexLock lock(&mu_);
      Preferences after = preferences_;
      edit(after);
      changed = Changes(preferences_, after);
      preferences_ = std::move(after);
    }
    Notify(changed);
  }

  void Notify(const std::vector<std::string>& names) {
    const auto observers = observers_.Snapshot();
    for (const std::string& name : names) {
      for (const auto& observer : observers) observer->Call(name);
    }
  }

  std::string UserValuesAsText() const {
    std::string text =
        "// Preferences of this profile. A running program overwrites changes made here;\n"
        "// put lasting ones into user.js.\n\n";
    MutexLock lock(&mu_);
    for (const auto& [name, preference] : preferences_) {
      if (!preference.WorthSaving()) continue;
      absl::StrAppend(&text, "user_pref(", Quoted(name), ", ", Literal(*preference.user_value),
                      ");\n");
    }
    return text;
  }

  mutable Mutex mu_;
  Preferences preferences_ PSM_GUARDED_BY(mu_);
  Mutex save_mu_;  // taken before mu_
  RegistrationList<Observer> observers_;
};

}  // namespace

absl::StatusOr<bool> PreferenceService::GetBool(absl::string_view name) const {
  return As<bool>(name, Get(name));
}
absl::StatusOr<int32_t> PreferenceService::GetInt(absl::string_view name) const {
  return As<int32_t>(name, Get(name));
}
absl::StatusOr<std::string> PreferenceService::GetString(absl::string_view name) const {
  return As<std::string>(name, Get(name));
}

absl::StatusOr<bool> PreferenceService::GetBool(absl::string_view name, bool if_absent) const {
  return IfAbsent(GetBool(name), if_absent);
}
absl::StatusOr<int32_t> PreferenceService::GetInt(absl::string_view name, int32_t if_absent) const {
  return IfAbsent(GetInt(name), if_absent);
}
absl::StatusOr<std::string> PreferenceService::GetString(absl::string_view name,
                                                         absl::string_view if_absent) const {
  return IfAbsent(GetString(name), std::string(if_absent));
}

absl::Status PreferenceService::SetBool(absl::string_view name, bool value) {
  return SetUser(name, value);
}
absl::Status PreferenceService::SetInt(absl::string_view name, int32_t value) {
  return SetUser(name, value);
}
absl::Status PreferenceService::SetString(absl::string_view name, absl::string_view value) {
  return SetUser(name, std::string(value));
}

absl::Status PreferenceService::SetDefaultBool(absl::string_view name, bool value) {
  return SetDefault(name, value);
}
absl::Status PreferenceService::SetDefaultInt(absl::string_view name, int32_t value) {
  return SetDefault(name, value);
}
absl::Status PreferenceService::SetDefaultString(absl::string_view name, absl::string_view value) {
  return SetDefault(name, std::string(value));
}

std::unique_ptr<PreferenceService> MakePreferenceService() {
  return std::make_unique<PreferenceServiceImpl>();
}

}  // namespace psm
