#include "gapmap/coverage/inequality.h"

#include <algorithm>

#include "gapmap/units/error.h"

namespace gapmap::coverage {
namespace {

/// Returns the total cost of the first `residents` of the parts up to `end`.
template <class Iterator>
double sum_of_first(double residents, Iterator part, Iterator end) {
  double sum = 0;
  for (; part != end && residents > 0; ++part) {
    double const taken = std::min(residents, part->residents.value());
    sum += taken * to_natural(part->cost).value();
    residents -= taken;
  }
  return sum;
}

}  // namespace

template <CostType Cost>
std::optional<double> gini(CostDistribution<Cost> const& costs) {
  double const all = costs.residents().value();
  if (costs.ascending().empty()) return std::nullopt;
  if (!(costs.sum() > 0)) return 0;
  // In ascending order each xᵢ is added once for every lower value and subtracted once for every
  // higher one.
  double below = 0;
  double differences = 0;
  for (auto const& [cost, residents] : costs.ascending()) {
    double const up_to = below + residents.value();
    differences += residents.value() * to_natural(cost).value() * (below + up_to - all);
    below = up_to;
  }
  return std::max(0.0, differences / (all * costs.sum()));
}

template <CostType Cost>
std::optional<double> palma_ratio(CostDistribution<Cost> const& costs) {
  double const all = costs.residents().value();
  auto const parts = costs.ascending();
  auto const nearest = sum_of_first(all * 4 / 10, parts.begin(), parts.end());
  if (!(nearest > 0)) return std::nullopt;
  return sum_of_first(all / 10, parts.rbegin(), parts.rend()) / nearest;
}

template <CostType Cost>
std::optional<double> foster_greer_thorbecke(CostDistribution<Cost> const& costs, Cost limit,
                                             unsigned alpha) {
  expects(alpha <= 2, "alpha is 0, 1 or 2");
  if (costs.ascending().empty() || (alpha > 0 && limit == Cost{0})) return std::nullopt;
  double const line = to_natural(limit).value();
  double sum = 0;
  for (auto const& [cost, residents] : costs.ascending()) {
    if (cost <= limit) continue;
    double weighted = residents.value();
    for (unsigned i = 0; i < alpha; ++i) weighted *= (to_natural(cost).value() - line) / line;
    sum += weighted;
  }
  return sum / costs.residents().value();
}

template std::optional<double> gini(CostDistribution<Millimeters> const&);
template std::optional<double> gini(CostDistribution<Milliseconds> const&);
template std::optional<double> palma_ratio(CostDistribution<Millimeters> const&);
template std::optional<double> palma_ratio(CostDistribution<Milliseconds> const&);
template std::optional<double> foster_greer_thorbecke(CostDistribution<Millimeters> const&,
                                                      Millimeters, unsigned);
template std::optional<double> foster_greer_thorbecke(CostDistribution<Milliseconds> const&,
                                                      Milliseconds, unsigned);

}  // namespace gapmap::coverage
