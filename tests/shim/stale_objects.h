/* Gated C code that goes on using raw objects after the profile under them has changed. */

#ifndef TESTS_SHIM_STALE_OBJECTS_H_
#define TESTS_SHIM_STALE_OBJECTS_H_

#ifdef __cplusplus
extern "C" {
#endif

/* Calls NSS with an object of a kind of leaks.h, in the ways that its owner would, and tells
 * `did` of each call that was done rather than refused by NSS or by the gate. */
struct Use {
  const char* type;
  void (*use)(void* object, void (*did)(const char* call));
};
extern const struct Use kUses[];
extern const int kUseCount;

/* Stores one AES key by way of `slot`; 0 if that failed. */
int StoreKeyThrough(void* slot);

/* How many of them the open profile has. */
int StoredKeys(void);

#ifdef __cplusplus
}
#endif

#endif /* TESTS_SHIM_STALE_OBJECTS_H_ */
