#pragma once
// Where results go: all of them or none.

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

/// What is said where `result` would take the place of an input.
[[nodiscard]] InputError result_over_input(std::string const& result);

/// Files are written into a hidden folder beside the target, or in it, and brought there together
/// by commit() (io/hidden_folder says how). If anything goes wrong, the target is as it was, and
/// folders made for it are gone again. What a run that was killed outright (SIGKILL, power) left
/// hidden, the next one removes. Other files in an existing target folder stay.
class OutputFolder {
 public:
  /// Throws InputError if the target cannot be a folder, if one of `files` exists in it and may not
  /// be replaced, or if one of them is among `inputs`, whatever may be replaced.
  OutputFolder(std::string target, std::vector<std::string> files, Overwrite overwrite,
               std::vector<std::string> const& inputs = {});
  /// What the constructor would refuse, without making anything.
  static void require_room(std::string target, std::vector<std::string> files, Overwrite overwrite,
                           std::vector<std::string> const& inputs);
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
  /// Throws InputError if one of the files would take the place of one of these, however it is
  /// named, or of a file that lies in one of them.
  void keep(std::vector<std::string> const& inputs) const;
  /// The file of an output folder at work that would take the place of `input`, a file; empty if
  /// none does.
  [[nodiscard]] static std::string result_in_place_of(std::string const& input);
  /// This file is not written after all. One of an earlier run that it would have replaced goes.
  void leave_out(std::string const& file);
  /// Requires: every file was written. Throws InputError, nothing being changed, if one of them cannot
  /// be brought to its place. Is not stopped any more once it has begun.
  void commit();
  /// Whether results of this process have come to their place.
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
  std::vector<std::string> created_;  ///< folders that were not there before, the target first
};

/// From now on SIGTERM and SIGHUP end the program only after what was not committed is gone; a
/// commit under way is finished first. So it ends, with words and exit code 1, if a file that is
/// mapped becomes shorter. To be called once, before any thread is started: a thread of its own
/// waits for the signals, which all others leave to it. Where the system gives no thread, signals
/// end the program at once.
///
/// SIGINT (Ctrl-C) asks `stop` to stop, and gives the program 150 ms to end by itself. What takes
/// longer (a server that does not answer, one call of another library, gigabytes to be given back)
/// is not waited for, nor is anything once there is another one: then all is cleaned up as above,
/// `say_stopped` is called, and the process ends with kStopped.
void clean_up_when_killed(std::stop_source stop, std::function<void()> say_stopped);

/// The exit code of a program that Ctrl-C has ended, as shells have it.
inline constexpr int kStopped = 130;

/// Ends the program from anywhere, also where nothing may be thrown: with these words, exit code 1
/// and nothing left behind. Only does what is safe in a signal handler.
[[noreturn]] void give_up(std::string_view words) noexcept;

}  // namespace gapmap::io
