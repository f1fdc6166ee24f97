#include "gapmap/engine/detail/indicators.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "gapmap/reach/matrix.h"

namespace gapmap::engine {

template <CostType Cost>
std::size_t count_unknown_capacities(Scene<Cost> const& scene) {
  auto const& places = scene.places.places;
  std::size_t unknown = 0;
  for (auto const f : places.ids()) {
    if (scene.ends.places[f].is_attached() && !places[f].capacity) ++unknown;
  }
  return unknown;
}

template <CostType Cost>
IdVector<CellId, Accessibility> find_accessibility(CoverageResult<Cost> const& result,
                                                   Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  if (!job.accessibility) return {};
  auto const& places = scene.places.places;
  if (auto const unknown = count_unknown_capacities(scene); unknown > 0) {
    listener.remark(
        fmt::format("e2sfca: {} of {} places have no known capacity and count as 1", unknown,
                    std::ranges::count_if(scene.ends.places, &Attachment::is_attached)));
  }
  return listener.stage("find all places within reach", [&] {
    auto const options = job::accessibility_of<Cost>(job);
    auto const reach =
        reach::matrix(scene.roads->graph, scene.weighed->costs, scene.ends, job.travel.profile,
                      reach::MatrixOptions<Cost>{.cutoff = coverage::cutoff_of(options),
                                                 .trip = job.travel.trip});
    return coverage::access_each(scene.population(), places, reach, options);
  });
}

template <CostType Cost>
tables::OutputTable tabulate_indicators(Population const& population,
                                        Coverage<Cost> const& coverage,
                                        IdVector<CellId, Accessibility> const& accessibility,
                                        std::span<Zoning const> levels) {
  std::vector<ZoneIndicators<Cost>> indicators;
  for (auto const& zoning : levels)
    indicators.push_back(coverage::indicate(population, coverage, accessibility, zoning));
  std::vector<tables::LevelIndicators<Cost>> of_levels;
  for (std::size_t i = 0; i < levels.size(); ++i) of_levels.push_back({levels[i], indicators[i]});
  return tables::indicator_table<Cost>(
      population, coverage.limit, of_levels,
      accessibility.empty() ? tables::AccessibilityColumns::No : tables::AccessibilityColumns::Yes);
}

template IdVector<CellId, Accessibility> find_accessibility(CoverageResult<Millimeters> const&,
                                                            Listener&);
template IdVector<CellId, Accessibility> find_accessibility(CoverageResult<Milliseconds> const&,
                                                            Listener&);

template tables::OutputTable tabulate_indicators(Population const&, Coverage<Millimeters> const&,
                                                 IdVector<CellId, Accessibility> const&,
                                                 std::span<Zoning const>);
template tables::OutputTable tabulate_indicators(Population const&, Coverage<Milliseconds> const&,
                                                 IdVector<CellId, Accessibility> const&,
                                                 std::span<Zoning const>);

template std::size_t count_unknown_capacities(Scene<Millimeters> const&);
template std::size_t count_unknown_capacities(Scene<Milliseconds> const&);

}  // namespace gapmap::engine
