// Leaks in gated C code (leaks.c, leaks_givers_*.c, leaks_takers.c), which never heard of
// Tracked<T>: each is named by kind, and by call site when that is traced; it does to NSS_Shutdown
// what the report says; and every function that hands out references leaves the counts at zero once
// they are released. A wrong rule in tools/gen_shim/references.toml shows here.

#include "tests/shim/leaks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nss.h>
#include <prerror.h>
#include <secerr.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "nss_glue/reference_report.h"
#include "tests/shim/samples.h"
#include "tests/shim/samples_owner.h"
#include "tests/shim/tls_pair.h"

void PrintTo(const Leak& leak, std::ostream* out) { *out << leak.type; }
void PrintTo(const Giver& giver, std::ostream* out) { *out << giver.function; }

namespace psm::shim_testing {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Eq;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StrEq;

// NSS live on a filled profile, in a process of its own.
class LeaksTest : public SampleProfileTest {
 protected:
  void SetUp() override { profile_ = CopyOf(pristine_, "open"); }
  void TearDown() override { std::filesystem::remove_all(profile_); }

  void ExpectLive(const std::function<void()>& body) {
    const std::string end = RunInChild([&] {
      OpenBare(profile_);
      EXPECT_THAT(References::Outstanding(), IsEmpty());
      body();
    });
    EXPECT_EQ(end, "");
  }

  static int64_t CountOf(const std::string& type) {
    for (const OutstandingReferences& o : References::Outstanding()) {
      if (o.type == type) return o.count;
    }
    return 0;
  }

  std::string profile_;
};

TEST_F(LeaksTest, EachKindHasALeak) {
  std::vector<std::string> types;
  for (int i = 0; i < kLeakCount; ++i) types.emplace_back(kLeaks[i].type);
  for (int k = 0; k < kReferenceKinds; ++k) {
    EXPECT_THAT(types, Contains(StrEq(References::TypeName(static_cast<ReferenceKind>(k)))));
  }
}

class LeakTest : public LeaksTest, public testing::WithParamInterface<Leak> {
 protected:
  static void* Obtain() {
    void* const object = GetParam().obtain();
    Require(object != nullptr, GetParam().obtained);
    return object;
  }
};

TEST_P(LeakTest, IsNamedByKindUntilItIsReleased) {
  ExpectLive([] {
    void* const leak = Obtain();
    EXPECT_GE(CountOf(GetParam().type), 1);
    EXPECT_THAT(References::Describe(), HasSubstr(GetParam().type));
    GetParam().release(leak);
    EXPECT_EQ(References::Describe(), "");
    EXPECT_THAT(References::Outstanding(), IsEmpty());
    EXPECT_EQ(CloseBare(), 0);
  });
}

TEST_P(LeakTest, IsNamedByCallSiteWhenTraced) {
  ExpectLive([] {
    References::TraceSites(true);
    void* const leak = Obtain();
    EXPECT_THAT(References::Sites(),
                Contains(AllOf(Field(&ReferenceSite::type, StrEq(GetParam().type)),
                               Field(&ReferenceSite::object, Eq(leak)),
                               Field(&ReferenceSite::obtained_at,
                                     Contains(Contains(HasSubstr(GetParam().obtained)))))));
    GetParam().release(leak);
    EXPECT_THAT(References::Sites(), IsEmpty());
  });
}

ReferencePins PinsOf(const std::string& type) {
  for (int k = 0; k < kReferenceKinds; ++k) {
    const auto kind = static_cast<ReferenceKind>(k);
    if (type == References::TypeName(kind)) return References::Pins(kind);
  }
  Require(false, type.c_str());
  return ReferencePins::kWhenUsed;
}

class UsedLeakTest : public LeakTest {};

TEST_P(UsedLeakTest, DoesToNssShutdownWhatTheReportSays) {
  const ReferencePins pins = PinsOf(GetParam().type);
  ExpectLive([&] {
    void* const leak = Obtain();
    EXPECT_EQ(References::PinNss(), pins != ReferencePins::kWhenUsed);
    EXPECT_EQ(CloseBare(), SEC_ERROR_BUSY);
    EXPECT_FALSE(InitialiseBare(profile_));
    GetParam().release(leak);
    const bool again = InitialiseBare(profile_);
    if (pins == ReferencePins::kBusy) {
      EXPECT_TRUE(again);
    }
    if (pins == ReferencePins::kForever) {
      EXPECT_FALSE(again);
    }
  });
}

class FreshLeakTest : public LeakTest {};

// Since 3.101 NSS imports the key when it makes the context, no longer when it begins to verify.
bool IsUsedFromTheStart(const std::string& type) {
  return type == "VFYContext" && nss::NSS_VersionCheck("3.101");
}

TEST_P(FreshLeakTest, DoesNothingToNssShutdownUntilItIsUsed) {
  const bool used = IsUsedFromTheStart(GetParam().type);
  EXPECT_EQ(PinsOf(GetParam().type), ReferencePins::kWhenUsed);
  ExpectLive([&] {
    void* const leak = GetParam().obtain_fresh();
    Require(leak != nullptr, GetParam().type);
    EXPECT_EQ(CountOf(GetParam().type), 1);
    EXPECT_FALSE(References::PinNss());
    EXPECT_EQ(CloseBare(), used ? SEC_ERROR_BUSY : 0);
    EXPECT_EQ(InitialiseBare(profile_), !used);
    GetParam().release(leak);
    if (used) {
      EXPECT_TRUE(InitialiseBare(profile_));
    }
  });
}

std::vector<Leak> LeaksThat(bool (*matches)(const Leak&)) {
  std::vector<Leak> leaks;
  std::copy_if(kLeaks, kLeaks + kLeakCount, std::back_inserter(leaks), matches);
  return leaks;
}
std::string NameOf(const testing::TestParamInfo<Leak>& info) { return info.param.type; }

INSTANTIATE_TEST_SUITE_P(Kinds, LeakTest, testing::ValuesIn(kLeaks, kLeaks + kLeakCount), NameOf);
INSTANTIATE_TEST_SUITE_P(Kinds, UsedLeakTest, testing::ValuesIn(LeaksThat([](const Leak& leak) {
                           return leak.obtain != leak.obtain_fresh;
                         })),
                         NameOf);
INSTANTIATE_TEST_SUITE_P(Kinds, FreshLeakTest, testing::ValuesIn(LeaksThat([](const Leak& leak) {
                           return leak.obtain_fresh != nullptr;
                         })),
                         NameOf);

// Every giving function, released again.
class BalanceTest : public LeaksTest, public testing::WithParamInterface<Giver> {
 protected:
  // Firefox's NSS is built without it.
  bool NssHasLibpkix() {
    return RunInChild([&] {
             OpenBare(profile_);
             _exit(nss::CERT_SetUsePKIXForValidation(PR_FALSE) == SECSuccess ? 0 : 2);
           })
        .empty();
  }
};

TEST_P(BalanceTest, WhatIsGivenAndReleasedLeavesNothing) {
  if (absl::string_view(GetParam().function) == "CERT_PKIXVerifyCert" && !NssHasLibpkix()) {
    return ExpectLive([] {
      EXPECT_EQ(nss::CERT_PKIXVerifyCert(nullptr, 0, nullptr, nullptr, nullptr), SECFailure);
      EXPECT_EQ(PORT_GetError(), PR_NOT_IMPLEMENTED_ERROR);
      EXPECT_THAT(References::Outstanding(), IsEmpty()) << References::Describe();
    });
  }
  ExpectLive([] {
    GetParam().run();
    EXPECT_THAT(References::Outstanding(), IsEmpty()) << References::Describe();
    EXPECT_EQ(CloseBare(), 0);
  });
}

std::vector<Giver> AllGivers() {
  std::vector<Giver> givers;
  for (const GiverTable& table : {kCertificateGivers, kKeyGivers, kSymKeyGivers, kSlotGivers,
                                  kContextGivers, kMessageGivers, kTlsGivers}) {
    givers.insert(givers.end(), table.rows, table.rows + table.count);
  }
  return givers;
}

INSTANTIATE_TEST_SUITE_P(Givers, BalanceTest, testing::ValuesIn(AllGivers()),
                         [](const auto& info) { return std::string(info.param.function); });
INSTANTIATE_TEST_SUITE_P(Takers, BalanceTest, testing::ValuesIn(kTakers, kTakers + kTakerCount),
                         [](const auto& info) { return std::string(info.param.function); });

// Those that need a connection.
class TlsBalanceTest : public LeaksTest {};

TEST_F(TlsBalanceTest, SSL_PeerCertificate) {
  ExpectLive([] {
    tls_testing::MakeServerCertificate();
    EXPECT_THAT(References::Outstanding(), IsEmpty());
    {
      tls_testing::TlsPair pair;
      pair.Handshake();
      for (CERTCertificate* certificate :
           {nss::SSL_PeerCertificate(pair.client()), nss::SSL_RevealCert(pair.client()),
            nss::SSL_LocalCertificate(pair.server())}) {
        Require(certificate != nullptr, "a certificate of the connection");
        nss::CERT_DestroyCertificate(certificate);
      }
      CERTCertList* const chain = nss::SSL_PeerCertificateChain(pair.client());
      Require(chain != nullptr, "SSL_PeerCertificateChain");
      nss::CERT_DestroyCertList(chain);
    }
    EXPECT_THAT(References::Outstanding(), IsEmpty()) << References::Describe();
  });
}

// The certificate and the key go from the callback to NSS.
SECStatus GiveClientCertificate(void* given, PRFileDesc* /*fd*/, CERTDistNames* /*authorities*/,
                                CERTCertificate** certificate, SECKEYPrivateKey** key) {
  *certificate = nss::PK11_FindCertFromNickname(kSampleNickname, nullptr);
  Require(*certificate != nullptr, "PK11_FindCertFromNickname");
  *key = nss::PK11_FindKeyByAnyCert(*certificate, nullptr);
  *static_cast<bool*>(given) = *key != nullptr;
  return SECSuccess;
}

TEST_F(TlsBalanceTest, ClientAuthDataHook) {
  ExpectLive([] {
    tls_testing::MakeServerCertificate();
    bool given = false;
    {
      tls_testing::TlsPair pair;
      nss::SSL_OptionSet(pair.server(), SSL_REQUEST_CERTIFICATE, PR_TRUE);
      nss::SSL_OptionSet(pair.server(), SSL_REQUIRE_CERTIFICATE, SSL_REQUIRE_NEVER);
      nss::SSL_GetClientAuthDataHook(pair.client(), GiveClientCertificate, &given);
      static_cast<void>(pair.TryHandshake());
    }
    EXPECT_TRUE(given);
    EXPECT_THAT(References::Outstanding(), IsEmpty()) << References::Describe();
  });
}

}  // namespace
}  // namespace psm::shim_testing
