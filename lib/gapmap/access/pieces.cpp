#include "gapmap/access/pieces.h"

#include <algorithm>
#include <numeric>

namespace gapmap::access {
namespace {

/// Union-find over nodes.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }
  std::uint32_t find(NodeId node) {
    auto n = node.value();
    while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
    return n;
  }
  void join(NodeId a, NodeId b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace

template <CostType Cost>
Pieces find_pieces(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                   Meters scrap_below) {
  auto const is_travelled = [&](SegmentId segment) {
    return costs[graph.edge(network, segment, Direction::Along)].is_finite() ||
           costs[graph.edge(network, segment, Direction::Against)].is_finite();
  };
  IdVector<SegmentId, char> is_open(network.originals().size());
  for (auto const segment : network.segments.ids()) {
    if (is_travelled(segment)) is_open[network.original_of(segment)] = 1;
  }
  Groups groups{graph.nodes()};
  for (auto const segment : network.originals()) {
    if (is_open[segment] != 0)
      groups.join(graph.node(network.segments[segment].from),
                  graph.node(network.segments[segment].to));
  }
  Pieces pieces;
  pieces.of_segment.reserve(network.originals().size());
  std::vector<PieceId> piece_of_group(graph.nodes());
  for (auto const segment : network.originals()) {
    if (is_open[segment] == 0) {
      pieces.of_segment.push_back(PieceId::none());
      continue;
    }
    auto& id = piece_of_group[groups.find(graph.node(network.segments[segment].from))];
    if (id.is_none()) id = pieces.pieces.push_back({});
    pieces.of_segment.push_back(id);
    ++pieces.pieces[id].segments;
    pieces.pieces[id].length += network.length(segment);
  }
  for (auto& piece : pieces.pieces) piece.is_scrap = piece.length < scrap_below;
  auto const longest = std::ranges::max_element(pieces.pieces, {}, &Piece::length);
  if (longest != pieces.pieces.end()) longest->is_scrap = false;
  return pieces;
}

template Pieces find_pieces<Millimeters>(RoadNetwork const&, RoadGraph const&,
                                         EdgeCosts<Millimeters> const&, Meters);
template Pieces find_pieces<Milliseconds>(RoadNetwork const&, RoadGraph const&,
                                          EdgeCosts<Milliseconds> const&, Meters);

}  // namespace gapmap::access
