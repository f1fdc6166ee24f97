#include "gapmap/io/file_stamp.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "gapmap/io/output_folder.h"
#include "gapmap/io/source.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

/// Whether the kernel simulates the file: such files have no size, and some wait for news for ever
/// (kmsg).
bool is_of_kernel(std::string const& path) {
  constexpr std::array<unsigned long, 4> kFileSystems{PROC_SUPER_MAGIC, SYSFS_MAGIC, DEBUGFS_MAGIC,
                                                      TRACEFS_MAGIC};
  struct statfs status {};
  if (::statfs(path.c_str(), &status) != 0) return false;
  return std::ranges::find(kFileSystems, static_cast<unsigned long>(status.f_type)) !=
         kFileSystems.end();
}

namespace fs = std::filesystem;

/// Two changes within a clock tick of the file system look like one; memory sticks and shared
/// folders have ticks of two seconds.
constexpr std::int64_t kCoarsestClockNs = 3'000'000'000;

FileStamp to_stamp(struct stat const& status) {
  auto const ns = [](timespec const& t) {
    return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
  };
  auto const now = std::chrono::system_clock::now().time_since_epoch();
  return {.device = status.st_dev,
          .inode = status.st_ino,
          .bytes = static_cast<std::uint64_t>(status.st_size),
          .modified_ns = ns(status.st_mtim),
          .changed_ns = ns(status.st_ctim),
          .taken_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()};
}

bool is_same_state(FileStamp const& a, FileStamp const& b) {
  return a.bytes == b.bytes && a.modified_ns == b.modified_ns;
}

bool is_same_file(FileStamp const& a, FileStamp const& b) {
  return a.device == b.device && a.inode == b.inode;
}

/// Whether a change may be hidden although the times are equal.
bool is_doubtful(FileStamp const& before, FileStamp const& after) {
  return before.changed_ns != after.changed_ns ||
         before.taken_ns - before.changed_ns < kCoarsestClockNs;
}

InputError changed(std::string const& path) {
  return {
      {path},
      "changed while it was read, so that nobody could say which of its states the result is of",
      "run again when no other program writes it any more, or give a copy"};
}

}  // namespace

bool is_pipe(std::string const& path) {
  std::error_code ignored;
  auto const status = std::filesystem::status(path, ignored);
  return std::filesystem::is_other(status) ||
         (std::filesystem::is_regular_file(status) && is_of_kernel(path));
}

std::optional<FileStamp> stamp_of(std::string const& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return to_stamp(status);
}

void refuse_overwritten(std::string const& path, FileStamp const& before) {
  auto const now = stamp_of(path);
  if (now && is_same_file(*now, before) && !is_same_state(*now, before)) throw changed(path);
}

WatchedFiles::WatchedFiles(std::string const& path) {
  auto const look_at = [&](std::string const& file) {
    if (auto const stamp = stamp_of(file)) before_.emplace(file, *stamp);
  };
  look_at(path);
  fs::path const main{path};
  std::error_code error;
  bool const is_folder = fs::is_directory(main, error);
  auto const folder = is_folder ? main : main.parent_path();
  auto const stem = main.stem().string();
  for (fs::directory_iterator entries{folder.empty() ? fs::path{"."} : folder, error}, end;
       !error && entries != end; entries.increment(error)) {
    auto const name = entries->path().filename();
    if (is_folder || name.string().starts_with(stem)) look_at((folder / name).string());
  }
}

void WatchedFiles::use(std::vector<std::string> const& files) {
  for (auto const& file : files) {
    auto const known = before_.find(file);
    if (auto const result = OutputFolder::result_in_place_of(file); !result.empty())
      throw result_over_input(result);
    used_.emplace(file, Used{known == before_.end() ? stamp_of(file) : known->second});
  }
}

void WatchedFiles::lead_to(std::string const& file) noexcept try {
  if (used_.contains(file) || !fs::is_regular_file(file)) return;
  auto const known = before_.find(file);
  Used used{known == before_.end() ? stamp_of(file) : known->second};
  used.fingerprint = std::make_shared<InputFile const>(fingerprint(file));
  used_.emplace(file, std::move(used));
  led_to_.push_back(file);
} catch (std::exception const&) {
  // The file cannot be read, not even by GDAL, or the work was stopped; the reader will notice
  // both.
}

std::vector<std::string> WatchedFiles::with_led_to(std::vector<std::string> files) const {
  std::set<std::string> const listed{files.begin(), files.end()};
  std::ranges::remove_copy_if(led_to_, std::back_inserter(files),
                              [&](auto const& file) { return listed.contains(file); });
  return files;
}

std::vector<InputFile> WatchedFiles::fingerprints(std::vector<std::string> files) {
  files = with_led_to(std::move(files));
  use(files);
  std::vector<InputFile> fingerprints;
  for (auto const& file : files) {
    auto& known = used_.at(file).fingerprint;
    if (!known) known = std::make_shared<InputFile const>(fingerprint(file));
    fingerprints.push_back(*known);
  }
  return fingerprints;
}

void WatchedFiles::refuse_changes() const {
  for (auto const& [file, used] : used_) {
    auto const now = stamp_of(file);
    bool const is_there = used.stamp && now;
    if (!is_there || !is_same_file(*now, *used.stamp) || !is_same_state(*now, *used.stamp))
      throw changed(file);
    if (!used.fingerprint || !is_doubtful(*used.stamp, *now)) continue;
    if (fingerprint(file).sha256 != used.fingerprint->sha256) throw changed(file);
  }
}

std::string bytes_of(std::string const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat before {};
  struct stat after {};
  bool is_read = file >= 0 && ::fstat(file, &before) == 0 && S_ISREG(before.st_mode);
  std::string bytes;
  while (is_read) {
    constexpr std::size_t kPiece = std::size_t{1} << 16U;
    auto const size = bytes.size();
    bytes.resize(size + kPiece);
    auto const got = ::read(file, bytes.data() + size, kPiece);
    is_read = got >= 0;
    bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got <= 0) break;
  }
  is_read = is_read && ::fstat(file, &after) == 0;
  if (file >= 0) ::close(file);
  if (!is_read) throw InputError{{path}, "cannot be read", "check the path and its permissions"};
  if (!is_same_state(to_stamp(before), to_stamp(after)) || bytes.size() != to_stamp(before).bytes)
    throw changed(path);
  return bytes;
}

}  // namespace gapmap::io
