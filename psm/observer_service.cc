#include "psm/observer_service.h"

#include <map>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "nss_glue/error.h"

namespace psm {

ProfileChange::ProfileChange(Kind kind, absl::string_view target_dir)
    : kind_(kind), target_dir_(target_dir) {}

absl::string_view ProfileChange::kind_name() const {
  switch (kind_) {
    case Kind::kSwitch:
      return "switch";
    case Kind::kStartup:
      return "startup";
    case Kind::kShutdown:
      return "shutdown";
  }
  return "unknown";
}

absl::Status ProfileChange::Veto(absl::string_view reason) {
  if (kind_ == Kind::kShutdown) {
    return absl::FailedPreconditionError("shutdown cannot be vetoed");
  }
  if (topic_ != kProfileApproveChange && topic_ != kProfileChangeTeardown) {
    return absl::FailedPreconditionError(absl::StrCat("a change of profile cannot be vetoed in ",
                                                      topic_.empty() ? "no phase" : topic_));
  }
  if (!vetoed_) {
    vetoed_ = true;
    reason_ = std::string(reason);
  }
  return absl::OkStatus();
}

void ProfileChange::Fail(const absl::Status& status) {
  if (status.ok() || !status_.ok()) return;
  status_ = WithMessage(status, absl::StrCat(topic_, topic_.empty() ? "" : ": ", status.message()));
}

Subscription::Subscription(Subscription&& other) noexcept
    : remove_(std::exchange(other.remove_, nullptr)) {}

Subscription& Subscription::operator=(Subscription&& other) noexcept {
  if (this != &other) {
    Remove();
    remove_ = std::exchange(other.remove_, nullptr);
  }
  return *this;
}

void Subscription::Remove() {
  if (auto remove = std::exchange(remove_, nullptr)) remove();
}

namespace {

// Both outlive every static Subscription, hence leaked.
CondVar& SomebodyLeft() {
  static auto* condition = new CondVar;
  return *condition;
}

// Which thread waits in Remove() of which registration.
std::map<std::thread::id, const Registration*>& Waits() {
  static auto* waits = new std::map<std::thread::id, const Registration*>;
  return *waits;
}

}  // namespace

Mutex Registration::mu_;

void Registration::Run(absl::FunctionRef<void()> call) {
  {
    MutexLock lock(&mu_);
    if (removed_) return;
    inside_.push_back(std::this_thread::get_id());
  }
  absl::Cleanup leave = [this] { Leave(); };
  call();
}

void Registration::Leave() {
  MutexLock lock(&mu_);
  inside_.erase(std::find(inside_.begin(), inside_.end(), std::this_thread::get_id()));
  SomebodyLeft().NotifyAll();
}

void Registration::Remove() {
  const std::thread::id self = std::this_thread::get_id();
  {
    MutexLock lock(&mu_);
    removed_ = true;
    while (AnotherIsInside(self) && !WaitsInTheEndFor(self)) {
      Waits()[self] = this;
      SomebodyLeft().WaitFor(&mu_, absl::Seconds(1));
      Waits().erase(self);
    }
    // Otherwise the callback goes with this object, when the notification lets go of it.
    if (!inside_.empty()) return;
  }
  DropCallback();
}

bool Registration::IsInside(std::thread::id thread) const {
  return std::find(inside_.begin(), inside_.end(), thread) != inside_.end();
}

bool Registration::AnotherIsInside(std::thread::id self) const {
  return std::any_of(inside_.begin(), inside_.end(),
                     [self](std::thread::id thread) { return thread != self; });
}

// The waits form no circle: Remove() does not start the one that would close it. Only a thread that
// removes the callback it is in waits on a registration it is inside of; that edge is skipped.
bool Registration::WaitsInTheEndFor(std::thread::id thread) const {
  for (std::thread::id other : inside_) {
    const auto wait = Waits().find(other);
    if (wait == Waits().end() || wait->second == this) continue;
    if (wait->second->IsInside(thread) || wait->second->WaitsInTheEndFor(thread)) return true;
  }
  return false;
}

namespace {

class Observer : public Registration {
 public:
  Observer(absl::string_view topic, ObserverService::Callback callback)
      : topic_(topic), callback_(std::move(callback)) {}

  const std::string& topic() const { return topic_; }
  void Call(ProfileChange& change) {
    Run([&] { callback_(topic_, change); });
  }

 private:
  void DropCallback() override { callback_ = nullptr; }

  const std::string topic_;
  ObserverService::Callback callback_;
};

class ObserverServiceImpl : public ObserverService {
 public:
  Subscription AddObserver(absl::string_view topic, Callback callback) override {
    return observers_.Add(std::make_shared<Observer>(topic, std::move(callback)));
  }

  void Notify(absl::string_view topic, ProfileChange& change) override {
    for (const auto& observer : observers_.Snapshot()) {
      if (observer->topic() == topic) observer->Call(change);
    }
  }

 private:
  RegistrationList<Observer> observers_;
};

}  // namespace

std::unique_ptr<ObserverService> MakeObserverService() {
  return std::make_unique<ObserverServiceImpl>();
}

}  // namespace psm
