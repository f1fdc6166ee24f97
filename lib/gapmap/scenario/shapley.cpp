#include "gapmap/scenario/shapley.h"

#include <bit>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::scenario {

std::int64_t orders_of(std::size_t n) {
  expects(n <= kMostFactors, "few enough things change");
  std::int64_t orders = 1;
  for (std::size_t i = 2; i <= n; ++i) orders *= static_cast<std::int64_t>(i);
  return orders;
}

std::vector<std::int64_t> shapley(std::span<std::int64_t const> figures) {
  expects(std::has_single_bit(figures.size()), "there is a figure for every set of changes");
  auto const n = static_cast<std::size_t>(std::countr_zero(figures.size()));
  std::vector<std::int64_t> parts(n);
  for (std::size_t before = 0; before < figures.size(); ++before) {
    stop_if_asked();
    auto const changed = static_cast<std::size_t>(std::popcount(before));
    if (changed == n) continue;
    // Number of orders in which exactly these factors come before the next one.
    auto const orders = orders_of(changed) * orders_of(n - changed - 1);
    for (std::size_t next = 0; next < n; ++next) {
      auto const bit = std::size_t{1} << next;
      if ((before & bit) == 0) parts[next] += orders * (figures[before | bit] - figures[before]);
    }
  }
  return parts;
}

}  // namespace gapmap::scenario
