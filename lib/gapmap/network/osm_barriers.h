#pragma once
// OpenStreetMap's barriers on nodes: who may pass.

#include "gapmap/network/osm_tags.h"

namespace gapmap::network {

/// Who may pass a node: a bollard stops cars, a gate with access=private or a lock everybody. All
/// if it is no barrier.
/// Source: OpenStreetMap wiki, Key:barrier.
[[nodiscard]] ModeSet osm_barrier_permits(OsmTags tags);

}  // namespace gapmap::network
