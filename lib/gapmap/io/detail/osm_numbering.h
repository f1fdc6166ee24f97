#pragma once
// Numbers for the nodes that ways use.

#include <cstdint>
#include <vector>

#include "gapmap/io/detail/osm_elements.h"

namespace gapmap::io {

/// Returns each id of `refs` once, ascending, still without positions; `keys` receives the index of
/// each reference among them.
/// Cost: O(n), on many threads, with 20 bytes per reference meanwhile. O(n log n) if ids are
///       farther apart than OpenStreetMap's own ever were, as in merged data with their own ids
///       from 10^15 upwards.
[[nodiscard]] OsmNodes number_nodes(std::vector<OsmId> refs, std::vector<std::uint32_t>& keys);

}  // namespace gapmap::io
