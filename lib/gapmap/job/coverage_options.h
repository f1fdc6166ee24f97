#pragma once
// What `gapmap coverage` is asked: its options as text, and as values.

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
#include "gapmap/job/zone_options.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/question_options.h"

namespace gapmap::job {

/// As given.
struct CoverageWords : QuestionWords {
  std::string margin, nearest = "1", roads_used, detour_factor = "1.5";
  DeliveryWords readers{.lang = "fi"};
  ClassWords classes;
  ZoneWords zones;
  RequirementWords requirements;
  AccountWords accounts;
  OfficialWords official;
  AccessibilityWords accessibility;
  RemedyWords remedies;
  PublishWords publish;
};

/// Understood.
struct CoverageJob : Question {
  std::string asked = "{}";  ///< as a JSON object, for records; see Options::object()
  /// How much farther than the limit roads and places are read; nothing: as many as
  /// the results take.
  std::optional<Meters> margin;
  std::size_t nearest = 1;    ///< of how many places cells tell
  ClassBounds classes;        ///< the limit is one of them
  ClassBounds asked_classes;  ///< without it
  ZoneJob zones;
  std::vector<Requirement> requirements;
  AccountChoice accounts;
  std::optional<io::OfficialInput> official;
  std::optional<AccessibilityQuestion> accessibility;
  RemedyQuestion remedies;
  DeliveryChoice readers;
  bool explains = true;                 ///< whether it is asked why somebody is not covered
  double detour_from = kUsualDetour;    ///< the detour factor from which a road goes around
  bool roads_used = false;              ///< also tell who takes which road
  std::optional<double> publish_below;  ///< small numbers are hidden; nothing: none are
};

/// The job with another limit, and what follows from it: classes, and where a place counts half if
/// nobody said so. Throws UsageError if it is of the other kind, length or time, or more than can
/// be counted.
[[nodiscard]] CoverageJob with_limit(CoverageJob job, std::variant<Meters, Seconds> limit);

void declare_coverage(Options& options, CoverageWords& words);
/// Costs as they are counted. Requires: the job asks for accessibility.
template <CostType Cost>
[[nodiscard]] AccessibilityOptions<Cost> accessibility_of(CoverageJob const& job) {
  auto const in_cost = [](auto const& limit) { return cost_of(std::get<Natural<Cost>>(limit)); };
  // Of a limit of 0 half is still some way.
  return {.limit = in_cost(job.limit), .half = std::max(Cost{1}, in_cost(job.accessibility->half))};
}

/// Keys of a job file of `gapmap coverage`, those of the version before too: for commands that take
/// the same files and need less of them.
[[nodiscard]] std::vector<std::string> coverage_keys();

/// A JSON object of a job, its keys as options are called now. Requires: it is one.
[[nodiscard]] std::string as_called_now(std::string const& object);

/// The job that these entries ask for. Throws UsageError or InputError with everything that is
/// wrong with it.
[[nodiscard]] CoverageJob coverage_job(std::vector<JobEntry> const& entries,
                                       std::string const& file = {});
/// As above, of a job file.
[[nodiscard]] CoverageJob coverage_job_of(std::string const& file);

/// Everything that can be wrong before any work, all at once. Throws UsageError or InputError.
[[nodiscard]] CoverageJob understand_coverage(CoverageWords const& words);
/// The same; what is wrong goes to `problems`.
[[nodiscard]] CoverageJob understand_coverage(CoverageWords const& words, Problems& problems);

}  // namespace gapmap::job
