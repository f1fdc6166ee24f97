#pragma once
// Reads from tags when in the year a road is there.

#include "gapmap/network/detail/osm_known_tags.h"

namespace gapmap::network {

/// Returns PartOfYear for a road that some season closes: by seasonal=*, winter_road and ice_road,
/// or a condition on access that names months (but not hours).
/// Source: OpenStreetMap wiki, Key:seasonal, Key:winter_road, Conditional restrictions.
[[nodiscard]] Season season_of(KnownTags const& tags);

/// Whether a road is there in winter only: its tags call it so, or close it in July but not in
/// February.
[[nodiscard]] bool is_ice_road(KnownTags const& tags);

}  // namespace gapmap::network
