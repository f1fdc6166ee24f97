#pragma once
// What `gapmap compare` is asked: its options as text, and as values.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/job/answer_options.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/job/options.h"
#include "gapmap/job/publish_options.h"
#include "gapmap/report/headings.h"

namespace gapmap::job {

/// The options as given.
struct ComparisonWords {
  std::string before, after, plan;
  std::vector<std::string> names;
  DeliveryWords readers{.lang = "fi"};
  PublishWords publish;
  AnswerWords answer;
};

/// The options understood.
struct ComparisonJob {
  std::string before;  ///< the run that changes are counted from: its folder, or its job file
  std::string after;   ///< the run that they lead to, likewise
  DeliveryChoice readers = {};
  std::string name_before = {};      ///< what readers call the runs; empty: before, after
  std::string name_after = {};       ///< likewise
  std::optional<bool> is_plan = {};  ///< nothing: it is one if both runs have the same people
  std::optional<double> publish_below = {};  ///< numbers below this are hidden; nothing: none are
  std::string asked = "{}";                  ///< as a JSON object, for the record
};

void declare_comparison(Options& options, ComparisonWords& words);

/// Throws UsageError or InputError with everything that is wrong.
[[nodiscard]] ComparisonJob understand_comparison(ComparisonWords const& words);

}  // namespace gapmap::job
