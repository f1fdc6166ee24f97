#pragma once
// Finds where ferries are boarded.

#include <array>
#include <cstdint>
#include <span>

#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// A segment of a ferry, with the lines of the source it begins and ends with.
struct Sailing {
  SegmentId segment;
  std::array<std::uint32_t, 2> lines;
};

/// Separates the ships at each quay from the shore: they go on from a junction of their own, and a
/// segment without length leads aboard (RoadNetwork::is_boarding). Travellers who arrive by ship
/// and go on by the same ship thus pass a landing without boarding again; everybody else boards.
///
/// A quay is where ferries end or pass and there is a road, or where no more than two ferries end
/// and there is nothing else. Where more meet and there is no road, lines branch in open water:
/// nobody boards. One ship at a quay is a line that passes through, or two ends if they are the
/// only ones of their class that take the same travellers. Among three or more ends nobody knows
/// which belong together: each line is then a ship by itself, and a change is a new boarding.
///
/// Cost: O(n log n) in the number of `sailings`.
void add_boardings(RoadNetwork& network, std::span<Sailing const> sailings);

}  // namespace gapmap::network
