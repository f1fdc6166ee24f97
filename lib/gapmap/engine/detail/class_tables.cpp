#include "gapmap/engine/detail/class_tables.h"

#include <algorithm>
#include <concepts>
#include <vector>

#include "gapmap/coverage/classes.h"
#include "gapmap/tables/class_table.h"
#include "gapmap/places/assign_zones.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/job/question_options.h"

namespace gapmap::engine {

template <CostType Cost>
DistanceClasses<Cost> classes_of(job::ClassBounds const& bounds) {
  std::vector<Cost> costs;
  for (auto const bound : std::get<std::vector<Natural<Cost>>>(bounds)) {
    costs.push_back(job::cost_of(bound));
  }
  // Bounds that are so close that they have the same cost are one.
  costs.erase(std::unique(costs.begin(), costs.end()), costs.end());
  return DistanceClasses<Cost>{std::move(costs)};
}

template <CostType Cost>
tables::CostScale scale_of(Cost limit, job::ClassBounds const& bounds) {
  tables::CostScale scale{.is_time = std::same_as<Cost, Milliseconds>,
                          .limit = to_natural(limit).value(),
                          .bounds = {}};
  for (auto const bound : std::get<std::vector<Natural<Cost>>>(bounds))
    scale.bounds.push_back(bound.value());
  return scale;
}

template <CostType Cost>
std::vector<tables::OutputTable> class_tables(Studied const& studied, ResidentRanges const& ranges,
                                              ReachTable<Cost> const& reach, Cost limit,
                                              job::ClassBounds const& bounds) {
  auto const& population = studied.people.population;
  auto const municipalities =
      places::zoned_as_municipalities(studied.areas.municipalities, population);
  std::vector<Zoning const*> levels{&municipalities};
  std::vector<Zoning const*> layers;
  for (auto const& zoning : studied.zonings) {
    levels.push_back(&zoning);
    if (zoning.of_municipality.empty()) layers.push_back(&zoning);
  }
  auto const classes = classes_of<Cost>(bounds);
  auto const residents = coverage::classify<Cost>(reach, classes, population, ranges, levels);
  std::vector tables{tables::class_table<Cost>(residents, classes, ranges.groups, levels)};
  if (layers.empty()) return tables;
  DistanceClasses<Cost> const within{{limit}};
  auto const published = places::resident_ranges(population, {});
  auto const covered = coverage::classify<Cost>(reach, within, population, published, layers);
  tables.push_back(tables::zone_table<Cost>(covered, within, population, layers));
  return tables;
}

template DistanceClasses<Millimeters> classes_of(job::ClassBounds const&);
template DistanceClasses<Milliseconds> classes_of(job::ClassBounds const&);
template tables::CostScale scale_of(Millimeters, job::ClassBounds const&);
template tables::CostScale scale_of(Milliseconds, job::ClassBounds const&);
template std::vector<tables::OutputTable> class_tables(Studied const&, ResidentRanges const&,
                                                       ReachTable<Millimeters> const&, Millimeters,
                                                       job::ClassBounds const&);
template std::vector<tables::OutputTable> class_tables(Studied const&, ResidentRanges const&,
                                                       ReachTable<Milliseconds> const&,
                                                       Milliseconds, job::ClassBounds const&);

}  // namespace gapmap::engine
