#include "gapmap/graph/road_graph.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "gapmap/graph/hilbert.h"
#include "gapmap/units/error.h"

namespace gapmap {
namespace {

/// By the upper 32 bits; what is equal there stays in order. Three passes over the numbers instead
/// of some twenty comparisons each.
void sort_by_upper_half(std::vector<std::uint64_t>& numbers) {
  constexpr unsigned kDigitBits = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
  std::vector<std::uint64_t> sorted(numbers.size());
  for (unsigned shift = 32; shift < 64; shift += kDigitBits) {
    std::array<std::size_t, kDigits + 1> first{};
    for (auto const number : numbers) ++first[(number >> shift) % kDigits + 1];
    for (std::size_t digit = 1; digit < kDigits; ++digit) first[digit] += first[digit - 1];
    for (auto const number : numbers) sorted[first[(number >> shift) % kDigits]++] = number;
    numbers.swap(sorted);
  }
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
    return std::move(graph_);
  }

 private:
  void number_nodes() {
    Box extent;
    for (auto const p : network_.junctions) extent.extend(p);
    // Index and junction in one number: as one they are sorted by digits.
    std::vector<std::uint64_t> order;
    order.reserve(network_.junctions.size());
    for (auto const j : network_.junctions.ids()) {
      order.push_back(std::uint64_t{graph::hilbert_index(network_.junctions[j], extent)} << 32U |
                      j.value());
    }
    sort_by_upper_half(order);
    graph_.junctions_.reserve(order.size());
    graph_.node_of_.resize(order.size());
    for (auto const number : order) {
      JunctionId const junction{number & 0xFFFFFFFFU};
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
