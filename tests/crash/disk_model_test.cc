// What a power cut leaves, by model; and that the system calls of a process give the folder it
// made.

#include "tests/crash/disk_model.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/crash/scratch.h"
#include "tests/crash/system_calls.h"

namespace psm::crash {
namespace {

std::string Hex(const std::string& bytes) {
  std::string text;
  char buffer[8];
  for (const char c : bytes) {
    snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned char>(c));
    text += buffer;
  }
  return text;
}

// A folder with the file "old", and lines as strace writes them.
class DiskModelTest : public testing::Test {
 protected:
  DiskModelTest() {
    std::filesystem::create_directory(Folder());
    std::ofstream(Folder() + "/old") << "before";
  }

  std::string Folder() const { return scratch_.path() + "/folder"; }
  std::string Quoted(const std::string& name) const {
    return "\"" + Hex(Folder() + "/" + name) + "\"";
  }

  void Call(const std::string& line) { trace_ += "17 " + line + "\n"; }
  void Open(const std::string& name, const std::string& flags, int fd) {
    Call("openat(AT_FDCWD<\\x2f>, " + Quoted(name) + ", " + flags +
         ", 0600) = " + std::to_string(fd) + "<\\x2f>");
  }
  void Write(int fd, const std::string& bytes, int offset) {
    Call("pwrite64(" + std::to_string(fd) + "<\\x2f>, \"" + Hex(bytes) + "\", " +
         std::to_string(bytes.size()) + ", " + std::to_string(offset) +
         ") = " + std::to_string(bytes.size()));
  }
  void Sync(int fd) { Call("fdatasync(" + std::to_string(fd) + "<\\x2f>) = 0"); }
  void SyncFolder() {
    Call("openat(AT_FDCWD<\\x2f>, \"" + Hex(Folder()) + "\", O_RDONLY) = 9<\\x2f>");
    Call("fsync(9<\\x2f>) = 0");
    Call("close(9<\\x2f>) = 0");
  }

  absl::Status Read(Recording* recording) const {
    const std::string path = scratch_.path() + "/trace";
    std::ofstream(path, std::ios::trunc) << trace_;
    return recording->Read(path);
  }

  DiskImage After(LossModel model, uint64_t seed = 1) const {
    Recording recording(Folder(), scratch_.path() + "/log");
    DiskModel disk(Folder(), recording);
    const absl::Status read = Read(&recording);
    EXPECT_TRUE(read.ok()) << read;
    for (const DiskOperation& operation : recording.operations()) disk.Apply(operation);
    runner::RandomSequence random(seed);
    return disk.Crash("", model, &random);
  }

  const ScratchFolder scratch_;
  std::string trace_;
};

TEST_F(DiskModelTest, UnsyncedWritesAreLost) {
  Open("old", "O_RDWR", 5);
  Write(5, "after!", 0);
  EXPECT_EQ(After(LossModel::kData).files.at("old"), "before");
  EXPECT_EQ(After(LossModel::kDirectory).files.at("old"), "after!");
  EXPECT_EQ(After(LossModel::kKept).files.at("old"), "after!");
}

TEST_F(DiskModelTest, SyncedWritesStay) {
  Open("old", "O_RDWR", 5);
  Write(5, "after!", 0);
  Sync(5);
  Write(5, "later", 6);
  EXPECT_EQ(After(LossModel::kData).files.at("old"), "after!");
}

TEST_F(DiskModelTest, AnUnsyncedUnlinkIsUndone) {
  Call("unlink(" + Quoted("old") + ") = 0");
  EXPECT_EQ(After(LossModel::kDirectory).files.count("old"), 1u);
  EXPECT_EQ(After(LossModel::kKept).files.count("old"), 0u);
  SyncFolder();
  EXPECT_EQ(After(LossModel::kDirectory).files.count("old"), 0u);
}

TEST_F(DiskModelTest, ANewFileWithoutASyncedFolderIsLost) {
  Open("new", "O_RDWR|O_CREAT", 5);
  Write(5, "content", 0);
  Sync(5);
  EXPECT_EQ(After(LossModel::kData).files.count("new"), 0u);
  SyncFolder();
  EXPECT_EQ(After(LossModel::kData).files.at("new"), "content");
}

TEST_F(DiskModelTest, ARenameTakesTheTargetsPlaceAtOnce) {
  Open("new", "O_RDWR|O_CREAT", 5);
  Write(5, "content", 0);
  Sync(5);
  SyncFolder();
  Call("rename(" + Quoted("new") + ", " + Quoted("old") + ") = 0");
  const DiskImage undone = After(LossModel::kDirectory);
  EXPECT_EQ(undone.files.at("old"), "before");
  EXPECT_EQ(undone.files.at("new"), "content");
  const DiskImage done = After(LossModel::kKept);
  EXPECT_EQ(done.files.at("old"), "content");
  EXPECT_EQ(done.files.count("new"), 0u);
}

TEST_F(DiskModelTest, ASubsetHasWholeWritesOnly) {
  Open("old", "O_RDWR", 5);
  Write(5, std::string(4096, 'x'), 0);
  bool kept = false;
  bool lost = false;
  for (uint64_t seed = 0; seed < 50; ++seed) {
    const std::string content = After(LossModel::kSubset, seed).files.at("old");
    kept |= content == std::string(4096, 'x');
    lost |= content == "before";
    EXPECT_TRUE(content == std::string(4096, 'x') || content == "before");
  }
  EXPECT_TRUE(kept && lost);
}

TEST_F(DiskModelTest, TornWritesKeepWholeSectors) {
  Open("old", "O_RDWR", 5);
  Write(5, std::string(4096, '-'), 0);
  Sync(5);
  Write(5, std::string(4096, 'x'), 0);
  bool torn = false;
  for (uint64_t seed = 0; seed < 50; ++seed) {
    const std::string content = After(LossModel::kTorn512, seed).files.at("old");
    ASSERT_EQ(content.size(), 4096u);
    for (size_t sector = 0; sector < 4096; sector += 512) {
      EXPECT_EQ(content.substr(sector, 512), std::string(512, content[sector]));
    }
    torn |= content.find('-') != content.npos && content.find('x') != content.npos;
  }
  EXPECT_TRUE(torn);
}

TEST_F(DiskModelTest, AppendsAndPositionsAreFollowed) {
  Open("old", "O_WRONLY|O_APPEND", 5);
  Call("dup(5<\\x2f>) = 6<\\x2f>");
  Call("write(6<\\x2f>, \"" + Hex(" and") + "\", 4) = 4");
  Call("write(5<\\x2f>, \"" + Hex(" after") + "\", 6) = 6");
  EXPECT_EQ(After(LossModel::kKept).files.at("old"), "before and after");
  Open("old", "O_WRONLY|O_TRUNC", 7);
  Call("writev(7<\\x2f>, [{iov_base=\"" + Hex("ne") + "\", iov_len=2}, {iov_base=\"" + Hex("w") +
       "\", iov_len=1}], 2) = 3");
  EXPECT_EQ(After(LossModel::kKept).files.at("old"), "new");
}

TEST_F(DiskModelTest, RecordsKeepTheirPlace) {
  Call("openat(AT_FDCWD<\\x2f>, \"" + Hex(scratch_.path() + "/log") + "\", O_WRONLY) = 4<\\x2f>");
  Open("old", "O_RDWR", 5);
  Write(5, "x", 0);
  Call("write(4<\\x2f>, \"" + Hex("done\n") + "\", 5) = 5");
  Sync(5);
  Recording recording(Folder(), scratch_.path() + "/log");
  ASSERT_TRUE(Read(&recording).ok());
  ASSERT_EQ(recording.operations().size(), 3u);
  EXPECT_EQ(recording.operations()[1].kind, DiskOperation::Kind::kRecord);
  EXPECT_EQ(recording.operations()[1].data, "done\n");
}

TEST_F(DiskModelTest, WhatIsNotUnderstoodIsAnError) {
  Open("old", "O_RDWR", 5);
  Call("mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 5<\\x2f>, 0) = 0x7f0000000000");
  Recording recording(Folder(), scratch_.path() + "/log");
  EXPECT_TRUE(absl::IsUnimplemented(Read(&recording)));
}

TEST_F(DiskModelTest, OtherFoldersDoNotCount) {
  Call("openat(AT_FDCWD<\\x2f>, \"" + Hex("/elsewhere/old") +
       "\", O_RDWR|O_CREAT, 0600) = 5<\\x2f>");
  Write(5, "x", 0);
  Call("unlink(\"" + Hex("/elsewhere/old") + "\") = 0");
  Recording recording(Folder(), scratch_.path() + "/log");
  ASSERT_TRUE(Read(&recording).ok());
  EXPECT_TRUE(recording.operations().empty());
}

}  // namespace
}  // namespace psm::crash
