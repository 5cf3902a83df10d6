// The little of X.690 that reading a PKCS#12 file needs: BER made DER, and DER taken apart.
//
//   absl::optional<std::string> der = BerToDer(bytes, /*max_depth=*/32);
//   DerReader outer(*der);
//   DerReader sequence(outer.Take(kDerSequence));
//   const absl::string_view oid = sequence.Take(kDerOid);
//   if (!sequence.ok() || !outer.AtEnd()) return Malformed();
//
// Every length is checked against what is there before anything is done with it. Tags have one
// byte.
//
// Thread rule: as std::string.

#ifndef PSM_DER_H_
#define PSM_DER_H_

#include <stddef.h>
#include <stdint.h>

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace psm {

using DerTag = unsigned char;
constexpr DerTag kDerInteger = 0x02;
constexpr DerTag kDerOctetString = 0x04;
constexpr DerTag kDerNull = 0x05;
constexpr DerTag kDerOid = 0x06;
constexpr DerTag kDerBmpString = 0x1E;
constexpr DerTag kDerSequence = 0x30;
constexpr DerTag kDerSet = 0x31;
constexpr DerTag kDerContext0 = 0x80;             // [0] IMPLICIT of a primitive type
constexpr DerTag kDerConstructedContext0 = 0xA0;  // [0] EXPLICIT, or IMPLICIT of a constructed type

// Indefinite lengths become definite ones, octet strings in parts become one. Empty unless `ber`
// begins with one complete element; what follows it is left out. The bytes may be secret, so the
// result is never reallocated.
absl::optional<std::string> BerToDer(absl::string_view ber, int max_depth);

// Reads elements one after the other. After a failure it is at its end and gives only empty ones.
class DerReader {
 public:
  explicit DerReader(absl::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return rest_.empty(); }
  bool NextIs(DerTag tag) const { return !rest_.empty() && static_cast<DerTag>(rest_[0]) == tag; }

  // The content of the next element, which has to have this tag.
  absl::string_view Take(DerTag tag);
  // The next element, whatever it is, with its tag and length.
  absl::string_view TakeElement();
  // A number from 0 to 2^31-1; -1 is a failure too.
  int64_t TakeNumber();

 private:
  absl::string_view Fail();

  absl::string_view rest_;
  bool ok_ = true;
};

}  // namespace psm

#endif  // PSM_DER_H_
