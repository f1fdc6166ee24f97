// gapmap <command> [options]: finds the command, runs it, turns exceptions into messages and exit
// codes.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "gapmap/io/output_folder.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/version.h"
#include "tools/command.h"
#include "tools/command_line.h"
#include "tools/pages.h"
#include "tools/shortage.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::tools {
namespace {

enum ExitCode : int { kDone = 0, kFailed = 1, kWrongUsage = 2 };

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(make_coverage_command());
  commands.push_back(make_compare_command());
  commands.push_back(make_check_command());
  commands.push_back(make_report_command());
  commands.push_back(make_isochrone_command());
  commands.push_back(make_matrix_command());
  commands.push_back(make_site_command());
  commands.push_back(make_network_info_command());
  commands.push_back(make_network_build_command());
  commands.push_back(make_network_speeds_command());
  return commands;
}

/// Of the options of all commands: what one command says may be about another.
job::OptionKeys keys_of(std::vector<std::unique_ptr<Command>> const& commands) {
  job::OptionKeys keys;
  for (auto const& command : commands) {
    job::Options options;
    command->declare(options);
    for (auto& key : options.keys()) keys.insert(std::move(key));
  }
  return keys;
}

constexpr char const* kExamples =
    "  gapmap coverage geodata/etela-savo/job.toml\n"
    "  gapmap coverage geodata/etela-savo/job.toml --limit \"10 km\" -o out/10km\n"
    "  gapmap report out/etela-savo --lang sv --title \"Mötesplatser 2026\" -o out/svenska\n";

std::string general_help(std::vector<std::unique_ptr<Command>> const& commands) {
  auto help = fmt::format(
      "gapmap {}: who lives too far from a meeting place, along real roads, and where\n\n"
      "Usage: gapmap COMMAND [OPTIONS]\n\nCommands:\n",
      version());
  for (auto const& command : commands)
    help += fmt::format("  {:<16}{}\n", command->name(), command->summary());
  help +=
      "\nOptions:\n"
      "  -h, --help  Show this help, or that of a command: gapmap coverage --help\n"
      "  --version   Show the version\n"
      "\nExamples:\n";
  return help + kExamples + exit_code_line();
}

int run(std::vector<std::string> const& words, Console& console) {
  auto const commands = all_commands();
  console.set_options(keys_of(commands));
  if (words.empty()) {
    console.error("no command given\n\n" + general_help(commands));
    return kWrongUsage;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    console.result(general_help(commands));
    return kDone;
  }
  if (words[0] == "--version") {
    console.result(fmt::format("gapmap {}\n", version()));
    return kDone;
  }
  // For whoever builds and packs gapmap, so in no help.
  if (words[0] == "pages" && words.size() == 2) {
    write_pages(commands, kExamples, words[1]);
    return kDone;
  }
  // A command is one word or two: "coverage", "network info".
  auto const two = words.size() > 1 ? words[0] + ' ' + words[1] : words[0];
  std::vector<std::string> names;
  for (auto const& command : commands) {
    names.push_back(command->name());
    bool const is_two = command->name() == two && words.size() > 1;
    if (command->name() != words[0] && !is_two) continue;
    job::Options options;
    command->declare(options);
    std::vector<std::string> const behind{words.begin() + (is_two ? 2 : 1), words.end()};
    if (parse(options, {command->name(), command->summary()}, behind) == Parsed::HelpShown)
      return kDone;
    command->run(options, console);
    return kDone;
  }
  for (auto const& name : names) {
    if (name.starts_with(words[0] + ' ')) {
      throw UsageError{"", fmt::format("\"{}\" needs a second word", words[0]),
                       "did you mean " + name + "?"};
    }
  }
  auto meant = did_you_mean(two, names);
  if (meant.empty()) meant = did_you_mean(words[0], names);
  throw UsageError{"", fmt::format("there is no command \"{}\"", words[0]),
                   meant.empty() ? "see gapmap --help" : fmt::format("did you mean {}?", meant)};
}

}  // namespace
}  // namespace gapmap::tools

namespace {

/// A stream that is closed would lend its number to the next file opened, and messages would be
/// written into that.
void open_closed_streams() {
  for (int const stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) == -1) (void)::open("/dev/null", O_RDWR);
  }
}

/// What goes wrong after somebody asked to stop goes wrong because of that.
int run_or_stop(std::vector<std::string> const& words, gapmap::tools::Console& console) {
  try {
    return gapmap::tools::run(words, console);
  } catch (...) {
    gapmap::stop_if_asked();
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace gapmap;
  open_closed_streams();
  // Whoever stops reading what is said does not lose results.
  (void)std::signal(SIGPIPE, SIG_IGN);
  // A file that grows beyond the limit (ulimit -f) fails as on a full disk.
  (void)std::signal(SIGXFSZ, SIG_IGN);
  // Never destroyed: the thread that waits for signals outlives main().
  std::stop_source stop;
  auto& console = *new tools::Console{stop.get_token()};
  auto const say_stopped = [&console] {
    static std::once_flag once;
    std::call_once(once, [&] {
      console.error(io::OutputFolder::has_committed_any() ? "stopped; the results had been written"
                                                          : "stopped; nothing was written");
    });
  };
  io::clean_up_when_killed(stop, say_stopped);
  Stoppable const stoppable{stop.get_token()};
  tools::live_with_little();
  if (auto const limits = tools::limits_too_low(); !limits.empty()) {
    console.error(limits);
    return tools::kFailed;
  }
  std::span const arguments{argv, static_cast<std::size_t>(argc)};
  try {
    int const code = run_or_stop({arguments.begin() + 1, arguments.end()}, console);
    // What did not fit the buffer may have failed long before.
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    if (errno == EPIPE) return code;  // gapmap … | head
    console.error(
        "what it says cannot be written to the standard output; check the disk or the pipe");
  } catch (Stopped const&) {
    say_stopped();
    (void)std::fflush(stdout);
    // At once: what main() and its libraries hold is the system's to free.
    std::_Exit(io::kStopped);
  } catch (UsageError const& error) {
    console.error(error.parts(), tools::note_of_scarce_memory());
    return tools::kWrongUsage;
  } catch (InputError const& error) {
    console.error(error.parts(), tools::note_of_scarce_memory());
  } catch (BrokenPromise const& error) {
    console.error(
        fmt::format("internal error: {}; please report it with the command you ran", error.what()));
  } catch (std::exception const& error) {
    console.error(tools::told(error, console.failed_stage()));
  }
  return tools::kFailed;
}
