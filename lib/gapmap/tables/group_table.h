#pragma once
// Who is covered, group by group and by everything that the run asked: limits, requirements and
// accounts. Column names are the documented interface.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/places/zones.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

enum class RuleKind : std::uint8_t { Limit, Requirement, Account };

/// Returns the name of the kind in outputs.
[[nodiscard]] std::string_view name_of(RuleKind kind) noexcept;

/// One of the things by which a run says who is covered.
struct CoverageRule {
  RuleKind kind;
  std::string
      name;  ///< "20_km", "all_limits", the user's word for a requirement, "own_county_ferries"
  IdVector<CellId, Status> statuses;
};

/// Returns the statuses of all cells without their costs.
template <CostType Cost>
[[nodiscard]] IdVector<CellId, Status> statuses_of(Coverage<Cost> const& coverage);

/// Returns one row per rule, level, zone and group: for each rule the level "total", then each
/// zoning in its order, with its cells in no zone as "Outside", as class_table() has them.
/// `covered` and `not_covered` add up to `residents`; outside, unreachable and off_network to
/// `not_covered`. Numbers are midpoints where only ranges are known; upper ends are absent where
/// cells have no upper bound, and such cells are counted.
/// Requires: all arguments belong to one population.
/// Cost:     O(rules × cells × groups × levels).
[[nodiscard]] OutputTable group_table(std::span<CoverageRule const> rules,
                                      Population const& population, ResidentRanges const& ranges,
                                      std::span<Zoning const* const> zonings);

/// The tables that have columns of groups.
enum class GroupColumns : std::uint8_t {
  Gaps,           ///< who lives in the gap
  Cells,          ///< who lives in the cell
  Places,         ///< who falls outside the limit if the place closes
  Remedies,       ///< whom the proposed place would bring within it, of the gap and elsewhere
  JointRemedies,  ///< whom it would bring and no place chosen before it does
  Reasons,        ///< who is outside for this reason
  OutsideGroups,  ///< who lives in the cell, which is not covered
};

/// Returns two columns for each of `groups`: the least and the most of it that may live in the
/// cells of each row. The most is absent where nothing bounds a cell.
/// Requires: all arguments belong to one population.
/// Cost:     O(cells of all rows × groups).
[[nodiscard]] OutputTable group_columns(GroupColumns which,
                                        std::vector<std::vector<CellId>> const& cells_of_rows,
                                        Population const& population, ResidentRanges const& ranges,
                                        std::vector<GroupId> const& groups);

/// Returns the table "outside_groups": one row per inhabited cell that is not covered, with its
/// area: `cell_id`, `municipality_code`, `status`, and the least and the most of each of `groups`.
/// Requires: all arguments belong to one population.
[[nodiscard]] OutputTable outside_group_table(Population const& population,
                                              Municipalities const& municipalities,
                                              IdVector<CellId, Status> const& statuses,
                                              ResidentRanges const& ranges,
                                              std::vector<GroupId> const& groups);

}  // namespace gapmap::tables
