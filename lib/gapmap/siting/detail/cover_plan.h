#pragma once
// Plans of set covering out of what a relaxation opens.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/siting/detail/location_model.h"

namespace gapmap::siting {

/// Returns sites that serve every demand, beginning with `open`: as long as somebody is not served,
/// the site is opened whose unserved demands have most weight for its opening cost; then sites are
/// closed without which everybody is still served, the last opened first.
/// Ties: the lower number.
/// Requires: a covering model in which every demand has a site; a weight for each demand.
/// Cost:     O(pairs + sites × log) and what greedy choice looks at again.
/// Source:   Chvátal 1979, Mathematics of Operations Research 4:233–235; with multipliers as weights
///           Beasley 1990, Naval Research Logistics 37:151–164.
[[nodiscard]] std::vector<std::uint32_t> completed_cover(LocationModel const& model,
                                                         std::vector<std::uint32_t> open,
                                                         std::span<std::int64_t const> weights);

}  // namespace gapmap::siting
