// Profiles as files: made by NSS's certutil, copied from Firefox, and looked at byte by byte.

#ifndef TESTS_UNIT_PROFILE_FILES_H_
#define TESTS_UNIT_PROFILE_FILES_H_

#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "nss_glue/profile_dir.h"
#include "tests/unit/test_data.h"

namespace psm {

inline void RunShell(const std::string& command) {
  ASSERT_EQ(system(command.c_str()), 0) << command;
}

// A profile with `certificates` self-signed CAs and their keys. No password, or `password`. Of
// NSS's format "sql" or "dbm".
inline void MakeByCertutil(const std::string& path, int certificates,
                           const std::string& password = "", const std::string& format = "sql") {
  std::filesystem::create_directory(path);
  std::ofstream(path + "/password") << password << "\n";
  const std::string options =
      absl::StrCat(" -d '", format, ":", path, "' -f '", path, "/password' ");
  const std::string noise(200, 'x');
  std::ofstream(path + "/noise") << noise;
  // The system's own NSS: a newer one that is tried here may have no dbm.
  const std::string certutil = format == "dbm" ? "env -u LD_LIBRARY_PATH certutil" : "certutil";
  RunShell(certutil + " -N" + options);
  for (int i = 0; i < certificates; ++i) {
    RunShell(absl::StrCat(certutil, " -S", options, "-n ca", i, " -s CN=ca", i, " -m ", i + 1,
                          " -x -t CT,C,C -k ec -q nistp256 -z '", path, "/noise' >/dev/null 2>&1"));
  }
  std::filesystem::remove(path + "/noise");
  std::filesystem::remove(path + "/password");
}

inline void CopyProfile(const std::string& from, const std::string& to) {
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
  for (const auto& file : std::filesystem::directory_iterator(to)) {
    std::filesystem::permissions(file, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);
  }
}

inline ProfileDir Inspected(const std::string& path) {
  absl::StatusOr<ProfileDir> dir = ProfileDir::Inspect(path);
  EXPECT_TRUE(dir.ok()) << dir.status();
  return dir.ok() ? *std::move(dir) : ProfileDir();
}

// The same, to be looked at without a change.
inline ProfileDir Untouched(ProfileDir dir) {
  dir.writable = false;
  return dir;
}

// The first column of the first row, as text, by a connection of its own.
inline std::string Sql(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK) << path;
  std::string answer;
  char* error = nullptr;
  sqlite3_exec(
      db, sql.c_str(),
      [](void* out, int columns, char** values, char**) {
        if (columns > 0 && values[0] != nullptr) *static_cast<std::string*>(out) = values[0];
        return 0;
      },
      &answer, &error);
  EXPECT_EQ(error, nullptr) << sql << ": " << error;
  sqlite3_free(error);
  sqlite3_close(db);
  return answer;
}

// 4096, or what another SQLite made it.
inline uintmax_t PageSize(const std::string& path) {
  return std::stoul(Sql(path, "PRAGMA page_size"));
}

// Every file of a folder with its bytes and times, and the folder's own times.
inline std::map<std::string, std::string> Fingerprint(const std::string& folder) {
  std::map<std::string, std::string> all;
  auto note = [&all](const std::string& path, const std::string& content) {
    struct stat info;
    EXPECT_EQ(stat(path.c_str(), &info), 0) << path;
    all[path] = absl::StrCat(info.st_ino, " ", info.st_mtim.tv_sec, ".", info.st_mtim.tv_nsec, " ",
                             info.st_ctim.tv_sec, ".", info.st_ctim.tv_nsec, " ", info.st_size, " ",
                             std::hash<std::string>()(content));
  };
  note(folder, "");
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    note(file.path(), file.is_regular_file() ? ReadWholeFile(file.path()) : "");
  }
  return all;
}

inline void Overwrite(const std::string& path, uintmax_t at, absl::string_view bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(at));
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  ASSERT_TRUE(file.good()) << path;
}

// Another process, which runs `body` and then holds still until it is killed at the end.
class OtherProcess {
 public:
  template <typename Body>
  explicit OtherProcess(Body body) {
    int ready[2];
    EXPECT_EQ(pipe(ready), 0);
    pid_ = fork();
    if (pid_ == 0) {
      body();
      if (write(ready[1], "x", 1) != 1) _exit(1);
      for (;;) pause();
    }
    char byte = 0;
    close(ready[1]);
    EXPECT_EQ(read(ready[0], &byte, 1), 1);
    close(ready[0]);
  }
  ~OtherProcess() { Kill(); }
  OtherProcess(const OtherProcess&) = delete;
  OtherProcess& operator=(const OtherProcess&) = delete;

  void Kill() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = 0;
};

}  // namespace psm

#endif  // TESTS_UNIT_PROFILE_FILES_H_
