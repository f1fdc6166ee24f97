#pragma once
// Finds what looks wrong with places and cells: questions for whoever maintains the data, not
// repairs. Areas are in places/inspect_areas.h.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/places/place.h"
#include "gapmap/places/population.h"

namespace gapmap::places {

/// Returns a name as people compare names: lower case, words only, without ry, rf, oy and similar
/// words at its end. "Setlementti Ry." → "setlementti".
[[nodiscard]] std::string normalised_name(std::string_view name);

/// Two places, the earlier one first.
struct Twins {
  PlaceId first;
  PlaceId second;
  Meters distance;
};

/// Returns every place whose normalised name an earlier place within `within` (inclusive) has as
/// well, with the nearest such place. Places without a name have no namesakes.
[[nodiscard]] std::vector<Twins> namesakes(Places const& places, Meters within);

/// Returns every place on exactly the point of an earlier place with another normalised name, with
/// the first such place.
[[nodiscard]] std::vector<Twins> sharing_a_point(Places const& places);

/// Two cells whose residents are likely counted twice, the earlier one first.
struct OverlappingCells {
  CellId first;
  CellId second;
  double shared_m2;
};
/// Returns pairs of cells with residents that share more than a hundredth of the smaller one's
/// area. Point cells have no outline of their own and are left out.
/// Requires: outlines are valid.
/// Cost: O(n log n) for a grid, whose cells only touch.
[[nodiscard]] std::vector<OverlappingCells> overlapping_cells(Population const& population);

}  // namespace gapmap::places
