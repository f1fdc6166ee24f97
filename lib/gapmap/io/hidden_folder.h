#pragma once
// The folder in which results wait until all of them are complete, and how they get to their place.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace gapmap::io {

/// The change that a folder of results undergoes when a run is complete.
struct FolderChange {
  std::vector<std::string> put;   ///< files that were written into HiddenFolder::waiting()
  std::vector<std::string> drop;  ///< files of an earlier run that have no successor
};

/// A folder of one process, beside the target or, where that is impossible, in it. It is locked
/// while its process lives, so that neither another process with the same number nor one on another
/// machine mistakes it for one that was left behind.
class HiddenFolder {
 public:
  /// Removes what dead processes left behind for this target, and reverts the moves that one of
  /// them did not complete. Throws std::filesystem::filesystem_error if nothing can be written
  /// there.
  explicit HiddenFolder(std::filesystem::path target);
  ~HiddenFolder();
  HiddenFolder(HiddenFolder const&) = delete;
  HiddenFolder& operator=(HiddenFolder const&) = delete;

  /// Returns the folder into which files are written.
  [[nodiscard]] std::filesystem::path waiting() const { return hidden_ / "new"; }
  [[nodiscard]] bool exists() const;
  void remove() noexcept;

  /// Moves all files to the target or none; a process that is killed meanwhile moves none.
  ///
  /// A single file is simply renamed. If the hidden folder lies beside the target and the target
  /// holds nothing but files, the hidden folder becomes the target by one rename, with hard links
  /// to the target's other files. Otherwise files move one by one with a journal: a process that is
  /// killed then leaves a mixture until the next run into this folder, which reverts it. Moved
  /// files are on the disk when the function returns.
  ///
  /// `before_step` is called before each change; tests end the process there. Throws
  /// filesystem_error, with all files as they were.
  void commit(
      FolderChange const& change, std::function<void()> const& before_step = [] {});

 private:
  void put_one(std::string const& file, std::function<void()> const& before_step) const;
  [[nodiscard]] bool become_target(FolderChange const& change,
                                   std::function<void()> const& before_step) const;
  void move_by_journal(FolderChange const& change, std::function<void()> const& before_step) const;

  std::filesystem::path target_;
  std::filesystem::path hidden_;
  bool is_beside_;
  int lock_ = -1;
};

}  // namespace gapmap::io
