#pragma once
// The options of `gapmap coverage`, as text and as values.

#include <algorithm>
#include <optional>
#include <string>

#include "gapmap/coverage/accessibility.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/job/accessibility_options.h"
#include "gapmap/job/account_options.h"
#include "gapmap/job/class_options.h"
#include "gapmap/job/remedy_options.h"
#include "gapmap/job/official_options.h"
#include "gapmap/job/publish_options.h"
#include "gapmap/job/requirement_options.h"
#include "gapmap/job/spread_options.h"
#include "gapmap/job/zone_options.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/job/group_options.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/question_options.h"

namespace gapmap::job {

/// The options as text.
struct CoverageWords : QuestionWords {
  std::string margin, nearest = "1", roads_used, detour_factor = "1.5";
  DeliveryWords readers{.lang = "fi"};
  GroupWords groups;
  ClassWords classes;
  ZoneWords zones;
  RequirementWords requirements;
  AccountWords accounts;
  OfficialWords official;
  AccessibilityWords accessibility;
  RemedyWords remedies;
  SpreadWords spread;
  PublishWords publish;
};

/// The options as values.
struct CoverageJob : Question {
  std::string asked = "{}";  ///< as a JSON object, for records; see Options::object()
  /// How much farther than the limit roads and places are read; nothing: as far as exact results
  /// need.
  std::optional<Meters> margin;
  std::size_t nearest = 1;    ///< number of places reported for each cell
  ClassBounds classes;        ///< with the limit as one of them
  ClassBounds asked_classes;  ///< without the limit
  ZoneJob zones;
  std::vector<Requirement> requirements;
  AccountChoice accounts;
  std::optional<io::OfficialInput> official;
  std::optional<AccessibilityQuestion> accessibility;
  RemedyQuestion remedies;
  SpreadChoice spread;
  DeliveryChoice readers;
  GroupChoice groups;
  bool explains = true;               ///< find reasons for cells that are not covered
  double detour_from = kUsualDetour;  ///< detour factor from which a way by road counts as a detour
  bool roads_used = false;            ///< also report who uses which road
  std::optional<double> publish_below;  ///< numbers below this are hidden; nothing: none are
};

/// Returns the job with another limit and with everything that follows from it: classes, and the
/// cost at which a place counts half unless the user gave it. Throws UsageError if `limit` is a
/// length where the job has a time or the reverse, more than can be counted, or one of the further
/// limits of the job.
[[nodiscard]] CoverageJob with_limit(CoverageJob job, std::variant<Meters, Seconds> limit);

void declare_coverage(Options& options, CoverageWords& words);
/// Returns the accessibility options with costs as they are counted.
/// Requires: the job asks for accessibility.
template <CostType Cost>
[[nodiscard]] AccessibilityOptions<Cost> accessibility_of(CoverageJob const& job) {
  auto const in_cost = [](auto const& limit) { return cost_of(std::get<Natural<Cost>>(limit)); };
  // With a limit of 0 the half must still be more than 0.
  return {.limit = in_cost(job.limit), .half = std::max(Cost{1}, in_cost(job.accessibility->half))};
}

/// Returns the keys of a job file of `gapmap coverage`, including those of the previous version,
/// for commands that take the same files and need less of them.
[[nodiscard]] std::vector<std::string> coverage_keys();

/// Returns the JSON object of a job with its keys renamed to current ones.
/// Requires: `object` is the JSON object of a job.
[[nodiscard]] std::string as_called_now(std::string const& object);

/// Returns the job that these entries ask for. Throws UsageError or InputError with everything that
/// is wrong with it.
[[nodiscard]] CoverageJob coverage_job(std::vector<JobEntry> const& entries,
                                       std::string const& file = {});
/// Returns the job that a job file asks for. Throws UsageError or InputError with everything that
/// is wrong with it.
[[nodiscard]] CoverageJob coverage_job_of(std::string const& file);

/// Reads the options and checks everything that can be wrong before any work. Throws UsageError or
/// InputError with all of it.
[[nodiscard]] CoverageJob understand_coverage(CoverageWords const& words);
/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] CoverageJob understand_coverage(CoverageWords const& words, Problems& problems);

}  // namespace gapmap::job
