#pragma once
// Where results go: all of them or none.

#include <string>
#include <vector>

namespace gapmap::io {

enum class Overwrite : bool { No, Yes };

/// Files are written into a hidden folder beside the target and moved in together by commit(). Until then, and if anything goes
/// wrong before, the target is as it was. Other files in an existing target folder stay.
class OutputFolder {
 public:
  /// Throws InputError if the target cannot be a folder, or if one of `files` exists in it and may not be replaced.
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
  std::string target_;
  std::string staging_;
  std::vector<std::string> files_;
};

}  // namespace gapmap::io
