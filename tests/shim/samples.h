// Something to call any NSS function with: real objects, made while NSS was live, and a value for
// each parameter type.
//
//   MakeSampleProfile(folder);                    // NSS live on an empty profile
//   HoldSamples();
//   CallWithSamples(&nss::PK11_GetTokenName);     // with the held slot
//   ReleaseSamples();                             // the arguments stay, and dangle
//
// A parameter's type alone decides its argument: an object of that type if one is held, otherwise
// 64 KiB of zeroed memory; storage for a number or a pointer that the function may write; a
// harmless function for a callback; 16 for a number. A variadic function gets its fixed arguments
// and the one that ends the list.
//
// Thread rule: one thread. How it fails: what cannot be made aborts the program and is named.

#ifndef TESTS_SHIM_SAMPLES_H_
#define TESTS_SHIM_SAMPLES_H_

#include <cert.h>
#include <certdb.h>
#include <cms.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <ocsp.h>
#include <p12.h>
#include <pk11pub.h>
#include <sechash.h>
#include <secmod.h>
#include <secpkcs7.h>
#include <ssl.h>

#include <string>
#include <type_traits>

namespace psm::shim_testing {

inline constexpr char kSampleNickname[] = "sample";

// Gives the open profile, if it is fresh, an EC key, its self-signed certificate and a CRL of it.
void FillSampleProfile();

// Of `ok` false: prints what failed and NSS's error, and aborts.
void Require(bool ok, const char* what);

struct SampleObjects {
  PK11SlotInfo* slot;
  PK11SlotList* slot_list;
  PK11SlotListElement* slot_element;
  SECMODModule* module;
  CERTCertDBHandle* cert_db;
  CERTCertificate* certificate;
  CERTCertList* certificate_list;
  CERTCertificateList* certificate_chain;
  CERTCertNicknames* nicknames;
  CERTName* name;
  CERTGeneralName* general_name;
  CERTIssuerAndSN* issuer_and_serial;
  CERTCertificateRequest* request;
  CERTSubjectPublicKeyInfo* public_key_info;
  CERTSignedCrl* signed_crl;
  CERTCrl* crl;
  CERTOCSPRequest* ocsp_request;
  SECKEYPrivateKey* private_key;
  SECKEYPrivateKeyList* private_key_list;
  SECKEYPublicKey* public_key;
  SECKEYPublicKeyList* public_key_list;
  PK11SymKey* sym_key;
  PK11Context* context;
  PK11GenericObject* generic_objects;
  HASHContext* hash;
  SGNContext* sign;
  VFYContext* verify;
  NSSCMSMessage* cms;
  NSSCMSContentInfo* cms_content;
  NSSCMSSignedData* cms_signed_data;
  NSSCMSSignerInfo* cms_signer;
  SEC_PKCS7ContentInfo* pkcs7;
  SEC_PKCS12ExportContext* pkcs12_export;
  SEC_PKCS12DecoderContext* pkcs12_decoder;
  PRFileDesc* tls;

  // Of libnssutil3: these need no NSS.
  PLArenaPool* arena;
  SECItem* item;
  SECAlgorithmID* algorithm;
  void* memory;
  void* storage;
  char* text;
};

// Null members are given as `memory`.
extern SampleObjects g_samples;

// The last part of SampleObjects; any time. `item` holds a certificate's bytes once one is held.
void HoldMemorySamples();
// All of it; the gate is open and the profile filled.
void HoldSamples();
// Everything of HoldSamples but its memory. Only counts as released: g_samples still points there.
void ReleaseSamples();

// Memory that nobody may touch, for every pointer but the storage: whoever looks at an argument
// crashes.
void HoldUntouchableSamples();

namespace samples_internal {

// The argument for a pointer to `type`.
#define PSM_SAMPLE(type, member) \
  inline void* Held(const type*) { return g_samples.member; }
PSM_SAMPLE(PK11SlotInfo, slot)
PSM_SAMPLE(PK11SlotList, slot_list)
PSM_SAMPLE(PK11SlotListElement, slot_element)
PSM_SAMPLE(SECMODModule, module)
PSM_SAMPLE(CERTCertDBHandle, cert_db)
PSM_SAMPLE(CERTCertificate, certificate)
PSM_SAMPLE(CERTCertList, certificate_list)
PSM_SAMPLE(CERTCertificateList, certificate_chain)
PSM_SAMPLE(CERTCertNicknames, nicknames)
PSM_SAMPLE(CERTName, name)
PSM_SAMPLE(CERTGeneralName, general_name)
PSM_SAMPLE(CERTIssuerAndSN, issuer_and_serial)
PSM_SAMPLE(CERTCertificateRequest, request)
PSM_SAMPLE(CERTSubjectPublicKeyInfo, public_key_info)
PSM_SAMPLE(CERTSignedCrl, signed_crl)
PSM_SAMPLE(CERTCrl, crl)
PSM_SAMPLE(CERTOCSPRequest, ocsp_request)
PSM_SAMPLE(SECKEYPrivateKey, private_key)
PSM_SAMPLE(SECKEYPrivateKeyList, private_key_list)
PSM_SAMPLE(SECKEYPublicKey, public_key)
PSM_SAMPLE(SECKEYPublicKeyList, public_key_list)
PSM_SAMPLE(PK11SymKey, sym_key)
PSM_SAMPLE(PK11Context, context)
PSM_SAMPLE(PK11GenericObject, generic_objects)
PSM_SAMPLE(HASHContext, hash)
PSM_SAMPLE(SGNContext, sign)
PSM_SAMPLE(VFYContext, verify)
PSM_SAMPLE(NSSCMSMessage, cms)
PSM_SAMPLE(NSSCMSContentInfo, cms_content)
PSM_SAMPLE(NSSCMSSignedData, cms_signed_data)
PSM_SAMPLE(NSSCMSSignerInfo, cms_signer)
PSM_SAMPLE(SEC_PKCS7ContentInfo, pkcs7)
PSM_SAMPLE(SEC_PKCS12ExportContext, pkcs12_export)
PSM_SAMPLE(SEC_PKCS12DecoderContext, pkcs12_decoder)
PSM_SAMPLE(PRFileDesc, tls)
PSM_SAMPLE(PLArenaPool, arena)
PSM_SAMPLE(SECItem, item)
PSM_SAMPLE(SECAlgorithmID, algorithm)
PSM_SAMPLE(char, text)
inline void* Held(const void*) { return g_samples.memory; }
#undef PSM_SAMPLE

template <typename Function>
struct Harmless;
template <typename R, typename... A>
struct Harmless<R(A...)> {
  static R Call(A... /*unused*/) { return R(); }
};

template <typename T>
T Sample() {
  if constexpr (!std::is_pointer_v<T>) {
    if constexpr (std::is_same_v<T, SECOidTag>) return SEC_OID_SHA256;
    if constexpr (std::is_same_v<T, CK_MECHANISM_TYPE>) return CKM_AES_KEY_GEN;
    return std::is_enum_v<T> ? static_cast<T>(1) : static_cast<T>(16);
  } else if constexpr (std::is_function_v<std::remove_pointer_t<T>>) {
    return Harmless<std::remove_pointer_t<T>>::Call;
  } else {
    using Pointee = std::remove_pointer_t<T>;
    using Object = std::remove_cv_t<Pointee>;
    constexpr bool kBytes = std::is_same_v<Object, char> || std::is_same_v<Object, unsigned char>;
    constexpr bool kOutput = !kBytes && !std::is_const_v<Pointee> && std::is_scalar_v<Object>;
    if constexpr (kOutput) {
      return static_cast<T>(g_samples.storage);
    } else {
      void* held = Held(static_cast<const Object*>(nullptr));
      return static_cast<T>(held != nullptr ? held : g_samples.memory);
    }
  }
}

// Ends the variable arguments after one of type T.
template <typename T>
auto LastOf() {
  if constexpr (std::is_same_v<T, SECOidTag>) {
    return SEC_OID_PKIX_OCSP_BASIC_RESPONSE;
  } else {
    return nullptr;
  }
}

}  // namespace samples_internal

// Calls `function` with samples for the parameters of `type`, whose value does not matter.
template <typename Function, typename R, typename... A>
auto CallWithSamples(Function function, R (* /*type*/)(A...)) {
  return function(samples_internal::Sample<A>()...);
}
template <typename Function, typename R, typename A, typename Last>
auto CallWithSamples(Function function, R (* /*type*/)(A, Last, ...)) {
  return function(samples_internal::Sample<A>(), samples_internal::Sample<Last>(),
                  samples_internal::LastOf<Last>());
}
template <typename Function, typename R, typename Last>
auto CallWithSamples(Function function, R (* /*type*/)(Last, ...)) {
  return function(samples_internal::Sample<Last>(), samples_internal::LastOf<Last>());
}

template <typename Function>
auto CallWithSamples(Function* function) {
  return CallWithSamples(function, function);
}

}  // namespace psm::shim_testing

#endif  // TESTS_SHIM_SAMPLES_H_
