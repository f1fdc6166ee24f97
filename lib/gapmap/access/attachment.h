#pragma once
// Where somebody or something beside the road meets the road.

#include "gapmap/network/road_network.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

struct Attachment {
  SegmentId segment = SegmentId::none();  ///< none: not attached
  JunctionId start = JunctionId::none();  ///< where the segment starts, as it was digitised
  /// How far along the segment, by length, from its start (0) to its end (1).
  double fraction = 0;
  /// Straight way between the point and the road; also where it was too long to attach. Infinite if
  /// there is no road at all.
  Meters off_road = Meters::infinite();
  Point point = {};      ///< where the person or place is
  bool is_gate = false;  ///< the segment is a gate, which has no length
  bool is_sure = true;   ///< no road that was not read could make it another

  /// At a position that is known already.
  [[nodiscard]] static Attachment on(RoadNetwork const& network, SegmentId segment, double fraction,
                                     Meters off_road) {
    return {segment, network.segments[segment].from, fraction, off_road};
  }

  [[nodiscard]] bool is_attached() const noexcept { return !segment.is_none(); }
  /// Whether anything is known of it: it was attached, or is some way off the roads.
  [[nodiscard]] bool is_known() const noexcept { return off_road < Meters::infinite(); }
};

}  // namespace gapmap
