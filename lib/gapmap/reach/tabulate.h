#pragma once
// Makes the table that everybody reads of the results of a search.

#include "gapmap/reach/nearest.h"
#include "gapmap/reach/reach_table.h"
#include "gapmap/units/stop.h"

namespace gapmap::reach {

/// Makes a table. `row_of(cell)` is the result for a cell, ascending by cost, then PlaceId; places
/// beyond `cutoff` are left out here.
template <CostType Cost, class RowOf>
[[nodiscard]] ReachTable<Cost> tabulate(Ends const& ends, Cost cutoff, RowOf const& row_of) {
  ReachTable<Cost> table;
  table.cutoff = cutoff;
  table.first_reach.reserve(ends.cells.size() + 1);
  auto const nothing = cutoff.is_finite() ? Connection::BeyondCutoff : Connection::Unreachable;
  for (auto const cell : ends.cells.ids()) {
    stop_if_asked();
    auto const& at = ends.cells[cell];
    auto const before = table.reaches.size();
    for (auto const& reach : row_of(cell)) {
      if (reach.cost <= cutoff) table.reaches.push_back(reach);
    }
    table.connections.push_back(table.reaches.size() > before ? Connection::Reached
                                : !at.is_attached()           ? Connection::OffNetwork
                                                              : nothing);
    table.off_road.push_back(at.off_road);
    table.first_reach.push_back(static_cast<std::uint32_t>(table.reaches.size()));
  }
  for (auto const& at : ends.places) {
    table.place_off_road.push_back(at.off_road);
    table.place_is_attached.push_back(at.is_attached());
  }
  return table;
}

}  // namespace gapmap::reach
