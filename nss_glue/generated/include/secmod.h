// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <secmod.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_SECMOD_H_
#define PSM_NSS_SECMOD_H_

#include "nss_glue/shadow.h"

#include_next <secmod.h>
#include <seccomon.h>
#include <secmodt.h>

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SECMOD_AddNewModule);
PSM_NSS_RENAMED(SECMOD_AddNewModuleEx);
PSM_NSS_RENAMED(SECMOD_CanDeleteInternalModule);
PSM_NSS_RENAMED(SECMOD_CancelWait);
PSM_NSS_RENAMED(SECMOD_CreateModule);
PSM_NSS_RENAMED(SECMOD_CreateModuleEx);
PSM_NSS_RENAMED(SECMOD_DeleteInternalModule);
PSM_NSS_RENAMED(SECMOD_DeleteModule);
PSM_NSS_RENAMED(SECMOD_DeleteModuleEx);
PSM_NSS_RENAMED(SECMOD_DestroyModule);
PSM_NSS_RENAMED(SECMOD_FindModule);
PSM_NSS_RENAMED(SECMOD_FindSlot);
PSM_NSS_RENAMED(SECMOD_FreeModuleSpecList);
PSM_NSS_RENAMED(SECMOD_GetDBModuleList);
PSM_NSS_RENAMED(SECMOD_GetDeadModuleList);
PSM_NSS_RENAMED(SECMOD_GetDefaultModDBFlag);
PSM_NSS_RENAMED(SECMOD_GetDefaultModuleList);
PSM_NSS_RENAMED(SECMOD_GetDefaultModuleListLock);
PSM_NSS_RENAMED(SECMOD_GetInternalModule);
PSM_NSS_RENAMED(SECMOD_GetModuleSpecList);
PSM_NSS_RENAMED(SECMOD_GetReadLock);
PSM_NSS_RENAMED(SECMOD_GetSkipFirstFlag);
PSM_NSS_RENAMED(SECMOD_HasRemovableSlots);
PSM_NSS_RENAMED(SECMOD_IsModulePresent);
PSM_NSS_RENAMED(SECMOD_LoadModule);
PSM_NSS_RENAMED(SECMOD_LoadUserModule);
PSM_NSS_RENAMED(SECMOD_LockedModuleHasRemovableSlots);
PSM_NSS_RENAMED(SECMOD_LookupSlot);
PSM_NSS_RENAMED(SECMOD_ReferenceModule);
PSM_NSS_RENAMED(SECMOD_ReleaseReadLock);
PSM_NSS_RENAMED(SECMOD_UnloadUserModule);
PSM_NSS_RENAMED(SECMOD_UpdateModule);
PSM_NSS_RENAMED(SECMOD_UpdateSlotList);
PSM_NSS_RENAMED(SECMOD_WaitForAnyTokenEvent);
#ifdef PSM_NSS_STANDALONE
PSM_NSS_RENAMED(SECMOD_RestartModules);
#else
PSM_NSS_BAN_LIFE(SECMOD_RestartModules);
#endif
PSM_NSS_END_C

#define SECMOD_AddNewModule psm_nss_SECMOD_AddNewModule
#define SECMOD_AddNewModuleEx psm_nss_SECMOD_AddNewModuleEx
#define SECMOD_CanDeleteInternalModule psm_nss_SECMOD_CanDeleteInternalModule
#define SECMOD_CancelWait psm_nss_SECMOD_CancelWait
#define SECMOD_CreateModule psm_nss_SECMOD_CreateModule
#define SECMOD_CreateModuleEx psm_nss_SECMOD_CreateModuleEx
#define SECMOD_DeleteInternalModule psm_nss_SECMOD_DeleteInternalModule
#define SECMOD_DeleteModule psm_nss_SECMOD_DeleteModule
#define SECMOD_DeleteModuleEx psm_nss_SECMOD_DeleteModuleEx
#define SECMOD_DestroyModule psm_nss_SECMOD_DestroyModule
#define SECMOD_FindModule psm_nss_SECMOD_FindModule
#define SECMOD_FindSlot psm_nss_SECMOD_FindSlot
#define SECMOD_FreeModuleSpecList psm_nss_SECMOD_FreeModuleSpecList
#define SECMOD_GetDBModuleList psm_nss_SECMOD_GetDBModuleList
#define SECMOD_GetDeadModuleList psm_nss_SECMOD_GetDeadModuleList
#define SECMOD_GetDefaultModDBFlag psm_nss_SECMOD_GetDefaultModDBFlag
#define SECMOD_GetDefaultModuleList psm_nss_SECMOD_GetDefaultModuleList
#define SECMOD_GetDefaultModuleListLock psm_nss_SECMOD_GetDefaultModuleListLock
#define SECMOD_GetInternalModule psm_nss_SECMOD_GetInternalModule
#define SECMOD_GetModuleSpecList psm_nss_SECMOD_GetModuleSpecList
#define SECMOD_GetReadLock psm_nss_SECMOD_GetReadLock
#define SECMOD_GetSkipFirstFlag psm_nss_SECMOD_GetSkipFirstFlag
#define SECMOD_HasRemovableSlots psm_nss_SECMOD_HasRemovableSlots
#define SECMOD_IsModulePresent psm_nss_SECMOD_IsModulePresent
#define SECMOD_LoadModule psm_nss_SECMOD_LoadModule
#define SECMOD_LoadUserModule psm_nss_SECMOD_LoadUserModule
#define SECMOD_LockedModuleHasRemovableSlots psm_nss_SECMOD_LockedModuleHasRemovableSlots
#define SECMOD_LookupSlot psm_nss_SECMOD_LookupSlot
#define SECMOD_ReferenceModule psm_nss_SECMOD_ReferenceModule
#define SECMOD_ReleaseReadLock psm_nss_SECMOD_ReleaseReadLock
#define SECMOD_UnloadUserModule psm_nss_SECMOD_UnloadUserModule
#define SECMOD_UpdateModule psm_nss_SECMOD_UpdateModule
#define SECMOD_UpdateSlotList psm_nss_SECMOD_UpdateSlotList
#define SECMOD_WaitForAnyTokenEvent psm_nss_SECMOD_WaitForAnyTokenEvent
#ifdef PSM_NSS_STANDALONE
#define SECMOD_RestartModules psm_nss_SECMOD_RestartModules
#endif

#else

extern "C" {
PSM_NSS_RAW(SECMOD_AddNewModule);
PSM_NSS_RAW(SECMOD_AddNewModuleEx);
PSM_NSS_RAW(SECMOD_CanDeleteInternalModule);
PSM_NSS_RAW(SECMOD_CancelWait);
PSM_NSS_SPECIAL(SECMOD_CancelWait);
PSM_NSS_RAW(SECMOD_CreateModule);
PSM_NSS_RAW(SECMOD_CreateModuleEx);
PSM_NSS_RAW(SECMOD_DeleteInternalModule);
PSM_NSS_RAW(SECMOD_DeleteModule);
PSM_NSS_RAW(SECMOD_DeleteModuleEx);
PSM_NSS_RAW(SECMOD_DestroyModule);
PSM_NSS_RAW(SECMOD_FindModule);
PSM_NSS_RAW(SECMOD_FindSlot);
PSM_NSS_RAW(SECMOD_FreeModuleSpecList);
PSM_NSS_RAW(SECMOD_GetDBModuleList);
PSM_NSS_RAW(SECMOD_GetDeadModuleList);
PSM_NSS_RAW(SECMOD_GetDefaultModDBFlag);
PSM_NSS_RAW(SECMOD_GetDefaultModuleList);
PSM_NSS_RAW(SECMOD_GetDefaultModuleListLock);
PSM_NSS_RAW(SECMOD_GetInternalModule);
PSM_NSS_RAW(SECMOD_GetModuleSpecList);
PSM_NSS_RAW(SECMOD_GetReadLock);
PSM_NSS_RAW(SECMOD_GetSkipFirstFlag);
PSM_NSS_RAW(SECMOD_HasRemovableSlots);
PSM_NSS_RAW(SECMOD_IsModulePresent);
PSM_NSS_RAW(SECMOD_LoadModule);
PSM_NSS_RAW(SECMOD_LoadUserModule);
PSM_NSS_RAW(SECMOD_LockedModuleHasRemovableSlots);
PSM_NSS_RAW(SECMOD_LookupSlot);
PSM_NSS_RAW(SECMOD_ReferenceModule);
PSM_NSS_RAW(SECMOD_ReleaseReadLock);
PSM_NSS_RAW(SECMOD_RestartModules);
PSM_NSS_SPECIAL(SECMOD_RestartModules);
PSM_NSS_RAW(SECMOD_UnloadUserModule);
PSM_NSS_RAW(SECMOD_UpdateModule);
PSM_NSS_RAW(SECMOD_UpdateSlotList);
PSM_NSS_RAW(SECMOD_WaitForAnyTokenEvent);
PSM_NSS_SPECIAL(SECMOD_WaitForAnyTokenEvent);
}  // extern "C"

extern "C++" {
namespace psm::nss {

using ::SECMOD_InternaltoPubMechFlags;
using ::SECMOD_PubCipherFlagstoInternal;
using ::SECMOD_PubMechFlagstoInternal;

inline ::SECStatus SECMOD_AddNewModule(const char *moduleName, const char *dllPath, unsigned long defaultMechanismFlags, unsigned long cipherEnableFlags) {
  ::psm::nss_call::CallGate gate("SECMOD_AddNewModule");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_AddNewModule(moduleName, dllPath, defaultMechanismFlags, cipherEnableFlags);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_AddNewModuleEx(const char *moduleName, const char *dllPath, unsigned long defaultMechanismFlags, unsigned long cipherEnableFlags, char *modparms, char *nssparms) {
  ::psm::nss_call::CallGate gate("SECMOD_AddNewModuleEx");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_AddNewModuleEx(moduleName, dllPath, defaultMechanismFlags, cipherEnableFlags, modparms, nssparms);
  gate.Leave();
  return answer;
}

inline ::PRBool SECMOD_CanDeleteInternalModule() {
  ::psm::nss_call::CallGate gate("SECMOD_CanDeleteInternalModule");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SECMOD_CanDeleteInternalModule();
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_CancelWait(::SECMODModule *mod) {
  return ::psm_special_SECMOD_CancelWait(mod);
}

inline ::SECMODModule *SECMOD_CreateModule(const char *lib, const char *name, const char *param, const char *nss) {
  ::psm::nss_call::CallGate gate("SECMOD_CreateModule");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_CreateModule(lib, name, param, nss);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);
  gate.Leave();
  return answer;
}

inline ::SECMODModule *SECMOD_CreateModuleEx(const char *lib, const char *name, const char *param, const char *nss, const char *config) {
  ::psm::nss_call::CallGate gate("SECMOD_CreateModuleEx");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_CreateModuleEx(lib, name, param, nss, config);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_DeleteInternalModule(const char *name) {
  ::psm::nss_call::CallGate gate("SECMOD_DeleteInternalModule");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_DeleteInternalModule(name);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_DeleteModule(const char *name, int *type) {
  ::psm::nss_call::CallGate gate("SECMOD_DeleteModule");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_DeleteModule(name, type);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_DeleteModuleEx(const char *name, ::SECMODModule *mod, int *type, ::PRBool permdb) {
  ::psm::nss_call::CallGate gate("SECMOD_DeleteModuleEx");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_DeleteModuleEx(name, mod, type, permdb);
  gate.Leave();
  return answer;
}

inline void SECMOD_DestroyModule(::SECMODModule *module) {
  ::psm::nss_call::LiveReleaseGate gate("SECMOD_DestroyModule");
  if (!gate.ok()) return;
  ::psm::nss_call::Took(::psm::ReferenceKind::kModule, module);
  ::psm_raw_SECMOD_DestroyModule(module);
  gate.Leave();
}

inline ::SECMODModule *SECMOD_FindModule(const char *name) {
  ::psm::nss_call::CallGate gate("SECMOD_FindModule");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_FindModule(name);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);
  gate.Leave();
  return answer;
}

inline ::PK11SlotInfo *SECMOD_FindSlot(::SECMODModule *module, const char *name) {
  ::psm::nss_call::CallGate gate("SECMOD_FindSlot");
  if (!gate.ok()) return nullptr;
  ::PK11SlotInfo *answer = ::psm_raw_SECMOD_FindSlot(module, name);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_FreeModuleSpecList(::SECMODModule *module, char **moduleSpecList) {
  ::psm::nss_call::LiveReleaseGate gate("SECMOD_FreeModuleSpecList");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_FreeModuleSpecList(module, moduleSpecList);
  gate.Leave();
  return answer;
}

inline ::SECMODModuleList *SECMOD_GetDBModuleList() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDBModuleList");
  if (!gate.ok()) return nullptr;
  ::SECMODModuleList *answer = ::psm_raw_SECMOD_GetDBModuleList();
  gate.Leave();
  return answer;
}

inline ::SECMODModuleList *SECMOD_GetDeadModuleList() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDeadModuleList");
  if (!gate.ok()) return nullptr;
  ::SECMODModuleList *answer = ::psm_raw_SECMOD_GetDeadModuleList();
  gate.Leave();
  return answer;
}

inline ::PRBool SECMOD_GetDefaultModDBFlag(::SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_GetDefaultModDBFlag");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SECMOD_GetDefaultModDBFlag(mod);
  gate.Leave();
  return answer;
}

inline ::SECMODModuleList *SECMOD_GetDefaultModuleList() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDefaultModuleList");
  if (!gate.ok()) return nullptr;
  ::SECMODModuleList *answer = ::psm_raw_SECMOD_GetDefaultModuleList();
  gate.Leave();
  return answer;
}

inline ::SECMODListLock *SECMOD_GetDefaultModuleListLock() {
  ::psm::nss_call::CallGate gate("SECMOD_GetDefaultModuleListLock");
  if (!gate.ok()) return nullptr;
  ::SECMODListLock *answer = ::psm_raw_SECMOD_GetDefaultModuleListLock();
  gate.Leave();
  return answer;
}

inline ::SECMODModule *SECMOD_GetInternalModule() {
  ::psm::nss_call::CallGate gate("SECMOD_GetInternalModule");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_GetInternalModule();
  gate.Leave();
  return answer;
}

inline char **SECMOD_GetModuleSpecList(::SECMODModule *module) {
  ::psm::nss_call::FirstGate gate("SECMOD_GetModuleSpecList");
  if (!gate.ok()) return nullptr;
  char **answer = ::psm_raw_SECMOD_GetModuleSpecList(module);
  gate.Leave();
  return answer;
}

inline void SECMOD_GetReadLock(::SECMODListLock *arg0) {
  ::psm::nss_call::CallGate gate("SECMOD_GetReadLock");
  if (!gate.ok()) return;
  ::psm_raw_SECMOD_GetReadLock(arg0);
  gate.Leave();
}

inline ::PRBool SECMOD_GetSkipFirstFlag(::SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_GetSkipFirstFlag");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SECMOD_GetSkipFirstFlag(mod);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> SECMOD_HasRemovableSlots(::SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_HasRemovableSlots");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SECMOD_HasRemovableSlots(mod);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::PRBool SECMOD_IsModulePresent(unsigned long pubCipherEnableFlags) {
  ::psm::nss_call::CallGate gate("SECMOD_IsModulePresent");
  if (!gate.ok()) return PR_FALSE;
  ::PRBool answer = ::psm_raw_SECMOD_IsModulePresent(pubCipherEnableFlags);
  gate.Leave();
  return answer;
}

inline ::SECMODModule *SECMOD_LoadModule(char *moduleSpec, ::SECMODModule *parent, ::PRBool recurse) {
  ::psm::nss_call::FirstGate gate("SECMOD_LoadModule");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_LoadModule(moduleSpec, parent, recurse);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);
  gate.Leave();
  return answer;
}

inline ::SECMODModule *SECMOD_LoadUserModule(char *moduleSpec, ::SECMODModule *parent, ::PRBool recurse) {
  ::psm::nss_call::CallGate gate("SECMOD_LoadUserModule");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_LoadUserModule(moduleSpec, parent, recurse);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kModule, answer);
  gate.Leave();
  return answer;
}

inline ::psm::Checked<::PRBool> SECMOD_LockedModuleHasRemovableSlots(::SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_LockedModuleHasRemovableSlots");
  if (!gate.ok()) return ::psm::Checked<::PRBool>();
  ::PRBool answer = ::psm_raw_SECMOD_LockedModuleHasRemovableSlots(mod);
  gate.Leave();
  return ::psm::Checked<::PRBool>(answer);
}

inline ::PK11SlotInfo *SECMOD_LookupSlot(::SECMODModuleID module, unsigned long slotID) {
  ::psm::nss_call::CallGate gate("SECMOD_LookupSlot");
  if (!gate.ok()) return nullptr;
  ::PK11SlotInfo *answer = ::psm_raw_SECMOD_LookupSlot(module, slotID);
  ::psm::nss_call::GaveNew(::psm::ReferenceKind::kSlot, answer);
  gate.Leave();
  return answer;
}

inline ::SECMODModule *SECMOD_ReferenceModule(::SECMODModule *module) {
  ::psm::nss_call::CallGate gate("SECMOD_ReferenceModule");
  if (!gate.ok()) return nullptr;
  ::SECMODModule *answer = ::psm_raw_SECMOD_ReferenceModule(module);
  ::psm::nss_call::Gave(::psm::ReferenceKind::kModule, answer);
  gate.Leave();
  return answer;
}

inline void SECMOD_ReleaseReadLock(::SECMODListLock *arg0) {
  ::psm::nss_call::CallGate gate("SECMOD_ReleaseReadLock");
  if (!gate.ok()) return;
  ::psm_raw_SECMOD_ReleaseReadLock(arg0);
  gate.Leave();
}

inline ::SECStatus SECMOD_UnloadUserModule(::SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_UnloadUserModule");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_UnloadUserModule(mod);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_UpdateModule(::SECMODModule *module) {
  ::psm::nss_call::FirstGate gate("SECMOD_UpdateModule");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_UpdateModule(module);
  gate.Leave();
  return answer;
}

inline ::SECStatus SECMOD_UpdateSlotList(::SECMODModule *mod) {
  ::psm::nss_call::CallGate gate("SECMOD_UpdateSlotList");
  if (!gate.ok()) return SECFailure;
  ::SECStatus answer = ::psm_raw_SECMOD_UpdateSlotList(mod);
  gate.Leave();
  return answer;
}

inline ::PK11SlotInfo *SECMOD_WaitForAnyTokenEvent(::SECMODModule *mod, unsigned long flags, ::PRIntervalTime latency) {
  return ::psm_special_SECMOD_WaitForAnyTokenEvent(mod, flags, latency);
}

#ifdef PSM_NSS_STANDALONE

inline ::SECStatus SECMOD_RestartModules(::PRBool force) {
  return ::psm_special_SECMOD_RestartModules(force);
}

#endif  // PSM_NSS_STANDALONE

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SECMOD_AddNewModule);
PSM_NSS_BAN(SECMOD_AddNewModuleEx);
PSM_NSS_BAN(SECMOD_CanDeleteInternalModule);
PSM_NSS_BAN(SECMOD_CancelWait);
PSM_NSS_BAN(SECMOD_CreateModule);
PSM_NSS_BAN(SECMOD_CreateModuleEx);
PSM_NSS_BAN(SECMOD_DeleteInternalModule);
PSM_NSS_BAN(SECMOD_DeleteModule);
PSM_NSS_BAN(SECMOD_DeleteModuleEx);
PSM_NSS_BAN(SECMOD_DestroyModule);
PSM_NSS_BAN(SECMOD_FindModule);
PSM_NSS_BAN(SECMOD_FindSlot);
PSM_NSS_BAN(SECMOD_FreeModuleSpecList);
PSM_NSS_BAN(SECMOD_GetDBModuleList);
PSM_NSS_BAN(SECMOD_GetDeadModuleList);
PSM_NSS_BAN(SECMOD_GetDefaultModDBFlag);
PSM_NSS_BAN(SECMOD_GetDefaultModuleList);
PSM_NSS_BAN(SECMOD_GetDefaultModuleListLock);
PSM_NSS_BAN(SECMOD_GetInternalModule);
PSM_NSS_BAN(SECMOD_GetModuleSpecList);
PSM_NSS_BAN(SECMOD_GetReadLock);
PSM_NSS_BAN(SECMOD_GetSkipFirstFlag);
PSM_NSS_BAN(SECMOD_HasRemovableSlots);
PSM_NSS_BAN(SECMOD_IsModulePresent);
PSM_NSS_BAN(SECMOD_LoadModule);
PSM_NSS_BAN(SECMOD_LoadUserModule);
PSM_NSS_BAN(SECMOD_LockedModuleHasRemovableSlots);
PSM_NSS_BAN(SECMOD_LookupSlot);
PSM_NSS_BAN(SECMOD_ReferenceModule);
PSM_NSS_BAN(SECMOD_ReleaseReadLock);
PSM_NSS_BAN_LIFE(SECMOD_RestartModules);
PSM_NSS_BAN(SECMOD_UnloadUserModule);
PSM_NSS_BAN(SECMOD_UpdateModule);
PSM_NSS_BAN(SECMOD_UpdateSlotList);
PSM_NSS_BAN(SECMOD_WaitForAnyTokenEvent);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_SECMOD_H_
