#pragma once
// The options of a command as words of a command line.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/job/options.h"

namespace gapmap::tools {

enum class Parsed : std::uint8_t { Run, HelpShown };

/// A command as its help calls it: "coverage", "Who is within …".
struct CommandName {
  std::string name;
  std::string summary;
};

/// What the program gives back, and when.
inline constexpr std::array<std::pair<int, std::string_view>, 4> kExitCodes{
    {{0, "done"},
     {1, "an input cannot be used or an output not written"},
     {2, "the command line or job file is wrong"},
     {130, "stopped by Ctrl-C, nothing written"}}};

/// The last line of every help.
[[nodiscard]] std::string exit_code_line();

/// Gives `options` what `words`, those after the command's name, say and, if one of them is a job
/// file, what its keys say; words win over keys. Prints help if asked. Throws UsageError with every
/// unknown word or key and every missing required option at once.
[[nodiscard]] Parsed parse(job::Options& options, CommandName const& command,
                           std::vector<std::string> words);

}  // namespace gapmap::tools
