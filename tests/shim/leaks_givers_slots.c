/* Functions that give slots, modules or objects of PKCS #11. */

#include <pk11pub.h>
#include <secmod.h>

#include "tests/shim/leaks_givers.h"

/* ---- Slots and modules ---- */

DROPPER(SlotList, PK11SlotList, PK11_FreeSlotList(it))
DROPPER(Module, SECMODModule, SECMOD_DestroyModule(it))

GIVER(PK11_FindObjectForCert) {
  CERTCertificate* certificate = Certificate();
  PK11SlotInfo* slot = NULL;
  Must(PK11_FindObjectForCert(certificate, NULL, &slot) != CK_INVALID_HANDLE,
       "PK11_FindObjectForCert");
  DropSlot(slot, "the slot of PK11_FindObjectForCert");
  CERT_DestroyCertificate(certificate);
}

GIVER(PK11_FindSlotByName) {
  DROP(Slot, PK11_FindSlotByName, "NSS Generic Crypto Services");
  DROP(Slot, PK11_FindSlotByName, "");
}

GIVER_OF(Slot, PK11_GetBestSlot, CKM_AES_ECB, NULL)

GIVER(PK11_GetBestSlotMultiple) {
  CK_MECHANISM_TYPE types[] = {CKM_AES_ECB, CKM_SHA256};
  DROP(Slot, PK11_GetBestSlotMultiple, types, 2, NULL);
}

GIVER(PK11_GetBestSlotMultipleWithAttributes) {
  CK_MECHANISM_TYPE types[] = {CKM_AES_ECB};
  CK_FLAGS flags[] = {CKF_ENCRYPT};
  unsigned int sizes[] = {16};
  DROP(Slot, PK11_GetBestSlotMultipleWithAttributes, types, flags, sizes, 1, NULL);
}

GIVER_OF(Slot, PK11_GetBestSlotWithAttributes, CKM_AES_ECB, CKF_ENCRYPT, 16, NULL)

GIVER_OF(Slot, PK11_GetInternalKeySlot, )
GIVER_OF(Slot, PK11_GetInternalSlot, )

GIVER(PK11_GetObjectHandle) {
  CERTCertificate* certificate = Certificate();
  SECKEYPrivateKey* key = PrivateKey();
  PK11SlotInfo* slot = NULL;
  Must(PK11_GetObjectHandle(PK11_TypeCert, certificate, &slot) != CK_INVALID_HANDLE,
       "PK11_GetObjectHandle");
  DropSlot(slot, "the slot of PK11_GetObjectHandle");
  Must(PK11_GetObjectHandle(PK11_TypeCert, certificate, NULL) != CK_INVALID_HANDLE,
       "PK11_GetObjectHandle without a slot");
  Must(PK11_GetObjectHandle(PK11_TypePrivKey, key, &slot) != CK_INVALID_HANDLE && slot != NULL,
       "PK11_GetObjectHandle of a key"); /* borrowed */
  SECKEY_DestroyPrivateKey(key);
  CERT_DestroyCertificate(certificate);
}

GIVER_WITH_SYM_KEY(Slot, PK11_GetSlotFromKey, key)

GIVER_WITH_PRIVATE_KEY(Slot, PK11_GetSlotFromPrivateKey, key)

GIVER_WITH_CERTIFICATE(Slot, PK11_ImportCertForKey, certificate, g_sample, NULL)

GIVER_WITH_CERTIFICATE(Slot, PK11_ImportDERCertForKey, &certificate->derCert, g_sample, NULL)

GIVER_WITH_CERTIFICATE(Slot, PK11_KeyForCertExists, certificate, NULL, NULL)

GIVER_WITH_CERTIFICATE(Slot, PK11_KeyForDERCertExists, &certificate->derCert, NULL, NULL)

GIVER_WITH_SLOT(Slot, PK11_ReferenceSlot, slot)

GIVER_OF(Slot, SECMOD_FindSlot, SECMOD_GetInternalModule(), "NSS Generic Crypto Services")

GIVER_WITH_SLOT(Slot, SECMOD_LookupSlot, PK11_GetModuleID(slot), PK11_GetSlotID(slot))

static char g_no_database[] = "configdir='' tokenDescription='leaks' flags=noCertDB,noKeyDB";

GIVER(SECMOD_OpenUserDB) {
  PK11SlotInfo* slot = Some(SECMOD_OpenUserDB(g_no_database), "SECMOD_OpenUserDB");
  SECMOD_CloseUserDB(slot);
  PK11_FreeSlot(slot);
}

GIVER(SECMOD_OpenNewSlot) {
  PK11SlotInfo* slot =
      Some(SECMOD_OpenNewSlot(SECMOD_GetInternalModule(), g_no_database), "SECMOD_OpenNewSlot");
  SECMOD_CloseUserDB(slot);
  PK11_FreeSlot(slot);
}

GIVER_OF(SlotList, PK11_FindSlotsByNames, NULL, NULL, NULL, PR_TRUE)

GIVER_WITH_CERTIFICATE(SlotList, PK11_GetAllSlotsForCert, certificate, NULL)

static PK11SlotList* AllTokens(void) {
  return Some(PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, NULL),
              "PK11_GetAllTokens");
}

GIVER(PK11_GetAllTokens) { PK11_FreeSlotList(AllTokens()); }

GIVER(PK11_GetFirstSafe) {
  PK11SlotList* list = AllTokens();
  Must(PK11_FreeSlotListElement(list, Some(PK11_GetFirstSafe(list), "PK11_GetFirstSafe")) ==
           SECSuccess,
       "PK11_FreeSlotListElement");
  PK11_FreeSlotList(list);
}

GIVER(PK11_GetNextSafe) {
  PK11SlotList* list = AllTokens();
  PK11SlotListElement* element = PK11_GetFirstSafe(list);
  int count = 0;
  while (element != NULL) {
    element = PK11_GetNextSafe(list, element, PR_FALSE);
    ++count;
  }
  Must(count >= 2, "PK11_GetNextSafe");
  PK11_FreeSlotList(list);
}

GIVER_OF(Module, SECMOD_CreateModule, "nothing.so", "leaks", NULL, NULL)

GIVER_OF(Module, SECMOD_CreateModuleEx, "nothing.so", "leaks", NULL, NULL, NULL)

GIVER_OF(Module, SECMOD_FindModule, "NSS Internal PKCS #11 Module")

/* The roots' module is part of NSS. */
static char g_roots[] = "library=libnssckbi.so name=leaks-roots";

GIVER(SECMOD_LoadModule) {
  SECMODModule* module = Some(SECMOD_LoadModule(g_roots, NULL, PR_FALSE), "SECMOD_LoadModule");
  int type = 0;
  SECMOD_DeleteModuleEx(NULL, module, &type, PR_FALSE);
  SECMOD_DestroyModule(module);
}

GIVER(SECMOD_LoadUserModule) {
  SECMODModule* module =
      Some(SECMOD_LoadUserModule(g_roots, NULL, PR_FALSE), "SECMOD_LoadUserModule");
  Must(!module->loaded || SECMOD_UnloadUserModule(module) == SECSuccess, "SECMOD_UnloadUserModule");
  SECMOD_DestroyModule(module);
}

GIVER_OF(Module, SECMOD_ReferenceModule, SECMOD_GetInternalModule())

/* ---- PKCS #11 objects ---- */

static CK_OBJECT_CLASS g_data_class = CKO_DATA;
static PK11GenericObject* DataObject(PK11SlotInfo* slot) {
  CK_ATTRIBUTE attributes[] = {{CKA_CLASS, NULL, 0}, {CKA_VALUE, NULL, 0}};
  attributes[0].pValue = &g_data_class;
  attributes[0].ulValueLen = sizeof g_data_class;
  attributes[1].pValue = g_sample;
  attributes[1].ulValueLen = 6;
  return Some(PK11_CreateGenericObject(slot, attributes, 2, PR_FALSE), "PK11_CreateGenericObject");
}

GIVER(PK11_CreateGenericObject) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  PK11GenericObject* a = DataObject(slot);
  PK11GenericObject* b = DataObject(slot);
  PK11_DestroyGenericObject(DataObject(slot));
  PK11_LinkGenericObject(a, b);
  PK11_LinkGenericObject(b, DataObject(slot));
  PK11_DestroyGenericObjects(b); /* from the middle */
  PK11_FreeSlot(slot);
}

GIVER(PK11_CreateManagedGenericObject) {
  PK11SlotInfo* slot = PK11_GetInternalSlot();
  CK_ATTRIBUTE attributes[] = {{CKA_CLASS, NULL, 0}, {CKA_VALUE, NULL, 0}};
  attributes[0].pValue = &g_data_class;
  attributes[0].ulValueLen = sizeof g_data_class;
  attributes[1].pValue = g_sample;
  attributes[1].ulValueLen = 6;
  PK11_DestroyGenericObject(Some(PK11_CreateManagedGenericObject(slot, attributes, 2, PR_FALSE),
                                 "PK11_CreateManagedGenericObject"));
  PK11_FreeSlot(slot);
}

GIVER(PK11_FindGenericObjects) {
  PK11SlotInfo* slot = KeySlot();
  PK11GenericObject* objects;
  PK11GenericObject* second;
  CERT_DestroyCertificate(RsaCertificate());
  objects = Some(PK11_FindGenericObjects(slot, CKO_CERTIFICATE), "PK11_FindGenericObjects");
  second = Some(PK11_GetNextGenericObject(objects), "PK11_GetNextGenericObject");
  PK11_UnlinkGenericObject(objects);
  PK11_DestroyGenericObject(objects);
  PK11_DestroyGenericObjects(second);
  PK11_FreeSlot(slot);
}

static const struct Giver kRows[] = {
    ROW(PK11_FindObjectForCert),
    ROW(PK11_FindSlotByName),
    ROW(PK11_GetBestSlot),
    ROW(PK11_GetBestSlotMultiple),
    ROW(PK11_GetBestSlotMultipleWithAttributes),
    ROW(PK11_GetBestSlotWithAttributes),
    ROW(PK11_GetInternalKeySlot),
    ROW(PK11_GetInternalSlot),
    ROW(PK11_GetObjectHandle),
    ROW(PK11_GetSlotFromKey),
    ROW(PK11_GetSlotFromPrivateKey),
    ROW(PK11_ImportCertForKey),
    ROW(PK11_ImportDERCertForKey),
    ROW(PK11_KeyForCertExists),
    ROW(PK11_KeyForDERCertExists),
    ROW(PK11_ReferenceSlot),
    ROW(SECMOD_FindSlot),
    ROW(SECMOD_LookupSlot),
    ROW(SECMOD_OpenUserDB),
    ROW(SECMOD_OpenNewSlot),
    ROW(PK11_FindSlotsByNames),
    ROW(PK11_GetAllSlotsForCert),
    ROW(PK11_GetAllTokens),
    ROW(PK11_GetFirstSafe),
    ROW(PK11_GetNextSafe),
    ROW(SECMOD_CreateModule),
    ROW(SECMOD_CreateModuleEx),
    ROW(SECMOD_FindModule),
    ROW(SECMOD_LoadModule),
    ROW(SECMOD_LoadUserModule),
    ROW(SECMOD_ReferenceModule),
    ROW(PK11_CreateGenericObject),
    ROW(PK11_CreateManagedGenericObject),
    ROW(PK11_FindGenericObjects),
};
const struct GiverTable kSlotGivers = TABLE(kRows);
