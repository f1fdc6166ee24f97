#include "gapmap/tables/cost_scale.h"

#include <algorithm>

namespace gapmap::tables {

std::vector<double> step_bounds(CostScale const& scale) {
  auto bounds = scale.bounds;
  bounds.push_back(scale.limit);
  std::ranges::sort(bounds);
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

std::size_t step_of(std::vector<double> const& bounds, double cost) {
  return static_cast<std::size_t>(std::ranges::lower_bound(bounds, cost) - bounds.begin());
}

}  // namespace gapmap::tables
