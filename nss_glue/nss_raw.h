// The raw NSS and NSPR headers, for nss_glue/ only. Everybody else includes nss_glue/nss.h and
// calls psm::nss::.

#ifndef NSS_GLUE_NSS_RAW_H_
#define NSS_GLUE_NSS_RAW_H_

#include <base64.h>
#include <cert.h>
#include <certdb.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <nss.h>
#include <nssb64.h>
#include <ocsp.h>
#include <pk11pub.h>
#include <pk11sdr.h>
#include <prerror.h>
#include <secerr.h>
#include <sechash.h>
#include <secmod.h>
#include <secoid.h>
#include <ssl.h>

#endif  // NSS_GLUE_NSS_RAW_H_
