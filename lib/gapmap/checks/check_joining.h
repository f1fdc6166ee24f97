#pragma once
// Findings about where people and places join the roads, and about roads that they pass by.

#include "gapmap/access/joining.h"
#include "gapmap/checks/check_roads.h"

namespace gapmap::checks {

/// The roads nearest to people and places, whatever they are, as attach() finds them when all but
/// closed ones are open; and what may be joined.
struct NearestRoads {
  IdVector<CellId, Attachment> const& cells;
  IdVector<PlaceId, Attachment> const& places;
  IdVector<SegmentId, Joining> const& homes_join;
  IdVector<SegmentId, Joining> const& places_join;
};

/// Cells and places whose nearest road is none that they join (a motorway, a tunnel, a bridge, a
/// small component, a road that leads nowhere), a finding for each of these; and those that are on
/// a road that leads nowhere all the same, because no other is near.
[[nodiscard]] Findings check_joining(AttachedPeople const& people, NearestRoads const& nearest);

}  // namespace gapmap::checks
