#include "gapmap/coverage/accessibility.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

double weight_or_nothing(double weight) { return weight < kLeastWeight ? 0 : weight; }

template <CostType Cost>
double in_halves(Cost cost, Cost half) {
  return static_cast<double>(cost.value()) / static_cast<double>(half.value());
}

/// Returns the capacity of each place divided by its weighted residents: the first step of E2SFCA.
template <CostType Cost>
IdVector<PlaceId, double> capacity_by_resident(Population const& population, Places const& places,
                                               ReachTable<Cost> const& reach, Cost limit) {
  IdVector<PlaceId, double> demand(places.size(), 0.0);
  for (auto const cell : population.ids()) {
    stop_if_asked();
    double const residents = population[cell].residents.value_or(People{0}).value();
    for (auto const& [place, cost] : reach.row(cell))
      demand[place] += residents * catchment_weight(cost, limit);
  }
  for (auto const f : places.ids()) {
    if (demand[f] > 0) demand[f] = places[f].capacity.value_or(1) / demand[f];
  }
  return demand;
}

}  // namespace

template <CostType Cost>
double exponential_decay(Cost cost, Cost half) {
  return weight_or_nothing(std::exp2(-in_halves(cost, half)));
}

template <CostType Cost>
double logistic_decay(Cost cost, Cost half) {
  constexpr double kSlope = 5;
  return weight_or_nothing(1 / (1 + std::exp(kSlope * (in_halves(cost, half) - 1))));
}

template <CostType Cost>
double catchment_weight(Cost cost, Cost limit) {
  constexpr std::array kWeights{1.0, 0.68, 0.22};
  for (std::uint64_t zone = 0; zone < kWeights.size(); ++zone) {
    if (kWeights.size() * std::uint64_t{cost.value()} <= (zone + 1) * limit.value())
      return kWeights[zone];
  }
  return 0;
}

template <CostType Cost>
Cost cutoff_of(AccessibilityOptions<Cost> const& options) {
  // The exponential decay reaches farthest.
  auto const half = to_natural(options.half).value();
  return std::max(options.limit, to_cost<Cost>(std::ceil(-std::log2(kLeastWeight) * half)));
}

template <CostType Cost>
IdVector<CellId, Accessibility> access_each(Population const& population, Places const& places,
                                            ReachTable<Cost> const& reach,
                                            AccessibilityOptions<Cost> const& options) {
  expects(reach.connections.size() == population.size(), "reach was made for this population");
  expects(reach.place_is_attached.size() == places.size(), "reach was made for these places");
  expects(reach.cutoff >= cutoff_of(options), "reach was searched as far as weights go");
  expects(options.half > Cost{0}, "a place counts half at some way off");
  auto const by_resident = capacity_by_resident(population, places, reach, options.limit);
  IdVector<CellId, Accessibility> all(population.size());
  for (auto const cell : population.ids()) {
    stop_if_asked();
    auto& here = all[cell];
    for (auto const& [place, cost] : reach.row(cell)) {
      if (cost <= options.limit) here.opportunities += 1;
      here.gravity_exponential += exponential_decay(cost, options.half);
      here.gravity_logistic += logistic_decay(cost, options.half);
      here.e2sfca += by_resident[place] * catchment_weight(cost, options.limit);
    }
  }
  return all;
}

template double exponential_decay(Millimeters, Millimeters);
template double exponential_decay(Milliseconds, Milliseconds);
template double logistic_decay(Millimeters, Millimeters);
template double logistic_decay(Milliseconds, Milliseconds);
template double catchment_weight(Millimeters, Millimeters);
template double catchment_weight(Milliseconds, Milliseconds);
template Millimeters cutoff_of(AccessibilityOptions<Millimeters> const&);
template Milliseconds cutoff_of(AccessibilityOptions<Milliseconds> const&);
template IdVector<CellId, Accessibility> access_each(Population const&, Places const&,
                                                     ReachTable<Millimeters> const&,
                                                     AccessibilityOptions<Millimeters> const&);
template IdVector<CellId, Accessibility> access_each(Population const&, Places const&,
                                                     ReachTable<Milliseconds> const&,
                                                     AccessibilityOptions<Milliseconds> const&);

}  // namespace gapmap::coverage
