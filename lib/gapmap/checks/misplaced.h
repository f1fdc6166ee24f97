#pragma once
// Coordinates that are not what they claim to be: missing ones written as zero, x and y swapped,
// another coordinate reference system. A guess is tested on the rows before it is reported.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/places/municipality.h"

namespace gapmap::checks {

struct RawPosition {
  std::string row;
  RawPoint at;
};

/// A way to interpret coordinates.
struct Meant {
  std::string crs;  ///< "EPSG:3067"
  bool is_swapped = false;
  friend auto operator<=>(Meant const&, Meant const&) = default;
};

/// A better way to interpret all rows than the one they are read in.
struct Mislabelled {
  Meant meant;
  bool are_placed =
      false;  ///< the rows have positions as they are read, though not where they should be
  double share_now = 0;   ///< share of rows that lie in or near the areas as they are read
  double share_then = 0;  ///< share of rows that lie in or near the areas if read as meant
};

struct Misplaced {
  std::vector<std::string> at_zero;                  ///< rows at (0, 0)
  std::map<Meant, std::vector<std::string>> strays;  ///< rows that fit only this way
  std::vector<std::string> nowhere;  ///< other rows outside the area of the working CRS
  std::optional<Mislabelled> all;    ///< if set, its rows are not among the strays
};

/// Greatest distance that still counts as near the areas: a place or a road may lie a little beyond
/// a border.
inline constexpr Meters kNearAreas{5000};

/// Finds rows that are not in their place; `crs` is the one they are read in, nothing if it is
/// unknown. A row is in its place if it lies in or around the area of use of the working CRS. All
/// rows are mislabelled if none is in its place and nine in ten fit one other interpretation; or if
/// there are at least five, and another CRS in use in Finland (TM35FIN, every ETRS-GK zone with or
/// without its prefix, KKJ, EPSG:3035, WGS 84, Web Mercator; swapped or not) brings nine in ten
/// into or near the areas, and a quarter of all rows more than now.
/// Ties: the CRS that comes first in that list.
/// Cost: one projection per row; 300 rows are tried.
[[nodiscard]] Misplaced find_misplaced(std::span<RawPosition const> rows,
                                       std::optional<Crs> const& crs, WorkingFrame const& frame,
                                       Municipalities const& areas);

}  // namespace gapmap::checks
