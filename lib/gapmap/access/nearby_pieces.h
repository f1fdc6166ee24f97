#pragma once
// Which small pieces of a network come near its large ones. Private to access/pieces.

#include <cstdint>

#include "gapmap/access/pieces.h"

namespace gapmap::access {

/// How near a piece comes to others.
enum class Nearness : std::uint8_t { Apart, Near, Touching };

/// For each of the `small` pieces whether it touches or crosses a road of the `large` ones (within
/// a metre), comes within `within` (inclusive, in the plane) of one, or neither. Roads are those
/// that one gets onto from the land beside them.
/// Cost: a look at the box of every segment, and O(log n) for each piece of shape near a small one.
[[nodiscard]] IdVector<PieceId, Nearness> come_near(RoadNetwork const& network,
                                                    Pieces const& pieces,
                                                    IdVector<PieceId, char> const& small,
                                                    IdVector<PieceId, char> const& large,
                                                    Meters within);

}  // namespace gapmap::access
