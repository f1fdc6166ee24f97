#include "gapmap/coverage/coverage.h"

#include "gapmap/units/error.h"

namespace gapmap::coverage {

template <CostType Cost>
Coverage<Cost> assess(ReachTable<Cost> const& reach, Cost limit) {
  expects(limit <= reach.horizon, "reach was searched at least as far as the limit");
  Coverage<Cost> coverage{.cells = {}, .limit = limit};
  coverage.cells.reserve(reach.connections.size());
  for (auto const cell : reach.connections.ids()) {
    switch (reach.connections[cell]) {
      case Connection::Reached: {
        auto const nearest = *reach.nearest(cell);
        auto const status = nearest.cost <= limit ? Status::Covered : Status::TooFar;
        coverage.cells.push_back({status, nearest.cost, nearest.facility});
        break;
      }
      case Connection::BeyondHorizon:
        coverage.cells.push_back({Status::TooFar, std::nullopt});
        break;
      case Connection::Unreachable:
        coverage.cells.push_back({Status::Unreachable, std::nullopt});
        break;
      case Connection::OffNetwork:
        coverage.cells.push_back({Status::OffNetwork, std::nullopt});
        break;
    }
  }
  return coverage;
}

template Coverage<Millimeters> assess(ReachTable<Millimeters> const&, Millimeters);
template Coverage<Milliseconds> assess(ReachTable<Milliseconds> const&, Milliseconds);

}  // namespace gapmap::coverage
