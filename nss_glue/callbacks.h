// Every way in which NSS calls back into its host, and what the shim does about it. The rule for
// all of them: a callback runs on the thread that called NSS, inside that call's gate entry. So
// NSS calls made in it pass, also while a drain waits for it (I7 in shutdown/gate.h); a drain or a
// shutdown asked for in it is refused at once (I10); and the profile cannot change under it.
//
//   // Must not wait for the thread that drains. One that waits for a user ends the wait when
//   // psm::GateIsClosing().
//   char* Ask(PK11SlotInfo* slot, PRBool retry, void* context);
//   nss::PK11_SetPasswordFunc(Ask);
//
// That is all that most of them need; it is called `inside` below. The others:
//
//   trampoline  what NSS is given is ours, and calls the host's; see below
//   tls         the hooks of a TLS descriptor, trampolines as well; tls_hooks.h
//   memory      libnssutil3 alone, which needs no live NSS: called as it is, without the gate
//   address     not called at all: a name for the library that it lies in
//
//   trampoline  while the gate is closed
//   password    not called: null, which NSS takes for a user who gave up. An answer that comes
//               after a drain began is wiped. A drain's report says "in a prompt" of the holder
//   responder   not called: null and SEC_ERROR_NOT_INITIALIZED, so that NSS fails the check. (With
//               the error that NSS has set by then it would pass it.)
//   http        no request starts or goes on: SECFailure, which to NSS is a network that failed.
//               What frees is always called. A request without a limit gets one of 60 s
//   user data   called, as its key is released; NSS calls in it are refused, releases go on
//
// Each exported function with a function pointer among its parameters, and the callbacks that go
// by way of a structure (marked *). tests/shim/callbacks_table_test.py compares the table with the
// installed headers.
//
//   function                                  treatment
//   CERT_AddCertToListSorted                  inside
//   CERT_DecodeCertPackage                    inside
//   CERT_PKIXVerifyCert *                     inside      the chain callback
//   CERT_RegisterAlternateOCSPAIAInfoCallBack trampoline  responder
//   NSSBase64Decoder_Create                   memory
//   NSSBase64Decoder_Create_Util              memory
//   NSSBase64Encoder_Create                   memory
//   NSSBase64Encoder_Create_Util              memory
//   NSS_CMSDecoder_Start                      trampoline  password; content and key: inside
//   NSS_CMSEncoder_Start                      trampoline  password; content and key: inside
//   NSS_CMSMessage_CreateFromDER              trampoline  password; content and key: inside
//   NSS_CMSType_RegisterContentType           inside      NSS forgets it at shutdown
//   NSS_RegisterShutdown                      inside      on the owner's thread, which is inside;
//                                                         all others are refused meanwhile
//   NSS_UnregisterShutdown                    inside      the name of a registration
//   PK11_SetPasswordFunc                      trampoline  password
//   PK11_SetSymKeyUserData                    trampoline  user data
//   PK11_TraverseCertsForNicknameInSlot       inside
//   PK11_TraverseCertsForSubjectInSlot        inside
//   PK11_TraverseSlotCerts                    inside
//   PORT_LoadLibraryFromOrigin                address
//   PORT_SetUCS2_ASCIIConversionFunction      memory
//   PORT_SetUCS2_ASCIIConversionFunction_Util memory
//   PORT_SetUCS2_UTF8ConversionFunction       memory
//   PORT_SetUCS2_UTF8ConversionFunction_Util  memory
//   PORT_SetUCS4_UTF8ConversionFunction       memory
//   PORT_SetUCS4_UTF8ConversionFunction_Util  memory
//   SEC_ASN1DecoderSetFilterProc              memory
//   SEC_ASN1DecoderSetFilterProc_Util         memory
//   SEC_ASN1DecoderSetNotifyProc              memory
//   SEC_ASN1DecoderSetNotifyProc_Util         memory
//   SEC_ASN1Encode                            memory
//   SEC_ASN1Encode_Util                       memory
//   SEC_ASN1EncoderSetNotifyProc              memory
//   SEC_ASN1EncoderSetNotifyProc_Util         memory
//   SEC_ASN1EncoderStart                      memory
//   SEC_ASN1EncoderStart_Util                 memory
//   SEC_PKCS12CreateExportContext             inside      key callback
//   SEC_PKCS12DecoderRenameCertNicknames      inside
//   SEC_PKCS12DecoderStart                    inside      the digest file; its close function may
//                                                         run when NSS is down (the decoder is
//                                                         released), and must not call NSS
//   SEC_PKCS12DecoderValidateBags             inside
//   SEC_PKCS12Encode                          inside
//   SEC_PKCS7CreateEncryptedData              inside      key callback
//   SEC_PKCS7CreateEnvelopedData              inside      key callback
//   SEC_PKCS7CreateSignedData                 inside      key callback
//   SEC_PKCS7DecodeItem                       inside
//   SEC_PKCS7DecoderStart                     inside
//   SEC_PKCS7Encode                           inside
//   SEC_PKCS7EncodeItem                       inside
//   SEC_PKCS7EncoderFinish                    inside
//   SEC_PKCS7EncoderStart                     inside
//   SEC_RegisterDefaultHttpClient *           trampoline  http
//   SSL_AlertReceivedCallback                 tls
//   SSL_AlertSentCallback                     tls
//   SSL_AuthCertificateHook                   tls
//   SSL_BadCertHook                           tls
//   SSL_GetClientAuthDataHook                 tls
//   SSL_GetExperimentalAPI *                  tls
//   SSL_HandshakeCallback                     tls
//   SSL_SNISocketConfigHook                   tls
//   SSL_SetCanFalseStartCallback              tls
//   SSL_SetNextProtoCallback                  tls
//
// Why the streams of libsmime3 have no trampoline: their callbacks run in the calls that feed the
// stream, so nothing of theirs can come when NSS is down, and a key callback answers from what the
// host has at hand. A callback that does wait for a user watches GateIsClosing().
//
// Thread rule: registrations on any thread; callbacks on the thread whose call needs them.
//
// How it fails: registrations as NSS's. SEC_RegisterDefaultHttpClient: SEC_ERROR_NO_MEMORY after
// eight different clients in a process. SEC_GetRegisteredHttpClient gives a table of the shim's
// that works as the host's; registering it brings the host's client back.
//
// Sources: NSS 3.87, lib/pk11wrap/pk11auth.c and pk11skey.c, lib/certhigh/ocsp.c,
// lib/smime/cmsmessage.c (the CMS functions set the password callback of the process).

#ifndef NSS_GLUE_CALLBACKS_H_
#define NSS_GLUE_CALLBACKS_H_

#include "nss_glue/generated/raw.h"
#include "shutdown/export.h"

extern "C" {
PSM_EXPORT decltype(::psm_raw_CERT_RegisterAlternateOCSPAIAInfoCallBack)
    psm_special_CERT_RegisterAlternateOCSPAIAInfoCallBack;
PSM_EXPORT decltype(::psm_raw_NSS_CMSDecoder_Start) psm_special_NSS_CMSDecoder_Start;
PSM_EXPORT decltype(::psm_raw_NSS_CMSEncoder_Start) psm_special_NSS_CMSEncoder_Start;
PSM_EXPORT decltype(::psm_raw_NSS_CMSMessage_CreateFromDER)
    psm_special_NSS_CMSMessage_CreateFromDER;
PSM_EXPORT decltype(::psm_raw_PK11_GetSymKeyUserData) psm_special_PK11_GetSymKeyUserData;
PSM_EXPORT decltype(::psm_raw_PK11_SetPasswordFunc) psm_special_PK11_SetPasswordFunc;
PSM_EXPORT decltype(::psm_raw_PK11_SetSymKeyUserData) psm_special_PK11_SetSymKeyUserData;
PSM_EXPORT decltype(::psm_raw_SEC_RegisterDefaultHttpClient)
    psm_special_SEC_RegisterDefaultHttpClient;
}

#endif  // NSS_GLUE_CALLBACKS_H_
