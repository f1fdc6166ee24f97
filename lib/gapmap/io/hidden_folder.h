#pragma once
// Where results wait until all of them are there, and what brings them to their place.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace gapmap::io {

/// What a folder of results shall hold when it is done.
struct FolderChange {
  std::vector<std::string> put;   ///< files that were written into HiddenFolder::waiting()
  std::vector<std::string> drop;  ///< files of an earlier run that have no successor
};

/// A folder of one process, beside the target or, where that cannot be, in it. It is locked while
/// its process lives, so that nobody takes it for one that was left behind: neither another process
/// that got the same number, nor one on another machine.
class HiddenFolder {
 public:
  /// Removes what processes that are no more left for this target, and takes back what one of them
  /// had moved only in part. Throws std::filesystem::filesystem_error if nothing can be written
  /// there.
  explicit HiddenFolder(std::filesystem::path target);
  ~HiddenFolder();
  HiddenFolder(HiddenFolder const&) = delete;
  HiddenFolder& operator=(HiddenFolder const&) = delete;

  /// Files are written in here.
  [[nodiscard]] std::filesystem::path waiting() const { return hidden_ / "new"; }
  [[nodiscard]] bool exists() const;
  void remove() noexcept;

  /// Moves all files to the target or none; a process that is killed meanwhile counts as none.
  ///
  /// One file alone is simply renamed. Where the hidden folder lies beside the target and the
  /// target holds nothing but files, it becomes the target by one rename, and the target's other
  /// files are in it by hard links. Else files move one by one, by a journal: who is killed then
  /// leaves a mixture until the next run into this folder, which takes it back. What was moved is
  /// on the disk when it returns.
  ///
  /// `before_step` is called before each change; tests end the process there. Throws
  /// filesystem_error, all files being as they were.
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
