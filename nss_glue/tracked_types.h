// What Tracked<T> (shutdown/tracked.h) needs to know of each NSS type: its name in reports and its
// release.

#ifndef NSS_GLUE_TRACKED_TYPES_H_
#define NSS_GLUE_TRACKED_TYPES_H_

#include <cert.h>
#include <keyhi.h>
#include <pk11pub.h>

#include "nss_glue/scoped.h"
#include "shutdown/tracked.h"

namespace psm {

template <typename T, auto& kRelease>
struct NssTraits {
  static void Release(T* object) { kRelease(object); }
};

template <>
struct TrackedTraits<CERTCertificate> : NssTraits<CERTCertificate, nss::CERT_DestroyCertificate> {
  static constexpr char kType[] = "CERTCertificate";
};
template <>
struct TrackedTraits<SECKEYPrivateKey>
    : NssTraits<SECKEYPrivateKey, nss::SECKEY_DestroyPrivateKey> {
  static constexpr char kType[] = "SECKEYPrivateKey";
};
template <>
struct TrackedTraits<SECKEYPublicKey> : NssTraits<SECKEYPublicKey, nss::SECKEY_DestroyPublicKey> {
  static constexpr char kType[] = "SECKEYPublicKey";
};
template <>
struct TrackedTraits<PK11SymKey> : NssTraits<PK11SymKey, nss::PK11_FreeSymKey> {
  static constexpr char kType[] = "PK11SymKey";
};
template <>
struct TrackedTraits<PK11SlotInfo> : NssTraits<PK11SlotInfo, nss::PK11_FreeSlot> {
  static constexpr char kType[] = "PK11SlotInfo";
};
template <>
struct TrackedTraits<PK11Context> : NssTraits<PK11Context, nss_internal::DestroyContext> {
  static constexpr char kType[] = "PK11Context";
};

}  // namespace psm

#endif  // NSS_GLUE_TRACKED_TYPES_H_
