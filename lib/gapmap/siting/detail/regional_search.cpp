#include "gapmap/siting/detail/regional_search.h"

#include <algorithm>
#include <utility>

namespace gapmap::siting {
namespace {

/// Regions grow when a round over the model found nothing better.
constexpr std::size_t kFirstSize = 100;
constexpr std::size_t kLastSize = 800;
constexpr std::size_t kRoundsOfRegion = 3000;
/// By so much of a region's size the next one is elsewhere.
constexpr std::size_t kOverlap = 4;

/// Returns the sites nearest to a demand, in steps from its sites to their demands and on.
std::vector<std::uint32_t> sites_around(std::uint32_t demand, std::size_t size,
                                        LocationModel const& model, Lists const& demands) {
  std::vector<std::uint32_t> sites;
  std::vector<char> is_known(model.site_count(), 0);
  std::vector<char> is_seen(model.demand_count(), 0);
  auto const see = [&](std::uint32_t d) {
    if (std::exchange(is_seen[d], 1) != 0) return;
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k) {
      auto const site = model.sites[k];
      if (std::exchange(is_known[site], 1) == 0) sites.push_back(site);
    }
  };
  see(demand);
  for (std::size_t s = 0; s < sites.size() && sites.size() < size; ++s) {
    for (auto const next : demands.at(sites[s])) {
      if (sites.size() >= size) break;
      see(next);
    }
  }
  return sites;
}

}  // namespace

std::vector<std::uint32_t> improve_regionally(LocationModel const& model,
                                              std::vector<std::uint32_t> open,
                                              SearchGoal const& goal, Effort& effort) {
  auto const demands = demands_of_sites(model);
  auto cost = cost_of(model, open);
  std::size_t size = kFirstSize;
  while (!effort.is_spent()) {
    bool is_better = false;
    auto const count = std::min(kOverlap * model.site_count() / size + 1, model.demand_count());
    for (std::size_t r = 0; r < count && !effort.is_spent(); ++r) {
      auto const seed = static_cast<std::uint32_t>(r * model.demand_count() / count);
      std::vector<SiteState> states(model.site_count(), SiteState::Closed);
      for (auto const site : open) states[site] = SiteState::Open;
      std::uint32_t inside = 0;
      for (auto const site : sites_around(seed, size, model, demands)) {
        inside += states[site] == SiteState::Open ? 1 : 0;
        states[site] = SiteState::Free;
      }
      if (inside == 0) continue;
      auto left = decide(model, states);
      left.model.most = std::min(left.model.most, inside);
      if (left.model.site_count() == 0) continue;
      Effort of_region{effort.limits_of_part(kRoundsOfRegion)};
      auto const plan =
          search(left.model, of_region, {.must_serve = goal.must_serve, .is_region = true});
      effort.add(of_region);
      if (plan.cost >= cost) continue;
      cost = plan.cost;
      open = std::move(left.opened);
      for (auto const site : plan.open) open.push_back(left.sites[site]);
      is_better = true;
    }
    if (is_better) continue;
    if (size >= std::min(kLastSize, model.site_count())) break;
    size *= 2;
  }
  std::ranges::sort(open);
  return open;
}

}  // namespace gapmap::siting
