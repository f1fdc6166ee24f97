#pragma once
// Findings about where people and places join the roads, and about nearer roads that they do not
// join.

#include "gapmap/access/joining.h"
#include "gapmap/checks/check_roads.h"

namespace gapmap::checks {

/// The nearest roads of any kind, as attach() finds them when all roads but closed ones may be
/// joined; and whether each segment may be joined.
struct NearestRoads {
  IdVector<CellId, Attachment> const& cells;
  IdVector<PlaceId, Attachment> const& places;
  IdVector<SegmentId, Joining> const& homes_join;
  IdVector<SegmentId, Joining> const& places_join;
};

/// Finds cells and places whose nearest road is one that they do not join: a motorway, a tunnel, a
/// bridge, a small component, or a road that leads nowhere, each a finding of its own. Also finds
/// those that are attached to a road that leads nowhere because no other road is near.
[[nodiscard]] Findings check_joining(AttachedPeople const& people, NearestRoads const& nearest);

}  // namespace gapmap::checks
