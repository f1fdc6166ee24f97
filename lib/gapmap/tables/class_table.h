#pragma once
// Residents by distance class and zone as tables. Column names are the documented interface.

#include <span>
#include <string>

#include "gapmap/coverage/classes.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Returns the name of a limit in outputs, in the larger unit where that gives a whole number:
/// "20_km", "300_m", "15_min", "90_s".
template <CostType Cost>
[[nodiscard]] std::string name_of_bound(Cost bound);

/// Returns the name of a class in outputs: "to_1_km", "to_300_m", "to_15_min", "over_30_km",
/// "no_road_connection", "off_network".
template <CostType Cost>
[[nodiscard]] std::string name_of_class(DistanceClasses<Cost> const& classes, std::size_t index);

/// Returns one row per level, zone, group and class: first the level "total", then each zoning in
/// its order, with its cells in no zone as "Outside". `residents` is the midpoint where only a
/// range is known; its upper end is absent where a cell has no upper bound, and such cells are
/// counted. Cumulative figures include the class itself; classes without a distance have none.
/// Shares are of the zone's residents in the same group.
/// Requires: `residents` was classified for these zonings.
template <CostType Cost>
[[nodiscard]] OutputTable class_table(ResidentsInClasses const& residents,
                                      DistanceClasses<Cost> const& classes, Groups const& groups,
                                      std::span<Zoning const* const> zonings);

/// Returns one row per studied zone that has an area, with its residents within the limit.
/// Residents are written as whole numbers where those of the population are whole.
/// Requires: `within_limit` was classified for these zonings, with the limit as the only bound.
template <CostType Cost>
[[nodiscard]] OutputTable zone_table(ResidentsInClasses const& within_limit,
                                     DistanceClasses<Cost> const& limit,
                                     Population const& population,
                                     std::span<Zoning const* const> zonings);

/// Returns the code of every cell's zone, one column per level: "hyvinvointialue_code".
[[nodiscard]] OutputTable zone_columns(std::span<Zoning const> zonings,
                                       Population const& population);

}  // namespace gapmap::tables
