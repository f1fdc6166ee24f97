#pragma once
// The position on the road of somebody or something beside it.

#include "gapmap/network/road_network.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

struct Attachment {
  SegmentId segment = SegmentId::none();  ///< none() if not attached
  JunctionId start = JunctionId::none();  ///< start of the segment, as digitised
  /// Position along the segment by length, from its start (0) to its end (1).
  double fraction = 0;
  /// Straight distance on the ground between the point and the road, also where it is too long to
  /// attach. Infinite if there is no road at all.
  Meters off_road = Meters::infinite();
  Point point = {};      ///< position of the person or place
  bool is_gate = false;  ///< whether the segment is a gate, which has no length
  bool is_sure = true;   ///< false if reading more roads could change the attachment

  /// Makes an attachment at a known position.
  [[nodiscard]] static Attachment on(RoadNetwork const& network, SegmentId segment, double fraction,
                                     Meters off_road) {
    return {segment, network.segments[segment].from, fraction, off_road};
  }

  [[nodiscard]] bool is_attached() const noexcept { return !segment.is_none(); }
  /// Whether the distance to roads is known: the point was attached, or is some way off the roads.
  [[nodiscard]] bool is_known() const noexcept { return off_road < Meters::infinite(); }
};

}  // namespace gapmap
