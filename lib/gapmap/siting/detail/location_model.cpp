#include "gapmap/siting/detail/location_model.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace gapmap::siting {
namespace {

constexpr auto kNoSite = std::numeric_limits<std::uint32_t>::max();

std::uint64_t hash_of(std::span<std::uint32_t const> sites, std::uint32_t need) {
  std::uint64_t hash = 14695981039346656037U ^ need;  // FNV-1a, a word at a time
  for (auto const site : sites) hash = (hash ^ site) * 1099511628211U;
  return hash;
}

}  // namespace

void LocationModel::add(std::span<std::uint32_t const> row_sites,
                        std::span<std::int64_t const> row_costs, std::int64_t cost_unserved,
                        std::uint32_t need) {
  for (std::size_t k = 0; k < row_sites.size() && row_costs[k] < cost_unserved; ++k) {
    sites.push_back(row_sites[k]);
    costs.push_back(row_costs[k]);
  }
  first.push_back(static_cast<std::uint32_t>(sites.size()));
  unserved.push_back(cost_unserved);
  needs.push_back(need);
}

Lists demands_of_sites(LocationModel const& model) {
  Lists sites;
  sites.first.assign(model.site_count() + 1, 0);
  for (auto const site : model.sites) ++sites.first[site + 1];
  std::partial_sum(sites.first.begin(), sites.first.end(), sites.first.begin());
  sites.members.resize(model.sites.size());
  auto next = sites.first;
  for (std::uint32_t d = 0; d < model.demand_count(); ++d) {
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k)
      sites.members[next[model.sites[k]]++] = d;
  }
  return sites;
}

std::int64_t cost_of(LocationModel const& model, std::span<std::uint32_t const> open) {
  std::vector<char> is_open(model.site_count(), 0);
  auto sum = model.fixed;
  for (auto const site : open) {
    is_open[site] = 1;
    sum += model.opening[site];
  }
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    auto cost = model.unserved[d];
    auto needed = model.needs[d];
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k) {
      if (is_open[model.sites[k]] == 0 || --needed > 0) continue;
      cost = model.costs[k];
      break;
    }
    sum += cost;
  }
  return sum;
}

Remainder decide(LocationModel const& model, std::span<SiteState const> states, IdleSites idle) {
  Remainder left;
  left.model.unit = model.unit;
  left.model.fixed = model.fixed;
  std::uint32_t opened = 0;
  for (std::size_t s = 0; s < states.size(); ++s) {
    if (states[s] != SiteState::Open) continue;
    ++opened;
    left.opened.push_back(static_cast<std::uint32_t>(s));
    left.model.fixed += model.opening[s];
  }
  left.model.most = model.most - opened;

  std::vector<std::uint32_t> number(model.site_count(), kNoSite);
  // Sites get their numbers below, in their old order: rows that are equal now are so then.
  std::unordered_multimap<std::uint64_t, std::uint32_t> row_of;
  std::vector<std::uint32_t> row_sites;
  std::vector<std::int64_t> row_costs;
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    row_sites.clear();
    row_costs.clear();
    auto unserved = model.unserved[d];
    auto need = model.needs[d];
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k) {
      auto const site = model.sites[k];
      if (states[site] == SiteState::Closed) continue;
      if (states[site] == SiteState::Open) {
        if (need > 1) {
          --need;
          continue;
        }
        unserved = model.costs[k];
        break;
      }
      row_sites.push_back(site);
      row_costs.push_back(model.costs[k]);
    }
    // Sites on a par with one that is open serve nobody any cheaper.
    while (!row_costs.empty() && row_costs.back() >= unserved) {
      row_sites.pop_back();
      row_costs.pop_back();
    }
    left.demands.push_back(kNobody);
    // Nobody can have more sites than there are.
    if (row_sites.empty() || row_sites.size() < need) {
      left.model.fixed += unserved;
      continue;
    }
    auto const hash = hash_of(row_sites, need);
    auto const [begin, end] = row_of.equal_range(hash);
    auto const same = std::find_if(begin, end, [&](auto const& known) {
      auto const of = left.model.first[known.second];
      if (left.model.needs[known.second] != need) return false;
      return std::ranges::equal(row_sites, std::span{left.model.sites}.subspan(
                                               of, left.model.first[known.second + 1] - of));
    });
    left.demands.back() =
        same == end ? static_cast<std::uint32_t>(left.model.demand_count()) : same->second;
    if (same == end) {
      row_of.emplace(hash, static_cast<std::uint32_t>(left.model.demand_count()));
      left.model.add(row_sites, row_costs, unserved, need);
      for (auto const site : row_sites) number[site] = 0;
    } else {
      left.model.unserved[same->second] += unserved;
      auto const of = left.model.first[same->second];
      for (std::size_t k = 0; k < row_costs.size(); ++k) left.model.costs[of + k] += row_costs[k];
    }
  }
  for (std::uint32_t s = 0; s < states.size(); ++s) {
    bool const is_wanted = idle == IdleSites::Keep && states[s] == SiteState::Free;
    if (number[s] == kNoSite && !is_wanted) continue;
    number[s] = static_cast<std::uint32_t>(left.sites.size());
    left.sites.push_back(s);
    left.model.opening.push_back(model.opening[s]);
  }
  for (auto& site : left.model.sites) site = number[site];
  return left;
}

}  // namespace gapmap::siting
