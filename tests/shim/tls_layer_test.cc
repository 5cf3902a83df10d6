// The TLS layer of nss_glue/tls_layer.h over real connections: every method in every state of the
// profile, what a drain does to threads that block, and the life of a descriptor.

#include "nss_glue/tls_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <prerror.h>
#include <private/pprio.h>
#include <prnetdb.h>
#include <secerr.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "shutdown/registry.h"
#include "tests/shim/tls_pair.h"
#include "tests/unit/gate_testing.h"
#include "tests/unit/live_profile.h"

#ifdef PSM_TEST_TSAN
// Opening a profile looks at every descriptor of the process, those that other threads make and
// close meanwhile included.
extern "C" __attribute__((visibility("default"))) const char* __tsan_default_suppressions() {
  return "race:psm::DatabasesOpenInProcess\n";
}
#endif

namespace psm {
namespace {

using namespace tls_testing;  // NOLINT(google-build-using-namespace)
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr PRIntervalTime kForEver = PR_INTERVAL_NO_TIMEOUT;

struct Method {
  const char* name;
  std::function<bool(PRFileDesc*)> fails;
};

bool PollFails(PRFileDesc* fd) {
  PRPollDesc poll = {fd, PR_POLL_READ | PR_POLL_WRITE, 0};
  if (PR_Poll(&poll, 1, PR_INTERVAL_NO_WAIT) != 1 || poll.out_flags != PR_POLL_ERR) return false;
  PR_SetError(SEC_ERROR_NOT_INITIALIZED, 0);  // PR_Poll itself succeeded
  return true;
}

// Every operation of NSPR that reaches a descriptor's methods, but PR_Close.
std::vector<Method> Methods() {
  static char buffer[16];
  static PRNetAddr address;
  static PRNetAddr* address_out;
  static PRFileDesc* accepted;
  static PRIOVec vector = {buffer, 1};
  PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &address);
  return {
      {"PR_Read", [](PRFileDesc* fd) { return PR_Read(fd, buffer, 1) == -1; }},
      {"PR_Write", [](PRFileDesc* fd) { return PR_Write(fd, buffer, 1) == -1; }},
      {"PR_Available", [](PRFileDesc* fd) { return PR_Available(fd) == -1; }},
      {"PR_Available64", [](PRFileDesc* fd) { return PR_Available64(fd) == -1; }},
      {"PR_Sync", [](PRFileDesc* fd) { return PR_Sync(fd) == PR_FAILURE; }},
      {"PR_Seek", [](PRFileDesc* fd) { return PR_Seek(fd, 0, PR_SEEK_SET) == -1; }},
      {"PR_Seek64", [](PRFileDesc* fd) { return PR_Seek64(fd, 0, PR_SEEK_SET) == -1; }},
      {"PR_GetOpenFileInfo",
       [](PRFileDesc* fd) {
         PRFileInfo info;
         return PR_GetOpenFileInfo(fd, &info) == PR_FAILURE;
       }},
      {"PR_GetOpenFileInfo64",
       [](PRFileDesc* fd) {
         PRFileInfo64 info;
         return PR_GetOpenFileInfo64(fd, &info) == PR_FAILURE;
       }},
      {"PR_Writev", [](PRFileDesc* fd) { return PR_Writev(fd, &vector, 1, kForEver) == -1; }},
      {"PR_Connect",
       [](PRFileDesc* fd) { return PR_Connect(fd, &address, kForEver) == PR_FAILURE; }},
      {"PR_Accept", [](PRFileDesc* fd) { return PR_Accept(fd, &address, kForEver) == nullptr; }},
      {"PR_Bind", [](PRFileDesc* fd) { return PR_Bind(fd, &address) == PR_FAILURE; }},
      {"PR_Listen", [](PRFileDesc* fd) { return PR_Listen(fd, 1) == PR_FAILURE; }},
      {"PR_Shutdown",
       [](PRFileDesc* fd) { return PR_Shutdown(fd, PR_SHUTDOWN_BOTH) == PR_FAILURE; }},
      {"PR_Recv", [](PRFileDesc* fd) { return PR_Recv(fd, buffer, 1, 0, kForEver) == -1; }},
      {"PR_Send", [](PRFileDesc* fd) { return PR_Send(fd, buffer, 1, 0, kForEver) == -1; }},
      {"PR_RecvFrom",
       [](PRFileDesc* fd) { return PR_RecvFrom(fd, buffer, 1, 0, &address, kForEver) == -1; }},
      {"PR_SendTo",
       [](PRFileDesc* fd) { return PR_SendTo(fd, buffer, 1, 0, &address, kForEver) == -1; }},
      {"PR_Poll", PollFails},
      {"PR_AcceptRead",
       [](PRFileDesc* fd) {
         return PR_AcceptRead(fd, &accepted, &address_out, buffer, 1, kForEver) == -1;
       }},
      {"PR_TransmitFile",
       [](PRFileDesc* fd) {
         return PR_TransmitFile(fd, fd, buffer, 1, PR_TRANSMITFILE_KEEP_OPEN, kForEver) == -1;
       }},
      {"PR_GetSockName", [](PRFileDesc* fd) { return PR_GetSockName(fd, &address) == PR_FAILURE; }},
      {"PR_GetPeerName", [](PRFileDesc* fd) { return PR_GetPeerName(fd, &address) == PR_FAILURE; }},
      {"PR_GetSocketOption",
       [](PRFileDesc* fd) {
         PRSocketOptionData option;
         option.option = PR_SockOpt_Nonblocking;
         return PR_GetSocketOption(fd, &option) == PR_FAILURE;
       }},
      {"PR_SetSocketOption",
       [](PRFileDesc* fd) {
         PRSocketOptionData option;
         option.option = PR_SockOpt_NoDelay;
         option.value.no_delay = PR_TRUE;
         return PR_SetSocketOption(fd, &option) == PR_FAILURE;
       }},
      {"PR_SendFile",
       [](PRFileDesc* fd) {
         PRSendFileData data = {fd, 0, 0, buffer, 1, nullptr, 0};
         return PR_SendFile(fd, &data, PR_TRANSMITFILE_KEEP_OPEN, kForEver) == -1;
       }},
      {"PR_ConnectContinue",
       [](PRFileDesc* fd) { return PR_ConnectContinue(fd, PR_POLL_WRITE) == PR_FAILURE; }},
  };
}

void ExpectAllRefused(PRFileDesc* fd) {
  for (const Method& method : Methods()) {
    PR_SetError(0, 0);
    EXPECT_TRUE(IsRefused(method.fails(fd))) << method.name << ": " << NsprError();
  }
}

// What the other end finds on the wire, until it is shut down or nothing more comes.
std::string ReadRaw(PRFileDesc* tcp) {
  std::string all;
  char buffer[4096];
  for (PRInt32 n;
       (n = PR_Recv(tcp, buffer, sizeof buffer, 0, PR_MillisecondsToInterval(50))) > 0;) {
    all.append(buffer, n);
  }
  return all;
}

// Pipes left out: ThreadSanitizer starts its symbolizer when it first needs it, and keeps two.
size_t OpenFiles() {
  size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code unreadable;
    const std::string what = std::filesystem::read_symlink(entry.path(), unreadable).string();
    if (what.rfind("pipe:", 0) != 0) ++count;
  }
  return count;
}

// Until not one byte more fits, the kernel having moved all it can.
void FillSocket(PRFileDesc* fd) {
  const int socket = static_cast<int>(PR_FileDesc2NativeHandle(fd));
  const std::string much(1 << 16, 'x');
  const auto send = [&](size_t size) {
    return ::send(socket, much.data(), size, MSG_DONTWAIT) > 0;
  };
  do {
    for (size_t size = much.size(); size > 0; size /= 2) {
      while (send(size)) {
      }
    }
    absl::SleepFor(absl::Milliseconds(100));
  } while (send(1));
}

// A thread, and a way to know that it sleeps in the kernel.
class WatchedThread {
 public:
  explicit WatchedThread(std::function<void()> body)
      : thread_([this, body = std::move(body)] {
          tid_ = static_cast<pid_t>(syscall(SYS_gettid));
          body();
          ended_ = true;
        }) {}
  ~WatchedThread() { Join(); }
  void Join() {
    if (thread_.joinable()) thread_.join();
  }
  // Returns when the thread waits in poll(2), where NSPR waits for sockets. It fails the test if
  // the thread ends instead.
  void WaitUntilItPolls() {
    for (;;) {
      std::this_thread::yield();
      if (ended_) {
        ADD_FAILURE() << "the thread never waited";
        return;
      }
      if (tid_ == 0) continue;
      std::ifstream file(absl::StrCat("/proc/self/task/", tid_.load(), "/syscall"));
      std::string number;
      if (file >> number && number == std::to_string(SYS_poll)) return;
    }
  }

 private:
  std::atomic<pid_t> tid_{0};
  std::atomic<bool> ended_{false};
  std::thread thread_;
};

class TlsLayerTest : public testing::Test {
 protected:
  TlsLayerTest() { MakeServerCertificate(); }

  LiveProfile profile_;
};

TEST_F(TlsLayerTest, MethodsDoTheirWorkWhileTheProfileIsLive) {
  TlsPair pair;
  pair.Handshake();
  EXPECT_TRUE(Sends(pair.client(), pair.server()));
  EXPECT_TRUE(Sends(pair.server(), pair.client()));

  char buffer[16];
  EXPECT_EQ(PR_Send(pair.client(), "abc", 3, 0, kForEver), 3);
  EXPECT_EQ(PR_Recv(pair.server(), buffer, 3, PR_MSG_PEEK, kForEver), 3);
  EXPECT_EQ(PR_Recv(pair.server(), buffer, 3, 0, kForEver), 3);

  char first[] = "ab", second[] = "c";
  const PRIOVec vectors[] = {{first, 2}, {second, 1}};
  EXPECT_EQ(PR_Writev(pair.client(), vectors, 2, kForEver), 3);
  EXPECT_EQ(PR_Read(pair.server(), buffer, sizeof buffer), 3);
  EXPECT_EQ(std::string(buffer, 3), "abc");

  ScratchDir scratch;
  PRFileDesc* file = PR_Open(scratch.Write("file", "content").c_str(), PR_RDONLY, 0);
  EXPECT_EQ(PR_TransmitFile(pair.client(), file, "head", 4, PR_TRANSMITFILE_KEEP_OPEN, kForEver),
            11);
  PRInt32 got = 0;
  while (got < 11) got += PR_Read(pair.server(), buffer + got, 16 - got);
  EXPECT_EQ(std::string(buffer, 11), "headcontent");
  PR_Close(file);

  PRNetAddr mine, theirs;
  EXPECT_EQ(PR_GetSockName(pair.client(), &mine), PR_SUCCESS);
  EXPECT_EQ(PR_GetPeerName(pair.server(), &theirs), PR_SUCCESS);
  EXPECT_EQ(mine.inet.port, theirs.inet.port);

  SetBlocking(pair.client(), false);
  EXPECT_EQ(PR_Read(pair.client(), buffer, 1), -1);
  EXPECT_EQ(PR_GetError(), PR_WOULD_BLOCK_ERROR);
  PRPollDesc poll = {pair.client(), PR_POLL_READ | PR_POLL_WRITE, 0};
  EXPECT_EQ(PR_Poll(&poll, 1, PR_INTERVAL_NO_WAIT), 1);
  EXPECT_EQ(poll.out_flags, PR_POLL_WRITE);

  EXPECT_EQ(PR_Shutdown(pair.client(), PR_SHUTDOWN_SEND), PR_SUCCESS);
  EXPECT_EQ(PR_Read(pair.server(), buffer, 1), 0);  // close_notify
}

// What NSS does not implement stays NSS's answer.
TEST_F(TlsLayerTest, NssAnswersForWhatItDoesNotImplement) {
  TlsPair pair;
  PR_SetError(0, 0);
  EXPECT_EQ(PR_Available(pair.client()), -1);
  EXPECT_EQ(PR_GetError(), PR_NOT_IMPLEMENTED_ERROR);
}

TEST_F(TlsLayerTest, ThePointerStaysWhatItWas) {
  PRFileDesc* const tcp = PR_NewTCPSocket();
  EXPECT_EQ(nss::SSL_ImportFD(nullptr, tcp), tcp);
  EXPECT_EQ(PR_GetDescType(tcp), PR_DESC_LAYERED);
  PR_Close(tcp);
}

TEST_F(TlsLayerTest, AFailedImportLeavesTheDescriptorAsItWas) {
  const auto [tcp, other] = NewSocketPair();
  EXPECT_EQ(nss::SSL_ImportFD(/*model=*/other, tcp), nullptr);  // no TLS descriptor
  EXPECT_TRUE(Sends(tcp, other));
  PR_Close(tcp);
  PR_Close(other);
}

TEST_F(TlsLayerTest, EveryMethodIsRefusedDuringADrain) {
  TlsPair pair;
  pair.Handshake();
  Holder holder("holder");
  BackgroundDrain drain;
  ExpectAllRefused(pair.client());
  ExpectAllRefused(pair.server());
  EXPECT_EQ(nss::SSL_ImportFD(nullptr, pair.client()), nullptr);
  holder.Leave();
  ASSERT_EQ(drain.Report().result, DrainResult::kOk);
  OpenGate();
  // Nothing was sent, nothing was lost.
  EXPECT_TRUE(Sends(pair.client(), pair.server()));
  EXPECT_TRUE(Sends(pair.server(), pair.client()));
}

TEST_F(TlsLayerTest, AThreadThatIsInsideGoesOnDuringADrain) {
  TlsPair pair;
  pair.Handshake();
  Event entered;
  bool sent = false;
  std::thread inside([&] {
    GateEntry entry("inside");
    entered.Set();
    while (!GateIsClosing()) std::this_thread::yield();
    sent = Sends(pair.client(), pair.server());
  });
  entered.Wait();
  BackgroundDrain drain;
  inside.join();
  EXPECT_TRUE(sent);
  EXPECT_EQ(drain.Report().result, DrainResult::kOk);
  OpenGate();
}

TEST_F(TlsLayerTest, EveryMethodIsRefusedUnderTheNextProfile) {
  TlsPair pair;
  pair.Handshake();
  profile_.SwitchTo("second");
  ExpectAllRefused(pair.client());
  ExpectAllRefused(pair.server());
}

TEST_F(TlsLayerTest, EveryMethodIsRefusedWhileNssIsDown) {
  TlsPair pair;
  pair.Handshake();
  profile_.Close();
  ExpectAllRefused(pair.client());
  ExpectAllRefused(pair.server());
  EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
  EXPECT_EQ(PR_Close(pair.TakeServer()), PR_SUCCESS);
}

// As after a change that failed once the objects were released.
TEST_F(TlsLayerTest, EveryMethodIsRefusedWhenTheSameProfileGoesOnWithoutIt) {
  TlsPair pair;
  pair.Handshake();
  CloseGate();
  EvaporateAll();
  OpenGate();
  ExpectAllRefused(pair.client());
  ExpectAllRefused(pair.server());
  EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
}

TEST_F(TlsLayerTest, SslFunctionsFindNoTlsOnceItIsGone) {
  TlsPair pair;
  pair.Handshake();
  profile_.SwitchTo("second");
  EXPECT_EQ(nss::SSL_PeerCertificate(pair.client()), nullptr);
  EXPECT_EQ(nss::SSL_OptionSet(pair.client(), SSL_SECURITY, PR_TRUE), SECFailure);
  EXPECT_EQ(PR_GetError(), PR_BAD_DESCRIPTOR_ERROR);
}

TEST_F(TlsLayerTest, NothingIsSentOnceTheProfileIsGone) {
  const auto [client, other] = NewSocketPair();
  ASSERT_NE(ImportClient(client), nullptr);
  SetBlocking(client, false);
  nss::SSL_ForceHandshake(client);  // sends the first message
  EXPECT_FALSE(ReadRaw(other).empty());
  profile_.SwitchTo("second");
  PR_Write(client, "secret", 6);
  nss::SSL_ForceHandshake(client);
  EXPECT_EQ(PR_Close(client), PR_SUCCESS);
  EXPECT_EQ(ReadRaw(other), "");
  PR_Close(other);
}

TEST_F(TlsLayerTest, CloseSendsACloseNotify) {
  TlsPair pair;
  pair.Handshake();
  EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
  char buffer[1];
  EXPECT_EQ(PR_Read(pair.server(), buffer, 1), 0);
}

TEST_F(TlsLayerTest, CloseFreesTheSocketInEveryState) {
  const size_t before = OpenFiles();
  {
    TlsPair live;
    live.Handshake();
  }
  EXPECT_EQ(OpenFiles(), before);
  auto gone = std::make_unique<TlsPair>();
  gone->Handshake();
  profile_.SwitchTo("second");
  gone.reset();
  EXPECT_EQ(OpenFiles(), before);
  EXPECT_EQ(Registry::Count(), 0u);
}

TEST_F(TlsLayerTest, ACloseDuringADrainIsLeftToTheOwner) {
  const size_t before = OpenFiles();
  TlsPair pair;
  pair.Handshake();
  const size_t tracked = Registry::Count();
  {
    Holder holder("holder");
    BackgroundDrain drain;
    EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
    EXPECT_EQ(PR_Close(pair.TakeServer()), PR_SUCCESS);
    EXPECT_EQ(Registry::Count(), tracked);
    holder.Leave();
    ASSERT_EQ(drain.Report().result, DrainResult::kOk);
  }
  EXPECT_EQ(EvaporateAll().released, tracked);
  EXPECT_EQ(OpenFiles(), before);
  OpenGate();
}

TEST_F(TlsLayerTest, ACloseDuringADrainThatIsGivenUpIsMadeUpFor) {
  const size_t before = OpenFiles();
  TlsPair pair;
  pair.Handshake();
  {
    Holder holder("holder");
    EXPECT_EQ(DrainWithTls(kShort).result, DrainResult::kDeadline);
    EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
    EXPECT_EQ(PR_Close(pair.TakeServer()), PR_SUCCESS);
  }
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_EQ(Registry::ReleaseOrphans(LockOrDie()), 2u);
  EXPECT_EQ(OpenFiles(), before);
}

TEST_F(TlsLayerTest, AConnectionThatADrainCutNeverReadsAsAnOrderlyEnd) {
  TlsPair pair;
  pair.Handshake();
  {
    Holder holder("PR_Read on TLS");  // stands for one that does not end
    EXPECT_EQ(DrainWithTls(kShort).result, DrainResult::kDeadline);
  }
  ASSERT_TRUE(GateControl::Resume().ok());
  char buffer[1];
  EXPECT_TRUE(IsRefused(PR_Read(pair.client(), buffer, 1) == -1)) << NsprError();
  EXPECT_TRUE(IsRefused(PR_Recv(pair.server(), buffer, 1, 0, kForEver) == -1)) << NsprError();
  EXPECT_TRUE(IsRefused(PR_Write(pair.client(), buffer, 1) == -1)) << NsprError();
}

TEST_F(TlsLayerTest, ADrainThatWaitsForSomethingElseCutsNothing) {
  TlsPair pair;
  pair.Handshake();
  {
    Holder holder("a prompt");
    const DrainReport report = DrainWithTls(kShort);
    EXPECT_EQ(report.result, DrainResult::kDeadline);
    EXPECT_GE(report.waited, kShort);
    ASSERT_EQ(report.holders.size(), 1u);
    EXPECT_EQ(report.holders[0].held_at_least, report.waited);
  }
  ASSERT_TRUE(GateControl::Resume().ok());
  EXPECT_TRUE(Sends(pair.client(), pair.server()));
  EXPECT_TRUE(Sends(pair.server(), pair.client()));
}

TEST_F(TlsLayerTest, ADrainThatWaitsForNobodyCutsNothing) {
  TlsPair pair;
  pair.Handshake();
  ASSERT_EQ(DrainWithTls(kHang).result, DrainResult::kOk);
  OpenGate();
  EXPECT_TRUE(Sends(pair.client(), pair.server()));
}

TEST_F(TlsLayerTest, ADescriptorMadeInADrainIsCut) {
  const auto [client, other] = NewSocketPair();
  bool refused = false;
  Event inside;
  std::thread thread([&, client = client] {
    GateEntry entry("holder");
    inside.Set();
    while (!GateIsClosing()) std::this_thread::yield();
    char buffer[1];
    refused = ImportServer(client) != nullptr && IsRefused(PR_Read(client, buffer, 1) == -1);
  });
  inside.Wait();
  EXPECT_EQ(DrainWithTls(kHang).result, DrainResult::kOk);
  thread.join();
  EXPECT_TRUE(refused) << NsprError();
  OpenGate();
  PR_Close(client);
  PR_Close(other);
}

TEST_F(TlsLayerTest, PinsAndHoldersNameADescriptor) {
  TlsPair pair;
  pair.Handshake();
  EXPECT_THAT(Registry::Pins(), Contains(AllOf(Field(&Pin::type, "TLS descriptor"),
                                               Field(&Pin::label, "SSL_ImportFD"))));
  WatchedThread reader([&] {
    char buffer[1];
    PR_Read(pair.client(), buffer, 1);
  });
  reader.WaitUntilItPolls();
  const DrainReport report = GateControl::Drain(kShort);
  ASSERT_EQ(report.holders.size(), 1u);
  EXPECT_EQ(report.holders[0].label, "PR_Read on TLS");
  OpenGate();
  EXPECT_TRUE(PR_Write(pair.server(), "x", 1) == 1);
}

// Listening sockets.

class TlsListenerTest : public TlsLayerTest {
 protected:
  TlsListenerTest() : listener_(PR_NewTCPSocket()) {
    PRNetAddr any;
    PR_InitializeNetAddr(PR_IpAddrLoopback, 0, &any);
    Require(PR_Bind(listener_, &any) == PR_SUCCESS, "PR_Bind");
    Require(nss::SSL_ImportFD(nullptr, listener_) != nullptr, "SSL_ImportFD");
    ConfigureServer(listener_);
    Require(PR_Listen(listener_, 5) == PR_SUCCESS, "PR_Listen");
    Require(PR_GetSockName(listener_, &address_) == PR_SUCCESS, "PR_GetSockName");
  }
  ~TlsListenerTest() override {
    if (listener_ != nullptr) PR_Close(listener_);
  }

  // A client that connects, shakes hands and says "hello".
  std::thread StartClient() {
    return std::thread([this] {
      PRFileDesc* const fd = ImportClient(PR_NewTCPSocket());
      EXPECT_EQ(PR_Connect(fd, &address_, kForEver), PR_SUCCESS);
      EXPECT_EQ(PR_Write(fd, "hello", 5), 5);
      char buffer[1];
      PR_Read(fd, buffer, 1);  // until the server has closed
      PR_Close(fd);
    });
  }

  PRFileDesc* listener_;
  PRNetAddr address_;
};

TEST_F(TlsListenerTest, AnAcceptedDescriptorHasTheLayer) {
  std::thread client = StartClient();
  PRNetAddr from;
  PRFileDesc* const accepted = PR_Accept(listener_, &from, kForEver);
  ASSERT_NE(accepted, nullptr) << NsprError();
  char buffer[5];
  EXPECT_EQ(PR_Read(accepted, buffer, 5), 5);
  EXPECT_THAT(Registry::Pins(), Contains(Field(&Pin::label, "PR_Accept on TLS")));
  profile_.SwitchTo("second");
  ExpectAllRefused(accepted);
  EXPECT_EQ(PR_Close(accepted), PR_SUCCESS);
  client.join();
}

TEST_F(TlsListenerTest, AcceptReadGivesADescriptorWithTheLayer) {
  std::thread client = StartClient();
  PRFileDesc* accepted = nullptr;
  PRNetAddr* from = nullptr;
  std::vector<char> buffer(5 + 2 * PR_ACCEPT_READ_BUF_OVERHEAD);
  EXPECT_EQ(PR_AcceptRead(listener_, &accepted, &from, buffer.data(), 5, kForEver), 5);
  ASSERT_NE(accepted, nullptr);
  profile_.SwitchTo("second");
  ExpectAllRefused(accepted);
  EXPECT_EQ(PR_Close(accepted), PR_SUCCESS);
  client.join();
}

TEST_F(TlsListenerTest, ABlockedAcceptEndsWithTheProfile) {
  bool refused = false;
  WatchedThread acceptor([&] {
    PRNetAddr from;
    refused = IsRefused(PR_Accept(listener_, &from, kForEver) == nullptr);
  });
  acceptor.WaitUntilItPolls();
  profile_.SwitchTo("second");
  acceptor.Join();
  EXPECT_TRUE(refused);
}

// Threads that block while the profile changes, in both modes.

class TlsDrainTest : public testing::TestWithParam<const char*> {
 protected:
  TlsDrainTest() : profile_(GetParam()) { MakeServerCertificate(); }

  LiveProfile profile_;
};

INSTANTIATE_TEST_SUITE_P(Modes, TlsDrainTest, testing::Values("coordinated", "never"));

TEST_P(TlsDrainTest, ABlockedReadEndsWithTheProfile) {
  TlsPair pair;
  pair.Handshake();
  bool refused = false;
  WatchedThread reader([&] {
    char buffer[1];
    refused = IsRefused(PR_Read(pair.client(), buffer, 1) == -1);
  });
  reader.WaitUntilItPolls();
  profile_.SwitchTo("second");
  reader.Join();
  EXPECT_TRUE(refused);
}

TEST_P(TlsDrainTest, ABlockedWriteEndsWithTheProfile) {
  TlsPair pair;
  pair.Handshake();
  bool refused = false;
  WatchedThread writer([&] {
    const std::string much(1 << 16, 'x');
    while (PR_Write(pair.client(), much.data(), much.size()) > 0) {
    }
    refused = IsRefused(true);
  });
  writer.WaitUntilItPolls();
  profile_.SwitchTo("second");
  writer.Join();
  EXPECT_TRUE(refused);
}

TEST_P(TlsDrainTest, ABlockedHandshakeEndsWithTheProfile) {
  TlsPair pair;
  SECStatus status = SECSuccess;
  WatchedThread client([&] { status = nss::SSL_ForceHandshake(pair.client()); });
  client.WaitUntilItPolls();
  profile_.SwitchTo("second");
  client.Join();
  EXPECT_EQ(status, SECFailure);
}

TEST_P(TlsDrainTest, ABlockedCloseEndsWithTheProfile) {
  TlsPair pair;
  pair.Handshake();
  FillSocket(pair.client());
  PRStatus status = PR_FAILURE;
  WatchedThread closer([&] { status = PR_Close(pair.TakeClient()); });
  closer.WaitUntilItPolls();  // the close_notify does not fit
  profile_.SwitchTo("second");
  closer.Join();
  EXPECT_EQ(status, PR_SUCCESS);
}

TEST_P(TlsDrainTest, AThreadInPollWakesWithTheProfile) {
  TlsPair pair;
  pair.Handshake();
  PRInt32 ready = -1;
  bool refused = false;
  WatchedThread poller([&] {
    PRPollDesc poll = {pair.client(), PR_POLL_READ, 0};
    ready = PR_Poll(&poll, 1, kForEver);
    char buffer[1];
    refused = IsRefused(PR_Read(pair.client(), buffer, 1) == -1);
  });
  poller.WaitUntilItPolls();
  profile_.SwitchTo("second");
  poller.Join();
  EXPECT_EQ(ready, 1);
  EXPECT_TRUE(refused);
}

TEST_P(TlsDrainTest, ProfilesChangeManyTimesUnderOpenConnections) {
  const size_t files = OpenFiles();
  for (int i = 0; i < 10; ++i) {
    TlsPair idle, read, written, polled, closed;
    for (TlsPair* pair : {&idle, &read, &written, &polled, &closed}) pair->Handshake();
    std::atomic<int> refused{0};
    WatchedThread reader([&] {
      char buffer[1];
      refused += IsRefused(PR_Read(read.client(), buffer, 1) == -1);
    });
    WatchedThread writer([&] {
      const std::string much(1 << 16, 'x');
      while (PR_Write(written.client(), much.data(), much.size()) > 0) {
      }
      refused += IsRefused(true);
    });
    WatchedThread poller([&] {
      PRPollDesc poll = {polled.client(), PR_POLL_READ, 0};
      PR_Poll(&poll, 1, kForEver);
      char buffer[1];
      refused += IsRefused(PR_Read(polled.client(), buffer, 1) == -1);
    });
    reader.WaitUntilItPolls();
    writer.WaitUntilItPolls();
    poller.WaitUntilItPolls();
    std::atomic<bool> stop{false};
    // Comes and goes while the drain wakes and evaporates.
    std::thread churn([&] {
      PR_Close(closed.TakeClient());
      PR_Close(closed.TakeServer());
      while (!stop) {
        const auto [client, server] = NewSocketPair();
        ImportClient(client);
        PR_Close(client);
        PR_Close(server);
      }
    });
    profile_.SwitchTo(absl::StrCat("p", i));
    stop = true;
    churn.join();
    reader.Join();
    writer.Join();
    poller.Join();
    EXPECT_EQ(refused, 3);
    MakeServerCertificate();
    TlsPair next;
    next.Handshake();
    EXPECT_TRUE(Sends(next.client(), next.server()));
  }
  EXPECT_EQ(OpenFiles(), files);
  EXPECT_EQ(Registry::Count(), 0u);
}

// PR_Poll walks the layers outside the gate while they are released.
TEST_P(TlsDrainTest, PollingGoesOnAcrossChanges) {
  for (int i = 0; i < 10; ++i) {
    TlsPair pair;
    pair.Handshake();
    SetBlocking(pair.client(), false);
    std::atomic<bool> stop{false};
    std::thread poller([&] {
      while (!stop) {
        PRPollDesc poll = {pair.client(), PR_POLL_READ, 0};
        PR_Poll(&poll, 1, PR_INTERVAL_NO_WAIT);
      }
    });
    profile_.SwitchTo(absl::StrCat("p", i));
    stop = true;
    poller.join();
    MakeServerCertificate();
  }
}

TEST_P(TlsDrainTest, TlsInTlsIsReleasedFromTheInside) {
  TlsPair pair;
  pair.Handshake();
  ASSERT_EQ(ImportClient(pair.client()), pair.client());
  ASSERT_EQ(ImportServer(pair.server()), pair.server());
  pair.Handshake();
  EXPECT_TRUE(Sends(pair.client(), pair.server()));
  bool refused = false;
  WatchedThread reader([&] {
    char buffer[1];
    refused = IsRefused(PR_Read(pair.client(), buffer, 1) == -1);
  });
  reader.WaitUntilItPolls();
  profile_.SwitchTo("second");
  reader.Join();
  EXPECT_TRUE(refused);
  ExpectAllRefused(pair.server());
}

// libssl keeps the keys of the tickets; SwitchTo expects NSS_Shutdown to succeed.
TEST_P(TlsDrainTest, AServerThatMadeTicketsDoesNotPinNss) {
  for (const char* next : {"second", "third", "fourth"}) {
    {
      TlsPair pair;
      for (PRFileDesc* fd : {pair.client(), pair.server()}) {
        ASSERT_EQ(nss::SSL_OptionSet(fd, SSL_ENABLE_SESSION_TICKETS, PR_TRUE), SECSuccess);
        ASSERT_EQ(nss::SSL_OptionSet(fd, SSL_NO_CACHE, PR_FALSE), SECSuccess);
      }
      pair.Handshake();
      EXPECT_TRUE(Sends(pair.server(), pair.client()));
    }
    profile_.SwitchTo(next);
    MakeServerCertificate();
  }
}

TEST_F(TlsLayerTest, TlsInTlsClosesWhileLive) {
  const size_t before = OpenFiles();
  {
    TlsPair pair;
    pair.Handshake();
    ImportClient(pair.client());
    ImportServer(pair.server());
    pair.Handshake();
    EXPECT_TRUE(Sends(pair.server(), pair.client()));
  }
  EXPECT_EQ(OpenFiles(), before);
  EXPECT_EQ(Registry::Count(), 0u);
}

TEST_P(TlsDrainTest, DatagramsAreDrainedToo) {
  PRNetAddr client_address, server_address;
  PRFileDesc* const client = PR_NewUDPSocket();
  PRFileDesc* const server = PR_NewUDPSocket();
  for (auto [fd, address] :
       {std::pair(client, &client_address), std::pair(server, &server_address)}) {
    PR_InitializeNetAddr(PR_IpAddrLoopback, 0, address);
    Require(PR_Bind(fd, address) == PR_SUCCESS, "PR_Bind");
    Require(PR_GetSockName(fd, address) == PR_SUCCESS, "PR_GetSockName");
  }
  Require(PR_Connect(client, &server_address, kForEver) == PR_SUCCESS, "PR_Connect");
  Require(PR_Connect(server, &client_address, kForEver) == PR_SUCCESS, "PR_Connect");
  ASSERT_EQ(nss::DTLS_ImportFD(nullptr, client), client);
  ASSERT_EQ(nss::DTLS_ImportFD(nullptr, server), server);
  nss::SSL_SetURL(client, "localhost");
  nss::SSL_ResetHandshake(client, PR_FALSE);
  ConfigureServer(server);
  nss::SSL_ResetHandshake(server, PR_TRUE);
  ASSERT_TRUE(HandshakeBetween(client, server)) << NsprError();
  EXPECT_TRUE(Sends(client, server));
  bool refused = false;
  WatchedThread reader([&] {
    char buffer[100];
    refused = IsRefused(PR_Read(server, buffer, sizeof buffer) == -1);
  });
  reader.WaitUntilItPolls();
  profile_.SwitchTo("second");
  reader.Join();
  EXPECT_TRUE(refused);
  EXPECT_EQ(PR_Close(client), PR_SUCCESS);
  EXPECT_EQ(PR_Close(server), PR_SUCCESS);
}

// A layer of the application on top of ours.

PRDescIdentity HostIdentity() {
  static const PRDescIdentity identity = PR_GetUniqueIdentity("host");
  return identity;
}

TEST_P(TlsDrainTest, AHostsOwnLayerOnTopStaysThere) {
  const size_t before = OpenFiles();
  TlsPair pair;
  static int host_data;
  PRFileDesc* const layer = PR_CreateIOLayerStub(HostIdentity(), PR_GetDefaultIOMethods());
  layer->secret = reinterpret_cast<PRFilePrivate*>(&host_data);
  ASSERT_EQ(PR_PushIOLayer(pair.client(), PR_TOP_IO_LAYER, layer), PR_SUCCESS);
  PRFileDesc* seen = nullptr;
  nss::SSL_HandshakeCallback(
      pair.client(), [](PRFileDesc* fd, void* arg) { *static_cast<PRFileDesc**>(arg) = fd; },
      &seen);
  pair.Handshake();
  EXPECT_TRUE(Sends(pair.server(), pair.client()));
  // A callback finds the host's layer where it would be without ours.
  ASSERT_NE(seen, nullptr);
  EXPECT_EQ(seen->higher, pair.client());
  EXPECT_EQ(seen->higher->secret, reinterpret_cast<PRFilePrivate*>(&host_data));
  profile_.SwitchTo("second");
  ExpectAllRefused(pair.client());
  EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
  EXPECT_EQ(PR_Close(pair.TakeServer()), PR_SUCCESS);
  EXPECT_EQ(OpenFiles(), before);
}

// Trouble.

TEST_F(TlsLayerTest, AForkedChildCannotUseOrDisturbAConnection) {
  TlsPair pair;
  pair.Handshake();
  const pid_t child = fork();
  if (child == 0) {
    ExpectAllRefused(pair.client());
    EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
    EXPECT_EQ(PR_Close(pair.TakeServer()), PR_SUCCESS);
    _exit(testing::Test::HasFailure() ? 1 : 0);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(Sends(pair.client(), pair.server()));
  EXPECT_TRUE(Sends(pair.server(), pair.client()));
}

// As when another library's NSS_Shutdown did not wait for every call.
TEST(TlsLayerWithoutNssTest, ADescriptorOfAnNssThatWentWithoutUsClosesTheSocketOnly) {
  EXPECT_IN_FRESH_PROCESS([] {
    const LiveProfile profile;
    MakeServerCertificate();
    const size_t before = OpenFiles();
    TlsPair pair;
    pair.Handshake();
    CloseGate();
    EXPECT_EQ(LeakAllWithTls(), 2u);
    ASSERT_TRUE(GateControl::AdvanceGeneration().ok());
    ASSERT_TRUE(GateControl::Open().ok());
    ExpectAllRefused(pair.client());
    EXPECT_EQ(nss::SSL_ForceHandshake(pair.client()), SECFailure);
    EXPECT_EQ(PR_GetError(), PR_BAD_DESCRIPTOR_ERROR);
    EXPECT_EQ(PR_Close(pair.TakeClient()), PR_SUCCESS);
    EXPECT_EQ(PR_Close(pair.TakeServer()), PR_SUCCESS);
    EXPECT_EQ(OpenFiles(), before);
    std::fflush(nullptr);
    _exit(testing::Test::HasFailure() ? 1 : 0);  // NSS's halves are out, so it cannot shut down
  });
}

}  // namespace
}  // namespace psm
