#include "nss_glue/hash_objects.h"

#include <secerr.h>

#include <array>
#include <utility>

#include "nss_glue/nss_call.h"
#include "shutdown/gate.h"

namespace psm {
namespace {

// NSS's own; a constant of its, so it may be read at any time.
const SECHashObject& Raw(int type) {
  return *psm_raw_HASH_GetHashObject(static_cast<HASH_HashType>(type));
}

bool Refused(const GateEntry& gate) {
  return __builtin_expect(!gate.ok(), 0) && nss_call::Refuse(gate.refusal());
}

// `create` is told nothing, so each type has its own.
template <int kType>
void* Create() {
  const GateEntry gate("SECHashObject.create");
  return Refused(gate) ? nullptr : Raw(kType).create();
}

template <int kType>
void* Clone(void* context) {
  const GateEntry gate("SECHashObject.clone");
  return Refused(gate) ? nullptr : Raw(kType).clone(context);
}

template <int kType>
void Destroy(void* context, PRBool free_it) {
  nss_call::ReleaseGate gate("SECHashObject.destroy");
  if (!gate.ok()) return;
  Raw(kType).destroy(context, free_it);
  gate.Leave();
}

template <int kType>
void Begin(void* context) {
  const GateEntry gate("SECHashObject.begin");
  if (!Refused(gate)) Raw(kType).begin(context);
}

template <int kType>
void Update(void* context, const unsigned char* data, unsigned int length) {
  const GateEntry gate("SECHashObject.update");
  if (!Refused(gate)) Raw(kType).update(context, data, length);
}

template <int kType>
void End(void* context, unsigned char* digest, unsigned int* length, unsigned int capacity) {
  const GateEntry gate("SECHashObject.end");
  if (!Refused(gate)) {
    Raw(kType).end(context, digest, length, capacity);
  } else if (length != nullptr) {
    *length = 0;
  }
}

template <int kType>
SECHashObject Gated() {
  SECHashObject object = Raw(kType);
  if (kType == HASH_AlgNULL) return object;  // its functions do nothing
  object.create = Create<kType>;
  object.clone = Clone<kType>;
  object.destroy = Destroy<kType>;
  object.begin = Begin<kType>;
  object.update = Update<kType>;
  object.end = End<kType>;
  return object;
}

template <int... kTypes>
std::array<SECHashObject, sizeof...(kTypes)> GatedObjects(std::integer_sequence<int, kTypes...>) {
  return {Gated<kTypes>()...};
}

}  // namespace
}  // namespace psm

const SECHashObject* psm_special_HASH_GetHashObject(HASH_HashType type) {
  static const auto objects = psm::GatedObjects(std::make_integer_sequence<int, HASH_AlgTOTAL>());
  const auto index = static_cast<unsigned>(type);
  if (index < objects.size()) return &objects[index];
  PORT_SetError(SEC_ERROR_INVALID_ALGORITHM);
  return nullptr;
}

const SECHashObject* psm_special_HASH_GetHashObjectByOidTag(SECOidTag tag) {
  const HASH_HashType type = psm_raw_HASH_GetHashTypeByOidTag(tag);
  return type == HASH_AlgNULL ? nullptr : psm_special_HASH_GetHashObject(type);
}
