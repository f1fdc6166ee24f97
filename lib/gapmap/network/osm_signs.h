#pragma once
// Reads OpenStreetMap's traffic lights and signs on nodes.

#include <optional>

#include "gapmap/network/osm_tags.h"
#include "gapmap/network/signs.h"

namespace gapmap::network {

/// Returns the sign at a node, as seen by those who travel along its way and against it; nothing if
/// the node has none. Lights that do not stop traffic (blinkers, ramp meters, lights for fire
/// engines or at level crossings) do not count.
/// Source: OpenStreetMap wiki, Tag:highway=traffic_signals, Key:traffic_signals,
/// Key:traffic_signals:direction, Key:crossing, Key:crossing:signals, Tag:highway=stop,
/// Tag:highway=give_way.
[[nodiscard]] std::optional<RoadSign> osm_sign(OsmTags tags);

}  // namespace gapmap::network
