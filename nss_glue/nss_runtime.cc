#include "nss_glue/nss_runtime.h"

#include <dlfcn.h>
#include <stdlib.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "nss_glue/certificate_census.h"
#include "nss_glue/error.h"
#include "nss_glue/gated.h"
#include "nss_glue/nss_raw.h"
#include "nss_glue/scoped.h"

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

void NssRuntime::PrepareProcess() {
  // A cache that re-reads whole tables after each commit and hides other processes' writes: only
  // for network folders, which the host then asks for by setting it.
  setenv("NSS_SDB_USE_CACHE", "no", /*overwrite=*/0);
  // The first profile comes up as a user slot; give it the names that users know.
  char token[] = "NSS Certificate DB";
  char slot[] = "NSS User Private Key and Certificate Services";
  PK11_ConfigurePKCS11(nullptr, nullptr, nullptr, token, nullptr, slot, nullptr, nullptr, 0, 0);
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
  context_ = NSS_InitContext(none, none, none, none, &names, kContextFlags);
  if (context_ == nullptr) {
    return NssError(up() == Up::kPinned ? "NSS is still pinned by a reference that was not released"
                                        : "NSS_InitContext");
  }
  KeepSoftokenLoaded();
  initialized_ = false;
  up_.store(Up::kNoProfile, std::memory_order_release);
  // NSS drops its list of callbacks at each shutdown.
  if (NSS_RegisterShutdown(NssShutdownHook::Run, this) != SECSuccess) {
    return NssError("NSS_RegisterShutdown");
  }
  return absl::OkStatus();
}

absl::StatusOr<OpenedProfile> NssRuntime::Open(const ProfileDir& dir) {
  MutexLock hold(&nss_internal::LifecycleMutex());
  if (up() == Up::kProfile) return absl::FailedPreconditionError("a profile is already open");
  if (up() != Up::kNoProfile) {
    absl::Status started = StartContext();
    if (!started.ok()) return started;
  }
  absl::StatusOr<OpenedProfile> opened = initialized_ ? OpenNext(dir) : OpenFirst(dir);
  if (opened.ok()) {
    up_.store(Up::kProfile, std::memory_order_release);
    RefreshCrlIssuers();
  }
  return opened;
}

absl::StatusOr<OpenedProfile> NssRuntime::OpenFirst(const ProfileDir& dir) {
  OpenedProfile opened;
  opened.dir = dir;
  opened.why = dir.writable ? absl::OkStatus()
                            : absl::PermissionDeniedError(absl::StrCat(
                                  "profile folder or database cannot be written: ", dir.path));
  for (const bool read_only : {false, true}) {
    if (!read_only && !opened.why.ok()) continue;
    if (NSS_Initialize(SqlPath(dir).c_str(), "", "", SECMOD_DB,
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

absl::StatusOr<OpenedProfile> NssRuntime::OpenNext(const ProfileDir& dir) {
  OpenedProfile opened;
  opened.dir = dir;
  opened.why = dir.writable ? absl::OkStatus()
                            : absl::PermissionDeniedError(absl::StrCat(
                                  "profile folder or database cannot be written: ", dir.path));
  for (const bool read_only : {false, true}) {
    if (!read_only && !opened.why.ok()) continue;
    const std::string spec = absl::StrCat("configDir=", QuoteForModuleSpec(SqlPath(dir)),
                                          " tokenDescription=", QuoteForModuleSpec(kTokenName),
                                          " slotDescription=", QuoteForModuleSpec(kSlotName),
                                          read_only ? " flags=readOnly" : "");
    UniqueSlot slot(SECMOD_OpenUserDB(spec.c_str()));
    if (slot == nullptr) {
      if (opened.why.ok()) opened.why = NssError("SECMOD_OpenUserDB", dir.path);
      continue;
    }
    opened.rung = read_only ? OpenRung::kReadOnly : OpenRung::kReadWrite;
    if (PK11_IsInternalKeySlot(slot.get())) {
      absl::Status finished = FinishOpen(dir, &opened);
      if (!finished.ok()) return finished;
      return opened;
    }
    // Somebody else took the slot id in the closed gap: the coordinated way always works.
    SECMOD_CloseUserDB(slot.get());
    slot.reset();
    const std::vector<std::string> pins = CertificatePins();
    if (!pins.empty()) {
      return absl::FailedPreconditionError(absl::StrCat(
          "another library took NSS's key slot, and a restart is required, since these "
          "certificates are held: ",
          absl::StrJoin(pins, "; ")));
    }
    absl::Status down = ShutdownLocked();
    if (!down.ok()) return down;
    absl::Status started = StartContext();
    if (!started.ok()) return started;
    absl::StatusOr<OpenedProfile> first = OpenFirst(dir);
    if (first.ok()) first->restarted = true;
    return first;
  }
  return opened.why;
}

// NSS reports success for a profile it did not open (a second NSS_Initialize; an empty folder), so
// look.
absl::Status NssRuntime::FinishOpen(const ProfileDir& dir, OpenedProfile* opened) {
  UniqueSlot slot(PK11_GetInternalKeySlot());
  if (slot == nullptr) return NssError("PK11_GetInternalKeySlot", dir.path);
  const OpenDatabases open = DatabasesOpenInProcess(dir);
  if (!open.cert9 || !open.key4) {
    SECMOD_CloseUserDB(slot.get());
    return absl::InternalError(
        absl::StrCat("NSS opened another profile than the one asked for: ", dir.path));
  }
  if (dir.fresh) {
    opened->created = true;
    // Without a password record no certificate can be imported and no trust be set.
    if (PK11_NeedUserInit(slot.get()) && PK11_InitPin(slot.get(), nullptr, "") != SECSuccess) {
      absl::Status failed = NssError("set the empty password of a new profile", dir.path);
      SECMOD_CloseUserDB(slot.get());
      return failed;
    }
  }
  return absl::OkStatus();
}

absl::Status NssRuntime::OpenWithoutDatabase() {
  MutexLock hold(&nss_internal::LifecycleMutex());
  if (up() == Up::kProfile) return absl::FailedPreconditionError("a profile is already open");
  return up() == Up::kNoProfile ? absl::OkStatus() : StartContext();
}

absl::Status NssRuntime::CloseProfile() {
  MutexLock hold(&nss_internal::LifecycleMutex());
  if (up() != Up::kProfile) return absl::FailedPreconditionError("no profile is open");
  NoteCrlIssuers();
  const std::vector<HeldCertificate> held = HeldCertificates();
  UniqueSlot slot(PK11_GetInternalKeySlot());
  if (slot == nullptr || SECMOD_CloseUserDB(slot.get()) != SECSuccess) {
    return NssError("SECMOD_CloseUserDB");
  }
  if (!held.empty() && HeldCertificates().size() < held.size()) {
    for (const HeldCertificate& certificate : held) {
      unseen_pins_.push_back(Describe(certificate) + ", held when its profile was closed");
    }
  }
  up_.store(Up::kNoProfile, std::memory_order_release);
  return absl::OkStatus();
}

std::vector<std::string> NssRuntime::CertificatePins() {
  std::vector<std::string> pins = unseen_pins_;
  for (const HeldCertificate& certificate : HeldCertificates()) {
    pins.push_back(Describe(certificate));
  }
  return pins;
}

absl::Status NssRuntime::Shutdown() {
  MutexLock hold(&nss_internal::LifecycleMutex());
  return ShutdownLocked();
}

absl::Status NssRuntime::ShutdownLocked() {
  if (up() == Up::kDown) return absl::OkStatus();
  shutting_down_.store(true, std::memory_order_release);
  // NSS_Shutdown ends the context too, but does nothing for a context alone.
  const bool down = (initialized_ ? NSS_Shutdown() : NSS_ShutdownContext(context_)) == SECSuccess;
  const int error = PORT_GetError();
  shutting_down_.store(false, std::memory_order_release);
  initialized_ = false;
  crl_issuers_.clear();  // the CRL cache went with NSS
  up_.store(down ? Up::kDown : Up::kPinned, std::memory_order_release);
  return down ? absl::OkStatus() : NssErrorFor(error, "NSS_Shutdown");
}

void NssRuntime::PurgeCaches() {
  SSL_ClearSessionCache();
  CERT_ClearOCSPCache();
}

// The CRL cache is keyed by issuer and outlives a closed slot: a certificate that this profile's
// CRL revokes would be judged by the next profile's lack of one, and the other way round. So each
// issuer ever seen is read again.
void NssRuntime::NoteCrlIssuers() {
  CERTCrlHeadNode* head = nullptr;
  if (SEC_LookupCrls(CERT_GetDefaultCertDB(), &head, SEC_CRL_TYPE) != SECSuccess) return;
  for (const CERTCrlNode* node = head->first; node != nullptr; node = node->next) {
    const SECItem& name = node->crl->crl.derName;
    crl_issuers_.emplace(reinterpret_cast<const char*>(name.data), name.len);
  }
  PORT_FreeArena(head->arena, PR_FALSE);
}

void NssRuntime::RefreshCrlIssuers() {
  for (const std::string& name : crl_issuers_) {
    SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(const_cast<char*>(name.data())),
                    static_cast<unsigned int>(name.size())};
    CERT_CRLCacheRefreshIssuer(CERT_GetDefaultCertDB(), &item);
  }
}

}  // namespace psm
