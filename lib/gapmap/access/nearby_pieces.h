#pragma once
// Which small pieces of a network come near its large ones. Private to access/pieces.

#include <vector>

#include "gapmap/access/pieces.h"

namespace gapmap::access {

/// For each piece whether it is among the `small` ones and comes within `within` (inclusive, in the
/// plane) of a road of the `large` ones, or crosses it. Roads are those that one gets onto from the
/// land beside them.
/// Cost: a look at the box of every segment, and O(log n) for each piece of shape near a small one.
[[nodiscard]] IdVector<PieceId, char> come_near(RoadNetwork const& network, Pieces const& pieces,
                                                IdVector<PieceId, char> const& small,
                                                IdVector<PieceId, char> const& large,
                                                Meters within);

}  // namespace gapmap::access
