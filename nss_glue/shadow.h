/* What the wrapped NSS headers (generated/include/) have in common. They are found before the
 * installed ones of the same names:
 *
 *   -I<psm>/nss_glue/generated/include -I<psm> $(pkg-config --cflags nss)
 *
 * C++: each NSS function is there as psm::nss::PK11_Foo, with NSS's own signature and result, and
 * proves NSS live before and during the call; what a refused call answers is in coverage.tsv. The
 * raw name is an error that names the wrapper:
 *
 *   #include <pk11pub.h>
 *   PK11SlotInfo* slot = psm::nss::PK11_GetInternalKeySlot();
 *   PK11_FreeSlot(slot);  // error: use psm::nss::PK11_FreeSlot
 *
 * C, and C++ with -DPSM_NSS_RENAME: sources stay as they are. PK11_Foo is a macro for
 * psm_nss_PK11_Foo, a function of libpsm; where C++ has Checked<T>, it answers the safe value of
 * coverage.tsv.
 *
 * NSS_Init, NSS_Shutdown and their kin are the owner's, in either form. A program without a
 * SecurityManager, whose main() owns NSS, defines PSM_NSS_STANDALONE (nss_glue/standalone.h).
 *
 * Thread rule: the wrappers may be called from any thread. How they fail: nss_glue/nss_call.h.
 */

#ifndef NSS_GLUE_SHADOW_H_
#define NSS_GLUE_SHADOW_H_

#ifdef USE_UTIL_DIRECTLY
#error "USE_UTIL_DIRECTLY renames the functions that the wrappers wrap: build without it"
#endif

#if !defined(__cplusplus) || defined(PSM_NSS_RENAME)
#define PSM_NSS_RENAMES
#endif

#ifdef __cplusplus
#define PSM_NSS_BEGIN_C extern "C" {
#define PSM_NSS_END_C }
#else
#define PSM_NSS_BEGIN_C
#define PSM_NSS_END_C
#endif

#ifdef PSM_NSS_RENAMES
#define PSM_NSS_RENAMED(name) extern __typeof__(name) psm_nss_##name
#else
extern "C++" {
#include "nss_glue/nss_call.h"
#include "nss_glue/raw_macros.h"
#include "nss_glue/references.h"
}
#endif

/* NOLINTBEGIN(bugprone-macro-parentheses): a declared name cannot have parentheses.
 * The bans. Only the targets that GN's config unsafe_raw_nss_for_tests lists may lift them. */
#ifdef PSM_UNSAFE_RAW_NSS_FOR_TESTS
#define PSM_NSS_BAN_FOR(name, reason) extern __typeof__(name) name
#else
#define PSM_NSS_BAN_FOR(name, reason) \
  extern __typeof__(name) name __attribute__((unavailable(reason)))
#endif
/* NOLINTEND(bugprone-macro-parentheses) */
#define PSM_NSS_BAN(name) PSM_NSS_BAN_FOR(name, "use psm::nss::" #name)
#define PSM_NSS_BAN_MACRO(name, parameters) /* NOLINT(bugprone-macro-parentheses) */ \
  SECStatus name parameters __attribute__((unavailable("use psm::nss::" #name)))
#if defined(PSM_NSS_STANDALONE) && !defined(PSM_NSS_RENAMES)
#define PSM_NSS_BAN_LIFE(name) PSM_NSS_BAN(name)
#else
#define PSM_NSS_BAN_LIFE(name) \
  PSM_NSS_BAN_FOR(name, #name " is the owner's: use psm::SecurityManager, or PSM_NSS_STANDALONE")
#endif

#endif /* NSS_GLUE_SHADOW_H_ */
