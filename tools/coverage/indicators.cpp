#include "tools/coverage/indicators.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "gapmap/reach/matrix.h"

namespace gapmap::tools {

template <CostType Cost>
std::size_t count_unknown_capacities(Journeys<Cost> const& journeys) {
  auto const& facilities = journeys.halls.facilities;
  std::size_t unknown = 0;
  for (auto const f : facilities.ids()) {
    if (journeys.ends.facilities[f].is_attached() && !facilities[f].capacity) ++unknown;
  }
  return unknown;
}

template <CostType Cost>
IdVector<CellId, Accessibility> find_accessibility(CoverageJob const& job,
                                                   Journeys<Cost> const& journeys,
                                                   Population const& population, Console& console) {
  if (!job.accessibility) return {};
  auto const& facilities = journeys.halls.facilities;
  if (auto const unknown = count_unknown_capacities(journeys); unknown > 0) {
    console.remark(
        fmt::format("e2sfca: {} of {} places have no known capacity and count as 1", unknown,
                    std::ranges::count_if(journeys.ends.facilities, &Attachment::is_attached)));
  }
  return console.stage("find all places within reach", [&] {
    auto const options = accessibility_of<Cost>(job);
    auto const reach = reach::matrix(
        journeys.roads.graph, journeys.weighed.costs, journeys.ends, job.travel.profile,
        reach::MatrixOptions<Cost>{.horizon = coverage::horizon_of(options),
                                   .trip = job.travel.trip});
    return coverage::access_each(population, facilities, reach, options);
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

template IdVector<CellId, Accessibility> find_accessibility(CoverageJob const&,
                                                            Journeys<Millimeters> const&,
                                                            Population const&, Console&);
template IdVector<CellId, Accessibility> find_accessibility(CoverageJob const&,
                                                            Journeys<Milliseconds> const&,
                                                            Population const&, Console&);

template tables::OutputTable tabulate_indicators(Population const&, Coverage<Millimeters> const&,
                                                 IdVector<CellId, Accessibility> const&,
                                                 std::span<Zoning const>);
template tables::OutputTable tabulate_indicators(Population const&, Coverage<Milliseconds> const&,
                                                 IdVector<CellId, Accessibility> const&,
                                                 std::span<Zoning const>);

template std::size_t count_unknown_capacities(Journeys<Millimeters> const&);
template std::size_t count_unknown_capacities(Journeys<Milliseconds> const&);

}  // namespace gapmap::tools
