// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <preenc.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_PREENC_H_
#define PSM_NSS_PREENC_H_

#include "nss_glue/shadow.h"
#include <seccomon.h>

PSM_NSS_BEGIN_C
#include_next <preenc.h>
PSM_NSS_END_C

#ifdef PSM_NSS_RENAMES

PSM_NSS_BEGIN_C
PSM_NSS_RENAMED(SSL_PreencryptedFileToStream);
PSM_NSS_RENAMED(SSL_PreencryptedStreamToFile);
PSM_NSS_END_C

#define SSL_PreencryptedFileToStream psm_nss_SSL_PreencryptedFileToStream
#define SSL_PreencryptedStreamToFile psm_nss_SSL_PreencryptedStreamToFile

#else

extern "C" {
PSM_NSS_RAW(SSL_PreencryptedFileToStream);
PSM_NSS_RAW(SSL_PreencryptedStreamToFile);
}  // extern "C"

extern "C++" {
namespace psm::nss {


inline ::PEHeader *SSL_PreencryptedFileToStream(::PRFileDesc *fd, ::PEHeader *arg1, int *headerSize) {
  ::psm::nss_call::CallGate gate("SSL_PreencryptedFileToStream");
  if (!gate.ok()) return nullptr;
  ::PEHeader *answer = ::psm_raw_SSL_PreencryptedFileToStream(fd, arg1, headerSize);
  gate.Leave();
  return answer;
}

inline ::PEHeader *SSL_PreencryptedStreamToFile(::PRFileDesc *fd, ::PEHeader *arg1, int *headerSize) {
  ::psm::nss_call::CallGate gate("SSL_PreencryptedStreamToFile");
  if (!gate.ok()) return nullptr;
  ::PEHeader *answer = ::psm_raw_SSL_PreencryptedStreamToFile(fd, arg1, headerSize);
  gate.Leave();
  return answer;
}

}  // namespace psm::nss
}  // extern "C++"

PSM_NSS_BAN(SSL_PreencryptedFileToStream);
PSM_NSS_BAN(SSL_PreencryptedStreamToFile);

#endif  // PSM_NSS_RENAMES

#endif  // PSM_NSS_PREENC_H_
