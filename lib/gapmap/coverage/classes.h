#pragma once
// How far people live from their nearest place, in distance classes, for every zone of every level
// and every group of residents.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/places/resident_ranges.h"
#include "gapmap/places/zones.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// The distance classes of one run. Every cell is in exactly one class: that of the first bound it
/// does not exceed, beyond the last bound, without any connection by road, or off the network.
template <CostType Cost>
class DistanceClasses {
 public:
  /// Requires: at least one bound; ascending, each once.
  explicit DistanceClasses(std::vector<Cost> bounds);

  /// Returns the inclusive upper bounds.
  [[nodiscard]] std::vector<Cost> const& bounds() const noexcept { return bounds_; }
  /// Returns the number of all classes. The first bounds().size() + 1 of them have a distance.
  [[nodiscard]] std::size_t size() const noexcept { return bounds_.size() + 3; }
  [[nodiscard]] std::size_t over() const noexcept { return bounds_.size(); }
  [[nodiscard]] std::size_t no_connection() const noexcept { return bounds_.size() + 1; }
  [[nodiscard]] std::size_t off_network() const noexcept { return bounds_.size() + 2; }
  /// Requires: `reach` was searched at least as far as the last bound.
  [[nodiscard]] std::size_t class_of(ReachTable<Cost> const& reach, CellId cell) const;

 private:
  std::vector<Cost> bounds_;
};

/// One group of residents in one zone.
struct GroupInClasses {
  std::vector<PeopleRange> residents;             ///< one entry per class
  std::vector<std::size_t> cells_without_number;  ///< one entry per class: cells with suppressed
                                                  ///< residents, which are in no figure
  [[nodiscard]] PeopleRange all() const noexcept {
    PeopleRange sum;
    for (auto const& people : residents) sum += people;
    return sum;
  }
};

using GroupsInClasses = IdVector<GroupId, GroupInClasses>;  ///< groups as in ResidentRanges

struct ZoneInClasses {
  ZoneId zone = ZoneId::none();  ///< none: the cells that are in no zone of the level
  std::size_t cells = 0;
  GroupsInClasses groups;
};

/// Figures of one level. Zones and the cells in none of them add up to the total, class by class
/// and group by group.
struct LevelInClasses {
  /// Studied zones in their order, then the cells in no zone, if there are any.
  std::vector<ZoneInClasses> zones;
};

struct ResidentsInClasses {
  ZoneInClasses total;
  std::vector<LevelInClasses> levels;  ///< one entry per zoning
};

namespace coverage {

/// Counts all residents once per level, by zone, group and part of a division of the cells, of
/// which `part_of` has one for each cell; parts take the place of classes in the result. Ranges are
/// added bound by bound: low to low, high to high.
/// Requires: all arguments belong to one population; every part is below `parts`.
/// Cost:     O(cells × groups × levels).
[[nodiscard]] ResidentsInClasses count_in_parts(IdVector<CellId, std::size_t> const& part_of,
                                                std::size_t parts, Population const& population,
                                                ResidentRanges const& ranges,
                                                std::span<Zoning const* const> zonings);

/// Counts all residents as count_in_parts() does, by class of distance.
/// Requires: all arguments belong to one population.
/// Cost:     O(cells × (groups × levels + log classes)).
template <CostType Cost>
[[nodiscard]] ResidentsInClasses classify(ReachTable<Cost> const& reach,
                                          DistanceClasses<Cost> const& classes,
                                          Population const& population,
                                          ResidentRanges const& ranges,
                                          std::span<Zoning const* const> zonings);

}  // namespace coverage
}  // namespace gapmap
