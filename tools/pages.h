#pragma once
// Pages about the commands, made of the same declarations as their options: man pages, completion
// for bash and the reference page of options. The build writes them; they are installed with the
// program.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/job/options.h"
#include "tools/command.h"
#include "tools/command_line.h"

namespace gapmap::tools {

/// A command with its options. What the options point to is the command's own.
struct DeclaredCommand {
  CommandName name;
  job::Options options;
};

/// "-o,--output" is {"-o", "--output"}.
[[nodiscard]] std::vector<std::string> flags_of(job::Option const& option);
/// The words that may be said, if the placeholder lists them: "fi|sv|en"; else none.
[[nodiscard]] std::vector<std::string> choices_of(job::Option const& option);
/// What stands behind the flag: "FOLDER"; empty for a flag.
[[nodiscard]] std::string value_of(job::Option const& option);
/// What the help says of it, with the default, if there is one.
[[nodiscard]] std::string meaning_of(job::Option const& option);
/// "gapmap-network-info", which is also what its man page is called.
[[nodiscard]] std::string page_name(CommandName const& command);

/// The source of a man page in section 1, for groff.
[[nodiscard]] std::string man_page(DeclaredCommand const& command);
/// That of the program, `examples` being those of its help.
[[nodiscard]] std::string man_page(std::vector<DeclaredCommand> const& commands,
                                   std::string_view examples);
/// A script for bash that completes commands, options, choices and files. Needs nothing but bash.
[[nodiscard]] std::string completion(std::vector<DeclaredCommand> const& commands);
/// Every option of every command as Markdown, each command between two markers.
[[nodiscard]] std::string options_reference(std::vector<DeclaredCommand> const& commands);

/// Writes all of them: FOLDER/man1/*.1, FOLDER/bash-completion/gapmap, FOLDER/options.md. Throws
/// InputError if the disk does not take them.
void write_pages(std::vector<std::unique_ptr<Command>> const& commands, std::string_view examples,
                 std::string const& folder);

}  // namespace gapmap::tools
