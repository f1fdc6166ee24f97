#include "gapmap/coverage/indicators.h"

#include <vector>

#include "gapmap/coverage/inequality.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

template <CostType Cost>
class IndicatorTally {
 public:
  /// Adds a cell; `accessibility` may be null.
  void add(Cell const& cell, CellCoverage<Cost> const& covered,
           Accessibility const* accessibility) {
    has_cells_ = true;
    if (!cell.residents) {
      ++indicators_.cells_without_number;
      return;
    }
    indicators_.residents += *cell.residents;
    if (!covered.cost) return;
    costs_.push_back({*covered.cost, *cell.residents});
    if (accessibility == nullptr) return;
    double const residents = cell.residents->value();
    sum_.opportunities += residents * accessibility->opportunities;
    sum_.gravity_exponential += residents * accessibility->gravity_exponential;
    sum_.gravity_logistic += residents * accessibility->gravity_logistic;
    sum_.e2sfca += residents * accessibility->e2sfca;
    has_accessibility_ = true;
  }

  [[nodiscard]] bool has_cells() const noexcept { return has_cells_; }

  [[nodiscard]] Indicators<Cost> finish(Cost limit) {
    CostDistribution<Cost> const costs{std::move(costs_)};
    indicators_.residents_with_way = costs.residents();
    indicators_.cost_mean = costs.mean();
    indicators_.cost_median = costs.quantile({1, 2});
    indicators_.cost_p90 = costs.quantile({9, 10});
    indicators_.gini = gini(costs);
    indicators_.palma_ratio = palma_ratio(costs);
    for (unsigned alpha = 0; alpha < indicators_.fgt.size(); ++alpha)
      indicators_.fgt[alpha] = foster_greer_thorbecke(costs, limit, alpha);
    double const residents = costs.residents().value();
    if (has_accessibility_ && residents > 0) {
      indicators_.accessibility =
          Accessibility{sum_.opportunities / residents, sum_.gravity_exponential / residents,
                        sum_.gravity_logistic / residents, sum_.e2sfca / residents};
    }
    return indicators_;
  }

 private:
  Indicators<Cost> indicators_;
  std::vector<typename CostDistribution<Cost>::Part> costs_;
  Accessibility sum_;  ///< over all residents
  bool has_accessibility_ = false;
  bool has_cells_ = false;
};

}  // namespace

template <CostType Cost>
ZoneIndicators<Cost> indicate(Population const& population, Coverage<Cost> const& coverage,
                              IdVector<CellId, Accessibility> const& accessibility,
                              Zoning const& zoning) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  expects(zoning.of_cell.size() == population.size(), "zones divide this population");
  expects(accessibility.empty() || accessibility.size() == population.size(),
          "accessibility is that of this population");
  IdVector<ZoneId, IndicatorTally<Cost>> zones(zoning.zones.size());
  IndicatorTally<Cost> none;
  IndicatorTally<Cost> total;
  for (auto const id : population.ids()) {
    stop_if_asked();
    auto const zone = zoning.of_cell[id];
    auto const* const access = accessibility.empty() ? nullptr : &accessibility[id];
    for (auto* tally : {zone.is_none() ? &none : &zones[zone], &total})
      tally->add(population[id], coverage.cells[id], access);
  }
  ZoneIndicators<Cost> result;
  result.zones.reserve(zones.size());
  for (auto& zone : zones) result.zones.push_back(zone.finish(coverage.limit));
  if (none.has_cells()) result.in_none = none.finish(coverage.limit);
  result.total = total.finish(coverage.limit);
  return result;
}

template ZoneIndicators<Millimeters> indicate(Population const&, Coverage<Millimeters> const&,
                                              IdVector<CellId, Accessibility> const&,
                                              Zoning const&);
template ZoneIndicators<Milliseconds> indicate(Population const&, Coverage<Milliseconds> const&,
                                               IdVector<CellId, Accessibility> const&,
                                               Zoning const&);

}  // namespace gapmap::coverage
