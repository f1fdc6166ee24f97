#pragma once
// Where results go: all of them or none.

#include <string>
#include <vector>

namespace gapmap::io {

enum class Overwrite : bool { No, Yes };

/// Files are written into a hidden folder in the target and moved up together by commit(). If
/// anything goes wrong before, the target is as it was, and folders made for it are gone again.
/// What a run that was killed outright (SIGKILL, power) left hidden, the next one removes. Other
/// files in an existing target folder stay.
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
  /// The same of all files, in the order they were named.
  [[nodiscard]] std::vector<std::string> final_paths() const;
  /// This file is not written after all. One of an earlier run that it would have replaced goes.
  void leave_out(std::string const& file);
  /// Requires: every file was written.
  void commit();

 private:
  friend void clean_up_when_killed();
  void clean_up() noexcept;
  std::string target_;
  std::string staging_;
  std::vector<std::string> files_;
  std::vector<std::string> left_out_ = {};
  std::vector<std::string> created_;  ///< folders that were not there before, the target first
};

/// From now on SIGINT, SIGTERM and SIGHUP end the program only after what was not committed is
/// gone; a commit under way is finished first. To be called once, before any thread is started: a
/// thread of its own waits for the signals, which all others leave to it.
void clean_up_when_killed();

}  // namespace gapmap::io
