#include "tools/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "gapmap/io/write_file.h"

namespace gapmap::tools {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    auto const end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<std::string> flags_of(job::Option const& option) {
  return split(option.text.flags, ',');
}

std::vector<std::string> choices_of(job::Option const& option) {
  if (option.text.placeholder.find('|') == std::string::npos) return {};
  return split(option.text.placeholder, '|');
}

std::string value_of(job::Option const& option) {
  return option.text.kind == job::OptionKind::Flag ? "" : option.text.placeholder;
}

std::string meaning_of(job::Option const& option) {
  auto const& help = option.text.help;
  bool const has_default = option.targets == nullptr && !option.usual.empty() &&
                           option.text.kind != job::OptionKind::Flag;
  return has_default ? fmt::format("{} (default: {})", help, option.usual) : help;
}

std::string page_name(CommandName const& command) {
  auto name = "gapmap-" + command.name;
  std::ranges::replace(name, ' ', '-');
  return name;
}

void write_pages(std::vector<std::unique_ptr<Command>> const& commands, std::string_view examples,
                 std::string const& folder) {
  std::vector<DeclaredCommand> declared;
  for (auto const& command : commands) {
    declared.push_back({{command->name(), command->summary()}, {}});
    command->declare(declared.back().options);
  }
  std::filesystem::path const root{folder};
  std::error_code error;  // the first file says what is wrong
  for (auto const* part : {"man1", "bash-completion"})
    std::filesystem::create_directories(root / part, error);
  for (auto const& command : declared)
    io::write_file(root / "man1" / (page_name(command.name) + ".1"), man_page(command));
  io::write_file(root / "man1/gapmap.1", man_page(declared, examples));
  io::write_file(root / "bash-completion/gapmap", completion(declared));
  io::write_file(root / "options.md", options_reference(declared));
}

}  // namespace gapmap::tools
