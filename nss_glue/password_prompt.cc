#include "nss_glue/password_prompt.h"

#include <memory>
#include <utility>

#include "nss_glue/callbacks.h"
#include "nss_glue/newer_profile.h"
#include "shutdown/mutex.h"

namespace psm {
namespace {

struct Holder {
  Mutex mu;
  std::shared_ptr<const PasswordFunction> function PSM_GUARDED_BY(mu);
};

Holder& TheHolder() {
  static Holder* const holder = new Holder;  // NSS may call at any time in the life of the process
  return *holder;
}

char* AskPassword(PK11SlotInfo* slot, PRBool retry, void* /*context*/) {
  // The right one would be called wrong.
  if (psm_raw_PK11_IsInternalKeySlot(slot) && !NewerProfile::CheckLogIn("log in").ok()) {
    return nullptr;
  }
  std::shared_ptr<const PasswordFunction> function;
  {
    Holder& holder = TheHolder();
    MutexLock hold(&holder.mu);
    function = holder.function;
  }
  if (function == nullptr || *function == nullptr) return nullptr;
  absl::StatusOr<std::string> password =
      (*function)({psm_raw_PK11_GetTokenName(slot), retry != PR_FALSE});
  if (!password.ok()) return nullptr;
  char* copy = PORT_Strdup(password->c_str());  // NSS wipes and frees it
  password->assign(password->size(), '\0');
  return copy;
}

}  // namespace

void SetPasswordFunction(PasswordFunction function) {
  Holder& holder = TheHolder();
  MutexLock hold(&holder.mu);
  holder.function = std::make_shared<const PasswordFunction>(std::move(function));
  psm_special_PK11_SetPasswordFunc(AskPassword);
}

}  // namespace psm
