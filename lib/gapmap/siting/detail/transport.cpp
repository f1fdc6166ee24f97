#include "gapmap/siting/detail/transport.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace gapmap::siting {
namespace {

constexpr auto kNoEdge = std::numeric_limits<std::int64_t>::max() / 4;
constexpr auto kNoDemand = std::numeric_limits<std::uint32_t>::max();
/// Demands looked at for all cycles together, times pairs of sites.
constexpr double kMostWork = 3e8;

/// Nodes are the open sites, then being not served, then room that is free.
class Transport {
 public:
  Transport(LocationModel const& model, Capacities const& capacities,
            std::span<std::uint32_t const> open)
      : loads_{capacities.loads}, sites_(open.begin(), open.end()), nodes_{open.size() + 2} {
    std::ranges::sort(sites_);
    std::vector<std::uint32_t> node(model.site_count(), kNoDemand);
    for (std::uint32_t s = 0; s < sites_.size(); ++s) node[sites_[s]] = s;
    for (auto const site : sites_) room_.push_back(capacities.of_sites[site]);
    for (std::uint32_t d = 0; d < model.demand_count(); ++d) {
      if (loads_[d] == 0) continue;
      Demand demand{d, {}};
      for (auto k = model.first[d]; k < model.first[d + 1]; ++k) {
        if (node[model.sites[k]] == kNoDemand) continue;
        demand.ways.push_back({node[model.sites[k]], model.costs[k] / loads_[d], 0});
      }
      if (demand.ways.empty()) continue;
      demand.ways.push_back({unserved(), model.unserved[d] / loads_[d], loads_[d]});
      demands_.push_back(std::move(demand));
    }
  }

  void begin() {
    std::vector<std::pair<std::int64_t, std::uint32_t>> order;
    for (std::uint32_t d = 0; d < demands_.size(); ++d) {
      auto const& ways = demands_[d].ways;
      order.emplace_back(ways.front().cost - ways.back().cost, d);
    }
    std::ranges::sort(order);
    for (auto const& [saves, d] : order) {
      auto& ways = demands_[d].ways;
      for (auto& way : ways) {
        if (way.node == unserved()) break;
        auto const load = std::min(room_[way.node], ways.back().load);
        way.load += load;
        ways.back().load -= load;
        room_[way.node] -= load;
      }
    }
  }

  void improve() {
    double work = 0;
    auto const of_cycle = static_cast<double>(demands_.size() + nodes_) *
                          static_cast<double>(nodes_) * static_cast<double>(nodes_);
    while ((work += of_cycle) < kMostWork && turn_a_cycle()) {
    }
  }

  [[nodiscard]] std::vector<Share> shares() const {
    std::vector<Share> all;
    for (auto const& demand : demands_) {
      auto const begin = all.size();
      for (auto const& way : demand.ways) {
        if (way.node != unserved() && way.load > 0)
          all.push_back({demand.number, sites_[way.node], way.load});
      }
      std::sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                [](Share const& a, Share const& b) { return a.site < b.site; });
    }
    return all;
  }

 private:
  struct Way {
    std::uint32_t node;
    std::int64_t cost;  ///< of one of its load
    std::int64_t load;
  };
  struct Demand {
    std::uint32_t number;
    std::vector<Way> ways;  ///< the last one is being not served
  };
  /// The demand of which a load moves best from a node to another one.
  struct Edge {
    std::int64_t cost = kNoEdge;
    std::uint32_t demand = kNoDemand;
  };

  [[nodiscard]] std::uint32_t unserved() const { return static_cast<std::uint32_t>(sites_.size()); }
  [[nodiscard]] std::uint32_t room() const { return unserved() + 1; }
  [[nodiscard]] Edge& edge(std::size_t from, std::size_t to) { return edges_[from * nodes_ + to]; }

  void find_edges() {
    edges_.assign(nodes_ * nodes_, {});
    for (std::uint32_t d = 0; d < demands_.size(); ++d) {
      for (auto const& from : demands_[d].ways) {
        if (from.load == 0) continue;
        for (auto const& to : demands_[d].ways) {
          if (to.node == from.node) continue;
          auto& best = edge(from.node, to.node);
          if (to.cost - from.cost < best.cost) best = {to.cost - from.cost, d};
        }
      }
    }
    // Where room is free it may be used; what leaves a site leaves room there.
    for (std::uint32_t s = 0; s < sites_.size(); ++s) {
      if (room_[s] > 0) edge(s, room()).cost = 0;
      edge(room(), s).cost = 0;
    }
    edge(unserved(), room()).cost = 0;
    edge(room(), unserved()).cost = 0;
  }

  /// Moves a load around a cycle that saves something; whether there was one. Bellman & Ford.
  bool turn_a_cycle() {
    find_edges();
    std::vector<std::int64_t> cost(nodes_, 0);
    std::vector<std::size_t> before(nodes_, nodes_);
    std::size_t last = nodes_;
    for (std::size_t round = 0; round <= nodes_; ++round) {
      last = nodes_;
      for (std::size_t from = 0; from < nodes_; ++from) {
        for (std::size_t to = 0; to < nodes_; ++to) {
          auto const& way = edge(from, to);
          if (way.cost == kNoEdge || cost[from] + way.cost >= cost[to]) continue;
          cost[to] = cost[from] + way.cost;
          before[to] = from;
          last = to;
        }
      }
      if (last == nodes_) return false;
    }
    for (std::size_t step = 0; step < nodes_; ++step) last = before[last];
    std::vector<std::size_t> cycle{last};
    for (auto node = before[last]; node != last; node = before[node]) cycle.push_back(node);
    std::ranges::reverse(cycle);
    auto load = std::numeric_limits<std::int64_t>::max();
    for (std::size_t k = 0; k < cycle.size(); ++k)
      load = std::min(load, movable(cycle[k], cycle[(k + 1) % cycle.size()]));
    if (load <= 0) return false;
    for (std::size_t k = 0; k < cycle.size(); ++k)
      move(cycle[k], cycle[(k + 1) % cycle.size()], load);
    return true;
  }

  std::int64_t movable(std::size_t from, std::size_t to) {
    auto const demand = edge(from, to).demand;
    if (demand != kNoDemand) return way(demand, from).load;
    if (to == room() && from != unserved()) return room_[from];
    return std::numeric_limits<std::int64_t>::max();
  }

  void move(std::size_t from, std::size_t to, std::int64_t load) {
    auto const demand = edge(from, to).demand;
    if (demand != kNoDemand) {
      way(demand, from).load -= load;
      way(demand, to).load += load;
    } else if (to == room() && from != unserved()) {
      room_[from] -= load;
    } else if (from == room() && to != unserved()) {
      room_[to] += load;
    }
  }

  Way& way(std::uint32_t demand, std::size_t node) {
    return *std::ranges::find(demands_[demand].ways, static_cast<std::uint32_t>(node), &Way::node);
  }

  std::vector<std::int64_t> const& loads_;
  std::vector<std::uint32_t> sites_;
  std::size_t nodes_;
  std::vector<std::int64_t> room_;
  std::vector<Demand> demands_;
  std::vector<Edge> edges_;
};

}  // namespace

std::vector<Share> shared_out(LocationModel const& model, Capacities const& capacities,
                              std::span<std::uint32_t const> open) {
  Transport transport{model, capacities, open};
  transport.begin();
  transport.improve();
  return transport.shares();
}

}  // namespace gapmap::siting
