#include "tools/profile_doctor/findings.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"

namespace psm::doctor {
namespace {

std::string PasswordText(const ProfileFacts& facts) {
  if (facts.password_salt_bytes == 0) return "none was ever set";
  if (facts.password_iterations < 0) return "a record of an unknown form";
  if (facts.empty_password) return "empty";
  return absl::StrCat("set, ", facts.sha1_3des_password ? "SHA-1 and 3DES of a dbm profile, " : "",
                      "work factor ", facts.password_iterations);
}

absl::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSound:
      return "sound";
    case Verdict::kProblem:
      return "problem";
    case Verdict::kCannot:
      break;
  }
  return "cannot";
}

}  // namespace

Verdict Findings::verdict() const {
  if (!cannot.ok()) return Verdict::kCannot;
  return problems.empty() ? Verdict::kSound : Verdict::kProblem;
}

std::string Findings::ToText() const {
  std::string text = absl::StrCat(profile, "\n");
  for (const Problem& problem : problems) {
    absl::StrAppend(&text, "  PROBLEM  ", problem.kind, problem.file.empty() ? "" : ": ",
                    problem.file, ": ", problem.what, "\n");
  }
  if (facts.has_value()) {
    absl::StrAppend(&text, "  objects  ", facts->public_objects, " public, ",
                    facts->private_objects, " private\n");
    absl::StrAppend(&text, "  password ", PasswordText(*facts), "\n");
  }
  if (backups.has_value()) {
    absl::StrAppend(&text, "  backups  ", backups->size(), "\n");
    for (const std::string& name : *backups) absl::StrAppend(&text, "           ", name, "\n");
  }
  for (const std::string& note : notes) absl::StrAppend(&text, "  note     ", note, "\n");
  for (const std::string& step : done) absl::StrAppend(&text, "  done     ", step, "\n");
  for (const std::string& path : replaced) absl::StrAppend(&text, "  kept     ", path, "\n");
  switch (verdict()) {
    case Verdict::kSound:
      absl::StrAppend(&text, command, ": no problem\n");
      break;
    case Verdict::kProblem:
      absl::StrAppend(&text, command, ": ", problems.size(),
                      problems.size() == 1 ? " problem\n" : " problems\n");
      break;
    case Verdict::kCannot:
      absl::StrAppend(&text, command, ": cannot: ", cannot.message(), "\n");
      break;
  }
  return text;
}

std::string Findings::ToJson() const {
  nlohmann::json json = {{"command", command},
                         {"profile", profile},
                         {"verdict", std::string(VerdictName(verdict()))},
                         {"problems", nlohmann::json::array()},
                         {"notes", notes},
                         {"done", done},
                         {"replaced", replaced}};
  for (const Problem& problem : problems) {
    json["problems"].push_back(
        {{"kind", problem.kind}, {"file", problem.file}, {"what", problem.what}});
  }
  if (!cannot.ok()) {
    json["cannot"] = {{"code", absl::StatusCodeToString(cannot.code())},
                      {"what", std::string(cannot.message())}};
  }
  if (facts.has_value()) {
    json["facts"] = {{"public_objects", facts->public_objects},
                     {"private_objects", facts->private_objects},
                     {"pkcs11_trust_objects", facts->pkcs11_trust_objects},
                     {"public_columns", facts->public_columns},
                     {"password_salt_bytes", facts->password_salt_bytes},
                     {"password_iterations", facts->password_iterations},
                     {"empty_password", facts->empty_password},
                     {"sha1_3des_password", facts->sha1_3des_password},
                     {"wal", facts->wal}};
  }
  if (backups.has_value()) json["backups"] = *backups;
  if (!backup.empty()) json["backup"] = backup;
  // A path need not be UTF-8.
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace psm::doctor
