// References that no rule of tools/gen_shim/references.toml can describe: arrays, chains, logs,
// and objects that count only in some cases. Each wrapper calls psm_special_X in place of NSS's
// X.

#include <prerror.h>

#include <algorithm>
#include <vector>

#include "nss_glue/generated/raw.h"
#include "nss_glue/references.h"
#include "shutdown/export.h"

namespace psm {
namespace {

using nss_call::Gave;
using nss_call::Took;

// A verification adds nodes to the log, sorted by depth. Each holds a certificate, which the
// owner of the log releases one by one.
class LogAccount {
 public:
  explicit LogAccount(const CERTVerifyLog* log) : log_(log) {
    for (const CERTVerifyLogNode* node = First(); node != nullptr; node = node->next) {
      before_.push_back(node);
    }
  }
  ~LogAccount() {
    for (const CERTVerifyLogNode* node = First(); node != nullptr; node = node->next) {
      if (std::find(before_.begin(), before_.end(), node) == before_.end()) {
        Gave(ReferenceKind::kCertificate, node->cert);
      }
    }
  }
  LogAccount(const LogAccount&) = delete;
  LogAccount& operator=(const LogAccount&) = delete;

 private:
  const CERTVerifyLogNode* First() const { return log_ == nullptr ? nullptr : log_->head; }

  const CERTVerifyLog* const log_;
  std::vector<const CERTVerifyLogNode*> before_;
};

const CERTValOutParam* Find(const CERTValOutParam* outputs, CERTValParamOutType type) {
  for (; outputs != nullptr && outputs->type != cert_po_end; ++outputs) {
    if (outputs->type == type) return outputs;
  }
  return nullptr;
}

CERTSignedCrl* GaveCrl(CERTSignedCrl* crl) {
  if (crl != nullptr && crl->slot != nullptr) Gave(ReferenceKind::kCrl, crl);
  return crl;
}

}  // namespace
}  // namespace psm

using namespace psm;  // NOLINT(google-build-using-namespace): C names, implemented here

extern "C" {

// ---- Certificates ----

// NSS leaves the array to the caller also when it imported none.
PSM_EXPORT SECStatus psm_special_CERT_ImportCerts(CERTCertDBHandle* handle, SECCertUsage usage,
                                                  unsigned int count, SECItem** ders,
                                                  CERTCertificate*** certificates, PRBool keep,
                                                  PRBool ca_only, char* nickname) {
  const SECStatus status =
      psm_raw_CERT_ImportCerts(handle, usage, count, ders, certificates, keep, ca_only, nickname);
  if (certificates == nullptr || *certificates == nullptr) return status;
  for (unsigned int i = 0; i < count; ++i) Gave(ReferenceKind::kCertificate, (*certificates)[i]);
  return status;
}

PSM_EXPORT void psm_special_CERT_DestroyCertArray(CERTCertificate** certificates,
                                                  unsigned int count) {
  for (unsigned int i = 0; certificates != nullptr && i < count; ++i) {
    Took(ReferenceKind::kCertificate, certificates[i]);
  }
  psm_raw_CERT_DestroyCertArray(certificates, count);
}

PSM_EXPORT SECStatus psm_special_CERT_VerifyCACertForUsage(CERTCertDBHandle* handle,
                                                           CERTCertificate* certificate,
                                                           PRBool check_signature,
                                                           SECCertUsage usage, PRTime time,
                                                           void* context, CERTVerifyLog* log) {
  const LogAccount account(log);
  return psm_raw_CERT_VerifyCACertForUsage(handle, certificate, check_signature, usage, time,
                                           context, log);
}

PSM_EXPORT SECStatus psm_special_CERT_VerifyCert(CERTCertDBHandle* handle,
                                                 CERTCertificate* certificate,
                                                 PRBool check_signature, SECCertUsage usage,
                                                 PRTime time, void* context, CERTVerifyLog* log) {
  const LogAccount account(log);
  return psm_raw_CERT_VerifyCert(handle, certificate, check_signature, usage, time, context, log);
}

PSM_EXPORT SECStatus psm_special_CERT_VerifyCertificate(CERTCertDBHandle* handle,
                                                        CERTCertificate* certificate,
                                                        PRBool check_signature,
                                                        SECCertificateUsage usages, PRTime time,
                                                        void* context, CERTVerifyLog* log,
                                                        SECCertificateUsage* good_usages) {
  const LogAccount account(log);
  return psm_raw_CERT_VerifyCertificate(handle, certificate, check_signature, usages, time, context,
                                        log, good_usages);
}

// The anchor and the chain are there only after success, the log only after failure.
PSM_EXPORT SECStatus psm_special_CERT_PKIXVerifyCert(CERTCertificate* certificate,
                                                     SECCertificateUsage usages,
                                                     CERTValInParam* inputs,
                                                     CERTValOutParam* outputs, void* context) {
  const CERTValOutParam* const log = Find(outputs, cert_po_errorLog);
  const LogAccount account(log == nullptr ? nullptr : log->value.pointer.log);
  const SECStatus status =
      psm_raw_CERT_PKIXVerifyCert(certificate, usages, inputs, outputs, context);
  if (status != SECSuccess) return status;
  const CERTValOutParam* const anchor = Find(outputs, cert_po_trustAnchor);
  if (anchor != nullptr) Gave(ReferenceKind::kCertificate, anchor->value.pointer.cert);
  const CERTValOutParam* const chain = Find(outputs, cert_po_certList);
  if (chain != nullptr) Gave(ReferenceKind::kCertificateList, chain->value.pointer.chain);
  return status;
}

PSM_EXPORT int psm_special_PK11_FindCertAndKeyByRecipientListNew(NSSCMSRecipient** recipients,
                                                                 void* context) {
  const int found = psm_raw_PK11_FindCertAndKeyByRecipientListNew(recipients, context);
  if (found < 0) return found;
  Gave(ReferenceKind::kCertificate, recipients[found]->cert);
  Gave(ReferenceKind::kPrivateKey, recipients[found]->privkey);
  Gave(ReferenceKind::kSlot, recipients[found]->slot);
  return found;
}

// From here on the socket owns both, whatever becomes of the handshake.
PSM_EXPORT SECStatus psm_special_SSL_ClientCertCallbackComplete(PRFileDesc* fd, SECStatus outcome,
                                                                SECKEYPrivateKey* key,
                                                                CERTCertificate* certificate) {
  const SECStatus status = psm_raw_SSL_ClientCertCallbackComplete(fd, outcome, key, certificate);
  const PRErrorCode error = PR_GetError();
  if (status == SECSuccess ||
      (error != PR_INVALID_STATE_ERROR && error != PR_BAD_DESCRIPTOR_ERROR)) {
    Took(ReferenceKind::kPrivateKey, key);
    Took(ReferenceKind::kCertificate, certificate);
  }
  return status;
}

PSM_EXPORT CERTCertList* psm_special_CERT_CreateSubjectCertList(CERTCertList* list,
                                                                CERTCertDBHandle* handle,
                                                                const SECItem* name, PRTime time,
                                                                PRBool valid_only) {
  CERTCertList* const made =
      psm_raw_CERT_CreateSubjectCertList(list, handle, name, time, valid_only);
  if (list == nullptr) Gave(ReferenceKind::kCertificateList, made);
  return made;
}

// ---- Chains ----

PSM_EXPORT PK11SymKey* psm_special_PK11_ListFixedKeysInSlot(PK11SlotInfo* slot, char* nickname,
                                                            void* context) {
  PK11SymKey* const first = psm_raw_PK11_ListFixedKeysInSlot(slot, nickname, context);
  for (PK11SymKey* key = first; key != nullptr; key = psm_raw_PK11_GetNextSymKey(key)) {
    Gave(ReferenceKind::kSymKey, key);
  }
  return first;
}

PSM_EXPORT PK11GenericObject* psm_special_PK11_FindGenericObjects(PK11SlotInfo* slot,
                                                                  CK_OBJECT_CLASS object_class) {
  PK11GenericObject* const first = psm_raw_PK11_FindGenericObjects(slot, object_class);
  for (PK11GenericObject* object = first; object != nullptr;
       object = psm_raw_PK11_GetNextGenericObject(object)) {
    Gave(ReferenceKind::kGenericObject, object);
  }
  return first;
}

PSM_EXPORT SECStatus psm_special_PK11_DestroyGenericObjects(PK11GenericObject* objects) {
  PK11GenericObject* before =
      objects == nullptr ? nullptr : psm_raw_PK11_GetPrevGenericObject(objects);
  for (; before != nullptr; before = psm_raw_PK11_GetPrevGenericObject(before)) {
    Took(ReferenceKind::kGenericObject, before);
  }
  for (PK11GenericObject* object = objects; object != nullptr;
       object = psm_raw_PK11_GetNextGenericObject(object)) {
    Took(ReferenceKind::kGenericObject, object);
  }
  return psm_raw_PK11_DestroyGenericObjects(objects);
}

// ---- Objects that count in some cases ----

// Only a certificate's slot comes with a reference; NSS leaks it if the caller does not ask for
// it.
PSM_EXPORT CK_OBJECT_HANDLE psm_special_PK11_GetObjectHandle(PK11ObjectType type, void* object,
                                                             PK11SlotInfo** slot) {
  if (type != PK11_TypeCert) return psm_raw_PK11_GetObjectHandle(type, object, slot);
  PK11SlotInfo* found = nullptr;
  const CK_OBJECT_HANDLE handle = psm_raw_PK11_GetObjectHandle(type, object, &found);
  if (slot != nullptr) {
    Gave(ReferenceKind::kSlot, found);
    *slot = found;
  } else if (found != nullptr) {
    psm_raw_PK11_FreeSlot(found);
  }
  return handle;
}

// A CRL from a token holds its slot from the beginning to the end; a decoded one never does.

PSM_EXPORT CERTSignedCrl* psm_special_SEC_DupCrl(CERTSignedCrl* crl) {
  return GaveCrl(psm_raw_SEC_DupCrl(crl));
}

PSM_EXPORT CERTSignedCrl* psm_special_SEC_FindCrlByDERCert(CERTCertDBHandle* handle, SECItem* der,
                                                           int type) {
  return GaveCrl(psm_raw_SEC_FindCrlByDERCert(handle, der, type));
}

PSM_EXPORT CERTSignedCrl* psm_special_SEC_FindCrlByName(CERTCertDBHandle* handle, SECItem* name,
                                                        int type) {
  return GaveCrl(psm_raw_SEC_FindCrlByName(handle, name, type));
}

PSM_EXPORT SECStatus psm_special_SEC_DestroyCrl(CERTSignedCrl* crl) {
  if (crl != nullptr && crl->slot != nullptr) Took(ReferenceKind::kCrl, crl);
  return psm_raw_SEC_DestroyCrl(crl);
}

}  // extern "C"
