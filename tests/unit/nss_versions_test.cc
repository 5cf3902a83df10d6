// What the NSS in use makes of what a newer one wrote, and what it writes itself: the facts that
// the handling of Firefox's profiles rests on, for each version. Bare NSS, no manager. Run by
// tools/test --nss=DIR too.
//
// Sources: NSS 3.113 (Bug 198090: AES secrets), 3.114 (Bug 1965328: PKCS#11 3.2's trust objects),
// 3.115 (Bug 1974505: stored keys told apart by their type as well), 3.118 (Bug 1990242: SHA-384
// passwords).

#include <gtest/gtest.h>
#include <pk11sdr.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "nss_glue/nss.h"
#include "tests/unit/test_data.h"

namespace psm {
namespace {

constexpr CK_OBJECT_CLASS kPkcs11Trust = 0x0B;  // CKO_TRUST, which 3.87's headers have not
constexpr char kCa[] = "Lab Root CA - Lab";

bool NssIsSince(const char* version) { return NSS_VersionCheck(version) == PR_TRUE; }

struct Release {
  void operator()(PK11SlotInfo* slot) const { PK11_FreeSlot(slot); }
  void operator()(CERTCertificate* certificate) const { CERT_DestroyCertificate(certificate); }
  void operator()(PK11SymKey* key) const { PK11_FreeSymKey(key); }
  void operator()(PK11GenericObject* object) const { PK11_DestroyGenericObjects(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

Owned<PK11SlotInfo> KeySlot() { return Owned<PK11SlotInfo>(PK11_GetInternalKeySlot()); }

SECItem Borrow(std::string& bytes) {
  return {siBuffer, reinterpret_cast<unsigned char*>(bytes.data()),
          static_cast<unsigned int>(bytes.size())};
}

class NssVersionsTest : public testing::Test {
 protected:
  ~NssVersionsTest() override { Close(); }

  void Open(absl::string_view folder) {
    ASSERT_EQ(NSS_InitReadWrite(("sql:" + scratch_.File(folder)).c_str()), SECSuccess)
        << PORT_GetError();
    open_ = true;
  }
  void OpenFirefox(absl::string_view kind) {
    std::filesystem::copy(TestDataPath("firefox/" + std::string(kind)), scratch_.File(kind));
    for (const auto& file : std::filesystem::directory_iterator(scratch_.File(kind))) {
      std::filesystem::permissions(file, std::filesystem::perms::owner_write,
                                   std::filesystem::perm_options::add);
    }
    Open(kind);
  }
  void OpenFresh(const char* password) {
    std::filesystem::create_directory(scratch_.File("fresh"));
    Open("fresh");
    ASSERT_EQ(PK11_InitPin(KeySlot().get(), nullptr, password), SECSuccess) << PORT_GetError();
  }
  void Close() {
    if (open_) {
      EXPECT_EQ(NSS_Shutdown(), SECSuccess) << PORT_GetError();
    }
    open_ = false;
  }

  std::string KeyDatabase() const { return scratch_.File("fresh/key4.db"); }

 private:
  ScratchDir scratch_;
  bool open_ = false;
};

// The letters of certutil for what a CA may be trusted for.
std::string TrustOfCa() {
  const Owned<CERTCertificate> ca(PK11_FindCertFromNickname(kCa, nullptr));
  CERTCertTrust trust = {};
  if (ca == nullptr || CERT_GetCertTrust(ca.get(), &trust) != SECSuccess) return "not found";
  const auto letters = [](unsigned int flags) {
    return absl::StrCat((flags & CERTDB_TRUSTED_CA) != 0 ? "C" : "",
                        (flags & CERTDB_TRUSTED_CLIENT_CA) != 0 ? "T" : "");
  };
  return absl::StrCat(letters(trust.sslFlags), ",", letters(trust.emailFlags), ",",
                      letters(trust.objectSigningFlags));
}

bool Stores(CK_OBJECT_CLASS object_class) {
  return Owned<PK11GenericObject>(PK11_FindGenericObjects(KeySlot().get(), object_class)) !=
         nullptr;
}

// The blobs that Firefox encrypted in the profile.
std::vector<std::string> SecretsOf(const char* kind) {
  std::vector<std::string> blobs;
  const nlohmann::json expected =
      nlohmann::json::parse(ReadWholeFile(TestDataPath("firefox/EXPECTED.json")));
  for (const nlohmann::json& secret : expected["profiles"][kind]["sdr"]) {
    absl::Base64Unescape(secret["blob"].get<std::string>(), &blobs.emplace_back());
  }
  return blobs;
}

// How many of them NSS's own call decrypts.
size_t Decrypted(std::vector<std::string> blobs) {
  size_t count = 0;
  for (std::string& blob : blobs) {
    SECItem input = Borrow(blob);
    SECItem text = {};
    if (PK11SDR_Decrypt(&input, &text, nullptr) == SECSuccess) ++count;
    SECITEM_ZfreeItem(&text, PR_FALSE);
  }
  return count;
}

TEST_F(NssVersionsTest, SeesTheTrustThatANewerOneStoredSince3_114) {
  OpenFirefox("plain");
  EXPECT_TRUE(Stores(kPkcs11Trust));
  EXPECT_FALSE(Stores(CKO_NSS_TRUST));
  EXPECT_EQ(TrustOfCa(), NssIsSince("3.114") ? "CT,C,C" : ",,");
}

TEST_F(NssVersionsTest, StoresTrustInTheNewFormSince3_114) {
  OpenFirefox("plain");
  std::string der;
  {
    const Owned<CERTCertificate> ca(PK11_FindCertFromNickname(kCa, nullptr));
    ASSERT_NE(ca, nullptr);
    der.assign(reinterpret_cast<char*>(ca->derCert.data), ca->derCert.len);
  }
  Close();
  OpenFresh("");
  SECItem item = Borrow(der);
  {
    const Owned<CERTCertificate> ca(
        CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &item, nullptr, PR_FALSE, PR_TRUE));
    CERTCertTrust trust = {};
    ASSERT_EQ(CERT_DecodeTrustString(&trust, "CT,C,C"), SECSuccess);
    ASSERT_EQ(PK11_ImportCert(KeySlot().get(), ca.get(), CK_INVALID_HANDLE, kCa, PR_FALSE),
              SECSuccess);
    ASSERT_EQ(CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), ca.get(), &trust), SECSuccess);
  }
  EXPECT_EQ(TrustOfCa(), "CT,C,C");
  EXPECT_EQ(Stores(kPkcs11Trust), NssIsSince("3.114"));
  EXPECT_EQ(Stores(CKO_NSS_TRUST), !NssIsSince("3.114"));
}

TEST_F(NssVersionsTest, DecryptsAesSecretsSince3_113) {
  OpenFirefox("plain");
  const std::vector<std::string> secrets = SecretsOf("plain");
  EXPECT_EQ(secrets.size(), 15u);
  EXPECT_EQ(Decrypted(secrets), NssIsSince("3.113") ? secrets.size() : 0);
}

TEST_F(NssVersionsTest, TakesThePasswordThatANewerOneSetSince3_118) {
  OpenFirefox("password");
  const std::vector<std::string> secrets = SecretsOf("password");
  EXPECT_EQ(PK11_CheckUserPassword(KeySlot().get(), "wrong"), SECWouldBlock);
  const bool taken = PK11_CheckUserPassword(KeySlot().get(), "Lab-Primary-1") == SECSuccess;
  EXPECT_EQ(taken, NssIsSince("3.118"));
  EXPECT_EQ(Decrypted(secrets), taken ? secrets.size() : 0);
  // Trust is signed with a key that the password guards.
  EXPECT_EQ(TrustOfCa(), taken ? "CT,C,C" : ",,");
}

// A salt of 48 bytes is how softoken itself knows a SHA-384 password.
TEST_F(NssVersionsTest, SaltsAPasswordWith48BytesSince3_118) {
  for (const char* password : {"", "secret"}) {
    OpenFresh(password);
    Close();
    sqlite3* database = nullptr;
    sqlite3_stmt* salt = nullptr;
    ASSERT_EQ(sqlite3_open_v2(KeyDatabase().c_str(), &database, SQLITE_OPEN_READONLY, nullptr),
              SQLITE_OK);
    ASSERT_EQ(sqlite3_prepare_v2(database, "SELECT item1 FROM metaData WHERE id = 'password'", -1,
                                 &salt, nullptr),
              SQLITE_OK);
    ASSERT_EQ(sqlite3_step(salt), SQLITE_ROW);
    EXPECT_EQ(sqlite3_column_bytes(salt, 0), *password != '\0' && NssIsSince("3.118") ? 48 : 20)
        << '"' << password << '"';
    sqlite3_finalize(salt);
    sqlite3_close(database);
    std::filesystem::remove_all(std::filesystem::path(KeyDatabase()).parent_path());
  }
}

// Before that, the second key of an id was written over the first, whatever its type.
TEST_F(NssVersionsTest, KeepsKeysOfOneIdButTwoTypesApartSince3_115) {
  OpenFresh("");
  std::string id = "one id";
  SECItem item = Borrow(id);
  for (CK_MECHANISM_TYPE mechanism : {CKM_AES_CBC, CKM_DES3_CBC}) {
    const Owned<PK11SymKey> key(PK11_TokenKeyGen(KeySlot().get(), mechanism, nullptr,
                                                 mechanism == CKM_AES_CBC ? 32 : 0, &item, PR_TRUE,
                                                 nullptr));
    ASSERT_NE(key, nullptr) << PORT_GetError();
  }
  int count = 0;
  for (PK11SymKey* next = PK11_ListFixedKeysInSlot(KeySlot().get(), nullptr, nullptr);
       next != nullptr; ++count) {
    const Owned<PK11SymKey> key(next);
    next = PK11_GetNextSymKey(next);
  }
  EXPECT_EQ(count, NssIsSince("3.115") ? 2 : 1);
}

int g_opened = 0;

// Firefox's NSS brings an SQLite of its own. Two of them in one process drop each other's POSIX
// locks; but the dynamic linker gives softoken the one that the program is linked with.
TEST_F(NssVersionsTest, SoftokenUsesTheSqliteThatTheProgramIsLinkedWith) {
  const auto on_open = [](sqlite3* /*database*/, const char** /*error*/, const void* /*api*/) {
    ++g_opened;
    return SQLITE_OK;
  };
  int (*const plain)(sqlite3*, const char**, const void*) = on_open;
  const auto hook = reinterpret_cast<void (*)()>(plain);
  ASSERT_EQ(sqlite3_auto_extension(hook), SQLITE_OK);
  OpenFirefox("plain");
  sqlite3_cancel_auto_extension(hook);
  EXPECT_GE(g_opened, 2);  // cert9.db and key4.db
}

}  // namespace
}  // namespace psm
