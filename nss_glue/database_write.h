// DatabaseWrite: one change of the open profile's databases, from the first look to the moment when
// it would survive a power cut.
//
//   absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(lock, "change trust");
//   if (!write.ok()) return write.status();
//   ... look ...
//   absl::Status announced = write->Announce(intent);   // or AnnounceOne()
//   if (!announced.ok()) return announced;
//   if (nss::CERT_ChangeCertTrust(...) != SECSuccess) return write->Explain(NssError(...));
//   return write->Commit();
//
// Begin, one at a time over all threads (NSS makes a second writer poll SQLite with sleeps of up to
// a second between), looks whether the next write would go where it should:
//   - cert9.db and key4.db are the files that NSS opened, by device and inode. NSS would write into
//     a file that was unlinked, or make an empty one in its place and then spin for hours;
//   - no other process holds a lock on them. NSS retries BEGIN for ever. A lock that is taken after
//     this look still stalls NSS, inside: there is no way to call that off. Later writers time out
//     here, and the stall is told; a drain names the holder;
//   - there is room: 1 MiB at least.
// Then it finishes what an earlier operation left pending (intent_journal.h). One that can never be
// finished (it fails with what no later time will change) is given up, and told. A migration from
// dbm is never given up, and nothing is written before it is finished.
//
// Commit syncs the folder. NSS syncs the files, but not the removal of SQLite's journal: until the
// next sync of the folder a power cut brings the journal back, and SQLite rolls the change back.
// An operation that failed and undid what it had begun commits that, too. Where it could not, the
// intent stays pending.
//
// The profile's files are held open by read-only descriptors of ours from Attach to Detach: POSIX
// asks for the locks of a file through a descriptor, and closing one drops NSS's locks (SQLite,
// "How To Corrupt", 2.2), so they are closed only when NSS has closed its own.
//
// Thread rule: Begin on any thread, inside the gate; a DatabaseWrite belongs to its thread. Attach
// and Detach: the owner, drained.
// How it fails
//   FailedPrecondition  a file is not the one that was opened, by path; nothing is attached
//   NotFound            a file is gone, by path
//   PermissionDenied    the profile is open read-only (SEC_ERROR_READ_ONLY)
//   ResourceExhausted   the disk is full, by path
//   Unavailable         locked by another process (its pid, if it has one here), or another write
//                       of this process (its name) has not ended, for `deadline` each, or when a
//                       drain began
//   Unauthenticated     a migration from dbm waits for a log-in
//   anything else       FileError of the journal or the sync; what settling said
// Source: measured, docs/profile.md.

#ifndef NSS_GLUE_DATABASE_WRITE_H_
#define NSS_GLUE_DATABASE_WRITE_H_

#include <functional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "nss_glue/intent_journal.h"
#include "nss_glue/profile_dir.h"
#include "nss_glue/profile_record.h"
#include "shutdown/prevention_lock.h"

namespace psm {

// The turn of a writer: what a DatabaseWrite holds, and whoever must keep writers out without
// being one (a backup). Any thread, in the gate or not; a drain ends a wait of half a second.
class WriteTurn {
 public:
  // Once for each wait over half a second: what waits, and for whom.
  using OnStall = std::function<void(const std::string&)>;

  // Unavailable after `deadline`.
  static absl::StatusOr<WriteTurn> Take(const std::string& operation, absl::Duration deadline,
                                        const OnStall& on_stall = nullptr);
  WriteTurn(WriteTurn&& other) noexcept : mine_(std::exchange(other.mine_, false)) {}
  WriteTurn& operator=(WriteTurn&&) = delete;
  ~WriteTurn();

 private:
  WriteTurn() = default;

  bool mine_ = true;
};

class DatabaseWrite {
 public:
  // Makes an intent true, or leaves nothing of it. Unauthenticated: it has to wait for a log-in.
  // Called in a write.
  using Settler = std::function<absl::Status(const PreventionLock&, const Intent&)>;

  struct Options {
    absl::Duration deadline = absl::Seconds(10);
    WriteTurn::OnStall on_stall;
    Settler settle;
    std::function<void(const std::string&)> on_settled;  // what was finished, or given up
  };

  // NSS has the profile open.
  static absl::Status Attach(const ProfileDir& dir, const ProfileRecord& record, bool writable,
                             Options options);
  // NSS has closed it.
  static void Detach();

  static absl::StatusOr<DatabaseWrite> Begin(const PreventionLock& lock,
                                             absl::string_view operation);
  DatabaseWrite(DatabaseWrite&& other) noexcept
      : turn_(std::move(other.turn_)),
        operation_(std::move(other.operation_)),
        intent_(std::exchange(other.intent_, 0)) {}
  DatabaseWrite& operator=(DatabaseWrite&&) = delete;
  ~DatabaseWrite();

  // Once, before NSS's first transaction: of several, or of a single one.
  [[nodiscard]] absl::Status Announce(const Intent& intent);
  enum class One { kAdds, kRemoves, kChanges };
  [[nodiscard]] absl::Status AnnounceOne(One one);

  // What the databases hold now is to last.
  [[nodiscard]] absl::Status Commit();
  // The same for an operation whose intent is to undo it.
  [[nodiscard]] absl::Status CommitUndoable();

  // `why`, or the better reason that the disk or the files give.
  absl::Status Explain(absl::Status why) const;

  // For whoever was to be told what was settled.
  static void Note(const std::string& note);

  // Finishes what an earlier operation left pending; those that need a log-in wait for it. Does not
  // wait for a write that goes on where nothing was left. Any thread, inside the gate.
  static absl::Status SettlePending(const PreventionLock& lock);

 private:
  DatabaseWrite(WriteTurn turn, absl::string_view operation)
      : turn_(std::move(turn)), operation_(operation) {}
  static absl::StatusOr<DatabaseWrite> Start(const PreventionLock& lock,
                                             absl::string_view operation, bool only_to_settle);
  absl::Status Settle(const PreventionLock& lock, bool only_to_settle);
  absl::Status Lower();

  WriteTurn turn_;
  std::string operation_;
  uint64_t intent_ = 0;  // 0: none
};

}  // namespace psm

#endif  // NSS_GLUE_DATABASE_WRITE_H_
