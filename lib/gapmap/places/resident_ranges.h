#pragma once
// How many residents of each group a cell may have, where the source does not publish all numbers.

#include <vector>

#include "gapmap/places/people_range.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// A range for every cell and group, one row a cell. Before the groups of the source comes one of
/// everybody, named "all".
struct ResidentRanges {
  Groups groups;
  std::vector<PeopleRange> values;

  static constexpr GroupId everybody() noexcept { return GroupId{0}; }
  [[nodiscard]] PeopleRange const& at(CellId cell, GroupId group) const noexcept {
    return values[cell.value() * groups.size() + group.value()];
  }
};

namespace places {

/// Published numbers are exact. Of a family of groups what the published ones leave of the cell's
/// total is that of the suppressed ones: exactly, if it is only one, else each has between nothing
/// and all of it. A group without a family has between nothing and all residents of the cell. Cells
/// whose total is suppressed have no bounds: they are [0, 0] here, and their callers count them
/// (cells without a number). Cost: O(cells × groups).
[[nodiscard]] ResidentRanges resident_ranges(Population const& population, Groups const& groups);

}  // namespace places
}  // namespace gapmap
