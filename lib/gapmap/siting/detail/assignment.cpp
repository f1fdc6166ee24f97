#include "gapmap/siting/detail/assignment.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace gapmap::siting {
namespace {

constexpr auto kUnassigned = std::numeric_limits<std::uint32_t>::max();
/// So many demands change places at most: all pairs of them are looked at.
constexpr std::size_t kMostToSwap = 500;

/// Whole demands and the open sites that they have.
class WholeDemands {
 public:
  WholeDemands(LocationModel const& model, Capacities const& capacities,
               std::span<std::uint32_t const> open)
      : model_{model},
        capacities_{capacities},
        is_open_(model.site_count(), 0),
        room_{capacities.of_sites},
        rank_(model.demand_count(), kUnassigned) {
    for (auto const site : open) is_open_[site] = 1;
  }

  void begin() {
    std::vector<std::tuple<std::int64_t, std::uint32_t, std::int64_t, std::uint32_t>> order;
    for (std::uint32_t d = 0; d < rank_.size(); ++d) {
      auto const best = next_open(d, model_.first[d]);
      auto const second = best < end(d) ? next_open(d, best + 1) : best;
      std::uint32_t count = 0;
      for (auto k = best; k < end(d); k = next_open(d, k + 1)) ++count;
      order.emplace_back(cost(d, best) - cost(d, second), count, -capacities_.loads[d], d);
    }
    std::ranges::sort(order);
    for (auto const& [gain, count, load, d] : order) {
      for (auto k = next_open(d, model_.first[d]); k < end(d); k = next_open(d, k + 1)) {
        if (room_[model_.sites[k]] < capacities_.loads[d]) continue;
        put(d, k);
        break;
      }
    }
  }

  void improve() {
    bool is_better = true;
    while (is_better) {
      is_better = false;
      for (std::uint32_t d = 0; d < rank_.size(); ++d) is_better = moves(d) || is_better;
      if (rank_.size() > kMostToSwap) continue;
      for (std::uint32_t a = 0; a < rank_.size(); ++a) {
        for (std::uint32_t b = 0; b < rank_.size(); ++b)
          is_better = (a != b && (swaps(a, b) || ejects(a, b))) || is_better;
      }
    }
  }

  [[nodiscard]] std::vector<Share> shares() const {
    std::vector<Share> all;
    for (std::uint32_t d = 0; d < rank_.size(); ++d) {
      if (rank_[d] != kUnassigned) all.push_back({d, model_.sites[rank_[d]], capacities_.loads[d]});
    }
    return all;
  }

 private:
  [[nodiscard]] std::uint32_t end(std::uint32_t d) const { return model_.first[d + 1]; }
  [[nodiscard]] std::uint32_t next_open(std::uint32_t d, std::uint32_t k) const {
    while (k < end(d) && is_open_[model_.sites[k]] == 0) ++k;
    return k;
  }
  [[nodiscard]] std::int64_t cost(std::uint32_t d, std::uint32_t k) const {
    return k < end(d) ? model_.costs[k] : model_.unserved[d];
  }
  [[nodiscard]] std::int64_t cost_now(std::uint32_t d) const {
    return rank_[d] == kUnassigned ? model_.unserved[d] : model_.costs[rank_[d]];
  }
  [[nodiscard]] std::uint32_t rank_of(std::uint32_t d, std::uint32_t site) const {
    auto k = model_.first[d];
    while (k < end(d) && model_.sites[k] != site) ++k;
    return k;
  }
  void put(std::uint32_t d, std::uint32_t rank) {
    if (rank_[d] != kUnassigned) room_[model_.sites[rank_[d]]] += capacities_.loads[d];
    rank_[d] = rank;
    if (rank != kUnassigned) room_[model_.sites[rank]] -= capacities_.loads[d];
  }

  bool moves(std::uint32_t d) {
    for (auto k = next_open(d, model_.first[d]); k < end(d) && cost(d, k) < cost_now(d);
         k = next_open(d, k + 1)) {
      if (room_[model_.sites[k]] < capacities_.loads[d]) continue;
      put(d, k);
      return true;
    }
    return false;
  }

  /// `a` takes the site of `b`, which takes that of `a` or is left out if it has none.
  bool swaps(std::uint32_t a, std::uint32_t b) {
    if (rank_[b] == kUnassigned || rank_[a] == rank_[b]) return false;
    auto const to = model_.sites[rank_[b]];
    if (rank_[a] != kUnassigned && model_.sites[rank_[a]] == to) return false;
    auto const rank_a = rank_of(a, to);
    if (rank_a == end(a) || model_.costs[rank_a] >= cost_now(a)) return false;
    if (room_[to] + capacities_.loads[b] < capacities_.loads[a]) return false;
    auto rank_b = kUnassigned;
    auto cost_b = model_.unserved[b];
    if (rank_[a] != kUnassigned) {
      auto const from = model_.sites[rank_[a]];
      if (room_[from] + capacities_.loads[a] < capacities_.loads[b]) return false;
      rank_b = rank_of(b, from);
      if (rank_b == end(b)) return false;
      cost_b = model_.costs[rank_b];
    }
    if (model_.costs[rank_a] + cost_b >= cost_now(a) + cost_now(b)) return false;
    put(b, kUnassigned);
    put(a, rank_a);
    if (rank_b != kUnassigned) put(b, rank_b);
    return true;
  }

  /// `a` takes the site of `b`, which moves to a third one.
  bool ejects(std::uint32_t a, std::uint32_t b) {
    if (rank_[b] == kUnassigned) return false;
    auto const to = model_.sites[rank_[b]];
    if (rank_[a] != kUnassigned && model_.sites[rank_[a]] == to) return false;
    if (room_[to] + capacities_.loads[b] < capacities_.loads[a]) return false;
    auto const rank_a = rank_of(a, to);
    if (rank_a == end(a) || model_.costs[rank_a] >= cost_now(a)) return false;
    auto const saved = cost_now(a) - model_.costs[rank_a];
    for (auto k = next_open(b, model_.first[b]); k < end(b); k = next_open(b, k + 1)) {
      if (model_.costs[k] - cost_now(b) >= saved) return false;
      if (model_.sites[k] == to || room_[model_.sites[k]] < capacities_.loads[b]) continue;
      put(b, k);
      put(a, rank_a);
      return true;
    }
    return false;
  }

  LocationModel const& model_;
  Capacities const& capacities_;
  std::vector<char> is_open_;
  std::vector<std::int64_t> room_;
  std::vector<std::uint32_t> rank_;  ///< of each demand's site in its row
};

}  // namespace

std::vector<Share> assigned(LocationModel const& model, Capacities const& capacities,
                            std::span<std::uint32_t const> open) {
  if (capacities.is_split) return shared_out(model, capacities, open);
  WholeDemands demands{model, capacities, open};
  demands.begin();
  demands.improve();
  return demands.shares();
}

std::int64_t cost_of(LocationModel const& model, Capacities const& capacities,
                     std::vector<Share> const& shares) {
  auto sum = std::accumulate(model.unserved.begin(), model.unserved.end(), model.fixed);
  for (auto const& [demand, site, load] : shares) {
    auto k = model.first[demand];
    while (model.sites[k] != site) ++k;
    auto const saves = model.unserved[demand] - model.costs[k];
    // A demand's costs are multiples of its load where parts of it are served.
    sum -= load == capacities.loads[demand] ? saves : saves / capacities.loads[demand] * load;
  }
  return sum;
}

bool fits(LocationModel const& model, Capacities const& capacities,
          std::span<std::uint32_t const> open, std::vector<Share> const& shares) {
  std::vector<char> is_open(model.site_count(), 0);
  for (auto const site : open) is_open[site] = 1;
  auto room = capacities.of_sites;
  auto left = capacities.loads;
  for (auto const& [demand, site, load] : shares) {
    auto const row = std::span{model.sites}.subspan(model.first[demand],
                                                    model.first[demand + 1] - model.first[demand]);
    if (is_open[site] == 0 || load < 0 || std::ranges::find(row, site) == row.end()) return false;
    if (!capacities.is_split && load != capacities.loads[demand]) return false;
    room[site] -= load;
    left[demand] -= load;
    if (room[site] < 0 || left[demand] < 0) return false;
  }
  return true;
}

}  // namespace gapmap::siting
