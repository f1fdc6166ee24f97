#pragma once
// Attaches points to roads: along edges, never to the nearest junction, each point on its own.

#include <span>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/access/joining.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/network/road_network.h"

namespace gapmap::access {

/// How much farther than a road that leads nowhere a road that leads on may be, and still be
/// joined: the next street over. If it is farther, people stay on the first road and are cut off.
inline constexpr Meters kNextStreet{500};

struct AttachOptions {
  /// Greatest distance to a road, inclusive. Points farther from every road stay unattached.
  Meters max_off_road = Meters{5000};
  /// The result of JoinableRoads::joining() for every segment; if empty, all are open.
  IdVector<SegmentId, Joining> joining = {};
  /// Segments whose joining could change (to open, leading nowhere or a small component) if more
  /// roads were read, see JoinableRoads::doubtful(). Empty if there are none.
  IdVector<SegmentId, char> doubtful = {};
};

/// Returns one Attachment per point, in their order: the nearest position on a road that is open to
/// joining, or on one that leads nowhere if the nearest open road is more than `kNextStreet`
/// farther (exclusive).
///
/// Nearest means in the plane of the working CRS; `off_road` is then measured on the ground.
/// Ferries are boarded at their ends, not in mid-water. A point's attachment does not depend on the
/// other points.
///
/// The position along a straight piece is in proportion to its planar length, which on the longest
/// pieces of real roads (a few kilometres) is within centimetres of the geodesic one.
///
/// Ties: a gate before the roads that end there (a point within 10 cm of it is at the gate), then
/// the lowest SegmentId, then the earlier position along it.
/// Cost: O(log n) per point in practice, in parallel.
[[nodiscard]] std::vector<Attachment> attach(std::span<Point const> points,
                                             RoadNetwork const& network, WorkingFrame const& frame,
                                             AttachOptions const& options = {});

}  // namespace gapmap::access
