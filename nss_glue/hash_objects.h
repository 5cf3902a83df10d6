// NSS's hash objects, gated: the tables of function pointers that HASH_GetHashObject and
// HASH_GetHashObjectByOidTag hand out would otherwise go past every wrapper.
//
//   const SECHashObject* sha256 = nss::HASH_GetHashObject(HASH_AlgSHA256);
//   void* context = sha256->create();
//
// A table has NSS's lengths and type, and functions that pass the gate. They stay usable for ever:
//
//   function       when NSS is not live (always SEC_ERROR_NOT_INITIALIZED)
//   create, clone  null
//   begin, update  nothing
//   end            nothing is written but the length, which is 0
//   destroy        releases: see nss_call.h
// end_raw is null, as it is in libnss3. An unknown type: null and SEC_ERROR_INVALID_ALGORITHM.
//
// Thread rule: any thread; a context belongs to one thread at a time.

#ifndef NSS_GLUE_HASH_OBJECTS_H_
#define NSS_GLUE_HASH_OBJECTS_H_

#include "nss_glue/generated/raw.h"
#include "shutdown/export.h"

extern "C" {
PSM_EXPORT decltype(::psm_raw_HASH_GetHashObject) psm_special_HASH_GetHashObject;
PSM_EXPORT decltype(::psm_raw_HASH_GetHashObjectByOidTag) psm_special_HASH_GetHashObjectByOidTag;
}

#endif  // NSS_GLUE_HASH_OBJECTS_H_
