// ExamineProfile: opens a profile as its host would after a crash, and checks by use that it
// holds what its ledger says: keys sign and the stored public key agrees, blobs and AES keys
// open, the password logs in, trust is read and decides. Then that nothing is there by half, that
// both databases are sound, and that the profile can be written.
//
//   std::vector<Finding> found = ExamineProfile(manager, "/tmp/p0", &ledger);
//
// What was in flight may have happened or not; the ledger then says which it was.
//
//   verdict       what was found
//   kLost         something acknowledged is missing, does not work, or is back after its deletion
//   kHalfMade     half of a pair, a key without id or label, a certificate without the trust it
//                 was imported with, trust without a certificate, one deleted without its pair
//   kTrustLost    a certificate has trust that it was never given
//   kCorrupt      SQLite's integrity_check
//   kCannotOpen   the profile does not open or close
//   kCannotWrite  it is read-only, or a certificate cannot be imported and deleted
//   kCrashed      the process that opened it crashed or hung (roles.h)
//
// Thread rule: the manager's owner. No profile is open before and after, unless closing failed.

#ifndef TESTS_CRASH_EXAMINATION_H_
#define TESTS_CRASH_EXAMINATION_H_

#include <string>
#include <vector>

#include "psm/security_manager.h"
#include "tests/crash/ledger.h"

namespace psm::crash {

enum class Verdict { kLost, kHalfMade, kTrustLost, kCorrupt, kCannotOpen, kCannotWrite, kCrashed };

struct Finding {
  Verdict verdict;
  std::string what;
};

inline constexpr Verdict kVerdicts[] = {
    Verdict::kLost,       Verdict::kHalfMade,    Verdict::kTrustLost, Verdict::kCorrupt,
    Verdict::kCannotOpen, Verdict::kCannotWrite, Verdict::kCrashed};

const char* VerdictName(Verdict verdict);

std::vector<Finding> ExamineProfile(SecurityManager* manager, const std::string& directory,
                                    ProfileLedger* ledger);

}  // namespace psm::crash

#endif  // TESTS_CRASH_EXAMINATION_H_
