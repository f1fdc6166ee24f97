#pragma once
// What can be reached within limits: stretches of road, which are the truth, and a region around
// them, which is a drawing.

#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::reach {

/// Part of a segment between two positions on it, as fractions of its length, `from` < `to`.
template <CostType Cost>
struct Stretch {
  SegmentId segment;
  double from;
  double to;
  std::size_t band;  ///< index of the least limit it lies within
};

template <CostType Cost>
struct IsochroneOptions {
  std::vector<Cost> limits;      ///< ascending, inclusive
  Trip trip = Trip::ToFacility;  ///< not Round
};

/// Every stretch of road from which (or to which, by `trip`) the cheapest of `facilities` costs at
/// most the greatest limit, off-road leg of the facility included, cut where one limit gives way to
/// the next. By SegmentId, then position. Requires: `costs` and the attachments were made for this
/// `graph` with this `profile`.
/// Cost: one sweep to the greatest limit, then the edges it reached.
template <CostType Cost>
[[nodiscard]] std::vector<Stretch<Cost>> isochrone(
    RoadGraph const& graph, EdgeCosts<Cost> const& costs,
    IdVector<FacilityId, Attachment> const& facilities, Profile const& profile,
    IsochroneOptions<Cost> const& options);

struct RegionOptions {
  Meters width{250};      ///< how far from a reached road the drawing goes
  double least_m2 = 1e4;  ///< holes and islands smaller than this (1 ha) are not drawn
};

/// For each limit the surroundings of what is reached within it: nested, valid, empty where nothing
/// is reached. The grid is as fine as four million nodes allow, 25 m at best.
template <CostType Cost>
[[nodiscard]] std::vector<Area> regions(std::vector<Stretch<Cost>> const& stretches,
                                        std::size_t bands, RoadNetwork const& network,
                                        RegionOptions const& options = {});

/// The points of a segment's shape between two fractions of its length.
[[nodiscard]] std::vector<Point> cut_shape(RoadNetwork const& network, SegmentId segment,
                                           double from, double to);

}  // namespace gapmap::reach
