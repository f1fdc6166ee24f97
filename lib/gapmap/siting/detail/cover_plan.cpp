#include "gapmap/siting/detail/cover_plan.h"

#include <algorithm>
#include <numeric>
#include <queue>

namespace gapmap::siting {
namespace {

struct Offer {
  double worth;  ///< weight of unserved demands for the opening cost, as it was when looked at
  std::uint32_t site;
  friend bool operator<(Offer const& a, Offer const& b) {
    return a.worth != b.worth ? a.worth < b.worth : a.site > b.site;
  }
};

}  // namespace

std::vector<std::uint32_t> completed_cover(LocationModel const& model,
                                           std::vector<std::uint32_t> open,
                                           std::span<std::int64_t const> weights) {
  auto const demands = demands_of_sites(model);
  std::vector<std::uint32_t> times(model.demand_count(), 0);
  std::size_t lacking = std::accumulate(model.needs.begin(), model.needs.end(), std::size_t{0});
  auto const serve = [&](std::uint32_t site) {
    for (auto const demand : demands.at(site))
      lacking -= times[demand]++ < model.needs[demand] ? 1 : 0;
  };
  for (auto const site : open) serve(site);
  auto const worth_of = [&](std::uint32_t site) {
    double weight = 0;
    for (auto const demand : demands.at(site)) {
      // A demand without weight counts a little, so that it is served in the end.
      if (times[demand] < model.needs[demand]) weight += static_cast<double>(weights[demand]) + 1;
    }
    return weight / static_cast<double>(std::max<std::int64_t>(model.opening[site], 1));
  };
  std::priority_queue<Offer> offers;
  if (lacking > 0) {
    std::vector<char> is_open(model.site_count(), 0);
    for (auto const site : open) is_open[site] = 1;
    for (std::uint32_t s = 0; s < model.site_count(); ++s) {
      if (is_open[s] == 0) offers.push({worth_of(s), s});
    }
  }
  while (lacking > 0 && !offers.empty()) {
    auto offer = offers.top();
    offers.pop();
    auto const worth = worth_of(offer.site);
    if (worth <= 0) continue;
    if (!offers.empty() && Offer{worth, offer.site} < offers.top()) {
      offers.push({worth, offer.site});
      continue;
    }
    open.push_back(offer.site);
    serve(offer.site);
  }
  for (auto k = open.size(); k-- > 0;) {
    auto const of = demands.at(open[k]);
    if (std::ranges::any_of(
            of, [&](std::uint32_t demand) { return times[demand] <= model.needs[demand]; }))
      continue;
    for (auto const demand : of) --times[demand];
    open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
  }
  std::ranges::sort(open);
  return open;
}

}  // namespace gapmap::siting
