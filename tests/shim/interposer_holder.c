/* A program that was compiled against bare NSS and leaves with references: as its argument says, a
   slot, a key, a certificate, a callback's slot, or none; or while a thread is in an NSS call. Run
   by interposer_test.py. */

#include <cert.h>
#include <nss.h>
#include <pk11pub.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static PK11SlotInfo *kept;

static sem_t inside;

static void *stay(void *slot) {
  PK11_Authenticate(slot, PR_FALSE, &inside);
  return NULL;
}

/* In an NSS call, and yet a call of the program. */
char *keep_a_slot(PK11SlotInfo *slot, PRBool retry, void *sem) {
  (void)slot, (void)retry;
  if (sem != NULL) {
    sem_post(sem);
    pause();
  }
  if (kept == NULL) kept = PK11_GetInternalSlot();
  return NULL;
}

int main(int argc, char **argv) {
  const char *leak = argc > 1 ? argv[1] : "none";
  char nickname[] = "server";
  PK11SlotInfo *slot;
  PK11SymKey *key, *same;
  PK11SlotList *slots;
  CERTCertList *list;
  CERTCertificate *certificate;
  SECStatus down;

  if (NSS_Init("sql:.") != SECSuccess) return 1;
  PK11_SetPasswordFunc(keep_a_slot);
  slot = PK11_GetInternalKeySlot();
  PK11_Authenticate(slot, PR_FALSE, NULL);
  key = PK11_KeyGen(slot, CKM_AES_CBC, NULL, 16, NULL);
  same = PK11_ReferenceSymKey(key);
  slots = PK11_GetAllTokens(CKM_AES_CBC, PR_FALSE, PR_FALSE, NULL);
  list = PK11_ListCerts(PK11CertListAll, NULL);
  certificate = PK11_FindCertFromNickname(nickname, NULL);
  if (kept == NULL || certificate == NULL) return 2;

  CERT_DestroyCertList(list);
  PK11_FreeSlotList(slots);
  PK11_FreeSymKey(same);
  if (strcmp(leak, "thread") == 0) {
    pthread_t thread;
    sem_init(&inside, 0, 0);
    if (pthread_create(&thread, NULL, stay, slot) != 0) return 3;
    sem_wait(&inside);
  }
  if (strcmp(leak, "key") != 0) PK11_FreeSymKey(key);
  if (strcmp(leak, "slot") != 0) PK11_FreeSlot(slot);
  if (strcmp(leak, "callback") != 0) PK11_FreeSlot(kept);
  if (strcmp(leak, "certificate") != 0) CERT_DestroyCertificate(certificate);
  down = NSS_Shutdown();
  printf("%s\n", down == SECSuccess ? "down" : "not down");
  return 0;
}
