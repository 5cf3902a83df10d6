// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <nss.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_NSS_H_
#define PSM_NSS_NSS_H_

#include "nss_glue/shadow.h"

#include_next <nss.h>
#include <seccomon.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(NSS_RegisterShutdown);
PSM_NSS_RENAMED(NSS_UnregisterShutdown);
PSM_NSS_RENAMED(nss_DumpCertificateCacheInfo);
#ifdef PSM_NSS_STANDALONE
PSM_NSS_RENAMED(NSS_Init);
PSM_NSS_RENAMED(NSS_InitContext);
PSM_NSS_RENAMED(NSS_InitReadWrite);
PSM_NSS_RENAMED(NSS_InitWithMerge);
PSM_NSS_RENAMED(NSS_Initialize);
PSM_NSS_RENAMED(NSS_NoDB_Init);
PSM_NSS_RENAMED(NSS_Shutdown);
PSM_NSS_RENAMED(NSS_ShutdownContext);
PSM_NSS_RENAMED(PK11_ConfigurePKCS11);
#else
PSM_NSS_BAN_LIFE(NSS_Init);
PSM_NSS_BAN_LIFE(NSS_InitContext);
PSM_NSS_BAN_LIFE(NSS_InitReadWrite);
PSM_NSS_BAN_LIFE(NSS_InitWithMerge);
PSM_NSS_BAN_LIFE(NSS_Initialize);
PSM_NSS_BAN_LIFE(NSS_NoDB_Init);
PSM_NSS_BAN_LIFE(NSS_Shutdown);
PSM_NSS_BAN_LIFE(NSS_ShutdownContext);
PSM_NSS_BAN_LIFE(PK11_ConfigurePKCS11);
#endif
PSM_NSS_END_C

#define NSS_RegisterShutdown psm_nss_NSS_RegisterShutdown
#define NSS_UnregisterShutdown psm_nss_NSS_UnregisterShutdown
#define nss_DumpCertificateCacheInfo psm_nss_nss_DumpCertificateCacheInfo
#ifdef PSM_NSS_STANDALONE
#define NSS_Init psm_nss_NSS_Init
#define NSS_InitContext psm_nss_NSS_InitContext
#define NSS_InitReadWrite psm_nss_NSS_InitReadWrite
#define NSS_InitWithMerge psm_nss_NSS_InitWithMerge
#define NSS_Initialize psm_nss_NSS_Initialize
#define NSS_NoDB_Init psm_nss_NSS_NoDB_Init
#define NSS_Shutdown psm_nss_NSS_Shutdown
#define NSS_ShutdownContext psm_nss_NSS_ShutdownContext
#define PK11_ConfigurePKCS11 psm_nss_PK11_ConfigurePKCS11
#endif

#else

extern "C" {
PSM_NSS_RAW(NSS_Init);
PSM_NSS_SPECIAL(NSS_Init);
PSM_NSS_RAW(NSS_InitContext);
PSM_NSS_SPECIAL(NSS_InitContext);
PSM_NSS_RAW(NSS_InitReadWrite);
PSM_NSS_SPECIAL(NSS_InitReadWrite);
PSM_NSS_RAW(NSS_InitWithMerge);
PSM_NSS_SPECIAL(NSS_InitWithMerge);
PSM_NSS_RAW(NSS_Initialize);
PSM_NSS_SPECIAL(NSS_Initialize);
PSM_NSS_RAW(NSS_NoDB_Init);
PSM_NSS_SPECIAL(NSS_NoDB_Init);
PSM_NSS_RAW(NSS_RegisterShutdown);
PSM_NSS_RAW(NSS_Shutdown);
PSM_NSS_SPECIAL(NSS_Shutdown);
PSM_NSS_RAW(NSS_ShutdownContext);
PSM_NSS_SPECIAL(NSS_ShutdownContext);
PSM_NSS_RAW(NSS_UnregisterShutdown);
PSM_NSS_RAW(PK11_ConfigurePKCS11);
PSM_NSS_SPECIAL(PK11_ConfigurePKCS11);
PSM_NSS_RAW(nss_DumpCertificateCacheInfo);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::NSS_GetVersion;
using ::NSS_IsInitialized;
using ::NSS_OptionGet;
using ::NSS_OptionSet;
using ::NSS_VersionCheck;

inline ::SECStatus NSS_RegisterShutdown(::NSS_ShutdownFunc sFunc, void *appData) {
  ::psm::nss_call::CallGate gate("NSS_RegisterShutdown");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_RegisterShutdown(sFunc, appData);
  gate.Leave();
  return answer;
}

inline ::SECStatus NSS_UnregisterShutdown(::NSS_ShutdownFunc sFunc, void *appData) {
  ::psm::nss_call::CallGate gate("NSS_UnregisterShutdown");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_NSS_UnregisterShutdown(sFunc, appData);
  gate.Leave();
  return answer;
}

inline void nss_DumpCertificateCacheInfo() {
  ::psm::nss_call::CallGate gate("nss_DumpCertificateCacheInfo");
  if (!gate.ok()) return;
  ::psm_raw_nss_DumpCertificateCacheInfo();
  gate.Leave();
}

#ifdef PSM_NSS_STANDALONE

inline ::SECStatus NSS_Init(const char *configdir) {
  return ::psm_special_NSS_Init(configdir);
}

inline ::NSSInitContext *NSS_InitContext(const char *configdir, const char *certPrefix, const char *keyPrefix, const char *secmodName, ::NSSInitParameters *initParams, ::PRUint32 flags) {
  return ::psm_special_NSS_InitContext(configdir, certPrefix, keyPrefix, secmodName, initParams, flags);
}

inline ::SECStatus NSS_InitReadWrite(const char *configdir) {
  return ::psm_special_NSS_InitReadWrite(configdir);
}

inline ::SECStatus NSS_InitWithMerge(const char *configdir, const char *certPrefix, const char *keyPrefix, const char *secmodName, const char *updatedir, const char *updCertPrefix, const char *updKeyPrefix, const char *updateID, const char *updateName, ::PRUint32 flags) {
  return ::psm_special_NSS_InitWithMerge(configdir, certPrefix, keyPrefix, secmodName, updatedir, updCertPrefix, updKeyPrefix, updateID, updateName, flags);
}

inline ::SECStatus NSS_Initialize(const char *configdir, const char *certPrefix, const char *keyPrefix, const char *secmodName, ::PRUint32 flags) {
  return ::psm_special_NSS_Initialize(configdir, certPrefix, keyPrefix, secmodName, flags);
}

inline ::SECStatus NSS_NoDB_Init(const char *configdir) {
  return ::psm_special_NSS_NoDB_Init(configdir);
}

inline ::SECStatus NSS_Shutdown() {
  return ::psm_special_NSS_Shutdown();
}

inline ::SECStatus NSS_ShutdownContext(::NSSInitContext *arg0) {
  return ::psm_special_NSS_ShutdownContext(arg0);
}

inline void PK11_ConfigurePKCS11(const char *man, const char *libdesc, const char *tokdesc, const char *ptokdesc, const char *slotdesc, const char *pslotdesc, const char *fslotdesc, const char *fpslotdesc, int minPwd, int pwRequired) {
  ::psm_special_PK11_ConfigurePKCS11(man, libdesc, tokdesc, ptokdesc, slotdesc, pslotdesc, fslotdesc, fpslotdesc, minPwd, pwRequired);
}

#endif  // PSM_NSS_STANDALONE

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN_LIFE(NSS_Init);
PSM_NSS_BAN_LIFE(NSS_InitContext);
PSM_NSS_BAN_LIFE(NSS_InitReadWrite);
PSM_NSS_BAN_LIFE(NSS_InitWithMerge);
PSM_NSS_BAN_LIFE(NSS_Initialize);
PSM_NSS_BAN_LIFE(NSS_NoDB_Init);
PSM_NSS_BAN(NSS_RegisterShutdown);
PSM_NSS_BAN_LIFE(NSS_Shutdown);
PSM_NSS_BAN_LIFE(NSS_ShutdownContext);
PSM_NSS_BAN(NSS_UnregisterShutdown);
PSM_NSS_BAN_LIFE(PK11_ConfigurePKCS11);
PSM_NSS_BAN(nss_DumpCertificateCacheInfo);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_NSS_H_
