#include "gapmap/graph/road_graph.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "gapmap/geometry/hilbert.h"
#include "gapmap/units/error.h"

namespace gapmap {
class RoadGraphBuilder {
 public:
  explicit RoadGraphBuilder(RoadNetwork const& network) : network_{network} {}

  RoadGraph build() {
    expects(network_.segments.size() < (std::size_t{1} << 31U),
            "a graph has fewer than 2^31 segments");
    number_nodes();
    place_edges();
    return std::move(graph_);
  }

 private:
  void number_nodes() {
    auto const order = hilbert_order(network_.junctions.values());
    graph_.junctions_.reserve(order.size());
    graph_.node_of_.resize(order.size());
    for (auto const number : order) {
      JunctionId const junction{number};
      graph_.node_of_[junction] = graph_.junctions_.push_back(junction);
    }
  }

  /// A counting sort by tail; the few edges of a node are then put in order among themselves.
  void place_edges() {
    struct Loose {
      NodeId head;
      std::uint32_t segment_and_direction;
      auto operator<=>(Loose const&) const = default;
    };
    auto const& node_of = graph_.node_of_;
    auto& first_out = graph_.first_out_.own();
    first_out.assign(graph_.junctions_.size() + 1, 0);
    for (auto const& segment : network_.segments) {
      ++first_out[node_of[segment.from].value() + 1];
      ++first_out[node_of[segment.to].value() + 1];
    }
    for (std::size_t n = 1; n < first_out.size(); ++n) first_out[n] += first_out[n - 1];

    std::vector<Loose> loose(2 * network_.segments.size());
    auto next = first_out;
    for (auto const s : network_.segments.ids()) {
      auto const from = node_of[network_.segments[s].from];
      auto const to = node_of[network_.segments[s].to];
      loose[next[from.value()]++] = {to, s.value() << 1U};
      loose[next[to.value()]++] = {from, s.value() << 1U | 1U};
    }

    graph_.edges_of_.resize(network_.segments.size());
    graph_.head_.reserve(loose.size());
    graph_.segment_and_direction_.reserve(loose.size());
    for (std::size_t n = 0; n + 1 < first_out.size(); ++n) {
      auto const edges = std::span{loose}.subspan(first_out[n], first_out[n + 1] - first_out[n]);
      std::ranges::sort(edges);
      for (auto const& edge : edges) {
        auto const id = graph_.head_.push_back(edge.head);
        graph_.segment_and_direction_.push_back(edge.segment_and_direction);
        graph_.edges_of_[SegmentId{edge.segment_and_direction >> 1U}]
                        [edge.segment_and_direction & 1U] = id;
      }
    }
  }

  RoadNetwork const& network_;
  RoadGraph graph_;
};

namespace graph {

RoadGraph build(RoadNetwork const& network) { return RoadGraphBuilder{network}.build(); }

}  // namespace graph
}  // namespace gapmap
