#pragma once
// The scale of costs: the limit of a run and the bounds of its classes, by which tables, legends
// and charts divide costs alike.

#include <cstddef>
#include <vector>

namespace gapmap::tables {

/// Scale of costs in seconds or metres, as columns of results have them.
struct CostScale {
  bool is_time = false;        ///< seconds, shown in minutes; else metres, shown in kilometres
  double limit = 0;            ///< in metres or seconds
  std::vector<double> bounds;  ///< upper bounds of classes, ascending
};

/// Returns the inclusive upper bounds of the steps: those of the classes and the limit, ascending,
/// each once. Costs beyond the last bound form one more step.
[[nodiscard]] std::vector<double> step_bounds(CostScale const& scale);

/// Returns the index of the step that holds `cost`; `bounds.size()` beyond the last bound.
/// Requires: `bounds` ascend.
[[nodiscard]] std::size_t step_of(std::vector<double> const& bounds, double cost);

}  // namespace gapmap::tables
