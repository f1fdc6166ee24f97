#pragma once
// The folder of results, which receives all files of a run or none.

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/hidden_folder.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

enum class Overwrite : bool { No, Yes };

/// Returns the error for a `result` that would replace an input.
[[nodiscard]] InputError result_over_input(std::string const& result);

/// Files are written into a hidden folder beside the target, or in it, and moved to the target
/// together by commit() (io/hidden_folder says how). If anything goes wrong, the target is as it
/// was, and folders made for it are removed. Hidden remains of a run that was killed outright
/// (SIGKILL, power failure) are removed by the next run. Other files in an existing target folder
/// stay.
class OutputFolder {
 public:
  /// Throws InputError if the target cannot be a folder, if one of `files` exists in it and may not
  /// be replaced, or, whatever may be replaced, if one of them is among `inputs`.
  OutputFolder(std::string target, std::vector<std::string> files, Overwrite overwrite,
               std::vector<std::string> const& inputs = {});
  /// Throws what the constructor would throw, without making anything.
  static void require_room(std::string target, std::vector<std::string> files, Overwrite overwrite,
                           std::vector<std::string> const& inputs);
  /// Removes what was not committed.
  ~OutputFolder();
  OutputFolder(OutputFolder const&) = delete;
  OutputFolder& operator=(OutputFolder const&) = delete;

  /// Returns the path at which `file` is written now.
  [[nodiscard]] std::string staged(std::string const& file) const;
  /// Returns the path of `file` after commit().
  [[nodiscard]] std::string final_path(std::string const& file) const;
  /// Returns the paths of all files after commit(), in the order they were named.
  [[nodiscard]] std::vector<std::string> final_paths() const;
  /// Throws InputError if a result would replace one of `inputs`, under whatever name, or a file in
  /// one of them.
  void keep(std::vector<std::string> const& inputs) const;
  /// Returns the result of any uncommitted output folder that would replace the file `input`; empty
  /// if none would.
  [[nodiscard]] static std::string result_in_place_of(std::string const& input);
  /// Withdraws a file that is not written after all. A file of an earlier run that it would have
  /// replaced is removed.
  void leave_out(std::string const& file);
  /// Moves all files to the target. Cannot be stopped once it has begun. Throws InputError, with
  /// nothing changed, if a file cannot be moved.
  /// Requires: every file was written.
  void commit();
  /// Whether any results of this process have been moved to their target.
  [[nodiscard]] static bool has_committed_any() noexcept;

 private:
  friend void clean_up_when_killed(std::stop_source stop, std::function<void()> say_stopped);
  struct Unmade {};
  OutputFolder(Unmade /*tag*/, std::string target, std::vector<std::string> files,
               Overwrite overwrite)
      : target_{std::move(target)}, files_{std::move(files)}, overwrite_{overwrite} {}
  void clean_up() noexcept;
  static void clean_up_for_good();
  void refuse(std::vector<std::string> const& inputs) const;
  [[nodiscard]] std::string final_in_place_of(std::string const& input) const;
  void refuse_existing(std::vector<std::string> const& files) const;
  std::string target_;
  std::optional<HiddenFolder> hidden_;
  std::vector<std::string> files_;
  Overwrite overwrite_;
  std::vector<std::string> left_out_ = {};
  std::vector<std::string> created_;  ///< folders that did not exist before, the target first
};

/// Makes SIGTERM and SIGHUP end the program only after uncommitted files are removed; a commit
/// under way is finished first. The program also ends in this way, with a message and exit code 1,
/// if a mapped file is shortened. If the system grants no thread, signals end the program at once.
///
/// SIGINT (Ctrl-C) asks `stop` to stop and gives the program 60 ms to end by itself. Longer work
/// (a server that does not answer, a call into another library, gigabytes to release) is not waited
/// for, and a second SIGINT is not waited for at all: then files are removed as for SIGTERM,
/// `say_stopped` is called, and the process ends with kStopped.
/// Requires: called once, before any thread is started: a thread of its own waits for the signals,
///           which are blocked in all others.
void clean_up_when_killed(std::stop_source stop, std::function<void()> say_stopped);

/// While it lives, the first SIGINT (Ctrl-C) asks `finish` and nothing else, for work that then
/// ends with what it has found so far, to be written as ever. The next one does what
/// clean_up_when_killed() says.
class FinishFirst {
 public:
  /// Requires: no other one lives.
  explicit FinishFirst(std::stop_source finish);
  ~FinishFirst();
  FinishFirst(FinishFirst const&) = delete;
  FinishFirst& operator=(FinishFirst const&) = delete;
};

/// Exit code of a program ended by Ctrl-C, as shells define it.
inline constexpr int kStopped = 130;

/// Ends the program from anywhere, even where nothing may be thrown, with this message, exit code 1
/// and nothing left behind. Does only what is safe in a signal handler.
[[noreturn]] void give_up(std::string_view words) noexcept;

}  // namespace gapmap::io
