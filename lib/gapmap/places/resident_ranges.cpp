#include "gapmap/places/resident_ranges.h"

#include <algorithm>

#include "gapmap/places/detail/narrow.h"

namespace gapmap::places {
namespace {

constexpr People kNobody{0};

PeopleRange widened(PeopleRange range, People margin) {
  return {std::max(kNobody, range.low - margin), range.high + margin};
}

/// Returns the intersection of two ranges; if they contradict each other, the range between them.
PeopleRange both(PeopleRange a, PeopleRange b) {
  People const low = std::max(a.low, b.low);
  People const high = std::min(a.high, b.high);
  return {std::min(low, high), std::max(low, high)};
}

/// Returns the range of everybody in the cell; without an upper bound where nothing tells.
PeopleRange residents_of(Cell const& cell, std::vector<FamilySums> const& families) {
  if (cell.residents) return PeopleRange::exactly(*cell.residents);
  auto residents = cell.residents_range.value_or(PeopleRange{kNobody, People::infinite()});
  for (auto const& each : families) {
    auto const parts = published(cell, each.family);
    bool const is_sum = each.family.is_whole() && parts.groups == each.family.groups.size();
    residents = both(residents,
                     widened({parts.sum, is_sum ? parts.sum : People::infinite()}, each.margin()));
  }
  return residents;
}

/// Returns the range of each suppressed group of a family.
PeopleRange rest_of(PeopleRange residents, Published parts, FamilySums const& sums) {
  bool const is_only_one = sums.family.is_whole() && parts.groups + 1 == sums.family.groups.size();
  auto const published = sums.family.is_whole() ? parts.sum : kNobody;
  People const low = residents.low - published - sums.margin();
  People const high = residents.high - published + sums.margin();
  return {is_only_one ? std::max(kNobody, low) : kNobody, std::max(kNobody, high)};
}

void fill(Cell const& cell, std::vector<FamilySums> const& families, PeopleRange* row) {
  auto const residents = row[0] = residents_of(cell, families);
  for (auto const& each : families) {
    auto const rest = rest_of(residents, published(cell, each.family), each);
    for (auto const g : each.family.groups) {
      auto const& number = cell.groups[g];
      row[g.value() + 1] = number ? PeopleRange::exactly(*number) : rest;
    }
  }
  for (auto const& [group, range] : cell.group_ranges) {
    auto& known = row[group.value() + 1];
    known = both(known, range);
  }
}

/// Sets ranges without an upper bound to [0, 0] and counts their cells.
void set_aside_boundless(ResidentRanges& ranges) {
  auto const groups = static_cast<std::ptrdiff_t>(ranges.groups.size());
  for (auto row = ranges.values.begin(); row != ranges.values.end(); row += groups) {
    if (row->high.is_finite()) continue;
    ++ranges.cells_without_bound;
    std::for_each(row, row + groups, [](PeopleRange& range) {
      if (!range.high.is_finite()) range = {};
    });
  }
}

ResidentRanges from_cells(Population const& population, Groups const& groups) {
  ResidentRanges ranges;
  ranges.groups.push_back({"all", {}});
  for (auto const& group : groups) ranges.groups.push_back(group);
  ranges.families = check_families(population, groups);
  ranges.values.resize(population.size() * ranges.groups.size());
  auto* row = ranges.values.data();
  for (auto const& cell : population) {
    fill(cell, ranges.families, row);
    row += ranges.groups.size();
  }
  return ranges;
}

}  // namespace

ResidentRanges resident_ranges(Population const& population, Groups const& groups) {
  auto ranges = from_cells(population, groups);
  set_aside_boundless(ranges);
  return ranges;
}

ResidentRanges resident_ranges(Population const& population, Groups const& groups,
                               OfficialCounts const& official) {
  auto ranges = from_cells(population, groups);
  narrow(ranges, population, official);
  set_aside_boundless(ranges);
  return ranges;
}

std::vector<std::vector<PeopleRange>> sums_by_municipality(ResidentRanges const& ranges,
                                                           Population const& population,
                                                           std::size_t municipalities) {
  std::size_t const groups = ranges.groups.size();
  bool const is_narrowed = !ranges.inside.empty();
  std::vector<std::vector<PeopleRange>> sums(municipalities + 1, std::vector<PeopleRange>(groups));
  if (is_narrowed) {
    for (std::size_t i = 0; i < ranges.inside.size(); ++i)
      sums[i / groups][i % groups] = ranges.inside[i];
  }
  for (auto const c : population.ids()) {
    auto const& cell = population[c];
    if (is_narrowed && cell.lies == Lies::Inside) continue;
    auto& row = sums[cell.municipality.is_none() ? municipalities : cell.municipality.value()];
    for (auto const g : ranges.groups.ids()) row[g.value()] += ranges.at(c, g);
  }
  return sums;
}

}  // namespace gapmap::places
