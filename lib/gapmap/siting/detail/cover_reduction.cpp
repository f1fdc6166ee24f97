#include "gapmap/siting/detail/cover_reduction.h"

#include <algorithm>

namespace gapmap::siting {
namespace {

Lists rows_of(LocationModel const& model) {
  Lists rows{model.first, model.sites};
  for (std::size_t d = 0; d < rows.size(); ++d)
    std::sort(rows.members.begin() + rows.first[d], rows.members.begin() + rows.first[d + 1]);
  return rows;
}

/// Marks lists that are within another one that `may_replace` them; of equals the first stays.
/// `turned_lists` has for every member the lists that hold it.
template <class MayReplace>
std::vector<char> within_others(Lists const& lists, Lists const& turned_lists, Effort const& effort,
                                MayReplace may_replace) {
  std::vector<char> is_within(lists.size(), 0);
  for (std::uint32_t l = 0; l < lists.size(); ++l) {
    auto const members = lists.at(l);
    if (members.empty()) continue;
    if (effort.is_spent()) break;
    auto const rarest = *std::ranges::min_element(
        members, {}, [&](std::uint32_t member) { return turned_lists.at(member).size(); });
    for (auto const other : turned_lists.at(rarest)) {
      if (other == l || is_within[other] != 0 || !may_replace(other, l)) continue;
      auto const others = lists.at(other);
      if (others.size() < members.size()) continue;
      if (others.size() == members.size() && other > l && may_replace(l, other)) continue;
      if (!std::ranges::includes(others, members)) continue;
      is_within[l] = 1;
      break;
    }
  }
  return is_within;
}

/// Leaves out demands.
LocationModel without(LocationModel const& model, std::vector<char> const& is_left_out) {
  LocationModel left;
  left.opening = model.opening;
  left.most = model.most;
  left.fixed = model.fixed;
  left.unit = model.unit;
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    if (is_left_out[d] != 0) continue;
    auto const begin = model.first[d];
    auto const size = model.first[d + 1] - begin;
    left.add(std::span{model.sites}.subspan(begin, size),
             std::span{model.costs}.subspan(begin, size), model.unserved[d], model.needs[d]);
  }
  return left;
}

}  // namespace

Remainder without_dominated(LocationModel const& model, Effort const& effort, bool must_serve) {
  Remainder left = decide(model, std::vector<SiteState>(model.site_count(), SiteState::Free));
  bool const are_several_needed =
      std::ranges::any_of(left.model.needs, [](std::uint32_t need) { return need > 1; });
  while (!are_several_needed && !effort.is_spent()) {
    auto& now = left.model;
    if (must_serve) {
      // A demand whose sites are all among those of another one is the harder of the two.
      auto const rows = rows_of(now);
      auto const columns = demands_of_sites(now);
      std::vector<char> is_easier(rows.size(), 0);
      for (std::uint32_t d = 0; d < rows.size(); ++d) {
        if (effort.is_spent()) break;
        if (is_easier[d] != 0) continue;
        auto const sites = rows.at(d);
        auto const rarest = *std::ranges::min_element(
            sites, {}, [&](std::uint32_t site) { return columns.at(site).size(); });
        for (auto const other : columns.at(rarest)) {
          if (other == d || is_easier[other] != 0) continue;
          if (std::ranges::includes(rows.at(other), sites)) is_easier[other] = 1;
        }
      }
      now = without(now, is_easier);
    }
    auto const rows = rows_of(now);
    auto const columns = demands_of_sites(now);
    auto const is_worse =
        within_others(columns, rows, effort, [&](std::uint32_t better, std::uint32_t worse) {
          return now.opening[better] <= now.opening[worse];
        });
    std::vector<SiteState> states(now.site_count(), SiteState::Free);
    bool is_any = false;
    for (std::size_t s = 0; s < states.size(); ++s) {
      if (is_worse[s] == 0 && !columns.at(s).empty()) continue;
      states[s] = SiteState::Closed;
      is_any = true;
    }
    if (must_serve) {
      for (std::size_t d = 0; d < rows.size(); ++d) {
        if (rows.at(d).size() != 1) continue;
        states[rows.at(d).front()] = SiteState::Open;
        is_any = true;
      }
    }
    if (!is_any) return left;
    auto next = decide(now, states);
    for (std::size_t s = 0; s < states.size(); ++s) {
      if (states[s] == SiteState::Open) left.opened.push_back(left.sites[s]);
    }
    for (auto& site : next.sites) site = left.sites[site];
    next.opened = std::move(left.opened);
    next.demands.clear();
    left = std::move(next);
    if (left.model.demand_count() == 0) return left;
  }
  return left;
}

}  // namespace gapmap::siting
