#pragma once
// Finds what looks wrong with areas: overlaps, gaps between them, and the distance of points from
// all of them.

#include <span>
#include <vector>

#include "gapmap/places/municipality.h"
#include "gapmap/places/zones.h"

namespace gapmap::places {

/// Two areas that both claim some ground, the lower id first.
template <class AreaId>
struct SharedGround {
  AreaId first;
  AreaId second;
  double shared_m2;
};
/// Returns pairs of municipalities, or of zones, that share more than `least_m2`, the largest
/// overlap first.
/// Requires: areas are valid.
template <class AreaId, class Described>
[[nodiscard]] std::vector<SharedGround<AreaId>> overlapping_areas(
    IdVector<AreaId, Described> const& areas, double least_m2);

/// Ground that lies between areas and belongs to none.
struct NoMansLand {
  Area ground;
  double m2;
  std::vector<MunicipalityId> beside;  ///< at least two, the one with the longest border first
  [[nodiscard]] Point position() const { return ground.points.front(); }
};
/// Returns strips narrower than `width` between two or more areas, open at their ends or not, of
/// more than `least_m2`, the largest first. Narrow bays of one area do not count, nor strips with
/// an area on one side only.
/// Requires: areas are valid.
/// Cost: a union of all areas and two buffers of it.
[[nodiscard]] std::vector<NoMansLand> slivers(Municipalities const& municipalities, Meters width,
                                              double least_m2);

/// Returns the planar distance from every point to the nearest area: 0 inside one, infinite if
/// there is no area.
[[nodiscard]] std::vector<Meters> distances_to_areas(std::span<Point const> points,
                                                     Municipalities const& municipalities);

}  // namespace gapmap::places
