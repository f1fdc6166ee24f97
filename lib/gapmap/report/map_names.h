#pragma once
// Positions of names and numbers on a map.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/report/map_frame.h"

namespace gapmap::report {

/// Returns a point inside `area`: the middle of its widest stretch at the height of its centroid.
/// Empty areas have none.
[[nodiscard]] std::optional<Point> inner_point(Area const& area);

/// Gives each text a position of its own, in the order of the calls.
class NamePlacer {
 public:
  NamePlacer(DrawnPoint size, std::int64_t font) : size_{size}, font_{font} {}

  /// Reserves a circle that later texts do not cover.
  void keep_free(DrawnPoint center, std::int64_t radius);

  struct Rectangle {
    std::int64_t left = 0, top = 0, right = 0, bottom = 0;
  };
  struct Spot {
    DrawnPoint at;       ///< start of the text's baseline, or where `anchor` puts it
    char const* anchor;  ///< "start", "middle" or "end", as in SVG
  };
  /// Returns a position beside a dot: right, left, below or above. Nothing if there is no room.
  [[nodiscard]] std::optional<Spot> beside(DrawnPoint dot, std::int64_t radius,
                                           std::string_view text);
  /// Returns a position around a point, or a line below or above it.
  [[nodiscard]] std::optional<Spot> on(DrawnPoint center, std::string_view text);

 private:
  [[nodiscard]] std::optional<Spot> take(Spot spot, std::int64_t width);

  DrawnPoint size_;
  std::int64_t font_;
  std::vector<Rectangle> taken_;
};

}  // namespace gapmap::report
