#pragma once
// Removes points of lines that carry no information.

#include "gapmap/network/assemble.h"

namespace gapmap::network {

/// Returns the lines without repeated points and without lines that are a single point; both are
/// counted in `assembly`. Gates, signs and keys follow their points.
[[nodiscard]] RoadLines clean(RoadLines roads, Assembly& assembly);

}  // namespace gapmap::network
