#pragma once
// Finds which small components of a network come near its large ones.

#include <cstdint>

#include "gapmap/access/components.h"

namespace gapmap::access {

/// How near a component comes to others.
enum class Nearness : std::uint8_t { Apart, Near, Touching };

/// Returns for each of the `small` components whether it touches or crosses a road of the `large`
/// ones (within a metre), comes within `within` (inclusive, in the plane) of one, or neither. Only
/// roads that one gets onto from the land beside them count.
/// Cost: a look at the box of every segment, and O(log n) for each segment near a small component.
[[nodiscard]] IdVector<ComponentId, Nearness> come_near(RoadNetwork const& network,
                                                        Components const& components,
                                                        IdVector<ComponentId, char> const& small,
                                                        IdVector<ComponentId, char> const& large,
                                                        Meters within);

}  // namespace gapmap::access
