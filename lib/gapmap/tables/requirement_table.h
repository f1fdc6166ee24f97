#pragma once
// Requirements as tables: further columns of cells and municipalities, and a table of their own.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/coverage/requirements.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// How outputs call all requirements together; no requirement has this name.
inline constexpr char const* kAllRequirements = "all_requirements";

/// What a run knows of its requirements. References: the caller keeps them alive.
struct RequirementRun {
  Population const& population;
  std::vector<Requirement> const& requirements;
  std::vector<Fulfilment> const& fulfilments;                  ///< one each
  std::vector<Coverage<Millimeters>> const& states;            ///< one each, then of all together
  std::vector<CoverageSummary<Millimeters>> const& summaries;  ///< likewise
};

/// One row a cell: NAME (met, too_far, unreachable, off_network) and NAME_distance_m or NAME_time_s
/// (to the last place required) for each, then `all_requirements`.
[[nodiscard]] OutputTable requirement_cells(RequirementRun const& run);

/// The rows of municipality_table(): residents who have it, NAME_met, and their share, NAME_share.
[[nodiscard]] OutputTable requirement_municipalities(RequirementRun const& run);

/// One row a requirement, in their order, the last for all together: residents by state, which add
/// up to all residents.
[[nodiscard]] OutputTable requirement_table(RequirementRun const& run);

/// NAME_met and NAME_share of all residents, for the record of the run.
[[nodiscard]] std::vector<std::pair<std::string, std::optional<double>>> requirement_totals(
    RequirementRun const& run);

/// Throws UsageError if both together have two columns of one name: a requirement must have another
/// name.
void require_other_names(OutputTable const& table, OutputTable const& more);

}  // namespace gapmap::tables
