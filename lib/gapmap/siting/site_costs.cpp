#include "gapmap/siting/site_costs.h"

#include <algorithm>
#include <tuple>

#include "gapmap/units/error.h"

namespace gapmap {

void SiteCosts::add(std::int64_t weight, std::vector<Pair> row) {
  expects(weight >= 0, "weights are not negative");
  auto const by_site = [](Pair const& pair) { return std::tuple{pair.site, pair.cost}; };
  std::ranges::sort(row, {}, by_site);
  row.erase(std::unique(row.begin(), row.end(),
                        [](Pair const& a, Pair const& b) { return a.site == b.site; }),
            row.end());
  std::ranges::stable_sort(row, {}, &Pair::cost);
  for (auto const& [site, cost] : row) {
    expects(cost >= 0, "costs are not negative");
    expects(site.value() < site_count, "pairs are of known sites");
    sites.push_back(site);
    costs.push_back(cost);
  }
  first.push_back(static_cast<std::uint32_t>(sites.size()));
  weights.push_back(weight);
}

namespace siting {

template <CostType Cost>
SiteCosts site_costs(ReachTable<Cost> const& reach, std::span<std::int64_t const> weights,
                     Cost limit) {
  expects(weights.size() == reach.connections.size(), "every cell has a weight");
  SiteCosts costs;
  costs.site_count = reach.place_is_attached.size();
  for (std::size_t c = 0; c < weights.size(); ++c) {
    std::vector<SiteCosts::Pair> row;
    for (auto const& [place, cost] : reach.row(CellId{c})) {
      if (cost > limit) break;
      row.push_back({SiteId{place.value()}, cost.value()});
    }
    costs.add(weights[c], std::move(row));
  }
  return costs;
}

template SiteCosts site_costs(ReachTable<Millimeters> const&, std::span<std::int64_t const>,
                              Millimeters);
template SiteCosts site_costs(ReachTable<Milliseconds> const&, std::span<std::int64_t const>,
                              Milliseconds);

}  // namespace siting
}  // namespace gapmap
