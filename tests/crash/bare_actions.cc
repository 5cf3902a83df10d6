// Compiled with PSM_NSS_STANDALONE: this program's own NSS_Initialize and NSS_Shutdown.

#include <cert.h>
#include <certdb.h>
#include <keyhi.h>
#include <nss.h>
#include <pk11pub.h>
#include <pk11sdr.h>
#include <secmod.h>

#include <filesystem>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "nss_glue/error.h"
#include "nss_glue/scoped.h"
#include "tests/crash/actions.h"

namespace psm::crash {
namespace {

constexpr int kRsaBits = 2048;
constexpr int kAesBytes = 32;
constexpr unsigned long kPublicExponent = 65537;
constexpr PK11AttrFlags kStored = PK11_ATTR_TOKEN | PK11_ATTR_PRIVATE | PK11_ATTR_SENSITIVE;

absl::Status Check(SECStatus status, absl::string_view operation) {
  return status == SECSuccess ? absl::OkStatus() : NssError(operation);
}

absl::Status Initialize(const std::string& directory) {
  return Check(nss::NSS_Initialize(absl::StrCat("sql:", directory).c_str(), "", "", SECMOD_DB,
                                   NSS_INIT_NOROOTINIT),
               "NSS_Initialize");
}

// NSS's flags of one purpose.
unsigned Flags(unsigned ours) {
  unsigned flags = 0;
  if ((ours & kTerminalRecord) != 0) flags |= CERTDB_TERMINAL_RECORD;
  if ((ours & kTrustedPeer) != 0) flags |= CERTDB_TRUSTED;
  if ((ours & kValidCa) != 0) flags |= CERTDB_VALID_CA;
  if ((ours & kTrustedCa) != 0) flags |= CERTDB_TRUSTED_CA;
  if ((ours & kTrustedClientCa) != 0) flags |= CERTDB_TRUSTED_CLIENT_CA;
  return flags;
}

absl::StatusOr<UniqueCertificate> Find(const std::string& der) {
  absl::StatusOr<SECItem> item = BorrowItem(der, "find");
  if (!item.ok()) return item.status();
  UniqueCertificate found(nss::CERT_FindCertByDERCert(nss::CERT_GetDefaultCertDB(), &*item));
  if (found == nullptr) return NssError("CERT_FindCertByDERCert");
  return found;
}

class BareActions : public Actions {
 public:
  absl::Status Open(const std::string& directory, const std::string& /*mode*/) override {
    if (nss::NSS_IsInitialized()) {
      absl::Status down = Check(nss::NSS_Shutdown(), "NSS_Shutdown");
      if (!down.ok()) return down;
    }
    const bool fresh = !std::filesystem::exists(directory + "/key4.db");
    absl::Status up = Initialize(directory);
    if (!up.ok() || !fresh) return up;
    return InitPassword("");
  }

  absl::Status Import(const std::string& der, const std::string& nickname,
                      const Trust& trust) override {
    absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn("import");
    if (!slot.ok()) return slot.status();
    absl::StatusOr<SECItem> item = BorrowItem(der, "import");
    if (!item.ok()) return item.status();
    UniqueCertificate certificate(nss::CERT_NewTempCertificate(nss::CERT_GetDefaultCertDB(), &*item,
                                                               nullptr, PR_FALSE, PR_TRUE));
    if (certificate == nullptr) return NssError("CERT_NewTempCertificate");
    absl::Status imported =
        Check(nss::PK11_ImportCert(slot->get(), certificate.get(), CK_INVALID_HANDLE,
                                   nickname.c_str(), PR_FALSE),
              "PK11_ImportCert");
    if (!imported.ok() || trust == Trust()) return imported;
    return Change(certificate.get(), trust);
  }

  absl::Status SetTrust(const std::string& der, const Trust& trust) override {
    absl::StatusOr<UniqueCertificate> certificate = Find(der);
    return certificate.ok() ? Change(certificate->get(), trust) : certificate.status();
  }

  absl::Status DeleteCertificate(const std::string& der, PrivateKeyDisposal key) override {
    absl::StatusOr<UniqueCertificate> certificate = Find(der);
    if (!certificate.ok()) return certificate.status();
    if (key == PrivateKeyDisposal::kKeep) {
      return Check(nss::SEC_DeletePermCertificate(certificate->get()), "SEC_DeletePermCertificate");
    }
    UniquePrivateKey pair(nss::PK11_FindKeyByAnyCert(certificate->get(), nullptr));
    if (pair == nullptr) return NssError("PK11_FindKeyByAnyCert");
    absl::Status deleted =
        Check(nss::SEC_DeletePermCertificate(certificate->get()), "SEC_DeletePermCertificate");
    return deleted.ok() ? DeletePair(pair.get()) : deleted;
  }

  absl::StatusOr<MadeKey> GenerateEc(const std::string& label) override {
    // secp256r1 (SEC 2, appendix A)
    unsigned char curve[] = {0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};
    SECItem parameters = {siBuffer, curve, sizeof curve};
    return Generate(CKM_EC_KEY_PAIR_GEN, &parameters, label);
  }

  absl::StatusOr<MadeKey> GenerateRsa(const std::string& label) override {
    PK11RSAGenParams parameters = {kRsaBits, kPublicExponent};
    return Generate(CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, label);
  }

  absl::Status DeleteKey(const std::string& id) override {
    absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn("delete a key");
    if (!slot.ok()) return slot.status();
    const std::string bytes = absl::HexStringToBytes(id);
    absl::StatusOr<SECItem> item = BorrowItem(bytes, "delete a key");
    if (!item.ok()) return item.status();
    UniquePrivateKey key(nss::PK11_FindKeyByKeyID(slot->get(), &*item, nullptr));
    return key == nullptr ? NssError("PK11_FindKeyByKeyID") : DeletePair(key.get());
  }

  absl::Status StoreAesKey(const std::string& label) override {
    absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn("store a key");
    if (!slot.ok()) return slot.status();
    UniqueSymKey key(nss::PK11_TokenKeyGenWithFlags(slot->get(), CKM_AES_CBC, nullptr, kAesBytes,
                                                    nullptr, CKF_ENCRYPT | CKF_DECRYPT, kStored,
                                                    nullptr));
    if (key == nullptr) return NssError("PK11_TokenKeyGenWithFlags");
    return Check(nss::PK11_SetSymKeyNickname(key.get(), label.c_str()), "PK11_SetSymKeyNickname");
  }

  absl::Status DeleteAesKey(const std::string& label) override {
    absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn("delete a key");
    if (!slot.ok()) return slot.status();
    std::string name = label;
    UniqueSymKey key(nss::PK11_ListFixedKeysInSlot(slot->get(), name.data(), nullptr));
    if (key == nullptr) return NssError("PK11_ListFixedKeysInSlot");
    // A list; the label is one key's.
    return Check(nss::PK11_DeleteTokenSymKey(key.get()), "PK11_DeleteTokenSymKey");
  }

  // NSS's own function knows 3DES only.
  absl::StatusOr<std::string> EncryptSecret(const std::string& text,
                                            SecretDecoderRing::Mechanism /*mechanism*/) override {
    absl::StatusOr<SECItem> item = BorrowItem(text, "encrypt a secret");
    if (!item.ok()) return item.status();
    SECItem default_key = {siBuffer, nullptr, 0};
    ScopedItem blob;
    if (nss::PK11SDR_Encrypt(&default_key, &*item, blob.get(), nullptr) != SECSuccess) {
      return NssError("PK11SDR_Encrypt");
    }
    return absl::Base64Escape(blob.bytes());
  }

  absl::Status InitPassword(const std::string& password) override {
    UniqueSlot slot(nss::PK11_GetInternalKeySlot());
    return Check(nss::PK11_InitPin(slot.get(), nullptr, password.c_str()), "PK11_InitPin");
  }

  absl::Status ChangePassword(const std::string& from, const std::string& to) override {
    UniqueSlot slot(nss::PK11_GetInternalKeySlot());
    absl::Status changed =
        Check(nss::PK11_ChangePW(slot.get(), from.c_str(), to.c_str()), "PK11_ChangePW");
    if (!changed.ok() || to.empty()) return changed;
    return Login(to);
  }

 private:
  static absl::Status Change(CERTCertificate* certificate, const Trust& trust) {
    CERTCertTrust wanted = {Flags(trust.ssl), Flags(trust.email), Flags(trust.object_signing)};
    return Check(nss::CERT_ChangeCertTrust(nss::CERT_GetDefaultCertDB(), certificate, &wanted),
                 "CERT_ChangeCertTrust");
  }

  static absl::StatusOr<MadeKey> Generate(CK_MECHANISM_TYPE mechanism, void* parameters,
                                          const std::string& label) {
    absl::StatusOr<UniqueSlot> slot = OpenKeySlotLoggedIn("make a key pair");
    if (!slot.ok()) return slot.status();
    SECKEYPublicKey* public_half = nullptr;
    UniquePrivateKey key(nss::PK11_GenerateKeyPairWithFlags(slot->get(), mechanism, parameters,
                                                            &public_half, kStored, nullptr));
    UniquePublicKey public_key(public_half);
    if (key == nullptr) return NssError("PK11_GenerateKeyPairWithFlags");
    absl::Status labelled = Check(nss::PK11_SetPrivateKeyNickname(key.get(), label.c_str()),
                                  "PK11_SetPrivateKeyNickname");
    if (!labelled.ok()) return labelled;
    UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(key.get()));
    UniqueItem spki(nss::SECKEY_EncodeDERSubjectPublicKeyInfo(public_key.get()));
    if (id == nullptr || spki == nullptr) return NssError("describe a key pair");
    return MadeKey{absl::BytesToHexString(ItemBytes(*id)), std::string(ItemBytes(*spki))};
  }

  static absl::Status DeletePair(SECKEYPrivateKey* key) {
    UniqueSlot slot(nss::PK11_GetSlotFromPrivateKey(key));
    UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(key));
    if (id == nullptr) return NssError("PK11_GetLowLevelKeyIDForPrivateKey");
    const CK_OBJECT_HANDLE handle = nss::PK11_GetObjectHandle(PK11_TypePrivKey, key, nullptr);
    absl::Status deleted =
        Check(nss::PK11_DestroyTokenObject(slot.get(), handle), "PK11_DestroyTokenObject");
    if (!deleted.ok()) return deleted;
    UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot.get(), CKO_PUBLIC_KEY));
    for (PK11GenericObject* object = objects.get(); object != nullptr;
         object = nss::PK11_GetNextGenericObject(object)) {
      ScopedItem object_id;
      if (nss::PK11_ReadRawAttribute(PK11_TypeGeneric, object, CKA_ID, object_id.get()) ==
              SECSuccess &&
          object_id.bytes() == ItemBytes(*id)) {
        deleted =
            Check(nss::PK11_DestroyTokenObject(
                      slot.get(), nss::PK11_GetObjectHandle(PK11_TypeGeneric, object, nullptr)),
                  "PK11_DestroyTokenObject");
      }
    }
    return deleted;
  }
};

}  // namespace

std::unique_ptr<Actions> MakeBareActions() { return std::make_unique<BareActions>(); }

absl::Status MakeBareProfile(const std::string& directory) {
  absl::Status up = Initialize(directory);
  return up.ok() ? Check(nss::NSS_Shutdown(), "NSS_Shutdown") : up;
}

}  // namespace psm::crash
