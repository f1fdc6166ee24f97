#pragma once
// How far is far: the limit of a run and the bounds of its classes, from which tables, legends and
// charts tell ways apart alike.

#include <cstddef>
#include <vector>

namespace gapmap::tables {

/// Costs are seconds or metres, as columns of results have them.
struct CostScale {
  bool is_time = false;        ///< seconds, shown in minutes; else metres, shown in kilometres
  double limit = 0;            ///< of the run
  std::vector<double> bounds;  ///< upper bounds of classes, ascending
};

/// Upper bounds (inclusive) of steps: those of the classes and the limit, ascending, each once.
/// Whatever is beyond the last is a step of its own.
[[nodiscard]] std::vector<double> step_bounds(CostScale const& scale);

/// The step that holds `cost`, from 0; `bounds.size()` beyond the last.
/// Requires: `bounds` ascend.
[[nodiscard]] std::size_t step_of(std::vector<double> const& bounds, double cost);

}  // namespace gapmap::tables
