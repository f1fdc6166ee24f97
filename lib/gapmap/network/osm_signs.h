#pragma once
// OpenStreetMap's traffic lights and signs on nodes.

#include <optional>

#include "gapmap/network/osm_tags.h"
#include "gapmap/network/signs.h"

namespace gapmap::network {

/// What a node says to those who come by it along its way or against it; nothing if it is no such
/// sign. Lights that do not stop traffic (blinkers, ramp meters, those for fire engines or at level
/// crossings) are none.
/// Source: OpenStreetMap wiki, Tag:highway=traffic_signals, Key:traffic_signals,
/// Key:traffic_signals:direction, Key:crossing, Key:crossing:signals, Tag:highway=stop,
/// Tag:highway=give_way.
[[nodiscard]] std::optional<RoadSign> osm_sign(OsmTags tags);

}  // namespace gapmap::network
