#include "tests/crash/system_calls.h"

#include <string.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace psm::crash {
namespace {

using Kind = DiskOperation::Kind;

constexpr int kUnused = -1;

// "\x2f\x74" as bytes.
absl::optional<std::string> Unquoted(absl::string_view text) {
  if (!absl::ConsumePrefix(&text, "\"") || !absl::ConsumeSuffix(&text, "\"")) return absl::nullopt;
  return absl::HexStringToBytes(absl::StrReplaceAll(text, {{"\\x", ""}}));
}

// At the commas that are in no bracket; strace has escaped those of strings.
std::vector<std::string> SplitArguments(absl::string_view text) {
  std::vector<std::string> arguments;
  int depth = 0;
  std::string argument;
  for (const char c : text) {
    if (c == '{' || c == '[' || c == '(') ++depth;
    if (c == '}' || c == ']' || c == ')') --depth;
    if (c == ',' && depth == 0) {
      arguments.emplace_back(absl::StripAsciiWhitespace(argument));
      argument.clear();
    } else {
      argument += c;
    }
  }
  if (!argument.empty()) arguments.emplace_back(absl::StripAsciiWhitespace(argument));
  return arguments;
}

std::string Normal(const std::filesystem::path& path) {
  std::string normal = path.lexically_normal().string();
  while (normal.size() > 1 && normal.back() == '/') normal.pop_back();
  return normal;
}

}  // namespace

// name(arguments) = result
struct Recording::Call {
  std::string name;
  std::vector<std::string> arguments;
  int64_t result = 0;

  // A descriptor, with the path that strace may put behind it.
  int Descriptor(size_t i) const {
    const absl::string_view text = arguments.at(i);
    int descriptor = kUnused;
    return absl::SimpleAtoi(text.substr(0, text.find('<')), &descriptor) ? descriptor : kUnused;
  }
  std::string PathOfDescriptor(size_t i) const {
    const absl::string_view text = arguments.at(i);
    const size_t begin = text.find('<');
    const size_t end = text.rfind('>');
    if (begin == text.npos || end == text.npos) return "";
    return Unquoted(absl::StrCat("\"", text.substr(begin + 1, end - begin - 1), "\"")).value_or("");
  }
  uint64_t Number(size_t i) const {
    uint64_t number = 0;
    return absl::SimpleAtoi(arguments.at(i), &number) ? number : 0;
  }
  bool Has(size_t i, absl::string_view flag) const {
    return i < arguments.size() && absl::StrContains(arguments[i], flag);
  }
  std::string Text() const {
    return absl::StrCat(name, " in ", arguments.empty() ? "" : arguments[0]);
  }
};

Recording::Recording(std::string folder, std::string log)
    : folder_(Normal(std::move(folder))), log_(Normal(std::move(log))) {
  initial_directories_.insert("");
  int next = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
    const std::string path = *Inside(entry.path().string());
    if (entry.is_directory()) {
      initial_directories_.insert(path);
    } else {
      sizes_[next] = entry.file_size();
      initial_files_[path] = next++;
    }
  }
  files_ = initial_files_;
  directories_ = initial_directories_;
}

absl::optional<std::string> Recording::Inside(const std::string& path) const {
  const std::string normal = Normal(path);
  if (normal == folder_) return std::string();
  if (!absl::StartsWith(normal, folder_ + "/")) return absl::nullopt;
  return normal.substr(folder_.size() + 1);
}

absl::optional<std::string> Recording::PathAt(const Call& call, size_t directory,
                                              size_t path) const {
  const absl::optional<std::string> name = Unquoted(call.arguments.at(path));
  if (!name.has_value()) return absl::nullopt;
  if (absl::StartsWith(*name, "/") || directory == path) return Inside(*name);
  return Inside(call.PathOfDescriptor(directory) + "/" + *name);
}

absl::Status Recording::Read(const std::string& trace_file) {
  std::ifstream file(trace_file);
  if (!file) return absl::NotFoundError(absl::StrCat("no trace: ", trace_file));
  for (std::string line; std::getline(file, line);) {
    const absl::Status read = ReadLine(line);
    if (!read.ok()) return read;
  }
  return absl::OkStatus();
}

// "PID name(arguments) = result", or its two halves where a thread was interrupted.
absl::Status Recording::ReadLine(absl::string_view line) {
  const size_t space = line.find(' ');
  if (space == line.npos) return absl::DataLossError(absl::StrCat("not strace's: ", line));
  const std::string thread(line.substr(0, space));
  std::string text(absl::StripAsciiWhitespace(line.substr(space)));
  if (absl::StartsWith(text, "+++") || absl::StartsWith(text, "---")) return absl::OkStatus();
  if (absl::EndsWith(text, "<unfinished ...>")) {
    unfinished_[thread] = std::string(absl::StripSuffix(text, "<unfinished ...>"));
    return absl::OkStatus();
  }
  if (absl::StartsWith(text, "<... ")) {
    const size_t end = text.find(" resumed>");
    if (end == text.npos) return absl::DataLossError(absl::StrCat("not strace's: ", line));
    text = unfinished_[thread] + text.substr(end + strlen(" resumed>"));
  }
  const size_t open = text.find('(');
  const size_t equals = text.rfind(" = ");
  const size_t close = equals == text.npos ? text.npos : text.rfind(')', equals);
  if (open == text.npos || close == text.npos) {
    return absl::DataLossError(absl::StrCat("not strace's: ", line.substr(0, 200)));
  }
  Call call;
  call.name = text.substr(0, open);
  call.arguments = SplitArguments(absl::string_view(text).substr(open + 1, close - open - 1));
  const absl::string_view result = absl::string_view(text).substr(equals + 3);
  if (absl::StartsWith(result, "?")) return absl::OkStatus();  // the process ended in it
  if (absl::StartsWith(result, "0x")) return Apply(call);      // mmap
  if (!absl::SimpleAtoi(result.substr(0, result.find_first_of(" <")), &call.result)) {
    return absl::DataLossError(absl::StrCat("not strace's: ", line.substr(0, 200)));
  }
  return call.result < 0 ? absl::OkStatus() : Apply(call);
}

absl::Status Recording::Apply(const Call& call) {
  const std::string& name = call.name;
  if (name == "open" || name == "openat" || name == "creat" || name == "openat2") {
    return ApplyOpen(call);
  }
  if (absl::StartsWith(name, "rename") || absl::StartsWith(name, "link")) return ApplyRename(call);
  if (absl::StartsWith(name, "unlink") || name == "rmdir") return ApplyRemove(call);
  if (name == "mkdir" || name == "mkdirat") {
    const size_t at = name == "mkdirat" ? 1 : 0;
    const absl::optional<std::string> path = PathAt(call, 0, at);
    if (!path.has_value()) return absl::OkStatus();
    directories_.insert(*path);
    operations_.push_back({Kind::kMakeDirectory, *path});
    return absl::OkStatus();
  }
  if (absl::StartsWith(name, "symlink") || name == "truncate") {
    const absl::optional<std::string> path = PathAt(call, 0, name == "truncate" ? 0 : 1);
    return path.has_value() ? absl::UnimplementedError(call.Text()) : absl::OkStatus();
  }
  if (name == "sync" || name == "syncfs") return absl::UnimplementedError(call.Text());
  if (name == "mmap") {
    const auto mapped = descriptors_.find(call.Descriptor(4));
    const bool written = call.Has(2, "PROT_WRITE") && call.Has(3, "MAP_SHARED");
    return written && mapped != descriptors_.end() ? absl::UnimplementedError(call.Text())
                                                   : absl::OkStatus();
  }
  if (name == "sendfile" || name == "copy_file_range" || name == "splice") {
    const auto target = descriptors_.find(call.Descriptor(name == "sendfile" ? 0 : 2));
    return target != descriptors_.end() ? absl::UnimplementedError(call.Text()) : absl::OkStatus();
  }
  const auto open = descriptors_.find(call.Descriptor(0));
  if (open == descriptors_.end()) {
    // dup2 may put another file in its place; that of a known one is below.
    if (absl::StartsWith(name, "dup")) descriptors_.erase(static_cast<int>(call.result));
    return absl::OkStatus();
  }
  const std::shared_ptr<OpenFile> kept = open->second;
  return ApplyDescriptor(call, kept.get());
}

absl::Status Recording::ApplyOpen(const Call& call) {
  const int descriptor = static_cast<int>(call.result);
  descriptors_.erase(descriptor);
  const bool at = call.name == "openat" || call.name == "openat2";
  const absl::optional<std::string> name = Unquoted(call.arguments.at(at ? 1 : 0));
  auto open = std::make_shared<OpenFile>();
  if (name.has_value() && Normal(*name) == log_) {
    open->is_log = true;
    descriptors_[descriptor] = open;
    return absl::OkStatus();
  }
  const absl::optional<std::string> path = PathAt(call, 0, at ? 1 : 0);
  if (!path.has_value()) return absl::OkStatus();
  if (call.name == "openat2") return absl::UnimplementedError(call.Text());
  if (directories_.count(*path) != 0) {
    open->directory = *path;
    descriptors_[descriptor] = open;
    return absl::OkStatus();
  }
  const size_t flags = at ? 2 : 1;
  auto known = files_.find(*path);
  if (known == files_.end()) {
    if (call.name != "creat" && !call.Has(flags, "O_CREAT")) {
      return absl::DataLossError(absl::StrCat("opened, but never made: ", *path));
    }
    const int file = static_cast<int>(sizes_.size());
    sizes_[file] = 0;
    known = files_.emplace(*path, file).first;
    operations_.push_back({Kind::kCreate, *path, "", file});
  } else if ((call.name == "creat" || call.Has(flags, "O_TRUNC")) && sizes_[known->second] != 0) {
    sizes_[known->second] = 0;
    operations_.push_back({Kind::kTruncate, "", "", known->second, 0});
  }
  open->file = known->second;
  open->append = call.Has(flags, "O_APPEND");
  descriptors_[descriptor] = open;
  return absl::OkStatus();
}

absl::Status Recording::ApplyDescriptor(const Call& call, OpenFile* open) {
  const std::string& name = call.name;
  if (name == "close") {
    descriptors_.erase(call.Descriptor(0));
  } else if (absl::StartsWith(name, "dup") || (name == "fcntl" && call.Has(1, "F_DUPFD"))) {
    descriptors_[static_cast<int>(call.result)] = descriptors_[call.Descriptor(0)];
  } else if (name == "lseek") {
    open->position = static_cast<uint64_t>(call.result);
  } else if (name == "fsync" || name == "fdatasync") {
    if (open->file >= 0) {
      operations_.push_back({Kind::kSync, "", "", open->file});
    } else if (!open->is_log) {
      operations_.push_back({Kind::kSyncDirectory, open->directory});
    }
  } else if (name == "ftruncate") {
    sizes_[open->file] = call.Number(1);
    operations_.push_back({Kind::kTruncate, "", "", open->file, call.Number(1)});
  } else if (name == "fallocate" && call.Number(1) == 0) {
    const uint64_t end = call.Number(2) + call.Number(3);
    if (end > sizes_[open->file]) {
      sizes_[open->file] = end;
      operations_.push_back({Kind::kTruncate, "", "", open->file, end});
    }
  } else if (name == "write" || name == "pwrite64" || name == "writev") {
    return ApplyWrite(call, open);
  } else if (name != "fcntl" && name != "ioctl") {
    return absl::UnimplementedError(call.Text());
  }
  return absl::OkStatus();
}

absl::Status Recording::ApplyWrite(const Call& call, OpenFile* open) {
  std::string data;
  if (call.name == "writev") {
    // [{iov_base="..", iov_len=5}, ...]
    absl::string_view rest = call.arguments.at(1);
    constexpr absl::string_view kBase = "iov_base=";
    for (size_t at = rest.find(kBase); at != rest.npos; at = rest.find(kBase)) {
      rest.remove_prefix(at + kBase.size());
      const size_t end = rest.find('"', 1);
      if (end == rest.npos) return absl::DataLossError(call.Text());
      data += Unquoted(rest.substr(0, end + 1)).value_or("");
    }
  } else {
    const absl::optional<std::string> text = Unquoted(call.arguments.at(1));
    if (!text.has_value()) return absl::DataLossError(absl::StrCat("cut off: ", call.Text()));
    data = *text;
  }
  if (data.size() < static_cast<size_t>(call.result)) {
    return absl::DataLossError(absl::StrCat("cut off: ", call.Text()));
  }
  data.resize(static_cast<size_t>(call.result));
  if (open->is_log) {
    operations_.push_back({Kind::kRecord, "", "", -1, 0, data});
    return absl::OkStatus();
  }
  uint64_t& size = sizes_[open->file];
  uint64_t offset = open->append ? size : open->position;
  if (call.name == "pwrite64") {
    offset = call.Number(3);
  } else {
    open->position = offset + data.size();
  }
  size = std::max(size, offset + data.size());
  operations_.push_back({Kind::kWrite, "", "", open->file, offset, std::move(data)});
  return absl::OkStatus();
}

absl::Status Recording::ApplyRename(const Call& call) {
  const bool at = absl::StrContains(call.name, "at");
  const bool link = absl::StartsWith(call.name, "link");
  const absl::optional<std::string> from = PathAt(call, 0, at ? 1 : 0);
  const absl::optional<std::string> to = PathAt(call, at ? 2 : 1, at ? 3 : 1);
  if (!from.has_value() && !to.has_value()) return absl::OkStatus();
  const auto file = from.has_value() ? files_.find(*from) : files_.end();
  if (!to.has_value() || file == files_.end() || call.Has(4, "RENAME_EXCHANGE")) {
    return absl::UnimplementedError(call.Text());
  }
  files_[*to] = file->second;
  if (!link && *from != *to) files_.erase(*from);
  operations_.push_back({link ? Kind::kLink : Kind::kRename, *from, *to});
  return absl::OkStatus();
}

absl::Status Recording::ApplyRemove(const Call& call) {
  const absl::optional<std::string> path =
      call.name == "unlinkat" ? PathAt(call, 0, 1) : PathAt(call, 0, 0);
  if (!path.has_value()) return absl::OkStatus();
  files_.erase(*path);
  directories_.erase(*path);
  operations_.push_back({Kind::kRemove, *path});
  return absl::OkStatus();
}

}  // namespace psm::crash
