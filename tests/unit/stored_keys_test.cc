// Keys as the profile holds them: whole from the first commit on, and with the attributes of those
// that NSS alone would have stored.

#include <gtest/gtest.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <initializer_list>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "nss_glue/intent_journal.h"
#include "nss_glue/nss.h"
#include "nss_glue/nss_runtime.h"
#include "nss_glue/scoped.h"
#include "psm/certificate_database.h"
#include "psm/key_service.h"
#include "psm/secret_decoder_ring.h"
#include "psm/symmetric_key.h"
#include "shutdown/prevention_lock.h"
#include "tests/unit/live_profile.h"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
// Softoken compares the attributes of all objects of a slot, those of the session too, without the
// lock under which another thread sets the label of a new key. The bytes lie in the object itself.
extern "C" __attribute__((visibility("default"))) const char* __tsan_default_suppressions() {
  return "race:libsoftokn3.so\n";
}
#endif
#endif

namespace psm {
namespace {

constexpr char kLabel[] = "label";
constexpr unsigned char kRingId[] = {0xF8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01};
unsigned char p256[] = {0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};

// How often a database of the folder was written to: SQLite deletes a journal at each commit.
class CommitCounter {
 public:
  explicit CommitCounter(const std::string& folder) : inotify_(inotify_init1(IN_NONBLOCK)) {
    EXPECT_GE(inotify_add_watch(inotify_, folder.c_str(), IN_DELETE), 0);
  }
  ~CommitCounter() { close(inotify_); }
  CommitCounter(const CommitCounter&) = delete;
  CommitCounter& operator=(const CommitCounter&) = delete;

  // Since the last call: {"cert9.db-journal", 1}, ...
  std::map<std::string, int> Take() {
    std::map<std::string, int> commits;
    alignas(inotify_event) char buffer[65536];
    for (ssize_t length; (length = read(inotify_, buffer, sizeof(buffer))) > 0;) {
      for (char* at = buffer; at < buffer + length;) {
        const auto* event = reinterpret_cast<const inotify_event*>(at);
        ++commits[event->name];
        at += sizeof(*event) + event->len;
      }
    }
    return commits;
  }

 private:
  const int inotify_;
};

// The attributes that a private, public or secret key of ours may have, but for the key itself.
constexpr CK_ATTRIBUTE_TYPE kAttributes[] = {CKA_CLASS,
                                             CKA_TOKEN,
                                             CKA_PRIVATE,
                                             CKA_LABEL,
                                             CKA_KEY_TYPE,
                                             CKA_SUBJECT,
                                             CKA_SENSITIVE,
                                             CKA_ENCRYPT,
                                             CKA_DECRYPT,
                                             CKA_WRAP,
                                             CKA_UNWRAP,
                                             CKA_SIGN,
                                             CKA_SIGN_RECOVER,
                                             CKA_VERIFY,
                                             CKA_VERIFY_RECOVER,
                                             CKA_DERIVE,
                                             CKA_START_DATE,
                                             CKA_END_DATE,
                                             CKA_MODULUS_BITS,
                                             CKA_PUBLIC_EXPONENT,
                                             CKA_VALUE_LEN,
                                             CKA_EXTRACTABLE,
                                             CKA_LOCAL,
                                             CKA_NEVER_EXTRACTABLE,
                                             CKA_ALWAYS_SENSITIVE,
                                             CKA_KEY_GEN_MECHANISM,
                                             CKA_MODIFIABLE,
                                             CKA_EC_PARAMS};

using Attributes = std::map<CK_ATTRIBUTE_TYPE, std::string>;

Attributes Read(PK11ObjectType type, void* object) {
  Attributes attributes;
  for (CK_ATTRIBUTE_TYPE attribute : kAttributes) {
    ScopedItem value;
    if (nss::PK11_ReadRawAttribute(type, object, attribute, value.get()) == SECSuccess) {
      attributes[attribute] = absl::BytesToHexString(value.bytes());
    }
  }
  // What differs in length or content from key to key is only compared for being there.
  for (CK_ATTRIBUTE_TYPE attribute :
       std::initializer_list<CK_ATTRIBUTE_TYPE>{CKA_ID, CKA_MODULUS, CKA_EC_POINT, CKA_NSS_DB}) {
    ScopedItem value;
    if (nss::PK11_ReadRawAttribute(type, object, attribute, value.get()) == SECSuccess) {
      attributes[attribute] = absl::StrCat(value.bytes().size(), " bytes");
    }
  }
  return attributes;
}

struct Pair {
  Attributes private_key;
  Attributes public_key;
};

// The pair with this id; both halves have to be there.
Pair ReadPair(const std::string& id) {
  std::string bytes = absl::HexStringToBytes(id);
  SECItem item = BorrowItem(bytes, "test").value();
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  UniquePrivateKey private_key(nss::PK11_FindKeyByKeyID(slot.get(), &item, nullptr));
  if (private_key == nullptr) {
    ADD_FAILURE() << "no private key " << id;
    return {};
  }
  Pair pair = {Read(PK11_TypePrivKey, private_key.get()), {}};
  UniqueGenericObjects objects(nss::PK11_FindGenericObjects(slot.get(), CKO_PUBLIC_KEY));
  for (PK11GenericObject* object = objects.get(); object != nullptr;
       object = nss::PK11_GetNextGenericObject(object)) {
    ScopedItem object_id;
    if (nss::PK11_ReadRawAttribute(PK11_TypeGeneric, object, CKA_ID, object_id.get()) ==
            SECSuccess &&
        object_id.bytes() == bytes) {
      EXPECT_TRUE(pair.public_key.empty()) << "two public keys " << id;
      pair.public_key = Read(PK11_TypeGeneric, object);
    }
  }
  EXPECT_FALSE(pair.public_key.empty()) << "no public key " << id;
  return pair;
}

// As any program would make it with NSS alone.
Pair MakeBarePair(CK_MECHANISM_TYPE mechanism, void* parameters) {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  SECKEYPublicKey* public_key = nullptr;
  UniquePrivateKey key(nss::PK11_GenerateKeyPairWithFlags(
      slot.get(), mechanism, parameters, &public_key,
      PK11_ATTR_TOKEN | PK11_ATTR_PRIVATE | PK11_ATTR_SENSITIVE, nullptr));
  nss::SECKEY_DestroyPublicKey(public_key);
  EXPECT_EQ(nss::PK11_SetPrivateKeyNickname(key.get(), kLabel), SECSuccess);
  UniqueItem id(nss::PK11_GetLowLevelKeyIDForPrivateKey(key.get()));
  return ReadPair(absl::BytesToHexString(ItemBytes(*id)));
}

// Only what NSS sets after it has stored the key, and reads nowhere, may differ.
void ExpectSamePair(Pair ours, Pair bare) {
  EXPECT_EQ(ours.private_key[CKA_ALWAYS_SENSITIVE], "00");
  EXPECT_EQ(bare.private_key[CKA_ALWAYS_SENSITIVE], "01");
  for (Attributes* attributes : {&ours.private_key, &bare.private_key}) {
    attributes->erase(CKA_ALWAYS_SENSITIVE);
    // A newer NSS generates RSA keys without it; one that is carried over has softoken's default.
    if (NssRuntime::IsAtLeast("3.117")) attributes->erase(CKA_SIGN_RECOVER);
  }
  for (Attributes* attributes : {&ours.public_key, &bare.public_key}) {
    attributes->erase(CKA_NEVER_EXTRACTABLE);
  }
  EXPECT_GT(ours.private_key.size(), 10u);
  EXPECT_GT(ours.public_key.size(), 10u);
  EXPECT_EQ(ours.private_key, bare.private_key);
  EXPECT_EQ(ours.public_key, bare.public_key);
}

TEST(StoredKeysTest, AStoredPairHasTheAttributesOfOneThatNssStored) {
  LiveProfile profile;
  PreventionLock lock = PreventionLock::Acquire("test").value();
  PK11RSAGenParams rsa = {2048, 65537};
  SECItem ec = {siBuffer, p256, sizeof(p256)};
  ExpectSamePair(ReadPair(KeyService().GenerateRsa(2048, kLabel)->id()),
                 MakeBarePair(CKM_RSA_PKCS_KEY_PAIR_GEN, &rsa));
  ExpectSamePair(ReadPair(KeyService().GenerateEc(EllipticCurve::kP256, kLabel)->id()),
                 MakeBarePair(CKM_EC_KEY_PAIR_GEN, &ec));
}

TEST(StoredKeysTest, APrivateKeyIsStoredInOneCommit) {
  LiveProfile profile;
  CommitCounter commits(profile.Folder("first"));
  ASSERT_TRUE(KeyService().GenerateEc(EllipticCurve::kP384, kLabel).ok());
  EXPECT_EQ(commits.Take(),
            (std::map<std::string, int>{{"cert9.db-journal", 1}, {"key4.db-journal", 1}}));
  // NSS signs an RSA public key, and keeps the signature beside the private keys.
  ASSERT_TRUE(KeyService().GenerateRsa(2048, kLabel).ok());
  EXPECT_EQ(commits.Take(),
            (std::map<std::string, int>{{"cert9.db-journal", 1}, {"key4.db-journal", 2}}));
  ASSERT_TRUE(KeyService().GenerateRsa(2048).ok());
  EXPECT_TRUE(commits.Take().empty());
}

TEST(StoredKeysTest, NobodyWaitsForRsa) {
  LiveProfile profile;
  std::atomic<bool> made{false};
  const absl::Time begin = absl::Now();
  std::thread maker([&made] {
    EXPECT_TRUE(KeyService().GenerateRsa(4096, kLabel).ok());
    made = true;
  });
  absl::Duration longest;
  while (!made) {
    const absl::Time asked = absl::Now();
    CertificateDatabase().FindByNickname("none").IgnoreError();
    longest = std::max(longest, absl::Now() - asked);
  }
  maker.join();
  EXPECT_LT(longest, (absl::Now() - begin) / 2);
}

TEST(StoredKeysTest, ASecretKeyIsStoredInOneCommit) {
  LiveProfile profile;
  CommitCounter commits(profile.Folder("first"));
  ASSERT_TRUE(SymmetricKey::Generate(256, "made").ok());
  EXPECT_EQ(commits.Take(), (std::map<std::string, int>{{"key4.db-journal", 1}}));
  ASSERT_TRUE(SymmetricKey::Import(std::string(16, 'k'), "imported").ok());
  EXPECT_EQ(commits.Take(), (std::map<std::string, int>{{"key4.db-journal", 1}}));
}

UniqueSymKey FindSecretKey(const char* label) {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  std::string name(label);
  UniqueSymKey key(nss::PK11_ListFixedKeysInSlot(slot.get(), &name[0], nullptr));
  EXPECT_NE(key, nullptr) << label;
  return key;
}

TEST(StoredKeysTest, ASecretKeyHasTheAttributesOfOneThatNssStored) {
  LiveProfile profile;
  PreventionLock lock = PreventionLock::Acquire("test").value();
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  ASSERT_TRUE(SymmetricKey::Generate(256, "made").ok());
  ASSERT_TRUE(SymmetricKey::Import(std::string(32, 'k'), "imported").ok());
  UniqueSymKey bare_made(nss::PK11_TokenKeyGenWithFlags(
      slot.get(), CKM_AES_CBC, nullptr, 32, nullptr, CKF_ENCRYPT | CKF_DECRYPT,
      PK11_ATTR_TOKEN | PK11_ATTR_PRIVATE | PK11_ATTR_SENSITIVE, nullptr));
  std::string bytes(32, 'k');
  SECItem item = BorrowItem(bytes, "test").value();
  UniqueSymKey bare_imported(
      nss::PK11_ImportSymKeyWithFlags(slot.get(), CKM_AES_CBC, PK11_OriginUnwrap, CKA_ENCRYPT,
                                      &item, CKF_ENCRYPT | CKF_DECRYPT, PR_TRUE, nullptr));
  Attributes made = Read(PK11_TypeSymKey, FindSecretKey("made").get());
  Attributes imported = Read(PK11_TypeSymKey, FindSecretKey("imported").get());
  Attributes bare_made_attributes = Read(PK11_TypeSymKey, bare_made.get());
  Attributes bare_imported_attributes = Read(PK11_TypeSymKey, bare_imported.get());
  for (Attributes* attributes :
       {&made, &imported, &bare_made_attributes, &bare_imported_attributes}) {
    EXPECT_GT(attributes->size(), 10u);
    attributes->erase(CKA_LABEL);
  }
  EXPECT_EQ(imported, bare_imported_attributes);
  made.erase(CKA_ALWAYS_SENSITIVE);
  bare_made_attributes.erase(CKA_ALWAYS_SENSITIVE);
  EXPECT_EQ(made, bare_made_attributes);
}

int CountSecretKeys() {
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  int count = 0;
  for (PK11SymKey* next = nss::PK11_ListFixedKeysInSlot(slot.get(), nullptr, nullptr);
       next != nullptr; ++count) {
    UniqueSymKey key(next);
    next = nss::PK11_GetNextSymKey(next);
  }
  return count;
}

TEST(StoredKeysTest, TheDecoderRingFinishesAKeyWhoseMakingWasCut) {
  LiveProfile profile;
  const std::string sealed = SecretDecoderRing().Encrypt("secret").value();
  {
    PreventionLock lock = PreventionLock::Acquire("test").value();
    UniqueSlot slot(nss::PK11_GetInternalKeySlot());
    SECItem id = {siBuffer, const_cast<unsigned char*>(kRingId), sizeof(kRingId)};
    UniqueSymKey key(nss::PK11_FindFixedKey(slot.get(), CKM_AES_CBC, &id, nullptr));
    ASSERT_NE(key, nullptr);
    std::string text = "psm-sdr-aes";
    SECItem new_id = BorrowItem(text, "test").value();
    ASSERT_EQ(nss::PK11_WriteRawAttribute(PK11_TypeSymKey, key.get(), CKA_ID, &new_id), SECSuccess);
  }
  profile.Close();
  ASSERT_TRUE(IntentJournal::Open(profile.Folder("first"))
                  ->Begin({IntentKind::kSecret, {}, {"psm-sdr-aes"}, "", ""})
                  .ok());
  profile.Open("first");
  // The same key, so that what it encrypted before is not lost.
  ASSERT_TRUE(SecretDecoderRing().Encrypt("other").ok());
  PreventionLock lock = PreventionLock::Acquire("test").value();
  EXPECT_EQ(CountSecretKeys(), 1);
  UniqueSlot slot(nss::PK11_GetInternalKeySlot());
  SECItem id = {siBuffer, const_cast<unsigned char*>(kRingId), sizeof(kRingId)};
  EXPECT_NE(UniqueSymKey(nss::PK11_FindFixedKey(slot.get(), CKM_AES_CBC, &id, nullptr)), nullptr);
  EXPECT_EQ(SecretDecoderRing().Decrypt(sealed).value(), "secret");
}

}  // namespace
}  // namespace psm
