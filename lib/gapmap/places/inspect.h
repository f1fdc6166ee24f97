#pragma once
// What looks wrong with places and cells: questions for whoever keeps the data, not repairs. Areas:
// places/inspect_areas.h.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/places/place.h"
#include "gapmap/places/population.h"

namespace gapmap::places {

/// A name as people compare names: lower case, words only, without ry, rf, oy and the like at its
/// end. "Setlementti Ry." → "setlementti".
[[nodiscard]] std::string normalised_name(std::string_view name);

/// Two places, the earlier one first.
struct Twins {
  PlaceId first;
  PlaceId second;
  Meters distance;
};

/// Every place whose normalised name an earlier place within `within` (inclusive) has as well, with
/// the nearest of these. Places without a name are nobody's twins.
[[nodiscard]] std::vector<Twins> namesakes(Places const& places, Meters within);

/// Every place on the very same point as an earlier one of another normalised name, with the first
/// of these.
[[nodiscard]] std::vector<Twins> sharing_a_point(Places const& places);

/// Two cells whose residents are likely counted twice, the earlier one first.
struct OverlappingCells {
  CellId first;
  CellId second;
  double shared_m2;
};
/// Pairs of cells with residents that share more than a hundredth of the smaller one's area. Point
/// cells have no outline of their own and are left out. Requires: valid outlines.
/// Cost: O(n log n) for a grid, whose cells only touch.
[[nodiscard]] std::vector<OverlappingCells> overlapping_cells(Population const& population);

}  // namespace gapmap::places
