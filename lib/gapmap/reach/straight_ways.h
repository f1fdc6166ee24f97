#pragma once
// As the crow flies: what no road can be shorter than.

#include <span>
#include <vector>

#include "gapmap/geometry/ruler.h"
#include "gapmap/places/facility.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/clientele.h"

namespace gapmap {

struct StraightWay {
  FacilityId facility = FacilityId::none();  ///< none: no facility counts for the cell
  Meters length = Meters::infinite();        ///< on the ground
};

namespace reach {

/// From the middle of every cell to the nearest of the facilities that count for it. Nearest is
/// meant in the plane of the working CRS; the length is then measured on the ground.
/// Ties: lowest FacilityId. Cost: O(log n) a cell in practice.
[[nodiscard]] IdVector<CellId, StraightWay> straight_ways(Population const& population,
                                                          Facilities const& facilities,
                                                          std::span<Clientele const> clienteles,
                                                          WorkingFrame const& frame);

}  // namespace reach
}  // namespace gapmap
