#pragma once
// What `gapmap compare` is asked: its options as text, and as values.

#include <string>

#include "gapmap/job/answer_options.h"
#include "gapmap/job/options.h"
#include "gapmap/report/language.h"

namespace gapmap::job {

/// The options as given.
struct ComparisonWords {
  std::string before, after, lang = "fi";
  AnswerWords answer;
};

/// The options understood.
struct ComparisonJob {
  std::string before;                     ///< folder of the run that changes are counted from
  std::string after;                      ///< folder of the run that they lead to
  Language language = Language::Finnish;  ///< of layers, workbook and closing lines
  std::string asked = "{}";  ///< as a JSON object, for the record; see Options::object()
};

void declare_comparison(Options& options, ComparisonWords& words);

/// Throws UsageError.
[[nodiscard]] ComparisonJob understand_comparison(ComparisonWords const& words);

}  // namespace gapmap::job
