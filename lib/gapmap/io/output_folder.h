#pragma once
// Where results go: all of them or none.

#include <string>
#include <vector>

namespace gapmap::io {

enum class Overwrite : bool { No, Yes };

/// Files are written into a hidden folder in the target and moved up together by commit(). If
/// anything goes wrong before, the target is as it was, and folders made for it are gone again.
/// Other files in an existing target folder stay.
class OutputFolder {
 public:
  /// Throws InputError if the target cannot be a folder, or if one of `files` exists in it and may
  /// not be replaced.
  OutputFolder(std::string target, std::vector<std::string> files, Overwrite overwrite);
  /// Removes what was not committed.
  ~OutputFolder();
  OutputFolder(OutputFolder const&) = delete;
  OutputFolder& operator=(OutputFolder const&) = delete;

  /// Where to write `file` now.
  [[nodiscard]] std::string staged(std::string const& file) const;
  /// Where it will be.
  [[nodiscard]] std::string final_path(std::string const& file) const;
  /// Requires: every file was written.
  void commit();

 private:
  void clean_up() noexcept;
  std::string target_;
  std::string staging_;
  std::vector<std::string> files_;
  std::vector<std::string> created_;  ///< folders that were not there before, the target first
};

}  // namespace gapmap::io
