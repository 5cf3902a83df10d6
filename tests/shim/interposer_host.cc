// A host of libpsm.so.1 with a plugin that calls bare NSS, under the LD_PRELOAD library: the plugin
// passes the host's own gate, and can neither bring NSS up nor take it down. Run by
// interposer_test.py.
//
// usage: interposer_host coordinated|never FOLDER

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "nss_glue/reference_report.h"
#include "psm/preferences.h"
#include "psm/security_manager.h"
#include "tests/shim/interposer_plugin.h"

namespace {

constexpr int kNotInitialized = -8192 + 154;  // SEC_ERROR_NOT_INITIALIZED
constexpr int kNoAccess = -5966;              // PR_NO_ACCESS_RIGHTS_ERROR

void Expect(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "failed: %s\n", what);
  std::exit(1);
}
#define EXPECT(condition) Expect(condition, #condition)

void PluginCannotTakeOver() {
  EXPECT(plugin_brings_nss_up() == kNoAccess);
  EXPECT(plugin_takes_nss_down() == kNoAccess);
}

}  // namespace

int main(int argc, char** argv) {
  EXPECT(argc == 3);
  const std::string folder = argv[2];
  const bool never = std::string(argv[1]) == "never";
  std::unique_ptr<psm::PreferenceService> preferences = psm::MakePreferenceService();
  EXPECT(preferences->SetString(psm::kShutdownModePref, argv[1]).ok());
  psm::SecurityManager::Config config;
  config.preferences = preferences.get();
  auto manager = psm::SecurityManager::Create(std::move(config));
  EXPECT(manager.ok());
  EXPECT(plugin_uses_nss() == kNotInitialized);

  for (const char* profile : {"/first", "/second", "/first"}) {
    EXPECT((*manager)->OpenProfile(folder + profile).ok());
    EXPECT(plugin_uses_nss() == 0);
    PluginCannotTakeOver();
    EXPECT(plugin_uses_nss() == 0);
    // Only the host's own wrappers count.
    plugin_keeps_slot();
    EXPECT(psm::References::Describe() == "");
    plugin_frees_slot();
    auto closed = (*manager)->CloseProfile();
    EXPECT(closed.ok());
    EXPECT(closed->way == (never ? psm::SwitchWay::kSlot : psm::SwitchWay::kShutdown));
    EXPECT(plugin_uses_nss() == kNotInitialized);
    PluginCannotTakeOver();
  }
  return 0;
}
