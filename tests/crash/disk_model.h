// DiskModel: what a folder's disk may hold when the power goes, under several assumptions about
// what was not synced yet.
//
//   DiskModel disk(folder, recording);
//   for (const DiskOperation& operation : recording.operations()) {
//     disk.Apply(operation);
//     DiskImage image = disk.Crash("p1", LossModel::kDirectory, &random);
//   }
//
//   model        directory changes not synced    writes not synced
//   kData        lost                            lost
//   kDirectory   lost                            kept
//   kSubset      those after a random one lost   each kept or lost, at random
//   kTorn512     the same                        each 512 bytes kept or lost, at random
//   kTorn2048    the same                        each 2,048 bytes
//   kKept        kept                            kept: as after a SIGKILL
//
// A write or truncation is synced by fsync or fdatasync of its file; making, removing and
// renaming by fsync of its directory and by nothing else, as POSIX has it. (ext4 gives more:
// fsync of a new file also syncs its name.) A directory's changes reach the disk in their order.
//
// Thread rule: one thread. How it fails: it does not; paths that do not fit abort.

#ifndef TESTS_CRASH_DISK_MODEL_H_
#define TESTS_CRASH_DISK_MODEL_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/crash/system_calls.h"
#include "tools/profile_switch_runner/random_sequence.h"

namespace psm::crash {

enum class LossModel { kData, kDirectory, kSubset, kTorn512, kTorn2048, kKept };
inline constexpr LossModel kLossModels[] = {LossModel::kData,     LossModel::kDirectory,
                                            LossModel::kSubset,   LossModel::kTorn512,
                                            LossModel::kTorn2048, LossModel::kKept};
const char* LossModelName(LossModel model);

// Files by path, with their bytes; directories.
struct DiskImage {
  std::map<std::string, std::string> files;
  std::set<std::string> directories;

  friend bool operator==(const DiskImage& a, const DiskImage& b) {
    return a.files == b.files && a.directories == b.directories;
  }
  friend bool operator!=(const DiskImage& a, const DiskImage& b) { return !(a == b); }
};

// A folder as it is.
DiskImage ReadImage(const std::string& folder);
// Into a folder that is there and empty.
void WriteImage(const DiskImage& image, const std::string& folder);

class DiskModel {
 public:
  // What is in `folder` now is on the disk.
  DiskModel(const std::string& folder, const Recording& recording);

  void Apply(const DiskOperation& operation);

  // What is in `directory` after a crash now, with paths relative to it.
  DiskImage Crash(const std::string& directory, LossModel model,
                  runner::RandomSequence* random) const;

 private:
  static constexpr int kSubdirectory = -1;
  static constexpr int kGone = -2;

  struct Write {
    bool truncate;
    uint64_t offset;  // of a truncation: the size
    std::string data = "";
  };
  struct File {
    std::string synced;
    std::string now;
    std::vector<Write> since;
  };
  // Names that change together, and what they then stand for.
  using Change = std::vector<std::pair<std::string, int>>;
  struct Directory {
    std::map<std::string, int> synced;
    std::map<std::string, int> now;
    std::vector<Change> since;
  };

  static void Redo(const Write& write, std::string* content);
  static void Redo(const Change& change, std::map<std::string, int>* names);
  // Gives names in one directory their new meaning.
  void ChangeNames(const std::string& directory, Change change);
  std::string Content(const File& file, LossModel model, runner::RandomSequence* random) const;
  void Collect(const std::string& directory, const std::string& prefix, LossModel model,
               runner::RandomSequence* random, DiskImage* image) const;

  std::map<int, File> files_;
  std::map<std::string, Directory> directories_;
};

}  // namespace psm::crash

#endif  // TESTS_CRASH_DISK_MODEL_H_
