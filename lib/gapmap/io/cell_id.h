#pragma once
// Squares that the ids of cells and the names of grids encode.

#include <optional>
#include <string>
#include <string_view>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

/// The square that a cell id encodes, in the CRS of its convention.
struct SpelledCell {
  std::string crs;
  RawPoint lower_left;
  double size_m;
};
/// Parses ids of Statistics Finland, "1kmN6717E385" (in km) and "250mN667175E38600" (in 10 m), with
/// or without leading zeros, and of Eurostat, "CRS3035RES1000mN4177000E5121000". Nothing for other
/// text.
[[nodiscard]] std::optional<SpelledCell> parse_cell_id(std::string_view id);

/// Whether the id is one of a grid whose data anybody has, who can look up its residents by it:
/// those of parse_cell_id(), and `xyind` of the monitoring of Finland's community structure (YKR),
/// which is the centre of a square in EPSG:3067, "3856256672375".
[[nodiscard]] bool is_of_public_grid(std::string_view id);

/// What the name of a grid's layer tells.
struct NamedGrid {
  int year;
  double size_m;
};
/// Parses "vaki2023_1km" and "vaestoruutu:vaki2023_5km_kp" of Statistics Finland. Nothing for other
/// names.
[[nodiscard]] std::optional<NamedGrid> parse_grid_name(std::string_view name);

}  // namespace gapmap::io
