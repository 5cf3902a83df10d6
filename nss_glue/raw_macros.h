// How the generated headers declare NSS without the gate. For nss_glue/ and generated headers only.
//
//   extern "C" { PSM_NSS_RAW(PK11_Logout); }   // psm_raw_PK11_Logout, of PK11_Logout's type
//
// psm_raw_X is a symbol of its own (generated/thunks.S), so that an object which uses the inline
// wrappers names no NSS function: the symbol audit can then tell it from one that goes round them.
// No exception passes through NSS, which is C, so the wrappers have no code for one: a callback
// that throws, or a thread cancelled inside NSS, leaves NSS's locks held and its entry open.
//
// It is hidden: each shared library and program links its own thunks.

#ifndef NSS_GLUE_RAW_MACROS_H_
#define NSS_GLUE_RAW_MACROS_H_

#include "shutdown/export.h"

#ifndef __x86_64__
#error "the thunks are written for x86-64"
#endif

#define PSM_NSS_RAW_AS(name, as) decltype(::as) psm_raw_##name __attribute__((visibility("hidden")))
#define PSM_NSS_RAW(name) PSM_NSS_RAW_AS(name, name)

// Hand-written in nss_glue/: what the wrapper of `name` calls in place of NSS.
#define PSM_NSS_SPECIAL_AS(name, as) PSM_EXPORT decltype(::as) psm_special_##name
#define PSM_NSS_SPECIAL(name) PSM_NSS_SPECIAL_AS(name, name)

#endif  // NSS_GLUE_RAW_MACROS_H_
