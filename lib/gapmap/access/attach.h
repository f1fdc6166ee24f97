#pragma once
// Attaching points to roads: along edges, never to the nearest junction, each point on its own.

#include <span>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/network/road_network.h"

namespace gapmap::access {

struct AttachOptions {
  /// Inclusive. Points farther from every road stay unattached.
  Meters max_off_road = Meters{5000};
  /// Only segments that are marked; empty: all. See Pieces for those a mode can use.
  IdVector<SegmentId, char> usable = {};
};

/// For each point the nearest position on a usable road, one Attachment a point, in their order.
///
/// Nearest is meant in the plane of the working CRS; `off_road` is then measured on the ground.
/// Ferries are boarded at their ends, not in mid-water. A point's attachment does not depend on the
/// other points.
///
/// The position along a piece is in proportion to its planar length, which on the longest straight
/// pieces of real roads (a few kilometres) is within centimetres of the geodesic one.
///
/// Ties: lowest SegmentId, then the earlier position along it.
/// Cost: O(log n) a point in practice, in parallel.
[[nodiscard]] std::vector<Attachment> attach(std::span<Point const> points,
                                             RoadNetwork const& network, WorkingFrame const& frame,
                                             AttachOptions const& options = {});

}  // namespace gapmap::access
