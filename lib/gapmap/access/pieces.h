#pragma once
// The pieces a network falls into for one way of travelling, and which of them are worth attaching
// to.

#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/travel/weigh.h"

namespace gapmap {

using PieceId = Id<struct PieceTag>;

/// Roads that hang together along edges which may be travelled in at least one direction. Only
/// original segments count (RoadNetwork); a road is open if it or one of its copies is.
struct Piece {
  std::size_t segments = 0;
  Meters length{0};
  bool is_scrap = false;
};

struct Pieces {
  IdVector<SegmentId, PieceId> of_segment;  ///< none: nobody of this mode may travel there
  IdVector<PieceId, Piece> pieces;          ///< by their lowest SegmentId

  [[nodiscard]] bool is_usable(SegmentId segment) const {
    auto const piece = of_segment[segment];
    return !piece.is_none() && !pieces[piece].is_scrap;
  }
};

namespace access {

/// Pieces with less road than `scrap_below` (exclusive) are scraps: a digitised yard, a path
/// between two houses, from which no journey begins. The longest piece is never one.
/// Requires: `costs` and `graph` were made from `network`. Cost: O(V + E).
template <CostType Cost>
[[nodiscard]] Pieces find_pieces(RoadNetwork const& network, RoadGraph const& graph,
                                 EdgeCosts<Cost> const& costs, Meters scrap_below);

}  // namespace access
}  // namespace gapmap
