#pragma once
// What looks wrong with places and cells: questions for whoever keeps the data, not repairs. Areas:
// places/inspect_areas.h.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/places/facility.h"
#include "gapmap/places/population.h"

namespace gapmap::places {

/// A name as people compare names: lower case, words only, without ry, rf, oy and the like at its
/// end. "Setlementti Ry." → "setlementti".
[[nodiscard]] std::string normalised_name(std::string_view name);

/// Two places, the earlier one first.
struct Twins {
  FacilityId first;
  FacilityId second;
  Meters distance;
};

/// Every place whose normalised name an earlier place within `within` (inclusive) has as well, with
/// the nearest of these. Places without a name are nobody's twins.
[[nodiscard]] std::vector<Twins> namesakes(Facilities const& facilities, Meters within);

/// Every place on the very same point as an earlier one of another normalised name, with the first
/// of these.
[[nodiscard]] std::vector<Twins> sharing_a_point(Facilities const& facilities);

/// "020", "20", " 20 " and "20.0" are one code; so are "fi1" and "FI1".
[[nodiscard]] std::string bare_code(std::string_view code);

/// Codes of two inputs that ought to be about the same areas, as bare codes.
struct CodeJoin {
  std::vector<std::string> joined;
  std::vector<std::string> only_left;
  std::vector<std::string> only_right;
};
[[nodiscard]] CodeJoin join_codes(std::set<std::string> const& left,
                                  std::set<std::string> const& right);

/// Cells whose groups of one family are all published and are not all residents together.
struct UnevenFamily {
  std::string family;
  std::size_t cells = 0;
  People residents{0};              ///< of these cells
  People difference{0};             ///< of all groups from all residents there, with its sign
  People largest{0};                ///< of one cell, without sign
  std::vector<CellId> first_cells;  ///< at most five
};
/// By name of the family; only families with such cells.
[[nodiscard]] std::vector<UnevenFamily> uneven_families(Population const& population,
                                                        Groups const& groups);

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
