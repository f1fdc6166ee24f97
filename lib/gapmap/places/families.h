#pragma once
// Families of groups, and whether their published numbers add up to the residents.

#include <string>
#include <vector>

#include "gapmap/places/population.h"

namespace gapmap {

/// Groups that exclude one another. The groups of a named family together are all residents; a
/// group without a family stands alone, and the other residents are in no group.
struct Family {
  std::string name;  ///< empty for a single group that has no family
  std::vector<GroupId> groups;

  [[nodiscard]] bool is_whole() const noexcept { return !name.empty(); }
  /// Returns how many numbers must agree: every part and the total.
  [[nodiscard]] std::size_t numbers() const noexcept {
    return (is_whole() ? groups.size() : 2) + 1;
  }
};

/// How the published numbers of one family agree with the residents of their cells.
///
/// Statistical offices perturb small numbers so that nobody can be recognised: each number by
/// itself, a little up or down (cell-key method, Eurostat census grid 2021). The groups of a cell
/// then do not add up to its residents, and one may even be larger. Nothing of this is repaired.
struct FamilySums {
  static constexpr std::size_t kFirstCells = 5;
  Family family;
  /// Cells with known residents and with all groups of the family published, or with published
  /// groups that exceed the residents.
  std::size_t cells = 0;
  std::size_t differing = 0;  ///< cells of these where groups do not add up to the residents
  People residents{0};        ///< residents of the differing cells
  People difference{0};       ///< groups minus residents, summed over the differing cells
  People least_difference{0};
  People most_difference{0};
  std::vector<CellId> first_differing = {};  ///< at most kFirstCells
  std::size_t exceeding = 0;                 ///< cells with a group larger than the residents
  People most_excess{0};
  std::vector<CellId> first_exceeding = {};  ///< at most kFirstCells
  /// The least error of each number that explains all differences, where a family of n groups has n
  /// + 1 numbers. Whole where all numbers are.
  People off_by{0};

  [[nodiscard]] bool is_exact() const noexcept { return off_by == People{0}; }
  /// Returns by how much the groups of a cell may differ from its residents.
  [[nodiscard]] People margin() const noexcept {
    return off_by * static_cast<double>(family.numbers());
  }
};

namespace places {

/// Returns the families in the order of their first groups.
[[nodiscard]] std::vector<Family> families_of(Groups const& groups);

/// The part of a family that one cell publishes.
struct Published {
  People sum{0};
  People largest{0};
  std::size_t groups = 0;  ///< number of published groups; the others are suppressed
};
[[nodiscard]] Published published(Cell const& cell, Family const& family);

/// Returns the sums of each family. Differences below a millionth of the residents are rounding,
/// not differences.
/// Cost: O(cells × groups).
[[nodiscard]] std::vector<FamilySums> check_families(Population const& population,
                                                     Groups const& groups);

}  // namespace places
}  // namespace gapmap
