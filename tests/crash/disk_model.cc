#include "tests/crash/disk_model.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace psm::crash {
namespace {

using Kind = DiskOperation::Kind;

// "a/b" is the name b in the directory a.
std::string DirectoryOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}
std::string NameOf(const std::string& path) { return path.substr(path.rfind('/') + 1); }

size_t SectorBytes(LossModel model) {
  if (model == LossModel::kTorn512) return 512;
  return model == LossModel::kTorn2048 ? 2048 : SIZE_MAX;
}

}  // namespace

const char* LossModelName(LossModel model) {
  switch (model) {
    case LossModel::kData:
      return "data";
    case LossModel::kDirectory:
      return "directory";
    case LossModel::kSubset:
      return "subset";
    case LossModel::kTorn512:
      return "torn512";
    case LossModel::kTorn2048:
      return "torn2048";
    case LossModel::kKept:
      return "kept";
  }
  return "?";
}

DiskImage ReadImage(const std::string& folder) {
  DiskImage image;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (entry.is_directory()) {
      image.directories.insert(path);
    } else {
      std::ifstream file(entry.path(), std::ios::binary);
      image.files[path] = std::string(std::istreambuf_iterator<char>(file), {});
    }
  }
  return image;
}

void WriteImage(const DiskImage& image, const std::string& folder) {
  for (const std::string& path : image.directories) {
    std::filesystem::create_directories(folder + "/" + path);
  }
  for (const auto& [path, content] : image.files) {
    std::ofstream(folder + "/" + path, std::ios::binary) << content;
  }
}

DiskModel::DiskModel(const std::string& folder, const Recording& recording) {
  const DiskImage image = ReadImage(folder);
  for (const std::string& path : recording.initial_directories()) {
    directories_[path];
    if (!path.empty()) directories_[DirectoryOf(path)].synced[NameOf(path)] = kSubdirectory;
  }
  for (const auto& [path, file] : recording.initial_files()) {
    directories_.at(DirectoryOf(path)).synced[NameOf(path)] = file;
    files_[file] = {image.files.at(path), image.files.at(path), {}};
  }
  for (auto& [path, directory] : directories_) directory.now = directory.synced;
}

void DiskModel::Redo(const Write& write, std::string* content) {
  if (write.truncate) {
    content->resize(write.offset);
    return;
  }
  content->resize(std::max(content->size(), write.offset + write.data.size()));
  content->replace(write.offset, write.data.size(), write.data);
}

void DiskModel::Redo(const Change& change, std::map<std::string, int>* names) {
  for (const auto& [name, meaning] : change) {
    if (meaning == kGone) {
      names->erase(name);
    } else {
      (*names)[name] = meaning;
    }
  }
}

void DiskModel::ChangeNames(const std::string& directory, Change change) {
  Directory& changed = directories_.at(directory);
  Redo(change, &changed.now);
  changed.since.push_back(std::move(change));
}

void DiskModel::Apply(const DiskOperation& operation) {
  const std::string directory = DirectoryOf(operation.path);
  const std::string name = NameOf(operation.path);
  switch (operation.kind) {
    case Kind::kCreate:
      files_[operation.file];
      ChangeNames(directory, {{name, operation.file}});
      break;
    case Kind::kMakeDirectory:
      directories_[operation.path];
      ChangeNames(directory, {{name, kSubdirectory}});
      break;
    case Kind::kWrite:
    case Kind::kTruncate: {
      File& file = files_.at(operation.file);
      file.since.push_back({operation.kind == Kind::kTruncate, operation.offset, operation.data});
      Redo(file.since.back(), &file.now);
      break;
    }
    case Kind::kSync: {
      File& file = files_.at(operation.file);
      file.synced = file.now;
      file.since.clear();
      break;
    }
    case Kind::kSyncDirectory: {
      Directory& synced = directories_.at(operation.path);
      synced.synced = synced.now;
      synced.since.clear();
      break;
    }
    case Kind::kRemove:
      ChangeNames(directory, {{name, kGone}});
      break;
    case Kind::kRename:
    case Kind::kLink: {
      const int file = directories_.at(directory).now.at(name);
      const std::string target = DirectoryOf(operation.to);
      Change arrival = {{NameOf(operation.to), file}};
      if (operation.kind == Kind::kRename && target == directory) {
        arrival.insert(arrival.begin(), {name, kGone});
      }
      ChangeNames(target, std::move(arrival));
      if (operation.kind == Kind::kRename && target != directory) {
        ChangeNames(directory, {{name, kGone}});
      }
      break;
    }
    case Kind::kRecord:
      break;
  }
}

std::string DiskModel::Content(const File& file, LossModel model,
                               runner::RandomSequence* random) const {
  if (model == LossModel::kData) return file.synced;
  if (model == LossModel::kDirectory || model == LossModel::kKept) return file.now;
  const size_t sector = SectorBytes(model);
  std::string content = file.synced;
  for (const Write& write : file.since) {
    if (write.truncate) {
      if (random->OneIn(2)) Redo(write, &content);
      continue;
    }
    for (size_t begin = 0; begin < write.data.size();) {
      const size_t left = write.data.size() - begin;
      const size_t to_boundary = sector - (write.offset + begin) % sector;
      const size_t bytes = std::min(left, to_boundary);
      if (random->OneIn(2)) {
        Redo({false, write.offset + begin, write.data.substr(begin, bytes)}, &content);
      }
      begin += bytes;
    }
  }
  return content;
}

void DiskModel::Collect(const std::string& path, const std::string& prefix, LossModel model,
                        runner::RandomSequence* random, DiskImage* image) const {
  const Directory& directory = directories_.at(path);
  std::map<std::string, int> names = directory.synced;
  size_t kept = 0;
  if (model == LossModel::kKept) {
    kept = directory.since.size();
  } else if (model != LossModel::kData && model != LossModel::kDirectory) {
    kept = random->Below(directory.since.size() + 1);
  }
  for (size_t i = 0; i < kept; ++i) Redo(directory.since[i], &names);
  for (const auto& [name, meaning] : names) {
    const std::string shown = prefix + name;
    if (meaning == kSubdirectory) {
      image->directories.insert(shown);
      Collect(path.empty() ? name : path + "/" + name, shown + "/", model, random, image);
    } else {
      image->files[shown] = Content(files_.at(meaning), model, random);
    }
  }
}

DiskImage DiskModel::Crash(const std::string& directory, LossModel model,
                           runner::RandomSequence* random) const {
  DiskImage image;
  Collect(directory, "", model, random, &image);
  return image;
}

}  // namespace psm::crash
