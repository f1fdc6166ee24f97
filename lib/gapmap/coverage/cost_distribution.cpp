#include "gapmap/coverage/cost_distribution.h"

#include <algorithm>

namespace gapmap {

template <CostType Cost>
CostDistribution<Cost>::CostDistribution(std::vector<Part> parts) : parts_{std::move(parts)} {
  std::erase_if(parts_, [](Part const& part) { return !(part.residents > People{0}); });
  for (auto const& [cost, residents] : parts_) {
    residents_ += residents;
    sum_ += to_natural(cost).value() * residents.value();
  }
  std::ranges::sort(parts_);
}

template <CostType Cost>
std::optional<Natural<Cost>> CostDistribution<Cost>::mean() const {
  if (parts_.empty()) return std::nullopt;
  return Natural<Cost>{sum_ / residents_.value()};
}

template <CostType Cost>
std::optional<Cost> CostDistribution<Cost>::quantile(Portion portion) const {
  if (parts_.empty()) return std::nullopt;
  People below{0};
  for (auto const& [cost, residents] : parts_) {
    below += residents;
    if (below * portion.of >= residents_ * portion.parts) return cost;
  }
  return parts_.back().cost;  // rounding: fractions of residents do not always add up to their sum
}

template class CostDistribution<Millimeters>;
template class CostDistribution<Milliseconds>;

}  // namespace gapmap
