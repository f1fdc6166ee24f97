#pragma once
// The groups of residents that a job asks about: which they are, and what tables tell of them.

#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// Which groups a run tells of first.
struct ChosenGroups {
  GroupId about;    ///< whom the report is about
  GroupId gaps_by;  ///< whose number orders the gaps
};

/// Finds the groups of the choice; a group that nothing names is everybody. Throws UsageError.
[[nodiscard]] ChosenGroups chosen_groups(job::GroupChoice const& choice, Groups const& groups);

/// Every group of the source, as tables tell of them beside everybody.
[[nodiscard]] std::vector<GroupId> groups_of_source(ResidentRanges const& ranges);

/// Orders gaps by the middle of what is known of a group, most first. Ties: as they were.
template <CostType Cost>
void order_gaps(std::vector<Gap<Cost>>& gaps, GroupId by, ResidentRanges const& ranges);

/// Appends the residents of every group to gaps, and of the group that the report is about to cells
/// and to who falls outside if a place closes.
template <CostType Cost>
void add_group_columns(CoverageResult<Cost> const& result, tables::OutputTable& gaps,
                       tables::OutputTable& cells, tables::OutputTable& places);

}  // namespace gapmap::engine
