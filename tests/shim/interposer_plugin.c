#include "interposer_plugin.h"

#include <nss.h>
#include <pk11pub.h>
#include <secport.h>

int plugin_uses_nss(void) {
  unsigned char bytes[8];
  PK11SlotInfo *slot = PK11_GetInternalKeySlot();
  if (slot == NULL) return PORT_GetError();
  PK11_FreeSlot(slot);
  return PK11_GenerateRandom(bytes, sizeof bytes) == SECSuccess ? 0 : PORT_GetError();
}

static PK11SlotInfo *kept;

void plugin_keeps_slot(void) { kept = PK11_GetInternalKeySlot(); }

void plugin_frees_slot(void) { PK11_FreeSlot(kept); }

int plugin_brings_nss_up(void) { return NSS_NoDB_Init(".") == SECSuccess ? 0 : PORT_GetError(); }

int plugin_takes_nss_down(void) { return NSS_Shutdown() == SECSuccess ? 0 : PORT_GetError(); }
