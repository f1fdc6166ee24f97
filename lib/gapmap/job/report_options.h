#pragma once
// What `gapmap report` is asked: its options as text, and as values.

#include <optional>
#include <string>

#include "gapmap/job/answer_options.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/job/group_options.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as given.
struct ReportWords {
  std::string run;
  DeliveryWords readers;
  GroupWords groups;
  AnswerWords answer;
};

/// The options understood.
struct ReportJob {
  std::string run;                                  ///< folder of gapmap coverage or compare
  std::optional<Language> language = std::nullopt;  ///< nothing: that of the run
  report::Masthead masthead = {};                   ///< what is empty is as in the run
  std::string group = {};                           ///< likewise
};

void declare_report(Options& options, ReportWords& words);

/// Throws UsageError or InputError with everything that is wrong.
[[nodiscard]] ReportJob understand_report(ReportWords const& words);

}  // namespace gapmap::job
