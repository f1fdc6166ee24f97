#pragma once
// Converts metres to the whole units of a drawing, and shapes to SVG path data.

#include <cmath>
#include <cstdint>
#include <span>
#include <string>

#include "gapmap/geometry/shapes.h"

namespace gapmap::report {

struct DrawnPoint {
  std::int64_t x = 0;  ///< to the right
  std::int64_t y = 0;  ///< down
  friend bool operator==(DrawnPoint, DrawnPoint) = default;
};

/// Maps `box` to a drawing with units of `meters_per_unit`.
class MapFrame {
 public:
  MapFrame(Box box, double meters_per_unit) : box_{box}, meters_per_unit_{meters_per_unit} {}

  [[nodiscard]] DrawnPoint at(Point p) const {
    return {std::llround((p.x - box_.min.x) / meters_per_unit_),
            std::llround((box_.max.y - p.y) / meters_per_unit_)};
  }
  /// Returns the lower right corner.
  [[nodiscard]] DrawnPoint size() const { return at({box_.max.x, box_.min.y}); }

 private:
  Box box_;
  double meters_per_unit_;
};

/// Appends one ring: an absolute start and relative steps. Points nearer than `step` units to the
/// last drawn point are left out, as is the last point, which repeats the first; a ring of fewer
/// than three remaining points is left out.
void append_ring(std::string& path, std::span<Point const> ring, MapFrame const& frame,
                 std::int64_t step);
/// Appends a line, leaving out points nearer than `step` units to the last drawn point. Its end is
/// always drawn; a line shorter than a step is left out.
void append_line(std::string& path, std::span<Point const> line, MapFrame const& frame,
                 std::int64_t step);
/// Appends all rings of `area`, to be filled by the even-odd rule.
void append_area(std::string& path, Area const& area, MapFrame const& frame, std::int64_t step);

}  // namespace gapmap::report
