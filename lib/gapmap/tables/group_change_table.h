#pragma once
// Groups of residents in two runs side by side, by everything that the runs asked: limits,
// requirements and accounts. Column names are the documented interface.

#include <cstddef>
#include <optional>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Name of the rule that stands for the limits of two runs that have one each, and not the same.
inline constexpr char const* kEachLimit = "each_limit";

/// Rows of the two tables that are the same; nothing for a run that does not have it.
struct RowPair {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
};

/// Returns the rows of both tables by twos, in the order of group_change_table().
[[nodiscard]] std::vector<RowPair> matched_groups(OutputTable const& before,
                                                  OutputTable const& after);

/// Returns one row for each rule, zone and group of either run, from the tables of group_table()
/// that the two runs wrote: first those of the earlier run in its order, then those that only the
/// later one has. Rows are the same if rule, level, code and name of the zone, and group are; what
/// a run does not have has no number there, and no change. Two runs that have a single limit each
/// are compared by it even if it is not the same: its rule is then kEachLimit. Numbers are the
/// middle of what is known; the least and the most stand beside those who are not covered.
/// Cost: O(rows × log rows).
[[nodiscard]] OutputTable group_change_table(OutputTable const& before, OutputTable const& after);

}  // namespace gapmap::tables
