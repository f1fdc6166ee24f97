#include "tools/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "gapmap/io/remote.h"
#include "gapmap/report/findings.h"
#include "gapmap/units/readable_text.h"
#include "gapmap/units/secrets.h"
#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Columns of the terminal that this is; 0 if it is none.
std::size_t columns_of(int file) {
  if (::isatty(file) == 0) return 0;
  constexpr std::size_t kUsual = 80;
  winsize size{};
  bool const is_told = ::ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_told ? size.ws_col : kUsual;
}

/// What cannot be written (a full disk, a pipe nobody reads) costs no result: fmt::print would
/// throw.
void write(std::FILE* to, std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), to);
}

}  // namespace

std::string Console::showable(std::string_view text) const {
  return fit_for_terminal(masked(spelled(text)));
}

void Console::on_stage(std::string const& name) {
  if (!watches_progress()) return;
  {
    std::lock_guard const lock{lock_};
    running_ = language_ ? report::stage_in(*language_, name) : name;
    since_ = now();
    percent_ = 0;
    show_progress();
  }
  auto const tick = [this](std::stop_token const& end) {
    std::mutex mutex;
    std::unique_lock waiting{mutex};
    std::condition_variable_any until;
    while (!until.wait_for(waiting, end, std::chrono::seconds{1},
                           [&] { return end.stop_requested(); })) {
      std::lock_guard const shown{lock_};
      show_progress();
    }
  };
  try {
    clock_ = std::jthread{tick};
  } catch (std::system_error const&) {
    // Without a thread the time is not shown.
  }
}

void Console::on_stage_end() {
  clock_ = {};  // asks it to stop, and waits
  std::lock_guard const lock{lock_};
  clear_progress();
  running_.clear();
}

bool Console::watches_progress() const {
  return verbosity_ != Verbosity::Quiet && columns_of(STDERR_FILENO) > 0;
}

void Console::on_progress(double share) {
  auto const percent = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
  if (running_.empty() || percent == percent_) return;
  std::lock_guard const lock{lock_};
  percent_ = percent;
  show_progress();
}

/// "search  ████████░░░░░░░░░░░░  41 %  12 s", never wider than the terminal, where a line that
/// wraps could not be wiped out again.
void Console::show_progress() {
  constexpr std::size_t kWidestBar = 40;
  constexpr std::size_t kBeside = 22;  // blanks, percent and seconds
  constexpr double kAWhile = 2;
  auto const columns = columns_of(STDERR_FILENO);
  auto const name_width = width_of(running_);
  std::string line = running_ + " …";
  if (percent_ > 0 && columns > name_width + kBeside) {
    auto const bar = std::min(kWidestBar, columns - name_width - kBeside);
    auto const done = bar * static_cast<std::size_t>(percent_) / 100;
    line = running_ + "  ";
    for (std::size_t i = 0; i < bar; ++i) line += i < done ? "█" : "░";
    line += fmt::format("  {} %", percent_);
  }
  if (auto const seconds = now() - since_; seconds >= kAWhile)
    line += fmt::format("  {:.0f} s", seconds);
  if (width_of(line) >= columns) return;
  write(stderr, fmt::format("\r{}\033[K", showable(line)));
  std::fflush(stderr);
  has_progress_ = true;
}

void Console::clear_progress() {
  if (!has_progress_) return;
  write(stderr, "\r\033[K");
  std::fflush(stderr);
  has_progress_ = false;
}

void Console::result(std::string_view text) const { write(stdout, showable(text)); }

void Console::paragraph(std::string_view text, std::size_t indent) const {
  auto const lines = plain(wrapped(text, indent, columns_of(STDOUT_FILENO)));
  write(stdout, showable(lines) + '\n');
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): said by a console like the rest.
void Console::files(std::vector<std::string> const& paths) const {
  auto const columns = columns_of(STDOUT_FILENO);
  if (columns == 0 || paths.empty()) {
    for (auto const& path : paths) write(stdout, path + '\n');
    return;
  }
  auto const folder = std::filesystem::path{paths.front()}.parent_path();
  constexpr std::size_t kIndent = 2;
  std::string names(kIndent, ' ');
  for (auto const& path : paths) {
    auto const relative = std::filesystem::path{path}.lexically_relative(folder).string();
    names += relative + (&path == &paths.back() ? "" : "  ");
  }
  write(stdout, fmt::format("{}/\n{}\n", folder.string(), wrapped(names, kIndent, columns)));
}

void Console::on_remark(std::string_view line) {
  say(language_ ? report::remark_in(*language_, std::string{line}) : std::string{line});
}

void Console::on_input(io::ImportReport const& report) {
  if (!language_ || *language_ == Language::English) return Listener::on_input(report);
  for (auto const& line : report::input_in(*language_, report)) say(line);
}

void Console::say(std::string_view line) {
  if (verbosity_ == Verbosity::Quiet) return;
  std::lock_guard const lock{lock_};
  clear_progress();
  write(stderr, showable(line) + '\n');
}

void Console::detail(std::string_view line) {
  if (verbosity_ == Verbosity::Verbose) remark(line);
}

void Console::error(std::string_view message) {
  std::lock_guard const lock{lock_};
  clear_progress();
  write(stderr, fmt::format("gapmap: {}\n", showable(message)));
}

void Console::error(ErrorParts const& error, std::string_view more) {
  this->error(
      fmt::format("{}{}", language_ ? report::error_in(*language_, error) : error.message(), more));
}

void listen(job::Options const& options, job::AnswerWords const& words, Console& console) {
  io::set_remote(words.allow_remote.empty() ? io::Remote::Refused : io::Remote::Allowed);
  console.limit_threads(job::threads_of(words));
  if (!words.quiet.empty()) console.set_verbosity(Verbosity::Quiet);
  if (!words.verbose.empty()) console.set_verbosity(Verbosity::Verbose);
  // A language that is there by default is that of results alone.
  if (options.has("lang")) {
    auto const& option = options.option("lang");
    auto const language = language_of(*option.target);
    if (language && (option.is_given || *option.target != option.usual)) console.speak(*language);
  }
  for (auto const& remark : options.remarks()) console.remark(remark);
}

}  // namespace gapmap::tools
