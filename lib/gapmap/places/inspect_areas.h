#pragma once
// What looks wrong with areas: where they overlap, where they leave something between them, and how
// far from all of them a point lies.

#include <span>
#include <vector>

#include "gapmap/places/municipality.h"
#include "gapmap/places/zones.h"

namespace gapmap::places {

/// Two areas and what both of them claim, the lower id first.
template <class AreaId>
struct SharedGround {
  AreaId first;
  AreaId second;
  double shared_m2;
};
/// Pairs of municipalities, or of zones, that share more than `least_m2`, largest first. Requires:
/// valid areas.
template <class AreaId, class Described>
[[nodiscard]] std::vector<SharedGround<AreaId>> overlapping_areas(
    IdVector<AreaId, Described> const& areas, double least_m2);

/// Ground that lies between areas and belongs to none.
struct NoMansLand {
  Area ground;
  double m2;
  std::vector<MunicipalityId> beside;  ///< at least two, the one longest beside it first
  [[nodiscard]] Point position() const { return ground.points.front(); }
};
/// Strips narrower than `width` between two or more areas, open at their ends or not, of more than
/// `least_m2`, largest first. A narrow bay of one area is none, nor is what only one side of lies
/// beside areas. Requires: valid areas.
/// Cost: that of a union of all areas and two buffers of it.
[[nodiscard]] std::vector<NoMansLand> slivers(Municipalities const& municipalities, Meters width,
                                              double least_m2);

/// Planar distance from every point to the nearest area, 0 in it; infinite if there is no area.
[[nodiscard]] std::vector<Meters> distances_to_areas(std::span<Point const> points,
                                                     Municipalities const& municipalities);

}  // namespace gapmap::places
