#pragma once
// Attaching points to roads: along edges, never to the nearest junction, each point on its own.

#include <span>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/access/joining.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/network/road_network.h"

namespace gapmap::access {

/// So much farther than to a road that leads nowhere people may be from one that does, and still
/// join that: the next street over. Beyond it they stay where they are, and are cut off.
inline constexpr Meters kNextStreet{500};

struct AttachOptions {
  /// Inclusive. Points farther from every road stay unattached.
  Meters max_off_road = Meters{5000};
  /// What find_joining() says of every segment; empty: all are open.
  IdVector<SegmentId, Joining> joining = {};
  /// Segments of which roads that were not read may make something else: open, leading nowhere or a
  /// small component. Empty: none. See doubtful_joining().
  IdVector<SegmentId, char> doubtful = {};
};

/// For each point the nearest position on a road that is open to joining, one Attachment a point,
/// in their order; on one that leads nowhere if the nearest open one is more than `kNextStreet`
/// farther (exclusive).
///
/// Nearest is meant in the plane of the working CRS; `off_road` is then measured on the ground.
/// Ferries are boarded at their ends, not in mid-water. A point's attachment does not depend on the
/// other points.
///
/// The position along a piece is in proportion to its planar length, which on the longest straight
/// pieces of real roads (a few kilometres) is within centimetres of the geodesic one.
///
/// Ties: a gate before the roads that end there (within 10 cm of it who is there is at the gate), then the lowest SegmentId, then the earlier position along it.
/// Cost: O(log n) a point in practice, in parallel.
[[nodiscard]] std::vector<Attachment> attach(std::span<Point const> points,
                                             RoadNetwork const& network, WorkingFrame const& frame,
                                             AttachOptions const& options = {});

}  // namespace gapmap::access
