#pragma once
// Whom each candidate for a further place would bring within the limit.

#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/reach/reach_table.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage::detail {

/// Returns for each candidate the cells that are not covered now and reach it within the limit;
/// ascending.
/// Requires: all arguments belong to one population; candidates were reached as far as the limit.
/// Cost:     O(pairs).
template <CostType Cost>
[[nodiscard]] IdVector<PlaceId, std::vector<CellId>> brought_cells(
    Coverage<Cost> const& coverage, ReachTable<Cost> const& candidates) {
  expects(candidates.connections.size() == coverage.cells.size(),
          "candidates were reached from the population whose coverage was assessed");
  expects(coverage.limit <= candidates.cutoff, "candidates were reached as far as the limit");
  IdVector<PlaceId, std::vector<CellId>> brought(candidates.place_is_attached.size());
  for (auto const cell : coverage.cells.ids()) {
    stop_if_asked();
    if (coverage.cells[cell].status == Status::Covered) continue;
    for (auto const& [candidate, cost] : candidates.row(cell)) {
      if (cost > coverage.limit) break;
      brought[candidate].push_back(cell);
    }
  }
  return brought;
}

}  // namespace gapmap::coverage::detail
