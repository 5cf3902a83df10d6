#include "nss_glue/nss_runtime.h"

#include <dlfcn.h>
#include <stdlib.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "nss_glue/certificate_census.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/generated/raw.h"
#include "nss_glue/lifecycle_mutex.h"
#include "nss_glue/memory_trust.h"
#include "nss_glue/newer_profile.h"
#include "nss_glue/reference_report.h"
#include "nss_glue/scoped.h"
#include "nss_glue/tls_sessions.h"

namespace psm {
namespace {

constexpr PRUint32 kProfileFlags = NSS_INIT_NOMODDB | NSS_INIT_NOROOTINIT | NSS_INIT_OPTIMIZESPACE;
constexpr PRUint32 kContextFlags = NSS_INIT_NOCERTDB | NSS_INIT_NOMODDB | NSS_INIT_READONLY |
                                   NSS_INIT_FORCEOPEN | NSS_INIT_NOROOTINIT |
                                   NSS_INIT_OPTIMIZESPACE;
constexpr char kTokenName[] = "NSS Certificate DB";
constexpr char kSlotName[] = "NSS User Private Key and Certificate Services";

std::string SqlPath(const ProfileDir& dir) { return absl::StrCat("sql:", dir.path); }

std::string Describe(const HeldCertificate& held) {
  return absl::StrCat(held.subject, " (", held.references, " references)");
}

// References to certificates that wrapped calls handed out.
int64_t GatedCertificates() {
  for (const OutstandingReferences& held : References::Outstanding()) {
    if (held.kind == ReferenceKind::kCertificate) return held.count;
  }
  return 0;
}

// The caller of each wrapper that obtained such an object; empty unless sites are traced. The
// innermost frames are the shim's own.
std::string ObtainedAt(ReferenceKind kind, const std::vector<ReferenceSite>& sites) {
  std::vector<std::string> places;
  for (const ReferenceSite& site : sites) {
    if (site.kind != kind) continue;
    for (const std::vector<std::string>& stack : site.obtained_at) {
      const auto caller = std::find_if(stack.begin(), stack.end(), [](const std::string& frame) {
        return frame.find("psm_nss_") == frame.npos && frame.find("CountSlow") == frame.npos;
      });
      if (caller != stack.end()) places.push_back(*caller);
    }
  }
  return places.empty() ? "" : absl::StrCat(", obtained at ", absl::StrJoin(places, "; "));
}

absl::Status WhyReadOnly(const ProfileDir& dir, const absl::Status& wanted) {
  if (!wanted.ok() || dir.writable) return wanted;
  return absl::PermissionDeniedError(
      absl::StrCat("profile folder or database cannot be written: ", dir.path));
}

absl::Status StuckRelease() {
  return absl::DeadlineExceededError("a release of an NSS object has not come back for 10 s");
}

// NSS unloads softoken and freebl at each shutdown, and loading them is a third of an
// initialisation. Keeping them mapped also leaves no unloaded code behind for another thread's exit
// handlers.
void KeepSoftokenLoaded() {
  for (const char* library : {"libsoftokn3.so", "libfreeblpriv3.so"}) {
    dlopen(library, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
  }
}

}  // namespace

struct NssShutdownHook {
  static SECStatus Run(void* self, void* /*unused*/) {
    auto* runtime = static_cast<NssRuntime*>(self);
    if (!runtime->shutting_down_.load(std::memory_order_acquire)) {
      MutexLock hold(&runtime->handler_mu_);
      if (runtime->on_foreign_shutdown_) runtime->on_foreign_shutdown_();
      runtime->up_.store(NssRuntime::Up::kDown, std::memory_order_release);
    }
    return SECSuccess;
  }
};

void NssRuntime::SetForeignShutdownHandler(std::function<void()> handler) {
  MutexLock hold(&handler_mu_);
  on_foreign_shutdown_ = std::move(handler);
}

std::string NssRuntime::Version() { return psm_raw_NSS_GetVersion(); }

bool NssRuntime::IsAtLeast(const char* version) { return psm_raw_NSS_VersionCheck(version) != 0; }

void NssRuntime::PrepareProcess(int password_iterations) {
  nss_call::NoteManager();
  // A cache that re-reads whole tables after each commit and hides other processes' writes: only
  // for network folders, which the host then asks for by setting it.
  setenv("NSS_SDB_USE_CACHE", "no", /*overwrite=*/0);
  static bool ours = false;  // what a manager before this one has set is not the host's word
  constexpr char kLeast[] = "NSS_MIN_MP_PBE_ITERATION_COUNT";
  constexpr char kMost[] = "NSS_MAX_MP_PBE_ITERATION_COUNT";
  if (ours || (getenv(kLeast) == nullptr && getenv(kMost) == nullptr)) {
    ours = true;
    const std::string count = absl::StrCat(password_iterations);
    setenv(kLeast, count.c_str(), /*overwrite=*/1);
    setenv(kMost, count.c_str(), /*overwrite=*/1);
  }
  // The first profile comes up as a user slot; give it the names that users know.
  psm_raw_PK11_ConfigurePKCS11(nullptr, nullptr, nullptr, kTokenName, nullptr, kSlotName, nullptr,
                               nullptr, 0, 0);
}

absl::Status NssRuntime::StartContext() {
  char none[] = "";
  // The context's own key token has no database. Two tokens of one name would make NSS look up
  // "token:nickname" in the wrong one.
  char no_database[] = "NSS No Database";
  NSSInitParameters names = {};
  names.length = sizeof names;
  names.dbTokenDescription = no_database;
  names.dbSlotDescription = no_database;
  context_ = psm_raw_NSS_InitContext(none, none, none, none, &names, kContextFlags);
  if (context_ == nullptr) {
    return NssError(up() == Up::kPinned ? "NSS is still pinned by a reference that was not released"
                                        : "NSS_InitContext");
  }
  KeepSoftokenLoaded();
  initialized_ = false;
  up_.store(Up::kNoProfile, std::memory_order_release);
  // NSS drops its list of callbacks at each shutdown.
  if (nss::NSS_RegisterShutdown(NssShutdownHook::Run, this) != SECSuccess) {
    return NssError("NSS_RegisterShutdown");
  }
  return absl::OkStatus();
}

absl::StatusOr<OpenedProfile> NssRuntime::Open(const ProfileDir& dir,
                                               const absl::Status& must_not_write) {
  const nss_call::LifecycleHold hold;
  if (!hold.ok()) return StuckRelease();
  if (up() == Up::kProfile) return absl::FailedPreconditionError("a profile is already open");
  const bool was_up = up() == Up::kNoProfile;
  if (!was_up) {
    absl::Status started = StartContext();
    if (!started.ok()) return started;
  }
  // Of a profile that went with another library's NSS_Shutdown, or late.
  DatabaseWrite::Detach();
  NewerProfile::Detach();
  absl::StatusOr<OpenedProfile> opened =
      initialized_ ? OpenNext(dir, must_not_write) : OpenFirst(dir, must_not_write);
  if (!opened.ok()) return opened;
  up_.store(Up::kProfile, std::memory_order_release);
  absl::Status refreshed = was_up ? crl_cache_.Refresh() : absl::OkStatus();
  if (refreshed.ok()) return opened;
  absl::Status closed = CloseSlot();
  return closed.ok() ? refreshed : closed;
}

absl::StatusOr<OpenedProfile> NssRuntime::OpenFirst(const ProfileDir& dir,
                                                    const absl::Status& must_not_write) {
  OpenedProfile opened;
  opened.dir = dir;
  opened.why = WhyReadOnly(dir, must_not_write);
  for (const bool read_only : {false, true}) {
    if (!read_only && !opened.why.ok()) continue;
    if (psm_raw_NSS_Initialize(SqlPath(dir).c_str(), "", "", SECMOD_DB,
                               kProfileFlags | (read_only ? NSS_INIT_READONLY : 0)) == SECSuccess) {
      initialized_ = true;
      opened.rung = read_only ? OpenRung::kReadOnly : OpenRung::kReadWrite;
      absl::Status finished = FinishOpen(dir, &opened);
      if (!finished.ok()) return finished;
      return opened;
    }
    if (opened.why.ok()) opened.why = NssError("NSS_Initialize", dir.path);
  }
  return opened.why;
}

absl::StatusOr<OpenedProfile> NssRuntime::OpenNext(const ProfileDir& dir,
                                                   const absl::Status& must_not_write) {
  OpenedProfile opened;
  opened.dir = dir;
  opened.why = WhyReadOnly(dir, must_not_write);
  for (const bool read_only : {false, true}) {
    if (!read_only && !opened.why.ok()) continue;
    const std::string spec = absl::StrCat("configDir=", QuoteForModuleSpec(SqlPath(dir)),
                                          " tokenDescription=", QuoteForModuleSpec(kTokenName),
                                          " slotDescription=", QuoteForModuleSpec(kSlotName),
                                          read_only ? " flags=readOnly" : "");
    UniqueSlot slot(nss::SECMOD_OpenUserDB(spec.c_str()));
    if (slot == nullptr) {
      if (opened.why.ok()) opened.why = NssError("SECMOD_OpenUserDB", dir.path);
      continue;
    }
    opened.rung = read_only ? OpenRung::kReadOnly : OpenRung::kReadWrite;
    if (nss::PK11_IsInternalKeySlot(slot.get())) {
      absl::Status finished = FinishOpen(dir, &opened);
      if (!finished.ok()) return finished;
      return opened;
    }
    // Somebody else took the slot id in the closed gap: the coordinated way always works.
    nss::SECMOD_CloseUserDB(slot.get());
    slot.reset();
    const std::vector<std::string> pins = Pins();
    if (!pins.empty()) {
      return absl::FailedPreconditionError(absl::StrCat(
          "another library took NSS's key slot, and a restart is required, since these "
          "are held: ",
          absl::StrJoin(pins, "; ")));
    }
    absl::Status down = ShutdownLocked();
    if (!down.ok()) return down;
    absl::Status started = StartContext();
    if (!started.ok()) return started;
    absl::StatusOr<OpenedProfile> first = OpenFirst(dir, must_not_write);
    if (first.ok()) first->restarted = true;
    return first;
  }
  return opened.why;
}

// NSS reports success for a profile it did not open (a second NSS_Initialize; an empty folder), so
// look.
absl::Status NssRuntime::FinishOpen(const ProfileDir& dir, OpenedProfile* opened) {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  if (slot == nullptr) return NssError("PK11_GetInternalKeySlot", dir.path);
  const OpenDatabases open = DatabasesOpenInProcess(dir);
  const bool as_it_was = dir.legacy && opened->rung == OpenRung::kReadOnly && open.legacy;
  if (!(open.cert9 && open.key4) && !as_it_was) {
    nss::SECMOD_CloseUserDB(slot.get());
    return absl::InternalError(
        absl::StrCat("NSS opened another profile than the one asked for: ", dir.path));
  }
  opened->created = dir.fresh;
  if (dir.fresh || (dir.legacy && !as_it_was)) {
    // Without a password record no certificate can be imported and no trust be set.
    if (nss::PK11_NeedUserInit(slot.get()).value_or(PR_FALSE) &&
        nss::PK11_InitPin(slot.get(), nullptr, "") != SECSuccess) {
      absl::Status failed = NssError("set the empty password of the profile", dir.path);
      nss::SECMOD_CloseUserDB(slot.get());
      return failed;
    }
  }
  return absl::OkStatus();
}

absl::Status NssRuntime::OpenWithoutDatabase() {
  const nss_call::LifecycleHold hold;
  if (!hold.ok()) return StuckRelease();
  if (up() == Up::kProfile) return absl::FailedPreconditionError("a profile is already open");
  return up() == Up::kNoProfile ? absl::OkStatus() : StartContext();
}

absl::Status NssRuntime::CloseProfile() {
  const nss_call::LifecycleHold hold;
  if (!hold.ok()) return StuckRelease();
  if (up() != Up::kProfile) return absl::FailedPreconditionError("no profile is open");
  // A profile that cannot be read any more must still be closed; what it held when it was opened is
  // noted already.
  crl_cache_.Note().IgnoreError();
  return CloseSlot();
}

absl::Status NssRuntime::CloseSlot() {
  const std::vector<HeldCertificate> held = HeldCertificates();
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  if (slot == nullptr || nss::SECMOD_CloseUserDB(slot.get()) != SECSuccess) {
    return NssError("SECMOD_CloseUserDB");
  }
  DatabaseWrite::Detach();
  NewerProfile::Detach();
  if (!held.empty() && HeldCertificates().size() < held.size()) {
    int references = 0;
    for (const HeldCertificate& certificate : held) references += certificate.references;
    std::vector<std::string>* const pins =
        references <= GatedCertificates() ? &unseen_gated_pins_ : &unseen_pins_;
    for (const HeldCertificate& certificate : held) {
      pins->push_back(Describe(certificate) + ", held when its profile was closed");
    }
  }
  up_.store(Up::kNoProfile, std::memory_order_release);
  return absl::OkStatus();
}

std::vector<std::string> NssRuntime::Pins() {
  if (GatedCertificates() <= 0) unseen_gated_pins_.clear();
  std::vector<std::string> pins = unseen_pins_;
  pins.insert(pins.end(), unseen_gated_pins_.begin(), unseen_gated_pins_.end());
  for (const HeldCertificate& certificate : HeldCertificates()) {
    pins.push_back(Describe(certificate));
  }
  if (!References::PinNss()) return pins;
  const std::vector<ReferenceSite> sites = References::Sites();
  for (const OutstandingReferences& held : References::Outstanding()) {
    // The census names certificates better; a count cannot tell one that is memory only.
    if (held.count <= 0 || held.pins < ReferencePins::kBusy ||
        held.kind == ReferenceKind::kCertificate) {
      continue;
    }
    pins.push_back(absl::StrCat(held.count, " x ", held.type, ObtainedAt(held.kind, sites)));
  }
  return pins;
}

absl::Status NssRuntime::Shutdown() {
  const nss_call::LifecycleHold hold;
  if (!hold.ok()) return StuckRelease();
  return ShutdownLocked();
}

absl::Status NssRuntime::ShutdownLocked() {
  if (up() == Up::kDown) return absl::OkStatus();
  tls_sessions::FreeServerState();
  shutting_down_.store(true, std::memory_order_release);
  // NSS_Shutdown ends the context too, but does nothing for a context alone.
  const bool down =
      (initialized_ ? psm_raw_NSS_Shutdown() : psm_raw_NSS_ShutdownContext(context_)) == SECSuccess;
  const int error = PORT_GetError();
  shutting_down_.store(false, std::memory_order_release);
  initialized_ = false;
  crl_cache_.Forget();
  up_.store(down ? Up::kDown : Up::kPinned, std::memory_order_release);
  if (down) {
    DatabaseWrite::Detach();
    NewerProfile::Detach();
  }
  return down ? absl::OkStatus() : NssErrorFor(error, "NSS_Shutdown");
}

void NssRuntime::PurgeCaches() {
  tls_sessions::Purge();
  nss::CERT_ClearOCSPCache();
  CrlCache::UncacheApplications();
  MemoryTrust::Purge();
}

}  // namespace psm
