#include "tools/profile_switch_runner/raw_nss.h"

#include <utility>

#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"

namespace psm::runner {

struct RawReference::Held {
  UniqueSlot slot;
  UniqueSymKey symmetric_key;
  UniquePrivateKey private_key;
  UniqueContext context;
  UniqueCertificate certificate;
};

absl::string_view RawKindName(RawKind kind) {
  constexpr absl::string_view kNames[kRawKinds] = {"key slot",    "crypto slot",    "symmetric key",
                                                   "private key", "digest context", "certificate"};
  return kNames[static_cast<int>(kind)];
}

absl::StatusOr<RawReference> RawReference::Take(const PreventionLock& /*lock*/, RawKind kind,
                                                const std::string& nickname) {
  auto held = std::make_unique<Held>();
  bool taken = false;
  switch (kind) {
    case RawKind::kKeySlot:
      held->slot.reset(nss::PK11_GetInternalKeySlot());
      taken = held->slot != nullptr;
      break;
    case RawKind::kCryptoSlot:
      held->slot.reset(nss::PK11_GetInternalSlot());
      taken = held->slot != nullptr;
      break;
    case RawKind::kSymmetricKey: {
      UniqueSlot slot(nss::PK11_GetInternalSlot());
      if (slot != nullptr) {
        held->symmetric_key.reset(
            nss::PK11_KeyGen(slot.get(), CKM_AES_KEY_GEN, nullptr, 32, nullptr));
      }
      taken = held->symmetric_key != nullptr;
      break;
    }
    case RawKind::kPrivateKey: {
      UniqueCertificate certificate(nss::PK11_FindCertFromNickname(nickname.c_str(), nullptr));
      if (certificate != nullptr) {
        held->private_key.reset(nss::PK11_FindKeyByAnyCert(certificate.get(), nullptr));
      }
      taken = held->private_key != nullptr;
      break;
    }
    case RawKind::kDigestContext:
      held->context.reset(nss::PK11_CreateDigestContext(SEC_OID_SHA256));
      taken = held->context != nullptr;
      break;
    case RawKind::kCertificate:
      held->certificate.reset(nss::PK11_FindCertFromNickname(nickname.c_str(), nullptr));
      taken = held->certificate != nullptr;
      break;
  }
  if (!taken) return NssError("take a raw reference", RawKindName(kind));
  return RawReference(std::move(held));
}

RawReference::RawReference(std::unique_ptr<Held> held) : held_(std::move(held)) {}
RawReference::RawReference(RawReference&& other) noexcept = default;
RawReference& RawReference::operator=(RawReference&& other) noexcept = default;
RawReference::~RawReference() = default;

}  // namespace psm::runner
