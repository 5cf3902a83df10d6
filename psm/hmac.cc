#include "psm/hmac.h"

#include <utility>

#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "nss_glue/tracked_types.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"

namespace psm {
namespace {

constexpr char kOperation[] = "compute an HMAC";
constexpr char kKeyOperation[] = "make an HMAC key";
constexpr size_t kPieceBytes = size_t{1} << 30;  // NSS counts in unsigned int

CK_MECHANISM_TYPE MechanismOf(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::kSha1:
      return CKM_SHA_1_HMAC;
    case DigestAlgorithm::kSha256:
      return CKM_SHA256_HMAC;
    case DigestAlgorithm::kSha384:
      return CKM_SHA384_HMAC;
    case DigestAlgorithm::kSha512:
      return CKM_SHA512_HMAC;
  }
  return CKM_INVALID_MECHANISM;
}

absl::Status Finished() { return absl::FailedPreconditionError("the HMAC is finished"); }
absl::Status MovedFrom() { return absl::FailedPreconditionError("the HMAC key was moved away"); }

bool EqualInConstantTime(absl::string_view a, absl::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

}  // namespace

struct Hmac::Impl {
  DigestAlgorithm algorithm;
  Tracked<PK11Context> context;
};

Hmac::Hmac(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Hmac::Hmac(Hmac&& other) noexcept = default;
Hmac& Hmac::operator=(Hmac&& other) noexcept = default;
Hmac::~Hmac() = default;

ProfileGeneration Hmac::generation() const {
  return impl_ == nullptr ? 0 : impl_->context.generation();
}

absl::Status Hmac::Update(absl::string_view data) {
  if (impl_ == nullptr) return Finished();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::Hmac::Update");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11Context*> context = impl_->context.Get(*lock);
  if (!context.ok()) return context.status();
  while (!data.empty()) {
    const absl::string_view piece = data.substr(0, kPieceBytes);
    if (nss::PK11_DigestOp(*context, reinterpret_cast<const unsigned char*>(piece.data()),
                           static_cast<unsigned int>(piece.size())) != SECSuccess) {
      absl::Status status = NssError(kOperation);
      impl_.reset();
      return status;
    }
    data.remove_prefix(piece.size());
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> Hmac::Finish() {
  if (impl_ == nullptr) return Finished();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::Hmac::Finish");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11Context*> context = impl_->context.Get(*lock);
  if (!context.ok()) return context.status();
  const std::unique_ptr<Impl> done = std::move(impl_);
  std::string mac(DigestLength(done->algorithm), '\0');
  unsigned int length = 0;
  if (nss::PK11_DigestFinal(*context, reinterpret_cast<unsigned char*>(&mac[0]), &length,
                            static_cast<unsigned int>(mac.size())) != SECSuccess) {
    return NssError(kOperation);
  }
  mac.resize(length);
  return mac;
}

struct HmacKey::Impl {
  DigestAlgorithm algorithm;
  Tracked<PK11SymKey> key;
};

HmacKey::HmacKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HmacKey::HmacKey(HmacKey&& other) noexcept = default;
HmacKey& HmacKey::operator=(HmacKey&& other) noexcept = default;
HmacKey::~HmacKey() = default;

ProfileGeneration HmacKey::generation() const {
  return impl_ == nullptr ? 0 : impl_->key.generation();
}

absl::StatusOr<HmacKey> HmacKey::Import(DigestAlgorithm algorithm, absl::string_view key) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::HmacKey::Import");
  if (!lock.ok()) return lock.status();
  // Softoken cannot hold a secret key of no bytes.
  if (key.empty()) return NssErrorFor(SEC_ERROR_INVALID_KEY, kKeyOperation);
  absl::StatusOr<SECItem> item = BorrowItem(key, kKeyOperation);
  if (!item.ok()) return item.status();
  UniqueSlot slot(nss::PK11_GetInternalSlot());
  if (slot == nullptr) return NssError(kKeyOperation);
  PK11SymKey* made = nss::PK11_ImportSymKey(slot.get(), MechanismOf(algorithm), PK11_OriginUnwrap,
                                            CKA_SIGN, &*item, nullptr);
  if (made == nullptr) return NssError(kKeyOperation);
  return HmacKey(std::make_unique<Impl>(Impl{algorithm, {*lock, made, "psm::HmacKey"}}));
}

absl::StatusOr<HmacKey> HmacKey::Generate(DigestAlgorithm algorithm) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::HmacKey::Generate");
  if (!lock.ok()) return lock.status();
  UniqueSlot slot(nss::PK11_GetInternalSlot());
  if (slot == nullptr) return NssError(kKeyOperation);
  PK11SymKey* made = nss::PK11_KeyGen(slot.get(), MechanismOf(algorithm), nullptr,
                                      static_cast<int>(DigestLength(algorithm)), nullptr);
  if (made == nullptr) return NssError(kKeyOperation);
  return HmacKey(std::make_unique<Impl>(Impl{algorithm, {*lock, made, "psm::HmacKey"}}));
}

absl::StatusOr<Hmac> HmacKey::Begin() const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::HmacKey::Begin");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11SymKey*> key = impl_->key.Get(*lock);
  if (!key.ok()) return key.status();
  SECItem no_parameter = {siBuffer, nullptr, 0};
  PK11Context* context =
      nss::PK11_CreateContextBySymKey(MechanismOf(impl_->algorithm), CKA_SIGN, *key, &no_parameter);
  if (context == nullptr) return NssError(kOperation);
  auto begun =
      std::make_unique<Hmac::Impl>(Hmac::Impl{impl_->algorithm, {*lock, context, "psm::Hmac"}});
  if (nss::PK11_DigestBegin(context) != SECSuccess) return NssError(kOperation);
  return Hmac(std::move(begun));
}

absl::StatusOr<std::string> HmacKey::Sign(absl::string_view data) const {
  if (impl_ == nullptr) return MovedFrom();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::HmacKey::Sign");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<Hmac> hmac = Begin();
  if (!hmac.ok()) return hmac.status();
  absl::Status status = hmac->Update(data);
  if (!status.ok()) return status;
  return hmac->Finish();
}

absl::Status HmacKey::Verify(absl::string_view data, absl::string_view mac) const {
  absl::StatusOr<std::string> expected = Sign(data);
  if (!expected.ok()) return expected.status();
  if (!EqualInConstantTime(*expected, mac)) {
    return NssErrorFor(SEC_ERROR_BAD_SIGNATURE, "verify an HMAC");
  }
  return absl::OkStatus();
}

}  // namespace psm
