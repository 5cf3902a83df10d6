// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// <certt.h> of NSS, gated; nss_glue/shadow.h has the rules.

#ifndef PSM_NSS_CERTT_H_
#define PSM_NSS_CERTT_H_

#include "nss_glue/shadow.h"

#include_next <certt.h>
#include <seccomon.h>
#include <secmodt.h>
#include <secoidt.h>

#ifndef PSM_NSS_RENAMES
namespace psm::nss {
using ::NSS_Get_CERT_CertificateRequestTemplate;
using ::NSS_Get_CERT_CertificateTemplate;
using ::NSS_Get_CERT_CrlTemplate;
using ::NSS_Get_CERT_IssuerAndSNTemplate;
using ::NSS_Get_CERT_NameTemplate;
using ::NSS_Get_CERT_SequenceOfCertExtensionTemplate;
using ::NSS_Get_CERT_SetOfSignedCrlTemplate;
using ::NSS_Get_CERT_SignedCrlTemplate;
using ::NSS_Get_CERT_SignedDataTemplate;
using ::NSS_Get_CERT_SubjectPublicKeyInfoTemplate;
using ::NSS_Get_CERT_TimeChoiceTemplate;
using ::NSS_Get_SEC_SignedCertificateTemplate;
}  // namespace psm::nss
#endif

#endif  // PSM_NSS_CERTT_H_
