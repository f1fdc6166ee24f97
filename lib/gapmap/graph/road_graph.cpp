#include "gapmap/graph/road_graph.h"

#include <algorithm>
#include <atomic>
#include <cstdint>

#include "gapmap/geometry/hilbert.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/large_vector.h"

namespace gapmap {
namespace {

constexpr std::size_t kAtOnce = 16384;

/// Adds `by` and returns the value before; many threads may add.
std::uint32_t add(std::uint32_t& sum, std::uint32_t by) noexcept {
  return std::atomic_ref{sum}.fetch_add(by, std::memory_order_relaxed);
}

}  // namespace

class RoadGraphBuilder {
 public:
  explicit RoadGraphBuilder(RoadNetwork const& network) : network_{network} {}

  RoadGraph build() {
    expects(network_.segments.size() < (std::size_t{1} << 31U),
            "a graph has fewer than 2^31 segments");
    number_nodes();
    place_edges();
    for (auto const copy : network_.copies())
      graph_.copies_.push_back(graph_.edge(network_, copy, Direction::Along));
    graph_.originals_ = network_.originals_of_copies;
    return std::move(graph_);
  }

 private:
  template <class Values>
  static void resize(Values& values, std::size_t size) {
    values = Values{large_vector<typename Values::value_type>(size)};
  }

  void number_nodes() {
    auto const order = hilbert_order(network_.junctions.values());
    resize(graph_.junctions_, order.size());
    resize(graph_.node_of_, order.size());
    Blocks{order.size(), kAtOnce}.each([&](Block const& block) {
      for (auto n = block.first; n < block.end; ++n) {
        JunctionId const junction{order[n]};
        graph_.junctions_[NodeId{n}] = junction;
        graph_.node_of_[junction] = NodeId{n};
      }
    });
  }

  /// Places edges by a counting sort by tail, with threads in any order, and then sorts the few
  /// edges of each node.
  void place_edges() {
    struct Loose {
      std::uint32_t segment_and_direction;
      NodeId head;
      auto operator<=>(Loose const&) const = default;
    };
    auto& first_out = graph_.first_out_.own();
    first_out.assign(graph_.junctions_.size() + 1, 0);
    for_ends([&](NodeId from, NodeId to, std::size_t) {
      add(first_out[from.value() + 1], 1);
      add(first_out[to.value() + 1], 1);
    });
    for (std::size_t n = 1; n < first_out.size(); ++n) first_out[n] += first_out[n - 1];

    auto loose = large_vector<Loose>(2 * network_.segments.size());
    auto next = first_out;
    for_ends([&](NodeId from, NodeId to, std::size_t segment) {
      auto const code = static_cast<std::uint32_t>(segment << 1U);
      loose[add(next[from.value()], 1)] = {code, to};
      loose[add(next[to.value()], 1)] = {code | 1U, from};
    });

    resize(graph_.head_, loose.size());
    resize(graph_.segment_and_direction_, loose.size());
    Blocks{first_out.size() - 1, kAtOnce}.each([&](Block const& block) {
      for (auto n = block.first; n < block.end; ++n) {
        std::sort(loose.begin() + first_out[n], loose.begin() + first_out[n + 1]);
        for (auto e = first_out[n]; e < first_out[n + 1]; ++e) {
          EdgeId const id{e};
          graph_.head_[id] = loose[e].head;
          graph_.segment_and_direction_[id] = loose[e].segment_and_direction;
        }
      }
    });
  }

  /// Calls `visit(from, to, segment)` for all segments, on many threads.
  template <class Visit>
  void for_ends(Visit const& visit) const {
    auto const& segments = network_.segments;
    Blocks{segments.size(), kAtOnce}.each([&](Block const& block) {
      for (auto s = block.first; s < block.end; ++s) {
        auto const& segment = segments[SegmentId{s}];
        visit(graph_.node_of_[segment.from], graph_.node_of_[segment.to], s);
      }
    });
  }

  RoadNetwork const& network_;
  RoadGraph graph_;
};

namespace graph {

RoadGraph build(RoadNetwork const& network) { return RoadGraphBuilder{network}.build(); }

}  // namespace graph
}  // namespace gapmap
