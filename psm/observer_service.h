// ObserverService: how a host tells this library, and anybody else, that the profile changes.
//
// A notification is a topic and a ProfileChange. Those interested add a callback for a topic; who
// drives the change (psm/profile_events.h) sends the topics in order. The library ships an
// ObserverService; a host that has one already implements this interface on top of it.
//
// Guarantees of MakeObserverService(), to be kept by any other implementation:
//   1. Callbacks of a topic run in the order they were added, on the thread that calls Notify().
//   2. They run with no lock held: they may add and remove observers, and call Notify() again.
//   3. An observer added during a notification is not part of it; one removed during it and not
//      yet called is not called.
//   4. Once ~Subscription has returned, the callback is not running and never runs again, and it
//      and what it captured are gone. See Subscription for the two exceptions.
//
// Thread rule: every call here may be made on any thread, except that a ProfileChange and a
// Subscription each belong to one thread at a time. Two threads that notify one topic at the same
// time run its callbacks concurrently.
//
// Example:
//   std::unique_ptr<ObserverService> service = MakeObserverService();
//   Subscription s = service->AddObserver(
//       kProfileChangeTeardown, [&](absl::string_view, ProfileChange& change) {
//         if (prompt_is_up) change.Veto("a password prompt is up").IgnoreError();
//       });

#ifndef PSM_OBSERVER_SERVICE_H_
#define PSM_OBSERVER_SERVICE_H_

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "shutdown/export.h"
#include "shutdown/mutex.h"

namespace psm {

// Gecko's topics, in the order in which a change of profile sends them.
inline constexpr char kProfileApproveChange[] = "profile-approve-change";
inline constexpr char kProfileChangeNetTeardown[] = "profile-change-net-teardown";
inline constexpr char kProfileChangeTeardown[] = "profile-change-teardown";
inline constexpr char kProfileChangeTeardownVeto[] = "profile-change-teardown-veto";
inline constexpr char kProfileBeforeChange[] = "profile-before-change";
inline constexpr char kProfileDoChange[] = "profile-do-change";
inline constexpr char kProfileAfterChange[] = "profile-after-change";
inline constexpr char kProfileChangeNetRestore[] = "profile-change-net-restore";
inline constexpr char kXpcomShutdown[] = "xpcom-shutdown";

// What is passed along from the first topic of a change to its last.
class PSM_EXPORT ProfileChange {
 public:
  enum class Kind { kSwitch, kStartup, kShutdown };

  // `target_dir` is the folder of the profile to come; empty at shutdown.
  ProfileChange(Kind kind, absl::string_view target_dir);
  ProfileChange(const ProfileChange&) = delete;
  ProfileChange& operator=(const ProfileChange&) = delete;

  Kind kind() const { return kind_; }
  absl::string_view kind_name() const;  // "switch", "startup" or "shutdown"
  const std::string& target_dir() const { return target_dir_; }

  // Refuses the change. The first reason stands. FailedPrecondition, and nothing is noted, outside
  // profile-approve-change and profile-change-teardown, and always at shutdown.
  [[nodiscard]] absl::Status Veto(absl::string_view reason);
  bool vetoed() const { return vetoed_; }
  const std::string& reason() const { return reason_; }

  // Says that this observer could not do its part (Gecko's ChangeFailed). The first failure
  // stands, prefixed by the topic it came in; an OK status is ignored.
  void Fail(const absl::Status& status);
  const absl::Status& status() const { return status_; }

  // For whoever drives the change: call it before each Notify().
  void EnterPhase(absl::string_view topic) { topic_ = std::string(topic); }

 private:
  const Kind kind_;
  const std::string target_dir_;
  std::string topic_;
  bool vetoed_ = false;
  std::string reason_;
  absl::Status status_;
};

// Owns one registration; removes it when destroyed. It may outlive the service.
//
// Removal waits while the callback runs on another thread: as long as that run lasts and no
// longer, so never destroy a Subscription while holding a lock that its callback takes. It does
// not wait, and the run under way ends later, when
//   - the callback removes itself, on the thread it runs on; or
//   - waiting would never end, because this thread is inside a callback that the other thread is
//     itself waiting to remove.
class PSM_EXPORT Subscription {
 public:
  Subscription() = default;
  // For those who implement a service; `remove` is called once.
  explicit Subscription(std::function<void()> remove) : remove_(std::move(remove)) {}
  Subscription(Subscription&& other) noexcept;
  Subscription& operator=(Subscription&& other) noexcept;
  ~Subscription() { Remove(); }

  void Remove();
  bool active() const { return remove_ != nullptr; }

 private:
  std::function<void()> remove_;
};

class PSM_EXPORT ObserverService {
 public:
  using Callback = std::function<void(absl::string_view topic, ProfileChange& change)>;

  virtual ~ObserverService() = default;
  [[nodiscard]] virtual Subscription AddObserver(absl::string_view topic, Callback callback) = 0;
  virtual void Notify(absl::string_view topic, ProfileChange& change) = 0;
};

PSM_EXPORT std::unique_ptr<ObserverService> MakeObserverService();

// The part of guarantee 4 that is hard to get right, for those who implement a service: derive the
// thing that holds the callback, call it through Run(), and let the Subscription call Remove().
// The caller of Run() keeps the object alive meanwhile.
class PSM_EXPORT Registration {
 public:
  Registration() = default;
  Registration(const Registration&) = delete;
  Registration& operator=(const Registration&) = delete;
  virtual ~Registration() = default;

  // Does nothing once Remove() has been called.
  void Run(absl::FunctionRef<void()> call) PSM_EXCLUDES(mu_);
  // Waits as described at Subscription. Call it once.
  void Remove() PSM_EXCLUDES(mu_);

 private:
  // Called by Remove(), with no lock held, if nobody runs the callback any more.
  virtual void DropCallback() = 0;

  void Leave() PSM_EXCLUDES(mu_);
  bool IsInside(std::thread::id thread) const PSM_REQUIRES(mu_);
  bool AnotherIsInside(std::thread::id self) const PSM_REQUIRES(mu_);
  bool WaitsInTheEndFor(std::thread::id thread) const PSM_REQUIRES(mu_);

  static Mutex mu_;  // one for all, so that a circle of waits can be seen
  std::vector<std::thread::id> inside_ PSM_GUARDED_BY(mu_);
  bool removed_ PSM_GUARDED_BY(mu_) = false;
};

// The registrations of one service, oldest first.
template <typename T>
class RegistrationList {
 public:
  [[nodiscard]] Subscription Add(std::shared_ptr<T> registration) {
    MutexLock lock(&held_->mu);
    held_->registrations.push_back(registration);
    return Subscription([held = std::weak_ptr<Held>(held_), registration] {
      if (auto live = held.lock()) {
        MutexLock lock(&live->mu);
        auto& all = live->registrations;
        all.erase(std::find(all.begin(), all.end(), registration));
      }
      registration->Remove();
    });
  }

  std::vector<std::shared_ptr<T>> Snapshot() const {
    MutexLock lock(&held_->mu);
    return held_->registrations;
  }

 private:
  struct Held {
    Mutex mu;
    std::vector<std::shared_ptr<T>> registrations PSM_GUARDED_BY(mu);
  };
  const std::shared_ptr<Held> held_ = std::make_shared<Held>();
};

}  // namespace psm

#endif  // PSM_OBSERVER_SERVICE_H_
