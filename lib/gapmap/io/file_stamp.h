#pragma once
// How files stand, so that a file that changes while it is read is noticed.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gapmap::io {

struct InputFile;

/// Whoever writes into a file, or puts another in its place, changes one of these.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;  ///< also by a new name or other permissions
  std::int64_t taken_ns = 0;    ///< when it was looked at
};

/// Nothing if there is no such file.
[[nodiscard]] std::optional<FileStamp> stamp_of(std::string const& path);

/// Throws InputError if the file of `path` was written into since. Another file in its place does
/// no harm to those who hold the old one open.
void refuse_overwritten(std::string const& path, FileStamp const& before);

/// The files of an input from before it is opened until it has been read.
class WatchedFiles {
 public:
  /// `path` and the files whose names begin with its stem, or those of the folder `path`.
  explicit WatchedFiles(std::string const& path);

  /// Of `files`, which are what is read, and those led to since, with their checksums: as they were
  /// the first time they were asked for.
  [[nodiscard]] std::vector<InputFile> fingerprints(std::vector<std::string> files);
  /// Those that are read, without checksums.
  void use(std::vector<std::string> const& files);
  /// A virtual dataset leads to `file`, which is about to be opened: it is read too. Throws
  /// nothing.
  void lead_to(std::string const& file) noexcept;
  /// `files`, and behind them those led to that are not among them, in the order of their opening.
  [[nodiscard]] std::vector<std::string> with_led_to(std::vector<std::string> files) const;
  /// Throws InputError if one of those read is not what it was.
  void refuse_changes() const;

 private:
  struct Used {
    std::optional<FileStamp> stamp;
    std::shared_ptr<InputFile const> fingerprint = {};  ///< none: not known
  };
  std::map<std::string, FileStamp> before_;
  std::map<std::string, Used> used_;
  std::vector<std::string> led_to_;
};

/// The bytes of a file, all of one moment. Throws InputError if it cannot be read, or changes
/// meanwhile.
[[nodiscard]] std::string bytes_of(std::string const& path);

}  // namespace gapmap::io
