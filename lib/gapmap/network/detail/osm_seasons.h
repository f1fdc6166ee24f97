#pragma once
// When in the year a road is there, as its tags say.

#include "gapmap/network/detail/osm_known_tags.h"

namespace gapmap::network {

/// A road that some season closes: seasonal=*, winter_road and ice_road, or a condition on access
/// that names months (but not hours).
/// Source: OpenStreetMap wiki, Key:seasonal, Key:winter_road, Conditional restrictions.
[[nodiscard]] Season season_of(KnownTags const& tags);

/// There in winter only: its tags call it so, or close it in July but not in February.
[[nodiscard]] bool is_ice_road(KnownTags const& tags);

}  // namespace gapmap::network
