#pragma once
// The options about where the answer goes and what is said on the way, shared by every command.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "tools/console.h"
#include "tools/options.h"

namespace gapmap::tools {

/// As given.
struct AnswerWords {
  std::string output, overwrite, crs = "EPSG:3067", allow_remote, quiet, verbose;

  [[nodiscard]] io::Overwrite may_overwrite() const {
    return overwrite.empty() ? io::Overwrite::No : io::Overwrite::Yes;
  }
};

/// Adds -o, --overwrite, --crs, --allow-remote, --quiet and --verbose under the heading "The
/// answer". `placeholder` and `help` are those of -o.
void declare_answer(Options& options, AnswerWords& words, std::string const& placeholder = "FOLDER",
                    std::string const& help = "Where the results go");

/// Sets what the console says, and whether inputs may be fetched. Comes before anything is read.
void listen(AnswerWords const& words, Console& console);

/// What a run ends with: how long each stage took, if that was asked for, and where its files are.
void tell_outcome(io::OutputFolder const& folder, Console& console);

/// Throws UsageError, naming --crs, unless it is known and projected in metres.
[[nodiscard]] WorkingFrame working_frame(AnswerWords const& words);

}  // namespace gapmap::tools
