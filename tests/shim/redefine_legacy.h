/* A library that was written against bare NSS and is there as a static archive only. */

#ifndef TESTS_SHIM_REDEFINE_LEGACY_H_
#define TESTS_SHIM_REDEFINE_LEGACY_H_

#ifdef __cplusplus
extern "C" {
#endif

/* What it has in two forms: as it was compiled, and after objcopy --redefine-syms (gated_). */
typedef struct LegacyAnswer {
  int found_slot;   /* PK11_GetInternalSlot was not NULL */
  int error;        /* PORT_GetError after that */
  int random;       /* PK11_GenerateRandom, a SECStatus */
  int certificates; /* that PK11_ListCertsInSlot found in the key slot; -1: NULL */
  int needs_login;  /* PK11_NeedLogin of the key slot, or of NULL */
} LegacyAnswer;

void legacy_ask_nss(LegacyAnswer *answer);
void gated_ask_nss(LegacyAnswer *answer);

#ifdef __cplusplus
}
#endif

#endif /* TESTS_SHIM_REDEFINE_LEGACY_H_ */
