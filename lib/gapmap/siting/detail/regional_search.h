#pragma once
// Plans made better one region at a time, each of which is searched to its end.

#include <cstdint>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/location_search.h"

namespace gapmap::siting {

/// Takes regions of some hundred sites that share demands, around one demand after the other over
/// the whole model; keeps what is open elsewhere and looks for the best plan of the region with as
/// many sites as it has now. Ends when a round over the model found nothing better.
/// Requires: `open` serves every demand if `goal.must_serve`.
/// Returns the sites that are open in the end, ascending.
/// Source: large neighbourhood search, Shaw 1998, Principles and Practice of Constraint Programming,
///         417–431.
[[nodiscard]] std::vector<std::uint32_t> improve_regionally(LocationModel const& model,
                                                            std::vector<std::uint32_t> open,
                                                            SearchGoal const& goal, Effort& effort);

}  // namespace gapmap::siting
