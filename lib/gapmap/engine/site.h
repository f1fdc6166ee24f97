#pragma once
// Where the next places should come: sites and whom they would serve, from a map or from somebody
// else's costs; a plan with its bound; tables and files.

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "gapmap/engine/deliver.h"
#include "gapmap/engine/denominators.h"
#include "gapmap/engine/people.h"
#include "gapmap/io/manifest.h"
#include "gapmap/job/site_options.h"
#include "gapmap/places/names.h"
#include "gapmap/siting/borders.h"
#include "gapmap/siting/capacitated.h"
#include "gapmap/siting/order.h"
#include "gapmap/siting/problems.h"
#include "gapmap/siting/way_order.h"
#include "gapmap/tables/site_table.h"

namespace gapmap::engine {

/// A place that exists, or a candidate for one.
struct Site {
  std::string id;  ///< no two sites have the same
  std::string name;
  bool exists = false;
  std::optional<double> price = {};     ///< of opening it; nothing: unknown
  std::optional<double> capacity = {};  ///< residents it can serve; nothing: unknown
};

/// Where sites and demands are, of a job on a map. Sites are places and demands are cells, by the
/// same numbers.
struct SiteMap {
  std::shared_ptr<WorkingFrame const> frame;
  std::shared_ptr<Studied const> studied;
  std::shared_ptr<Counted const> counted;
  Places places;   ///< of every site
  Places as_read;  ///< places that exist, wherever they are
  /// The site of each of these; none() where it is too far from everybody to be one.
  IdVector<PlaceId, SiteId> sites_as_read;
  IdVector<PlaceId, MunicipalityId> municipalities;  ///< in which each lies
  GroupId group = ResidentRanges::everybody();       ///< whom the places are for
  std::shared_ptr<tables::OutputTable const> roads;  ///< main ones, to stand behind the map
};

/// What every demand weighs, in whole `SiteScene::weight_unit`.
using DemandWeights = IdVector<DemandId, std::int64_t>;

/// The areas of a level, each of which might plan alone. Those of whom and what lies in none are
/// the last one, if there are such.
struct SiteBorders {
  SiteAreas areas;
  IdVector<SiteAreaId, std::string> codes, names;  ///< empty: in no area of the level
};

/// Everything a plan is made of. A value: copies share what is large of the map.
struct SiteScene {
  job::SiteJob job;
  IdVector<SiteId, Site> sites;
  IdVector<DemandId, std::string> demands;  ///< ids
  SiteCosts costs;   ///< all pairs; of problems about the limit those within it
  SiteCosts served;  ///< the pairs within the limit; all of them if the job has none
  SiteRules rules;
  std::optional<SiteBorders> borders;        ///< nothing: nobody asked for them
  std::optional<SiteCapacities> capacities;  ///< nothing: no site is ever full
  DemandWeights low, high;                   ///< where weights are ranges; empty: they are not
  std::size_t unknown = 0;       ///< demands whose weight nobody knows, which count nothing
  std::int64_t weight_unit = 1;  ///< of weights: so many are one resident
  std::int64_t price_unit = 1;   ///< of prices: so many are one
  double cost_unit = 1;          ///< of costs: so many are one metre, second or whatever they are
  std::string cost_name;         ///< "distance_m", or whatever the costs are called
  std::optional<SiteMap> map;    ///< nothing: somebody else's costs
  io::Manifest record;           ///< what is recorded of the inputs
};

/// Reads all inputs of a job and finds whom every site would serve. Throws UsageError or InputError
/// if an option or an input cannot be used, Stopped if the listener asks for it.
/// Example: tests/examples/doors_test.cpp.
[[nodiscard]] SiteScene open(job::SiteJob const& job, Listener& listener);

/// A place that opens or closes, and what that changes.
struct SiteStep {
  SiteId site;
  bool opens = true;
  std::int64_t adds = 0;                ///< weight that is served from now on; negative: no longer
  std::int64_t together = 0;            ///< weight that is served then
  std::optional<std::int64_t> travel;   ///< of problems about ways: weight × cost then
  std::optional<std::int64_t> longest;  ///< then; nothing if somebody reaches no open place
  std::vector<DemandId> changed;        ///< who is served from now on, or no longer; ascending
};

/// The plan judged by weights at one end of their ranges.
struct PlanAtEnd {
  std::int64_t value = 0;  ///< of the plan
  std::int64_t bound = 0;  ///< no other plan is better than that by these weights
};

struct SiteResult {
  SitePlan plan;                        ///< as the problem has it
  std::vector<Assignment> assignments;  ///< with capacities: who is served where by the plan
  std::int64_t no_room = 0;  ///< with capacities: weight left out though an open site is in reach
  /// With capacities: what of each demand is served within the limit now, and by the plan.
  DemandWeights served_before, served_after;
  std::vector<SiteStep> steps;       ///< those that open in their order, then those that close
  std::vector<CurvePlan> curve;      ///< most weight with 0, 1, 2 … places; empty: not asked for
  std::vector<DemandId> unservable;  ///< whom no site may serve
  std::int64_t all = 0;              ///< weight of everybody
  std::int64_t before = 0;           ///< weight that is served now
  std::int64_t after = 0;            ///< weight that the plan serves
  std::optional<std::int64_t> ways_before;   ///< of problems about ways: as they are now
  std::optional<PlanAtEnd> at_low, at_high;  ///< of problems about weight, if weights are ranges
  std::optional<PlansAlone> alone;           ///< of areas; nothing: not asked for, or not finished
};

/// Looks for the plan. Ends with the best one so far and its bound when the time of the job is
/// over, or soon after `finish` was asked for. Throws UsageError if the problem has no plan at all,
/// Stopped if the listener asks for it.
[[nodiscard]] SiteResult solve(SiteScene const& scene, Listener& listener,
                               std::stop_token const& finish = {});

struct SiteTables {
  std::vector<tables::OutputTable> tables;
  std::optional<tables::OutputTable> places;  ///< as a layer for gapmap coverage
  tables::SiteFigures figures;
  AreaNames names;      ///< of municipalities, in other languages
  io::Manifest record;  ///< without the seconds of its stages
};

[[nodiscard]] SiteTables tables_of(SiteScene const& scene, SiteResult const& result);

/// The folder for a plan, so that it is refused before any work if it cannot take it. Throws
/// InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::SiteJob const& job,
                                                           Target const& target);

/// Writes every table as CSV, of a plan on a map also as GeoJSON, the styled GeoPackage with its
/// QGIS project, and the places for gapmap coverage; the workbook, the reports in every language
/// and run.json. No file is there before all are. Throws InputError if a file cannot be written,
/// Stopped if the listener asks for it.
void deliver(SiteScene const& scene, SiteTables made, io::OutputFolder& folder, Listener& listener);
void deliver(SiteScene const& scene, SiteTables made, Target const& target, Listener& listener);

}  // namespace gapmap::engine
