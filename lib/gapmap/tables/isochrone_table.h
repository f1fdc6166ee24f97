#pragma once
// What can be reached from places within limits: stretches of road, and the areas drawn around
// them.

#include <span>
#include <vector>

#include "gapmap/network/road_network.h"
#include "gapmap/places/place.h"
#include "gapmap/reach/isochrone.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

template <CostType Cost>
struct PlaceIsochrone {
  PlaceId place;  ///< none: of all places together
  reach::Isochrone<Cost> found;
};

/// Isochrones with what they are of. Keeps references.
template <CostType Cost>
struct Isochrones {
  std::span<PlaceIsochrone<Cost> const> each;
  std::vector<Cost> const& limits;
  Places const& places;
  RoadNetwork const& network;
};

/// "isochrone_roads", a row a stretch of road, in the order of the isochrones: whose it is, the
/// least limit that it lies within, the road's name and class, and its length. Ways aboard ferries
/// are left out, for they have no length.
template <CostType Cost>
[[nodiscard]] OutputTable isochrone_road_table(Isochrones<Cost> const& isochrones);

/// "isochrones", a row a limit within which anything is reached: whose it is, the limit, and how
/// much road lies within it, with the area around these roads.
template <CostType Cost>
[[nodiscard]] OutputTable isochrone_table(Isochrones<Cost> const& isochrones);

}  // namespace gapmap::tables
