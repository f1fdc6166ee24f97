// Completion for bash: a script that needs no package beside bash.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "tools/pages.h"

namespace gapmap::tools {
namespace {

constexpr std::string_view kHead =
    R"(# Completion of gapmap for bash; written by gapmap itself from the options that it declares.

_gapmap_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
# compopt says no where nobody completes: in a test.
_gapmap_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}
_gapmap_folders() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -d -- "$cur")
}
_gapmap_jobs() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -d -- "$cur"; compgen -f -X '!*.toml' -- "$cur")
}

_gapmap() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  # Bash cuts --lang=fi and --zones name=file at the sign: what counts is the option before it.
  [[ $cur == = ]] && cur=
  [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}
  [[ $prev != -* && ${COMP_WORDS[COMP_CWORD - 1]} == = ]] && prev=${COMP_WORDS[COMP_CWORD - 3]}
)";

constexpr std::string_view kTail = R"(    *) return ;;
  esac
  if [[ $cur == -* ]]; then
    _gapmap_words "$options --help"
  else
    "$words"
  fi
}
complete -F _gapmap gapmap
)";

/// The function that completes the value of an option; empty: a text that nobody can guess.
std::string completer_of(job::Option const& option) {
  if (auto const choices = choices_of(option); !choices.empty())
    return fmt::format("_gapmap_words '{}'", fmt::join(choices, " "));
  using enum job::OptionKind;
  if (option.text.kind != Path && option.text.kind != NamedPath) return "";
  bool const is_folder =
      option.text.placeholder == "FOLDER" || option.text.placeholder.starts_with("RUN");
  return is_folder ? "_gapmap_folders" : "_gapmap_files";
}

/// The function that completes a word that is no option.
std::string completer_of_words(job::Options const& options) {
  if (options.positionals().empty()) return "_gapmap_jobs";
  auto const completer = completer_of(options.option(options.positionals().front()));
  return completer.empty() ? "_gapmap_files" : completer;
}

std::string case_of(DeclaredCommand const& command) {
  std::vector<std::string> all;
  std::map<std::string, std::vector<std::string>> by_completer;
  for (auto const& option : command.options.declared()) {
    auto const flags = flags_of(option);
    all.push_back(flags.back());
    if (option.text.kind == job::OptionKind::Flag) continue;
    auto& same = by_completer[completer_of(option)];
    same.insert(same.end(), flags.begin(), flags.end());
  }
  auto text =
      fmt::format("    '{}')\n      local options='{}' words={}\n      case $prev in\n",
                  command.name.name, fmt::join(all, " "), completer_of_words(command.options));
  for (auto const& [completer, flags] : by_completer) {
    text += fmt::format("        {}) {}return ;;\n", fmt::join(flags, " | "),
                        completer.empty() ? "" : completer + "; ");
  }
  return text + "      esac ;;\n";
}

}  // namespace

std::string completion(std::vector<DeclaredCommand> const& commands) {
  // "network" has second words: "info", "build", "speeds".
  std::vector<std::string> first_words;
  std::map<std::string, std::vector<std::string>> second_words;
  for (auto const& command : commands) {
    auto const& name = command.name.name;
    auto const blank = name.find(' ');
    auto const first = name.substr(0, blank);
    if (blank == std::string::npos || !second_words.contains(first)) first_words.push_back(first);
    if (blank != std::string::npos) second_words[first].push_back(name.substr(blank + 1));
  }
  auto text = std::string{kHead};
  text +=
      fmt::format("  ((COMP_CWORD == 1)) && {{ _gapmap_words '{} --help --version'; return; }}\n",
                  fmt::join(first_words, " "));
  for (auto const& [first, seconds] : second_words) {
    text += fmt::format(
        "  if [[ $command == {0} ]]; then\n"
        "    ((COMP_CWORD == 2)) && {{ _gapmap_words '{1}'; return; }}\n"
        "    command=\"{0} ${{COMP_WORDS[2]}}\"\n"
        "  fi\n",
        first, fmt::join(seconds, " "));
  }
  text += "  case $command in\n";
  for (auto const& command : commands) text += case_of(command);
  return text + std::string{kTail};
}

}  // namespace gapmap::tools
