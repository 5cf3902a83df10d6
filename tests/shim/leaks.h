/* What the C code of leaks.c, leaks_givers_*.c and leaks_takers.c does, for leaks_test.cc. It knows
 * NSS by its own headers only; the build puts the shadow headers before them.
 *
 * All of it expects the open profile to be a filled one (FillSampleProfile in samples.h), and
 * runs with NSS live, but for releases, which run at any time. What cannot be done aborts and is
 * named.
 */

#ifndef TESTS_SHIM_LEAKS_H_
#define TESTS_SHIM_LEAKS_H_

#ifdef __cplusplus
extern "C" {
#endif

/* One kind of object. */
struct Leak {
  const char* type;     /* as reports name it */
  const char* obtained; /* the function that calls NSS for it */
  void* (*obtain)(void);
  void (*release)(void* object);
  void* (*obtain_fresh)(void); /* one that was not used and holds nothing yet; null where there is
                                  no such state */
};
extern const struct Leak kLeaks[];
extern const int kLeakCount;

/* One function that hands out references: run() calls it, checks that it gave something, and
 * releases that and everything else. */
struct Giver {
  const char* function;
  void (*run)(void);
};
struct GiverTable {
  const struct Giver* rows;
  int count;
};
extern const struct GiverTable kCertificateGivers;
extern const struct GiverTable kKeyGivers;
extern const struct GiverTable kSymKeyGivers;
extern const struct GiverTable kSlotGivers;
extern const struct GiverTable kContextGivers;
extern const struct GiverTable kMessageGivers;
extern const struct GiverTable kTlsGivers;

/* The functions that release, or take over, which no giver calls. */
extern const struct Giver kTakers[];
extern const int kTakerCount;

#ifdef __cplusplus
}
#endif

#endif /* TESTS_SHIM_LEAKS_H_ */
