#pragma once
// What a road network is made of, and what looks wrong in it, as rows and lines on a map.

#include <string_view>
#include <vector>

#include "gapmap/access/components.h"
#include "gapmap/access/joining.h"
#include "gapmap/network/inspect.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Which way somebody of this mode may travel on the road: "both", "along" or "against" its line,
/// or "closed".
[[nodiscard]] std::string_view direction_of(RoadAttributes const& road, Mode mode);

/// A network as those see it who travel by one mode. Keeps references.
struct NetworkOfMode {
  RoadNetwork const& network;
  Mode mode;
  Components const& components;
  IdVector<SegmentId, Joining> const& joining;  ///< of homes
};

/// "roads", a row an original segment, with its whole shape: number, name, class and direction; its
/// component, 1 for the longest (ties: the lowest segment), and whether that is small, both nothing
/// where the mode may not travel; how homes join it, its length, and its posted speed limits.
[[nodiscard]] OutputTable network_road_table(NetworkOfMode const& seen);

/// "near_misses", a row a dead end that nearly touches another road, as a point: how far it is from
/// that road, and which it is.
[[nodiscard]] OutputTable near_miss_table(RoadNetwork const& network,
                                          std::vector<network::NearMiss> const& misses);

/// "odd_speeds", a row a segment with its shape: the speed, and which road it is.
[[nodiscard]] OutputTable odd_speed_table(RoadNetwork const& network,
                                          std::vector<network::OddSpeed> const& speeds);

}  // namespace gapmap::tables
