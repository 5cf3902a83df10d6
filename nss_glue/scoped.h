// Owning pointers for NSS objects that live no longer than one PreventionLock. What outlives it is
// a Tracked<T> (tracked_types.h). Each deleter is the wrapped release, so destruction is
// safe in any state of NSS.
//
// Below them: SECItem to and from bytes, and the profile's key slot.
//
// Thread rule: as std::unique_ptr.

#ifndef NSS_GLUE_SCOPED_H_
#define NSS_GLUE_SCOPED_H_

#include <cert.h>
#include <keyhi.h>
#include <limits.h>
#include <pk11pub.h>
#include <secerr.h>
#include <secitem.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "nss_glue/error.h"
#include "nss_glue/newer_profile.h"

namespace psm {

template <auto& kRelease>
struct NssDeleter {
  template <typename T>
  void operator()(T* object) const {
    kRelease(object);
  }
};

namespace nss_internal {

inline void DestroyContext(PK11Context* context) { nss::PK11_DestroyContext(context, PR_TRUE); }
inline void FreeItem(SECItem* item) { nss::SECITEM_ZfreeItem(item, PR_TRUE); }
inline void FreeArena(PLArenaPool* arena) { nss::PORT_FreeArena(arena, PR_TRUE); }
inline void FreeMemory(void* memory) { nss::PORT_Free(memory); }

}  // namespace nss_internal

using UniqueSlot = std::unique_ptr<PK11SlotInfo, NssDeleter<nss::PK11_FreeSlot>>;
using UniqueCertificate =
    std::unique_ptr<CERTCertificate, NssDeleter<nss::CERT_DestroyCertificate>>;
using UniqueCertificateList = std::unique_ptr<CERTCertList, NssDeleter<nss::CERT_DestroyCertList>>;
using UniqueCertificateRequest =
    std::unique_ptr<CERTCertificateRequest, NssDeleter<nss::CERT_DestroyCertificateRequest>>;
using UniqueValidity = std::unique_ptr<CERTValidity, NssDeleter<nss::CERT_DestroyValidity>>;
using UniqueName = std::unique_ptr<CERTName, NssDeleter<nss::CERT_DestroyName>>;
using UniquePrivateKey =
    std::unique_ptr<SECKEYPrivateKey, NssDeleter<nss::SECKEY_DestroyPrivateKey>>;
using UniquePublicKey = std::unique_ptr<SECKEYPublicKey, NssDeleter<nss::SECKEY_DestroyPublicKey>>;
using UniquePrivateKeyList =
    std::unique_ptr<SECKEYPrivateKeyList, NssDeleter<nss::SECKEY_DestroyPrivateKeyList>>;
using UniquePublicKeyList =
    std::unique_ptr<SECKEYPublicKeyList, NssDeleter<nss::SECKEY_DestroyPublicKeyList>>;
using UniqueGenericObjects =
    std::unique_ptr<PK11GenericObject, NssDeleter<nss::PK11_DestroyGenericObjects>>;
using UniqueSubjectPublicKeyInfo =
    std::unique_ptr<CERTSubjectPublicKeyInfo, NssDeleter<nss::SECKEY_DestroySubjectPublicKeyInfo>>;
using UniqueSymKey = std::unique_ptr<PK11SymKey, NssDeleter<nss::PK11_FreeSymKey>>;
using UniqueContext = std::unique_ptr<PK11Context, NssDeleter<nss_internal::DestroyContext>>;
// Wiped when freed.
using UniqueItem = std::unique_ptr<SECItem, NssDeleter<nss_internal::FreeItem>>;
using UniqueArena = std::unique_ptr<PLArenaPool, NssDeleter<nss_internal::FreeArena>>;
using UniqueNssString = std::unique_ptr<char, NssDeleter<nss_internal::FreeMemory>>;

// A view of `bytes`, which must outlive it and which NSS does not write. InvalidArgument above 1
// GiB: NSS counts in unsigned int and in int.
inline absl::StatusOr<SECItem> BorrowItem(absl::string_view bytes, absl::string_view operation) {
  if (bytes.size() > INT_MAX / 2) return NssErrorFor(SEC_ERROR_INPUT_LEN, operation);
  return SECItem{siBuffer, reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())),
                 static_cast<unsigned int>(bytes.size())};
}

inline absl::string_view ItemBytes(const SECItem& item) {
  return item.len == 0 ? absl::string_view()
                       : absl::string_view(reinterpret_cast<const char*>(item.data), item.len);
}

// Owns, and wipes at its end, the bytes that NSS writes into an item of the caller.
class ScopedItem {
 public:
  ScopedItem() = default;
  ScopedItem(const ScopedItem&) = delete;
  ScopedItem& operator=(const ScopedItem&) = delete;
  ~ScopedItem() { nss::SECITEM_ZfreeItem(&item_, PR_FALSE); }
  SECItem* get() { return &item_; }
  absl::string_view bytes() const { return ItemBytes(item_); }

 private:
  SECItem item_ = {siBuffer, nullptr, 0};
};

// The token that holds the profile's keys. Unavailable if there is none.
inline absl::StatusOr<UniqueSlot> OpenKeySlot(absl::string_view operation) {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  if (slot == nullptr) return NssError(operation, "no key token");
  return slot;
}

// The same, logged in: asks for the password through NSS's callback where one is needed.
// FailedPrecondition if a newer NSS has set it.
inline absl::StatusOr<UniqueSlot> OpenKeySlotLoggedIn(absl::string_view operation) {
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(operation);
  if (!slot.ok()) return slot;
  absl::Status can_log_in = NewerProfile::CheckLogIn(operation);
  if (!can_log_in.ok()) return can_log_in;
  if (nss::PK11_Authenticate(slot->get(), PR_TRUE, nullptr) != SECSuccess) {
    return NssError(operation, "log in to the key token");
  }
  return slot;
}

}  // namespace psm

#endif  // NSS_GLUE_SCOPED_H_
