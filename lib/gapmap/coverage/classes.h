#pragma once
// How far people live from their nearest place, in classes: of every zone of every level, and of
// every group of residents.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/places/resident_ranges.h"
#include "gapmap/places/zones.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// The classes of one run. Every cell is in exactly one: the first bound it does not exceed, beyond
/// the last bound, without any connection by road, or off the network.
template <CostType Cost>
class DistanceClasses {
 public:
  /// Requires: at least one bound; ascending, each once.
  explicit DistanceClasses(std::vector<Cost> bounds);

  /// Inclusive upper ends.
  [[nodiscard]] std::vector<Cost> const& bounds() const noexcept { return bounds_; }
  /// Of all classes. The first bounds().size() + 1 of them have a distance.
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
  std::vector<PeopleRange> residents;             ///< one a class
  std::vector<std::size_t> cells_without_number;  ///< likewise: residents in no figure
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

/// The figures of all zones of a level, and of its cells in none, add up to the total: class by
/// class and group by group.
struct LevelInClasses {
  /// Those that are studied, in their order; then, if there is one, the cells that are in none.
  std::vector<ZoneInClasses> zones;
};

struct ResidentsInClasses {
  ZoneInClasses total;
  std::vector<LevelInClasses> levels;  ///< one a zoning
};

namespace coverage {

/// Counts everybody once a level. Ranges add up as such: low to low, high to high.
/// Requires: all of them are of one population. Cost: O(cells × (groups × levels + log classes)).
template <CostType Cost>
[[nodiscard]] ResidentsInClasses classify(ReachTable<Cost> const& reach,
                                          DistanceClasses<Cost> const& classes,
                                          Population const& population,
                                          ResidentRanges const& ranges,
                                          std::span<Zoning const* const> zonings);

}  // namespace coverage
}  // namespace gapmap
