#pragma once
// Findings about roads, and about the people and places that they do not reach. Each function gives
// nothing for a healthy input.

#include "gapmap/access/attachment.h"
#include "gapmap/access/components.h"
#include "gapmap/checks/finding.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/place.h"
#include "gapmap/places/population.h"

namespace gapmap::checks {

/// People and places where they meet the roads. Requires: as many attachments as there are of each.
struct AttachedPeople {
  Population const& population;
  IdVector<CellId, Attachment> const& cells;
  Places const& places;
  IdVector<PlaceId, Attachment> const& attached_places;
};

/// Components without connection to the longest one, with the people and places on them: those on a
/// component without a place are unreachable. Small components, which nobody is attached to, by
/// their number.
[[nodiscard]] Findings check_components(RoadNetwork const& network, Components const& components,
                                        Mode mode, AttachedPeople const& people);

/// Dead ends on or within a metre of another road that have no vertex in common with it.
[[nodiscard]] Findings check_near_misses(RoadNetwork const& network);

/// Speed limits and crossings nobody drives.
[[nodiscard]] Findings check_speeds(RoadNetwork const& network);

/// Streets (half of at least 500 segments shorter than 200 m) of which none is one-way for a mode
/// that one-way streets bind.
[[nodiscard]] Findings check_one_way(RoadNetwork const& network, Mode mode);

/// Residents farther than `max_off_road` from every road, with what share they are; places
/// likewise, if they lie in the box around all cells, an error if no place is left.
[[nodiscard]] Findings check_off_road(AttachedPeople const& people, Meters max_off_road);

/// Residents farther than 500 m from every road that the mode may use: their ways begin with an
/// access leg at an assumed speed. A warning if they are more than a hundredth of all, for then
/// shares in per cent hang on it; with the data that would have their roads. `kind` is that of
/// the roads.
[[nodiscard]] Findings check_access_legs(RoadNetwork const& network, Mode mode,
                                         AttachedPeople const& people, io::DataKind kind);

}  // namespace gapmap::checks
