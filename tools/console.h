#pragma once
// What the user of a terminal sees. Results go to stdout, broken into lines as wide as the terminal
// if it is one; progress, remarks and errors to stderr; progress only if that is a terminal.

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "gapmap/engine/listener.h"
#include "gapmap/job/answer_options.h"
#include "gapmap/job/spelling.h"
#include "gapmap/report/language.h"
#include "gapmap/units/error.h"

namespace gapmap::tools {

enum class Verbosity : std::uint8_t { Quiet, Normal, Verbose };

class Console final : public engine::Listener {
 public:
  using Listener::Listener;
  void limit_threads(unsigned threads) { threads_.emplace(threads); }
  /// Options that sentences of the library name by these keys are spelled as words of a command.
  void set_options(job::OptionKeys keys) { options_ = std::move(keys); }
  /// What the library says, as the console spells it: for what is written, not said.
  [[nodiscard]] std::string spelled(std::string_view text) const {
    return job::as_options(text, options_);
  }
  /// Whatever is not a result is told in this language; in English without it.
  void speak(Language language) noexcept { language_ = language; }
  void set_verbosity(Verbosity verbosity) noexcept { verbosity_ = verbosity; }
  [[nodiscard]] bool is_verbose() const noexcept { return verbosity_ == Verbosity::Verbose; }

  void result(std::string_view text) const;  ///< to stdout
  /// A line of results; where a terminal breaks it, but never at a no-break space, what follows is
  /// indented.
  void paragraph(std::string_view text, std::size_t indent) const;
  /// Files written: a path a line; on a terminal their folder, then their names side by side.
  void files(std::vector<std::string> const& paths) const;
  void detail(std::string_view line);    ///< to stderr if verbose
  void error(std::string_view message);  ///< to stderr, always
  /// In the language asked for; `more` is said behind it.
  void error(ErrorParts const& error, std::string_view more);

 private:
  /// Shows its name and after a while how long it has run.
  void on_stage(std::string const& name) override;
  void on_stage_end() override;
  /// A bar. Costs nothing to speak of unless a percent more is done.
  void on_progress(double share) override;
  /// To stderr unless quiet.
  void on_remark(std::string_view line) override;
  void on_input(io::ImportReport const& report) override;
  [[nodiscard]] bool watches_progress() const override;
  /// These want the lock.
  void show_progress();
  void clear_progress();

  /// Names in inputs may steer the terminal, addresses may hold secrets.
  [[nodiscard]] std::string showable(std::string_view text) const;
  void say(std::string_view line);  ///< a line to stderr unless quiet

  job::OptionKeys options_;
  std::optional<Language> language_;
  Verbosity verbosity_ = Verbosity::Normal;
  std::mutex lock_;  ///< of the terminal, and of what is shown there
  bool has_progress_ = false;
  std::string running_;  ///< name of the stage
  double since_ = 0;     ///< when it began
  int percent_ = 0;      ///< of it; 0: nobody says
  std::jthread clock_;   ///< shows that time passes
  std::optional<ThreadLimit> threads_;
};

/// Sets what the console says, how many threads work, and whether inputs may be fetched, and
/// remarks on options that were called by former names. Comes before anything is read.
void listen(job::Options const& options, job::AnswerWords const& words, Console& console);

}  // namespace gapmap::tools
