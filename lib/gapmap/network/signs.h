#pragma once
// Traffic lights and signs: where they stand on lines, and what they change in the segments. Only
// facts; travel/ decides what a stop costs.

#include <array>
#include <cstdint>
#include <vector>

#include "gapmap/network/road_network.h"

namespace gapmap::network {

enum class SignKind : std::uint8_t {
  Lights,          ///< traffic lights of a junction, at a stop line or alone
  CrossingLights,  ///< traffic lights where people cross the road
  GiveWay,         ///< a sign to give way, or to stop
};

struct RoadSign {
  SignKind kind = SignKind::Lights;
  std::array<bool, 2> faces{
      true, true};  ///< whether it faces those who travel along the line, and against it
};

/// A sign at a point of a line.
struct LineSign {
  std::size_t point;  ///< point of RoadLines::lines
  RoadSign sign;
};

/// A sign at a point of a segment. A sign at a junction belongs to each segment that ends there.
struct SegmentSign {
  SegmentId segment;
  std::uint32_t point;  ///< point of the segment's shape
  RoadSign sign;        ///< whether it faces those who travel along the segment, and against it
};

/// The greatest distance between lights of one installation, measured along the road. It is wide
/// enough for a stop line before its junction and for both carriageways of a wide avenue, and less
/// than the blocks of old towns.
inline constexpr Meters kInstallation{40};

/// Fills in `signals` and `control` of the segments. Only roads that cars may travel count.
///
/// Lights that follow each other within kInstallation in the direction that they face are one
/// installation, at which one stops once: several carriageways, stop lines before a junction and
/// crossings beside it. Lights on the way to a junction (three roads or more) and within
/// kInstallation of it belong to the junction, and then apply to every road that meets there;
/// lights of a mere crossing do not.
///
/// A sign to give way holds for its road at the next junction within kInstallation. A sign at the
/// junction itself does not say which road it is for: road classes decide.
///
/// Requires: `signs` are ascending by segment and point; lengths are known.
void place_signs(RoadNetwork& network, std::vector<SegmentSign> const& signs);

}  // namespace gapmap::network
