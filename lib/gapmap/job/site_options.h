#pragma once
// What `gapmap site` is asked: its options as text, and as values.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/job/candidate_options.h"
#include "gapmap/job/cost_table_options.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/job/group_options.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/official_options.h"
#include "gapmap/job/question_options.h"
#include "gapmap/job/site_capacity_options.h"
#include "gapmap/job/site_rule_options.h"
#include "gapmap/job/zone_options.h"

namespace gapmap::job {

/// As given.
struct SiteWords : QuestionWords {
  std::string problem, open, close, by, at_least = "1", curve, borders, cutoff, time_limit;
  PlaceWords candidates{.noun = "candidate"};
  SiteRuleWords rules;
  SiteCapacityWords capacities;
  CostTableWords tables;
  GroupWords groups;
  ZoneWords zones;
  OfficialWords official;
  DeliveryWords readers;
};

/// The classical problems of siting.
enum class SiteProblem : std::uint8_t {
  Coverage,  ///< most residents within the limit
  Fewest,    ///< the fewest places for everybody
  Median,    ///< the shortest ways, all together
  Center,    ///< the shortest longest way
  Closing,   ///< closing with least harm
};

/// Returns "coverage", "fewest", "median", "center" or "closing".
[[nodiscard]] std::string_view name_of(SiteProblem problem) noexcept;

/// Every so far along the roads, a place might come.
struct AlongRoads {
  Meters spacing{0};
};
/// In the middle of every populated cell, a place might come.
struct CellCenters {};

/// Understood. Of a job on somebody else's costs the question has threads and working CRS alone.
struct SiteJob : Question, SiteRuleChoice {
  std::string asked = "{}";  ///< as a JSON object, for records; see Options::object()
  SiteProblem problem = SiteProblem::Coverage;
  std::string limit_word;      ///< as written; empty: there is none
  std::uint32_t open = 0;      ///< so many further places at most; of Fewest and Closing nothing
  std::uint32_t close = 0;     ///< so many places, of Closing
  bool by_travel = false;      ///< Closing adds least to the ways, not to those beyond the limit
  std::uint32_t at_least = 1;  ///< places within the limit of whom is served
  SiteCapacityChoice capacities;
  std::uint32_t curve = 0;  ///< how many places the curve of coverage goes up to
  std::string borders;      ///< level of the areas that might plan alone; empty: not asked for
  /// How far ways are searched that are to be short; nothing: as far as roads go.
  std::optional<std::variant<Meters, Seconds>> cutoff;
  std::optional<std::chrono::steady_clock::duration> time_limit;
  std::variant<std::monostate, io::PlaceInput, CellCenters, AlongRoads> candidates;
  std::optional<CostTables> tables;
  GroupChoice groups;
  ZoneJob zones;
  std::optional<io::OfficialInput> official;
  DeliveryChoice readers;

  /// Whether the job, if it is on a map, names places that exist.
  [[nodiscard]] bool has_places() const noexcept { return !places.source.path.empty(); }
  [[nodiscard]] bool is_of_ways() const noexcept {
    return problem == SiteProblem::Median || problem == SiteProblem::Center || by_travel;
  }
};

void declare_site(Options& options, SiteWords& words);

/// Throws UsageError or InputError with everything that is wrong.
[[nodiscard]] SiteJob understand_site(SiteWords const& words);

/// The job that these entries ask for. Throws UsageError or InputError with everything that is
/// wrong with it.
[[nodiscard]] SiteJob site_job(std::vector<JobEntry> const& entries, std::string const& file = {});
/// The job that a job file asks for. Throws UsageError or InputError with everything that is wrong
/// with it.
[[nodiscard]] SiteJob site_job_of(std::string const& file);

}  // namespace gapmap::job
