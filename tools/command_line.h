#pragma once
// The options of a command as words of a command line.

#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/job/options.h"

namespace gapmap::tools {

enum class Parsed : std::uint8_t { Run, HelpShown };

/// A command as its help calls it: "coverage", "Who is within …".
struct CommandName {
  std::string name;
  std::string summary;
};

/// Gives `options` what `words`, those after the command's name, say and, if one of them is a job
/// file, what its keys say; words win over keys. Prints help if asked. Throws UsageError with every
/// unknown word or key and every missing required option at once.
[[nodiscard]] Parsed parse(job::Options& options, CommandName const& command,
                           std::vector<std::string> words);

}  // namespace gapmap::tools
