#include "nss_glue/database_write.h"

#include <errno.h>
#include <fcntl.h>
#include <secerr.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "nss_glue/file.h"
#include "shutdown/clock.h"
#include "shutdown/gate.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

constexpr std::array<const char*, 2> kNames = {"/cert9.db", "/key4.db"};
constexpr absl::Duration kStall = absl::Milliseconds(500);
constexpr timespec kPause = {0, 2 * 1000 * 1000};  // 2 ms
// SQLite's lock bytes (os.h): PENDING, RESERVED, and 510 of SHARED.
constexpr off_t kLockStart = 0x40000000;
constexpr off_t kLockBytes = 512;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_ = -1;
};

struct File {
  std::string path;
  Descriptor fd;
  struct stat info = {};
};

struct Attached {
  std::string folder;
  Descriptor folder_fd;
  std::array<File, 2> files;
  std::optional<IntentJournal> journal;  // none: read-only
  // Something may be pending that no DatabaseWrite of now has announced. Set in a writer's turn.
  std::atomic<bool> left_over{false};
  ProfileRecord record;
  bool lowered = false;  // the record says less than there is
  DatabaseWrite::Options options;
};

// Set and cleared by the owner while the gate is drained; used inside the gate.
std::unique_ptr<Attached>& TheAttached() {
  static auto* const attached = new std::unique_ptr<Attached>;
  return *attached;
}

// One writer at a time.
struct Turns {
  Mutex mu;
  CondVar freed;
  bool taken PSM_GUARDED_BY(mu) = false;
  std::string holder PSM_GUARDED_BY(mu);
};
Turns& TheTurns() {
  static auto* const turns = new Turns;
  return *turns;
}

// A wait with a deadline that tells once when it is long. A drain that began ends it then, and so
// the owner, who settles what is pending while it is drained, waits no longer than that.
class Wait {
 public:
  Wait(const std::string& operation, absl::Duration deadline, const WriteTurn::OnStall& on_stall)
      : operation_(operation), deadline_(deadline), on_stall_(on_stall), start_(MonotonicNow()) {}

  absl::Duration waited() const { return MonotonicNow() - start_; }
  absl::Duration left() const { return deadline_ - waited(); }

  // False: give up. `why` is what it waits for.
  bool Goes(const std::string& why) {
    if (waited() < kStall) return left() > absl::ZeroDuration();
    if (!told_ && on_stall_) on_stall_(Describe(why));
    told_ = true;
    return left() > absl::ZeroDuration() && !GateIsClosing();
  }
  std::string Describe(const std::string& why) const {
    return absl::StrCat(operation_, ": waited ", absl::FormatDuration(waited()), " for ", why);
  }

 private:
  const std::string& operation_;
  const absl::Duration deadline_;
  const WriteTurn::OnStall& on_stall_;
  const absl::Duration start_;
  bool told_ = false;
};

bool SameFile(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

absl::Status CheckIdentity(const Attached& attached, absl::string_view operation) {
  for (const File& file : attached.files) {
    struct stat now;
    if (stat(file.path.c_str(), &now) != 0) return FileError(errno, operation, file.path);
    if (!SameFile(now, file.info)) {
      return absl::FailedPreconditionError(absl::StrCat(
          operation, ": this is not the file that was opened, it was replaced: ", file.path));
    }
  }
  return absl::OkStatus();
}

// Who holds a lock on the file, or "". Locks of this process never show.
absl::StatusOr<std::string> LockHolder(const File& file) {
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = kLockStart;
  lock.l_len = kLockBytes;
  if (fcntl(file.fd.get(), F_GETLK, &lock) != 0) {
    return FileError(errno, "look for locks", file.path);
  }
  if (lock.l_type == F_UNLCK) return "";
  // 0 in another pid namespace, -1 where the lock is an open file description's.
  return lock.l_pid > 0 ? absl::StrCat("process ", lock.l_pid) : "a process without a pid here";
}

absl::Status WaitForOtherProcesses(const Attached& attached, const std::string& operation) {
  Wait wait(operation, attached.options.deadline, attached.options.on_stall);
  for (const File& file : attached.files) {
    for (;;) {
      absl::StatusOr<std::string> holder = LockHolder(file);
      if (!holder.ok()) return holder.status();
      if (holder->empty()) break;
      const std::string why = absl::StrCat(*holder, ", which has locked ", file.path);
      if (!wait.Goes(why)) return absl::UnavailableError(wait.Describe(why));
      nanosleep(&kPause, nullptr);
    }
  }
  return absl::OkStatus();
}

// Failures of the moment.
bool MayPass(const absl::Status& status) {
  return absl::IsResourceExhausted(status) || absl::IsUnavailable(status) ||
         absl::IsPermissionDenied(status) || absl::IsDeadlineExceeded(status) ||
         absl::IsInternal(status);
}

}  // namespace

absl::StatusOr<WriteTurn> WriteTurn::Take(const std::string& operation, absl::Duration deadline,
                                          const OnStall& on_stall) {
  Turns& turns = TheTurns();
  Wait wait(operation, deadline, on_stall);
  for (;;) {
    std::string why;
    {
      MutexLock hold(&turns.mu);
      if (turns.taken) turns.freed.WaitFor(&turns.mu, std::min(wait.left(), kStall));
      if (!turns.taken) {
        turns.taken = true;
        turns.holder = operation;
        return WriteTurn();
      }
      why = absl::StrCat("another write of this process, \"", turns.holder,
                         "\", which has not ended");
    }
    if (!wait.Goes(why)) return absl::UnavailableError(wait.Describe(why));
  }
}

WriteTurn::~WriteTurn() {
  if (!mine_) return;
  Turns& turns = TheTurns();
  MutexLock hold(&turns.mu);
  turns.taken = false;
  turns.freed.NotifyAll();
}

absl::Status DatabaseWrite::Attach(const ProfileDir& dir, const ProfileRecord& record,
                                   bool writable, Options options) {
  constexpr char kOperation[] = "attach the profile";
  Detach();
  auto attached = std::make_unique<Attached>();
  attached->folder = dir.path;
  attached->record = record;
  attached->options = std::move(options);
  attached->folder_fd = Descriptor(open(dir.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (attached->folder_fd.get() < 0) return FileError(errno, kOperation, dir.path);
  // From here on they may be closed only after NSS's own: so they are kept whatever fails.
  absl::Status status;
  for (size_t i = 0; i < kNames.size(); ++i) {
    File& file = attached->files[i];
    file.path = dir.path + kNames[i];
    file.fd = Descriptor(open(file.path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.fd.get() < 0 && errno == ENOENT && dir.legacy && !writable) continue;
    if (file.fd.get() < 0 || fstat(file.fd.get(), &file.info) != 0) {
      status.Update(FileError(errno, kOperation, file.path));
    }
  }
  if (status.ok() && writable) {
    absl::StatusOr<IntentJournal> journal = IntentJournal::Open(dir.path);
    status.Update(journal.status());
    if (journal.ok()) {
      attached->left_over = !journal->pending().empty();
      attached->journal = *std::move(journal);
    }
  }
  TheAttached() = std::move(attached);
  return status;
}

void DatabaseWrite::Detach() { TheAttached().reset(); }

absl::StatusOr<DatabaseWrite> DatabaseWrite::Begin(const PreventionLock& lock,
                                                   absl::string_view operation) {
  return Start(lock, operation, /*only_to_settle=*/false);
}

absl::StatusOr<DatabaseWrite> DatabaseWrite::Start(const PreventionLock& lock,
                                                   absl::string_view operation,
                                                   bool only_to_settle) {
  const Attached* attached = TheAttached().get();
  if (attached == nullptr) {
    return absl::FailedPreconditionError(absl::StrCat(operation, ": no profile is open"));
  }
  if (!attached->journal.has_value()) {
    return NssErrorFor(SEC_ERROR_READ_ONLY, operation, attached->folder);
  }
  const std::string name(operation);
  absl::StatusOr<WriteTurn> turn =
      WriteTurn::Take(name, attached->options.deadline, attached->options.on_stall);
  if (!turn.ok()) return turn.status();
  DatabaseWrite write(*std::move(turn), operation);
  absl::Status ready = CheckIdentity(*attached, operation);
  if (ready.ok()) ready = WaitForOtherProcesses(*attached, name);
  if (ready.ok()) ready = CheckRoom(attached->folder, operation);
  if (ready.ok()) ready = write.Settle(lock, only_to_settle);
  if (!ready.ok()) return ready;
  return write;
}

// Whatever is removed, the record must not say later that it was there.
absl::Status DatabaseWrite::Lower() {
  Attached* attached = TheAttached().get();
  if (attached->lowered) return absl::OkStatus();
  ProfileRecord lower = attached->record;
  lower.has_certificates = lower.has_keys = false;
  absl::Status written =
      lower == attached->record ? absl::OkStatus() : lower.Write(attached->folder);
  attached->lowered = written.ok();
  return written;
}

absl::Status DatabaseWrite::Announce(const Intent& intent) {
  absl::Status lowered = intent.kind == IntentKind::kRemove ? Lower() : absl::OkStatus();
  if (!lowered.ok()) return lowered;
  absl::StatusOr<uint64_t> id = TheAttached()->journal->Begin(intent);
  if (!id.ok()) return id.status();
  intent_ = *id;
  return absl::OkStatus();
}

absl::Status DatabaseWrite::AnnounceOne(One one) {
  absl::Status lowered = one == One::kRemoves ? Lower() : absl::OkStatus();
  if (!lowered.ok()) return lowered;
  return TheAttached()->journal->Settle();
}

absl::Status DatabaseWrite::Commit() {
  Attached* attached = TheAttached().get();
  if (fsync(attached->folder_fd.get()) != 0) {
    return FileError(errno, absl::StrCat(operation_, ": done, but it may not outlive a power cut"),
                     attached->folder);
  }
  if (intent_ == 0) return absl::OkStatus();
  absl::Status ended = attached->journal->End(intent_);
  if (ended.ok()) intent_ = 0;
  return ended;
}

absl::Status DatabaseWrite::CommitUndoable() {
  absl::Status status = Commit();
  return status.ok() ? TheAttached()->journal->Settle() : status;
}

absl::Status DatabaseWrite::Explain(absl::Status why) const {
  const Attached* attached = TheAttached().get();
  absl::Status better = CheckIdentity(*attached, operation_);
  if (better.ok()) better = CheckRoom(attached->folder, operation_);
  if (better.ok()) return why;
  absl::Status both(better.code(), absl::StrCat(better.message(), "; ", why.message()));
  why.ForEachPayload([&both](absl::string_view type, const absl::Cord& payload) {
    both.SetPayload(type, payload);
  });
  return both;
}

DatabaseWrite::~DatabaseWrite() {
  if (intent_ != 0) TheAttached()->left_over = true;  // it failed half-way
}

absl::Status DatabaseWrite::Settle(const PreventionLock& lock, bool only_to_settle) {
  Attached* attached = TheAttached().get();
  const std::vector<PendingIntent> pending = attached->journal->pending();
  for (const PendingIntent& p : pending) {
    absl::Status settled = attached->options.settle(lock, p.intent);
    const bool migrates = p.intent.kind == IntentKind::kMigrate;
    const bool is_told = !migrates && p.intent.kind != IntentKind::kCreate;
    if (absl::IsUnauthenticated(settled) && (!migrates || only_to_settle)) continue;
    if (!settled.ok() && (migrates || MayPass(settled))) {
      return WithMessage(
          settled, absl::StrCat(operation_, ": first, what was cut off could not be finished: ",
                                settled.message()));
    }
    if (attached->options.on_settled && is_told) {
      attached->options.on_settled(absl::StrCat(
          "an operation that was cut off (", IntentKindName(p.intent.kind), ") ",
          settled.ok() ? "was finished" : absl::StrCat("was given up: ", settled.ToString())));
    }
    if (fsync(attached->folder_fd.get()) != 0) {
      return FileError(errno, operation_, attached->folder);
    }
    absl::Status ended = attached->journal->End(p.id);
    if (!ended.ok()) return ended;
  }
  attached->left_over = !attached->journal->pending().empty();
  return absl::OkStatus();
}

void DatabaseWrite::Note(const std::string& note) {
  const Attached* attached = TheAttached().get();
  if (attached != nullptr && attached->options.on_settled) attached->options.on_settled(note);
}

absl::Status DatabaseWrite::SettlePending(const PreventionLock& lock) {
  const Attached* attached = TheAttached().get();
  if (attached == nullptr || !attached->left_over) return absl::OkStatus();
  return Start(lock, "finish what was cut off", /*only_to_settle=*/true).status();
}

}  // namespace psm
