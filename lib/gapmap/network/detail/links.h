#pragma once
// Lines cut where they meet.

#include <cstdint>
#include <vector>

#include "gapmap/network/assemble.h"
#include "gapmap/network/detail/spots.h"

namespace gapmap::network {

using LinkId = Id<struct LinkTag>;

/// Part of one source line between two spots where something meets; a gate is a link of one point.
struct Link {
  SpotId from;
  SpotId to;
  std::uint32_t first_point;  ///< of RoadLines::lines
  std::uint32_t last_point;   ///< inclusive
  std::uint32_t attributes;   ///< in Links::attributes, and Links::names

  [[nodiscard]] std::uint32_t points() const noexcept { return last_point - first_point + 1; }
};

/// In the order of the source.
struct Links {
  IdVector<LinkId, Link> links;
  std::vector<RoadAttributes> attributes;  ///< those of the lines, then those of the gates
  std::vector<NameId> names;               ///< likewise, or none at all
  /// A point at each spot. Behind the spots where lines meet come the sides of gates.
  IdVector<SpotId, std::uint32_t> point_at;
};

/// Cuts lines at every spot, and puts gates between. Moves attributes and names out of
/// `roads`.
[[nodiscard]] Links cut(RoadLines& roads, Spots const& spots, SpotGroups const& groups);

}  // namespace gapmap::network
