#include "gapmap/places/resident_ranges.h"

#include <algorithm>

namespace gapmap::places {
namespace {

/// What the published groups of `family` leave of the cell's residents, and for how many.
struct Remainder {
  People people{0};
  std::size_t suppressed = 0;
};

Remainder remainder_of(Cell const& cell, Groups const& groups, std::string const& family) {
  Remainder rest{*cell.residents};
  for (auto const g : groups.ids()) {
    if (groups[g].family != family) continue;
    if (auto const& number = cell.groups[g]) {
      rest.people = std::max(People{0}, rest.people - *number);
    } else {
      ++rest.suppressed;
    }
  }
  return rest;
}

PeopleRange range_of(Cell const& cell, Groups const& groups, GroupId group) {
  if (auto const& number = cell.groups[group]) return PeopleRange::exactly(*number);
  if (!cell.residents) return {};
  auto const& family = groups[group].family;
  if (family.empty()) return {People{0}, *cell.residents};
  auto const rest = remainder_of(cell, groups, family);
  return rest.suppressed == 1 ? PeopleRange::exactly(rest.people)
                              : PeopleRange{People{0}, rest.people};
}

}  // namespace

ResidentRanges resident_ranges(Population const& population, Groups const& groups) {
  ResidentRanges ranges;
  ranges.groups.push_back({"all", {}});
  for (auto const& group : groups) ranges.groups.push_back(group);
  ranges.values.reserve(population.size() * ranges.groups.size());
  for (auto const& cell : population) {
    ranges.values.push_back(PeopleRange::exactly(cell.residents.value_or(People{0})));
    for (auto const g : groups.ids()) ranges.values.push_back(range_of(cell, groups, g));
  }
  return ranges;
}

}  // namespace gapmap::places
