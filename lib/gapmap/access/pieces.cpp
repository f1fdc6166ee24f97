#include "gapmap/access/pieces.h"

#include <algorithm>

#include "gapmap/access/connected_nodes.h"
#include "gapmap/access/nearby_pieces.h"

namespace gapmap::access {
namespace {

/// Pieces with a junction where a ferry lands, whoever may board it.
IdVector<PieceId, char> with_ferries(RoadNetwork const& network, Pieces const& pieces) {
  IdVector<JunctionId, char> is_landing(network.junctions.size(), 0);
  for (auto const& segment : network.segments) {
    if (segment.attributes.is_ferry()) is_landing[segment.from] = is_landing[segment.to] = 1;
  }
  IdVector<PieceId, char> have(pieces.pieces.size(), 0);
  for (auto const s : network.originals()) {
    auto const& segment = network.segments[s];
    if (pieces.of_segment[s].is_none()) continue;
    if (is_landing[segment.from] != 0 || is_landing[segment.to] != 0)
      have[pieces.of_segment[s]] = 1;
  }
  return have;
}

/// Pieces with a gate that is closed to the mode and leads to another piece: the data know what
/// parts them.
IdVector<PieceId, char> with_closed_gates(RoadNetwork const& network, Pieces const& pieces) {
  IdVector<JunctionId, char> is_gate(network.junctions.size(), 0);
  for (auto const s : network.originals()) {
    auto const& segment = network.segments[s];
    bool const is_closed_gate = pieces.of_segment[s].is_none() && network.is_gate(s);
    if (is_closed_gate) is_gate[segment.from] = is_gate[segment.to] = 1;
  }
  IdVector<PieceId, char> have(pieces.pieces.size(), 0);
  for (auto const s : network.originals()) {
    auto const& segment = network.segments[s];
    if (pieces.of_segment[s].is_none()) continue;
    if (is_gate[segment.from] != 0 || is_gate[segment.to] != 0) have[pieces.of_segment[s]] = 1;
  }
  return have;
}

void find_those_that_go_on(RoadNetwork const& network, Box const& box, Pieces& pieces) {
  for (auto const segment : network.originals()) {
    auto const piece = pieces.of_segment[segment];
    if (piece.is_none() || pieces.pieces[piece].may_go_on) continue;
    auto const shape = network.shape(segment);
    pieces.pieces[piece].may_go_on =
        !std::ranges::all_of(shape, [&](Point point) { return box.contains(point); });
  }
}

void find_scraps(RoadNetwork const& network, PieceOptions const& options, Pieces& pieces) {
  auto const longest = std::ranges::max_element(pieces.pieces, {}, &Piece::length);
  if (longest == pieces.pieces.end()) return;
  IdVector<PieceId, char> are_lands(pieces.pieces.size(), 0);
  if (options.read_within) find_those_that_go_on(network, *options.read_within, pieces);
  for (auto const id : pieces.pieces.ids()) {
    auto const& piece = pieces.pieces[id];
    are_lands[id] = piece.length >= kLand || piece.may_go_on ? 1 : 0;
  }
  // Among all roads there may be a longer one.
  if (!options.read_within)
    are_lands[PieceId{static_cast<std::size_t>(longest - pieces.pieces.begin())}] = 1;

  auto const have_ferries = with_ferries(network, pieces);
  auto const have_gates = with_closed_gates(network, pieces);
  IdVector<PieceId, char> may_be_cut_off(pieces.pieces.size(), 0);
  for (auto const id : pieces.pieces.ids()) {
    auto& piece = pieces.pieces[id];
    if (are_lands[id] != 0) continue;
    piece.is_scrap = piece.length < options.scrap_below;
    may_be_cut_off[id] = !piece.is_scrap && have_ferries[id] == 0 && have_gates[id] == 0 ? 1 : 0;
  }
  auto const near = come_near(network, pieces, may_be_cut_off, are_lands, kCutOffWithin);
  for (auto const id : near.ids()) {
    auto& piece = pieces.pieces[id];
    if (near[id] == Nearness::Touching && piece.length < kNetwork) {
      piece.is_scrap = true;
    } else {
      piece.is_cut_off = near[id] != Nearness::Apart;
    }
  }
}

}  // namespace

template <CostType Cost>
IdVector<SegmentId, char> open_roads(RoadNetwork const& network, RoadGraph const& graph,
                                     EdgeCosts<Cost> const& costs) {
  IdVector<SegmentId, char> is_open(network.originals().size(), 0);
  for (auto const segment : network.segments.ids()) {
    auto const along = graph.edge(network, segment, Direction::Along);
    if (costs[along].is_finite() || costs[graph.twin(along)].is_finite())
      is_open[network.original_of(segment)] = 1;
  }
  return is_open;
}

template <CostType Cost>
Pieces find_pieces(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                   PieceOptions const& options) {
  auto const is_open = open_roads(network, graph, costs);
  ConnectedNodes groups{graph.nodes()};
  for (auto const segment : network.originals()) {
    if (is_open[segment] != 0)
      groups.join(graph.node(network.segments[segment].from),
                  graph.node(network.segments[segment].to));
  }
  Pieces pieces;
  pieces.of_segment.reserve(network.originals().size());
  IdVector<NodeId, PieceId> piece_of_group(graph.nodes());
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
  find_scraps(network, options, pieces);
  return pieces;
}

template IdVector<SegmentId, char> open_roads(RoadNetwork const&, RoadGraph const&,
                                              EdgeCosts<Millimeters> const&);
template IdVector<SegmentId, char> open_roads(RoadNetwork const&, RoadGraph const&,
                                              EdgeCosts<Milliseconds> const&);
template Pieces find_pieces<Millimeters>(RoadNetwork const&, RoadGraph const&,
                                         EdgeCosts<Millimeters> const&, PieceOptions const&);
template Pieces find_pieces<Milliseconds>(RoadNetwork const&, RoadGraph const&,
                                          EdgeCosts<Milliseconds> const&, PieceOptions const&);

}  // namespace gapmap::access
