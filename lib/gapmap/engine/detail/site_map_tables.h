#pragma once
// What a plan changes on the map, as tables.

#include <vector>

#include "gapmap/engine/site.h"

namespace gapmap::engine {

/// Returns the tables plan_municipalities, plan_places, plan_gaps and plan_cells. Requires: the
/// scene is on a map.
[[nodiscard]] std::vector<tables::OutputTable> site_map_tables(SiteScene const& scene,
                                                               SiteResult const& result);

/// Returns the places that exist and stay, wherever they are, then those that open, in the order of
/// opening. Requires: the scene is on a map.
[[nodiscard]] Places places_after(SiteScene const& scene, SiteResult const& result);

}  // namespace gapmap::engine
