#pragma once
// Lines without points that say nothing.

#include "gapmap/network/assemble.h"

namespace gapmap::network {

/// The lines without repeated points and without lines that are a single point; both are counted in
/// `assembly`. Gates, signs and keys follow their points.
[[nodiscard]] RoadLines clean(RoadLines roads, Assembly& assembly);

}  // namespace gapmap::network
