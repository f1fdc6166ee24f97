#pragma once
// What lies at a path: whether it is a file at all, and its state, by which a file that changes
// while it is read is noticed.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gapmap::io {

struct InputFile;

/// Whether `path` exists but is neither a regular file nor a folder, or is a file simulated by the
/// kernel: reading may block for ever, or give other bytes the next time.
[[nodiscard]] bool is_pipe(std::string const& path);

/// State of a file. Writing into the file or replacing it changes at least one of these values.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;  ///< changes also with the name or permissions
  std::int64_t taken_ns = 0;    ///< when the state was read
};

/// Returns the state of a file; nothing if there is none.
[[nodiscard]] std::optional<FileStamp> stamp_of(std::string const& path);

/// Throws InputError if the file at `path` was written into since `before`. Another file in its
/// place does no harm to processes that hold the old one open.
void refuse_overwritten(std::string const& path, FileStamp const& before);

/// Watches the files of an input from before it is opened until it has been read.
class WatchedFiles {
 public:
  /// Remembers the state of `path` and of files whose names begin with its stem, or of all files in
  /// the folder `path`.
  explicit WatchedFiles(std::string const& path);

  /// Returns fingerprints, with checksums, of `files`, which are the files read, and of files
  /// registered by lead_to(). They show each file as it was when first asked for.
  [[nodiscard]] std::vector<InputFile> fingerprints(std::vector<std::string> files);
  /// Registers files as read, without checksums.
  void use(std::vector<std::string> const& files);
  /// Registers `file`, to which a virtual dataset leads and which is about to be opened, as read.
  /// Throws nothing.
  void lead_to(std::string const& file) noexcept;
  /// Returns `files`, followed by other files registered by lead_to(), in the order of their
  /// opening.
  [[nodiscard]] std::vector<std::string> with_led_to(std::vector<std::string> files) const;
  /// Throws InputError if a registered file has changed.
  void refuse_changes() const;

 private:
  struct Used {
    std::optional<FileStamp> stamp;
    std::shared_ptr<InputFile const> fingerprint = {};  ///< null: not computed
  };
  std::map<std::string, FileStamp> before_;
  std::map<std::string, Used> used_;
  std::vector<std::string> led_to_;
};

/// Returns the bytes of a file as they were at one moment. Throws InputError if the file cannot be
/// read or changes meanwhile.
[[nodiscard]] std::string bytes_of(std::string const& path);

}  // namespace gapmap::io
