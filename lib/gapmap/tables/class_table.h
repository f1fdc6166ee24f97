#pragma once
// Residents by distance class and zone, as tables. Column names are the documented interface.

#include <span>
#include <string>

#include "gapmap/coverage/classes.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// As outputs call it: "to_1_km", "to_300_m", "to_15_min", "over_30_km", "no_road_connection",
/// "off_network".
template <CostType Cost>
[[nodiscard]] std::string name_of_class(DistanceClasses<Cost> const& classes, std::size_t index);

/// One row a level, zone, group and class: first the level "total", then each zoning in its order,
/// its cells in no zone as "Outside". `residents` is the midpoint where only a range is known;
/// without an upper end where nothing bounds one of its cells, which are counted.
/// Cumulative figures are those up to the end of the class; there are none for classes without a
/// distance. Shares are those of the zone's residents of that group.
/// Requires: `residents` was classified for these zonings.
template <CostType Cost>
[[nodiscard]] OutputTable class_table(ResidentsInClasses const& residents,
                                      DistanceClasses<Cost> const& classes, Groups const& groups,
                                      std::span<Zoning const* const> zonings);

/// One row a studied zone that has an area: how many of its residents live within the limit.
/// Published residents are whole where the population's are.
/// Requires: the only class with a bound is the limit; likewise.
template <CostType Cost>
[[nodiscard]] OutputTable zone_table(ResidentsInClasses const& within_limit,
                                     DistanceClasses<Cost> const& limit,
                                     Population const& population,
                                     std::span<Zoning const* const> zonings);

/// For every cell the code of its zone, a column a level: "hyvinvointialue_code".
[[nodiscard]] OutputTable zone_columns(std::span<Zoning const> zonings,
                                       Population const& population);

}  // namespace gapmap::tables
