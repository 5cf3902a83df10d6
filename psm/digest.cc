#include "psm/digest.h"

#include <algorithm>
#include <utility>

#include "nss_glue/error.h"
#include "nss_glue/nss.h"
#include "nss_glue/tracked_types.h"
#include "psm/digest_oid.h"
#include "shutdown/prevention_lock.h"
#include "shutdown/tracked.h"

namespace psm {
namespace {

constexpr char kOperation[] = "compute a digest";
constexpr size_t kPieceBytes = size_t{1} << 30;  // NSS counts in unsigned int

absl::Status Finished() { return absl::FailedPreconditionError("the digest is finished"); }

}  // namespace

struct Digest::Impl {
  DigestAlgorithm algorithm;
  Tracked<PK11Context> context;
};

size_t DigestLength(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::kSha1:
      return 20;
    case DigestAlgorithm::kSha256:
      return 32;
    case DigestAlgorithm::kSha384:
      return 48;
    case DigestAlgorithm::kSha512:
      return 64;
  }
  return 0;
}

absl::StatusOr<std::string> ComputeDigest(DigestAlgorithm algorithm, absl::string_view data) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::ComputeDigest");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<Digest> digest = Digest::Create(algorithm);
  if (!digest.ok()) return digest.status();
  absl::Status status = digest->Update(data);
  if (!status.ok()) return status;
  return digest->Finish();
}

Digest::Digest(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Digest::Digest(Digest&& other) noexcept = default;
Digest& Digest::operator=(Digest&& other) noexcept = default;
Digest::~Digest() = default;

ProfileGeneration Digest::generation() const {
  return impl_ == nullptr ? 0 : impl_->context.generation();
}

absl::StatusOr<Digest> Digest::Create(DigestAlgorithm algorithm) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire("psm::Digest::Create");
  if (!lock.ok()) return lock.status();
  PK11Context* context = nss::PK11_CreateDigestContext(DigestOid(algorithm));
  if (context == nullptr) return NssError(kOperation);
  auto impl = std::make_unique<Impl>(Impl{algorithm, {*lock, context, "psm::Digest"}});
  if (nss::PK11_DigestBegin(context) != SECSuccess) return NssError(kOperation);
  return Digest(std::move(impl));
}

absl::Status Digest::Update(absl::string_view data) {
  if (impl_ == nullptr) return Finished();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::Digest::Update");
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

absl::StatusOr<std::string> Digest::Finish() {
  if (impl_ == nullptr) return Finished();
  absl::StatusOr<PreventionLock> lock =
      PreventionLock::AcquireFor(generation(), "psm::Digest::Finish");
  if (!lock.ok()) return lock.status();
  absl::StatusOr<PK11Context*> context = impl_->context.Get(*lock);
  if (!context.ok()) return context.status();
  const std::unique_ptr<Impl> done = std::move(impl_);
  std::string sum(DigestLength(done->algorithm), '\0');
  unsigned int length = 0;
  if (nss::PK11_DigestFinal(*context, reinterpret_cast<unsigned char*>(&sum[0]), &length,
                            static_cast<unsigned int>(sum.size())) != SECSuccess) {
    return NssError(kOperation);
  }
  sum.resize(length);
  return sum;
}

}  // namespace psm
