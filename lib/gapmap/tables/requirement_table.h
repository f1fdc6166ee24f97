#pragma once
// Requirements, and limits where a run has several, as columns of cells and municipalities;
// requirements also as a table of their own.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/coverage/requirements.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Name of all requirements together in outputs; no requirement may have it.
inline constexpr char const* kAllRequirements = "all_requirements";
/// Names of all limits of a run together, and of any of them.
inline constexpr char const* kAllLimits = "all_limits";
inline constexpr char const* kAnyLimit = "any_limit";

/// What a run found about several things that residents may have near, each and together: its
/// requirements, or its limits. Members are references, so the caller keeps them alive.
struct AskedTogether {
  Population const& population;
  std::vector<std::string> names;  ///< one each, then one for each way to take them together
  std::vector<Fulfilment> const& fulfilments;                  ///< one each
  std::vector<Coverage<Millimeters>> const& states;            ///< one per name
  std::vector<CoverageSummary<Millimeters>> const& summaries;  ///< one per name
  std::vector<char> tells_cost;  ///< one each: whether cells have a column of its cost
};

/// Returns one row per cell: for each NAME its state (met, too_far, unreachable, off_network), and
/// NAME_distance_m or NAME_time_s (to the farthest place required) where the cost is told.
[[nodiscard]] OutputTable state_columns(AskedTogether const& asked);

/// Returns columns for the rows of municipality_table(): for each NAME the residents for whom it is
/// met, NAME_met, and their share, NAME_share.
[[nodiscard]] OutputTable met_columns(AskedTogether const& asked);

/// Returns NAME_met and NAME_share of all residents, for the record of the run.
[[nodiscard]] std::vector<std::pair<std::string, std::optional<double>>> met_totals(
    AskedTogether const& asked);

/// Returns one row per requirement in their order, then one for all together: residents by state,
/// which add up to all residents.
/// Requires: `asked` is about these requirements.
[[nodiscard]] OutputTable requirement_table(AskedTogether const& asked,
                                            std::vector<Requirement> const& requirements);

/// Appends the columns of `more`. Throws UsageError if the two tables have a column name in common,
/// so that a requirement must be renamed.
void append_new_columns(OutputTable& table, OutputTable const& more);

}  // namespace gapmap::tables
