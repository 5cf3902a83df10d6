// What references.h counted: by kind always, by object and call site when asked for.
//
//   References::TraceSites(true);
//   ... gated code runs ...
//   if (References::PinNss()) {
//     LOG(References::Describe());  // "3 x CERTCertificate, 1 x PK11SlotInfo"
//     for (const ReferenceSite& site : References::Sites()) ...
//   }
//
// The owner asks with the gate drained and its own objects evaporated; then what is left is held
// by code that does not track, and the counts are exact. At any other time they are of the
// moment.
//
//   pins         what NSS_Shutdown makes of an outstanding one (NSS 3.87.1 and 3.125.1;
//                tests/shim/leaks_test measures each kind)
//   kWhenUsed    nothing, of a fresh one; once it was used or filled, as one of the two below. A
//                VFYContext is used from the start since NSS 3.101
//   kBusy        SEC_ERROR_BUSY; initialising fails until it is released, then works
//   kForever     the same, and NSS can never be initialised again in the process. A certificate
//                from CERT_CreateCertificate is memory only, which its count does not tell;
//                HeldCertificates() (certificate_census.h) does
//
// A count below 0 means that a release was gated and the call that obtained the object was not: a
// hole in the host's shim, which hides as many leaks of that kind.
//
// Tracing costs about 3 us and an allocation for each reference, and takes a lock: not from
// signal handlers while it is on. Objects obtained before it was switched on are unknown to it,
// and their release is no error. NSS counts references and does not say which one a release gives
// up, so each place that obtained an object since it was last free is named, up to 8 of them. A
// function that called NSS last, and so was left by a jump, is not on the stack.
//
// Thread rule: any thread. In a forked child every answer is empty.
// How it fails: it does not.

#ifndef NSS_GLUE_REFERENCE_REPORT_H_
#define NSS_GLUE_REFERENCE_REPORT_H_

#include <stdint.h>

#include <string>
#include <vector>

#include "nss_glue/references.h"
#include "shutdown/export.h"
#include "shutdown/gate.h"

namespace psm {

enum class ReferencePins { kWhenUsed, kBusy, kForever };

struct OutstandingReferences {
  ReferenceKind kind;
  const char* type;  // as NSS names it; static storage
  ReferencePins pins;
  int64_t count;  // not 0
};

// One object that is still referenced.
struct ReferenceSite {
  ReferenceKind kind;
  const char* type;
  const void* object;
  int64_t count;
  ProfileGeneration generation;  // in which it was first obtained
  // The stack of each place that obtained it; innermost frame first.
  std::vector<std::vector<std::string>> obtained_at;
};

class PSM_EXPORT References {
 public:
  static std::vector<OutstandingReferences> Outstanding();

  // Something is outstanding that NSS_Shutdown surely fails over: kBusy, or kForever.
  static bool PinNss();

  // The counts above 0; "" for none.
  static std::string Describe();

  // Off at first. Switching it off forgets what was traced.
  static void TraceSites(bool on);

  // Oldest generation first; empty unless tracing is on.
  static std::vector<ReferenceSite> Sites();

  static const char* TypeName(ReferenceKind kind);
  static ReferencePins Pins(ReferenceKind kind);
};

}  // namespace psm

#endif  // NSS_GLUE_REFERENCE_REPORT_H_
