#include "psm/token_password.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "nss_glue/database_write.h"
#include "nss_glue/error.h"
#include "nss_glue/newer_profile.h"
#include "nss_glue/nss.h"
#include "nss_glue/scoped.h"
#include "nss_glue/trust_objects.h"
#include "psm/migration.h"
#include "shutdown/mutex.h"
#include "shutdown/prevention_lock.h"

namespace psm {
namespace {

using State = TokenPassword::State;

constexpr size_t kMaxBytes = 500;  // softoken's limit

// One change of state at a time; held over no prompt.
Mutex& StateMutex() {
  static Mutex* const mutex = new Mutex;
  return *mutex;
}

// A NUL-terminated copy for NSS, wiped at its end.
class PasswordCopy {
 public:
  explicit PasswordCopy(absl::string_view password)
      : item_(
            nss::SECITEM_AllocItem(nullptr, nullptr, static_cast<unsigned>(password.size() + 1))) {
    if (item_ == nullptr) return;
    password.copy(c_str(), password.size());
    c_str()[password.size()] = '\0';
  }
  bool ok() const { return item_ != nullptr; }
  char* c_str() { return reinterpret_cast<char*>(item_->data); }

 private:
  UniqueItem item_;
};

absl::Status CheckForm(absl::string_view password, absl::string_view operation) {
  if (password.find('\0') != password.npos) {
    return NssErrorFor(SEC_ERROR_INVALID_ARGS, operation, "the password has a NUL byte");
  }
  if (password.size() > kMaxBytes) return NssErrorFor(SEC_ERROR_INPUT_LEN, operation);
  return absl::OkStatus();
}

absl::StatusOr<State> StateOf(PK11SlotInfo* slot) {
  const Checked<PRBool> uninitialized = nss::PK11_NeedUserInit(slot);
  if (!uninitialized.live()) return NssError("read the token's state");
  if (uninitialized.value_or(PR_TRUE)) return State::kNotInitialized;
  if (!nss::PK11_NeedLogin(slot).value_or(PR_TRUE)) return State::kEmptyPassword;
  return nss::PK11_IsLoggedIn(slot, nullptr).value_or(PR_FALSE) ? State::kLoggedIn
                                                                : State::kLoggedOut;
}

absl::Status NotInitialized(absl::string_view operation) {
  return absl::FailedPreconditionError(std::string(operation) +
                                       ": the token has no password yet (TokenPassword::Init)");
}

// SECWouldBlock is a wrong password here; NSS sets the error in either case.
absl::Status CheckPassword(PK11SlotInfo* slot, PasswordCopy* password,
                           absl::string_view operation) {
  if (nss::PK11_CheckUserPassword(slot, password->c_str()) == SECSuccess) return absl::OkStatus();
  return NssError(operation);
}

// The parts that every call here begins with.
struct Call {
  PreventionLock lock;
  UniqueSlot slot;
};
absl::StatusOr<Call> Begin(const char* label, absl::string_view operation) {
  absl::StatusOr<PreventionLock> lock = PreventionLock::Acquire(label);
  if (!lock.ok()) return lock.status();
  absl::StatusOr<UniqueSlot> slot = OpenKeySlot(operation);
  if (!slot.ok()) return slot.status();
  return Call{*std::move(lock), *std::move(slot)};
}

absl::Status CheckWritable(PK11SlotInfo* slot, absl::string_view operation) {
  if (!nss::PK11_IsReadOnly(slot).value_or(PR_TRUE)) return absl::OkStatus();
  return NssErrorFor(SEC_ERROR_READ_ONLY, operation);
}

// One trust object whose change was cut off, by another program or before this library came, makes
// NSS refuse every change of the password, with SEC_ERROR_BAD_PASSWORD. Nothing reads such an
// object; what it took away is told.
absl::Status RemoveHalfMadeTrust(PK11SlotInfo* slot, PasswordCopy* password, absl::Status why,
                                 absl::string_view operation) {
  bool any = false;
  for (const TrustForm form : {TrustForm::kNss, TrustForm::kPkcs11}) {
    absl::StatusOr<std::vector<TrustObject>> all = ListTrustObjects(slot, form);
    if (!all.ok()) return why;
    any |= std::any_of(all->begin(), all->end(),
                       [](const TrustObject& object) { return object.unreadable; });
  }
  if (!any) return why;
  absl::Status right = CheckPassword(slot, password, operation);  // else nothing was readable
  if (!right.ok()) return right;
  absl::StatusOr<int> removed =
      RemoveTrustObjects(slot, WhichTrust::kUnreadable, /*certificate=*/nullptr);
  if (!removed.ok()) return removed.status();
  DatabaseWrite::Note(absl::StrCat(
      "stored trust, a change of which was cut off, could not be read and was removed (", *removed,
      "): it kept the password from being changed"));
  return absl::OkStatus();
}

absl::Status SetPassword(const Call& call, PasswordCopy* from, PasswordCopy* to,
                         absl::string_view operation) {
  PK11SlotInfo* const slot = call.slot.get();
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(call.lock, operation);
  if (!write.ok()) return write.status();
  absl::Status status = write->AnnounceOne(DatabaseWrite::One::kChanges);
  if (!status.ok()) return status;
  if (nss::PK11_ChangePW(slot, from->c_str(), to->c_str()) != SECSuccess) {
    const absl::Status why = NssError(operation);
    status = write->AnnounceOne(DatabaseWrite::One::kRemoves);
    if (status.ok()) status = RemoveHalfMadeTrust(slot, from, why, operation);
    if (status.ok() && nss::PK11_ChangePW(slot, from->c_str(), to->c_str()) != SECSuccess) {
      status = NssError(operation);
    }
    if (!status.ok()) return write->Explain(status);
  }
  status = write->Commit();
  if (status.ok()) migration::SetPasswordIsWeak(false);
  return status;
}

// NSS keeps the password record of a profile that it migrated from dbm, and the keys as dbm had
// them: one round of SHA-1 and 3DES. Setting the same password again writes everything anew.
absl::Status RaiseWorkFactor(const Call& call, PasswordCopy* password) {
  if (!migration::PasswordIsWeak()) return absl::OkStatus();
  return SetPassword(call, password, password, "raise the password's work factor");
}

absl::Status OutOfMemory(absl::string_view operation) {
  return NssErrorFor(SEC_ERROR_NO_MEMORY, operation);
}

}  // namespace

absl::StatusOr<State> TokenPassword::GetState() const {
  absl::StatusOr<Call> call = Begin("psm::TokenPassword::GetState", "read the token's state");
  if (!call.ok()) return call.status();
  return StateOf(call->slot.get());
}

absl::Status TokenPassword::Init(absl::string_view password) const {
  constexpr char kOperation[] = "set the first password";
  absl::StatusOr<Call> call = Begin("psm::TokenPassword::Init", kOperation);
  if (!call.ok()) return call.status();
  absl::Status status = CheckForm(password, kOperation);
  if (!status.ok()) return status;
  PasswordCopy copy(password);
  if (!copy.ok()) return OutOfMemory(kOperation);
  MutexLock hold(&StateMutex());
  absl::StatusOr<State> state = StateOf(call->slot.get());
  if (!state.ok()) return state.status();
  status = CheckWritable(call->slot.get(), kOperation);
  if (!status.ok()) return status;
  if (*state != State::kNotInitialized) {
    return absl::FailedPreconditionError("set the first password: the token has one");
  }
  absl::StatusOr<DatabaseWrite> write = DatabaseWrite::Begin(call->lock, kOperation);
  if (!write.ok()) return write.status();
  status = write->AnnounceOne(DatabaseWrite::One::kChanges);
  if (!status.ok()) return status;
  if (nss::PK11_InitPin(call->slot.get(), nullptr, copy.c_str()) != SECSuccess) {
    return write->Explain(NssError(kOperation));
  }
  return write->Commit();
}

absl::Status TokenPassword::Login(absl::string_view password) const {
  constexpr char kOperation[] = "log in";
  absl::StatusOr<Call> call = Begin("psm::TokenPassword::Login", kOperation);
  if (!call.ok()) return call.status();
  absl::Status status = CheckForm(password, kOperation);
  if (!status.ok()) return status;
  PasswordCopy copy(password);
  if (!copy.ok()) return OutOfMemory(kOperation);
  MutexLock hold(&StateMutex());
  absl::StatusOr<State> state = StateOf(call->slot.get());
  if (!state.ok()) return state.status();
  if (*state == State::kNotInitialized) return NotInitialized(kOperation);
  status = NewerProfile::CheckLogIn(kOperation);
  if (!status.ok()) return status;
  status = CheckPassword(call->slot.get(), &copy, kOperation);
  if (!status.ok()) return status;
  // What waited for a log-in. If it fails the next write says so; a profile that did not arrive as
  // a whole is told here.
  status = DatabaseWrite::SettlePending(call->lock);
  if (absl::IsDataLoss(status)) return status;
  // It is logged in, whatever becomes of this: the next log-in tries again.
  status = RaiseWorkFactor(*call, &copy);
  if (!status.ok()) DatabaseWrite::Note(status.ToString());
  return absl::OkStatus();
}

absl::Status TokenPassword::Check(absl::string_view password) const {
  constexpr char kOperation[] = "check the password";
  absl::StatusOr<Call> call = Begin("psm::TokenPassword::Check", kOperation);
  if (!call.ok()) return call.status();
  absl::Status status = CheckForm(password, kOperation);
  if (!status.ok()) return status;
  PasswordCopy copy(password);
  if (!copy.ok()) return OutOfMemory(kOperation);
  MutexLock hold(&StateMutex());
  absl::StatusOr<State> state = StateOf(call->slot.get());
  if (!state.ok()) return state.status();
  if (*state == State::kNotInitialized) return NotInitialized(kOperation);
  status = NewerProfile::CheckLogIn(kOperation);
  if (!status.ok()) return status;
  status = CheckPassword(call->slot.get(), &copy, kOperation);
  if (!status.ok()) return status;
  absl::Status settled = DatabaseWrite::SettlePending(call->lock);  // as Login
  if (*state == State::kLoggedOut && nss::PK11_Logout(call->slot.get()) != SECSuccess) {
    return NssError(kOperation, "log out again");
  }
  return absl::IsDataLoss(settled) ? settled : absl::OkStatus();
}

absl::Status TokenPassword::Change(absl::string_view old_password,
                                   absl::string_view new_password) const {
  constexpr char kOperation[] = "change the password";
  absl::StatusOr<Call> call = Begin("psm::TokenPassword::Change", kOperation);
  if (!call.ok()) return call.status();
  for (absl::string_view password : {old_password, new_password}) {
    absl::Status status = CheckForm(password, kOperation);
    if (!status.ok()) return status;
  }
  PasswordCopy old_copy(old_password);
  PasswordCopy new_copy(new_password);
  if (!old_copy.ok() || !new_copy.ok()) return OutOfMemory(kOperation);
  MutexLock hold(&StateMutex());
  PK11SlotInfo* const slot = call->slot.get();
  absl::StatusOr<State> state = StateOf(slot);
  if (!state.ok()) return state.status();
  if (*state == State::kNotInitialized) return NotInitialized(kOperation);
  absl::Status status = NewerProfile::CheckLogIn(kOperation);
  if (status.ok()) status = CheckWritable(slot, kOperation);
  if (!status.ok()) return status;
  if (*state == State::kLoggedOut) {
    status = CheckPassword(slot, &old_copy, kOperation);
    if (!status.ok()) return status;
  }
  status = SetPassword(*call, &old_copy, &new_copy, kOperation);
  if (!status.ok()) return status;
  // Whether NSS stays logged in over a change is its affair.
  state = StateOf(slot);
  if (!state.ok()) return state.status();
  if (*state == State::kLoggedOut) return CheckPassword(slot, &new_copy, kOperation);
  return absl::OkStatus();
}

absl::Status TokenPassword::Logout() const {
  constexpr char kOperation[] = "log out";
  absl::StatusOr<Call> call = Begin("psm::TokenPassword::Logout", kOperation);
  if (!call.ok()) return call.status();
  MutexLock hold(&StateMutex());
  absl::StatusOr<State> state = StateOf(call->slot.get());
  if (!state.ok()) return state.status();
  if (*state == State::kNotInitialized) return NotInitialized(kOperation);
  if (*state == State::kLoggedIn && nss::PK11_Logout(call->slot.get()) != SECSuccess) {
    return NssError(kOperation);
  }
  return absl::OkStatus();
}

}  // namespace psm
