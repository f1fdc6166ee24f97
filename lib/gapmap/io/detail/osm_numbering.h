#pragma once
// Numbers for the nodes that ways use.

#include <cstdint>
#include <vector>

#include "gapmap/io/detail/osm_elements.h"

namespace gapmap::io {

/// Each id among `refs` once, ascending, without positions so far; `keys` gets the place of each
/// reference among them.
/// Cost: O(n), on many threads; 20 bytes a reference meanwhile. Where ids lie farther apart than
/// OpenStreetMap's own ever did, as where data with ids of their own from 10^15 upwards were merged
/// in, O(n log n).
[[nodiscard]] OsmNodes number_nodes(std::vector<OsmId> refs, std::vector<std::uint32_t>& keys);

}  // namespace gapmap::io
