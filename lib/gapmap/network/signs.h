#pragma once
// Traffic lights and signs: where they stand on lines, and what that makes of the segments. Facts
// only; what a stop costs is for travel/.

#include <array>
#include <cstdint>
#include <vector>

#include "gapmap/network/road_network.h"

namespace gapmap::network {

enum class SignKind : std::uint8_t {
  Lights,          ///< traffic lights of a junction, a stop line or by themselves
  CrossingLights,  ///< those at which people cross the road
  GiveWay,         ///< give way, or stop
};

struct RoadSign {
  SignKind kind = SignKind::Lights;
  std::array<bool, 2> faces{true, true};  ///< those who travel along the line, and against it
};

/// A sign at a point of a line.
struct LineSign {
  std::size_t point;  ///< of RoadLines::lines
  RoadSign sign;
};

/// The same at a point of a segment; those of its ends are told of each segment that ends there.
struct SegmentSign {
  SegmentId segment;
  std::uint32_t point;  ///< of the segment's shape
  RoadSign sign;        ///< faces those who travel along the segment, and against it
};

/// Lights of one installation stand at most this far from one another, measured along the road.
/// Wide enough for a stop line before its junction and for both carriageways of a wide avenue, less
/// than the blocks of old towns.
inline constexpr Meters kInstallation{40};

/// Fills in `signals` and `control` of the segments. Roads are those that cars may travel.
///
/// Lights that follow each other within kInstallation in the direction that they face are one
/// installation, at which one stops once: several carriageways, stop lines before a junction and
/// crossings beside it. Lights on the way to a junction (three roads or more) and within
/// kInstallation of it are the junction's, and then stand for every road that meets there; those of
/// a mere crossing are not.
///
/// A sign to give way holds for its road at the next junction within kInstallation. One at the
/// junction itself does not say for whom it is: classes decide.
///
/// Requires: `signs` ascending by segment and point; lengths are known.
void place_signs(RoadNetwork& network, std::vector<SegmentSign> const& signs);

}  // namespace gapmap::network
