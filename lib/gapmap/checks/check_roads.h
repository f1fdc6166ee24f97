#pragma once
// Findings about roads, and about the people and places that they do not reach. Each function
// returns nothing for a healthy input.

#include "gapmap/access/attachment.h"
#include "gapmap/access/components.h"
#include "gapmap/checks/finding.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/place.h"
#include "gapmap/places/population.h"

namespace gapmap::checks {

/// People and places with their attachments to the roads.
/// Requires: one attachment for each cell and each place.
struct AttachedPeople {
  Population const& population;
  IdVector<CellId, Attachment> const& cells;
  Places const& places;
  IdVector<PlaceId, Attachment> const& attached_places;
};

/// Finds components without connection to the longest one, with the people and places on them;
/// people on a component without a place are unreachable. Small components, to which nobody is
/// attached, are only counted.
[[nodiscard]] Findings check_components(RoadNetwork const& network, Components const& components,
                                        Mode mode, AttachedPeople const& people);

/// Finds dead ends on another road, or within a metre of it, that share no vertex with it.
[[nodiscard]] Findings check_near_misses(RoadNetwork const& network);

/// Finds implausible speed limits and implausible speeds of crossings.
[[nodiscard]] Findings check_speeds(RoadNetwork const& network);

/// Finds a street network (at least 500 segments, half of them shorter than 200 m) without any
/// one-way street for a mode that must obey them.
[[nodiscard]] Findings check_one_way(RoadNetwork const& network, Mode mode);

/// Finds residents farther than `max_off_road` from every road, with their share of all residents,
/// and places that far off within the box around all cells; an error if no place is left.
[[nodiscard]] Findings check_off_road(AttachedPeople const& people, Meters max_off_road);

/// Finds residents farther than 500 m from every road that the mode may use: their ways begin with
/// an access leg at an assumed speed. A warning if they are more than 1 % of all, as shares in per
/// cent then depend on it; with data that would have their roads. `kind` is that of the roads.
[[nodiscard]] Findings check_access_legs(RoadNetwork const& network, Mode mode,
                                         AttachedPeople const& people, io::DataKind kind);

}  // namespace gapmap::checks
