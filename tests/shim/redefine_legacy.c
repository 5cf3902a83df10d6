#include "redefine_legacy.h"

#include <cert.h>
#include <pk11pub.h>
#include <secerr.h>
#include <secport.h>
#include <string.h>

void ask_nss(LegacyAnswer *answer) {
  unsigned char bytes[8];
  CERTCertList *list;
  PK11SlotInfo *slot;
  memset(answer, 0, sizeof *answer);
  PORT_SetError(0);
  slot = PK11_GetInternalSlot();
  answer->error = PORT_GetError();
  answer->found_slot = slot != NULL;
  answer->random = PK11_GenerateRandom(bytes, sizeof bytes);
  if (slot != NULL) PK11_FreeSlot(slot);

  slot = PK11_GetInternalKeySlot();
  answer->needs_login = PK11_NeedLogin(slot);
  list = PK11_ListCertsInSlot(slot);
  answer->certificates = -1;
  if (list != NULL) {
    CERTCertListNode *node;
    answer->certificates = 0;
    for (node = CERT_LIST_HEAD(list); !CERT_LIST_END(node, list); node = CERT_LIST_NEXT(node)) {
      ++answer->certificates;
    }
    CERT_DestroyCertList(list);
  }
  if (slot != NULL) PK11_FreeSlot(slot);
}
