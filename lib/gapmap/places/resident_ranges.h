#pragma once
// Ranges of how many residents of each group a cell may have, where the source does not publish all
// numbers.

#include <vector>

#include "gapmap/places/families.h"
#include "gapmap/places/official_population.h"
#include "gapmap/places/people_range.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// A range for every cell and group, one row per cell. The first group is everybody, named "all";
/// the groups of the source follow.
struct ResidentRanges {
  Groups groups;
  std::vector<PeopleRange> values;
  std::vector<FamilySums> families = {};
  /// Number of cells without an upper bound. Everything that such a cell does not publish has the
  /// range [0, 0], and sums must be reported together with the number of these cells (cells without
  /// a number).
  std::size_t cells_without_bound = 0;
  /// With official counts: residents of each group in the cells wholly inside each municipality,
  /// one row per municipality like `values`. Narrower than the sum of the cells' ranges.
  std::vector<PeopleRange> inside = {};
  /// Municipalities whose official counts contradict their cells (another year, another area);
  /// nothing was narrowed there.
  std::vector<MunicipalityId> contradicted = {};

  static constexpr GroupId everybody() noexcept { return GroupId{0}; }
  [[nodiscard]] PeopleRange const& at(CellId cell, GroupId group) const noexcept {
    return values[cell.value() * groups.size() + group.value()];
  }
  /// Whether nothing bounds the number: `cell`, which is `id`, publishes neither it nor its
  /// residents, and the range adds nothing. Such a range says nothing about the greatest possible
  /// number.
  [[nodiscard]] bool is_unknown(Cell const& cell, CellId id, GroupId group) const noexcept {
    bool const is_published =
        group != everybody() && cell.groups[GroupId{group.value() - 1U}].has_value();
    return !cell.residents && !is_published && at(id, group) == PeopleRange{};
  }
};

namespace places {

/// Returns the tightest ranges that each cell's own numbers allow:
///
/// * a published number is exact: ranges are about what the source would publish;
/// * in a whole family, suppressed groups share what the published groups leave of the residents: a
///   single one has exactly that, several have between nothing and all of it each;
/// * a group without a family has between nothing and all residents;
/// * suppressed residents are the sum of any family that is wholly published;
/// * what the source tells of a number that it does not publish ("<10") holds as well.
///
/// Where the numbers are perturbed (FamilySums::off_by > 0), every bound that depends on another
/// number is wider by the family's margin().
///
/// Cost: O(cells × groups).
[[nodiscard]] ResidentRanges resident_ranges(Population const& population, Groups const& groups);

/// Returns the ranges that each cell's own numbers allow, narrowed by official counts of each
/// municipality. Let I be the cells wholly inside a municipality of G residents, of which G_g
/// belong to group g. Everybody who lives in I is one of them:
///
///     sum over I of g ≤ G_g
///
/// The others, G minus the residents of I, live in cells that the municipality shares or have no
/// coordinates, and all of them might belong to g:
///
///     sum over I of g ≥ G_g − (G − sum over I of everybody)
///
/// What these sums leave to one cell, if all others of I have their most or their least, narrows
/// the cell, and with it the other groups of its family. Cells that are not wholly inside may count
/// people of neighbouring municipalities and stay as they are. Perturbed families are not narrowed.
/// Requires: municipalities are assigned; `official` has all of them.
[[nodiscard]] ResidentRanges resident_ranges(Population const& population, Groups const& groups,
                                             OfficialCounts const& official);

/// Returns the residents of each group of the ranges in all cells of each municipality, one row
/// each; the last row is for cells that belong to none. Rows add up to everybody: no cell is in two
/// of them.
/// Requires: `ranges` was made for this population.
/// Cost: O(cells × groups).
[[nodiscard]] std::vector<std::vector<PeopleRange>> sums_by_municipality(
    ResidentRanges const& ranges, Population const& population, std::size_t municipalities);

}  // namespace places
}  // namespace gapmap
