#include "gapmap/coverage/classes.h"

#include <algorithm>
#include <utility>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap {

template <CostType Cost>
DistanceClasses<Cost>::DistanceClasses(std::vector<Cost> bounds) : bounds_{std::move(bounds)} {
  expects(!bounds_.empty(), "there is at least one class with a bound");
  expects(std::ranges::adjacent_find(bounds_, std::ranges::greater_equal{}) == bounds_.end(),
          "bounds of classes ascend");
}

template <CostType Cost>
std::size_t DistanceClasses<Cost>::class_of(ReachTable<Cost> const& reach, CellId cell) const {
  switch (reach.connections[cell]) {
    case Connection::Reached: {
      auto const bound = std::ranges::lower_bound(bounds_, reach.nearest(cell)->cost);
      return static_cast<std::size_t>(bound - bounds_.begin());
    }
    case Connection::BeyondCutoff:
      return over();
    case Connection::Unreachable:
      return no_connection();
    case Connection::OffNetwork:
      break;
  }
  return off_network();
}

namespace coverage {
namespace {

/// Returns a zone with no residents in any group or class.
ZoneInClasses empty_zone(ZoneId zone, std::size_t groups, std::size_t classes) {
  return {.zone = zone,
          .groups = GroupsInClasses{
              groups, GroupInClasses{.residents = std::vector<PeopleRange>(classes),
                                     .cells_without_number = std::vector<std::size_t>(classes)}}};
}

void add(ZoneInClasses& zone, Cell const& cell, ResidentRanges const& ranges, CellId id,
         std::size_t its_class) {
  ++zone.cells;
  for (auto const g : zone.groups.ids()) {
    zone.groups[g].residents[its_class] += ranges.at(id, g);
    if (ranges.is_unknown(cell, id, g)) ++zone.groups[g].cells_without_number[its_class];
  }
}

LevelInClasses count_level(Zoning const& zoning, Population const& population,
                           ResidentRanges const& ranges,
                           IdVector<CellId, std::size_t> const& part_of, std::size_t parts) {
  auto const groups = ranges.groups.size();
  IdVector<ZoneId, ZoneInClasses> zones;
  for (auto const z : zoning.zones.ids()) zones.push_back(empty_zone(z, groups, parts));
  auto outside = empty_zone(ZoneId::none(), groups, parts);
  for (auto const id : population.ids()) {
    stop_if_asked();
    auto const zone = zoning.of_cell[id];
    add(zone.is_none() ? outside : zones[zone], population[id], ranges, id, part_of[id]);
  }
  LevelInClasses level;
  for (auto const z : zones.ids()) {
    if (zoning.zones[z].is_studied) level.zones.push_back(std::move(zones[z]));
  }
  if (outside.cells > 0) level.zones.push_back(std::move(outside));
  return level;
}

}  // namespace

ResidentsInClasses count_in_parts(IdVector<CellId, std::size_t> const& part_of, std::size_t parts,
                                  Population const& population, ResidentRanges const& ranges,
                                  std::span<Zoning const* const> zonings) {
  expects(part_of.size() == population.size(), "every cell is in a part");
  expects(ranges.values.size() == population.size() * ranges.groups.size(),
          "ranges were made for this population");
  ResidentsInClasses all{.total = empty_zone(ZoneId::none(), ranges.groups.size(), parts),
                         .levels = {}};
  for (auto const id : population.ids()) {
    stop_if_asked();
    add(all.total, population[id], ranges, id, part_of[id]);
  }
  for (auto const* const zoning : zonings) {
    expects(zoning->of_cell.size() == population.size(), "zones were made for this population");
    all.levels.push_back(count_level(*zoning, population, ranges, part_of, parts));
  }
  return all;
}

template <CostType Cost>
ResidentsInClasses classify(ReachTable<Cost> const& reach, DistanceClasses<Cost> const& classes,
                            Population const& population, ResidentRanges const& ranges,
                            std::span<Zoning const* const> zonings) {
  expects(reach.connections.size() == population.size(), "reach was made for this population");
  expects(classes.bounds().back() <= reach.cutoff,
          "reach was searched at least as far as the last class");
  IdVector<CellId, std::size_t> class_of;
  class_of.reserve(population.size());
  for (auto const id : population.ids()) class_of.push_back(classes.class_of(reach, id));
  return count_in_parts(class_of, classes.size(), population, ranges, zonings);
}

template ResidentsInClasses classify(ReachTable<Millimeters> const&,
                                     DistanceClasses<Millimeters> const&, Population const&,
                                     ResidentRanges const&, std::span<Zoning const* const>);
template ResidentsInClasses classify(ReachTable<Milliseconds> const&,
                                     DistanceClasses<Milliseconds> const&, Population const&,
                                     ResidentRanges const&, std::span<Zoning const* const>);

}  // namespace coverage

template class DistanceClasses<Millimeters>;
template class DistanceClasses<Milliseconds>;

}  // namespace gapmap
