#pragma once
// Where ferries are boarded.

#include <array>
#include <cstdint>
#include <span>

#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// A segment of a ferry, and the lines of the source it begins and ends with.
struct Sailing {
  SegmentId segment;
  std::array<std::uint32_t, 2> lines;
};

/// Parts the ships at each quay from the shore: they go on from a junction of their own, and a
/// segment of no length leads aboard (RoadNetwork::is_boarding). So whoever comes by ship and goes
/// on by the same one passes a landing without having to board again, and everybody else boards.
///
/// A quay is where ferries end or pass and a road is, and where no more than two ferries end and
/// nothing else is. Where more meet and there is no road, lines branch in open water: nobody
/// boards. One ship at a quay is a line that passes through; and two ends, if they are the only
/// ones of their class that take the same travellers. Of three and more nobody knows which belong
/// together: each line is a ship by itself, and whoever changes boards anew.
///
/// Cost: O(n log n) in the number of `sailings`.
void add_boardings(RoadNetwork& network, std::span<Sailing const> sailings);

}  // namespace gapmap::network
