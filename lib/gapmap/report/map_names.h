#pragma once
// Where names and numbers stand on a map.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/report/map_frame.h"

namespace gapmap::report {

/// A point inside of `area`: the middle of its widest stretch at the height of its centroid. Empty
/// areas have none.
[[nodiscard]] std::optional<Point> inner_point(Area const& area);

/// Gives each text a spot of its own, first come first served.
class NamePlacer {
 public:
  NamePlacer(DrawnPoint size, std::int64_t font) : size_{size}, font_{font} {}

  /// Nothing written later covers a circle here.
  void keep_free(DrawnPoint center, std::int64_t radius);

  struct Rectangle {
    std::int64_t left = 0, top = 0, right = 0, bottom = 0;
  };
  struct Spot {
    DrawnPoint at;       ///< of the text's baseline
    char const* anchor;  ///< "start", "middle", "end", as SVG has it
  };
  /// Beside a dot: to the right, to the left, below or above. Nothing: no room.
  [[nodiscard]] std::optional<Spot> beside(DrawnPoint dot, std::int64_t radius,
                                           std::string_view text);
  /// Around a point, or a line below or above it.
  [[nodiscard]] std::optional<Spot> on(DrawnPoint center, std::string_view text);

 private:
  [[nodiscard]] std::optional<Spot> take(Spot spot, std::int64_t width);

  DrawnPoint size_;
  std::int64_t font_;
  std::vector<Rectangle> taken_;
};

}  // namespace gapmap::report
