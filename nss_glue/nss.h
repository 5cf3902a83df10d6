// The wrapped NSS headers, for code above this folder: it names no header of NSS itself, and what
// it calls is psm::nss::PK11_Foo (generated/include/, nss_call.h). Never from a public header.

#ifndef NSS_GLUE_NSS_H_
#define NSS_GLUE_NSS_H_

#include <cert.h>
#include <certdb.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <nss.h>
#include <p12.h>
#include <pk11pub.h>
#include <secasn1.h>
#include <secerr.h>
#include <secitem.h>
#include <secmod.h>
#include <secoid.h>
#include <secport.h>

#endif  // NSS_GLUE_NSS_H_
