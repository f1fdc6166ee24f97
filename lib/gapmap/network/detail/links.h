#pragma once
// Cuts lines where they meet.

#include <cstdint>
#include <vector>

#include "gapmap/network/assemble.h"
#include "gapmap/network/detail/spots.h"

namespace gapmap::network {

using LinkId = Id<struct LinkTag>;

/// A part of one source line between two spots where something meets; a gate is a link of one
/// point.
struct Link {
  SpotId from;
  SpotId to;
  std::uint32_t first_point;  ///< first point, in RoadLines::lines
  std::uint32_t last_point;   ///< last point, inclusive
  std::uint32_t attributes;   ///< index into Links::attributes and Links::names

  [[nodiscard]] std::uint32_t points() const noexcept { return last_point - first_point + 1; }
};

/// Links in the order of the source.
struct Links {
  IdVector<LinkId, Link> links;
  std::vector<RoadAttributes> attributes;  ///< one per line, then one per gate
  std::vector<NameId> names;               ///< one per line, then one per gate; or empty
  /// A point at each spot. The spots where lines meet come first, then the sides of gates.
  IdVector<SpotId, std::uint32_t> point_at;
};

/// Cuts lines at every spot and inserts gates. Moves attributes and names out of `roads`.
[[nodiscard]] Links cut(RoadLines& roads, Spots const& spots, SpotGroups const& groups);

}  // namespace gapmap::network
