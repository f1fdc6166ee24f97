#pragma once
// What the user sees. Results go to stdout, broken into lines as wide as the terminal if it is one;
// progress, remarks and errors to stderr; progress only if that is a terminal.

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "gapmap/units/progress.h"

namespace gapmap::tools {

enum class Verbosity : std::uint8_t { Quiet, Normal, Verbose };

class Console {
 public:
  void set_verbosity(Verbosity verbosity) noexcept { verbosity_ = verbosity; }

  /// Runs one stage of the work, showing its name and after a while how long it has run, and
  /// remembers how long it took; a stage that runs again adds to that.
  template <class Work>
  decltype(auto) stage(std::string name, Work&& work) {
    Running const running{*this, std::move(name)};
    return std::forward<Work>(work)();
  }
  /// How much of the stage that is running has been done, 0 to 1: a bar where progress is shown.
  /// Costs nothing to speak of unless a percent more is done. For any thread, not for several at
  /// once.
  void progress(double share);
  /// Calls progress(); empty where nothing is shown.
  [[nodiscard]] Progress watcher();
  [[nodiscard]] bool is_verbose() const noexcept { return verbosity_ == Verbosity::Verbose; }
  [[nodiscard]] std::vector<std::pair<std::string, double>> const& seconds() const noexcept {
    return seconds_;
  }

  /// Shows `name`, "mixture 3 of 8", before the names of the stages that `work` runs; what they
  /// took is remembered by their names alone.
  template <class Work>
  decltype(auto) round(std::string const& name, Work&& work) {
    round_ = name + ": ";
    struct End {
      std::string& round;
      ~End() { round.clear(); }
    } const end{round_};
    return std::forward<Work>(work)();
  }

  /// Runs `work` as if --quiet had been given.
  template <class Work>
  decltype(auto) without_remarks(Work&& work) {
    struct End {
      Console& console;
      Verbosity before;
      ~End() { console.verbosity_ = before; }
    } const end{*this, verbosity_};
    verbosity_ = Verbosity::Quiet;
    return std::forward<Work>(work)();
  }

  /// The stage that an exception ended; empty if none did.
  [[nodiscard]] std::string const& failed_stage() const noexcept { return failed_; }

  void result(std::string_view text) const;  ///< to stdout
  /// A line of results; where a terminal breaks it, but never at a no-break space, what follows is
  /// indented.
  void paragraph(std::string_view text, std::size_t indent) const;
  /// Files written: a path a line; on a terminal their folder, then their names side by side.
  void files(std::vector<std::string> const& paths) const;
  void remark(std::string_view line);    ///< to stderr unless quiet
  void detail(std::string_view line);    ///< to stderr if verbose
  void error(std::string_view message);  ///< to stderr, always

 private:
  class Running {
   public:
    Running(Console& console, std::string name);
    ~Running();
    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;

   private:
    Console& console_;
    std::string name_;
    double began_;
    std::jthread clock_;  ///< shows that time passes
  };
  [[nodiscard]] bool shows_progress() const;
  /// These want the lock.
  void show_progress();
  void clear_progress();

  Verbosity verbosity_ = Verbosity::Normal;
  std::mutex lock_;  ///< of the terminal, and of what is shown there
  bool has_progress_ = false;
  std::string round_;    ///< that stages are of
  std::string running_;  ///< name of the stage
  double since_ = 0;     ///< when it began
  int percent_ = 0;      ///< of it; 0: nobody says
  std::vector<std::pair<std::string, double>> seconds_;
  std::string failed_;
};

}  // namespace gapmap::tools
