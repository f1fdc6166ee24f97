#pragma once
// Families of groups, and whether their published numbers add up to the residents.

#include <string>
#include <vector>

#include "gapmap/places/population.h"

namespace gapmap {

/// Groups that exclude one another. Those of one name together are all residents; a group without
/// a family stands alone, and the rest of the residents are in none.
struct Family {
  std::string name;  ///< empty: of one group that has no family
  std::vector<GroupId> groups;

  [[nodiscard]] bool is_whole() const noexcept { return !name.empty(); }
  /// How many numbers must agree: every part and the total.
  [[nodiscard]] std::size_t numbers() const noexcept {
    return (is_whole() ? groups.size() : 2) + 1;
  }
};

/// How the published numbers of one family agree with the residents of their cells.
///
/// Statistical offices perturb small numbers so that nobody can be recognised: each number by
/// itself, a little up or down (cell-key method, Eurostat census grid 2021). The groups of a cell
/// then do not add up to its residents, and one may even be larger. Nothing of that is mended.
struct FamilySums {
  static constexpr std::size_t kFirstCells = 5;
  Family family;
  /// With residents, and all groups of the family published or those that are more than them.
  std::size_t cells = 0;
  std::size_t differing = 0;  ///< of these: groups do not add up to the residents
  People residents{0};        ///< of those that differ
  People difference{0};       ///< of those: all groups less residents
  People least_difference{0};
  People most_difference{0};
  std::vector<CellId> first_differing = {};  ///< at most kFirstCells
  std::size_t exceeding = 0;                 ///< cells with a group larger than the residents
  People most_excess{0};
  std::vector<CellId> first_exceeding = {};  ///< at most kFirstCells
  /// The least by which each number may be off so that all of this is explained: a family of n
  /// groups is n + 1 numbers. Whole where all numbers are.
  People off_by{0};

  [[nodiscard]] bool is_exact() const noexcept { return off_by == People{0}; }
  /// By how much the groups of a cell may differ from its residents.
  [[nodiscard]] People margin() const noexcept {
    return off_by * static_cast<double>(family.numbers());
  }
};

namespace places {

/// In the order of their first groups.
[[nodiscard]] std::vector<Family> families_of(Groups const& groups);

/// What of a family one cell publishes.
struct Published {
  People sum{0};
  People largest{0};
  std::size_t groups = 0;  ///< the others are suppressed
};
[[nodiscard]] Published published(Cell const& cell, Family const& family);

/// One a family. Differences below a millionth of the residents are rounding, not differences.
/// Cost: O(cells × groups).
[[nodiscard]] std::vector<FamilySums> check_families(Population const& population,
                                                     Groups const& groups);

}  // namespace places
}  // namespace gapmap
