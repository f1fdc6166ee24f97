#pragma once
// The options about where results go and what is reported on the way, shared by every command.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct AnswerWords {
  std::string output, overwrite, crs = "EPSG:3067", allow_remote, threads, quiet, verbose;

  [[nodiscard]] io::Overwrite may_overwrite() const {
    return overwrite.empty() ? io::Overwrite::No : io::Overwrite::Yes;
  }
};

/// Adds -o, --overwrite, --crs, --allow-remote, --threads, --quiet and --verbose under the heading
/// "The answer". `placeholder` and `help` are those of -o.
void declare_answer(Options& options, AnswerWords& words, std::string const& placeholder = "FOLDER",
                    std::string const& help = "Where the results go");

/// Adds --quiet and --verbose, which are the last options of every command's answer.
void declare_verbosity(Options& options, AnswerWords& words);

/// What the options of an answer ask of the work itself.
struct Answer {
  unsigned threads = 0;  ///< how many may work; 0: all
  std::string crs;       ///< working CRS, known and projected in metres
};

/// Understands threads and working CRS; adds what is wrong with either to `problems`.
[[nodiscard]] Answer understand_answer(AnswerWords const& words, Problems& problems);

/// Returns how many threads may work; 0 for all. Throws UsageError.
[[nodiscard]] unsigned threads_of(AnswerWords const& words);

/// Returns the working CRS. Throws UsageError, naming `crs`, unless it is known and projected in
/// metres.
[[nodiscard]] WorkingFrame working_frame(AnswerWords const& words);

}  // namespace gapmap::job
