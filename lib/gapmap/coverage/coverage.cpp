#include "gapmap/coverage/coverage.h"

#include "gapmap/units/error.h"

namespace gapmap::coverage {

template <CostType Cost>
CellCoverage<Cost> assess(ReachTable<Cost> const& reach, CellId cell, Cost limit) {
  switch (reach.connections[cell]) {
    case Connection::Reached: {
      auto const nearest = *reach.nearest(cell);
      auto const status = nearest.cost <= limit ? Status::Covered : Status::TooFar;
      return {status, nearest.cost, nearest.place};
    }
    case Connection::BeyondCutoff:
      return {Status::TooFar, std::nullopt};
    case Connection::Unreachable:
      return {Status::Unreachable, std::nullopt};
    case Connection::OffNetwork:
      break;
  }
  return {Status::OffNetwork, std::nullopt};
}

template <CostType Cost>
Coverage<Cost> assess(ReachTable<Cost> const& reach, Cost limit) {
  expects(limit <= reach.cutoff, "reach was searched at least as far as the limit");
  Coverage<Cost> coverage{.cells = {}, .limit = limit};
  coverage.cells.reserve(reach.connections.size());
  for (auto const cell : reach.connections.ids())
    coverage.cells.push_back(assess(reach, cell, limit));
  return coverage;
}

template CellCoverage<Millimeters> assess(ReachTable<Millimeters> const&, CellId, Millimeters);
template CellCoverage<Milliseconds> assess(ReachTable<Milliseconds> const&, CellId, Milliseconds);
template Coverage<Millimeters> assess(ReachTable<Millimeters> const&, Millimeters);
template Coverage<Milliseconds> assess(ReachTable<Milliseconds> const&, Milliseconds);

}  // namespace gapmap::coverage
