#include "nss_glue/trust_module.h"

#include <pkcs11.h>
#include <pkcs11n.h>
#include <prlink.h>
#include <secmod.h>
#include <string.h>

#include <algorithm>
#include <map>
#include <utility>

#include "nss_glue/error.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

constexpr char kLibrary[] = "psm-trust-of-a-newer-nss";
constexpr char kSpec[] =
    "library=\"psm-trust-of-a-newer-nss\" name=\"Trust of a newer NSS\" NSS=\"trustOrder=1\"";
constexpr char kName[] = "Trust of a newer NSS";
constexpr CK_SLOT_ID kSlot = 1;

using Object = std::map<CK_ATTRIBUTE_TYPE, std::string>;

struct Session {
  bool searching = false;
  std::vector<CK_OBJECT_HANDLE> found;
};

// A handle is an index into `objects`, plus one.
struct Token {
  Mutex mu;
  bool initialized PSM_GUARDED_BY(mu) = false;
  std::vector<Object> objects PSM_GUARDED_BY(mu);
  std::map<CK_SESSION_HANDLE, Session> sessions PSM_GUARDED_BY(mu);
  CK_SESSION_HANDLE last_session PSM_GUARDED_BY(mu) = 0;
};

Token& TheToken() {
  static auto* const token = new Token;
  return *token;
}

template <typename T>
std::string Bytes(T value) {
  return std::string(reinterpret_cast<const char*>(&value), sizeof value);
}

Object ObjectOf(const TrustModule::Entry& entry) {
  Object object = {
      {CKA_CLASS, Bytes<CK_OBJECT_CLASS>(CKO_NSS_TRUST)},
      {CKA_TOKEN, Bytes<CK_BBOOL>(CK_TRUE)},
      {CKA_PRIVATE, Bytes<CK_BBOOL>(CK_FALSE)},
      {CKA_MODIFIABLE, Bytes<CK_BBOOL>(CK_FALSE)},
      {CKA_ISSUER, entry.issuer},
      {CKA_SERIAL_NUMBER, entry.serial},
      {CKA_TRUST_SERVER_AUTH, Bytes(entry.levels[0])},
      {CKA_TRUST_CLIENT_AUTH, Bytes(entry.levels[1])},
      {CKA_TRUST_EMAIL_PROTECTION, Bytes(entry.levels[2])},
      {CKA_TRUST_CODE_SIGNING, Bytes(entry.levels[3])},
      {CKA_TRUST_STEP_UP_APPROVED, Bytes<CK_BBOOL>(CK_FALSE)},
  };
  if (!entry.sha1.empty()) object[CKA_CERT_SHA1_HASH] = entry.sha1;
  return object;
}

// PKCS#11's texts: of a fixed size, padded with spaces.
template <size_t kSize>
void Fill(CK_UTF8CHAR (&text)[kSize], const char* value) {
  memset(text, ' ', kSize);
  memcpy(text, value, std::min(kSize, strlen(value)));
}

bool Matches(const Object& object, const CK_ATTRIBUTE* wanted, CK_ULONG count) {
  return std::all_of(wanted, wanted + count, [&object](const CK_ATTRIBUTE& attribute) {
    const auto found = object.find(attribute.type);
    return found != object.end() && found->second.size() == attribute.ulValueLen &&
           memcmp(found->second.data(), attribute.pValue, attribute.ulValueLen) == 0;
  });
}

// ---- the functions that NSS calls ----

CK_RV Initialize(CK_VOID_PTR /*arguments*/) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  if (token.initialized) return CKR_CRYPTOKI_ALREADY_INITIALIZED;
  token.initialized = true;
  return CKR_OK;
}

CK_RV Finalize(CK_VOID_PTR /*reserved*/) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  token.initialized = false;
  token.sessions.clear();
  return CKR_OK;
}

CK_RV GetInfo(CK_INFO_PTR info) {
  *info = CK_INFO();
  info->cryptokiVersion = {2, 40};
  Fill(info->manufacturerID, "psm");
  Fill(info->libraryDescription, kName);
  return CKR_OK;
}

CK_RV GetSlotList(CK_BBOOL /*token_present*/, CK_SLOT_ID_PTR slots, CK_ULONG_PTR count) {
  if (slots != nullptr && *count < 1) return CKR_BUFFER_TOO_SMALL;
  if (slots != nullptr) *slots = kSlot;
  *count = 1;
  return CKR_OK;
}

CK_RV GetSlotInfo(CK_SLOT_ID slot, CK_SLOT_INFO_PTR info) {
  if (slot != kSlot) return CKR_SLOT_ID_INVALID;
  *info = CK_SLOT_INFO();
  Fill(info->slotDescription, kName);
  Fill(info->manufacturerID, "psm");
  info->flags = CKF_TOKEN_PRESENT;
  return CKR_OK;
}

CK_RV GetTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  if (slot != kSlot) return CKR_SLOT_ID_INVALID;
  *info = CK_TOKEN_INFO();
  Fill(info->label, kName);
  Fill(info->manufacturerID, "psm");
  Fill(info->model, "1");
  Fill(info->serialNumber, "1");
  memset(info->utcTime, ' ', sizeof info->utcTime);
  info->flags = CKF_TOKEN_INITIALIZED | CKF_WRITE_PROTECTED;
  info->ulTotalPublicMemory = info->ulFreePublicMemory = CK_UNAVAILABLE_INFORMATION;
  info->ulTotalPrivateMemory = info->ulFreePrivateMemory = CK_UNAVAILABLE_INFORMATION;
  return CKR_OK;
}

CK_RV GetMechanismList(CK_SLOT_ID slot, CK_MECHANISM_TYPE_PTR /*list*/, CK_ULONG_PTR count) {
  if (slot != kSlot) return CKR_SLOT_ID_INVALID;
  *count = 0;
  return CKR_OK;
}

CK_RV OpenSession(CK_SLOT_ID slot, CK_FLAGS flags, CK_VOID_PTR /*application*/,
                  CK_NOTIFY /*notify*/, CK_SESSION_HANDLE_PTR session) {
  if (slot != kSlot) return CKR_SLOT_ID_INVALID;
  if ((flags & CKF_RW_SESSION) != 0) return CKR_TOKEN_WRITE_PROTECTED;
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  *session = ++token.last_session;
  token.sessions[*session] = Session();
  return CKR_OK;
}

CK_RV CloseSession(CK_SESSION_HANDLE session) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  return token.sessions.erase(session) == 1 ? CKR_OK : CKR_SESSION_HANDLE_INVALID;
}

CK_RV CloseAllSessions(CK_SLOT_ID slot) {
  if (slot != kSlot) return CKR_SLOT_ID_INVALID;
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  token.sessions.clear();
  return CKR_OK;
}

CK_RV GetSessionInfo(CK_SESSION_HANDLE session, CK_SESSION_INFO_PTR info) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  if (token.sessions.count(session) == 0) return CKR_SESSION_HANDLE_INVALID;
  *info = CK_SESSION_INFO();
  info->slotID = kSlot;
  info->state = CKS_RO_PUBLIC_SESSION;
  info->flags = CKF_SERIAL_SESSION;
  return CKR_OK;
}

CK_RV FindObjectsInit(CK_SESSION_HANDLE session, CK_ATTRIBUTE_PTR wanted, CK_ULONG count) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  const auto entry = token.sessions.find(session);
  if (entry == token.sessions.end()) return CKR_SESSION_HANDLE_INVALID;
  if (entry->second.searching) return CKR_OPERATION_ACTIVE;
  entry->second.searching = true;
  for (size_t i = 0; i < token.objects.size(); ++i) {
    if (Matches(token.objects[i], wanted, count)) entry->second.found.push_back(i + 1);
  }
  return CKR_OK;
}

CK_RV FindObjects(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE_PTR objects, CK_ULONG most,
                  CK_ULONG_PTR count) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  const auto entry = token.sessions.find(session);
  if (entry == token.sessions.end()) return CKR_SESSION_HANDLE_INVALID;
  if (!entry->second.searching) return CKR_OPERATION_NOT_INITIALIZED;
  std::vector<CK_OBJECT_HANDLE>& found = entry->second.found;
  *count = std::min<CK_ULONG>(most, found.size());
  const auto end = found.begin() + static_cast<ptrdiff_t>(*count);
  std::copy(found.begin(), end, objects);
  found.erase(found.begin(), end);
  return CKR_OK;
}

CK_RV FindObjectsFinal(CK_SESSION_HANDLE session) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  const auto entry = token.sessions.find(session);
  if (entry == token.sessions.end()) return CKR_SESSION_HANDLE_INVALID;
  if (!entry->second.searching) return CKR_OPERATION_NOT_INITIALIZED;
  entry->second = Session();
  return CKR_OK;
}

CK_RV GetAttributeValue(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE handle,
                        CK_ATTRIBUTE_PTR attributes, CK_ULONG count) {
  Token& token = TheToken();
  MutexLock hold(&token.mu);
  if (token.sessions.count(session) == 0) return CKR_SESSION_HANDLE_INVALID;
  if (handle < 1 || handle > token.objects.size()) return CKR_OBJECT_HANDLE_INVALID;
  const Object& object = token.objects[handle - 1];
  CK_RV result = CKR_OK;
  for (CK_ATTRIBUTE* attribute = attributes; attribute != attributes + count; ++attribute) {
    const auto found = object.find(attribute->type);
    if (found == object.end()) {
      attribute->ulValueLen = CK_UNAVAILABLE_INFORMATION;
      result = CKR_ATTRIBUTE_TYPE_INVALID;
    } else if (attribute->pValue == nullptr) {
      attribute->ulValueLen = found->second.size();
    } else if (attribute->ulValueLen < found->second.size()) {
      attribute->ulValueLen = CK_UNAVAILABLE_INFORMATION;
      result = CKR_BUFFER_TOO_SMALL;
    } else {
      attribute->ulValueLen = found->second.size();
      found->second.copy(static_cast<char*>(attribute->pValue), found->second.size());
    }
  }
  return result;
}

template <typename Function>
struct Unsupported;
template <typename... Args>
struct Unsupported<CK_RV (*)(Args...)> {
  static CK_RV Call(Args... /*unused*/) { return CKR_FUNCTION_NOT_SUPPORTED; }
};

CK_RV GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list);

CK_FUNCTION_LIST MakeFunctionList() {
  CK_FUNCTION_LIST list = {};
  list.version = {2, 40};
#define CK_PKCS11_FUNCTION_INFO(name) list.name = Unsupported<CK_##name>::Call;
#define CK_PKCS11_2_0_ONLY 1
#include <pkcs11f.h>
#undef CK_PKCS11_2_0_ONLY
#undef CK_PKCS11_FUNCTION_INFO
  list.C_Initialize = Initialize;
  list.C_Finalize = Finalize;
  list.C_GetInfo = GetInfo;
  list.C_GetFunctionList = GetFunctionList;
  list.C_GetSlotList = GetSlotList;
  list.C_GetSlotInfo = GetSlotInfo;
  list.C_GetTokenInfo = GetTokenInfo;
  list.C_GetMechanismList = GetMechanismList;
  list.C_OpenSession = OpenSession;
  list.C_CloseSession = CloseSession;
  list.C_CloseAllSessions = CloseAllSessions;
  list.C_GetSessionInfo = GetSessionInfo;
  list.C_FindObjectsInit = FindObjectsInit;
  list.C_FindObjects = FindObjects;
  list.C_FindObjectsFinal = FindObjectsFinal;
  list.C_GetAttributeValue = GetAttributeValue;
  return list;
}

CK_RV GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list) {
  static CK_FUNCTION_LIST functions = MakeFunctionList();
  *list = &functions;
  return CKR_OK;
}

// NSPR finds the functions of a library that it is told of by this table, and opens no file.
bool RegisterLibrary() {
  static const PRStaticLinkTable kFunctions[] = {
      {"C_GetFunctionList", reinterpret_cast<void (*)()>(GetFunctionList)}, {nullptr, nullptr}};
  static PRLibrary* const library = PR_LoadStaticLibrary(kLibrary, kFunctions);
  return library != nullptr;
}

absl::Status Load() {
  constexpr char kOperation[] = "show the trust that a newer NSS has stored";
  if (!RegisterLibrary()) return NssError(kOperation, kLibrary);
  std::string spec = kSpec;
  SECMODModule* const module = nss::SECMOD_LoadUserModule(spec.data(), nullptr, PR_FALSE);
  if (module == nullptr) return NssError(kOperation, kLibrary);
  absl::Status loaded = module->loaded ? absl::OkStatus() : NssError(kOperation, kLibrary);
  nss::SECMOD_DestroyModule(module);  // NSS's list has its own reference
  return loaded;
}

}  // namespace

absl::Status TrustModule::Show(const std::vector<Entry>& entries) {
  bool loaded;
  {
    Token& token = TheToken();
    MutexLock hold(&token.mu);
    token.objects.clear();
    for (const Entry& entry : entries) token.objects.push_back(ObjectOf(entry));
    loaded = token.initialized;
  }
  return loaded || entries.empty() ? absl::OkStatus() : Load();
}

}  // namespace psm
