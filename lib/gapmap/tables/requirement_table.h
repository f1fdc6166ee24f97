#pragma once
// Requirements as tables: columns of cells and municipalities, and a table of their own.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/coverage/requirements.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Name of all requirements together in outputs; no requirement may have it.
inline constexpr char const* kAllRequirements = "all_requirements";

/// What a run found about its requirements. Members are references, so the caller keeps them alive.
struct RequirementRun {
  Population const& population;
  std::vector<Requirement> const& requirements;
  std::vector<Fulfilment> const& fulfilments;                  ///< one per requirement
  std::vector<Coverage<Millimeters>> const& states;            ///< one each, then all together
  std::vector<CoverageSummary<Millimeters>> const& summaries;  ///< one each, then all together
};

/// Returns one row per cell: for each requirement NAME (met, too_far, unreachable, off_network) and
/// NAME_distance_m or NAME_time_s (to the farthest place required), then `all_requirements`.
[[nodiscard]] OutputTable requirement_cells(RequirementRun const& run);

/// Returns columns for the rows of municipality_table(): residents for whom a requirement is met,
/// NAME_met, and their share, NAME_share.
[[nodiscard]] OutputTable requirement_municipalities(RequirementRun const& run);

/// Returns one row per requirement in their order, then one for all together: residents by state,
/// which add up to all residents.
[[nodiscard]] OutputTable requirement_table(RequirementRun const& run);

/// Returns NAME_met and NAME_share of all residents, for the record of the run.
[[nodiscard]] std::vector<std::pair<std::string, std::optional<double>>> requirement_totals(
    RequirementRun const& run);

/// Throws UsageError if the two tables have a column name in common, so that a requirement must be
/// renamed.
void require_other_names(OutputTable const& table, OutputTable const& more);

}  // namespace gapmap::tables
