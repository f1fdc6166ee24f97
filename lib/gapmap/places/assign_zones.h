#pragma once
// Assigns cells to zones: by the cell's area, or by its municipality.

#include "gapmap/places/zones.h"

namespace gapmap::places {

/// Puts each cell into the zone with the largest share of its area, and a point cell where it lies.
/// A cell that touches no zone is in none, however near one is: what lies beside a village is not
/// in it. Zones without a cell are not studied.
/// Requires: areas and outlines are valid.
/// Ties: lowest ZoneId.
/// Cost: that of Atlas.
[[nodiscard]] Zoning zoned_by_area(std::string level, Zones zones, Population const& population);

/// Puts each cell into the zone of its municipality. Zones without a studied municipality are not
/// studied.
/// Requires: `of_municipality` has one zone, or none(), for each of `municipalities`.
[[nodiscard]] Zoning zoned_by_municipality(std::string level, Zones zones,
                                           IdVector<MunicipalityId, ZoneId> of_municipality,
                                           Municipalities const& municipalities,
                                           Population const& population);

/// Returns the municipalities themselves as a level, called "municipality".
[[nodiscard]] Zoning zoned_as_municipalities(Municipalities const& municipalities,
                                             Population const& population);

}  // namespace gapmap::places
