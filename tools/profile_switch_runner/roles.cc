#include "tools/profile_switch_runner/roles.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "nss_glue/error.h"
#include "nss_glue/sqlite_file.h"
#include "psm/open_outcome.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "psm/token_password.h"
#include "shutdown/clock.h"
#include "tools/profile_switch_runner/acknowledged.h"
#include "tools/profile_switch_runner/child.h"

namespace psm::runner {
namespace {

constexpr absl::string_view kRoleFlag = "--role=";
constexpr absl::Duration kDatabasePatience = absl::Seconds(20);

using Arguments = std::vector<std::string>;

// One write(2): it is said whole, or not at all. Whom it is for may be gone.
void Say(const std::string& text) {
  const std::string line = absl::StrCat(absl::StrReplaceAll(text, {{"\n", " "}}), "\n");
  if (write(Child::kOutput, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
    _exit(1);
  }
}

void WaitForALine() {
  char byte = 0;
  while (read(Child::kInput, &byte, 1) < 0 && errno == EINTR) continue;
}

// Without a host's services round it.
class Host {
 public:
  absl::Status Open(const std::string& dir) {
    SecurityManager::Config config;
    config.preferences = preferences_.get();
    absl::StatusOr<std::unique_ptr<SecurityManager>> manager =
        SecurityManager::Create(std::move(config));
    if (!manager.ok()) return manager.status();
    manager_ = *std::move(manager);
    return manager_->OpenProfile(dir).status();
  }

 private:
  const std::unique_ptr<PreferenceService> preferences_ = MakePreferenceService();
  std::unique_ptr<SecurityManager> manager_;
};

absl::Status RunHost(const Arguments& arguments) {
  Host host;
  const absl::Status opened = host.Open(arguments[0]);
  if (!opened.ok()) {
    Say(absl::StrCat(OpenOutcomeName(OpenOutcomeOf(opened)), ": ", opened.message()));
    return absl::OkStatus();
  }
  Say("open");
  WaitForALine();
  return absl::OkStatus();
}

absl::Status RunLocker(const Arguments& arguments) {
  absl::StatusOr<SqliteFile> file =
      SqliteFile::Open(arguments[0], SqliteFile::kReadWrite, MonotonicNow() + kDatabasePatience);
  if (!file.ok()) return file.status();
  const absl::Status locked = file->Run("BEGIN IMMEDIATE");
  if (!locked.ok()) return locked;
  Say("locked");
  WaitForALine();
  return absl::OkStatus();
}

absl::Status RunExaminer(const Arguments& arguments) {
  std::string found = "ok";
  for (const char* name : {"/cert9.db", "/key4.db"}) {
    absl::StatusOr<SqliteFile> file = SqliteFile::Open(arguments[0] + name, SqliteFile::kRead,
                                                       MonotonicNow() + kDatabasePatience);
    if (!file.ok()) return file.status();
    const absl::Status checked = file->Each("PRAGMA integrity_check(1)", [&](sqlite3_stmt* row) {
      const std::string said = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
      if (said != "ok") found = absl::StrCat(file->path(), ": ", said);
      return true;
    });
    if (!checked.ok()) return checked;
  }
  Say(found);
  return absl::OkStatus();
}

absl::Status RunWriter(const Arguments& arguments) {
  uint64_t seed = 0;
  if (!absl::SimpleAtoi(arguments[2], &seed)) return absl::InvalidArgumentError(arguments[2]);
  Host host;
  absl::Status ready = host.Open(arguments[0]);
  if (ready.ok() && !arguments[1].empty()) ready = TokenPassword().Login(arguments[1]);
  if (!ready.ok()) return ready;
  return KeepWriting(seed, Say);
}

struct Role {
  absl::string_view name;
  size_t arguments;
  absl::Status (*run)(const Arguments& arguments);
};
constexpr Role kRoles[] = {
    {"host", 1, RunHost},
    {"locker", 1, RunLocker},
    {"examiner", 1, RunExaminer},
    {"writer", 3, RunWriter},
};

}  // namespace

std::vector<std::string> RoleCommand(absl::string_view role, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), absl::StrCat(kRoleFlag, role));
  return SelfCommand(std::move(arguments));
}

absl::optional<int> RunRole(const std::vector<std::string>& arguments) {
  absl::string_view name = arguments.empty() ? absl::string_view() : arguments[0];
  if (!absl::ConsumePrefix(&name, kRoleFlag)) return absl::nullopt;
  absl::Status status = absl::InvalidArgumentError("no such role, or wrong arguments");
  for (const Role& role : kRoles) {
    if (role.name != name || arguments.size() != role.arguments + 1) continue;
    status = role.run(Arguments(arguments.begin() + 1, arguments.end()));
  }
  if (status.ok()) return 0;
  absl::FPrintF(stderr, "profile_switch_runner, %s: %s\n", name, status.ToString());
  return 1;
}

}  // namespace psm::runner
