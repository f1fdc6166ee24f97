#pragma once
// The roads worth drawing behind a map, few enough not to weigh it down.

#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// Stretches of one class that follow each other, up to where another of the class meets them.
struct MainRoad {
  RoadClass road_class;
  std::vector<Point> line;
  Meters length;  ///< on the ground, of what `line` stands for
};

struct MainRoadOptions {
  Box box;                           ///< what lies outside is cut off
  Meters tolerance{0};               ///< how far lines may be off in the plane
  std::size_t most_points = 20'000;  ///< of all lines together
};

/// Ferries, then the classes of roads, most important first, each wholly, until one would make it
/// more than `most_points`. If that is the first class of roads already, its longest lines. Streets
/// are the last that are drawn; service roads, tracks and footways help nobody to find the way on a
/// map. Roads of unknown class come after streets.
///
/// The same whatever is known of roads outside the box: by class, then by their points; each line
/// begins at the lesser of its end points.
/// Cost:   O(n) in the number of segments, a class; O(n log n) in the points of those drawn.
[[nodiscard]] std::vector<MainRoad> main_roads(RoadNetwork const& network,
                                               MainRoadOptions const& options);

}  // namespace gapmap::network
