#include "gapmap/engine/detail/requirements.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <optional>

#include "gapmap/access/attach.h"
#include "gapmap/tables/requirement_table.h"
#include "gapmap/reach/k_nearest.h"

namespace gapmap::engine {
namespace {

/// What roads cost in the unit of a limit, and where trips on them begin and end.
template <CostType Cost>
struct Ways {
  EdgeCosts<Cost> const& costs;
  reach::Ends const& ends;
};

/// Roads of the run weighed in the other unit than its own. People and places are attached anew as
/// well, for a road may be open and yet have no speed.
template <CostType Cost>
struct OtherWays {
  WeighedRoads<Cost> roads;
  reach::Ends ends;
};

template <CostType Cost>
OtherWays<Cost> weigh_again(RoadScene const& scene, Places const& places,
                            Population const& population, job::Travel const& travel,
                            WorkingFrame const& frame, Listener& listener) {
  OtherWays<Cost> ways{.roads = weigh_roads<Cost>(scene, travel, listener), .ends = {}};
  listener.stage("attach to roads", [&] {
    auto const attach = [&](std::vector<Point> const& points, access::AttachOptions const& by) {
      return access::attach(points, scene.assembly.network, frame, by);
    };
    std::vector<Point> homes;
    for (auto const& cell : population) homes.push_back(cell.center);
    std::vector<Point> points;
    for (auto const& place : places) points.push_back(place.point);
    ways.ends = reach::ends_of(IdVector<CellId, Attachment>{attach(homes, ways.roads.homes)},
                               IdVector<PlaceId, Attachment>{attach(points, ways.roads.places)},
                               frame, travel.max_off_road);
  });
  return ways;
}

/// Who has what the requirement asks for. `selected`: which places count; null: all.
template <CostType Cost>
Fulfilment fulfil(Requirement const& requirement, Cost limit,
                  IdVector<PlaceId, char> const* selected, RoadScene const& scene,
                  Ways<Cost> const& ways, job::Travel const& travel) {
  reach::Ends ends{ways.ends};
  std::size_t places = 0;
  for (auto const f : ends.places.ids()) {
    if (selected != nullptr && (*selected)[f] == 0) ends.places[f] = Attachment{};
    places += ends.places[f].is_attached() ? 1 : 0;
  }
  auto const reach = reach::k_nearest(
      scene.graph, ways.costs, ends, travel.profile,
      reach::KNearestOptions<Cost>{.k = requirement.at_least, .trip = travel.trip});
  return {coverage::assess_rank(reach, limit, requirement.at_least), places};
}

tables::RequirementRun run_of(job::CoverageJob const& job, Studied const& studied,
                              RequirementResults const& results) {
  return {studied.people.population, job.requirements, results.fulfilments, results.states,
          results.summaries};
}

}  // namespace

template <CostType Cost>
RequirementResults find_requirements(CoverageResult<Cost> const& result, Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  using Other = std::conditional_t<std::same_as<Cost, Millimeters>, Milliseconds, Millimeters>;
  RequirementResults results;
  std::optional<OtherWays<Other>> others;
  auto const& population = scene.population();
  auto const& places = scene.places;
  std::size_t selections = 0;
  for (auto const& requirement : job.requirements) {
    IdVector<PlaceId, char> const* selected = nullptr;
    if (!requirement.where.empty()) selected = &places.selected.at(selections++);
    auto const answer = [&]<CostType C>(C limit, Ways<C> const& ways) {
      return listener.stage("meet requirements", [&] {
        return fulfil(requirement, limit, selected, *scene.roads, ways, job.travel);
      });
    };
    std::visit(
        [&](auto natural) {
          auto const limit = job::cost_of(natural);
          if constexpr (std::same_as<std::remove_const_t<decltype(limit)>, Cost>) {
            results.fulfilments.push_back(
                answer(limit, Ways<Cost>{scene.weighed->costs, scene.ends}));
          } else {
            if (!others) {
              others = weigh_again<Other>(*scene.roads, places.places, population, job.travel,
                                          *scene.frame, listener);
            }
            results.fulfilments.push_back(
                answer(limit, Ways<Other>{others->roads.costs, others->ends}));
          }
        },
        requirement.limit);
    if (auto const near = results.fulfilments.back().places; near < requirement.at_least) {
      listener.remark(
          fmt::format("requirement {}: {} of its places {} near a road, fewer than {}: "
                      "nobody can have it",
                      requirement.name, near, near == 1 ? "is" : "are", requirement.at_least));
    }
  }
  results.states = coverage::states_of(results.fulfilments);
  results.summaries = coverage::summarise_each(results.states, population, scene.municipalities());
  return results;
}

tables::OutputTable add_requirements(job::CoverageJob const& job, Studied const& studied,
                                     RequirementResults const& results, tables::OutputTable& cells,
                                     tables::OutputTable& municipalities) {
  auto const run = run_of(job, studied, results);
  auto const put_on = [](tables::OutputTable& table, tables::OutputTable const& more) {
    tables::require_other_names(table, more);
    tables::append_columns(table, more);
  };
  put_on(cells, tables::requirement_cells(run));
  put_on(municipalities, tables::requirement_municipalities(run));
  return tables::requirement_table(run);
}

void add_requirement_totals(job::CoverageJob const& job, Studied const& studied,
                            RequirementResults const& results, io::Manifest& manifest) {
  if (job.requirements.empty()) return;
  std::ranges::copy(tables::requirement_totals(run_of(job, studied, results)),
                    std::back_inserter(manifest.totals));
}

template RequirementResults find_requirements(CoverageResult<Millimeters> const&, Listener&);
template RequirementResults find_requirements(CoverageResult<Milliseconds> const&, Listener&);

}  // namespace gapmap::engine
