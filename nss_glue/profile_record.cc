#include "nss_glue/profile_record.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "nss_glue/file.h"

namespace psm {
namespace {

using nlohmann::json;

constexpr char kFileName[] = "/psm-profile.json";
constexpr int kVersion = 1;

}  // namespace

absl::StatusOr<ProfileRecord> ProfileRecord::Read(const std::string& folder) {
  const std::string path = folder + kFileName;
  absl::StatusOr<std::string> text = ReadFile(path);
  if (absl::IsNotFound(text.status())) return ProfileRecord();
  if (!text.ok()) return text.status();
  const json object = json::parse(*text, nullptr, /*allow_exceptions=*/false);
  const auto damaged = [&path] {
    return absl::DataLossError(absl::StrCat("the record of the profile is damaged: ", path));
  };
  if (!object.is_object() || object.value("version", json()) != kVersion) return damaged();
  ProfileRecord record;
  for (const auto& [key, flag] :
       {std::make_pair("has_certificates", &record.has_certificates),
        std::make_pair("has_keys", &record.has_keys), std::make_pair("fips", &record.fips)}) {
    if (!object.contains(key) || !object[key].is_boolean()) return damaged();
    *flag = object[key].get<bool>();
  }
  if (!object.contains("modules") || !object["modules"].is_array()) return damaged();
  for (const json& module : object["modules"]) {
    if (!module.is_string()) return damaged();
    record.modules.push_back(module.get<std::string>());
  }
  return record;
}

absl::Status ProfileRecord::Write(const std::string& folder) const {
  const json object = {{"version", kVersion},
                       {"has_certificates", has_certificates},
                       {"has_keys", has_keys},
                       {"modules", modules},
                       {"fips", fips}};
  // A path need not be UTF-8.
  return ReplaceFile(folder + kFileName,
                     object.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
}

}  // namespace psm
