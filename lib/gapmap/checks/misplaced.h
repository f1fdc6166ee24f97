#pragma once
// Coordinates that are not what they claim to be: missing ones written as zero, x and y swapped,
// another coordinate reference system. What they seem to be is tried before it is said.

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

/// How coordinates may be meant.
struct Meant {
  std::string crs;  ///< "EPSG:3067"
  bool is_swapped = false;
  friend auto operator<=>(Meant const&, Meant const&) = default;
};

/// All rows meant in another way than they are read.
struct Mislabelled {
  Meant meant;
  bool are_placed =
      false;              ///< the rows are somewhere as they are read, if not where they should be
  double share_now = 0;   ///< of the rows, that lie in or near the areas as they are read
  double share_then = 0;  ///< the same if they are read as meant
};

struct Misplaced {
  std::vector<std::string> at_zero;                  ///< rows at (0, 0)
  std::map<Meant, std::vector<std::string>> strays;  ///< rows that are somewhere only if so meant
  std::vector<std::string> nowhere;  ///< other rows outside the area of the working CRS
  std::optional<Mislabelled> all;    ///< then the rows are not among the strays
};

/// Near the areas: a place or a road may lie a little beyond a border.
inline constexpr Meters kNearAreas{5000};

/// `crs` is what the rows are read in; nothing if that could not be told. A row is in its place if
/// it lies in or around the area of use of the working CRS. All of them are mislabelled if that is
/// so of none and nine in ten fit one other way; or if there are at least five, and another CRS in
/// use in Finland (TM35FIN, every ETRS-GK zone with or without its prefix, KKJ, EPSG:3035, WGS 84,
/// Web Mercator; swapped or not) brings nine in ten into the areas or near them, a quarter of all
/// more than now.
/// Ties:     the CRS that comes first in that list. Cost: one projection a row; 300 rows are tried.
[[nodiscard]] Misplaced find_misplaced(std::span<RawPosition const> rows,
                                       std::optional<Crs> const& crs, WorkingFrame const& frame,
                                       Municipalities const& areas);

}  // namespace gapmap::checks
