#include "gapmap/graph/road_graph.h"

#include <algorithm>
#include <tuple>

#include "gapmap/graph/hilbert.h"
#include "gapmap/units/error.h"

namespace gapmap {

class RoadGraphBuilder {
 public:
  explicit RoadGraphBuilder(RoadNetwork const& network) : network_{network} {}

  RoadGraph build() {
    expects(network_.segments.size() < (std::size_t{1} << 31U), "a graph has fewer than 2^31 segments");
    number_nodes();
    place_edges();
    return std::move(graph_);
  }

 private:
  void number_nodes() {
    Box extent;
    for (auto const p : network_.junctions) extent.extend(p);
    std::vector<std::pair<std::uint32_t, JunctionId>> order;
    order.reserve(network_.junctions.size());
    for (auto const j : network_.junctions.ids()) {
      order.emplace_back(graph::hilbert_index(network_.junctions[j], extent), j);
    }
    std::ranges::sort(order);
    graph_.junctions_.reserve(order.size());
    graph_.node_of_.resize(order.size());
    for (auto const& [index, junction] : order) {
      graph_.node_of_[junction] = graph_.junctions_.push_back(junction);
    }
  }

  void place_edges() {
    struct Loose {
      NodeId tail;
      NodeId head;
      std::uint32_t segment_and_direction;
      auto operator<=>(Loose const&) const = default;
    };
    std::vector<Loose> loose;
    loose.reserve(2 * network_.segments.size());
    for (auto const s : network_.segments.ids()) {
      auto const from = graph_.node_of_[network_.segments[s].from];
      auto const to = graph_.node_of_[network_.segments[s].to];
      loose.push_back({from, to, s.value() << 1U});
      loose.push_back({to, from, s.value() << 1U | 1U});
    }
    std::ranges::sort(loose);

    graph_.first_out_.assign(graph_.junctions_.size() + 1, 0);
    graph_.edges_of_.resize(network_.segments.size());
    graph_.head_.reserve(loose.size());
    graph_.segment_and_direction_.reserve(loose.size());
    for (auto const& edge : loose) {
      ++graph_.first_out_[edge.tail.value() + 1];
      auto const id = graph_.head_.push_back(edge.head);
      graph_.segment_and_direction_.push_back(edge.segment_and_direction);
      graph_.edges_of_[SegmentId{edge.segment_and_direction >> 1U}][edge.segment_and_direction & 1U] = id;
    }
    for (std::size_t n = 1; n < graph_.first_out_.size(); ++n) {
      graph_.first_out_[n] += graph_.first_out_[n - 1];
    }
  }

  RoadNetwork const& network_;
  RoadGraph graph_;
};

namespace graph {

RoadGraph build(RoadNetwork const& network) { return RoadGraphBuilder{network}.build(); }

}  // namespace graph
}  // namespace gapmap
