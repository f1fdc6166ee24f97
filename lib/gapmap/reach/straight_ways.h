#pragma once
// Distances as the crow flies: no road can be shorter.

#include <span>
#include <vector>

#include "gapmap/geometry/ruler.h"
#include "gapmap/places/place.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/clientele.h"

namespace gapmap {

struct StraightWay {
  PlaceId place = PlaceId::none();     ///< none() if no place counts for the cell
  Meters length = Meters::infinite();  ///< on the ground
};

namespace reach {

/// Returns the way from the middle of every cell to the nearest of the places that count for it.
/// Nearest means in the plane of the working CRS; the length is then measured on the ground.
/// Ties: lowest PlaceId.
/// Cost: O(log n) per cell in practice.
[[nodiscard]] IdVector<CellId, StraightWay> straight_ways(Population const& population,
                                                          Places const& places,
                                                          std::span<Clientele const> clienteles,
                                                          WorkingFrame const& frame);

}  // namespace reach
}  // namespace gapmap
