#pragma once
// Selects the roads worth drawing behind a map, few enough to keep it light.

#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// Consecutive stretches of one class, up to where another road of the class meets them.
struct MainRoad {
  RoadClass road_class;
  std::vector<Point> line;
  Meters length;  ///< length on the ground of the stretch that `line` draws
};

struct MainRoadOptions {
  Box box;                           ///< roads outside are cut off
  Meters tolerance{0};               ///< how far a drawn line may be off, in the plane
  std::size_t most_points = 20'000;  ///< limit for all lines together
};

/// Returns ferries, then road classes from the most important one down, each class entirely, until
/// the next one would exceed `most_points`. If the first road class exceeds it already, only its
/// longest lines are returned. Streets are drawn last; service roads, tracks and footways are never
/// drawn, as they help nobody to find the way on a map. Roads of unknown class come after streets.
///
/// Roads outside the box do not change the result. Lines are ordered by class, then by their
/// points; each begins at the lesser of its end points.
/// Cost: O(n) in the number of segments for each class; O(n log n) in the points drawn.
[[nodiscard]] std::vector<MainRoad> main_roads(RoadNetwork const& network,
                                               MainRoadOptions const& options);

}  // namespace gapmap::network
