#pragma once
// The oracle of reach::nearest: every cell and every place becomes a node of its own, segments
// are cut at the positions where they meet the road, off-road legs are edges, and Boost's Dijkstra
// runs once from every cell.

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "gapmap/reach/nearest.h"

namespace gapmap::oracle {

template <CostType Cost>
class InsertedPoints {
 public:
  InsertedPoints(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                 reach::Ends const& ends, Profile const& profile)
      : ends_{ends}, graph_{network.junctions.size() + ends.cells.size() + ends.places.size()} {
    first_cell_ = network.junctions.size();
    first_place_ = first_cell_ + ends.cells.size();
    std::vector<std::vector<Position>> on_segment(network.segments.size());
    auto const insert = [&](Attachment const& at, std::size_t place) {
      if (!at.is_attached()) return;
      auto const position = boost::add_vertex(graph_);
      on_segment[at.segment.value()].push_back({at.fraction, position});
      auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile);
      add_edge(place, position, off_road);
      add_edge(position, place, off_road);
    };
    for (auto const c : ends.cells.ids()) insert(ends.cells[c], first_cell_ + c.value());
    for (auto const f : ends.places.ids()) insert(ends.places[f], first_place_ + f.value());
    for (auto const s : network.segments.ids()) {
      auto& positions = on_segment[s.value()];
      positions.push_back({0, network.segments[s].from.value()});
      positions.push_back({1, network.segments[s].to.value()});
      // The junctions are the outermost, whatever else stands at fraction 0 or 1.
      auto const rank = [&](Position const& p) {
        return p.vertex == network.segments[s].from.value() && p.fraction == 0 ? 0
               : p.vertex < first_cell_                                        ? 2
                                                                               : 1;
      };
      std::ranges::sort(positions, [&](auto const& a, auto const& b) {
        return std::pair{a.fraction, rank(a)} < std::pair{b.fraction, rank(b)};
      });
      for (std::size_t i = 1; i < positions.size(); ++i) {
        auto const& a = positions[i - 1];
        auto const& b = positions[i];
        auto const along =
            part(costs[graph.edge(network, s, Direction::Along)], a.fraction, b.fraction);
        auto const against =
            part(costs[graph.edge(network, s, Direction::Against)], a.fraction, b.fraction);
        // Two points at one place are together, whichever way the traffic runs. A whole segment
        // that costs nothing one way and is closed the other (the gate of a one-way road) still
        // joins its ends one way only.
        bool const is_one_place = positions.size() > 2 && (along == Cost{0} || against == Cost{0});
        add_edge(a.vertex, b.vertex, is_one_place && !along.is_finite() ? Cost{0} : along);
        add_edge(b.vertex, a.vertex, is_one_place && !against.is_finite() ? Cost{0} : against);
      }
    }
  }

  [[nodiscard]] std::optional<Reach<Cost>> nearest(CellId cell) const {
    auto const there = from(first_cell_ + cell.value());
    return best([&](PlaceId f) { return there[first_place_ + f.value()]; });
  }

  /// Of the ways from each place to the cell the cheapest.
  [[nodiscard]] std::optional<Reach<Cost>> nearest_backwards(CellId cell) const {
    return best(
        [&](PlaceId f) { return from(first_place_ + f.value())[first_cell_ + cell.value()]; });
  }

  /// There and back, to the same place.
  [[nodiscard]] std::optional<Reach<Cost>> nearest_round_trip(CellId cell) const {
    auto const there = from(first_cell_ + cell.value());
    return best([&](PlaceId f) {
      return there[first_place_ + f.value()] +
             from(first_place_ + f.value())[first_cell_ + cell.value()];
    });
  }

  /// To every place, by PlaceId; infinite where there is no way.
  [[nodiscard]] std::vector<Cost> from_cell(CellId cell) const {
    return part_of(from(first_cell_ + cell.value()), first_place_, ends_.places.size());
  }
  /// To every cell, by CellId.
  [[nodiscard]] std::vector<Cost> from_place(PlaceId place) const {
    return part_of(from(first_place_ + place.value()), first_cell_, ends_.cells.size());
  }

 private:
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                            boost::property<boost::edge_weight_t, std::uint64_t>>;
  struct Position {
    double fraction;
    std::size_t vertex;
  };
  static constexpr std::uint64_t kInfinite = std::uint64_t{1} << 60U;

  [[nodiscard]] std::vector<std::uint64_t> from(std::size_t place) const {
    std::vector<std::uint64_t> distance(boost::num_vertices(graph_));
    boost::dijkstra_shortest_paths(
        graph_, place,
        boost::distance_map(
            boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, graph_)))
            .distance_inf(kInfinite));
    return distance;
  }
  [[nodiscard]] static std::vector<Cost> part_of(std::vector<std::uint64_t> const& distances,
                                                 std::size_t first, std::size_t size) {
    std::vector<Cost> costs;
    for (std::size_t i = first; i < first + size; ++i) {
      costs.push_back(distances[i] < Cost::infinite().value()
                          ? Cost{static_cast<std::uint32_t>(distances[i])}
                          : Cost::infinite());
    }
    return costs;
  }
  template <class CostOf>
  [[nodiscard]] std::optional<Reach<Cost>> best(CostOf const& cost_of) const {
    std::optional<Reach<Cost>> best;
    for (auto const f : ends_.places.ids()) {
      std::uint64_t const cost = cost_of(f);
      if (cost >= Cost::infinite().value() || (best && cost >= best->cost.value())) continue;
      best = Reach<Cost>{f, Cost{static_cast<std::uint32_t>(cost)}};
    }
    return best;
  }

  void add_edge(std::size_t from, std::size_t to, Cost cost) {
    if (cost.is_finite()) boost::add_edge(from, to, std::uint64_t{cost.value()}, graph_);
  }
  /// Positions are whole thousandths from the start, halves up, so that the parts of an edge add up
  /// to it.
  static Cost part(Cost whole, double from, double to) {
    if (!whole.is_finite()) return whole;
    auto const at = [&](double fraction) { return std::floor(fraction * whole.value() + 0.5); };
    return Cost{static_cast<std::uint32_t>(at(to) - at(from))};
  }

  reach::Ends const& ends_;
  Graph graph_;
  std::size_t first_cell_;
  std::size_t first_place_;
};

}  // namespace gapmap::oracle
