// Every option as Markdown, for the reference page of options.

#include <fmt/format.h>

#include "tools/pages.h"

namespace gapmap::tools {
namespace {

/// A bar would end the cell of the table, even between backquotes; angles would be HTML.
std::string in_cell(std::string_view text) {
  std::string cell;
  for (char const c : text) {
    if (c == '|' || c == '<') cell += '\\';
    cell += c;
  }
  return cell;
}

std::string row(job::Option const& option) {
  std::string flags;
  for (auto const& flag : flags_of(option)) flags += (flags.empty() ? "`" : ", `") + flag + "`";
  if (auto const value = value_of(option); !value.empty())
    flags += fmt::format(" `{}`{}", value, option.targets != nullptr ? " …" : "");
  auto const is_required = option.text.need == job::Need::Required;
  return fmt::format("| {} | {}{} |\n", in_cell(flags), in_cell(meaning_of(option)),
                     is_required ? "; **required**" : "");
}

bool is_same(job::Option const& one, job::Option const& other) {
  return one.text.flags == other.text.flags && value_of(one) == value_of(other) &&
         meaning_of(one) == meaning_of(other) && one.text.need == other.text.need;
}

/// Whether the first command, whose options most others share, says the same of it.
bool is_known(job::Option const& option, std::vector<DeclaredCommand> const& commands,
              std::string const& command) {
  auto const& [first, options] = commands.front();
  return command != first.name && options.has(option.key) &&
         is_same(option, options.option(option.key));
}

}  // namespace

std::string options_reference(std::vector<DeclaredCommand> const& commands) {
  std::string text;
  for (auto const& [command, options] : commands) {
    text += fmt::format("### gapmap {0}\n\n<!-- options of gapmap {0} -->\n{1}.\n", command.name,
                        command.summary);
    std::string heading;
    std::string known;
    for (auto const& option : options.declared()) {
      if (is_known(option, commands, command.name)) {
        known += fmt::format("{}`--{}`", known.empty() ? "" : ", ", option.key);
        continue;
      }
      if (option.heading != heading) {
        heading = option.heading;
        text += fmt::format("\n| {} | |\n| --- | --- |\n", in_cell(heading));
      }
      text += row(option);
    }
    if (!known.empty())
      text += fmt::format("\nAs in gapmap {}: {}.\n", commands.front().name.name, known);
    text += fmt::format("<!-- end of gapmap {} -->\n\n", command.name);
  }
  return text;
}

}  // namespace gapmap::tools
